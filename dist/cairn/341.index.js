export const id = 341;
export const ids = [341];
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

/***/ 62542:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ requireDangerousCommands)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** The switch in front of commands that can make a repository unreadable. */

/** CAIRN_DANGEROUS_COMMAND unless the user enabled dangerous commands (docs/cli.md, "Dangerous commands"). */
function requireDangerousCommands(context, command) {
    if (context.dangerousCommands === 'enabled')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_DANGEROUS_COMMAND', `"cairn ${command}" can damage the repository and lose snapshots, so it is off.`, {
        hint: 'Nobody needs it in normal use: "cairn maintenance run" does such work safely. To run it all the same, add --dangerous-commands=enabled.',
    });
}


/***/ }),

/***/ 50341:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  contentRewrite: () => (/* binding */ contentRewrite)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/maintenance/safety.js
var safety = __webpack_require__(56217);
// EXTERNAL MODULE: ./lib/repo/content/content-id.js
var content_id = __webpack_require__(60609);
// EXTERNAL MODULE: ./lib/repo/content/pack-group.js
var pack_group = __webpack_require__(68015);
// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(85416);
// EXTERNAL MODULE: ./lib/commands/inspect/contents.js
var contents = __webpack_require__(77843);
;// CONCATENATED MODULE: ./lib/commands/inspect/content-rewrite.js
/** Moves contents to new packs: chosen ones, those of short packs, or those of a format version. */






/** Packs that are used for less than this share of their full size are short. */
const SHORT_PERCENT = 60;
const NS_PER_SECOND = 1000000000n;
/** Moves them and commits; CAIRN_CONTENT_DAMAGED when some could not be moved, which commits none. */
async function rewriteContents(care, nowNs, options) {
    const { contents } = care;
    const { signal, log, isDryRun } = options;
    const oldestNs = nowNs - safety/* SAFETY */.HU[options.safety].rewriteMinAgeNs;
    let [toRewrite, rewritten, retained, failed] = [0, 0, 0, 0];
    await (0,util_async/* mapConcurrent */._)(await chosenContents(care, options), Math.max(1, options.parallel), async (entry) => {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        if (BigInt(entry.timestampSeconds) * NS_PER_SECOND > oldestNs) {
            retained++;
            return;
        }
        toRewrite++;
        if (isDryRun)
            return log.info(`would rewrite ${entry.id} (${entry.packedLength} bytes) of ${entry.packBlobId}`);
        try {
            if (await contents.rewrite(entry.id, signal))
                rewritten++;
        }
        catch (error) {
            if (!(0,errors/* isCairnError */.qN)(error) || error.kind !== 'damage')
                throw error;
            failed++;
            log.warning(`unable to rewrite content ${entry.id}: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    });
    if (failed > 0) {
        throw new errors/* CairnError */.eb('CAIRN_CONTENT_DAMAGED', `${failed} contents could not be rewritten; nothing was changed.`, {
            hint: 'Find out what is damaged with "cairn content verify --full".',
        });
    }
    await contents.flush(signal);
    return { toRewrite, rewritten, retained };
}
/** Every live content once: those of the IDs, then all others. Deleted contents are left to be erased where they are. */
async function chosenContents(care, options) {
    const chosen = new Map();
    for (const id of options.ids)
        chosen.set(id, await care.contents.find(id));
    const { packPrefix, formatVersion, signal } = options;
    if (options.shortPacks) {
        const isShort = shortPacks(care, options);
        // As in kopia, the range of IDs does not matter here.
        for (const entry of allContents(care, { kind: 'starts', prefix: '' }, signal)) {
            if (isShort.has(entry.packBlobId))
                chosen.set(entry.id, entry);
        }
    }
    if (formatVersion > 0) {
        for (const entry of allContents(care, options.range, signal)) {
            if (entry.formatVersion === formatVersion && entry.packBlobId.startsWith(packPrefix))
                chosen.set(entry.id, entry);
        }
    }
    return [...chosen.values()].filter(({ isDeleted }) => !isDeleted);
}
/** Names of short packs that can be put together. */
function shortPacks(care, { packPrefix, signal }) {
    const uses = new Map();
    for (const { id, packBlobId, packedLength } of allContents(care, { kind: 'starts', prefix: '' }, signal)) {
        if (packBlobId.startsWith(packPrefix))
            uses.set(packBlobId, (0,pack_group/* withContent */.Qi)(uses.get(packBlobId), (0,content_id/* keyOfContentId */.xD)(id)?.[0] !== 0, packedLength));
    }
    const threshold = Math.floor((care.format.content.maxPackSizeBytes * SHORT_PERCENT) / 100);
    return (0,pack_group/* packsToMerge */.I$)([...uses].filter(([, { bytes }]) => bytes < threshold));
}
function allContents(care, range, signal) {
    return (0,contents/* selectContents */.h)(care.contents, { range, deleted: 'with' }, signal);
}

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/cli/content-range.js
var content_range = __webpack_require__(21683);
// EXTERNAL MODULE: ./lib/cli/dangerous.js
var dangerous = __webpack_require__(62542);
// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
;// CONCATENATED MODULE: ./lib/cli/verbs/content-rewrite.js
/** `cairn content rewrite`. */





async function contentRewrite(context, input) {
    (0,dangerous/* requireDangerousCommands */.o)(context, 'content rewrite');
    const isDryRun = input.isOn('dry-run');
    const options = {
        ids: (0,content_range/* contentIdsOf */.p)(input.arguments('contentID')),
        range: (0,content_range/* contentRangeOf */.C)(input),
        packPrefix: input.text('pack-prefix') ?? '',
        shortPacks: input.isOn('short'),
        formatVersion: (0,flag_values/* integerFlag */.tB)(input, 'format-version') ?? -1,
        parallel: (0,flag_values/* integerFlag */.tB)(input, 'parallelism') ?? 16,
        isDryRun,
        safety: input.text('safety') === 'none' ? 'none' : 'full',
        log: context.log,
        signal: context.signal,
    };
    await (0,commands_open/* withRepository */.B)(context, { isReadOnly: isDryRun }, async ({ care, clock }) => {
        const { toRewrite, rewritten, retained } = await rewriteContents(care, clock.nowNs(), options);
        const young = retained > 0 ? ` ${retained} are too young to be moved.` : '';
        context.log.info(isDryRun ? `Would rewrite ${toRewrite} contents.${young}` : `Rewrote ${rewritten} of ${toRewrite} contents.${young}`);
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


/***/ })

};
