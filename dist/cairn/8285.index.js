export const id = 8285;
export const ids = [8285];
export const modules = {

/***/ 67014:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ logError)
/* harmony export */ });
/** Logs code, message and hint, as the error that ends a command is printed. */
function logError(log, { code, message, hint }) {
    log.error(`${code}  ${message}${hint === undefined ? '' : `\nhint  ${hint}`}`);
}


/***/ }),

/***/ 34946:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ parseSourcePattern)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _snapshot_target_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86137);
/** What stands for one source or for all of a user: as Kopia reads it where it looks for snapshots. */


/** `user@host:/path`, a local path, or `user@host` and `@host` with an empty path. Errors: CAIRN_USAGE, CAIRN_TARGET_INVALID. */
function parseSourcePattern(text, context, identity) {
    if (text === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', 'A source is empty.');
    const target = (0,_snapshot_target_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTarget */ .h)(text, { ...identity, workingDirectory: context.cwd });
    switch (target.kind) {
        case 'global':
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', 'A source is user@host:/path, a local path, or user@host.');
        case 'host':
            return { userName: '', host: target.host, path: '' };
        case 'user':
            return { userName: target.userName, host: target.host, path: '' };
        case 'path':
            return { userName: target.userName, host: target.host, path: target.path };
    }
}


/***/ }),

/***/ 88285:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  snapshotExpire: () => (/* binding */ snapshotExpire)
});

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/commands/run/outcome.js
var outcome = __webpack_require__(62404);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/policy/effective.js
var effective = __webpack_require__(91487);
// EXTERNAL MODULE: ./lib/policy/target.js
var target = __webpack_require__(95181);
// EXTERNAL MODULE: ./lib/snapshot/expire.js
var expire = __webpack_require__(73033);
// EXTERNAL MODULE: ./lib/snapshot/policies.js
var policies = __webpack_require__(36472);
// EXTERNAL MODULE: ./lib/snapshot/source.js
var source = __webpack_require__(78267);
// EXTERNAL MODULE: ./lib/snapshot/store.js
var store = __webpack_require__(52541);
;// CONCATENATED MODULE: ./lib/commands/snapshot-expire.js
/** `snapshot expire`: applies retention to sources. */







/** Plans, and deletes when asked to, in one commit; sources come in the order of their text. `onPlan` hears of each before it is applied. */
async function expireSnapshots(repository, request, onPlan, onDamaged, signal) {
    const known = await (0,store/* listSources */.rP)(repository);
    const asked = [...(request.sources ?? known)].sort(source/* compareSources */.mr);
    const layers = await (0,policies/* repositoryLayers */.Nj)(repository, signal);
    let deleted = 0;
    for (const source of asked) {
        const below = source.path === '' ? known.filter((one) => isOf(one, source)) : [source];
        if (source.path === '' && below.length === 0) {
            throw new errors/* CairnError */.eb('CAIRN_SNAPSHOT_NOT_FOUND', `There are no snapshots of ${(0,target/* formatSource */.j2)(source)} in the repository.`, {
                hint: 'List the sources with "cairn snapshot list --all".',
            });
        }
        for (const one of below) {
            const decisions = await (0,expire/* planExpire */.v)(repository, one, (0,effective/* effectivePolicy */.Ci)(one, layers).policy, signal, onDamaged);
            onPlan({ source: one, decisions });
            if (request.isDeleting)
                deleted += await (0,expire/* applyRetention */.d)(repository, decisions, signal);
        }
    }
    if (deleted > 0)
        await repository.flush(signal);
}
function isOf(source, owner) {
    return source.host === owner.host && (owner.userName === '' || source.userName === owner.userName);
}

// EXTERNAL MODULE: ./lib/commands/writable.js
var writable = __webpack_require__(53048);
// EXTERNAL MODULE: ./lib/util/plain-text.js
var plain_text = __webpack_require__(11610);
// EXTERNAL MODULE: ./lib/cli/error-lines.js
var error_lines = __webpack_require__(67014);
// EXTERNAL MODULE: ./lib/cli/source-pattern.js
var source_pattern = __webpack_require__(34946);
;// CONCATENATED MODULE: ./lib/cli/verbs/snapshot-expire.js
/** `cairn snapshot expire`: Kopia's messages, and the reasons behind them. */








async function snapshotExpire(context, input) {
    const isDeleting = input.isOn('delete');
    let damaged = 0;
    await (0,commands_open/* withRepository */.B)(context, { maintains: true }, async (repository) => {
        if (isDeleting)
            (0,writable/* requireWritable */.i)(repository);
        const sources = input.isOn('all')
            ? undefined
            : input.arguments('path').map((text) => (0,source_pattern/* parseSourcePattern */.l)(text, context, repository.identity));
        await expireSnapshots(repository, { sources, isDeleting }, (plan) => show(context, plan, isDeleting), (error) => {
            damaged++;
            (0,error_lines/* logError */.v)(context.log, (0,outcome/* reportedError */.kF)(error));
        }, context.signal);
    });
    return damaged > 0 ? outcome/* EXIT_CODES */.ai.damage : 0;
}
function show(context, { source, decisions }, isDeleting) {
    const { info } = context.log;
    const expired = decisions.filter(({ isExpired }) => isExpired).length;
    const name = (0,plain_text/* visibleText */.Q)((0,target/* formatSource */.j2)(source));
    if (expired === 0) {
        info(`Nothing to delete for ${name}.`);
        return;
    }
    for (const { snapshot, reasons, isExpired } of decisions) {
        const pins = snapshot.pins.length === 0 ? '' : ` pins: [${snapshot.pins.map(plain_text/* visibleText */.Q).join(',')}]`;
        const time = context.times.text(snapshot.startTimeNs);
        info(isExpired ? `  deleting ${time} ${snapshot.id}` : `  keeping ${time} ${snapshot.id} retention: [${reasons.join(',')}]${pins}`);
    }
    info(isDeleting
        ? `Deleted ${expired} snapshots of ${name}...`
        : `${expired} snapshot(s) of ${name} would be deleted. Pass --delete to do it.`);
}


/***/ }),

/***/ 53048:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ requireWritable)
/* harmony export */ });
/* harmony import */ var _repo_content_content_manager_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46081);
/** Refuses to begin what could not be written. */

/** Throws CAIRN_REPOSITORY_READONLY before a command says what it is about to change. */
function requireWritable({ isReadOnly }) {
    if (isReadOnly)
        throw (0,_repo_content_content_manager_js__WEBPACK_IMPORTED_MODULE_0__/* .readOnly */ .T)();
}


/***/ }),

/***/ 91487:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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

/***/ 73033:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ applyRetention),
/* harmony export */   v: () => (/* binding */ planExpire)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _retention_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16834);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52541);
/** Carrying out retention: forgetting the snapshots that a plan says are expired. */



/** The decisions about all snapshots of a source under its effective policy. A snapshot that cannot be read is neither kept nor expired. */
async function planExpire(repository, source, policy, signal, onDamaged = () => { }) {
    return (0,_retention_js__WEBPACK_IMPORTED_MODULE_1__/* .planRetention */ .S)(await (0,_store_js__WEBPACK_IMPORTED_MODULE_2__/* .listSnapshots */ .jQ)(repository, source, signal, onDamaged), policy.retention);
}
/** Deletes the manifests of the expired snapshots and returns how many there were; data stays until maintenance. */
async function applyRetention(repository, decisions, signal) {
    const expired = decisions.filter((decision) => decision.isExpired);
    for (const { snapshot } of expired) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        await (0,_store_js__WEBPACK_IMPORTED_MODULE_2__/* .deleteSnapshot */ .Cj)(repository, snapshot.id);
    }
    return expired.length;
}


/***/ }),

/***/ 36472:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ compactReasons),
  S: () => (/* binding */ planRetention)
});

// EXTERNAL MODULE: ./lib/util/time-zone.js
var time_zone = __webpack_require__(60726);
// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(99252);
;// CONCATENATED MODULE: ./lib/snapshot/retention-time.js
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
function planRetention(snapshots, policy, zone = time_zone/* utcZone */.xH) {
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


/***/ }),

/***/ 86137:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ parseSource),
/* harmony export */   h: () => (/* binding */ parseTarget)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/** Targets and sources as typed on the command line (docs/repository-format.md, "Policy targets"). */


/**
 * `(global)`, `@host`, `user@host`, `user@host:/path`, or a local path, which gets the local user and host.
 * Throws CAIRN_TARGET_INVALID when the host is missing.
 */
function parseTarget(text, local) {
    if (text === '(global)')
        return { kind: 'global' };
    const at = identityEnd(text);
    const colon = text.indexOf(':');
    if (at > 0 && colon > at)
        return targetOf(text.slice(0, at), text.slice(at + 1, colon), text.slice(colon + 1));
    if (at >= 0 && colon < 0) {
        if (at + 1 === text.length)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_TARGET_INVALID', `"${text}" names no host.`, {
                hint: 'A target is (global), @host, user@host, user@host:/path or a local path.',
            });
        return targetOf(text.slice(0, at), text.slice(at + 1), '');
    }
    return { kind: 'path', ...localSource(text, local) };
}
/** A source: `user@host:/path` or a local path, whose name may well hold an `@`. */
function parseSource(text, local) {
    const at = identityEnd(text);
    const colon = text.indexOf(':', at + 1);
    if (at > 0 && colon > at)
        return { userName: text.slice(0, at), host: text.slice(at + 1, colon), path: text.slice(colon + 1) };
    return localSource(text, local);
}
/** Where the user name of an identity ends; an `@` behind a slash is part of a path. */
function identityEnd(text) {
    const at = text.indexOf('@');
    return /[/\\]/.test(text.slice(0, Math.max(at, 0))) ? -1 : at;
}
function localSource(text, { userName, host, workingDirectory }) {
    return { userName, host, path: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workingDirectory, text) };
}
function targetOf(userName, host, path) {
    if (path !== '')
        return { kind: 'path', userName, host, path };
    if (userName !== '')
        return { kind: 'user', userName, host };
    return host === '' ? { kind: 'global' } : { kind: 'host', host };
}


/***/ })

};
