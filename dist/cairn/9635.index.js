export const id = 9635;
export const ids = [9635];
export const modules = {

/***/ 79849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

/***/ 86137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ ObjectCheck)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Whether one object can be read: its contents are in the index, the index points into packs that are there, and perhaps its bytes. */

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
        for (const prefix of PACK_PREFIXES) {
            for await (const blob of repository.care.storage.listBlobs(prefix, options.signal))
                packs.set(blob.id, blob.length);
        }
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
        for (const contentId of await this.#repository.objects.contentsOf(id)) {
            const { packBlobId, packOffset, packedLength } = await contents.find(contentId);
            const length = await this.#packLength(packBlobId);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
