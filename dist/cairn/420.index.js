export const id = 420;
export const ids = [420];
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

/***/ 20420:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  indexInspect: () => (/* binding */ indexInspect)
});

// EXTERNAL MODULE: ./lib/commands/inspect/index-blobs.js
var index_blobs = __webpack_require__(60920);
// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/blob/storage.js
var storage = __webpack_require__(30095);
;// CONCATENATED MODULE: ./lib/util/read-ahead.js
/** Results in the order of what they come from, with the next ones under way. */
/** Gives `work(item)` for each item in order; up to `limit` run at a time. A failure is thrown when its turn comes, and nothing new is begun. */
async function* readAhead(items, limit, work) {
    const running = [];
    const begin = (item) => {
        const result = work(item);
        // Its turn may never come; until then a failure must not count as unhandled.
        result.catch(() => undefined);
        running.push(result);
    };
    for (const item of items) {
        const first = running.length >= Math.max(1, limit) ? running.shift() : undefined;
        if (first !== undefined)
            yield await first;
        begin(item);
    }
    for (const result of running)
        yield await result;
}

// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
// EXTERNAL MODULE: ./lib/cli/print-lines.js
var print_lines = __webpack_require__(39567);
;// CONCATENATED MODULE: ./lib/cli/verbs/index-inspect.js
/** `cairn index inspect`: the entries of index blobs. */







async function indexInspect(context, input) {
    const parallel = Math.max(1, (0,flag_values/* integerFlag */.tB)(input, 'parallel') ?? 8);
    const wanted = new Set(input.list('content-id'));
    if (!input.isOn('all') && !input.isOn('active') && input.arguments('blobs').length === 0) {
        throw new errors/* CairnError */.eb('CAIRN_USAGE', 'Nothing to inspect: give --all, --active, or the names of index blobs.');
    }
    await (0,commands_open/* withRepository */.B)(context, { checksStorage: true, isReadOnly: true, mayBePartial: true }, async ({ care }) => {
        await (0,print_lines/* printLines */.tj)(context, linesOf(care, await blobsOf(care, context, input), wanted, parallel, context));
    });
    return 0;
}
async function blobsOf(care, context, input) {
    if (!input.isOn('all') && !input.isOn('active'))
        return input.arguments('blobs');
    const list = input.isOn('all') ? index_blobs/* allIndexBlobs */.IL : index_blobs/* activeIndexBlobs */.VB;
    return (await list(care, context.signal)).map(({ id }) => id);
}
async function* linesOf(care, ids, wanted, parallel, { signal, times }) {
    for await (const { blob, entries } of readAhead(ids, parallel, (id) => (0,index_blobs/* inspectIndexBlob */.qz)(care, id, signal))) {
        const written = times.precise((0,storage/* blobTimeNs */.g)(blob));
        for (const entry of entries) {
            if (wanted.size > 0 && !wanted.has(entry.id))
                continue;
            const time = times.precise(BigInt(entry.timestampSeconds) * 1000000000n);
            const state = entry.isDeleted ? 'deleted' : 'created';
            yield `${written} ${blob.id} ${entry.id} ${state} ${time} ${entry.packBlobId} ${entry.packOffset} ${entry.packedLength}`;
        }
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
