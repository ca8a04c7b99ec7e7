export const id = 5954;
export const ids = [5954];
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

/***/ 99574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  startPoolWorker: () => (/* binding */ startPoolWorker)
});

// UNUSED EXPORTS: isPoolWorker

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/content/content-codec.js
var content_codec = __webpack_require__(29984);
// EXTERNAL MODULE: ./lib/repo/content/pool/engine.js + 2 modules
var pool_engine = __webpack_require__(7346);
// EXTERNAL MODULE: ./lib/repo/content/pool/extract-engine.js
var extract_engine = __webpack_require__(25867);
;// CONCATENATED MODULE: ./lib/repo/content/pool/extract-protocol.js
/** Whether a request is one of those above. */
function isExtractRequest(request) {
    return request.kind === 'extract' || request.kind === 'extract-piece';
}

// EXTERNAL MODULE: ./lib/repo/content/pool/lane.js
var lane = __webpack_require__(91791);
;// CONCATENATED MODULE: ./lib/repo/content/pool/worker.js
/** The other end of a worker lane: what the bundle runs when it finds itself started as a pool worker. */







/** Whether this thread was started by a pool. */
function isPoolWorker() {
    return external_node_worker_threads_.parentPort !== null && typeof external_node_worker_threads_.workerData === 'object' && external_node_worker_threads_.workerData !== null && external_node_worker_threads_.workerData.cairn === lane/* POOL_WORKER */.aD;
}
/** Serves the pool that started this thread until it is terminated. */
async function startPoolWorker() {
    const port = external_node_worker_threads_.parentPort;
    if (port === null || !isPoolWorker())
        throw new errors/* CairnError */.eb('CAIRN_INTERNAL', 'This thread was not started by a pool.');
    // What workerLane put there.
    const settings = external_node_worker_threads_.workerData.settings;
    const codec = await (0,content_codec/* createCodec */.LJ)(settings.codec);
    const engine = new pool_engine/* LaneEngine */.X(codec, settings.compressesBeforeHashing, (reply, transfer) => port.postMessage(reply, transfer));
    const extracting = new extract_engine/* ExtractEngine */.q(codec);
    const extract = (request) => {
        const reply = extracting.handle(request);
        port.postMessage(reply, reply.spare === undefined ? [] : [reply.spare]);
    };
    // Messages wait in the port until there is a listener, so none is lost while the algorithms load.
    port.on('message', (request) => (isExtractRequest(request) ? extract(request) : engine.handle(request)));
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

/***/ 75073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ repeatableRandom),
/* harmony export */   v: () => (/* binding */ systemRandom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** Randomness by argument, so that tests can fix the bytes that are written. */

/** The operating system's generator. */
const systemRandom = (length) => new Uint8Array((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(length));
/** Bytes that look random and are the same for the same seed: for work that is to be repeated, never for secrets. */
function repeatableRandom(seed) {
    let calls = 0;
    return (length) => new Uint8Array((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('shake256', { outputLength: length }).update(`${seed} ${calls++}`).digest());
}


/***/ })

};
