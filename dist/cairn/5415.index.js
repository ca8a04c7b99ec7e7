export const id = 5415;
export const ids = [5415];
export const modules = {

/***/ 91487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ indexLayers),
/* harmony export */   Ci: () => (/* binding */ effectivePolicy),
/* harmony export */   K2: () => (/* binding */ effectivePolicyOfTarget),
/* harmony export */   fy: () => (/* binding */ effectiveAt),
/* harmony export */   uh: () => (/* binding */ layersAt),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* unused harmony exports orderOfAuthority, isNoHook */
/* harmony import */ var _merge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59014);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95181);


/** Groups layers by origin and target; layers of one place keep their order. */
function indexLayers(layers) {
    const index = new Map();
    for (const layer of layers) {
        const key = indexKey(layer.origin, layer.target);
        const list = index.get(key);
        if (list === undefined)
            index.set(key, [layer]);
        else
            list.push(layer);
    }
    return index;
}
/** The effective policy of a source: its path, the paths above, user, host and global of the policy file, then of the repository. */
function effectivePolicy(source, layers, options = {}) {
    return effectiveAt({ kind: 'path', ...source }, indexLayers(layers), options);
}
/** The same for any target, as `policy show` needs it. */
function effectivePolicyOfTarget(target, layers) {
    return effectiveAt(target, indexLayers(layers), {});
}
/** The effective policy of one target from indexed layers. */
function effectiveAt(target, index, options) {
    const ordered = orderOfAuthority(target, index);
    const merging = ordered.map((layer) => ({ policy: layer.policy, origin: originOf(layer) }));
    if (options.override !== undefined)
        merging.unshift({ policy: options.override, origin: { kind: 'override' } });
    const merged = (0,_merge_js__WEBPACK_IMPORTED_MODULE_0__/* .mergePolicies */ .$p)(merging);
    const applied = ordered.slice(0, merged.applied - (merging.length - ordered.length));
    const origins = new Map(merged.origins);
    const actions = {};
    const hooks = resolveHooks(target, applied, origins, actions);
    const files = applied.filter((layer) => layer.origin === 'policy-file');
    return {
        policy: Object.keys(actions).length > 0 ? { ...merged.policy, actions } : merged.policy,
        hooks,
        origins,
        includeGit: files.find((layer) => layer.includeGit !== undefined)?.includeGit ?? false,
        keepTimes: files.find((layer) => layer.keepTimes !== undefined)?.keepTimes,
    };
}
/** Layers that apply to a target, in the order in which they win. */
function orderOfAuthority(target, index) {
    const chain = targetChain(target);
    return ['policy-file', 'repository'].flatMap((origin) => chain.flatMap((one) => index.get(indexKey(origin, one)) ?? []));
}
/** Layers that stand at exactly this target, the policy file's first. */
function layersAt(target, index) {
    return ['policy-file', 'repository'].flatMap((origin) => index.get(indexKey(origin, target)) ?? []);
}
/** Where the values of a layer come from. */
function originOf(layer) {
    return { kind: layer.origin, target: (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(layer.target) };
}
/** Whether a hook is the `none` of the policy file. */
function isNoHook(hook) {
    return hook.every((step) => step.program.kind === 'none');
}
function resolveHooks(target, applied, origins, actions) {
    const hooks = {};
    const take = (name, layer) => {
        const hook = layer?.hooks[name];
        if (layer === undefined || hook === undefined)
            return;
        origins.set(`actions.${name}`, originOf(layer));
        if (!isNoHook(hook))
            hooks[name] = hook;
        const native = layer.policy.actions?.[name];
        if (native !== undefined)
            actions[name] = native;
    };
    const before = applied.findIndex((layer) => layer.hooks.beforeSnapshotRoot !== undefined);
    const after = applied.findIndex((layer) => layer.hooks.afterSnapshotRoot !== undefined);
    const replaced = applied[before]?.hooks.beforeSnapshotRoot;
    take('beforeSnapshotRoot', applied[before]);
    // The partner of a before-hook that `none` replaced would clean up what was never made.
    if (replaced === undefined || !isNoHook(replaced) || after <= before)
        take('afterSnapshotRoot', applied[after]);
    // Also beside `noParent`, where Kopia leaves them out in silence (docs/hooks.md, "Differences from Kopia").
    const key = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(target);
    const own = applied.filter((layer) => (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(layer.target) === key);
    for (const name of ['beforeFolder', 'afterFolder']) {
        take(name, own.find((layer) => layer.hooks[name] !== undefined));
    }
    return hooks;
}
/** The target itself, its parent paths, then user, host and global. */
function targetChain(target) {
    const chain = [];
    if (target.kind === 'path') {
        const { userName, host } = target;
        for (let path = target.path; path !== undefined; path = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .parentPath */ .yl)(path)) {
            chain.push({ kind: 'path', userName, host, path });
        }
    }
    if (target.kind === 'path' || target.kind === 'user')
        chain.push({ kind: 'user', userName: target.userName, host: target.host });
    if (target.kind !== 'global')
        chain.push({ kind: 'host', host: target.host });
    chain.push({ kind: 'global' });
    return chain;
}
function indexKey(origin, target) {
    return `${origin} ${(0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(target)}`;
}


/***/ }),

/***/ 18942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ nativeHooks),
/* harmony export */   M: () => (/* binding */ NATIVE_TIMEOUT_SECONDS)
/* harmony export */ });
/** Seconds that a stored hook without a timeout may take. */
const NATIVE_TIMEOUT_SECONDS = 180;
/** The hooks of a stored policy: a mode that is absent or unknown is optional, a timeout that is absent or 0 is 180 s. */
function nativeHooks(actions, origin) {
    const set = {};
    for (const name of ['beforeSnapshotRoot', 'afterSnapshotRoot', 'beforeFolder', 'afterFolder']) {
        const action = actions?.[name];
        if (action !== undefined)
            set[name] = [nativeHook(action, origin, name.startsWith('before'))];
    }
    return set;
}
function nativeHook(action, origin, isBefore) {
    const mode = action.mode === 'essential' || action.mode === 'async' ? action.mode : 'optional';
    return {
        program: nativeProgram(action),
        mode,
        timeoutSeconds: action.timeout || NATIVE_TIMEOUT_SECONDS,
        origin,
        // Nobody waits for the output of an async hook.
        capturesRedirect: isBefore && mode !== 'async',
    };
}
/** A script wins over a path; an action with neither is the empty command, which fails when it runs. */
function nativeProgram(action) {
    if (action.script !== undefined && action.script !== '')
        return { kind: 'script', script: action.script };
    return { kind: 'command', argv: [action.path ?? '', ...(action.args ?? [])] };
}


/***/ }),

/***/ 36472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nj: () => (/* binding */ repositoryLayers),
/* harmony export */   Wu: () => (/* binding */ POLICY_TYPE),
/* harmony export */   hP: () => (/* binding */ targetFromLabels),
/* harmony export */   i6: () => (/* binding */ findPolicy),
/* harmony export */   jP: () => (/* binding */ setPolicy),
/* harmony export */   jm: () => (/* binding */ listPolicies),
/* harmony export */   pX: () => (/* binding */ removePolicy)
/* harmony export */ });
/* unused harmony exports policyLabels, storedLayer */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _policy_native_hooks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18942);
/* harmony import */ var _policy_native_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76322);
/* harmony import */ var _policy_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95181);
/** Policy manifests of a repository: read as layers, written in Kopia's form (docs/repository-format.md, "Policy targets"). */




/** Value of the `type` label of policy manifests. */
const POLICY_TYPE = 'policy';
/** Labels of the policy of a target. */
function policyLabels(target) {
    switch (target.kind) {
        case 'global':
            return { type: POLICY_TYPE, policyType: 'global' };
        case 'host':
            return { type: POLICY_TYPE, policyType: 'host', hostname: target.host };
        case 'user':
            return { type: POLICY_TYPE, policyType: 'user', username: target.userName, hostname: target.host };
        case 'path':
            return { type: POLICY_TYPE, policyType: 'path', username: target.userName, hostname: target.host, path: target.path };
    }
}
/** The target that labels name, or undefined when they are not those of a policy. */
function targetFromLabels(labels) {
    const { policyType, hostname: host = '', username: userName = '', path = '' } = labels;
    switch (policyType) {
        case 'global':
            return { kind: 'global' };
        case 'host':
            return { kind: 'host', host };
        case 'user':
            return { kind: 'user', userName, host };
        case 'path':
            return { kind: 'path', userName, host, path };
        default:
            return undefined;
    }
}
/** All policies, oldest first; of two at one target the newest is last. Throws CAIRN_POLICY_DAMAGED. */
async function listPolicies(repository, signal) {
    const policies = [];
    for (const entry of await repository.manifests.find({ type: POLICY_TYPE })) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        const target = targetFromLabels(entry.labels);
        const policy = target === undefined ? undefined : await readPolicy(repository, entry);
        if (target !== undefined && policy !== undefined)
            policies.push({ id: entry.id, target, policy, modifiedNs: entry.modifiedNs });
    }
    return policies;
}
/** All policies of the repository as layers for the merge. Throws CAIRN_POLICY_DAMAGED. */
async function repositoryLayers(repository, signal) {
    return (await listPolicies(repository, signal)).map(({ target, policy }) => storedLayer(target, policy));
}
/** A stored policy as a layer. */
function storedLayer(target, policy) {
    const hooks = (0,_policy_native_hooks_js__WEBPACK_IMPORTED_MODULE_2__/* .nativeHooks */ .E)(policy.actions, { kind: 'repository', target: (0,_policy_target_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTarget */ .P4)(target) });
    return { target, origin: 'repository', policy, hooks };
}
/** The policy stored for exactly this target, the newest when there are several; undefined when there is none. */
async function findPolicy(repository, target) {
    const entry = (await repository.manifests.find(policyLabels(target))).at(-1);
    const policy = entry === undefined ? undefined : await readPolicy(repository, entry);
    return entry === undefined || policy === undefined ? undefined : { id: entry.id, target, policy, modifiedNs: entry.modifiedNs };
}
/** Replaces the policy of a target; returns the ID of the new manifest. Throws CAIRN_TARGET_INVALID for a path that ends in a separator. */
async function setPolicy(repository, target, policy) {
    if (target.kind === 'path' && (0,_policy_target_js__WEBPACK_IMPORTED_MODULE_3__/* .hasTrailingSeparator */ .S3)(target.path))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_TARGET_INVALID', `The path of ${(0,_policy_target_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTarget */ .P4)(target)} ends in a separator.`, {
            hint: 'Write the path without the slash at its end.',
        });
    await removePolicy(repository, target);
    return repository.manifests.put(policyLabels(target), (0,_policy_native_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodePolicy */ .D1)(policy));
}
/** Removes the policy of a target; returns whether there was one. */
async function removePolicy(repository, target) {
    const entries = await repository.manifests.find(policyLabels(target));
    for (const entry of entries)
        await repository.manifests.delete(entry.id);
    return entries.length > 0;
}
async function readPolicy(repository, entry) {
    const found = await repository.manifests.get(entry.id);
    if (found === undefined)
        return undefined;
    const parsed = (0,_policy_native_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePolicyText */ .XL)(found.json);
    if ((0,_policy_native_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isPolicyProblem */ .Eo)(parsed)) {
        const where = parsed.path === '' ? 'it is not' : `${parsed.path} is not`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_POLICY_DAMAGED', `The stored policy ${entry.id} cannot be read: ${where} ${parsed.expected}.`, {
            hint: `Look at it with "cairn manifest show ${entry.id}", then set or delete the policy.`,
        });
    }
    return parsed.policy;
}


/***/ }),

/***/ 16834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ compactReasons),
  S: () => (/* binding */ planRetention)
});

// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(99252);
;// CONCATENATED MODULE: ./lib/snapshot/retention-time.js
/** Calendar arithmetic of retention: cutoffs and ISO weeks follow a time zone, everything else is UTC (docs/repository-format.md, "Retention"). */
/** UTC, the zone that Cairn works in. */
const utcZone = () => 0;
/** A zone by its IANA name, from the runtime's own tables. Throws RangeError for a name that does not exist. */
function namedZone(name) {
    const format = new Intl.DateTimeFormat('en-US', {
        timeZone: name,
        hourCycle: 'h23',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
    });
    return (utcMs) => {
        const parts = Object.fromEntries(format.formatToParts(utcMs).map(({ type, value }) => [type, value]));
        const at = (type) => Number(parts[type]);
        const local = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
        return Math.round((local - Math.floor(utcMs / 1000) * 1000) / 60_000);
    };
}
const MS = 1000000n;
const MINUTE_MS = 60_000;
/** The same local time `count` years earlier; 29 February becomes 1 March. */
function yearsBefore(ns, count, zone) {
    return shift(ns, zone, (local) => local.setUTCFullYear(local.getUTCFullYear() - count));
}
/** The same local time `count` months earlier; a day that the month does not have runs over into the next. */
function monthsBefore(ns, count, zone) {
    return shift(ns, zone, (local) => local.setUTCMonth(local.getUTCMonth() - count));
}
/** The same local time `count` days earlier, which is not always a multiple of 24 hours. */
function daysBefore(ns, count, zone) {
    return shift(ns, zone, (local) => local.setUTCDate(local.getUTCDate() - count));
}
/** Exactly `count` seconds earlier. */
function secondsBefore(ns, count) {
    return ns - BigInt(count) * 1000000000n;
}
/** Local ISO year and week as `2025-03`. */
function isoWeek(ns, zone) {
    const utcMs = floorMs(ns);
    const day = new Date(utcMs + zone(utcMs) * MINUTE_MS);
    // The week belongs to the year that its Thursday is in.
    day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
    const year = day.getUTCFullYear();
    const week = Math.floor((day.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 / 7) + 1;
    return `${String(year).padStart(4, '0')}-${String(week).padStart(2, '0')}`;
}
/** Undefined when the result is outside what a date can hold: such a cutoff excludes nothing. */
function shift(ns, zone, change) {
    const utcMs = floorMs(ns);
    const local = new Date(utcMs + zone(utcMs) * MINUTE_MS);
    change(local);
    const localMs = local.getTime();
    if (Number.isNaN(localMs))
        return undefined;
    return BigInt(toUtc(localMs, zone)) * MS + (ns - BigInt(utcMs) * MS);
}
/** Local time to UTC as Go resolves it: the offset at the local time read as UTC, corrected once. */
function toUtc(localMs, zone) {
    const guess = zone(localMs);
    return guess === 0 ? localMs : localMs - zone(localMs - guess * MINUTE_MS) * MINUTE_MS;
}
function floorMs(ns) {
    return Number(ns >= 0n ? ns / MS : -((-ns + MS - 1n) / MS));
}

;// CONCATENATED MODULE: ./lib/snapshot/retention.js


const INCOMPLETE_AGE_NS = 4n * 3600n * 1000000000n;
const INCOMPLETE_COUNT = 3;
/** Decides about all snapshots of one source; the decisions come newest first. */
function planRetention(snapshots, policy, zone = utcZone) {
    const sorted = [...snapshots].sort(newestFirst);
    const newestComplete = sorted.find((snapshot) => !isIncomplete(snapshot));
    const newest = sorted[0];
    if (newest === undefined)
        return [];
    const units = newestComplete === undefined ? [] : retentionUnits(policy ?? {}, newestComplete.startTimeNs, zone);
    const taken = new Set();
    let isBeforeComplete = true;
    return sorted.map((snapshot, index) => {
        const reasons = [];
        if (!isIncomplete(snapshot)) {
            isBeforeComplete = false;
            reasons.push(...reasonsOf(snapshot, index, units, taken));
        }
        else if (isBeforeComplete) {
            isBeforeComplete = newest.startTimeNs - snapshot.startTimeNs < INCOMPLETE_AGE_NS || index < INCOMPLETE_COUNT;
            if (isBeforeComplete)
                reasons.push('incomplete');
        }
        return { snapshot, reasons, isExpired: reasons.length === 0 && snapshot.pins.length === 0 };
    });
}
/** The order in which units claim periods; reasons are shown in another one. */
function retentionUnits(policy, newestNs, zone) {
    const { keepLatest, keepHourly = 0, keepDaily = 0, keepWeekly = 0, keepMonthly = 0, keepAnnual = 0 } = policy;
    // When every number is zero nothing would be left: then everything is.
    const isAllZero = (keepLatest ?? 0) + keepHourly + keepDaily + keepWeekly + keepMonthly + keepAnnual === 0;
    const units = [
        unit('latest', isAllZero ? Number.POSITIVE_INFINITY : keepLatest, () => undefined, (_, index) => String(index)),
        unit('annual', policy.keepAnnual, (n) => yearsBefore(newestNs, n, zone), (ns) => utcText(ns, 4)),
        unit('monthly', policy.keepMonthly, (n) => monthsBefore(newestNs, n, zone), (ns) => utcText(ns, 7)),
        unit('weekly', policy.keepWeekly, (n) => daysBefore(newestNs, 7 * n, zone), (ns) => isoWeek(ns, zone)),
        unit('daily', policy.keepDaily, (n) => daysBefore(newestNs, n, zone), (ns) => utcText(ns, 10)),
        unit('hourly', policy.keepHourly, (n) => secondsBefore(newestNs, 3600 * n), (ns) => utcText(ns, 13).replace('T', ' ')),
    ];
    return units.filter((one) => one !== undefined);
}
function unit(name, max, cutoff, period) {
    return max === undefined ? undefined : { name, max, cutoffNs: cutoff(max), period, used: 0 };
}
const SHOWN_ORDER = ['latest', 'hourly', 'daily', 'weekly', 'monthly', 'annual'];
function reasonsOf(snapshot, index, units, taken) {
    const numbers = new Map();
    for (const one of units) {
        if (one.cutoffNs !== undefined && snapshot.startTimeNs < one.cutoffNs)
            continue;
        // A month 2025-03 and a week 2025-03 are the same period for Kopia, so one set serves all units.
        const period = one.period(snapshot.startTimeNs, index);
        if (taken.has(period) || one.used >= one.max)
            continue;
        taken.add(period);
        one.used++;
        numbers.set(one.name, one.used);
    }
    return SHOWN_ORDER.flatMap((name) => (numbers.has(name) ? [`${name}-${numbers.get(name)}`] : []));
}
function utcText(ns, length) {
    return (0,timestamp/* formatTimestamp */.E)(ns).slice(0, length);
}
function isIncomplete(snapshot) {
    return snapshot.incomplete !== undefined && snapshot.incomplete !== '';
}
function newestFirst(a, b) {
    const difference = b.startTimeNs - a.startTimeNs || b.endTimeNs - a.endTimeNs;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
/** Reasons of merged rows, runs of numbers drawn together: `latest-1..3`. */
function compactReasons(reasons) {
    const byUnit = new Map();
    const plain = new Set();
    for (const reason of reasons) {
        const match = /^(.+)-(\d+)$/.exec(reason);
        const name = match?.[1];
        if (name === undefined)
            plain.add(reason);
        else
            byUnit.set(name, [...(byUnit.get(name) ?? []), Number(match?.[2])]);
    }
    const names = [...byUnit.keys()].sort((a, b) => SHOWN_ORDER.indexOf(a) - SHOWN_ORDER.indexOf(b));
    return [...names.flatMap((name) => runs(name, byUnit.get(name) ?? [])), ...plain];
}
function runs(name, numbers) {
    const sorted = [...new Set(numbers)].sort((a, b) => a - b);
    const out = [];
    for (let i = 0; i < sorted.length;) {
        let end = i;
        while (sorted[end + 1] === (sorted[end] ?? 0) + 1)
            end++;
        out.push(end === i ? `${name}-${sorted[i]}` : `${name}-${sorted[i]}..${sorted[end]}`);
        i = end + 1;
    }
    return out;
}


/***/ })

};
