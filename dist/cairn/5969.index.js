export const id = 5969;
export const ids = [5969];
export const modules = {

/***/ 52702:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ AttributeWriter)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _util_file_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85788);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92680);
/**
 * Owner, mode and times of a thing that was just made, in the order chown, chmod, utimes: changing the owner clears setuid
 * (docs/threat-model.md, "Restore").
 */



const SPECIAL_BITS = 0o7000;
/** Sets attributes; remembers which owners the system refused, to ask only once for each. */
class AttributeWriter {
    #rules;
    #refusedOwners = new Set();
    constructor(rules) {
        this.#rules = rules;
    }
    /** Sets what the rules say and returns what was lost (bits of `LOST`); `owner` is the present one. Throws errors of the system. */
    apply(calls, wanted, owner) {
        const { skipOwners, skipPermissions, skipTimes } = this.#rules;
        let lost = 0;
        const isOwned = (owner.uid === wanted.uid && owner.gid === wanted.gid) || (!skipOwners && this.#own(calls, wanted));
        if (!isOwned && !skipOwners)
            lost |= _util_file_target_js__WEBPACK_IMPORTED_MODULE_1__/* .LOST */ .R.owner;
        if (!skipPermissions && calls.chmod !== undefined) {
            let { mode } = wanted;
            if (!isOwned && (mode & SPECIAL_BITS) !== 0) {
                lost |= _util_file_target_js__WEBPACK_IMPORTED_MODULE_1__/* .LOST */ .R.specialBits;
                mode &= ~SPECIAL_BITS;
            }
            if (!this.#tolerates(calls.chmod, mode))
                lost |= _util_file_target_js__WEBPACK_IMPORTED_MODULE_1__/* .LOST */ .R.mode;
        }
        if (!skipTimes && !this.#tolerates(calls.utimes, wanted.mtime))
            lost |= _util_file_target_js__WEBPACK_IMPORTED_MODULE_1__/* .LOST */ .R.time;
        return lost;
    }
    /** An open file or directory. */
    applyOpen(descriptor, wanted) {
        const calls = {
            chown: (uid, gid) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fchownSync)(descriptor, uid, gid),
            chmod: (mode) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fchmodSync)(descriptor, mode),
            utimes: (seconds) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.futimesSync)(descriptor, seconds, seconds),
        };
        return this.apply(calls, wanted, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor));
    }
    #own(calls, { uid, gid }) {
        const key = `${uid}:${gid}`;
        if (this.#refusedOwners.has(key))
            return false;
        try {
            calls.chown(uid, gid);
            return true;
        }
        catch (error) {
            const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .UQ)(error);
            if (code !== 'EPERM' && code !== 'EINVAL' && code !== 'ENOSYS' && code !== 'ENOTSUP')
                throw error;
            this.#refusedOwners.add(key);
            return false;
        }
    }
    #tolerates(call, value) {
        try {
            call(value);
            return true;
        }
        catch (error) {
            const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .UQ)(error);
            if (!this.#rules.ignorePermissionErrors || (code !== 'EPERM' && code !== 'EACCES'))
                throw error;
            return false;
        }
    }
}


/***/ }),

/***/ 64669:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C4: () => (/* binding */ RowWriter),
/* harmony export */   JQ: () => (/* binding */ ROW_WORDS),
/* harmony export */   Kb: () => (/* binding */ RowView),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   of: () => (/* binding */ RowReader)
/* harmony export */ });
/** Words of a row. */
const ROW_WORDS = 8;
const KINDS = ['file', 'directory', 'symlink', 'other'];
/** The entries as rows in memory of their own. */
function rowsOf(entries) {
    const facts = new BigInt64Array(entries.length * ROW_WORDS);
    const numbers = new Float64Array(facts.buffer);
    const names = [];
    for (const entry of entries) {
        writeRow(entry, facts, numbers, names.length * ROW_WORDS);
        names.push(entry.name);
    }
    return { names, facts };
}
/** The entries of rows, one after the other. */
function* entriesOf({ names, facts }) {
    const numbers = new Float64Array(facts.buffer);
    for (const [row, name] of names.entries())
        yield readRow(name, facts, numbers, row * ROW_WORDS);
}
/** Looks at single facts of rows, so that no entry has to be made where a few of them are enough. */
class RowView {
    #words;
    #numbers;
    constructor(facts) {
        this.#words = facts;
        this.#numbers = new Float64Array(facts.buffer, facts.byteOffset, facts.length);
    }
    mtimeNs(row) {
        return this.#words[row * ROW_WORDS] ?? 0n;
    }
    size(row) {
        return this.#numbers[row * ROW_WORDS + 3] ?? 0;
    }
    mode(row) {
        return (this.#numbers[row * ROW_WORDS + 4] ?? 0) & 0xffff;
    }
    uid(row) {
        return this.#numbers[row * ROW_WORDS + 5] ?? 0;
    }
    gid(row) {
        return this.#numbers[row * ROW_WORDS + 6] ?? 0;
    }
    entry(row, name) {
        return readRow(name, this.#words, this.#numbers, row * ROW_WORDS);
    }
}
/** Gathers entries for one report. */
class RowWriter {
    #words = new BigInt64Array(256 * ROW_WORDS);
    #numbers = new Float64Array(this.#words.buffer);
    #names = [];
    /** Entries so far. */
    get count() {
        return this.#names.length;
    }
    add(entry, mark = 0) {
        this.#makeRoom(1);
        const at = this.#names.length * ROW_WORDS;
        writeRow(entry, this.#words, this.#numbers, at);
        this.#numbers[at + 7] = mark;
        this.#names.push(entry.name);
    }
    /** Forgets all but the first `count` entries. */
    cut(count) {
        this.#names.length = Math.min(count, this.#names.length);
    }
    addAll({ names, facts }) {
        this.#makeRoom(names.length);
        this.#words.set(facts, this.#names.length * ROW_WORDS);
        for (const name of names)
            this.#names.push(name);
    }
    /** Everything gathered, in memory of its own; the writer is empty again. */
    take() {
        const names = this.#names.length === 0 ? '' : `${this.#names.join('\0')}\0`;
        const facts = this.#words.buffer.slice(0, this.#names.length * ROW_WORDS * 8);
        this.#names = [];
        return { names, facts };
    }
    #makeRoom(count) {
        const needed = (this.#names.length + count) * ROW_WORDS;
        if (needed <= this.#words.length)
            return;
        const words = new BigInt64Array(Math.max(needed, 2 * this.#words.length));
        words.set(this.#words);
        this.#words = words;
        this.#numbers = new Float64Array(words.buffer);
    }
}
/** Reads the entries of a report, in order. */
class RowReader {
    #names;
    #words;
    #numbers;
    #row = 0;
    constructor(names, facts) {
        this.#names = names.split('\0');
        this.#words = new BigInt64Array(facts);
        this.#numbers = new Float64Array(facts);
    }
    /** The next `count` entries. */
    take(count) {
        const entries = [];
        for (let i = 0; i < count; i++) {
            entries.push(readRow(this.#names[this.#row] ?? '', this.#words, this.#numbers, this.#row * ROW_WORDS));
            this.#row++;
        }
        return entries;
    }
}
function writeRow(entry, words, numbers, at) {
    words[at] = entry.mtimeNs;
    words[at + 1] = BigInt.asIntN(64, entry.device);
    words[at + 2] = BigInt.asIntN(64, entry.inode);
    numbers[at + 3] = entry.size;
    numbers[at + 4] = entry.mode | (KINDS.indexOf(entry.kind) << 16);
    numbers[at + 5] = entry.uid;
    numbers[at + 6] = entry.gid;
}
function readRow(name, words, numbers, at) {
    const numberAt = (word) => numbers[at + word] ?? 0;
    const modeAndKind = numberAt(4);
    return {
        name,
        kind: KINDS[modeAndKind >>> 16] ?? 'other',
        mode: modeAndKind & 0xffff,
        size: numberAt(3),
        mtimeNs: words[at] ?? 0n,
        uid: numberAt(5),
        gid: numberAt(6),
        device: BigInt.asUintN(64, words[at + 1] ?? 0n),
        inode: BigInt.asUintN(64, words[at + 2] ?? 0n),
    };
}


/***/ }),

/***/ 92680:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ displayPath),
/* harmony export */   UQ: () => (/* binding */ errnoOf),
/* harmony export */   no: () => (/* binding */ isVanished),
/* harmony export */   yi: () => (/* binding */ fsError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** What a failed system call means for the walk. */

/** A file or directory that is gone is skipped by the walk; one that cannot be read is a failed entry. */
function fsError(operation, path, cause) {
    const code = errnoOf(cause);
    const shown = displayPath(path);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ESTALE')
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_FILE_VANISHED', `${shown} disappeared before Cairn could ${operation} it.`, {
            hint: 'Stop what changes the files during the snapshot, or ignore the path.',
            cause,
        });
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_FILE_UNREADABLE', `Cairn could not ${operation} ${shown}: ${describe(code, cause)}.`, {
        hint: code === 'EACCES' || code === 'EPERM'
            ? 'Give the user that runs the snapshot read access, or ignore the path.'
            : 'Check the file system, or ignore the path.',
        cause,
    });
}
/** Whether the entry was there when the directory was listed and is no longer. */
function isVanished(error) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_FILE_VANISHED');
}
/** The system's error code such as `EACCES`, if there is one. */
function errnoOf(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}
/** Text of a path for messages. */
function displayPath(path) {
    return typeof path === 'string' ? path : Buffer.from(path).toString('utf8');
}
const MEANINGS = {
    EACCES: 'permission denied',
    EPERM: 'operation not permitted',
    EIO: 'input/output error',
    ELOOP: 'too many levels of symbolic links',
    EMFILE: 'too many open files',
    EISDIR: 'is a directory',
    ENAMETOOLONG: 'the name is too long',
};
function describe(code, cause) {
    return (code === undefined ? undefined : MEANINGS[code]) ?? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause);
}


/***/ }),

/***/ 48844:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ replacedFolder),
/* harmony export */   GE: () => (/* binding */ joinLocal),
/* harmony export */   KG: () => (/* binding */ listDirectory),
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   N_: () => (/* binding */ openLocalSource),
/* harmony export */   P8: () => (/* binding */ showPath),
/* harmony export */   Zv: () => (/* binding */ listNames),
/* harmony export */   le: () => (/* binding */ pathOfEntry),
/* harmony export */   ns: () => (/* binding */ readLocalSymlink),
/* harmony export */   oM: () => (/* binding */ statLocal),
/* harmony export */   t5: () => (/* binding */ lookAt)
/* harmony export */ });
/* unused harmony export thisPlatform */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56495);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92680);
/** The local file system as the walk sees it: lstat facts with nanosecond times, names as the system gave them. */





/** The system we run on. */
const thisPlatform = { isWindows: process.platform === 'win32' };
/** Lists a directory. Throws CAIRN_FILE_VANISHED, CAIRN_FILE_UNREADABLE. */
function listDirectory(path, platform = thisPlatform) {
    return lookAt(path, listNames(path), platform);
}
/** Only the names in a directory: for one with a million entries, whose facts are looked at in parts. Errors as for `listDirectory`. */
function listNames(path) {
    try {
        const names = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path);
        // Text is much cheaper than bytes, and a bad byte always shows as U+FFFD.
        if (!names.some((name) => name.includes('\ufffd')))
            return names;
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path, 'buffer').map((rawName) => {
            const name = (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_3__/* .goTextOfBytes */ .sl)(rawName);
            return Buffer.from(name).equals(rawName) ? name : rawName;
        });
    }
    catch (cause) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .fsError */ .yi)('list', path, cause);
    }
}
/** Facts of some entries of a directory. */
function lookAt(path, names, platform = thisPlatform) {
    const entries = [];
    const failures = [];
    let vanished = 0;
    for (const given of names) {
        const full = joinLocal(path, given);
        const name = typeof given === 'string' ? given : (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_3__/* .goTextOfBytes */ .sl)(given);
        try {
            const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(full, { bigint: true, throwIfNoEntry: false });
            if (stats === undefined)
                vanished++;
            else
                entries.push(entryOf(name, typeof given === 'string' ? undefined : given, stats, platform));
        }
        catch (cause) {
            failures.push({ name, error: (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .fsError */ .yi)('look at', full, cause) });
        }
    }
    return { entries, failures, vanished };
}
/** Facts of one path, a symlink at its end not followed. Throws CAIRN_FILE_VANISHED, CAIRN_FILE_UNREADABLE. */
function statLocal(path, platform = thisPlatform) {
    try {
        const name = typeof path === 'string' ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path) || path : (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_3__/* .goTextOfBytes */ .sl)(path.subarray(path.lastIndexOf(0x2f) + 1));
        return entryOf(name, undefined, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { bigint: true }), platform);
    }
    catch (cause) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .fsError */ .yi)('look at', path, cause);
    }
}
/** The error when another folder stands at the path than the one with this identity; undefined when it is still the same. */
function replacedFolder(path, identity) {
    const now = statLocal(path);
    // A link that was made after the folder was removed may have got its inode.
    if (now.kind === 'directory' && now.device === identity.device && now.inode === identity.inode)
        return undefined;
    return replaced(path, 'listed');
}
function replaced(path, meanwhile, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_FILE_CHANGED', `${showPath(path)} was replaced while it was being ${meanwhile}.`, {
        hint: 'Stop what changes the files during the snapshot.',
        cause,
    });
}
/**
 * The source of a snapshot: a directory or a regular file, symlinks resolved first.
 * Throws CAIRN_SOURCE_MISSING when there is nothing, CAIRN_SOURCE_UNREADABLE when it cannot be looked at or is something else.
 */
function openLocalSource(path, platform = thisPlatform) {
    let real;
    let stats;
    try {
        real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));
        stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real, { bigint: true });
    }
    catch (cause) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(cause);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_SOURCE_MISSING', `The source ${path} does not exist.`, {
                hint: 'Check the path for a typo. Relative ones start at the workspace, with snapshot create at the current folder.',
                cause,
            });
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_SOURCE_UNREADABLE', `The source ${path} cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}.`, {
            hint: 'Give the user that runs the snapshot read access.',
            cause,
        });
    }
    // Kopia names the root of the file system after itself; basename gives the empty text there.
    const entry = entryOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(real) || real, undefined, stats, platform);
    if (entry.kind !== 'directory' && entry.kind !== 'file')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_SOURCE_UNREADABLE', `The source ${path} is neither a directory nor a regular file.`, {
            hint: 'Sockets, pipes and devices cannot be snapshotted.',
        });
    return { path: real, entry };
}
/** The target of a symlink, as bytes. Throws CAIRN_FILE_VANISHED, CAIRN_FILE_UNREADABLE, CAIRN_FILE_CHANGED when it is none. */
function readLocalSymlink(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(path, 'buffer');
    }
    catch (cause) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(cause) === 'EINVAL')
            throw replaced(path, 'read', cause);
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .fsError */ .yi)('read', path, cause);
    }
}
/** The path of an entry in a directory; becomes a Buffer as soon as bytes are needed. */
function joinLocal(directory, name) {
    if (typeof directory === 'string' && typeof name === 'string')
        return directory.endsWith('/') ? directory + name : `${directory}/${name}`;
    const base = typeof directory === 'string' ? Buffer.from(directory) : directory;
    const separator = base.at(-1) === 0x2f ? [] : [Buffer.from('/')];
    return Buffer.concat([base, ...separator, typeof name === 'string' ? Buffer.from(name) : name]);
}
/** The path of an entry, by the name that it really has. */
function pathOfEntry(directory, entry) {
    return joinLocal(directory, entry.placeholder ?? entry.rawName ?? entry.name);
}
/** Text of a path for messages. */
function showPath(path) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .displayPath */ .Gt)(path);
}
const KIND_MASK = 61440n;
const KINDS = new Map([
    [16384n, 'directory'],
    [32768n, 'file'],
    [40960n, 'symlink'],
]);
/** The entry that `stats` describe. */
function entryOf(name, rawName, stats, platform = thisPlatform) {
    const kind = KINDS.get(stats.mode & KIND_MASK) ?? 'other';
    const { isWindows } = platform;
    const entry = {
        name,
        kind,
        mode: isWindows ? windowsMode(kind, Number(stats.mode)) : Number(stats.mode & 4095n),
        size: kind === 'file' || kind === 'symlink' ? Number(stats.size) : 0,
        mtimeNs: stats.mtimeNs,
        uid: isWindows ? 0 : Number(stats.uid),
        gid: isWindows ? 0 : Number(stats.gid),
        device: stats.dev,
        inode: stats.ino,
    };
    return rawName === undefined ? entry : { ...entry, rawName };
}
/** Windows knows only "read-only"; Kopia stores 0777 for directories and 0666 or 0444 for the rest. */
function windowsMode(kind, mode) {
    if (kind === 'directory')
        return 0o777;
    return (mode & 0o200) === 0 ? 0o444 : 0o666;
}


/***/ }),

/***/ 27560:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ writeAt),
/* harmony export */   PA: () => (/* binding */ NewFile),
/* harmony export */   S0: () => (/* binding */ writeNewFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _util_write_piece_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48916);
/** Files that are being restored: made new, removed again when they do not become whole (docs/threat-model.md, "Restore"). */


const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants;
/** Zeros are left out of sparse files in units of this size, the usual block of a file system. */
const BLOCK_BYTES = 4096;
const ZEROS = new Uint8Array(BLOCK_BYTES);
/** Writes one whole file and returns what was lost of its attributes (bits of `LOST`). Throws errors of the system; nothing is left behind then. */
function writeNewFile(bytes, target, rules, attributes) {
    const file = new NewFile(target, rules, bytes.length);
    try {
        writeAt(file.descriptor, bytes, 0, rules.isSparse);
        return file.finish(attributes);
    }
    finally {
        file.discard();
    }
}
/** A file that is not complete yet. */
class NewFile {
    descriptor;
    #target;
    #rules;
    #isOpen = true;
    #isFinished = false;
    /** Makes it, so that nothing had the name before; a sparse one gets its length at once. Throws errors of the system. */
    constructor(target, rules, length) {
        this.#target = target;
        this.#rules = rules;
        this.descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(target.temporary ?? target.final, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
        if (!rules.isSparse)
            return;
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.ftruncateSync)(this.descriptor, length);
        }
        catch (error) {
            this.discard();
            throw error;
        }
    }
    /** Sets the attributes and gives the complete file its final name; returns bits of `LOST`. Throws errors of the system. */
    finish(attributes) {
        const lost = attributes.applyOpen(this.descriptor, this.#target.attributes);
        if (this.#rules.isFlushed)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(this.descriptor);
        this.#close();
        const { temporary, final } = this.#target;
        if (temporary !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(temporary, final);
        this.#isFinished = true;
        return lost;
    }
    /** Takes it away unless it is finished. Errors are swallowed, because the one that led here says more. */
    discard() {
        if (this.#isFinished)
            return;
        try {
            this.#close();
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(this.#target.temporary ?? this.#target.final);
        }
        catch {
            // See above.
        }
    }
    /** Once only: the number may belong to another thread's file right after. */
    #close() {
        if (!this.#isOpen)
            return;
        this.#isOpen = false;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.descriptor);
    }
}
/** Writes all of `bytes` at `position`; in a sparse file, which has its full length already, blocks of zeros are left out. */
function writeAt(descriptor, bytes, position, isSparse) {
    if (!isSparse) {
        writeFully(descriptor, bytes, position);
        return;
    }
    let start = 0;
    for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
        const end = Math.min(at + BLOCK_BYTES, bytes.length);
        if (!isZero(bytes.subarray(at, end)))
            continue;
        writeFully(descriptor, bytes.subarray(start, at), position + start);
        start = end;
    }
    writeFully(descriptor, bytes.subarray(start), position + start);
}
function writeFully(descriptor, bytes, position) {
    for (let at = 0; at < bytes.length;)
        at += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(descriptor, bytes, at, Math.min(_util_write_piece_js__WEBPACK_IMPORTED_MODULE_1__/* .WRITE_PIECE_BYTES */ .H, bytes.length - at), position + at);
}
function isZero(block) {
    return block[0] === 0 && Buffer.compare(block, block.length === BLOCK_BYTES ? ZEROS : ZEROS.subarray(0, block.length)) === 0;
}


/***/ }),

/***/ 4658:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ PLACEHOLDER_SUFFIX),
/* harmony export */   VD: () => (/* binding */ LONGEST_PLACEHOLDER_BYTES),
/* harmony export */   XZ: () => (/* binding */ isPlaceholderName),
/* harmony export */   a5: () => (/* binding */ asPlaceholder),
/* harmony export */   fv: () => (/* binding */ readPlaceholderText),
/* harmony export */   rk: () => (/* binding */ withPlaceholders)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92680);
/* harmony import */ var _local_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48844);
/** Placeholders of a shallow restore as they lie among files (docs/repository-format.md, "Placeholders"). */




/** What their names end in; the file in the folder that stands for a folder has no other name. */
const PLACEHOLDER_SUFFIX = '.kopia-entry';
/** Entries are short; a summary names at most a few errors. */
const LONGEST_PLACEHOLDER_BYTES = 1024 * 1024;
// Never through a link, and never waiting for the other end of a pipe. Windows has neither flag.
const OPEN_FLAGS = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0);
/** Whether the entry of a folder is none of its own. */
function isPlaceholderName(name) {
    return name.endsWith(PLACEHOLDER_SUFFIX);
}
/** The entries as rules and snapshots see them: placeholders under the name of what they stand for. */
function withPlaceholders(entries) {
    return entries.some(({ name }) => isPlaceholderName(name)) ? entries.map(asPlaceholder) : entries;
}
/** The entry as rules and snapshots see it. As for Kopia a link or device of such a name is of no known type. */
function asPlaceholder(entry) {
    if (!isPlaceholderName(entry.name))
        return entry;
    const { rawName, ...rest } = entry;
    const name = entry.name.slice(0, -PLACEHOLDER_SUFFIX.length);
    const renamed = rawName === undefined ? { ...rest, name } : { ...rest, name, rawName: withoutSuffix(rawName) };
    if (entry.kind !== 'file' && entry.kind !== 'directory')
        return { ...renamed, kind: 'other' };
    return { ...renamed, placeholder: rawName ?? entry.name };
}
function withoutSuffix(rawName) {
    return rawName.subarray(0, rawName.length - PLACEHOLDER_SUFFIX.length);
}
/** What the placeholder of a file, or of a folder, says. Throws CAIRN_FILE_VANISHED, CAIRN_FILE_UNREADABLE. */
function readPlaceholderText(path, isFolder) {
    const file = isFolder ? (0,_local_js__WEBPACK_IMPORTED_MODULE_3__/* .joinLocal */ .GE)(path, PLACEHOLDER_SUFFIX) : path;
    let descriptor;
    try {
        descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, OPEN_FLAGS);
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
        if (!stats.isFile() || stats.size > LONGEST_PLACEHOLDER_BYTES)
            throw tooLong(file);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(descriptor, 'utf8');
    }
    catch (error) {
        throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb ? error : (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .fsError */ .yi)('read', file, error);
    }
    finally {
        if (descriptor !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}
function tooLong(file) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_FILE_UNREADABLE', `${(0,_local_js__WEBPACK_IMPORTED_MODULE_3__/* .showPath */ .P8)(file)} is no placeholder of a shallow restore: it is too long, or no file.`, {
        hint: `Only placeholders may have names that end in ${PLACEHOLDER_SUFFIX}: rename it, or ignore the path.`,
    });
}


/***/ }),

/***/ 91576:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ BATCH_LIMITS)
/* harmony export */ });
/** What `writeFiles` takes at once. */
const BATCH_LIMITS = { files: 128, bytes: 1024 * 1024 };


/***/ }),

/***/ 68647:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ LaneEngine)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/splitter/index.js + 5 modules
var repo_splitter = __webpack_require__(4297);
// EXTERNAL MODULE: ./lib/repo/content/content-codec.js
var content_codec = __webpack_require__(29984);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/repo/content/pool/open-file.js
/** Opening and reading files and folders of the tree, synchronously: in a worker that is three times faster than asking for it. */


/** The reason why a file could not be read. */
class FileReadFailure extends Error {
    reason;
    constructor(reason, message) {
        super(message);
        this.reason = reason;
    }
}
// Never through a link that took the file's place, and never waiting for the other end of a pipe. Windows has neither flag.
const OPEN_FLAGS = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
/** Opens the very file that lstat saw, at a path without links; throws FileReadFailure. */
function openChecked(path, device, inode) {
    return openSame(path, device, inode, (descriptor) => {
        // A folder above it may have been a link when lstat looked, and again now: device and inode are then those of a file elsewhere.
        if (!isOpenAt(descriptor, path))
            throw new FileReadFailure('changed', 'a folder above it was replaced while it was being read');
    });
}
/** Opens what has this device and inode; `check` may refuse it. */
function openSame(path, device, inode, check) {
    let descriptor;
    try {
        descriptor = (0,external_node_fs_.openSync)(typeof path === 'string' ? path : Buffer.from(path.buffer, path.byteOffset, path.byteLength), OPEN_FLAGS);
    }
    catch (error) {
        throw failureOf(error);
    }
    try {
        const stat = (0,external_node_fs_.fstatSync)(descriptor, { bigint: true });
        if (!stat.isFile() || stat.ino !== inode || stat.dev !== device) {
            throw new FileReadFailure('changed', 'another file took its place while it was being read');
        }
        check?.(descriptor);
        return { descriptor, size: Number(stat.size) };
    }
    catch (error) {
        closeQuietly(descriptor);
        throw error instanceof FileReadFailure ? error : failureOf(error);
    }
}
/** What Linux adds to the path of an open file that was removed. */
const REMOVED = ' (deleted)';
let showsOpenPaths = process.platform === 'linux';
/** Whether the open file really lies at `path` (docs/threat-model.md, "What is snapshotted"); true where the system does not tell. */
function isOpenAt(descriptor, path) {
    if (!showsOpenPaths)
        return true;
    let link;
    try {
        link = (0,external_node_fs_.readlinkSync)(`/proc/self/fd/${descriptor}`, 'buffer');
    }
    catch {
        // No /proc here.
        showsOpenPaths = false;
        return true;
    }
    const wanted = typeof path === 'string' ? Buffer.from(path) : path;
    if (Buffer.compare(link, wanted) === 0)
        return true;
    // File systems that do not tell letter case apart may show the name as somebody else wrote it.
    const [shown, given] = [link.toString('utf8'), Buffer.from(wanted).toString('utf8')].map((text) => text.normalize().toLowerCase());
    return shown === given || shown === given + REMOVED;
}
/**
 * Opens files one after the other; those of one folder through a descriptor of it, so that the folder is checked once instead of with each file.
 *
 * The folder cannot be replaced under its descriptor, and its entries are opened without following links.
 */
class FolderOpener {
    #folder;
    #descriptor;
    /** As `openChecked`; `next` is the path that will be asked for next. */
    open(path, next, device, inode) {
        if (typeof path !== 'string' || !showsOpenPaths)
            return openChecked(path, device, inode);
        const slash = path.lastIndexOf('/');
        const folder = path.slice(0, slash);
        if (folder !== this.#folder) {
            this.close();
            // For a single file the folder would be one more thing to open.
            if (typeof next !== 'string' || next.lastIndexOf('/') !== slash || !next.startsWith(folder))
                return openChecked(path, device, inode);
            this.#folder = folder;
            this.#descriptor = openFolderAt(folder);
        }
        if (this.#descriptor === undefined)
            return openChecked(path, device, inode);
        return openSame(`/proc/self/fd/${this.#descriptor}${path.slice(slash)}`, device, inode);
    }
    close() {
        if (this.#descriptor !== undefined)
            closeQuietly(this.#descriptor);
        this.#folder = undefined;
        this.#descriptor = undefined;
    }
}
/** The folder at exactly this path, or undefined when its files are better opened one by one, with messages of their own. */
function openFolderAt(path) {
    if (!showsOpenPaths)
        return undefined;
    let descriptor;
    try {
        descriptor = (0,external_node_fs_.openSync)(path, OPEN_FLAGS | (external_node_fs_.constants.O_DIRECTORY ?? 0));
    }
    catch {
        return undefined;
    }
    if (isOpenAt(descriptor, path) && showsOpenPaths)
        return descriptor;
    closeQuietly(descriptor);
    return undefined;
}
/** Opens a large file at `file`. */
function openLarge(file) {
    return openChecked(file.path, file.device, file.inode).descriptor;
}
/** A folder that itself is longer has thousands of entries. */
const MAX_FOLDER_BYTES = 256n * 1024n;
/** Opens the very folder that lstat saw, at a path without links; undefined where that cannot be made sure, and when it is large. */
function openFolder(path, device, inode) {
    const descriptor = openFolderAt(path);
    if (descriptor === undefined)
        return undefined;
    try {
        const stat = (0,external_node_fs_.fstatSync)(descriptor, { bigint: true });
        if (stat.ino === inode && stat.dev === device && stat.size <= MAX_FOLDER_BYTES)
            return descriptor;
    }
    catch {
        // it will be looked at again
    }
    closeQuietly(descriptor);
    return undefined;
}
/** Opens what is at a path in an open folder, if it can be read; the caller looks at what it is. */
function openPlain(path) {
    try {
        return (0,external_node_fs_.openSync)(path, OPEN_FLAGS);
    }
    catch {
        return undefined;
    }
}
/** Facts of what is open; throws FileReadFailure. */
function statOpen(descriptor) {
    try {
        return (0,external_node_fs_.fstatSync)(descriptor, { bigint: true });
    }
    catch (error) {
        throw failureOf(error);
    }
}
/** Reads up to `length` bytes, fewer only at the end of the file; throws FileReadFailure. */
function readFully(descriptor, into, offset, length, position) {
    let total = 0;
    while (total < length) {
        const count = readOnce(descriptor, into, offset + total, length - total, position === null ? null : position + total);
        if (count === 0)
            break;
        total += count;
    }
    return total;
}
function readOnce(descriptor, into, offset, length, position) {
    try {
        return (0,external_node_fs_.readSync)(descriptor, into, offset, length, position);
    }
    catch (error) {
        throw failureOf(error);
    }
}
/**
 * Reads an open small file to its end into `arena` from `offset` on and returns its length; throws FileReadFailure. With the `size` that it was
 * seen to have one call is enough: asked for one byte more, the system gives exactly that many only at the end.
 */
function readSmallFile(descriptor, arena, offset, size) {
    const room = arena.length - offset;
    const first = size > 0 && size < room ? readOnce(descriptor, arena, offset, size + 1, null) : 0;
    if (first === size && size > 0)
        return size;
    const length = first + readFully(descriptor, arena, offset + first, room - first, null);
    if (length === room)
        throw new FileReadFailure('too-long', 'it grew while it was being read');
    return length;
}
/** Closes a descriptor that was only read from: an error cannot lose anything. */
function closeQuietly(descriptor) {
    try {
        (0,external_node_fs_.closeSync)(descriptor);
    }
    catch {
        // nothing was written through it
    }
}
const VANISHED = new Set(['ENOENT', 'ENOTDIR']);
/** What opening a link or a pipe in place of the file gives. */
const REPLACED = new Set(['ELOOP', 'ENXIO', 'EISDIR']);
function failureOf(error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
    const reason = VANISHED.has(code) ? 'vanished' : REPLACED.has(code) ? 'changed' : 'unreadable';
    // "EACCES: permission denied, open '/a/b'": the caller names the file, so only the first part is kept.
    return new FileReadFailure(reason, (0,errors/* messageOf */.bD)(error).replace(/, \w+(?: '.*')?$/s, ''));
}

;// CONCATENATED MODULE: ./lib/repo/content/pool/file-cutter.js

/** What is read at a time once a cut is possible: it is looked through while it is in the cache of the processor. */
const STEP_BYTES = 256 * 1024;
/** Reads a file from `startByte` to `endByte` (or its end) and gives one piece at a time. */
class FileCutter {
    #splitter;
    #descriptor;
    /** The longest piece and a step; the next piece always begins at its start. */
    #window;
    #position;
    #endByte;
    #filled = 0;
    #isAtEnd = false;
    #isOpen = true;
    /** Throws FileReadFailure. */
    constructor(file, startByte, endByte, splitter) {
        this.#splitter = splitter;
        this.#position = startByte;
        this.#endByte = endByte ?? Number.POSITIVE_INFINITY;
        this.#descriptor = openLarge(file);
        const windowBytes = splitter.maxBytes + STEP_BYTES;
        this.#window = splitter.lend?.(windowBytes) ?? new Uint8Array(windowBytes);
    }
    /** The next piece, in `spare` when it fits; the file is closed after the last. An empty file has one empty piece. Throws FileReadFailure. */
    next(spare) {
        const length = this.#findEnd();
        const memory = spare !== undefined && spare.byteLength >= length ? spare : new ArrayBuffer(this.#splitter.maxBytes);
        const bytes = new Uint8Array(memory, 0, length);
        bytes.set(this.#window.subarray(0, length));
        this.#window.copyWithin(0, length, this.#filled);
        this.#filled -= length;
        // The end may have been reached without having been seen yet.
        if (this.#filled === 0 && !this.#isAtEnd)
            this.#fill(this.#splitter.minBytes);
        const isLast = this.#isAtEnd && this.#filled === 0;
        if (isLast)
            this.close();
        return { bytes, isLast };
    }
    close() {
        if (!this.#isOpen)
            return;
        this.#isOpen = false;
        this.#splitter.giveBack?.(this.#window);
        closeQuietly(this.#descriptor);
    }
    /** Reads until the next cut is in the window, or the end of the file; returns the length of the piece. */
    #findEnd() {
        const { minBytes } = this.#splitter;
        for (let searched = 0;;) {
            const cut = this.#filled < minBytes ? -1 : this.#splitter.findCut(this.#window, 0, this.#filled, searched);
            if (cut >= 0)
                return cut;
            if (this.#isAtEnd)
                return this.#filled;
            searched = this.#filled;
            this.#fill(this.#filled < minBytes ? minBytes - this.#filled : STEP_BYTES);
        }
    }
    #fill(count) {
        const wanted = Math.min(count, this.#window.length - this.#filled, this.#endByte - this.#position);
        const read = readFully(this.#descriptor, this.#window, this.#filled, wanted, this.#position);
        this.#filled += read;
        this.#position += read;
        if (read < wanted || this.#position >= this.#endByte)
            this.#isAtEnd = true;
    }
}

// EXTERNAL MODULE: ./lib/fs/entry-rows.js
var entry_rows = __webpack_require__(64669);
// EXTERNAL MODULE: ./lib/fs/errors.js
var fs_errors = __webpack_require__(92680);
// EXTERNAL MODULE: ./lib/fs/local.js
var local = __webpack_require__(48844);
// EXTERNAL MODULE: ./lib/fs/placeholder.js
var placeholder = __webpack_require__(4658);
// EXTERNAL MODULE: ./lib/repo/content/pool/protocol.js
var protocol = __webpack_require__(23293);
;// CONCATENATED MODULE: ./lib/repo/content/pool/folder-reading.js
/**
 * Reads whole folders: lists one, looks at its entries and reads its small files in one go, where every file has to be read anyway.
 *
 * Everything is opened below a descriptor of the folder and without following links, so the folder is checked once and nothing outside of it can
 * be met. What is not plain is left to the walk, which looks at it again and knows what to say.
 */







/** Entries of a folder that is read as a whole. */
const MAX_ENTRIES = 1024;
/** Files after which no further folder is begun. */
const MANY_FILES = 256;
class FolderReading {
    /** The entries of all folders; the mark of those that were read is their number among `items`, from 1 on. */
    rows = new entry_rows/* RowWriter */.C4();
    /** The bytes of the files that were read, in the arena. */
    items = [];
    #arena;
    #rules;
    #stopNames;
    #stopInodes;
    #used = 0;
    constructor(arena, rules) {
        this.#arena = arena;
        this.#rules = rules;
        this.#stopNames = new Set(rules.avoid.names);
        this.#stopInodes = new Set(rules.avoid.inodes);
    }
    /** Whether there is enough for one job. */
    get isFull() {
        return this.items.length >= MANY_FILES || this.#used >= protocol/* BATCH_BYTES */.Fv;
    }
    /** Reads a folder; undefined when it takes a closer look, and then nothing of it is kept. */
    read(folder) {
        const descriptor = openFolder(folder.path, folder.device, folder.inode);
        if (descriptor === undefined)
            return undefined;
        const before = { rows: this.rows.count, items: this.items.length, used: this.#used };
        let finding;
        try {
            finding = this.#readOpen(`/proc/self/fd/${descriptor}`);
        }
        finally {
            closeQuietly(descriptor);
        }
        if (finding === undefined) {
            this.rows.cut(before.rows);
            this.items.length = before.items;
            this.#used = before.used;
        }
        return finding;
    }
    #readOpen(folder) {
        let vanished = 0;
        let listed;
        try {
            listed = (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
        }
        catch {
            return undefined;
        }
        if (listed.length > MAX_ENTRIES || listed.some(({ name }) => this.#isOdd(name)))
            return undefined;
        for (const item of listed) {
            const path = `${folder}/${item.name}`;
            const entry = (item.isFile() ? this.#readFile(path, item.name) : undefined) ?? this.#look(path, item.name);
            if (entry === 'vanished')
                vanished++;
            else if (entry === 'failed' || this.#stopInodes.has(entry.inode))
                return undefined;
        }
        return { count: listed.length - vanished, vanished };
    }
    /** Whether an entry of this name takes a closer look. */
    #isOdd(name) {
        return this.#stopNames.has(name) || name.includes('\ufffd') || (0,placeholder/* isPlaceholderName */.XZ)(name);
    }
    /** Facts of an entry that is not read here. */
    #look(path, name) {
        try {
            const stats = (0,external_node_fs_.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
            if (stats === undefined)
                return 'vanished';
            const entry = (0,local/* entryOf */.Ms)(name, undefined, stats);
            this.rows.add(entry);
            return entry;
        }
        catch (error) {
            return (0,fs_errors/* errnoOf */.UQ)(error) === 'ENOENT' ? 'vanished' : 'failed';
        }
    }
    /** Reads a file that is small; undefined when it could not be opened or read. */
    #readFile(path, name) {
        const descriptor = openPlain(path);
        if (descriptor === undefined)
            return undefined;
        try {
            const entry = (0,local/* entryOf */.Ms)(name, undefined, statOpen(descriptor));
            if (entry.kind !== 'file')
                return undefined;
            const room = Math.min(this.#rules.maxFileBytes, this.#arena.length - this.#used - 1);
            let mark = 0;
            if (entry.size <= room) {
                const length = readSmallFile(descriptor, this.#arena, this.#used, entry.size);
                if (length <= room) {
                    mark = this.items.push(this.#arena.subarray(this.#used, this.#used + length));
                    this.#used += length;
                }
            }
            this.rows.add(entry, mark);
            return entry;
        }
        catch (error) {
            if (error instanceof FileReadFailure)
                return undefined;
            throw error;
        }
        finally {
            closeQuietly(descriptor);
        }
    }
}

;// CONCATENATED MODULE: ./lib/repo/content/pool/engine.js
/** The work of one lane: reading, hashing, compressing, sealing. Knows nothing of threads. */







/** Room for a batch whose files grew a little while it was being read. */
const ARENA_BYTES = protocol/* BATCH_BYTES */.Fv + protocol/* SMALL_FILE_BYTES */.XG + 64 * 1024;
/** Smaller memory is not worth being sent around. */
const MIN_SPARE_BYTES = 256 * 1024;
/** Arenas kept for reuse. */
const SPARE_ARENAS = 3;
class LaneEngine {
    #codec;
    #compressesBeforeHashing;
    #post;
    #held = new Map();
    #cutters = new Map();
    #arenas = [];
    constructor(codec, compressesBeforeHashing, post) {
        this.#codec = codec;
        this.#compressesBeforeHashing = compressesBeforeHashing;
        this.#post = post;
    }
    /** Does what is asked and posts the reply; throws only on a bug. */
    handle(request) {
        switch (request.kind) {
            case 'files':
                this.#readFiles(request);
                break;
            case 'folders':
                this.#readFolders(request);
                break;
            case 'piece':
                this.#hash(request.job, [request.bytes], (0,content_codec/* writingCompressor */.Ct)(request.compressor), undefined, []);
                break;
            case 'seal':
                this.#seal(request.job, request.wanted);
                break;
            case 'cut':
                this.#startCutting(request);
                break;
            case 'more':
                this.#cut(request.job, request.spare);
                break;
            case 'drop':
                this.#giveBack(request.job);
                this.#drop(request.job);
                break;
        }
    }
    /** Closes what is open. */
    close() {
        for (const cutter of this.#cutters.values())
            cutter.close();
        this.#cutters.clear();
        this.#held.clear();
    }
    #readFiles(request) {
        const arena = this.#arenas.pop() ?? new Uint8Array(ARENA_BYTES);
        const items = [];
        const failures = [];
        const { paths, identities } = request;
        const opener = new FolderOpener();
        let offset = 0;
        paths.forEach((path, index) => {
            try {
                const { descriptor, size } = opener.open(path, paths[index + 1], identities[2 * index] ?? 0n, identities[2 * index + 1] ?? 0n);
                const length = readAndClose(descriptor, arena, offset, size);
                items.push(arena.subarray(offset, offset + length));
                offset += length;
            }
            catch (error) {
                items.push(arena.subarray(offset, offset));
                failures.push(fileFailure(error, index));
            }
        });
        opener.close();
        this.#hash(request.job, items, (0,content_codec/* writingCompressor */.Ct)(request.compressor), arena, failures);
    }
    #readFolders({ job, folders, rules, compressor }) {
        const arena = this.#arenas.pop() ?? new Uint8Array(ARENA_BYTES);
        const reading = new FolderReading(arena, rules);
        const findings = [];
        for (const folder of folders) {
            if (reading.isFull)
                break;
            findings.push(reading.read(folder));
        }
        this.#hash(job, reading.items, (0,content_codec/* writingCompressor */.Ct)(compressor), arena, [], { findings, ...reading.rows.take() });
    }
    #hash(job, plain, compressor, arena, failures, folders) {
        const { hasher } = this.#codec;
        const hashes = new Uint8Array(plain.length * hasher.sizeBytes);
        const lengths = new Float64Array(plain.length);
        let items = plain;
        let compressedFirst;
        if (this.#compressesBeforeHashing) {
            const flags = new Uint8Array(plain.length);
            items = plain.map((item, index) => {
                const packed = compressor === undefined ? undefined : (0,content_codec/* compressIfWorthwhile */.Xy)(item, compressor);
                if (packed !== undefined)
                    flags[index] = 1;
                return packed ?? item;
            });
            compressedFirst = flags;
        }
        const failed = failures.length === 0 ? undefined : new Set(failures.map((failure) => failure.index));
        for (let i = 0; i < items.length; i++) {
            const item = items[i];
            if (item === undefined || failed?.has(i))
                continue;
            lengths[i] = plain[i]?.length ?? 0;
            hashes.set(hasher.hash(item), i * hasher.sizeBytes);
        }
        this.#held.set(job, { items, hashes, compressor: this.#compressesBeforeHashing ? undefined : compressor, arena });
        const transfer = folders === undefined ? [] : [folders.facts];
        this.#post({ kind: 'hashed', job, hashes, lengths, compressedFirst, failures, folders }, transfer);
    }
    #seal(job, wanted) {
        const held = this.#held.get(job);
        if (held === undefined)
            throw new errors/* CairnError */.eb('CAIRN_INTERNAL', `Job ${job} is to be sealed but was not hashed.`);
        const { sizeBytes } = this.#codec.hasher;
        const parts = [];
        const ends = new Uint32Array(wanted.length);
        const compressionIds = new Uint32Array(wanted.length);
        const originalLengths = new Uint32Array(wanted.length);
        let total = 0;
        for (let i = 0; i < wanted.length; i++) {
            const index = wanted[i] ?? 0;
            const item = held.items[index];
            if (item === undefined)
                throw new errors/* CairnError */.eb('CAIRN_INTERNAL', `Job ${job} has no item ${index}.`);
            const hash = held.hashes.subarray(index * sizeBytes, (index + 1) * sizeBytes);
            const { sealed, compressionId } = this.#codec.seal(item, hash, held.compressor);
            parts.push(sealed);
            total += sealed.length;
            ends[i] = total;
            compressionIds[i] = compressionId;
            originalLengths[i] = item.length;
        }
        this.#drop(job);
        const bytes = transferable(parts, total);
        const spare = held.arena === undefined ? memoryOf(held.items[0]) : undefined;
        const transfer = spare === undefined ? [bytes.buffer] : [bytes.buffer, spare];
        this.#post({ kind: 'sealed', job, bytes, ends, compressionIds, originalLengths, spare }, transfer);
    }
    #startCutting(request) {
        try {
            const splitter = (0,repo_splitter/* createSplitter */.W3)(request.splitter);
            this.#cutters.set(request.job, new FileCutter(request.file, request.startByte, request.endByte, splitter));
        }
        catch (error) {
            this.#post({ kind: 'cut-failed', job: request.job, failure: fileFailure(error, 0) });
        }
    }
    #cut(job, spare) {
        const cutter = this.#cutters.get(job);
        // Gone when it failed to open, with a request for more already under way.
        if (cutter === undefined)
            return;
        try {
            const { bytes, isLast } = cutter.next(spare);
            if (isLast)
                this.#cutters.delete(job);
            // `next` gives memory of its own, never a SharedArrayBuffer.
            this.#post({ kind: 'cut-off', job, bytes, isLast }, [bytes.buffer]);
        }
        catch (error) {
            this.#drop(job);
            this.#post({ kind: 'cut-failed', job, failure: fileFailure(error, 0) });
        }
    }
    /** Without this each piece that is stored already would leave its memory to the collector, which does not see how much it is. */
    #giveBack(job) {
        const held = this.#held.get(job);
        const spare = held === undefined || held.arena !== undefined ? undefined : memoryOf(held.items[0]);
        if (spare !== undefined)
            this.#post({ kind: 'spare', job, spare }, [spare]);
    }
    #drop(job) {
        const held = this.#held.get(job);
        if (held?.arena !== undefined && this.#arenas.length < SPARE_ARENAS)
            this.#arenas.push(held.arena);
        this.#held.delete(job);
        this.#cutters.get(job)?.close();
        this.#cutters.delete(job);
    }
}
/** The memory of a large piece, to be used again. */
function memoryOf(item) {
    return item !== undefined && item.length >= MIN_SPARE_BYTES && item.buffer instanceof ArrayBuffer ? item.buffer : undefined;
}
/** One array with memory of its own that holds all parts. */
function transferable(parts, total) {
    const only = parts[0];
    if (parts.length === 1 && only !== undefined && only.byteLength === only.buffer.byteLength && only.buffer instanceof ArrayBuffer) {
        return new Uint8Array(only.buffer);
    }
    const bytes = new Uint8Array(Buffer.allocUnsafeSlow(total).buffer);
    let offset = 0;
    for (const part of parts) {
        bytes.set(part, offset);
        offset += part.length;
    }
    return bytes;
}
function readAndClose(descriptor, arena, offset, size) {
    try {
        return readSmallFile(descriptor, arena, offset, size);
    }
    finally {
        closeQuietly(descriptor);
    }
}
function fileFailure(error, index) {
    if (error instanceof FileReadFailure)
        return { index, reason: error.reason, text: error.message };
    throw error;
}


/***/ }),

/***/ 25867:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ ExtractEngine)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _fs_attributes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52702);
/* harmony import */ var _fs_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92680);
/* harmony import */ var _fs_new_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27560);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34695);
/** The work of one lane when files are restored: opening contents and writing them. Knows nothing of threads. */





class ExtractEngine {
    #codec;
    #attributes;
    constructor(codec) {
        this.#codec = codec;
    }
    /** Does what is asked; failures of files are in the reply. */
    handle(request) {
        const { job } = request;
        const failures = [];
        const attempt = (index, content, write) => {
            let plain;
            try {
                plain = this.#codec.open(content.sealed, content.hash, content.originalLength, content.compressionId);
                write(plain);
            }
            catch (error) {
                failures.push({ index, isContent: plain === undefined, errno: (0,_fs_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .UQ)(error), text: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) });
            }
        };
        if (request.kind === 'extract-piece') {
            const { content, descriptor, position, isSparse } = request;
            attempt(0, content, (plain) => {
                (0,_fs_new_file_js__WEBPACK_IMPORTED_MODULE_3__/* .writeAt */ .HN)(descriptor, plain, position, isSparse);
                (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .release */ ._r)(plain);
            });
            (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .release */ ._r)(content.sealed);
            return { kind: 'extracted', job, losses: new Uint8Array(1), failures, spare: undefined };
        }
        const { sealed, ends, hashes, originalLengths, compressionIds, targets, rules } = request;
        const attributes = this.#attributesFor(rules);
        const losses = new Uint8Array(targets.length);
        const hashBytes = hashes.length / targets.length;
        let start = 0;
        targets.forEach((target, index) => {
            const end = ends[index] ?? start;
            const content = {
                sealed: sealed.subarray(start, end),
                hash: hashes.subarray(index * hashBytes, (index + 1) * hashBytes),
                originalLength: originalLengths[index] ?? 0,
                compressionId: compressionIds[index] ?? 0,
            };
            start = end;
            attempt(index, content, (plain) => {
                losses[index] = (0,_fs_new_file_js__WEBPACK_IMPORTED_MODULE_3__/* .writeNewFile */ .S0)(plain, target, rules, attributes);
            });
        });
        return { kind: 'extracted', job, losses, failures, spare: memoryOf(sealed) };
    }
    /** One writer for all batches with the same rules, because it remembers what the system refused. */
    #attributesFor(rules) {
        const known = this.#attributes;
        if (known !== undefined && sameRules(known.rules, rules))
            return known.writer;
        const writer = new _fs_attributes_js__WEBPACK_IMPORTED_MODULE_1__/* .AttributeWriter */ .A(rules);
        this.#attributes = { rules, writer };
        return writer;
    }
}
/** Rules arrive as a copy with each message. */
function sameRules(a, b) {
    return (a.skipOwners === b.skipOwners &&
        a.skipPermissions === b.skipPermissions &&
        a.skipTimes === b.skipTimes &&
        a.ignorePermissionErrors === b.ignorePermissionErrors);
}
function memoryOf(bytes) {
    return bytes.buffer instanceof ArrayBuffer ? bytes.buffer : undefined;
}


/***/ }),

/***/ 91791:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gh: () => (/* binding */ inlineLane),
/* harmony export */   aD: () => (/* binding */ POOL_WORKER),
/* harmony export */   p8: () => (/* binding */ workerLane)
/* harmony export */ });
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75919);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _util_heap_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56088);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68647);
/** Where jobs are done: in a worker thread, or in the calling thread for small jobs and tests. */




/** The value of `workerData.cairn` by which the bundle knows that it was started as a pool worker. */
const POOL_WORKER = 'pool';
/** Starts the bundle once more as a worker. */
function workerLane(url, settings, listener) {
    const worker = new node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.Worker(url, {
        workerData: { cairn: POOL_WORKER, settings },
        name: 'cairn-pool',
        resourceLimits: { maxYoungGenerationSizeMb: _util_heap_js__WEBPACK_IMPORTED_MODULE_2__/* .WORKER_YOUNG_HEAP_MB */ .L },
    });
    let isClosed = false;
    worker.on('message', (reply) => listener.onReply(reply));
    worker.on('error', (cause) => {
        if (!isClosed)
            listener.onCrash(workerCrashed(cause));
    });
    worker.on('exit', () => {
        if (!isClosed)
            listener.onCrash(workerCrashed());
    });
    worker.unref();
    return {
        send: (request, transfer) => worker.postMessage(request, transfer),
        setBusy: (isBusy) => (isBusy ? worker.ref() : worker.unref()),
        async close() {
            isClosed = true;
            await worker.terminate();
        },
    };
}
/** Does the work in the calling thread, one request per turn of the event loop. */
function inlineLane(codec, settings, listener) {
    let isClosed = false;
    const engine = new _engine_js__WEBPACK_IMPORTED_MODULE_3__/* .LaneEngine */ .X(codec, settings.compressesBeforeHashing, (reply) => listener.onReply(reply));
    return {
        send(request) {
            setImmediate(() => {
                if (isClosed)
                    return;
                try {
                    engine.handle(request);
                }
                catch (cause) {
                    listener.onCrash(workerCrashed(cause));
                }
            });
        },
        setBusy: () => { },
        async close() {
            isClosed = true;
            engine.close();
        },
    };
}
function workerCrashed(cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_INTERNAL', 'A worker thread ended unexpectedly.', {
        hint: 'Nothing saved earlier is affected. Run the command again; if it happens again, please report it.',
        cause,
    });
}


/***/ }),

/***/ 23293:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ BATCH_BYTES),
/* harmony export */   VB: () => (/* binding */ BATCH_FILES),
/* harmony export */   XG: () => (/* binding */ SMALL_FILE_BYTES)
/* harmony export */ });
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91576);
/**
 * What the main thread and a lane say to each other. A lane is a worker thread, or the calling thread itself.
 *
 * files -> hashed -> seal -> sealed          a batch of small files; `drop` instead of `seal` when nothing in it is new
 * folders -> hashed -> seal -> sealed        folders with their small files, which are listed and looked at as well
 * piece -> hashed -> seal -> sealed          one content
 * cut   -> cut-off, more, cut-off, more ...  a large file, cut into pieces that are sent back as `piece`
 *
 * Hashing and sealing are two steps because only the main thread knows what is stored already; a lane has several jobs at a time, so it
 * never waits for the answer.
 */

/** Largest file that goes into a batch, in bytes. */
const SMALL_FILE_BYTES = 512 * 1024;
/** Expected bytes in a batch, and files in it. */
const { bytes: BATCH_BYTES, files: BATCH_FILES } = _api_js__WEBPACK_IMPORTED_MODULE_0__/* .BATCH_LIMITS */ .k;


/***/ }),

/***/ 85788:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ LOST)
/* harmony export */ });
/** Files to be written: where, with which owner, mode and times, and what could not be given to them. */
/** What could not be given back to one thing: the sum of these bits. */
const LOST = { owner: 1, specialBits: 2, mode: 4, time: 8 };


/***/ })

};
