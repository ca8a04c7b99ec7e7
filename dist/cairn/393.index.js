export const id = 393;
export const ids = [393];
export const modules = {

/***/ 62542:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ requireDangerousCommands)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** The switch in front of commands that can make a repository unreadable. */

/** CAIRN_DANGEROUS_COMMAND unless the user enabled dangerous commands (docs/cli.md, "Dangerous commands"). */
function requireDangerousCommands(context, command) {
    if (context.dangerousCommands === 'enabled')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_DANGEROUS_COMMAND', `"cairn ${command}" can damage the repository and lose snapshots, so it is off.`, {
        hint: 'Nobody needs it in normal use: "cairn maintenance run" does such work safely. To run it all the same, add --dangerous-commands=enabled.',
    });
}


/***/ }),

/***/ 40393:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  indexRecover: () => (/* binding */ indexRecover)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/content/blob-names.js
var blob_names = __webpack_require__(23210);
// EXTERNAL MODULE: ./lib/repo/content/index/content-index.js + 3 modules
var content_index = __webpack_require__(45188);
// EXTERNAL MODULE: ./lib/repo/content/index/encode-entries.js + 1 modules
var encode_entries = __webpack_require__(38683);
// EXTERNAL MODULE: ./lib/repo/content/list-blobs.js
var list_blobs = __webpack_require__(26481);
// EXTERNAL MODULE: ./lib/repo/blob/read-checked.js
var read_checked = __webpack_require__(31716);
// EXTERNAL MODULE: ./lib/repo/content/index/codec.js + 4 modules
var codec = __webpack_require__(99709);
// EXTERNAL MODULE: ./lib/repo/content/pack-layout.js
var pack_layout = __webpack_require__(72472);
;// CONCATENATED MODULE: ./lib/repo/content/local-index.js
/** The index that each pack carries of its own contents (docs/repository-format.md, "Packs"). */




/** Its own length is one byte. */
const MAX_POSTAMBLE_BYTES = 256;
/** Feeds the local index of a pack into `sink`. Errors: CAIRN_PACK_INDEX_DAMAGED naming the pack, CAIRN_BLOB_NOT_FOUND, storage kinds. */
async function readLocalIndex(storage, keys, pack, sink, signal) {
    const read = (offset, length) => (isFresh) => storage.getBlob(pack.id, { offset, length, isFresh, ...(signal === undefined ? {} : { signal }) });
    const tailBytes = Math.min(pack.length, MAX_POSTAMBLE_BYTES);
    const { indexOffset, indexLength, indexIv } = await (0,read_checked/* readChecked */.Y)(read(pack.length - tailBytes, tailBytes), (tail) => {
        const postamble = (0,pack_layout/* decodePostamble */.Gc)(tail);
        if (postamble === undefined)
            throw damaged(pack.id, 'it does not end as a pack does');
        if (postamble.indexOffset + postamble.indexLength > pack.length)
            throw damaged(pack.id, 'its index lies outside of it');
        return postamble;
    });
    await (0,read_checked/* readChecked */.Y)(read(indexOffset, indexLength), (sealed) => {
        try {
            (0,codec/* decodeIndex */.X)(keys.encryptor.open(sealed, indexIv), pack.id, sink);
        }
        catch (error) {
            if ((0,errors/* isCairnError */.qN)(error) && error.kind === 'bug')
                throw error;
            throw damaged(pack.id, 'its index is not what was written', error);
        }
    });
}
function damaged(id, what, cause) {
    return new errors/* CairnError */.eb('CAIRN_PACK_INDEX_DAMAGED', `The pack ${id} cannot say what is in it: ${what}.`, {
        hint: 'Leave such packs out with --ignore-errors.',
        cause,
    });
}

// EXTERNAL MODULE: ./lib/repo/content/session.js
var session = __webpack_require__(80270);
// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(85416);
;// CONCATENATED MODULE: ./lib/commands/inspect/index-recover.js
/** Finds the contents of packs by the indexes that the packs carry, for when index blobs were lost. */








/**
 * Reads the packs and commits what they hold as new index blobs.
 *
 * Old index blobs are deleted last: when anything fails before, nothing is lost. What was deleted from the repository but not erased comes back.
 * Errors: CAIRN_PACK_INDEX_DAMAGED, CAIRN_BLOB_NOT_FOUND, storage kinds.
 */
async function recoverIndex({ care, clock }, options) {
    const { storage, contents } = care;
    const { log, signal } = options;
    const old = options.deletesIndexes ? await (0,list_blobs/* collectBlobs */.Z)(storage, blob_names/* BLOB_PREFIXES */.dX.legacyIndex, signal) : [];
    const index = new content_index/* ContentIndex */.g(contents.codec.hasher.sizeBytes);
    const sink = new CountingSink(index);
    let packCount = 0;
    const recover = async (pack) => {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        try {
            await readLocalIndex(storage, contents.codec, pack, sink, signal);
            packCount++;
        }
        catch (error) {
            if (!options.ignoresErrors || !(0,errors/* isCairnError */.qN)(error) || error.kind !== 'damage')
                throw error;
            log.warning((0,errors/* messageOf */.bD)(error));
        }
    };
    if (options.packs.length === 0)
        await (0,util_async/* mapConcurrent */._)(packsOf(care, options), Math.max(1, options.parallel), recover);
    else {
        // As in kopia, one after the other.
        for (const id of options.packs)
            await recover({ id, length: await lengthOf(care, id) });
    }
    if (options.commits && index.count > 0) {
        const sessionId = (0,session/* newSessionId */.OZ)(clock.nowNs(), contents.codec.random);
        await contents.indexBlobs.writeIndexBlobs((0,encode_entries/* encodeIndexShards */.o)(contents.format.indexVersion, index.rows()), sessionId, signal);
    }
    for (const { id } of old) {
        if (!options.commits)
            log.info(`would delete old index: ${id} (pass --commit to approve)`);
        else {
            (0,errors/* throwIfCancelled */.dZ)(signal);
            log.info(`deleting old index blob: ${id}`);
            await storage.deleteBlob(id);
        }
    }
    return { entryCount: sink.count, packCount };
}
async function* packsOf({ storage }, { prefixes, signal }) {
    const { dataPack, metadataPack } = blob_names/* BLOB_PREFIXES */.dX;
    for (const prefix of prefixes.length === 0 ? [dataPack, metadataPack] : prefixes)
        yield* storage.listBlobs(prefix, signal);
}
async function lengthOf({ storage }, id) {
    const found = await storage.statBlob(id);
    if (found !== undefined)
        return found.length;
    throw new errors/* CairnError */.eb('CAIRN_BLOB_NOT_FOUND', `Blob ${id} is not in ${storage.displayName}.`);
}
/** Counts every row on its way into an index. */
class CountingSink {
    keySizeBytes;
    #index;
    count = 0;
    constructor(index) {
        this.#index = index;
        this.keySizeBytes = index.keySizeBytes;
    }
    packNumber(packBlobId) {
        return this.#index.packNumber(packBlobId);
    }
    insert(row) {
        this.count++;
        this.#index.insert(row);
    }
}

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/cli/dangerous.js
var dangerous = __webpack_require__(62542);
// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
;// CONCATENATED MODULE: ./lib/cli/verbs/index-recover.js
/** `cairn index recover`. */




async function indexRecover(context, input) {
    (0,dangerous/* requireDangerousCommands */.o)(context, 'index recover');
    const commits = input.isOn('commit');
    const parallel = (0,flag_values/* integerFlag */.tB)(input, 'parallel') ?? 1;
    await (0,commands_open/* withRepository */.B)(context, { checksStorage: true, isReadOnly: !commits, mendsIndexes: true, mayBePartial: true }, async (repository) => {
        const { entryCount, packCount } = await recoverIndex(repository, {
            packs: input.list('blobs'),
            prefixes: input.list('blob-prefixes'),
            parallel,
            ignoresErrors: input.isOn('ignore-errors'),
            deletesIndexes: input.isOn('delete-indexes'),
            commits,
            log: context.log,
            signal: context.signal,
        });
        if (entryCount === 0)
            context.log.info('No contents recovered.');
        else if (commits)
            context.log.info(`Recovered ${entryCount} contents from ${packCount}.`);
        else
            context.log.info(`Found ${entryCount} contents to recover from ${packCount} blobs, but not committed. Re-run with --commit`);
        for (const { what } of await repository.care.damage()) {
            context.log.notice(`The ${what} is still there and damaged. Once nothing in it is missed, remove it with "cairn blob delete".`);
        }
    });
    return 0;
}


/***/ })

};
