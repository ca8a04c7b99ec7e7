export const id = 8154;
export const ids = [8154];
export const modules = {

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

/***/ 98154:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   blobStats: () => (/* binding */ blobStats)
/* harmony export */ });
/* harmony import */ var _commands_inspect_blobs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35813);
/* harmony import */ var _commands_inspect_histogram_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13219);
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3364);
/* harmony import */ var _report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49873);
/* harmony import */ var _histogram_lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38030);
/** `cairn blob stats`. */





async function blobStats(context, input) {
    const sizeText = input.isOn('raw') ? String : (0,_report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeTextOf */ .Ym)(context.env);
    const filter = { prefix: input.text('prefix') ?? '', excludedPrefixes: [], minSize: 0, maxSize: 0, isDataOnly: false };
    const histogram = new _commands_inspect_histogram_js__WEBPACK_IMPORTED_MODULE_2__/* .SizeHistogram */ .o();
    let [count, total] = [0, 0];
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_0__/* .withRepository */ .B)(context, { isReadOnly: true, mayBePartial: true }, async ({ care }) => {
        for await (const { length } of (0,_commands_inspect_blobs_js__WEBPACK_IMPORTED_MODULE_3__/* .listBlobs */ .t)(care.storage, filter, context.signal)) {
            count++;
            total += length;
            histogram.add(length);
        }
    });
    context.print(`Count: ${count}`);
    context.print(`Total: ${sizeText(total)}`);
    if (count === 0)
        return 0;
    context.print(`Average: ${sizeText(Math.floor(total / count))}`);
    for (const line of (0,_histogram_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .histogramLines */ .A)(histogram, sizeText))
        context.print(line);
    return 0;
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
