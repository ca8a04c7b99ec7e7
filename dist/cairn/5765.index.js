export const id = 5765;
export const ids = [5765];
export const modules = {

/***/ 45765:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  repositorySyncTo: () => (/* binding */ repositorySyncTo),
  repositorySyncToConfig: () => (/* binding */ repositorySyncToConfig)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/blob/open.js + 1 modules
var blob_open = __webpack_require__(72144);
// EXTERNAL MODULE: ./lib/repo/blob/storage-config.js
var storage_config = __webpack_require__(7014);
// EXTERNAL MODULE: ./lib/repo/blob/throttle-limits.js
var throttle_limits = __webpack_require__(56177);
// EXTERNAL MODULE: ./lib/repo/blob/throttling.js
var throttling = __webpack_require__(43155);
// EXTERNAL MODULE: ./lib/repo/config.js
var repo_config = __webpack_require__(45160);
// EXTERNAL MODULE: ./lib/repo/format/index.js + 8 modules
var format = __webpack_require__(16820);
// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(85416);
// EXTERNAL MODULE: ./lib/repo/blob/storage.js
var storage = __webpack_require__(30095);
;// CONCATENATED MODULE: ./lib/repo/sync-blobs.js
/** Making another place hold the same blobs: what is to be copied and removed, and doing it in an order that a reader of the copy survives. */




/** The system is told times in fractions of a second, which are less exact than it tells them. */
const TIME_SLACK_NS = 1000n;
/** Some stores cut the time of a copy to the second, so that it seems older than what it was made from. */
const SECOND_NS = 1000000000n;
/** What has to be done, from the listings of both sides; `target` is read before `source`, so that a blob written meanwhile is copied. */
async function planSync(source, target, options, signal) {
    const extra = new Map(target);
    const copy = [];
    let count = 0;
    let bytes = 0;
    for await (const blob of source.listBlobs('', signal)) {
        const there = extra.get(blob.id);
        extra.delete(blob.id);
        if (there === undefined || (options.updates && isNewer(blob, there)))
            copy.push(blob);
        else {
            count++;
            bytes += blob.length;
        }
    }
    if (!options.deletes || extra.size === 0)
        return { copy, remove: [], inSync: { count, bytes } };
    // What one listing leaves out may be there all the same: only what two of them leave out is removed.
    for await (const { id } of source.listBlobs('', signal)) {
        const there = extra.get(id);
        if (there === undefined)
            continue;
        extra.delete(id);
        count++;
        bytes += there.length;
    }
    return { copy, remove: [...extra.values()], inSync: { count, bytes } };
}
/** Whether a blob was written after its copy. Packs and indexes never change; of the others a copy too many does no harm. */
function isNewer(blob, copy) {
    const copiedNs = (0,storage/* blobTimeNs */.g)(copy);
    const isCut = copiedNs % SECOND_NS === 0n && !blob.id.startsWith('kopia.');
    return (0,storage/* blobTimeNs */.g)(blob) - copiedNs > (isCut ? SECOND_NS : TIME_SLACK_NS);
}
/** Everything in a storage, by name. */
async function listAll(storage, signal) {
    const blobs = new Map();
    for await (const blob of storage.listBlobs('', signal))
        blobs.set(blob.id, blob);
    return blobs;
}
/** First letters of names whose blobs name others: they come last when copying, and go first when removing. */
const INDEXES = ['x', 'n', 'm', 'l'];
/**
 * Copies packs, then indexes; removes indexes, then packs: whoever reads the copy in between finds nothing that names a blob which is not there.
 * A blob that the source no longer has is passed over.
 */
async function executeSync(task) {
    const { plan, target, parallel, signal } = task;
    const isIndex = ({ id }) => INDEXES.includes(id.charAt(0));
    const times = { areKept: task.keepsTimes };
    for (const stage of [plan.copy.filter((blob) => !isIndex(blob)), plan.copy.filter(isIndex)]) {
        await (0,util_async/* mapConcurrent */._)(stage, parallel, (blob) => copyBlob(task, blob, times));
    }
    for (const stage of [plan.remove.filter(isIndex), plan.remove.filter((blob) => !isIndex(blob))]) {
        await (0,util_async/* mapConcurrent */._)(stage, parallel, async ({ id }) => {
            (0,errors/* throwIfCancelled */.dZ)(signal);
            await target.deleteBlob(id);
        });
    }
}
async function copyBlob(task, blob, times) {
    const { source, target, signal, onCopied } = task;
    (0,errors/* throwIfCancelled */.dZ)(signal);
    let bytes;
    try {
        bytes = await source.getBlob(blob.id, { signal });
    }
    catch (error) {
        if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
            throw error;
        return onCopied(blob, true);
    }
    try {
        await target.putBlob(blob.id, [bytes], { signal, ...(times.areKept ? { modifiedNs: (0,storage/* blobTimeNs */.g)(blob) } : {}) });
    }
    catch (error) {
        if (!task.keepsTimes || !(0,errors/* isCairnError */.qN)(error, 'CAIRN_NOT_SUPPORTED'))
            throw error;
        if (times.areKept)
            task.onTimesLost();
        times.areKept = false;
        await target.putBlob(blob.id, [bytes], { signal });
    }
    onCopied(blob, false);
}
/** Fails with CAIRN_SYNC_OTHER_REPOSITORY when the format blobs are of two different repositories. */
function checkSameRepository(source, target, where) {
    if (Buffer.compare((0,format/* decodeFormatBlob */.jK)(source).uniqueId, (0,format/* decodeFormatBlob */.jK)(target).uniqueId) === 0)
        return;
    throw new errors/* CairnError */.eb('CAIRN_SYNC_OTHER_REPOSITORY', `${where} holds another repository: its ${format/* FORMAT_BLOB_ID */.YP} has another unique ID.`, {
        hint: 'Name an empty place, or the one that earlier copies of this repository went to.',
    });
}

// EXTERNAL MODULE: ./lib/commands/storage-options.js
var storage_options = __webpack_require__(62440);
;// CONCATENATED MODULE: ./lib/commands/repository-sync.js
/** Copies the connected repository to another place, or brings that up to date. */









/**
 * Needs no password: blobs are copied as they are.
 *
 * Errors: CAIRN_SYNC_OTHER_REPOSITORY, CAIRN_STORAGE_EMPTY when the target must exist, those of both storages. What was copied stays, and the
 * next run goes on from there.
 */
async function syncRepository(context, request, events) {
    const config = await (0,repo_config/* readClientConfig */.Kg)(context.configPath);
    const opened = await (0,blob_open/* openStorage */.G)(config.storage, { ...(0,storage_options/* storageOptions */.E)(context), mode: 'existing', readonly: true });
    const source = (0,throttling/* throttling */.A)(opened, (0,throttle_limits/* limitsOf */.Af)(config), context.clock);
    try {
        const found = await openTarget(context, request);
        const target = found === undefined ? undefined : (0,throttling/* throttling */.A)(found, (0,throttle_limits/* limitsOf */.Af)({ storage: request.target }), context.clock);
        try {
            if (target !== undefined && target.displayName === source.displayName && prefixOf(request.target) === prefixOf(config.storage)) {
                throw new errors/* CairnError */.eb('CAIRN_USAGE', 'The destination is the repository itself.', { hint: 'Name another folder, bucket or prefix.' });
            }
            return await syncBetween(context, request, source, target, events);
        }
        finally {
            await target?.close();
        }
    }
    finally {
        await source.close();
    }
}
/** Undefined when nothing is there yet and nothing is to be written. */
async function openTarget(context, request) {
    const options = { ...(0,storage_options/* storageOptions */.E)(context), readonly: request.isDryRun };
    // A folder that is missing may be a volume that is not mounted; a bucket has to exist in any case. To log in twice would help nobody.
    const mayBeEmpty = !request.mustExist && !request.isDryRun;
    if (mayBeEmpty && (0,storage_config/* storagePath */.BY)(request.target) === undefined)
        return await (0,blob_open/* openStorage */.G)(request.target, { ...options, mode: 'create' });
    try {
        return await (0,blob_open/* openStorage */.G)(request.target, { ...options, mode: 'existing' });
    }
    catch (error) {
        if (!request.mustExist && (0,errors/* isCairnError */.qN)(error, 'CAIRN_STORAGE_ROOT_MISSING') && error.message.endsWith('does not exist.'))
            throw folderFirst(error);
        if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_STORAGE_EMPTY') || request.mustExist)
            throw error;
        return mayBeEmpty ? await (0,blob_open/* openStorage */.G)(request.target, { ...options, mode: 'create' }) : undefined;
    }
}
/** The same error for a place that a first copy was meant to go to. */
function folderFirst(error) {
    return new errors/* CairnError */.eb(error.code, error.message, {
        hint: 'Check the path for a typo and that the volume is mounted. For a new copy make the folder first, with mkdir: Cairn then fills it.',
        cause: error,
    });
}
/** What the names of blobs begin with in a bucket. */
function prefixOf({ config }) {
    return config['prefix'] ?? '';
}
async function syncBetween(context, request, source, target, events) {
    const { signal, progress } = context;
    events.onStart(source.displayName, target?.displayName ?? `an empty ${(0,storage_config/* storagePath */.BY)(request.target) === undefined ? 'place' : 'folder'}`);
    if (target !== undefined)
        await shareFormatBlob(source, target, request);
    const there = target === undefined ? new Map() : await listAll(target, signal);
    const plan = await planSync(source, there, request, signal);
    events.onPlan(plan);
    if (request.isDryRun || target === undefined)
        return { plan, copiedBlobs: 0, copiedBytes: 0 };
    let copiedBlobs = 0;
    let copiedBytes = 0;
    const expected = { files: plan.copy.length, bytes: plan.copy.reduce((sum, { length }) => sum + length, 0) };
    progress.start('copy', expected, 'blobs');
    try {
        await executeSync({
            source,
            target,
            plan,
            parallel: request.parallel,
            keepsTimes: request.keepsTimes,
            signal,
            onTimesLost: () => context.log.warning(`${target.displayName} cannot hold the times of the originals: the copies have their own.`),
            onCopied(blob, isGone) {
                if (isGone)
                    return context.log.info(`Passed over ${blob.id}: the repository no longer has it.`);
                copiedBlobs++;
                copiedBytes += blob.length;
                progress.update({ files: copiedBlobs, bytes: copiedBytes, hashedFiles: 0, hashedBytes: 0, uploadedBytes: copiedBytes, errors: 0 });
            },
        });
    }
    finally {
        progress.finish();
    }
    await target.flush?.({ signal });
    return { plan, copiedBlobs, copiedBytes };
}
/** The format blob goes first: it says whose copy this is, so that an interrupted one can be gone on with and nothing else gets mixed in. */
async function shareFormatBlob(source, target, request) {
    const formatBlob = await source.getBlob(format/* FORMAT_BLOB_ID */.YP);
    const found = await target.statBlob(format/* FORMAT_BLOB_ID */.YP);
    if (found !== undefined)
        checkSameRepository(formatBlob, await target.getBlob(format/* FORMAT_BLOB_ID */.YP), target.displayName);
    else if (!request.isDryRun)
        await target.putBlob(format/* FORMAT_BLOB_ID */.YP, [formatBlob]);
}

// EXTERNAL MODULE: ./lib/report/kopia-numbers.js
var kopia_numbers = __webpack_require__(49873);
// EXTERNAL MODULE: ./lib/util/format.js
var util_format = __webpack_require__(4849);
// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
// EXTERNAL MODULE: ./lib/cli/storage-flags.js + 6 modules
var storage_flags = __webpack_require__(52606);
;// CONCATENATED MODULE: ./lib/cli/verbs/repository-sync.js
/** `cairn repository sync-to`. */





async function repositorySyncTo(context, input, kind) {
    return await syncTo(context, input, await (0,storage_flags/* storageOfFlags */.C)(kind, context, input));
}
async function repositorySyncToConfig(context, input) {
    return await syncTo(context, input, (await (0,storage_flags/* storageOfConfig */.n)(context, input)).storage);
}
async function syncTo(context, input, target) {
    const { log } = context;
    const size = (0,kopia_numbers/* sizeTextOf */.Ym)(context.env);
    const blobs = (list) => words(list.length, sum(list));
    const words = (count, bytes) => `${(0,util_format/* formatQuantity */.VZ)(count, 'blob')} (${size(bytes)})`;
    const deletes = input.isOn('delete');
    const isDryRun = input.isOn('dry-run');
    const request = {
        target,
        updates: input.isOn('update'),
        deletes,
        isDryRun,
        mustExist: input.isOn('must-exist'),
        keepsTimes: input.isOn('times'),
        parallel: (0,flag_values/* countFlag */.GN)(input, 'parallel') ?? 1,
    };
    const result = await syncRepository(context, request, {
        onStart(from, to) {
            log.info(`Copying the repository in ${from} to ${to}.`);
            if (!deletes)
                log.info('Nothing is removed from the copy without --delete.');
        },
        onPlan({ copy, remove, inSync }) {
            log.info(`To copy: ${blobs(copy)}. To remove: ${blobs(remove)}. In sync: ${words(inSync.count, inSync.bytes)}.`);
        },
    });
    if (isDryRun)
        log.info('Nothing was changed.');
    else
        log.info(`Copied ${words(result.copiedBlobs, result.copiedBytes)}, removed ${blobs(result.plan.remove)}.`);
    return 0;
}
function sum(list) {
    return list.reduce((total, { length }) => total + length, 0);
}


/***/ }),

/***/ 43155:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ throttling)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_async_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85416);
/* harmony import */ var _storage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30095);
/** A storage that is used no faster than the limits of its connection allow. */



/** What was not used in this time may be used at once. */
const BURST_MS = 1000;
/**
 * The same storage within `limits`. Bytes are counted when they are handed over: a blob goes at full speed, and what comes after it waits.
 *
 * A wait that `signal` ends fails with CAIRN_CANCELLED.
 */
function throttling(storage, limits, clock) {
    if (Object.values(limits).every((limit) => limit === 0))
        return storage;
    const [reads, writes, lists] = [limits.readsPerSecond, limits.writesPerSecond, limits.listsPerSecond].map((rate) => paced(rate, clock));
    const [uploads, downloads] = [limits.uploadBytesPerSecond, limits.downloadBytesPerSecond].map((rate) => paced(rate, clock));
    const reading = slots(limits.concurrentReads);
    const writing = slots(limits.concurrentWrites);
    return {
        displayName: storage.displayName,
        getBlob: (id, options) => reading(async () => {
            await reads?.(1, options?.signal);
            // The bytes of an earlier read are what this one waits for.
            await downloads?.(0, options?.signal);
            const bytes = await storage.getBlob(id, options);
            downloads?.spend(bytes.length);
            return bytes;
        }),
        statBlob: (id) => reading(async () => {
            await reads?.(1, undefined);
            return await storage.statBlob(id);
        }),
        putBlob: (id, parts, options) => writing(async () => {
            await writes?.(1, options?.signal);
            await uploads?.(0, options?.signal);
            uploads?.spend(parts.reduce((sum, { length }) => sum + length, 0));
            return await storage.putBlob(id, parts, options);
        }),
        deleteBlob: (id) => writing(async () => {
            await writes?.(1, undefined);
            await storage.deleteBlob(id);
        }),
        async *listBlobs(prefix, signal) {
            await lists?.(1, signal);
            yield* storage.listBlobs(prefix, signal);
        },
        ...(0,_storage_js__WEBPACK_IMPORTED_MODULE_1__/* .flushOf */ .e)(storage),
        close: () => storage.close(),
    };
}
/** Undefined without a limit. */
function paced(perSecond, clock) {
    if (perSecond === 0)
        return undefined;
    // When everything asked for so far is paid for, at this rate.
    let paidAtMs = Number.NEGATIVE_INFINITY;
    const spend = (amount) => {
        paidAtMs = Math.max(paidAtMs, clock.monotonicMs() - BURST_MS) + (amount / perSecond) * 1000;
    };
    const wait = async (amount, signal) => {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        spend(amount);
        const delayMs = paidAtMs - clock.monotonicMs();
        if (delayMs <= 0)
            return;
        try {
            await clock.sleep(delayMs, signal);
        }
        catch (reason) {
            throw signal?.aborted ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)() : reason;
        }
    };
    return Object.assign(wait, { spend });
}
function slots(count) {
    if (count === 0)
        return (work) => work();
    const semaphore = new _util_async_js__WEBPACK_IMPORTED_MODULE_2__/* .Semaphore */ .j(Math.max(1, Math.floor(count)));
    return (work) => semaphore.use(work);
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
