export const id = 4626;
export const ids = [4626];
export const modules = {

/***/ 44626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   manifestShow: () => (/* binding */ manifestShow)
/* harmony export */ });
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3364);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _report_kopia_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12452);
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56495);
/* harmony import */ var _util_indent_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95743);
/* harmony import */ var _util_plain_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11610);
/** `cairn manifest show`: what a manifest says, with its labels as comments before it. */






async function manifestShow(context, input) {
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_0__/* .withRepository */ .Bq)(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
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
            context.print(`// modified: ${(0,_report_kopia_text_js__WEBPACK_IMPORTED_MODULE_2__/* .timeText */ .Tc)(modifiedNs)}`);
            for (const name of Object.keys(labels).sort(_util_go_json_js__WEBPACK_IMPORTED_MODULE_3__/* .compareUtf8 */ .zq))
                context.print(`// label ${(0,_util_plain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .visibleText */ .Q)(`${name}:${labels[name]}`)}`);
            context.print((0,_util_indent_json_js__WEBPACK_IMPORTED_MODULE_5__/* .indentJson */ .h)(found.json));
        }
    });
    return 0;
}


/***/ }),

/***/ 12452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ preciseTimeText),
/* harmony export */   S5: () => (/* binding */ durationText),
/* harmony export */   Tc: () => (/* binding */ timeText),
/* harmony export */   zR: () => (/* binding */ modeText)
/* harmony export */ });
const TYPE_LETTERS = { d: 'd', s: 'L', f: '', unknown: '?' };
/** Mode as Kopia prints it: type and special bits as letters (`-` when there is none), then nine permission letters. */
function modeText(type, mode) {
    let letters = TYPE_LETTERS[type];
    if (mode & 0o4000)
        letters += 'u';
    if (mode & 0o2000)
        letters += 'g';
    if (mode & 0o1000)
        letters += 't';
    const permissions = [...'rwxrwxrwx'].map((letter, index) => (mode & (0o400 >> index) ? letter : '-')).join('');
    return `${letters === '' ? '-' : letters}${permissions}`;
}
/** `2026-11-23 07:18:57 UTC`; times before year 0 or after 9999 do not occur. */
function timeText(ns) {
    const seconds = ns / 1000000000n - (ns % 1000000000n < 0n ? 1n : 0n);
    return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
/** `20m0s`, `24h0m0s`, `1.5s`: a duration as Go prints it, for durations of a second and more. */
function durationText(ns) {
    const totalSeconds = ns / 1000000000n;
    const fraction = String(ns % 1000000000n)
        .padStart(9, '0')
        .replace(/0+$/, '');
    const [hours, minutes] = [totalSeconds / 3600n, (totalSeconds / 60n) % 60n];
    const seconds = `${totalSeconds % 60n}${fraction === '' ? '' : `.${fraction}`}s`;
    if (hours > 0n)
        return `${hours}h${minutes}m${seconds}`;
    return minutes > 0n ? `${minutes}m${seconds}` : seconds;
}
/** `2026-11-23 07:18:57.123 UTC`: a time with milliseconds, the rest cut off. */
function preciseTimeText(ns) {
    return timeText(ns).replace(' UTC', `.${String((ns / 1000000n) % 1000n).padStart(3, '0')} UTC`);
}


/***/ }),

/***/ 95743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
