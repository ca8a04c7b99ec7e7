export const id = 9482;
export const ids = [9482];
export const modules = {

/***/ 69482:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  repositoryValidateProvider: () => (/* binding */ repositoryValidateProvider)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/blob/open.js + 1 modules
var blob_open = __webpack_require__(72144);
// EXTERNAL MODULE: ./lib/repo/blob/throttle-limits.js
var throttle_limits = __webpack_require__(56177);
// EXTERNAL MODULE: ./lib/repo/blob/throttling.js
var throttling = __webpack_require__(43155);
// EXTERNAL MODULE: ./lib/repo/config.js
var repo_config = __webpack_require__(45160);
// EXTERNAL MODULE: ./lib/util/bytes.js
var util_bytes = __webpack_require__(34695);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/commands/storage-concurrency.js
/** Many writers and readers of one storage at the same time: nobody may ever see a part of a blob, or lose one that was written. */



const MAX_BLOB_BYTES = 2_000_000;
const MAX_PAUSE_MS = 250;
/** Errors: CAIRN_STORAGE_UNFIT, those of the storage. */
async function runConcurrencyTest(context, storage, prefix, options) {
    const { clock, random, signal } = context;
    const blobs = [];
    const until = clock.monotonicMs() + options.durationMs;
    const number = (below) => {
        const [a = 0, b = 0, c = 0] = random(3);
        return Math.floor(((a * 65_536 + b * 256 + c) / 2 ** 24) * below);
    };
    const loop = async (step) => {
        while (clock.monotonicMs() < until) {
            await clock.sleep(number(MAX_PAUSE_MS), signal);
            await step();
        }
    };
    const put = async () => {
        const bytes = random(1 + number(MAX_BLOB_BYTES));
        const blob = { id: `${prefix}${(0,util_bytes/* toHex */.nj)(random(8))}`, length: bytes.length, sha256: digest(bytes), isWritten: false };
        blobs.push(blob);
        // Readers may look for it before it is there.
        await clock.sleep(number(MAX_PAUSE_MS), signal);
        await storage().putBlob(blob.id, [bytes], { signal });
        blob.isWritten = true;
    };
    const pick = () => blobs[number(blobs.length)];
    const get = async () => {
        const blob = pick();
        if (blob === undefined)
            return;
        const { isWritten } = blob;
        try {
            const bytes = await storage().getBlob(blob.id, { signal });
            if (digest(bytes) !== blob.sha256)
                throw unfit('a blob is read that is not the one written');
        }
        catch (error) {
            if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
                throw error;
            if (isWritten)
                throw unfit('a blob that was written cannot be found');
        }
    };
    const look = async () => {
        const blob = pick();
        if (blob === undefined)
            return;
        const { isWritten } = blob;
        const found = await storage().statBlob(blob.id);
        if (found === undefined && isWritten)
            throw unfit('a blob that was written cannot be found');
        if (found !== undefined && found.length !== blob.length)
            throw unfit('a part of a blob can be seen while it is written');
    };
    const workers = [
        ...Array.from({ length: options.putWorkers }, () => loop(put)),
        ...Array.from({ length: options.getWorkers }, () => loop(get)),
        ...Array.from({ length: options.metadataWorkers }, () => loop(look)),
    ];
    // All of them end before the first failure counts: what they write is removed afterwards.
    const ended = await Promise.allSettled(workers);
    for (const end of ended)
        if (end.status === 'rejected')
            throw end.reason;
}
function digest(bytes) {
    return (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
}
/** The error of a broken promise. */
function unfit(what) {
    return new errors/* CairnError */.eb('CAIRN_STORAGE_UNFIT', `The storage cannot hold a repository: ${what}.`, {
        hint: 'A repository there could lose data. Use another storage, or other settings of this one.',
    });
}

// EXTERNAL MODULE: ./lib/commands/storage-options.js
var storage_options = __webpack_require__(62440);
;// CONCATENATED MODULE: ./lib/commands/repository-validate.js
/** Proves that a storage keeps the promises that a repository rests on (docs/repository-format.md, "Blob store"). */








/** The clock of a storage may be this far from ours. */
const MAX_CLOCK_DRIFT_MS = 3 * 60_000;
const TEST_BLOB_BYTES = 5_000_000;
/**
 * Writes, reads, lists and removes blobs of its own, whose names nothing else uses; `say` hears what is being looked at.
 *
 * Errors: CAIRN_STORAGE_UNFIT naming the promise that was broken, those of the storage.
 */
async function validateProvider(context, options, say) {
    const config = await (0,repo_config/* readClientConfig */.Kg)(context.configPath);
    const storages = [];
    // Blobs of kopia never begin with this letter.
    const prefix = `z${(0,util_bytes/* toHex */.nj)(context.random(16))}`;
    try {
        for (let n = 0; n < Math.max(1, options.connections); n++) {
            const storage = await (0,blob_open/* openStorage */.G)(config.storage, { ...(0,storage_options/* storageOptions */.E)(context), mode: 'existing' });
            storages.push((0,throttling/* throttling */.A)(storage, (0,throttle_limits/* limitsOf */.Af)(config), context.clock));
        }
        const trial = new Trial(storages, prefix, context);
        try {
            await trial.run(say);
            say(`Using it from many sides for ${Math.round(options.durationMs / 1000)} seconds…`);
            await runConcurrencyTest(context, () => trial.next(), `${prefix}c`, options);
        }
        finally {
            say('Removing what was written…');
            await trial.cleanUp();
        }
    }
    finally {
        await Promise.all(storages.map((storage) => storage.close()));
    }
}
class Trial {
    #storages;
    #prefix;
    #context;
    #turn = 0;
    constructor(storages, prefix, context) {
        this.#storages = storages;
        this.#prefix = prefix;
        this.#context = context;
    }
    /** The connections in turn: what one writes the next one must see. */
    next() {
        const storage = this.#storages[this.#turn++ % this.#storages.length];
        if (storage === undefined)
            throw new RangeError('there is no connection');
        return storage;
    }
    async run(say) {
        const id = `${this.#prefix}a1`;
        const bytes = patternBytes(TEST_BLOB_BYTES);
        say('Looking for a blob that does not exist…');
        await this.#expectCount('', 0);
        await this.#expectAbsent(id);
        say(`Writing a blob of ${TEST_BLOB_BYTES} bytes…`);
        await this.next().putBlob(id, [bytes]);
        say('Refusing to replace it…');
        await this.#expectRefusal(id);
        say('Listing…');
        await this.#expectCount('', 1);
        await this.#expectCount('a', 1);
        await this.#expectCount('b', 0);
        say('Reading parts and the whole…');
        for (const [offset, length] of [
            [0, 10],
            [1, 10],
            [2, 1],
            [5, 0],
            [bytes.length - 5, 5],
        ]) {
            const part = await this.next().getBlob(id, { offset, length });
            if (!(0,util_bytes/* equalBytes */.ex)(part, bytes.subarray(offset, offset + length)))
                throw unfit(`${length} bytes at ${offset} are not those that were written`);
        }
        if (!(0,util_bytes/* equalBytes */.ex)(await this.next().getBlob(id), bytes))
            throw unfit('a blob is not what was written');
        say('Comparing clocks…');
        await this.#expectMetadata(id, bytes.length);
    }
    async cleanUp() {
        const storage = this.next();
        for await (const { id } of storage.listBlobs(this.#prefix))
            await storage.deleteBlob(id);
    }
    async #expectCount(letter, expected) {
        let count = 0;
        for await (const _ of this.next().listBlobs(this.#prefix + letter, this.#context.signal))
            count++;
        if (count !== expected)
            throw unfit(`a listing holds ${count} blobs instead of ${expected}`);
    }
    async #expectAbsent(id) {
        for (const options of [{}, { offset: 0, length: 5 }]) {
            try {
                await this.next().getBlob(id, options);
                throw unfit('it reads a blob that was never written');
            }
            catch (error) {
                if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
                    throw error;
            }
        }
        if ((await this.next().statBlob(id)) !== undefined)
            throw unfit('it knows of a blob that was never written');
    }
    async #expectRefusal(id) {
        try {
            await this.next().putBlob(id, [Uint8Array.of(99)], { onlyIfAbsent: true });
        }
        catch (error) {
            if ((0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_EXISTS'))
                return;
            throw error;
        }
        throw unfit('it replaces a blob although it was told not to');
    }
    async #expectMetadata(id, length) {
        const blob = await this.next().statBlob(id);
        if (blob?.length !== length)
            throw unfit(`a blob of ${length} bytes has ${blob?.length ?? 'no'} bytes`);
        const driftMs = Math.abs(this.#context.clock.nowMs() - blob.timestampMs);
        (0,errors/* throwIfCancelled */.dZ)(this.#context.signal);
        if (driftMs > MAX_CLOCK_DRIFT_MS)
            throw unfit(`its clock is ${Math.round(driftMs / 1000)} seconds away from that of this machine`);
    }
}
function patternBytes(length) {
    return new Uint8Array(length).map((_, at) => (at % 5) + 1);
}

// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
;// CONCATENATED MODULE: ./lib/cli/verbs/repository-validate.js
/** `cairn repository validate-provider`. */


async function repositoryValidateProvider(context, input) {
    const workers = (name) => Math.max(0, (0,flag_values/* integerFlag */.tB)(input, name) ?? 0);
    const options = {
        connections: (0,flag_values/* countFlag */.GN)(input, 'num-storage-connections') ?? 1,
        durationMs: Number((0,flag_values/* durationFlagNs */.mM)(input, 'concurrency-test-duration') ?? 0n) / 1e6,
        putWorkers: workers('put-blob-workers'),
        getWorkers: workers('get-blob-workers'),
        metadataWorkers: workers('get-metadata-workers'),
    };
    await validateProvider(context, options, (step) => context.log.info(step));
    context.log.info('The storage keeps every promise that was put to the test.');
    return 0;
}


/***/ }),

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

/***/ 43155:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ throttling)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_async_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85416);
/* harmony import */ var _storage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30095);
/** A storage that is used no faster than the limits of its connection allow. */



/** What was not used in this time may be used at once. */
const BURST_MS = 1000;
/**
 * The same storage within `limits`. Bytes are counted when they are handed over: a blob goes at full speed, and what comes after it waits.
 *
 * A wait that `signal` ends fails with CAIRN_CANCELLED.
 */
function throttling(storage, limits, clock) {
    if (Object.values(limits).every((limit) => limit === 0))
        return storage;
    const [reads, writes, lists] = [limits.readsPerSecond, limits.writesPerSecond, limits.listsPerSecond].map((rate) => paced(rate, clock));
    const [uploads, downloads] = [limits.uploadBytesPerSecond, limits.downloadBytesPerSecond].map((rate) => paced(rate, clock));
    const reading = slots(limits.concurrentReads);
    const writing = slots(limits.concurrentWrites);
    return {
        displayName: storage.displayName,
        getBlob: (id, options) => reading(async () => {
            await reads?.(1, options?.signal);
            // The bytes of an earlier read are what this one waits for.
            await downloads?.(0, options?.signal);
            const bytes = await storage.getBlob(id, options);
            downloads?.spend(bytes.length);
            return bytes;
        }),
        statBlob: (id) => reading(async () => {
            await reads?.(1, undefined);
            return await storage.statBlob(id);
        }),
        putBlob: (id, parts, options) => writing(async () => {
            await writes?.(1, options?.signal);
            await uploads?.(0, options?.signal);
            uploads?.spend(parts.reduce((sum, { length }) => sum + length, 0));
            return await storage.putBlob(id, parts, options);
        }),
        deleteBlob: (id) => writing(async () => {
            await writes?.(1, undefined);
            await storage.deleteBlob(id);
        }),
        async *listBlobs(prefix, signal) {
            await lists?.(1, signal);
            yield* storage.listBlobs(prefix, signal);
        },
        ...(0,_storage_js__WEBPACK_IMPORTED_MODULE_1__/* .flushOf */ .e)(storage),
        close: () => storage.close(),
    };
}
/** Undefined without a limit. */
function paced(perSecond, clock) {
    if (perSecond === 0)
        return undefined;
    // When everything asked for so far is paid for, at this rate.
    let paidAtMs = Number.NEGATIVE_INFINITY;
    const spend = (amount) => {
        paidAtMs = Math.max(paidAtMs, clock.monotonicMs() - BURST_MS) + (amount / perSecond) * 1000;
    };
    const wait = async (amount, signal) => {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        spend(amount);
        const delayMs = paidAtMs - clock.monotonicMs();
        if (delayMs <= 0)
            return;
        try {
            await clock.sleep(delayMs, signal);
        }
        catch (reason) {
            throw signal?.aborted ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)() : reason;
        }
    };
    return Object.assign(wait, { spend });
}
function slots(count) {
    if (count === 0)
        return (work) => work();
    const semaphore = new _util_async_js__WEBPACK_IMPORTED_MODULE_2__/* .Semaphore */ .j(Math.max(1, Math.floor(count)));
    return (work) => semaphore.use(work);
}


/***/ })

};
