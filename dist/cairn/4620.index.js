export const id = 4620;
export const ids = [4620];
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

/***/ 34620:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  manifestList: () => (/* binding */ manifestList)
});

// EXTERNAL MODULE: ./lib/util/go-json.js
var go_json = __webpack_require__(56495);
;// CONCATENATED MODULE: ./lib/commands/inspect/manifests.js

/** The manifests that have all labels. */
async function listManifests(repository, options) {
    const found = await repository.manifests.find(options.labels);
    return found.sort((a, b) => {
        for (const name of options.sortBy) {
            const order = (0,go_json/* compareUtf8 */.zq)(a.labels[name] ?? '', b.labels[name] ?? '');
            if (order !== 0)
                return order;
        }
        return 0;
    });
}

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/util/plain-text.js
var plain_text = __webpack_require__(11610);
// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(99252);
// EXTERNAL MODULE: ./lib/cli/print-lines.js
var print_lines = __webpack_require__(39567);
;// CONCATENATED MODULE: ./lib/cli/verbs/manifest-list.js
/** `cairn manifest list`. */







async function manifestList(context, input) {
    const labels = {};
    for (const text of input.list('filter')) {
        const colon = text.indexOf(':');
        if (colon <= 0)
            throw new errors/* CairnError */.eb('CAIRN_USAGE', `The filter "${text}" is not of the form key:value.`);
        labels[text.slice(0, colon)] = text.slice(colon + 1);
    }
    await (0,commands_open/* withRepository */.B)(context, { isReadOnly: true }, async (repository) => {
        const manifests = await listManifests(repository, { labels, sortBy: input.list('sort') });
        await (0,print_lines/* printListing */.uw)(context, input, manifests, { json: manifestJson, text: (entry) => manifestLine(entry, context.times) });
    });
    return 0;
}
function manifestLine({ id, length, modifiedNs, labels }, times) {
    const others = Object.keys(labels).filter((name) => name !== 'type');
    const texts = others.map((name) => `${name}:${labels[name]}`).sort(go_json/* compareUtf8 */.zq);
    const shown = (0,plain_text/* visibleText */.Q)(`type:${labels['type'] ?? ''} ${texts.join(' ')}`);
    return `${id} ${String(length).padStart(10)} ${times.text(modifiedNs)} ${shown}`;
}
function manifestJson({ id, length, modifiedNs, labels }) {
    const sorted = Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (0,go_json/* compareUtf8 */.zq)(a, b)));
    return { id, length, labels: sorted, mtime: (0,timestamp/* formatTimestamp */.E)(modifiedNs) };
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
