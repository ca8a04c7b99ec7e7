export const id = 3311;
export const ids = [3311];
export const modules = {

/***/ 73311:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/commands/read-cache.js + 3 modules
var read_cache = __webpack_require__(87407);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/commands/run/hooks-digest.js
/** One number for everything that the hooks of a run would execute, so that the post step can tell whether it is still the same. */

/** SHA-256 of programs, environment and conditions of all hooks of the policy file, script files included. */
function hooksDigest(prepared) {
    const hooks = prepared.layers.map((layer) => ({ target: layer.target, hooks: layer.hooks }));
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(hooks)).digest('hex');
}

// EXTERNAL MODULE: ./lib/commands/run/run.js + 2 modules
var run = __webpack_require__(42534);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/hooks/masks.js
var hooks_masks = __webpack_require__(50317);
// EXTERNAL MODULE: ./lib/log.js
var log = __webpack_require__(97309);
// EXTERNAL MODULE: ./lib/repo/blob/workflow-identity.js
var workflow_identity = __webpack_require__(15312);
// EXTERNAL MODULE: ./lib/util/clock.js
var clock = __webpack_require__(58394);
// EXTERNAL MODULE: ./lib/util/random.js
var random = __webpack_require__(75073);
// EXTERNAL MODULE: ./lib/util/working-directory.js
var working_directory = __webpack_require__(92861);
// EXTERNAL MODULE: ./lib/commands/password.js
var commands_password = __webpack_require__(16845);
// EXTERNAL MODULE: ./lib/commands/run/prepare.js
var prepare = __webpack_require__(39103);
// EXTERNAL MODULE: ./lib/policy/target.js
var target = __webpack_require__(95181);
// EXTERNAL MODULE: ./lib/policyfile/trust.js
var trust = __webpack_require__(53122);
// EXTERNAL MODULE: ./lib/repo/blob/location.js
var blob_location = __webpack_require__(80459);
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
    const count = (0,prepare/* usesOfLayers */.Ic)(prepared.layers).length + prepared.jobBefore.length + prepared.jobAfter.length + streams;
    if (count === 0)
        return 'none in the policy file';
    const secrets = options.hookSecrets.length === 0 ? '' : `; they may ask for ${options.hookSecrets.join(', ')}`;
    return `${count} in the policy file${secrets}`;
}
function passwordWords(env, options) {
    const origin = (0,commands_password/* passwordOrigin */.qL)(env, options.password);
    return origin === undefined ? 'none given' : `from ${origin === 'the password input' ? 'the input "password"' : origin}`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./lib/commands/run/outcome.js
var outcome = __webpack_require__(62404);
// EXTERNAL MODULE: ./lib/commands/run/report.js
var run_report = __webpack_require__(26748);
// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(44639);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(99252);
// EXTERNAL MODULE: ./lib/policyfile/diagnostic.js
var diagnostic = __webpack_require__(69685);
// EXTERNAL MODULE: ./lib/util/plain-text.js
var plain_text = __webpack_require__(11610);
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
        showsDebug: core/* isDebug */._o(),
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
/** The job summary: verdict, table of sources, hooks, what is new, within GitHub's limit of 1 MiB. */




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
        parts.push(...(0,run_report/* errorsOf */.B)(source).map((error) => renderError(error, source.label)));
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
        return `| ${hookSign(hook)} ${escapeMarkdown((0,words/* hookResult */.Bn)(hook))} | ${escapeMarkdown(hook.name)} | ${escapeMarkdown((0,words/* hookPlace */.JA)(hook))} | ${hook.mode} | ${(0,format/* formatDuration */.a3)(hook.durationMs)} |`;
    });
    const table = ['| Result | Hook | Where | Mode | Time |', '|---|---|---|---|---:|', ...rows].join('\n');
    const failed = hooks.filter((hook) => hook.status !== 'ok' && hook.status !== 'not-run' && hook.tail.length > 0 && limits.tail > 0);
    const tails = failed.map((hook) => details(`Last lines of ${escapeMarkdown(hook.name)}`, `<pre>${hook.tail.slice(-limits.tail).map(escapeHtml).join('\n')}</pre>`));
    return [`### Hooks\n\n${table}`, ...tails].join('\n\n');
}
function hookSign({ status, mode }) {
    if (status === 'ok')
        return '✅';
    if (status === 'skipped' || status === 'not-run')
        return '⏭️';
    return mode === 'essential' ? '❌' : '⚠️';
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
    for (const error of [...report.errors, ...report.sources.flatMap(run_report/* errorsOf */.B)]) {
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
var run_event = __webpack_require__(98936);
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
var options = __webpack_require__(46690);
// EXTERNAL MODULE: ./lib/repo/config-path.js
var config_path = __webpack_require__(72170);
;// CONCATENATED MODULE: ./lib/action/inputs.js
/** The inputs of the action as the options of a run (action.yml). */




/** Reads and checks every input; `configPath` is the connection file that the environment names. Errors: CAIRN_USAGE naming the input and the words it takes. */
function readInputs(configPath) {
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
            configFile: configPath,
        },
        summary: readWord('summary', ['true', 'false', 'on-failure'], 'true'),
        cachePath: core/* getInput */.V4('cache-path') || undefined,
    };
}
/** Absolute path of the connection file that KOPIA_CONFIG_PATH names; undefined when it names none. */
function givenConfigPath({ platform, env, os, cwd }) {
    if ((env['KOPIA_CONFIG_PATH'] ?? '') === '')
        return undefined;
    return (0,config_path/* resolveConfigPath */.c6)(undefined, { platform, env, home: os.homeDirectory, workingDirectory: cwd });
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
var lifecycle = __webpack_require__(49433);
// EXTERNAL MODULE: ./lib/policy/effective.js
var effective = __webpack_require__(91487);
// EXTERNAL MODULE: ./lib/policy/tree.js
var tree = __webpack_require__(93304);
// EXTERNAL MODULE: ./lib/commands/run/preparation-failure.js
var preparation_failure = __webpack_require__(52278);
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
        services: (0,run/* runHookServices */.TB)(context, options, prepared, event),
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
        const prepared = (0,prepare/* prepareRun */.Z0)(context, options, event, { notices: [], warnings: [] });
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
    const { options } = readInputs(givenConfigPath(context));
    await payOwed(context, options, readEvent(context), { ...state, owed, journal: journalAt(state.journalPath) });
}

;// CONCATENATED MODULE: ./lib/action/main.js
/** The action: one step from inputs to outputs, and its post step (docs/action.md). The only place here that touches the process. */






















/** Runs the main or the post step and leaves the exit code in `process.exitCode`. */
async function runAction(process, build, entryUrl) {
    const stop = new AbortController();
    // Every request that is under way listens to it.
    (0,external_node_events_.setMaxListeners)(0, stop.signal);
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
        const inputs = readInputs(givenConfigPath(context));
        policyFile = inputs.options.policyFile;
        summary = inputs.summary;
        report = await runWith({ ...context, readCache: readCacheOf(context, inputs.cachePath) }, inputs.options);
    }
    catch (error) {
        report = failedReport(context, error);
    }
    if (report.status === 'cancelled')
        report = { ...report, exitCode: stopCode() ?? report.exitCode };
    await finishStep(context, { report, policyFile, summary });
    return report.exitCode;
}
/** Copies of blobs are kept only where somebody keeps the folder: the machine of a job is gone after it. */
function readCacheOf({ cwd, env }, path) {
    if (path === undefined)
        return undefined;
    return { directory: (0,external_node_path_.resolve)(env['GITHUB_WORKSPACE'] || cwd, path), limitBytes: read_cache/* DEFAULT_READ_CACHE_BYTES */["in"], isForAll: true };
}
async function runWith(context, options) {
    const event = readEvent(context);
    return await (0,run/* run */.eF)(context, options, {
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
    const env = { ...process.env };
    // The SDK of AWS prints a notice about this version of Node, which is not for the user to act on. Hooks do not see the variable.
    process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
    return {
        env,
        cwd: (0,working_directory/* workingDirectory */.p)(process, process.env['PWD']).path,
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
        identityToken: (0,workflow_identity/* workflowIdentity */.c)({ env, clock: clock/* systemClock */.m, mask, signal }),
        mask,
        masks,
        group,
        hookSink: actionHookSink(group),
        workers: undefined,
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
