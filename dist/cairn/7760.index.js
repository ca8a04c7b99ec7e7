export const id = 7760;
export const ids = [7760];
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

/***/ 57760:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  repositoryRepair: () => (/* binding */ repositoryRepair),
  repositoryRepairConfig: () => (/* binding */ repositoryRepairConfig)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/blob/open.js + 1 modules
var blob_open = __webpack_require__(72144);
// EXTERNAL MODULE: ./lib/repo/blob/throttle-limits.js
var throttle_limits = __webpack_require__(56177);
// EXTERNAL MODULE: ./lib/repo/blob/throttling.js
var throttling = __webpack_require__(43155);
// EXTERNAL MODULE: ./lib/repo/format/index.js + 8 modules
var format = __webpack_require__(16820);
// EXTERNAL MODULE: ./lib/repo/content/pack-layout.js
var pack_layout = __webpack_require__(72472);
;// CONCATENATED MODULE: ./lib/repo/recover-format.js
/** Bringing back `kopia.repository` from a copy in a pack (docs/repository-format.md, "Packs"); only old repositories have such copies. */



/** The first copy in blobs whose names begin with one of `prefixes`; undefined when there is none. `look` hears of every blob. */
async function findFormatReplica(storage, prefixes, look, signal) {
    for (const prefix of prefixes) {
        for await (const { id, length } of storage.listBlobs(prefix, signal)) {
            (0,errors/* throwIfCancelled */.dZ)(signal);
            look(id);
            const size = Math.min(length, pack_layout/* REPLICA_SEARCH_BYTES */.Iz);
            for (const end of ['start', 'end']) {
                const bytes = await storage.getBlob(id, { offset: end === 'start' ? 0 : length - size, length: size, signal });
                const formatBlob = (0,pack_layout/* decodeFormatReplica */.ET)(bytes, end);
                if (formatBlob !== undefined && isFormatBlob(formatBlob))
                    return { blobId: id, formatBlob };
            }
        }
    }
    return undefined;
}
/** The seal of a replica has no secret, so what it holds is looked at as well. */
function isFormatBlob(bytes) {
    try {
        (0,format/* decodeFormatBlob */.jK)(bytes);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./lib/commands/storage-options.js
var storage_options = __webpack_require__(62440);
;// CONCATENATED MODULE: ./lib/commands/repository-repair.js
/** Brings back the lost format blob of an old repository from a copy in one of its packs. */







/** Resolves to the pack the copy was found in; undefined when nothing had to be done. Errors: CAIRN_FORMAT_REPLICA_MISSING, those of the storage. */
async function repairRepository(context, request) {
    if (request.recover === 'no')
        return undefined;
    const opened = await (0,blob_open/* openStorage */.G)(request.storage, { ...(0,storage_options/* storageOptions */.E)(context), mode: 'repair', readonly: request.isDryRun });
    const storage = (0,throttling/* throttling */.A)(opened, (0,throttle_limits/* limitsOf */.Af)(request), context.clock);
    try {
        if (request.recover === 'auto' && (await storage.statBlob(format/* FORMAT_BLOB_ID */.YP)) !== undefined)
            return undefined;
        const prefixes = request.prefixes.length === 0 ? ['p', 'q'] : request.prefixes;
        const look = (blobId) => context.log.debug(`Looking for a copy of the format blob in ${blobId}.`);
        const found = await findFormatReplica(storage, prefixes, look, context.signal);
        if (found === undefined) {
            throw new errors/* CairnError */.eb('CAIRN_FORMAT_REPLICA_MISSING', `No pack in ${storage.displayName} holds a copy of the format blob.`, {
                hint: 'Only repositories of kopia before 0.9 have such copies. Bring the blob kopia.repository back from a copy of the repository.',
            });
        }
        if (!request.isDryRun) {
            await storage.putBlob(format/* FORMAT_BLOB_ID */.YP, [found.formatBlob]);
            await storage.flush?.({ signal: context.signal });
        }
        return found.blobId;
    }
    finally {
        await storage.close();
    }
}

// EXTERNAL MODULE: ./lib/cli/dangerous.js
var dangerous = __webpack_require__(62542);
// EXTERNAL MODULE: ./lib/cli/storage-flags.js + 6 modules
var storage_flags = __webpack_require__(52606);
;// CONCATENATED MODULE: ./lib/cli/verbs/repository-repair.js
/** `cairn repository repair`. */



async function repositoryRepair(context, input, kind) {
    (0,dangerous/* requireDangerousCommands */.o)(context, 'repository repair');
    return await repair(context, input, await (0,storage_flags/* storageOfFlags */.C)(kind, context, input));
}
async function repositoryRepairConfig(context, input) {
    (0,dangerous/* requireDangerousCommands */.o)(context, 'repository repair');
    return await repair(context, input, (await (0,storage_flags/* storageOfConfig */.n)(context, input)).storage);
}
async function repair(context, input, storage) {
    const when = input.text('recover-format');
    const isDryRun = input.isOn('dry-run');
    const pack = await repairRepository(context, {
        storage,
        recover: when === 'yes' || when === 'no' ? when : 'auto',
        prefixes: input.list('recover-format-block-prefixes'),
        isDryRun,
    });
    if (pack === undefined)
        context.log.info('Nothing to recover. To replace a format blob that is there, add --recover-format=yes.');
    else
        context.log.info(isDryRun ? `Found a copy of the format blob in ${pack}.` : `Recovered the format blob from ${pack}.`);
    return 0;
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


/***/ }),

/***/ 72472:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ET: () => (/* binding */ decodeFormatReplica),
/* harmony export */   Gc: () => (/* binding */ decodePostamble),
/* harmony export */   Iz: () => (/* binding */ REPLICA_SEARCH_BYTES),
/* harmony export */   PF: () => (/* binding */ PREAMBLE_BYTES),
/* harmony export */   Pf: () => (/* binding */ INDEX_SUFFIX_BYTES),
/* harmony export */   _G: () => (/* binding */ encodeFormatReplica),
/* harmony export */   cl: () => (/* binding */ encodePostamble),
/* harmony export */   hi: () => (/* binding */ paddingBytes)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _util_crc32_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79559);
/**
 * What is in a pack besides contents (docs/repository-format.md, "Packs").
 *
 * [format replica]            only in repositories without password change
 * random bytes (32)           preamble
 * sealed content ...          one after the other, nothing in between
 * random padding (1..4096)    so that the local index starts at a multiple of 4096
 * sealed local index
 * postamble
 */



/** Random bytes before the first content. */
const PREAMBLE_BYTES = 32;
/** Random bytes at the end of the plain local index, so that no two are equal. */
const INDEX_SUFFIX_BYTES = 32;
const ALIGNMENT = 4096;
const CRC_BYTES = 4;
const MAX_VARINT_BYTES = 5;
/** Number of padding bytes before the local index of a pack that is `size` bytes long: 1..4096, never 0. */
function paddingBytes(size) {
    return ALIGNMENT - (size % ALIGNMENT);
}
// postamble: uvarint 1 | uvarint iv length | iv | uvarint index offset | uvarint index length
//            | CRC-32 of the above (4, BE) | length of everything above (1)
/** The last bytes of a pack. */
function encodePostamble(postamble) {
    const body = (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .concatBytes */ .Id)([
        encodeUvarint(1),
        encodeUvarint(postamble.indexIv.length),
        postamble.indexIv,
        encodeUvarint(postamble.indexOffset),
        encodeUvarint(postamble.indexLength),
    ]);
    const bytes = new Uint8Array(body.length + CRC_BYTES + 1);
    bytes.set(body);
    new DataView(bytes.buffer).setUint32(body.length, (0,_util_crc32_js__WEBPACK_IMPORTED_MODULE_2__/* .crc32 */ .Q)(body));
    bytes[bytes.length - 1] = body.length + CRC_BYTES;
    return bytes;
}
/** The postamble at the end of `tail`, the last bytes of a pack; undefined when there is none that is whole. */
function decodePostamble(tail) {
    const length = tail[tail.length - 1];
    if (length === undefined || length <= CRC_BYTES || length + 1 > tail.length)
        return undefined;
    const start = tail.length - 1 - length;
    const body = tail.subarray(start, start + length - CRC_BYTES);
    const view = new DataView(tail.buffer, tail.byteOffset + start + body.length, CRC_BYTES);
    if (view.getUint32(0) !== (0,_util_crc32_js__WEBPACK_IMPORTED_MODULE_2__/* .crc32 */ .Q)(body))
        return undefined;
    const cursor = { at: 0 };
    if (decodeUvarint(body, cursor) !== 1)
        return undefined;
    const ivLength = decodeUvarint(body, cursor);
    if (ivLength === undefined || ivLength > body.length - cursor.at)
        return undefined;
    const indexIv = body.slice(cursor.at, cursor.at + ivLength);
    cursor.at += ivLength;
    const indexOffset = decodeUvarint(body, cursor);
    const indexLength = decodeUvarint(body, cursor);
    if (indexOffset === undefined || indexLength === undefined)
        return undefined;
    return { indexIv, indexOffset, indexLength };
}
/** Seven bits to a byte, low bits first, the top bit set on all but the last; values below 2^35. */
function encodeUvarint(value) {
    const bytes = [];
    let rest = value;
    while (rest >= 0x80) {
        bytes.push((rest % 0x80) | 0x80);
        rest = Math.floor(rest / 0x80);
    }
    bytes.push(rest);
    return Uint8Array.from(bytes);
}
function decodeUvarint(bytes, cursor) {
    let value = 0;
    for (let i = 0; i < MAX_VARINT_BYTES; i++) {
        const byte = bytes[cursor.at++];
        if (byte === undefined)
            return undefined;
        value += (byte & 0x7f) * 2 ** (7 * i);
        if (byte < 0x80)
            return value;
    }
    return undefined;
}
const REPLICA_KEY = 'kopia-repository';
const MAX_REPLICA_BYTES = 65_000;
const REPLICA_MAC_BYTES = 32;
// replica: L (2, little-endian) | json | HMAC-SHA256(json) (32) | L (2, little-endian)        L = json length + 32
/** The copy of `kopia.repository` at the start of a pack; undefined when it is too long to have one. */
function encodeFormatReplica(json) {
    const mac = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(REPLICA_KEY)).update(json).digest();
    const length = json.length + mac.length;
    if (length > MAX_REPLICA_BYTES)
        return undefined;
    const mark = Uint8Array.of(length & 0xff, length >>> 8);
    return (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .concatBytes */ .Id)([mark, json, mac, mark]);
}
/** How many bytes at either end of a pack can hold a replica. */
const REPLICA_SEARCH_BYTES = 65_536;
/** The format blob in the first bytes of a pack, or in the last ones; undefined when there is none that is whole. */
function decodeFormatReplica(bytes, end) {
    if (bytes.length < 2)
        return undefined;
    const markAt = end === 'start' ? 0 : bytes.length - 2;
    const length = (bytes[markAt] ?? 0) | ((bytes[markAt + 1] ?? 0) << 8);
    if (length > MAX_REPLICA_BYTES || length <= REPLICA_MAC_BYTES || length + 2 > bytes.length)
        return undefined;
    const body = end === 'start' ? bytes.subarray(2, 2 + length) : bytes.subarray(markAt - length, markAt);
    const json = body.subarray(0, length - REPLICA_MAC_BYTES);
    const mac = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(REPLICA_KEY)).update(json).digest();
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(mac, body.subarray(json.length)) ? json : undefined;
}


/***/ })

};
