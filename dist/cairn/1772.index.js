export const id = 1772;
export const ids = [1772];
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

/***/ 79849:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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

/***/ 51772:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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
// EXTERNAL MODULE: ./lib/commands/run/partial-error.js
var partial_error = __webpack_require__(43542);
// EXTERNAL MODULE: ./lib/commands/run/run-sources.js + 2 modules
var run_sources = __webpack_require__(40526);
// EXTERNAL MODULE: ./lib/commands/run/source.js + 23 modules
var run_source = __webpack_require__(84400);
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
        tolerance: partial_error/* TOLERANCE_BY_POLICY */.$,
        repository,
        scout: request.scout,
        hooks,
        layers: request.mayRunHooks ? layers : layers.map((layer) => ({ ...layer, hooks: {} })),
        isInsideActions: false,
        workspaceRealPath: context.cwd,
        leaveOut: request.repositoryPath === undefined ? [] : [(0,local/* statLocal */.oM)(request.repositoryPath)],
        parallel: request.parallel ?? (0,external_node_os_.availableParallelism)(),
        fileReads: request.parallel,
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
        logDetails: request.logDetails,
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
    // Kopia takes the current folder, which a script whose variable is not set did not mean.
    if (given.includes('')) {
        throw new lib_errors/* CairnError */.eb('CAIRN_USAGE', 'A source is empty.', {
            hint: 'Write . for the current folder. A variable that is not set gives an empty source too.',
        });
    }
    const options = optionsOf(context, input);
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
    const [first] = stdin === undefined && !isAll ? given : [];
    return await (0,scout/* withScout */.p)(connection, first === undefined ? undefined : (0,external_node_path_.resolve)(context.cwd, first), async (scout) => await (0,commands_open/* withRepository */.B)(connection, { maintains: true }, (repository, config) => snapshot(scout, repository, config)));
}
/** Everything that the flags alone say. */
function optionsOf(context, input) {
    const startTimeNs = timeOf(context, input, 'start-time');
    const endTimeNs = timeOf(context, input, 'end-time');
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
        logDetails: { directories: detailOf(input, 'log-dir-detail'), entries: detailOf(input, 'log-entry-detail') },
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
            const time = (0,kopia_text/* durationText */.S)(durationNs - (durationNs % NS_PER_SECOND));
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
    return input.isOn('json-indent') ? (0,indent_json/* indentJsonWide */.m)(json) : json;
}
/** Minus one leaves it to the policy, as in Kopia. */
function detailOf(input, name) {
    const detail = (0,flag_values/* integerFlag */.tB)(input, name);
    return detail === -1 ? undefined : detail;
}
/** RFC 3339, or a time as listings print it, such as `2026-01-31 15:04:05 CET` where that is the zone. */
function timeOf({ times }, input, name) {
    const text = input.text(name)?.trim();
    if (text === undefined || text === '')
        return undefined;
    const ns = (0,timestamp/* parseTimestamp */.l)(text.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?) (?:UTC|GMT)$/, '$1T$2Z')) ?? printedMoment(text, times);
    if (ns === undefined) {
        throw new lib_errors/* CairnError */.eb('CAIRN_USAGE', `--${name} "${text}" is not a time.`, {
            hint: 'Write 2026-01-31T15:04:05Z or "2026-01-31 15:04:05 UTC".',
        });
    }
    return ns;
}
const QUARTER_NS = 900000000000n;
/** The moment that is printed like this; clocks are whole quarters of an hour away from UTC, at most fourteen hours. */
function printedMoment(text, times) {
    const asUtc = (0,timestamp/* parseTimestamp */.l)(text.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) \S+$/, '$1T$2Z'));
    if (asUtc === undefined)
        return undefined;
    for (let quarters = -56n; quarters <= 56n; quarters++) {
        if (times.text(asUtc - quarters * QUARTER_NS) === text)
            return asUtc - quarters * QUARTER_NS;
    }
    return undefined;
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

/***/ 19370:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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
