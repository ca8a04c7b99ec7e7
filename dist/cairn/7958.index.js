export const id = 7958;
export const ids = [7958];
export const modules = {

/***/ 57958:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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
            marker = await (0,session/* readSessionMarker */.hu)(care.storage, care.contents.codec, id, signal);
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
// EXTERNAL MODULE: ./lib/util/plain-text.js
var plain_text = __webpack_require__(11610);
;// CONCATENATED MODULE: ./lib/cli/verbs/session-list.js
/** `cairn session list`: writers that have not committed yet. */



async function sessionList(context, _input) {
    await (0,commands_open/* withRepository */.B)(context, { isReadOnly: true, mayBePartial: true }, async ({ care }) => {
        for (const { id, userName, host, startNs, checkpointNs } of await activeSessions(care, context.signal)) {
            const [start, checkpoint] = [startNs, checkpointNs].map(context.times.recorded);
            context.print(`${id} ${(0,plain_text/* visibleText */.Q)(`${userName}@${host}`)} ${start} ${checkpoint}`);
        }
    });
    return 0;
}


/***/ })

};
