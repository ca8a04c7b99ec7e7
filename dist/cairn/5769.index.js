export const id = 5769;
export const ids = [5769];
export const modules = {

/***/ 6583:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ beginEpochWhenDue)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** The last thing that a command which wrote does for the repository. */

/** Begins the next index epoch when it is time. Nothing depends on it, so a failure is only a line in the debug log. */
async function beginEpochWhenDue(repository, log, signal) {
    if (signal.aborted)
        return;
    try {
        const epoch = await repository.advanceEpoch(signal);
        if (epoch !== undefined)
            log.debug(`Began index epoch ${epoch}.`);
    }
    catch (error) {
        log.debug(`No index epoch was begun: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
    }
}


/***/ }),

/***/ 83727:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ hookServices)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/hooks/console.js
/** Puts the output of hooks on one log: a hook alone streams, hooks at the same time are printed one after the other. */


/** Shown of one hook, half at its beginning and half at its end. */
const SHOWN_LIMIT = 1_048_576;
const HALF = SHOWN_LIMIT / 2;
/** Of what is not shown, this much goes to a file. */
const FILE_LIMIT = 67_108_864;
class HookConsole {
    #sink;
    #options;
    #streaming;
    #finished = [];
    #count = 0;
    constructor(sink, options = {}) {
        this.#sink = sink;
        this.#options = options;
    }
    /** Starts the output of a hook. A hook that runs beside others for long says `isBackground` and is printed when it ends. */
    open(title, isBackground) {
        const file = this.#overflowFile();
        if (!isBackground && this.#streaming === undefined) {
            this.#sink.openGroup(title);
            const log = new BoundedLog((text) => this.#sink.line(text), file);
            this.#streaming = log;
            return {
                line: (text) => log.line(text),
                close: (summary) => {
                    log.close(summary);
                    this.#sink.closeGroup();
                    this.#streaming = undefined;
                    this.#printFinished();
                },
            };
        }
        const held = [];
        const log = new BoundedLog((text) => held.push(text), file);
        return {
            line: (text) => log.line(text),
            close: (summary) => {
                log.close(summary);
                this.#finished.push(() => {
                    this.#sink.openGroup(title);
                    for (const text of held)
                        this.#sink.line(text);
                    this.#sink.closeGroup();
                });
                if (this.#streaming === undefined)
                    this.#printFinished();
            },
        };
    }
    #printFinished() {
        const due = this.#finished;
        this.#finished = [];
        for (const print of due)
            print();
    }
    #overflowFile() {
        this.#count += 1;
        const { overflowDir } = this.#options;
        return overflowDir === undefined ? undefined : (0,external_node_path_.join)(overflowDir, `hook-${this.#count}.log`);
    }
}
/** First half shown at once, last half at the end, the middle in a file. */
class BoundedLog {
    #show;
    #file;
    #shown = 0;
    #tail = [];
    #tailStart = 0;
    #tailLength = 0;
    #omittedLines = 0;
    #fileHandle;
    #fileLength = 0;
    constructor(show, file) {
        this.#show = show;
        this.#file = file;
    }
    line(text) {
        if (this.#tail.length === 0 && this.#shown + text.length <= HALF) {
            this.#shown += text.length + 1;
            this.#show(text);
            return;
        }
        this.#tail.push(text);
        this.#tailLength += text.length + 1;
        while (this.#tailLength > HALF) {
            const first = this.#tail[this.#tailStart] ?? '';
            this.#tail[this.#tailStart] = '';
            this.#tailStart += 1;
            this.#tailLength -= first.length + 1;
            this.#omittedLines += 1;
            this.#keep(first);
        }
        if (this.#tailStart > 10_000 && this.#tailStart * 2 > this.#tail.length) {
            this.#tail = this.#tail.slice(this.#tailStart);
            this.#tailStart = 0;
        }
    }
    close(summary) {
        if (this.#omittedLines > 0) {
            const where = this.#fileHandle === undefined ? '' : `, kept in ${this.#file}`;
            this.#show(`… ${this.#omittedLines} lines not shown${where} …`);
        }
        for (const text of this.#tail.slice(this.#tailStart))
            this.#show(text);
        this.#tail = [];
        this.#show(summary);
        if (this.#fileHandle !== undefined)
            (0,external_node_fs_.closeSync)(this.#fileHandle);
    }
    #keep(text) {
        if (this.#file === undefined || this.#fileLength > FILE_LIMIT)
            return;
        try {
            if (this.#fileHandle === undefined) {
                (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(this.#file, '..'), { recursive: true, mode: 0o700 });
                this.#fileHandle = (0,external_node_fs_.openSync)(this.#file, 'w', 0o600);
            }
            this.#fileLength += (0,external_node_fs_.writeSync)(this.#fileHandle, `${text}\n`);
        }
        catch {
            // The disk is full: the log goes on without the middle.
            this.#fileLength = FILE_LIMIT + 1;
        }
    }
}

// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
;// CONCATENATED MODULE: ./lib/commands/hook-services.js
/** What hooks need from the command that runs them. */




/** Services of the hooks of one command. Output that is too long to show goes to files in a folder that is made when first needed. */
function hookServices(context, settings) {
    const tempDir = context.os.temporaryDirectory;
    return {
        supervisorEntry: (0,external_node_url_.fileURLToPath)(context.entryUrl),
        tempDir,
        cwd: context.cwd,
        workspaceRoot: settings.workspaceRoot,
        environment: context.env,
        environmentMode: settings.environmentMode,
        allowedSecrets: new Set(settings.allowedSecrets),
        cairnVersion: context.version,
        platform: context.platform,
        clock: context.clock,
        console: new HookConsole(context.hookSink, { overflowDir: (0,external_node_path_.join)(tempDir, `cairn-hook-output-${(0,bytes/* toHex */.nj)(context.random(6))}`) }),
        masks: context.masks,
        onMask: context.mask,
        event: settings.event,
        ref: settings.ref,
        signal: context.signal,
    };
}


/***/ }),

/***/ 32488:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ restoreOnlyReason),
/* harmony export */   x: () => (/* binding */ retentionWarning)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _repo_blob_backends_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61345);
/* harmony import */ var _repo_blob_storage_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7014);
/* harmony import */ var _repo_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45160);
/** What a run heeds when its repository is in the Actions cache (docs/backends/actions-cache.md). */




/** GitHub drops entries that nobody used for so long, unless the repository says otherwise. */
const EVICTION_DAYS = 7;
const DAYS = { keepHourly: 1 / 24, keepDaily: 1, keepWeekly: 7, keepMonthly: 30, keepAnnual: 365 };
/** Why the run can only read, as a sentence for people; undefined when it may write. Errors: those of `writeRefusalOf`. */
async function restoreOnlyReason(context, location) {
    const config = await configOf(location);
    const reason = config && (await (0,_repo_blob_backends_js__WEBPACK_IMPORTED_MODULE_1__/* .writeRefusalOf */ .TT)(config, context));
    if (reason === undefined)
        return undefined;
    return `Nothing can be saved in the Actions cache by this run: ${reason}. No snapshot was taken; restoring works.`;
}
/** A warning when the policy file wants to keep snapshots for longer than a cache does. */
function retentionWarning(location, layers) {
    if (location.kind !== 'location' || location.location.kind !== 'actions-cache')
        return undefined;
    for (const { origin, policy } of layers) {
        if (origin !== 'policy-file')
            continue;
        for (const key of ['keepAnnual', 'keepMonthly', 'keepWeekly', 'keepDaily', 'keepHourly']) {
            const count = policy.retention?.[key] ?? 0;
            if (count * DAYS[key] <= EVICTION_DAYS)
                continue;
            return (`The policy file keeps snapshots for longer than the Actions cache does (${key}: ${count}): GitHub drops what nobody used for ` +
                `${EVICTION_DAYS} days. It is a cache and no backup; use another store for snapshots that have to last.`);
        }
    }
    return undefined;
}
/** A connection file that cannot be read is told when the repository is opened. */
async function configOf(location) {
    if (location.kind === 'location')
        return (0,_repo_blob_storage_config_js__WEBPACK_IMPORTED_MODULE_2__/* .storageConfigOf */ .t4)(location.location);
    try {
        return (await (0,_repo_config_js__WEBPACK_IMPORTED_MODULE_3__/* .readClientConfig */ .Kg)(location.path)).storage;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 96984:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ MAX_CHECKPOINT_INTERVAL_MS),
/* harmony export */   S: () => (/* binding */ checkpointOf)
/* harmony export */ });
/* harmony import */ var _snapshot_expire_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73033);
/* harmony import */ var _snapshot_stats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77543);
/* harmony import */ var _snapshot_store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52541);



/** Longest time between two checkpoints, and the usual one: maintenance erases what no snapshot has named for a day. */
const MAX_CHECKPOINT_INTERVAL_MS = 45 * 60_000;
/** What the upload of a source does about checkpoints. Older ones go by the rules of retention, in the same commit. */
function checkpointOf(run, source, effective, startTimeNs) {
    const { context, repository } = run;
    return {
        intervalMs: run.checkpointIntervalMs ?? MAX_CHECKPOINT_INTERVAL_MS,
        async save(rootEntry) {
            const manifest = await (0,_snapshot_store_js__WEBPACK_IMPORTED_MODULE_2__/* .saveSnapshot */ .Os)(repository, {
                id: '',
                source,
                description: '',
                startTimeNs,
                endTimeNs: context.clock.nowNs(),
                stats: _snapshot_stats_js__WEBPACK_IMPORTED_MODULE_1__/* .EMPTY_STATS */ .Wh,
                incomplete: 'checkpoint',
                rootEntry,
                tags: {},
                pins: [],
            });
            await (0,_snapshot_expire_js__WEBPACK_IMPORTED_MODULE_0__/* .applyRetention */ .d)(repository, await (0,_snapshot_expire_js__WEBPACK_IMPORTED_MODULE_0__/* .planExpire */ .v)(repository, source, effective.policy));
            await repository.flush();
            context.log.debug(`Saved a checkpoint with root ${rootEntry.objectId} as ${manifest.id}.`);
        },
    };
}


/***/ }),

/***/ 75594:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  KF: () => (/* binding */ isMaintenanceDue),
  N9: () => (/* binding */ maintainAfterRun),
  OX: () => (/* binding */ maintainBeforePublishing)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/maintenance/due.js
var due = __webpack_require__(14317);
// EXTERNAL MODULE: ./lib/maintenance/parameters.js
var maintenance_parameters = __webpack_require__(55035);
// EXTERNAL MODULE: ./lib/maintenance/schedule.js
var schedule = __webpack_require__(36406);
;// CONCATENATED MODULE: ./lib/maintenance/ownership.js


/** Who owns maintenance when it is another client and full maintenance is due; undefined otherwise, and when nothing could be done about it. */
async function foreignMaintenance(repository) {
    if (repository.isReadOnly)
        return undefined;
    const { userName, host } = repository.identity;
    const self = `${userName}@${host}`;
    const parameters = await (0,maintenance_parameters/* loadParameters */.p0)(repository);
    if (parameters.owner === self)
        return undefined;
    const mode = (0,schedule/* dueMode */.AA)(parameters, (await (0,schedule/* loadSchedule */.g7)(repository.care)) ?? schedule/* EMPTY_SCHEDULE */.yX, repository.clock.nowNs());
    return mode === 'full' ? { owner: parameters.owner, self } : undefined;
}

// EXTERNAL MODULE: ./lib/commands/maintenance-run.js + 14 modules
var maintenance_run = __webpack_require__(71346);
// EXTERNAL MODULE: ./lib/commands/run/open-for-run.js + 1 modules
var open_for_run = __webpack_require__(11033);
;// CONCATENATED MODULE: ./lib/commands/run/maintain.js
/** Maintenance at the end of a run: after job.after, because nothing of the job waits for it (docs/hooks.md, "Order"). */





/** Whether maintenance is due and the identity of the run owns it. A fixed identity owns it on every machine the runs ever have. */
async function isMaintenanceDue(context, repository, remarks) {
    if (context.autoMaintenance === false || context.signal.aborted)
        return false;
    try {
        const isDue = (await (0,due/* dueMaintenance */.Qb)(repository)) !== undefined;
        if (!isDue)
            await noteOwner(context, repository, remarks);
        return isDue;
    }
    catch (error) {
        warn(context, remarks, error);
        return false;
    }
}
/** A repository that nobody maintains only grows: says so, and how the runs take over what the machine that created it may no longer do. */
async function noteOwner(context, repository, remarks) {
    const foreign = await foreignMaintenance(repository);
    if (foreign === undefined)
        return;
    const { owner, self } = foreign;
    const who = owner === '' ? 'nobody does it' : `only ${owner} does it`;
    const message = `Maintenance of the repository is due, and ${who}. To let these runs do it, run once: cairn maintenance set --owner=${self}`;
    remarks.notices.push(message);
    context.log.notice(message);
}
/** Opens the repository once more and maintains it. The snapshots are saved by now: what goes wrong here is a warning. */
async function maintainAfterRun(context, options, prepared, remarks) {
    await warningOnly(context, remarks, async () => {
        const { repository } = await (0,open_for_run/* openForRun */.x)(context, options, prepared);
        try {
            await (0,maintenance_run/* maintainWhenDue */.Qi)(context, repository);
        }
        finally {
            await repository.close();
        }
    });
}
/**
 * Maintains a repository whose store gathers what is put, before it is published: so a run has one upload for both. What goes wrong here is a
 * warning, and the snapshots are published nevertheless: maintenance may end after any of its steps.
 */
async function maintainBeforePublishing(context, repository, remarks) {
    await warningOnly(context, remarks, () => (0,maintenance_run/* maintainWhenDue */.Qi)(context, repository));
}
async function warningOnly(context, remarks, work) {
    if (context.signal.aborted)
        return;
    try {
        context.group.start('Maintenance');
        await work();
    }
    catch (error) {
        if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_CANCELLED'))
            warn(context, remarks, error);
    }
    finally {
        context.group.end();
    }
}
function warn(context, remarks, error) {
    const message = `The repository could not be maintained: ${(0,errors/* messageOf */.bD)(error)}`;
    remarks.warnings.push(message);
    context.log.warning(message);
}


/***/ }),

/***/ 11033:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ isToBeCreated),
  x: () => (/* binding */ openForRun)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/repo/blob/file-directories.js
var file_directories = __webpack_require__(25576);
// EXTERNAL MODULE: ./lib/repo/blob/filesystem.js
var filesystem = __webpack_require__(53011);
;// CONCATENATED MODULE: ./lib/repo/blob/filesystem-workspace.js
/** The folder `.cairn` of a workspace: kept out of Git by a file of its own. */





/** Makes the folder with a `.gitignore` that covers everything in it; leaves both alone when they are there. */
async function ensureWorkspaceFolder(path) {
    try {
        await (0,file_directories/* makeDirectories */.K)(filesystem/* nodeFileOperations */.zh, path, 0o700);
        await (0,promises_.writeFile)((0,external_node_path_.join)(path, '.gitignore'), '*\n', { flag: 'wx' });
    }
    catch (cause) {
        if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')
            return;
        throw new errors/* CairnError */.eb('CAIRN_STORAGE_FORBIDDEN', `Cannot make the folder ${path}: ${(0,errors/* messageOf */.bD)(cause)}.`, {
            hint: 'Give the user of this run write access to the workspace, or name another place with "repository".',
            cause,
        });
    }
}

// EXTERNAL MODULE: ./lib/repo/blob/location.js
var blob_location = __webpack_require__(80459);
// EXTERNAL MODULE: ./lib/repo/blob/open.js + 1 modules
var blob_open = __webpack_require__(72144);
// EXTERNAL MODULE: ./lib/repo/blob/storage-config.js
var storage_config = __webpack_require__(7014);
// EXTERNAL MODULE: ./lib/repo/blob/throttle-limits.js
var throttle_limits = __webpack_require__(56177);
// EXTERNAL MODULE: ./lib/repo/blob/throttling.js
var throttling = __webpack_require__(43155);
// EXTERNAL MODULE: ./lib/repo/config.js
var repo_config = __webpack_require__(45160);
// EXTERNAL MODULE: ./lib/repo/repository.js + 14 modules
var repository = __webpack_require__(2371);
// EXTERNAL MODULE: ./lib/commands/password.js
var commands_password = __webpack_require__(16845);
// EXTERNAL MODULE: ./lib/commands/read-cache.js + 3 modules
var read_cache = __webpack_require__(87407);
// EXTERNAL MODULE: ./lib/commands/storage-options.js
var storage_options = __webpack_require__(62440);
;// CONCATENATED MODULE: ./lib/commands/run/open-for-run.js
/** Opens the repository of a run by its location, and makes a missing one only where that was asked for. */













/** What a missing repository looks like; every other error of opening a storage stays an error. */
const ABSENT = ['CAIRN_STORAGE_ROOT_MISSING', 'CAIRN_STORAGE_EMPTY'];
/** Errors: those of the storage, the password and the format. An absent repository stays absent unless the run may create it. */
async function openForRun(context, options, prepared, access = 'write') {
    const readonly = access === 'read';
    const { location } = prepared;
    if (location.kind === 'config') {
        const config = await (0,repo_config/* readClientConfig */.Kg)(location.path);
        const { password, origin } = await (0,commands_password/* resolvePassword */.IM)(context, { given: options.password, stored: await (0,repo_config/* readPassword */.kf)(location.path) });
        const unlimited = await (0,blob_open/* openStorage */.G)(config.storage, { ...(0,storage_options/* storageOptions */.E)(context), mode: 'existing', readonly });
        const storage = (0,read_cache/* withReadCache */.L5)(context, config.storage, (0,throttling/* throttling */.A)(unlimited, (0,throttle_limits/* limitsOf */.Af)(config), context.clock));
        const repository = await open_for_run_open(context, prepared, storage, password, readonly);
        const path = pathOfConfig(config.storage);
        return {
            repository,
            displayName: storage.displayName,
            wasCreated: false,
            passwordOrigin: origin,
            ownPaths: [...(path === undefined ? [] : [path]), ...cachePaths(context)],
        };
    }
    const { password, origin } = await (0,commands_password/* resolvePassword */.IM)(context, { given: options.password, isNew: false });
    const { storage, isNew } = await openOrCreateStorage(context, location, readonly);
    const repository = isNew ? await create(context, prepared, storage, password) : await open_for_run_open(context, prepared, storage, password, readonly);
    const path = location.location.kind === 'filesystem' ? location.location.path : undefined;
    return {
        repository,
        displayName: (0,blob_location/* formatLocation */.j)(location.location),
        wasCreated: isNew,
        passwordOrigin: origin,
        ownPaths: [...(path === undefined ? [] : location.isWorkspaceDefault ? [path, (0,external_node_path_.dirname)(path)] : [path]), ...cachePaths(context)],
    };
}
/** Whether an error of opening only says that the repository is not there, where a run would make it. */
function isToBeCreated(error, location) {
    return location.kind === 'location' && location.mayCreate && ABSENT.some((code) => (0,errors/* isCairnError */.qN)(error, code));
}
async function openOrCreateStorage(context, place, readonly) {
    const { location, isWorkspaceDefault } = place;
    try {
        const storage = await (0,blob_open/* openStorage */.G)(location, { ...(0,storage_options/* storageOptions */.E)(context), mode: 'existing', readonly });
        return { storage: (0,read_cache/* withReadCache */.L5)(context, (0,storage_config/* storageConfigOf */.t4)(location), storage), isNew: false };
    }
    catch (error) {
        if (readonly || !isToBeCreated(error, place))
            throw error;
    }
    if (isWorkspaceDefault && location.kind === 'filesystem')
        await ensureWorkspaceFolder((0,external_node_path_.dirname)(location.path));
    return { storage: await (0,blob_open/* openStorage */.G)(location, { ...(0,storage_options/* storageOptions */.E)(context), mode: 'create' }), isNew: true };
}
async function open_for_run_open(context, prepared, storage, password, readonly) {
    return await closingOnFailure(storage, () => (0,repository/* openRepository */.h_)({ ...engineOptions(context, prepared, storage), password, readonly }));
}
async function create(context, prepared, storage, password) {
    return await closingOnFailure(storage, () => (0,repository/* createRepository */.vB)({ ...engineOptions(context, prepared, storage), password }));
}
async function closingOnFailure(storage, work) {
    try {
        return await work();
    }
    catch (error) {
        await storage.close();
        throw error;
    }
}
function engineOptions(context, { root }, storage) {
    return {
        storage,
        identity: { userName: root.userName, host: root.host },
        clock: context.clock,
        random: context.random,
        log: context.log,
        workerUrl: new URL(context.entryUrl),
        signal: context.signal,
        workers: context.workers,
        // One upload for the whole run, where every upload counts.
        gathersFlushes: true,
    };
}
function cachePaths({ readCache }) {
    return readCache === undefined ? [] : [readCache.directory];
}
function pathOfConfig(storage) {
    const path = Object.getOwnPropertyDescriptor(storage.config, 'path')?.value;
    return typeof path === 'string' ? path : undefined;
}


/***/ }),

/***/ 46690:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ DEFAULT_RUN_OPTIONS)
/* harmony export */ });
/** What a caller may ask of a run: the action's inputs and the flags of `cairn run`, one to one (docs/cli.md, "run"). */
/** The values that the table of inputs in action.yml shows. */
const DEFAULT_RUN_OPTIONS = {
    policyFile: '.github/cairn.yml',
    isPolicyFileGiven: false,
    repository: undefined,
    password: undefined,
    enableActions: undefined,
    allowRepositoryHooks: false,
    hookSecrets: [],
    sources: [],
    sourceSuffix: '',
    createRepository: false,
    allowOutsideWorkspace: false,
    onMissingSource: 'error',
    onUnreadableFile: 'error',
    configFile: undefined,
};


/***/ }),

/***/ 43542:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ TOLERANCE_BY_POLICY),
/* harmony export */   C: () => (/* binding */ partialError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** The error of a snapshot from which entries are missing: what to do depends on why they are, and on what was asked for. */

/** Ends of the messages of `fsError` for what the user of the run may not read. */
const DENIED = /: (permission denied|operation not permitted)\.$/;
/** How the user says that entries may be missing, when the command has no option of its own. */
const TOLERANCE_BY_POLICY = 'let the policy of the source ignore such errors ("cairn policy set")';
/** `tolerance` says how such entries become no errors, as the end of a sentence. */
function partialError(message, { failures, incomplete }, tolerance) {
    const saved = incomplete === undefined ? 'The snapshot is saved without them.' : 'The snapshot ended early and is incomplete.';
    const remedy = failures.some(({ error }) => DENIED.test(error))
        ? 'Fix the permissions, ignore the files in the policy'
        : 'What was said of each tells why. Mend that, ignore the paths in the policy';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_SNAPSHOT_PARTIAL', `${message}.`, { hint: `${saved} ${remedy}, or ${tolerance}.` });
}


/***/ }),

/***/ 52278:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ PreparationFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** A run that could not be prepared, with what is known of it all the same: the report then still shows the findings of the policy file. */

class PreparationFailure extends Error {
    error;
    prepared;
    constructor(error, prepared) {
        super((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
        this.error = error;
        this.prepared = prepared;
    }
}


/***/ }),

/***/ 39103:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hz: () => (/* binding */ consentQuestion),
/* harmony export */   Ic: () => (/* binding */ usesOfLayers),
/* harmony export */   Z0: () => (/* binding */ prepareRun)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _fs_local_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48844);
/* harmony import */ var _policy_target_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(95181);
/* harmony import */ var _policyfile_consent_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(66954);
/* harmony import */ var _policyfile_load_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42318);
/* harmony import */ var _policyfile_targets_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(34054);
/* harmony import */ var _policyfile_trust_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53122);
/* harmony import */ var _repo_blob_location_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80459);
/* harmony import */ var _snapshot_source_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78267);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3364);
/* harmony import */ var _preparation_failure_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(52278);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(31206);
/** The part of a run before anything happens: policy file, event, identity, sources, location, consent for the file's hooks. */













const PASSWORD_VARIABLES = ['KOPIA_PASSWORD', 'CAIRN_PASSWORD'];
const DEFAULT_FOLDER = '.cairn/repository';
/**
 * Prepares a run; writes nothing and runs nothing. For a plan, which only names hooks, nobody need agree to them.
 *
 * Throws PreparationFailure around what is known so far: policy file errors, refused events, missing consent, bad locations.
 */
function prepareRun(context, options, event, remarks, purpose = 'run') {
    const workspaceRoot = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,_policyfile_load_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceRootOf */ .dP)(options.policyFile, event === undefined ? undefined : context.env['GITHUB_WORKSPACE'], context.cwd));
    // On a terminal a relative path starts where the user stands, as everywhere.
    const policyPath = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(event === undefined ? context.cwd : workspaceRoot, options.policyFile);
    const local = localRoot(context, workspaceRoot);
    const loaded = load(context, options, policyPath, workspaceRoot, event, local);
    const draft = {
        workspaceRoot,
        workspaceRealPath: (0,_fs_local_js__WEBPACK_IMPORTED_MODULE_2__/* .openLocalSource */ .N_)(workspaceRoot).path,
        runTag: event?.run,
        file: loaded?.file,
        policyPath,
        diagnostics: loaded?.diagnostics ?? [],
        root: local,
        baseRoot: undefined,
        layers: [],
        jobBefore: [],
        jobAfter: [],
        sources: [],
        location: { kind: 'config', path: '' },
    };
    try {
        if (loaded === undefined)
            note(context, remarks, `There is no policy file ${options.policyFile}: the workspace is snapshotted with defaults.`);
        for (const finding of loaded?.diagnostics ?? [])
            logFinding(context, options, finding);
        const file = loaded === undefined ? undefined : (0,_policyfile_load_js__WEBPACK_IMPORTED_MODULE_3__/* .requirePolicyFile */ .mc)(loaded);
        return complete(context, options, event, remarks, { ...draft, file }, purpose);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb)
            throw new _preparation_failure_js__WEBPACK_IMPORTED_MODULE_8__/* .PreparationFailure */ .A(error, draft);
        throw error;
    }
}
function complete(context, options, event, remarks, draft, purpose) {
    const { file, workspaceRoot } = draft;
    const identity = identityInputs(draft.root, file, event);
    const whole = (0,_snapshot_source_js__WEBPACK_IMPORTED_MODULE_6__/* .workspaceIdentity */ .m)(identity);
    const pull = event?.pullRequest;
    const root = (0,_snapshot_source_js__WEBPACK_IMPORTED_MODULE_6__/* .workspaceIdentity */ .m)({ ...identity, suffix: options.sourceSuffix, pullRequest: pull });
    const layers = file === undefined ? [] : (0,_policyfile_targets_js__WEBPACK_IMPORTED_MODULE_10__/* .resolveTargets */ .h5)(file, { userName: root.userName, host: root.host, root: root.path });
    const sources = (0,_sources_js__WEBPACK_IMPORTED_MODULE_9__/* .resolveSources */ .l)({ given: options.sources, file, workspaceRoot, root });
    const prepared = { ...draft, root, baseRoot: pull === undefined || root.path === whole.path ? undefined : whole, sources };
    const trust = (0,_policyfile_trust_js__WEBPACK_IMPORTED_MODULE_4__/* .judgeTrust */ .g)(event?.trust ?? { eventName: undefined });
    if (!trust.mayWrite) {
        const hasPassword = options.password !== undefined || PASSWORD_VARIABLES.some((name) => (context.env[name] ?? '').trim() !== '');
        if (event?.name === 'pull_request' && !hasPassword) {
            return { ...prepared, location: draft.location, skip: `${trust.reason} There is no password for it, so nothing was done.` };
        }
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_HOOKS_REFUSED_UNTRUSTED_EVENT', `${trust.reason} Hooks do not run and nothing is written.`, {
            hint: 'Run the backup on push or schedule, and check policy files of pull requests with "cairn validate".',
        });
    }
    const jobBefore = file?.job.before ?? [];
    const jobAfter = file?.job.after ?? [];
    const consent = purpose === 'plan' ? { kind: 'run' } : (0,_policyfile_consent_js__WEBPACK_IMPORTED_MODULE_11__/* .decideConsent */ .t)(consentQuestion(options, { layers, jobBefore, jobAfter, sources }));
    if (consent.kind === 'refuse')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb(consent.code, consent.message, { hint: consent.hint });
    if (consent.kind === 'skip')
        for (const notice of consent.notices)
            note(context, remarks, notice);
    const location = locate(context, options, event, draft);
    const isSkipping = consent.kind === 'skip';
    return {
        ...prepared,
        location,
        layers: isSkipping ? layers.map((layer) => ({ ...layer, hooks: {} })) : layers,
        jobBefore: isSkipping ? [] : jobBefore,
        jobAfter: isSkipping ? [] : jobAfter,
        sources: isSkipping ? sources.filter((source) => source.kind === 'path') : sources,
    };
}
function load(context, options, path, workspaceRoot, event, local) {
    const fallback = (0,_snapshot_source_js__WEBPACK_IMPORTED_MODULE_6__/* .workspaceIdentity */ .m)(identityInputs(local, undefined, event));
    try {
        return (0,_policyfile_load_js__WEBPACK_IMPORTED_MODULE_3__/* .loadPolicyFile */ .n$)(path, {
            workspaceRoot,
            purpose: 'run',
            // Hooks that will not run, or whose consent or event is judged first, need no secrets.
            ...(options.enableActions === true && (0,_policyfile_trust_js__WEBPACK_IMPORTED_MODULE_4__/* .judgeTrust */ .g)(event?.trust ?? { eventName: undefined }).mayWrite
                ? {
                    availableSecrets: options.hookSecrets.filter((name) => context.env[name] !== undefined),
                    unsetSecrets: options.hookSecrets.filter((name) => context.env[name] === undefined),
                }
                : {}),
            identity: { userName: fallback.userName, host: fallback.host, root: fallback.path },
        });
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isCairnError */ .qN)(error, 'CAIRN_POLICY_FILE_MISSING') && !options.isPolicyFileGiven) {
            const above = event === undefined ? (0,_policyfile_load_js__WEBPACK_IMPORTED_MODULE_3__/* .policyFileAbove */ .EE)(workspaceRoot, options.policyFile) : undefined;
            if (above === undefined)
                return undefined;
            const message = `There is no policy file in ${workspaceRoot}, but there is one above it: ${above}.`;
            const hint = 'Run the command in that workspace, or name the file with --policy-file.';
            throw new _preparation_failure_js__WEBPACK_IMPORTED_MODULE_8__/* .PreparationFailure */ .A(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_POLICY_FILE_MISSING', message, { hint }), undefined);
        }
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb)
            throw new _preparation_failure_js__WEBPACK_IMPORTED_MODULE_8__/* .PreparationFailure */ .A(error, undefined);
        throw error;
    }
}
function identityInputs(local, file, event) {
    return { user: file?.source.user, host: file?.source.host, root: file?.source.root, githubRepository: event?.repository, local };
}
function localRoot(context, workspaceRoot) {
    return { ...(0,_open_js__WEBPACK_IMPORTED_MODULE_7__/* .identityOf */ .c)(context), path: context.platform === 'win32' ? workspaceRoot.replaceAll('\\', '/') : workspaceRoot };
}
function locate(context, options, event, { file, workspaceRoot }) {
    const text = options.repository ?? file?.repository;
    const where = { workspaceRoot, platform: context.platform, home: context.os.homeDirectory };
    if (text !== undefined) {
        const location = (0,_repo_blob_location_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLocation */ .z)(text, where);
        // A cache is empty now and then, and nothing is lost when it begins anew.
        const mayCreate = options.createRepository || location.kind === 'actions-cache';
        return { kind: 'location', location, isWorkspaceDefault: false, mayCreate };
    }
    if (options.configFile !== undefined)
        return { kind: 'config', path: options.configFile };
    if (event?.isGitHubHosted) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_LOCATION_MISSING', 'Nothing says where the repository is, and this machine will be gone after the job.', {
            hint: 'Set the input "repository" or "repository:" in the policy file to a location such as s3://bucket/folder, azblob://…, gs://… or actions-cache:name (docs/backends.md).',
        });
    }
    return { kind: 'location', location: (0,_repo_blob_location_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLocation */ .z)(DEFAULT_FOLDER, where), isWorkspaceDefault: true, mayCreate: true };
}
function note(context, remarks, message) {
    remarks.notices.push(message);
    context.log.notice(message);
}
/** Findings go to the log as they are; the action makes annotations of them afterwards. */
function logFinding(context, options, finding) {
    const line = `${options.policyFile}:${finding.range.startLine}:${finding.range.startColumn} ${finding.code} ${finding.message}`;
    const text = finding.hint === undefined ? line : `${line} ${finding.hint}`;
    if (finding.severity === 'notice')
        context.log.debug(text);
    else
        context.log.info(`${finding.severity} ${text}`);
}
const KEYS = ['beforeSnapshotRoot', 'afterSnapshotRoot', 'beforeFolder', 'afterFolder'];
/** Every hook of some layers, for the question of consent. */
function usesOfLayers(layers) {
    return layers.flatMap((layer) => KEYS.flatMap((key) => usesOf(layer.hooks[key], (0,_policy_target_js__WEBPACK_IMPORTED_MODULE_12__/* .formatTarget */ .P4)(layer.target), key)));
}
/** What has to be agreed to before the hooks of the policy file may run. */
function consentQuestion(options, { layers, jobBefore, jobAfter, sources }) {
    return {
        enableActions: options.enableActions,
        allowRepositoryHooks: options.allowRepositoryHooks,
        hooks: [...usesOfLayers(layers), ...usesOfJob(jobBefore, 'job.before'), ...usesOfJob(jobAfter, 'job.after'), ...usesOfStreams(sources)],
    };
}
function usesOf(hooks, target, key) {
    return (hooks ?? []).map((hook) => ({ target, key, hook }));
}
function usesOfJob(hooks, key) {
    return hooks.map((hook) => ({ target: 'the run', key, hook }));
}
function usesOfStreams(sources) {
    return sources.flatMap((source) => source.kind === 'stream' ? [{ target: (0,_policy_target_js__WEBPACK_IMPORTED_MODULE_12__/* .formatSource */ .j2)(source.source), key: 'stream', hook: source.stream.hook }] : []);
}


/***/ }),

/***/ 3571:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ findPrevious)
/* harmony export */ });
/* harmony import */ var _snapshot_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52541);

/** Looks up the earlier snapshots of `source`, and the newest of the base branch's for a pull request. */
async function findPrevious({ repository, baseOf, warn }, source) {
    const all = await (0,_snapshot_store_js__WEBPACK_IMPORTED_MODULE_0__/* .listSnapshots */ .jQ)(repository, source, undefined, (error) => warn(error.message));
    const complete = all.findLast((snapshot) => snapshot.incomplete === undefined);
    const incomplete = all.filter((snapshot) => snapshot.incomplete !== undefined && (complete === undefined || snapshot.startTimeNs > complete.startTimeNs));
    const snapshots = complete === undefined ? incomplete : [complete, ...incomplete];
    const baseSource = baseOf(source);
    const base = baseSource === undefined ? undefined : (await (0,_snapshot_store_js__WEBPACK_IMPORTED_MODULE_0__/* .listSnapshots */ .jQ)(repository, baseSource)).findLast((one) => one.incomplete === undefined);
    const bases = base?.rootEntry === undefined ? [] : [base.rootEntry];
    return { snapshots, bases, matchedId: complete?.id ?? snapshots[0]?.id ?? base?.id ?? '' };
}


/***/ }),

/***/ 94229:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ recordedTimes)
/* harmony export */ });
/** The times that a snapshot is recorded with: the real ones, or others that the user gave. */
/** Of two given times each replaces its own; one alone moves the other as well, so that the snapshot lasts as long as it did. */
function recordedTimes(real, given) {
    const { startTimeNs, endTimeNs } = given ?? {};
    const durationNs = real.endTimeNs - real.startTimeNs;
    if (startTimeNs !== undefined)
        return { startTimeNs, endTimeNs: endTimeNs ?? startTimeNs + durationNs };
    return endTimeNs === undefined ? real : { startTimeNs: endTimeNs - durationNs, endTimeNs };
}


/***/ }),

/***/ 40526:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ runSources),
  t: () => (/* binding */ storedHooksOf)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/fs/local.js
var local = __webpack_require__(48844);
// EXTERNAL MODULE: ./lib/policy/effective.js
var policy_effective = __webpack_require__(91487);
// EXTERNAL MODULE: ./lib/policy/target.js
var policy_target = __webpack_require__(95181);
// EXTERNAL MODULE: ./lib/policyfile/consent.js
var consent = __webpack_require__(66954);
// EXTERNAL MODULE: ./lib/snapshot/policies.js
var policies = __webpack_require__(36472);
// EXTERNAL MODULE: ./lib/snapshot/store.js
var store = __webpack_require__(52541);
// EXTERNAL MODULE: ./lib/commands/epoch.js
var epoch = __webpack_require__(6583);
// EXTERNAL MODULE: ./lib/commands/scout.js
var scout = __webpack_require__(24040);
// EXTERNAL MODULE: ./lib/commands/run/cache-rules.js
var cache_rules = __webpack_require__(32488);
// EXTERNAL MODULE: ./lib/commands/run/maintain.js + 1 modules
var maintain = __webpack_require__(75594);
// EXTERNAL MODULE: ./lib/commands/run/open-for-run.js + 1 modules
var open_for_run = __webpack_require__(11033);
// EXTERNAL MODULE: ./lib/commands/run/outcome.js
var outcome = __webpack_require__(62404);
// EXTERNAL MODULE: ./lib/commands/run/prepare.js
var prepare = __webpack_require__(39103);
// EXTERNAL MODULE: ./lib/commands/run/source.js + 23 modules
var run_source = __webpack_require__(84400);
// EXTERNAL MODULE: ./lib/commands/run/source-report.js
var source_report = __webpack_require__(1062);
// EXTERNAL MODULE: ./lib/hooks/result.js
var hooks_result = __webpack_require__(29023);
// EXTERNAL MODULE: ./lib/policy/tree.js
var policy_tree = __webpack_require__(93304);
// EXTERNAL MODULE: ./lib/snapshot/upload/stream.js
var upload_stream = __webpack_require__(27486);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/commands/run/previous.js
var run_previous = __webpack_require__(3571);
// EXTERNAL MODULE: ./lib/commands/run/save.js
var save = __webpack_require__(67923);
// EXTERNAL MODULE: ./lib/commands/run/stream-report.js
var stream_report = __webpack_require__(70497);
;// CONCATENATED MODULE: ./lib/commands/run/stream-source.js
/** A stream source: the output of a command becomes the one file of a snapshot of its own (docs/hooks.md, "Streams"). */









/** Runs the command and stores its output; a command that fails leaves no manifest. Never rejects. */
async function runStreamSource(run, source) {
    return await (0,stream_report/* reportStream */.j)(run.context.clock, source.source, source.label, () => snapshotStream(run, source));
}
async function snapshotStream(run, source) {
    const { context, repository } = run;
    const startTimeNs = context.clock.nowNs();
    const tree = (0,policy_tree/* policyTree */.N)(source.source, run.layers);
    const workspace = run.workspaceRealPath;
    const session = run.hooks.openSession({ level: 'root', hooks: tree.effective.hooks, sourcePath: workspace, label: source.label });
    let outcome = { status: 'failed' };
    let failure;
    let uploaded;
    try {
        const before = await session.before();
        if (before.failure !== undefined)
            throw before.failure;
        if (before.status === 'skipped')
            outcome = { status: 'skipped' };
        else {
            uploaded = await store();
            const { rootEntry, summary } = uploaded.result;
            const { status } = (0,stream_report/* streamFacts */.I)(uploaded.result, uploaded.previous);
            outcome = {
                status: 'uploaded',
                ...(status === undefined ? {} : { runStatus: status }),
                rootObjectId: rootEntry.objectId,
                files: 1,
                bytes: summary.size,
            };
        }
    }
    catch (error) {
        failure = error;
        outcome = { status: (0,errors/* isCairnError */.qN)(error, 'CAIRN_CANCELLED') ? 'cancelled' : 'failed', error: (0,errors/* messageOf */.bD)(error) };
    }
    const endTimeNs = context.clock.nowNs();
    const after = await session.after(outcome);
    if (failure !== undefined)
        return (0,source_report/* failedSource */.x6)(failure, after.failure);
    if (uploaded === undefined)
        return (0,source_report/* withLateFailure */.jJ)({ status: 'skipped' }, after.failure);
    const { result, previous } = uploaded;
    const saved = await (0,save/* saveUpload */.f)(run, source.source, result, previous, tree.effective, { startTimeNs, endTimeNs });
    return { ...saved, ...(0,source_report/* withLateFailure */.jJ)((0,stream_report/* streamFacts */.I)(result, previous), after.failure) };
    async function store() {
        const previous = await (0,run_previous/* findPrevious */.v)(run, source.source);
        const { hook, minSizeBytes } = source.stream;
        const stream = run.hooks.openStream(hook, { phase: 'stream', sessionId: (0,bytes/* toHex */.nj)(context.random(8)), label: source.label, sourcePath: workspace, snapshotPath: workspace }, minSizeBytes);
        const result = await (0,upload_stream/* uploadStream */.C)({
            repository,
            name: source.stream.name,
            bytes: stream.bytes,
            policies: tree,
            previous: previous.snapshots,
            clock: context.clock,
            signal: context.signal,
        });
        // Only the end of the command tells whether the bytes are good: without a manifest they are nothing.
        const ended = await stream.result;
        if ((0,hooks_result/* isFailure */.N6)(ended))
            throw (0,hooks_result/* hookError */.wn)(ended);
        return { result, previous };
    }
}

;// CONCATENATED MODULE: ./lib/commands/run/unused-keys.js
const UNUSED_KEYS = [
    {
        name: 'scheduling',
        isSet: ({ scheduling }) => Object.keys(scheduling ?? {}).length > 0,
        instead: 'when a run starts is up to the workflow, or to whoever starts it.',
    },
    {
        name: 'osSnapshots',
        isSet: ({ osSnapshots }) => (osSnapshots?.volumeShadowCopy?.enable ?? 0) > 0,
        instead: 'files are read as they are. A before-hook can make a shadow copy and say where it is (docs/hooks.md, "Redirect").',
    },
    {
        name: 'upload.maxParallelSnapshots',
        // One at a time is what a run does, and what Kopia writes into the policy of every new repository.
        isSet: ({ upload }) => (upload?.maxParallelSnapshots ?? 1) !== 1,
        instead: 'a run snapshots its sources one after the other.',
    },
];
/** One notice for each such key that a policy of the file sets. */
function unusedKeyNotices(layers) {
    const policies = layers.filter(({ origin }) => origin === 'policy-file').map(({ policy }) => policy);
    return UNUSED_KEYS.filter(({ isSet }) => policies.some(isSet)).map(({ name, instead }) => `This version does not act on "${name}" of the policy file: ${instead}`);
}

;// CONCATENATED MODULE: ./lib/commands/run/run-sources.js
/** The part of a run with the repository open: policies stored there, then each source in turn. */



















/** Opens the repository and snapshots every source. Rejects when the repository cannot be opened or its hooks have no consent. */
async function runSources(context, options, prepared, hooks, remarks, listeners) {
    (0,errors/* throwIfCancelled */.dZ)(context.signal);
    const first = prepared.sources.find((source) => source.kind === 'path');
    await (0,scout/* withScout */.p)(context, first?.path, (scout) => runWith(scout, context, options, prepared, hooks, remarks, listeners));
}
async function runWith(scout, context, options, prepared, hooks, remarks, listeners) {
    context.group.start('Repository');
    const opened = await (0,open_for_run/* openForRun */.x)(context, options, prepared);
    const { repository } = opened;
    listeners.onOpen({
        location: opened.displayName,
        uniqueId: repository.facts.uniqueId,
        wasCreated: opened.wasCreated,
        uploadedBytes: () => repository.counters().uploadedBytes,
    });
    try {
        context.log.info(`Repository ${opened.displayName}${opened.wasCreated ? ', created by this run' : ''}; password from ${opened.passwordOrigin}`);
        context.log.info(`Identity ${(0,policy_target/* formatSource */.j2)(prepared.root)}`);
        const run = {
            context,
            options,
            repository,
            scout,
            hooks,
            layers: [...prepared.layers, ...(await storedLayers(context, options, prepared, repository, remarks))],
            isInsideActions: context.env['GITHUB_ACTIONS'] === 'true',
            workspaceRealPath: prepared.workspaceRealPath,
            leaveOut: opened.ownPaths.flatMap(identityOfPath),
            parallel: (0,external_node_os_.availableParallelism)(),
            tags: tagsOf(prepared),
            description: '',
            pins: [],
            baseOf: (source) => baseSource(prepared, source),
            beforeFolderFailures: new Map(),
            afterFolderFailures: new Map(),
            note: (message) => {
                remarks.notices.push(message);
                context.log.notice(message);
            },
            warn: (message) => {
                remarks.warnings.push(message);
                context.log.warning(message);
            },
        };
        for (const notice of unusedKeyNotices(prepared.layers))
            run.note(notice);
        const warning = (0,cache_rules/* retentionWarning */.x)(prepared.location, prepared.layers);
        if (warning !== undefined)
            run.warn(warning);
        const saved = [];
        context.group.end();
        try {
            for (const source of prepared.sources) {
                if (context.signal.aborted) {
                    listeners.onSource({
                        ...(0,source_report/* emptyReport */._O)((0,policy_target/* formatSource */.j2)(source.source), source.label),
                        status: 'cancelled',
                        error: (0,outcome/* reportedError */.kF)((0,errors/* cancelled */.KW)()),
                    });
                    continue;
                }
                await warnOfSecondJob(run, prepared, source.source);
                context.group.start(`Snapshot of ${source.label}`);
                context.log.info(`Snapshotting ${source.label} as ${(0,policy_target/* formatSource */.j2)(source.source)}`);
                const report = source.kind === 'path' ? await (0,run_source/* runPathSource */.K)(run, source) : await runStreamSource(run, source);
                if (report.snapshotId !== '')
                    saved.push(report.snapshotId);
                listeners.onSource(report);
                context.group.end();
            }
            await (0,epoch/* beginEpochWhenDue */.T)(repository, context.log, context.signal);
            if (await (0,maintain/* isMaintenanceDue */.KF)(context, repository, remarks)) {
                if (repository.care.storage.flush === undefined)
                    listeners.onMaintenanceDue();
                else
                    await (0,maintain/* maintainBeforePublishing */.OX)(context, repository, remarks);
            }
        }
        finally {
            // Also when one of them could not be finished: the others are told to be saved.
            await publish(context, repository, saved, listeners);
        }
    }
    finally {
        context.group.end();
        await repository.close();
    }
}
async function publish({ signal }, repository, saved, listeners) {
    try {
        // What was saved before a cancel is worth the last seconds.
        await repository.publish(saved, signal.aborted ? undefined : signal);
    }
    catch (error) {
        listeners.onUnpublished(error);
    }
}
/** Policies stored in the repository, with their hooks only when the caller allows them. */
async function storedLayers(context, options, prepared, repository, remarks) {
    const layers = await (0,policies/* repositoryLayers */.Nj)(repository, context.signal);
    const uses = prepared.sources.flatMap(({ source }) => storedHooksOf(source, layers, prepared.layers));
    const decision = (0,consent/* decideConsent */.t)({ enableActions: options.enableActions, allowRepositoryHooks: options.allowRepositoryHooks, hooks: uses });
    if (decision.kind === 'refuse')
        throw new errors/* CairnError */.eb(decision.code, decision.message, { hint: decision.hint });
    if (decision.kind === 'run')
        return layers;
    for (const notice of decision.notices) {
        remarks.notices.push(notice);
        context.log.notice(notice);
    }
    return layers.map((layer) => ({ ...layer, hooks: {} }));
}
/** Hooks of stored policies that concern a source: those that come down to it, and those of folders below it. */
function storedHooksOf(source, stored, stronger = []) {
    const effective = (0,policy_effective/* effectivePolicy */.Ci)(source, [...stronger, ...stored]);
    const own = Object.entries(effective.hooks).flatMap(([key, hooks]) => (hooks ?? []).flatMap((hook) => (hook.origin.kind === 'repository' ? [{ target: hook.origin.target, key, hook }] : [])));
    const below = stored.filter(({ target }) => target.kind === 'path' &&
        target.userName === source.userName &&
        target.host === source.host &&
        (0,policy_target/* relativeBelow */.cA)(source.path, target.path) !== undefined);
    const folders = (0,prepare/* usesOfLayers */.Ic)(below).filter(({ key }) => key.endsWith('Folder'));
    return [...own, ...folders];
}
function identityOfPath(path) {
    try {
        const { device, inode } = (0,local/* statLocal */.oM)(path);
        return [{ device, inode }];
    }
    catch {
        return [];
    }
}
function tagsOf(prepared) {
    return {
        ...(prepared.file === undefined ? {} : { 'tag:policy': prepared.file.sha256 }),
        ...(prepared.runTag === undefined ? {} : { 'tag:run': prepared.runTag }),
    };
}
/** For a pull request: the same source of the base branch. */
function baseSource({ root, baseRoot }, source) {
    if (baseRoot === undefined || !`${source.path}/`.startsWith(`${root.path}/`))
        return undefined;
    return { ...source, path: baseRoot.path + source.path.slice(root.path.length) };
}
/** Two jobs of one run attempt that write the same source overwrite each other's place in the history. */
async function warnOfSecondJob(run, prepared, source) {
    if (prepared.runTag === undefined)
        return;
    const attempt = (tag) => tag.split('/').slice(0, 2).join('/');
    const other = (await (0,store/* listSnapshots */.jQ)(run.repository, source)).findLast((snapshot) => {
        const tag = snapshot.tags['tag:run'];
        return tag !== undefined && tag !== prepared.runTag && attempt(tag) === attempt(prepared.runTag ?? '');
    });
    if (other !== undefined) {
        run.warn(`Another job of this run has already saved ${(0,policy_target/* formatSource */.j2)(source)}. Give each job its own history with "source-suffix".`);
    }
}


/***/ }),

/***/ 67923:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ saveUpload)
/* harmony export */ });
/* harmony import */ var _snapshot_expire_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73033);
/* harmony import */ var _snapshot_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52541);
/* harmony import */ var _util_timestamp_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99252);



/** The manifest becomes durable first; only then are older ones expired, as in Kopia. */
async function saveUpload(request, source, result, previous, effective, times) {
    const { repository } = request;
    const retention = effective.policy.retention ?? {};
    const latest = previous.snapshots.find((snapshot) => snapshot.incomplete === undefined);
    const { incomplete } = result;
    if (retention.ignoreIdenticalSnapshots === true && incomplete === undefined && latest?.rootEntry?.objectId === result.rootEntry.objectId)
        return { snapshotId: '' };
    const manifest = await (0,_snapshot_store_js__WEBPACK_IMPORTED_MODULE_1__/* .saveSnapshot */ .Os)(repository, {
        id: '',
        source,
        description: request.description,
        ...times,
        stats: result.stats,
        ...(incomplete === undefined ? {} : { incomplete }),
        rootEntry: result.rootEntry,
        tags: request.tags,
        pins: request.pins,
    });
    await repository.flush();
    request.onSaved?.(manifest);
    const decisions = await (0,_snapshot_expire_js__WEBPACK_IMPORTED_MODULE_0__/* .planExpire */ .v)(repository, source, effective.policy);
    const removed = decisions.filter((decision) => decision.isExpired);
    if ((await (0,_snapshot_expire_js__WEBPACK_IMPORTED_MODULE_0__/* .applyRetention */ .d)(repository, removed)) > 0)
        await repository.flush();
    const row = (snapshot) => ({ id: snapshot.id, startTime: (0,_util_timestamp_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTimestamp */ .E)(snapshot.startTimeNs) });
    return {
        snapshotId: manifest.id,
        retention: {
            kept: decisions
                .filter((decision) => !decision.isExpired)
                .map(({ snapshot, reasons }) => ({ ...row(snapshot), reasons: [...reasons, ...snapshot.pins.map((pin) => `pin:${pin}`)] })),
            removed: removed.map(({ snapshot }) => row(snapshot)),
        },
    };
}


/***/ }),

/***/ 1062:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _O: () => (/* binding */ emptyReport),
/* harmony export */   jJ: () => (/* binding */ withLateFailure),
/* harmony export */   x6: () => (/* binding */ failedSource)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62404);
/** The parts of a source's report that say how it ended. */


/** A source of which nothing was saved, because of `failure`; an after-hook may have failed as well. */
function failedSource(failure, afterFailure) {
    return withLateFailure({ status: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(failure, 'CAIRN_CANCELLED') ? 'cancelled' : 'failed', error: (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .reportedError */ .kF)(failure) }, afterFailure);
}
/** What is reported when an after-hook fails as well. A source that was cancelled or has failed stays so, and its own error comes first. */
function withLateFailure(report, failure) {
    if (failure === undefined)
        return report ?? {};
    const error = (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .reportedError */ .kF)(failure);
    const status = report?.status === 'cancelled' ? 'cancelled' : 'failed';
    return report?.error === undefined ? { ...report, status, error } : { ...report, status, furtherErrors: [error] };
}
/** A report in which nothing has happened. */
function emptyReport(source, label) {
    return {
        source,
        label,
        status: 'failed',
        snapshotId: '',
        rootObjectId: '',
        matchedSnapshotId: '',
        files: 0,
        directories: 0,
        symlinks: 0,
        bytes: 0,
        newBytes: 0,
        filesNew: 0,
        filesChanged: 0,
        filesRemoved: 0,
        directoriesChanged: 0,
        changes: [],
        excludedFiles: 0,
        excludedDirectories: 0,
        specialFiles: 0,
        durationMs: 0,
        failures: [],
    };
}


/***/ }),

/***/ 84400:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ runPathSource)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/fs/local.js
var local = __webpack_require__(48844);
// EXTERNAL MODULE: ./lib/policy/target.js
var target = __webpack_require__(95181);
// EXTERNAL MODULE: ./lib/policy/tree.js
var policy_tree = __webpack_require__(93304);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/fs/placeholder.js
var placeholder = __webpack_require__(4658);
// EXTERNAL MODULE: ./lib/snapshot/summary.js
var snapshot_summary = __webpack_require__(42444);
// EXTERNAL MODULE: ./lib/log.js
var log = __webpack_require__(97309);
// EXTERNAL MODULE: ./lib/policy/compressor-choice.js
var compressor_choice = __webpack_require__(34905);
// EXTERNAL MODULE: ./lib/snapshot/directory-stream.js
var directory_stream = __webpack_require__(86448);
// EXTERNAL MODULE: ./lib/snapshot/tree.js
var tree = __webpack_require__(51290);
// EXTERNAL MODULE: ./lib/snapshot/upload/same.js
var same = __webpack_require__(67616);
;// CONCATENATED MODULE: ./lib/snapshot/upload/previous.js
/**
 * What earlier snapshots hold at the place of the walk: entries to reuse and to compare with
 * (docs/repository-format.md, "Incremental snapshots").
 */




const NOTHING_PREVIOUS = { compared: undefined, others: [] };
/** The earlier content of one directory. */
class PreviousDirectory {
    /** Entries that the compared directory has; undefined when they are not all that its object holds. */
    comparedCount;
    #compared;
    #others;
    /** `unloaded` entries of the compared directory are known to be the same and are left out. */
    constructor(compared, others, unloaded = 0) {
        this.#compared = compared?.entries ?? new Map();
        this.#others = others.map(({ entries }) => entries);
        this.comparedCount = compared?.isWhole === true ? compared.entries.size + unloaded : undefined;
    }
    /** The entry that `name` is compared with. It is not asked for again, so that `remaining` holds what was removed. */
    take(name) {
        const entry = this.#compared.get(name);
        if (entry !== undefined)
            this.#compared.delete(name);
        return entry;
    }
    /** Entries that were never taken: gone since. */
    remaining() {
        return this.#compared.values();
    }
    /** An earlier entry with the same metadata, whose bytes are therefore taken to be the same. */
    reusable(entry, compared) {
        if (compared !== undefined && (0,same/* isReusable */.g1)(compared, entry))
            return compared;
        for (const entries of this.#others) {
            const other = entries.get(entry.name);
            if (other !== undefined && (0,same/* isReusable */.g1)(other, entry))
                return other;
        }
        return undefined;
    }
    /** Earlier directories called `name`. */
    folders(name, compared) {
        const others = [];
        for (const entries of this.#others) {
            const other = entries.get(name);
            if (other?.type === 'd')
                others.push(other);
        }
        return { compared: compared?.type === 'd' ? compared : undefined, others };
    }
}
/** What a folder is compared with that has these sub-folders to look at, and `unloaded` entries that are known to be as they were. */
function knownSame(folders, unloaded) {
    return new PreviousDirectory({ entries: new Map(folders.map(({ earlier }) => [earlier.name, earlier])), isWhole: true }, [], unloaded);
}
/** Reads the earlier directories, each distinct object once. One that cannot be read counts as absent: its files are read again. */
async function openPrevious(objects, folders, log, signal) {
    const { compared, others } = folders;
    const seen = new Set(compared === undefined ? [] : [compared.objectId]);
    const loaded = compared === undefined ? undefined : await load(objects, compared, log, signal);
    const loadedOthers = [];
    for (const other of others) {
        if (seen.has(other.objectId))
            continue;
        seen.add(other.objectId);
        loadedOthers.push(await load(objects, other, log, signal));
    }
    return new PreviousDirectory(loaded, loadedOthers);
}
async function load(objects, folder, log, signal) {
    const entries = new Map();
    if (folder.objectId === '')
        return { entries, isWhole: false };
    let isWhole = true;
    try {
        for await (const batch of (0,directory_stream/* readDirectory */.g)(objects, folder.objectId, signal)) {
            for (const entry of batch.entries) {
                if (entries.has(entry.name))
                    isWhole = false;
                else
                    entries.set(entry.name, entry);
            }
            if (batch.rejected.length > 0)
                isWhole = false;
        }
    }
    catch (error) {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        if (!(0,tree/* isObjectError */.EX)(error))
            throw error;
        log.warning(`An earlier snapshot is damaged, its files are read again: ${error.message}`);
        isWhole = false;
    }
    return { entries, isWhole };
}

// EXTERNAL MODULE: ./lib/snapshot/upload/store-directory.js
var store_directory = __webpack_require__(72691);
;// CONCATENATED MODULE: ./lib/snapshot/upload/checkpoint.js





/** The directories that are under way, by their path relative to the root; the root has the empty one. */
class OpenFolders {
    #folders = new Map();
    #files = new Set();
    open(relativePath, entry, policy, content) {
        this.#folders.set(relativePath, { entry, policy, content });
    }
    close(relativePath) {
        this.#folders.delete(relativePath);
    }
    /** Large files whose first pieces a checkpoint is to hold. */
    get files() {
        return this.#files;
    }
    openFile(relativePath, entry, storeSoFar) {
        const file = { relativePath, entry, storeSoFar };
        this.#files.add(file);
        return file;
    }
    closeFile(file) {
        this.#files.delete(file);
    }
    /** What every open directory holds at this moment, those below before those above. */
    freeze() {
        const frozen = [...this.#folders].map(([relativePath, { entry, policy, content }]) => ({
            relativePath,
            entry,
            policy,
            entries: [...content.entries],
            unreadIn: content.unread > 0 ? content.unreadIn : undefined,
            fatal: [...content.fatal],
            ignored: [...content.ignored],
        }));
        return frozen.sort((a, b) => depth(b.relativePath) - depth(a.relativePath));
    }
}
/** Stores the open directories up to the root, and returns its entry; undefined when the root is not open. */
async function storeCheckpoint(context, folders) {
    const openFiles = [...folders.files];
    const frozen = folders.freeze();
    const byPath = new Map(frozen.map((folder) => [folder.relativePath, folder]));
    for (const file of openFiles) {
        const stored = await storeOpenFile(file);
        if (stored !== undefined)
            byPath.get(parentOf(file.relativePath))?.entries.push(stored);
    }
    for (const { relativePath, entry, policy, entries, unreadIn, fatal, ignored } of frozen) {
        if (unreadIn !== undefined)
            entries.push(...(await filesOf(context, unreadIn)));
        const summary = (0,snapshot_summary/* summarize */.eh)(entries, entry.mtimeNs, { fatal, ignored, incomplete: 'checkpoint' });
        const written = await (0,store_directory/* storeDirectory */.h)(context.objects, entries, summary, (0,compressor_choice/* compressorForMetadata */.CT)(policy), context.signal);
        const { name, rawName, mode, mtimeNs, uid, gid } = entry;
        const stored = { name, type: 'd', mode, size: summary.size, mtimeNs, uid, gid, objectId: written.id, summary };
        if (relativePath === '')
            return stored;
        // A directory that waits for its turn above is no part of this checkpoint, nor is what is below it.
        byPath.get(parentOf(relativePath))?.entries.push(rawName === undefined ? stored : { ...stored, rawName });
    }
    return undefined;
}
/** Files and links of an earlier directory; none when it cannot be read, which the walk finds out for itself. */
async function filesOf({ objects, signal }, earlier) {
    const directory = await openPrevious(objects, { compared: earlier, others: [] }, log/* nullLogger */.G, signal);
    return [...directory.remaining()].filter(({ type }) => type !== 'd');
}
/** The first pieces of a file under a name of their own, so that no later upload takes them for the file; the size is that of the file. */
async function storeOpenFile({ entry, storeSoFar }) {
    const written = await storeSoFar();
    if (written === undefined)
        return undefined;
    const { name, mode, size, mtimeNs, uid, gid } = entry;
    return { name: `.checkpointed.${name}.${written.id}`, type: 'f', mode, size, mtimeNs, uid, gid, objectId: written.id };
}
/** Calls `checkpoint` again and again, this long after the last one ended, until the signal is aborted. */
async function everyInterval(clock, intervalMs, signal, checkpoint) {
    while (!signal.aborted) {
        try {
            await clock.sleep(intervalMs, signal);
        }
        catch {
            return;
        }
        if (!signal.aborted)
            await checkpoint();
    }
}
function depth(relativePath) {
    return relativePath === '' ? 0 : relativePath.split('/').length;
}
function parentOf(relativePath) {
    return relativePath.slice(0, Math.max(0, relativePath.lastIndexOf('/')));
}

// EXTERNAL MODULE: ./lib/snapshot/upload/folder.js
var upload_folder = __webpack_require__(38950);
// EXTERNAL MODULE: ./lib/fs/errors.js
var fs_errors = __webpack_require__(92680);
// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(85416);
// EXTERNAL MODULE: ./lib/snapshot/placeholder-entry.js
var placeholder_entry = __webpack_require__(19868);
// EXTERNAL MODULE: ./lib/snapshot/upload/store-entry.js
var store_entry = __webpack_require__(11972);
;// CONCATENATED MODULE: ./lib/snapshot/upload/file-storing.js
/**
 * Stores the files and links of directories: the earlier object is used at once when their metadata are the same; the others are read, files
 * many together (docs/repository-format.md, "Incremental snapshots").
 */






/** Files that are being read over the whole walk: enough to fill the batches of the workers. */
const OPEN_FILES = 512;
class FileStoring {
    #request;
    #context;
    #entryLog;
    #slots = new util_async/* Semaphore */.j(OPEN_FILES);
    constructor(request, context, entryLog) {
        this.#request = request;
        this.#context = context;
        this.#entryLog = entryLog;
    }
    /** Uses the earlier object of a file or link at once, or gathers it to be read; what takes time runs among `files`. */
    async start(folder, entry, files, batches) {
        const { tally } = this.#context;
        const { content, previous, task } = folder;
        const policy = task.policy.child(entry.name).policy;
        if (entry.kind === 'other') {
            if (policy.errorHandling?.ignoreUnknownTypes ?? true)
                tally.leftOut.special++;
            // Kopia's words: the text is part of the directory object, and so of its ID.
            else
                content.fail(entry.name, 'unknown or unsupported entry type', false);
            return;
        }
        const compared = previous.take(entry.name);
        const relativePath = content.pathOf(entry.name);
        const isForced = this.#request.isHashForced?.(relativePath) ?? false;
        const earlier = isForced ? undefined : previous.reusable(entry, compared);
        if (earlier !== undefined) {
            tally.reused(entry.size);
            this.#entryLog.cached(relativePath, earlier, policy);
            this.#add(folder, earlier === compared && entry.rawName === undefined ? earlier : (0,store_entry/* dirEntryOf */.VI)(entry, earlier.objectId, entry.size), compared);
            return;
        }
        if (compared !== undefined && compared.type !== 'd')
            this.#entryLog.missed(relativePath, compared, policy);
        if (!this.#context.stop.reserve(entry.size))
            return;
        const job = { entry, path: (0,local/* pathOfEntry */.le)(folder.path, entry), relativePath, compared };
        if (entry.kind === 'symlink') {
            await this.#slots.acquire();
            files.start(async () => {
                try {
                    await this.#settle(folder, job, policy, () => (0,store_entry/* storeEntry */.IO)(this.#context, job.path, relativePath, entry, policy));
                }
                finally {
                    this.#slots.release();
                }
            });
        }
        else
            for (const batch of batches.add(job, policy))
                await this.startBatch(folder, batch, files);
    }
    /** Reads files together when there is room for them. */
    async startBatch(folder, batch, files) {
        const { jobs, policy } = batch;
        await this.#slots.acquire(jobs.length);
        if (this.#isCancelled)
            return this.#slots.release(jobs.length);
        files.start(async () => {
            const beganMs = this.#entryLog.beginMs();
            try {
                const reads = jobs.map(({ path, entry }) => (0,store_entry/* fileRead */.dd)(path, entry, policy));
                const outcomes = await this.#context.objects.writeFiles(reads, (0,store_entry/* writeOptions */.GX)(policy, batch.compressor, this.#context.signal));
                for (const [index, job] of jobs.entries()) {
                    const outcome = outcomes[index];
                    if (outcome === undefined || (0,errors/* isCairnError */.qN)(outcome, 'CAIRN_FILE_CHANGED')) {
                        await this.#settle(folder, job, policy, () => (0,store_entry/* storeEntry */.IO)(this.#context, job.path, job.relativePath, job.entry, policy));
                    }
                    else if ((0,errors/* isCairnError */.qN)(outcome))
                        this.#fail(folder, job, outcome);
                    else {
                        const stored = (0,store_entry/* fileEntry */.nV)(this.#context.tally, job.relativePath, job.entry, outcome, policy);
                        this.#entryLog.stored(job.relativePath, stored, policy, beganMs);
                        this.#add(folder, stored, job.compared);
                    }
                }
            }
            finally {
                this.#slots.release(jobs.length);
            }
        });
    }
    /** Stores one entry; what concerns only it is its failure. */
    async #settle(folder, job, policy, store) {
        const beganMs = this.#entryLog.beginMs();
        try {
            const stored = await store();
            this.#entryLog.stored(job.relativePath, stored, policy, beganMs);
            this.#add(folder, stored, job.compared);
        }
        catch (error) {
            this.#fail(folder, job, error);
        }
    }
    #fail(folder, { entry }, error) {
        if ((0,store_entry/* isCutShort */.zy)(this.#context, error))
            return;
        if (!(0,upload_folder/* isEntryError */.P0)(error))
            throw error;
        if ((0,fs_errors/* isVanished */.no)(error))
            this.#context.tally.leftOut.vanished++;
        else
            folder.content.fail(entry.name, error.message, ignoresFileErrors(folder));
    }
    #add(folder, stored, compared) {
        this.#context.tally.compare(folder.content.pathOf(stored.name), stored, compared);
        folder.content.add((0,store_entry/* withKeptTime */.mC)(this.#context, stored, compared), compared);
    }
    /** Whether files that were found already are not to be read any more; those within an upload limit are. */
    get #isCancelled() {
        return this.#context.stop.signal.aborted;
    }
}
/** Whether the folder is stored although files in it cannot be read. */
function ignoresFileErrors(folder) {
    return folder.task.policy.policy.errorHandling?.ignoreFileErrors ?? false;
}

;// CONCATENATED MODULE: ./lib/snapshot/upload/placeholders.js
/** Stores what placeholders of a shallow restore stand for (docs/repository-format.md, "Placeholders"). */










/** Placeholders whose objects are looked up at the same time over the whole walk. */
const OPEN_PLACEHOLDERS = 64;
/** Why a placeholder cannot be stored. */
class PlaceholderFailure extends Error {
}
class PlaceholderStoring {
    #context;
    #entryLog;
    #slots = new util_async/* Semaphore */.j(OPEN_PLACEHOLDERS);
    constructor(context, entryLog) {
        this.#context = context;
        this.#entryLog = entryLog;
    }
    /** Stores the entry that a placeholder describes; what takes time runs among `tasks`. */
    async start(folder, entry, tasks) {
        await this.#slots.acquire();
        tasks.start(async () => {
            try {
                await this.#store(folder, entry);
            }
            finally {
                this.#slots.release();
            }
        });
    }
    async #store(folder, entry) {
        const { tally, objects } = this.#context;
        const { content, previous, task } = folder;
        const { policy } = task.policy.child(entry.name);
        const beganMs = this.#entryLog.beginMs();
        try {
            if (entry.name === '')
                throw new PlaceholderFailure('It is a placeholder of a shallow restore for nothing.');
            if (isThere((0,local/* joinLocal */.GE)(folder.path, entry.rawName ?? entry.name))) {
                throw new PlaceholderFailure('What the placeholder stands for is there as well: restore it again, or remove the placeholder.');
            }
            const described = await describedBy(objects, (0,local/* pathOfEntry */.le)(folder.path, entry), entry);
            const compared = previous.take(entry.name);
            const path = content.pathOf(entry.name);
            tally.described(path, described, compared);
            if (described.type === 'd')
                this.#entryLog.folder(path, described, policy, beganMs);
            else
                this.#entryLog.stored(path, described, policy, beganMs);
            content.add((0,store_entry/* withKeptTime */.mC)(this.#context, described, compared), compared);
        }
        catch (error) {
            if ((0,fs_errors/* isVanished */.no)(error))
                tally.leftOut.vanished++;
            else if (error instanceof PlaceholderFailure || (0,upload_folder/* isEntryError */.P0)(error)) {
                const isIgnored = entry.kind === 'directory' ? (policy.errorHandling?.ignoreDirectoryErrors ?? false) : ignoresFileErrors(folder);
                content.fail(entry.name || placeholder/* PLACEHOLDER_SUFFIX */.Ic, error.message, isIgnored);
            }
            else
                throw error;
        }
    }
}
/**
 * The entry that the placeholder at `path` describes, under the name of `entry`: a placeholder may have been renamed.
 * Throws PlaceholderFailure, CAIRN_FILE_VANISHED, CAIRN_FILE_UNREADABLE.
 */
async function describedBy(objects, path, entry) {
    const isFolder = entry.kind === 'directory';
    let text;
    try {
        text = (0,placeholder/* readPlaceholderText */.fv)(path, isFolder);
    }
    catch (error) {
        // The folder is there, or was: it is not left out without a word.
        if (isFolder && (0,fs_errors/* isVanished */.no)(error) && isThere(path))
            throw new PlaceholderFailure(`${(0,local/* showPath */.P8)(path)} has no file ${placeholder/* PLACEHOLDER_SUFFIX */.Ic}.`);
        throw error;
    }
    const described = (0,placeholder_entry/* decodePlaceholder */.m)(text);
    if (typeof described === 'string') {
        throw new PlaceholderFailure(`${(0,local/* showPath */.P8)(path)} is no placeholder of a shallow restore: ${described}. Rename it, or ignore the path.`);
    }
    try {
        await objects.contentsOf(described.objectId);
    }
    catch (error) {
        if (!(0,tree/* isObjectError */.EX)(error))
            throw error;
        throw new PlaceholderFailure(`What ${(0,local/* showPath */.P8)(path)} stands for is not in this repository: ${error.message}`);
    }
    const { name, rawName } = entry;
    return rawName === undefined ? { ...described, name } : { ...described, name, rawName };
}
/** A source that is itself a placeholder. Throws CAIRN_SOURCE_UNREADABLE, and as `describedBy`. */
async function storeRootPlaceholder({ objects, tally }, { path, entry }, compared) {
    try {
        const described = await describedBy(objects, path, (0,placeholder/* asPlaceholder */.a5)(entry));
        tally.described(described.name, described, compared);
        return described;
    }
    catch (error) {
        if (!(error instanceof PlaceholderFailure))
            throw error;
        throw new errors/* CairnError */.eb('CAIRN_SOURCE_UNREADABLE', error.message, { hint: 'Restore what the placeholder stands for.', cause: error });
    }
}
function isThere(path) {
    try {
        (0,local/* statLocal */.oM)(path);
        return true;
    }
    catch (error) {
        if ((0,errors/* isCairnError */.qN)(error))
            return !(0,fs_errors/* isVanished */.no)(error);
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/snapshot/upload/read-limit.js

/** The same objects, except that at most `limit` files or batches of small ones are read at a time; a batch is read file by file. */
function withReadLimit(objects, limit) {
    if (limit === undefined)
        return objects;
    const slots = new util_async/* Semaphore */.j(Math.max(1, limit));
    return {
        writeBytes: (bytes, options) => objects.writeBytes(bytes, options),
        writeStream: (chunks, options) => objects.writeStream(chunks, options),
        writeFile: (file, options) => slots.use(() => objects.writeFile(file, options)),
        writeFiles: (files, options) => slots.use(() => objects.writeFiles(files, options)),
        open: (id) => objects.open(id),
        contentsOf: (id) => objects.contentsOf(id),
    };
}

;// CONCATENATED MODULE: ./lib/snapshot/upload/stop.js
class UploadStop {
    #files = new AbortController();
    #limitBytes;
    #reservedBytes = 0;
    #reason;
    /** `limitBytes` is how much may be read; 0 means any amount. */
    constructor(limitBytes = 0) {
        this.#limitBytes = limitBytes;
    }
    /** Why nothing more is begun; undefined while the upload goes on. */
    get reason() {
        return this.#reason;
    }
    /** Aborted when a large file that is being read is not to be finished. */
    get signal() {
        return this.#files.signal;
    }
    /** Begins nothing more; the first reason counts. */
    stop(reason) {
        this.#reason ??= reason;
        this.#files.abort();
    }
    /** The upload is over, or has failed as a whole: large files are let go as well. */
    end() {
        this.#files.abort();
    }
    /** Whether a file of this size may be read. As for Kopia the file that goes beyond the limit is not part of the snapshot. */
    reserve(sizeBytes) {
        if (this.#reason !== undefined)
            return false;
        this.#reservedBytes += sizeBytes;
        if (this.#limitBytes === 0 || this.#reservedBytes <= this.#limitBytes)
            return true;
        // Files that were begun before are within the limit, and end.
        this.#reason = 'limit reached';
        return false;
    }
}

// EXTERNAL MODULE: ./lib/snapshot/stats.js
var stats = __webpack_require__(77543);
;// CONCATENATED MODULE: ./lib/snapshot/upload/tally.js


const NAMED_FAILURES = 1000;
/** Changed paths that are kept for the report. */
const NAMED_CHANGES = 1000;
/** Entries that are reused between two reports of progress: hundreds of thousands may be within a second. */
const REUSED_PER_REPORT = 64;
/** Paths that one kind of warning names. */
const NAMED_PATHS = 5;
class UploadTally {
    stats = { ...stats/* EMPTY_STATS */.Wh };
    changes = { added: 0, changed: 0, removed: 0, unchanged: 0, directories: 0 };
    leftOut = { special: 0, vanished: 0, byPolicy: 0, git: 0, own: [] };
    changedPaths = [];
    failures = [];
    ignoredFailures = [];
    newBytes = 0;
    #oddities = {
        name: { count: 0, paths: [] },
        size: { count: 0, paths: [] },
    };
    #warnings = [];
    #progress;
    #repository;
    #log;
    #onFatal;
    #files = 0;
    #bytes = 0;
    #hashedFiles = 0;
    #hashedBytes = 0;
    /** `onFatal` hears of every failure that the policy does not ignore. */
    constructor(progress, repository, log, onFatal = () => { }) {
        this.#progress = progress;
        this.#repository = repository;
        this.#log = log;
        this.#onFatal = onFatal;
    }
    /** A file or link that was stored, next to what the earlier snapshot has under its name. */
    compare(path, stored, compared) {
        if (compared === undefined) {
            this.changes.added++;
            this.#name('new', path);
        }
        else if ((0,same/* isSame */.Ft)(stored, compared))
            this.changes.unchanged++;
        else {
            this.changes.changed++;
            this.#name('changed', path);
            if (compared.type === 'd')
                this.removed(path, compared);
        }
    }
    /** An entry of the earlier snapshot that is not there any more, with everything below it. */
    removed(path, gone) {
        const { changes } = this;
        if (gone.type === 'd') {
            changes.removed += (gone.summary?.files ?? 0) + (gone.summary?.symlinks ?? 0);
            changes.directories += gone.summary?.dirs ?? 1;
        }
        else
            changes.removed++;
        this.#name('removed', gone.type === 'd' ? `${path}/` : path);
    }
    /** What a placeholder describes: nothing of it is read. */
    described(path, stored, compared) {
        const { changes, stats } = this;
        if (stored.type !== 'd') {
            stats.nonCachedFiles++;
            this.compare(path, stored, compared);
            return;
        }
        stats.dirCount++;
        const { files = 0, symlinks = 0, dirs = 1 } = stored.summary ?? {};
        if (compared !== undefined && (0,same/* isSame */.Ft)(stored, compared))
            changes.unchanged += files + symlinks;
        else {
            if (compared !== undefined)
                this.removed(path, compared);
            changes.added += files + symlinks;
            changes.directories += dirs;
            this.#name('new', `${path}/`);
        }
    }
    #name(kind, path) {
        if (this.changedPaths.length < NAMED_CHANGES)
            this.changedPaths.push({ kind, path });
    }
    /** A file or link whose earlier object is used again. */
    reused(size) {
        this.stats.cachedFiles++;
        this.stats.totalSize += size;
        this.#files++;
        this.#bytes += size;
        if (this.stats.cachedFiles % REUSED_PER_REPORT === 0)
            this.#report();
    }
    /** Files and links of one folder that are all as they were. */
    reusedAll(count, bytes) {
        this.changes.unchanged += count;
        this.stats.cachedFiles += count;
        this.stats.totalSize += bytes;
        this.#files += count;
        this.#bytes += bytes;
        this.#report();
    }
    /** A regular file that was read, in `sections` parts. */
    hashed(size, sections) {
        this.stats.nonCachedFiles++;
        this.stats.fileCount += sections;
        this.stats.totalSize += size;
        this.#files++;
        this.#bytes += size;
        this.#hashedFiles++;
        this.#hashedBytes += size;
        this.#report();
    }
    /** Small files of one folder that were read. */
    hashedAll(count, bytes) {
        this.stats.nonCachedFiles += count;
        this.stats.fileCount += count;
        this.stats.totalSize += bytes;
        this.#files += count;
        this.#bytes += bytes;
        this.#hashedFiles += count;
        this.#hashedBytes += bytes;
        this.#report();
    }
    /** What the rules of one directory left out of `listed` of its entries. */
    filtered(listed, selection) {
        this.stats.excludedDirCount += selection.excludedDirs;
        this.stats.excludedFileCount += selection.excludedFiles;
        this.stats.excludedTotalSize += selection.excludedBytes;
        this.leftOut.byPolicy += listed - selection.entries.length - selection.excludedFiles - selection.excludedDirs;
    }
    failed(failure, isIgnored) {
        const list = isIgnored ? this.ignoredFailures : this.failures;
        if (isIgnored)
            this.stats.ignoredErrorCount++;
        else
            this.stats.errorCount++;
        if (list.length < NAMED_FAILURES)
            list.push(failure);
        if (isIgnored)
            this.#log.warning(`${failure.path}: ${failure.error} (ignored by policy)`);
        else
            this.#log.error(`${failure.path}: ${failure.error}`);
        this.#report();
        if (!isIgnored)
            this.#onFatal();
    }
    odd(kind, path) {
        const oddity = this.#oddities[kind];
        oddity.count++;
        if (oddity.paths.length < NAMED_PATHS)
            oddity.paths.push(path);
    }
    warn(message) {
        this.#log.warning(message);
        this.#warnings.push(message);
    }
    /** Lines about everything odd, for the report. */
    warnings() {
        const { name, size } = this.#oddities;
        const lines = [...this.#warnings];
        if (name.count > 0)
            lines.push(`${name.count} names are not valid UTF-8 and are stored with U+FFFD: ${listed(name)}`);
        if (size.count > 0)
            lines.push(`${size.count} files changed their size while they were read: ${listed(size)}`);
        return lines;
    }
    #report() {
        this.#progress.update({
            files: this.#files,
            bytes: this.#bytes,
            hashedFiles: this.#hashedFiles,
            hashedBytes: this.#hashedBytes,
            uploadedBytes: this.#repository.counters().uploadedBytes,
            errors: this.stats.errorCount + this.stats.ignoredErrorCount,
        });
    }
}
function listed({ count, paths }) {
    const names = paths.map((path) => JSON.stringify(path)).join(', ');
    return count > paths.length ? `${names} and ${count - paths.length} more` : names;
}

// EXTERNAL MODULE: ./lib/util/breath.js
var breath = __webpack_require__(23872);
// EXTERNAL MODULE: ./lib/util/heap.js
var heap = __webpack_require__(56088);
// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(99252);
;// CONCATENATED MODULE: ./lib/snapshot/upload/entry-log.js

/** From which detail on a fact is told. */
const FROM = { duration: 1, size: 3, counts: 5, time: 6, objectId: 7 };
/** From which detail on it is told that an earlier file does not serve any more. */
const MISS = 5;
class EntryLog {
    /** Whether anybody reads what is told: nothing needs to be found out otherwise. */
    isOn;
    #log;
    #clock;
    #details;
    constructor(log, clock, details = {}) {
        this.isOn = log.showsDebug === true;
        this.#log = log;
        this.#clock = clock;
        this.#details = details;
    }
    /** The time to hand in when something ends that begins now. */
    beginMs() {
        return this.isOn ? this.#clock.monotonicMs() : 0;
    }
    /** A folder and everything in it is stored; the root has an empty path. */
    folder(path, stored, { logging }, beganMs) {
        if (!this.isOn)
            return;
        this.#tell(this.#details.directories ?? logging?.directories?.snapshotted, 'snapshotted directory', path || '.', beganMs, stored);
    }
    /** A file or link was read and is stored. */
    stored(path, stored, { logging }, beganMs) {
        if (!this.isOn)
            return;
        const what = stored.type === 's' ? 'snapshotted symlink' : 'snapshotted file';
        this.#tell(this.#details.entries ?? logging?.entries?.snapshotted, what, path, beganMs, stored);
    }
    /** A file or link is as it was, and was not read. */
    cached(path, stored, { logging }) {
        if (this.isOn)
            this.#tell(this.cachedDetail(logging), 'cached', path, this.beginMs(), stored);
    }
    /** How much is told of what is as it was. */
    cachedDetail(logging) {
        return this.#details.entries ?? logging?.entries?.cacheHit ?? 0;
    }
    /** The earlier snapshot has a file or link of this name, but not this one. */
    missed(path, earlier, { logging }) {
        if (!this.isOn || (logging?.entries?.cacheMiss ?? 0) < MISS)
            return;
        const mode = `0${earlier.mode.toString(8).padStart(3, '0')}`;
        this.#say('cache miss', { path, mode, size: earlier.size, mtime: (0,timestamp/* formatTimestamp */.E)(earlier.mtimeNs) });
    }
    /** A rule leaves it out. */
    ignored(path, { kind }, { logging }) {
        if (!this.isOn)
            return;
        if (kind === 'directory')
            this.#tell(logging?.directories?.ignored, 'ignored directory', path, this.beginMs());
        else
            this.#tell(logging?.entries?.ignored, 'ignored', path, this.beginMs());
    }
    #tell(detail, what, path, beganMs, stored) {
        if (detail === undefined || detail <= 0)
            return;
        const { summary } = stored ?? {};
        const timeNs = summary?.maxTimeNs ?? stored?.mtimeNs;
        this.#say(what, {
            path,
            dur: detail < FROM.duration ? undefined : durationText(this.#clock.monotonicMs() - beganMs),
            size: detail < FROM.size ? undefined : (summary?.size ?? stored?.size),
            files: detail < FROM.counts ? undefined : summary?.files,
            dirs: detail < FROM.counts ? undefined : summary?.dirs,
            errors: detail < FROM.counts || summary === undefined ? undefined : summary.numFailed + summary.numIgnoredErrors,
            mtime: detail < FROM.time || timeNs === undefined ? undefined : `${(0,timestamp/* formatTimestamp */.E)(timeNs).slice(0, 19)}Z`,
            oid: detail < FROM.objectId ? undefined : stored?.objectId,
        });
    }
    #say(what, facts) {
        this.#log.debug(`${what}\t${JSON.stringify(facts)}`);
    }
}
/** `1.234ms`, `2.5s`. */
function durationText(ms) {
    const [value, unit] = ms < 1000 ? [ms, 'ms'] : [ms / 1000, 's'];
    return `${Number(value.toFixed(3))}${unit}`;
}

// EXTERNAL MODULE: ./lib/repo/api.js
var api = __webpack_require__(91576);
;// CONCATENATED MODULE: ./lib/snapshot/upload/file-batch.js


/** Half of what is read at once, so that two directories share the message of a worker. */
const MAX_FILES = api/* BATCH_LIMITS */.k.files / 2;
const MAX_BYTES = api/* BATCH_LIMITS */.k.bytes / 2;
class FileBatches {
    #open = [];
    /** Adds a file; returns the batches that are complete by that. */
    add(job, policy) {
        const compressor = (0,compressor_choice/* compressorForFile */.vB)(policy.compression, job.entry.name, job.entry.size);
        const { size } = job.entry;
        // A large file has work for many messages.
        if (size > MAX_BYTES)
            return [{ policy, compressor, jobs: [job], bytes: size }];
        const complete = [];
        let batch = this.#open.find((each) => each.policy === policy && each.compressor === compressor);
        if (batch !== undefined && batch.bytes + size > MAX_BYTES) {
            complete.push(this.#close(batch));
            batch = undefined;
        }
        if (batch === undefined) {
            batch = { policy, compressor, jobs: [], bytes: 0 };
            this.#open.push(batch);
        }
        batch.jobs.push(job);
        batch.bytes += size;
        if (batch.jobs.length >= MAX_FILES)
            complete.push(this.#close(batch));
        return complete;
    }
    /** Everything that is left. */
    takeRest() {
        return this.#open.splice(0);
    }
    #close(batch) {
        this.#open = this.#open.filter((each) => each !== batch);
        return batch;
    }
}

;// CONCATENATED MODULE: ./lib/snapshot/upload/finish-folder.js




/** Stores the directory object and returns the entry for its parent. */
async function finishFolder(context, folder, content, previous) {
    const { entry, policy, compared } = folder;
    const { tally } = context;
    // Of a directory that was cut short nobody knows what was removed.
    if (context.stop.reason === undefined)
        for (const gone of previous.remaining())
            tally.removed(content.pathOf(gone.name), gone);
    // An empty directory has its own time inside its object: with kept times that has to be the earlier one.
    const keepsEmptyTime = context.keepsTimes && content.entries.length + content.unread === 0 && compared !== undefined && wasEmpty(compared);
    const ownMtimeNs = keepsEmptyTime && compared.mode === entry.mode ? compared.mtimeNs : entry.mtimeNs;
    const { objectId, summary } = isUnchanged(content, previous, compared)
        ? compared
        : await storeContent(context, policy, content, ownMtimeNs);
    const { name, rawName, mode, mtimeNs, uid, gid } = entry;
    const stored = { name, type: 'd', mode, size: summary.size, mtimeNs, uid, gid, objectId, summary };
    const named = rawName === undefined ? stored : { ...stored, rawName };
    if (compared === undefined || compared.mode !== mode)
        tally.changes.directories++;
    return context.keepsTimes && compared !== undefined && (0,same/* isSame */.Ft)(named, compared) ? { ...named, mtimeNs: compared.mtimeNs } : named;
}
/** Whether the earlier object holds exactly these entries, so that it need not be made again. */
function isUnchanged(content, previous, compared) {
    const { entries, identical, unread, fatal, ignored } = content;
    const count = entries.length + unread;
    if (count === 0 || fatal.length + ignored.length > 0)
        return false;
    return entries.length === identical && count === previous.comparedCount && (0,same/* isComplete */.As)(compared?.summary);
}
async function storeContent(context, policy, content, ownMtimeNs) {
    const { fatal, ignored } = content;
    const summary = (0,snapshot_summary/* summarize */.eh)(content.entries, ownMtimeNs, { fatal, ignored, incomplete: context.stop.reason });
    const written = await (0,store_directory/* storeDirectory */.h)(context.objects, content.entries, summary, (0,compressor_choice/* compressorForMetadata */.CT)(policy), context.signal);
    return { objectId: written.id, summary };
}
function wasEmpty(directory) {
    const { summary } = directory;
    return summary !== undefined && summary.files === 0 && summary.symlinks === 0 && summary.dirs === 1;
}

;// CONCATENATED MODULE: ./lib/snapshot/upload/folder-content.js

/** U+FFFD: stands for bytes that are not valid UTF-8, so that two names can become one. */
const REPLACEMENT = '\ufffd';
class FolderContent {
    entries = [];
    /** How many of the entries are exactly what the earlier snapshot has. */
    identical = 0;
    /** Further entries that are exactly what the earlier snapshot has, and were not loaded. */
    unread = 0;
    /** The earlier directory whose files and links these are. */
    unreadIn;
    fatal = [];
    ignored = [];
    #relativePath;
    #tally;
    /** Only names that could be equal to another one. */
    #ambiguousNames = new Set();
    constructor(relativePath, tally) {
        this.#relativePath = relativePath;
        this.#tally = tally;
    }
    /** Path of an entry relative to the root. */
    pathOf(name) {
        return this.#relativePath === '' ? name : `${this.#relativePath}/${name}`;
    }
    /** Whether the name is still free; of two names that are stored alike the second is not. */
    claim(name) {
        if (!name.includes(REPLACEMENT))
            return true;
        if (this.#ambiguousNames.has(name))
            return false;
        this.#ambiguousNames.add(name);
        return true;
    }
    add(entry, compared) {
        this.entries.push(entry);
        if (compared !== undefined && (0,same/* isIdentical */.q)(entry, compared))
            this.identical++;
    }
    fail(name, error, isIgnored) {
        const failure = { path: this.pathOf(name), error };
        if (isIgnored)
            this.ignored.push(failure);
        else
            this.fatal.push(failure);
        this.#tally.failed(failure, isIgnored);
    }
}

;// CONCATENATED MODULE: ./lib/snapshot/upload/folder-hooks.js
/** Runs the hooks around one folder of the walk (docs/hooks.md, "Folder hooks"). */



/** Reads the folder, with its hooks around it. Throws FolderFailure when only this folder failed. */
async function withFolderHooks(context, task, read) {
    const { onFolder, slots, tally, signal } = context;
    const { beforeFolder, afterFolder } = task.policy.hooks;
    if (onFolder === undefined || (beforeFolder === undefined && afterFolder === undefined)) {
        return await read(task, task.path, task.entry);
    }
    (0,errors/* throwIfCancelled */.dZ)(signal);
    const { relativePath } = task;
    const isRoot = relativePath === '';
    const session = await slots.use(async () => {
        try {
            return await onFolder({ relativePath, realPath: (0,local/* showPath */.P8)(task.path), isRoot });
        }
        catch (error) {
            throw (0,errors/* isCairnError */.qN)(error, 'CAIRN_CANCELLED') ? error : new upload_folder/* FolderFailure */.Jm(error);
        }
    });
    let outcome = { status: 'failed' };
    try {
        const stored = await readHookedFolder(task, session?.redirect, read);
        outcome = { status: 'uploaded', entry: stored };
        return stored;
    }
    catch (error) {
        const status = context.isCancelled() ? 'cancelled' : 'failed';
        outcome = { status, error: error instanceof upload_folder/* FolderFailure */.Jm ? error.reason : error };
        throw error;
    }
    finally {
        if (session !== undefined)
            await slots.use(() => endSession(tally, session, relativePath, outcome));
    }
}
/** What the after-hook of a folder does never undoes the folder. */
async function endSession(tally, session, relativePath, outcome) {
    try {
        await session.after(outcome);
    }
    catch (error) {
        tally.warn(`The after-hook of "${relativePath || '.'}" failed: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
/** The hook may have mounted something on the folder, or named another directory to read under the folder's name. */
async function readHookedFolder(task, redirect, read) {
    let source;
    try {
        source = redirect === undefined ? { path: task.path, entry: (0,local/* statLocal */.oM)(task.path) } : (0,local/* openLocalSource */.N_)(redirect);
        if (source.entry.kind !== 'directory')
            throw notADirectory((0,local/* showPath */.P8)(source.path));
    }
    catch (error) {
        throw new upload_folder/* FolderFailure */.Jm(error);
    }
    // As for Kopia the root takes name and metadata of the directory that is really read.
    const isRenamed = redirect !== undefined && task.relativePath === '';
    return await read(isRenamed ? { ...task, entry: source.entry } : task, source.path, source.entry);
}
function notADirectory(path) {
    return new errors/* CairnError */.eb('CAIRN_FILE_UNREADABLE', `${path} is not a directory.`, { hint: 'A hook may only name a directory to read.' });
}

;// CONCATENATED MODULE: ./lib/snapshot/upload/leave-out.js
/** Leaves out our own repository, cache and journal by device and inode, and `.git` at every level unless it is wanted. */
function leaveOut(own, includeGit, tally) {
    const identities = new Set(own.map(({ device, inode }) => `${device}:${inode}`));
    const inodes = new Set(own.map(({ inode }) => inode));
    if (identities.size === 0 && includeGit)
        return (entries) => entries;
    return (entries, folder) => entries.filter((entry) => {
        if (inodes.has(entry.inode) && identities.has(`${entry.device}:${entry.inode}`)) {
            tally.leftOut.own.push(folder.pathOf(entry.name));
            return false;
        }
        if (includeGit || entry.name !== '.git')
            return true;
        tally.leftOut.git++;
        return false;
    });
}

// EXTERNAL MODULE: ./lib/fs/entry-rows.js
var entry_rows = __webpack_require__(64669);
// EXTERNAL MODULE: ./lib/fs/special-files.js
var special_files = __webpack_require__(25362);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/snapshot/upload/scout/protocol.js
var protocol = __webpack_require__(84409);
;// CONCATENATED MODULE: ./lib/snapshot/upload/scout/earlier.js
/** Which folders a scout may compare with their earlier directory, and the bytes for it. */







/** Entries of a tree that is compared as a whole: enough to save most of the messages, few enough to be answered within a moment. */
const TREE_ENTRIES = 4096;
/** Bytes of the directories of such a tree. */
const TREE_BYTES = 2 * 1024 * 1024;
/**
 * The earlier directory that the folder may be compared with; undefined when a file in it could be treated differently although nothing
 * changed: by rules, by a policy of its own, by other trees to reuse from, or by a forced reading. What holds for it holds for all below it.
 */
function comparableDirectory(request, task) {
    const { compared, others } = task.previous;
    if (compared === undefined || others.length > 0 || request.isHashForced !== undefined || compared.objectId === '')
        return undefined;
    return (0,upload_folder/* treatsAllAlike */.hw)(task) ? compared : undefined;
}
/** What the scout needs of it, with the directories below it when it is a tree; undefined when it cannot be read, or is large. */
async function earlierFolder(request, context, { policy }, { objectId }, isTree) {
    const bytes = await readSmall(context, objectId);
    if (bytes === undefined)
        return undefined;
    const below = isTree ? await readBelow(context, bytes) : undefined;
    return { objectId, bytes, avoid: avoidedBy(request, policy.ignoreDotFiles), below };
}
/** Whether everything in an earlier folder may be compared at once. */
function isSmallTree(earlier) {
    return (0,same/* isComplete */.As)(earlier.summary) && entriesOf(earlier) <= TREE_ENTRIES;
}
/** How many entries an earlier folder and those below it have. */
function entriesOf({ summary }) {
    return summary === undefined ? 0 : summary.files + summary.symlinks + summary.dirs;
}
/** All directories below one; undefined when they are too large or cannot be read. */
async function readBelow(context, top) {
    const found = new Map();
    const pending = [top];
    let total = 0;
    for (let bytes = pending.pop(); bytes !== undefined; bytes = pending.pop()) {
        (0,errors/* throwIfCancelled */.dZ)(context.signal);
        for (const id of folderIds(bytes)) {
            if (found.has(id))
                continue;
            const below = await readSmall(context, id);
            total += below?.length ?? 0;
            if (below === undefined || total > TREE_BYTES)
                return undefined;
            found.set(id, below);
            pending.push(below);
        }
    }
    const directories = [...found.values()];
    let end = 0;
    const ends = Uint32Array.from(directories, (bytes) => (end += bytes.length));
    return { ids: [...found.keys()], ends, bytes: (0,bytes/* concatBytes */.Id)(directories) };
}
/**
 * Object IDs of the folders in a directory object, as programs write it. Only a guess at what the scout will look for, much cheaper than
 * decoding it: quotes within names are escaped, so that nothing else looks like this, and what is not found is walked.
 */
function folderIds(bytes) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    return Array.from(text.matchAll(/"type":"d"[^{}]*?"obj":"(k[0-9a-f]+)"/g), (match) => match[1] ?? '');
}
const avoided = new WeakMap();
/** What a folder must not have to be looked at by others than the walk; one value for each list of dot-ignore files. */
function avoidedBy(request, dotFiles) {
    const known = avoided.get(request) ?? new Map();
    avoided.set(request, known);
    let value = known.get(dotFiles);
    if (value === undefined) {
        const names = [special_files/* CACHE_TAG */.yJ, ...dotFiles, ...(request.includeGit ? [] : ['.git'])];
        value = { names, inodes: (request.leaveOut ?? []).map(({ inode }) => inode) };
        known.set(dotFiles, value);
    }
    return value;
}
/** Undefined for a large object, and for one that cannot be read: the walk finds that out again and says so. */
async function readSmall({ objects }, objectId) {
    try {
        const reader = await objects.open(objectId);
        return reader.length > protocol/* SCOUTED_BYTES */.g ? undefined : await reader.readAll(protocol/* SCOUTED_BYTES */.g);
    }
    catch (error) {
        if (!(0,tree/* isObjectError */.EX)(error))
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/snapshot/upload/new-folder.js






class NewFolders {
    #request;
    #context;
    #entryLog;
    constructor(request, context, entryLog) {
        this.#request = request;
        this.#context = context;
        this.#entryLog = entryLog;
    }
    /** Reads the folder as a whole; undefined when it is not new, or when anything in it could be treated in another way than the rest. */
    async read(task, path, { device, inode }) {
        const { objects, signal, stop } = this.#context;
        const { policy, previous } = task;
        if (objects.readFolder === undefined || typeof path !== 'string' || stop.reason !== undefined)
            return undefined;
        if (previous.compared !== undefined || previous.others.length > 0 || (this.#request.limits?.maxReadBytes ?? 0) > 0)
            return undefined;
        if (!(0,upload_folder/* treatsAllAlike */.hw)(task))
            return undefined;
        const compressor = (0,compressor_choice/* compressorForAll */.uf)(policy.policy.compression);
        const sectionSize = (0,store_entry/* sectionSizeOf */.sX)(policy.policy);
        if (compressor === 'varies' || (sectionSize > 0 && sectionSize < api/* BATCH_LIMITS */.k.bytes))
            return undefined;
        const folder = { path, device, inode, avoid: avoidedBy(this.#request, policy.ignoreDotFiles) };
        return await objects.readFolder(folder, (0,store_entry/* writeOptions */.GX)(policy.policy, compressor.name, signal));
    }
    /** Adds the files that were read to the folder, and returns the other entries. */
    take({ content, task }, { names, facts, objects }, beganMs) {
        const { tally } = this.#context;
        const rows = new entry_rows/* RowView */.Kb(facts);
        const others = [];
        let files = 0;
        let bytes = 0;
        for (const [row, name] of names.entries()) {
            const object = objects[row];
            if (object === undefined) {
                others.push(rows.entry(row, name));
                continue;
            }
            const { id: objectId, length: size, newBytes } = object;
            const stored = {
                name,
                type: 'f',
                mode: rows.mode(row),
                size,
                mtimeNs: rows.mtimeNs(row),
                uid: rows.uid(row),
                gid: rows.gid(row),
                objectId,
            };
            const path = content.pathOf(name);
            if (size !== rows.size(row))
                tally.odd('size', path);
            files++;
            bytes += size;
            tally.newBytes += newBytes;
            tally.compare(path, stored, undefined);
            this.#entryLog.stored(path, stored, task.policy.policy, beganMs);
            content.add(stored, undefined);
        }
        if (files > 0)
            tally.hashedAll(files, bytes);
        return others;
    }
}

// EXTERNAL MODULE: ./lib/fs/selection.js
var selection = __webpack_require__(58613);
;// CONCATENATED MODULE: ./lib/snapshot/upload/read-folder.js





/** Entries of one directory whose facts are in memory at the same time, beside those being read. */
const NAMES_PER_LOOK = 512;
/** Opens a folder; `listing` is what a scout has found in it. A cache directory has no entries. */
function openFolder(tally, task, path, identity, listing) {
    if (listing !== undefined) {
        const { ignore, isCache } = openRules(tally, task, path, identity, listing.entries);
        const seen = isCache ? NO_ENTRIES : listing;
        return { names: seen.entries.map(({ name }) => name), listing: seen, ignore };
    }
    return (0,upload_folder/* entryFailures */.c9)(() => {
        const names = (0,local/* listNames */.Zv)(path);
        const special = (0,local/* lookAt */.t5)(path, names.filter((name) => (0,special_files/* isSpecialName */.FF)(name, task.policy.ignoreDotFiles)));
        const { ignore, isCache } = openRules(tally, task, path, identity, special.entries);
        return { names: isCache ? [] : names, listing: undefined, ignore };
    });
}
/** The rules of a folder whose entries are known; they are none of the snapshot's when it is a cache directory. */
function openRules(tally, task, path, identity, entries) {
    const { policy, parent } = task;
    return (0,upload_folder/* entryFailures */.c9)(() => {
        const special = entries.filter(({ name }) => (0,special_files/* isSpecialName */.FF)(name, policy.ignoreDotFiles));
        const { context, isCache } = (0,selection/* selectEntries */.X)(path, special, identity.device, policy, parent);
        if (isCache)
            tally.stats.excludedDirCount++;
        return { ignore: context, isCache };
    });
}
const NO_ENTRIES = { entries: [], failures: [], vanished: 0 };
/** The entries that are stored, in parts: the facts of a million files are not all in memory at once. */
function* readEntries(reader, folder, { names, listing }) {
    if (listing !== undefined)
        yield selectListed(reader, folder, listing);
    else
        for (let at = 0; at < names.length; at += NAMES_PER_LOOK)
            yield lookAtEntries(reader, folder, names.slice(at, at + NAMES_PER_LOOK));
}
/** Facts of some entries, without those that are not stored. */
function lookAtEntries(reader, folder, names) {
    const { path, identity } = folder;
    return (0,upload_folder/* entryFailures */.c9)(() => {
        const listing = (0,local/* lookAt */.t5)(path, names);
        // Replaced by a link to somewhere else since it was first looked at: what was seen is not ours.
        const replaced = (0,local/* replacedFolder */.BA)(path, identity);
        if (replaced !== undefined)
            throw replaced;
        return selectListed(reader, folder, listing);
    });
}
/** The entries of a listing that are stored; counts the others. */
function selectListed({ tally, leaveOut, entryLog }, folder, listing) {
    const { task, identity, content, ignore } = folder;
    tally.leftOut.vanished += listing.vanished;
    for (const { name, error } of listing.failures) {
        content.fail(name, error.message, task.policy.child(name).policy.errorHandling?.ignoreFileErrors ?? false);
    }
    const entries = leaveOut((0,placeholder/* withPlaceholders */.rk)(listing.entries), content);
    const filtered = (0,selection/* filterEntries */.J)(entries, identity.device, task.policy, ignore);
    tally.filtered(entries.length, filtered);
    if (entryLog.isOn && filtered.excludedFiles + filtered.excludedDirs > 0) {
        for (const entry of entries) {
            if (ignore.isIgnored(entry.name, entry.kind === 'directory'))
                entryLog.ignored(content.pathOf(entry.name), entry, task.policy.policy);
        }
    }
    return filtered.entries;
}

// EXTERNAL MODULE: ./lib/snapshot/upload/replaced.js
var replaced = __webpack_require__(90950);
// EXTERNAL MODULE: ./lib/snapshot/upload/scout/scout.js + 1 modules
var scout = __webpack_require__(7622);
;// CONCATENATED MODULE: ./lib/snapshot/upload/scouting.js




/** Earlier trees that a scout has to compare at the same time until one of them is found as it was: reading them may be in vain. */
const FIRST_TREES = 4;
/** Each that is found so lets some more be under way: walk and scout are never as fast as each other for long, and neither shall wait. */
const MORE_TREES = 4;
const OPEN_TREES = 64;
/** Entries of the trees that are under way, for their memory; the smallest count as so many that 64 of them fit. */
const OPEN_ENTRIES = 4 * TREE_ENTRIES;
const LEAST_ENTRIES = OPEN_ENTRIES / OPEN_TREES;
/** Trees that may turn out to be changed before the others; in a fresh checkout all are, and reading them was in vain. */
const CHANGED_TREES = 3;
class Scouting {
    #request;
    #context;
    #entryLog;
    #scout;
    #trees = new util_async/* Semaphore */.j(FIRST_TREES);
    #entries = new util_async/* Semaphore */.j(OPEN_ENTRIES);
    #openTrees = FIRST_TREES;
    #wholeTrees = 0;
    /** Once it has stood down, whoever asks shall keep it. */
    #isNeeded;
    #changedTrees = 0;
    constructor(request, context, entryLog) {
        this.#request = request;
        this.#context = context;
        this.#entryLog = entryLog;
        this.#scout = request.scout ?? new scout/* FolderScout */.L();
        this.#isNeeded = request.previous.length + (request.bases?.length ?? 0) > 0;
    }
    /** Workers have read a folder as a whole: where there is no earlier snapshot they will read nearly all, and the scout is not needed. */
    folderWasRead() {
        if (!this.#isNeeded)
            this.#isNeeded = this.#scout.standDown();
    }
    /** What the scout finds. Throws FolderFailure, and CAIRN_INTERNAL when the scout ended. */
    async look(task, path, { device, inode }) {
        return await (0,upload_folder/* entryFailuresOf */.TP)(async () => {
            // The scout only says that files are as they were, not which.
            const isEachTold = this.#entryLog.isOn && this.#entryLog.cachedDetail(task.policy.policy.logging) > 0;
            const compared = isEachTold ? undefined : comparableDirectory(this.#request, task);
            if (compared === undefined)
                return { scouted: await this.#scout.look(path, device, inode), mayHoldTrees: task.mayHoldTrees };
            const look = async (isTree) => await this.#scout.look(path, device, inode, await earlierFolder(this.#request, this.#context, task, compared, isTree));
            const scouted = task.mayHoldTrees && !this.#entryLog.isOn && isSmallTree(compared)
                ? await this.#trees.use(() => this.#lookAtTree(look, entriesOf(compared)))
                : undefined;
            return scouted ?? { scouted: await look(false), mayHoldTrees: task.mayHoldTrees };
        });
    }
    /** Undefined when too many trees were changed; asked when it is the turn of this one. */
    async #lookAtTree(look, entries) {
        if (this.#changedTrees > CHANGED_TREES + this.#wholeTrees)
            return undefined;
        const scouted = await this.#entries.use(() => look(true), Math.max(LEAST_ENTRIES, entries));
        if (scouted?.kind !== 'whole')
            this.#changedTrees++;
        else {
            this.#wholeTrees++;
            if (this.#openTrees < OPEN_TREES) {
                this.#openTrees += MORE_TREES;
                this.#trees.release(MORE_TREES);
            }
        }
        return { scouted, mayHoldTrees: false };
    }
}

;// CONCATENATED MODULE: ./lib/snapshot/upload/tasks.js
/** Things of one directory that run at the same time. */
/** Counts what runs and remembers the first failure; nothing is kept of what has ended. */
class TaskGroup {
    #running = 0;
    #failure;
    #whenIdle = [];
    #onFailure;
    /** `onFailure` hears of the first rejection at once. */
    constructor(onFailure) {
        this.#onFailure = onFailure;
    }
    /** Starts `work`; its rejection is thrown by `idle`. */
    start(work) {
        this.#running++;
        const run = async () => {
            try {
                await work();
            }
            catch (error) {
                if (this.#failure === undefined) {
                    this.#failure = { error };
                    this.#onFailure(error);
                }
            }
            finally {
                if (--this.#running === 0)
                    for (const resolve of this.#whenIdle.splice(0))
                        resolve();
            }
        };
        void run();
    }
    /** Resolves when nothing runs any more; throws the first failure. */
    async idle() {
        if (this.#running > 0)
            await new Promise((resolve) => {
                this.#whenIdle.push(resolve);
            });
        if (this.#failure !== undefined)
            throw this.#failure.error;
    }
}

;// CONCATENATED MODULE: ./lib/snapshot/upload/walk-gate.js
/**
 * Bounds the memory of a walk without ever blocking it.
 *
 * A directory passes the gate before it is listed. While the listed directories hold many entries, others wait; the newest goes
 * first, so that the walk goes down before it goes on. When nobody is at work any more, all that is held belongs to
 * directories that wait for their children: then one passes in any case.
 */
class WalkGate {
    #maxEntries;
    #maxWorking;
    #waiters = [];
    #entries = 0;
    #working = 0;
    #maxUnlisted;
    /** Directories that passed and did not say yet how many entries they have. */
    #unlisted = 0;
    /** Of the directories that did not say yet how many entries they have only `maxUnlisted` pass, else many large ones would pass together. */
    constructor(maxEntries, maxWorking, maxUnlisted = 1) {
        this.#maxEntries = maxEntries;
        this.#maxWorking = maxWorking;
        this.#maxUnlisted = maxUnlisted;
    }
    /** Resolves when the directory may be listed; it is at work from then on. `hold` must follow. */
    async enter() {
        if (this.#waiters.length === 0 && this.#isOpen()) {
            this.#working++;
            this.#unlisted++;
            return;
        }
        await new Promise((resolve) => this.#waiters.push(resolve));
    }
    /** The directory at work turned out to have `count` entries; 0 when it could not be listed. */
    hold(count) {
        this.#entries += count;
        this.#unlisted--;
        this.#wake();
    }
    /** The directory is done with its own entries and waits for its children, or has ended. */
    rest() {
        this.#working--;
        this.#wake();
    }
    /** The directory no longer holds `count` entries. */
    drop(count) {
        this.#entries -= count;
        this.#wake();
    }
    #isOpen() {
        return (this.#working === 0 || (this.#unlisted < this.#maxUnlisted && this.#entries < this.#maxEntries && this.#working < this.#maxWorking));
    }
    #wake() {
        while (this.#waiters.length > 0 && this.#isOpen()) {
            this.#working++;
            this.#unlisted++;
            this.#waiters.pop()?.();
        }
    }
}

;// CONCATENATED MODULE: ./lib/snapshot/upload/walk.js
/**
 * Walks the source depth first and stores what it meets (docs/repository-format.md, "Walking a source").
 *
 *  1. Folder hooks run before a directory is read; the directory's own metadata are those from before.
 *  2. Its files are stored at the same time, up to a limit over the whole walk; its sub-directories are walked meanwhile.
 *  3. When all of them are done, the directory object is written.
 */
























/** The entries of such a directory take hundreds of megabytes. */
const HUGE_DIRECTORY = 200_000;
/** Sub-directories of one directory that are under way at the same time, when no policy stands among them. */
const OPEN_FOLDERS = 64;
/** Directories that a scout or the workers are asked about at the same time. */
const SCOUTED_FOLDERS = 64;
/** Directories that are under way over the whole walk, beside those that wait for their sub-directories. More of them take longer: entries that wait outlive the young heap. */
const WORKING_FOLDERS = 128;
/** What a folder is compared with that no earlier snapshot has. */
const NOTHING_EARLIER = new PreviousDirectory(undefined, []);
/** Listed entries that directories hold before others have to wait. */
const HELD_ENTRIES = 20_000;
/** What is known of a folder that nobody was asked about. */
const UNSCOUTED = { scouted: undefined, mayHoldTrees: false };
class TreeWalk {
    #request;
    #context;
    #reader;
    #entryLog;
    #gate = new WalkGate(HELD_ENTRIES, WORKING_FOLDERS, SCOUTED_FOLDERS);
    #scouting;
    #storing;
    #placeholders;
    #newFolders;
    #hooks;
    #abort;
    #breath;
    /** `abort` is called with the first error that ends the whole walk; it must abort the signal of `context`. */
    constructor(request, context, abort) {
        this.#request = request;
        this.#context = context;
        this.#abort = abort;
        this.#entryLog = new EntryLog(request.log, request.clock, request.logDetails);
        this.#scouting = new Scouting(request, context, this.#entryLog);
        this.#storing = new FileStoring(request, context, this.#entryLog);
        this.#placeholders = new PlaceholderStoring(context, this.#entryLog);
        this.#newFolders = new NewFolders(request, context, this.#entryLog);
        const { tally } = context;
        this.#reader = { tally, leaveOut: leaveOut(request.leaveOut ?? [], request.includeGit, tally), entryLog: this.#entryLog };
        this.#hooks = {
            onFolder: request.onFolder,
            slots: new util_async/* Semaphore */.j(Math.max(1, request.parallel)),
            tally: context.tally,
            signal: context.signal,
            isCancelled: () => request.signal?.aborted === true,
        };
        this.#breath = new breath/* Breath */.l(request.clock);
    }
    /** Stores the folder, with its hooks. Throws FolderFailure when only this folder failed. */
    async storeFolder(task) {
        this.#context.tally.stats.dirCount++;
        const read = (folder, path, identity) => this.#readFolder(folder, path, identity);
        return await withFolderHooks(this.#hooks, task, (...folder) => (0,replaced/* readTwice */.x)(read, ...folder));
    }
    async #readFolder(task, path, identity) {
        const { signal, tally, openFolders } = this.#context;
        const beganMs = this.#entryLog.beginMs();
        const finish = async (content, previous) => {
            const finished = { entry: task.entry, policy: task.policy.policy, compared: task.previous.compared };
            const stored = await finishFolder(this.#context, finished, content, previous);
            this.#entryLog.folder(task.relativePath, stored, task.policy.policy, beganMs);
            return stored;
        };
        await this.#gate.enter();
        let held;
        let isWorking = true;
        const hold = (count) => {
            held = count;
            this.#gate.hold(count);
        };
        const rest = () => {
            if (isWorking)
                this.#gate.rest();
            isWorking = false;
        };
        try {
            await this.#breath.take();
            (0,errors/* throwIfCancelled */.dZ)(signal);
            const content = new FolderContent(task.relativePath, tally);
            openFolders.open(task.relativePath, task.entry, task.policy.policy, content);
            const read = task.isReadAgain ? undefined : await this.#newFolders.read(task, path, identity);
            if (read !== undefined) {
                this.#scouting.folderWasRead();
                (0,errors/* throwIfCancelled */.dZ)(signal);
                hold(read.names.length);
                const { ignore } = openRules(tally, task, path, identity, []);
                const folder = { task, path, identity, content, previous: NOTHING_EARLIER, ignore, mayHoldTrees: false };
                const entries = this.#newFolders.take(folder, read, beganMs);
                await this.#storeEntries(folder, { names: [], listing: { entries, failures: [], vanished: read.vanished }, ignore }, rest);
                (0,errors/* throwIfCancelled */.dZ)(signal);
                return await finish(content, folder.previous);
            }
            const { scouted, mayHoldTrees } = task.isReadAgain ? UNSCOUTED : await this.#scouting.look(task, path, identity);
            (0,errors/* throwIfCancelled */.dZ)(signal);
            if (scouted?.kind === 'whole') {
                hold(0);
                tally.reusedAll(scouted.files, scouted.bytes);
                tally.stats.dirCount += scouted.folders - 1;
                content.unread = scouted.entries;
                return await finish(content, knownSame([], scouted.entries));
            }
            if (scouted?.kind === 'same') {
                hold(scouted.folders.length);
                const { ignore } = openRules(tally, task, path, identity, []);
                const previous = await this.#storeSame({ task, path, identity, content, previous: knownSame(scouted.folders, scouted.files), ignore, mayHoldTrees }, scouted, rest);
                return await finish(content, previous);
            }
            const opened = openFolder(tally, task, path, identity, scouted?.listing);
            hold(opened.names.length);
            const previous = await openPrevious(this.#context.objects, task.previous, this.#request.log, signal);
            await this.#storeEntries({ task, path, identity, content, previous, ignore: opened.ignore, mayHoldTrees }, opened, rest);
            (0,errors/* throwIfCancelled */.dZ)(signal);
            return await finish(content, previous);
        }
        finally {
            openFolders.close(task.relativePath);
            if (held === undefined)
                this.#gate.hold(0);
            rest();
            this.#gate.drop(held ?? 0);
        }
    }
    /** Stores a folder whose files are all as they were: only its sub-folders are walked. Returns what it is to be compared with. */
    async #storeSame(folder, scouted, rest) {
        const { content, task } = folder;
        const { tally, objects, signal } = this.#context;
        tally.reusedAll(scouted.files, scouted.bytes);
        content.unread = scouted.files;
        content.unreadIn = task.previous.compared;
        rest();
        const directories = scouted.folders.map(({ entry }) => entry);
        if (directories.length > 0)
            await this.#storeFolders(folder, directories);
        (0,errors/* throwIfCancelled */.dZ)(signal);
        if (isUnchanged(content, folder.previous, task.previous.compared))
            return folder.previous;
        // Something below has changed: the directory is written anew, with all that it has.
        content.unread = 0;
        const previous = await openPrevious(objects, task.previous, this.#request.log, signal);
        for (const { entry } of scouted.folders)
            previous.take(entry.name);
        for (const earlier of [...previous.remaining()]) {
            previous.take(earlier.name);
            content.add(earlier, earlier);
        }
        return previous;
    }
    /** Stores everything in the directory and calls `rest` when only sub-directories are left to wait for. */
    async #storeEntries(folder, opened, rest) {
        const files = new TaskGroup(this.#abort);
        const folders = new TaskGroup(this.#abort);
        const batches = new FileBatches();
        const directories = [];
        if (opened.names.length > HUGE_DIRECTORY)
            (0,heap/* collectOldHeapEarlier */.qI)();
        try {
            for (const entries of readEntries(this.#reader, folder, opened)) {
                if (this.#isStopped)
                    break;
                await this.#breath.take();
                (0,errors/* throwIfCancelled */.dZ)(this.#context.signal);
                for (const entry of entries) {
                    if (this.#isStopped)
                        break;
                    if (!folder.content.claim(entry.name))
                        folder.content.fail(entry.name, SAME_NAME, ignoresFileErrors(folder));
                    else if (entry.placeholder !== undefined)
                        await this.#placeholders.start(folder, entry, files);
                    else if (entry.kind === 'directory')
                        directories.push(entry);
                    else
                        await this.#storing.start(folder, entry, files, batches);
                    if (entry.rawName !== undefined)
                        this.#context.tally.odd('name', folder.content.pathOf(entry.name));
                }
                for (const batch of batches.takeRest())
                    await this.#storing.startBatch(folder, batch, files);
            }
            if (directories.length > 0)
                folders.start(() => this.#storeFolders(folder, directories));
            await files.idle();
            rest();
            await folders.idle();
        }
        finally {
            // After an error as well nothing of this directory may still be running.
            await Promise.allSettled([files.idle(), folders.idle()]);
        }
    }
    /** Walks the sub-directories: those with policies of their own at most `parallel` at once, so that their hooks keep Kopia's order. */
    async #storeFolders(folder, directories) {
        const { policy } = folder.task;
        const [plain, special] = partition(directories, ({ name }) => (0,policy_tree/* isPlain */.$)(policy.child(name)));
        const store = async (entry) => await this.#storeSubfolder(folder, entry);
        await Promise.all([(0,util_async/* mapConcurrent */._)(plain, OPEN_FOLDERS, store), (0,util_async/* mapConcurrent */._)(special, Math.max(1, this.#request.parallel), store)]);
    }
    async #storeSubfolder(folder, entry) {
        if (this.#isStopped)
            return;
        const { content, previous, task } = folder;
        const compared = previous.take(entry.name);
        if (compared !== undefined && compared.type !== 'd')
            this.#context.tally.removed(content.pathOf(entry.name), compared);
        const policy = task.policy.child(entry.name);
        const child = {
            path: (0,local/* pathOfEntry */.le)(folder.path, entry),
            relativePath: content.pathOf(entry.name),
            entry,
            policy,
            parent: { context: folder.ignore, name: entry.name },
            previous: previous.folders(entry.name, compared),
            mayHoldTrees: folder.mayHoldTrees,
        };
        try {
            content.add(await this.storeFolder(child), compared);
        }
        catch (error) {
            // Its hook was ended with the upload.
            if ((0,store_entry/* isCutShort */.zy)(this.#context, error))
                return;
            if (!(error instanceof upload_folder/* FolderFailure */.Jm)) {
                this.#abort(error);
                throw error;
            }
            if ((0,upload_folder/* isEntryError */.P0)(error.reason) && (await this.#storeInstead(folder, child, compared)))
                return;
            if ((0,fs_errors/* isVanished */.no)(error.reason)) {
                this.#context.tally.stats.dirCount--;
                this.#context.tally.leftOut.vanished++;
            }
            else
                content.fail(entry.name, error.message, policy.policy.errorHandling?.ignoreDirectoryErrors ?? false);
        }
    }
    /** Stores the file or link that has taken the place of a folder; false when there is none. */
    async #storeInstead(folder, { path, entry }, compared) {
        const { tally } = this.#context;
        const now = (0,replaced/* standsAt */.T)(path, entry);
        if (now === undefined || now.kind === 'directory')
            return false;
        tally.stats.dirCount--;
        if (compared?.type === 'd')
            tally.removed(folder.content.pathOf(entry.name), compared);
        const files = new TaskGroup(this.#abort);
        const batches = new FileBatches();
        for (const kept of selectListed(this.#reader, folder, { entries: [now], failures: [], vanished: 0 })) {
            await this.#storing.start(folder, kept, files, batches);
        }
        for (const batch of batches.takeRest())
            await this.#storing.startBatch(folder, batch, files);
        await files.idle();
        return true;
    }
    /** Whether nothing more is to be begun. */
    get #isStopped() {
        return this.#context.stop.reason !== undefined;
    }
}
const SAME_NAME = 'Its name is stored like that of another entry, because neither is valid UTF-8.';
function partition(items, test) {
    const yes = [];
    const no = [];
    for (const item of items)
        (test(item) ? yes : no).push(item);
    return [yes, no];
}

;// CONCATENATED MODULE: ./lib/snapshot/upload/upload.js
/** Stores a directory tree or a single file in the repository; saving the manifest is up to the caller. */














/**
 * Uploads the source and returns the entry for its manifest.
 *
 * Entries that fail are in the result; the upload itself fails when the root cannot be read (CAIRN_SOURCE_MISSING, CAIRN_SOURCE_UNREADABLE,
 * CAIRN_FILE_UNREADABLE, the error of its hook), when one of its ignore rules is no pattern (CAIRN_IGNORE_RULE_INVALID), when the storage
 * fails, or with CAIRN_CANCELLED. Nothing is visible in the repository until the caller saves a manifest and flushes.
 */
async function uploadTree(request) {
    const { repository, progress, log, signal } = request;
    (0,errors/* throwIfCancelled */.dZ)(signal);
    const source = openRoot(request);
    const limits = request.limits ?? {};
    const stop = new UploadStop(limits.maxReadBytes);
    const tally = new UploadTally(progress, repository, log, () => {
        if (limits.isFailFast)
            stop.stop('canceled');
    });
    const failed = new AbortController();
    let failure;
    const abort = (error) => {
        failure ??= { error };
        failed.abort();
        stop.end();
    };
    const onAbort = () => (limits.keepsCancelled ? stop.stop('canceled') : abort((0,errors/* cancelled */.KW)()));
    signal?.addEventListener('abort', onAbort, { once: true });
    progress.start('upload');
    const over = new AbortController();
    let checkpoints;
    try {
        const context = {
            objects: withReadLimit(repository.objects, request.fileReads),
            tally,
            keepsTimes: request.keepTimes === 'unchanged',
            signal: failed.signal,
            stop,
            openFolders: new OpenFolders(),
        };
        checkpoints = checkpointsOf(request, context, over.signal, abort);
        const compared = comparedRoot(request);
        const rootEntry = await storeRoot(request, context, abort, source, compared?.entry);
        over.abort();
        await checkpoints;
        if (failure !== undefined)
            throw failure.error;
        return { ...resultOf(rootEntry, tally, compared?.id), ...(stop.reason === undefined ? {} : { incomplete: stop.reason }) };
    }
    catch (error) {
        const first = failure?.error ?? error;
        throw first instanceof upload_folder/* FolderFailure */.Jm ? first.reason : first;
    }
    finally {
        // What was seen ahead may be from before the next upload began.
        request.scout?.forget();
        signal?.removeEventListener('abort', onAbort);
        over.abort();
        await checkpoints;
        progress.finish();
    }
}
/** Saves the tree as far as it got, until `over`; undefined when nobody asked for that. What goes wrong with it ends the upload. */
function checkpointsOf({ clock, limits }, context, over, abort) {
    const checkpoint = limits?.checkpoint;
    if (checkpoint === undefined)
        return undefined;
    const save = async () => {
        const rootEntry = await storeCheckpoint(context, context.openFolders);
        if (rootEntry !== undefined && !over.aborted)
            await checkpoint.save(rootEntry);
    };
    return everyInterval(clock, checkpoint.intervalMs, over, save).catch(abort);
}
function openRoot(request) {
    const { path, readFrom, entry } = request.root;
    if (readFrom === undefined) {
        const source = (0,local/* openLocalSource */.N_)(path);
        // The hook may have changed the folder: its metadata are those from before.
        return entry === undefined || entry.kind !== source.entry.kind
            ? source
            : { path: source.path, entry: { ...source.entry, ...metadata(entry) } };
    }
    try {
        return (0,local/* openLocalSource */.N_)(readFrom);
    }
    catch (cause) {
        throw new errors/* CairnError */.eb('CAIRN_SOURCE_UNREADABLE', `The hook of ${path} named a directory that cannot be read: ${(0,errors/* messageOf */.bD)(cause)}`, {
            hint: 'Check what the hook prints after KOPIA_SNAPSHOT_PATH=.',
            cause,
        });
    }
}
function metadata({ name, mode, mtimeNs, uid, gid }) {
    return { name, mode, mtimeNs, uid, gid };
}
/** The earlier root that changes are counted against, and how to call it. */
function comparedRoot(request) {
    const previous = request.previous[0];
    if (previous?.rootEntry !== undefined)
        return { id: previous.id, entry: previous.rootEntry };
    const base = request.bases?.[0];
    return base === undefined ? undefined : { id: base.objectId, entry: base };
}
function previousFolders(request, compared) {
    const roots = [...request.previous.map((manifest) => manifest.rootEntry), ...(request.bases ?? [])];
    const others = roots.filter((root) => root?.type === 'd' && root !== compared);
    if (compared === undefined && others.length === 0)
        return NOTHING_PREVIOUS;
    return { compared: compared?.type === 'd' ? compared : undefined, others };
}
async function storeRoot(request, context, abort, source, compared) {
    if ((0,placeholder/* isPlaceholderName */.XZ)((0,external_node_path_.basename)(source.path)))
        return withSummary(await storeRootPlaceholder(context, source, compared));
    if (source.entry.kind === 'directory') {
        return await storeRootFolder(request, context, abort, source, previousFolders(request, compared));
    }
    return await storeRootFile(request, context, source, compared);
}
async function storeRootFolder(request, context, abort, source, previous) {
    const walk = new TreeWalk(request, context, abort);
    const { path, entry } = source;
    return await walk.storeFolder({
        path,
        relativePath: '',
        entry,
        policy: request.policies.root,
        parent: undefined,
        previous,
        mayHoldTrees: true,
    });
}
/** A source that is a file: a root entry with a summary of one file. */
async function storeRootFile(request, context, source, compared) {
    if (!context.stop.reserve(source.entry.size)) {
        throw new errors/* CairnError */.eb('CAIRN_SNAPSHOT_PARTIAL', `The file ${source.path} is larger than the upload limit.`, {
            hint: 'Raise --upload-limit-mb.',
        });
    }
    const stored = await (0,store_entry/* storeFile */.u_)(context, source.path, source.entry.name, source.entry, request.policies.root.policy);
    context.tally.compare(stored.name, stored, compared);
    return withSummary((0,store_entry/* withKeptTime */.mC)(context, stored, compared));
}
/** The root entry has a summary even when it is a file. */
function withSummary(stored) {
    if (stored.type === 'd')
        return stored;
    return { ...stored, summary: { ...(0,snapshot_summary/* summarize */.eh)([stored], stored.mtimeNs), dirs: 0, maxTimeNs: stored.mtimeNs } };
}
function resultOf(rootEntry, tally, comparedWith) {
    const summary = rootEntry.summary ?? (0,snapshot_summary/* summarize */.eh)([], rootEntry.mtimeNs);
    const { stats, changes, changedPaths, newBytes, failures, ignoredFailures, leftOut } = tally;
    return {
        rootEntry,
        summary,
        stats,
        changes,
        changedPaths: changedPaths.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
        comparedWith,
        newBytes,
        isComplete: summary.numFailed === 0,
        failures,
        ignoredFailures,
        leftOut,
        warnings: tally.warnings(),
    };
}

// EXTERNAL MODULE: ./lib/util/format.js
var format = __webpack_require__(4849);
// EXTERNAL MODULE: ./lib/commands/run/checkpoint.js
var checkpoint = __webpack_require__(96984);
;// CONCATENATED MODULE: ./lib/commands/run/state.js
/** A folder of a source, as a key. */
function folderKey(label, relativePath) {
    return `${label}\0${relativePath}`;
}

;// CONCATENATED MODULE: ./lib/commands/run/folder-hooks.js
/** Joins the walk of a source to the hooks of its folders. */


/** The callback for an upload: a pair of hooks around each folder that has one. */
function folderHooks(run, source, root, tree) {
    return async (folder) => {
        const { beforeFolder, afterFolder } = nodeAt(tree, folder.relativePath).hooks;
        if (beforeFolder === undefined && afterFolder === undefined)
            return undefined;
        const label = folder.isRoot ? source.label : `${source.label.replace(/\/$/, '')}/${folder.relativePath}`;
        const session = run.hooks.openSession({
            level: 'folder',
            hooks: { ...(beforeFolder === undefined ? {} : { beforeFolder }), ...(afterFolder === undefined ? {} : { afterFolder }) },
            // The original path also where the tree is read from somewhere else.
            sourcePath: folder.isRoot ? root : `${root === '/' ? '' : root}/${folder.relativePath}`,
            label,
        });
        const before = await session.before();
        if (before.failure !== undefined) {
            await afterFolderOf({ status: before.status === 'cancelled' ? 'cancelled' : 'failed', error: before.failure.message });
            run.beforeFolderFailures.set(folderKey(source.label, folder.relativePath), before.failure);
            throw before.failure;
        }
        return {
            redirect: before.redirect?.path,
            after: (outcome) => afterFolderOf(outcomeFor(outcome)),
        };
        async function afterFolderOf(outcome) {
            const after = await session.after(outcome);
            if (after.failure !== undefined && !run.afterFolderFailures.has(source.label))
                run.afterFolderFailures.set(source.label, after.failure);
        }
    };
}
function nodeAt(tree, relativePath) {
    let node = tree.root;
    for (const part of relativePath.split('/'))
        if (part !== '')
            node = node.child(part);
    return node;
}
function outcomeFor(outcome) {
    const { entry, error } = outcome;
    return {
        status: outcome.status,
        ...(error === undefined ? {} : { error: (0,errors/* messageOf */.bD)(error) }),
        ...(entry === undefined ? {} : { rootObjectId: entry.objectId, files: entry.summary?.files ?? 0, bytes: entry.summary?.size ?? 0 }),
    };
}

// EXTERNAL MODULE: ./lib/commands/run/outcome.js
var run_outcome = __webpack_require__(62404);
// EXTERNAL MODULE: ./lib/commands/run/partial-error.js
var partial_error = __webpack_require__(43542);
// EXTERNAL MODULE: ./lib/commands/run/previous.js
var run_previous = __webpack_require__(3571);
// EXTERNAL MODULE: ./lib/commands/run/recorded-times.js
var recorded_times = __webpack_require__(94229);
// EXTERNAL MODULE: ./lib/commands/run/save.js
var save = __webpack_require__(67923);
// EXTERNAL MODULE: ./lib/commands/run/source-report.js
var source_report = __webpack_require__(1062);
// EXTERNAL MODULE: ./lib/commands/run/sources.js
var sources = __webpack_require__(31206);
;// CONCATENATED MODULE: ./lib/commands/run/source.js
/** One folder or file of a run: hooks, upload, manifest, retention (docs/hooks.md, "Order"). */
















/** Snapshots one source; never rejects: what went wrong is in the report. */
async function runPathSource(run, source) {
    const startedMs = run.context.clock.monotonicMs();
    const report = (0,source_report/* emptyReport */._O)((0,target/* formatSource */.j2)(source.source), source.label);
    const finish = (part) => ({
        ...report,
        ...part,
        durationMs: Math.round(run.context.clock.monotonicMs() - startedMs),
    });
    const startTimeNs = run.context.clock.nowNs();
    let opened;
    try {
        opened = openSource(run, source);
    }
    catch (error) {
        return finish(missingSource(run, source, error));
    }
    try {
        return finish(await snapshotSource(run, source, opened, startTimeNs));
    }
    catch (error) {
        return finish((0,source_report/* failedSource */.x6)(error, undefined));
    }
}
function openSource(run, source) {
    const opened = (0,local/* openLocalSource */.N_)(source.path);
    if (run.isInsideActions && !run.options.allowOutsideWorkspace && !(0,sources/* isInside */.F)(opened.path, run.workspaceRealPath)) {
        throw new errors/* CairnError */.eb('CAIRN_SOURCE_OUTSIDE', `The source ${source.label} is outside the workspace.`, {
            hint: 'Set "allow-outside-workspace: true" if that is meant.',
        });
    }
    return opened;
}
function missingSource(run, source, error) {
    if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_SOURCE_MISSING') || run.options.onMissingSource === 'error') {
        return { status: 'failed', error: (0,run_outcome/* reportedError */.kF)(error) };
    }
    const message = `The source ${source.label} does not exist; it was left out.`;
    if (run.options.onMissingSource === 'warn')
        run.warn(message);
    else
        run.note(message);
    return { status: 'skipped' };
}
async function snapshotSource(run, source, opened, startTimeNs) {
    const tree = (0,policy_tree/* policyTree */.N)(source.source, run.layers);
    const hooks = tree.effective.hooks;
    const isFile = opened.entry.kind === 'file';
    if (isFile && (hooks.beforeSnapshotRoot ?? hooks.afterSnapshotRoot) !== undefined) {
        run.warn(`The hooks of ${source.label} do not run: hooks are for folders, and this is a file.`);
    }
    // What a scout saw ahead is from before any hook of this run.
    if (run.layers.some(({ hooks }) => Object.keys(hooks).length > 0))
        run.scout?.forget();
    const session = run.hooks.openSession({ level: 'root', hooks: isFile ? {} : hooks, sourcePath: opened.path, label: source.label });
    let outcome = { status: 'failed' };
    let final;
    let uploaded;
    let failure;
    let isSkipped = false;
    try {
        const before = await session.before();
        if (before.failure !== undefined)
            throw before.failure;
        if (before.status === 'skipped')
            isSkipped = true;
        else {
            uploaded = await upload(run, source, opened, tree, before.redirect?.path, startTimeNs);
            const { rootEntry, summary } = uploaded.result;
            final = finalStatus(run, source, uploaded.result, uploaded.previous);
            const status = final.status === 'cancelled' ? 'cancelled' : 'uploaded';
            outcome = { status, runStatus: final.status, rootObjectId: rootEntry.objectId, files: summary.files, bytes: summary.size };
        }
    }
    catch (error) {
        failure = error;
        outcome = { status: (0,errors/* isCairnError */.qN)(error, 'CAIRN_CANCELLED') ? 'cancelled' : 'failed', error: (0,errors/* messageOf */.bD)(error) };
    }
    const endTimeNs = run.context.clock.nowNs();
    const after = await session.after(isSkipped ? { status: 'skipped' } : outcome);
    if (failure !== undefined)
        return (0,source_report/* failedSource */.x6)(failure, after.failure);
    if (uploaded === undefined)
        return { status: 'skipped', ...(after.failure === undefined ? {} : { status: 'failed', error: (0,run_outcome/* reportedError */.kF)(after.failure) }) };
    const times = (0,recorded_times/* recordedTimes */.$)({ startTimeNs, endTimeNs }, run.times);
    const saved = await (0,save/* saveUpload */.f)(run, source.source, uploaded.result, uploaded.previous, tree.effective, times);
    const facts = factsOf(uploaded.result, uploaded.previous);
    return { ...facts, ...saved, ...(0,source_report/* withLateFailure */.jJ)(final, after.failure) };
}
/** Whether the user ended the upload. */
function isCancelled(run, result) {
    return result.incomplete === 'canceled' && run.context.signal.aborted;
}
async function upload(run, source, opened, tree, redirect, startTimeNs) {
    const previous = await (0,run_previous/* findPrevious */.v)(run, source.source);
    const { context, repository } = run;
    const result = await uploadTree({
        repository,
        scout: run.scout,
        root: { path: opened.path, readFrom: redirect, entry: opened.entry },
        policies: tree,
        previous: previous.snapshots,
        bases: previous.bases,
        onFolder: folderHooks(run, source, opened.path, tree),
        leaveOut: run.leaveOut,
        includeGit: run.keepsGit === true || tree.effective.includeGit,
        keepTimes: tree.effective.keepTimes,
        parallel: run.parallel,
        // The command line counts for more than the policy, where 0 is as good as nothing.
        fileReads: run.fileReads ?? (tree.effective.policy.upload?.maxParallelFileReads || undefined),
        limits: { ...run.limits, checkpoint: (0,checkpoint/* checkpointOf */.S)(run, source.source, tree.effective, startTimeNs) },
        ...(run.isHashForced === undefined ? {} : { isHashForced: run.isHashForced }),
        logDetails: run.logDetails,
        progress: context.progress,
        log: uploadLog(context.log, run.options.onUnreadableFile),
        clock: context.clock,
        signal: context.signal,
    });
    for (const warning of result.warnings)
        run.warn(warning);
    for (const path of result.leftOut.own)
        run.note(`${path} is Cairn's own and was left out.`);
    const { byPolicy } = result.leftOut;
    if (byPolicy > 0)
        run.note(`Left out of ${source.label} by maxFileSize or oneFileSystem: ${(0,format/* formatQuantity */.VZ)(byPolicy, 'entry', 'entries')}.`);
    if (result.leftOut.vanished > 0)
        run.note(`${result.leftOut.vanished} files of ${source.label} went away while it was read.`);
    return { result, previous };
}
function factsOf(result, previous) {
    const { summary, stats, changes } = result;
    return {
        rootObjectId: result.rootEntry.objectId,
        matchedSnapshotId: previous.matchedId,
        files: summary.files,
        directories: summary.dirs,
        symlinks: summary.symlinks,
        bytes: summary.size,
        newBytes: result.newBytes,
        filesNew: changes.added,
        filesChanged: changes.changed,
        filesRemoved: changes.removed,
        directoriesChanged: changes.directories,
        changes: result.changedPaths,
        excludedFiles: stats.excludedFileCount,
        excludedDirectories: stats.excludedDirCount,
        specialFiles: result.leftOut.special,
        failures: [
            ...result.failures.map((failure) => ({ ...failure, isIgnored: false })),
            ...result.ignoredFailures.map((failure) => ({ ...failure, isIgnored: true })),
        ],
    };
}
/** What the upload and the hooks of its folders mean for the source. */
function finalStatus(run, source, result, previous) {
    const failed = run.afterFolderFailures.get(source.label);
    return failed === undefined ? statusOf(run, source, result, previous) : { status: 'failed', error: (0,run_outcome/* reportedError */.kF)(failed) };
}
/** What the upload means for the source, by what the caller thinks of unreadable files. */
function statusOf(run, source, result, previous) {
    const { added, changed, removed, directories } = result.changes;
    const whole = previous.matchedId !== '' && added + changed + removed + directories === 0 ? 'unchanged' : 'created';
    if (isCancelled(run, result))
        return { status: 'cancelled', error: (0,run_outcome/* reportedError */.kF)((0,errors/* cancelled */.KW)()) };
    if (result.isComplete)
        return { status: result.incomplete === undefined ? whole : 'partial' };
    const ofHook = result.failures.flatMap(({ path }) => run.beforeFolderFailures.get(folderKey(source.label, path)) ?? [])[0];
    // A hook that failed is not an unreadable file: what the caller thinks of those does not excuse it.
    if (ofHook !== undefined)
        return { status: 'partial', error: (0,run_outcome/* reportedError */.kF)(ofHook) };
    const missing = result.summary.numFailed;
    const message = `${missing} ${missing === 1 ? 'entry' : 'entries'} of ${source.label} could not be stored: ${result.failures
        .slice(0, 3)
        .map((failure) => failure.path)
        .join(', ')}`;
    if (run.options.onUnreadableFile === 'ignore')
        return { status: whole };
    if (run.options.onUnreadableFile === 'warn') {
        run.warn(message);
        return { status: whole };
    }
    const error = (0,partial_error/* partialError */.C)(message, result, run.tolerance ?? 'set "on-unreadable-file: warn"');
    return { status: 'partial', error: (0,run_outcome/* reportedError */.kF)(error) };
}
/** What the caller does not call an error is none in the log either, where it would be a red annotation beside a green step. */
function uploadLog(log, onUnreadableFile) {
    if (onUnreadableFile === 'error')
        return log;
    return { ...log, error: onUnreadableFile === 'warn' ? log.warning : log.info };
}


/***/ }),

/***/ 31206:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isInside),
/* harmony export */   l: () => (/* binding */ resolveSources)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _policyfile_places_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21098);
/* harmony import */ var _snapshot_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78267);
/** Which folders and streams a run snapshots, and under which identity (docs/policy.md, "Sources" and "Identity"). */




/** The sources of a run in order. Errors: CAIRN_USAGE when one is empty, CAIRN_SOURCE_DUPLICATE when two are the same. */
function resolveSources(request) {
    const sources = chosenSources(request);
    const seen = new Map();
    for (const { source, label } of sources) {
        const before = seen.get(source.path);
        if (before !== undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_SOURCE_DUPLICATE', `The sources "${before}" and "${label}" are the same.`, {
                hint: 'Remove one of them.',
            });
        }
        seen.set(source.path, label);
    }
    return sources;
}
function chosenSources(request) {
    const { given, file, root } = request;
    if (given.length > 0)
        return given.map((path) => pathSource(notEmpty(path), request));
    if (file === undefined)
        return [pathSource('.', request)];
    // Paths that the file does not list come from its targets, where they are written as identities.
    const isListed = file.sources !== undefined;
    return (0,_policyfile_places_js__WEBPACK_IMPORTED_MODULE_3__/* .effectiveSources */ .Og)(file, { userName: root.userName, host: root.host, root: root.path }).map((source) => {
        if (source.kind === 'stream')
            return { kind: 'stream', label: source.name, stream: source, source: (0,_snapshot_source_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceBelow */ .d_)(root, source.name) };
        return isListed || source.path === '.' ? pathSource(source.path, request) : identityPath(source.path, request);
    });
}
/** An empty path would be the workspace root, and is what a script gives whose variable is not set. */
function notEmpty(path) {
    if (path.trim() !== '')
        return path;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_USAGE', 'A source is empty.', {
        hint: 'Write . for the workspace root. A variable that is not set gives an empty source too.',
    });
}
/** A path as written: below the workspace it belongs to the workspace's identity, elsewhere it keeps its own absolute path. */
function pathSource(label, { workspaceRoot, root }) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspaceRoot, label);
    const isOutsideWorkspace = !isInside(path, workspaceRoot);
    const source = isOutsideWorkspace ? { ...root, path: toPosix(path) } : (0,_snapshot_source_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceBelow */ .d_)(root, toPosix((0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspaceRoot, path)));
    return { kind: 'path', label, path, source, isOutsideWorkspace };
}
/** Whether an absolute path is `folder` or below it. */
function isInside(path, folder) {
    const below = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(folder, path);
    return !(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(below) && below !== '..' && !below.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`);
}
/** A path that is written as an identity: below `source.root` it lies in the workspace, else it is a path of the machine. */
function identityPath(path, request) {
    const below = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(request.root.path, path);
    return pathSource(below === '..' || below.startsWith('../') ? path : below || '.', request);
}
function toPosix(path) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.sep === '/' ? path : path.split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/');
}


/***/ }),

/***/ 70497:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ streamFacts),
/* harmony export */   j: () => (/* binding */ reportStream)
/* harmony export */ });
/* harmony import */ var _policy_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95181);
/* harmony import */ var _source_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1062);
/** The report of a source that is one stream of bytes, wherever they come from. */


/** Runs `work` and reports what it returns or throws. Never rejects. */
async function reportStream(clock, source, label, work) {
    const startedMs = clock.monotonicMs();
    let part;
    try {
        part = await work();
    }
    catch (error) {
        part = (0,_source_report_js__WEBPACK_IMPORTED_MODULE_0__/* .failedSource */ .x6)(error, undefined);
    }
    return { ...(0,_source_report_js__WEBPACK_IMPORTED_MODULE_0__/* .emptyReport */ ._O)((0,_policy_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSource */ .j2)(source), label), ...part, durationMs: Math.round(clock.monotonicMs() - startedMs) };
}
/** What the report of a stored stream says of it. */
function streamFacts(result, previous) {
    const { changes } = result;
    return {
        status: changes.added + changes.changed > 0 ? 'created' : 'unchanged',
        rootObjectId: result.rootEntry.objectId,
        matchedSnapshotId: previous.matchedId,
        files: 1,
        directories: 1,
        bytes: result.summary.size,
        newBytes: result.newBytes,
        filesNew: changes.added,
        filesChanged: changes.changed,
    };
}


/***/ }),

/***/ 24040:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ withScout)
/* harmony export */ });
/* harmony import */ var _fs_local_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48844);
/* harmony import */ var _snapshot_upload_scout_scout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7622);
/** Starts the thread that looks at folders, early: it has seen many when the repository is open. */


/**
 * Runs `work` with a scout, and ends it in every case; undefined where everything is to happen in one thread. Meanwhile it looks ahead at
 * `path`, the first folder to be walked.
 */
async function withScout(context, path, work) {
    if (context.workers === 0)
        return await work(undefined);
    const scout = _snapshot_upload_scout_scout_js__WEBPACK_IMPORTED_MODULE_1__/* .FolderScout */ .L.inThread(new URL(context.entryUrl));
    try {
        if (path !== undefined)
            lookAhead(scout, path);
        return await work(scout);
    }
    finally {
        await scout.close();
    }
}
function lookAhead(scout, given) {
    try {
        const { path, entry } = (0,_fs_local_js__WEBPACK_IMPORTED_MODULE_0__/* .openLocalSource */ .N_)(given);
        if (entry.kind === 'directory')
            scout.lookAhead(path, entry.device, entry.inode);
    }
    catch {
        // Said when it is this source's turn.
    }
}


/***/ }),

/***/ 29408:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UG: () => (/* binding */ encodeOutput),
/* harmony export */   Yt: () => (/* binding */ encodeFrame),
/* harmony export */   wI: () => (/* binding */ FrameDecoder)
/* harmony export */ });
/* unused harmony export MAX_OUTPUT_PAYLOAD */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/** The stream between a supervisor and the runner: what the hook printed and what became of it, kept apart and in order. */


/** Largest payload of an output frame, in bytes. */
const MAX_OUTPUT_PAYLOAD = 65_536;
const MAX_MESSAGE_PAYLOAD = 1_048_576;
const MAX_HEADER = 9;
const LF = 0x0a;
// The exec toolkit joins its line buffer anew for every chunk until it sees the system's line end: quadratic without one. CR LF is a line
// end on every system.
const TRAILER = new Uint8Array([0x0d, 0x0a]);
// frame: kind(1) | length(decimal digits) | LF | payload(length) | CR LF
/** Bytes of one frame. */
function encodeFrame(frame) {
    return (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .concatBytes */ .Id)([Buffer.from(`${frame.kind}${frame.payload.length}\n`), frame.payload, TRAILER]);
}
/** Output cut into frames of at most MAX_OUTPUT_PAYLOAD bytes. */
function encodeOutput(kind, bytes) {
    if (bytes.length <= MAX_OUTPUT_PAYLOAD)
        return encodeFrame({ kind, payload: bytes });
    const parts = [];
    for (let at = 0; at < bytes.length; at += MAX_OUTPUT_PAYLOAD)
        parts.push(encodeFrame({ kind, payload: bytes.subarray(at, at + MAX_OUTPUT_PAYLOAD) }));
    return (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .concatBytes */ .Id)(parts);
}
/** Puts frames together again from chunks of any size; at most one frame is held. */
class FrameDecoder {
    #rest = new Uint8Array(0);
    /** Takes the next bytes and returns the frames they complete. Throws CAIRN_INTERNAL on bytes that no supervisor writes. */
    push(chunk) {
        let bytes = this.#rest.length === 0 ? chunk : (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .concatBytes */ .Id)([this.#rest, chunk]);
        const frames = [];
        for (;;) {
            const headerEnd = bytes.subarray(0, MAX_HEADER).indexOf(LF);
            if (headerEnd < 0) {
                if (bytes.length >= MAX_HEADER)
                    throw malformed();
                break;
            }
            const { kind, length } = decodeHeader(bytes.subarray(0, headerEnd));
            const end = headerEnd + 1 + length;
            if (bytes.length < end + TRAILER.length)
                break;
            frames.push({ kind, payload: bytes.subarray(headerEnd + 1, end) });
            bytes = bytes.subarray(end + TRAILER.length);
        }
        // A copy: the chunk belongs to the caller once this returns.
        this.#rest = bytes.length === 0 ? new Uint8Array(0) : bytes.slice();
        return frames;
    }
}
function decodeHeader(header) {
    const text = Buffer.from(header).toString('latin1');
    const match = /^([oem])(\d{1,7})$/.exec(text);
    const kind = match?.[1];
    const length = Number(match?.[2]);
    if (kind === 'm' && length <= MAX_MESSAGE_PAYLOAD)
        return { kind, length };
    if ((kind === 'o' || kind === 'e') && length <= MAX_OUTPUT_PAYLOAD)
        return { kind, length };
    throw malformed();
}
function malformed() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_INTERNAL', 'The hook supervisor sent bytes that are not a frame.');
}


/***/ }),

/***/ 49433:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ RunHooks)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/util/random.js
var random = __webpack_require__(75073);
;// CONCATENATED MODULE: ./lib/hooks/cleanup-time.js
// A GitHub runner waits 7.5 s after SIGINT before it sends SIGTERM: 3 s for the hook that was cancelled leave this much.
const DEFAULT_LIMITS = { hookMs: 3_000, totalMs: 6_000, graceMs: 1_000 };
/** Gives cleanup hooks a signal that a cancel does not abort at once, but when their time is over. */
class CleanupTime {
    #clock;
    #cancel;
    #limits;
    #cancelMs;
    constructor(clock, cancel, limits = {}) {
        this.#clock = clock;
        this.#cancel = cancel;
        this.#limits = { ...DEFAULT_LIMITS, ...limits };
        if (cancel?.aborted)
            this.#cancelMs = clock.monotonicMs();
        cancel?.addEventListener('abort', () => {
            this.#cancelMs ??= clock.monotonicMs();
        }, { once: true });
    }
    get graceMs() {
        return this.#limits.graceMs;
    }
    /** A signal for one cleanup hook; `close` when the hook has ended. */
    open() {
        const over = new AbortController();
        const closed = new AbortController();
        const count = () => {
            const spentMs = this.#clock.monotonicMs() - (this.#cancelMs ?? this.#clock.monotonicMs());
            const leftMs = Math.min(this.#limits.hookMs, this.#limits.totalMs - spentMs);
            if (leftMs <= 0)
                return over.abort();
            this.#clock.sleep(leftMs, closed.signal).then(() => over.abort(), () => { });
        };
        if (this.#cancel?.aborted)
            count();
        else
            this.#cancel?.addEventListener('abort', count, { once: true, signal: closed.signal });
        return { signal: over.signal, close: () => closed.abort() };
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/hooks/result.js
var hooks_result = __webpack_require__(29023);
;// CONCATENATED MODULE: ./lib/hooks/command-files.js
/** The files by which a step commands the runner: hooks are not told where they are, but can guess it (docs/hooks.md, "Environment"). */


const NAMES = ['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
/** Larger files are the runner's business; it refuses them itself. */
const SIZE_LIMIT = 4_194_304;
/** Notices what hooks write into the runner's files and takes it back. */
class CommandFiles {
    #files;
    #before = new Map();
    #active = 0;
    #written = new Set();
    constructor(environment) {
        this.#files = NAMES.flatMap((name) => {
            const path = environment[name];
            return path === undefined || path === '' ? [] : [{ name, path }];
        });
    }
    /** A hook is about to start. What we wrote ourselves while there was none is no change. */
    enter() {
        if (this.#active === 0)
            this.#remember();
        this.#active += 1;
    }
    /** The last process of a hook is gone. */
    leave() {
        this.#look();
        this.#active -= 1;
    }
    /** Names of the files that hooks have changed since the last call; they are as they were before. */
    takeWritten() {
        this.#look();
        const names = [...this.#written];
        this.#written = new Set();
        return names;
    }
    /** Makes a change of our own while hooks run; it must be done when `write` returns. */
    ours(write) {
        this.#look();
        try {
            return write();
        }
        finally {
            this.#remember();
        }
    }
    #remember() {
        this.#before = new Map(this.#files.map(({ path }) => [path, read(path)]));
    }
    #look() {
        if (this.#active === 0)
            return;
        for (const { name, path } of this.#files) {
            const before = this.#before.get(path);
            if (isEqual(read(path), before))
                continue;
            putBack(path, before);
            this.#written.add(name);
        }
    }
}
function read(path) {
    try {
        const stat = (0,external_node_fs_.lstatSync)(path);
        return stat.isFile() && stat.size <= SIZE_LIMIT ? (0,external_node_fs_.readFileSync)(path) : undefined;
    }
    catch {
        return undefined;
    }
}
function isEqual(a, b) {
    if (a === undefined || b === undefined)
        return a === b;
    return Buffer.compare(a, b) === 0;
}
function putBack(path, bytes) {
    try {
        // Anew, never through a link that the hook may have put in its place.
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
        if (bytes !== undefined)
            (0,external_node_fs_.writeFileSync)(path, bytes, { flag: 'wx' });
    }
    catch {
        // It stays changed; the failure of the hook is told all the same.
    }
}
/** What it means for a hook that it wrote to these files. */
function tamperingOf(result, written) {
    return {
        message: `${(0,hooks_result/* hookTitle */.Ez)(result.phase, result.name, result.label)} wrote to ${written.join(', ')}, by which a step commands the runner; what it wrote was removed.`,
        errorCode: 'CAIRN_HOOK_COMMAND_FILE',
        hint: 'Hooks may not set variables, outputs or state of the job. Look at what the script does.',
    };
}

;// CONCATENATED MODULE: ./lib/hooks/conditions.js
const SYSTEM_NAMES = {
    linux: ['linux'],
    darwin: ['macos', 'darwin'],
    win32: ['windows', 'win32'],
};
/** The first part of `condition` that does not hold, as text for a log; undefined when all hold. */
function unmetCondition(condition, facts) {
    if (condition === undefined)
        return undefined;
    const { os, event, ref, exists, status } = condition;
    const names = SYSTEM_NAMES[facts.platform] ?? [facts.platform];
    if (os !== undefined && !os.some((name) => names.includes(name.toLowerCase())))
        return `os is ${names[0]}`;
    if (event !== undefined && !event.includes(facts.event ?? ''))
        return `event is ${facts.event ?? 'absent'}`;
    if (ref !== undefined && !ref.some((pattern) => matchesRef(pattern, facts.ref ?? '')))
        return `ref is ${facts.ref ?? 'absent'}`;
    const missing = exists?.find((path) => !facts.exists(path));
    if (missing !== undefined)
        return `${missing} does not exist`;
    const known = facts.status;
    if (status !== undefined && (known === undefined || !status.some((selector) => matchesStatus(selector, known))))
        return `status is ${known ?? 'not known yet'}`;
    return undefined;
}
/** Whether a status word or group covers `status`. */
function matchesStatus(selector, status) {
    switch (selector) {
        case 'always':
            return true;
        case 'success':
            return status === 'created' || status === 'unchanged';
        case 'failure':
            return status === 'partial' || status === 'failed';
        default:
            return selector === status;
    }
}
/** Whether a ref matches a pattern: `*` stays within one part, `**` does not, `?` is one character. */
function matchesRef(pattern, ref) {
    const source = pattern.replace(/\*\*|\*|\?|[.+^${}()|[\]\\]/g, (token) => {
        if (token === '**')
            return '.*';
        if (token === '*')
            return '[^/]*';
        if (token === '?')
            return '[^/]';
        return `\\${token}`;
    });
    return new RegExp(`^${source}$`, 's').test(ref);
}

;// CONCATENATED MODULE: ./lib/hooks/journal.js
/** After-hooks that are owed: told before each effect, so that another process can run them when this one is killed. */
/** For callers that nobody cleans up after. */
const noJournal = { owed: () => { }, paid: () => { } };

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/policy/variable-names.js
var variable_names = __webpack_require__(4513);
;// CONCATENATED MODULE: ./lib/hooks/environment.js

/** The Kopia release whose hook behaviour is met; hooks read it as KOPIA_VERSION. */
const KOPIA_VERSION_MET = '0.23.1';
const POSIX_NAMES = ['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'LANG', 'TZ', 'TMPDIR', 'CI'];
const GITHUB_NAMES = [
    ...['ACTIONS', 'WORKSPACE', 'REPOSITORY', 'SHA', 'REF', 'REF_NAME', 'HEAD_REF', 'BASE_REF', 'RUN_ID', 'RUN_NUMBER', 'RUN_ATTEMPT'],
    ...['EVENT_NAME', 'JOB', 'ACTOR', 'SERVER_URL'],
].map((name) => `GITHUB_${name}`);
const RUNNER_NAMES = ['RUNNER_OS', 'RUNNER_ARCH', 'RUNNER_TEMP'];
const WINDOWS_NAMES = ['SYSTEMROOT', 'WINDIR', 'COMSPEC', 'PATHEXT', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'PROGRAMDATA', 'TEMP', 'TMP'];
const ALLOWED = new Set([...POSIX_NAMES, ...GITHUB_NAMES, ...RUNNER_NAMES]);
const ALLOWED_ON_WINDOWS = new Set(WINDOWS_NAMES);
/** The variables of one hook call. */
function hookEnvironment(request) {
    const { base, hook, platform } = request;
    const key = (name) => (platform === 'win32' ? name.toUpperCase() : name);
    const variables = new Map();
    const set = (name, value) => variables.set(key(name), { name, value });
    const refused = [];
    const baseValues = new Map();
    for (const [name, value] of Object.entries(base))
        if (value !== undefined)
            baseValues.set(key(name), value);
    for (const [name, value] of Object.entries(base)) {
        if (value === undefined || (0,variable_names/* isNeverAllowed */.Vv)(name))
            continue;
        if (request.mode === 'pass-through' ? !(0,variable_names/* isDoorKey */.cT)(name) : isInBase(name, platform))
            set(name, value);
    }
    for (const name of hook.envAllow ?? []) {
        const value = baseValues.get(key(name));
        if ((0,variable_names/* isNeverAllowed */.Vv)(name))
            refused.push({ name, reason: 'never' });
        else if ((0,variable_names/* isCredentialLike */.nM)(name))
            refused.push({ name, reason: 'needs-secrets' });
        else if (value !== undefined)
            set(name, value);
    }
    for (const name of hook.secrets ?? []) {
        const value = baseValues.get(key(name));
        if ((0,variable_names/* isNeverAllowed */.Vv)(name))
            refused.push({ name, reason: 'never' });
        else if (!request.allowedSecrets.has(name))
            refused.push({ name, reason: 'not-allowed-by-caller' });
        else if (value === undefined)
            refused.push({ name, reason: 'absent' });
        else
            set(name, value);
    }
    for (const [name, value] of Object.entries(hook.env ?? {})) {
        if ((0,variable_names/* isNeverAllowed */.Vv)(name) || name.startsWith('KOPIA_'))
            refused.push({ name, reason: 'never' });
        else
            set(name, value);
    }
    // A variable of ours that has no value in this call must not be left over from outside.
    for (const [name, value] of Object.entries(request.own)) {
        if (value === undefined)
            variables.delete(key(name));
        else
            set(name, value);
    }
    return { variables: Object.fromEntries([...variables.values()].map(({ name, value }) => [name, value])), refused };
}
function isInBase(name, platform) {
    if (platform !== 'win32')
        return ALLOWED.has(name) || name.startsWith('LC_');
    const upper = name.toUpperCase();
    return ALLOWED.has(upper) || upper.startsWith('LC_') || ALLOWED_ON_WINDOWS.has(upper) || upper.startsWith('PROGRAMFILES');
}

;// CONCATENATED MODULE: ./lib/hooks/program.js
/** From a hook's program to a command line: Kopia's rule for scripts, the interpreters of `shell`, and the command form (docs/hooks.md, "Programs"). */


/** What to execute for `program`; writes nothing. */
function planProgram(program, place) {
    if (program.kind === 'command')
        return { argv: program.argv };
    const isWindows = place.platform === 'win32';
    if (program.shell !== undefined)
        return planShell(program.shell, program.script, place);
    if (isWindows)
        return scriptPlan(place, '.cmd', program.script, (path) => [place.comspec ?? 'cmd.exe', '/c', path]);
    if (program.script.startsWith('#!'))
        return scriptPlan(place, '.sh', program.script, (path) => [path]);
    return scriptPlan(place, '.sh', program.script, (path) => ['sh', '-e', path]);
}
/** Writes the script of a plan, mode 0700, into the private folder, which is made again when the hook before took it away. */
function writeProgram(plan, privateDir) {
    (0,external_node_fs_.mkdirSync)(privateDir, { recursive: true, mode: 0o700 });
    if (!(0,external_node_fs_.lstatSync)(privateDir).isDirectory())
        throw new Error(`${privateDir} is not a directory`);
    if (plan.file === undefined)
        return;
    const path = (0,external_node_path_.join)(privateDir, plan.file.name);
    // A hook before this one may have put something else under the name: never write through it.
    (0,external_node_fs_.rmSync)(path, { force: true, recursive: true });
    (0,external_node_fs_.writeFileSync)(path, plan.file.text, { mode: 0o700, flag: 'wx' });
}
// The options are those that a workflow's `run:` step gives the same shells.
function planShell(shell, script, place) {
    switch (shell) {
        case 'sh':
            return scriptPlan(place, '.sh', script, (path) => ['sh', '-e', path]);
        case 'bash':
            return scriptPlan(place, '.sh', script, (path) => ['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail', path]);
        case 'python':
            return scriptPlan(place, '.py', script, (path) => [place.platform === 'win32' ? 'python' : 'python3', path]);
        case 'pwsh':
            return scriptPlan(place, '.ps1', STOP_ON_ERROR + script + PASS_EXIT_CODE, (path) => [
                'pwsh',
                '-NoProfile',
                '-NonInteractive',
                '-File',
                path,
            ]);
        case 'powershell':
            return scriptPlan(place, '.ps1', STOP_ON_ERROR + script + PASS_EXIT_CODE, (path) => [
                'powershell',
                '-NoProfile',
                '-NonInteractive',
                '-ExecutionPolicy',
                'Bypass',
                '-File',
                path,
            ]);
        case 'cmd':
            return scriptPlan(place, '.cmd', script, (path) => [place.comspec ?? 'cmd.exe', '/D', '/E:ON', '/V:OFF', '/S', '/C', path]);
    }
}
const STOP_ON_ERROR = "$ErrorActionPreference = 'stop'\n";
const PASS_EXIT_CODE = '\nif ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }\n';
function scriptPlan(place, extension, text, argv) {
    const name = place.name + extension;
    return { argv: argv((0,external_node_path_.join)(place.privateDir, name)), file: { name, text } };
}

;// CONCATENATED MODULE: ./lib/hooks/requirements.js
/** Looks programs up before anything runs, as the system would (docs/hooks.md, "Programs"). */


/** Those of `programs` that are not found as executable files. */
function missingPrograms(programs, place) {
    return programs.filter((program) => !isFound(program, place));
}
function isFound(program, place) {
    const folders = (0,external_node_path_.isAbsolute)(program) ? [''] : (place.path ?? '').split(external_node_path_.delimiter).filter((folder) => folder !== '');
    const extensions = place.platform === 'win32' ? ['', ...(place.pathExtensions ?? '.COM;.EXE;.BAT;.CMD').split(';')] : [''];
    return folders.some((folder) => extensions.some((extension) => isExecutable((folder === '' ? program : (0,external_node_path_.join)(folder, program)) + extension)));
}
function isExecutable(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/hooks/prepare.js
/** From a hook and its call to a command line, its variables and its limits; decides first whether it runs at all (docs/hooks.md, "Running"). */








/** What a call lacks that could be known before anything runs: a secret or a program. Undefined when it lacks nothing, or is not to run. */
function lackOf(hook, invocation, services) {
    const judged = judgeCall(hook, invocation, services);
    return 'refused' in judged && judged.refused.status === 'failed' ? judged.refused : undefined;
}
/** Judges conditions and requirements and writes the script; nothing has run yet. */
function prepareHook(hook, invocation, services) {
    const judged = judgeCall(hook, invocation, services);
    if ('refused' in judged)
        return judged;
    const { title, program, signal, variables } = judged;
    const { phase } = invocation;
    for (const name of hook.secrets ?? [])
        maskSecret(variables[name], services);
    const plan = planProgram(program, {
        name: invocation.step === undefined ? phase : `${phase}-${invocation.step}`,
        privateDir: invocation.privateDir,
        platform: services.platform,
        comspec: services.environment['COMSPEC'] ?? services.environment['ComSpec'],
    });
    try {
        writeProgram(plan, invocation.privateDir);
    }
    catch (error) {
        const verdict = {
            status: 'failed',
            message: `${title} could not be started: ${(0,errors/* messageOf */.bD)(error)}.`,
            errorCode: 'CAIRN_HOOK_NOT_STARTED',
            hint: 'Look at free space and permissions of the temporary folder (TMPDIR, RUNNER_TEMP).',
        };
        return { refused: { ...resultBase(hook, invocation), ...verdict } };
    }
    return {
        hook,
        invocation,
        services,
        title,
        plan,
        launch: {
            supervisorEntry: services.supervisorEntry,
            nodePath: services.nodePath ?? process.execPath,
            tempDir: services.tempDir,
            environment: variables,
            platform: services.platform,
            nodeEnvironment: pick(services.environment, NODE_NAMES),
            clock: services.clock,
            ...(signal === undefined ? {} : { signal }),
            request: {
                argv: plan.argv,
                cwd: workingDirectory(hook, invocation, services),
                timeoutMs: hook.timeoutSeconds * 1000,
                graceMs: services.graceMs ?? 5_000,
                cancelGraceMs: invocation.cancelGraceMs ?? services.cancelGraceMs ?? 3_000,
                keepsBackground: isBefore(phase) && hook.mode !== 'async',
                isStream: phase === 'stream',
            },
        },
    };
}
function judgeCall(hook, invocation, services) {
    const title = (0,hooks_result/* hookTitle */.Ez)(invocation.phase, hook.name, invocation.label);
    const refuse = (verdict) => ({ refused: { ...resultBase(hook, invocation), ...verdict } });
    const { program } = hook;
    if (program.kind === 'none')
        return refuse({ status: 'not-run', message: `${title} is set to none.`, reason: 'set to none' });
    const signal = invocation.signal === null ? undefined : (invocation.signal ?? services.signal);
    if (signal?.aborted)
        return refuse({ status: 'cancelled', message: `${title} was not started: the run is cancelled.`, errorCode: 'CAIRN_CANCELLED' });
    const unmet = invocation.unwanted ??
        unmetCondition(hook.if, {
            platform: services.platform,
            event: services.event,
            ref: services.ref,
            status: invocation.status,
            exists: (path) => (0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(services.workspaceRoot, path)),
        });
    if (unmet !== undefined)
        return refuse({ status: 'not-run', message: `${title} was not run: ${unmet}.`, reason: unmet });
    const environment = hookEnvironment({
        base: services.environment,
        mode: services.environmentMode,
        platform: services.platform,
        hook,
        allowedSecrets: services.allowedSecrets,
        own: ownVariables(invocation, services),
    });
    const lost = environment.refused.find((each) => hook.secrets?.includes(each.name));
    if (lost !== undefined)
        return refuse({
            status: 'failed',
            message: `${title} asks for the secret ${lost.name}, which ${lost.reason === 'absent' ? 'is not set' : 'is not allowed'}.`,
            errorCode: 'CAIRN_HOOK_SECRET_REFUSED',
            hint: lost.reason === 'never'
                ? 'This variable is never given to hooks.'
                : 'Set the variable for this step and name it in "hook-secrets" (--hook-secret).',
        });
    const missing = missingPrograms(hook.requires ?? [], {
        path: environment.variables['PATH'] ?? environment.variables['Path'],
        platform: services.platform,
        pathExtensions: environment.variables['PATHEXT'],
    });
    if (missing.length > 0)
        return refuse({
            status: 'failed',
            message: `${title} requires ${missing.join(', ')}, not found on PATH.`,
            errorCode: 'CAIRN_HOOK_REQUIREMENT_MISSING',
            hint: 'Install what is missing in a step before this one.',
        });
    return { title, program, signal, variables: environment.variables };
}
// What a hook was given as a secret it may print by mistake.
function maskSecret(value, services) {
    if (value !== undefined && services.masks.add(value))
        services.onMask?.(value);
}
/** A result in which nothing has happened yet. */
function resultBase(hook, invocation) {
    return {
        phase: invocation.phase,
        name: hook.name,
        label: invocation.label,
        mode: hook.mode,
        hasStarted: false,
        exitCode: null,
        signal: null,
        durationMs: 0,
        tail: [],
        killed: [],
        leftRunning: [],
        survivors: [],
    };
}
/** The result of an async hook that has started, and of whose end nothing is known. */
function startedResult(hook, invocation) {
    return { ...resultBase(hook, invocation), status: 'ok', hasStarted: true, message: 'started' };
}
/** Whether `phase` comes before what it belongs to. */
function isBefore(phase) {
    return phase === 'before-snapshot-root' || phase === 'before-folder' || phase === 'job-before';
}
function isJob(phase) {
    return phase === 'job-before' || phase === 'job-after';
}
function ownVariables(invocation, services) {
    const { phase } = invocation;
    const kopia = isJob(phase)
        ? { KOPIA_SNAPSHOT_ID: undefined, KOPIA_SOURCE_PATH: undefined, KOPIA_SNAPSHOT_PATH: undefined }
        : { KOPIA_SNAPSHOT_ID: invocation.sessionId, KOPIA_SOURCE_PATH: invocation.sourcePath, KOPIA_SNAPSHOT_PATH: invocation.snapshotPath };
    return { ...kopia, KOPIA_ACTION: phase, KOPIA_VERSION: KOPIA_VERSION_MET, CAIRN_VERSION: services.cairnVersion, ...invocation.variables };
}
function workingDirectory(hook, invocation, services) {
    if (hook.workingDirectory !== undefined)
        return (0,external_node_path_.resolve)(services.workspaceRoot, hook.workingDirectory);
    return isJob(invocation.phase) ? services.workspaceRoot : invocation.privateDir;
}
// Windows cannot start a program without the first two; a Node from a package may need its own library path. Never seen by the hook.
const NODE_NAMES = ['SystemRoot', 'SYSTEMROOT', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH'];
function pick(variables, names) {
    const picked = {};
    for (const name of names) {
        const value = variables[name];
        if (value !== undefined)
            picked[name] = value;
    }
    return picked;
}

// EXTERNAL MODULE: ./lib/hooks/private-dir.js
var private_dir = __webpack_require__(21433);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./lib/hooks/judge.js

/** Exit code of a before-snapshot-root hook that means: leave this source out, this is no failure (docs/hooks.md, "Status words"). */
const SKIP_EXIT_CODE = 75;
/** What a report means. */
function judge(report, facts) {
    const { title } = facts;
    switch (report.reason) {
        case 'not-started':
            return notStarted(report.startError ?? 'UNKNOWN', facts);
        case 'cancelled':
        case 'parent-gone':
            return {
                status: 'cancelled',
                message: `${title} was cancelled after ${(0,hooks_result/* seconds */.YA)(report.durationMs)}${ending(report)}.`,
                errorCode: 'CAIRN_CANCELLED',
            };
        case 'timed-out':
            return {
                status: 'timed-out',
                message: `${title} timed out after ${facts.timeoutSeconds} s${ending(report)}.${lastOutput(facts)}`,
                errorCode: 'CAIRN_HOOK_TIMED_OUT',
                hint: 'Raise the timeout of the hook, or find out what it waits for in its output above.',
            };
        case 'exited':
            return exited(report, facts);
    }
}
function exited(report, facts) {
    const { title } = facts;
    const after = `after ${(0,hooks_result/* seconds */.YA)(report.durationMs)}`;
    if (report.exitCode === 0)
        return { status: 'ok', message: `${title} succeeded ${after}${leaving(report)}.` };
    if (report.exitCode === SKIP_EXIT_CODE && facts.phase === 'before-snapshot-root')
        return { status: 'skipped', message: `${title} asked to skip ${after} (exit code 75).` };
    if (report.exitCode === null)
        return {
            status: 'failed',
            message: `${title} was killed by ${report.signal ?? 'an unknown signal'} ${after}.${lastOutput(facts)}`,
            errorCode: 'CAIRN_HOOK_KILLED',
            hint: 'Something outside of Cairn sent the signal; SIGKILL often means that memory ran out.',
        };
    return {
        status: 'failed',
        message: `${title} failed: exit code ${report.exitCode} ${after}${ending(report)}.${lastOutput(facts)}`,
        errorCode: 'CAIRN_HOOK_FAILED',
        hint: exitHint(report.exitCode, facts.phase),
    };
}
function exitHint(exitCode, phase) {
    if (exitCode === 127)
        return 'Exit code 127 of a shell: a program was not found. Hooks get a short PATH and environment; list programs in "requires".';
    if (exitCode === 126)
        return 'Exit code 126 of a shell: a program was found but may not be executed.';
    if (phase === 'stream')
        return 'Read the output of the command above. What it wrote before is not kept: without a good end there is no snapshot.';
    return 'Read the output of the hook above. A hook that may fail is given "mode: optional".';
}
function notStarted(startError, facts) {
    const { title, argv, script } = facts;
    const shebang = script?.startsWith('#!') === true ? (script.split('\n', 1)[0] ?? '') : undefined;
    if (!facts.cwdExists)
        return {
            status: 'failed',
            message: `${title} could not be started: its working directory ${facts.cwd} is not a directory.`,
            errorCode: 'CAIRN_HOOK_NOT_STARTED',
            hint: 'Create the directory in job.before, or change "working-directory".',
        };
    if (startError === 'ENOENT' && shebang !== undefined)
        return {
            status: 'failed',
            message: `${title} could not be started: the interpreter of its first line, ${JSON.stringify(shebang)}, was not found.`,
            errorCode: 'CAIRN_HOOK_INTERPRETER_MISSING',
            hint: shebang.endsWith('\r')
                ? 'The line ends with a carriage return: save the script with LF line ends.'
                : 'Install the interpreter or correct the line.',
        };
    if (startError === 'ENOENT')
        return {
            status: 'failed',
            message: `${title} could not be started: the program ${argv[0]} was not found.`,
            errorCode: 'CAIRN_HOOK_PROGRAM_MISSING',
            hint: `Give an absolute path or a program on PATH; relative paths start in ${facts.cwd}.`,
        };
    if (startError === 'EACCES')
        return {
            status: 'failed',
            message: `${title} could not be started: ${argv[0]} may not be executed.`,
            errorCode: 'CAIRN_HOOK_NOT_EXECUTABLE',
            hint: 'Set the execute bit. A script with a "#!" line also fails so when the temporary folder is mounted noexec.',
        };
    return { status: 'failed', message: `${title} could not be started: ${startError}.`, errorCode: 'CAIRN_HOOK_NOT_STARTED' };
}
function ending(report) {
    const killed = report.killed.length === 0 ? '' : `; ended ${report.killed.join(', ')}`;
    return report.survivors.length === 0 ? killed : `${killed}; could not end ${report.survivors.join(', ')}`;
}
function leaving(report) {
    const left = report.leftRunning.length === 0 ? '' : `; left running: ${report.leftRunning.join(', ')}`;
    return report.killed.length === 0 ? left : `${left}; ended what it left behind: ${report.killed.join(', ')}`;
}
function lastOutput(facts) {
    const lines = facts.tail.slice(-3);
    return lines.length === 0 ? '' : ` Last output: ${lines.join(' / ')}`;
}

// EXTERNAL MODULE: ./lib/util/bytes.js
var util_bytes = __webpack_require__(34695);
;// CONCATENATED MODULE: ./lib/hooks/lines.js
/** Cuts a byte stream into lines without ever holding more than one bounded line. */

/** Bytes; a line of this length or more is handed on in pieces and never means anything (docs/hooks.md, "Redirect"). */
const LINE_LIMIT = 65_536;
const LF = 0x0a;
class LineSplitter {
    #parts = [];
    #length = 0;
    #isContinued = false;
    /** Pieces completed by `chunk`, without their line ends. */
    push(chunk) {
        const pieces = [];
        for (let at = 0; at < chunk.length;) {
            const room = LINE_LIMIT - this.#length;
            const window = chunk.subarray(at, at + room);
            const newline = window.indexOf(LF);
            if (newline >= 0) {
                pieces.push(this.#take(window.subarray(0, newline), true));
                at += newline + 1;
                continue;
            }
            at += window.length;
            if (window.length === room) {
                pieces.push(this.#take(window, false));
            }
            else {
                // A copy: the chunk is the caller's again after this call.
                this.#parts.push(window.slice());
                this.#length += window.length;
            }
        }
        return pieces;
    }
    /** The last line when it had no line end. */
    end() {
        return this.#length > 0 || this.#isContinued ? [this.#take(new Uint8Array(0), true)] : [];
    }
    /** Forgets the line that is open, and takes what follows for the rest of a line whose beginning is unknown. */
    cut() {
        this.#parts = [];
        this.#length = 0;
        this.#isContinued = true;
    }
    #take(last, endsLine) {
        const bytes = this.#parts.length === 0 ? last : (0,util_bytes/* concatBytes */.Id)([...this.#parts, last]);
        const piece = { bytes, isWholeLine: endsLine && !this.#isContinued, endsLine };
        this.#parts = [];
        this.#length = 0;
        this.#isContinued = !endsLine;
        return piece;
    }
}

// EXTERNAL MODULE: ./lib/hooks/sanitize.js
var sanitize = __webpack_require__(64377);
;// CONCATENATED MODULE: ./lib/hooks/output.js


const KEY = 'KOPIA_SNAPSHOT_PATH=';
// Most lines are plain: they are spared the costly looks.
const PLAIN = /^[\t\x20-\x7e]*$/;
const ADD_MASK = /add-mask/i;
const TAIL_LINES = 20;
const TAIL_LINE_LENGTH = 400;
const CR = 0x0d;
class HookReader {
    #options;
    #streams = { o: new StreamText(), e: new StreamText() };
    #tail = [];
    #redirect;
    constructor(options) {
        this.#options = options;
    }
    /** The value of the last redirect line as printed; undefined when there is none or it is empty. */
    get redirect() {
        return this.#redirect === '' ? undefined : this.#redirect;
    }
    /** The last lines shown, for messages. */
    get tail() {
        return this.#tail;
    }
    push(stream, chunk) {
        for (const piece of this.#streams[stream].splitter.push(chunk))
            this.#take(stream, piece);
    }
    /** Tells that `bytes` of a stream were passed over. */
    gap(stream, bytes) {
        // Half a line may hold half a secret, which no mask would find: neither half is shown.
        const source = this.#streams[stream];
        source.splitter.cut();
        source.carry = '';
        source.decoder = new TextDecoder('utf-8', { ignoreBOM: true });
        source.isSkipping = true;
        this.#options.log.line(`${sanitize/* LINE_PREFIX */._8}… ${bytes} bytes passed over …`);
    }
    /** Takes what had no line end; nothing may be pushed afterwards. */
    end() {
        for (const stream of ['o', 'e'])
            for (const piece of this.#streams[stream].splitter.end())
                this.#take(stream, piece);
    }
    #take(stream, piece) {
        if (stream === 'o' && this.#options.capturesRedirect && piece.isWholeLine && this.#isRedirect(piece.bytes))
            return;
        const source = this.#streams[stream];
        if (source.isSkipping) {
            source.isSkipping = !piece.endsLine;
            return;
        }
        const text = source.carry + source.decoder.decode(piece.bytes, { stream: !piece.endsLine });
        source.carry = '';
        if (piece.endsLine) {
            if (PLAIN.test(text))
                this.#show(text);
            else
                for (const line of (0,sanitize/* displayLines */.kF)(text))
                    this.#show(line);
            return;
        }
        // A secret may lie across the cut: what could be its beginning is masked together with the next piece.
        const { masks } = this.#options;
        const masked = masks.apply((0,sanitize/* stripControls */.$Y)(text));
        const held = Math.min(masked.length, Math.max(0, masks.longest - 1));
        source.carry = masked.slice(masked.length - held);
        this.#show(masked.slice(0, masked.length - held));
    }
    #isRedirect(bytes) {
        const end = bytes.at(-1) === CR ? bytes.length - 1 : bytes.length;
        if (end < KEY.length)
            return false;
        const line = Buffer.from(bytes.buffer, bytes.byteOffset, end);
        if (line.toString('latin1', 0, KEY.length) !== KEY)
            return false;
        this.#redirect = line.toString('utf8', KEY.length);
        return true;
    }
    #show(line) {
        const { masks, log, onMask } = this.#options;
        const plain = PLAIN.test(line) ? line : (0,sanitize/* stripControls */.$Y)(line);
        const wish = ADD_MASK.test(plain) ? ((0,sanitize/* addMaskValue */.$d)(line) ?? (0,sanitize/* addMaskValue */.$d)(plain)) : undefined;
        if (wish !== undefined) {
            const isMasked = masks.add(wish);
            if (isMasked)
                onMask?.(wish);
            log.line(`${sanitize/* LINE_PREFIX */._8}(${isMasked ? 'a value is masked from here on' : 'add-mask ignored: the value is too short'})`);
            return;
        }
        const text = (0,sanitize/* defuse */.VP)(masks.apply(plain));
        log.line(sanitize/* LINE_PREFIX */._8 + text);
        if (text.trim() !== '')
            this.#tail.push(text.length > TAIL_LINE_LENGTH ? `${text.slice(0, TAIL_LINE_LENGTH)}…` : text);
        if (this.#tail.length > TAIL_LINES)
            this.#tail.shift();
    }
}
class StreamText {
    splitter = new LineSplitter();
    decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    carry = '';
    isSkipping = false;
}

// EXTERNAL MODULE: ./lib/hooks/messages.js
var messages = __webpack_require__(36586);
// EXTERNAL MODULE: ./lib/hooks/processes.js
var processes = __webpack_require__(10241);
// EXTERNAL MODULE: ./lib/hooks/frames.js
var hooks_frames = __webpack_require__(29408);
;// CONCATENATED MODULE: ./lib/hooks/reports.js
/** What a supervisor said so far, read from its frames. */


class Reports {
    started;
    ended;
    pid;
    released;
    #decoder = new hooks_frames/* FrameDecoder */.wI();
    #output;
    #resolveStarted = () => { };
    #resolveEnded = () => { };
    #hasEnded = false;
    #errors = '';
    constructor(output) {
        this.#output = output;
        this.started = new Promise((resolve) => {
            this.#resolveStarted = resolve;
        });
        this.ended = new Promise((resolve) => {
            this.#resolveEnded = resolve;
        });
    }
    get isOrphaned() {
        return !this.#hasEnded;
    }
    push(bytes) {
        for (const frame of this.#decoder.push(bytes)) {
            if (frame.kind !== 'm') {
                this.#output.push(frame.kind, frame.payload);
                continue;
            }
            // Written by our own supervisor, never by the hook: the frame format keeps the two apart.
            const message = JSON.parse(Buffer.from(frame.payload).toString('utf8'));
            if (message.type === 'started') {
                this.pid = message.pid;
                this.#resolveStarted(true);
            }
            else if (message.type === 'ended') {
                this.#hasEnded = true;
                this.#resolveStarted(false);
                this.#resolveEnded(message);
            }
            else if (message.type === 'gap') {
                this.#output.gap(message.stream, message.bytes);
            }
            else {
                this.released = message;
            }
        }
    }
    pushErrors(bytes) {
        this.#errors = (this.#errors + Buffer.from(bytes).toString('utf8')).slice(-2_000);
    }
    close(why) {
        this.#resolveStarted(false);
        const detail = this.#errors.trim().split('\n').slice(-3).join(' / ');
        this.#resolveEnded(new errors/* CairnError */.eb('CAIRN_HOOK_NOT_STARTED', `${why} without a report${detail === '' ? '' : `: ${detail}`}`, {
            hint: 'If memory or disk ran out, free some. Otherwise report this with the output above.',
        }));
    }
}

;// CONCATENATED MODULE: ./lib/hooks/supervised.js
/** The runner's side of a supervisor: makes the control folder, reads the frames, passes wishes on (docs/hooks.md, "Processes left behind"). */








/** Starts `launch.request` under a supervisor; all output of the hook has gone to `output` when `ended` resolves. */
function superviseProcess(launch, spawner, output) {
    let folder;
    const hookId = (0,util_bytes/* toHex */.nj)((0,random/* systemRandom */.v)(16));
    try {
        folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(launch.tempDir, 'cairn-control-'));
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, messages/* REQUEST_FILE */.xM), JSON.stringify({ ...launch.request, hookId }), { mode: 0o600 });
    }
    catch (error) {
        const failure = new errors/* CairnError */.eb('CAIRN_HOOK_NOT_STARTED', `the temporary folder cannot be used: ${(0,errors/* messageOf */.bD)(error)}`, {
            cause: error,
            hint: 'Look at TMPDIR (RUNNER_TEMP), its free space and permissions.',
        });
        return {
            started: Promise.resolve(false),
            ended: Promise.resolve(failure),
            background: { release: async () => [], gone: Promise.resolve() },
            over: Promise.resolve(),
        };
    }
    const reports = new Reports(output);
    const onAbort = () => wish(folder, messages/* CANCEL_FILE */.GD);
    if (launch.signal?.aborted)
        onAbort();
    launch.signal?.addEventListener('abort', onAbort, { once: true });
    const environment = { ...launch.nodeEnvironment, ...(0,messages/* holdEnvironment */.nT)(launch.environment) };
    const over = spawner({
        nodePath: launch.nodePath,
        args: [launch.supervisorEntry, messages/* SUPERVISOR_FLAG */.gu, folder],
        environment,
        cwd: launch.tempDir,
        onOutput: (bytes) => {
            try {
                reports.push(bytes);
            }
            catch (error) {
                // Thrown in a listener it would end the whole run.
                reports.close((0,errors/* messageOf */.bD)(error));
                onAbort();
            }
        },
        onErrors: (bytes) => reports.pushErrors(bytes),
    })
        .then((exitCode) => reports.close(`the supervisor ended with ${exitCode === null ? 'a signal' : `code ${exitCode}`}`), (error) => reports.close((0,errors/* messageOf */.bD)(error)))
        .then(() => {
        launch.signal?.removeEventListener('abort', onAbort);
        // A supervisor that died took nothing with it.
        if (reports.isOrphaned)
            killOrphans(launch.platform, reports.pid ?? NO_PROCESS, hookId);
        removeControl(folder);
    });
    return {
        over,
        started: reports.started,
        ended: reports.ended.then(async (report) => {
            // After a success the supervisor may stay to look after what was left behind; otherwise it is gone in a moment.
            const stays = !(report instanceof Error) && report.exitCode === 0 && report.killed.length + report.leftRunning.length > 0;
            if (!stays)
                await over;
            return report;
        }),
        background: {
            gone: over,
            release: async () => {
                wish(folder, messages/* RELEASE_FILE */.jn);
                await over;
                return reports.released?.ended ?? [];
            },
        },
    };
}
function wish(folder, name) {
    try {
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, name), '');
    }
    catch {
        // The folder is gone, and so is whoever would have read it.
    }
}
// What cannot be removed holds a request and two empty files: no reason to fail.
function removeControl(folder) {
    try {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    }
    catch { }
}
// The report of the start may have died with the supervisor: then the id in the environment is all there is.
const NO_PROCESS = -1;
function killOrphans(platform, pid, hookId) {
    const table = (0,processes/* processTable */.oI)(platform, { pid, hookId, outputLink: undefined });
    // More than once: a process may start another between the look and the signal.
    for (let round = 0; round < 5; round++) {
        const members = table.members();
        if (members.length === 0)
            return;
        table.signal(members, 'SIGKILL');
    }
}

;// CONCATENATED MODULE: ./lib/hooks/runner.js
/** Runs one hook under a supervisor process and tells what became of it (docs/hooks.md, "Running"). */








/** Runs a hook to its end; never rejects for what the hook does. Throws CAIRN_HOOK_NOT_STARTED when the supervisor cannot be run. */
async function runHook(hook, invocation, services) {
    return await startHook(hook, invocation, services).result;
}
/** Starts a hook; `started` settles early for hooks that nobody waits for. */
function startHook(hook, invocation, services) {
    const prepared = prepareHook(hook, invocation, services);
    if ('refused' in prepared)
        return { started: Promise.resolve(false), result: Promise.resolve(prepared.refused), over: Promise.resolve() };
    const log = services.console.open(prepared.title, hook.mode === 'async');
    const reader = new HookReader({
        capturesRedirect: isBefore(invocation.phase) && hook.capturesRedirect && hook.mode !== 'async',
        masks: services.masks,
        log,
        ...(services.onMask === undefined ? {} : { onMask: services.onMask }),
    });
    const supervised = superviseProcess(prepared.launch, execToolkit, reader);
    const result = supervised.ended.then((report) => {
        reader.end();
        return finishHook(prepared, report, reader, log, supervised.background);
    });
    return { started: supervised.started, result, over: supervised.over };
}
/** Closes the log and puts report and output together. */
function finishHook(prepared, report, reader, log, background) {
    const { hook, invocation, services, title, plan, launch } = prepared;
    const base = { ...resultBase(hook, invocation), tail: reader.tail };
    if (report instanceof Error) {
        log.close(`└ ${report.message}`);
        return {
            ...base,
            status: 'failed',
            message: `${title} failed: ${report.message}`,
            errorCode: report.code,
            ...(report.hint === undefined ? {} : { hint: report.hint }),
        };
    }
    const verdict = judge(report, {
        title,
        phase: invocation.phase,
        timeoutSeconds: launch.request.timeoutMs / 1000,
        argv: plan.argv,
        script: plan.file?.text,
        cwd: launch.request.cwd,
        cwdExists: isDirectory(launch.request.cwd),
        tail: reader.tail,
    });
    log.close(`└ ${verdict.status === 'ok' ? 'exit code 0' : outcomeWord(report, verdict)} after ${(0,hooks_result/* seconds */.YA)(report.durationMs)}`);
    const { redirect } = reader;
    return {
        ...base,
        ...verdict,
        hasStarted: report.reason !== 'not-started',
        exitCode: report.exitCode,
        signal: report.signal,
        durationMs: report.durationMs,
        killed: report.killed,
        leftRunning: report.leftRunning,
        survivors: report.survivors,
        ...(redirect === undefined ? {} : { redirect: { text: redirect, path: (0,external_node_path_.resolve)(services.cwd, redirect) } }),
        ...(report.leftRunning.length === 0 ? {} : { background }),
    };
}
function outcomeWord(report, verdict) {
    if (report.reason === 'exited')
        return report.exitCode === null ? `killed by ${report.signal ?? 'a signal'}` : `exit code ${report.exitCode}`;
    return report.reason === 'not-started' ? 'not started' : verdict.status === 'timed-out' ? 'timed out' : 'cancelled';
}
function isDirectory(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory();
    }
    catch {
        return false;
    }
}
/** Starts a supervisor with the exec toolkit; resolves with its exit code. */
async function execToolkit({ nodePath, args, environment, cwd, onOutput, onErrors }) {
    // Loaded when the first hook runs: most commands run none.
    const { exec } = await __webpack_require__.e(/* import() */ 1955).then(__webpack_require__.bind(__webpack_require__, 41955));
    const nowhere = new external_node_stream_.Writable({ write: (_chunk, _encoding, done) => done() });
    // The toolkit splits its first argument at blanks unless it is quoted. No `input`: standard input stays open until this process
    // dies, and its end tells the supervisor so.
    return await exec(`"${nodePath}"`, [...args], {
        env: { ...environment },
        cwd,
        silent: true,
        ignoreReturnCode: true,
        delay: 2_000,
        outStream: nowhere,
        errStream: nowhere,
        listeners: { stdout: onOutput, stderr: onErrors },
    });
}

;// CONCATENATED MODULE: ./lib/hooks/outcome.js


const AS_RUN_STATUS = {
    uploaded: 'created',
    failed: 'failed',
    cancelled: 'cancelled',
    'timed-out': 'failed',
    skipped: 'skipped',
};
const ERROR_LIMIT = 4_096;
/** The CAIRN_ variables of an after-hook; absent facts are absent variables. */
function outcomeVariables(outcome) {
    return {
        CAIRN_STATUS: outcome.status,
        CAIRN_ERROR: outcome.error?.replace(/\s+/g, ' ').replaceAll('\0', '').slice(0, ERROR_LIMIT),
        CAIRN_FAILED_HOOK: outcome.failedHook,
        CAIRN_ROOT_OBJECT_ID: outcome.rootObjectId,
        CAIRN_FILES: outcome.files?.toString(),
        CAIRN_BYTES: outcome.bytes?.toString(),
    };
}
/** Why `when` of an after-hook does not cover the outcome, in a few words; undefined when it does. An absent `when` means always. */
function unwantedBecause(hook, outcome) {
    if (hook.when === undefined)
        return undefined;
    // Where only the upload's own word is known, a hook that asks for either of the two that it may mean gets it.
    if (outcome.runStatus === undefined && outcome.status === 'uploaded' && (hook.when === 'created' || hook.when === 'unchanged'))
        return undefined;
    const status = outcome.runStatus ?? AS_RUN_STATUS[outcome.status];
    return matchesStatus(hook.when, status) ? undefined : `status is ${status}`;
}
/** The outcome that a before-hook's own end causes; undefined when it does not stop the source. */
function outcomeOf(result) {
    const failed = { error: result.message, failedHook: (0,hooks_result/* hookTitle */.Ez)(result.phase, result.name, result.label) };
    if (result.status === 'skipped')
        return { status: 'skipped' };
    if (result.status === 'cancelled')
        return { status: 'cancelled', ...failed };
    if (result.status === 'timed-out')
        return { status: 'timed-out', ...failed };
    return result.status === 'failed' ? { status: 'failed', ...failed } : undefined;
}

;// CONCATENATED MODULE: ./lib/hooks/session.js
/** One pair of hooks: before and after of a source's root or of one folder, sharing an id and a private folder (docs/hooks.md, "Pairs"). */







class HookSession {
    #run;
    #options;
    #before;
    #after;
    #sessionId;
    #privateDir;
    #beforeResults = [];
    #redirect;
    #stopped;
    #isOwed = false;
    constructor(run, options) {
        this.#run = run;
        this.#options = options;
        const { hooks, level, resume } = options;
        this.#before = level === 'root' ? hooks.beforeSnapshotRoot : hooks.beforeFolder;
        this.#after = level === 'root' ? hooks.afterSnapshotRoot : hooks.afterFolder;
        this.#sessionId = resume?.sessionId ?? (0,util_bytes/* toHex */.nj)(run.random(8));
        if (resume === undefined)
            return;
        this.#isOwed = true;
        this.#redirect = { text: resume.snapshotPath, path: resume.snapshotPath };
        if ((0,private_dir/* isPrivateDir */.fE)(resume.privateDir, run.services.tempDir))
            this.#privateDir = resume.privateDir;
    }
    /** Runs the before-hooks. Whatever it returns or throws, `after` must be called. */
    async before() {
        if (this.#run.services.signal?.aborted)
            return { status: 'cancelled', results: [], failure: (0,errors/* cancelled */.KW)() };
        if (this.#before === undefined && this.#after === undefined)
            return { status: 'ok', results: [] };
        await this.#openJournal();
        this.#isOwed = true;
        const lack = this.#lack();
        if (lack !== undefined) {
            this.#beforeResults.push(lack);
            this.#stopped = outcomeOf(lack);
            return this.#beforeReport();
        }
        for (const [index, hook] of (this.#before ?? []).entries()) {
            const result = await this.#call(hook, this.#phases.before, index, this.#options.sourcePath);
            this.#beforeResults.push(result);
            if (result.redirect !== undefined)
                this.#redirect = result.redirect;
            if (!(0,hooks_result/* isFailure */.N6)(result) && result.status !== 'skipped')
                continue;
            if (result.status !== 'skipped' && (0,hooks_result/* isExcused */.Ix)(result)) {
                this.#run.log.warning(result.redirect === undefined ? result.message : `${result.message} Its redirect is used nevertheless.`);
                continue;
            }
            this.#stopped = outcomeOf(result);
            break;
        }
        if (this.#redirect !== undefined)
            await this.#journalOwed();
        return this.#beforeReport();
    }
    /** Runs the after-hooks that are owed, ends what the before-hooks left running, removes the private folder. Safe to call twice. */
    async after(outcome) {
        if (!this.#isOwed)
            return { results: [] };
        this.#isOwed = false;
        const known = { ...outcome, ...this.#stopped };
        const results = [];
        let failure;
        const hooks = this.#mayRunAfter() ? (this.#after ?? []) : [];
        const cleanup = this.#run.cleanup.open();
        let isPaid = true;
        try {
            for (const [index, hook] of hooks.entries()) {
                const result = await this.#call(hook, this.#phases.after, index, this.#redirect?.text ?? this.#options.sourcePath, known, cleanup.signal);
                results.push(result);
                if (!(0,hooks_result/* isFailure */.N6)(result))
                    continue;
                // Cut short by a cancel: the one who cleans up later runs it again.
                if (result.status === 'cancelled')
                    isPaid = false;
                if ((0,hooks_result/* isExcused */.Ix)(result))
                    this.#run.log.warning(result.message);
                else
                    failure ??= (0,hooks_result/* hookError */.wn)(result);
            }
        }
        finally {
            cleanup.close();
            // Without an after-hook they live to the end of the run.
            if (this.#after !== undefined || this.#stopped !== undefined)
                for (const result of this.#beforeResults)
                    await this.#run.release(result);
            if (isPaid && this.#after !== undefined)
                await this.#run.journal.paid(this.#owedId);
            // Kept for the one who pays; where nobody does, it goes.
            if (this.#privateDir !== undefined && (isPaid || this.#run.journal === noJournal))
                this.#run.removeLater(this.#privateDir, [...this.#beforeResults, ...results]);
        }
        return { results, ...(failure === undefined ? {} : { failure }) };
    }
    get #phases() {
        return this.#options.level === 'root'
            ? { before: 'before-snapshot-root', after: 'after-snapshot-root' }
            : { before: 'before-folder', after: 'after-folder' };
    }
    get #owedId() {
        return `${this.#sessionId}/${this.#phases.after}`;
    }
    #beforeReport() {
        const results = this.#beforeResults;
        const last = results.at(-1);
        if (this.#stopped !== undefined && last !== undefined) {
            if (this.#stopped.status === 'skipped')
                return { status: 'skipped', results };
            return { status: this.#stopped.status === 'cancelled' ? 'cancelled' : 'failed', results, failure: (0,hooks_result/* hookError */.wn)(last) };
        }
        const redirect = this.#redirect;
        if (redirect === undefined)
            return { status: 'ok', results };
        if (session_isDirectory(redirect.path))
            return { status: 'ok', results, redirect };
        const printer = results.findLast((result) => result.redirect === redirect);
        const title = (0,hooks_result/* hookTitle */.Ez)(this.#phases.before, printer?.name, this.#options.label);
        const failure = new errors/* CairnError */.eb('CAIRN_HOOK_REDIRECT_MISSING', `${title} redirected to ${redirect.path}, which is not a directory.`, {
            hint: 'The value of KOPIA_SNAPSHOT_PATH= is taken letter by letter; quotes and blanks at the end belong to it.',
        });
        this.#stopped = { status: 'failed', error: failure.message, failedHook: title };
        return { status: 'failed', results, failure };
    }
    /** A before-hook that started is always followed by its after-hook; one that never came to be left nothing to clean up. */
    #mayRunAfter() {
        const before = this.#before?.[0];
        const after = this.#after?.[0];
        if (before?.program.kind === 'none')
            return after?.origin.target === before.origin.target;
        if (this.#stopped === undefined)
            return true;
        return this.#beforeResults.some((result) => result.hasStarted);
    }
    /** What one of the pair's hooks lacks, while nothing has run: a clean-up that cannot run must not be found out when it is needed. */
    #lack() {
        const { before, after } = this.#phases;
        const calls = [
            ...(this.#before ?? []).map((hook) => ({ hook, phase: before })),
            ...(this.#after ?? []).map((hook) => ({ hook, phase: after })),
        ];
        return this.#run.findLack(calls.map(({ hook, phase }) => ({ hook, invocation: this.#invocation(phase, '') })));
    }
    #invocation(phase, privateDir) {
        const { sourcePath, label } = this.#options;
        return { phase, sessionId: this.#sessionId, label, sourcePath, snapshotPath: sourcePath, privateDir };
    }
    async #call(hook, phase, index, snapshotPath, outcome, signal) {
        this.#privateDir ??= (0,private_dir/* makePrivateDir */.hI)(this.#run.services.tempDir);
        return await this.#run.call(hook, {
            ...this.#invocation(phase, this.#privateDir),
            snapshotPath,
            ...(index === 0 ? {} : { step: index + 1 }),
            ...(outcome === undefined ? {} : { variables: outcomeVariables(outcome), unwanted: unwantedBecause(hook, outcome) }),
            ...(signal === undefined ? {} : { signal, cancelGraceMs: this.#run.cleanup.graceMs }),
        });
    }
    /** What cannot be written down is not started. */
    async #openJournal() {
        try {
            await this.#journalOwed();
        }
        catch (error) {
            if (this.#privateDir !== undefined)
                this.#run.removeLater(this.#privateDir, []);
            throw error;
        }
    }
    async #journalOwed() {
        if (this.#after === undefined)
            return;
        this.#privateDir ??= (0,private_dir/* makePrivateDir */.hI)(this.#run.services.tempDir);
        await this.#run.writeOwed({
            id: this.#owedId,
            phase: this.#phases.after,
            sessionId: this.#sessionId,
            label: this.#options.label,
            sourcePath: this.#options.sourcePath,
            snapshotPath: this.#redirect?.text ?? this.#options.sourcePath,
            privateDir: this.#privateDir,
        });
    }
}
function session_isDirectory(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory();
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./lib/hooks/stream.js
/** Stream sources: a command whose standard output becomes a file, with back pressure all the way (docs/hooks.md, "Streams"). */





/** Bytes that may wait for the reader before the command has to wait. */
const WAITING_LIMIT = 1_048_576;
/** Runs a command for its output. Less than `minSizeBytes` is a failure with CAIRN_STREAM_TOO_SMALL. */
function runStream(hook, invocation, services, minSizeBytes) {
    const abandoned = new AbortController();
    const outer = invocation.signal === null ? undefined : (invocation.signal ?? services.signal);
    const signal = outer === undefined ? abandoned.signal : AbortSignal.any([outer, abandoned.signal]);
    const prepared = prepareHook(hook, { ...invocation, phase: 'stream', signal }, services);
    if ('refused' in prepared)
        return { bytes: nothing(), result: Promise.resolve(prepared.refused), over: Promise.resolve() };
    const log = services.console.open(prepared.title, true);
    const reader = new HookReader({
        capturesRedirect: false,
        masks: services.masks,
        log,
        ...(services.onMask === undefined ? {} : { onMask: services.onMask }),
    });
    const queue = new ByteQueue(() => abandoned.abort());
    const supervised = superviseProcess(prepared.launch, pausable(queue), {
        push: (stream, bytes) => {
            if (stream === 'o')
                queue.push(bytes);
            else
                reader.push('e', bytes);
        },
        gap: (stream, bytes) => reader.gap(stream, bytes),
    });
    const result = supervised.ended.then((report) => {
        reader.end();
        queue.end();
        const finished = finishHook(prepared, report, reader, log, supervised.background);
        if (finished.status !== 'ok' || queue.sizeBytes >= minSizeBytes)
            return finished;
        return {
            ...finished,
            status: 'failed',
            message: `${prepared.title} wrote ${queue.sizeBytes} bytes, fewer than the ${minSizeBytes} it must.`,
            errorCode: 'CAIRN_STREAM_TOO_SMALL',
            hint: 'Look at the output of the command. "min-size" of the stream source is the limit.',
        };
    });
    return { bytes: queue.read(), result, over: supervised.over };
}
// The exec toolkit gives no handle by which its reading could be slowed down.
function pausable(queue) {
    return ({ nodePath, args, environment, cwd, onOutput, onErrors }) => new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(nodePath, [...args], { env: { ...environment }, cwd, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
        child.stdout.on('data', onOutput);
        child.stderr.on('data', onErrors);
        queue.controls(() => child.stdout.pause(), () => child.stdout.resume());
        child.once('error', reject);
        child.once('close', (code) => resolve(code));
    });
}
class ByteQueue {
    #waiting = [];
    #waitingBytes = 0;
    #sizeBytes = 0;
    #hasEnded = false;
    #isAbandoned = false;
    #wake = () => { };
    #pause = () => { };
    #resume = () => { };
    #onAbandoned;
    constructor(onAbandoned) {
        this.#onAbandoned = onAbandoned;
    }
    get sizeBytes() {
        return this.#sizeBytes;
    }
    controls(pause, resume) {
        this.#pause = pause;
        this.#resume = resume;
    }
    push(bytes) {
        this.#sizeBytes += bytes.length;
        if (this.#isAbandoned)
            return;
        this.#waiting.push(bytes);
        this.#waitingBytes += bytes.length;
        if (this.#waitingBytes >= WAITING_LIMIT)
            this.#pause();
        this.#wake();
    }
    end() {
        this.#hasEnded = true;
        this.#wake();
    }
    async *read() {
        try {
            for (;;) {
                const next = this.#waiting.shift();
                if (next !== undefined) {
                    this.#waitingBytes -= next.length;
                    if (this.#waitingBytes < WAITING_LIMIT / 2)
                        this.#resume();
                    yield next;
                }
                else if (this.#hasEnded) {
                    return;
                }
                else {
                    await new Promise((resolve) => {
                        this.#wake = resolve;
                    });
                }
            }
        }
        finally {
            // A reader that stops early has no use for the rest: the command is ended, not left waiting.
            this.#isAbandoned = true;
            this.#waiting = [];
            this.#resume();
            if (!this.#hasEnded)
                this.#onAbandoned();
        }
    }
}
async function* nothing() { }

;// CONCATENATED MODULE: ./lib/hooks/lifecycle.js
/** The hooks of one run: everything that was started is followed to its end (docs/hooks.md, "Order"). */












/** Starts hooks, keeps what they leave behind, and ends all of it in `finish`. */
class RunHooks {
    services;
    log;
    journal;
    random;
    cleanup;
    #results = [];
    #pending = new Set();
    #background = new Map();
    #async = new Set();
    #asyncResults = [];
    #ended = [];
    #commandFiles;
    #lateFailure;
    constructor(options) {
        this.services = options.services;
        this.#commandFiles = new CommandFiles(options.services.environment);
        this.log = options.log;
        this.journal = options.journal ?? noJournal;
        this.random = options.random ?? random/* systemRandom */.v;
        this.cleanup = new CleanupTime(options.services.clock, options.services.signal, options.cleanup);
    }
    /** Results of all hooks that have ended, in the order of their ends. */
    get results() {
        return this.#results;
    }
    /** A pair of before and after for the root of a source or for one folder of it. */
    openSession(options) {
        return new HookSession(this, options);
    }
    /** Runs the steps of `job.before`; the first essential one that fails stops the rest and is the failure. */
    async runJobBefore(steps, options = {}) {
        return await this.#runJob('job-before', steps, options);
    }
    /** Runs the steps of `job.after`, also after a cancel; a failing step does not stop the rest. */
    async runJobAfter(steps, options = {}) {
        return await this.#runJob('job-after', steps, options);
    }
    /** Runs a stream source; its private folder is made and removed here. See runStream. */
    openStream(hook, invocation, minSizeBytes) {
        const privateDir = (0,private_dir/* makePrivateDir */.hI)(this.services.tempDir);
        this.#commandFiles.enter();
        const stream = runStream(hook, { ...invocation, privateDir }, this.services, minSizeBytes);
        const result = this.#watch(stream).then((ended) => {
            this.removeLater(privateDir, [ended]);
            return this.#note(ended);
        });
        this.#keep(result);
        return { ...stream, result };
    }
    /** Awaits hooks that nobody waited for and ends everything left running. Call it once, at the end, whatever happened. */
    async finish() {
        while (this.#pending.size + this.#async.size > 0) {
            // In this order: what hooks left running is ended once the async hooks, which may need it, have ended.
            await this.#settleAsync();
            await this.releaseAll();
            await Promise.all(this.#pending);
        }
        const results = this.#asyncResults.splice(0);
        const ended = this.#ended.splice(0);
        const failed = results.find((result) => (0,hooks_result/* isFailure */.N6)(result) && result.hasStarted && !(0,hooks_result/* isExcused */.Ix)(result));
        const failure = failed === undefined ? this.#lateFailure : (0,hooks_result/* hookError */.wn)(failed);
        return { results, ended, ...(failure === undefined ? {} : { failure }) };
    }
    async #settleAsync() {
        while (this.#async.size > 0)
            await Promise.all(this.#async);
    }
    /** Starts one hook and waits as its mode says. For async hooks the result only tells whether it started. */
    async call(hook, invocation) {
        this.#commandFiles.enter();
        const running = startHook(hook, invocation, this.services);
        const honest = this.#watch(running);
        if (hook.mode !== 'async')
            return this.#note(await honest);
        const ended = honest.then((result) => {
            this.#async.delete(ended);
            if ((0,hooks_result/* isFailure */.N6)(result) && result.hasStarted)
                this.log.warning(result.message);
            this.#asyncResults.push(result);
            return this.#note(result);
        });
        this.#async.add(ended);
        if (!(await running.started))
            return await ended;
        return { ...startedResult(hook, invocation), ended };
    }
    /**
     * The result of the first of these calls that lacks a secret or a program and whose failure would count; undefined when all could run, as far
     * as that can be told before anything has run.
     */
    findLack(calls) {
        for (const { hook, invocation } of calls) {
            const lack = lackOf(hook, invocation, this.services);
            if (lack !== undefined && !(0,hooks_result/* isExcused */.Ix)(lack))
                return this.#note(lack);
        }
        return undefined;
    }
    /** Ends what `result` left running and names it. */
    async release(result) {
        const { background } = result;
        if (background === undefined || !this.#background.delete(background))
            return;
        const names = await background.release();
        this.#ended.push(...names);
        if (names.length > 0)
            this.log.info(`Ended what ${result.phase} of ${result.label} had left running: ${names.join(', ')}`);
    }
    /** Writes down what is owed; a journal may use the runner's files for that. */
    async writeOwed(owed) {
        await this.#commandFiles.ours(() => this.journal.owed(owed));
    }
    /** Ends everything that hooks left running. */
    async releaseAll() {
        await Promise.all([...this.#background.values()].map((result) => this.release(result)));
    }
    async #runJob(phase, steps, options) {
        const results = [];
        let failure;
        const privateDir = (0,private_dir/* makePrivateDir */.hI)(this.services.tempDir);
        const cleanup = phase === 'job-after' ? this.cleanup.open() : undefined;
        const common = { phase, sessionId: '', label: 'the run', sourcePath: '', snapshotPath: '', privateDir };
        try {
            const lack = phase === 'job-before' ? this.findLack(steps.map((hook) => ({ hook, invocation: common }))) : undefined;
            if (lack !== undefined)
                return { results: [lack], failure: (0,hooks_result/* hookError */.wn)(lack) };
            for (const [index, hook] of steps.entries()) {
                if (cleanup === undefined && this.services.signal?.aborted) {
                    failure ??= (0,errors/* cancelled */.KW)();
                    break;
                }
                const { status } = options;
                const result = await this.call(hook, {
                    ...common,
                    step: index + 1,
                    unwanted: hook.when === undefined || status === undefined || matchesStatus(hook.when, status) ? undefined : `status is ${status}`,
                    ...(options.variables === undefined ? {} : { variables: options.variables }),
                    ...(options.status === undefined ? {} : { status: options.status }),
                    ...(cleanup === undefined ? {} : { signal: cleanup.signal, cancelGraceMs: this.cleanup.graceMs }),
                });
                results.push(result);
                if (!(0,hooks_result/* isFailure */.N6)(result))
                    continue;
                if ((0,hooks_result/* isExcused */.Ix)(result)) {
                    this.log.warning(result.message);
                    continue;
                }
                failure ??= (0,hooks_result/* hookError */.wn)(result);
                if (phase === 'job-before')
                    break;
            }
        }
        finally {
            cleanup?.close();
            this.removeLater(privateDir, results);
            if (phase === 'job-after')
                await Promise.all(results.map((result) => this.release(result)));
        }
        return { results, ...(failure === undefined ? {} : { failure }) };
    }
    /** Removes a private folder as soon as nothing that `results` tell of can still use it. */
    removeLater(privateDir, results) {
        const users = results.flatMap((result) => [result.ended, result.background?.gone].filter((user) => user !== undefined));
        const remove = () => {
            const kept = (0,private_dir/* removePrivateDir */.VZ)(privateDir);
            if (kept !== undefined)
                this.log.warning(`The private folder of a hook was not removed: ${kept}`);
        };
        if (users.length === 0)
            remove();
        else
            this.#keep(Promise.all(users).then(remove));
    }
    #note(result) {
        this.#results.push(result);
        if (result.background !== undefined)
            this.#background.set(result.background, result);
        return result;
    }
    /** The result as it is after a look at the runner's files, which are watched until the last process of the hook is gone. */
    #watch(running) {
        let reported;
        this.#keep(running.over.then(() => {
            this.#commandFiles.leave();
            // Before the result it is the result that tells.
            const written = reported === undefined ? [] : this.#commandFiles.takeWritten();
            if (reported === undefined || written.length === 0)
                return;
            const tampering = tamperingOf(reported, written);
            this.log.warning(tampering.message);
            this.#lateFailure ??= new errors/* CairnError */.eb(tampering.errorCode, tampering.message, { hint: tampering.hint });
        }));
        return running.result.then((result) => {
            const written = this.#commandFiles.takeWritten();
            reported = result;
            return written.length === 0 ? result : { ...result, status: 'failed', ...tamperingOf(result, written) };
        });
    }
    #keep(promise) {
        const kept = promise.then(() => this.#pending.delete(kept), (error) => {
            this.#pending.delete(kept);
            this.log.warning(`Cleaning up after a hook failed: ${(0,errors/* messageOf */.bD)(error)}`);
        });
        this.#pending.add(kept);
    }
}


/***/ }),

/***/ 36586:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F7: () => (/* binding */ HOOK_ID_VARIABLE),
/* harmony export */   Fd: () => (/* binding */ heldEnvironment),
/* harmony export */   GD: () => (/* binding */ CANCEL_FILE),
/* harmony export */   gu: () => (/* binding */ SUPERVISOR_FLAG),
/* harmony export */   jn: () => (/* binding */ RELEASE_FILE),
/* harmony export */   nT: () => (/* binding */ holdEnvironment),
/* harmony export */   xM: () => (/* binding */ REQUEST_FILE)
/* harmony export */ });
/** What runner and supervisor tell each other: the request, the reports, and the two files that carry wishes while a hook runs. */
const REQUEST_FILE = 'request.json';
/** Its appearance in the control folder cancels the hook. */
const CANCEL_FILE = 'cancel';
/** Its appearance in the control folder ends what the hook left running. */
const RELEASE_FILE = 'release';
/** First argument of a supervisor process. */
const SUPERVISOR_FLAG = '--cairn-supervisor';
/** Variable that every process of a hook inherits. */
const HOOK_ID_VARIABLE = 'CAIRN_HOOK_ID';
// The supervisor must not be changed by the hook's variables (NODE_OPTIONS, LD_PRELOAD), so it holds them under other names.
const HELD_PREFIX = 'CAIRN_HELD_';
/** The hook's variables under names that mean nothing to Node. */
function holdEnvironment(environment) {
    return Object.fromEntries(Object.entries(environment).map(([name, value]) => [HELD_PREFIX + name, value]));
}
/** The hook's variables from a supervisor's environment. */
function heldEnvironment(environment) {
    const held = {};
    for (const [name, value] of Object.entries(environment))
        if (value !== undefined && name.startsWith(HELD_PREFIX))
            held[name.slice(HELD_PREFIX.length)] = value;
    return held;
}


/***/ }),

/***/ 21433:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VZ: () => (/* binding */ removePrivateDir),
/* harmony export */   fE: () => (/* binding */ isPrivateDir),
/* harmony export */   hI: () => (/* binding */ makePrivateDir)
/* harmony export */ });
/* unused harmony export mountPoints */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/** Kopia's private folder of a pair of hooks: made 0700, and always removed, but never through a mount (docs/hooks.md, "Private folder"). */



const PREFIX = 'cairn-hook-';
/** Makes a new private folder; mkdtemp gives it mode 0700. Throws CAIRN_HOOK_NOT_STARTED when the temporary folder cannot be used. */
function makePrivateDir(tempDir) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tempDir, PREFIX)));
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_HOOK_NOT_STARTED', `The temporary folder cannot be used: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}.`, {
            cause: error,
            hint: 'Look at TMPDIR (RUNNER_TEMP), its free space and permissions.',
        });
    }
}
/** Whether `path` looks like a private folder that an earlier process of this run made and left. */
function isPrivateDir(path, tempDir) {
    try {
        if (!(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path).startsWith(PREFIX) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) !== (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(tempDir))
            return false;
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path);
        return stat.isDirectory() && (stat.mode & 0o077) === 0;
    }
    catch {
        return false;
    }
}
/**
 * Removes a private folder with all that hooks left in it; returns why it was kept, or undefined.
 *
 * Hooks mount file systems below it. When the unmounting failed, removing would delete the files of what is mounted: then all is kept.
 */
function removePrivateDir(path, mountInfo = readMountInfo()) {
    try {
        const root = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path);
        const mounted = mountPoints(mountInfo ?? '').find((point) => point === path || point.startsWith(`${path}/`));
        if (mounted !== undefined)
            return `${mounted} is still mounted`;
        const other = otherDevice(path, root.dev);
        if (other !== undefined)
            return `${other} is another file system`;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
        return undefined;
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return undefined;
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error);
    }
}
/** Mount points of a text in the form of /proc/self/mountinfo: `id parent major:minor root POINT options …`, blanks as octal escapes. */
function mountPoints(mountInfo) {
    return mountInfo
        .split('\n')
        .map((line) => line.split(' ')[4])
        .filter((point) => point !== undefined)
        .map((point) => point.replace(/\\([0-7]{3})/g, (_all, octal) => String.fromCharCode(Number.parseInt(octal, 8))));
}
function readMountInfo() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/proc/self/mountinfo', 'utf8');
    }
    catch {
        return undefined;
    }
}
// Where mount points cannot be listed, a mount shows by its device. Loops of links are not followed.
function otherDevice(folder, device) {
    for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { withFileTypes: true })) {
        if (!entry.isDirectory())
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.name);
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path).dev !== device)
            return path;
        const below = otherDevice(path, device);
        if (below !== undefined)
            return below;
    }
    return undefined;
}


/***/ }),

/***/ 10241:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eg: () => (/* binding */ memberName),
/* harmony export */   oI: () => (/* binding */ processTable)
/* harmony export */ });
/* unused harmony exports belonging, parsePs, parseStat */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36586);
/** Finds and signals every process of one hook: its process group, what left the group but carries the hook's id, and their children. */



/** Text of a member for people: `sleep (4711)`. */
function memberName(member) {
    return `${member.name} (${member.pid})`;
}
/** The table for a system: /proc on Linux, `ps` on other POSIX systems (best effort), `taskkill` on Windows. */
function processTable(platform, hook, run = runTool) {
    if (platform === 'win32')
        return windowsTable(hook, run);
    const isLinux = platform === 'linux';
    return {
        members() {
            const rows = isLinux ? readProc(hook.hookId) : parsePs(run('ps', PS_ARGUMENTS), hook.hookId);
            return belonging(rows, hook.pid).map((row) => ({
                pid: row.pid,
                name: row.name,
                isInGroup: row.group === hook.pid,
                holdsOutput: isLinux && hook.outputLink !== undefined ? holds(row.pid, hook.outputLink) : true,
            }));
        },
        signal(members, signal) {
            if (members.some((member) => member.isInGroup))
                kill(-hook.pid, signal);
            for (const member of members)
                if (!member.isInGroup)
                    kill(member.pid, signal);
        },
    };
}
/** Rows that belong to the hook: in its group, marked, or below one that does. */
function belonging(rows, group) {
    const found = new Map();
    for (const row of rows)
        if (row.group === group || row.isMarked || row.pid === group)
            found.set(row.pid, row);
    for (let grew = found.size > 0; grew;) {
        grew = false;
        for (const row of rows) {
            if (!found.has(row.pid) && found.has(row.parent)) {
                found.set(row.pid, row);
                grew = true;
            }
        }
    }
    return [...found.values()].filter((row) => !row.isZombie && row.pid !== process.pid);
}
const PS_ARGUMENTS = ['-axEww', '-o', 'pid=,ppid=,pgid=,stat=,command='];
/** Rows of `ps -axEww -o pid=,ppid=,pgid=,stat=,command=`: the environment follows the command on systems that show it. */
function parsePs(text, hookId) {
    const rows = [];
    for (const line of text.split('\n')) {
        const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line);
        if (match === null)
            continue;
        const [, pid, parent, group, state = '', command = ''] = match;
        const program = command.split(' ', 1)[0] ?? '';
        rows.push({
            pid: Number(pid),
            parent: Number(parent),
            group: Number(group),
            isZombie: state.startsWith('Z'),
            name: program.slice(program.lastIndexOf('/') + 1) || 'process',
            isMarked: command.includes(` ${_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .HOOK_ID_VARIABLE */ .F7}=${hookId}`),
        });
    }
    return rows;
}
/** One row of /proc/PID/stat: `pid (name, may hold blanks and brackets) state ppid pgrp …`; undefined when it is cut short. */
function parseStat(text) {
    const open = text.indexOf('(');
    const close = text.lastIndexOf(')');
    if (open < 0 || close < open)
        return undefined;
    const [state, parent, group] = text.slice(close + 2).split(' ');
    if (state === undefined || group === undefined)
        return undefined;
    return {
        pid: Number(text.slice(0, open)),
        parent: Number(parent),
        group: Number(group),
        isZombie: state === 'Z' || state === 'X',
        name: text.slice(open + 1, close),
    };
}
function readProc(hookId) {
    const mark = `${_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .HOOK_ID_VARIABLE */ .F7}=${hookId}`;
    const rows = [];
    for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)('/proc')) {
        if (!/^\d+$/.test(entry))
            continue;
        const stat = readQuietly(`/proc/${entry}/stat`);
        const row = stat === undefined ? undefined : parseStat(stat);
        if (row === undefined)
            continue;
        const environ = row.isZombie ? undefined : readQuietly(`/proc/${entry}/environ`);
        rows.push({ ...row, isMarked: environ?.split('\0').includes(mark) ?? false });
    }
    return rows;
}
function holds(pid, outputLink) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(`/proc/${pid}/fd`).some((descriptor) => {
            try {
                return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)(`/proc/${pid}/fd/${descriptor}`) === outputLink;
            }
            catch {
                return false;
            }
        });
    }
    catch (error) {
        // One that has just ended holds nothing; one that may not be looked at is taken for a holder.
        return !(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'));
    }
}
// A process may end between listing and reading, and others' processes may not be read: both are "not ours".
function readQuietly(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'latin1');
    }
    catch {
        return undefined;
    }
}
function kill(pid, signal) {
    try {
        process.kill(pid, signal);
    }
    catch {
        // gone already
    }
}
function runTool(program, args) {
    return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)(program, [...args], { encoding: 'utf8', windowsHide: true, maxBuffer: 64 * 1024 * 1024 }).stdout ?? '';
}
// Windows has neither groups nor TERM for a process without a window: the tree below the hook is ended at once. What lost its parent
// is not found (docs/hooks.md, "Processes left behind").
function windowsTable(hook, run) {
    return {
        members() {
            const listed = run('tasklist', ['/FI', `PID eq ${hook.pid}`, '/FO', 'CSV', '/NH']);
            const name = new RegExp(`^"([^"]+)","${hook.pid}"`, 'm').exec(listed)?.[1];
            return name === undefined ? [] : [{ pid: hook.pid, name, isInGroup: true, holdsOutput: true }];
        },
        signal(members) {
            for (const member of members)
                run('taskkill', ['/T', '/F', '/PID', String(member.pid)]);
        },
    };
}


/***/ }),

/***/ 29023:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ez: () => (/* binding */ hookTitle),
/* harmony export */   Ix: () => (/* binding */ isExcused),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   wn: () => (/* binding */ hookError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _sanitize_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64377);
/** What became of one hook, and how that is said. */


/** The subject of every message about a hook: `before-folder hook "Dump" of ./data`. Names are others' text: no control characters. */
function hookTitle(phase, name, rawLabel) {
    const label = (0,_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .stripControls */ .$Y)(rawLabel);
    const called = name === undefined ? '' : ` "${(0,_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .stripControls */ .$Y)(name)}"`;
    if (phase === 'stream')
        return `stream source${called} ${label}`;
    if (phase === 'job-before' || phase === 'job-after')
        return `${phase} step${called}`;
    return `${phase} hook${called} of ${label}`;
}
/** Whether the result is a failure in the sense of its phase. */
function isFailure(result) {
    return result.status === 'failed' || result.status === 'timed-out' || result.status === 'cancelled';
}
/** The failure as an error; for results that are none, a CAIRN_INTERNAL. */
function hookError(result) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb(result.errorCode ?? 'CAIRN_INTERNAL', result.message, result.hint === undefined ? {} : { hint: result.hint });
}
/** Seconds with one digit, as shown after a hook. */
function seconds(ms) {
    return `${(ms / 1000).toFixed(1)} s`;
}
/** Whether a failing hook does not fail what it belongs to. An async hook that cannot be started is not excused, as in Kopia. */
function isExcused(result) {
    if (result.errorCode === 'CAIRN_HOOK_COMMAND_FILE')
        return false;
    return result.status !== 'cancelled' && (result.mode === 'optional' || (result.mode === 'async' && result.hasStarted));
}


/***/ }),

/***/ 34905:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ compressorForMetadata),
/* harmony export */   uf: () => (/* binding */ compressorForAll),
/* harmony export */   vB: () => (/* binding */ compressorForFile)
/* harmony export */ });
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56495);
/** Which compressor a file gets (docs/repository-format.md, "Compressor of a file"). */

/** Name of the compressor for a file of `sizeBytes`, or undefined for none. */
function compressorForFile(policy, fileName, sizeBytes) {
    const name = policy?.compressorName;
    if (policy === undefined || name === undefined || name === '' || name === 'none')
        return undefined;
    if (policy.minSize !== undefined && policy.minSize > 0 && sizeBytes < policy.minSize)
        return undefined;
    if (policy.maxSize !== undefined && policy.maxSize > 0 && sizeBytes > policy.maxSize)
        return undefined;
    const dot = fileName.lastIndexOf('.');
    const extension = dot < 0 ? '' : fileName.slice(dot);
    // `onlyCompress` does not switch the others off: it only wins over `neverCompress`.
    if (contains(policy.onlyCompress, extension))
        return name;
    return contains(policy.neverCompress, extension) ? undefined : name;
}
/** The one compressor of all files, undefined for none, or `varies` when it depends on their names or sizes. */
function compressorForAll(policy) {
    const { compressorName, minSize = 0, maxSize = 0, neverCompress = [] } = policy ?? {};
    if (compressorName === undefined || compressorName === '' || compressorName === 'none')
        return { name: undefined };
    return minSize > 0 || maxSize > 0 || neverCompress.length > 0 ? 'varies' : { name: compressorName };
}
/** Name of the compressor for directories and indirect lists, or undefined for none. */
function compressorForMetadata(policy) {
    const name = policy.metadataCompression?.compressorName;
    return name === undefined || name === '' || name === 'none' ? undefined : name;
}
/** Binary search, not `includes`: in a stored list that is not sorted Kopia misses entries, and the choice must be the same. */
function contains(list, wanted) {
    if (list === undefined)
        return false;
    let low = 0;
    let high = list.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .compareUtf8 */ .zq)(list[middle] ?? '', wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return list[low] === wanted;
}


/***/ }),

/***/ 66954:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ decideConsent)
/* harmony export */ });
/** Decides for the action and for `cairn run`. */
function decideConsent(question) {
    const { enableActions, allowRepositoryHooks, hooks } = question;
    const active = hooks.filter(({ hook }) => hook.program.kind !== 'none');
    const [first] = active;
    if (first === undefined)
        return { kind: 'run' };
    if (enableActions === false)
        return { kind: 'skip', notices: active.map((use) => `Hook ${describeUse(use)} is skipped, because enable-actions is false.`) };
    if (enableActions === undefined) {
        return {
            kind: 'refuse',
            code: 'CAIRN_HOOKS_NEED_CONSENT',
            message: `${active.length === 1 ? 'A hook is' : `${active.length} hooks are`} defined (${active.length === 1 ? '' : 'the first: '}${describeUse(first)}), and nothing says whether hooks may run.`,
            hint: 'Set the input enable-actions (--enable-actions) to true to run them, or to false to skip them.',
        };
    }
    const stored = active.find(({ hook }) => hook.origin.kind === 'repository');
    if (stored === undefined || allowRepositoryHooks)
        return { kind: 'run' };
    return {
        kind: 'refuse',
        code: 'CAIRN_REPOSITORY_HOOKS_REFUSED',
        message: `Hook ${describeUse(stored)} is not in the policy file; it comes from a policy stored in the repository.`,
        hint: `Copy it into the policy file ("cairn policy export --yaml ${quoted(stored.target)}" shows it), or set allow-repository-hooks to true.`,
    };
}
function describeUse(use) {
    const name = use.hook.name === undefined ? '' : `"${use.hook.name}", `;
    return `${name}${use.key} of ${use.target}`;
}
function quoted(target) {
    return /^[\w@.:/-]+$/.test(target) ? target : `'${target.replaceAll("'", "'\\''")}'`;
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

/***/ 86937:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ endpointIn),
/* harmony export */   jU: () => (/* binding */ isHost),
/* harmony export */   rl: () => (/* binding */ invalidEndpoint),
/* harmony export */   xe: () => (/* binding */ isEndpointUrl)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Hosts and URLs of stores, as settings and variables name them. */

/** A host with or without a port, and nothing else. */
function isHost(text) {
    return /^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/.test(text) && URL.canParse(`https://${text}`);
}
/** Whether it is a URL that requests can be sent to. */
function isEndpointUrl(text) {
    return /^https?:\/\/[^/?#@]+(?:\/[^?#]*)?$/i.test(text) && URL.canParse(text);
}
/** The first of these variables that is set. Errors: CAIRN_CONFIG_INVALID when it is no URL: what was named is never passed over. */
function endpointIn(env, names) {
    const origin = names.find((name) => env[name]);
    if (origin === undefined)
        return undefined;
    const url = env[origin]?.trim() ?? '';
    if (isEndpointUrl(url))
        return { url, origin };
    throw invalidEndpoint(origin, 'the URL of a host', `Write ${origin} as https://HOST or https://HOST:PORT; http:// means no TLS.`);
}
/** The error for a variable that holds something else than `words`. Its value is not shown: whoever mixes variables up may have put a key there. */
function invalidEndpoint(variable, words, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_CONFIG_INVALID', `The variable ${variable} is not ${words}.`, { hint });
}


/***/ }),

/***/ 80459:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ formatLocation),
/* harmony export */   z: () => (/* binding */ parseLocation)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86937);
/** Text of a location -> typed value: where a repository is, without any secret (docs/policy.md, "Locations"). */



/**
 * Location of a path, a `file:` URL, or one of `s3://`, `azblob://`, `gs://`, `actions-cache:`.
 *
 * One letter before a colon is a Windows drive, never a scheme. Messages about URLs name the scheme only, since the rest may hold a secret.
 * Errors: CAIRN_LOCATION_INVALID, CAIRN_LOCATION_SECRET.
 */
function parseLocation(text, context) {
    const trimmed = text.trim();
    if (trimmed === '')
        throw invalid('The location of the repository is empty.');
    if (trimmed.includes('\0'))
        throw invalid('The location of the repository contains a zero byte.');
    const match = /^([A-Za-z][A-Za-z0-9+.-]+):(.*)$/s.exec(trimmed);
    if (match === null)
        return { kind: 'filesystem', path: parsePath(trimmed, context) };
    const [, scheme = '', rest = ''] = match;
    return parseUrl(scheme.toLowerCase(), rest, context);
}
/** The location as text that `parseLocation` reads back; a path for a filesystem. */
function formatLocation(location) {
    switch (location.kind) {
        case 'filesystem':
            return location.path;
        case 's3':
            return `s3://${location.bucket}/${encodePrefix(location.prefix)}${query({ endpoint: location.endpoint, region: location.region })}`;
        case 'azblob':
            return `azblob://${location.container}/${encodePrefix(location.prefix)}${query({ account: location.account })}`;
        case 'gcs':
            return `gs://${location.bucket}/${encodePrefix(location.prefix)}`;
        case 'actions-cache':
            return `actions-cache:${location.name}${query({ 'limit-gib': location.limitGib?.toString() })}`;
    }
}
function parsePath(text, { workspaceRoot, platform, home }) {
    const isWindows = platform === 'win32';
    const path = isWindows ? node_path__WEBPACK_IMPORTED_MODULE_0__.win32 : node_path__WEBPACK_IMPORTED_MODULE_0__.posix;
    const drive = /^[A-Za-z]:(.?)/s.exec(text);
    if (drive !== null) {
        if (!isWindows) {
            throw invalid(`${text} is a path of Windows, and this is not Windows.`, 'Write ./ in front if a folder really has this name.');
        }
        if (drive[1] !== '\\' && drive[1] !== '/') {
            throw invalid(`${text} does not say which folder of the drive is meant.`, 'Write a backslash after the colon, such as C:\\backup.');
        }
    }
    if (home !== undefined && (text === '~' || text.startsWith('~/') || (isWindows && text.startsWith('~\\')))) {
        return path.join(home, text.slice(1));
    }
    return path.resolve(workspaceRoot, text);
}
function parseUrl(scheme, rest, context) {
    const authority = rest.startsWith('//') ? (/^\/\/([^/?#]*)/.exec(rest)?.[1] ?? '') : '';
    if (scheme !== 'file' && (authority.includes('@') || /^[^/?#]*:[^/?#]*@/.test(rest)))
        throw secret(scheme);
    switch (scheme) {
        case 'file':
            return { kind: 'filesystem', path: parseFileUrl(rest, authority, context) };
        case 's3': {
            const { name, prefix, parameters } = parseBucket(scheme, rest, ['endpoint', 'region']);
            const { endpoint, region } = parameters;
            if (endpoint !== undefined && /^([a-z]+:\/\/)?[^/]*@/i.test(endpoint))
                throw secret(scheme);
            if (endpoint !== undefined && !(0,_endpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .isHost */ .jU)(endpoint.replace(/^https?:\/\//i, '').replace(/\/$/, ''))) {
                throw invalid('The parameter endpoint of the location is not a host with or without a port.', 'Write endpoint=HOST or endpoint=HOST:PORT; http:// in front of it means no TLS.');
            }
            return { kind: 's3', bucket: name, prefix, ...(endpoint !== undefined && { endpoint }), ...(region !== undefined && { region }) };
        }
        case 'azblob': {
            const { name, prefix, parameters } = parseBucket(scheme, rest, ['account']);
            const { account } = parameters;
            return { kind: 'azblob', container: name, prefix, ...(account !== undefined && { account }) };
        }
        case 'gs': {
            const { name, prefix } = parseBucket(scheme, rest, []);
            return { kind: 'gcs', bucket: name, prefix };
        }
        case 'actions-cache':
            return parseCache(rest);
        default:
            throw invalid(`Cairn knows no location that starts with ${scheme}:.`, 'Use a path, file:, s3://, azblob://, gs:// or actions-cache:. Write ./ in front of a folder whose name has a colon.');
    }
}
function parseCache(rest) {
    const [, name = '', limit] = /^([^?]*)(?:\?limit-gib=([1-9]\d{0,5}))?$/.exec(rest) ?? [];
    if (!/^[A-Za-z0-9._-]{1,100}$/.test(name)) {
        throw invalid('The name after actions-cache: is 1 to 100 letters, digits, dots, dashes and underscores.', 'Only ?limit-gib= with a whole number may follow: what all caches of the GitHub repository may take up together.');
    }
    return { kind: 'actions-cache', name, ...(limit !== undefined && { limitGib: Number(limit) }) };
}
function parseFileUrl(rest, authority, context) {
    if (authority !== '' && authority.toLowerCase() !== 'localhost') {
        throw invalid('A file: location cannot name another host.', 'Write file:///folder/repository.');
    }
    const encoded = rest.startsWith('//') ? rest.slice(2 + authority.length) : rest;
    if (/[?#]/.test(encoded))
        throw invalid('A file: location has neither ? nor #.', 'Write %3F and %23 for these characters of a folder name.');
    const path = decode('file', encoded);
    if (path === '' || path.includes('\0'))
        throw invalid('A file: location needs the path of a folder.', 'Write file:///folder/repository.');
    // file:///C:/backup has a slash before the drive.
    return parsePath(context.platform === 'win32' ? path.replace(/^\/([A-Za-z]:)/, '$1') : path, context);
}
function parseBucket(scheme, rest, allowed) {
    const match = /^\/\/([^/?#]+)(?:\/([^?#]*))?(?:\?([^#]*))?$/.exec(rest);
    const name = match?.[1];
    if (match === null || name === undefined || !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) {
        throw invalid(`A location that starts with ${scheme}: names a bucket and a folder in it.`, `Write ${scheme}://bucket/folder.`);
    }
    const parameters = {};
    for (const [key, value] of new URLSearchParams(match[3] ?? '')) {
        // Names only: the value of an unknown parameter is most often a key that does not belong here.
        if (!allowed.includes(key)) {
            throw invalid(`A location that starts with ${scheme}: has no parameter ${JSON.stringify(key.slice(0, 40))}.`, 'Keys and tokens come from the environment, never from the location.');
        }
        if (value === '')
            throw invalid(`The parameter ${key} of the location is empty.`);
        parameters[key] = value;
    }
    const trimmed = decode(scheme, match[2] ?? '').replace(/^\/+|\/+$/g, '');
    return { name, prefix: trimmed === '' ? '' : `${trimmed}/`, parameters };
}
function decode(scheme, text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        throw invalid(`The location that starts with ${scheme}: has a % that is not followed by two hexadecimal digits.`, 'Write %25 for a percent sign.');
    }
}
function encodePrefix(prefix) {
    return prefix.split('/').map(encodeURIComponent).join('/');
}
function query(parameters) {
    const text = new URLSearchParams();
    for (const [key, value] of Object.entries(parameters))
        if (value !== undefined)
            text.set(key, value);
    return text.size === 0 ? '' : `?${text}`;
}
function invalid(message, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_LOCATION_INVALID', message, hint === undefined ? {} : { hint });
}
function secret(scheme) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_LOCATION_SECRET', `The location that starts with ${scheme}: contains a user name or a password.`, {
        hint: 'Remove everything up to the @, change that secret if it was ever committed or printed, and give credentials by the environment.',
    });
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

/***/ 19868:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ decodePlaceholder)
/* harmony export */ });
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1873);
/* harmony import */ var _dir_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88669);
/** What a placeholder of a shallow restore describes (docs/repository-format.md, "Placeholders"). */


/** The entry that the text of a placeholder describes, or why it describes none. */
function decodePlaceholder(text) {
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        return 'it is not JSON';
    }
    const entry = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(parsed) ? (0,_dir_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeDirEntry */ .gY)(parsed) : 'it is not an object';
    if (typeof entry === 'string')
        return entry;
    return entry.objectId === '' || (entry.type !== 'd' && entry.type !== 'f') ? 'it describes no file and no directory' : entry;
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

/***/ 90950:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ standsAt),
/* harmony export */   x: () => (/* binding */ readTwice)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _fs_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92680);
/* harmony import */ var _fs_local_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48844);
/* harmony import */ var _folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38950);
/** What was replaced while it was being read: what stands there now is stored, once. */




/** What stands at the path of an entry now, under its name; undefined when nothing does. */
function standsAt(path, { name, rawName }) {
    try {
        const now = { ...(0,_fs_local_js__WEBPACK_IMPORTED_MODULE_2__/* .statLocal */ .oM)(path), name };
        return rawName === undefined ? now : { ...now, rawName };
    }
    catch (error) {
        if ((0,_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .isEntryError */ .P0)(error))
            return undefined;
        throw error;
    }
}
/**
 * Reads a folder, and when another has taken its place meanwhile that one. What was counted of the first stays counted.
 * Throws as `read`.
 */
async function readTwice(read, ...[task, path, identity]) {
    try {
        return await read(task, path, identity);
    }
    catch (error) {
        if (!(error instanceof _folder_js__WEBPACK_IMPORTED_MODULE_3__/* .FolderFailure */ .Jm) || !((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error.reason, 'CAIRN_FILE_CHANGED') || (0,_fs_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isVanished */ .no)(error.reason)))
            throw error;
        const now = standsAt(path, task.entry);
        if (now?.kind !== 'directory' || (task.policy.isOneFileSystem && now.device !== identity.device))
            throw error;
        // With hooks the metadata that are stored are those from before them.
        const again = { ...task, entry: identity === task.entry ? now : task.entry, isReadAgain: true };
        return await read(again, path, now);
    }
}


/***/ }),

/***/ 67616:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   F1: () => (/* binding */ isSameFolder),
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   g1: () => (/* binding */ isReusable),
/* harmony export */   q: () => (/* binding */ isIdentical)
/* harmony export */ });
/** Whether bytes, permission bits and type are the same; times and owners do not count. */
function isSame(a, b) {
    return a.objectId === b.objectId && a.mode === b.mode && a.type === b.type;
}
/** Whether both would be written with the same bytes, apart from the name. */
function isIdentical(a, b) {
    return (isSame(a, b) &&
        a.mtimeNs === b.mtimeNs &&
        a.size === b.size &&
        a.writtenSize === b.writtenSize &&
        a.uid === b.uid &&
        a.gid === b.gid &&
        // A name with U+FFFD may stand for other bytes.
        !a.name.includes('\ufffd') &&
        a.summary?.maxTimeNs === b.summary?.maxTimeNs &&
        a.summary?.files === b.summary?.files &&
        a.summary?.dirs === b.summary?.dirs &&
        a.summary?.symlinks === b.summary?.symlinks &&
        a.summary?.numFailed === b.summary?.numFailed &&
        a.summary?.numIgnoredErrors === b.summary?.numIgnoredErrors);
}
/** Whether a file or link has the metadata of the earlier entry, so that its bytes are taken to be the same. */
function isReusable(old, entry) {
    return (old.mtimeNs === entry.mtimeNs &&
        old.size === entry.size &&
        old.mode === entry.mode &&
        old.uid === entry.uid &&
        old.gid === entry.gid &&
        old.type === (entry.kind === 'symlink' ? 's' : 'f') &&
        old.objectId !== '');
}
/** Whether a folder has the metadata of the earlier one, of which nothing is missing. */
function isSameFolder(old, entry) {
    return (entry.kind === 'directory' &&
        old.type === 'd' &&
        old.mtimeNs === entry.mtimeNs &&
        old.mode === entry.mode &&
        old.uid === entry.uid &&
        old.gid === entry.gid &&
        old.objectId !== '' &&
        // A directory that is there is written without its size.
        old.writtenSize === undefined &&
        isComplete(old.summary));
}
/** Whether the summary of a directory says that nothing is missing in it. */
function isComplete(summary) {
    return summary !== undefined && summary.incomplete === undefined && summary.numFailed === 0 && summary.numIgnoredErrors === 0;
}


/***/ }),

/***/ 39048:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ ScoutEngine)
});

// EXTERNAL MODULE: ./lib/fs/entry-rows.js
var entry_rows = __webpack_require__(64669);
// EXTERNAL MODULE: ./lib/fs/local.js
var local = __webpack_require__(48844);
// EXTERNAL MODULE: ./lib/snapshot/dir-entry.js + 1 modules
var dir_entry = __webpack_require__(88669);
// EXTERNAL MODULE: ./lib/snapshot/upload/same.js
var upload_same = __webpack_require__(67616);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/fs/placeholder.js
var placeholder = __webpack_require__(4658);
// EXTERNAL MODULE: ./lib/snapshot/directory.js
var directory = __webpack_require__(53883);
;// CONCATENATED MODULE: ./lib/snapshot/upload/scout/compare.js
/** Compares what was seen of a folder with the directory object that an earlier snapshot has of it. */





/** Undefined unless every file and link is what the earlier directory holds, and every sub-folder was one then. */
function compare(rows, { objectId, bytes, avoid }) {
    const count = rows.names.length;
    const byName = earlierByName(bytes, objectId);
    if (byName === undefined || byName.size !== count || count === 0)
        return undefined;
    const folders = [];
    let size = 0;
    for (const entry of (0,entry_rows/* entriesOf */.Mc)(rows)) {
        const earlier = byName.get(entry.name);
        // A name with U+FFFD may stand for other bytes, and a placeholder stands for something else.
        if (earlier === undefined || entry.name.includes('\ufffd') || (0,placeholder/* isPlaceholderName */.XZ)(entry.name))
            return undefined;
        if (avoid.names.includes(entry.name) || avoid.inodes.includes(entry.inode))
            return undefined;
        if (entry.kind === 'directory') {
            if (earlier.type !== 'd')
                return undefined;
            folders.push({ entry, earlier });
        }
        else if ((0,upload_same/* isReusable */.g1)(earlier, entry))
            size += entry.size;
        else
            return undefined;
    }
    return { files: count - folders.length, bytes: size, folders };
}
/** Undefined when the object is damaged, or holds anything that cannot be compared one to one. */
function earlierByName(bytes, objectId) {
    try {
        const { entries, rejected } = (0,directory/* decodeDirectory */.eT)(bytes, objectId);
        const byName = new Map(entries.map((entry) => [entry.name, entry]));
        return rejected.length > 0 || byName.size !== entries.length ? undefined : byName;
    }
    catch (error) {
        // The walk reads it again and says what is wrong with it.
        if (error instanceof errors/* CairnError */.eb)
            return undefined;
        throw error;
    }
}
/** Whether the directory object holds nothing at all. */
function isEmptyDirectory(bytes, objectId) {
    return earlierByName(bytes, objectId)?.size === 0;
}

// EXTERNAL MODULE: ./lib/snapshot/upload/scout/protocol.js
var protocol = __webpack_require__(84409);
;// CONCATENATED MODULE: ./lib/snapshot/upload/scout/survey.js
/** Lists a folder and looks at its entries; what is found can be kept and sent. Knows nothing of threads. */




/** Looks at the folder now. */
function surveyFolder(place) {
    const { path } = place;
    try {
        const names = (0,local/* listNames */.Zv)(path);
        if (names.length > protocol/* SCOUTED_ENTRIES */.R || names.some((name) => typeof name !== 'string'))
            return { kind: 'unsuited' };
        const { entries, failures, vanished } = (0,local/* lookAt */.t5)(path, names);
        // Before anything is made of them: the entries may be those of another folder.
        const replaced = (0,local/* replacedFolder */.BA)(path, place);
        if (replaced !== undefined)
            return { kind: 'failed', error: faultText(replaced) };
        const faults = failures.map(({ name, error }) => ({ name, error: faultText(error) }));
        return { kind: 'seen', rows: (0,entry_rows/* rowsOf */.RO)(entries), failures: faults, vanished };
    }
    catch (error) {
        return { kind: 'failed', error: faultText(error) };
    }
}
function faultText(error) {
    if (!(error instanceof errors/* CairnError */.eb))
        throw error;
    const { code, message, hint } = error;
    if (code !== 'CAIRN_FILE_VANISHED' && code !== 'CAIRN_FILE_UNREADABLE' && code !== 'CAIRN_FILE_CHANGED')
        throw error;
    return { code, message, hint };
}

;// CONCATENATED MODULE: ./lib/snapshot/upload/scout/look-ahead.js
/**
 * Looks at folders before anybody asks: while the key of the repository is derived there is nothing else to do (docs/adr/0008).
 *
 * It only saves time. What it has seen is used within seconds or not at all, and it stays on the file system of the root, so that nothing is
 * touched that rules would have kept from being entered for good reasons.
 */



/** Entries that are kept for being asked about. */
const MAX_ENTRIES = 100_000;
/** What was seen longer ago is looked at again. */
const MAX_AGE_MS = 5000;
class LookAhead {
    #clock;
    #seen = new Map();
    /** The next one is the last. */
    #pending = [];
    #device = 0n;
    #root;
    #entries = 0;
    constructor(clock) {
        this.#clock = clock;
    }
    /** Whether there is anything to look at. */
    get hasMore() {
        return this.#pending.length > 0;
    }
    /** Begins with this folder, and goes on with what lies below it. */
    begin(root) {
        this.forget();
        this.#device = root.device;
        this.#root = root.path;
        this.#pending.push(root);
    }
    /** Looks at one more folder. */
    step() {
        const place = this.#pending.pop();
        if (place === undefined)
            return;
        const survey = surveyFolder(place);
        // Whoever asks meets the same error, or not any more.
        if (survey.kind !== 'seen')
            return;
        const { path } = place;
        this.keep(place, survey);
        this.#entries += survey.rows.names.length;
        if (this.#entries >= MAX_ENTRIES)
            this.#pending = [];
        else
            this.#addFolders(path, survey);
    }
    /** Looks no further. */
    stop() {
        this.#pending = [];
    }
    /** What the walk asks about a folder shows where it is: what lies in that folder is not looked at ahead any more. */
    pass({ path }) {
        if (this.#pending.length === 0)
            return;
        const below = `${path}/`;
        this.#pending = this.#pending.filter((place) => place.path !== path && !place.path.startsWith(below));
    }
    /** The walk asks about this folder alone; whether it was still to be looked at. */
    passAlone({ path }) {
        const at = this.#pending.findLastIndex((place) => place.path === path);
        if (at >= 0)
            this.#pending.splice(at, 1);
        return at >= 0;
    }
    /** Goes on with the folders of this one. */
    goOn({ path }, survey) {
        if (typeof path === 'string')
            this.#addFolders(path, survey);
    }
    /** Whether this is the folder that it began with. */
    isRoot({ path }) {
        return path === this.#root;
    }
    /** What was seen of a folder, once; undefined when it has to be looked at. */
    take({ path, device, inode }) {
        if (typeof path !== 'string')
            return undefined;
        const sighting = this.#seen.get(path);
        if (sighting === undefined)
            return undefined;
        this.#seen.delete(path);
        const isSame = sighting.place.device === device && sighting.place.inode === inode;
        return isSame && this.#clock.monotonicMs() - sighting.atMs <= MAX_AGE_MS ? sighting.survey : undefined;
    }
    /** Keeps what was just seen of a folder for the next who asks. */
    keep(place, survey) {
        if (typeof place.path === 'string')
            this.#seen.set(place.path, { place, survey, atMs: this.#clock.monotonicMs() });
    }
    /** Drops everything: something may have changed the files on purpose. */
    forget() {
        this.#pending = [];
        this.#seen.clear();
        this.#entries = 0;
    }
    /** The first of them is the next one. */
    #addFolders(path, { rows }) {
        const folders = [];
        for (const { kind, name, device, inode } of (0,entry_rows/* entriesOf */.Mc)(rows)) {
            const below = (0,local/* joinLocal */.GE)(path, name);
            if (kind === 'directory' && device === this.#device && typeof below === 'string')
                folders.push({ path: below, device, inode });
        }
        this.#pending.push(...folders.reverse());
    }
}

;// CONCATENATED MODULE: ./lib/snapshot/upload/scout/look.js
/** The work of a scout: looking at folders and comparing them with an earlier directory. Knows nothing of threads. */







/** Entries or folders after which a report is sent although more requests wait: the walk goes on meanwhile. */
const REPORT_ENTRIES = 512;
const REPORT_FOLDERS = 16;
/** One scout, with what it has seen ahead. */
class ScoutEngine {
    #ahead;
    constructor(clock) {
        this.#ahead = new LookAhead(clock);
    }
    /** Whether `idle` has anything to do. */
    get looksAhead() {
        return this.#ahead.hasMore;
    }
    /** Looks at one folder that nobody asked about yet. */
    idle() {
        this.#ahead.step();
    }
    /** Answers requests in order, in reports of a few hundred entries. */
    *handle(message) {
        if (message.kind === 'ahead')
            this.#ahead.begin(message);
        else if (message.kind === 'forget')
            this.#ahead.forget();
        else
            yield* this.#answer(message.requests);
    }
    *#answer(requests) {
        const rows = new entry_rows/* RowWriter */.C4();
        let findings = [];
        let earlier = [];
        for (const [index, request] of requests.entries()) {
            const finding = this.#lookAt(request, rows, earlier);
            findings.push(finding);
            const isFull = finding.kind === 'whole' || rows.count >= REPORT_ENTRIES || findings.length >= REPORT_FOLDERS;
            if (!isFull && index + 1 < requests.length)
                continue;
            yield { findings, ...rows.take(), earlier: `[${earlier.join(',')}]` };
            findings = [];
            earlier = [];
        }
    }
    #lookAt(request, rows, earlierFolders) {
        const { id, device, inode, earlier } = request;
        const place = { path: localPath(request.path), device, inode };
        // What the walk compares is under no rule, and what lies ahead is what it asks about next. Otherwise it says what it needs from now on: what
        // lies ahead of it may be ignored.
        if (earlier?.below !== undefined)
            this.#ahead.pass(place);
        const isAhead = earlier !== undefined && earlier.below === undefined && this.#ahead.passAlone(place);
        if (earlier === undefined && !this.#ahead.isRoot(place))
            this.#ahead.stop();
        const survey = this.#survey(place);
        if (survey.kind !== 'seen')
            return { ...survey, id };
        const same = earlier !== undefined && isUndisturbed(survey) ? compare(survey.rows, earlier) : undefined;
        // A folder that is not as it was may have got rules of its own.
        if (earlier !== undefined && same === undefined)
            this.#ahead.pass(place);
        else if (isAhead)
            this.#ahead.goOn(place, survey);
        if (earlier === undefined || same === undefined) {
            const { failures, vanished } = survey;
            rows.addAll(survey.rows);
            return { kind: 'listed', id, count: survey.rows.names.length, vanished, failures };
        }
        const { files, bytes, folders } = same;
        if (earlier.below !== undefined) {
            const totals = this.#sumBelow(place.path, same, { avoid: earlier.avoid, directories: byId(earlier.below) });
            if (totals !== undefined)
                return { kind: 'whole', id, entries: survey.rows.names.length, ...totals };
        }
        for (const folder of folders) {
            rows.add(folder.entry);
            earlierFolders.push((0,dir_entry/* encodeDirEntry */.sK)(folder.earlier));
        }
        return { kind: 'same', id, count: folders.length, files, bytes };
    }
    #survey(place) {
        return this.#ahead.take(place) ?? surveyFolder(place);
    }
    /** What a folder and everything below it amount to; undefined as soon as anything is not as it was. */
    #sumBelow(path, same, earlier) {
        let { files, bytes } = same;
        let folders = 1;
        for (const { entry, earlier: before } of same.folders) {
            const object = earlier.directories.get(before.objectId);
            if (object === undefined || !(0,upload_same/* isSameFolder */.F1)(before, entry))
                return undefined;
            const place = { path: (0,local/* joinLocal */.GE)(path, entry.name), device: entry.device, inode: entry.inode };
            const survey = this.#survey(place);
            if (survey.kind !== 'seen' || !isUndisturbed(survey))
                return undefined;
            let totals;
            if (survey.rows.names.length > 0) {
                const inner = compare(survey.rows, { objectId: before.objectId, bytes: object, avoid: earlier.avoid });
                totals = inner === undefined ? undefined : this.#sumBelow(place.path, inner, earlier);
            }
            else if (before.summary?.maxTimeNs === entry.mtimeNs && isEmptyDirectory(object, before.objectId)) {
                // An empty directory has its own time in its object.
                totals = { files: 0, bytes: 0, folders: 1 };
            }
            if (totals === undefined) {
                this.#ahead.keep(place, survey);
                return undefined;
            }
            files += totals.files;
            bytes += totals.bytes;
            folders += totals.folders;
        }
        return { files, bytes, folders };
    }
}
function byId({ ids, ends, bytes }) {
    return new Map(ids.map((id, index) => [id, bytes.subarray(ends[index - 1] ?? 0, ends[index])]));
}
function isUndisturbed({ failures, vanished }) {
    return failures.length + vanished === 0;
}
function localPath(path) {
    return typeof path === 'string' ? path : Buffer.from(path.buffer, path.byteOffset, path.byteLength);
}


/***/ }),

/***/ 84409:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ SCOUTED_ENTRIES),
/* harmony export */   g: () => (/* binding */ SCOUTED_BYTES)
/* harmony export */ });
/** Entries of a folder that are looked at ahead of the walk. */
const SCOUTED_ENTRIES = 1024;
/** Bytes of an earlier directory that is worth being sent. */
const SCOUTED_BYTES = 1024 * 1024;


/***/ }),

/***/ 7622:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ FolderScout)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/fs/entry-rows.js
var entry_rows = __webpack_require__(64669);
// EXTERNAL MODULE: ./lib/util/json-read.js
var json_read = __webpack_require__(1873);
// EXTERNAL MODULE: ./lib/snapshot/dir-entry.js + 1 modules
var dir_entry = __webpack_require__(88669);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
// EXTERNAL MODULE: ./lib/util/clock.js
var clock = __webpack_require__(58394);
// EXTERNAL MODULE: ./lib/util/heap.js
var heap = __webpack_require__(56088);
// EXTERNAL MODULE: ./lib/snapshot/upload/scout/look.js + 3 modules
var look = __webpack_require__(39048);
;// CONCATENATED MODULE: ./lib/snapshot/upload/scout/lane.js
/** Where a scout works: in a thread of its own, or in the calling thread for tests and single cores. */





/** The value of `workerData.cairn` by which the bundle knows that it was started as a scout. */
const SCOUT_WORKER = 'scout';
/** Starts the bundle once more as a scout. */
function threadLane(url, listener) {
    const worker = new external_node_worker_threads_.Worker(url, {
        workerData: { cairn: SCOUT_WORKER },
        name: 'cairn-scout',
        resourceLimits: { maxYoungGenerationSizeMb: heap/* WORKER_YOUNG_HEAP_MB */.L },
    });
    let isClosed = false;
    const crash = (cause) => {
        if (!isClosed)
            listener.onCrash(crashed(cause));
    };
    worker.on('message', (report) => listener.onReport(report));
    worker.on('error', crash);
    worker.on('exit', () => crash());
    worker.unref();
    return {
        send: (message) => worker.postMessage(message),
        setBusy: (isBusy) => (isBusy ? worker.ref() : worker.unref()),
        async close() {
            isClosed = true;
            await worker.terminate();
        },
    };
}
/** Works in the calling thread, at once; it has no idle time to look ahead. */
function inlineLane(listener) {
    const engine = new look/* ScoutEngine */.n(clock/* systemClock */.m);
    return {
        send(message) {
            for (const report of engine.handle(message))
                listener.onReport(report);
        },
        setBusy: () => { },
        close: async () => { },
    };
}
function crashed(cause) {
    return new errors/* CairnError */.eb('CAIRN_INTERNAL', 'The thread that looks at the files ended unexpectedly.', {
        hint: 'Nothing saved earlier is affected. Run the command again; if it happens again, please report it.',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/snapshot/upload/scout/scout.js
/**
 * Looks at folders ahead of the walk, on another core: half of the time of an unchanged snapshot is spent on that
 * (docs/architecture.md, "Scout").
 */





/** Requests that are sent without waiting for more: the scout shall never wait while the walk is at work. */
const REQUESTS_PER_MESSAGE = 16;
class FolderScout {
    #open;
    #lane;
    /** Resolves when the lanes that stood down have ended. */
    #ended = Promise.resolve();
    #waiting = new Map();
    #nextId = 1;
    #unsent = [];
    #failure;
    constructor(open = inlineLane) {
        this.#open = () => open({ onReport: (report) => this.#take(report), onCrash: (error) => this.#fail(error) });
        this.#lane = this.#open();
    }
    /** A scout in a thread that runs `url`. */
    static inThread(url) {
        return new FolderScout((listener) => threadLane(url, listener));
    }
    /** Looks at a folder; some requests of one turn of the event loop travel together. Errors: CAIRN_FILE_*, CAIRN_INTERNAL. */
    look(path, device, inode, earlier) {
        return new Promise((resolve, reject) => {
            if (this.#failure !== undefined)
                return reject(this.#failure);
            const id = this.#nextId++;
            if (this.#waiting.size === 0)
                this.#openLane().setBusy(true);
            this.#waiting.set(id, { resolve, reject });
            if (this.#unsent.length === 0)
                setImmediate(() => this.#send());
            this.#unsent.push({ id, path, device, inode, earlier });
            if (this.#unsent.length >= REQUESTS_PER_MESSAGE)
                this.#send();
        });
    }
    /**
     * Says that this folder will be walked soon: it is looked at ahead, as long as nobody asks for anything.
     * Only where nothing changes files on purpose before the walk, or `forget` follows.
     */
    lookAhead(path, device, inode) {
        if (this.#failure === undefined)
            this.#openLane().send({ kind: 'ahead', path, device, inode });
    }
    /** Gives its thread and what was seen ahead back until it is asked again; not while somebody waits for an answer, and then false. */
    standDown() {
        if (this.#waiting.size > 0)
            return false;
        if (this.#lane !== undefined)
            this.#ended = Promise.all([this.#ended, this.#lane.close()]);
        this.#lane = undefined;
        return true;
    }
    /** What was seen ahead is not used: something may have changed the files. */
    forget() {
        if (this.#failure === undefined)
            this.#lane?.send({ kind: 'forget' });
    }
    /** Ends the thread. */
    async close() {
        this.#fail(new errors/* CairnError */.eb('CAIRN_INTERNAL', 'The scout was closed while it was asked.'));
        await this.#lane?.close();
        await this.#ended;
    }
    #openLane() {
        this.#lane ??= this.#open();
        return this.#lane;
    }
    #send() {
        const requests = this.#unsent;
        this.#unsent = [];
        if (requests.length > 0 && this.#failure === undefined)
            this.#openLane().send({ kind: 'look', requests });
    }
    #take({ findings, names, facts, earlier }) {
        const rows = new entry_rows/* RowReader */.of(names, facts);
        const folders = earlierFolders(earlier);
        for (const finding of findings) {
            const waiting = this.#waiting.get(finding.id);
            this.#waiting.delete(finding.id);
            if (finding.kind === 'failed')
                waiting?.reject(errorOf(finding.error));
            else
                waiting?.resolve(scoutedOf(finding, rows, folders));
        }
        if (this.#waiting.size === 0)
            this.#lane?.setBusy(false);
    }
    #fail(error) {
        this.#failure ??= error;
        for (const waiting of this.#waiting.values())
            waiting.reject(error);
        this.#waiting.clear();
        this.#lane?.setBusy(false);
    }
}
function scoutedOf(finding, rows, earlier) {
    if (finding.kind === 'unsuited')
        return undefined;
    if (finding.kind === 'whole')
        return finding;
    const entries = rows.take(finding.count);
    if (finding.kind === 'listed') {
        const failures = finding.failures.map(({ name, error }) => ({ name, error: errorOf(error) }));
        return { kind: 'listed', listing: { entries, failures, vanished: finding.vanished } };
    }
    const { files, bytes } = finding;
    const folders = entries.map((entry) => {
        const before = earlier.next();
        if (before.done)
            throw new errors/* CairnError */.eb('CAIRN_INTERNAL', 'A scout reported fewer earlier folders than folders.');
        return { entry, earlier: before.value };
    });
    return { kind: 'same', files, bytes, folders };
}
/** The scout wrote them from what it had decoded: they are well formed. */
function* earlierFolders(text) {
    const list = JSON.parse(text);
    for (const item of Array.isArray(list) ? list : []) {
        const entry = (0,json_read/* isJsonObject */.OW)(item) ? (0,dir_entry/* decodeDirEntry */.gY)(item) : '';
        if (typeof entry === 'string')
            throw new errors/* CairnError */.eb('CAIRN_INTERNAL', 'A scout reported an earlier folder that is none.');
        yield entry;
    }
}
function errorOf({ code, message, hint }) {
    return new errors/* CairnError */.eb(code, message, hint === undefined ? {} : { hint });
}


/***/ }),

/***/ 72691:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ storeDirectory)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _dir_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88669);
/* harmony import */ var _directory_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53883);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42444);
/** Writes directory objects, large ones as a stream (docs/repository-format.md, "Directory objects"). */





/** Directories with more entries are never in memory as one text. */
const STREAMED_ENTRIES = 20_000;
const ENTRIES_PER_CHUNK = 2000;
/** Stores the directory with these entries, in any order. */
async function storeDirectory(objects, entries, summary, metadataCompressor, signal) {
    const options = { prefix: 'k', compressor: metadataCompressor, metadataCompressor: metadataCompressor ?? 'none', signal };
    const sorted = (0,_directory_js__WEBPACK_IMPORTED_MODULE_3__/* .sortEntries */ .R3)(entries);
    if (sorted.length <= STREAMED_ENTRIES)
        return await objects.writeBytes((0,_directory_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeDirectory */ .IC)(sorted, summary), options);
    return await objects.writeStream(directoryChunks(sorted, summary, signal), options);
}
/** The bytes of `encodeDirectory`, a part at a time. */
async function* directoryChunks(sorted, summary, signal) {
    let text = '{"stream":"kopia:directory","entries":[';
    for (let at = 0; at < sorted.length; at += ENTRIES_PER_CHUNK) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        const part = sorted.slice(at, at + ENTRIES_PER_CHUNK).map(_dir_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeDirEntry */ .sK);
        yield (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`${text}${at === 0 ? '' : ','}${part.join(',')}`);
        text = '';
    }
    yield (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`],"summary":${(0,_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .encodeSummary */ .zp)(summary)}}\n`);
}


/***/ }),

/***/ 11972:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GX: () => (/* binding */ writeOptions),
/* harmony export */   IO: () => (/* binding */ storeEntry),
/* harmony export */   VI: () => (/* binding */ dirEntryOf),
/* harmony export */   dd: () => (/* binding */ fileRead),
/* harmony export */   mC: () => (/* binding */ withKeptTime),
/* harmony export */   nV: () => (/* binding */ fileEntry),
/* harmony export */   sX: () => (/* binding */ sectionSizeOf),
/* harmony export */   u_: () => (/* binding */ storeFile),
/* harmony export */   zy: () => (/* binding */ isCutShort)
/* harmony export */ });
/* unused harmony export storeLink */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _fs_local_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48844);
/* harmony import */ var _policy_compressor_choice_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34905);
/* harmony import */ var _replaced_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90950);
/* harmony import */ var _same_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67616);
/**
 * Turns one file or link into an entry: the earlier object when its metadata are the same, else by reading it
 * (docs/repository-format.md, "Incremental snapshots").
 */





/** Whether an entry is missing because the upload was ended, which is no failure. */
function isCutShort({ stop, signal }, error) {
    return stop.reason !== undefined && !signal.aborted && (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_CANCELLED');
}
/** The stored form of `entry` with the given object. */
function dirEntryOf(entry, objectId, size) {
    const { name, rawName, mode, mtimeNs, uid, gid } = entry;
    const stored = { name, type: entry.kind === 'symlink' ? 's' : 'f', mode, size, mtimeNs, uid, gid, objectId };
    return rawName === undefined ? stored : { ...stored, rawName };
}
/**
 * Reads and stores a regular file; `path` is where it is, `relativePath` what it is called in messages.
 * Errors: CAIRN_FILE_VANISHED, CAIRN_FILE_UNREADABLE, CAIRN_FILE_CHANGED when it was replaced by something else, and what storing throws.
 */
async function storeFile(context, path, relativePath, entry, policy) {
    const { tally } = context;
    let current = entry;
    let written;
    const begun = [];
    const onLargeFile = (storeSoFar) => void begun.push(context.openFolders.openFile(relativePath, current, storeSoFar));
    try {
        written = await writeFile(context, path, current, policy, onLargeFile);
    }
    catch (error) {
        // Editors replace files by renaming: what stands there now is read once.
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_FILE_CHANGED'))
            throw error;
        const now = (0,_replaced_js__WEBPACK_IMPORTED_MODULE_3__/* .standsAt */ .T)(path, entry);
        if (now?.kind !== 'file')
            throw error;
        current = now;
        written = await writeFile(context, path, current, policy, onLargeFile);
    }
    finally {
        for (const file of begun)
            context.openFolders.closeFile(file);
    }
    return fileEntry(tally, relativePath, current, written, policy);
}
/** Stores a file or link, or what has taken its place meanwhile. Errors: as `storeFile`. */
async function storeEntry(context, path, relativePath, entry, policy) {
    const store = async (current) => current.kind === 'symlink'
        ? await storeLink(context, path, current, policy)
        : await storeFile(context, path, relativePath, current, policy);
    try {
        return await store(entry);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_FILE_CHANGED'))
            throw error;
        const now = (0,_replaced_js__WEBPACK_IMPORTED_MODULE_3__/* .standsAt */ .T)(path, entry);
        if (now === undefined || now.kind === entry.kind || (now.kind !== 'file' && now.kind !== 'symlink'))
            throw error;
        return await store(now);
    }
}
/** The entry of a file that was written, and its part in the totals. */
function fileEntry(tally, relativePath, entry, written, policy) {
    if (written.length !== entry.size)
        tally.odd('size', relativePath);
    const sectionSize = sectionSizeOf(policy);
    tally.newBytes += written.newBytes;
    tally.hashed(written.length, sectionSize > 0 && entry.size > sectionSize ? Math.floor(entry.size / sectionSize) + 1 : 1);
    return dirEntryOf(entry, written.id, written.length);
}
/** What a worker has to know of a file. */
function fileRead(path, { device, inode, size }, policy) {
    return { path, device, inode, size, sectionSize: sectionSizeOf(policy) };
}
async function writeFile(context, path, entry, policy, onLargeFile) {
    const compressor = (0,_policy_compressor_choice_js__WEBPACK_IMPORTED_MODULE_2__/* .compressorForFile */ .vB)(policy.compression, entry.name, entry.size);
    return await context.objects.writeFile(fileRead(path, entry, policy), {
        ...writeOptions(policy, compressor, context.stop.signal),
        onLargeFile,
    });
}
/** How files with this compressor are written. */
function writeOptions(policy, compressor, signal) {
    const metadataCompressor = (0,_policy_compressor_choice_js__WEBPACK_IMPORTED_MODULE_2__/* .compressorForMetadata */ .CT)(policy) ?? 'none';
    return { compressor, metadataCompressor, splitter: policy.splitter?.algorithm || undefined, signal };
}
/** Stores the target of a link, byte for byte. Errors: as `readLocalSymlink`, and what storing throws. */
async function storeLink(context, path, entry, policy) {
    const target = (0,_fs_local_js__WEBPACK_IMPORTED_MODULE_1__/* .readLocalSymlink */ .ns)(path);
    const metadataCompressor = (0,_policy_compressor_choice_js__WEBPACK_IMPORTED_MODULE_2__/* .compressorForMetadata */ .CT)(policy) ?? 'none';
    const written = await context.objects.writeBytes(target, { metadataCompressor, signal: context.signal });
    context.tally.newBytes += written.newBytes;
    return dirEntryOf(entry, written.id, target.length);
}
/** `entry`, with the earlier mtime when it is the same thing as `compared` and times are kept. */
function withKeptTime(context, entry, compared) {
    if (!context.keepsTimes || compared === undefined || !(0,_same_js__WEBPACK_IMPORTED_MODULE_4__/* .isSame */ .Ft)(entry, compared))
        return entry;
    return entry.mtimeNs === compared.mtimeNs ? entry : { ...entry, mtimeNs: compared.mtimeNs };
}
/** Above this many bytes a file is stored in sections; 0 means never. */
function sectionSizeOf(policy) {
    // Kopia divides by zero when 0 is stored; it means never here.
    return Math.max(0, policy.upload?.parallelUploadAboveSize ?? 0);
}


/***/ }),

/***/ 27486:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ uploadStream)
/* harmony export */ });
/* harmony import */ var _policy_compressor_choice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34905);
/* harmony import */ var _stats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77543);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42444);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51290);
/* harmony import */ var _store_directory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72691);
/** A stream of bytes as a snapshot: a folder with the one file (docs/repository-format.md, "Stream sources"). */





/** Mode of the folder and the file, as Kopia gives them. */
const MODE = 0o777;
/** Stores the stream; the caller saves a manifest only when it knows that the bytes are whole. */
async function uploadStream(request) {
    const { repository, name, signal } = request;
    const { objects } = repository;
    const { policy } = request.policies.root;
    const mtimeNs = request.clock.nowNs();
    const metadataCompressor = (0,_policy_compressor_choice_js__WEBPACK_IMPORTED_MODULE_0__/* .compressorForMetadata */ .CT)(policy);
    const written = await objects.writeStream(request.bytes, {
        // The length is not known before the end: only the limits by name can apply.
        compressor: (0,_policy_compressor_choice_js__WEBPACK_IMPORTED_MODULE_0__/* .compressorForFile */ .vB)({ ...policy.compression, minSize: 0, maxSize: 0 }, name, 0),
        metadataCompressor: metadataCompressor ?? 'none',
        splitter: policy.splitter?.algorithm || undefined,
        signal,
    });
    const file = { name, type: 'f', mode: MODE, size: written.length, mtimeNs, uid: 0, gid: 0, objectId: written.id };
    const summary = (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .summarize */ .eh)([file], mtimeNs);
    const directory = await (0,_store_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .storeDirectory */ .h)(objects, [file], summary, metadataCompressor, signal);
    const previous = request.previous[0];
    const before = previous?.rootEntry?.type === 'd' ? await (0,_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .findChild */ .cf)(objects, previous.rootEntry, name, signal) : undefined;
    const isSame = before?.objectId === written.id;
    return {
        rootEntry: { name: request.rootName ?? name, type: 'd', mode: MODE, size: 0, mtimeNs, uid: 0, gid: 0, objectId: directory.id, summary },
        summary,
        stats: { ..._stats_js__WEBPACK_IMPORTED_MODULE_1__/* .EMPTY_STATS */ .Wh, totalSize: written.length, fileCount: 1, nonCachedFiles: 1, dirCount: 1 },
        changes: {
            added: before === undefined ? 1 : 0,
            changed: before !== undefined && !isSame ? 1 : 0,
            removed: 0,
            unchanged: isSame ? 1 : 0,
            directories: 0,
        },
        changedPaths: isSame ? [] : [{ kind: before === undefined ? 'new' : 'changed', path: name }],
        comparedWith: previous?.id,
        newBytes: written.newBytes,
        isComplete: true,
        failures: [],
        ignoredFailures: [],
        leftOut: { special: 0, vanished: 0, byPolicy: 0, git: 0, own: [] },
        warnings: [],
    };
}


/***/ }),

/***/ 23872:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ Breath)
/* harmony export */ });
/* harmony import */ var _heap_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56088);

/** The event loop gets a turn at least this often, so that signals are heard. */
const BREATH_MS = 25;
class Breath {
    #clock;
    #takenMs;
    constructor(clock) {
        this.#clock = clock;
        this.#takenMs = clock.monotonicMs();
    }
    /** Waits for a turn of the event loop when the last one is long ago. */
    async take() {
        const now = this.#clock.monotonicMs();
        if (now - this.#takenMs < BREATH_MS)
            return;
        (0,_heap_js__WEBPACK_IMPORTED_MODULE_0__/* .boundYoungHeap */ .l9)();
        await new Promise((resolve) => setImmediate(resolve));
        this.#takenMs = this.#clock.monotonicMs();
    }
}


/***/ })

};
