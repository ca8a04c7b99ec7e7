export const id = 5765;
export const ids = [5765];
export const modules = {

/***/ 19277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f8: () => (/* binding */ filesystemStorage),
/* harmony export */   nB: () => (/* binding */ storageOfConfig),
/* harmony export */   s$: () => (/* binding */ filesystemOptions)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _repo_blob_storage_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7014);
/* harmony import */ var _repo_blob_throttle_limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56177);
/* harmony import */ var _repo_config_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45160);
/* harmony import */ var _repo_connection_token_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(44998);
/* harmony import */ var _flag_values_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(50165);
/** Where a repository is, from the flags of a folder or of a token. */








const MAX_TOKEN_BYTES = 1024 * 1024;
/** Reads FILESYSTEM_FLAGS; the path as it was typed. Errors: CAIRN_USAGE. */
function filesystemOptions(input) {
    const path = input.text('path');
    if (path === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_USAGE', '--path is missing.', { hint: 'Give the folder of the repository: --path /backup/repository' });
    const number = (name, radix) => {
        const text = input.text(name);
        if (text === undefined)
            return undefined;
        const value = Number.parseInt(text, radix);
        if (!(radix === 8 ? /^[0-7]{3,5}$/ : /^\d{1,9}$/).test(text))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_USAGE', `--${name} "${text}" is not a number.`);
        return value;
    };
    const [fileMode, dirMode, uid, gid] = [number('file-mode', 8), number('dir-mode', 8), number('owner-uid', 10), number('owner-gid', 10)];
    const limits = {
        ..._repo_blob_throttle_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .UNLIMITED */ .Mp,
        downloadBytesPerSecond: speed(input, 'max-download-speed'),
        uploadBytesPerSecond: speed(input, 'max-upload-speed'),
    };
    return {
        path,
        ...(fileMode === undefined ? {} : { fileMode }),
        ...(dirMode === undefined ? {} : { dirMode }),
        ...(uid === undefined ? {} : { uid }),
        ...(gid === undefined ? {} : { gid }),
        ...(input.isOn('flat') ? { shards: [] } : {}),
        limits,
    };
}
/** The folder of FILESYSTEM_FLAGS as a connection file names it. */
function filesystemStorage(context, input) {
    const options = filesystemOptions(input);
    return (0,_repo_blob_storage_config_js__WEBPACK_IMPORTED_MODULE_3__/* .filesystemStorageConfig */ .fR)({ ...options, path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, options.path) });
}
function speed(input, name) {
    const value = (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_7__/* .numberFlag */ .C$)(input, name) ?? 0;
    if (value >= 0)
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_USAGE', `--${name} takes a number of bytes; 0 is unlimited.`);
}
/** Reads TOKEN_FLAGS and, with `takesFile`, those of another connection file. Errors: CAIRN_USAGE, CAIRN_TOKEN_INVALID, those of that file. */
async function storageOfConfig(context, input, takesFile) {
    const names = [...(takesFile ? ['file'] : []), 'token', 'token-file', 'token-stdin'];
    const given = names.filter((name) => input.text(name) !== undefined || input.isOn(name));
    if (given.length !== 1) {
        const words = names.map((name) => `--${name}`).join(', ');
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_USAGE', given.length === 0 ? `One of ${words} is needed.` : `Only one of ${words} can be given.`);
    }
    const file = input.text('file');
    if (takesFile && file !== undefined)
        return { storage: (await (0,_repo_config_js__WEBPACK_IMPORTED_MODULE_5__/* .readClientConfig */ .Kg)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, file))).storage };
    const token = (0,_repo_connection_token_js__WEBPACK_IMPORTED_MODULE_6__/* .decodeToken */ .o)(await tokenText(context, input));
    if (token.password !== undefined)
        context.mask(token.password);
    return token;
}
async function tokenText(context, input) {
    const text = input.text('token');
    if (text !== undefined)
        return text;
    const path = input.text('token-file');
    if (path === undefined)
        return Buffer.from(await context.readInput(MAX_TOKEN_BYTES)).toString('latin1');
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, path), 'latin1');
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_USAGE', `The file of --token-file cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}.`, { cause });
    }
}


/***/ }),

/***/ 45765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  repositorySyncToConfig: () => (/* binding */ repositorySyncToConfig),
  repositorySyncToFilesystem: () => (/* binding */ repositorySyncToFilesystem)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/blob/open.js + 3 modules
var blob_open = __webpack_require__(19265);
// EXTERNAL MODULE: ./lib/repo/blob/throttle-limits.js
var throttle_limits = __webpack_require__(56177);
// EXTERNAL MODULE: ./lib/repo/blob/throttling.js
var throttling = __webpack_require__(43155);
// EXTERNAL MODULE: ./lib/repo/config.js
var repo_config = __webpack_require__(45160);
// EXTERNAL MODULE: ./lib/repo/format/index.js + 11 modules
var format = __webpack_require__(35267);
// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(85416);
// EXTERNAL MODULE: ./lib/repo/blob/storage.js
var storage = __webpack_require__(30095);
;// CONCATENATED MODULE: ./lib/repo/sync-blobs.js
/** Making another place hold the same blobs: what is to be copied and removed, and doing it in an order that a reader of the copy survives. */




/** The system is told times in fractions of a second, which are less exact than it tells them. */
const TIME_SLACK_NS = 1000n;
/** What has to be done, from the listings of both sides; `target` is read before `source`, so that a blob written meanwhile is copied. */
async function planSync(source, target, options, signal) {
    const extra = new Map(target);
    const copy = [];
    let count = 0;
    let bytes = 0;
    for await (const blob of source.listBlobs('', signal)) {
        const there = extra.get(blob.id);
        extra.delete(blob.id);
        if (there === undefined || (options.updates && (0,storage/* blobTimeNs */.g)(blob) - (0,storage/* blobTimeNs */.g)(there) > TIME_SLACK_NS))
            copy.push(blob);
        else {
            count++;
            bytes += blob.length;
        }
    }
    return { copy, remove: options.deletes ? [...extra.values()] : [], inSync: { count, bytes } };
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
    for (const stage of [plan.copy.filter((blob) => !isIndex(blob)), plan.copy.filter(isIndex)]) {
        await (0,util_async/* mapConcurrent */._)(stage, parallel, (blob) => copyBlob(task, blob));
    }
    for (const stage of [plan.remove.filter(isIndex), plan.remove.filter((blob) => !isIndex(blob))]) {
        await (0,util_async/* mapConcurrent */._)(stage, parallel, async ({ id }) => {
            (0,errors/* throwIfCancelled */.dZ)(signal);
            await target.deleteBlob(id);
        });
    }
}
async function copyBlob({ source, target, keepsTimes, signal, onCopied }, blob) {
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
    await target.putBlob(blob.id, [bytes], { signal, ...(keepsTimes ? { modifiedNs: (0,storage/* blobTimeNs */.g)(blob) } : {}) });
    onCopied(blob, false);
}
/** Fails with CAIRN_SYNC_OTHER_REPOSITORY when the format blobs are of two different repositories. */
function checkSameRepository(source, target, where) {
    if (Buffer.compare((0,format/* decodeFormatBlob */.jK)(source).uniqueId, (0,format/* decodeFormatBlob */.jK)(target).uniqueId) === 0)
        return;
    throw new errors/* CairnError */.eb('CAIRN_SYNC_OTHER_REPOSITORY', `${where} holds another repository: its ${format/* FORMAT_BLOB_ID */.YP} has another unique ID.`, {
        hint: 'Name an empty folder, or the one that earlier copies of this repository went to.',
    });
}

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
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
    const opened = await (0,blob_open/* openStorage */.G)(config.storage, { ...(0,commands_open/* storageOptions */.Ep)(context), mode: 'existing', readonly: true });
    const source = (0,throttling/* throttling */.A)(opened, (0,throttle_limits/* limitsOf */.Af)(config), context.clock);
    try {
        const found = await openTarget(context, request);
        const target = found === undefined ? undefined : (0,throttling/* throttling */.A)(found, (0,throttle_limits/* limitsOf */.Af)({ storage: request.target }), context.clock);
        try {
            if (target !== undefined && target.displayName === source.displayName) {
                throw new errors/* CairnError */.eb('CAIRN_USAGE', 'The destination is the repository itself.', { hint: 'Name another folder.' });
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
    const options = { ...(0,commands_open/* storageOptions */.Ep)(context), readonly: request.isDryRun };
    try {
        return await (0,blob_open/* openStorage */.G)(request.target, { ...options, mode: 'existing' });
    }
    catch (error) {
        if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_STORAGE_EMPTY') || request.mustExist)
            throw error;
        return request.isDryRun ? undefined : await (0,blob_open/* openStorage */.G)(request.target, { ...options, mode: 'create' });
    }
}
async function syncBetween(context, request, source, target, events) {
    const { signal, progress } = context;
    events.onStart(source.displayName, target?.displayName ?? 'an empty folder');
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
// EXTERNAL MODULE: ./lib/cli/storage-flags.js
var storage_flags = __webpack_require__(19277);
;// CONCATENATED MODULE: ./lib/cli/verbs/repository-sync.js
/** `cairn repository sync-to`. */





async function repositorySyncToFilesystem(context, input) {
    return await syncTo(context, input, (0,storage_flags/* filesystemStorage */.f8)(context, input));
}
async function repositorySyncToConfig(context, input) {
    return await syncTo(context, input, (await (0,storage_flags/* storageOfConfig */.nB)(context, input, true)).storage);
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

/***/ 44998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ encodeToken),
/* harmony export */   o: () => (/* binding */ decodeToken)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1873);
/* harmony import */ var _config_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82226);
/**
 * The text that carries a connection to another machine (docs/repository-format.md, "Connection tokens"): unpadded base64url of
 *
 * {"version":"1","storage":{"type":…,"config":{…}},"password":…}
 */




const VERSION = '1';
/** The token; whoever has it can read the password in it. */
function encodeToken({ storage, password }) {
    const json = (0,_config_format_js__WEBPACK_IMPORTED_MODULE_2__/* .compactGoJson */ .wI)({ version: VERSION, storage, password: password === '' ? undefined : password });
    return Buffer.from((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(json)).toString('base64url');
}
/** Reads a token, white space around it aside; CAIRN_TOKEN_INVALID for anything else. The message never repeats the token. */
function decodeToken(text) {
    const token = text.trim();
    if (!/^[A-Za-z0-9_-]+$/.test(token))
        throw invalid('it has characters that no token has');
    let value;
    try {
        value = JSON.parse((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .fromUtf8 */ .ar)(new Uint8Array(Buffer.from(token, 'base64url'))) ?? '');
    }
    catch {
        throw invalid('it is cut off or damaged');
    }
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(value))
        throw invalid('it is cut off or damaged');
    if (value['version'] !== VERSION)
        throw invalid('it is of another version');
    const { storage, password } = value;
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(storage) || typeof storage['type'] !== 'string' || !(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(storage['config'])) {
        throw invalid('it does not name a storage');
    }
    if (password !== undefined && password !== null && typeof password !== 'string')
        throw invalid('its password is no text');
    return {
        storage: { type: storage['type'], config: storage['config'] },
        ...(typeof password === 'string' && password !== '' ? { password } : {}),
    };
}
function invalid(reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_TOKEN_INVALID', `The connection token cannot be used: ${reason}.`, {
        hint: 'Copy all of it, as "repository status --reconnect-token" printed it.',
    });
}


/***/ }),

/***/ 49873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ savingText),
/* harmony export */   Ym: () => (/* binding */ sizeTextOf),
/* harmony export */   lT: () => (/* binding */ countText)
/* harmony export */ });
/** Sizes, counts and shares exactly as Kopia's listings print them. */
const DECIMAL = ['', 'K', 'M', 'G', 'T', 'P', 'E'];
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
/** `0 B`, `899 B`, `0.9 KB`, `1.5 MB`; in steps of 1024 (`1.5 MiB`) when KOPIA_BYTES_STRING_BASE_2 is set. */
function sizeTextOf(env) {
    const isBinary = /^(1|t|true)$/i.test(env['KOPIA_BYTES_STRING_BASE_2'] ?? '');
    return (bytes) => scaled(bytes, isBinary ? 1024 : 1000, isBinary ? BINARY : DECIMAL, 'B');
}
/** `12`, `1.2 K`, with the space that Kopia leaves after a number without unit. */
function countText(count) {
    return scaled(count, 1000, DECIMAL, '');
}
/** By how much `packed` is smaller: `53.6%`, or `0%` when it is not. */
function savingText(original, packed) {
    return packed >= original || original === 0 ? '0%' : `${(100 * (1 - packed / original)).toFixed(1)}%`;
}
/** The next unit begins at nine tenths of it. */
function scaled(value, step, units, suffix) {
    let rest = value;
    for (const unit of units) {
        if (rest < 0.9 * step)
            return `${oneDigit(rest)} ${unit}${suffix}`;
        rest /= step;
    }
    return `${oneDigit(rest)} ${units.at(-1)}${suffix}`;
}
/** At most one digit after the point; a value exactly between two goes to the even one, as in Go. */
function oneDigit(value) {
    const isTie = Number.isInteger(value * 4) && !Number.isInteger(value * 2);
    const below = Math.floor(value * 10);
    const rounded = isTie ? (below % 2 === 0 ? below : below + 1) / 10 : value;
    return rounded.toFixed(1).replace(/\.0$/, '').replace(/^$/, '0');
}


/***/ })

};
