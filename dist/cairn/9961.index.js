export const id = 9961;
export const ids = [9961];
export const modules = {

/***/ 39961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
    const { snapshots, damaged } = await chosenSnapshots(context, repository, request);
    const check = await object_check/* ObjectCheck */.u.open(repository, { readPercent: request.readPercent, random, signal });
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
        const { entry } = await (0,resolve/* resolveEntry */.T)(repository, path, signal);
        if (entry.type !== 'd')
            throw new errors/* CairnError */.eb('CAIRN_NOT_A_DIRECTORY', `${path} is not a directory.`, { hint: 'Use --file-id for files.' });
        roots.push({ entry, path });
    }
    for (const path of request.files)
        roots.push({ entry: (await (0,resolve/* resolveEntry */.T)(repository, path, signal)).entry, path });
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
// EXTERNAL MODULE: ./lib/report/kopia-text.js
var kopia_text = __webpack_require__(12452);
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
    await (0,commands_open/* withRepository */.Bq)(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
        const report = await verifySnapshots(context, repository, {
            ...settings,
            sources: input.list('sources').map((text) => (0,source_argument/* parseSourceArgument */.K)(text, context, repository.identity)),
            nameOf: snapshotName,
            onFinding: (finding) => context.log.error(`error processing ${finding.path}: ${findingText(finding)}`),
        });
        if (input.isOn('json'))
            context.print(input.isOn('json-indent') ? (0,indent_json/* indentJsonWide */.m)(reportJson(report)) : reportJson(report));
        else {
            context.log.info(summaryLine(report, (0,kopia_numbers/* sizeTextOf */.Ym)(context.env)));
            for (const line of damageLines(report))
                context.log.info(line);
        }
        const error = verifyError(report);
        if (error !== undefined)
            throw error;
    });
    return 0;
}
/** What Kopia calls the root of a snapshot: `user@host:/path@2026-01-31 15:04:05 UTC`. */
function snapshotName(manifest) {
    return `${(0,target/* formatSource */.j2)(manifest.source)}@${(0,kopia_text/* timeText */.Tc)(manifest.startTimeNs)}`;
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
function damageLines({ damagedSnapshots, intactSnapshots }) {
    if (damagedSnapshots.length === 0)
        return [];
    const intact = intactSnapshots === 0 ? [] : [`${(0,format/* formatQuantity */.VZ)(intactSnapshots, 'other snapshot')}: nothing is lost.`];
    return [...damagedSnapshots.map(damageLine), ...intact];
}
function damageLine({ manifest, losses }) {
    const { summary, type } = manifest.rootEntry ?? {};
    const all = summary === undefined || type !== 'd' ? 1 : summary.files + summary.symlinks;
    const folders = losses.directories === 0 ? '' : `, and the content of ${(0,format/* formatQuantity */.VZ)(losses.directories, 'folder')}`;
    const rest = Math.max(0, all - losses.files);
    const restorable = rest === 0 ? 'nothing else can be restored' : `${(0,format/* formatQuantity */.VZ)(rest, 'other can', 'others can')} be restored`;
    return `${snapshotName(manifest)} (${manifest.id}): ${losses.files} of ${(0,format/* formatQuantity */.VZ)(all, 'file')} lost${folders}; ${restorable}.`;
}


/***/ }),

/***/ 97068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ resolveEntry)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _readable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85450);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52541);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51290);
/**
 * What a person means by `ID` or `ID/path/below`: a snapshot, or an object, and an entry below it
 * (docs/repository-format.md, "Naming what to restore").
 */




const OBJECT_ID = /^I*(?:Z|D)?D?([g-z]?)((?:[0-9a-f]{2}){8,64})$/;
/**
 * The entry that `text` names: the ID of a snapshot or of an object, then perhaps `/` and a path.
 * Throws CAIRN_SNAPSHOT_NOT_FOUND for an unknown ID, CAIRN_ENTRY_NOT_FOUND for a path that is not there, and what reading objects throws.
 */
async function resolveEntry(repository, text, signal) {
    const slash = text.indexOf('/');
    const id = slash < 0 ? text : text.slice(0, slash);
    const parts = slash < 0
        ? []
        : text
            .slice(slash + 1)
            .split('/')
            .filter((part) => part !== '');
    const root = (await snapshotRoot(repository, id)) ?? (await objectRoot(repository, id, signal));
    let entry = root.entry;
    let path = '';
    for (const part of parts) {
        const parent = path === '' ? id : `${id}/${path}`;
        if (entry.type !== 'd')
            throw notFound(`"${parent}" is not a directory.`);
        const child = await (0,_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .findChild */ .cf)(repository.objects, entry, part, signal);
        if (child === undefined)
            throw notFound(`There is no "${part}" in "${parent}".`);
        entry = child;
        path = path === '' ? part : `${path}/${part}`;
    }
    return { entry, snapshot: root.snapshot, path };
}
async function snapshotRoot(repository, id) {
    const snapshot = await (0,_store_js__WEBPACK_IMPORTED_MODULE_2__/* .findSnapshot */ .Cb)(repository, id);
    if (snapshot === undefined)
        return undefined;
    if (snapshot.rootEntry === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_SNAPSHOT_DAMAGED', `Snapshot ${id} has no root entry.`, {
            hint: 'Use another snapshot of the same source.',
        });
    return { entry: snapshot.rootEntry, snapshot };
}
async function objectRoot(repository, id, signal) {
    const match = OBJECT_ID.exec(id);
    if (match === null)
        throw unknownId(id);
    const snapshot = (await readableSnapshots(repository, signal)).findLast((one) => one.rootEntry?.objectId === id);
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
        return (await (0,_readable_js__WEBPACK_IMPORTED_MODULE_1__/* .readSnapshots */ .y)(repository, undefined, signal)).snapshots;
    }
    catch (error) {
        if ((0,_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .isObjectError */ .EX)(error))
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
function notFound(message) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_ENTRY_NOT_FOUND', message, { hint: 'List what is there with "cairn ls".' });
}


/***/ })

};
