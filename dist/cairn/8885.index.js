export const id = 8885;
export const ids = [8885];
export const modules = {

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

/***/ 88669:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gY: () => (/* binding */ decodeDirEntry),
  sK: () => (/* binding */ encodeDirEntry),
  fp: () => (/* binding */ encodeLoneEntry)
});

// EXTERNAL MODULE: ./lib/util/go-json.js
var go_json = __webpack_require__(56495);
// EXTERNAL MODULE: ./lib/util/json-read.js
var json_read = __webpack_require__(1873);
// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(99252);
;// CONCATENATED MODULE: ./lib/snapshot/go-mode.js
/**
 * The `mode` text of entries: octal of Go's FileMode, whose special bits differ from POSIX (docs/repository-format.md, "Directory entries").
 *
 *   POSIX            Go
 *   0o4000 setuid    1 << 23
 *   0o2000 setgid    1 << 22
 *   0o1000 sticky    1 << 20
 *   0o0777           the same
 */
const SETUID = 1 << 23;
const SETGID = 1 << 22;
const STICKY = 1 << 20;
const encoded = new Map();
/** Text of a POSIX mode (0..0o7777) such as `0644` or `040000755`; undefined for 0, which is not stored. */
function encodeMode(mode) {
    if (mode === 0)
        return undefined;
    let text = encoded.get(mode);
    if (text === undefined) {
        let go = mode & 0o777;
        if ((mode & 0o4000) !== 0)
            go |= SETUID;
        if ((mode & 0o2000) !== 0)
            go |= SETGID;
        if ((mode & 0o1000) !== 0)
            go |= STICKY;
        text = `0${go.toString(8)}`;
        encoded.set(mode, text);
    }
    return text;
}
const decoded = new Map();
/** Far more than there are modes in use; hostile text must not fill the memory. */
const MAX_DECODED = 1000;
/** POSIX mode (0..0o7777) of stored text, or undefined when it is no number; bits without a POSIX meaning are dropped. */
function decodeMode(text) {
    const known = decoded.get(text);
    if (known !== undefined)
        return known;
    const mode = parseMode(text);
    if (mode !== undefined && decoded.size < MAX_DECODED)
        decoded.set(text, mode);
    return mode;
}
function parseMode(text) {
    const go = parseInteger(text);
    if (go === undefined)
        return undefined;
    let mode = go & 0o777;
    if ((go & SETUID) !== 0)
        mode |= 0o4000;
    if ((go & SETGID) !== 0)
        mode |= 0o2000;
    if ((go & STICKY) !== 0)
        mode |= 0o1000;
    return mode;
}
/** Go's integer grammar with base prefixes: `0755`, `0o755`, `0x1ed`, `0b1`, `493`; 31 bits. */
function parseInteger(text) {
    const match = /^(?:0[xX]([0-9a-fA-F]{1,8})|0[bB]([01]{1,31})|0[oO]?([0-7]{0,11})|([1-9][0-9]{0,9}))$/.exec(text);
    if (match === null)
        return undefined;
    const [, hex, binary, octal, decimal] = match;
    if (text === '0o' || text === '0O')
        return undefined;
    const value = hex !== undefined
        ? Number.parseInt(hex, 16)
        : binary !== undefined
            ? Number.parseInt(binary, 2)
            : decimal !== undefined
                ? Number(decimal)
                : Number.parseInt(octal || '0', 8);
    return value <= 0x7fffffff ? value : undefined;
}

// EXTERNAL MODULE: ./lib/snapshot/summary.js
var snapshot_summary = __webpack_require__(42444);
;// CONCATENATED MODULE: ./lib/snapshot/dir-entry.js





/** JSON text of an entry. */
function encodeDirEntry(entry) {
    return encode(entry, entry.type === 'd' ? (entry.writtenSize ?? 0) : entry.size);
}
/** The same outside of a directory object, where Kopia writes the size of a directory too. */
function encodeLoneEntry(entry) {
    return encode(entry, entry.size);
}
function encode(entry, size) {
    const name = entry.rawName === undefined ? (0,go_json/* encodeGoString */.gN)(entry.name) : (0,go_json/* encodeGoBytes */.kN)(entry.rawName);
    let out = name === '""' ? '' : `"name":${name},`;
    if (entry.type !== 'unknown')
        out += `"type":"${entry.type}",`;
    const mode = encodeMode(entry.mode);
    if (mode !== undefined)
        out += `"mode":"${mode}",`;
    if (size !== 0)
        out += `"size":${(0,go_json/* encodeGoInteger */.vR)(size)},`;
    if (entry.mtimeNs !== 0n)
        out += `"mtime":${(0,go_json/* encodeGoTime */.O6)(entry.mtimeNs)},`;
    if (entry.uid !== 0)
        out += `"uid":${(0,go_json/* encodeGoInteger */.vR)(entry.uid)},`;
    if (entry.gid !== 0)
        out += `"gid":${(0,go_json/* encodeGoInteger */.vR)(entry.gid)},`;
    out += `"obj":${(0,go_json/* encodeGoString */.gN)(entry.objectId)}`;
    return entry.summary === undefined ? `{${out}}` : `{${out},"summ":${(0,snapshot_summary/* encodeSummary */.zp)(entry.summary)}}`;
}
const ENTRY_NAMES = (0,json_read/* memberNames */.hQ)('name', 'type', 'mode', 'size', 'mtime', 'uid', 'gid', 'obj', 'summ');
const MAX_ID = 0xffffffff;
const OBJECT_ID = /^I*(?:Z|D)?D?[g-z]?(?:[0-9a-f]{2}){1,64}$/;
/** The entry in a parsed object, or a text that says which member is wrong. */
function decodeDirEntry(object) {
    const { name = '', type = '', mode = '', size = 0, mtime, uid = 0, gid = 0, obj = '', summ } = (0,json_read/* pickMembers */.tD)(object, ENTRY_NAMES);
    if (typeof name !== 'string')
        return 'name is not text';
    if (typeof type !== 'string')
        return 'type is not text';
    const posixMode = typeof mode !== 'string' ? undefined : mode === '' ? 0 : decodeMode(mode);
    if (posixMode === undefined)
        return 'mode is not an octal number in quotes';
    if (!isCount(size, Number.MAX_SAFE_INTEGER))
        return 'size is not a byte count';
    const mtimeNs = mtime === undefined ? 0n : typeof mtime === 'string' ? (0,timestamp/* parseTimestamp */.l)(mtime) : undefined;
    if (mtimeNs === undefined)
        return 'mtime is not a time';
    if (!isCount(uid, MAX_ID) || !isCount(gid, MAX_ID))
        return 'uid or gid is not a 32-bit number';
    if (typeof obj !== 'string' || (obj !== '' && !OBJECT_ID.test(obj)))
        return 'obj is not an object ID';
    const entryType = type === 'd' || type === 'f' || type === 's' ? type : 'unknown';
    const facts = { name: (0,json_read/* wellFormed */.ES)(name), type: entryType, mode: posixMode, size, mtimeNs, uid, gid, objectId: obj };
    const entry = entryType === 'd' && size !== 0 ? { ...facts, writtenSize: size } : facts;
    if (summ === undefined)
        return entryType === 'd' ? { ...entry, size: 0 } : entry;
    if (!(0,json_read/* isJsonObject */.OW)(summ))
        return 'summ is not an object';
    const summary = (0,snapshot_summary/* decodeSummary */.Pl)(summ);
    if (typeof summary === 'string')
        return `summ.${summary} has a wrong value`;
    return { ...entry, summary, size: entryType === 'd' ? summary.size : size };
}
function isCount(value, limit) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= limit;
}


/***/ }),

/***/ 53883:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gm: () => (/* binding */ unsafeNameReason),
/* harmony export */   IC: () => (/* binding */ encodeDirectory),
/* harmony export */   R3: () => (/* binding */ sortEntries),
/* harmony export */   eT: () => (/* binding */ decodeDirectory)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1873);
/* harmony import */ var _dir_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88669);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42444);
/**
 * Directory objects (docs/repository-format.md, "Directory objects").
 *
 *   {"stream":"kopia:directory","entries":[entry,…]|null,"summary":{…}}\n
 */





const STREAM = 'kopia:directory';
/** Entries whose text is held at a time: larger directories would keep the garbage collector busy. */
const ENCODED_AT_ONCE = 512;
/** Bytes of a directory object; `entries` are written in the given order, see `sortEntries`. */
function encodeDirectory(entries, summary) {
    const head = `{"stream":"${STREAM}","entries":`;
    const tail = `,"summary":${(0,_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeSummary */ .zp)(summary)}}\n`;
    if (entries.length === 0)
        return (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`${head}null${tail}`);
    if (entries.length <= ENCODED_AT_ONCE)
        return (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`${head}[${entries.map(_dir_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeDirEntry */ .sK).join(',')}]${tail}`);
    const parts = [(0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(head)];
    for (let at = 0; at < entries.length; at += ENCODED_AT_ONCE) {
        const batch = entries.slice(at, at + ENCODED_AT_ONCE);
        parts.push((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`${at === 0 ? '[' : ','}${batch.map(_dir_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeDirEntry */ .sK).join(',')}`));
    }
    parts.push((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`]${tail}`));
    return (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .concatBytes */ .Id)(parts);
}
/** A new list in stored order: directories first, then by the bytes of the names. */
function sortEntries(entries) {
    const directories = entries.filter((entry) => entry.type === 'd');
    const others = entries.filter((entry) => entry.type !== 'd');
    return [...sortByName(directories), ...sortByName(others)];
}
function sortByName(entries) {
    // UTF-16 order is byte order unless surrogates or raw bytes are involved.
    if (!entries.some((entry) => entry.rawName !== undefined || /[\ud800-\udfff]/.test(entry.name))) {
        return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    }
    return entries
        .map((entry) => ({ entry, key: entry.rawName ?? (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(entry.name) }))
        .sort((a, b) => Buffer.compare(a.key, b.key))
        .map(({ entry }) => entry);
}
const DIRECTORY_NAMES = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .memberNames */ .hQ)('stream', 'entries', 'summary');
const text = new TextDecoder('utf-8', { ignoreBOM: true });
/**
 * The directory in `bytes`; entries that are malformed or have dangerous names come back in `rejected`.
 * `what` names the object in messages. Throws CAIRN_DIRECTORY_DAMAGED when the bytes are no directory at all.
 */
function decodeDirectory(bytes, what) {
    let parsed;
    try {
        parsed = JSON.parse(text.decode(bytes));
    }
    catch (cause) {
        throw damaged(what, 'it is not JSON', cause);
    }
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(parsed))
        throw damaged(what, 'it is not a JSON object');
    const { stream, entries: list = [], summary: summ } = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .pickMembers */ .tD)(parsed, DIRECTORY_NAMES);
    if (stream !== STREAM)
        throw damaged(what, 'it is not marked as a directory');
    if (!Array.isArray(list))
        throw damaged(what, 'its entries are not a list');
    if (summ !== undefined && !(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(summ))
        throw damaged(what, 'its summary is not an object');
    const summary = summ === undefined ? undefined : (0,_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeSummary */ .Pl)(summ);
    if (typeof summary === 'string')
        throw damaged(what, `summary.${summary} has a wrong value`);
    const entries = [];
    const rejected = [];
    for (const item of list) {
        if (item === null)
            continue;
        const entry = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(item) ? (0,_dir_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeDirEntry */ .gY)(item) : 'it is not an object';
        if (typeof entry === 'string') {
            rejected.push({ name: nameOf(item), reason: entry });
            continue;
        }
        const reason = unsafeNameReason(entry.name);
        if (reason === undefined)
            entries.push(entry);
        else
            rejected.push({ name: entry.name, reason, entry });
    }
    return { entries, rejected, summary };
}
/** Why `name` must not become part of a path, or undefined when it is safe on POSIX systems. */
function unsafeNameReason(name) {
    if (name === '')
        return 'the name is empty';
    if (name === '.' || name === '..')
        return 'the name is a relative path';
    if (name.includes('/'))
        return 'the name holds a slash';
    if (name.includes('\0'))
        return 'the name holds a NUL byte';
    return undefined;
}
function nameOf(item) {
    const name = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(item) ? item['name'] : undefined;
    return typeof name === 'string' ? name : '';
}
function damaged(what, why, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_DIRECTORY_DAMAGED', `Directory ${what} cannot be read: ${why}.`, {
        hint: 'Run "cairn snapshot verify" to see which snapshots are affected.',
        cause,
    });
}


/***/ }),

/***/ 42444:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ex: () => (/* binding */ MAX_SUMMARY_ERRORS),
/* harmony export */   Pl: () => (/* binding */ decodeSummary),
/* harmony export */   eh: () => (/* binding */ summarize),
/* harmony export */   zp: () => (/* binding */ encodeSummary)
/* harmony export */ });
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56495);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1873);
/* harmony import */ var _util_timestamp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99252);
/** Totals of a directory and everything below it (docs/repository-format.md, "Directory summary"). */



/** At most this many failed entries are written into one summary. */
const MAX_SUMMARY_ERRORS = 10;
/**
 * The summary of a directory from its stored entries and its direct failures.
 * A directory without entries takes `ownMtimeNs` as its newest time.
 */
function summarize(entries, ownMtimeNs, failures) {
    let size = 0;
    let files = 0;
    let symlinks = 0;
    let dirs = 1;
    // Kopia starts from zero: a directory that holds only entries from before 1970 has 1970 as its newest time.
    let maxTimeNs = 0n;
    let isEmpty = true;
    let numFailed = failures?.fatal.length ?? 0;
    let numIgnoredErrors = failures?.ignored.length ?? 0;
    const incomplete = failures?.incomplete;
    const errors = failures === undefined ? [] : [...failures.fatal, ...failures.ignored];
    for (const entry of entries) {
        isEmpty = false;
        if (entry.mtimeNs > maxTimeNs)
            maxTimeNs = entry.mtimeNs;
        if (entry.type === 'f') {
            files++;
            size += entry.size;
        }
        else if (entry.type === 's') {
            symlinks++;
        }
        else if (entry.type === 'd' && entry.summary !== undefined) {
            const below = entry.summary;
            size += below.size;
            files += below.files;
            symlinks += below.symlinks;
            dirs += below.dirs;
            numFailed += below.numFailed;
            numIgnoredErrors += below.numIgnoredErrors;
            if (below.maxTimeNs > maxTimeNs)
                maxTimeNs = below.maxTimeNs;
            if (below.errors.length > 0)
                errors.push(...below.errors);
        }
    }
    errors.sort((a, b) => (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .compareUtf8 */ .zq)(a.path, b.path));
    errors.length = Math.min(errors.length, MAX_SUMMARY_ERRORS);
    const summary = { size, files, symlinks, dirs, maxTimeNs: isEmpty ? ownMtimeNs : maxTimeNs, numFailed, numIgnoredErrors, errors };
    return incomplete === undefined || incomplete === '' ? summary : { ...summary, incomplete };
}
/** JSON text of a summary. */
function encodeSummary(summary) {
    let out = `{"size":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoInteger */ .vR)(summary.size)},"files":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoInteger */ .vR)(summary.files)}`;
    out += `,"symlinks":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoInteger */ .vR)(summary.symlinks)},"dirs":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoInteger */ .vR)(summary.dirs)}`;
    out += `,"maxTime":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoTime */ .O6)(summary.maxTimeNs)}`;
    if (summary.incomplete)
        out += `,"incomplete":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoString */ .gN)(summary.incomplete)}`;
    out += `,"numFailed":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoInteger */ .vR)(summary.numFailed)}`;
    if (summary.numIgnoredErrors !== 0)
        out += `,"numIgnoredErrors":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoInteger */ .vR)(summary.numIgnoredErrors)}`;
    if (summary.errors.length > 0)
        out += `,"errors":[${summary.errors.map(encodeFailure).join(',')}]`;
    return `${out}}`;
}
function encodeFailure(failure) {
    return `{"path":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoString */ .gN)(failure.path)},"error":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoString */ .gN)(failure.error)}}`;
}
const SUMMARY_NAMES = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .memberNames */ .hQ)('size', 'files', 'symlinks', 'dirs', 'maxTime', 'incomplete', 'numFailed', 'numIgnoredErrors', 'errors');
const FAILURE_NAMES = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .memberNames */ .hQ)('path', 'error');
/** The summary in a parsed object, or the name of the member that has a wrong type. */
function decodeSummary(object) {
    const picked = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .pickMembers */ .tD)(object, SUMMARY_NAMES);
    const counts = { size: 0, files: 0, symlinks: 0, dirs: 0, numFailed: 0, numIgnoredErrors: 0 };
    for (const name of ['size', 'files', 'symlinks', 'dirs', 'numFailed', 'numIgnoredErrors']) {
        const value = picked[name] ?? 0;
        if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
            return name;
        counts[name] = value;
    }
    const maxTimeNs = picked.maxTime === undefined ? 0n : typeof picked.maxTime === 'string' ? (0,_util_timestamp_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTimestamp */ .l)(picked.maxTime) : undefined;
    if (maxTimeNs === undefined)
        return 'maxTime';
    const incomplete = picked.incomplete ?? '';
    if (typeof incomplete !== 'string')
        return 'incomplete';
    const errors = decodeFailures(picked.errors);
    if (errors === undefined)
        return 'errors';
    const summary = { ...counts, maxTimeNs, errors };
    return incomplete === '' ? summary : { ...summary, incomplete: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .wellFormed */ .ES)(incomplete) };
}
function decodeFailures(list) {
    if (list === undefined)
        return [];
    if (!Array.isArray(list))
        return undefined;
    const failures = [];
    for (const item of list) {
        if (item === null)
            continue;
        if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(item))
            return undefined;
        const { path = '', error = '' } = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .pickMembers */ .tD)(item, FAILURE_NAMES);
        if (typeof path !== 'string' || typeof error !== 'string')
            return undefined;
        failures.push({ path: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .wellFormed */ .ES)(path), error: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .wellFormed */ .ES)(error) });
    }
    return failures;
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

/***/ 39048:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ ScoutEngine)
});

// EXTERNAL MODULE: ./lib/fs/entry-rows.js
var entry_rows = __webpack_require__(64669);
// EXTERNAL MODULE: ./lib/fs/local.js
var local = __webpack_require__(48844);
// EXTERNAL MODULE: ./lib/snapshot/dir-entry.js + 1 modules
var dir_entry = __webpack_require__(88669);
// EXTERNAL MODULE: ./lib/snapshot/upload/same.js
var upload_same = __webpack_require__(67616);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/fs/placeholder.js
var placeholder = __webpack_require__(4658);
// EXTERNAL MODULE: ./lib/snapshot/directory.js
var directory = __webpack_require__(53883);
;// CONCATENATED MODULE: ./lib/snapshot/upload/scout/compare.js
/** Compares what was seen of a folder with the directory object that an earlier snapshot has of it. */





/** Undefined unless every file and link is what the earlier directory holds, and every sub-folder was one then. */
function compare(rows, { objectId, bytes, avoid }) {
    const count = rows.names.length;
    const byName = earlierByName(bytes, objectId);
    if (byName === undefined || byName.size !== count || count === 0)
        return undefined;
    const folders = [];
    let size = 0;
    for (const entry of (0,entry_rows/* entriesOf */.Mc)(rows)) {
        const earlier = byName.get(entry.name);
        // A name with U+FFFD may stand for other bytes, and a placeholder stands for something else.
        if (earlier === undefined || entry.name.includes('\ufffd') || (0,placeholder/* isPlaceholderName */.XZ)(entry.name))
            return undefined;
        if (avoid.names.includes(entry.name) || avoid.inodes.includes(entry.inode))
            return undefined;
        if (entry.kind === 'directory') {
            if (earlier.type !== 'd')
                return undefined;
            folders.push({ entry, earlier });
        }
        else if ((0,upload_same/* isReusable */.g1)(earlier, entry))
            size += entry.size;
        else
            return undefined;
    }
    return { files: count - folders.length, bytes: size, folders };
}
/** Undefined when the object is damaged, or holds anything that cannot be compared one to one. */
function earlierByName(bytes, objectId) {
    try {
        const { entries, rejected } = (0,directory/* decodeDirectory */.eT)(bytes, objectId);
        const byName = new Map(entries.map((entry) => [entry.name, entry]));
        return rejected.length > 0 || byName.size !== entries.length ? undefined : byName;
    }
    catch (error) {
        // The walk reads it again and says what is wrong with it.
        if (error instanceof errors/* CairnError */.eb)
            return undefined;
        throw error;
    }
}
/** Whether the directory object holds nothing at all. */
function isEmptyDirectory(bytes, objectId) {
    return earlierByName(bytes, objectId)?.size === 0;
}

// EXTERNAL MODULE: ./lib/snapshot/upload/scout/protocol.js
var protocol = __webpack_require__(84409);
;// CONCATENATED MODULE: ./lib/snapshot/upload/scout/survey.js
/** Lists a folder and looks at its entries; what is found can be kept and sent. Knows nothing of threads. */




/** Looks at the folder now. */
function surveyFolder(place) {
    const { path } = place;
    try {
        const names = (0,local/* listNames */.Zv)(path);
        if (names.length > protocol/* SCOUTED_ENTRIES */.R || names.some((name) => typeof name !== 'string'))
            return { kind: 'unsuited' };
        const { entries, failures, vanished } = (0,local/* lookAt */.t5)(path, names);
        // Before anything is made of them: the entries may be those of another folder.
        const replaced = (0,local/* replacedFolder */.BA)(path, place);
        if (replaced !== undefined)
            return { kind: 'failed', error: faultText(replaced) };
        const faults = failures.map(({ name, error }) => ({ name, error: faultText(error) }));
        return { kind: 'seen', rows: (0,entry_rows/* rowsOf */.RO)(entries), failures: faults, vanished };
    }
    catch (error) {
        return { kind: 'failed', error: faultText(error) };
    }
}
function faultText(error) {
    if (!(error instanceof errors/* CairnError */.eb))
        throw error;
    const { code, message, hint } = error;
    if (code !== 'CAIRN_FILE_VANISHED' && code !== 'CAIRN_FILE_UNREADABLE' && code !== 'CAIRN_FILE_CHANGED')
        throw error;
    return { code, message, hint };
}

;// CONCATENATED MODULE: ./lib/snapshot/upload/scout/look-ahead.js
/**
 * Looks at folders before anybody asks: while the key of the repository is derived there is nothing else to do (docs/adr/0008).
 *
 * It only saves time. What it has seen is used within seconds or not at all, and it stays on the file system of the root, so that nothing is
 * touched that rules would have kept from being entered for good reasons.
 */



/** Entries that are kept for being asked about. */
const MAX_ENTRIES = 100_000;
/** What was seen longer ago is looked at again. */
const MAX_AGE_MS = 5000;
class LookAhead {
    #clock;
    #seen = new Map();
    /** The next one is the last. */
    #pending = [];
    #device = 0n;
    #root;
    #entries = 0;
    constructor(clock) {
        this.#clock = clock;
    }
    /** Whether there is anything to look at. */
    get hasMore() {
        return this.#pending.length > 0;
    }
    /** Begins with this folder, and goes on with what lies below it. */
    begin(root) {
        this.forget();
        this.#device = root.device;
        this.#root = root.path;
        this.#pending.push(root);
    }
    /** Looks at one more folder. */
    step() {
        const place = this.#pending.pop();
        if (place === undefined)
            return;
        const survey = surveyFolder(place);
        // Whoever asks meets the same error, or not any more.
        if (survey.kind !== 'seen')
            return;
        const { path } = place;
        this.keep(place, survey);
        this.#entries += survey.rows.names.length;
        if (this.#entries >= MAX_ENTRIES)
            this.#pending = [];
        else
            this.#addFolders(path, survey);
    }
    /** Looks no further. */
    stop() {
        this.#pending = [];
    }
    /** What the walk asks about a folder shows where it is: what lies in that folder is not looked at ahead any more. */
    pass({ path }) {
        if (this.#pending.length === 0)
            return;
        const below = `${path}/`;
        this.#pending = this.#pending.filter((place) => place.path !== path && !place.path.startsWith(below));
    }
    /** The walk asks about this folder alone; whether it was still to be looked at. */
    passAlone({ path }) {
        const at = this.#pending.findLastIndex((place) => place.path === path);
        if (at >= 0)
            this.#pending.splice(at, 1);
        return at >= 0;
    }
    /** Goes on with the folders of this one. */
    goOn({ path }, survey) {
        if (typeof path === 'string')
            this.#addFolders(path, survey);
    }
    /** Whether this is the folder that it began with. */
    isRoot({ path }) {
        return path === this.#root;
    }
    /** What was seen of a folder, once; undefined when it has to be looked at. */
    take({ path, device, inode }) {
        if (typeof path !== 'string')
            return undefined;
        const sighting = this.#seen.get(path);
        if (sighting === undefined)
            return undefined;
        this.#seen.delete(path);
        const isSame = sighting.place.device === device && sighting.place.inode === inode;
        return isSame && this.#clock.monotonicMs() - sighting.atMs <= MAX_AGE_MS ? sighting.survey : undefined;
    }
    /** Keeps what was just seen of a folder for the next who asks. */
    keep(place, survey) {
        if (typeof place.path === 'string')
            this.#seen.set(place.path, { place, survey, atMs: this.#clock.monotonicMs() });
    }
    /** Drops everything: something may have changed the files on purpose. */
    forget() {
        this.#pending = [];
        this.#seen.clear();
        this.#entries = 0;
    }
    /** The first of them is the next one. */
    #addFolders(path, { rows }) {
        const folders = [];
        for (const { kind, name, device, inode } of (0,entry_rows/* entriesOf */.Mc)(rows)) {
            const below = (0,local/* joinLocal */.GE)(path, name);
            if (kind === 'directory' && device === this.#device && typeof below === 'string')
                folders.push({ path: below, device, inode });
        }
        this.#pending.push(...folders.reverse());
    }
}

;// CONCATENATED MODULE: ./lib/snapshot/upload/scout/look.js
/** The work of a scout: looking at folders and comparing them with an earlier directory. Knows nothing of threads. */







/** Entries or folders after which a report is sent although more requests wait: the walk goes on meanwhile. */
const REPORT_ENTRIES = 512;
const REPORT_FOLDERS = 16;
/** One scout, with what it has seen ahead. */
class ScoutEngine {
    #ahead;
    constructor(clock) {
        this.#ahead = new LookAhead(clock);
    }
    /** Whether `idle` has anything to do. */
    get looksAhead() {
        return this.#ahead.hasMore;
    }
    /** Looks at one folder that nobody asked about yet. */
    idle() {
        this.#ahead.step();
    }
    /** Answers requests in order, in reports of a few hundred entries. */
    *handle(message) {
        if (message.kind === 'ahead')
            this.#ahead.begin(message);
        else if (message.kind === 'forget')
            this.#ahead.forget();
        else
            yield* this.#answer(message.requests);
    }
    *#answer(requests) {
        const rows = new entry_rows/* RowWriter */.C4();
        let findings = [];
        let earlier = [];
        for (const [index, request] of requests.entries()) {
            const finding = this.#lookAt(request, rows, earlier);
            findings.push(finding);
            const isFull = finding.kind === 'whole' || rows.count >= REPORT_ENTRIES || findings.length >= REPORT_FOLDERS;
            if (!isFull && index + 1 < requests.length)
                continue;
            yield { findings, ...rows.take(), earlier: `[${earlier.join(',')}]` };
            findings = [];
            earlier = [];
        }
    }
    #lookAt(request, rows, earlierFolders) {
        const { id, device, inode, earlier } = request;
        const place = { path: localPath(request.path), device, inode };
        // What the walk compares is under no rule, and what lies ahead is what it asks about next. Otherwise it says what it needs from now on: what
        // lies ahead of it may be ignored.
        if (earlier?.below !== undefined)
            this.#ahead.pass(place);
        const isAhead = earlier !== undefined && earlier.below === undefined && this.#ahead.passAlone(place);
        if (earlier === undefined && !this.#ahead.isRoot(place))
            this.#ahead.stop();
        const survey = this.#survey(place);
        if (survey.kind !== 'seen')
            return { ...survey, id };
        const same = earlier !== undefined && isUndisturbed(survey) ? compare(survey.rows, earlier) : undefined;
        // A folder that is not as it was may have got rules of its own.
        if (earlier !== undefined && same === undefined)
            this.#ahead.pass(place);
        else if (isAhead)
            this.#ahead.goOn(place, survey);
        if (earlier === undefined || same === undefined) {
            const { failures, vanished } = survey;
            rows.addAll(survey.rows);
            return { kind: 'listed', id, count: survey.rows.names.length, vanished, failures };
        }
        const { files, bytes, folders } = same;
        if (earlier.below !== undefined) {
            const totals = this.#sumBelow(place.path, same, { avoid: earlier.avoid, directories: byId(earlier.below) });
            if (totals !== undefined)
                return { kind: 'whole', id, entries: survey.rows.names.length, ...totals };
        }
        for (const folder of folders) {
            rows.add(folder.entry);
            earlierFolders.push((0,dir_entry/* encodeDirEntry */.sK)(folder.earlier));
        }
        return { kind: 'same', id, count: folders.length, files, bytes };
    }
    #survey(place) {
        return this.#ahead.take(place) ?? surveyFolder(place);
    }
    /** What a folder and everything below it amount to; undefined as soon as anything is not as it was. */
    #sumBelow(path, same, earlier) {
        let { files, bytes } = same;
        let folders = 1;
        for (const { entry, earlier: before } of same.folders) {
            const object = earlier.directories.get(before.objectId);
            if (object === undefined || !(0,upload_same/* isSameFolder */.F1)(before, entry))
                return undefined;
            const place = { path: (0,local/* joinLocal */.GE)(path, entry.name), device: entry.device, inode: entry.inode };
            const survey = this.#survey(place);
            if (survey.kind !== 'seen' || !isUndisturbed(survey))
                return undefined;
            let totals;
            if (survey.rows.names.length > 0) {
                const inner = compare(survey.rows, { objectId: before.objectId, bytes: object, avoid: earlier.avoid });
                totals = inner === undefined ? undefined : this.#sumBelow(place.path, inner, earlier);
            }
            else if (before.summary?.maxTimeNs === entry.mtimeNs && isEmptyDirectory(object, before.objectId)) {
                // An empty directory has its own time in its object.
                totals = { files: 0, bytes: 0, folders: 1 };
            }
            if (totals === undefined) {
                this.#ahead.keep(place, survey);
                return undefined;
            }
            files += totals.files;
            bytes += totals.bytes;
            folders += totals.folders;
        }
        return { files, bytes, folders };
    }
}
function byId({ ids, ends, bytes }) {
    return new Map(ids.map((id, index) => [id, bytes.subarray(ends[index - 1] ?? 0, ends[index])]));
}
function isUndisturbed({ failures, vanished }) {
    return failures.length + vanished === 0;
}
function localPath(path) {
    return typeof path === 'string' ? path : Buffer.from(path.buffer, path.byteOffset, path.byteLength);
}


/***/ }),

/***/ 84409:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ SCOUTED_ENTRIES),
/* harmony export */   g: () => (/* binding */ SCOUTED_BYTES)
/* harmony export */ });
/** Entries of a folder that are looked at ahead of the walk. */
const SCOUTED_ENTRIES = 1024;
/** Bytes of an earlier directory that is worth being sent. */
const SCOUTED_BYTES = 1024 * 1024;


/***/ }),

/***/ 58885:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   startScoutThread: () => (/* binding */ startScoutThread)
/* harmony export */ });
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75919);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _util_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58394);
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39048);
/** The other end of a scout's lane: what the bundle runs when it finds itself started as one. */




/** Folders that are looked at ahead before messages are heard again: less than a millisecond. */
const FOLDERS_AHEAD = 8;
/** Serves the scout that started this thread until it is terminated. */
function startScoutThread() {
    const port = node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort;
    if (port === null)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_INTERNAL', 'This thread was not started by a scout.');
    const engine = new _look_js__WEBPACK_IMPORTED_MODULE_3__/* .ScoutEngine */ .n(_util_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m);
    const idle = () => {
        for (let count = 0; count < FOLDERS_AHEAD && engine.looksAhead; count++)
            engine.idle();
        if (engine.looksAhead)
            setImmediate(idle);
    };
    port.on('message', (message) => {
        for (const report of engine.handle(message))
            port.postMessage(report, [report.facts]);
        if (message.kind === 'ahead')
            setImmediate(idle);
    });
}


/***/ }),

/***/ 58394:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/** Time by argument: the only file that asks the system for the time. */
const startNs = BigInt(Date.now()) * 1000000n - process.hrtime.bigint();
/** The real clock; nanoseconds come from the monotonic counter, anchored to the wall clock at start and re-anchored when they drift apart. */
const systemClock = {
    nowNs() {
        const wallNs = BigInt(Date.now()) * 1000000n;
        const fineNs = startNs + process.hrtime.bigint();
        const drift = fineNs - wallNs;
        return drift > -50000000n && drift < 50000000n ? fineNs : wallNs;
    },
    nowMs: () => Date.now(),
    monotonicMs: () => performance.now(),
    sleep(ms, signal) {
        return new Promise((resolve, reject) => {
            if (signal?.aborted)
                return reject(signal.reason);
            const onAbort = () => {
                clearTimeout(timer);
                reject(signal?.reason);
            };
            const timer = setTimeout(() => {
                signal?.removeEventListener('abort', onAbort);
                resolve();
            }, ms);
            signal?.addEventListener('abort', onAbort, { once: true });
        });
    },
};


/***/ }),

/***/ 1873:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ wellFormed),
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   hQ: () => (/* binding */ memberNames),
/* harmony export */   tD: () => (/* binding */ pickMembers)
/* harmony export */ });
/** Reading JSON that somebody else wrote: typed access to members, keys in any letter case (docs/repository-format.md, "JSON"). */
/** Whether `value` is an object and not an array or null. */
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/**
 * The members of `object` that `names` lists, found regardless of letter case; of two that fold together the later one counts.
 * Null counts as absent, as it does for Go's decoder. Unknown members are dropped.
 */
function pickMembers(object, names) {
    // Nearly always: then nothing need be copied. The cast holds because every key is one of the names.
    if (isWrittenExactly(object, names))
        return object;
    const picked = {};
    for (const key of Object.keys(object)) {
        const name = names.get(key) ?? names.get(key.toLowerCase());
        const value = object[key];
        if (name !== undefined && value !== null)
            picked[name] = value;
    }
    return picked;
}
/** Whether all members are known, spelled as they are written, and not null. */
function isWrittenExactly(object, names) {
    for (const key in object)
        if (object[key] === null || names.get(key) !== key)
            return false;
    return true;
}
/** The lookup table of `pickMembers`: exact spelling first, then lower case. */
function memberNames(...names) {
    const table = new Map();
    for (const name of names) {
        table.set(name, name);
        table.set(name.toLowerCase(), name);
    }
    return table;
}
/** Text without lone surrogates: each one becomes U+FFFD, as Go reads them. */
function wellFormed(text) {
    return /[\ud800-\udfff]/.test(text) ? text.replace(/\p{Surrogate}/gu, '\ufffd') : text;
}


/***/ })

};
