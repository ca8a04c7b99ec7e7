export const id = 9777;
export const ids = [9777];
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

/***/ 19777:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  repositoryConnect: () => (/* binding */ repositoryConnect),
  repositoryConnectFromConfig: () => (/* binding */ repositoryConnectFromConfig),
  repositoryCreate: () => (/* binding */ repositoryCreate),
  repositoryCreateFromConfig: () => (/* binding */ repositoryCreateFromConfig),
  repositoryDisconnect: () => (/* binding */ repositoryDisconnect)
});

// EXTERNAL MODULE: ./lib/repo/blob/open.js + 1 modules
var blob_open = __webpack_require__(72144);
// EXTERNAL MODULE: ./lib/repo/blob/storage-config.js
var storage_config = __webpack_require__(7014);
// EXTERNAL MODULE: ./lib/repo/config.js
var repo_config = __webpack_require__(45160);
// EXTERNAL MODULE: ./lib/repo/config-caching.js
var config_caching = __webpack_require__(71600);
// EXTERNAL MODULE: ./lib/repo/config-format.js
var config_format = __webpack_require__(82226);
// EXTERNAL MODULE: ./lib/repo/config-path.js
var config_path = __webpack_require__(72170);
// EXTERNAL MODULE: ./lib/repo/format/key-derivation.js + 2 modules
var key_derivation = __webpack_require__(90630);
// EXTERNAL MODULE: ./lib/repo/format/keys-ahead.js
var keys_ahead = __webpack_require__(45716);
// EXTERNAL MODULE: ./lib/repo/repository.js + 14 modules
var repo_repository = __webpack_require__(2371);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/commands/password.js
var commands_password = __webpack_require__(16845);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/commands/storage-options.js
var storage_options = __webpack_require__(62440);
;// CONCATENATED MODULE: ./lib/commands/repository-create.js
/** Creates a repository in any storage, and connects to it unless told not to. */








/** Errors: CAIRN_REPOSITORY_EXISTS, CAIRN_STORAGE_FOREIGN, those of the storage and of the password. */
async function createInStorage(context, request) {
    const config = withShardsOf(request);
    if ((config.config['pointInTime'] ?? '') !== '') {
        throw new errors/* CairnError */.eb('CAIRN_USAGE', 'A repository cannot be created in the past: --point-in-time is for connecting.');
    }
    const { password } = await (0,commands_password/* resolvePassword */.IM)(context, { given: context.passwordFlag, isNew: true });
    const storage = await (0,blob_open/* openStorage */.G)(config, { ...(0,storage_options/* storageOptions */.E)(context), mode: 'create' });
    let repository;
    try {
        repository = await (0,repo_repository/* createRepository */.vB)({
            storage,
            password,
            identity: (0,commands_open/* identityOf */.c)(context, { username: request.userName ?? '', hostname: request.host ?? '' }),
            clock: context.clock,
            random: context.random,
            log: context.log,
            ...request.format,
        });
    }
    finally {
        await (repository ?? storage).close();
    }
    if (!request.isCreateOnly)
        await connectStorage({ ...context, passwordFlag: password }, { ...request, storage: config });
}
/** Clients that know format version 1 only cannot read the folders of later ones. */
function withShardsOf({ storage, format }) {
    const isPlain = storage.type === 'filesystem' && (storage.config['dirShards'] ?? null) === null;
    return format.formatVersion === 1 && isPlain ? { ...storage, config: { ...storage.config, dirShards: [3, 3] } } : storage;
}
/** The path of a repository as given; Kopia refuses relative ones, Cairn starts them at the working directory. */
function absolutePath(context, path) {
    if (path === '')
        throw new errors/* CairnError */.eb('CAIRN_USAGE', '--path is empty.', { hint: 'Give the folder of the repository.' });
    return (0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.resolve)(context.cwd, path);
}

;// CONCATENATED MODULE: ./lib/commands/repository-connect.js
/** Connects to a repository: proves that it opens, then writes the connection file. */














/** Errors: those of opening a repository, CAIRN_CONFIG_UNWRITABLE. An existing connection is replaced only when everything worked. */
async function connectStorage(context, request) {
    const config = request.storage;
    // A store that is far away takes longer to answer than the thread to start.
    const thread = config.type === 'filesystem' ? undefined : (0,key_derivation/* startKeyThread */.q5)();
    const storage = await (0,blob_open/* openStorage */.G)(config, { ...(0,storage_options/* storageOptions */.E)(context), mode: 'existing', readonly: request.isReadOnly }).catch((error) => {
        thread?.abandon();
        throw error;
    });
    const identity = (0,commands_open/* identityOf */.c)(context, { username: request.userName ?? '', hostname: request.host ?? '' });
    let password;
    let uniqueId;
    try {
        password = (await (0,commands_password/* resolvePassword */.IM)(context, { given: context.passwordFlag ?? request.password })).password;
        const repository = await (0,repo_repository/* openRepository */.h_)({
            storage,
            password,
            keys: new keys_ahead/* KeysAhead */.a(password, thread),
            identity,
            clock: context.clock,
            random: context.random,
            log: context.log,
            readonly: true,
            workers: 0,
            signal: context.signal,
        });
        uniqueId = repository.facts.uniqueId;
    }
    finally {
        thread?.abandon();
        await storage.close();
    }
    await (0,repo_config/* writeClientConfig */.fr)(context.configPath, {
        storage: config,
        caching: cachingOf(context, uniqueId, request.caching ?? {}),
        hostname: identity.host,
        username: identity.userName,
        isReadOnly: request.isReadOnly,
        permissiveCacheLoading: request.permissiveCacheLoading,
        description: request.description ?? (0,storage_config/* descriptionOf */.Kq)(config),
        enableActions: request.enableActions,
        formatBlobCacheDurationNs: request.formatBlobCacheDurationNs ?? config_format/* DEFAULT_FORMAT_BLOB_CACHE_NS */.Zj,
    }, context.random);
    if (request.persistCredentials)
        await (0,repo_config/* writePassword */.Jw)(context.configPath, password, context.random);
}
function cachingOf(context, uniqueId, changes) {
    const user = { platform: context.platform, env: context.env, home: context.os.homeDirectory, workingDirectory: context.cwd };
    // The ID comes from our own hex.
    const usual = (0,config_path/* defaultCaching */.V9)(context.configPath, (0,bytes/* fromHex */.aD)(uniqueId) ?? new Uint8Array(), user);
    const { directory } = (0,config_caching/* readCaching */.Mw)(usual, context.configPath, context.platform);
    const given = changes.directory === undefined || changes.directory === '' ? undefined : absolutePath(context, changes.directory);
    return (0,config_caching/* cachingMember */.mA)({ ...config_caching/* DEFAULT_CACHING */.wF, ...changes, directory: given ?? directory }, context.configPath, context.platform);
}

// EXTERNAL MODULE: ./lib/cli/cache-directory.js
var cache_directory = __webpack_require__(6426);
// EXTERNAL MODULE: ./lib/cli/cache-flags.js
var cache_flags = __webpack_require__(35334);
// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
// EXTERNAL MODULE: ./lib/cli/storage-flags.js + 6 modules
var storage_flags = __webpack_require__(52606);
;// CONCATENATED MODULE: ./lib/cli/verbs/new-format.js

/** Reads the flags of `FORMAT_FLAGS`. Errors: CAIRN_USAGE. */
function newFormatOf(input) {
    const mode = input.text('retention-mode');
    const periodNs = (0,flag_values/* durationFlagNs */.mM)(input, 'retention-period');
    return {
        hash: input.text('block-hash'),
        encryption: input.text('encryption'),
        ecc: input.text('ecc'),
        eccOverheadPercent: (0,flag_values/* integerFlag */.tB)(input, 'ecc-overhead-percent'),
        splitter: input.text('object-splitter'),
        // Kopia takes 0 for its default.
        formatVersion: (0,flag_values/* integerFlag */.tB)(input, 'format-version') || undefined,
        retention: mode === undefined && periodNs === undefined ? undefined : { retentionMode: mode ?? '', retentionPeriodNs: periodNs ?? 0n },
        keyDerivation: input.text('format-block-key-derivation-algorithm'),
    };
}

;// CONCATENATED MODULE: ./lib/cli/verbs/repository.js
/** `cairn repository create | connect | disconnect`. */










async function repositoryCreate(context, input, kind) {
    return await create(context, input, await (0,storage_flags/* storageOfFlags */.C)(kind, context, input));
}
async function repositoryCreateFromConfig(context, input) {
    const { storage, password } = await (0,storage_flags/* storageOfConfig */.n)(context, input);
    const withPassword = password === undefined ? context : { ...context, passwordFlag: context.passwordFlag ?? password };
    return await create(withPassword, input, storage);
}
async function create(context, input, storage) {
    const connect = connectOptions(context, input);
    const format = newFormatOf(input);
    const isCreateOnly = input.isOn('create-only');
    await createInStorage(context, { ...connect, storage, format, isCreateOnly });
    context.log.info(`Created a repository in ${(0,storage_config/* storagePath */.BY)(storage) ?? (0,storage_config/* descriptionOf */.Kq)(storage).replace('Repository in ', '')}.`);
    if (!isCreateOnly)
        context.log.info('Connected to repository.');
    return 0;
}
async function repositoryConnect(context, input, kind) {
    await connectStorage(context, { ...connectOptions(context, input), storage: await (0,storage_flags/* storageOfFlags */.C)(kind, context, input) });
    context.log.info('Connected to repository.');
    return 0;
}
async function repositoryConnectFromConfig(context, input) {
    const { storage, password } = await (0,storage_flags/* storageOfConfig */.n)(context, input);
    await connectStorage(context, { ...connectOptions(context, input), storage, password });
    context.log.info('Connected to repository.');
    return 0;
}
async function repositoryDisconnect(context) {
    const config = await (0,repo_config/* readClientConfig */.Kg)(context.configPath).catch(() => undefined);
    const wasConnected = await (0,repo_config/* removeClientConfig */.I1)(context.configPath);
    // Nobody would find it again: its name is made from the connection.
    if (wasConnected)
        (0,cache_directory/* clearKopiaCache */.SE)((0,config_caching/* readCaching */.Mw)(config?.caching, context.configPath, context.platform).directory);
    context.log.info(wasConnected ? 'Disconnected from the repository.' : 'There was no connection.');
    return 0;
}
const BYTES_PER_MB = 2 ** 20;
function connectOptions(context, input) {
    if (input.choice('check-for-updates') === true)
        context.log.notice('Cairn never looks for updates, with or without --check-for-updates.');
    const directory = input.text('cache-directory');
    const formatCacheNs = (0,flag_values/* durationFlagNs */.mM)(input, 'repository-format-cache-duration');
    return {
        userName: input.text('override-username'),
        host: input.text('override-hostname'),
        description: input.text('description'),
        enableActions: input.isOn('enable-actions'),
        isReadOnly: input.isOn('readonly'),
        permissiveCacheLoading: input.isOn('permissive-cache-loading'),
        persistCredentials: context.persistCredentials,
        caching: { ...(0,cache_flags/* cacheChanges */.M)(input, BYTES_PER_MB), ...(directory === undefined ? {} : { directory }) },
        formatBlobCacheDurationNs: input.isOn('disable-repository-format-cache')
            ? -1
            : formatCacheNs === undefined || formatCacheNs === 0n
                ? undefined
                : Number(formatCacheNs),
    };
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
