export const id = 870;
export const ids = [870];
export const modules = {

/***/ 8870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   repositoryStatus: () => (/* binding */ repositoryStatus)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3364);
/* harmony import */ var _repo_blob_storage_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7014);
/* harmony import */ var _report_kopia_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2452);
/* harmony import */ var _util_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4849);
/** `cairn repository status`: Kopia's text and JSON. */





async function repositoryStatus(context, input) {
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_1__/* .withRepository */ .Bq)(context, { isReadOnly: true }, async (repository, config) => {
        const status = { configPath: context.configPath, config, facts: repository.facts, volume: volumeOf(config) };
        if (input.isOn('json'))
            context.print(statusJson(status));
        else
            for (const line of statusLines(status))
                context.print(line);
    });
    return 0;
}
/** Undefined where the system does not tell. */
function volumeOf(config) {
    const path = (0,_repo_blob_storage_config_js__WEBPACK_IMPORTED_MODULE_2__/* .storagePath */ .BY)(config.storage);
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
function statusLines({ configPath, config, facts, volume }) {
    const storage = JSON.stringify(config.storage.config, null, 2).split('\n');
    const row = (name, value) => `${`${name}:`.padEnd(WIDTH)}${value}`;
    const cacheNs = BigInt(config.formatBlobCacheDurationNs ?? 0);
    return [
        row('Config file', configPath),
        '',
        row('Description', config.description ?? ''),
        row('Hostname', config.hostname),
        row('Username', config.username),
        row('Read-only', String(config.isReadOnly ?? false)),
        row('Format blob cache', cacheNs > 0n ? (0,_report_kopia_text_js__WEBPACK_IMPORTED_MODULE_3__/* .durationText */ .S5)(cacheNs) : 'disabled'),
        '',
        row('Storage type', config.storage.type),
        ...(volume === undefined
            ? []
            : [row('Storage capacity', (0,_util_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatBytes */ .z3)(volume.capacity)), row('Storage available', (0,_util_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatBytes */ .z3)(volume.available))]),
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
        row('Max pack length', (0,_util_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatBytes */ .z3)(facts.maxPackSizeBytes)),
        row('Index Format', `v${facts.indexVersion}`),
        ...(facts.epochsEnabled ? ['', row('Epoch Manager', 'enabled'), '', ...epochLines(facts.epochs)] : [row('Epoch Manager', 'disabled')]),
    ];
}
function epochLines(epochs) {
    const advance = `${epochs.advanceOnCount} blobs or ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatBytes */ .z3)(epochs.advanceOnTotalSizeBytes)}`;
    return [
        `Epoch refresh frequency: ${(0,_report_kopia_text_js__WEBPACK_IMPORTED_MODULE_3__/* .durationText */ .S5)(epochs.refreshFrequencyNs)}`,
        `Epoch advance on:        ${advance}, minimum ${(0,_report_kopia_text_js__WEBPACK_IMPORTED_MODULE_3__/* .durationText */ .S5)(epochs.minEpochDurationNs)}`,
        `Epoch cleanup margin:    ${(0,_report_kopia_text_js__WEBPACK_IMPORTED_MODULE_3__/* .durationText */ .S5)(epochs.cleanupSafetyMarginNs)}`,
        `Epoch range-compaction every: ${epochs.fullCheckpointFrequency} epochs`,
    ];
}
/** Durations are whole nanoseconds, far below 2^53. */
function statusJson({ configPath, config, facts, volume }) {
    const { epochs } = facts;
    return JSON.stringify({
        configFile: configPath,
        uniqueIDHex: facts.uniqueId,
        clientOptions: {
            hostname: config.hostname,
            username: config.username,
            ...(config.isReadOnly ? { readonly: true } : {}),
            description: config.description,
            enableActions: config.enableActions,
            formatBlobCacheDuration: config.formatBlobCacheDurationNs,
        },
        storage: config.storage,
        ...(volume === undefined ? {} : { volume }),
        contentFormat: {
            hash: facts.hash,
            encryption: facts.encryption,
            ...(facts.ecc === '' ? {} : { ecc: facts.ecc, eccOverheadPercent: facts.eccOverheadPercent }),
            version: facts.formatVersion,
            maxPackSize: facts.maxPackSizeBytes,
            indexVersion: facts.indexVersion,
            epochParameters: {
                Enabled: facts.epochsEnabled,
                EpochRefreshFrequency: Number(epochs.refreshFrequencyNs),
                FullCheckpointFrequency: epochs.fullCheckpointFrequency,
                CleanupSafetyMargin: Number(epochs.cleanupSafetyMarginNs),
                MinEpochDuration: Number(epochs.minEpochDurationNs),
                EpochAdvanceOnCountThreshold: epochs.advanceOnCount,
                EpochAdvanceOnTotalSizeBytesThreshold: epochs.advanceOnTotalSizeBytes,
                DeleteParallelism: epochs.deleteParallelism,
            },
            enablePasswordChange: facts.isPasswordChangeSupported,
        },
        objectFormat: { splitter: facts.splitter },
        // Retention of blobs is a matter of cloud stores.
        blobRetention: {},
    });
}


/***/ }),

/***/ 2452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S5: () => (/* binding */ durationText),
/* harmony export */   Tc: () => (/* binding */ timeText),
/* harmony export */   zR: () => (/* binding */ modeText)
/* harmony export */ });
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
/** `2026-11-23 07:18:57 UTC`; times before year 0 or after 9999 do not occur. */
function timeText(ns) {
    const seconds = ns / 1000000000n - (ns % 1000000000n < 0n ? 1n : 0n);
    return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
/** `20m0s`, `24h0m0s`, `1.5s`: a duration as Go prints it, for durations of a second and more. */
function durationText(ns) {
    const totalSeconds = ns / 1000000000n;
    const fraction = String(ns % 1000000000n)
        .padStart(9, '0')
        .replace(/0+$/, '');
    const [hours, minutes] = [totalSeconds / 3600n, (totalSeconds / 60n) % 60n];
    const seconds = `${totalSeconds % 60n}${fraction === '' ? '' : `.${fraction}`}s`;
    if (hours > 0n)
        return `${hours}h${minutes}m${seconds}`;
    return minutes > 0n ? `${minutes}m${seconds}` : seconds;
}


/***/ })

};
