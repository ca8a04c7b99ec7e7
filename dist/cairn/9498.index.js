export const id = 9498;
export const ids = [9498];
export const modules = {

/***/ 59498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
// EXTERNAL MODULE: ./lib/repo/format/index.js + 11 modules
var format = __webpack_require__(35267);
// EXTERNAL MODULE: ./lib/report/kopia-text.js
var kopia_text = __webpack_require__(12452);
// EXTERNAL MODULE: ./lib/util/format.js
var util_format = __webpack_require__(4849);
// EXTERNAL MODULE: ./lib/util/json-read.js
var json_read = __webpack_require__(1873);
;// CONCATENATED MODULE: ./lib/report/maintenance-text.js
/** What maintenance did, in Kopia's words: the lines of `maintenance info`. */


const count = (data, name) => {
    const value = data[name];
    return typeof value === 'number' ? value : 0;
};
/** `3(1.2 KB)`. */
const sum = (data, counted, bytes) => `${count(data, counted)}(${(0,util_format/* formatBytes */.z3)(count(data, bytes))})`;
const plainSum = (data, counted, bytes) => `${count(data, counted)}(${count(data, bytes)})`;
const SUMMARIES = {
    advanceEpochStats: (data) => `${data['wasAdvanced'] === true ? 'Advanced epoch to' : 'Stayed at epoch'} ${count(data, 'currentEpoch')}`,
    cleanupLogsStats: (data) => `Found ${sum(data, 'toDeleteBlobCount', 'toDeleteBlobSize')} logs blobs for deletion and deleted ` +
        `${sum(data, 'deletedBlobCount', 'deletedBlobSize')} of them. Retained ${sum(data, 'retainedBlobCount', 'retainedBlobSize')} log blobs.`,
    cleanupMarkersStats: (data) => `Cleaned up ${count(data, 'deletedEpochMarkerBlobCount')} epoch markers and ${count(data, 'deletedWatermarkBlobCount')} deletion watermarks`,
    cleanupSupersededIndexesStats: (data) => `Cleaned up ${sum(data, 'deletedBlobCount', 'deletedTotalSize')} superseded index blobs, max replacement time ${goTime(data['maxReplacementTime'])}`,
    compactIndexesStats: (data) => `Dropped contents deleted before ${goTime(data['droppedContentsDeletedBefore'])}`,
    compactSingleEpochStats: (data) => `Compacted ${sum(data, 'supersededIndexBlobCount', 'supersededIndexTotalSize')} index blobs for epoch ${count(data, 'epoch')}`,
    deleteUnreferencedPacksStats: (data) => `Found ${sum(data, 'unreferencedPackCount', 'unreferencedTotalSize')} unreferenced pack blobs to delete and deleted ` +
        `${sum(data, 'deletedPackCount', 'deletedTotalSize')}. Retained ${sum(data, 'retainedPackCount', 'retainedTotalSize')} unreferenced pack blobs.`,
    extendBlobRetentionStats: (data) => `Blob retention extension found ${count(data, 'toExtendBlobCount')} blobs and extended for ${count(data, 'extendedBlobCount')} blobs, ` +
        `retention period ${typeof data['retentionPeriod'] === 'string' ? data['retentionPeriod'] : ''}`,
    generateRangeCheckpointStats: (data) => `Generated a range checkpoint from epoch ${count(data, 'rangeMinEpoch')} to ${count(data, 'rangeMaxEpoch')} inclusive`,
    rewriteContentsStats: (data) => `Found ${sum(data, 'toRewriteContentCount', 'toRewriteContentSize')} contents to rewrite and rewrote ` +
        `${sum(data, 'rewrittenContentCount', 'rewrittenContentSize')}. Retained ${sum(data, 'retainedContentCount', 'retainedContentSize')} contents from rewrite`,
    snapshotGCStats: (data) => `Found ${plainSum(data, 'unreferencedContentCount', 'unreferencedContentSize')} unreferenced contents and marked ` +
        `${plainSum(data, 'deletedContentCount', 'deletedContentSize')} for deletion. ` +
        `Found ${plainSum(data, 'inUseContentCount', 'inUseContentSize')} in-use contents and ` +
        `${plainSum(data, 'inUseSystemContentCount', 'inUseSystemContentSize')} in-use system contents. ` +
        `Retained ${plainSum(data, 'unreferencedRecentContentCount', 'unreferencedRecentContentSize')} recent contents. ` +
        `Recovered ${plainSum(data, 'recoveredContentCount', 'recoveredContentSize')} contents`,
};
/** The result of a run: `SUCCESS`, with a summary of what its task reported. Reports of an unknown kind are left out. */
function runResultText(extra) {
    const summaries = extra.map((report) => {
        const { kind, data } = (0,json_read/* isJsonObject */.OW)(report) ? report : { kind: undefined, data: undefined };
        const summary = typeof kind === 'string' && Object.hasOwn(SUMMARIES, kind) ? SUMMARIES[kind] : undefined;
        // Kopia records "nothing done" as null and shows it as zeros.
        return summary?.((0,json_read/* isJsonObject */.OW)(data) ? data : {}) ?? '';
    });
    const text = summaries.join('');
    return text === '' ? 'SUCCESS' : `SUCCESS: ${text}`;
}
/** `2026-11-23 06:48:13.8 +0000 UTC`: a recorded time as Go prints it. */
function goTime(value) {
    const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d+)?)Z$/.exec(typeof value === 'string' ? value : '0001-01-01T00:00:00Z');
    return match === null ? String(value) : `${match[1]} ${match[2]} +0000 UTC`;
}

;// CONCATENATED MODULE: ./lib/cli/verbs/maintenance-info.js
/** `cairn maintenance info`: Kopia's text and JSON. */







const NS_PER_SECOND = 1000000000n;
async function showMaintenance(context, input) {
    await (0,commands_open/* withRepository */.Bq)(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
        const info = await maintenanceInfo(repository);
        if (input.isOn('json'))
            context.print(infoJson(info));
        else
            for (const line of infoLines(info, context.clock.nowNs()))
                context.print(line);
    });
    return 0;
}
function infoJson({ parameters, schedule, isScheduled }) {
    const json = (0,format/* encodeScheduleJson */.sT)(schedule);
    return `${(0,maintenance_parameters/* encodeParameters */.ve)(parameters).slice(0, -1)},"schedule":${isScheduled ? json : json.replace(/"runs":\{\}\}$/, '"runs":null}')}}`;
}
function infoLines({ parameters, schedule }, nowNs) {
    const logs = (0,maintenance_parameters/* effectiveLogRetention */.YY)(parameters.logRetention);
    return [
        `Owner: ${parameters.owner}`,
        'Quick Cycle:',
        ...cycleLines(parameters.quick, schedule.nextQuickNs, nowNs),
        'Full Cycle:',
        ...cycleLines(parameters.full, schedule.nextFullNs, nowNs),
        'Log Retention:',
        `  max count:       ${logs.maxCount}`,
        `  max age of logs: ${(0,kopia_text/* durationText */.S5)(logs.maxAgeNs)}`,
        `  max total size:  ${(0,util_format/* formatBytes */.z3)(logs.maxTotalBytes)}`,
        `Object Lock Extension: ${parameters.extendObjectLocks ? 'enabled' : 'disabled'}`,
        ...(parameters.listParallelism === 0 ? [] : [`List parallelism: ${parameters.listParallelism}`]),
        'Recent Maintenance Runs:',
        ...Object.keys(schedule.runs)
            .sort()
            .flatMap((task) => [`  ${task}:`, ...(schedule.runs[task] ?? []).map(runLine)]),
    ];
}
function cycleLines({ isEnabled, intervalNs }, nextNs, nowNs) {
    if (!isEnabled)
        return ['  scheduled: false'];
    const isLater = nextNs !== undefined && nowNs < nextNs;
    const next = isLater ? `${(0,kopia_text/* timeText */.Tc)(nextNs)} (in ${wholeSeconds(nextNs - nowNs)})` : 'now';
    return ['  scheduled: true', `  interval: ${(0,kopia_text/* durationText */.S5)(intervalNs)}`, `  next run: ${next}`];
}
function runLine({ startNs = 0n, endNs = 0n, success, error, extra }) {
    return `    ${(0,kopia_text/* timeText */.Tc)(startNs)} (${wholeSeconds(endNs - startNs)}) ${success ? runResultText(extra) : `ERROR: ${error}`}`;
}
function wholeSeconds(ns) {
    return (0,kopia_text/* durationText */.S5)((ns / NS_PER_SECOND) * NS_PER_SECOND);
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
