export const id = 332;
export const ids = [332];
export const modules = {

/***/ 93454:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _commands_run_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98936);
/** The workflow event, when the command line runs in a step of a workflow. */


/** Undefined outside GitHub Actions. A payload that cannot be read leaves its facts unknown, which is judged as untrusted where it matters. */
function readEvent(env) {
    const path = env['GITHUB_EVENT_PATH'];
    let payload;
    try {
        payload = path === undefined || path === '' ? undefined : JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    }
    catch {
        payload = undefined;
    }
    return (0,_commands_run_event_js__WEBPACK_IMPORTED_MODULE_1__/* .eventOf */ .A)(env, payload);
}


/***/ }),

/***/ 95695:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BK: () => (/* binding */ readPolicyFile),
/* harmony export */   fd: () => (/* binding */ isYamlName),
/* harmony export */   l6: () => (/* binding */ fileIdentity),
/* harmony export */   rN: () => (/* binding */ translatedPolicies)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _policyfile_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69685);
/* harmony import */ var _policyfile_kopia_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14321);
/* harmony import */ var _policyfile_load_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42318);
/* harmony import */ var _snapshot_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78267);
/** The policy file of a workspace as the policy commands read it: which file, whose identity, what it means to Kopia. */





/** Reads and checks a policy file; findings go to the log. Throws CAIRN_POLICY_FILE_MISSING, _UNREADABLE, _INVALID. */
function readPolicyFile(context, request) {
    const { strictKopia } = request;
    const workspaceRoot = workspaceOf(context, request);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.cwd, request.path);
    const identity = fileIdentity(context, request, {});
    const loaded = (0,_policyfile_load_js__WEBPACK_IMPORTED_MODULE_3__/* .loadPolicyFile */ .n$)(path, { workspaceRoot, strictKopia, identity, isImport: true });
    logFindings(context, loaded, request.path);
    const file = (0,_policyfile_load_js__WEBPACK_IMPORTED_MODULE_3__/* .requirePolicyFile */ .mc)(loaded);
    const readScript = (relativePath) => (0,_policyfile_load_js__WEBPACK_IMPORTED_MODULE_3__/* .readHookFile */ .Go)(path, relativePath, workspaceRoot);
    return { file, path, text: loaded.text, identity: fileIdentity(context, request, file.source), readHookFile: readScript };
}
/** Whom the relative targets of a file at this place belong to, as in a run: what the file says, else GitHub, else the client. */
function fileIdentity(context, request, { user, host, root }) {
    const folder = workspaceOf(context, request);
    const local = { ...request.client, path: context.platform === 'win32' ? folder.replaceAll('\\', '/') : folder };
    const source = (0,_snapshot_source_js__WEBPACK_IMPORTED_MODULE_4__/* .workspaceIdentity */ .m)({ user, host, root, githubRepository: request.event?.repository, local });
    return { userName: source.userName, host: source.host, root: source.path };
}
function workspaceOf(context, { path, event }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,_policyfile_load_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceRootOf */ .dP)(path, event === undefined ? undefined : context.env['GITHUB_WORKSPACE'], context.cwd));
}
/** The file's policies as Kopia stores them; what is lost by that goes to the log. */
function translatedPolicies(context, read, stored) {
    const translation = (0,_policyfile_kopia_js__WEBPACK_IMPORTED_MODULE_2__/* .kopiaPolicies */ .t)(read.file, read.text, read.identity, stored);
    for (const { path, what } of translation.dropped)
        context.log.warning(`Left out, because a Kopia policy cannot hold it: ${path}: ${what}`);
    return translation;
}
function logFindings(context, { diagnostics, text }, path) {
    for (const diagnostic of diagnostics) {
        const line = (0,_policyfile_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDiagnostic */ .xy)(diagnostic, path, text);
        if (diagnostic.severity === 'notice')
            context.log.debug(line);
        else
            context.log.info(line);
    }
}
/** Whether a file is read as a policy file and not as JSON. */
function isYamlName(path) {
    return /\.ya?ml$/i.test(path);
}


/***/ }),

/***/ 73779:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ requestedTargets)
/* harmony export */ });
/* harmony import */ var _snapshot_policies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36472);
/* harmony import */ var _snapshot_target_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86137);
/* harmony import */ var _usage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72498);



/** The targets. Throws CAIRN_USAGE unless there is exactly one of `--global` and targets, CAIRN_TARGET_INVALID. */
async function requestedTargets(repository, request, workingDirectory) {
    if (request.isGlobal === request.targets.length > 0)
        throw (0,_usage_js__WEBPACK_IMPORTED_MODULE_2__/* .usageError */ .W)('Either --global or targets are needed.', 'A target is @host, user@host, user@host:/path or a local path.');
    if (request.isGlobal)
        return [{ kind: 'global' }];
    const found = [];
    for (const text of request.targets) {
        const stored = /^[0-9a-f]{32}$/.test(text) ? await repository.manifests.get(text) : undefined;
        const byId = stored?.entry.labels['type'] === _snapshot_policies_js__WEBPACK_IMPORTED_MODULE_0__/* .POLICY_TYPE */ .Wu ? (0,_snapshot_policies_js__WEBPACK_IMPORTED_MODULE_0__/* .targetFromLabels */ .hP)(stored.entry.labels) : undefined;
        found.push(byId ?? (0,_snapshot_target_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTarget */ .h)(text, { ...repository.identity, workingDirectory }));
    }
    return found;
}


/***/ }),

/***/ 98936:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ eventOf)
/* harmony export */ });
/* harmony import */ var _policyfile_trust_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53122);
/** What GitHub says about the event that started a run, taken from the environment and the payload. */

/** Undefined outside GitHub Actions. `payload` is the parsed event file, or undefined when it could not be read. */
function eventOf(env, payload) {
    if (env['GITHUB_ACTIONS'] !== 'true')
        return undefined;
    const name = env['GITHUB_EVENT_NAME'] ?? '';
    const number = /^refs\/pull\/(\d+)\//.exec(env['GITHUB_REF'] ?? '')?.[1];
    return {
        name,
        ref: env['GITHUB_REF'],
        repository: env['GITHUB_REPOSITORY'] || undefined,
        pullRequest: number === undefined ? undefined : Number(number),
        isGitHubHosted: env['RUNNER_ENVIRONMENT'] === 'github-hosted',
        run: [env['GITHUB_RUN_ID'], env['GITHUB_RUN_ATTEMPT'], env['GITHUB_JOB']].map((part) => part ?? '').join('/'),
        trust: (0,_policyfile_trust_js__WEBPACK_IMPORTED_MODULE_0__/* .eventFacts */ .I)(name, payload),
    };
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

/***/ 51056:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cf: () => (/* binding */ parsePolicyMap),
/* harmony export */   f3: () => (/* binding */ encodePolicyMap),
/* harmony export */   wN: () => (/* binding */ isMapProblem)
/* harmony export */ });
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56495);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1873);
/* harmony import */ var _native_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76322);
/** Several policies in one JSON document, by target text: what `policy export` writes and `policy import` reads. */



/** The policies of an exported document, by target text. Of a problem, `path` begins with the target. */
function parsePolicyMap(text) {
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        return { path: '', expected: 'valid JSON' };
    }
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(parsed))
        return { path: '', expected: 'an object' };
    const policies = new Map();
    for (const [target, value] of Object.entries(parsed)) {
        const policy = (0,_native_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePolicy */ .ON)(value);
        if ((0,_native_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isPolicyProblem */ .Eo)(policy))
            return { path: [target, policy.path].filter(Boolean).join('.'), expected: policy.expected };
        policies.set(target, policy);
    }
    return policies;
}
/** Whether the result of `parsePolicyMap` is a problem. */
function isMapProblem(result) {
    return 'expected' in result;
}
/** JSON text of policies by target text, targets in byte order. */
function encodePolicyMap(policies) {
    const sorted = [...policies].sort(([a], [b]) => (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .compareUtf8 */ .zq)(a, b));
    return `{${sorted.map(([target, policy]) => `${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoString */ .gN)(target)}:${(0,_native_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodePolicy */ .D1)(policy)}`).join(',')}}`;
}


/***/ }),

/***/ 14321:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ kopiaPolicies)
});

// EXTERNAL MODULE: ./lib/policy/native-map.js
var native_map = __webpack_require__(51056);
// EXTERNAL MODULE: ./lib/policy/target.js
var policy_target = __webpack_require__(95181);
// EXTERNAL MODULE: ./lib/policy/effective.js
var effective = __webpack_require__(91487);
// EXTERNAL MODULE: ./lib/policy/fields.js
var fields = __webpack_require__(16457);
;// CONCATENATED MODULE: ./lib/policy/write-out.js
/** Policies of the policy file in a form that stock kopia understands the same way (docs/policy.md, "Nested folders"). */



/** What is asked of every folder of a walk; the other sections are only ever asked of the source as a whole, where Kopia merges too. */
const WALKED = new Set(['files', 'errorHandling', 'compression', 'metadataCompression', 'splitter', 'logging', 'upload']);
/**
 * Ignore patterns of the folders above apply below anyway and would be anchored in the wrong place; the number of snapshots at a time
 * cannot be stored on a path.
 */
const LEFT_OUT = new Set(['files.ignore', 'upload.maxParallelSnapshots']);
/** The policy of a nested folder with everything of a walk written out that it inherits, because Kopia merges nothing there. Hooks are not part of it. */
function writtenOutPolicy(target, layers) {
    const index = (0,effective/* indexLayers */.$p)(layers);
    const { policy, origins } = (0,effective/* effectiveAt */.fy)(target, index, {});
    const key = (0,policy_target/* formatTarget */.P4)(target);
    const written = {};
    for (const field of fields/* POLICY_FIELDS */.lA) {
        const value = (0,fields/* getField */.VI)(policy, field);
        if (!(0,fields/* isSet */.vM)(value, field))
            continue;
        const origin = origins.get(field.key);
        const isOwn = origin !== undefined && 'target' in origin && origin.target === key;
        const isWalked = WALKED.has(field.section[0] ?? '') && !LEFT_OUT.has(field.key);
        if (isOwn || isWalked)
            (0,fields/* setField */.x)(written, field, value);
    }
    if ((0,effective/* layersAt */.uh)(target, index)[0]?.policy.noParent === true)
        written.noParent = true;
    return written;
}

// EXTERNAL MODULE: ./lib/policyfile/native.js
var policyfile_native = __webpack_require__(48089);
// EXTERNAL MODULE: ./lib/policyfile/places.js
var places = __webpack_require__(21098);
// EXTERNAL MODULE: ./lib/policyfile/targets.js
var targets = __webpack_require__(34054);
// EXTERNAL MODULE: ./lib/policyfile/yaml-document.js + 2 modules
var yaml_document = __webpack_require__(39422);
// EXTERNAL MODULE: ./lib/policyfile/yaml-tree.js
var yaml_tree = __webpack_require__(80902);
;// CONCATENATED MODULE: ./lib/policyfile/kopia.js








/**
 * Translates a file without errors; `text` is what it was read from. `stored` are the policies below the file's, which a nested folder
 * inherits from too. A file in Kopia's form comes out as it stands.
 */
function kopiaPolicies(file, text, identity, stored = []) {
    const layers = (0,targets/* resolveTargets */.h5)(file, identity);
    if (file.isNative)
        return { policies: nativePolicies(file, text, layers), dropped: [] };
    const all = [...layers, ...stored.filter((layer) => !layers.some((own) => (0,policy_target/* formatTarget */.P4)(own.target) === (0,policy_target/* formatTarget */.P4)(layer.target)))];
    const dropped = [];
    const policies = file.layers.flatMap((layer, index) => {
        const target = layers[index]?.target;
        if (target === undefined)
            return [];
        const fields = isNested(target, file, identity, layers) ? writtenOutPolicy(target, all) : structuredClone(layer.policy);
        const actions = actionsOf(layer, dropped);
        return [{ target, policy: Object.keys(actions).length === 0 ? fields : { ...fields, actions } }];
    });
    return { policies, dropped: [...dropped, ...droppedSurroundings(file)] };
}
/** Whether the target is a folder below a source, or below another folder that has a policy and may be a source. */
function isNested(target, file, identity, layers) {
    const place = (0,places/* placeOfTarget */.mg)(target, identity);
    if (target.kind !== 'path' || place === undefined)
        return false;
    const isBelow = (above) => above !== undefined && above.parts.length < place.parts.length && (0,places/* isWithin */.UO)(place, above);
    return ((0,places/* effectiveSources */.Og)(file, identity).some((source) => source.kind === 'path' && isBelow((0,places/* placeOfSource */.wN)(source, identity))) ||
        layers.some(({ target: other }) => other.kind === 'path' && isBelow((0,places/* placeOfTarget */.mg)(other, identity))));
}
function actionsOf(layer, dropped) {
    const actions = {};
    const at = (0,yaml_tree/* childPath */.c)('policies', layer.targetText);
    for (const name of [
        'beforeFolder',
        'afterFolder',
        'beforeSnapshotRoot',
        'afterSnapshotRoot',
    ]) {
        const [hook, ...more] = layer.hooks[name] ?? [];
        if (hook === undefined)
            continue;
        const path = `${at}.actions.${name}`;
        if (more.length > 0) {
            dropped.push({ path, what: 'the whole hook: its steps are not lines of one script' });
            continue;
        }
        const { action, dropped: keys } = (0,policyfile_native/* actionFromHook */.M)(hook);
        actions[name] = action;
        const isCaptureOff = name === 'beforeSnapshotRoot' && !hook.capturesRedirect && hook.program.kind !== 'none';
        for (const key of isCaptureOff ? [...keys, 'capture'] : keys)
            dropped.push({ path, what: key });
    }
    if (layer.includeGit !== undefined)
        dropped.push({ path: at, what: 'include-git' });
    if (layer.keepTimes !== undefined)
        dropped.push({ path: at, what: 'keep-times' });
    return actions;
}
function droppedSurroundings({ job, sources = [] }) {
    const streams = sources.flatMap((source, index) => source.kind === 'stream' ? [{ path: `sources[${index}]`, what: `the stream ${source.name}` }] : []);
    return [
        ...(job.before.length > 0 ? [{ path: 'job.before', what: 'all of it' }] : []),
        ...(job.after.length > 0 ? [{ path: 'job.after', what: 'all of it' }] : []),
        ...streams,
    ];
}
/** Absent modes and timeouts stay absent, which hooks that were read cannot show. */
function nativePolicies(file, text, layers) {
    const parsed = (0,native_map/* parsePolicyMap */.cf)(JSON.stringify((0,yaml_document/* plainValue */._y)(text)));
    if ((0,native_map/* isMapProblem */.wN)(parsed))
        throw new RangeError(`a file that was found valid is not: ${parsed.path}`);
    return file.layers.flatMap(({ targetText }, index) => {
        const target = layers[index]?.target;
        const read = parsed.get(targetText);
        return target === undefined || read === undefined ? [] : [{ target, policy: read.policy }];
    });
}


/***/ }),

/***/ 53122:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ eventFacts),
/* harmony export */   g: () => (/* binding */ judgeTrust)
/* harmony export */ });
/** Which workflow events may run hooks and write snapshots (docs/threat-model.md, "Untrusted events"). */
/** Events that run with the rights of the base branch, at the request of anybody. */
const ALWAYS_UNTRUSTED = new Set(['pull_request_target', 'workflow_run', 'issue_comment']);
/** Events that run the code of a pull request. */
const PULL_REQUEST_EVENTS = new Set(['pull_request', 'pull_request_review', 'pull_request_review_comment']);
/** Judges an event. No input can change the answer. */
function judgeTrust(facts) {
    const { pullRequest } = facts;
    const eventName = facts.eventName?.trim().toLowerCase();
    if (eventName === undefined)
        return trusted('The run was not started by a workflow event.');
    if (eventName === '')
        return refused('The workflow does not say which event started the run.');
    if (ALWAYS_UNTRUSTED.has(eventName))
        return refused(`Anybody can start a run by ${eventName}, and it has the rights of the base branch.`);
    if (!PULL_REQUEST_EVENTS.has(eventName))
        return trusted(`The event ${eventName} runs code of this repository.`);
    const head = pullRequest?.headRepository;
    const base = pullRequest?.baseRepository;
    if (head === undefined || base === undefined || head === '' || base === '') {
        return refused('The event does not say which repository the changes of the pull request come from.');
    }
    if (head.toLowerCase() !== base.toLowerCase())
        return refused(`The changes of this pull request come from the fork ${head}.`);
    return trusted('The pull request comes from a branch of this repository.');
}
function trusted(reason) {
    return { mayRunHooks: true, mayWrite: true, reason, code: undefined };
}
function refused(reason) {
    return { mayRunHooks: false, mayWrite: false, reason, code: 'CAIRN_HOOKS_REFUSED_UNTRUSTED_EVENT' };
}
/** Takes the facts out of an event payload; whatever is not as GitHub writes it is left unknown. */
function eventFacts(eventName, payload) {
    const pullRequest = member(payload, 'pull_request');
    if (pullRequest === undefined)
        return { eventName };
    return {
        eventName,
        pullRequest: {
            headRepository: text(member(member(member(pullRequest, 'head'), 'repo'), 'full_name')),
            baseRepository: text(member(member(member(pullRequest, 'base'), 'repo'), 'full_name')),
        },
    };
}
function member(value, name) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
        return undefined;
    const found = Reflect.get(value, name);
    return found ?? undefined;
}
function text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
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
