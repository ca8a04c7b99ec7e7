export const id = 8834;
export const ids = [8834];
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

/***/ 98012:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KS: () => (/* binding */ olderHeads),
/* harmony export */   N: () => (/* binding */ isSegmentKey),
/* harmony export */   PO: () => (/* binding */ timeOfHead),
/* harmony export */   Qo: () => (/* binding */ headKey),
/* harmony export */   aF: () => (/* binding */ MAX_KEYS),
/* harmony export */   j6: () => (/* binding */ headPrefix),
/* harmony export */   jX: () => (/* binding */ newerHeads),
/* harmony export */   wO: () => (/* binding */ ENTRY_FILE),
/* harmony export */   zT: () => (/* binding */ segmentKey)
/* harmony export */ });
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34695);
/**
 * Names of cache entries (docs/backends/actions-cache.md, "Entries").
 *
 * head      cairn/<name>/head/<ms since 1970, 13 digits>-<run id>-<attempt>
 * segment   cairn/<name>/segment/<SHA-256 of its bytes, hex>
 *
 * The service finds the newest entry whose key begins with what is asked for. With the time in front, a handful of beginnings covers
 * everything before or after a moment, so that heads can be found one after the other without a right to list entries. All keys are in lower
 * case, because some services change it.
 */

/** The one file of every entry. It is part of an entry's identity: another path would be another cache. */
const ENTRY_FILE = 'cairn-entry';
/** The service takes no more keys in one question. */
const MAX_KEYS = 10;
const TIME_DIGITS = 13;
/** What the key of every head of this name begins with. */
function headPrefix(name) {
    return `cairn/${name.toLowerCase()}/head/`;
}
/** Key of a head that is written at `timeMs`. */
function headKey(name, timeMs, run) {
    return `${headPrefix(name)}${digitsOf(timeMs)}-${run.id}-${run.attempt}`;
}
/** When a head was written, in ms since 1970; undefined when the key is not that of a head of this name. */
function timeOfHead(name, key) {
    const prefix = headPrefix(name);
    const match = key.startsWith(prefix) ? /^(\d{13})-[0-9a-z]{1,40}-[0-9a-z]{1,40}$/.exec(key.slice(prefix.length)) : null;
    return match === null ? undefined : Number(match[1]);
}
/** Key of a segment with these 32 bytes of SHA-256. */
function segmentKey(name, sha256) {
    return `cairn/${name.toLowerCase()}/segment/${(0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .toHex */ .nj)(sha256)}`;
}
/** Whether `key` can be that of a segment, of any name. */
function isSegmentKey(key) {
    return /^cairn\/[a-z0-9._-]{1,100}\/segment\/[0-9a-f]{64}$/.test(key);
}
/** Beginnings of the keys of heads written after `timeMs` and up to `latestMs`, later ones first. */
function newerHeads(name, timeMs, latestMs) {
    const digits = digitsOf(timeMs);
    const prefixes = [];
    for (let at = 0; at < TIME_DIGITS; at++) {
        for (let digit = 9; digit > Number(digits[at]); digit--) {
            const beginning = `${digits.slice(0, at)}${digit}`;
            if (Number(beginning.padEnd(TIME_DIGITS, '0')) <= latestMs)
                prefixes.push(headPrefix(name) + beginning);
        }
    }
    return prefixes;
}
/** Beginnings of the keys of heads written before `timeMs` and not before `earliestMs`, later ones first. */
function olderHeads(name, timeMs, earliestMs) {
    const digits = digitsOf(timeMs);
    const prefixes = [];
    for (let at = TIME_DIGITS - 1; at >= 0; at--) {
        for (let digit = Number(digits[at]) - 1; digit >= 0; digit--) {
            const beginning = `${digits.slice(0, at)}${digit}`;
            if (Number(beginning.padEnd(TIME_DIGITS, '9')) >= earliestMs)
                prefixes.push(headPrefix(name) + beginning);
        }
    }
    return prefixes;
}
function digitsOf(timeMs) {
    return String(Math.max(0, Math.floor(timeMs))).padStart(TIME_DIGITS, '0');
}


/***/ }),

/***/ 38834:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   serveTransfers: () => (/* binding */ serveTransfers)
/* harmony export */ });
/* harmony import */ var _actions_cache__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60142);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _entry_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98012);
/**
 * The process that transfers cache entries with the official client (docs/backends/actions-cache.md, "Transfers").
 *
 * That client takes its settings from the environment, packs and unpacks relative to the working directory, prints to standard output and
 * cannot be stopped. In a process of its own all of this is harmless: it works in a folder of its own, and it can be killed.
 */



const MAX_LINES = 200;
const MAX_LINE = 1000;
/** Serves the parent, one request at a time, until it goes away. */
function serveTransfers() {
    const lines = capturedLines();
    process.on('disconnect', () => process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL'));
    process.on('message', (request) => {
        lines.length = 0;
        void transfer(request).then((result) => process.send?.({ ...result, lines: lines.slice(-MAX_LINES) }));
    });
}
async function transfer({ kind, key }) {
    try {
        // Entries are the same for every system: nothing in them depends on it.
        if (kind === 'save')
            return { saved: (await (0,_actions_cache__WEBPACK_IMPORTED_MODULE_0__/* .saveCache */ .Io)([_entry_names_js__WEBPACK_IMPORTED_MODULE_2__/* .ENTRY_FILE */ .wO], key, undefined, true)) !== -1 };
        const restored = await (0,_actions_cache__WEBPACK_IMPORTED_MODULE_0__/* .restoreCache */ .P3)([_entry_names_js__WEBPACK_IMPORTED_MODULE_2__/* .ENTRY_FILE */ .wO], key, [], {}, true);
        return restored === undefined ? {} : { restored };
    }
    catch (error) {
        return { thrown: (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error) };
    }
}
/** What is printed from now on, as lines instead: the client tells the reason of a failure nowhere else. */
function capturedLines() {
    const lines = [];
    const capture = (chunk, ...more) => {
        for (const line of String(chunk).split('\n'))
            if (line.trim() !== '')
                lines.push(line.slice(0, MAX_LINE));
        if (lines.length > 2 * MAX_LINES)
            lines.splice(0, lines.length - MAX_LINES);
        const done = more.find((one) => typeof one === 'function');
        if (typeof done === 'function')
            queueMicrotask(() => done());
        return true;
    };
    process.stdout.write = capture;
    process.stderr.write = capture;
    return lines;
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


/***/ })

};
