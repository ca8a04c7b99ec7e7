export const id = 2318;
export const ids = [2318];
export const modules = {

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

/***/ 4513:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vv: () => (/* binding */ isNeverAllowed),
/* harmony export */   cT: () => (/* binding */ isDoorKey),
/* harmony export */   nM: () => (/* binding */ isCredentialLike)
/* harmony export */ });
/** Names of variables that hooks get never, or only with the caller's consent (docs/hooks.md, "Environment"). */
// Nobody can let these through: the repository's password, the runner's tokens, and the files by which a process commands the runner.
const NEVER = [
    /^(KOPIA|CAIRN)_.*(PASSWORD|PASSPHRASE|SECRET|TOKEN|KEY)/,
    /^ACTIONS_/,
    /^(INPUT|STATE)_/,
    /^GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|ACTION_PATH|EVENT_PATH)$/,
    /^RUNNER_TRACKING_ID$/,
];
// Keys of clouds and platforms. Only a name in `secrets` that the caller allows as well lets one through.
const DOOR_KEYS = [
    /^(AWS|AMAZON|AZURE|ARM|GOOGLE|GCP|GCLOUD|CLOUDSDK|B2|BACKBLAZE|WASABI|MINIO|S3|DIGITALOCEAN|HCLOUD|OS|SWIFT|RCLONE)_/,
    /^(GITHUB|GH|GITLAB|NPM|NODE_AUTH|DOCKER|CODECOV|SONAR|VAULT|CLOUDFLARE|CF|HEROKU|SLACK|ALIYUN|ALIBABA)_(.*_)?(TOKEN|PAT|KEY|SECRET|PASSWORD|ID_TOKEN)$/,
    /^(NODE_AUTH_TOKEN|KUBECONFIG|SSH_AUTH_SOCK|SSH_AGENT_PID|GPG_AGENT_INFO|RESTIC_PASSWORD.*|BORG_PASSPHRASE|BORG_PASSCOMMAND)$/,
];
// Says where something is, and opens nothing.
const PLACE = /_(REGION|LOCATION|ZONE|BUCKET|PROJECT|PROJECT_ID|ENDPOINT|ENDPOINT_URL|STORAGE_ACCOUNT)$/;
// Sounds like a credential: `env-allow` in a policy file, which anybody may propose in a pull request, is not enough.
const CREDENTIAL_LIKE = /(PASSWORD|PASSWD|PASSPHRASE|PASSCODE|_PWD$|^PWD_|_PASS$|SECRET|TOKEN|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|ACCOUNT_?KEY|SIGNING_?KEY|ENCRYPTION_?KEY|SSH_?KEY|_KEY$|_PAT$|_SAS$|SAS_|CONNECTION_?STRING|(^|_)AUTH(_|$)|COOKIE|WEBHOOK|_DSN$|DATABASE_URL)/;
/** Whether no policy file and no caller can give `name` to a hook. */
function isNeverAllowed(name) {
    const upper = name.toUpperCase();
    return NEVER.some((pattern) => pattern.test(upper));
}
/** Whether `name` is given to a hook only by `secrets` with the caller's consent. */
function isCredentialLike(name) {
    return isDoorKey(name) || CREDENTIAL_LIKE.test(name.toUpperCase());
}
/** Whether `name` belongs to a cloud or a platform and may open it. */
function isDoorKey(name) {
    const upper = name.toUpperCase();
    return DOOR_KEYS.some((pattern) => pattern.test(upper)) && (!PLACE.test(upper) || CREDENTIAL_LIKE.test(upper));
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

/***/ 69685:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ hasErrors),
/* harmony export */   oV: () => (/* binding */ compareDiagnostics),
/* harmony export */   xy: () => (/* binding */ formatDiagnostic),
/* harmony export */   yS: () => (/* binding */ DIAGNOSTIC_TITLES)
/* harmony export */ });
/* unused harmony export formatExcerpt */
/** Findings in the policy file: their type, their codes, their order and their plain-text excerpt (docs/policy.md, "Findings"). */
/** Code -> title. The meaning of a code never changes. */
const DIAGNOSTIC_TITLES = {
    P001: 'not valid YAML',
    P002: 'text that must be quoted',
    P003: 'the same key twice',
    P004: 'too large, too deep, or an alias or merge key that is not taken',
    P010: 'version missing or unknown',
    P011: 'unknown key',
    P012: 'wrong type or word',
    P013: 'value that YAML versions read differently',
    P020: 'bad target',
    P021: 'two targets for one place',
    P022: 'target outside every source',
    P030: 'not exactly one program in a hook',
    P031: 'a string is not a command',
    P032: 'empty command or script',
    P033: 'a word that does not work here',
    P034: 'script that cannot be stored or started',
    P035: 'script file that cannot be used',
    P036: 'program path that is not absolute',
    P037: 'mode unknown or assumed',
    P038: 'async hook',
    P039: 'bad duration',
    P040: 'not expressible in a Kopia policy',
    P041: 'secret in the file, or a secret that is not available',
    P042: 'bad variable name',
    P043: 'unknown condition',
    P050: 'value without a meaning',
    P051: 'value that Kopia refuses',
    P052: 'settings lost on a nested folder',
    P053: 'folder hooks beside noParent',
    P054: 'redirect of a nested folder',
    P055: 'hooks that never run',
    P056: 'nothing cleans up',
    P057: 'pipeline whose failure is hidden',
};
const SEVERITY_RANK = { error: 0, warning: 1, notice: 2 };
/** Orders findings: errors first, then by place, then by code. */
function compareDiagnostics(a, b) {
    return (SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity] ||
        a.range.startLine - b.range.startLine ||
        a.range.startColumn - b.range.startColumn ||
        (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}
/** Whether a file with these findings must not be used. */
function hasErrors(diagnostics) {
    return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
const MAX_EXCERPT = 160;
/**
 * Text of one finding: the place, the message, the line with carets below the token, the hint.
 * Plain text without colours; control characters of the file are shown as `?`, tabs as one blank.
 */
function formatDiagnostic(diagnostic, filePath, text) {
    const { range } = diagnostic;
    const head = `${filePath}:${range.startLine}:${range.startColumn} ${diagnostic.severity} ${diagnostic.code} ${diagnostic.message}`;
    const lines = [head];
    const excerpt = formatExcerpt(range, text);
    if (excerpt !== undefined)
        lines.push(excerpt);
    if (diagnostic.hint !== undefined)
        lines.push(`  ${diagnostic.hint}`);
    return lines.join('\n');
}
/** The line of `range` with carets below it, or undefined when the text has no such line. */
function formatExcerpt(range, text) {
    const line = text.split(/\r\n|\r|\n/, range.startLine)[range.startLine - 1];
    if (line === undefined || line === '')
        return undefined;
    const from = Math.max(0, range.startColumn - 1 - MAX_EXCERPT / 2);
    const shown = line.slice(from, from + MAX_EXCERPT);
    const start = range.startColumn - 1 - from;
    const end = range.endLine === range.startLine ? range.endColumn - 1 - from : shown.length;
    const number = String(range.startLine);
    const clean = shown.replaceAll('\t', ' ').replace(/\p{Cc}/gu, '?');
    const carets = '^'.repeat(Math.max(1, Math.min(end, shown.length) - start));
    return `  ${number} | ${clean}\n  ${' '.repeat(number.length)} | ${' '.repeat(start)}${carets}`;
}


/***/ }),

/***/ 36754:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ readVariables),
/* harmony export */   Em: () => (/* binding */ readMode),
/* harmony export */   OW: () => (/* binding */ readTimeout),
/* harmony export */   r6: () => (/* binding */ readNames),
/* harmony export */   sK: () => (/* binding */ readCondition),
/* harmony export */   tK: () => (/* binding */ readWhen)
/* harmony export */ });
/* unused harmony export variableNameProblem */
/* harmony import */ var _policy_variable_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4513);
/* harmony import */ var _durations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59465);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7000);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21881);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94861);
/* harmony import */ var _script_checks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9902);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87357);
/* harmony import */ var _yaml_tree_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(80902);








/** Whole seconds of `timeout` or `timeout-minutes`; undefined when neither is there or it is wrong. */
function readTimeout(entries, reading) {
    const timeout = entries.get('timeout');
    const minutes = entries.get('timeout-minutes');
    if (timeout !== undefined && minutes !== undefined) {
        const second = timeout.keySpan.start > minutes.keySpan.start ? timeout : minutes;
        reading.findings.add('P039', second.keySpan, second.path, 'timeout and timeout-minutes are not used together.', {
            hint: 'Keep one of them.',
        });
    }
    const fromMinutes = minutes === undefined ? undefined : readMinutes(minutes, reading);
    return timeout === undefined ? fromMinutes : readTimeoutValue(timeout, reading);
}
function readTimeoutValue(entry, reading) {
    const { value, path } = entry;
    if (reading.isNative && value.kind === 'scalar' && typeof value.value !== 'number')
        return (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .wrongType */ .gQ)(value, path, 'a whole number of seconds', reading);
    return withinLimits((0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .readDuration */ .$7)(value, path, reading), value, path, reading);
}
function readMinutes(entry, reading) {
    const { value, path } = entry;
    if (value.kind === 'scalar' && (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .isTruthTrap */ .FS)(value, path, 'Write a whole number of minutes.', reading))
        return undefined;
    if (value.kind !== 'scalar' || typeof value.value !== 'number')
        return (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .wrongType */ .gQ)(value, path, 'a whole number of minutes', reading);
    if (/^0\d/.test(value.text)) {
        (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .readDuration */ .$7)(value, path, reading);
        return undefined;
    }
    if (!Number.isInteger(value.value)) {
        reading.findings.add('P039', value.span, path, 'The timeout is not a whole number of minutes.');
        return undefined;
    }
    return withinLimits(value.value * 60, value, path, reading);
}
function withinLimits(seconds, node, path, reading) {
    if (seconds === undefined || (seconds >= 1 && seconds <= _durations_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_TIMEOUT_SECONDS */ .Pe))
        return seconds;
    reading.findings.add('P039', node.span, path, 'A timeout is at least 1 second and at most 24 hours.');
    return undefined;
}
/** The mode that `mode` or `continue-on-error` asks for; undefined when neither is there or it is wrong. */
function readMode(entries, reading) {
    const mode = entries.get('mode');
    const flag = entries.get('continue-on-error');
    const fromFlag = flag === undefined ? undefined : (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .readBoolean */ .Vf)(flag.value, flag.path, reading);
    const asked = fromFlag === undefined ? undefined : fromFlag ? 'optional' : 'essential';
    if (mode === undefined)
        return asked;
    if (reading.isNative && mode.value.kind === 'scalar' && mode.value.value === '')
        return undefined;
    const word = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .readWord */ .pS)(mode.value, mode.path, _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .MODES */ .FN, 'P037', reading);
    if (word === undefined)
        return undefined;
    if (word === 'async') {
        reading.findings.add('P038', mode.value.span, mode.path, 'kopia kills an async hook as soon as it has started it; Cairn lets it finish and waits for it at the end.', {
            hint: 'Use essential or optional unless only Cairn runs this hook.',
        });
    }
    if (asked !== undefined && asked !== word && flag !== undefined) {
        const second = mode.keySpan.start > flag.keySpan.start ? mode : flag;
        reading.findings.add('P037', second.keySpan, second.path, `mode: ${word} and continue-on-error: ${fromFlag} disagree.`, {
            hint: 'Keep one of them.',
        });
    }
    return _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .MODES */ .FN.find((known) => known === word);
}
/** The outcomes of `when`. */
function readWhen(entry, isAfterHook, reading) {
    const word = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .readWord */ .pS)(entry.value, entry.path, _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .STATUSES */ .f, 'P043', reading);
    if (word !== undefined && !isAfterHook) {
        reading.findings.add('P043', entry.value.span, entry.path, 'A before-hook runs before there is an outcome.', {
            hint: 'Delete `when`, or move it to the after-hook.',
        });
        return undefined;
    }
    return _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .STATUSES */ .f.find((known) => known === word);
}
/** The conditions of `if`. */
function readCondition(entry, hasStatus, reading) {
    const map = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .readMap */ .l8)(entry.value, entry.path, reading);
    if (map === undefined)
        return undefined;
    const entries = (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .readKeys */ .x4)(map, _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .CONDITION_FIELDS */ .iH, entry.path, reading.findings);
    const list = (name) => {
        const condition = entries.get(name);
        return condition === undefined ? undefined : readConditionList(condition, reading);
    };
    const status = entries.get('status');
    if (status !== undefined && !hasStatus) {
        reading.findings.add('P043', status.value.span, status.path, 'The status of the run is known only in job.after.', {
            hint: 'Use `when` in an after-hook.',
        });
    }
    const os = list('os');
    const event = list('event');
    const ref = list('ref');
    const exists = list('exists');
    const statuses = list('status');
    return {
        ...(os === undefined ? {} : { os }),
        ...(event === undefined ? {} : { event }),
        ...(ref === undefined ? {} : { ref }),
        ...(exists === undefined ? {} : { exists }),
        ...(statuses === undefined ? {} : { status: statuses.flatMap((word) => _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .STATUSES */ .f.find((known) => known === word) ?? []) }),
    };
}
/** A list of texts; allowed words are checked. */
function readConditionList(entry, reading) {
    const { value, path, field } = entry;
    const texts = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .readTexts */ .Z7)(value, path, reading);
    if (texts === undefined || value.kind !== 'list' || field.shape.kind !== 'wordList')
        return texts;
    const { words } = field.shape;
    return value.items.flatMap((item, index) => item.kind === 'scalar' && typeof item.value === 'string' ? ((0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .readWord */ .pS)(item, `${path}[${index}]`, words, 'P043', reading) ?? []) : []);
}
/** What is wrong with a variable's name, or undefined. */
function variableNameProblem(name) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
        return `"${name.slice(0, 40)}" is not a name of a variable.`;
    if (/^KOPIA_/i.test(name))
        return 'Names that start with KOPIA_ are set by Cairn.';
    if ((0,_policy_variable_names_js__WEBPACK_IMPORTED_MODULE_6__/* .isNeverAllowed */ .Vv)(name))
        return `${name} never reaches a hook.`;
    return undefined;
}
/** Names of `env-allow`, `secrets`; a bad one is P042 at the item. */
function readNames(entry, reading) {
    const names = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .readTexts */ .Z7)(entry.value, entry.path, reading);
    if (names === undefined || entry.value.kind !== 'list')
        return names;
    for (const [index, item] of entry.value.items.entries()) {
        if (item.kind !== 'scalar' || typeof item.value !== 'string')
            continue;
        const problem = variableNameProblem(item.value);
        if (problem !== undefined)
            reading.findings.add('P042', item.span, `${entry.path}[${index}]`, problem);
        else if (entry.name === 'secrets')
            checkSecretName(item.value, item, `${entry.path}[${index}]`, reading);
        else if ((0,_policy_variable_names_js__WEBPACK_IMPORTED_MODULE_6__/* .isCredentialLike */ .nM)(item.value)) {
            reading.findings.add('P042', item.span, `${entry.path}[${index}]`, `${item.value} may be a credential, and env-allow does not pass those.`, {
                hint: 'Name it under "secrets", and have the caller allow it with hook-secrets (--hook-secret).',
            });
        }
    }
    return names.filter((name) => variableNameProblem(name) === undefined);
}
function checkSecretName(name, node, path, reading) {
    const { availableSecrets, unsetSecrets, purpose } = reading.options;
    if (availableSecrets === undefined || availableSecrets.includes(name))
        return;
    if (unsetSecrets?.includes(name)) {
        reading.findings.add('P041', node.span, path, `The secret ${name} is allowed, but this variable is not set.`, {
            severity: purpose === 'run' ? 'error' : 'notice',
            hint: 'Set it in the environment of the command, in a workflow under `env:` of the step.',
        });
        return;
    }
    reading.findings.add('P041', node.span, path, `The caller does not allow the secret ${name}.`, {
        severity: purpose === 'run' ? 'error' : 'notice',
        hint: `Name it in the input hook-secrets, or with --hook-secret ${name}.`,
    });
}
/** Variables of `env`; numbers and truth values are written as text. */
function readVariables(entry, reading) {
    const map = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .readMap */ .l8)(entry.value, entry.path, reading);
    if (map === undefined)
        return undefined;
    // No prototype: the names are the user's.
    const variables = Object.create(null);
    for (const { name, keySpan, value } of map.entries) {
        const path = (0,_yaml_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .childPath */ .c)(entry.path, name);
        const problem = variableNameProblem(name);
        if (problem !== undefined)
            reading.findings.add('P042', keySpan, path, problem);
        const text = readVariable(value, path, reading);
        if (text === undefined || problem !== undefined)
            continue;
        const secret = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .findSecret */ .m)(text);
        if (secret !== undefined)
            reading.findings.add('P041', value.span, path, `This looks like ${secret.what}.`, { hint: _script_checks_js__WEBPACK_IMPORTED_MODULE_4__/* .SECRET_HINT */ .B3 });
        variables[name] = text;
    }
    return variables;
}
function readVariable(node, path, reading) {
    if (node.kind !== 'scalar')
        return (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .wrongType */ .gQ)(node, path, 'text, a whole number, or true or false', reading);
    if (typeof node.value === 'string')
        return node.value;
    if (typeof node.value === 'boolean')
        return String(node.value);
    if (typeof node.value === 'number' && Number.isSafeInteger(node.value) && /^-?(?:0|[1-9]\d*)$/.test(node.text))
        return String(node.value);
    return (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .wrongType */ .gQ)(node, path, 'text, a whole number, or true or false', reading, node.value === null ? 'Write "" for an empty value.' : `Write "${node.text}".`);
}


/***/ }),

/***/ 10912:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  KU: () => (/* binding */ DEFAULT_TIMEOUT_SECONDS),
  kg: () => (/* binding */ readHook),
  C4: () => (/* binding */ readHookMap),
  mL: () => (/* binding */ readJobStep)
});

// EXTERNAL MODULE: ./lib/policy/native-hooks.js
var native_hooks = __webpack_require__(18942);
// EXTERNAL MODULE: ./lib/policyfile/command-string.js
var command_string = __webpack_require__(17787);
// EXTERNAL MODULE: ./lib/policyfile/hook-options.js
var hook_options = __webpack_require__(36754);
// EXTERNAL MODULE: ./lib/policyfile/hook-programs.js
var hook_programs = __webpack_require__(48099);
// EXTERNAL MODULE: ./lib/policyfile/script-checks.js + 2 modules
var script_checks = __webpack_require__(9902);
;// CONCATENATED MODULE: ./lib/policyfile/hook-steps.js

/** Joins steps that all are `run` with the same `shell` and nothing else; undefined when they must stay apart. */
function joinSteps(items, path, reading) {
    const scripts = [];
    const shells = new Set();
    for (const item of items) {
        if (item.kind !== 'map' || item.entries.some((entry) => entry.name !== 'run' && entry.name !== 'shell'))
            return undefined;
        const run = item.entries.find((entry) => entry.name === 'run')?.value;
        const shell = item.entries.find((entry) => entry.name === 'shell')?.value;
        if (run?.kind !== 'scalar' || typeof run.value !== 'string' || (shell !== undefined && shell.kind !== 'scalar'))
            return undefined;
        scripts.push(run);
        shells.add(shell === undefined ? (reading.defaults.shell ?? '') : String(shell.value));
    }
    const [map] = items;
    if (items.length < 2 || shells.size !== 1 || map?.kind !== 'map')
        return undefined;
    if (scripts.some((script) => (0,script_checks/* isEmptyScript */.Pn)(String(script.value)) || String(script.value).startsWith('#!')))
        return undefined;
    return { map, others: scripts.slice(1).map((node, index) => ({ node, path: `${path}[${index + 1}].run` })) };
}

// EXTERNAL MODULE: ./lib/policyfile/names.js
var names = __webpack_require__(7000);
// EXTERNAL MODULE: ./lib/policyfile/reading.js
var policyfile_reading = __webpack_require__(4284);
// EXTERNAL MODULE: ./lib/policyfile/scalars.js
var scalars = __webpack_require__(21881);
// EXTERNAL MODULE: ./lib/policyfile/schema.js
var schema = __webpack_require__(94861);
;// CONCATENATED MODULE: ./lib/policyfile/hooks.js










/** Timeout of a hook that names none, in seconds. */
const DEFAULT_TIMEOUT_SECONDS = 300;
const NATIVE_KEYS = ['path', 'args', 'script', 'timeout', 'mode'];
const NATIVE_FIELDS = Object.fromEntries(Object.entries(schema/* HOOK_FIELDS */.oE).filter(([name]) => NATIVE_KEYS.includes(name)));
/** A hook under `actions`; undefined when it is wrong, after reporting. */
function readHook(node, place, reading) {
    if (node.kind === 'map') {
        const hook = readHookMap(node, place, reading);
        return hook === undefined ? undefined : [hook];
    }
    if (node.kind === 'list' && !reading.isNative)
        return readSteps(node.items, node.span, place, reading);
    if (node.kind === 'scalar' && typeof node.value === 'string')
        return readWordHook(node, node.value, place, reading);
    return (0,scalars/* wrongType */.gQ)(node, place.path, 'a hook', reading, 'Write a map with `run`, `file` or `command`.');
}
/** One entry of `job.before` or `job.after`. */
function readJobStep(node, place, reading) {
    if (node.kind === 'map')
        return readHookMap(node, place, reading);
    if (node.kind === 'scalar' && typeof node.value === 'string') {
        readWordHook(node, node.value, place, reading);
        return undefined;
    }
    return (0,scalars/* wrongType */.gQ)(node, place.path, 'a hook', reading, 'Write a map with `run`, `file` or `command`.');
}
function readWordHook(node, word, place, reading) {
    const isRoot = place.kind === 'before-root' || place.kind === 'after-root';
    if (word === 'none' && isRoot && !reading.isNative)
        return [{ ...baseOf(place, reading), program: { kind: 'none' }, mode: 'optional', capturesRedirect: false }];
    if (word === 'none' || word === 'inherit') {
        const message = word === 'none'
            ? '`none` switches off an inherited hook, and only root hooks are inherited.'
            : 'A hook that is not set is inherited; there is no word for it.';
        reading.findings.add('P033', node.span, place.path, message, { hint: 'Delete this hook.' });
        return undefined;
    }
    reading.findings.add('P031', node.span, place.path, `A string is not a command: ${describeSplit(word)}.`, { hint: rewrites(word) });
    return undefined;
}
function describeSplit(text) {
    const split = (0,command_string/* splitCommandString */.T)(text);
    if (!split.ok)
        return split.problem === 'empty' ? 'it is empty' : 'Kopia refuses its quotes';
    const shown = split.argv
        .map((item) => `‹${item}›`)
        .join(' ')
        .slice(0, 300);
    return `Kopia would split it into ${shown}${split.dropped === '' ? '' : ' and drop what follows the line end'}`;
}
function rewrites(text) {
    const split = (0,command_string/* splitCommandString */.T)(text);
    const argv = split.ok ? split.argv : text.split(' ');
    const run = text.includes('\n')
        ? '`run: |` with these lines below it'
        : `\`run: ${/^[\w./ $-]+$/.test(text) ? text : JSON.stringify(text)}\``;
    return `Write ${run}, or \`command: ${JSON.stringify(argv)}\`.`.slice(0, 600);
}
function readSteps(items, span, place, reading) {
    if (items.length === 0) {
        reading.findings.add('P032', span, place.path, 'The list of steps is empty.');
        return undefined;
    }
    const joined = joinSteps(items, place.path, reading);
    if (joined !== undefined)
        return readJoined(joined, span, place, reading);
    if (items.length > 1)
        (0,policyfile_reading/* reportExtension */.o)(reading, place.keySpan, place.path, 'a list of steps that are not lines of one script');
    const hooks = [];
    for (const [index, item] of items.entries()) {
        const stepPlace = { ...place, path: `${place.path}[${index}]` };
        if (item.kind === 'map') {
            const hook = readHookMap(item, stepPlace, reading);
            if (hook !== undefined)
                hooks.push(hook);
        }
        else if (item.kind === 'scalar' && typeof item.value === 'string') {
            readWordHook(item, item.value, { ...stepPlace, kind: 'before-folder' }, reading);
        }
        else
            (0,scalars/* wrongType */.gQ)(item, stepPlace.path, 'a step', reading, 'Write a map with `run`, `file` or `command`.');
    }
    const [first, ...rest] = hooks;
    return first === undefined || hooks.length !== items.length ? undefined : [first, ...rest];
}
function readJoined(joined, span, place, reading) {
    const hook = readHookMap(joined.map, { ...place, path: `${place.path}[0]` }, reading);
    let isUsable = hook !== undefined;
    for (const { node, path } of joined.others) {
        reading.scripts.add(node);
        const script = String(node.value);
        if (!(0,script_checks/* checkScript */.wN)({ node, path, script, stored: script, isInline: true }, reading))
            isUsable = false;
        else if (hook?.program.kind === 'script' && (hook.program.shell ?? 'sh') === 'sh')
            (0,script_checks/* checkPipes */.MZ)(node, script, path, reading);
    }
    if (!isUsable || hook?.program.kind !== 'script')
        return undefined;
    const parts = [hook.program.script, ...joined.others.map(({ node }) => String(node.value))];
    const script = parts.map((part) => (part.endsWith('\n') ? part : `${part}\n`)).join('');
    if (Buffer.byteLength(script) > script_checks/* MAX_SCRIPT_BYTES */.bR) {
        reading.findings.add('P034', span, place.path, `The steps together have more than ${script_checks/* MAX_SCRIPT_BYTES */.bR} bytes.`, {
            hint: 'Keep the script in the repository and start it from a short one.',
        });
    }
    return [{ ...hook, program: { ...hook.program, script } }];
}
/** Reads a hook written as a map. */
function readHookMap(map, place, reading) {
    const table = reading.isNative ? NATIVE_FIELDS : place.kind === 'stream' ? schema/* STREAM_FIELDS */.pl : schema/* HOOK_FIELDS */.oE;
    const entries = (0,names/* readKeys */.x4)(map, table, place.path, reading.findings);
    for (const entry of entries.values()) {
        // `capture: none` before a folder only promises that the hook does not redirect; kopia loses nothing by it.
        const isPromise = entry.name === 'capture' && place.kind === 'before-folder';
        if (entry.field.isExtension && place.kind !== 'stream' && !isPromise)
            (0,policyfile_reading/* reportExtension */.o)(reading, entry.keySpan, entry.path, `"${entry.name}"`);
    }
    const chosen = chooseProgram(entries, place, reading);
    const read = chosen === undefined ? undefined : (0,hook_programs/* readProgram */.Lk)(chosen, entries, reading.defaults.shell, reading);
    const mode = place.kind === 'stream' ? 'essential' : readModeOrDefault(entries, place, reading);
    const timeoutSeconds = (0,hook_options/* readTimeout */.OW)(entries, reading) ?? defaultTimeout(chosen?.name, place, reading);
    const options = readOptions(entries, place, reading);
    if (read === undefined)
        return undefined;
    return { ...baseOf(place, reading), ...options, program: read.program, mode, timeoutSeconds };
}
function chooseProgram(entries, place, reading) {
    const present = schema/* PROGRAM_FIELDS */.FA.flatMap((name) => entries.get(name) ?? []);
    const [first] = present;
    const hint = 'Use exactly one of run, file and command.';
    if (first === undefined) {
        reading.findings.add('P030', place.keySpan, place.path, 'The hook says nothing to run.', { hint });
        return undefined;
    }
    const script = entries.get('script');
    if (reading.isNative && present.length === 2 && script !== undefined) {
        reading.findings.add('P030', place.keySpan, place.path, 'The hook has both path and script; the script is run.', {
            severity: 'warning',
        });
        return script;
    }
    if (present.length > 1) {
        reading.findings.add('P030', place.keySpan, place.path, `The hook has ${present.map((entry) => entry.name).join(' and ')}.`, { hint });
        for (const entry of present)
            if ((entry.name === 'run' || entry.name === 'script') && entry.value.kind === 'scalar')
                reading.scripts.add(entry.value);
        return undefined;
    }
    if (entries.has('args') && first.name !== 'path' && !reading.isNative) {
        reading.findings.add('P030', place.keySpan, place.path, '`args` belongs to `path`.', { hint: 'Write `command: [program, argument]`.' });
    }
    return first;
}
function readModeOrDefault(entries, place, reading) {
    const mode = (0,hook_options/* readMode */.Em)(entries, reading);
    if (mode !== undefined)
        return mode;
    const assumed = reading.isNative ? 'optional' : 'essential';
    const isAbsent = !(entries.has('mode') || entries.has('continue-on-error'));
    const isEmpty = reading.isNative && entries.get('mode')?.value.kind === 'scalar';
    if (isAbsent || isEmpty) {
        reading.findings.add('P037', place.keySpan, place.path, `The hook names no mode; it is ${assumed}.`, {
            severity: 'notice',
            hint: reading.isNative
                ? 'Kopia takes a missing mode as optional. Write "mode": "essential" if a failure must stop the snapshot.'
                : `Write mode: ${assumed} to say so.`,
        });
    }
    return assumed;
}
function defaultTimeout(program, place, reading) {
    if (reading.isNative)
        return native_hooks/* NATIVE_TIMEOUT_SECONDS */.M;
    const isJob = place.kind === 'job-before' || place.kind === 'job-after';
    const fromFile = isJob || program === 'run' ? reading.defaults.timeoutSeconds : undefined;
    return fromFile ?? DEFAULT_TIMEOUT_SECONDS;
}
function readOptions(entries, place, reading) {
    const isAfter = place.kind === 'after-root' || place.kind === 'after-folder' || place.kind === 'job-after';
    const optional = (name, read) => {
        const entry = entries.get(name);
        return entry === undefined ? undefined : read(entry);
    };
    const name = optional('name', (entry) => (0,scalars/* readText */.yR)(entry.value, entry.path, reading));
    const when = optional('when', (entry) => (0,hook_options/* readWhen */.tK)(entry, isAfter, reading));
    const condition = optional('if', (entry) => (0,hook_options/* readCondition */.sK)(entry, place.kind === 'job-after', reading));
    const env = optional('env', (entry) => (0,hook_options/* readVariables */.Ch)(entry, reading));
    const ownAllow = optional('env-allow', (entry) => (0,hook_options/* readNames */.r6)(entry, reading));
    const envAllow = ownAllow === undefined && reading.defaults.envAllow === undefined
        ? undefined
        : [...new Set([...(reading.defaults.envAllow ?? []), ...(ownAllow ?? [])])];
    const secrets = optional('secrets', (entry) => (0,hook_options/* readNames */.r6)(entry, reading));
    const requires = optional('requires', (entry) => (0,scalars/* readTexts */.Z7)(entry.value, entry.path, reading));
    const workingDirectory = optional('working-directory', (entry) => readWorkingDirectory(entry, reading));
    const capture = optional('capture', (entry) => (0,scalars/* readWord */.pS)(entry.value, entry.path, ['none'], 'P012', reading));
    const capturesAtAll = place.kind === 'before-root' || place.kind === 'before-folder';
    return {
        ...(name === undefined ? {} : { name }),
        ...(when === undefined ? {} : { when }),
        ...(condition === undefined ? {} : { if: condition }),
        ...(env === undefined ? {} : { env }),
        ...(envAllow === undefined ? {} : { envAllow }),
        ...(secrets === undefined ? {} : { secrets }),
        ...(requires === undefined ? {} : { requires }),
        ...(workingDirectory === undefined ? {} : { workingDirectory }),
        capturesRedirect: capturesAtAll && capture !== 'none',
    };
}
function readWorkingDirectory(entry, reading) {
    const text = (0,scalars/* readText */.yR)(entry.value, entry.path, reading);
    if (text === undefined)
        return undefined;
    if (text !== '' && !/^(?:[\\/]|[A-Za-z]:)/.test(text) && !text.split(/[\\/]/).includes('..'))
        return text;
    reading.findings.add('P012', entry.value.span, entry.path, 'A working directory is a path below the workspace root.', {
        hint: 'Write such as `data/db`.',
    });
    return undefined;
}
function baseOf(place, reading) {
    return {
        timeoutSeconds: DEFAULT_TIMEOUT_SECONDS,
        origin: { kind: 'policy-file', target: place.target, line: reading.lines.locate(place.keySpan.start).line },
    };
}


/***/ }),

/***/ 42318:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EE: () => (/* binding */ policyFileAbove),
/* harmony export */   Go: () => (/* binding */ readHookFile),
/* harmony export */   dP: () => (/* binding */ workspaceRootOf),
/* harmony export */   mc: () => (/* binding */ requirePolicyFile),
/* harmony export */   n$: () => (/* binding */ loadPolicyFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _diagnostic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69685);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12142);
/* harmony import */ var _yaml_document_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39422);
/** Reads the policy file and the script files it names: bounded, regular files only, and nothing outside the repository. */






/** Larger script files are not read at all, in bytes. */
const MAX_HOOK_FILE_BYTES = 1024 * 1024;
/**
 * Reads and parses a policy file.
 * @throws CAIRN_POLICY_FILE_MISSING, CAIRN_POLICY_FILE_UNREADABLE
 */
function loadPolicyFile(path, options) {
    const { workspaceRoot, ...rest } = options;
    const limit = (options.isImport ? _yaml_document_js__WEBPACK_IMPORTED_MODULE_5__/* .IMPORT_LIMITS */ .$X : _yaml_document_js__WEBPACK_IMPORTED_MODULE_5__/* .FILE_LIMITS */ .SK).bytes;
    const parseOptions = {
        ...rest,
        path,
        readHookFile: (relativePath) => readHookFile(path, relativePath, workspaceRoot),
        sourceKind: (source) => sourceKind((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspaceRoot, source)),
    };
    const bytes = readPolicyBytes(path, limit);
    if (typeof bytes === 'number')
        return { path, text: '', ...(0,_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseTooLarge */ .A)(bytes, limit) };
    return { path, text: new TextDecoder().decode(bytes), ...(0,_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePolicyFile */ ._)(bytes, parseOptions) };
}
/**
 * The file of a parse without errors.
 * @throws CAIRN_POLICY_FILE_INVALID
 */
function requirePolicyFile(loaded) {
    if (loaded.file !== undefined && !(0,_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrors */ .Cs)(loaded.diagnostics))
        return loaded.file;
    const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    const where = first === undefined
        ? ''
        : ` First, at ${loaded.path}:${first.range.startLine}:${first.range.startColumn}, ${first.code}: ${first.message}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_POLICY_FILE_INVALID', `The policy file ${loaded.path} has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}.${where}`, {
        hint: 'Run "cairn validate" for every finding with its place.',
    });
}
function readPolicyBytes(path, limit) {
    try {
        const result = readBounded(path, limit, 0);
        if (result !== 'not-a-file')
            return result;
    }
    catch (error) {
        if (hasCode(error, 'ENOENT', 'ENOTDIR')) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_POLICY_FILE_MISSING', `There is no policy file ${path}.`, {
                hint: 'Check the input policy-file (--policy-file), and that the repository was checked out before.',
                cause: error,
            });
        }
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_POLICY_FILE_UNREADABLE', `The policy file ${path} cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}.`, {
            hint: 'Give the user of this run the right to read it.',
            cause: error,
        });
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_POLICY_FILE_UNREADABLE', `The policy file ${path} is not a regular file.`, {
        hint: 'Name a file, not a folder.',
    });
}
/** Reads a script file of a hook; `relativePath` starts at the policy file. */
function readHookFile(policyPath, relativePath, workspaceRoot) {
    try {
        const root = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(workspaceRoot);
        const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(policyPath)));
        const named = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, relativePath);
        if (!isInside(named, root) && !isInside(named, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspaceRoot)))
            return { ok: false, reason: 'outside' };
        const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(named);
        if (!isInside(real, root))
            return { ok: false, reason: 'outside' };
        const bytes = readBounded(real, MAX_HOOK_FILE_BYTES, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0);
        if (bytes === 'not-a-file')
            return { ok: false, reason: 'not-a-file' };
        return typeof bytes === 'number' ? { ok: false, reason: 'too-large' } : { ok: true, bytes };
    }
    catch (error) {
        if (hasCode(error, 'ENOENT', 'ENOTDIR'))
            return { ok: false, reason: 'missing' };
        return { ok: false, reason: hasCode(error, 'EISDIR') ? 'not-a-file' : 'unreadable' };
    }
}
/** The folder that relative sources and targets start at. */
function workspaceRootOf(policyPath, githubWorkspace, currentFolder) {
    if (githubWorkspace !== undefined && githubWorkspace !== '')
        return githubWorkspace;
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(currentFolder, policyPath));
    return parent.endsWith(`${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}.github`) ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(parent) : currentFolder;
}
/** The nearest file of that relative name in a folder above `folder`: somebody who stands below a workspace means its policy file. */
function policyFileAbove(folder, name) {
    for (let at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(at, name);
        if (sourceKind(path) === 'file')
            return path;
        if (at === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at))
            return undefined;
    }
}
/** Bytes of a regular file, its size when it is larger than `limit`, or that it is something else. Never waits for a pipe. */
function readBounded(path, limit, flags) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0) | flags);
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file);
        if (!stat.isFile())
            return 'not-a-file';
        if (stat.size > limit)
            return stat.size;
        const buffer = new Uint8Array(limit + 1);
        let length = 0;
        for (;;) {
            const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, buffer, length, buffer.length - length, null);
            if (read === 0)
                return buffer.slice(0, length);
            length += read;
            if (length > limit)
                return length;
        }
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
function isInside(path, folder) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way !== '' && way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way);
}
function sourceKind(path) {
    try {
        const link = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path);
        if (link.isSymbolicLink())
            return 'symlink';
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path)).isDirectory() ? 'directory' : 'file';
    }
    catch {
        return 'missing';
    }
}
function hasCode(error, ...codes) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}


/***/ }),

/***/ 12142:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ parsePolicyFile),
  A: () => (/* binding */ refuseTooLarge)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/policyfile/control-characters.js
// Tab, line feed, carriage return and next line are allowed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/;
/** Reports, as P001, every byte order mark inside the text and the first control character outside the scripts. */
function checkCharacters(text, root, scripts, findings) {
    for (let at = text.indexOf('\ufeff'); at !== -1; at = text.indexOf('\ufeff', at + 1)) {
        findings.add('P001', { start: at, end: at + 1 }, '', 'A byte order mark stands inside the text.', {
            hint: 'Delete it; it cannot be seen.',
        });
    }
    const offset = firstRaw(text, scripts);
    if (offset !== undefined) {
        const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
        findings.add('P001', { start: offset, end: offset + 1 }, '', `The control character U+${code} is not allowed here.`, {
            hint: 'Delete it.',
        });
        return;
    }
    const escaped = root === undefined ? undefined : firstEscaped(root, scripts);
    if (escaped !== undefined)
        findings.add('P001', escaped.span, '', 'The text holds a control character.', { hint: 'Delete it.' });
}
function firstRaw(text, scripts) {
    const pattern = new RegExp(CONTROL, 'g');
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
        const at = match.index;
        const script = [...scripts].find(({ span }) => span.start <= at && at < span.end);
        if (script === undefined)
            return at;
        pattern.lastIndex = script.span.end;
    }
    return undefined;
}
function firstEscaped(root, scripts) {
    const queue = [root];
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
        if (node.kind === 'scalar' && typeof node.value === 'string' && !scripts.has(node) && CONTROL.test(node.value))
            return node;
        if (node.kind === 'list')
            queue.push(...[...node.items].reverse());
        if (node.kind === 'map')
            queue.push(...node.entries.map((entry) => entry.value).reverse());
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/policyfile/diagnostic.js
var diagnostic = __webpack_require__(69685);
;// CONCATENATED MODULE: ./lib/policyfile/findings.js

const WARNINGS = new Set(['P022', 'P038', 'P041', 'P052', 'P053', 'P054', 'P055', 'P056', 'P057']);
/** Of these codes a token gets only the first. */
const ONE_PER_TOKEN = new Set(['P002', 'P012', 'P013', 'P039', 'P050', 'P051']);
/** The findings so far. The same code at the same place is kept once, so an anchored mistake is told where its text stands. */
class Findings {
    #lines;
    #found = [];
    #seen = new Set();
    #valueTokens = new Set();
    constructor(lines) {
        this.#lines = lines;
    }
    add(code, span, path, message, extras = {}) {
        const key = `${code}@${span.start}`;
        if (this.#seen.has(key))
            return;
        if (ONE_PER_TOKEN.has(code)) {
            if (this.#valueTokens.has(span.start))
                return;
            this.#valueTokens.add(span.start);
        }
        this.#seen.add(key);
        const diagnostic = {
            code,
            severity: extras.severity ?? (WARNINGS.has(code) ? 'warning' : 'error'),
            message: plain(message),
            ...(extras.hint === undefined ? {} : { hint: plain(extras.hint) }),
            range: this.#lines.rangeOf(span),
            path: plain(path),
        };
        this.#found.push({ offset: span.start, diagnostic });
    }
    /** Drops what a syntax error makes doubtful: everything behind `offset`, and what only misses something. */
    keepBefore(offset) {
        const kept = this.#found.filter(({ offset: at, diagnostic }) => /^P00[1-4]$/.test(diagnostic.code) || (at < offset && !/^P(010|021|022|030|032|037|05[2-6])$/.test(diagnostic.code)));
        this.#found.splice(0, this.#found.length, ...kept);
    }
    get hasErrors() {
        return this.#found.some(({ diagnostic }) => diagnostic.severity === 'error');
    }
    /** All findings in order; with `strict`, warnings are errors. */
    sorted(strict) {
        const all = this.#found.map(({ diagnostic }) => {
            return strict && diagnostic.severity === 'warning' ? { ...diagnostic, severity: 'error' } : diagnostic;
        });
        return all.sort(diagnostic/* compareDiagnostics */.oV);
    }
}
/** Text of the file stands in messages: nothing in it may start a line or turn the direction of what follows. */
function plain(text) {
    return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '?');
}

// EXTERNAL MODULE: ./lib/policyfile/places.js
var policyfile_places = __webpack_require__(21098);
;// CONCATENATED MODULE: ./lib/policyfile/cross-checks.js

/** Reports P021, P022 and P052 to P056. */
function checkSurroundings(surroundings, reading) {
    const { layers, identity } = surroundings;
    const placed = layers.flatMap((written) => {
        const place = (0,policyfile_places/* placeOfTarget */.mg)(written.layer.target, identity);
        return place === undefined ? [] : [{ written, place }];
    });
    checkSamePlace(placed, reading);
    const roots = rootsOf(surroundings, placed);
    for (const { written, place } of placed) {
        checkOutside(written, place, surroundings, reading);
        const isRoot = roots.some((root) => (0,policyfile_places/* isSamePlace */.O1)(place, root));
        const isNested = !isRoot && roots.some((root) => (0,policyfile_places/* isWithin */.UO)(place, root));
        for (const hook of written.hooks) {
            if (isNested)
                checkNestedHook(hook, written, place, placed, layers, reading);
            if (isRoot)
                checkRootHook(hook, written, reading);
            checkSourceKind(hook, place, surroundings, reading);
        }
    }
    for (const written of layers)
        checkCleanUp(written, reading);
}
/** Places that are snapshotted. Without a list: the workspace, or the topmost targets when all are absolute. */
function rootsOf(surroundings, placed) {
    const { sources, identity } = surroundings;
    if (sources !== undefined)
        return sources.flatMap((source) => (0,policyfile_places/* placeOfSource */.wN)(source, identity) ?? []);
    const isAbsolute = placed.length > 0 && placed.every(({ written }) => written.layer.target.kind === 'path');
    if (!isAbsolute)
        return [(0,policyfile_places/* placeOfTarget */.mg)({ kind: 'relative', path: '.' }, identity) ?? { space: 'workspace', parts: [] }];
    return placed.flatMap(({ place }) => placed.some((other) => other.place !== place && (0,policyfile_places/* isWithin */.UO)(place, other.place) && !(0,policyfile_places/* isSamePlace */.O1)(place, other.place)) ? [] : [place]);
}
function checkSamePlace(placed, reading) {
    const seen = new Map();
    for (const { written, place } of placed) {
        const key = `${place.space}:${place.parts.join('/')}`;
        const earlier = seen.get(key);
        if (earlier === undefined)
            seen.set(key, written.layer.targetText);
        else
            reading.findings.add('P021', written.keySpan, written.path, `"${written.layer.targetText}" and "${earlier}" are the same place.`, {
                hint: 'Join the two policies.',
            });
    }
}
function checkOutside(written, place, surroundings, reading) {
    const { sources, identity } = surroundings;
    if (sources === undefined)
        return;
    const places = sources.map((source) => (0,policyfile_places/* placeOfSource */.wN)(source, identity));
    // A source whose place is not known may hold any target.
    if (places.includes(undefined) || (identity === undefined && place.space !== 'workspace'))
        return;
    if (places.some((source) => source !== undefined && ((0,policyfile_places/* isWithin */.UO)(place, source) || (0,policyfile_places/* isWithin */.UO)(source, place))))
        return;
    reading.findings.add('P022', written.keySpan, written.path, 'No listed source holds this target, so its policy is never used.', {
        hint: 'Add the folder to `sources`, or correct the target.',
    });
}
function checkNestedHook(hook, written, place, placed, layers, reading) {
    if (hook.name !== 'beforeFolder' && hook.name !== 'afterFolder')
        return;
    if (reading.options.strictKopia || reading.isNative) {
        const above = placed.filter((other) => other.written !== written && (0,policyfile_places/* isWithin */.UO)(place, other.place)).map((other) => other.written);
        const wide = layers.filter(({ layer }) => appliesWidely(layer.target, place));
        const lost = lostSettings(written, [...above, ...wide]);
        if (lost.length > 0) {
            reading.findings.add('P052', hook.keySpan, hook.path, `With a hook here, kopia no longer applies to this folder: ${lost.join(', ')}.`, {
                hint: 'Repeat these settings in this policy.',
            });
        }
    }
    if (reading.options.strictKopia && hook.name === 'beforeFolder' && hook.hooks?.some((one) => one.capturesRedirect)) {
        reading.findings.add('P054', hook.keySpan, hook.path, 'When this hook redirects, kopia loses the name and the ignore rules of the folder.', {
            hint: 'Write `capture: none` when it does not redirect.',
        });
    }
}
function appliesWidely(target, place) {
    if (target.kind === 'global')
        return true;
    if (place.space === 'workspace')
        return target.kind === 'host' || target.kind === 'user';
    return ((target.kind === 'host' && place.space.endsWith(`@${target.host}`)) ||
        (target.kind === 'user' && place.space === `${target.userName}@${target.host}`));
}
/** Sections that matter while a folder is walked. */
const FOLDER_SECTIONS = ['files', 'errorHandling', 'compression', 'metadataCompression', 'splitter', 'logging', 'upload'];
/** Rules about names and sizes of folders above keep applying, whatever the nested policy says. */
const KEPT_FIELDS = new Set(['ignore', 'noParentIgnore', 'noParentDotFiles', 'maxFileSize', 'maxParallelSnapshots']);
function lostSettings(written, above) {
    const lost = new Set();
    for (const { layer } of above) {
        for (const section of FOLDER_SECTIONS) {
            const own = Object.keys(written.layer.policy[section] ?? {});
            for (const field of Object.keys(layer.policy[section] ?? {})) {
                if (!own.includes(field) && !KEPT_FIELDS.has(field))
                    lost.add(`${section}.${field}`);
            }
        }
    }
    return [...lost].sort();
}
function checkRootHook(hook, written, reading) {
    const isFolderHook = hook.name === 'beforeFolder' || hook.name === 'afterFolder';
    if (!isFolderHook || written.layer.policy.noParent !== true)
        return;
    reading.findings.add('P053', hook.keySpan, hook.path, 'kopia skips folder hooks of a source whose policy has noParent; Cairn runs them.', {
        hint: 'Use the root hooks, or leave noParent out.',
    });
}
function checkSourceKind(hook, place, surroundings, reading) {
    for (const source of surroundings.sources ?? []) {
        const sourcePlace = (0,policyfile_places/* placeOfSource */.wN)(source, surroundings.identity);
        if (sourcePlace === undefined || !(0,policyfile_places/* isSamePlace */.O1)(place, sourcePlace))
            continue;
        const isFolderHook = hook.name === 'beforeFolder' || hook.name === 'afterFolder';
        const kind = source.kind === 'stream' ? (isFolderHook ? 'stream' : undefined) : reading.options.sourceKind?.(source.path);
        if (kind === undefined || kind === 'directory' || kind === 'missing')
            continue;
        if (kind === 'symlink') {
            reading.findings.add('P055', hook.keySpan, hook.path, 'This source is a symbolic link: Cairn runs the hook, kopia does not.', {
                hint: 'Name the folder that the link leads to.',
            });
            continue;
        }
        const what = kind === 'stream' ? 'a stream, which has no folders' : 'a single file';
        reading.findings.add('P055', hook.keySpan, hook.path, `This source is ${what}, so the hook never runs.`, {
            hint: 'Put the hook on a folder, or use job.before and job.after.',
        });
    }
}
const AFTER = { beforeSnapshotRoot: 'afterSnapshotRoot', beforeFolder: 'afterFolder' };
function checkCleanUp(written, reading) {
    for (const hook of written.hooks) {
        const after = AFTER[hook.name];
        if (after === undefined || written.hooks.some((other) => other.name === after))
            continue;
        const word = hook.hooks?.map(makingWord).find((found) => found !== undefined);
        if (word === undefined)
            continue;
        reading.findings.add('P056', hook.keySpan, hook.path, `"${word}" looks like something that must be undone, and there is no ${after}.`, {
            hint: `Add ${after}, which runs whatever happens.`,
        });
    }
}
/** A command of the hook that makes or holds something. */
function makingWord(hook) {
    const { program } = hook;
    if (program.kind === 'none')
        return undefined;
    const text = program.kind === 'command' ? program.argv.join('\n') : program.script.replace(/(^|\s)#.*$/gm, '$1');
    return /(?<![\w./-])(?:\S{0,200}\/)?(mount|stop|pause|snapshot|lvcreate|freeze)(?![\w.=-])/.exec(text)?.[1];
}

// EXTERNAL MODULE: ./lib/policyfile/durations.js
var durations = __webpack_require__(59465);
// EXTERNAL MODULE: ./lib/policyfile/hook-options.js
var hook_options = __webpack_require__(36754);
// EXTERNAL MODULE: ./lib/policyfile/hook-programs.js
var hook_programs = __webpack_require__(48099);
// EXTERNAL MODULE: ./lib/policyfile/hooks.js + 1 modules
var hooks = __webpack_require__(10912);
// EXTERNAL MODULE: ./lib/policyfile/names.js
var names = __webpack_require__(7000);
// EXTERNAL MODULE: ./lib/util/bytes.js
var util_bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/policyfile/cron.js
var cron = __webpack_require__(47694);
// EXTERNAL MODULE: ./lib/policyfile/reading.js
var policyfile_reading = __webpack_require__(4284);
// EXTERNAL MODULE: ./lib/policyfile/scalars.js
var scalars = __webpack_require__(21881);
// EXTERNAL MODULE: ./lib/policyfile/yaml-tree.js
var yaml_tree = __webpack_require__(80902);
;// CONCATENATED MODULE: ./lib/policyfile/fields.js
/** Reads the fields of one policy by the tables of schema.ts. */





const MOST = Number.MAX_SAFE_INTEGER;
/** Reads a group; empty groups are left out of the result. */
function readGroup(map, table, path, reading, onHook) {
    const values = {};
    for (const entry of (0,names/* readKeys */.x4)(map, table, path, reading.findings).values()) {
        if (entry.field.isExtension) {
            if (reading.isNative)
                reading.findings.add('P011', entry.keySpan, entry.path, `"${entry.name}" is not a key of a Kopia policy.`);
            (0,policyfile_reading/* reportExtension */.o)(reading, entry.keySpan, entry.path, `"${entry.name}"`);
        }
        if (entry.field.shape.kind === 'hook') {
            onHook?.(entry);
            continue;
        }
        const value = readField(entry, reading, onHook);
        if (value !== undefined)
            values[entry.field.into ?? entry.name] = value;
    }
    if (Object.hasOwn(table, 'manual'))
        checkManual(map, table, path, reading);
    return values;
}
function readField(entry, reading, onHook) {
    const { shape } = entry.field;
    if (shape.kind === 'group')
        return readGroupValue(entry.value, shape, entry.path, reading, onHook);
    return readShape(entry.value, shape, entry.path, reading);
}
function readGroupValue(node, shape, path, reading, onHook) {
    const field = shape.short === undefined ? undefined : shape.fields[shape.short];
    if (shape.short !== undefined && field !== undefined && node.kind === 'scalar' && node.value !== null) {
        const value = readShape(node, field.shape, path, reading);
        return value === undefined ? undefined : { [shape.short]: value };
    }
    const map = (0,scalars/* readMap */.l8)(node, path, reading);
    if (map === undefined)
        return undefined;
    const values = readGroup(map, shape.fields, path, reading, onHook);
    return Object.keys(values).length === 0 ? undefined : values;
}
function readShape(node, shape, path, reading) {
    switch (shape.kind) {
        case 'boolean':
            return (0,scalars/* readBoolean */.Vf)(node, path, reading);
        case 'count':
            return (0,scalars/* readCount */._0)(node, path, shape.least ?? 0, shape.most ?? MOST, reading);
        case 'size':
            return (0,scalars/* readSize */.ik)(node, path, reading);
        case 'duration':
            return (0,scalars/* readDuration */.$7)(node, path, reading);
        case 'text':
            return (0,scalars/* readText */.yR)(node, path, reading);
        case 'texts':
            return (0,scalars/* readTexts */.Z7)(node, path, reading);
        case 'words':
            return readName(node, path, shape.words, reading);
        case 'numbered':
            return readNumbered(node, path, shape.words, reading);
        case 'times':
            return readTimes(node, path, reading);
        case 'crons':
            return readCrons(node, path, reading);
        default:
            return undefined;
    }
}
/** Names that Kopia would store whatever they are; a wrong one is P050, except for our own words. */
function readName(node, path, words, reading) {
    if (node.kind === 'scalar' && node.value === '')
        return undefined;
    if (node.kind === 'scalar' && node.value === 'lz4' && words.includes('none')) {
        reading.findings.add('P050', node.span, path, 'Nothing can be written with lz4 any more.', { hint: 'Write zstd-fastest.' });
        return undefined;
    }
    return (0,scalars/* readWord */.pS)(node, path, words, words.length === 1 ? 'P012' : 'P050', reading);
}
function readNumbered(node, path, words, reading) {
    if (node.kind === 'scalar' && typeof node.value === 'string') {
        const index = words.indexOf(node.value);
        if (index >= 0)
            return index;
        const nearest = (0,names/* nearestWord */.zZ)(node.value, words);
        reading.findings.add('P012', node.span, path, `"${node.value.slice(0, 40)}" is not known here.`, {
            hint: nearest === undefined ? `Known here: ${words.join(', ')}.` : `Did you mean "${nearest}"?`,
        });
        return undefined;
    }
    return (0,scalars/* readCount */._0)(node, path, 0, words.length - 1, reading);
}
const TIME_FIELDS = {
    hour: { doc: 'Hour, 0 to 23.', shape: { kind: 'count', most: 23 } },
    min: { doc: 'Minute, 0 to 59.', shape: { kind: 'count', most: 59 } },
};
function readTimes(node, path, reading) {
    if (node.kind !== 'list')
        return (0,scalars/* wrongType */.gQ)(node, path, 'a list of times', reading, 'Write ["03:30"].');
    const times = [];
    for (const [index, item] of node.items.entries()) {
        const time = readTime(item, `${path}[${index}]`, reading);
        if (time !== undefined)
            times.push(time);
    }
    return times.sort((a, b) => a.hour - b.hour || a.min - b.min);
}
function readTime(node, path, reading) {
    if (node.kind === 'map') {
        const entries = (0,names/* readKeys */.x4)(node, TIME_FIELDS, path, reading.findings);
        const part = (name, most) => {
            const entry = entries.get(name);
            return entry === undefined ? 0 : (0,scalars/* readCount */._0)(entry.value, entry.path, 0, most, reading);
        };
        const hour = part('hour', 23);
        const min = part('min', 59);
        return hour === undefined || min === undefined ? undefined : { hour, min };
    }
    if (node.kind === 'scalar' && node.style === 'plain' && /^\d{1,2}:\d{1,2}(?::\d+)?$/.test(node.text)) {
        reading.findings.add('P013', node.span, path, `${node.text} without quotes is a number in YAML 1.1.`, { hint: `Write "${node.text}".` });
        return undefined;
    }
    if (node.kind === 'scalar' && (0,scalars/* isTruthTrap */.FS)(node, path, 'Write "HH:MM".', reading))
        return undefined;
    const text = (0,scalars/* readText */.yR)(node, path, reading);
    if (text === undefined)
        return undefined;
    const match = /^(\d{1,2}):(\d{2})$/.exec(text);
    if (match === null) {
        reading.findings.add('P012', node.span, path, `"${text.slice(0, 40)}" is not a time of day.`, { hint: 'Write "HH:MM".' });
        return undefined;
    }
    const time = { hour: Number(match[1]), min: Number(match[2]) };
    if (time.hour <= 23 && time.min <= 59)
        return time;
    reading.findings.add('P050', node.span, path, `There is no time ${text}.`, { hint: 'Hours go to 23, minutes to 59.' });
    return undefined;
}
function readCrons(node, path, reading) {
    const texts = (0,scalars/* readTexts */.Z7)(node, path, reading);
    if (texts === undefined || node.kind !== 'list')
        return texts;
    for (const [index, item] of node.items.entries()) {
        const problem = item.kind === 'scalar' && typeof item.value === 'string' ? (0,cron/* cronProblem */.K)(item.value) : undefined;
        if (problem !== undefined) {
            reading.findings.add('P051', item.span, `${path}[${index}]`, `Kopia does not take this cron expression: ${problem}.`);
        }
    }
    return texts;
}
/** Kopia refuses `manual: true` beside any other scheduling field; the one that comes second is named. */
function checkManual(map, table, path, reading) {
    const isSet = (node) => node.kind === 'list' ? node.items.length > 0 : node.kind === 'scalar' && node.value !== false && node.value !== 0 && node.value !== null;
    // An explicit false for runMissed is a value of its own.
    const set = map.entries.filter((entry) => isSet(entry.value) || /^run-?missed$/i.test(entry.name));
    const manual = set.find((entry) => entry.name === 'manual' && entry.value.kind === 'scalar' && entry.value.value === true);
    const other = set.find((entry) => entry !== manual && (Object.hasOwn(table, entry.name) || /-/.test(entry.name)));
    if (manual === undefined || other === undefined)
        return;
    const second = map.entries.indexOf(manual) > map.entries.indexOf(other) ? manual : other;
    reading.findings.add('P051', second.keySpan, (0,yaml_tree/* childPath */.c)(path, second.name), 'Kopia refuses manual beside other scheduling fields.', {
        hint: 'Keep manual: true alone, or delete it.',
    });
}

// EXTERNAL MODULE: ./lib/policyfile/schema.js
var schema = __webpack_require__(94861);
// EXTERNAL MODULE: ./lib/policyfile/targets.js
var targets = __webpack_require__(34054);
;// CONCATENATED MODULE: ./lib/policyfile/policies.js








const PLACE_KINDS = {
    beforeSnapshotRoot: 'before-root',
    afterSnapshotRoot: 'after-root',
    beforeFolder: 'before-folder',
    afterFolder: 'after-folder',
};
/** Reads a map of target -> policy; policies with a bad target are checked and left out. */
function readPolicies(map, path, reading) {
    const written = [];
    let globalName;
    for (const entry of map.entries) {
        const at = (0,yaml_tree/* childPath */.c)(path, entry.name);
        const parsed = (0,targets/* parseTarget */.hu)(entry.name);
        if (!parsed.ok) {
            reading.findings.add('P020', entry.keySpan, at, parsed.problem, parsed.hint === undefined ? {} : { hint: parsed.hint });
        }
        else if (parsed.target.kind === 'global') {
            if (globalName !== undefined) {
                reading.findings.add('P003', entry.keySpan, at, `"${entry.name}" and "${globalName}" are two spellings of one target.`, {
                    hint: 'Join them.',
                });
            }
            globalName ??= entry.name;
        }
        const layer = readPolicy(entry, parsed.ok ? parsed.target : undefined, at, reading);
        if (layer !== undefined)
            written.push(layer);
    }
    return written;
}
function readPolicy(entry, target, path, reading) {
    const map = (0,scalars/* readMap */.l8)(entry.value, path, reading);
    if (map === undefined)
        return undefined;
    const hooks = [];
    const values = readGroup(map, schema/* POLICY_FIELDS */.lA, path, reading, (hook) => {
        const read = readOneHook(hook, entry.name, reading);
        if (read !== undefined)
            hooks.push(read);
    });
    if (target?.kind === 'path' || target?.kind === 'relative')
        checkParallelSnapshots(map, path, reading);
    if (target === undefined)
        return undefined;
    const { 'include-git': includeGit, 'keep-times': keepTimes, actions: _, ...fields } = values;
    sortExtensions(fields);
    const layer = {
        target,
        targetText: entry.name,
        // The tables of schema.ts hold exactly the fields of Policy, with their types.
        policy: fields,
        hooks: hookSetOf(hooks),
        ...(typeof includeGit === 'boolean' ? { includeGit } : {}),
        ...(keepTimes === 'unchanged' ? { keepTimes } : {}),
        range: reading.lines.rangeOf(entry.keySpan),
    };
    return { layer, keySpan: entry.keySpan, path, hooks };
}
function readOneHook(entry, target, reading) {
    const name = hookName(entry.name);
    if (name === undefined)
        return undefined;
    const place = { kind: PLACE_KINDS[name], keySpan: entry.keySpan, path: entry.path, target };
    return { name, keySpan: entry.keySpan, path: entry.path, hooks: (0,hooks/* readHook */.kg)(entry.value, place, reading) };
}
function hookName(name) {
    switch (name) {
        case 'beforeSnapshotRoot':
        case 'afterSnapshotRoot':
        case 'beforeFolder':
        case 'afterFolder':
            return name;
        default:
            return undefined;
    }
}
function hookSetOf(hooks) {
    const set = {};
    for (const { name, hooks: list } of hooks)
        if (list !== undefined)
            set[name] = list;
    return set;
}
/** Kopia searches these lists by halving, so they must be in order of their bytes. */
function sortExtensions(fields) {
    const compression = fields['compression'];
    if (typeof compression !== 'object' || compression === null)
        return;
    for (const [name, list] of Object.entries(compression)) {
        if (name !== 'onlyCompress' && name !== 'neverCompress')
            continue;
        if (Array.isArray(list))
            list.sort((a, b) => (0,util_bytes/* compareBytes */.Xo)((0,util_bytes/* utf8 */.As)(String(a)), (0,util_bytes/* utf8 */.As)(String(b))));
    }
}
function checkParallelSnapshots(map, path, reading) {
    const upload = map.entries.find((entry) => entry.name === 'upload');
    if (upload?.value.kind !== 'map')
        return;
    const table = schema/* POLICY_FIELDS */.lA['upload']?.shape;
    if (table?.kind !== 'group')
        return;
    const entry = upload.value.entries.find(({ name }) => (0,names/* canonicalName */.Ew)(name, table.fields) === 'maxParallelSnapshots');
    if (entry === undefined)
        return;
    reading.findings.add('P051', entry.value.span, (0,yaml_tree/* childPath */.c)((0,yaml_tree/* childPath */.c)(path, 'upload'), entry.name), 'Kopia refuses maxParallelSnapshots on a path.', {
        hint: 'Set it on a user, a host or global.',
    });
}

// EXTERNAL MODULE: ./lib/policyfile/secrets.js
var secrets = __webpack_require__(87357);
;// CONCATENATED MODULE: ./lib/policyfile/sources.js
/** Reads `sources`: paths, and commands whose output is stored. */





/** The list, or undefined when it is wrong; bad items are reported and left out. */
function readSources(node, path, reading) {
    if (node.kind !== 'list')
        return (0,scalars/* wrongType */.gQ)(node, path, 'a list', reading, 'Write [.] for the workspace.');
    if (node.items.length === 0) {
        reading.findings.add('P012', node.span, path, 'The list of sources is empty.', {
            hint: 'Leave `sources` out to snapshot the workspace.',
        });
        return undefined;
    }
    return node.items.flatMap((item, index) => readSource(item, `${path}[${index}]`, reading) ?? []);
}
function readSource(node, path, reading) {
    if (node.kind === 'map')
        return readStream(node, path, reading);
    const text = (0,scalars/* readText */.yR)(node, path, reading);
    if (text === undefined)
        return undefined;
    const problem = text.trim() === '' ? 'A source cannot be empty.' : /\0/.test(text) ? 'A path cannot hold a NUL character.' : undefined;
    if (problem !== undefined) {
        reading.findings.add('P020', node.span, path, problem, { hint: 'Write . for the workspace root.' });
        return undefined;
    }
    const isRoot = /^(?:[/\\]+|[A-Za-z]:[/\\])$/.test(text);
    return { kind: 'path', path: isRoot ? text : text.replace(/[/\\]+$/, ''), range: reading.lines.rangeOf(node.span) };
}
function readStream(map, path, reading) {
    const keys = map.entries.find((entry) => entry.name === 'stream');
    const first = map.entries[0];
    if (keys === undefined) {
        reading.findings.add('P012', first?.keySpan ?? map.span, path, 'A source is a path, or a map with `stream`.', {
            hint: 'Write `- stream: NAME` with `run` or `command`.',
        });
    }
    const keySpan = keys?.keySpan ?? first?.keySpan ?? map.span;
    (0,policyfile_reading/* reportExtension */.o)(reading, keySpan, path, 'a stream source');
    const name = keys === undefined ? undefined : (0,scalars/* readText */.yR)(keys.value, `${path}.stream`, reading);
    if (name !== undefined && keys !== undefined && !isFileName(name)) {
        reading.findings.add('P020', keys.value.span, `${path}.stream`, 'A stream is named like one file.', {
            hint: 'Use letters, digits, dots and dashes, without a slash.',
        });
    }
    const hook = (0,hooks/* readHookMap */.C4)(map, { kind: 'stream', keySpan, path, target: name ?? 'stream' }, reading);
    // The keys were checked by readHookMap; the same findings at the same places are kept once.
    const minSize = (0,names/* readKeys */.x4)(map, schema/* STREAM_FIELDS */.pl, path, reading.findings).get('min-size');
    const minSizeBytes = minSize === undefined ? 1 : (0,scalars/* readSize */.ik)(minSize.value, minSize.path, reading);
    if (hook === undefined || name === undefined || minSizeBytes === undefined)
        return undefined;
    return { kind: 'stream', name, hook, minSizeBytes, range: reading.lines.rangeOf(map.span) };
}
function isFileName(name) {
    return name !== '' && name !== '.' && name !== '..' && !/[/\\\p{Cc}]/u.test(name) && Buffer.byteLength(name) <= 255;
}

;// CONCATENATED MODULE: ./lib/policyfile/interpret.js
/** Reads the top level of a policy file into its typed value. */














/** A Kopia export: no `version`, no other key of ours, every value a map. */
function isNativeForm(root) {
    return root.entries.length > 0 && root.entries.every(({ name, value }) => !Object.hasOwn(schema/* TOP_FIELDS */.sT, name) && value.kind === 'map');
}
/** Reads a native file: the whole document is the map of policies. */
function interpretNative(root, reading) {
    const layers = readPolicies(root, '', reading);
    const identity = (0,targets/* mergeIdentity */.RW)({}, reading.options.identity);
    checkSurroundings({ layers, sources: undefined, identity }, reading);
    return { version: 1, isNative: true, source: {}, layers: layers.map(({ layer }) => layer), job: { before: [], after: [] }, defaults: {} };
}
/** Reads a policy file of our own form. `reading.defaults` must be those of `readDefaults`. */
function interpretFile(root, reading) {
    const entries = (0,names/* readKeys */.x4)(root, schema/* TOP_FIELDS */.sT, '', reading.findings);
    checkVersion(root, entries.get('version'), reading);
    const sourceEntry = entries.get('source');
    const source = sourceEntry === undefined ? {} : readIdentity(sourceEntry, reading);
    const repositoryEntry = entries.get('repository');
    const repository = repositoryEntry === undefined ? undefined : readLocation(repositoryEntry, reading);
    const sourcesEntry = entries.get('sources');
    const sources = sourcesEntry === undefined ? undefined : readSources(sourcesEntry.value, sourcesEntry.path, reading);
    const policiesEntry = entries.get('policies');
    const policies = policiesEntry === undefined ? undefined : (0,scalars/* readMap */.l8)(policiesEntry.value, policiesEntry.path, reading);
    const layers = policies === undefined ? [] : readPolicies(policies, 'policies', reading);
    const jobEntry = entries.get('job');
    const job = jobEntry === undefined ? { before: [], after: [] } : readJob(jobEntry, reading);
    checkSurroundings({ layers, sources, identity: (0,targets/* mergeIdentity */.RW)(source, reading.options.identity) }, reading);
    return {
        version: 1,
        isNative: false,
        source,
        ...(repository === undefined ? {} : { repository }),
        ...(sources === undefined ? {} : { sources }),
        layers: layers.map(({ layer }) => layer),
        job,
        defaults: reading.defaults,
    };
}
function checkVersion(root, entry, reading) {
    const hint = 'Write version: 1.';
    if (entry === undefined) {
        reading.findings.add('P010', root.entries[0]?.keySpan ?? root.span, '', 'The file does not say its version.', { hint });
        return;
    }
    const { value } = entry;
    const isOne = value.kind === 'scalar' && value.value === 1 && value.text === '1' && value.style === 'plain';
    if (!isOne && value.kind !== 'invalid')
        reading.findings.add('P010', value.span, 'version', 'This version is not known.', { hint });
}
/** `defaults`, which hooks anywhere in the file need. */
function readDefaults(root, reading) {
    const entry = root.entries.find(({ name }) => name === 'defaults');
    const map = entry === undefined ? undefined : (0,scalars/* readMap */.l8)(entry.value, 'defaults', reading);
    const shape = schema/* TOP_FIELDS */.sT['defaults']?.shape;
    if (map === undefined || shape?.kind !== 'group')
        return {};
    const entries = (0,names/* readKeys */.x4)(map, shape.fields, 'defaults', reading.findings);
    const shell = (0,hook_programs/* readShell */.lu)(entries.get('shell'), { ...reading, options: { ...reading.options, strictKopia: false } });
    const timeoutSeconds = (0,hook_options/* readTimeout */.OW)(entries, reading);
    const allowEntry = entries.get('env-allow');
    const envAllow = allowEntry === undefined ? undefined : (0,hook_options/* readNames */.r6)(allowEntry, reading);
    return {
        ...(shell === undefined ? {} : { shell }),
        ...(timeoutSeconds === undefined || timeoutSeconds > durations/* MAX_TIMEOUT_SECONDS */.Pe ? {} : { timeoutSeconds }),
        ...(envAllow === undefined ? {} : { envAllow }),
    };
}
function fieldsOf(name) {
    const shape = schema/* TOP_FIELDS */.sT[name]?.shape;
    return shape?.kind === 'group' ? shape.fields : {};
}
function readIdentity(entry, reading) {
    const map = (0,scalars/* readMap */.l8)(entry.value, entry.path, reading);
    if (map === undefined)
        return {};
    const entries = (0,names/* readKeys */.x4)(map, fieldsOf('source'), entry.path, reading.findings);
    const part = (name, isFine, expected) => {
        const known = entries.get(name);
        const text = known === undefined ? undefined : (0,scalars/* readText */.yR)(known.value, known.path, reading);
        if (known === undefined || text === undefined)
            return undefined;
        if (isFine(text))
            return text;
        reading.findings.add('P012', known.value.span, known.path, `This is not ${expected}.`);
        return undefined;
    };
    const user = part('user', (text) => /^[^\s@:/\\]+$/.test(text), 'a user name');
    const host = part('host', (text) => /^[^\s@:/\\]+$/.test(text), 'a host name');
    const root = part('root', (text) => (0,targets/* isAbsolute */.oP)(text) && !/\p{Cc}/u.test(text), 'an absolute path');
    return {
        ...(user === undefined ? {} : { user }),
        ...(host === undefined ? {} : { host }),
        ...(root === undefined ? {} : { root: (0,targets/* normalizePath */.Fd)(root) }),
    };
}
function readLocation(entry, reading) {
    const location = (0,scalars/* readText */.yR)(entry.value, entry.path, reading);
    if (location === undefined)
        return undefined;
    if (location.trim() === '') {
        reading.findings.add('P012', entry.value.span, entry.path, 'The location is empty.', {
            hint: 'Leave `repository` out, or write such as s3://bucket/prefix.',
        });
        return undefined;
    }
    if ((0,secrets/* userInfoOf */.R)(location) !== undefined || (0,secrets/* findSecret */.m)(location) !== undefined) {
        reading.findings.add('P041', entry.value.span, entry.path, 'A location never holds a user, a password or a key.', {
            severity: 'error',
            hint: 'Pass credentials in the environment of the step.',
        });
        return undefined;
    }
    return location;
}
function readJob(entry, reading) {
    (0,policyfile_reading/* reportExtension */.o)(reading, entry.keySpan, entry.path, '`job`');
    const map = (0,scalars/* readMap */.l8)(entry.value, entry.path, reading);
    if (map === undefined)
        return { before: [], after: [] };
    const entries = (0,names/* readKeys */.x4)(map, fieldsOf('job'), entry.path, reading.findings);
    const steps = (name) => {
        const known = entries.get(name);
        if (known === undefined)
            return [];
        if (known.value.kind !== 'list') {
            (0,scalars/* wrongType */.gQ)(known.value, known.path, 'a list of hooks', reading, 'Start each hook with a dash.');
            return [];
        }
        return known.value.items.flatMap((item, index) => readStep(item, name, index, reading) ?? []);
    };
    return { before: steps('before'), after: steps('after') };
}
function readStep(item, name, index, reading) {
    const path = `${(0,yaml_tree/* childPath */.c)('job', name)}[${index}]`;
    const keySpan = item.kind === 'map' ? (item.entries[0]?.keySpan ?? item.span) : item.span;
    return (0,hooks/* readJobStep */.mL)(item, { kind: name === 'before' ? 'job-before' : 'job-after', keySpan, path, target: 'job' }, reading);
}

;// CONCATENATED MODULE: ./lib/policyfile/positions.js
/** Offsets of the decoded text, and the lines and columns they stand for. */

/** Decodes UTF-8; never fails. */
function decodeText(bytes) {
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const body = hasMark ? bytes.subarray(3) : bytes;
    const strict = (0,util_bytes/* fromUtf8 */.ar)(body);
    if (strict !== undefined)
        return { text: strict, firstBadOffset: undefined };
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
    // The valid prefix ends at the first U+FFFD that does not stand for the three bytes EF BF BD.
    let at = text.indexOf('\ufffd');
    let byteAt = 0;
    let from = 0;
    while (at !== -1) {
        byteAt += Buffer.byteLength(text.slice(from, at));
        if (!(body[byteAt] === 0xef && body[byteAt + 1] === 0xbf && body[byteAt + 2] === 0xbd))
            break;
        byteAt += 3;
        from = at + 1;
        at = text.indexOf('\ufffd', from);
    }
    return { text, firstBadOffset: at === -1 ? text.length : at };
}
/** Turns offsets into lines and columns; a line ends with LF or CR LF. */
class LineIndex {
    #starts = [0];
    constructor(text) {
        for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
            this.#starts.push(at + 1);
    }
    /** Line and column of an offset, both from 1. */
    locate(offset) {
        let low = 0;
        let high = this.#starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.#starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
    }
    /** Offset where a line (from 1) starts; undefined behind the last. */
    startOfLine(line) {
        return this.#starts[line - 1];
    }
    rangeOf(span) {
        const start = this.locate(span.start);
        const end = this.locate(span.end);
        return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
    }
}

// EXTERNAL MODULE: ./lib/policyfile/yaml-document.js + 2 modules
var yaml_document = __webpack_require__(39422);
;// CONCATENATED MODULE: ./lib/policyfile/parse.js
/** From the bytes of a policy file to its typed value and findings: one pass, every finding. */







const START = { start: 0, end: 0 };
/**
 * Reads a policy file, or a Kopia export as a policy file.
 * Never throws for what the bytes hold; `file` is undefined when there is an error among the diagnostics.
 */
function parsePolicyFile(bytes, options) {
    const strict = options.strict ?? false;
    const limits = options.isImport ? yaml_document/* IMPORT_LIMITS */.$X : yaml_document/* FILE_LIMITS */.SK;
    if (bytes.length > limits.bytes)
        return refuseTooLarge(bytes.length, limits.bytes);
    const { text, firstBadOffset } = decodeText(bytes);
    const lines = new LineIndex(text);
    const findings = new Findings(lines);
    if (firstBadOffset !== undefined) {
        findings.add('P001', { start: firstBadOffset, end: firstBadOffset + 1 }, '', 'The file is not valid UTF-8.', {
            hint: 'Save it as UTF-8.',
        });
    }
    const yaml = (0,yaml_document/* readYaml */.gM)(text, limits, findings);
    if (!yaml.wasRead)
        return { file: undefined, diagnostics: findings.sorted(strict) };
    const reading = { findings, text, lines, options, isNative: false, defaults: {}, scripts: new Set() };
    const interpreted = interpretRoot(yaml.root, yaml.brokenAt !== undefined, reading);
    checkCharacters(text, yaml.root, reading.scripts, findings);
    if (yaml.brokenAt !== undefined)
        findings.keepBefore(yaml.brokenAt);
    const diagnostics = findings.sorted(strict);
    const isUsable = interpreted !== undefined && !diagnostics.some(({ severity }) => severity === 'error');
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
    return { file: isUsable ? { ...interpreted, path: options.path, sha256 } : undefined, diagnostics };
}
/** The finding for a file that is not read because of its size. */
function refuseTooLarge(sizeBytes, limitBytes) {
    const findings = new Findings(new LineIndex(''));
    findings.add('P004', START, '', `The file has ${sizeBytes} bytes; at most ${limitBytes} are read.`);
    return { file: undefined, diagnostics: findings.sorted(false) };
}
function interpretRoot(root, isBroken, reading) {
    if (root === undefined) {
        if (!isBroken)
            reading.findings.add('P010', START, '', 'The file is empty.', { hint: 'Write version: 1.' });
        return undefined;
    }
    if (root.kind !== 'map') {
        if (root.kind !== 'invalid')
            reading.findings.add('P012', root.span, '', `A policy file is a map, not ${(0,yaml_tree/* describeNode */.W)(root)}.`);
        return undefined;
    }
    if (isNativeForm(root))
        return interpretNative(root, { ...reading, isNative: true });
    return interpretFile(root, { ...reading, defaults: readDefaults(root, reading) });
}


/***/ }),

/***/ 21098:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O1: () => (/* binding */ isSamePlace),
/* harmony export */   Og: () => (/* binding */ effectiveSources),
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   mg: () => (/* binding */ placeOfTarget),
/* harmony export */   wN: () => (/* binding */ placeOfSource)
/* harmony export */ });
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34054);

/** The place of a target; undefined for global, host and user targets. */
function placeOfTarget(target, identity) {
    if (target.kind === 'relative' && identity === undefined)
        return { space: 'workspace', parts: partsOf(target.path) };
    const resolved = identity === undefined ? target : (0,_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveTarget */ .u1)(target, identity);
    if (resolved.kind !== 'path')
        return undefined;
    return { space: `${resolved.userName}@${resolved.host}`, parts: partsOf((0,_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizePath */ .Fd)(resolved.path)) };
}
/** The place of a source; undefined for an absolute one of an unknown identity. */
function placeOfSource(source, identity) {
    const path = source.kind === 'stream' ? source.name : source.path;
    if (source.kind === 'path' && (0,_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .isAbsolute */ .oP)(path)) {
        return identity === undefined ? undefined : { space: `${identity.userName}@${identity.host}`, parts: partsOf((0,_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizePath */ .Fd)(path)) };
    }
    const parts = partsOf(path);
    if (identity === undefined)
        return { space: 'workspace', parts };
    return { space: `${identity.userName}@${identity.host}`, parts: [...partsOf(identity.root), ...parts] };
}
/** Whether `inner` is `outer` or below it. */
function isWithin(inner, outer) {
    return inner.space === outer.space && outer.parts.every((part, index) => inner.parts[index] === part);
}
/** Whether both are the same folder. */
function isSamePlace(a, b) {
    return a.parts.length === b.parts.length && isWithin(a, b);
}
function partsOf(path) {
    return path.split('/').filter((part) => part !== '' && part !== '.');
}
/** What a run snapshots: the listed sources; else, when every target is `user@host:/path`, the topmost of this identity; else the workspace. */
function effectiveSources(file, identity) {
    if (file.sources !== undefined)
        return file.sources;
    const workspace = { kind: 'path', path: '.', range: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 } };
    const targets = file.layers.flatMap((layer) => (layer.target.kind === 'path' ? [{ target: layer.target, range: layer.range }] : []));
    if (targets.length === 0 || targets.length !== file.layers.length)
        return [workspace];
    const own = targets.flatMap(({ target, range }) => {
        const place = placeOfTarget(target, identity);
        const isOwn = target.userName === identity.userName && target.host === identity.host;
        return isOwn && place !== undefined ? [{ kind: 'path', path: (0,_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizePath */ .Fd)(target.path), range, place }] : [];
    });
    const topmost = own.filter(({ place }) => !own.some((other) => other.place !== place && isWithin(place, other.place)));
    return topmost.length === 0 ? [workspace] : topmost.map(({ kind, path, range }) => ({ kind, path, range }));
}


/***/ }),

/***/ 34054:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ normalizePath),
/* harmony export */   RW: () => (/* binding */ mergeIdentity),
/* harmony export */   h5: () => (/* binding */ resolveTargets),
/* harmony export */   hu: () => (/* binding */ parseTarget),
/* harmony export */   oP: () => (/* binding */ isAbsolute),
/* harmony export */   u1: () => (/* binding */ resolveTarget)
/* harmony export */ });
/** Reads one key of `policies`. */
function parseTarget(text) {
    if (text === '(global)' || text === 'global')
        return { ok: true, target: { kind: 'global' } };
    if (text === '')
        return bad('A target cannot be empty.', 'Write `global` for every source, or `.` for the workspace.');
    if (/\p{Cc}|^\s|\s$/u.test(text))
        return bad('A target has no blanks at its ends and no control characters.');
    if (/^\.\.?(?:$|[/\\])/.test(text))
        return relativeTarget(text);
    const at = text.indexOf('@');
    if (at < 0)
        return bad('This is not a target.', relativeHint(text));
    const userName = text.slice(0, at);
    const colon = text.indexOf(':', at);
    const host = colon === -1 ? text.slice(at + 1) : text.slice(at + 1, colon);
    if (host === '')
        return bad('There is no host behind @.', 'Write "@host", user@host or user@host:/path.');
    if (userName.includes(':') || userName.includes('/'))
        return bad('The @ is misplaced.', 'Write "@host", user@host or user@host:/path.');
    if (/[*?]/.test(text))
        return bad('A target holds no pattern characters.', 'Kopia would store it and never use it. Write one target for each folder.');
    if (/[/\\@\s]/.test(host))
        return bad('The host has a character that no host has.', 'Write "@host", user@host or user@host:/path.');
    if (colon === -1)
        return { ok: true, target: userName === '' ? { kind: 'host', host } : { kind: 'user', userName, host } };
    if (userName === '')
        return bad('A path needs a user in front of @.', 'Write user@host:/path.');
    const path = text.slice(colon + 1);
    if (!isAbsolute(path))
        return bad('The path of a target is absolute.', insteadOf(text, `${userName}@${host}:/${path}`));
    if (/[/\\]$/.test(path) && path !== '/' && !/^[A-Za-z]:[/\\]$/.test(path))
        return bad('A path has no slash at its end.', insteadOf(text, text));
    return { ok: true, target: { kind: 'path', userName, host, path } };
}
function bad(problem, hint) {
    return hint === undefined ? { ok: false, problem } : { ok: false, problem, hint };
}
const FORMS = 'Write ./folder for a folder of the workspace, or user@host:/path.';
/** What to write instead: what was meant when that is a target, else the forms that targets have. A hint that is refused itself helps nobody. */
function insteadOf(text, meant) {
    const tidy = withoutEndSlash(meant);
    return tidy !== text && parseTarget(tidy).ok ? `Write "${tidy}".` : FORMS;
}
/** Without the slashes at its end, but for those of a path that is nothing else, such as that of `u@h:/`. */
function withoutEndSlash(text) {
    return text.replace(/(?<=[^/\\:])[/\\]+$|(?<=:[/\\])[/\\]+$/, '');
}
function relativeHint(text) {
    const path = isAbsolute(text) ? [withoutEndSlash(`user@host:${text}`)] : [];
    const below = withoutEndSlash(text.replaceAll('\\', '/').replace(/^\/+/, ''));
    const folder = below === '' || (isAbsolute(text) && !text.startsWith('/')) ? [] : [`./${below}`];
    const forms = [...path, ...folder].filter((form) => parseTarget(form).ok);
    if (forms.length === 0)
        return FORMS;
    return `Write ${forms.join(', or ')}${forms.some((form) => form.startsWith('./')) ? ' for a folder of the workspace' : ''}.`;
}
function relativeTarget(text) {
    if (text.includes('\\'))
        return bad('Write / between the parts of a path.', insteadOf(text, text.replaceAll('\\', '/')));
    if (/[*?]/.test(text))
        return bad('A target holds no pattern characters.', 'Write one target for each folder.');
    if (text !== '.' && text.endsWith('/'))
        return bad('A path has no slash at its end.', insteadOf(text, text));
    const parts = text.split('/').filter((part) => part !== '' && part !== '.');
    if (parts.includes('..'))
        return bad('A target stays below the root of the source.', FORMS);
    return { ok: true, target: { kind: 'relative', path: parts.length === 0 ? '.' : parts.join('/') } };
}
/** Whether a path is absolute on some system: `/x`, `C:\x`, `C:/x` or `\\server\share`. */
function isAbsolute(path) {
    return path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path) || path.startsWith('\\\\');
}
/** An absolute path without dot segments, double slashes and a slash at the end; `\` between parts becomes `/` on a drive. */
function normalizePath(path) {
    const isWindows = /^[A-Za-z]:[\\/]/.test(path) || path.startsWith('\\\\');
    const slashed = isWindows ? path.replaceAll('\\', '/') : path;
    const parts = [];
    for (const part of slashed.split('/')) {
        if (part === '..')
            parts.pop();
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    if (isWindows && !path.startsWith('\\\\'))
        return parts.length === 1 ? `${parts[0]}/` : parts.join('/');
    return `${path.startsWith('\\\\') ? '/' : ''}/${parts.join('/')}`;
}
/** The identity of a run: what the file fixes, else what the caller knows. */
function mergeIdentity(file, fallback) {
    const userName = file.user ?? fallback?.userName;
    const host = file.host ?? fallback?.host;
    const root = file.root ?? fallback?.root;
    return userName === undefined || host === undefined || root === undefined ? undefined : { userName, host, root: normalizePath(root) };
}
/** The absolute target: relative ones lie below the identity's root. */
function resolveTarget(target, identity) {
    if (target.kind !== 'relative')
        return target.kind === 'path' ? { ...target, path: normalizePath(target.path) } : target;
    const root = identity.root.endsWith('/') ? identity.root.slice(0, -1) : identity.root;
    const path = target.path === '.' ? identity.root : `${root}/${target.path}`;
    return { kind: 'path', userName: identity.userName, host: identity.host, path };
}
/**
 * The file's policies with absolute targets, ready for the merge.
 * The identity's `root` already holds the file's `source.root` and a suffix, when there is one.
 */
function resolveTargets(file, identity) {
    return file.layers.map((layer) => ({
        target: resolveTarget(layer.target, identity),
        origin: 'policy-file',
        policy: layer.policy,
        hooks: layer.hooks,
        ...(layer.includeGit === undefined ? {} : { includeGit: layer.includeGit }),
        ...(layer.keepTimes === undefined ? {} : { keepTimes: layer.keepTimes }),
        ...(file.isNative ? { isNative: true } : {}),
    }));
}


/***/ }),

/***/ 39422:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SK: () => (/* binding */ FILE_LIMITS),
  $X: () => (/* binding */ IMPORT_LIMITS),
  _y: () => (/* binding */ plainValue),
  gM: () => (/* binding */ readYaml)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./lib/policyfile/yaml-tree.js
var yaml_tree = __webpack_require__(80902);
;// CONCATENATED MODULE: ./lib/policyfile/yaml-build.js
/** Builds our tree from the library's: counts values, opens aliases, refuses merge keys, reserved and repeated names. */


/** Names that reach into every object of the language; refused at every depth. */
const RESERVED_NAMES = new Set(['__proto__', 'constructor', 'prototype']);
/** Returns the tree, or undefined for an empty document. */
function buildTree(document, text, limits, findings) {
    const contents = document.contents;
    if (contents === null || contents === undefined)
        return undefined;
    if ((0,dist/* isScalar */.jn)(contents) && contents.value === null && (contents.source ?? '') === '')
        return undefined;
    const state = { text, limits, findings, anchors: new Map(), count: 0, aliases: 0, wasTooLarge: false };
    return build(contents, '', 1, state);
}
function build(node, path, depth, state) {
    const span = spanOf(node, state.text);
    if ((0,dist/* isAlias */.Vj)(node))
        return openAlias(node.source, span, path, state);
    const isContainer = (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node);
    if (isContainer && depth > state.limits.depth) {
        state.findings.add('P004', span, path, `Values are nested deeper than ${state.limits.depth} levels.`);
        return { kind: 'invalid', span };
    }
    count(1, span, path, 'The file has', state);
    const before = state.count;
    const name = isContainer || (0,dist/* isScalar */.jn)(node) ? node.anchor : undefined;
    const anchor = { node: undefined, size: 0 };
    if (name !== undefined)
        state.anchors.set(name, anchor);
    const built = buildValue(node, span, path, depth, state);
    anchor.node = built;
    anchor.size = state.count - before + 1;
    return built;
}
function buildValue(node, span, path, depth, state) {
    if ((0,dist/* isMap */.jh)(node))
        return { kind: 'map', entries: buildEntries(node.items, path, depth, state), span };
    if ((0,dist/* isSeq */.oP)(node))
        return { kind: 'list', items: node.items.map((item, index) => build(item, `${path}[${index}]`, depth + 1, state)), span };
    if ((0,dist/* isScalar */.jn)(node))
        return scalarOf(node, span);
    return { kind: 'scalar', value: null, text: '', style: 'plain', span };
}
function buildEntries(pairs, path, depth, state) {
    const entries = [];
    const seen = new Set();
    for (const pair of pairs) {
        const keySpan = spanOf(pair.key, state.text);
        const key = build(pair.key, path, depth + 1, state);
        if (key.kind === 'invalid')
            continue;
        if (key.kind !== 'scalar' || key.value === null) {
            state.findings.add('P012', keySpan, path, `A name must be text, not ${(0,yaml_tree/* describeNode */.W)(key)}.`);
            continue;
        }
        const name = typeof key.value === 'string' ? key.value : key.text;
        const at = (0,yaml_tree/* childPath */.c)(path, name);
        const value = pair.value === null ? nothingAfter(keySpan) : build(pair.value, at, depth + 1, state);
        if (name === '<<' && key.style === 'plain') {
            state.findings.add('P004', keySpan, at, 'Merge keys are not taken.', { hint: 'Write the keys out.' });
        }
        else if (RESERVED_NAMES.has(name)) {
            state.findings.add('P011', keySpan, at, `"${name}" is a reserved name and can never be a key.`);
        }
        else if (seen.has(name)) {
            state.findings.add('P003', keySpan, at, `"${name}" is here twice.`, { hint: 'Delete one of the two, or join them.' });
        }
        else {
            seen.add(name);
            entries.push({ name, keySpan, value });
        }
    }
    return entries;
}
function openAlias(source, span, path, state) {
    const invalid = { kind: 'invalid', span };
    if (++state.aliases > state.limits.aliases) {
        if (state.aliases === state.limits.aliases + 1) {
            state.findings.add('P004', span, path, `The file has more than ${state.limits.aliases} aliases.`);
        }
        return invalid;
    }
    const anchor = state.anchors.get(source);
    if (anchor?.node === undefined) {
        state.findings.add('P004', span, path, anchor === undefined ? `Nothing is anchored as "${source}" above.` : 'This alias stands inside its own value.', 
        // Patterns such as *.tmp are what is meant nearly always.
        anchor === undefined ? { hint: `If this is text, quote it: ${JSON.stringify(`*${source}`)}.` } : {});
        return invalid;
    }
    if (state.count + anchor.size > state.limits.nodes) {
        count(anchor.size, span, path, 'With this alias the file has', state);
        return invalid;
    }
    state.count += anchor.size;
    return anchor.node;
}
function count(more, span, path, subject, state) {
    state.count += more;
    if (state.count <= state.limits.nodes || state.wasTooLarge)
        return;
    state.wasTooLarge = true;
    state.findings.add('P004', span, path, `${subject} more than ${state.limits.nodes} values.`);
}
const STYLES = {
    [dist/* Scalar */.X5.PLAIN]: 'plain',
    [dist/* Scalar */.X5.QUOTE_DOUBLE]: 'quoted',
    [dist/* Scalar */.X5.QUOTE_SINGLE]: 'quoted',
    [dist/* Scalar */.X5.BLOCK_LITERAL]: 'literal',
    [dist/* Scalar */.X5.BLOCK_FOLDED]: 'folded',
};
function scalarOf(node, span) {
    const raw = node.value;
    const value = typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean' || raw === null ? raw : String(raw);
    const style = STYLES[node.type ?? ''] ?? 'plain';
    return { kind: 'scalar', value, text: node.source ?? String(value ?? ''), style, span };
}
/** The node's own text: behind its anchor and tag, without the line end that block values take in. */
function spanOf(node, text) {
    const range = (0,dist/* isAlias */.Vj)(node) || (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node) || (0,dist/* isScalar */.jn)(node) ? node.range : undefined;
    if (!range)
        return { start: 0, end: 0 };
    let end = range[1];
    while (end > range[0] && /\s/.test(text[end - 1] ?? ''))
        end--;
    return { start: range[0], end };
}
function nothingAfter(keySpan) {
    return { kind: 'scalar', value: null, text: '', style: 'plain', span: { start: keySpan.end, end: keySpan.end } };
}

;// CONCATENATED MODULE: ./lib/policyfile/yaml-errors.js
/** Adds the first syntax error (what follows it is mostly noise), every reserved start, and tags; returns the error's offset. */
function reportYamlErrors(document, tokens, secondDocument, text, findings) {
    let broken;
    for (const error of document.errors) {
        const start = error.pos[0];
        if (error.code === 'RESOURCE_EXHAUSTION') {
            findings.add('P004', { start, end: error.pos[1] }, '', 'Values are nested too deeply.');
            return start;
        }
        if (error.code === 'TAG_RESOLVE_FAILED') {
            findings.add('P012', tagSpan(text, start), '', 'This tag does not fit the value.', { hint: 'Leave the tag out.' });
        }
        else if (error.code === 'BAD_SCALAR_START' && (text[start] === '@' || text[start] === '`')) {
            const scalar = lastToken(tokens, (token) => token.type === 'scalar' && token.offset === start);
            const length = scalar !== undefined && 'source' in scalar ? scalar.source.length : 1;
            const span = { start, end: start + length };
            findings.add('P002', span, '', `Text that starts with ${text[start]} must be quoted.`, {
                hint: `Write ${JSON.stringify(text.slice(span.start, span.end))}.`,
            });
        }
        else {
            const reported = { start, end: Math.max(error.pos[1], start + 1) };
            const problem = explain(error.code, error.message, reported, tokens, text);
            if (broken === undefined || explainsBetter(problem.span, broken.span, text))
                broken = problem;
        }
    }
    for (const warning of document.warnings) {
        if (warning.code !== 'TAG_RESOLVE_FAILED')
            continue;
        const span = tagSpan(text, warning.pos[0]);
        findings.add('P012', span, '', 'Only the tags of the YAML core schema are allowed.', {
            hint: `If this is text, such as an ignore rule, quote it: ${JSON.stringify(text.slice(span.start, span.end))}. Else leave the tag out.`,
        });
    }
    const directive = /^%YAML[ \t]+(?!1\.2\b)\S+/m.exec(text.slice(0, document.contents?.range?.[0] ?? 0));
    if (directive !== null) {
        const span = { start: directive.index, end: directive.index + directive[0].length };
        findings.add('P001', span, '', 'The file is read as YAML 1.2.', { hint: 'Delete this line.' });
    }
    if (broken !== undefined) {
        findings.add('P001', broken.span, '', broken.message, broken.hint === undefined ? {} : { hint: broken.hint });
    }
    else if (secondDocument !== undefined) {
        findings.add('P001', secondDocument, '', 'A policy file is one YAML document.', {
            hint: 'Delete this line, or move what follows to a file of its own.',
        });
    }
    return broken?.span.start;
}
/** The earlier place; but an open quote takes in the rest of the file, so every bracket left open before it is its work. */
function explainsBetter(place, known, text) {
    const isQuote = (span) => /["']/.test(text[span.start] ?? '');
    const isBracket = (span) => /[[{]/.test(text[span.start] ?? '');
    if (isQuote(place) && isBracket(known))
        return true;
    return !(isQuote(known) && isBracket(place)) && place.start < known.start;
}
/** The token to change, which is often in front of the place where the library noticed. */
function explain(code, message, reported, tokens, text) {
    if (code === 'TAB_AS_INDENT')
        return tabProblem(reported.start);
    if (code === 'MISSING_CHAR' && /quote/.test(message)) {
        const quote = lastToken(tokens, (token) => isUnclosedQuote(token) && token.offset <= reported.start);
        if (quote !== undefined)
            return { span: { start: quote.offset, end: quote.offset + 1 }, message: 'This quote is not closed.' };
    }
    if (code === 'MISSING_CHAR' || code === 'BAD_INDENT') {
        const bracket = lastToken(tokens, (token) => isUnclosedFlow(token) && token.offset <= reported.start);
        const tab = bracket === undefined ? null : /\n *(?=\t)/.exec(text.slice(bracket.offset, reported.start + 1));
        if (bracket !== undefined && tab !== null)
            return tabProblem(bracket.offset + tab.index + tab[0].length);
        if (bracket !== undefined)
            return { span: { start: bracket.offset, end: bracket.offset + 1 }, message: 'This bracket is not closed.' };
    }
    const start = Math.min(reported.start, Math.max(0, text.length - 1));
    if (code === 'BLOCK_AS_IMPLICIT_KEY' && /^Nested/.test(message)) {
        return {
            span: { start, end: Math.max(start + 1, Math.min(reported.end, text.length)) },
            message: 'A colon and a blank inside a text make it a map.',
            hint: 'Quote the text, or put it on lines of its own below `|`.',
        };
    }
    return { span: { start, end: Math.max(start + 1, Math.min(reported.end, text.length)) }, message: sentence(message) };
}
function tabProblem(start) {
    return { span: { start, end: start + 1 }, message: 'Tabs are not allowed as indentation.', hint: 'Indent with spaces.' };
}
function isUnclosedQuote(token) {
    if (token.type !== 'single-quoted-scalar' && token.type !== 'double-quoted-scalar')
        return false;
    const quote = token.type === 'single-quoted-scalar' ? "'" : '"';
    return token.source.length < 2 || !token.source.endsWith(quote);
}
function isUnclosedFlow(token) {
    return token.type === 'flow-collection' && !token.end.some((item) => item.type === 'flow-map-end' || item.type === 'flow-seq-end');
}
/** The last token, in the order of the text, that passes; walks without recursion. */
function lastToken(tokens, passes) {
    const queue = [...tokens];
    let last;
    for (let token = queue.pop(); token !== undefined; token = queue.pop()) {
        if (passes(token) && (last === undefined || token.offset > last.offset))
            last = token;
        if (token.type === 'document' && token.value !== undefined)
            queue.push(token.value);
        if (!('items' in token))
            continue;
        for (const item of token.items) {
            if (item.key)
                queue.push(item.key);
            if (item.value)
                queue.push(item.value);
        }
    }
    return last;
}
function tagSpan(text, start) {
    return { start, end: start + (/^\S+/.exec(text.slice(start, start + 256))?.[0].length ?? 1) };
}
function sentence(message) {
    const first = message.split('\n', 1)[0] ?? '';
    return `${first.charAt(0).toUpperCase()}${first.slice(1)}${/[.!]$/.test(first) ? '' : '.'}`;
}

;// CONCATENATED MODULE: ./lib/policyfile/yaml-document.js
/** Reads YAML text into our tree within limits (docs/policy.md, "Limits"); hostile text ends in a finding, never in a crash. */



const MiB = 1024 * 1024;
const FILE_LIMITS = { bytes: MiB, tokens: 60_000, nodes: 10_000, aliases: 100, depth: 32 };
const IMPORT_LIMITS = { bytes: 16 * MiB, tokens: 8_000_000, nodes: 1_000_000, aliases: 100, depth: 32 };
/** Deeper than this the parser is not even started. */
const HARD_DEPTH = 200;
/** Parses the first document of `text`; every problem goes to `findings`. */
function readYaml(text, limits, findings) {
    const tooMuch = exceedsLexicalLimits(text, limits);
    if (tooMuch !== undefined) {
        findings.add('P004', tooMuch.span, '', tooMuch.message);
        return { root: undefined, brokenAt: undefined, wasRead: false };
    }
    const tokens = [];
    let documents = 0;
    let second;
    for (const token of new dist/* Parser */.iX().parse(text)) {
        if (token.type === 'document' && ++documents === 2)
            second = startOfDocument(token);
        if (documents < 2)
            tokens.push(token);
    }
    const composer = new dist/* Composer */.Dk({
        schema: 'core',
        resolveKnownTags: false,
        merge: false,
        uniqueKeys: false,
        stringKeys: false,
        prettyErrors: false,
        keepSourceTokens: true,
        logLevel: 'silent',
    });
    let document;
    for (const composed of composer.compose(tokens, true, text.length))
        document ??= composed;
    if (document === undefined)
        return { root: undefined, brokenAt: undefined, wasRead: true };
    const brokenAt = reportYamlErrors(document, tokens, second, text, findings);
    return { root: buildTree(document, text, limits, findings), brokenAt, wasRead: true };
}
/** The plain value of a document that was read without a finding. */
function plainValue(text) {
    return (0,dist/* parse */.qg)(text, { schema: 'core', maxAliasCount: FILE_LIMITS.aliases, logLevel: 'silent' });
}
function exceedsLexicalLimits(text, limits) {
    let offset = 0;
    let count = 0;
    let flowDepth = 0;
    let lineDepth = 0;
    let isScalar = false;
    for (const source of new dist/* Lexer */.JG().lex(text)) {
        const span = { start: offset, end: offset + source.length };
        if (isScalar) {
            isScalar = false;
            offset = span.end;
            continue;
        }
        if (source === '\u001f') {
            isScalar = true;
            continue;
        }
        if (source === '\u0002' || source === '\u0018')
            continue;
        if (++count > limits.tokens)
            return { span, message: `The file has more than ${limits.nodes} values; nothing behind this place was read.` };
        if (source === '[' || source === '{')
            flowDepth++;
        else if (source === ']' || source === '}')
            flowDepth--;
        else if (source === '-' || source === '?')
            lineDepth++;
        else if (source === '\n' || source === '\r\n')
            lineDepth = 0;
        if (flowDepth + lineDepth > HARD_DEPTH) {
            return { span, message: `Values are nested deeper than ${limits.depth} levels; nothing behind this place was read.` };
        }
        offset = span.end;
    }
    return undefined;
}
function startOfDocument(token) {
    if (token.type !== 'document')
        return { start: token.offset, end: token.offset };
    const mark = token.start.find((item) => item.type === 'doc-start');
    if (mark !== undefined)
        return { start: mark.offset, end: mark.offset + mark.source.length };
    const start = token.value?.offset ?? token.offset;
    return { start, end: start + 1 };
}


/***/ })

};
