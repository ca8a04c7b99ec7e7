export const id = 1659;
export const ids = [1659];
export const modules = {

/***/ 51659:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   throttleGet: () => (/* binding */ throttleGet),
/* harmony export */   throttleSet: () => (/* binding */ throttleSet)
/* harmony export */ });
/* harmony import */ var _commands_repository_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41526);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _repo_blob_throttle_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56177);
/* harmony import */ var _repo_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45160);
/* harmony import */ var _repo_config_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82226);
/* harmony import */ var _report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49873);
/* harmony import */ var _util_indent_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95743);
/** `cairn repository throttle get | set`. */







const ROWS = [
    { limit: 'downloadBytesPerSecond', flag: 'download-bytes-per-second', label: 'Max Download Speed:', kind: 'speed' },
    { limit: 'uploadBytesPerSecond', flag: 'upload-bytes-per-second', label: 'Max Upload Speed:', kind: 'speed' },
    { limit: 'readsPerSecond', flag: 'read-requests-per-second', label: 'Max Read Requests Per Second:', kind: 'rate' },
    { limit: 'writesPerSecond', flag: 'write-requests-per-second', label: 'Max Write Requests Per Second:', kind: 'rate' },
    { limit: 'listsPerSecond', flag: 'list-requests-per-second', label: 'Max List Requests Per Second:', kind: 'rate' },
    { limit: 'concurrentReads', flag: 'concurrent-reads', label: 'Max Concurrent Reads:', kind: 'count' },
    { limit: 'concurrentWrites', flag: 'concurrent-writes', label: 'Max Concurrent Writes:', kind: 'count' },
];
const LABEL_WIDTH = 30;
async function throttleGet(context, input) {
    const limits = (0,_repo_blob_throttle_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limitsOf */ .Af)(await (0,_repo_config_js__WEBPACK_IMPORTED_MODULE_3__/* .readClientConfig */ .Kg)(context.configPath));
    if (input.isOn('json')) {
        const json = (0,_repo_config_format_js__WEBPACK_IMPORTED_MODULE_4__/* .compactGoJson */ .wI)((0,_repo_blob_throttle_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limitsMember */ .jW)(limits));
        context.print(input.isOn('json-indent') ? (0,_util_indent_json_js__WEBPACK_IMPORTED_MODULE_6__/* .indentJson */ .h)(json) : json);
        return 0;
    }
    for (const { limit, label, kind } of ROWS)
        context.print(`${label.padEnd(LABEL_WIDTH)} ${valueText(context, limits[limit], kind)}`);
    return 0;
}
async function throttleSet(context, input) {
    const changes = ROWS.flatMap((row) => {
        const text = input.text(row.flag);
        return text === undefined || text === '' ? [] : [{ row, value: limitOf(row, text) }];
    });
    if (changes.length === 0) {
        context.log.info('No changes made.');
        return 0;
    }
    await (0,_commands_repository_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .changeConnection */ .V2)(context, (config) => {
        const changed = Object.fromEntries(changes.map(({ row, value }) => [row.limit, value]));
        return (0,_commands_repository_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .withLimits */ .Ns)(config, { ...(0,_repo_blob_throttle_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limitsOf */ .Af)(config), ...changed });
    });
    for (const { row, value } of changes)
        context.log.info(`${row.label.padEnd(LABEL_WIDTH)} ${valueText(context, value, row.kind)}`);
    return 0;
}
function valueText(context, value, kind) {
    if (value === 0)
        return '(unlimited)';
    return kind === 'speed' ? `${(0,_report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .sizeTextOf */ .Ym)({ ...context.env, KOPIA_BYTES_STRING_BASE_2: '' })(value)}/s` : value.toFixed(0);
}
function limitOf({ flag, kind }, text) {
    if (text === 'unlimited' || text === '-')
        return 0;
    const value = Number(text);
    const isRight = kind === 'count' ? Number.isSafeInteger(value) : Number.isFinite(value);
    if (text.trim() !== '' && isRight && value >= 0)
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_USAGE', `--${flag} "${text}" is no limit.`, { hint: 'Give a number, or "unlimited".' });
}


/***/ }),

/***/ 41526:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V2: () => (/* binding */ changeConnection),
  wp: () => (/* binding */ changeRepositoryPassword),
  lZ: () => (/* binding */ setRepositoryParameters),
  Ns: () => (/* binding */ withLimits)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/blob/open.js + 1 modules
var blob_open = __webpack_require__(72144);
// EXTERNAL MODULE: ./lib/repo/blob/throttle-limits.js
var throttle_limits = __webpack_require__(56177);
// EXTERNAL MODULE: ./lib/log.js
var lib_log = __webpack_require__(97309);
// EXTERNAL MODULE: ./lib/repo/blob/read-checked.js
var read_checked = __webpack_require__(31716);
// EXTERNAL MODULE: ./lib/repo/blob/retaining.js
var retaining = __webpack_require__(58169);
// EXTERNAL MODULE: ./lib/repo/format/index.js + 8 modules
var repo_format = __webpack_require__(16820);
;// CONCATENATED MODULE: ./lib/repo/change-format.js
/** Changes of the two blobs that say what a repository is: a new password, other parameters (docs/repository-format.md, "Changing the format"). */





/** Reads both blobs. Errors: those of opening a repository. */
async function readFormat({ storage, password, clock, log = lib_log/* nullLogger */.G }) {
    const found = await storage.statBlob(repo_format/* FORMAT_BLOB_ID */.YP);
    if (found !== undefined && found.length > repo_format/* MAX_FORMAT_BLOB_BYTES */.Bq) {
        throw new errors/* CairnError */.eb('CAIRN_FORMAT_DAMAGED', `${repo_format/* FORMAT_BLOB_ID */.YP} has ${found.length} bytes, far more than such a blob can have.`);
    }
    const format = await (0,read_checked/* readChecked */.Y)(() => storage.getBlob(repo_format/* FORMAT_BLOB_ID */.YP), (bytes) => (0,repo_format/* openFormat */.E2)(bytes, password, clock.nowNs(), (message) => log.warning(message)));
    const blobConfig = await (0,read_checked/* readChecked */.Y)(() => getOrUndefined(storage, repo_format/* BLOB_CONFIG_BLOB_ID */.vY), (bytes) => (0,repo_format/* decodeBlobConfig */.Wt)(bytes, format));
    return { format, blobConfig };
}
/**
 * Gives the repository another password; everything else stays as it is.
 *
 * Errors: those of opening, CAIRN_PASSWORD_EMPTY, CAIRN_NOT_SUPPORTED when the keys depend on the password.
 */
async function changePassword(access, newPassword) {
    const current = await readFormat(access);
    const next = await (0,repo_format/* changeFormatPassword */.Xw)(current.format, current.blobConfig, newPassword, access.random);
    await replaceBoth(access, current, next);
}
/**
 * Changes parameters; `prepare` runs when the change is known to be allowed and before anything is written.
 * Resolves to whether there was anything to change. Errors: those of opening, CAIRN_USAGE for values out of range.
 */
async function changeParameters(access, change, prepare = async () => { }) {
    const current = await readFormat(access);
    const next = await (0,repo_format/* changeFormatParameters */.C7)(current.format, current.blobConfig, change, access.random);
    if (next === undefined)
        return false;
    await prepare(current, next);
    // The key stays, so each of the two can be read whichever of them is new.
    const storage = retained(access.storage, next.retention);
    await storage.putBlob(repo_format/* BLOB_CONFIG_BLOB_ID */.vY, [next.blobcfg]);
    await storage.putBlob(repo_format/* FORMAT_BLOB_ID */.YP, [next.formatBlob]);
    return true;
}
/**
 * Only one of the two new would open with neither password. An absent blob configuration says that nothing is retained, so where that is
 * the case it goes away first and comes back last, and at every moment one of the two passwords opens the repository:
 *
 *   blobcfg: old -> absent -----------------> new
 *   format:  old ----------> new
 */
async function replaceBoth(access, current, next) {
    const { log = lib_log/* nullLogger */.G } = access;
    const storage = retained(access.storage, (0,repo_format/* retentionOf */.e8)(current.blobConfig));
    const old = await getOrUndefined(storage, repo_format/* BLOB_CONFIG_BLOB_ID */.vY);
    const isRetained = (0,repo_format/* retentionOf */.e8)(current.blobConfig) !== undefined;
    try {
        if (isRetained)
            await storage.putBlob(repo_format/* BLOB_CONFIG_BLOB_ID */.vY, [next.blobcfg]);
        else
            await storage.deleteBlob(repo_format/* BLOB_CONFIG_BLOB_ID */.vY);
        await storage.putBlob(repo_format/* FORMAT_BLOB_ID */.YP, [next.formatBlob]);
    }
    catch (error) {
        try {
            // Whichever of the two is in force, the old configuration belongs to the old format blob.
            await storage.putBlob(repo_format/* FORMAT_BLOB_ID */.YP, [current.format.formatBlobBytes]);
            if (old !== undefined)
                await storage.putBlob(repo_format/* BLOB_CONFIG_BLOB_ID */.vY, [old]);
        }
        catch (second) {
            log.warning(`The old password could not be put back either: ${(0,errors/* messageOf */.bD)(second)}`);
        }
        throw error;
    }
    if (!isRetained)
        await storage.putBlob(repo_format/* BLOB_CONFIG_BLOB_ID */.vY, [next.blobcfg]);
}
/** A storage that cannot keep blobs refuses the first put, so that nobody is left with a repository that takes nothing more. */
function retained(storage, retention) {
    return retention === undefined ? storage : (0,retaining/* retaining */.Q)(storage, retention);
}
async function getOrUndefined(storage, id) {
    try {
        return await storage.getBlob(id);
    }
    catch (error) {
        if ((0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/repo/config.js
var repo_config = __webpack_require__(45160);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/repo/content/content-codec.js
var content_codec = __webpack_require__(29984);
// EXTERNAL MODULE: ./lib/repo/content/epoch-manager.js
var epoch_manager = __webpack_require__(97689);
// EXTERNAL MODULE: ./lib/repo/content/index/encode-entries.js + 1 modules
var encode_entries = __webpack_require__(38683);
// EXTERNAL MODULE: ./lib/repo/content/index/legacy-manager.js
var legacy_manager = __webpack_require__(21784);
// EXTERNAL MODULE: ./lib/repo/content/index/merge-blobs.js
var merge_blobs = __webpack_require__(69984);
// EXTERNAL MODULE: ./lib/repo/content/session.js
var session = __webpack_require__(80270);
;// CONCATENATED MODULE: ./lib/repo/upgrade-indexes.js
/** From index blobs of the first format to the first epoch (docs/repository-format.md, "Legacy indexes" and "Changing the format"). */







/** Writes every entry of the legacy index blobs, deleted ones too, into epoch 0. Nobody reads that before the format says so. */
async function writeFirstEpoch({ storage, before, after, clock, random, signal }) {
    const keys = await (0,content_codec/* createCodec */.LJ)((0,content_codec/* codecSettingsOf */.HN)(before), random);
    const legacy = await new legacy_manager/* LegacyIndexManager */.h2(storage, keys).loadActive(signal);
    const merged = await (0,merge_blobs/* mergeIndexBlobs */.f)(storage, keys, legacy.blobs, signal);
    const epochs = new epoch_manager/* EpochManager */.dc({ storage, keys, parameters: after.epochs, clock });
    const shards = (0,encode_entries/* encodeIndexShards */.o)(after.indexVersion, merged.rows());
    await epochs.writeIndexBlobs(shards, (0,session/* newSessionId */.OZ)(clock.nowNs(), random), signal);
}
/** An index blob that no program of the old format can read, so that none goes on writing where nobody looks any more. */
async function shutOutOldClients(storage) {
    await storage.putBlob(legacy_manager/* POISON_NAME */.xA, [(0,bytes/* utf8 */.As)('This repository was upgraded to a format that older programs cannot read.')]);
}

// EXTERNAL MODULE: ./lib/commands/password.js
var commands_password = __webpack_require__(16845);
// EXTERNAL MODULE: ./lib/commands/storage-options.js
var storage_options = __webpack_require__(62440);
;// CONCATENATED MODULE: ./lib/commands/repository-settings.js
/** Settings of a connection and of a repository: the client, its limits and kopia's cache; parameters and password. */








/** Changes the connection file; undefined from `change` leaves it alone. Errors: those of reading and writing the file. */
async function changeConnection(context, change) {
    const next = change(await (0,repo_config/* readClientConfig */.Kg)(context.configPath));
    if (next === undefined)
        return false;
    await (0,repo_config/* writeClientConfig */.fr)(context.configPath, next, context.random);
    return true;
}
/** The connection with other limits. */
function withLimits(config, limits) {
    return { ...config, throttlingLimits: (0,throttle_limits/* limitsMember */.jW)(limits) };
}
/**
 * Changes parameters of the repository, with the index upgraded first where that is asked for. Resolves to whether there was anything to change.
 *
 * Errors: those of opening, CAIRN_USAGE for values out of range, CAIRN_REPOSITORY_READONLY.
 */
async function setRepositoryParameters(context, change) {
    return await withFormat(context, async (access) => {
        let beginsEpochs = false;
        const isChanged = await changeParameters(access, change, async ({ format }, next) => {
            beginsEpochs = next.content.epochs.enabled && !format.content.epochs.enabled;
            if (!beginsEpochs)
                return;
            context.log.info('Writing the index into the first epoch…');
            const { storage, clock, random } = access;
            await writeFirstEpoch({ storage, before: format.content, after: next.content, clock, random, signal: context.signal });
        });
        if (beginsEpochs)
            await shutOutOldClients(access.storage);
        return isChanged;
    });
}
/**
 * Gives the repository another password, and keeps it where the old one was kept.
 *
 * Errors: those of opening, CAIRN_PASSWORD_EMPTY, CAIRN_PASSWORD_MISSING, CAIRN_NOT_SUPPORTED, CAIRN_REPOSITORY_READONLY.
 */
async function changeRepositoryPassword(context, given, persists) {
    const stored = await (0,repo_config/* readPassword */.kf)(context.configPath).catch(() => undefined);
    await withFormat(context, async (access) => {
        const password = await newPassword(context, given);
        await changePassword(access, password);
        // A password file with the old one would only be in the way.
        if (persists || stored !== undefined)
            await (0,repo_config/* writePassword */.Jw)(context.configPath, password, context.random);
    });
}
async function newPassword(context, given) {
    // The password of the environment is the old one.
    const { KOPIA_PASSWORD: _, CAIRN_PASSWORD: __, ...env } = context.env;
    try {
        return (await (0,commands_password/* resolvePassword */.IM)({ ...context, env }, { given, isNew: true })).password;
    }
    catch (error) {
        if (!(error instanceof errors/* CairnError */.eb) || error.code !== 'CAIRN_PASSWORD_MISSING')
            throw error;
        throw new errors/* CairnError */.eb('CAIRN_PASSWORD_MISSING', 'No new password was given.', {
            hint: 'Set KOPIA_NEW_PASSWORD in the environment, or run the command in a terminal.',
            cause: error,
        });
    }
}
async function withFormat(context, work) {
    const config = await (0,repo_config/* readClientConfig */.Kg)(context.configPath);
    if (config.isReadOnly === true) {
        throw new errors/* CairnError */.eb('CAIRN_REPOSITORY_READONLY', 'This connection is for reading only.', {
            hint: 'Run "cairn repository set-client --read-write", or connect again without --readonly.',
        });
    }
    const storage = await (0,blob_open/* openStorage */.G)(config.storage, { ...(0,storage_options/* storageOptions */.E)(context), mode: 'existing' });
    try {
        const { password } = await (0,commands_password/* resolvePassword */.IM)(context, { given: context.passwordFlag, stored: await (0,repo_config/* readPassword */.kf)(context.configPath) });
        return await work({ storage, password, clock: context.clock, random: context.random, log: context.log });
    }
    finally {
        await storage.close();
    }
}


/***/ }),

/***/ 49873:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ savingText),
/* harmony export */   Ym: () => (/* reexport safe */ _util_format_js__WEBPACK_IMPORTED_MODULE_0__.Ym),
/* harmony export */   lT: () => (/* reexport safe */ _util_format_js__WEBPACK_IMPORTED_MODULE_0__.lT)
/* harmony export */ });
/* harmony import */ var _util_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4849);
/** Sizes, counts and shares exactly as Kopia's listings print them. */


/** By how much `packed` is smaller: `53.6%`, or `0%` when it is not. */
function savingText(original, packed) {
    return packed >= original || original === 0 ? '0%' : `${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .tenths */ .TP)(100 * (1 - packed / original))}%`;
}


/***/ }),

/***/ 95743:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ indentJson),
/* harmony export */   m: () => (/* binding */ indentJsonWide)
/* harmony export */ });
/** JSON text with a line for each member, every token as it was written: numbers and escapes are not touched. */
/** Indents valid JSON text by two spaces a level; empty objects and lists stay on their line, and space at the very end stays. */
function indentJson(json) {
    let out = '';
    let depth = 0;
    // What stands here was not indented yet: whether a bracket just opened decides if its line breaks.
    let isOpened = false;
    const breakLine = () => {
        out += `\n${'  '.repeat(depth)}`;
    };
    for (const [token] of json.trimStart().matchAll(TOKEN)) {
        const first = token.charAt(0);
        if (first === '}' || first === ']') {
            depth--;
            if (!isOpened)
                breakLine();
            isOpened = false;
            out += token;
            continue;
        }
        if (isOpened)
            breakLine();
        isOpened = first === '{' || first === '[';
        out += token;
        if (isOpened)
            depth++;
        else if (first === ',')
            breakLine();
        else if (first === ':')
            out += ' ';
    }
    return out + json.slice(json.trimEnd().length);
}
/** The same with four spaces a level, and two more in front of every line but the first: what Kopia prints for values on their own. */
function indentJsonWide(json) {
    return indentJson(json).replace(/\n( *)/g, '\n  $1$1');
}
/** Strings as a whole, brackets and separators alone, and everything else that is not space. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;


/***/ })

};
