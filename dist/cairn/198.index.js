export const id = 198;
export const ids = [198];
export const modules = {

/***/ 5181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P4: () => (/* binding */ formatTarget),
/* harmony export */   S3: () => (/* binding */ hasTrailingSeparator),
/* harmony export */   cA: () => (/* binding */ relativeBelow),
/* harmony export */   j2: () => (/* binding */ formatSource),
/* harmony export */   yl: () => (/* binding */ parentPath)
/* harmony export */ });
/** What a policy applies to (docs/repository-format.md, "Policy targets"). */
/** `(global)`, `@host`, `user@host` or `user@host:/path`. */
function formatTarget(target) {
    switch (target.kind) {
        case 'global':
            return '(global)';
        case 'host':
            return `@${target.host}`;
        case 'user':
            return `${target.userName}@${target.host}`;
        case 'path':
            return `${target.userName}@${target.host}:${target.path}`;
    }
}
/** `user@host:/path`. */
function formatSource(source) {
    return `${source.userName}@${source.host}:${source.path}`;
}
/** The path above, with `/` or `\` as separator; undefined for a root. */
function parentPath(path) {
    const volume = /^[A-Za-z]:(?=[/\\])/.exec(path)?.[0] ?? '';
    const rest = path.slice(volume.length).replace(/(?<=.)[/\\]$/, '');
    const last = Math.max(rest.lastIndexOf('/'), rest.lastIndexOf('\\'));
    if (last < 0 || rest.length <= 1)
        return undefined;
    return volume + (last === 0 ? rest.slice(0, 1) : rest.slice(0, last));
}
/** `child` relative to `parent` with `/` between its parts; undefined unless it is below. */
function relativeBelow(parent, child) {
    const isWindows = /^[A-Za-z]:[/\\]/.test(parent);
    const base = parent.replace(/[/\\]$/, '');
    const separator = child[base.length];
    // Elsewhere a backslash is a letter of a name.
    if (!child.startsWith(base) || !(separator === '/' || (isWindows && separator === '\\')))
        return undefined;
    const relative = child.slice(base.length + 1);
    if (relative === '')
        return undefined;
    return isWindows ? relative.replaceAll('\\', '/') : relative;
}
/** Whether a stored path ends in a separator without being a root, which Kopia refuses. */
function hasTrailingSeparator(path) {
    return /[/\\]$/.test(path) && !/^(?:[A-Za-z]:)?[/\\]$/.test(path);
}


/***/ }),

/***/ 8669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ decodeDirEntry),
  s: () => (/* binding */ encodeDirEntry)
});

// EXTERNAL MODULE: ./lib/util/go-json.js
var go_json = __webpack_require__(6495);
// EXTERNAL MODULE: ./lib/util/json-read.js
var json_read = __webpack_require__(1873);
// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(9252);
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
var snapshot_summary = __webpack_require__(2444);
;// CONCATENATED MODULE: ./lib/snapshot/dir-entry.js





/** JSON text of an entry. */
function encodeDirEntry(entry) {
    const name = entry.rawName === undefined ? (0,go_json/* encodeGoString */.gN)(entry.name) : (0,go_json/* encodeGoBytes */.kN)(entry.rawName);
    let out = name === '""' ? '' : `"name":${name},`;
    if (entry.type !== 'unknown')
        out += `"type":"${entry.type}",`;
    const mode = encodeMode(entry.mode);
    if (mode !== undefined)
        out += `"mode":"${mode}",`;
    if (entry.size !== 0 && entry.type !== 'd')
        out += `"size":${(0,go_json/* encodeGoInteger */.vR)(entry.size)},`;
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
    const entry = { name: (0,json_read/* wellFormed */.ES)(name), type: entryType, mode: posixMode, size, mtimeNs, uid, gid, objectId: obj };
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

/***/ 6448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readDirectory)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1873);
/* harmony import */ var _dir_entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8669);
/* harmony import */ var _directory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3883);
/**
 * Reads a directory object of any size with bounded memory (docs/repository-format.md, "Directory objects").
 *
 * Directories up to `WHOLE_LIMIT` are parsed at once. Above it the bytes are scanned for the elements of the member `entries`,
 * which are parsed one by one; everything else of the object is collected and parsed at the end.
 */




/** Bytes of a directory object that is still parsed in one piece. */
const WHOLE_LIMIT = 8 * 1024 * 1024;
/** One entry, and all that is not an entry, may be this long. */
const ELEMENT_LIMIT = 16 * 1024 * 1024;
/**
 * The entries of the directory object `id`, in batches of a few MiB of JSON.
 * Objects of at most `wholeLimit` bytes come in one batch.
 * Throws CAIRN_DIRECTORY_DAMAGED, and what reading objects throws; entries seen before the error were good.
 */
async function* readDirectory(objects, id, signal, wholeLimit = WHOLE_LIMIT) {
    (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
    const reader = await objects.open(id);
    if (reader.length <= wholeLimit) {
        yield (0,_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeDirectory */ .eT)(await reader.readAll(wholeLimit), id);
        return;
    }
    const scanner = new EntryScanner(id);
    for await (const chunk of reader.chunks(signal)) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        yield scanner.push(chunk);
    }
    scanner.finish();
}
const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;
const BRACKET_OPEN = 0x5b;
const BRACKET_CLOSE = 0x5d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
/** Cuts the elements out of the top-level list `entries`; knows just enough JSON to find where they end. */
class EntryScanner {
    #what;
    #depth = 0;
    #isInText = false;
    #isEscaped = false;
    #isInEntries = false;
    /** Bytes of the element that began in an earlier chunk. */
    #pending = [];
    #pendingLength = 0;
    /** The object without its entries; its end tells which member a bracket belongs to. */
    #rest = [];
    constructor(what) {
        this.#what = what;
    }
    push(chunk) {
        const entries = [];
        const rejected = [];
        let start = 0;
        for (let i = 0; i < chunk.length; i++) {
            const byte = chunk[i] ?? 0;
            const isElementByte = this.#isInEntries && !(this.#depth === 2 && !this.#isInText && (byte === BRACKET_CLOSE || byte === COMMA));
            if (!isElementByte && this.#isInEntries) {
                this.#take(chunk.subarray(start, i), entries, rejected);
                start = i + 1;
            }
            if (this.#isInText) {
                if (this.#isEscaped)
                    this.#isEscaped = false;
                else if (byte === BACKSLASH)
                    this.#isEscaped = true;
                else if (byte === QUOTE)
                    this.#isInText = false;
            }
            else if (byte === QUOTE)
                this.#isInText = true;
            else if (byte === BRACE_OPEN || byte === BRACKET_OPEN)
                this.#depth++;
            else if (byte === BRACE_CLOSE || byte === BRACKET_CLOSE)
                this.#depth--;
            if (this.#isInEntries) {
                if (this.#depth < 2) {
                    this.#isInEntries = false;
                    this.#rest.push(byte);
                }
                continue;
            }
            this.#rest.push(byte);
            if (this.#rest.length > ELEMENT_LIMIT)
                throw damaged(this.#what, 'it holds too much beside its entries');
            if (byte === BRACKET_OPEN && this.#depth === 2 && !this.#isInText && this.#isEntriesList()) {
                this.#isInEntries = true;
                start = i + 1;
            }
        }
        if (this.#isInEntries)
            this.#keep(chunk.subarray(start));
        return { entries, rejected };
    }
    finish() {
        let parsed;
        try {
            parsed = JSON.parse(Buffer.from(this.#rest).toString('utf8'));
        }
        catch (cause) {
            throw damaged(this.#what, 'it is not JSON', cause);
        }
        if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(parsed) || parsed['stream'] !== 'kopia:directory')
            throw damaged(this.#what, 'it is not marked as a directory');
    }
    #isEntriesList() {
        const tail = Buffer.from(this.#rest.slice(-32)).toString('latin1');
        return /"entries"\s*:\s*\[$/i.test(tail);
    }
    #keep(part) {
        if (part.length === 0)
            return;
        // Copied: the chunk belongs to the reader and may be reused.
        this.#pending.push(part.slice());
        this.#pendingLength += part.length;
        if (this.#pendingLength > ELEMENT_LIMIT)
            throw damaged(this.#what, 'one of its entries is too long');
    }
    #take(part, entries, rejected) {
        let text;
        if (this.#pendingLength > 0) {
            this.#keep(part);
            text = Buffer.concat(this.#pending).toString('utf8');
            this.#pending = [];
            this.#pendingLength = 0;
        }
        else
            text = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('utf8');
        if (text.trim() === '')
            return;
        let parsed;
        try {
            parsed = JSON.parse(text);
        }
        catch (cause) {
            throw damaged(this.#what, 'it is not JSON', cause);
        }
        if (parsed === null)
            return;
        const entry = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(parsed) ? (0,_dir_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeDirEntry */ .g)(parsed) : 'it is not an object';
        if (typeof entry === 'string') {
            const name = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(parsed) ? parsed['name'] : undefined;
            rejected.push({ name: typeof name === 'string' ? name : '', reason: entry });
            return;
        }
        const reason = (0,_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .unsafeNameReason */ .Gm)(entry.name);
        if (reason === undefined)
            entries.push(entry);
        else
            rejected.push({ name: entry.name, reason, entry });
    }
}
function damaged(what, why, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_DIRECTORY_DAMAGED', `Directory ${what} cannot be read: ${why}.`, {
        hint: 'Run "kopia snapshot verify" to see which snapshots are affected.',
        cause,
    });
}


/***/ }),

/***/ 3883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gm: () => (/* binding */ unsafeNameReason),
/* harmony export */   IC: () => (/* binding */ encodeDirectory),
/* harmony export */   R3: () => (/* binding */ sortEntries),
/* harmony export */   eT: () => (/* binding */ decodeDirectory)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4695);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1873);
/* harmony import */ var _dir_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8669);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2444);
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
        return (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`${head}[${entries.map(_dir_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeDirEntry */ .s).join(',')}]${tail}`);
    const parts = [(0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(head)];
    for (let at = 0; at < entries.length; at += ENCODED_AT_ONCE) {
        const batch = entries.slice(at, at + ENCODED_AT_ONCE);
        parts.push((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`${at === 0 ? '[' : ','}${batch.map(_dir_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeDirEntry */ .s).join(',')}`));
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
        const entry = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(item) ? (0,_dir_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeDirEntry */ .g)(item) : 'it is not an object';
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
        hint: 'Run "kopia snapshot verify" to see which snapshots are affected.',
        cause,
    });
}


/***/ }),

/***/ 7135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ decodeSnapshotManifest),
/* harmony export */   YP: () => (/* binding */ compareByTime),
/* harmony export */   k2: () => (/* binding */ encodeSnapshotManifest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6495);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1873);
/* harmony import */ var _util_timestamp_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9252);
/* harmony import */ var _dir_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8669);
/* harmony import */ var _stats_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7543);
/**
 * The snapshot manifest: one finished or cut-short snapshot (docs/repository-format.md, "Snapshot manifest").
 *
 *   {"id":"","source":{"host":…,"userName":…,"path":…},"description":…,"startTime":…,"endTime":…,"stats":{…},
 *    "incomplete":…,"rootEntry":{…},"tags":{…},"pins":[…]}      the last four only when they hold something
 */






/** JSON text of the manifest, as it is stored. */
function encodeSnapshotManifest(manifest) {
    const { source } = manifest;
    let out = `{"id":"","source":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoJson */ .pl)({ host: source.host, userName: source.userName, path: source.path })}`;
    out += `,"description":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoString */ .gN)(manifest.description)}`;
    out += `,"startTime":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoTime */ .O6)(manifest.startTimeNs)},"endTime":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoTime */ .O6)(manifest.endTimeNs)}`;
    out += `,"stats":${(0,_stats_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeStats */ .Mm)(manifest.stats)}`;
    if (manifest.incomplete)
        out += `,"incomplete":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoString */ .gN)(manifest.incomplete)}`;
    out += `,"rootEntry":${manifest.rootEntry === undefined ? 'null' : (0,_dir_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeDirEntry */ .s)(manifest.rootEntry)}`;
    if (Object.keys(manifest.tags).length > 0)
        out += `,"tags":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoMap */ .b3)(manifest.tags)}`;
    if (manifest.pins.length > 0)
        out += `,"pins":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoJson */ .pl)(manifest.pins)}`;
    return `${out}}`;
}
const MANIFEST_NAMES = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .memberNames */ .hQ)('source', 'description', 'startTime', 'endTime', 'stats', 'incomplete', 'rootEntry', 'tags', 'pins');
const SOURCE_NAMES = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .memberNames */ .hQ)('host', 'userName', 'path');
/** The manifest `id` from its JSON text. Throws CAIRN_SNAPSHOT_DAMAGED when a member has a wrong type. */
function decodeSnapshotManifest(id, json) {
    const fail = (why, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_SNAPSHOT_DAMAGED', `Snapshot ${id} cannot be read: ${why}.`, {
        hint: `Delete it with "kopia snapshot delete ${id} --delete" when it is not needed.`,
        cause,
    });
    let parsed;
    try {
        parsed = JSON.parse(json);
    }
    catch (cause) {
        throw fail('it is not JSON', cause);
    }
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(parsed))
        throw fail('it is not a JSON object');
    const picked = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .pickMembers */ .tD)(parsed, MANIFEST_NAMES);
    const source = decodeSource(picked.source ?? {});
    if (source === undefined)
        throw fail('source has a wrong type');
    const startTimeNs = decodeTime(picked.startTime);
    const endTimeNs = decodeTime(picked.endTime);
    if (startTimeNs === undefined || endTimeNs === undefined)
        throw fail('startTime or endTime is not a time');
    const { description = '', incomplete = '' } = picked;
    if (typeof description !== 'string' || typeof incomplete !== 'string')
        throw fail('description or incomplete is not text');
    const stats = picked.stats === undefined ? _stats_js__WEBPACK_IMPORTED_MODULE_3__/* .EMPTY_STATS */ .Wh : (0,_stats_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeStats */ .Gb)(picked.stats);
    if (stats === undefined)
        throw fail('stats has a wrong type');
    const tags = decodeTags(picked.tags);
    const pins = decodePins(picked.pins);
    if (tags === undefined || pins === undefined)
        throw fail('tags or pins has a wrong type');
    let rootEntry;
    if (picked.rootEntry !== undefined) {
        const entry = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(picked.rootEntry) ? (0,_dir_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeDirEntry */ .g)(picked.rootEntry) : 'it is not an object';
        if (typeof entry === 'string')
            throw fail(`rootEntry: ${entry}`);
        rootEntry = entry;
    }
    return {
        id,
        source,
        description: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .wellFormed */ .ES)(description),
        startTimeNs,
        endTimeNs,
        stats,
        ...(incomplete === '' ? {} : { incomplete }),
        ...(rootEntry === undefined ? {} : { rootEntry }),
        tags,
        pins,
    };
}
/** Order of snapshots everywhere: by start, then by end. */
function compareByTime(a, b) {
    const difference = a.startTimeNs - b.startTimeNs || a.endTimeNs - b.endTimeNs;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
function decodeSource(value) {
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(value))
        return undefined;
    const { host = '', userName = '', path = '' } = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .pickMembers */ .tD)(value, SOURCE_NAMES);
    if (typeof host !== 'string' || typeof userName !== 'string' || typeof path !== 'string')
        return undefined;
    return { host: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .wellFormed */ .ES)(host), userName: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .wellFormed */ .ES)(userName), path: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .wellFormed */ .ES)(path) };
}
function decodeTime(value) {
    if (value === undefined)
        return 0n;
    return typeof value === 'string' ? (0,_util_timestamp_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTimestamp */ .l)(value) : undefined;
}
function decodeTags(value) {
    const tags = {};
    if (value === undefined)
        return tags;
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(value))
        return undefined;
    return copyTexts(value, tags) ? tags : undefined;
}
function copyTexts(from, to) {
    for (const [key, value] of Object.entries(from)) {
        if (typeof value !== 'string')
            return false;
        // defineProperty, because a key such as __proto__ must stay an ordinary key.
        Object.defineProperty(to, key, { value, enumerable: true, configurable: true, writable: true });
    }
    return true;
}
function decodePins(value) {
    if (value === undefined)
        return [];
    if (!Array.isArray(value))
        return undefined;
    const pins = value;
    return pins.every((pin) => typeof pin === 'string') ? pins : undefined;
}


/***/ }),

/***/ 8267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ SNAPSHOT_TYPE),
/* harmony export */   E6: () => (/* binding */ isSameSource),
/* harmony export */   XQ: () => (/* binding */ sourceLabels),
/* harmony export */   d_: () => (/* binding */ sourceBelow),
/* harmony export */   jU: () => (/* binding */ sourceFromLabels),
/* harmony export */   m: () => (/* binding */ workspaceIdentity),
/* harmony export */   mr: () => (/* binding */ compareSources)
/* harmony export */ });
/* unused harmony export joinSourcePath */
/* harmony import */ var _repo_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6852);
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6495);


/** Value of the `type` label of snapshot manifests. */
const SNAPSHOT_TYPE = 'snapshot';
/** Labels that find the snapshots of a source. */
function sourceLabels(source) {
    const labels = { type: SNAPSHOT_TYPE, hostname: source.host };
    if (source.userName !== '')
        labels['username'] = source.userName;
    if (source.path !== '')
        labels['path'] = source.path;
    return labels;
}
/** The source that a manifest's labels name. */
function sourceFromLabels(labels) {
    return { host: labels['hostname'] ?? '', userName: labels['username'] ?? '', path: labels['path'] ?? '' };
}
/** Whether two sources are the same. */
function isSameSource(a, b) {
    return a.host === b.host && a.userName === b.userName && a.path === b.path;
}
/** Order of sources in listings: by their text form `user@host:/path`. */
function compareSources(a, b) {
    return (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .compareUtf8 */ .zq)(`${a.userName}@${a.host}:${a.path}`, `${b.userName}@${b.host}:${b.path}`);
}
/**
 * The source of the workspace root: the same on every runner, so that all snapshots of a repository form one history.
 * Inside Actions `cairn@<owner>.<repo>:/<owner>/<repo>` in lower case, unless the file says otherwise; a suffix, or
 * `pull/<number>` for pull requests without one, is appended to the path.
 */
function workspaceIdentity(inputs) {
    const base = inputs.githubRepository === undefined ? inputs.local : (0,_repo_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .ciIdentity */ .Hc)(inputs.githubRepository);
    const suffix = inputs.suffix || (inputs.pullRequest === undefined ? '' : `pull/${inputs.pullRequest}`);
    return {
        userName: inputs.user ?? base.userName,
        host: inputs.host ?? base.host,
        path: (0,_repo_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .withSourceSuffix */ .Nm)(inputs.root ?? base.path, suffix),
    };
}
/** The source of a path below the workspace root; `relative` uses `/` and `.` or the empty text means the root itself. */
function sourceBelow(root, relative) {
    return { ...root, path: joinSourcePath(root.path, relative) };
}
/** `path` followed by `relative`, without `.` segments, double slashes and a trailing slash. */
function joinSourcePath(path, relative) {
    const parts = relative.split('/').filter((part) => part !== '' && part !== '.');
    const base = path.length > 1 ? path.replace(/\/+$/, '') : path;
    if (parts.length === 0)
        return base === '' ? '/' : base;
    return base === '/' ? `/${parts.join('/')}` : `${base}/${parts.join('/')}`;
}


/***/ }),

/***/ 7543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ decodeStats),
/* harmony export */   Mm: () => (/* binding */ encodeStats),
/* harmony export */   Wh: () => (/* binding */ EMPTY_STATS)
/* harmony export */ });
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6495);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1873);
/** Counters stored with a snapshot; informational, never used for decisions (docs/repository-format.md, "Snapshot manifest"). */


const NAMES = [
    'totalSize',
    'excludedTotalSize',
    'fileCount',
    'cachedFiles',
    'nonCachedFiles',
    'dirCount',
    'excludedFileCount',
    'excludedDirCount',
    'ignoredErrorCount',
    'errorCount',
];
/** All zero, as in a checkpoint. */
const EMPTY_STATS = {
    totalSize: 0,
    excludedTotalSize: 0,
    fileCount: 0,
    cachedFiles: 0,
    nonCachedFiles: 0,
    dirCount: 0,
    excludedFileCount: 0,
    excludedDirCount: 0,
    ignoredErrorCount: 0,
    errorCount: 0,
};
/** JSON text with the members in stored order. */
function encodeStats(stats) {
    return (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoJson */ .pl)(Object.fromEntries(NAMES.map((name) => [name, stats[name]])));
}
const TABLE = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .memberNames */ .hQ)(...NAMES);
/** The counters in a parsed value, or undefined when one is no integer. */
function decodeStats(value) {
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(value))
        return undefined;
    const picked = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .pickMembers */ .tD)(value, TABLE);
    const stats = { ...EMPTY_STATS };
    for (const name of NAMES) {
        const count = picked[name] ?? 0;
        if (typeof count !== 'number' || !Number.isSafeInteger(count))
            return undefined;
        stats[name] = count;
    }
    // Every name was set above.
    return stats;
}


/***/ }),

/***/ 2541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ findSnapshot),
/* harmony export */   Cj: () => (/* binding */ deleteSnapshot),
/* harmony export */   Os: () => (/* binding */ saveSnapshot),
/* harmony export */   jQ: () => (/* binding */ listSnapshots),
/* harmony export */   rP: () => (/* binding */ listSources)
/* harmony export */ });
/* unused harmony exports loadSnapshot, replaceSnapshot */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _policy_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5181);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7135);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8267);
/** Snapshot manifests in a repository: find, load, save, delete. */




/** Longest description that Kopia takes, in bytes. */
const MAX_DESCRIPTION_BYTES = 1024;
/** Snapshots ascending by time: of one source, or of all. Throws CAIRN_SNAPSHOT_DAMAGED when one cannot be read. */
async function listSnapshots(repository, source, signal) {
    const labels = source === undefined ? { type: _source_js__WEBPACK_IMPORTED_MODULE_2__/* .SNAPSHOT_TYPE */ .C5 } : (0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceLabels */ .XQ)(source);
    const snapshots = [];
    for (const entry of await repository.manifests.find(labels)) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        const found = await repository.manifests.get(entry.id);
        // Another client may have deleted it between the two calls.
        if (found !== undefined)
            snapshots.push((0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeSnapshotManifest */ .CV)(entry.id, found.json));
    }
    return snapshots.sort(_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .compareByTime */ .YP);
}
/** The sources that have snapshots, in order of their text form. */
async function listSources(repository) {
    const sources = new Map();
    for (const entry of await repository.manifests.find({ type: _source_js__WEBPACK_IMPORTED_MODULE_2__/* .SNAPSHOT_TYPE */ .C5 })) {
        const source = (0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceFromLabels */ .jU)(entry.labels);
        sources.set((0,_policy_target_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSource */ .j2)(source), source);
    }
    return [...sources.values()].sort(_source_js__WEBPACK_IMPORTED_MODULE_2__/* .compareSources */ .mr);
}
/** One snapshot by the ID of its manifest; undefined when there is none. */
async function findSnapshot(repository, id) {
    const found = await repository.manifests.get(id);
    return found === undefined || found.entry.labels['type'] !== _source_js__WEBPACK_IMPORTED_MODULE_2__/* .SNAPSHOT_TYPE */ .C5 ? undefined : (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeSnapshotManifest */ .CV)(id, found.json);
}
/** One snapshot by the ID of its manifest. Throws CAIRN_SNAPSHOT_NOT_FOUND. */
async function loadSnapshot(repository, id) {
    const snapshot = await findSnapshot(repository, id);
    if (snapshot === undefined)
        throw new CairnError('CAIRN_SNAPSHOT_NOT_FOUND', `There is no snapshot ${id} in the repository.`, {
            hint: 'List the snapshots with "cairn snapshot list --all".',
        });
    return snapshot;
}
/**
 * Stores the manifest and returns it with its ID; it becomes visible to others at the next flush.
 * Throws CAIRN_USAGE for a source with an empty part, a tag key that clashes with a label, or a description above 1024 bytes.
 */
async function saveSnapshot(repository, manifest) {
    const { source } = manifest;
    if (source.host === '' || source.userName === '' || source.path === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `A snapshot needs a user, a host and a path; this one has ${(0,_policy_target_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSource */ .j2)(source)}.`);
    if (Buffer.byteLength(manifest.description) > MAX_DESCRIPTION_BYTES)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `The description is longer than ${MAX_DESCRIPTION_BYTES} bytes.`, {
            hint: 'Shorten it, or use tags.',
        });
    const labels = (0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceLabels */ .XQ)(source);
    for (const [key, value] of Object.entries(manifest.tags)) {
        if (Object.hasOwn(labels, key))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `The tag key "${key}" is reserved.`);
        labels[key] = value;
    }
    const id = await repository.manifests.put(labels, (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeSnapshotManifest */ .k2)(manifest));
    return { ...manifest, id };
}
/** Replaces a stored manifest, for pins and descriptions: a new ID, and the old one is deleted. */
async function replaceSnapshot(repository, manifest) {
    const saved = await saveSnapshot(repository, manifest);
    if (manifest.id !== '')
        await repository.manifests.delete(manifest.id);
    return saved;
}
/** Forgets a snapshot; its data stays until maintenance finds it unused. */
async function deleteSnapshot(repository, id) {
    await repository.manifests.delete(id);
}


/***/ }),

/***/ 2444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pl: () => (/* binding */ decodeSummary),
/* harmony export */   eh: () => (/* binding */ summarize),
/* harmony export */   zp: () => (/* binding */ encodeSummary)
/* harmony export */ });
/* unused harmony export MAX_SUMMARY_ERRORS */
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6495);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1873);
/* harmony import */ var _util_timestamp_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9252);
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
const SUMMARY_NAMES = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .memberNames */ .hQ)('size', 'files', 'symlinks', 'dirs', 'maxTime', 'incomplete', 'numFailed', 'numIgnoredErrors', 'errors');
const FAILURE_NAMES = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .memberNames */ .hQ)('path', 'error');
/** The summary in a parsed object, or the name of the member that has a wrong type. */
function decodeSummary(object) {
    const picked = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .pickMembers */ .tD)(object, SUMMARY_NAMES);
    const counts = { size: 0, files: 0, symlinks: 0, dirs: 0, numFailed: 0, numIgnoredErrors: 0 };
    for (const name of ['size', 'files', 'symlinks', 'dirs', 'numFailed', 'numIgnoredErrors']) {
        const value = picked[name] ?? 0;
        if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
            return name;
        counts[name] = value;
    }
    const maxTimeNs = picked.maxTime === undefined ? 0n : typeof picked.maxTime === 'string' ? (0,_util_timestamp_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTimestamp */ .l)(picked.maxTime) : undefined;
    if (maxTimeNs === undefined)
        return 'maxTime';
    const incomplete = picked.incomplete ?? '';
    if (typeof incomplete !== 'string')
        return 'incomplete';
    const errors = decodeFailures(picked.errors);
    if (errors === undefined)
        return 'errors';
    const summary = { ...counts, maxTimeNs, errors };
    return incomplete === '' ? summary : { ...summary, incomplete: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .wellFormed */ .ES)(incomplete) };
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
        if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(item))
            return undefined;
        const { path = '', error = '' } = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .pickMembers */ .tD)(item, FAILURE_NAMES);
        if (typeof path !== 'string' || typeof error !== 'string')
            return undefined;
        failures.push({ path: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .wellFormed */ .ES)(path), error: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .wellFormed */ .ES)(error) });
    }
    return failures;
}


/***/ }),

/***/ 1290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EX: () => (/* binding */ isObjectError),
/* harmony export */   Ir: () => (/* binding */ walkTree),
/* harmony export */   KG: () => (/* binding */ listDirectory),
/* harmony export */   cf: () => (/* binding */ findChild),
/* harmony export */   is: () => (/* binding */ MAX_TREE_DEPTH)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _directory_stream_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6448);
/**
 * Walks the tree of a snapshot, depth first and with bounded memory.
 *
 * What is stored is hostile in shape even when it is authentic: a directory may contain itself, be endlessly deep, or not be there.
 */


/** Deeper trees are refused: no file system could have held them. */
const MAX_TREE_DEPTH = 4096;
/** Errors that concern one object; all others (storage, cancel) end a walk. */
function isObjectError(error) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error) && error.kind === 'damage';
}
/** All that is below `root`, which may be a single file. Damage of one directory is an event; other errors are thrown. */
async function* walkTree(objects, root, signal) {
    if (root.type !== 'd') {
        yield { kind: 'entry', path: '', entry: root };
        return;
    }
    const levels = [];
    const onPath = new Set();
    let pending = { path: '', entry: root };
    while (pending !== undefined || levels.length > 0) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        if (pending !== undefined) {
            const { path, entry } = pending;
            pending = undefined;
            let isSkipped = false;
            yield {
                kind: 'enter',
                path,
                entry,
                skip: () => {
                    isSkipped = true;
                },
            };
            const refusal = isSkipped ? undefined : refuse(entry, path, levels.length, onPath);
            if (refusal !== undefined)
                yield { kind: 'unreadable', path, entry, error: refusal };
            if (isSkipped || refusal !== undefined) {
                yield { kind: 'leave', path, entry };
                continue;
            }
            onPath.add(entry.objectId);
            levels.push({ path, entry, batches: (0,_directory_stream_js__WEBPACK_IMPORTED_MODULE_1__/* .readDirectory */ .g)(objects, entry.objectId, signal), entries: [], rejected: [], at: 0 });
        }
        // The loop's condition: without a pending directory there is a level.
        const level = levels[levels.length - 1];
        const next = level.entries[level.at];
        if (next !== undefined) {
            level.at++;
            const path = level.path === '' ? next.name : `${level.path}/${next.name}`;
            if (next.type === 'd')
                pending = { path, entry: next };
            else
                yield { kind: 'entry', path, entry: next };
            continue;
        }
        let isLast = false;
        try {
            const batch = await level.batches.next();
            if (batch.done)
                isLast = true;
            else {
                level.entries = batch.value.entries;
                level.rejected = batch.value.rejected;
                level.at = 0;
            }
        }
        catch (error) {
            if (!isObjectError(error))
                throw error;
            yield { kind: 'unreadable', path: level.path, entry: level.entry, error };
            isLast = true;
        }
        if (!isLast) {
            for (const { name, reason } of level.rejected)
                yield { kind: 'rejected', path: level.path, name, reason };
            continue;
        }
        levels.pop();
        onPath.delete(level.entry.objectId);
        yield { kind: 'leave', path: level.path, entry: level.entry };
    }
}
function refuse(entry, path, depth, onPath) {
    if (depth >= MAX_TREE_DEPTH)
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_TREE_TOO_DEEP', `A directory is nested more than ${MAX_TREE_DEPTH} levels deep.`);
    if (onPath.has(entry.objectId))
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_TREE_LOOP', `Directory ${entry.objectId} contains itself, at "${path}".`);
    if (entry.objectId === '')
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_DIRECTORY_DAMAGED', `The directory "${path}" has no object ID.`);
    return undefined;
}
/** The entry called `name` in the directory `directory`, or undefined. */
async function findChild(objects, directory, name, signal) {
    for await (const batch of (0,_directory_stream_js__WEBPACK_IMPORTED_MODULE_1__/* .readDirectory */ .g)(objects, directory.objectId, signal)) {
        const found = batch.entries.find((entry) => entry.name === name);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** All safely named entries of one directory, for listings. */
async function listDirectory(objects, id, signal) {
    const all = [];
    for await (const batch of (0,_directory_stream_js__WEBPACK_IMPORTED_MODULE_1__/* .readDirectory */ .g)(objects, id, signal))
        for (const entry of batch.entries)
            all.push(entry);
    return all;
}


/***/ })

};
