export const id = 8031;
export const ids = [8031];
export const modules = {

/***/ 57465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

/***/ 86906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ TEMP_NAME),
/* harmony export */   t: () => (/* binding */ writeFileWhole)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34695);
/* harmony import */ var _filesystem_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45047);
/** Writes a file so that nobody ever sees a part of it. */




/** Between two pieces of this size a write looks at the signal. */
const WRITE_PIECE_BYTES = 16 * 1024 * 1024;
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
            await files.makeDirectory(path, { mode: dirMode, parents: false });
        }
        catch (error) {
            if ((0,_filesystem_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error) !== 'EEXIST')
                throw error;
        }
        await files.syncDirectory(parent);
        parent = path;
    }
}
async function writeAll(file, parts, signal) {
    let pending = parts.filter((part) => part.length > 0);
    while (pending.length > 0) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfCancelled */ .dZ)(signal);
        const taken = await file.write(leading(pending, WRITE_PIECE_BYTES));
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W0: () => (/* binding */ isAbsent),
/* harmony export */   a2: () => (/* binding */ retentionUnsupported),
/* harmony export */   c7: () => (/* binding */ systemCodeOf),
/* harmony export */   fi: () => (/* binding */ rootMissing),
/* harmony export */   ic: () => (/* binding */ filesystemError),
/* harmony export */   uW: () => (/* binding */ rootNotADirectory)
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

/***/ 88031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zh: () => (/* binding */ nodeFileOperations),
  Ls: () => (/* binding */ openFilesystemStorage),
  OG: () => (/* binding */ readShards)
});

// UNUSED EXPORTS: FilesystemStorage

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(85416);
// EXTERNAL MODULE: ./lib/util/bytes.js
var util_bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/util/random.js
var random = __webpack_require__(75073);
// EXTERNAL MODULE: ./lib/repo/blob/blob-id.js
var blob_id = __webpack_require__(57465);
;// CONCATENATED MODULE: ./lib/repo/blob/range.js
/** Which bytes of a blob a read asks for. */

/** No blob of the format comes near this; a longer one is refused before memory is taken for it. */
const MAX_READ_BYTES = 1024 * 1024 * 1024;
/** The range asked for inside a blob of `size` bytes; CAIRN_BLOB_RANGE when it does not lie inside. */
function resolveRange(id, asked, size) {
    const offset = asked.offset ?? 0;
    const length = asked.length ?? size - offset;
    const isInside = Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0 && length >= 0 && offset + length <= size;
    if (!isInside) {
        throw new errors/* CairnError */.eb('CAIRN_BLOB_RANGE', `Blob ${id} has ${size} bytes, but ${asked.length ?? 'all'} from byte ${offset} were asked for.`, {
            hint: 'The blob is shorter than the index says: it was cut off or replaced.',
        });
    }
    if (length > MAX_READ_BYTES)
        throw new errors/* CairnError */.eb('CAIRN_BLOB_RANGE', `Blob ${id} is too long to be read at once: ${length} bytes.`);
    return { offset, length };
}

;// CONCATENATED MODULE: ./lib/repo/blob/file-reader.js
/** Reads a range of a file into memory. */


/** Bytes of the range asked for; `id` is the subject of messages. Errors: CAIRN_BLOB_RANGE, CAIRN_STORAGE_IO, and those of the system. */
async function readFileRange(files, path, options, id) {
    const file = await files.openForReading(path);
    try {
        const status = await file.status();
        if (!status.isFile)
            throw new errors/* CairnError */.eb('CAIRN_STORAGE_IO', `${path} is not a regular file.`);
        const { offset, length } = resolveRange(id, options, status.sizeBytes);
        const bytes = uninitialized(length);
        for (let done = 0; done < length;) {
            (0,errors/* throwIfCancelled */.dZ)(options.signal);
            const count = await file.read(bytes.subarray(done), offset + done);
            if (count <= 0)
                throw new errors/* CairnError */.eb('CAIRN_BLOB_RANGE', `Blob ${id} ended after ${offset + done} bytes while it was being read.`);
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

// EXTERNAL MODULE: ./lib/repo/blob/file-walk.js
var file_walk = __webpack_require__(86906);
// EXTERNAL MODULE: ./lib/repo/blob/file-writer.js
var file_writer = __webpack_require__(37276);
// EXTERNAL MODULE: ./lib/repo/blob/filesystem-errors.js
var filesystem_errors = __webpack_require__(45047);
// EXTERNAL MODULE: ./lib/repo/blob/sharding.js
var sharding = __webpack_require__(94232);
// EXTERNAL MODULE: ./lib/repo/blob/shards-file.js
var shards_file = __webpack_require__(20000);
;// CONCATENATED MODULE: ./lib/repo/blob/filesystem.js
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
            await files.makeDirectory(options.path, { mode: options.dirMode ?? 0o700, parents: true });
        if (!(await files.status(options.path)).isDirectory)
            throw (0,filesystem_errors/* rootNotADirectory */.uW)(options.path);
    }
    catch (error) {
        const code = (0,filesystem_errors/* systemCodeOf */.c7)(error);
        if (code === 'ENOTDIR' || code === 'EEXIST')
            throw (0,filesystem_errors/* rootNotADirectory */.uW)(options.path);
        if (code === 'ENOENT')
            throw (0,filesystem_errors/* rootMissing */.fi)(options.path);
        throw (0,filesystem_errors/* filesystemError */.ic)(error, 'open the repository', options.path);
    }
    const assumed = (0,sharding/* defaultSharding */.il)(options.shards ?? (create ? sharding/* SHARDS_OF_NEW_REPOSITORIES */.m7 : sharding/* SHARDS_WHEN_UNKNOWN */.YT));
    const stored = await readShards(files, options.path);
    return new FilesystemStorage({
        isReadOnly: how.readonly === true,
        sharding: stored ?? assumed,
        hasShardsFile: stored !== undefined,
        writer: {
            files,
            random: how.random ?? random/* systemRandom */.v,
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
    #slots = new util_async/* Semaphore */.j(OPEN_FILES);
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
        (0,errors/* throwIfCancelled */.dZ)(options.signal);
        const path = this.#pathOf(id);
        return this.#slots.use(async () => {
            try {
                return await readFileRange(this.#files, path, options, id);
            }
            catch (error) {
                if (!(0,filesystem_errors/* isAbsent */.W0)(error))
                    throw (0,filesystem_errors/* filesystemError */.ic)(error, `read blob ${id}`, this.displayName);
                await this.#requireRoot();
                throw new errors/* CairnError */.eb('CAIRN_BLOB_NOT_FOUND', `Blob ${id} is not in ${this.displayName}.`, { cause: error });
            }
        });
    }
    async statBlob(id) {
        const path = this.#pathOf(id);
        try {
            return metadataOf(id, await this.#files.status(path));
        }
        catch (error) {
            if (!(0,filesystem_errors/* isAbsent */.W0)(error))
                throw (0,filesystem_errors/* filesystemError */.ic)(error, `look at blob ${id}`, this.displayName);
            await this.#requireRoot();
            return undefined;
        }
    }
    async putBlob(id, parts, options = {}) {
        (0,errors/* throwIfCancelled */.dZ)(options.signal);
        this.#refuseWhenReadOnly();
        (0,blob_id/* checkBlobId */.r)(id);
        if (options.retention !== undefined)
            throw (0,filesystem_errors/* retentionUnsupported */.a2)(this.displayName);
        await this.#ensureShardsFile();
        const segments = (0,sharding/* blobPath */.nD)(this.#sharding, id);
        try {
            const outcome = await this.#slots.use(() => (0,file_writer/* writeFileWhole */.t)(this.#writer, segments, parts, options));
            if (outcome !== 'exists')
                return metadataOf(id, outcome);
        }
        catch (error) {
            if ((0,filesystem_errors/* isAbsent */.W0)(error))
                await this.#requireRoot();
            throw (0,filesystem_errors/* filesystemError */.ic)(error, `write blob ${id}`, this.displayName);
        }
        throw new errors/* CairnError */.eb('CAIRN_BLOB_EXISTS', `Blob ${id} is already in ${this.displayName}.`, {
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
            if (!(0,filesystem_errors/* isAbsent */.W0)(error))
                throw (0,filesystem_errors/* filesystemError */.ic)(error, `delete blob ${id}`, this.displayName);
        }
    }
    async *listBlobs(prefix, signal) {
        const root = this.#writer.root;
        const wanted = (name) => name.endsWith(sharding/* BLOB_SUFFIX */.a9);
        try {
            for await (const { spelled, status } of (0,file_walk/* walkFiles */.F)(this.#files, { root, prefix, wanted, signal })) {
                const id = spelled.slice(0, -sharding/* BLOB_SUFFIX */.a9.length);
                if (status.isFile && id.startsWith(prefix))
                    yield metadataOf(id, status);
            }
        }
        catch (error) {
            if ((0,filesystem_errors/* isAbsent */.W0)(error))
                throw (0,filesystem_errors/* rootMissing */.fi)(root);
            throw (0,filesystem_errors/* filesystemError */.ic)(error, `list blobs${prefix === '' ? '' : ` that start with ${prefix}`}`, this.displayName);
        }
    }
    async close() { }
    /** Removes files that interrupted writes left before `beforeMs` (ms since 1970); returns how many. */
    async removeTempFiles(beforeMs, signal) {
        this.#refuseWhenReadOnly();
        const wanted = (name) => file_writer/* TEMP_NAME */.T.test(name);
        let removed = 0;
        try {
            for await (const { path, status } of (0,file_walk/* walkFiles */.F)(this.#files, { root: this.#writer.root, prefix: '', wanted, signal })) {
                if (!status.isFile || status.modifiedMs >= beforeMs)
                    continue;
                await this.#files.remove(path);
                removed++;
            }
        }
        catch (error) {
            throw (0,filesystem_errors/* filesystemError */.ic)(error, 'remove temporary files', this.displayName);
        }
        return removed;
    }
    #pathOf(id) {
        (0,blob_id/* checkBlobId */.r)(id);
        return (0,external_node_path_.join)(this.#writer.root, ...(0,sharding/* blobPath */.nD)(this.#sharding, id));
    }
    #refuseWhenReadOnly() {
        if (this.#isReadOnly)
            throw new errors/* CairnError */.eb('CAIRN_STORAGE_READONLY', `${this.displayName} was opened for reading only.`);
    }
    /** Tells an absent blob from a root that is not there, such as a volume that was unmounted. */
    async #requireRoot() {
        try {
            await this.#files.status(this.#writer.root);
        }
        catch (error) {
            if ((0,filesystem_errors/* isAbsent */.W0)(error))
                throw (0,filesystem_errors/* rootMissing */.fi)(this.#writer.root);
            throw (0,filesystem_errors/* filesystemError */.ic)(error, 'find the repository', this.displayName);
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
            const outcome = await (0,file_writer/* writeFileWhole */.t)(this.#writer, [shards_file/* SHARDS_FILE */.D6], [(0,util_bytes/* utf8 */.As)((0,shards_file/* formatShardsFile */.ZW)(this.#sharding))], { onlyIfAbsent: true });
            if (outcome === 'exists')
                this.#sharding = (await readShards(this.#files, root)) ?? this.#sharding;
        }
        catch (error) {
            if ((0,filesystem_errors/* isAbsent */.W0)(error))
                await this.#requireRoot();
            throw (0,filesystem_errors/* filesystemError */.ic)(error, `write ${shards_file/* SHARDS_FILE */.D6}`, root);
        }
        this.#hasShardsFile = true;
    }
}
/** The layout that `.shards` in `root` describes; undefined when there is none. Errors: CAIRN_STORAGE_SHARDS_INVALID, storage kinds. */
async function readShards(files, root) {
    const path = (0,external_node_path_.join)(root, shards_file/* SHARDS_FILE */.D6);
    try {
        const { sizeBytes } = await files.status(path);
        const bytes = await readFileRange(files, path, { length: Math.min(shards_file/* SHARDS_FILE_MAX_BYTES */.SF, sizeBytes) }, shards_file/* SHARDS_FILE */.D6);
        return (0,shards_file/* parseShardsFile */.Fp)((0,util_bytes/* fromUtf8 */.ar)(bytes) ?? '', path);
    }
    catch (error) {
        if ((0,filesystem_errors/* isAbsent */.W0)(error))
            return undefined;
        throw (0,filesystem_errors/* filesystemError */.ic)(error, `read ${shards_file/* SHARDS_FILE */.D6}`, root);
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
    openForReading: async (path) => opened(await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0))),
    createNew: async (path, mode) => opened(await (0,promises_.open)(path, 'wx', mode)),
    readDirectory: async (path) => (await (0,promises_.readdir)(path, { withFileTypes: true })).map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() })),
    status: async (path) => statusOf(await (0,promises_.stat)(path, { bigint: true })),
    makeDirectory: async (path, { mode, parents }) => {
        await (0,promises_.mkdir)(path, { mode, recursive: parents });
    },
    rename: promises_.rename,
    link: promises_.link,
    remove: promises_.unlink,
    syncDirectory: async (path) => {
        // Windows cannot open a directory; its file systems log renames themselves.
        if (process.platform === 'win32')
            return;
        const directory = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY);
        try {
            await directory.sync();
        }
        catch (error) {
            // Some network and FUSE file systems have no such call.
            const code = (0,filesystem_errors/* systemCodeOf */.c7)(error);
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

/***/ 94232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

/***/ 85416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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


/***/ })

};
