export const id = 2674;
export const ids = [2674];
export const modules = {

/***/ 5973:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ namesTargets),
/* harmony export */   Q: () => (/* binding */ targetsOf)
/* harmony export */ });
/* harmony import */ var _commands_policy_targets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73779);
/** The targets that the policy commands take: `--global` or a list. */

/** Throws CAIRN_USAGE unless there is exactly one of the two, CAIRN_TARGET_INVALID. */
async function targetsOf(context, input, repository) {
    return await (0,_commands_policy_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .requestedTargets */ .R)(repository, { isGlobal: input.isOn('global'), targets: input.arguments('target') }, context.cwd);
}
/** Whether the user limited a command to some targets. */
function namesTargets(input) {
    return input.isOn('global') || input.arguments('target').length > 0;
}


/***/ }),

/***/ 39567:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tj: () => (/* binding */ printLines),
/* harmony export */   uw: () => (/* binding */ printListing)
/* harmony export */ });
/* unused harmony export jsonListLines */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56495);
/* harmony import */ var _util_indent_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95743);
/** Listings of any length on standard output, without holding more than a piece of them. */



const PIECE_CHARACTERS = 64 * 1024;
/** Prints the lines in pieces and waits for a slow reader. */
async function printLines(context, lines) {
    let piece = '';
    const write = async () => {
        const text = piece;
        piece = '';
        if (text !== '')
            await context.write(Buffer.from(text, 'utf8'));
    };
    try {
        for await (const line of lines) {
            (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(context.signal);
            piece += `${line}\n`;
            if (piece.length >= PIECE_CHARACTERS)
                await write();
        }
    }
    finally {
        await write();
    }
}
/**
 * The lines of a JSON list in Kopia's layout: an element on each line.
 *
 * [
 *  {…},
 *  {…}
 * ]
 *
 * Indented, the elements follow each other as `[{`, members, `},{`, members, `}]`.
 */
async function* jsonListLines(values, isIndented = false) {
    let pending = '[';
    let isFirst = true;
    for await (const value of values) {
        const json = (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoJson */ .pl)(value);
        const separator = isFirst ? '' : ',';
        isFirst = false;
        const [head = '', ...rest] = isIndented
            ? `${pending}${separator}${(0,_util_indent_json_js__WEBPACK_IMPORTED_MODULE_2__/* .indentJson */ .h)(json)}`.split('\n')
            : [`${pending}${separator}`, ` ${json}`];
        yield head;
        for (const line of rest.slice(0, -1))
            yield line;
        pending = rest.at(-1) ?? '';
    }
    if (isIndented)
        return yield `${pending}]`;
    yield pending;
    yield ']';
}
/** Prints a listing as its flags --json and --json-indent ask for, or a line for each item. */
async function printListing(context, input, items, format) {
    const lines = input.isOn('json') ? jsonListLines(mapped(items, format.json), input.isOn('json-indent')) : mapped(items, format.text);
    await printLines(context, lines);
}
async function* mapped(items, change) {
    for await (const item of items)
        yield change(item);
}


/***/ }),

/***/ 92674:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyList: () => (/* binding */ policyList),
  policyShow: () => (/* binding */ policyShow)
});

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/policy/effective.js
var effective = __webpack_require__(91487);
// EXTERNAL MODULE: ./lib/policy/target.js
var policy_target = __webpack_require__(95181);
// EXTERNAL MODULE: ./lib/snapshot/policies.js
var policies = __webpack_require__(36472);
// EXTERNAL MODULE: ./lib/util/go-json.js
var go_json = __webpack_require__(56495);
;// CONCATENATED MODULE: ./lib/commands/policy/show.js
/** `policy show` and `policy list`: what holds for a target, and what is stored. */




/** What holds for each target by the policies of the repository and the defaults. Throws CAIRN_POLICY_DAMAGED. */
async function showPolicies(repository, targets, signal) {
    const layers = await (0,policies/* repositoryLayers */.Nj)(repository, signal);
    return targets.map((target) => ({ target, effective: (0,effective/* effectivePolicyOfTarget */.K2)(target, layers) }));
}
/** Every stored policy in the order of the targets' text. Throws CAIRN_POLICY_DAMAGED. */
async function sortedPolicies(repository, signal) {
    const stored = await (0,policies/* listPolicies */.jm)(repository, signal);
    return stored.sort((a, b) => (0,go_json/* compareUtf8 */.zq)((0,policy_target/* formatTarget */.P4)(a.target), (0,policy_target/* formatTarget */.P4)(b.target)));
}
/** A target with all three members, as Kopia prints it. */
function targetMembers(target) {
    return {
        host: target.kind === 'global' ? '' : target.host,
        userName: target.kind === 'user' || target.kind === 'path' ? target.userName : '',
        path: target.kind === 'path' ? target.path : '',
    };
}

// EXTERNAL MODULE: ./lib/policy/native-json.js
var native_json = __webpack_require__(76322);
// EXTERNAL MODULE: ./lib/report/kopia-numbers.js
var kopia_numbers = __webpack_require__(49873);
// EXTERNAL MODULE: ./lib/policy/fields.js
var fields = __webpack_require__(16457);
// EXTERNAL MODULE: ./lib/report/kopia-text.js
var kopia_text = __webpack_require__(12452);
;// CONCATENATED MODULE: ./lib/report/policy-text.js



const EMPTY = { name: '' };
/** The lines of `policy show` for one target. */
function policyText(target, effective, size) {
    const shown = shownOf(target, effective, size);
    const groups = [
        retentionRows(shown),
        fileRows(shown),
        errorRows(shown),
        schedulingRows(shown),
        uploadRows(shown),
        compressionRows(shown),
        metadataCompressionRows(shown),
        splitterRows(shown),
        actionRows(shown, effective),
        shadowCopyRows(shown),
        loggingRows(shown),
    ];
    const rows = groups.flatMap((group, index) => (index === 0 ? group : [EMPTY, ...group]));
    return `Policy for ${(0,policy_target/* formatTarget */.P4)(target)}:\n\n${alignRows(rows)}\n`;
}
/** Whether a value was set for the target itself; what nobody set counts as set by the global policy, as in Kopia. */
function originText(target, origin) {
    const from = origin !== undefined && 'target' in origin ? origin.target : '(global)';
    return from === (0,policy_target/* formatTarget */.P4)(target) ? '(defined for this target)' : `inherited from ${from}`;
}
function shownOf(target, { policy, origins }, size) {
    const value = (key) => (0,fields/* getField */.VI)(policy, (0,fields/* fieldOf */._F)(key));
    return {
        value,
        texts(key) {
            const list = value(key);
            // Fields of this type hold lists of texts.
            return Array.isArray(list) ? list : [];
        },
        number(key) {
            const number = value(key);
            return typeof number === 'number' ? number : 0;
        },
        origin: (key) => originText(target, origins.get(key)),
        size,
    };
}
function alignRows(rows) {
    const length = (text) => Buffer.byteLength(text);
    const withValue = rows.filter((row) => row.value !== undefined && row.value !== '');
    const width = Math.max(0, ...withValue.map((row) => length(`${row.name}   ${row.value}`)));
    return rows
        .map(({ name, value = '', origin = '' }) => {
        const padding = value === '' && origin === '' ? '' : ' '.repeat(Math.max(0, width - length(name) - length(value)));
        return `${name}${padding}${value}${origin === '' ? '' : `   ${origin}`}`;
    })
        .join('\n');
}
const heading = (name) => ({ name });
/** A field that is shown as it is, `absent` when nothing sets it. */
function row(shown, name, key, absent) {
    return { name: `  ${name}:`, value: String(shown.value(key) ?? absent), origin: shown.origin(key) };
}
function list(shown, title, key, indent) {
    return [{ name: `  ${title}`, origin: shown.origin(key) }, ...shown.texts(key).map((text) => heading(`${indent}${text}`))];
}
function retentionRows(shown) {
    const kept = ['Annual', 'Monthly', 'Weekly', 'Daily', 'Hourly', 'Latest'].map((unit) => row(shown, `${unit} snapshots`, `retention.keep${unit}`, '-'));
    return [heading('Retention:'), ...kept, row(shown, 'Ignore identical snapshots', 'retention.ignoreIdenticalSnapshots', 'false')];
}
function fileRows(shown) {
    const rows = [heading('Files policy:'), row(shown, 'Ignore cache directories', 'files.ignoreCacheDirs', 'true')];
    if (shown.texts('files.ignore').length > 0)
        rows.push(...list(shown, 'Ignore rules:', 'files.ignore', '    '));
    else
        rows.push(heading('  No ignore rules:'));
    if (shown.texts('files.ignoreDotFiles').length > 0)
        rows.push(...list(shown, 'Read ignore rules from files:', 'files.ignoreDotFiles', '    '));
    const maxFileSize = shown.number('files.maxFileSize');
    if (maxFileSize > 0)
        rows.push({ name: '  Ignore files above:', value: shown.size(maxFileSize), origin: shown.origin('files.maxFileSize') });
    return [...rows, row(shown, 'Scan one filesystem only', 'files.oneFileSystem', 'false')];
}
function errorRows(shown) {
    return [
        heading('Error handling policy:'),
        row(shown, 'Ignore file read errors', 'errorHandling.ignoreFileErrors', 'false'),
        row(shown, 'Ignore directory read errors', 'errorHandling.ignoreDirectoryErrors', 'false'),
        row(shown, 'Ignore unknown types', 'errorHandling.ignoreUnknownTypes', 'true'),
    ];
}
function schedulingRows(shown) {
    const rows = [];
    const seconds = shown.number('scheduling.intervalSeconds');
    if (seconds !== 0)
        rows.push({ name: '    Snapshot interval:', value: secondsText(seconds), origin: shown.origin('scheduling.intervalSeconds') });
    const times = shown.value('scheduling.timeOfDay');
    if (Array.isArray(times) && times.length > 0) {
        rows.push(row(shown, 'Run missed snapshots', 'scheduling.runMissed', 'false'));
        rows.push({ name: '  Snapshot times:', origin: shown.origin('scheduling.timeOfDay') });
        // Fields of this type hold times of the day.
        for (const { hour, min } of times)
            rows.push(heading(`    ${hour}:${String(min).padStart(2, '0')}`));
    }
    if (shown.texts('scheduling.cron').length > 0)
        rows.push(...list(shown, 'Crontab expressions:', 'scheduling.cron', '    '));
    if (rows.length === 0)
        rows.push(heading('    None.'));
    return [
        heading('Scheduling policy:'),
        heading('  Scheduled snapshots:'),
        ...rows,
        row(shown, 'Manual snapshot', 'scheduling.manual', 'false'),
    ];
}
function uploadRows(shown) {
    const above = shown.value('upload.parallelUploadAboveSize');
    return [
        heading('Uploads:'),
        row(shown, 'Max parallel snapshots (server/UI)', 'upload.maxParallelSnapshots', '-'),
        row(shown, 'Max parallel file reads', 'upload.maxParallelFileReads', '-'),
        {
            name: '  Parallel upload above size:',
            value: typeof above === 'number' ? shown.size(above) : '-',
            origin: shown.origin('upload.parallelUploadAboveSize'),
        },
    ];
}
function compressionRows(shown) {
    const name = shown.value('compression.compressorName') ?? 'none';
    if (name === 'none')
        return [heading('Compression disabled.')];
    const rows = [heading('Compression:'), row(shown, 'Compressor', 'compression.compressorName', '')];
    if (shown.texts('compression.onlyCompress').length > 0)
        rows.push(...list(shown, 'Only compress files with the following extensions:', 'compression.onlyCompress', '     - '));
    else if (shown.texts('compression.neverCompress').length > 0)
        rows.push(...list(shown, 'Compress all files except the following extensions:', 'compression.neverCompress', '    '));
    else
        rows.push(heading('  Compress files regardless of extensions.'));
    const [least, most] = [shown.number('compression.minSize'), shown.number('compression.maxSize')];
    if (most > 0)
        rows.push(heading(`  Only compress files between ${shown.size(least)} and ${shown.size(most)}.`));
    else if (least > 0)
        rows.push(heading(`  Only compress files bigger than ${shown.size(least)}.`));
    else
        rows.push(heading('  Compress files of all sizes.'));
    return rows;
}
function metadataCompressionRows(shown) {
    const key = 'metadataCompression.compressorName';
    if ((shown.value(key) ?? 'none') === 'none')
        return [heading('Metadata compression disabled.')];
    return [heading('Metadata compression:'), row(shown, 'Compressor', key, '')];
}
function splitterRows(shown) {
    return [heading('Splitter:'), row(shown, 'Algorithm override', 'splitter.algorithm', '(repository default)')];
}
const HOOKS = [
    { key: 'beforeSnapshotRoot', title: 'Run command before snapshot root:', isInherited: true },
    { key: 'afterSnapshotRoot', title: 'Run command after snapshot root:', isInherited: true },
    { key: 'beforeFolder', title: 'Run command before this folder:', isInherited: false },
    { key: 'afterFolder', title: 'Run command after this folder:', isInherited: false },
];
function actionRows(shown, { policy }) {
    const rows = HOOKS.flatMap(({ key, title, isInherited }) => {
        const action = policy.actions?.[key];
        if (action === undefined)
            return [];
        return [{ name: title, origin: isInherited ? shown.origin(`actions.${key}`) : '(non-inheritable)' }, ...commandRows(action)];
    });
    return rows.length === 0 ? [heading('No actions defined.')] : rows;
}
function commandRows({ path = '', args = [], script = '', mode = '', timeout = 0 }) {
    const program = script === ''
        ? [heading('  Command:'), heading(`    ${path} ${args.join(' ')}`)]
        : [heading('  Embedded script (stored in repository):'), heading(indented(script))];
    // Kopia's word for a hook without a mode.
    return [...program, { name: '  Mode:', value: mode === '' ? 'sync' : mode }, { name: '  Timeout:', value: secondsText(timeout) }, EMPTY];
}
/** Every line of a script by four blanks; an end of line at the very end is none of them. */
function indented(script) {
    const lines = script.replace(/\n$/, '').split('\n');
    return lines.map((line) => `    ${line.replace(/\r$/, '')}`).join('\n');
}
function shadowCopyRows(shown) {
    const key = 'osSnapshots.volumeShadowCopy.enable';
    const word = ['never', 'always', 'when-available'][shown.number(key)] ?? 'never';
    return [heading('OS-level snapshot support:'), { name: '  Volume Shadow Copy:', value: word, origin: shown.origin(key) }];
}
function loggingRows(shown) {
    return [
        heading('Logging details (0-none, 10-maximum):'),
        row(shown, 'Directory snapshotted', 'logging.directories.snapshotted', '0'),
        row(shown, 'Directory ignored', 'logging.directories.ignored', '0'),
        row(shown, 'Entry snapshotted', 'logging.entries.snapshotted', '0'),
        row(shown, 'Entry ignored', 'logging.entries.ignored', '0'),
        row(shown, 'Entry cache hit', 'logging.entries.cacheHit', '0'),
        row(shown, 'Entry cache miss', 'logging.entries.cacheMiss', '0'),
    ];
}
function secondsText(seconds) {
    const ns = BigInt(Math.abs(seconds)) * 1000000000n;
    return `${seconds < 0 ? '-' : ''}${(0,kopia_text/* durationText */.S)(ns)}`;
}

// EXTERNAL MODULE: ./lib/util/indent-json.js
var indent_json = __webpack_require__(95743);
// EXTERNAL MODULE: ./lib/util/plain-text.js
var plain_text = __webpack_require__(11610);
// EXTERNAL MODULE: ./lib/cli/harmless.js
var harmless = __webpack_require__(53807);
// EXTERNAL MODULE: ./lib/cli/policy-targets.js
var policy_targets = __webpack_require__(5973);
// EXTERNAL MODULE: ./lib/cli/print-lines.js
var print_lines = __webpack_require__(39567);
;// CONCATENATED MODULE: ./lib/cli/verbs/policy-show.js
/** `cairn policy show`, `cairn policy list`: Kopia's text and JSON. */











async function policyShow(context, input) {
    await (0,commands_open/* withRepository */.B)(context, { isReadOnly: true }, async (repository) => {
        const shown = await showPolicies(repository, await (0,policy_targets/* targetsOf */.Q)(context, input, repository), context.signal);
        for (const { target, effective } of shown) {
            const json = (0,native_json/* encodePolicy */.D1)(effective.policy);
            if (input.isOn('json'))
                context.print(input.isOn('json-indent') ? (0,indent_json/* indentJson */.h)(json) : json);
            else
                for (const line of policyText(target, effective, (0,kopia_numbers/* sizeTextOf */.Ym)(context.env)).trimEnd().split('\n'))
                    (0,harmless/* printText */.n)(context, line);
        }
    });
    return 0;
}
async function policyList(context, input) {
    await (0,commands_open/* withRepository */.B)(context, { isReadOnly: true }, async (repository) => {
        await (0,print_lines/* printListing */.uw)(context, input, await sortedPolicies(repository, context.signal), {
            json: ({ id, target, policy }) => ({ id, target: { ...targetMembers(target) }, ...(0,native_json/* policyToJson */.kl)(policy) }),
            text: ({ id, target }) => (0,harmless/* withoutCommands */.Df)(`${id} ${(0,plain_text/* visibleText */.Q)((0,policy_target/* formatTarget */.P4)(target))}`),
        });
    });
    return 0;
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
