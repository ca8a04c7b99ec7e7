export const id = 2864;
export const ids = [2864];
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

/***/ 12864:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseTags: () => (/* binding */ parseTags),
  snapshotList: () => (/* binding */ snapshotList)
});

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/commands/run/outcome.js
var outcome = __webpack_require__(62404);
// EXTERNAL MODULE: ./lib/policy/effective.js
var effective = __webpack_require__(91487);
// EXTERNAL MODULE: ./lib/policy/target.js
var target = __webpack_require__(95181);
// EXTERNAL MODULE: ./lib/snapshot/policies.js
var policies = __webpack_require__(36472);
// EXTERNAL MODULE: ./lib/snapshot/retention.js + 1 modules
var snapshot_retention = __webpack_require__(16834);
// EXTERNAL MODULE: ./lib/snapshot/source.js
var snapshot_source = __webpack_require__(78267);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/snapshot/tree.js
var tree = __webpack_require__(51290);
;// CONCATENATED MODULE: ./lib/snapshot/storage-stats.js
/** What snapshots take up in the repository: what each adds to those before it, and their sum. */


const NAMES = ['objectBytes', 'originalContentBytes', 'packedContentBytes', 'fileObjects', 'dirObjects', 'contents'];
/** The statistics of each snapshot, in the given order. Throws what reading objects throws. */
async function* storageStats(sources, snapshots, signal) {
    const seen = { objects: new Set(), contents: new Set() };
    const total = nothing();
    for (const { rootEntry } of snapshots) {
        const newData = nothing();
        if (rootEntry !== undefined)
            await addTree(sources, rootEntry, seen, newData, signal);
        for (const name of NAMES)
            total[name] += newData[name];
        yield { newData, runningTotal: { ...total } };
    }
}
function nothing() {
    return { objectBytes: 0, originalContentBytes: 0, packedContentBytes: 0, fileObjects: 0, dirObjects: 0, contents: 0 };
}
async function addTree(sources, root, seen, usage, signal) {
    for await (const event of (0,tree/* walkTree */.Ir)(sources.objects, root, signal)) {
        if (event.kind === 'unreadable')
            throw event.error;
        if (event.kind !== 'enter' && event.kind !== 'entry')
            continue;
        const { objectId, size } = event.entry;
        if (seen.objects.has(objectId)) {
            if (event.kind === 'enter')
                event.skip();
            continue;
        }
        seen.objects.add(objectId);
        if (event.kind === 'enter')
            usage.dirObjects++;
        else {
            usage.fileObjects++;
            usage.objectBytes += size;
        }
        await addContents(sources, objectId, event.kind === 'entry', seen, usage, signal);
    }
}
async function addContents({ objects, lengthsOf }, objectId, countsBytes, seen, usage, signal) {
    for (const id of await objects.contentsOf(objectId)) {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        if (seen.contents.has(id))
            continue;
        seen.contents.add(id);
        usage.contents++;
        if (!countsBytes)
            continue;
        const { originalLength, packedLength } = await lengthsOf(id);
        usage.originalContentBytes += originalLength;
        usage.packedContentBytes += packedLength;
    }
}

// EXTERNAL MODULE: ./lib/snapshot/store.js
var store = __webpack_require__(52541);
;// CONCATENATED MODULE: ./lib/commands/snapshot-list.js
/** Lists snapshots with the reasons for which retention keeps them. */








/** The snapshots that `options` ask for; those whose manifest cannot be read are left out and `onDamaged` hears of them. */
async function listSnapshotGroups(repository, options, onDamaged, signal) {
    const all = await (0,store/* listSnapshots */.jQ)(repository, undefined, signal, onDamaged);
    const layers = await (0,policies/* repositoryLayers */.Nj)(repository, signal);
    const found = all.filter((manifest) => isWanted(manifest, options));
    const { owner } = options;
    const wanted = owner === undefined ? found : found.filter(({ source }) => source.host === owner.host && source.userName === owner.userName);
    const sources = new Map(wanted.map((manifest) => [(0,target/* formatSource */.j2)(manifest.source), manifest.source]));
    const groups = [];
    for (const source of [...sources.values()].sort(snapshot_source/* compareSources */.mr)) {
        const ofSource = wanted.filter((manifest) => (0,snapshot_source/* isSameSource */.E6)(manifest.source, source));
        groups.push({ source, snapshots: await listGroup(repository, options, layers, ofSource, signal) });
    }
    return { groups, foundCount: found.length };
}
async function listGroup(repository, options, layers, ofSource, signal) {
    const ordered = options.isReversed ? [...ofSource].reverse() : ofSource;
    const shown = options.maxResults > 0 ? ordered.slice(-options.maxResults) : ordered;
    const [first] = shown;
    if (first === undefined)
        return [];
    const retention = (0,effective/* effectivePolicy */.Ci)(first.source, layers).policy.retention;
    const decisions = (0,snapshot_retention/* planRetention */.S)(options.retainsOnlyShown ? shown : ofSource, retention);
    const reasons = new Map(decisions.map((decision) => [decision.snapshot.id, decision.reasons]));
    const usage = options.usage === undefined ? undefined : storageStats(options.usage, shown, signal);
    const listed = [];
    for (const manifest of shown) {
        const entry = options.findsEntries ? await entryAt(repository, manifest, options.source) : (manifest.rootEntry ?? NO_ROOT);
        const next = await usage?.next();
        listed.push({ manifest, reasons: reasons.get(manifest.id) ?? [], entry, usage: next?.done === false ? next.value : undefined });
    }
    return listed;
}
function isWanted(manifest, { source, tags }) {
    if (!Object.entries(tags).every(([key, value]) => manifest.tags[`tag:${key}`] === value))
        return false;
    if (source === undefined)
        return true;
    const own = manifest.source;
    // Without a path nothing is named, as in Kopia.
    if (source.path === '' || own.host !== source.host || own.userName !== source.userName)
        return false;
    return (0,target/* relativeAt */.Qz)(own.path, source.path) !== undefined;
}
const NO_ROOT = 'the snapshot has no root entry';
async function entryAt(repository, manifest, source) {
    const relative = source === undefined ? '' : ((0,target/* relativeAt */.Qz)(manifest.source.path, source.path) ?? '');
    let entry = manifest.rootEntry;
    if (entry === undefined)
        return NO_ROOT;
    for (const name of relative.split('/').filter((part) => part !== '')) {
        if (entry.type !== 'd')
            return `entry not found "${name}": parent is not a directory`;
        let child;
        try {
            child = await (0,tree/* findChild */.cf)(repository.objects, entry, name);
        }
        catch (error) {
            if ((0,tree/* isObjectError */.EX)(error))
                return error.message;
            throw error;
        }
        if (child === undefined)
            return 'error reading directory: entry not found';
        entry = child;
    }
    return entry;
}

// EXTERNAL MODULE: ./lib/report/kopia-numbers.js
var kopia_numbers = __webpack_require__(49873);
// EXTERNAL MODULE: ./lib/report/kopia-text.js
var kopia_text = __webpack_require__(12452);
// EXTERNAL MODULE: ./lib/snapshot/manifest.js
var snapshot_manifest = __webpack_require__(7135);
// EXTERNAL MODULE: ./lib/util/indent-json.js
var indent_json = __webpack_require__(95743);
// EXTERNAL MODULE: ./lib/util/plain-text.js
var plain_text = __webpack_require__(11610);
// EXTERNAL MODULE: ./lib/cli/error-lines.js
var error_lines = __webpack_require__(67014);
// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
// EXTERNAL MODULE: ./lib/cli/harmless.js
var harmless = __webpack_require__(53807);
// EXTERNAL MODULE: ./lib/cli/source-pattern.js
var source_pattern = __webpack_require__(34946);
;// CONCATENATED MODULE: ./lib/cli/verbs/snapshot-list.js
/** `cairn snapshot list`: Kopia's text and JSON. */















async function snapshotList(context, input) {
    const maxResults = Math.max(0, (0,flag_values/* integerFlag */.tB)(input, 'max-results') ?? 0);
    const tags = parseTags(input.list('tags'));
    let damaged = 0;
    await (0,commands_open/* withRepository */.B)(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
        const path = input.argument('source');
        const isJson = input.isOn('json');
        const options = {
            source: path === undefined ? undefined : (0,source_pattern/* parseSourcePattern */.l)(path, context, repository.identity),
            owner: isJson || input.isOn('all') ? undefined : repository.identity,
            tags,
            maxResults,
            isReversed: input.isOn('reverse'),
            retainsOnlyShown: isJson,
            findsEntries: !isJson,
            usage: input.isOn('storage-stats') ? usageSources(repository) : undefined,
        };
        const onDamaged = (error) => {
            damaged++;
            (0,error_lines/* logError */.v)(context.log, (0,outcome/* reportedError */.kF)(error));
        };
        const { groups, foundCount } = await listSnapshotGroups(repository, options, onDamaged, context.signal);
        for (const { error } of await repository.care.damage())
            onDamaged(error);
        if (isJson)
            return printJson(context, input, groups);
        for (const [index, group] of groups.entries())
            printGroup(context, input, group, index > 0);
        if (groups.length === 0 && foundCount > 0)
            context.log.info('No snapshots found. Pass --all to show snapshots from all users/hosts.');
    });
    return damaged > 0 ? outcome/* EXIT_CODES */.ai.damage : 0;
}
/** Tags given as `key:value`, split at the first colon. */
function parseTags(texts) {
    const tags = new Map();
    for (const text of texts) {
        const colon = text.indexOf(':');
        if (colon < 0)
            throw new errors/* CairnError */.eb('CAIRN_USAGE', `The tag "${text}" is not of the form key:value.`);
        const key = text.slice(0, colon);
        if (tags.has(key))
            throw new errors/* CairnError */.eb('CAIRN_USAGE', `The tag "${key}" is given twice.`);
        tags.set(key, text.slice(colon + 1));
    }
    return Object.fromEntries(tags);
}
function usageSources({ objects, care }) {
    return { objects, lengthsOf: (id) => care.contents.find(id) };
}
function printJson(context, input, groups) {
    const isIndented = input.isOn('json-indent');
    const items = groups
        .flatMap((group) => group.snapshots)
        .map(({ manifest, reasons, usage }) => {
        const retentionReasons = input.choice('retention') === false ? [] : reasons;
        const json = (0,snapshot_manifest/* showSnapshotManifest */.JM)(manifest, { retentionReasons, storageStats: usage === undefined ? undefined : usageJson(usage) });
        return isIndented ? (0,indent_json/* indentJson */.h)(json) : `\n ${json}`;
    });
    context.print(`[${items.join(',')}${isIndented ? '' : '\n'}]`);
}
function usageJson({ newData, runningTotal }) {
    return { newData: { ...newData }, runningTotal: { ...runningTotal } };
}
function printGroup(context, input, group, isSeparated) {
    if (isSeparated)
        context.print('');
    (0,harmless/* printText */.n)(context, (0,plain_text/* visibleText */.Q)((0,target/* formatSource */.j2)(group.source)));
    const sizeText = (0,kopia_numbers/* sizeTextOf */.Ym)(context.env);
    const rows = [];
    let lastBytes = 0;
    for (const listed of group.snapshots) {
        const { manifest, entry } = listed;
        if (typeof entry === 'string')
            (0,harmless/* printText */.n)(context, `  ${context.times.text(manifest.startTimeNs)} <ERROR> ${(0,plain_text/* visibleText */.Q)(entry)}`);
        if (typeof entry === 'string' || (manifest.incomplete !== undefined && !input.isOn('incomplete')))
            continue;
        const row = {
            firstNs: manifest.startTimeNs,
            lastNs: manifest.startTimeNs,
            count: 1,
            objectId: entry.objectId,
            bits: bitsOf(input, listed, entry, sizeText, lastBytes, context.times),
            reasons: listed.reasons,
            pins: manifest.pins,
        };
        if (manifest.incomplete === undefined)
            lastBytes = manifest.stats.totalSize;
        const last = rows.at(-1);
        if (last !== undefined && last.objectId === row.objectId && !input.isOn('show-identical')) {
            last.count++;
            last.lastNs = row.lastNs;
            last.reasons = [...last.reasons, ...row.reasons];
            last.pins = [...new Set([...last.pins, ...row.pins])].sort();
        }
        else
            rows.push(row);
    }
    for (const row of rows) {
        const bits = [...row.bits];
        const reasons = input.isOn('show-identical') ? row.reasons : (0,snapshot_retention/* compactReasons */.n)(row.reasons);
        if (input.choice('retention') !== false && reasons.length > 0)
            bits.push(`(${reasons.join(',')})`);
        if (row.pins.length > 0)
            bits.push(`pins:${row.pins.map(plain_text/* visibleText */.Q).join(',')}`);
        (0,harmless/* printText */.n)(context, `  ${context.times.text(row.firstNs)} ${row.objectId} ${bits.join(' ')}`);
        if (row.count > 1)
            context.print(`  + ${row.count - 1} identical snapshots until ${context.times.text(row.lastNs)}`);
    }
}
function bitsOf(input, { manifest, usage }, entry, sizeText, lastBytes, times) {
    const bits = [];
    const size = entry.summary?.size ?? entry.size;
    if (manifest.incomplete !== undefined)
        bits.push(`incomplete:${(0,plain_text/* visibleText */.Q)(manifest.incomplete)}`);
    bits.push(input.choice('human-readable') === false ? String(size) : sizeText(size), (0,kopia_text/* modeText */.z)(entry.type, entry.mode));
    if (input.isOn('owner'))
        bits.push(`uid:${entry.uid}`, `gid:${entry.gid}`);
    if (input.isOn('mtime'))
        bits.push(`modified:${times.text(entry.mtimeNs)}`);
    if (input.isOn('manifest-id'))
        bits.push(`manifest:${manifest.id}`);
    // To Kopia a root folder has no size of its own, while one below takes that of its summary.
    const deltaBytes = (entry === manifest.rootEntry && entry.type === 'd' ? 0 : size) - lastBytes;
    if (input.isOn('delta'))
        bits.push(deltaBytes > 0 ? `(+${sizeText(deltaBytes)})` : '');
    const summary = entry.type === 'd' ? entry.summary : undefined;
    if (summary !== undefined) {
        bits.push(`files:${summary.files}`, `dirs:${summary.dirs}`);
        if (summary.numFailed > 0)
            bits.push(`errors:${summary.numFailed}`);
    }
    if (usage !== undefined) {
        const { packedContentBytes, originalContentBytes, fileObjects, dirObjects } = usage.newData;
        bits.push(`new-data:${sizeText(packedContentBytes)}`, `new-files:${fileObjects}`, `new-dirs:${dirObjects}`);
        bits.push(`compression:${(0,kopia_numbers/* savingText */.GQ)(originalContentBytes, packedContentBytes)}`);
    }
    return bits;
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
