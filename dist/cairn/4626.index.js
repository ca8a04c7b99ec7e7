export const id = 4626;
export const ids = [4626];
export const modules = {

/***/ 44626:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   manifestShow: () => (/* binding */ manifestShow)
/* harmony export */ });
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3364);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56495);
/* harmony import */ var _util_indent_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95743);
/* harmony import */ var _util_plain_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11610);
/** `cairn manifest show`: what a manifest says, with its labels as comments before it. */





async function manifestShow(context, input) {
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_0__/* .withRepository */ .B)(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
        for (const id of input.arguments('item')) {
            const found = await repository.manifests.get(id);
            if (found === undefined) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_MANIFEST_NOT_FOUND', `There is no manifest ${JSON.stringify(id)} in the repository.`, {
                    hint: 'List the manifests with "cairn manifest list".',
                });
            }
            const { length, modifiedNs, labels } = found.entry;
            context.print(`// id: ${id}`);
            context.print(`// length: ${length}`);
            context.print(`// modified: ${context.times.recorded(modifiedNs)}`);
            for (const name of Object.keys(labels).sort(_util_go_json_js__WEBPACK_IMPORTED_MODULE_2__/* .compareUtf8 */ .zq))
                context.print(`// label ${(0,_util_plain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleText */ .Q)(`${name}:${labels[name]}`)}`);
            context.print((0,_util_indent_json_js__WEBPACK_IMPORTED_MODULE_4__/* .indentJson */ .h)(found.json));
        }
    });
    return 0;
}


/***/ }),

/***/ 95743:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ indentJson),
/* harmony export */   m: () => (/* binding */ indentJsonWide)
/* harmony export */ });
/** JSON text with a line for each member, every token as it was written: numbers and escapes are not touched. */
/** Indents valid JSON text by two spaces a level; empty objects and lists stay on their line, and space at the very end stays. */
function indentJson(json) {
    let out = '';
    let depth = 0;
    // What stands here was not indented yet: whether a bracket just opened decides if its line breaks.
    let isOpened = false;
    const breakLine = () => {
        out += `\n${'  '.repeat(depth)}`;
    };
    for (const [token] of json.trimStart().matchAll(TOKEN)) {
        const first = token.charAt(0);
        if (first === '}' || first === ']') {
            depth--;
            if (!isOpened)
                breakLine();
            isOpened = false;
            out += token;
            continue;
        }
        if (isOpened)
            breakLine();
        isOpened = first === '{' || first === '[';
        out += token;
        if (isOpened)
            depth++;
        else if (first === ',')
            breakLine();
        else if (first === ':')
            out += ' ';
    }
    return out + json.slice(json.trimEnd().length);
}
/** The same with four spaces a level, and two more in front of every line but the first: what Kopia prints for values on their own. */
function indentJsonWide(json) {
    return indentJson(json).replace(/\n( *)/g, '\n  $1$1');
}
/** Strings as a whole, brackets and separators alone, and everything else that is not space. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;


/***/ })

};
