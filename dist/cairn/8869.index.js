export const id = 8869;
export const ids = [8869];
export const modules = {

/***/ 9927:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ keepFormat),
/* harmony export */   i: () => (/* binding */ openAhead)
/* harmony export */ });
/* harmony import */ var _repo_blob_backends_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61345);
/* harmony import */ var _repo_blob_cloud_opening_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45227);
/* harmony import */ var _repo_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45160);
/* harmony import */ var _repo_format_key_derivation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90630);
/* harmony import */ var _repo_format_keys_ahead_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45716);
/* harmony import */ var _password_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16845);
/* harmony import */ var _read_cache_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87407);
/* harmony import */ var _storage_options_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(62440);
/** What is begun of a command on the connected repository while its code is still being loaded (docs/architecture.md, "Start of a command"). */








/** Part of a cache entry's name: the whole blob. */
const WHOLE = 'all';
/** The code of a command takes about as long to load; a store that needs longer to answer is waited for with that done. */
const MAX_WAIT_MS = 50;
/** Begins to open the storage of a connection and to make the key. What fails is met again, and told, by the command itself. */
function openAhead(context) {
    let begun = begin(context).catch(() => undefined);
    return {
        underWay: begun.then((it) => (it === undefined ? undefined : answered(it, context))),
        async take(configPath) {
            if (configPath !== context.configPath)
                return undefined;
            const taken = begun;
            begun = undefined;
            return await taken;
        },
        abandon() {
            void begun?.then((it) => {
                it?.keys?.abandon();
                it?.opening.abandon();
            });
            begun = undefined;
        },
    };
}
async function begin(context) {
    const config = await (0,_repo_config_js__WEBPACK_IMPORTED_MODULE_2__/* .readClientConfig */ .Kg)(context.configPath);
    if (!(0,_repo_blob_backends_js__WEBPACK_IMPORTED_MODULE_0__/* .opensAlike */ .ej)(config.storage.type))
        return undefined;
    const cache = (0,_read_cache_js__WEBPACK_IMPORTED_MODULE_6__/* .cacheFolderFor */ .a8)(context, config.storage);
    const [stored, copy] = await Promise.all([(0,_repo_config_js__WEBPACK_IMPORTED_MODULE_2__/* .readPassword */ .kf)(context.configPath), cache?.read(_repo_blob_cloud_opening_js__WEBPACK_IMPORTED_MODULE_1__/* .FORMAT_BLOB_ID */ .YP, WHOLE)]);
    const password = (0,_password_js__WEBPACK_IMPORTED_MODULE_5__/* .givenPassword */ .RH)(context, { given: context.passwordFlag, stored })?.value.trim();
    const keys = password === undefined ? undefined : new _repo_format_keys_ahead_js__WEBPACK_IMPORTED_MODULE_4__/* .KeysAhead */ .a(password, (0,_repo_format_key_derivation_js__WEBPACK_IMPORTED_MODULE_3__/* .startKeyThread */ .q5)());
    // The copy only says which key will be needed, most likely: it is what the store has that is opened.
    if (copy !== undefined)
        keys?.begin(copy);
    const opening = (0,_repo_blob_cloud_opening_js__WEBPACK_IMPORTED_MODULE_1__/* .beginCloud */ .h$)(config.storage, { ...(0,_storage_options_js__WEBPACK_IMPORTED_MODULE_7__/* .storageOptions */ .E)(context), mode: 'existing' });
    opening.formatBlob.then((bytes) => {
        if (bytes !== undefined)
            keys?.begin(bytes);
    }, () => undefined);
    return { config, opening, keys, cache, hasCopy: keys !== undefined && copy !== undefined };
}
/** Keeps the format blob of a repository that was opened, for the next time; nothing happens when it is there. */
async function keepFormat({ cache, keys }, formatBlob) {
    if (cache === undefined || keys === undefined)
        return;
    const copy = await cache.read(_repo_blob_cloud_opening_js__WEBPACK_IMPORTED_MODULE_1__/* .FORMAT_BLOB_ID */ .YP, WHOLE);
    if (copy === undefined || Buffer.compare(copy, formatBlob) !== 0)
        cache.add(_repo_blob_cloud_opening_js__WEBPACK_IMPORTED_MODULE_1__/* .FORMAT_BLOB_ID */ .YP, WHOLE, formatBlob);
}
async function answered({ opening, hasCopy }, { clock }) {
    await opening.asked;
    if (hasCopy)
        return;
    const late = new AbortController();
    await Promise.race([opening.formatBlob.catch(() => undefined), clock.sleep(MAX_WAIT_MS, late.signal).catch(() => undefined)]);
    late.abort();
}


/***/ }),

/***/ 16845:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IM: () => (/* binding */ resolvePassword),
/* harmony export */   RH: () => (/* binding */ givenPassword),
/* harmony export */   qL: () => (/* binding */ passwordOrigin)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Where the repository password comes from, in order (docs/cli.md, "Password"). */

/**
 * Finds the password: given, KOPIA_PASSWORD, CAIRN_PASSWORD, the password file, the terminal.
 *
 * White space around it is removed, as Kopia does, with a notice when that changed it.
 * Errors: CAIRN_PASSWORD_MISSING, CAIRN_PASSWORD_MISMATCH.
 */
async function resolvePassword(context, sources = {}) {
    const given = givenPassword(context, sources);
    if (given !== undefined)
        return { password: trimmed(context, given.value, given.origin), origin: given.origin };
    if (context.promptPassword !== undefined) {
        const password = await ask(context.promptPassword, sources.isNew ?? false);
        if (password.trim() !== '')
            return { password: trimmed(context, password, 'the terminal'), origin: 'the terminal' };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_PASSWORD_MISSING', 'No repository password was given.', {
        hint: 'Set KOPIA_PASSWORD (or CAIRN_PASSWORD) in the environment, or the "password" input of the action.',
    });
}
/** The password that can be had without asking, with the white space around it. */
function givenPassword({ env }, { given, stored }) {
    const candidates = [
        { origin: 'the password input', value: given },
        { origin: 'KOPIA_PASSWORD', value: env['KOPIA_PASSWORD'] },
        { origin: 'CAIRN_PASSWORD', value: env['CAIRN_PASSWORD'] },
        { origin: 'the password file', value: stored },
    ];
    for (const { origin, value } of candidates)
        if (value !== undefined && value.trim() !== '')
            return { origin, value };
    return undefined;
}
/** Where the password of a run will come from, as words for a message; undefined when none was given. */
function passwordOrigin(env, given) {
    if (given !== undefined && given.trim() !== '')
        return 'the password input';
    return ['KOPIA_PASSWORD', 'CAIRN_PASSWORD'].find((name) => (env[name] ?? '').trim() !== '');
}
async function ask(prompt, isNew) {
    const first = await prompt(isNew ? 'New repository password: ' : 'Repository password: ');
    if (isNew && (await prompt('The same again: ')) !== first) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_PASSWORD_MISMATCH', 'The two passwords are not the same.', { hint: 'Run the command again.' });
    }
    return first;
}
function trimmed(context, value, origin) {
    const password = value.trim();
    context.mask(value);
    context.mask(password);
    if (password !== value)
        context.log.notice(`White space around the password from ${origin} was removed, as Kopia does.`);
    return password;
}


/***/ }),

/***/ 87407:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "in": () => (/* binding */ DEFAULT_READ_CACHE_BYTES),
  a8: () => (/* binding */ cacheFolderFor),
  Qn: () => (/* binding */ clearReadCache),
  eG: () => (/* binding */ keptFor),
  OK: () => (/* binding */ readCacheFor),
  L5: () => (/* binding */ withReadCache)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/util/bytes.js
var util_bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(85416);
// EXTERNAL MODULE: ./lib/repo/blob/filesystem-errors.js
var filesystem_errors = __webpack_require__(45047);
;// CONCATENATED MODULE: ./lib/repo/blob/cache-sweep.js
/** Keeping a folder of copies small: what it holds, and removing what was not used for longest. */



const PLACE_NAME = /^[0-9a-f]{16}$/;
const FOLDER_NAME = /^[0-9a-f]{2}$/;
const ENTRY_NAME = /^[0-9a-f]{40}-[0-9a-z]+$/;
const TEMPORARY_NAME = /^[0-9a-f]{40}-[0-9a-z]+\.tmp\.[0-9a-f]{16}$/;
/** A file that was not completed in this time never will be. */
const ABANDONED_MS = 24 * 60 * 60_000;
/** An entry that nobody used for so long is of a time that is over. */
const UNUSED_MS = 60 * 24 * 60 * 60_000;
/** Down to this part of the limit, so that not every run has to sweep. */
const SWEPT_PART = 0.8;
const CONCURRENCY = 8;
/** The entries below a folder, of one place or of all; files that Cairn did not put there are left out. */
async function cacheEntries(files, directory, place) {
    return (await filesBelow(files, directory, place)).filter(({ isTemporary }) => !isTemporary);
}
/** Removes entries, those that were used longest ago first, until the rest is well below `limitBytes`; and what crashes left behind. */
async function sweepCache(options) {
    const { files, limitBytes, clock } = options;
    const nowMs = clock.nowMs();
    const found = await filesBelow(files, options.directory);
    const isOver = ({ isTemporary, usedMs }) => nowMs - usedMs > (isTemporary ? ABANDONED_MS : UNUSED_MS);
    const kept = found.filter((file) => !isOver(file) && !file.isTemporary).sort((a, b) => a.usedMs - b.usedMs);
    let total = kept.reduce((sum, { bytes }) => sum + bytes, 0);
    const removed = found.filter(isOver);
    if (total > limitBytes) {
        for (const entry of kept) {
            if (total <= limitBytes * SWEPT_PART)
                break;
            removed.push(entry);
            total -= entry.bytes;
        }
    }
    await (0,util_async/* mapConcurrent */._)(removed, CONCURRENCY, ({ path }) => removeFile(files, path));
}
/** Removes the entries of a place, or of all; returns how many there were. */
async function clearCache(files, directory, place) {
    const found = await filesBelow(files, directory, place);
    await (0,util_async/* mapConcurrent */._)(found, CONCURRENCY, ({ path }) => removeFile(files, path));
    return found.length;
}
async function filesBelow(files, directory, place) {
    const places = place === undefined ? await foldersIn(files, directory, PLACE_NAME) : [(0,external_node_path_.join)(directory, place)];
    const folders = (await (0,util_async/* mapConcurrent */._)(places, CONCURRENCY, (path) => foldersIn(files, path, FOLDER_NAME))).flat();
    const found = await (0,util_async/* mapConcurrent */._)(folders, CONCURRENCY, async (folder) => {
        const names = (await entriesIn(files, folder)).filter(({ name }) => ENTRY_NAME.test(name) || TEMPORARY_NAME.test(name));
        return await (0,util_async/* mapConcurrent */._)(names, CONCURRENCY, async ({ name }) => {
            try {
                const path = (0,external_node_path_.join)(folder, name);
                const { sizeBytes, modifiedMs } = await files.status(path);
                return [{ path, bytes: sizeBytes, usedMs: modifiedMs, isTemporary: TEMPORARY_NAME.test(name) }];
            }
            catch (error) {
                if ((0,filesystem_errors/* isAbsent */.W0)(error))
                    return [];
                throw error;
            }
        });
    });
    return found.flat(2);
}
async function foldersIn(files, path, wanted) {
    return (await entriesIn(files, path))
        .filter(({ name, isDirectory }) => isDirectory && wanted.test(name))
        .map(({ name }) => (0,external_node_path_.join)(path, name));
}
async function entriesIn(files, path) {
    try {
        return await files.readDirectory(path);
    }
    catch (error) {
        // Others may remove it at any time.
        if ((0,filesystem_errors/* isAbsent */.W0)(error))
            return [];
        throw error;
    }
}
async function removeFile(files, path) {
    try {
        await files.remove(path);
    }
    catch (error) {
        if (!(0,filesystem_errors/* isAbsent */.W0)(error))
            throw error;
    }
}

// EXTERNAL MODULE: ./lib/repo/blob/file-directories.js
var file_directories = __webpack_require__(25576);
// EXTERNAL MODULE: ./lib/repo/blob/file-reader.js
var file_reader = __webpack_require__(43216);
// EXTERNAL MODULE: ./lib/repo/blob/file-writer.js
var file_writer = __webpack_require__(37276);
;// CONCATENATED MODULE: ./lib/repo/blob/cache-folder.js
/**
 * A folder that keeps copies of parts of blobs (docs/backends.md, "Read cache"). It may vanish, be damaged or be changed by others at any moment.
 *
 * <folder>/<place>/<2 hex digits>/<40 hex digits>-<part>    one entry; the digits are a hash of the blob's name
 *
 * entry:  magic (8) | SHA-256 of name, part and bytes (32) | bytes
 */









const MAGIC = (0,util_bytes/* utf8 */.As)('CAIRNC1\n');
const DIGEST_BYTES = 32;
const HEADER_BYTES = MAGIC.length + DIGEST_BYTES;
const NAME_DIGITS = 40;
/** An entry that was used so lately need not be marked as used again. */
const TOUCH_AFTER_MS = 60 * 60_000;
/** Larger parts are not kept. */
const MAX_ENTRY_BYTES = 64 * 1024 * 1024;
/** Entries that wait to be written, in bytes; more are not kept. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;
/** Tells backup programs to leave the folder out (https://bford.info/cachedir). */
const TAG = 'Signature: 8a477f597d28d172789f06886806bc55\n# Copies of blobs that Cairn keeps; safe to delete at any time.\n';
/** No method throws: a folder that cannot be used is one that holds nothing, and is said once. */
class CacheFolder {
    #options;
    #writes = new Set();
    #waitingBytes = 0;
    #addedBytes = 0;
    #isReadable = true;
    #isWritable = true;
    constructor(options) {
        this.#options = options;
    }
    /** The bytes of a part, as they were added; undefined when they are not there or not whole. */
    async read(id, part) {
        if (!this.#isReadable)
            return undefined;
        const path = this.#pathOf(id, part);
        try {
            const { sizeBytes, modifiedMs } = await this.#options.files.status(path);
            // Whoever may write here shall not fill the memory.
            const isTooLong = sizeBytes > MAX_ENTRY_BYTES + HEADER_BYTES;
            const entry = isTooLong ? new Uint8Array(0) : await (0,file_reader/* readFileRange */.q)(this.#options.files, path, {}, id);
            const bytes = entry.subarray(Math.min(entry.length, HEADER_BYTES));
            if ((0,util_bytes/* equalBytes */.ex)(entry.subarray(0, HEADER_BYTES), headerOf(id, part, bytes))) {
                await this.#touch(path, modifiedMs).catch(() => undefined);
                return bytes;
            }
            this.#options.log.debug(`cache: ${path} is not what was written: removed`);
            await this.#options.files.remove(path);
        }
        catch (error) {
            if (!(0,filesystem_errors/* isAbsent */.W0)(error))
                this.#giveUp(error);
        }
        return undefined;
    }
    /** Keeps the bytes of a part; `close` waits for it. */
    add(id, part, bytes) {
        if (!this.#isWritable ||
            bytes.length > Math.min(MAX_ENTRY_BYTES, this.#options.limitBytes) ||
            this.#waitingBytes + bytes.length > MAX_WAITING_BYTES)
            return;
        this.#waitingBytes += bytes.length;
        const write = this.#write(id, part, bytes)
            .catch((error) => this.#keepNoMore(error))
            .finally(() => {
            this.#waitingBytes -= bytes.length;
            this.#writes.delete(write);
        });
        this.#writes.add(write);
    }
    /** Drops every part of a blob. */
    async forget(id) {
        await Promise.all(this.#writes);
        const folder = this.#folderOf(id);
        try {
            for (const { name } of await this.#options.files.readDirectory(folder)) {
                if (name.startsWith(`${digitsOf(id)}-`))
                    await this.#options.files.remove((0,external_node_path_.join)(folder, name));
            }
        }
        catch (error) {
            if (!(0,filesystem_errors/* isAbsent */.W0)(error))
                this.#giveUp(error);
        }
    }
    /** Waits for what is being written, and removes what was not used for longest when it has grown too large. */
    async close() {
        await Promise.all(this.#writes);
        if (this.#addedBytes === 0)
            return;
        try {
            await sweepCache(this.#options);
        }
        catch (error) {
            this.#keepNoMore(error);
        }
    }
    async #write(id, part, bytes) {
        const { files, random } = this.#options;
        const path = this.#pathOf(id, part);
        const temporary = `${path}.tmp.${(0,util_bytes/* toHex */.nj)(random(8))}`;
        const file = await this.#create(temporary, this.#folderOf(id));
        let isTemporaryThere = true;
        try {
            try {
                const entry = (0,util_bytes/* concatBytes */.Id)([headerOf(id, part, bytes), bytes]);
                await (0,file_writer/* writeAll */.f4)(file, [entry], undefined);
            }
            finally {
                await file.close();
            }
            // Not synced: an entry that a crash leaves incomplete is found to be so.
            await files.rename(temporary, path);
            isTemporaryThere = false;
            this.#addedBytes += bytes.length;
        }
        catch (error) {
            // Somebody emptied the folder, or on Windows reads the same entry.
            if (!(0,filesystem_errors/* isAbsent */.W0)(error) && (0,filesystem_errors/* systemCodeOf */.c7)(error) !== 'EPERM' && (0,filesystem_errors/* systemCodeOf */.c7)(error) !== 'EBUSY')
                throw error;
        }
        finally {
            if (isTemporaryThere)
                await files.remove(temporary).catch(() => undefined);
        }
    }
    async #create(temporary, folder) {
        const { files, directory } = this.#options;
        try {
            return await files.createNew(temporary, 0o600);
        }
        catch (error) {
            if (!(0,filesystem_errors/* isAbsent */.W0)(error))
                throw error;
        }
        await (0,file_directories/* makeDirectories */.K)(files, folder, 0o700);
        await this.#tag((0,external_node_path_.join)(directory, 'CACHEDIR.TAG'));
        return await files.createNew(temporary, 0o600);
    }
    async #tag(path) {
        try {
            const file = await this.#options.files.createNew(path, 0o600);
            try {
                await file.write([(0,util_bytes/* utf8 */.As)(TAG)]);
            }
            finally {
                await file.close();
            }
        }
        catch (error) {
            if ((0,filesystem_errors/* systemCodeOf */.c7)(error) !== 'EEXIST')
                throw error;
        }
    }
    /** Marks an entry as used, for `sweepCache`; the folder may be for reading only. */
    async #touch(path, modifiedMs) {
        const { files, clock } = this.#options;
        if (clock.nowMs() - modifiedMs < TOUCH_AFTER_MS)
            return;
        const file = await files.openForReading(path);
        try {
            await file.changeTime(clock.nowNs());
        }
        finally {
            await file.close();
        }
    }
    #pathOf(id, part) {
        return (0,external_node_path_.join)(this.#folderOf(id), `${digitsOf(id)}-${part}`);
    }
    #folderOf(id) {
        return (0,external_node_path_.join)(this.#options.directory, this.#options.place, digitsOf(id).slice(0, 2));
    }
    /** A folder that can only be read serves all the same. */
    #keepNoMore(error) {
        const { directory, log } = this.#options;
        if (this.#isWritable)
            log.notice(`Nothing more is kept in the cache in ${directory}: ${(0,errors/* messageOf */.bD)(error)}.`);
        this.#isWritable = false;
    }
    #giveUp(error) {
        const { directory, log } = this.#options;
        if (this.#isReadable)
            log.notice(`The cache in ${directory} is left alone, because it cannot be read: ${(0,errors/* messageOf */.bD)(error)}.`);
        this.#isReadable = false;
        this.#isWritable = false;
    }
}
function digitsOf(id) {
    return (0,external_node_crypto_.createHash)('sha256').update(id).digest('hex').slice(0, NAME_DIGITS);
}
function headerOf(id, part, bytes) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(`${id}\n${part}\n`).update(bytes).digest();
    return (0,util_bytes/* concatBytes */.Id)([MAGIC, new Uint8Array(digest)]);
}

// EXTERNAL MODULE: ./lib/repo/blob/read-up-to.js
var read_up_to = __webpack_require__(64028);
// EXTERNAL MODULE: ./lib/repo/blob/storage.js
var blob_storage = __webpack_require__(30095);
;// CONCATENATED MODULE: ./lib/repo/blob/caching.js


/** Blobs that never change under their name: index blobs that hold entries, and packs of folders and manifests. */
const KEPT = /^(?:x[nsr]\d|[nm][0-9a-f]{16}|q[0-9a-f]{16})/;
const PACK = 'q';
const WHOLE = 'all';
/**
 * The same storage; what was read before, by this run or an earlier one, is taken from `folder`. Listings always ask the storage, so that a copy
 * counts for nothing when its blob is gone. A read with `isFresh` drops the copies of its blob.
 */
function caching(storage, folder) {
    return {
        displayName: storage.displayName,
        async getBlob(id, options) {
            const part = partOf(id, options);
            if (options?.isFresh === true)
                await folder.forget(id);
            else if (part !== undefined) {
                const kept = await folder.read(id, part);
                if (kept !== undefined)
                    return kept;
            }
            const bytes = await storage.getBlob(id, options);
            if (part !== undefined)
                folder.add(id, part, bytes);
            return bytes;
        },
        statBlob: (id) => storage.statBlob(id),
        async putBlob(id, parts, options) {
            const stored = await storage.putBlob(id, parts, options);
            // The next run on this machine begins with what this one wrote.
            if (KEPT.test(id))
                keep(folder, id, parts);
            return stored;
        },
        async deleteBlob(id) {
            await storage.deleteBlob(id);
            if (KEPT.test(id))
                await folder.forget(id);
        },
        listBlobs: (prefix, signal) => storage.listBlobs(prefix, signal),
        ...(0,blob_storage/* flushOf */.e)(storage),
        async close() {
            await folder.close();
            await storage.close();
        },
    };
}
/** What a read asks for, in the words of the folder; undefined when it is not kept. */
function partOf(id, options = {}) {
    if (!KEPT.test(id))
        return undefined;
    const { offset = 0, length, mayBeShorter = false } = options;
    if (!id.startsWith(PACK))
        return offset === 0 && length === undefined ? WHOLE : undefined;
    return mayBeShorter && length === read_up_to/* READ_AHEAD_BYTES */.p && offset % read_up_to/* READ_AHEAD_BYTES */.p === 0 ? segmentName(offset) : undefined;
}
function keep(folder, id, parts) {
    // A copy of its own: who put the blob uses the memory again.
    const bytes = new Uint8Array(Buffer.concat(parts));
    if (!id.startsWith(PACK))
        folder.add(id, WHOLE, bytes);
    else
        for (let offset = 0; offset < bytes.length; offset += read_up_to/* READ_AHEAD_BYTES */.p) {
            folder.add(id, segmentName(offset), bytes.subarray(offset, offset + read_up_to/* READ_AHEAD_BYTES */.p));
        }
}
function segmentName(offset) {
    return (offset / read_up_to/* READ_AHEAD_BYTES */.p).toString(10);
}

// EXTERNAL MODULE: ./lib/repo/blob/filesystem.js
var filesystem = __webpack_require__(53011);
// EXTERNAL MODULE: ./lib/repo/blob/storage-config.js
var storage_config = __webpack_require__(7014);
;// CONCATENATED MODULE: ./lib/commands/read-cache.js
/** Cairn's own cache on this machine: copies of index blobs and metadata packs between runs (docs/backends.md, "Read cache"). */






/** What all copies together may take when nobody says another size. */
const DEFAULT_READ_CACHE_BYTES = 500_000_000;
/** Members of a connection that say where it leads; keys and tokens change, and are nobody's business here. */
const PLACE_MEMBERS = ['endpoint', 'bucket', 'container', 'storageAccount', 'prefix', 'path', 'name', 'pointInTime'];
/** What a run uses for a connection; undefined when it keeps no copies. */
function readCacheFor({ readCache }, config) {
    if (readCache === undefined || readCache.limitBytes <= 0)
        return undefined;
    return readCache.isForAll || (0,storage_config/* isFar */.Mg)(config) ? readCache : undefined;
}
/** The folder for copies of what a connection leads to, where one is used. */
function cacheFolderFor(context, config) {
    const settings = readCacheFor(context, config);
    if (settings === undefined)
        return undefined;
    const { clock, random, log } = context;
    const { directory, limitBytes } = settings;
    return new CacheFolder({ directory, place: placeOf(config), limitBytes, files: filesystem/* nodeFileOperations */.zh, clock, random, log });
}
/** The same storage behind the cache, where one is used. */
function withReadCache(context, config, storage, folder = cacheFolderFor(context, config)) {
    return folder === undefined ? storage : caching(storage, folder);
}
/** What is kept for a connection. Errors: those of the system. */
async function keptFor(settings, config) {
    return await cacheEntries(filesystem/* nodeFileOperations */.zh, settings.directory, placeOf(config));
}
/** Drops what is kept for a connection. Errors: those of the system. */
async function clearReadCache(settings, config) {
    await clearCache(filesystem/* nodeFileOperations */.zh, settings.directory, placeOf(config));
}
function placeOf({ type, config }) {
    const place = PLACE_MEMBERS.map((name) => config[name] ?? '');
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([type, ...place]))
        .digest('hex')
        .slice(0, 16);
}


/***/ }),

/***/ 62404:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   Og: () => (/* binding */ combineExitCodes),
/* harmony export */   ai: () => (/* binding */ EXIT_CODES),
/* harmony export */   kF: () => (/* binding */ reportedError),
/* harmony export */   sN: () => (/* binding */ combineStatus)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** How the results of a run add up: one status, one exit code (docs/errors.md, "Exit codes"). */

/** Exit code of each kind of failure. `cancelled` is 130; a face that saw SIGTERM says 143. */
const EXIT_CODES = {
    failed: 1,
    bug: 1,
    usage: 2,
    partial: 3,
    damage: 4,
    differences: 5,
    hook: 6,
    storage: 7,
    'no-repository': 10,
    busy: 11,
    password: 12,
    cancelled: 130,
};
/** Which of several exit codes a run reports: the first of these that occurred. */
const PRECEDENCE = [130, 2, 12, 10, 11, 4, 7, 6, 3, 1];
/** The exit code of several failures; 0 when there is none. */
function combineExitCodes(codes) {
    const seen = new Set(codes);
    return PRECEDENCE.find((code) => seen.has(code)) ?? 0;
}
const STATUS_PRECEDENCE = ['cancelled', 'failed', 'partial', 'created', 'unchanged', 'skipped'];
/** The status of a run from those of its sources; a run without sources has the given one. */
function combineStatus(statuses, whenEmpty) {
    return STATUS_PRECEDENCE.find((status) => statuses.includes(status)) ?? whenEmpty;
}
/** Exit code of anything that was thrown. */
function exitCodeOf(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb ? EXIT_CODES[error.kind] : 1;
}
/** The reportable form of anything that was thrown; an unknown error is one of ours, and says so. */
function reportedError(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb) {
        return { code: error.code, message: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) };
    }
    return {
        code: 'CAIRN_INTERNAL',
        message: `Cairn met a condition it does not know: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`,
        hint: 'This is a defect of Cairn. Please report it with the output of the same command and --verbose.',
    };
}


/***/ }),

/***/ 62440:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ storageOptions)
/* harmony export */ });
/** Options of a storage that come from the context. */
function storageOptions(context) {
    const { clock, random, log, platform, env, os, identityToken, mask, entryUrl, signal } = context;
    const { homeDirectory, temporaryDirectory } = os;
    return { clock, random, log, platform, backend: { env, homeDirectory, temporaryDirectory, identityToken, mask, entryUrl, signal } };
}


/***/ }),

/***/ 50317:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ derivedForms),
/* harmony export */   P: () => (/* binding */ MaskSet)
/* harmony export */ });
/** Values that must not be shown, in the forms in which they turn up in output. */
const SHORTEST = 4;
/** Longer values are masked by their lines only. */
const LONGEST = 16_384;
/** Secrets of a run; shared by everything that prints. */
class MaskSet {
    #values = new Set();
    #sorted;
    /** Adds a value and the forms derived from it; false when it is too short to be masked without ruining the log. */
    add(value) {
        const forms = derivedForms(value).filter((form) => form.length >= SHORTEST && form.length <= LONGEST);
        for (const form of forms)
            this.#values.add(form);
        if (forms.length > 0)
            this.#sorted = undefined;
        return forms.length > 0;
    }
    /** Length of the longest masked text, in UTF-16 units. */
    get longest() {
        return this.#ordered()[0]?.length ?? 0;
    }
    /** The text with every masked value replaced by `***`. */
    apply(text) {
        let masked = text;
        for (const value of this.#ordered())
            if (masked.includes(value))
                masked = masked.replaceAll(value, '***');
        return masked;
    }
    // Longest first: a value that contains another must be gone before its part is looked for.
    #ordered() {
        this.#sorted ??= [...this.#values].sort((a, b) => b.length - a.length);
        return this.#sorted;
    }
}
/** The value itself, its lines, and its usual encodings. */
function derivedForms(value) {
    const forms = new Set();
    const lines = value.split(/[\r\n]+/);
    for (const text of [value, ...lines]) {
        const trimmed = text.trim();
        if (trimmed.length < SHORTEST)
            continue;
        forms.add(text);
        forms.add(trimmed);
        forms.add(JSON.stringify(trimmed).slice(1, -1));
        forms.add(encodeQuietly(trimmed));
        const bytes = Buffer.from(trimmed);
        forms.add(bytes.toString('hex'));
        forms.add(bytes.toString('hex').toUpperCase());
        for (const encoded of base64Forms(bytes))
            forms.add(encoded);
    }
    return [...forms].filter((form) => !/[\r\n]/.test(form));
}
// Inside a longer text the base64 form depends on where the value starts; the characters that mix with neighbours are cut off.
function base64Forms(bytes) {
    const forms = [];
    for (const offset of [0, 1, 2]) {
        const shifted = Buffer.concat([Buffer.alloc(offset), bytes]);
        const cut = shifted.length % 3 === 0 ? shifted.length : shifted.length - (shifted.length % 3);
        const whole = Buffer.from(shifted.subarray(0, cut))
            .toString('base64')
            .slice(offset === 0 ? 0 : 4);
        // Short pieces would mask innocent text.
        if (whole.length < 8)
            continue;
        forms.push(whole, whole.replaceAll('+', '-').replaceAll('/', '_'));
    }
    return forms;
}
function encodeQuietly(text) {
    try {
        return encodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 64377:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ stripControls),
/* harmony export */   $d: () => (/* binding */ addMaskValue),
/* harmony export */   VP: () => (/* binding */ defuse),
/* harmony export */   _8: () => (/* binding */ LINE_PREFIX),
/* harmony export */   kF: () => (/* binding */ displayLines)
/* harmony export */ });
/**
 * Makes a line of hook output safe to print: it can never act as a workflow command (docs/hooks.md, "Output").
 *
 * The runner reads `::name::` at the start of a line, blanks before it not counted, and the older `##[name]` anywhere in a line, on both
 * streams and in any case.
 */
/** Stands before every shown line, so that none of them begins with a command. */
const LINE_PREFIX = '│ ';
/** Splits at every character that some reader of logs takes for a line end. */
function displayLines(text) {
    return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
}
// Escape sequences of terminals: CSI (colours, cursor), then strings such as OSC (titles, links), then the two-character ones.
const TERMINAL = [
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
    /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]/g,
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
    /(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?/g,
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
    /\u001b[ -/]*[0-~]/g,
];
// Control characters, invisible and direction-changing ones: a log must show what is there.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const INVISIBLE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/** Terminal sequences removed, other control and direction characters made visible as `\u{..}`. */
function stripControls(text) {
    const plain = TERMINAL.reduce((rest, pattern) => rest.replace(pattern, ''), text);
    return plain.replace(INVISIBLE, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}
/** Workflow commands broken up so that they are text, also for a reader that cuts our prefix off. */
function defuse(text) {
    return text.replace(/#(?=#(?:\[|vso\[))/gi, '# ').replace(/^(\s*:)(?=:)/, '$1 ');
}
/** The value of an `add-mask` command in either form; undefined for other lines. Values are unescaped as the runner does. */
function addMaskValue(text) {
    const modern = /^\s*::add-mask(?:\s[^:]*)?::(.*)$/is.exec(text);
    if (modern?.[1] !== undefined)
        return unescapeCommand(modern[1]);
    const legacy = /##\[add-mask(?:\s[^\]]*)?\](.*)$/is.exec(text);
    return legacy?.[1];
}
function unescapeCommand(value) {
    return value.replace(/%0d/gi, '\r').replace(/%0a/gi, '\n').replace(/%25/g, '%');
}


/***/ }),

/***/ 97309:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ nullProgress),
/* harmony export */   G: () => (/* binding */ nullLogger)
/* harmony export */ });
/** Where messages for people go. The faces implement it; the core only calls it. */
/** A logger that says nothing. */
const nullLogger = {
    debug: () => { },
    info: () => { },
    notice: () => { },
    warning: () => { },
    error: () => { },
};
/** A progress listener that shows nothing. */
const nullProgress = { start: () => { }, update: () => { }, finish: () => { } };


/***/ }),

/***/ 85698:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ NEW_REPOSITORY_POLICY),
/* harmony export */   z: () => (/* binding */ DEFAULT_POLICY)
/* harmony export */ });
/** Kopia's built-in defaults; the number of parallel file reads is that of the processors, and cache directories are ignored. */
const DEFAULT_POLICY = {
    retention: {
        keepLatest: 10,
        keepHourly: 48,
        keepDaily: 7,
        keepWeekly: 4,
        keepMonthly: 24,
        keepAnnual: 3,
        ignoreIdenticalSnapshots: false,
    },
    files: { ignoreDotFiles: ['.kopiaignore'] },
    errorHandling: { ignoreFileErrors: false, ignoreDirectoryErrors: false, ignoreUnknownTypes: true },
    scheduling: { runMissed: true },
    compression: { compressorName: 'none' },
    metadataCompression: { compressorName: 'zstd-fastest' },
    osSnapshots: { volumeShadowCopy: { enable: 0 } },
    logging: { directories: { snapshotted: 5, ignored: 5 }, entries: { snapshotted: 0, ignored: 5, cacheHit: 0, cacheMiss: 0 } },
    upload: { maxParallelSnapshots: 1, parallelUploadAboveSize: 2147483648 },
};
/** The global policy of a new repository of ours: the defaults written out, files compressed. */
const NEW_REPOSITORY_POLICY = { ...DEFAULT_POLICY, compression: { compressorName: 'zstd-fastest' } };


/***/ }),

/***/ 16457:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AN: () => (/* binding */ POLICY_SECTIONS),
/* harmony export */   VI: () => (/* binding */ getField),
/* harmony export */   _F: () => (/* binding */ fieldOf),
/* harmony export */   lA: () => (/* binding */ POLICY_FIELDS),
/* harmony export */   vM: () => (/* binding */ isSet),
/* harmony export */   x: () => (/* binding */ setField)
/* harmony export */ });
const optionalInteger = { type: 'integer', isPointer: true };
const optionalBoolean = { type: 'boolean', isPointer: true };
const integer = { type: 'integer' };
const boolean = { type: 'boolean' };
const text = { type: 'text' };
const texts = { type: 'texts' };
/** Sections in stored order; `actions` stands between `splitter` and `osSnapshots` and is handled by itself. */
const SECTIONS = [
    [
        'retention',
        {
            keepLatest: optionalInteger,
            keepHourly: optionalInteger,
            keepDaily: optionalInteger,
            keepWeekly: optionalInteger,
            keepMonthly: optionalInteger,
            keepAnnual: optionalInteger,
            ignoreIdenticalSnapshots: optionalBoolean,
        },
    ],
    [
        'files',
        {
            ignore: texts,
            noParentIgnore: boolean,
            ignoreDotFiles: texts,
            noParentDotFiles: boolean,
            ignoreCacheDirs: optionalBoolean,
            maxFileSize: integer,
            oneFileSystem: optionalBoolean,
        },
    ],
    ['errorHandling', { ignoreFileErrors: optionalBoolean, ignoreDirectoryErrors: optionalBoolean, ignoreUnknownTypes: optionalBoolean }],
    [
        'scheduling',
        {
            intervalSeconds: integer,
            timeOfDay: { type: 'times', unionEnds: 'noParentTimeOfDay' },
            noParentTimeOfDay: boolean,
            manual: boolean,
            cron: texts,
            runMissed: optionalBoolean,
        },
    ],
    [
        'compression',
        {
            compressorName: text,
            onlyCompress: { type: 'texts', unionEnds: 'noParentOnlyCompress' },
            noParentOnlyCompress: boolean,
            neverCompress: { type: 'texts', unionEnds: 'noParentNeverCompress' },
            noParentNeverCompress: boolean,
            minSize: integer,
            maxSize: integer,
        },
    ],
    ['metadataCompression', { compressorName: text }],
    ['splitter', { algorithm: text }],
    ['actions', {}],
    ['osSnapshots.volumeShadowCopy', { enable: optionalInteger }],
    ['logging.directories', { snapshotted: optionalInteger, ignored: optionalInteger }],
    ['logging.entries', { snapshotted: optionalInteger, ignored: optionalInteger, cacheHit: optionalInteger, cacheMiss: optionalInteger }],
    ['upload', { maxParallelSnapshots: optionalInteger, maxParallelFileReads: optionalInteger, parallelUploadAboveSize: optionalInteger }],
];
/** Names of the sections in stored order, nested ones with a dot. */
const POLICY_SECTIONS = SECTIONS.map(([section]) => section);
/** Every field but `actions` and `noParent`, in stored order. */
const POLICY_FIELDS = SECTIONS.flatMap(([section, fields]) => Object.entries(fields).map(([name, shape]) => ({
    section: section.split('.'),
    name,
    key: `${section}.${name}`,
    type: shape.type,
    isPointer: shape.isPointer === true,
    ...(shape.unionEnds === undefined ? {} : { unionEnds: shape.unionEnds }),
})));
/** The field of a key such as `retention.keepDaily`; a key that the table does not have is a defect and throws. */
function fieldOf(key) {
    const field = POLICY_FIELDS.find((one) => one.key === key);
    if (field === undefined)
        throw new RangeError(`no policy field ${key}`);
    return field;
}
/** Value of a field, undefined when a section on the way is absent. */
function getField(policy, field) {
    let at = policy;
    for (const part of field.section) {
        if (at === undefined)
            return undefined;
        // The table names only sections of Policy, and those hold objects.
        at = at[part];
    }
    return at === undefined ? undefined : at[field.name];
}
/** Sets a field, making the sections on the way. */
function setField(policy, field, value) {
    // The same: every section is an object, and `value` has the type that the table says.
    let at = policy;
    for (const part of field.section) {
        at[part] ??= {};
        at = at[part];
    }
    at[field.name] = value;
}
/** Whether a value counts as set in Kopia's sense. */
function isSet(value, field) {
    if (value === undefined || value === null)
        return false;
    if (field.isPointer)
        return true;
    return Array.isArray(value) ? value.length > 0 : value !== 0 && value !== false && value !== '';
}


/***/ }),

/***/ 59014:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ mergePolicies),
/* harmony export */   rB: () => (/* binding */ sortTimes),
/* harmony export */   re: () => (/* binding */ sortTexts)
/* harmony export */ });
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56495);
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85698);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16457);
/**
 * The merge of policies, most specific first (docs/repository-format.md, "Effective policy").
 *
 *  1. a field takes the value of the first policy that sets it; lists are replaced as a whole,
 *  2. except `onlyCompress`, `neverCompress` and `timeOfDay`, which are united until a policy ends the union,
 *  3. a policy with `noParent` is the last one, and the defaults are left out too.
 */



/** Merges `layers`, most specific first, and the built-in defaults below them. */
function mergePolicies(layers) {
    const stop = layers.findIndex((layer) => layer.policy.noParent === true);
    const applied = stop < 0 ? layers.length : stop + 1;
    const all = layers.slice(0, applied);
    if (stop < 0)
        all.push({ policy: _defaults_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_POLICY */ .z, origin: { kind: 'default' } });
    const policy = {};
    const origins = new Map();
    for (const field of _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .POLICY_FIELDS */ .lA) {
        const merged = field.unionEnds === undefined ? firstSet(all, field) : union(all, field, field.unionEnds);
        if (merged === undefined)
            continue;
        (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .setField */ .x)(policy, field, merged.value);
        origins.set(field.key, merged.origin);
    }
    return { policy, origins, applied };
}
function firstSet(layers, field) {
    for (const { policy, origin } of layers) {
        const value = (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .getField */ .VI)(policy, field);
        if ((0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isSet */ .vM)(value, field))
            return { value, origin };
    }
    return undefined;
}
function union(layers, field, ends) {
    const items = [];
    let origin;
    for (const layer of layers) {
        const value = (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .getField */ .VI)(layer.policy, field);
        if (Array.isArray(value) && value.length > 0) {
            items.push(...value);
            origin = layer.origin;
        }
        if ((0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .getField */ .VI)(layer.policy, { section: field.section, name: ends }) === true)
            break;
    }
    if (origin === undefined)
        return undefined;
    return { value: field.type === 'times' ? sortTimes(items) : sortTexts(items), origin };
}
/** Sorted by the bytes, each once. */
function sortTexts(items) {
    return [...new Set(items)].sort(_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .compareUtf8 */ .zq);
}
/** Sorted by the time of day, each once. */
function sortTimes(times) {
    const byMinute = new Map(times.map((time) => [`${time.hour}:${time.min}`, { hour: time.hour, min: time.min }]));
    return [...byMinute.values()].sort((a, b) => a.hour - b.hour || a.min - b.min);
}


/***/ }),

/***/ 17787:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ splitCommandString)
/* harmony export */ });
/** How Kopia reads a command given as one string: a CSV record with blanks between its fields (docs/hooks.md, "Command strings"). */
/**
 * Splits a command string as Kopia does: no shell, only double quotes around a whole field, `""` inside for one quote.
 * Every blank more is one empty argument; single quotes, backslashes and tabs are plain characters.
 */
function splitCommandString(command) {
    // A carriage return at the very end belongs to the line end.
    const text = command.endsWith('\r') ? command.slice(0, -1) : command;
    const argv = [];
    // Empty lines in front are skipped, as in any CSV record.
    let at = /^(?:\r?\n)*/.exec(text)?.[0].length ?? 0;
    if (at >= text.length)
        return { ok: false, problem: 'empty' };
    for (;;) {
        const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at);
        if (typeof field === 'string')
            return { ok: false, problem: field };
        argv.push(field.value);
        at = field.end;
        if (text[at] === ' ') {
            at++;
            continue;
        }
        const lineEnd = /^\r?\n/.exec(text.slice(at, at + 2))?.[0].length ?? 0;
        return { ok: true, argv, dropped: text.slice(at + lineEnd) };
    }
}
function plainField(text, start) {
    let end = start;
    while (end < text.length && text[end] !== ' ' && text[end] !== '\n' && !(text[end] === '\r' && text[end + 1] === '\n')) {
        if (text[end] === '"')
            return 'bare-quote';
        end++;
    }
    return { value: text.slice(start, end), end };
}
function quotedField(text, start) {
    let value = '';
    let at = start + 1;
    for (;;) {
        const quote = text.indexOf('"', at);
        if (quote === -1)
            return 'open-quote';
        value += text.slice(at, quote).replaceAll('\r\n', '\n');
        at = quote + 1;
        if (text[at] === '"') {
            value += '"';
            at++;
            continue;
        }
        const next = text[at];
        return next === undefined || next === ' ' || next === '\n' || (next === '\r' && text[at + 1] === '\n')
            ? { value, end: at }
            : 'bare-quote';
    }
}


/***/ }),

/***/ 59465:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Pe: () => (/* binding */ MAX_TIMEOUT_SECONDS),
/* harmony export */   nS: () => (/* binding */ parseByteSize)
/* harmony export */ });
/** Durations and sizes as text. */
const UNIT_SECONDS = { s: 1, m: 60, h: 3600 };
/** Longest timeout of a hook, in seconds. */
const MAX_TIMEOUT_SECONDS = 24 * 3600;
/** Seconds of `90`, `90s`, `5m` or `1h30m`; undefined for anything else, fractions included. */
function parseDuration(text) {
    if (/^\d{1,15}$/.test(text))
        return Number(text);
    if (!/^(?:\d{1,9}[smh])+$/.test(text) || text.length > 60)
        return undefined;
    let seconds = 0;
    for (const [, digits, unit] of text.matchAll(/(\d+)([smh])/g))
        seconds += Number(digits) * (UNIT_SECONDS[unit ?? ''] ?? 0);
    return seconds;
}
const UNIT_BYTES = {
    B: 1,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40,
};
/** Bytes of `512`, `10 MB` or `2 GiB`; undefined for anything else and above 2^53. */
function parseByteSize(text) {
    const match = /^(\d{1,16}) ?([KMGT]?i?B)?$/.exec(text);
    const unit = UNIT_BYTES[match?.[2] ?? 'B'];
    if (match === null || unit === undefined)
        return undefined;
    const bytes = Number(match[1]) * unit;
    return Number.isSafeInteger(bytes) ? bytes : undefined;
}


/***/ }),

/***/ 48099:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lk: () => (/* binding */ readProgram),
/* harmony export */   lu: () => (/* binding */ readShell),
/* harmony export */   tG: () => (/* binding */ PROLOGUES)
/* harmony export */ });
/* unused harmony export withPrologue */
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34695);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4284);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21881);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94861);
/* harmony import */ var _script_checks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9902);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87357);






/** What stands in front of `run` so that Kopia starts the same interpreter; absent for a shell that needs nothing or cannot be told. */
const PROLOGUES = {
    bash: '#!/usr/bin/env bash\nset -e -o pipefail\n',
    pwsh: '#!/usr/bin/env pwsh\n',
    python: '#!/usr/bin/env python3\n',
};
/** `shell`, or undefined when it is absent or wrong. */
function readShell(entry, reading) {
    if (entry === undefined)
        return undefined;
    const word = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .readWord */ .pS)(entry.value, entry.path, _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .SHELLS */ .OF, 'P043', reading);
    const shell = _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .SHELLS */ .OF.find((known) => known === word);
    if (shell === 'powershell' || shell === 'cmd')
        (0,_reading_js__WEBPACK_IMPORTED_MODULE_5__/* .reportExtension */ .o)(reading, entry.keySpan, entry.path, `the shell ${shell}`);
    return shell;
}
/** The script of `run` as stored. */
function withPrologue(script, shell) {
    return shell === undefined ? script : `${PROLOGUES[shell] ?? ''}${script}`;
}
/** Reads the one program key; undefined when it is wrong, after reporting. */
function readProgram(entry, entries, defaultShell, reading) {
    const shellEntry = entries.get('shell');
    const shell = readShell(shellEntry, reading);
    if (shellEntry !== undefined && entry.name !== 'run' && entry.name !== 'file') {
        const second = shellEntry.keySpan.start > entry.keySpan.start ? shellEntry : entry;
        reading.findings.add('P030', second.keySpan, second.path, `\`shell\` and \`${entry.name}\` do not go together.`, {
            hint: 'Use `run` for a script in a shell.',
        });
    }
    switch (entry.name) {
        case 'run':
            return readRun(entry, shellEntry === undefined ? defaultShell : shell, reading);
        case 'script':
            return readRun(entry, undefined, reading);
        case 'file':
            return readFile(entry, shellEntry, shell, reading);
        case 'command':
            return readCommand(entry, reading);
        default:
            return readPath(entry, entries.get('args'), reading);
    }
}
function readRun(entry, shell, reading) {
    const { value: node, path } = entry;
    const script = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(node, path, reading);
    if (script === undefined || node.kind !== 'scalar')
        return undefined;
    reading.scripts.add(node);
    const stored = withPrologue(script, shell);
    if (!(0,_script_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .checkScript */ .wN)({ node, path, script, stored, isInline: true }, reading))
        return undefined;
    if (shell === undefined || shell === 'sh')
        (0,_script_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .checkPipes */ .MZ)(node, script, path, reading);
    return { kind: entry.name === 'run' ? 'run' : 'script', program: scriptProgram(stored, shell) };
}
function scriptProgram(script, shell) {
    return shell === undefined ? { kind: 'script', script } : { kind: 'script', script, shell };
}
const FILE_PROBLEMS = {
    missing: 'There is no such file.',
    outside: 'The file is outside the repository, or is reached through a link that leads outside.',
    'not-a-file': 'This is not a regular file.',
    'too-large': 'The file is too large for a script.',
    unreadable: 'The file cannot be read.',
};
function readFile(entry, shellEntry, shell, reading) {
    const { value: node, path } = entry;
    const relative = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(node, path, reading);
    if (relative === undefined || node.kind !== 'scalar')
        return undefined;
    const refuse = (code, message, hint) => {
        reading.findings.add(code, node.span, path, message, { hint });
        return undefined;
    };
    if (shellEntry !== undefined && shell !== undefined)
        (0,_reading_js__WEBPACK_IMPORTED_MODULE_5__/* .reportExtension */ .o)(reading, shellEntry.keySpan, shellEntry.path, '`shell` beside `file`');
    const placeHint = 'The path starts at the policy file and must stay inside the repository.';
    if (relative === '' || relative.includes('\0'))
        return refuse('P035', 'There is no such file.', placeHint);
    if (/^[\\/]|^[A-Za-z]:/.test(relative))
        return refuse('P035', 'The path of a script file is relative.', placeHint);
    const result = reading.options.readHookFile?.(relative) ?? { ok: false, reason: 'missing' };
    if (!result.ok)
        return refuse(result.reason === 'too-large' ? 'P034' : 'P035', FILE_PROBLEMS[result.reason], placeHint);
    if (result.bytes.includes(0))
        return refuse('P035', 'The file is not text: it holds a NUL byte.', 'Start a program with `command`.');
    const script = (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .fromUtf8 */ .ar)(result.bytes);
    if (script === undefined)
        return refuse('P034', 'The file is not valid UTF-8.', 'Save it as UTF-8.');
    if (!(0,_script_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .checkScript */ .wN)({ node, path, script, stored: script, isInline: false }, reading))
        return undefined;
    return { kind: 'file', program: scriptProgram(script, shell) };
}
function readCommand(entry, reading) {
    const { value: node, path } = entry;
    if (node.kind === 'scalar' && typeof node.value === 'string' && /\S\s+\S/.test(node.value)) {
        // Only words that mean the same with and without a shell are split for the user.
        const isPlain = /^[\w\s./=-]+$/.test(node.value);
        const hint = isPlain ? `Write [${node.value.trim().split(/\s+/).join(', ')}].` : 'Write [program, argument].';
        (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongType */ .gQ)(node, path, 'a list', reading, hint);
        return undefined;
    }
    const argv = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .readTexts */ .Z7)(node, path, reading);
    if (argv === undefined || node.kind !== 'list')
        return undefined;
    const [first, ...rest] = argv;
    const firstNode = node.items[0];
    if (firstNode === undefined) {
        reading.findings.add('P032', node.span, path, 'The command is empty.', { hint: 'Write [program, argument].' });
        return undefined;
    }
    checkSecrets(node.items, path, reading);
    if (first === undefined || argv.length !== node.items.length)
        return undefined;
    if (!checkProgramName(first, firstNode, `${path}[0]`, 'error', reading))
        return undefined;
    return { kind: 'command', program: { kind: 'command', argv: [first, ...rest] } };
}
function readPath(entry, args, reading) {
    const { value: node, path } = entry;
    const program = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(node, path, reading);
    const rest = args === undefined ? [] : (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .readTexts */ .Z7)(args.value, args.path, reading);
    if (args?.value.kind === 'list')
        checkSecrets(args.value.items, args.path, reading);
    if (program === undefined || rest === undefined)
        return undefined;
    if (!checkProgramName(program, node, path, 'warning', reading))
        return undefined;
    if (/[\s"']/.test(program)) {
        reading.findings.add('P031', node.span, path, 'Kopia runs a program with exactly this name; it does not split it.', {
            severity: 'warning',
            hint: 'Put arguments into `args`.',
        });
    }
    return { kind: 'path', program: { kind: 'command', argv: [program, ...rest] } };
}
/** P032, P033 and P036 of a program's name; returns whether it can be used. */
function checkProgramName(name, node, path, relative, reading) {
    const { findings } = reading;
    if (name === '' || /^\s/.test(name)) {
        findings.add('P032', node.span, path, name === '' ? 'The program has no name.' : 'The name of the program starts with a blank.');
        return false;
    }
    if (name === 'none' || name === 'inherit') {
        findings.add('P033', node.span, path, `"${name}" would be run as a command.`, {
            hint: 'Write `none` in place of the whole hook to switch an inherited one off.',
        });
        return false;
    }
    if (/[\\/]/.test(name) && !/^(?:[\\/]|[A-Za-z]:[\\/])/.test(name)) {
        findings.add('P036', node.span, path, 'A relative program is looked up in the temporary folder that the hook runs in.', {
            severity: relative,
            hint: 'Use `file` for a script of the repository, or an absolute path.',
        });
        return relative === 'warning';
    }
    return true;
}
function checkSecrets(items, path, reading) {
    for (const [index, item] of items.entries()) {
        const secret = item.kind === 'scalar' ? (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .findSecret */ .m)(String(item.value)) : undefined;
        if (secret !== undefined)
            reading.findings.add('P041', item.span, `${path}[${index}]`, `This looks like ${secret.what}.`, { hint: _script_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .SECRET_HINT */ .B3 });
    }
}


/***/ }),

/***/ 7000:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ew: () => (/* binding */ canonicalName),
/* harmony export */   x4: () => (/* binding */ readKeys),
/* harmony export */   zZ: () => (/* binding */ nearestWord)
/* harmony export */ });
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94861);
/* harmony import */ var _yaml_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80902);


/** Known keys in the order of the file; P011 and P003 are reported. The path uses the name as written. */
function readKeys(map, table, path, findings) {
    const known = new Map();
    /** Native name -> spelling seen first. */
    const spellings = new Map();
    for (const entry of map.entries) {
        const at = (0,_yaml_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .childPath */ .c)(path, entry.name);
        const name = canonicalName(entry.name, table);
        const field = name === undefined ? undefined : table[name];
        if (name === undefined || field === undefined) {
            reportUnknown(entry, table, at, findings);
            continue;
        }
        const meaning = field.into ?? name;
        const earlier = spellings.get(meaning);
        if (earlier !== undefined) {
            findings.add('P003', entry.keySpan, at, `"${entry.name}" and "${earlier}" are two spellings of one setting.`, {
                hint: 'Keep one of them.',
            });
            continue;
        }
        spellings.set(meaning, entry.name);
        known.set(name, { name, field, value: entry.value, keySpan: entry.keySpan, path: at });
    }
    return known;
}
/** The table's own name for a spelling, or undefined. */
function canonicalName(spelling, table) {
    if (Object.hasOwn(table, spelling))
        return spelling;
    return Object.keys(table).find((name) => (0,_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .kebab */ .i9)(name) === spelling);
}
function reportUnknown(entry, table, path, findings) {
    const nearest = nearestWord(entry.name, Object.keys(table));
    const hint = nearest === undefined ? `Known here: ${Object.keys(table).join(', ')}.` : `Did you mean "${nearest}"?`;
    findings.add('P011', entry.keySpan, path, `"${entry.name.slice(0, 60)}" is not a key of this place.`, { hint });
}
/** The word that a mistyped one most likely stands for; undefined when none is near. */
function nearestWord(typed, words) {
    if (typed.length > 60)
        return undefined;
    const plain = (word) => word.toLowerCase().replace(/[-_ ]/g, '');
    let best;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (const word of words) {
        const distance = editDistance(plain(typed), plain(word));
        if (distance < bestDistance) {
            best = word;
            bestDistance = distance;
        }
    }
    return bestDistance <= Math.max(1, Math.floor(typed.length / 3)) ? best : undefined;
}
/** Edits between two words: insert, delete, replace, swap of neighbours. */
function editDistance(a, b) {
    let older = [];
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                best = Math.min(best, (older[j - 2] ?? 0) + 1);
            row.push(best);
        }
        older = previous;
        previous = row;
    }
    return previous[b.length] ?? 0;
}


/***/ }),

/***/ 4284:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ reportExtension)
/* harmony export */ });
/** Reports an extension that a Kopia policy cannot hold, in strict Kopia mode. */
function reportExtension(reading, span, path, what) {
    if (!reading.options.strictKopia)
        return;
    reading.findings.add('P040', span, path, `A Kopia policy cannot hold ${what}.`, {
        hint: 'Leave it out, or validate without strict Kopia mode.',
    });
}


/***/ }),

/***/ 21881:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ readDuration),
/* harmony export */   FS: () => (/* binding */ isTruthTrap),
/* harmony export */   Vf: () => (/* binding */ readBoolean),
/* harmony export */   Z7: () => (/* binding */ readTexts),
/* harmony export */   _0: () => (/* binding */ readCount),
/* harmony export */   gQ: () => (/* binding */ wrongType),
/* harmony export */   ik: () => (/* binding */ readSize),
/* harmony export */   l8: () => (/* binding */ readMap),
/* harmony export */   pS: () => (/* binding */ readWord),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var _durations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59465);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7000);
/* harmony import */ var _yaml_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80902);
/** Reads single values: each function returns the value, or undefined after it has reported what is wrong. */



/** Reports P012: another type than the place needs. */
function wrongType(node, path, expected, reading, hint) {
    if (node.kind === 'invalid')
        return undefined;
    const extras = hint === undefined ? {} : { hint };
    reading.findings.add('P012', node.span, path, `Here must be ${expected}, not ${(0,_yaml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .describeNode */ .W)(node)}.`, extras);
    return undefined;
}
/** Any text; a number or a boolean is P012. */
function readText(node, path, reading) {
    if (node.kind !== 'scalar' || typeof node.value !== 'string') {
        const hint = node.kind === 'scalar' && node.value !== null ? `Write ${JSON.stringify(node.text)}.` : undefined;
        return wrongType(node, path, 'text', reading, hint);
    }
    return node.value;
}
/** true or false; the words of YAML 1.1 are P013. */
function readBoolean(node, path, reading) {
    if (node.kind === 'scalar') {
        if (typeof node.value === 'boolean')
            return node.value;
        if (isTruthTrap(node, path, `Write ${/^(?:y|yes|on)$/i.test(node.text)}.`, reading))
            return undefined;
    }
    return wrongType(node, path, 'true or false', reading);
}
/** Whether the node is a word that YAML 1.1 takes for a truth value (P013, reported). */
function isTruthTrap(node, path, hint, reading) {
    if (node.style !== 'plain' || !/^(?:y|n|yes|no|on|off)$/i.test(node.text))
        return false;
    reading.findings.add('P013', node.span, path, `"${node.text}" is text in YAML 1.2 and a truth value in YAML 1.1.`, { hint });
    return true;
}
/** Whether the node stands for a number and is one that YAML versions read differently (P013, reported); `hint` says what is written here. */
function isNumberTrap(node, path, hint, reading) {
    if (node.style !== 'plain')
        return false;
    if (isTruthTrap(node, path, hint, reading))
        return true;
    if (/^[-+]?0\d+$/.test(node.text)) {
        reading.findings.add('P013', node.span, path, `"${node.text}" is octal in YAML 1.1 and decimal in YAML 1.2.`, {
            hint: `Write ${Number(node.text)}.`,
        });
        return true;
    }
    if (/^\d+(?::\d+)+$/.test(node.text)) {
        reading.findings.add('P013', node.span, path, `"${node.text}" is a number to the base 60 in YAML 1.1 and text in YAML 1.2.`, {
            hint: 'Write a plain number, or a time in quotes.',
        });
        return true;
    }
    return false;
}
/** A whole number in the given limits; outside is P050. */
function readCount(node, path, least, most, reading) {
    if (node.kind !== 'scalar')
        return wrongType(node, path, 'a whole number', reading);
    if (isNumberTrap(node, path, 'Write a whole number.', reading))
        return undefined;
    if (typeof node.value !== 'number')
        return wrongType(node, path, 'a whole number', reading);
    if (!Number.isInteger(node.value) || (/[.e]/i.test(node.text) && !/^0x/i.test(node.text))) {
        reading.findings.add('P012', node.span, path, `Here must be a whole number in digits, not ${node.text.slice(0, 40)}.`, {
            ...(Number.isSafeInteger(node.value) && { hint: `Write ${node.value}.` }),
        });
        return undefined;
    }
    if (node.value < least || node.value > most) {
        const limits = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `between ${least} and ${most}`;
        reading.findings.add('P050', node.span, path, `${node.text} has no meaning here; the value must be ${limits}.`);
        return undefined;
    }
    return node.value;
}
const SIZE_HINT = 'Write a whole number of bytes, or such as 512 KiB, 20 MB, 2 GiB.';
/** Bytes. */
function readSize(node, path, reading) {
    if (node.kind !== 'scalar' || typeof node.value !== 'string')
        return readCount(node, path, 0, Number.MAX_SAFE_INTEGER, reading);
    if (isNumberTrap(node, path, SIZE_HINT, reading))
        return undefined;
    const bytes = (0,_durations_js__WEBPACK_IMPORTED_MODULE_0__/* .parseByteSize */ .nS)(node.value);
    if (bytes !== undefined)
        return bytes;
    if (/^-\d+ ?[KMGT]?i?B?$/.test(node.value)) {
        reading.findings.add('P050', node.span, path, 'A size cannot be negative.');
        return undefined;
    }
    reading.findings.add('P012', node.span, path, `"${node.value.slice(0, 40)}" is not a size.`, {
        hint: SIZE_HINT,
    });
    return undefined;
}
const DURATION_HINT = 'Write seconds, or such as 90s, 5m, 1h30m.';
/** Seconds; anything but a duration is P039. Limits are the caller's. */
function readDuration(node, path, reading) {
    if (node.kind !== 'scalar' || node.value === null || typeof node.value === 'boolean')
        return wrongType(node, path, 'a duration', reading);
    if (isNumberTrap(node, path, DURATION_HINT, reading))
        return undefined;
    const seconds = typeof node.value === 'number' && Number.isInteger(node.value) ? node.value : (0,_durations_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(String(node.value));
    if (seconds !== undefined)
        return seconds;
    reading.findings.add('P039', node.span, path, `"${String(node.value).slice(0, 40)}" is not a whole number of seconds.`, {
        hint: DURATION_HINT,
    });
    return undefined;
}
/** One of the words; another one is reported under `code`. */
function readWord(node, path, words, code, reading) {
    const text = readText(node, path, reading);
    if (text === undefined || words.includes(text))
        return text;
    const nearest = (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestWord */ .zZ)(text, words);
    const hint = nearest === undefined ? `Known here: ${words.join(', ')}.` : `Did you mean "${nearest}"?`;
    reading.findings.add(code, node.span, path, `"${text.slice(0, 40)}" is not known here.`, { hint });
    return undefined;
}
/** A list of texts; a single text is P012. */
function readTexts(node, path, reading) {
    if (node.kind !== 'list')
        return wrongType(node, path, 'a list', reading, node.kind === 'scalar' && node.text !== '' ? `Write [${node.text}].` : undefined);
    return node.items.flatMap((item, index) => readText(item, `${path}[${index}]`, reading) ?? []);
}
/** A map; null is an empty one, anything else P012. */
function readMap(node, path, reading) {
    if (node.kind === 'map')
        return node;
    if (node.kind === 'scalar' && node.value === null)
        return { kind: 'map', entries: [], span: node.span };
    return wrongType(node, path, 'a map', reading);
}


/***/ }),

/***/ 94861:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DO: () => (/* binding */ SPLITTERS),
/* harmony export */   FA: () => (/* binding */ PROGRAM_FIELDS),
/* harmony export */   FN: () => (/* binding */ MODES),
/* harmony export */   OF: () => (/* binding */ SHELLS),
/* harmony export */   f: () => (/* binding */ STATUSES),
/* harmony export */   i9: () => (/* binding */ kebab),
/* harmony export */   iH: () => (/* binding */ CONDITION_FIELDS),
/* harmony export */   lA: () => (/* binding */ POLICY_FIELDS),
/* harmony export */   oE: () => (/* binding */ HOOK_FIELDS),
/* harmony export */   pl: () => (/* binding */ STREAM_FIELDS),
/* harmony export */   sT: () => (/* binding */ TOP_FIELDS),
/* harmony export */   vZ: () => (/* binding */ COMPRESSORS)
/* harmony export */ });
/* unused harmony exports SYSTEMS, PHASES */
/**
 * The single definition of the policy file: names, shapes, allowed words, defaults, one line of help each.
 *
 * Reading (fields.ts, hook-fields.ts), "did you mean", kebab-case spellings and schema/policy.schema.json all come from these tables.
 */
const COMPRESSORS = [
    'none',
    'zstd',
    'zstd-fastest',
    'zstd-better-compression',
    'zstd-best-compression',
    's2-default',
    's2-better',
    's2-parallel-4',
    's2-parallel-8',
    'gzip',
    'gzip-best-speed',
    'gzip-best-compression',
    'pgzip',
    'pgzip-best-speed',
    'pgzip-best-compression',
    'deflate-default',
    'deflate-best-speed',
    'deflate-best-compression',
];
const SIZES = ['128K', '256K', '512K', '1M', '2M', '4M', '8M'];
const SPLITTERS = [
    'FIXED',
    'DYNAMIC',
    ...SIZES.flatMap((size) => [`FIXED-${size}`, `DYNAMIC-${size}-BUZHASH`, `DYNAMIC-${size}-RABINKARP`]),
];
const SHELLS = ['sh', 'bash', 'pwsh', 'powershell', 'cmd', 'python'];
const MODES = ['essential', 'optional', 'async'];
const STATUSES = ['created', 'unchanged', 'partial', 'skipped', 'failed', 'cancelled', 'success', 'failure', 'always'];
const SYSTEMS = ['linux', 'macos', 'windows'];
const LEVEL = { kind: 'count', most: 10 };
const COUNT = { kind: 'count' };
const BOOLEAN = { kind: 'boolean' };
const TEXTS = { kind: 'texts' };
const SIZE = { kind: 'size' };
const COMPRESSOR = { doc: 'Name of the compressor.', shape: { kind: 'words', words: COMPRESSORS }, absent: 'none' };
const RETENTION = {
    keepLatest: { doc: 'How many newest snapshots are kept.', shape: COUNT, absent: '10' },
    keepHourly: { doc: 'How many hours keep one snapshot.', shape: COUNT, absent: '48' },
    keepDaily: { doc: 'How many days keep one snapshot.', shape: COUNT, absent: '7' },
    keepWeekly: { doc: 'How many weeks keep one snapshot.', shape: COUNT, absent: '4' },
    keepMonthly: { doc: 'How many months keep one snapshot.', shape: COUNT, absent: '24' },
    keepAnnual: { doc: 'How many years keep one snapshot.', shape: COUNT, absent: '3' },
    ignoreIdenticalSnapshots: { doc: 'Save no snapshot that equals the one before.', shape: BOOLEAN, absent: 'false' },
};
const FILES = {
    ignore: { doc: 'Patterns of names to leave out, as in .kopiaignore; replaces an inherited list.', shape: TEXTS },
    noParentIgnore: { doc: 'Do not add the patterns of folders above.', shape: BOOLEAN, absent: 'false' },
    ignoreDotFiles: { doc: 'Names of files in the tree that hold more patterns.', shape: TEXTS, absent: '[.kopiaignore]' },
    noParentDotFiles: { doc: 'Do not add the pattern files of folders above.', shape: BOOLEAN, absent: 'false' },
    ignoreCacheDirs: { doc: 'Leave out folders marked with CACHEDIR.TAG.', shape: BOOLEAN, absent: 'true' },
    maxFileSize: { doc: 'Leave out larger files.', shape: SIZE, absent: 'no limit' },
    oneFileSystem: { doc: 'Do not enter other file systems.', shape: BOOLEAN, absent: 'false' },
};
const ERROR_HANDLING = {
    ignoreFileErrors: { doc: 'An unreadable file does not make the snapshot partial.', shape: BOOLEAN, absent: 'false' },
    ignoreDirectoryErrors: { doc: 'An unreadable folder does not make the snapshot partial.', shape: BOOLEAN, absent: 'false' },
    ignoreUnknownTypes: { doc: 'Sockets, devices and pipes are left out in silence.', shape: BOOLEAN, absent: 'true' },
};
const SCHEDULING = {
    intervalSeconds: { doc: 'Seconds between snapshots of a Kopia server.', shape: COUNT },
    interval: { doc: 'The same, such as `6h`.', shape: { kind: 'duration' }, into: 'intervalSeconds' },
    timeOfDay: { doc: 'Times of the day, quoted, such as `"03:30"`.', shape: { kind: 'times' } },
    noParentTimeOfDay: { doc: 'Do not add inherited times.', shape: BOOLEAN, absent: 'false' },
    manual: { doc: 'A Kopia server takes no snapshot by itself.', shape: BOOLEAN, absent: 'false' },
    cron: { doc: 'Cron expressions.', shape: { kind: 'crons' } },
    runMissed: { doc: 'A Kopia server makes up for a missed time.', shape: BOOLEAN, absent: 'true' },
};
const COMPRESSION = {
    compressorName: COMPRESSOR,
    onlyCompress: { doc: 'Extensions that are always compressed, with the dot.', shape: TEXTS },
    noParentOnlyCompress: { doc: 'Do not add inherited extensions to onlyCompress.', shape: BOOLEAN, absent: 'false' },
    neverCompress: { doc: 'Extensions that are never compressed, with the dot.', shape: TEXTS },
    noParentNeverCompress: { doc: 'Do not add inherited extensions to neverCompress.', shape: BOOLEAN, absent: 'false' },
    minSize: { doc: 'Smaller files are not compressed.', shape: SIZE },
    maxSize: { doc: 'Larger files are not compressed.', shape: SIZE },
};
const LOGGING = {
    directories: {
        doc: 'Log levels for folders, 0 to 10.',
        shape: {
            kind: 'group',
            fields: {
                snapshotted: { doc: 'A folder was stored.', shape: LEVEL, absent: '5' },
                ignored: { doc: 'A folder was left out.', shape: LEVEL, absent: '5' },
            },
        },
    },
    entries: {
        doc: 'Log levels for files, 0 to 10.',
        shape: {
            kind: 'group',
            fields: {
                snapshotted: { doc: 'A file was stored.', shape: LEVEL, absent: '0' },
                ignored: { doc: 'A file was left out.', shape: LEVEL, absent: '5' },
                cacheHit: { doc: 'A file was reused.', shape: LEVEL, absent: '0' },
                cacheMiss: { doc: 'A file was not reused.', shape: LEVEL, absent: '0' },
            },
        },
    },
};
const UPLOAD = {
    maxParallelSnapshots: { doc: 'Snapshots a Kopia server takes at once; not for paths.', shape: COUNT, absent: '1' },
    maxParallelFileReads: { doc: 'Files read at once.', shape: COUNT, absent: 'number of processors' },
    parallelUploadAboveSize: { doc: 'Larger files are read in parts at once.', shape: SIZE, absent: '2 GiB' },
};
/** The four hooks, with the words of the environment variable `KOPIA_ACTION`. */
const PHASES = {
    beforeSnapshotRoot: 'before-snapshot-root',
    afterSnapshotRoot: 'after-snapshot-root',
    beforeFolder: 'before-folder',
    afterFolder: 'after-folder',
};
const ACTIONS = {
    beforeSnapshotRoot: { doc: 'Before the source is read; inherited.', shape: { kind: 'hook', phase: 'root' } },
    afterSnapshotRoot: { doc: 'After the source was read; inherited.', shape: { kind: 'hook', phase: 'root' } },
    beforeFolder: { doc: 'Before this folder is read; never inherited.', shape: { kind: 'hook', phase: 'folder' } },
    afterFolder: { doc: 'After this folder was read; never inherited.', shape: { kind: 'hook', phase: 'folder' } },
};
/** Keys of one policy. */
const POLICY_FIELDS = {
    retention: { doc: 'Which snapshots are kept.', shape: { kind: 'group', fields: RETENTION } },
    files: { doc: 'Which files are left out.', shape: { kind: 'group', fields: FILES } },
    errorHandling: { doc: 'What an unreadable entry means.', shape: { kind: 'group', fields: ERROR_HANDLING } },
    scheduling: { doc: 'When a Kopia server takes snapshots; Cairn runs when it is called.', shape: { kind: 'group', fields: SCHEDULING } },
    compression: {
        doc: 'How files are compressed; a name alone is the compressor.',
        shape: { kind: 'group', fields: COMPRESSION, short: 'compressorName' },
    },
    metadataCompression: {
        doc: 'How folders are compressed; a name alone is the compressor.',
        shape: { kind: 'group', fields: { compressorName: { ...COMPRESSOR, absent: 'zstd-fastest' } }, short: 'compressorName' },
    },
    splitter: {
        doc: 'Where large files are cut; a name alone is the algorithm.',
        shape: {
            kind: 'group',
            fields: { algorithm: { doc: 'Name of the splitter.', shape: { kind: 'words', words: SPLITTERS }, absent: 'that of the repository' } },
            short: 'algorithm',
        },
    },
    actions: { doc: 'Hooks.', shape: { kind: 'group', fields: ACTIONS } },
    osSnapshots: {
        doc: 'Snapshots by the operating system.',
        shape: {
            kind: 'group',
            fields: {
                volumeShadowCopy: {
                    doc: 'Windows volume shadow copies; a word alone is the mode.',
                    shape: {
                        kind: 'group',
                        fields: {
                            enable: {
                                doc: 'When they are made.',
                                shape: { kind: 'numbered', words: ['never', 'always', 'when-available'] },
                                absent: 'never',
                            },
                        },
                        short: 'enable',
                    },
                },
            },
        },
    },
    logging: { doc: 'What is logged.', shape: { kind: 'group', fields: LOGGING } },
    upload: { doc: 'How much is done at once.', shape: { kind: 'group', fields: UPLOAD } },
    noParent: { doc: 'Nothing is inherited from above.', shape: BOOLEAN, absent: 'false' },
    'include-git': { doc: 'Keep .git folders in the snapshot.', shape: BOOLEAN, absent: 'false', isExtension: true },
    'keep-times': {
        doc: 'Store the previous time for files whose bytes and mode are the same.',
        shape: { kind: 'words', words: ['unchanged'] },
        isExtension: true,
    },
};
/** Keys of `if`. */
const CONDITION_FIELDS = {
    os: { doc: 'Operating systems.', shape: { kind: 'wordList', words: SYSTEMS } },
    event: { doc: 'Names of workflow events.', shape: TEXTS },
    ref: { doc: 'Patterns of the full Git ref.', shape: TEXTS },
    exists: { doc: 'Paths below the workspace root that must exist.', shape: TEXTS },
    status: { doc: 'Outcome of the run; only in job.after.', shape: { kind: 'wordList', words: STATUSES } },
};
/** Keys that say what a hook runs; exactly one of them. */
const PROGRAM_FIELDS = ['run', 'file', 'command', 'path', 'script'];
/** Keys of a hook. */
const HOOK_FIELDS = {
    run: { doc: 'Lines of a script.', shape: { kind: 'text' } },
    file: { doc: 'A script file; the path starts at the policy file.', shape: { kind: 'text' } },
    command: { doc: 'A program and its arguments, without a shell.', shape: TEXTS },
    path: { doc: 'Kopia: the program.', shape: { kind: 'text' } },
    args: { doc: 'Kopia: arguments of `path`.', shape: TEXTS },
    script: { doc: 'Kopia: the text of a script.', shape: { kind: 'text' } },
    shell: { doc: 'Interpreter of `run`.', shape: { kind: 'words', words: SHELLS }, absent: 'sh -e, or what the first line names' },
    timeout: { doc: 'From 1s to 24h.', shape: { kind: 'duration' }, absent: '5m' },
    'timeout-minutes': { doc: 'The same in minutes.', shape: { kind: 'count', least: 1, most: 1440 } },
    mode: { doc: 'What a failure means.', shape: { kind: 'words', words: MODES }, absent: 'essential' },
    'continue-on-error': { doc: 'true is the mode optional.', shape: BOOLEAN },
    name: { doc: 'Shown in logs and in the summary.', shape: { kind: 'text' }, isExtension: true },
    when: { doc: 'After-hooks: the outcomes to run at.', shape: { kind: 'words', words: STATUSES }, absent: 'always', isExtension: true },
    if: { doc: 'Run only when all of these hold.', shape: { kind: 'group', fields: CONDITION_FIELDS }, isExtension: true },
    env: { doc: 'Variables to set.', shape: { kind: 'variables' }, isExtension: true },
    'env-allow': { doc: 'Variables of the caller to pass on.', shape: { kind: 'names' }, isExtension: true },
    secrets: { doc: 'Variables to pass on that the caller must allow too.', shape: { kind: 'names' }, isExtension: true },
    requires: { doc: 'Programs that must be there before anything runs.', shape: TEXTS, isExtension: true },
    'working-directory': { doc: 'Relative to the workspace root.', shape: { kind: 'text' }, isExtension: true },
    capture: { doc: '`none` ignores a KOPIA_SNAPSHOT_PATH line.', shape: { kind: 'words', words: ['none'] }, isExtension: true },
};
/** Keys of a stream source. */
const STREAM_FIELDS = {
    stream: { doc: 'Name of the file in the snapshot.', shape: { kind: 'text' } },
    'min-size': { doc: 'Less output than this is a failure.', shape: SIZE, absent: '1' },
    ...pick(HOOK_FIELDS, ['run', 'command', 'shell', 'timeout', 'env', 'secrets', 'requires']),
};
/** Keys at the top of the file. */
const TOP_FIELDS = {
    version: { doc: 'Always 1.', shape: { kind: 'version' } },
    source: {
        doc: 'The identity that snapshots are stored under.',
        shape: {
            kind: 'group',
            fields: {
                user: { doc: 'User of user@host:path.', shape: { kind: 'text' }, absent: 'cairn' },
                host: { doc: 'Host of user@host:path.', shape: { kind: 'text' }, absent: 'owner.repository' },
                root: { doc: 'Absolute path that stands for the workspace root.', shape: { kind: 'text' }, absent: '/owner/repository' },
            },
        },
    },
    repository: { doc: 'Where the repository is; never a password or a key.', shape: { kind: 'text' } },
    policies: { doc: 'Policies by target.', shape: { kind: 'policies' } },
    job: {
        doc: 'Hooks that run once per run.',
        shape: {
            kind: 'group',
            fields: {
                before: { doc: 'Before the repository is opened.', shape: { kind: 'steps' } },
                after: { doc: 'At the end, whatever happened.', shape: { kind: 'steps' } },
            },
        },
    },
    sources: { doc: 'What to snapshot.', shape: { kind: 'sources' }, absent: 'the workspace root' },
    defaults: {
        doc: 'For the hooks of this file.',
        shape: {
            kind: 'group',
            fields: pick(HOOK_FIELDS, ['shell', 'timeout', 'env-allow']),
        },
    },
};
function pick(table, names) {
    return Object.fromEntries(names.flatMap((name) => (table[name] === undefined ? [] : [[name, table[name]]])));
}
/** The kebab-case spelling of one of Kopia's names. */
function kebab(name) {
    return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}


/***/ }),

/***/ 9902:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bR: () => (/* binding */ MAX_SCRIPT_BYTES),
  B3: () => (/* binding */ SECRET_HINT),
  MZ: () => (/* binding */ checkPipes),
  wN: () => (/* binding */ checkScript),
  Pn: () => (/* binding */ isEmptyScript)
});

;// CONCATENATED MODULE: ./lib/policyfile/script-places.js
/**
 * Maps offsets of a scalar's value back to the file.
 * In a literal block each line is one line of the file behind its indentation; elsewhere the piece is looked up as written, and
 * when it is not there (escapes, folding) the whole scalar is the place.
 */
function spanInScript(node, from, to, text, lines) {
    const script = String(node.value);
    if (node.style === 'literal') {
        const before = script.slice(0, from);
        const lineStart = before.lastIndexOf('\n') + 1;
        let lineNumber = 0;
        for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1))
            lineNumber++;
        const lineEnd = script.indexOf('\n', from);
        const line = script.slice(lineStart, lineEnd === -1 ? script.length : lineEnd);
        const fileLine = lines.locate(node.span.start).line + 1 + lineNumber;
        const fileStart = lines.startOfLine(fileLine);
        const fileEnd = lines.startOfLine(fileLine + 1) ?? text.length;
        if (fileStart !== undefined) {
            const indent = text.slice(fileStart, fileEnd).replace(/\r?\n$/, '').length - line.length;
            if (indent >= 0) {
                const start = fileStart + indent + (from - lineStart);
                return { start, end: Math.min(start + (to - from), fileStart + indent + line.length) };
            }
        }
    }
    const piece = script.slice(from, to);
    let found = text.indexOf(piece, node.span.start);
    for (let at = script.indexOf(piece); at !== -1 && at < from && found !== -1; at = script.indexOf(piece, at + 1)) {
        found = text.indexOf(piece, found + 1);
    }
    if (piece === '' || found === -1 || found + piece.length > node.span.end)
        return node.span;
    return { start: found, end: found + piece.length };
}

// EXTERNAL MODULE: ./lib/policyfile/secrets.js
var secrets = __webpack_require__(87357);
;// CONCATENATED MODULE: ./lib/policyfile/shell-pipes.js
/** Finds a pipeline in a shell script, as `sh` would read it: quotes, comments, here-documents and case patterns are told apart. */
/** Offset of the first `|` that joins two commands; undefined when there is none. */
function findPipe(script) {
    const state = { script, at: 0, depth: 0, hereDocuments: [], openCases: [] };
    return scan(state, '');
}
/** Scans until the closing character of a substitution, or to the end; returns the offset of a pipe. */
function scan(state, closing) {
    const { script } = state;
    let atWordStart = true;
    let parentheses = 0;
    while (state.at < script.length) {
        const char = script[state.at] ?? '';
        const next = script[state.at + 1];
        const openCase = state.openCases.at(-1);
        if (char === closing && parentheses === 0) {
            state.at++;
            return undefined;
        }
        if (char === '#' && atWordStart) {
            const end = script.indexOf('\n', state.at);
            state.at = end === -1 ? script.length : end;
        }
        else if (char === '\n') {
            state.at++;
            skipHereDocuments(state);
            atWordStart = true;
        }
        else if (char === '|') {
            if (next === '|')
                state.at += 2;
            else if (openCase?.isPattern)
                state.at++;
            else
                return state.at;
            atWordStart = true;
        }
        else if (char === '>' && next === '|') {
            state.at += 2;
        }
        else if (char === '<' && next === '<' && script[state.at + 2] !== '<') {
            readHereWord(state);
        }
        else if (char === ';' && (next === ';' || next === '&')) {
            state.at += 2;
            if (openCase !== undefined)
                openCase.isPattern = true;
            atWordStart = true;
        }
        else if (char === '(' || char === ')') {
            state.at++;
            if (char === ')' && openCase?.isPattern)
                openCase.isPattern = false;
            else if (!(char === '(' && openCase?.isPattern))
                parentheses = Math.max(0, parentheses + (char === '(' ? 1 : -1));
            atWordStart = true;
        }
        else if (atWordStart && /[a-z]/.test(char)) {
            readWord(state);
            atWordStart = false;
        }
        else {
            const pipe = readQuoted(state);
            if (pipe !== undefined)
                return pipe;
            atWordStart = /[\s;&]/.test(char);
        }
    }
    return undefined;
}
/** A bare word at the start of a command or argument; `case`, `in` and `esac` are followed. */
function readWord(state) {
    const word = /^[A-Za-z0-9_]*/.exec(state.script.slice(state.at, state.at + 64))?.[0] ?? '';
    const openCase = state.openCases.at(-1);
    if (word === 'case')
        state.openCases.push({ isPattern: false, sawIn: false });
    else if (word === 'in' && openCase !== undefined && !openCase.sawIn) {
        openCase.sawIn = true;
        openCase.isPattern = true;
    }
    else if (word === 'esac' && openCase !== undefined)
        state.openCases.pop();
    state.at += Math.max(1, word.length);
}
/** One character, or a whole quoted piece or substitution. */
function readQuoted(state) {
    const { script } = state;
    const char = script[state.at];
    if (char === '\\') {
        state.at += 2;
    }
    else if (char === "'") {
        const end = script.indexOf("'", state.at + 1);
        state.at = end === -1 ? script.length : end + 1;
    }
    else if (char === '"') {
        state.at++;
        while (state.at < script.length && script[state.at] !== '"') {
            const pipe = readSubstitution(state);
            if (pipe !== undefined)
                return pipe;
        }
        state.at++;
    }
    else {
        return readSubstitution(state);
    }
    return undefined;
}
/** `$(…)`, backquotes, `${…}` and `$((…))`; any other character is passed. */
function readSubstitution(state) {
    const { script } = state;
    const char = script[state.at];
    if (char === '\\') {
        state.at += 2;
    }
    else if (char === '$' && script.startsWith('((', state.at + 1)) {
        skipTo(state, '))', 3);
    }
    else if (char === '$' && script[state.at + 1] === '(') {
        state.at += 2;
        return scanInside(state, ')');
    }
    else if (char === '$' && script[state.at + 1] === '{') {
        skipTo(state, '}', 2);
    }
    else if (char === '`') {
        state.at++;
        return scanInside(state, '`');
    }
    else {
        state.at++;
    }
    return undefined;
}
/** Deeper substitutions are read as plain text. */
const MAX_DEPTH = 50;
function scanInside(state, closing) {
    if (state.depth >= MAX_DEPTH)
        return undefined;
    const outer = state.openCases;
    state.openCases = [];
    state.depth++;
    const pipe = scan(state, closing);
    state.depth--;
    state.openCases = outer;
    return pipe;
}
function skipTo(state, end, from) {
    const found = state.script.indexOf(end, state.at + from);
    state.at = found === -1 ? state.script.length : found + end.length;
}
function readHereWord(state) {
    const match = /^<<(-?)[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|\\?([^\s;&|<>()'"]+))/.exec(state.script.slice(state.at, state.at + 256));
    state.at += match?.[0].length ?? 2;
    const word = match?.[2] ?? match?.[3] ?? match?.[4];
    if (word !== undefined)
        state.hereDocuments.push({ word, stripsTabs: match?.[1] === '-' });
}
function skipHereDocuments(state) {
    for (const document of state.hereDocuments.splice(0)) {
        while (state.at < state.script.length) {
            const lineEnd = state.script.indexOf('\n', state.at);
            const end = lineEnd === -1 ? state.script.length : lineEnd;
            const line = state.script.slice(state.at, end);
            state.at = Math.min(end + 1, state.script.length);
            if ((document.stripsTabs ? line.replace(/^\t+/, '') : line) === document.word)
                break;
        }
    }
}

;// CONCATENATED MODULE: ./lib/policyfile/script-checks.js



/** Largest script that a policy can hold, in bytes. */
const MAX_SCRIPT_BYTES = 32_000;
/** Reports P032, P033, P034 and P041; returns whether the script can be used. */
function checkScript(text, reading) {
    const { node, path, script } = text;
    const { findings } = reading;
    const place = (from, to) => (text.isInline ? spanInScript(node, from, to, reading.text, reading.lines) : node.span);
    if (isEmptyScript(script)) {
        findings.add('P032', node.span, path, 'The script is empty.', { hint: 'Write a command, or delete the hook.' });
        return false;
    }
    if (/^(?:none|inherit)$/.test(script.trim())) {
        findings.add('P033', node.span, path, `"${script.trim()}" would be run as a command.`);
        return false;
    }
    let isUsable = true;
    const refuse = (span, message, hint) => {
        findings.add('P034', span, path, message, { hint });
        isUsable = false;
    };
    const bytes = Buffer.byteLength(text.stored);
    if (bytes > MAX_SCRIPT_BYTES) {
        refuse(node.span, `The script has ${bytes} bytes; a policy holds at most ${MAX_SCRIPT_BYTES}.`, 'Keep the script in the repository and start it from a short one.');
    }
    const zero = script.indexOf('\0');
    if (zero !== -1)
        refuse(place(zero, zero + 1), 'A script cannot hold a NUL character.', 'Delete it.');
    const lone = /\p{Surrogate}/u.exec(script);
    if (lone !== null)
        refuse(place(lone.index, lone.index + 1), 'Half of a surrogate pair cannot be stored as UTF-8.', 'Delete it.');
    const late = /^[\s\uFEFF]+(?=#!)/.exec(script);
    if (late !== null)
        refuse(place(0, late[0].length), 'The first line must start with #! itself.', 'Delete what stands in front of #!.');
    const carriageReturn = /^#![^\n]*?\r/.exec(script);
    if (carriageReturn !== null) {
        const at = carriageReturn[0].length - 1;
        refuse(place(at, at + 1), 'The first line ends with a carriage return, so its interpreter is not found.', 'Save the script with LF line ends.');
    }
    const secret = (0,secrets/* findSecret */.m)(script);
    if (secret !== undefined) {
        const where = text.isInline ? '' : `, in line ${script.slice(0, secret.start).split('\n').length} of the file`;
        findings.add('P041', place(secret.start, secret.end), path, `This looks like ${secret.what}${where}.`, { hint: SECRET_HINT });
    }
    return isUsable;
}
const SECRET_HINT = 'Pass it by name with `secrets:`, and delete it from the history.';
/** Reports P057: a pipeline whose first command may fail unseen. */
function checkPipes(node, script, path, reading) {
    if (script.startsWith('#!') && !readsAsShell(script))
        return;
    if (/^set\s[^#\n]*\bpipefail\b/m.test(script) && /^#!.*bash/.test(script))
        return;
    const pipe = findPipe(script);
    if (pipe === undefined)
        return;
    reading.findings.add('P057', spanInScript(node, pipe, pipe + 1, reading.text, reading.lines), path, 'A command that fails in front of this pipe goes unseen.', {
        hint: 'Add `shell: bash`, which stops at any failed part.',
    });
}
function readsAsShell(script) {
    return /^#!\s*\S*?(?:\/env\s+(?:-\S+\s+)*)?(?:\S*\/)?(?:ba|da|k|z|a)?sh\b/.test(script.split('\n', 1)[0] ?? '');
}
/** Whether a script has only blanks and comments; a line with an interpreter alone is empty as well. */
function isEmptyScript(script) {
    return script.split(/\r\n|\r|\n/).every((line) => /^\s*(?:#.*)?$/.test(line.replace(/^\uFEFF/, '')));
}


/***/ }),

/***/ 87357:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ userInfoOf),
/* harmony export */   m: () => (/* binding */ findSecret)
/* harmony export */ });
/** Text that looks like a secret (docs/policy.md, "Secrets"). Only known forms; nothing by the look of its randomness. */
const PATTERNS = [
    { what: 'a private key', pattern: /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/ },
    { what: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/ },
    { what: 'a GitHub token', pattern: /\bgh[a-z]_[A-Za-z0-9]{16,255}/ },
    { what: 'a GitHub token', pattern: /\bgithub_pat_[A-Za-z0-9_]{16,255}/ },
    { what: 'a Slack token', pattern: /\bxox[a-z]-[A-Za-z0-9-]{8,255}/ },
    { what: 'a password in a URL', pattern: /\b[A-Za-z][A-Za-z0-9+.-]{0,20}:\/\/[^\s/:@"'<>$]{0,128}:[^\s/@"'<>$]{1,256}@/ },
];
/** The first thing in the text that looks like a secret. */
function findSecret(text) {
    let first;
    for (const { what, pattern } of PATTERNS) {
        const match = pattern.exec(text);
        if (match !== null && (first === undefined || match.index < first.start)) {
            first = { what, start: match.index, end: match.index + match[0].length };
        }
    }
    return first;
}
/** Whether a location text holds `user@` or `user:password@` in front of its host. */
function userInfoOf(location) {
    const match = /^[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/([^/?#@]{0,512}@)/.exec(location);
    if (match === null)
        return undefined;
    const start = match[0].length - (match[1]?.length ?? 0);
    return { start, end: match[0].length };
}


/***/ }),

/***/ 80902:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ describeNode),
/* harmony export */   c: () => (/* binding */ childPath)
/* harmony export */ });
/** What a node is, for messages: `a list`, `a number`, ... */
function describeNode(node) {
    if (node.kind === 'map')
        return 'a map';
    if (node.kind === 'list')
        return 'a list';
    if (node.kind === 'invalid')
        return 'a bad value';
    if (node.value === null)
        return 'nothing';
    return typeof node.value === 'string' ? 'text' : typeof node.value === 'number' ? 'a number' : 'true or false';
}
/** `parent.key`, or `parent["odd key"]`. */
function childPath(parent, key) {
    if (!/^[A-Za-z_][\w-]*$/.test(key))
        return `${parent}[${JSON.stringify(key)}]`;
    return parent === '' ? key : `${parent}.${key}`;
}


/***/ }),

/***/ 61345:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EC: () => (/* binding */ backendOf),
/* harmony export */   TT: () => (/* binding */ writeRefusalOf),
/* harmony export */   ej: () => (/* binding */ opensAlike)
/* harmony export */ });
/* harmony import */ var _storage_config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7014);

const BACKENDS = {
    s3: async () => (await Promise.all(/* import() */[__webpack_require__.e(206), __webpack_require__.e(2171)]).then(__webpack_require__.bind(__webpack_require__, 12171))).openS3,
    'actions-cache': async () => (await Promise.all(/* import() */[__webpack_require__.e(9118), __webpack_require__.e(394)]).then(__webpack_require__.bind(__webpack_require__, 60394))).openActionsCache,
    azureBlob: async () => (await Promise.all(/* import() */[__webpack_require__.e(3669), __webpack_require__.e(6568), __webpack_require__.e(7972)]).then(__webpack_require__.bind(__webpack_require__, 17972))).openAzure,
    gcs: async () => (await __webpack_require__.e(/* import() */ 1276).then(__webpack_require__.bind(__webpack_require__, 91276))).openGcs,
};
/**
 * Why this run may only read a store of this type, told by what GitHub grants before anything is done; undefined when it may write, or when only
 * trying tells. Errors: CAIRN_CREDENTIALS_MISSING, CAIRN_STORAGE_FORBIDDEN, those of `cloudError`.
 */
async function writeRefusalOf(config, context) {
    if (config.type !== 'actions-cache')
        return undefined;
    const { writeRefusal } = await Promise.all(/* import() */[__webpack_require__.e(9118), __webpack_require__.e(5618)]).then(__webpack_require__.bind(__webpack_require__, 25618));
    return await writeRefusal(config, context, true);
}
/** Whether a store of this type is opened for reading as it is for writing, so that it can be opened before it is known what for. */
function opensAlike(type) {
    return type === 's3' || type === 'azureBlob';
}
/** What opens stores of this type; CAIRN_NOT_SUPPORTED for a type that Cairn does not know. */
async function backendOf(type) {
    const load = Object.hasOwn(BACKENDS, type) ? BACKENDS[type] : undefined;
    if (load === undefined)
        throw (0,_storage_config_js__WEBPACK_IMPORTED_MODULE_0__/* .unsupportedStorage */ .n5)(type);
    return await load();
}


/***/ }),

/***/ 57465:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ invalidBlobId),
/* harmony export */   r: () => (/* binding */ checkBlobId)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Which names a blob may have (docs/repository-format.md, "Blob names"). */

const LONGEST = 240;
const ALLOWED = /^[\x20-\x7e]+$/;
/**
 * Throws CAIRN_BLOB_ID_INVALID unless `id` is 1 to 240 printable ASCII characters without `/` and `\`.
 *
 * Names of packs come from index blobs, which may have been tampered with: this is what keeps a name from becoming another path.
 */
function checkBlobId(id) {
    if (id.length <= LONGEST && ALLOWED.test(id) && !id.includes('/') && !id.includes('\\'))
        return;
    throw invalidBlobId(id);
}
/** The error for a name that no blob can have. */
function invalidBlobId(id) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_BLOB_ID_INVALID', `${JSON.stringify(id.slice(0, 80))} cannot be the name of a blob.`, {
        hint: 'The repository names a blob that no program writes: an index or the format blob is damaged or was tampered with.',
    });
}


/***/ }),

/***/ 52812:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ withoutAnswer),
/* harmony export */   FV: () => (/* binding */ CloudCalls),
/* harmony export */   c4: () => (/* binding */ systemCodeAlong)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _cloud_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(555);
/** Time limits of calls to a cloud store, and how an abort becomes an error. */


/** A store that never answered yet gets no more than this: whoever typed a wrong address should not wait longer. */
const FIRST_CALL_MS = 9_000;
/** A call that moves nothing. */
const CALL_MS = 60_000;
/** What a call moves may take so long for each KiB: 32 KiB a second is slower than any line that is of use. */
const MS_PER_KIB = 1000 / 32;
/** What is read first of a store is short, so that its silence is known soon. */
function limitOf({ sent = 0, fetched = 0 }, isFirst) {
    const movedKiB = (isFirst ? sent : sent + fetched) / 1024;
    return (isFirst ? FIRST_CALL_MS : CALL_MS) + Math.ceil(movedKiB * MS_PER_KIB);
}
/** Runs calls of one store: each with a limit of time, told apart from an abort. */
class CloudCalls {
    #clock;
    #hasAnswered = false;
    constructor(clock) {
        this.#clock = clock;
    }
    /** The store answered, be it with an error: from now on it counts as reachable. */
    answered() {
        this.#hasAnswered = true;
    }
    /**
     * Runs `call` with a signal that is aborted with the caller's, and when the time is up.
     *
     * Whatever it throws goes through `explain`.
     */
    async run(signal, moved, call, explain) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        const isFirst = !this.#hasAnswered;
        const limitMs = limitOf(moved, isFirst);
        const stop = new AbortController();
        const timer = new AbortController();
        let isLate = false;
        const onAbort = () => stop.abort();
        signal?.addEventListener('abort', onAbort, { once: true });
        const late = this.#clock.sleep(limitMs, timer.signal).then(() => {
            isLate = true;
            stop.abort();
        }, () => undefined);
        try {
            const result = await call(stop.signal);
            this.#hasAnswered = true;
            return result;
        }
        catch (error) {
            const timedOut = isLate ? `no answer in ${Math.round(limitMs / 1000)} seconds` : undefined;
            throw explain({ error, isAborted: signal?.aborted === true, timedOut, isFirst: !this.#hasAnswered });
        }
        finally {
            signal?.removeEventListener('abort', onAbort);
            timer.abort();
            await late;
        }
    }
}
/**
 * What `cloudError` should be told of a call without an answer.
 *
 * A host that answered before is not missing: a name that cannot be resolved for a moment is then worth another try, as is silence.
 */
function withoutAnswer(end, reason, systemCode) {
    if (end.timedOut !== undefined) {
        return end.isFirst ? { reason: end.timedOut, systemCode: 'EHOSTUNREACH' } : { reason: end.timedOut, meaning: 'transient' };
    }
    return end.isFirst || systemCode === _cloud_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PROXY_REFUSED */ .WA ? { reason, systemCode } : { reason, meaning: 'transient' };
}
/** The first system code, such as `ENOTFOUND`, along the causes of an error. */
function systemCodeAlong(error) {
    for (let current = error, depth = 0; current instanceof Error && depth < 5; current = current.cause, depth++) {
        if ('code' in current &&
            typeof current.code === 'string' &&
            /^[A-Z][A-Z0-9_]+$/.test(current.code) &&
            current.code !== 'REQUEST_SEND_ERROR') {
            return current.code;
        }
        // Several addresses were tried: the first failure stands for all.
        if (current instanceof AggregateError && current.errors.length > 0)
            return systemCodeAlong(current.errors[0]);
    }
    return undefined;
}


/***/ }),

/***/ 555:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ isOfProxy),
/* harmony export */   EF: () => (/* binding */ cloudError),
/* harmony export */   JH: () => (/* binding */ plainReason),
/* harmony export */   Lx: () => (/* binding */ PROXY_HINT),
/* harmony export */   WA: () => (/* binding */ PROXY_REFUSED),
/* harmony export */   cC: () => (/* binding */ isOfNetwork),
/* harmony export */   kI: () => (/* binding */ PROXY_UNREACHABLE)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** What a cloud store answered -> typed error: each way to fail has its own code and names what was read (docs/errors.md). */

/** Codes of a ProxyError: a proxy that is not there or finds nobody, and one that lets nobody through. */
const PROXY_UNREACHABLE = 'ERR_PROXY_UNREACHABLE';
const PROXY_REFUSED = 'ERR_PROXY_REFUSED';
/** What to do about either; the message names the variable. */
const PROXY_HINT = 'Check the proxy that the message names, and its user name and password. Hosts in NO_PROXY are reached without it.';
/** Whether a system code is that of a ProxyError. */
function isOfProxy(systemCode) {
    return systemCode === PROXY_UNREACHABLE || systemCode === PROXY_REFUSED;
}
/** Nobody is there, and a second call will not find anybody either. */
const UNREACHABLE = new Set(['ENOTFOUND', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_NONAME', 'EAI_NODATA']);
/** Someone is there who does not speak the protocol, or whose certificate is not trusted. */
const WRONG_PARTNER = /^(EPROTO|ERR_SSL|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HPE_|ERR_INVALID_URL)/;
/** A connection that was there, or almost. */
const BROKEN = new Set([
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'EHOSTDOWN',
    'ENETDOWN',
    'ERR_STREAM_PREMATURE_CLOSE',
]);
/** Whether a code says that no answer came, and not that something here could not be read. */
function isOfNetwork(systemCode) {
    if (systemCode === undefined)
        return false;
    return UNREACHABLE.has(systemCode) || BROKEN.has(systemCode) || WRONG_PARTNER.test(systemCode) || isOfProxy(systemCode);
}
/** One line of what was said, without the places in the sources of OpenSSL that it names. */
function plainReason(reason) {
    const ofTls = /:error:[0-9A-F]+:[^:]*:[^:]*:([^:]+):/i.exec(reason)?.[1];
    return (ofTls === undefined ? reason.trim().replace(/\s*[\r\n]+\s*/g, ' ') : `the TLS handshake failed (${ofTls})`).replace(/\.$/, '');
}
/** The error for a failed call; only CAIRN_STORAGE_UNAVAILABLE is worth another try. */
function cloudError(failure) {
    if (failure.isAborted === true)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
    const code = codeOf(failure);
    const hint = code === 'CAIRN_STORAGE_UNREACHABLE' && isOfProxy(failure.systemCode) ? PROXY_HINT : hintOf(code, failure);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb(code, `Cannot ${failure.what}: ${plainReason(failure.reason)}.`, {
        ...(hint !== undefined && { hint }),
        ...(failure.cause !== undefined && { cause: failure.cause }),
        ...(failure.retryAfterMs !== undefined && { retryAfterMs: failure.retryAfterMs }),
    });
}
const MEANINGS = {
    'blob-missing': 'CAIRN_BLOB_NOT_FOUND',
    'bucket-missing': 'CAIRN_BUCKET_MISSING',
    'credentials-refused': 'CAIRN_CREDENTIALS_REFUSED',
    expired: 'CAIRN_CREDENTIALS_REFUSED',
    forbidden: 'CAIRN_STORAGE_FORBIDDEN',
    'wrong-region': 'CAIRN_STORAGE_REGION',
    'wrong-endpoint': 'CAIRN_STORAGE_ENDPOINT',
    clock: 'CAIRN_CLOCK_SKEW',
    exists: 'CAIRN_BLOB_EXISTS',
    range: 'CAIRN_BLOB_RANGE',
    transient: 'CAIRN_STORAGE_UNAVAILABLE',
    unreachable: 'CAIRN_STORAGE_UNREACHABLE',
};
function codeOf({ meaning, status, systemCode }) {
    if (meaning !== undefined)
        return MEANINGS[meaning];
    if (status === undefined) {
        if (systemCode !== undefined && (UNREACHABLE.has(systemCode) || isOfProxy(systemCode)))
            return 'CAIRN_STORAGE_UNREACHABLE';
        if (systemCode !== undefined && WRONG_PARTNER.test(systemCode))
            return 'CAIRN_STORAGE_ENDPOINT';
        return 'CAIRN_STORAGE_UNAVAILABLE';
    }
    if (status === 401)
        return 'CAIRN_CREDENTIALS_REFUSED';
    if (status === 403)
        return 'CAIRN_STORAGE_FORBIDDEN';
    if (status === 404)
        return 'CAIRN_BUCKET_MISSING';
    if (status === 301 || status === 307)
        return 'CAIRN_STORAGE_REGION';
    if (status === 408 || status === 425 || status === 429 || status >= 500)
        return 'CAIRN_STORAGE_UNAVAILABLE';
    return 'CAIRN_STORAGE_IO';
}
function hintOf(code, { credentials, settings }) {
    switch (code) {
        case 'CAIRN_CREDENTIALS_REFUSED':
            return `The credentials came from ${credentials}: check that they are valid and have not expired.`;
        case 'CAIRN_STORAGE_FORBIDDEN':
            return `The credentials from ${credentials} are known but not allowed to do this: see the least permissions in docs/backends.md.`;
        case 'CAIRN_BUCKET_MISSING':
            return `Check ${settings.bucket} for a typo. Cairn never makes a bucket.`;
        case 'CAIRN_STORAGE_REGION':
            return `Check ${settings.region ?? 'the region'}.`;
        case 'CAIRN_STORAGE_ENDPOINT':
            return `Check ${settings.endpoint}: host, port, and whether it speaks TLS.`;
        case 'CAIRN_STORAGE_UNREACHABLE':
            return `Check ${settings.endpoint} for a typo, and that this machine may reach it.`;
        case 'CAIRN_STORAGE_UNAVAILABLE':
            return 'Run again later. What was saved before is intact.';
        case 'CAIRN_CLOCK_SKEW':
            return 'Set the clock of this machine.';
        default:
            return undefined;
    }
}


/***/ }),

/***/ 96428:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ retryAfterMs)
/* harmony export */ });
/** Headers that all cloud stores share. */
/** How long an answer asks to wait, from its `Retry-After`: a number of seconds, or a date, which counts from the answer's own `Date`. */
function retryAfterMs(value, answeredMs) {
    if (value === undefined)
        return undefined;
    if (/^\d{1,6}$/.test(value.trim()))
        return Number(value) * 1000;
    const date = Date.parse(value);
    return Number.isNaN(date - answeredMs) ? undefined : Math.max(0, date - answeredMs);
}


/***/ }),

/***/ 45227:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  YP: () => (/* binding */ FORMAT_BLOB_ID),
  h$: () => (/* binding */ beginCloud),
  Fx: () => (/* binding */ retryingAs)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/log.js
var lib_log = __webpack_require__(97309);
// EXTERNAL MODULE: ./lib/util/random.js
var util_random = __webpack_require__(75073);
// EXTERNAL MODULE: ./lib/repo/blob/backends.js
var backends = __webpack_require__(61345);
// EXTERNAL MODULE: ./lib/repo/blob/storage.js
var blob_storage = __webpack_require__(30095);
;// CONCATENATED MODULE: ./lib/repo/blob/first-read.js
/** A storage from which one blob was read already. */

/** The same storage, except that the first read of all of `id` gives `bytes` without asking for them again. */
function withFirstRead(storage, id, bytes) {
    let kept = bytes;
    return {
        displayName: storage.displayName,
        async getBlob(asked, options) {
            const { offset = 0, length, mayBeShorter = false } = options ?? {};
            const isWhole = offset === 0 && (length === undefined || (mayBeShorter && length >= bytes.length));
            if (asked !== id || kept === undefined || !isWhole)
                return await storage.getBlob(asked, options);
            kept = undefined;
            return bytes;
        },
        statBlob: (asked) => storage.statBlob(asked),
        putBlob: (asked, parts, options) => {
            if (asked === id)
                kept = undefined;
            return storage.putBlob(asked, parts, options);
        },
        deleteBlob: (asked) => {
            if (asked === id)
                kept = undefined;
            return storage.deleteBlob(asked);
        },
        listBlobs: (prefix, signal) => storage.listBlobs(prefix, signal),
        ...(0,blob_storage/* flushOf */.e)(storage),
        close: () => storage.close(),
    };
}

// EXTERNAL MODULE: ./lib/repo/blob/read-up-to.js
var read_up_to = __webpack_require__(64028);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/repo/blob/unless-aborted.js
var unless_aborted = __webpack_require__(97480);
;// CONCATENATED MODULE: ./lib/repo/blob/retrying.js
/** Tries again what failed for a moment. The only place that retries storage calls. */




/** A store that asks for a longer pause than this is not waited for so long. */
const MAX_RETRY_AFTER_MS = 60_000;
/**
 * The same storage; calls that fail with CAIRN_STORAGE_UNAVAILABLE are made again after a pause.
 *
 * The pause is random between half and the whole of a doubling limit, so that many runs that failed together do not come back together.
 * A pause that the store asked for is kept, up to a minute. An aborted signal ends the wait with CAIRN_CANCELLED; what a cancelled run begins
 * after that, to save or to tidy up, keeps only short pauses.
 */
function retrying(storage, options) {
    const attempts = options.attempts ?? 6;
    /** Waits before call number `next`, or throws `error` when it is not to be made. */
    const pause = async (error, next, what, signal) => {
        if (next > attempts || !(0,errors/* isCairnError */.qN)(error, 'CAIRN_STORAGE_UNAVAILABLE'))
            throw error;
        (0,errors/* throwIfCancelled */.dZ)(signal);
        const askedMs = options.signal?.aborted === true ? 0 : Math.min(error.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS);
        const delayMs = Math.max(delayBefore(next, options), askedMs);
        options.log?.debug(`storage: ${what} failed, call ${next} of ${attempts} in ${delayMs} ms: ${(0,errors/* messageOf */.bD)(error)}`);
        try {
            await options.clock.sleep(delayMs, signal);
        }
        catch (reason) {
            throw signal?.aborted ? (0,errors/* cancelled */.KW)() : reason;
        }
    };
    const retry = async (what, signal, call) => {
        for (let attempt = 1;; attempt++) {
            try {
                return await call(attempt);
            }
            catch (error) {
                await pause(error, attempt + 1, what, signal);
            }
        }
    };
    /** For calls that do not hear a signal: a run that is cancelled does not wait for what is under way. */
    const retryDeaf = async (what, call) => {
        const { signal } = options;
        if (signal === undefined || signal.aborted)
            return await retry(what, undefined, call);
        try {
            return await (0,unless_aborted/* unlessAborted */.W)(retry(what, signal, call), signal);
        }
        catch (error) {
            throw signal.aborted ? (0,errors/* cancelled */.KW)() : error;
        }
    };
    const { flush, extendRetention, parallelPuts, prepareWrites } = storage;
    return {
        displayName: storage.displayName,
        getBlob: (id, get) => retry(`get ${id}`, get?.signal, () => storage.getBlob(id, get)),
        statBlob: (id) => retryDeaf(`stat ${id}`, () => storage.statBlob(id)),
        putBlob: (id, parts, put) => retry(`put ${id}`, put?.signal, (attempt) => putOnce(storage, id, parts, put, attempt)),
        deleteBlob: (id) => retryDeaf(`delete ${id}`, () => storage.deleteBlob(id)),
        async *listBlobs(prefix, signal) {
            // A second listing starts from the beginning: what was given already is left out.
            const given = new Set();
            for (let attempt = 1;; attempt++) {
                try {
                    for await (const blob of storage.listBlobs(prefix, signal)) {
                        if (given.has(blob.id))
                            continue;
                        given.add(blob.id);
                        yield blob;
                    }
                    return;
                }
                catch (error) {
                    await pause(error, attempt + 1, `list ${prefix}`, signal);
                }
            }
        },
        ...(parallelPuts === undefined ? {} : { parallelPuts }),
        ...(flush === undefined ? {} : { flush: (given) => retry('flush', given?.signal, () => flush.call(storage, given)) }),
        ...(extendRetention === undefined
            ? {}
            : { extendRetention: (id, retention) => retryDeaf(`retain ${id}`, () => extendRetention.call(storage, id, retention)) }),
        ...(prepareWrites === undefined ? {} : { prepareWrites: () => retryDeaf('prepare writes', () => prepareWrites.call(storage)) }),
        close: () => storage.close(),
    };
}
/** A call that failed may have stored the blob all the same: on a later one, "it exists" with the very same bytes is our own success. */
async function putOnce(storage, id, parts, options, attempt) {
    try {
        return await storage.putBlob(id, parts, options);
    }
    catch (error) {
        if (attempt === 1 || !(0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_EXISTS'))
            throw error;
        const stored = await storage.statBlob(id);
        if (stored === undefined || !(0,bytes/* equalBytes */.ex)(await storage.getBlob(id), (0,bytes/* concatBytes */.Id)(parts)))
            throw error;
        return stored;
    }
}
function delayBefore(attempt, options) {
    const limit = Math.min(options.maxDelayMs ?? 10_000, (options.firstDelayMs ?? 100) * 2 ** (attempt - 2));
    const [high = 0, low = 0] = (options.random ?? util_random/* systemRandom */.v)(2);
    const fraction = (high * 256 + low) / 65_536;
    return Math.round(limit * (0.5 + fraction / 2));
}

;// CONCATENATED MODULE: ./lib/repo/blob/cloud-opening.js
/** Opening a cloud store, which can begin before it is known what for. */







/** The blob that makes a storage a repository. */
const FORMAT_BLOB_ID = 'kopia.repository';
/** More than a format blob can have: one that is longer is damaged, and is left to whoever reads it. */
const MAX_KEPT_BYTES = 128 * 1024;
/** Begins to open a cloud store and to read its format blob. */
function beginCloud(config, options) {
    const opened = openBackend(config, options);
    const signal = options.backend?.signal;
    const formatBlob = opened.then((storage) => checkPresence(retryingAs(storage, options), options.mode, signal));
    formatBlob.catch(() => undefined);
    return {
        asked: opened.then(() => undefined, () => undefined),
        formatBlob,
        async finish() {
            const storage = await opened;
            try {
                const bytes = await formatBlob;
                return bytes === undefined ? storage : withFirstRead(storage, FORMAT_BLOB_ID, bytes);
            }
            catch (error) {
                await storage.close();
                throw error;
            }
        },
        async abandon() {
            await opened.then((storage) => storage.close(), () => undefined);
        },
    };
}
/** The same storage with retries, as every storage gets them. */
function retryingAs(storage, options) {
    const { clock, random = util_random/* systemRandom */.v, log = lib_log/* nullLogger */.G, backend } = options;
    return retrying(storage, { clock, random, log, signal: backend?.signal });
}
async function openBackend(config, options) {
    const open = await (0,backends/* backendOf */.EC)(config.type);
    return await open(config, {
        ...options.backend,
        env: options.backend?.env ?? {},
        platform: options.platform,
        clock: options.clock,
        random: options.random ?? util_random/* systemRandom */.v,
        log: options.log ?? lib_log/* nullLogger */.G,
        isReadOnly: options.readonly === true,
    });
}
/** The format blob, where opening is going to read it; undefined for a place that may do without. */
async function checkPresence(storage, mode, signal) {
    const formatBlob = await readFormatBlob(storage, signal);
    if (formatBlob !== undefined)
        return mode === 'existing' && formatBlob.length < MAX_KEPT_BYTES ? formatBlob : undefined;
    if (mode === 'repair')
        return undefined;
    for await (const { id } of storage.listBlobs('', signal)) {
        if (!NOT_COUNTED_BLOBS.has(id))
            throw foreignBlobs(storage.displayName, id);
    }
    if (mode !== 'create')
        throw nothingThere(storage.displayName);
    return undefined;
}
async function readFormatBlob(storage, signal) {
    try {
        return await (0,read_up_to/* readUpTo */.V)(storage, FORMAT_BLOB_ID, 0, MAX_KEPT_BYTES, signal);
    }
    catch (error) {
        if ((0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
            return undefined;
        throw error;
    }
}
/** A create that was interrupted before the format blob leaves this one, and can be repeated. */
const NOT_COUNTED_BLOBS = new Set(['kopia.blobcfg', '.storageconfig']);
function nothingThere(place) {
    return new errors/* CairnError */.eb('CAIRN_STORAGE_EMPTY', `There is no repository in ${place}.`, {
        hint: 'Check the location and its prefix for a typo, or create a repository there: "cairn repository create", or --create-repository in a run.',
    });
}
function foreignBlobs(place, example) {
    return new errors/* CairnError */.eb('CAIRN_STORAGE_FOREIGN', `There is no repository in ${place}, but there is something else, such as ${example}.`, {
        hint: `Check the location and its prefix for a typo. If it was a repository, its blob ${FORMAT_BLOB_ID} is lost: bring it back from a copy.`,
    });
}


/***/ }),

/***/ 25576:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ makeDirectories)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _filesystem_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45047);
/** Makes a directory with its parents, and says truly why it cannot. */


/**
 * Makes `path` and the parents that are missing; nothing happens when it is there. Errors are those of the system.
 *
 * Node's own recursive `mkdir` answers ENOENT for every failure that it does not know, such as a file system mounted read-only or a full quota.
 */
async function makeDirectories(files, path, mode) {
    try {
        await files.makeDirectory(path, mode);
    }
    catch (error) {
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path);
        if ((0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error) !== 'ENOENT' || parent === path)
            return await acceptDirectory(files, path, error);
        await makeDirectories(files, parent, mode);
        await files.makeDirectory(path, mode).catch((second) => acceptDirectory(files, path, second));
    }
}
/** A directory that is there is what was wanted, whatever the system calls that: EEXIST, or EISDIR and EPERM for the top of a drive. */
async function acceptDirectory(files, path, error) {
    const status = await files.status(path).catch(() => undefined);
    if (status?.isDirectory !== true)
        throw error;
}


/***/ }),

/***/ 43216:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ readFileRange)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _range_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34895);
/** Reads a range of a file into memory. */


/** Bytes of the range asked for; `id` is the subject of messages. Errors: CAIRN_BLOB_RANGE, CAIRN_STORAGE_IO, and those of the system. */
async function readFileRange(files, path, options, id) {
    const file = await files.openForReading(path);
    try {
        const status = await file.status();
        if (!status.isFile)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_STORAGE_IO', `${path} is not a regular file.`);
        const { offset, length } = (0,_range_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveRange */ .S)(id, options, status.sizeBytes);
        const bytes = uninitialized(length);
        for (let done = 0; done < length;) {
            (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(options.signal);
            const count = await file.read(bytes.subarray(done), offset + done);
            if (count <= 0)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_BLOB_RANGE', `Blob ${id} ended after ${offset + done} bytes while it was being read.`);
            done += count;
        }
        return bytes;
    }
    finally {
        await file.close();
    }
}
/** Memory that every byte of is about to be written to; never from the shared pool, because callers keep views of it. */
function uninitialized(length) {
    const buffer = Buffer.allocUnsafeSlow(length);
    return new Uint8Array(buffer.buffer, buffer.byteOffset, length);
}


/***/ }),

/***/ 86906:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ walkFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _util_async_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85416);
/* harmony import */ var _filesystem_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45047);
/* harmony import */ var _sharding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94232);
/** Finds the files of a filesystem repository by what their paths spell. */





/** Directories read, and in each of them files looked at, at the same time. */
const CONCURRENCY = 8;
/** Files below the root, in no particular order. What goes away meanwhile is left out; a missing root is the system's ENOENT. */
async function* walkFiles(files, options) {
    let directories = [{ path: options.root, spelled: '' }];
    while (directories.length > 0) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfCancelled */ .dZ)(options.signal);
        // Depth first keeps the queue short: what a batch finds goes before the rest.
        const batch = directories.splice(0, CONCURRENCY);
        const results = await (0,_util_async_js__WEBPACK_IMPORTED_MODULE_4__/* .mapConcurrent */ ._)(batch, CONCURRENCY, (directory) => readOne(files, directory, options));
        directories = [...results.flatMap((result) => result.directories), ...directories];
        for (const result of results)
            yield* result.found;
    }
}
async function readOne(files, directory, options) {
    const directories = [];
    const names = [];
    try {
        for (const entry of await files.readDirectory(directory.path)) {
            const spelled = directory.spelled + entry.name;
            if (!(0,_sharding_js__WEBPACK_IMPORTED_MODULE_3__/* .mayHoldPrefix */ .pl)(spelled, options.prefix))
                continue;
            if (entry.isDirectory)
                directories.push({ path: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory.path, entry.name), spelled });
            else if (options.wanted(entry.name))
                names.push(entry.name);
        }
    }
    catch (error) {
        if (!(0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsent */ .W0)(error) || directory.spelled === '')
            throw error;
    }
    const found = await (0,_util_async_js__WEBPACK_IMPORTED_MODULE_4__/* .mapConcurrent */ ._)(names, CONCURRENCY, async (name) => {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfCancelled */ .dZ)(options.signal);
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory.path, name);
        try {
            return { path, spelled: directory.spelled + name, status: await files.status(path) };
        }
        catch (error) {
            if ((0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsent */ .W0)(error))
                return undefined;
            throw error;
        }
    });
    return { directories, found: found.filter((file) => file !== undefined) };
}


/***/ }),

/***/ 37276:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TE: () => (/* binding */ TEMP_NAME),
/* harmony export */   f4: () => (/* binding */ writeAll),
/* harmony export */   tG: () => (/* binding */ writeFileWhole)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34695);
/* harmony import */ var _util_write_piece_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48916);
/* harmony import */ var _filesystem_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45047);
/** Writes a file so that nobody ever sees a part of it. */





/** What a file is called until it is complete: `<final name>.tmp.<16 hex digits>`, in the same directory. */
const TEMP_NAME = /\.tmp\.[0-9a-f]{16}$/;
/**
 * Writes `parts` to the file at `segments` below the root:
 *  1. create a new file beside the final name, 2. write, 3. sync, 4. close, 5. rename (or link, which never replaces), 6. sync the directory.
 *
 * After a failed sync the pages may be gone although a second sync would succeed, so the file is thrown away, never synced again.
 * Errors are those of the system, CAIRN_CANCELLED and CAIRN_STORAGE_IO; the temporary file is gone in every case.
 */
async function writeFileWhole(writer, segments, parts, options) {
    const { files } = writer;
    const finalPath = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(writer.root, ...segments);
    if (options.onlyIfAbsent && (await exists(files, finalPath)))
        return 'exists';
    const tempPath = `${finalPath}.tmp.${(0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .toHex */ .nj)(writer.random(8))}`;
    const file = await createFile(writer, tempPath, segments);
    let isTempThere = true;
    try {
        const status = await fill(writer, file, parts, options);
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfCancelled */ .dZ)(options.signal);
        if (options.onlyIfAbsent) {
            if (!(await linkUnlessThere(files, tempPath, finalPath)))
                return 'exists';
        }
        else {
            await files.rename(tempPath, finalPath);
            isTempThere = false;
        }
        await files.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(writer.root, ...segments.slice(0, -1)));
        return status;
    }
    finally {
        // After a rename without hard links there is nothing to remove any more; that is no fault, nor is a second failure on a broken disk.
        if (isTempThere)
            await files.remove(tempPath).catch(() => undefined);
    }
}
async function fill(writer, file, parts, options) {
    try {
        await writeAll(file, parts, options.signal);
        if (writer.owner !== undefined)
            await file.changeOwner(writer.owner.uid, writer.owner.gid);
        if (options.modifiedNs !== undefined)
            await file.changeTime(options.modifiedNs);
        await file.sync();
        return await file.status();
    }
    finally {
        await file.close();
    }
}
async function createFile(writer, path, segments) {
    try {
        return await writer.files.createNew(path, writer.fileMode);
    }
    catch (error) {
        if ((0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error) !== 'ENOENT')
            throw error;
    }
    await makeDirectories(writer, segments.slice(0, -1));
    return writer.files.createNew(path, writer.fileMode);
}
/** Only below the root: a root that went away is a volume that is not mounted, and must not be made anew in its place. */
async function makeDirectories({ files, root, dirMode }, segments) {
    let parent = root;
    for (const segment of segments) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(parent, segment);
        try {
            await files.makeDirectory(path, dirMode);
        }
        catch (error) {
            if ((0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error) !== 'EEXIST')
                throw error;
        }
        await files.syncDirectory(parent);
        parent = path;
    }
}
/**
 * Writes every byte of `parts`, however few the system takes at a time, and looks at the signal between two pieces.
 * Errors: those of the system, CAIRN_CANCELLED, CAIRN_STORAGE_IO.
 */
async function writeAll(file, parts, signal) {
    let pending = parts.filter((part) => part.length > 0);
    while (pending.length > 0) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfCancelled */ .dZ)(signal);
        const taken = await file.write(leading(pending, _util_write_piece_js__WEBPACK_IMPORTED_MODULE_4__/* .WRITE_PIECE_BYTES */ .H));
        // A file that takes nothing and reports nothing would be tried for ever.
        if (taken <= 0)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_STORAGE_IO', 'The system accepted no more bytes and gave no reason.');
        pending = withoutLeading(pending, taken);
    }
}
/** Views of the first `limit` bytes. */
function leading(parts, limit) {
    const taken = [];
    let room = limit;
    for (const part of parts) {
        if (room === 0)
            break;
        taken.push(part.length <= room ? part : part.subarray(0, room));
        room -= Math.min(room, part.length);
    }
    return taken;
}
/** Views of what follows the first `count` bytes. */
function withoutLeading(parts, count) {
    let index = 0;
    let skip = count;
    for (let part = parts[0]; part !== undefined && skip >= part.length; part = parts[index]) {
        skip -= part.length;
        index++;
    }
    const rest = parts.slice(index);
    const first = rest[0];
    if (skip > 0 && first !== undefined)
        rest[0] = first.subarray(skip);
    return rest;
}
const NO_HARD_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);
/**
 * Gives the file its final name without replacing another; false when the name is taken.
 *
 * Where the volume has no hard links (FAT, some network shares) it is a look and a rename, which two writers within a millisecond can both win.
 */
async function linkUnlessThere(files, tempPath, finalPath) {
    try {
        await files.link(tempPath, finalPath);
        return true;
    }
    catch (error) {
        const code = (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error);
        if (code === 'EEXIST')
            return false;
        if (code === undefined || !NO_HARD_LINKS.has(code))
            throw error;
    }
    if (await exists(files, finalPath))
        return false;
    await files.rename(tempPath, finalPath);
    return true;
}
async function exists(files, path) {
    try {
        await files.status(path);
        return true;
    }
    catch (error) {
        if ((0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .isAbsent */ .W0)(error))
            return false;
        throw error;
    }
}


/***/ }),

/***/ 45047:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W0: () => (/* binding */ isAbsent),
/* harmony export */   a2: () => (/* binding */ retentionUnsupported),
/* harmony export */   c7: () => (/* binding */ systemCodeOf),
/* harmony export */   fi: () => (/* binding */ rootMissing),
/* harmony export */   ic: () => (/* binding */ filesystemError),
/* harmony export */   uW: () => (/* binding */ rootNotADirectory),
/* harmony export */   y: () => (/* binding */ rootUnmakeable)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** System error codes -> typed errors of the filesystem storage. */

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS']);
/** May work a moment later: too many open files, a network mount that blinks, a scanner holding the file. */
const TRANSIENT = new Set([
    'EAGAIN',
    'EBUSY',
    'EHOSTDOWN',
    'EHOSTUNREACH',
    'EINTR',
    'EMFILE',
    'ENETDOWN',
    'ENETUNREACH',
    'ENFILE',
    'ENOTCONN',
    'ESTALE',
    'ETIMEDOUT',
]);
const HINTS = {
    CAIRN_STORAGE_FULL: 'Make room (or raise the quota or file size limit) and run again. What was saved before is intact.',
    CAIRN_STORAGE_FORBIDDEN: 'Check owner, permissions and mount options of the repository directory.',
    CAIRN_STORAGE_UNAVAILABLE: 'Check that the volume is mounted and reachable, and the limit of open files (ulimit -n), then run again.',
    CAIRN_STORAGE_IO: 'The disk or the mount reports a fault: look at the system log and check the disk.',
};
/** The system's code of an error, such as `ENOENT`; undefined for anything else. */
function systemCodeOf(error) {
    if (!(error instanceof Error) || (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error))
        return undefined;
    return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
/** Whether the error says that something does not exist. */
function isAbsent(error) {
    const code = systemCodeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR';
}
/** Typed error for a failed file operation; typed errors pass unchanged. `action` reads like `write blob p12`. */
function filesystemError(error, action, place) {
    if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error))
        return error;
    const code = storageCodeOf(systemCodeOf(error));
    const hint = HINTS[code];
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb(code, `Cannot ${action} in ${place}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}.`, { cause: error, ...(hint !== undefined && { hint }) });
}
function storageCodeOf(systemCode) {
    if (systemCode === undefined)
        return 'CAIRN_STORAGE_IO';
    if (FULL.has(systemCode))
        return 'CAIRN_STORAGE_FULL';
    if (FORBIDDEN.has(systemCode))
        return 'CAIRN_STORAGE_FORBIDDEN';
    return TRANSIENT.has(systemCode) ? 'CAIRN_STORAGE_UNAVAILABLE' : 'CAIRN_STORAGE_IO';
}
/** The error for a root directory that is not there. */
function rootMissing(path) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_STORAGE_ROOT_MISSING', `The repository directory ${path} does not exist.`, {
        hint: 'Check the location for a typo and that the volume is mounted. A new repository is only made when asked for.',
    });
}
/** The error for a root directory that was to be made where nothing of its path exists, such as on a drive that is not there. */
function rootUnmakeable(path) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_STORAGE_ROOT_MISSING', `The repository directory ${path} does not exist and cannot be made there.`, {
        hint: 'Check the location for a typo and that the drive or volume is mounted.',
    });
}
/** The error for a root that is a file. */
function rootNotADirectory(path) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_STORAGE_ROOT_MISSING', `${path} is not a directory.`, {
        hint: 'A repository is a directory: check the location for a typo.',
    });
}
/** Nothing in a folder can be kept from being deleted, so asking for it must not look as if it worked. */
function retentionUnsupported(root) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_NOT_SUPPORTED', `${root} is a folder: its blobs cannot be kept from being deleted for a time.`, {
        hint: 'Retention of blobs needs a cloud store with object lock. Leave out --retention-mode and --retention-period.',
    });
}


/***/ }),

/***/ 53011:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ls: () => (/* binding */ openFilesystemStorage),
/* harmony export */   OG: () => (/* binding */ readShards),
/* harmony export */   zh: () => (/* binding */ nodeFileOperations)
/* harmony export */ });
/* unused harmony export FilesystemStorage */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _util_async_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(85416);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34695);
/* harmony import */ var _util_random_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75073);
/* harmony import */ var _blob_id_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57465);
/* harmony import */ var _file_directories_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(25576);
/* harmony import */ var _file_reader_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(43216);
/* harmony import */ var _file_walk_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(86906);
/* harmony import */ var _file_writer_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(37276);
/* harmony import */ var _filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(45047);
/* harmony import */ var _sharding_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(94232);
/* harmony import */ var _shards_file_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(20000);
/** Blobs as files below one directory (docs/repository-format.md, "Filesystem layout"). */















/** At most this many files are open at once: enough to keep the disk busy, far below the smallest usual limit of open files. */
const OPEN_FILES = 16;
/**
 * Opens the directory as a blob storage.
 *
 * Without `create` nothing is written here: a missing root fails with CAIRN_STORAGE_ROOT_MISSING (it may be a volume that is not mounted), and
 * `.shards` is only added together with the first blob, so that opening a wrong directory leaves no trace in it.
 */
async function openFilesystemStorage(options, how = {}) {
    const files = how.files ?? nodeFileOperations;
    const create = how.create === true && how.readonly !== true;
    try {
        if (create)
            await (0,_file_directories_js__WEBPACK_IMPORTED_MODULE_7__/* .makeDirectories */ .K)(files, options.path, options.dirMode ?? 0o700);
        if (!(await files.status(options.path)).isDirectory)
            throw (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .rootNotADirectory */ .uW)(options.path);
    }
    catch (error) {
        const code = (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .systemCodeOf */ .c7)(error);
        if (code === 'ENOTDIR' || code === 'EEXIST')
            throw (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .rootNotADirectory */ .uW)(options.path);
        if (code === 'ENOENT')
            throw create ? (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .rootUnmakeable */ .y)(options.path) : (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .rootMissing */ .fi)(options.path);
        throw (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .filesystemError */ .ic)(error, create ? 'make the repository' : 'open the repository', options.path);
    }
    const assumed = (0,_sharding_js__WEBPACK_IMPORTED_MODULE_12__/* .defaultSharding */ .il)(options.shards ?? (create ? _sharding_js__WEBPACK_IMPORTED_MODULE_12__/* .SHARDS_OF_NEW_REPOSITORIES */ .m7 : _sharding_js__WEBPACK_IMPORTED_MODULE_12__/* .SHARDS_WHEN_UNKNOWN */ .YT));
    const stored = await readShards(files, options.path);
    return new FilesystemStorage({
        isReadOnly: how.readonly === true,
        sharding: stored ?? assumed,
        hasShardsFile: stored !== undefined,
        writer: {
            files,
            random: how.random ?? _util_random_js__WEBPACK_IMPORTED_MODULE_5__/* .systemRandom */ .v,
            root: options.path,
            fileMode: options.fileMode ?? 0o600,
            dirMode: options.dirMode ?? 0o700,
            ...(options.uid !== undefined && options.gid !== undefined && isRoot() && { owner: { uid: options.uid, gid: options.gid } }),
        },
    });
}
/** Made by `openFilesystemStorage`. */
class FilesystemStorage {
    displayName;
    #writer;
    #files;
    #isReadOnly;
    #slots = new _util_async_js__WEBPACK_IMPORTED_MODULE_14__/* .Semaphore */ .j(OPEN_FILES);
    #sharding;
    #hasShardsFile;
    #shardsBeingWritten;
    constructor(state) {
        this.displayName = state.writer.root;
        this.#writer = state.writer;
        this.#files = state.writer.files;
        this.#isReadOnly = state.isReadOnly;
        this.#sharding = state.sharding;
        this.#hasShardsFile = state.hasShardsFile;
    }
    async getBlob(id, options = {}) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .throwIfCancelled */ .dZ)(options.signal);
        const path = this.#pathOf(id);
        return this.#slots.use(async () => {
            try {
                return await (0,_file_reader_js__WEBPACK_IMPORTED_MODULE_8__/* .readFileRange */ .q)(this.#files, path, options, id);
            }
            catch (error) {
                if (!(0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .isAbsent */ .W0)(error))
                    throw (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .filesystemError */ .ic)(error, `read blob ${id}`, this.displayName);
                await this.#requireRoot();
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CairnError */ .eb('CAIRN_BLOB_NOT_FOUND', `Blob ${id} is not in ${this.displayName}.`, { cause: error });
            }
        });
    }
    async statBlob(id) {
        const path = this.#pathOf(id);
        try {
            return metadataOf(id, await this.#files.status(path));
        }
        catch (error) {
            if (!(0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .isAbsent */ .W0)(error))
                throw (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .filesystemError */ .ic)(error, `look at blob ${id}`, this.displayName);
            await this.#requireRoot();
            return undefined;
        }
    }
    async putBlob(id, parts, options = {}) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .throwIfCancelled */ .dZ)(options.signal);
        this.#refuseWhenReadOnly();
        (0,_blob_id_js__WEBPACK_IMPORTED_MODULE_6__/* .checkBlobId */ .r)(id);
        if (options.retention !== undefined)
            throw (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .retentionUnsupported */ .a2)(this.displayName);
        await this.#ensureShardsFile();
        const segments = (0,_sharding_js__WEBPACK_IMPORTED_MODULE_12__/* .blobPath */ .nD)(this.#sharding, id);
        try {
            const outcome = await this.#slots.use(() => (0,_file_writer_js__WEBPACK_IMPORTED_MODULE_10__/* .writeFileWhole */ .tG)(this.#writer, segments, parts, options));
            if (outcome !== 'exists')
                return metadataOf(id, outcome);
        }
        catch (error) {
            if ((0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .isAbsent */ .W0)(error))
                await this.#requireRoot();
            throw (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .filesystemError */ .ic)(error, `write blob ${id}`, this.displayName);
        }
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CairnError */ .eb('CAIRN_BLOB_EXISTS', `Blob ${id} is already in ${this.displayName}.`, {
            hint: 'Another run was faster, or there is a repository already: connect to it instead of creating one.',
        });
    }
    async deleteBlob(id) {
        this.#refuseWhenReadOnly();
        const path = this.#pathOf(id);
        try {
            await this.#files.remove(path);
        }
        catch (error) {
            if (!(0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .isAbsent */ .W0)(error))
                throw (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .filesystemError */ .ic)(error, `delete blob ${id}`, this.displayName);
        }
    }
    async *listBlobs(prefix, signal) {
        const root = this.#writer.root;
        const wanted = (name) => name.endsWith(_sharding_js__WEBPACK_IMPORTED_MODULE_12__/* .BLOB_SUFFIX */ .a9);
        try {
            for await (const { spelled, status } of (0,_file_walk_js__WEBPACK_IMPORTED_MODULE_9__/* .walkFiles */ .F)(this.#files, { root, prefix, wanted, signal })) {
                const id = spelled.slice(0, -_sharding_js__WEBPACK_IMPORTED_MODULE_12__/* .BLOB_SUFFIX */ .a9.length);
                if (status.isFile && id.startsWith(prefix))
                    yield metadataOf(id, status);
            }
        }
        catch (error) {
            if ((0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .isAbsent */ .W0)(error))
                throw (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .rootMissing */ .fi)(root);
            throw (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .filesystemError */ .ic)(error, `list blobs${prefix === '' ? '' : ` that start with ${prefix}`}`, this.displayName);
        }
    }
    async close() { }
    /** Removes files that interrupted writes left before `beforeMs` (ms since 1970); returns how many. */
    async removeTempFiles(beforeMs, signal) {
        this.#refuseWhenReadOnly();
        const wanted = (name) => _file_writer_js__WEBPACK_IMPORTED_MODULE_10__/* .TEMP_NAME */ .TE.test(name);
        let removed = 0;
        try {
            for await (const { path, status } of (0,_file_walk_js__WEBPACK_IMPORTED_MODULE_9__/* .walkFiles */ .F)(this.#files, { root: this.#writer.root, prefix: '', wanted, signal })) {
                if (!status.isFile || status.modifiedMs >= beforeMs)
                    continue;
                await this.#files.remove(path);
                removed++;
            }
        }
        catch (error) {
            throw (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .filesystemError */ .ic)(error, 'remove temporary files', this.displayName);
        }
        return removed;
    }
    #pathOf(id) {
        (0,_blob_id_js__WEBPACK_IMPORTED_MODULE_6__/* .checkBlobId */ .r)(id);
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#writer.root, ...(0,_sharding_js__WEBPACK_IMPORTED_MODULE_12__/* .blobPath */ .nD)(this.#sharding, id));
    }
    #refuseWhenReadOnly() {
        if (this.#isReadOnly)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CairnError */ .eb('CAIRN_STORAGE_READONLY', `${this.displayName} was opened for reading only.`);
    }
    /** Tells an absent blob from a root that is not there, such as a volume that was unmounted. */
    async #requireRoot() {
        try {
            await this.#files.status(this.#writer.root);
        }
        catch (error) {
            if ((0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .isAbsent */ .W0)(error))
                throw (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .rootMissing */ .fi)(this.#writer.root);
            throw (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .filesystemError */ .ic)(error, 'find the repository', this.displayName);
        }
    }
    /** Writes `.shards` before the first blob; when another writer was faster, its layout counts. */
    async #ensureShardsFile() {
        if (this.#hasShardsFile)
            return;
        this.#shardsBeingWritten ??= this.#writeShardsFile().finally(() => {
            this.#shardsBeingWritten = undefined;
        });
        await this.#shardsBeingWritten;
    }
    async #writeShardsFile() {
        const { root } = this.#writer;
        try {
            const outcome = await (0,_file_writer_js__WEBPACK_IMPORTED_MODULE_10__/* .writeFileWhole */ .tG)(this.#writer, [_shards_file_js__WEBPACK_IMPORTED_MODULE_13__/* .SHARDS_FILE */ .D6], [(0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .utf8 */ .As)((0,_shards_file_js__WEBPACK_IMPORTED_MODULE_13__/* .formatShardsFile */ .ZW)(this.#sharding))], { onlyIfAbsent: true });
            if (outcome === 'exists')
                this.#sharding = (await readShards(this.#files, root)) ?? this.#sharding;
        }
        catch (error) {
            if ((0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .isAbsent */ .W0)(error))
                await this.#requireRoot();
            throw (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .filesystemError */ .ic)(error, `write ${_shards_file_js__WEBPACK_IMPORTED_MODULE_13__/* .SHARDS_FILE */ .D6}`, root);
        }
        this.#hasShardsFile = true;
    }
}
/** The layout that `.shards` in `root` describes; undefined when there is none. Errors: CAIRN_STORAGE_SHARDS_INVALID, storage kinds. */
async function readShards(files, root) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, _shards_file_js__WEBPACK_IMPORTED_MODULE_13__/* .SHARDS_FILE */ .D6);
    try {
        const { sizeBytes } = await files.status(path);
        const bytes = await (0,_file_reader_js__WEBPACK_IMPORTED_MODULE_8__/* .readFileRange */ .q)(files, path, { length: Math.min(_shards_file_js__WEBPACK_IMPORTED_MODULE_13__/* .SHARDS_FILE_MAX_BYTES */ .SF, sizeBytes) }, _shards_file_js__WEBPACK_IMPORTED_MODULE_13__/* .SHARDS_FILE */ .D6);
        return (0,_shards_file_js__WEBPACK_IMPORTED_MODULE_13__/* .parseShardsFile */ .Fp)((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .fromUtf8 */ .ar)(bytes) ?? '', path);
    }
    catch (error) {
        if ((0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .isAbsent */ .W0)(error))
            return undefined;
        throw (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .filesystemError */ .ic)(error, `read ${_shards_file_js__WEBPACK_IMPORTED_MODULE_13__/* .SHARDS_FILE */ .D6}`, root);
    }
}
function metadataOf(id, status) {
    const { sizeBytes, modifiedMs, modifiedNs } = status;
    return { id, length: sizeBytes, timestampMs: modifiedMs, ...(modifiedNs === undefined ? {} : { timestampNs: modifiedNs }) };
}
function isRoot() {
    return process.getuid?.() === 0;
}
/** The real file system. */
const nodeFileOperations = {
    // Non-blocking, or opening a pipe that somebody put there would wait for ever.
    openForReading: async (path) => opened(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0))),
    createNew: async (path, mode) => opened(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'wx', mode)),
    readDirectory: async (path) => (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(path, { withFileTypes: true })).map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() })),
    status: async (path) => statusOf(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path, { bigint: true })),
    makeDirectory: (path, mode) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(path, { mode }),
    rename: node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename,
    link: node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link,
    remove: node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.unlink,
    syncDirectory: async (path) => {
        // Windows cannot open a directory; its file systems log renames themselves.
        if (process.platform === 'win32')
            return;
        const directory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY);
        try {
            await directory.sync();
        }
        catch (error) {
            // Some network and FUSE file systems have no such call.
            const code = (0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .systemCodeOf */ .c7)(error);
            if (code !== 'EINVAL' && code !== 'ENOTSUP' && code !== 'ENOSYS')
                throw error;
        }
        finally {
            await directory.close();
        }
    },
};
function opened(handle) {
    return {
        read: async (target, position) => (await handle.read(target, 0, target.length, position)).bytesRead,
        write: async (parts) => (await handle.writev(parts)).bytesWritten,
        sync: () => handle.sync(),
        status: async () => statusOf(await handle.stat({ bigint: true })),
        changeOwner: (uid, gid) => handle.chown(uid, gid),
        // The system takes a floating number of seconds and cuts it to microseconds: the middle of the next one is safe from rounding, so that
        // a copy is never older than its source.
        changeTime: (modifiedNs) => {
            const seconds = (Number(modifiedNs / 1000n) + 1.5) / 1e6;
            return handle.utimes(seconds, seconds);
        },
        close: () => handle.close(),
    };
}
function statusOf(stats) {
    return {
        isFile: stats.isFile(),
        isDirectory: stats.isDirectory(),
        sizeBytes: Number(stats.size),
        modifiedMs: Number(stats.mtimeMs),
        modifiedNs: stats.mtimeNs,
    };
}


/***/ }),

/***/ 34895:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ resolveRange),
/* harmony export */   q: () => (/* binding */ MAX_READ_BYTES)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Which bytes of a blob a read asks for. */

/** No blob of the format comes near this; a longer one is refused before memory is taken for it. */
const MAX_READ_BYTES = 1024 * 1024 * 1024;
/** The range asked for inside a blob of `size` bytes; CAIRN_BLOB_RANGE when it does not lie inside. */
function resolveRange(id, asked, size) {
    const offset = asked.offset ?? 0;
    const isCut = asked.mayBeShorter === true && asked.length !== undefined && offset < size;
    const length = isCut ? Math.min(asked.length, size - offset) : (asked.length ?? size - offset);
    const isInside = Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0 && length >= 0 && offset + length <= size;
    if (!isInside) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_BLOB_RANGE', `Blob ${id} has ${size} bytes, but ${asked.length ?? 'all'} from byte ${offset} were asked for.`, {
            hint: 'The blob is shorter than the index says: it was cut off or replaced.',
        });
    }
    if (length > MAX_READ_BYTES)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_BLOB_RANGE', `Blob ${id} is too long to be read at once: ${length} bytes.`);
    return { offset, length };
}


/***/ }),

/***/ 64028:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readUpTo),
/* harmony export */   p: () => (/* binding */ READ_AHEAD_BYTES)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Reading the beginning of a blob whose length is not known, in one request. */

/** Metadata packs, and after a while packs of file data, are read in parts of so many bytes. */
const READ_AHEAD_BYTES = 4 * 1024 * 1024;
/**
 * Up to `limitBytes` of a blob from `offset` on: fewer when it ends before, none when it is empty.
 *
 * Errors: CAIRN_BLOB_NOT_FOUND, CAIRN_BLOB_RANGE when the blob ends before `offset`, storage kinds.
 */
async function readUpTo(storage, id, offset, limitBytes, signal) {
    const signalled = signal === undefined ? {} : { signal };
    try {
        return await storage.getBlob(id, { offset, length: limitBytes, mayBeShorter: true, ...signalled });
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_BLOB_RANGE'))
            throw error;
        // Nothing is there at `offset`: an empty blob has no first byte to give, and is no error.
        const found = await storage.statBlob(id);
        if (found === undefined)
            throw error;
        return await storage.getBlob(id, { offset, length: Math.max(0, Math.min(limitBytes, found.length - offset)), ...signalled });
    }
}


/***/ }),

/***/ 94232:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YT: () => (/* binding */ SHARDS_WHEN_UNKNOWN),
/* harmony export */   a9: () => (/* binding */ BLOB_SUFFIX),
/* harmony export */   il: () => (/* binding */ defaultSharding),
/* harmony export */   m7: () => (/* binding */ SHARDS_OF_NEW_REPOSITORIES),
/* harmony export */   nD: () => (/* binding */ blobPath),
/* harmony export */   pl: () => (/* binding */ mayHoldPrefix)
/* harmony export */ });
/* harmony import */ var _blob_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57465);
/** Where a blob lies below the root of a filesystem repository (docs/repository-format.md, "Filesystem layout"). */

/** Ending of a complete blob's file; every other file is none of ours. */
const BLOB_SUFFIX = '.f';
/** Names up to 20 characters lie in the root, the others in `shards`. */
function defaultSharding(shards) {
    return { shards, maxNonShardedLength: 20, overrides: [] };
}
/** Layout of repositories made now. */
const SHARDS_OF_NEW_REPOSITORIES = [1, 3];
/** Layout of repositories that have no `.shards`: those made before that file existed. */
const SHARDS_WHEN_UNKNOWN = [3, 3];
/**
 * Directories and file name of a blob, relative to the root. The last element is the file.
 *
 *   q39772f18-s9a2 with [1,3]  ->  ['q', '397', '72f18-s9a2.f']
 *
 * A name that would make a directory `.` or `..` fails with CAIRN_BLOB_ID_INVALID.
 */
function blobPath(sharding, id) {
    const segments = [];
    let rest = id;
    if (id.length > sharding.maxNonShardedLength) {
        const shards = sharding.overrides.find((override) => id.startsWith(override.prefix))?.shards ?? sharding.shards;
        for (const length of shards) {
            if (rest.length <= length)
                break;
            const directory = rest.slice(0, length);
            if (directory === '.' || directory === '..')
                throw (0,_blob_id_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidBlobId */ .e)(id);
            if (directory !== '')
                segments.push(directory);
            rest = rest.slice(length);
        }
    }
    segments.push(rest + BLOB_SUFFIX);
    return segments;
}
/** Whether a directory whose path spells `name` can hold names that start with `prefix`. */
function mayHoldPrefix(name, prefix) {
    return name.length < prefix.length ? prefix.startsWith(name) : name.startsWith(prefix);
}


/***/ }),

/***/ 20000:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ SHARDS_FILE),
/* harmony export */   Fp: () => (/* binding */ parseShardsFile),
/* harmony export */   Q0: () => (/* binding */ missingShards),
/* harmony export */   SF: () => (/* binding */ SHARDS_FILE_MAX_BYTES),
/* harmony export */   ZW: () => (/* binding */ formatShardsFile)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Text of the file `.shards` <-> Sharding (docs/repository-format.md, "Filesystem layout"). */

/** Name of the file in the root of a filesystem repository. */
const SHARDS_FILE = '.shards';
/** More than any such file needs; a longer one is refused unread. */
const SHARDS_FILE_MAX_BYTES = 64 * 1024;
/** One line of JSON with a newline at its end, as other programs write it. */
function formatShardsFile(sharding) {
    const { shards, maxNonShardedLength, overrides } = sharding;
    return `${JSON.stringify({ default: shards, maxNonShardedLength, ...(overrides.length > 0 && { overrides }) })}\n`;
}
/** Sharding of the text; CAIRN_STORAGE_SHARDS_INVALID naming `path` when it has another shape. An absent length means 0, as it does elsewhere. */
function parseShardsFile(text, path) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw invalid(path, 'it is not JSON', cause);
    }
    if (!isObject(value))
        throw invalid(path, 'it is not a JSON object');
    const maxNonShardedLength = value['maxNonShardedLength'] ?? 0;
    if (!isLength(maxNonShardedLength))
        throw invalid(path, '"maxNonShardedLength" is not a length');
    const overrides = value['overrides'] ?? [];
    if (!Array.isArray(overrides))
        throw invalid(path, '"overrides" is not a list');
    return {
        shards: parseShards(value['default'], path, '"default"'),
        maxNonShardedLength,
        overrides: overrides.map((override) => {
            if (!isObject(override) || typeof override['prefix'] !== 'string')
                throw invalid(path, 'an override has no prefix');
            return { prefix: override['prefix'], shards: parseShards(override['shards'], path, 'an override') };
        }),
    };
}
/** CAIRN_STORAGE_SHARDS_INVALID for a repository that must have the file and does not. */
function missingShards(path) {
    return invalid(path, 'it is missing');
}
function parseShards(value, path, subject) {
    if (value === null || value === undefined)
        return [];
    if (!Array.isArray(value) || !value.every(isLength))
        throw invalid(path, `${subject} is not a list of lengths`);
    return value;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isLength(value) {
    return Number.isSafeInteger(value) && Number(value) >= 0;
}
function invalid(path, reason, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_STORAGE_SHARDS_INVALID', `${path} cannot be used: ${reason}.`, {
        hint: 'The file says in which directories the blobs lie. Restore it from a copy of the repository; a new one usually holds {"default":[1,3],"maxNonShardedLength":20}.',
        ...(cause !== undefined && { cause }),
    });
}


/***/ }),

/***/ 7014:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BY: () => (/* binding */ storagePath),
/* harmony export */   D5: () => (/* binding */ parseFilesystemConfig),
/* harmony export */   Kq: () => (/* binding */ descriptionOf),
/* harmony export */   Mg: () => (/* binding */ isFar),
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   fR: () => (/* binding */ filesystemStorageConfig),
/* harmony export */   n5: () => (/* binding */ unsupportedStorage),
/* harmony export */   t4: () => (/* binding */ storageConfigOf)
/* harmony export */ });
/* unused harmony export actionsCacheStorageConfig */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _throttle_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56177);
/** The `storage` member of a client's config file: how other programs name a storage (docs/repository-format.md, "Client configuration"). */



/** What `repository create` and `repository connect` write for a filesystem: members in the order other programs write them. */
function filesystemStorageConfig(options) {
    return {
        type: 'filesystem',
        config: {
            path: options.path,
            fileMode: options.fileMode ?? 0o600,
            dirMode: options.dirMode ?? 0o700,
            ...(options.uid !== undefined && { uid: options.uid }),
            ...(options.gid !== undefined && { gid: options.gid }),
            dirShards: options.shards ?? null,
            ...(0,_throttle_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limitsMember */ .jW)(options.limits ?? _throttle_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .UNLIMITED */ .Mp),
        },
    };
}
/** Options of a filesystem storage; CAIRN_CONFIG_INVALID when a member has another shape, CAIRN_NOT_SUPPORTED for another type. */
function parseFilesystemConfig(storage, platform) {
    if (storage.type !== 'filesystem')
        throw unsupportedStorage(storage.type);
    const { path, dirShards } = storage.config;
    if (typeof path !== 'string' || !(platform === 'win32' ? node_path__WEBPACK_IMPORTED_MODULE_0__.win32 : node_path__WEBPACK_IMPORTED_MODULE_0__.posix).isAbsolute(path)) {
        throw invalid('"storage.config.path" is not an absolute path');
    }
    const fileMode = integer(storage.config, 'fileMode', 0o7777);
    const dirMode = integer(storage.config, 'dirMode', 0o7777);
    const uid = integer(storage.config, 'uid', 0xffff_ffff);
    const gid = integer(storage.config, 'gid', 0xffff_ffff);
    const shards = dirShards ?? undefined;
    if (shards !== undefined && !isLengths(shards))
        throw invalid('"storage.config.dirShards" is not a list of lengths');
    const limits = (0,_throttle_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .readLimits */ .BU)(storage.config);
    return {
        path,
        // Zero means the default, as an absent member does.
        ...(fileMode && { fileMode }),
        ...(dirMode && { dirMode }),
        ...(uid !== undefined && { uid }),
        ...(gid !== undefined && { gid }),
        ...(shards !== undefined && { shards }),
        ...(limits !== _throttle_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .UNLIMITED */ .Mp && { limits }),
    };
}
/** Folder of a storage on this machine; undefined for other kinds. */
function storagePath(storage) {
    const path = storage.config['path'];
    return storage.type === 'filesystem' && typeof path === 'string' ? path : undefined;
}
/** The configuration that a location stands for; what a location cannot say has its default. */
function storageConfigOf(location) {
    switch (location.kind) {
        case 'filesystem':
            return filesystemStorageConfig({ path: location.path });
        case 's3': {
            const { bucket, prefix, endpoint = 's3.amazonaws.com', region } = location;
            const [, scheme, host] = /^(?:(https?):\/\/)?(.*?)\/?$/i.exec(endpoint) ?? [];
            return {
                type: 's3',
                config: {
                    bucket,
                    ...(prefix !== '' && { prefix }),
                    endpoint: host ?? endpoint,
                    ...(scheme?.toLowerCase() === 'http' && { doNotUseTLS: true }),
                    ...(region !== undefined && { region }),
                },
            };
        }
        case 'azblob': {
            const { container, prefix, account } = location;
            return {
                type: 'azureBlob',
                config: { container, ...(prefix !== '' && { prefix }), ...(account !== undefined && { storageAccount: account }) },
            };
        }
        case 'gcs':
            return { type: 'gcs', config: { bucket: location.bucket, ...(location.prefix !== '' && { prefix: location.prefix }) } };
        case 'actions-cache':
            return actionsCacheStorageConfig(location.name, location.limitGib);
    }
}
/** Members that nobody may see, by type. */
const SECRETS = {
    s3: ['secretAccessKey', 'sessionToken', 'webIdentityToken'],
    azureBlob: ['storageKey', 'sasToken', 'ClientSecret', 'clientCertificate'],
    gcs: ['credentials'],
};
function secretMembers(type) {
    return Object.hasOwn(SECRETS, type) ? (SECRETS[type] ?? []) : [];
}
/** Names of the secrets that a connection holds. */
function secretsIn({ type, config }) {
    return secretMembers(type).filter((name) => (config[name] ?? '') !== '');
}
/** The same for showing, as other programs do: a star for each byte of a secret text, and no other secret at all. */
function withoutSecrets({ type, config }) {
    const secrets = secretMembers(type);
    const shown = Object.entries(config).flatMap(([name, value]) => {
        if (!secrets.includes(name))
            return [[name, value]];
        return typeof value === 'string' ? [[name, '*'.repeat(Buffer.byteLength(value))]] : [];
    });
    return { type, config: Object.fromEntries(shown) };
}
/** What a connection to a repository in the Actions cache holds; `limitGib` is what all caches may take up together. */
function actionsCacheStorageConfig(name, limitGib) {
    return { type: 'actions-cache', config: { name, ...(limitGib !== undefined && { limitBytes: limitGib * 1024 ** 3 }) } };
}
/** Whether a store is at the other end of a line: its answers take time, and each costs something. */
function isFar({ type }) {
    return ['s3', 'azureBlob', 'gcs'].includes(type);
}
/** What a connection without a description is called: after its place, as kopia does. */
function descriptionOf({ type, config }) {
    const member = (name) => (typeof config[name] === 'string' ? config[name] : '');
    switch (type) {
        case 'filesystem':
            return `Repository in Filesystem: ${member('path')}`;
        case 's3':
            return `Repository in S3: ${member('endpoint')} ${member('bucket')}`;
        case 'azureBlob':
            return `Repository in Azure: ${member('container')}`;
        case 'gcs':
            return `Repository in GCS: ${member('bucket')}`;
        case 'actions-cache':
            return `Repository in the Actions cache: ${member('name')}`;
        default:
            return `Repository in ${type}: ${member('name')}`;
    }
}
/** The error for a kind of storage that this version cannot open. */
function unsupportedStorage(type) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_NOT_SUPPORTED', `Storage of type ${JSON.stringify(type.slice(0, 40))} is not supported.`, {
        hint: 'Cairn opens repositories in a folder, in S3, Azure Blob and Google Cloud Storage, and in the Actions cache.',
    });
}
function integer(config, key, max) {
    const value = config[key] ?? undefined;
    if (value === undefined)
        return undefined;
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || value > max) {
        throw invalid(`"storage.config.${key}" is not a number from 0 to ${max}`);
    }
    return value;
}
function isLengths(value) {
    return Array.isArray(value) && value.every((length) => Number.isSafeInteger(length) && length >= 0);
}
function invalid(reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_CONFIG_INVALID', `The configuration file cannot be used: ${reason}.`, {
        hint: 'Connect to the repository again.',
    });
}


/***/ }),

/***/ 30095:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ flushOf),
/* harmony export */   g: () => (/* binding */ blobTimeNs)
/* harmony export */ });
/**
 * Storage of immutable named byte strings: the floor everything else stands on (docs/repository-format.md, "Blob store").
 *
 * Guarantees every backend gives:
 *  - `putBlob` creates or silently replaces, and nobody ever sees a part of a blob;
 *  - a blob is visible to `getBlob` and `listBlobs` as soon as its `putBlob` resolved, and it survives a power cut, except in stores that
 *    gather: see `flush`;
 *  - `deleteBlob` of an absent blob succeeds;
 *  - listings come in no particular order.
 */
/** When the storage last saw the blob written, in nanoseconds since 1970, as exactly as it is known. */
function blobTimeNs(blob) {
    return blob.timestampNs ?? BigInt(blob.timestampMs) * 1000000n;
}
/** The members of a decorated storage that not every storage has, to be spread into the decorator: they are there exactly when the storage has them. */
function flushOf(storage) {
    const { flush, extendRetention, parallelPuts, prepareWrites } = storage;
    return {
        ...(parallelPuts === undefined ? {} : { parallelPuts }),
        ...(flush === undefined ? {} : { flush: (options) => flush.call(storage, options) }),
        ...(extendRetention === undefined ? {} : { extendRetention: (id, retention) => extendRetention.call(storage, id, retention) }),
        ...(prepareWrites === undefined ? {} : { prepareWrites: () => prepareWrites.call(storage) }),
    };
}


/***/ }),

/***/ 56177:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ limitsOf),
/* harmony export */   BU: () => (/* binding */ readLimits),
/* harmony export */   Mp: () => (/* binding */ UNLIMITED),
/* harmony export */   jW: () => (/* binding */ limitsMember)
/* harmony export */ });
/** Limit -> name in the file, in the order of the file. */
const MEMBERS = [
    ['readsPerSecond', 'readsPerSecond'],
    ['writesPerSecond', 'writesPerSecond'],
    ['listsPerSecond', 'listsPerSecond'],
    ['uploadBytesPerSecond', 'maxUploadSpeedBytesPerSecond'],
    ['downloadBytesPerSecond', 'maxDownloadSpeedBytesPerSecond'],
    ['concurrentReads', 'concurrentReads'],
    ['concurrentWrites', 'concurrentWrites'],
];
const UNLIMITED = {
    readsPerSecond: 0,
    writesPerSecond: 0,
    listsPerSecond: 0,
    uploadBytesPerSecond: 0,
    downloadBytesPerSecond: 0,
    concurrentReads: 0,
    concurrentWrites: 0,
};
/** The limits in a member of the file; what is no number above zero limits nothing. `UNLIMITED` itself when nothing is limited. */
function readLimits(member) {
    const value = (name) => {
        const number = member[name];
        return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : 0;
    };
    const limits = Object.assign({ ...UNLIMITED }, ...MEMBERS.map(([limit, name]) => ({ [limit]: value(name) })));
    return Object.values(limits).every((limit) => limit === 0) ? UNLIMITED : limits;
}
/** The limits that count for a connection: its own, else those that are part of its storage. */
function limitsOf(connection) {
    return readLimits(connection.throttlingLimits ?? connection.storage.config);
}
/** The member for these limits; those that limit nothing are left out. */
function limitsMember(limits) {
    return Object.fromEntries(MEMBERS.filter(([limit]) => limits[limit] !== 0).map(([limit, name]) => [name, limits[limit]]));
}


/***/ }),

/***/ 97480:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ unlessAborted)
/* harmony export */ });
/** Waiting for what does not hear a signal itself. */
/** What `work` gives, unless `signal` is aborted before; errors: those of `work`, the reason of the abort. */
async function unlessAborted(work, signal) {
    // What comes too late is not waited for.
    work.catch(() => undefined);
    signal.throwIfAborted();
    let onAbort = () => { };
    const aborted = new Promise((_, reject) => {
        onAbort = () => reject(signal.reason);
        signal.addEventListener('abort', onAbort, { once: true });
    });
    try {
        return await Promise.race([work, aborted]);
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}


/***/ }),

/***/ 15312:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ workflowIdentity)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _cloud_call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52812);
/* harmony import */ var _cloud_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(555);
/* harmony import */ var _cloud_headers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96428);




/** For all that is tried: below the limit of a whole login, so that it is this service that gets the blame. */
const LIMIT_MS = 8000;
const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 500;
/** A service that wants a longer pause gets it from whoever asks for the token. */
const MAX_PAUSE_MS = 2000;
const MAX_ANSWER_BYTES = 64 * 1024;
const URL_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_URL';
const KEY_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_TOKEN';
/**
 * Asks GitHub for a token; undefined outside of jobs with `permissions: id-token: write`.
 *
 * Errors: CAIRN_CREDENTIALS_MISSING, CAIRN_STORAGE_UNREACHABLE when the service never answered, CAIRN_STORAGE_UNAVAILABLE,
 * CAIRN_STORAGE_ENDPOINT, CAIRN_CANCELLED.
 */
function workflowIdentity(context) {
    const { env, clock, mask, signal } = context;
    const [url, key] = [env[URL_VARIABLE], env[KEY_VARIABLE]];
    if (!url || !key || !URL.canParse(url))
        return undefined;
    let hasAnswered = false;
    return async (audience) => {
        const target = new URL(url);
        target.searchParams.set('audience', audience);
        const limit = AbortSignal.timeout(LIMIT_MS);
        const either = signal === undefined ? limit : AbortSignal.any([signal, limit]);
        for (let attempt = 1;; attempt++) {
            try {
                const answer = await request(target, key, env, either);
                hasAnswered = true;
                const token = tokenIn(answer, target.host, clock);
                mask(token);
                return token;
            }
            catch (error) {
                (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
                const failure = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error) ? error : silence(error, target.host, limit.aborted, hasAnswered);
                const pauseMs = Math.max(FIRST_PAUSE_MS * attempt, failure.retryAfterMs ?? 0);
                const isWorthwhile = failure.code === 'CAIRN_STORAGE_UNAVAILABLE' && attempt < ATTEMPTS && pauseMs <= MAX_PAUSE_MS;
                if (!isWorthwhile || limit.aborted)
                    throw failure;
                await clock.sleep(pauseMs, either).catch(() => undefined);
                (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
            }
        }
    };
}
async function request(target, key, env, signal) {
    // Loaded here: most commands need no token.
    const [{ agentFor }, http, https] = await Promise.all([__webpack_require__.e(/* import() */ 8294).then(__webpack_require__.bind(__webpack_require__, 78294)), Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 19)), Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 19))]);
    const agent = await agentFor(target.origin, env);
    try {
        const response = await new Promise((resolve, reject) => {
            const options = { agent, signal, headers: { authorization: `Bearer ${key}`, accept: 'application/json' } };
            const send = target.protocol === 'https:' ? https.request : http.request;
            send(target, options, resolve).on('error', reject).end();
        });
        let text = '';
        for await (const chunk of response.setEncoding('utf8')) {
            text += chunk;
            if (text.length > MAX_ANSWER_BYTES)
                break;
        }
        return { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'], text };
    }
    finally {
        agent.destroy();
    }
}
function tokenIn({ status, retryAfter, text }, host, clock) {
    if (status === 200) {
        const token = valueIn(text);
        if (token === undefined)
            throw failed(host, { reason: 'it gave no token', meaning: 'wrong-endpoint' });
        return token;
    }
    const reason = `it answered with status ${status}`;
    if (status === 408 || status === 429 || status >= 500) {
        throw failed(host, { reason, meaning: 'transient', retryAfterMs: (0,_cloud_headers_js__WEBPACK_IMPORTED_MODULE_3__/* .retryAfterMs */ .V)(retryAfter, clock.nowMs()) });
    }
    if (status < 400 || status === 404)
        throw failed(host, { reason, meaning: 'wrong-endpoint' });
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_CREDENTIALS_MISSING', `GitHub gave no identity token of this workflow: ${host} answered with status ${status}.`, {
        hint: 'The job needs "permissions: id-token: write".',
    });
}
function valueIn(text) {
    try {
        const answer = JSON.parse(text);
        const value = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
        return typeof value === 'string' && value !== '' ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** A service that answered before is away for a moment; silence of one that never did means that nobody is there. */
function silence(error, host, isLate, hasAnswered) {
    const reason = isLate ? `there was no answer in ${LIMIT_MS / 1000} seconds` : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) || 'no answer';
    const systemCode = (0,_cloud_call_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeAlong */ .c4)(error);
    const isNobody = isLate || systemCode === 'ETIMEDOUT' || systemCode === 'EAI_AGAIN';
    const meaning = hasAnswered ? 'transient' : isNobody ? 'unreachable' : undefined;
    return failed(host, { reason, systemCode, meaning, cause: error });
}
function failed(host, failure) {
    return (0,_cloud_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .cloudError */ .EF)({
        what: `get an identity token of this workflow from ${host}`,
        credentials: `the variable ${KEY_VARIABLE}`,
        settings: { bucket: 'the bucket', endpoint: `the variable ${URL_VARIABLE}` },
        ...failure,
    });
}


/***/ }),

/***/ 82226:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PG: () => (/* binding */ formatClientConfig),
/* harmony export */   R7: () => (/* binding */ indentGoJson),
/* harmony export */   Zj: () => (/* binding */ DEFAULT_FORMAT_BLOB_CACHE_NS),
/* harmony export */   vH: () => (/* binding */ parseClientConfig),
/* harmony export */   wI: () => (/* binding */ compactGoJson)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56495);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1873);
/**
 * Text of `repository.config` <-> typed value (docs/repository-format.md, "Client configuration").
 *
 * The file belongs to kopia as much as to us: members keep kopia's order, and what we do not know is kept.
 */



const KNOWN = new Set([
    'apiServer',
    'storage',
    'caching',
    'hostname',
    'username',
    'readonly',
    'permissiveCacheLoading',
    'description',
    'enableActions',
    'formatBlobCacheDuration',
    'throttlingLimits',
]);
/** kopia trusts its copy of the format blob for 15 minutes. */
const DEFAULT_FORMAT_BLOB_CACHE_NS = 900_000_000_000;
/** JSON with two spaces of indentation and no newline at the end, byte for byte as kopia writes it. */
function formatClientConfig(config) {
    return indentGoJson({
        storage: config.storage,
        caching: config.caching,
        hostname: config.hostname,
        username: config.username,
        readonly: config.isReadOnly || undefined,
        permissiveCacheLoading: config.permissiveCacheLoading || undefined,
        description: config.description || undefined,
        enableActions: config.enableActions,
        formatBlobCacheDuration: config.formatBlobCacheDurationNs || undefined,
        throttlingLimits: config.throttlingLimits,
        ...config.others,
    });
}
/** Reads the text of the file at `path`; CAIRN_CONFIG_INVALID when it has another shape, CAIRN_NOT_SUPPORTED for a connection to a kopia server. */
function parseClientConfig(text, path) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        // What the parser says quotes the file, which may hold keys.
        throw invalid(path, 'it is not JSON');
    }
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value))
        throw invalid(path, 'it is not a JSON object');
    if (value['apiServer'] !== undefined && value['apiServer'] !== null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_NOT_SUPPORTED', `${path} connects to a kopia server, which Cairn cannot use.`, {
            hint: 'Connect to the storage itself: "cairn repository connect filesystem --path …", with another --config-file.',
        });
    }
    const storage = value['storage'];
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(storage) || typeof storage['type'] !== 'string' || !(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(storage['config'])) {
        throw invalid(path, '"storage" does not name a type and its settings');
    }
    const read = (key, isRight, what) => {
        const member = value[key];
        if (member === undefined || member === null)
            return undefined;
        if (!isRight(member))
            throw invalid(path, `"${key}" is not ${what}`);
        return member;
    };
    const others = Object.fromEntries(Object.entries(value).filter(([key]) => !KNOWN.has(key)));
    return {
        storage: { type: storage['type'], config: storage['config'] },
        caching: read('caching', _util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW, 'an object'),
        hostname: read('hostname', isText, 'text') ?? '',
        username: read('username', isText, 'text') ?? '',
        isReadOnly: read('readonly', isBoolean, 'true or false'),
        permissiveCacheLoading: read('permissiveCacheLoading', isBoolean, 'true or false'),
        description: read('description', isText, 'text'),
        enableActions: read('enableActions', isBoolean, 'true or false') ?? false,
        formatBlobCacheDurationNs: read('formatBlobCacheDuration', isInteger, 'a number of nanoseconds'),
        throttlingLimits: read('throttlingLimits', _util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW, 'an object'),
        others: Object.keys(others).length === 0 ? undefined : others,
    };
}
function isText(value) {
    return typeof value === 'string';
}
function isBoolean(value) {
    return typeof value === 'boolean';
}
function isInteger(value) {
    return Number.isSafeInteger(value);
}
/** The same on one line, without blanks: for tokens and `--json`. */
function compactGoJson(value) {
    if (typeof value === 'string')
        return (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoString */ .gN)(value);
    if (typeof value === 'bigint')
        return String(value);
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    if (Array.isArray(value))
        return `[${value.map(compactGoJson).join(',')}]`;
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([key, member]) => `${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoString */ .gN)(key)}:${compactGoJson(member)}`).join(',')}}`;
}
/** `JSON.stringify(value, null, 2)` with the characters escaped that Go escapes; numbers are those that were read, so they are printed alike. */
function indentGoJson(value, indent = '') {
    if (typeof value === 'string')
        return (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoString */ .gN)(value);
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    const inner = `${indent}  `;
    const [open, close, members] = Array.isArray(value)
        ? ['[', ']', value.map((member) => indentGoJson(member, inner))]
        : [
            '{',
            '}',
            Object.entries(value)
                .filter(([, member]) => member !== undefined)
                .map(([key, member]) => `${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoString */ .gN)(key)}: ${indentGoJson(member, inner)}`),
        ];
    return members.length === 0 ? open + close : `${open}\n${inner}${members.join(`,\n${inner}`)}\n${indent}${close}`;
}
function invalid(path, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_CONFIG_INVALID', `${path} cannot be used: ${reason}.`, {
        hint: 'Connect to the repository again, or name another file with --config-file.',
    });
}


/***/ }),

/***/ 72170:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oq: () => (/* binding */ readCacheDirectory),
/* harmony export */   V9: () => (/* binding */ defaultCaching),
/* harmony export */   c6: () => (/* binding */ resolveConfigPath)
/* harmony export */ });
/* unused harmony export configDirectory */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/** Where the config file and kopia's cache lie on each system (docs/repository-format.md, "Client configuration"). */


const FILE_NAME = 'repository.config';
/**
 * Absolute path of the config file: the one asked for, else KOPIA_CONFIG_PATH, else the default of the system.
 * A bare file name lies in the default directory, anything with a separator is a path.
 */
function resolveConfigPath(asked, user) {
    const path = pathOf(user);
    const given = asked || user.env['KOPIA_CONFIG_PATH'] || FILE_NAME;
    return path.basename(given) === given ? path.join(configDirectory(user), given) : path.resolve(user.workingDirectory, given);
}
/** kopia's directory for settings. */
function configDirectory(user) {
    const path = pathOf(user);
    const home = user.env['HOME'] || user.home;
    switch (user.platform) {
        case 'win32':
            return path.join(user.env['APPDATA'] || path.join(user.home, 'AppData', 'Roaming'), 'kopia');
        case 'darwin':
            return path.join(home, 'Library', 'Application Support', 'kopia');
        case 'openbsd':
            return path.join(home, '.config', 'kopia');
        default:
            return path.join(user.env['XDG_CONFIG_HOME'] || path.join(home, '.config'), 'kopia');
    }
}
/**
 * The `caching` member of a new config file, so that kopia has its cache where it expects it when it uses the file.
 * The directory is named after the repository and the file, as kopia names it, and relative to the file.
 */
function defaultCaching(configPath, uniqueId, user) {
    const path = pathOf(user);
    const name = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(uniqueId).update(configPath).digest('hex').slice(0, 16);
    return {
        cacheDirectory: path.relative(path.dirname(configPath), path.join(userCacheDirectory(user), 'kopia', name)),
        maxCacheSize: 5_242_880_000,
        maxMetadataCacheSize: 5_242_880_000,
        maxListCacheDuration: 30,
    };
}
/** Where Cairn keeps copies of blobs: a folder beside that of kopia's cache. */
function readCacheDirectory(user) {
    return pathOf(user).join(userCacheDirectory(user), 'cairn');
}
function userCacheDirectory(user) {
    const path = pathOf(user);
    const home = user.env['HOME'] || user.home;
    if (user.platform === 'win32')
        return user.env['LOCALAPPDATA'] || path.join(user.home, 'AppData', 'Local');
    if (user.platform === 'darwin')
        return path.join(home, 'Library', 'Caches');
    return user.env['XDG_CACHE_HOME'] || path.join(home, '.cache');
}
function pathOf(user) {
    return user.platform === 'win32' ? node_path__WEBPACK_IMPORTED_MODULE_1__.win32 : node_path__WEBPACK_IMPORTED_MODULE_1__.posix;
}


/***/ }),

/***/ 45160:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I1: () => (/* binding */ removeClientConfig),
/* harmony export */   Jw: () => (/* binding */ writePassword),
/* harmony export */   Kg: () => (/* binding */ readClientConfig),
/* harmony export */   fr: () => (/* binding */ writeClientConfig),
/* harmony export */   kf: () => (/* binding */ readPassword)
/* harmony export */ });
/* unused harmony export removePassword */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34695);
/* harmony import */ var _util_random_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75073);
/* harmony import */ var _blob_file_directories_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25576);
/* harmony import */ var _blob_filesystem_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53011);
/* harmony import */ var _config_format_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82226);
/* harmony import */ var _config_path_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(72170);
/** The files of a connection on this machine: `repository.config` and the password beside it. */










/** Far more than any such file needs. */
const MAX_BYTES = 1024 * 1024;
/** Reads the config file. Errors: CAIRN_NOT_CONNECTED when it is absent, CAIRN_CONFIG_UNREADABLE, CAIRN_CONFIG_INVALID, CAIRN_NOT_SUPPORTED. */
async function readClientConfig(path) {
    const bytes = await readOrUndefined(path);
    if (bytes === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_NOT_CONNECTED', `Not connected to a repository: ${path} does not exist.`, {
            hint: 'Use "cairn repository connect filesystem --path …" (or "repository create"), or name another connection file with --config-file.',
        });
    }
    return (0,_config_format_js__WEBPACK_IMPORTED_MODULE_7__/* .parseClientConfig */ .vH)((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .fromUtf8 */ .ar)(bytes) ?? '', path);
}
/** Writes the config file, replacing another one in a single step, with mode 0600; makes its directory. Fails with CAIRN_CONFIG_UNWRITABLE. */
async function writeClientConfig(path, config, random = _util_random_js__WEBPACK_IMPORTED_MODULE_4__/* .systemRandom */ .v) {
    await writePrivateFile(path, (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .utf8 */ .As)((0,_config_format_js__WEBPACK_IMPORTED_MODULE_7__/* .formatClientConfig */ .PG)(config)), random);
}
/** Removes the config file and the password beside it; kopia's cache stays. Whether there was a config file. */
async function removeClientConfig(path) {
    await removePassword(path);
    return remove(path);
}
/** The password that was stored beside the config file; undefined when none was. Fails with CAIRN_PASSWORD_FILE_INVALID. */
async function readPassword(configPath) {
    const path = passwordPath(configPath);
    const bytes = await readOrUndefined(path);
    if (bytes === undefined)
        return undefined;
    const text = ((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .fromUtf8 */ .ar)(bytes) ?? '!').replace(/[\r\n]/g, '');
    const password = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)
        ? (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .fromUtf8 */ .ar)(new Uint8Array(Buffer.from(text, 'base64')))
        : undefined;
    if (password !== undefined)
        return password;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_PASSWORD_FILE_INVALID', `${path} does not hold a password.`, {
        hint: 'Give the password in KOPIA_PASSWORD, or connect again.',
    });
}
/** Stores the password beside the config file, readable by its owner only; done only when the user asks for it. */
async function writePassword(configPath, password, random = _util_random_js__WEBPACK_IMPORTED_MODULE_4__/* .systemRandom */ .v) {
    await writePrivateFile(passwordPath(configPath), (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .utf8 */ .As)(Buffer.from(password, 'utf8').toString('base64')), random);
}
/** Removes the stored password; nothing happens when there is none. */
async function removePassword(configPath) {
    await remove(passwordPath(configPath));
}
function passwordPath(configPath) {
    return `${configPath}.kopia-password`;
}
async function readOrUndefined(path) {
    try {
        const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
        if (bytes.length > MAX_BYTES)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_CONFIG_INVALID', `${path} is too long: ${bytes.length} bytes.`);
        return bytes;
    }
    catch (cause) {
        if (isAbsent(cause))
            return undefined;
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb)
            throw cause;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_CONFIG_UNREADABLE', `Cannot read ${path}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}.`, {
            hint: 'Check its owner and permissions, or name another file with --config-file.',
            cause,
        });
    }
}
/** New file beside, sync, rename: a crash leaves the old file or the new one. */
async function writePrivateFile(path, bytes, random) {
    const tempPath = `${path}.tmp.${(0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .toHex */ .nj)(random(8))}`;
    try {
        await (0,_blob_file_directories_js__WEBPACK_IMPORTED_MODULE_5__/* .makeDirectories */ .K)(_blob_filesystem_js__WEBPACK_IMPORTED_MODULE_6__/* .nodeFileOperations */ .zh, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), 0o700);
        try {
            const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(tempPath, 'wx', 0o600);
            try {
                await file.writeFile(bytes);
                await file.sync();
            }
            finally {
                await file.close();
            }
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(tempPath, path);
        }
        catch (error) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.unlink)(tempPath).catch(() => undefined);
            throw error;
        }
        await syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_CONFIG_UNWRITABLE', `Cannot write ${path}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}.`, {
            hint: 'Check owner, permissions and free space of its folder, or name another file with --config-file.',
            cause,
        });
    }
}
async function syncDirectory(path) {
    if (process.platform === 'win32')
        return;
    const directory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'r');
    try {
        // Some file systems have no such call for directories; the file itself is durable.
        await directory.sync().catch(() => undefined);
    }
    finally {
        await directory.close();
    }
}
async function remove(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.unlink)(path);
        return true;
    }
    catch (cause) {
        if (isAbsent(cause))
            return false;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_CONFIG_UNWRITABLE', `Cannot remove ${path}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}.`, {
            hint: 'Check owner and permissions of its folder.',
            cause,
        });
    }
}
function isAbsent(error) {
    return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}


/***/ }),

/***/ 77370:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ damagedFormat),
/* harmony export */   F4: () => (/* binding */ checkedObject),
/* harmony export */   kw: () => (/* binding */ parseCheckedObject),
/* harmony export */   nk: () => (/* binding */ toBase64),
/* harmony export */   tm: () => (/* binding */ NEVER)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _util_timestamp_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99252);
/** Reading JSON written by others: every field is checked for its type, an absent field and `null` count as the zero value, as in Go. */



/** The text Go writes for a time that was never set. */
const NEVER = '0001-01-01T00:00:00Z';
/** Parses UTF-8 JSON whose top is an object; CAIRN_FORMAT_DAMAGED otherwise. */
function parseCheckedObject(bytes, where) {
    const text = (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .fromUtf8 */ .ar)(bytes);
    if (text === undefined)
        throw damagedFormat(where, 'is not UTF-8 text');
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw damagedFormat(where, 'is not JSON', cause);
    }
    return checkedObject(value, where);
}
/** Gives checked access to the fields of `value`; CAIRN_FORMAT_DAMAGED when it is not an object. */
function checkedObject(value, where) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw damagedFormat(where, 'is not a JSON object');
    const fields = new Map(Object.entries(value));
    const read = (name, zero, expected, convert) => {
        const field = fields.get(name);
        if (field === undefined || field === null)
            return zero;
        const converted = convert(field);
        if (converted === undefined)
            throw damagedFormat(where, `has a field "${name}" that is not ${expected}`);
        return converted;
    };
    return {
        text: (name) => read(name, '', 'text', (field) => (typeof field === 'string' ? field : undefined)),
        flag: (name) => read(name, false, 'true or false', (field) => (typeof field === 'boolean' ? field : undefined)),
        count: (name) => read(name, 0, 'a whole number', (field) => (isCount(field) ? field : undefined)),
        duration: (name) => read(name, 0n, 'a duration', (field) => (isWhole(field) ? BigInt(field) : undefined)),
        time: (name) => read(name, { ns: undefined }, 'a time', (field) => {
            if (field === NEVER)
                return { ns: undefined };
            const ns = typeof field === 'string' ? (0,_util_timestamp_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTimestamp */ .l)(field) : undefined;
            return ns === undefined ? undefined : { ns };
        }).ns,
        bytes: (name) => read(name, new Uint8Array(0), 'base64', (field) => (typeof field === 'string' ? fromBase64(field) : undefined)),
        object: (name) => read(name, undefined, 'an object', (field) => checkedObject(field, `"${name}" of ${where}`)),
        list: (name) => read(name, [], 'a list', (field) => (Array.isArray(field) ? field : undefined)),
        names: () => [...fields.keys()],
    };
}
/** The error of format bytes that cannot be what a backup program wrote. */
function damagedFormat(where, what, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_FORMAT_DAMAGED', `The ${where} ${what}.`, {
        hint: 'Check that the location is the right one. Packs of repositories from before kopia 0.9 hold a copy: try "cairn repository repair filesystem".',
        cause,
    });
}
/** Base64 of the standard alphabet, with padding. */
function toBase64(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}
function fromBase64(text) {
    if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text))
        return undefined;
    return new Uint8Array(Buffer.from(text, 'base64'));
}
function isWhole(value) {
    return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2 ** 63;
}
function isCount(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}


/***/ }),

/***/ 76083:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ MAX_FORMAT_BLOB_BYTES),
/* harmony export */   Fp: () => (/* binding */ encodeFormatBlob),
/* harmony export */   YP: () => (/* binding */ FORMAT_BLOB_ID),
/* harmony export */   jK: () => (/* binding */ decodeFormatBlob)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _checked_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77370);
/* harmony import */ var _key_derivation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90630);
/* harmony import */ var _sealed_payload_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59871);
/**
 * The blob `kopia.repository`: plain JSON around the sealed format payload (docs/repository-format.md, "Format blob").
 *
 * { tool, buildVersion, buildInfo, uniqueID, keyAlgo, encryption, encryptedBlockFormat }
 */





/** ID of the format blob. */
const FORMAT_BLOB_ID = 'kopia.repository';
/** What is read at most; kopia limits its copies in packs to about as much. */
const MAX_FORMAT_BLOB_BYTES = 64 * 1024;
const PAYLOAD_ENCRYPTION = 'AES256_GCM';
/** Parses the format blob and checks everything that can be checked without a password. Errors: CAIRN_FORMAT_DAMAGED, CAIRN_FORMAT_UNSUPPORTED. */
function decodeFormatBlob(bytes) {
    const where = `blob ${FORMAT_BLOB_ID}`;
    if (bytes.length > MAX_FORMAT_BLOB_BYTES)
        throw (0,_checked_json_js__WEBPACK_IMPORTED_MODULE_2__/* .damagedFormat */ .DG)(where, `has ${bytes.length} bytes, more than ${MAX_FORMAT_BLOB_BYTES}`);
    const json = (0,_checked_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCheckedObject */ .kw)(bytes, where);
    const encryption = json.text('encryption');
    if (encryption !== PAYLOAD_ENCRYPTION) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_FORMAT_UNSUPPORTED', `The ${where} is encrypted with ${JSON.stringify(encryption)}, which is not supported.`, {
            hint: `Cairn reads repositories whose format blob is encrypted with ${PAYLOAD_ENCRYPTION}, as every kopia since 0.3 makes them.`,
        });
    }
    const blob = {
        tool: json.text('tool'),
        buildVersion: json.text('buildVersion'),
        buildInfo: json.text('buildInfo'),
        uniqueId: json.bytes('uniqueID'),
        keyDerivation: json.text('keyAlgo'),
        sealedPayload: json.bytes('encryptedBlockFormat'),
    };
    (0,_key_derivation_js__WEBPACK_IMPORTED_MODULE_3__/* .checkKeyDerivation */ .lD)(blob.keyDerivation, blob.uniqueId);
    if (blob.sealedPayload.length <= _sealed_payload_js__WEBPACK_IMPORTED_MODULE_4__/* .SEAL_OVERHEAD_BYTES */ .DV)
        throw (0,_checked_json_js__WEBPACK_IMPORTED_MODULE_2__/* .damagedFormat */ .DG)(where, 'has no format payload');
    return blob;
}
/** The bytes of the format blob, laid out as kopia does: two spaces, and a newline at the end. */
function encodeFormatBlob(blob) {
    const json = {
        tool: blob.tool,
        buildVersion: blob.buildVersion,
        buildInfo: blob.buildInfo,
        uniqueID: (0,_checked_json_js__WEBPACK_IMPORTED_MODULE_2__/* .toBase64 */ .nk)(blob.uniqueId),
        keyAlgo: blob.keyDerivation,
        encryption: PAYLOAD_ENCRYPTION,
        encryptedBlockFormat: (0,_checked_json_js__WEBPACK_IMPORTED_MODULE_2__/* .toBase64 */ .nk)(blob.sealedPayload),
    };
    return (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`${JSON.stringify(json, null, 2)}\n`);
}


/***/ }),

/***/ 90630:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O3: () => (/* binding */ DEFAULT_KEY_DERIVATION),
  lD: () => (/* binding */ checkKeyDerivation),
  is: () => (/* binding */ deriveFormatKey),
  q5: () => (/* binding */ startKeyThread)
});

// UNUSED EXPORTS: KEY_DERIVATION_NAMES

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/format/checked-json.js
var checked_json = __webpack_require__(77370);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
// EXTERNAL MODULE: ./lib/util/wasm-code.js
var wasm_code = __webpack_require__(15762);
;// CONCATENATED MODULE: ./lib/repo/format/scrypt/romix-wasm.js
/**
 * The long loop of scrypt with blocks of 1 KiB (RFC 7914, section 5, `scryptROMix` with r = 8) as WebAssembly with vectors: two thirds of the time
 * that the runtime's own takes, which calculates word by word.
 *
 * memory   x(1024) | y(1024) | table(N * 1024)
 *
 *   fill(x, y, v, steps):        steps times: table[v] = x; x = blockMix(x); v += 1024
 *   mix(x, y, table, steps, N):  steps times: x = blockMix(x ^ table[x[960] mod N])
 *
 * `y` takes turns with `x`, so `steps` is even. Each 64 bytes of x are four vectors, one for each diagonal of the 4 x 4 words that Salsa20 works on:
 * there a quarter round is the same for all four words of a vector. Word 0 stays word 0.
 */

const BLOCK_BYTES = 1024;
const UNIT_BYTES = 64;
const HALF_BYTES = BLOCK_BYTES / 2;
const LAST_UNIT = BLOCK_BYTES - UNIT_BYTES;
const VECTORS = [0, 1, 2, 3];
/** Where word i of a vector's unit is in the order of the RFC. */
const DIAGONALS = [0, 5, 10, 15, 4, 9, 14, 3, 8, 13, 2, 7, 12, 1, 6, 11];
// Locals: five parameters, pointers, then the vectors.
const [X, Y, TABLE, STEPS, N, IN, OUT, AT, ROUNDS] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const [STATE, BEFORE, SUM] = [9, 13, 17];
const LOCALS = [
    [4, wasm_code/* I32 */.jP],
    [9, wasm_code/* V128 */.uJ],
];
/** state[to] ^= rotl(state[a] + state[b], bits) */
function quarter(to, a, b, bits) {
    const sum = [...(0,wasm_code/* get */.Jt)(STATE + a), ...(0,wasm_code/* get */.Jt)(STATE + b), ...wasm_code/* v128 */.iL.add, ...(0,wasm_code/* set */.hZ)(SUM)];
    const left = [...(0,wasm_code/* get */.Jt)(STATE + to), ...(0,wasm_code/* get */.Jt)(SUM), ...wasm_code/* i32 */.rT.const(bits), ...wasm_code/* v128 */.iL.shl, ...wasm_code/* v128 */.iL.xor];
    return [...sum, ...left, ...(0,wasm_code/* get */.Jt)(SUM), ...wasm_code/* i32 */.rT.const(32 - bits), ...wasm_code/* v128 */.iL.shr, ...wasm_code/* v128 */.iL.xor, ...(0,wasm_code/* set */.hZ)(STATE + to)];
}
function turn(vector, by) {
    const order = VECTORS.map((word) => (word + by) % 4);
    return [...(0,wasm_code/* get */.Jt)(STATE + vector), ...(0,wasm_code/* get */.Jt)(STATE + vector), ...wasm_code/* v128 */.iL.reorder(order), ...(0,wasm_code/* set */.hZ)(STATE + vector)];
}
/** A column round and a row round of Salsa20. */
function doubleRound() {
    const columns = [...quarter(1, 0, 3, 7), ...quarter(2, 1, 0, 9), ...quarter(3, 2, 1, 13), ...quarter(0, 3, 2, 18)];
    const rows = [...quarter(3, 0, 1, 7), ...quarter(2, 3, 0, 9), ...quarter(1, 2, 3, 13), ...quarter(0, 1, 2, 18)];
    return [...columns, ...turn(1, 3), ...turn(2, 2), ...turn(3, 1), ...rows, ...turn(1, 1), ...turn(2, 2), ...turn(3, 3)];
}
/** state = Salsa20/8(state) */
function salsa() {
    const keep = VECTORS.flatMap((i) => [...(0,wasm_code/* get */.Jt)(STATE + i), ...(0,wasm_code/* set */.hZ)(BEFORE + i)]);
    const rounds = [
        ...wasm_code/* i32 */.rT.const(4),
        ...(0,wasm_code/* set */.hZ)(ROUNDS),
        ...(0,wasm_code/* loopWhile */.YB)(doubleRound(), [...(0,wasm_code/* get */.Jt)(ROUNDS), ...wasm_code/* i32 */.rT.const(1), ...wasm_code/* i32 */.rT.sub, ...(0,wasm_code/* tee */.nR)(ROUNDS)]),
    ];
    const add = VECTORS.flatMap((i) => [...(0,wasm_code/* get */.Jt)(STATE + i), ...(0,wasm_code/* get */.Jt)(BEFORE + i), ...wasm_code/* v128 */.iL.add, ...(0,wasm_code/* set */.hZ)(STATE + i)]);
    return [...keep, ...rounds, ...add];
}
/** Mixes the unit at `IN + offset`, and that of the table, into the state, and puts the state to `OUT + to`. */
function unit(kind, offset, to) {
    const take = VECTORS.flatMap((i) => {
        const at = offset + 16 * i;
        const own = [...(0,wasm_code/* get */.Jt)(IN), ...wasm_code/* v128 */.iL.load(at)];
        const copy = [...(0,wasm_code/* get */.Jt)(AT), ...own, ...wasm_code/* v128 */.iL.store(at)];
        const mixed = [...own, ...(0,wasm_code/* get */.Jt)(AT), ...wasm_code/* v128 */.iL.load(at), ...wasm_code/* v128 */.iL.xor];
        return [...(kind === 'fill' ? [...copy, ...own] : mixed), ...(0,wasm_code/* get */.Jt)(STATE + i), ...wasm_code/* v128 */.iL.xor, ...(0,wasm_code/* set */.hZ)(STATE + i)];
    });
    const put = VECTORS.flatMap((i) => [...(0,wasm_code/* get */.Jt)(OUT), ...(0,wasm_code/* get */.Jt)(STATE + i), ...wasm_code/* v128 */.iL.store(to + 16 * i)]);
    return [...take, ...salsa(), ...put];
}
/** Both blocks change roles after a step: even units go to the first half of the other one, odd ones to the second. */
function step(kind) {
    const place = kind === 'fill'
        ? [...(0,wasm_code/* get */.Jt)(TABLE), ...(0,wasm_code/* tee */.nR)(AT), ...wasm_code/* i32 */.rT.const(BLOCK_BYTES), ...wasm_code/* i32 */.rT.add, ...(0,wasm_code/* set */.hZ)(TABLE)]
        : [
            ...[...(0,wasm_code/* get */.Jt)(X), ...wasm_code/* i32 */.rT.load(LAST_UNIT), ...(0,wasm_code/* get */.Jt)(N), ...wasm_code/* i32 */.rT.const(1), ...wasm_code/* i32 */.rT.sub, ...wasm_code/* i32 */.rT.and],
            ...[...wasm_code/* i32 */.rT.const(10), ...wasm_code/* i32 */.rT.shl, ...(0,wasm_code/* get */.Jt)(TABLE), ...wasm_code/* i32 */.rT.add, ...(0,wasm_code/* set */.hZ)(AT)],
        ];
    const start = VECTORS.flatMap((i) => {
        const at = LAST_UNIT + 16 * i;
        const table = kind === 'fill' ? [] : [...(0,wasm_code/* get */.Jt)(AT), ...wasm_code/* v128 */.iL.load(at), ...wasm_code/* v128 */.iL.xor];
        return [...(0,wasm_code/* get */.Jt)(X), ...wasm_code/* v128 */.iL.load(at), ...table, ...(0,wasm_code/* set */.hZ)(STATE + i)];
    });
    const pointers = [...(0,wasm_code/* get */.Jt)(X), ...(0,wasm_code/* set */.hZ)(IN), ...(0,wasm_code/* get */.Jt)(Y), ...(0,wasm_code/* set */.hZ)(OUT)];
    const move = (pointer, bytes) => [...(0,wasm_code/* get */.Jt)(pointer), ...wasm_code/* i32 */.rT.const(bytes), ...wasm_code/* i32 */.rT.add, ...(0,wasm_code/* set */.hZ)(pointer)];
    const pair = [...unit(kind, 0, 0), ...unit(kind, UNIT_BYTES, HALF_BYTES)];
    const next = [...move(OUT, UNIT_BYTES), ...move(AT, 2 * UNIT_BYTES), ...move(IN, 2 * UNIT_BYTES)];
    const isInside = [...(0,wasm_code/* get */.Jt)(IN), ...(0,wasm_code/* get */.Jt)(X), ...wasm_code/* i32 */.rT.const(BLOCK_BYTES), ...wasm_code/* i32 */.rT.add, ...wasm_code/* i32 */.rT.lessThan];
    const swap = [...(0,wasm_code/* get */.Jt)(X), ...(0,wasm_code/* get */.Jt)(Y), ...(0,wasm_code/* set */.hZ)(X), ...(0,wasm_code/* set */.hZ)(Y)];
    return [...place, ...start, ...pointers, ...(0,wasm_code/* loopWhile */.YB)([...pair, ...next], isInside), ...swap];
}
function steps(kind) {
    return (0,wasm_code/* loopWhile */.YB)(step(kind), [...(0,wasm_code/* get */.Jt)(STEPS), ...wasm_code/* i32 */.rT.const(1), ...wasm_code/* i32 */.rT.sub, ...(0,wasm_code/* tee */.nR)(STEPS)]);
}
/** The module that exports `fill` and `mix`. */
function romixModule() {
    return (0,wasm_code/* wasmModule */.l_)(['fill', 'mix'].map((name) => ({ name, parameters: 5, locals: LOCALS, results: [], body: steps(name) })));
}

;// CONCATENATED MODULE: ./lib/repo/format/scrypt/scrypt-thread.js
/**
 * Scrypt with the costs of Kopia's repositories in a thread that is started before it is known what for, so that by then its memory is there too
 * (docs/architecture.md, "Start of a command").
 *
 *   blocks(1024) = PBKDF2-SHA256(password, salt, 1)          RFC 7914, section 6, with r = 8 and p = 1
 *   mixed(1024)  = scryptROMix(blocks)                       in the thread
 *   key          = PBKDF2-SHA256(password, mixed, 1)
 */



/** Steps of a loop that are run at once; between them faster code may take over. */
const scrypt_thread_STEPS = 512;
/** So often the loops run while nobody waits. */
const REHEARSALS = 8;
const PAGE_BYTES = 64 * 1024;
const WORD_BYTES = 4;
/**
 * What the thread runs; as text, because it takes less time to start than the bundle to load. Until a block comes it gets ready: it runs the loops,
 * so that the engine makes faster code of them, and touches the memory, of which the first touch takes a quarter of the time.
 */
const THREAD = `
const { parentPort, receiveMessageOnPort } = require('node:worker_threads')
parentPort.once('message', ({ code, pages, blockBytes, steps, n, rehearsals }) => {
  const memory = new WebAssembly.Memory({ initial: pages })
  const { fill, mix } = new WebAssembly.Instance(new WebAssembly.Module(code), { '': { m: memory } }).exports
  const bytes = new Uint8Array(memory.buffer)
  const table = 2 * blockBytes
  const make = (block) => {
    bytes.set(block)
    for (let i = 0; i < n; i += steps) fill(0, blockBytes, table + i * blockBytes, steps, n)
    for (let i = 0; i < n; i += steps) mix(0, blockBytes, table, steps, n)
    parentPort.postMessage(bytes.slice(0, blockBytes))
    bytes.fill(0, 0, table)
    parentPort.close()
  }
  let early
  for (let i = 0; i < n && early === undefined; i += steps) {
    if (i < rehearsals * steps) {
      fill(0, blockBytes, table + i * blockBytes, steps, n)
      mix(0, blockBytes, table, steps, steps)
    } else bytes.fill(0, table + i * blockBytes, table + (i + steps) * blockBytes)
    early = receiveMessageOnPort(parentPort)
  }
  if (early === undefined) parentPort.once('message', make)
  else make(early.message)
})
`;
class ScryptThread {
    #worker;
    #isTaken = false;
    #hasEnded = false;
    /** Starts the thread; `n` is the cost of the RFC, a power of two from 512 on, and the thread takes `n` KiB of memory. */
    constructor(n) {
        this.#worker = new external_node_worker_threads_.Worker(THREAD, { eval: true, name: 'cairn-scrypt', env: {}, resourceLimits: { maxYoungGenerationSizeMb: 1 } });
        // While it only waits, the program may end.
        this.#worker.unref();
        this.#worker.once('exit', () => {
            this.#hasEnded = true;
        });
        this.#worker.once('error', () => {
            this.#hasEnded = true;
        });
        const pages = Math.ceil(((n + 2) * BLOCK_BYTES) / PAGE_BYTES);
        this.#worker.postMessage({ code: romixModule(), pages, blockBytes: BLOCK_BYTES, steps: scrypt_thread_STEPS, n, rehearsals: REHEARSALS });
    }
    /**
     * The key of `lengthBytes` bytes; the thread ends with it. Undefined when the thread had a key to make already, and where it cannot work: on
     * machines without vectors, or without the memory.
     */
    async derive(password, salt, lengthBytes) {
        if (this.#isTaken || this.#hasEnded)
            return undefined;
        this.#isTaken = true;
        const blocks = (0,external_node_crypto_.pbkdf2Sync)(password, salt, 1, BLOCK_BYTES, 'sha256');
        this.#worker.ref();
        const mixed = await new Promise((resolve) => {
            this.#worker.once('message', resolve);
            this.#worker.once('error', () => resolve(undefined));
            this.#worker.once('exit', () => resolve(undefined));
            this.#worker.postMessage(reordered(blocks, (word) => DIAGONALS[word] ?? 0, (word) => word));
        });
        this.#worker.unref();
        if (mixed === undefined)
            return undefined;
        const salted = reordered(mixed, (word) => word, (word) => DIAGONALS[word] ?? 0);
        return new Uint8Array((0,external_node_crypto_.pbkdf2Sync)(password, salted, 1, lengthBytes, 'sha256'));
    }
    /** Ends the thread when it has no key to make. */
    abandon() {
        if (!this.#isTaken)
            void this.#worker.terminate();
    }
}
/** The words of each 16 in another order: word `from(i)` becomes word `to(i)`. */
function reordered(block, from, to) {
    const out = new Uint8Array(block.length);
    for (let unit = 0; unit < block.length; unit += DIAGONALS.length * WORD_BYTES) {
        for (let i = 0; i < DIAGONALS.length; i++) {
            const at = unit + from(i) * WORD_BYTES;
            out.set(block.subarray(at, at + WORD_BYTES), unit + to(i) * WORD_BYTES);
        }
    }
    return out;
}

;// CONCATENATED MODULE: ./lib/repo/format/key-derivation.js
/** From the password to the format key (docs/repository-format.md, "Keys"). */





const KEY_BYTES = 32;
const MIN_SALT_BYTES = 16;
const SCRYPT_N = 65_536;
/** N * r * 128 bytes is 64 MiB already, twice what the runtime allows by default. */
const SCRYPT_MEMORY_BYTES = 256 * 1024 * 1024;
const scryptAsync = (0,external_node_util_.promisify)(external_node_crypto_.scrypt);
const pbkdf2Async = (0,external_node_util_.promisify)(external_node_crypto_.pbkdf2);
/** A closed list: the costs are never read from the blob, so a hostile one cannot ask for endless work, nor for too little. */
const KEY_DERIVATIONS = {
    'scrypt-65536-8-1': async (password, salt, thread) => (await thread?.derive(password, salt, KEY_BYTES)) ??
        (await scryptAsync(password, salt, KEY_BYTES, { N: SCRYPT_N, r: 8, p: 1, maxmem: SCRYPT_MEMORY_BYTES })),
    'pbkdf2-sha256-600000': (password, salt) => pbkdf2Async(password, salt, 600_000, KEY_BYTES, 'sha256'),
};
/** The key derivation of a new repository, and the only one of old ones. */
const DEFAULT_KEY_DERIVATION = 'scrypt-65536-8-1';
/** Names of the key derivations that a new repository may use. */
const KEY_DERIVATION_NAMES = Object.keys(KEY_DERIVATIONS);
/** Fails unless `name` is a known derivation (CAIRN_FORMAT_UNSUPPORTED) and the salt is long enough (CAIRN_FORMAT_DAMAGED). */
function checkKeyDerivation(name, salt) {
    derivationOf(name);
    if (salt.length < MIN_SALT_BYTES) {
        throw (0,checked_json/* damagedFormat */.DG)('format blob', `has a unique ID of ${salt.length} bytes, at least ${MIN_SALT_BYTES} are needed`);
    }
}
/** A thread that makes the next key of the usual derivation; undefined where there are no threads. */
function startKeyThread() {
    try {
        return new ScryptThread(SCRYPT_N);
    }
    catch {
        return undefined;
    }
}
/**
 * The 32-byte format key of `password`, whose UTF-8 bytes are used as they stand; takes some 0.2 s on purpose, in `thread` half of that.
 *
 * Errors: those of `checkKeyDerivation`, before the password is touched.
 */
async function deriveFormatKey(name, password, uniqueId, thread) {
    checkKeyDerivation(name, uniqueId);
    return new Uint8Array(await derivationOf(name)(password, uniqueId, thread));
}
function derivationOf(name) {
    const derivation = Object.hasOwn(KEY_DERIVATIONS, name) ? KEY_DERIVATIONS[name] : undefined;
    if (derivation !== undefined)
        return derivation;
    throw new errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `The key derivation ${JSON.stringify(name)} is not supported.`, {
        hint: `Supported are ${KEY_DERIVATION_NAMES.join(' and ')}.`,
    });
}


/***/ }),

/***/ 45716:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ KeysAhead)
/* harmony export */ });
/* harmony import */ var _format_blob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76083);
/* harmony import */ var _key_derivation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90630);
/** Format keys that are being made while the storage is still being asked (docs/architecture.md, "Start of a command"). */


/** To make a key takes a core for a while. */
const MAX_KEYS = 2;
/** Keys of one password. What is begun too early or in vain costs time and nothing else: a key is only taken for what it was made from. */
class KeysAhead {
    #password;
    #thread;
    #keys = new Map();
    /** The first key is made in `thread`. */
    constructor(password, thread) {
        this.#password = password;
        this.#thread = thread;
    }
    /** Begins to make the key that goes with a format blob; bytes that are none are left to whoever opens them. */
    begin(formatBlob) {
        try {
            const { keyDerivation, uniqueId } = (0,_format_blob_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeFormatBlob */ .jK)(formatBlob);
            const name = nameOf(keyDerivation, uniqueId);
            if (this.#keys.has(name) || this.#keys.size >= MAX_KEYS)
                return;
            const key = (0,_key_derivation_js__WEBPACK_IMPORTED_MODULE_1__/* .deriveFormatKey */ .is)(keyDerivation, this.#password, uniqueId, this.#thread);
            key.catch(() => undefined);
            this.#keys.set(name, key);
        }
        catch {
            // Its damage is told when it is opened.
        }
    }
    /** Ends the thread when no key was asked of it. */
    abandon() {
        this.#thread?.abandon();
    }
    /** The key that was begun for exactly these; undefined when none was. */
    find(keyDerivation, password, uniqueId) {
        return password === this.#password ? this.#keys.get(nameOf(keyDerivation, uniqueId)) : undefined;
    }
}
function nameOf(keyDerivation, uniqueId) {
    return `${keyDerivation} ${Buffer.from(uniqueId).toString('hex')}`;
}


/***/ }),

/***/ 59871:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ SEAL_OVERHEAD_BYTES),
/* harmony export */   Du: () => (/* binding */ unseal),
/* harmony export */   gF: () => (/* binding */ formatSealingKey),
/* harmony export */   od: () => (/* binding */ seal)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _util_hmac_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85913);
/**
 * AES-256-GCM for the few blobs that are sealed with keys of their own instead of content encryption
 * (docs/repository-format.md, "Format blob").
 *
 * sealed: nonce(12) | ciphertext(n) | tag(16)
 */



const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
/** Bytes that sealing adds. */
const SEAL_OVERHEAD_BYTES = NONCE_BYTES + TAG_BYTES;
/** The key of the format payload and of `kopia.blobcfg`; even its additional data is secret. */
function formatSealingKey(formatKey, uniqueId) {
    return {
        key: (0,_util_hmac_js__WEBPACK_IMPORTED_MODULE_2__/* .hkdfSha256 */ .H)(formatKey, uniqueId, (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)('AES'), KEY_BYTES),
        additionalData: (0,_util_hmac_js__WEBPACK_IMPORTED_MODULE_2__/* .hkdfSha256 */ .H)(formatKey, uniqueId, (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)('CHECKSUM'), KEY_BYTES),
    };
}
/** Seals `plain` with a fresh nonce. */
function seal(sealingKey, plain, random) {
    const nonce = random(NONCE_BYTES);
    const cipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)('aes-256-gcm', sealingKey.key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(sealingKey.additionalData);
    const ciphertext = cipher.update(plain);
    cipher.final();
    const sealed = new Uint8Array(SEAL_OVERHEAD_BYTES + plain.length);
    sealed.set(nonce);
    sealed.set(ciphertext, NONCE_BYTES);
    sealed.set(cipher.getAuthTag(), NONCE_BYTES + plain.length);
    return sealed;
}
/** The plain bytes; undefined when `sealed` was not made with this key. */
function unseal(sealingKey, sealed) {
    if (sealed.length < SEAL_OVERHEAD_BYTES)
        return undefined;
    const tagStart = sealed.length - TAG_BYTES;
    const decipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)('aes-256-gcm', sealingKey.key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(sealed.subarray(tagStart));
    decipher.setAAD(sealingKey.additionalData);
    const plain = new Uint8Array(decipher.update(sealed.subarray(NONCE_BYTES, tagStart)));
    try {
        decipher.final();
    }
    catch {
        return undefined;
    }
    return plain;
}


/***/ }),

/***/ 85416:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ mapConcurrent),
/* harmony export */   j: () => (/* binding */ Semaphore)
/* harmony export */ });
/** Bounded concurrency: the only ways this project runs things at the same time. */
/** Runs `work` on every item, at most `limit` at once; results keep the order. The first rejection stops new work, waits for what runs, and is thrown. */
async function mapConcurrent(items, limit, work) {
    const results = [];
    const take = takerOf(items);
    let index = 0;
    let failed = false;
    let failure;
    const worker = async () => {
        while (!failed) {
            try {
                const taken = take();
                const next = taken instanceof Promise ? await taken : taken;
                if (next.done || failed)
                    return;
                const at = index++;
                results[at] = await work(next.value, at);
            }
            catch (error) {
                if (!failed)
                    failure = error;
                failed = true;
                return;
            }
        }
    };
    // A walk calls this for every directory, most of which hold less than the limit.
    const workers = Array.isArray(items) ? Math.min(limit, items.length) : limit;
    await Promise.all(Array.from({ length: Math.max(1, workers) }, worker));
    if (failed)
        throw failure;
    return results;
}
/** Gives one item after the other; those of an asynchronous source are asked for one at a time. */
function takerOf(items) {
    if (!(Symbol.asyncIterator in items)) {
        const iterator = items[Symbol.iterator]();
        return () => iterator.next();
    }
    const iterator = items[Symbol.asyncIterator]();
    let turn = Promise.resolve();
    return () => {
        const next = turn.then(() => iterator.next());
        turn = next.catch(() => undefined);
        return next;
    };
}
/** Lets at most `capacity` units be taken at once; waiters are served in order. */
class Semaphore {
    #free;
    #waiters = [];
    constructor(capacity) {
        this.#free = capacity;
    }
    async acquire(units = 1) {
        if (this.#waiters.length === 0 && this.#free >= units) {
            this.#free -= units;
            return;
        }
        await new Promise((resolve) => this.#waiters.push({ units, resolve }));
    }
    release(units = 1) {
        this.#free += units;
        for (let first = this.#waiters[0]; first !== undefined && this.#free >= first.units; first = this.#waiters[0]) {
            this.#waiters.shift();
            this.#free -= first.units;
            first.resolve();
        }
    }
    /** Runs `work` while holding `units`. */
    async use(work, units = 1) {
        await this.acquire(units);
        try {
            return await work();
        }
        finally {
            this.release(units);
        }
    }
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

/***/ 4849:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   T1: () => (/* binding */ formatShare),
/* harmony export */   TP: () => (/* binding */ tenths),
/* harmony export */   VZ: () => (/* binding */ formatQuantity),
/* harmony export */   Ym: () => (/* binding */ sizeTextOf),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   lT: () => (/* binding */ countText),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/** Numbers for people: the only place that formats sizes, counts, durations and times. */
const DECIMAL = ['', 'K', 'M', 'G', 'T', 'P', 'E'];
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
/** `0 B`, `899 B`, `0.9 KB`, `1.5 MB`; in steps of 1024 (`1.5 MiB`) when KOPIA_BYTES_STRING_BASE_2 is set: as Kopia prints sizes. */
function sizeTextOf(env) {
    const isBinary = /^(1|t|true)$/i.test(env['KOPIA_BYTES_STRING_BASE_2'] ?? '');
    return (bytes) => scaled(bytes, isBinary ? 1024 : 1000, isBinary ? BINARY : DECIMAL, 'B');
}
/** A size in decimal units, where nobody can ask for others. */
const formatBytes = sizeTextOf({});
/** `12`, `1.2 K`, with the space that Kopia leaves after a number without unit. */
function countText(count) {
    return scaled(count, 1000, DECIMAL, '');
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
/** At most one digit after the point. */
function oneDigit(value) {
    return tenths(value).replace(/\.0$/, '');
}
/** One digit after the point; a value exactly between two goes to the even one, as in Go. */
function tenths(value) {
    const isTie = Number.isInteger(value * 4) && !Number.isInteger(value * 2);
    const below = Math.floor(value * 10);
    return (isTie ? (below % 2 === 0 ? below : below + 1) / 10 : value).toFixed(1);
}
/** Whole number with separators: `1,204`. */
function formatCount(count) {
    return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
/** `1 file`, `2 files`, `1,204 files`; irregular plurals are given. */
function formatQuantity(count, singular, plural = `${singular}s`) {
    return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
/** `0.2 s`, `6.2 s`, `2 min 5 s`, `1 h 2 min`. */
function formatDuration(ms) {
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    const minutes = Math.round(seconds / 60);
    return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** `98.7 %`; 100 % only when nothing is missing from it. */
function formatShare(part, whole) {
    if (whole === 0)
        return '100 %';
    const percent = (part / whole) * 100;
    if (part < whole && percent > 99.9)
        return '99.9 %';
    const text = percent.toFixed(1);
    return `${text.endsWith('.0') ? text.slice(0, -2) : text} %`;
}


/***/ }),

/***/ 26517:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ formatGoDuration),
/* harmony export */   Q: () => (/* binding */ parseGoDuration)
/* harmony export */ });
/** Durations as Go programs take and print them: `1h30m`, `2.5s`, `100ms`. */
const NS_PER_UNIT = {
    ns: 1n,
    us: 1000n,
    '\u00b5s': 1000n,
    '\u03bcs': 1000n,
    ms: 1000000n,
    s: 1000000000n,
    m: 60000000000n,
    h: 3600000000000n,
};
const MAX_NS = 2n ** 63n - 1n;
/** Nanoseconds of a duration, perhaps negative; undefined when the text is none, or one beyond 292 years. */
function parseGoDuration(text) {
    const match = /^([+-]?)(.+)$/.exec(text);
    const [, sign, body = ''] = match ?? [];
    if (body === '0')
        return 0n;
    const parts = [...body.matchAll(/(\d*)(?:\.(\d*))?([a-z\u00b5\u03bc]+)/g)];
    if (parts.length === 0 || parts.map(([part]) => part).join('') !== body)
        return undefined;
    let ns = 0n;
    for (const [, whole = '', fraction = '', unit = ''] of parts) {
        const scale = NS_PER_UNIT[unit];
        if (scale === undefined || (whole === '' && fraction === ''))
            return undefined;
        ns += BigInt(whole === '' ? '0' : whole) * scale;
        if (fraction !== '')
            ns += (BigInt(fraction) * scale) / 10n ** BigInt(fraction.length);
    }
    return ns > MAX_NS ? undefined : sign === '-' ? -ns : ns;
}
/** `20m0s`, `24h0m0s`, `1.5s`: a duration as Go prints it, for durations of a second and more. */
function formatGoDuration(ns) {
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


/***/ }),

/***/ 85913:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ hkdfSha256),
/* harmony export */   T: () => (/* binding */ hmacSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _secret_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(196);
/** HMAC-SHA-256 with one key over millions of short messages. */



const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;
/** Up to here two one-shot digests over a reused buffer beat the set-up cost of an Hmac object; above, copying costs more than it saves. */
const SHORT_BYTES = 4096;
/** Prepares HMAC-SHA-256 for `key`, which is copied. Not to be shared between threads. */
function hmacSha256(key) {
    const ownKey = (0,_secret_key_js__WEBPACK_IMPORTED_MODULE_2__/* .asSecretKey */ .I)(key.slice());
    const blockKey = new Uint8Array(BLOCK_BYTES);
    blockKey.set(key.length > BLOCK_BYTES ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', key, 'buffer') : key);
    // inner: (key ^ 0x36..)(64) | message(n)        outer: (key ^ 0x5c..)(64) | inner digest(32)
    const inner = new Uint8Array(BLOCK_BYTES + SHORT_BYTES);
    const outer = new Uint8Array(BLOCK_BYTES + DIGEST_BYTES);
    for (let i = 0; i < BLOCK_BYTES; i++) {
        inner[i] = (blockKey[i] ?? 0) ^ 0x36;
        outer[i] = (blockKey[i] ?? 0) ^ 0x5c;
    }
    return (...parts) => {
        let length = 0;
        for (const part of parts)
            length += part.length;
        if (length > SHORT_BYTES) {
            const hmac = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', ownKey);
            for (const part of parts)
                hmac.update(part);
            return viewOf(hmac.digest());
        }
        let end = BLOCK_BYTES;
        for (const part of parts) {
            inner.set(part, end);
            end += part.length;
        }
        outer.set((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', inner.subarray(0, end), 'buffer'), BLOCK_BYTES);
        return viewOf((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', outer, 'buffer'));
    };
}
/** HKDF-SHA-256 of RFC 5869, extract and expand; at most 8160 bytes. */
function hkdfSha256(keyMaterial, salt, purpose, lengthBytes) {
    const expand = hmacSha256(hmacSha256(salt)(keyMaterial));
    const blocks = [];
    let block = new Uint8Array(0);
    for (let made = 0; made < lengthBytes; made += DIGEST_BYTES) {
        block = expand(block, purpose, Uint8Array.of(blocks.length + 1));
        blocks.push(block);
    }
    return (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .concatBytes */ .Id)(blocks).slice(0, lengthBytes);
}
/** A plain array over the same memory: `slice` of a Buffer does not copy, which surprises. */
function viewOf(buffer) {
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}


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


/***/ }),

/***/ 11610:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ visibleText)
/* harmony export */ });
/** Untrusted text (file names, output of programs) made harmless for one line of a terminal or a log. */
/** Control characters, and the characters that change the direction of text or hide. */
const UNSAFE = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
/** The text with every control and direction character written as `\u{…}`. */
function visibleText(text) {
    return text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}


/***/ }),

/***/ 75073:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ repeatableRandom),
/* harmony export */   v: () => (/* binding */ systemRandom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** Randomness by argument, so that tests can fix the bytes that are written. */

/** The operating system's generator. */
const systemRandom = (length) => new Uint8Array((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(length));
/** Bytes that look random and are the same for the same seed: for work that is to be repeated, never for secrets. */
function repeatableRandom(seed) {
    let calls = 0;
    return (length) => new Uint8Array((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('shake256', { outputLength: length }).update(`${seed} ${calls++}`).digest());
}


/***/ }),

/***/ 196:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ asSecretKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** Keys in the form in which the runtime takes them fastest. */

/** From Node 24 on, a key that is no KeyObject makes it throw and catch two errors with their stacks: three times the time of a short HMAC. */
const PREFERS_OBJECTS = Number(process.versions.node.split('.', 1)[0]) >= 24;
/** `key` as an HMAC or a cipher takes it with the least work; a copy, or the same bytes where an object would only cost time. */
function asSecretKey(key) {
    return PREFERS_OBJECTS ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createSecretKey)(key) : key;
}


/***/ }),

/***/ 60726:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mQ: () => (/* binding */ namedZone),
/* harmony export */   sK: () => (/* binding */ localZone),
/* harmony export */   xH: () => (/* binding */ utcZone)
/* harmony export */ });
/** Time zones as offsets from UTC: that of the machine, one by its name, and UTC itself. */
const utcZone = () => 0;
/** The zone that the process runs in: `TZ`, else what the machine is set to. */
const localZone = (utcMs) => -new Date(utcMs).getTimezoneOffset();
/** A zone by its IANA name, from the runtime's own tables. Throws RangeError for a name that does not exist. */
function namedZone(name) {
    const format = new Intl.DateTimeFormat('en-US', {
        timeZone: name,
        hourCycle: 'h23',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
    });
    return (utcMs) => {
        const parts = Object.fromEntries(format.formatToParts(utcMs).map(({ type, value }) => [type, value]));
        const at = (type) => Number(parts[type]);
        const local = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
        return Math.round((local - Math.floor(utcMs / 1000) * 1000) / 60_000);
    };
}


/***/ }),

/***/ 15762:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ get),
/* harmony export */   YB: () => (/* binding */ loopWhile),
/* harmony export */   cq: () => (/* binding */ i64),
/* harmony export */   hZ: () => (/* binding */ set),
/* harmony export */   iL: () => (/* binding */ v128),
/* harmony export */   iY: () => (/* binding */ returnIf),
/* harmony export */   jP: () => (/* binding */ I32),
/* harmony export */   l_: () => (/* binding */ wasmModule),
/* harmony export */   nR: () => (/* binding */ tee),
/* harmony export */   rT: () => (/* binding */ i32),
/* harmony export */   uJ: () => (/* binding */ V128),
/* harmony export */   uv: () => (/* binding */ I64)
/* harmony export */ });
/** Writes small WebAssembly modules: the few instructions of hot loops, by the encoding of the WebAssembly core specification. */
/** Types of values. */
const [I32, I64, V128] = [0x7f, 0x7e, 0x7b];
const get = (local) => [0x20, ...unsigned(local)];
const set = (local) => [0x21, ...unsigned(local)];
const tee = (local) => [0x22, ...unsigned(local)];
/** Instructions of `i32`, the only number type that is calculated with. */
const i32 = {
    const: (value) => [0x41, ...signed(value)],
    load: (offset = 0) => [0x28, 2, ...unsigned(offset)],
    eqz: [0x45],
    lessThan: [0x49],
    add: [0x6a],
    sub: [0x6b],
    and: [0x71],
    xor: [0x73],
    shl: [0x74],
    rotl: [0x77],
    wrapI64: [0xa7],
};
const i64 = {
    const: (value) => [0x42, ...signed(value)],
    load: (offset = 0) => [0x29, 0, ...unsigned(offset)],
    shr: [0x88],
};
/** Instructions of vectors: four words of 32 bits. */
const v128 = {
    load: (offset = 0) => [0xfd, 0x00, 4, ...unsigned(offset)],
    store: (offset = 0) => [0xfd, 0x0b, 4, ...unsigned(offset)],
    xor: [0xfd, 0x51],
    add: [0xfd, ...unsigned(0xae)],
    shl: [0xfd, ...unsigned(0xab)],
    shr: [0xfd, ...unsigned(0xad)],
    /** The words of one vector in another order: word i of the result is word `order[i]`. Takes the vector twice. */
    reorder: (order) => [
        0xfd,
        0x0d,
        ...order.flatMap((word) => [4 * word, 4 * word + 1, 4 * word + 2, 4 * word + 3]),
    ],
};
/** `body` again and again while `condition`, an i32 after each turn, is not zero. */
function loopWhile(body, condition) {
    return [0x03, NOTHING, ...body, ...condition, 0x0d, 0, END];
}
/** Ends the function with `value` when the i32 before it is not zero. */
function returnIf(value) {
    return [0x04, NOTHING, ...value, 0x0f, END];
}
const [END, NOTHING] = [0x0b, 0x40];
/** The bytes of a module with these functions over a memory that is given to it as `m` of the namespace with the empty name. */
function wasmModule(functions) {
    const list = (items) => [...unsigned(items.length), ...items.flat()];
    const sized = (content) => [...unsigned(content.length), ...content];
    const section = (id, items) => [id, ...sized(list(items))];
    const text = (name) => sized([...Buffer.from(name)]);
    const types = functions.map(({ parameters, results }) => [
        0x60,
        ...list(Array.from({ length: parameters }, () => [I32])),
        ...list(results.map((type) => [type])),
    ]);
    const bodies = functions.map(({ locals, body }) => sized([...list(locals.map(([count, type]) => [...unsigned(count), type])), ...body, END]));
    return Uint8Array.from([
        ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
        ...section(1, types),
        // A memory of at least one page.
        ...section(2, [[...text(''), ...text('m'), 2, 0, 1]]),
        ...section(3, functions.map((_, index) => unsigned(index))),
        ...section(7, functions.map(({ name }, index) => [...text(name), 0, ...unsigned(index)])),
        ...section(10, bodies),
    ]);
}
/** LEB128, signed. */
function signed(value) {
    const out = [];
    for (let rest = value;; rest >>= 7) {
        const low = rest & 0x7f;
        const isLast = (rest >> 7 === 0 && (low & 0x40) === 0) || (rest >> 7 === -1 && (low & 0x40) !== 0);
        out.push(isLast ? low : low | 0x80);
        if (isLast)
            return out;
    }
}
/** LEB128, unsigned. */
function unsigned(value) {
    const out = [];
    for (let rest = value;; rest >>>= 7) {
        out.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
        if (rest <= 0x7f)
            return out;
    }
}


/***/ }),

/***/ 92861:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ workingDirectory)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/** The folder in which relative paths start, also when somebody has deleted it meanwhile. */

/** The working directory of `process`, which is in `told` as the shell says. No thread can start in one that is gone: the process leaves it then. */
function workingDirectory(process, told) {
    try {
        return { path: process.cwd(), isGone: false };
    }
    catch {
        const { root } = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.parse)(process.execPath);
        process.chdir(root);
        return { path: told !== undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(told) ? told : root, isGone: true };
    }
}


/***/ }),

/***/ 48916:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ WRITE_PIECE_BYTES)
/* harmony export */ });
/**
 * How much a file is given at a time, in bytes.
 *
 * For a longer write the system takes larger pages, and in a virtual machine whose unused memory goes back to the host it has to ask for these
 * anew: with packs written in calls of 16 MiB an initial snapshot of 555 MB took 0.3 to 0.5 s longer. With shorter ones the main thread,
 * which writes packs, is asked too often for the next.
 */
const WRITE_PIECE_BYTES = 1024 * 1024;


/***/ })

};
