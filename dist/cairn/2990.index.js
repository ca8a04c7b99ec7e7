export const id = 2990;
export const ids = [2990];
export const modules = {

/***/ 52990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  indexEpochList: () => (/* binding */ indexEpochList)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/blob/storage.js
var storage = __webpack_require__(30095);
// EXTERNAL MODULE: ./lib/repo/content/epoch.js
var content_epoch = __webpack_require__(52055);
// EXTERNAL MODULE: ./lib/repo/content/epoch-manager.js
var epoch_manager = __webpack_require__(97689);
;// CONCATENATED MODULE: ./lib/commands/inspect/epochs.js
/** The epochs of the index as they stand. */




/** Reads the state of the epochs; CAIRN_NOT_SUPPORTED in a repository without them. */
async function epochOverview(care, signal) {
    const manager = care.contents.indexBlobs;
    if (!(manager instanceof epoch_manager/* EpochManager */.d)) {
        throw new errors/* CairnError */.eb('CAIRN_NOT_SUPPORTED', 'The index of this repository has no epochs.', {
            hint: 'Repositories of format version 1 have none: "cairn index list" shows their index blobs.',
        });
    }
    const { listing, state, uncompacted } = await manager.survey(signal);
    const { writeEpoch, ranges, firstUncovered } = state;
    const marker = listing.markers.find(({ id }) => (0,content_epoch/* numberOfEpochBlob */.BK)(id) === writeEpoch);
    const epochs = [];
    for (let epoch = writeEpoch; epoch >= firstUncovered; epoch--) {
        // Earlier epochs are settled: Kopia does not look for what writers added to them.
        const isOpen = epoch >= writeEpoch - 1;
        epochs.push({
            epoch,
            uncompacted: isOpen ? uncompacted.filter(({ id }) => (0,content_epoch/* numberOfEpochBlob */.BK)(id) === epoch) : [],
            compacted: state.compactedEpochs.get(epoch),
        });
    }
    return { writeEpoch, startedNs: marker === undefined ? undefined : (0,storage/* blobTimeNs */.g)(marker), epochs, ranges };
}

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/report/kopia-numbers.js
var kopia_numbers = __webpack_require__(49873);
// EXTERNAL MODULE: ./lib/report/kopia-text.js
var kopia_text = __webpack_require__(12452);
;// CONCATENATED MODULE: ./lib/cli/verbs/index-epoch-list.js
/** `cairn index epoch list`. */





async function indexEpochList(context, _input) {
    const sizeText = (0,kopia_numbers/* sizeTextOf */.Ym)(context.env);
    await (0,commands_open/* withRepository */.Bq)(context, { isReadOnly: true, mayBePartial: true }, async ({ care }) => {
        const { writeEpoch, startedNs, epochs, ranges } = await epochOverview(care, context.signal);
        context.print(`Current Epoch: ${writeEpoch}`);
        if (startedNs !== undefined)
            context.print(`Epoch Started  ${(0,kopia_text/* timeText */.Tc)(startedNs)}`);
        for (const { epoch, uncompacted, compacted } of epochs) {
            if (uncompacted.length > 0)
                context.print(openEpochLine(epoch, uncompacted, sizeText));
            const first = compacted?.[0];
            if (compacted === undefined || first === undefined)
                continue;
            context.print(`${epoch}: ${(0,kopia_text/* timeText */.Tc)((0,storage/* blobTimeNs */.g)(first))} single-epoch ${compacted.length} blobs, ${sizeText(bytesOf(compacted))}`);
        }
        for (const { first, last, blobs } of ranges) {
            context.print(`${first}-${last}: range, ${blobs.length} blobs, ${sizeText(bytesOf(blobs))}`);
        }
    });
    return 0;
}
function openEpochLine(epoch, blobs, sizeText) {
    const times = blobs.map(storage/* blobTimeNs */.g).sort((a, b) => (a < b ? -1 : 1));
    const [from = 0n, to = 0n] = [times[0], times.at(-1)];
    const spanSeconds = (to - from + 500000000n) / 1000000000n;
    const facts = `${blobs.length} blobs, ${sizeText(bytesOf(blobs))}, span ${(0,kopia_text/* durationText */.S5)(spanSeconds * 1000000000n)}`;
    return `${epoch} ${(0,kopia_text/* timeText */.Tc)(from)} ... ${(0,kopia_text/* timeText */.Tc)(to)}, ${facts}`;
}
function bytesOf(blobs) {
    return blobs.reduce((sum, { length }) => sum + length, 0);
}


/***/ }),

/***/ 49873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ savingText),
/* harmony export */   Ym: () => (/* binding */ sizeTextOf),
/* harmony export */   lT: () => (/* binding */ countText)
/* harmony export */ });
/** Sizes, counts and shares exactly as Kopia's listings print them. */
const DECIMAL = ['', 'K', 'M', 'G', 'T', 'P', 'E'];
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
/** `0 B`, `899 B`, `0.9 KB`, `1.5 MB`; in steps of 1024 (`1.5 MiB`) when KOPIA_BYTES_STRING_BASE_2 is set. */
function sizeTextOf(env) {
    const isBinary = /^(1|t|true)$/i.test(env['KOPIA_BYTES_STRING_BASE_2'] ?? '');
    return (bytes) => scaled(bytes, isBinary ? 1024 : 1000, isBinary ? BINARY : DECIMAL, 'B');
}
/** `12`, `1.2 K`, with the space that Kopia leaves after a number without unit. */
function countText(count) {
    return scaled(count, 1000, DECIMAL, '');
}
/** By how much `packed` is smaller: `53.6%`, or `0%` when it is not. */
function savingText(original, packed) {
    return packed >= original || original === 0 ? '0%' : `${(100 * (1 - packed / original)).toFixed(1)}%`;
}
/** The next unit begins at nine tenths of it. */
function scaled(value, step, units, suffix) {
    let rest = value;
    for (const unit of units) {
        if (rest < 0.9 * step)
            return `${oneDigit(rest)} ${unit}${suffix}`;
        rest /= step;
    }
    return `${oneDigit(rest)} ${units.at(-1)}${suffix}`;
}
/** At most one digit after the point; a value exactly between two goes to the even one, as in Go. */
function oneDigit(value) {
    const isTie = Number.isInteger(value * 4) && !Number.isInteger(value * 2);
    const below = Math.floor(value * 10);
    const rounded = isTie ? (below % 2 === 0 ? below : below + 1) / 10 : value;
    return rounded.toFixed(1).replace(/\.0$/, '').replace(/^$/, '0');
}


/***/ }),

/***/ 12452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ preciseTimeText),
/* harmony export */   S5: () => (/* binding */ durationText),
/* harmony export */   Tc: () => (/* binding */ timeText),
/* harmony export */   zR: () => (/* binding */ modeText)
/* harmony export */ });
const TYPE_LETTERS = { d: 'd', s: 'L', f: '', unknown: '?' };
/** Mode as Kopia prints it: type and special bits as letters (`-` when there is none), then nine permission letters. */
function modeText(type, mode) {
    let letters = TYPE_LETTERS[type];
    if (mode & 0o4000)
        letters += 'u';
    if (mode & 0o2000)
        letters += 'g';
    if (mode & 0o1000)
        letters += 't';
    const permissions = [...'rwxrwxrwx'].map((letter, index) => (mode & (0o400 >> index) ? letter : '-')).join('');
    return `${letters === '' ? '-' : letters}${permissions}`;
}
/** `2026-11-23 07:18:57 UTC`; times before year 0 or after 9999 do not occur. */
function timeText(ns) {
    const seconds = ns / 1000000000n - (ns % 1000000000n < 0n ? 1n : 0n);
    return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
/** `20m0s`, `24h0m0s`, `1.5s`: a duration as Go prints it, for durations of a second and more. */
function durationText(ns) {
    const totalSeconds = ns / 1000000000n;
    const fraction = String(ns % 1000000000n)
        .padStart(9, '0')
        .replace(/0+$/, '');
    const [hours, minutes] = [totalSeconds / 3600n, (totalSeconds / 60n) % 60n];
    const seconds = `${totalSeconds % 60n}${fraction === '' ? '' : `.${fraction}`}s`;
    if (hours > 0n)
        return `${hours}h${minutes}m${seconds}`;
    return minutes > 0n ? `${minutes}m${seconds}` : seconds;
}
/** `2026-11-23 07:18:57.123 UTC`: a time with milliseconds, the rest cut off. */
function preciseTimeText(ns) {
    return timeText(ns).replace(' UTC', `.${String((ns / 1000000n) % 1000n).padStart(3, '0')} UTC`);
}


/***/ })

};
