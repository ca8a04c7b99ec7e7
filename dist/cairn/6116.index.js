export const id = 6116;
export const ids = [6116];
export const modules = {

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

/***/ 46116:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  blobGc: () => (/* binding */ blobGc)
});

// EXTERNAL MODULE: ./lib/maintenance/lease.js
var maintenance_lease = __webpack_require__(26777);
// EXTERNAL MODULE: ./lib/maintenance/safety.js
var maintenance_safety = __webpack_require__(56217);
// EXTERNAL MODULE: ./lib/maintenance/schedule.js
var schedule = __webpack_require__(36406);
// EXTERNAL MODULE: ./lib/maintenance/steps/delete-packs.js
var delete_packs = __webpack_require__(30235);
// EXTERNAL MODULE: ./lib/repo/content/blob-names.js
var blob_names = __webpack_require__(23210);
;// CONCATENATED MODULE: ./lib/commands/inspect/blob-gc.js





const NS_PER_MS = 1000000n;
/**
 * Does it. Erasing holds the lease on maintenance, so that no other client maintains meanwhile.
 *
 * Errors: CAIRN_MAINTENANCE_BUSY, CAIRN_MAINTENANCE_LEASE_LOST, storage kinds.
 */
async function collectGarbageBlobs(repository, options) {
    const { care, identity, clock } = repository;
    const { log, size, signal, prefix, isDryRun } = options;
    const { dataPack, metadataPack, session } = blob_names/* BLOB_PREFIXES */.dX;
    const prefixes = prefix === '' ? [dataPack, metadataPack, session] : [prefix];
    const erase = async (startNs, guard) => {
        const safety = maintenance_safety/* SAFETY */.HU[options.safety];
        const tools = {
            repository,
            safety,
            startNs,
            log,
            size,
            signal,
            parameters: { listParallelism: options.parallel },
            ...guard,
        };
        const { data } = await (0,delete_packs/* erasePacks */.zl)(tools, prefixes, isDryRun);
        return { count: Number(data['unreferencedPackCount']), bytes: Number(data['unreferencedTotalSize']) };
    };
    if (isDryRun)
        return await erase(clock.nowNs(), { keep: async () => { }, confirm: async () => { } });
    const lease = await (0,maintenance_lease/* takeLease */._)({
        storage: care.storage,
        format: care.format,
        identity,
        clock,
        random: care.contents.codec.random,
        log,
        longestStepMs: (0,schedule/* longestStepMs */.lB)((await (0,schedule/* loadSchedule */.g7)(care)) ?? schedule/* EMPTY_SCHEDULE */.yX),
    });
    try {
        const startNs = lease.takenMs === undefined ? clock.nowNs() : BigInt(Math.round(lease.takenMs)) * NS_PER_MS;
        return await erase(startNs, { keep: () => lease.keep(), confirm: () => lease.confirm() });
    }
    finally {
        await lease.release();
    }
}

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/report/kopia-numbers.js
var kopia_numbers = __webpack_require__(49873);
// EXTERNAL MODULE: ./lib/cli/dangerous.js
var dangerous = __webpack_require__(62542);
// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
;// CONCATENATED MODULE: ./lib/cli/verbs/blob-gc.js
/** `cairn blob gc`. */





async function blobGc(context, input) {
    (0,dangerous/* requireDangerousCommands */.o)(context, 'blob gc');
    const isDryRun = input.text('delete') !== 'yes';
    const { log, signal } = context;
    const size = (0,kopia_numbers/* sizeTextOf */.Ym)(context.env);
    const prefix = input.text('prefix') ?? '';
    const safety = input.text('safety') === 'none' ? 'none' : 'full';
    const parallel = (0,flag_values/* integerFlag */.tB)(input, 'parallel') ?? 16;
    await (0,commands_open/* withRepository */.B)(context, { isReadOnly: isDryRun }, async (repository) => {
        const { count, bytes } = await collectGarbageBlobs(repository, { prefix, isDryRun, parallel, safety, log, size, signal });
        log.info(`${isDryRun ? 'Found' : 'Deleted'} ${count} blobs (${size(bytes)}) that nothing refers to.`);
        if (isDryRun && count > 0)
            log.info('Pass --delete=yes to delete.');
    });
    return 0;
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
