export const id = 9777;
export const ids = [9777];
export const modules = {

/***/ 6426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

/***/ 19777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

// EXTERNAL MODULE: ./lib/repo/blob/open.js + 3 modules
var blob_open = __webpack_require__(19265);
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
// EXTERNAL MODULE: ./lib/repo/repository.js + 12 modules
var repo_repository = __webpack_require__(83174);
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
;// CONCATENATED MODULE: ./lib/commands/repository-create.js
/** Creates a filesystem repository, and connects to it unless told not to. */







/** Errors: CAIRN_REPOSITORY_EXISTS, CAIRN_STORAGE_FOREIGN, those of the storage and of the password. */
async function createFilesystem(context, request) {
    const path = absolutePath(context, request.filesystem.path);
    const { password } = await (0,commands_password/* resolvePassword */.I)(context, { given: context.passwordFlag, isNew: true });
    const { path: _, ...layout } = withShardsOf(request);
    const storage = await (0,blob_open/* openStorage */.G)({ kind: 'filesystem', path }, { ...(0,commands_open/* storageOptions */.Ep)(context), mode: 'create', filesystem: layout });
    let repository;
    try {
        repository = await (0,repo_repository/* createRepository */.vB)({
            storage,
            password,
            identity: (0,commands_open/* identityOf */.cu)(context, { username: request.userName ?? '', hostname: request.host ?? '' }),
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
        await connectFilesystem({ ...context, passwordFlag: password }, { ...request, filesystem: { ...withShardsOf(request), path } });
}
/** Clients that know format version 1 only cannot read the folders of later ones. */
function withShardsOf({ filesystem, format }) {
    return format.formatVersion === 1 && filesystem.shards === undefined ? { ...filesystem, shards: [3, 3] } : filesystem;
}
/** The path of a repository as given; Kopia refuses relative ones, Cairn starts them at the working directory. */
function absolutePath(context, path) {
    if (path === '')
        throw new errors/* CairnError */.eb('CAIRN_USAGE', '--path is empty.', { hint: 'Give the folder of the repository.' });
    return (0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.resolve)(context.cwd, path);
}

;// CONCATENATED MODULE: ./lib/commands/repository-connect.js











/** Errors: those of opening a repository, CAIRN_CONFIG_UNWRITABLE. An existing connection is replaced only when everything worked. */
async function connectFilesystem(context, request) {
    const filesystem = { ...request.filesystem, path: absolutePath(context, request.filesystem.path) };
    await connectStorage(context, { ...request, storage: (0,storage_config/* filesystemStorageConfig */.fR)(filesystem) });
}
/** The same for any storage that a connection file can name. */
async function connectStorage(context, request) {
    const config = request.storage;
    const storage = await (0,blob_open/* openStorage */.G)(config, { ...(0,commands_open/* storageOptions */.Ep)(context), mode: 'existing', readonly: request.isReadOnly });
    const identity = (0,commands_open/* identityOf */.cu)(context, { username: request.userName ?? '', hostname: request.host ?? '' });
    let password;
    let uniqueId;
    try {
        password = (await (0,commands_password/* resolvePassword */.I)(context, { given: context.passwordFlag ?? request.password })).password;
        const repository = await (0,repo_repository/* openRepository */.h_)({
            storage,
            password,
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
        await storage.close();
    }
    await (0,repo_config/* writeClientConfig */.fr)(context.configPath, {
        storage: config,
        caching: cachingOf(context, uniqueId, request.caching ?? {}),
        hostname: identity.host,
        username: identity.userName,
        isReadOnly: request.isReadOnly,
        permissiveCacheLoading: request.permissiveCacheLoading,
        description: request.description ?? `Repository in Filesystem: ${(0,storage_config/* storagePath */.BY)(config) ?? ''}`,
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
// EXTERNAL MODULE: ./lib/cli/storage-flags.js
var storage_flags = __webpack_require__(19277);
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










async function repositoryCreate(context, input) {
    const filesystem = (0,storage_flags/* filesystemOptions */.s$)(input);
    return await create(context, input, filesystem);
}
async function repositoryCreateFromConfig(context, input) {
    const { storage, password } = await (0,storage_flags/* storageOfConfig */.nB)(context, input, false);
    const withPassword = password === undefined ? context : { ...context, passwordFlag: context.passwordFlag ?? password };
    return await create(withPassword, input, (0,storage_config/* parseFilesystemConfig */.D5)(storage, context.platform));
}
async function create(context, input, filesystem) {
    const connect = connectOptions(context, input);
    const format = newFormatOf(input);
    const isCreateOnly = input.isOn('create-only');
    await createFilesystem(context, { ...connect, filesystem, format, isCreateOnly });
    context.log.info(`Created a repository in ${filesystem.path}.`);
    if (!isCreateOnly)
        context.log.info('Connected to repository.');
    return 0;
}
async function repositoryConnect(context, input) {
    await connectFilesystem(context, { ...connectOptions(context, input), filesystem: (0,storage_flags/* filesystemOptions */.s$)(input) });
    context.log.info('Connected to repository.');
    return 0;
}
async function repositoryConnectFromConfig(context, input) {
    const { storage, password } = await (0,storage_flags/* storageOfConfig */.nB)(context, input, true);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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


/***/ })

};
