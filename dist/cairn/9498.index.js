export const id = 9498;
export const ids = [9498];
export const modules = {

/***/ 59498:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  showMaintenance: () => (/* binding */ showMaintenance)
});

// EXTERNAL MODULE: ./lib/maintenance/parameters.js
var maintenance_parameters = __webpack_require__(55035);
// EXTERNAL MODULE: ./lib/maintenance/schedule.js
var maintenance_schedule = __webpack_require__(36406);
;// CONCATENATED MODULE: ./lib/commands/maintenance-info.js
/** `maintenance info`: who maintains the repository, when, and what was done. */


/** Reads parameters and schedule. Errors: CAIRN_MANIFEST_DAMAGED, CAIRN_FORMAT_DAMAGED, storage kinds. */
async function maintenanceInfo(repository) {
    const parameters = await (0,maintenance_parameters/* loadParameters */.p0)(repository);
    const schedule = await (0,maintenance_schedule/* loadSchedule */.g7)(repository.care);
    return { parameters, schedule: schedule ?? maintenance_schedule/* EMPTY_SCHEDULE */.yX, isScheduled: schedule !== undefined };
}

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/repo/format/index.js + 8 modules
var format = __webpack_require__(16820);
// EXTERNAL MODULE: ./lib/report/kopia-numbers.js
var kopia_numbers = __webpack_require__(49873);
// EXTERNAL MODULE: ./lib/report/kopia-text.js
var kopia_text = __webpack_require__(12452);
// EXTERNAL MODULE: ./lib/util/json-read.js
var json_read = __webpack_require__(1873);
;// CONCATENATED MODULE: ./lib/report/maintenance-text.js

const count = (data, name) => {
    const value = data[name];
    return typeof value === 'number' ? value : 0;
};
/** `3(1.2 KB)`. */
const sumIn = (size) => (data, counted, bytes) => `${count(data, counted)}(${size(count(data, bytes))})`;
const plainSum = sumIn(String);
const SUMMARIES = {
    advanceEpochStats: (data) => `${data['wasAdvanced'] === true ? 'Advanced epoch to' : 'Stayed at epoch'} ${count(data, 'currentEpoch')}`,
    cleanupLogsStats: (data, sum) => `Found ${sum(data, 'toDeleteBlobCount', 'toDeleteBlobSize')} logs blobs for deletion and deleted ` +
        `${sum(data, 'deletedBlobCount', 'deletedBlobSize')} of them. Retained ${sum(data, 'retainedBlobCount', 'retainedBlobSize')} log blobs.`,
    cleanupMarkersStats: (data) => `Cleaned up ${count(data, 'deletedEpochMarkerBlobCount')} epoch markers and ${count(data, 'deletedWatermarkBlobCount')} deletion watermarks`,
    cleanupSupersededIndexesStats: (data, sum) => `Cleaned up ${sum(data, 'deletedBlobCount', 'deletedTotalSize')} superseded index blobs, max replacement time ${goTime(data['maxReplacementTime'])}`,
    compactIndexesStats: (data) => `Dropped contents deleted before ${goTime(data['droppedContentsDeletedBefore'])}`,
    compactSingleEpochStats: (data, sum) => `Compacted ${sum(data, 'supersededIndexBlobCount', 'supersededIndexTotalSize')} index blobs for epoch ${count(data, 'epoch')}`,
    deleteUnreferencedPacksStats: (data, sum) => `Found ${sum(data, 'unreferencedPackCount', 'unreferencedTotalSize')} unreferenced pack blobs to delete and deleted ` +
        `${sum(data, 'deletedPackCount', 'deletedTotalSize')}. Retained ${sum(data, 'retainedPackCount', 'retainedTotalSize')} unreferenced pack blobs.`,
    extendBlobRetentionStats: (data) => `Blob retention extension found ${count(data, 'toExtendBlobCount')} blobs and extended for ${count(data, 'extendedBlobCount')} blobs, ` +
        `retention period ${typeof data['retentionPeriod'] === 'string' ? data['retentionPeriod'] : ''}`,
    generateRangeCheckpointStats: (data) => `Generated a range checkpoint from epoch ${count(data, 'rangeMinEpoch')} to ${count(data, 'rangeMaxEpoch')} inclusive`,
    rewriteContentsStats: (data, sum) => `Found ${sum(data, 'toRewriteContentCount', 'toRewriteContentSize')} contents to rewrite and rewrote ` +
        `${sum(data, 'rewrittenContentCount', 'rewrittenContentSize')}. Retained ${sum(data, 'retainedContentCount', 'retainedContentSize')} contents from rewrite`,
    snapshotGCStats: (data) => `Found ${plainSum(data, 'unreferencedContentCount', 'unreferencedContentSize')} unreferenced contents and marked ` +
        `${plainSum(data, 'deletedContentCount', 'deletedContentSize')} for deletion. ` +
        `Found ${plainSum(data, 'inUseContentCount', 'inUseContentSize')} in-use contents and ` +
        `${plainSum(data, 'inUseSystemContentCount', 'inUseSystemContentSize')} in-use system contents. ` +
        `Retained ${plainSum(data, 'unreferencedRecentContentCount', 'unreferencedRecentContentSize')} recent contents. ` +
        `Recovered ${plainSum(data, 'recoveredContentCount', 'recoveredContentSize')} contents`,
};
/** The result of a run: `SUCCESS`, with a summary of what its task reported. Reports of an unknown kind are left out. */
function runResultText(extra, size) {
    const summaries = extra.map((report) => {
        const { kind, data } = (0,json_read/* isJsonObject */.OW)(report) ? report : { kind: undefined, data: undefined };
        const summary = typeof kind === 'string' && Object.hasOwn(SUMMARIES, kind) ? SUMMARIES[kind] : undefined;
        // Kopia records "nothing done" as null and shows it as zeros.
        return summary?.((0,json_read/* isJsonObject */.OW)(data) ? data : {}, sumIn(size)) ?? '';
    });
    const text = summaries.join('');
    return text === '' ? 'SUCCESS' : `SUCCESS: ${text}`;
}
/** `2026-11-23 06:48:13.8 +0000 UTC`: a recorded time as Go prints it. */
function goTime(value) {
    const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d+)?)Z$/.exec(typeof value === 'string' ? value : '0001-01-01T00:00:00Z');
    return match === null ? String(value) : `${match[1]} ${match[2]} +0000 UTC`;
}

// EXTERNAL MODULE: ./lib/util/indent-json.js
var indent_json = __webpack_require__(95743);
// EXTERNAL MODULE: ./lib/cli/harmless.js
var harmless = __webpack_require__(53807);
;// CONCATENATED MODULE: ./lib/cli/verbs/maintenance-info.js
/** `cairn maintenance info`: Kopia's text and JSON. */









const NS_PER_SECOND = 1000000000n;
async function showMaintenance(context, input) {
    await (0,commands_open/* withRepository */.B)(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
        const info = await maintenanceInfo(repository);
        if (input.isOn('json'))
            context.print(input.isOn('json-indent') ? (0,indent_json/* indentJson */.h)(infoJson(info)) : infoJson(info));
        else
            for (const line of infoLines(info, context.clock.nowNs(), context.times, (0,kopia_numbers/* sizeTextOf */.Ym)(context.env)))
                (0,harmless/* printText */.n)(context, line);
    });
    return 0;
}
function infoJson({ parameters, schedule, isScheduled }) {
    const json = (0,format/* encodeScheduleJson */.sT)(schedule);
    return `${(0,maintenance_parameters/* encodeParameters */.ve)(parameters).slice(0, -1)},"schedule":${isScheduled ? json : json.replace(/"runs":\{\}\}$/, '"runs":null}')}}`;
}
function infoLines({ parameters, schedule }, nowNs, times, size) {
    const logs = (0,maintenance_parameters/* effectiveLogRetention */.YY)(parameters.logRetention);
    return [
        `Owner: ${parameters.owner}`,
        'Quick Cycle:',
        ...cycleLines(parameters.quick, schedule.nextQuickNs, nowNs, times),
        'Full Cycle:',
        ...cycleLines(parameters.full, schedule.nextFullNs, nowNs, times),
        'Log Retention:',
        `  max count:       ${logs.maxCount}`,
        `  max age of logs: ${(0,kopia_text/* durationText */.S)(logs.maxAgeNs)}`,
        `  max total size:  ${size(logs.maxTotalBytes)}`,
        `Object Lock Extension: ${parameters.extendObjectLocks ? 'enabled' : 'disabled'}`,
        ...(parameters.listParallelism === 0 ? [] : [`List parallelism: ${parameters.listParallelism}`]),
        'Recent Maintenance Runs:',
        ...Object.keys(schedule.runs)
            .sort()
            .flatMap((task) => [`  ${task}:`, ...(schedule.runs[task] ?? []).map((run) => runLine(run, times, size))]),
    ];
}
function cycleLines({ isEnabled, intervalNs }, nextNs, nowNs, times) {
    if (!isEnabled)
        return ['  scheduled: false'];
    const isLater = nextNs !== undefined && nowNs < nextNs;
    const next = isLater ? `${times.recorded(nextNs)} (in ${wholeSeconds(nextNs - nowNs)})` : 'now';
    return ['  scheduled: true', `  interval: ${(0,kopia_text/* durationText */.S)(intervalNs)}`, `  next run: ${next}`];
}
function runLine(run, times, size) {
    const { startNs = 0n, endNs = 0n, success, error, extra } = run;
    return `    ${times.recorded(startNs)} (${wholeSeconds(endNs - startNs)}) ${success ? runResultText(extra, size) : `ERROR: ${error}`}`;
}
function wholeSeconds(ns) {
    return (0,kopia_text/* durationText */.S)((ns / NS_PER_SECOND) * NS_PER_SECOND);
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


/***/ }),

/***/ 95743:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ indentJson),
/* harmony export */   m: () => (/* binding */ indentJsonWide)
/* harmony export */ });
/** JSON text with a line for each member, every token as it was written: numbers and escapes are not touched. */
/** Indents valid JSON text by two spaces a level; empty objects and lists stay on their line, and space at the very end stays. */
function indentJson(json) {
    let out = '';
    let depth = 0;
    // What stands here was not indented yet: whether a bracket just opened decides if its line breaks.
    let isOpened = false;
    const breakLine = () => {
        out += `\n${'  '.repeat(depth)}`;
    };
    for (const [token] of json.trimStart().matchAll(TOKEN)) {
        const first = token.charAt(0);
        if (first === '}' || first === ']') {
            depth--;
            if (!isOpened)
                breakLine();
            isOpened = false;
            out += token;
            continue;
        }
        if (isOpened)
            breakLine();
        isOpened = first === '{' || first === '[';
        out += token;
        if (isOpened)
            depth++;
        else if (first === ',')
            breakLine();
        else if (first === ':')
            out += ' ';
    }
    return out + json.slice(json.trimEnd().length);
}
/** The same with four spaces a level, and two more in front of every line but the first: what Kopia prints for values on their own. */
function indentJsonWide(json) {
    return indentJson(json).replace(/\n( *)/g, '\n  $1$1');
}
/** Strings as a whole, brackets and separators alone, and everything else that is not space. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;


/***/ })

};
