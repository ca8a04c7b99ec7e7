export const id = 4291;
export const ids = [4291];
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

/***/ 14291:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  indexOptimize: () => (/* binding */ indexOptimize)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/maintenance/epoch-care.js
var epoch_care = __webpack_require__(21650);
// EXTERNAL MODULE: ./lib/maintenance/legacy-care.js
var legacy_care = __webpack_require__(47140);
// EXTERNAL MODULE: ./lib/repo/content/epoch-maintenance.js
var epoch_maintenance = __webpack_require__(45281);
// EXTERNAL MODULE: ./lib/repo/content/index/legacy-compaction.js
var legacy_compaction = __webpack_require__(61162);
;// CONCATENATED MODULE: ./lib/commands/inspect/index-optimize.js
/** Puts index blobs together by hand, and forgets contents that were deleted. */





const NS_PER_SECOND = 1000000000n;
/**
 * Does it; in a repository with epochs only the forgetting of deleted contents, because its index blobs are put together by maintenance.
 *
 * Errors: CAIRN_NOT_SUPPORTED when single contents are to be forgotten and there are epochs.
 */
async function optimizeIndex(repository, options) {
    const { signal, dropDeletedOlderThanNs: ageNs, all, maxSmallBlobs } = options;
    const tools = { repository, signal };
    const dropBeforeNs = ageNs > 0n ? repository.clock.nowNs() - ageNs : undefined;
    if (repository.facts.epochsEnabled) {
        if (options.dropContents.length > 0) {
            throw new errors/* CairnError */.eb('CAIRN_NOT_SUPPORTED', 'Single contents can only be dropped from an index without epochs.', {
                hint: 'Mark them as deleted with "cairn content delete"; maintenance forgets them later.',
            });
        }
        if (dropBeforeNs !== undefined)
            await (0,epoch_maintenance/* advanceWatermark */.dm)((0,epoch_care/* epochCareOf */.K)(tools), Number(dropBeforeNs / NS_PER_SECOND));
        return;
    }
    const dropDeletedBeforeSeconds = dropBeforeNs === undefined ? undefined : Number(dropBeforeNs / NS_PER_SECOND);
    const dropContents = new Set(options.dropContents);
    await (0,legacy_compaction/* compactLegacyIndexes */.f)((0,legacy_care/* legacyCareOf */.Y)(tools), { all, maxSmallBlobs, isPatient: true, dropDeletedBeforeSeconds, dropContents });
}

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/cli/content-range.js
var content_range = __webpack_require__(21683);
// EXTERNAL MODULE: ./lib/cli/dangerous.js
var dangerous = __webpack_require__(62542);
// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
;// CONCATENATED MODULE: ./lib/cli/verbs/index-optimize.js
/** `cairn index optimize`. */





async function indexOptimize(context, input) {
    (0,dangerous/* requireDangerousCommands */.o)(context, 'index optimize');
    const options = {
        maxSmallBlobs: (0,flag_values/* integerFlag */.tB)(input, 'max-small-blobs') ?? 1,
        all: input.isOn('all'),
        dropDeletedOlderThanNs: (0,flag_values/* durationFlagNs */.mM)(input, 'drop-deleted-older-than') ?? 0n,
        dropContents: (0,content_range/* contentIdsOf */.p)(input.list('drop-contents')),
        signal: context.signal,
    };
    await (0,commands_open/* withRepository */.B)(context, {}, (repository) => optimizeIndex(repository, options));
    return 0;
}


/***/ })

};
