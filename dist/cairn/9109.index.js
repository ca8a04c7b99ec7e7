export const id = 9109;
export const ids = [9109];
export const modules = {

/***/ 59109:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   logsCleanup: () => (/* binding */ logsCleanup)
/* harmony export */ });
/* harmony import */ var _commands_inspect_logs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12614);
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3364);
/* harmony import */ var _maintenance_steps_cleanup_logs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80003);
/* harmony import */ var _repo_content_list_blobs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26481);
/* harmony import */ var _flag_values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50165);
/** `cairn logs cleanup`: deletes logs of Kopia that are too old, too many or too large together. */





async function logsCleanup(context, input) {
    const isDryRun = input.isOn('dry-run');
    const limits = {
        maxAgeNs: (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_4__/* .durationFlagNs */ .mM)(input, 'max-age') ?? 0n,
        maxCount: (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_4__/* .integerFlag */ .tB)(input, 'max-count') ?? 0,
        maxTotalBytes: ((0,_flag_values_js__WEBPACK_IMPORTED_MODULE_4__/* .integerFlag */ .tB)(input, 'max-total-size-mb') ?? 0) * 2 ** 20,
    };
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_1__/* .withRepository */ .B)(context, { isReadOnly: isDryRun }, async ({ care }) => {
        const { old: expired } = (0,_maintenance_steps_cleanup_logs_js__WEBPACK_IMPORTED_MODULE_2__/* .splitLogs */ .E)(await (0,_repo_content_list_blobs_js__WEBPACK_IMPORTED_MODULE_3__/* .collectBlobs */ .Z)(care.storage, _commands_inspect_logs_js__WEBPACK_IMPORTED_MODULE_0__/* .LOG_PREFIX */ .cK, context.signal), limits, context.clock.nowMs());
        if (!isDryRun)
            for (const { id } of expired)
                await care.storage.deleteBlob(id);
        if (expired.length === 0)
            context.log.info('No logs found to delete.');
        else
            context.log.info(isDryRun ? `Would delete ${expired.length} logs.` : `Deleted ${expired.length} logs.`);
    });
    return 0;
}


/***/ }),

/***/ 12614:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WJ: () => (/* binding */ filterSessions),
/* harmony export */   cK: () => (/* binding */ LOG_PREFIX),
/* harmony export */   oZ: () => (/* binding */ logSessions),
/* harmony export */   x6: () => (/* binding */ readLog)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _repo_blob_storage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30095);
/* harmony import */ var _repo_content_list_blobs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26481);
/* harmony import */ var _repo_content_sealed_blob_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41946);
/**
 * Logs that Kopia keeps in a repository, a sealed gzip stream in each blob:
 *
 * _log_<session: date and time>_<session: random>_<start>_<end>_<chunk>_<hash>      start and end in Unix seconds
 */




/** First characters of the names of logs. */
const LOG_PREFIX = '_log_';
const MAX_LOG_BYTES = 256 * 1024 * 1024;
/** The log sessions of a repository, oldest first; blobs with other names are named and left out. */
async function logSessions(storage, log, signal) {
    const sessions = new Map();
    for (const blob of await (0,_repo_content_list_blobs_js__WEBPACK_IMPORTED_MODULE_1__/* .collectBlobs */ .Z)(storage, LOG_PREFIX, signal)) {
        const parts = blob.id.split('_');
        const [start, end] = [parts[4] ?? '', parts[5] ?? ''];
        if (parts.length < 8 || !/^\d{1,15}$/.test(start) || !/^\d{1,15}$/.test(end)) {
            log.warning(`The name of the log ${blob.id} is of another form. It is left out.`);
            continue;
        }
        const [startNs, endNs] = [BigInt(start) * 1000000000n, BigInt(end) * 1000000000n];
        const id = `${parts[2]}_${parts[3]}`;
        const session = sessions.get(id) ?? { id, startNs, endNs, segments: [], totalBytes: 0 };
        sessions.set(id, session);
        if (startNs < session.startNs)
            session.startNs = startNs;
        if (endNs > session.endNs)
            session.endNs = endNs;
        session.segments.push(blob);
        session.totalBytes += blob.length;
    }
    const all = [...sessions.values()];
    for (const { segments } of all)
        segments.sort(byTime);
    return all.sort((a, b) => byTime(a.segments[0], b.segments[0]));
}
/** The sessions that fit, in the same order. */
function filterSessions(sessions, criteria, nowNs) {
    if (criteria.isAll)
        return sessions;
    const { latest, youngerThanNs, olderThanNs } = criteria;
    const fitting = sessions.filter(({ startNs }) => {
        const ageNs = nowNs - startNs;
        return !(youngerThanNs > 0n && ageNs >= youngerThanNs) && !(olderThanNs > 0n && ageNs <= olderThanNs);
    });
    return latest > 0 ? fitting.slice(-latest) : fitting;
}
/** The plain text of a log blob. Errors: CAIRN_INDEX_DAMAGED naming it, CAIRN_BLOB_NOT_FOUND, storage kinds. */
async function readLog(care, blob, signal) {
    const gunzip = (plain) => (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(plain, { maxOutputLength: MAX_LOG_BYTES });
    return await (0,_repo_content_sealed_blob_js__WEBPACK_IMPORTED_MODULE_2__/* .readSealedBlob */ .mr)(care.storage, care.contents.codec, blob.id, gunzip, signal);
}
function byTime(a, b) {
    if (a === undefined || b === undefined)
        return 0;
    const [left, right] = [(0,_repo_blob_storage_js__WEBPACK_IMPORTED_MODULE_3__/* .blobTimeNs */ .g)(a), (0,_repo_blob_storage_js__WEBPACK_IMPORTED_MODULE_3__/* .blobTimeNs */ .g)(b)];
    return left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1;
}


/***/ })

};
