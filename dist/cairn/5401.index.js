export const id = 5401;
export const ids = [5401];
export const modules = {

/***/ 75401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   logCriteriaOf: () => (/* binding */ logCriteriaOf),
/* harmony export */   logsList: () => (/* binding */ logsList)
/* harmony export */ });
/* harmony import */ var _commands_inspect_logs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12614);
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3364);
/* harmony import */ var _report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49873);
/* harmony import */ var _report_kopia_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12452);
/* harmony import */ var _flag_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50165);
/** `cairn logs list`: logs that Kopia left in the repository. */





async function logsList(context, input) {
    const criteria = logCriteriaOf(input);
    const sizeText = (0,_report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .sizeTextOf */ .Ym)(context.env);
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_1__/* .withRepository */ .Bq)(context, { isReadOnly: true, mayBePartial: true }, async ({ care }) => {
        const all = await (0,_commands_inspect_logs_js__WEBPACK_IMPORTED_MODULE_0__/* .logSessions */ .oZ)(care.storage, context.log, context.signal);
        const shown = (0,_commands_inspect_logs_js__WEBPACK_IMPORTED_MODULE_0__/* .filterSessions */ .WJ)(all, criteria, context.clock.nowNs());
        for (const { id, startNs, endNs, totalBytes, segments } of shown) {
            context.print(`${id} ${(0,_report_kopia_text_js__WEBPACK_IMPORTED_MODULE_2__/* .timeText */ .Tc)(startNs)} ${(0,_report_kopia_text_js__WEBPACK_IMPORTED_MODULE_2__/* .durationText */ .S5)(endNs - startNs)} ${sizeText(totalBytes)} ${segments.length}`);
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
        latest: (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_3__/* .integerFlag */ .tB)(input, 'latest') ?? 0,
        youngerThanNs: (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_3__/* .durationFlagNs */ .mM)(input, 'younger-than') ?? 0n,
        olderThanNs: (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_3__/* .durationFlagNs */ .mM)(input, 'older-than') ?? 0n,
    };
}


/***/ }),

/***/ 12614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
    const sealed = await care.storage.getBlob(blob.id, { signal });
    return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)((0,_repo_content_sealed_blob_js__WEBPACK_IMPORTED_MODULE_2__/* .openSealedBlob */ .S)(care.contents.codec, blob.id, sealed), { maxOutputLength: MAX_LOG_BYTES });
}
function byTime(a, b) {
    if (a === undefined || b === undefined)
        return 0;
    const [left, right] = [(0,_repo_blob_storage_js__WEBPACK_IMPORTED_MODULE_3__/* .blobTimeNs */ .g)(a), (0,_repo_blob_storage_js__WEBPACK_IMPORTED_MODULE_3__/* .blobTimeNs */ .g)(b)];
    return left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1;
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
