export const id = 8105;
export const ids = [8105];
export const modules = {

/***/ 452:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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
    CAIRN_SNAPSHOT_AMBIGUOUS: 'usage',
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
    CAIRN_OUTPUT_UNWRITABLE: 'failed',
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
    CAIRN_BUCKET_MISSING: 'no-repository',
    CAIRN_BLOB_ID_INVALID: 'damage',
    CAIRN_BLOB_NOT_FOUND: 'damage',
    CAIRN_BLOB_RANGE: 'damage',
    CAIRN_CACHE_CONFLICT: 'storage',
    CAIRN_CACHE_DAMAGED: 'damage',
    CAIRN_CACHE_SEGMENT_LOST: 'damage',
    CAIRN_CONFIG_INVALID: 'usage',
    CAIRN_CONFIG_UNREADABLE: 'failed',
    CAIRN_CONFIG_UNWRITABLE: 'failed',
    CAIRN_CREDENTIALS_MISSING: 'storage',
    CAIRN_CREDENTIALS_REFUSED: 'storage',
    CAIRN_LOCATION_INVALID: 'usage',
    CAIRN_LOCATION_SECRET: 'usage',
    CAIRN_NOT_CONNECTED: 'no-repository',
    CAIRN_PASSWORD_FILE_INVALID: 'password',
    CAIRN_STORAGE_EMPTY: 'no-repository',
    CAIRN_STORAGE_ENDPOINT: 'storage',
    CAIRN_STORAGE_FORBIDDEN: 'storage',
    CAIRN_STORAGE_FOREIGN: 'no-repository',
    CAIRN_STORAGE_FULL: 'storage',
    CAIRN_STORAGE_IO: 'storage',
    CAIRN_STORAGE_READONLY: 'usage',
    CAIRN_STORAGE_REGION: 'storage',
    CAIRN_STORAGE_ROOT_MISSING: 'no-repository',
    CAIRN_STORAGE_SHARDS_INVALID: 'damage',
    CAIRN_STORAGE_UNAVAILABLE: 'storage',
    CAIRN_STORAGE_UNFIT: 'storage',
    CAIRN_STORAGE_UNREACHABLE: 'storage',
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
    /** How long the other side asked us to wait before the next try, in ms. */
    retryAfterMs;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'CairnError';
        this.code = code;
        this.hint = options.hint;
        this.retryAfterMs = options.retryAfterMs;
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

/***/ 29408:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UG: () => (/* binding */ encodeOutput),
/* harmony export */   Yt: () => (/* binding */ encodeFrame),
/* harmony export */   wI: () => (/* binding */ FrameDecoder)
/* harmony export */ });
/* unused harmony export MAX_OUTPUT_PAYLOAD */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/** The stream between a supervisor and the runner: what the hook printed and what became of it, kept apart and in order. */


/** Largest payload of an output frame, in bytes. */
const MAX_OUTPUT_PAYLOAD = 65_536;
const MAX_MESSAGE_PAYLOAD = 1_048_576;
const MAX_HEADER = 9;
const LF = 0x0a;
// The exec toolkit joins its line buffer anew for every chunk until it sees the system's line end: quadratic without one. CR LF is a line
// end on every system.
const TRAILER = new Uint8Array([0x0d, 0x0a]);
// frame: kind(1) | length(decimal digits) | LF | payload(length) | CR LF
/** Bytes of one frame. */
function encodeFrame(frame) {
    return (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .concatBytes */ .Id)([Buffer.from(`${frame.kind}${frame.payload.length}\n`), frame.payload, TRAILER]);
}
/** Output cut into frames of at most MAX_OUTPUT_PAYLOAD bytes. */
function encodeOutput(kind, bytes) {
    if (bytes.length <= MAX_OUTPUT_PAYLOAD)
        return encodeFrame({ kind, payload: bytes });
    const parts = [];
    for (let at = 0; at < bytes.length; at += MAX_OUTPUT_PAYLOAD)
        parts.push(encodeFrame({ kind, payload: bytes.subarray(at, at + MAX_OUTPUT_PAYLOAD) }));
    return (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .concatBytes */ .Id)(parts);
}
/** Puts frames together again from chunks of any size; at most one frame is held. */
class FrameDecoder {
    #rest = new Uint8Array(0);
    /** Takes the next bytes and returns the frames they complete. Throws CAIRN_INTERNAL on bytes that no supervisor writes. */
    push(chunk) {
        let bytes = this.#rest.length === 0 ? chunk : (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .concatBytes */ .Id)([this.#rest, chunk]);
        const frames = [];
        for (;;) {
            const headerEnd = bytes.subarray(0, MAX_HEADER).indexOf(LF);
            if (headerEnd < 0) {
                if (bytes.length >= MAX_HEADER)
                    throw malformed();
                break;
            }
            const { kind, length } = decodeHeader(bytes.subarray(0, headerEnd));
            const end = headerEnd + 1 + length;
            if (bytes.length < end + TRAILER.length)
                break;
            frames.push({ kind, payload: bytes.subarray(headerEnd + 1, end) });
            bytes = bytes.subarray(end + TRAILER.length);
        }
        // A copy: the chunk belongs to the caller once this returns.
        this.#rest = bytes.length === 0 ? new Uint8Array(0) : bytes.slice();
        return frames;
    }
}
function decodeHeader(header) {
    const text = Buffer.from(header).toString('latin1');
    const match = /^([oem])(\d{1,7})$/.exec(text);
    const kind = match?.[1];
    const length = Number(match?.[2]);
    if (kind === 'm' && length <= MAX_MESSAGE_PAYLOAD)
        return { kind, length };
    if ((kind === 'o' || kind === 'e') && length <= MAX_OUTPUT_PAYLOAD)
        return { kind, length };
    throw malformed();
}
function malformed() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_INTERNAL', 'The hook supervisor sent bytes that are not a frame.');
}


/***/ }),

/***/ 36586:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F7: () => (/* binding */ HOOK_ID_VARIABLE),
/* harmony export */   Fd: () => (/* binding */ heldEnvironment),
/* harmony export */   GD: () => (/* binding */ CANCEL_FILE),
/* harmony export */   gu: () => (/* binding */ SUPERVISOR_FLAG),
/* harmony export */   jn: () => (/* binding */ RELEASE_FILE),
/* harmony export */   nT: () => (/* binding */ holdEnvironment),
/* harmony export */   xM: () => (/* binding */ REQUEST_FILE)
/* harmony export */ });
/** What runner and supervisor tell each other: the request, the reports, and the two files that carry wishes while a hook runs. */
const REQUEST_FILE = 'request.json';
/** Its appearance in the control folder cancels the hook. */
const CANCEL_FILE = 'cancel';
/** Its appearance in the control folder ends what the hook left running. */
const RELEASE_FILE = 'release';
/** First argument of a supervisor process. */
const SUPERVISOR_FLAG = '--cairn-supervisor';
/** Variable that every process of a hook inherits. */
const HOOK_ID_VARIABLE = 'CAIRN_HOOK_ID';
// The supervisor must not be changed by the hook's variables (NODE_OPTIONS, LD_PRELOAD), so it holds them under other names.
const HELD_PREFIX = 'CAIRN_HELD_';
/** The hook's variables under names that mean nothing to Node. */
function holdEnvironment(environment) {
    return Object.fromEntries(Object.entries(environment).map(([name, value]) => [HELD_PREFIX + name, value]));
}
/** The hook's variables from a supervisor's environment. */
function heldEnvironment(environment) {
    const held = {};
    for (const [name, value] of Object.entries(environment))
        if (value !== undefined && name.startsWith(HELD_PREFIX))
            held[name.slice(HELD_PREFIX.length)] = value;
    return held;
}


/***/ }),

/***/ 10241:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eg: () => (/* binding */ memberName),
/* harmony export */   oI: () => (/* binding */ processTable)
/* harmony export */ });
/* unused harmony exports belonging, parsePs, parseStat */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36586);
/** Finds and signals every process of one hook: its process group, what left the group but carries the hook's id, and their children. */



/** Text of a member for people: `sleep (4711)`. */
function memberName(member) {
    return `${member.name} (${member.pid})`;
}
/** The table for a system: /proc on Linux, `ps` on other POSIX systems (best effort), `taskkill` on Windows. */
function processTable(platform, hook, run = runTool) {
    if (platform === 'win32')
        return windowsTable(hook, run);
    const isLinux = platform === 'linux';
    return {
        members() {
            const rows = isLinux ? readProc(hook.hookId) : parsePs(run('ps', PS_ARGUMENTS), hook.hookId);
            return belonging(rows, hook.pid).map((row) => ({
                pid: row.pid,
                name: row.name,
                isInGroup: row.group === hook.pid,
                holdsOutput: isLinux && hook.outputLink !== undefined ? holds(row.pid, hook.outputLink) : true,
            }));
        },
        signal(members, signal) {
            if (members.some((member) => member.isInGroup))
                kill(-hook.pid, signal);
            for (const member of members)
                if (!member.isInGroup)
                    kill(member.pid, signal);
        },
    };
}
/** Rows that belong to the hook: in its group, marked, or below one that does. */
function belonging(rows, group) {
    const found = new Map();
    for (const row of rows)
        if (row.group === group || row.isMarked || row.pid === group)
            found.set(row.pid, row);
    for (let grew = found.size > 0; grew;) {
        grew = false;
        for (const row of rows) {
            if (!found.has(row.pid) && found.has(row.parent)) {
                found.set(row.pid, row);
                grew = true;
            }
        }
    }
    return [...found.values()].filter((row) => !row.isZombie && row.pid !== process.pid);
}
const PS_ARGUMENTS = ['-axEww', '-o', 'pid=,ppid=,pgid=,stat=,command='];
/** Rows of `ps -axEww -o pid=,ppid=,pgid=,stat=,command=`: the environment follows the command on systems that show it. */
function parsePs(text, hookId) {
    const rows = [];
    for (const line of text.split('\n')) {
        const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line);
        if (match === null)
            continue;
        const [, pid, parent, group, state = '', command = ''] = match;
        const program = command.split(' ', 1)[0] ?? '';
        rows.push({
            pid: Number(pid),
            parent: Number(parent),
            group: Number(group),
            isZombie: state.startsWith('Z'),
            name: program.slice(program.lastIndexOf('/') + 1) || 'process',
            isMarked: command.includes(` ${_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .HOOK_ID_VARIABLE */ .F7}=${hookId}`),
        });
    }
    return rows;
}
/** One row of /proc/PID/stat: `pid (name, may hold blanks and brackets) state ppid pgrp …`; undefined when it is cut short. */
function parseStat(text) {
    const open = text.indexOf('(');
    const close = text.lastIndexOf(')');
    if (open < 0 || close < open)
        return undefined;
    const [state, parent, group] = text.slice(close + 2).split(' ');
    if (state === undefined || group === undefined)
        return undefined;
    return {
        pid: Number(text.slice(0, open)),
        parent: Number(parent),
        group: Number(group),
        isZombie: state === 'Z' || state === 'X',
        name: text.slice(open + 1, close),
    };
}
function readProc(hookId) {
    const mark = `${_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .HOOK_ID_VARIABLE */ .F7}=${hookId}`;
    const rows = [];
    for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)('/proc')) {
        if (!/^\d+$/.test(entry))
            continue;
        const stat = readQuietly(`/proc/${entry}/stat`);
        const row = stat === undefined ? undefined : parseStat(stat);
        if (row === undefined)
            continue;
        const environ = row.isZombie ? undefined : readQuietly(`/proc/${entry}/environ`);
        rows.push({ ...row, isMarked: environ?.split('\0').includes(mark) ?? false });
    }
    return rows;
}
function holds(pid, outputLink) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(`/proc/${pid}/fd`).some((descriptor) => {
            try {
                return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)(`/proc/${pid}/fd/${descriptor}`) === outputLink;
            }
            catch {
                return false;
            }
        });
    }
    catch (error) {
        // One that has just ended holds nothing; one that may not be looked at is taken for a holder.
        return !(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'));
    }
}
// A process may end between listing and reading, and others' processes may not be read: both are "not ours".
function readQuietly(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'latin1');
    }
    catch {
        return undefined;
    }
}
function kill(pid, signal) {
    try {
        process.kill(pid, signal);
    }
    catch {
        // gone already
    }
}
function runTool(program, args) {
    return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)(program, [...args], { encoding: 'utf8', windowsHide: true, maxBuffer: 64 * 1024 * 1024 }).stdout ?? '';
}
// Windows has neither groups nor TERM for a process without a window: the tree below the hook is ended at once. What lost its parent
// is not found (docs/hooks.md, "Processes left behind").
function windowsTable(hook, run) {
    return {
        members() {
            const listed = run('tasklist', ['/FI', `PID eq ${hook.pid}`, '/FO', 'CSV', '/NH']);
            const name = new RegExp(`^"([^"]+)","${hook.pid}"`, 'm').exec(listed)?.[1];
            return name === undefined ? [] : [{ pid: hook.pid, name, isInGroup: true, holdsOutput: true }];
        },
        signal(members) {
            for (const member of members)
                run('taskkill', ['/T', '/F', '/PID', String(member.pid)]);
        },
    };
}


/***/ }),

/***/ 98105:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runSupervisor: () => (/* binding */ runSupervisor)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/util/clock.js
var clock = __webpack_require__(58394);
// EXTERNAL MODULE: ./lib/hooks/messages.js
var messages = __webpack_require__(36586);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./lib/hooks/pipes.js
/** Real pipes for a hook's output. Node gives children socket pairs, on which `> /dev/stderr` and `tee /dev/stdout` fail. */




/** Makes a pipe each for output and errors in `folder`; undefined where the system has no named pipes. */
function makePipes(folder, platform) {
    if (platform === 'win32')
        return undefined;
    const outPath = (0,external_node_path_.join)(folder, 'out');
    const errPath = (0,external_node_path_.join)(folder, 'err');
    // By absolute path first: the supervisor has no PATH of its own.
    for (const program of ['/usr/bin/mkfifo', '/bin/mkfifo', 'mkfifo']) {
        const made = (0,external_node_child_process_.spawnSync)(program, ['-m', '600', outPath, errPath], { stdio: 'ignore' });
        if (made.status === 0)
            return { out: openPipe(outPath, platform), err: openPipe(errPath, platform) };
    }
    return undefined;
}
function openPipe(path, platform) {
    // The reader first and without waiting; the writer then finds a reader and gets a blocking end of its own, as a child expects.
    const readEnd = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
    const writer = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_WRONLY);
    (0,external_node_fs_.unlinkSync)(path);
    let isOpen = true;
    return {
        reader: new external_node_net_.Socket({ fd: readEnd, readable: true, writable: false }),
        writer,
        link: platform === 'linux' ? linkOf(writer) : undefined,
        closeWriter() {
            if (isOpen)
                (0,external_node_fs_.closeSync)(writer);
            isOpen = false;
        },
    };
}
function linkOf(descriptor) {
    try {
        return (0,external_node_fs_.readlinkSync)(`/proc/self/fd/${descriptor}`);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/hooks/processes.js
var processes = __webpack_require__(10241);
// EXTERNAL MODULE: ./lib/hooks/frames.js
var hooks_frames = __webpack_require__(29408);
;// CONCATENATED MODULE: ./lib/hooks/thin.js
/**
 * Passes over the middle of endless output before it costs anything: only its beginning and end are ever shown (docs/hooks.md, "Output").
 *
 * Works on chunks, not lines. What may hold a redirect or a mask is let through whole, with its neighbours.
 */
/** Bytes of one stream handed on unseen. */
const WHOLE_LIMIT = 2_097_152;
/** Bytes kept for the end. */
const TAIL_LIMIT = 1_048_576;
const LF = 0x0a;
const WORDS = /KOPIA_SNAPSHOT_PATH=|add-mask/i;
/** One less than the longest word. */
const OVERLAP = 19;
class OutputThinner {
    #handedOn = 0;
    #held = [];
    #heldBytes = 0;
    #gapBytes = 0;
    #isLineOpen = false;
    #lastBytes = '';
    /** Takes a chunk, which must not change afterwards, and returns what to hand on now. */
    push(chunk) {
        if (this.#handedOn < WHOLE_LIMIT) {
            this.#handedOn += chunk.length;
            this.#isLineOpen = chunk.at(-1) !== LF;
            this.#remember(Buffer.from(chunk.subarray(-OVERLAP)).toString('latin1'));
            return [{ gapBytes: 0, bytes: chunk }];
        }
        const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');
        const isWanted = WORDS.test(this.#lastBytes + text);
        this.#remember(text);
        this.#held.push(chunk);
        this.#heldBytes += chunk.length;
        if (isWanted || this.#isLineOpen) {
            // A wanted line may end in the next chunk.
            this.#isLineOpen = isWanted ? chunk.at(-1) !== LF : !chunk.includes(LF);
            return this.#handOn(this.#held.splice(-2));
        }
        while (this.#heldBytes > TAIL_LIMIT && this.#held.length > 1)
            this.#drop(this.#held.shift());
        return [];
    }
    /** The end of the output. */
    end() {
        return this.#handOn(this.#held.splice(0));
    }
    #handOn(wanted) {
        for (const passed of this.#held.splice(0))
            this.#drop(passed);
        const pieces = [];
        for (const bytes of wanted) {
            this.#heldBytes -= bytes.length;
            pieces.push({ gapBytes: this.#gapBytes, bytes });
            this.#gapBytes = 0;
        }
        return pieces;
    }
    #drop(chunk) {
        this.#heldBytes -= chunk?.length ?? 0;
        this.#gapBytes += chunk?.length ?? 0;
    }
    #remember(text) {
        this.#lastBytes = (this.#lastBytes + text.slice(-OVERLAP)).slice(-OVERLAP);
    }
}

;// CONCATENATED MODULE: ./lib/hooks/relay.js



/** Hands output on as frames, as fast as the runner takes them and no faster. */
function relayOutput(sources, channel, isStream) {
    let lastMs = clock/* systemClock */.m.monotonicMs();
    let isDiscarding = false;
    const present = sources.flatMap(([kind, reader]) => 
    // Every byte of a stream source counts.
    reader === null ? [] : [{ kind, reader, thinner: isStream && kind === 'o' ? undefined : new OutputThinner() }]);
    const write = (kind, pieces) => {
        let hasRoom = true;
        for (const { gapBytes, bytes } of pieces) {
            if (gapBytes > 0)
                hasRoom = channel.send({ type: 'gap', stream: kind, bytes: gapBytes });
            hasRoom = channel.write((0,hooks_frames/* encodeOutput */.UG)(kind, bytes));
        }
        return hasRoom;
    };
    const closed = present.map(({ kind, reader, thinner }) => new Promise((resolve) => {
        reader.on('data', (chunk) => {
            if (isDiscarding)
                return;
            lastMs = clock/* systemClock */.m.monotonicMs();
            if (!write(kind, thinner?.push(chunk) ?? [{ gapBytes: 0, bytes: chunk }])) {
                for (const each of present)
                    each.reader.pause();
                channel.onDrain(() => {
                    lastMs = clock/* systemClock */.m.monotonicMs();
                    for (const each of present)
                        each.reader.resume();
                });
            }
        });
        reader.once('close', () => resolve());
        reader.on('error', () => resolve());
    }));
    return {
        outputClosed: Promise.all(closed).then(() => { }),
        stdoutClosed: closed[0] ?? Promise.resolve(),
        idleMs: () => clock/* systemClock */.m.monotonicMs() - lastMs,
        isBlocked: () => channel.isFull(),
        discardOutput() {
            if (!isDiscarding)
                for (const { kind, thinner } of present)
                    write(kind, thinner?.end() ?? []);
            isDiscarding = true;
            // Unread and referenced readers would keep this process alive as long as anybody holds the other end.
            for (const { reader } of present) {
                reader.resume();
                if ('unref' in reader && typeof reader.unref === 'function')
                    reader.unref();
            }
        },
    };
}
/** Frames to `stream`; `onGone` when nobody reads them any more. */
function openChannel(stream, onGone) {
    let isGone = false;
    let waiting = [];
    const wake = () => {
        const due = waiting;
        waiting = [];
        for (const then of due)
            then();
    };
    stream.on('drain', wake);
    stream.on('error', () => {
        isGone = true;
        onGone();
        wake();
    });
    const write = (bytes) => isGone || stream.write(bytes);
    return {
        write,
        send: (message) => write((0,hooks_frames/* encodeFrame */.Yt)({ kind: 'm', payload: Buffer.from(JSON.stringify(message)) })),
        onDrain: (then) => {
            if (isGone)
                then();
            else
                waiting.push(then);
        },
        isFull: () => !isGone && stream.writableNeedDrain,
        flush: () => new Promise((resolve) => {
            if (isGone)
                return resolve();
            stream.once('error', () => resolve());
            stream.write('', () => resolve());
        }),
    };
}

;// CONCATENATED MODULE: ./lib/hooks/supervise.js

/** Quiet this long after the hook's end, its output is complete; what it left running has had time to turn its own output elsewhere. */
const SETTLE_IDLE_MS = 400;
const SETTLE_LIMIT_MS = 1_500;
const POLL_MS = 50;
/** After KILL a process can only be kept by the kernel: then it is named, not waited for. */
const KILL_LIMIT_MS = 2_000;
/** Enforces the timeout, ends what must end, and reports; resolves when nothing of the hook is left to look after. */
async function supervise(request, parts) {
    const { hook, table, clock, stops, send } = parts;
    const startMs = clock.monotonicMs();
    const deadline = new AbortController();
    const over = new AbortController();
    if (request.timeoutMs > 0)
        clock.sleep(request.timeoutMs, over.signal).then(() => deadline.abort(), () => { });
    const stopped = Promise.race([
        whenAborted(stops.cancel, 'cancelled'),
        whenAborted(stops.parentGone, 'parent-gone'),
        whenAborted(deadline.signal, 'timed-out'),
    ]);
    let reason = await Promise.race([hook.exited.then(() => 'exited'), stopped]);
    // The output of a stream is its product: it is complete when closed, not when the first process of a pipeline exits.
    if (reason === 'exited' && request.isStream)
        reason = await Promise.race([hook.stdoutClosed.then(() => 'exited'), stopped]);
    over.abort();
    const exit = reason === 'exited' ? await hook.exited : undefined;
    const isSuccess = exit?.code === 0;
    let ended = { killed: [], survivors: [] };
    if (!isSuccess)
        ended = await endMembers(parts, () => true, reason === 'exited' || reason === 'timed-out' ? request.graceMs : request.cancelGraceMs);
    const isOutputClosed = await settleOutput(parts);
    const final = exit ?? (await within(clock, KILL_LIMIT_MS, hook.exited)) ?? { code: null, signal: null };
    const left = isSuccess ? table.members() : [];
    const kept = new Set(request.keepsBackground ? left.filter((member) => !member.holdsOutput).map((member) => member.pid) : []);
    hook.discardOutput();
    send({
        type: 'ended',
        reason,
        exitCode: final.code,
        signal: final.signal,
        durationMs: Math.round(clock.monotonicMs() - startMs),
        isOutputClosed,
        killed: isSuccess ? left.filter((member) => !kept.has(member.pid)).map(processes/* memberName */.eg) : ended.killed,
        leftRunning: left.filter((member) => kept.has(member.pid)).map(processes/* memberName */.eg),
        survivors: ended.survivors,
    });
    if (left.length === 0)
        return;
    // Holding the output must not prolong the hook, so its end was told first.
    // What is kept may have started a child since the look above: only that which holds the output is not kept.
    const isDoomed = (member) => kept.size === 0 || (!kept.has(member.pid) && member.holdsOutput);
    let after = await endMembers(parts, isDoomed, request.graceMs, kept.size > 0);
    if (kept.size > 0) {
        await Promise.race([
            whenAborted(stops.release, undefined),
            whenAborted(stops.cancel, undefined),
            whenAborted(stops.parentGone, undefined),
        ]);
        after = await endMembers(parts, () => true, stops.release.aborted ? request.graceMs : request.cancelGraceMs);
    }
    send({ type: 'released', ended: after.killed, survivors: after.survivors });
}
/** TERM, grace, KILL until nothing is left. With `isOnce`, only the members of the first look are ended: kept processes may have children later. */
async function endMembers(parts, isDoomed, graceMs, isOnce = false) {
    const { table, clock } = parts;
    const names = new Map();
    let first;
    const doomed = () => {
        const members = table.members().filter((member) => isDoomed(member) && (first === undefined || first.has(member.pid)));
        for (const member of members)
            names.set(member.pid, (0,processes/* memberName */.eg)(member));
        if (isOnce)
            first ??= new Set(members.map((member) => member.pid));
        return members;
    };
    // One by one when some of the group stay.
    const signal = (members, name) => table.signal(isOnce ? members.map((member) => ({ ...member, isInGroup: false })) : members, name);
    let members = doomed();
    if (members.length === 0)
        return { killed: [], survivors: [] };
    signal(members, 'SIGTERM');
    const termMs = clock.monotonicMs();
    for (let pauseMs = 10; members.length > 0 && clock.monotonicMs() - termMs < graceMs; pauseMs = Math.min(200, pauseMs * 2)) {
        await clock.sleep(Math.min(pauseMs, graceMs));
        members = doomed();
    }
    const killMs = clock.monotonicMs();
    while (members.length > 0 && clock.monotonicMs() - killMs < KILL_LIMIT_MS) {
        signal(members, 'SIGKILL');
        await clock.sleep(10);
        members = doomed();
    }
    return { killed: [...names.values()], survivors: members.map(processes/* memberName */.eg) };
}
/** Waits for the last output; a process that keeps the pipe open gains nothing by it. Tells whether the pipes were closed. */
async function settleOutput(parts) {
    const { hook, clock } = parts;
    const closed = hook.outputClosed.then(() => true);
    const startMs = clock.monotonicMs();
    for (;;) {
        if (await Promise.race([closed, clock.sleep(POLL_MS).then(() => false)]))
            return true;
        if (parts.stops.parentGone.aborted)
            return false;
        // A slow reader is our own slowness, not the hook's: no limit then.
        if (hook.isBlocked())
            continue;
        const waitedMs = clock.monotonicMs() - startMs;
        if (Math.min(waitedMs, hook.idleMs()) >= SETTLE_IDLE_MS || waitedMs >= SETTLE_LIMIT_MS)
            return false;
    }
}
/** The value, or undefined when it takes longer than `ms`; leaves no timer behind that would keep the process alive. */
async function within(clock, ms, value) {
    const settled = new AbortController();
    const late = clock.sleep(ms, settled.signal).catch(() => undefined);
    const first = await Promise.race([value, late.then(() => undefined)]);
    settled.abort();
    return first;
}
function whenAborted(signal, value) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve(value);
        else
            signal.addEventListener('abort', () => resolve(value), { once: true });
    });
}

;// CONCATENATED MODULE: ./lib/hooks/supervisor.js
/**
 * The small process that owns one hook: the exec toolkit has no timeout, no kill and leaves standard input open (docs/hooks.md, "Timeouts").
 *
 * Started as `node ENTRY --cairn-supervisor CONTROL_FOLDER`. Standard output carries frames (frames.ts); end of file on standard input
 * means that the parent died.
 */









const WISH_POLL_MS = 50;
/** Runs one hook and resolves when everything about it is over; the caller then lets the process end. */
async function runSupervisor(host = process) {
    const folder = host.argv.at(-1) ?? '';
    // Written by the runner of the same version a moment ago.
    const request = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, messages/* REQUEST_FILE */.xM), 'utf8'));
    const cancel = new AbortController();
    const release = new AbortController();
    const parentGone = new AbortController();
    const channel = openChannel(host.stdout, () => parentGone.abort());
    const send = (message) => {
        channel.send(message);
    };
    host.stdin.on('end', () => parentGone.abort());
    host.stdin.on('error', () => parentGone.abort());
    host.stdin.resume();
    // Ctrl-C in a terminal reaches the parent too, which decides what it means.
    host.on('SIGINT', () => { });
    host.on('SIGTERM', () => cancel.abort());
    host.on('SIGHUP', () => cancel.abort());
    const wishes = setInterval(() => {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, messages/* CANCEL_FILE */.GD)))
            cancel.abort();
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, messages/* RELEASE_FILE */.jn)))
            release.abort();
    }, WISH_POLL_MS);
    let unref = () => { };
    try {
        const started = await start(request, folder, host, channel);
        if ('startError' in started) {
            send({
                type: 'ended',
                reason: 'not-started',
                exitCode: null,
                signal: null,
                startError: started.startError,
                durationMs: 0,
                isOutputClosed: true,
                killed: [],
                leftRunning: [],
                survivors: [],
            });
            return;
        }
        unref = started.unref;
        send({ type: 'started', pid: started.pid });
        await supervise(request, {
            hook: started.hook,
            table: (0,processes/* processTable */.oI)(host.platform, { pid: started.pid, hookId: request.hookId, outputLink: started.outputLink }),
            clock: clock/* systemClock */.m,
            stops: { cancel: cancel.signal, parentGone: parentGone.signal, release: release.signal },
            send,
        });
    }
    finally {
        clearInterval(wishes);
        if (parentGone.signal.aborted)
            (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
        await channel.flush();
        // A process that even KILL does not end must not keep this one.
        unref();
        host.stdin.destroy();
    }
}
async function start(request, folder, host, channel) {
    const pipes = makePipes(folder, host.platform);
    const [program, ...args] = request.argv;
    let child;
    try {
        child = (0,external_node_child_process_.spawn)(program, args, {
            cwd: request.cwd,
            env: { ...(0,messages/* heldEnvironment */.Fd)(host.env), [messages/* HOOK_ID_VARIABLE */.F7]: request.hookId },
            stdio: ['ignore', pipes?.out.writer ?? 'pipe', pipes?.err.writer ?? 'pipe'],
            detached: host.platform !== 'win32',
            windowsHide: true,
        });
    }
    catch (error) {
        closeAll(pipes);
        return { startError: errorCode(error) };
    }
    const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
    const startError = await new Promise((resolve) => {
        child.once('spawn', () => resolve(undefined));
        child.once('error', (error) => resolve(errorCode(error)));
    });
    pipes?.out.closeWriter();
    pipes?.err.closeWriter();
    if (startError !== undefined || child.pid === undefined) {
        closeAll(pipes);
        return { startError: startError ?? 'UNKNOWN' };
    }
    const out = pipes?.out.reader ?? child.stdout;
    const err = pipes?.err.reader ?? child.stderr;
    const relay = relayOutput([
        ['o', out],
        ['e', err],
    ], channel, request.isStream);
    return { pid: child.pid, outputLink: pipes?.out.link, unref: () => child.unref(), hook: { exited, ...relay } };
}
function closeAll(pipes) {
    for (const pipe of pipes === undefined ? [] : [pipes.out, pipes.err]) {
        pipe.closeWriter();
        pipe.reader.destroy();
    }
}
function errorCode(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
}


/***/ }),

/***/ 34695:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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

/***/ 58394:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/** Time by argument: the only file that asks the system for the time. */
const startNs = BigInt(Date.now()) * 1000000n - process.hrtime.bigint();
/** The real clock; nanoseconds come from the monotonic counter, anchored to the wall clock at start and re-anchored when they drift apart. */
const systemClock = {
    nowNs() {
        const wallNs = BigInt(Date.now()) * 1000000n;
        const fineNs = startNs + process.hrtime.bigint();
        const drift = fineNs - wallNs;
        return drift > -50000000n && drift < 50000000n ? fineNs : wallNs;
    },
    nowMs: () => Date.now(),
    monotonicMs: () => performance.now(),
    sleep(ms, signal) {
        return new Promise((resolve, reject) => {
            if (signal?.aborted)
                return reject(signal.reason);
            const onAbort = () => {
                clearTimeout(timer);
                reject(signal?.reason);
            };
            const timer = setTimeout(() => {
                signal?.removeEventListener('abort', onAbort);
                resolve();
            }, ms);
            signal?.addEventListener('abort', onAbort, { once: true });
        });
    },
};


/***/ })

};
