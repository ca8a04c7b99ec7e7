export const id = 2160;
export const ids = [2160];
export const modules = {

/***/ 21683:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ contentRangeOf),
/* harmony export */   p: () => (/* binding */ contentIdsOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _repo_content_content_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60609);


/** What --prefixed, --non-prefixed or --prefix ask for, in this order; all contents without any. */
function contentRangeOf(input) {
    if (input.isOn('prefixed'))
        return { kind: 'prefixed' };
    if (input.isOn('non-prefixed'))
        return { kind: 'unprefixed' };
    return { kind: 'starts', prefix: input.text('prefix') ?? '' };
}
/** Content IDs given as arguments; CAIRN_USAGE for text that is none. */
function contentIdsOf(texts) {
    for (const text of texts) {
        if (!(0,_repo_content_content_id_js__WEBPACK_IMPORTED_MODULE_1__/* .isContentId */ .n4)(text))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `${JSON.stringify(text)} is no content ID.`);
    }
    return texts;
}


/***/ }),

/***/ 62542:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ requireDangerousCommands)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** The switch in front of commands that can make a repository unreadable. */

/** CAIRN_DANGEROUS_COMMAND unless the user enabled dangerous commands (docs/cli.md, "Dangerous commands"). */
function requireDangerousCommands(context, command) {
    if (context.dangerousCommands === 'enabled')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_DANGEROUS_COMMAND', `"cairn ${command}" can damage the repository and lose snapshots, so it is off.`, {
        hint: 'Nobody needs it in normal use: "cairn maintenance run" does such work safely. To run it all the same, add --dangerous-commands=enabled.',
    });
}


/***/ }),

/***/ 62160:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contentDelete: () => (/* binding */ contentDelete)
/* harmony export */ });
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3364);
/* harmony import */ var _content_range_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21683);
/* harmony import */ var _dangerous_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62542);
/** `cairn content delete`. */



async function contentDelete(context, input) {
    (0,_dangerous_js__WEBPACK_IMPORTED_MODULE_2__/* .requireDangerousCommands */ .o)(context, 'content delete');
    const ids = (0,_content_range_js__WEBPACK_IMPORTED_MODULE_1__/* .contentIdsOf */ .p)(input.arguments('id'));
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_0__/* .withRepository */ .B)(context, {}, async ({ care }) => {
        for (const id of ids) {
            await care.contents.find(id);
            care.contents.markDeleted(id);
        }
        await care.contents.flush(context.signal);
    });
    return 0;
}


/***/ })

};
