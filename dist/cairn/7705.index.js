export const id = 7705;
export const ids = [7705];
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

/***/ 27705:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   repositoryChangePassword: () => (/* binding */ repositoryChangePassword),
/* harmony export */   repositorySetClient: () => (/* binding */ repositorySetClient),
/* harmony export */   repositorySetParameters: () => (/* binding */ repositorySetParameters)
/* harmony export */ });
/* harmony import */ var _commands_repository_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41526);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _repo_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45160);
/* harmony import */ var _repo_config_caching_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71600);
/* harmony import */ var _cache_directory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6426);
/* harmony import */ var _flag_values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50165);
/** `cairn repository set-client | set-parameters | change-password`. */






const MiB = 2 ** 20;
async function repositorySetClient(context, input) {
    const said = [];
    const isChanged = await (0,_commands_repository_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .changeConnection */ .V2)(context, (config) => {
        const changes = clientChanges(config, input, (line) => said.push(line));
        return Object.keys(changes).length === 0 ? undefined : { ...config, ...changes };
    });
    for (const line of said)
        context.log.info(line);
    if (!isChanged)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_USAGE', 'Nothing changes.', { hint: 'Run "cairn repository set-client --help" for what can change.' });
    return 0;
}
function clientChanges(config, input, say) {
    const changes = {};
    const isReadOnly = config.isReadOnly === true;
    if (input.isOn('read-only') && input.isOn('read-write')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_USAGE', '--read-only and --read-write do not go together.');
    }
    if (input.isOn('read-only')) {
        say(isReadOnly ? 'The connection is for reading only already.' : 'The connection is for reading only now.');
        if (!isReadOnly)
            changes.isReadOnly = true;
    }
    if (input.isOn('read-write')) {
        say(isReadOnly ? 'The connection can write now.' : 'The connection can write already.');
        if (isReadOnly)
            changes.isReadOnly = false;
    }
    if (input.isOn('permissive-cache-loading') && config.permissiveCacheLoading !== true) {
        changes.permissiveCacheLoading = true;
        say('Kopia reads although index blobs are damaged, as Cairn does.');
    }
    for (const [flag, member, words] of [
        ['description', 'description', 'Description'],
        ['username', 'username', 'User name'],
        ['hostname', 'hostname', 'Host name'],
    ]) {
        const value = input.text(flag);
        if (value === undefined)
            continue;
        changes[member] = value;
        say(`${words}: ${value}`);
    }
    const cacheNs = (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_5__/* .durationFlagNs */ .mM)(input, 'repository-format-cache-duration');
    if (cacheNs !== undefined && cacheNs !== 0n)
        changes.formatBlobCacheDurationNs = Number(cacheNs);
    if (input.isOn('disable-repository-format-cache'))
        changes.formatBlobCacheDurationNs = -1;
    if (changes.formatBlobCacheDurationNs !== undefined)
        say('Kopia takes the new setting for its copy of the format blob.');
    return changes;
}
async function repositorySetParameters(context, input) {
    const isChanged = await (0,_commands_repository_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .setRepositoryParameters */ .lZ)(context, formatChange(input));
    if (!isChanged) {
        context.log.info('Nothing changes.');
        return 0;
    }
    await forgetCopies(context);
    context.log.info('The parameters are changed. Disconnect all other clients of the repository and connect them again.');
    return 0;
}
function formatChange(input) {
    // Zero means "not given", as in Kopia.
    const number = (name, unit = 1) => {
        const value = (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_5__/* .integerFlag */ .tB)(input, name);
        return value === undefined || value === 0 ? undefined : value * unit;
    };
    const duration = (name) => (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_5__/* .durationFlagNs */ .mM)(input, name) || undefined;
    const mode = input.text('retention-mode');
    const periodNs = duration('retention-period');
    return {
        isUpgrade: input.isOn('upgrade'),
        maxPackSizeBytes: number('max-pack-size-mb', MiB),
        indexVersion: number('index-version'),
        retention: mode === 'none'
            ? { retentionMode: '', retentionPeriodNs: 0n }
            : mode === undefined && periodNs === undefined
                ? undefined
                : { ...(mode === undefined ? {} : { retentionMode: mode }), ...(periodNs === undefined ? {} : { retentionPeriodNs: periodNs }) },
        epochs: {
            ...some('minEpochDurationNs', duration('epoch-min-duration')),
            ...some('refreshFrequencyNs', duration('epoch-refresh-frequency')),
            ...some('cleanupSafetyMarginNs', duration('epoch-cleanup-safety-margin')),
            ...some('advanceOnCount', number('epoch-advance-on-count')),
            ...some('advanceOnTotalSizeBytes', number('epoch-advance-on-size-mb', MiB)),
            ...some('deleteParallelism', number('epoch-delete-parallelism')),
            ...some('fullCheckpointFrequency', number('epoch-checkpoint-frequency')),
        },
    };
}
function some(key, value) {
    // The cast restates what the literal key says.
    return value === undefined ? {} : { [key]: value };
}
async function repositoryChangePassword(context, input) {
    await (0,_commands_repository_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .changeRepositoryPassword */ .wp)(context, input.text('new-password'), context.persistCredentials);
    await forgetCopies(context);
    context.log.info('The password of the repository is changed.');
    return 0;
}
/** A Kopia on this machine would open its old copies of the format for a while yet. */
async function forgetCopies(context) {
    const { caching } = await (0,_repo_config_js__WEBPACK_IMPORTED_MODULE_2__/* .readClientConfig */ .Kg)(context.configPath);
    (0,_cache_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .forgetFormatCopies */ .Qm)((0,_repo_config_caching_js__WEBPACK_IMPORTED_MODULE_3__/* .readCaching */ .Mw)(caching, context.configPath, context.platform).directory);
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


/***/ })

};
