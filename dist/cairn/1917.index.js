export const id = 1917;
export const ids = [1917];
export const modules = {

/***/ 6426:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gh: () => (/* binding */ emptyCacheParts),
/* harmony export */   Qm: () => (/* binding */ forgetFormatCopies),
/* harmony export */   SE: () => (/* binding */ clearKopiaCache),
/* harmony export */   bf: () => (/* binding */ cacheParts)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/** Kopia's cache on this machine: looking at it, and emptying it without touching anything else. */


/** Folders that Kopia makes in its cache. */
const CACHE_PARTS = ['blob-list', 'contents', 'index-blobs', 'indexes', 'metadata', 'own-writes', 'server-contents'];
/** Files that it keeps beside them. */
const CACHE_FILES = ['kopia.repository', 'kopia.blobcfg', 'CACHEDIR.TAG'];
/** The folders that Kopia makes when it opens a repository, as they are before. */
function emptyCacheParts(directory) {
    return CACHE_PARTS.filter((name) => name !== 'server-contents').map((name) => ({ name, path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name), files: 0, bytes: 0 }));
}
/** The folders of the cache, by name; undefined when there is no cache. */
function cacheParts(directory) {
    const names = namesIn(directory);
    if (names === undefined)
        return undefined;
    return names
        .filter(({ isFolder }) => isFolder)
        .map(({ name }) => ({ name, path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name), ...sizeBelow((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name)) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
}
/**
 * Removes what Kopia keeps in its cache, or one part of it. The path comes from a file that anybody may have written, so only folders and files
 * that Kopia names are removed, and the directory itself only when nothing else is in it.
 */
function clearKopiaCache(directory, part) {
    if (directory === '')
        return;
    const names = part === undefined ? [...CACHE_PARTS, ...CACHE_FILES] : [part];
    for (const name of names)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name), { recursive: true, force: true });
    try {
        if (part === undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(directory);
    }
    catch {
        // Something else is in it, or it never was there.
    }
}
/** Kopia's copies of the two blobs of the format: after a change it would go on with them for a while. */
function forgetFormatCopies(directory) {
    if (directory === '')
        return;
    for (const name of ['kopia.repository', 'kopia.blobcfg'])
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name), { force: true });
}
function sizeBelow(directory) {
    let files = 0;
    let bytes = 0;
    for (const { name, isFolder } of namesIn(directory) ?? []) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name);
        if (isFolder) {
            const below = sizeBelow(path);
            files += below.files;
            bytes += below.bytes;
        }
        else {
            // Kopia may be at work: a file that is gone by now counts for nothing.
            const size = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.size;
            if (size !== undefined)
                files++;
            bytes += size ?? 0;
        }
    }
    return { files, bytes };
}
function namesIn(directory) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory, { withFileTypes: true }).map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 35334:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ cacheChanges)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _flag_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50165);
/** Settings of Kopia's cache from flags. */


const NS_PER_SECOND = 1e9;
const SIZES = [
    ['content-cache-size-mb', 'contentBytes'],
    ['content-cache-size-limit-mb', 'contentLimitBytes'],
    ['metadata-cache-size-mb', 'metadataBytes'],
    ['metadata-cache-size-limit-mb', 'metadataLimitBytes'],
];
const AGES = [
    ['max-list-cache-duration', 'listSeconds'],
    ['metadata-min-sweep-age', 'metadataSweepSeconds'],
    ['content-min-sweep-age', 'contentSweepSeconds'],
    ['index-min-sweep-age', 'indexSweepSeconds'],
];
/** Only the settings that were given; Kopia counts a megabyte as `bytesPerMb` here. Errors: CAIRN_USAGE. */
function cacheChanges(input, bytesPerMb) {
    const changes = {};
    for (const [flag, setting] of SIZES) {
        const size = (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_1__/* .integerFlag */ .tB)(input, flag);
        if (size !== undefined)
            changes[setting] = notNegative(flag, size) * bytesPerMb;
    }
    for (const [flag, setting] of AGES) {
        const ns = (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_1__/* .durationFlagNs */ .mM)(input, flag);
        if (ns !== undefined)
            changes[setting] = notNegative(flag, Number(ns) / NS_PER_SECOND);
    }
    return changes;
}
function notNegative(flag, value) {
    if (value >= 0)
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `--${flag} cannot be negative.`);
}


/***/ }),

/***/ 31917:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cacheClear: () => (/* binding */ cacheClear),
/* harmony export */   cacheInfo: () => (/* binding */ cacheInfo),
/* harmony export */   cacheSet: () => (/* binding */ cacheSet)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _commands_read_cache_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87407);
/* harmony import */ var _commands_repository_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41526);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _repo_config_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45160);
/* harmony import */ var _repo_config_caching_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71600);
/* harmony import */ var _report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49873);
/* harmony import */ var _report_kopia_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12452);
/* harmony import */ var _cache_directory_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6426);
/* harmony import */ var _cache_flags_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(35334);
/** `cairn cache info | set | clear`: what Kopia and Cairn keep on this machine for a connection. */










const BYTES_PER_MB = 1e6;
const NS_PER_SECOND = 1e9;
/** What Kopia takes when nothing is set. */
const SWEEP_SECONDS = { contents: 600, metadata: 86_400, indexes: 3600 };
async function cacheInfo(context, input) {
    const settings = await settingsOf(context);
    if (input.isOn('path')) {
        context.print(settings.directory);
        return 0;
    }
    const size = (0,_report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .sizeTextOf */ .Ym)(context.env);
    const own = await ownText(context, size);
    if (own === undefined || settings.directory !== '')
        printKopiaCache(context, requireDirectory(settings), settings, size);
    if (own !== undefined)
        context.log.info(own);
    return 0;
}
function printKopiaCache(context, directory, settings, size) {
    const found = (0,_cache_directory_js__WEBPACK_IMPORTED_MODULE_8__/* .cacheParts */ .bf)(directory);
    if (found === undefined)
        context.log.info(`Kopia has kept nothing in ${directory} so far.`);
    // Kopia makes its folders when it opens a repository, and so has always something to show.
    const parts = found ?? (0,_cache_directory_js__WEBPACK_IMPORTED_MODULE_8__/* .emptyCacheParts */ .Gh)(directory);
    for (const part of parts)
        context.print(`${part.path}: ${part.files} files ${size(part.bytes)}${limitsText(part, settings, size)}`);
    context.log.info('This is the cache of Kopia. To change its size use "cairn cache set", to empty it "cairn cache clear".');
}
/** What Cairn keeps of the connected repository; undefined when it keeps nothing. */
async function ownText(context, size) {
    const { storage } = await (0,_repo_config_js__WEBPACK_IMPORTED_MODULE_4__/* .readClientConfig */ .Kg)(context.configPath);
    const own = (0,_commands_read_cache_js__WEBPACK_IMPORTED_MODULE_1__/* .readCacheFor */ .OK)(context, storage);
    if (own === undefined)
        return undefined;
    const entries = await (0,_commands_read_cache_js__WEBPACK_IMPORTED_MODULE_1__/* .keptFor */ .eG)(own, storage);
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    const limit = `all repositories together at most ${size(own.limitBytes)}, see --read-cache-size-mb`;
    return `Cairn keeps copies of this repository in ${own.directory}: ${entries.length} files ${size(bytes)} (${limit}).`;
}
async function cacheSet(context, input) {
    const directory = input.text('cache-directory');
    const changes = {
        ...(0,_cache_flags_js__WEBPACK_IMPORTED_MODULE_9__/* .cacheChanges */ .M)(input, BYTES_PER_MB),
        ...(directory === undefined ? {} : { directory: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.cwd, directory) }),
    };
    if (Object.keys(changes).length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CairnError */ .eb('CAIRN_USAGE', 'Nothing to change was asked for.');
    await (0,_commands_repository_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .changeConnection */ .V2)(context, (config) => {
        const settings = { ...(0,_repo_config_caching_js__WEBPACK_IMPORTED_MODULE_5__/* .readCaching */ .Mw)(config.caching, context.configPath, context.platform), ...changes };
        return { ...config, caching: (0,_repo_config_caching_js__WEBPACK_IMPORTED_MODULE_5__/* .cachingMember */ .mA)(settings, context.configPath, context.platform) };
    });
    context.log.info('Changed the settings of the cache.');
    return 0;
}
async function cacheClear(context, input) {
    const settings = await settingsOf(context);
    const part = input.text('partial');
    const { storage } = await (0,_repo_config_js__WEBPACK_IMPORTED_MODULE_4__/* .readClientConfig */ .Kg)(context.configPath);
    const own = part === undefined ? (0,_commands_read_cache_js__WEBPACK_IMPORTED_MODULE_1__/* .readCacheFor */ .OK)(context, storage) : undefined;
    if (own !== undefined) {
        await (0,_commands_read_cache_js__WEBPACK_IMPORTED_MODULE_1__/* .clearReadCache */ .Qn)(own, storage);
        context.log.info(`Emptied what Cairn keeps of this repository in ${own.directory}.`);
        if (settings.directory === '')
            return 0;
    }
    const directory = requireDirectory(settings);
    (0,_cache_directory_js__WEBPACK_IMPORTED_MODULE_8__/* .clearKopiaCache */ .SE)(directory, part);
    context.log.info(`Emptied the ${part === undefined ? 'cache' : `part "${part}" of the cache`} in ${directory}.`);
    return 0;
}
async function settingsOf(context) {
    const config = await (0,_repo_config_js__WEBPACK_IMPORTED_MODULE_4__/* .readClientConfig */ .Kg)(context.configPath);
    return (0,_repo_config_caching_js__WEBPACK_IMPORTED_MODULE_5__/* .readCaching */ .Mw)(config.caching, context.configPath, context.platform);
}
function requireDirectory({ directory }) {
    if (directory !== '')
        return directory;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CairnError */ .eb('CAIRN_USAGE', 'Kopia keeps no cache for this connection.', {
        hint: 'Run "cairn cache set --content-cache-size-mb 5000 --cache-directory PATH" to give it one.',
    });
}
function limitsText({ name }, settings, size) {
    const limits = (soft, hard, sweepSeconds) => ` (soft limit: ${size(soft)}, hard limit: ${hard > 0 ? size(hard) : 'none'}, min sweep age: ${seconds(sweepSeconds)})`;
    switch (name) {
        case 'contents':
        case 'server-contents':
            return limits(settings.contentBytes, settings.contentLimitBytes, settings.contentSweepSeconds || SWEEP_SECONDS.contents);
        case 'metadata':
            return limits(settings.metadataBytes, settings.metadataLimitBytes, settings.metadataSweepSeconds || SWEEP_SECONDS.metadata);
        case 'blob-list':
            return ` (duration: ${seconds(settings.listSeconds)})`;
        default:
            return '';
    }
}
function seconds(value) {
    return (0,_report_kopia_text_js__WEBPACK_IMPORTED_MODULE_7__/* .durationText */ .S)(BigInt(Math.round(value * NS_PER_SECOND)));
}


/***/ }),

/***/ 41526:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V2: () => (/* binding */ changeConnection),
  wp: () => (/* binding */ changeRepositoryPassword),
  lZ: () => (/* binding */ setRepositoryParameters),
  Ns: () => (/* binding */ withLimits)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/blob/open.js + 1 modules
var blob_open = __webpack_require__(72144);
// EXTERNAL MODULE: ./lib/repo/blob/throttle-limits.js
var throttle_limits = __webpack_require__(56177);
// EXTERNAL MODULE: ./lib/log.js
var lib_log = __webpack_require__(97309);
// EXTERNAL MODULE: ./lib/repo/blob/read-checked.js
var read_checked = __webpack_require__(31716);
// EXTERNAL MODULE: ./lib/repo/blob/retaining.js
var retaining = __webpack_require__(58169);
// EXTERNAL MODULE: ./lib/repo/format/index.js + 8 modules
var repo_format = __webpack_require__(16820);
;// CONCATENATED MODULE: ./lib/repo/change-format.js
/** Changes of the two blobs that say what a repository is: a new password, other parameters (docs/repository-format.md, "Changing the format"). */





/** Reads both blobs. Errors: those of opening a repository. */
async function readFormat({ storage, password, clock, log = lib_log/* nullLogger */.G }) {
    const found = await storage.statBlob(repo_format/* FORMAT_BLOB_ID */.YP);
    if (found !== undefined && found.length > repo_format/* MAX_FORMAT_BLOB_BYTES */.Bq) {
        throw new errors/* CairnError */.eb('CAIRN_FORMAT_DAMAGED', `${repo_format/* FORMAT_BLOB_ID */.YP} has ${found.length} bytes, far more than such a blob can have.`);
    }
    const format = await (0,read_checked/* readChecked */.Y)(() => storage.getBlob(repo_format/* FORMAT_BLOB_ID */.YP), (bytes) => (0,repo_format/* openFormat */.E2)(bytes, password, clock.nowNs(), (message) => log.warning(message)));
    const blobConfig = await (0,read_checked/* readChecked */.Y)(() => getOrUndefined(storage, repo_format/* BLOB_CONFIG_BLOB_ID */.vY), (bytes) => (0,repo_format/* decodeBlobConfig */.Wt)(bytes, format));
    return { format, blobConfig };
}
/**
 * Gives the repository another password; everything else stays as it is.
 *
 * Errors: those of opening, CAIRN_PASSWORD_EMPTY, CAIRN_NOT_SUPPORTED when the keys depend on the password.
 */
async function changePassword(access, newPassword) {
    const current = await readFormat(access);
    const next = await (0,repo_format/* changeFormatPassword */.Xw)(current.format, current.blobConfig, newPassword, access.random);
    await replaceBoth(access, current, next);
}
/**
 * Changes parameters; `prepare` runs when the change is known to be allowed and before anything is written.
 * Resolves to whether there was anything to change. Errors: those of opening, CAIRN_USAGE for values out of range.
 */
async function changeParameters(access, change, prepare = async () => { }) {
    const current = await readFormat(access);
    const next = await (0,repo_format/* changeFormatParameters */.C7)(current.format, current.blobConfig, change, access.random);
    if (next === undefined)
        return false;
    await prepare(current, next);
    // The key stays, so each of the two can be read whichever of them is new.
    const storage = retained(access.storage, next.retention);
    await storage.putBlob(repo_format/* BLOB_CONFIG_BLOB_ID */.vY, [next.blobcfg]);
    await storage.putBlob(repo_format/* FORMAT_BLOB_ID */.YP, [next.formatBlob]);
    return true;
}
/**
 * Only one of the two new would open with neither password. An absent blob configuration says that nothing is retained, so where that is
 * the case it goes away first and comes back last, and at every moment one of the two passwords opens the repository:
 *
 *   blobcfg: old -> absent -----------------> new
 *   format:  old ----------> new
 */
async function replaceBoth(access, current, next) {
    const { log = lib_log/* nullLogger */.G } = access;
    const storage = retained(access.storage, (0,repo_format/* retentionOf */.e8)(current.blobConfig));
    const old = await getOrUndefined(storage, repo_format/* BLOB_CONFIG_BLOB_ID */.vY);
    const isRetained = (0,repo_format/* retentionOf */.e8)(current.blobConfig) !== undefined;
    try {
        if (isRetained)
            await storage.putBlob(repo_format/* BLOB_CONFIG_BLOB_ID */.vY, [next.blobcfg]);
        else
            await storage.deleteBlob(repo_format/* BLOB_CONFIG_BLOB_ID */.vY);
        await storage.putBlob(repo_format/* FORMAT_BLOB_ID */.YP, [next.formatBlob]);
    }
    catch (error) {
        try {
            // Whichever of the two is in force, the old configuration belongs to the old format blob.
            await storage.putBlob(repo_format/* FORMAT_BLOB_ID */.YP, [current.format.formatBlobBytes]);
            if (old !== undefined)
                await storage.putBlob(repo_format/* BLOB_CONFIG_BLOB_ID */.vY, [old]);
        }
        catch (second) {
            log.warning(`The old password could not be put back either: ${(0,errors/* messageOf */.bD)(second)}`);
        }
        throw error;
    }
    if (!isRetained)
        await storage.putBlob(repo_format/* BLOB_CONFIG_BLOB_ID */.vY, [next.blobcfg]);
}
/** A storage that cannot keep blobs refuses the first put, so that nobody is left with a repository that takes nothing more. */
function retained(storage, retention) {
    return retention === undefined ? storage : (0,retaining/* retaining */.Q)(storage, retention);
}
async function getOrUndefined(storage, id) {
    try {
        return await storage.getBlob(id);
    }
    catch (error) {
        if ((0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/repo/config.js
var repo_config = __webpack_require__(45160);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/repo/content/content-codec.js
var content_codec = __webpack_require__(29984);
// EXTERNAL MODULE: ./lib/repo/content/epoch-manager.js
var epoch_manager = __webpack_require__(97689);
// EXTERNAL MODULE: ./lib/repo/content/index/encode-entries.js + 1 modules
var encode_entries = __webpack_require__(38683);
// EXTERNAL MODULE: ./lib/repo/content/index/legacy-manager.js
var legacy_manager = __webpack_require__(21784);
// EXTERNAL MODULE: ./lib/repo/content/index/merge-blobs.js
var merge_blobs = __webpack_require__(69984);
// EXTERNAL MODULE: ./lib/repo/content/session.js
var session = __webpack_require__(80270);
;// CONCATENATED MODULE: ./lib/repo/upgrade-indexes.js
/** From index blobs of the first format to the first epoch (docs/repository-format.md, "Legacy indexes" and "Changing the format"). */







/** Writes every entry of the legacy index blobs, deleted ones too, into epoch 0. Nobody reads that before the format says so. */
async function writeFirstEpoch({ storage, before, after, clock, random, signal }) {
    const keys = await (0,content_codec/* createCodec */.LJ)((0,content_codec/* codecSettingsOf */.HN)(before), random);
    const legacy = await new legacy_manager/* LegacyIndexManager */.h2(storage, keys).loadActive(signal);
    const merged = await (0,merge_blobs/* mergeIndexBlobs */.f)(storage, keys, legacy.blobs, signal);
    const epochs = new epoch_manager/* EpochManager */.dc({ storage, keys, parameters: after.epochs, clock });
    const shards = (0,encode_entries/* encodeIndexShards */.o)(after.indexVersion, merged.rows());
    await epochs.writeIndexBlobs(shards, (0,session/* newSessionId */.OZ)(clock.nowNs(), random), signal);
}
/** An index blob that no program of the old format can read, so that none goes on writing where nobody looks any more. */
async function shutOutOldClients(storage) {
    await storage.putBlob(legacy_manager/* POISON_NAME */.xA, [(0,bytes/* utf8 */.As)('This repository was upgraded to a format that older programs cannot read.')]);
}

// EXTERNAL MODULE: ./lib/commands/password.js
var commands_password = __webpack_require__(16845);
// EXTERNAL MODULE: ./lib/commands/storage-options.js
var storage_options = __webpack_require__(62440);
;// CONCATENATED MODULE: ./lib/commands/repository-settings.js
/** Settings of a connection and of a repository: the client, its limits and kopia's cache; parameters and password. */








/** Changes the connection file; undefined from `change` leaves it alone. Errors: those of reading and writing the file. */
async function changeConnection(context, change) {
    const next = change(await (0,repo_config/* readClientConfig */.Kg)(context.configPath));
    if (next === undefined)
        return false;
    await (0,repo_config/* writeClientConfig */.fr)(context.configPath, next, context.random);
    return true;
}
/** The connection with other limits. */
function withLimits(config, limits) {
    return { ...config, throttlingLimits: (0,throttle_limits/* limitsMember */.jW)(limits) };
}
/**
 * Changes parameters of the repository, with the index upgraded first where that is asked for. Resolves to whether there was anything to change.
 *
 * Errors: those of opening, CAIRN_USAGE for values out of range, CAIRN_REPOSITORY_READONLY.
 */
async function setRepositoryParameters(context, change) {
    return await withFormat(context, async (access) => {
        let beginsEpochs = false;
        const isChanged = await changeParameters(access, change, async ({ format }, next) => {
            beginsEpochs = next.content.epochs.enabled && !format.content.epochs.enabled;
            if (!beginsEpochs)
                return;
            context.log.info('Writing the index into the first epoch…');
            const { storage, clock, random } = access;
            await writeFirstEpoch({ storage, before: format.content, after: next.content, clock, random, signal: context.signal });
        });
        if (beginsEpochs)
            await shutOutOldClients(access.storage);
        return isChanged;
    });
}
/**
 * Gives the repository another password, and keeps it where the old one was kept.
 *
 * Errors: those of opening, CAIRN_PASSWORD_EMPTY, CAIRN_PASSWORD_MISSING, CAIRN_NOT_SUPPORTED, CAIRN_REPOSITORY_READONLY.
 */
async function changeRepositoryPassword(context, given, persists) {
    const stored = await (0,repo_config/* readPassword */.kf)(context.configPath).catch(() => undefined);
    await withFormat(context, async (access) => {
        const password = await newPassword(context, given);
        await changePassword(access, password);
        // A password file with the old one would only be in the way.
        if (persists || stored !== undefined)
            await (0,repo_config/* writePassword */.Jw)(context.configPath, password, context.random);
    });
}
async function newPassword(context, given) {
    // The password of the environment is the old one.
    const { KOPIA_PASSWORD: _, CAIRN_PASSWORD: __, ...env } = context.env;
    try {
        return (await (0,commands_password/* resolvePassword */.IM)({ ...context, env }, { given, isNew: true })).password;
    }
    catch (error) {
        if (!(error instanceof errors/* CairnError */.eb) || error.code !== 'CAIRN_PASSWORD_MISSING')
            throw error;
        throw new errors/* CairnError */.eb('CAIRN_PASSWORD_MISSING', 'No new password was given.', {
            hint: 'Set KOPIA_NEW_PASSWORD in the environment, or run the command in a terminal.',
            cause: error,
        });
    }
}
async function withFormat(context, work) {
    const config = await (0,repo_config/* readClientConfig */.Kg)(context.configPath);
    if (config.isReadOnly === true) {
        throw new errors/* CairnError */.eb('CAIRN_REPOSITORY_READONLY', 'This connection is for reading only.', {
            hint: 'Run "cairn repository set-client --read-write", or connect again without --readonly.',
        });
    }
    const storage = await (0,blob_open/* openStorage */.G)(config.storage, { ...(0,storage_options/* storageOptions */.E)(context), mode: 'existing' });
    try {
        const { password } = await (0,commands_password/* resolvePassword */.IM)(context, { given: context.passwordFlag, stored: await (0,repo_config/* readPassword */.kf)(context.configPath) });
        return await work({ storage, password, clock: context.clock, random: context.random, log: context.log });
    }
    finally {
        await storage.close();
    }
}


/***/ }),

/***/ 71600:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mw: () => (/* binding */ readCaching),
/* harmony export */   mA: () => (/* binding */ cachingMember),
/* harmony export */   wF: () => (/* binding */ DEFAULT_CACHING)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/** The `caching` member of the connection file: where kopia keeps its cache and how large it may grow (docs/repository-format.md, "Client configuration"). */

/** What kopia takes when a connection says nothing else. */
const DEFAULT_CACHING = {
    contentBytes: 5_242_880_000,
    contentLimitBytes: 0,
    metadataBytes: 5_242_880_000,
    metadataLimitBytes: 0,
    listSeconds: 30,
    metadataSweepSeconds: 0,
    contentSweepSeconds: 0,
    indexSweepSeconds: 0,
};
/** The settings in the connection file at `configPath`; what has another shape counts as not there. */
function readCaching(caching, configPath, platform) {
    const path = platform === 'win32' ? node_path__WEBPACK_IMPORTED_MODULE_0__.win32 : node_path__WEBPACK_IMPORTED_MODULE_0__.posix;
    const number = (name) => {
        const value = caching?.[name];
        return typeof value === 'number' && Number.isFinite(value) ? value : 0;
    };
    const directory = caching?.['cacheDirectory'];
    return {
        directory: typeof directory === 'string' && directory !== '' ? path.resolve(path.dirname(configPath), directory) : '',
        contentBytes: number('maxCacheSize'),
        contentLimitBytes: number('contentCacheSizeLimitBytes'),
        metadataBytes: number('maxMetadataCacheSize'),
        metadataLimitBytes: number('metadataCacheSizeLimitBytes'),
        listSeconds: number('maxListCacheDuration'),
        metadataSweepSeconds: number('minMetadataSweepAge'),
        contentSweepSeconds: number('minContentSweepAge'),
        indexSweepSeconds: number('minIndexSweepAge'),
    };
}
/** The member for these settings; without a size for contents kopia caches nothing at all, and the member is empty. */
function cachingMember(settings, configPath, platform) {
    if (settings.contentBytes === 0)
        return {};
    const path = platform === 'win32' ? node_path__WEBPACK_IMPORTED_MODULE_0__.win32 : node_path__WEBPACK_IMPORTED_MODULE_0__.posix;
    const some = (value) => (value === 0 ? undefined : value);
    return {
        cacheDirectory: path.relative(path.dirname(configPath), settings.directory) || '.',
        maxCacheSize: settings.contentBytes,
        contentCacheSizeLimitBytes: some(settings.contentLimitBytes),
        maxMetadataCacheSize: some(settings.metadataBytes),
        metadataCacheSizeLimitBytes: some(settings.metadataLimitBytes),
        maxListCacheDuration: some(settings.listSeconds),
        minMetadataSweepAge: some(settings.metadataSweepSeconds),
        minContentSweepAge: some(settings.contentSweepSeconds),
        minIndexSweepAge: some(settings.indexSweepSeconds),
    };
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


/***/ }),

/***/ 12452:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* reexport safe */ _util_go_duration_js__WEBPACK_IMPORTED_MODULE_0__.I),
/* harmony export */   z: () => (/* binding */ modeText)
/* harmony export */ });
/* harmony import */ var _util_go_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26517);

const TYPE_LETTERS = { d: 'd', s: 'L', f: '', unknown: '?' };
/** Mode as Kopia prints it: type and special bits as letters (`-` when there is none), then nine permission letters. */
function modeText(type, mode) {
    let letters = TYPE_LETTERS[type];
    if (mode & 0o4000)
        letters += 'u';
    if (mode & 0o2000)
        letters += 'g';
    if (mode & 0o1000)
        letters += 't';
    const permissions = [...'rwxrwxrwx'].map((letter, index) => (mode & (0o400 >> index) ? letter : '-')).join('');
    return `${letters === '' ? '-' : letters}${permissions}`;
}


/***/ })

};
