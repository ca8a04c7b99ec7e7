export const id = 679;
export const ids = [679,3550];
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

/***/ 63550:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openQuestions: () => (/* binding */ openQuestions),
/* harmony export */   promptHidden: () => (/* binding */ promptHidden)
/* harmony export */ });
/* harmony import */ var node_readline_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26848);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/** Asks for a password on the terminal without showing what is typed. */



/** Reads one line from `input` after writing `question` to `output`; nothing typed is echoed. Errors: CAIRN_CANCELLED at Ctrl-C. */
async function promptHidden(question, input, output) {
    output.write(question);
    const silent = new node_stream__WEBPACK_IMPORTED_MODULE_1__.Writable({ write: (_chunk, _encoding, done) => done() });
    const lines = (0,node_readline_promises__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input, output: silent, terminal: true });
    try {
        return await new Promise((resolve, reject) => {
            // In raw mode Ctrl-C is a key and no signal; the end of the input counts as an empty answer.
            lines.once('SIGINT', () => reject((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .cancelled */ .KW)()));
            lines.once('close', () => resolve(''));
            lines.question('').then(resolve, reject);
        });
    }
    finally {
        lines.close();
        output.write('\n');
    }
}
/** Answers are read line by line as they come, so that a script can give all of them at once. */
function openQuestions(input, output) {
    let rest = '';
    const take = () => {
        const end = rest.indexOf('\n');
        if (end < 0)
            return undefined;
        const line = rest.slice(0, end);
        rest = rest.slice(end + 1);
        return line;
    };
    return {
        async ask(question) {
            output.write(question);
            for (let line = take();; line = take()) {
                if (line !== undefined)
                    return line.replace(/\r$/, '');
                const chunk = await nextChunk(input);
                if (chunk === undefined)
                    return rest === '' ? undefined : rest;
                rest += chunk;
            }
        },
        close: () => input.pause(),
    };
}
/** What comes next, undefined at the end; the stream is paused before and after. */
async function nextChunk(input) {
    return await new Promise((resolve) => {
        const done = (chunk) => {
            input.off('data', onData);
            input.off('end', onEnd);
            input.pause();
            resolve(chunk);
        };
        const onData = (chunk) => done(chunk.toString());
        const onEnd = () => done(undefined);
        if (input.readableEnded) {
            resolve(undefined);
            return;
        }
        input.on('data', onData);
        input.on('end', onEnd);
        input.resume();
    });
}


/***/ }),

/***/ 30679:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyEdit: () => (/* binding */ policyEdit)
});

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/policy/native-json.js
var native_json = __webpack_require__(76322);
// EXTERNAL MODULE: ./lib/policy/target.js
var policy_target = __webpack_require__(95181);
// EXTERNAL MODULE: ./lib/snapshot/policies.js
var policies = __webpack_require__(36472);
// EXTERNAL MODULE: ./lib/util/indent-json.js
var indent_json = __webpack_require__(95743);
// EXTERNAL MODULE: ./lib/commands/policy/save.js
var save = __webpack_require__(94704);
;// CONCATENATED MODULE: ./lib/commands/policy/edit.js
/** `policy edit`: the text that an editor is given, and what comes back (docs/policy.md, "Policies of the repository"). */






/** Edits and saves the policies of the targets one after the other. Rejects with what `edit` throws. */
async function editPolicies(repository, targets, editing) {
    for (const target of targets) {
        const original = (await (0,policies/* findPolicy */.i6)(repository, target))?.policy ?? {};
        const updated = await editPolicy(target, original, editing);
        const json = (0,native_json/* encodePolicy */.D1)(updated);
        if (json === (0,native_json/* encodePolicy */.D1)(original)) {
            editing.log.info(`The policy of ${(0,policy_target/* formatTarget */.P4)(target)} is unchanged`);
            continue;
        }
        editing.log.info(`New policy of ${(0,policy_target/* formatTarget */.P4)(target)}:\n${(0,indent_json/* indentJson */.h)(json)}`);
        if (isYes(await editing.ask('Save updated policy? (y/N) ')))
            await (0,save/* savePolicies */.c)(repository, [{ target, policy: updated }]);
    }
}
/** The policy as edited. Throws CAIRN_EDITOR_FAILED when the user gives up a text that is none. */
async function editPolicy(target, original, { log, edit, ask }) {
    let text = editorText(target, original);
    for (;;) {
        text = await edit(text);
        const problem = problemOf(target, text);
        if (typeof problem !== 'string')
            return problem;
        log.error(problem);
        const answer = await ask('Reopen editor to fix? (Y/n) ');
        if (answer === undefined || /^n/i.test(answer.trim()))
            throw new errors/* CairnError */.eb('CAIRN_EDITOR_FAILED', `The edit was given up. The policy of ${(0,policy_target/* formatTarget */.P4)(target)} is unchanged.`);
    }
}
function problemOf(target, text) {
    const parsed = (0,native_json/* parsePolicyText */.XL)(withoutComments(text));
    if ((0,native_json/* isPolicyProblem */.Eo)(parsed))
        return `${parsed.path === '' ? 'The text' : parsed.path} is not ${parsed.expected}.`;
    if (parsed.unknownMembers.length > 0)
        return `No Kopia policy has the field ${parsed.unknownMembers.join(', ')}.`;
    try {
        (0,save/* checkPolicy */.h)(target, parsed.policy);
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
    return parsed.policy;
}
const HINTS = [
    ['retention', ['How many are kept: "keepLatest", "keepHourly", "keepDaily", "keepWeekly", "keepMonthly", "keepAnnual".']],
    ['files', ['What is left out: "ignore": ["*.ext"], "ignoreDotFiles": [".kopiaignore"], "maxFileSize": bytes, "oneFileSystem": true.']],
    ['scheduling', ['When: "intervalSeconds": 3600, "timeOfDay": [{"hour":3,"min":30}], "cron": ["0 3 * * *"]; or "manual": true alone.']],
];
/** The policy as JSON with a line for each member and comments that start with #. */
function editorText(target, policy) {
    const lines = (0,indent_json/* indentJson */.h)((0,native_json/* encodePolicy */.D1)(policy)).split('\n');
    const body = lines.flatMap((line) => {
        const hint = HINTS.find(([section]) => line.startsWith(`  "${section}": {`));
        return [...(hint?.[1] ?? []).map((text) => `  # ${text}`), line];
    });
    return [
        `# The policy of ${(0,policy_target/* formatTarget */.P4)(target)}.`,
        '#',
        '# Change it, save the file and leave the editor. It must stay JSON; lines that start with # are left out.',
        '',
        ...body,
        '',
    ].join('\n');
}
function withoutComments(text) {
    return text
        .split(/\r?\n/)
        .filter((line) => !line.trimStart().startsWith('#'))
        .join('\n');
}
function isYes(answer) {
    return /^y/i.test((answer ?? '').trim());
}

// EXTERNAL MODULE: ./lib/commands/writable.js
var writable = __webpack_require__(53048);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/cli/editor.js
/** Lets the user change a text in an editor of their own. */




/** Opens `text` as a file of that name and resolves to what was saved. Errors: CAIRN_EDITOR_FAILED. */
async function editText(context, fileName, text) {
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(context.os.temporaryDirectory, 'cairn-edit-'));
    const path = (0,external_node_path_.join)(folder, fileName);
    try {
        (0,external_node_fs_.writeFileSync)(path, text, { mode: 0o600, flag: 'wx' });
        const [program, ...args] = editorCommand(context.env, context.platform);
        await runEditor(program, [...args, path]);
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    finally {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    }
}
/** VISUAL, then EDITOR: a program, in double quotes when its path has blanks, and arguments between blanks. */
function editorCommand(env, platform) {
    const text = (env['VISUAL'] || env['EDITOR'] || '').trim();
    if (text === '')
        return [platform === 'win32' ? 'notepad.exe' : 'vi'];
    const quoted = /^"([^"]+)"(.*)$/.exec(text);
    const [program = '', rest = ''] = quoted === null ? [text.split(/\s+/, 1)[0], text.replace(/^\S+/, '')] : quoted.slice(1);
    return [program, ...rest.split(/\s+/).filter((part) => part !== '')];
}
async function runEditor(program, args) {
    const hint = 'Name an editor in VISUAL or EDITOR.';
    const code = await new Promise((resolve) => {
        const child = (0,external_node_child_process_.spawn)(program, args, { stdio: 'inherit' });
        child.on('error', (error) => resolve((0,errors/* messageOf */.bD)(error)));
        child.on('exit', (exitCode, signal) => resolve(exitCode ?? signal ?? 'unknown'));
    });
    if (code === 0)
        return;
    const why = typeof code === 'number' ? `ended with exit code ${code}` : `could not be run: ${code}`;
    throw new errors/* CairnError */.eb('CAIRN_EDITOR_FAILED', `The editor "${program}" ${why}. The policy is unchanged.`, { hint });
}

// EXTERNAL MODULE: ./lib/cli/policy-targets.js
var policy_targets = __webpack_require__(5973);
// EXTERNAL MODULE: ./lib/cli/prompt.js
var cli_prompt = __webpack_require__(63550);
;// CONCATENATED MODULE: ./lib/cli/verbs/policy-edit.js
/** `cairn policy edit`. */






async function policyEdit(context, input) {
    await (0,commands_open/* withRepository */.B)(context, {}, async (repository) => {
        (0,writable/* requireWritable */.i)(repository);
        const targets = await (0,policy_targets/* targetsOf */.Q)(context, input, repository);
        const questions = (0,cli_prompt.openQuestions)(process.stdin, process.stderr);
        try {
            await editPolicies(repository, targets, {
                log: context.log,
                edit: async (text) => await editText(context, 'policy.json', text),
                ask: questions.ask,
            });
        }
        finally {
            questions.close();
        }
    });
    return 0;
}


/***/ }),

/***/ 94704:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ savePolicies),
/* harmony export */   h: () => (/* binding */ checkPolicy)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _policy_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16457);
/* harmony import */ var _policy_target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95181);
/* harmony import */ var _policyfile_cron_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47694);
/* harmony import */ var _snapshot_policies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36472);
/** Saves policies after the checks that Kopia makes too (docs/policy.md, "Policies of the repository"). */





/** Saves all of them or none. Throws CAIRN_POLICY_REFUSED, CAIRN_TARGET_INVALID. */
async function savePolicies(repository, policies) {
    for (const { target, policy } of policies)
        checkPolicy(target, policy);
    for (const { target, policy } of policies)
        await (0,_snapshot_policies_js__WEBPACK_IMPORTED_MODULE_3__/* .setPolicy */ .jP)(repository, target, policy);
    await repository.flush();
}
/** Throws CAIRN_POLICY_REFUSED for a policy that Kopia refuses to store. */
function checkPolicy(target, policy) {
    const refuse = (why, hint) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_POLICY_REFUSED', `The policy of ${(0,_policy_target_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTarget */ .P4)(target)} cannot be stored: ${why}.`, { hint });
    const scheduling = policy.scheduling ?? {};
    if (scheduling.manual === true) {
        const other = _policy_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .POLICY_FIELDS */ .lA.find((field) => field.section[0] === 'scheduling' && field.name !== 'manual' && (0,_policy_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .isSet */ .vM)((0,_policy_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .getField */ .VI)(policy, field), field));
        if (other !== undefined)
            throw refuse(`manual and ${other.name} do not go together`, 'Keep manual alone, or remove it.');
    }
    for (const expression of scheduling.cron ?? []) {
        const problem = (0,_policyfile_cron_js__WEBPACK_IMPORTED_MODULE_2__/* .cronProblem */ .K)(expression);
        if (problem !== undefined)
            throw refuse(`"${expression}" is no cron expression: ${problem}`, 'Write such as "30 3 * * *".');
    }
    if (target.kind === 'path' && policy.upload?.maxParallelSnapshots !== undefined)
        throw refuse('max-parallel-snapshots cannot be set on a path', 'Set it with --global, on @host or on user@host.');
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

/***/ 53048:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ requireWritable)
/* harmony export */ });
/* harmony import */ var _repo_content_content_manager_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46081);
/** Refuses to begin what could not be written. */

/** Throws CAIRN_REPOSITORY_READONLY before a command says what it is about to change. */
function requireWritable({ isReadOnly }) {
    if (isReadOnly)
        throw (0,_repo_content_content_manager_js__WEBPACK_IMPORTED_MODULE_0__/* .readOnly */ .T)();
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

/***/ 47694:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ cronProblem)
/* harmony export */ });
/** Which cron expressions Kopia takes (docs/repository-format.md, "Policies"). */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG_MONTHS = [
    ...['january', 'february', 'march', 'april', 'may', 'june'],
    ...['july', 'august', 'september', 'october', 'november', 'december'],
];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const LONG_DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const SECOND = { label: 'second', least: 0, most: 59, mostStep: 59, words: [] };
const YEAR = { label: 'year', least: 1970, most: 2099, mostStep: 2099, words: [] };
const FIELDS = [
    { label: 'minute', least: 0, most: 59, mostStep: 59, words: [] },
    { label: 'hour', least: 0, most: 23, mostStep: 23, words: [] },
    { label: 'day of month', least: 1, most: 31, mostStep: 31, words: [], special: /^(?:l|lw|(?:0?[1-9]|[12]\d|3[01])w)$/ },
    { label: 'month', least: 1, most: 12, mostStep: 12, words: [...MONTHS, ...LONG_MONTHS] },
    {
        label: 'day of week',
        least: 0,
        most: 7,
        mostStep: 6,
        words: [...DAYS, ...LONG_DAYS],
        special: new RegExp(`^(?:0?[0-7]|${[...DAYS, ...LONG_DAYS].join('|')})l$`),
    },
];
/** Words for seven fields; kopia puts the fields in their place, wherever they stand. */
const NAMED = [
    ['@yearly', '0 0 0 1 1 * *'],
    ['@annually', '0 0 0 1 1 * *'],
    ['@monthly', '0 0 0 1 * * *'],
    ['@weekly', '0 0 0 * * 0 *'],
    ['@daily', '0 0 0 * * * *'],
    ['@hourly', '0 0 * * * * *'],
];
/** Undefined when Kopia takes the expression, else what is wrong with it. Everything behind `#` is a comment. */
function cronProblem(expression) {
    const text = (expression.split('#', 1)[0] ?? '').trim();
    if (text === '')
        return undefined;
    const parts = NAMED.reduce((all, [word, fields]) => all.replaceAll(word, fields), text).split(/\s+/);
    if (parts.length < 5)
        return `it has ${parts.length} fields and needs at least 5`;
    const fields = parts.length >= 7 ? [SECOND, ...FIELDS, YEAR] : parts.length === 6 ? [...FIELDS, YEAR] : FIELDS;
    for (const [index, field] of fields.entries()) {
        const entries = (parts[index] ?? '')
            .toLowerCase()
            .split(',')
            .filter((entry) => entry !== '');
        const bad = entries.find((entry) => !fits(entry, field));
        if (bad !== undefined || entries.length === 0)
            return `"${(bad ?? parts[index] ?? '').slice(0, 40)}" is not a ${field.label}`;
    }
    return undefined;
}
function fits(entry, field) {
    if (entry === '*' || entry === '?' || field.special?.test(entry))
        return true;
    const [range = '', step, ...more] = entry.split('/');
    if (more.length > 0)
        return false;
    if (step !== undefined && !isStep(step, field))
        return false;
    if (range === '*')
        return step !== undefined;
    const ends = range.split('-');
    return (ends.length <= 2 &&
        ends.every((end) => field.words.includes(end) || (isNumber(end) && Number(end) >= field.least && Number(end) <= field.most)));
}
/** Kopia knows the numbers to 59 and the years, and nothing between. */
function isStep(text, field) {
    const step = isNumber(text) ? Number(text) : 0;
    return step >= 1 && step <= field.mostStep && (step <= 59 || step >= YEAR.least);
}
function isNumber(text) {
    return /^(?:\d{1,2}|\d{4})$/.test(text);
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
