export const id = 9482;
export const ids = [9482];
export const modules = {

/***/ 69482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  repositoryValidateProvider: () => (/* binding */ repositoryValidateProvider)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/blob/open.js + 2 modules
var blob_open = __webpack_require__(40362);
// EXTERNAL MODULE: ./lib/repo/blob/throttle-limits.js
var throttle_limits = __webpack_require__(56177);
// EXTERNAL MODULE: ./lib/repo/blob/throttling.js
var throttling = __webpack_require__(43155);
// EXTERNAL MODULE: ./lib/repo/config.js
var repo_config = __webpack_require__(45160);
// EXTERNAL MODULE: ./lib/util/bytes.js
var util_bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
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
            const storage = await (0,blob_open/* openStorage */.G)(config.storage, { ...(0,commands_open/* storageOptions */.Ep)(context), mode: 'existing' });
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


/***/ })

};
