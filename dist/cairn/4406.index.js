export const id = 4406;
export const ids = [4406];
export const modules = {

/***/ 62404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   Og: () => (/* binding */ combineExitCodes),
/* harmony export */   ai: () => (/* binding */ EXIT_CODES),
/* harmony export */   kF: () => (/* binding */ reportedError),
/* harmony export */   sN: () => (/* binding */ combineStatus)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** How the results of a run add up: one status, one exit code (docs/errors.md, "Exit codes"). */

/** Exit code of each kind of failure. `cancelled` is 130; a face that saw SIGTERM says 143. */
const EXIT_CODES = {
    failed: 1,
    bug: 1,
    usage: 2,
    partial: 3,
    damage: 4,
    differences: 5,
    hook: 6,
    storage: 7,
    'no-repository': 10,
    busy: 11,
    password: 12,
    cancelled: 130,
};
/** Which of several exit codes a run reports: the first of these that occurred. */
const PRECEDENCE = [130, 2, 12, 10, 11, 4, 7, 6, 3, 1];
/** The exit code of several failures; 0 when there is none. */
function combineExitCodes(codes) {
    const seen = new Set(codes);
    return PRECEDENCE.find((code) => seen.has(code)) ?? 0;
}
const STATUS_PRECEDENCE = ['cancelled', 'failed', 'partial', 'created', 'unchanged', 'skipped'];
/** The status of a run from those of its sources; a run without sources has the given one. */
function combineStatus(statuses, whenEmpty) {
    return STATUS_PRECEDENCE.find((status) => statuses.includes(status)) ?? whenEmpty;
}
/** Exit code of anything that was thrown. */
function exitCodeOf(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb ? EXIT_CODES[error.kind] : 1;
}
/** The reportable form of anything that was thrown; an unknown error is one of ours, and says so. */
function reportedError(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb) {
        return { code: error.code, message: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) };
    }
    return {
        code: 'CAIRN_INTERNAL',
        message: `Cairn met a condition it does not know: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`,
        hint: 'This is a defect of Cairn. Please report it with the output of the same command and --verbose.',
    };
}


/***/ }),

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

/***/ 50317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ derivedForms),
/* harmony export */   P: () => (/* binding */ MaskSet)
/* harmony export */ });
/** Values that must not be shown, in the forms in which they turn up in output. */
const SHORTEST = 4;
/** Longer values are masked by their lines only. */
const LONGEST = 16_384;
/** Secrets of a run; shared by everything that prints. */
class MaskSet {
    #values = new Set();
    #sorted;
    /** Adds a value and the forms derived from it; false when it is too short to be masked without ruining the log. */
    add(value) {
        const forms = derivedForms(value).filter((form) => form.length >= SHORTEST && form.length <= LONGEST);
        for (const form of forms)
            this.#values.add(form);
        if (forms.length > 0)
            this.#sorted = undefined;
        return forms.length > 0;
    }
    /** Length of the longest masked text, in UTF-16 units. */
    get longest() {
        return this.#ordered()[0]?.length ?? 0;
    }
    /** The text with every masked value replaced by `***`. */
    apply(text) {
        let masked = text;
        for (const value of this.#ordered())
            if (masked.includes(value))
                masked = masked.replaceAll(value, '***');
        return masked;
    }
    // Longest first: a value that contains another must be gone before its part is looked for.
    #ordered() {
        this.#sorted ??= [...this.#values].sort((a, b) => b.length - a.length);
        return this.#sorted;
    }
}
/** The value itself, its lines, and its usual encodings. */
function derivedForms(value) {
    const forms = new Set();
    const lines = value.split(/[\r\n]+/);
    for (const text of [value, ...lines]) {
        const trimmed = text.trim();
        if (trimmed.length < SHORTEST)
            continue;
        forms.add(text);
        forms.add(trimmed);
        forms.add(JSON.stringify(trimmed).slice(1, -1));
        forms.add(encodeQuietly(trimmed));
        const bytes = Buffer.from(trimmed);
        forms.add(bytes.toString('hex'));
        forms.add(bytes.toString('hex').toUpperCase());
        for (const encoded of base64Forms(bytes))
            forms.add(encoded);
    }
    return [...forms].filter((form) => !/[\r\n]/.test(form));
}
// Inside a longer text the base64 form depends on where the value starts; the characters that mix with neighbours are cut off.
function base64Forms(bytes) {
    const forms = [];
    for (const offset of [0, 1, 2]) {
        const shifted = Buffer.concat([Buffer.alloc(offset), bytes]);
        const cut = shifted.length % 3 === 0 ? shifted.length : shifted.length - (shifted.length % 3);
        const whole = Buffer.from(shifted.subarray(0, cut))
            .toString('base64')
            .slice(offset === 0 ? 0 : 4);
        // Short pieces would mask innocent text.
        if (whole.length < 8)
            continue;
        forms.push(whole, whole.replaceAll('+', '-').replaceAll('/', '_'));
    }
    return forms;
}
function encodeQuietly(text) {
    try {
        return encodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 97309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ nullProgress),
/* harmony export */   G: () => (/* binding */ nullLogger)
/* harmony export */ });
/** Where messages for people go. The faces implement it; the core only calls it. */
/** A logger that says nothing. */
const nullLogger = {
    debug: () => { },
    info: () => { },
    notice: () => { },
    warning: () => { },
    error: () => { },
};
/** A progress listener that shows nothing. */
const nullProgress = { start: () => { }, update: () => { }, finish: () => { } };


/***/ }),

/***/ 85698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ NEW_REPOSITORY_POLICY),
/* harmony export */   z: () => (/* binding */ DEFAULT_POLICY)
/* harmony export */ });
/** Kopia's built-in defaults; the number of parallel file reads is that of the processors, and cache directories are ignored. */
const DEFAULT_POLICY = {
    retention: {
        keepLatest: 10,
        keepHourly: 48,
        keepDaily: 7,
        keepWeekly: 4,
        keepMonthly: 24,
        keepAnnual: 3,
        ignoreIdenticalSnapshots: false,
    },
    files: { ignoreDotFiles: ['.kopiaignore'] },
    errorHandling: { ignoreFileErrors: false, ignoreDirectoryErrors: false, ignoreUnknownTypes: true },
    scheduling: { runMissed: true },
    compression: { compressorName: 'none' },
    metadataCompression: { compressorName: 'zstd-fastest' },
    osSnapshots: { volumeShadowCopy: { enable: 0 } },
    logging: { directories: { snapshotted: 5, ignored: 5 }, entries: { snapshotted: 0, ignored: 5, cacheHit: 0, cacheMiss: 0 } },
    upload: { maxParallelSnapshots: 1, parallelUploadAboveSize: 2147483648 },
};
/** The global policy of a new repository of ours: the defaults written out, files compressed. */
const NEW_REPOSITORY_POLICY = { ...DEFAULT_POLICY, compression: { compressorName: 'zstd-fastest' } };


/***/ }),

/***/ 16457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AN: () => (/* binding */ POLICY_SECTIONS),
/* harmony export */   VI: () => (/* binding */ getField),
/* harmony export */   _F: () => (/* binding */ fieldOf),
/* harmony export */   lA: () => (/* binding */ POLICY_FIELDS),
/* harmony export */   vM: () => (/* binding */ isSet),
/* harmony export */   x: () => (/* binding */ setField)
/* harmony export */ });
const optionalInteger = { type: 'integer', isPointer: true };
const optionalBoolean = { type: 'boolean', isPointer: true };
const integer = { type: 'integer' };
const boolean = { type: 'boolean' };
const text = { type: 'text' };
const texts = { type: 'texts' };
/** Sections in stored order; `actions` stands between `splitter` and `osSnapshots` and is handled by itself. */
const SECTIONS = [
    [
        'retention',
        {
            keepLatest: optionalInteger,
            keepHourly: optionalInteger,
            keepDaily: optionalInteger,
            keepWeekly: optionalInteger,
            keepMonthly: optionalInteger,
            keepAnnual: optionalInteger,
            ignoreIdenticalSnapshots: optionalBoolean,
        },
    ],
    [
        'files',
        {
            ignore: texts,
            noParentIgnore: boolean,
            ignoreDotFiles: texts,
            noParentDotFiles: boolean,
            ignoreCacheDirs: optionalBoolean,
            maxFileSize: integer,
            oneFileSystem: optionalBoolean,
        },
    ],
    ['errorHandling', { ignoreFileErrors: optionalBoolean, ignoreDirectoryErrors: optionalBoolean, ignoreUnknownTypes: optionalBoolean }],
    [
        'scheduling',
        {
            intervalSeconds: integer,
            timeOfDay: { type: 'times', unionEnds: 'noParentTimeOfDay' },
            noParentTimeOfDay: boolean,
            manual: boolean,
            cron: texts,
            runMissed: optionalBoolean,
        },
    ],
    [
        'compression',
        {
            compressorName: text,
            onlyCompress: { type: 'texts', unionEnds: 'noParentOnlyCompress' },
            noParentOnlyCompress: boolean,
            neverCompress: { type: 'texts', unionEnds: 'noParentNeverCompress' },
            noParentNeverCompress: boolean,
            minSize: integer,
            maxSize: integer,
        },
    ],
    ['metadataCompression', { compressorName: text }],
    ['splitter', { algorithm: text }],
    ['actions', {}],
    ['osSnapshots.volumeShadowCopy', { enable: optionalInteger }],
    ['logging.directories', { snapshotted: optionalInteger, ignored: optionalInteger }],
    ['logging.entries', { snapshotted: optionalInteger, ignored: optionalInteger, cacheHit: optionalInteger, cacheMiss: optionalInteger }],
    ['upload', { maxParallelSnapshots: optionalInteger, maxParallelFileReads: optionalInteger, parallelUploadAboveSize: optionalInteger }],
];
/** Names of the sections in stored order, nested ones with a dot. */
const POLICY_SECTIONS = SECTIONS.map(([section]) => section);
/** Every field but `actions` and `noParent`, in stored order. */
const POLICY_FIELDS = SECTIONS.flatMap(([section, fields]) => Object.entries(fields).map(([name, shape]) => ({
    section: section.split('.'),
    name,
    key: `${section}.${name}`,
    type: shape.type,
    isPointer: shape.isPointer === true,
    ...(shape.unionEnds === undefined ? {} : { unionEnds: shape.unionEnds }),
})));
/** The field of a key such as `retention.keepDaily`; a key that the table does not have is a defect and throws. */
function fieldOf(key) {
    const field = POLICY_FIELDS.find((one) => one.key === key);
    if (field === undefined)
        throw new RangeError(`no policy field ${key}`);
    return field;
}
/** Value of a field, undefined when a section on the way is absent. */
function getField(policy, field) {
    let at = policy;
    for (const part of field.section) {
        if (at === undefined)
            return undefined;
        // The table names only sections of Policy, and those hold objects.
        at = at[part];
    }
    return at === undefined ? undefined : at[field.name];
}
/** Sets a field, making the sections on the way. */
function setField(policy, field, value) {
    // The same: every section is an object, and `value` has the type that the table says.
    let at = policy;
    for (const part of field.section) {
        at[part] ??= {};
        at = at[part];
    }
    at[field.name] = value;
}
/** Whether a value counts as set in Kopia's sense. */
function isSet(value, field) {
    if (value === undefined || value === null)
        return false;
    if (field.isPointer)
        return true;
    return Array.isArray(value) ? value.length > 0 : value !== 0 && value !== false && value !== '';
}


/***/ }),

/***/ 59014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ mergePolicies),
/* harmony export */   rB: () => (/* binding */ sortTimes),
/* harmony export */   re: () => (/* binding */ sortTexts)
/* harmony export */ });
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56495);
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85698);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16457);
/**
 * The merge of policies, most specific first (docs/repository-format.md, "Effective policy").
 *
 *  1. a field takes the value of the first policy that sets it; lists are replaced as a whole,
 *  2. except `onlyCompress`, `neverCompress` and `timeOfDay`, which are united until a policy ends the union,
 *  3. a policy with `noParent` is the last one, and the defaults are left out too.
 */



/** Merges `layers`, most specific first, and the built-in defaults below them. */
function mergePolicies(layers) {
    const stop = layers.findIndex((layer) => layer.policy.noParent === true);
    const applied = stop < 0 ? layers.length : stop + 1;
    const all = layers.slice(0, applied);
    if (stop < 0)
        all.push({ policy: _defaults_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_POLICY */ .z, origin: { kind: 'default' } });
    const policy = {};
    const origins = new Map();
    for (const field of _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .POLICY_FIELDS */ .lA) {
        const merged = field.unionEnds === undefined ? firstSet(all, field) : union(all, field, field.unionEnds);
        if (merged === undefined)
            continue;
        (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .setField */ .x)(policy, field, merged.value);
        origins.set(field.key, merged.origin);
    }
    return { policy, origins, applied };
}
function firstSet(layers, field) {
    for (const { policy, origin } of layers) {
        const value = (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .getField */ .VI)(policy, field);
        if ((0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isSet */ .vM)(value, field))
            return { value, origin };
    }
    return undefined;
}
function union(layers, field, ends) {
    const items = [];
    let origin;
    for (const layer of layers) {
        const value = (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .getField */ .VI)(layer.policy, field);
        if (Array.isArray(value) && value.length > 0) {
            items.push(...value);
            origin = layer.origin;
        }
        if ((0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .getField */ .VI)(layer.policy, { section: field.section, name: ends }) === true)
            break;
    }
    if (origin === undefined)
        return undefined;
    return { value: field.type === 'times' ? sortTimes(items) : sortTexts(items), origin };
}
/** Sorted by the bytes, each once. */
function sortTexts(items) {
    return [...new Set(items)].sort(_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .compareUtf8 */ .zq);
}
/** Sorted by the time of day, each once. */
function sortTimes(times) {
    const byMinute = new Map(times.map((time) => [`${time.hour}:${time.min}`, { hour: time.hour, min: time.min }]));
    return [...byMinute.values()].sort((a, b) => a.hour - b.hour || a.min - b.min);
}


/***/ }),

/***/ 17787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ splitCommandString)
/* harmony export */ });
/** How Kopia reads a command given as one string: a CSV record with blanks between its fields (docs/hooks.md, "Command strings"). */
/**
 * Splits a command string as Kopia does: no shell, only double quotes around a whole field, `""` inside for one quote.
 * Every blank more is one empty argument; single quotes, backslashes and tabs are plain characters.
 */
function splitCommandString(command) {
    // A carriage return at the very end belongs to the line end.
    const text = command.endsWith('\r') ? command.slice(0, -1) : command;
    const argv = [];
    // Empty lines in front are skipped, as in any CSV record.
    let at = /^(?:\r?\n)*/.exec(text)?.[0].length ?? 0;
    if (at >= text.length)
        return { ok: false, problem: 'empty' };
    for (;;) {
        const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at);
        if (typeof field === 'string')
            return { ok: false, problem: field };
        argv.push(field.value);
        at = field.end;
        if (text[at] === ' ') {
            at++;
            continue;
        }
        const lineEnd = /^\r?\n/.exec(text.slice(at, at + 2))?.[0].length ?? 0;
        return { ok: true, argv, dropped: text.slice(at + lineEnd) };
    }
}
function plainField(text, start) {
    let end = start;
    while (end < text.length && text[end] !== ' ' && text[end] !== '\n' && !(text[end] === '\r' && text[end + 1] === '\n')) {
        if (text[end] === '"')
            return 'bare-quote';
        end++;
    }
    return { value: text.slice(start, end), end };
}
function quotedField(text, start) {
    let value = '';
    let at = start + 1;
    for (;;) {
        const quote = text.indexOf('"', at);
        if (quote === -1)
            return 'open-quote';
        value += text.slice(at, quote).replaceAll('\r\n', '\n');
        at = quote + 1;
        if (text[at] === '"') {
            value += '"';
            at++;
            continue;
        }
        const next = text[at];
        return next === undefined || next === ' ' || next === '\n' || (next === '\r' && text[at + 1] === '\n')
            ? { value, end: at }
            : 'bare-quote';
    }
}


/***/ }),

/***/ 59465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Pe: () => (/* binding */ MAX_TIMEOUT_SECONDS),
/* harmony export */   nS: () => (/* binding */ parseByteSize)
/* harmony export */ });
/** Durations and sizes as text. */
const UNIT_SECONDS = { s: 1, m: 60, h: 3600 };
/** Longest timeout of a hook, in seconds. */
const MAX_TIMEOUT_SECONDS = 24 * 3600;
/** Seconds of `90`, `90s`, `5m` or `1h30m`; undefined for anything else, fractions included. */
function parseDuration(text) {
    if (/^\d{1,15}$/.test(text))
        return Number(text);
    if (!/^(?:\d{1,9}[smh])+$/.test(text) || text.length > 60)
        return undefined;
    let seconds = 0;
    for (const [, digits, unit] of text.matchAll(/(\d+)([smh])/g))
        seconds += Number(digits) * (UNIT_SECONDS[unit ?? ''] ?? 0);
    return seconds;
}
const UNIT_BYTES = {
    B: 1,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40,
};
/** Bytes of `512`, `10 MB` or `2 GiB`; undefined for anything else and above 2^53. */
function parseByteSize(text) {
    const match = /^(\d{1,16}) ?([KMGT]?i?B)?$/.exec(text);
    const unit = UNIT_BYTES[match?.[2] ?? 'B'];
    if (match === null || unit === undefined)
        return undefined;
    const bytes = Number(match[1]) * unit;
    return Number.isSafeInteger(bytes) ? bytes : undefined;
}


/***/ }),

/***/ 48099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lk: () => (/* binding */ readProgram),
/* harmony export */   lu: () => (/* binding */ readShell),
/* harmony export */   tG: () => (/* binding */ PROLOGUES)
/* harmony export */ });
/* unused harmony export withPrologue */
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34695);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4284);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21881);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94861);
/* harmony import */ var _script_checks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9902);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87357);






/** What stands in front of `run` so that Kopia starts the same interpreter; absent for a shell that needs nothing or cannot be told. */
const PROLOGUES = {
    bash: '#!/usr/bin/env bash\nset -e -o pipefail\n',
    pwsh: '#!/usr/bin/env pwsh\n',
    python: '#!/usr/bin/env python3\n',
};
/** `shell`, or undefined when it is absent or wrong. */
function readShell(entry, reading) {
    if (entry === undefined)
        return undefined;
    const word = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .readWord */ .pS)(entry.value, entry.path, _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .SHELLS */ .OF, 'P043', reading);
    const shell = _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .SHELLS */ .OF.find((known) => known === word);
    if (shell === 'powershell' || shell === 'cmd')
        (0,_reading_js__WEBPACK_IMPORTED_MODULE_5__/* .reportExtension */ .o)(reading, entry.keySpan, entry.path, `the shell ${shell}`);
    return shell;
}
/** The script of `run` as stored. */
function withPrologue(script, shell) {
    return shell === undefined ? script : `${PROLOGUES[shell] ?? ''}${script}`;
}
/** Reads the one program key; undefined when it is wrong, after reporting. */
function readProgram(entry, entries, defaultShell, reading) {
    const shellEntry = entries.get('shell');
    const shell = readShell(shellEntry, reading);
    if (shellEntry !== undefined && entry.name !== 'run' && entry.name !== 'file') {
        const second = shellEntry.keySpan.start > entry.keySpan.start ? shellEntry : entry;
        reading.findings.add('P030', second.keySpan, second.path, `\`shell\` and \`${entry.name}\` do not go together.`, {
            hint: 'Use `run` for a script in a shell.',
        });
    }
    switch (entry.name) {
        case 'run':
            return readRun(entry, shellEntry === undefined ? defaultShell : shell, reading);
        case 'script':
            return readRun(entry, undefined, reading);
        case 'file':
            return readFile(entry, shellEntry, shell, reading);
        case 'command':
            return readCommand(entry, reading);
        default:
            return readPath(entry, entries.get('args'), reading);
    }
}
function readRun(entry, shell, reading) {
    const { value: node, path } = entry;
    const script = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(node, path, reading);
    if (script === undefined || node.kind !== 'scalar')
        return undefined;
    reading.scripts.add(node);
    const stored = withPrologue(script, shell);
    if (!(0,_script_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .checkScript */ .wN)({ node, path, script, stored, isInline: true }, reading))
        return undefined;
    if (shell === undefined || shell === 'sh')
        (0,_script_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .checkPipes */ .MZ)(node, script, path, reading);
    return { kind: entry.name === 'run' ? 'run' : 'script', program: scriptProgram(stored, shell) };
}
function scriptProgram(script, shell) {
    return shell === undefined ? { kind: 'script', script } : { kind: 'script', script, shell };
}
const FILE_PROBLEMS = {
    missing: 'There is no such file.',
    outside: 'The file is outside the repository, or is reached through a link that leads outside.',
    'not-a-file': 'This is not a regular file.',
    'too-large': 'The file is too large for a script.',
    unreadable: 'The file cannot be read.',
};
function readFile(entry, shellEntry, shell, reading) {
    const { value: node, path } = entry;
    const relative = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(node, path, reading);
    if (relative === undefined || node.kind !== 'scalar')
        return undefined;
    const refuse = (code, message, hint) => {
        reading.findings.add(code, node.span, path, message, { hint });
        return undefined;
    };
    if (shellEntry !== undefined && shell !== undefined)
        (0,_reading_js__WEBPACK_IMPORTED_MODULE_5__/* .reportExtension */ .o)(reading, shellEntry.keySpan, shellEntry.path, '`shell` beside `file`');
    const placeHint = 'The path starts at the policy file and must stay inside the repository.';
    if (relative === '' || relative.includes('\0'))
        return refuse('P035', 'There is no such file.', placeHint);
    if (/^[\\/]|^[A-Za-z]:/.test(relative))
        return refuse('P035', 'The path of a script file is relative.', placeHint);
    const result = reading.options.readHookFile?.(relative) ?? { ok: false, reason: 'missing' };
    if (!result.ok)
        return refuse(result.reason === 'too-large' ? 'P034' : 'P035', FILE_PROBLEMS[result.reason], placeHint);
    if (result.bytes.includes(0))
        return refuse('P035', 'The file is not text: it holds a NUL byte.', 'Start a program with `command`.');
    const script = (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .fromUtf8 */ .ar)(result.bytes);
    if (script === undefined)
        return refuse('P034', 'The file is not valid UTF-8.', 'Save it as UTF-8.');
    if (!(0,_script_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .checkScript */ .wN)({ node, path, script, stored: script, isInline: false }, reading))
        return undefined;
    return { kind: 'file', program: scriptProgram(script, shell) };
}
function readCommand(entry, reading) {
    const { value: node, path } = entry;
    if (node.kind === 'scalar' && typeof node.value === 'string' && /\S\s+\S/.test(node.value)) {
        // Only words that mean the same with and without a shell are split for the user.
        const isPlain = /^[\w\s./=-]+$/.test(node.value);
        const hint = isPlain ? `Write [${node.value.trim().split(/\s+/).join(', ')}].` : 'Write [program, argument].';
        (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongType */ .gQ)(node, path, 'a list', reading, hint);
        return undefined;
    }
    const argv = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .readTexts */ .Z7)(node, path, reading);
    if (argv === undefined || node.kind !== 'list')
        return undefined;
    const [first, ...rest] = argv;
    const firstNode = node.items[0];
    if (firstNode === undefined) {
        reading.findings.add('P032', node.span, path, 'The command is empty.', { hint: 'Write [program, argument].' });
        return undefined;
    }
    checkSecrets(node.items, path, reading);
    if (first === undefined || argv.length !== node.items.length)
        return undefined;
    if (!checkProgramName(first, firstNode, `${path}[0]`, 'error', reading))
        return undefined;
    return { kind: 'command', program: { kind: 'command', argv: [first, ...rest] } };
}
function readPath(entry, args, reading) {
    const { value: node, path } = entry;
    const program = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(node, path, reading);
    const rest = args === undefined ? [] : (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .readTexts */ .Z7)(args.value, args.path, reading);
    if (args?.value.kind === 'list')
        checkSecrets(args.value.items, args.path, reading);
    if (program === undefined || rest === undefined)
        return undefined;
    if (!checkProgramName(program, node, path, 'warning', reading))
        return undefined;
    if (/[\s"']/.test(program)) {
        reading.findings.add('P031', node.span, path, 'Kopia runs a program with exactly this name; it does not split it.', {
            severity: 'warning',
            hint: 'Put arguments into `args`.',
        });
    }
    return { kind: 'path', program: { kind: 'command', argv: [program, ...rest] } };
}
/** P032, P033 and P036 of a program's name; returns whether it can be used. */
function checkProgramName(name, node, path, relative, reading) {
    const { findings } = reading;
    if (name === '' || /^\s/.test(name)) {
        findings.add('P032', node.span, path, name === '' ? 'The program has no name.' : 'The name of the program starts with a blank.');
        return false;
    }
    if (name === 'none' || name === 'inherit') {
        findings.add('P033', node.span, path, `"${name}" would be run as a command.`, {
            hint: 'Write `none` in place of the whole hook to switch an inherited one off.',
        });
        return false;
    }
    if (/[\\/]/.test(name) && !/^(?:[\\/]|[A-Za-z]:[\\/])/.test(name)) {
        findings.add('P036', node.span, path, 'A relative program is looked up in the temporary folder that the hook runs in.', {
            severity: relative,
            hint: 'Use `file` for a script of the repository, or an absolute path.',
        });
        return relative === 'warning';
    }
    return true;
}
function checkSecrets(items, path, reading) {
    for (const [index, item] of items.entries()) {
        const secret = item.kind === 'scalar' ? (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .findSecret */ .m)(String(item.value)) : undefined;
        if (secret !== undefined)
            reading.findings.add('P041', item.span, `${path}[${index}]`, `This looks like ${secret.what}.`, { hint: _script_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .SECRET_HINT */ .B3 });
    }
}


/***/ }),

/***/ 7000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ew: () => (/* binding */ canonicalName),
/* harmony export */   x4: () => (/* binding */ readKeys),
/* harmony export */   zZ: () => (/* binding */ nearestWord)
/* harmony export */ });
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94861);
/* harmony import */ var _yaml_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80902);


/** Known keys in the order of the file; P011 and P003 are reported. The path uses the name as written. */
function readKeys(map, table, path, findings) {
    const known = new Map();
    /** Native name -> spelling seen first. */
    const spellings = new Map();
    for (const entry of map.entries) {
        const at = (0,_yaml_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .childPath */ .c)(path, entry.name);
        const name = canonicalName(entry.name, table);
        const field = name === undefined ? undefined : table[name];
        if (name === undefined || field === undefined) {
            reportUnknown(entry, table, at, findings);
            continue;
        }
        const meaning = field.into ?? name;
        const earlier = spellings.get(meaning);
        if (earlier !== undefined) {
            findings.add('P003', entry.keySpan, at, `"${entry.name}" and "${earlier}" are two spellings of one setting.`, {
                hint: 'Keep one of them.',
            });
            continue;
        }
        spellings.set(meaning, entry.name);
        known.set(name, { name, field, value: entry.value, keySpan: entry.keySpan, path: at });
    }
    return known;
}
/** The table's own name for a spelling, or undefined. */
function canonicalName(spelling, table) {
    if (Object.hasOwn(table, spelling))
        return spelling;
    return Object.keys(table).find((name) => (0,_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .kebab */ .i9)(name) === spelling);
}
function reportUnknown(entry, table, path, findings) {
    const nearest = nearestWord(entry.name, Object.keys(table));
    const hint = nearest === undefined ? `Known here: ${Object.keys(table).join(', ')}.` : `Did you mean "${nearest}"?`;
    findings.add('P011', entry.keySpan, path, `"${entry.name.slice(0, 60)}" is not a key of this place.`, { hint });
}
/** The word that a mistyped one most likely stands for; undefined when none is near. */
function nearestWord(typed, words) {
    if (typed.length > 60)
        return undefined;
    const plain = (word) => word.toLowerCase().replace(/[-_ ]/g, '');
    let best;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (const word of words) {
        const distance = editDistance(plain(typed), plain(word));
        if (distance < bestDistance) {
            best = word;
            bestDistance = distance;
        }
    }
    return bestDistance <= Math.max(1, Math.floor(typed.length / 3)) ? best : undefined;
}
/** Edits between two words: insert, delete, replace, swap of neighbours. */
function editDistance(a, b) {
    let older = [];
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                best = Math.min(best, (older[j - 2] ?? 0) + 1);
            row.push(best);
        }
        older = previous;
        previous = row;
    }
    return previous[b.length] ?? 0;
}


/***/ }),

/***/ 4284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ reportExtension)
/* harmony export */ });
/** Reports an extension that a Kopia policy cannot hold, in strict Kopia mode. */
function reportExtension(reading, span, path, what) {
    if (!reading.options.strictKopia)
        return;
    reading.findings.add('P040', span, path, `A Kopia policy cannot hold ${what}.`, {
        hint: 'Leave it out, or validate without strict Kopia mode.',
    });
}


/***/ }),

/***/ 21881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ readDuration),
/* harmony export */   Vf: () => (/* binding */ readBoolean),
/* harmony export */   Z7: () => (/* binding */ readTexts),
/* harmony export */   _0: () => (/* binding */ readCount),
/* harmony export */   gQ: () => (/* binding */ wrongType),
/* harmony export */   ik: () => (/* binding */ readSize),
/* harmony export */   l8: () => (/* binding */ readMap),
/* harmony export */   pS: () => (/* binding */ readWord),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var _durations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59465);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7000);
/* harmony import */ var _yaml_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80902);
/** Reads single values: each function returns the value, or undefined after it has reported what is wrong. */



/** Reports P012: another type than the place needs. */
function wrongType(node, path, expected, reading, hint) {
    if (node.kind === 'invalid')
        return undefined;
    const extras = hint === undefined ? {} : { hint };
    reading.findings.add('P012', node.span, path, `Here must be ${expected}, not ${(0,_yaml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .describeNode */ .W)(node)}.`, extras);
    return undefined;
}
/** Any text; a number or a boolean is P012. */
function readText(node, path, reading) {
    if (node.kind !== 'scalar' || typeof node.value !== 'string') {
        const hint = node.kind === 'scalar' && node.value !== null ? `Write ${JSON.stringify(node.text)}.` : undefined;
        return wrongType(node, path, 'text', reading, hint);
    }
    return node.value;
}
/** true or false; the words of YAML 1.1 are P013. */
function readBoolean(node, path, reading) {
    if (node.kind === 'scalar') {
        if (typeof node.value === 'boolean')
            return node.value;
        if (node.style === 'plain' && /^(?:y|n|yes|no|on|off)$/i.test(node.text)) {
            const meant = /^(?:y|yes|on)$/i.test(node.text);
            reading.findings.add('P013', node.span, path, `"${node.text}" is text in YAML 1.2 and a truth value in YAML 1.1.`, {
                hint: `Write ${meant}.`,
            });
            return undefined;
        }
    }
    return wrongType(node, path, 'true or false', reading);
}
/** Whether the node is a number that YAML versions read differently (P013, reported). */
function isNumberTrap(node, path, reading) {
    if (node.style !== 'plain')
        return false;
    if (/^[-+]?0\d+$/.test(node.text)) {
        reading.findings.add('P013', node.span, path, `"${node.text}" is octal in YAML 1.1 and decimal in YAML 1.2.`, {
            hint: `Write ${Number(node.text)}.`,
        });
        return true;
    }
    if (/^\d+(?::\d+)+$/.test(node.text)) {
        reading.findings.add('P013', node.span, path, `"${node.text}" is a number to the base 60 in YAML 1.1 and text in YAML 1.2.`, {
            hint: 'Write a plain number, or a time in quotes.',
        });
        return true;
    }
    return false;
}
/** A whole number in the given limits; outside is P050. */
function readCount(node, path, least, most, reading) {
    if (node.kind !== 'scalar')
        return wrongType(node, path, 'a whole number', reading);
    if (isNumberTrap(node, path, reading))
        return undefined;
    if (typeof node.value !== 'number' ||
        !Number.isInteger(node.value) ||
        /[.e]/i.test(node.style === 'plain' && !/^0x/i.test(node.text) ? node.text : '')) {
        return wrongType(node, path, 'a whole number', reading);
    }
    if (node.value < least || node.value > most) {
        const limits = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `between ${least} and ${most}`;
        reading.findings.add('P050', node.span, path, `${node.text} has no meaning here; the value must be ${limits}.`);
        return undefined;
    }
    return node.value;
}
/** Bytes. */
function readSize(node, path, reading) {
    if (node.kind !== 'scalar' || typeof node.value !== 'string')
        return readCount(node, path, 0, Number.MAX_SAFE_INTEGER, reading);
    if (isNumberTrap(node, path, reading))
        return undefined;
    const bytes = (0,_durations_js__WEBPACK_IMPORTED_MODULE_0__/* .parseByteSize */ .nS)(node.value);
    if (bytes !== undefined)
        return bytes;
    if (/^-\d+ ?[KMGT]?i?B?$/.test(node.value)) {
        reading.findings.add('P050', node.span, path, 'A size cannot be negative.');
        return undefined;
    }
    reading.findings.add('P012', node.span, path, `"${node.value.slice(0, 40)}" is not a size.`, {
        hint: 'Write a whole number of bytes, or such as 512 KiB, 20 MB, 2 GiB.',
    });
    return undefined;
}
/** Seconds; anything but a duration is P039. Limits are the caller's. */
function readDuration(node, path, reading) {
    if (node.kind !== 'scalar' || node.value === null || typeof node.value === 'boolean')
        return wrongType(node, path, 'a duration', reading);
    if (isNumberTrap(node, path, reading))
        return undefined;
    const seconds = typeof node.value === 'number' && Number.isInteger(node.value) ? node.value : (0,_durations_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(String(node.value));
    if (seconds !== undefined)
        return seconds;
    reading.findings.add('P039', node.span, path, `"${String(node.value).slice(0, 40)}" is not a whole number of seconds.`, {
        hint: 'Write seconds, or such as 90s, 5m, 1h30m.',
    });
    return undefined;
}
/** One of the words; another one is reported under `code`. */
function readWord(node, path, words, code, reading) {
    const text = readText(node, path, reading);
    if (text === undefined || words.includes(text))
        return text;
    const nearest = (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestWord */ .zZ)(text, words);
    const hint = nearest === undefined ? `Known here: ${words.join(', ')}.` : `Did you mean "${nearest}"?`;
    reading.findings.add(code, node.span, path, `"${text.slice(0, 40)}" is not known here.`, { hint });
    return undefined;
}
/** A list of texts; a single text is P012. */
function readTexts(node, path, reading) {
    if (node.kind !== 'list')
        return wrongType(node, path, 'a list', reading, node.kind === 'scalar' && node.text !== '' ? `Write [${node.text}].` : undefined);
    return node.items.flatMap((item, index) => readText(item, `${path}[${index}]`, reading) ?? []);
}
/** A map; null is an empty one, anything else P012. */
function readMap(node, path, reading) {
    if (node.kind === 'map')
        return node;
    if (node.kind === 'scalar' && node.value === null)
        return { kind: 'map', entries: [], span: node.span };
    return wrongType(node, path, 'a map', reading);
}


/***/ }),

/***/ 94861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DO: () => (/* binding */ SPLITTERS),
/* harmony export */   FA: () => (/* binding */ PROGRAM_FIELDS),
/* harmony export */   FN: () => (/* binding */ MODES),
/* harmony export */   OF: () => (/* binding */ SHELLS),
/* harmony export */   f: () => (/* binding */ STATUSES),
/* harmony export */   i9: () => (/* binding */ kebab),
/* harmony export */   iH: () => (/* binding */ CONDITION_FIELDS),
/* harmony export */   lA: () => (/* binding */ POLICY_FIELDS),
/* harmony export */   oE: () => (/* binding */ HOOK_FIELDS),
/* harmony export */   pl: () => (/* binding */ STREAM_FIELDS),
/* harmony export */   sT: () => (/* binding */ TOP_FIELDS),
/* harmony export */   vZ: () => (/* binding */ COMPRESSORS)
/* harmony export */ });
/* unused harmony exports SYSTEMS, PHASES */
/**
 * The single definition of the policy file: names, shapes, allowed words, defaults, one line of help each.
 *
 * Reading (fields.ts, hook-fields.ts), "did you mean", kebab-case spellings and schema/policy.schema.json all come from these tables.
 */
const COMPRESSORS = [
    'none',
    'zstd',
    'zstd-fastest',
    'zstd-better-compression',
    'zstd-best-compression',
    's2-default',
    's2-better',
    's2-parallel-4',
    's2-parallel-8',
    'gzip',
    'gzip-best-speed',
    'gzip-best-compression',
    'pgzip',
    'pgzip-best-speed',
    'pgzip-best-compression',
    'deflate-default',
    'deflate-best-speed',
    'deflate-best-compression',
];
const SIZES = ['128K', '256K', '512K', '1M', '2M', '4M', '8M'];
const SPLITTERS = [
    'FIXED',
    'DYNAMIC',
    ...SIZES.flatMap((size) => [`FIXED-${size}`, `DYNAMIC-${size}-BUZHASH`, `DYNAMIC-${size}-RABINKARP`]),
];
const SHELLS = ['sh', 'bash', 'pwsh', 'powershell', 'cmd', 'python'];
const MODES = ['essential', 'optional', 'async'];
const STATUSES = ['created', 'unchanged', 'partial', 'skipped', 'failed', 'cancelled', 'success', 'failure', 'always'];
const SYSTEMS = ['linux', 'macos', 'windows'];
const LEVEL = { kind: 'count', most: 10 };
const COUNT = { kind: 'count' };
const BOOLEAN = { kind: 'boolean' };
const TEXTS = { kind: 'texts' };
const SIZE = { kind: 'size' };
const COMPRESSOR = { doc: 'Name of the compressor.', shape: { kind: 'words', words: COMPRESSORS }, absent: 'none' };
const RETENTION = {
    keepLatest: { doc: 'How many newest snapshots are kept.', shape: COUNT, absent: '10' },
    keepHourly: { doc: 'How many hours keep one snapshot.', shape: COUNT, absent: '48' },
    keepDaily: { doc: 'How many days keep one snapshot.', shape: COUNT, absent: '7' },
    keepWeekly: { doc: 'How many weeks keep one snapshot.', shape: COUNT, absent: '4' },
    keepMonthly: { doc: 'How many months keep one snapshot.', shape: COUNT, absent: '24' },
    keepAnnual: { doc: 'How many years keep one snapshot.', shape: COUNT, absent: '3' },
    ignoreIdenticalSnapshots: { doc: 'Save no snapshot that equals the one before.', shape: BOOLEAN, absent: 'false' },
};
const FILES = {
    ignore: { doc: 'Patterns of names to leave out, as in .kopiaignore; replaces an inherited list.', shape: TEXTS },
    noParentIgnore: { doc: 'Do not add the patterns of folders above.', shape: BOOLEAN, absent: 'false' },
    ignoreDotFiles: { doc: 'Names of files in the tree that hold more patterns.', shape: TEXTS, absent: '[.kopiaignore]' },
    noParentDotFiles: { doc: 'Do not add the pattern files of folders above.', shape: BOOLEAN, absent: 'false' },
    ignoreCacheDirs: { doc: 'Leave out folders marked with CACHEDIR.TAG.', shape: BOOLEAN, absent: 'true' },
    maxFileSize: { doc: 'Leave out larger files.', shape: SIZE, absent: 'no limit' },
    oneFileSystem: { doc: 'Do not enter other file systems.', shape: BOOLEAN, absent: 'false' },
};
const ERROR_HANDLING = {
    ignoreFileErrors: { doc: 'An unreadable file does not make the snapshot partial.', shape: BOOLEAN, absent: 'false' },
    ignoreDirectoryErrors: { doc: 'An unreadable folder does not make the snapshot partial.', shape: BOOLEAN, absent: 'false' },
    ignoreUnknownTypes: { doc: 'Sockets, devices and pipes are left out in silence.', shape: BOOLEAN, absent: 'true' },
};
const SCHEDULING = {
    intervalSeconds: { doc: 'Seconds between snapshots of a Kopia server.', shape: COUNT },
    interval: { doc: 'The same, such as `6h`.', shape: { kind: 'duration' }, into: 'intervalSeconds' },
    timeOfDay: { doc: 'Times of the day, quoted, such as `"03:30"`.', shape: { kind: 'times' } },
    noParentTimeOfDay: { doc: 'Do not add inherited times.', shape: BOOLEAN, absent: 'false' },
    manual: { doc: 'A Kopia server takes no snapshot by itself.', shape: BOOLEAN, absent: 'false' },
    cron: { doc: 'Cron expressions.', shape: { kind: 'crons' } },
    runMissed: { doc: 'A Kopia server makes up for a missed time.', shape: BOOLEAN, absent: 'true' },
};
const COMPRESSION = {
    compressorName: COMPRESSOR,
    onlyCompress: { doc: 'Extensions that are always compressed, with the dot.', shape: TEXTS },
    noParentOnlyCompress: { doc: 'Do not add inherited extensions to onlyCompress.', shape: BOOLEAN, absent: 'false' },
    neverCompress: { doc: 'Extensions that are never compressed, with the dot.', shape: TEXTS },
    noParentNeverCompress: { doc: 'Do not add inherited extensions to neverCompress.', shape: BOOLEAN, absent: 'false' },
    minSize: { doc: 'Smaller files are not compressed.', shape: SIZE },
    maxSize: { doc: 'Larger files are not compressed.', shape: SIZE },
};
const LOGGING = {
    directories: {
        doc: 'Log levels for folders, 0 to 10.',
        shape: {
            kind: 'group',
            fields: {
                snapshotted: { doc: 'A folder was stored.', shape: LEVEL, absent: '5' },
                ignored: { doc: 'A folder was left out.', shape: LEVEL, absent: '5' },
            },
        },
    },
    entries: {
        doc: 'Log levels for files, 0 to 10.',
        shape: {
            kind: 'group',
            fields: {
                snapshotted: { doc: 'A file was stored.', shape: LEVEL, absent: '0' },
                ignored: { doc: 'A file was left out.', shape: LEVEL, absent: '5' },
                cacheHit: { doc: 'A file was reused.', shape: LEVEL, absent: '0' },
                cacheMiss: { doc: 'A file was not reused.', shape: LEVEL, absent: '0' },
            },
        },
    },
};
const UPLOAD = {
    maxParallelSnapshots: { doc: 'Snapshots a Kopia server takes at once; not for paths.', shape: COUNT, absent: '1' },
    maxParallelFileReads: { doc: 'Files read at once.', shape: COUNT, absent: 'number of processors' },
    parallelUploadAboveSize: { doc: 'Larger files are read in parts at once.', shape: SIZE, absent: '2 GiB' },
};
/** The four hooks, with the words of the environment variable `KOPIA_ACTION`. */
const PHASES = {
    beforeSnapshotRoot: 'before-snapshot-root',
    afterSnapshotRoot: 'after-snapshot-root',
    beforeFolder: 'before-folder',
    afterFolder: 'after-folder',
};
const ACTIONS = {
    beforeSnapshotRoot: { doc: 'Before the source is read; inherited.', shape: { kind: 'hook', phase: 'root' } },
    afterSnapshotRoot: { doc: 'After the source was read; inherited.', shape: { kind: 'hook', phase: 'root' } },
    beforeFolder: { doc: 'Before this folder is read; never inherited.', shape: { kind: 'hook', phase: 'folder' } },
    afterFolder: { doc: 'After this folder was read; never inherited.', shape: { kind: 'hook', phase: 'folder' } },
};
/** Keys of one policy. */
const POLICY_FIELDS = {
    retention: { doc: 'Which snapshots are kept.', shape: { kind: 'group', fields: RETENTION } },
    files: { doc: 'Which files are left out.', shape: { kind: 'group', fields: FILES } },
    errorHandling: { doc: 'What an unreadable entry means.', shape: { kind: 'group', fields: ERROR_HANDLING } },
    scheduling: { doc: 'When a Kopia server takes snapshots; Cairn runs when it is called.', shape: { kind: 'group', fields: SCHEDULING } },
    compression: {
        doc: 'How files are compressed; a name alone is the compressor.',
        shape: { kind: 'group', fields: COMPRESSION, short: 'compressorName' },
    },
    metadataCompression: {
        doc: 'How folders are compressed; a name alone is the compressor.',
        shape: { kind: 'group', fields: { compressorName: { ...COMPRESSOR, absent: 'zstd-fastest' } }, short: 'compressorName' },
    },
    splitter: {
        doc: 'Where large files are cut; a name alone is the algorithm.',
        shape: {
            kind: 'group',
            fields: { algorithm: { doc: 'Name of the splitter.', shape: { kind: 'words', words: SPLITTERS }, absent: 'that of the repository' } },
            short: 'algorithm',
        },
    },
    actions: { doc: 'Hooks.', shape: { kind: 'group', fields: ACTIONS } },
    osSnapshots: {
        doc: 'Snapshots by the operating system.',
        shape: {
            kind: 'group',
            fields: {
                volumeShadowCopy: {
                    doc: 'Windows volume shadow copies; a word alone is the mode.',
                    shape: {
                        kind: 'group',
                        fields: {
                            enable: {
                                doc: 'When they are made.',
                                shape: { kind: 'numbered', words: ['never', 'always', 'when-available'] },
                                absent: 'never',
                            },
                        },
                        short: 'enable',
                    },
                },
            },
        },
    },
    logging: { doc: 'What is logged.', shape: { kind: 'group', fields: LOGGING } },
    upload: { doc: 'How much is done at once.', shape: { kind: 'group', fields: UPLOAD } },
    noParent: { doc: 'Nothing is inherited from above.', shape: BOOLEAN, absent: 'false' },
    'include-git': { doc: 'Keep .git folders in the snapshot.', shape: BOOLEAN, absent: 'false', isExtension: true },
    'keep-times': {
        doc: 'Store the previous time for files whose bytes and mode are the same.',
        shape: { kind: 'words', words: ['unchanged'] },
        isExtension: true,
    },
};
/** Keys of `if`. */
const CONDITION_FIELDS = {
    os: { doc: 'Operating systems.', shape: { kind: 'wordList', words: SYSTEMS } },
    event: { doc: 'Names of workflow events.', shape: TEXTS },
    ref: { doc: 'Patterns of the full Git ref.', shape: TEXTS },
    exists: { doc: 'Paths below the workspace root that must exist.', shape: TEXTS },
    status: { doc: 'Outcome of the run; only in job.after.', shape: { kind: 'wordList', words: STATUSES } },
};
/** Keys that say what a hook runs; exactly one of them. */
const PROGRAM_FIELDS = ['run', 'file', 'command', 'path', 'script'];
/** Keys of a hook. */
const HOOK_FIELDS = {
    run: { doc: 'Lines of a script.', shape: { kind: 'text' } },
    file: { doc: 'A script file; the path starts at the policy file.', shape: { kind: 'text' } },
    command: { doc: 'A program and its arguments, without a shell.', shape: TEXTS },
    path: { doc: 'Kopia: the program.', shape: { kind: 'text' } },
    args: { doc: 'Kopia: arguments of `path`.', shape: TEXTS },
    script: { doc: 'Kopia: the text of a script.', shape: { kind: 'text' } },
    shell: { doc: 'Interpreter of `run`.', shape: { kind: 'words', words: SHELLS }, absent: 'sh -e, or what the first line names' },
    timeout: { doc: 'From 1s to 24h.', shape: { kind: 'duration' }, absent: '5m' },
    'timeout-minutes': { doc: 'The same in minutes.', shape: { kind: 'count', least: 1, most: 1440 } },
    mode: { doc: 'What a failure means.', shape: { kind: 'words', words: MODES }, absent: 'essential' },
    'continue-on-error': { doc: 'true is the mode optional.', shape: BOOLEAN },
    name: { doc: 'Shown in logs and in the summary.', shape: { kind: 'text' }, isExtension: true },
    when: { doc: 'After-hooks: the outcomes to run at.', shape: { kind: 'words', words: STATUSES }, absent: 'always', isExtension: true },
    if: { doc: 'Run only when all of these hold.', shape: { kind: 'group', fields: CONDITION_FIELDS }, isExtension: true },
    env: { doc: 'Variables to set.', shape: { kind: 'variables' }, isExtension: true },
    'env-allow': { doc: 'Variables of the caller to pass on.', shape: { kind: 'names' }, isExtension: true },
    secrets: { doc: 'Variables to pass on that the caller must allow too.', shape: { kind: 'names' }, isExtension: true },
    requires: { doc: 'Programs that must be there before anything runs.', shape: TEXTS, isExtension: true },
    'working-directory': { doc: 'Relative to the workspace root.', shape: { kind: 'text' }, isExtension: true },
    capture: { doc: '`none` ignores a KOPIA_SNAPSHOT_PATH line.', shape: { kind: 'words', words: ['none'] }, isExtension: true },
};
/** Keys of a stream source. */
const STREAM_FIELDS = {
    stream: { doc: 'Name of the file in the snapshot.', shape: { kind: 'text' } },
    'min-size': { doc: 'Less output than this is a failure.', shape: SIZE, absent: '1' },
    ...pick(HOOK_FIELDS, ['run', 'command', 'shell', 'timeout', 'env', 'secrets', 'requires']),
};
/** Keys at the top of the file. */
const TOP_FIELDS = {
    version: { doc: 'Always 1.', shape: { kind: 'version' } },
    source: {
        doc: 'The identity that snapshots are stored under.',
        shape: {
            kind: 'group',
            fields: {
                user: { doc: 'User of user@host:path.', shape: { kind: 'text' }, absent: 'cairn' },
                host: { doc: 'Host of user@host:path.', shape: { kind: 'text' }, absent: 'owner.repository' },
                root: { doc: 'Absolute path that stands for the workspace root.', shape: { kind: 'text' }, absent: '/owner/repository' },
            },
        },
    },
    repository: { doc: 'Where the repository is; never a password or a key.', shape: { kind: 'text' } },
    policies: { doc: 'Policies by target.', shape: { kind: 'policies' } },
    job: {
        doc: 'Hooks that run once per run.',
        shape: {
            kind: 'group',
            fields: {
                before: { doc: 'Before the repository is opened.', shape: { kind: 'steps' } },
                after: { doc: 'At the end, whatever happened.', shape: { kind: 'steps' } },
            },
        },
    },
    sources: { doc: 'What to snapshot.', shape: { kind: 'sources' }, absent: 'the workspace root' },
    defaults: {
        doc: 'For the hooks of this file.',
        shape: {
            kind: 'group',
            fields: pick(HOOK_FIELDS, ['shell', 'timeout', 'env-allow']),
        },
    },
};
function pick(table, names) {
    return Object.fromEntries(names.flatMap((name) => (table[name] === undefined ? [] : [[name, table[name]]])));
}
/** The kebab-case spelling of one of Kopia's names. */
function kebab(name) {
    return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}


/***/ }),

/***/ 9902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bR: () => (/* binding */ MAX_SCRIPT_BYTES),
  B3: () => (/* binding */ SECRET_HINT),
  MZ: () => (/* binding */ checkPipes),
  wN: () => (/* binding */ checkScript),
  Pn: () => (/* binding */ isEmptyScript)
});

;// CONCATENATED MODULE: ./lib/policyfile/script-places.js
/**
 * Maps offsets of a scalar's value back to the file.
 * In a literal block each line is one line of the file behind its indentation; elsewhere the piece is looked up as written, and
 * when it is not there (escapes, folding) the whole scalar is the place.
 */
function spanInScript(node, from, to, text, lines) {
    const script = String(node.value);
    if (node.style === 'literal') {
        const before = script.slice(0, from);
        const lineStart = before.lastIndexOf('\n') + 1;
        let lineNumber = 0;
        for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1))
            lineNumber++;
        const lineEnd = script.indexOf('\n', from);
        const line = script.slice(lineStart, lineEnd === -1 ? script.length : lineEnd);
        const fileLine = lines.locate(node.span.start).line + 1 + lineNumber;
        const fileStart = lines.startOfLine(fileLine);
        const fileEnd = lines.startOfLine(fileLine + 1) ?? text.length;
        if (fileStart !== undefined) {
            const indent = text.slice(fileStart, fileEnd).replace(/\r?\n$/, '').length - line.length;
            if (indent >= 0) {
                const start = fileStart + indent + (from - lineStart);
                return { start, end: Math.min(start + (to - from), fileStart + indent + line.length) };
            }
        }
    }
    const piece = script.slice(from, to);
    let found = text.indexOf(piece, node.span.start);
    for (let at = script.indexOf(piece); at !== -1 && at < from && found !== -1; at = script.indexOf(piece, at + 1)) {
        found = text.indexOf(piece, found + 1);
    }
    if (piece === '' || found === -1 || found + piece.length > node.span.end)
        return node.span;
    return { start: found, end: found + piece.length };
}

// EXTERNAL MODULE: ./lib/policyfile/secrets.js
var secrets = __webpack_require__(87357);
;// CONCATENATED MODULE: ./lib/policyfile/shell-pipes.js
/** Finds a pipeline in a shell script, as `sh` would read it: quotes, comments, here-documents and case patterns are told apart. */
/** Offset of the first `|` that joins two commands; undefined when there is none. */
function findPipe(script) {
    const state = { script, at: 0, depth: 0, hereDocuments: [], openCases: [] };
    return scan(state, '');
}
/** Scans until the closing character of a substitution, or to the end; returns the offset of a pipe. */
function scan(state, closing) {
    const { script } = state;
    let atWordStart = true;
    let parentheses = 0;
    while (state.at < script.length) {
        const char = script[state.at] ?? '';
        const next = script[state.at + 1];
        const openCase = state.openCases.at(-1);
        if (char === closing && parentheses === 0) {
            state.at++;
            return undefined;
        }
        if (char === '#' && atWordStart) {
            const end = script.indexOf('\n', state.at);
            state.at = end === -1 ? script.length : end;
        }
        else if (char === '\n') {
            state.at++;
            skipHereDocuments(state);
            atWordStart = true;
        }
        else if (char === '|') {
            if (next === '|')
                state.at += 2;
            else if (openCase?.isPattern)
                state.at++;
            else
                return state.at;
            atWordStart = true;
        }
        else if (char === '>' && next === '|') {
            state.at += 2;
        }
        else if (char === '<' && next === '<' && script[state.at + 2] !== '<') {
            readHereWord(state);
        }
        else if (char === ';' && (next === ';' || next === '&')) {
            state.at += 2;
            if (openCase !== undefined)
                openCase.isPattern = true;
            atWordStart = true;
        }
        else if (char === '(' || char === ')') {
            state.at++;
            if (char === ')' && openCase?.isPattern)
                openCase.isPattern = false;
            else if (!(char === '(' && openCase?.isPattern))
                parentheses = Math.max(0, parentheses + (char === '(' ? 1 : -1));
            atWordStart = true;
        }
        else if (atWordStart && /[a-z]/.test(char)) {
            readWord(state);
            atWordStart = false;
        }
        else {
            const pipe = readQuoted(state);
            if (pipe !== undefined)
                return pipe;
            atWordStart = /[\s;&]/.test(char);
        }
    }
    return undefined;
}
/** A bare word at the start of a command or argument; `case`, `in` and `esac` are followed. */
function readWord(state) {
    const word = /^[A-Za-z0-9_]*/.exec(state.script.slice(state.at, state.at + 64))?.[0] ?? '';
    const openCase = state.openCases.at(-1);
    if (word === 'case')
        state.openCases.push({ isPattern: false, sawIn: false });
    else if (word === 'in' && openCase !== undefined && !openCase.sawIn) {
        openCase.sawIn = true;
        openCase.isPattern = true;
    }
    else if (word === 'esac' && openCase !== undefined)
        state.openCases.pop();
    state.at += Math.max(1, word.length);
}
/** One character, or a whole quoted piece or substitution. */
function readQuoted(state) {
    const { script } = state;
    const char = script[state.at];
    if (char === '\\') {
        state.at += 2;
    }
    else if (char === "'") {
        const end = script.indexOf("'", state.at + 1);
        state.at = end === -1 ? script.length : end + 1;
    }
    else if (char === '"') {
        state.at++;
        while (state.at < script.length && script[state.at] !== '"') {
            const pipe = readSubstitution(state);
            if (pipe !== undefined)
                return pipe;
        }
        state.at++;
    }
    else {
        return readSubstitution(state);
    }
    return undefined;
}
/** `$(…)`, backquotes, `${…}` and `$((…))`; any other character is passed. */
function readSubstitution(state) {
    const { script } = state;
    const char = script[state.at];
    if (char === '\\') {
        state.at += 2;
    }
    else if (char === '$' && script.startsWith('((', state.at + 1)) {
        skipTo(state, '))', 3);
    }
    else if (char === '$' && script[state.at + 1] === '(') {
        state.at += 2;
        return scanInside(state, ')');
    }
    else if (char === '$' && script[state.at + 1] === '{') {
        skipTo(state, '}', 2);
    }
    else if (char === '`') {
        state.at++;
        return scanInside(state, '`');
    }
    else {
        state.at++;
    }
    return undefined;
}
/** Deeper substitutions are read as plain text. */
const MAX_DEPTH = 50;
function scanInside(state, closing) {
    if (state.depth >= MAX_DEPTH)
        return undefined;
    const outer = state.openCases;
    state.openCases = [];
    state.depth++;
    const pipe = scan(state, closing);
    state.depth--;
    state.openCases = outer;
    return pipe;
}
function skipTo(state, end, from) {
    const found = state.script.indexOf(end, state.at + from);
    state.at = found === -1 ? state.script.length : found + end.length;
}
function readHereWord(state) {
    const match = /^<<(-?)[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|\\?([^\s;&|<>()'"]+))/.exec(state.script.slice(state.at, state.at + 256));
    state.at += match?.[0].length ?? 2;
    const word = match?.[2] ?? match?.[3] ?? match?.[4];
    if (word !== undefined)
        state.hereDocuments.push({ word, stripsTabs: match?.[1] === '-' });
}
function skipHereDocuments(state) {
    for (const document of state.hereDocuments.splice(0)) {
        while (state.at < state.script.length) {
            const lineEnd = state.script.indexOf('\n', state.at);
            const end = lineEnd === -1 ? state.script.length : lineEnd;
            const line = state.script.slice(state.at, end);
            state.at = Math.min(end + 1, state.script.length);
            if ((document.stripsTabs ? line.replace(/^\t+/, '') : line) === document.word)
                break;
        }
    }
}

;// CONCATENATED MODULE: ./lib/policyfile/script-checks.js



/** Largest script that a policy can hold, in bytes. */
const MAX_SCRIPT_BYTES = 32_000;
/** Reports P032, P033, P034 and P041; returns whether the script can be used. */
function checkScript(text, reading) {
    const { node, path, script } = text;
    const { findings } = reading;
    const place = (from, to) => (text.isInline ? spanInScript(node, from, to, reading.text, reading.lines) : node.span);
    if (isEmptyScript(script)) {
        findings.add('P032', node.span, path, 'The script is empty.', { hint: 'Write a command, or delete the hook.' });
        return false;
    }
    if (/^(?:none|inherit)$/.test(script.trim())) {
        findings.add('P033', node.span, path, `"${script.trim()}" would be run as a command.`);
        return false;
    }
    let isUsable = true;
    const refuse = (span, message, hint) => {
        findings.add('P034', span, path, message, { hint });
        isUsable = false;
    };
    const bytes = Buffer.byteLength(text.stored);
    if (bytes > MAX_SCRIPT_BYTES) {
        refuse(node.span, `The script has ${bytes} bytes; a policy holds at most ${MAX_SCRIPT_BYTES}.`, 'Keep the script in the repository and start it from a short one.');
    }
    const zero = script.indexOf('\0');
    if (zero !== -1)
        refuse(place(zero, zero + 1), 'A script cannot hold a NUL character.', 'Delete it.');
    const lone = /\p{Surrogate}/u.exec(script);
    if (lone !== null)
        refuse(place(lone.index, lone.index + 1), 'Half of a surrogate pair cannot be stored as UTF-8.', 'Delete it.');
    const late = /^[\s\uFEFF]+(?=#!)/.exec(script);
    if (late !== null)
        refuse(place(0, late[0].length), 'The first line must start with #! itself.', 'Delete what stands in front of #!.');
    const carriageReturn = /^#![^\n]*?\r/.exec(script);
    if (carriageReturn !== null) {
        const at = carriageReturn[0].length - 1;
        refuse(place(at, at + 1), 'The first line ends with a carriage return, so its interpreter is not found.', 'Save the script with LF line ends.');
    }
    const secret = (0,secrets/* findSecret */.m)(script);
    if (secret !== undefined) {
        const where = text.isInline ? '' : `, in line ${script.slice(0, secret.start).split('\n').length} of the file`;
        findings.add('P041', place(secret.start, secret.end), path, `This looks like ${secret.what}${where}.`, { hint: SECRET_HINT });
    }
    return isUsable;
}
const SECRET_HINT = 'Pass it by name with `secrets:`, and delete it from the history.';
/** Reports P057: a pipeline whose first command may fail unseen. */
function checkPipes(node, script, path, reading) {
    if (script.startsWith('#!') && !readsAsShell(script))
        return;
    if (/^set\s[^#\n]*\bpipefail\b/m.test(script) && /^#!.*bash/.test(script))
        return;
    const pipe = findPipe(script);
    if (pipe === undefined)
        return;
    reading.findings.add('P057', spanInScript(node, pipe, pipe + 1, reading.text, reading.lines), path, 'A command that fails in front of this pipe goes unseen.', {
        hint: 'Add `shell: bash`, which stops at any failed part.',
    });
}
function readsAsShell(script) {
    return /^#!\s*\S*?(?:\/env\s+(?:-\S+\s+)*)?(?:\S*\/)?(?:ba|da|k|z|a)?sh\b/.test(script.split('\n', 1)[0] ?? '');
}
/** Whether a script has only blanks and comments; a line with an interpreter alone is empty as well. */
function isEmptyScript(script) {
    return script.split(/\r\n|\r|\n/).every((line) => /^\s*(?:#.*)?$/.test(line.replace(/^\uFEFF/, '')));
}


/***/ }),

/***/ 87357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ userInfoOf),
/* harmony export */   m: () => (/* binding */ findSecret)
/* harmony export */ });
/** Text that looks like a secret (docs/policy.md, "Secrets"). Only known forms; nothing by the look of its randomness. */
const PATTERNS = [
    { what: 'a private key', pattern: /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/ },
    { what: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/ },
    { what: 'a GitHub token', pattern: /\bgh[a-z]_[A-Za-z0-9]{16,255}/ },
    { what: 'a GitHub token', pattern: /\bgithub_pat_[A-Za-z0-9_]{16,255}/ },
    { what: 'a Slack token', pattern: /\bxox[a-z]-[A-Za-z0-9-]{8,255}/ },
    { what: 'a password in a URL', pattern: /\b[A-Za-z][A-Za-z0-9+.-]{0,20}:\/\/[^\s/:@"'<>$]{0,128}:[^\s/@"'<>$]{1,256}@/ },
];
/** The first thing in the text that looks like a secret. */
function findSecret(text) {
    let first;
    for (const { what, pattern } of PATTERNS) {
        const match = pattern.exec(text);
        if (match !== null && (first === undefined || match.index < first.start)) {
            first = { what, start: match.index, end: match.index + match[0].length };
        }
    }
    return first;
}
/** Whether a location text holds `user@` or `user:password@` in front of its host. */
function userInfoOf(location) {
    const match = /^[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/([^/?#@]{0,512}@)/.exec(location);
    if (match === null)
        return undefined;
    const start = match[0].length - (match[1]?.length ?? 0);
    return { start, end: match[0].length };
}


/***/ }),

/***/ 80902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ describeNode),
/* harmony export */   c: () => (/* binding */ childPath)
/* harmony export */ });
/** What a node is, for messages: `a list`, `a number`, ... */
function describeNode(node) {
    if (node.kind === 'map')
        return 'a map';
    if (node.kind === 'list')
        return 'a list';
    if (node.kind === 'invalid')
        return 'a bad value';
    if (node.value === null)
        return 'nothing';
    return typeof node.value === 'string' ? 'text' : typeof node.value === 'number' ? 'a number' : 'true or false';
}
/** `parent.key`, or `parent["odd key"]`. */
function childPath(parent, key) {
    if (!/^[A-Za-z_][\w-]*$/.test(key))
        return `${parent}[${JSON.stringify(key)}]`;
    return parent === '' ? key : `${parent}.${key}`;
}


/***/ }),

/***/ 72170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V9: () => (/* binding */ defaultCaching),
/* harmony export */   c6: () => (/* binding */ resolveConfigPath)
/* harmony export */ });
/* unused harmony export configDirectory */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/** Where the config file and kopia's cache lie on each system (docs/repository-format.md, "Client configuration"). */


const FILE_NAME = 'repository.config';
/**
 * Absolute path of the config file: the one asked for, else KOPIA_CONFIG_PATH, else the default of the system.
 * A bare file name lies in the default directory, anything with a separator is a path.
 */
function resolveConfigPath(asked, user) {
    const path = pathOf(user);
    const given = asked || user.env['KOPIA_CONFIG_PATH'] || FILE_NAME;
    return path.basename(given) === given ? path.join(configDirectory(user), given) : path.resolve(user.workingDirectory, given);
}
/** kopia's directory for settings. */
function configDirectory(user) {
    const path = pathOf(user);
    const home = user.env['HOME'] || user.home;
    switch (user.platform) {
        case 'win32':
            return path.join(user.env['APPDATA'] || path.join(user.home, 'AppData', 'Roaming'), 'kopia');
        case 'darwin':
            return path.join(home, 'Library', 'Application Support', 'kopia');
        case 'openbsd':
            return path.join(home, '.config', 'kopia');
        default:
            return path.join(user.env['XDG_CONFIG_HOME'] || path.join(home, '.config'), 'kopia');
    }
}
/**
 * The `caching` member of a new config file, so that kopia has its cache where it expects it when it uses the file.
 * The directory is named after the repository and the file, as kopia names it, and relative to the file.
 */
function defaultCaching(configPath, uniqueId, user) {
    const path = pathOf(user);
    const name = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(uniqueId).update(configPath).digest('hex').slice(0, 16);
    return {
        cacheDirectory: path.relative(path.dirname(configPath), path.join(userCacheDirectory(user), 'kopia', name)),
        maxCacheSize: 5_242_880_000,
        maxMetadataCacheSize: 5_242_880_000,
        maxListCacheDuration: 30,
    };
}
function userCacheDirectory(user) {
    const path = pathOf(user);
    const home = user.env['HOME'] || user.home;
    if (user.platform === 'win32')
        return user.env['LOCALAPPDATA'] || path.join(user.home, 'AppData', 'Local');
    if (user.platform === 'darwin')
        return path.join(home, 'Library', 'Caches');
    return user.env['XDG_CACHE_HOME'] || path.join(home, '.cache');
}
function pathOf(user) {
    return user.platform === 'win32' ? node_path__WEBPACK_IMPORTED_MODULE_1__.win32 : node_path__WEBPACK_IMPORTED_MODULE_1__.posix;
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

/***/ 58394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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


/***/ }),

/***/ 4849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   T1: () => (/* binding */ formatShare),
/* harmony export */   VZ: () => (/* binding */ formatQuantity),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/** Numbers for people: the only place that formats sizes, counts, durations and times. */
const UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];
/** Decimal size with one digit after the point: `0 B`, `999 B`, `1.5 MB`, as Kopia prints by default. */
function formatBytes(bytes) {
    let value = bytes;
    let unit = 0;
    while (value >= 1000 && unit < UNITS.length - 1) {
        value /= 1000;
        unit++;
    }
    if (unit === 0)
        return `${value} B`;
    const rounded = value.toFixed(1);
    return `${rounded.endsWith('.0') ? rounded.slice(0, -2) : rounded} ${UNITS[unit]}`;
}
/** Whole number with separators: `1,204`. */
function formatCount(count) {
    return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
/** `1 file`, `2 files`, `1,204 files`; irregular plurals are given. */
function formatQuantity(count, singular, plural = `${singular}s`) {
    return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
/** `0.2 s`, `6.2 s`, `2 min 5 s`, `1 h 2 min`. */
function formatDuration(ms) {
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    const minutes = Math.round(seconds / 60);
    return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** `98.7 %`; 100 % only when nothing is missing from it. */
function formatShare(part, whole) {
    if (whole === 0)
        return '100 %';
    const percent = (part / whole) * 100;
    if (part < whole && percent > 99.9)
        return '99.9 %';
    const text = percent.toFixed(1);
    return `${text.endsWith('.0') ? text.slice(0, -2) : text} %`;
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

/***/ 11610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ visibleText)
/* harmony export */ });
/** Untrusted text (file names, output of programs) made harmless for one line of a terminal or a log. */
/** Control characters, and the characters that change the direction of text or hide. */
const UNSAFE = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
/** The text with every control and direction character written as `\u{…}`. */
function visibleText(text) {
    return text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}


/***/ }),

/***/ 75073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ systemRandom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** Randomness by argument, so that tests can fix the bytes that are written. */

/** The operating system's generator. */
const systemRandom = (length) => new Uint8Array((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(length));


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
