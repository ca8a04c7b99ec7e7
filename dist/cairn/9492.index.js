export const id = 9492;
export const ids = [9492];
export const modules = {

/***/ 9492:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  snapshotMigrate: () => (/* binding */ snapshotMigrate)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/policy/target.js
var policy_target = __webpack_require__(95181);
// EXTERNAL MODULE: ./lib/policy/tree.js
var policy_tree = __webpack_require__(93304);
// EXTERNAL MODULE: ./lib/policy/compressor-choice.js
var compressor_choice = __webpack_require__(34905);
// EXTERNAL MODULE: ./lib/util/spare-hands.js
var spare_hands = __webpack_require__(74528);
// EXTERNAL MODULE: ./lib/snapshot/fix/carry-over.js
var carry_over = __webpack_require__(43986);
// EXTERNAL MODULE: ./lib/snapshot/tree.js
var tree = __webpack_require__(51290);
// EXTERNAL MODULE: ./lib/snapshot/upload/store-directory.js
var store_directory = __webpack_require__(72691);
// EXTERNAL MODULE: ./lib/snapshot/upload/store-entry.js
var store_entry = __webpack_require__(11972);
// EXTERNAL MODULE: ./lib/snapshot/verify/verify.js + 1 modules
var verify = __webpack_require__(48602);
// EXTERNAL MODULE: ./lib/snapshot/directory-stream.js
var directory_stream = __webpack_require__(86448);
;// CONCATENATED MODULE: ./lib/snapshot/migrate/source.js
/** Reading the repository that snapshots come from: its damage must not be taken for a failure of the one that is written. */



/** An error of the repository that is read: one entry is missing from the copy, and the rest goes on. */
class SourceError extends Error {
    reason;
    constructor(reason) {
        super(reason.message);
        this.reason = reason;
    }
}
/** Runs `work` on the repository that is read; what is damaged there comes as a SourceError. */
async function readingSource(work) {
    try {
        return await work();
    }
    catch (error) {
        // A storage that does not answer now may answer later: then nothing should be missing from what was saved.
        throw (0,verify/* isFinding */.q)(error) && error.kind !== 'storage' ? new SourceError(error) : error;
    }
}
/** The chunks of an object of that repository. */
async function* sourceChunks(chunks) {
    const iterator = chunks[Symbol.asyncIterator]();
    for (;;) {
        const next = await readingSource(() => iterator.next());
        if (next.done)
            return;
        yield next.value;
    }
}
/** All entries of a directory of that repository, and those that cannot be taken over. */
async function readSourceDirectory(objects, directory, signal) {
    const entries = [];
    const malformed = [];
    await readingSource(async () => {
        for await (const batch of (0,directory_stream/* readDirectory */.g)(objects, directory.objectId, signal)) {
            for (const entry of batch.entries)
                entries.push(entry);
            for (const { name, reason } of batch.rejected)
                malformed.push({ name, error: new errors/* CairnError */.eb('CAIRN_DIRECTORY_DAMAGED', `the entry is refused: ${reason}`) });
        }
    });
    return { entries, malformed };
}

;// CONCATENATED MODULE: ./lib/snapshot/migrate/copy-tree.js
/**
 * Copies trees from one repository to another: the same entries, stored with the hashes, packs and policies of the other
 * (docs/repository-format.md, "Snapshots from another repository").
 */









/** Objects up to this length are written from memory. */
const WHOLE_BYTES = 4 * 1024 * 1024;
/** Copies the tree below `root`. Rejects when the root itself cannot be read, when writing fails, or with CAIRN_CANCELLED. */
async function copyTree(root, options) {
    const copy = new TreeCopy(options);
    const { policy, filter, previous } = options;
    try {
        const copied = root.type === 'd'
            ? await copy.directory({ entry: root, path: '', policy, filter, previous, depth: 0 })
            : await copy.rootFile(root, policy.policy, previous);
        return { root: copied, counts: copy.counts(), failures: copy.failures };
    }
    catch (error) {
        throw error instanceof SourceError ? error.reason : error;
    }
}
class TreeCopy {
    failures = [];
    #options;
    #hands;
    #copiedFiles = 0;
    #copiedBytes = 0;
    #reusedFiles = 0;
    constructor(options) {
        this.#options = options;
        this.#hands = new spare_hands/* SpareHands */.S(options.parallel);
    }
    counts() {
        return { copiedFiles: this.#copiedFiles, copiedBytes: this.#copiedBytes, reusedFiles: this.#reusedFiles };
    }
    async rootFile(entry, policy, previous) {
        return await this.#file(entry, policy, previous?.source, previous?.copy);
    }
    async directory(task) {
        const { from, to, signal } = this.#options;
        const { entry, path, policy, previous, depth } = task;
        (0,errors/* throwIfCancelled */.dZ)(signal);
        if (depth >= tree/* MAX_TREE_DEPTH */.is)
            throw new errors/* CairnError */.eb('CAIRN_TREE_TOO_DEEP', `It is nested more than ${tree/* MAX_TREE_DEPTH */.is} levels deep.`);
        if (previous?.isAlike === true && previous.source.objectId === entry.objectId && previous.copy.summary !== undefined) {
            const { objectId, summary, size } = previous.copy;
            this.#reusedFiles += summary.files + summary.symlinks;
            return { ...entry, objectId, summary, size };
        }
        const fatal = [];
        const ignored = [];
        const fail = (name, error, isIgnored) => {
            const failure = { path: join(path, name), error: error.message };
            if (isIgnored)
                ignored.push(failure);
            else
                fatal.push(failure);
            this.failures.push(failure);
        };
        const { entries: all, malformed } = await readSourceDirectory(from, entry, signal);
        for (const { name, error } of malformed)
            fail(name, error, policy.policy.errorHandling?.ignoreFileErrors ?? false);
        const { filter } = task;
        const chosen = filter === undefined ? { entries: all, here: undefined } : await readingSource(() => filter.choose(from, all, policy, signal));
        const earlier = await this.#earlier(previous);
        const copied = await this.#hands.each(chosen.entries, async (child) => {
            const before = earlier(child.name);
            const node = child.type === 'd' ? policy.child(child.name) : policy;
            try {
                if (child.type !== 'd')
                    return await this.#child(child, policy.policy, before);
                const below = chosen.here?.child(child.name);
                const pair = before?.source.type === 'd' && before.copy.type === 'd' ? before : undefined;
                return await this.directory({
                    entry: child,
                    path: join(path, child.name),
                    policy: node,
                    filter: below,
                    previous: pair,
                    depth: depth + 1,
                });
            }
            catch (error) {
                if (!(error instanceof SourceError))
                    throw error;
                const handling = node.policy.errorHandling;
                fail(child.name, error.reason, (child.type === 'd' ? handling?.ignoreDirectoryErrors : handling?.ignoreFileErrors) ?? false);
                return undefined;
            }
        });
        const stored = copied.filter((child) => child !== undefined);
        const summary = withFailures((0,carry_over/* summaryAfterChange */.h)(entry, all, stored), fatal, ignored);
        const written = await (0,store_directory/* storeDirectory */.h)(to, stored, summary, (0,compressor_choice/* compressorForMetadata */.CT)(policy.policy), signal);
        return { ...entry, size: summary.size, summary, objectId: written.id };
    }
    /** A file or link; undefined for something that is neither, which is left out as at the time of a snapshot. */
    async #child(entry, policy, before) {
        if (entry.type === 'unknown') {
            if (policy.errorHandling?.ignoreUnknownTypes ?? true)
                return undefined;
            throw new SourceError(new errors/* CairnError */.eb('CAIRN_RESTORE_UNKNOWN_TYPE', 'unknown or unsupported entry type'));
        }
        return await this.#file(entry, policy, before?.source, before?.copy);
    }
    async #file(entry, policy, before, copy) {
        if (before?.objectId === entry.objectId && copy !== undefined && before.size === entry.size && copy.type === entry.type) {
            this.#reusedFiles++;
            return { ...entry, objectId: copy.objectId, size: copy.size };
        }
        const written = await this.#copyObject(entry, policy);
        if (entry.type === 'f')
            this.#copiedFiles++;
        this.#copiedBytes += written.length;
        this.#options.onProgress(this.counts());
        return { ...entry, objectId: written.id, size: written.length };
    }
    async #copyObject(entry, policy) {
        const { from, to, signal } = this.#options;
        const compressor = entry.type === 'f' ? (0,compressor_choice/* compressorForFile */.vB)(policy.compression, entry.name, entry.size) : undefined;
        const options = (0,store_entry/* writeOptions */.GX)(policy, compressor, signal);
        if (entry.objectId === '')
            throw new SourceError(new errors/* CairnError */.eb('CAIRN_OBJECT_DAMAGED', 'the entry has no object ID'));
        const reader = await readingSource(() => from.open(entry.objectId));
        if (reader.length > WHOLE_BYTES)
            return await to.writeStream(sourceChunks(reader.chunks(signal)), options);
        return await to.writeBytes(await readingSource(() => reader.readAll(WHOLE_BYTES)), options);
    }
    /** Earlier copies of the entries of a directory, by name. */
    async #earlier(pair) {
        if (pair === undefined)
            return () => undefined;
        const { from, to, signal } = this.#options;
        const sources = await byName(from, pair.source, signal);
        const copies = await byName(to, pair.copy, signal);
        return (name) => {
            const [source, copy] = [sources.get(name), copies.get(name)];
            return source === undefined || copy === undefined ? undefined : { source, copy, isAlike: pair.isAlike };
        };
    }
}
/** An earlier directory that cannot be read only helps nobody. */
async function byName(objects, directory, signal) {
    try {
        const entries = new Map();
        const doubled = new Set();
        for (const entry of await (0,tree/* listDirectory */.KG)(objects, directory.objectId, signal)) {
            if (entries.has(entry.name))
                doubled.add(entry.name);
            entries.set(entry.name, entry);
        }
        for (const name of doubled)
            entries.delete(name);
        return entries;
    }
    catch (error) {
        if (!(0,verify/* isFinding */.q)(error))
            throw error;
        return new Map();
    }
}
function withFailures(summary, fatal, ignored) {
    if (fatal.length + ignored.length === 0)
        return summary;
    return {
        ...summary,
        numFailed: summary.numFailed + fatal.length,
        numIgnoredErrors: summary.numIgnoredErrors + ignored.length,
        errors: (0,carry_over/* topFailures */.D)([...summary.errors, ...fatal, ...ignored]),
    };
}
function join(path, name) {
    return path === '' ? name : `${path}/${name}`;
}

// EXTERNAL MODULE: ./lib/fs/ignore.js + 3 modules
var ignore = __webpack_require__(30941);
// EXTERNAL MODULE: ./lib/fs/selection.js
var selection = __webpack_require__(58613);
// EXTERNAL MODULE: ./lib/fs/special-files.js
var special_files = __webpack_require__(25362);
;// CONCATENATED MODULE: ./lib/snapshot/migrate/filter.js
/** Ignore rules applied to a tree that is in a repository instead of on a disk (docs/repository-format.md, "Ignore rules"). */




/** Everything in a repository counts as one file system. */
const DEVICE = 0n;
const KINDS = { d: 'directory', f: 'file', s: 'symlink', unknown: 'other' };
/** The rules that hold in one directory because of those above it. */
class SnapshotFilter {
    #above;
    constructor(above) {
        this.#above = above;
    }
    /** The filter of the root of a source. */
    static root() {
        return new SnapshotFilter();
    }
    /** The entries that a snapshot with this policy would hold. Errors: CAIRN_IGNORE_RULE_INVALID, and those of reading a file with rules. */
    async choose(objects, entries, policy, signal) {
        const isCache = policy.ignoresCacheDirs && (await isCacheDirectory(objects, entries));
        const own = isCache ? undefined : { policyRules: policy.ignoreRules, dotFiles: await dotFilesOf(objects, entries, policy, signal) };
        const context = this.#above === undefined ? ignore/* IgnoreContext */.E.root(own) : this.#above.context.child(this.#above.name, own);
        const here = { child: (name) => new SnapshotFilter({ context, name }) };
        if (isCache)
            return { entries: [], here };
        const kept = new Set((0,selection/* filterEntries */.J)(entries.map(factsOf), DEVICE, policy, context).entries.map(({ inode }) => inode));
        return { entries: entries.filter((_, index) => kept.has(BigInt(index))), here };
    }
}
/** Two entries may have the same name: their place tells them apart. */
function factsOf({ name, type, mode, size, mtimeNs, uid, gid }, index) {
    return { name, kind: KINDS[type], mode, size: type === 'd' ? 0 : size, mtimeNs, uid, gid, device: DEVICE, inode: BigInt(index) };
}
async function isCacheDirectory(objects, entries) {
    const tag = entries.find(({ name }) => name === special_files/* CACHE_TAG */.yJ);
    if (tag?.type !== 'f' || tag.size < special_files/* CACHE_SIGNATURE */.O_.length)
        return false;
    try {
        for await (const chunk of (await objects.open(tag.objectId)).chunks()) {
            return special_files/* CACHE_SIGNATURE */.O_.equals(chunk.subarray(0, special_files/* CACHE_SIGNATURE */.O_.length));
        }
    }
    catch {
        // A tag that cannot be read does not count.
    }
    return false;
}
async function dotFilesOf(objects, entries, { ignoreDotFiles }, signal) {
    const found = [];
    for (const name of new Set(ignoreDotFiles)) {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        const file = entries.find((entry) => entry.name === name && entry.type === 'f');
        if (file === undefined)
            continue;
        const bytes = await (await objects.open(file.objectId)).readAll(special_files/* MAX_DOT_FILE_BYTES */.gZ);
        found.push({ name, text: Buffer.from(bytes).toString('utf8') });
    }
    return found;
}

// EXTERNAL MODULE: ./lib/snapshot/policies.js
var policies = __webpack_require__(36472);
// EXTERNAL MODULE: ./lib/snapshot/readable.js
var readable = __webpack_require__(85450);
// EXTERNAL MODULE: ./lib/snapshot/store.js
var store = __webpack_require__(52541);
// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(85416);
// EXTERNAL MODULE: ./lib/util/format.js
var format = __webpack_require__(4849);
// EXTERNAL MODULE: ./lib/commands/epoch.js
var epoch = __webpack_require__(6583);
;// CONCATENATED MODULE: ./lib/commands/snapshot-migrate.js
/** Brings snapshots and policies over from another repository. */












/** Errors: CAIRN_MIGRATE_INCOMPLETE at the end, when something could not be brought over; those of writing, and CAIRN_CANCELLED. */
async function migrateSnapshots(context, from, to, request) {
    const { signal, log, progress } = context;
    let failures = 0;
    const onEvent = (event) => {
        if (event.kind === 'failure')
            failures++;
        request.onEvent(event);
    };
    const migration = new Migration(context, from, to, { ...request, onEvent });
    const sources = request.sources === 'all' ? await (0,store/* listSources */.rP)(from) : request.sources;
    for (const { what, error } of await from.care.damage())
        onEvent({ kind: 'failure', what, error });
    if (request.policies !== 'none')
        await migration.policies(sources);
    progress.start('migrate');
    try {
        const layers = await (0,policies/* repositoryLayers */.Nj)(to, signal);
        await (0,util_async/* mapConcurrent */._)(sources, request.parallel, (source) => migration.source(source, layers));
    }
    finally {
        progress.finish();
    }
    await to.flush(signal);
    await (0,epoch/* beginEpochWhenDue */.T)(to, log, signal);
    if (failures === 0)
        return;
    throw new errors/* CairnError */.eb('CAIRN_MIGRATE_INCOMPLETE', `Not everything could be brought over: ${(0,format/* formatQuantity */.VZ)(failures, 'error')}.`, {
        hint: 'The lines above name what is missing. Snapshots that are there now are skipped the next time: delete one from which files are missing to have it brought over anew.',
    });
}
class Migration {
    #context;
    #from;
    #to;
    #request;
    constructor(context, from, to, request) {
        this.#context = context;
        this.#from = from;
        this.#to = to;
        this.#request = request;
    }
    async policies(sources) {
        const targets = this.#request.policies === 'all'
            ? (await (0,policies/* listPolicies */.jm)(this.#from, this.#context.signal)).map(({ target }) => target)
            : sources.map((source) => ({ kind: 'path', ...source }));
        const distinct = new Map(targets.map((target) => [(0,policy_target/* formatTarget */.P4)(target), target]));
        for (const target of distinct.values()) {
            (0,errors/* throwIfCancelled */.dZ)(this.#context.signal);
            try {
                await this.#policy(target);
            }
            catch (error) {
                this.#fail(`policy for ${(0,policy_target/* formatTarget */.P4)(target)}`, error);
            }
        }
    }
    async #policy(target) {
        const stored = await (0,policies/* findPolicy */.i6)(this.#from, target);
        if (stored === undefined)
            return;
        if (!this.#request.overwritesPolicies && (await (0,policies/* findPolicy */.i6)(this.#to, target)) !== undefined) {
            return this.#request.onEvent({ kind: 'policy-kept', target });
        }
        this.#request.onEvent({ kind: 'policy', target });
        await (0,policies/* setPolicy */.jP)(this.#to, target, stored.policy);
    }
    /** The snapshots of one source, oldest first. */
    async source(source, layers) {
        const { signal } = this.#context;
        const { isLatestOnly } = this.#request;
        const { snapshots, damaged } = await (0,readable/* readSnapshots */.y)(this.#from, source, signal);
        for (const error of damaged)
            this.#fail(`a snapshot of ${(0,policy_target/* formatSource */.j2)(source)}`, error);
        const present = new Map((await (0,readable/* readSnapshots */.y)(this.#to, source, signal)).snapshots.map((each) => [each.startTimeNs, each]));
        let previous;
        for (const manifest of isLatestOnly ? snapshots.slice(-1) : snapshots) {
            (0,errors/* throwIfCancelled */.dZ)(signal);
            if (manifest.incomplete !== undefined)
                continue;
            const existing = present.get(manifest.startTimeNs);
            if (existing !== undefined) {
                this.#request.onEvent({ kind: 'present', manifest });
                previous = pairOf(manifest, existing, false) ?? previous;
                continue;
            }
            this.#request.onEvent({ kind: 'snapshot', manifest });
            try {
                const saved = await this.#snapshot(manifest, layers, previous);
                previous = pairOf(manifest, saved, true) ?? previous;
            }
            catch (error) {
                this.#fail(`snapshot of ${(0,policy_target/* formatSource */.j2)(source)} (${manifest.id})`, error);
            }
        }
    }
    async #snapshot(manifest, layers, previous) {
        const { signal, progress } = this.#context;
        const { rootEntry, source } = manifest;
        if (rootEntry === undefined)
            throw new errors/* CairnError */.eb('CAIRN_SNAPSHOT_DAMAGED', `Snapshot ${manifest.id} has no root entry.`);
        const policies = (0,policy_tree/* policyTree */.N)(source, layers);
        const tree = await copyTree(rootEntry, {
            from: this.#from.objects,
            to: this.#to.objects,
            policy: policies.root,
            filter: this.#request.appliesIgnoreRules ? SnapshotFilter.root() : undefined,
            previous,
            parallel: policies.root.policy.upload?.maxParallelFileReads || (0,external_node_os_.availableParallelism)(),
            onProgress: ({ copiedFiles, copiedBytes, reusedFiles }) => {
                const { uploadedBytes } = this.#to.counters();
                const read = { hashedFiles: copiedFiles, hashedBytes: copiedBytes, uploadedBytes, errors: 0 };
                progress.update({ files: copiedFiles + reusedFiles, bytes: copiedBytes, ...read });
            },
            signal,
        });
        for (const { path, error } of tree.failures)
            this.#fail(`${(0,policy_target/* formatSource */.j2)(source)}/${path}`, new Error(error));
        const { description, startTimeNs, endTimeNs, tags, pins } = manifest;
        const copied = { id: '', source, description, startTimeNs, endTimeNs, stats: statsOf(tree), rootEntry: tree.root, tags, pins };
        const saved = await (0,store/* saveSnapshot */.Os)(this.#to, copied);
        await this.#to.flush(signal);
        return saved;
    }
    /** Reports what concerns one thing; what ends everything is thrown again. */
    #fail(what, error) {
        (0,errors/* throwIfCancelled */.dZ)(this.#context.signal);
        if ((0,errors/* isCairnError */.qN)(error) && (error.kind === 'storage' || error.code === 'CAIRN_REPOSITORY_READONLY'))
            throw error;
        if (!(error instanceof Error))
            throw error;
        this.#request.onEvent({ kind: 'failure', what, error: (0,errors/* isCairnError */.qN)(error) ? error : new Error((0,errors/* messageOf */.bD)(error)) });
    }
}
function pairOf({ rootEntry: source }, { rootEntry: copy }, isAlike) {
    return source === undefined || copy === undefined ? undefined : { source, copy, isAlike };
}
function statsOf({ root, counts }) {
    const { summary } = root;
    return {
        totalSize: summary?.size ?? root.size,
        excludedTotalSize: 0,
        fileCount: counts.copiedFiles,
        cachedFiles: counts.reusedFiles,
        nonCachedFiles: counts.copiedFiles,
        dirCount: summary?.dirs ?? 0,
        excludedFileCount: 0,
        excludedDirCount: 0,
        ignoredErrorCount: summary?.numIgnoredErrors ?? 0,
        errorCount: summary?.numFailed ?? 0,
    };
}

// EXTERNAL MODULE: ./lib/repo/config.js
var config = __webpack_require__(45160);
// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
// EXTERNAL MODULE: ./lib/cli/source-argument.js
var source_argument = __webpack_require__(79849);
;// CONCATENATED MODULE: ./lib/cli/verbs/snapshot-migrate.js
/** `cairn snapshot migrate`: Kopia's lines. */








async function snapshotMigrate(context, input) {
    const given = input.text('source-config') ?? '';
    if (given === '')
        throw new errors/* CairnError */.eb('CAIRN_USAGE', "required flag(s) '--source-config' not provided.");
    const named = input.list('sources');
    if (named.length === 0 && !input.isOn('all'))
        throw new errors/* CairnError */.eb('CAIRN_USAGE', 'must specify either --all or --sources.');
    const request = {
        policies: input.choice('policies') === false ? 'none' : input.isOn('all') ? 'all' : 'sources',
        overwritesPolicies: input.isOn('overwrite-policies'),
        isLatestOnly: input.isOn('latest-only'),
        appliesIgnoreRules: input.isOn('apply-ignore-rules'),
        parallel: (0,flag_values/* countFlag */.GN)(input, 'parallel') ?? 1,
        onEvent: (event) => show(context, event),
    };
    const configPath = (0,external_node_path_.resolve)(context.cwd, given);
    // The password that is kept beside its configuration comes first: the one of the environment is that of the other repository.
    const passwordFlag = (await (0,config/* readPassword */.kf)(configPath)) ?? context.passwordFlag;
    await (0,commands_open/* withRepository */.B)(context, { mayIgnoreDamage: true, maintains: true }, async (to) => {
        await (0,commands_open/* withRepository */.B)({ ...context, configPath, passwordFlag }, { isReadOnly: true, mayBePartial: true }, async (from) => {
            const sources = named.length === 0 ? 'all' : named.map((text) => (0,source_argument/* parseSourceArgument */.K)(text, context, from.identity));
            await migrateSnapshots(context, from, to, { ...request, sources });
        });
    });
    context.log.info('Migration finished.');
    return 0;
}
function show({ log, times }, event) {
    if (event.kind === 'failure')
        log.error(`unable to migrate ${event.what}: ${event.error.message}`);
    else
        log.info(lineOf(event, times));
}
function lineOf(event, times) {
    switch (event.kind) {
        case 'policy-kept':
            return `policy already set for ${(0,policy_target/* formatTarget */.P4)(event.target)}`;
        case 'policy':
            return `migrating policy for ${(0,policy_target/* formatTarget */.P4)(event.target)}`;
        case 'present':
            return `already migrated ${(0,policy_target/* formatSource */.j2)(event.manifest.source)} at ${times.text(event.manifest.startTimeNs)}`;
        case 'snapshot':
            return `migrating snapshot of ${(0,policy_target/* formatSource */.j2)(event.manifest.source)} at ${times.text(event.manifest.startTimeNs)}`;
    }
}


/***/ }),

/***/ 90950:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ standsAt),
/* harmony export */   x: () => (/* binding */ readTwice)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _fs_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92680);
/* harmony import */ var _fs_local_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48844);
/* harmony import */ var _folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38950);
/** What was replaced while it was being read: what stands there now is stored, once. */




/** What stands at the path of an entry now, under its name; undefined when nothing does. */
function standsAt(path, { name, rawName }) {
    try {
        const now = { ...(0,_fs_local_js__WEBPACK_IMPORTED_MODULE_2__/* .statLocal */ .oM)(path), name };
        return rawName === undefined ? now : { ...now, rawName };
    }
    catch (error) {
        if ((0,_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .isEntryError */ .P0)(error))
            return undefined;
        throw error;
    }
}
/**
 * Reads a folder, and when another has taken its place meanwhile that one. What was counted of the first stays counted.
 * Throws as `read`.
 */
async function readTwice(read, ...[task, path, identity]) {
    try {
        return await read(task, path, identity);
    }
    catch (error) {
        if (!(error instanceof _folder_js__WEBPACK_IMPORTED_MODULE_3__/* .FolderFailure */ .Jm) || !((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error.reason, 'CAIRN_FILE_CHANGED') || (0,_fs_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isVanished */ .no)(error.reason)))
            throw error;
        const now = standsAt(path, task.entry);
        if (now?.kind !== 'directory' || (task.policy.isOneFileSystem && now.device !== identity.device))
            throw error;
        // With hooks the metadata that are stored are those from before them.
        const again = { ...task, entry: identity === task.entry ? now : task.entry, isReadAgain: true };
        return await read(again, path, now);
    }
}


/***/ }),

/***/ 67616:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   F1: () => (/* binding */ isSameFolder),
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   g1: () => (/* binding */ isReusable),
/* harmony export */   q: () => (/* binding */ isIdentical)
/* harmony export */ });
/** Whether bytes, permission bits and type are the same; times and owners do not count. */
function isSame(a, b) {
    return a.objectId === b.objectId && a.mode === b.mode && a.type === b.type;
}
/** Whether both would be written with the same bytes, apart from the name. */
function isIdentical(a, b) {
    return (isSame(a, b) &&
        a.mtimeNs === b.mtimeNs &&
        a.size === b.size &&
        a.writtenSize === b.writtenSize &&
        a.uid === b.uid &&
        a.gid === b.gid &&
        // A name with U+FFFD may stand for other bytes.
        !a.name.includes('\ufffd') &&
        a.summary?.maxTimeNs === b.summary?.maxTimeNs &&
        a.summary?.files === b.summary?.files &&
        a.summary?.dirs === b.summary?.dirs &&
        a.summary?.symlinks === b.summary?.symlinks &&
        a.summary?.numFailed === b.summary?.numFailed &&
        a.summary?.numIgnoredErrors === b.summary?.numIgnoredErrors);
}
/** Whether a file or link has the metadata of the earlier entry, so that its bytes are taken to be the same. */
function isReusable(old, entry) {
    return (old.mtimeNs === entry.mtimeNs &&
        old.size === entry.size &&
        old.mode === entry.mode &&
        old.uid === entry.uid &&
        old.gid === entry.gid &&
        old.type === (entry.kind === 'symlink' ? 's' : 'f') &&
        old.objectId !== '');
}
/** Whether a folder has the metadata of the earlier one, of which nothing is missing. */
function isSameFolder(old, entry) {
    return (entry.kind === 'directory' &&
        old.type === 'd' &&
        old.mtimeNs === entry.mtimeNs &&
        old.mode === entry.mode &&
        old.uid === entry.uid &&
        old.gid === entry.gid &&
        old.objectId !== '' &&
        // A directory that is there is written without its size.
        old.writtenSize === undefined &&
        isComplete(old.summary));
}
/** Whether the summary of a directory says that nothing is missing in it. */
function isComplete(summary) {
    return summary !== undefined && summary.incomplete === undefined && summary.numFailed === 0 && summary.numIgnoredErrors === 0;
}


/***/ }),

/***/ 11972:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GX: () => (/* binding */ writeOptions),
/* harmony export */   IO: () => (/* binding */ storeEntry),
/* harmony export */   VI: () => (/* binding */ dirEntryOf),
/* harmony export */   dd: () => (/* binding */ fileRead),
/* harmony export */   mC: () => (/* binding */ withKeptTime),
/* harmony export */   nV: () => (/* binding */ fileEntry),
/* harmony export */   sX: () => (/* binding */ sectionSizeOf),
/* harmony export */   u_: () => (/* binding */ storeFile),
/* harmony export */   zy: () => (/* binding */ isCutShort)
/* harmony export */ });
/* unused harmony export storeLink */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _fs_local_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48844);
/* harmony import */ var _policy_compressor_choice_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34905);
/* harmony import */ var _replaced_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90950);
/* harmony import */ var _same_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67616);
/**
 * Turns one file or link into an entry: the earlier object when its metadata are the same, else by reading it
 * (docs/repository-format.md, "Incremental snapshots").
 */





/** Whether an entry is missing because the upload was ended, which is no failure. */
function isCutShort({ stop, signal }, error) {
    return stop.reason !== undefined && !signal.aborted && (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_CANCELLED');
}
/** The stored form of `entry` with the given object. */
function dirEntryOf(entry, objectId, size) {
    const { name, rawName, mode, mtimeNs, uid, gid } = entry;
    const stored = { name, type: entry.kind === 'symlink' ? 's' : 'f', mode, size, mtimeNs, uid, gid, objectId };
    return rawName === undefined ? stored : { ...stored, rawName };
}
/**
 * Reads and stores a regular file; `path` is where it is, `relativePath` what it is called in messages.
 * Errors: CAIRN_FILE_VANISHED, CAIRN_FILE_UNREADABLE, CAIRN_FILE_CHANGED when it was replaced by something else, and what storing throws.
 */
async function storeFile(context, path, relativePath, entry, policy) {
    const { tally } = context;
    let current = entry;
    let written;
    const begun = [];
    const onLargeFile = (storeSoFar) => void begun.push(context.openFolders.openFile(relativePath, current, storeSoFar));
    try {
        written = await writeFile(context, path, current, policy, onLargeFile);
    }
    catch (error) {
        // Editors replace files by renaming: what stands there now is read once.
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_FILE_CHANGED'))
            throw error;
        const now = (0,_replaced_js__WEBPACK_IMPORTED_MODULE_3__/* .standsAt */ .T)(path, entry);
        if (now?.kind !== 'file')
            throw error;
        current = now;
        written = await writeFile(context, path, current, policy, onLargeFile);
    }
    finally {
        for (const file of begun)
            context.openFolders.closeFile(file);
    }
    return fileEntry(tally, relativePath, current, written, policy);
}
/** Stores a file or link, or what has taken its place meanwhile. Errors: as `storeFile`. */
async function storeEntry(context, path, relativePath, entry, policy) {
    const store = async (current) => current.kind === 'symlink'
        ? await storeLink(context, path, current, policy)
        : await storeFile(context, path, relativePath, current, policy);
    try {
        return await store(entry);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_FILE_CHANGED'))
            throw error;
        const now = (0,_replaced_js__WEBPACK_IMPORTED_MODULE_3__/* .standsAt */ .T)(path, entry);
        if (now === undefined || now.kind === entry.kind || (now.kind !== 'file' && now.kind !== 'symlink'))
            throw error;
        return await store(now);
    }
}
/** The entry of a file that was written, and its part in the totals. */
function fileEntry(tally, relativePath, entry, written, policy) {
    if (written.length !== entry.size)
        tally.odd('size', relativePath);
    const sectionSize = sectionSizeOf(policy);
    tally.newBytes += written.newBytes;
    tally.hashed(written.length, sectionSize > 0 && entry.size > sectionSize ? Math.floor(entry.size / sectionSize) + 1 : 1);
    return dirEntryOf(entry, written.id, written.length);
}
/** What a worker has to know of a file. */
function fileRead(path, { device, inode, size }, policy) {
    return { path, device, inode, size, sectionSize: sectionSizeOf(policy) };
}
async function writeFile(context, path, entry, policy, onLargeFile) {
    const compressor = (0,_policy_compressor_choice_js__WEBPACK_IMPORTED_MODULE_2__/* .compressorForFile */ .vB)(policy.compression, entry.name, entry.size);
    return await context.objects.writeFile(fileRead(path, entry, policy), {
        ...writeOptions(policy, compressor, context.stop.signal),
        onLargeFile,
    });
}
/** How files with this compressor are written. */
function writeOptions(policy, compressor, signal) {
    const metadataCompressor = (0,_policy_compressor_choice_js__WEBPACK_IMPORTED_MODULE_2__/* .compressorForMetadata */ .CT)(policy) ?? 'none';
    return { compressor, metadataCompressor, splitter: policy.splitter?.algorithm || undefined, signal };
}
/** Stores the target of a link, byte for byte. Errors: as `readLocalSymlink`, and what storing throws. */
async function storeLink(context, path, entry, policy) {
    const target = (0,_fs_local_js__WEBPACK_IMPORTED_MODULE_1__/* .readLocalSymlink */ .ns)(path);
    const metadataCompressor = (0,_policy_compressor_choice_js__WEBPACK_IMPORTED_MODULE_2__/* .compressorForMetadata */ .CT)(policy) ?? 'none';
    const written = await context.objects.writeBytes(target, { metadataCompressor, signal: context.signal });
    context.tally.newBytes += written.newBytes;
    return dirEntryOf(entry, written.id, target.length);
}
/** `entry`, with the earlier mtime when it is the same thing as `compared` and times are kept. */
function withKeptTime(context, entry, compared) {
    if (!context.keepsTimes || compared === undefined || !(0,_same_js__WEBPACK_IMPORTED_MODULE_4__/* .isSame */ .Ft)(entry, compared))
        return entry;
    return entry.mtimeNs === compared.mtimeNs ? entry : { ...entry, mtimeNs: compared.mtimeNs };
}
/** Above this many bytes a file is stored in sections; 0 means never. */
function sectionSizeOf(policy) {
    // Kopia divides by zero when 0 is stored; it means never here.
    return Math.max(0, policy.upload?.parallelUploadAboveSize ?? 0);
}


/***/ })

};
