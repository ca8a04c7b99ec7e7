export const id = 2090;
export const ids = [2090];
export const modules = {

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

/***/ 99574:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  startPoolWorker: () => (/* binding */ startPoolWorker)
});

// UNUSED EXPORTS: isPoolWorker

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/content/content-codec.js
var content_codec = __webpack_require__(29984);
// EXTERNAL MODULE: ./lib/repo/content/pool/engine.js + 3 modules
var pool_engine = __webpack_require__(68647);
// EXTERNAL MODULE: ./lib/repo/content/pool/extract-engine.js
var extract_engine = __webpack_require__(25867);
;// CONCATENATED MODULE: ./lib/repo/content/pool/extract-protocol.js
/** Whether a request is one of those above. */
function isExtractRequest(request) {
    return request.kind === 'extract' || request.kind === 'extract-piece';
}

// EXTERNAL MODULE: ./lib/repo/content/pool/lane.js
var lane = __webpack_require__(91791);
;// CONCATENATED MODULE: ./lib/repo/content/pool/worker.js
/** The other end of a worker lane: what the bundle runs when it finds itself started as a pool worker. */







/** Whether this thread was started by a pool. */
function isPoolWorker() {
    return external_node_worker_threads_.parentPort !== null && typeof external_node_worker_threads_.workerData === 'object' && external_node_worker_threads_.workerData !== null && external_node_worker_threads_.workerData.cairn === lane/* POOL_WORKER */.aD;
}
/** Serves the pool that started this thread until it is terminated. */
async function startPoolWorker() {
    const port = external_node_worker_threads_.parentPort;
    if (port === null || !isPoolWorker())
        throw new errors/* CairnError */.eb('CAIRN_INTERNAL', 'This thread was not started by a pool.');
    // What workerLane put there.
    const settings = external_node_worker_threads_.workerData.settings;
    const codec = await (0,content_codec/* createCodec */.LJ)(settings.codec);
    const engine = new pool_engine/* LaneEngine */.X(codec, settings.compressesBeforeHashing, (reply, transfer) => port.postMessage(reply, transfer));
    const extracting = new extract_engine/* ExtractEngine */.q(codec);
    const extract = (request) => {
        const reply = extracting.handle(request);
        port.postMessage(reply, reply.spare === undefined ? [] : [reply.spare]);
    };
    // Messages wait in the port until there is a listener, so none is lost while the algorithms load.
    port.on('message', (request) => (isExtractRequest(request) ? extract(request) : engine.handle(request)));
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

/***/ 85913:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ hkdfSha256),
/* harmony export */   T: () => (/* binding */ hmacSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _secret_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(196);
/** HMAC-SHA-256 with one key over millions of short messages. */



const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;
/** Up to here two one-shot digests over a reused buffer beat the set-up cost of an Hmac object; above, copying costs more than it saves. */
const SHORT_BYTES = 4096;
/** Prepares HMAC-SHA-256 for `key`, which is copied. Not to be shared between threads. */
function hmacSha256(key) {
    const ownKey = (0,_secret_key_js__WEBPACK_IMPORTED_MODULE_2__/* .asSecretKey */ .I)(key.slice());
    const blockKey = new Uint8Array(BLOCK_BYTES);
    blockKey.set(key.length > BLOCK_BYTES ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', key, 'buffer') : key);
    // inner: (key ^ 0x36..)(64) | message(n)        outer: (key ^ 0x5c..)(64) | inner digest(32)
    const inner = new Uint8Array(BLOCK_BYTES + SHORT_BYTES);
    const outer = new Uint8Array(BLOCK_BYTES + DIGEST_BYTES);
    for (let i = 0; i < BLOCK_BYTES; i++) {
        inner[i] = (blockKey[i] ?? 0) ^ 0x36;
        outer[i] = (blockKey[i] ?? 0) ^ 0x5c;
    }
    return (...parts) => {
        let length = 0;
        for (const part of parts)
            length += part.length;
        if (length > SHORT_BYTES) {
            const hmac = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', ownKey);
            for (const part of parts)
                hmac.update(part);
            return viewOf(hmac.digest());
        }
        let end = BLOCK_BYTES;
        for (const part of parts) {
            inner.set(part, end);
            end += part.length;
        }
        outer.set((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', inner.subarray(0, end), 'buffer'), BLOCK_BYTES);
        return viewOf((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', outer, 'buffer'));
    };
}
/** HKDF-SHA-256 of RFC 5869, extract and expand; at most 8160 bytes. */
function hkdfSha256(keyMaterial, salt, purpose, lengthBytes) {
    const expand = hmacSha256(hmacSha256(salt)(keyMaterial));
    const blocks = [];
    let block = new Uint8Array(0);
    for (let made = 0; made < lengthBytes; made += DIGEST_BYTES) {
        block = expand(block, purpose, Uint8Array.of(blocks.length + 1));
        blocks.push(block);
    }
    return (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .concatBytes */ .Id)(blocks).slice(0, lengthBytes);
}
/** A plain array over the same memory: `slice` of a Buffer does not copy, which surprises. */
function viewOf(buffer) {
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}


/***/ }),

/***/ 75073:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ repeatableRandom),
/* harmony export */   v: () => (/* binding */ systemRandom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** Randomness by argument, so that tests can fix the bytes that are written. */

/** The operating system's generator. */
const systemRandom = (length) => new Uint8Array((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(length));
/** Bytes that look random and are the same for the same seed: for work that is to be repeated, never for secrets. */
function repeatableRandom(seed) {
    let calls = 0;
    return (length) => new Uint8Array((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('shake256', { outputLength: length }).update(`${seed} ${calls++}`).digest());
}


/***/ }),

/***/ 196:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ asSecretKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** Keys in the form in which the runtime takes them fastest. */

/** From Node 24 on, a key that is no KeyObject makes it throw and catch two errors with their stacks: three times the time of a short HMAC. */
const PREFERS_OBJECTS = Number(process.versions.node.split('.', 1)[0]) >= 24;
/** `key` as an HMAC or a cipher takes it with the least work; a copy, or the same bytes where an object would only cost time. */
function asSecretKey(key) {
    return PREFERS_OBJECTS ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createSecretKey)(key) : key;
}


/***/ }),

/***/ 15762:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ get),
/* harmony export */   YB: () => (/* binding */ loopWhile),
/* harmony export */   cq: () => (/* binding */ i64),
/* harmony export */   hZ: () => (/* binding */ set),
/* harmony export */   iL: () => (/* binding */ v128),
/* harmony export */   iY: () => (/* binding */ returnIf),
/* harmony export */   jP: () => (/* binding */ I32),
/* harmony export */   l_: () => (/* binding */ wasmModule),
/* harmony export */   nR: () => (/* binding */ tee),
/* harmony export */   rT: () => (/* binding */ i32),
/* harmony export */   uJ: () => (/* binding */ V128),
/* harmony export */   uv: () => (/* binding */ I64)
/* harmony export */ });
/** Writes small WebAssembly modules: the few instructions of hot loops, by the encoding of the WebAssembly core specification. */
/** Types of values. */
const [I32, I64, V128] = [0x7f, 0x7e, 0x7b];
const get = (local) => [0x20, ...unsigned(local)];
const set = (local) => [0x21, ...unsigned(local)];
const tee = (local) => [0x22, ...unsigned(local)];
/** Instructions of `i32`, the only number type that is calculated with. */
const i32 = {
    const: (value) => [0x41, ...signed(value)],
    load: (offset = 0) => [0x28, 2, ...unsigned(offset)],
    eqz: [0x45],
    lessThan: [0x49],
    add: [0x6a],
    sub: [0x6b],
    and: [0x71],
    xor: [0x73],
    shl: [0x74],
    rotl: [0x77],
    wrapI64: [0xa7],
};
const i64 = {
    const: (value) => [0x42, ...signed(value)],
    load: (offset = 0) => [0x29, 0, ...unsigned(offset)],
    shr: [0x88],
};
/** Instructions of vectors: four words of 32 bits. */
const v128 = {
    load: (offset = 0) => [0xfd, 0x00, 4, ...unsigned(offset)],
    store: (offset = 0) => [0xfd, 0x0b, 4, ...unsigned(offset)],
    xor: [0xfd, 0x51],
    add: [0xfd, ...unsigned(0xae)],
    shl: [0xfd, ...unsigned(0xab)],
    shr: [0xfd, ...unsigned(0xad)],
    /** The words of one vector in another order: word i of the result is word `order[i]`. Takes the vector twice. */
    reorder: (order) => [
        0xfd,
        0x0d,
        ...order.flatMap((word) => [4 * word, 4 * word + 1, 4 * word + 2, 4 * word + 3]),
    ],
};
/** `body` again and again while `condition`, an i32 after each turn, is not zero. */
function loopWhile(body, condition) {
    return [0x03, NOTHING, ...body, ...condition, 0x0d, 0, END];
}
/** Ends the function with `value` when the i32 before it is not zero. */
function returnIf(value) {
    return [0x04, NOTHING, ...value, 0x0f, END];
}
const [END, NOTHING] = [0x0b, 0x40];
/** The bytes of a module with these functions over a memory that is given to it as `m` of the namespace with the empty name. */
function wasmModule(functions) {
    const list = (items) => [...unsigned(items.length), ...items.flat()];
    const sized = (content) => [...unsigned(content.length), ...content];
    const section = (id, items) => [id, ...sized(list(items))];
    const text = (name) => sized([...Buffer.from(name)]);
    const types = functions.map(({ parameters, results }) => [
        0x60,
        ...list(Array.from({ length: parameters }, () => [I32])),
        ...list(results.map((type) => [type])),
    ]);
    const bodies = functions.map(({ locals, body }) => sized([...list(locals.map(([count, type]) => [...unsigned(count), type])), ...body, END]));
    return Uint8Array.from([
        ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
        ...section(1, types),
        // A memory of at least one page.
        ...section(2, [[...text(''), ...text('m'), 2, 0, 1]]),
        ...section(3, functions.map((_, index) => unsigned(index))),
        ...section(7, functions.map(({ name }, index) => [...text(name), 0, ...unsigned(index)])),
        ...section(10, bodies),
    ]);
}
/** LEB128, signed. */
function signed(value) {
    const out = [];
    for (let rest = value;; rest >>= 7) {
        const low = rest & 0x7f;
        const isLast = (rest >> 7 === 0 && (low & 0x40) === 0) || (rest >> 7 === -1 && (low & 0x40) !== 0);
        out.push(isLast ? low : low | 0x80);
        if (isLast)
            return out;
    }
}
/** LEB128, unsigned. */
function unsigned(value) {
    const out = [];
    for (let rest = value;; rest >>>= 7) {
        out.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
        if (rest <= 0x7f)
            return out;
    }
}


/***/ }),

/***/ 48916:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ WRITE_PIECE_BYTES)
/* harmony export */ });
/**
 * How much a file is given at a time, in bytes.
 *
 * For a longer write the system takes larger pages, and in a virtual machine whose unused memory goes back to the host it has to ask for these
 * anew: with packs written in calls of 16 MiB an initial snapshot of 555 MB took 0.3 to 0.5 s longer. With shorter ones the main thread,
 * which writes packs, is asked too often for the next.
 */
const WRITE_PIECE_BYTES = 1024 * 1024;


/***/ })

};
