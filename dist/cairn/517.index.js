export const id = 517;
export const ids = [517];
export const modules = {

/***/ 9849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ parseSourceArgument)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/** A source as typed on the command line: a path of this machine, or `user@host:/path`. */


/** Errors: CAIRN_USAGE for an empty text or a `user@host` without path. */
function parseSourceArgument(text, context, identity) {
    if (text === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_USAGE', 'A source is empty.');
    const at = text.indexOf('@');
    const colon = text.indexOf(':', at + 1);
    // An `@` inside a plain path is not an identity: that needs a user before it, a colon behind it, and no slash before the `@`.
    if (at > 0 && colon > at && !text.slice(0, at).includes('/')) {
        return { userName: text.slice(0, at), host: text.slice(at + 1, colon), path: text.slice(colon + 1) };
    }
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(text) ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(text) : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.cwd, text);
    return { ...identity, path };
}


/***/ }),

/***/ 7517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  manifestJson: () => (/* binding */ manifestJson),
  parseTags: () => (/* binding */ parseTags),
  snapshotList: () => (/* binding */ snapshotList)
});

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/policy/effective.js + 1 modules
var effective = __webpack_require__(4104);
// EXTERNAL MODULE: ./lib/policy/target.js
var target = __webpack_require__(5181);
// EXTERNAL MODULE: ./lib/snapshot/policies.js + 1 modules
var policies = __webpack_require__(9165);
// EXTERNAL MODULE: ./lib/snapshot/retention.js + 1 modules
var snapshot_retention = __webpack_require__(6834);
// EXTERNAL MODULE: ./lib/snapshot/source.js
var snapshot_source = __webpack_require__(8267);
// EXTERNAL MODULE: ./lib/snapshot/store.js
var store = __webpack_require__(2541);
// EXTERNAL MODULE: ./lib/snapshot/tree.js
var tree = __webpack_require__(1290);
;// CONCATENATED MODULE: ./lib/commands/snapshot-list.js
/** Lists snapshots with the reasons for which retention keeps them. */








/** Snapshots grouped by source, sources in order of their text, snapshots ascending by time. */
async function listSnapshotGroups(repository, options, signal) {
    const all = await (0,store/* listSnapshots */.jQ)(repository, undefined, signal);
    const layers = await (0,policies/* repositoryLayers */.Nj)(repository, signal);
    const wanted = all.filter((manifest) => isWanted(manifest, options));
    const sources = new Map(wanted.map((manifest) => [(0,target/* formatSource */.j2)(manifest.source), manifest.source]));
    const groups = [];
    for (const source of [...sources.values()].sort(snapshot_source/* compareSources */.mr)) {
        const ofSource = wanted.filter((manifest) => (0,snapshot_source/* isSameSource */.E6)(manifest.source, source));
        const retention = (0,effective/* effectivePolicy */.Ci)(source, layers).policy.retention ?? {};
        const reasons = new Map((0,snapshot_retention/* planRetention */.S)(ofSource, retention).map((decision) => [decision.snapshot.id, decision.reasons]));
        const ordered = options.isReversed ? [...ofSource].reverse() : ofSource;
        const shown = options.maxResults > 0 ? ordered.slice(-options.maxResults) : ordered;
        const snapshots = [];
        for (const manifest of shown) {
            const entry = await entryAt(repository, manifest, options.source);
            snapshots.push({ manifest, reasons: reasons.get(manifest.id) ?? [], entry });
        }
        groups.push({ source, snapshots });
    }
    return groups;
}
function isWanted(manifest, { source, tags }) {
    if (!Object.entries(tags).every(([key, value]) => manifest.tags[`tag:${key}`] === value))
        return false;
    if (source === undefined)
        return true;
    const own = manifest.source;
    return own.host === source.host && own.userName === source.userName && relativeBelow(own.path, source.path) !== undefined;
}
/** The path of `path` below `root`, empty for the root itself, undefined when it is elsewhere. */
function relativeBelow(root, path) {
    const relative = external_node_path_.posix.relative(root, path);
    return relative === '..' || relative.startsWith('../') ? undefined : relative;
}
async function entryAt(repository, manifest, source) {
    const relative = source === undefined ? '' : (relativeBelow(manifest.source.path, source.path) ?? '');
    let entry = manifest.rootEntry;
    for (const name of relative.split('/').filter((part) => part !== '')) {
        entry = entry?.type === 'd' ? await (0,tree/* findChild */.cf)(repository.objects, entry, name) : undefined;
    }
    return entry;
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/report/kopia-text.js
var kopia_text = __webpack_require__(2452);
// EXTERNAL MODULE: ./lib/snapshot/manifest.js
var snapshot_manifest = __webpack_require__(7135);
// EXTERNAL MODULE: ./lib/util/format.js
var format = __webpack_require__(4849);
// EXTERNAL MODULE: ./lib/util/plain-text.js
var plain_text = __webpack_require__(1610);
// EXTERNAL MODULE: ./lib/cli/source-argument.js
var source_argument = __webpack_require__(9849);
;// CONCATENATED MODULE: ./lib/cli/verbs/snapshot-list.js
/** `cairn snapshot list`: Kopia's text and JSON. */










async function snapshotList(context, input) {
    const maxResults = Number(input.text('max-results') ?? '0');
    if (!Number.isSafeInteger(maxResults) || maxResults < 0)
        throw new errors/* CairnError */.eb('CAIRN_USAGE', '--max-results takes a whole number.');
    await (0,commands_open/* withRepository */.Bq)(context, { isReadOnly: true }, async (repository) => {
        const path = input.argument('source');
        const source = path === undefined ? undefined : (0,source_argument/* parseSourceArgument */.K)(path, context, repository.identity);
        const options = { source, tags: parseTags(input.list('tags')), maxResults, isReversed: input.isOn('reverse') };
        const groups = await listSnapshotGroups(repository, options, context.signal);
        if (input.isOn('json'))
            return printJson(context, groups, input.choice('retention') !== false);
        const { userName, host } = repository.identity;
        const shown = groups.filter(({ source: { userName: user, host: from } }) => input.isOn('all') || (user === userName && from === host));
        for (const [index, group] of shown.entries())
            printGroup(context, input, group, index > 0);
        if (shown.length === 0 && groups.length > 0)
            context.log.info('No snapshots found. Pass --all to show snapshots from all users/hosts.');
    });
    return 0;
}
/** Tags given as `key:value`, split at the first colon. */
function parseTags(texts) {
    const tags = {};
    for (const text of texts) {
        const colon = text.indexOf(':');
        if (colon <= 0)
            throw new errors/* CairnError */.eb('CAIRN_USAGE', `The tag "${text}" is not of the form key:value.`);
        const key = text.slice(0, colon);
        if (Object.hasOwn(tags, key))
            throw new errors/* CairnError */.eb('CAIRN_USAGE', `The tag "${key}" is given twice.`);
        tags[key] = text.slice(colon + 1);
    }
    return tags;
}
function printJson(context, groups, withReasons) {
    const items = groups
        .flatMap((group) => group.snapshots)
        .map(({ manifest, reasons }) => ` ${manifestJson(manifest, withReasons ? reasons : [])}`);
    context.print(items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n]`);
}
/** The stored JSON of a manifest with its real ID and the reasons for which it is kept. */
function manifestJson(manifest, reasons) {
    const stored = (0,snapshot_manifest/* encodeSnapshotManifest */.k2)(manifest).replace('{"id":""', `{"id":${JSON.stringify(manifest.id)}`);
    return reasons.length === 0 ? stored : `${stored.slice(0, -1)},"retentionReason":${JSON.stringify(reasons)}}`;
}
function printGroup(context, input, group, isSeparated) {
    if (isSeparated)
        context.print('');
    context.print((0,plain_text/* visibleText */.Q)((0,target/* formatSource */.j2)(group.source)));
    const rows = [];
    let lastBytes = 0;
    for (const listed of group.snapshots) {
        const { manifest, entry } = listed;
        if (entry === undefined)
            context.print(`  ${(0,kopia_text/* timeText */.Tc)(manifest.startTimeNs)} <ERROR> entry not found`);
        if (entry === undefined || (manifest.incomplete !== undefined && !input.isOn('incomplete')))
            continue;
        const row = {
            firstNs: manifest.startTimeNs,
            lastNs: manifest.startTimeNs,
            count: 1,
            objectId: entry.objectId,
            bits: bitsOf(input, listed, lastBytes),
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
        if (input.choice('retention') !== false && row.reasons.length > 0)
            bits.push(`(${(0,snapshot_retention/* compactReasons */.n)(row.reasons).join(',')})`);
        if (row.pins.length > 0)
            bits.push(`pins:${row.pins.map(plain_text/* visibleText */.Q).join(',')}`);
        context.print(`  ${(0,kopia_text/* timeText */.Tc)(row.firstNs)} ${row.objectId} ${bits.join(' ')}`);
        if (row.count > 1)
            context.print(`  + ${row.count - 1} identical snapshots until ${(0,kopia_text/* timeText */.Tc)(row.lastNs)}`);
    }
}
function bitsOf(input, { manifest, entry }, lastBytes) {
    const bits = [];
    if (entry === undefined)
        return bits;
    const size = entry.summary?.size ?? entry.size;
    if (manifest.incomplete !== undefined)
        bits.push(`incomplete:${(0,plain_text/* visibleText */.Q)(manifest.incomplete)}`);
    bits.push(input.choice('human-readable') === false ? String(size) : (0,format/* formatBytes */.z3)(size), (0,kopia_text/* modeText */.zR)(entry.type, entry.mode));
    if (input.isOn('owner'))
        bits.push(`uid:${entry.uid}`, `gid:${entry.gid}`);
    if (input.isOn('mtime'))
        bits.push(`modified:${(0,kopia_text/* timeText */.Tc)(entry.mtimeNs)}`);
    if (input.isOn('manifest-id'))
        bits.push(`manifest:${manifest.id}`);
    if (input.isOn('delta'))
        bits.push(size > lastBytes ? `(+${(0,format/* formatBytes */.z3)(size - lastBytes)})` : '');
    const summary = entry.type === 'd' ? entry.summary : undefined;
    if (summary !== undefined) {
        bits.push(`files:${summary.files}`, `dirs:${summary.dirs}`);
        if (summary.numFailed > 0)
            bits.push(`errors:${summary.numFailed}`);
    }
    return bits;
}


/***/ }),

/***/ 2452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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


/***/ })

};
