export const id = 544;
export const ids = [544];
export const modules = {

/***/ 3311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/commands/run/hooks-digest.js
/** One number for everything that the hooks of a run would execute, so that the post step can tell whether it is still the same. */

/** SHA-256 of programs, environment and conditions of all hooks of the policy file, script files included. */
function hooksDigest(prepared) {
    const hooks = prepared.layers.map((layer) => ({ target: layer.target, hooks: layer.hooks }));
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(hooks)).digest('hex');
}

// EXTERNAL MODULE: ./lib/commands/run/run.js + 2 modules
var run = __webpack_require__(2534);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/hooks/masks.js
var hooks_masks = __webpack_require__(317);
// EXTERNAL MODULE: ./lib/log.js
var log = __webpack_require__(7309);
// EXTERNAL MODULE: ./lib/util/clock.js
var clock = __webpack_require__(8394);
// EXTERNAL MODULE: ./lib/util/random.js
var random = __webpack_require__(5073);
// EXTERNAL MODULE: ./lib/commands/password.js
var commands_password = __webpack_require__(6845);
// EXTERNAL MODULE: ./lib/commands/run/prepare.js
var prepare = __webpack_require__(9103);
// EXTERNAL MODULE: ./lib/policy/target.js
var target = __webpack_require__(5181);
// EXTERNAL MODULE: ./lib/policyfile/trust.js
var trust = __webpack_require__(3122);
// EXTERNAL MODULE: ./lib/repo/blob/location.js
var blob_location = __webpack_require__(459);
// EXTERNAL MODULE: ./lib/util/format.js
var format = __webpack_require__(4849);
;// CONCATENATED MODULE: ./lib/action/configuration.js
/** What a run is going to do, as lines for the log: printed before anything happens. */






/** Names and origins only: the password itself is never part of a line. */
function configurationLines({ env, options, event, prepared, isReady }) {
    const rows = [
        ['policy file', policyFileWords(options, prepared)],
        ['trigger', triggerWords(event)],
    ];
    if (prepared !== undefined && isReady) {
        rows.push(['identity', (0,target/* formatSource */.j2)(prepared.root)]);
        for (const source of prepared.sources)
            rows.push(['source', `${source.label}, kept as ${(0,target/* formatSource */.j2)(source.source)}`]);
        if (prepared.skip === undefined)
            rows.push(['repository', repositoryWords(prepared)]);
        rows.push(['hooks', hookWords(options, prepared)]);
    }
    else
        rows.push(['repository', unreadRepositoryWords(options, prepared)]);
    rows.push(['password', passwordWords(env, options)]);
    return rows.map(([name, value]) => `${name.padEnd(12)} ${value}`);
}
function policyFileWords(options, prepared) {
    const file = prepared?.file;
    if (prepared === undefined)
        return `${options.policyFile}, which could not be read`;
    if (file === undefined)
        return prepared.diagnostics.length > 0 ? `${options.policyFile}, with errors` : 'none: defaults';
    const notices = prepared.diagnostics.filter((finding) => finding.severity === 'notice').length;
    const more = notices === 0 ? '' : `; ${(0,format/* formatQuantity */.VZ)(notices, 'notice')}, shown by "cairn validate"`;
    return `${options.policyFile} (SHA-256 ${file.sha256.slice(0, 16)}…${more})`;
}
function triggerWords(event) {
    if (event === undefined)
        return 'not a workflow';
    const ref = event.ref === undefined ? '' : ` on ${event.ref}`;
    return `${event.name}${ref}. ${(0,trust/* judgeTrust */.g)(event.trust).reason}`;
}
/** A location that was not taken may hold a secret: only where it comes from. */
function unreadRepositoryWords(options, prepared) {
    if (options.repository !== undefined)
        return 'from the input "repository", not looked at yet';
    return prepared?.file?.repository === undefined ? 'not known' : 'from the policy file, not looked at yet';
}
function repositoryWords({ location }) {
    if (location.kind === 'config')
        return `as connected in ${location.path}`;
    return `${(0,blob_location/* formatLocation */.j)(location.location)}${location.mayCreate ? ', made when it is not there yet' : ''}`;
}
function hookWords(options, prepared) {
    if (prepared.skip !== undefined)
        return 'none for this event';
    if (options.enableActions === false)
        return 'left out, because enable-actions is false';
    const streams = prepared.sources.filter((source) => source.kind === 'stream').length;
    const count = (0,prepare/* usesOfLayers */.I)(prepared.layers).length + prepared.jobBefore.length + prepared.jobAfter.length + streams;
    if (count === 0)
        return 'none in the policy file';
    const secrets = options.hookSecrets.length === 0 ? '' : `; they may ask for ${options.hookSecrets.join(', ')}`;
    return `${count} in the policy file${secrets}`;
}
function passwordWords(env, options) {
    const origin = (0,commands_password/* passwordOrigin */.q)(env, options.password);
    return origin === undefined ? 'none given' : `from ${origin === 'the password input' ? 'the input "password"' : origin}`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(7264);
// EXTERNAL MODULE: ./lib/commands/run/outcome.js
var outcome = __webpack_require__(2404);
// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(4639);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(8191);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(4695);
// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(9252);
// EXTERNAL MODULE: ./lib/policyfile/diagnostic.js
var diagnostic = __webpack_require__(9685);
// EXTERNAL MODULE: ./lib/util/plain-text.js
var plain_text = __webpack_require__(1610);
;// CONCATENATED MODULE: ./lib/action/log.js
/** The toolkit's log as ours: levels become annotations, groups become foldable, nothing written acts as a workflow command by accident. */



/** GitHub shows ten annotations of a level for a step and drops the rest in silence: the tenth says how many more there are in the log. */
const MAX_ANNOTATIONS = 9;
const ANNOTATE = { notice: core/* notice */.lm, warning: core/* warning */.$e, error: core/* error */.z3 };
/** One line of text that the runner will not read as a command (docs/hooks.md, "Workflow commands"). */
function harmless(text) {
    return (0,plain_text/* visibleText */.Q)(text)
        .replace(/##(?=\[)/g, '#\u200b#')
        .replace(/^(\s*):(?=:)/, '$1:\u200b');
}
/** A logger over the toolkit. */
function actionLog() {
    const shown = { notice: 0, warning: 0, error: 0 };
    const annotate = (level, message) => {
        shown[level]++;
        const text = harmless(message);
        if (shown[level] <= MAX_ANNOTATIONS)
            ANNOTATE[level](text);
        else if (shown[level] === MAX_ANNOTATIONS + 1)
            ANNOTATE[level](`More than ${MAX_ANNOTATIONS} of these; the rest is in the log of the step.`);
        if (shown[level] > MAX_ANNOTATIONS)
            core/* info */.pq(`${level}: ${text}`);
    };
    return {
        debug: (message) => core/* debug */.Yz(harmless(message)),
        info: (message) => core/* info */.pq(message.split('\n').map(harmless).join('\n')),
        notice: (message) => annotate('notice', message),
        warning: (message) => annotate('warning', message),
        error: (message) => annotate('error', message),
    };
}
/** Foldable groups; a group that is still open when the next one starts is ended. */
function actionGroups() {
    let isOpen = false;
    return {
        start(title) {
            if (isOpen)
                core/* endGroup */.N4();
            core/* startGroup */.Oh(harmless(title));
            isOpen = true;
        },
        end() {
            if (isOpen)
                core/* endGroup */.N4();
            isOpen = false;
        },
    };
}
/** Hides secrets from the log, once each, in every form in which it could be printed. Short values are left: masking them would garble the log. */
function secretMasker() {
    const told = new Set();
    return (secret) => {
        for (const form of (0,hooks_masks/* derivedForms */.H)(secret)) {
            if (told.has(form))
                continue;
            told.add(form);
            core/* setSecret */.Pq(form);
        }
    };
}
/** Output of hooks in a group for each; the lines were made harmless before. */
function actionHookSink(group) {
    return { openGroup: (title) => group.start(title), line: (text) => core/* info */.pq(text), closeGroup: () => group.end() };
}

;// CONCATENATED MODULE: ./lib/action/annotations.js
/** Errors and warnings of the policy file as annotations at their place, the worst first, never more than GitHub shows. */




const MAX_OF_A_LEVEL = 9;
const LEVELS = { error: core/* error */.z3, warning: core/* warning */.$e };
/** `file` is the path that annotations carry. Notices are for `cairn validate`: on every run they would only be noise. */
function annotateDiagnostics(diagnostics, file) {
    for (const severity of ['error', 'warning']) {
        const findings = diagnostics.filter((finding) => finding.severity === severity);
        for (const { code, message, hint, range } of findings.slice(0, MAX_OF_A_LEVEL)) {
            LEVELS[severity](harmless(hint === undefined ? message : `${message} ${hint}`), {
                title: `${code}: ${diagnostic/* DIAGNOSTIC_TITLES */.yS[code]}`,
                file: harmless(file),
                startLine: range.startLine,
                startColumn: range.startColumn,
                endLine: range.endLine,
                ...(range.startLine === range.endLine ? { endColumn: range.endColumn } : {}),
            });
        }
        const rest = findings.length - MAX_OF_A_LEVEL;
        if (rest > 0)
            core/* info */.pq(`${rest} more findings of the level "${severity}" are in the log above.`);
    }
}
/** A path as annotations want it: relative to the workspace, with forward slashes. */
function annotationPath(path, workspace) {
    const below = (0,external_node_path_.isAbsolute)(path) ? (0,external_node_path_.relative)(workspace, path) : path;
    return below
        .split(external_node_path_.sep)
        .join('/')
        .replace(/^(\.\/)+/, '');
}

;// CONCATENATED MODULE: ./lib/action/outputs.js
/** The outputs of the action from the report; every one is set on every end of a step (action.yml). */

/** Values of all outputs, as text. */
function outputsOf(report, reportPath) {
    const saved = report.sources.filter((source) => source.snapshotId !== '');
    const sum = (pick) => String(report.sources.reduce((total, source) => total + pick(source), 0));
    return {
        'snapshot-id': saved[0]?.snapshotId ?? '',
        'snapshot-count': String(saved.length),
        'bytes-new': sum((source) => source.newBytes),
        'bytes-total': sum((source) => (source.snapshotId === '' ? 0 : source.bytes)),
        'files-changed': sum((source) => source.filesNew + source.filesChanged + source.filesRemoved),
        status: report.status,
        'matched-snapshot': report.sources.find((source) => source.matchedSnapshotId !== '')?.matchedSnapshotId ?? '',
        'report-json': reportPath,
    };
}
/** Sets every output of the step. */
function setOutputs(report, reportPath) {
    for (const [name, value] of Object.entries(outputsOf(report, reportPath)))
        core/* setOutput */.uH(name, value);
}
/** Gives every output a value before anything can fail. */
function setEmptyOutputs(status) {
    const zeros = { 'snapshot-id': '', 'snapshot-count': '0', 'bytes-new': '0', 'bytes-total': '0', 'files-changed': '0' };
    for (const [name, value] of Object.entries({ ...zeros, status, 'matched-snapshot': '', 'report-json': '' }))
        core/* setOutput */.uH(name, value);
}

;// CONCATENATED MODULE: ./lib/report/markdown.js



/** Room for a summary in bytes; GitHub drops a whole summary above 1 MiB. */
const SUMMARY_BUDGET_BYTES = 1_000_000;
/** The summary, shortened step by step until it fits `budgetBytes`: full, short lists, counts only. */
function renderSummary(report, budgetBytes = SUMMARY_BUDGET_BYTES) {
    for (const limits of [
        { rows: 200, tail: 20 },
        { rows: 20, tail: 5 },
        { rows: 0, tail: 0 },
    ]) {
        const text = render(report, limits);
        if (Buffer.byteLength(text) <= budgetBytes)
            return text;
    }
    return `## ${words/* STATUS_SIGNS */.cO[report.status]} Cairn: ${words/* STATUS_WORDS */.ly[report.status].toLowerCase()}\n\n${escapeMarkdown((0,words/* resultLine */.ow)(report)).slice(0, 2000)}\n`;
}
function render(report, limits) {
    const parts = [`## ${words/* STATUS_SIGNS */.cO[report.status]} Cairn: ${words/* STATUS_WORDS */.ly[report.status].toLowerCase()}`];
    const sentence = escapeMarkdown((0,words/* outcomeSentence */.yz)(report));
    if (sentence !== '')
        parts.push(sentence);
    for (const error of report.errors)
        parts.push(renderError(error));
    parts.push(...renderFindings(report, limits));
    if (report.sources.length > 0)
        parts.push(renderSources(report.sources));
    for (const source of report.sources)
        if (source.error !== undefined)
            parts.push(renderError(source.error, source.label));
    if (report.warnings.length > 0)
        parts.push(report.warnings
            .slice(0, 20)
            .map((text) => `> ⚠️ ${escapeMarkdown(text)}`)
            .join('\n>\n'));
    if (report.hooks.length > 0)
        parts.push(renderHooks(report.hooks, limits));
    for (const source of report.sources) {
        parts.push(...renderFailures(source, limits), ...renderChanges(source, limits), ...renderRetention(source, limits));
    }
    parts.push(renderFacts(report));
    return `${parts.join('\n\n')}\n`;
}
function renderFindings({ diagnostics, policyFile }, limits) {
    const findings = diagnostics.filter((finding) => finding.severity !== 'notice');
    if (findings.length === 0)
        return [];
    const rows = findings.slice(0, Math.max(10, limits.rows)).map(({ code: number, severity, message, hint, range }) => {
        const sign = severity === 'error' ? '❌' : '⚠️';
        return `| ${sign} ${number} | ${range.startLine}:${range.startColumn} | ${escapeMarkdown(hint === undefined ? message : `${message} ${hint}`)} |`;
    });
    const file = policyFile === null ? 'the policy file' : code(policyFile.path);
    return [`### Findings in ${file}\n\n${['| Code | Line | What is wrong |', '|---|---:|---|', ...rows].join('\n')}`];
}
function renderSources(sources) {
    const rows = sources.map((source) => {
        const isSaved = source.snapshotId !== '';
        const numbers = [(0,format/* formatCount */.B4)(source.files), (0,format/* formatBytes */.z3)(source.bytes), (0,format/* formatBytes */.z3)(source.newBytes), (0,words/* changeWords */.mF)(source)];
        const cells = [
            code(source.label),
            isSaved ? code(source.snapshotId) : '–',
            ...(isSaved ? numbers : numbers.map(() => '–')),
            (0,format/* formatDuration */.a3)(source.durationMs),
            `${words/* STATUS_SIGNS */.cO[source.status]} ${source.status}`,
        ];
        return `| ${cells.join(' | ')} |`;
    });
    return ['| Source | Snapshot | Files | Size | New | Changes | Time | Status |', '|---|---|---:|---:|---:|---|---:|---|', ...rows].join('\n');
}
function renderHooks(hooks, limits) {
    const rows = hooks.map((hook) => {
        const sign = hook.status === 'ok' ? '✅' : hook.status === 'skipped' ? '⏭️' : hook.mode === 'essential' ? '❌' : '⚠️';
        return `| ${sign} ${(0,words/* hookResult */.Bn)(hook)} | ${escapeMarkdown(hook.name)} | ${escapeMarkdown((0,words/* hookPlace */.JA)(hook))} | ${hook.mode} | ${(0,format/* formatDuration */.a3)(hook.durationMs)} |`;
    });
    const table = ['| Result | Hook | Where | Mode | Time |', '|---|---|---|---|---:|', ...rows].join('\n');
    const failed = hooks.filter((hook) => hook.status !== 'ok' && hook.status !== 'not-run' && hook.tail.length > 0 && limits.tail > 0);
    const tails = failed.map((hook) => details(`Last lines of ${escapeMarkdown(hook.name)}`, `<pre>${hook.tail.slice(-limits.tail).map(escapeHtml).join('\n')}</pre>`));
    return [`### Hooks\n\n${table}`, ...tails].join('\n\n');
}
function renderFailures(source, limits) {
    if (source.failures.length === 0)
        return [];
    const rows = source.failures.slice(0, limits.rows).map((failure) => `- ${code(failure.path)}: ${escapeMarkdown(failure.error)}`);
    return [details(`${(0,format/* formatCount */.B4)(source.failures.length)} not stored from ${escapeMarkdown(source.label)}`, rows.join('\n'))];
}
function renderChanges(source, limits) {
    const total = source.filesNew + source.filesChanged + source.filesRemoved;
    if (total === 0 || limits.rows === 0 || source.matchedSnapshotId === '')
        return [];
    const shown = source.changes.slice(0, limits.rows);
    const rows = shown.map((change) => `- ${change.kind} ${code(change.path)}`);
    if (total > shown.length)
        rows.push(`- and ${(0,format/* formatCount */.B4)(total - shown.length)} more`);
    return [details(`What is new in ${escapeMarkdown(source.label)}: ${(0,words/* changeWords */.mF)(source)}`, rows.join('\n'))];
}
function renderRetention(source, limits) {
    const retention = source.retention;
    if (retention === undefined || limits.rows === 0)
        return [];
    const kept = retention.kept
        .slice(0, limits.rows)
        .map((row) => `| ${code(row.id)} | ${minute(row.startTime)} | ${escapeMarkdown(row.reasons.join(', '))} |`);
    const removed = retention.removed.slice(0, limits.rows).map((row) => `| ${code(row.id)} | ${minute(row.startTime)} | removed |`);
    const title = `Retention of ${escapeMarkdown(source.label)}: ${retention.kept.length} kept, ${retention.removed.length} removed`;
    return [details(title, ['| Snapshot | Started (UTC) | Kept as |', '|---|---|---|', ...kept, ...removed].join('\n'))];
}
function minute(timestamp) {
    return timestamp.slice(0, 16).replace('T', ' ');
}
function renderFacts(report) {
    const { policyFile, repository } = report;
    const rows = [
        ...(policyFile !== null
            ? [`- Policy file: ${code(policyFile.path)}`]
            : report.errors.length === 0
                ? ['- Policy file: none, defaults']
                : []),
        ...(repository === null
            ? ['- Repository: not opened']
            : [
                `- Repository: ${code(repository.location)}${repository.wasCreated ? ' (created by this run)' : ''}`,
                `- Identity: ${code(report.identity)}`,
                `- Uploaded: ${(0,format/* formatBytes */.z3)(report.uploadedBytes)}`,
            ]),
        `- Cairn ${report.version}`,
        ...report.notices.slice(0, 50).map((notice) => `- ${escapeMarkdown(notice)}`),
    ];
    return details('Details', rows.join('\n'));
}
function renderError(error, label) {
    const place = label === undefined ? '' : `${code(label)}: `;
    const hint = error.hint === undefined ? '' : `<br>${escapeMarkdown(error.hint)}`;
    return `> ❌ ${place}**${error.code}** ${escapeMarkdown(error.message)}${hint}`;
}
function details(title, body) {
    return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** Dynamic text in HTML. */
function escapeHtml(text) {
    return (0,plain_text/* visibleText */.Q)(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
/** Dynamic text in Markdown, on one line: HTML and the characters that Markdown reads are escaped. */
function escapeMarkdown(text) {
    return escapeHtml(text.replace(/\s+/g, ' '))
        .replaceAll('&quot;', '"')
        .replace(/([\\`*_{}[\]|#~@])/g, '\\$1')
        .replaceAll('://', '&#58;//');
}
/** A file name or an ID as code. Markdown is read inside the element too: whatever could begin a link or a style is written as a number. */
function code(text) {
    const plain = escapeHtml(text).replace(/[[\]()!\\`*_~|@:]/g, (character) => `&#${character.charCodeAt(0)};`);
    return `<code>${plain.replace(/\bwww\./gi, (word) => `${word.slice(0, -1)}&#46;`)}</code>`;
}

;// CONCATENATED MODULE: ./lib/action/summary.js
/** Writes the job summary; a summary that cannot be written is a line in the log, never a failure. */



const GOOD = new Set(['created', 'unchanged', 'skipped']);
/** Appends the summary of the step, unless the mode says otherwise. Secrets are masked here too, not every runner does it. */
async function writeSummary(report, mode, { log, masks }) {
    if (mode === 'false' || (mode === 'on-failure' && GOOD.has(report.status)))
        return;
    try {
        await core/* summary */.z.addRaw(masks.apply(renderSummary(report))).write();
    }
    catch (error) {
        log.info(`The job summary was not written: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}

;// CONCATENATED MODULE: ./lib/action/finish.js
/** The end of a main step: annotations, report, outputs, summary, and the result as the last line. */













/** Prints and writes everything that is known; nothing that fails here changes how the step ends. */
async function finishStep(context, { report, policyFile, summary }) {
    context.group.end();
    annotateDiagnostics(report.diagnostics, annotationPath(policyFile, context.env['GITHUB_WORKSPACE'] ?? context.cwd));
    for (const line of (0,report_text/* renderText */.S)(report))
        core/* info */.pq(harmless(line));
    for (const error of [...report.errors, ...report.sources.flatMap((source) => source.error ?? [])]) {
        context.log.error(errorLine(error));
    }
    setOutputs(report, writeReport(context, report));
    await writeSummary(report, summary, context);
    core/* info */.pq(harmless((0,words/* resultLine */.ow)(report)));
}
/** An error as one line: what happened, then what to do. */
function errorLine({ code, message, hint }) {
    const sentence = /[.!?…:]$/.test(message) ? message : `${message}.`;
    return hint === undefined ? `${code}: ${message}` : `${code}: ${sentence} ${hint}`;
}
/** The report of a step that came to nothing, so that outputs and summary exist all the same. */
function failedReport(context, error) {
    return {
        schema: 1,
        version: context.version,
        status: 'failed',
        exitCode: (0,outcome/* exitCodeOf */.FO)(error),
        startTime: (0,timestamp/* formatTimestamp */.E)(context.clock.nowNs()),
        durationMs: 0,
        policyFile: null,
        diagnostics: [],
        repository: null,
        identity: '',
        event: context.env['GITHUB_EVENT_NAME'] ?? '',
        sources: [],
        hooks: [],
        uploadedBytes: 0,
        notices: [],
        warnings: [],
        errors: [(0,outcome/* reportedError */.kF)(error)],
    };
}
/** Path of the report as JSON; empty when it could not be written. Secrets are masked: other steps may print it. */
function writeReport(context, report) {
    const folder = context.os.temporaryDirectory;
    const path = (0,external_node_path_.join)(folder, `cairn-report-${(0,bytes/* toHex */.nj)(context.random(6))}.json`);
    const masked = (_key, value) => (typeof value === 'string' ? context.masks.apply(value) : value);
    try {
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        (0,external_node_fs_.writeFileSync)(path, `${JSON.stringify(report, masked, 2)}\n`, { mode: 0o600 });
        return path;
    }
    catch (error) {
        context.log.warning(`The report was not written: ${(0,errors/* messageOf */.bD)(error)}`);
        return '';
    }
}

// EXTERNAL MODULE: ./lib/commands/run/event.js
var run_event = __webpack_require__(8936);
;// CONCATENATED MODULE: ./lib/action/github-event.js
/** The event that started the run: the environment, and the payload file that the runner wrote. */


/** GitHub's payloads stay far below this, in bytes. */
const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;
/** Undefined outside GitHub Actions. A payload that cannot be read leaves its facts unknown, which is judged as untrusted where it matters. */
function readEvent(context) {
    return (0,run_event/* eventOf */.A)(context.env, readPayload(context.env['GITHUB_EVENT_PATH']));
}
function readPayload(path) {
    if (path === undefined || path === '')
        return undefined;
    try {
        if ((0,external_node_fs_.statSync)(path).size > MAX_PAYLOAD_BYTES)
            return undefined;
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/commands/run/options.js
var options = __webpack_require__(6690);
;// CONCATENATED MODULE: ./lib/action/inputs.js
/** The inputs of the action as the options of a run (action.yml). */



/** Reads and checks every input. Errors: CAIRN_USAGE naming the input and the words it takes. */
function readInputs() {
    const policyFile = core/* getInput */.V4('policy-file') || options/* DEFAULT_RUN_OPTIONS */.p.policyFile;
    return {
        options: {
            policyFile,
            isPolicyFileGiven: policyFile !== options/* DEFAULT_RUN_OPTIONS */.p.policyFile,
            repository: core/* getInput */.V4('repository') || undefined,
            // White space is judged, and reported, where every password is.
            password: core/* getInput */.V4('password', { trimWhitespace: false }) || undefined,
            enableActions: core/* getInput */.V4('enable-actions') === '' ? undefined : readSwitch('enable-actions'),
            allowRepositoryHooks: readSwitch('allow-repository-hooks'),
            hookSecrets: core/* getMultilineInput */.q3('hook-secrets'),
            sources: core/* getMultilineInput */.q3('sources'),
            sourceSuffix: core/* getInput */.V4('source-suffix'),
            createRepository: readSwitch('create-repository'),
            allowOutsideWorkspace: readSwitch('allow-outside-workspace'),
            onMissingSource: readWord('on-missing-source', ['error', 'warn', 'ignore'], 'error'),
            onUnreadableFile: readWord('on-unreadable-file', ['error', 'warn', 'ignore'], 'error'),
            configFile: undefined,
        },
        summary: readWord('summary', ['true', 'false', 'on-failure'], 'true'),
    };
}
function readSwitch(name) {
    return readWord(name, ['true', 'false'], 'false') === 'true';
}
function readWord(name, words, fallback) {
    const given = core/* getInput */.V4(name);
    if (given === '')
        return fallback;
    const word = words.find((candidate) => candidate === given.toLowerCase());
    if (word === undefined) {
        throw new errors/* CairnError */.eb('CAIRN_USAGE', `The input "${name}" is "${given}".`, {
            hint: `It takes ${words.map((one) => `"${one}"`).join(', ')}.`,
        });
    }
    return word;
}

;// CONCATENATED MODULE: ./lib/action/journal.js
/** The journal of owed after-hooks: a file of identifiers in the runner's temporary folder, written before each effect. */



/** Larger journals are not read, in bytes. */
const MAX_BYTES = 16 * 1024 * 1024;
const NAME = 'owed-hooks.jsonl';
const FOLDER_PREFIX = 'cairn-journal-';
/** A journal in a new folder with mode 0700, made when there is first something to write; `onCreate` is told its path before that. */
function lazyJournal(temporaryDirectory, onCreate) {
    let journal;
    const open = () => {
        if (journal !== undefined)
            return journal;
        const path = (0,external_node_path_.join)(makeFolder(temporaryDirectory), NAME);
        onCreate(path);
        journal = journalAt(path);
        return journal;
    };
    return { owed: (hook) => open().owed(hook), paid: (id) => open().paid(id) };
}
function makeFolder(temporaryDirectory) {
    try {
        (0,external_node_fs_.mkdirSync)(temporaryDirectory, { recursive: true });
        return (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(temporaryDirectory, FOLDER_PREFIX));
    }
    catch (error) {
        throw new errors/* CairnError */.eb('CAIRN_HOOK_NOT_STARTED', `No hook can be run: its journal cannot be written: ${(0,errors/* messageOf */.bD)(error)}`, {
            cause: error,
            hint: 'Look at RUNNER_TEMP, its free space and permissions.',
        });
    }
}
/** Removes a journal that has nothing more to tell. */
function removeJournal(path) {
    if ((0,external_node_path_.basename)(path) === NAME && (0,external_node_path_.basename)((0,external_node_path_.dirname)(path)).startsWith(FOLDER_PREFIX))
        (0,external_node_fs_.rmSync)((0,external_node_path_.dirname)(path), { recursive: true, force: true });
}
/** A journal that continues the file at `path`. */
function journalAt(path) {
    const append = (line) => (0,external_node_fs_.appendFileSync)(path, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    return { owed: (hook) => append({ owed: hook }), paid: (id) => append({ paid: id }) };
}
/** After-hooks that were owed and not paid, the last begun first. A line that was cut short by a kill is passed over. */
function readOwed(path) {
    if (!(0,external_node_fs_.existsSync)(path))
        return [];
    const text = (0,external_node_fs_.readFileSync)(path, 'utf8');
    if (text.length > MAX_BYTES)
        return [];
    const owed = new Map();
    for (const line of text.split('\n')) {
        const entry = parseLine(line);
        if (entry === undefined)
            continue;
        if ('paid' in entry)
            owed.delete(entry.paid);
        else {
            // Later facts of the same hook replace the earlier ones, and keep its place.
            owed.set(entry.owed.id, entry.owed);
        }
    }
    return [...owed.values()].reverse();
}
const OWED_KEYS = ['id', 'sessionId', 'label', 'sourcePath', 'snapshotPath', 'privateDir'];
function parseLine(line) {
    let value;
    try {
        value = JSON.parse(line);
    }
    catch {
        return undefined;
    }
    if (typeof value !== 'object' || value === null)
        return undefined;
    if ('paid' in value && typeof value.paid === 'string')
        return { paid: value.paid };
    if (!('owed' in value) || typeof value.owed !== 'object' || value.owed === null)
        return undefined;
    const owed = value.owed;
    const texts = OWED_KEYS.map((key) => Reflect.get(owed, key));
    const [id, sessionId, label, sourcePath, snapshotPath, privateDir] = texts;
    const phase = Reflect.get(owed, 'phase');
    if (phase !== 'after-snapshot-root' && phase !== 'after-folder')
        return undefined;
    if (!isText(id) || !isText(sessionId) || !isText(label) || !isText(sourcePath) || !isText(snapshotPath) || !isText(privateDir))
        return undefined;
    return { owed: { id, phase, sessionId, label, sourcePath, snapshotPath, privateDir } };
}
function isText(value) {
    return typeof value === 'string';
}

// EXTERNAL MODULE: ./lib/hooks/lifecycle.js + 17 modules
var lifecycle = __webpack_require__(9433);
// EXTERNAL MODULE: ./lib/policy/effective.js + 1 modules
var effective = __webpack_require__(4104);
// EXTERNAL MODULE: ./lib/policy/tree.js
var tree = __webpack_require__(3304);
// EXTERNAL MODULE: ./lib/commands/run/preparation-failure.js
var preparation_failure = __webpack_require__(2278);
;// CONCATENATED MODULE: ./lib/commands/run/pay-owed.js
/** Runs the after-hooks that a killed run still owes (docs/hooks.md, "Post step"). */








/**
 * Pays what is owed, the innermost first. The scripts are taken from the policy file again.
 *
 * Errors: CAIRN_HOOKS_CHANGED when the file or a script is not what the killed run had read, and the first failure of a hook.
 */
async function payOwed(context, options, event, work) {
    const prepared = prepareAgain(context, options, event, work);
    const hooks = new lifecycle/* RunHooks */.U({
        services: (0,run/* runHookServices */.T)(context, options, prepared, event),
        log: context.log,
        random: context.random,
        journal: work.journal,
    });
    let failure;
    for (const owed of work.owed) {
        const set = hooksOf(prepared, owed);
        if (set === undefined) {
            context.log.warning(`The ${owed.phase} hook of ${owed.label} is owed, but it does not come from the policy file: it was not run.`);
            continue;
        }
        const session = hooks.openSession({
            level: owed.phase === 'after-folder' ? 'folder' : 'root',
            hooks: set,
            sourcePath: owed.sourcePath,
            label: owed.label,
            resume: owed,
        });
        const report = await session.after({ status: 'cancelled', error: 'The step was ended before it could clean up.' });
        failure ??= report.failure;
    }
    failure ??= (await hooks.finish()).failure;
    if (failure !== undefined)
        throw failure;
    return work.owed.length;
}
/** The same preparation as that of the killed run. It succeeded there: when it fails now, something changed in between. */
function prepareAgain(context, options, event, work) {
    let cause;
    try {
        const prepared = (0,prepare/* prepareRun */.Z)(context, options, event, { notices: [], warnings: [] });
        if ((prepared.file?.sha256 ?? '') === work.policySha256 && hooksDigest(prepared) === work.hooksSha256)
            return prepared;
    }
    catch (error) {
        if (!(error instanceof preparation_failure/* PreparationFailure */.A))
            throw error;
        cause = error.error;
    }
    const places = work.owed.map((hook) => `${hook.phase} of ${hook.label}`).join(', ');
    throw new errors/* CairnError */.eb('CAIRN_HOOKS_CHANGED', 'The policy file or a script of it changed during the job: the after-hooks still owed were not run.', { hint: `Clean up by hand what these would have cleaned up: ${places}.`, ...(cause === undefined ? {} : { cause }) });
}
/** The hooks at the folder that an owed hook belongs to, found by its label below one of the sources. */
function hooksOf(prepared, owed) {
    for (const source of prepared.sources) {
        const prefix = `${source.label.replace(/\/$/, '')}/`;
        if (owed.phase === 'after-snapshot-root') {
            if (owed.label === source.label)
                return (0,effective/* effectivePolicy */.Ci)(source.source, prepared.layers).hooks;
        }
        else if (owed.label === source.label || owed.label.startsWith(prefix)) {
            let node = (0,tree/* policyTree */.N)(source.source, prepared.layers).root;
            for (const part of owed.label.slice(prefix.length).split('/'))
                if (part !== '')
                    node = node.child(part);
            if (node.hooks.afterFolder !== undefined)
                return node.hooks;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/action/state.js
/** What the main step leaves for the post step in the state of the action. */

/** Whether this process is the post step: the main step marked the state first thing. */
function wasMain() {
    return core/* getState */.Gu('main') === 'started';
}
/** Marks the state, so that the next process knows that it is the post step. */
function markMain() {
    core/* saveState */.LZ('main', 'started');
}
/** Saved before the first hook runs. */
function saveOwedState(state) {
    core/* saveState */.LZ('owed', JSON.stringify(state));
}
/** Undefined when the main step never came to run a hook. */
function loadOwedState() {
    const text = core/* getState */.Gu('owed');
    if (text === '')
        return undefined;
    const value = JSON.parse(text);
    if (typeof value !== 'object' || value === null)
        return undefined;
    const read = (key) => {
        const member = Object.getOwnPropertyDescriptor(value, key)?.value;
        return typeof member === 'string' ? member : undefined;
    };
    const [journalPath, policySha256, hooksSha256] = [read('journalPath'), read('policySha256'), read('hooksSha256')];
    if (journalPath === undefined || policySha256 === undefined || hooksSha256 === undefined)
        return undefined;
    return { journalPath, policySha256, hooksSha256 };
}

;// CONCATENATED MODULE: ./lib/action/post.js







/** Returns the exit code. Safe to run twice: what was paid is in the journal. */
async function runPost(context) {
    const state = loadOwedState();
    if (state === undefined)
        return 0;
    try {
        await pay(context, state);
        if (readOwed(state.journalPath).length === 0)
            removeJournal(state.journalPath);
        return 0;
    }
    catch (error) {
        context.group.end();
        context.log.error(errorLine((0,outcome/* reportedError */.kF)(error)));
        return (0,outcome/* exitCodeOf */.FO)(error);
    }
}
async function pay(context, state) {
    const owed = readOwed(state.journalPath);
    if (owed.length === 0) {
        context.log.debug('No after-hook is owed.');
        return;
    }
    const places = owed.map((hook) => `${hook.phase} of ${hook.label}`).join(', ');
    context.log.warning(`The step was ended before it could clean up. These after-hooks run now: ${places}.`);
    const { options } = readInputs();
    await payOwed(context, options, readEvent(context), { ...state, owed, journal: journalAt(state.journalPath) });
}

;// CONCATENATED MODULE: ./lib/action/main.js
/** The action: one step from inputs to outputs, and its post step (docs/action.md). The only place here that touches the process. */

















/** Runs the main or the post step and leaves the exit code in `process.exitCode`. */
async function runAction(process, build, entryUrl) {
    const stop = new AbortController();
    let stopCode = 130;
    const onSignal = (signal) => {
        if (signal === 'SIGTERM')
            stopCode = 143;
        stop.abort((0,errors/* cancelled */.KW)());
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
    const context = contextOf(process, build, entryUrl, stop.signal);
    try {
        const isPost = wasMain();
        if (!isPost)
            markMain();
        const code = isPost ? await runPost(context) : await runMain(context, () => (stop.signal.aborted ? stopCode : undefined));
        process.exitCode = stop.signal.aborted ? stopCode : code;
    }
    finally {
        process.off('SIGINT', onSignal);
        process.off('SIGTERM', onSignal);
    }
}
async function runMain(context, stopCode) {
    // Every output has a value on every end, also when the step is killed.
    setEmptyOutputs('failed');
    let policyFile = '';
    let summary = 'true';
    let report;
    try {
        const inputs = readInputs();
        policyFile = inputs.options.policyFile;
        summary = inputs.summary;
        report = await runWith(context, inputs.options);
    }
    catch (error) {
        report = failedReport(context, error);
    }
    if (report.status === 'cancelled')
        report = { ...report, exitCode: stopCode() ?? report.exitCode };
    await finishStep(context, { report, policyFile, summary });
    return report.exitCode;
}
async function runWith(context, options) {
    const event = readEvent(context);
    return await (0,run/* run */.e)(context, options, {
        event,
        onPrepared: (prepared, isReady) => {
            for (const line of configurationLines({ env: context.env, options, event, prepared, isReady }))
                context.log.info(line);
        },
        journal: (prepared) => lazyJournal(context.os.temporaryDirectory, (journalPath) => {
            // Saved before the first hook: a killed step leaves what its post step needs.
            saveOwedState({ journalPath, policySha256: prepared.file?.sha256 ?? '', hooksSha256: hooksDigest(prepared) });
        }),
    });
}
function contextOf(process, build, entryUrl, signal) {
    const masks = new hooks_masks/* MaskSet */.P();
    const maskSecret = secretMasker();
    const mask = (secret) => {
        masks.add(secret);
        maskSecret(secret);
    };
    // Before anything else is printed, whatever becomes of the other inputs.
    for (const name of ['INPUT_PASSWORD', 'KOPIA_PASSWORD', 'CAIRN_PASSWORD']) {
        const password = process.env[name];
        if (password !== undefined && password.trim() !== '')
            mask(password);
    }
    const group = actionGroups();
    return {
        env: { ...process.env },
        cwd: process.cwd(),
        platform: process.platform,
        os: {
            userName: (0,external_node_os_.userInfo)().username,
            hostName: (0,external_node_os_.hostname)(),
            homeDirectory: (0,external_node_os_.homedir)(),
            temporaryDirectory: process.env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(),
        },
        clock: clock/* systemClock */.m,
        random: random/* systemRandom */.v,
        log: actionLog(),
        progress: log/* nullProgress */.B,
        signal,
        version: build.version,
        entryUrl,
        promptPassword: undefined,
        mask,
        masks,
        group,
        hookSink: actionHookSink(group),
        workers: undefined,
    };
}


/***/ }),

/***/ 8936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ eventOf)
/* harmony export */ });
/* harmony import */ var _policyfile_trust_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3122);
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

/***/ 2404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   Og: () => (/* binding */ combineExitCodes),
/* harmony export */   ai: () => (/* binding */ EXIT_CODES),
/* harmony export */   kF: () => (/* binding */ reportedError),
/* harmony export */   sN: () => (/* binding */ combineStatus)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** How the results of a run add up: one status, one exit code (docs/errors.md, "Exit codes"). */

/** Exit code of each kind of failure. `cancelled` is 130; a face that saw SIGTERM says 143. */
const EXIT_CODES = {
    failed: 1,
    bug: 1,
    usage: 2,
    partial: 3,
    damage: 4,
    differences: 5,
    hook: 6,
    storage: 7,
    'no-repository': 10,
    busy: 11,
    password: 12,
    cancelled: 130,
};
/** Which of several exit codes a run reports: the first of these that occurred. */
const PRECEDENCE = [130, 2, 12, 10, 11, 4, 7, 6, 3, 1];
/** The exit code of several failures; 0 when there is none. */
function combineExitCodes(codes) {
    const seen = new Set(codes);
    return PRECEDENCE.find((code) => seen.has(code)) ?? 0;
}
const STATUS_PRECEDENCE = ['cancelled', 'failed', 'partial', 'created', 'unchanged', 'skipped'];
/** The status of a run from those of its sources; a run without sources has the given one. */
function combineStatus(statuses, whenEmpty) {
    return STATUS_PRECEDENCE.find((status) => statuses.includes(status)) ?? whenEmpty;
}
/** Exit code of anything that was thrown. */
function exitCodeOf(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb ? EXIT_CODES[error.kind] : 1;
}
/** The reportable form of anything that was thrown; an unknown error is one of ours, and says so. */
function reportedError(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb) {
        return { code: error.code, message: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) };
    }
    return {
        code: 'CAIRN_INTERNAL',
        message: `Cairn met a condition it does not know: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`,
        hint: 'This is a defect of Cairn. Please report it with the output of the same command and --verbose.',
    };
}


/***/ }),

/***/ 2534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run),
  T: () => (/* binding */ runHookServices)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/hooks/lifecycle.js + 17 modules
var lifecycle = __webpack_require__(9433);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(4695);
// EXTERNAL MODULE: ./lib/hooks/private-dir.js
var private_dir = __webpack_require__(1433);
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
var timestamp = __webpack_require__(9252);
// EXTERNAL MODULE: ./lib/commands/hook-services.js + 1 modules
var hook_services = __webpack_require__(3727);
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
        tail: result.tail,
        killed: result.killed,
    };
}

// EXTERNAL MODULE: ./lib/commands/run/outcome.js
var outcome = __webpack_require__(2404);
// EXTERNAL MODULE: ./lib/commands/run/preparation-failure.js
var preparation_failure = __webpack_require__(2278);
// EXTERNAL MODULE: ./lib/commands/run/prepare.js
var prepare = __webpack_require__(9103);
// EXTERNAL MODULE: ./lib/commands/run/run-sources.js + 4 modules
var run_sources = __webpack_require__(6079);
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
        const ofSources = sources.flatMap((source) => (source.error === undefined ? [] : [outcome/* EXIT_CODES */.ai[lib_errors/* ERROR_CODES */.OQ[source.error.code]]]));
        if (status === 'cancelled')
            return outcome/* EXIT_CODES */.ai.cancelled;
        return (0,outcome/* combineExitCodes */.Og)([...codes, ...ofSources]) || (status === 'failed' ? outcome/* EXIT_CODES */.ai.failed : 0);
    };
    context.group.start('Configuration');
    try {
        prepared = (0,prepare/* prepareRun */.Z)(context, options, surroundings.event, remarks);
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
    hooks = new lifecycle/* RunHooks */.U({
        services: runHookServices(context, options, prepared, surroundings.event),
        log: context.log,
        random: context.random,
        ...(surroundings.journal === undefined ? {} : { journal: surroundings.journal(prepared) }),
    });
    let isReady = true;
    const before = asList(prepared.jobBefore);
    if (before !== undefined) {
        const { failure } = await hooks.runJobBefore(before);
        if (failure !== undefined) {
            fail(failure);
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
        const result = writeResultFile(context.os.temporaryDirectory, `${JSON.stringify(draft, null, 2)}\n`, context.random);
        try {
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
        finally {
            result.remove();
        }
    }
    const finished = await hooks.finish();
    if (finished.failure !== undefined)
        fail(finished.failure);
    for (const process of finished.ended)
        remarks.notices.push(`A process that a hook had left running was ended: ${process}`);
    const status = statusNow();
    if (status === 'cancelled' && errors.length === 0)
        errors.push((0,outcome/* reportedError */.kF)((0,lib_errors/* cancelled */.KW)()));
    return report(status, exitCodeNow(status));
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

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KW: () => (/* binding */ cancelled),
/* harmony export */   OQ: () => (/* binding */ ERROR_CODES),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   dZ: () => (/* binding */ throwIfCancelled),
/* harmony export */   eb: () => (/* binding */ CairnError),
/* harmony export */   qN: () => (/* binding */ isCairnError)
/* harmony export */ });
/**
 * Typed errors: every failure a user can meet has a stable code, a message, a hint and an exit code.
 *
 * The table is the single list of codes; `docs/errors.md` has one section for each of them and a test keeps the two equal.
 * Only the faces (`action/`, `cli/`) turn an error into text.
 */
/** Code -> kind. Keep it sorted by code within a block; each code has a section in docs/errors.md. */
const ERROR_CODES = {
    // our own mistakes
    CAIRN_INTERNAL: 'bug',
    // arguments, environment, policy file
    CAIRN_USAGE: 'usage',
    CAIRN_NODE_TOO_OLD: 'usage',
    CAIRN_NOT_SUPPORTED: 'usage',
    // snapshots, policies, the tree that is read
    CAIRN_DIRECTORY_DAMAGED: 'damage',
    CAIRN_IGNORE_RULE_INVALID: 'usage',
    CAIRN_POLICY_DAMAGED: 'damage',
    CAIRN_SNAPSHOT_DAMAGED: 'damage',
    CAIRN_SNAPSHOT_NOT_FOUND: 'usage',
    CAIRN_SOURCE_MISSING: 'failed',
    CAIRN_SOURCE_UNREADABLE: 'failed',
    CAIRN_TARGET_INVALID: 'usage',
    // commands: what was asked for, and where
    CAIRN_LOCATION_MISSING: 'usage',
    CAIRN_NOT_A_DIRECTORY: 'usage',
    CAIRN_PASSWORD_MISMATCH: 'usage',
    CAIRN_PASSWORD_MISSING: 'password',
    CAIRN_REPORT_UNWRITABLE: 'failed',
    CAIRN_SOURCE_DUPLICATE: 'usage',
    CAIRN_SOURCE_OUTSIDE: 'usage',
    // commands: how a run ended
    CAIRN_HOOKS_CHANGED: 'hook',
    CAIRN_SNAPSHOT_PARTIAL: 'partial',
    // cancelling
    CAIRN_CANCELLED: 'cancelled',
    // repository: format, keys, algorithms
    CAIRN_CONTENT_DAMAGED: 'damage',
    CAIRN_FORMAT_DAMAGED: 'damage',
    CAIRN_FORMAT_UNSUPPORTED: 'failed',
    CAIRN_PASSWORD_EMPTY: 'usage',
    CAIRN_PASSWORD_WRONG: 'password',
    CAIRN_REPOSITORY_LOCKED: 'busy',
    // blob storage, locations, the client's config file
    CAIRN_BLOB_EXISTS: 'failed',
    CAIRN_BLOB_ID_INVALID: 'damage',
    CAIRN_BLOB_NOT_FOUND: 'damage',
    CAIRN_BLOB_RANGE: 'damage',
    CAIRN_CONFIG_INVALID: 'usage',
    CAIRN_CONFIG_UNREADABLE: 'failed',
    CAIRN_CONFIG_UNWRITABLE: 'failed',
    CAIRN_LOCATION_INVALID: 'usage',
    CAIRN_LOCATION_SECRET: 'usage',
    CAIRN_NOT_CONNECTED: 'no-repository',
    CAIRN_PASSWORD_FILE_INVALID: 'password',
    CAIRN_STORAGE_EMPTY: 'no-repository',
    CAIRN_STORAGE_FORBIDDEN: 'storage',
    CAIRN_STORAGE_FOREIGN: 'no-repository',
    CAIRN_STORAGE_FULL: 'storage',
    CAIRN_STORAGE_IO: 'storage',
    CAIRN_STORAGE_READONLY: 'usage',
    CAIRN_STORAGE_ROOT_MISSING: 'no-repository',
    CAIRN_STORAGE_SHARDS_INVALID: 'damage',
    CAIRN_STORAGE_UNAVAILABLE: 'storage',
    // index, epochs, sessions
    CAIRN_INDEX_DAMAGED: 'damage',
    CAIRN_INDEX_UNSTABLE: 'storage',
    CAIRN_INDEX_WRITE_TOO_SLOW: 'storage',
    CAIRN_REPOSITORY_UPGRADED: 'failed',
    // contents, objects, files being read (the contract in repo/api.ts)
    CAIRN_CONTENT_MISSING: 'damage',
    CAIRN_FILE_CHANGED: 'failed',
    CAIRN_FILE_UNREADABLE: 'failed',
    CAIRN_FILE_VANISHED: 'failed',
    CAIRN_OBJECT_DAMAGED: 'damage',
    CAIRN_OBJECT_TOO_LARGE: 'damage',
    // trees: walking, uploading, restoring
    CAIRN_RESTORE_BAD_LINK: 'damage',
    CAIRN_RESTORE_DAMAGED: 'damage',
    CAIRN_RESTORE_DUPLICATE_NAME: 'damage',
    CAIRN_RESTORE_EXISTS: 'failed',
    CAIRN_RESTORE_INCOMPLETE: 'failed',
    CAIRN_RESTORE_SIZE_DIFFERS: 'damage',
    CAIRN_RESTORE_TARGET: 'failed',
    CAIRN_RESTORE_UNKNOWN_TYPE: 'damage',
    CAIRN_RESTORE_UNSAFE_NAME: 'damage',
    CAIRN_RESTORE_UNSAFE_TARGET: 'failed',
    CAIRN_RESTORE_WRITE_FAILED: 'failed',
    CAIRN_ENTRY_NOT_FOUND: 'usage',
    CAIRN_TREE_LOOP: 'damage',
    CAIRN_TREE_TOO_DEEP: 'damage',
    // hooks
    CAIRN_HOOK_COMMAND_FILE: 'hook',
    CAIRN_HOOK_FAILED: 'hook',
    CAIRN_HOOK_INTERPRETER_MISSING: 'hook',
    CAIRN_HOOK_KILLED: 'hook',
    CAIRN_HOOK_NOT_EXECUTABLE: 'hook',
    CAIRN_HOOK_NOT_STARTED: 'hook',
    CAIRN_HOOK_PROGRAM_MISSING: 'hook',
    CAIRN_HOOK_REDIRECT_MISSING: 'hook',
    CAIRN_HOOK_REQUIREMENT_MISSING: 'hook',
    CAIRN_HOOK_SECRET_REFUSED: 'hook',
    CAIRN_HOOK_TIMED_OUT: 'hook',
    CAIRN_STREAM_TOO_SMALL: 'hook',
    // blobs of packs, manifests, creating and opening
    CAIRN_BLOB_MISSING: 'damage',
    CAIRN_MANIFEST_DAMAGED: 'damage',
    CAIRN_OBJECT_ID_INVALID: 'usage',
    CAIRN_REPOSITORY_EXISTS: 'usage',
    CAIRN_REPOSITORY_MISSING: 'no-repository',
    CAIRN_REPOSITORY_READONLY: 'usage',
    // policy file, trust and consent
    CAIRN_HOOKS_NEED_CONSENT: 'usage',
    CAIRN_HOOKS_REFUSED_UNTRUSTED_EVENT: 'usage',
    CAIRN_POLICY_FILE_INVALID: 'usage',
    CAIRN_POLICY_FILE_MISSING: 'usage',
    CAIRN_POLICY_FILE_UNREADABLE: 'usage',
    CAIRN_REPOSITORY_HOOKS_REFUSED: 'usage',
};
/** An error that a user may see: `code` is stable API, `message` says what happened, `hint` what to do. */
class CairnError extends Error {
    code;
    hint;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'CairnError';
        this.code = code;
        this.hint = options.hint;
    }
    /** The kind of failure, from the table of codes. */
    get kind() {
        return ERROR_CODES[this.code];
    }
}
/** Whether `error` is a CairnError, of the given code when one is named. */
function isCairnError(error, code) {
    return error instanceof CairnError && (code === undefined || error.code === code);
}
/** Text of anything that was thrown, for use inside a message. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/** Throws CAIRN_CANCELLED when `signal` has been aborted. */
function throwIfCancelled(signal) {
    if (signal?.aborted)
        throw cancelled();
}
/** The error of a run that was stopped by a signal. */
function cancelled() {
    return new CairnError('CAIRN_CANCELLED', 'The run was cancelled.', {
        hint: 'Snapshots saved earlier are untouched. Run the same command again to continue.',
    });
}


/***/ }),

/***/ 317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ derivedForms),
/* harmony export */   P: () => (/* binding */ MaskSet)
/* harmony export */ });
/** Values that must not be shown, in the forms in which they turn up in output. */
const SHORTEST = 4;
/** Longer values are masked by their lines only. */
const LONGEST = 16_384;
/** Secrets of a run; shared by everything that prints. */
class MaskSet {
    #values = new Set();
    #sorted;
    /** Adds a value and the forms derived from it; false when it is too short to be masked without ruining the log. */
    add(value) {
        const forms = derivedForms(value).filter((form) => form.length >= SHORTEST && form.length <= LONGEST);
        for (const form of forms)
            this.#values.add(form);
        if (forms.length > 0)
            this.#sorted = undefined;
        return forms.length > 0;
    }
    /** Length of the longest masked text, in UTF-16 units. */
    get longest() {
        return this.#ordered()[0]?.length ?? 0;
    }
    /** The text with every masked value replaced by `***`. */
    apply(text) {
        let masked = text;
        for (const value of this.#ordered())
            if (masked.includes(value))
                masked = masked.replaceAll(value, '***');
        return masked;
    }
    // Longest first: a value that contains another must be gone before its part is looked for.
    #ordered() {
        this.#sorted ??= [...this.#values].sort((a, b) => b.length - a.length);
        return this.#sorted;
    }
}
/** The value itself, its lines, and its usual encodings. */
function derivedForms(value) {
    const forms = new Set();
    const lines = value.split(/[\r\n]+/);
    for (const text of [value, ...lines]) {
        const trimmed = text.trim();
        if (trimmed.length < SHORTEST)
            continue;
        forms.add(text);
        forms.add(trimmed);
        forms.add(JSON.stringify(trimmed).slice(1, -1));
        forms.add(encodeQuietly(trimmed));
        const bytes = Buffer.from(trimmed);
        forms.add(bytes.toString('hex'));
        forms.add(bytes.toString('hex').toUpperCase());
        for (const encoded of base64Forms(bytes))
            forms.add(encoded);
    }
    return [...forms].filter((form) => !/[\r\n]/.test(form));
}
// Inside a longer text the base64 form depends on where the value starts; the characters that mix with neighbours are cut off.
function base64Forms(bytes) {
    const forms = [];
    for (const offset of [0, 1, 2]) {
        const shifted = Buffer.concat([Buffer.alloc(offset), bytes]);
        const cut = shifted.length % 3 === 0 ? shifted.length : shifted.length - (shifted.length % 3);
        const whole = Buffer.from(shifted.subarray(0, cut))
            .toString('base64')
            .slice(offset === 0 ? 0 : 4);
        // Short pieces would mask innocent text.
        if (whole.length < 8)
            continue;
        forms.push(whole, whole.replaceAll('+', '-').replaceAll('/', '_'));
    }
    return forms;
}
function encodeQuietly(text) {
    try {
        return encodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 7309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ nullProgress),
/* harmony export */   G: () => (/* binding */ nullLogger)
/* harmony export */ });
/** Where messages for people go. The faces implement it; the core only calls it. */
/** A logger that says nothing. */
const nullLogger = {
    debug: () => { },
    info: () => { },
    notice: () => { },
    warning: () => { },
    error: () => { },
};
/** A progress listener that shows nothing. */
const nullProgress = { start: () => { }, update: () => { }, finish: () => { } };


/***/ }),

/***/ 2170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V9: () => (/* binding */ defaultCaching),
/* harmony export */   c6: () => (/* binding */ resolveConfigPath)
/* harmony export */ });
/* unused harmony export configDirectory */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/** Where the config file and kopia's cache lie on each system (docs/repository-format.md, "Client configuration"). */


const FILE_NAME = 'repository.config';
/**
 * Absolute path of the config file: the one asked for, else KOPIA_CONFIG_PATH, else the default of the system.
 * A bare file name lies in the default directory, anything with a separator is a path.
 */
function resolveConfigPath(asked, user) {
    const path = pathOf(user);
    const given = asked || user.env['KOPIA_CONFIG_PATH'] || FILE_NAME;
    return path.basename(given) === given ? path.join(configDirectory(user), given) : path.resolve(user.workingDirectory, given);
}
/** kopia's directory for settings. */
function configDirectory(user) {
    const path = pathOf(user);
    const home = user.env['HOME'] || user.home;
    switch (user.platform) {
        case 'win32':
            return path.join(user.env['APPDATA'] || path.join(user.home, 'AppData', 'Roaming'), 'kopia');
        case 'darwin':
            return path.join(home, 'Library', 'Application Support', 'kopia');
        case 'openbsd':
            return path.join(home, '.config', 'kopia');
        default:
            return path.join(user.env['XDG_CONFIG_HOME'] || path.join(home, '.config'), 'kopia');
    }
}
/**
 * The `caching` member of a new config file, so that kopia has its cache where it expects it when it uses the file.
 * The directory is named after the repository and the file, as kopia names it, and relative to the file.
 */
function defaultCaching(configPath, uniqueId, user) {
    const path = pathOf(user);
    const name = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(uniqueId).update(configPath).digest('hex').slice(0, 16);
    return {
        cacheDirectory: path.relative(path.dirname(configPath), path.join(userCacheDirectory(user), 'kopia', name)),
        maxCacheSize: 5_242_880_000,
        maxMetadataCacheSize: 5_242_880_000,
        maxListCacheDuration: 30,
    };
}
function userCacheDirectory(user) {
    const path = pathOf(user);
    const home = user.env['HOME'] || user.home;
    if (user.platform === 'win32')
        return user.env['LOCALAPPDATA'] || path.join(user.home, 'AppData', 'Local');
    if (user.platform === 'darwin')
        return path.join(home, 'Library', 'Caches');
    return user.env['XDG_CACHE_HOME'] || path.join(home, '.cache');
}
function pathOf(user) {
    return user.platform === 'win32' ? node_path__WEBPACK_IMPORTED_MODULE_1__.win32 : node_path__WEBPACK_IMPORTED_MODULE_1__.posix;
}


/***/ }),

/***/ 4639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ renderText)
/* harmony export */ });
/* harmony import */ var _util_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4849);
/* harmony import */ var _util_plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1610);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8191);



const MAX_FAILURES = 10;
const MAX_CHANGES = 10;
/** Lines that say what the run did, without the result line. */
function renderText(report) {
    return [...report.sources.flatMap(sourceLines), ...hookLines(report)];
}
function sourceLines(source) {
    const lines = [`${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceWords */ .hI)(source)}: ${_words_js__WEBPACK_IMPORTED_MODULE_0__/* .STATUS_WORDS */ .ly[source.status].toLowerCase()}`];
    const add = (name, value) => lines.push(`  ${name.padEnd(10)} ${value}`);
    if (source.snapshotId !== '') {
        add('snapshot', `${source.snapshotId}  root ${source.rootObjectId}`);
        add('source', (0,_util_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleText */ .Q)(source.source));
        add('content', `${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatQuantity */ .VZ)(source.files, 'file')}, ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatQuantity */ .VZ)(source.directories, 'folder')}, ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatQuantity */ .VZ)(source.symlinks, 'link')}, ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(source.bytes)}`);
        add('new', `${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(source.newBytes)} (${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatShare */ .T1)(Math.max(0, source.bytes - source.newBytes), source.bytes)} already stored)`);
        if (source.matchedSnapshotId === '')
            add('changes', 'first snapshot of this source');
        else {
            add('changes', `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .changeWords */ .mF)(source)}, against ${source.matchedSnapshotId}`);
            lines.push(...changeLines(source));
        }
        if (source.excludedFiles + source.excludedDirectories > 0) {
            add('left out', `${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatQuantity */ .VZ)(source.excludedFiles, 'file')} and ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatQuantity */ .VZ)(source.excludedDirectories, 'folder')} by ignore rules`);
        }
        if (source.specialFiles > 0)
            add('left out', `${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatQuantity */ .VZ)(source.specialFiles, 'special file')} (sockets, pipes, devices)`);
    }
    add('time', (0,_util_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(source.durationMs));
    lines.push(...failureLines(source), ...retentionLines(source));
    return lines;
}
const CHANGE_SIGNS = { new: '+', changed: '~', removed: '-' };
function changeLines(source) {
    const lines = source.changes
        .slice(0, MAX_CHANGES)
        .map((change) => `             ${CHANGE_SIGNS[change.kind]} ${(0,_util_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleText */ .Q)(change.path)}`);
    const rest = source.filesNew + source.filesChanged + source.filesRemoved - lines.length;
    if (rest > 0 && lines.length > 0)
        lines.push(`             and ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(rest)} more`);
    return lines;
}
function failureLines(source) {
    if (source.failures.length === 0)
        return [];
    const lines = source.failures
        .slice(0, MAX_FAILURES)
        .map((failure) => `    ${failure.isIgnored ? 'ignored' : 'failed '} ${(0,_util_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleText */ .Q)(failure.path)}: ${(0,_util_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleText */ .Q)(failure.error)}`);
    const rest = source.failures.length - lines.length;
    return [
        `  ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatQuantity */ .VZ)(source.failures.length, 'entry', 'entries')} not stored:`,
        ...lines,
        ...(rest > 0 ? [`    and ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(rest)} more`] : []),
    ];
}
function retentionLines(source) {
    const retention = source.retention;
    if (retention === undefined)
        return [];
    const newest = retention.kept.find((row) => row.id === source.snapshotId);
    const lines = [
        `  ${'retention'.padEnd(10)} ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatQuantity */ .VZ)(retention.kept.length, 'snapshot')} kept, ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(retention.removed.length)} removed`,
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
    const rows = report.hooks.map((hook) => [(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .hookResult */ .Bn)(hook), (0,_util_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(hook.durationMs), (0,_util_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleText */ .Q)(hook.name), (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .hookPlace */ .JA)(hook)]);
    const width = (column) => Math.max(...rows.map((row) => row[column].length));
    const [first, second, third] = [width(0), width(1), Math.min(48, width(2))];
    return [
        'hooks',
        ...rows.map(([result, time, name, place]) => `  ${result.padEnd(first)}  ${time.padStart(second)}  ${name.padEnd(third)}  ${place}`),
    ];
}


/***/ }),

/***/ 8191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
/* harmony import */ var _util_plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1610);


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
/** `2 new, 1 changed, 0 removed`. */
function changeWords(source) {
    return `${source.filesNew} new, ${source.filesChanged} changed, ${source.filesRemoved} removed`;
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
        return 'did not start';
    if (hook.signal !== null)
        return `killed by ${hook.signal}`;
    return hook.exitCode === null ? 'failed' : `exit code ${hook.exitCode}`;
}


/***/ }),

/***/ 8394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/** Time by argument: the only file that asks the system for the time. */
const startNs = BigInt(Date.now()) * 1000000n - process.hrtime.bigint();
/** The real clock; nanoseconds come from the monotonic counter, anchored to the wall clock at start and re-anchored when they drift apart. */
const systemClock = {
    nowNs() {
        const wallNs = BigInt(Date.now()) * 1000000n;
        const fineNs = startNs + process.hrtime.bigint();
        const drift = fineNs - wallNs;
        return drift > -50000000n && drift < 50000000n ? fineNs : wallNs;
    },
    nowMs: () => Date.now(),
    monotonicMs: () => performance.now(),
    sleep(ms, signal) {
        return new Promise((resolve, reject) => {
            if (signal?.aborted)
                return reject(signal.reason);
            const onAbort = () => {
                clearTimeout(timer);
                reject(signal?.reason);
            };
            const timer = setTimeout(() => {
                signal?.removeEventListener('abort', onAbort);
                resolve();
            }, ms);
            signal?.addEventListener('abort', onAbort, { once: true });
        });
    },
};


/***/ }),

/***/ 4849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   T1: () => (/* binding */ formatShare),
/* harmony export */   VZ: () => (/* binding */ formatQuantity),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/** Numbers for people: the only place that formats sizes, counts, durations and times. */
const UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];
/** Decimal size with one digit after the point: `0 B`, `999 B`, `1.5 MB`, as Kopia prints by default. */
function formatBytes(bytes) {
    let value = bytes;
    let unit = 0;
    while (value >= 1000 && unit < UNITS.length - 1) {
        value /= 1000;
        unit++;
    }
    if (unit === 0)
        return `${value} B`;
    const rounded = value.toFixed(1);
    return `${rounded.endsWith('.0') ? rounded.slice(0, -2) : rounded} ${UNITS[unit]}`;
}
/** Whole number with separators: `1,204`. */
function formatCount(count) {
    return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
/** `1 file`, `2 files`, `1,204 files`; irregular plurals are given. */
function formatQuantity(count, singular, plural = `${singular}s`) {
    return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
/** `0.2 s`, `6.2 s`, `2 min 5 s`, `1 h 2 min`. */
function formatDuration(ms) {
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    const minutes = Math.round(seconds / 60);
    return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** `98.7 %`; 100 % only when nothing is missing from it. */
function formatShare(part, whole) {
    if (whole === 0)
        return '100 %';
    const percent = (part / whole) * 100;
    if (part < whole && percent > 99.9)
        return '99.9 %';
    const text = percent.toFixed(1);
    return `${text.endsWith('.0') ? text.slice(0, -2) : text} %`;
}


/***/ }),

/***/ 1610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ visibleText)
/* harmony export */ });
/** Untrusted text (file names, output of programs) made harmless for one line of a terminal or a log. */
/** Control characters, and the characters that change the direction of text or hide. */
const UNSAFE = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
/** The text with every control and direction character written as `\u{…}`. */
function visibleText(text) {
    return text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}


/***/ }),

/***/ 5073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ systemRandom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/** Randomness by argument, so that tests can fix the bytes that are written. */

/** The operating system's generator. */
const systemRandom = (length) => new Uint8Array((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(length));


/***/ })

};
