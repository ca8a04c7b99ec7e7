export const id = 8870;
export const ids = [8870];
export const modules = {

/***/ 28870:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   repositoryStatus: () => (/* binding */ repositoryStatus)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3364);
/* harmony import */ var _commands_password_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16845);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _repo_blob_storage_config_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7014);
/* harmony import */ var _repo_config_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45160);
/* harmony import */ var _repo_config_format_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82226);
/* harmony import */ var _repo_connection_token_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(44998);
/* harmony import */ var _repo_content_epoch_manager_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(97689);
/* harmony import */ var _report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(49873);
/* harmony import */ var _report_kopia_text_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(12452);
/* harmony import */ var _util_indent_json_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(95743);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(53807);
/** `cairn repository status`: Kopia's text and JSON. */













async function repositoryStatus(context, input) {
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_1__/* .withRepository */ .B)(context, { isReadOnly: true }, async (repository, config) => {
        const { facts, care } = repository;
        const epoch = await writeEpoch(care.contents.indexBlobs, context);
        const status = { configPath: context.configPath, config, facts, volume: volumeOf(config), epoch, size: (0,_report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_9__/* .sizeTextOf */ .Ym)(context.env) };
        if (input.isOn('json')) {
            context.print(input.isOn('json-indent') ? (0,_util_indent_json_js__WEBPACK_IMPORTED_MODULE_11__/* .indentJson */ .h)(statusJson(status)) : statusJson(status));
            return;
        }
        for (const line of statusLines(status))
            (0,_harmless_js__WEBPACK_IMPORTED_MODULE_12__/* .printText */ .n)(context, line);
        // Kopia takes the second switch to mean nothing without the first.
        if (input.isOn('reconnect-token'))
            await printToken(context, input, config);
    });
    return 0;
}
/** The epoch that writers add to; undefined without epochs, or when it cannot be told. */
async function writeEpoch(indexBlobs, context) {
    try {
        return indexBlobs instanceof _repo_content_epoch_manager_js__WEBPACK_IMPORTED_MODULE_8__/* .EpochManager */ .dc ? (await indexBlobs.survey(context.signal)).state.writeEpoch : undefined;
    }
    catch (error) {
        context.log.debug(`The current epoch is not known: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
        return undefined;
    }
}
async function printToken(context, input, config) {
    const hasPassword = input.isOn('reconnect-token-with-password');
    const sources = { given: context.passwordFlag, stored: await (0,_repo_config_js__WEBPACK_IMPORTED_MODULE_5__/* .readPassword */ .kf)(context.configPath) };
    const password = hasPassword ? (await (0,_commands_password_js__WEBPACK_IMPORTED_MODULE_2__/* .resolvePassword */ .IM)(context, sources)).password : undefined;
    const token = (0,_repo_connection_token_js__WEBPACK_IMPORTED_MODULE_7__/* .encodeToken */ .c)({ storage: config.storage, password });
    for (const line of ['', 'To reconnect to the repository use:', '', `$ cairn repository connect from-config --token ${token}`, ''])
        context.print(line);
    const secrets = (0,_repo_blob_storage_config_js__WEBPACK_IMPORTED_MODULE_4__/* .secretsIn */ .VY)(config.storage);
    if (secrets.length > 0) {
        context.log.notice(`Whoever has this token can read the credentials of the storage in it (${secrets.join(', ')}): keep it secret.`);
    }
    if (hasPassword)
        context.print('NOTICE: Whoever has this token can read the password in it. Keep it as safe as the password itself.');
}
/** Undefined where the system does not tell. */
function volumeOf(config) {
    const path = (0,_repo_blob_storage_config_js__WEBPACK_IMPORTED_MODULE_4__/* .storagePath */ .BY)(config.storage);
    if (path === undefined)
        return undefined;
    try {
        const { blocks, bavail, bsize } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statfsSync)(path);
        return { capacity: blocks * bsize, available: bavail * bsize };
    }
    catch {
        return undefined;
    }
}
const WIDTH = 21;
function statusLines({ configPath, config, facts, volume, epoch, size }) {
    const storage = (0,_repo_config_format_js__WEBPACK_IMPORTED_MODULE_6__/* .indentGoJson */ .R7)((0,_repo_blob_storage_config_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutSecrets */ .cT)(config.storage).config).split('\n');
    const row = (name, value) => `${`${name}:`.padEnd(WIDTH)}${value}`;
    const cacheNs = BigInt(config.formatBlobCacheDurationNs ?? 0);
    return [
        row('Config file', configPath),
        '',
        row('Description', config.description || (0,_repo_blob_storage_config_js__WEBPACK_IMPORTED_MODULE_4__/* .descriptionOf */ .Kq)(config.storage)),
        row('Hostname', config.hostname),
        row('Username', config.username),
        row('Read-only', String(config.isReadOnly ?? false)),
        row('Format blob cache', cacheNs > 0n ? (0,_report_kopia_text_js__WEBPACK_IMPORTED_MODULE_10__/* .durationText */ .S)(cacheNs) : 'disabled'),
        '',
        row('Storage type', config.storage.type),
        ...((0,_repo_blob_storage_config_js__WEBPACK_IMPORTED_MODULE_4__/* .storagePath */ .BY)(config.storage) === undefined ? [row('Storage capacity', 'unbounded')] : []),
        ...(volume === undefined ? [] : [row('Storage capacity', size(volume.capacity)), row('Storage available', size(volume.available))]),
        row('Storage config', storage[0] ?? ''),
        ...storage.slice(1).map((line) => `${' '.repeat(WIDTH)}${line}`),
        '',
        row('Unique ID', facts.uniqueId),
        row('Hash', facts.hash),
        row('Encryption', facts.encryption),
        row('Splitter', facts.splitter),
        row('Format version', String(facts.formatVersion)),
        row('Content compression', String(facts.indexVersion >= 2)),
        row('Password changes', String(facts.isPasswordChangeSupported)),
        row('Max pack length', size(facts.maxPackSizeBytes)),
        row('Index Format', `v${facts.indexVersion}`),
        ...(facts.epochsEnabled
            ? [
                '',
                row('Epoch Manager', 'enabled'),
                ...(epoch === undefined ? [] : [`Current Epoch: ${epoch}`]),
                '',
                ...epochLines(facts.epochs, size),
            ]
            : [row('Epoch Manager', 'disabled')]),
        ...retentionLines(facts.blobRetention),
    ];
}
function epochLines(epochs, size) {
    const advance = `${epochs.advanceOnCount} blobs or ${size(epochs.advanceOnTotalSizeBytes)}`;
    return [
        `Epoch refresh frequency: ${(0,_report_kopia_text_js__WEBPACK_IMPORTED_MODULE_10__/* .durationText */ .S)(epochs.refreshFrequencyNs)}`,
        `Epoch advance on:        ${advance}, minimum ${(0,_report_kopia_text_js__WEBPACK_IMPORTED_MODULE_10__/* .durationText */ .S)(epochs.minEpochDurationNs)}`,
        `Epoch cleanup margin:    ${(0,_report_kopia_text_js__WEBPACK_IMPORTED_MODULE_10__/* .durationText */ .S)(epochs.cleanupSafetyMarginNs)}`,
        `Epoch range-compaction every: ${epochs.fullCheckpointFrequency} epochs`,
    ];
}
function retentionLines(retention) {
    if (retention === undefined)
        return [];
    const period = (0,_report_kopia_text_js__WEBPACK_IMPORTED_MODULE_10__/* .durationText */ .S)(retention.retentionPeriodNs);
    return ['', `Blob retention mode:     ${retention.retentionMode}`, `Blob retention period:   ${period}`];
}
/** Members in Kopia's order; what is not set is left out where Kopia leaves it out. */
function statusJson({ configPath, config, facts, volume }) {
    const { epochs, blobRetention } = facts;
    return (0,_repo_config_format_js__WEBPACK_IMPORTED_MODULE_6__/* .compactGoJson */ .wI)({
        configFile: configPath,
        uniqueIDHex: facts.uniqueId,
        clientOptions: {
            hostname: config.hostname,
            username: config.username,
            readonly: config.isReadOnly || undefined,
            permissiveCacheLoading: config.permissiveCacheLoading || undefined,
            description: config.description || (0,_repo_blob_storage_config_js__WEBPACK_IMPORTED_MODULE_4__/* .descriptionOf */ .Kq)(config.storage),
            enableActions: config.enableActions,
            formatBlobCacheDuration: config.formatBlobCacheDurationNs || undefined,
            throttlingLimits: config.throttlingLimits,
        },
        storage: (0,_repo_blob_storage_config_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutSecrets */ .cT)(config.storage),
        volume,
        contentFormat: {
            hash: facts.hash,
            encryption: facts.encryption,
            ecc: facts.ecc || undefined,
            eccOverheadPercent: facts.eccOverheadPercent || undefined,
            version: facts.formatVersion,
            maxPackSize: facts.maxPackSizeBytes,
            indexVersion: facts.indexVersion,
            epochParameters: {
                Enabled: facts.epochsEnabled,
                EpochRefreshFrequency: epochs.refreshFrequencyNs,
                FullCheckpointFrequency: epochs.fullCheckpointFrequency,
                CleanupSafetyMargin: epochs.cleanupSafetyMarginNs,
                MinEpochDuration: epochs.minEpochDurationNs,
                EpochAdvanceOnCountThreshold: epochs.advanceOnCount,
                EpochAdvanceOnTotalSizeBytesThreshold: epochs.advanceOnTotalSizeBytes,
                DeleteParallelism: epochs.deleteParallelism,
            },
            enablePasswordChange: facts.isPasswordChangeSupported,
        },
        objectFormat: { splitter: facts.splitter },
        blobRetention: { retentionMode: blobRetention?.retentionMode, retentionPeriod: blobRetention?.retentionPeriodNs },
    });
}


/***/ }),

/***/ 44998:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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

/***/ 12452:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* reexport safe */ _util_go_duration_js__WEBPACK_IMPORTED_MODULE_0__.I),
/* harmony export */   z: () => (/* binding */ modeText)
/* harmony export */ });
/* harmony import */ var _util_go_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26517);

const TYPE_LETTERS = { d: 'd', s: 'L', f: '', unknown: '?' };
/** Mode as Kopia prints it: type and special bits as letters (`-` when there is none), then nine permission letters. */
function modeText(type, mode) {
    let letters = TYPE_LETTERS[type];
    if (mode & 0o4000)
        letters += 'u';
    if (mode & 0o2000)
        letters += 'g';
    if (mode & 0o1000)
        letters += 't';
    const permissions = [...'rwxrwxrwx'].map((letter, index) => (mode & (0o400 >> index) ? letter : '-')).join('');
    return `${letters === '' ? '-' : letters}${permissions}`;
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
