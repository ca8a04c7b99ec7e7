export const id = 3228;
export const ids = [3228];
export const modules = {

/***/ 33228:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   benchmarkEcc: () => (/* binding */ benchmarkEcc),
/* harmony export */   benchmarkEncryption: () => (/* binding */ benchmarkEncryption),
/* harmony export */   benchmarkHashAndEncryption: () => (/* binding */ benchmarkHashAndEncryption),
/* harmony export */   benchmarkHashing: () => (/* binding */ benchmarkHashing),
/* harmony export */   benchmarkSplitter: () => (/* binding */ benchmarkSplitter)
/* harmony export */ });
/* harmony import */ var _commands_benchmark_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14325);
/* harmony import */ var _report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49873);
/* harmony import */ var _util_random_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75073);
/* harmony import */ var _flag_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50165);
/** `cairn benchmark …`: Kopia's tables, with what was measured here. */




const LINE = '-'.repeat(65);
async function benchmarkHashing(context, input) {
    const { request, facts } = requestOf(input);
    const onBegin = (name) => context.log.info(`Benchmarking hash '${name}' (${facts})`);
    const results = await (0,_commands_benchmark_js__WEBPACK_IMPORTED_MODULE_0__/* .benchmarkHashes */ .qK)(context, { ...request, onBegin });
    const rows = results.map((result) => ({
        ...result,
        text: result.name.padEnd(20),
        option: `--block-hash=${result.name}`,
    }));
    return printSpeeds(context, input, 'Hash'.padEnd(20), rows);
}
async function benchmarkEncryption(context, input) {
    const { request, facts } = requestOf(input);
    const onBegin = (name) => context.log.info(`Benchmarking encryption '${name}'... (${facts})`);
    const results = (0,_commands_benchmark_js__WEBPACK_IMPORTED_MODULE_0__/* .benchmarkEncryptions */ .sI)(context, { ...request, onBegin });
    const rows = results.map((result) => ({ ...result, text: result.name.padEnd(30), option: `--encryption=${result.name}` }));
    return printSpeeds(context, input, 'Encryption'.padEnd(30), rows);
}
async function benchmarkHashAndEncryption(context, input) {
    const { request, facts } = requestOf(input);
    const results = await (0,_commands_benchmark_js__WEBPACK_IMPORTED_MODULE_0__/* .benchmarkCrypto */ .nF)(context, {
        ...request,
        onBegin: (names) => context.log.info(`Benchmarking ${names}... (${facts})`),
    });
    const rows = results.map((result) => ({
        ...result,
        text: `${result.name.padEnd(20)} ${result.encryption.padEnd(30)}`,
        option: `--block-hash=${result.name} --encryption=${result.encryption}`,
    }));
    return printSpeeds(context, input, `${'Hash'.padEnd(20)} ${'Encryption'.padEnd(30)}`, rows);
}
function printSpeeds(context, input, title, rows) {
    const size = (0,_report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeTextOf */ .Ym)(context.env);
    const sorted = [...rows].sort((a, b) => b.bytesPerSecond - a.bytesPerSecond);
    context.print(`     ${title} Throughput`);
    context.print(LINE);
    for (const [index, { text, option, bytesPerSecond }] of sorted.entries()) {
        const shownOption = input.isOn('print-options') ? `,   ${option}` : '';
        context.print(`${String(index).padStart(3)}. ${text} ${size(bytesPerSecond)} / second${shownOption}`);
    }
    context.print(LINE);
    context.print(`Fastest option for this machine is: ${sorted[0]?.option ?? ''}`);
    return 0;
}
async function benchmarkSplitter(context, input) {
    const size = (0,_report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeTextOf */ .Ym)(context.env);
    const length = (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_3__/* .sizeFlag */ .AC)(input, 'data-size') ?? 0;
    const count = (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_3__/* .countFlag */ .GN)(input, 'block-count') ?? 1;
    const random = (0,_util_random_js__WEBPACK_IMPORTED_MODULE_2__/* .repeatableRandom */ .p)((0,_flag_values_js__WEBPACK_IMPORTED_MODULE_3__/* .integerFlag */ .tB)(input, 'rand-seed') ?? 0);
    const blocks = Array.from({ length: count }, () => random(length));
    context.log.info(`splitting ${count} blocks of ${binaryText(length)} each, parallelism 1`);
    const row = ({ lengths }) => {
        const at = (percent) => lengths[Math.min(lengths.length - 1, Math.floor((lengths.length * percent) / 100))];
        const shares = [10, 25, 50, 75, 90].map((percent) => `${percent}th:${at(percent)}`).join(' ');
        return `count:${lengths.length} min:${lengths[0]} ${shares} max:${lengths.at(-1)}`;
    };
    const results = (0,_commands_benchmark_js__WEBPACK_IMPORTED_MODULE_0__/* .benchmarkSplitters */ .W2)(context, blocks, (result) => context.print(`${result.name.padEnd(25)} ${size(result.bytesPerSecond).padStart(12)}/s ${row(result)}`));
    const sorted = [...results].sort((a, b) => b.bytesPerSecond - a.bytesPerSecond);
    context.print(LINE);
    for (const [index, result] of sorted.entries()) {
        context.print(`${String(index).padStart(3)}. ${result.name.padEnd(25)} ${size(result.bytesPerSecond).padEnd(12)}/s ${row(result)}`);
    }
    const best = sorted.find(({ name }) => !name.startsWith('FIXED'));
    if (input.isOn('print-options'))
        context.print(`Fastest option for this machine is: --object-splitter=${best?.name ?? ''}`);
    return 0;
}
async function benchmarkEcc(context, input) {
    const size = (0,_report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeTextOf */ .Ym)(context.env);
    const { request, facts } = requestOf(input);
    for (const index of request.bytes.keys())
        request.bytes[index] = (index % 255) + 1;
    const onBegin = (what) => context.log.info(`Benchmarking ECC ${what}... (${facts})`);
    const results = (0,_commands_benchmark_js__WEBPACK_IMPORTED_MODULE_0__/* .benchmarkErrorCorrections */ .ne)(context, { ...request, onBegin }).sort((a, b) => Math.min(b.encodedPerSecond, b.decodedPerSecond) - Math.min(a.encodedPerSecond, a.decodedPerSecond));
    const line = '-'.repeat(87);
    context.print(`     ${'ECC'.padEnd(30)} ${'Throughput'.padStart(14)} ${'Throughput'.padStart(14)}   ${'Growth'.padStart(10)}`);
    context.print(`     ${''.padEnd(30)} ${'Encoding'.padStart(14)} ${'Decoding'.padStart(14)}   ${''.padStart(6)}`);
    context.print(line);
    for (const [index, { name, percent, encodedPerSecond, decodedPerSecond, storedBytes }] of results.entries()) {
        const growth = Math.round((storedBytes / request.bytes.length - 1) * 100);
        const speeds = [encodedPerSecond, decodedPerSecond].map((speed) => `${size(speed).padStart(12)}/s`).join(' ');
        const option = input.isOn('print-options') ? `,   --ecc=${name} - ${percent}%` : '';
        context.print(`${String(index).padStart(3)}. ${`${name} - ${percent}%`.padEnd(30)} ${speeds}   ${String(growth).padStart(6)}% [${size(storedBytes)}]${option}`);
    }
    context.print(line);
    const [best] = results;
    context.print(`Fastest option for this machine is: --ecc=${best === undefined ? '' : `${best.name} - ${best.percent}%`}`);
    return 0;
}
/** `32MiB`, `1KiB`, `1500B`: the largest unit that leaves no rest. */
function binaryText(bytes) {
    const unit = [30, 20, 10].find((power) => bytes % 2 ** power === 0) ?? 0;
    return `${bytes / 2 ** unit}${unit === 0 ? '' : ' KMG'[unit / 10]}${unit === 0 ? 'B' : 'iB'}`;
}
/** Zeros, as Kopia takes them: hashes and ciphers are as fast on any bytes. */
function requestOf(input) {
    const bytes = new Uint8Array((0,_flag_values_js__WEBPACK_IMPORTED_MODULE_3__/* .sizeFlag */ .AC)(input, 'block-size') ?? 0);
    const repeat = (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_3__/* .countFlag */ .GN)(input, 'repeat') ?? 1;
    return { request: { bytes, repeat }, facts: `${repeat} x ${bytes.length} bytes, parallelism 1` };
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
