export const id = 768;
export const ids = [768];
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

/***/ 10768:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  contentVerify: () => (/* binding */ contentVerify)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(85416);
// EXTERNAL MODULE: ./lib/commands/inspect/contents.js
var contents = __webpack_require__(77843);
;// CONCATENATED MODULE: ./lib/commands/inspect/content-verify.js
/** Checks that every content lies inside a pack that exists, and reads some or all of them. */



/** How many contents failed. */
function failedContents({ inMissingPacks, inTruncatedPacks, unreadable }) {
    return inMissingPacks + inTruncatedPacks + unreadable;
}
/** Verifies the selection; what is damaged is counted and reported, other failures (storage, cancel) are thrown. */
async function verifyContents(care, options) {
    const { signal, readPercent, random, onProblem } = options;
    const lengths = new Map();
    for await (const blob of care.storage.listBlobs('', signal))
        lengths.set(blob.id, blob.length);
    options.onListed?.(lengths.size);
    const result = {
        verified: 0,
        read: 0,
        inMissingPacks: 0,
        inTruncatedPacks: 0,
        unreadable: 0,
        missingPacks: new Map(),
        truncatedPacks: new Map(),
        corruptedPacks: new Map(),
    };
    const verify = async (entry) => {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        const length = lengths.get(entry.packBlobId);
        if (length === undefined) {
            result.inMissingPacks++;
            count(result.missingPacks, entry.packBlobId);
            onProblem(`content ${entry.id} depends on missing blob ${entry.packBlobId}`);
        }
        else if (entry.packOffset + entry.packedLength > length) {
            result.inTruncatedPacks++;
            count(result.truncatedPacks, entry.packBlobId);
            onProblem(`content ${entry.id} out of bounds of its pack blob ${entry.packBlobId}`);
        }
        else if (isChosen(readPercent, random)) {
            result.read++;
            try {
                await care.contents.readEntry(entry);
            }
            catch (error) {
                if (!(0,errors/* isCairnError */.qN)(error) || error.kind !== 'damage')
                    throw error;
                result.unreadable++;
                count(result.corruptedPacks, entry.packBlobId);
                onProblem(`content ${entry.id} is invalid: ${(0,errors/* messageOf */.bD)(error)}`);
            }
        }
        result.verified++;
        options.onProgress?.(result);
    };
    await (0,util_async/* mapConcurrent */._)((0,contents/* selectContents */.h)(care.contents, options.selection, signal), Math.max(1, options.parallel), verify);
    return result;
}
/** CAIRN_CONTENT_DAMAGED when contents failed. */
function throwIfFailed(result) {
    const failed = failedContents(result);
    if (failed === 0)
        return;
    throw new errors/* CairnError */.eb('CAIRN_CONTENT_DAMAGED', `${failed} of ${result.verified} contents cannot be read.`, {
        hint: 'What needs them cannot be restored in full. Restore the packs named above from a copy of the storage, or take new snapshots.',
    });
}
function count(packs, id) {
    packs.set(id, (packs.get(id) ?? 0) + 1);
}
function isChosen(percent, random) {
    if (percent <= 0)
        return false;
    if (percent >= 100)
        return true;
    const [a = 0, b = 0, c = 0, d = 0] = random(4);
    return (((a * 256 + b) * 256 + c) * 256 + d) / 2 ** 32 < percent / 100;
}

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/util/format.js
var format = __webpack_require__(4849);
// EXTERNAL MODULE: ./lib/cli/content-range.js
var content_range = __webpack_require__(21683);
// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
;// CONCATENATED MODULE: ./lib/cli/verbs/content-verify.js
/** `cairn content verify`. */






async function contentVerify(context, input) {
    const { log, clock, random, signal, times } = context;
    const selection = { range: (0,content_range/* contentRangeOf */.C)(input), deleted: input.isOn('include-deleted') ? 'with' : 'without' };
    const readPercent = input.isOn('full') ? 100 : ((0,flag_values/* numberFlag */.C$)(input, 'download-percent') ?? 0);
    const parallel = Math.max(1, (0,flag_values/* integerFlag */.tB)(input, 'parallel') ?? 16);
    const intervalMs = (0,flag_values/* durationFlagMs */.$K)(input, 'progress-interval') ?? 0;
    await (0,commands_open/* withRepository */.B)(context, { checksStorage: true, isReadOnly: true }, async ({ care }) => {
        log.info('Listing blobs...');
        let expected = 0;
        for (const _ of (0,contents/* selectContents */.h)(care.contents, selection, signal))
            expected++;
        const startedMs = clock.monotonicMs();
        let shownMs = startedMs;
        const result = await verifyContents(care, {
            ...{ selection, readPercent, parallel, random, signal },
            onProblem: (message) => log.warning(message),
            onListed: (count) => {
                log.info(`Listed ${count} blobs.`);
                log.info('Verifying contents...');
            },
            onProgress(now) {
                const nowMs = clock.monotonicMs();
                if (nowMs - shownMs < intervalMs)
                    return;
                shownMs = nowMs;
                const remainingMs = ((nowMs - startedMs) * (expected - now.verified)) / now.verified;
                const share = ((100 * now.verified) / expected).toFixed(1);
                const end = times.text(clock.nowNs() + BigInt(Math.round(remainingMs)) * 1000000n);
                const rest = `remaining ${(0,format/* formatDuration */.a3)(remainingMs)}, ETA ${end}`;
                log.info(`  Verified ${now.verified} of ${expected} contents (${share}%), ${failedContents(now)} errors, ${rest}`);
            },
        });
        log.info('Finished verifying contents');
        log.info(`verifyCounters:\t${JSON.stringify(counters(result))}`);
        const { missingPacks, truncatedPacks, corruptedPacks } = result;
        for (const [name, packs] of Object.entries({
            missingPack: missingPacks,
            truncatedPack: truncatedPacks,
            corruptedPack: corruptedPacks,
        })) {
            for (const [packID, numberOfReferencedContents] of packs) {
                log.warning(`${name}\t${JSON.stringify({ packID, numberOfReferencedContents })}`);
            }
        }
        throwIfFailed(result);
    });
    return 0;
}
function counters(result) {
    return {
        verifiedContents: result.verified,
        totalErrorCount: failedContents(result),
        contentsInMissingPacks: result.inMissingPacks,
        contentsInTruncatedPacks: result.inTruncatedPacks,
        unreadableContents: result.unreadable,
        readContents: result.read,
        missingPacks: result.missingPacks.size,
        truncatedPacks: result.truncatedPacks.size,
        corruptedPacks: result.corruptedPacks.size,
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


/***/ })

};
