export const id = 3550;
export const ids = [3550];
export const modules = {

/***/ 63550:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openQuestions: () => (/* binding */ openQuestions),
/* harmony export */   promptHidden: () => (/* binding */ promptHidden)
/* harmony export */ });
/* harmony import */ var node_readline_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26848);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/** Asks for a password on the terminal without showing what is typed. */



/** Reads one line from `input` after writing `question` to `output`; nothing typed is echoed. Errors: CAIRN_CANCELLED at Ctrl-C. */
async function promptHidden(question, input, output) {
    output.write(question);
    const silent = new node_stream__WEBPACK_IMPORTED_MODULE_1__.Writable({ write: (_chunk, _encoding, done) => done() });
    const lines = (0,node_readline_promises__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input, output: silent, terminal: true });
    try {
        return await new Promise((resolve, reject) => {
            // In raw mode Ctrl-C is a key and no signal; the end of the input counts as an empty answer.
            lines.once('SIGINT', () => reject((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .cancelled */ .KW)()));
            lines.once('close', () => resolve(''));
            lines.question('').then(resolve, reject);
        });
    }
    finally {
        lines.close();
        output.write('\n');
    }
}
/** Answers are read line by line as they come, so that a script can give all of them at once. */
function openQuestions(input, output) {
    let rest = '';
    const take = () => {
        const end = rest.indexOf('\n');
        if (end < 0)
            return undefined;
        const line = rest.slice(0, end);
        rest = rest.slice(end + 1);
        return line;
    };
    return {
        async ask(question) {
            output.write(question);
            for (let line = take();; line = take()) {
                if (line !== undefined)
                    return line.replace(/\r$/, '');
                const chunk = await nextChunk(input);
                if (chunk === undefined)
                    return rest === '' ? undefined : rest;
                rest += chunk;
            }
        },
        close: () => input.pause(),
    };
}
/** What comes next, undefined at the end; the stream is paused before and after. */
async function nextChunk(input) {
    return await new Promise((resolve) => {
        const done = (chunk) => {
            input.off('data', onData);
            input.off('end', onEnd);
            input.pause();
            resolve(chunk);
        };
        const onData = (chunk) => done(chunk.toString());
        const onEnd = () => done(undefined);
        if (input.readableEnded) {
            resolve(undefined);
            return;
        }
        input.on('data', onData);
        input.on('end', onEnd);
        input.resume();
    });
}


/***/ })

};
