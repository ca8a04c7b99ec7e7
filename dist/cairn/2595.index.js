export const id = 2595;
export const ids = [2595];
export const modules = {

/***/ 92595:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  maintenanceSet: () => (/* binding */ maintenanceSet)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/maintenance/parameters.js
var parameters = __webpack_require__(55035);
// EXTERNAL MODULE: ./lib/maintenance/schedule.js
var maintenance_schedule = __webpack_require__(36406);
;// CONCATENATED MODULE: ./lib/commands/maintenance-set.js
/** `maintenance set`: owner, intervals and limits. */



const DAY_NS = 86400000000000n;
/** Changes parameters and schedule. Errors: CAIRN_USAGE when nothing is to change or retention and interval do not go together. */
async function setMaintenance(context, repository, change) {
    const before = await (0,parameters/* loadParameters */.p0)(repository);
    const me = `${repository.identity.userName}@${repository.identity.host}`;
    const after = changed(before, change, me);
    const nowNs = repository.clock.nowNs();
    const pausedUntil = ({ pauseNs }) => (pauseNs === undefined ? undefined : nowNs + pauseNs);
    const [quickPausedUntilNs, fullPausedUntilNs] = [pausedUntil(change.quick), pausedUntil(change.full)];
    const isPaused = quickPausedUntilNs !== undefined || fullPausedUntilNs !== undefined;
    if (after === undefined && !isPaused)
        throw new errors/* CairnError */.eb('CAIRN_USAGE', 'no changes specified');
    checkRetention(context, repository, after ?? before);
    if (isPaused) {
        const schedule = (await (0,maintenance_schedule/* loadSchedule */.g7)(repository.care)) ?? maintenance_schedule/* EMPTY_SCHEDULE */.yX;
        await (0,maintenance_schedule/* saveSchedule */.n7)(repository.care, {
            ...schedule,
            nextQuickNs: quickPausedUntilNs ?? schedule.nextQuickNs,
            nextFullNs: fullPausedUntilNs ?? schedule.nextFullNs,
        });
    }
    if (after !== undefined) {
        await (0,parameters/* saveParameters */.Mv)(repository, after);
        await repository.flush(context.signal);
    }
    return { owner: (after ?? before).owner, quickPausedUntilNs, fullPausedUntilNs };
}
/** Undefined when nothing is asked for. */
function changed(before, change, me) {
    const { owner, quick, full, maxLogCount, maxLogAgeNs, maxLogBytes, extendObjectLocks, listParallelism } = change;
    const isLogChanged = maxLogCount !== undefined || maxLogAgeNs !== undefined || maxLogBytes !== undefined;
    const isCycleChanged = (cycle) => cycle.isEnabled !== undefined || cycle.intervalNs !== undefined;
    const isChanged = owner !== undefined ||
        isCycleChanged(quick) ||
        isCycleChanged(full) ||
        isLogChanged ||
        extendObjectLocks !== undefined ||
        listParallelism !== undefined;
    if (!isChanged)
        return undefined;
    const logs = (0,parameters/* effectiveLogRetention */.YY)(before.logRetention);
    return {
        owner: owner === undefined ? before.owner : owner === 'me' ? me : owner,
        quick: changedCycle(before.quick, quick),
        full: changedCycle(before.full, full),
        logRetention: isLogChanged
            ? {
                maxCount: maxLogCount ?? logs.maxCount,
                maxAgeNs: maxLogAgeNs ?? logs.maxAgeNs,
                maxTotalBytes: maxLogBytes ?? logs.maxTotalBytes,
            }
            : before.logRetention,
        extendObjectLocks: extendObjectLocks ?? before.extendObjectLocks,
        listParallelism: listParallelism ?? before.listParallelism,
    };
}
function changedCycle(before, change) {
    return { isEnabled: change.isEnabled ?? before.isEnabled, intervalNs: change.intervalNs ?? before.intervalNs };
}
/** A lock must outlast the pause between two full runs, or blobs would be unlocked before they are locked again. */
function checkRetention(context, repository, parameters) {
    if (!parameters.extendObjectLocks)
        return;
    if (!parameters.full.isEnabled)
        context.log.warning('Object locks will not be extended, because full maintenance is disabled.');
    const retention = repository.facts.blobRetention;
    if (retention === undefined || retention.retentionPeriodNs - parameters.full.intervalNs >= DAY_NS)
        return;
    throw new errors/* CairnError */.eb('CAIRN_USAGE', 'Blobs must be locked for at least 24 hours longer than the time between two runs of full maintenance.', {
        hint: 'Choose a shorter --full-interval, or a longer retention with "cairn repository set-parameters --retention-period".',
    });
}

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/report/kopia-numbers.js
var kopia_numbers = __webpack_require__(49873);
// EXTERNAL MODULE: ./lib/report/kopia-text.js
var kopia_text = __webpack_require__(12452);
// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
;// CONCATENATED MODULE: ./lib/cli/verbs/maintenance-set.js
/** `cairn maintenance set`: each change is said in Kopia's words. */






const MiB = 2 ** 20;
async function maintenanceSet(context, input) {
    const change = changeOf(input);
    await (0,commands_open/* withRepository */.B)(context, {}, async (repository) => {
        const { owner, quickPausedUntilNs, fullPausedUntilNs } = await setMaintenance(context, repository, change);
        for (const line of changeLines(change, owner, (0,kopia_numbers/* sizeTextOf */.Ym)(context.env)))
            context.log.info(line);
        if (quickPausedUntilNs !== undefined)
            context.log.info(`Quick maintenance paused until ${context.times.text(quickPausedUntilNs)}`);
        if (fullPausedUntilNs !== undefined)
            context.log.info(`Full maintenance paused until ${context.times.text(fullPausedUntilNs)}`);
    });
    return 0;
}
function changeOf(input) {
    const maxLogMb = number(input, 'max-retained-log-size-mb');
    const cycle = (name) => ({
        isEnabled: truth(input, `enable-${name}`),
        intervalNs: duration(input, `${name}-interval`),
        pauseNs: duration(input, `pause-${name}`),
    });
    return {
        // Kopia takes an empty owner as none given.
        owner: input.text('owner') || undefined,
        quick: cycle('quick'),
        full: cycle('full'),
        maxLogCount: number(input, 'max-retained-log-count'),
        maxLogAgeNs: duration(input, 'max-retained-log-age'),
        maxLogBytes: maxLogMb === undefined ? undefined : maxLogMb * MiB,
        extendObjectLocks: truth(input, 'extend-object-locks'),
        listParallelism: number(input, 'list-parallelism'),
    };
}
function changeLines(change, owner, size) {
    const lines = [];
    const say = (value, line) => {
        if (value !== undefined)
            lines.push(line(value));
    };
    say(change.owner, () => `Setting maintenance owner to ${owner}`);
    for (const name of ['quick', 'full']) {
        say(change[name].isEnabled, (isEnabled) => `Periodic ${name} maintenance ${isEnabled ? 'enabled' : 'disabled'}.`);
        say(change[name].intervalNs, (ns) => `Interval for ${name} maintenance set to ${(0,kopia_text/* durationText */.S)(ns)}.`);
    }
    say(change.maxLogCount, (value) => `Setting max retained log count to ${value}.`);
    say(change.maxLogAgeNs, (ns) => `Setting max retained log age to ${(0,kopia_text/* durationText */.S)(ns)}.`);
    say(change.maxLogBytes, (bytes) => `Setting total retained log size to ${size(bytes)}.`);
    say(change.listParallelism, (value) => `Setting list parallelism to ${value}.`);
    say(change.extendObjectLocks, (isOn) => `Object Lock extension maintenance ${isOn ? 'enabled' : 'disabled'}.`);
    return lines;
}
/** The last of several counts; CAIRN_USAGE when one is neither true nor false. */
function truth(input, name) {
    const values = input.list(name).map((text) => {
        if (/^(?:1|t|T|true|TRUE|True)$/.test(text))
            return true;
        if (/^(?:0|f|F|false|FALSE|False)$/.test(text))
            return false;
        throw new errors/* CairnError */.eb('CAIRN_USAGE', `--${name} takes true or false, not "${text}".`);
    });
    return values.at(-1);
}
function duration(input, name) {
    const ns = (0,flag_values/* durationFlagNs */.mM)(input, name);
    if (ns === undefined || ns >= 0n)
        return ns;
    throw new errors/* CairnError */.eb('CAIRN_USAGE', `--${name} cannot be negative.`);
}
function number(input, name) {
    const value = (0,flag_values/* integerFlag */.tB)(input, name);
    if (value === undefined || value >= 0)
        return value;
    throw new errors/* CairnError */.eb('CAIRN_USAGE', `--${name} cannot be negative.`);
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
