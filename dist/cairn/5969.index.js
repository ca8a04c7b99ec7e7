export const id = 5969;
export const ids = [5969];
export const modules = {

/***/ 52702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

/***/ 92680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

/***/ 27560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ writeAt),
/* harmony export */   PA: () => (/* binding */ NewFile),
/* harmony export */   S0: () => (/* binding */ writeNewFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
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
        at += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(descriptor, bytes, at, bytes.length - at, position + at);
}
function isZero(block) {
    return block[0] === 0 && Buffer.compare(block, block.length === BLOCK_BYTES ? ZEROS : ZEROS.subarray(0, block.length)) === 0;
}


/***/ }),

/***/ 91576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ BATCH_LIMITS)
/* harmony export */ });
/** What `writeFiles` takes at once. */
const BATCH_LIMITS = { files: 128, bytes: 1024 * 1024 };


/***/ }),

/***/ 29984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ct: () => (/* binding */ writingCompressor),
/* harmony export */   HN: () => (/* binding */ codecSettingsOf),
/* harmony export */   LJ: () => (/* binding */ createCodec),
/* harmony export */   Xy: () => (/* binding */ compressIfWorthwhile)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_random_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75073);
/* harmony import */ var _compression_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17185);
/* harmony import */ var _format_content_encryptor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75054);
/* harmony import */ var _hashing_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9170);
/* harmony import */ var _content_id_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60609);
/** Turning plain contents into sealed ones and back, in any thread (docs/repository-format.md, "Contents"). */






/** The part of a format that every thread needs. */
function codecSettingsOf(format) {
    const { hash, hashSecret, encryption, masterKey, ecc, eccOverheadPercent } = format;
    return { hash, hashSecret, encryption, masterKey, ecc, eccOverheadPercent };
}
/** Loads the algorithms of a repository in this thread. Errors: CAIRN_FORMAT_UNSUPPORTED. */
async function createCodec(settings, source = _util_random_js__WEBPACK_IMPORTED_MODULE_1__/* .systemRandom */ .v) {
    const random = source === _util_random_js__WEBPACK_IMPORTED_MODULE_1__/* .systemRandom */ .v ? buffered(source) : source;
    const hasher = await (0,_hashing_index_js__WEBPACK_IMPORTED_MODULE_4__/* .createHasher */ .qj)(settings.hash, settings.hashSecret);
    const encryptor = (0,_format_content_encryptor_js__WEBPACK_IMPORTED_MODULE_3__/* .createContentEncryptor */ .K)(settings);
    await (0,_compression_index_js__WEBPACK_IMPORTED_MODULE_2__/* .loadCompression */ .Ng)();
    return {
        hasher,
        encryptor,
        random,
        seal(plain, hash, compressor) {
            const packed = compressor === undefined ? undefined : compressIfWorthwhile(plain, compressor);
            const sealed = encryptor.seal(packed ?? plain, (0,_content_id_js__WEBPACK_IMPORTED_MODULE_5__/* .contentIv */ .t6)(hash), random);
            return { sealed, compressionId: packed === undefined ? 0 : (compressor?.headerId ?? 0) };
        },
        open(sealed, hash, originalLength, compressionId) {
            const stored = encryptor.open(sealed, (0,_content_id_js__WEBPACK_IMPORTED_MODULE_5__/* .contentIv */ .t6)(hash));
            const plain = plainArray(compressionId === 0 ? stored : (0,_compression_index_js__WEBPACK_IMPORTED_MODULE_2__/* .decompressPayload */ .G8)(stored, originalLength, compressionId));
            if (plain.length !== originalLength)
                throw damaged(`has ${plain.length} bytes instead of ${originalLength}`);
            if (Buffer.compare(hasher.hash(plain), hash) !== 0)
                throw damaged('has another hash than its name says');
            return plain;
        },
    };
}
const RANDOM_BLOCK_BYTES = 4096;
const RANDOM_SHORT_BYTES = 64;
/** Draws short pieces from blocks: asking the system for each nonce would cost as much as sealing a small content. No byte is given twice. */
function buffered(source) {
    let block = new Uint8Array(0);
    let used = 0;
    return (length) => {
        if (length > RANDOM_SHORT_BYTES)
            return source(length);
        if (used + length > block.length) {
            block = source(RANDOM_BLOCK_BYTES);
            used = 0;
        }
        used += length;
        return block.slice(used - length, used);
    };
}
/** Some decompressors give a Buffer, whose `slice` does not copy: what leaves here is never one. */
function plainArray(bytes) {
    return Buffer.isBuffer(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : bytes;
}
function damaged(what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_CONTENT_DAMAGED', `A content ${what}.`);
}
/** The compressor to write with, or undefined for "none", for an absent name and for one that is only read. */
function writingCompressor(name) {
    if (name === undefined || name === '' || name === 'none')
        return undefined;
    const compressor = (0,_compression_index_js__WEBPACK_IMPORTED_MODULE_2__/* .compressorByName */ .SN)(name);
    return compressor.compress === undefined ? undefined : compressor;
}
/** Contents shorter than this are never tried by sample first. */
const SAMPLED_FROM_BYTES = 256 * 1024;
const SAMPLE_BYTES = 16 * 1024;
const SAMPLE_COUNT = 4;
/**
 * Header and stream, or undefined when storing plain is right.
 *
 * Media, archives and encrypted files do not shrink: when none of a few samples of a large content does, the rest is not tried. A content stored
 * plain is always valid, so a wrong guess costs space only.
 */
function compressIfWorthwhile(plain, compressor) {
    if (compressor.compress === undefined || plain.length <= _compression_index_js__WEBPACK_IMPORTED_MODULE_2__/* .HEADER_BYTES */ .q2)
        return undefined;
    if (plain.length >= SAMPLED_FROM_BYTES) {
        const step = Math.floor((plain.length - SAMPLE_BYTES) / (SAMPLE_COUNT - 1));
        let shrinks = false;
        for (let i = 0; i < SAMPLE_COUNT && !shrinks; i++) {
            shrinks = compressor.compress(plain.subarray(i * step, i * step + SAMPLE_BYTES)) !== undefined;
        }
        if (!shrinks)
            return undefined;
    }
    return compressor.compress(plain);
}


/***/ }),

/***/ 60609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GZ: () => (/* binding */ formatContentId),
/* harmony export */   TA: () => (/* binding */ isPrefixByte),
/* harmony export */   kC: () => (/* binding */ prefixByteOf),
/* harmony export */   n4: () => (/* binding */ isContentId),
/* harmony export */   t6: () => (/* binding */ contentIv),
/* harmony export */   xD: () => (/* binding */ keyOfContentId)
/* harmony export */ });
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34695);
/**
 * Content IDs: an optional letter g-z and a keyed hash (docs/repository-format.md, "Content IDs").
 *
 * text:       [prefix letter] hex(hash)
 * binary key: prefix byte (0 when there is none) | hash(16..32)
 *
 * Both forms sort the same way: unprefixed contents first, then by letter, then by hash.
 */

const PATTERN = /^[g-z]?(?:[0-9a-f]{2}){16,32}$/;
/** Whether `text` is a well-formed content ID. */
function isContentId(text) {
    return PATTERN.test(text);
}
/** Whether `byte` may stand first in a binary key: 0, or a letter g-z. */
function isPrefixByte(byte) {
    return byte === 0 || (byte >= 0x67 && byte <= 0x7a);
}
/** The binary key of a content ID, prefix byte first; undefined when `id` is malformed. */
function keyOfContentId(id) {
    if (!isContentId(id))
        return undefined;
    const hasPrefix = id.length % 2 === 1;
    const key = new Uint8Array(1 + (id.length >>> 1));
    key[0] = hasPrefix ? id.charCodeAt(0) : 0;
    key.set(Buffer.from(hasPrefix ? id.slice(1) : id, 'hex'), 1);
    return key;
}
/** The content ID of a hash; `prefixByte` is 0 for contents without a prefix. */
function formatContentId(prefixByte, hash) {
    const hex = (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .toHex */ .nj)(hash);
    return prefixByte === 0 ? hex : String.fromCharCode(prefixByte) + hex;
}
/** The prefix byte of a prefix letter: 0 for the empty string. */
function prefixByteOf(prefix) {
    return prefix === '' ? 0 : prefix.charCodeAt(0);
}
/** What a content is encrypted with beside the key: the last 16 bytes of its hash. */
function contentIv(hash) {
    return hash.subarray(hash.length - 16);
}


/***/ }),

/***/ 7346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


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
/** Opening and reading one file of the tree, synchronously: in a worker that is three times faster than asking for it. */


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
        return descriptor;
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
    return openChecked(file.path, file.device, file.inode);
}
/** Reads up to `length` bytes, fewer only at the end of the file; throws FileReadFailure. */
function readFully(descriptor, into, offset, length, position) {
    let total = 0;
    while (total < length) {
        let count;
        try {
            count = (0,external_node_fs_.readSync)(descriptor, into, offset + total, length - total, position === null ? null : position + total);
        }
        catch (error) {
            throw failureOf(error);
        }
        if (count === 0)
            break;
        total += count;
    }
    return total;
}
/** Reads an open small file to its end into `arena` from `offset` on, closes it and returns its length; throws FileReadFailure. */
function readSmallFile(descriptor, arena, offset) {
    try {
        const room = arena.length - offset;
        const length = readFully(descriptor, arena, offset, room, null);
        if (length === room)
            throw new FileReadFailure('too-long', 'it grew while it was being read');
        return length;
    }
    finally {
        closeQuietly(descriptor);
    }
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

// EXTERNAL MODULE: ./lib/repo/content/pool/protocol.js
var protocol = __webpack_require__(23293);
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
                const descriptor = opener.open(path, paths[index + 1], identities[2 * index] ?? 0n, identities[2 * index + 1] ?? 0n);
                const length = readSmallFile(descriptor, arena, offset);
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
    #hash(job, plain, compressor, arena, failures) {
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
        this.#post({ kind: 'hashed', job, hashes, lengths, compressedFirst, failures });
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
function fileFailure(error, index) {
    if (error instanceof FileReadFailure)
        return { index, reason: error.reason, text: error.message };
    throw error;
}


/***/ }),

/***/ 25867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gh: () => (/* binding */ inlineLane),
/* harmony export */   aD: () => (/* binding */ POOL_WORKER),
/* harmony export */   p8: () => (/* binding */ workerLane)
/* harmony export */ });
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75919);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _util_heap_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79246);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7346);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

/***/ 75054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ createContentEncryptor)
/* harmony export */ });
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34695);
/* harmony import */ var _ecc_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34068);
/* harmony import */ var _encryption_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10617);
/** The encryption of contents and whole blobs that a format asks for, with error correction around it (docs/repository-format.md, "Error correction"). */



/** Makes the encryptor of a format; sealed bytes carry parity when `ecc` is not empty. Errors: CAIRN_FORMAT_UNSUPPORTED. */
function createContentEncryptor(format) {
    const encryptor = (0,_encryption_index_js__WEBPACK_IMPORTED_MODULE_2__/* .createEncryptor */ .Dm)(format.encryption, format.masterKey);
    if (format.ecc === '')
        return encryptor;
    const correction = (0,_ecc_index_js__WEBPACK_IMPORTED_MODULE_1__/* .createErrorCorrection */ .B6)(format.ecc, format.eccOverheadPercent);
    return {
        seal(plain, iv, random) {
            const sealed = encryptor.seal(plain, iv, random);
            const stored = correction.encode(sealed);
            (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .release */ ._r)(sealed);
            return stored;
        },
        open: (stored, iv) => encryptor.open(correction.decode(stored), iv),
    };
}


/***/ }),

/***/ 85788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ LOST)
/* harmony export */ });
/** Files to be written: where, with which owner, mode and times, and what could not be given to them. */
/** What could not be given back to one thing: the sum of these bits. */
const LOST = { owner: 1, specialBits: 2, mode: 4, time: 8 };


/***/ })

};
