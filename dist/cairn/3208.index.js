export const id = 3208;
export const ids = [3208];
export const modules = {

/***/ 43208:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  diff: () => (/* binding */ diff_diff)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/snapshot/tree.js
var tree = __webpack_require__(51290);
// EXTERNAL MODULE: ./lib/snapshot/verify/verify.js + 1 modules
var verify = __webpack_require__(48602);
;// CONCATENATED MODULE: ./lib/snapshot/diff.js
/**
 * Compares two trees entry by entry, as Kopia does (docs/repository-format.md, "Comparing trees").
 *
 * Entries with the same object are not read any further: their metadata only count. Everything else is an event.
 */



/** Compares `old` with `new`, both directories or both not; `onEvent` is awaited, so that a reader sets the pace. Rejects only when cancelled or the storage fails. */
async function diffTrees(objects, old, entry, onEvent, signal) {
    const comparison = new Comparison(objects, onEvent, signal);
    await comparison.compare(old, entry, '.', 0);
    return comparison.stats;
}
const NO_COUNTS = {
    added: 0,
    removed: 0,
    modified: 0,
    sameContentButDifferentMetadata: 0,
    sameContentButDifferentMode: 0,
    sameContentButDifferentModificationTime: 0,
    sameContentButDifferentUserOwner: 0,
    sameContentButDifferentGroupOwner: 0,
};
/** What of a kept entry is counted, and where. */
const METADATA_COUNTS = [
    ['mode', 'sameContentButDifferentMode'],
    ['mtime', 'sameContentButDifferentModificationTime'],
    ['uid', 'sameContentButDifferentUserOwner'],
    ['gid', 'sameContentButDifferentGroupOwner'],
];
const FIELDS = ['mode', 'size', 'mtime', 'uid', 'gid'];
class Comparison {
    stats = { fileEntries: { ...NO_COUNTS }, directoryEntries: { ...NO_COUNTS } };
    #objects;
    #onEvent;
    #signal;
    constructor(objects, onEvent, signal) {
        this.#objects = objects;
        this.#onEvent = onEvent;
        this.#signal = signal;
    }
    async compare(old, entry, path, depth) {
        (0,errors/* throwIfCancelled */.dZ)(this.#signal);
        if (old.objectId === entry.objectId)
            return this.#countMetadata(old, entry);
        await this.#compareFields(old, entry, path);
        if (old.type === 'd' && entry.type === 'd')
            return await this.#compareDirectories(old, entry, path, depth);
        if (old.type === 'd' || entry.type === 'd')
            return await this.#onEvent({ kind: 'retyped', path, old, new: entry });
        if (old.type !== 'f' || entry.type !== 'f')
            return;
        this.stats.fileEntries.modified++;
        await this.#onEvent({ kind: 'changed', path, old, new: entry });
    }
    #countMetadata(old, entry) {
        const counts = this.#countsOf(old);
        let isDifferent = false;
        for (const [field, name] of METADATA_COUNTS) {
            if (!isFieldDifferent(field, old, entry))
                continue;
            counts[name]++;
            isDifferent = true;
        }
        if (isDifferent)
            counts.sameContentButDifferentMetadata++;
    }
    async #compareFields(old, entry, path) {
        let isDifferent = false;
        for (const field of FIELDS) {
            if (!isFieldDifferent(field, old, entry))
                continue;
            isDifferent = true;
            await this.#onEvent({ kind: 'field', path, field, old, new: entry });
        }
        if (!isDifferent)
            return;
        if (old.type === 'd' && entry.type === 'd')
            this.stats.directoryEntries.modified++;
        else
            this.stats.fileEntries.modified++;
    }
    async #compareDirectories(old, entry, path, depth) {
        if (depth >= tree/* MAX_TREE_DEPTH */.is)
            return await this.#onEvent({ kind: 'unreadable', path, error: new Error(`it is nested more than ${tree/* MAX_TREE_DEPTH */.is} levels deep`) });
        const olds = await this.#entriesOf(old, path);
        const entries = await this.#entriesOf(entry, path);
        if (olds === undefined || entries === undefined)
            return;
        const oldByName = new Map(olds.map((each) => [each.name, each]));
        for (const child of entries) {
            const before = oldByName.get(child.name);
            oldByName.delete(child.name);
            const childPath = `${path}/${child.name}`;
            if (before === undefined)
                await this.#onOneSide('added', child, childPath, depth + 1);
            else
                await this.compare(before, child, childPath, depth + 1);
        }
        for (const child of oldByName.values())
            await this.#onOneSide('removed', child, `${path}/${child.name}`, depth + 1);
    }
    async #onOneSide(kind, entry, path, depth) {
        (0,errors/* throwIfCancelled */.dZ)(this.#signal);
        this.#countsOf(entry)[kind]++;
        await this.#onEvent({ kind, path, entry });
        if (entry.type !== 'd')
            return;
        if (kind === 'added')
            await this.#compareDirectories(undefined, entry, path, depth);
        else
            await this.#compareDirectories(entry, undefined, path, depth);
    }
    /** The entries of a directory that may be absent; undefined when they cannot be read. */
    async #entriesOf(directory, path) {
        if (directory === undefined)
            return [];
        try {
            const entries = await (0,tree/* listDirectory */.KG)(this.#objects, directory.objectId, this.#signal);
            return entries.map(asListed);
        }
        catch (error) {
            if (!(0,verify/* isFinding */.q)(error))
                throw error;
            await this.#onEvent({ kind: 'unreadable', path, error });
            return undefined;
        }
    }
    #countsOf(entry) {
        return entry.type === 'd' ? this.stats.directoryEntries : this.stats.fileEntries;
    }
}
/** A nested directory with the newest time below it, which is what Kopia shows and compares. */
function asListed(entry) {
    return entry.type === 'd' && entry.summary !== undefined ? { ...entry, mtimeNs: entry.summary.maxTimeNs } : entry;
}
function isFieldDifferent(field, old, entry) {
    switch (field) {
        case 'mode':
            return old.mode !== entry.mode || old.type !== entry.type;
        case 'size':
            return old.size !== entry.size;
        case 'mtime':
            return old.mtimeNs !== entry.mtimeNs;
        case 'uid':
            return old.uid !== entry.uid;
        case 'gid':
            return old.gid !== entry.gid;
    }
}

// EXTERNAL MODULE: ./lib/snapshot/resolve.js
var resolve = __webpack_require__(97068);
;// CONCATENATED MODULE: ./lib/commands/diff.js
/** Compares two snapshots, directories or files of the repository. */



/** Errors: CAIRN_USAGE when one is a directory and the other is not, and those of finding the two. */
async function diff(context, repository, request) {
    const { signal } = context;
    const old = comparable(await (0,resolve/* resolveEntry */.Tp)(repository, request.old, signal));
    const entry = comparable(await (0,resolve/* resolveEntry */.Tp)(repository, request.new, signal));
    if ((old.type === 'd') !== (entry.type === 'd')) {
        throw new errors/* CairnError */.eb('CAIRN_USAGE', `${directoryOf(old, request.old, request.new)} is a directory, the other is not.`, {
            hint: 'Compare two directories or two files.',
        });
    }
    return await diffTrees(repository.objects, old, entry, request.onEvent, signal);
}
/**
 * The entry as Kopia sees it: the root of a tree has no size, a nested directory the newest time below it, and an object that nobody
 * knows more about neither time nor owner.
 */
function comparable({ entry, snapshot, path }) {
    if (path !== '')
        return asListed(entry);
    const root = entry.type === 'd' ? { ...entry, size: 0 } : entry;
    return snapshot === undefined ? { ...root, mtimeNs: 0n, uid: 0, gid: 0 } : root;
}
function directoryOf(old, oldPath, newPath) {
    return old.type === 'd' ? oldPath : newPath;
}

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/report/kopia-text.js
var kopia_text = __webpack_require__(12452);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/util/plain-text.js
var plain_text = __webpack_require__(11610);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./lib/cli/diff-program.js
/** Shows two versions of a file to a program such as `diff -u`, as files of a temporary folder that are called `old/…` and `new/…`. */






/** What Kopia names in place of a side that does not exist. */
const NO_FILE = '/dev/null';
/** Holds the temporary folder; `close` removes it. */
class DiffProgram {
    #options;
    #folder;
    constructor(options, folder) {
        this.#options = options;
        this.#folder = folder;
    }
    static async open(options) {
        return new DiffProgram(options, await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.temporaryDirectory, 'cairn-diff-')));
    }
    /** Runs the program on the versions of the file at `path`; its exit code says only whether they differ. Errors: CAIRN_USAGE when it does not start. */
    async show(path, old, entry) {
        const names = [await this.#fetch(old, 'old', path), await this.#fetch(entry, 'new', path)];
        try {
            await this.#run(names);
        }
        finally {
            for (const name of names)
                if (name !== NO_FILE)
                    await (0,promises_.rm)((0,external_node_path_.join)(this.#folder, name), { force: true });
        }
    }
    async close() {
        await (0,promises_.rm)(this.#folder, { recursive: true, force: true });
    }
    async #fetch(entry, side, path) {
        if (entry === undefined)
            return NO_FILE;
        // Names of entries hold neither slashes nor dots alone, so that nothing leaves the folder.
        const name = path === '.' ? `${side}/file` : external_node_path_.posix.join(side, path);
        const target = (0,external_node_path_.join)(this.#folder, name);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true, mode: 0o700 });
        const { objects, signal } = this.#options;
        const reader = await objects.open(entry.objectId);
        await (0,external_node_stream_promises_.pipeline)(reader.chunks(signal), (0,external_node_fs_.createWriteStream)(target, { mode: 0o600 }));
        return name;
    }
    async #run(names) {
        const { command, env, write, signal } = this.#options;
        const [program = '', ...args] = command.split(' ');
        const child = (0,external_node_child_process_.spawn)(program, [...args, ...names], { cwd: this.#folder, env, stdio: ['ignore', 'pipe', 'pipe'], signal });
        const ended = new Promise((resolve, reject) => {
            child.on('error', reject);
            child.on('close', () => resolve());
        });
        try {
            await Promise.all([ended, forward(child.stdout, write), forward(child.stderr, write)]);
        }
        catch (cause) {
            throw new errors/* CairnError */.eb('CAIRN_USAGE', `The program "${program}" cannot be run: ${(0,errors/* messageOf */.bD)(cause)}.`, {
                hint: 'Name another with --diff-command or KOPIA_DIFF.',
                cause,
            });
        }
    }
}
async function forward(stream, write) {
    for await (const bytes of stream)
        await write(bytes);
}

// EXTERNAL MODULE: ./lib/cli/harmless.js
var harmless = __webpack_require__(53807);
;// CONCATENATED MODULE: ./lib/cli/verbs/diff.js
/** `cairn diff`: Kopia's lines for each difference, then its counts as JSON. */









async function diff_diff(context, input) {
    // The table makes both required.
    const [old, entry] = [input.argument('object-path1') ?? '', input.argument('object-path2') ?? ''];
    const areLinesShown = !input.isOn('stats-only');
    await (0,commands_open/* withRepository */.B)(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
        const program = input.isOn('files')
            ? await DiffProgram.open({
                command: input.text('diff-command') ?? '',
                temporaryDirectory: context.os.temporaryDirectory,
                objects: repository.objects,
                env: context.env,
                write: context.write,
                signal: context.signal,
            })
            : undefined;
        let unreadable = 0;
        const noteUnreadable = (path, error) => {
            unreadable++;
            context.log.error(`${path} cannot be read: ${error.message}`);
        };
        try {
            const stats = await diff(context, repository, {
                old,
                new: entry,
                async onEvent(event) {
                    if (event.kind === 'unreadable')
                        return noteUnreadable(event.path, event.error);
                    if (areLinesShown)
                        await context.write((0,bytes/* utf8 */.As)(`${(0,harmless/* withoutCommands */.Df)(lineOf(event, context.times.go))}\n`));
                    if (program === undefined)
                        return;
                    try {
                        await showFiles(program, event);
                    }
                    catch (error) {
                        if (!(0,verify/* isFinding */.q)(error))
                            throw error;
                        noteUnreadable(event.path, error);
                    }
                },
            });
            await context.write((0,bytes/* utf8 */.As)(JSON.stringify(stats)));
        }
        finally {
            await program?.close();
        }
        if (unreadable > 0) {
            throw new errors/* CairnError */.eb('CAIRN_VERIFY_DAMAGED', 'Some directories or files could not be read, and were not compared.', {
                hint: 'The lines above name them. Run "cairn snapshot verify" to see which snapshots are affected.',
            });
        }
    });
    return 0;
}
async function showFiles(program, event) {
    if (event.kind === 'changed')
        await program.show(event.path, event.old, event.new);
    else if (event.kind === 'added' && event.entry.type === 'f')
        await program.show(event.path, undefined, event.entry);
    else if (event.kind === 'removed' && event.entry.type === 'f')
        await program.show(event.path, event.entry, undefined);
}
function lineOf(event, goTimeText) {
    const path = (0,plain_text/* visibleText */.Q)(event.path);
    switch (event.kind) {
        case 'added':
        case 'removed':
            return event.entry.type === 'd' ? `${event.kind} directory ${path}` : `${event.kind} file ${path} (${event.entry.size} bytes)`;
        case 'field':
            return `${path} ${FIELD_WORDS[event.field]} differ: ${fieldText(event.field, event.old, goTimeText)} ${fieldText(event.field, event.new, goTimeText)}`;
        case 'changed':
            return `changed ${path} at ${goTimeText(event.new.mtimeNs)} (size ${event.old.size} -> ${event.new.size})`;
        case 'retyped':
            return `changed ${path} from ${event.old.type === 'd' ? 'directory to non-directory' : 'non-directory to a directory'}`;
    }
}
const FIELD_WORDS = {
    mode: 'modes',
    size: 'sizes',
    mtime: 'modification times',
    uid: 'owner users',
    gid: 'owner groups',
};
function fieldText(field, entry, goTimeText) {
    switch (field) {
        case 'mode':
            return (0,kopia_text/* modeText */.z)(entry.type, entry.mode);
        case 'size':
            return String(entry.size);
        case 'mtime':
            return goTimeText(entry.mtimeNs);
        case 'uid':
            return String(entry.uid);
        case 'gid':
            return String(entry.gid);
    }
}


/***/ }),

/***/ 12452:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* reexport safe */ _util_go_duration_js__WEBPACK_IMPORTED_MODULE_0__.I),
/* harmony export */   z: () => (/* binding */ modeText)
/* harmony export */ });
/* harmony import */ var _util_go_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26517);

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
