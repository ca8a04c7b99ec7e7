export const id = 7614;
export const ids = [7614];
export const modules = {

/***/ 17614:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fixInvalidFiles: () => (/* binding */ fixInvalidFiles),
  fixRemoveFiles: () => (/* binding */ fixRemoveFiles)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/policy/compressor-choice.js
var compressor_choice = __webpack_require__(34905);
// EXTERNAL MODULE: ./lib/policy/effective.js
var effective = __webpack_require__(91487);
// EXTERNAL MODULE: ./lib/policy/target.js
var target = __webpack_require__(95181);
// EXTERNAL MODULE: ./lib/snapshot/dir-entry.js + 1 modules
var dir_entry = __webpack_require__(88669);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/util/spare-hands.js
var spare_hands = __webpack_require__(74528);
// EXTERNAL MODULE: ./lib/snapshot/directory-stream.js
var directory_stream = __webpack_require__(86448);
// EXTERNAL MODULE: ./lib/snapshot/tree.js
var tree = __webpack_require__(51290);
// EXTERNAL MODULE: ./lib/snapshot/upload/store-directory.js
var store_directory = __webpack_require__(72691);
// EXTERNAL MODULE: ./lib/snapshot/verify/verify.js + 1 modules
var verify = __webpack_require__(48602);
// EXTERNAL MODULE: ./lib/snapshot/fix/carry-over.js
var carry_over = __webpack_require__(43986);
;// CONCATENATED MODULE: ./lib/snapshot/fix/rewrite.js
/** Makes changed copies of trees: entries are replaced or left out, and the directories above them are written anew. */









/** Rewrites tree after tree; a directory entry that several of them share is rewritten once. */
class TreeRewriter {
    #options;
    #hands;
    /** Digest of an old directory entry -> its replacement, or `same`. */
    #known = new Map();
    constructor(options) {
        this.#options = options;
        this.#hands = new spare_hands/* SpareHands */.S(options.parallel);
    }
    /** The replacement of a root; `metadataCompressor` is for the directories that are written. What the rules throw ends the rewriting. */
    async rewrite(root, metadataCompressor) {
        return await this.#rewrite('.', root, metadataCompressor, 0);
    }
    async #rewrite(path, entry, compressor, depth) {
        (0,errors/* throwIfCancelled */.dZ)(this.#options.signal);
        if (entry.type !== 'd')
            return await this.#options.rules.entry(path, entry);
        const key = `${compressor}/${(0,external_node_crypto_.createHash)('sha1').update((0,dir_entry/* encodeDirEntry */.sK)(entry)).digest('base64')}`;
        const known = this.#known.get(key);
        if (known !== undefined)
            return known === 'same' ? entry : known;
        const chosen = await this.#options.rules.entry(path, entry);
        const replacement = chosen?.type === 'd' ? await this.#rewriteDirectory(path, chosen, compressor, depth) : chosen;
        if (replacement !== undefined)
            this.#known.set(key, replacement === entry ? 'same' : replacement);
        return replacement;
    }
    async #rewriteDirectory(path, directory, compressor, depth) {
        const { objects, rules, signal } = this.#options;
        let children;
        try {
            if (depth >= tree/* MAX_TREE_DEPTH */.is)
                throw tooDeep();
            children = await this.#read(directory);
        }
        catch (error) {
            if (!(0,verify/* isFinding */.q)(error))
                throw error;
            return await rules.unreadable(path, directory, error);
        }
        const { entries, malformed } = children;
        const replaced = await this.#hands.each(entries, (entry) => this.#rewrite(childPath(path, entry.name), entry, compressor, depth + 1));
        const stored = replaced.filter((entry) => entry !== undefined);
        for (const { name, error } of malformed) {
            const replacement = await rules.malformed(childPath(path, name), name, error);
            if (replacement === 'keep')
                return directory;
            if (replacement !== undefined)
                stored.push(replacement);
        }
        if (malformed.length === 0 && replaced.every((entry, index) => entry === entries[index]))
            return directory;
        const summary = (0,carry_over/* summaryAfterChange */.h)(directory, entries, stored);
        const written = await (0,store_directory/* storeDirectory */.h)(objects, stored, summary, compressor, signal);
        return { ...directory, size: summary.size, summary, objectId: written.id };
    }
    async #read(directory) {
        const entries = [];
        const malformed = [];
        for await (const batch of (0,directory_stream/* readDirectory */.g)(this.#options.objects, directory.objectId, this.#options.signal)) {
            for (const entry of batch.entries)
                entries.push(entry);
            for (const { name, reason, entry } of batch.rejected) {
                // With a bad name alone it stays what it is: who restores it chooses another name.
                if (entry !== undefined)
                    entries.push(entry);
                else
                    malformed.push({ name, error: new errors/* CairnError */.eb('CAIRN_DIRECTORY_DAMAGED', `the entry is malformed: ${reason}`) });
            }
        }
        return { entries, malformed };
    }
}
function childPath(path, name) {
    return path === '.' ? name : `${path}/${name}`;
}
function tooDeep() {
    return new errors/* CairnError */.eb('CAIRN_TREE_TOO_DEEP', `A directory is nested more than ${tree/* MAX_TREE_DEPTH */.is} levels deep.`);
}

// EXTERNAL MODULE: ./lib/snapshot/verify/object-id-set.js
var object_id_set = __webpack_require__(58526);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/util/go-json.js
var go_json = __webpack_require__(56495);
// EXTERNAL MODULE: ./lib/util/indent-json.js
var indent_json = __webpack_require__(95743);
;// CONCATENATED MODULE: ./lib/snapshot/fix/stub.js




/** Part of the format: programs tell stubs from ordinary files by it. */
const INFO = 'Kopia replaced the original entry with this stub because of an error.';
/** Stores the stub of an entry; `reason` is the text of the error. */
async function writeStub(objects, entry, reason, signal) {
    const written = await objects.writeBytes((0,bytes/* utf8 */.As)(stubText(entry, reason)), { signal });
    const { mode, mtimeNs, uid, gid } = entry;
    return { name: `.INVALID.${entry.name}`, type: 'f', mode, size: written.length, mtimeNs, uid, gid, objectId: written.id };
}
/**
 * {
 *       "info": …,
 *       "error": …,
 *       "entry": {
 *           …
 *       }
 *   }
 */
function stubText(entry, reason) {
    const json = `{"info":${(0,go_json/* encodeGoString */.gN)(INFO)},"error":${(0,go_json/* encodeGoString */.gN)(reason)},"entry":${(0,dir_entry/* encodeDirEntry */.sK)(entry)}}`;
    return `${(0,indent_json/* indentJsonWide */.m)(json)}\n`;
}

;// CONCATENATED MODULE: ./lib/snapshot/fix/rules.js
/** The two ways to mend a tree: replacing what cannot be read, and leaving out what is named. */




/** Checks every file and link, and treats those that cannot be read as `files` says. */
function invalidFilesRules(options) {
    const { check, files, onInvalid } = options;
    const checked = new object_id_set/* ObjectIdSet */.D();
    const failed = new Map();
    const errorOf = async (entry) => {
        if (checked.has(entry.objectId))
            return failed.get(entry.objectId);
        try {
            if (entry.objectId === '')
                throw new errors/* CairnError */.eb('CAIRN_OBJECT_DAMAGED', 'the entry has no object ID');
            await check.check(entry.objectId);
        }
        catch (error) {
            if (!(0,verify/* isFinding */.q)(error))
                throw error;
            // A storage that does not answer is no reason to give files up.
            if (error.kind === 'storage')
                throw error;
            failed.set(entry.objectId, error);
        }
        checked.add(entry.objectId);
        return failed.get(entry.objectId);
    };
    return {
        async entry(path, entry) {
            const error = entry.type === 'd' ? undefined : await errorOf(entry);
            if (error === undefined)
                return entry;
            onInvalid(`${files === 'keep' ? 'keeping' : 'removing'} invalid file ${path} due to: ${error.message}`);
            return await handle(options, files, entry, error);
        },
        unreadable: (path, entry, error) => unreadable(options, path, entry, error, onInvalid),
        async malformed(path, name, error) {
            onInvalid(`invalid entry ${path}: ${error.message}`);
            return files === 'keep' ? 'keep' : await handle(options, files, unknownEntry(name), error);
        },
    };
}
/** Leaves out files and directories by object ID or by name. */
function removeFilesRules(options) {
    const { directories, isRemoved, onRemoved, onInvalid } = options;
    return {
        async entry(path, entry) {
            if (!isRemoved(entry))
                return entry;
            onRemoved(`will remove file ${path}`);
            return undefined;
        },
        unreadable: (path, entry, error) => unreadable(options, path, entry, error, onInvalid),
        async malformed(path, name, error) {
            onInvalid(`invalid entry ${path}: ${error.message}`);
            return directories === 'keep' ? 'keep' : await handle(options, directories, unknownEntry(name), error);
        },
    };
}
/** What takes the place of a root that was left out: a snapshot cannot be without one. */
async function replaceRoot(options, root, snapshotId) {
    const error = new errors/* CairnError */.eb('CAIRN_DIRECTORY_DAMAGED', `invalid root directory ${snapshotId}`);
    return (await handle(options, options.directories, root, error)) ?? root;
}
async function unreadable(options, path, entry, error, note) {
    if (error.kind === 'storage')
        throw error;
    note(`directory ${path} cannot be read: ${error.message}`);
    return await handle(options, options.directories, entry, error);
}
async function handle({ objects, signal }, handling, entry, error) {
    switch (handling) {
        case 'stub':
            return await writeStub(objects, entry, error.message, signal);
        case 'keep':
            return entry;
        case 'remove':
            return undefined;
        case 'fail':
            throw error;
    }
}
/** A name that could be part of a path, so that the stub can be restored. */
function unknownEntry(name) {
    const safe = name.replaceAll(/[/\0]/g, '_');
    return { name: safe, type: 'unknown', mode: 0o600, size: 0, mtimeNs: 0n, uid: 0, gid: 0, objectId: '' };
}

// EXTERNAL MODULE: ./lib/snapshot/policies.js
var policies = __webpack_require__(36472);
// EXTERNAL MODULE: ./lib/snapshot/readable.js
var readable = __webpack_require__(85450);
// EXTERNAL MODULE: ./lib/snapshot/source.js
var snapshot_source = __webpack_require__(78267);
// EXTERNAL MODULE: ./lib/snapshot/store.js
var store = __webpack_require__(52541);
// EXTERNAL MODULE: ./lib/snapshot/verify/object-check.js
var object_check = __webpack_require__(83860);
// EXTERNAL MODULE: ./lib/util/format.js
var format = __webpack_require__(4849);
;// CONCATENATED MODULE: ./lib/util/path-match.js
/** Patterns of file names as Go's `path.Match` reads them: `*`, `?`, `[a-z]`, `[^a-z]`, and `\` before a character that stands for itself. */
/** Whether a whole name matches; undefined when the pattern is incomplete. `*`, `?` match no slash. */
function compilePathPattern(pattern) {
    const parts = parse([...pattern]);
    return parts === undefined ? undefined : (name) => matches(parts, [...name]);
}
function parse(text) {
    const parts = [];
    for (let at = 0; at < text.length; at++) {
        const character = text[at] ?? '';
        if (character === '*')
            parts.push({ kind: 'any' });
        else if (character === '?')
            parts.push({ kind: 'one', matches: (found) => found !== '/' });
        else if (character === '[') {
            const set = parseSet(text, at + 1);
            if (set === undefined)
                return undefined;
            parts.push({ kind: 'one', matches: set.matches });
            at = set.end;
        }
        else {
            const literal = character === '\\' ? text[++at] : character;
            if (literal === undefined)
                return undefined;
            parts.push({ kind: 'one', matches: (found) => found === literal });
        }
    }
    return parts;
}
/** The set that begins behind `[`; `end` is where its `]` stands. */
function parseSet(text, start) {
    const isNegated = text[start] === '^';
    const ranges = [];
    let at = isNegated ? start + 1 : start;
    while (text[at] !== ']' || ranges.length === 0) {
        const low = setCharacter(text, at);
        if (low === undefined)
            return undefined;
        let high = low;
        if (text[low.next] === '-') {
            const second = setCharacter(text, low.next + 1);
            if (second === undefined)
                return undefined;
            high = second;
        }
        ranges.push({ low: low.code, high: high.code });
        at = high.next;
    }
    const matches = (found) => {
        const code = found.codePointAt(0) ?? 0;
        return ranges.some(({ low, high }) => low <= code && code <= high) !== isNegated;
    };
    return { matches, end: at };
}
function setCharacter(text, at) {
    const first = text[at];
    if (first === undefined || first === '-' || first === ']')
        return undefined;
    const literal = first === '\\' ? text[at + 1] : first;
    const next = at + (first === '\\' ? 2 : 1);
    // A set is closed somewhere behind its last character.
    return literal === undefined || next >= text.length ? undefined : { code: literal.codePointAt(0) ?? 0, next };
}
/** Backtracks to the last `*` only, which is enough. */
function matches(parts, name) {
    let part = 0;
    let at = 0;
    let retry;
    while (at < name.length || part < parts.length) {
        const current = parts[part];
        const character = name[at];
        if (current?.kind === 'any') {
            retry = { part, at };
            part++;
            continue;
        }
        if (current !== undefined && character !== undefined && current.matches(character)) {
            part++;
            at++;
            continue;
        }
        if (retry === undefined || retry.at >= name.length || name[retry.at] === '/')
            return false;
        retry = { part: retry.part, at: retry.at + 1 };
        part = retry.part + 1;
        at = retry.at;
    }
    return true;
}

// EXTERNAL MODULE: ./lib/commands/epoch.js
var epoch = __webpack_require__(6583);
;// CONCATENATED MODULE: ./lib/commands/snapshot-fix.js
/** Mends snapshots: replaces what cannot be read by stubs, or leaves out what is named. */















/**
 * Returns how many snapshots were changed. Nothing is replaced unless all of them could be rewritten.
 *
 * Errors: CAIRN_USAGE when nothing to remove is named, CAIRN_PATTERN_INVALID, CAIRN_SNAPSHOT_NOT_FOUND, the first damage with the handling
 * `fail`, and at the end, when everything else is done, CAIRN_SNAPSHOT_DAMAGED for manifests that cannot be read.
 */
async function fixSnapshots(context, repository, request) {
    const { signal, log } = context;
    const isRemoved = request.fix.kind === 'remove-files' ? removalOf(request.fix) : undefined;
    const { snapshots, damaged } = await chosenSnapshots(context, repository, request);
    const common = { objects: repository.objects, directories: request.invalidDirectories, signal };
    const onInvalid = (message) => log.warning(message);
    const { fix } = request;
    const rules = fix.kind === 'invalid-files'
        ? invalidFilesRules({
            ...common,
            check: await object_check/* ObjectCheck */.u.open(repository, { readPercent: fix.readPercent, random: context.random, signal }),
            files: fix.invalidFiles,
            onInvalid,
        })
        : removeFilesRules({ ...common, isRemoved: isRemoved ?? (() => false), onRemoved: (message) => log.info(message), onInvalid });
    const rewriter = new TreeRewriter({ objects: repository.objects, rules, parallel: request.parallel, signal });
    const layers = await (0,policies/* repositoryLayers */.Nj)(repository, signal);
    const changed = [];
    for (const source of sourcesOf(snapshots)) {
        request.onEvent({ kind: 'source', source });
        const compressor = (0,compressor_choice/* compressorForMetadata */.CT)((0,effective/* effectivePolicy */.Ci)(source, layers).policy);
        for (const manifest of snapshots.filter((each) => (0,snapshot_source/* isSameSource */.E6)(each.source, source))) {
            const root = manifest.rootEntry;
            if (root === undefined) {
                log.warning(`Snapshot ${manifest.id} has no root entry.`);
                continue;
            }
            const rootEntry = (await rewriter.rewrite(root, compressor)) ?? (await replaceRoot(common, root, manifest.id));
            if ((0,dir_entry/* encodeDirEntry */.sK)(rootEntry) === (0,dir_entry/* encodeDirEntry */.sK)(root))
                request.onEvent({ kind: 'unchanged', manifest });
            else
                changed.push(await replaced(repository, request, manifest, rootEntry));
        }
    }
    await repository.flush(signal);
    if (changed.length > 0)
        await (0,epoch/* beginEpochWhenDue */.T)(repository, log, signal);
    for (const error of damaged)
        log.error(error.message);
    const [first] = damaged;
    if (first !== undefined) {
        throw new errors/* CairnError */.eb('CAIRN_SNAPSHOT_DAMAGED', `${(0,format/* formatQuantity */.VZ)(damaged.length, 'snapshot')} could not be read, and stayed as they are.`, {
            hint: 'All others were looked at. Delete a damaged one with "cairn manifest delete" when it is not needed.',
            cause: first,
        });
    }
    return changed.length;
}
async function replaced(repository, { isCommitted, onEvent }, old, rootEntry) {
    // It is committed by the flush at the end, together with all others.
    const manifest = isCommitted ? await (0,store/* replaceSnapshot */.fg)(repository, { ...old, rootEntry }) : { ...old, rootEntry };
    onEvent({ kind: 'changed', old, manifest });
    return manifest;
}
async function chosenSnapshots({ log, signal }, repository, { manifestIds, sources }) {
    const parts = [await (0,readable/* requireSnapshots */.x)(repository, manifestIds, signal)];
    for (const source of sources) {
        log.info(`Listing snapshots for source "${(0,target/* formatSource */.j2)(source)}"...`);
        const part = await (0,readable/* readSnapshots */.y)(repository, source, signal);
        if (part.snapshots.length + part.damaged.length === 0) {
            throw new errors/* CairnError */.eb('CAIRN_SNAPSHOT_NOT_FOUND', `There are no snapshots of ${(0,target/* formatSource */.j2)(source)}.`, {
                hint: 'List the snapshots with "cairn snapshot list --all".',
            });
        }
        parts.push(part);
    }
    if (manifestIds.length + sources.length === 0) {
        log.info('Listing all snapshots...');
        parts.push(await (0,readable/* readSnapshots */.y)(repository, undefined, signal));
    }
    const snapshots = new Map(parts.flatMap((part) => part.snapshots).map((manifest) => [manifest.id, manifest]));
    return { snapshots: [...snapshots.values()], damaged: parts.flatMap((part) => part.damaged) };
}
function sourcesOf(snapshots) {
    const sources = new Map(snapshots.map(({ source }) => [(0,target/* formatSource */.j2)(source), source]));
    return [...sources.values()].sort(snapshot_source/* compareSources */.mr);
}
/** Whether an entry is named by its object ID or by a pattern. */
function removalOf({ objectIds, fileNames }) {
    if (objectIds.length + fileNames.length === 0) {
        throw new errors/* CairnError */.eb('CAIRN_USAGE', 'Nothing to remove is named.', { hint: 'Use --object-id or --filename.' });
    }
    const ids = new Set(objectIds);
    const patterns = fileNames.map((text) => {
        const pattern = compilePathPattern(text);
        if (pattern === undefined) {
            throw new errors/* CairnError */.eb('CAIRN_PATTERN_INVALID', `The pattern "${text}" is not complete.`, { hint: 'Close its brackets.' });
        }
        return pattern;
    });
    return (entry) => ids.has(entry.objectId) || patterns.some((matches) => matches(entry.name));
}

// EXTERNAL MODULE: ./lib/commands/writable.js
var writable = __webpack_require__(53048);
// EXTERNAL MODULE: ./lib/report/kopia-numbers.js
var kopia_numbers = __webpack_require__(49873);
// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
// EXTERNAL MODULE: ./lib/cli/source-argument.js
var source_argument = __webpack_require__(79849);
;// CONCATENATED MODULE: ./lib/cli/verbs/snapshot-fix.js
/** `cairn snapshot fix invalid-files` and `remove-files`: Kopia's lines. */








async function fixInvalidFiles(context, input) {
    return await fix(context, input, {
        kind: 'invalid-files',
        invalidFiles: handlingOf(input, 'invalid-file-handling'),
        readPercent: (0,flag_values/* percentFlag */.ov)(input, 'verify-files-percent') ?? 0,
    });
}
async function fixRemoveFiles(context, input) {
    return await fix(context, input, { kind: 'remove-files', objectIds: input.list('object-id'), fileNames: input.list('filename') });
}
async function fix(context, input, choice) {
    const isCommitted = input.isOn('commit');
    const parallel = (0,flag_values/* countFlag */.GN)(input, 'parallel') ?? (0,external_node_os_.availableParallelism)();
    const size = (0,kopia_numbers/* sizeTextOf */.Ym)(context.env);
    await (0,commands_open/* withRepository */.B)(context, { mayIgnoreDamage: true, maintains: true }, async (repository) => {
        if (isCommitted)
            (0,writable/* requireWritable */.i)(repository);
        const count = await fixSnapshots(context, repository, {
            manifestIds: input.list('manifest-id'),
            sources: input.list('source').map((text) => (0,source_argument/* parseSourceArgument */.K)(text, context, repository.identity)),
            isCommitted,
            parallel,
            invalidDirectories: handlingOf(input, 'invalid-directory-handling'),
            fix: choice,
            onEvent: (event) => {
                for (const line of linesOf(event, size, context.times))
                    context.log.info(line);
            },
        });
        context.log.info(resultLine(count, isCommitted));
    });
    return 0;
}
/** The table allows only these words. */
function handlingOf(input, name) {
    const word = input.text(name);
    return word === 'fail' || word === 'keep' || word === 'remove' ? word : 'stub';
}
function linesOf(event, size, times) {
    if (event.kind === 'source')
        return [`Processing snapshot ${(0,target/* formatSource */.j2)(event.source)}`];
    if (event.kind === 'unchanged')
        return [`  ${times.text(event.manifest.startTimeNs)} unchanged (${event.manifest.id})`];
    const { old, manifest } = event;
    const delta = deltaText(old, manifest, size);
    return [
        `  ${times.text(manifest.startTimeNs)} replaced manifest from ${old.id} to ${manifest.id}`,
        `    diff ${old.rootEntry?.objectId ?? ''} ${manifest.rootEntry?.objectId ?? ''}`,
        ...(delta === '' ? [] : [`    delta:${delta}`]),
    ];
}
function deltaText(old, manifest, size) {
    const [before, after] = [old.rootEntry?.summary, manifest.rootEntry?.summary];
    const delta = before === undefined || after === undefined ? 0 : after.size - before.size;
    return delta === 0 ? '' : `${delta < 0 ? '-' : '+'}${size(Math.abs(delta))}`;
}
function resultLine(count, isCommitted) {
    if (count === 0)
        return 'No changes.';
    return isCommitted
        ? `Fixed and committed ${count} snapshots.`
        : `Fixed ${count} snapshots, but snapshot manifests were not updated. Pass --commit to update snapshots.`;
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

/***/ 91487:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ indexLayers),
/* harmony export */   Ci: () => (/* binding */ effectivePolicy),
/* harmony export */   K2: () => (/* binding */ effectivePolicyOfTarget),
/* harmony export */   fy: () => (/* binding */ effectiveAt),
/* harmony export */   uh: () => (/* binding */ layersAt),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* unused harmony exports orderOfAuthority, isNoHook */
/* harmony import */ var _merge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59014);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95181);


/** Groups layers by origin and target; layers of one place keep their order. */
function indexLayers(layers) {
    const index = new Map();
    for (const layer of layers) {
        const key = indexKey(layer.origin, layer.target);
        const list = index.get(key);
        if (list === undefined)
            index.set(key, [layer]);
        else
            list.push(layer);
    }
    return index;
}
/** The effective policy of a source: its path, the paths above, user, host and global of the policy file, then of the repository. */
function effectivePolicy(source, layers, options = {}) {
    return effectiveAt({ kind: 'path', ...source }, indexLayers(layers), options);
}
/** The same for any target, as `policy show` needs it. */
function effectivePolicyOfTarget(target, layers) {
    return effectiveAt(target, indexLayers(layers), {});
}
/** The effective policy of one target from indexed layers. */
function effectiveAt(target, index, options) {
    const ordered = orderOfAuthority(target, index);
    const merging = ordered.map((layer) => ({ policy: layer.policy, origin: originOf(layer) }));
    if (options.override !== undefined)
        merging.unshift({ policy: options.override, origin: { kind: 'override' } });
    const merged = (0,_merge_js__WEBPACK_IMPORTED_MODULE_0__/* .mergePolicies */ .$p)(merging);
    const applied = ordered.slice(0, merged.applied - (merging.length - ordered.length));
    const origins = new Map(merged.origins);
    const actions = {};
    const hooks = resolveHooks(target, applied, origins, actions);
    const files = applied.filter((layer) => layer.origin === 'policy-file');
    return {
        policy: Object.keys(actions).length > 0 ? { ...merged.policy, actions } : merged.policy,
        hooks,
        origins,
        includeGit: files.find((layer) => layer.includeGit !== undefined)?.includeGit ?? false,
        keepTimes: files.find((layer) => layer.keepTimes !== undefined)?.keepTimes,
    };
}
/** Layers that apply to a target, in the order in which they win. */
function orderOfAuthority(target, index) {
    const chain = targetChain(target);
    return ['policy-file', 'repository'].flatMap((origin) => chain.flatMap((one) => index.get(indexKey(origin, one)) ?? []));
}
/** Layers that stand at exactly this target, the policy file's first. */
function layersAt(target, index) {
    return ['policy-file', 'repository'].flatMap((origin) => index.get(indexKey(origin, target)) ?? []);
}
/** Where the values of a layer come from. */
function originOf(layer) {
    return { kind: layer.origin, target: (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(layer.target) };
}
/** Whether a hook is the `none` of the policy file. */
function isNoHook(hook) {
    return hook.every((step) => step.program.kind === 'none');
}
function resolveHooks(target, applied, origins, actions) {
    const hooks = {};
    const take = (name, layer) => {
        const hook = layer?.hooks[name];
        if (layer === undefined || hook === undefined)
            return;
        origins.set(`actions.${name}`, originOf(layer));
        if (!isNoHook(hook))
            hooks[name] = hook;
        const native = layer.policy.actions?.[name];
        if (native !== undefined)
            actions[name] = native;
    };
    const before = applied.findIndex((layer) => layer.hooks.beforeSnapshotRoot !== undefined);
    const after = applied.findIndex((layer) => layer.hooks.afterSnapshotRoot !== undefined);
    const replaced = applied[before]?.hooks.beforeSnapshotRoot;
    take('beforeSnapshotRoot', applied[before]);
    // The partner of a before-hook that `none` replaced would clean up what was never made.
    if (replaced === undefined || !isNoHook(replaced) || after <= before)
        take('afterSnapshotRoot', applied[after]);
    // Also beside `noParent`, where Kopia leaves them out in silence (docs/hooks.md, "Differences from Kopia").
    const key = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(target);
    const own = applied.filter((layer) => (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(layer.target) === key);
    for (const name of ['beforeFolder', 'afterFolder']) {
        take(name, own.find((layer) => layer.hooks[name] !== undefined));
    }
    return hooks;
}
/** The target itself, its parent paths, then user, host and global. */
function targetChain(target) {
    const chain = [];
    if (target.kind === 'path') {
        const { userName, host } = target;
        for (let path = target.path; path !== undefined; path = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .parentPath */ .yl)(path)) {
            chain.push({ kind: 'path', userName, host, path });
        }
    }
    if (target.kind === 'path' || target.kind === 'user')
        chain.push({ kind: 'user', userName: target.userName, host: target.host });
    if (target.kind !== 'global')
        chain.push({ kind: 'host', host: target.host });
    chain.push({ kind: 'global' });
    return chain;
}
function indexKey(origin, target) {
    return `${origin} ${(0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(target)}`;
}


/***/ }),

/***/ 49873:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ savingText),
/* harmony export */   Ym: () => (/* reexport safe */ _util_format_js__WEBPACK_IMPORTED_MODULE_0__.Ym),
/* harmony export */   lT: () => (/* reexport safe */ _util_format_js__WEBPACK_IMPORTED_MODULE_0__.lT)
/* harmony export */ });
/* harmony import */ var _util_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4849);
/** Sizes, counts and shares exactly as Kopia's listings print them. */


/** By how much `packed` is smaller: `53.6%`, or `0%` when it is not. */
function savingText(original, packed) {
    return packed >= original || original === 0 ? '0%' : `${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .tenths */ .TP)(100 * (1 - packed / original))}%`;
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

/***/ 83860:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ ObjectCheck)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Whether one object can be read: its contents are in the index, the index points into packs that are there, and perhaps its bytes. */

/** The ID of an object that is a content as it is. */
const ONE_CONTENT = /^[g-z]?[0-9a-f]{32}$/;
/** Letters with which the names of packs begin. */
const PACK_PREFIXES = ['p', 'q'];
/** Checks objects against a listing of the packs that was made once. */
class ObjectCheck {
    #repository;
    #options;
    /** Length of each pack; undefined for one that was asked for and is not there. */
    #packs;
    #readFiles = 0;
    #readBytes = 0;
    constructor(repository, options, packs) {
        this.#repository = repository;
        this.#options = options;
        this.#packs = packs;
    }
    /** Lists the packs. Errors: storage kinds. */
    static async open(repository, options) {
        const packs = new Map();
        const list = async (prefix) => {
            for await (const blob of repository.care.storage.listBlobs(prefix, options.signal))
                packs.set(blob.id, blob.length);
        };
        await Promise.all(PACK_PREFIXES.map(list));
        return new ObjectCheck(repository, options, packs);
    }
    /** Packs in the listing. */
    get packCount() {
        return this.#packs.size;
    }
    /** Objects whose bytes were read to their end, and how many bytes those were. */
    get totals() {
        return { readFiles: this.#readFiles, readBytes: this.#readBytes };
    }
    /**
     * Throws when the object cannot be read: CAIRN_CONTENT_MISSING, CAIRN_BLOB_MISSING, CAIRN_BLOB_RANGE, CAIRN_OBJECT_*, and when its bytes
     * are read CAIRN_CONTENT_DAMAGED and, unless they are `expectedBytes` many, CAIRN_OBJECT_DAMAGED.
     */
    async check(id, expectedBytes) {
        const { contents } = this.#repository.care;
        // Nearly every object is one content: asking for its contents would look it up twice.
        for (const contentId of ONE_CONTENT.test(id) ? [id] : await this.#repository.objects.contentsOf(id)) {
            const { packBlobId, packOffset, packedLength } = await contents.find(contentId);
            const length = this.#packs.get(packBlobId) ?? (await this.#packLength(packBlobId));
            if (length === undefined)
                throw missingPack(id, packBlobId);
            if (packOffset + packedLength > length)
                throw shortPack(id, packBlobId, packOffset + packedLength, length);
        }
        if (this.#isChosen())
            await this.#read(id, expectedBytes);
    }
    async #packLength(packId) {
        // Another client may have written it since the listing.
        if (!this.#packs.has(packId))
            this.#packs.set(packId, (await this.#repository.care.storage.statBlob(packId))?.length);
        return this.#packs.get(packId);
    }
    async #read(id, expectedBytes) {
        const reader = await this.#repository.objects.open(id);
        let count = 0;
        for await (const chunk of reader.chunks(this.#options.signal))
            count += chunk.length;
        this.#readFiles++;
        this.#readBytes += count;
        if (expectedBytes !== undefined && expectedBytes !== count) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_OBJECT_DAMAGED', `object ${id} has ${count} bytes, but its entry says ${expectedBytes}`, {
                hint: 'Restore the file from another snapshot.',
            });
        }
    }
    #isChosen() {
        const { readPercent, random } = this.#options;
        if (readPercent <= 0 || readPercent >= 100)
            return readPercent >= 100;
        const bytes = random(4);
        const share = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) / 2 ** 32;
        return 100 * share < readPercent;
    }
}
// Both in Kopia's words, which scripts look for.
function missingPack(id, packId) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_BLOB_MISSING', `object ${id} is backed by missing blob ${packId}`, {
        hint: 'Restore the blob from a copy of the storage, or take a new snapshot of the same files.',
    });
}
function shortPack(id, packId, needed, length) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_BLOB_RANGE', `object ${id} needs ${needed} bytes of blob ${packId}, which has only ${length}`, {
        hint: 'Restore the blob from a copy of the storage, or take a new snapshot of the same files.',
    });
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
