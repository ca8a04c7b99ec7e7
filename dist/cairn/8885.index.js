export const id = 8885;
export const ids = [8885];
export const modules = {

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KW: () => (/* binding */ cancelled),
/* harmony export */   OQ: () => (/* binding */ ERROR_CODES),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   dZ: () => (/* binding */ throwIfCancelled),
/* harmony export */   eb: () => (/* binding */ CairnError),
/* harmony export */   qN: () => (/* binding */ isCairnError)
/* harmony export */ });
/**
 * Typed errors: every failure a user can meet has a stable code, a message, a hint and an exit code.
 *
 * The table is the single list of codes; `docs/errors.md` has one section for each of them and a test keeps the two equal.
 * Only the faces (`action/`, `cli/`) turn an error into text.
 */
/** Code -> kind. Keep it sorted by code within a block; each code has a section in docs/errors.md. */
const ERROR_CODES = {
    // our own mistakes
    CAIRN_INTERNAL: 'bug',
    // arguments, environment, policy file
    CAIRN_USAGE: 'usage',
    CAIRN_NODE_TOO_OLD: 'usage',
    CAIRN_NOT_SUPPORTED: 'usage',
    // snapshots, policies, the tree that is read
    CAIRN_DIRECTORY_DAMAGED: 'damage',
    CAIRN_IGNORE_RULE_INVALID: 'usage',
    CAIRN_POLICY_DAMAGED: 'damage',
    CAIRN_POLICY_IMPORT_INVALID: 'usage',
    CAIRN_POLICY_NOT_FOUND: 'usage',
    CAIRN_POLICY_REFUSED: 'usage',
    CAIRN_SNAPSHOT_DAMAGED: 'damage',
    CAIRN_SNAPSHOT_NOT_FOUND: 'usage',
    CAIRN_SOURCE_MISSING: 'failed',
    CAIRN_SOURCE_UNREADABLE: 'failed',
    CAIRN_TARGET_INVALID: 'usage',
    // commands: what was asked for, and where
    CAIRN_EDITOR_FAILED: 'failed',
    CAIRN_EXPORT_EXISTS: 'usage',
    CAIRN_EXPORT_UNWRITABLE: 'failed',
    CAIRN_LOCATION_MISSING: 'usage',
    CAIRN_LOG_UNWRITABLE: 'failed',
    CAIRN_NOT_A_DIRECTORY: 'usage',
    CAIRN_PASSWORD_MISMATCH: 'usage',
    CAIRN_PASSWORD_MISSING: 'password',
    CAIRN_REPORT_UNWRITABLE: 'failed',
    CAIRN_SOURCE_DUPLICATE: 'usage',
    CAIRN_SOURCE_OUTSIDE: 'usage',
    // commands: how a run ended
    CAIRN_HOOKS_CHANGED: 'hook',
    CAIRN_SNAPSHOT_PARTIAL: 'partial',
    // looking into a repository and mending it by hand
    CAIRN_DANGEROUS_COMMAND: 'usage',
    CAIRN_LOG_NOT_FOUND: 'usage',
    CAIRN_MANIFEST_NOT_FOUND: 'usage',
    CAIRN_PACK_INDEX_DAMAGED: 'damage',
    // commands: verifying, mending and moving snapshots
    CAIRN_HISTORY_COLLISION: 'usage',
    CAIRN_MIGRATE_INCOMPLETE: 'partial',
    CAIRN_PATTERN_INVALID: 'usage',
    CAIRN_VERIFY_DAMAGED: 'damage',
    CAIRN_VERIFY_INCOMPLETE: 'storage',
    // cancelling
    CAIRN_CANCELLED: 'cancelled',
    // repository: format, keys, algorithms
    CAIRN_CONTENT_DAMAGED: 'damage',
    CAIRN_FORMAT_DAMAGED: 'damage',
    CAIRN_FORMAT_REPLICA_MISSING: 'damage',
    CAIRN_FORMAT_UNSUPPORTED: 'failed',
    CAIRN_PASSWORD_EMPTY: 'usage',
    CAIRN_PASSWORD_WRONG: 'password',
    CAIRN_REPOSITORY_LOCKED: 'busy',
    // blob storage, locations, the client's config file
    CAIRN_BLOB_EXISTS: 'failed',
    CAIRN_BLOB_ID_INVALID: 'damage',
    CAIRN_BLOB_NOT_FOUND: 'damage',
    CAIRN_BLOB_RANGE: 'damage',
    CAIRN_CONFIG_INVALID: 'usage',
    CAIRN_CONFIG_UNREADABLE: 'failed',
    CAIRN_CONFIG_UNWRITABLE: 'failed',
    CAIRN_LOCATION_INVALID: 'usage',
    CAIRN_LOCATION_SECRET: 'usage',
    CAIRN_NOT_CONNECTED: 'no-repository',
    CAIRN_PASSWORD_FILE_INVALID: 'password',
    CAIRN_STORAGE_EMPTY: 'no-repository',
    CAIRN_STORAGE_FORBIDDEN: 'storage',
    CAIRN_STORAGE_FOREIGN: 'no-repository',
    CAIRN_STORAGE_FULL: 'storage',
    CAIRN_STORAGE_IO: 'storage',
    CAIRN_STORAGE_READONLY: 'usage',
    CAIRN_STORAGE_ROOT_MISSING: 'no-repository',
    CAIRN_STORAGE_SHARDS_INVALID: 'damage',
    CAIRN_STORAGE_UNAVAILABLE: 'storage',
    CAIRN_STORAGE_UNFIT: 'storage',
    CAIRN_SYNC_OTHER_REPOSITORY: 'usage',
    CAIRN_TOKEN_INVALID: 'usage',
    // index, epochs, sessions
    CAIRN_INDEX_DAMAGED: 'damage',
    CAIRN_INDEX_UNSTABLE: 'storage',
    CAIRN_INDEX_WRITE_TOO_SLOW: 'storage',
    CAIRN_REPOSITORY_UPGRADED: 'failed',
    // contents, objects, files being read (the contract in repo/api.ts)
    CAIRN_CONTENT_MISSING: 'damage',
    CAIRN_FILE_CHANGED: 'failed',
    CAIRN_FILE_UNREADABLE: 'failed',
    CAIRN_FILE_VANISHED: 'failed',
    CAIRN_OBJECT_DAMAGED: 'damage',
    CAIRN_OBJECT_TOO_LARGE: 'damage',
    // trees: walking, uploading, restoring
    CAIRN_RESTORE_BAD_LINK: 'damage',
    CAIRN_RESTORE_DAMAGED: 'damage',
    CAIRN_RESTORE_DUPLICATE_NAME: 'damage',
    CAIRN_RESTORE_EXISTS: 'failed',
    CAIRN_RESTORE_INCOMPLETE: 'failed',
    CAIRN_RESTORE_PLACEHOLDER: 'failed',
    CAIRN_RESTORE_SIZE_DIFFERS: 'damage',
    CAIRN_RESTORE_TARGET: 'failed',
    CAIRN_RESTORE_UNKNOWN_TYPE: 'damage',
    CAIRN_RESTORE_UNSAFE_NAME: 'damage',
    CAIRN_RESTORE_UNSAFE_TARGET: 'failed',
    CAIRN_RESTORE_WRITE_FAILED: 'failed',
    CAIRN_ENTRY_NOT_FOUND: 'usage',
    CAIRN_TREE_LOOP: 'damage',
    CAIRN_TREE_TOO_DEEP: 'damage',
    // hooks
    CAIRN_HOOK_COMMAND_FILE: 'hook',
    CAIRN_HOOK_FAILED: 'hook',
    CAIRN_HOOK_INTERPRETER_MISSING: 'hook',
    CAIRN_HOOK_KILLED: 'hook',
    CAIRN_HOOK_NOT_EXECUTABLE: 'hook',
    CAIRN_HOOK_NOT_STARTED: 'hook',
    CAIRN_HOOK_PROGRAM_MISSING: 'hook',
    CAIRN_HOOK_REDIRECT_MISSING: 'hook',
    CAIRN_HOOK_REQUIREMENT_MISSING: 'hook',
    CAIRN_HOOK_SECRET_REFUSED: 'hook',
    CAIRN_HOOK_TIMED_OUT: 'hook',
    CAIRN_STREAM_TOO_SMALL: 'hook',
    // blobs of packs, manifests, creating and opening
    CAIRN_BLOB_MISSING: 'damage',
    CAIRN_MANIFEST_DAMAGED: 'damage',
    CAIRN_OBJECT_ID_INVALID: 'usage',
    CAIRN_REPOSITORY_EXISTS: 'usage',
    CAIRN_REPOSITORY_MISSING: 'no-repository',
    CAIRN_REPOSITORY_READONLY: 'usage',
    // maintenance
    CAIRN_CLOCK_SKEW: 'failed',
    CAIRN_MAINTENANCE_BUSY: 'busy',
    CAIRN_MAINTENANCE_LEASE_LOST: 'busy',
    CAIRN_MAINTENANCE_NOT_OWNER: 'failed',
    CAIRN_MAINTENANCE_UNREADABLE: 'damage',
    // policy file, trust and consent
    CAIRN_HOOKS_NEED_CONSENT: 'usage',
    CAIRN_HOOKS_REFUSED_UNTRUSTED_EVENT: 'usage',
    CAIRN_POLICY_FILE_INVALID: 'usage',
    CAIRN_POLICY_FILE_MISSING: 'usage',
    CAIRN_POLICY_FILE_UNREADABLE: 'usage',
    CAIRN_REPOSITORY_HOOKS_REFUSED: 'usage',
};
/** An error that a user may see: `code` is stable API, `message` says what happened, `hint` what to do. */
class CairnError extends Error {
    code;
    hint;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'CairnError';
        this.code = code;
        this.hint = options.hint;
    }
    /** The kind of failure, from the table of codes. */
    get kind() {
        return ERROR_CODES[this.code];
    }
}
/** Whether `error` is a CairnError, of the given code when one is named. */
function isCairnError(error, code) {
    return error instanceof CairnError && (code === undefined || error.code === code);
}
/** Text of anything that was thrown, for use inside a message. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/** Throws CAIRN_CANCELLED when `signal` has been aborted. */
function throwIfCancelled(signal) {
    if (signal?.aborted)
        throw cancelled();
}
/** The error of a run that was stopped by a signal. */
function cancelled() {
    return new CairnError('CAIRN_CANCELLED', 'The run was cancelled.', {
        hint: 'Snapshots saved earlier are untouched. Run the same command again to continue.',
    });
}


/***/ }),

/***/ 92680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ displayPath),
/* harmony export */   UQ: () => (/* binding */ errnoOf),
/* harmony export */   no: () => (/* binding */ isVanished),
/* harmony export */   yi: () => (/* binding */ fsError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** What a failed system call means for the walk. */

/** A file or directory that is gone is skipped by the walk; one that cannot be read is a failed entry. */
function fsError(operation, path, cause) {
    const code = errnoOf(cause);
    const shown = displayPath(path);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ESTALE')
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_FILE_VANISHED', `${shown} disappeared before Cairn could ${operation} it.`, {
            hint: 'Stop what changes the files during the snapshot, or ignore the path.',
            cause,
        });
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_FILE_UNREADABLE', `Cairn could not ${operation} ${shown}: ${describe(code, cause)}.`, {
        hint: code === 'EACCES' || code === 'EPERM'
            ? 'Give the user that runs the snapshot read access, or ignore the path.'
            : 'Check the file system, or ignore the path.',
        cause,
    });
}
/** Whether the entry was there when the directory was listed and is no longer. */
function isVanished(error) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_FILE_VANISHED');
}
/** The system's error code such as `EACCES`, if there is one. */
function errnoOf(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}
/** Text of a path for messages. */
function displayPath(path) {
    return typeof path === 'string' ? path : Buffer.from(path).toString('utf8');
}
const MEANINGS = {
    EACCES: 'permission denied',
    EPERM: 'operation not permitted',
    EIO: 'input/output error',
    ELOOP: 'too many levels of symbolic links',
    EMFILE: 'too many open files',
    EISDIR: 'is a directory',
    ENAMETOOLONG: 'the name is too long',
};
function describe(code, cause) {
    return (code === undefined ? undefined : MEANINGS[code]) ?? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause);
}


/***/ }),

/***/ 48844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ replacedFolder),
/* harmony export */   GE: () => (/* binding */ joinLocal),
/* harmony export */   KG: () => (/* binding */ listDirectory),
/* harmony export */   N_: () => (/* binding */ openLocalSource),
/* harmony export */   P8: () => (/* binding */ showPath),
/* harmony export */   Zv: () => (/* binding */ listNames),
/* harmony export */   le: () => (/* binding */ pathOfEntry),
/* harmony export */   ns: () => (/* binding */ readLocalSymlink),
/* harmony export */   oM: () => (/* binding */ statLocal),
/* harmony export */   t5: () => (/* binding */ lookAt)
/* harmony export */ });
/* unused harmony export thisPlatform */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56495);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92680);
/** The local file system as the walk sees it: lstat facts with nanosecond times, names as the system gave them. */





/** The system we run on. */
const thisPlatform = { isWindows: process.platform === 'win32' };
/** Lists a directory. Throws CAIRN_FILE_VANISHED, CAIRN_FILE_UNREADABLE. */
function listDirectory(path, platform = thisPlatform) {
    return lookAt(path, listNames(path), platform);
}
/** Only the names in a directory: for one with a million entries, whose facts are looked at in parts. Errors as for `listDirectory`. */
function listNames(path) {
    try {
        const names = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path);
        // Text is much cheaper than bytes, and a bad byte always shows as U+FFFD.
        if (!names.some((name) => name.includes('\ufffd')))
            return names;
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path, 'buffer').map((rawName) => {
            const name = (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_3__/* .goTextOfBytes */ .sl)(rawName);
            return Buffer.from(name).equals(rawName) ? name : rawName;
        });
    }
    catch (cause) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .fsError */ .yi)('list', path, cause);
    }
}
/** Facts of some entries of a directory. */
function lookAt(path, names, platform = thisPlatform) {
    const entries = [];
    const failures = [];
    let vanished = 0;
    for (const given of names) {
        const full = joinLocal(path, given);
        const name = typeof given === 'string' ? given : (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_3__/* .goTextOfBytes */ .sl)(given);
        try {
            const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(full, { bigint: true, throwIfNoEntry: false });
            if (stats === undefined)
                vanished++;
            else
                entries.push(entryOf(name, typeof given === 'string' ? undefined : given, stats, platform));
        }
        catch (cause) {
            failures.push({ name, error: (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .fsError */ .yi)('look at', full, cause) });
        }
    }
    return { entries, failures, vanished };
}
/** Facts of one path, a symlink at its end not followed. Throws CAIRN_FILE_VANISHED, CAIRN_FILE_UNREADABLE. */
function statLocal(path, platform = thisPlatform) {
    try {
        const name = typeof path === 'string' ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path) || path : (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_3__/* .goTextOfBytes */ .sl)(path.subarray(path.lastIndexOf(0x2f) + 1));
        return entryOf(name, undefined, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { bigint: true }), platform);
    }
    catch (cause) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .fsError */ .yi)('look at', path, cause);
    }
}
/** The error when another folder stands at the path than the one with this identity; undefined when it is still the same. */
function replacedFolder(path, identity) {
    const now = statLocal(path);
    if (now.device === identity.device && now.inode === identity.inode)
        return undefined;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_FILE_CHANGED', `${showPath(path)} was replaced while it was being listed.`, {
        hint: 'Stop what changes the files during the snapshot.',
    });
}
/**
 * The source of a snapshot: a directory or a regular file, symlinks resolved first.
 * Throws CAIRN_SOURCE_MISSING when there is nothing, CAIRN_SOURCE_UNREADABLE when it cannot be looked at or is something else.
 */
function openLocalSource(path, platform = thisPlatform) {
    let real;
    let stats;
    try {
        real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));
        stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real, { bigint: true });
    }
    catch (cause) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(cause);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_SOURCE_MISSING', `The source ${path} does not exist.`, {
                hint: 'Check the path for a typo. Relative ones start at the workspace, with snapshot create at the current folder.',
                cause,
            });
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_SOURCE_UNREADABLE', `The source ${path} cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}.`, {
            hint: 'Give the user that runs the snapshot read access.',
            cause,
        });
    }
    // Kopia names the root of the file system after itself; basename gives the empty text there.
    const entry = entryOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(real) || real, undefined, stats, platform);
    if (entry.kind !== 'directory' && entry.kind !== 'file')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_SOURCE_UNREADABLE', `The source ${path} is neither a directory nor a regular file.`, {
            hint: 'Sockets, pipes and devices cannot be snapshotted.',
        });
    return { path: real, entry };
}
/** The target of a symlink, as bytes. Throws CAIRN_FILE_VANISHED, CAIRN_FILE_UNREADABLE. */
function readLocalSymlink(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(path, 'buffer');
    }
    catch (cause) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .fsError */ .yi)('read', path, cause);
    }
}
/** The path of an entry in a directory; becomes a Buffer as soon as bytes are needed. */
function joinLocal(directory, name) {
    if (typeof directory === 'string' && typeof name === 'string')
        return directory.endsWith('/') ? directory + name : `${directory}/${name}`;
    const base = typeof directory === 'string' ? Buffer.from(directory) : directory;
    const separator = base.at(-1) === 0x2f ? [] : [Buffer.from('/')];
    return Buffer.concat([base, ...separator, typeof name === 'string' ? Buffer.from(name) : name]);
}
/** The path of an entry, by its raw name when it has one. */
function pathOfEntry(directory, entry) {
    return joinLocal(directory, entry.rawName ?? entry.name);
}
/** Text of a path for messages. */
function showPath(path) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .displayPath */ .Gt)(path);
}
const KIND_MASK = 61440n;
const KINDS = new Map([
    [16384n, 'directory'],
    [32768n, 'file'],
    [40960n, 'symlink'],
]);
function entryOf(name, rawName, stats, platform) {
    const kind = KINDS.get(stats.mode & KIND_MASK) ?? 'other';
    const { isWindows } = platform;
    const entry = {
        name,
        kind,
        mode: isWindows ? windowsMode(kind, Number(stats.mode)) : Number(stats.mode & 4095n),
        size: kind === 'file' || kind === 'symlink' ? Number(stats.size) : 0,
        mtimeNs: stats.mtimeNs,
        uid: isWindows ? 0 : Number(stats.uid),
        gid: isWindows ? 0 : Number(stats.gid),
        device: stats.dev,
        inode: stats.ino,
    };
    return rawName === undefined ? entry : { ...entry, rawName };
}
/** Windows knows only "read-only"; Kopia stores 0777 for directories and 0666 or 0444 for the rest. */
function windowsMode(kind, mode) {
    if (kind === 'directory')
        return 0o777;
    return (mode & 0o200) === 0 ? 0o444 : 0o666;
}


/***/ }),

/***/ 88669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ decodeDirEntry),
  s: () => (/* binding */ encodeDirEntry)
});

// EXTERNAL MODULE: ./lib/util/go-json.js
var go_json = __webpack_require__(56495);
// EXTERNAL MODULE: ./lib/util/json-read.js
var json_read = __webpack_require__(1873);
// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(99252);
;// CONCATENATED MODULE: ./lib/snapshot/go-mode.js
/**
 * The `mode` text of entries: octal of Go's FileMode, whose special bits differ from POSIX (docs/repository-format.md, "Directory entries").
 *
 *   POSIX            Go
 *   0o4000 setuid    1 << 23
 *   0o2000 setgid    1 << 22
 *   0o1000 sticky    1 << 20
 *   0o0777           the same
 */
const SETUID = 1 << 23;
const SETGID = 1 << 22;
const STICKY = 1 << 20;
const encoded = new Map();
/** Text of a POSIX mode (0..0o7777) such as `0644` or `040000755`; undefined for 0, which is not stored. */
function encodeMode(mode) {
    if (mode === 0)
        return undefined;
    let text = encoded.get(mode);
    if (text === undefined) {
        let go = mode & 0o777;
        if ((mode & 0o4000) !== 0)
            go |= SETUID;
        if ((mode & 0o2000) !== 0)
            go |= SETGID;
        if ((mode & 0o1000) !== 0)
            go |= STICKY;
        text = `0${go.toString(8)}`;
        encoded.set(mode, text);
    }
    return text;
}
const decoded = new Map();
/** Far more than there are modes in use; hostile text must not fill the memory. */
const MAX_DECODED = 1000;
/** POSIX mode (0..0o7777) of stored text, or undefined when it is no number; bits without a POSIX meaning are dropped. */
function decodeMode(text) {
    const known = decoded.get(text);
    if (known !== undefined)
        return known;
    const mode = parseMode(text);
    if (mode !== undefined && decoded.size < MAX_DECODED)
        decoded.set(text, mode);
    return mode;
}
function parseMode(text) {
    const go = parseInteger(text);
    if (go === undefined)
        return undefined;
    let mode = go & 0o777;
    if ((go & SETUID) !== 0)
        mode |= 0o4000;
    if ((go & SETGID) !== 0)
        mode |= 0o2000;
    if ((go & STICKY) !== 0)
        mode |= 0o1000;
    return mode;
}
/** Go's integer grammar with base prefixes: `0755`, `0o755`, `0x1ed`, `0b1`, `493`; 31 bits. */
function parseInteger(text) {
    const match = /^(?:0[xX]([0-9a-fA-F]{1,8})|0[bB]([01]{1,31})|0[oO]?([0-7]{0,11})|([1-9][0-9]{0,9}))$/.exec(text);
    if (match === null)
        return undefined;
    const [, hex, binary, octal, decimal] = match;
    if (text === '0o' || text === '0O')
        return undefined;
    const value = hex !== undefined
        ? Number.parseInt(hex, 16)
        : binary !== undefined
            ? Number.parseInt(binary, 2)
            : decimal !== undefined
                ? Number(decimal)
                : Number.parseInt(octal || '0', 8);
    return value <= 0x7fffffff ? value : undefined;
}

// EXTERNAL MODULE: ./lib/snapshot/summary.js
var snapshot_summary = __webpack_require__(42444);
;// CONCATENATED MODULE: ./lib/snapshot/dir-entry.js





/** JSON text of an entry. */
function encodeDirEntry(entry) {
    const name = entry.rawName === undefined ? (0,go_json/* encodeGoString */.gN)(entry.name) : (0,go_json/* encodeGoBytes */.kN)(entry.rawName);
    let out = name === '""' ? '' : `"name":${name},`;
    if (entry.type !== 'unknown')
        out += `"type":"${entry.type}",`;
    const mode = encodeMode(entry.mode);
    if (mode !== undefined)
        out += `"mode":"${mode}",`;
    if (entry.size !== 0 && entry.type !== 'd')
        out += `"size":${(0,go_json/* encodeGoInteger */.vR)(entry.size)},`;
    if (entry.mtimeNs !== 0n)
        out += `"mtime":${(0,go_json/* encodeGoTime */.O6)(entry.mtimeNs)},`;
    if (entry.uid !== 0)
        out += `"uid":${(0,go_json/* encodeGoInteger */.vR)(entry.uid)},`;
    if (entry.gid !== 0)
        out += `"gid":${(0,go_json/* encodeGoInteger */.vR)(entry.gid)},`;
    out += `"obj":${(0,go_json/* encodeGoString */.gN)(entry.objectId)}`;
    return entry.summary === undefined ? `{${out}}` : `{${out},"summ":${(0,snapshot_summary/* encodeSummary */.zp)(entry.summary)}}`;
}
const ENTRY_NAMES = (0,json_read/* memberNames */.hQ)('name', 'type', 'mode', 'size', 'mtime', 'uid', 'gid', 'obj', 'summ');
const MAX_ID = 0xffffffff;
const OBJECT_ID = /^I*(?:Z|D)?D?[g-z]?(?:[0-9a-f]{2}){1,64}$/;
/** The entry in a parsed object, or a text that says which member is wrong. */
function decodeDirEntry(object) {
    const { name = '', type = '', mode = '', size = 0, mtime, uid = 0, gid = 0, obj = '', summ } = (0,json_read/* pickMembers */.tD)(object, ENTRY_NAMES);
    if (typeof name !== 'string')
        return 'name is not text';
    if (typeof type !== 'string')
        return 'type is not text';
    const posixMode = typeof mode !== 'string' ? undefined : mode === '' ? 0 : decodeMode(mode);
    if (posixMode === undefined)
        return 'mode is not an octal number in quotes';
    if (!isCount(size, Number.MAX_SAFE_INTEGER))
        return 'size is not a byte count';
    const mtimeNs = mtime === undefined ? 0n : typeof mtime === 'string' ? (0,timestamp/* parseTimestamp */.l)(mtime) : undefined;
    if (mtimeNs === undefined)
        return 'mtime is not a time';
    if (!isCount(uid, MAX_ID) || !isCount(gid, MAX_ID))
        return 'uid or gid is not a 32-bit number';
    if (typeof obj !== 'string' || (obj !== '' && !OBJECT_ID.test(obj)))
        return 'obj is not an object ID';
    const entryType = type === 'd' || type === 'f' || type === 's' ? type : 'unknown';
    const entry = { name: (0,json_read/* wellFormed */.ES)(name), type: entryType, mode: posixMode, size, mtimeNs, uid, gid, objectId: obj };
    if (summ === undefined)
        return entryType === 'd' ? { ...entry, size: 0 } : entry;
    if (!(0,json_read/* isJsonObject */.OW)(summ))
        return 'summ is not an object';
    const summary = (0,snapshot_summary/* decodeSummary */.Pl)(summ);
    if (typeof summary === 'string')
        return `summ.${summary} has a wrong value`;
    return { ...entry, summary, size: entryType === 'd' ? summary.size : size };
}
function isCount(value, limit) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= limit;
}


/***/ }),

/***/ 53883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gm: () => (/* binding */ unsafeNameReason),
/* harmony export */   IC: () => (/* binding */ encodeDirectory),
/* harmony export */   R3: () => (/* binding */ sortEntries),
/* harmony export */   eT: () => (/* binding */ decodeDirectory)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1873);
/* harmony import */ var _dir_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88669);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42444);
/**
 * Directory objects (docs/repository-format.md, "Directory objects").
 *
 *   {"stream":"kopia:directory","entries":[entry,…]|null,"summary":{…}}\n
 */





const STREAM = 'kopia:directory';
/** Entries whose text is held at a time: larger directories would keep the garbage collector busy. */
const ENCODED_AT_ONCE = 512;
/** Bytes of a directory object; `entries` are written in the given order, see `sortEntries`. */
function encodeDirectory(entries, summary) {
    const head = `{"stream":"${STREAM}","entries":`;
    const tail = `,"summary":${(0,_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeSummary */ .zp)(summary)}}\n`;
    if (entries.length === 0)
        return (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`${head}null${tail}`);
    if (entries.length <= ENCODED_AT_ONCE)
        return (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`${head}[${entries.map(_dir_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeDirEntry */ .s).join(',')}]${tail}`);
    const parts = [(0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(head)];
    for (let at = 0; at < entries.length; at += ENCODED_AT_ONCE) {
        const batch = entries.slice(at, at + ENCODED_AT_ONCE);
        parts.push((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`${at === 0 ? '[' : ','}${batch.map(_dir_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeDirEntry */ .s).join(',')}`));
    }
    parts.push((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`]${tail}`));
    return (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .concatBytes */ .Id)(parts);
}
/** A new list in stored order: directories first, then by the bytes of the names. */
function sortEntries(entries) {
    const directories = entries.filter((entry) => entry.type === 'd');
    const others = entries.filter((entry) => entry.type !== 'd');
    return [...sortByName(directories), ...sortByName(others)];
}
function sortByName(entries) {
    // UTF-16 order is byte order unless surrogates or raw bytes are involved.
    if (!entries.some((entry) => entry.rawName !== undefined || /[\ud800-\udfff]/.test(entry.name))) {
        return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    }
    return entries
        .map((entry) => ({ entry, key: entry.rawName ?? (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(entry.name) }))
        .sort((a, b) => Buffer.compare(a.key, b.key))
        .map(({ entry }) => entry);
}
const DIRECTORY_NAMES = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .memberNames */ .hQ)('stream', 'entries', 'summary');
const text = new TextDecoder('utf-8', { ignoreBOM: true });
/**
 * The directory in `bytes`; entries that are malformed or have dangerous names come back in `rejected`.
 * `what` names the object in messages. Throws CAIRN_DIRECTORY_DAMAGED when the bytes are no directory at all.
 */
function decodeDirectory(bytes, what) {
    let parsed;
    try {
        parsed = JSON.parse(text.decode(bytes));
    }
    catch (cause) {
        throw damaged(what, 'it is not JSON', cause);
    }
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(parsed))
        throw damaged(what, 'it is not a JSON object');
    const { stream, entries: list = [], summary: summ } = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .pickMembers */ .tD)(parsed, DIRECTORY_NAMES);
    if (stream !== STREAM)
        throw damaged(what, 'it is not marked as a directory');
    if (!Array.isArray(list))
        throw damaged(what, 'its entries are not a list');
    if (summ !== undefined && !(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(summ))
        throw damaged(what, 'its summary is not an object');
    const summary = summ === undefined ? undefined : (0,_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeSummary */ .Pl)(summ);
    if (typeof summary === 'string')
        throw damaged(what, `summary.${summary} has a wrong value`);
    const entries = [];
    const rejected = [];
    for (const item of list) {
        if (item === null)
            continue;
        const entry = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(item) ? (0,_dir_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeDirEntry */ .g)(item) : 'it is not an object';
        if (typeof entry === 'string') {
            rejected.push({ name: nameOf(item), reason: entry });
            continue;
        }
        const reason = unsafeNameReason(entry.name);
        if (reason === undefined)
            entries.push(entry);
        else
            rejected.push({ name: entry.name, reason, entry });
    }
    return { entries, rejected, summary };
}
/** Why `name` must not become part of a path, or undefined when it is safe on POSIX systems. */
function unsafeNameReason(name) {
    if (name === '')
        return 'the name is empty';
    if (name === '.' || name === '..')
        return 'the name is a relative path';
    if (name.includes('/'))
        return 'the name holds a slash';
    if (name.includes('\0'))
        return 'the name holds a NUL byte';
    return undefined;
}
function nameOf(item) {
    const name = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(item) ? item['name'] : undefined;
    return typeof name === 'string' ? name : '';
}
function damaged(what, why, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_DIRECTORY_DAMAGED', `Directory ${what} cannot be read: ${why}.`, {
        hint: 'Run "cairn snapshot verify" to see which snapshots are affected.',
        cause,
    });
}


/***/ }),

/***/ 42444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ex: () => (/* binding */ MAX_SUMMARY_ERRORS),
/* harmony export */   Pl: () => (/* binding */ decodeSummary),
/* harmony export */   eh: () => (/* binding */ summarize),
/* harmony export */   zp: () => (/* binding */ encodeSummary)
/* harmony export */ });
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56495);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1873);
/* harmony import */ var _util_timestamp_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99252);
/** Totals of a directory and everything below it (docs/repository-format.md, "Directory summary"). */



/** At most this many failed entries are written into one summary. */
const MAX_SUMMARY_ERRORS = 10;
/**
 * The summary of a directory from its stored entries and its direct failures.
 * A directory without entries takes `ownMtimeNs` as its newest time.
 */
function summarize(entries, ownMtimeNs, failures) {
    let size = 0;
    let files = 0;
    let symlinks = 0;
    let dirs = 1;
    // Kopia starts from zero: a directory that holds only entries from before 1970 has 1970 as its newest time.
    let maxTimeNs = 0n;
    let isEmpty = true;
    let numFailed = failures?.fatal.length ?? 0;
    let numIgnoredErrors = failures?.ignored.length ?? 0;
    const incomplete = failures?.incomplete;
    const errors = failures === undefined ? [] : [...failures.fatal, ...failures.ignored];
    for (const entry of entries) {
        isEmpty = false;
        if (entry.mtimeNs > maxTimeNs)
            maxTimeNs = entry.mtimeNs;
        if (entry.type === 'f') {
            files++;
            size += entry.size;
        }
        else if (entry.type === 's') {
            symlinks++;
        }
        else if (entry.type === 'd' && entry.summary !== undefined) {
            const below = entry.summary;
            size += below.size;
            files += below.files;
            symlinks += below.symlinks;
            dirs += below.dirs;
            numFailed += below.numFailed;
            numIgnoredErrors += below.numIgnoredErrors;
            if (below.maxTimeNs > maxTimeNs)
                maxTimeNs = below.maxTimeNs;
            if (below.errors.length > 0)
                errors.push(...below.errors);
        }
    }
    errors.sort((a, b) => (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .compareUtf8 */ .zq)(a.path, b.path));
    errors.length = Math.min(errors.length, MAX_SUMMARY_ERRORS);
    const summary = { size, files, symlinks, dirs, maxTimeNs: isEmpty ? ownMtimeNs : maxTimeNs, numFailed, numIgnoredErrors, errors };
    return incomplete === undefined || incomplete === '' ? summary : { ...summary, incomplete };
}
/** JSON text of a summary. */
function encodeSummary(summary) {
    let out = `{"size":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoInteger */ .vR)(summary.size)},"files":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoInteger */ .vR)(summary.files)}`;
    out += `,"symlinks":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoInteger */ .vR)(summary.symlinks)},"dirs":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoInteger */ .vR)(summary.dirs)}`;
    out += `,"maxTime":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoTime */ .O6)(summary.maxTimeNs)}`;
    if (summary.incomplete)
        out += `,"incomplete":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoString */ .gN)(summary.incomplete)}`;
    out += `,"numFailed":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoInteger */ .vR)(summary.numFailed)}`;
    if (summary.numIgnoredErrors !== 0)
        out += `,"numIgnoredErrors":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoInteger */ .vR)(summary.numIgnoredErrors)}`;
    if (summary.errors.length > 0)
        out += `,"errors":[${summary.errors.map(encodeFailure).join(',')}]`;
    return `${out}}`;
}
function encodeFailure(failure) {
    return `{"path":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoString */ .gN)(failure.path)},"error":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoString */ .gN)(failure.error)}}`;
}
const SUMMARY_NAMES = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .memberNames */ .hQ)('size', 'files', 'symlinks', 'dirs', 'maxTime', 'incomplete', 'numFailed', 'numIgnoredErrors', 'errors');
const FAILURE_NAMES = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .memberNames */ .hQ)('path', 'error');
/** The summary in a parsed object, or the name of the member that has a wrong type. */
function decodeSummary(object) {
    const picked = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .pickMembers */ .tD)(object, SUMMARY_NAMES);
    const counts = { size: 0, files: 0, symlinks: 0, dirs: 0, numFailed: 0, numIgnoredErrors: 0 };
    for (const name of ['size', 'files', 'symlinks', 'dirs', 'numFailed', 'numIgnoredErrors']) {
        const value = picked[name] ?? 0;
        if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
            return name;
        counts[name] = value;
    }
    const maxTimeNs = picked.maxTime === undefined ? 0n : typeof picked.maxTime === 'string' ? (0,_util_timestamp_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTimestamp */ .l)(picked.maxTime) : undefined;
    if (maxTimeNs === undefined)
        return 'maxTime';
    const incomplete = picked.incomplete ?? '';
    if (typeof incomplete !== 'string')
        return 'incomplete';
    const errors = decodeFailures(picked.errors);
    if (errors === undefined)
        return 'errors';
    const summary = { ...counts, maxTimeNs, errors };
    return incomplete === '' ? summary : { ...summary, incomplete: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .wellFormed */ .ES)(incomplete) };
}
function decodeFailures(list) {
    if (list === undefined)
        return [];
    if (!Array.isArray(list))
        return undefined;
    const failures = [];
    for (const item of list) {
        if (item === null)
            continue;
        if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(item))
            return undefined;
        const { path = '', error = '' } = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .pickMembers */ .tD)(item, FAILURE_NAMES);
        if (typeof path !== 'string' || typeof error !== 'string')
            return undefined;
        failures.push({ path: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .wellFormed */ .ES)(path), error: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .wellFormed */ .ES)(error) });
    }
    return failures;
}


/***/ }),

/***/ 67616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   g1: () => (/* binding */ isReusable),
/* harmony export */   q: () => (/* binding */ isIdentical)
/* harmony export */ });
/** Whether bytes, permission bits and type are the same; times and owners do not count. */
function isSame(a, b) {
    return a.objectId === b.objectId && a.mode === b.mode && a.type === b.type;
}
/** Whether both would be written with the same bytes, apart from the name. */
function isIdentical(a, b) {
    return (isSame(a, b) &&
        a.mtimeNs === b.mtimeNs &&
        a.size === b.size &&
        a.uid === b.uid &&
        a.gid === b.gid &&
        // A name with U+FFFD may stand for other bytes.
        !a.name.includes('\ufffd') &&
        a.summary?.maxTimeNs === b.summary?.maxTimeNs &&
        a.summary?.files === b.summary?.files &&
        a.summary?.dirs === b.summary?.dirs &&
        a.summary?.symlinks === b.summary?.symlinks &&
        a.summary?.numFailed === b.summary?.numFailed &&
        a.summary?.numIgnoredErrors === b.summary?.numIgnoredErrors);
}
/** Whether a file or link has the metadata of the earlier entry, so that its bytes are taken to be the same. */
function isReusable(old, entry) {
    return (old.mtimeNs === entry.mtimeNs &&
        old.size === entry.size &&
        old.mode === entry.mode &&
        old.uid === entry.uid &&
        old.gid === entry.gid &&
        old.type === (entry.kind === 'symlink' ? 's' : 'f') &&
        old.objectId !== '');
}


/***/ }),

/***/ 60782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ scout)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _fs_local_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48844);
/* harmony import */ var _dir_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88669);
/* harmony import */ var _directory_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53883);
/* harmony import */ var _same_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67616);
/* harmony import */ var _protocol_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84409);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54280);
/** The work of a scout: listing a folder, looking at its entries, comparing them with an earlier directory. Knows nothing of threads. */







/** Entries or folders after which a report is sent although more requests wait: the walk goes on meanwhile. */
const REPORT_ENTRIES = 512;
const REPORT_FOLDERS = 16;
/** Answers the requests in order, in reports of a few hundred entries. */
function* scout(requests) {
    const rows = new _rows_js__WEBPACK_IMPORTED_MODULE_4__/* .RowWriter */ .C();
    let findings = [];
    let earlier = [];
    for (const [index, request] of requests.entries()) {
        findings.push(lookAtFolder(request, rows, earlier));
        const isFull = rows.count >= REPORT_ENTRIES || findings.length >= REPORT_FOLDERS;
        if (!isFull && index + 1 < requests.length)
            continue;
        yield { findings, ...rows.take(), earlier: `[${earlier.join(',')}]` };
        findings = [];
        earlier = [];
    }
}
function lookAtFolder(request, rows, earlierFolders) {
    const { id, device, inode, earlier } = request;
    const path = localPath(request.path);
    try {
        const names = (0,_fs_local_js__WEBPACK_IMPORTED_MODULE_1__/* .listNames */ .Zv)(path);
        if (names.length > _protocol_js__WEBPACK_IMPORTED_MODULE_5__/* .SCOUTED_ENTRIES */ .RB || names.some((name) => typeof name !== 'string'))
            return { kind: 'unsuited', id };
        const { entries, failures, vanished } = (0,_fs_local_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAt */ .t5)(path, names);
        // Before anything is made of them: the entries may be those of another folder.
        const replaced = (0,_fs_local_js__WEBPACK_IMPORTED_MODULE_1__/* .replacedFolder */ .BA)(path, { device, inode });
        if (replaced !== undefined)
            return { kind: 'failed', id, error: faultText(replaced) };
        const isWhole = failures.length + vanished === 0;
        const same = earlier === undefined || !isWhole ? undefined : compare(entries, earlier);
        if (same !== undefined) {
            const { files, bytes, folders } = same;
            for (const folder of folders) {
                rows.add(folder.entry);
                earlierFolders.push((0,_dir_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeDirEntry */ .s)(folder.earlier));
            }
            return { kind: 'same', id, count: folders.length, files, bytes };
        }
        for (const entry of entries)
            rows.add(entry);
        const faults = failures.map(({ name, error }) => ({ name, error: faultText(error) }));
        return { kind: 'listed', id, count: entries.length, vanished, failures: faults };
    }
    catch (error) {
        return { kind: 'failed', id, error: faultText(error) };
    }
}
/** Undefined unless every file and link is what the earlier directory holds, and every sub-folder was one then. */
function compare(entries, { objectId, bytes, avoid }) {
    const byName = earlierByName(bytes, objectId);
    if (byName === undefined || byName.size !== entries.length || entries.length === 0)
        return undefined;
    const folders = [];
    let size = 0;
    for (const entry of entries) {
        const earlier = byName.get(entry.name);
        // A name with U+FFFD may stand for other bytes.
        if (earlier === undefined || entry.name.includes('\ufffd'))
            return undefined;
        if (avoid.names.includes(entry.name) || avoid.inodes.includes(entry.inode))
            return undefined;
        if (entry.kind === 'directory') {
            if (earlier.type !== 'd')
                return undefined;
            folders.push({ entry, earlier });
        }
        else if ((0,_same_js__WEBPACK_IMPORTED_MODULE_6__/* .isReusable */ .g1)(earlier, entry))
            size += entry.size;
        else
            return undefined;
    }
    return { files: entries.length - folders.length, bytes: size, folders };
}
/** Undefined when the object is damaged, or holds anything that cannot be compared one to one. */
function earlierByName(bytes, objectId) {
    try {
        const { entries, rejected } = (0,_directory_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeDirectory */ .eT)(bytes, objectId);
        const byName = new Map(entries.map((entry) => [entry.name, entry]));
        return rejected.length > 0 || byName.size !== entries.length ? undefined : byName;
    }
    catch (error) {
        // The walk reads it again and says what is wrong with it.
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb)
            return undefined;
        throw error;
    }
}
function localPath(path) {
    return typeof path === 'string' ? path : Buffer.from(path.buffer, path.byteOffset, path.byteLength);
}
function faultText(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb))
        throw error;
    const { code, message, hint } = error;
    if (code !== 'CAIRN_FILE_VANISHED' && code !== 'CAIRN_FILE_UNREADABLE' && code !== 'CAIRN_FILE_CHANGED')
        throw error;
    return { code, message, hint };
}


/***/ }),

/***/ 84409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JQ: () => (/* binding */ ROW_WORDS),
/* harmony export */   RB: () => (/* binding */ SCOUTED_ENTRIES),
/* harmony export */   gp: () => (/* binding */ SCOUTED_BYTES)
/* harmony export */ });
/** Entries of a folder that are looked at ahead of the walk. */
const SCOUTED_ENTRIES = 1024;
/** Bytes of an earlier directory that is worth being sent. */
const SCOUTED_BYTES = 1024 * 1024;
/** Words of a row. */
const ROW_WORDS = 8;


/***/ }),

/***/ 54280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ RowWriter),
/* harmony export */   o: () => (/* binding */ RowReader)
/* harmony export */ });
/* harmony import */ var _protocol_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84409);

const KINDS = ['file', 'directory', 'symlink', 'other'];
/** Gathers entries for one report. */
class RowWriter {
    #words = new BigInt64Array(256 * _protocol_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW_WORDS */ .JQ);
    #numbers = new Float64Array(this.#words.buffer);
    #names = [];
    /** Entries so far. */
    get count() {
        return this.#names.length;
    }
    add(entry) {
        const at = this.#names.length * _protocol_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW_WORDS */ .JQ;
        if (at + _protocol_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW_WORDS */ .JQ > this.#words.length)
            this.#grow();
        this.#words[at] = entry.mtimeNs;
        this.#words[at + 1] = BigInt.asIntN(64, entry.device);
        this.#words[at + 2] = BigInt.asIntN(64, entry.inode);
        this.#numbers[at + 3] = entry.size;
        this.#numbers[at + 4] = entry.mode | (KINDS.indexOf(entry.kind) << 16);
        this.#numbers[at + 5] = entry.uid;
        this.#numbers[at + 6] = entry.gid;
        this.#names.push(entry.name);
    }
    /** Everything gathered, in memory of its own; the writer is empty again. */
    take() {
        const names = this.#names.map((name) => `${name}\0`).join('');
        const facts = this.#words.buffer.slice(0, this.#names.length * _protocol_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW_WORDS */ .JQ * 8);
        this.#names = [];
        return { names, facts };
    }
    #grow() {
        const words = new BigInt64Array(2 * this.#words.length);
        words.set(this.#words);
        this.#words = words;
        this.#numbers = new Float64Array(words.buffer);
    }
}
/** Reads the entries of a report, in order. */
class RowReader {
    #names;
    #words;
    #numbers;
    #row = 0;
    constructor(names, facts) {
        this.#names = names.split('\0');
        this.#words = new BigInt64Array(facts);
        this.#numbers = new Float64Array(facts);
    }
    /** The next `count` entries. */
    take(count) {
        const entries = [];
        for (let i = 0; i < count; i++)
            entries.push(this.#next());
        return entries;
    }
    #next() {
        const at = this.#row * _protocol_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW_WORDS */ .JQ;
        const numberAt = (word) => this.#numbers[at + word] ?? 0;
        const modeAndKind = numberAt(4);
        return {
            name: this.#names[this.#row++] ?? '',
            kind: KINDS[modeAndKind >>> 16] ?? 'other',
            mode: modeAndKind & 0xffff,
            size: numberAt(3),
            mtimeNs: this.#words[at] ?? 0n,
            uid: numberAt(5),
            gid: numberAt(6),
            device: BigInt.asUintN(64, this.#words[at + 1] ?? 0n),
            inode: BigInt.asUintN(64, this.#words[at + 2] ?? 0n),
        };
    }
}


/***/ }),

/***/ 58885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   startScoutThread: () => (/* binding */ startScoutThread)
/* harmony export */ });
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75919);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60782);
/** The other end of a scout's lane: what the bundle runs when it finds itself started as one. */



/** Serves the scout that started this thread until it is terminated. */
function startScoutThread() {
    const port = node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort;
    if (port === null)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_INTERNAL', 'This thread was not started by a scout.');
    port.on('message', (requests) => {
        for (const report of (0,_look_js__WEBPACK_IMPORTED_MODULE_2__/* .scout */ .Z)(requests))
            port.postMessage(report, [report.facts]);
    });
}


/***/ }),

/***/ 34695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ utf8),
/* harmony export */   Id: () => (/* binding */ concatBytes),
/* harmony export */   Xo: () => (/* binding */ compareBytes),
/* harmony export */   _r: () => (/* binding */ release),
/* harmony export */   aD: () => (/* binding */ fromHex),
/* harmony export */   ar: () => (/* binding */ fromUtf8),
/* harmony export */   ex: () => (/* binding */ equalBytes),
/* harmony export */   nj: () => (/* binding */ toHex)
/* harmony export */ });
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75919);
/** Small operations on byte arrays. */

/** Lower-case hexadecimal text. */
function toHex(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
/** Bytes of hexadecimal text; undefined when the text has odd length or another character than 0-9 a-f. */
function fromHex(text) {
    if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text))
        return undefined;
    return new Uint8Array(Buffer.from(text, 'hex'));
}
/** One array holding all parts in order (copies). */
function concatBytes(parts) {
    let length = 0;
    for (const part of parts)
        length += part.length;
    const all = new Uint8Array(length);
    let offset = 0;
    for (const part of parts) {
        all.set(part, offset);
        offset += part.length;
    }
    return all;
}
/** Byte order of two arrays: negative, zero or positive. */
function compareBytes(a, b) {
    return Buffer.compare(a, b);
}
/** Whether two arrays hold the same bytes. Not constant-time: never for secrets. */
function equalBytes(a, b) {
    return a.length === b.length && Buffer.compare(a, b) === 0;
}
/**
 * Gives the memory of `bytes` back at once when nothing else lies in it; the array is empty afterwards.
 *
 * The collector does not see how much memory large arrays hold: on Node 24 a snapshot of 512 MiB had 100 MB of them waiting to be collected.
 */
function release(bytes) {
    if (bytes.byteLength === 0 || bytes.byteLength !== bytes.buffer.byteLength)
        return;
    // The types are those of Node 20, which lacks this function.
    const buffer = bytes.buffer;
    if (buffer.transfer !== undefined)
        buffer.transfer(0);
    else if (buffer instanceof ArrayBuffer)
        discard(buffer);
}
let nobody;
/** Memory that is sent to a closed port is given back with the message. */
function discard(buffer) {
    if (nobody === undefined) {
        const { port1, port2 } = new node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.MessageChannel();
        port1.close();
        port2.close();
        nobody = port1;
    }
    nobody.postMessage(undefined, [buffer]);
}
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** UTF-8 bytes of text. */
function utf8(text) {
    return encoder.encode(text);
}
/** Text of UTF-8 bytes; undefined when the bytes are not valid UTF-8. A byte order mark is kept. */
function fromUtf8(bytes) {
    try {
        return decoder.decode(bytes);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 56495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O6: () => (/* binding */ encodeGoTime),
/* harmony export */   b3: () => (/* binding */ encodeGoMap),
/* harmony export */   gN: () => (/* binding */ encodeGoString),
/* harmony export */   kN: () => (/* binding */ encodeGoBytes),
/* harmony export */   pl: () => (/* binding */ encodeGoJson),
/* harmony export */   sl: () => (/* binding */ goTextOfBytes),
/* harmony export */   vR: () => (/* binding */ encodeGoInteger),
/* harmony export */   zq: () => (/* binding */ compareUtf8)
/* harmony export */ });
/* harmony import */ var _timestamp_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99252);
/** JSON text byte for byte as Go's standard encoder prints it, because object IDs are hashes of it (docs/repository-format.md, "JSON"). */

// Everything that is not copied as it stands: control characters, quote, backslash, the HTML three, line separators, surrogates.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what has to be found
const SPECIAL = /[\u0000-\u001f"\\<>&\u2028\u2029\ud800-\udfff]/;
const SHORT_ESCAPES = {
    8: '\\b',
    9: '\\t',
    10: '\\n',
    12: '\\f',
    13: '\\r',
    34: '\\"',
    92: '\\\\',
};
const REPLACEMENT = '\\ufffd';
/** The quoted JSON form of text; a lone surrogate becomes the six characters `\ufffd`. */
function encodeGoString(text) {
    if (!SPECIAL.test(text))
        return `"${text}"`;
    let out = '"';
    let copied = 0;
    for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        let escaped;
        if (code >= 0xd800 && code <= 0xdfff) {
            const next = text.charCodeAt(i + 1);
            if (code < 0xdc00 && next >= 0xdc00 && next <= 0xdfff) {
                i++;
                continue;
            }
            escaped = REPLACEMENT;
        }
        else if (code < 32 || code === 34 || code === 92) {
            escaped = SHORT_ESCAPES[code] ?? `\\u00${code.toString(16).padStart(2, '0')}`;
        }
        else if (code === 60 || code === 62 || code === 38) {
            escaped = `\\u00${code.toString(16)}`;
        }
        else if (code === 0x2028 || code === 0x2029) {
            escaped = `\\u${code.toString(16)}`;
        }
        if (escaped === undefined)
            continue;
        out += text.slice(copied, i) + escaped;
        copied = i + 1;
    }
    return `${out}${text.slice(copied)}"`;
}
/**
 * The quoted JSON form of bytes: valid UTF-8 as text, and each byte that is not part of it as the six characters `\ufffd`.
 * A genuine U+FFFD stays raw, so the text form of such bytes must never be encoded instead.
 */
function encodeGoBytes(bytes) {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let out = '"';
    let start = 0;
    let at = 0;
    while (at < view.length) {
        const length = sequenceLength(view, at);
        if (length > 0) {
            at += length;
            continue;
        }
        out += encodeGoString(view.toString('utf8', start, at)).slice(1, -1) + REPLACEMENT;
        at++;
        start = at;
    }
    return `${out}${encodeGoString(view.toString('utf8', start, at)).slice(1, -1)}"`;
}
/** Text as Go reads it from bytes: each byte outside valid UTF-8 becomes one U+FFFD. */
function goTextOfBytes(bytes) {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let out = '';
    let start = 0;
    let at = 0;
    while (at < view.length) {
        const length = sequenceLength(view, at);
        if (length > 0) {
            at += length;
            continue;
        }
        out += `${view.toString('utf8', start, at)}\ufffd`;
        at++;
        start = at;
    }
    return out + view.toString('utf8', start, at);
}
/** Length of the valid UTF-8 sequence that starts at `at`, or 0: no overlong forms, no surrogates, nothing above U+10FFFF. */
function sequenceLength(bytes, at) {
    const first = bytes[at] ?? 0;
    if (first < 0x80)
        return 1;
    const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
    if (length === 0 || at + length > bytes.length)
        return 0;
    const second = bytes[at + 1] ?? 0;
    const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high)
        return 0;
    for (let i = 2; i < length; i++)
        if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80)
            return 0;
    return length;
}
/** Decimal text of an integer; throws RangeError for a fraction or a number that lost precision. */
function encodeGoInteger(value) {
    if (typeof value === 'number' && !Number.isSafeInteger(value))
        throw new RangeError(`${value} cannot be written as an exact integer`);
    return String(value);
}
/** The quoted RFC 3339 form of nanoseconds since 1970. */
function encodeGoTime(ns) {
    return `"${(0,_timestamp_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTimestamp */ .E)(ns)}"`;
}
/** Compact JSON of a value, members in the order they stand in. */
function encodeGoJson(value) {
    if (value === null)
        return 'null';
    switch (typeof value) {
        case 'string':
            return encodeGoString(value);
        case 'number':
        case 'bigint':
            return encodeGoInteger(value);
        case 'boolean':
            return value ? 'true' : 'false';
    }
    if (isList(value))
        return `[${value.map(encodeGoJson).join(',')}]`;
    const members = [];
    for (const [key, member] of Object.entries(value)) {
        if (member !== undefined)
            members.push(`${encodeGoString(key)}:${encodeGoJson(member)}`);
    }
    return `{${members.join(',')}}`;
}
/** Compact JSON of a map of texts, keys in byte order. */
function encodeGoMap(map) {
    const keys = Object.keys(map).sort(compareUtf8);
    return `{${keys.map((key) => `${encodeGoString(key)}:${encodeGoString(map[key] ?? '')}`).join(',')}}`;
}
/** Order of two texts by their UTF-8 bytes, which differs from `<` only where surrogates meet U+E000 and above. */
function compareUtf8(a, b) {
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) {
        const x = a.charCodeAt(i);
        const y = b.charCodeAt(i);
        if (x === y)
            continue;
        const isSurrogateX = x >= 0xd800 && x <= 0xdfff;
        const isSurrogateY = y >= 0xd800 && y <= 0xdfff;
        return isSurrogateX === isSurrogateY ? x - y : isSurrogateX ? 1 : -1;
    }
    return a.length - b.length;
}
// Array.isArray does not narrow a readonly array out of a union.
function isList(value) {
    return Array.isArray(value);
}


/***/ }),

/***/ 1873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ wellFormed),
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   hQ: () => (/* binding */ memberNames),
/* harmony export */   tD: () => (/* binding */ pickMembers)
/* harmony export */ });
/** Reading JSON that somebody else wrote: typed access to members, keys in any letter case (docs/repository-format.md, "JSON"). */
/** Whether `value` is an object and not an array or null. */
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/**
 * The members of `object` that `names` lists, found regardless of letter case; of two that fold together the later one counts.
 * Null counts as absent, as it does for Go's decoder. Unknown members are dropped.
 */
function pickMembers(object, names) {
    // Nearly always: then nothing need be copied. The cast holds because every key is one of the names.
    if (isWrittenExactly(object, names))
        return object;
    const picked = {};
    for (const key of Object.keys(object)) {
        const name = names.get(key) ?? names.get(key.toLowerCase());
        const value = object[key];
        if (name !== undefined && value !== null)
            picked[name] = value;
    }
    return picked;
}
/** Whether all members are known, spelled as they are written, and not null. */
function isWrittenExactly(object, names) {
    for (const key in object)
        if (object[key] === null || names.get(key) !== key)
            return false;
    return true;
}
/** The lookup table of `pickMembers`: exact spelling first, then lower case. */
function memberNames(...names) {
    const table = new Map();
    for (const name of names) {
        table.set(name, name);
        table.set(name.toLowerCase(), name);
    }
    return table;
}
/** Text without lone surrogates: each one becomes U+FFFD, as Go reads them. */
function wellFormed(text) {
    return /[\ud800-\udfff]/.test(text) ? text.replace(/\p{Surrogate}/gu, '\ufffd') : text;
}


/***/ }),

/***/ 99252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ formatTimestamp),
/* harmony export */   l: () => (/* binding */ parseTimestamp)
/* harmony export */ });
/** RFC 3339 text <-> int64 nanoseconds, exactly as Go prints them (docs/repository-format.md, "JSON"). */
const NS_PER_SECOND = 1000000000n;
const PATTERN = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:([Zz])|([+-])(\d\d):(\d\d))$/;
/** Text in UTC with up to nine fractional digits, trailing zeros removed: `2023-11-14T22:13:20.5Z`. */
function formatTimestamp(ns) {
    let seconds = ns / NS_PER_SECOND;
    let fraction = ns % NS_PER_SECOND;
    if (fraction < 0n) {
        seconds -= 1n;
        fraction += NS_PER_SECOND;
    }
    const text = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
    if (fraction === 0n)
        return `${text}Z`;
    const digits = (1_000_000_000 + Number(fraction)).toString();
    let end = digits.length;
    while (digits.charCodeAt(end - 1) === 0x30)
        end--;
    return `${text}.${digits.slice(1, end)}Z`;
}
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/**
 * The form that is always written, UTC with `T` and `Z`, and a day that every year has; undefined for anything else.
 * Directories hold a time for each entry, and this takes a seventh of the time of the general way.
 */
function parseWritten(text) {
    const end = text.length - 1;
    if (end < 19 || end === 20 || end > 29 || text.charCodeAt(end) !== 0x5a || text.charCodeAt(10) !== 0x54)
        return undefined;
    if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d || text.charCodeAt(13) !== 0x3a || text.charCodeAt(16) !== 0x3a) {
        return undefined;
    }
    const year = digits(text, 0, 4);
    const month = digits(text, 5, 7);
    const day = digits(text, 8, 10);
    const hour = digits(text, 11, 13);
    const minute = digits(text, 14, 16);
    const second = digits(text, 17, 19);
    if (year < 100 || day < 1 || day > (DAYS_OF_MONTH[month - 1] ?? 0) || hour < 0 || hour > 23)
        return undefined;
    if (minute < 0 || minute > 59 || second < 0 || second > 59)
        return undefined;
    let fraction = 0;
    if (end > 19) {
        if (text.charCodeAt(19) !== 0x2e)
            return undefined;
        fraction = digits(text, 20, end);
        if (fraction < 0)
            return undefined;
        for (let count = end - 20; count < 9; count++)
            fraction *= 10;
    }
    return BigInt(Date.UTC(year, month - 1, day, hour, minute, second)) * 1000000n + BigInt(fraction);
}
/** The number in `text` from `start` to `end`, or -1 when there is something else than digits. */
function digits(text, start, end) {
    let value = 0;
    for (let i = start; i < end; i++) {
        const digit = text.charCodeAt(i) - 0x30;
        if (digit < 0 || digit > 9)
            return -1;
        value = value * 10 + digit;
    }
    return value;
}
/** Nanoseconds since 1970, or undefined when `text` is not RFC 3339. */
function parseTimestamp(text) {
    const written = parseWritten(text);
    if (written !== undefined)
        return written;
    const match = PATTERN.exec(text);
    if (match === null)
        return undefined;
    const [, year, month, day, hour, minute, second, fraction, , sign, zoneHour, zoneMinute] = match;
    const ms = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
    // Date.UTC reads years 0..99 as 1900..1999, and rolls over day 31 of a short month: both are refused.
    const back = new Date(ms);
    if (back.getUTCFullYear() !== Number(year) || back.getUTCMonth() !== Number(month) - 1 || back.getUTCDate() !== Number(day))
        return undefined;
    let seconds = BigInt(ms / 1000);
    if (sign !== undefined) {
        const offset = BigInt(Number(zoneHour) * 3600 + Number(zoneMinute) * 60);
        seconds += sign === '-' ? offset : -offset;
    }
    return seconds * NS_PER_SECOND + BigInt((fraction ?? '').padEnd(9, '0') || '0');
}


/***/ })

};
