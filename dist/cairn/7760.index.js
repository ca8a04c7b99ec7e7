export const id = 7760;
export const ids = [7760];
export const modules = {

/***/ 62542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

/***/ 57760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  repositoryRepairConfig: () => (/* binding */ repositoryRepairConfig),
  repositoryRepairFilesystem: () => (/* binding */ repositoryRepairFilesystem)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/blob/open.js + 3 modules
var blob_open = __webpack_require__(19265);
// EXTERNAL MODULE: ./lib/repo/blob/throttle-limits.js
var throttle_limits = __webpack_require__(56177);
// EXTERNAL MODULE: ./lib/repo/blob/throttling.js
var throttling = __webpack_require__(43155);
// EXTERNAL MODULE: ./lib/repo/format/index.js + 11 modules
var format = __webpack_require__(35267);
// EXTERNAL MODULE: ./lib/repo/content/pack-layout.js
var pack_layout = __webpack_require__(72472);
;// CONCATENATED MODULE: ./lib/repo/recover-format.js
/** Bringing back `kopia.repository` from a copy in a pack (docs/repository-format.md, "Packs"); only old repositories have such copies. */



/** The first copy in blobs whose names begin with one of `prefixes`; undefined when there is none. `look` hears of every blob. */
async function findFormatReplica(storage, prefixes, look, signal) {
    for (const prefix of prefixes) {
        for await (const { id, length } of storage.listBlobs(prefix, signal)) {
            (0,errors/* throwIfCancelled */.dZ)(signal);
            look(id);
            const size = Math.min(length, pack_layout/* REPLICA_SEARCH_BYTES */.Iz);
            for (const end of ['start', 'end']) {
                const bytes = await storage.getBlob(id, { offset: end === 'start' ? 0 : length - size, length: size, signal });
                const formatBlob = (0,pack_layout/* decodeFormatReplica */.ET)(bytes, end);
                if (formatBlob !== undefined && isFormatBlob(formatBlob))
                    return { blobId: id, formatBlob };
            }
        }
    }
    return undefined;
}
/** The seal of a replica has no secret, so what it holds is looked at as well. */
function isFormatBlob(bytes) {
    try {
        (0,format/* decodeFormatBlob */.jK)(bytes);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
;// CONCATENATED MODULE: ./lib/commands/repository-repair.js
/** Brings back the lost format blob of an old repository from a copy in one of its packs. */







/** Resolves to the pack the copy was found in; undefined when nothing had to be done. Errors: CAIRN_FORMAT_REPLICA_MISSING, those of the storage. */
async function repairRepository(context, request) {
    if (request.recover === 'no')
        return undefined;
    const opened = await (0,blob_open/* openStorage */.G)(request.storage, { ...(0,commands_open/* storageOptions */.Ep)(context), mode: 'repair', readonly: request.isDryRun });
    const storage = (0,throttling/* throttling */.A)(opened, (0,throttle_limits/* limitsOf */.Af)(request), context.clock);
    try {
        if (request.recover === 'auto' && (await storage.statBlob(format/* FORMAT_BLOB_ID */.YP)) !== undefined)
            return undefined;
        const prefixes = request.prefixes.length === 0 ? ['p', 'q'] : request.prefixes;
        const look = (blobId) => context.log.debug(`Looking for a copy of the format blob in ${blobId}.`);
        const found = await findFormatReplica(storage, prefixes, look, context.signal);
        if (found === undefined) {
            throw new errors/* CairnError */.eb('CAIRN_FORMAT_REPLICA_MISSING', `No pack in ${storage.displayName} holds a copy of the format blob.`, {
                hint: 'Only repositories of kopia before 0.9 have such copies. Bring the blob kopia.repository back from a copy of the repository.',
            });
        }
        if (!request.isDryRun)
            await storage.putBlob(format/* FORMAT_BLOB_ID */.YP, [found.formatBlob]);
        return found.blobId;
    }
    finally {
        await storage.close();
    }
}

// EXTERNAL MODULE: ./lib/cli/dangerous.js
var dangerous = __webpack_require__(62542);
// EXTERNAL MODULE: ./lib/cli/storage-flags.js
var storage_flags = __webpack_require__(19277);
;// CONCATENATED MODULE: ./lib/cli/verbs/repository-repair.js
/** `cairn repository repair`. */



async function repositoryRepairFilesystem(context, input) {
    (0,dangerous/* requireDangerousCommands */.o)(context, 'repository repair');
    return await repair(context, input, (0,storage_flags/* filesystemStorage */.f8)(context, input));
}
async function repositoryRepairConfig(context, input) {
    (0,dangerous/* requireDangerousCommands */.o)(context, 'repository repair');
    return await repair(context, input, (await (0,storage_flags/* storageOfConfig */.nB)(context, input, true)).storage);
}
async function repair(context, input, storage) {
    const when = input.text('recover-format');
    const isDryRun = input.isOn('dry-run');
    const pack = await repairRepository(context, {
        storage,
        recover: when === 'yes' || when === 'no' ? when : 'auto',
        prefixes: input.list('recover-format-block-prefixes'),
        isDryRun,
    });
    if (pack === undefined)
        context.log.info('Nothing to recover. To replace a format blob that is there, add --recover-format=yes.');
    else
        context.log.info(isDryRun ? `Found a copy of the format blob in ${pack}.` : `Recovered the format blob from ${pack}.`);
    return 0;
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
