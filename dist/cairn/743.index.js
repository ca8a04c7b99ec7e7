export const id = 743;
export const ids = [743];
export const modules = {

/***/ 70743:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./lib/policy/target.js
var policy_target = __webpack_require__(95181);
// EXTERNAL MODULE: ./lib/policyfile/consent.js
var consent = __webpack_require__(66954);
// EXTERNAL MODULE: ./lib/repo/blob/location.js
var blob_location = __webpack_require__(80459);
// EXTERNAL MODULE: ./lib/snapshot/policies.js
var policies = __webpack_require__(36472);
// EXTERNAL MODULE: ./lib/commands/run/open-for-run.js + 1 modules
var open_for_run = __webpack_require__(11033);
// EXTERNAL MODULE: ./lib/commands/run/preparation-failure.js
var preparation_failure = __webpack_require__(52278);
// EXTERNAL MODULE: ./lib/commands/run/prepare.js
var prepare = __webpack_require__(39103);
// EXTERNAL MODULE: ./lib/commands/run/run.js + 2 modules
var run = __webpack_require__(42534);
// EXTERNAL MODULE: ./lib/commands/run/run-sources.js + 2 modules
var run_sources = __webpack_require__(40526);
// EXTERNAL MODULE: ./lib/util/go-json.js
var go_json = __webpack_require__(56495);
;// CONCATENATED MODULE: ./lib/commands/plan/hooks.js


const KEYS = ['beforeSnapshotRoot', 'beforeFolder', 'afterFolder', 'afterSnapshotRoot'];
/** The hooks of a source, then those of the folders below it by path. */
function hooksOfSource(tree, folders) {
    return [...hooksOfSet(tree.effective.hooks, ''), ...folders.flatMap((folder) => hooksOfSet(nodeAt(tree.root, folder).hooks, folder))];
}
/** Folders below a source that have a policy of their own, in order. */
function foldersBelow(source, layers) {
    const below = layers.flatMap(({ target }) => {
        if (target.kind !== 'path' || target.userName !== source.userName || target.host !== source.host)
            return [];
        return (0,policy_target/* relativeBelow */.cA)(source.path, target.path) ?? [];
    });
    return [...new Set(below)].sort(go_json/* compareUtf8 */.zq);
}
/** The hooks of the job, or the command of a stream. */
function plannedHooks(hooks, key, folder) {
    return hooks.filter((hook) => hook.program.kind !== 'none').map((hook) => plannedHook(hook, key, folder));
}
function hooksOfSet(set, folder) {
    return KEYS.flatMap((key) => plannedHooks(set[key] ?? [], key, folder));
}
/** The policy of a folder below the source. */
function nodeAt(root, folder) {
    return folder.split('/').reduce((node, name) => node.child(name), root);
}
function plannedHook(hook, key, folder) {
    const { origin, name = '', mode, timeoutSeconds } = hook;
    const target = origin.target === 'job' ? '' : origin.target;
    return { key, target, folder, from: origin.kind, name, mode, timeoutSeconds, program: programText(hook) };
}
/** Never the text of a script: it may be long, and hold what nobody wants to see. */
function programText({ program }) {
    if (program.kind === 'command')
        return program.argv.map((part) => (/^[\w@%+=:,./-]+$/.test(part) ? part : JSON.stringify(part))).join(' ');
    if (program.kind === 'none')
        return 'none';
    const lines = program.script.replace(/\n$/, '').split('\n').length;
    return `a script of ${lines === 1 ? '1 line' : `${lines} lines`}`;
}

// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/fs/local.js
var local = __webpack_require__(48844);
// EXTERNAL MODULE: ./lib/policy/fields.js
var fields = __webpack_require__(16457);
// EXTERNAL MODULE: ./lib/policy/tree.js
var policy_tree = __webpack_require__(93304);
// EXTERNAL MODULE: ./lib/snapshot/estimate.js
var snapshot_estimate = __webpack_require__(34296);
// EXTERNAL MODULE: ./lib/snapshot/retention.js + 1 modules
var retention = __webpack_require__(16834);
// EXTERNAL MODULE: ./lib/snapshot/store.js
var store = __webpack_require__(52541);
// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(99252);
// EXTERNAL MODULE: ./lib/commands/run/outcome.js
var outcome = __webpack_require__(62404);
// EXTERNAL MODULE: ./lib/commands/run/sources.js
var sources = __webpack_require__(31206);
;// CONCATENATED MODULE: ./lib/commands/plan/source.js
/** The plan for one source: what is in it, what holds for it, what would be kept. */












/** Stands for the snapshot that the run would save. */
const NEXT_ID = 'next';
/** Looks at one source; a source that is not there is part of the plan. Errors: CAIRN_CANCELLED and those of damaged manifests. */
async function planSource(facts, source) {
    const tree = (0,policy_tree/* policyTree */.N)(source.source, facts.layers);
    const { effective } = tree;
    const folders = foldersBelow(source.source, facts.layers);
    const looked = source.kind === 'path' ? await lookAt(facts, source) : { content: null, problem: null };
    const stream = source.kind === 'stream' ? plannedHooks([source.stream.hook], 'stream', '') : [];
    return {
        source: (0,policy_target/* formatSource */.j2)(source.source),
        label: source.label,
        kind: source.kind,
        ...looked,
        policy: valuesOf(effective),
        folders: folders.map((folder) => ({ folder, policy: valuesOf(nodeAt(tree.root, folder)) })),
        includeGit: effective.includeGit,
        keepTimes: effective.keepTimes ?? null,
        hooks: [...stream, ...hooksOfSource(tree, folders)],
        retention: await retentionOf(facts, source.source, effective),
    };
}
async function lookAt(facts, source) {
    try {
        return { content: await contentOf(facts, source), problem: null };
    }
    catch (error) {
        if (!(error instanceof lib_errors/* CairnError */.eb) || (0,lib_errors/* isCairnError */.qN)(error, 'CAIRN_CANCELLED'))
            throw error;
        return { content: null, problem: (0,outcome/* reportedError */.kF)(error) };
    }
}
async function contentOf(facts, source) {
    const { options, prepared, context } = facts;
    const opened = (0,local/* openLocalSource */.N_)(source.path);
    if (facts.isInsideActions && !options.allowOutsideWorkspace && !(0,sources/* isInside */.F)(opened.path, prepared.workspaceRealPath)) {
        throw new lib_errors/* CairnError */.eb('CAIRN_SOURCE_OUTSIDE', `The source ${source.label} is outside the workspace.`, {
            hint: 'Set "allow-outside-workspace: true" if that is meant.',
        });
    }
    const nothing = { files: 0, directories: 0, bytes: 0 };
    if (opened.entry.kind === 'file')
        return { files: 1, directories: 0, bytes: opened.entry.size, excluded: nothing, unreadable: 0 };
    const { root, effective } = (0,policy_tree/* policyTree */.N)(source.source, facts.layers);
    const own = new Set((facts.opened?.ownPaths ?? []).flatMap(identityOfPath));
    const estimate = await (0,snapshot_estimate/* estimateTree */.D)(source.path, root, {
        maxExamples: 0,
        signal: context.signal,
        // As in a run: `.git` unless it is wanted, and our own folders.
        isPassedOver: ({ name, device, inode }) => (name === '.git' && !effective.includeGit) || own.has(`${device}:${inode}`),
    });
    const { files, directories, bytes, excludedFiles, excludedDirectories, excludedBytes, errors } = estimate;
    return {
        files,
        directories,
        bytes,
        excluded: { files: excludedFiles, directories: excludedDirectories, bytes: excludedBytes },
        unreadable: errors,
    };
}
function identityOfPath(path) {
    try {
        const { device, inode } = (0,local/* statLocal */.oM)(path);
        return [`${device}:${inode}`];
    }
    catch {
        return [];
    }
}
function valuesOf({ policy, origins }) {
    return fields/* POLICY_FIELDS */.lA.flatMap((field) => {
        const value = (0,fields/* getField */.VI)(policy, field);
        if (!(0,fields/* isSet */.vM)(value, field))
            return [];
        const origin = origins.get(field.key) ?? { kind: 'default' };
        // Values of policies are numbers, truth values, texts and lists of them.
        return [{ key: field.key, value: value, from: origin.kind, target: 'target' in origin ? origin.target : '' }];
    });
}
/** What retention would do after a snapshot that is taken now. */
async function retentionOf({ context, opened }, source, effective) {
    const stored = opened === undefined ? [] : await (0,store/* listSnapshots */.jQ)(opened.repository, source, context.signal);
    const nowNs = context.clock.nowNs();
    const next = { id: NEXT_ID, startTimeNs: nowNs, endTimeNs: nowNs, pins: [] };
    const decisions = (0,retention/* planRetention */.S)([...stored, next], effective.policy.retention);
    const row = (snapshot) => ({ id: snapshot.id, startTime: (0,timestamp/* formatTimestamp */.E)(snapshot.startTimeNs) });
    return {
        kept: decisions
            .filter(({ isExpired }) => !isExpired)
            .map(({ snapshot, reasons }) => ({ ...row(snapshot), reasons: [...reasons, ...snapshot.pins.map((pin) => `pin:${pin}`)] })),
        removed: decisions.filter(({ isExpired }) => isExpired).map(({ snapshot }) => row(snapshot)),
    };
}

;// CONCATENATED MODULE: ./lib/commands/plan/plan-run.js
/** `cairn plan`: reads everything that a run would read, and writes nothing, anywhere. */











/** Plans a run. Errors: those with which the run would end before its first snapshot, but for hooks that nobody agreed to. */
async function planRun(context, options, event) {
    const remarks = { notices: [], warnings: [] };
    const prepared = plan_run_prepare(context, options, event, remarks);
    const plan = (part) => ({
        schema: 1,
        version: context.version,
        policyFile: prepared.file === undefined ? null : { path: (0,run/* shownPath */.pS)(prepared, prepared.file.path), sha256: prepared.file.sha256 },
        diagnostics: prepared.diagnostics,
        identity: (0,policy_target/* formatSource */.j2)(prepared.root),
        event: event?.name ?? '',
        repository: { location: '', exists: false, uniqueId: '' },
        consent: { kind: 'run' },
        jobHooks: [...plannedHooks(prepared.jobBefore, 'job.before', ''), ...plannedHooks(prepared.jobAfter, 'job.after', '')],
        sources: [],
        skip: prepared.skip ?? '',
        notices: remarks.notices,
        ...part,
    });
    if (prepared.skip !== undefined)
        return plan({});
    const opened = await openIfThere(context, options, prepared);
    try {
        const stored = opened === undefined ? [] : await (0,policies/* repositoryLayers */.Nj)(opened.repository, context.signal);
        const facts = {
            context,
            options,
            prepared,
            opened,
            layers: [...prepared.layers, ...stored],
            isInsideActions: event !== undefined,
        };
        const sources = [];
        for (const source of prepared.sources)
            sources.push(await planSource(facts, source));
        return plan({
            repository: {
                location: opened?.displayName ?? locationText(prepared),
                exists: opened !== undefined,
                uniqueId: opened?.repository.facts.uniqueId ?? '',
            },
            consent: consentOf(options, prepared, stored),
            sources,
        });
    }
    finally {
        await opened?.repository.close();
    }
}
function plan_run_prepare(context, options, event, remarks) {
    try {
        return (0,prepare/* prepareRun */.Z0)(context, options, event, remarks, 'plan');
    }
    catch (error) {
        throw error instanceof preparation_failure/* PreparationFailure */.A ? error.error : error;
    }
}
async function openIfThere(context, options, prepared) {
    try {
        return await (0,open_for_run/* openForRun */.x)(context, options, prepared, 'read');
    }
    catch (error) {
        if ((0,open_for_run/* isToBeCreated */.h)(error, prepared.location))
            return undefined;
        throw error;
    }
}
/** The answer of the run, for the hooks of the file and then for those of the repository. */
function consentOf(options, prepared, stored) {
    const question = (0,prepare/* consentQuestion */.Hz)(options, prepared);
    const ofFile = (0,consent/* decideConsent */.t)(question);
    const hooks = prepared.sources.flatMap(({ source }) => (0,run_sources/* storedHooksOf */.t)(source, stored, prepared.layers));
    const decision = ofFile.kind === 'run' ? (0,consent/* decideConsent */.t)({ ...question, hooks }) : ofFile;
    if (decision.kind !== 'refuse')
        return { kind: decision.kind };
    const { code, message, hint } = decision;
    return { kind: 'refuse', error: { code, message, hint } };
}
function locationText({ location }) {
    return location.kind === 'location' ? (0,blob_location/* formatLocation */.j)(location.location) : location.path;
}

// EXTERNAL MODULE: ./lib/util/format.js
var format = __webpack_require__(4849);
// EXTERNAL MODULE: ./lib/util/plain-text.js
var plain_text = __webpack_require__(11610);
;// CONCATENATED MODULE: ./lib/report/plan-text.js



/** Lines that say what the run would do. */
function planText(plan) {
    if (plan.skip !== '')
        return [`The run would do nothing: ${plan.skip}`];
    const { location, exists } = plan.repository;
    const lines = [
        row('policy file', plan.policyFile === null ? 'none' : (0,plain_text/* visibleText */.Q)(plan.policyFile.path)),
        row('repository', `${(0,plain_text/* visibleText */.Q)(location)}${exists ? '' : ', which the run would make'}`),
        row('identity', (0,plain_text/* visibleText */.Q)(plan.identity)),
    ];
    const hookCount = plan.jobHooks.length + plan.sources.reduce((sum, source) => sum + source.hooks.length, 0);
    if (hookCount > 0)
        lines.push(row('hooks', consentWords(plan)));
    for (const hook of plan.jobHooks)
        lines.push(row('', hookWords(hook)));
    return [...lines, ...plan.sources.flatMap(sourceLines)];
}
function row(name, value) {
    return `  ${name.padEnd(12)} ${value}`;
}
function consentWords({ consent }) {
    if (consent.kind === 'run')
        return 'run';
    if (consent.kind === 'skip')
        return 'are skipped';
    const { code = '', message = '', hint = '' } = consent.error ?? {};
    return (0,plain_text/* visibleText */.Q)(`the run would end here: ${code} ${message} ${hint}`);
}
function sourceLines(source) {
    const lines = ['', `${(0,plain_text/* visibleText */.Q)(source.label)} as ${(0,plain_text/* visibleText */.Q)(source.source)}`, ...contentLines(source)];
    for (const hook of source.hooks)
        lines.push(row('hook', hookWords(hook)));
    if (source.includeGit)
        lines.push(row('kept', '.git folders'));
    if (source.keepTimes !== null)
        lines.push(row('kept', 'times of files whose bytes and mode are the same'));
    return [...lines, ...retentionLines(source), ...policyLines('policy', source.policy), ...folderLines(source)];
}
function contentLines({ kind, content, problem }) {
    if (kind === 'stream')
        return [row('content', 'the output of a command')];
    if (content === null)
        return [row('content', (0,plain_text/* visibleText */.Q)(`${problem?.code ?? ''} ${problem?.message ?? ''}`.trim()))];
    const { files, directories, bytes, excluded, unreadable } = content;
    const lines = [row('content', `${(0,format/* formatQuantity */.VZ)(files, 'file')}, ${(0,format/* formatQuantity */.VZ)(directories, 'folder')}, ${(0,format/* formatBytes */.z3)(bytes)}`)];
    if (excluded.files + excluded.directories > 0) {
        const what = `${(0,format/* formatQuantity */.VZ)(excluded.files, 'file')} (${(0,format/* formatBytes */.z3)(excluded.bytes)}) and ${(0,format/* formatQuantity */.VZ)(excluded.directories, 'folder')}`;
        lines.push(row('left out', `${what} by ignore rules`));
    }
    if (unreadable > 0)
        lines.push(row('unreadable', (0,format/* formatQuantity */.VZ)(unreadable, 'file or folder', 'files or folders')));
    return lines;
}
function hookWords(hook) {
    const where = hook.folder === '' ? '' : ` of ./${hook.folder}`;
    const name = hook.name === '' ? '' : ` "${hook.name}"`;
    const from = hook.target === '' ? '' : `, from ${originWords(hook.from, hook.target)}`;
    return (0,plain_text/* visibleText */.Q)(`${hook.key}${where}${name}: ${hook.program}, ${hook.mode}, at most ${hook.timeoutSeconds} s${from}`);
}
function originWords(from, target) {
    if (from === 'default')
        return 'default';
    if (from === 'override')
        return 'flag';
    return `${from === 'policy-file' ? 'the policy file' : 'the repository'}, ${target}`;
}
function retentionLines({ retention: { kept, removed } }) {
    const lines = [row('snapshots', `after the run ${kept.length} kept, ${removed.length} removed`)];
    for (const { id, startTime, reasons } of kept) {
        const words = id === 'next' ? 'the new one' : `${id} of ${startTime}`;
        lines.push(row('  kept', `${words}${reasons.length === 0 ? '' : ` (${reasons.map(plain_text/* visibleText */.Q).join(', ')})`}`));
    }
    for (const { id, startTime } of removed)
        lines.push(row('  removed', id === 'next' ? 'the new one' : `${id} of ${startTime}`));
    return lines;
}
/** Only what is another value than that of the source. */
function folderLines({ folders, policy }) {
    const textOf = ({ key, value }) => `${key} ${(0,go_json/* encodeGoJson */.pl)(value)}`;
    const known = new Set(policy.map(textOf));
    return folders.flatMap(({ folder, policy: own }) => {
        const lines = policyLines('', own.filter((value) => !known.has(textOf(value))));
        return [row('folder', (0,plain_text/* visibleText */.Q)(`./${folder}`)), ...lines];
    });
}
function policyLines(title, policy) {
    const width = Math.max(0, ...policy.map(({ key }) => key.length));
    return policy.map(({ key, value, from, target }, index) => {
        const text = (0,plain_text/* visibleText */.Q)((0,go_json/* encodeGoJson */.pl)(value));
        return row(index === 0 ? title : '', `${key.padEnd(width)}  ${text}  (${(0,plain_text/* visibleText */.Q)(originWords(from, target))})`);
    });
}

// EXTERNAL MODULE: ./lib/cli/event.js
var cli_event = __webpack_require__(93454);
// EXTERNAL MODULE: ./lib/cli/harmless.js
var harmless = __webpack_require__(53807);
// EXTERNAL MODULE: ./lib/cli/verbs/run.js + 1 modules
var verbs_run = __webpack_require__(84536);
;// CONCATENATED MODULE: ./lib/cli/verbs/plan.js
/** `cairn plan`: what `cairn run` with the same flags would do. */





async function plan(context, input) {
    const planned = await planRun(context, (0,verbs_run.runOptionsOf)(context, input), (0,cli_event/* readEvent */.j)(context.env));
    if (input.isOn('json'))
        context.print((0,harmless/* jsonWithoutCommands */.Dw)(JSON.stringify(planned, null, 2)));
    else
        for (const line of planText(planned))
            (0,harmless/* printText */.n)(context, line);
    return 0;
}


/***/ }),

/***/ 34296:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ estimateTree)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _fs_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92680);
/* harmony import */ var _fs_local_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48844);
/* harmony import */ var _fs_placeholder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4658);
/* harmony import */ var _fs_selection_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58613);
/* harmony import */ var _upload_folder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38950);
/** Looks at a folder without storing anything: what a snapshot of it would hold and what its rules leave out. */






/** Directories between two turns of the event loop. */
const DIRECTORIES_PER_TURN = 32;
/** Looks at everything below `path`. Errors: those of the root, also CAIRN_IGNORE_RULE_INVALID for its rules; CAIRN_CANCELLED. */
async function estimateTree(path, policy, options) {
    const root = (0,_fs_local_js__WEBPACK_IMPORTED_MODULE_2__/* .openLocalSource */ .N_)(path);
    const counts = { files: 0, bytes: 0, directories: 0, excludedFiles: 0, excludedBytes: 0, excludedDirectories: 0, errors: 0 };
    const included = new BucketCounter(options.maxExamples);
    const excluded = new BucketCounter(options.maxExamples);
    const excludedDirectoryExamples = [];
    const leaveOutDirectory = (relativePath) => {
        counts.excludedDirectories++;
        if (excludedDirectoryExamples.length < options.maxExamples)
            excludedDirectoryExamples.push(relativePath);
    };
    const fail = (relativePath, error) => {
        counts.errors++;
        options.onError?.(relativePath, error.message);
    };
    const leaveOut = ({ kind, size }, relativePath) => {
        if (kind === 'directory')
            return leaveOutDirectory(relativePath);
        counts.excludedFiles++;
        counts.excludedBytes += size;
        excluded.add(relativePath, size);
    };
    // Not by recursion: trees may be deeper than the stack.
    const waiting = [{ path: root.path, relativePath: '', entry: root.entry, policy, parent: undefined }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(options.signal);
        const { relativePath } = next;
        counts.directories++;
        if (counts.directories % DIRECTORIES_PER_TURN === 0)
            await new Promise((resolve) => setImmediate(resolve));
        options.onDirectory?.(relativePath === '' ? '.' : relativePath);
        const pathOf = (name) => (relativePath === '' ? name : `${relativePath}/${name}`);
        const below = [];
        try {
            const listing = (0,_fs_local_js__WEBPACK_IMPORTED_MODULE_2__/* .listDirectory */ .KG)(next.path);
            for (const { name, error } of listing.failures)
                fail(pathOf(name), error);
            const seen = (0,_fs_placeholder_js__WEBPACK_IMPORTED_MODULE_3__/* .withPlaceholders */ .rk)(listing.entries).filter((entry) => options.isPassedOver?.(entry) !== true);
            const { context, entries, isCache } = (0,_fs_selection_js__WEBPACK_IMPORTED_MODULE_4__/* .selectEntries */ .X)(next.path, seen, next.entry.device, next.policy, next.parent);
            if (isCache)
                leaveOutDirectory(relativePath === '' ? '.' : relativePath);
            else
                for (const entry of seen)
                    if (context.isIgnored(entry.name, entry.kind === 'directory'))
                        leaveOut(entry, pathOf(entry.name));
            for (const entry of entries) {
                if (entry.kind === 'directory') {
                    // As for Kopia nothing is known of what the placeholder of a folder stands for.
                    if (entry.placeholder !== undefined)
                        continue;
                    const { name } = entry;
                    const child = { path: (0,_fs_local_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOfEntry */ .le)(next.path, entry), relativePath: pathOf(name), entry, policy: next.policy.child(name) };
                    below.push({ ...child, parent: { context, name } });
                }
                else if (entry.kind === 'file') {
                    counts.files++;
                    counts.bytes += entry.size;
                    included.add(pathOf(entry.name), entry.size);
                }
            }
        }
        catch (error) {
            if (relativePath === '' || !(0,_upload_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .isEntryError */ .P0)(error))
                throw error;
            if (!(0,_fs_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isVanished */ .no)(error))
                fail(relativePath, error);
        }
        waiting.push(...below.reverse());
    }
    return { ...counts, included: included.buckets, excluded: excluded.buckets, excludedDirectoryExamples };
}
const MIN_SIZES = [1e15, 1e14, 1e13, 1e12, 1e11, 1e10, 1e9, 1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 0];
class BucketCounter {
    buckets = MIN_SIZES.map((minBytes) => ({
        minBytes,
        files: 0,
        bytes: 0,
        examples: [],
    }));
    #maxExamples;
    constructor(maxExamples) {
        this.#maxExamples = maxExamples;
    }
    add(path, bytes) {
        const bucket = this.buckets.find(({ minBytes }) => bytes >= minBytes);
        if (bucket === undefined)
            return;
        bucket.files++;
        bucket.bytes += bytes;
        if (bucket.examples.length < this.#maxExamples)
            bucket.examples.push({ path, bytes });
    }
}


/***/ })

};
