export const id = 2990;
export const ids = [2990];
export const modules = {

/***/ 52990:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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
    if (!(manager instanceof epoch_manager/* EpochManager */.dc)) {
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
    const timeText = context.times.text;
    await (0,commands_open/* withRepository */.B)(context, { isReadOnly: true, mayBePartial: true }, async ({ care }) => {
        const { writeEpoch, startedNs, epochs, ranges } = await epochOverview(care, context.signal);
        context.print(`Current Epoch: ${writeEpoch}`);
        if (startedNs !== undefined)
            context.print(`Epoch Started  ${timeText(startedNs)}`);
        for (const { epoch, uncompacted, compacted } of epochs) {
            if (uncompacted.length > 0)
                context.print(openEpochLine(epoch, uncompacted, sizeText, timeText));
            const first = compacted?.[0];
            if (compacted === undefined || first === undefined)
                continue;
            context.print(`${epoch}: ${timeText((0,storage/* blobTimeNs */.g)(first))} single-epoch ${compacted.length} blobs, ${sizeText(bytesOf(compacted))}`);
        }
        for (const { first, last, blobs } of ranges) {
            context.print(`${first}-${last}: range, ${blobs.length} blobs, ${sizeText(bytesOf(blobs))}`);
        }
    });
    return 0;
}
function openEpochLine(epoch, blobs, sizeText, timeText) {
    const times = blobs.map(storage/* blobTimeNs */.g).sort((a, b) => (a < b ? -1 : 1));
    const [from = 0n, to = 0n] = [times[0], times.at(-1)];
    const spanSeconds = (to - from + 500000000n) / 1000000000n;
    const facts = `${blobs.length} blobs, ${sizeText(bytesOf(blobs))}, span ${(0,kopia_text/* durationText */.S)(spanSeconds * 1000000000n)}`;
    return `${epoch} ${timeText(from)} ... ${timeText(to)}, ${facts}`;
}
function bytesOf(blobs) {
    return blobs.reduce((sum, { length }) => sum + length, 0);
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


/***/ }),

/***/ 12452:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* reexport safe */ _util_go_duration_js__WEBPACK_IMPORTED_MODULE_0__.I),
/* harmony export */   z: () => (/* binding */ modeText)
/* harmony export */ });
/* harmony import */ var _util_go_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26517);

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


/***/ })

};
