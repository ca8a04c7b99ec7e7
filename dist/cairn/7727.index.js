export const id = 7727;
export const ids = [7727];
export const modules = {

/***/ 17727:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   benchmarkCompressors: () => (/* binding */ benchmarkCompressors)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _commands_benchmark_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14325);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49873);
/* harmony import */ var _flag_values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50165);
/** `cairn benchmark compression`: Kopia's two tables, with what was measured here. */






/** Most bytes of the file that are used, and what each algorithm works on in all when nobody says how often. */
const WORK_BYTES = 128 * 1024 * 1024;
/** Kopia calls it deprecated: it is measured only when asked for. */
const DEPRECATED = /^zstd-best-compression$/;
async function benchmarkCompressors(context, input) {
    const path = input.text('data-file') ?? '';
    if (path === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CairnError */ .eb('CAIRN_USAGE', "required flag(s) '--data-file' not provided.");
    const bytes = firstBytes((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, path));
    const size = (0,_report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .sizeTextOf */ .Ym)(context.env);
    const repeat = Math.max(0, (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_5__/* .integerFlag */ .tB)(input, 'repeat') ?? 0) || Math.max(1, Math.floor(WORK_BYTES / bytes.length));
    const names = (input.text('algorithms') ?? '').split(',').filter((name) => name !== '');
    const compressors = (0,_commands_benchmark_js__WEBPACK_IMPORTED_MODULE_2__/* .compressorsNamed */ .il)(names).filter(({ name }) => names.length > 0 || input.isOn('deprecated') || !DEPRECATED.test(name));
    if (compressors.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CairnError */ .eb('CAIRN_USAGE', `No compression begins with ${names.join(' or ')}.`);
    const { info } = context.log;
    const total = size(repeat * bytes.length);
    info(`Will repeat each benchmark ${repeat} times per compression method (total ${total}). Override with --repeat=N.`);
    const using = `input file "${path}" (${size(bytes.length)}) using ${compressors.length} compression methods.`;
    const operations = input.text('operations');
    if (operations !== 'decompress') {
        info(`Compressing ${using}`);
        const request = { bytes, repeat, onBegin: (name) => info(`Benchmarking compressor '${name}'...`) };
        const onUnstable = (name) => context.log.error(`compression "${name}" is not stable`);
        printTable(context, input, await (0,_commands_benchmark_js__WEBPACK_IMPORTED_MODULE_2__/* .benchmarkCompression */ .A8)(context, request, compressors, input.isOn('verify-stable') ? onUnstable : undefined));
    }
    if (operations !== 'compress') {
        info(`Decompressing ${using}`);
        const request = { bytes, repeat, onBegin: (name) => info(`Benchmarking decompressor '${name}'...`) };
        printTable(context, input, await (0,_commands_benchmark_js__WEBPACK_IMPORTED_MODULE_2__/* .benchmarkDecompression */ .Bp)(context, request, compressors));
    }
    return 0;
}
function printTable(context, input, results) {
    const size = (0,_report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .sizeTextOf */ .Ym)(context.env);
    const bySize = input.isOn('by-size');
    const sorted = [...results].sort((a, b) => (bySize ? a.compressedBytes - b.compressedBytes : b.bytesPerSecond - a.bytesPerSecond));
    context.print(`     ${'Compression'.padEnd(26)} ${'Compressed'.padEnd(12)} ${'Throughput'.padEnd(12)} Allocs   Memory Usage`);
    context.print('-'.repeat(96));
    for (const [index, { name, compressedBytes, bytesPerSecond }] of sorted.entries()) {
        const columns = `${size(compressedBytes).padEnd(12)} ${size(bytesPerSecond).padStart(8)}/s     ${'-'.padEnd(8)} -`;
        const remark = DEPRECATED.test(name) ? ' (deprecated)' : '';
        const option = input.isOn('print-options') ? `, --compression=${name}` : '';
        context.print(`${String(index).padStart(3)}. ${name.padEnd(26)} ${columns}${remark}${option}`);
    }
}
/** Errors: CAIRN_USAGE for a file that is empty or cannot be read. */
function firstBytes(path) {
    let bytes;
    try {
        const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'r');
        try {
            bytes = new Uint8Array(Math.min((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file).size, WORK_BYTES));
            let length = 0;
            for (let read = -1; read !== 0 && length < bytes.length; length += read)
                read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, bytes, length, bytes.length - length, null);
            bytes = bytes.subarray(0, length);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
        }
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CairnError */ .eb('CAIRN_USAGE', `--data-file ${path} cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}.`, { cause });
    }
    if (bytes.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CairnError */ .eb('CAIRN_USAGE', `--data-file ${path} is empty.`);
    return bytes;
}


/***/ }),

/***/ 14325:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A8: () => (/* binding */ benchmarkCompression),
/* harmony export */   Bp: () => (/* binding */ benchmarkDecompression),
/* harmony export */   W2: () => (/* binding */ benchmarkSplitters),
/* harmony export */   il: () => (/* binding */ compressorsNamed),
/* harmony export */   nF: () => (/* binding */ benchmarkCrypto),
/* harmony export */   ne: () => (/* binding */ benchmarkErrorCorrections),
/* harmony export */   qK: () => (/* binding */ benchmarkHashes),
/* harmony export */   sI: () => (/* binding */ benchmarkEncryptions)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _repo_compression_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17185);
/* harmony import */ var _repo_ecc_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34068);
/* harmony import */ var _repo_encryption_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10617);
/* harmony import */ var _repo_hashing_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9170);
/* harmony import */ var _repo_splitter_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4297);
/** `benchmark`: how fast the algorithms of a repository are on this machine, in one thread. */






const KEY = new Uint8Array(32);
/** Measures every content hash. */
async function benchmarkHashes(context, request) {
    const results = [];
    for (const name of Object.keys(_repo_hashing_index_js__WEBPACK_IMPORTED_MODULE_4__/* .HASHERS */ .Rj)) {
        const hasher = await (0,_repo_hashing_index_js__WEBPACK_IMPORTED_MODULE_4__/* .createHasher */ .qj)(name, KEY);
        request.onBegin(name);
        results.push({ name, bytesPerSecond: speedOf(context, request, () => hasher.hash(request.bytes)) });
    }
    return results;
}
/** Measures every content encryption. */
function benchmarkEncryptions(context, request) {
    return Object.keys(_repo_encryption_index_js__WEBPACK_IMPORTED_MODULE_3__/* .ENCRYPTIONS */ .$d).map((name) => {
        const encryptor = (0,_repo_encryption_index_js__WEBPACK_IMPORTED_MODULE_3__/* .createEncryptor */ .Dm)(name, KEY);
        request.onBegin(name);
        return { name, bytesPerSecond: speedOf(context, request, () => encryptor.seal(request.bytes, KEY, context.random)) };
    });
}
/** Measures every content hash together with every encryption, as contents need them. */
async function benchmarkCrypto(context, request) {
    const results = [];
    for (const name of Object.keys(_repo_hashing_index_js__WEBPACK_IMPORTED_MODULE_4__/* .HASHERS */ .Rj)) {
        const hasher = await (0,_repo_hashing_index_js__WEBPACK_IMPORTED_MODULE_4__/* .createHasher */ .qj)(name, KEY);
        for (const encryption of Object.keys(_repo_encryption_index_js__WEBPACK_IMPORTED_MODULE_3__/* .ENCRYPTIONS */ .$d)) {
            const encryptor = (0,_repo_encryption_index_js__WEBPACK_IMPORTED_MODULE_3__/* .createEncryptor */ .Dm)(encryption, KEY);
            request.onBegin(`hash '${name}' and encryption '${encryption}'`);
            const work = () => encryptor.seal(request.bytes, hasher.hash(request.bytes), context.random);
            results.push({ name, encryption, bytesPerSecond: speedOf(context, request, work) });
        }
    }
    return results;
}
/** Measures every splitter on `repeat` blocks of different bytes. */
function benchmarkSplitters(context, blocks, onResult) {
    const total = blocks.reduce((sum, { length }) => sum + length, 0);
    return Object.keys(_repo_splitter_index_js__WEBPACK_IMPORTED_MODULE_5__/* .SPLITTERS */ .DO).map((name) => {
        const splitter = (0,_repo_splitter_index_js__WEBPACK_IMPORTED_MODULE_5__/* .createSplitter */ .W3)(name);
        const lengths = [];
        const startMs = context.clock.monotonicMs();
        for (const block of blocks) {
            (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(context.signal);
            for (let start = 0; start < block.length;) {
                const cut = splitter.findCut(block, start, block.length);
                lengths.push(cut < 0 ? block.length - start : cut);
                start += lengths.at(-1) ?? block.length;
            }
        }
        const bytesPerSecond = perSecond(total, context.clock.monotonicMs() - startMs);
        const result = { name, bytesPerSecond, lengths: lengths.sort((a, b) => a - b) };
        onResult(result);
        return result;
    });
}
const OVERHEADS = [1, 2, 5, 10, 20];
/** Measures every error correction with five overheads: adding parity, and repairing one byte. */
function benchmarkErrorCorrections(context, request) {
    return Object.keys(_repo_ecc_index_js__WEBPACK_IMPORTED_MODULE_2__/* .ERROR_CORRECTIONS */ .Bh).flatMap((name) => OVERHEADS.map((percent) => {
        const correction = (0,_repo_ecc_index_js__WEBPACK_IMPORTED_MODULE_2__/* .createErrorCorrection */ .B6)(name, percent);
        request.onBegin(`encoding '${name}' with ${percent} space overhead`);
        const encodedPerSecond = speedOf(context, request, () => correction.encode(request.bytes));
        const stored = correction.encode(request.bytes);
        const middle = stored.length >>> 1;
        stored[middle] = 0xff ^ (stored[middle] ?? 0);
        request.onBegin(`decoding '${name}' with ${percent} space overhead`);
        const decodedPerSecond = speedOf(context, request, () => correction.decode(stored));
        return { name, percent, encodedPerSecond, decodedPerSecond, storedBytes: stored.length };
    }));
}
/** The compressors whose names begin with one of `beginnings`; all of them when there are none. */
function compressorsNamed(beginnings) {
    return Object.values(_repo_compression_index_js__WEBPACK_IMPORTED_MODULE_1__/* .COMPRESSORS */ .vZ).filter(({ name, compress }) => compress !== undefined && (beginnings.length === 0 || beginnings.some((text) => name.startsWith(text))));
}
/** Measures compressing. `onUnstable` hears of a compressor that gives other bytes the second time; undefined compares nothing. */
async function benchmarkCompression(context, request, compressors, onUnstable) {
    await (0,_repo_compression_index_js__WEBPACK_IMPORTED_MODULE_1__/* .loadCompression */ .Ng)();
    return compressors.map(({ name, compress }) => {
        request.onBegin(name);
        const first = compress?.(request.bytes);
        let isStable = true;
        const bytesPerSecond = speedOf(context, request, () => {
            const again = compress?.(request.bytes);
            if (onUnstable !== undefined && again !== undefined && first !== undefined)
                isStable &&= Buffer.compare(again, first) === 0;
        });
        if (!isStable)
            onUnstable?.(name);
        return { name, bytesPerSecond, compressedBytes: first?.length ?? request.bytes.length };
    });
}
/** Measures decompressing; what a compressor does not make smaller is left out, because it is never stored so. */
async function benchmarkDecompression(context, request, compressors) {
    await (0,_repo_compression_index_js__WEBPACK_IMPORTED_MODULE_1__/* .loadCompression */ .Ng)();
    return compressors.flatMap(({ name, compress }) => {
        const stored = compress?.(request.bytes);
        if (stored === undefined)
            return [];
        request.onBegin(name);
        const bytesPerSecond = speedOf(context, request, () => (0,_repo_compression_index_js__WEBPACK_IMPORTED_MODULE_1__/* .decompressPayload */ .G8)(stored, request.bytes.length));
        return [{ name, bytesPerSecond, compressedBytes: stored.length }];
    });
}
function speedOf({ clock, signal }, { bytes, repeat }, work) {
    const startMs = clock.monotonicMs();
    for (let count = 0; count < repeat; count++) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        work();
    }
    return perSecond(bytes.length * repeat, clock.monotonicMs() - startMs);
}
/** Whole bytes; a time too short to be measured counts as a microsecond. */
function perSecond(bytes, ms) {
    return Math.floor((bytes * 1000) / Math.max(ms, 0.001));
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


/***/ })

};
