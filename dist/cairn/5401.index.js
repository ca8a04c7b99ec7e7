export const id = 5401;
export const ids = [5401];
export const modules = {

/***/ 75401:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   logCriteriaOf: () => (/* binding */ logCriteriaOf),
/* harmony export */   logsList: () => (/* binding */ logsList)
/* harmony export */ });
/* harmony import */ var _commands_inspect_logs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12614);
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3364);
/* harmony import */ var _report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49873);
/* harmony import */ var _report_kopia_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12452);
/* harmony import */ var _flag_values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50165);
/** `cairn logs list`: logs that Kopia left in the repository. */





async function logsList(context, input) {
    const criteria = logCriteriaOf(input);
    const sizeText = (0,_report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .sizeTextOf */ .Ym)(context.env);
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_1__/* .withRepository */ .B)(context, { isReadOnly: true, mayBePartial: true }, async ({ care }) => {
        const all = await (0,_commands_inspect_logs_js__WEBPACK_IMPORTED_MODULE_0__/* .logSessions */ .oZ)(care.storage, context.log, context.signal);
        const shown = (0,_commands_inspect_logs_js__WEBPACK_IMPORTED_MODULE_0__/* .filterSessions */ .WJ)(all, criteria, context.clock.nowNs());
        for (const { id, startNs, endNs, totalBytes, segments } of shown) {
            context.print(`${id} ${context.times.text(startNs)} ${(0,_report_kopia_text_js__WEBPACK_IMPORTED_MODULE_3__/* .durationText */ .S)(endNs - startNs)} ${sizeText(totalBytes)} ${segments.length}`);
        }
        if (shown.length < all.length) {
            context.log.info(`NOTE: Listed ${shown.length}/${all.length} log sessions, pass --all to show all.`);
        }
    });
    return 0;
}
/** The flags that choose logs. */
function logCriteriaOf(input) {
    return {
        isAll: input.isOn('all'),
        latest: (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_4__/* .integerFlag */ .tB)(input, 'latest') ?? 0,
        youngerThanNs: (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_4__/* .durationFlagNs */ .mM)(input, 'younger-than') ?? 0n,
        olderThanNs: (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_4__/* .durationFlagNs */ .mM)(input, 'older-than') ?? 0n,
    };
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
