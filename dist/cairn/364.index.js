export const id = 364;
export const ids = [364];
export const modules = {

/***/ 3364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ withRepository),
/* harmony export */   Ep: () => (/* binding */ storageOptions),
/* harmony export */   cu: () => (/* binding */ identityOf)
/* harmony export */ });
/* harmony import */ var _repo_blob_open_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(967);
/* harmony import */ var _repo_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5160);
/* harmony import */ var _repo_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6852);
/* harmony import */ var _repo_repository_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6722);
/* harmony import */ var _password_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6845);





/** Opens the connected repository, runs `work`, and closes it in every case. */
async function withRepository(context, options, work) {
    const config = await (0,_repo_config_js__WEBPACK_IMPORTED_MODULE_1__/* .readClientConfig */ .Kg)(context.configPath);
    const isReadOnly = options.isReadOnly === true || config.isReadOnly === true;
    const storage = await (0,_repo_blob_open_js__WEBPACK_IMPORTED_MODULE_0__/* .openStorage */ .G)(config.storage, { ...storageOptions(context), mode: 'existing', readonly: isReadOnly });
    let repository;
    try {
        const { password } = await (0,_password_js__WEBPACK_IMPORTED_MODULE_4__/* .resolvePassword */ .I)(context, { given: context.passwordFlag, stored: await (0,_repo_config_js__WEBPACK_IMPORTED_MODULE_1__/* .readPassword */ .kf)(context.configPath) });
        repository = await (0,_repo_repository_js__WEBPACK_IMPORTED_MODULE_3__/* .openRepository */ .h_)({
            storage,
            password,
            identity: identityOf(context, config),
            clock: context.clock,
            random: context.random,
            log: context.log,
            readonly: isReadOnly,
            workerUrl: new URL(context.entryUrl),
            signal: context.signal,
            ...(context.workers === undefined ? {} : { workers: context.workers }),
        });
    }
    catch (error) {
        await storage.close();
        throw error;
    }
    try {
        return await work(repository, config);
    }
    finally {
        await repository.close();
    }
}
/** Options of a storage that come from the context. */
function storageOptions(context) {
    return { clock: context.clock, random: context.random, log: context.log, platform: context.platform };
}
/** `user@host` of the client: what the connection file says, else those of the machine. */
function identityOf(context, config) {
    const { userName, hostName } = context.os;
    return (0,_repo_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .overrideIdentity */ .Jr)((0,_repo_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultIdentity */ .yY)({ platform: context.platform, userName, hostName }), {
        userName: config?.username,
        host: config?.hostname,
    });
}


/***/ }),

/***/ 6845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ resolvePassword),
/* harmony export */   q: () => (/* binding */ passwordOrigin)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Where the repository password comes from, in order (docs/cli.md, "Password"). */

/**
 * Finds the password: given, KOPIA_PASSWORD, CAIRN_PASSWORD, the password file, the terminal.
 *
 * White space around it is removed, as Kopia does, with a notice when that changed it.
 * Errors: CAIRN_PASSWORD_MISSING, CAIRN_PASSWORD_MISMATCH.
 */
async function resolvePassword(context, sources = {}) {
    const candidates = [
        ['the password input', sources.given],
        ['KOPIA_PASSWORD', context.env['KOPIA_PASSWORD']],
        ['CAIRN_PASSWORD', context.env['CAIRN_PASSWORD']],
        ['the password file', sources.stored],
    ];
    for (const [origin, value] of candidates) {
        if (value !== undefined && value.trim() !== '')
            return { password: trimmed(context, value, origin), origin };
    }
    if (context.promptPassword !== undefined) {
        const password = await ask(context.promptPassword, sources.isNew ?? false);
        if (password.trim() !== '')
            return { password: trimmed(context, password, 'the terminal'), origin: 'the terminal' };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_PASSWORD_MISSING', 'No repository password was given.', {
        hint: 'Set KOPIA_PASSWORD (or CAIRN_PASSWORD) in the environment, or the "password" input of the action.',
    });
}
/** Where the password of a run will come from, as words for a message; undefined when none was given. */
function passwordOrigin(env, given) {
    if (given !== undefined && given.trim() !== '')
        return 'the password input';
    return ['KOPIA_PASSWORD', 'CAIRN_PASSWORD'].find((name) => (env[name] ?? '').trim() !== '');
}
async function ask(prompt, isNew) {
    const first = await prompt(isNew ? 'New repository password: ' : 'Repository password: ');
    if (isNew && (await prompt('The same again: ')) !== first) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_PASSWORD_MISMATCH', 'The two passwords are not the same.', { hint: 'Run the command again.' });
    }
    return first;
}
function trimmed(context, value, origin) {
    const password = value.trim();
    context.mask(value);
    context.mask(password);
    if (password !== value)
        context.log.notice(`White space around the password from ${origin} was removed, as Kopia does.`);
    return password;
}


/***/ }),

/***/ 5698:
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

/***/ 6457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AN: () => (/* binding */ POLICY_SECTIONS),
/* harmony export */   VI: () => (/* binding */ getField),
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

/***/ 6322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ encodePolicy),
/* harmony export */   Eo: () => (/* binding */ isPolicyProblem),
/* harmony export */   XL: () => (/* binding */ parsePolicyText)
/* harmony export */ });
/* unused harmony exports parsePolicy, policyToJson */
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6495);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1873);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6457);
/** Kopia's policy JSON: from untrusted text to a typed policy, and back in Kopia's exact form (docs/repository-format.md, "Policies"). */



const ACTIONS = ['beforeFolder', 'afterFolder', 'beforeSnapshotRoot', 'afterSnapshotRoot'];
const ACTION_FIELDS = { path: 'text', args: 'texts', script: 'text', timeout: 'integer', mode: 'text' };
const EXPECTED = {
    integer: 'a whole number',
    boolean: 'true or false',
    text: 'text',
    texts: 'a list of texts',
    times: 'a list of {hour, min}',
};
/** Whether the result of `parsePolicy` is a problem. */
function isPolicyProblem(result) {
    return 'expected' in result;
}
/** The policy in JSON text. */
function parsePolicyText(text) {
    try {
        return parsePolicy(JSON.parse(text));
    }
    catch {
        return { path: '', expected: 'valid JSON' };
    }
}
/** The policy in a parsed JSON value: letter case of members does not matter, null means absent. */
function parsePolicy(value) {
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value))
        return { path: '', expected: 'an object' };
    const reader = new Reader();
    const policy = {};
    const root = reader.members(value, '', ROOT_NAMES);
    if (reader.problem !== undefined)
        return reader.problem;
    for (const field of _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .POLICY_FIELDS */ .lA) {
        const section = field.section.reduce((at, part, depth) => (at === undefined ? undefined : reader.section(at, field.section.slice(0, depth + 1), part)), root);
        const raw = section?.get(field.name);
        if (raw === undefined)
            continue;
        const converted = convert(raw, field.type);
        if (converted === undefined)
            return { path: field.key, expected: EXPECTED[field.type] };
        (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .setField */ .x)(policy, field, converted);
    }
    const noParent = root.get('noParent');
    if (noParent !== undefined) {
        if (typeof noParent !== 'boolean')
            return { path: 'noParent', expected: EXPECTED.boolean };
        policy.noParent = noParent;
    }
    const actions = reader.actions(root);
    if (actions !== undefined)
        policy.actions = actions;
    return reader.problem ?? { policy, unknownMembers: reader.unknownMembers };
}
/** JSON text of a policy as Kopia stores it: every section is there, empty ones as `{}`; fields that are not set are left out. */
function encodePolicy(policy) {
    return (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoJson */ .pl)(policyToJson(policy));
}
/** The same as a value, for pretty printing. */
function policyToJson(policy) {
    const root = {};
    for (const section of _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .POLICY_SECTIONS */ .AN)
        sectionOf(root, section.split('.'));
    for (const field of _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .POLICY_FIELDS */ .lA) {
        const value = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .getField */ .VI)(policy, field);
        // The values have the types of the table, all of which can be printed.
        if ((0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .isSet */ .vM)(value, field))
            sectionOf(root, field.section)[field.name] = value;
    }
    if (policy.actions !== undefined)
        root['actions'] = actionsToJson(policy.actions);
    if (policy.noParent === true)
        root['noParent'] = true;
    return root;
}
function sectionOf(root, path) {
    let at = root;
    for (const part of path) {
        at[part] ??= {};
        // Sections are only ever filled with objects.
        at = at[part];
    }
    return at;
}
function actionsToJson(actions) {
    const out = {};
    for (const name of ACTIONS) {
        const action = actions[name];
        if (action === undefined)
            continue;
        const members = {};
        for (const key of ['path', 'args', 'script', 'timeout', 'mode']) {
            const value = action[key];
            if (value !== undefined && (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .isSet */ .vM)(value, { isPointer: false }))
                members[key] = value;
        }
        out[name] = members;
    }
    return out;
}
const ROOT_NAMES = ['actions', 'noParent', ...new Set(_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .POLICY_SECTIONS */ .AN.map((section) => section.split('.')[0] ?? ''))];
class Reader {
    unknownMembers = [];
    problem;
    #sections = new Map();
    /** Members under their proper names; what is not in `names` is noted. */
    members(value, path, names) {
        const byFold = new Map(names.map((name) => [name.toLowerCase(), name]));
        const found = new Map();
        for (const [key, member] of Object.entries(value)) {
            const name = names.includes(key) ? key : byFold.get(key.toLowerCase());
            if (name === undefined)
                this.unknownMembers.push(path === '' ? key : `${path}.${key}`);
            else if (member !== null)
                found.set(name, member);
        }
        return found;
    }
    section(parent, path, name) {
        const key = path.join('.');
        if (this.#sections.has(key))
            return this.#sections.get(key);
        const value = parent.get(name);
        let section;
        if (value !== undefined && !(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value))
            this.problem ??= { path: key, expected: 'an object' };
        else if (value !== undefined)
            section = this.members(value, key, namesIn(path));
        this.#sections.set(key, section);
        return section;
    }
    actions(root) {
        const section = this.section(root, ['actions'], 'actions');
        if (section === undefined || section.size === 0)
            return undefined;
        const actions = {};
        for (const name of ACTIONS) {
            const value = section.get(name);
            if (value === undefined)
                continue;
            const path = `actions.${name}`;
            if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value)) {
                this.problem ??= { path, expected: 'an object' };
                continue;
            }
            const action = {};
            for (const [key, member] of this.members(value, path, Object.keys(ACTION_FIELDS))) {
                // `members` returns only names of the table.
                const type = ACTION_FIELDS[key];
                const converted = convert(member, type);
                if (converted === undefined)
                    this.problem ??= { path: `${path}.${key}`, expected: EXPECTED[type] };
                else
                    action[key] = converted;
            }
            // Every member was converted to the type of its field.
            actions[name] = action;
        }
        return actions;
    }
}
function namesIn(path) {
    const key = path.join('.');
    if (key === 'actions')
        return ACTIONS;
    const fields = _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .POLICY_FIELDS */ .lA.filter((field) => field.section.join('.') === key).map((field) => field.name);
    const nested = _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .POLICY_SECTIONS */ .AN.filter((section) => section.startsWith(`${key}.`)).map((section) => section.slice(key.length + 1));
    return [...fields, ...nested];
}
function convert(value, type) {
    switch (type) {
        case 'integer':
            return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
        case 'boolean':
            return typeof value === 'boolean' ? value : undefined;
        case 'text':
            return typeof value === 'string' ? (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .wellFormed */ .ES)(value) : undefined;
        case 'texts':
            return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.map(_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .wellFormed */ .ES) : undefined;
        case 'times':
            return Array.isArray(value) ? convertTimes(value) : undefined;
    }
}
function convertTimes(list) {
    const times = [];
    for (const item of list) {
        if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(item))
            return undefined;
        const folded = new Map(Object.entries(item).map(([key, value]) => [key.toLowerCase(), value]));
        const hour = folded.get('hour') ?? 0;
        const min = folded.get('min') ?? 0;
        if (!Number.isSafeInteger(hour) || !Number.isSafeInteger(min))
            return undefined;
        times.push({ hour: Number(hour), min: Number(min) });
    }
    return times;
}


/***/ }),

/***/ 967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ openStorage)
});

// UNUSED EXPORTS: FORMAT_BLOB_ID

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/log.js
var lib_log = __webpack_require__(7309);
// EXTERNAL MODULE: ./lib/util/random.js
var util_random = __webpack_require__(5073);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/util/bytes.js
var util_bytes = __webpack_require__(4695);
;// CONCATENATED MODULE: ./lib/repo/blob/filesystem-errors.js
/** System error codes -> typed errors of the filesystem storage. */

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS']);
/** May work a moment later: too many open files, a network mount that blinks, a scanner holding the file. */
const TRANSIENT = new Set([
    'EAGAIN',
    'EBUSY',
    'EHOSTDOWN',
    'EHOSTUNREACH',
    'EINTR',
    'EMFILE',
    'ENETDOWN',
    'ENETUNREACH',
    'ENFILE',
    'ENOTCONN',
    'ESTALE',
    'ETIMEDOUT',
]);
const HINTS = {
    CAIRN_STORAGE_FULL: 'Make room (or raise the quota or file size limit) and run again. What was saved before is intact.',
    CAIRN_STORAGE_FORBIDDEN: 'Check owner, permissions and mount options of the repository directory.',
    CAIRN_STORAGE_UNAVAILABLE: 'Check that the volume is mounted and reachable, and the limit of open files (ulimit -n), then run again.',
    CAIRN_STORAGE_IO: 'The disk or the mount reports a fault: look at the system log and check the disk.',
};
/** The system's code of an error, such as `ENOENT`; undefined for anything else. */
function systemCodeOf(error) {
    if (!(error instanceof Error) || (0,errors/* isCairnError */.qN)(error))
        return undefined;
    return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
/** Whether the error says that something does not exist. */
function isAbsent(error) {
    const code = systemCodeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR';
}
/** Typed error for a failed file operation; typed errors pass unchanged. `action` reads like `write blob p12`. */
function filesystemError(error, action, place) {
    if ((0,errors/* isCairnError */.qN)(error))
        return error;
    const code = storageCodeOf(systemCodeOf(error));
    const hint = HINTS[code];
    return new errors/* CairnError */.eb(code, `Cannot ${action} in ${place}: ${(0,errors/* messageOf */.bD)(error)}.`, { cause: error, ...(hint !== undefined && { hint }) });
}
function storageCodeOf(systemCode) {
    if (systemCode === undefined)
        return 'CAIRN_STORAGE_IO';
    if (FULL.has(systemCode))
        return 'CAIRN_STORAGE_FULL';
    if (FORBIDDEN.has(systemCode))
        return 'CAIRN_STORAGE_FORBIDDEN';
    return TRANSIENT.has(systemCode) ? 'CAIRN_STORAGE_UNAVAILABLE' : 'CAIRN_STORAGE_IO';
}
/** The error for a root directory that is not there. */
function rootMissing(path) {
    return new errors/* CairnError */.eb('CAIRN_STORAGE_ROOT_MISSING', `The repository directory ${path} does not exist.`, {
        hint: 'Check the location for a typo and that the volume is mounted. A new repository is only made when asked for.',
    });
}
/** The error for a root that is a file. */
function rootNotADirectory(path) {
    return new errors/* CairnError */.eb('CAIRN_STORAGE_ROOT_MISSING', `${path} is not a directory.`, {
        hint: 'A repository is a directory: check the location for a typo.',
    });
}

;// CONCATENATED MODULE: ./lib/repo/blob/file-writer.js
/** Writes a file so that nobody ever sees a part of it. */




/** Between two pieces of this size a write looks at the signal. */
const WRITE_PIECE_BYTES = 16 * 1024 * 1024;
/** What a file is called until it is complete: `<final name>.tmp.<16 hex digits>`, in the same directory. */
const TEMP_NAME = /\.tmp\.[0-9a-f]{16}$/;
/**
 * Writes `parts` to the file at `segments` below the root:
 *  1. create a new file beside the final name, 2. write, 3. sync, 4. close, 5. rename (or link, which never replaces), 6. sync the directory.
 *
 * After a failed sync the pages may be gone although a second sync would succeed, so the file is thrown away, never synced again.
 * Errors are those of the system, CAIRN_CANCELLED and CAIRN_STORAGE_IO; the temporary file is gone in every case.
 */
async function writeFileWhole(writer, segments, parts, options) {
    const { files } = writer;
    const finalPath = (0,external_node_path_.join)(writer.root, ...segments);
    if (options.onlyIfAbsent && (await exists(files, finalPath)))
        return 'exists';
    const tempPath = `${finalPath}.tmp.${(0,util_bytes/* toHex */.nj)(writer.random(8))}`;
    const file = await createFile(writer, tempPath, segments);
    let isTempThere = true;
    try {
        const status = await fill(writer, file, parts, options.signal);
        (0,errors/* throwIfCancelled */.dZ)(options.signal);
        if (options.onlyIfAbsent) {
            if (!(await linkUnlessThere(files, tempPath, finalPath)))
                return 'exists';
        }
        else {
            await files.rename(tempPath, finalPath);
            isTempThere = false;
        }
        await files.syncDirectory((0,external_node_path_.join)(writer.root, ...segments.slice(0, -1)));
        return status;
    }
    finally {
        // After a rename without hard links there is nothing to remove any more; that is no fault, nor is a second failure on a broken disk.
        if (isTempThere)
            await files.remove(tempPath).catch(() => undefined);
    }
}
async function fill(writer, file, parts, signal) {
    try {
        await writeAll(file, parts, signal);
        if (writer.owner !== undefined)
            await file.changeOwner(writer.owner.uid, writer.owner.gid);
        await file.sync();
        return await file.status();
    }
    finally {
        await file.close();
    }
}
async function createFile(writer, path, segments) {
    try {
        return await writer.files.createNew(path, writer.fileMode);
    }
    catch (error) {
        if (systemCodeOf(error) !== 'ENOENT')
            throw error;
    }
    await makeDirectories(writer, segments.slice(0, -1));
    return writer.files.createNew(path, writer.fileMode);
}
/** Only below the root: a root that went away is a volume that is not mounted, and must not be made anew in its place. */
async function makeDirectories({ files, root, dirMode }, segments) {
    let parent = root;
    for (const segment of segments) {
        const path = (0,external_node_path_.join)(parent, segment);
        try {
            await files.makeDirectory(path, { mode: dirMode, parents: false });
        }
        catch (error) {
            if (systemCodeOf(error) !== 'EEXIST')
                throw error;
        }
        await files.syncDirectory(parent);
        parent = path;
    }
}
async function writeAll(file, parts, signal) {
    let pending = parts.filter((part) => part.length > 0);
    while (pending.length > 0) {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        const taken = await file.write(leading(pending, WRITE_PIECE_BYTES));
        // A file that takes nothing and reports nothing would be tried for ever.
        if (taken <= 0)
            throw new errors/* CairnError */.eb('CAIRN_STORAGE_IO', 'The system accepted no more bytes and gave no reason.');
        pending = withoutLeading(pending, taken);
    }
}
/** Views of the first `limit` bytes. */
function leading(parts, limit) {
    const taken = [];
    let room = limit;
    for (const part of parts) {
        if (room === 0)
            break;
        taken.push(part.length <= room ? part : part.subarray(0, room));
        room -= Math.min(room, part.length);
    }
    return taken;
}
/** Views of what follows the first `count` bytes. */
function withoutLeading(parts, count) {
    let index = 0;
    let skip = count;
    for (let part = parts[0]; part !== undefined && skip >= part.length; part = parts[index]) {
        skip -= part.length;
        index++;
    }
    const rest = parts.slice(index);
    const first = rest[0];
    if (skip > 0 && first !== undefined)
        rest[0] = first.subarray(skip);
    return rest;
}
const NO_HARD_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);
/**
 * Gives the file its final name without replacing another; false when the name is taken.
 *
 * Where the volume has no hard links (FAT, some network shares) it is a look and a rename, which two writers within a millisecond can both win.
 */
async function linkUnlessThere(files, tempPath, finalPath) {
    try {
        await files.link(tempPath, finalPath);
        return true;
    }
    catch (error) {
        const code = systemCodeOf(error);
        if (code === 'EEXIST')
            return false;
        if (code === undefined || !NO_HARD_LINKS.has(code))
            throw error;
    }
    if (await exists(files, finalPath))
        return false;
    await files.rename(tempPath, finalPath);
    return true;
}
async function exists(files, path) {
    try {
        await files.status(path);
        return true;
    }
    catch (error) {
        if (isAbsent(error))
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(5416);
;// CONCATENATED MODULE: ./lib/repo/blob/blob-id.js
/** Which names a blob may have (docs/repository-format.md, "Blob names"). */

const LONGEST = 240;
const ALLOWED = /^[\x20-\x7e]+$/;
/**
 * Throws CAIRN_BLOB_ID_INVALID unless `id` is 1 to 240 printable ASCII characters without `/` and `\`.
 *
 * Names of packs come from index blobs, which may have been tampered with: this is what keeps a name from becoming another path.
 */
function checkBlobId(id) {
    if (id.length <= LONGEST && ALLOWED.test(id) && !id.includes('/') && !id.includes('\\'))
        return;
    throw invalidBlobId(id);
}
/** The error for a name that no blob can have. */
function invalidBlobId(id) {
    return new errors/* CairnError */.eb('CAIRN_BLOB_ID_INVALID', `${JSON.stringify(id.slice(0, 80))} cannot be the name of a blob.`, {
        hint: 'The repository names a blob that no program writes: an index or the format blob is damaged or was tampered with.',
    });
}

;// CONCATENATED MODULE: ./lib/repo/blob/range.js
/** Which bytes of a blob a read asks for. */

/** No blob of the format comes near this; a longer one is refused before memory is taken for it. */
const MAX_READ_BYTES = 1024 * 1024 * 1024;
/** The range asked for inside a blob of `size` bytes; CAIRN_BLOB_RANGE when it does not lie inside. */
function resolveRange(id, asked, size) {
    const offset = asked.offset ?? 0;
    const length = asked.length ?? size - offset;
    const isInside = Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0 && length >= 0 && offset + length <= size;
    if (!isInside) {
        throw new errors/* CairnError */.eb('CAIRN_BLOB_RANGE', `Blob ${id} has ${size} bytes, but ${asked.length ?? 'all'} from byte ${offset} were asked for.`, {
            hint: 'The blob is shorter than the index says: it was cut off or replaced.',
        });
    }
    if (length > MAX_READ_BYTES)
        throw new errors/* CairnError */.eb('CAIRN_BLOB_RANGE', `Blob ${id} is too long to be read at once: ${length} bytes.`);
    return { offset, length };
}

;// CONCATENATED MODULE: ./lib/repo/blob/file-reader.js
/** Reads a range of a file into memory. */


/** Bytes of the range asked for; `id` is the subject of messages. Errors: CAIRN_BLOB_RANGE, CAIRN_STORAGE_IO, and those of the system. */
async function readFileRange(files, path, options, id) {
    const file = await files.openForReading(path);
    try {
        const status = await file.status();
        if (!status.isFile)
            throw new errors/* CairnError */.eb('CAIRN_STORAGE_IO', `${path} is not a regular file.`);
        const { offset, length } = resolveRange(id, options, status.sizeBytes);
        const bytes = uninitialized(length);
        for (let done = 0; done < length;) {
            (0,errors/* throwIfCancelled */.dZ)(options.signal);
            const count = await file.read(bytes.subarray(done), offset + done);
            if (count <= 0)
                throw new errors/* CairnError */.eb('CAIRN_BLOB_RANGE', `Blob ${id} ended after ${offset + done} bytes while it was being read.`);
            done += count;
        }
        return bytes;
    }
    finally {
        await file.close();
    }
}
/** Memory that every byte of is about to be written to; never from the shared pool, because callers keep views of it. */
function uninitialized(length) {
    const buffer = Buffer.allocUnsafeSlow(length);
    return new Uint8Array(buffer.buffer, buffer.byteOffset, length);
}

;// CONCATENATED MODULE: ./lib/repo/blob/sharding.js
/** Where a blob lies below the root of a filesystem repository (docs/repository-format.md, "Filesystem layout"). */

/** Ending of a complete blob's file; every other file is none of ours. */
const BLOB_SUFFIX = '.f';
/** Names up to 20 characters lie in the root, the others in `shards`. */
function defaultSharding(shards) {
    return { shards, maxNonShardedLength: 20, overrides: [] };
}
/** Layout of repositories made now. */
const SHARDS_OF_NEW_REPOSITORIES = [1, 3];
/** Layout of repositories that have no `.shards`: those made before that file existed. */
const SHARDS_WHEN_UNKNOWN = [3, 3];
/**
 * Directories and file name of a blob, relative to the root. The last element is the file.
 *
 *   q39772f18-s9a2 with [1,3]  ->  ['q', '397', '72f18-s9a2.f']
 *
 * A name that would make a directory `.` or `..` fails with CAIRN_BLOB_ID_INVALID.
 */
function blobPath(sharding, id) {
    const segments = [];
    let rest = id;
    if (id.length > sharding.maxNonShardedLength) {
        const shards = sharding.overrides.find((override) => id.startsWith(override.prefix))?.shards ?? sharding.shards;
        for (const length of shards) {
            if (rest.length <= length)
                break;
            const directory = rest.slice(0, length);
            if (directory === '.' || directory === '..')
                throw invalidBlobId(id);
            if (directory !== '')
                segments.push(directory);
            rest = rest.slice(length);
        }
    }
    segments.push(rest + BLOB_SUFFIX);
    return segments;
}
/** Whether a directory whose path spells `name` can hold names that start with `prefix`. */
function mayHoldPrefix(name, prefix) {
    return name.length < prefix.length ? prefix.startsWith(name) : name.startsWith(prefix);
}

;// CONCATENATED MODULE: ./lib/repo/blob/file-walk.js
/** Finds the files of a filesystem repository by what their paths spell. */





/** Directories read, and in each of them files looked at, at the same time. */
const CONCURRENCY = 8;
/** Files below the root, in no particular order. What goes away meanwhile is left out; a missing root is the system's ENOENT. */
async function* walkFiles(files, options) {
    let directories = [{ path: options.root, spelled: '' }];
    while (directories.length > 0) {
        (0,errors/* throwIfCancelled */.dZ)(options.signal);
        // Depth first keeps the queue short: what a batch finds goes before the rest.
        const batch = directories.splice(0, CONCURRENCY);
        const results = await (0,util_async/* mapConcurrent */._)(batch, CONCURRENCY, (directory) => readOne(files, directory, options));
        directories = [...results.flatMap((result) => result.directories), ...directories];
        for (const result of results)
            yield* result.found;
    }
}
async function readOne(files, directory, options) {
    const directories = [];
    const names = [];
    try {
        for (const entry of await files.readDirectory(directory.path)) {
            const spelled = directory.spelled + entry.name;
            if (!mayHoldPrefix(spelled, options.prefix))
                continue;
            if (entry.isDirectory)
                directories.push({ path: (0,external_node_path_.join)(directory.path, entry.name), spelled });
            else if (options.wanted(entry.name))
                names.push(entry.name);
        }
    }
    catch (error) {
        if (!isAbsent(error) || directory.spelled === '')
            throw error;
    }
    const found = await (0,util_async/* mapConcurrent */._)(names, CONCURRENCY, async (name) => {
        (0,errors/* throwIfCancelled */.dZ)(options.signal);
        const path = (0,external_node_path_.join)(directory.path, name);
        try {
            return { path, spelled: directory.spelled + name, status: await files.status(path) };
        }
        catch (error) {
            if (isAbsent(error))
                return undefined;
            throw error;
        }
    });
    return { directories, found: found.filter((file) => file !== undefined) };
}

;// CONCATENATED MODULE: ./lib/repo/blob/shards-file.js
/** Text of the file `.shards` <-> Sharding (docs/repository-format.md, "Filesystem layout"). */

/** Name of the file in the root of a filesystem repository. */
const SHARDS_FILE = '.shards';
/** More than any such file needs; a longer one is refused unread. */
const SHARDS_FILE_MAX_BYTES = 64 * 1024;
/** One line of JSON with a newline at its end, as other programs write it. */
function formatShardsFile(sharding) {
    const { shards, maxNonShardedLength, overrides } = sharding;
    return `${JSON.stringify({ default: shards, maxNonShardedLength, ...(overrides.length > 0 && { overrides }) })}\n`;
}
/** Sharding of the text; CAIRN_STORAGE_SHARDS_INVALID naming `path` when it has another shape. An absent length means 0, as it does elsewhere. */
function parseShardsFile(text, path) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw invalid(path, 'it is not JSON', cause);
    }
    if (!isObject(value))
        throw invalid(path, 'it is not a JSON object');
    const maxNonShardedLength = value['maxNonShardedLength'] ?? 0;
    if (!isLength(maxNonShardedLength))
        throw invalid(path, '"maxNonShardedLength" is not a length');
    const overrides = value['overrides'] ?? [];
    if (!Array.isArray(overrides))
        throw invalid(path, '"overrides" is not a list');
    return {
        shards: parseShards(value['default'], path, '"default"'),
        maxNonShardedLength,
        overrides: overrides.map((override) => {
            if (!isObject(override) || typeof override['prefix'] !== 'string')
                throw invalid(path, 'an override has no prefix');
            return { prefix: override['prefix'], shards: parseShards(override['shards'], path, 'an override') };
        }),
    };
}
function parseShards(value, path, subject) {
    if (value === null || value === undefined)
        return [];
    if (!Array.isArray(value) || !value.every(isLength))
        throw invalid(path, `${subject} is not a list of lengths`);
    return value;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isLength(value) {
    return Number.isSafeInteger(value) && Number(value) >= 0;
}
function invalid(path, reason, cause) {
    return new errors/* CairnError */.eb('CAIRN_STORAGE_SHARDS_INVALID', `${path} cannot be used: ${reason}.`, {
        hint: 'The file says in which directories the blobs lie. Restore it from a copy of the repository; a new one usually holds {"default":[1,3],"maxNonShardedLength":20}.',
        ...(cause !== undefined && { cause }),
    });
}

;// CONCATENATED MODULE: ./lib/repo/blob/filesystem.js
/** Blobs as files below one directory (docs/repository-format.md, "Filesystem layout"). */














/** At most this many files are open at once: enough to keep the disk busy, far below the smallest usual limit of open files. */
const OPEN_FILES = 16;
/**
 * Opens the directory as a blob storage.
 *
 * Without `create` nothing is written here: a missing root fails with CAIRN_STORAGE_ROOT_MISSING (it may be a volume that is not mounted), and
 * `.shards` is only added together with the first blob, so that opening a wrong directory leaves no trace in it.
 */
async function openFilesystemStorage(options, how = {}) {
    const files = how.files ?? nodeFileOperations;
    const create = how.create === true && how.readonly !== true;
    try {
        if (create)
            await files.makeDirectory(options.path, { mode: options.dirMode ?? 0o700, parents: true });
        if (!(await files.status(options.path)).isDirectory)
            throw rootNotADirectory(options.path);
    }
    catch (error) {
        const code = systemCodeOf(error);
        if (code === 'ENOTDIR' || code === 'EEXIST')
            throw rootNotADirectory(options.path);
        if (code === 'ENOENT')
            throw rootMissing(options.path);
        throw filesystemError(error, 'open the repository', options.path);
    }
    const assumed = defaultSharding(options.shards ?? (create ? SHARDS_OF_NEW_REPOSITORIES : SHARDS_WHEN_UNKNOWN));
    const stored = await readShards(files, options.path);
    return new FilesystemStorage({
        isReadOnly: how.readonly === true,
        sharding: stored ?? assumed,
        hasShardsFile: stored !== undefined,
        writer: {
            files,
            random: how.random ?? util_random/* systemRandom */.v,
            root: options.path,
            fileMode: options.fileMode ?? 0o600,
            dirMode: options.dirMode ?? 0o700,
            ...(options.uid !== undefined && options.gid !== undefined && isRoot() && { owner: { uid: options.uid, gid: options.gid } }),
        },
    });
}
/** Made by `openFilesystemStorage`. */
class FilesystemStorage {
    displayName;
    #writer;
    #files;
    #isReadOnly;
    #slots = new util_async/* Semaphore */.j(OPEN_FILES);
    #sharding;
    #hasShardsFile;
    #shardsBeingWritten;
    constructor(state) {
        this.displayName = state.writer.root;
        this.#writer = state.writer;
        this.#files = state.writer.files;
        this.#isReadOnly = state.isReadOnly;
        this.#sharding = state.sharding;
        this.#hasShardsFile = state.hasShardsFile;
    }
    async getBlob(id, options = {}) {
        (0,errors/* throwIfCancelled */.dZ)(options.signal);
        const path = this.#pathOf(id);
        return this.#slots.use(async () => {
            try {
                return await readFileRange(this.#files, path, options, id);
            }
            catch (error) {
                if (!isAbsent(error))
                    throw filesystemError(error, `read blob ${id}`, this.displayName);
                await this.#requireRoot();
                throw new errors/* CairnError */.eb('CAIRN_BLOB_NOT_FOUND', `Blob ${id} is not in ${this.displayName}.`, { cause: error });
            }
        });
    }
    async statBlob(id) {
        const path = this.#pathOf(id);
        try {
            return metadataOf(id, await this.#files.status(path));
        }
        catch (error) {
            if (!isAbsent(error))
                throw filesystemError(error, `look at blob ${id}`, this.displayName);
            await this.#requireRoot();
            return undefined;
        }
    }
    async putBlob(id, parts, options = {}) {
        (0,errors/* throwIfCancelled */.dZ)(options.signal);
        this.#refuseWhenReadOnly();
        checkBlobId(id);
        await this.#ensureShardsFile();
        const segments = blobPath(this.#sharding, id);
        try {
            const outcome = await this.#slots.use(() => writeFileWhole(this.#writer, segments, parts, options));
            if (outcome !== 'exists')
                return metadataOf(id, outcome);
        }
        catch (error) {
            if (isAbsent(error))
                await this.#requireRoot();
            throw filesystemError(error, `write blob ${id}`, this.displayName);
        }
        throw new errors/* CairnError */.eb('CAIRN_BLOB_EXISTS', `Blob ${id} is already in ${this.displayName}.`, {
            hint: 'Another run was faster, or there is a repository already: connect to it instead of creating one.',
        });
    }
    async deleteBlob(id) {
        this.#refuseWhenReadOnly();
        const path = this.#pathOf(id);
        try {
            await this.#files.remove(path);
        }
        catch (error) {
            if (!isAbsent(error))
                throw filesystemError(error, `delete blob ${id}`, this.displayName);
        }
    }
    async *listBlobs(prefix, signal) {
        const root = this.#writer.root;
        const wanted = (name) => name.endsWith(BLOB_SUFFIX);
        try {
            for await (const { spelled, status } of walkFiles(this.#files, { root, prefix, wanted, signal })) {
                const id = spelled.slice(0, -BLOB_SUFFIX.length);
                if (status.isFile && id.startsWith(prefix))
                    yield metadataOf(id, status);
            }
        }
        catch (error) {
            if (isAbsent(error))
                throw rootMissing(root);
            throw filesystemError(error, `list blobs${prefix === '' ? '' : ` that start with ${prefix}`}`, this.displayName);
        }
    }
    async close() { }
    /** Removes files that interrupted writes left before `beforeMs` (ms since 1970); returns how many. */
    async removeTempFiles(beforeMs, signal) {
        this.#refuseWhenReadOnly();
        const wanted = (name) => TEMP_NAME.test(name);
        let removed = 0;
        try {
            for await (const { path, status } of walkFiles(this.#files, { root: this.#writer.root, prefix: '', wanted, signal })) {
                if (!status.isFile || status.modifiedMs >= beforeMs)
                    continue;
                await this.#files.remove(path);
                removed++;
            }
        }
        catch (error) {
            throw filesystemError(error, 'remove temporary files', this.displayName);
        }
        return removed;
    }
    #pathOf(id) {
        checkBlobId(id);
        return (0,external_node_path_.join)(this.#writer.root, ...blobPath(this.#sharding, id));
    }
    #refuseWhenReadOnly() {
        if (this.#isReadOnly)
            throw new errors/* CairnError */.eb('CAIRN_STORAGE_READONLY', `${this.displayName} was opened for reading only.`);
    }
    /** Tells an absent blob from a root that is not there, such as a volume that was unmounted. */
    async #requireRoot() {
        try {
            await this.#files.status(this.#writer.root);
        }
        catch (error) {
            if (isAbsent(error))
                throw rootMissing(this.#writer.root);
            throw filesystemError(error, 'find the repository', this.displayName);
        }
    }
    /** Writes `.shards` before the first blob; when another writer was faster, its layout counts. */
    async #ensureShardsFile() {
        if (this.#hasShardsFile)
            return;
        this.#shardsBeingWritten ??= this.#writeShardsFile().finally(() => {
            this.#shardsBeingWritten = undefined;
        });
        await this.#shardsBeingWritten;
    }
    async #writeShardsFile() {
        const { root } = this.#writer;
        try {
            const outcome = await writeFileWhole(this.#writer, [SHARDS_FILE], [(0,util_bytes/* utf8 */.As)(formatShardsFile(this.#sharding))], { onlyIfAbsent: true });
            if (outcome === 'exists')
                this.#sharding = (await readShards(this.#files, root)) ?? this.#sharding;
        }
        catch (error) {
            if (isAbsent(error))
                await this.#requireRoot();
            throw filesystemError(error, `write ${SHARDS_FILE}`, root);
        }
        this.#hasShardsFile = true;
    }
}
async function readShards(files, root) {
    const path = (0,external_node_path_.join)(root, SHARDS_FILE);
    try {
        const { sizeBytes } = await files.status(path);
        const bytes = await readFileRange(files, path, { length: Math.min(SHARDS_FILE_MAX_BYTES, sizeBytes) }, SHARDS_FILE);
        return parseShardsFile((0,util_bytes/* fromUtf8 */.ar)(bytes) ?? '', path);
    }
    catch (error) {
        if (isAbsent(error))
            return undefined;
        throw filesystemError(error, `read ${SHARDS_FILE}`, root);
    }
}
function metadataOf(id, status) {
    return { id, length: status.sizeBytes, timestampMs: status.modifiedMs };
}
function isRoot() {
    return process.getuid?.() === 0;
}
/** The real file system. */
const nodeFileOperations = {
    // Non-blocking, or opening a pipe that somebody put there would wait for ever.
    openForReading: async (path) => opened(await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0))),
    createNew: async (path, mode) => opened(await (0,promises_.open)(path, 'wx', mode)),
    readDirectory: async (path) => (await (0,promises_.readdir)(path, { withFileTypes: true })).map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() })),
    status: async (path) => statusOf(await (0,promises_.stat)(path)),
    makeDirectory: async (path, { mode, parents }) => {
        await (0,promises_.mkdir)(path, { mode, recursive: parents });
    },
    rename: promises_.rename,
    link: promises_.link,
    remove: promises_.unlink,
    syncDirectory: async (path) => {
        // Windows cannot open a directory; its file systems log renames themselves.
        if (process.platform === 'win32')
            return;
        const directory = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY);
        try {
            await directory.sync();
        }
        catch (error) {
            // Some network and FUSE file systems have no such call.
            const code = systemCodeOf(error);
            if (code !== 'EINVAL' && code !== 'ENOTSUP' && code !== 'ENOSYS')
                throw error;
        }
        finally {
            await directory.close();
        }
    },
};
function opened(handle) {
    return {
        read: async (target, position) => (await handle.read(target, 0, target.length, position)).bytesRead,
        write: async (parts) => (await handle.writev(parts)).bytesWritten,
        sync: () => handle.sync(),
        status: async () => statusOf(await handle.stat()),
        changeOwner: (uid, gid) => handle.chown(uid, gid),
        close: () => handle.close(),
    };
}
function statusOf(stats) {
    return { isFile: stats.isFile(), isDirectory: stats.isDirectory(), sizeBytes: stats.size, modifiedMs: Math.floor(stats.mtimeMs) };
}

;// CONCATENATED MODULE: ./lib/repo/blob/logging.js
/** One debug line for every call to a storage. */

/** The same storage; each call is logged with its blob, bytes and milliseconds when it ends. Bytes of blobs are never logged. */
function logging(storage, log, clock) {
    const timed = async (call, work, outcome) => {
        const start = clock.monotonicMs();
        const line = (text) => log.debug(`storage: ${call}: ${text}, ${Math.round(clock.monotonicMs() - start)} ms`);
        try {
            const result = await work();
            line(outcome(result));
            return result;
        }
        catch (error) {
            line(`failed: ${(0,errors/* messageOf */.bD)(error)}`);
            throw error;
        }
    };
    return {
        displayName: storage.displayName,
        getBlob: (id, options) => {
            const range = options?.offset === undefined && options?.length === undefined ? '' : ` from ${options.offset ?? 0}`;
            return timed(`get ${id}${range}`, () => storage.getBlob(id, options), (bytes) => `${bytes.length} bytes`);
        },
        statBlob: (id) => timed(`stat ${id}`, () => storage.statBlob(id), (blob) => (blob === undefined ? 'absent' : `${blob.length} bytes`)),
        putBlob: (id, parts, options) => timed(`put ${id}`, () => storage.putBlob(id, parts, options), (blob) => `${blob.length} bytes`),
        deleteBlob: (id) => timed(`delete ${id}`, () => storage.deleteBlob(id), () => 'done'),
        async *listBlobs(prefix, signal) {
            const start = clock.monotonicMs();
            let count = 0;
            try {
                for await (const blob of storage.listBlobs(prefix, signal)) {
                    count++;
                    yield blob;
                }
            }
            finally {
                log.debug(`storage: list ${prefix === '' ? 'everything' : prefix}: ${count} blobs, ${Math.round(clock.monotonicMs() - start)} ms`);
            }
        },
        close: () => storage.close(),
    };
}

;// CONCATENATED MODULE: ./lib/repo/blob/readonly.js
/** A storage that refuses to write. */

/** The same storage, except that `putBlob` and `deleteBlob` fail with CAIRN_STORAGE_READONLY. */
function readOnly(storage) {
    const refuse = async () => {
        throw new errors/* CairnError */.eb('CAIRN_STORAGE_READONLY', `${storage.displayName} is connected for reading only.`, {
            hint: 'Connect again without --readonly to write to this repository.',
        });
    };
    return {
        displayName: storage.displayName,
        getBlob: (id, options) => storage.getBlob(id, options),
        statBlob: (id) => storage.statBlob(id),
        putBlob: refuse,
        deleteBlob: refuse,
        listBlobs: (prefix, signal) => storage.listBlobs(prefix, signal),
        close: () => storage.close(),
    };
}

;// CONCATENATED MODULE: ./lib/repo/blob/retrying.js
/** Tries again what failed for a moment. The only place that retries storage calls. */



/**
 * The same storage; calls that fail with CAIRN_STORAGE_UNAVAILABLE are made again after a pause.
 *
 * The pause is random between half and the whole of a doubling limit, so that many runs that failed together do not come back together.
 * An aborted signal ends the wait with CAIRN_CANCELLED.
 */
function retrying(storage, options) {
    const attempts = options.attempts ?? 6;
    /** Waits before call number `next`, or throws `error` when it is not to be made. */
    const pause = async (error, next, what, signal) => {
        if (next > attempts || !(0,errors/* isCairnError */.qN)(error, 'CAIRN_STORAGE_UNAVAILABLE'))
            throw error;
        (0,errors/* throwIfCancelled */.dZ)(signal);
        const delayMs = delayBefore(next, options);
        options.log?.debug(`storage: ${what} failed, call ${next} of ${attempts} in ${delayMs} ms: ${(0,errors/* messageOf */.bD)(error)}`);
        try {
            await options.clock.sleep(delayMs, signal);
        }
        catch (reason) {
            throw signal?.aborted ? (0,errors/* cancelled */.KW)() : reason;
        }
    };
    const retry = async (what, signal, call) => {
        for (let attempt = 1;; attempt++) {
            try {
                return await call(attempt);
            }
            catch (error) {
                await pause(error, attempt + 1, what, signal);
            }
        }
    };
    return {
        displayName: storage.displayName,
        getBlob: (id, get) => retry(`get ${id}`, get?.signal, () => storage.getBlob(id, get)),
        statBlob: (id) => retry(`stat ${id}`, undefined, () => storage.statBlob(id)),
        putBlob: (id, parts, put) => retry(`put ${id}`, put?.signal, (attempt) => putOnce(storage, id, parts, put, attempt)),
        deleteBlob: (id) => retry(`delete ${id}`, undefined, () => storage.deleteBlob(id)),
        async *listBlobs(prefix, signal) {
            // A second listing starts from the beginning: what was given already is left out.
            const given = new Set();
            for (let attempt = 1;; attempt++) {
                try {
                    for await (const blob of storage.listBlobs(prefix, signal)) {
                        if (given.has(blob.id))
                            continue;
                        given.add(blob.id);
                        yield blob;
                    }
                    return;
                }
                catch (error) {
                    await pause(error, attempt + 1, `list ${prefix}`, signal);
                }
            }
        },
        close: () => storage.close(),
    };
}
/** A call that failed may have stored the blob all the same: on a later one, "it exists" with the very same bytes is our own success. */
async function putOnce(storage, id, parts, options, attempt) {
    try {
        return await storage.putBlob(id, parts, options);
    }
    catch (error) {
        if (attempt === 1 || !(0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_EXISTS'))
            throw error;
        const stored = await storage.statBlob(id);
        if (stored === undefined || !(0,util_bytes/* equalBytes */.ex)(await storage.getBlob(id), (0,util_bytes/* concatBytes */.Id)(parts)))
            throw error;
        return stored;
    }
}
function delayBefore(attempt, options) {
    const limit = Math.min(options.maxDelayMs ?? 10_000, (options.firstDelayMs ?? 100) * 2 ** (attempt - 2));
    const [high = 0, low = 0] = (options.random ?? util_random/* systemRandom */.v)(2);
    const fraction = (high * 256 + low) / 65_536;
    return Math.round(limit * (0.5 + fraction / 2));
}

// EXTERNAL MODULE: ./lib/repo/blob/storage-config.js
var storage_config = __webpack_require__(7014);
;// CONCATENATED MODULE: ./lib/repo/blob/open.js
/** Location or stored configuration -> storage, with everything around it that every storage gets. */












/** The blob that makes a storage a repository. */
const FORMAT_BLOB_ID = 'kopia.repository';
/**
 * Opens the storage at a location, or the one a config file names; retrying, logging and, when asked, read-only.
 *
 * Errors: CAIRN_STORAGE_ROOT_MISSING (no such folder), CAIRN_STORAGE_EMPTY (nothing in it), CAIRN_STORAGE_FOREIGN (something else in it),
 * CAIRN_STORAGE_FORBIDDEN, CAIRN_STORAGE_UNAVAILABLE, CAIRN_NOT_SUPPORTED (a cloud store), CAIRN_CONFIG_INVALID.
 */
async function openStorage(where, options) {
    const storage = await openPlain(where, options);
    const log = options.log ?? lib_log/* nullLogger */.G;
    const random = options.random ?? util_random/* systemRandom */.v;
    const decorated = retrying(logging(storage, log, options.clock), { clock: options.clock, random, log });
    return options.readonly === true ? readOnly(decorated) : decorated;
}
async function openPlain(where, options) {
    const filesystem = filesystemOptionsOf(where, options);
    const create = options.mode === 'create';
    const presence = await whatIsThere(filesystem.path);
    if (presence === 'missing' && !create)
        throw rootMissing(filesystem.path);
    if (presence === 'empty' && !create)
        throw empty(filesystem.path);
    if (presence === 'foreign')
        throw foreign(filesystem.path);
    return openFilesystemStorage(filesystem, {
        create: create && presence !== 'repository',
        readonly: options.readonly === true,
        random: options.random ?? util_random/* systemRandom */.v,
    });
}
function filesystemOptionsOf(where, options) {
    if ('type' in where)
        return (0,storage_config/* parseFilesystemConfig */.D5)(where, options.platform);
    if (where.kind !== 'filesystem')
        throw (0,storage_config/* unsupportedStorage */.n5)(where.kind);
    return { ...options.filesystem, path: where.path };
}
/** Files that a folder may have before a repository is made in it. */
const NOT_COUNTED = new Set([SHARDS_FILE, '.gitignore', '.DS_Store', 'lost+found', 'desktop.ini']);
async function whatIsThere(path) {
    try {
        const entries = await nodeFileOperations.readDirectory(path);
        if (entries.some((entry) => entry.name === FORMAT_BLOB_ID + BLOB_SUFFIX))
            return 'repository';
        return entries.every((entry) => NOT_COUNTED.has(entry.name) || isLeftOver(entry.name)) ? 'empty' : 'foreign';
    }
    catch (error) {
        if (systemCodeOf(error) === 'ENOENT')
            return 'missing';
        if (systemCodeOf(error) === 'ENOTDIR')
            throw rootNotADirectory(path);
        throw filesystemError(error, 'look for a repository', path);
    }
}
/** A create that was interrupted before the format blob leaves these, and can be repeated. */
function isLeftOver(name) {
    return name === `kopia.blobcfg${BLOB_SUFFIX}` || TEMP_NAME.test(name);
}
function empty(path) {
    return new errors/* CairnError */.eb('CAIRN_STORAGE_EMPTY', `There is no repository in ${path}: the folder is empty.`, {
        hint: 'Check the location for a typo and that the volume is mounted, or create a repository there ("cairn repository create filesystem").',
    });
}
function foreign(path) {
    return new errors/* CairnError */.eb('CAIRN_STORAGE_FOREIGN', `There is no repository in ${path}, but there are other files.`, {
        hint: `Check the location for a typo. If it was a repository, its file ${FORMAT_BLOB_ID}${BLOB_SUFFIX} is lost: bring it back from a copy.`,
    });
}


/***/ }),

/***/ 7014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BY: () => (/* binding */ storagePath),
/* harmony export */   D5: () => (/* binding */ parseFilesystemConfig),
/* harmony export */   fR: () => (/* binding */ filesystemStorageConfig),
/* harmony export */   n5: () => (/* binding */ unsupportedStorage)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/** The `storage` member of a client's config file: how other programs name a storage (docs/repository-format.md, "Client configuration"). */


/** What `repository create` and `repository connect` write for a filesystem: members in the order other programs write them. */
function filesystemStorageConfig(options) {
    return {
        type: 'filesystem',
        config: {
            path: options.path,
            fileMode: options.fileMode ?? 0o600,
            dirMode: options.dirMode ?? 0o700,
            ...(options.uid !== undefined && { uid: options.uid }),
            ...(options.gid !== undefined && { gid: options.gid }),
            dirShards: options.shards ?? null,
        },
    };
}
/** Options of a filesystem storage; CAIRN_CONFIG_INVALID when a member has another shape, CAIRN_NOT_SUPPORTED for another type. */
function parseFilesystemConfig(storage, platform) {
    if (storage.type !== 'filesystem')
        throw unsupportedStorage(storage.type);
    const { path, dirShards } = storage.config;
    if (typeof path !== 'string' || !(platform === 'win32' ? node_path__WEBPACK_IMPORTED_MODULE_0__.win32 : node_path__WEBPACK_IMPORTED_MODULE_0__.posix).isAbsolute(path)) {
        throw invalid('"storage.config.path" is not an absolute path');
    }
    const fileMode = integer(storage.config, 'fileMode', 0o7777);
    const dirMode = integer(storage.config, 'dirMode', 0o7777);
    const uid = integer(storage.config, 'uid', 0xffff_ffff);
    const gid = integer(storage.config, 'gid', 0xffff_ffff);
    const shards = dirShards ?? undefined;
    if (shards !== undefined && !isLengths(shards))
        throw invalid('"storage.config.dirShards" is not a list of lengths');
    return {
        path,
        // Zero means the default, as an absent member does.
        ...(fileMode && { fileMode }),
        ...(dirMode && { dirMode }),
        ...(uid !== undefined && { uid }),
        ...(gid !== undefined && { gid }),
        ...(shards !== undefined && { shards }),
    };
}
/** Folder of a storage on this machine; undefined for other kinds. */
function storagePath(storage) {
    const path = storage.config['path'];
    return storage.type === 'filesystem' && typeof path === 'string' ? path : undefined;
}
/** The error for a kind of storage that this version cannot open. */
function unsupportedStorage(type) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_NOT_SUPPORTED', `Storage of type ${type} is not supported: this version reads and writes filesystem repositories.`, {
        hint: 'Give a folder as the location.',
    });
}
function integer(config, key, max) {
    const value = config[key] ?? undefined;
    if (value === undefined)
        return undefined;
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || value > max) {
        throw invalid(`"storage.config.${key}" is not a number from 0 to ${max}`);
    }
    return value;
}
function isLengths(value) {
    return Array.isArray(value) && value.every((length) => Number.isSafeInteger(length) && length >= 0);
}
function invalid(reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_CONFIG_INVALID', `The configuration file cannot be used: ${reason}.`, {
        hint: 'Connect to the repository again.',
    });
}


/***/ }),

/***/ 2226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PG: () => (/* binding */ formatClientConfig),
/* harmony export */   Zj: () => (/* binding */ DEFAULT_FORMAT_BLOB_CACHE_NS),
/* harmony export */   vH: () => (/* binding */ parseClientConfig)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6495);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1873);
/**
 * Text of `repository.config` <-> typed value (docs/repository-format.md, "Client configuration").
 *
 * The file belongs to kopia as much as to us: members keep kopia's order, and what we do not know is kept.
 */



const KNOWN = new Set([
    'apiServer',
    'storage',
    'caching',
    'hostname',
    'username',
    'readonly',
    'permissiveCacheLoading',
    'description',
    'enableActions',
    'formatBlobCacheDuration',
    'throttlingLimits',
]);
/** kopia trusts its copy of the format blob for 15 minutes. */
const DEFAULT_FORMAT_BLOB_CACHE_NS = 900_000_000_000;
/** JSON with two spaces of indentation and no newline at the end, byte for byte as kopia writes it. */
function formatClientConfig(config) {
    return indentGoJson({
        storage: config.storage,
        caching: config.caching,
        hostname: config.hostname,
        username: config.username,
        readonly: config.isReadOnly || undefined,
        permissiveCacheLoading: config.permissiveCacheLoading || undefined,
        description: config.description || undefined,
        enableActions: config.enableActions,
        formatBlobCacheDuration: config.formatBlobCacheDurationNs || undefined,
        throttlingLimits: config.throttlingLimits,
        ...config.others,
    });
}
/** Reads the text of the file at `path`; CAIRN_CONFIG_INVALID when it has another shape, CAIRN_NOT_SUPPORTED for a connection to a kopia server. */
function parseClientConfig(text, path) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw invalid(path, 'it is not JSON', cause);
    }
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value))
        throw invalid(path, 'it is not a JSON object');
    if (value['apiServer'] !== undefined && value['apiServer'] !== null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_NOT_SUPPORTED', `${path} connects to a kopia server, which Cairn cannot use.`, {
            hint: 'Connect to the storage itself: "cairn repository connect filesystem --path …", with another --config-file.',
        });
    }
    const storage = value['storage'];
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(storage) || typeof storage['type'] !== 'string' || !(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(storage['config'])) {
        throw invalid(path, '"storage" does not name a type and its settings');
    }
    const read = (key, isRight, what) => {
        const member = value[key];
        if (member === undefined || member === null)
            return undefined;
        if (!isRight(member))
            throw invalid(path, `"${key}" is not ${what}`);
        return member;
    };
    const others = Object.fromEntries(Object.entries(value).filter(([key]) => !KNOWN.has(key)));
    return {
        storage: { type: storage['type'], config: storage['config'] },
        caching: read('caching', _util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW, 'an object'),
        hostname: read('hostname', isText, 'text') ?? '',
        username: read('username', isText, 'text') ?? '',
        isReadOnly: read('readonly', isBoolean, 'true or false'),
        permissiveCacheLoading: read('permissiveCacheLoading', isBoolean, 'true or false'),
        description: read('description', isText, 'text'),
        enableActions: read('enableActions', isBoolean, 'true or false') ?? false,
        formatBlobCacheDurationNs: read('formatBlobCacheDuration', isInteger, 'a number of nanoseconds'),
        throttlingLimits: read('throttlingLimits', _util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW, 'an object'),
        others: Object.keys(others).length === 0 ? undefined : others,
    };
}
function isText(value) {
    return typeof value === 'string';
}
function isBoolean(value) {
    return typeof value === 'boolean';
}
function isInteger(value) {
    return Number.isSafeInteger(value);
}
/** `JSON.stringify(value, null, 2)` with the characters escaped that Go escapes; numbers are those that were read, so they are printed alike. */
function indentGoJson(value, indent = '') {
    if (typeof value === 'string')
        return (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoString */ .gN)(value);
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    const inner = `${indent}  `;
    const [open, close, members] = Array.isArray(value)
        ? ['[', ']', value.map((member) => indentGoJson(member, inner))]
        : [
            '{',
            '}',
            Object.entries(value)
                .filter(([, member]) => member !== undefined)
                .map(([key, member]) => `${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoString */ .gN)(key)}: ${indentGoJson(member, inner)}`),
        ];
    return members.length === 0 ? open + close : `${open}\n${inner}${members.join(`,\n${inner}`)}\n${indent}${close}`;
}
function invalid(path, reason, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_CONFIG_INVALID', `${path} cannot be used: ${reason}.`, {
        hint: 'Connect to the repository again, or name another file with --config-file.',
        ...(cause !== undefined && { cause }),
    });
}


/***/ }),

/***/ 5160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I1: () => (/* binding */ removeClientConfig),
/* harmony export */   Jw: () => (/* binding */ writePassword),
/* harmony export */   Kg: () => (/* binding */ readClientConfig),
/* harmony export */   fr: () => (/* binding */ writeClientConfig),
/* harmony export */   kf: () => (/* binding */ readPassword)
/* harmony export */ });
/* unused harmony export removePassword */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4695);
/* harmony import */ var _util_random_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5073);
/* harmony import */ var _config_format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2226);
/* harmony import */ var _config_path_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2170);
/** The files of a connection on this machine: `repository.config` and the password beside it. */








/** Far more than any such file needs. */
const MAX_BYTES = 1024 * 1024;
/** Reads the config file. Errors: CAIRN_NOT_CONNECTED when it is absent, CAIRN_CONFIG_UNREADABLE, CAIRN_CONFIG_INVALID, CAIRN_NOT_SUPPORTED. */
async function readClientConfig(path) {
    const bytes = await readOrUndefined(path);
    if (bytes === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_NOT_CONNECTED', `Not connected to a repository: ${path} does not exist.`, {
            hint: 'Use "cairn repository connect filesystem --path …" (or "repository create"), or name another connection file with --config-file.',
        });
    }
    return (0,_config_format_js__WEBPACK_IMPORTED_MODULE_5__/* .parseClientConfig */ .vH)((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .fromUtf8 */ .ar)(bytes) ?? '', path);
}
/** Writes the config file, replacing another one in a single step, with mode 0600; makes its directory. Fails with CAIRN_CONFIG_UNWRITABLE. */
async function writeClientConfig(path, config, random = _util_random_js__WEBPACK_IMPORTED_MODULE_4__/* .systemRandom */ .v) {
    await writePrivateFile(path, (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .utf8 */ .As)((0,_config_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatClientConfig */ .PG)(config)), random);
}
/** Removes the config file and the password beside it; kopia's cache stays. Whether there was a config file. */
async function removeClientConfig(path) {
    await removePassword(path);
    return remove(path);
}
/** The password that was stored beside the config file; undefined when none was. Fails with CAIRN_PASSWORD_FILE_INVALID. */
async function readPassword(configPath) {
    const path = passwordPath(configPath);
    const bytes = await readOrUndefined(path);
    if (bytes === undefined)
        return undefined;
    const text = ((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .fromUtf8 */ .ar)(bytes) ?? '!').replace(/[\r\n]/g, '');
    const password = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)
        ? (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .fromUtf8 */ .ar)(new Uint8Array(Buffer.from(text, 'base64')))
        : undefined;
    if (password !== undefined)
        return password;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_PASSWORD_FILE_INVALID', `${path} does not hold a password.`, {
        hint: 'Give the password in KOPIA_PASSWORD, or connect again.',
    });
}
/** Stores the password beside the config file, readable by its owner only; done only when the user asks for it. */
async function writePassword(configPath, password, random = _util_random_js__WEBPACK_IMPORTED_MODULE_4__/* .systemRandom */ .v) {
    await writePrivateFile(passwordPath(configPath), (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .utf8 */ .As)(Buffer.from(password, 'utf8').toString('base64')), random);
}
/** Removes the stored password; nothing happens when there is none. */
async function removePassword(configPath) {
    await remove(passwordPath(configPath));
}
function passwordPath(configPath) {
    return `${configPath}.kopia-password`;
}
async function readOrUndefined(path) {
    try {
        const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
        if (bytes.length > MAX_BYTES)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_CONFIG_INVALID', `${path} is too long: ${bytes.length} bytes.`);
        return bytes;
    }
    catch (cause) {
        if (isAbsent(cause))
            return undefined;
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb)
            throw cause;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_CONFIG_UNREADABLE', `Cannot read ${path}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}.`, {
            hint: 'Check its owner and permissions, or name another file with --config-file.',
            cause,
        });
    }
}
/** New file beside, sync, rename: a crash leaves the old file or the new one. */
async function writePrivateFile(path, bytes, random) {
    const tempPath = `${path}.tmp.${(0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .toHex */ .nj)(random(8))}`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true, mode: 0o700 });
        try {
            const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(tempPath, 'wx', 0o600);
            try {
                await file.writeFile(bytes);
                await file.sync();
            }
            finally {
                await file.close();
            }
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(tempPath, path);
        }
        catch (error) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.unlink)(tempPath).catch(() => undefined);
            throw error;
        }
        await syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_CONFIG_UNWRITABLE', `Cannot write ${path}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}.`, {
            hint: 'Check owner, permissions and free space of its folder, or name another file with --config-file.',
            cause,
        });
    }
}
async function syncDirectory(path) {
    if (process.platform === 'win32')
        return;
    const directory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'r');
    try {
        // Some file systems have no such call for directories; the file itself is durable.
        await directory.sync().catch(() => undefined);
    }
    finally {
        await directory.close();
    }
}
async function remove(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.unlink)(path);
        return true;
    }
    catch (cause) {
        if (isAbsent(cause))
            return false;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_CONFIG_UNWRITABLE', `Cannot remove ${path}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}.`, {
            hint: 'Check owner and permissions of its folder.',
            cause,
        });
    }
}
function isAbsent(error) {
    return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}


/***/ }),

/***/ 6852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hc: () => (/* binding */ ciIdentity),
/* harmony export */   Jr: () => (/* binding */ overrideIdentity),
/* harmony export */   Nm: () => (/* binding */ withSourceSuffix),
/* harmony export */   yY: () => (/* binding */ defaultIdentity)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Who writes: `user@host` of a client, and the identity that all runs of one GitHub repository share. */

/** Identity of this user on this machine, as kopia computes it: no Windows domain; host name up to the first dot, in lower case. */
function defaultIdentity({ platform, userName, hostName }) {
    const user = userName ?? 'nobody';
    return {
        userName: platform === 'win32' ? user.slice(user.indexOf('\\') + 1) : user,
        host: hostName === undefined ? 'nohost' : (hostName.split('.')[0] ?? '').toLowerCase(),
    };
}
/** `identity`, with the parts that the user or the config file gives taken as they stand. */
function overrideIdentity(identity, given) {
    return { userName: given.userName || identity.userName, host: given.host || identity.host };
}
/**
 * Identity of every run of the GitHub repository `owner/name`: `cairn@owner.name` and `/owner/name`, in lower case.
 *
 * Runners have random names; only a fixed identity makes their snapshots one history. An owner has no dot, so the first dot of the host splits.
 * Fails with CAIRN_USAGE when the name has another form.
 */
function ciIdentity(repository) {
    const match = /^([a-z0-9_-]+)\/([a-z0-9._-]+)$/.exec(repository.toLowerCase());
    const [, owner, name] = match ?? [];
    if (owner === undefined || name === undefined || name === '.' || name === '..') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `${JSON.stringify(repository)} is not the name of a GitHub repository.`, {
            hint: 'GITHUB_REPOSITORY holds owner/name.',
        });
    }
    return { userName: 'cairn', host: `${owner}.${name}`, path: `/${owner}/${name}` };
}
/** `rootPath` with a suffix such as `pull/12`, which makes it a source with a history of its own; CAIRN_USAGE when the suffix is no plain path. */
function withSourceSuffix(rootPath, suffix) {
    const plain = (suffix ?? '')
        .trim()
        .replaceAll('\\', '/')
        .replace(/^\/+|\/+$/g, '');
    if (plain === '')
        return rootPath;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    if (plain.split('/').some((part) => part === '' || part === '.' || part === '..') || /[\u0000-\u001f\u007f]/.test(plain)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `${JSON.stringify(suffix)} cannot be the suffix of a source.`, {
            hint: 'Use names with single slashes between them, such as linux/node20.',
        });
    }
    return `${rootPath.replace(/\/+$/, '')}/${plain}`;
}


/***/ }),

/***/ 6722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vB: () => (/* reexport */ createRepository),
  h_: () => (/* binding */ openRepository),
  _M: () => (/* binding */ repositoryOf)
});

// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/log.js
var lib_log = __webpack_require__(7309);
// EXTERNAL MODULE: ./lib/util/bytes.js
var util_bytes = __webpack_require__(4695);
;// CONCATENATED MODULE: ./lib/repo/content/content-cache.js
/** Larger contents are seldom shared, and would push out many small ones. */
const MAX_CONTENT_BYTES = 256 * 1024;
const CACHE_BYTES = 32 * 1024 * 1024;
/** Keeps what was used last, bounded in bytes. Content IDs are hashes, so nothing in here can be out of date. */
class ContentCache {
    /** Least recently used first. */
    #contents = new Map();
    #bytes = 0;
    get(id) {
        const plain = this.#contents.get(id);
        if (plain === undefined)
            return undefined;
        this.#contents.delete(id);
        this.#contents.set(id, plain);
        return plain;
    }
    add(id, plain) {
        if (plain.length > MAX_CONTENT_BYTES || this.#contents.has(id))
            return;
        this.#contents.set(id, plain);
        this.#bytes += plain.length;
        for (const [oldest, other] of this.#contents) {
            if (this.#bytes <= CACHE_BYTES)
                break;
            this.#contents.delete(oldest);
            this.#bytes -= other.length;
        }
    }
}

// EXTERNAL MODULE: ./lib/repo/content/content-codec.js
var content_codec = __webpack_require__(7603);
// EXTERNAL MODULE: ./lib/repo/content/content-id.js
var content_id = __webpack_require__(609);
;// CONCATENATED MODULE: ./lib/repo/content/index/damage.js
/** The error of an index blob, or another sealed blob, that cannot be what was written. */

/** CAIRN_INDEX_DAMAGED that names the blob and says what is wrong with it. */
function damage_indexDamaged(blobId, detail, cause) {
    return new lib_errors/* CairnError */.eb('CAIRN_INDEX_DAMAGED', `Blob ${blobId} is damaged: ${detail}.`, {
        hint: 'Nothing was changed. Restore the blob from a copy of the repository, or rebuild the index with "kopia index recover".',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/repo/content/index/pack-names.js
/** Names of packs inside index files: printable ASCII, at most 255 bytes (docs/repository-format.md, "Index files"). */


/** Longest name that the one-byte length fields hold. */
const MAX_PACK_NAME_BYTES = 255;
/** The name at `offset`; CAIRN_INDEX_DAMAGED when it is outside the file or not printable ASCII. */
function readPackName(bytes, offset, length, blobId) {
    if (offset + length > bytes.length)
        throw damage_indexDamaged(blobId, `a pack name lies outside its ${bytes.length} bytes`);
    let name = '';
    for (let i = offset; i < offset + length; i++) {
        const code = bytes[i] ?? 0;
        if (code <= 0x20 || code >= 0x7f)
            throw damage_indexDamaged(blobId, 'a pack name holds a byte that no blob name has');
        name += String.fromCharCode(code);
    }
    return name;
}
/** The names in order, with the offset of each from the first; for writing after the fixed-size parts. */
class PackNameSection {
    #numbers = new Map();
    #names = [];
    #offsets = [];
    #sizeBytes = 0;
    /** The number of `pack` in order of first use; `name` is asked for once. */
    use(pack, name) {
        const known = this.#numbers.get(pack);
        if (known !== undefined)
            return known;
        const text = name();
        if (text.length > MAX_PACK_NAME_BYTES)
            throw new lib_errors/* CairnError */.eb('CAIRN_INTERNAL', `The pack name ${text} is too long for an index.`);
        const number = this.#names.length;
        this.#numbers.set(pack, number);
        this.#names.push(text);
        this.#offsets.push(this.#sizeBytes);
        this.#sizeBytes += text.length;
        return number;
    }
    get count() {
        return this.#names.length;
    }
    get sizeBytes() {
        return this.#sizeBytes;
    }
    lengthOf(number) {
        return this.#names[number]?.length ?? 0;
    }
    offsetOf(number) {
        return this.#offsets[number] ?? 0;
    }
    /** Writes all names one after the other at `offset`. */
    write(into, offset) {
        let at = offset;
        for (const name of this.#names) {
            Buffer.from(into.buffer, into.byteOffset, into.byteLength).write(name, at, 'latin1');
            at += name.length;
        }
    }
}

;// CONCATENATED MODULE: ./lib/repo/content/index/rows.js
/** How index rows travel between files and memory without an object for each (docs/repository-format.md, "Index files"). */
/** A row to be filled. */
function emptyRow() {
    return {
        source: new Uint8Array(0),
        keyOffset: 0,
        pack: 0,
        packOffset: 0,
        packedLength: 0,
        originalLength: 0,
        timestampSeconds: 0,
        isDeleted: false,
        compressionId: 0,
        formatVersion: 0,
        encryptionKeyId: 0,
    };
}

;// CONCATENATED MODULE: ./lib/repo/content/index/v1.js
/**
 * Index files of version 1: no compression, no original length (docs/repository-format.md, "Index file version 1").
 *
 * header(8): version = 1 (1) | key size (1) | entry size = 20 (2) | entry count (4)
 * count x:   key (key size) | entry (20), ascending by key
 * entry:     timestamp (6) | format version (1) | pack name length (1) | pack name offset in the file (4)
 *            | deleted (bit 31), offset in pack (bits 0..30) (4) | packed length (4)
 * then:      pack names, one after the other, in order of first use
 *
 * All numbers are big-endian. Whatever follows is ignored.
 */





const HEADER_BYTES = 8;
const ENTRY_BYTES = 20;
/** Both ciphers of the format add a nonce and a tag of 28 bytes together, so the plain length follows from the sealed one. */
const SEAL_OVERHEAD_BYTES = 28;
const NO_KEY_SIZE = 255;
const DELETED = 0x8000_0000;
const OFFSET_MASK = 0x7fff_ffff;
/** Feeds every row of a version 1 file into `sink`; CAIRN_INDEX_DAMAGED names `blobId`. */
function decodeIndexV1(bytes, blobId, sink) {
    if (bytes.length < HEADER_BYTES)
        throw damage_indexDamaged(blobId, `its header is cut off after ${bytes.length} bytes`);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const keySize = view.getUint8(1);
    const entrySize = view.getUint16(2);
    const count = view.getUint32(4);
    if (entrySize !== ENTRY_BYTES)
        throw damage_indexDamaged(blobId, `its entries have ${entrySize} bytes instead of ${ENTRY_BYTES}`);
    if (count === 0)
        return;
    if (keySize !== sink.keySizeBytes)
        throw damage_indexDamaged(blobId, `its keys have ${keySize} bytes instead of ${sink.keySizeBytes}`);
    const stride = keySize + ENTRY_BYTES;
    if (count * stride > bytes.length - HEADER_BYTES) {
        throw damage_indexDamaged(blobId, `it claims ${count} entries in ${bytes.length} bytes`);
    }
    // Rows of one pack repeat the place of its name; equal places are read once.
    const packs = new Map();
    const row = emptyRow();
    row.source = bytes;
    for (let i = 0; i < count; i++) {
        const at = HEADER_BYTES + i * stride;
        const entry = at + keySize;
        if (!(0,content_id/* isPrefixByte */.TA)(view.getUint8(at)))
            throw damage_indexDamaged(blobId, `entry ${i} has no content ID`);
        const nameLength = view.getUint8(entry + 7);
        const nameOffset = view.getUint32(entry + 8);
        const place = nameOffset * 256 + nameLength;
        let pack = packs.get(place);
        if (pack === undefined) {
            pack = sink.packNumber(readPackName(bytes, nameOffset, nameLength, blobId));
            packs.set(place, pack);
        }
        const offsetWord = view.getUint32(entry + 12);
        const packedLength = view.getUint32(entry + 16);
        row.keyOffset = at;
        row.pack = pack;
        row.packOffset = offsetWord & OFFSET_MASK;
        row.isDeleted = offsetWord >= DELETED;
        row.packedLength = packedLength;
        row.originalLength = Math.max(0, packedLength - SEAL_OVERHEAD_BYTES);
        row.timestampSeconds = view.getUint16(entry) * 2 ** 32 + view.getUint32(entry + 2);
        row.compressionId = 0;
        row.formatVersion = view.getUint8(entry + 6);
        row.encryptionKeyId = 0;
        sink.insert(row);
    }
}
/** The version 1 file of `rows`; compressed contents cannot be expressed and fail with CAIRN_INTERNAL. */
function encodeIndexV1(rows) {
    const names = new PackNameSection();
    const row = emptyRow();
    const nameOf = () => rows.packName(row.pack);
    for (let i = 0; i < rows.count; i++) {
        rows.read(i, row);
        if (row.compressionId !== 0 || row.encryptionKeyId !== 0) {
            throw new lib_errors/* CairnError */.eb('CAIRN_INTERNAL', 'An index of version 1 cannot describe a compressed content.');
        }
        names.use(row.pack, nameOf);
    }
    const stride = rows.keySizeBytes + ENTRY_BYTES;
    const namesOffset = HEADER_BYTES + rows.count * stride;
    const bytes = new Uint8Array(namesOffset + names.sizeBytes);
    const view = new DataView(bytes.buffer);
    view.setUint8(0, 1);
    view.setUint8(1, rows.count === 0 ? NO_KEY_SIZE : rows.keySizeBytes);
    view.setUint16(2, ENTRY_BYTES);
    view.setUint32(4, rows.count);
    for (let i = 0; i < rows.count; i++) {
        rows.read(i, row);
        const at = HEADER_BYTES + i * stride;
        const entry = at + rows.keySizeBytes;
        const pack = names.use(row.pack, nameOf);
        bytes.set(row.source.subarray(row.keyOffset, row.keyOffset + rows.keySizeBytes), at);
        view.setUint16(entry, Math.floor(row.timestampSeconds / 2 ** 32));
        view.setUint32(entry + 2, row.timestampSeconds % 2 ** 32);
        view.setUint8(entry + 6, row.formatVersion);
        view.setUint8(entry + 7, names.lengthOf(pack));
        view.setUint32(entry + 8, namesOffset + names.offsetOf(pack));
        view.setUint32(entry + 12, (row.packOffset | (row.isDeleted ? DELETED : 0)) >>> 0);
        view.setUint32(entry + 16, row.packedLength);
    }
    names.write(bytes, namesOffset);
    return bytes;
}

;// CONCATENATED MODULE: ./lib/repo/content/index/v2.js
/**
 * Index files of version 2 (docs/repository-format.md, "Index file version 2").
 *
 * header(17): version = 2 (1) | key size (1) | entry size E = 16..19 (2) | entry count (4) | pack count (4)
 *             | format count (1) | base timestamp (4)
 * count x:    key (key size) | entry (E), ascending by key
 * packs x:    name length (1) | name offset in the file (4)
 * formats x:  compression ID (4) | format version (1) | encryption key ID (1)
 * then:       pack names, one after the other
 *
 * entry:  0 timestamp - base (4)            4 deleted (bit 31), offset in pack (bits 0..30) (4)
 *         8 original length, low bits (3)  11 packed length, low bits (3)    14 pack, low bits (2)
 *        16 format (1)        when there is more than one format
 *        17 pack, high bits (1)   when there are more than 65536 packs
 *        18 original length bits 24..27 (high nibble), packed length bits 24..27 (low nibble)   when a length needs them
 * A field brings all before it; absent fields are zero. All numbers are big-endian. Whatever follows is ignored.
 */




const v2_HEADER_BYTES = 17;
const PACK_RECORD_BYTES = 5;
const FORMAT_RECORD_BYTES = 6;
const MIN_ENTRY_BYTES = 16;
const MAX_ENTRY_BYTES = 19;
const v2_DELETED = 0x8000_0000;
const v2_OFFSET_MASK = 0x7fff_ffff;
/** Feeds every row of a version 2 file into `sink`; CAIRN_INDEX_DAMAGED names `blobId`. */
function decodeIndexV2(bytes, blobId, sink) {
    if (bytes.length < v2_HEADER_BYTES)
        throw damage_indexDamaged(blobId, `its header is cut off after ${bytes.length} bytes`);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const keySize = view.getUint8(1);
    const entrySize = view.getUint16(2);
    const count = view.getUint32(4);
    const packCount = view.getUint32(8);
    const formatCount = view.getUint8(12);
    const baseSeconds = view.getUint32(13);
    if (count === 0)
        return;
    if (keySize !== sink.keySizeBytes)
        throw damage_indexDamaged(blobId, `its keys have ${keySize} bytes instead of ${sink.keySizeBytes}`);
    if (entrySize < MIN_ENTRY_BYTES || entrySize > MAX_ENTRY_BYTES)
        throw damage_indexDamaged(blobId, `its entries have ${entrySize} bytes`);
    const stride = keySize + entrySize;
    const packsOffset = v2_HEADER_BYTES + count * stride;
    const formatsOffset = packsOffset + packCount * PACK_RECORD_BYTES;
    if (formatsOffset + formatCount * FORMAT_RECORD_BYTES > bytes.length) {
        throw damage_indexDamaged(blobId, `it claims ${count} entries in ${packCount} packs in ${bytes.length} bytes`);
    }
    // Number in the sink plus one for each pack of the file; names are read when the first row needs them.
    const packNumbers = new Uint32Array(packCount);
    const row = emptyRow();
    row.source = bytes;
    for (let i = 0; i < count; i++) {
        const at = v2_HEADER_BYTES + i * stride;
        const entry = at + keySize;
        if (!(0,content_id/* isPrefixByte */.TA)(view.getUint8(at)))
            throw damage_indexDamaged(blobId, `entry ${i} has no content ID`);
        const offsetWord = view.getUint32(entry + 4);
        const format = entrySize > 16 ? view.getUint8(entry + 16) : 0;
        const pack = view.getUint16(entry + 14) + (entrySize > 17 ? view.getUint8(entry + 17) * 0x1_0000 : 0);
        const high = entrySize > 18 ? view.getUint8(entry + 18) : 0;
        if (format >= formatCount)
            throw damage_indexDamaged(blobId, `entry ${i} has format ${format} of ${formatCount}`);
        if (pack >= packCount)
            throw damage_indexDamaged(blobId, `entry ${i} is in pack ${pack} of ${packCount}`);
        let number = packNumbers[pack] ?? 0;
        if (number === 0) {
            const record = packsOffset + pack * PACK_RECORD_BYTES;
            number = sink.packNumber(readPackName(bytes, view.getUint32(record + 1), view.getUint8(record), blobId)) + 1;
            packNumbers[pack] = number;
        }
        const record = formatsOffset + format * FORMAT_RECORD_BYTES;
        row.keyOffset = at;
        row.pack = number - 1;
        row.packOffset = offsetWord & v2_OFFSET_MASK;
        row.isDeleted = offsetWord >= v2_DELETED;
        row.originalLength = (view.getUint32(entry + 7) & 0xff_ffff) + ((high & 0xf0) << 20);
        row.packedLength = (view.getUint32(entry + 10) & 0xff_ffff) + ((high & 0x0f) << 24);
        row.timestampSeconds = baseSeconds + view.getUint32(entry);
        row.compressionId = view.getUint32(record);
        row.formatVersion = view.getUint8(record + 4);
        row.encryptionKeyId = view.getUint8(record + 5);
        sink.insert(row);
    }
}

;// CONCATENATED MODULE: ./lib/repo/content/index/v2-encode.js
/** Writes index files of version 2; the layout is drawn in `v2.ts`. */




const MAX_FORMATS = 255;
const MAX_PACKS = 2 ** 24;
const MAX_LENGTH = 2 ** 28 - 1;
const MAX_OFFSET = 2 ** 30 - 1;
const LOW_24 = 0xff_ffff;
/** Compression, format version and key of a row as one number, to number the combinations. */
function formatOf(row) {
    return (row.compressionId * 256 + row.formatVersion) * 256 + row.encryptionKeyId;
}
function checkLimits(row) {
    if (row.packOffset > MAX_OFFSET ||
        row.packedLength > MAX_LENGTH ||
        row.originalLength > MAX_LENGTH ||
        row.timestampSeconds >= 2 ** 32 ||
        row.timestampSeconds < 0) {
        throw new lib_errors/* CairnError */.eb('CAIRN_INTERNAL', 'A content is too large, too far inside its pack, or too late for an index of version 2.');
    }
}
/** What the fixed parts of the file need to know before the first byte is written. */
function survey(rows) {
    const names = new PackNameSection();
    const formats = new Map();
    let needsHighLengths = false;
    const row = emptyRow();
    const nameOf = () => rows.packName(row.pack);
    for (let i = 0; i < rows.count; i++) {
        rows.read(i, row);
        checkLimits(row);
        names.use(row.pack, nameOf);
        const format = formatOf(row);
        if (!formats.has(format))
            formats.set(format, formats.size);
        if (row.packedLength > LOW_24 || row.originalLength > LOW_24)
            needsHighLengths = true;
    }
    if (formats.size > MAX_FORMATS || names.count > MAX_PACKS) {
        throw new lib_errors/* CairnError */.eb('CAIRN_INTERNAL', 'An index file cannot hold that many formats or packs.');
    }
    const extra = needsHighLengths ? 3 : names.count > 0x1_0000 ? 2 : formats.size > 1 ? 1 : 0;
    return { names, formats, entrySize: MIN_ENTRY_BYTES + extra };
}
/** The version 2 file of `rows`; beyond the limits of the format it fails with CAIRN_INTERNAL. */
function encodeIndexV2(rows) {
    const { names, formats, entrySize } = survey(rows);
    const stride = rows.keySizeBytes + entrySize;
    const packsOffset = v2_HEADER_BYTES + rows.count * stride;
    const formatsOffset = packsOffset + names.count * PACK_RECORD_BYTES;
    const namesOffset = formatsOffset + formats.size * FORMAT_RECORD_BYTES;
    const bytes = new Uint8Array(namesOffset + names.sizeBytes);
    const view = new DataView(bytes.buffer);
    view.setUint8(0, 2);
    view.setUint8(1, rows.keySizeBytes);
    view.setUint16(2, entrySize);
    view.setUint32(4, rows.count);
    view.setUint32(8, names.count);
    view.setUint8(12, formats.size);
    // The base timestamp stays 0, as kopia writes it: timestamps are absolute.
    const row = emptyRow();
    const nameOf = () => rows.packName(row.pack);
    for (let i = 0; i < rows.count; i++) {
        rows.read(i, row);
        const at = v2_HEADER_BYTES + i * stride;
        const entry = at + rows.keySizeBytes;
        const pack = names.use(row.pack, nameOf);
        bytes.set(row.source.subarray(row.keyOffset, row.keyOffset + rows.keySizeBytes), at);
        view.setUint32(entry, row.timestampSeconds);
        view.setUint32(entry + 4, (row.packOffset | (row.isDeleted ? v2_DELETED : 0)) >>> 0);
        // Three-byte fields: the byte before each is written again right after.
        view.setUint32(entry + 10, row.packedLength & LOW_24);
        view.setUint8(entry + 8, (row.originalLength >>> 16) & 0xff);
        view.setUint16(entry + 9, row.originalLength & 0xffff);
        view.setUint16(entry + 14, pack & 0xffff);
        if (entrySize > 16)
            view.setUint8(entry + 16, formats.get(formatOf(row)) ?? 0);
        if (entrySize > 17)
            view.setUint8(entry + 17, pack >>> 16);
        if (entrySize > 18)
            view.setUint8(entry + 18, ((row.originalLength >>> 24) << 4) | (row.packedLength >>> 24));
    }
    for (let pack = 0; pack < names.count; pack++) {
        view.setUint8(packsOffset + pack * PACK_RECORD_BYTES, names.lengthOf(pack));
        view.setUint32(packsOffset + pack * PACK_RECORD_BYTES + 1, namesOffset + names.offsetOf(pack));
    }
    for (const [format, number] of formats) {
        const record = formatsOffset + number * FORMAT_RECORD_BYTES;
        view.setUint32(record, Math.floor(format / 0x1_0000));
        view.setUint8(record + 4, Math.floor(format / 256) % 256);
        view.setUint8(record + 5, format % 256);
    }
    names.write(bytes, namesOffset);
    return bytes;
}

;// CONCATENATED MODULE: ./lib/repo/content/index/codec.js
/** Index files of any version: the first byte says which (docs/repository-format.md, "Index files"). */




/** Feeds every row of an index file into `sink`; extra bytes at the end are ignored. CAIRN_INDEX_DAMAGED names `blobId`. */
function decodeIndex(bytes, blobId, sink) {
    const version = bytes[0];
    if (version === 1)
        decodeIndexV1(bytes, blobId, sink);
    else if (version === 2)
        decodeIndexV2(bytes, blobId, sink);
    else
        throw damage_indexDamaged(blobId, version === undefined ? 'it is empty' : `index version ${version} is unknown`);
}
/** The index file of `rows`, which are in key order. */
function codec_encodeIndexRows(version, rows) {
    return version === 1 ? encodeIndexV1(rows) : encodeIndexV2(rows);
}

;// CONCATENATED MODULE: ./lib/repo/content/index/columns.js
/**
 * Index rows in typed arrays, by row number: about 44 bytes a row for 16-byte hashes.
 *
 * Pages of a fixed number of rows, so that growing never copies what is there.
 */

const PAGE_BITS = 14;
const PAGE_ROWS = 1 << PAGE_BITS;
const PAGE_MASK = PAGE_ROWS - 1;
const columns_DELETED = 0x8000_0000;
const columns_OFFSET_MASK = 0x7fff_ffff;
const columns_MAX_FORMATS = 0x1_0000;
/** The rows of an index and the names of the packs they refer to. */
class RowColumns {
    keySizeBytes;
    #pages = [];
    #packNumbers = new Map();
    #packNames = [];
    #formatNumbers = new Map();
    #formats = [];
    #count = 0;
    constructor(keySizeBytes) {
        this.keySizeBytes = keySizeBytes;
    }
    get count() {
        return this.#count;
    }
    /** Bytes of all pages. */
    get sizeBytes() {
        return this.#pages.length * PAGE_ROWS * (this.keySizeBytes + 27);
    }
    packNumber(packBlobId) {
        const known = this.#packNumbers.get(packBlobId);
        if (known !== undefined)
            return known;
        const number = this.#packNames.length;
        this.#packNumbers.set(packBlobId, number);
        this.#packNames.push(packBlobId);
        return number;
    }
    packName(pack) {
        const name = this.#packNames[pack];
        if (name === undefined)
            throw new lib_errors/* CairnError */.eb('CAIRN_INTERNAL', `Pack number ${pack} has no name.`);
        return name;
    }
    /** Appends a copy of `row`; returns its number. */
    append(row) {
        const number = this.#count++;
        if (number >>> PAGE_BITS === this.#pages.length)
            this.#pages.push(newPage(this.keySizeBytes));
        const keyAt = (number & PAGE_MASK) * this.keySizeBytes;
        this.#page(number).keys.set(row.source.subarray(row.keyOffset, row.keyOffset + this.keySizeBytes), keyAt);
        this.replace(number, row);
        return number;
    }
    /** Overwrites everything but the key. */
    replace(number, row) {
        const page = this.#page(number);
        const at = number & PAGE_MASK;
        page.packs[at] = row.pack;
        page.offsets[at] = row.packOffset | (row.isDeleted ? columns_DELETED : 0);
        page.packedLengths[at] = row.packedLength;
        page.originalLengths[at] = row.originalLength;
        page.timestamps[at] = row.timestampSeconds;
        page.formats[at] = this.#formatNumber(row);
    }
    /** Fills `row`; its key is a view into the page. */
    read(number, row) {
        const page = this.#page(number);
        const at = number & PAGE_MASK;
        const offset = page.offsets[at] ?? 0;
        const format = this.#formats[page.formats[at] ?? 0];
        row.source = page.keys;
        row.keyOffset = at * this.keySizeBytes;
        row.pack = page.packs[at] ?? 0;
        row.packOffset = offset & columns_OFFSET_MASK;
        row.isDeleted = offset >= columns_DELETED;
        row.packedLength = page.packedLengths[at] ?? 0;
        row.originalLength = page.originalLengths[at] ?? 0;
        row.timestampSeconds = page.timestamps[at] ?? 0;
        row.compressionId = format?.compressionId ?? 0;
        row.formatVersion = format?.formatVersion ?? 0;
        row.encryptionKeyId = format?.encryptionKeyId ?? 0;
    }
    timestampSeconds(number) {
        return this.#page(number).timestamps[number & PAGE_MASK] ?? 0;
    }
    isDeleted(number) {
        return (this.#page(number).offsets[number & PAGE_MASK] ?? 0) >= columns_DELETED;
    }
    /** A byte that the owner of the row may use; 0 at first. */
    mark(number) {
        return this.#page(number).marks[number & PAGE_MASK] ?? 0;
    }
    setMark(number, value) {
        this.#page(number).marks[number & PAGE_MASK] = value;
    }
    /** Byte `index` of the key of a row. */
    keyByte(number, index) {
        return this.#page(number).keys[(number & PAGE_MASK) * this.keySizeBytes + index] ?? 0;
    }
    /** The array that holds the key of a row, and where it starts. */
    keySource(number) {
        return this.#page(number).keys;
    }
    keyOffset(number) {
        return (number & PAGE_MASK) * this.keySizeBytes;
    }
    /** Order of the keys of two rows. */
    compareKeys(a, b) {
        const left = this.keySource(a);
        const right = this.keySource(b);
        const leftAt = this.keyOffset(a);
        const rightAt = this.keyOffset(b);
        for (let i = 0; i < this.keySizeBytes; i++) {
            const difference = (left[leftAt + i] ?? 0) - (right[rightAt + i] ?? 0);
            if (difference !== 0)
                return difference;
        }
        return 0;
    }
    #page(number) {
        const page = this.#pages[number >>> PAGE_BITS];
        if (page === undefined)
            throw new lib_errors/* CairnError */.eb('CAIRN_INTERNAL', `The index has no row ${number}.`);
        return page;
    }
    #formatNumber(row) {
        const key = (row.compressionId * 256 + row.formatVersion) * 256 + row.encryptionKeyId;
        const known = this.#formatNumbers.get(key);
        if (known !== undefined)
            return known;
        const number = this.#formats.length;
        // A handful in practice; without a bound, crafted index files could wrap the 16-bit column.
        if (number === columns_MAX_FORMATS)
            throw new lib_errors/* CairnError */.eb('CAIRN_INTERNAL', `The index holds more than ${columns_MAX_FORMATS} content formats.`);
        this.#formatNumbers.set(key, number);
        this.#formats.push({ compressionId: row.compressionId, formatVersion: row.formatVersion, encryptionKeyId: row.encryptionKeyId });
        return number;
    }
}
function newPage(keySizeBytes) {
    return {
        keys: new Uint8Array(PAGE_ROWS * keySizeBytes),
        packs: new Uint32Array(PAGE_ROWS),
        offsets: new Uint32Array(PAGE_ROWS),
        packedLengths: new Uint32Array(PAGE_ROWS),
        originalLengths: new Uint32Array(PAGE_ROWS),
        timestamps: new Float64Array(PAGE_ROWS),
        formats: new Uint16Array(PAGE_ROWS),
        marks: new Uint8Array(PAGE_ROWS),
    };
}

;// CONCATENATED MODULE: ./lib/repo/content/index/key-table.js
const FIRST_SLOTS = 1024;
/** A hash table whose keys live in the columns; it holds 4 bytes a slot, at most three quarters full. */
class KeyTable {
    #columns;
    #keySize;
    /** Row number plus one; 0 is a free slot. */
    #slots = new Uint32Array(FIRST_SLOTS);
    #used = 0;
    constructor(columns) {
        this.#columns = columns;
        this.#keySize = columns.keySizeBytes;
    }
    get sizeBytes() {
        return this.#slots.byteLength;
    }
    /** The row with this prefix byte and hash, or -1. */
    find(prefixByte, hash, hashOffset = 0) {
        if (hash.length - hashOffset < this.#keySize - 1)
            return -1;
        const mask = this.#slots.length - 1;
        for (let slot = slotHash(prefixByte, hash, hashOffset, this.#keySize - 1) & mask;; slot = (slot + 1) & mask) {
            const row = (this.#slots[slot] ?? 0) - 1;
            if (row < 0 || this.#isKey(row, prefixByte, hash, hashOffset))
                return row;
        }
    }
    /** Makes a row that is not in the table yet findable. */
    add(row) {
        if ((this.#used + 1) * 4 > this.#slots.length * 3)
            this.#grow();
        this.#place(row);
        this.#used++;
    }
    #isKey(row, prefixByte, hash, hashOffset) {
        const keys = this.#columns.keySource(row);
        const at = this.#columns.keyOffset(row);
        if (keys[at] !== prefixByte)
            return false;
        for (let i = 1; i < this.#keySize; i++) {
            if (keys[at + i] !== hash[hashOffset + i - 1])
                return false;
        }
        return true;
    }
    #place(row) {
        const keys = this.#columns.keySource(row);
        const at = this.#columns.keyOffset(row);
        const mask = this.#slots.length - 1;
        let slot = slotHash(keys[at] ?? 0, keys, at + 1, this.#keySize - 1) & mask;
        while (this.#slots[slot] !== 0)
            slot = (slot + 1) & mask;
        this.#slots[slot] = row + 1;
    }
    #grow() {
        const old = this.#slots;
        this.#slots = new Uint32Array(old.length * 2);
        for (const entry of old) {
            if (entry !== 0)
                this.#place(entry - 1);
        }
    }
}
/** Mixes every four bytes of the key (hashes are 16, 28 or 32 bytes long), so that no pattern in the IDs piles up in one place. */
function slotHash(prefixByte, bytes, at, length) {
    let mixed = prefixByte;
    for (let i = at; i < at + length; i += 4) {
        const word = ((bytes[i] ?? 0) << 24) | ((bytes[i + 1] ?? 0) << 16) | ((bytes[i + 2] ?? 0) << 8) | (bytes[i + 3] ?? 0);
        mixed = Math.imul(mixed ^ word, 0x85ebca6b);
        mixed ^= mixed >>> 15;
    }
    return mixed >>> 0;
}

;// CONCATENATED MODULE: ./lib/repo/content/index/sort-rows.js
/**
 * The row numbers of `rows` in ascending key order (sorted in a fresh array).
 *
 * A double holds 53 bits: the leading bits of the key above, the position in `rows` below. The native numeric sort orders those, and
 * only rows whose leading bits are equal are compared byte by byte.
 */
function sortRows(columns, rows) {
    const count = rows.length;
    const positions = 2 ** Math.ceil(Math.log2(Math.max(2, count)));
    const leadingLimit = 2 ** 53 / positions;
    const sortable = new Float64Array(count);
    for (let i = 0; i < count; i++) {
        sortable[i] = leadingBits(columns, rows[i] ?? 0, leadingLimit) * positions + i;
    }
    sortable.sort();
    const sorted = new Uint32Array(count);
    let runStart = 0;
    let runLeading = -1;
    for (let i = 0; i < count; i++) {
        const value = sortable[i] ?? 0;
        const leading = Math.floor(value / positions);
        if (leading !== runLeading) {
            orderRun(columns, sorted, runStart, i);
            runStart = i;
            runLeading = leading;
        }
        sorted[i] = rows[value - leading * positions] ?? 0;
    }
    orderRun(columns, sorted, runStart, count);
    return sorted;
}
function orderRun(columns, sorted, start, end) {
    if (end - start > 1)
        sorted.subarray(start, end).sort((a, b) => columns.compareKeys(a, b));
}
/** As many whole leading bits of the key as stay below `limit`: 5 for the prefix (none, g..z), then those of the hash. */
function leadingBits(columns, row, limit) {
    const prefix = columns.keyByte(row, 0);
    // 48 bits of hash hold any limit; the division drops those that do not fit.
    let hash = 0;
    for (let i = 1; i <= 6; i++)
        hash = hash * 256 + columns.keyByte(row, i);
    const hashLimit = limit / 32;
    return (prefix === 0 ? 0 : prefix - 0x66) * hashLimit + Math.floor((hash / 2 ** 48) * hashLimit);
}

;// CONCATENATED MODULE: ./lib/repo/content/index/content-index.js
/**
 * All index entries of a repository in memory, merged (docs/repository-format.md, "Merging index entries").
 *
 * A million entries of 16-byte hashes take about 55 MB: rows in typed arrays, an open-addressing table over them, no object per entry.
 */






const PENDING = 1;
class content_index_ContentIndex {
    keySizeBytes;
    /** Deleted entries with a timestamp up to this one count as absent, Unix seconds; 0 is none. */
    watermarkSeconds = 0;
    /** Index blobs whose entries are in here; a refresh does not read them again. */
    loadedBlobs = new Set();
    #columns;
    #table;
    #incumbent = emptyRow();
    #pending = [];
    #pendingCount = 0;
    /** For content hashes of `hashSizeBytes` (16..32). */
    constructor(hashSizeBytes) {
        this.keySizeBytes = hashSizeBytes + 1;
        this.#columns = new RowColumns(this.keySizeBytes);
        this.#table = new KeyTable(this.#columns);
    }
    /** Number of entries, deleted ones included. */
    get count() {
        return this.#columns.count;
    }
    /** Number of entries that wait for the next index blob. */
    get pendingCount() {
        return this.#pendingCount;
    }
    /** Bytes of memory held by rows and table. */
    get sizeBytes() {
        return this.#columns.sizeBytes + this.#table.sizeBytes;
    }
    packNumber(packBlobId) {
        return this.#columns.packNumber(packBlobId);
    }
    /** Merges a row read from an index file. */
    insert(row) {
        this.#merge(row);
    }
    /**
     * Merges a new entry and keeps it for the next index blob; false when an entry that is already here wins over it.
     * Give it `nextTimestamp` to win over what is here. CAIRN_INTERNAL when the ID has another hash length.
     */
    add(entry) {
        const key = (0,content_id/* keyOfContentId */.xD)(entry.id);
        if (key?.length !== this.keySizeBytes)
            throw new lib_errors/* CairnError */.eb('CAIRN_INTERNAL', `${entry.id} is no content ID of this repository.`);
        const number = this.#merge({ ...entry, source: key, keyOffset: 0, pack: this.packNumber(entry.packBlobId) });
        if (number < 0)
            return false;
        this.#setPending(number);
        return true;
    }
    /** The entry of a content, deleted or not; undefined when there is none or the watermark hides it. */
    get(id) {
        const key = (0,content_id/* keyOfContentId */.xD)(id);
        if (key?.length !== this.keySizeBytes)
            return undefined;
        return this.getByHash(key[0] ?? 0, key.subarray(1));
    }
    /** Like `get`, by prefix byte (0 for none) and hash. */
    getByHash(prefixByte, hash) {
        const number = this.#find(prefixByte, hash);
        return number < 0 || this.#isHidden(number) ? undefined : this.#entry(number);
    }
    /** Whether the content is stored and not deleted. */
    hasLive(id) {
        const key = (0,content_id/* keyOfContentId */.xD)(id);
        return key !== undefined && this.findLive(key[0] ?? 0, key.subarray(1));
    }
    /** Like `hasLive`, by prefix byte (0 for none) and hash; builds no strings. */
    findLive(prefixByte, hash) {
        const number = this.#find(prefixByte, hash);
        return number >= 0 && !this.#columns.isDeleted(number);
    }
    /** The timestamp with which a new entry wins over the present one, hidden or not: `max(now, present + 1)` in Unix seconds. */
    nextTimestamp(prefixByte, hash, nowSeconds) {
        const number = this.#find(prefixByte, hash);
        return number < 0 ? nowSeconds : Math.max(nowSeconds, this.#columns.timestampSeconds(number) + 1);
    }
    /** Takes the pending entries whose pack `isReady` accepts (all by default); the others stay pending. */
    takePending(isReady = () => true) {
        const taken = [];
        const left = [];
        const ready = new Map();
        const row = this.#incumbent;
        for (const number of this.#pending) {
            // A number may stand here twice, or have been overruled by a loaded entry: the mark decides.
            if (this.#columns.mark(number) !== PENDING)
                continue;
            this.#columns.read(number, row);
            let isPackReady = ready.get(row.pack);
            if (isPackReady === undefined) {
                isPackReady = isReady(this.#columns.packName(row.pack));
                ready.set(row.pack, isPackReady);
            }
            if (isPackReady) {
                this.#clearPending(number);
                taken.push(number);
            }
            else {
                left.push(number);
            }
        }
        this.#pending = left;
        return {
            rows: this.#rows(Uint32Array.from(taken)),
            putBack: () => {
                for (const number of taken)
                    this.#setPending(number);
            },
        };
    }
    /** Every row in key order, entries that the watermark hides included: what a compaction writes. */
    rows() {
        return this.#rows(Uint32Array.from({ length: this.count }, (_, number) => number));
    }
    /** Entries in the order of their IDs, deleted ones included unless the watermark hides them. */
    *entries(filter = {}) {
        const prefixByte = filter.prefix === undefined ? undefined : (0,content_id/* prefixByteOf */.kC)(filter.prefix);
        const numbers = [];
        for (let number = 0; number < this.count; number++) {
            if (prefixByte !== undefined && this.#columns.keyByte(number, 0) !== prefixByte)
                continue;
            numbers.push(number);
        }
        for (const number of sortRows(this.#columns, Uint32Array.from(numbers))) {
            if (!this.#isHidden(number))
                yield this.#entry(number);
        }
    }
    #find(prefixByte, hash) {
        return hash.length === this.keySizeBytes - 1 ? this.#table.find(prefixByte, hash) : -1;
    }
    #isHidden(number) {
        const isBelow = this.watermarkSeconds > 0 && this.#columns.timestampSeconds(number) <= this.watermarkSeconds;
        return isBelow && this.#columns.isDeleted(number);
    }
    /** The number of the row when it is new or wins, else -1. */
    #merge(row) {
        const present = this.#table.find(row.source[row.keyOffset] ?? 0, row.source, row.keyOffset + 1);
        if (present < 0) {
            const number = this.#columns.append(row);
            this.#table.add(number);
            return number;
        }
        this.#columns.read(present, this.#incumbent);
        if (!this.#beats(row, this.#incumbent))
            return -1;
        this.#columns.replace(present, row);
        this.#clearPending(present);
        return present;
    }
    /** Newest first; then not deleted; then the later pack name. The offset only makes the order total. */
    #beats(a, b) {
        if (a.timestampSeconds !== b.timestampSeconds)
            return a.timestampSeconds > b.timestampSeconds;
        if (a.isDeleted !== b.isDeleted)
            return b.isDeleted;
        if (a.pack !== b.pack)
            return this.#columns.packName(a.pack) > this.#columns.packName(b.pack);
        return a.packOffset > b.packOffset;
    }
    #setPending(number) {
        if (this.#columns.mark(number) === PENDING)
            return;
        this.#columns.setMark(number, PENDING);
        this.#pending.push(number);
        this.#pendingCount++;
    }
    #clearPending(number) {
        if (this.#columns.mark(number) !== PENDING)
            return;
        this.#columns.setMark(number, 0);
        this.#pendingCount--;
    }
    #rows(numbers) {
        const columns = this.#columns;
        const sorted = sortRows(columns, numbers);
        return {
            count: sorted.length,
            keySizeBytes: this.keySizeBytes,
            packName: (pack) => columns.packName(pack),
            read: (at, row) => columns.read(sorted[at] ?? 0, row),
        };
    }
    #entry(number) {
        const row = emptyRow();
        this.#columns.read(number, row);
        const hash = row.source.subarray(row.keyOffset + 1, row.keyOffset + this.keySizeBytes);
        return {
            id: (0,content_id/* formatContentId */.GZ)(row.source[row.keyOffset] ?? 0, hash),
            packBlobId: this.#columns.packName(row.pack),
            packOffset: row.packOffset,
            packedLength: row.packedLength,
            originalLength: row.originalLength,
            timestampSeconds: row.timestampSeconds,
            isDeleted: row.isDeleted,
            compressionId: row.compressionId,
            formatVersion: row.formatVersion,
            encryptionKeyId: row.encryptionKeyId,
        };
    }
}

;// CONCATENATED MODULE: ./lib/repo/content/index/shards.js
/** Splits very large indexes into several files (docs/repository-format.md, "Index shards"). */

/** Most entries that one index file gets. */
const MAX_ENTRIES_PER_SHARD = 16_000_000;
const HEX = new Uint8Array(Buffer.from('0123456789abcdef', 'latin1'));
/** The shard of the content ID that a row's key stands for: FNV-1a (32 bits) of its text form, modulo the number of shards. */
function shardOfRow(row, keySizeBytes, shardCount) {
    let hash = 0x811c9dc5;
    const prefix = row.source[row.keyOffset] ?? 0;
    if (prefix !== 0)
        hash = Math.imul(hash ^ prefix, 0x01000193);
    for (let i = row.keyOffset + 1; i < row.keyOffset + keySizeBytes; i++) {
        const byte = row.source[i] ?? 0;
        hash = Math.imul(hash ^ (HEX[byte >>> 4] ?? 0), 0x01000193);
        hash = Math.imul(hash ^ (HEX[byte & 15] ?? 0), 0x01000193);
    }
    return (hash >>> 0) % shardCount;
}
/** The rows in shards of about `maxEntries`, each in the given order; empty shards are left out. */
function shardRows(rows, maxEntries = MAX_ENTRIES_PER_SHARD) {
    if (rows.count === 0)
        return [];
    const shardCount = Math.ceil(rows.count / maxEntries);
    if (shardCount === 1)
        return [rows];
    const members = Array.from({ length: shardCount }, () => []);
    const row = emptyRow();
    for (let i = 0; i < rows.count; i++) {
        rows.read(i, row);
        members[shardOfRow(row, rows.keySizeBytes, shardCount)]?.push(i);
    }
    return members.filter((shard) => shard.length > 0).map((shard) => subset(rows, shard));
}
function subset(rows, members) {
    return {
        count: members.length,
        keySizeBytes: rows.keySizeBytes,
        packName: (pack) => rows.packName(pack),
        read: (at, row) => rows.read(members[at] ?? 0, row),
    };
}

;// CONCATENATED MODULE: ./lib/repo/content/index/encode-entries.js
/** Index files from lists of entries: local indexes of packs, and what a flush commits. */



/** One index file with `entries` (any order; of two for one content the winner of the merge), such as the local index of a pack. */
function encodeIndexEntries(version, hashSizeBytes, entries) {
    const index = new ContentIndex(hashSizeBytes);
    for (const entry of entries)
        index.add(entry);
    return encodeIndexRows(version, index.rows());
}
/** The index files of `rows`: one, unless there are more than `maxEntries`; none when there are no rows. */
function encodeIndexShards(version, rows, maxEntries = MAX_ENTRIES_PER_SHARD) {
    return shardRows(rows, maxEntries).map((shard) => codec_encodeIndexRows(version, shard));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
var external_node_zlib_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_zlib_, 2);
;// CONCATENATED MODULE: ./lib/repo/content/crc32.js
/** CRC-32 as in zip and PNG: the checksum of pack postambles (docs/repository-format.md, "Packs"). */

/** CRC-32 (IEEE polynomial, reflected) of `bytes`, as an unsigned 32-bit number. */
const crc32_crc32 = nativeCrc32() ?? tableCrc32;
/** The runtime's own from Node 20.15 and 22.2 on. */
function nativeCrc32() {
    if (!("crc32" in external_node_zlib_namespaceObject))
        return undefined;
    // The types are those of the oldest Node, which lacks this function; its presence was just checked.
    const { crc32: native } = external_node_zlib_namespaceObject;
    return (bytes) => native(bytes);
}
let table;
/** The same in plain JavaScript, one table look-up per byte. */
function tableCrc32(bytes) {
    table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
        let value = byte;
        for (let bit = 0; bit < 8; bit++)
            value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
        return value >>> 0;
    });
    let crc = 0xffffffff;
    for (const byte of bytes)
        crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
    return ~crc >>> 0;
}

;// CONCATENATED MODULE: ./lib/repo/content/pack-layout.js
/**
 * What is in a pack besides contents (docs/repository-format.md, "Packs").
 *
 * [format replica]            only in repositories without password change
 * random bytes (32)           preamble
 * sealed content ...          one after the other, nothing in between
 * random padding (1..4096)    so that the local index starts at a multiple of 4096
 * sealed local index
 * postamble
 */



/** Random bytes before the first content. */
const PREAMBLE_BYTES = 32;
/** Random bytes at the end of the plain local index, so that no two are equal. */
const INDEX_SUFFIX_BYTES = 32;
const ALIGNMENT = 4096;
const CRC_BYTES = 4;
const MAX_VARINT_BYTES = 5;
/** Number of padding bytes before the local index of a pack that is `size` bytes long: 1..4096, never 0. */
function paddingBytes(size) {
    return ALIGNMENT - (size % ALIGNMENT);
}
// postamble: uvarint 1 | uvarint iv length | iv | uvarint index offset | uvarint index length
//            | CRC-32 of the above (4, BE) | length of everything above (1)
/** The last bytes of a pack. */
function encodePostamble(postamble) {
    const body = (0,util_bytes/* concatBytes */.Id)([
        encodeUvarint(1),
        encodeUvarint(postamble.indexIv.length),
        postamble.indexIv,
        encodeUvarint(postamble.indexOffset),
        encodeUvarint(postamble.indexLength),
    ]);
    const bytes = new Uint8Array(body.length + CRC_BYTES + 1);
    bytes.set(body);
    new DataView(bytes.buffer).setUint32(body.length, crc32_crc32(body));
    bytes[bytes.length - 1] = body.length + CRC_BYTES;
    return bytes;
}
/** The postamble at the end of `tail`, the last bytes of a pack; undefined when there is none that is whole. */
function decodePostamble(tail) {
    const length = tail[tail.length - 1];
    if (length === undefined || length <= CRC_BYTES || length + 1 > tail.length)
        return undefined;
    const start = tail.length - 1 - length;
    const body = tail.subarray(start, start + length - CRC_BYTES);
    const view = new DataView(tail.buffer, tail.byteOffset + start + body.length, CRC_BYTES);
    if (view.getUint32(0) !== crc32(body))
        return undefined;
    const cursor = { at: 0 };
    if (decodeUvarint(body, cursor) !== 1)
        return undefined;
    const ivLength = decodeUvarint(body, cursor);
    if (ivLength === undefined || ivLength > body.length - cursor.at)
        return undefined;
    const indexIv = body.slice(cursor.at, cursor.at + ivLength);
    cursor.at += ivLength;
    const indexOffset = decodeUvarint(body, cursor);
    const indexLength = decodeUvarint(body, cursor);
    if (indexOffset === undefined || indexLength === undefined)
        return undefined;
    return { indexIv, indexOffset, indexLength };
}
/** Seven bits to a byte, low bits first, the top bit set on all but the last; values below 2^35. */
function encodeUvarint(value) {
    const bytes = [];
    let rest = value;
    while (rest >= 0x80) {
        bytes.push((rest % 0x80) | 0x80);
        rest = Math.floor(rest / 0x80);
    }
    bytes.push(rest);
    return Uint8Array.from(bytes);
}
function decodeUvarint(bytes, cursor) {
    let value = 0;
    for (let i = 0; i < MAX_VARINT_BYTES; i++) {
        const byte = bytes[cursor.at++];
        if (byte === undefined)
            return undefined;
        value += (byte & 0x7f) * 2 ** (7 * i);
        if (byte < 0x80)
            return value;
    }
    return undefined;
}
const REPLICA_KEY = 'kopia-repository';
const MAX_REPLICA_BYTES = 65_000;
// replica: L (2, little-endian) | json | HMAC-SHA256(json) (32) | L (2, little-endian)        L = json length + 32
/** The copy of `kopia.repository` at the start of a pack; undefined when it is too long to have one. */
function encodeFormatReplica(json) {
    const mac = (0,external_node_crypto_.createHmac)('sha256', (0,util_bytes/* utf8 */.As)(REPLICA_KEY)).update(json).digest();
    const length = json.length + mac.length;
    if (length > MAX_REPLICA_BYTES)
        return undefined;
    const mark = Uint8Array.of(length & 0xff, length >>> 8);
    return (0,util_bytes/* concatBytes */.Id)([mark, json, mac, mark]);
}

;// CONCATENATED MODULE: ./lib/repo/content/pack-writer.js
/** One open pack: sealed contents one after the other, in memory until the pack is uploaded (docs/repository-format.md, "Packs"). */




/** Smaller contents are copied together: a pack of them may hold half a million, and an array for each would take more memory than the pack. */
const GATHERED_BYTES = 64 * 1024;
const CHUNK_BYTES = 1024 * 1024;
/** Collects contents of one kind; after `finish` it only serves `read` until its upload is over. */
class PackWriter {
    kind;
    id;
    #options;
    #parts = [];
    /** Offset in the pack of each part. */
    #starts = [];
    #chunks = [];
    /** Memory for small contents, the last of the chunks; what is used of it is the last part when `#isGathering`. */
    #chunk = new Uint8Array(0);
    #chunkUsed = 0;
    #isGathering = false;
    #entries;
    #pack;
    #size = 0;
    constructor(options) {
        this.#options = options;
        this.kind = options.kind;
        this.id = `${options.kind}${(0,util_bytes/* toHex */.nj)(options.codec.random(16))}-${options.sessionId}`;
        this.#entries = new content_index_ContentIndex(options.codec.hasher.sizeBytes);
        this.#pack = this.#entries.packNumber(this.id);
        if (options.replica !== undefined)
            this.#push(options.replica);
        this.#push(options.codec.random(PREAMBLE_BYTES));
    }
    /** Bytes so far. */
    get size() {
        return this.#size;
    }
    get contentCount() {
        return this.#entries.count;
    }
    /** Adds a sealed content and returns its offset; large ones are not copied and must not change until the pack is uploaded. */
    append(content, sealed) {
        const offset = this.#size;
        this.#push(sealed);
        const row = {
            source: keyBytes(content),
            keyOffset: 0,
            pack: this.#pack,
            packOffset: offset,
            packedLength: sealed.length,
            originalLength: content.originalLength,
            timestampSeconds: content.timestampSeconds,
            isDeleted: false,
            compressionId: content.compressionId,
            formatVersion: this.#options.formatVersion,
            encryptionKeyId: 0,
        };
        this.#entries.insert(row);
        return offset;
    }
    /** Bytes of a content in this pack, so that it can be read before the pack is uploaded; undefined when they are not all there. */
    read(offset, length) {
        let low = 0;
        let high = this.#starts.length;
        while (high - low > 1) {
            const middle = (low + high) >>> 1;
            if ((this.#starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle;
        }
        const start = offset - (this.#starts[low] ?? 0);
        const part = this.#parts[low];
        // A content is never spread over two parts.
        return part === undefined || start + length > part.length ? undefined : part.subarray(start, start + length);
    }
    /** Appends padding, local index and postamble; the parts are the whole blob in order. */
    finish() {
        const { codec, indexVersion } = this.#options;
        const index = codec_encodeIndexRows(indexVersion, this.#entries.rows());
        const plain = new Uint8Array(index.length + INDEX_SUFFIX_BYTES);
        plain.set(index);
        plain.set(codec.random(INDEX_SUFFIX_BYTES), index.length);
        // Unlike a content's, this iv is the whole hash (docs/repository-format.md, "Content encryption").
        const indexIv = codec.hasher.hash(plain);
        const sealed = codec.encryptor.seal(plain, indexIv, codec.random);
        this.#push(codec.random(paddingBytes(this.#size)));
        const indexOffset = this.#size;
        this.#push(sealed);
        this.#push(encodePostamble({ indexIv, indexOffset, indexLength: sealed.length }));
        return this.#parts;
    }
    /** Gives the memory of the contents back; call when the pack is stored and nobody reads from it any more. */
    release() {
        for (const part of this.#parts)
            if (part.length >= GATHERED_BYTES)
                (0,util_bytes/* release */._r)(part);
        for (const chunk of this.#chunks)
            (0,util_bytes/* release */._r)(chunk);
        this.#parts.length = 0;
        this.#starts.length = 0;
    }
    #push(part) {
        if (part.length < GATHERED_BYTES)
            this.#gather(part);
        else {
            this.#isGathering = false;
            this.#starts.push(this.#size);
            this.#parts.push(part);
        }
        this.#size += part.length;
    }
    #gather(part) {
        if (this.#chunkUsed + part.length > this.#chunk.length) {
            this.#chunk = new Uint8Array(CHUNK_BYTES);
            this.#chunks.push(this.#chunk);
            this.#chunkUsed = 0;
            this.#isGathering = false;
        }
        const from = this.#isGathering ? this.#chunkUsed - (this.#parts.at(-1)?.length ?? 0) : this.#chunkUsed;
        this.#chunk.set(part, this.#chunkUsed);
        this.#chunkUsed += part.length;
        const gathered = this.#chunk.subarray(from, this.#chunkUsed);
        if (this.#isGathering)
            this.#parts[this.#parts.length - 1] = gathered;
        else {
            this.#isGathering = true;
            this.#starts.push(this.#size);
            this.#parts.push(gathered);
        }
    }
}
function keyBytes(content) {
    const key = new Uint8Array(content.hash.length + 1);
    key[0] = content.prefixByte;
    key.set(content.hash, 1);
    return key;
}

// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(9252);
;// CONCATENATED MODULE: ./lib/repo/content/blob-names.js
/** Names of the blobs that belong to contents and their indexes (docs/repository-format.md, "Blob names"). */

/** First characters of the names of each kind of blob. */
const BLOB_PREFIXES = {
    dataPack: 'p',
    metadataPack: 'q',
    session: 's',
    legacyIndex: 'n',
    legacyCompactionLog: 'm',
    epochMarker: 'xe',
    uncompactedIndex: 'xn',
    compactedEpoch: 'xs',
    compactedRange: 'xr',
    deletionWatermark: 'xw',
};
const IV_HEX_DIGITS = 32;
const SESSION_PART = /^s[0-9a-f]+$/;
/** The part of a name before its first dash, or the whole name: prefix and hash. */
function nameBeforeDash(id) {
    const dash = id.indexOf('-');
    return dash < 0 ? id : id.slice(0, dash);
}
/** What a whole blob is encrypted with beside the key: the last 32 hex digits before the first dash, 16 bytes; undefined without them. */
function ivOfBlobName(id) {
    const name = nameBeforeDash(id);
    return name.length < IV_HEX_DIGITS ? undefined : (0,util_bytes/* fromHex */.aD)(name.slice(-IV_HEX_DIGITS));
}
/** The session that wrote a blob: the first part after a dash that looks like a session ID; undefined when there is none. */
function sessionIdOfBlob(id) {
    return id
        .split('-')
        .slice(1)
        .find((part) => SESSION_PART.test(part));
}

;// CONCATENATED MODULE: ./lib/repo/content/sealed-blob.js
/**
 * Blobs that are encrypted as a whole and named after their plain bytes: index blobs, session markers, compaction logs
 * (docs/repository-format.md, "Sealed blobs").
 *
 * name:  prefix | hex(hash of the plain bytes) | suffix
 * bytes: sealed with the last 16 bytes of that hash as iv
 */




/** Seals `plain` and names it; `prefix` is such as `xn0_` or `s`, `suffix` empty or such as `-s46d…147-c1`. */
function sealBlob(keys, prefix, suffix, plain) {
    const hash = keys.hasher.hash(plain);
    return { id: prefix + (0,util_bytes/* toHex */.nj)(hash) + suffix, bytes: keys.encryptor.seal(plain, (0,content_id/* contentIv */.t6)(hash), keys.random) };
}
/** The plain bytes of a blob; CAIRN_INDEX_DAMAGED naming it when they are not those it was named after. */
function sealed_blob_openSealedBlob(keys, id, sealed) {
    const iv = ivOfBlobName(id);
    if (iv === undefined)
        throw damage_indexDamaged(id, 'its name holds no hash');
    let plain;
    try {
        plain = keys.encryptor.open(sealed, iv);
    }
    catch (error) {
        throw damage_indexDamaged(id, 'its bytes are not what was encrypted under this name', error);
    }
    // The iv covers 16 bytes of the hash; the name holds all of it.
    const named = (0,util_bytes/* fromHex */.aD)(nameBeforeDash(id).slice(-2 * keys.hasher.sizeBytes));
    if (named === undefined || !(0,util_bytes/* equalBytes */.ex)(named, keys.hasher.hash(plain)))
        throw damage_indexDamaged(id, 'its bytes have another hash than its name');
    return plain;
}

;// CONCATENATED MODULE: ./lib/repo/content/session.js
/**
 * Sessions: which packs belong to a writer that may still commit (docs/repository-format.md, "Sessions").
 *
 * The marker is put before the first pack of a session and deleted after the index blobs of the flush are written.
 */






const NS_PER_MS = 1000000n;
/** 2000-01-01T00:00:00Z in Unix seconds, and the length of the "months" counted since. */
const SESSION_EPOCH_SECONDS = 946684800n;
const SESSION_MONTH_SECONDS = 30n * 86400n;
/** A new session ID: `s`, 8 random bytes in hex, and the number of 30-day spans since 2000 in hex. */
function newSessionId(nowNs, random) {
    const seconds = nowNs / (1000n * NS_PER_MS);
    return `s${(0,util_bytes/* toHex */.nj)(random(8))}${((seconds - SESSION_EPOCH_SECONDS) / SESSION_MONTH_SECONDS).toString(16)}`;
}
/** The plain bytes of a marker. */
function encodeSessionMarker(marker) {
    return (0,util_bytes/* utf8 */.As)(JSON.stringify({
        id: marker.id,
        startTime: (0,timestamp/* formatTimestamp */.E)(marker.startNs),
        checkpointTime: (0,timestamp/* formatTimestamp */.E)(marker.checkpointNs),
        username: marker.userName,
        hostname: marker.host,
    }));
}
/** Reads the plain bytes of a marker; CAIRN_INDEX_DAMAGED names `blobId`. */
function decodeSessionMarker(plain, blobId) {
    const { id, startTime, checkpointTime, username, hostname } = fieldsOf(plain, blobId);
    const startNs = typeof startTime === 'string' ? parseTimestamp(startTime) : undefined;
    const checkpointNs = typeof checkpointTime === 'string' ? parseTimestamp(checkpointTime) : undefined;
    if (typeof id !== 'string' || startNs === undefined || checkpointNs === undefined) {
        throw indexDamaged(blobId, 'it is no session marker: ID or times are missing');
    }
    const textOf = (value) => (typeof value === 'string' ? value : '');
    return { id, startNs, checkpointNs, userName: textOf(username), host: textOf(hostname) };
}
function fieldsOf(plain, blobId) {
    try {
        const value = JSON.parse(fromUtf8(plain) ?? '');
        // Any object may be read field by field; each field is checked by the caller.
        if (typeof value === 'object' && value !== null)
            return value;
    }
    catch (error) {
        throw indexDamaged(blobId, 'it is no session marker', error);
    }
    throw indexDamaged(blobId, 'it is no session marker');
}
/** The marker as a blob: `s<hash>-<session ID>`. */
function sealSessionMarker(keys, marker) {
    return sealBlob(keys, BLOB_PREFIXES.session, `-${marker.id}`, encodeSessionMarker(marker));
}
/** The marker in a blob; CAIRN_INDEX_DAMAGED names it when it is none. */
function openSessionMarker(keys, blobId, sealed) {
    return decodeSessionMarker(openSealedBlob(keys, blobId, sealed), blobId);
}

;// CONCATENATED MODULE: ./lib/repo/content/content-writer.js
/**
 * Writing contents: which are new, the open packs, their uploads, and the flush that commits them
 * (docs/repository-format.md, "Order of writing").
 *
 * session marker -> packs -> all of them confirmed -> index blobs (the commit) -> marker deleted
 *
 * The first failure of an upload or commit stops the writer for good: everything later fails with the same error, and nothing is published
 * whose pack is not confirmed. What was committed before stays.
 */





/** Packs that are being uploaded or wait for it; more work is not started beyond. */
const MAX_PACKS_IN_FLIGHT = 2;
/** An automatic flush after this many entries, and after this time. */
const FLUSH_ENTRIES = 200_000;
const FLUSH_INTERVAL_MS = 10 * 60_000;
class ContentWriter {
    totals = {
        hashedBytes: 0,
        hashedContents: 0,
        newContents: 0,
        newBytes: 0,
        storedBytes: 0,
        uploadedBytes: 0,
        uploadedBlobs: 0,
    };
    /** Called when packs have left and more work may be started. */
    onRoom = () => { };
    /** Called once, with the error that stopped the writer. */
    onFailure = () => { };
    #options;
    #replica;
    #abort = new AbortController();
    /** Packs whose upload is not confirmed. */
    #unconfirmed = new Map();
    /** Claimed contents, oldest first, with the number of their claim. */
    #claims = new Map();
    #claimCount = 0;
    #claimWaiters = [];
    #roomWaiters = [];
    #session;
    #packsInFlight = 0;
    #failure;
    #flushing = Promise.resolve();
    #isFlushQueued = false;
    #lastFlushMs;
    constructor(options) {
        this.#options = options;
        this.#lastFlushMs = options.clock.monotonicMs();
        const { content, formatBlobBytes } = options.format;
        this.#replica = content.enablePasswordChange ? undefined : encodeFormatReplica(formatBlobBytes);
    }
    /** Throws the error that stopped the writer. */
    throwIfFailed() {
        if (this.#failure !== undefined)
            throw this.#failure.error;
    }
    claim(id, prefixByte, hash, plainLength) {
        this.totals.hashedBytes += plainLength;
        this.totals.hashedContents++;
        if (this.#claims.has(id) || this.#options.index.findLive(prefixByte, hash))
            return false;
        this.#claims.set(id, ++this.#claimCount);
        return true;
    }
    deliver(content, originalLength, sealed, compressionId) {
        if (this.#failure !== undefined)
            return;
        const { index, clock, format } = this.#options;
        const { id, prefixByte, hash } = content;
        const session = this.#currentSession();
        const pack = this.#openPack(session, prefixByte === 0 ? 'p' : 'q');
        const timestampSeconds = index.nextTimestamp(prefixByte, hash, Math.floor(clock.nowMs() / 1000));
        const packOffset = pack.append({ prefixByte, hash, originalLength, compressionId, timestampSeconds }, sealed);
        index.add({
            id,
            packBlobId: pack.id,
            packOffset,
            packedLength: sealed.length,
            originalLength,
            timestampSeconds,
            isDeleted: false,
            compressionId,
            formatVersion: format.content.version,
            encryptionKeyId: 0,
        });
        this.totals.newContents++;
        this.totals.newBytes += originalLength;
        this.totals.storedBytes += sealed.length;
        this.#claims.delete(id);
        this.#wakeClaimWaiters();
        if (pack.size >= format.content.maxPackSizeBytes)
            this.#closePack(session, pack);
        this.#flushWhenDue();
    }
    /** Marks a content deleted in the next index blob; absent and deleted contents are left alone. For maintenance only. */
    markDeleted(id) {
        this.throwIfFailed();
        const { index, clock } = this.#options;
        const entry = index.get(id);
        if (entry === undefined || entry.isDeleted)
            return;
        const timestampSeconds = Math.max(Math.floor(clock.nowMs() / 1000), entry.timestampSeconds + 1);
        index.add({ ...entry, isDeleted: true, timestampSeconds });
    }
    hasRoom() {
        return this.#packsInFlight < MAX_PACKS_IN_FLIGHT;
    }
    /** Resolves when `hasRoom`, or when the writer was stopped. */
    async room() {
        while (!this.hasRoom() && this.#failure === undefined)
            await new Promise((resolve) => this.#roomWaiters.push(resolve));
    }
    /** Sealed bytes of a content whose pack is not stored yet. */
    readUnconfirmed(packId, offset, length) {
        return this.#unconfirmed.get(packId)?.read(offset, length);
    }
    /** Commits everything that was written before the call. Calls wait for each other; writing may go on meanwhile. */
    async flush(signal) {
        const turn = this.#flushing.then(() => this.#flushNow(signal));
        this.#flushing = turn.catch(() => undefined);
        await turn;
    }
    /** Stops the writer with an error; uploads under way are aborted. */
    fail(error) {
        if (this.#failure !== undefined)
            return;
        this.#failure = { error };
        this.#abort.abort();
        this.#claims.clear();
        this.#wakeClaimWaiters();
        for (const resolve of this.#roomWaiters.splice(0))
            resolve();
        this.onFailure(error);
    }
    /** Waits until nothing is under way any more; call after `fail`. */
    async settled() {
        await Promise.allSettled([this.#flushing, ...(this.#session?.uploads ?? []), this.#session?.marker]);
    }
    async #flushNow(signal) {
        (0,lib_errors/* throwIfCancelled */.dZ)(signal);
        this.throwIfFailed();
        const onAbort = () => this.fail((0,lib_errors/* cancelled */.KW)());
        signal?.addEventListener('abort', onAbort, { once: true });
        try {
            await this.#claimsSettled();
            this.throwIfFailed();
            await this.#commit();
        }
        catch (error) {
            this.fail(error);
            this.throwIfFailed();
        }
        finally {
            signal?.removeEventListener('abort', onAbort);
        }
    }
    async #commit() {
        const { index, indexBlobs, format, storage, clock, log } = this.#options;
        this.#lastFlushMs = clock.monotonicMs();
        if (this.#session === undefined && index.pendingCount === 0)
            return;
        // Writing goes on into the next session, with its own marker and packs.
        const session = this.#currentSession();
        this.#session = undefined;
        for (const pack of session.open.values())
            this.#closePack(session, pack);
        await Promise.all(session.uploads);
        const markerId = await session.marker;
        const pending = index.takePending((packId) => !this.#unconfirmed.has(packId));
        const shards = encodeIndexShards(format.content.indexVersion, pending.rows);
        try {
            for (const { id, length } of await indexBlobs.writeIndexBlobs(shards, session.id, this.#abort.signal)) {
                index.loadedBlobs.add(id);
                this.#countUpload(length);
            }
        }
        catch (error) {
            pending.putBack();
            throw error;
        }
        try {
            await storage.deleteBlob(markerId);
        }
        catch (error) {
            // Everything is committed; a marker left behind only delays the clean-up of this session's packs.
            log.warning(`The session marker ${markerId} could not be removed: ${(0,lib_errors/* messageOf */.bD)(error)}`);
        }
    }
    #currentSession() {
        if (this.#session !== undefined)
            return this.#session;
        const { clock, codec } = this.#options;
        const id = newSessionId(clock.nowNs(), codec.random);
        const session = { id, marker: this.#putMarker(id), open: new Map(), uploads: [] };
        // Whoever uses the session awaits it; until then a failure must not count as unhandled.
        session.marker.catch((error) => this.fail(error));
        this.#session = session;
        return session;
    }
    async #putMarker(id) {
        const { clock, codec, identity, storage } = this.#options;
        const nowNs = clock.nowNs();
        const marker = sealSessionMarker(codec, { id, startNs: nowNs, checkpointNs: nowNs, userName: identity.userName, host: identity.host });
        await storage.putBlob(marker.id, [marker.bytes], { signal: this.#abort.signal });
        this.#countUpload(marker.bytes.length);
        return marker.id;
    }
    #openPack(session, kind) {
        let pack = session.open.get(kind);
        if (pack === undefined) {
            const { codec, format } = this.#options;
            const { indexVersion, version } = format.content;
            pack = new PackWriter({ kind, sessionId: session.id, codec, indexVersion, formatVersion: version, replica: this.#replica });
            session.open.set(kind, pack);
            this.#unconfirmed.set(pack.id, pack);
        }
        return pack;
    }
    #closePack(session, pack) {
        session.open.delete(pack.kind);
        this.#packsInFlight++;
        const upload = this.#upload(session, pack);
        upload.catch((error) => this.fail(error));
        session.uploads.push(upload);
    }
    async #upload(session, pack) {
        const parts = pack.finish();
        await session.marker;
        const { length } = await this.#options.storage.putBlob(pack.id, parts, { signal: this.#abort.signal });
        this.#unconfirmed.delete(pack.id);
        pack.release();
        this.#countUpload(length);
        this.#packsInFlight--;
        if (!this.hasRoom())
            return;
        for (const resolve of this.#roomWaiters.splice(0))
            resolve();
        this.onRoom();
    }
    #countUpload(length) {
        this.totals.uploadedBytes += length;
        this.totals.uploadedBlobs++;
    }
    #flushWhenDue() {
        if (this.#isFlushQueued)
            return;
        const { index, clock } = this.#options;
        if (index.pendingCount < FLUSH_ENTRIES && clock.monotonicMs() - this.#lastFlushMs < FLUSH_INTERVAL_MS)
            return;
        this.#isFlushQueued = true;
        // A failure stops the writer, so the next write or flush reports it.
        void this.flush()
            .catch(() => undefined)
            .finally(() => {
            this.#isFlushQueued = false;
        });
    }
    /** Resolves when everything claimed so far was delivered. */
    async #claimsSettled() {
        if (this.#claims.size === 0)
            return;
        await new Promise((resolve) => this.#claimWaiters.push({ until: this.#claimCount, resolve }));
    }
    #wakeClaimWaiters() {
        if (this.#claimWaiters.length === 0)
            return;
        const [oldest] = this.#claims.values();
        for (let i = this.#claimWaiters.length - 1; i >= 0; i--) {
            const waiter = this.#claimWaiters[i];
            if (waiter === undefined || (oldest !== undefined && oldest <= waiter.until))
                continue;
            this.#claimWaiters.splice(i, 1);
            waiter.resolve();
        }
    }
}

// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(5416);
;// CONCATENATED MODULE: ./lib/repo/content/index/load.js
/** Brings the index in memory up to date with the storage. */




const DEFAULT_CONCURRENCY = 8;
/** Index blobs held in memory at the same time, in bytes; a larger one is held alone. */
const BYTES_IN_FLIGHT = 64 * 2 ** 20;
const MAX_ATTEMPTS = 10;
const FIRST_PAUSE_MS = 100;
/**
 * Reads every active index blob that `index` does not hold yet, and sets the watermark.
 *
 * Blobs that vanish between list and read were compacted meanwhile: the list is made again, up to ten times.
 * Errors: CAIRN_INDEX_DAMAGED naming the blobs, CAIRN_INDEX_UNSTABLE, those of `manager`, storage kinds.
 */
async function loadIndex(storage, manager, keys, index, options) {
    const memory = new util_async/* Semaphore */.j(BYTES_IN_FLIGHT);
    const damaged = new Map();
    let loadedBlobs = 0;
    let vanished;
    const load = async (blob) => {
        (0,lib_errors/* throwIfCancelled */.dZ)(options.signal);
        try {
            const sealed = await storage.getBlob(blob.id, options.signal === undefined ? {} : { signal: options.signal });
            decodeIndex(sealed_blob_openSealedBlob(keys, blob.id, sealed), blob.id, index);
            index.loadedBlobs.add(blob.id);
            loadedBlobs++;
        }
        catch (error) {
            if ((0,lib_errors/* isCairnError */.qN)(error, 'CAIRN_INDEX_DAMAGED'))
                damaged.set(blob.id, error);
            else if ((0,lib_errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
                vanished = blob.id;
            else
                throw error;
        }
    };
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
        if (attempt > 0)
            await options.clock.sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1), options.signal);
        vanished = undefined;
        const active = await manager.loadActive(options.signal);
        const missing = active.blobs.filter(({ id }) => !index.loadedBlobs.has(id) && !damaged.has(id));
        await (0,util_async/* mapConcurrent */._)(missing, options.concurrency ?? DEFAULT_CONCURRENCY, (blob) => memory.use(() => load(blob), Math.min(Math.max(1, blob.length), BYTES_IN_FLIGHT)));
        if (vanished !== undefined)
            continue;
        if (damaged.size > 0 && options.tolerateDamage !== true)
            throw damageOf(damaged);
        index.watermarkSeconds = Math.max(index.watermarkSeconds, active.watermarkSeconds);
        return {
            activeBlobs: active.blobs.length,
            loadedBlobs,
            damaged: [...damaged].map(([blobId, error]) => ({ blobId, error })),
        };
    }
    throw new lib_errors/* CairnError */.eb('CAIRN_INDEX_UNSTABLE', `The index blob ${vanished} is listed in ${storage.displayName} but cannot be read.`, {
        hint: 'Another client may be compacting the index. Run the command again in a few minutes.',
    });
}
/** The error of the only damaged blob, or one that names them all. */
function damageOf(damaged) {
    const errors = [...damaged.values()];
    const [first] = errors;
    if (first !== undefined && errors.length === 1)
        return first;
    return new lib_errors/* CairnError */.eb('CAIRN_INDEX_DAMAGED', `${errors.length} index blobs are damaged: ${[...damaged.keys()].join(', ')}.`, {
        ...(first?.hint === undefined ? {} : { hint: first.hint }),
        cause: first,
    });
}

;// CONCATENATED MODULE: ./lib/repo/content/epoch.js

/** Plain bytes of a marker and of a watermark; readers look at the names only. */
const EPOCH_MARKER_TEXT = 'epoch-marker';
const NUMBER_NAME = /^x[enws](\d{1,15})(?:_|$)/;
const RANGE_NAME = /^xr(\d{1,15})_(\d{1,15})_/;
const SET_NAME = /^[^-]+-(s[0-9a-f]+)-c(\d{1,9})$/;
/** The number in a name such as `xe12`, `xw1795397619` or `xn3_…`; undefined when it is of another form. */
function numberOfEpochBlob(id) {
    const digits = NUMBER_NAME.exec(id)?.[1];
    return digits === undefined ? undefined : Number(digits);
}
/** The epochs of a range compaction, both included. */
function rangeOfEpochBlob(id) {
    const match = RANGE_NAME.exec(id);
    if (match === null)
        return undefined;
    const first = Number(match[1]);
    const last = Number(match[2]);
    return last < first ? undefined : { first, last };
}
/** The prefix of blobs with entries added in an epoch; the underscore keeps epoch 1 apart from epoch 10. */
function uncompactedPrefix(epoch) {
    return `${BLOB_PREFIXES.uncompactedIndex}${epoch}_`;
}
/** The name of the marker of an epoch. */
function epochMarkerName(epoch) {
    return `${BLOB_PREFIXES.epochMarker}${epoch}`;
}
/** The end of the name of one of `count` blobs that are written together by a session or compaction. */
function setSuffix(setId, count) {
    return `-${setId}-c${count}`;
}
/**
 * The sets of blobs of which every member is there, in the order of their IDs.
 *
 * A name that is not of the form `…-s<set>-c<count>` is a set by itself.
 */
function completeSets(blobs) {
    const sets = new Map();
    for (const blob of blobs) {
        const match = SET_NAME.exec(blob.id);
        const setId = match?.[1] ?? blob.id;
        const set = sets.get(setId) ?? { count: match === null ? 1 : Number(match[2]), members: [] };
        set.members.push(blob);
        sets.set(setId, set);
    }
    const complete = [...sets].filter(([, set]) => set.members.length === set.count);
    return complete.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, set]) => set.members);
}

;// CONCATENATED MODULE: ./lib/repo/content/epoch-state.js

/** Up to this many epochs are listed one by one; beyond, one listing of all is cheaper and cannot be made endless by a crafted name. */
const MAX_EPOCHS_TO_LIST = 12;
/** The state that the listings describe. */
function epochStateOf(listing) {
    const ranges = longestChain(completeRanges(listing.compactedRanges));
    // Kopia takes a range only when it ends after the first epoch not covered yet, which leaves out a lone 0..0.
    const used = [];
    let firstUncovered = 0;
    for (const range of ranges) {
        if (range.last <= firstUncovered)
            continue;
        used.push(range);
        firstUncovered = range.last + 1;
    }
    return {
        writeEpoch: highestNumber(listing.markers),
        watermarkSeconds: highestNumber(listing.watermarks),
        ranges: used,
        firstUncovered,
        compactedEpochs: completeEpochs(listing.compactedEpochs),
    };
}
/** Whether an epoch is read from its compaction: it gets no more entries and a complete compaction exists. */
function isReadCompacted(state, epoch) {
    return isSettled(state, epoch) && state.compactedEpochs.has(epoch);
}
/** Whether no correct writer adds to the epoch any more. */
function isSettled(state, epoch) {
    return epoch <= state.writeEpoch - 2;
}
/** The epochs whose uncompacted blobs must be listed; undefined when there are so many that all uncompacted blobs should be. */
function epochsToList(state) {
    const last = state.writeEpoch + 1;
    if (last - state.firstUncovered - state.compactedEpochs.size > MAX_EPOCHS_TO_LIST)
        return undefined;
    const epochs = [];
    for (let epoch = state.firstUncovered; epoch <= last; epoch++) {
        if (!isReadCompacted(state, epoch))
            epochs.push(epoch);
    }
    return epochs;
}
/**
 * The index blobs that together hold every entry: ranges, compacted epochs after them, and of all other epochs up to the one after the
 * write epoch (another client may just have advanced) the uncompacted blobs.
 */
function activeIndexBlobs(state, uncompacted) {
    const active = state.ranges.flatMap((range) => [...range.blobs]);
    for (const [epoch, blobs] of state.compactedEpochs) {
        if (epoch >= state.firstUncovered && isSettled(state, epoch))
            active.push(...blobs);
    }
    for (const blob of uncompacted) {
        const epoch = numberOfEpochBlob(blob.id);
        if (epoch === undefined || epoch < state.firstUncovered || epoch > state.writeEpoch + 1)
            continue;
        if (!isReadCompacted(state, epoch))
            active.push(blob);
    }
    return active;
}
function highestNumber(blobs) {
    let highest = 0;
    for (const { id } of blobs)
        highest = Math.max(highest, numberOfEpochBlob(id) ?? 0);
    return highest;
}
function groupBy(blobs, keyOf) {
    const groups = new Map();
    for (const blob of blobs) {
        const key = keyOf(blob);
        if (key === undefined)
            continue;
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [blob]);
        else
            group.push(blob);
    }
    return groups;
}
function completeEpochs(blobs) {
    const complete = new Map();
    for (const [epoch, members] of groupBy(blobs, ({ id }) => numberOfEpochBlob(id))) {
        // Two compactors may both have finished: their sets hold the same entries, any one will do.
        const set = completeSets(members)[0];
        if (set !== undefined)
            complete.set(epoch, set);
    }
    return complete;
}
function completeRanges(blobs) {
    const complete = [];
    const groups = groupBy(blobs, ({ id }) => {
        const range = rangeOfEpochBlob(id);
        return range === undefined ? undefined : `${range.first} ${range.last}`;
    });
    for (const members of groups.values()) {
        const range = members[0] === undefined ? undefined : rangeOfEpochBlob(members[0].id);
        const set = completeSets(members)[0];
        if (range !== undefined && set !== undefined)
            complete.push({ ...range, blobs: set });
    }
    return complete;
}
/** Ranges from epoch 0 on, each starting where the one before ended, that reach farthest; of those, the fewest. */
function longestChain(ranges) {
    // From the last start backwards, so that the best continuation of each range is known when it is looked at.
    const bestFrom = new Map();
    for (const range of [...ranges].sort((a, b) => b.first - a.first)) {
        const next = bestFrom.get(range.last + 1);
        const chain = { reach: next?.reach ?? range.last, length: 1 + (next?.length ?? 0), range };
        const best = bestFrom.get(range.first);
        if (best === undefined || chain.reach > best.reach || (chain.reach === best.reach && chain.length < best.length)) {
            bestFrom.set(range.first, chain);
        }
    }
    const chain = [];
    for (let link = bestFrom.get(0); link !== undefined; link = bestFrom.get(link.range.last + 1))
        chain.push(link.range);
    return chain;
}

;// CONCATENATED MODULE: ./lib/repo/content/list-blobs.js
/** Listings as arrays. */

/** All blobs whose name starts with `prefix`. */
async function collectBlobs(storage, prefix, signal) {
    const blobs = [];
    for await (const blob of storage.listBlobs(prefix, signal)) {
        (0,lib_errors/* throwIfCancelled */.dZ)(signal);
        blobs.push(blob);
    }
    return blobs;
}

;// CONCATENATED MODULE: ./lib/repo/content/epoch-manager.js
/** Index blobs of repositories with epochs (docs/repository-format.md, "Epochs"). No locks: names and delays keep writers apart. */








const LIST_CONCURRENCY = 8;
const epoch_manager_MAX_ATTEMPTS = 10;
const epoch_manager_NS_PER_MS = 1000000n;
class EpochManager {
    #storage;
    #keys;
    #parameters;
    #clock;
    #refreshMs;
    #known;
    constructor(options) {
        this.#storage = options.storage;
        this.#keys = options.keys;
        this.#parameters = options.parameters;
        this.#clock = options.clock;
        this.#refreshMs = Number(options.parameters.refreshFrequencyNs / epoch_manager_NS_PER_MS);
    }
    async loadActive(signal) {
        return await this.survey(signal);
    }
    /**
     * Lists everything about epochs; listings that together took longer than they may be trusted are made again.
     * Errors: CAIRN_INDEX_UNSTABLE when that keeps happening.
     */
    async survey(signal) {
        for (let attempt = 0; attempt < epoch_manager_MAX_ATTEMPTS; attempt++) {
            (0,lib_errors/* throwIfCancelled */.dZ)(signal);
            const moment = this.#now();
            const listing = await this.#list(signal);
            const state = epochStateOf(listing);
            const epochs = epochsToList(state);
            const prefixes = epochs === undefined ? [BLOB_PREFIXES.uncompactedIndex] : epochs.map(uncompactedPrefix);
            const uncompacted = (await (0,util_async/* mapConcurrent */._)(prefixes, LIST_CONCURRENCY, (prefix) => this.#collect(prefix, signal))).flat();
            if (this.#ageMs(moment) > this.#refreshMs)
                continue;
            this.#known = { writeEpoch: state.writeEpoch, moment };
            return { listing, state, uncompacted, blobs: activeIndexBlobs(state, uncompacted), watermarkSeconds: state.watermarkSeconds };
        }
        throw new lib_errors/* CairnError */.eb('CAIRN_INDEX_UNSTABLE', `Listing the index of ${this.#storage.displayName} takes too long to be consistent.`, {
            hint: `The listings must finish within ${Math.round(this.#refreshMs / 1000)} seconds. Check the connection, then run the command again.`,
        });
    }
    async writeIndexBlobs(shards, sessionId, signal) {
        if (shards.length === 0)
            return [];
        for (let attempt = 0; attempt < epoch_manager_MAX_ATTEMPTS; attempt++) {
            const { writeEpoch } = await this.#epochNotOlderThan(this.#refreshMs / 4, signal);
            const written = [];
            const isComplete = await this.#putShards(writeEpoch, shards, sessionId, written, signal);
            if (!isComplete) {
                await this.#discard(written);
                continue;
            }
            // Readers look at the epoch after theirs at most: entries of an epoch that settled meanwhile might never be seen.
            const now = await this.#refreshEpoch(signal);
            if (now.writeEpoch < writeEpoch + 2)
                return written;
            await this.#discard(written);
            break;
        }
        throw new lib_errors/* CairnError */.eb('CAIRN_INDEX_WRITE_TOO_SLOW', 'Writing the index took so long that other clients no longer look where it was put.', {
            hint: 'Nothing was committed and earlier snapshots are untouched. Check the connection, then run the command again.',
        });
    }
    /** Begins the next epoch when the present one is old and large enough; returns its number, or undefined. Any writer may. */
    async advanceIfNeeded(signal) {
        const { writeEpoch } = await this.#refreshEpoch(signal);
        const blobs = await this.#collect(uncompactedPrefix(writeEpoch), signal);
        if (!shouldAdvance(blobs, this.#parameters))
            return undefined;
        await this.#storage.putBlob(epochMarkerName(writeEpoch + 1), [(0,util_bytes/* utf8 */.As)(EPOCH_MARKER_TEXT)], putOptions(signal));
        await this.#refreshEpoch(signal);
        return writeEpoch + 1;
    }
    /** Puts the compaction of epochs `first` to `last` (one epoch when equal). For maintenance only. */
    async writeCompaction(first, last, shards, signal) {
        const suffix = setSuffix(`s${(0,util_bytes/* toHex */.nj)(this.#keys.random(8))}`, shards.length);
        const prefix = first === last ? `${BLOB_PREFIXES.compactedEpoch}${first}_` : `${BLOB_PREFIXES.compactedRange}${first}_${last}_`;
        const written = [];
        for (const shard of shards) {
            const { id, bytes } = sealBlob(this.#keys, prefix, suffix, shard);
            written.push(await this.#storage.putBlob(id, [bytes], putOptions(signal)));
        }
        return written;
    }
    /** False when the epoch advanced meanwhile; `written` grows with each blob. */
    async #putShards(writeEpoch, shards, sessionId, written, signal) {
        for (const shard of shards) {
            const known = await this.#epochNotOlderThan(this.#refreshMs, signal);
            if (known.writeEpoch !== writeEpoch)
                return false;
            const { id, bytes } = sealBlob(this.#keys, uncompactedPrefix(writeEpoch), setSuffix(sessionId, shards.length), shard);
            written.push(await this.#storage.putBlob(id, [bytes], putOptions(signal)));
        }
        return true;
    }
    /** Best effort: blobs left behind hold entries of packs that exist, which hurts nobody. */
    async #discard(written) {
        await Promise.allSettled(written.map(({ id }) => this.#storage.deleteBlob(id)));
    }
    async #epochNotOlderThan(maxAgeMs, signal) {
        if (this.#known !== undefined && this.#ageMs(this.#known.moment) <= maxAgeMs)
            return this.#known;
        return await this.#refreshEpoch(signal);
    }
    async #refreshEpoch(signal) {
        (0,lib_errors/* throwIfCancelled */.dZ)(signal);
        const moment = this.#now();
        let writeEpoch = 0;
        for (const { id } of await this.#collect(BLOB_PREFIXES.epochMarker, signal)) {
            writeEpoch = Math.max(writeEpoch, numberOfEpochBlob(id) ?? 0);
        }
        this.#known = { writeEpoch, moment };
        return this.#known;
    }
    async #list(signal) {
        const [markers, watermarks, compactedEpochs, compactedRanges] = await Promise.all([
            this.#collect(BLOB_PREFIXES.epochMarker, signal),
            this.#collect(BLOB_PREFIXES.deletionWatermark, signal),
            this.#collect(BLOB_PREFIXES.compactedEpoch, signal),
            this.#collect(BLOB_PREFIXES.compactedRange, signal),
        ]);
        return { markers, watermarks, compactedEpochs, compactedRanges };
    }
    #collect(prefix, signal) {
        return collectBlobs(this.#storage, prefix, signal);
    }
    #now() {
        return { wallMs: this.#clock.nowMs(), steadyMs: this.#clock.monotonicMs() };
    }
    /** The steady clock may stand still while the machine sleeps, the wall clock may be set back: the larger age counts. */
    #ageMs(moment) {
        return Math.max(this.#clock.nowMs() - moment.wallMs, this.#clock.monotonicMs() - moment.steadyMs);
    }
}
/** Whether the blobs of the write epoch span long enough, and are many or large enough, to begin the next. */
function shouldAdvance(blobs, parameters) {
    let oldestMs = Number.POSITIVE_INFINITY;
    let newestMs = Number.NEGATIVE_INFINITY;
    let totalBytes = 0;
    for (const blob of blobs) {
        oldestMs = Math.min(oldestMs, blob.timestampMs);
        newestMs = Math.max(newestMs, blob.timestampMs);
        totalBytes += blob.length;
    }
    if (blobs.length === 0 || newestMs - oldestMs < Number(parameters.minEpochDurationNs / epoch_manager_NS_PER_MS))
        return false;
    return blobs.length >= parameters.advanceOnCount || totalBytes >= parameters.advanceOnTotalSizeBytes;
}
function putOptions(signal) {
    return signal === undefined ? {} : { signal };
}

;// CONCATENATED MODULE: ./lib/repo/content/index/legacy-manager.js
/** Index blobs of repositories without epochs, format version 1 (docs/repository-format.md, "Legacy indexes"). */







const LOG_CONCURRENCY = 8;
const POISON_NAME = `n${'0'.repeat(32)}-repository_unreadable_by_this_kopia_version_upgrade_required`;
/** The blobs that count: those that no valid compaction has replaced. */
function activeLegacyBlobs(indexBlobs, logs) {
    const present = new Set(indexBlobs.map(({ id }) => id));
    const replaced = new Set();
    for (const { inputs, outputs } of logs) {
        if (!outputs.every((id) => present.has(id)))
            continue;
        for (const id of inputs)
            replaced.add(id);
    }
    return indexBlobs.filter(({ id }) => !replaced.has(id));
}
/** Reads the plain JSON of a compaction log; CAIRN_INDEX_DAMAGED names `blobId`. */
function decodeCompactionLog(plain, blobId) {
    let value;
    try {
        value = JSON.parse((0,util_bytes/* fromUtf8 */.ar)(plain) ?? '');
    }
    catch (error) {
        throw damage_indexDamaged(blobId, 'it is no compaction log', error);
    }
    if (typeof value !== 'object' || value === null)
        throw damage_indexDamaged(blobId, 'it is no compaction log');
    return {
        inputs: idsOf('inputMetadata' in value ? value.inputMetadata : undefined, blobId),
        outputs: idsOf('outputMetadata' in value ? value.outputMetadata : undefined, blobId),
    };
}
function idsOf(list, blobId) {
    // Go writes an empty list as null.
    if (list === undefined || list === null)
        return [];
    if (!Array.isArray(list))
        throw damage_indexDamaged(blobId, 'its lists of blobs are no lists');
    return list.map((item) => {
        if (typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string')
            return item.id;
        throw damage_indexDamaged(blobId, 'its lists of blobs hold something else');
    });
}
class LegacyIndexManager {
    #storage;
    #keys;
    constructor(storage, keys) {
        this.#storage = storage;
        this.#keys = keys;
    }
    async loadActive(signal) {
        const [indexBlobs, logBlobs] = await Promise.all([
            collectBlobs(this.#storage, BLOB_PREFIXES.legacyIndex, signal),
            collectBlobs(this.#storage, BLOB_PREFIXES.legacyCompactionLog, signal),
        ]);
        const logs = await (0,util_async/* mapConcurrent */._)(logBlobs, LOG_CONCURRENCY, ({ id }) => this.#readLog(id, signal));
        const blobs = activeLegacyBlobs(indexBlobs, logs.filter((log) => log !== undefined));
        if (blobs.some(({ id }) => id === POISON_NAME)) {
            throw new lib_errors/* CairnError */.eb('CAIRN_REPOSITORY_UPGRADED', 'The repository has been upgraded to a newer format since it was opened.', {
                hint: 'Run the command again, so that the new format is read.',
            });
        }
        return { blobs, watermarkSeconds: 0 };
    }
    async writeIndexBlobs(shards, sessionId, signal) {
        const written = [];
        for (const shard of shards) {
            const { id, bytes } = sealBlob(this.#keys, BLOB_PREFIXES.legacyIndex, `-${sessionId}`, shard);
            written.push(await this.#storage.putBlob(id, [bytes], signal === undefined ? {} : { signal }));
        }
        return written;
    }
    /** Without epochs there is nothing to begin. */
    async advanceIfNeeded() { }
    /** Undefined when the log vanished since it was listed: then its inputs are gone as well, or still count. */
    async #readLog(id, signal) {
        try {
            const sealed = await this.#storage.getBlob(id, signal === undefined ? {} : { signal });
            return decodeCompactionLog(sealed_blob_openSealedBlob(this.#keys, id, sealed), id);
        }
        catch (error) {
            if ((0,lib_errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
                return undefined;
            throw error;
        }
    }
}

;// CONCATENATED MODULE: ./lib/repo/content/index/open-manager.js
/** Chooses how a repository manages its index blobs. */


/** The manager that the epoch parameters of the format ask for; the format version does not matter. */
function openIndexManager(options) {
    return options.parameters.enabled ? new EpochManager(options) : new LegacyIndexManager(options.storage, options.keys);
}

;// CONCATENATED MODULE: ./lib/repo/content/pack-reader.js
/** Ranges of packs, read ahead so that neighbouring contents cost one request (docs/repository-format.md, "Reading contents"). */


const MiB = 1024 * 1024;
/** Unit of reading ahead in data packs. */
const SEGMENT_BYTES = 4 * MiB;
/** Contents from this size on are worth a request of their own. */
const DIRECT_BYTES = 1 * MiB;
/** Reads of one pack before its neighbourhood is read as well: a single file of a snapshot shall not cost a whole segment. */
const READS_BEFORE_AHEAD = 2;
const pack_reader_CACHE_BYTES = 64 * MiB;
/** Reads from packs through a cache bounded in bytes; concurrent reads of one segment share a request. */
class PackReader {
    #storage;
    /** Least recently used first. */
    #segments = new Map();
    #lengths = new Map();
    #reads = new Map();
    #cachedBytes = 0;
    constructor(storage) {
        this.#storage = storage;
    }
    /**
     * `length` bytes of a pack from `offset` on; a view that the caller must not change. `isFresh` goes around the cache.
     *
     * Errors: CAIRN_BLOB_MISSING, CAIRN_BLOB_RANGE, storage kinds.
     */
    async read(packId, offset, length, isFresh = false) {
        try {
            if (isFresh) {
                this.forget(packId);
                return await this.#storage.getBlob(packId, { offset, length });
            }
            if (packId.startsWith('q'))
                return await this.#readAhead(packId, offset, length);
            const reads = (this.#reads.get(packId) ?? 0) + 1;
            this.#reads.set(packId, reads);
            if (length >= DIRECT_BYTES || reads <= READS_BEFORE_AHEAD)
                return await this.#storage.getBlob(packId, { offset, length });
            return await this.#readAhead(packId, offset, length);
        }
        catch (error) {
            if ((0,lib_errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
                throw packMissing(packId, this.#storage, error);
            throw error;
        }
    }
    /** Drops what is cached of a pack. */
    forget(packId) {
        this.#lengths.delete(packId);
        for (const [key, segment] of this.#segments) {
            if (key.startsWith(`${packId}@`))
                this.#drop(key, segment);
        }
    }
    async #readAhead(packId, offset, length) {
        const packLength = await this.#packLength(packId);
        if (offset + length > packLength) {
            throw new lib_errors/* CairnError */.eb('CAIRN_BLOB_RANGE', `Bytes ${offset}..${offset + length} of ${packId} were asked for, but it has ${packLength}.`);
        }
        const first = Math.floor(offset / SEGMENT_BYTES);
        const last = Math.floor(Math.max(offset, offset + length - 1) / SEGMENT_BYTES);
        const parts = [];
        for (let number = first; number <= last; number++) {
            const bytes = await this.#segment(packId, number, packLength);
            const start = number * SEGMENT_BYTES;
            parts.push(bytes.subarray(Math.max(0, offset - start), Math.min(bytes.length, offset + length - start)));
        }
        return parts.length === 1 && parts[0] !== undefined ? parts[0] : (0,util_bytes/* concatBytes */.Id)(parts);
    }
    async #segment(packId, number, packLength) {
        const key = `${packId}@${number}`;
        const present = this.#segments.get(key);
        if (present !== undefined) {
            this.#segments.delete(key);
            this.#segments.set(key, present);
            return present.bytes;
        }
        const offset = number * SEGMENT_BYTES;
        const length = Math.min(SEGMENT_BYTES, packLength - offset);
        const segment = { bytes: this.#storage.getBlob(packId, { offset, length }), length };
        this.#segments.set(key, segment);
        this.#cachedBytes += length;
        for (const [oldest, other] of this.#segments) {
            if (this.#cachedBytes <= pack_reader_CACHE_BYTES || oldest === key)
                break;
            this.#drop(oldest, other);
        }
        try {
            return await segment.bytes;
        }
        catch (error) {
            if (this.#segments.get(key) === segment)
                this.#drop(key, segment);
            throw error;
        }
    }
    #drop(key, segment) {
        this.#segments.delete(key);
        this.#cachedBytes -= segment.length;
    }
    async #packLength(packId) {
        let length = this.#lengths.get(packId);
        if (length === undefined) {
            length = this.#storage.statBlob(packId).then((metadata) => {
                if (metadata === undefined)
                    throw packMissing(packId, this.#storage);
                return metadata.length;
            });
            this.#lengths.set(packId, length);
            length.catch(() => this.#lengths.delete(packId));
        }
        return length;
    }
}
function packMissing(packId, storage, cause) {
    return new lib_errors/* CairnError */.eb('CAIRN_BLOB_MISSING', `Pack ${packId} is not in ${storage.displayName}.`, {
        hint: 'Some snapshots cannot be read in full. Restore the blob from a copy of the storage, or take a new snapshot of the same files.',
        cause,
    });
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/repo/content/pool/cancel-list.js
/** Many waiting operations on few signals: one listener per signal, however many wait. */
class CancelList {
    #waiting = new Map();
    /** Calls `onAbort` when the signal is aborted; the result takes it off the list. */
    add(signal, onAbort) {
        let entry = this.#waiting.get(signal);
        if (entry === undefined) {
            const callbacks = new Set();
            const listener = () => {
                this.#waiting.delete(signal);
                for (const callback of callbacks)
                    callback();
            };
            entry = { callbacks, listener };
            this.#waiting.set(signal, entry);
            signal.addEventListener('abort', listener, { once: true });
        }
        const { callbacks, listener } = entry;
        callbacks.add(onAbort);
        return () => {
            callbacks.delete(onAbort);
            if (callbacks.size > 0 || this.#waiting.get(signal)?.callbacks !== callbacks)
                return;
            this.#waiting.delete(signal);
            signal.removeEventListener('abort', listener);
        };
    }
}

;// CONCATENATED MODULE: ./lib/repo/content/pool/jobs.js
/** Jobs as the pool keeps them: what was asked, and who waits for it. */

/** A promise that is settled at most once, and early when its signal is aborted. */
class Waiter {
    promise;
    #resolve; // set by the executor, which runs at once
    #reject; // as above
    #isSettled = false;
    #forget;
    constructor(cancels, signal) {
        this.promise = new Promise((resolve, reject) => {
            this.#resolve = resolve;
            this.#reject = reject;
        });
        if (signal?.aborted)
            this.reject((0,lib_errors/* cancelled */.KW)());
        else if (signal !== undefined)
            this.#forget = cancels.add(signal, () => this.reject((0,lib_errors/* cancelled */.KW)()));
    }
    /** True as well when it was cancelled: then nobody waits for the work any more. */
    get isSettled() {
        return this.#isSettled;
    }
    resolve(value) {
        if (this.#settle())
            this.#resolve(value);
    }
    reject(error) {
        if (this.#settle())
            this.#reject(error);
    }
    #settle() {
        if (this.#isSettled)
            return false;
        this.#isSettled = true;
        this.#forget?.();
        return true;
    }
}
/** The error of a file that could not be read. */
function fileError(path, failure) {
    const name = typeof path === 'string' ? path : Buffer.from(path).toString('utf8');
    switch (failure.reason) {
        case 'vanished':
            return new lib_errors/* CairnError */.eb('CAIRN_FILE_VANISHED', `${name} was removed while the snapshot was being taken.`);
        case 'changed':
        case 'too-long':
            return new lib_errors/* CairnError */.eb('CAIRN_FILE_CHANGED', `${name} was replaced while the snapshot was being taken: ${failure.text}.`);
        case 'unreadable':
            return new lib_errors/* CairnError */.eb('CAIRN_FILE_UNREADABLE', `${name} could not be read: ${failure.text}.`, {
                hint: 'Check its permissions, leave it out with an ignore rule, or allow file errors in the policy.',
            });
    }
}

;// CONCATENATED MODULE: ./lib/repo/content/pool/cut-run.js
/** One large file on its way: a lane cuts it, piece by piece, and the pool stores the pieces. */

/** Pieces of one file that exist at a time. */
const PIECES_PER_CUT = 3;
class CutRun {
    #job;
    #item;
    #host;
    #parts = [];
    /** Pieces asked for and not yet stored. */
    #outstanding = 0;
    #isOver = false;
    constructor(job, item, host) {
        this.#job = job;
        this.#item = item;
        this.#host = host;
    }
    start() {
        const { file, startByte, endByte, splitter } = this.#item;
        this.#host.send({ kind: 'cut', job: this.#job, file, startByte, endByte, splitter });
        this.more();
    }
    /** Asks for as many pieces as there may be. */
    more() {
        if (this.#isOver)
            return;
        if (this.#item.waiter.isSettled) {
            this.#host.send({ kind: 'drop', job: this.#job });
            this.#end();
            return;
        }
        while (this.#outstanding < PIECES_PER_CUT && this.#host.hasRoom()) {
            this.#outstanding++;
            const spare = this.#host.takeSpare();
            this.#host.send({ kind: 'more', job: this.#job, spare }, spare === undefined ? [] : [spare]);
        }
    }
    take(reply) {
        if (reply.kind === 'cut-failed')
            this.fail(fileError(this.#item.file.path, reply.failure));
        if (reply.kind !== 'cut-off' || this.#isOver)
            return;
        const piece = this.#host.storePiece(reply.bytes);
        this.#parts.push(piece);
        piece.then(() => {
            this.#outstanding--;
            this.more();
        }, (error) => this.fail(error));
        if (!reply.isLast)
            return;
        this.#end();
        Promise.all(this.#parts).then((parts) => this.#item.waiter.resolve(parts), (error) => this.#item.waiter.reject(error));
    }
    fail(error) {
        this.#item.waiter.reject(error);
        this.#end();
    }
    #end() {
        if (this.#isOver)
            return;
        this.#isOver = true;
        this.#host.onEnd();
    }
}

// EXTERNAL MODULE: ./lib/repo/content/pool/protocol.js
var protocol = __webpack_require__(3293);
;// CONCATENATED MODULE: ./lib/repo/content/pool/file-queue.js

class FileQueue {
    compressor;
    #items = [];
    #bytes = 0;
    constructor(compressor) {
        this.compressor = compressor;
    }
    get length() {
        return this.#items.length;
    }
    /** Whether there is enough for a batch. */
    get isFull() {
        return this.#items.length >= protocol/* BATCH_FILES */.VB || this.#bytes >= protocol/* BATCH_BYTES */.Fv;
    }
    push(item) {
        this.#items.push(item);
        this.#bytes += item.size;
    }
    /** Takes the next files off the queue, at most a batch, leaving out those nobody waits for any more. */
    take(maxFiles) {
        const taken = [];
        let bytes = 0;
        let count = 0;
        for (const item of this.#items) {
            if (taken.length >= Math.min(maxFiles, protocol/* BATCH_FILES */.VB) || (taken.length > 0 && bytes + item.size > protocol/* BATCH_BYTES */.Fv))
                break;
            count++;
            this.#bytes -= item.size;
            if (item.waiter.isSettled)
                continue;
            taken.push(item);
            bytes += item.size;
        }
        this.#items.splice(0, count);
        return taken;
    }
    rejectAll(error) {
        for (const item of this.#items.splice(0))
            item.waiter.reject(error);
        this.#bytes = 0;
    }
}

// EXTERNAL MODULE: ./lib/repo/content/pool/lane.js
var lane = __webpack_require__(1791);
;// CONCATENATED MODULE: ./lib/repo/content/pool/pool.js
/** Spreads reading, hashing and sealing over lanes, and keeps the order of decisions on the main thread. */









const MAX_LANES = 8;
/** Jobs that a lane has at a time, so that it never waits for the main thread. */
const JOBS_PER_LANE = 2;
/** Small files that are read without starting workers. */
const MAX_INLINE_FILES = 64;
/** Files that are worth a job ahead of time. */
const MIN_AHEAD_FILES = 32;
/** From this size on the memory of a piece is handed over instead of copied. */
const MIN_TRANSFER_BYTES = 64 * 1024;
/** Memory of pieces that is kept for the next ones. */
const MAX_SPARES = 3;
class ContentPool {
    /** Called when a lane ended by itself. */
    onCrash = () => { };
    #options;
    #sink;
    #cancels = new CancelList();
    #seats = [];
    #retired = [];
    #hasWorkers = false;
    /** Files given to lanes so far. */
    #begunFiles = 0;
    #listener = {
        onReply: (reply) => {
            if (reply.kind === 'spare')
                this.#keepSpare(reply.spare);
            else
                this.#jobs.get(reply.job)?.take(reply);
        },
        onCrash: (error) => {
            this.fail(error);
            this.onCrash(error);
        },
    };
    #jobs = new Map();
    #nextJob = 1;
    /** Small files by compressor, because a batch has one. */
    #files = [];
    #pieces = [];
    #cuts = [];
    #running = new Set();
    #spares = [];
    #isPumpScheduled = false;
    #failure;
    #hashBytes;
    constructor(options, sink) {
        this.#options = options;
        this.#sink = sink;
        this.#hashBytes = options.codec.hasher.sizeBytes;
    }
    /** Number of lanes, started or not. */
    get laneCount() {
        const { workers, workerUrl } = this.#options;
        if (workerUrl === undefined || workers === 0)
            return 1;
        return Math.max(1, Math.min(MAX_LANES, workers ?? (0,external_node_os_.availableParallelism)()));
    }
    /** Stores a file of at most SMALL_FILE_BYTES; undefined when it turns out to be longer. Errors: CAIRN_FILE_*. */
    writeSmallFile(file, compressor, signal) {
        const waiter = this.#waiter(signal);
        const { path, device, inode, size } = file;
        let queue = this.#files.find((each) => each.compressor === compressor);
        if (queue === undefined) {
            queue = new FileQueue(compressor);
            this.#files.push(queue);
        }
        queue.push({ path, device, inode, size, waiter });
        this.#schedule(queue.isFull);
        return waiter.promise;
    }
    /** Stores one content of file data; `bytes` is given away. */
    writePiece(bytes, compressor, signal) {
        const waiter = this.#waiter(signal);
        this.#pieces.push({ bytes, compressor, waiter });
        this.#schedule(true);
        return waiter.promise;
    }
    /** Cuts a file (or the part from `startByte` to `endByte`) and stores the pieces, in order. Errors: CAIRN_FILE_*. */
    cutFile(cut, signal) {
        const waiter = this.#waiter(signal);
        this.#cuts.push({ ...cut, waiter });
        this.#schedule(true);
        return waiter.promise;
    }
    /** To be called when the sink has room again. */
    resume() {
        for (const cut of [...this.#running])
            cut.more();
        this.#pump();
    }
    /** Rejects everything that waits, now and later. */
    fail(error) {
        if (this.#failure !== undefined)
            return;
        this.#failure = { error };
        for (const job of [...this.#jobs.values()])
            job.fail(error);
        this.#jobs.clear();
        for (const queue of this.#files)
            queue.rejectAll(error);
        for (const item of this.#pieces.splice(0))
            item.waiter.reject(error);
        for (const item of this.#cuts.splice(0))
            item.waiter.reject(error);
        this.#running.clear();
        for (const seat of this.#seats)
            seat.lane.setBusy(false);
    }
    /** Ends the lanes. */
    async close() {
        this.fail(new lib_errors/* CairnError */.eb('CAIRN_INTERNAL', 'The repository was closed while it was being written to.'));
        const seats = [...this.#seats, ...this.#retired];
        this.#seats = [];
        this.#retired = [];
        await Promise.all(seats.map((seat) => seat.lane.close()));
    }
    #waiter(signal) {
        const waiter = new Waiter(this.#cancels, signal);
        if (this.#failure !== undefined)
            waiter.reject(this.#failure.error);
        return waiter;
    }
    #schedule(isUrgent) {
        if (isUrgent)
            this.#pump();
        if (isUrgent || this.#isPumpScheduled)
            return;
        this.#isPumpScheduled = true;
        setImmediate(() => {
            this.#isPumpScheduled = false;
            this.#pump();
        });
    }
    /** Gives work to the lanes: pieces first, because they hold memory, then large files, then batches. */
    #pump() {
        while (this.#failure === undefined && this.#sink.hasRoom()) {
            const seat = this.#freestSeat();
            if (!(this.#startPiece(seat) || this.#startCut() || this.#startBatch(seat)))
                return;
        }
    }
    #freestSeat() {
        if (!this.#hasWorkers && this.#needsWorkers())
            this.#startWorkers();
        if (this.#seats.length === 0) {
            const { codec, settings } = this.#options;
            this.#seats = [{ lane: (0,lane/* inlineLane */.Gh)(codec, settings, this.#listener), load: 0, cuts: 0 }];
        }
        return this.#seats.reduce((best, seat) => (seat.load < best.load ? seat : best));
    }
    /** Starting threads takes longer than reading a few small files, which the calling thread does by itself. */
    #needsWorkers() {
        if (this.#options.workerUrl === undefined || this.#options.workers === 0)
            return false;
        if (this.#cuts.length > 0 || this.#pieces.length > 0)
            return true;
        return this.#begunFiles + this.#files.reduce((sum, queue) => sum + queue.length, 0) > MAX_INLINE_FILES;
    }
    #startWorkers() {
        const { workerUrl, settings } = this.#options;
        if (workerUrl === undefined)
            return;
        this.#hasWorkers = true;
        // What the calling thread has begun it finishes, but it gets nothing new.
        this.#retired = this.#seats;
        this.#seats = Array.from({ length: this.laneCount }, () => ({
            lane: (0,lane/* workerLane */.p8)(workerUrl, settings, this.#listener),
            load: 0,
            cuts: 0,
        }));
    }
    #startPiece(seat) {
        if (seat.load >= JOBS_PER_LANE)
            return false;
        for (let item = this.#pieces.shift(); item !== undefined; item = this.#pieces.shift()) {
            if (item.waiter.isSettled)
                continue;
            const { bytes, compressor, waiter } = item;
            const request = { kind: 'piece', job: this.#nextJob++, bytes, compressor };
            this.#sendContents(seat, request, { length: 1, waiterAt: () => waiter, pathAt: () => '' }, ownMemory(bytes));
            return true;
        }
        return false;
    }
    #startBatch(seat) {
        if (seat.load >= JOBS_PER_LANE)
            return false;
        for (const queue of this.#files) {
            if (queue.length === 0)
                continue;
            // Less than a batch is shared among the lanes that have nothing to do; a busy one waits until it is worth the messages.
            if (!queue.isFull && seat.load > 0 && queue.length < MIN_AHEAD_FILES)
                continue;
            const idleLanes = this.#seats.filter(({ load }) => load === 0).length;
            const share = queue.isFull ? protocol/* BATCH_FILES */.VB : Math.max(MIN_AHEAD_FILES / 2, Math.ceil(queue.length / Math.max(1, idleLanes)));
            const items = queue.take(share);
            if (items.length > 0) {
                this.#sendBatch(seat, items, queue.compressor);
                return true;
            }
        }
        return false;
    }
    #sendBatch(seat, items, compressor) {
        this.#begunFiles += items.length;
        const identities = new BigUint64Array(2 * items.length);
        const paths = items.map((item, index) => {
            identities[2 * index] = item.device;
            identities[2 * index + 1] = item.inode;
            return item.path;
        });
        const request = { kind: 'files', job: this.#nextJob++, paths, identities, compressor };
        const waiterAt = (index) => items[index]?.waiter;
        this.#sendContents(seat, request, { length: items.length, waiterAt, pathAt: (index) => paths[index] ?? '' });
    }
    /** Sends a batch or a piece, and answers its `hashed` with what is to be sealed. */
    #sendContents(seat, request, batch, transfer) {
        const { job } = request;
        let claimed = [];
        const send = (next) => seat.lane.send(next);
        this.#begin(seat, job, {
            take: (reply) => {
                if (reply.kind === 'hashed') {
                    claimed = this.#claim(reply, batch);
                    if (claimed.length > 0)
                        return send({ kind: 'seal', job, wanted: Uint32Array.from(claimed, (each) => each.index) });
                    send({ kind: 'drop', job });
                }
                else if (reply.kind === 'sealed') {
                    if (reply.spare !== undefined)
                        this.#keepSpare(reply.spare);
                    let start = 0;
                    claimed.forEach(({ content, part, index }, at) => {
                        const end = reply.ends[at] ?? start;
                        this.#sink.deliver(content, reply.originalLengths[at] ?? 0, reply.bytes.subarray(start, end), reply.compressionIds[at] ?? 0);
                        start = end;
                        batch.waiterAt(index)?.resolve(part);
                    });
                }
                this.#end(job);
            },
            fail: (error) => {
                for (let index = 0; index < batch.length; index++)
                    batch.waiterAt(index)?.reject(error);
            },
        });
        seat.lane.send(request, transfer);
    }
    #keepSpare(spare) {
        if (this.#spares.length < MAX_SPARES)
            this.#spares.push(spare);
        else
            (0,util_bytes/* release */._r)(new Uint8Array(spare));
    }
    /** Decides which items are new; settles the others. */
    #claim(reply, batch) {
        const claimed = [];
        const failures = new Map(reply.failures.map((failure) => [failure.index, failure]));
        const size = this.#hashBytes;
        const hex = Buffer.from(reply.hashes.buffer, reply.hashes.byteOffset, reply.hashes.byteLength).toString('hex');
        for (let index = 0; index < batch.length; index++) {
            const waiter = batch.waiterAt(index);
            if (waiter === undefined || waiter.isSettled)
                continue;
            const failure = failures.get(index);
            if (failure !== undefined) {
                if (failure.reason === 'too-long')
                    waiter.resolve(undefined);
                else
                    waiter.reject(fileError(batch.pathAt(index), failure));
                continue;
            }
            const id = hex.slice(2 * index * size, 2 * (index + 1) * size);
            const hash = reply.hashes.subarray(index * size, (index + 1) * size);
            const length = reply.lengths[index] ?? 0;
            const isNew = this.#sink.claim(id, 0, hash, length);
            const part = { id, length, isNew, isCompressed: reply.compressedFirst?.[index] === 1 };
            if (isNew)
                claimed.push({ content: { id, prefixByte: 0, hash }, index, part });
            else
                waiter.resolve(part);
        }
        return claimed;
    }
    /** Starts the next large file on the lane that cuts the fewest. */
    #startCut() {
        const seat = this.#seats.reduce((best, each) => (each.cuts < best.cuts ? each : best));
        if (seat.cuts > 0)
            return false;
        let item = this.#cuts.shift();
        while (item?.waiter.isSettled)
            item = this.#cuts.shift();
        if (item === undefined)
            return false;
        this.#runCut(seat, item);
        return true;
    }
    #runCut(seat, item) {
        const job = this.#nextJob++;
        const run = new CutRun(job, item, {
            send: (request, transfer) => seat.lane.send(request, transfer),
            hasRoom: () => this.#sink.hasRoom(),
            takeSpare: () => this.#spares.pop(),
            storePiece: (bytes) => this.writePiece(bytes, item.compressor),
            onEnd: () => {
                this.#running.delete(run);
                this.#jobs.delete(job);
                seat.cuts--;
                this.#updateBusy(seat);
                this.#schedule(false);
            },
        });
        this.#running.add(run);
        this.#jobs.set(job, { seat, take: (reply) => run.take(reply), fail: (error) => run.fail(error) });
        seat.cuts++;
        this.#updateBusy(seat);
        run.start();
    }
    #begin(seat, job, handlers) {
        this.#jobs.set(job, { seat, ...handlers });
        seat.load++;
        this.#updateBusy(seat);
    }
    #end(job) {
        const seat = this.#jobs.get(job)?.seat;
        if (seat === undefined)
            return;
        this.#jobs.delete(job);
        seat.load--;
        this.#updateBusy(seat);
        this.#pump();
    }
    #updateBusy(seat) {
        seat.lane.setBusy(seat.load + seat.cuts > 0);
    }
}
/** The memory of `bytes`, which was given away; small arrays may share theirs with others, and copying them is cheap. */
function ownMemory(bytes) {
    return bytes.buffer instanceof ArrayBuffer && bytes.byteOffset === 0 && bytes.byteLength >= MIN_TRANSFER_BYTES ? [bytes.buffer] : [];
}

;// CONCATENATED MODULE: ./lib/repo/content/content-manager.js
/** Contents by name: written once, found again, read back and checked (docs/repository-format.md, "Contents"). */











/** Missing contents bring about a refresh, but not more often than this. */
const MISS_REFRESH_INTERVAL_MS = 5000;
/** The view of the index is not older than this when contents are looked up for writing. */
const REFRESH_INTERVAL_MS = 15 * 60_000;
/** No splitter cuts longer pieces than half of this; only manifests may be longer. A few crafted contents would otherwise fill the memory. */
const content_manager_MAX_CONTENT_BYTES = 32 * 1024 * 1024;
class ContentManager {
    format;
    index;
    indexBlobs;
    codec;
    /** Reads and stores file data. */
    pool;
    #options;
    #writer;
    #packs;
    #cache = new ContentCache();
    #refreshing;
    #refreshedMs = Number.NEGATIVE_INFINITY;
    #missRefreshedMs = Number.NEGATIVE_INFINITY;
    constructor(options, codec) {
        const { storage, format, clock } = options;
        this.#options = options;
        this.codec = codec;
        this.format = format.content;
        this.index = new content_index_ContentIndex(codec.hasher.sizeBytes);
        this.indexBlobs = openIndexManager({ storage, keys: codec, parameters: format.content.epochs, clock });
        this.#packs = new PackReader(storage);
        const log = options.log ?? lib_log/* nullLogger */.G;
        this.#writer = new ContentWriter({ ...options, codec, index: this.index, indexBlobs: this.indexBlobs, log });
        const { hash, hashSecret, encryption, masterKey, indexVersion } = format.content;
        const settings = { codec: { hash, hashSecret, encryption, masterKey }, compressesBeforeHashing: indexVersion === 1 };
        this.pool = new ContentPool({ codec, settings, workers: options.workers, workerUrl: options.workerUrl }, this.#writer);
        this.#writer.onRoom = () => this.pool.resume();
        this.#writer.onFailure = (error) => this.pool.fail(error);
        this.pool.onCrash = (error) => this.#writer.fail(error);
    }
    /** Opens the contents of a repository: loads the algorithms and the index. Errors: CAIRN_INDEX_DAMAGED, storage kinds. */
    static async open(options) {
        const { hash, hashSecret, encryption, masterKey } = options.format.content;
        const codec = await (0,content_codec/* createCodec */.LJ)({ hash, hashSecret, encryption, masterKey }, options.random);
        const manager = new ContentManager(options, codec);
        await manager.refresh(options.signal);
        return manager;
    }
    /** Whether file data is compressed before it is hashed, so that object IDs carry a `Z`. */
    get compressesBeforeHashing() {
        return this.format.indexVersion === 1;
    }
    /** Stores a content from the calling thread: for small things. `prefix` is a letter or empty. */
    write(plain, prefix, compressorName) {
        this.#writer.throwIfFailed();
        let compressor = (0,content_codec/* writingCompressor */.Ct)(compressorName);
        let bytes = plain;
        let isCompressed = false;
        if (this.compressesBeforeHashing) {
            const packed = prefix === '' && compressor !== undefined ? (0,content_codec/* compressIfWorthwhile */.Xy)(plain, compressor) : undefined;
            isCompressed = packed !== undefined;
            bytes = packed ?? plain;
            compressor = undefined;
        }
        const hash = this.codec.hasher.hash(bytes);
        const prefixByte = (0,content_id/* prefixByteOf */.kC)(prefix);
        const id = (0,content_id/* formatContentId */.GZ)(prefixByte, hash);
        const isNew = this.#writer.claim(id, prefixByte, hash, plain.length);
        if (isNew) {
            const { sealed, compressionId } = this.codec.seal(bytes, hash, compressor);
            this.#writer.deliver({ id, prefixByte, hash }, bytes.length, sealed, compressionId);
        }
        return { id, length: plain.length, isNew, isCompressed };
    }
    /** Resolves when packs leave fast enough for more to be written. */
    async room(signal) {
        (0,lib_errors/* throwIfCancelled */.dZ)(signal);
        this.#writer.throwIfFailed();
        if (!this.#writer.hasRoom())
            await this.#writer.room();
        (0,lib_errors/* throwIfCancelled */.dZ)(signal);
    }
    /** The entry of a content, deleted or not, refreshing the index when there is none. Errors: CAIRN_CONTENT_MISSING. */
    async find(id) {
        let entry = this.index.get(id);
        if (entry === undefined && this.#mayRefreshForMiss()) {
            await this.refresh();
            entry = this.index.get(id);
        }
        if (entry !== undefined)
            return entry;
        throw new lib_errors/* CairnError */.eb('CAIRN_CONTENT_MISSING', `Content ${id} is not in the index of ${this.#options.storage.displayName}.`, {
            hint: 'What needs it cannot be read in full. Take a new snapshot of the same files: contents that are still there are stored again.',
        });
    }
    /** The plain bytes of a content, not to be changed. Errors: CAIRN_CONTENT_MISSING, CAIRN_CONTENT_DAMAGED, CAIRN_BLOB_MISSING, storage kinds. */
    async read(id) {
        return await this.readEntry(await this.find(id));
    }
    /** Like `read`, with the entry that `find` gave. */
    async readEntry(entry) {
        const { id } = entry;
        const cached = this.#cache.get(id);
        if (cached !== undefined)
            return cached;
        try {
            const plain = await this.#readEntry(entry);
            this.#cache.add(id, plain);
            return plain;
        }
        catch (error) {
            if (!(0,lib_errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_MISSING'))
                throw error;
            // Maintenance may have moved the content to another pack since the index was read.
            await this.refresh();
            const moved = this.index.get(id);
            if (moved === undefined || moved.packBlobId === entry.packBlobId)
                throw error;
            return await this.#readEntry(moved);
        }
    }
    /** Entries in the order of their IDs, deleted ones included. */
    entries(filter) {
        return this.index.entries(filter);
    }
    /** Marks a content deleted at the next flush. For maintenance only. */
    markDeleted(id) {
        this.#writer.markDeleted(id);
    }
    /** Makes everything written so far durable and visible. */
    async flush(signal) {
        await this.#writer.flush(signal);
        if (this.#options.clock.monotonicMs() - this.#refreshedMs >= REFRESH_INTERVAL_MS)
            await this.refresh(signal);
    }
    /** Begins the next index epoch when it is time; returns its number, or undefined. */
    async advanceEpoch(signal) {
        return await this.indexBlobs.advanceIfNeeded(signal);
    }
    /** Sees what other writers committed since; concurrent calls share the work. */
    async refresh(signal) {
        (0,lib_errors/* throwIfCancelled */.dZ)(signal);
        this.#refreshing ??= this.#load(signal).finally(() => {
            this.#refreshing = undefined;
        });
        await this.#refreshing;
    }
    counters() {
        return { ...this.#writer.totals };
    }
    /** Ends the workers; what was not flushed is dropped. */
    async close() {
        this.#writer.fail(new lib_errors/* CairnError */.eb('CAIRN_INTERNAL', 'The repository was closed while it was being written to.'));
        await this.pool.close();
        await this.#writer.settled();
    }
    async #load(signal) {
        const { storage, clock } = this.#options;
        await loadIndex(storage, this.indexBlobs, this.codec, this.index, signal === undefined ? { clock } : { clock, signal });
        this.#refreshedMs = clock.monotonicMs();
    }
    #mayRefreshForMiss() {
        const nowMs = this.#options.clock.monotonicMs();
        if (nowMs - this.#missRefreshedMs < MISS_REFRESH_INTERVAL_MS)
            return false;
        this.#missRefreshedMs = nowMs;
        return true;
    }
    async #readEntry(entry) {
        if (entry.encryptionKeyId !== 0) {
            throw new lib_errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `Content ${entry.id} is encrypted with another key (${entry.encryptionKeyId}).`);
        }
        const key = (0,content_id/* keyOfContentId */.xD)(entry.id);
        if (key === undefined)
            throw new lib_errors/* CairnError */.eb('CAIRN_INTERNAL', `${JSON.stringify(entry.id)} is no content ID.`);
        if (Math.max(entry.originalLength, entry.packedLength) > content_manager_MAX_CONTENT_BYTES && key[0] !== (0,content_id/* prefixByteOf */.kC)('m')) {
            throw contentDamaged(entry, new Error(`it claims ${entry.originalLength} bytes, more than any object is cut into`));
        }
        const hash = key.subarray(1);
        const held = this.#writer.readUnconfirmed(entry.packBlobId, entry.packOffset, entry.packedLength);
        if (held !== undefined)
            return this.codec.open(held, hash, entry.originalLength, entry.compressionId);
        try {
            return await this.#readAndOpen(entry, hash, false);
        }
        catch (error) {
            if (!isDamage(error))
                throw error;
        }
        // Once more from the storage itself: what was damaged may have been the way here.
        try {
            return await this.#readAndOpen(entry, hash, true);
        }
        catch (error) {
            throw isDamage(error) ? contentDamaged(entry, error) : error;
        }
    }
    async #readAndOpen(entry, hash, isFresh) {
        const sealed = await this.#packs.read(entry.packBlobId, entry.packOffset, entry.packedLength, isFresh);
        return this.codec.open(sealed, hash, entry.originalLength, entry.compressionId);
    }
}
function isDamage(error) {
    return (0,lib_errors/* isCairnError */.qN)(error, 'CAIRN_CONTENT_DAMAGED') || (0,lib_errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_RANGE');
}
function contentDamaged(entry, cause) {
    const text = `Content ${entry.id} in pack ${entry.packBlobId} (${entry.packedLength} bytes from ${entry.packOffset}) is damaged.`;
    return new lib_errors/* CairnError */.eb('CAIRN_CONTENT_DAMAGED', text, {
        hint: 'What needs it cannot be read in full. Restore the blob from a copy of the storage, or take a new snapshot of the same files.',
        cause,
    });
}
/** The error of a write to a repository that was opened for reading. */
function readOnly() {
    return new lib_errors/* CairnError */.eb('CAIRN_REPOSITORY_READONLY', 'The repository was opened for reading only.', {
        hint: 'Connect to it without --readonly.',
    });
}

;// CONCATENATED MODULE: ./lib/repo/format/checked-json.js
/** Reading JSON written by others: every field is checked for its type, an absent field and `null` count as the zero value, as in Go. */



/** The text Go writes for a time that was never set. */
const NEVER = '0001-01-01T00:00:00Z';
/** Parses UTF-8 JSON whose top is an object; CAIRN_FORMAT_DAMAGED otherwise. */
function checked_json_parseCheckedObject(bytes, where) {
    const text = (0,util_bytes/* fromUtf8 */.ar)(bytes);
    if (text === undefined)
        throw checked_json_damagedFormat(where, 'is not UTF-8 text');
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw checked_json_damagedFormat(where, 'is not JSON', cause);
    }
    return checked_json_checkedObject(value, where);
}
/** Gives checked access to the fields of `value`; CAIRN_FORMAT_DAMAGED when it is not an object. */
function checked_json_checkedObject(value, where) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw checked_json_damagedFormat(where, 'is not a JSON object');
    const fields = new Map(Object.entries(value));
    const read = (name, zero, expected, convert) => {
        const field = fields.get(name);
        if (field === undefined || field === null)
            return zero;
        const converted = convert(field);
        if (converted === undefined)
            throw checked_json_damagedFormat(where, `has a field "${name}" that is not ${expected}`);
        return converted;
    };
    return {
        text: (name) => read(name, '', 'text', (field) => (typeof field === 'string' ? field : undefined)),
        flag: (name) => read(name, false, 'true or false', (field) => (typeof field === 'boolean' ? field : undefined)),
        count: (name) => read(name, 0, 'a whole number', (field) => (isCount(field) ? field : undefined)),
        duration: (name) => read(name, 0n, 'a duration', (field) => (isWhole(field) ? BigInt(field) : undefined)),
        time: (name) => read(name, { ns: undefined }, 'a time', (field) => {
            if (field === NEVER)
                return { ns: undefined };
            const ns = typeof field === 'string' ? (0,timestamp/* parseTimestamp */.l)(field) : undefined;
            return ns === undefined ? undefined : { ns };
        }).ns,
        bytes: (name) => read(name, new Uint8Array(0), 'base64', (field) => (typeof field === 'string' ? fromBase64(field) : undefined)),
        object: (name) => read(name, undefined, 'an object', (field) => checked_json_checkedObject(field, `"${name}" of ${where}`)),
        list: (name) => read(name, [], 'a list', (field) => (Array.isArray(field) ? field : undefined)),
        names: () => [...fields.keys()],
    };
}
/** The error of format bytes that cannot be what a backup program wrote. */
function checked_json_damagedFormat(where, what, cause) {
    return new lib_errors/* CairnError */.eb('CAIRN_FORMAT_DAMAGED', `The ${where} ${what}.`, {
        hint: 'Check that the location is the right one. Packs of repositories from before kopia 0.9 hold a copy: try "kopia repository repair".',
        cause,
    });
}
/** Base64 of the standard alphabet, with padding. */
function toBase64(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}
function fromBase64(text) {
    if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text))
        return undefined;
    return new Uint8Array(Buffer.from(text, 'base64'));
}
function isWhole(value) {
    return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2 ** 63;
}
function isCount(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

;// CONCATENATED MODULE: ./lib/repo/format/blobcfg.js
/**
 * The blob `kopia.blobcfg`: how long storage must keep blobs, sealed like the format payload (docs/repository-format.md, "Blob configuration").
 *
 * {} or {"retentionMode":"GOVERNANCE","retentionPeriod":<ns>}
 */


/** ID of the blob configuration. */
const BLOB_CONFIG_BLOB_ID = 'kopia.blobcfg';
const MAX_BYTES = (/* unused pure expression or super */ null && (64 * 1024));
/** Opens the blob; an absent one (`undefined`) means no retention. CAIRN_FORMAT_DAMAGED when it does not belong to the format blob. */
function decodeBlobConfig(sealed, format) {
    if (sealed === undefined)
        return {};
    const where = `blob ${BLOB_CONFIG_BLOB_ID}`;
    if (sealed.length > MAX_BYTES)
        throw damagedFormat(where, `has ${sealed.length} bytes, more than ${MAX_BYTES}`);
    const stored = format.unsealWithFormatKey(sealed);
    if (stored === undefined) {
        throw damagedFormat(where, 'cannot be opened although the password is right: a change of password may have been cut short');
    }
    const json = parseCheckedObject(stored, where);
    const retentionMode = json.text('retentionMode');
    const retentionPeriodNs = json.duration('retentionPeriod');
    if ((retentionMode === '') !== (retentionPeriodNs === 0n))
        throw damagedFormat(where, 'has only one of retention mode and period');
    return retentionMode === '' ? { stored } : { retentionMode, retentionPeriodNs, stored };
}
/** The JSON to be sealed; what was stored before when there is such. */
function encodeBlobConfig(config) {
    if (config.stored !== undefined)
        return config.stored;
    if (config.retentionMode === undefined || config.retentionPeriodNs === undefined)
        return (0,util_bytes/* utf8 */.As)('{}');
    return (0,util_bytes/* utf8 */.As)(`{"retentionMode":${JSON.stringify(config.retentionMode)},"retentionPeriod":${config.retentionPeriodNs}}`);
}

// EXTERNAL MODULE: ./lib/repo/encryption/index.js + 1 modules
var encryption = __webpack_require__(617);
// EXTERNAL MODULE: ./lib/repo/hashing/index.js + 2 modules
var hashing = __webpack_require__(9170);
// EXTERNAL MODULE: ./lib/repo/splitter/index.js + 4 modules
var repo_splitter = __webpack_require__(3672);
;// CONCATENATED MODULE: ./lib/repo/format/content-format.js
/**
 * The format payload: the settings and secrets of a repository, as compact JSON (docs/repository-format.md, "Format payload").
 *
 * {"format":{hash, encryption, ecc?, eccOverheadPercent?, secret, masterKey, version, maxPackSize, indexVersion,
 *  epochParameters, enablePasswordChange, splitter, upgradeLock?, requiredFeatures?}}
 */



const WHERE = 'format payload';
const content_format_MiB = 1024 * 1024;
const DEFAULT_PACK_BYTES = 20 * content_format_MiB;
const MIN_PACK_BYTES = 10 * content_format_MiB;
const MAX_PACK_BYTES = 120 * content_format_MiB;
const NS_PER_MINUTE = 60000000000n;
/** What a repository from before splitters were recorded uses. */
const UNNAMED_SPLITTER = 'FIXED';
/** The epoch parameters of a new repository: kopia's own. */
const DEFAULT_EPOCHS = {
    enabled: true,
    refreshFrequencyNs: 20n * NS_PER_MINUTE,
    fullCheckpointFrequency: 7,
    cleanupSafetyMarginNs: 4n * 60n * NS_PER_MINUTE,
    minEpochDurationNs: 24n * 60n * NS_PER_MINUTE,
    advanceOnCount: 20,
    advanceOnTotalSizeBytes: 10 * content_format_MiB,
    deleteParallelism: 4,
};
/** The settings in the `format` object of a payload. Errors: CAIRN_FORMAT_DAMAGED, CAIRN_FORMAT_UNSUPPORTED for another version. */
function decodeContentFormat(json) {
    const version = json.count('version');
    if (version !== 1 && version !== 2 && version !== 3)
        throw unsupportedVersion('format', version);
    const indexVersion = json.count('indexVersion') || 1;
    if (indexVersion !== 1 && indexVersion !== 2)
        throw unsupportedVersion('index', indexVersion);
    const maxPackSizeBytes = json.count('maxPackSize') || DEFAULT_PACK_BYTES;
    if (maxPackSizeBytes > MAX_PACK_BYTES)
        throw checked_json_damagedFormat(WHERE, `asks for packs of ${maxPackSizeBytes} bytes`);
    const eccOverheadPercent = json.count('eccOverheadPercent');
    return {
        hash: json.text('hash'),
        encryption: json.text('encryption'),
        // Error correction is off without a name or without overhead, and in version 1 whatever the fields say.
        ecc: eccOverheadPercent > 0 && version !== 1 ? json.text('ecc') : '',
        eccOverheadPercent,
        hashSecret: json.bytes('secret'),
        masterKey: json.bytes('masterKey'),
        version,
        maxPackSizeBytes,
        indexVersion,
        epochs: decodeEpochs(json.object('epochParameters')),
        enablePasswordChange: json.flag('enablePasswordChange'),
        splitter: json.text('splitter') || UNNAMED_SPLITTER,
    };
}
/** The payload of a new repository, with kopia's fields in kopia's order. */
function encodeContentFormat(format) {
    if (format.maxPackSizeBytes < MIN_PACK_BYTES || format.maxPackSizeBytes > MAX_PACK_BYTES) {
        throw new lib_errors/* CairnError */.eb('CAIRN_USAGE', `Packs must be between ${MIN_PACK_BYTES} and ${MAX_PACK_BYTES} bytes long.`);
    }
    const { epochs } = format;
    const json = {
        hash: format.hash,
        encryption: format.encryption,
        ...(format.ecc === '' ? {} : { ecc: format.ecc, eccOverheadPercent: format.eccOverheadPercent }),
        ...(format.hashSecret.length === 0 ? {} : { secret: toBase64(format.hashSecret) }),
        masterKey: toBase64(format.masterKey),
        version: format.version,
        maxPackSize: format.maxPackSizeBytes,
        indexVersion: format.indexVersion,
        epochParameters: {
            Enabled: epochs.enabled,
            // Far below 2^53: the longest is a day in nanoseconds.
            EpochRefreshFrequency: Number(epochs.refreshFrequencyNs),
            FullCheckpointFrequency: epochs.fullCheckpointFrequency,
            CleanupSafetyMargin: Number(epochs.cleanupSafetyMarginNs),
            MinEpochDuration: Number(epochs.minEpochDurationNs),
            EpochAdvanceOnCountThreshold: epochs.advanceOnCount,
            EpochAdvanceOnTotalSizeBytesThreshold: epochs.advanceOnTotalSizeBytes,
            DeleteParallelism: epochs.deleteParallelism,
        },
        enablePasswordChange: format.enablePasswordChange,
        splitter: format.splitter,
    };
    return (0,util_bytes/* utf8 */.As)(JSON.stringify({ format: json }));
}
function decodeEpochs(json) {
    const epochs = {
        enabled: json?.flag('Enabled') ?? false,
        refreshFrequencyNs: json?.duration('EpochRefreshFrequency') ?? 0n,
        fullCheckpointFrequency: json?.count('FullCheckpointFrequency') ?? 0,
        cleanupSafetyMarginNs: json?.duration('CleanupSafetyMargin') ?? 0n,
        minEpochDurationNs: json?.duration('MinEpochDuration') ?? 0n,
        advanceOnCount: json?.count('EpochAdvanceOnCountThreshold') ?? 0,
        advanceOnTotalSizeBytes: json?.count('EpochAdvanceOnTotalSizeBytesThreshold') ?? 0,
        deleteParallelism: json?.count('DeleteParallelism') ?? 0,
    };
    // The delays between writers and cleaning depend on these; outside the limits that kopia keeps, writing would be unsafe.
    const isSound = epochs.refreshFrequencyNs > 0n &&
        epochs.minEpochDurationNs >= 10n * NS_PER_MINUTE &&
        epochs.minEpochDurationNs >= 3n * epochs.refreshFrequencyNs &&
        epochs.cleanupSafetyMarginNs >= 3n * epochs.refreshFrequencyNs &&
        epochs.fullCheckpointFrequency > 0 &&
        epochs.advanceOnCount >= 10 &&
        epochs.advanceOnTotalSizeBytes >= content_format_MiB;
    if (epochs.enabled && !isSound)
        throw checked_json_damagedFormat(WHERE, 'has epoch parameters outside the limits of the format');
    return epochs;
}
function unsupportedVersion(what, version) {
    return new lib_errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `The repository has ${what} version ${version}, which is not supported.`, {
        hint: 'It was made by a newer program. Update Cairn, or use kopia.',
    });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/repo/format/key-derivation.js
/** From the password to the format key (docs/repository-format.md, "Keys"). */




const KEY_BYTES = 32;
const MIN_SALT_BYTES = 16;
/** N * r * 128 bytes is 64 MiB already, twice what the runtime allows by default. */
const SCRYPT_MEMORY_BYTES = 256 * 1024 * 1024;
const scryptAsync = (0,external_node_util_.promisify)(external_node_crypto_.scrypt);
const pbkdf2Async = (0,external_node_util_.promisify)(external_node_crypto_.pbkdf2);
/** A closed list: the costs are never read from the blob, so a hostile one cannot ask for endless work, nor for too little. */
const KEY_DERIVATIONS = {
    'scrypt-65536-8-1': (password, salt) => scryptAsync(password, salt, KEY_BYTES, { N: 65536, r: 8, p: 1, maxmem: SCRYPT_MEMORY_BYTES }),
    'pbkdf2-sha256-600000': (password, salt) => pbkdf2Async(password, salt, 600_000, KEY_BYTES, 'sha256'),
};
/** The key derivation of a new repository, and the only one of old ones. */
const DEFAULT_KEY_DERIVATION = 'scrypt-65536-8-1';
/** Names of the key derivations that a new repository may use. */
const KEY_DERIVATION_NAMES = Object.keys(KEY_DERIVATIONS);
/** Fails unless `name` is a known derivation (CAIRN_FORMAT_UNSUPPORTED) and the salt is long enough (CAIRN_FORMAT_DAMAGED). */
function checkKeyDerivation(name, salt) {
    derivationOf(name);
    if (salt.length < MIN_SALT_BYTES) {
        throw checked_json_damagedFormat('format blob', `has a unique ID of ${salt.length} bytes, at least ${MIN_SALT_BYTES} are needed`);
    }
}
/**
 * The 32-byte format key of `password`, whose UTF-8 bytes are used as they stand; takes some 0.2 s on purpose.
 *
 * Errors: those of `checkKeyDerivation`, before the password is touched.
 */
async function deriveFormatKey(name, password, uniqueId) {
    checkKeyDerivation(name, uniqueId);
    return new Uint8Array(await derivationOf(name)(password, uniqueId));
}
function derivationOf(name) {
    const derivation = Object.hasOwn(KEY_DERIVATIONS, name) ? KEY_DERIVATIONS[name] : undefined;
    if (derivation !== undefined)
        return derivation;
    throw new lib_errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `The key derivation ${JSON.stringify(name)} is not supported.`, {
        hint: `Supported are ${KEY_DERIVATION_NAMES.join(' and ')}.`,
    });
}

// EXTERNAL MODULE: ./lib/util/hmac.js
var hmac = __webpack_require__(8294);
;// CONCATENATED MODULE: ./lib/repo/format/sealed-payload.js
/**
 * AES-256-GCM for the few blobs that are sealed with keys of their own instead of content encryption
 * (docs/repository-format.md, "Format blob").
 *
 * sealed: nonce(12) | ciphertext(n) | tag(16)
 */



const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const sealed_payload_KEY_BYTES = 32;
/** Bytes that sealing adds. */
const sealed_payload_SEAL_OVERHEAD_BYTES = NONCE_BYTES + TAG_BYTES;
/** The key of the format payload and of `kopia.blobcfg`; even its additional data is secret. */
function formatSealingKey(formatKey, uniqueId) {
    return {
        key: (0,hmac/* hkdfSha256 */.H)(formatKey, uniqueId, (0,util_bytes/* utf8 */.As)('AES'), sealed_payload_KEY_BYTES),
        additionalData: (0,hmac/* hkdfSha256 */.H)(formatKey, uniqueId, (0,util_bytes/* utf8 */.As)('CHECKSUM'), sealed_payload_KEY_BYTES),
    };
}
/** Seals `plain` with a fresh nonce. */
function seal(sealingKey, plain, random) {
    const nonce = random(NONCE_BYTES);
    const cipher = (0,external_node_crypto_.createCipheriv)('aes-256-gcm', sealingKey.key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(sealingKey.additionalData);
    const ciphertext = cipher.update(plain);
    cipher.final();
    const sealed = new Uint8Array(sealed_payload_SEAL_OVERHEAD_BYTES + plain.length);
    sealed.set(nonce);
    sealed.set(ciphertext, NONCE_BYTES);
    sealed.set(cipher.getAuthTag(), NONCE_BYTES + plain.length);
    return sealed;
}
/** The plain bytes; undefined when `sealed` was not made with this key. */
function sealed_payload_unseal(sealingKey, sealed) {
    if (sealed.length < sealed_payload_SEAL_OVERHEAD_BYTES)
        return undefined;
    const tagStart = sealed.length - TAG_BYTES;
    const decipher = (0,external_node_crypto_.createDecipheriv)('aes-256-gcm', sealingKey.key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(sealed.subarray(tagStart));
    decipher.setAAD(sealingKey.additionalData);
    const plain = new Uint8Array(decipher.update(sealed.subarray(NONCE_BYTES, tagStart)));
    try {
        decipher.final();
    }
    catch {
        return undefined;
    }
    return plain;
}

;// CONCATENATED MODULE: ./lib/repo/format/format-blob.js
/**
 * The blob `kopia.repository`: plain JSON around the sealed format payload (docs/repository-format.md, "Format blob").
 *
 * { tool, buildVersion, buildInfo, uniqueID, keyAlgo, encryption, encryptedBlockFormat }
 */





/** ID of the format blob. */
const FORMAT_BLOB_ID = 'kopia.repository';
/** What is read at most; kopia limits its copies in packs to about as much. */
const MAX_FORMAT_BLOB_BYTES = 64 * 1024;
const PAYLOAD_ENCRYPTION = 'AES256_GCM';
/** Parses the format blob and checks everything that can be checked without a password. Errors: CAIRN_FORMAT_DAMAGED, CAIRN_FORMAT_UNSUPPORTED. */
function decodeFormatBlob(bytes) {
    const where = `blob ${FORMAT_BLOB_ID}`;
    if (bytes.length > MAX_FORMAT_BLOB_BYTES)
        throw checked_json_damagedFormat(where, `has ${bytes.length} bytes, more than ${MAX_FORMAT_BLOB_BYTES}`);
    const json = checked_json_parseCheckedObject(bytes, where);
    const encryption = json.text('encryption');
    if (encryption !== PAYLOAD_ENCRYPTION) {
        throw new lib_errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `The ${where} is encrypted with ${JSON.stringify(encryption)}, which is not supported.`, {
            hint: `Cairn reads repositories whose format blob is encrypted with ${PAYLOAD_ENCRYPTION}, as every kopia since 0.3 makes them.`,
        });
    }
    const blob = {
        tool: json.text('tool'),
        buildVersion: json.text('buildVersion'),
        buildInfo: json.text('buildInfo'),
        uniqueId: json.bytes('uniqueID'),
        keyDerivation: json.text('keyAlgo'),
        sealedPayload: json.bytes('encryptedBlockFormat'),
    };
    checkKeyDerivation(blob.keyDerivation, blob.uniqueId);
    if (blob.sealedPayload.length <= sealed_payload_SEAL_OVERHEAD_BYTES)
        throw checked_json_damagedFormat(where, 'has no format payload');
    return blob;
}
/** The bytes of the format blob, laid out as kopia does: two spaces, and a newline at the end. */
function encodeFormatBlob(blob) {
    const json = {
        tool: blob.tool,
        buildVersion: blob.buildVersion,
        buildInfo: blob.buildInfo,
        uniqueID: toBase64(blob.uniqueId),
        keyAlgo: blob.keyDerivation,
        encryption: PAYLOAD_ENCRYPTION,
        encryptedBlockFormat: toBase64(blob.sealedPayload),
    };
    return (0,util_bytes/* utf8 */.As)(`${JSON.stringify(json, null, 2)}\n`);
}

;// CONCATENATED MODULE: ./lib/repo/format/gates.js
/** What a repository may ask of everyone who opens it (docs/repository-format.md, "Required features and upgrade lock"). */



const KNOWN_FEATURES = ['index-v1', 'index-v2'];
/** Fails with CAIRN_FORMAT_UNSUPPORTED when a feature is unknown; calls `warn` instead when the repository says that this is enough. */
function checkRequiredFeatures(json, warn) {
    for (const entry of json.list('requiredFeatures')) {
        const required = checked_json_checkedObject(entry, 'list of required features');
        const feature = required.text('feature');
        if (KNOWN_FEATURES.includes(feature))
            continue;
        const advice = required.object('ifNotUnderstood');
        const hint = [advice?.text('message'), advice?.text('url')].filter((each) => each !== undefined && each !== '').join(' ');
        const message = `The repository needs the feature ${JSON.stringify(feature)}, which Cairn does not know.`;
        if (advice?.flag('warn') === true)
            warn(hint === '' ? message : `${message} ${hint}`);
        else
            throw new lib_errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', message, { hint: hint === '' ? 'Update Cairn, or use kopia.' : hint });
    }
}
/** Fails with CAIRN_REPOSITORY_LOCKED while an upgrade of the repository is under way or about to begin. */
function checkUpgradeLock(json, nowNs) {
    const lock = json.object('upgradeLock');
    if (lock === undefined)
        return;
    const createdNs = lock.time('creationTime') ?? 0n;
    const noticeNs = lock.duration('advanceNoticeDuration');
    // How long another client may go on without having seen the lock.
    const drainNs = lock.duration('maxPermittedClockDrift') + 2n * lock.duration('ioDrainTimeout');
    const isLocked = noticeNs < drainNs || nowNs >= createdNs + noticeNs - drainNs;
    if (!isLocked)
        return;
    const said = lock.text('message');
    throw new lib_errors/* CairnError */.eb('CAIRN_REPOSITORY_LOCKED', `The repository is locked for an upgrade that ${lock.text('ownerID') || 'somebody'} announced at ${(0,timestamp/* formatTimestamp */.E)(createdNs)}${said === '' ? '.' : `: ${said}`}`, { hint: 'Wait until the upgrade is over. If it was given up, its owner runs "kopia repository upgrade rollback".' });
}

;// CONCATENATED MODULE: ./lib/repo/format/open.js
/** Opens the format of an existing repository. */












/**
 * Opens `kopia.repository` with a password and checks that everything in it is understood.
 *
 * Errors: CAIRN_FORMAT_DAMAGED, CAIRN_FORMAT_UNSUPPORTED, CAIRN_PASSWORD_WRONG, CAIRN_REPOSITORY_LOCKED. `warn` hears of features that
 * are unknown but may be ignored.
 */
async function openFormat(bytes, password, nowNs, warn = () => { }) {
    const blob = decodeFormatBlob(bytes);
    const formatKey = await deriveFormatKey(blob.keyDerivation, password, blob.uniqueId);
    const payload = sealed_payload_unseal(formatSealingKey(formatKey, blob.uniqueId), blob.sealedPayload);
    if (payload === undefined) {
        throw new lib_errors/* CairnError */.eb('CAIRN_PASSWORD_WRONG', 'The password does not open the repository.', {
            hint: `Check the password. If you are sure of it, the blob ${FORMAT_BLOB_ID} is damaged.`,
        });
    }
    return unlockedFormat({ blob, bytes, payload, content: await readPayload(payload, nowNs, warn), formatKey });
}
/** Reads an unsealed format payload. Errors: CAIRN_FORMAT_DAMAGED, CAIRN_FORMAT_UNSUPPORTED, CAIRN_REPOSITORY_LOCKED. */
async function readPayload(payload, nowNs, warn) {
    const json = checked_json_parseCheckedObject(payload, 'format payload').object('format');
    if (json === undefined)
        throw checked_json_damagedFormat('format payload', 'has no "format" object');
    // What the repository says about itself comes first: its own advice is better than our guess about an unknown algorithm.
    checkRequiredFeatures(json, warn);
    checkUpgradeLock(json, nowNs);
    const content = decodeContentFormat(json);
    await checkAlgorithms(content);
    return content;
}
/** Fails with CAIRN_FORMAT_UNSUPPORTED when an algorithm is unknown. */
async function checkAlgorithms(content) {
    await (0,hashing/* createHasher */.qj)(content.hash, content.hashSecret);
    (0,encryption/* createEncryptor */.Dm)(content.encryption, content.masterKey);
    (0,repo_splitter/* createSplitter */.W3)(content.splitter);
    if (content.ecc !== '') {
        throw new lib_errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `The repository uses the error correction ${JSON.stringify(content.ecc)}, which is not supported.`, {
            hint: 'Use kopia for this repository, or copy its snapshots to one without error correction.',
        });
    }
}
/** The opened format made of its parts; for opening and creating only. */
function unlockedFormat(parts) {
    const { blob, content, formatKey } = parts;
    const sealingKey = formatSealingKey(formatKey, blob.uniqueId);
    // Repositories without password change derive from the format key: a mistake of early kopia that is now part of the format.
    const rootKey = content.enablePasswordChange ? content.masterKey : formatKey;
    return {
        uniqueId: blob.uniqueId,
        keyDerivation: blob.keyDerivation,
        content,
        deriveKey: (purpose, lengthBytes) => (0,hmac/* hkdfSha256 */.H)(rootKey, blob.uniqueId, (0,util_bytes/* utf8 */.As)(purpose), lengthBytes),
        formatBlobBytes: parts.bytes,
        blob,
        payload: parts.payload,
        sealWithFormatKey: (plain, random) => seal(sealingKey, plain, random),
        unsealWithFormatKey: (sealed) => sealed_payload_unseal(sealingKey, sealed),
    };
}

;// CONCATENATED MODULE: ./lib/repo/format/create.js
/** Makes the format of a new repository, or the same format under a new password. */










const create_KEY_BYTES = 32;
const create_DEFAULT_PACK_BYTES = 20 * 1024 * 1024;
/** The format of a new repository: version 3 with epochs and password change. Errors: CAIRN_PASSWORD_EMPTY, CAIRN_FORMAT_UNSUPPORTED. */
async function createFormat(options) {
    const { random } = options;
    const uniqueId = random(create_KEY_BYTES);
    const content = {
        hash: options.hash ?? hashing/* DEFAULT_HASH */.Lo,
        encryption: options.encryption ?? encryption/* DEFAULT_ENCRYPTION */.Y0,
        ecc: '',
        eccOverheadPercent: 0,
        hashSecret: random(create_KEY_BYTES),
        masterKey: random(create_KEY_BYTES),
        version: 3,
        maxPackSizeBytes: create_DEFAULT_PACK_BYTES,
        indexVersion: 2,
        epochs: DEFAULT_EPOCHS,
        enablePasswordChange: true,
        splitter: options.splitter ?? repo_splitter/* DEFAULT_SPLITTER */.me,
    };
    await checkAlgorithms(content);
    const outer = {
        tool: 'Cairn',
        buildVersion: options.buildVersion ?? '',
        buildInfo: '',
        uniqueId,
        keyDerivation: options.keyDerivation ?? DEFAULT_KEY_DERIVATION,
    };
    return await sealFormat(outer, encodeContentFormat(content), content, {}, options.password, random);
}
/**
 * The same repository under another password: the payload and the blob configuration are sealed again, unchanged.
 *
 * Until both blobs are stored, keep the old bytes: kopia opens nothing when only one of them is new. Errors: CAIRN_PASSWORD_EMPTY, and
 * CAIRN_NOT_SUPPORTED for repositories whose keys depend on the password.
 */
async function changeFormatPassword(current, blobConfig, newPassword, random) {
    if (!current.content.enablePasswordChange) {
        throw new CairnError('CAIRN_NOT_SUPPORTED', 'The password of this repository cannot be changed: its keys depend on it.', {
            hint: 'Repositories made by kopia before 0.9 are like that. Create a new one and copy the snapshots.',
        });
    }
    return await sealFormat(current.blob, current.payload, current.content, blobConfig, newPassword, random);
}
async function sealFormat(outer, payload, content, blobConfig, password, random) {
    if (password === '') {
        throw new lib_errors/* CairnError */.eb('CAIRN_PASSWORD_EMPTY', 'A repository needs a password.', {
            hint: 'Set KOPIA_PASSWORD or CAIRN_PASSWORD. Without the password nobody can read the snapshots, so keep it in a safe place too.',
        });
    }
    const formatKey = await deriveFormatKey(outer.keyDerivation, password, outer.uniqueId);
    const blob = { ...outer, sealedPayload: seal(formatSealingKey(formatKey, outer.uniqueId), payload, random) };
    const formatBlob = encodeFormatBlob(blob);
    const opened = unlockedFormat({ blob, bytes: formatBlob, payload, content, formatKey });
    return { formatBlob, blobcfg: opened.sealWithFormatKey(encodeBlobConfig(blobConfig), random), opened };
}

;// CONCATENATED MODULE: ./lib/repo/format/maintenance-schedule.js
/**
 * The blob `kopia.maintenance`: when maintenance is due, and how it went before (docs/repository-format.md, "Maintenance schedule").
 *
 * sealed with its own key; {"nextFullMaintenance":time,"nextQuickMaintenance":time,"runs":{task:[{start,end,success?,error?,extra?}]}}
 */




/** ID of the maintenance schedule. */
const MAINTENANCE_BLOB_ID = 'kopia.maintenance';
const maintenance_schedule_MAX_BYTES = (/* unused pure expression or super */ null && (16 * 1024 * 1024));
const MAX_RUNS_PER_TASK = 50;
/** Opens the blob; CAIRN_FORMAT_DAMAGED when it is not one of this repository. */
function decodeMaintenanceSchedule(sealed, format) {
    const where = `blob ${MAINTENANCE_BLOB_ID}`;
    if (sealed.length > maintenance_schedule_MAX_BYTES)
        throw damagedFormat(where, `has ${sealed.length} bytes, more than ${maintenance_schedule_MAX_BYTES}`);
    const plain = unseal(sealingKey(format), sealed);
    if (plain === undefined)
        throw damagedFormat(where, 'cannot be decrypted');
    const json = parseCheckedObject(plain, where);
    const runs = json.object('runs');
    const decoded = (runs?.names() ?? []).map((task) => [
        task,
        (runs?.list(task) ?? []).map((each) => {
            const run = checkedObject(each, `run of ${JSON.stringify(task)} in ${where}`);
            const times = { startNs: run.time('start'), endNs: run.time('end') };
            return { ...times, success: run.flag('success'), error: run.text('error'), extra: run.list('extra') };
        }),
    ]);
    return {
        nextFullNs: json.time('nextFullMaintenance'),
        nextQuickNs: json.time('nextQuickMaintenance'),
        runs: Object.fromEntries(decoded),
    };
}
/** The sealed blob; of every task the first 50 runs are kept, as kopia does. */
function encodeMaintenanceSchedule(schedule, format, random) {
    const runs = Object.entries(schedule.runs)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([task, list]) => [task, list.slice(0, MAX_RUNS_PER_TASK).map(encodeRun)]);
    const json = {
        nextFullMaintenance: timeText(schedule.nextFullNs),
        nextQuickMaintenance: timeText(schedule.nextQuickNs),
        runs: Object.fromEntries(runs),
    };
    return seal(sealingKey(format), (0,util_bytes/* utf8 */.As)(JSON.stringify(json)), random);
}
function encodeRun(run) {
    return {
        start: timeText(run.startNs),
        end: timeText(run.endNs),
        ...(run.success ? { success: true } : {}),
        ...(run.error === '' ? {} : { error: run.error }),
        ...(run.extra.length === 0 ? {} : { extra: run.extra }),
    };
}
function timeText(ns) {
    return ns === undefined ? NEVER : (0,timestamp/* formatTimestamp */.E)(ns);
}
function sealingKey(format) {
    return { key: format.deriveKey('maintenance schedule', 32), additionalData: (0,util_bytes/* utf8 */.As)('maintenance') };
}

;// CONCATENATED MODULE: ./lib/repo/format/index.js
/** The format of a repository: what its two configuration blobs and its maintenance blob say. */







// EXTERNAL MODULE: ./lib/util/go-json.js
var go_json = __webpack_require__(6495);
;// CONCATENATED MODULE: ./lib/repo/manifest/json-spans.js
/** Where values stand in JSON text that is known to be valid: for payloads that must be kept letter by letter. */
/** The values of the object that begins at or after `at`, by name in lower case; of two the last one, like JSON.parse. */
function memberSpans(text, at) {
    const spans = new Map();
    let position = skipSpace(text, skipSpace(text, at) + 1);
    while (position < text.length && text[position] !== '}') {
        const nameEnd = endOfString(text, position);
        const name = JSON.parse(text.slice(position, nameEnd));
        const start = skipSpace(text, skipSpace(text, nameEnd) + 1);
        const end = endOfValue(text, start);
        spans.set(String(name).toLowerCase(), { start, end });
        position = skipSpace(text, end);
        if (text[position] === ',')
            position = skipSpace(text, position + 1);
    }
    return spans;
}
/** The values of the list that begins at or after `at`. */
function elementSpans(text, at) {
    const spans = [];
    let position = skipSpace(text, skipSpace(text, at) + 1);
    while (position < text.length && text[position] !== ']') {
        const end = endOfValue(text, position);
        spans.push({ start: position, end });
        position = skipSpace(text, end);
        if (text[position] === ',')
            position = skipSpace(text, position + 1);
    }
    return spans;
}
function skipSpace(text, at) {
    let position = at;
    for (let code = text.charCodeAt(position); code === 32 || code === 9 || code === 10 || code === 13; code = text.charCodeAt(position)) {
        position++;
    }
    return position;
}
function endOfString(text, start) {
    for (let position = start + 1; position < text.length; position++) {
        const code = text.charCodeAt(position);
        if (code === 92)
            position++;
        else if (code === 34)
            return position + 1;
    }
    return text.length;
}
function endOfValue(text, start) {
    let depth = 0;
    for (let position = start; position < text.length; position++) {
        const character = text[position];
        if (character === '"')
            position = endOfString(text, position) - 1;
        else if (character === '{' || character === '[')
            depth++;
        else if (character === '}' || character === ']') {
            if (depth === 0)
                return position;
            depth--;
        }
        else if (depth === 0 && (character === ',' || character === ' ' || character === '\n' || character === '\r' || character === '\t')) {
            return position;
        }
        if (depth === 0 && (character === '"' || character === '}' || character === ']'))
            return position + 1;
    }
    return text.length;
}

;// CONCATENATED MODULE: ./lib/repo/manifest/envelope.js
/**
 * Manifests as they are stored (docs/repository-format.md, "Manifests"): a gzip stream of
 *
 * {"entries":[{"id":…,"labels":{…},"modified":time,"deleted":true when it is,"data":…}, …]} and a line feed
 *
 * The payload under `data` is kept as the text it is: numbers in it may not fit a JavaScript number.
 */






const MAX_PLAIN_BYTES = 256 * 1024 * 1024;
/** The content that holds these manifests. */
function encodeEnvelope(manifests, gzip = external_node_zlib_.gzipSync) {
    const entries = manifests.map(({ id, labels, modifiedNs, json }) => {
        const head = `"id":${(0,go_json/* encodeGoString */.gN)(id)},"labels":${json === undefined ? 'null' : (0,go_json/* encodeGoMap */.b3)(labels)},"modified":${(0,go_json/* encodeGoTime */.O6)(modifiedNs)}`;
        return json === undefined ? `{${head},"deleted":true,"data":null}` : `{${head},"data":${json}}`;
    });
    return gzip((0,util_bytes/* utf8 */.As)(`{"entries":[${entries.join(',')}]}\n`));
}
/** The manifests in a content; CAIRN_MANIFEST_DAMAGED names it. */
function decodeEnvelope(bytes, contentId) {
    let text;
    let json;
    try {
        text = (0,util_bytes/* fromUtf8 */.ar)((0,external_node_zlib_.gunzipSync)(bytes, { maxOutputLength: MAX_PLAIN_BYTES }));
        json = JSON.parse(text ?? '');
    }
    catch (cause) {
        throw damaged(contentId, 'it is not compressed JSON', cause);
    }
    if (text === undefined || !isRecord(json))
        throw damaged(contentId, 'it is not a JSON object');
    const entries = json[nameLike(json, 'entries')];
    if (entries === null || entries === undefined)
        return [];
    if (!Array.isArray(entries))
        throw damaged(contentId, 'its entries are not a list');
    const listSpan = memberSpans(text, 0).get('entries');
    const spans = listSpan === undefined ? [] : elementSpans(text, listSpan.start);
    const list = entries;
    return list.map((entry, index) => {
        const span = spans[index];
        if (!isRecord(entry) || span === undefined)
            throw damaged(contentId, `entry ${index} is not an object`);
        return decodeEntry(entry, text, span.start, `entry ${index}`, contentId);
    });
}
function decodeEntry(entry, text, start, where, contentId) {
    const field = (name) => entry[nameLike(entry, name)];
    const id = field('id');
    const modified = field('modified');
    const modifiedNs = typeof modified === 'string' ? (0,timestamp/* parseTimestamp */.l)(modified) : undefined;
    if (typeof id !== 'string' || id === '')
        throw damaged(contentId, `${where} has no ID`);
    if (modifiedNs === undefined)
        throw damaged(contentId, `${where} has no valid time`);
    if (field('deleted') === true)
        return { id, labels: {}, modifiedNs, json: undefined };
    const labels = Object.create(null);
    const stored = field('labels');
    if (stored !== null && stored !== undefined) {
        if (!isRecord(stored))
            throw damaged(contentId, `the labels of ${where} are not an object`);
        for (const [name, value] of Object.entries(stored)) {
            if (typeof value !== 'string')
                throw damaged(contentId, `label ${JSON.stringify(name)} of ${where} is not text`);
            labels[name] = value;
        }
    }
    const data = memberSpans(text, start).get('data');
    return { id, labels: Object.freeze(labels), modifiedNs, json: data === undefined ? 'null' : text.slice(data.start, data.end) };
}
function damaged(contentId, what, cause) {
    return new lib_errors/* CairnError */.eb('CAIRN_MANIFEST_DAMAGED', `Content ${contentId} holds manifests but cannot be read: ${what}.`, {
        hint: 'Snapshots and policies in it are lost unless the storage has an older copy. Nothing is changed until this is settled.',
        cause,
    });
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Kopia matches names of fields without regard to case. */
function nameLike(record, name) {
    if (Object.hasOwn(record, name))
        return name;
    return Object.keys(record).find((key) => key.toLowerCase() === name) ?? name;
}

;// CONCATENATED MODULE: ./lib/repo/manifest/manifest-manager.js
/** The labelled JSON documents of a repository: snapshots, policies and the like (docs/repository-format.md, "Manifests"). */





const LOAD_CONCURRENCY = 8;
const MAX_LOADS = 3;
/** Manifests that were put are seen at once by this value, and by others after the flush. */
class Manifests {
    #options;
    /** Winners of the merge, tombstones included. */
    #loaded;
    /** Not yet in a content, newest last. */
    #pending = [];
    constructor(options) {
        this.#options = options;
    }
    async find(labels) {
        const wanted = Object.entries(labels);
        const found = [];
        for (const manifest of (await this.#current()).values()) {
            if (manifest.json !== undefined && wanted.every(([name, value]) => manifest.labels[name] === value))
                found.push(manifest);
        }
        // Times may be equal: the ID makes the order the same everywhere.
        found.sort((a, b) => (a.modifiedNs < b.modifiedNs ? -1 : a.modifiedNs > b.modifiedNs ? 1 : a.id < b.id ? -1 : 1));
        return found.map(entryOf);
    }
    async get(id) {
        const manifest = (await this.#current()).get(id);
        return manifest?.json === undefined ? undefined : { entry: entryOf(manifest), json: manifest.json };
    }
    async put(labels, json) {
        this.#checkWritable();
        checkPayload(labels, json);
        const id = (0,util_bytes/* toHex */.nj)(this.#options.random(16));
        this.#pending.push({ id, labels: { ...labels }, modifiedNs: this.#options.clock.nowNs(), json });
        return id;
    }
    async delete(id) {
        this.#checkWritable();
        const manifest = (await this.#current()).get(id);
        if (manifest?.json === undefined)
            return;
        const nowNs = this.#options.clock.nowNs();
        // A tombstone must be later than what it buries: on equal times either may win.
        const modifiedNs = nowNs > manifest.modifiedNs ? nowNs : manifest.modifiedNs + 1n;
        this.#pending.push({ id, labels: {}, modifiedNs, json: undefined });
    }
    async refresh() {
        this.#loaded = undefined;
    }
    /** Writes what was put and deleted to a content, which the next flush of the contents commits. */
    writePending() {
        if (this.#pending.length === 0)
            return;
        const pending = this.#pending;
        this.#pending = [];
        // Gzip leaves nothing for the compression of contents to gain.
        this.#options.contents.write(encodeEnvelope(pending, this.#options.gzip), 'm', undefined);
        if (this.#loaded === undefined)
            return;
        this.#loaded = this.#loaded.then((loaded) => merge(new Map(loaded), pending));
        this.#loaded.catch(() => undefined);
    }
    async #current() {
        if (this.#loaded === undefined) {
            const loading = this.#load();
            this.#loaded = loading;
            // A failed load is tried again by whoever asks next.
            loading.catch(() => {
                if (this.#loaded === loading)
                    this.#loaded = undefined;
            });
        }
        const loaded = await this.#loaded;
        return this.#pending.length === 0 ? loaded : merge(new Map(loaded), this.#pending);
    }
    async #load() {
        const { contents } = this.#options;
        for (let attempt = 1;; attempt++) {
            const ids = [];
            for (const entry of contents.entries({ prefix: 'm' }))
                if (!entry.isDeleted)
                    ids.push(entry.id);
            try {
                const lists = await (0,util_async/* mapConcurrent */._)(ids, LOAD_CONCURRENCY, async (id) => decodeEnvelope(await contents.read(id), id));
                const loaded = new Map();
                for (const list of lists)
                    merge(loaded, list);
                return loaded;
            }
            catch (error) {
                // Another client may have put the manifests together into a new content.
                const isGone = (0,lib_errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_MISSING') || (0,lib_errors/* isCairnError */.qN)(error, 'CAIRN_CONTENT_MISSING');
                if (!isGone || attempt >= MAX_LOADS)
                    throw error;
                await contents.refresh();
            }
        }
    }
    #checkWritable() {
        if (this.#options.isReadOnly)
            throw readOnly();
    }
}
/** Adds versions of manifests: the later one wins, on equal times a tombstone. */
function merge(into, manifests) {
    for (const manifest of manifests) {
        const present = into.get(manifest.id);
        if (present === undefined || manifest.modifiedNs > present.modifiedNs || isTombstoneOf(manifest, present)) {
            into.set(manifest.id, manifest);
        }
    }
    return into;
}
function isTombstoneOf(manifest, present) {
    return manifest.modifiedNs === present.modifiedNs && manifest.json === undefined;
}
function entryOf(manifest) {
    const { id, labels, modifiedNs, json = '' } = manifest;
    return { id, labels, modifiedNs, length: (0,util_bytes/* utf8 */.As)(json).length };
}
function checkPayload(labels, json) {
    try {
        JSON.parse(json);
    }
    catch (cause) {
        throw new lib_errors/* CairnError */.eb('CAIRN_INTERNAL', 'A manifest was to be stored that is not JSON.', { cause });
    }
    if (labels['type'] === undefined)
        throw new lib_errors/* CairnError */.eb('CAIRN_INTERNAL', 'A manifest was to be stored that has no type.');
}

;// CONCATENATED MODULE: ./lib/repo/object/object-id.js
/**
 * Object IDs (docs/repository-format.md, "Object IDs").
 *
 * { "I" } , [ "Z" ] , [ "D" ] , content ID        I: a list of parts, once per level; Z: the content is a compressed payload
 */


/** Levels of lists that are followed; each holds tens of thousands of parts, so real objects have one or two. */
const MAX_LEVELS = 16;
/** Parses an object ID; undefined when it is none. `D`, a letter without meaning from early versions, is dropped. */
function parseObjectId(text) {
    const match = /^(I*)(Z?)D?([g-z]?[0-9a-f]+)$/.exec(text);
    const [, levels = '', compressed = '', contentId = ''] = match ?? [];
    if (!(0,content_id/* isContentId */.n4)(contentId) || levels.length > MAX_LEVELS)
        return undefined;
    if (levels !== '' && compressed !== '')
        return undefined;
    return { levels: levels.length, isCompressed: compressed !== '', contentId };
}
/** Parses an object ID that a user or a directory gave; CAIRN_OBJECT_ID_INVALID when it is none. */
function requireObjectId(text) {
    const parsed = parseObjectId(text);
    if (parsed !== undefined)
        return parsed;
    throw new lib_errors/* CairnError */.eb('CAIRN_OBJECT_ID_INVALID', `${JSON.stringify(text)} is no object ID.`, {
        hint: 'Object IDs look like "k5f0c…" and are shown by "cairn ls -l" and "cairn snapshot list".',
    });
}
/** The text form. */
function formatObjectId(id) {
    return `${'I'.repeat(id.levels)}${id.isCompressed ? 'Z' : ''}${id.contentId}`;
}

;// CONCATENATED MODULE: ./lib/repo/object/indirect.js
/**
 * Lists of parts that make up a long object (docs/repository-format.md, "Indirect objects").
 *
 * {"stream":"kopia:indirect","entries":[{"l":131072,"o":"482c…"},{"s":131072,"l":1024,"o":"ef39…"}]} and a line feed
 */



/** A part is written with at least this many bytes for each bracket and comma of it; far denser JSON would need many times its size in memory. */
const BYTES_PER_MARK = 8;
/** Shorter lists may look as they like. */
const DENSE_FROM_BYTES = 64 * 1024;
/** The exact bytes that kopia writes for these parts: zero numbers are left out. */
function encodeIndirect(parts) {
    const entries = parts.map(({ start, length, id }) => {
        return `{${start === 0 ? '' : `"s":${start},`}${length === 0 ? '' : `"l":${length},`}"o":"${id}"}`;
    });
    return (0,util_bytes/* utf8 */.As)(`{"stream":"kopia:indirect","entries":[${entries.join(',')}]}\n`);
}
/** Reads a list of parts; CAIRN_OBJECT_DAMAGED naming `id` unless they follow each other without gaps. */
function decodeIndirect(bytes, id) {
    if (isTooDense(bytes))
        throw objectDamaged(id, 'its list of parts has another form');
    let json;
    try {
        json = JSON.parse((0,util_bytes/* fromUtf8 */.ar)(bytes) ?? '');
    }
    catch (cause) {
        throw objectDamaged(id, 'its list of parts is not JSON', cause);
    }
    if (!indirect_isRecord(json) || json['stream'] !== 'kopia:indirect' || !Array.isArray(json['entries'])) {
        throw objectDamaged(id, 'its list of parts has another form');
    }
    let end = 0;
    const entries = json['entries'];
    return entries.map((entry, index) => {
        const { s: start = 0, l: length = 0, o: part } = indirect_isRecord(entry) ? entry : {};
        if (!isLength(start) || !isLength(length) || typeof part !== 'string' || parseObjectId(part) === undefined) {
            throw objectDamaged(id, `part ${index} of its list is malformed`);
        }
        if (start !== end || !Number.isSafeInteger(start + length))
            throw objectDamaged(id, `part ${index} of its list does not follow the one before`);
        end = start + length;
        return { start, length, id: part };
    });
}
function isTooDense(bytes) {
    if (bytes.length < DENSE_FROM_BYTES)
        return false;
    let marks = 0;
    for (let i = 0; i < bytes.length; i++) {
        const byte = bytes[i];
        // `,` `[` `{`
        if (byte === 0x2c || byte === 0x5b || byte === 0x7b)
            marks++;
    }
    return marks > bytes.length / BYTES_PER_MARK;
}
/** The error of an object that cannot be put together. */
function objectDamaged(id, what, cause) {
    return new lib_errors/* CairnError */.eb('CAIRN_OBJECT_DAMAGED', `Object ${id} is damaged: ${what}.`, {
        hint: 'Take a new snapshot of the same files, or restore from an earlier one.',
        cause,
    });
}
function indirect_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isLength(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

;// CONCATENATED MODULE: ./lib/repo/object/object-writer.js
/** Byte streams of any length as objects (docs/repository-format.md, "Objects"). */





/** What directories and lists of parts are compressed with unless told otherwise. */
const DEFAULT_METADATA_COMPRESSOR = 'zstd-fastest';
/** Contents of this size and more are worth a way to a worker and back. */
const POOL_FROM_BYTES = 64 * 1024;
/** The splitter that an object is cut with. */
function splitterOf(contents, options) {
    const name = options.splitter === undefined || options.splitter === '' ? contents.format.splitter : options.splitter;
    return { name, splitter: (0,repo_splitter/* createSplitter */.W3)(name) };
}
/** Refuses an unknown compression here, because a worker that meets one ends. Errors: CAIRN_NOT_SUPPORTED. */
function assertCompressor(name) {
    (0,content_codec/* writingCompressor */.Ct)(name);
}
/** Stores bytes that are in memory already. */
async function writeBytes(contents, bytes, options) {
    (0,lib_errors/* throwIfCancelled */.dZ)(options.signal);
    const { splitter } = splitterOf(contents, options);
    if (bytes.length <= splitter.minBytes)
        return await writeParts(contents, [await store(contents, bytes.length < POOL_FROM_BYTES ? bytes : copyOf(bytes, 0, bytes.length), options)], options);
    const parts = [];
    for (let start = 0; start < bytes.length;) {
        const cut = splitter.findCut(bytes, start, bytes.length);
        const length = cut < 0 ? bytes.length - start : cut;
        parts.push(keep(store(contents, copyOf(bytes, start, length), options)));
        start += length;
        if (parts.length % (2 * contents.pool.laneCount) === 0)
            await parts[parts.length - 1 - contents.pool.laneCount];
        (0,lib_errors/* throwIfCancelled */.dZ)(options.signal);
    }
    return await writeParts(contents, await Promise.all(parts), options);
}
/** Stores a stream of unknown length; memory is bounded by a few contents. */
async function writeStream(contents, chunks, options) {
    const { splitter } = splitterOf(contents, options);
    const window = new Uint8Array(2 * splitter.maxBytes);
    const parts = [];
    let filled = 0;
    const cutOff = async (length) => {
        const part = keep(store(contents, copyOf(window, 0, length), options));
        parts.push(part);
        window.copyWithin(0, length, filled);
        filled -= length;
        const oldest = parts[parts.length - 1 - contents.pool.laneCount];
        if (oldest !== undefined)
            await oldest;
    };
    for await (const chunk of chunks) {
        (0,lib_errors/* throwIfCancelled */.dZ)(options.signal);
        for (let offset = 0; offset < chunk.length;) {
            const count = Math.min(chunk.length - offset, window.length - filled);
            window.set(chunk.subarray(offset, offset + count), filled);
            offset += count;
            filled += count;
            while (filled >= splitter.maxBytes)
                await cutOff(splitter.findCut(window, 0, filled));
        }
    }
    while (filled > 0) {
        const cut = splitter.findCut(window, 0, filled);
        await cutOff(cut < 0 ? filled : cut);
    }
    if (parts.length === 0)
        parts.push(store(contents, new Uint8Array(0), options));
    return await writeParts(contents, await Promise.all(parts), options);
}
/** One part is the object itself; more get a list, which is an object again, and one more `I`. */
async function writeParts(contents, parts, options) {
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) {
        return { id: idOfPart(only), length: only.length, newBytes: only.isNew ? only.length : 0 };
    }
    return await writePartList(contents, parts, options);
}
/** A list of parts, however many there are. */
async function writePartList(contents, parts, options) {
    let length = 0;
    let newBytes = 0;
    const entries = parts.map((part) => {
        const entry = { start: length, length: part.length, id: idOfPart(part) };
        length += part.length;
        if (part.isNew)
            newBytes += part.length;
        return entry;
    });
    const compressor = options.metadataCompressor ?? DEFAULT_METADATA_COMPRESSOR;
    // Lists are cut by the splitter of the repository, whatever the object itself was cut with.
    const list = await writeListBytes(contents, encodeIndirect(entries), options.prefix || 'x', compressor, options.signal);
    return { id: `I${list.id}`, length, newBytes: newBytes + list.newBytes };
}
/** The object ID of a single part. */
function idOfPart(part) {
    return formatObjectId({ levels: 0, isCompressed: part.isCompressed, contentId: part.id });
}
async function writeListBytes(contents, bytes, prefix, compressor, signal) {
    const splitter = (0,repo_splitter/* createSplitter */.W3)(contents.format.splitter);
    const parts = [];
    for (let start = 0; start < bytes.length;) {
        (0,lib_errors/* throwIfCancelled */.dZ)(signal);
        const cut = splitter.findCut(bytes, start, bytes.length);
        const length = cut < 0 ? bytes.length - start : cut;
        parts.push(contents.write(bytes.subarray(start, start + length), prefix, compressor));
        start += length;
    }
    const [only] = parts;
    if (parts.length === 1 && only !== undefined)
        return { id: only.id, length: only.length, newBytes: only.isNew ? only.length : 0 };
    let offset = 0;
    let newBytes = 0;
    const entries = parts.map((part) => {
        const entry = { start: offset, length: part.length, id: part.id };
        offset += part.length;
        if (part.isNew)
            newBytes += part.length;
        return entry;
    });
    const list = await writeListBytes(contents, encodeIndirect(entries), prefix, compressor, signal);
    return { id: `I${list.id}`, length: offset, newBytes: newBytes + list.newBytes };
}
/** Metadata and small contents are stored on the spot, the others by a worker; `bytes` is given away. */
async function store(contents, bytes, options) {
    const prefix = options.prefix ?? '';
    if (prefix !== '' || bytes.length < POOL_FROM_BYTES) {
        await contents.room(options.signal);
        return contents.write(bytes, prefix, options.compressor);
    }
    assertCompressor(options.compressor);
    return await contents.pool.writePiece(bytes, options.compressor, options.signal);
}
/** A part in memory of its own, because a worker takes that over. Never `slice`: that of a Buffer does not copy. */
function copyOf(bytes, start, length) {
    return new Uint8Array(bytes.subarray(start, start + length));
}
/** A promise that is awaited later: its failure must not count as unhandled until then. */
function keep(promise) {
    promise.catch(() => undefined);
    return promise;
}

;// CONCATENATED MODULE: ./lib/repo/object/file-writer.js
/** Files of the tree as objects: small ones in batches, large ones cut by a worker, very large ones in sections. */



/** Reads and stores a file. Errors: CAIRN_FILE_UNREADABLE, CAIRN_FILE_VANISHED, CAIRN_FILE_CHANGED, CAIRN_NOT_SUPPORTED, storage kinds. */
async function writeFile(contents, file, options) {
    const { name, splitter } = splitterOf(contents, options);
    const { signal } = options;
    const compressor = options.compressor;
    assertCompressor(compressor);
    const sectionSize = file.sectionSize ?? 0;
    if (file.size <= Math.min(protocol/* SMALL_FILE_BYTES */.XG, splitter.minBytes) && (sectionSize <= 0 || file.size <= sectionSize)) {
        const part = await contents.pool.writeSmallFile(file, compressor, signal);
        // A batch has room for a file that grew; it counts as small only while a splitter would not cut it.
        if (part !== undefined && part.length <= splitter.minBytes)
            return await writeParts(contents, [part], options);
    }
    const cut = (startByte, endByte) => contents.pool.cutFile({ file, startByte, endByte, splitter: name, compressor }, signal);
    if (sectionSize <= 0 || file.size <= sectionSize)
        return await writeParts(contents, await cut(0, undefined), options);
    // The last section goes to the end of the file, wherever that is by then, and may be empty.
    const count = Math.floor(file.size / sectionSize) + 1;
    const numbers = Array.from({ length: count }, (_, number) => number);
    const sections = await (0,util_async/* mapConcurrent */._)(numbers, contents.pool.laneCount, (number) => cut(number * sectionSize, number === count - 1 ? undefined : (number + 1) * sectionSize));
    return await writePartList(contents, sections.flat(), options);
}

// EXTERNAL MODULE: ./lib/repo/compression/index.js + 6 modules
var compression = __webpack_require__(2268);
;// CONCATENATED MODULE: ./lib/repo/object/object-reader.js
/** Reading objects back (docs/repository-format.md, "Objects"). */





const object_reader_MiB = 1024 * 1024;
const DEFAULT_LIMIT_BYTES = 256 * object_reader_MiB;
/** Longest list of parts that is read: enough for more than ten terabytes. */
const LIST_LIMIT_BYTES = 256 * object_reader_MiB;
/** A compressed content on its own does not tell its length; no splitter makes longer ones. */
const MAX_COMPRESSED_CONTENT_BYTES = 16 * object_reader_MiB;
/** Contents that are fetched before they are asked for. */
const READ_AHEAD = 2;
/** Opens an object; reads its list of parts when it has one. Errors: CAIRN_OBJECT_ID_INVALID, CAIRN_OBJECT_DAMAGED, CAIRN_CONTENT_*. */
async function openObject(contents, id) {
    const parsed = requireObjectId(id);
    if (parsed.levels > 0)
        return readerOf(contents, id, await readParts(contents, id, parsed));
    if (parsed.isCompressed) {
        const bytes = (0,compression/* decompressPayload */.G8)(await contents.read(parsed.contentId), MAX_COMPRESSED_CONTENT_BYTES);
        return readerOfBytes(id, bytes);
    }
    const entry = await contents.find(parsed.contentId);
    const length = entry.originalLength;
    const reader = readerOf(contents, id, [{ start: 0, length, id }]);
    // Most objects are one content, and its entry is known already.
    return { ...reader, readAll: (limit) => (fits(length, limit) ? contents.readEntry(entry) : reader.readAll(limit)) };
}
/** Contents that make up an object, those of its lists included, each once. Errors: CAIRN_CONTENT_MISSING, CAIRN_OBJECT_*. */
async function contentsOfObject(contents, id) {
    const found = new Set();
    await collect(contents, id, requireObjectId(id), found);
    return [...found];
}
async function collect(contents, id, parsed, found) {
    if (parsed.levels === 0) {
        if (found.has(parsed.contentId))
            return;
        await contents.find(parsed.contentId);
        found.add(parsed.contentId);
        return;
    }
    const list = listOf(parsed);
    await collect(contents, id, list, found);
    for (const part of await readParts(contents, id, parsed)) {
        await collect(contents, id, requirePart(id, part), found);
    }
}
async function readParts(contents, id, parsed) {
    const list = listOf(parsed);
    if (list.levels === 0)
        return decodeIndirect(await contents.read(list.contentId), id);
    const reader = readerOf(contents, id, await readParts(contents, id, list));
    return decodeIndirect(await reader.readAll(LIST_LIMIT_BYTES), id);
}
/** One `I` less: the object that holds the list. */
function listOf(parsed) {
    return { ...parsed, levels: parsed.levels - 1 };
}
function requirePart(id, part) {
    const parsed = parseObjectId(part.id);
    if (parsed === undefined)
        throw objectDamaged(id, `${JSON.stringify(part.id)} is no object ID`);
    return parsed;
}
function readerOf(contents, id, parts) {
    const last = parts.at(-1);
    const length = last === undefined ? 0 : last.start + last.length;
    const chunks = (signal) => readChunks(contents, id, parts, signal);
    return { length, chunks, readAll: (limit) => readAll(id, length, chunks(), limit) };
}
function readerOfBytes(id, bytes) {
    async function* chunks(signal) {
        (0,lib_errors/* throwIfCancelled */.dZ)(signal);
        yield bytes;
    }
    return { length: bytes.length, chunks, readAll: (limit) => readAll(id, bytes.length, chunks(), limit) };
}
async function* readChunks(contents, id, parts, signal) {
    const ahead = [];
    for (let next = 0, at = 0; at < parts.length; at++) {
        for (; next < parts.length && next <= at + READ_AHEAD; next++) {
            const part = parts[next];
            if (part === undefined)
                break;
            const fetched = readPart(contents, id, part);
            // It is awaited below, unless the caller stops before.
            fetched.catch(() => undefined);
            ahead.push(fetched);
        }
        (0,lib_errors/* throwIfCancelled */.dZ)(signal);
        const part = await ahead.shift();
        if (part === undefined)
            return;
        if (part instanceof Uint8Array)
            yield part;
        else
            yield* part.chunks(signal);
    }
}
/** The bytes of a direct part, or a reader of one that is a list itself. */
async function readPart(contents, id, part) {
    const parsed = requirePart(id, part);
    if (parsed.levels > 0) {
        const reader = await openObject(contents, part.id);
        if (reader.length !== part.length)
            throw wrongLength(id, part, reader.length);
        return reader;
    }
    const stored = await contents.read(parsed.contentId);
    const bytes = parsed.isCompressed ? (0,compression/* decompressPayload */.G8)(stored, part.length) : stored;
    if (bytes.length !== part.length)
        throw wrongLength(id, part, bytes.length);
    return bytes;
}
function wrongLength(id, part, length) {
    return objectDamaged(id, `its part ${part.id} has ${length} bytes instead of ${part.length}`);
}
function fits(length, limit = DEFAULT_LIMIT_BYTES) {
    return length <= limit;
}
async function readAll(id, length, chunks, limit) {
    if (!fits(length, limit)) {
        throw new lib_errors/* CairnError */.eb('CAIRN_OBJECT_TOO_LARGE', `Object ${id} has ${length} bytes, more than the ${limit ?? DEFAULT_LIMIT_BYTES} that fit here.`, {
            hint: 'Restore it to a file instead.',
        });
    }
    const parts = [];
    for await (const chunk of chunks)
        parts.push(chunk);
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : (0,util_bytes/* concatBytes */.Id)(parts);
}

;// CONCATENATED MODULE: ./lib/repo/object/object-manager.js




/** Objects over contents; with `isReadOnly` every write fails with CAIRN_REPOSITORY_READONLY. */
function objectManager(contents, isReadOnly) {
    const checkWritable = () => {
        if (isReadOnly)
            throw readOnly();
    };
    return {
        async writeBytes(bytes, options = {}) {
            checkWritable();
            return await writeBytes(contents, bytes, options);
        },
        async writeStream(chunks, options = {}) {
            checkWritable();
            return await writeStream(contents, chunks, options);
        },
        async writeFile(file, options = {}) {
            checkWritable();
            return await writeFile(contents, file, options);
        },
        open: (id) => openObject(contents, id),
        contentsOf: (id) => contentsOfObject(contents, id),
    };
}

// EXTERNAL MODULE: ./lib/policy/defaults.js
var defaults = __webpack_require__(5698);
// EXTERNAL MODULE: ./lib/policy/native-json.js
var native_json = __webpack_require__(6322);
;// CONCATENATED MODULE: ./lib/repo/create.js
/** Creating a repository (docs/repository-format.md, "New repositories"). */






const NS_PER_HOUR = 3600000000000n;
const QUICK_INTERVAL_NS = NS_PER_HOUR;
const FULL_INTERVAL_NS = 24n * NS_PER_HOUR;
/**
 * Creates a repository and opens it.
 *
 * Errors: CAIRN_REPOSITORY_EXISTS, CAIRN_PASSWORD_EMPTY, CAIRN_FORMAT_UNSUPPORTED, storage kinds. The storage stays open when this fails.
 */
async function createRepository(options) {
    const { storage, clock, random, log = lib_log/* nullLogger */.G } = options;
    await checkEmpty(storage);
    const { formatBlob, blobcfg, opened } = await createFormat(options);
    const put = options.signal === undefined ? {} : { signal: options.signal };
    // Two clients that create at the same time must not both succeed, nor one of them replace what the other wrote.
    const putNew = { ...put, onlyIfAbsent: true };
    try {
        await storage.putBlob(BLOB_CONFIG_BLOB_ID, [blobcfg], putNew);
        // From here on the repository exists.
        await storage.putBlob(FORMAT_BLOB_ID, [formatBlob], putNew);
    }
    catch (error) {
        if ((0,lib_errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_EXISTS'))
            throw repositoryExists(storage, error);
        await removeOrphan(storage, log);
        throw error;
    }
    await storage.putBlob(MAINTENANCE_BLOB_ID, [firstSchedule(options, opened)], put);
    const repository = await repositoryOf({ ...options, clock, random }, opened);
    await repository.manifests.put({ policyType: 'global', type: 'policy' }, (0,native_json/* encodePolicy */.D1)(defaults/* NEW_REPOSITORY_POLICY */.f));
    await repository.manifests.put({ type: 'maintenance' }, maintenanceParameters(options));
    await repository.flush(options.signal);
    return repository;
}
/** A configuration blob without a repository would be in the way of the next attempt; when the outcome is unknown it stays. */
async function removeOrphan(storage, log) {
    try {
        if ((await storage.statBlob(FORMAT_BLOB_ID)) === undefined)
            await storage.deleteBlob(BLOB_CONFIG_BLOB_ID);
    }
    catch (error) {
        log.warning(`The blob ${BLOB_CONFIG_BLOB_ID} could not be removed: ${(0,lib_errors/* messageOf */.bD)(error)}`);
    }
}
async function checkEmpty(storage) {
    if ((await storage.statBlob(FORMAT_BLOB_ID)) !== undefined) {
        throw repositoryExists(storage);
    }
    if ((await storage.statBlob(BLOB_CONFIG_BLOB_ID)) !== undefined) {
        throw new lib_errors/* CairnError */.eb('CAIRN_REPOSITORY_EXISTS', `${storage.displayName} holds the blob ${BLOB_CONFIG_BLOB_ID} of a repository.`, {
            hint: `If creating a repository there was interrupted, remove that blob and try again. Otherwise the blob ${FORMAT_BLOB_ID} was lost.`,
        });
    }
}
function repositoryExists(storage, cause) {
    return new lib_errors/* CairnError */.eb('CAIRN_REPOSITORY_EXISTS', `There is a repository in ${storage.displayName} already.`, {
        hint: 'Connect to it with "cairn repository connect", or choose another place.',
        cause,
    });
}
/** Without a schedule everything counts as due, and the owner's first snapshot with kopia would run full maintenance. */
function firstSchedule(options, format) {
    const nowNs = options.clock.nowNs();
    const schedule = { nextFullNs: nowNs + FULL_INTERVAL_NS, nextQuickNs: nowNs + QUICK_INTERVAL_NS, runs: {} };
    return encodeMaintenanceSchedule(schedule, format, options.random);
}
/** The creator is the owner: without an owner the first client of kopia to come along makes itself one. */
function maintenanceParameters(options) {
    const { userName, host } = options.identity;
    const cycle = (intervalNs) => `{"enabled":true,"interval":${intervalNs}}`;
    return (`{"owner":${JSON.stringify(`${userName}@${host}`)},"quick":${cycle(QUICK_INTERVAL_NS)},"full":${cycle(FULL_INTERVAL_NS)},` +
        '"logRetention":{"maxTotalSize":1073741824,"maxCount":10000,"maxAge":2592000000000000},"extendObjectLocks":false,"listParallelism":0}');
}

;// CONCATENATED MODULE: ./lib/repo/repository.js
/** The front door of a repository: opening it, and what is reached through it. */








/**
 * Opens a repository.
 *
 * Errors: CAIRN_REPOSITORY_MISSING, CAIRN_PASSWORD_WRONG, CAIRN_FORMAT_DAMAGED, CAIRN_FORMAT_UNSUPPORTED, CAIRN_REPOSITORY_LOCKED,
 * CAIRN_INDEX_DAMAGED, storage kinds. The storage stays open when this fails.
 */
async function openRepository(options) {
    const { storage, password, clock } = options;
    const log = options.log ?? lib_log/* nullLogger */.G;
    const bytes = await readFormatBlob(storage, options.signal);
    const format = await openFormat(bytes, password, clock.nowNs(), (message) => log.warning(message));
    return await repositoryOf(options, format);
}
/** The repository behind a format that is open already. */
async function repositoryOf(options, format) {
    const { storage, identity, clock, random, gzip } = options;
    const isReadOnly = options.readonly === true;
    const contents = await ContentManager.open({ ...options, format });
    const manifests = new Manifests({ contents, clock, random, isReadOnly, gzip });
    return {
        facts: factsOf(format),
        identity,
        clock,
        isReadOnly,
        objects: objectManager(contents, isReadOnly),
        manifests,
        counters: () => contents.counters(),
        async flush(signal) {
            if (isReadOnly)
                return;
            manifests.writePending();
            await contents.flush(signal);
        },
        async advanceEpoch(signal) {
            return isReadOnly ? undefined : await contents.advanceEpoch(signal);
        },
        async refresh() {
            await contents.refresh();
            await manifests.refresh();
        },
        async close() {
            await contents.close();
            await storage.close();
        },
    };
}
async function readFormatBlob(storage, signal) {
    try {
        const found = await storage.statBlob(FORMAT_BLOB_ID);
        if (found === undefined)
            throw repositoryMissing(storage);
        if (found.length > MAX_FORMAT_BLOB_BYTES) {
            throw new lib_errors/* CairnError */.eb('CAIRN_FORMAT_DAMAGED', `${FORMAT_BLOB_ID} has ${found.length} bytes, far more than such a blob can have.`);
        }
        return await storage.getBlob(FORMAT_BLOB_ID, signal === undefined ? {} : { signal });
    }
    catch (error) {
        throw (0,lib_errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND') ? repositoryMissing(storage, error) : error;
    }
}
function repositoryMissing(storage, cause) {
    return new lib_errors/* CairnError */.eb('CAIRN_REPOSITORY_MISSING', `There is no repository in ${storage.displayName}.`, {
        hint: 'Check the location. To make a new repository there, run "cairn repository create".',
        cause,
    });
}
function factsOf(format) {
    const { content, uniqueId, keyDerivation } = format;
    return {
        formatVersion: content.version,
        hash: content.hash,
        encryption: content.encryption,
        splitter: content.splitter,
        ecc: content.ecc,
        eccOverheadPercent: content.eccOverheadPercent,
        maxPackSizeBytes: content.maxPackSizeBytes,
        indexVersion: content.indexVersion,
        epochsEnabled: content.epochs.enabled,
        epochs: content.epochs,
        isPasswordChangeSupported: content.enablePasswordChange,
        uniqueId: (0,util_bytes/* toHex */.nj)(uniqueId),
        keyDerivation,
    };
}


/***/ }),

/***/ 5416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ mapConcurrent),
/* harmony export */   j: () => (/* binding */ Semaphore)
/* harmony export */ });
/** Bounded concurrency: the only ways this project runs things at the same time. */
/** Runs `work` on every item, at most `limit` at once; results keep the order. The first rejection stops new work, waits for what runs, and is thrown. */
async function mapConcurrent(items, limit, work) {
    const results = [];
    const take = takerOf(items);
    let index = 0;
    let failed = false;
    let failure;
    const worker = async () => {
        while (!failed) {
            try {
                const taken = take();
                const next = taken instanceof Promise ? await taken : taken;
                if (next.done || failed)
                    return;
                const at = index++;
                results[at] = await work(next.value, at);
            }
            catch (error) {
                if (!failed)
                    failure = error;
                failed = true;
                return;
            }
        }
    };
    // A walk calls this for every directory, most of which hold less than the limit.
    const workers = Array.isArray(items) ? Math.min(limit, items.length) : limit;
    await Promise.all(Array.from({ length: Math.max(1, workers) }, worker));
    if (failed)
        throw failure;
    return results;
}
/** Gives one item after the other; those of an asynchronous source are asked for one at a time. */
function takerOf(items) {
    if (!(Symbol.asyncIterator in items)) {
        const iterator = items[Symbol.iterator]();
        return () => iterator.next();
    }
    const iterator = items[Symbol.asyncIterator]();
    let turn = Promise.resolve();
    return () => {
        const next = turn.then(() => iterator.next());
        turn = next.catch(() => undefined);
        return next;
    };
}
/** Lets at most `capacity` units be taken at once; waiters are served in order. */
class Semaphore {
    #free;
    #waiters = [];
    constructor(capacity) {
        this.#free = capacity;
    }
    async acquire(units = 1) {
        if (this.#waiters.length === 0 && this.#free >= units) {
            this.#free -= units;
            return;
        }
        await new Promise((resolve) => this.#waiters.push({ units, resolve }));
    }
    release(units = 1) {
        this.#free += units;
        for (let first = this.#waiters[0]; first !== undefined && this.#free >= first.units; first = this.#waiters[0]) {
            this.#waiters.shift();
            this.#free -= first.units;
            first.resolve();
        }
    }
    /** Runs `work` while holding `units`. */
    async use(work, units = 1) {
        await this.acquire(units);
        try {
            return await work();
        }
        finally {
            this.release(units);
        }
    }
}


/***/ }),

/***/ 6495:
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
/* harmony import */ var _timestamp_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9252);
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

/***/ 9252:
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
