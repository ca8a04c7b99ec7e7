export const id = 5351;
export const ids = [5351];
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

/***/ 39567:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tj: () => (/* binding */ printLines),
/* harmony export */   uw: () => (/* binding */ printListing)
/* harmony export */ });
/* unused harmony export jsonListLines */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56495);
/* harmony import */ var _util_indent_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95743);
/** Listings of any length on standard output, without holding more than a piece of them. */



const PIECE_CHARACTERS = 64 * 1024;
/** Prints the lines in pieces and waits for a slow reader. */
async function printLines(context, lines) {
    let piece = '';
    const write = async () => {
        const text = piece;
        piece = '';
        if (text !== '')
            await context.write(Buffer.from(text, 'utf8'));
    };
    try {
        for await (const line of lines) {
            (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(context.signal);
            piece += `${line}\n`;
            if (piece.length >= PIECE_CHARACTERS)
                await write();
        }
    }
    finally {
        await write();
    }
}
/**
 * The lines of a JSON list in Kopia's layout: an element on each line.
 *
 * [
 *  {…},
 *  {…}
 * ]
 *
 * Indented, the elements follow each other as `[{`, members, `},{`, members, `}]`.
 */
async function* jsonListLines(values, isIndented = false) {
    let pending = '[';
    let isFirst = true;
    for await (const value of values) {
        const json = (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoJson */ .pl)(value);
        const separator = isFirst ? '' : ',';
        isFirst = false;
        const [head = '', ...rest] = isIndented
            ? `${pending}${separator}${(0,_util_indent_json_js__WEBPACK_IMPORTED_MODULE_2__/* .indentJson */ .h)(json)}`.split('\n')
            : [`${pending}${separator}`, ` ${json}`];
        yield head;
        for (const line of rest.slice(0, -1))
            yield line;
        pending = rest.at(-1) ?? '';
    }
    if (isIndented)
        return yield `${pending}]`;
    yield pending;
    yield ']';
}
/** Prints a listing as its flags --json and --json-indent ask for, or a line for each item. */
async function printListing(context, input, items, format) {
    const lines = input.isOn('json') ? jsonListLines(mapped(items, format.json), input.isOn('json-indent')) : mapped(items, format.text);
    await printLines(context, lines);
}
async function* mapped(items, change) {
    for await (const item of items)
        yield change(item);
}


/***/ }),

/***/ 5351:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contentList: () => (/* binding */ contentList)
/* harmony export */ });
/* harmony import */ var _commands_inspect_contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77843);
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3364);
/* harmony import */ var _repo_compression_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17185);
/* harmony import */ var _report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49873);
/* harmony import */ var _content_range_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21683);
/* harmony import */ var _print_lines_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39567);
/** `cairn content list`. */






async function contentList(context, input) {
    const selection = {
        range: (0,_content_range_js__WEBPACK_IMPORTED_MODULE_4__/* .contentRangeOf */ .C)(input),
        deleted: input.isOn('deleted-only') ? 'only' : input.isOn('deleted') ? 'with' : 'without',
    };
    const isHuman = input.isOn('human');
    const sizeText = isHuman ? (0,_report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .sizeTextOf */ .Ym)(context.env) : String;
    const totals = { count: 0, bytes: 0 };
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_1__/* .withRepository */ .B)(context, { isReadOnly: true }, async ({ care }) => {
        const entries = counted((0,_commands_inspect_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .selectContents */ .h)(care.contents, selection, context.signal), totals);
        const text = input.isOn('compression')
            ? (entry) => compressionLine(entry, sizeText)
            : input.isOn('long')
                ? (entry) => longLine(entry, sizeText, context.times)
                : (entry) => entry.id;
        await (0,_print_lines_js__WEBPACK_IMPORTED_MODULE_5__/* .printListing */ .uw)(context, input, entries, { json: entryJson, text });
        if (!input.isOn('summary'))
            return;
        const count = isHuman ? (0,_report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .countText */ .lT)(totals.count) : String(totals.count);
        context.print(`Total: ${count} contents, ${sizeText(totals.bytes)} total size`);
    });
    return 0;
}
function* counted(entries, totals) {
    for (const entry of entries) {
        totals.count++;
        totals.bytes += entry.packedLength;
        yield entry;
    }
}
function longLine(entry, sizeText, times) {
    const time = times.text(BigInt(entry.timestampSeconds) * 1000000000n);
    const place = `${entry.packBlobId} ${entry.packOffset}+${sizeText(entry.packedLength)}${deletedText(entry)}`;
    return `${entry.id} ${entry.originalLength} ${time} ${place} ${compressionText(entry)}`;
}
function compressionLine(entry, sizeText) {
    const sizes = `length ${sizeText(entry.originalLength)} packed ${sizeText(entry.packedLength)}`;
    return `${entry.id} ${sizes} ${compressionText(entry)} ${deletedText(entry)}`;
}
function deletedText(entry) {
    return entry.isDeleted ? ' (deleted)' : '';
}
function compressionText({ compressionId, originalLength, packedLength }) {
    if (compressionId === 0)
        return '-';
    const name = (0,_repo_compression_index_js__WEBPACK_IMPORTED_MODULE_2__/* .compressorNameOf */ .i5)(compressionId) ?? `compression-${compressionId.toString(16)}`;
    return originalLength > 0 ? `${name} ${(0,_report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .savingText */ .GQ)(originalLength, packedLength)}` : name;
}
/** The members that Kopia prints; those that are zero are left out where it leaves them out. */
function entryJson(entry) {
    return {
        packFile: entry.packBlobId === '' ? undefined : entry.packBlobId,
        time: entry.timestampSeconds,
        originalLength: entry.originalLength,
        length: entry.packedLength,
        packOffset: entry.packOffset === 0 ? undefined : entry.packOffset,
        compression: entry.compressionId === 0 ? undefined : entry.compressionId,
        contentID: entry.id,
        deleted: entry.isDeleted,
        formatVersion: entry.formatVersion,
        encryptionKeyID: entry.encryptionKeyId === 0 ? undefined : entry.encryptionKeyId,
    };
}


/***/ }),

/***/ 77843:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ selectContents)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Which contents of a repository to look at. */

/** The entries of the selection in the order of their IDs. */
function* selectContents(contents, selection, signal) {
    const { range, deleted } = selection;
    const isInRange = rangeTest(range);
    const letter = range.kind === 'starts' && /^[g-z]/.test(range.prefix) ? { prefix: range.prefix.charAt(0) } : undefined;
    for (const entry of contents.entries(range.kind === 'unprefixed' ? { prefix: '' } : letter)) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        if (deleted === 'without' ? entry.isDeleted : deleted === 'only' && !entry.isDeleted)
            continue;
        if (isInRange(entry.id))
            yield entry;
    }
}
function rangeTest(range) {
    if (range.kind === 'starts')
        return (id) => id.startsWith(range.prefix);
    return range.kind === 'prefixed' ? (id) => id >= 'g' : (id) => id < 'g';
}


/***/ }),

/***/ 49873:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ savingText),
/* harmony export */   Ym: () => (/* reexport safe */ _util_format_js__WEBPACK_IMPORTED_MODULE_0__.Ym),
/* harmony export */   lT: () => (/* reexport safe */ _util_format_js__WEBPACK_IMPORTED_MODULE_0__.lT)
/* harmony export */ });
/* harmony import */ var _util_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4849);
/** Sizes, counts and shares exactly as Kopia's listings print them. */


/** By how much `packed` is smaller: `53.6%`, or `0%` when it is not. */
function savingText(original, packed) {
    return packed >= original || original === 0 ? '0%' : `${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .tenths */ .TP)(100 * (1 - packed / original))}%`;
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
