export const id = 1859;
export const ids = [1859];
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

/***/ 38030:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ histogramLines)
/* harmony export */ });
/** A title, an empty line, and a line for each class. */
function histogramLines(histogram, sizeText) {
    const classes = histogram.classes().map(({ count, from, below, totalBytes }) => {
        return `${String(count).padStart(9)} between ${sizeText(from)} and ${sizeText(below)} (total ${sizeText(totalBytes)})`;
    });
    return ['Histogram:', '', ...classes];
}


/***/ }),

/***/ 91859:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  contentStatsVerb: () => (/* binding */ contentStatsVerb)
});

// EXTERNAL MODULE: ./lib/repo/compression/index.js + 10 modules
var compression = __webpack_require__(17185);
// EXTERNAL MODULE: ./lib/commands/inspect/histogram.js
var inspect_histogram = __webpack_require__(13219);
;// CONCATENATED MODULE: ./lib/commands/inspect/content-stats.js
/** How many contents there are, how large, and what compression saves. */


/** Adds up `entries`. */
function contentStats(entries) {
    const all = { count: 0, originalBytes: 0, packedBytes: 0 };
    const byId = new Map();
    const histogram = new inspect_histogram/* SizeHistogram */.o();
    for (const { compressionId, originalLength, packedLength } of entries) {
        let method = byId.get(compressionId);
        if (method === undefined) {
            method = { count: 0, originalBytes: 0, packedBytes: 0 };
            byId.set(compressionId, method);
        }
        for (const totals of [all, method]) {
            totals.count++;
            totals.originalBytes += originalLength;
            totals.packedBytes += packedLength;
        }
        histogram.add(packedLength);
    }
    const methods = new Map();
    for (const [id, totals] of [...byId].sort(([a], [b]) => a - b)) {
        const name = id === 0 ? '' : (0,compression/* compressorNameOf */.i5)(id);
        if (name !== undefined)
            methods.set(name, totals);
    }
    return { ...all, methods, methodCount: byId.size, histogram };
}

// EXTERNAL MODULE: ./lib/commands/inspect/contents.js
var contents = __webpack_require__(77843);
// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/report/kopia-numbers.js
var kopia_numbers = __webpack_require__(49873);
// EXTERNAL MODULE: ./lib/cli/content-range.js
var content_range = __webpack_require__(21683);
// EXTERNAL MODULE: ./lib/cli/histogram-lines.js
var histogram_lines = __webpack_require__(38030);
;// CONCATENATED MODULE: ./lib/cli/verbs/content-stats.js
/** `cairn content stats`. */






async function contentStatsVerb(context, input) {
    const sizeText = input.isOn('raw') ? String : (0,kopia_numbers/* sizeTextOf */.Ym)(context.env);
    const selection = { range: (0,content_range/* contentRangeOf */.C)(input), deleted: 'without' };
    await (0,commands_open/* withRepository */.B)(context, { isReadOnly: true }, async ({ care }) => {
        const stats = contentStats((0,contents/* selectContents */.h)(care.contents, selection, context.signal));
        const { count, originalBytes, packedBytes } = stats;
        context.print(`Count: ${count}`);
        context.print(`Total Bytes: ${sizeText(originalBytes)}`);
        if (packedBytes < originalBytes) {
            context.print(`Total Packed: ${sizeText(packedBytes)} (compression ${(0,kopia_numbers/* savingText */.GQ)(originalBytes, packedBytes)})`);
        }
        if (stats.methodCount > 1) {
            context.print('By Method:');
            for (const [name, method] of stats.methods) {
                const size = `count: ${method.count} size: ${sizeText(method.originalBytes)}`;
                const saved = `packed: ${sizeText(method.packedBytes)} compression: ${(0,kopia_numbers/* savingText */.GQ)(method.originalBytes, method.packedBytes)}`;
                context.print(name === '' ? `  ${'(uncompressed)'.padEnd(22)} ${size}` : `  ${name.padEnd(22)} ${size} ${saved}`);
            }
        }
        if (count === 0)
            return;
        context.print(`Average: ${sizeText(Math.floor(originalBytes / count))}`);
        for (const line of (0,histogram_lines/* histogramLines */.A)(stats.histogram, sizeText))
            context.print(line);
    });
    return 0;
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

/***/ 13219:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ SizeHistogram)
/* harmony export */ });
/** How many things there are of which size, by powers of ten. */
const LIMITS = [10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];
/** Counts sizes; those of the last limit and above are in no class. */
class SizeHistogram {
    #counts = LIMITS.map(() => ({ count: 0, totalBytes: 0 }));
    add(sizeBytes) {
        const found = this.#counts[LIMITS.findIndex((limit) => sizeBytes < limit)];
        if (found === undefined)
            return;
        found.count++;
        found.totalBytes += sizeBytes;
    }
    classes() {
        return this.#counts.map((each, index) => ({ ...each, from: LIMITS[index - 1] ?? 0, below: LIMITS[index] ?? 0 }));
    }
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


/***/ })

};
