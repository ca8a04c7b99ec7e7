export const id = 9961;
export const ids = [9961];
export const modules = {

/***/ 79849:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ parseSourceArgument)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _snapshot_target_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86137);
/** A source as typed on the command line: a path of this machine, or `user@host:/path`. */


/** Errors: CAIRN_USAGE for an empty text. */
function parseSourceArgument(text, context, identity) {
    if (text === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', 'A source is empty.');
    return (0,_snapshot_target_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSource */ .P)(text, { ...identity, workingDirectory: context.cwd });
}


/***/ }),

/***/ 39961:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  snapshotVerify: () => (/* binding */ snapshotVerify)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/snapshot/readable.js
var readable = __webpack_require__(85450);
// EXTERNAL MODULE: ./lib/snapshot/resolve.js
var resolve = __webpack_require__(97068);
// EXTERNAL MODULE: ./lib/snapshot/directory-stream.js
var directory_stream = __webpack_require__(86448);
// EXTERNAL MODULE: ./lib/snapshot/verify/verify.js + 1 modules
var verify = __webpack_require__(48602);
;// CONCATENATED MODULE: ./lib/snapshot/verify/losses.js
/** What damaged objects mean for each snapshot: how much of it can no longer be restored. */



const NOTHING = { files: 0, directories: 0 };
/** Counts losses in tree after tree; a directory that several of them share is read once. */
class LossCount {
    #objects;
    #damaged;
    #signal;
    #known = new Map();
    /** `damaged` are the objects of files, links and directories that a verification found. */
    constructor(objects, damaged, signal) {
        this.#objects = objects;
        this.#damaged = damaged;
        this.#signal = signal;
    }
    /** What is lost at and below `entry`. */
    async of(entry) {
        if (entry.type !== 'd')
            return this.#damaged.has(entry.objectId) ? { files: 1, directories: 0 } : NOTHING;
        const known = this.#known.get(entry.objectId);
        if (known !== undefined)
            return known;
        // A directory that contains itself adds nothing to itself.
        this.#known.set(entry.objectId, NOTHING);
        const losses = this.#damaged.has(entry.objectId) ? wholeOf(entry) : await this.#below(entry);
        this.#known.set(entry.objectId, losses);
        return losses;
    }
    async #below(directory) {
        let files = 0;
        let directories = 0;
        try {
            for await (const batch of (0,directory_stream/* readDirectory */.g)(this.#objects, directory.objectId, this.#signal)) {
                for (const entry of batch.entries) {
                    (0,errors/* throwIfCancelled */.dZ)(this.#signal);
                    const lost = await this.of(entry);
                    files += lost.files;
                    directories += lost.directories;
                }
                files += batch.rejected.length;
            }
        }
        catch (error) {
            if (!(0,verify/* isFinding */.q)(error))
                throw error;
            return wholeOf(directory);
        }
        return files + directories === 0 ? NOTHING : { files, directories };
    }
}
/** Everything that the summary of a directory counts. */
function wholeOf({ summary }) {
    return { files: (summary?.files ?? 0) + (summary?.symlinks ?? 0), directories: Math.max(1, summary?.dirs ?? 1) };
}

// EXTERNAL MODULE: ./lib/snapshot/verify/object-check.js
var object_check = __webpack_require__(83860);
// EXTERNAL MODULE: ./lib/util/format.js
var format = __webpack_require__(4849);
;// CONCATENATED MODULE: ./lib/commands/snapshot-verify.js
/** Verifies snapshots, directories and files: everything that cannot be read is found, with what that means for each snapshot. */







/** A report holds no more findings; all are counted and heard. */
const KEPT_FINDINGS = 10_000;
/** Verifies what is asked for. Errors: CAIRN_SNAPSHOT_NOT_FOUND and others for an ID that names nothing, CAIRN_CANCELLED; damage is in the report. */
async function verifySnapshots(context, repository, request) {
    const { signal, progress, random } = context;
    // Packs that are written while the snapshots are read are looked for one by one.
    const checking = object_check/* ObjectCheck */.u.open(repository, { readPercent: request.readPercent, random, signal });
    checking.catch(() => undefined);
    const { snapshots, damaged } = await chosenSnapshots(context, repository, request);
    const check = await checking;
    context.log.debug(`${(0,format/* formatQuantity */.VZ)(check.packCount, 'pack')} listed.`);
    const findings = [];
    const damagedObjects = new Set();
    let errorCount = 0;
    const onFinding = (finding) => {
        errorCount++;
        if (findings.length < KEPT_FINDINGS)
            findings.push(finding);
        if (finding.objectId !== undefined)
            damagedObjects.add(finding.objectId);
        request.onFinding?.(finding);
    };
    for (const { what, error } of await repository.care.damage())
        onFinding({ path: what, error });
    for (const error of damaged)
        onFinding({ path: 'snapshots', error });
    const withRoot = snapshots.flatMap((manifest) => (manifest.rootEntry === undefined ? [] : [{ manifest, entry: manifest.rootEntry }]));
    const roots = withRoot.map(({ manifest, entry }) => ({ entry, path: request.nameOf(manifest) }));
    const expected = expectedOf(withRoot.map(({ entry }) => entry));
    roots.push(...(await namedRoots(context, repository, request)));
    progress.start('verify', { files: expected.expectedFiles, bytes: expected.expectedBytes });
    let counts;
    try {
        counts = await (0,verify/* verifyTrees */.H)(repository, roots, {
            check,
            parallel: request.parallel,
            fileParallel: request.fileParallel,
            queueLength: request.queueLength,
            maxErrors: request.maxErrors,
            onFinding,
            onProgress: ({ processedObjects, processedBytes }) => {
                const { readFiles, readBytes } = check.totals;
                const read = { hashedFiles: readFiles, hashedBytes: readBytes, uploadedBytes: 0 };
                progress.update({ files: processedObjects, bytes: processedBytes, ...read, errors: errorCount });
            },
            signal,
        });
    }
    finally {
        progress.finish();
    }
    const losses = new LossCount(repository.objects, damagedObjects, signal);
    const damagedSnapshots = [];
    const isWhole = request.maxErrors === 0 || errorCount < request.maxErrors;
    for (const { manifest, entry } of isWhole && damagedObjects.size > 0 ? withRoot : []) {
        const lost = await losses.of(entry);
        if (lost.files + lost.directories > 0)
            damagedSnapshots.push({ manifest, losses: lost });
    }
    return {
        counts: { ...counts, ...check.totals, ...expected },
        errorCount,
        findings,
        damagedSnapshots,
        intactSnapshots: withRoot.length - damagedSnapshots.length,
    };
}
/** The error of a verification that found something: CAIRN_VERIFY_DAMAGED, or CAIRN_VERIFY_INCOMPLETE when only the storage failed. */
function verifyError({ errorCount, findings }) {
    if (errorCount === 0)
        return undefined;
    const isDamage = findings.length < errorCount || findings.some(({ error }) => error.kind === 'damage');
    return new errors/* CairnError */.eb(isDamage ? 'CAIRN_VERIFY_DAMAGED' : 'CAIRN_VERIFY_INCOMPLETE', `Verification found ${(0,format/* formatQuantity */.VZ)(errorCount, 'error')}.`, {
        hint: isDamage
            ? 'The lines above name what cannot be read; everything else can be restored. New snapshots of the same files store again what is missing; "cairn snapshot fix invalid-files" makes the rest usable.'
            : 'The storage did not answer for the objects above. Check it and verify again.',
    });
}
async function chosenSnapshots({ signal }, repository, { isAll, snapshotIds, sources, directories, files }) {
    if (isAll || snapshotIds.length + sources.length + directories.length + files.length === 0) {
        return await (0,readable/* readSnapshots */.y)(repository, undefined, signal);
    }
    const parts = [await (0,readable/* requireSnapshots */.x)(repository, snapshotIds, signal)];
    for (const source of sources)
        parts.push(await (0,readable/* readSnapshots */.y)(repository, source, signal));
    return { snapshots: parts.flatMap((part) => part.snapshots), damaged: parts.flatMap((part) => part.damaged) };
}
async function namedRoots({ signal }, repository, request) {
    const roots = [];
    for (const path of request.directories) {
        const { entry } = await (0,resolve/* resolveEntry */.Tp)(repository, path, signal);
        if (entry.type !== 'd')
            throw new errors/* CairnError */.eb('CAIRN_NOT_A_DIRECTORY', `${path} is not a directory.`, { hint: 'Use --file-id for files.' });
        roots.push({ entry, path });
    }
    for (const path of request.files)
        roots.push({ entry: (await (0,resolve/* resolveEntry */.Tp)(repository, path, signal)).entry, path });
    return roots;
}
function expectedOf(entries) {
    let [expectedObjects, expectedFiles, expectedBytes] = [0, 0, 0];
    for (const { type, summary } of entries) {
        if (type !== 'd' || summary === undefined)
            continue;
        expectedObjects += summary.files + summary.dirs + summary.symlinks;
        expectedFiles += summary.files;
        expectedBytes += summary.size;
    }
    return { expectedObjects, expectedFiles, expectedBytes };
}

// EXTERNAL MODULE: ./lib/policy/target.js
var target = __webpack_require__(95181);
// EXTERNAL MODULE: ./lib/report/kopia-numbers.js
var kopia_numbers = __webpack_require__(49873);
// EXTERNAL MODULE: ./lib/util/go-json.js
var go_json = __webpack_require__(56495);
// EXTERNAL MODULE: ./lib/util/indent-json.js
var indent_json = __webpack_require__(95743);
// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
// EXTERNAL MODULE: ./lib/cli/source-argument.js
var source_argument = __webpack_require__(79849);
;// CONCATENATED MODULE: ./lib/cli/verbs/snapshot-verify.js
/** `cairn snapshot verify`: Kopia's lines and JSON, then what the damage means for each snapshot. */










async function snapshotVerify(context, input) {
    const settings = {
        isAll: input.isOn('all-sources'),
        snapshotIds: input.arguments('snapshot-ids'),
        directories: input.list('directory-id'),
        files: input.list('file-id'),
        readPercent: (0,flag_values/* percentFlag */.ov)(input, 'verify-files-percent') ?? 0,
        maxErrors: Math.max(0, (0,flag_values/* integerFlag */.tB)(input, 'max-errors') ?? 0),
        parallel: (0,flag_values/* countFlag */.GN)(input, 'parallel') ?? 8,
        fileParallel: (0,flag_values/* countFlag */.GN)(input, 'file-parallelism') ?? (0,external_node_os_.availableParallelism)(),
        queueLength: (0,flag_values/* countFlag */.GN)(input, 'file-queue-length') ?? 20_000,
    };
    await (0,commands_open/* withRepository */.B)(context, { checksStorage: true, isReadOnly: true, mayBePartial: true }, async (repository) => {
        const report = await verifySnapshots(context, repository, {
            ...settings,
            sources: input.list('sources').map((text) => (0,source_argument/* parseSourceArgument */.K)(text, context, repository.identity)),
            nameOf: (manifest) => snapshotName(manifest, context.times),
            onFinding: (finding) => context.log.error(`error processing ${finding.path}: ${findingText(finding)}`),
        });
        if (input.isOn('json'))
            context.print(input.isOn('json-indent') ? (0,indent_json/* indentJsonWide */.m)(reportJson(report)) : reportJson(report));
        else {
            context.log.info(summaryLine(report, (0,kopia_numbers/* sizeTextOf */.Ym)(context.env)));
            for (const line of damageLines(report, context.times))
                context.log.info(line);
        }
        const error = verifyError(report);
        if (error !== undefined)
            throw error;
    });
    return 0;
}
/** What Kopia calls the root of a snapshot: `user@host:/path@2026-01-31 15:04:05 UTC`. */
function snapshotName(manifest, times) {
    return `${(0,target/* formatSource */.j2)(manifest.source)}@${times.text(manifest.startTimeNs)}`;
}
/** What was found, with the object it was found in. */
function findingText({ objectId, error }) {
    if (objectId === undefined || error.message.includes(objectId))
        return error.message;
    return `object ${objectId} cannot be read: ${error.message}`;
}
function reportJson({ counts, errorCount, findings }) {
    return (0,go_json/* encodeGoJson */.pl)({
        stats: {
            processedObjectCount: counts.processedObjects,
            processedBytes: counts.processedBytes,
            readFileCount: counts.readFiles,
            readBytes: counts.readBytes,
            expectedTotalObjectCount: counts.expectedObjects,
            expectedTotalFileCount: counts.expectedFiles,
            expectedTotalBytes: counts.expectedBytes,
        },
        errorCount,
        errorStrings: findings.length === 0 ? undefined : findings.map(findingText),
    });
}
function summaryLine({ counts }, size) {
    const { processedObjects, processedBytes, readFiles, readBytes } = counts;
    return `Finished processing ${processedObjects} objects (${size(processedBytes)}). Read ${readFiles} files (${size(readBytes)}).`;
}
function damageLines({ damagedSnapshots, intactSnapshots }, times) {
    if (damagedSnapshots.length === 0)
        return [];
    const intact = intactSnapshots === 0 ? [] : [`${(0,format/* formatQuantity */.VZ)(intactSnapshots, 'other snapshot')}: nothing is lost.`];
    return [...damagedSnapshots.map((damaged) => damageLine(damaged, times)), ...intact];
}
function damageLine({ manifest, losses }, times) {
    const { summary, type } = manifest.rootEntry ?? {};
    const all = summary === undefined || type !== 'd' ? 1 : summary.files + summary.symlinks;
    const folders = losses.directories === 0 ? '' : `, and the content of ${(0,format/* formatQuantity */.VZ)(losses.directories, 'folder')}`;
    const rest = Math.max(0, all - losses.files);
    const restorable = rest === 0 ? 'nothing else can be restored' : `${(0,format/* formatQuantity */.VZ)(rest, 'other can', 'others can')} be restored`;
    return `${snapshotName(manifest, times)} (${manifest.id}): ${losses.files} of ${(0,format/* formatQuantity */.VZ)(all, 'file')} lost${folders}; ${restorable}.`;
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

/***/ 85450:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ requireSnapshots),
/* harmony export */   y: () => (/* binding */ readSnapshots)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52541);
/** Snapshots of a repository of which some manifests may be damaged: those that can be read, and why the others cannot. */


/** The snapshots of one source, or of all, ascending by time. A source with an empty path stands for all paths of its user. */
async function readSnapshots(repository, source, signal) {
    const damaged = [];
    const snapshots = await (0,_store_js__WEBPACK_IMPORTED_MODULE_1__/* .listSnapshots */ .jQ)(repository, source, signal, (error) => damaged.push(error));
    return { snapshots, damaged };
}
/** The snapshots with these IDs, in their order. Throws CAIRN_SNAPSHOT_NOT_FOUND when one of them is not there. */
async function requireSnapshots(repository, ids, signal) {
    const snapshots = [];
    const damaged = [];
    const absent = [];
    for (const id of new Set(ids)) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        try {
            const snapshot = await (0,_store_js__WEBPACK_IMPORTED_MODULE_1__/* .findSnapshot */ .Cb)(repository, id);
            if (snapshot === undefined)
                absent.push(id);
            else
                snapshots.push(snapshot);
        }
        catch (error) {
            if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_SNAPSHOT_DAMAGED'))
                throw error;
            damaged.push(error);
        }
    }
    if (absent.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_SNAPSHOT_NOT_FOUND', `There is no snapshot ${absent.join(', ')} in the repository.`, {
            hint: 'List the snapshots with "cairn snapshot list --all".',
        });
    return { snapshots, damaged };
}


/***/ }),

/***/ 97068:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kg: () => (/* binding */ entryBelow),
/* harmony export */   Mf: () => (/* binding */ namesObject),
/* harmony export */   Qv: () => (/* binding */ assertConsistentRoots),
/* harmony export */   Tp: () => (/* binding */ resolveEntry)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _dir_entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88669);
/* harmony import */ var _readable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85450);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52541);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51290);
/**
 * What a person means by `ID` or `ID/path/below`: a snapshot, or an object, and an entry below it
 * (docs/repository-format.md, "Naming what to restore").
 */





const OBJECT_ID = /^I*(?:Z|D)?D?([g-z]?)((?:[0-9a-f]{2}){8,64})$/;
/** Whether `text` has the form of an ID, perhaps with a path below; everything else can only be a path. */
function namesObject(text) {
    return OBJECT_ID.test(text.split('/', 1)[0] ?? '');
}
/**
 * The entry that `text` names: the ID of a snapshot or of an object, then perhaps `/` and a path.
 * Throws CAIRN_SNAPSHOT_NOT_FOUND for an unknown ID, CAIRN_ENTRY_NOT_FOUND for a path that is not there, CAIRN_SNAPSHOT_AMBIGUOUS, and what reading
 * objects throws.
 */
async function resolveEntry(repository, text, signal, options = {}) {
    const [id = '', ...below] = text.split('/');
    const parts = below.filter((part) => part !== '');
    const needsConsistency = options.consistentAttributes === true && below.length === 0;
    if (id === '' && text !== '')
        throw notAnId(text);
    const root = (await snapshotRoot(repository, id)) ?? (await objectRoot(repository, id, needsConsistency, signal));
    const entry = await entryBelow(repository, root.entry, id, parts, signal);
    return { entry, snapshot: root.snapshot, path: parts.join('/') };
}
/** The entry at `parts` below `root`, which messages call `name`. Throws CAIRN_ENTRY_NOT_FOUND, and what reading objects throws. */
async function entryBelow(repository, root, name, parts, signal) {
    let entry = root;
    let parent = name;
    for (const part of parts) {
        if (entry.type !== 'd')
            throw notFound(`"${parent}" is not a directory.`);
        const child = await (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .findChild */ .cf)(repository.objects, entry, part, signal);
        if (child === undefined)
            throw notFound(`There is no "${part}" in "${parent}".`);
        entry = child;
        parent = `${parent}/${part}`;
    }
    return entry;
}
/** Throws CAIRN_SNAPSHOT_AMBIGUOUS when snapshots with the root object `id` have roots with other attributes. */
async function assertConsistentRoots(repository, id, signal) {
    refuseInconsistent(id, await snapshotsWithRoot(repository, id, signal));
}
function refuseInconsistent(id, snapshots) {
    const roots = new Set(snapshots.map(({ rootEntry }) => rootEntry && (0,_dir_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeDirEntry */ .sK)(rootEntry)));
    if (roots.size <= 1)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_SNAPSHOT_AMBIGUOUS', `${snapshots.length} snapshots have the root ${id}, with different attributes.`, {
        hint: 'Name one of the snapshots by its own ID, or leave out --consistent-attributes to take the newest.',
    });
}
async function snapshotsWithRoot(repository, id, signal) {
    return (await readableSnapshots(repository, signal)).filter((one) => one.rootEntry?.objectId === id);
}
async function snapshotRoot(repository, id) {
    const snapshot = await (0,_store_js__WEBPACK_IMPORTED_MODULE_3__/* .findSnapshot */ .Cb)(repository, id);
    if (snapshot === undefined)
        return undefined;
    if (snapshot.rootEntry === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_SNAPSHOT_DAMAGED', `Snapshot ${id} has no root entry.`, {
            hint: 'Use another snapshot of the same source.',
        });
    return { entry: snapshot.rootEntry, snapshot };
}
async function objectRoot(repository, id, needsConsistency, signal) {
    const match = OBJECT_ID.exec(id);
    if (match === null)
        throw unknownId(id);
    const snapshots = await snapshotsWithRoot(repository, id, signal);
    if (needsConsistency)
        refuseInconsistent(id, snapshots);
    const snapshot = snapshots.at(-1);
    if (snapshot?.rootEntry !== undefined)
        return { entry: snapshot.rootEntry, snapshot };
    const reader = await openOrUnknown(repository, id);
    const isDirectory = match[1] === 'k';
    const entry = {
        name: id,
        type: isDirectory ? 'd' : 'f',
        // Kopia's choice for objects whose attributes nobody knows; the owner is whoever restores.
        mode: isDirectory ? 0o555 : 0o644,
        size: isDirectory ? 0 : reader.length,
        mtimeNs: repository.clock.nowNs(),
        uid: process.getuid?.() ?? 0,
        gid: process.getgid?.() ?? 0,
        objectId: id,
    };
    return { entry, snapshot: undefined };
}
/** A manifest that is damaged must not keep anybody from restoring an object by its ID. */
async function readableSnapshots(repository, signal) {
    try {
        return (await (0,_readable_js__WEBPACK_IMPORTED_MODULE_2__/* .readSnapshots */ .y)(repository, undefined, signal)).snapshots;
    }
    catch (error) {
        if ((0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .isObjectError */ .EX)(error))
            return [];
        throw error;
    }
}
async function openOrUnknown(repository, id) {
    try {
        return await repository.objects.open(id);
    }
    catch (error) {
        // An ID that is well formed but not in the index is most likely a mistyped one.
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_CONTENT_MISSING'))
            throw unknownId(id, error);
        throw error;
    }
}
function unknownId(id, cause) {
    // An unset variable of a script.
    const message = id === '' ? 'The ID of a snapshot or object is empty.' : `There is no snapshot and no object ${id} in the repository.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_SNAPSHOT_NOT_FOUND', message, {
        hint: 'List the snapshots with "cairn snapshot list --all".',
        cause,
    });
}
function notAnId(text) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_SNAPSHOT_NOT_FOUND', `"${text}" is a path, where the ID of a snapshot or object is needed.`, {
        hint: `"cairn snapshot list ${text}" shows IDs; write ID or ID/path/below.`,
    });
}
function notFound(message) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_ENTRY_NOT_FOUND', message, { hint: 'List what is there with "cairn ls".' });
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

/***/ 58526:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ ObjectIdSet)
/* harmony export */ });
const FIRST_SLOTS = 1024;
/** 32-bit words of a slot: what stands before the hash, then the first 16 bytes of the hash. */
const WORDS = 5;
const ID = /^([IZD]*)([g-z]?)([0-9a-f]{32,})$/;
/** IDs of another form, which only damaged directories hold, are kept as text. */
class ObjectIdSet {
    #words = new Uint32Array(FIRST_SLOTS * WORDS);
    #slots = FIRST_SLOTS;
    #used = 0;
    #others = new Set();
    /** How many IDs are in it. */
    get size() {
        return this.#used + this.#others.size;
    }
    /** Adds an ID; false when it was in the set already. */
    add(id) {
        const key = keyOf(id);
        if (key === undefined) {
            if (this.#others.has(id))
                return false;
            this.#others.add(id);
            return true;
        }
        if ((this.#used + 1) * 4 > this.#slots * 3)
            this.#grow();
        const at = this.#find(key, 0);
        if (this.#words[at] !== 0)
            return false;
        this.#words.set(key, at);
        this.#used++;
        return true;
    }
    has(id) {
        const key = keyOf(id);
        return key === undefined ? this.#others.has(id) : this.#words[this.#find(key, 0)] !== 0;
    }
    /** Index of the words of the key at `offset` of `keys`, or of the free slot for it. */
    #find(keys, offset) {
        // The hash is keyed and even: any part of it spreads well.
        let slot = ((keys[offset + 1] ?? 0) ^ (keys[offset] ?? 0)) & (this.#slots - 1);
        for (;; slot = (slot + 1) & (this.#slots - 1)) {
            const at = slot * WORDS;
            if (this.#words[at] === 0)
                return at;
            let word = 0;
            while (word < WORDS && this.#words[at + word] === keys[offset + word])
                word++;
            if (word === WORDS)
                return at;
        }
    }
    #grow() {
        const old = this.#words;
        this.#slots *= 2;
        this.#words = new Uint32Array(this.#slots * WORDS);
        for (let at = 0; at < old.length; at += WORDS) {
            if (old[at] !== 0)
                this.#words.set(old.subarray(at, at + WORDS), this.#find(old, at));
        }
    }
}
/** The words of an ID; the first is never 0, which marks a free slot. */
function keyOf(id) {
    const [, levels = '', prefix = '', hash = ''] = ID.exec(id) ?? [];
    if (hash === '' || levels.length > 255)
        return undefined;
    const key = new Uint32Array(WORDS);
    key[0] = 1 + (levels.length << 1) + (levels.startsWith('I') ? 0 : 1 << 10) + ((prefix === '' ? 0 : prefix.charCodeAt(0)) << 16);
    for (let word = 0; word < 4; word++)
        key[word + 1] = Number.parseInt(hash.slice(8 * word, 8 * word + 8), 16);
    return key;
}


/***/ }),

/***/ 48602:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ isFinding),
  H: () => (/* binding */ verifyTrees)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/util/bounded-queue.js
/** A queue between those who find work and those who do it, of bounded length. */
/** `push` waits while the queue is full, `take` while it is empty. */
class BoundedQueue {
    #limit;
    #items = [];
    /** Taken items stay in front until there are many of them: shifting each one would copy the rest. */
    #first = 0;
    #isClosed = false;
    #takers = [];
    #pushers = [];
    /** At most `limit` items wait at a time. */
    constructor(limit) {
        this.#limit = Math.max(1, limit);
    }
    /** Adds an item; false when the queue is closed and nobody will take it. */
    async push(item) {
        while (!this.#isClosed && this.#length() >= this.#limit)
            await new Promise((resolve) => this.#pushers.push(resolve));
        if (this.#isClosed)
            return false;
        this.#items.push(item);
        this.#takers.shift()?.();
        return true;
    }
    /** The oldest item, or undefined when the queue is closed and empty. */
    async take() {
        while (this.#length() === 0) {
            if (this.#isClosed)
                return undefined;
            await new Promise((resolve) => this.#takers.push(resolve));
        }
        const item = this.#items[this.#first++];
        if (this.#first > this.#limit) {
            this.#items = this.#items.slice(this.#first);
            this.#first = 0;
        }
        this.#pushers.shift()?.();
        return item;
    }
    /** No more items come; those that wait are still taken. */
    close() {
        this.#isClosed = true;
        for (const wake of [...this.#takers.splice(0), ...this.#pushers.splice(0)])
            wake();
    }
    #length() {
        return this.#items.length - this.#first;
    }
}

// EXTERNAL MODULE: ./lib/util/spare-hands.js
var spare_hands = __webpack_require__(74528);
// EXTERNAL MODULE: ./lib/snapshot/directory-stream.js
var directory_stream = __webpack_require__(86448);
// EXTERNAL MODULE: ./lib/snapshot/tree.js
var tree = __webpack_require__(51290);
// EXTERNAL MODULE: ./lib/snapshot/verify/object-id-set.js
var object_id_set = __webpack_require__(58526);
;// CONCATENATED MODULE: ./lib/snapshot/verify/verify.js
/**
 * Walks trees and checks every object in them once, however often it is met (docs/repository-format.md, "Verifying").
 *
 *  1. Directories are read depth first, several at a time; each distinct one is read once.
 *  2. Files and links found there wait in a queue of bounded length for those that check them.
 *  3. What is damaged is reported with its path, and the walk goes on.
 */






/** Errors about one thing among many: the rest may still be fine. */
function isFinding(error) {
    if ((0,tree/* isObjectError */.EX)(error))
        return true;
    return (0,errors/* isCairnError */.qN)(error) && (error.kind === 'storage' || error.code === 'CAIRN_FORMAT_UNSUPPORTED');
}
/** Verifies the trees; rejects only when cancelled, or with an error that is none of the repository's. */
async function verifyTrees(repository, roots, options) {
    const walk = new VerifyWalk(repository, options);
    return await walk.run(roots);
}
class VerifyWalk {
    #repository;
    #options;
    #seen = new object_id_set/* ObjectIdSet */.D();
    #queue;
    #walkers;
    #findings = 0;
    #processedObjects = 0;
    #processedBytes = 0;
    #failure;
    constructor(repository, options) {
        this.#repository = repository;
        this.#options = options;
        this.#queue = new BoundedQueue(options.queueLength);
        this.#walkers = new spare_hands/* SpareHands */.S(options.parallel);
    }
    async run(roots) {
        const checkers = Array.from({ length: Math.max(1, this.#options.fileParallel) }, () => this.#guard(() => this.#checkFiles()));
        for (const { entry, path } of roots)
            await this.#guard(() => this.#visit(entry, path, undefined));
        this.#queue.close();
        await Promise.all(checkers);
        if (this.#failure !== undefined)
            throw this.#failure.error;
        (0,errors/* throwIfCancelled */.dZ)(this.#options.signal);
        return this.#counts();
    }
    /** Remembers the first error that is no finding, which ends everything. */
    async #guard(work) {
        try {
            await work();
        }
        catch (error) {
            this.#failure ??= { error };
            this.#queue.close();
        }
    }
    #isOver() {
        const { maxErrors, signal } = this.#options;
        return this.#failure !== undefined || signal?.aborted === true || (maxErrors > 0 && this.#findings >= maxErrors);
    }
    async #visit(entry, path, above) {
        if (this.#isOver())
            return;
        if (entry.objectId === '') {
            const code = entry.type === 'd' ? 'CAIRN_DIRECTORY_DAMAGED' : 'CAIRN_OBJECT_DAMAGED';
            return this.#report(path, undefined, new errors/* CairnError */.eb(code, 'the entry has no object ID'));
        }
        if (!this.#seen.add(entry.objectId))
            return this.#reportLoop(entry, path, above);
        if (entry.type !== 'd') {
            await this.#queue.push({ entry, path });
            return;
        }
        this.#count(0);
        await this.#readDirectory(entry, path, above);
    }
    async #readDirectory(directory, path, above) {
        const here = { objectId: directory.objectId, depth: (above?.depth ?? 0) + 1, parent: above };
        if (here.depth > tree/* MAX_TREE_DEPTH */.is) {
            const text = `a directory is nested more than ${tree/* MAX_TREE_DEPTH */.is} levels deep`;
            return this.#report(path, directory.objectId, new errors/* CairnError */.eb('CAIRN_TREE_TOO_DEEP', text));
        }
        const below = [];
        try {
            for await (const { entries, rejected } of (0,directory_stream/* readDirectory */.g)(this.#repository.objects, directory.objectId, this.#options.signal)) {
                for (const { name, reason, entry } of rejected) {
                    this.#report(join(path, name), entry?.objectId, rejectedEntry(directory.objectId, name, reason));
                    // Only the name is bad: the object may be wanted by its ID.
                    if (entry !== undefined)
                        await this.#visit(entry, join(path, name), here);
                }
                for (const entry of entries) {
                    if (this.#isOver())
                        break;
                    const visit = () => this.#visit(entry, join(path, entry.name), here);
                    const beside = entry.type === 'd' ? this.#walkers.share(() => this.#guard(visit)) : undefined;
                    if (beside === undefined)
                        await visit();
                    else
                        below.push(beside);
                }
            }
        }
        catch (error) {
            if (!isFinding(error))
                throw error;
            this.#report(path, directory.objectId, error);
        }
        finally {
            await Promise.all(below);
        }
    }
    async #checkFiles() {
        for (let job = await this.#queue.take(); job !== undefined; job = await this.#queue.take()) {
            if (this.#isOver())
                continue;
            const { entry, path } = job;
            try {
                // A checkpoint of a large file has the size of the whole.
                const isPart = entry.name.startsWith('.checkpointed.');
                await this.#options.check.check(entry.objectId, isPart ? undefined : entry.size);
            }
            catch (error) {
                if (!isFinding(error))
                    throw error;
                this.#report(path, entry.objectId, error);
            }
            this.#count(entry.size);
        }
    }
    #reportLoop(entry, path, above) {
        if (entry.type !== 'd')
            return;
        for (let at = above; at !== undefined; at = at.parent) {
            if (at.objectId !== entry.objectId)
                continue;
            this.#report(path, entry.objectId, new errors/* CairnError */.eb('CAIRN_TREE_LOOP', `directory ${entry.objectId} contains itself`));
            return;
        }
    }
    #report(path, objectId, error) {
        if (this.#isOver())
            return;
        this.#findings++;
        this.#options.onFinding({ path, objectId, error });
    }
    #count(bytes) {
        this.#processedObjects++;
        this.#processedBytes += bytes;
        this.#options.onProgress(this.#counts());
    }
    #counts() {
        return { processedObjects: this.#processedObjects, processedBytes: this.#processedBytes };
    }
}
function join(path, name) {
    return `${path}/${name}`;
}
function rejectedEntry(directoryId, name, reason) {
    const text = `the entry ${JSON.stringify(name)} of directory ${directoryId} cannot be restored: ${reason}`;
    return new errors/* CairnError */.eb('CAIRN_DIRECTORY_DAMAGED', text, { hint: 'The other entries of the directory are restored.' });
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


/***/ }),

/***/ 74528:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ SpareHands)
/* harmony export */ });
/** Work that nests, such as directories in directories, with a bound over the whole of it. */
/** Runs work beside the caller while hands are free; otherwise the caller does it in its own place. */
class SpareHands {
    #free;
    /** `count` is how many things may be under way at a time, the caller's own included. */
    constructor(count) {
        this.#free = Math.max(1, count) - 1;
    }
    /** Starts `work` when a hand is free; undefined means that the caller has to run it. */
    share(work) {
        if (this.#free === 0)
            return undefined;
        this.#free--;
        return work().finally(() => {
            this.#free++;
        });
    }
    /** Runs `work` on every item, beside the caller where hands are free; results keep the order. All that was begun ends before the first failure is thrown. */
    async each(items, work) {
        const results = [];
        const shared = [];
        let failure;
        const run = async (item, index) => {
            try {
                results[index] = await work(item);
            }
            catch (error) {
                failure ??= { error };
            }
        };
        for (const [index, item] of items.entries()) {
            if (failure !== undefined)
                break;
            const beside = this.share(() => run(item, index));
            if (beside === undefined)
                await run(item, index);
            else
                shared.push(beside);
        }
        await Promise.all(shared);
        if (failure !== undefined)
            throw failure.error;
        return results;
    }
}


/***/ })

};
