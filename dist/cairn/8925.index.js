export const id = 8925;
export const ids = [8925];
export const modules = {

/***/ 34068:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SW: () => (/* binding */ DEFAULT_ERROR_CORRECTION),
  Bh: () => (/* binding */ ERROR_CORRECTIONS),
  B6: () => (/* binding */ createErrorCorrection)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/util/crc32.js
var crc32 = __webpack_require__(79559);
;// CONCATENATED MODULE: ./lib/repo/ecc/layout.js
/** How many shards of which size a byte string is cut into (docs/repository-format.md, "Error correction"). */
/** Bytes of the checksum before every shard, and of the length before the input. */
const CRC_BYTES = 4;
const LENGTH_BYTES = 4;
const SMALL_DATA = 6;
const SMALL_PARITY = 2;
/** The layout rules for an overhead of `percent`, 1..100. All of this is single-precision arithmetic in the format, so it is here too. */
function eccParameters(percent) {
    const maxShard = percent === 1 ? 1024 : percent === 2 ? 512 : percent === 3 ? 256 : percent <= 6 ? 128 : 64;
    const { fround } = Math;
    const checksumShare = fround((100 * CRC_BYTES) / maxShard);
    const free = Math.max(fround(percent - checksumShare), fround(0.01));
    let data = 128;
    let parity = clamp(Math.floor(data * fround(free / 100)), 1, 128);
    if (parity === 1) {
        parity = 2;
        data = clamp(Math.floor(parity * fround(100 / free)), 128, 254);
    }
    const shards = data + parity;
    const smallInput = 2 * CRC_BYTES * shards;
    const smallStored = (SMALL_DATA + SMALL_PARITY) * (CRC_BYTES + Math.ceil(smallInput / SMALL_DATA));
    const oneBlockInput = data * maxShard;
    const oneBlockStored = shards * (CRC_BYTES + maxShard);
    const small = (shardBytes) => {
        return { isSmall: true, data: SMALL_DATA, parity: SMALL_PARITY, blocks: 1, shardBytes, storesPadding: true };
    };
    const oneBlock = (shardBytes) => ({ isSmall: false, data, parity, blocks: 1, shardBytes, storesPadding: true });
    const manyBlocks = (blocks) => {
        return { isSmall: false, data, parity, blocks, shardBytes: maxShard, storesPadding: false };
    };
    return {
        data,
        parity,
        ofInput(inputBytes) {
            const length = LENGTH_BYTES + inputBytes;
            if (length <= smallInput)
                return small(Math.ceil(length / SMALL_DATA));
            if (length <= oneBlockInput)
                return oneBlock(Math.ceil(length / data));
            return manyBlocks(Math.ceil(length / oneBlockInput));
        },
        ofStored(storedBytes) {
            const shardOf = (count) => Math.max(Math.ceil(storedBytes / count), CRC_BYTES + 1) - CRC_BYTES;
            if (storedBytes <= smallStored)
                return small(shardOf(SMALL_DATA + SMALL_PARITY));
            if (storedBytes <= oneBlockStored)
                return oneBlock(shardOf(shards));
            return manyBlocks(Math.ceil(storedBytes / oneBlockStored));
        },
    };
}
function clamp(value, least, most) {
    return Math.min(Math.max(value, least), most);
}

;// CONCATENATED MODULE: ./lib/repo/ecc/galois.js
/**
 * Arithmetic of bytes as elements of GF(2^8): addition is XOR, multiplication is that of polynomials modulo
 * x^8 + x^4 + x^3 + x^2 + 1 (docs/repository-format.md, "Error correction").
 */

const POLYNOMIAL = 0x11d;
const ORDER = 255;
/** 2^i for i below 510, so that sums of two logarithms need no reduction; and the logarithm of every byte but 0. */
const EXP = new Uint8Array(2 * ORDER);
const LOG = new Uint8Array(256);
for (let i = 0, power = 1; i < ORDER; i++) {
    EXP[i] = power;
    EXP[i + ORDER] = power;
    LOG[power] = i;
    power <<= 1;
    if (power > 255)
        power ^= POLYNOMIAL;
}
/** The product of two bytes. */
function multiply(a, b) {
    return a === 0 || b === 0 ? 0 : (EXP[(LOG[a] ?? 0) + (LOG[b] ?? 0)] ?? 0);
}
/** The quotient of two bytes; `b` is not 0. */
function divide(a, b) {
    return a === 0 ? 0 : (EXP[(LOG[a] ?? 0) + ORDER - (LOG[b] ?? 0)] ?? 0);
}
/** The product of two matrices. */
function multiplyMatrices(a, b) {
    const width = b[0]?.length ?? 0;
    return a.map((row) => {
        const product = new Uint8Array(width);
        row.forEach((factor, k) => {
            const other = b[k];
            if (factor === 0 || other === undefined)
                return;
            for (let c = 0; c < width; c++)
                product[c] = (product[c] ?? 0) ^ multiply(factor, other[c] ?? 0);
        });
        return product;
    });
}
/** The inverse of a square matrix, by elimination; CAIRN_INTERNAL when there is none, which the codes here never ask for. */
function invert(matrix) {
    const size = matrix.length;
    // Each row with a row of the identity behind it, which becomes the inverse.
    const rows = matrix.map((row, r) => {
        const extended = new Uint8Array(2 * size);
        extended.set(row);
        extended[size + r] = 1;
        return extended;
    });
    for (let column = 0; column < size; column++) {
        const pivotAt = rows.findIndex((row, r) => r >= column && row[column] !== 0);
        const pivot = rows[pivotAt];
        if (pivot === undefined)
            throw new errors/* CairnError */.eb('CAIRN_INTERNAL', 'A matrix of the error correction has no inverse.');
        rows[pivotAt] = rows[column] ?? pivot;
        rows[column] = pivot;
        scale(pivot, divide(1, pivot[column] ?? 0));
        for (const row of rows)
            if (row !== pivot)
                subtract(row, pivot, row[column] ?? 0);
    }
    return rows.map((row) => row.slice(size));
}
function scale(row, factor) {
    for (let c = 0; c < row.length; c++)
        row[c] = multiply(row[c] ?? 0, factor);
}
/** Takes `factor` times `other` off `row`; adding and subtracting are the same here. */
function subtract(row, other, factor) {
    if (factor === 0)
        return;
    for (let c = 0; c < row.length; c++)
        row[c] = (row[c] ?? 0) ^ multiply(other[c] ?? 0, factor);
}

;// CONCATENATED MODULE: ./lib/repo/ecc/reed-solomon.js
/**
 * Reed-Solomon codes: `parity` shards made of `data` shards, any `data` of which give all of them back
 * (docs/repository-format.md, "Error correction").
 *
 * code = V x inverse(top of V), V[r][c] = r^c        the top is the identity: data shards stay as they are
 *
 * The bytes at one place of the data shards are the values of a polynomial at 0, 1, 2, ...; those of the parity shards are its values further on.
 * So the factors below the identity are Lagrange's, and no large matrix has to be inverted.
 */

/** Rows of the code that are computed together: their products with one byte fit a 32-bit word. */
const LANES = 4;
/** Makes the code of `data` and `parity` shards, together at most 256. Tables of 1 KiB per data shard are built at the first use. */
function reedSolomon(data, parity) {
    const parityRows = Array.from({ length: parity }, (_, i) => parityRow(data, data + i));
    let tables;
    return {
        data,
        parity,
        encode(bytes, starts, size) {
            tables ??= productTables(parityRows);
            return combineAll(tables, parity, bytes, starts, size);
        },
        restore(shards, size) {
            const missing = Array.from({ length: data }, (_, i) => i).filter((i) => shards[i] === undefined);
            if (missing.length === 0)
                return true;
            const helpers = parityRows
                .flatMap((row, i) => (shards[data + i] === undefined ? [] : [{ row, at: data + i }]))
                .slice(0, missing.length);
            if (helpers.length < missing.length)
                return false;
            // helper = sum over present + sum over missing, so missing = inverse x (helpers + sums over present).
            const present = Array.from({ length: data }, (_, i) => i).filter((i) => shards[i] !== undefined);
            const inverse = invert(helpers.map(({ row }) => row.filter((_, i) => shards[i] === undefined)));
            const ofPresent = helpers.map(({ row }) => row.filter((_, i) => shards[i] !== undefined));
            const fromPresent = multiplyMatrices(inverse, ofPresent);
            const rows = inverse.map((row, i) => Uint8Array.from([...row, ...(fromPresent[i] ?? [])]));
            const sources = [...helpers.map(({ at }) => at), ...present];
            const bytes = new Uint8Array(data * size);
            for (const [i, source] of sources.entries())
                bytes.set(shards[source] ?? [], i * size);
            const starts = sources.map((_, i) => i * size);
            const restored = combineAll(productTables(rows), rows.length, bytes, starts, size);
            missing.forEach((i, at) => {
                shards[i] = restored[at];
            });
            return true;
        },
    };
}
/** The factors that give parity shard `point` (counted after the data shards): Lagrange's, for the points 0 to `data` - 1. */
function parityRow(data, point) {
    return Uint8Array.from({ length: data }, (_, c) => {
        let factor = 1;
        for (let k = 0; k < data; k++)
            if (k !== c)
                factor = divide(multiply(factor, point ^ k), c ^ k);
        return factor;
    });
}
/** For every four rows a table: entry `column * 256 + byte` holds the products of that byte with the four factors of the column. */
function productTables(rows) {
    const tables = [];
    for (let first = 0; first < rows.length; first += LANES) {
        const group = rows.slice(first, first + LANES);
        const columns = group[0]?.length ?? 0;
        const table = new Uint32Array(columns * 256);
        for (let column = 0; column < columns; column++) {
            for (let byte = 0; byte < 256; byte++) {
                let word = 0;
                group.forEach((row, lane) => {
                    word |= multiply(row[column] ?? 0, byte) << (8 * lane);
                });
                table[column * 256 + byte] = word;
            }
        }
        tables.push(table);
    }
    return tables;
}
function combineAll(tables, rows, bytes, starts, size) {
    return tables.flatMap((table, group) => combine(table, bytes, starts, size, Math.min(LANES, rows - group * LANES)));
}
/** The sums of products of one table with the shards: `lanes` new shards. */
function combine(table, bytes, starts, size, lanes) {
    const words = new Uint32Array(size);
    for (let shard = 0; shard < starts.length; shard++) {
        const start = starts[shard] ?? 0;
        // What is beyond the end counts as zeros, which add nothing.
        const length = Math.min(size, bytes.length - start);
        const base = shard * 256;
        // Indexes are within the arrays by construction; this is the inner loop of writing.
        for (let i = 0; i < length; i++)
            words[i] = words[i] ^ table[base + bytes[start + i]];
    }
    return Array.from({ length: lanes }, (_, lane) => {
        const made = new Uint8Array(size);
        // A byte array keeps the low eight bits only.
        for (let i = 0; i < size; i++)
            made[i] = words[i] >>> (8 * lane);
        return made;
    });
}

;// CONCATENATED MODULE: ./lib/repo/ecc/shards.js
/**
 * Byte strings with parity shards, so that changed bytes can be put right (docs/repository-format.md, "Error correction").
 *
 * stored: for every block its parity shards | all data shards in order
 * shard:  CRC-32 of the whole shard (4) | bytes
 * data shards together: input length n (4) | input (n) | zeros
 *
 * Where the zeros are not stored, the last shard is cut short; its CRC still covers them.
 */




/** Reed-Solomon codes over shards that carry a CRC-32, with an overhead of at most `percent` (1..100). */
function reedSolomonCrc32(percent) {
    const parameters = eccParameters(percent);
    // Building a code takes milliseconds, so that is left until it is needed.
    const codes = new Map();
    const codeOf = ({ isSmall, data, parity }) => {
        const code = codes.get(isSmall) ?? reedSolomon(data, parity);
        codes.set(isSmall, code);
        return code;
    };
    return {
        encode(input) {
            const layout = parameters.ofInput(input.length);
            return encodeShards(input, layout, codeOf(layout));
        },
        decode(stored) {
            const layout = parameters.ofStored(stored.length);
            return decodeShards(stored, layout, () => codeOf(layout));
        },
    };
}
function encodeShards(input, layout, code) {
    const { data, parity, blocks, shardBytes, storesPadding } = layout;
    const stride = CRC_BYTES + shardBytes;
    const payload = new Uint8Array(blocks * data * shardBytes);
    new DataView(payload.buffer).setUint32(0, input.length);
    payload.set(input, LENGTH_BYTES);
    const payloadStored = storesPadding ? payload.length : LENGTH_BYTES + input.length;
    const dataStart = blocks * parity * stride;
    // From memory of its own, because the result may be transferred to another thread.
    const stored = new Uint8Array(dataStart + payloadStored + CRC_BYTES * Math.ceil(payloadStored / shardBytes));
    const view = new DataView(stored.buffer);
    let at = 0;
    for (let block = 0; block < blocks; block++) {
        const starts = Array.from({ length: data }, (_, i) => (block * data + i) * shardBytes);
        for (const shard of code.encode(payload, starts, shardBytes)) {
            view.setUint32(at, (0,crc32/* crc32 */.Q)(shard));
            stored.set(shard, at + CRC_BYTES);
            at += stride;
        }
    }
    for (let start = 0; start < payloadStored; start += shardBytes) {
        view.setUint32(at, (0,crc32/* crc32 */.Q)(payload.subarray(start, start + shardBytes)));
        stored.set(payload.subarray(start, Math.min(start + shardBytes, payloadStored)), at + CRC_BYTES);
        at += stride;
    }
    return stored;
}
function decodeShards(stored, layout, code) {
    const { data, parity, blocks, shardBytes } = layout;
    const stride = CRC_BYTES + shardBytes;
    const dataStart = blocks * parity * stride;
    if (stored.length <= dataStart)
        throw beyondRepair(`has ${stored.length} bytes, too few to hold any data`);
    const payload = new Uint8Array(blocks * data * shardBytes);
    const damaged = new Set();
    const count = Math.ceil((stored.length - dataStart) / stride);
    for (let shard = 0; shard < Math.min(count, blocks * data); shard++) {
        const place = payload.subarray(shard * shardBytes, (shard + 1) * shardBytes);
        if (!readShard(stored, dataStart + shard * stride, place))
            damaged.add(Math.floor(shard / data));
    }
    for (const block of damaged)
        restoreBlock(stored, layout, block, payload, code());
    const length = new DataView(payload.buffer).getUint32(0);
    if (length > payload.length - LENGTH_BYTES)
        throw beyondRepair(`claims to hold ${length} bytes in ${stored.length}`);
    return payload.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
}
/** Copies a shard to its place, which holds zeros, and tells whether it is whole. */
function readShard(stored, at, place) {
    place.set(stored.subarray(Math.min(at + CRC_BYTES, stored.length), Math.min(at + CRC_BYTES + place.length, stored.length)));
    // The last checksum may be cut short by damage; then it cannot fit.
    if (at + CRC_BYTES > stored.length)
        return false;
    return new DataView(stored.buffer, stored.byteOffset + at, CRC_BYTES).getUint32(0) === (0,crc32/* crc32 */.Q)(place);
}
/** Computes the data shards of a block whose CRC does not fit from those that do, and from its parity shards. */
function restoreBlock(stored, layout, block, payload, code) {
    const { data, parity, blocks, shardBytes } = layout;
    const stride = CRC_BYTES + shardBytes;
    const dataStart = blocks * parity * stride;
    const shards = [];
    for (let i = 0; i < data; i++) {
        const at = dataStart + (block * data + i) * stride;
        const shard = new Uint8Array(shardBytes);
        // Beyond the end there are only zeros, without a checksum.
        shards.push(at >= stored.length || readShard(stored, at, shard) ? shard : undefined);
    }
    const lost = shards.flatMap((shard, i) => (shard === undefined ? [i] : []));
    for (let i = 0; i < parity; i++) {
        const shard = new Uint8Array(shardBytes);
        shards.push(readShard(stored, (block * parity + i) * stride, shard) ? shard : undefined);
    }
    if (!code.restore(shards, shardBytes)) {
        throw beyondRepair(`has ${lost.length} damaged shards in one block, more than its error correction can restore`);
    }
    for (const i of lost) {
        const shard = shards[i];
        if (shard !== undefined)
            payload.set(shard, (block * data + i) * shardBytes);
    }
}
function beyondRepair(what) {
    return new errors/* CairnError */.eb('CAIRN_CONTENT_DAMAGED', `A byte string with error correction ${what}.`, {
        hint: 'The stored bytes were changed or cut. Check the storage, then run "cairn snapshot verify".',
    });
}

;// CONCATENATED MODULE: ./lib/repo/ecc/index.js
/** The table of error corrections. */


/** Name in the format payload -> error correction for an overhead in percent (docs/repository-format.md, "Error correction"). */
const ERROR_CORRECTIONS = {
    'REED-SOLOMON-CRC32': reedSolomonCrc32,
};
/** The error correction of a new repository that asks for some overhead. */
const DEFAULT_ERROR_CORRECTION = 'REED-SOLOMON-CRC32';
/** The error correction called `name`; CAIRN_FORMAT_UNSUPPORTED for an unknown name. It has no state but tables. */
function createErrorCorrection(name, overheadPercent) {
    const create = Object.hasOwn(ERROR_CORRECTIONS, name) ? ERROR_CORRECTIONS[name] : undefined;
    if (create !== undefined)
        return create(overheadPercent);
    throw new errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `The error correction ${JSON.stringify(name)} is not supported.`, {
        hint: `Supported is ${Object.keys(ERROR_CORRECTIONS).join(', ')}.`,
    });
}


/***/ }),

/***/ 10617:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y0: () => (/* binding */ DEFAULT_ENCRYPTION),
  $d: () => (/* binding */ ENCRYPTIONS),
  Dm: () => (/* binding */ createEncryptor)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/util/hmac.js
var hmac = __webpack_require__(85913);
// EXTERNAL MODULE: ./lib/util/secret-key.js
var secret_key = __webpack_require__(196);
;// CONCATENATED MODULE: ./lib/repo/encryption/aead.js
/**
 * The two authenticated ciphers; every byte string is sealed with a key of its own, derived from its iv
 * (docs/repository-format.md, "Content encryption").
 *
 * secret = HKDF(masterKey, salt "encryption", no info, 32)     once per repository
 * key    = HMAC-SHA256(secret, iv)                             once per byte string
 * sealed = nonce(12) | ciphertext(n) | tag(16)                 additional data = iv
 */





const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const OVERHEAD_BYTES = NONCE_BYTES + TAG_BYTES;
const SECRET_BYTES = 32;
const STEP_BYTES = 128 * 1024;
/** Makes the encryptor of one cipher; `seal` and `open` return fresh arrays. */
function aeadEncryption(cipherName) {
    // The types know an overload per cipher mode; both ciphers here take the same calls, so the GCM one stands for them.
    const name = cipherName;
    return (masterKey) => {
        // The purpose is the salt here, unlike the keys of the format blob: a peculiarity of the format.
        const keyOf = (0,hmac/* hmacSha256 */.T)((0,hmac/* hkdfSha256 */.H)(masterKey, (0,bytes/* utf8 */.As)('encryption'), new Uint8Array(0), SECRET_BYTES));
        return {
            seal(plain, iv, random) {
                const nonce = random(NONCE_BYTES);
                const cipher = (0,external_node_crypto_.createCipheriv)(name, (0,secret_key/* asSecretKey */.I)(keyOf(iv)), nonce, { authTagLength: TAG_BYTES });
                cipher.setAAD(iv, { plaintextLength: plain.length });
                // Not from the shared pool, so that its memory may be transferred; not cleared, because every byte is set below.
                const sealed = viewOf(Buffer.allocUnsafeSlow(OVERHEAD_BYTES + plain.length));
                sealed.set(nonce);
                // In steps: a second array as long as a large content costs a third of the time, and memory until it is collected.
                for (let at = 0; at < plain.length; at += STEP_BYTES) {
                    const step = cipher.update(plain.subarray(at, at + STEP_BYTES));
                    sealed.set(step, NONCE_BYTES + at);
                    if (step.length === STEP_BYTES)
                        (0,bytes/* release */._r)(step);
                }
                cipher.final();
                sealed.set(cipher.getAuthTag(), NONCE_BYTES + plain.length);
                return sealed;
            },
            open(sealed, iv) {
                if (sealed.length < OVERHEAD_BYTES) {
                    throw damaged(iv, `has ${sealed.length} bytes, fewer than a nonce and a tag`);
                }
                const tagStart = sealed.length - TAG_BYTES;
                const decipher = (0,external_node_crypto_.createDecipheriv)(name, (0,secret_key/* asSecretKey */.I)(keyOf(iv)), sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
                decipher.setAuthTag(sealed.subarray(tagStart));
                decipher.setAAD(iv, { plaintextLength: tagStart - NONCE_BYTES });
                const plain = decipher.update(sealed.subarray(NONCE_BYTES, tagStart));
                try {
                    decipher.final();
                }
                catch (cause) {
                    throw damaged(iv, 'does not match its authentication tag', cause);
                }
                return viewOf(plain);
            },
        };
    };
}
/** A plain array over the same memory: `slice` of a Buffer does not copy, which surprises. */
function viewOf(buffer) {
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}
function damaged(iv, what, cause) {
    return new errors/* CairnError */.eb('CAIRN_CONTENT_DAMAGED', `An encrypted byte string (iv ${(0,bytes/* toHex */.nj)(iv)}) ${what}.`, {
        hint: 'The stored bytes were changed, cut or written with other keys. Check the storage, then run "cairn snapshot verify".',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/repo/encryption/index.js
/** The table of content encryptions. */


/** Name in the format payload -> encryption (docs/repository-format.md, "Content encryption"). */
const ENCRYPTIONS = {
    'AES256-GCM-HMAC-SHA256': aeadEncryption('aes-256-gcm'),
    'CHACHA20-POLY1305-HMAC-SHA256': aeadEncryption('chacha20-poly1305'),
};
/** The encryption of a new repository (docs/repository-format.md, "New repositories"). */
const DEFAULT_ENCRYPTION = 'AES256-GCM-HMAC-SHA256';
/** Makes the encryptor called `name`; CAIRN_FORMAT_UNSUPPORTED for an unknown name, such as those kopia dropped before 0.7. */
function createEncryptor(name, masterKey) {
    const factory = Object.hasOwn(ENCRYPTIONS, name) ? ENCRYPTIONS[name] : undefined;
    if (factory === undefined) {
        throw new errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `The content encryption ${JSON.stringify(name)} is not supported.`, {
            hint: `Supported are ${Object.keys(ENCRYPTIONS).join(' and ')}.`,
        });
    }
    return factory(masterKey);
}


/***/ }),

/***/ 9170:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Lo: () => (/* binding */ DEFAULT_HASH),
  Rj: () => (/* binding */ HASHERS),
  qj: () => (/* binding */ createHasher)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/repo/hashing/blake.js
/** Keyed BLAKE2 and BLAKE3, from WebAssembly because the runtime's own BLAKE2 takes no key. */

const BLAKE3_KEY_BYTES = 32;
/** BLAKE2b with the native key parameter and 32 bytes of output, cut to `sizeBytes`. Keys are at most 64 bytes. */
function blake2bHash(sizeBytes) {
    return async (key) => {
        refuseLongKey('BLAKE2b', key, 64);
        const { createBLAKE2b } = await __webpack_require__.e(/* import() */ 608).then(__webpack_require__.t.bind(__webpack_require__, 70608, 19));
        return hasherOf(await createBLAKE2b(256, key), sizeBytes);
    };
}
/** BLAKE2s whose output parameter is `sizeBytes`: 16 bytes are another function than the first half of 32. Keys are at most 32 bytes. */
function blake2sHash(sizeBytes) {
    return async (key) => {
        refuseLongKey('BLAKE2s', key, 32);
        // docs/repository-format.md, "Content hashing": kopia refuses the 128-bit form without a key, so no repository has it.
        if (sizeBytes === 16 && key.length === 0) {
            throw new errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', 'The hash BLAKE2S-128 does not work with an empty hash secret.');
        }
        const { createBLAKE2s } = await __webpack_require__.e(/* import() */ 608).then(__webpack_require__.t.bind(__webpack_require__, 70608, 19));
        return hasherOf(await createBLAKE2s(sizeBytes * 8, key), sizeBytes);
    };
}
/** BLAKE3 keyed with the first 32 bytes of the key, cut to `sizeBytes`. */
function blake3Hash(sizeBytes) {
    return async (key) => {
        if (key.length < BLAKE3_KEY_BYTES) {
            throw new errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `The hash secret of this repository has ${key.length} bytes; Cairn supports BLAKE3 only with secrets of ${BLAKE3_KEY_BYTES} bytes or more.`, { hint: 'No released version of kopia creates such a repository. Open it with kopia and copy its snapshots to a new one.' });
        }
        const { createBLAKE3 } = await __webpack_require__.e(/* import() */ 608).then(__webpack_require__.t.bind(__webpack_require__, 70608, 19));
        return hasherOf(await createBLAKE3(256, key.subarray(0, BLAKE3_KEY_BYTES)), sizeBytes);
    };
}
function hasherOf(state, sizeBytes) {
    return {
        sizeBytes,
        hash: (...parts) => {
            state.init();
            for (const part of parts)
                state.update(part);
            const digest = state.digest('binary');
            return digest.length === sizeBytes ? digest : digest.slice(0, sizeBytes);
        },
    };
}
function refuseLongKey(name, key, maxBytes) {
    if (key.length <= maxBytes)
        return;
    throw new errors/* CairnError */.eb('CAIRN_FORMAT_DAMAGED', `The hash secret has ${key.length} bytes, ${name} takes at most ${maxBytes}.`);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/util/hmac.js
var hmac = __webpack_require__(85913);
// EXTERNAL MODULE: ./lib/util/secret-key.js
var secret_key = __webpack_require__(196);
;// CONCATENATED MODULE: ./lib/repo/hashing/hmac.js
/** Hashes made of HMAC by the runtime's own crypto. */



/** HMAC-SHA-256, cut to its first `sizeBytes` bytes: the fastest hash there is here, so it has a path of its own. */
function hmacSha256Hash(sizeBytes) {
    return async (key) => {
        const mac = (0,hmac/* hmacSha256 */.T)(key);
        return {
            sizeBytes,
            hash: sizeBytes === 32 ? mac : (...parts) => mac(...parts).subarray(0, sizeBytes),
        };
    };
}
/** HMAC over another digest of OpenSSL. */
function hmacHash(digest, sizeBytes) {
    return async (key) => {
        const ownKey = (0,secret_key/* asSecretKey */.I)(key.slice());
        return {
            sizeBytes,
            hash: (...parts) => {
                const hmac = (0,external_node_crypto_.createHmac)(digest, ownKey);
                for (const part of parts)
                    hmac.update(part);
                return new Uint8Array(hmac.digest());
            },
        };
    };
}

;// CONCATENATED MODULE: ./lib/repo/hashing/index.js
/** The table of content hashes. */



/** Name in the format payload -> hash (docs/repository-format.md, "Content hashing"). */
const HASHERS = {
    'BLAKE2B-256': blake2bHash(32),
    'BLAKE2B-256-128': blake2bHash(16),
    'BLAKE2S-128': blake2sHash(16),
    'BLAKE2S-256': blake2sHash(32),
    'BLAKE3-256': blake3Hash(32),
    'BLAKE3-256-128': blake3Hash(16),
    'HMAC-SHA224': hmacHash('sha224', 28),
    'HMAC-SHA256': hmacSha256Hash(32),
    'HMAC-SHA256-128': hmacSha256Hash(16),
    'HMAC-SHA3-224': hmacHash('sha3-224', 28),
    'HMAC-SHA3-256': hmacHash('sha3-256', 32),
};
/** The hash of a new repository: native in every supported runtime, and the fastest (docs/repository-format.md, "New repositories"). */
const DEFAULT_HASH = 'HMAC-SHA256-128';
/**
 * Makes the hasher called `name`, keyed with the hash secret of the repository.
 *
 * Errors: CAIRN_FORMAT_UNSUPPORTED for an unknown name or a key the algorithm cannot take.
 */
async function createHasher(name, key) {
    const factory = Object.hasOwn(HASHERS, name) ? HASHERS[name] : undefined;
    if (factory === undefined) {
        throw new errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `The content hash ${JSON.stringify(name)} is not supported.`, {
            hint: `Supported are ${Object.keys(HASHERS).join(', ')}.`,
        });
    }
    return await factory(key);
}


/***/ }),

/***/ 4297:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  me: () => (/* binding */ DEFAULT_SPLITTER),
  DO: () => (/* binding */ SPLITTERS),
  W3: () => (/* binding */ createSplitter)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/repo/splitter/buzhash-table.js
/** The 256 constants of the rolling hash; every kopia client has the same (docs/repository-format.md, "Splitters"). */
// biome-ignore format: eight to a line
const BUZHASH_TABLE = Int32Array.of(0x07fcfd52, 0x5f3f164f, 0x6695721d, 0x7b4d7c03, 0x49c6e2d1, 0x0d1d68d8, 0x7916001e, 0x22c4d294, 0x392907a0, 0x189deb99, 0xf3875d04, 0x95e94627, 0xba517936, 0x83c471d4, 0x7cb3ad0b, 0xa42655d9, 0x7c4e0b68, 0xd4491d1b, 0x25632186, 0xa9d78d73, 0x169c1121, 0xbb158644, 0xb68e6a3f, 0x759805f5, 0x2cdf5b8a, 0x57d29245, 0xc5d6d268, 0x6b83d0e2, 0x7674cb74, 0xb068d9db, 0xbb9457d8, 0xa15d523b, 0x794209ff, 0x9da1d7eb, 0x5a25e0cb, 0xf840ec4b, 0x36d4ff9b, 0xf4a5ee3b, 0x5ad145f4, 0xf6740304, 0x3f71f8cb, 0x91018d7c, 0xfccae224, 0xb186b51f, 0x7d9e8fbc, 0x93f93f33, 0xf63a5b6f, 0x19476c36, 0xbc897d06, 0x169873f5, 0x724c7af1, 0x581eeb39, 0x2257bb7d, 0x6f269a28, 0xbe8e9981, 0x7039374b, 0x25416fed, 0xded7e411, 0x6678e7aa, 0x244fcd36, 0x56aa6b86, 0xde4561ad, 0x3e99b0a8, 0xbed80a3a, 0xe58348b0, 0xaf63e58d, 0x406aec9d, 0xc233f007, 0xa5ead0bd, 0x050143a6, 0x738b6829, 0x3699caf3, 0x967cd710, 0x06f665a6, 0x25fd3d7f, 0x0fd6e479, 0x26fbf29b, 0x16de4c35, 0x2bf3394b, 0x4af864ba, 0x1cb9e6c6, 0x41439089, 0x69a39144, 0xc34f182d, 0x421657ff, 0xf9fc6568, 0x8b02c917, 0x6c9c64b7, 0x83d17909, 0xea3d4ca5, 0xaf635d47, 0x7fc78769, 0xbe14186f, 0x3539b1ea, 0xe9174548, 0xc051e18a, 0x07b73658, 0x29ec300c, 0xa250bf34, 0xa7ed5d97, 0xfe3dea79, 0xb8b352f7, 0xc9b344e9, 0x8e5f0475, 0x1941e52a, 0x2694763d, 0x6b40eabc, 0x8485d68b, 0x336eacca, 0x4399a363, 0x67149b9c, 0xae10a901, 0x5a5ffefb, 0x563b26de, 0x6f00f02b, 0x9f06397d, 0x545836c4, 0x31d6416b, 0x12f4128d, 0x752f33ff, 0x4a305605, 0x0c8dc214, 0x72521a90, 0x8eb3e4a1, 0x83efc6c6, 0x090ec04f, 0xc1540864, 0xec2c8aaa, 0x70ab53ba, 0x38d3b494, 0x878d4063, 0xa317ae3f, 0x3cb62f07, 0xf360412c, 0x4ffbf3a9, 0x22d554b4, 0x3f190476, 0x0796a710, 0xf5c353cf, 0x04f59bb7, 0x2d230176, 0xe2d6a9ce, 0x3f1d7427, 0xafd915bb, 0xb01aa47d, 0xcde2c269, 0x7417bf38, 0x1e094f9a, 0x55ece0ea, 0xcb94539b, 0x13d346b5, 0x54e0c0c1, 0x6db30e37, 0xdc02b390, 0xa6e222f5, 0xe2f8c1fe, 0x2e166bdf, 0x67588a74, 0x21898f34, 0x4c330f1d, 0x19af53ba, 0x70658b94, 0x133c9673, 0x4efeeadd, 0x0f212551, 0x070f0914, 0x6f241c57, 0xf13e41b7, 0x3be70cb0, 0xf4b6f47f, 0x20f31127, 0x6551cb89, 0x289cbd2c, 0x8946f23d, 0x40a79c3b, 0x03c6d982, 0x0365790c, 0x0cf52517, 0x0bb131e8, 0x3da5475c, 0x139efcca, 0xbcd44eb4, 0xa54af747, 0xb73c32ed, 0x9f6c47ac, 0xe8ba8f22, 0x54043a66, 0x3b0a7f20, 0xb4926431, 0xe17c02d5, 0x8f0d2558, 0x014fbff2, 0x7f803594, 0x79b76fbe, 0x33fe2656, 0x792c8ee8, 0x6b41292d, 0xfdff9c32, 0x82093298, 0x59483870, 0xb2d5a113, 0x2dd96e5a, 0x5b8e56a9, 0xebd9dda9, 0x04f9ce92, 0xcb440950, 0xa67e52b1, 0x49f6d261, 0x92417fc3, 0x1c3b6bd9, 0xb027b7e0, 0x1f765a41, 0x44c9ab40, 0x45d99121, 0xfd7a84af, 0x99b75788, 0xe3abff4a, 0xa88aa67f, 0x736e41cc, 0x9cbcbe5e, 0x7b3ccebc, 0xe1b7fa93, 0x315ae6af, 0x9cced2e2, 0x19ea0f2f, 0xa9770722, 0x84a6bfdc, 0x88f03f07, 0xa44a03a4, 0x27a6b885, 0xb580c8ba, 0x018153da, 0xb648e604, 0x51180278, 0x893a310f, 0x728f5f4c, 0x37f5198b, 0x3cc0ea9b, 0xe39d02db, 0x13883142, 0xca599392, 0xc12d154e, 0xc176163d, 0x5c92e2b8, 0xf9f95ede, 0xb802bdfc, 0x8a928585, 0xdca6e10b, 0x887953e8, 0x48b9e962, 0xe533e9a3, 0x5e0ce6e5, 0x1dba77ae, 0xc8214b8a, 0x53b428d7, 0x4cf20a65);

// EXTERNAL MODULE: ./lib/util/wasm-code.js
var wasm_code = __webpack_require__(15762);
;// CONCATENATED MODULE: ./lib/repo/splitter/buzhash-wasm.js
/**
 * The long loop of the buzhash as WebAssembly, over bytes that were read into its memory: half again as fast as the same in JavaScript, where
 * every read is checked and every word taken apart.
 *
 * memory   table(256 * 4) | bytes
 * scan(at, end, hash, mask): where the first cut is, 0 when there is none; `end - at` is a multiple of 8, and 64 bytes lie before `at`
 *
 *   do {
 *     old = i64 at [at - 64]; young = i64 at [at]
 *     8 times, k = 0..7:
 *       hash = rotl(hash, 1) ^ (table[byte k of old] ^ table[byte k of young])
 *       if ((hash & mask) == 0) return at + k + 1
 *     at += 8
 *   } while (at < end)
 *   return 0
 */


const TABLE_BYTES = BUZHASH_TABLE.byteLength;
const PAGE_BYTES = 64 * 1024;
/** What one turn of the loop looks at. */
const STEP_BYTES = 8;
// Locals of `scan`: four parameters, two words of 64 bits.
const [AT, END, HASH, MASK, OLD, YOUNG] = [0, 1, 2, 3, 4, 5];
function tableEntry(word, k) {
    const byte = k === 0 ? [...(0,wasm_code/* get */.Jt)(word), ...wasm_code/* i32 */.rT.wrapI64] : [...(0,wasm_code/* get */.Jt)(word), ...wasm_code/* i64 */.cq.const(8 * k), ...wasm_code/* i64 */.cq.shr, ...wasm_code/* i32 */.rT.wrapI64];
    return [...byte, ...wasm_code/* i32 */.rT.const(255), ...wasm_code/* i32 */.rT.and, ...wasm_code/* i32 */.rT.const(2), ...wasm_code/* i32 */.rT.shl, ...wasm_code/* i32 */.rT.load()];
}
function step(k) {
    const next = [...(0,wasm_code/* get */.Jt)(HASH), ...wasm_code/* i32 */.rT.const(1), ...wasm_code/* i32 */.rT.rotl, ...tableEntry(OLD, k), ...tableEntry(YOUNG, k), ...wasm_code/* i32 */.rT.xor, ...wasm_code/* i32 */.rT.xor];
    return [...next, ...(0,wasm_code/* tee */.nR)(HASH), ...(0,wasm_code/* get */.Jt)(MASK), ...wasm_code/* i32 */.rT.and, ...wasm_code/* i32 */.rT.eqz, ...(0,wasm_code/* returnIf */.iY)([...(0,wasm_code/* get */.Jt)(AT), ...wasm_code/* i32 */.rT.const(k + 1), ...wasm_code/* i32 */.rT.add])];
}
function moduleBytes() {
    const words = [...(0,wasm_code/* get */.Jt)(AT), ...wasm_code/* i32 */.rT.const(64), ...wasm_code/* i32 */.rT.sub, ...wasm_code/* i64 */.cq.load(), ...(0,wasm_code/* set */.hZ)(OLD), ...(0,wasm_code/* get */.Jt)(AT), ...wasm_code/* i64 */.cq.load(), ...(0,wasm_code/* set */.hZ)(YOUNG)];
    const steps = Array.from({ length: STEP_BYTES }, (_, k) => step(k)).flat();
    const again = [...(0,wasm_code/* get */.Jt)(AT), ...wasm_code/* i32 */.rT.const(STEP_BYTES), ...wasm_code/* i32 */.rT.add, ...(0,wasm_code/* tee */.nR)(AT), ...(0,wasm_code/* get */.Jt)(END), ...wasm_code/* i32 */.rT.lessThan];
    const body = [...(0,wasm_code/* loopWhile */.YB)([...words, ...steps], again), ...wasm_code/* i32 */.rT.const(0)];
    return (0,wasm_code/* wasmModule */.l_)([{ name: 's', parameters: 4, locals: [[2, wasm_code/* I64 */.uv]], results: [wasm_code/* I32 */.jP], body }]);
}
let compiled;
/** Memory for `sizeBytes` bytes; undefined where there is no WebAssembly, or no room for it. */
function fastMemory(sizeBytes) {
    try {
        compiled ??= new WebAssembly.Module(moduleBytes());
        const memory = new WebAssembly.Memory({ initial: Math.ceil((TABLE_BYTES + sizeBytes) / PAGE_BYTES) });
        const { s: scan } = new WebAssembly.Instance(compiled, { '': { m: memory } }).exports;
        new Int32Array(memory.buffer, 0, BUZHASH_TABLE.length).set(BUZHASH_TABLE);
        return {
            bytes: new Uint8Array(memory.buffer, TABLE_BYTES, sizeBytes),
            scan(from, to, hash, mask) {
                const length = (to - from) & -STEP_BYTES;
                if (length <= 0)
                    return -1;
                const cut = scan(TABLE_BYTES + from, TABLE_BYTES + from + length, hash, mask);
                return cut === 0 ? -1 : cut - TABLE_BYTES;
            },
        };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/repo/splitter/buzhash.js
/** Content-defined cuts by a 32-bit buzhash over a window of 64 bytes (docs/repository-format.md, "Splitters"). */


const WINDOW_BYTES = 64;
/** A constant of this module, unlike an imported name: the engine then knows its length and drops the bounds checks of bytes as indexes. */
const TABLE = BUZHASH_TABLE;
/** Words are taken apart from their low end, which is the first byte on every machine but a few mainframes. */
const IS_LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
/**
 * A splitter with segments of about `averageBytes` (a power of two), at least half and at most twice that.
 *
 * The hash of a candidate depends on the 64 bytes before it only, hence the search starts 64 bytes before the shortest allowed cut: a third
 * of typical bytes is never looked at.
 */
function buzhashSplitter(averageBytes) {
    const minBytes = averageBytes / 2;
    const maxBytes = averageBytes * 2;
    const mask = averageBytes - 1;
    return {
        minBytes,
        maxBytes,
        lend: (sizeBytes) => lend(sizeBytes),
        giveBack: (bytes) => giveBack(bytes),
        findCut(bytes, start, end, searchedBytes = 0) {
            const available = end - start;
            const shortest = Math.max(minBytes, searchedBytes + 1);
            if (available < shortest)
                return -1;
            const firstCut = start + shortest;
            const hash = hashOfWindow(bytes, firstCut);
            if ((hash & mask) === 0)
                return shortest;
            const lastCut = start + Math.min(available, maxBytes);
            const cut = lent !== undefined && lent.bytes === bytes
                ? fastScan(lent, firstCut, lastCut, hash, mask)
                : scan(bytes, firstCut, lastCut, hash, mask);
            if (cut !== -1)
                return cut - start;
            return lastCut - start === maxBytes ? maxBytes : -1;
        },
    };
}
/** Memory for fast scanning, one of it in each thread; kept, because the engine reserves far more addresses than bytes for each. */
let kept;
/** The same while somebody has it. */
let lent;
function lend(sizeBytes) {
    if (lent !== undefined)
        return new Uint8Array(sizeBytes);
    lent = kept !== undefined && kept.bytes.length >= sizeBytes ? kept : fastMemory(sizeBytes);
    kept = lent;
    return lent?.bytes ?? new Uint8Array(sizeBytes);
}
function giveBack(bytes) {
    if (lent?.bytes === bytes)
        lent = undefined;
}
/** As `scan`, in memory that was lent. */
function fastScan(memory, from, to, hash, mask) {
    const cut = memory.scan(from, to, hash, mask);
    const rest = from + ((to - from) & -STEP_BYTES);
    return cut !== -1 || rest === to ? cut : scan(memory.bytes, rest, to, hashOfWindow(memory.bytes, rest), mask);
}
/** Hash of the 64 bytes before `end`. A function of its own: inside the one with the long loop, the engine makes that loop a third slower. */
function hashOfWindow(bytes, end) {
    let hash = 0;
    for (let i = end - WINDOW_BYTES; i < end; i++)
        hash = ((hash << 1) | (hash >>> 31)) ^ TABLE[bytes[i]];
    return hash;
}
/**
 * The first place after `from` and up to `to` where the low bits of the hash under `mask` are zero; -1 when there is none.
 *
 * Every byte of every file passes through here, so the speed of a snapshot hangs on this loop. It reads words of four bytes, which saves a
 * third of the time: most of it is spent on checking that reads are within bounds. A byte that leaves the window would have been rotated by
 * 64 mod 32 = 0 places since it came, so it leaves as it entered. Casts: every index is inside its array by the bounds of the loops.
 */
function scan(bytes, from, to, hashBefore, mask) {
    const table = TABLE;
    let hash = hashBefore;
    let cut = from;
    // Byte by byte up to the first one that lies on a word of the memory.
    for (; cut < to && (!IS_LITTLE_ENDIAN || ((bytes.byteOffset + cut) & 3) !== 0); cut++) {
        hash = ((hash << 1) | (hash >>> 31)) ^ table[bytes[cut - 64]] ^ table[bytes[cut]];
        if ((hash & mask) === 0)
            return cut + 1;
    }
    // A shift, because a division would make it, and then the loop, a matter of floating-point numbers.
    const wordCount = (to - cut) >> 2;
    if (wordCount > 0) {
        const words = new Int32Array(bytes.buffer, bytes.byteOffset + cut - 64, wordCount + 16);
        for (let i = 0; i < wordCount; i++) {
            const old = words[i];
            const young = words[i + 16];
            hash = ((hash << 1) | (hash >>> 31)) ^ table[old & 255] ^ table[young & 255];
            if ((hash & mask) === 0)
                return cut + i * 4 + 1;
            hash = ((hash << 1) | (hash >>> 31)) ^ table[(old >>> 8) & 255] ^ table[(young >>> 8) & 255];
            if ((hash & mask) === 0)
                return cut + i * 4 + 2;
            hash = ((hash << 1) | (hash >>> 31)) ^ table[(old >>> 16) & 255] ^ table[(young >>> 16) & 255];
            if ((hash & mask) === 0)
                return cut + i * 4 + 3;
            hash = ((hash << 1) | (hash >>> 31)) ^ table[old >>> 24] ^ table[young >>> 24];
            if ((hash & mask) === 0)
                return cut + i * 4 + 4;
        }
        cut += wordCount * 4;
    }
    for (; cut < to; cut++) {
        hash = ((hash << 1) | (hash >>> 31)) ^ table[bytes[cut - 64]] ^ table[bytes[cut]];
        if ((hash & mask) === 0)
            return cut + 1;
    }
    return -1;
}

;// CONCATENATED MODULE: ./lib/repo/splitter/fixed.js
/** A splitter whose segments all have `sizeBytes` bytes, except the last of an object. */
function fixedSplitter(sizeBytes) {
    return {
        minBytes: sizeBytes,
        maxBytes: sizeBytes,
        findCut: (_bytes, start, end) => (end - start >= sizeBytes ? sizeBytes : -1),
    };
}

;// CONCATENATED MODULE: ./lib/repo/splitter/rabin-karp.js
const rabin_karp_WINDOW_BYTES = 64;
const POLYNOMIAL = 0x2e3e3e4a305605n;
const DEGREE = 53n;
const HIGH_MASK = 0x1fffff;
let tables;
/** A splitter with segments of about `averageBytes` (a power of two), at least half and at most twice that. */
function rabinKarpSplitter(averageBytes) {
    const minBytes = averageBytes / 2;
    const maxBytes = averageBytes * 2;
    const mask = averageBytes - 1;
    return {
        minBytes,
        maxBytes,
        findCut(bytes, start, end, searchedBytes = 0) {
            const available = end - start;
            const shortest = Math.max(minBytes, searchedBytes + 1);
            if (available < shortest)
                return -1;
            tables ??= makeTables();
            const { high: outHigh, low: outLow } = tables.out;
            const { high: modHigh, low: modLow } = tables.mod;
            const firstCut = start + shortest;
            const lastCut = start + Math.min(available, maxBytes);
            let high = 0;
            let low = 0;
            for (let i = firstCut - rabin_karp_WINDOW_BYTES; i < lastCut; i++) {
                if (i >= firstCut) {
                    if ((low & mask) === 0)
                        return i - start;
                    const leaving = bytes[i - rabin_karp_WINDOW_BYTES];
                    high ^= outHigh[leaving];
                    low ^= outLow[leaving];
                }
                const over = high >>> 13;
                high = (((high << 8) | (low >>> 24)) & HIGH_MASK) ^ modHigh[over];
                low = ((low << 8) | bytes[i]) ^ modLow[over];
            }
            return (low & mask) === 0 || lastCut - start === maxBytes ? lastCut - start : -1;
        },
    };
}
// The casts above: every index is inside its array by the bounds of the loop; bytes index tables of 256 entries, and `high` has 21 bits, so
// `high >>> 13` is a byte as well.
function makeTables() {
    return {
        out: wideTable((byte) => remainder(byte << BigInt(8 * (rabin_karp_WINDOW_BYTES - 1)))),
        mod: wideTable((byte) => remainder(byte << DEGREE)),
    };
}
function wideTable(entryOf) {
    const high = new Int32Array(256);
    const low = new Int32Array(256);
    for (let byte = 0; byte < 256; byte++) {
        const value = entryOf(BigInt(byte));
        high[byte] = Number(value >> 32n);
        low[byte] = Number(BigInt.asIntN(32, value));
    }
    return { high, low };
}
/** Remainder of a division of polynomials over GF(2). */
function remainder(value) {
    let rest = value;
    for (let degree = BigInt(rest.toString(2).length - 1); degree >= DEGREE; degree = BigInt(rest.toString(2).length - 1)) {
        rest ^= POLYNOMIAL << (degree - DEGREE);
    }
    return rest;
}

;// CONCATENATED MODULE: ./lib/repo/splitter/index.js
/** The table of splitters. */




const KiB = 1024;
const MiB = 1024 * KiB;
/** Name in the format payload or a policy -> splitter (docs/repository-format.md, "Splitters"). */
const SPLITTERS = {
    'FIXED-128K': fixedSplitter(128 * KiB),
    'FIXED-256K': fixedSplitter(256 * KiB),
    'FIXED-512K': fixedSplitter(512 * KiB),
    'FIXED-1M': fixedSplitter(1 * MiB),
    'FIXED-2M': fixedSplitter(2 * MiB),
    'FIXED-4M': fixedSplitter(4 * MiB),
    'FIXED-8M': fixedSplitter(8 * MiB),
    'DYNAMIC-128K-BUZHASH': buzhashSplitter(128 * KiB),
    'DYNAMIC-256K-BUZHASH': buzhashSplitter(256 * KiB),
    'DYNAMIC-512K-BUZHASH': buzhashSplitter(512 * KiB),
    'DYNAMIC-1M-BUZHASH': buzhashSplitter(1 * MiB),
    'DYNAMIC-2M-BUZHASH': buzhashSplitter(2 * MiB),
    'DYNAMIC-4M-BUZHASH': buzhashSplitter(4 * MiB),
    'DYNAMIC-8M-BUZHASH': buzhashSplitter(8 * MiB),
    'DYNAMIC-128K-RABINKARP': rabinKarpSplitter(128 * KiB),
    'DYNAMIC-256K-RABINKARP': rabinKarpSplitter(256 * KiB),
    'DYNAMIC-512K-RABINKARP': rabinKarpSplitter(512 * KiB),
    'DYNAMIC-1M-RABINKARP': rabinKarpSplitter(1 * MiB),
    'DYNAMIC-2M-RABINKARP': rabinKarpSplitter(2 * MiB),
    'DYNAMIC-4M-RABINKARP': rabinKarpSplitter(4 * MiB),
    'DYNAMIC-8M-RABINKARP': rabinKarpSplitter(8 * MiB),
    // Names of repositories made before sizes were part of the name.
    FIXED: fixedSplitter(4 * MiB),
    DYNAMIC: buzhashSplitter(4 * MiB),
};
/** The splitter of a new repository, and kopia's own default. */
const DEFAULT_SPLITTER = 'DYNAMIC-4M-BUZHASH';
/** The splitter called `name`; CAIRN_FORMAT_UNSUPPORTED for an unknown name. It has no state, so one value serves all. */
function createSplitter(name) {
    const splitter = Object.hasOwn(SPLITTERS, name) ? SPLITTERS[name] : undefined;
    if (splitter === undefined) {
        throw new errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `The splitter ${JSON.stringify(name)} is not supported.`, {
            hint: `Supported are ${Object.keys(SPLITTERS).join(', ')}.`,
        });
    }
    return splitter;
}


/***/ }),

/***/ 79559:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

var node_zlib__WEBPACK_IMPORTED_MODULE_0___namespace_cache;
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ crc32)
/* harmony export */ });
/* unused harmony export tableCrc32 */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/** CRC-32 as in zip and PNG: of pack postambles and of error-corrected shards (docs/repository-format.md, "Packs", "Error correction"). */

/** CRC-32 (IEEE polynomial, reflected) of `bytes`, as an unsigned 32-bit number; behind other bytes with theirs as `before`. */
const crc32 = nativeCrc32() ?? tableCrc32;
/** The runtime's own from Node 20.15 and 22.2 on. */
function nativeCrc32() {
    if (!("crc32" in /*#__PURE__*/ (node_zlib__WEBPACK_IMPORTED_MODULE_0___namespace_cache || (node_zlib__WEBPACK_IMPORTED_MODULE_0___namespace_cache = __webpack_require__.t(node_zlib__WEBPACK_IMPORTED_MODULE_0__, 2)))))
        return undefined;
    // The types are those of the oldest Node, which lacks this function; its presence was just checked.
    const { crc32: native } = /*#__PURE__*/ (node_zlib__WEBPACK_IMPORTED_MODULE_0___namespace_cache || (node_zlib__WEBPACK_IMPORTED_MODULE_0___namespace_cache = __webpack_require__.t(node_zlib__WEBPACK_IMPORTED_MODULE_0__, 2)));
    return (bytes, before = 0) => native(bytes, before);
}
let table;
/** The same in plain JavaScript, one table look-up per byte. */
function tableCrc32(bytes, before = 0) {
    table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
        let value = byte;
        for (let bit = 0; bit < 8; bit++)
            value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
        return value >>> 0;
    });
    let crc = ~before >>> 0;
    for (const byte of bytes)
        crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
    return ~crc >>> 0;
}


/***/ })

};
