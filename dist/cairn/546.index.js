export const id = 546;
export const ids = [546];
export const modules = {

/***/ 6690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

/***/ 9685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

/***/ 5329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n$: () => (/* binding */ loadPolicyFile),
  EE: () => (/* binding */ policyFileAbove),
  mc: () => (/* binding */ requirePolicyFile),
  dP: () => (/* binding */ workspaceRootOf)
});

// UNUSED EXPORTS: readHookFile

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/policyfile/diagnostic.js
var diagnostic = __webpack_require__(9685);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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
var policyfile_places = __webpack_require__(1098);
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
        const what = kind === 'stream' ? 'a stream, which has no folders' : kind === 'file' ? 'a single file' : 'a symbolic link';
        reading.findings.add('P055', hook.keySpan, hook.path, `This source is ${what}, so the hook never runs.`, {
            hint: kind === 'symlink' ? 'Name the folder that the link leads to.' : 'Put the hook on a folder, or use job.before and job.after.',
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

;// CONCATENATED MODULE: ./lib/policyfile/durations.js
/** Durations and sizes as text. */
const UNIT_SECONDS = { s: 1, m: 60, h: 3600 };
/** Longest timeout of a hook, in seconds. */
const MAX_TIMEOUT_SECONDS = 24 * 3600;
/** Seconds of `90`, `90s`, `5m` or `1h30m`; undefined for anything else, fractions included. */
function parseDuration(text) {
    if (/^\d{1,15}$/.test(text))
        return Number(text);
    if (!/^(?:\d{1,9}[smh])+$/.test(text) || text.length > 60)
        return undefined;
    let seconds = 0;
    for (const [, digits, unit] of text.matchAll(/(\d+)([smh])/g))
        seconds += Number(digits) * (UNIT_SECONDS[unit ?? ''] ?? 0);
    return seconds;
}
const UNIT_BYTES = {
    B: 1,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40,
};
/** Bytes of `512`, `10 MB` or `2 GiB`; undefined for anything else and above 2^53. */
function parseByteSize(text) {
    const match = /^(\d{1,16}) ?([KMGT]?i?B)?$/.exec(text);
    const unit = UNIT_BYTES[match?.[2] ?? 'B'];
    if (match === null || unit === undefined)
        return undefined;
    const bytes = Number(match[1]) * unit;
    return Number.isSafeInteger(bytes) ? bytes : undefined;
}

;// CONCATENATED MODULE: ./lib/policyfile/schema.js
/**
 * The single definition of the policy file: names, shapes, allowed words, defaults, one line of help each.
 *
 * Reading (fields.ts, hook-fields.ts), "did you mean", kebab-case spellings and schema/policy.schema.json all come from these tables.
 */
const COMPRESSORS = [
    'none',
    'zstd',
    'zstd-fastest',
    'zstd-better-compression',
    'zstd-best-compression',
    's2-default',
    's2-better',
    's2-parallel-4',
    's2-parallel-8',
    'gzip',
    'gzip-best-speed',
    'gzip-best-compression',
    'pgzip',
    'pgzip-best-speed',
    'pgzip-best-compression',
    'deflate-default',
    'deflate-best-speed',
    'deflate-best-compression',
];
const SIZES = ['128K', '256K', '512K', '1M', '2M', '4M', '8M'];
const SPLITTERS = [
    'FIXED',
    'DYNAMIC',
    ...SIZES.flatMap((size) => [`FIXED-${size}`, `DYNAMIC-${size}-BUZHASH`, `DYNAMIC-${size}-RABINKARP`]),
];
const SHELLS = ['sh', 'bash', 'pwsh', 'powershell', 'cmd', 'python'];
const MODES = ['essential', 'optional', 'async'];
const STATUSES = ['created', 'unchanged', 'partial', 'skipped', 'failed', 'cancelled', 'success', 'failure', 'always'];
const SYSTEMS = ['linux', 'macos', 'windows'];
const LEVEL = { kind: 'count', most: 10 };
const COUNT = { kind: 'count' };
const BOOLEAN = { kind: 'boolean' };
const TEXTS = { kind: 'texts' };
const SIZE = { kind: 'size' };
const COMPRESSOR = { doc: 'Name of the compressor.', shape: { kind: 'words', words: COMPRESSORS }, absent: 'none' };
const RETENTION = {
    keepLatest: { doc: 'How many newest snapshots are kept.', shape: COUNT, absent: '10' },
    keepHourly: { doc: 'How many hours keep one snapshot.', shape: COUNT, absent: '48' },
    keepDaily: { doc: 'How many days keep one snapshot.', shape: COUNT, absent: '7' },
    keepWeekly: { doc: 'How many weeks keep one snapshot.', shape: COUNT, absent: '4' },
    keepMonthly: { doc: 'How many months keep one snapshot.', shape: COUNT, absent: '24' },
    keepAnnual: { doc: 'How many years keep one snapshot.', shape: COUNT, absent: '3' },
    ignoreIdenticalSnapshots: { doc: 'Save no snapshot that equals the one before.', shape: BOOLEAN, absent: 'false' },
};
const FILES = {
    ignore: { doc: 'Patterns of names to leave out, as in .kopiaignore; replaces an inherited list.', shape: TEXTS },
    noParentIgnore: { doc: 'Do not add the patterns of folders above.', shape: BOOLEAN, absent: 'false' },
    ignoreDotFiles: { doc: 'Names of files in the tree that hold more patterns.', shape: TEXTS, absent: '[.kopiaignore]' },
    noParentDotFiles: { doc: 'Do not add the pattern files of folders above.', shape: BOOLEAN, absent: 'false' },
    ignoreCacheDirs: { doc: 'Leave out folders marked with CACHEDIR.TAG.', shape: BOOLEAN, absent: 'true' },
    maxFileSize: { doc: 'Leave out larger files.', shape: SIZE, absent: 'no limit' },
    oneFileSystem: { doc: 'Do not enter other file systems.', shape: BOOLEAN, absent: 'false' },
};
const ERROR_HANDLING = {
    ignoreFileErrors: { doc: 'An unreadable file does not make the snapshot partial.', shape: BOOLEAN, absent: 'false' },
    ignoreDirectoryErrors: { doc: 'An unreadable folder does not make the snapshot partial.', shape: BOOLEAN, absent: 'false' },
    ignoreUnknownTypes: { doc: 'Sockets, devices and pipes are left out in silence.', shape: BOOLEAN, absent: 'true' },
};
const SCHEDULING = {
    intervalSeconds: { doc: 'Seconds between snapshots of a Kopia server.', shape: COUNT },
    interval: { doc: 'The same, such as `6h`.', shape: { kind: 'duration' }, into: 'intervalSeconds' },
    timeOfDay: { doc: 'Times of the day, quoted, such as `"03:30"`.', shape: { kind: 'times' } },
    noParentTimeOfDay: { doc: 'Do not add inherited times.', shape: BOOLEAN, absent: 'false' },
    manual: { doc: 'A Kopia server takes no snapshot by itself.', shape: BOOLEAN, absent: 'false' },
    cron: { doc: 'Cron expressions.', shape: { kind: 'crons' } },
    runMissed: { doc: 'A Kopia server makes up for a missed time.', shape: BOOLEAN, absent: 'true' },
};
const COMPRESSION = {
    compressorName: COMPRESSOR,
    onlyCompress: { doc: 'Extensions that are always compressed, with the dot.', shape: TEXTS },
    noParentOnlyCompress: { doc: 'Do not add inherited extensions to onlyCompress.', shape: BOOLEAN, absent: 'false' },
    neverCompress: { doc: 'Extensions that are never compressed, with the dot.', shape: TEXTS },
    noParentNeverCompress: { doc: 'Do not add inherited extensions to neverCompress.', shape: BOOLEAN, absent: 'false' },
    minSize: { doc: 'Smaller files are not compressed.', shape: SIZE },
    maxSize: { doc: 'Larger files are not compressed.', shape: SIZE },
};
const LOGGING = {
    directories: {
        doc: 'Log levels for folders, 0 to 10.',
        shape: {
            kind: 'group',
            fields: {
                snapshotted: { doc: 'A folder was stored.', shape: LEVEL, absent: '5' },
                ignored: { doc: 'A folder was left out.', shape: LEVEL, absent: '5' },
            },
        },
    },
    entries: {
        doc: 'Log levels for files, 0 to 10.',
        shape: {
            kind: 'group',
            fields: {
                snapshotted: { doc: 'A file was stored.', shape: LEVEL, absent: '0' },
                ignored: { doc: 'A file was left out.', shape: LEVEL, absent: '5' },
                cacheHit: { doc: 'A file was reused.', shape: LEVEL, absent: '0' },
                cacheMiss: { doc: 'A file was not reused.', shape: LEVEL, absent: '0' },
            },
        },
    },
};
const UPLOAD = {
    maxParallelSnapshots: { doc: 'Snapshots a Kopia server takes at once; not for paths.', shape: COUNT, absent: '1' },
    maxParallelFileReads: { doc: 'Files read at once.', shape: COUNT, absent: 'number of processors' },
    parallelUploadAboveSize: { doc: 'Larger files are read in parts at once.', shape: SIZE, absent: '2 GiB' },
};
/** The four hooks, with the words of the environment variable `KOPIA_ACTION`. */
const PHASES = {
    beforeSnapshotRoot: 'before-snapshot-root',
    afterSnapshotRoot: 'after-snapshot-root',
    beforeFolder: 'before-folder',
    afterFolder: 'after-folder',
};
const ACTIONS = {
    beforeSnapshotRoot: { doc: 'Before the source is read; inherited.', shape: { kind: 'hook', phase: 'root' } },
    afterSnapshotRoot: { doc: 'After the source was read; inherited.', shape: { kind: 'hook', phase: 'root' } },
    beforeFolder: { doc: 'Before this folder is read; never inherited.', shape: { kind: 'hook', phase: 'folder' } },
    afterFolder: { doc: 'After this folder was read; never inherited.', shape: { kind: 'hook', phase: 'folder' } },
};
/** Keys of one policy. */
const POLICY_FIELDS = {
    retention: { doc: 'Which snapshots are kept.', shape: { kind: 'group', fields: RETENTION } },
    files: { doc: 'Which files are left out.', shape: { kind: 'group', fields: FILES } },
    errorHandling: { doc: 'What an unreadable entry means.', shape: { kind: 'group', fields: ERROR_HANDLING } },
    scheduling: { doc: 'When a Kopia server takes snapshots; Cairn runs when it is called.', shape: { kind: 'group', fields: SCHEDULING } },
    compression: {
        doc: 'How files are compressed; a name alone is the compressor.',
        shape: { kind: 'group', fields: COMPRESSION, short: 'compressorName' },
    },
    metadataCompression: {
        doc: 'How folders are compressed; a name alone is the compressor.',
        shape: { kind: 'group', fields: { compressorName: { ...COMPRESSOR, absent: 'zstd-fastest' } }, short: 'compressorName' },
    },
    splitter: {
        doc: 'Where large files are cut; a name alone is the algorithm.',
        shape: {
            kind: 'group',
            fields: { algorithm: { doc: 'Name of the splitter.', shape: { kind: 'words', words: SPLITTERS }, absent: 'that of the repository' } },
            short: 'algorithm',
        },
    },
    actions: { doc: 'Hooks.', shape: { kind: 'group', fields: ACTIONS } },
    osSnapshots: {
        doc: 'Snapshots by the operating system.',
        shape: {
            kind: 'group',
            fields: {
                volumeShadowCopy: {
                    doc: 'Windows volume shadow copies; a word alone is the mode.',
                    shape: {
                        kind: 'group',
                        fields: {
                            enable: {
                                doc: 'When they are made.',
                                shape: { kind: 'numbered', words: ['never', 'always', 'when-available'] },
                                absent: 'never',
                            },
                        },
                        short: 'enable',
                    },
                },
            },
        },
    },
    logging: { doc: 'What is logged.', shape: { kind: 'group', fields: LOGGING } },
    upload: { doc: 'How much is done at once.', shape: { kind: 'group', fields: UPLOAD } },
    noParent: { doc: 'Nothing is inherited from above.', shape: BOOLEAN, absent: 'false' },
    'include-git': { doc: 'Keep .git folders in the snapshot.', shape: BOOLEAN, absent: 'false', isExtension: true },
    'keep-times': {
        doc: 'Store the previous time for files whose bytes and mode are the same.',
        shape: { kind: 'words', words: ['unchanged'] },
        isExtension: true,
    },
};
/** Keys of `if`. */
const CONDITION_FIELDS = {
    os: { doc: 'Operating systems.', shape: { kind: 'wordList', words: SYSTEMS } },
    event: { doc: 'Names of workflow events.', shape: TEXTS },
    ref: { doc: 'Patterns of the full Git ref.', shape: TEXTS },
    exists: { doc: 'Paths below the workspace root that must exist.', shape: TEXTS },
    status: { doc: 'Outcome of the run; only in job.after.', shape: { kind: 'wordList', words: STATUSES } },
};
/** Keys that say what a hook runs; exactly one of them. */
const PROGRAM_FIELDS = ['run', 'file', 'command', 'path', 'script'];
/** Keys of a hook. */
const HOOK_FIELDS = {
    run: { doc: 'Lines of a script.', shape: { kind: 'text' } },
    file: { doc: 'A script file; the path starts at the policy file.', shape: { kind: 'text' } },
    command: { doc: 'A program and its arguments, without a shell.', shape: TEXTS },
    path: { doc: 'Kopia: the program.', shape: { kind: 'text' } },
    args: { doc: 'Kopia: arguments of `path`.', shape: TEXTS },
    script: { doc: 'Kopia: the text of a script.', shape: { kind: 'text' } },
    shell: { doc: 'Interpreter of `run`.', shape: { kind: 'words', words: SHELLS }, absent: 'sh -e, or what the first line names' },
    timeout: { doc: 'From 1s to 24h.', shape: { kind: 'duration' }, absent: '5m' },
    'timeout-minutes': { doc: 'The same in minutes.', shape: { kind: 'count', least: 1, most: 1440 } },
    mode: { doc: 'What a failure means.', shape: { kind: 'words', words: MODES }, absent: 'essential' },
    'continue-on-error': { doc: 'true is the mode optional.', shape: BOOLEAN },
    name: { doc: 'Shown in logs and in the summary.', shape: { kind: 'text' }, isExtension: true },
    when: { doc: 'After-hooks: the outcomes to run at.', shape: { kind: 'words', words: STATUSES }, absent: 'always', isExtension: true },
    if: { doc: 'Run only when all of these hold.', shape: { kind: 'group', fields: CONDITION_FIELDS }, isExtension: true },
    env: { doc: 'Variables to set.', shape: { kind: 'variables' }, isExtension: true },
    'env-allow': { doc: 'Variables of the caller to pass on.', shape: { kind: 'names' }, isExtension: true },
    secrets: { doc: 'Variables to pass on that the caller must allow too.', shape: { kind: 'names' }, isExtension: true },
    requires: { doc: 'Programs that must be there before anything runs.', shape: TEXTS, isExtension: true },
    'working-directory': { doc: 'Relative to the workspace root.', shape: { kind: 'text' }, isExtension: true },
    capture: { doc: '`none` ignores a KOPIA_SNAPSHOT_PATH line.', shape: { kind: 'words', words: ['none'] }, isExtension: true },
};
/** Keys of a stream source. */
const STREAM_FIELDS = {
    stream: { doc: 'Name of the file in the snapshot.', shape: { kind: 'text' } },
    'min-size': { doc: 'Less output than this is a failure.', shape: SIZE, absent: '1' },
    ...pick(HOOK_FIELDS, ['run', 'command', 'shell', 'timeout', 'env', 'secrets', 'requires']),
};
/** Keys at the top of the file. */
const TOP_FIELDS = {
    version: { doc: 'Always 1.', shape: { kind: 'version' } },
    source: {
        doc: 'The identity that snapshots are stored under.',
        shape: {
            kind: 'group',
            fields: {
                user: { doc: 'User of user@host:path.', shape: { kind: 'text' }, absent: 'cairn' },
                host: { doc: 'Host of user@host:path.', shape: { kind: 'text' }, absent: 'owner.repository' },
                root: { doc: 'Absolute path that stands for the workspace root.', shape: { kind: 'text' }, absent: '/owner/repository' },
            },
        },
    },
    repository: { doc: 'Where the repository is; never a password or a key.', shape: { kind: 'text' } },
    policies: { doc: 'Policies by target.', shape: { kind: 'policies' } },
    job: {
        doc: 'Hooks that run once per run.',
        shape: {
            kind: 'group',
            fields: {
                before: { doc: 'Before the repository is opened.', shape: { kind: 'steps' } },
                after: { doc: 'At the end, whatever happened.', shape: { kind: 'steps' } },
            },
        },
    },
    sources: { doc: 'What to snapshot.', shape: { kind: 'sources' }, absent: 'the workspace root' },
    defaults: {
        doc: 'For the hooks of this file.',
        shape: {
            kind: 'group',
            fields: pick(HOOK_FIELDS, ['shell', 'timeout', 'env-allow']),
        },
    },
};
function pick(table, names) {
    return Object.fromEntries(names.flatMap((name) => (table[name] === undefined ? [] : [[name, table[name]]])));
}
/** The kebab-case spelling of one of Kopia's names. */
function kebab(name) {
    return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

;// CONCATENATED MODULE: ./lib/policyfile/yaml-tree.js
/** What a node is, for messages: `a list`, `a number`, ... */
function describeNode(node) {
    if (node.kind === 'map')
        return 'a map';
    if (node.kind === 'list')
        return 'a list';
    if (node.kind === 'invalid')
        return 'a bad value';
    if (node.value === null)
        return 'nothing';
    return typeof node.value === 'string' ? 'text' : typeof node.value === 'number' ? 'a number' : 'true or false';
}
/** `parent.key`, or `parent["odd key"]`. */
function childPath(parent, key) {
    if (!/^[A-Za-z_][\w-]*$/.test(key))
        return `${parent}[${JSON.stringify(key)}]`;
    return parent === '' ? key : `${parent}.${key}`;
}

;// CONCATENATED MODULE: ./lib/policyfile/names.js


/** Known keys in the order of the file; P011 and P003 are reported. The path uses the name as written. */
function readKeys(map, table, path, findings) {
    const known = new Map();
    /** Native name -> spelling seen first. */
    const spellings = new Map();
    for (const entry of map.entries) {
        const at = childPath(path, entry.name);
        const name = canonicalName(entry.name, table);
        const field = name === undefined ? undefined : table[name];
        if (name === undefined || field === undefined) {
            reportUnknown(entry, table, at, findings);
            continue;
        }
        const meaning = field.into ?? name;
        const earlier = spellings.get(meaning);
        if (earlier !== undefined) {
            findings.add('P003', entry.keySpan, at, `"${entry.name}" and "${earlier}" are two spellings of one setting.`, {
                hint: 'Keep one of them.',
            });
            continue;
        }
        spellings.set(meaning, entry.name);
        known.set(name, { name, field, value: entry.value, keySpan: entry.keySpan, path: at });
    }
    return known;
}
/** The table's own name for a spelling, or undefined. */
function canonicalName(spelling, table) {
    if (Object.hasOwn(table, spelling))
        return spelling;
    return Object.keys(table).find((name) => kebab(name) === spelling);
}
function reportUnknown(entry, table, path, findings) {
    const nearest = nearestWord(entry.name, Object.keys(table));
    const hint = nearest === undefined ? `Known here: ${Object.keys(table).join(', ')}.` : `Did you mean "${nearest}"?`;
    findings.add('P011', entry.keySpan, path, `"${entry.name.slice(0, 60)}" is not a key of this place.`, { hint });
}
/** The word that a mistyped one most likely stands for; undefined when none is near. */
function nearestWord(typed, words) {
    if (typed.length > 60)
        return undefined;
    const plain = (word) => word.toLowerCase().replace(/[-_ ]/g, '');
    let best;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (const word of words) {
        const distance = editDistance(plain(typed), plain(word));
        if (distance < bestDistance) {
            best = word;
            bestDistance = distance;
        }
    }
    return bestDistance <= Math.max(1, Math.floor(typed.length / 3)) ? best : undefined;
}
/** Edits between two words: insert, delete, replace, swap of neighbours. */
function editDistance(a, b) {
    let older = [];
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                best = Math.min(best, (older[j - 2] ?? 0) + 1);
            row.push(best);
        }
        older = previous;
        previous = row;
    }
    return previous[b.length] ?? 0;
}

;// CONCATENATED MODULE: ./lib/policyfile/scalars.js
/** Reads single values: each function returns the value, or undefined after it has reported what is wrong. */



/** Reports P012: another type than the place needs. */
function wrongType(node, path, expected, reading, hint) {
    if (node.kind === 'invalid')
        return undefined;
    const extras = hint === undefined ? {} : { hint };
    reading.findings.add('P012', node.span, path, `Here must be ${expected}, not ${describeNode(node)}.`, extras);
    return undefined;
}
/** Any text; a number or a boolean is P012. */
function readText(node, path, reading) {
    if (node.kind !== 'scalar' || typeof node.value !== 'string') {
        const hint = node.kind === 'scalar' && node.value !== null ? `Write ${JSON.stringify(node.text)}.` : undefined;
        return wrongType(node, path, 'text', reading, hint);
    }
    return node.value;
}
/** true or false; the words of YAML 1.1 are P013. */
function readBoolean(node, path, reading) {
    if (node.kind === 'scalar') {
        if (typeof node.value === 'boolean')
            return node.value;
        if (node.style === 'plain' && /^(?:y|n|yes|no|on|off)$/i.test(node.text)) {
            const meant = /^(?:y|yes|on)$/i.test(node.text);
            reading.findings.add('P013', node.span, path, `"${node.text}" is text in YAML 1.2 and a truth value in YAML 1.1.`, {
                hint: `Write ${meant}.`,
            });
            return undefined;
        }
    }
    return wrongType(node, path, 'true or false', reading);
}
/** Whether the node is a number that YAML versions read differently (P013, reported). */
function isNumberTrap(node, path, reading) {
    if (node.style !== 'plain')
        return false;
    if (/^[-+]?0\d+$/.test(node.text)) {
        reading.findings.add('P013', node.span, path, `"${node.text}" is octal in YAML 1.1 and decimal in YAML 1.2.`, {
            hint: `Write ${Number(node.text)}.`,
        });
        return true;
    }
    if (/^\d+(?::\d+)+$/.test(node.text)) {
        reading.findings.add('P013', node.span, path, `"${node.text}" is a number to the base 60 in YAML 1.1 and text in YAML 1.2.`, {
            hint: 'Write a plain number, or a time in quotes.',
        });
        return true;
    }
    return false;
}
/** A whole number in the given limits; outside is P050. */
function readCount(node, path, least, most, reading) {
    if (node.kind !== 'scalar')
        return wrongType(node, path, 'a whole number', reading);
    if (isNumberTrap(node, path, reading))
        return undefined;
    if (typeof node.value !== 'number' ||
        !Number.isInteger(node.value) ||
        /[.e]/i.test(node.style === 'plain' && !/^0x/i.test(node.text) ? node.text : '')) {
        return wrongType(node, path, 'a whole number', reading);
    }
    if (node.value < least || node.value > most) {
        const limits = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `between ${least} and ${most}`;
        reading.findings.add('P050', node.span, path, `${node.text} has no meaning here; the value must be ${limits}.`);
        return undefined;
    }
    return node.value;
}
/** Bytes. */
function readSize(node, path, reading) {
    if (node.kind !== 'scalar' || typeof node.value !== 'string')
        return readCount(node, path, 0, Number.MAX_SAFE_INTEGER, reading);
    if (isNumberTrap(node, path, reading))
        return undefined;
    const bytes = parseByteSize(node.value);
    if (bytes !== undefined)
        return bytes;
    if (/^-\d+ ?[KMGT]?i?B?$/.test(node.value)) {
        reading.findings.add('P050', node.span, path, 'A size cannot be negative.');
        return undefined;
    }
    reading.findings.add('P012', node.span, path, `"${node.value.slice(0, 40)}" is not a size.`, {
        hint: 'Write a whole number of bytes, or such as 512 KiB, 20 MB, 2 GiB.',
    });
    return undefined;
}
/** Seconds; anything but a duration is P039. Limits are the caller's. */
function readDuration(node, path, reading) {
    if (node.kind !== 'scalar' || node.value === null || typeof node.value === 'boolean')
        return wrongType(node, path, 'a duration', reading);
    if (isNumberTrap(node, path, reading))
        return undefined;
    const seconds = typeof node.value === 'number' && Number.isInteger(node.value) ? node.value : parseDuration(String(node.value));
    if (seconds !== undefined)
        return seconds;
    reading.findings.add('P039', node.span, path, `"${String(node.value).slice(0, 40)}" is not a whole number of seconds.`, {
        hint: 'Write seconds, or such as 90s, 5m, 1h30m.',
    });
    return undefined;
}
/** One of the words; another one is reported under `code`. */
function readWord(node, path, words, code, reading) {
    const text = readText(node, path, reading);
    if (text === undefined || words.includes(text))
        return text;
    const nearest = nearestWord(text, words);
    const hint = nearest === undefined ? `Known here: ${words.join(', ')}.` : `Did you mean "${nearest}"?`;
    reading.findings.add(code, node.span, path, `"${text.slice(0, 40)}" is not known here.`, { hint });
    return undefined;
}
/** A list of texts; a single text is P012. */
function readTexts(node, path, reading) {
    if (node.kind !== 'list')
        return wrongType(node, path, 'a list', reading, node.kind === 'scalar' && node.text !== '' ? `Write [${node.text}].` : undefined);
    return node.items.flatMap((item, index) => readText(item, `${path}[${index}]`, reading) ?? []);
}
/** A map; null is an empty one, anything else P012. */
function readMap(node, path, reading) {
    if (node.kind === 'map')
        return node;
    if (node.kind === 'scalar' && node.value === null)
        return { kind: 'map', entries: [], span: node.span };
    return wrongType(node, path, 'a map', reading);
}

;// CONCATENATED MODULE: ./lib/policyfile/script-places.js
/**
 * Maps offsets of a scalar's value back to the file.
 * In a literal block each line is one line of the file behind its indentation; elsewhere the piece is looked up as written, and
 * when it is not there (escapes, folding) the whole scalar is the place.
 */
function spanInScript(node, from, to, text, lines) {
    const script = String(node.value);
    if (node.style === 'literal') {
        const before = script.slice(0, from);
        const lineStart = before.lastIndexOf('\n') + 1;
        let lineNumber = 0;
        for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1))
            lineNumber++;
        const lineEnd = script.indexOf('\n', from);
        const line = script.slice(lineStart, lineEnd === -1 ? script.length : lineEnd);
        const fileLine = lines.locate(node.span.start).line + 1 + lineNumber;
        const fileStart = lines.startOfLine(fileLine);
        const fileEnd = lines.startOfLine(fileLine + 1) ?? text.length;
        if (fileStart !== undefined) {
            const indent = text.slice(fileStart, fileEnd).replace(/\r?\n$/, '').length - line.length;
            if (indent >= 0) {
                const start = fileStart + indent + (from - lineStart);
                return { start, end: Math.min(start + (to - from), fileStart + indent + line.length) };
            }
        }
    }
    const piece = script.slice(from, to);
    let found = text.indexOf(piece, node.span.start);
    for (let at = script.indexOf(piece); at !== -1 && at < from && found !== -1; at = script.indexOf(piece, at + 1)) {
        found = text.indexOf(piece, found + 1);
    }
    if (piece === '' || found === -1 || found + piece.length > node.span.end)
        return node.span;
    return { start: found, end: found + piece.length };
}

;// CONCATENATED MODULE: ./lib/policyfile/secrets.js
/** Text that looks like a secret (docs/policy.md, "Secrets"). Only known forms; nothing by the look of its randomness. */
const PATTERNS = [
    { what: 'a private key', pattern: /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/ },
    { what: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/ },
    { what: 'a GitHub token', pattern: /\bgh[a-z]_[A-Za-z0-9]{16,255}/ },
    { what: 'a GitHub token', pattern: /\bgithub_pat_[A-Za-z0-9_]{16,255}/ },
    { what: 'a Slack token', pattern: /\bxox[a-z]-[A-Za-z0-9-]{8,255}/ },
    { what: 'a password in a URL', pattern: /\b[A-Za-z][A-Za-z0-9+.-]{0,20}:\/\/[^\s/:@"'<>$]{0,128}:[^\s/@"'<>$]{1,256}@/ },
];
/** The first thing in the text that looks like a secret. */
function findSecret(text) {
    let first;
    for (const { what, pattern } of PATTERNS) {
        const match = pattern.exec(text);
        if (match !== null && (first === undefined || match.index < first.start)) {
            first = { what, start: match.index, end: match.index + match[0].length };
        }
    }
    return first;
}
/** Whether a location text holds `user@` or `user:password@` in front of its host. */
function userInfoOf(location) {
    const match = /^[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/([^/?#@]{0,512}@)/.exec(location);
    if (match === null)
        return undefined;
    const start = match[0].length - (match[1]?.length ?? 0);
    return { start, end: match[0].length };
}

;// CONCATENATED MODULE: ./lib/policyfile/shell-pipes.js
/** Finds a pipeline in a shell script, as `sh` would read it: quotes, comments, here-documents and case patterns are told apart. */
/** Offset of the first `|` that joins two commands; undefined when there is none. */
function findPipe(script) {
    const state = { script, at: 0, depth: 0, hereDocuments: [], openCases: [] };
    return scan(state, '');
}
/** Scans until the closing character of a substitution, or to the end; returns the offset of a pipe. */
function scan(state, closing) {
    const { script } = state;
    let atWordStart = true;
    let parentheses = 0;
    while (state.at < script.length) {
        const char = script[state.at] ?? '';
        const next = script[state.at + 1];
        const openCase = state.openCases.at(-1);
        if (char === closing && parentheses === 0) {
            state.at++;
            return undefined;
        }
        if (char === '#' && atWordStart) {
            const end = script.indexOf('\n', state.at);
            state.at = end === -1 ? script.length : end;
        }
        else if (char === '\n') {
            state.at++;
            skipHereDocuments(state);
            atWordStart = true;
        }
        else if (char === '|') {
            if (next === '|')
                state.at += 2;
            else if (openCase?.isPattern)
                state.at++;
            else
                return state.at;
            atWordStart = true;
        }
        else if (char === '>' && next === '|') {
            state.at += 2;
        }
        else if (char === '<' && next === '<' && script[state.at + 2] !== '<') {
            readHereWord(state);
        }
        else if (char === ';' && (next === ';' || next === '&')) {
            state.at += 2;
            if (openCase !== undefined)
                openCase.isPattern = true;
            atWordStart = true;
        }
        else if (char === '(' || char === ')') {
            state.at++;
            if (char === ')' && openCase?.isPattern)
                openCase.isPattern = false;
            else if (!(char === '(' && openCase?.isPattern))
                parentheses = Math.max(0, parentheses + (char === '(' ? 1 : -1));
            atWordStart = true;
        }
        else if (atWordStart && /[a-z]/.test(char)) {
            shell_pipes_readWord(state);
            atWordStart = false;
        }
        else {
            const pipe = readQuoted(state);
            if (pipe !== undefined)
                return pipe;
            atWordStart = /[\s;&]/.test(char);
        }
    }
    return undefined;
}
/** A bare word at the start of a command or argument; `case`, `in` and `esac` are followed. */
function shell_pipes_readWord(state) {
    const word = /^[A-Za-z0-9_]*/.exec(state.script.slice(state.at, state.at + 64))?.[0] ?? '';
    const openCase = state.openCases.at(-1);
    if (word === 'case')
        state.openCases.push({ isPattern: false, sawIn: false });
    else if (word === 'in' && openCase !== undefined && !openCase.sawIn) {
        openCase.sawIn = true;
        openCase.isPattern = true;
    }
    else if (word === 'esac' && openCase !== undefined)
        state.openCases.pop();
    state.at += Math.max(1, word.length);
}
/** One character, or a whole quoted piece or substitution. */
function readQuoted(state) {
    const { script } = state;
    const char = script[state.at];
    if (char === '\\') {
        state.at += 2;
    }
    else if (char === "'") {
        const end = script.indexOf("'", state.at + 1);
        state.at = end === -1 ? script.length : end + 1;
    }
    else if (char === '"') {
        state.at++;
        while (state.at < script.length && script[state.at] !== '"') {
            const pipe = readSubstitution(state);
            if (pipe !== undefined)
                return pipe;
        }
        state.at++;
    }
    else {
        return readSubstitution(state);
    }
    return undefined;
}
/** `$(…)`, backquotes, `${…}` and `$((…))`; any other character is passed. */
function readSubstitution(state) {
    const { script } = state;
    const char = script[state.at];
    if (char === '\\') {
        state.at += 2;
    }
    else if (char === '$' && script.startsWith('((', state.at + 1)) {
        skipTo(state, '))', 3);
    }
    else if (char === '$' && script[state.at + 1] === '(') {
        state.at += 2;
        return scanInside(state, ')');
    }
    else if (char === '$' && script[state.at + 1] === '{') {
        skipTo(state, '}', 2);
    }
    else if (char === '`') {
        state.at++;
        return scanInside(state, '`');
    }
    else {
        state.at++;
    }
    return undefined;
}
/** Deeper substitutions are read as plain text. */
const MAX_DEPTH = 50;
function scanInside(state, closing) {
    if (state.depth >= MAX_DEPTH)
        return undefined;
    const outer = state.openCases;
    state.openCases = [];
    state.depth++;
    const pipe = scan(state, closing);
    state.depth--;
    state.openCases = outer;
    return pipe;
}
function skipTo(state, end, from) {
    const found = state.script.indexOf(end, state.at + from);
    state.at = found === -1 ? state.script.length : found + end.length;
}
function readHereWord(state) {
    const match = /^<<(-?)[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|\\?([^\s;&|<>()'"]+))/.exec(state.script.slice(state.at, state.at + 256));
    state.at += match?.[0].length ?? 2;
    const word = match?.[2] ?? match?.[3] ?? match?.[4];
    if (word !== undefined)
        state.hereDocuments.push({ word, stripsTabs: match?.[1] === '-' });
}
function skipHereDocuments(state) {
    for (const document of state.hereDocuments.splice(0)) {
        while (state.at < state.script.length) {
            const lineEnd = state.script.indexOf('\n', state.at);
            const end = lineEnd === -1 ? state.script.length : lineEnd;
            const line = state.script.slice(state.at, end);
            state.at = Math.min(end + 1, state.script.length);
            if ((document.stripsTabs ? line.replace(/^\t+/, '') : line) === document.word)
                break;
        }
    }
}

;// CONCATENATED MODULE: ./lib/policyfile/script-checks.js



/** Largest script that a policy can hold, in bytes. */
const MAX_SCRIPT_BYTES = 32_000;
/** Reports P032, P033, P034 and P041; returns whether the script can be used. */
function checkScript(text, reading) {
    const { node, path, script } = text;
    const { findings } = reading;
    const place = (from, to) => (text.isInline ? spanInScript(node, from, to, reading.text, reading.lines) : node.span);
    if (isEmptyScript(script)) {
        findings.add('P032', node.span, path, 'The script is empty.', { hint: 'Write a command, or delete the hook.' });
        return false;
    }
    if (/^(?:none|inherit)$/.test(script.trim())) {
        findings.add('P033', node.span, path, `"${script.trim()}" would be run as a command.`);
        return false;
    }
    let isUsable = true;
    const refuse = (span, message, hint) => {
        findings.add('P034', span, path, message, { hint });
        isUsable = false;
    };
    const bytes = Buffer.byteLength(text.stored);
    if (bytes > MAX_SCRIPT_BYTES) {
        refuse(node.span, `The script has ${bytes} bytes; a policy holds at most ${MAX_SCRIPT_BYTES}.`, 'Keep the script in the repository and start it from a short one.');
    }
    const zero = script.indexOf('\0');
    if (zero !== -1)
        refuse(place(zero, zero + 1), 'A script cannot hold a NUL character.', 'Delete it.');
    const lone = /\p{Surrogate}/u.exec(script);
    if (lone !== null)
        refuse(place(lone.index, lone.index + 1), 'Half of a surrogate pair cannot be stored as UTF-8.', 'Delete it.');
    const late = /^[\s\uFEFF]+(?=#!)/.exec(script);
    if (late !== null)
        refuse(place(0, late[0].length), 'The first line must start with #! itself.', 'Delete what stands in front of #!.');
    const carriageReturn = /^#![^\n]*?\r/.exec(script);
    if (carriageReturn !== null) {
        const at = carriageReturn[0].length - 1;
        refuse(place(at, at + 1), 'The first line ends with a carriage return, so its interpreter is not found.', 'Save the script with LF line ends.');
    }
    const secret = findSecret(script);
    if (secret !== undefined) {
        const where = text.isInline ? '' : `, in line ${script.slice(0, secret.start).split('\n').length} of the file`;
        findings.add('P041', place(secret.start, secret.end), path, `This looks like ${secret.what}${where}.`, { hint: SECRET_HINT });
    }
    return isUsable;
}
const SECRET_HINT = 'Pass it by name with `secrets:`, and delete it from the history.';
/** Reports P057: a pipeline whose first command may fail unseen. */
function checkPipes(node, script, path, reading) {
    if (script.startsWith('#!') && !readsAsShell(script))
        return;
    if (/^set\s[^#\n]*\bpipefail\b/m.test(script) && /^#!.*bash/.test(script))
        return;
    const pipe = findPipe(script);
    if (pipe === undefined)
        return;
    reading.findings.add('P057', spanInScript(node, pipe, pipe + 1, reading.text, reading.lines), path, 'A command that fails in front of this pipe goes unseen.', {
        hint: 'Add `shell: bash`, which stops at any failed part.',
    });
}
function readsAsShell(script) {
    return /^#!\s*\S*?(?:\/env\s+(?:-\S+\s+)*)?(?:\S*\/)?(?:ba|da|k|z|a)?sh\b/.test(script.split('\n', 1)[0] ?? '');
}
/** Whether a script has only blanks and comments; a line with an interpreter alone is empty as well. */
function isEmptyScript(script) {
    return script.split(/\r\n|\r|\n/).every((line) => /^\s*(?:#.*)?$/.test(line.replace(/^\uFEFF/, '')));
}

;// CONCATENATED MODULE: ./lib/policyfile/hook-options.js







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
        return wrongType(value, path, 'a whole number of seconds', reading);
    return withinLimits(readDuration(value, path, reading), value, path, reading);
}
function readMinutes(entry, reading) {
    const { value, path } = entry;
    if (value.kind !== 'scalar' || typeof value.value !== 'number')
        return wrongType(value, path, 'a whole number of minutes', reading);
    if (/^0\d/.test(value.text)) {
        readDuration(value, path, reading);
        return undefined;
    }
    if (!Number.isInteger(value.value)) {
        reading.findings.add('P039', value.span, path, 'The timeout is not a whole number of minutes.');
        return undefined;
    }
    return withinLimits(value.value * 60, value, path, reading);
}
function withinLimits(seconds, node, path, reading) {
    if (seconds === undefined || (seconds >= 1 && seconds <= MAX_TIMEOUT_SECONDS))
        return seconds;
    reading.findings.add('P039', node.span, path, 'A timeout is at least 1 second and at most 24 hours.');
    return undefined;
}
/** The mode that `mode` or `continue-on-error` asks for; undefined when neither is there or it is wrong. */
function readMode(entries, reading) {
    const mode = entries.get('mode');
    const flag = entries.get('continue-on-error');
    const fromFlag = flag === undefined ? undefined : readBoolean(flag.value, flag.path, reading);
    const asked = fromFlag === undefined ? undefined : fromFlag ? 'optional' : 'essential';
    if (mode === undefined)
        return asked;
    if (reading.isNative && mode.value.kind === 'scalar' && mode.value.value === '')
        return undefined;
    const word = readWord(mode.value, mode.path, MODES, 'P037', reading);
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
    return MODES.find((known) => known === word);
}
/** The outcomes of `when`. */
function readWhen(entry, isAfterHook, reading) {
    const word = readWord(entry.value, entry.path, STATUSES, 'P043', reading);
    if (word !== undefined && !isAfterHook) {
        reading.findings.add('P043', entry.value.span, entry.path, 'A before-hook runs before there is an outcome.', {
            hint: 'Delete `when`, or move it to the after-hook.',
        });
        return undefined;
    }
    return STATUSES.find((known) => known === word);
}
/** The conditions of `if`. */
function readCondition(entry, hasStatus, reading) {
    const map = readMap(entry.value, entry.path, reading);
    if (map === undefined)
        return undefined;
    const entries = readKeys(map, CONDITION_FIELDS, entry.path, reading.findings);
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
        ...(statuses === undefined ? {} : { status: statuses.flatMap((word) => STATUSES.find((known) => known === word) ?? []) }),
    };
}
/** A list of texts; allowed words are checked. */
function readConditionList(entry, reading) {
    const { value, path, field } = entry;
    const texts = readTexts(value, path, reading);
    if (texts === undefined || value.kind !== 'list' || field.shape.kind !== 'wordList')
        return texts;
    const { words } = field.shape;
    return value.items.flatMap((item, index) => item.kind === 'scalar' && typeof item.value === 'string' ? (readWord(item, `${path}[${index}]`, words, 'P043', reading) ?? []) : []);
}
/** Variables that never reach a hook: passwords, the runner's tokens and command files. */
const FORBIDDEN = new Set([
    ...['CAIRN_PASSWORD', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RUNTIME_URL', 'ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL'],
    ...['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_URL'],
    ...['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'],
]);
/** What is wrong with a variable's name, or undefined. */
function variableNameProblem(name) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
        return `"${name.slice(0, 40)}" is not a name of a variable.`;
    if (/^KOPIA_/i.test(name))
        return 'Names that start with KOPIA_ are set by Cairn.';
    if (FORBIDDEN.has(name.toUpperCase()))
        return `${name} never reaches a hook.`;
    return undefined;
}
/** Names of `env-allow`, `secrets`; a bad one is P042 at the item. */
function readNames(entry, reading) {
    const names = readTexts(entry.value, entry.path, reading);
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
    const map = readMap(entry.value, entry.path, reading);
    if (map === undefined)
        return undefined;
    // No prototype: the names are the user's.
    const variables = Object.create(null);
    for (const { name, keySpan, value } of map.entries) {
        const path = childPath(entry.path, name);
        const problem = variableNameProblem(name);
        if (problem !== undefined)
            reading.findings.add('P042', keySpan, path, problem);
        const text = readVariable(value, path, reading);
        if (text === undefined || problem !== undefined)
            continue;
        const secret = findSecret(text);
        if (secret !== undefined)
            reading.findings.add('P041', value.span, path, `This looks like ${secret.what}.`, { hint: SECRET_HINT });
        variables[name] = text;
    }
    return variables;
}
function readVariable(node, path, reading) {
    if (node.kind !== 'scalar')
        return wrongType(node, path, 'text, a whole number, or true or false', reading);
    if (typeof node.value === 'string')
        return node.value;
    if (typeof node.value === 'boolean')
        return String(node.value);
    if (typeof node.value === 'number' && Number.isSafeInteger(node.value) && /^-?(?:0|[1-9]\d*)$/.test(node.text))
        return String(node.value);
    return wrongType(node, path, 'text, a whole number, or true or false', reading, node.value === null ? 'Write "" for an empty value.' : `Write "${node.text}".`);
}

// EXTERNAL MODULE: ./lib/util/bytes.js
var util_bytes = __webpack_require__(4695);
;// CONCATENATED MODULE: ./lib/policyfile/reading.js
/** Reports an extension that a Kopia policy cannot hold, in strict Kopia mode. */
function reportExtension(reading, span, path, what) {
    if (!reading.options.strictKopia)
        return;
    reading.findings.add('P040', span, path, `A Kopia policy cannot hold ${what}.`, {
        hint: 'Leave it out, or validate without strict Kopia mode.',
    });
}

;// CONCATENATED MODULE: ./lib/policyfile/hook-programs.js






/** What stands in front of `run` so that Kopia starts the same interpreter; absent for a shell that needs nothing or cannot be told. */
const PROLOGUES = {
    bash: '#!/usr/bin/env bash\nset -e -o pipefail\n',
    pwsh: '#!/usr/bin/env pwsh\n',
    python: '#!/usr/bin/env python3\n',
};
/** `shell`, or undefined when it is absent or wrong. */
function readShell(entry, reading) {
    if (entry === undefined)
        return undefined;
    const word = readWord(entry.value, entry.path, SHELLS, 'P043', reading);
    const shell = SHELLS.find((known) => known === word);
    if (shell === 'powershell' || shell === 'cmd')
        reportExtension(reading, entry.keySpan, entry.path, `the shell ${shell}`);
    return shell;
}
/** The script of `run` as stored. */
function withPrologue(script, shell) {
    return shell === undefined ? script : `${PROLOGUES[shell] ?? ''}${script}`;
}
/** Reads the one program key; undefined when it is wrong, after reporting. */
function readProgram(entry, entries, defaultShell, reading) {
    const shellEntry = entries.get('shell');
    const shell = readShell(shellEntry, reading);
    if (shellEntry !== undefined && entry.name !== 'run' && entry.name !== 'file') {
        const second = shellEntry.keySpan.start > entry.keySpan.start ? shellEntry : entry;
        reading.findings.add('P030', second.keySpan, second.path, `\`shell\` and \`${entry.name}\` do not go together.`, {
            hint: 'Use `run` for a script in a shell.',
        });
    }
    switch (entry.name) {
        case 'run':
            return readRun(entry, shellEntry === undefined ? defaultShell : shell, reading);
        case 'script':
            return readRun(entry, undefined, reading);
        case 'file':
            return readFile(entry, shellEntry, shell, reading);
        case 'command':
            return readCommand(entry, reading);
        default:
            return readPath(entry, entries.get('args'), reading);
    }
}
function readRun(entry, shell, reading) {
    const { value: node, path } = entry;
    const script = readText(node, path, reading);
    if (script === undefined || node.kind !== 'scalar')
        return undefined;
    reading.scripts.add(node);
    const stored = withPrologue(script, shell);
    if (!checkScript({ node, path, script, stored, isInline: true }, reading))
        return undefined;
    if (shell === undefined || shell === 'sh')
        checkPipes(node, script, path, reading);
    return { kind: entry.name === 'run' ? 'run' : 'script', program: scriptProgram(stored, shell) };
}
function scriptProgram(script, shell) {
    return shell === undefined ? { kind: 'script', script } : { kind: 'script', script, shell };
}
const FILE_PROBLEMS = {
    missing: 'There is no such file.',
    outside: 'The file is outside the repository, or is reached through a link that leads outside.',
    'not-a-file': 'This is not a regular file.',
    'too-large': 'The file is too large for a script.',
    unreadable: 'The file cannot be read.',
};
function readFile(entry, shellEntry, shell, reading) {
    const { value: node, path } = entry;
    const relative = readText(node, path, reading);
    if (relative === undefined || node.kind !== 'scalar')
        return undefined;
    const refuse = (code, message, hint) => {
        reading.findings.add(code, node.span, path, message, { hint });
        return undefined;
    };
    if (shellEntry !== undefined && shell !== undefined)
        reportExtension(reading, shellEntry.keySpan, shellEntry.path, '`shell` beside `file`');
    const placeHint = 'The path starts at the policy file and must stay inside the repository.';
    if (relative === '' || relative.includes('\0'))
        return refuse('P035', 'There is no such file.', placeHint);
    if (/^[\\/]|^[A-Za-z]:/.test(relative))
        return refuse('P035', 'The path of a script file is relative.', placeHint);
    const result = reading.options.readHookFile?.(relative) ?? { ok: false, reason: 'missing' };
    if (!result.ok)
        return refuse(result.reason === 'too-large' ? 'P034' : 'P035', FILE_PROBLEMS[result.reason], placeHint);
    if (result.bytes.includes(0))
        return refuse('P035', 'The file is not text: it holds a NUL byte.', 'Start a program with `command`.');
    const script = (0,util_bytes/* fromUtf8 */.ar)(result.bytes);
    if (script === undefined)
        return refuse('P034', 'The file is not valid UTF-8.', 'Save it as UTF-8.');
    if (!checkScript({ node, path, script, stored: script, isInline: false }, reading))
        return undefined;
    return { kind: 'file', program: scriptProgram(script, shell) };
}
function readCommand(entry, reading) {
    const { value: node, path } = entry;
    if (node.kind === 'scalar' && typeof node.value === 'string' && /\S\s+\S/.test(node.value)) {
        // Only words that mean the same with and without a shell are split for the user.
        const isPlain = /^[\w\s./=-]+$/.test(node.value);
        const hint = isPlain ? `Write [${node.value.trim().split(/\s+/).join(', ')}].` : 'Write [program, argument].';
        wrongType(node, path, 'a list', reading, hint);
        return undefined;
    }
    const argv = readTexts(node, path, reading);
    if (argv === undefined || node.kind !== 'list')
        return undefined;
    const [first, ...rest] = argv;
    const firstNode = node.items[0];
    if (firstNode === undefined) {
        reading.findings.add('P032', node.span, path, 'The command is empty.', { hint: 'Write [program, argument].' });
        return undefined;
    }
    checkSecrets(node.items, path, reading);
    if (first === undefined || argv.length !== node.items.length)
        return undefined;
    if (!checkProgramName(first, firstNode, `${path}[0]`, 'error', reading))
        return undefined;
    return { kind: 'command', program: { kind: 'command', argv: [first, ...rest] } };
}
function readPath(entry, args, reading) {
    const { value: node, path } = entry;
    const program = readText(node, path, reading);
    const rest = args === undefined ? [] : readTexts(args.value, args.path, reading);
    if (args?.value.kind === 'list')
        checkSecrets(args.value.items, args.path, reading);
    if (program === undefined || rest === undefined)
        return undefined;
    if (!checkProgramName(program, node, path, 'warning', reading))
        return undefined;
    if (/[\s"']/.test(program)) {
        reading.findings.add('P031', node.span, path, 'Kopia runs a program with exactly this name; it does not split it.', {
            severity: 'warning',
            hint: 'Put arguments into `args`.',
        });
    }
    return { kind: 'path', program: { kind: 'command', argv: [program, ...rest] } };
}
/** P032, P033 and P036 of a program's name; returns whether it can be used. */
function checkProgramName(name, node, path, relative, reading) {
    const { findings } = reading;
    if (name === '' || /^\s/.test(name)) {
        findings.add('P032', node.span, path, name === '' ? 'The program has no name.' : 'The name of the program starts with a blank.');
        return false;
    }
    if (name === 'none' || name === 'inherit') {
        findings.add('P033', node.span, path, `"${name}" would be run as a command.`, {
            hint: 'Write `none` in place of the whole hook to switch an inherited one off.',
        });
        return false;
    }
    if (/[\\/]/.test(name) && !/^(?:[\\/]|[A-Za-z]:[\\/])/.test(name)) {
        findings.add('P036', node.span, path, 'A relative program is looked up in the temporary folder that the hook runs in.', {
            severity: relative,
            hint: 'Use `file` for a script of the repository, or an absolute path.',
        });
        return relative === 'warning';
    }
    return true;
}
function checkSecrets(items, path, reading) {
    for (const [index, item] of items.entries()) {
        const secret = item.kind === 'scalar' ? findSecret(String(item.value)) : undefined;
        if (secret !== undefined)
            reading.findings.add('P041', item.span, `${path}[${index}]`, `This looks like ${secret.what}.`, { hint: SECRET_HINT });
    }
}

;// CONCATENATED MODULE: ./lib/policyfile/command-string.js
/** How Kopia reads a command given as one string: a CSV record with blanks between its fields (docs/hooks.md, "Command strings"). */
/**
 * Splits a command string as Kopia does: no shell, only double quotes around a whole field, `""` inside for one quote.
 * Every blank more is one empty argument; single quotes, backslashes and tabs are plain characters.
 */
function splitCommandString(command) {
    // A carriage return at the very end belongs to the line end.
    const text = command.endsWith('\r') ? command.slice(0, -1) : command;
    const argv = [];
    // Empty lines in front are skipped, as in any CSV record.
    let at = /^(?:\r?\n)*/.exec(text)?.[0].length ?? 0;
    if (at >= text.length)
        return { ok: false, problem: 'empty' };
    for (;;) {
        const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at);
        if (typeof field === 'string')
            return { ok: false, problem: field };
        argv.push(field.value);
        at = field.end;
        if (text[at] === ' ') {
            at++;
            continue;
        }
        const lineEnd = /^\r?\n/.exec(text.slice(at, at + 2))?.[0].length ?? 0;
        return { ok: true, argv, dropped: text.slice(at + lineEnd) };
    }
}
function plainField(text, start) {
    let end = start;
    while (end < text.length && text[end] !== ' ' && text[end] !== '\n' && !(text[end] === '\r' && text[end + 1] === '\n')) {
        if (text[end] === '"')
            return 'bare-quote';
        end++;
    }
    return { value: text.slice(start, end), end };
}
function quotedField(text, start) {
    let value = '';
    let at = start + 1;
    for (;;) {
        const quote = text.indexOf('"', at);
        if (quote === -1)
            return 'open-quote';
        value += text.slice(at, quote).replaceAll('\r\n', '\n');
        at = quote + 1;
        if (text[at] === '"') {
            value += '"';
            at++;
            continue;
        }
        const next = text[at];
        return next === undefined || next === ' ' || next === '\n' || (next === '\r' && text[at + 1] === '\n')
            ? { value, end: at }
            : 'bare-quote';
    }
}

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
    if (scripts.some((script) => isEmptyScript(String(script.value)) || String(script.value).startsWith('#!')))
        return undefined;
    return { map, others: scripts.slice(1).map((node, index) => ({ node, path: `${path}[${index + 1}].run` })) };
}

;// CONCATENATED MODULE: ./lib/policyfile/hooks.js









/** Timeout of a hook that names none, in seconds. */
const DEFAULT_TIMEOUT_SECONDS = 300;
/** Kopia's own, for hooks stored without one. */
const NATIVE_TIMEOUT_SECONDS = 180;
const NATIVE_KEYS = ['path', 'args', 'script', 'timeout', 'mode'];
const NATIVE_FIELDS = Object.fromEntries(Object.entries(HOOK_FIELDS).filter(([name]) => NATIVE_KEYS.includes(name)));
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
    return wrongType(node, place.path, 'a hook', reading, 'Write a map with `run`, `file` or `command`.');
}
/** One entry of `job.before` or `job.after`. */
function readJobStep(node, place, reading) {
    if (node.kind === 'map')
        return readHookMap(node, place, reading);
    if (node.kind === 'scalar' && typeof node.value === 'string') {
        readWordHook(node, node.value, place, reading);
        return undefined;
    }
    return wrongType(node, place.path, 'a hook', reading, 'Write a map with `run`, `file` or `command`.');
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
    const split = splitCommandString(text);
    if (!split.ok)
        return split.problem === 'empty' ? 'it is empty' : 'Kopia refuses its quotes';
    const shown = split.argv
        .map((item) => `‹${item}›`)
        .join(' ')
        .slice(0, 300);
    return `Kopia would split it into ${shown}${split.dropped === '' ? '' : ' and drop what follows the line end'}`;
}
function rewrites(text) {
    const split = splitCommandString(text);
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
        reportExtension(reading, place.keySpan, place.path, 'a list of steps that are not lines of one script');
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
            wrongType(item, stepPlace.path, 'a step', reading, 'Write a map with `run`, `file` or `command`.');
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
        if (!checkScript({ node, path, script, stored: script, isInline: true }, reading))
            isUsable = false;
        else if (hook?.program.kind === 'script' && (hook.program.shell ?? 'sh') === 'sh')
            checkPipes(node, script, path, reading);
    }
    if (!isUsable || hook?.program.kind !== 'script')
        return undefined;
    const parts = [hook.program.script, ...joined.others.map(({ node }) => String(node.value))];
    const script = parts.map((part) => (part.endsWith('\n') ? part : `${part}\n`)).join('');
    if (Buffer.byteLength(script) > MAX_SCRIPT_BYTES) {
        reading.findings.add('P034', span, place.path, `The steps together have more than ${MAX_SCRIPT_BYTES} bytes.`, {
            hint: 'Keep the script in the repository and start it from a short one.',
        });
    }
    return [{ ...hook, program: { ...hook.program, script } }];
}
/** Reads a hook written as a map. */
function readHookMap(map, place, reading) {
    const table = reading.isNative ? NATIVE_FIELDS : place.kind === 'stream' ? STREAM_FIELDS : HOOK_FIELDS;
    const entries = readKeys(map, table, place.path, reading.findings);
    for (const entry of entries.values()) {
        // `capture: none` before a folder only promises that the hook does not redirect; kopia loses nothing by it.
        const isPromise = entry.name === 'capture' && place.kind === 'before-folder';
        if (entry.field.isExtension && place.kind !== 'stream' && !isPromise)
            reportExtension(reading, entry.keySpan, entry.path, `"${entry.name}"`);
    }
    const chosen = chooseProgram(entries, place, reading);
    const read = chosen === undefined ? undefined : readProgram(chosen, entries, reading.defaults.shell, reading);
    const mode = place.kind === 'stream' ? 'essential' : readModeOrDefault(entries, place, reading);
    const timeoutSeconds = readTimeout(entries, reading) ?? defaultTimeout(chosen?.name, place, reading);
    const options = readOptions(entries, place, reading);
    if (read === undefined)
        return undefined;
    return { ...baseOf(place, reading), ...options, program: read.program, mode, timeoutSeconds };
}
function chooseProgram(entries, place, reading) {
    const present = PROGRAM_FIELDS.flatMap((name) => entries.get(name) ?? []);
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
    const mode = readMode(entries, reading);
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
        return NATIVE_TIMEOUT_SECONDS;
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
    const name = optional('name', (entry) => readText(entry.value, entry.path, reading));
    const when = optional('when', (entry) => readWhen(entry, isAfter, reading));
    const condition = optional('if', (entry) => readCondition(entry, place.kind === 'job-after', reading));
    const env = optional('env', (entry) => readVariables(entry, reading));
    const ownAllow = optional('env-allow', (entry) => readNames(entry, reading));
    const envAllow = ownAllow === undefined && reading.defaults.envAllow === undefined
        ? undefined
        : [...new Set([...(reading.defaults.envAllow ?? []), ...(ownAllow ?? [])])];
    const secrets = optional('secrets', (entry) => readNames(entry, reading));
    const requires = optional('requires', (entry) => readTexts(entry.value, entry.path, reading));
    const workingDirectory = optional('working-directory', (entry) => readWorkingDirectory(entry, reading));
    const capture = optional('capture', (entry) => readWord(entry.value, entry.path, ['none'], 'P012', reading));
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
    const text = readText(entry.value, entry.path, reading);
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

;// CONCATENATED MODULE: ./lib/policyfile/cron.js
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

;// CONCATENATED MODULE: ./lib/policyfile/fields.js
/** Reads the fields of one policy by the tables of schema.ts. */





const MOST = Number.MAX_SAFE_INTEGER;
/** Reads a group; empty groups are left out of the result. */
function readGroup(map, table, path, reading, onHook) {
    const values = {};
    for (const entry of readKeys(map, table, path, reading.findings).values()) {
        if (entry.field.isExtension) {
            if (reading.isNative)
                reading.findings.add('P011', entry.keySpan, entry.path, `"${entry.name}" is not a key of a Kopia policy.`);
            reportExtension(reading, entry.keySpan, entry.path, `"${entry.name}"`);
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
    const map = readMap(node, path, reading);
    if (map === undefined)
        return undefined;
    const values = readGroup(map, shape.fields, path, reading, onHook);
    return Object.keys(values).length === 0 ? undefined : values;
}
function readShape(node, shape, path, reading) {
    switch (shape.kind) {
        case 'boolean':
            return readBoolean(node, path, reading);
        case 'count':
            return readCount(node, path, shape.least ?? 0, shape.most ?? MOST, reading);
        case 'size':
            return readSize(node, path, reading);
        case 'duration':
            return readDuration(node, path, reading);
        case 'text':
            return readText(node, path, reading);
        case 'texts':
            return readTexts(node, path, reading);
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
    return readWord(node, path, words, words.length === 1 ? 'P012' : 'P050', reading);
}
function readNumbered(node, path, words, reading) {
    if (node.kind === 'scalar' && typeof node.value === 'string') {
        const index = words.indexOf(node.value);
        if (index >= 0)
            return index;
        const nearest = nearestWord(node.value, words);
        reading.findings.add('P012', node.span, path, `"${node.value.slice(0, 40)}" is not known here.`, {
            hint: nearest === undefined ? `Known here: ${words.join(', ')}.` : `Did you mean "${nearest}"?`,
        });
        return undefined;
    }
    return readCount(node, path, 0, words.length - 1, reading);
}
const TIME_FIELDS = {
    hour: { doc: 'Hour, 0 to 23.', shape: { kind: 'count', most: 23 } },
    min: { doc: 'Minute, 0 to 59.', shape: { kind: 'count', most: 59 } },
};
function readTimes(node, path, reading) {
    if (node.kind !== 'list')
        return wrongType(node, path, 'a list of times', reading, 'Write ["03:30"].');
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
        const entries = readKeys(node, TIME_FIELDS, path, reading.findings);
        const part = (name, most) => {
            const entry = entries.get(name);
            return entry === undefined ? 0 : readCount(entry.value, entry.path, 0, most, reading);
        };
        const hour = part('hour', 23);
        const min = part('min', 59);
        return hour === undefined || min === undefined ? undefined : { hour, min };
    }
    if (node.kind === 'scalar' && node.style === 'plain' && /^\d{1,2}:\d{1,2}(?::\d+)?$/.test(node.text)) {
        reading.findings.add('P013', node.span, path, `${node.text} without quotes is a number in YAML 1.1.`, { hint: `Write "${node.text}".` });
        return undefined;
    }
    const text = readText(node, path, reading);
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
    const texts = readTexts(node, path, reading);
    if (texts === undefined || node.kind !== 'list')
        return texts;
    for (const [index, item] of node.items.entries()) {
        const problem = item.kind === 'scalar' && typeof item.value === 'string' ? cronProblem(item.value) : undefined;
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
    reading.findings.add('P051', second.keySpan, childPath(path, second.name), 'Kopia refuses manual beside other scheduling fields.', {
        hint: 'Keep manual: true alone, or delete it.',
    });
}

// EXTERNAL MODULE: ./lib/policyfile/targets.js
var targets = __webpack_require__(4054);
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
        const at = childPath(path, entry.name);
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
    const map = readMap(entry.value, path, reading);
    if (map === undefined)
        return undefined;
    const hooks = [];
    const values = readGroup(map, POLICY_FIELDS, path, reading, (hook) => {
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
    return { name, keySpan: entry.keySpan, path: entry.path, hooks: readHook(entry.value, place, reading) };
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
    const table = POLICY_FIELDS['upload']?.shape;
    if (table?.kind !== 'group')
        return;
    const entry = upload.value.entries.find(({ name }) => canonicalName(name, table.fields) === 'maxParallelSnapshots');
    if (entry === undefined)
        return;
    reading.findings.add('P051', entry.value.span, childPath(childPath(path, 'upload'), entry.name), 'Kopia refuses maxParallelSnapshots on a path.', {
        hint: 'Set it on a user, a host or global.',
    });
}

;// CONCATENATED MODULE: ./lib/policyfile/sources.js
/** Reads `sources`: paths, and commands whose output is stored. */





/** The list, or undefined when it is wrong; bad items are reported and left out. */
function readSources(node, path, reading) {
    if (node.kind !== 'list')
        return wrongType(node, path, 'a list', reading, 'Write [.] for the workspace.');
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
    const text = readText(node, path, reading);
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
    reportExtension(reading, keySpan, path, 'a stream source');
    const name = keys === undefined ? undefined : readText(keys.value, `${path}.stream`, reading);
    if (name !== undefined && keys !== undefined && !isFileName(name)) {
        reading.findings.add('P020', keys.value.span, `${path}.stream`, 'A stream is named like one file.', {
            hint: 'Use letters, digits, dots and dashes, without a slash.',
        });
    }
    const hook = readHookMap(map, { kind: 'stream', keySpan, path, target: name ?? 'stream' }, reading);
    // The keys were checked by readHookMap; the same findings at the same places are kept once.
    const minSize = readKeys(map, STREAM_FIELDS, path, reading.findings).get('min-size');
    const minSizeBytes = minSize === undefined ? 1 : readSize(minSize.value, minSize.path, reading);
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
    return root.entries.length > 0 && root.entries.every(({ name, value }) => !Object.hasOwn(TOP_FIELDS, name) && value.kind === 'map');
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
    const entries = readKeys(root, TOP_FIELDS, '', reading.findings);
    checkVersion(root, entries.get('version'), reading);
    const sourceEntry = entries.get('source');
    const source = sourceEntry === undefined ? {} : readIdentity(sourceEntry, reading);
    const repositoryEntry = entries.get('repository');
    const repository = repositoryEntry === undefined ? undefined : readLocation(repositoryEntry, reading);
    const sourcesEntry = entries.get('sources');
    const sources = sourcesEntry === undefined ? undefined : readSources(sourcesEntry.value, sourcesEntry.path, reading);
    const policiesEntry = entries.get('policies');
    const policies = policiesEntry === undefined ? undefined : readMap(policiesEntry.value, policiesEntry.path, reading);
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
    const map = entry === undefined ? undefined : readMap(entry.value, 'defaults', reading);
    const shape = TOP_FIELDS['defaults']?.shape;
    if (map === undefined || shape?.kind !== 'group')
        return {};
    const entries = readKeys(map, shape.fields, 'defaults', reading.findings);
    const shell = readShell(entries.get('shell'), { ...reading, options: { ...reading.options, strictKopia: false } });
    const timeoutSeconds = readTimeout(entries, reading);
    const allowEntry = entries.get('env-allow');
    const envAllow = allowEntry === undefined ? undefined : readNames(allowEntry, reading);
    return {
        ...(shell === undefined ? {} : { shell }),
        ...(timeoutSeconds === undefined || timeoutSeconds > MAX_TIMEOUT_SECONDS ? {} : { timeoutSeconds }),
        ...(envAllow === undefined ? {} : { envAllow }),
    };
}
function fieldsOf(name) {
    const shape = TOP_FIELDS[name]?.shape;
    return shape?.kind === 'group' ? shape.fields : {};
}
function readIdentity(entry, reading) {
    const map = readMap(entry.value, entry.path, reading);
    if (map === undefined)
        return {};
    const entries = readKeys(map, fieldsOf('source'), entry.path, reading.findings);
    const part = (name, isFine, expected) => {
        const known = entries.get(name);
        const text = known === undefined ? undefined : readText(known.value, known.path, reading);
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
    const location = readText(entry.value, entry.path, reading);
    if (location === undefined)
        return undefined;
    if (location.trim() === '') {
        reading.findings.add('P012', entry.value.span, entry.path, 'The location is empty.', {
            hint: 'Leave `repository` out, or write such as s3://bucket/prefix.',
        });
        return undefined;
    }
    if (userInfoOf(location) !== undefined || findSecret(location) !== undefined) {
        reading.findings.add('P041', entry.value.span, entry.path, 'A location never holds a user, a password or a key.', {
            severity: 'error',
            hint: 'Pass credentials in the environment of the step.',
        });
        return undefined;
    }
    return location;
}
function readJob(entry, reading) {
    reportExtension(reading, entry.keySpan, entry.path, '`job`');
    const map = readMap(entry.value, entry.path, reading);
    if (map === undefined)
        return { before: [], after: [] };
    const entries = readKeys(map, fieldsOf('job'), entry.path, reading.findings);
    const steps = (name) => {
        const known = entries.get(name);
        if (known === undefined)
            return [];
        if (known.value.kind !== 'list') {
            wrongType(known.value, known.path, 'a list of hooks', reading, 'Start each hook with a dash.');
            return [];
        }
        return known.value.items.flatMap((item, index) => readStep(item, name, index, reading) ?? []);
    };
    return { before: steps('before'), after: steps('after') };
}
function readStep(item, name, index, reading) {
    const path = `${childPath('job', name)}[${index}]`;
    const keySpan = item.kind === 'map' ? (item.entries[0]?.keySpan ?? item.span) : item.span;
    return readJobStep(item, { kind: name === 'before' ? 'job-before' : 'job-after', keySpan, path, target: 'job' }, reading);
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

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
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
            state.findings.add('P012', keySpan, path, `A name must be text, not ${describeNode(key)}.`);
            continue;
        }
        const name = typeof key.value === 'string' ? key.value : key.text;
        const at = childPath(path, name);
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

;// CONCATENATED MODULE: ./lib/policyfile/parse.js
/** From the bytes of a policy file to its typed value and findings: one pass, every finding. */







const START = { start: 0, end: 0 };
/**
 * Reads a policy file, or a Kopia export as a policy file.
 * Never throws for what the bytes hold; `file` is undefined when there is an error among the diagnostics.
 */
function parsePolicyFile(bytes, options) {
    const strict = options.strict ?? false;
    const limits = options.isImport ? IMPORT_LIMITS : FILE_LIMITS;
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
    const yaml = readYaml(text, limits, findings);
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
            reading.findings.add('P012', root.span, '', `A policy file is a map, not ${describeNode(root)}.`);
        return undefined;
    }
    if (isNativeForm(root))
        return interpretNative(root, { ...reading, isNative: true });
    return interpretFile(root, { ...reading, defaults: readDefaults(root, reading) });
}

;// CONCATENATED MODULE: ./lib/policyfile/load.js
/** Reads the policy file and the script files it names: bounded, regular files only, and nothing outside the repository. */






/** Larger script files are not read at all, in bytes. */
const MAX_HOOK_FILE_BYTES = 1024 * 1024;
/**
 * Reads and parses a policy file.
 * @throws CAIRN_POLICY_FILE_MISSING, CAIRN_POLICY_FILE_UNREADABLE
 */
function loadPolicyFile(path, options) {
    const { workspaceRoot, ...rest } = options;
    const limit = (options.isImport ? IMPORT_LIMITS : FILE_LIMITS).bytes;
    const parseOptions = {
        ...rest,
        path,
        readHookFile: (relativePath) => readHookFile(path, relativePath, workspaceRoot),
        sourceKind: (source) => sourceKind((0,external_node_path_.resolve)(workspaceRoot, source)),
    };
    const bytes = readPolicyBytes(path, limit);
    if (typeof bytes === 'number')
        return { path, text: '', ...refuseTooLarge(bytes, limit) };
    return { path, text: new TextDecoder().decode(bytes), ...parsePolicyFile(bytes, parseOptions) };
}
/**
 * The file of a parse without errors.
 * @throws CAIRN_POLICY_FILE_INVALID
 */
function requirePolicyFile(loaded) {
    if (loaded.file !== undefined && !(0,diagnostic/* hasErrors */.Cs)(loaded.diagnostics))
        return loaded.file;
    const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    const where = first === undefined
        ? ''
        : ` First, at ${loaded.path}:${first.range.startLine}:${first.range.startColumn}, ${first.code}: ${first.message}`;
    throw new lib_errors/* CairnError */.eb('CAIRN_POLICY_FILE_INVALID', `The policy file ${loaded.path} has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}.${where}`, {
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
            throw new lib_errors/* CairnError */.eb('CAIRN_POLICY_FILE_MISSING', `There is no policy file ${path}.`, {
                hint: 'Check the input policy-file (--policy-file), and that the repository was checked out before.',
                cause: error,
            });
        }
        throw new lib_errors/* CairnError */.eb('CAIRN_POLICY_FILE_UNREADABLE', `The policy file ${path} cannot be read: ${(0,lib_errors/* messageOf */.bD)(error)}.`, {
            hint: 'Give the user of this run the right to read it.',
            cause: error,
        });
    }
    throw new lib_errors/* CairnError */.eb('CAIRN_POLICY_FILE_UNREADABLE', `The policy file ${path} is not a regular file.`, {
        hint: 'Name a file, not a folder.',
    });
}
/** Reads a script file of a hook; `relativePath` starts at the policy file. */
function readHookFile(policyPath, relativePath, workspaceRoot) {
    try {
        const root = (0,external_node_fs_.realpathSync)(workspaceRoot);
        const folder = (0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)((0,external_node_path_.resolve)(policyPath)));
        const named = (0,external_node_path_.resolve)(folder, relativePath);
        if (!isInside(named, root) && !isInside(named, (0,external_node_path_.resolve)(workspaceRoot)))
            return { ok: false, reason: 'outside' };
        const real = (0,external_node_fs_.realpathSync)(named);
        if (!isInside(real, root))
            return { ok: false, reason: 'outside' };
        const bytes = readBounded(real, MAX_HOOK_FILE_BYTES, external_node_fs_.constants.O_NOFOLLOW ?? 0);
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
    const parent = (0,external_node_path_.dirname)((0,external_node_path_.resolve)(currentFolder, policyPath));
    return parent.endsWith(`${external_node_path_.sep}.github`) ? (0,external_node_path_.dirname)(parent) : currentFolder;
}
/** The nearest file of that relative name in a folder above `folder`: somebody who stands below a workspace means its policy file. */
function policyFileAbove(folder, name) {
    for (let at = (0,external_node_path_.dirname)(folder);; at = (0,external_node_path_.dirname)(at)) {
        const path = (0,external_node_path_.join)(at, name);
        if (sourceKind(path) === 'file')
            return path;
        if (at === (0,external_node_path_.dirname)(at))
            return undefined;
    }
}
/** Bytes of a regular file, its size when it is larger than `limit`, or that it is something else. Never waits for a pipe. */
function readBounded(path, limit, flags) {
    const file = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0) | flags);
    try {
        const stat = (0,external_node_fs_.fstatSync)(file);
        if (!stat.isFile())
            return 'not-a-file';
        if (stat.size > limit)
            return stat.size;
        const buffer = new Uint8Array(limit + 1);
        let length = 0;
        for (;;) {
            const read = (0,external_node_fs_.readSync)(file, buffer, length, buffer.length - length, null);
            if (read === 0)
                return buffer.slice(0, length);
            length += read;
            if (length > limit)
                return length;
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function isInside(path, folder) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way !== '' && way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}
function sourceKind(path) {
    try {
        const link = (0,external_node_fs_.lstatSync)(path);
        if (link.isSymbolicLink())
            return 'symlink';
        return (0,external_node_fs_.statSync)((0,external_node_path_.join)(path)).isDirectory() ? 'directory' : 'file';
    }
    catch {
        return 'missing';
    }
}
function hasCode(error, ...codes) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}


/***/ }),

/***/ 1098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O1: () => (/* binding */ isSamePlace),
/* harmony export */   Og: () => (/* binding */ effectiveSources),
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   mg: () => (/* binding */ placeOfTarget),
/* harmony export */   wN: () => (/* binding */ placeOfSource)
/* harmony export */ });
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4054);

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

/***/ 4054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
    if (text === '.' || text.startsWith('./') || text.startsWith('.\\'))
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
        return bad('The path of a target is absolute.', `Write ${userName}@${host}:/${path}.`);
    if (/[/\\]$/.test(path) && path !== '/' && !/^[A-Za-z]:[/\\]$/.test(path))
        return bad('A path has no slash at its end.', `Write "${text.replace(/[/\\]+$/, '')}".`);
    return { ok: true, target: { kind: 'path', userName, host, path } };
}
function bad(problem, hint) {
    return hint === undefined ? { ok: false, problem } : { ok: false, problem, hint };
}
function relativeHint(text) {
    const plain = text.replace(/^\/+|\/+$/g, '');
    if (text.startsWith('/'))
        return `Write user@host:${text}, or ./${plain} for a folder of the workspace.`;
    return `Write ./${plain} for a folder of the workspace.`;
}
function relativeTarget(text) {
    if (text.includes('\\'))
        return bad('Write / between the parts of a path.', `Write ${text.replaceAll('\\', '/')}.`);
    if (/[*?]/.test(text))
        return bad('A target holds no pattern characters.', 'Write one target for each folder.');
    if (text !== '.' && text.endsWith('/'))
        return bad('A path has no slash at its end.', `Write "${text.replace(/\/+$/, '')}".`);
    const parts = text.split('/').filter((part) => part !== '' && part !== '.');
    if (parts.includes('..'))
        return bad('A target stays below the root of the source.');
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


/***/ })

};
