export const id = 1772;
export const ids = [1772];
export const modules = {

/***/ 79849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ parseSourceArgument)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _snapshot_target_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86137);
/** A source as typed on the command line: a path of this machine, or `user@host:/path`. */


/** Errors: CAIRN_USAGE for an empty text. */
function parseSourceArgument(text, context, identity) {
    if (text === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', 'A source is empty.');
    return (0,_snapshot_target_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSource */ .P)(text, { ...identity, workingDirectory: context.cwd });
}


/***/ }),

/***/ 51772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  snapshotCreate: () => (/* binding */ snapshotCreate)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/commands/run/checkpoint.js
var checkpoint = __webpack_require__(96984);
// EXTERNAL MODULE: ./lib/commands/run/outcome.js
var outcome = __webpack_require__(62404);
// EXTERNAL MODULE: ./lib/commands/scout.js
var scout = __webpack_require__(24040);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/fs/local.js
var local = __webpack_require__(48844);
// EXTERNAL MODULE: ./lib/hooks/lifecycle.js + 17 modules
var lifecycle = __webpack_require__(49433);
// EXTERNAL MODULE: ./lib/policy/effective.js
var effective = __webpack_require__(91487);
// EXTERNAL MODULE: ./lib/policy/target.js
var target = __webpack_require__(95181);
// EXTERNAL MODULE: ./lib/snapshot/policies.js
var policies = __webpack_require__(36472);
// EXTERNAL MODULE: ./lib/snapshot/store.js
var store = __webpack_require__(52541);
// EXTERNAL MODULE: ./lib/commands/epoch.js
var epoch = __webpack_require__(6583);
// EXTERNAL MODULE: ./lib/commands/hook-services.js + 1 modules
var hook_services = __webpack_require__(83727);
// EXTERNAL MODULE: ./lib/commands/run/options.js
var options = __webpack_require__(46690);
// EXTERNAL MODULE: ./lib/commands/run/run-sources.js + 1 modules
var run_sources = __webpack_require__(56241);
// EXTERNAL MODULE: ./lib/commands/run/source.js + 17 modules
var run_source = __webpack_require__(26170);
// EXTERNAL MODULE: ./lib/policy/tree.js
var tree = __webpack_require__(93304);
// EXTERNAL MODULE: ./lib/snapshot/upload/stream.js
var stream = __webpack_require__(27486);
// EXTERNAL MODULE: ./lib/commands/run/previous.js
var run_previous = __webpack_require__(3571);
// EXTERNAL MODULE: ./lib/commands/run/recorded-times.js
var recorded_times = __webpack_require__(94229);
// EXTERNAL MODULE: ./lib/commands/run/save.js
var save = __webpack_require__(67923);
// EXTERNAL MODULE: ./lib/commands/run/stream-report.js
var stream_report = __webpack_require__(70497);
;// CONCATENATED MODULE: ./lib/commands/run/stdin-source.js






/** Stores the bytes when they come to their end. Never rejects: what went wrong is in the report. */
async function runStdinSource(run, stdin) {
    return await (0,stream_report/* reportStream */.j)(run.context.clock, stdin.source, stdin.path, () => snapshotStdin(run, stdin));
}
async function snapshotStdin(run, { source, path, name, bytes }) {
    const { context, repository } = run;
    const startTimeNs = context.clock.nowNs();
    const policies = (0,tree/* policyTree */.N)(source, run.layers);
    const previous = await (0,run_previous/* findPrevious */.v)(run, source);
    const result = await (0,stream/* uploadStream */.C)({
        repository,
        name,
        rootName: path,
        bytes,
        policies,
        previous: previous.snapshots,
        clock: context.clock,
        signal: context.signal,
    });
    const times = (0,recorded_times/* recordedTimes */.$)({ startTimeNs, endTimeNs: context.clock.nowNs() }, run.times);
    const saved = await (0,save/* saveUpload */.f)(run, source, result, previous, policies.effective, times);
    return { ...(0,stream_report/* streamFacts */.I)(result, previous), ...saved };
}

;// CONCATENATED MODULE: ./lib/commands/snapshot-create.js
/** `snapshot create`: folders or files of this machine, as Kopia takes them: its own policies, its own rule about hooks. */














/** Paths of everything that this user has snapshotted on this machine, without what no schedule may snapshot by itself. */
async function ownPaths(repository, signal) {
    const { userName, host } = repository.identity;
    const layers = await (0,policies/* repositoryLayers */.Nj)(repository, signal);
    return (await (0,store/* listSources */.rP)(repository))
        .filter((source) => source.userName === userName && source.host === host)
        .filter((source) => (0,effective/* effectivePolicy */.Ci)(source, layers).policy.scheduling?.manual !== true)
        .map((source) => source.path);
}
/**
 * Makes the snapshots one after the other. A source that fails does not stop the next; one that was ended early does, as in Kopia.
 * `onCreated` hears of each as it ends. Throws CAIRN_CANCELLED when the user stops before the first has begun.
 */
async function createSnapshots(context, repository, request, onCreated = () => { }) {
    const layers = await (0,policies/* repositoryLayers */.Nj)(repository, context.signal);
    const hooks = new lifecycle/* RunHooks */.U({
        services: (0,hook_services/* hookServices */.S)(context, { workspaceRoot: context.cwd, environmentMode: 'pass-through' }),
        log: context.log,
        random: context.random,
    });
    const saved = [];
    const run = {
        context,
        options: { ...options/* DEFAULT_RUN_OPTIONS */.p, allowOutsideWorkspace: true },
        repository,
        scout: request.scout,
        hooks,
        layers: request.mayRunHooks ? layers : layers.map((layer) => ({ ...layer, hooks: {} })),
        isInsideActions: false,
        workspaceRealPath: context.cwd,
        leaveOut: request.repositoryPath === undefined ? [] : [(0,local/* statLocal */.oM)(request.repositoryPath)],
        parallel: request.parallel ?? (0,external_node_os_.availableParallelism)(),
        tags: request.tags,
        description: request.description,
        pins: request.pins,
        baseOf: () => undefined,
        beforeFolderFailures: new Map(),
        afterFolderFailures: new Map(),
        keepsGit: true,
        times: { startTimeNs: request.startTimeNs, endTimeNs: request.endTimeNs },
        limits: { keepsCancelled: true, isFailFast: request.isFailFast, maxReadBytes: request.maxReadBytes },
        checkpointIntervalMs: request.checkpointIntervalMs,
        isHashForced: forcedBy(request.forceHashPercent, context),
        onSaved: (manifest) => void saved.push(manifest),
        note: (message) => context.log.info(message),
        warn: (message) => context.log.warning(message),
    };
    const created = [];
    let failure;
    try {
        (0,lib_errors/* throwIfCancelled */.dZ)(context.signal);
        for (const { path, source } of request.sources) {
            context.log.info(`Snapshotting ${(0,target/* formatSource */.j2)(source)} ...`);
            for (const use of request.mayRunHooks || request.stdin !== undefined ? [] : (0,run_sources/* storedHooksOf */.t)(source, layers))
                context.log.info(`Hook ${use.key} of ${use.target} is skipped: ${request.skipReason ?? 'hooks are not enabled for this client'}.`);
            const pathSource = { kind: 'path', label: path, path, source, isOutsideWorkspace: true };
            const report = request.stdin === undefined ? await (0,run_source/* runPathSource */.K)(run, pathSource) : await runStdinSource(run, { source, path, ...request.stdin });
            const manifest = saved.pop();
            created.push({ report, manifest });
            onCreated({ report, manifest });
            if (request.isManual && manifest !== undefined)
                await markManual(repository, source);
            if (context.signal.aborted || manifest?.incomplete !== undefined)
                break;
        }
        if (created.length < request.sources.length) {
            context.log.warning('The sources after this one were not snapshotted.');
            if (context.signal.aborted && created.at(-1)?.report.status !== 'cancelled')
                failure = (0,lib_errors/* cancelled */.KW)();
        }
        await (0,epoch/* beginEpochWhenDue */.T)(repository, context.log, context.signal);
    }
    finally {
        failure = (await hooks.finish()).failure ?? failure;
    }
    return { created, failure };
}
/** Keeps a schedule of Kopia's from snapshotting a source that is not a path of this machine. */
async function markManual(repository, source) {
    const target = { kind: 'path', ...source };
    const policy = (await (0,policies/* findPolicy */.i6)(repository, target))?.policy ?? {};
    if (policy.scheduling?.manual === true)
        return;
    await (0,policies/* setPolicy */.jP)(repository, target, { ...policy, scheduling: { ...policy.scheduling, manual: true } });
    await repository.flush();
}
function forcedBy(percent, context) {
    if (percent <= 0)
        return undefined;
    return () => ((context.random(2)[0] ?? 0) * 256 + (context.random(1)[0] ?? 0)) / 65_536 < percent / 100;
}

// EXTERNAL MODULE: ./lib/repo/blob/storage-config.js
var storage_config = __webpack_require__(7014);
// EXTERNAL MODULE: ./lib/report/kopia-text.js
var kopia_text = __webpack_require__(12452);
// EXTERNAL MODULE: ./lib/snapshot/manifest.js
var snapshot_manifest = __webpack_require__(7135);
// EXTERNAL MODULE: ./lib/snapshot/pins.js
var pins = __webpack_require__(19370);
// EXTERNAL MODULE: ./lib/util/format.js
var format = __webpack_require__(4849);
// EXTERNAL MODULE: ./lib/util/indent-json.js
var indent_json = __webpack_require__(95743);
// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(99252);
// EXTERNAL MODULE: ./lib/cli/error-lines.js
var error_lines = __webpack_require__(67014);
// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
// EXTERNAL MODULE: ./lib/cli/source-argument.js
var source_argument = __webpack_require__(79849);
// EXTERNAL MODULE: ./lib/cli/verbs/snapshot-list.js + 2 modules
var snapshot_list = __webpack_require__(12864);
;// CONCATENATED MODULE: ./lib/cli/verbs/snapshot-create.js
/** `cairn snapshot create`: Kopia's messages and JSON. */



















const NS_PER_MS = 1000000n;
const NS_PER_SECOND = 1000000000n;
const MIB = 1024 * 1024;
async function snapshotCreate(context, input) {
    const given = input.arguments('source');
    const isAll = input.isOn('all');
    if (isAll && given.length > 0)
        throw new lib_errors/* CairnError */.eb('CAIRN_USAGE', '--all and sources do not go together.');
    if (!isAll && given.length === 0) {
        throw new lib_errors/* CairnError */.eb('CAIRN_USAGE', 'A source is missing.', { hint: 'Name folders or files, or use --all.' });
    }
    const options = optionsOf(input);
    const stdin = stdinOf(context, input, given.length);
    const override = input.text('override-source');
    if (override !== undefined && (isAll || given.length > 1))
        throw new lib_errors/* CairnError */.eb('CAIRN_USAGE', '--override-source takes one source only.');
    const { parallel } = options;
    const connection = parallel === 0 ? context : { ...context, workers: parallel };
    const snapshot = async (scout, repository, config) => {
        const paths = (isAll ? await ownPaths(repository, context.signal) : given).map((path) => (0,external_node_path_.resolve)(context.cwd, path));
        if (paths.length === 0) {
            throw new lib_errors/* CairnError */.eb('CAIRN_USAGE', 'There is nothing to snapshot: this user has no snapshots of this machine yet.', {
                hint: 'Name folders or files.',
            });
        }
        const request = {
            ...options,
            sources: paths.map((path) => ({ path, source: sourceOf(context, override, path, repository.identity) })),
            mayRunHooks: !input.isOn('force-disable-actions') && (config.enableActions || input.isOn('force-enable-actions')),
            skipReason: input.isOn('force-disable-actions') ? '--force-disable-actions is given' : undefined,
            parallel: parallel === 0 ? undefined : parallel,
            stdin,
            isManual: override !== undefined || stdin !== undefined,
            repositoryPath: (0,storage_config/* storagePath */.BY)(config.storage),
            scout,
        };
        const { created, failure } = await createSnapshots(context, repository, request, (one) => show(context, input, one));
        const errors = created.flatMap(({ report }) => report.error ?? []);
        if (failure !== undefined) {
            errors.push((0,outcome/* reportedError */.kF)(failure));
            (0,error_lines/* logError */.v)(context.log, (0,outcome/* reportedError */.kF)(failure));
        }
        return (0,outcome/* combineExitCodes */.Og)(errors.map(({ code }) => outcome/* EXIT_CODES */.ai[lib_errors/* ERROR_CODES */.OQ[code]]));
    };
    return await (0,scout/* withScout */.p)(connection, async (scout) => await (0,commands_open/* withRepository */.Bq)(connection, { maintains: true }, (repository, config) => snapshot(scout, repository, config)));
}
/** Everything that the flags alone say. */
function optionsOf(input) {
    const startTimeNs = timeOf(input, 'start-time');
    const endTimeNs = timeOf(input, 'end-time');
    if (startTimeNs !== undefined && endTimeNs !== undefined && startTimeNs > endTimeNs)
        throw new lib_errors/* CairnError */.eb('CAIRN_USAGE', '--start-time is after --end-time.');
    const tags = Object.entries((0,snapshot_list.parseTags)(input.list('tags')));
    const description = input.text('description') ?? '';
    (0,store/* assertDescription */.pv)(description);
    return {
        tags: Object.fromEntries(tags.map(([key, value]) => [`tag:${key}`, value])),
        description,
        pins: (0,pins/* changedPins */.F)([], input.list('pin'), []) ?? [],
        startTimeNs,
        endTimeNs,
        forceHashPercent: (0,flag_values/* percentFlag */.ov)(input, 'force-hash') ?? 0,
        isFailFast: input.isOn('fail-fast'),
        maxReadBytes: Math.max(0, (0,flag_values/* integerFlag */.tB)(input, 'upload-limit-mb') ?? 0) * MIB,
        checkpointIntervalMs: checkpointIntervalOf(input),
        parallel: Math.max(0, (0,flag_values/* integerFlag */.tB)(input, 'parallel') ?? 0),
    };
}
function sourceOf(context, override, path, identity) {
    return override === undefined ? { ...identity, path } : (0,source_argument/* parseSourceArgument */.K)(override, context, identity);
}
function stdinOf(context, input, sourceCount) {
    const name = input.text('stdin-file');
    if (name === undefined)
        return undefined;
    if (sourceCount !== 1)
        throw new lib_errors/* CairnError */.eb('CAIRN_USAGE', '--stdin-file takes exactly one source.');
    if (/^$|^\.\.?$|[/\0]/.test(name))
        throw new lib_errors/* CairnError */.eb('CAIRN_USAGE', `--stdin-file "${name}" is not the name of a file.`);
    if ((0,flag_values/* integerFlag */.tB)(input, 'upload-limit-mb'))
        throw new lib_errors/* CairnError */.eb('CAIRN_USAGE', '--stdin-file and --upload-limit-mb do not go together.');
    return { name, bytes: context.input() };
}
/** Undefined leaves it at the usual interval, and so does 0, as in Kopia. */
function checkpointIntervalOf(input) {
    const ns = (0,flag_values/* durationFlagNs */.mM)(input, 'checkpoint-interval') ?? 0n;
    if (ns === 0n)
        return undefined;
    const ms = Number(ns / NS_PER_MS);
    if (ms < 1 || ms > checkpoint/* MAX_CHECKPOINT_INTERVAL_MS */.P)
        throw new lib_errors/* CairnError */.eb('CAIRN_USAGE', `--checkpoint-interval must be from 1ms to ${checkpoint/* MAX_CHECKPOINT_INTERVAL_MS */.P / 60_000}m.`);
    return ms;
}
function show(context, input, { report, manifest }) {
    const { log } = context;
    if (manifest !== undefined) {
        if (input.isOn('json'))
            context.print(jsonOf(input, manifest));
        else {
            const durationNs = manifest.endTimeNs - manifest.startTimeNs;
            const partial = manifest.incomplete === undefined ? '' : ' partial';
            const time = (0,kopia_text/* durationText */.S5)(durationNs - (durationNs % NS_PER_SECOND));
            log.info(`Created${partial} snapshot with root ${report.rootObjectId} and ID ${manifest.id} in ${time}`);
        }
        const ignored = manifest.rootEntry?.summary?.numIgnoredErrors ?? 0;
        if (ignored > 0)
            log.warning(`Ignored ${(0,format/* formatQuantity */.VZ)(ignored, 'error')} while snapshotting ${report.source}.`);
    }
    else if (report.error === undefined && report.status !== 'skipped') {
        log.info(`Not saving a snapshot: nothing has changed since ${report.matchedSnapshotId}.`);
    }
    if (report.error !== undefined)
        (0,error_lines/* logError */.v)(context.log, report.error);
}
function jsonOf(input, manifest) {
    const json = (0,snapshot_manifest/* showSnapshotManifest */.JM)(manifest, { hidesStats: !input.isOn('json-verbose') });
    if (!input.isOn('json-indent'))
        return json;
    // Kopia indents this value by four spaces a level, two more in all.
    return (0,indent_json/* indentJson */.h)(json).replace(/\n( *)/g, '\n  $1$1');
}
/** RFC 3339, or Kopia's `2006-01-02 15:04:05 UTC`. */
function timeOf(input, name) {
    const text = input.text(name);
    if (text === undefined || text === '')
        return undefined;
    const ns = (0,timestamp/* parseTimestamp */.l)(text.trim().replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?) (?:UTC|GMT)$/, '$1T$2Z'));
    if (ns === undefined) {
        throw new lib_errors/* CairnError */.eb('CAIRN_USAGE', `--${name} "${text}" is not a time.`, {
            hint: 'Write 2026-01-31T15:04:05Z or "2026-01-31 15:04:05 UTC".',
        });
    }
    return ns;
}


/***/ }),

/***/ 19370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ changedPins)
/* harmony export */ });
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56495);
/** Pins: names that keep a snapshot from being expired. */

/** The pins after adding and removing some, sorted; undefined when nothing changes by that. */
function changedPins(pins, add, remove) {
    const before = new Set(pins);
    const after = new Set([...pins, ...add]);
    for (const pin of remove)
        after.delete(pin);
    if (after.size === before.size && [...after].every((pin) => before.has(pin)))
        return undefined;
    return [...after].sort(_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .compareUtf8 */ .zq);
}


/***/ })

};
