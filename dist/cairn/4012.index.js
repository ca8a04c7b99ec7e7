export const id = 4012;
export const ids = [4012];
export const modules = {

/***/ 4012:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   blobShow: () => (/* binding */ blobShow)
/* harmony export */ });
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3364);
/* harmony import */ var _repo_content_sealed_blob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41946);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34695);
/* harmony import */ var _util_indent_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95743);
/** `cairn blob show`: the bytes of blobs, decrypted when that is possible and asked for. */




/** First characters of blobs that are sealed as a whole, as Kopia sees it: logs, and the three kinds of legacy indexes. */
const SEALED = ['_', 'n', 'm', 'l'];
/** Of these, those that hold JSON; they are always shown indented, so they must be decrypted. */
const JSON_INSIDE = ['m', 'l'];
async function blobShow(context, input) {
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_0__/* .withRepository */ .B)(context, { checksStorage: true, isReadOnly: true, mayBePartial: true }, async ({ care: { storage, contents } }) => {
        for (const id of input.arguments('blobID')) {
            let bytes = await storage.getBlob(id, { signal: context.signal });
            if (input.isOn('decrypt') && SEALED.includes(id.charAt(0)))
                bytes = (0,_repo_content_sealed_blob_js__WEBPACK_IMPORTED_MODULE_1__/* .openSealedBlob */ .St)(contents.codec, id, bytes);
            const text = JSON_INSIDE.includes(id.charAt(0)) ? (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .fromUtf8 */ .ar)(bytes) : undefined;
            await context.write(text === undefined ? bytes : (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .utf8 */ .As)((0,_util_indent_json_js__WEBPACK_IMPORTED_MODULE_3__/* .indentJson */ .h)(text)));
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
