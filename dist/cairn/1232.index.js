export const id = 1232;
export const ids = [1232,7409];
export const modules = {

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

/***/ 17409:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   blobJson: () => (/* binding */ blobJson),
/* harmony export */   blobList: () => (/* binding */ blobList)
/* harmony export */ });
/* harmony import */ var _commands_inspect_blobs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35813);
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3364);
/* harmony import */ var _repo_blob_storage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30095);
/* harmony import */ var _util_timestamp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99252);
/* harmony import */ var _flag_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50165);
/* harmony import */ var _print_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39567);
/** `cairn blob list`. */






async function blobList(context, input) {
    const filter = {
        prefix: input.text('prefix') ?? '',
        excludedPrefixes: input.list('exclude-prefix'),
        minSize: (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_2__/* .integerFlag */ .tB)(input, 'min-size') ?? 0,
        maxSize: (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_2__/* .integerFlag */ .tB)(input, 'max-size') ?? 0,
        isDataOnly: input.isOn('data-only'),
    };
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_0__/* .withRepository */ .B)(context, { isReadOnly: true, mayBePartial: true }, async ({ care }) => {
        await (0,_print_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .printListing */ .uw)(context, input, (0,_commands_inspect_blobs_js__WEBPACK_IMPORTED_MODULE_4__/* .listBlobs */ .t)(care.storage, filter, context.signal), {
            json: blobJson,
            text: (blob) => blobLine(blob, context.times),
        });
    });
    return 0;
}
function blobLine(blob, times) {
    return `${blob.id.padEnd(70)} ${String(blob.length).padStart(10)} ${times.text((0,_repo_blob_storage_js__WEBPACK_IMPORTED_MODULE_5__/* .blobTimeNs */ .g)(blob))}`;
}
/** The members that Kopia prints of every blob. */
function blobJson(blob) {
    return { id: blob.id, length: blob.length, timestamp: (0,_util_timestamp_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTimestamp */ .E)((0,_repo_blob_storage_js__WEBPACK_IMPORTED_MODULE_5__/* .blobTimeNs */ .g)(blob)) };
}


/***/ }),

/***/ 31232:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   indexList: () => (/* binding */ indexList)
/* harmony export */ });
/* harmony import */ var _commands_inspect_index_blobs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60920);
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3364);
/* harmony import */ var _repo_blob_storage_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30095);
/* harmony import */ var _print_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39567);
/* harmony import */ var _blob_list_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17409);
/** `cairn index list`. */





async function indexList(context, input) {
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_1__/* .withRepository */ .B)(context, { isReadOnly: true, mayBePartial: true }, async ({ care }) => {
        const list = input.isOn('superseded') ? _commands_inspect_index_blobs_js__WEBPACK_IMPORTED_MODULE_0__/* .allIndexBlobs */ .IL : _commands_inspect_index_blobs_js__WEBPACK_IMPORTED_MODULE_0__/* .activeIndexBlobs */ .VB;
        const blobs = [...(await list(care, context.signal))].sort(orderOf(input.text('sort')));
        // Neither program fills this list any more.
        await (0,_print_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .printListing */ .uw)(context, input, blobs, {
            json: (blob) => ({ ...(0,_blob_list_js__WEBPACK_IMPORTED_MODULE_3__.blobJson)(blob), Superseded: null }),
            text: (blob) => lineOf(blob, context.times),
        });
        if (input.isOn('summary') && !input.isOn('json'))
            context.print(`total ${blobs.length} indexes`);
    });
    return 0;
}
function lineOf(blob, times) {
    return `${blob.id.padEnd(60)} ${String(blob.length).padStart(10)} ${times.precise((0,_repo_blob_storage_js__WEBPACK_IMPORTED_MODULE_4__/* .blobTimeNs */ .g)(blob))} []`;
}
function orderOf(sort) {
    const byName = (a, b) => (a.id < b.id ? -1 : 1);
    if (sort === 'name')
        return byName;
    if (sort === 'size')
        return (a, b) => a.length - b.length || byName(a, b);
    return (a, b) => Number((0,_repo_blob_storage_js__WEBPACK_IMPORTED_MODULE_4__/* .blobTimeNs */ .g)(a) - (0,_repo_blob_storage_js__WEBPACK_IMPORTED_MODULE_4__/* .blobTimeNs */ .g)(b)) || byName(a, b);
}


/***/ }),

/***/ 35813:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ listBlobs)
/* harmony export */ });
/** Kopia's own list; sessions and compaction logs pass as data. */
const NOT_DATA = ['n', 'x', '_log_', 'kopia.'];
/** The blobs that pass the filter, in the order of the storage. */
async function* listBlobs(storage, filter, signal) {
    const excluded = [...filter.excludedPrefixes, ...(filter.isDataOnly ? NOT_DATA : [])];
    for await (const blob of storage.listBlobs(filter.prefix, signal)) {
        if (filter.maxSize !== 0 && blob.length > filter.maxSize)
            continue;
        if (filter.minSize !== 0 && blob.length < filter.minSize)
            continue;
        if (!excluded.some((prefix) => blob.id.startsWith(prefix)))
            yield blob;
    }
}


/***/ }),

/***/ 60920:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IL: () => (/* binding */ allIndexBlobs),
/* harmony export */   VB: () => (/* binding */ activeIndexBlobs),
/* harmony export */   qz: () => (/* binding */ inspectIndexBlob)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _repo_content_blob_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23210);
/* harmony import */ var _repo_content_index_codec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99709);
/* harmony import */ var _repo_content_index_content_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45188);
/* harmony import */ var _repo_content_list_blobs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26481);
/* harmony import */ var _repo_content_sealed_blob_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41946);
/** Index blobs: which there are, and what stands in one. */






const { legacyIndex, uncompactedIndex, compactedEpoch, compactedRange } = _repo_content_blob_names_js__WEBPACK_IMPORTED_MODULE_1__/* .BLOB_PREFIXES */ .dX;
/** Every index blob, those that a compaction superseded included. */
async function allIndexBlobs(care, signal) {
    const lists = [];
    for (const prefix of [legacyIndex, uncompactedIndex, compactedEpoch, compactedRange]) {
        lists.push(await (0,_repo_content_list_blobs_js__WEBPACK_IMPORTED_MODULE_4__/* .collectBlobs */ .Z)(care.storage, prefix, signal));
    }
    return lists.flat();
}
/** The index blobs that count. */
async function activeIndexBlobs(care, signal) {
    return (await care.contents.indexBlobs.loadActive(signal)).blobs;
}
/** Reads an index blob. Errors: CAIRN_BLOB_NOT_FOUND, CAIRN_INDEX_DAMAGED, storage kinds. */
async function inspectIndexBlob(care, id, signal) {
    (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
    const { storage, contents } = care;
    const index = new _repo_content_index_content_index_js__WEBPACK_IMPORTED_MODULE_3__/* .ContentIndex */ .g(contents.codec.hasher.sizeBytes);
    await (0,_repo_content_sealed_blob_js__WEBPACK_IMPORTED_MODULE_5__/* .readSealedBlob */ .mr)(storage, contents.codec, id, (plain) => (0,_repo_content_index_codec_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeIndex */ .X)(plain, id, index), signal);
    const blob = (await storage.statBlob(id)) ?? { id, length: 0, timestampMs: 0 };
    return { blob, entries: index.entries() };
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
