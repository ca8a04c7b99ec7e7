export const id = 8871;
export const ids = [8871];
export const modules = {

/***/ 78871:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   list: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3364);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49873);
/* harmony import */ var _report_kopia_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12452);
/* harmony import */ var _snapshot_resolve_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97068);
/* harmony import */ var _snapshot_tree_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51290);
/* harmony import */ var _util_plain_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(11610);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53807);
/** `cairn ls`: a directory of a snapshot in Kopia's layout. */








async function list(context, input) {
    // The table makes the argument required.
    const path = input.argument('object-path') ?? '';
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_0__/* .withRepository */ .B)(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
        const { entry } = await (0,_snapshot_resolve_js__WEBPACK_IMPORTED_MODULE_4__/* .resolveEntry */ .Tp)(repository, path, context.signal);
        if (entry.type !== 'd') {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_NOT_A_DIRECTORY', `${path} is not a directory.`, { hint: `Print a file with "cairn show ${path}".` });
        }
        await printDirectory(context, input, repository, entry, input.isOn('long') ? '' : `${path.replace(/\/$/, '')}/`, 0);
    });
    return 0;
}
async function printDirectory(context, input, repository, directory, prefix, depth) {
    if (depth > _snapshot_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_TREE_DEPTH */ .is)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_TREE_TOO_DEEP', `A directory is nested more than ${_snapshot_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_TREE_DEPTH */ .is} levels deep.`);
    for (const entry of await (0,_snapshot_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .listDirectory */ .KG)(repository.objects, directory.objectId, context.signal)) {
        (0,_harmless_js__WEBPACK_IMPORTED_MODULE_6__/* .printText */ .n)(context, lineOf(context, input, entry, prefix));
        if (input.isOn('recursive') && entry.type === 'd') {
            await printDirectory(context, input, repository, entry, `${prefix}${entry.name}/`, depth + 1);
        }
    }
    const summary = directory.summary;
    if (input.isOn('error-summary') && summary !== undefined && summary.numFailed > 0) {
        context.log.warning(`${summary.numFailed} errors happened while this directory was snapshotted:`);
        for (const failure of summary.errors)
            context.log.warning(`"${failure.path}": ${failure.error}`);
    }
}
function lineOf(context, input, entry, prefix) {
    const isPrefixed = input.isOn('long') || input.isOn('recursive');
    const name = (0,_util_plain_text_js__WEBPACK_IMPORTED_MODULE_7__/* .visibleText */ .Q)(`${isPrefixed ? prefix : ''}${entry.name}`) + (entry.type === 'd' && isPrefixed ? '/' : '') + errorText(input, entry);
    if (input.isOn('long')) {
        const size = (input.isOn('human-readable') ? (0,_report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .sizeTextOf */ .Ym)(context.env) : String)(entry.size);
        // Kopia shows the newest time below a directory, not the directory's own.
        const time = context.times.text(entry.summary?.maxTimeNs ?? entry.mtimeNs);
        return `${(0,_report_kopia_text_js__WEBPACK_IMPORTED_MODULE_3__/* .modeText */ .z)(entry.type, entry.mode)} ${size.padStart(12)} ${time} ${entry.objectId.padEnd(34)} ${name}`;
    }
    return input.isOn('show-object-id') ? `${entry.objectId.padEnd(34)} ${name}` : name;
}
/** How much below a directory could not be read when the snapshot was made. */
function errorText(input, { type, summary }) {
    return type === 'd' && summary !== undefined && summary.numFailed > 0 && input.isOn('error-summary')
        ? ` (${summary.numFailed} errors)`
        : '';
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


/***/ })

};
