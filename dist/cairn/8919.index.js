export const id = 8919;
export const ids = [8919];
export const modules = {

/***/ 31716:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ readChecked)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/** Reading what can be checked (docs/reliability.md, "Damage on the way"). */


/**
 * Gives what `read` brings to `open`; when that finds it damaged, or the password wrong, once more: the damage may have happened on the way.
 *
 * The second time `isFresh` asks `read` to go around every copy on this machine. Bytes that come again as they were are not opened twice. Errors: those of `read` and of `open`.
 */
async function readChecked(read, open) {
    const bytes = await read(false);
    try {
        return await open(bytes);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error) || !mayBeDamage(error))
            throw error;
        const again = await read(true);
        if (isSame(bytes, again))
            throw error;
        return await open(again);
    }
}
/** A format blob that was changed may also seem to be of a password or a version that is not ours. */
function mayBeDamage({ kind, code }) {
    return kind === 'damage' || kind === 'password' || code === 'CAIRN_FORMAT_UNSUPPORTED';
}
/** An absent blob is the same as an absent one. */
function isSame(a, b) {
    return a === undefined || b === undefined ? a === b : (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .equalBytes */ .ex)(a, b);
}


/***/ }),

/***/ 58169:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ retaining),
/* harmony export */   c: () => (/* binding */ RETAINED_PREFIXES)
/* harmony export */ });
/* harmony import */ var _storage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30095);
/** A storage that is asked to keep what it is given (docs/repository-format.md, "Blob configuration"). */

/** First characters of the names of blobs that are kept: packs, indexes and the configuration. Markers and logs come and go. */
const RETAINED_PREFIXES = ['n', 'x', 'kopia.repository', 'kopia.blobcfg', 'p', 'q'];
/** The same storage, except that blobs which the repository needs are put with `retention`. */
function retaining(storage, retention) {
    return {
        displayName: storage.displayName,
        getBlob: (id, options) => storage.getBlob(id, options),
        statBlob: (id) => storage.statBlob(id),
        putBlob(id, parts, options = {}) {
            const isKept = RETAINED_PREFIXES.some((prefix) => id.startsWith(prefix));
            return storage.putBlob(id, parts, isKept ? { ...options, retention } : options);
        },
        deleteBlob: (id) => storage.deleteBlob(id),
        listBlobs: (prefix, signal) => storage.listBlobs(prefix, signal),
        ...(0,_storage_js__WEBPACK_IMPORTED_MODULE_0__/* .flushOf */ .e)(storage),
        close: () => storage.close(),
    };
}


/***/ }),

/***/ 23210:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dn: () => (/* binding */ nameBeforeDash),
/* harmony export */   dX: () => (/* binding */ BLOB_PREFIXES),
/* harmony export */   kZ: () => (/* binding */ sessionIdOfBlob),
/* harmony export */   lf: () => (/* binding */ ivOfBlobName)
/* harmony export */ });
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34695);
/** Names of the blobs that belong to contents and their indexes (docs/repository-format.md, "Blob names"). */

/** First characters of the names of each kind of blob. */
const BLOB_PREFIXES = {
    dataPack: 'p',
    metadataPack: 'q',
    session: 's',
    legacyIndex: 'n',
    legacyCompactionLog: 'm',
    legacyCleanup: 'l',
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
    return name.length < IV_HEX_DIGITS ? undefined : (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .fromHex */ .aD)(name.slice(-IV_HEX_DIGITS));
}
/** The session that wrote a blob: the first part after a dash that looks like a session ID; undefined when there is none. */
function sessionIdOfBlob(id) {
    return id
        .split('-')
        .slice(1)
        .find((part) => SESSION_PART.test(part));
}


/***/ }),

/***/ 29984:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ct: () => (/* binding */ writingCompressor),
/* harmony export */   HN: () => (/* binding */ codecSettingsOf),
/* harmony export */   LJ: () => (/* binding */ createCodec),
/* harmony export */   Xy: () => (/* binding */ compressIfWorthwhile)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_random_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75073);
/* harmony import */ var _compression_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17185);
/* harmony import */ var _format_content_encryptor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75054);
/* harmony import */ var _hashing_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9170);
/* harmony import */ var _content_id_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60609);
/** Turning plain contents into sealed ones and back, in any thread (docs/repository-format.md, "Contents"). */






/** The part of a format that every thread needs. */
function codecSettingsOf(format) {
    const { hash, hashSecret, encryption, masterKey, ecc, eccOverheadPercent } = format;
    return { hash, hashSecret, encryption, masterKey, ecc, eccOverheadPercent };
}
/** Loads the algorithms of a repository in this thread. Errors: CAIRN_FORMAT_UNSUPPORTED. */
async function createCodec(settings, source = _util_random_js__WEBPACK_IMPORTED_MODULE_1__/* .systemRandom */ .v) {
    const random = source === _util_random_js__WEBPACK_IMPORTED_MODULE_1__/* .systemRandom */ .v ? buffered(source) : source;
    const hasher = await (0,_hashing_index_js__WEBPACK_IMPORTED_MODULE_4__/* .createHasher */ .qj)(settings.hash, settings.hashSecret);
    const encryptor = (0,_format_content_encryptor_js__WEBPACK_IMPORTED_MODULE_3__/* .createContentEncryptor */ .K)(settings);
    await (0,_compression_index_js__WEBPACK_IMPORTED_MODULE_2__/* .loadCompression */ .Ng)();
    return {
        hasher,
        encryptor,
        random,
        seal(plain, hash, compressor) {
            const packed = compressor === undefined ? undefined : compressIfWorthwhile(plain, compressor);
            const sealed = encryptor.seal(packed ?? plain, (0,_content_id_js__WEBPACK_IMPORTED_MODULE_5__/* .contentIv */ .t6)(hash), random);
            return { sealed, compressionId: packed === undefined ? 0 : (compressor?.headerId ?? 0) };
        },
        open(sealed, hash, originalLength, compressionId) {
            const stored = encryptor.open(sealed, (0,_content_id_js__WEBPACK_IMPORTED_MODULE_5__/* .contentIv */ .t6)(hash));
            const plain = plainArray(compressionId === 0 ? stored : (0,_compression_index_js__WEBPACK_IMPORTED_MODULE_2__/* .decompressPayload */ .G8)(stored, originalLength, compressionId));
            if (plain.length !== originalLength)
                throw damaged(`has ${plain.length} bytes instead of ${originalLength}`);
            if (Buffer.compare(hasher.hash(plain), hash) !== 0)
                throw damaged('has another hash than its name says');
            return plain;
        },
    };
}
const RANDOM_BLOCK_BYTES = 4096;
const RANDOM_SHORT_BYTES = 64;
/** Draws short pieces from blocks: asking the system for each nonce would cost as much as sealing a small content. No byte is given twice. */
function buffered(source) {
    let block = new Uint8Array(0);
    let used = 0;
    return (length) => {
        if (length > RANDOM_SHORT_BYTES)
            return source(length);
        if (used + length > block.length) {
            block = source(RANDOM_BLOCK_BYTES);
            used = 0;
        }
        used += length;
        return block.slice(used - length, used);
    };
}
/** Some decompressors give a Buffer, whose `slice` does not copy: what leaves here is never one. */
function plainArray(bytes) {
    return Buffer.isBuffer(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : bytes;
}
function damaged(what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_CONTENT_DAMAGED', `A content ${what}.`);
}
/** The compressor to write with, or undefined for "none", for an absent name and for one that is only read. */
function writingCompressor(name) {
    if (name === undefined || name === '' || name === 'none')
        return undefined;
    const compressor = (0,_compression_index_js__WEBPACK_IMPORTED_MODULE_2__/* .compressorByName */ .SN)(name);
    return compressor.compress === undefined ? undefined : compressor;
}
/** Contents shorter than this are never tried by sample first. */
const SAMPLED_FROM_BYTES = 256 * 1024;
const SAMPLE_BYTES = 16 * 1024;
const SAMPLE_COUNT = 4;
/**
 * Header and stream, or undefined when storing plain is right.
 *
 * Media, archives and encrypted files do not shrink: when none of a few samples of a large content does, the rest is not tried. A content stored
 * plain is always valid, so a wrong guess costs space only.
 */
function compressIfWorthwhile(plain, compressor) {
    if (compressor.compress === undefined || plain.length <= _compression_index_js__WEBPACK_IMPORTED_MODULE_2__/* .HEADER_BYTES */ .q2)
        return undefined;
    if (plain.length >= SAMPLED_FROM_BYTES) {
        const step = Math.floor((plain.length - SAMPLE_BYTES) / (SAMPLE_COUNT - 1));
        let shrinks = false;
        for (let i = 0; i < SAMPLE_COUNT && !shrinks; i++) {
            shrinks = compressor.compress(plain.subarray(i * step, i * step + SAMPLE_BYTES)) !== undefined;
        }
        if (!shrinks)
            return undefined;
    }
    return compressor.compress(plain);
}


/***/ }),

/***/ 60609:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GZ: () => (/* binding */ formatContentId),
/* harmony export */   TA: () => (/* binding */ isPrefixByte),
/* harmony export */   kC: () => (/* binding */ prefixByteOf),
/* harmony export */   n4: () => (/* binding */ isContentId),
/* harmony export */   t6: () => (/* binding */ contentIv),
/* harmony export */   xD: () => (/* binding */ keyOfContentId)
/* harmony export */ });
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34695);
/**
 * Content IDs: an optional letter g-z and a keyed hash (docs/repository-format.md, "Content IDs").
 *
 * text:       [prefix letter] hex(hash)
 * binary key: prefix byte (0 when there is none) | hash(16..32)
 *
 * Both forms sort the same way: unprefixed contents first, then by letter, then by hash.
 */

const PATTERN = /^[g-z]?(?:[0-9a-f]{2}){16,32}$/;
/** Whether `text` is a well-formed content ID. */
function isContentId(text) {
    return PATTERN.test(text);
}
/** Whether `byte` may stand first in a binary key: 0, or a letter g-z. */
function isPrefixByte(byte) {
    return byte === 0 || (byte >= 0x67 && byte <= 0x7a);
}
/** The binary key of a content ID, prefix byte first; undefined when `id` is malformed. */
function keyOfContentId(id) {
    if (!isContentId(id))
        return undefined;
    const hasPrefix = id.length % 2 === 1;
    const key = new Uint8Array(1 + (id.length >>> 1));
    key[0] = hasPrefix ? id.charCodeAt(0) : 0;
    key.set(Buffer.from(hasPrefix ? id.slice(1) : id, 'hex'), 1);
    return key;
}
/** The content ID of a hash; `prefixByte` is 0 for contents without a prefix. */
function formatContentId(prefixByte, hash) {
    const hex = (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .toHex */ .nj)(hash);
    return prefixByte === 0 ? hex : String.fromCharCode(prefixByte) + hex;
}
/** The prefix byte of a prefix letter: 0 for the empty string. */
function prefixByteOf(prefix) {
    return prefix === '' ? 0 : prefix.charCodeAt(0);
}
/** What a content is encrypted with beside the key: the last 16 bytes of its hash. */
function contentIv(hash) {
    return hash.subarray(hash.length - 16);
}


/***/ }),

/***/ 97689:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pw: () => (/* binding */ EPOCH_PREFIX),
/* harmony export */   dc: () => (/* binding */ EpochManager),
/* harmony export */   m3: () => (/* binding */ activeOf)
/* harmony export */ });
/* unused harmony export shouldAdvance */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_async_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(85416);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _blob_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23210);
/* harmony import */ var _epoch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52055);
/* harmony import */ var _epoch_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89631);
/* harmony import */ var _list_blobs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26481);
/* harmony import */ var _sealed_blob_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41946);
/** Index blobs of repositories with epochs (docs/repository-format.md, "Epochs"). No locks: names and delays keep writers apart. */








const LIST_CONCURRENCY = 8;
/** What the names of all blobs about epochs begin with. */
const EPOCH_PREFIX = 'x';
/** A page of a listing in most stores: so many blobs cost one request. */
const MAX_LISTED_TOGETHER = 1000;
/** So many are as quick to list as those that are asked for. */
const FEW_BLOBS = 200;
const MAX_ATTEMPTS = 10;
const NS_PER_MS = 1000000n;
class EpochManager {
    #storage;
    #keys;
    #parameters;
    #clock;
    #refreshMs;
    #known;
    /** What the last listing of everything held, as long as nothing was put since. */
    #listed;
    #isShort = false;
    constructor(options) {
        this.#storage = options.storage;
        this.#keys = options.keys;
        this.#parameters = options.parameters;
        this.#clock = options.clock;
        this.#refreshMs = Number(options.parameters.refreshFrequencyNs / NS_PER_MS);
    }
    async loadActive(signal) {
        return await this.survey(signal);
    }
    /**
     * Lists everything about epochs; listings that together took longer than they may be trusted are made again.
     * Errors: CAIRN_INDEX_UNSTABLE when that keeps happening.
     */
    async survey(signal) {
        for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
            const moment = this.#now();
            const all = await this.#listTogether(signal);
            const listing = all === undefined ? await this.#list(signal) : listingOf(all);
            const state = (0,_epoch_state_js__WEBPACK_IMPORTED_MODULE_4__/* .epochStateOf */ .ww)(listing);
            const uncompacted = await this.#uncompacted(state, all, signal);
            if (this.#ageMs(moment) > this.#refreshMs)
                continue;
            this.#known = { writeEpoch: state.writeEpoch, moment };
            this.#remember(all, moment);
            return { listing, state, uncompacted, all, blobs: (0,_epoch_state_js__WEBPACK_IMPORTED_MODULE_4__/* .activeIndexBlobs */ .VB)(state, uncompacted), watermarkSeconds: state.watermarkSeconds };
        }
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_INDEX_UNSTABLE', `Listing the index of ${this.#storage.displayName} takes too long to be consistent.`, {
            hint: `The listings must finish within ${Math.round(this.#refreshMs / 1000)} seconds. Check the connection, then run the command again.`,
        });
    }
    /** The epoch that writers add to, as it was a few minutes ago at most. */
    async writeEpoch(signal) {
        return (await this.#epochNotOlderThan(this.#refreshMs / 4, signal)).writeEpoch;
    }
    async writeIndexBlobs(shards, sessionId, signal) {
        if (shards.length === 0)
            return [];
        for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_INDEX_WRITE_TOO_SLOW', 'Writing the index took so long that other clients no longer look where it was put.', {
            hint: 'Nothing was committed and earlier snapshots are untouched. Check the connection, then run the command again.',
        });
    }
    /** Begins the next epoch when the present one is old and large enough; returns its number, or undefined. Any writer may. */
    async advanceIfNeeded(signal) {
        // An old view only repeats a marker that another client has put.
        const { writeEpoch } = await this.#epochNotOlderThan(this.#refreshMs / 4, signal);
        const blobs = this.#recentBlobs((0,_epoch_js__WEBPACK_IMPORTED_MODULE_3__/* .uncompactedPrefix */ .mp)(writeEpoch)) ?? (await this.#collect((0,_epoch_js__WEBPACK_IMPORTED_MODULE_3__/* .uncompactedPrefix */ .mp)(writeEpoch), signal));
        if (!shouldAdvance(blobs, this.#parameters))
            return undefined;
        this.#listed = undefined;
        await this.#storage.putBlob((0,_epoch_js__WEBPACK_IMPORTED_MODULE_3__/* .epochMarkerName */ .nm)(writeEpoch + 1), [(0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(_epoch_js__WEBPACK_IMPORTED_MODULE_3__/* .EPOCH_MARKER_TEXT */ .bV)], putOptions(signal));
        await this.#refreshEpoch(signal);
        return writeEpoch + 1;
    }
    /** Puts the compaction of epochs `first` to `last` (one epoch when equal). For maintenance only. */
    async writeCompaction(first, last, shards, signal) {
        const suffix = (0,_epoch_js__WEBPACK_IMPORTED_MODULE_3__/* .setSuffix */ .GR)(`s${(0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .toHex */ .nj)(this.#keys.random(8))}`, shards.length);
        const prefix = first === last ? `${_blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOB_PREFIXES */ .dX.compactedEpoch}${first}_` : `${_blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOB_PREFIXES */ .dX.compactedRange}${first}_${last}_`;
        const written = [];
        for (const shard of shards) {
            const { id, bytes } = (0,_sealed_blob_js__WEBPACK_IMPORTED_MODULE_6__/* .sealBlob */ .vM)(this.#keys, prefix, suffix, shard);
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
            const { id, bytes } = (0,_sealed_blob_js__WEBPACK_IMPORTED_MODULE_6__/* .sealBlob */ .vM)(this.#keys, (0,_epoch_js__WEBPACK_IMPORTED_MODULE_3__/* .uncompactedPrefix */ .mp)(writeEpoch), (0,_epoch_js__WEBPACK_IMPORTED_MODULE_3__/* .setSuffix */ .GR)(sessionId, shards.length), shard);
            this.#listed = undefined;
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
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        const moment = this.#now();
        let writeEpoch = 0;
        // Where there is little to list, one listing also tells what is asked for next.
        const all = this.#isShort ? await this.#listTogether(signal) : undefined;
        this.#remember(all, moment);
        const markers = all === undefined ? await this.#collect(_blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOB_PREFIXES */ .dX.epochMarker, signal) : withPrefixes(all, [_blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOB_PREFIXES */ .dX.epochMarker]);
        for (const { id } of markers) {
            writeEpoch = Math.max(writeEpoch, (0,_epoch_js__WEBPACK_IMPORTED_MODULE_3__/* .numberOfEpochBlob */ .BK)(id) ?? 0);
        }
        this.#known = { writeEpoch, moment };
        return this.#known;
    }
    #remember(all, moment) {
        this.#isShort = all !== undefined && all.length <= FEW_BLOBS;
        this.#listed = all === undefined ? undefined : { all, moment };
    }
    /** Blobs of a recent listing of everything; undefined when there is none that holds what was put here. */
    #recentBlobs(prefix) {
        if (this.#listed === undefined || this.#ageMs(this.#listed.moment) > this.#refreshMs / 4)
            return undefined;
        return withPrefixes(this.#listed.all, [prefix]);
    }
    /** Every blob about epochs in one listing; undefined when there are so many that listing only what counts is cheaper. */
    async #listTogether(signal) {
        const blobs = [];
        for await (const blob of this.#storage.listBlobs(EPOCH_PREFIX, signal)) {
            (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
            blobs.push(blob);
            if (blobs.length >= MAX_LISTED_TOGETHER)
                return undefined;
        }
        return blobs;
    }
    async #uncompacted(state, all, signal) {
        const prefixes = uncompactedPrefixes(state);
        if (all !== undefined)
            return withPrefixes(all, prefixes);
        return (await (0,_util_async_js__WEBPACK_IMPORTED_MODULE_7__/* .mapConcurrent */ ._)(prefixes, LIST_CONCURRENCY, (prefix) => this.#collect(prefix, signal))).flat();
    }
    async #list(signal) {
        const [markers, watermarks, compactedEpochs, compactedRanges] = await Promise.all([
            this.#collect(_blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOB_PREFIXES */ .dX.epochMarker, signal),
            this.#collect(_blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOB_PREFIXES */ .dX.deletionWatermark, signal),
            this.#collect(_blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOB_PREFIXES */ .dX.compactedEpoch, signal),
            this.#collect(_blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOB_PREFIXES */ .dX.compactedRange, signal),
        ]);
        return { markers, watermarks, compactedEpochs, compactedRanges };
    }
    #collect(prefix, signal) {
        return (0,_list_blobs_js__WEBPACK_IMPORTED_MODULE_5__/* .collectBlobs */ .Z)(this.#storage, prefix, signal);
    }
    #now() {
        return { wallMs: this.#clock.nowMs(), steadyMs: this.#clock.monotonicMs() };
    }
    /** The steady clock may stand still while the machine sleeps, the wall clock may be set back: the larger age counts. */
    #ageMs(moment) {
        return Math.max(this.#clock.nowMs() - moment.wallMs, this.#clock.monotonicMs() - moment.steadyMs);
    }
}
/** The index blobs that count when everything about epochs was listed together. */
function activeOf(all) {
    const state = (0,_epoch_state_js__WEBPACK_IMPORTED_MODULE_4__/* .epochStateOf */ .ww)(listingOf(all));
    return (0,_epoch_state_js__WEBPACK_IMPORTED_MODULE_4__/* .activeIndexBlobs */ .VB)(state, withPrefixes(all, uncompactedPrefixes(state)));
}
function uncompactedPrefixes(state) {
    return (0,_epoch_state_js__WEBPACK_IMPORTED_MODULE_4__/* .epochsToList */ .K9)(state)?.map(_epoch_js__WEBPACK_IMPORTED_MODULE_3__/* .uncompactedPrefix */ .mp) ?? [_blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOB_PREFIXES */ .dX.uncompactedIndex];
}
function withPrefixes(all, prefixes) {
    return all.filter(({ id }) => prefixes.some((prefix) => id.startsWith(prefix)));
}
/** The parts of a listing of everything about epochs. */
function listingOf(all) {
    return {
        markers: withPrefixes(all, [_blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOB_PREFIXES */ .dX.epochMarker]),
        watermarks: withPrefixes(all, [_blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOB_PREFIXES */ .dX.deletionWatermark]),
        compactedEpochs: withPrefixes(all, [_blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOB_PREFIXES */ .dX.compactedEpoch]),
        compactedRanges: withPrefixes(all, [_blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOB_PREFIXES */ .dX.compactedRange]),
    };
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
    if (blobs.length === 0 || newestMs - oldestMs < Number(parameters.minEpochDurationNs / NS_PER_MS))
        return false;
    return blobs.length >= parameters.advanceOnCount || totalBytes >= parameters.advanceOnTotalSizeBytes;
}
function putOptions(signal) {
    return { needsTime: false, ...(signal === undefined ? {} : { signal }) };
}


/***/ }),

/***/ 89631:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ isSettled),
/* harmony export */   K9: () => (/* binding */ epochsToList),
/* harmony export */   VB: () => (/* binding */ activeIndexBlobs),
/* harmony export */   ww: () => (/* binding */ epochStateOf)
/* harmony export */ });
/* unused harmony export isReadCompacted */
/* harmony import */ var _epoch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52055);

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
        const epoch = (0,_epoch_js__WEBPACK_IMPORTED_MODULE_0__/* .numberOfEpochBlob */ .BK)(blob.id);
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
        highest = Math.max(highest, (0,_epoch_js__WEBPACK_IMPORTED_MODULE_0__/* .numberOfEpochBlob */ .BK)(id) ?? 0);
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
    for (const [epoch, members] of groupBy(blobs, ({ id }) => (0,_epoch_js__WEBPACK_IMPORTED_MODULE_0__/* .numberOfEpochBlob */ .BK)(id))) {
        // Two compactors may both have finished: their sets hold the same entries, any one will do.
        const set = (0,_epoch_js__WEBPACK_IMPORTED_MODULE_0__/* .completeSets */ .fU)(members)[0];
        if (set !== undefined)
            complete.set(epoch, set);
    }
    return complete;
}
function completeRanges(blobs) {
    const complete = [];
    const groups = groupBy(blobs, ({ id }) => {
        const range = (0,_epoch_js__WEBPACK_IMPORTED_MODULE_0__/* .rangeOfEpochBlob */ .R1)(id);
        return range === undefined ? undefined : `${range.first} ${range.last}`;
    });
    for (const members of groups.values()) {
        const range = members[0] === undefined ? undefined : (0,_epoch_js__WEBPACK_IMPORTED_MODULE_0__/* .rangeOfEpochBlob */ .R1)(members[0].id);
        const set = (0,_epoch_js__WEBPACK_IMPORTED_MODULE_0__/* .completeSets */ .fU)(members)[0];
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


/***/ }),

/***/ 52055:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BK: () => (/* binding */ numberOfEpochBlob),
/* harmony export */   GR: () => (/* binding */ setSuffix),
/* harmony export */   R1: () => (/* binding */ rangeOfEpochBlob),
/* harmony export */   bV: () => (/* binding */ EPOCH_MARKER_TEXT),
/* harmony export */   fU: () => (/* binding */ completeSets),
/* harmony export */   mp: () => (/* binding */ uncompactedPrefix),
/* harmony export */   nm: () => (/* binding */ epochMarkerName),
/* harmony export */   ob: () => (/* binding */ deletionWatermarkName),
/* harmony export */   uU: () => (/* binding */ DELETION_WATERMARK_TEXT)
/* harmony export */ });
/* harmony import */ var _blob_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23210);

/** Plain bytes of a marker and of a watermark; readers look at the names only. */
const EPOCH_MARKER_TEXT = 'epoch-marker';
const DELETION_WATERMARK_TEXT = 'deletion-watermark';
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
    return `${_blob_names_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOB_PREFIXES */ .dX.uncompactedIndex}${epoch}_`;
}
/** The name of the marker of an epoch. */
function epochMarkerName(epoch) {
    return `${_blob_names_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOB_PREFIXES */ .dX.epochMarker}${epoch}`;
}
/** The name of a watermark, by its Unix second. */
function deletionWatermarkName(seconds) {
    return `${_blob_names_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOB_PREFIXES */ .dX.deletionWatermark}${seconds}`;
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


/***/ }),

/***/ 99709:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ decodeIndex),
  w: () => (/* binding */ encodeIndexRows)
});

// EXTERNAL MODULE: ./lib/repo/content/index/damage.js
var damage = __webpack_require__(70892);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/content/content-id.js
var content_id = __webpack_require__(60609);
;// CONCATENATED MODULE: ./lib/repo/content/index/pack-names.js
/** Names of packs inside index files: printable ASCII, at most 255 bytes (docs/repository-format.md, "Index files"). */


/** Longest name that the one-byte length fields hold. */
const MAX_PACK_NAME_BYTES = 255;
/** The name at `offset`; CAIRN_INDEX_DAMAGED when it is outside the file or not printable ASCII. */
function readPackName(bytes, offset, length, blobId) {
    if (offset + length > bytes.length)
        throw (0,damage/* indexDamaged */.C)(blobId, `a pack name lies outside its ${bytes.length} bytes`);
    let name = '';
    for (let i = offset; i < offset + length; i++) {
        const code = bytes[i] ?? 0;
        if (code <= 0x20 || code >= 0x7f)
            throw (0,damage/* indexDamaged */.C)(blobId, 'a pack name holds a byte that no blob name has');
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
            throw new errors/* CairnError */.eb('CAIRN_INTERNAL', `The pack name ${text} is too long for an index.`);
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

// EXTERNAL MODULE: ./lib/repo/content/index/rows.js
var index_rows = __webpack_require__(9108);
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
        throw (0,damage/* indexDamaged */.C)(blobId, `its header is cut off after ${bytes.length} bytes`);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const keySize = view.getUint8(1);
    const entrySize = view.getUint16(2);
    const count = view.getUint32(4);
    if (entrySize !== ENTRY_BYTES)
        throw (0,damage/* indexDamaged */.C)(blobId, `its entries have ${entrySize} bytes instead of ${ENTRY_BYTES}`);
    if (count === 0)
        return;
    if (keySize !== sink.keySizeBytes)
        throw (0,damage/* indexDamaged */.C)(blobId, `its keys have ${keySize} bytes instead of ${sink.keySizeBytes}`);
    const stride = keySize + ENTRY_BYTES;
    if (count * stride > bytes.length - HEADER_BYTES) {
        throw (0,damage/* indexDamaged */.C)(blobId, `it claims ${count} entries in ${bytes.length} bytes`);
    }
    // Rows of one pack repeat the place of its name; equal places are read once.
    const packs = new Map();
    const row = (0,index_rows/* emptyRow */.O)();
    row.source = bytes;
    for (let i = 0; i < count; i++) {
        const at = HEADER_BYTES + i * stride;
        const entry = at + keySize;
        if (!(0,content_id/* isPrefixByte */.TA)(view.getUint8(at)))
            throw (0,damage/* indexDamaged */.C)(blobId, `entry ${i} has no content ID`);
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
    const row = (0,index_rows/* emptyRow */.O)();
    const nameOf = () => rows.packName(row.pack);
    for (let i = 0; i < rows.count; i++) {
        rows.read(i, row);
        if (row.compressionId !== 0 || row.encryptionKeyId !== 0) {
            throw new errors/* CairnError */.eb('CAIRN_INTERNAL', 'An index of version 1 cannot describe a compressed content.');
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
        throw (0,damage/* indexDamaged */.C)(blobId, `its header is cut off after ${bytes.length} bytes`);
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
        throw (0,damage/* indexDamaged */.C)(blobId, `its keys have ${keySize} bytes instead of ${sink.keySizeBytes}`);
    if (entrySize < MIN_ENTRY_BYTES || entrySize > MAX_ENTRY_BYTES)
        throw (0,damage/* indexDamaged */.C)(blobId, `its entries have ${entrySize} bytes`);
    const stride = keySize + entrySize;
    const packsOffset = v2_HEADER_BYTES + count * stride;
    const formatsOffset = packsOffset + packCount * PACK_RECORD_BYTES;
    if (formatsOffset + formatCount * FORMAT_RECORD_BYTES > bytes.length) {
        throw (0,damage/* indexDamaged */.C)(blobId, `it claims ${count} entries in ${packCount} packs in ${bytes.length} bytes`);
    }
    // Number in the sink plus one for each pack of the file; names are read when the first row needs them.
    const packNumbers = new Uint32Array(packCount);
    const row = (0,index_rows/* emptyRow */.O)();
    row.source = bytes;
    for (let i = 0; i < count; i++) {
        const at = v2_HEADER_BYTES + i * stride;
        const entry = at + keySize;
        if (!(0,content_id/* isPrefixByte */.TA)(view.getUint8(at)))
            throw (0,damage/* indexDamaged */.C)(blobId, `entry ${i} has no content ID`);
        const offsetWord = view.getUint32(entry + 4);
        const format = entrySize > 16 ? view.getUint8(entry + 16) : 0;
        const pack = view.getUint16(entry + 14) + (entrySize > 17 ? view.getUint8(entry + 17) * 0x1_0000 : 0);
        const high = entrySize > 18 ? view.getUint8(entry + 18) : 0;
        if (format >= formatCount)
            throw (0,damage/* indexDamaged */.C)(blobId, `entry ${i} has format ${format} of ${formatCount}`);
        if (pack >= packCount)
            throw (0,damage/* indexDamaged */.C)(blobId, `entry ${i} is in pack ${pack} of ${packCount}`);
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
        throw new errors/* CairnError */.eb('CAIRN_INTERNAL', 'A content is too large, too far inside its pack, or too late for an index of version 2.');
    }
}
/** What the fixed parts of the file need to know before the first byte is written. */
function survey(rows) {
    const names = new PackNameSection();
    const formats = new Map();
    let needsHighLengths = false;
    const row = (0,index_rows/* emptyRow */.O)();
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
        throw new errors/* CairnError */.eb('CAIRN_INTERNAL', 'An index file cannot hold that many formats or packs.');
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
    const row = (0,index_rows/* emptyRow */.O)();
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
        throw (0,damage/* indexDamaged */.C)(blobId, version === undefined ? 'it is empty' : `index version ${version} is unknown`);
}
/** The index file of `rows`, which are in key order. */
function encodeIndexRows(version, rows) {
    return version === 1 ? encodeIndexV1(rows) : encodeIndexV2(rows);
}


/***/ }),

/***/ 45188:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ ContentIndex)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/content/content-id.js
var content_id = __webpack_require__(60609);
;// CONCATENATED MODULE: ./lib/repo/content/index/columns.js
/**
 * Index rows in typed arrays, by row number: about 44 bytes a row for 16-byte hashes.
 *
 * Pages of a fixed number of rows, so that growing never copies what is there.
 */

const PAGE_BITS = 14;
const PAGE_ROWS = 1 << PAGE_BITS;
const PAGE_MASK = PAGE_ROWS - 1;
const DELETED = 0x8000_0000;
const OFFSET_MASK = 0x7fff_ffff;
const MAX_FORMATS = 0x1_0000;
/** A repository has a handful of formats: comparing with the first ones is quicker than looking them up. */
const FORMATS_TO_COMPARE = 8;
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
            throw new errors/* CairnError */.eb('CAIRN_INTERNAL', `Pack number ${pack} has no name.`);
        return name;
    }
    /** Appends a copy of `row`; returns its number. */
    append(row) {
        const number = this.#count++;
        if (number >>> PAGE_BITS === this.#pages.length)
            this.#pages.push(newPage(this.keySizeBytes));
        const { keys } = this.#page(number);
        const keyAt = (number & PAGE_MASK) * this.keySizeBytes;
        // Byte by byte: for so few, a view to copy from costs more than copying.
        for (let i = 0; i < this.keySizeBytes; i++)
            keys[keyAt + i] = row.source[row.keyOffset + i] ?? 0;
        this.replace(number, row);
        return number;
    }
    /** Overwrites everything but the key. */
    replace(number, row) {
        const page = this.#page(number);
        const at = number & PAGE_MASK;
        page.packs[at] = row.pack;
        page.offsets[at] = row.packOffset | (row.isDeleted ? DELETED : 0);
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
        row.packOffset = offset & OFFSET_MASK;
        row.isDeleted = offset >= DELETED;
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
        return (this.#page(number).offsets[number & PAGE_MASK] ?? 0) >= DELETED;
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
            throw new errors/* CairnError */.eb('CAIRN_INTERNAL', `The index has no row ${number}.`);
        return page;
    }
    #formatNumber(row) {
        const { compressionId, formatVersion, encryptionKeyId } = row;
        const few = Math.min(this.#formats.length, FORMATS_TO_COMPARE);
        for (let number = 0; number < few; number++) {
            const format = this.#formats[number];
            if (format?.compressionId !== compressionId)
                continue;
            if (format.formatVersion === formatVersion && format.encryptionKeyId === encryptionKeyId)
                return number;
        }
        const key = (row.compressionId * 256 + row.formatVersion) * 256 + row.encryptionKeyId;
        const known = this.#formatNumbers.get(key);
        if (known !== undefined)
            return known;
        const number = this.#formats.length;
        // A handful in practice; without a bound, crafted index files could wrap the 16-bit column.
        if (number === MAX_FORMATS)
            throw new errors/* CairnError */.eb('CAIRN_INTERNAL', `The index holds more than ${MAX_FORMATS} content formats.`);
        this.#formatNumbers.set(key, number);
        this.#formats.push({ compressionId, formatVersion, encryptionKeyId });
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
const MAX_SLOTS = 2 ** 31;
/**
 * A hash table whose keys live in the columns; it holds 5 bytes a slot, at most three quarters full.
 *
 * A byte of the hash stands beside each slot: nearly every step of a search is decided by bytes that lie together, and the keys, which lie
 * anywhere, are looked at when they are probably equal.
 */
class KeyTable {
    #columns;
    #keySize;
    /** 0 is a free slot. */
    #tags = new Uint8Array(FIRST_SLOTS);
    #rows = new Uint32Array(FIRST_SLOTS);
    #used = 0;
    constructor(columns) {
        this.#columns = columns;
        this.#keySize = columns.keySizeBytes;
    }
    get sizeBytes() {
        return this.#tags.byteLength + this.#rows.byteLength;
    }
    /** The row with this prefix byte and hash, or -1. */
    find(prefixByte, hash, hashOffset = 0) {
        if (hash.length - hashOffset < this.#keySize - 1)
            return -1;
        const mixed = mixedHash(prefixByte, hash, hashOffset, this.#keySize - 1);
        const slot = this.#slotOf(mixed, prefixByte, hash, hashOffset);
        return this.#tags[slot] === 0 ? -1 : (this.#rows[slot] ?? 0);
    }
    /** The row whose key is the one at `keyOffset`; when there is none, `row` is findable under it from now on, and -1 is returned. */
    findOrAdd(source, keyOffset, row) {
        if ((this.#used + 1) * 4 > this.#tags.length * 3)
            this.#resize(this.#tags.length * 2);
        const prefixByte = source[keyOffset] ?? 0;
        const mixed = mixedHash(prefixByte, source, keyOffset + 1, this.#keySize - 1);
        const slot = this.#slotOf(mixed, prefixByte, source, keyOffset + 1);
        if (this.#tags[slot] !== 0)
            return this.#rows[slot] ?? 0;
        this.#tags[slot] = tagOf(mixed);
        this.#rows[slot] = row;
        this.#used++;
        return -1;
    }
    /** Makes room for `count` more rows at once, instead of growing step by step. */
    reserve(count) {
        let slots = this.#tags.length;
        while ((this.#used + count) * 4 > slots * 3 && slots < MAX_SLOTS)
            slots *= 2;
        if (slots > this.#tags.length)
            this.#resize(slots);
    }
    /** The slot that holds the key, or the free one where it would be. */
    #slotOf(mixed, prefixByte, hash, hashOffset) {
        const tags = this.#tags;
        const mask = tags.length - 1;
        const tag = tagOf(mixed);
        for (let slot = mixed & mask;; slot = (slot + 1) & mask) {
            const present = tags[slot];
            if (present === 0)
                return slot;
            if (present === tag && this.#isKey(this.#rows[slot] ?? 0, prefixByte, hash, hashOffset))
                return slot;
        }
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
    #resize(slots) {
        const oldTags = this.#tags;
        const oldRows = this.#rows;
        const tags = new Uint8Array(slots);
        const rows = new Uint32Array(slots);
        const mask = slots - 1;
        for (let old = 0; old < oldTags.length; old++) {
            const tag = oldTags[old] ?? 0;
            if (tag === 0)
                continue;
            const row = oldRows[old] ?? 0;
            const keys = this.#columns.keySource(row);
            const at = this.#columns.keyOffset(row);
            let slot = mixedHash(keys[at] ?? 0, keys, at + 1, this.#keySize - 1) & mask;
            while (tags[slot] !== 0)
                slot = (slot + 1) & mask;
            tags[slot] = tag;
            rows[slot] = row;
        }
        this.#tags = tags;
        this.#rows = rows;
    }
}
/** From bits that choose no slot before the table has 16 million; never 0, which marks a free slot. */
function tagOf(mixed) {
    return (mixed >>> 24) | 1;
}
/** Mixes every four bytes of the key (hashes are 16, 28 or 32 bytes long), so that no pattern in the IDs piles up in one place. */
function mixedHash(prefixByte, bytes, at, length) {
    let mixed = prefixByte;
    for (let i = at; i < at + length; i += 4) {
        const word = ((bytes[i] ?? 0) << 24) | ((bytes[i + 1] ?? 0) << 16) | ((bytes[i + 2] ?? 0) << 8) | (bytes[i + 3] ?? 0);
        mixed = Math.imul(mixed ^ word, 0x85ebca6b);
        mixed ^= mixed >>> 15;
    }
    return mixed >>> 0;
}

// EXTERNAL MODULE: ./lib/repo/content/index/rows.js
var rows = __webpack_require__(9108);
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
class ContentIndex {
    keySizeBytes;
    /** Deleted entries with a timestamp up to this one count as absent, Unix seconds; 0 is none. */
    watermarkSeconds = 0;
    /** Index blobs whose entries are in here; a refresh does not read them again. */
    loadedBlobs = new Set();
    #columns;
    #table;
    #incumbent = (0,rows/* emptyRow */.O)();
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
    /** Makes room for about `count` more entries, so that loading them moves nothing. */
    reserve(count) {
        this.#table.reserve(count);
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
            throw new errors/* CairnError */.eb('CAIRN_INTERNAL', `${entry.id} is no content ID of this repository.`);
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
        return number < 0 || this.isHidden(number) ? undefined : this.#entry(number);
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
    /** The number of the row of a content, hidden or not; -1 when there is none. Numbers stay the same while rows are merged. */
    rowOf(id) {
        const key = (0,content_id/* keyOfContentId */.xD)(id);
        return key === undefined ? -1 : this.#find(key[0] ?? 0, key.subarray(1));
    }
    /** Fills `row` with row `number`, from 0 to `count`, in the order of arrival; builds no strings. */
    readRow(number, row) {
        this.#columns.read(number, row);
    }
    /** Whether the watermark hides a row. */
    isHidden(number) {
        const isBelow = this.watermarkSeconds > 0 && this.#columns.timestampSeconds(number) <= this.watermarkSeconds;
        return isBelow && this.#columns.isDeleted(number);
    }
    /** The content ID of a row. */
    idOfRow(number) {
        const at = this.#columns.keyOffset(number);
        const source = this.#columns.keySource(number);
        return (0,content_id/* formatContentId */.GZ)(source[at] ?? 0, source.subarray(at + 1, at + this.keySizeBytes));
    }
    /** The name behind the pack number of a row. */
    packName(pack) {
        return this.#columns.packName(pack);
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
            if (!this.isHidden(number))
                yield this.#entry(number);
        }
    }
    #find(prefixByte, hash) {
        return hash.length === this.keySizeBytes - 1 ? this.#table.find(prefixByte, hash) : -1;
    }
    /** The number of the row when it is new or wins, else -1. */
    #merge(row) {
        const present = this.#table.findOrAdd(row.source, row.keyOffset, this.#columns.count);
        if (present < 0)
            return this.#columns.append(row);
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
        const row = (0,rows/* emptyRow */.O)();
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


/***/ }),

/***/ 70892:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ indexDamaged)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** The error of an index blob, or another sealed blob, that cannot be what was written. */

/** CAIRN_INDEX_DAMAGED that names the blob and says what is wrong with it. */
function indexDamaged(blobId, detail, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_INDEX_DAMAGED', `Blob ${blobId} is damaged: ${detail}.`, {
        hint: 'Nothing was changed. Restore the blob from a copy of the repository, or rebuild the index with "cairn index recover".',
        cause,
    });
}


/***/ }),

/***/ 38683:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ encodeIndexShards)
});

// UNUSED EXPORTS: encodeIndexEntries

// EXTERNAL MODULE: ./lib/repo/content/index/codec.js + 4 modules
var codec = __webpack_require__(99709);
// EXTERNAL MODULE: ./lib/repo/content/index/content-index.js + 3 modules
var content_index = __webpack_require__(45188);
// EXTERNAL MODULE: ./lib/repo/content/index/rows.js
var index_rows = __webpack_require__(9108);
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
    const row = (0,index_rows/* emptyRow */.O)();
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
    return shardRows(rows, maxEntries).map((shard) => (0,codec/* encodeIndexRows */.w)(version, shard));
}


/***/ }),

/***/ 21784:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h2: () => (/* binding */ LegacyIndexManager),
/* harmony export */   oD: () => (/* binding */ decodeCompactionLog),
/* harmony export */   xA: () => (/* binding */ POISON_NAME)
/* harmony export */ });
/* unused harmony export activeLegacyBlobs */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_async_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(85416);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _blob_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23210);
/* harmony import */ var _list_blobs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26481);
/* harmony import */ var _sealed_blob_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41946);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70892);
/** Index blobs of repositories without epochs, format version 1 (docs/repository-format.md, "Legacy indexes"). */







const LOG_CONCURRENCY = 8;
/** The index blob that ends the use of legacy indexes. */
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
        value = JSON.parse((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .fromUtf8 */ .ar)(plain) ?? '');
    }
    catch (error) {
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_5__/* .indexDamaged */ .C)(blobId, 'it is no compaction log', error);
    }
    if (typeof value !== 'object' || value === null)
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_5__/* .indexDamaged */ .C)(blobId, 'it is no compaction log');
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
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_5__/* .indexDamaged */ .C)(blobId, 'its lists of blobs are no lists');
    return list.map((item) => {
        if (typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string')
            return item.id;
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_5__/* .indexDamaged */ .C)(blobId, 'its lists of blobs hold something else');
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
            (0,_list_blobs_js__WEBPACK_IMPORTED_MODULE_3__/* .collectBlobs */ .Z)(this.#storage, _blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOB_PREFIXES */ .dX.legacyIndex, signal),
            (0,_list_blobs_js__WEBPACK_IMPORTED_MODULE_3__/* .collectBlobs */ .Z)(this.#storage, _blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOB_PREFIXES */ .dX.legacyCompactionLog, signal),
        ]);
        const logs = await (0,_util_async_js__WEBPACK_IMPORTED_MODULE_6__/* .mapConcurrent */ ._)(logBlobs, LOG_CONCURRENCY, ({ id }) => this.#readLog(id, signal));
        const blobs = activeLegacyBlobs(indexBlobs, logs.filter((log) => log !== undefined));
        if (blobs.some(({ id }) => id === POISON_NAME)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_REPOSITORY_UPGRADED', 'The repository has been upgraded to a newer format since it was opened.', {
                hint: 'Run the command again, so that the new format is read.',
            });
        }
        return { blobs, watermarkSeconds: 0 };
    }
    async writeIndexBlobs(shards, sessionId, signal) {
        const written = [];
        for (const shard of shards) {
            const { id, bytes } = (0,_sealed_blob_js__WEBPACK_IMPORTED_MODULE_4__/* .sealBlob */ .vM)(this.#keys, _blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOB_PREFIXES */ .dX.legacyIndex, `-${sessionId}`, shard);
            written.push(await this.#storage.putBlob(id, [bytes], signal === undefined ? {} : { signal }));
        }
        return written;
    }
    /** Without epochs there is nothing to begin. */
    async advanceIfNeeded() { }
    /** Undefined when the log vanished since it was listed: then its inputs are gone as well, or still count. */
    async #readLog(id, signal) {
        try {
            return await (0,_sealed_blob_js__WEBPACK_IMPORTED_MODULE_4__/* .readSealedBlob */ .mr)(this.#storage, this.#keys, id, (plain) => decodeCompactionLog(plain, id), signal);
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
                return undefined;
            throw error;
        }
    }
}


/***/ }),

/***/ 69984:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ filterRows),
/* harmony export */   f: () => (/* binding */ mergeIndexBlobs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_async_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85416);
/* harmony import */ var _sealed_blob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41946);
/* harmony import */ var _codec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99709);
/* harmony import */ var _content_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45188);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9108);
/** Index blobs put together into new index files: what every compaction writes. */






/** Index blobs that are read at the same time. */
const READ_CONCURRENCY = 4;
/**
 * Reads the blobs and merges their entries (docs/repository-format.md, "Merging index entries").
 * Errors: CAIRN_INDEX_DAMAGED naming the blob, CAIRN_BLOB_NOT_FOUND, storage kinds.
 */
async function mergeIndexBlobs(storage, keys, blobs, signal) {
    const index = new _content_index_js__WEBPACK_IMPORTED_MODULE_3__/* .ContentIndex */ .g(keys.hasher.sizeBytes);
    await (0,_util_async_js__WEBPACK_IMPORTED_MODULE_4__/* .mapConcurrent */ ._)(blobs, READ_CONCURRENCY, async ({ id }) => {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        await (0,_sealed_blob_js__WEBPACK_IMPORTED_MODULE_1__/* .readSealedBlob */ .mr)(storage, keys, id, (plain) => (0,_codec_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeIndex */ .X)(plain, id, index), signal);
    });
    return index;
}
/** The rows that `keep` accepts, in their order. */
function filterRows(rows, keep) {
    const kept = new Uint32Array(rows.count);
    let count = 0;
    const row = (0,_rows_js__WEBPACK_IMPORTED_MODULE_5__/* .emptyRow */ .O)();
    for (let at = 0; at < rows.count; at++) {
        rows.read(at, row);
        if (keep(row))
            kept[count++] = at;
    }
    return {
        count,
        keySizeBytes: rows.keySizeBytes,
        packName: (pack) => rows.packName(pack),
        read: (at, into) => rows.read(kept[at] ?? 0, into),
    };
}


/***/ }),

/***/ 9108:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ emptyRow)
/* harmony export */ });
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


/***/ }),

/***/ 26481:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ collectBlobs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Listings as arrays. */

/** All blobs whose name starts with `prefix`. */
async function collectBlobs(storage, prefix, signal) {
    const blobs = [];
    for await (const blob of storage.listBlobs(prefix, signal)) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        blobs.push(blob);
    }
    return blobs;
}


/***/ }),

/***/ 41946:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   St: () => (/* binding */ openSealedBlob),
/* harmony export */   mr: () => (/* binding */ readSealedBlob),
/* harmony export */   vM: () => (/* binding */ sealBlob)
/* harmony export */ });
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34695);
/* harmony import */ var _blob_read_checked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31716);
/* harmony import */ var _blob_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23210);
/* harmony import */ var _content_id_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60609);
/* harmony import */ var _index_damage_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70892);
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
    return { id: prefix + (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .toHex */ .nj)(hash) + suffix, bytes: keys.encryptor.seal(plain, (0,_content_id_js__WEBPACK_IMPORTED_MODULE_3__/* .contentIv */ .t6)(hash), keys.random) };
}
/**
 * Reads a blob and opens it, once more when it seems damaged; `decode` may find damage as well.
 * Errors: CAIRN_INDEX_DAMAGED naming it, CAIRN_BLOB_NOT_FOUND, storage kinds.
 */
async function readSealedBlob(storage, keys, id, decode, signal) {
    return await (0,_blob_read_checked_js__WEBPACK_IMPORTED_MODULE_1__/* .readChecked */ .Y)((isFresh) => storage.getBlob(id, { isFresh, ...(signal === undefined ? {} : { signal }) }), (sealed) => decode(openSealedBlob(keys, id, sealed)));
}
/** The plain bytes of a blob; CAIRN_INDEX_DAMAGED naming it when they are not those it was named after. */
function openSealedBlob(keys, id, sealed) {
    const iv = (0,_blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .ivOfBlobName */ .lf)(id);
    if (iv === undefined)
        throw (0,_index_damage_js__WEBPACK_IMPORTED_MODULE_4__/* .indexDamaged */ .C)(id, 'its name holds no hash');
    let plain;
    try {
        plain = keys.encryptor.open(sealed, iv);
    }
    catch (error) {
        throw (0,_index_damage_js__WEBPACK_IMPORTED_MODULE_4__/* .indexDamaged */ .C)(id, 'its bytes are not what was encrypted under this name', error);
    }
    // The iv covers 16 bytes of the hash; the name holds all of it.
    const named = (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .fromHex */ .aD)((0,_blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .nameBeforeDash */ .Dn)(id).slice(-2 * keys.hasher.sizeBytes));
    if (named === undefined || !(0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .equalBytes */ .ex)(named, keys.hasher.hash(plain)))
        throw (0,_index_damage_js__WEBPACK_IMPORTED_MODULE_4__/* .indexDamaged */ .C)(id, 'its bytes have another hash than its name');
    return plain;
}


/***/ }),

/***/ 80270:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OZ: () => (/* binding */ newSessionId),
/* harmony export */   hu: () => (/* binding */ readSessionMarker),
/* harmony export */   kZ: () => (/* reexport safe */ _blob_names_js__WEBPACK_IMPORTED_MODULE_2__.kZ),
/* harmony export */   qt: () => (/* binding */ sealSessionMarker)
/* harmony export */ });
/* unused harmony exports encodeSessionMarker, decodeSessionMarker */
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34695);
/* harmony import */ var _util_timestamp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99252);
/* harmony import */ var _blob_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23210);
/* harmony import */ var _index_damage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70892);
/* harmony import */ var _sealed_blob_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41946);
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
    return `s${(0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .toHex */ .nj)(random(8))}${((seconds - SESSION_EPOCH_SECONDS) / SESSION_MONTH_SECONDS).toString(16)}`;
}
/** The plain bytes of a marker. */
function encodeSessionMarker(marker) {
    return (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .utf8 */ .As)(JSON.stringify({
        id: marker.id,
        startTime: (0,_util_timestamp_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTimestamp */ .E)(marker.startNs),
        checkpointTime: (0,_util_timestamp_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTimestamp */ .E)(marker.checkpointNs),
        username: marker.userName,
        hostname: marker.host,
    }));
}
/** Reads the plain bytes of a marker; CAIRN_INDEX_DAMAGED names `blobId`. */
function decodeSessionMarker(plain, blobId) {
    const { id, startTime, checkpointTime, username, hostname } = fieldsOf(plain, blobId);
    const startNs = typeof startTime === 'string' ? (0,_util_timestamp_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTimestamp */ .l)(startTime) : undefined;
    const checkpointNs = typeof checkpointTime === 'string' ? (0,_util_timestamp_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTimestamp */ .l)(checkpointTime) : undefined;
    if (typeof id !== 'string' || startNs === undefined || checkpointNs === undefined) {
        throw (0,_index_damage_js__WEBPACK_IMPORTED_MODULE_3__/* .indexDamaged */ .C)(blobId, 'it is no session marker: ID or times are missing');
    }
    const textOf = (value) => (typeof value === 'string' ? value : '');
    return { id, startNs, checkpointNs, userName: textOf(username), host: textOf(hostname) };
}
function fieldsOf(plain, blobId) {
    try {
        const value = JSON.parse((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .fromUtf8 */ .ar)(plain) ?? '');
        // Any object may be read field by field; each field is checked by the caller.
        if (typeof value === 'object' && value !== null)
            return value;
    }
    catch (error) {
        throw (0,_index_damage_js__WEBPACK_IMPORTED_MODULE_3__/* .indexDamaged */ .C)(blobId, 'it is no session marker', error);
    }
    throw (0,_index_damage_js__WEBPACK_IMPORTED_MODULE_3__/* .indexDamaged */ .C)(blobId, 'it is no session marker');
}
/** The marker as a blob: `s<hash>-<session ID>`. */
function sealSessionMarker(keys, marker) {
    return (0,_sealed_blob_js__WEBPACK_IMPORTED_MODULE_4__/* .sealBlob */ .vM)(keys, _blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOB_PREFIXES */ .dX.session, `-${marker.id}`, encodeSessionMarker(marker));
}
/** Reads the marker in a blob; CAIRN_INDEX_DAMAGED names it when it is none. Errors: CAIRN_BLOB_NOT_FOUND, storage kinds. */
async function readSessionMarker(storage, keys, blobId, signal) {
    return await (0,_sealed_blob_js__WEBPACK_IMPORTED_MODULE_4__/* .readSealedBlob */ .mr)(storage, keys, blobId, (plain) => decodeSessionMarker(plain, blobId), signal);
}


/***/ })

};
