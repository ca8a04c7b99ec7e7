export const id = 8871;
export const ids = [8871];
export const modules = {

/***/ 78871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   list: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3364);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49873);
/* harmony import */ var _report_kopia_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12452);
/* harmony import */ var _snapshot_resolve_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97068);
/* harmony import */ var _snapshot_tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51290);
/* harmony import */ var _util_plain_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11610);
/** `cairn ls`: a directory of a snapshot in Kopia's layout. */







async function list(context, input) {
    // The table makes the argument required.
    const path = input.argument('object-path') ?? '';
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_0__/* .withRepository */ .Bq)(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
        const { entry } = await (0,_snapshot_resolve_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveEntry */ .T)(repository, path, context.signal);
        if (entry.type !== 'd') {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_NOT_A_DIRECTORY', `${path} is not a directory.`, { hint: `Print a file with "cairn show ${path}".` });
        }
        await printDirectory(context, input, repository, entry, input.isOn('long') ? '' : `${path.replace(/\/$/, '')}/`, 0);
    });
    return 0;
}
async function printDirectory(context, input, repository, directory, prefix, depth) {
    if (depth > _snapshot_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_TREE_DEPTH */ .is)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_TREE_TOO_DEEP', `A directory is nested more than ${_snapshot_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_TREE_DEPTH */ .is} levels deep.`);
    for (const entry of await (0,_snapshot_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .listDirectory */ .KG)(repository.objects, directory.objectId, context.signal)) {
        context.print(lineOf(context, input, entry, prefix));
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
    const name = (0,_util_plain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .visibleText */ .Q)(`${isPrefixed ? prefix : ''}${entry.name}`) + (entry.type === 'd' && isPrefixed ? '/' : '') + errorText(input, entry);
    if (input.isOn('long')) {
        const size = (input.isOn('human-readable') ? (0,_report_kopia_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .sizeTextOf */ .Ym)(context.env) : String)(entry.size);
        // Kopia shows the newest time below a directory, not the directory's own.
        const time = (0,_report_kopia_text_js__WEBPACK_IMPORTED_MODULE_2__/* .timeText */ .Tc)(entry.summary?.maxTimeNs ?? entry.mtimeNs);
        return `${(0,_report_kopia_text_js__WEBPACK_IMPORTED_MODULE_2__/* .modeText */ .zR)(entry.type, entry.mode)} ${size.padStart(12)} ${time} ${entry.objectId.padEnd(34)} ${name}`;
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

/***/ 85450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
