export const id = 2145;
export const ids = [2145];
export const modules = {

/***/ 72144:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* reexport */ cloud_opening/* FORMAT_BLOB_ID */.YP),
  G: () => (/* binding */ openStorage)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/log.js
var lib_log = __webpack_require__(97309);
// EXTERNAL MODULE: ./lib/util/random.js
var random = __webpack_require__(75073);
// EXTERNAL MODULE: ./lib/repo/blob/cloud-opening.js + 2 modules
var cloud_opening = __webpack_require__(45227);
// EXTERNAL MODULE: ./lib/repo/blob/file-writer.js
var file_writer = __webpack_require__(37276);
// EXTERNAL MODULE: ./lib/repo/blob/filesystem.js
var blob_filesystem = __webpack_require__(53011);
// EXTERNAL MODULE: ./lib/repo/blob/filesystem-errors.js
var filesystem_errors = __webpack_require__(45047);
// EXTERNAL MODULE: ./lib/repo/blob/storage.js
var blob_storage = __webpack_require__(30095);
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
        ...(0,blob_storage/* flushOf */.e)(storage),
        close: () => storage.close(),
    };
}

// EXTERNAL MODULE: ./lib/repo/blob/readonly.js
var readonly = __webpack_require__(37042);
// EXTERNAL MODULE: ./lib/repo/blob/sharding.js
var blob_sharding = __webpack_require__(94232);
// EXTERNAL MODULE: ./lib/repo/blob/shards-file.js
var shards_file = __webpack_require__(20000);
// EXTERNAL MODULE: ./lib/repo/blob/storage-config.js
var storage_config = __webpack_require__(7014);
;// CONCATENATED MODULE: ./lib/repo/blob/open.js
/** Location or stored configuration -> storage, with everything around it that every storage gets. */














/** Packs that a far store takes at once: enough to fill a line, and no more than some 80 MB in memory. */
const FAR_PUTS = 4;
/**
 * Opens the storage at a location, or the one a config file names; retrying, logging and, when asked, read-only.
 *
 * Errors: CAIRN_STORAGE_ROOT_MISSING (no such folder), CAIRN_STORAGE_EMPTY (nothing in it), CAIRN_STORAGE_FOREIGN (something else in it),
 * CAIRN_STORAGE_FORBIDDEN, CAIRN_STORAGE_UNAVAILABLE, CAIRN_NOT_SUPPORTED (another kind of store), CAIRN_CONFIG_INVALID, for
 * cloud stores those of `cloudError`.
 */
async function openStorage(where, options) {
    const storage = await openPlain(where, options);
    const log = options.log ?? lib_log/* nullLogger */.G;
    const logged = logging(storage, log, options.clock);
    const decorated = (0,cloud_opening/* retryingAs */.Fx)((0,storage_config/* isFar */.Mg)('type' in where ? where : (0,storage_config/* storageConfigOf */.t4)(where)) ? { ...logged, parallelPuts: FAR_PUTS } : logged, options);
    return options.readonly === true ? (0,readonly/* readOnly */.T)(decorated) : decorated;
}
async function openPlain(where, options) {
    const config = 'type' in where ? where : (0,storage_config/* storageConfigOf */.t4)(where);
    if (config.type !== 'filesystem')
        return await (options.begun ?? (0,cloud_opening/* beginCloud */.h$)(config, options)).finish();
    const filesystem = (0,storage_config/* parseFilesystemConfig */.D5)(config, options.platform);
    const create = options.mode === 'create';
    const presence = await whatIsThere(filesystem.path);
    if (presence === 'missing' && !create)
        throw (0,filesystem_errors/* rootMissing */.fi)(filesystem.path);
    if (presence === 'empty' && !create)
        throw empty(filesystem.path);
    if (presence === 'foreign' && options.mode !== 'repair')
        throw foreign(filesystem.path);
    return (0,blob_filesystem/* openFilesystemStorage */.Ls)(filesystem, {
        create: create && presence !== 'repository',
        readonly: options.readonly === true,
        random: options.random ?? random/* systemRandom */.v,
    });
}
/** Files that a folder may have before a repository is made in it. */
const NOT_COUNTED = new Set([shards_file/* SHARDS_FILE */.D6, '.gitignore', '.DS_Store', 'lost+found', 'desktop.ini']);
async function whatIsThere(path) {
    try {
        const entries = await blob_filesystem/* nodeFileOperations */.zh.readDirectory(path);
        if (entries.some((entry) => entry.name === cloud_opening/* FORMAT_BLOB_ID */.YP + blob_sharding/* BLOB_SUFFIX */.a9))
            return 'repository';
        if (entries.some((entry) => entry.name === shards_file/* SHARDS_FILE */.D6) && (await isInShards(path)))
            return 'repository';
        return entries.every((entry) => NOT_COUNTED.has(entry.name) || isLeftOver(entry.name)) ? 'empty' : 'foreign';
    }
    catch (error) {
        if ((0,filesystem_errors/* systemCodeOf */.c7)(error) === 'ENOENT')
            return 'missing';
        if ((0,filesystem_errors/* systemCodeOf */.c7)(error) === 'ENOTDIR')
            throw (0,filesystem_errors/* rootNotADirectory */.uW)(path);
        throw (0,filesystem_errors/* filesystemError */.ic)(error, 'look for a repository', path);
    }
}
/** Whether the format blob lies in a folder: a layout may shard short names too. */
async function isInShards(path) {
    const sharding = await (0,blob_filesystem/* readShards */.OG)(blob_filesystem/* nodeFileOperations */.zh, path);
    if (sharding === undefined)
        return false;
    try {
        return (await blob_filesystem/* nodeFileOperations */.zh.status((0,external_node_path_.join)(path, ...(0,blob_sharding/* blobPath */.nD)(sharding, cloud_opening/* FORMAT_BLOB_ID */.YP)))).isFile;
    }
    catch (error) {
        if ((0,filesystem_errors/* systemCodeOf */.c7)(error) === 'ENOENT')
            return false;
        throw error;
    }
}
/** A create that was interrupted before the format blob leaves these, and can be repeated. */
function isLeftOver(name) {
    return name === `kopia.blobcfg${blob_sharding/* BLOB_SUFFIX */.a9}` || file_writer/* TEMP_NAME */.TE.test(name);
}
function empty(path) {
    return new errors/* CairnError */.eb('CAIRN_STORAGE_EMPTY', `There is no repository in ${path}: the folder is empty.`, {
        hint: 'Check the location for a typo and that the volume is mounted, or create a repository there: "cairn repository create filesystem", or --create-repository in a run.',
    });
}
function foreign(path) {
    return new errors/* CairnError */.eb('CAIRN_STORAGE_FOREIGN', `There is no repository in ${path}, but there are other files.`, {
        hint: `Check the location for a typo. If it was a repository, its file ${cloud_opening/* FORMAT_BLOB_ID */.YP}${blob_sharding/* BLOB_SUFFIX */.a9} is lost: bring it back from a copy.`,
    });
}


/***/ }),

/***/ 37042:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readOnly)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** A storage that refuses to write. */

/** The same storage, except that `putBlob` and `deleteBlob` fail with CAIRN_STORAGE_READONLY. */
function readOnly(storage) {
    const refuse = async () => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_STORAGE_READONLY', `${storage.displayName} is connected for reading only.`, {
            hint: 'Run "cairn repository set-client --read-write", or connect again without --readonly.',
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


/***/ }),

/***/ 75054:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ createContentEncryptor)
/* harmony export */ });
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34695);
/* harmony import */ var _ecc_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34068);
/* harmony import */ var _encryption_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10617);
/** The encryption of contents and whole blobs that a format asks for, with error correction around it (docs/repository-format.md, "Error correction"). */



/** Makes the encryptor of a format; sealed bytes carry parity when `ecc` is not empty. Errors: CAIRN_FORMAT_UNSUPPORTED. */
function createContentEncryptor(format) {
    const encryptor = (0,_encryption_index_js__WEBPACK_IMPORTED_MODULE_2__/* .createEncryptor */ .Dm)(format.encryption, format.masterKey);
    if (format.ecc === '')
        return encryptor;
    const correction = (0,_ecc_index_js__WEBPACK_IMPORTED_MODULE_1__/* .createErrorCorrection */ .B6)(format.ecc, format.eccOverheadPercent);
    return {
        seal(plain, iv, random) {
            const sealed = encryptor.seal(plain, iv, random);
            const stored = correction.encode(sealed);
            (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .release */ ._r)(sealed);
            return stored;
        },
        open: (stored, iv) => encryptor.open(correction.decode(stored), iv),
    };
}


/***/ }),

/***/ 16820:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vY: () => (/* reexport */ BLOB_CONFIG_BLOB_ID),
  YP: () => (/* reexport */ format_blob/* FORMAT_BLOB_ID */.YP),
  qf: () => (/* reexport */ MAINTENANCE_BLOB_ID),
  Bq: () => (/* reexport */ format_blob/* MAX_FORMAT_BLOB_BYTES */.Bq),
  C7: () => (/* reexport */ changeFormatParameters),
  Xw: () => (/* reexport */ changeFormatPassword),
  V1: () => (/* reexport */ checkRetention),
  Ic: () => (/* reexport */ createFormat),
  Wt: () => (/* reexport */ decodeBlobConfig),
  jK: () => (/* reexport */ format_blob/* decodeFormatBlob */.jK),
  PW: () => (/* reexport */ decodeMaintenanceSchedule),
  b4: () => (/* reexport */ encodeMaintenanceSchedule),
  sT: () => (/* reexport */ encodeScheduleJson),
  E2: () => (/* reexport */ openFormat),
  bG: () => (/* reexport */ recheckFormat),
  e8: () => (/* reexport */ retentionOf)
});

// UNUSED EXPORTS: DEFAULT_KEY_DERIVATION, KEY_DERIVATION_NAMES, createContentEncryptor

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/repo/format/checked-json.js
var checked_json = __webpack_require__(77370);
;// CONCATENATED MODULE: ./lib/repo/format/blobcfg.js
/**
 * The blob `kopia.blobcfg`: how long storage must keep blobs, sealed like the format payload (docs/repository-format.md, "Blob configuration").
 *
 * {} or {"retentionMode":"GOVERNANCE","retentionPeriod":<ns>}
 */



/** ID of the blob configuration. */
const BLOB_CONFIG_BLOB_ID = 'kopia.blobcfg';
const MAX_BYTES = 64 * 1024;
const NS_PER_DAY = 86400000000000n;
/** Fails with CAIRN_USAGE when settings for a repository make no sense. */
function checkRetention({ retentionMode, retentionPeriodNs }) {
    if ((retentionMode === '') !== (retentionPeriodNs === 0n)) {
        throw new errors/* CairnError */.eb('CAIRN_USAGE', 'Retention of blobs needs a mode and a period.', {
            hint: 'Give both --retention-mode and --retention-period, or neither.',
        });
    }
    if (retentionPeriodNs !== 0n && retentionPeriodNs < NS_PER_DAY) {
        throw new errors/* CairnError */.eb('CAIRN_USAGE', 'Blobs can be retained for a day or longer, not for less.', {
            hint: 'Give a --retention-period of 24h or more.',
        });
    }
}
/** The retention that is in force; undefined when there is none. */
function retentionOf({ retentionMode, retentionPeriodNs }) {
    if (retentionMode === undefined || retentionPeriodNs === undefined)
        return undefined;
    return { retentionMode, retentionPeriodNs };
}
/** Opens the blob; an absent one (`undefined`) means no retention. CAIRN_FORMAT_DAMAGED when it does not belong to the format blob. */
function decodeBlobConfig(sealed, format) {
    if (sealed === undefined)
        return {};
    const where = `blob ${BLOB_CONFIG_BLOB_ID}`;
    if (sealed.length > MAX_BYTES)
        throw (0,checked_json/* damagedFormat */.DG)(where, `has ${sealed.length} bytes, more than ${MAX_BYTES}`);
    const stored = format.unsealWithFormatKey(sealed);
    if (stored === undefined) {
        throw (0,checked_json/* damagedFormat */.DG)(where, 'cannot be opened although the password is right: a change of password may have been cut short');
    }
    const json = (0,checked_json/* parseCheckedObject */.kw)(stored, where);
    const retentionMode = json.text('retentionMode');
    const retentionPeriodNs = json.duration('retentionPeriod');
    if ((retentionMode === '') !== (retentionPeriodNs === 0n))
        throw (0,checked_json/* damagedFormat */.DG)(where, 'has only one of retention mode and period');
    return retentionMode === '' ? { stored } : { retentionMode, retentionPeriodNs, stored };
}
/** The JSON to be sealed; what was stored before when there is such. */
function encodeBlobConfig(config) {
    if (config.stored !== undefined)
        return config.stored;
    if (config.retentionMode === undefined || config.retentionPeriodNs === undefined)
        return (0,bytes/* utf8 */.As)('{}');
    return (0,bytes/* utf8 */.As)(`{"retentionMode":${JSON.stringify(config.retentionMode)},"retentionPeriod":${config.retentionPeriodNs}}`);
}

// EXTERNAL MODULE: ./lib/util/go-json.js
var go_json = __webpack_require__(56495);
// EXTERNAL MODULE: ./lib/util/json-read.js
var json_read = __webpack_require__(1873);
;// CONCATENATED MODULE: ./lib/repo/format/content-format.js
/**
 * The format payload: the settings and secrets of a repository, as compact JSON (docs/repository-format.md, "Format payload").
 *
 * {"format":{hash, encryption, ecc?, eccOverheadPercent?, secret, masterKey, version, maxPackSize, indexVersion,
 *  epochParameters, enablePasswordChange, splitter, upgradeLock?, requiredFeatures?}}
 */




const WHERE = 'format payload';
const MiB = 1024 * 1024;
const DEFAULT_PACK_BYTES = 20 * MiB;
const MIN_PACK_BYTES = 10 * MiB;
const MAX_PACK_BYTES = 120 * MiB;
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
    advanceOnTotalSizeBytes: 10 * MiB,
    deleteParallelism: 4,
};
/** The epoch parameters of a repository without epochs. */
const NO_EPOCHS = {
    enabled: false,
    refreshFrequencyNs: 0n,
    fullCheckpointFrequency: 0,
    cleanupSafetyMarginNs: 0n,
    minEpochDurationNs: 0n,
    advanceOnCount: 0,
    advanceOnTotalSizeBytes: 0,
    deleteParallelism: 0,
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
        throw (0,checked_json/* damagedFormat */.DG)(WHERE, `asks for packs of ${maxPackSizeBytes} bytes`);
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
    checkPackSize(format.maxPackSizeBytes);
    const json = {
        hash: format.hash,
        encryption: format.encryption,
        ...(format.ecc === '' ? {} : { ecc: format.ecc, eccOverheadPercent: format.eccOverheadPercent }),
        ...(format.hashSecret.length === 0 ? {} : { secret: (0,checked_json/* toBase64 */.nk)(format.hashSecret) }),
        masterKey: (0,checked_json/* toBase64 */.nk)(format.masterKey),
        version: format.version,
        maxPackSize: format.maxPackSizeBytes,
        indexVersion: format.indexVersion,
        epochParameters: epochMembers(format.epochs),
        enablePasswordChange: format.enablePasswordChange,
        splitter: format.splitter,
    };
    return (0,bytes/* utf8 */.As)((0,go_json/* encodeGoJson */.pl)({ format: json }));
}
/** CAIRN_USAGE unless packs may be that long. */
function checkPackSize(bytes) {
    if (bytes >= MIN_PACK_BYTES && bytes <= MAX_PACK_BYTES)
        return;
    throw new errors/* CairnError */.eb('CAIRN_USAGE', `Packs must be between ${MIN_PACK_BYTES} and ${MAX_PACK_BYTES} bytes long.`);
}
/** Epoch parameters as the payload has them. */
function epochMembers(epochs) {
    return {
        Enabled: epochs.enabled,
        EpochRefreshFrequency: epochs.refreshFrequencyNs,
        FullCheckpointFrequency: epochs.fullCheckpointFrequency,
        CleanupSafetyMargin: epochs.cleanupSafetyMarginNs,
        MinEpochDuration: epochs.minEpochDurationNs,
        EpochAdvanceOnCountThreshold: epochs.advanceOnCount,
        EpochAdvanceOnTotalSizeBytesThreshold: epochs.advanceOnTotalSizeBytes,
        DeleteParallelism: epochs.deleteParallelism,
    };
}
/** What is wrong with epoch parameters, as sentences: the delays between writers and cleaning depend on them, and kopia keeps the same limits. */
function epochFaults(epochs) {
    const checks = [
        [epochs.refreshFrequencyNs > 0n, 'Epochs must be refreshed now and then: the refresh frequency is zero.'],
        [epochs.minEpochDurationNs >= 10n * NS_PER_MINUTE, 'An epoch lasts ten minutes or longer.'],
        [epochs.minEpochDurationNs >= 3n * epochs.refreshFrequencyNs, 'An epoch lasts at least three times as long as the refresh frequency.'],
        [epochs.cleanupSafetyMarginNs >= 3n * epochs.refreshFrequencyNs, 'The cleanup margin is at least three times the refresh frequency.'],
        [epochs.fullCheckpointFrequency > 0, 'Ranges of epochs are compacted every so many epochs, and that is above zero.'],
        [epochs.advanceOnCount >= 10, 'An epoch takes ten index blobs or more before the next one begins.'],
        [epochs.advanceOnTotalSizeBytes >= MiB, 'An epoch takes 1 MiB of index blobs or more before the next one begins.'],
    ];
    return checks.filter(([isSound]) => !isSound).map(([, fault]) => fault);
}
function decodeEpochs(json) {
    if (json === undefined)
        return NO_EPOCHS;
    const epochs = {
        enabled: json.flag('Enabled'),
        refreshFrequencyNs: json.duration('EpochRefreshFrequency'),
        fullCheckpointFrequency: json.count('FullCheckpointFrequency'),
        cleanupSafetyMarginNs: json.duration('CleanupSafetyMargin'),
        minEpochDurationNs: json.duration('MinEpochDuration'),
        advanceOnCount: json.count('EpochAdvanceOnCountThreshold'),
        advanceOnTotalSizeBytes: json.count('EpochAdvanceOnTotalSizeBytesThreshold'),
        deleteParallelism: json.count('DeleteParallelism'),
    };
    // Outside the limits, writing would be unsafe.
    if (epochs.enabled && epochFaults(epochs).length > 0)
        throw (0,checked_json/* damagedFormat */.DG)(WHERE, 'has epoch parameters outside the limits of the format');
    return epochs;
}
function unsupportedVersion(what, version) {
    return new errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `The repository has ${what} version ${version}, which is not supported.`, {
        hint: 'It was made by a newer program. Update Cairn, or use kopia.',
    });
}

// EXTERNAL MODULE: ./lib/repo/format/format-blob.js
var format_blob = __webpack_require__(76083);
// EXTERNAL MODULE: ./lib/util/hmac.js
var hmac = __webpack_require__(85913);
// EXTERNAL MODULE: ./lib/repo/hashing/index.js + 2 modules
var hashing = __webpack_require__(9170);
// EXTERNAL MODULE: ./lib/repo/splitter/index.js + 5 modules
var splitter = __webpack_require__(4297);
// EXTERNAL MODULE: ./lib/repo/format/content-encryptor.js
var content_encryptor = __webpack_require__(75054);
// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(99252);
;// CONCATENATED MODULE: ./lib/repo/format/gates.js
/** What a repository may ask of everyone who opens it (docs/repository-format.md, "Required features and upgrade lock"). */



const KNOWN_FEATURES = ['index-v1', 'index-v2'];
/** Fails with CAIRN_FORMAT_UNSUPPORTED when a feature is unknown; calls `warn` instead when the repository says that this is enough. */
function checkRequiredFeatures(json, warn) {
    for (const entry of json.list('requiredFeatures')) {
        const required = (0,checked_json/* checkedObject */.F4)(entry, 'list of required features');
        const feature = required.text('feature');
        if (KNOWN_FEATURES.includes(feature))
            continue;
        const advice = required.object('ifNotUnderstood');
        const hint = [advice?.text('message'), advice?.text('url')].filter((each) => each !== undefined && each !== '').join(' ');
        const message = `The repository needs the feature ${JSON.stringify(feature)}, which Cairn does not know.`;
        if (advice?.flag('warn') === true)
            warn(hint === '' ? message : `${message} ${hint}`);
        else
            throw new errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', message, { hint: hint === '' ? 'Update Cairn, or use kopia.' : hint });
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
    throw new errors/* CairnError */.eb('CAIRN_REPOSITORY_LOCKED', `The repository is locked for an upgrade that ${lock.text('ownerID') || 'somebody'} announced at ${(0,timestamp/* formatTimestamp */.E)(createdNs)}${said === '' ? '.' : `: ${said}`}`, { hint: 'Wait until the upgrade is over. If it was given up, its owner runs "kopia repository upgrade rollback".' });
}

// EXTERNAL MODULE: ./lib/repo/format/key-derivation.js + 2 modules
var key_derivation = __webpack_require__(90630);
// EXTERNAL MODULE: ./lib/repo/format/sealed-payload.js
var sealed_payload = __webpack_require__(59871);
;// CONCATENATED MODULE: ./lib/repo/format/open.js
/** Opens the format of an existing repository. */












/**
 * Opens `kopia.repository` with a password and checks that everything in it is understood.
 *
 * Errors: CAIRN_FORMAT_DAMAGED, CAIRN_FORMAT_UNSUPPORTED, CAIRN_PASSWORD_WRONG, CAIRN_REPOSITORY_LOCKED. `warn` hears of features that
 * are unknown but may be ignored. The key is taken from `keys`, or made there.
 */
async function openFormat(bytes, password, nowNs, warn = () => { }, keys) {
    const blob = (0,format_blob/* decodeFormatBlob */.jK)(bytes);
    const { keyDerivation, uniqueId } = blob;
    keys?.begin(bytes);
    const ready = await keys?.find(keyDerivation, password, uniqueId);
    let formatKey = ready ?? (await (0,key_derivation/* deriveFormatKey */.is)(keyDerivation, password, uniqueId));
    let payload = (0,sealed_payload/* unseal */.Du)((0,sealed_payload/* formatSealingKey */.gF)(formatKey, uniqueId), blob.sealedPayload);
    if (payload === undefined && ready !== undefined) {
        // Before a password is called wrong, the runtime's own derivation has to agree.
        formatKey = await (0,key_derivation/* deriveFormatKey */.is)(keyDerivation, password, uniqueId);
        payload = (0,sealed_payload/* unseal */.Du)((0,sealed_payload/* formatSealingKey */.gF)(formatKey, uniqueId), blob.sealedPayload);
    }
    if (payload === undefined) {
        throw new errors/* CairnError */.eb('CAIRN_PASSWORD_WRONG', 'The password does not open the repository.', {
            hint: `Check the password. If you are sure of it, the blob ${format_blob/* FORMAT_BLOB_ID */.YP} is damaged.`,
        });
    }
    return unlockedFormat({ blob, bytes, payload, content: await readPayload(payload, nowNs, warn), formatKey });
}
/** Reads an unsealed format payload. Errors: CAIRN_FORMAT_DAMAGED, CAIRN_FORMAT_UNSUPPORTED, CAIRN_REPOSITORY_LOCKED. */
async function readPayload(payload, nowNs, warn) {
    const json = parsePayload(payload);
    // What the repository says about itself comes first: its own advice is better than our guess about an unknown algorithm.
    checkRequiredFeatures(json, warn);
    checkUpgradeLock(json, nowNs);
    const content = decodeContentFormat(json);
    await checkAlgorithms(content);
    return content;
}
/** The `format` object of an unsealed payload; CAIRN_FORMAT_DAMAGED when there is none. */
function parsePayload(payload) {
    const json = (0,checked_json/* parseCheckedObject */.kw)(payload, 'format payload').object('format');
    if (json === undefined)
        throw (0,checked_json/* damagedFormat */.DG)('format payload', 'has no "format" object');
    return json;
}
/** Fails with CAIRN_FORMAT_UNSUPPORTED when an algorithm is unknown. */
async function checkAlgorithms(content) {
    await (0,hashing/* createHasher */.qj)(content.hash, content.hashSecret);
    (0,content_encryptor/* createContentEncryptor */.K)(content);
    (0,splitter/* createSplitter */.W3)(content.splitter);
}
/** The opened format made of its parts; for opening and creating only. */
function unlockedFormat(parts) {
    const { blob, content, formatKey } = parts;
    const sealingKey = (0,sealed_payload/* formatSealingKey */.gF)(formatKey, blob.uniqueId);
    // Repositories without password change derive from the format key: a mistake of early kopia that is now part of the format.
    const rootKey = content.enablePasswordChange ? content.masterKey : formatKey;
    return {
        uniqueId: blob.uniqueId,
        keyDerivation: blob.keyDerivation,
        content,
        deriveKey: (purpose, lengthBytes) => (0,hmac/* hkdfSha256 */.H)(rootKey, blob.uniqueId, (0,bytes/* utf8 */.As)(purpose), lengthBytes),
        formatBlobBytes: parts.bytes,
        blob,
        payload: parts.payload,
        sealWithFormatKey: (plain, random) => (0,sealed_payload/* seal */.od)(sealingKey, plain, random),
        unsealWithFormatKey: (sealed) => (0,sealed_payload/* unseal */.Du)(sealingKey, sealed),
    };
}

;// CONCATENATED MODULE: ./lib/repo/format/change.js
/** The same repository with other parameters: the payload is changed member by member, so that what is unknown here stays. */









/**
 * The new blobs; undefined when nothing changes. Index blobs are not touched: after an upgrade to epochs they must be there before these.
 *
 * Errors: CAIRN_USAGE for a value out of range.
 */
async function changeFormatParameters(current, blobConfig, change, random) {
    const content = changedContent(current.content, change);
    const retention = changedRetention(blobConfig, change.retention);
    const isChanged = change.isUpgrade === true || retention !== undefined || hasChanges(change);
    if (!isChanged)
        return undefined;
    const payload = changedPayload(current.payload, content);
    const blob = { ...current.blob, sealedPayload: current.sealWithFormatKey(payload, random) };
    const formatBlob = (0,format_blob/* encodeFormatBlob */.Fp)(blob);
    const config = retention ?? blobConfig;
    const blobcfg = current.sealWithFormatKey(encodeBlobConfig(config), random);
    return { formatBlob, blobcfg, content: decodeContentFormat(parsePayload(payload)), retention: retentionOf(config) };
}
function hasChanges({ maxPackSizeBytes, indexVersion, epochs }) {
    return maxPackSizeBytes !== undefined || indexVersion !== undefined || Object.values(epochs ?? {}).some((value) => value !== undefined);
}
function changedContent(content, change) {
    const isUpgrade = change.isUpgrade === true;
    const beginsEpochs = isUpgrade && !content.epochs.enabled;
    const given = Object.fromEntries(Object.entries(change.epochs ?? {}).filter(([, value]) => value !== undefined));
    const epochs = { ...(beginsEpochs ? DEFAULT_EPOCHS : content.epochs), ...given };
    const fault = epochs.enabled ? epochFaults(epochs)[0] : undefined;
    if (fault !== undefined)
        throw new errors/* CairnError */.eb('CAIRN_USAGE', fault);
    const maxPackSizeBytes = change.maxPackSizeBytes ?? content.maxPackSizeBytes;
    if (change.maxPackSizeBytes !== undefined)
        checkPackSize(maxPackSizeBytes);
    const indexVersion = Math.max(beginsEpochs ? 2 : content.indexVersion, changedIndexVersion(content, change.indexVersion));
    return {
        ...content,
        maxPackSizeBytes,
        indexVersion: indexVersion === 2 ? 2 : 1,
        version: isUpgrade && content.version < 2 ? 2 : content.version,
        epochs,
    };
}
function changedIndexVersion({ indexVersion }, asked) {
    if (asked === undefined)
        return indexVersion;
    if (asked !== 1 && asked !== 2)
        throw new errors/* CairnError */.eb('CAIRN_USAGE', `There is no index version ${asked}: there are 1 and 2.`);
    if (asked < indexVersion)
        throw new errors/* CairnError */.eb('CAIRN_USAGE', 'The version of the index can only be raised.');
    return asked;
}
/** Undefined when it stays. */
function changedRetention(current, asked) {
    if (asked === undefined)
        return undefined;
    if (asked.retentionMode === '')
        return current.retentionMode === undefined ? undefined : {};
    const next = {
        retentionMode: asked.retentionMode ?? current.retentionMode ?? '',
        retentionPeriodNs: asked.retentionPeriodNs ?? current.retentionPeriodNs ?? 0n,
    };
    checkRetention(next);
    return next;
}
/** Members that a change can touch are set, in their old places; all others keep value and order. */
function changedPayload(payload, content) {
    const document = JSON.parse((0,bytes/* fromUtf8 */.ar)(payload) ?? '{}');
    const format = (0,json_read/* isJsonObject */.OW)(document) ? document['format'] : undefined;
    if (!(0,json_read/* isJsonObject */.OW)(document) || !(0,json_read/* isJsonObject */.OW)(format))
        throw (0,checked_json/* damagedFormat */.DG)('format payload', 'has no "format" object');
    const oldEpochs = format['epochParameters'];
    const changed = {
        ...format,
        version: content.version,
        maxPackSize: content.maxPackSizeBytes,
        indexVersion: content.indexVersion,
        epochParameters: { ...((0,json_read/* isJsonObject */.OW)(oldEpochs) ? oldEpochs : {}), ...epochMembers(content.epochs) },
    };
    try {
        // The cast holds because everything else was parsed from JSON.
        return (0,bytes/* utf8 */.As)((0,go_json/* encodeGoJson */.pl)({ ...document, format: changed }));
    }
    catch (cause) {
        throw new errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', 'The format payload holds a number that Cairn cannot write back unchanged.', {
            hint: 'It was made by a newer program. Use that to change parameters.',
            cause,
        });
    }
}

// EXTERNAL MODULE: ./lib/repo/ecc/index.js + 4 modules
var ecc = __webpack_require__(34068);
// EXTERNAL MODULE: ./lib/repo/encryption/index.js + 1 modules
var encryption = __webpack_require__(10617);
;// CONCATENATED MODULE: ./lib/repo/format/create.js
/** Makes the format of a new repository, or the same format under a new password. */











const KEY_BYTES = 32;
const create_DEFAULT_PACK_BYTES = 20 * 1024 * 1024;
/** The format of a new repository. Errors: CAIRN_PASSWORD_EMPTY, CAIRN_FORMAT_UNSUPPORTED, CAIRN_USAGE for settings out of range. */
async function createFormat(options) {
    const { random } = options;
    const version = options.formatVersion ?? 3;
    const eccOverheadPercent = Math.min(Math.max(options.eccOverheadPercent ?? 0, 0), 100);
    const usesEcc = eccOverheadPercent > 0 && version !== 1;
    const uniqueId = random(KEY_BYTES);
    const content = {
        hash: options.hash ?? hashing/* DEFAULT_HASH */.Lo,
        encryption: options.encryption ?? encryption/* DEFAULT_ENCRYPTION */.Y0,
        ecc: usesEcc ? (options.ecc ?? ecc/* DEFAULT_ERROR_CORRECTION */.SW) : '',
        eccOverheadPercent: usesEcc ? eccOverheadPercent : 0,
        hashSecret: random(KEY_BYTES),
        masterKey: random(KEY_BYTES),
        maxPackSizeBytes: create_DEFAULT_PACK_BYTES,
        ...settingsOfVersion(version),
        splitter: options.splitter ?? splitter/* DEFAULT_SPLITTER */.me,
    };
    await checkAlgorithms(content);
    const outer = {
        tool: 'Cairn',
        buildVersion: options.buildVersion ?? '',
        buildInfo: '',
        uniqueId,
        keyDerivation: options.keyDerivation ?? key_derivation/* DEFAULT_KEY_DERIVATION */.O3,
    };
    return await sealFormat(outer, encodeContentFormat(content), content, options.retention ?? {}, options.password, random);
}
/** What a format version stands for. Version 3 is laid out like 2; its number keeps old clients out. */
function settingsOfVersion(version) {
    if (version === 1)
        return { version, indexVersion: 1, epochs: NO_EPOCHS, enablePasswordChange: false };
    if (version === 2 || version === 3)
        return { version, indexVersion: 2, epochs: DEFAULT_EPOCHS, enablePasswordChange: true };
    throw new errors/* CairnError */.eb('CAIRN_USAGE', `There is no format version ${version}.`, { hint: 'Versions 1, 2 and 3 exist; without one it is 3.' });
}
/**
 * The same repository under another password: the payload and the blob configuration are sealed again, unchanged.
 *
 * Until both blobs are stored, keep the old bytes: kopia opens nothing when only one of them is new. Errors: CAIRN_PASSWORD_EMPTY, and
 * CAIRN_NOT_SUPPORTED for repositories whose keys depend on the password.
 */
async function changeFormatPassword(current, blobConfig, newPassword, random) {
    if (!current.content.enablePasswordChange) {
        throw new errors/* CairnError */.eb('CAIRN_NOT_SUPPORTED', 'The password of this repository cannot be changed: its keys depend on it.', {
            hint: 'Repositories made by kopia before 0.9 are like that. Create a new one and copy the snapshots.',
        });
    }
    return await sealFormat(current.blob, current.payload, current.content, blobConfig, newPassword, random);
}
async function sealFormat(outer, payload, content, blobConfig, password, random) {
    if (password === '') {
        throw new errors/* CairnError */.eb('CAIRN_PASSWORD_EMPTY', 'A repository needs a password.', {
            hint: 'Set KOPIA_PASSWORD or CAIRN_PASSWORD. Without the password nobody can read the snapshots, so keep it in a safe place too.',
        });
    }
    const formatKey = await (0,key_derivation/* deriveFormatKey */.is)(outer.keyDerivation, password, outer.uniqueId);
    const blob = { ...outer, sealedPayload: (0,sealed_payload/* seal */.od)((0,sealed_payload/* formatSealingKey */.gF)(formatKey, outer.uniqueId), payload, random) };
    const formatBlob = (0,format_blob/* encodeFormatBlob */.Fp)(blob);
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
const maintenance_schedule_MAX_BYTES = 16 * 1024 * 1024;
const MAX_RUNS_PER_TASK = 50;
/** Opens the blob; CAIRN_FORMAT_DAMAGED when it is not one of this repository. */
function decodeMaintenanceSchedule(sealed, format) {
    const where = `blob ${MAINTENANCE_BLOB_ID}`;
    if (sealed.length > maintenance_schedule_MAX_BYTES)
        throw (0,checked_json/* damagedFormat */.DG)(where, `has ${sealed.length} bytes, more than ${maintenance_schedule_MAX_BYTES}`);
    const plain = (0,sealed_payload/* unseal */.Du)(sealingKey(format), sealed);
    if (plain === undefined)
        throw (0,checked_json/* damagedFormat */.DG)(where, 'cannot be decrypted');
    const json = (0,checked_json/* parseCheckedObject */.kw)(plain, where);
    const runs = json.object('runs');
    const decoded = (runs?.names() ?? []).map((task) => [
        task,
        (runs?.list(task) ?? []).map((each) => {
            const run = (0,checked_json/* checkedObject */.F4)(each, `run of ${JSON.stringify(task)} in ${where}`);
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
/** The sealed blob. */
function encodeMaintenanceSchedule(schedule, format, random) {
    return (0,sealed_payload/* seal */.od)(sealingKey(format), (0,bytes/* utf8 */.As)(encodeScheduleJson(schedule)), random);
}
/** The JSON in the blob; of every task the first 50 runs are kept, as kopia does. */
function encodeScheduleJson(schedule) {
    const runs = Object.entries(schedule.runs)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([task, list]) => [task, list.slice(0, MAX_RUNS_PER_TASK).map(encodeRun)]);
    const json = {
        nextFullMaintenance: timeText(schedule.nextFullNs),
        nextQuickMaintenance: timeText(schedule.nextQuickNs),
        runs: Object.fromEntries(runs),
    };
    return (0,go_json/* encodeGoJson */.pl)(json);
}
function encodeRun(run) {
    return {
        start: timeText(run.startNs),
        end: timeText(run.endNs),
        ...(run.success ? { success: true } : {}),
        ...(run.error === '' ? {} : { error: run.error }),
        // It was parsed from JSON or made by a step, which reports plain numbers and texts.
        ...(run.extra.length === 0 ? {} : { extra: run.extra }),
    };
}
function timeText(ns) {
    return ns === undefined ? checked_json/* NEVER */.tm : (0,timestamp/* formatTimestamp */.E)(ns);
}
function sealingKey(format) {
    return { key: format.deriveKey('maintenance schedule', 32), additionalData: (0,bytes/* utf8 */.As)('maintenance') };
}

;// CONCATENATED MODULE: ./lib/repo/format/recheck.js
/** Looking at the format blob again while a repository is open (docs/repository-format.md, "Required features and upgrade lock"). */





/**
 * Whether a client that opened the repository as `opened` may go on, now that its format blob is `bytes`.
 *
 * Errors: CAIRN_REPOSITORY_LOCKED, CAIRN_REPOSITORY_UPGRADED when its index is kept in another way now, CAIRN_FORMAT_UNSUPPORTED,
 * CAIRN_FORMAT_DAMAGED.
 */
function recheckFormat(bytes, opened, nowNs) {
    const payload = opened.unsealWithFormatKey((0,format_blob/* decodeFormatBlob */.jK)(bytes).sealedPayload);
    // Sealed with another password since: that changes nothing else, and the keys of contents stay as they are.
    if (payload === undefined)
        return;
    const json = (0,checked_json/* parseCheckedObject */.kw)(payload, 'format payload').object('format');
    if (json === undefined)
        return;
    checkRequiredFeatures(json, () => { });
    checkUpgradeLock(json, nowNs);
    const { epochs, indexVersion } = decodeContentFormat(json);
    if (epochs.enabled === opened.content.epochs.enabled && indexVersion === opened.content.indexVersion)
        return;
    throw new errors/* CairnError */.eb('CAIRN_REPOSITORY_UPGRADED', 'The repository has been upgraded to a newer format since it was opened.', {
        hint: 'Run the command again, so that the new format is read.',
    });
}

;// CONCATENATED MODULE: ./lib/repo/format/index.js
/** The format of a repository: what its two configuration blobs and its maintenance blob say. */











/***/ })

};
