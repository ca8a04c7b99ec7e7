export const id = 6335;
export const ids = [6335];
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

/***/ 6583:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ beginEpochWhenDue)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** The last thing that a command which wrote does for the repository. */

/** Begins the next index epoch when it is time. Nothing depends on it, so a failure is only a line in the debug log. */
async function beginEpochWhenDue(repository, log, signal) {
    if (signal.aborted)
        return;
    try {
        const epoch = await repository.advanceEpoch(signal);
        if (epoch !== undefined)
            log.debug(`Began index epoch ${epoch}.`);
    }
    catch (error) {
        log.debug(`No index epoch was begun: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
    }
}


/***/ }),

/***/ 34905:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ compressorForMetadata),
/* harmony export */   uf: () => (/* binding */ compressorForAll),
/* harmony export */   vB: () => (/* binding */ compressorForFile)
/* harmony export */ });
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56495);
/** Which compressor a file gets (docs/repository-format.md, "Compressor of a file"). */

/** Name of the compressor for a file of `sizeBytes`, or undefined for none. */
function compressorForFile(policy, fileName, sizeBytes) {
    const name = policy?.compressorName;
    if (policy === undefined || name === undefined || name === '' || name === 'none')
        return undefined;
    if (policy.minSize !== undefined && policy.minSize > 0 && sizeBytes < policy.minSize)
        return undefined;
    if (policy.maxSize !== undefined && policy.maxSize > 0 && sizeBytes > policy.maxSize)
        return undefined;
    const dot = fileName.lastIndexOf('.');
    const extension = dot < 0 ? '' : fileName.slice(dot);
    // `onlyCompress` does not switch the others off: it only wins over `neverCompress`.
    if (contains(policy.onlyCompress, extension))
        return name;
    return contains(policy.neverCompress, extension) ? undefined : name;
}
/** The one compressor of all files, undefined for none, or `varies` when it depends on their names or sizes. */
function compressorForAll(policy) {
    const { compressorName, minSize = 0, maxSize = 0, neverCompress = [] } = policy ?? {};
    if (compressorName === undefined || compressorName === '' || compressorName === 'none')
        return { name: undefined };
    return minSize > 0 || maxSize > 0 || neverCompress.length > 0 ? 'varies' : { name: compressorName };
}
/** Name of the compressor for directories and indirect lists, or undefined for none. */
function compressorForMetadata(policy) {
    const name = policy.metadataCompression?.compressorName;
    return name === undefined || name === '' || name === 'none' ? undefined : name;
}
/** Binary search, not `includes`: in a stored list that is not sorted Kopia misses entries, and the choice must be the same. */
function contains(list, wanted) {
    if (list === undefined)
        return false;
    let low = 0;
    let high = list.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .compareUtf8 */ .zq)(list[middle] ?? '', wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return list[low] === wanted;
}


/***/ }),

/***/ 18942:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ nativeHooks),
/* harmony export */   M: () => (/* binding */ NATIVE_TIMEOUT_SECONDS)
/* harmony export */ });
/** Seconds that a stored hook without a timeout may take. */
const NATIVE_TIMEOUT_SECONDS = 180;
/** The hooks of a stored policy: a mode that is absent or unknown is optional, a timeout that is absent or 0 is 180 s. */
function nativeHooks(actions, origin) {
    const set = {};
    for (const name of ['beforeSnapshotRoot', 'afterSnapshotRoot', 'beforeFolder', 'afterFolder']) {
        const action = actions?.[name];
        if (action !== undefined)
            set[name] = [nativeHook(action, origin, name.startsWith('before'))];
    }
    return set;
}
function nativeHook(action, origin, isBefore) {
    const mode = action.mode === 'essential' || action.mode === 'async' ? action.mode : 'optional';
    return {
        program: nativeProgram(action),
        mode,
        timeoutSeconds: action.timeout || NATIVE_TIMEOUT_SECONDS,
        origin,
        // Nobody waits for the output of an async hook.
        capturesRedirect: isBefore && mode !== 'async',
    };
}
/** A script wins over a path; an action with neither is the empty command, which fails when it runs. */
function nativeProgram(action) {
    if (action.script !== undefined && action.script !== '')
        return { kind: 'script', script: action.script };
    return { kind: 'command', argv: [action.path ?? '', ...(action.args ?? [])] };
}


/***/ }),

/***/ 43986:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ topFailures),
/* harmony export */   h: () => (/* binding */ summaryAfterChange)
/* harmony export */ });
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56495);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42444);
/** The summary of a directory that was changed after its snapshot was made. */


/**
 * Totals of the new entries, with the failures that happened in the directory itself when it was snapshotted: those that its summary counts
 * beyond what its old sub-directories had.
 */
function summaryAfterChange(directory, before, entries) {
    const old = directory.summary;
    const incomplete = old?.incomplete;
    const fresh = (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .summarize */ .eh)(entries, directory.mtimeNs, { fatal: [], ignored: [], incomplete });
    if (old === undefined)
        return fresh;
    let { numFailed, numIgnoredErrors } = old;
    const ofOthers = new Set();
    for (const { summary } of before) {
        numFailed -= summary?.numFailed ?? 0;
        numIgnoredErrors -= summary?.numIgnoredErrors ?? 0;
        for (const failure of summary?.errors ?? [])
            ofOthers.add(keyOf(failure));
    }
    return {
        ...fresh,
        numFailed: fresh.numFailed + Math.max(0, numFailed),
        numIgnoredErrors: fresh.numIgnoredErrors + Math.max(0, numIgnoredErrors),
        errors: topFailures([...fresh.errors, ...old.errors.filter((failure) => !ofOthers.has(keyOf(failure)))]),
    };
}
/** As many failures as a summary holds, in its order. */
function topFailures(failures) {
    return failures.toSorted((a, b) => (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .compareUtf8 */ .zq)(a.path, b.path)).slice(0, _summary_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_SUMMARY_ERRORS */ .Ex);
}
function keyOf({ path, error }) {
    return `${path}\0${error}`;
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

/***/ 72691:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ storeDirectory)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _dir_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88669);
/* harmony import */ var _directory_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53883);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42444);
/** Writes directory objects, large ones as a stream (docs/repository-format.md, "Directory objects"). */





/** Directories with more entries are never in memory as one text. */
const STREAMED_ENTRIES = 20_000;
const ENTRIES_PER_CHUNK = 2000;
/** Stores the directory with these entries, in any order. */
async function storeDirectory(objects, entries, summary, metadataCompressor, signal) {
    const options = { prefix: 'k', compressor: metadataCompressor, metadataCompressor: metadataCompressor ?? 'none', signal };
    const sorted = (0,_directory_js__WEBPACK_IMPORTED_MODULE_3__/* .sortEntries */ .R3)(entries);
    if (sorted.length <= STREAMED_ENTRIES)
        return await objects.writeBytes((0,_directory_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeDirectory */ .IC)(sorted, summary), options);
    return await objects.writeStream(directoryChunks(sorted, summary, signal), options);
}
/** The bytes of `encodeDirectory`, a part at a time. */
async function* directoryChunks(sorted, summary, signal) {
    let text = '{"stream":"kopia:directory","entries":[';
    for (let at = 0; at < sorted.length; at += ENTRIES_PER_CHUNK) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        const part = sorted.slice(at, at + ENTRIES_PER_CHUNK).map(_dir_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeDirEntry */ .sK);
        yield (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`${text}${at === 0 ? '' : ','}${part.join(',')}`);
        text = '';
    }
    yield (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`],"summary":${(0,_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .encodeSummary */ .zp)(summary)}}\n`);
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
