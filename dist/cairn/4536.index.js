export const id = 4536;
export const ids = [4536];
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

/***/ 84536:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run_run),
  runOptionsOf: () => (/* binding */ runOptionsOf)
});

// EXTERNAL MODULE: ./lib/commands/run/options.js
var options = __webpack_require__(46690);
// EXTERNAL MODULE: ./lib/commands/run/outcome.js
var outcome = __webpack_require__(62404);
// EXTERNAL MODULE: ./lib/commands/run/report.js
var run_report = __webpack_require__(26748);
// EXTERNAL MODULE: ./lib/commands/run/run.js + 2 modules
var run = __webpack_require__(42534);
// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(44639);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
// EXTERNAL MODULE: ./lib/cli/error-lines.js
var error_lines = __webpack_require__(67014);
// EXTERNAL MODULE: ./lib/cli/event.js
var cli_event = __webpack_require__(93454);
// EXTERNAL MODULE: ./lib/cli/harmless.js
var harmless = __webpack_require__(53807);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/cli/report-file.js
/** Writes the report of a run to the file that the user named. */




/** Errors: CAIRN_REPORT_UNWRITABLE. */
function writeReportFile(path, report, cwd) {
    const target = (0,external_node_path_.resolve)(cwd, path);
    const part = `${target}.tmp.${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
        (0,external_node_fs_.writeFileSync)(part, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
        (0,external_node_fs_.renameSync)(part, target);
    }
    catch (cause) {
        (0,external_node_fs_.rmSync)(part, { force: true });
        throw new errors/* CairnError */.eb('CAIRN_REPORT_UNWRITABLE', `The report cannot be written to ${target}: ${(0,errors/* messageOf */.bD)(cause)}.`, {
            hint: 'The run itself is over and its snapshots are saved. Name another file with --report.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./lib/cli/verbs/run.js










async function run_run(context, input) {
    const report = await (0,run/* run */.eF)(context, runOptionsOf(context, input), { event: (0,cli_event/* readEvent */.j)(context.env) });
    const path = input.text('report');
    if (input.isOn('json'))
        context.print((0,harmless/* jsonWithoutCommands */.Dw)(JSON.stringify(report, null, 2)));
    else
        print(context, report);
    // Last, because it may fail, and what was saved has to be told first.
    if (path !== undefined)
        writeReportFile(path, report, context.cwd);
    return report.exitCode;
}
function print(context, report) {
    for (const line of (0,report_text/* renderText */.S)(report))
        (0,harmless/* printText */.n)(context, line);
    const errors = [...report.errors, ...report.sources.flatMap(run_report/* errorsOf */.B)];
    for (const error of errors)
        (0,error_lines/* logError */.v)(context.log, error);
    if (report.exitCode === outcome/* EXIT_CODES */.ai.cancelled && errors.length === 0)
        context.log.error('The run was cancelled.');
    (0,harmless/* printText */.n)(context, (0,words/* resultLine */.ow)(report));
}
/** What the flags of `run` and `plan` ask for. */
function runOptionsOf(context, input) {
    const policyFile = input.text('policy-file');
    const word = (name) => {
        const text = input.text(name);
        return text === 'warn' || text === 'ignore' ? text : 'error';
    };
    return {
        policyFile: policyFile ?? options/* DEFAULT_RUN_OPTIONS */.p.policyFile,
        isPolicyFileGiven: policyFile !== undefined,
        repository: input.text('repository'),
        password: context.passwordFlag,
        enableActions: input.choice('enable-actions'),
        allowRepositoryHooks: input.isOn('allow-repository-hooks'),
        hookSecrets: input.list('hook-secret'),
        sources: input.list('source'),
        sourceSuffix: input.text('source-suffix') ?? '',
        createRepository: input.isOn('create-repository'),
        allowOutsideWorkspace: input.isOn('allow-outside-workspace'),
        onMissingSource: word('on-missing-source'),
        onUnreadableFile: word('on-unreadable-file'),
        configFile: context.isConfigPathGiven ? context.configPath : undefined,
    };
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

/***/ 26748:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ errorsOf)
/* harmony export */ });
/** Everything that failed in a source, what came first first. */
function errorsOf(source) {
    return [...(source.error === undefined ? [] : [source.error]), ...(source.furtherErrors ?? [])];
}


/***/ }),

/***/ 42534:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eF: () => (/* binding */ run),
  TB: () => (/* binding */ runHookServices),
  pS: () => (/* binding */ shownPath)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/hooks/lifecycle.js + 17 modules
var lifecycle = __webpack_require__(49433);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/hooks/private-dir.js
var private_dir = __webpack_require__(21433);
;// CONCATENATED MODULE: ./lib/hooks/result-file.js
/** The result file that `job.after` steps read (docs/hooks.md, "Job steps"). */




/** Writes `text` to a new file that only the user of the run can read. */
function writeResultFile(tempDir, text, random) {
    const folder = (0,private_dir/* makePrivateDir */.hI)(tempDir);
    const path = (0,external_node_path_.join)(folder, `result-${(0,bytes/* toHex */.nj)(random(4))}.json`);
    (0,external_node_fs_.writeFileSync)(path, text, { mode: 0o600, flag: 'wx' });
    return { path, remove: () => (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true }) };
}

// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(99252);
// EXTERNAL MODULE: ./lib/commands/hook-services.js + 1 modules
var hook_services = __webpack_require__(83727);
// EXTERNAL MODULE: ./lib/commands/run/cache-rules.js
var cache_rules = __webpack_require__(32488);
;// CONCATENATED MODULE: ./lib/commands/run/hook-report.js
/** Takes over what a reader needs; processes and promises stay behind. */
function hookReport(result) {
    return {
        name: result.name ?? result.phase,
        phase: result.phase,
        label: result.label,
        mode: result.mode,
        status: result.status,
        exitCode: result.exitCode,
        signal: result.signal,
        durationMs: result.durationMs,
        message: result.status === 'ok' ? '' : result.message,
        ...(result.reason === undefined ? {} : { reason: result.reason }),
        tail: result.tail,
        killed: result.killed,
    };
}

// EXTERNAL MODULE: ./lib/commands/run/maintain.js + 1 modules
var maintain = __webpack_require__(75594);
// EXTERNAL MODULE: ./lib/commands/run/outcome.js
var outcome = __webpack_require__(62404);
// EXTERNAL MODULE: ./lib/commands/run/preparation-failure.js
var preparation_failure = __webpack_require__(52278);
// EXTERNAL MODULE: ./lib/commands/run/prepare.js
var prepare = __webpack_require__(39103);
// EXTERNAL MODULE: ./lib/commands/run/report.js
var run_report = __webpack_require__(26748);
// EXTERNAL MODULE: ./lib/commands/run/run-sources.js + 2 modules
var run_sources = __webpack_require__(40526);
;// CONCATENATED MODULE: ./lib/commands/run/run.js
/**
 * A run: policy file, trust and consent, job.before, repository, each source in turn, job.after, report (docs/hooks.md, "Order").
 *
 * Whatever happens, the result is a report; only a defect of ours is thrown.
 */














/** Runs everything; never rejects for what the user, the repository or a hook did. */
async function run(context, options, surroundings) {
    const startedMs = context.clock.monotonicMs();
    const startTime = (0,timestamp/* formatTimestamp */.E)(context.clock.nowNs());
    const remarks = { notices: [], warnings: [] };
    const errors = [];
    const codes = [];
    let sources = [];
    let facts;
    let hooks;
    let prepared;
    let whenEmpty = 'failed';
    let isMaintenanceDue = false;
    const fail = (error) => {
        errors.push((0,outcome/* reportedError */.kF)(error));
        codes.push((0,outcome/* exitCodeOf */.FO)(error));
    };
    const report = (status, exitCode) => ({
        schema: 1,
        version: context.version,
        status,
        exitCode,
        startTime,
        durationMs: Math.round(context.clock.monotonicMs() - startedMs),
        policyFile: prepared?.file === undefined ? null : { path: shownPath(prepared, prepared.file.path), sha256: prepared.file.sha256 },
        diagnostics: prepared?.diagnostics ?? [],
        repository: facts === undefined ? null : { location: facts.location, uniqueId: facts.uniqueId, wasCreated: facts.wasCreated },
        identity: prepared === undefined ? '' : `${prepared.root.userName}@${prepared.root.host}:${prepared.root.path}`,
        event: surroundings.event?.name ?? '',
        sources,
        hooks: (hooks?.results ?? []).map(hookReport),
        uploadedBytes: facts?.uploadedBytes() ?? 0,
        notices: remarks.notices,
        warnings: remarks.warnings,
        errors,
    });
    const statusNow = () => {
        if (context.signal.aborted)
            return 'cancelled';
        const combined = (0,outcome/* combineStatus */.sN)(sources.map((source) => source.status), whenEmpty);
        return errors.length > 0 && combined !== 'cancelled' ? 'failed' : combined;
    };
    const exitCodeNow = (status) => {
        const ofSources = sources.flatMap(run_report/* errorsOf */.B).map(({ code }) => outcome/* EXIT_CODES */.ai[lib_errors/* ERROR_CODES */.OQ[code]]);
        if (status === 'cancelled')
            return outcome/* EXIT_CODES */.ai.cancelled;
        return (0,outcome/* combineExitCodes */.Og)([...codes, ...ofSources]) || (status === 'failed' ? outcome/* EXIT_CODES */.ai.failed : 0);
    };
    context.group.start('Configuration');
    try {
        prepared = (0,prepare/* prepareRun */.Z0)(context, options, surroundings.event, remarks);
    }
    catch (error) {
        if (error instanceof preparation_failure/* PreparationFailure */.A)
            prepared = error.prepared;
        fail(error instanceof preparation_failure/* PreparationFailure */.A ? error.error : error);
        surroundings.onPrepared?.(prepared, false);
        context.group.end();
        return report('failed', exitCodeNow('failed'));
    }
    surroundings.onPrepared?.(prepared, true);
    context.group.end();
    if (prepared.skip !== undefined) {
        remarks.notices.push(prepared.skip);
        context.log.notice(prepared.skip);
        return report('skipped', 0);
    }
    try {
        const reason = await (0,cache_rules/* restoreOnlyReason */.Z)(context, prepared.location);
        if (reason !== undefined) {
            remarks.notices.push(reason);
            context.log.notice(reason);
            return report('skipped', 0);
        }
    }
    catch (error) {
        fail(error);
        const status = statusNow();
        return report(status, exitCodeNow(status));
    }
    hooks = new lifecycle/* RunHooks */.U({
        services: runHookServices(context, options, prepared, surroundings.event),
        log: context.log,
        random: context.random,
        ...(surroundings.journal === undefined ? {} : { journal: surroundings.journal(prepared) }),
    });
    let isReady = true;
    const before = asList(prepared.jobBefore);
    if (before !== undefined) {
        try {
            const { failure } = await hooks.runJobBefore(before);
            if (failure !== undefined)
                throw failure;
        }
        catch (error) {
            fail(error);
            isReady = false;
        }
    }
    if (isReady) {
        try {
            await (0,run_sources/* runSources */.u)(context, options, prepared, hooks, remarks, {
                onOpen: (opened) => {
                    facts = opened;
                },
                onSource: (source) => {
                    sources = [...sources, source];
                },
                onUnpublished: (error) => {
                    const isToldBySource = sources.some(({ snapshotId }) => snapshotId !== '');
                    sources = sources.map((source) => unpublished(source, error));
                    if (!isToldBySource && !(0,lib_errors/* isCairnError */.qN)(error, 'CAIRN_CANCELLED'))
                        fail(error);
                },
                onMaintenanceDue: () => {
                    isMaintenanceDue = true;
                },
            });
            whenEmpty = 'skipped';
        }
        catch (error) {
            if (!(0,lib_errors/* isCairnError */.qN)(error, 'CAIRN_CANCELLED'))
                fail(error);
        }
    }
    const after = asList(prepared.jobAfter);
    if (after !== undefined) {
        const status = statusNow();
        const draft = report(status, exitCodeNow(status));
        let result;
        // What was saved before is reported, whatever happens here.
        try {
            result = writeResultFile(context.os.temporaryDirectory, `${JSON.stringify(draft, null, 2)}\n`, context.random);
            const variables = {
                CAIRN_STATUS: status,
                CAIRN_RESULT_FILE: result.path,
                CAIRN_SNAPSHOT_IDS: sources.flatMap((source) => (source.snapshotId === '' ? [] : [source.snapshotId])).join(' '),
                CAIRN_ERROR: draft.errors[0]?.message ?? draft.sources.find((source) => source.error !== undefined)?.error?.message,
            };
            const { failure } = await hooks.runJobAfter(after, { status, variables });
            if (failure !== undefined)
                fail(failure);
        }
        catch (error) {
            fail(error);
        }
        finally {
            result?.remove();
        }
    }
    const finished = await hooks.finish();
    if (finished.failure !== undefined)
        fail(finished.failure);
    for (const process of finished.ended)
        remarks.notices.push(`A process that a hook had left running was ended: ${process}`);
    if (isMaintenanceDue)
        await (0,maintain/* maintainAfterRun */.N9)(context, options, prepared, remarks);
    const status = statusNow();
    const isTold = [...errors, ...sources.flatMap(run_report/* errorsOf */.B)].length > 0;
    if (status === 'cancelled' && !isTold)
        errors.push((0,outcome/* reportedError */.kF)((0,lib_errors/* cancelled */.KW)()));
    return report(status, exitCodeNow(status));
}
/** A source whose snapshot was not stored after all. */
function unpublished(source, error) {
    if (source.snapshotId === '')
        return source;
    const { retention: _, ...rest } = source;
    const status = (0,lib_errors/* isCairnError */.qN)(error, 'CAIRN_CANCELLED') ? 'cancelled' : 'failed';
    return { ...rest, status, snapshotId: '', error: (0,outcome/* reportedError */.kF)(error) };
}
/** Relative to the workspace where it lies in it, so that the same run gives the same report on every machine. */
function shownPath({ workspaceRoot }, path) {
    const below = (0,external_node_path_.relative)(workspaceRoot, path);
    return (0,external_node_path_.isAbsolute)(below) || below.startsWith('..') ? path : below.replaceAll('\\', '/');
}
function asList(hooks) {
    const [first, ...rest] = hooks;
    return first === undefined ? undefined : [first, ...rest];
}
/** What the hooks of a run need from it. */
function runHookServices(context, options, prepared, event) {
    return (0,hook_services/* hookServices */.S)(context, {
        workspaceRoot: prepared.workspaceRoot,
        environmentMode: 'allow-list',
        allowedSecrets: options.hookSecrets,
        event: event?.name,
        ref: event?.ref,
    });
}


/***/ }),

/***/ 44639:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ renderText)
/* harmony export */ });
/* harmony import */ var _util_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4849);
/* harmony import */ var _util_plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11610);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58191);



const MAX_FAILURES = 10;
const MAX_CHANGES = 10;
/** Lines that say what the run did, without the result line. */
function renderText(report) {
    return [...report.sources.flatMap(sourceLines), ...hookLines(report)];
}
function sourceLines(source) {
    const lines = [`${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceWords */ .hI)(source)}: ${_words_js__WEBPACK_IMPORTED_MODULE_1__/* .STATUS_WORDS */ .ly[source.status].toLowerCase()}`];
    const add = (name, value) => lines.push(`  ${name.padEnd(10)} ${value}`);
    if (source.snapshotId !== '') {
        add('snapshot', `${source.snapshotId}  root ${source.rootObjectId}`);
        add('source', (0,_util_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleText */ .Q)(source.source));
        add('content', `${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatQuantity */ .VZ)(source.files, 'file')}, ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatQuantity */ .VZ)(source.directories, 'folder')}, ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatQuantity */ .VZ)(source.symlinks, 'link')}, ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(source.bytes)}`);
        add('new', `${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(source.newBytes)} (${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatShare */ .T1)(Math.max(0, source.bytes - source.newBytes), source.bytes)} already stored)`);
        if (source.matchedSnapshotId === '')
            add('changes', 'first snapshot of this source');
        else {
            add('changes', `${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .changeWords */ .mF)(source)}, against ${source.matchedSnapshotId}`);
            lines.push(...changeLines(source));
        }
        if (source.excludedFiles + source.excludedDirectories > 0) {
            add('left out', `${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatQuantity */ .VZ)(source.excludedFiles, 'file')} and ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatQuantity */ .VZ)(source.excludedDirectories, 'folder')} by ignore rules`);
        }
        if (source.specialFiles > 0)
            add('left out', `${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatQuantity */ .VZ)(source.specialFiles, 'special file')} (sockets, pipes, devices)`);
    }
    add('time', (0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(source.durationMs));
    lines.push(...failureLines(source), ...retentionLines(source));
    return lines;
}
const CHANGE_SIGNS = { new: '+', changed: '~', removed: '-' };
function changeLines(source) {
    const lines = source.changes
        .slice(0, MAX_CHANGES)
        .map((change) => `             ${CHANGE_SIGNS[change.kind]} ${(0,_util_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleText */ .Q)(change.path)}`);
    const rest = source.filesNew + source.filesChanged + source.filesRemoved - lines.length;
    if (rest > 0 && lines.length > 0)
        lines.push(`             and ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(rest)} more`);
    return lines;
}
function failureLines(source) {
    if (source.failures.length === 0)
        return [];
    const lines = source.failures
        .slice(0, MAX_FAILURES)
        .map((failure) => `    ${failure.isIgnored ? 'ignored' : 'failed '} ${(0,_util_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleText */ .Q)(failure.path)}: ${(0,_util_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleText */ .Q)(failure.error)}`);
    const rest = source.failures.length - lines.length;
    return [
        `  ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatQuantity */ .VZ)(source.failures.length, 'entry', 'entries')} not stored:`,
        ...lines,
        ...(rest > 0 ? [`    and ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(rest)} more`] : []),
    ];
}
function retentionLines(source) {
    const retention = source.retention;
    if (retention === undefined)
        return [];
    const newest = retention.kept.find((row) => row.id === source.snapshotId);
    const lines = [
        `  ${'retention'.padEnd(10)} ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatQuantity */ .VZ)(retention.kept.length, 'snapshot')} kept, ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(retention.removed.length)} removed`,
    ];
    if (newest !== undefined && newest.reasons.length > 0)
        lines.push(`             this one as ${newest.reasons.join(', ')}`);
    for (const row of retention.removed.slice(0, MAX_CHANGES))
        lines.push(`             removed ${row.id} of ${row.startTime}`);
    return lines;
}
function hookLines(report) {
    if (report.hooks.length === 0)
        return [];
    const rows = report.hooks.map((hook) => [(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .hookResult */ .Bn)(hook), (0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(hook.durationMs), (0,_util_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleText */ .Q)(hook.name), (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .hookPlace */ .JA)(hook)]);
    const width = (column) => Math.max(...rows.map((row) => row[column].length));
    const [first, second, third] = [width(0), width(1), Math.min(48, width(2))];
    return [
        'hooks',
        ...rows.map(([result, time, name, place]) => `  ${result.padEnd(first)}  ${time.padStart(second)}  ${name.padEnd(third)}  ${place}`),
    ];
}


/***/ }),

/***/ 58191:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bn: () => (/* binding */ hookResult),
/* harmony export */   JA: () => (/* binding */ hookPlace),
/* harmony export */   cO: () => (/* binding */ STATUS_SIGNS),
/* harmony export */   hI: () => (/* binding */ sourceWords),
/* harmony export */   ly: () => (/* binding */ STATUS_WORDS),
/* harmony export */   mF: () => (/* binding */ changeWords),
/* harmony export */   ow: () => (/* binding */ resultLine),
/* harmony export */   yz: () => (/* binding */ outcomeSentence)
/* harmony export */ });
/* unused harmony export firstError */
/* harmony import */ var _util_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4849);
/* harmony import */ var _util_plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11610);


/** What a status means, as a person would say it. */
const STATUS_WORDS = {
    created: 'Snapshot created',
    unchanged: 'Nothing changed',
    partial: 'Snapshot saved, but incomplete',
    skipped: 'Skipped',
    failed: 'Failed',
    cancelled: 'Cancelled',
};
/** A sign for each status, always beside its word. */
const STATUS_SIGNS = {
    created: '✅',
    unchanged: '✅',
    partial: '⚠️',
    skipped: '⏭️',
    failed: '❌',
    cancelled: '⏹️',
};
/** The one line a person would paste into a chat. */
function resultLine(report) {
    const saved = report.sources.filter((source) => source.snapshotId !== '');
    const first = saved[0];
    const seconds = (0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(report.durationMs);
    if (first === undefined) {
        const reason = firstError(report);
        return `${STATUS_WORDS[report.status]}${reason === '' ? '' : `: ${reason}`} (${seconds})`;
    }
    const total = saved.reduce((sum, source) => sum + source.bytes, 0);
    const fresh = saved.reduce((sum, source) => sum + source.newBytes, 0);
    const files = saved.reduce((sum, source) => sum + source.files, 0);
    const what = saved.length === 1 ? `Snapshot ${first.snapshotId} of ${sourceWords(first)}` : `${saved.length} snapshots`;
    const state = report.status === 'created' ? '' : `${STATUS_WORDS[report.status]}. `;
    return `${state}${what} (${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatQuantity */ .VZ)(files, 'file')}, ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(total)}) - ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(fresh)} new, ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatShare */ .T1)(Math.max(0, total - fresh), total)} already stored, ${seconds}`;
}
/** What the run amounts to, as a sentence below its status; empty when the errors say it all. */
function outcomeSentence(report) {
    const saved = report.sources.filter((source) => source.snapshotId !== '');
    const [first] = saved;
    if (first === undefined)
        return report.status === 'skipped' ? report.notices.join(' ') : '';
    const sum = (pick) => saved.reduce((total, source) => total + pick(source), 0);
    const total = sum((source) => source.bytes);
    const fresh = sum((source) => source.newBytes);
    const what = saved.length === 1 ? sourceWords(first) : `${saved.length} sources`;
    const stored = `${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(fresh)} new, ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatShare */ .T1)(Math.max(0, total - fresh), total)} already stored`;
    return `${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatQuantity */ .VZ)(sum((source) => source.files), 'file')} (${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(total)}) of ${what}: ${stored}, in ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(report.durationMs)}.`;
}
/** What a source is called. */
function sourceWords(source) {
    return source.label === '.' ? 'the workspace' : (0,_util_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleText */ .Q)(source.label);
}
/** Message of the error that matters most, or the empty string. */
function firstError(report) {
    return report.errors[0]?.message ?? report.sources.find((source) => source.error !== undefined)?.error?.message ?? '';
}
/** `2 new, 1 changed, 0 removed`; folders are counted when nothing else tells what is not as it was. */
function changeWords({ filesNew, filesChanged, filesRemoved, directoriesChanged, matchedSnapshotId }) {
    const files = `${filesNew} new, ${filesChanged} changed, ${filesRemoved} removed`;
    if (filesNew + filesChanged + filesRemoved > 0 || directoriesChanged === 0 || matchedSnapshotId === '')
        return files;
    return `${files}, ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatQuantity */ .VZ)(directoriesChanged, 'folder')} changed`;
}
/** Where a hook belongs: `before-folder of ./data`. */
function hookPlace(hook) {
    if (hook.phase === 'job-before')
        return 'before the job';
    if (hook.phase === 'job-after')
        return 'after the job';
    return `${hook.phase} of ${(0,_util_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleText */ .Q)(hook.label)}`;
}
/** `exit code 3`, `killed by SIGKILL`, `timed out`, `ok`. */
function hookResult(hook) {
    if (hook.status === 'ok')
        return 'ok';
    if (hook.status === 'timed-out')
        return 'timed out';
    if (hook.status === 'cancelled')
        return 'cancelled';
    if (hook.status === 'skipped')
        return hook.exitCode === 75 ? 'asked to skip' : 'left out';
    if (hook.status === 'not-run')
        return hook.reason === undefined ? 'not run' : `not run: ${(0,_util_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleText */ .Q)(hook.reason)}`;
    if (hook.signal !== null)
        return `killed by ${hook.signal}`;
    return hook.exitCode === null ? 'failed' : `exit code ${hook.exitCode}`;
}


/***/ })

};
