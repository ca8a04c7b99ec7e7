export const id = 7958;
export const ids = [7958];
export const modules = {

/***/ 57958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sessionList: () => (/* binding */ sessionList)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/content/blob-names.js
var blob_names = __webpack_require__(23210);
// EXTERNAL MODULE: ./lib/repo/content/list-blobs.js
var list_blobs = __webpack_require__(26481);
// EXTERNAL MODULE: ./lib/repo/content/session.js
var session = __webpack_require__(80270);
;// CONCATENATED MODULE: ./lib/commands/inspect/sessions.js
/** Sessions of writers that have not committed yet. */




/** The newest marker of each session, ordered by start. Errors: CAIRN_INDEX_DAMAGED naming a marker, storage kinds. */
async function activeSessions(care, signal) {
    const newest = new Map();
    for (const { id } of await (0,list_blobs/* collectBlobs */.Z)(care.storage, blob_names/* BLOB_PREFIXES */.dX.session, signal)) {
        let marker;
        try {
            marker = (0,session/* openSessionMarker */.PR)(care.contents.codec, id, await care.storage.getBlob(id, { signal }));
        }
        catch (error) {
            // Its writer has committed since the listing.
            if ((0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
                continue;
            throw error;
        }
        const known = newest.get(marker.id);
        if (known === undefined || marker.checkpointNs > known.checkpointNs)
            newest.set(marker.id, marker);
    }
    return [...newest.values()].sort((a, b) => (a.startNs < b.startNs ? -1 : a.startNs > b.startNs ? 1 : a.id < b.id ? -1 : 1));
}

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/report/kopia-text.js
var kopia_text = __webpack_require__(12452);
// EXTERNAL MODULE: ./lib/util/plain-text.js
var plain_text = __webpack_require__(11610);
;// CONCATENATED MODULE: ./lib/cli/verbs/session-list.js
/** `cairn session list`: writers that have not committed yet. */




async function sessionList(context, _input) {
    await (0,commands_open/* withRepository */.Bq)(context, { isReadOnly: true, mayBePartial: true }, async ({ care }) => {
        for (const { id, userName, host, startNs, checkpointNs } of await activeSessions(care, context.signal)) {
            context.print(`${id} ${(0,plain_text/* visibleText */.Q)(`${userName}@${host}`)} ${(0,kopia_text/* timeText */.Tc)(startNs)} ${(0,kopia_text/* timeText */.Tc)(checkpointNs)}`);
        }
    });
    return 0;
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
