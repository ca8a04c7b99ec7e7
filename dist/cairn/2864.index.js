export const id = 2864;
export const ids = [2864];
export const modules = {

/***/ 67014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ logError)
/* harmony export */ });
/** Logs code, message and hint, as the error that ends a command is printed. */
function logError(log, { code, message, hint }) {
    log.error(`${code}  ${message}${hint === undefined ? '' : `\nhint  ${hint}`}`);
}


/***/ }),

/***/ 34946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

/***/ 12864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
    return relativeAt(own.path, source.path) !== undefined;
}
/** The path of `path` in `root`, empty for the root itself, undefined when it is elsewhere. */
function relativeAt(root, path) {
    return root === path ? '' : (0,target/* relativeBelow */.cA)(root, path);
}
const NO_ROOT = 'the snapshot has no root entry';
async function entryAt(repository, manifest, source) {
    const relative = source === undefined ? '' : (relativeAt(manifest.source.path, source.path) ?? '');
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
// EXTERNAL MODULE: ./lib/cli/source-pattern.js
var source_pattern = __webpack_require__(34946);
;// CONCATENATED MODULE: ./lib/cli/verbs/snapshot-list.js
/** `cairn snapshot list`: Kopia's text and JSON. */














async function snapshotList(context, input) {
    const maxResults = Math.max(0, (0,flag_values/* integerFlag */.tB)(input, 'max-results') ?? 0);
    const tags = parseTags(input.list('tags'));
    let damaged = 0;
    await (0,commands_open/* withRepository */.Bq)(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
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
    context.print((0,plain_text/* visibleText */.Q)((0,target/* formatSource */.j2)(group.source)));
    const sizeText = (0,kopia_numbers/* sizeTextOf */.Ym)(context.env);
    const rows = [];
    let lastBytes = 0;
    for (const listed of group.snapshots) {
        const { manifest, entry } = listed;
        if (typeof entry === 'string')
            context.print(`  ${(0,kopia_text/* timeText */.Tc)(manifest.startTimeNs)} <ERROR> ${(0,plain_text/* visibleText */.Q)(entry)}`);
        if (typeof entry === 'string' || (manifest.incomplete !== undefined && !input.isOn('incomplete')))
            continue;
        const row = {
            firstNs: manifest.startTimeNs,
            lastNs: manifest.startTimeNs,
            count: 1,
            objectId: entry.objectId,
            bits: bitsOf(input, listed, entry, sizeText, lastBytes),
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
        context.print(`  ${(0,kopia_text/* timeText */.Tc)(row.firstNs)} ${row.objectId} ${bits.join(' ')}`);
        if (row.count > 1)
            context.print(`  + ${row.count - 1} identical snapshots until ${(0,kopia_text/* timeText */.Tc)(row.lastNs)}`);
    }
}
function bitsOf(input, { manifest, usage }, entry, sizeText, lastBytes) {
    const bits = [];
    const size = entry.summary?.size ?? entry.size;
    if (manifest.incomplete !== undefined)
        bits.push(`incomplete:${(0,plain_text/* visibleText */.Q)(manifest.incomplete)}`);
    bits.push(input.choice('human-readable') === false ? String(size) : sizeText(size), (0,kopia_text/* modeText */.zR)(entry.type, entry.mode));
    if (input.isOn('owner'))
        bits.push(`uid:${entry.uid}`, `gid:${entry.gid}`);
    if (input.isOn('mtime'))
        bits.push(`modified:${(0,kopia_text/* timeText */.Tc)(entry.mtimeNs)}`);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ savingText),
/* harmony export */   Ym: () => (/* binding */ sizeTextOf),
/* harmony export */   lT: () => (/* binding */ countText)
/* harmony export */ });
/** Sizes, counts and shares exactly as Kopia's listings print them. */
const DECIMAL = ['', 'K', 'M', 'G', 'T', 'P', 'E'];
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
/** `0 B`, `899 B`, `0.9 KB`, `1.5 MB`; in steps of 1024 (`1.5 MiB`) when KOPIA_BYTES_STRING_BASE_2 is set. */
function sizeTextOf(env) {
    const isBinary = /^(1|t|true)$/i.test(env['KOPIA_BYTES_STRING_BASE_2'] ?? '');
    return (bytes) => scaled(bytes, isBinary ? 1024 : 1000, isBinary ? BINARY : DECIMAL, 'B');
}
/** `12`, `1.2 K`, with the space that Kopia leaves after a number without unit. */
function countText(count) {
    return scaled(count, 1000, DECIMAL, '');
}
/** By how much `packed` is smaller: `53.6%`, or `0%` when it is not. */
function savingText(original, packed) {
    return packed >= original || original === 0 ? '0%' : `${(100 * (1 - packed / original)).toFixed(1)}%`;
}
/** The next unit begins at nine tenths of it. */
function scaled(value, step, units, suffix) {
    let rest = value;
    for (const unit of units) {
        if (rest < 0.9 * step)
            return `${oneDigit(rest)} ${unit}${suffix}`;
        rest /= step;
    }
    return `${oneDigit(rest)} ${units.at(-1)}${suffix}`;
}
/** At most one digit after the point; a value exactly between two goes to the even one, as in Go. */
function oneDigit(value) {
    const isTie = Number.isInteger(value * 4) && !Number.isInteger(value * 2);
    const below = Math.floor(value * 10);
    const rounded = isTie ? (below % 2 === 0 ? below : below + 1) / 10 : value;
    return rounded.toFixed(1).replace(/\.0$/, '').replace(/^$/, '0');
}


/***/ }),

/***/ 12452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ preciseTimeText),
/* harmony export */   S5: () => (/* binding */ durationText),
/* harmony export */   Tc: () => (/* binding */ timeText),
/* harmony export */   zR: () => (/* binding */ modeText)
/* harmony export */ });
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
/** `2026-11-23 07:18:57 UTC`; times before year 0 or after 9999 do not occur. */
function timeText(ns) {
    const seconds = ns / 1000000000n - (ns % 1000000000n < 0n ? 1n : 0n);
    return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
/** `20m0s`, `24h0m0s`, `1.5s`: a duration as Go prints it, for durations of a second and more. */
function durationText(ns) {
    const totalSeconds = ns / 1000000000n;
    const fraction = String(ns % 1000000000n)
        .padStart(9, '0')
        .replace(/0+$/, '');
    const [hours, minutes] = [totalSeconds / 3600n, (totalSeconds / 60n) % 60n];
    const seconds = `${totalSeconds % 60n}${fraction === '' ? '' : `.${fraction}`}s`;
    if (hours > 0n)
        return `${hours}h${minutes}m${seconds}`;
    return minutes > 0n ? `${minutes}m${seconds}` : seconds;
}
/** `2026-11-23 07:18:57.123 UTC`: a time with milliseconds, the rest cut off. */
function preciseTimeText(ns) {
    return timeText(ns).replace(' UTC', `.${String((ns / 1000000n) % 1000n).padStart(3, '0')} UTC`);
}


/***/ }),

/***/ 86137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
