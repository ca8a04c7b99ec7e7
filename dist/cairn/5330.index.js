export const id = 5330;
export const ids = [5330];
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

/***/ 25330:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contentShow: () => (/* binding */ contentShow)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3364);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34695);
/* harmony import */ var _util_indent_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95743);
/* harmony import */ var _content_range_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21683);
/** `cairn content show`: the plain bytes of contents. */






/** JSON that is indented is held as a whole. */
const MAX_JSON_BYTES = 256 * 1024 * 1024;
async function contentShow(context, input) {
    const ids = (0,_content_range_js__WEBPACK_IMPORTED_MODULE_4__/* .contentIdsOf */ .p)(input.arguments('id'));
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_1__/* .withRepository */ .B)(context, { isReadOnly: true, mayBePartial: true }, async ({ care }) => {
        for (const id of ids) {
            const plain = await care.contents.read(id);
            try {
                await showBytes(context, plain, { unzip: input.isOn('unzip'), json: input.isOn('json') });
            }
            catch (cause) {
                if (context.signal.aborted || !isFormatError(cause))
                    throw cause;
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_USAGE', `Content ${id} is not ${input.isOn('unzip') ? 'a gzip stream' : 'JSON'}.`, { cause });
            }
        }
    });
    return 0;
}
async function showBytes(context, plain, { unzip, json }) {
    if (json) {
        const text = (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .fromUtf8 */ .ar)(unzip ? (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(plain, { maxOutputLength: MAX_JSON_BYTES }) : plain);
        // Checked by parsing, but shown as it is written.
        JSON.parse(text ?? '');
        return await context.write((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .utf8 */ .As)((0,_util_indent_json_js__WEBPACK_IMPORTED_MODULE_5__/* .indentJson */ .h)(text ?? '')));
    }
    if (!unzip)
        return await context.write(plain);
    const stream = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createGunzip)();
    stream.end(plain);
    for await (const chunk of stream)
        await context.write(chunk);
}
/** Zlib and JSON.parse complain about what the bytes are. */
function isFormatError(error) {
    return error instanceof SyntaxError || (error instanceof Error && 'code' in error && /^(Z_|ERR_BUFFER)/.test(String(error.code)));
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
