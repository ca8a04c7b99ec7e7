export const id = 389;
export const ids = [389];
export const modules = {

/***/ 6389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  repositoryConnect: () => (/* binding */ repositoryConnect),
  repositoryCreate: () => (/* binding */ repositoryCreate),
  repositoryDisconnect: () => (/* binding */ repositoryDisconnect)
});

// EXTERNAL MODULE: ./lib/repo/blob/open.js + 12 modules
var blob_open = __webpack_require__(967);
// EXTERNAL MODULE: ./lib/repo/blob/storage-config.js
var storage_config = __webpack_require__(7014);
// EXTERNAL MODULE: ./lib/repo/config.js
var repo_config = __webpack_require__(5160);
// EXTERNAL MODULE: ./lib/repo/config-format.js
var config_format = __webpack_require__(2226);
// EXTERNAL MODULE: ./lib/repo/config-path.js
var config_path = __webpack_require__(2170);
// EXTERNAL MODULE: ./lib/repo/repository.js + 56 modules
var repo_repository = __webpack_require__(6722);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(4695);
// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/commands/password.js
var commands_password = __webpack_require__(6845);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/commands/repository-create.js
/** Creates a filesystem repository, and connects to it unless told not to. */







/** Errors: CAIRN_REPOSITORY_EXISTS, CAIRN_STORAGE_FOREIGN, those of the storage and of the password. */
async function createFilesystem(context, request) {
    const path = absolutePath(context, request.filesystem.path);
    const { password } = await (0,commands_password/* resolvePassword */.I)(context, { given: context.passwordFlag, isNew: true });
    const { path: _, ...layout } = request.filesystem;
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
        await connectFilesystem({ ...context, passwordFlag: password }, { ...request, filesystem: { ...request.filesystem, path } });
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
    const config = (0,storage_config/* filesystemStorageConfig */.fR)(filesystem);
    const storage = await (0,blob_open/* openStorage */.G)(config, { ...(0,commands_open/* storageOptions */.Ep)(context), mode: 'existing', readonly: request.isReadOnly });
    const identity = (0,commands_open/* identityOf */.cu)(context, { username: request.userName ?? '', hostname: request.host ?? '' });
    let password;
    let uniqueId;
    try {
        password = (await (0,commands_password/* resolvePassword */.I)(context, { given: context.passwordFlag })).password;
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
    const user = { platform: context.platform, env: context.env, home: context.os.homeDirectory, workingDirectory: context.cwd };
    await (0,repo_config/* writeClientConfig */.fr)(context.configPath, {
        storage: config,
        // The ID comes from our own hex.
        caching: (0,config_path/* defaultCaching */.V9)(context.configPath, (0,bytes/* fromHex */.aD)(uniqueId) ?? new Uint8Array(), user),
        hostname: identity.host,
        username: identity.userName,
        isReadOnly: request.isReadOnly,
        description: request.description ?? `Repository in Filesystem: ${filesystem.path}`,
        enableActions: request.enableActions,
        formatBlobCacheDurationNs: config_format/* DEFAULT_FORMAT_BLOB_CACHE_NS */.Zj,
    }, context.random);
    if (request.persistCredentials)
        await (0,repo_config/* writePassword */.Jw)(context.configPath, password, context.random);
}

;// CONCATENATED MODULE: ./lib/cli/verbs/repository.js
/** `cairn repository create | connect | disconnect`. */




async function repositoryCreate(context, input) {
    const filesystem = filesystemOptions(input);
    const connect = connectOptions(context, input);
    const format = {
        ...optional('hash', input.text('block-hash')),
        ...optional('encryption', input.text('encryption')),
        ...optional('splitter', input.text('object-splitter')),
        ...optional('keyDerivation', input.text('format-block-key-derivation-algorithm')),
    };
    const isCreateOnly = input.isOn('create-only');
    await createFilesystem(context, { ...connect, filesystem, format, isCreateOnly });
    context.log.info(`Created a repository in ${filesystem.path}.`);
    if (!isCreateOnly)
        context.log.info('Connected to repository.');
    return 0;
}
async function repositoryConnect(context, input) {
    await connectFilesystem(context, { ...connectOptions(context, input), filesystem: filesystemOptions(input) });
    context.log.info('Connected to repository.');
    return 0;
}
async function repositoryDisconnect(context) {
    const wasConnected = await (0,repo_config/* removeClientConfig */.I1)(context.configPath);
    context.log.info(wasConnected ? 'Disconnected from the repository.' : 'There was no connection.');
    return 0;
}
function optional(key, value) {
    // The cast restates what the literal key says.
    return value === undefined ? {} : { [key]: value };
}
function filesystemOptions(input) {
    const path = input.text('path');
    if (path === undefined)
        throw new errors/* CairnError */.eb('CAIRN_USAGE', '--path is missing.', { hint: 'Give the folder of the repository: --path /backup/repository' });
    const number = (name, radix) => {
        const text = input.text(name);
        if (text === undefined)
            return undefined;
        const value = Number.parseInt(text, radix);
        if (!(radix === 8 ? /^[0-7]{3,5}$/ : /^\d{1,9}$/).test(text))
            throw new errors/* CairnError */.eb('CAIRN_USAGE', `--${name} "${text}" is not a number.`);
        return value;
    };
    const [fileMode, dirMode, uid, gid] = [number('file-mode', 8), number('dir-mode', 8), number('owner-uid', 10), number('owner-gid', 10)];
    return {
        path,
        ...(fileMode === undefined ? {} : { fileMode }),
        ...(dirMode === undefined ? {} : { dirMode }),
        ...(uid === undefined ? {} : { uid }),
        ...(gid === undefined ? {} : { gid }),
        ...(input.isOn('flat') ? { shards: [] } : {}),
    };
}
function connectOptions(context, input) {
    return {
        userName: input.text('override-username'),
        host: input.text('override-hostname'),
        description: input.text('description'),
        enableActions: input.isOn('enable-actions'),
        isReadOnly: input.isOn('readonly'),
        persistCredentials: context.persistCredentials,
    };
}


/***/ })

};
