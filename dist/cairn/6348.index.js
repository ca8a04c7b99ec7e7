export const id = 6348;
export const ids = [6348];
export const modules = {

/***/ 6348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mount: () => (/* binding */ mount),
  restore: () => (/* binding */ restore_restore)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/snapshot/resolve.js
var resolve = __webpack_require__(97068);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./lib/fs/errors.js
var fs_errors = __webpack_require__(92680);
// EXTERNAL MODULE: ./lib/util/random.js
var util_random = __webpack_require__(75073);
// EXTERNAL MODULE: ./lib/snapshot/tree.js
var tree = __webpack_require__(51290);
;// CONCATENATED MODULE: ./lib/snapshot/restore/report.js
/** What a restore did, and what it could not do. */


/** Failures beyond this number are only counted. */
const NAMED_FAILURES = 10_000;
/** Counts while a restore runs. */
class RestoreTally {
    files = 0;
    directories = 0;
    symlinks = 0;
    bytes = 0;
    skipped = 0;
    skippedBytes = 0;
    deletedFiles = 0;
    deletedDirectories = 0;
    deletedSymlinks = 0;
    failureCount = 0;
    failures = [];
    fail(path, error) {
        const code = (0,errors/* isCairnError */.qN)(error) ? error.code : 'CAIRN_RESTORE_WRITE_FAILED';
        this.refuse(path, code, (0,errors/* messageOf */.bD)(error));
    }
    refuse(path, code, message) {
        this.failureCount++;
        if (this.failures.length < NAMED_FAILURES)
            this.failures.push({ path, code, message });
    }
    report(losses) {
        const { files, directories, symlinks, bytes, skipped, skippedBytes, failureCount, failures } = this;
        const { deletedFiles, deletedDirectories, deletedSymlinks } = this;
        const deleted = { deletedFiles, deletedDirectories, deletedSymlinks };
        return { files, directories, symlinks, bytes, skipped, skippedBytes, ...deleted, failureCount, failures, losses };
    }
}
/** Errors of the file system that every following file would meet as well. */
const HOPELESS = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);
/** Whether an entry cannot be read, while others may: it is damaged, or the storage fails at one blob. */
function isEntryError(error) {
    return (0,tree/* isObjectError */.EX)(error) || (0,errors/* isCairnError */.qN)(error, 'CAIRN_STORAGE_IO');
}
/** Whether the restore has to end with `error` instead of going on with the next entry. */
function endsRestore(error) {
    if ((0,errors/* isCairnError */.qN)(error))
        return error.kind !== 'damage' && error.kind !== 'failed' && !isEntryError(error);
    return !(error instanceof Error && 'code' in error && typeof error.code === 'string') || HOPELESS.has(error.code);
}

// EXTERNAL MODULE: ./lib/snapshot/directory.js
var directory = __webpack_require__(53883);
;// CONCATENATED MODULE: ./lib/snapshot/restore/safe-path.js
/**
 * Directories in the target, opened so that nothing is ever written outside of it (docs/threat-model.md, "Restore").
 *
 * On Linux each directory is held by a descriptor that was opened without following links, and names are reached as
 * `/proc/self/fd/N/name`: replacing a parent by a link while we run changes nothing. Elsewhere the directory is addressed by its path,
 * and before each use it must still be the same directory (device and inode) as when it was opened.
 */





const { O_DIRECTORY, O_NOFOLLOW, O_RDONLY } = external_node_fs_.constants;
const LONGEST_NAME_BYTES = 255;
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]|conin\$|conout\$)(?:\.|$)/i;
/** Why an entry called `name` must not be created on `platform`, or undefined when it may. */
function refuseName(name, platform) {
    const reason = (0,directory/* unsafeNameReason */.Gm)(name);
    if (reason !== undefined)
        return reason;
    if (Buffer.byteLength(name) > LONGEST_NAME_BYTES)
        return `the name is longer than ${LONGEST_NAME_BYTES} bytes`;
    if (platform !== 'win32')
        return undefined;
    if (/[\\:*?"<>|]/.test(name))
        return 'the name holds a character that Windows gives a meaning';
    for (let i = 0; i < name.length; i++)
        if (name.charCodeAt(i) < 32)
            return 'the name holds a control character';
    if (/[. ]$/.test(name))
        return 'the name ends in a dot or a blank';
    if (WINDOWS_DEVICE.test(name))
        return 'the name is a device on Windows';
    return undefined;
}
let hasDescriptorPaths;
/** Whether names can be reached through descriptors here. */
function canUseDescriptorPaths() {
    hasDescriptorPaths ??= process.platform === 'linux' && (0,external_node_fs_.existsSync)('/proc/self/fd');
    return hasDescriptorPaths;
}
/**
 * The target itself, made with its parents when absent. Links in the path that the user typed are followed: that path is trusted.
 * `isCreated` tells whether it was made here.
 */
function openTarget(path, useDescriptors = canUseDescriptorPaths()) {
    try {
        const isCreated = !(0,external_node_fs_.existsSync)(path);
        makeWithParents(path);
        return { directory: openDirectory((0,external_node_fs_.realpathSync)(path), path, useDescriptors), isCreated };
    }
    catch (cause) {
        throw targetError(path, cause);
    }
}
/** The directory that will hold the single file `path`; made when absent. */
function openTargetParent(path, useDescriptors = canUseDescriptorPaths()) {
    return openTarget((0,external_node_path_.dirname)(path), useDescriptors).directory;
}
/**
 * The directory `name` in `parent`, made with mode 0700 when absent.
 * Throws CAIRN_RESTORE_UNSAFE_TARGET when there is a link, CAIRN_RESTORE_EXISTS when there is something else.
 */
function openChild(parent, name) {
    const path = parent.at(name);
    const displayPath = `${parent.displayPath}/${name}`;
    const isCreated = makeDirectory(path);
    if (!isCreated) {
        const found = (0,external_node_fs_.lstatSync)(path);
        if (found.isSymbolicLink())
            throw unsafeTarget(`"${displayPath}" is a symbolic link; nothing is written through it.`);
        if (!found.isDirectory())
            throw new errors/* CairnError */.eb('CAIRN_RESTORE_EXISTS', `"${displayPath}" exists and is not a directory.`);
    }
    return { directory: openDirectory(path, displayPath, parent.fd !== undefined), isCreated };
}
/**
 * Lets the owner of an existing directory write into it while it is filled: an earlier restore may have left it read-only.
 * The stored mode is set when it is complete.
 */
function makeWritable(directory) {
    const { mode, uid } = directory.stat();
    if (uid === 0 || uid !== process.geteuid?.() || (mode & 0o700) === 0o700)
        return;
    if (directory.fd === undefined)
        (0,external_node_fs_.chmodSync)(directory.path, (mode & 0o7777) | 0o700);
    else
        (0,external_node_fs_.fchmodSync)(directory.fd, (mode & 0o7777) | 0o700);
}
/** Whether the directory holds anything. */
function isEmptyDirectory(directory) {
    return (0,external_node_fs_.readdirSync)(directory.fd === undefined ? directory.path : `/proc/self/fd/${directory.fd}`).length === 0;
}
/** Node's own recursive form never ends where a parent exists and yet refuses with ENOENT, as /proc does. */
function makeWithParents(path) {
    try {
        (0,external_node_fs_.mkdirSync)(path, 0o700);
    }
    catch (error) {
        if ((0,fs_errors/* errnoOf */.UQ)(error) === 'ENOENT' && !(0,external_node_fs_.existsSync)((0,external_node_path_.dirname)(path))) {
            makeWithParents((0,external_node_path_.dirname)(path));
            (0,external_node_fs_.mkdirSync)(path, 0o700);
        }
        else if ((0,fs_errors/* errnoOf */.UQ)(error) !== 'EEXIST' || !(0,external_node_fs_.statSync)(path).isDirectory())
            throw error;
    }
}
function makeDirectory(path) {
    try {
        (0,external_node_fs_.mkdirSync)(path, 0o700);
        return true;
    }
    catch (error) {
        if ((0,fs_errors/* errnoOf */.UQ)(error) === 'EEXIST')
            return false;
        throw error;
    }
}
function openDirectory(path, displayPath, useDescriptors) {
    if (!useDescriptors)
        return openByPath(path, displayPath);
    let fd;
    try {
        fd = (0,external_node_fs_.openSync)(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    }
    catch (error) {
        // A link or a file took the place of the directory since it was looked at.
        const code = (0,fs_errors/* errnoOf */.UQ)(error);
        if (code === 'ELOOP' || code === 'ENOTDIR')
            throw unsafeTarget(`"${displayPath}" was replaced while it was being restored.`);
        throw error;
    }
    const prefix = `/proc/self/fd/${fd}/`;
    return { displayPath, fd, path, at: (name) => prefix + name, stat: () => (0,external_node_fs_.fstatSync)(fd), close: () => (0,external_node_fs_.closeSync)(fd) };
}
function openByPath(path, displayPath) {
    const opened = (0,external_node_fs_.lstatSync)(path);
    if (!opened.isDirectory())
        throw unsafeTarget(`"${displayPath}" is not a directory.`);
    const check = () => {
        const now = (0,external_node_fs_.lstatSync)(path);
        if (!now.isDirectory() || now.dev !== opened.dev || now.ino !== opened.ino)
            throw unsafeTarget(`"${displayPath}" was replaced while it was being restored.`);
        return now;
    };
    const at = (name) => {
        check();
        return path.endsWith('/') ? path + name : `${path}/${name}`;
    };
    return { displayPath, fd: undefined, path, at, stat: check, close: () => { } };
}
function unsafeTarget(message) {
    return new errors/* CairnError */.eb('CAIRN_RESTORE_UNSAFE_TARGET', message, { hint: 'Restore into a new folder that nobody else writes to.' });
}
function targetError(path, cause) {
    if (cause instanceof errors/* CairnError */.eb)
        return cause;
    const code = (0,fs_errors/* errnoOf */.UQ)(cause);
    if (code === undefined)
        return cause;
    const why = code === 'ENOTDIR' || code === 'EEXIST' ? 'it is not a directory' : cause instanceof Error ? cause.message : code;
    return new errors/* CairnError */.eb('CAIRN_RESTORE_TARGET', `Cannot restore into "${path}": ${why}.`, {
        hint: 'Name a folder that you may write to; it is made when it does not exist.',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/snapshot/restore/plan.js



/** The plan for restoring `root` at `target`. */
function planRestore(root, target) {
    const { summary } = root;
    const expected = {
        files: summary?.files ?? (root.type === 'f' ? 1 : 0),
        directories: summary?.dirs ?? 0,
        symlinks: summary?.symlinks ?? (root.type === 's' ? 1 : 0),
        bytes: summary?.size ?? root.size,
    };
    return { root, target, expected };
}
/** The steps of a plan in order; an entry that must not be created becomes a `refused` step, and the rest goes on. */
async function* restoreSteps(objects, plan, platform, signal) {
    const namesOnPath = [];
    let refusedDepth = 0;
    for await (const event of (0,tree/* walkTree */.Ir)(objects, plan.root, signal, isEntryError)) {
        switch (event.kind) {
            case 'rejected': {
                const path = joinPath(event.path, event.name);
                yield { kind: 'refused', path, reason: event.reason, code: 'CAIRN_RESTORE_UNSAFE_NAME' };
                break;
            }
            case 'unreadable':
                yield event;
                break;
            case 'leave':
                if (refusedDepth > 0)
                    refusedDepth--;
                else {
                    namesOnPath.pop();
                    yield { kind: 'leave', path: event.path };
                }
                break;
            case 'enter':
            case 'entry': {
                const { path, entry } = event;
                // The names of the root are its own: it takes the name of the target.
                const refusal = path === '' ? undefined : refuse(entry, namesOnPath[namesOnPath.length - 1], platform);
                if (refusal !== undefined) {
                    if (event.kind === 'enter') {
                        event.skip();
                        refusedDepth++;
                    }
                    yield { kind: 'refused', path, ...refusal };
                }
                else if (event.kind === 'enter') {
                    let isSkipped = false;
                    const skip = () => {
                        isSkipped = true;
                        event.skip();
                    };
                    yield { kind: 'enter', path, name: entry.name, entry, skip };
                    if (isSkipped)
                        refusedDepth++;
                    else
                        namesOnPath.push(new Set());
                }
                else if (entry.type === 'unknown')
                    yield { kind: 'refused', path, reason: 'its type is unknown', code: 'CAIRN_RESTORE_UNKNOWN_TYPE' };
                else
                    yield { kind: entry.type === 's' ? 'symlink' : 'file', path, name: entry.name, entry };
            }
        }
    }
}
function refuse(entry, siblings, platform) {
    const reason = refuseName(entry.name, platform);
    if (reason !== undefined)
        return { reason, code: 'CAIRN_RESTORE_UNSAFE_NAME' };
    if (siblings === undefined)
        return undefined;
    if (siblings.has(entry.name))
        return { reason: 'another entry of the directory has the same name', code: 'CAIRN_RESTORE_DUPLICATE_NAME' };
    siblings.add(entry.name);
    return undefined;
}
function joinPath(parent, name) {
    return parent === '' ? name : `${parent}/${name}`;
}

// EXTERNAL MODULE: ./lib/fs/new-file.js
var new_file = __webpack_require__(27560);
// EXTERNAL MODULE: ./lib/util/bytes.js
var util_bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/fs/attributes.js
var attributes = __webpack_require__(52702);
// EXTERNAL MODULE: ./lib/util/file-target.js
var file_target = __webpack_require__(85788);
;// CONCATENATED MODULE: ./lib/snapshot/restore/times.js
/**
 * File times as text for Node, which takes seconds as a double (docs/repository-format.md, "Restoring times").
 *
 * A negative *number* would silently mean "now", a text does not. Node 20 cuts to whole microseconds towards zero, later versions
 * keep what the double holds; a part of a microsecond is added so that the rounding of the double cannot lose one.
 */
const NS_PER_US = 1000n;
const US_PER_SECOND = 1000000n;
/** Seconds since 1970 as decimal text; exact for whole seconds, else to the microsecond. */
function timeText(ns) {
    const isNegative = ns < 0n;
    // Times before 1970: the magnitude is rounded up, so that the time is rounded down as it is after 1970.
    const us = isNegative ? (-ns + NS_PER_US - 1n) / NS_PER_US : ns / NS_PER_US;
    const fraction = us % US_PER_SECOND;
    const guard = isDyadic(fraction) ? '' : isNegative ? '2' : '5';
    return `${isNegative ? '-' : ''}${us / US_PER_SECOND}.${fraction.toString().padStart(6, '0')}${guard}`;
}
/** Whether a fraction of a second in microseconds is a multiple of 1/64: doubles hold it exactly. */
function isDyadic(fraction) {
    return fraction % 15625n === 0n;
}

;// CONCATENATED MODULE: ./lib/snapshot/restore/attributes.js
/** Owner, mode and times of restored entries, and the count of what could not be given back (docs/threat-model.md, "Restore"). */




const NAMED_PATHS = 20;
/** The attributes of an entry. */
function attributesOf(entry) {
    const { uid, gid, mode, mtimeNs } = entry;
    return { uid, gid, mode, mtime: timeText(mtimeNs) };
}
/** Sets attributes of directories and links, and counts the losses of all entries. */
class AttributeSetter {
    losses = { owners: 0, specialBits: 0, specialBitPaths: [], permissionErrors: 0 };
    writer;
    constructor(rules) {
        this.writer = new attributes/* AttributeWriter */.A(rules);
    }
    /** An open directory. */
    setOpen(descriptor, path, entry) {
        this.count(this.writer.applyOpen(descriptor, attributesOf(entry)), path);
    }
    /** A directory that is only known by its checked path; `owner` is its present owner. */
    setByPath(target, path, entry, owner) {
        const calls = {
            chown: (uid, gid) => (0,external_node_fs_.chownSync)(target, uid, gid),
            chmod: (mode) => (0,external_node_fs_.chmodSync)(target, mode),
            utimes: (seconds) => (0,external_node_fs_.utimesSync)(target, seconds, seconds),
        };
        this.count(this.writer.apply(calls, attributesOf(entry), owner), path);
    }
    /** A symbolic link; it has no mode of its own. */
    setLink(target, path, entry, owner) {
        const calls = {
            chown: (uid, gid) => (0,external_node_fs_.lchownSync)(target, uid, gid),
            utimes: (seconds) => (0,external_node_fs_.lutimesSync)(target, seconds, seconds),
        };
        this.count(this.writer.apply(calls, attributesOf(entry), owner), path);
    }
    /** Counts what was lost of one entry (bits of `LOST`). */
    count(lost, path) {
        if (lost === 0)
            return;
        const { losses } = this;
        if ((lost & file_target/* LOST */.R.owner) !== 0)
            losses.owners++;
        if ((lost & file_target/* LOST */.R.mode) !== 0)
            losses.permissionErrors++;
        if ((lost & file_target/* LOST */.R.time) !== 0)
            losses.permissionErrors++;
        if ((lost & file_target/* LOST */.R.specialBits) === 0)
            return;
        losses.specialBits++;
        if (losses.specialBitPaths.length < NAMED_PATHS)
            losses.specialBitPaths.push(path);
    }
}

;// CONCATENATED MODULE: ./lib/snapshot/restore/write-entry.js
/** Writes one file or link under a temporary name and renames it: what has its final name is complete (docs/threat-model.md, "Restore"). */





/** The longest link target that any supported system takes. */
const LONGEST_LINK_BYTES = 64 * 1024;
/** Kopia's name for a file that a checkpoint cut short: its stored size is that of the whole file. */
const CHECKPOINTED = '.checkpointed.';
/** Whether the object of a file is a part of it, because a checkpoint came in between. */
function isCheckpointed(entry) {
    return entry.name.startsWith(CHECKPOINTED);
}
/** Names such as `.cairn-1f6e…-17`: random once, then counted. */
function temporaryNames(random) {
    const prefix = `.cairn-restore-${(0,util_bytes/* toHex */.nj)(random(8))}-`;
    let next = 0;
    return () => prefix + (next++).toString(36);
}
/** Restores a regular file as `name` in `parent`, replacing what has that name; returns its length in bytes. */
async function writeFileEntry(context, parent, name, path, entry) {
    const reader = await context.objects.open(entry.objectId);
    if (reader.length !== entry.size && !isCheckpointed(entry))
        throw sizeDiffers(path, entry.size, reader.length);
    (0,errors/* throwIfCancelled */.dZ)(context.signal);
    const temporary = parent.at(context.temporaryName());
    const target = { temporary, final: parent.at(name), attributes: attributesOf(entry) };
    const isForWorkers = context.usesWorkers && parent.fd !== undefined && reader.extract !== undefined;
    const lost = isForWorkers
        ? await reader.extract(target, context.rules, context.signal)
        : await writeHere(context, reader, parent, name, path, target);
    context.attributes.count(lost, path);
    return reader.length;
}
/** Reads and writes in this thread; a directory without a descriptor is looked at again before each use of its path. */
async function writeHere(context, reader, parent, name, path, target) {
    const file = new new_file/* NewFile */.PA(target, context.rules, reader.length);
    try {
        let length = 0;
        for await (const chunk of reader.chunks(context.signal)) {
            (0,errors/* throwIfCancelled */.dZ)(context.signal);
            if (length + chunk.length > reader.length)
                throw sizeDiffers(path, reader.length, length + chunk.length);
            (0,new_file/* writeAt */.HN)(file.descriptor, chunk, length, context.rules.isSparse);
            length += chunk.length;
        }
        if (length !== reader.length)
            throw sizeDiffers(path, reader.length, length);
        parent.at(name);
        return file.finish(context.attributes.writer);
    }
    finally {
        file.discard();
    }
}
/** Restores a symbolic link as `name` in `parent`; its target is stored text that is never followed. */
async function writeLinkEntry(context, parent, name, path, entry) {
    const reader = await context.objects.open(entry.objectId);
    const target = await reader.readAll(LONGEST_LINK_BYTES);
    (0,errors/* throwIfCancelled */.dZ)(context.signal);
    if (target.length === 0 || target.includes(0))
        throw new errors/* CairnError */.eb('CAIRN_RESTORE_BAD_LINK', `The stored target of the link "${name}" is ${target.length === 0 ? 'empty' : 'no path'}.`);
    const temporary = parent.at(context.temporaryName());
    (0,external_node_fs_.symlinkSync)(Buffer.from(target), temporary);
    let isDone = false;
    try {
        context.attributes.setLink(temporary, path, entry, (0,external_node_fs_.lstatSync)(temporary));
        (0,external_node_fs_.renameSync)(temporary, parent.at(name));
        isDone = true;
    }
    finally {
        if (!isDone)
            unlinkQuietly(temporary);
    }
}
function unlinkQuietly(path) {
    try {
        (0,external_node_fs_.unlinkSync)(path);
    }
    catch {
        // The error that brought us here says more.
    }
}
function sizeDiffers(path, expected, actual) {
    return new errors/* CairnError */.eb('CAIRN_RESTORE_SIZE_DIFFERS', `"${path}" should have ${expected} bytes, but its object has ${actual}.`, {
        hint: 'The snapshot is damaged here; restore the file from another snapshot.',
    });
}

;// CONCATENATED MODULE: ./lib/snapshot/restore/archive-entries.js
/** What goes into an archive, in order: each entry read so far that a damaged one can still be left out. */




/** Files up to this size are read before their header is written, so that a damaged one is left out. */
const WHOLE_BYTES = 4 * 1024 * 1024;
const NOTHING = new Uint8Array(0);
/** The entries of `plan`; what cannot be read is counted in `tally`. Throws storage errors, CAIRN_CANCELLED. */
async function* archiveEntries(objects, plan, tally, options) {
    // Names are those of the archive, which every system may read later.
    for await (const step of restoreSteps(objects, plan, 'linux', options.signal)) {
        if (step.kind === 'refused')
            tally.refuse(step.path, step.code, `"${step.path}" was not restored: ${step.reason}.`);
        else if (step.kind === 'unreadable')
            tally.fail(step.path, step.error);
        else if (step.kind !== 'leave' && options.refusePath?.(step.path) !== undefined) {
            tally.refuse(step.path, 'CAIRN_RESTORE_UNSAFE_NAME', `"${step.path}" was not restored: ${options.refusePath(step.path)}.`);
        }
        else if (step.kind === 'enter') {
            tally.directories++;
            if (step.path !== '')
                yield { type: 'directory', path: step.path, entry: step.entry, size: 0, chunks: [], link: NOTHING };
        }
        else if (step.kind !== 'leave') {
            const path = step.path === '' ? step.name : step.path;
            const read = await readEntry(objects, path, step, options.signal).catch((error) => {
                if (!isEntryError(error))
                    throw error;
                tally.fail(step.path, error);
            });
            if (read !== undefined) {
                yield read;
                if (read.type === 'file')
                    tally.files++;
                else
                    tally.symlinks++;
                tally.bytes += read.size;
            }
            const { files, bytes, failureCount } = tally;
            options.progress?.update({ files, bytes, hashedFiles: 0, hashedBytes: 0, uploadedBytes: 0, errors: failureCount });
        }
    }
}
async function readEntry(objects, path, { kind, entry }, signal) {
    const reader = await objects.open(entry.objectId);
    if (kind === 'symlink')
        return { type: kind, path, entry, size: 0, chunks: [], link: await reader.readAll(LONGEST_LINK_BYTES) };
    const size = reader.length;
    if (size !== entry.size && !isCheckpointed(entry))
        throw new errors/* CairnError */.eb('CAIRN_RESTORE_SIZE_DIFFERS', `"${path}" should have ${entry.size} bytes, but its object has ${size}.`);
    const chunks = size <= WHOLE_BYTES ? [await reader.readAll(WHOLE_BYTES)] : reader.chunks(signal);
    return { type: kind, path, entry, size, chunks, link: NOTHING };
}

;// CONCATENATED MODULE: ./lib/snapshot/restore/tar.js
/**
 * Headers of tar archives (POSIX pax), for names, links and numbers of any size.
 *
 *   name(100) mode(8) uid(8) gid(8) size(12) mtime(12) checksum(8) type(1) linkname(100) "ustar\0" "00" … zeros to 512
 *
 * What does not fit is said by a pax record before the header, `LENGTH KEY=VALUE\n`, where LENGTH counts itself.
 */

const BLOCK_BYTES = 512;
const NS_PER_SECOND = 1000000000n;
const TYPES = { file: '0', symlink: '2', directory: '5' };
/** The bytes of a tar archive of `entries`. Passes on what reading them throws. */
async function* tarOf(entries) {
    for await (const { type, path, entry, size, chunks, link } of entries) {
        yield tarHeader({ ...entry, type, size, link, name: type === 'directory' ? `${path}/` : path });
        for await (const chunk of chunks)
            if (chunk.length > 0)
                yield chunk;
        yield tarPadding(size);
    }
    yield tarEnd();
}
/** The header of an entry, with its pax records where needed. */
function tarHeader(entry) {
    const name = (0,util_bytes/* utf8 */.As)(entry.name);
    const seconds = roundedSeconds(entry.mtimeNs);
    const records = [];
    if (!fitsText(name))
        records.push(paxRecord('path', name));
    if (!fitsText(entry.link))
        records.push(paxRecord('linkpath', entry.link));
    for (const [key, value, digits] of [
        ['size', entry.size, 11],
        ['uid', entry.uid, 7],
        ['gid', entry.gid, 7],
        ['mtime', seconds, 11],
    ]) {
        if (!fitsOctal(value, digits))
            records.push(paxRecord(key, (0,util_bytes/* utf8 */.As)(String(value))));
    }
    const header = block(entry, TYPES[entry.type], name, entry.link, entry.size, seconds);
    if (records.length === 0)
        return header;
    const body = (0,util_bytes/* concatBytes */.Id)(records);
    const short = (0,util_bytes/* utf8 */.As)('PaxHeaders/entry');
    return (0,util_bytes/* concatBytes */.Id)([
        block({ ...entry, mode: 0o644 }, 'x', short, new Uint8Array(0), body.length, 0),
        body,
        tarPadding(body.length),
        header,
    ]);
}
/** Zeros that fill the last block of `length` bytes. */
function tarPadding(length) {
    return new Uint8Array((BLOCK_BYTES - (length % BLOCK_BYTES)) % BLOCK_BYTES);
}
/** What ends an archive. */
function tarEnd() {
    return new Uint8Array(2 * BLOCK_BYTES);
}
function block(entry, type, name, link, size, seconds) {
    const bytes = new Uint8Array(BLOCK_BYTES);
    const put = (text, at) => bytes.set((0,util_bytes/* utf8 */.As)(text), at);
    bytes.set(name.subarray(0, 100), 0);
    put(octal(entry.mode, 7), 100);
    put(octal(entry.uid, 7), 108);
    put(octal(entry.gid, 7), 116);
    put(octal(size, 11), 124);
    put(octal(seconds, 11), 136);
    put('        ', 148);
    put(type, 156);
    bytes.set(link.subarray(0, 100), 157);
    put('ustar\u000000', 257);
    const sum = bytes.reduce((total, byte) => total + byte, 0);
    put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return bytes;
}
function octal(value, digits) {
    return (fitsOctal(value, digits) ? value : 0).toString(8).padStart(digits, '0');
}
function fitsOctal(value, digits) {
    return value >= 0 && value < 8 ** digits;
}
function fitsText(bytes) {
    return bytes.length <= 100 && bytes.every((byte) => byte < 128);
}
function roundedSeconds(ns) {
    const doubled = 2n * ns + NS_PER_SECOND;
    const quotient = doubled / (2n * NS_PER_SECOND);
    return Number(doubled < 0n && doubled % (2n * NS_PER_SECOND) !== 0n ? quotient - 1n : quotient);
}
function paxRecord(key, value) {
    const rest = (0,util_bytes/* concatBytes */.Id)([(0,util_bytes/* utf8 */.As)(` ${key}=`), value, (0,util_bytes/* utf8 */.As)('\n')]);
    let length = rest.length + 1;
    while (String(length).length + rest.length !== length)
        length = String(length).length + rest.length;
    return (0,util_bytes/* concatBytes */.Id)([(0,util_bytes/* utf8 */.As)(String(length)), rest]);
}

// EXTERNAL MODULE: ./node_modules/yazl/index.js
var yazl = __webpack_require__(93044);
;// CONCATENATED MODULE: ./lib/snapshot/restore/zip.js
/** Zip archives: files as Kopia puts them there, and the folders and links that it leaves out. */


const FILE_TYPES = { file: 0o100000, symlink: 0o120000, directory: 0o040000 };
/** Why a zip archive cannot have `path`: many programs take a backslash for a slash, and a letter with a colon for a disk. */
function refuseZipPath(path) {
    return path.includes('\\') || /^[a-zA-Z]:/.test(path) ? 'programs that read zip archives would put it elsewhere' : undefined;
}
/** The bytes of a zip archive of `entries`, one entry at a time. Passes on what reading the entries throws. */
async function* zipOf(entries, isCompressed) {
    const zip = new yazl/* ZipFile */.u();
    const stop = new AbortController();
    const output = external_node_stream_.Readable.from(zip.outputStream);
    const fail = (error) => output.destroy(error instanceof Error ? error : new Error(String(error)));
    zip.on('error', fail);
    const fill = async () => {
        for await (const entry of entries)
            await add(zip, entry, isCompressed, stop.signal);
        zip.end();
    };
    const filling = fill().catch(fail);
    try {
        for await (const chunk of output)
            yield chunk;
    }
    finally {
        stop.abort();
        await filling;
    }
}
/** Resolves when the bytes of the entry are on their way, so that one entry is read at a time. */
async function add(zip, item, isCompressed, signal) {
    const { type, path, entry, size, chunks, link } = item;
    const options = { mtime: new Date(Number(entry.mtimeNs / 1000000n)), mode: FILE_TYPES[type] | (entry.mode & 0o7777) };
    if (type === 'directory') {
        zip.addEmptyDirectory(path, options);
        return;
    }
    const source = external_node_stream_.Readable.from(type === 'symlink' ? [link] : chunks, { objectMode: false, signal });
    const length = type === 'symlink' ? link.length : size;
    await new Promise((resolve, reject) => {
        source.once('close', resolve).once('error', reject);
        zip.addReadStream(source, path, { ...options, size: length, compress: isCompressed && type === 'file' });
    });
}

;// CONCATENATED MODULE: ./lib/snapshot/restore/archive.js
/** Restores into an archive, entry by entry and with bounded memory. */













/**
 * Writes `plan` as an archive to its target, under a temporary name until it is complete. What cannot be read is in the report and not in the
 * archive. Throws CAIRN_RESTORE_TARGET when it cannot be written, damage of a large file that began well, storage errors, CAIRN_CANCELLED.
 */
async function restoreArchive(objects, plan, options) {
    const { kind, progress, signal, random = util_random/* systemRandom */.v } = options;
    const { files, bytes } = plan.expected;
    const tally = new RestoreTally();
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(plan.target), temporaryNames(random)());
    progress?.start('restore', { files, bytes });
    try {
        const isZip = kind === 'zip' || kind === 'zip-nocompress';
        const entries = archiveEntries(objects, plan, tally, isZip ? { ...options, refusePath: refuseZipPath } : options);
        const source = external_node_stream_.Readable.from(isZip ? zipOf(entries, kind === 'zip') : tarOf(entries));
        const output = (0,external_node_fs_.createWriteStream)(temporary, { flags: 'wx', mode: 0o600 });
        await (kind === 'tgz' ? (0,promises_.pipeline)(source, (0,external_node_zlib_.createGzip)(), output, { signal }) : (0,promises_.pipeline)(source, output, { signal }));
        (0,external_node_fs_.renameSync)(temporary, plan.target);
    }
    catch (cause) {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        signal?.throwIfAborted();
        if (cause instanceof errors/* CairnError */.eb || (0,fs_errors/* errnoOf */.UQ)(cause) === undefined)
            throw cause;
        throw new errors/* CairnError */.eb('CAIRN_RESTORE_TARGET', `Cannot write the archive "${plan.target}": ${(0,errors/* messageOf */.bD)(cause)}.`, {
            hint: 'Name a file in a folder that exists and that you may write to.',
            cause,
        });
    }
    finally {
        progress?.finish();
    }
    return tally.report({ owners: 0, specialBits: 0, specialBitPaths: [], permissionErrors: 0 });
}

// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(85416);
// EXTERNAL MODULE: ./lib/snapshot/directory-stream.js
var directory_stream = __webpack_require__(86448);
;// CONCATENATED MODULE: ./lib/snapshot/restore/existing.js
/** What has the name of an entry already, and whether it gives way. */



/** Times of the same file that were cut by some file system differ by less. */
const SAME_TIME_MS = 2000;
/** True leaves what is there alone, false replaces it or finds nothing. Throws CAIRN_RESTORE_EXISTS when it must stay, and errors of the system. */
function isLeftAlone(target, name, entry, options) {
    const found = statOf(target, name);
    if (found === undefined)
        return false;
    const isFile = entry.type !== 's';
    const display = `${target.displayPath}/${name}`;
    if (isFile ? !found.isFile() : !found.isSymbolicLink())
        throw new errors/* CairnError */.eb('CAIRN_RESTORE_EXISTS', `"${display}" exists and is not a ${isFile ? 'regular file' : 'symbolic link'}.`);
    if (options.skipExisting) {
        if (!isFile)
            return true;
        const ageMs = Math.abs(found.mtimeMs - Number(entry.mtimeNs / 1000000n));
        if (found.size === entry.size && ageMs < SAME_TIME_MS)
            return true;
    }
    if (isFile ? options.overwriteFiles : options.overwriteSymlinks)
        return false;
    throw new errors/* CairnError */.eb('CAIRN_RESTORE_EXISTS', `"${display}" exists.`, { hint: 'Allow overwriting, or restore into a new folder.' });
}
/** Whether anything has the name. */
function statOf(target, name) {
    try {
        return (0,external_node_fs_.lstatSync)(target.at(name));
    }
    catch (error) {
        if ((0,fs_errors/* errnoOf */.UQ)(error) === 'ENOENT')
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/snapshot/restore/delete-extra.js
/** Removes what is in the target and not in the snapshot, without ever following a link (docs/threat-model.md, "Restore"). */






/**
 * Removes from `target` what the stored directory does not have, or has as another kind of thing.
 * What cannot be removed is counted as a failure. Throws what reading the directory throws: nothing is removed then.
 */
async function deleteExtra(objects, target, path, entry, tally, signal) {
    const directories = new Set();
    const others = new Set();
    for await (const { entries } of (0,directory_stream/* readDirectory */.g)(objects, entry.objectId, signal)) {
        for (const { name, type } of entries)
            (type === 'd' ? directories : others).add(name);
    }
    for (const name of namesIn(target)) {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        try {
            const found = statOf(target, name);
            if (found === undefined || (found.isDirectory() ? directories : others).has(name))
                continue;
            removeTree(target, name);
            if (found.isDirectory())
                tally.deletedDirectories++;
            else if (found.isSymbolicLink())
                tally.deletedSymlinks++;
            else
                tally.deletedFiles++;
        }
        catch (error) {
            if (endsRestore(error))
                throw error;
            tally.fail(path === '' ? name : `${path}/${name}`, error);
        }
    }
}
/** Removes `name` and, of a directory, all that is below it; what is not there is fine. Throws errors of the system. */
function removeTree(parent, name) {
    const found = statOf(parent, name);
    if (found === undefined)
        return;
    if (!found.isDirectory()) {
        (0,external_node_fs_.unlinkSync)(parent.at(name));
        return;
    }
    const { directory } = openChild(parent, name);
    try {
        makeWritable(directory);
        for (const child of namesIn(directory))
            removeTree(directory, child);
    }
    finally {
        directory.close();
    }
    (0,external_node_fs_.rmdirSync)(parent.at(name));
}
function namesIn(directory) {
    return (0,external_node_fs_.readdirSync)(directory.fd === undefined ? directory.path : `/proc/self/fd/${directory.fd}`);
}

// EXTERNAL MODULE: ./lib/repo/api.js
var api = __webpack_require__(91576);
;// CONCATENATED MODULE: ./lib/snapshot/restore/file-batch.js
/** Small files on their way to a worker, which writes many for one message. */


/** Directories that a batch keeps open, besides those on the path. */
const MAX_DIRECTORIES = 32;
/** Gathers files until there are enough for a message. */
class FileBatch {
    #files = [];
    #bytes = 0;
    #directories = 0;
    #last;
    /** `temporary` is the name to write under first, or undefined for the final one. */
    add(file, temporary) {
        const { entry, name, parent } = file;
        const target = {
            temporary: temporary === undefined ? undefined : parent.target.at(temporary),
            final: parent.target.at(name),
            attributes: attributesOf(entry),
        };
        this.#files.push({ ...file, extraction: { id: entry.objectId, size: entry.size, target } });
        this.#bytes += entry.size;
        if (parent === this.#last)
            return;
        this.#last = parent;
        this.#directories++;
    }
    /** Whether there are enough. */
    get isFull() {
        return this.#files.length >= api/* BATCH_LIMITS */.k.files || this.#bytes >= api/* BATCH_LIMITS */.k.bytes || this.#directories >= MAX_DIRECTORIES;
    }
    /** Takes all that wait. */
    take() {
        const files = this.#files;
        this.#files = [];
        this.#bytes = 0;
        this.#directories = 0;
        this.#last = undefined;
        return files;
    }
}

;// CONCATENATED MODULE: ./lib/snapshot/restore/open-directories.js
/** Directories that are being filled: each is finished when everything in it is (docs/threat-model.md, "Restore"). */



class OpenDirectories {
    #options;
    #open = new Set();
    constructor(options) {
        this.#options = options;
    }
    /** Opens or makes the directory of a step; undefined when it could not be, and the step was skipped. Throws for the root, and what ends a restore. */
    enter(step, parent) {
        const { target, useDescriptors, tally } = this.#options;
        try {
            const opened = parent === undefined ? openTarget(target, useDescriptors) : openChild(parent.target, step.name);
            const directory = {
                target: opened.directory,
                path: step.path,
                entry: step.entry,
                parent,
                isFresh: opened.isCreated,
                pending: 1,
            };
            this.#open.add(directory);
            if (!opened.isCreated)
                this.#admit(directory);
            if (parent !== undefined)
                parent.pending++;
            return directory;
        }
        catch (error) {
            if (parent === undefined || endsRestore(error))
                throw error;
            tally.fail(step.path, error);
            step.skip();
            return undefined;
        }
    }
    /** One thing in `directory` is finished; the last one finishes the directory itself. */
    release(directory) {
        if (--directory.pending > 0)
            return;
        const { tally, isOver, onHopeless, onComplete } = this.#options;
        const { target, path, parent } = directory;
        this.#open.delete(directory);
        try {
            if (!isOver()) {
                this.#finish(directory);
                tally.directories++;
                onComplete(directory);
            }
        }
        catch (error) {
            if (endsRestore(error))
                onHopeless(error);
            else
                tally.fail(path, error);
        }
        finally {
            target.close();
        }
        if (parent !== undefined)
            this.release(parent);
    }
    #finish({ target, entry, path }) {
        const { attributes } = this.#options;
        if (target.fd === undefined)
            attributes.setByPath(target.path, path, entry, target.stat());
        else
            attributes.setOpen(target.fd, path, entry);
    }
    /** Lets go of all directories as they are. Nothing may be written to them any more. */
    close() {
        for (const { target } of this.#open)
            target.close();
        this.#open.clear();
    }
    /** Whether a directory that was there already may be filled. */
    #admit(directory) {
        const { overwriteDirectories, skipPermissions } = this.#options;
        const { target } = directory;
        if (!overwriteDirectories && !isEmptyDirectory(target)) {
            this.#open.delete(directory);
            target.close();
            throw new errors/* CairnError */.eb('CAIRN_RESTORE_EXISTS', `The directory "${target.displayPath}" exists and is not empty.`);
        }
        if (!skipPermissions)
            makeWritable(target);
    }
}

;// CONCATENATED MODULE: ./lib/snapshot/restore/options.js
const DEFAULT_RESTORE_OPTIONS = {
    overwriteFiles: true,
    overwriteDirectories: true,
    overwriteSymlinks: true,
    skipExisting: false,
    deleteExtra: false,
    skipOwners: false,
    skipPermissions: false,
    skipTimes: false,
    ignorePermissionErrors: true,
    writeFilesAtomically: false,
    writeSparseFiles: false,
    flushFiles: false,
    shallowAtDepth: Number.POSITIVE_INFINITY,
    shallowMinSizeBytes: 0,
    isExpanding: false,
    parallel: 8,
};

// EXTERNAL MODULE: ./lib/util/json-read.js
var json_read = __webpack_require__(1873);
// EXTERNAL MODULE: ./lib/snapshot/dir-entry.js + 1 modules
var dir_entry = __webpack_require__(88669);
;// CONCATENATED MODULE: ./lib/snapshot/restore/placeholder.js
/**
 * Placeholders of a shallow restore (docs/repository-format.md, "Placeholders").
 *
 *   NAME.kopia-entry                 of a file: the JSON of its entry
 *   NAME.kopia-entry/.kopia-entry    of a directory: the same
 */











const SUFFIX = '.kopia-entry';
const placeholder_LONGEST_NAME_BYTES = 255;
/** Entries are short; a summary names at most a few errors. */
const LONGEST_BYTES = 1024 * 1024;
const WRITE_BITS = 0o222;
/** Whether a path names a placeholder. */
function isPlaceholderPath(path) {
    return path.endsWith(SUFFIX) && (0,external_node_path_.basename)(path) !== SUFFIX;
}
/** The path that a placeholder stands for. */
function withoutSuffix(path) {
    return path.slice(0, -SUFFIX.length);
}
/** The name of the placeholder of `name`, or undefined when it would be too long. */
function placeholderName(name) {
    return Buffer.byteLength(name) + SUFFIX.length <= placeholder_LONGEST_NAME_BYTES ? name + SUFFIX : undefined;
}
/** Writes the placeholder `name` of an entry. Throws CAIRN_RESTORE_EXISTS when the entry itself is there, and errors of the system. */
function writePlaceholder(context, parent, path, name, entry) {
    if (statOf(parent, entry.name) !== undefined)
        throw new errors/* CairnError */.eb('CAIRN_RESTORE_EXISTS', `"${parent.displayPath}/${entry.name}" exists; no placeholder is put beside it.`, {
            hint: 'Restore into a new folder, or remove it first.',
        });
    if (entry.type === 'd') {
        const { directory } = openChild(parent, name);
        try {
            writeOne(context, directory, path, SUFFIX, entry);
        }
        finally {
            directory.close();
        }
    }
    else
        writeOne(context, parent, path, name, entry);
}
function writeOne(context, parent, path, name, entry) {
    const bytes = (0,util_bytes/* utf8 */.As)(`${(0,dir_entry/* encodeDirEntry */.s)(entry)}\n`);
    const attributes = attributesOf({ ...entry, mode: entry.mode & ~WRITE_BITS });
    const file = new new_file/* NewFile */.PA({ temporary: parent.at(context.temporaryName()), final: parent.at(name), attributes }, context.rules, bytes.length);
    try {
        (0,new_file/* writeAt */.HN)(file.descriptor, bytes, 0, false);
        context.attributes.count(file.finish(context.attributes.writer), path);
    }
    finally {
        file.discard();
    }
}
/** The entry that the placeholder at `path` describes. Throws CAIRN_RESTORE_PLACEHOLDER. */
function readPlaceholder(path) {
    let text;
    try {
        const file = (0,external_node_fs_.lstatSync)(path).isDirectory() ? (0,external_node_path_.join)(path, SUFFIX) : path;
        const { size } = (0,external_node_fs_.lstatSync)(file);
        if (size > LONGEST_BYTES)
            throw damaged(path, `it has ${size} bytes`);
        text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (cause) {
        if (cause instanceof errors/* CairnError */.eb)
            throw cause;
        throw damaged(path, (0,fs_errors/* errnoOf */.UQ)(cause) === 'ENOENT' ? 'it does not exist' : String((0,fs_errors/* errnoOf */.UQ)(cause) ?? cause), cause);
    }
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch (cause) {
        throw damaged(path, 'it is not JSON', cause);
    }
    const entry = (0,json_read/* isJsonObject */.OW)(parsed) ? (0,dir_entry/* decodeDirEntry */.g)(parsed) : 'it is not an object';
    if (typeof entry === 'string')
        throw damaged(path, entry);
    if (entry.objectId === '' || (entry.type !== 'd' && entry.type !== 'f'))
        throw damaged(path, 'it describes no file and no directory');
    return entry;
}
function damaged(path, why, cause) {
    return new errors/* CairnError */.eb('CAIRN_RESTORE_PLACEHOLDER', `The placeholder "${path}" cannot be read: ${why}.`, {
        hint: 'Restore what it stood for by the ID of the snapshot and the path in it.',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/snapshot/restore/execute.js
/**
 * Carries out a restore plan (docs/threat-model.md, "Restore").
 *
 *  1. Directories are made in walking order with mode 0700, each reached through the descriptor of its parent.
 *  2. Files are written by workers, small ones in batches; links, and everything where directories have no descriptors, by this thread.
 *  3. A directory gets its owner, mode and time when everything in it is done.
 *
 * An entry that fails is named in the report and the rest goes on.
 */
















const STEPS_PER_TURN = 64;
/** Batches of small files that are under way at a time. */
const BATCHES = 8;
/** Up to this size files go into batches. */
const SMALL_BYTES = 512 * 1024;
/**
 * Restores `plan`. Failures of single entries are in the report; the caller decides what they mean.
 * Throws CAIRN_RESTORE_TARGET when the target cannot be used, CAIRN_RESTORE_WRITE_FAILED when it is full or broken, storage errors, CAIRN_CANCELLED.
 */
async function executeRestore(objects, plan, options = {}) {
    const run = new RestoreRun(objects, plan, options);
    return await run.execute();
}
class RestoreRun {
    #objects;
    #plan;
    #options;
    #progress;
    #signal;
    #platform;
    #useDescriptors;
    #attributes;
    #tally = new RestoreTally();
    #context;
    #directories;
    #batch = new FileBatch();
    #batches = new util_async/* Semaphore */.j(BATCHES);
    #singles;
    #failure;
    constructor(objects, plan, options) {
        const { progress, signal, random = util_random/* systemRandom */.v, platform = process.platform, useDescriptors, ...choices } = options;
        this.#objects = objects;
        this.#plan = plan;
        this.#options = { ...DEFAULT_RESTORE_OPTIONS, ...choices };
        this.#progress = progress;
        this.#signal = signal;
        this.#platform = platform;
        this.#useDescriptors = useDescriptors;
        const { writeSparseFiles: isSparse, flushFiles: isFlushed, parallel, ...rest } = this.#options;
        const { skipOwners, skipPermissions, skipTimes, ignorePermissionErrors, overwriteDirectories } = rest;
        const rules = { skipOwners, skipPermissions, skipTimes, ignorePermissionErrors, isSparse, isFlushed };
        this.#attributes = new AttributeSetter(rules);
        const temporaryName = temporaryNames(random);
        this.#context = { objects, attributes: this.#attributes, temporaryName, signal, rules, usesWorkers: parallel > 1 };
        this.#singles = new util_async/* Semaphore */.j(Math.max(1, parallel));
        this.#directories = new OpenDirectories({
            target: plan.target,
            useDescriptors,
            overwriteDirectories,
            skipPermissions,
            attributes: this.#attributes,
            tally: this.#tally,
            isOver: () => this.#failure !== undefined,
            onHopeless: (error) => this.#end(error),
            onComplete: ({ parent, path, entry }) => this.#dropPlaceholder(parent, path === '' ? (0,external_node_path_.basename)(plan.target) : entry.name),
        });
    }
    async execute() {
        const { files, bytes } = this.#plan.expected;
        this.#progress?.start('restore', { files, bytes });
        try {
            await this.#walk();
            await this.#sendBatch();
        }
        catch (error) {
            this.#end(error);
        }
        finally {
            // All are free only when no file is being written any more.
            await this.#batches.acquire(BATCHES);
            await this.#singles.acquire(Math.max(1, this.#options.parallel));
            this.#directories.close();
            this.#progress?.finish();
        }
        if (this.#failure !== undefined)
            throw this.#asRestoreError(this.#failure.error);
        return this.#tally.report(this.#attributes.losses);
    }
    async #walk() {
        let current;
        let turn = 0;
        const steps = restoreSteps(this.#objects, this.#plan, this.#platform, this.#signal);
        for await (const step of steps) {
            if (this.#failure !== undefined)
                return;
            // Without a turn of the event loop no signal would be heard while everything comes out of memory.
            if (++turn % STEPS_PER_TURN === 0)
                await new Promise((resolve) => setImmediate(resolve));
            (0,errors/* throwIfCancelled */.dZ)(this.#signal);
            if (step.kind === 'enter')
                current = (await this.#enter(step, current)) ?? current;
            else if (step.kind === 'leave') {
                const left = current;
                current = left?.parent;
                if (left !== undefined)
                    this.#directories.release(left);
            }
            else if (step.kind === 'refused')
                this.#tally.refuse(step.path, step.code, `"${step.path}" was not restored: ${step.reason}.`);
            else if (step.kind === 'unreadable')
                this.#tally.fail(step.path, step.error);
            else if (this.#isPlaceholderDue(step, current))
                this.#putPlaceholder(step, current);
            else if (this.#canBatch(step, current)) {
                this.#enqueue(step, current);
                if (this.#batch.isFull)
                    await this.#sendBatch();
            }
            else {
                await this.#singles.acquire();
                this.#start(step, current);
            }
        }
    }
    async #enter(step, parent) {
        if (this.#isPlaceholderDue(step, parent)) {
            step.skip();
            this.#putPlaceholder(step, parent);
            return undefined;
        }
        const directory = this.#directories.enter(step, parent);
        if (directory !== undefined && this.#options.deleteExtra && !directory.isFresh) {
            try {
                await deleteExtra(this.#objects, directory.target, step.path, step.entry, this.#tally, this.#signal);
            }
            catch (error) {
                // The walk meets the same damage, and says so.
                if (!isEntryError(error))
                    throw error;
            }
        }
        return directory;
    }
    #isPlaceholderDue(step, parent) {
        const { shallowAtDepth, shallowMinSizeBytes } = this.#options;
        if (parent === undefined || step.kind === 'symlink' || placeholderName(step.entry.name) === undefined)
            return false;
        if (step.path.split('/').length <= shallowAtDepth)
            return false;
        return step.kind === 'enter' || step.entry.size >= shallowMinSizeBytes;
    }
    #putPlaceholder({ kind, path, entry }, parent) {
        try {
            writePlaceholder(this.#context, parent.target, path, placeholderName(entry.name) ?? entry.name, entry);
            if (kind === 'enter')
                this.#tally.directories++;
            else
                this.#tally.files++;
            if (kind !== 'enter')
                this.#tally.bytes += entry.size;
        }
        catch (error) {
            this.#fail(path, error);
        }
    }
    /** A placeholder goes when what it stands for is there: of an earlier shallow restore, or the one that is being expanded. */
    #dropPlaceholder(parent, name) {
        const placeholder = placeholderName(name);
        if (placeholder === undefined || parent?.isFresh || (parent === undefined && !this.#options.isExpanding))
            return;
        const target = parent?.target ?? openTargetParent(this.#plan.target, this.#useDescriptors);
        try {
            removeTree(target, placeholder);
        }
        finally {
            if (parent === undefined)
                target.close();
        }
    }
    /** Small files go to workers many at a time, where their directory is held by a descriptor. */
    #canBatch(step, parent) {
        return (step.kind === 'file' &&
            step.entry.size <= SMALL_BYTES &&
            this.#context.usesWorkers &&
            this.#objects.extractFiles !== undefined &&
            parent?.target.fd !== undefined &&
            !isCheckpointed(step.entry));
    }
    #enqueue(step, parent) {
        const { path, name, entry } = step;
        try {
            if (this.#isSkipped(parent, name, step))
                return;
            const isDirect = parent.isFresh && !this.#options.writeFilesAtomically;
            this.#batch.add({ path, name, entry, parent }, isDirect ? undefined : this.#context.temporaryName());
            parent.pending++;
        }
        catch (error) {
            this.#fail(path, error);
        }
    }
    /** Sends what waits; the batch holds its place until all its files are done. */
    async #sendBatch() {
        const files = this.#batch.take();
        if (files.length === 0)
            return;
        await this.#batches.acquire();
        const work = async () => {
            const alone = [];
            try {
                (0,errors/* throwIfCancelled */.dZ)(this.#signal);
                const extractions = files.map(({ extraction }) => extraction);
                const outcomes = this.#failure === undefined ? await this.#objects.extractFiles?.(extractions, this.#context.rules) : undefined;
                for (const [index, file] of files.entries())
                    if (!this.#settle(file, outcomes?.[index]))
                        alone.push(file);
                for (const { path, name, entry, parent } of alone) {
                    if (this.#failure === undefined)
                        await this.#write({ kind: 'file', path, name, entry }, parent);
                }
            }
            catch (error) {
                this.#end(error);
            }
            finally {
                for (const { parent } of files)
                    this.#directories.release(parent);
                this.#batches.release();
                this.#report();
            }
        };
        void work();
    }
    /** Counts what became of a file; false when it has to be written alone. */
    #settle({ path, name, entry, parent }, outcome) {
        if (outcome === undefined)
            return false;
        try {
            if (outcome instanceof Error)
                throw outcome;
            this.#attributes.count(outcome, path);
            this.#tally.files++;
            this.#tally.bytes += entry.size;
            this.#dropPlaceholder(parent, name);
        }
        catch (error) {
            this.#fail(path, error);
        }
        return true;
    }
    /** Starts writing one file or link; it holds its place until it is done. */
    #start(step, parent) {
        if (parent !== undefined)
            parent.pending++;
        const work = async () => {
            try {
                await this.#write(step, parent);
            }
            finally {
                if (parent !== undefined)
                    this.#directories.release(parent);
                this.#singles.release();
                this.#report();
            }
        };
        void work();
    }
    async #write(step, parent) {
        const { kind, entry, path } = step;
        const target = parent?.target ?? openTargetParent(this.#plan.target, this.#useDescriptors);
        try {
            const name = parent === undefined ? (0,external_node_path_.basename)(this.#plan.target) : step.name;
            if (this.#isSkipped(parent, name, step))
                return;
            const shown = path === '' ? name : path;
            if (kind === 'file') {
                const length = await writeFileEntry(this.#context, target, name, shown, entry);
                this.#tally.bytes += length;
                this.#tally.files++;
                this.#dropPlaceholder(parent, name);
            }
            else {
                await writeLinkEntry(this.#context, target, name, shown, entry);
                this.#tally.symlinks++;
            }
        }
        catch (error) {
            this.#fail(path, error);
        }
        finally {
            if (parent === undefined)
                target.close();
        }
    }
    /** Whether what is there already is left alone. Only where names may fold together can something be in a directory that was made by us. */
    #isSkipped(parent, name, { entry }) {
        if (parent?.isFresh && this.#platform === 'linux')
            return false;
        const target = parent?.target ?? openTargetParent(this.#plan.target, this.#useDescriptors);
        try {
            if (!isLeftAlone(target, name, entry, this.#options))
                return false;
            this.#tally.skipped++;
            if (entry.type !== 's')
                this.#tally.skippedBytes += entry.size;
            return true;
        }
        finally {
            if (parent === undefined)
                target.close();
        }
    }
    #fail(path, error) {
        if (endsRestore(error))
            this.#end(error);
        else
            this.#tally.fail(path, error);
    }
    #end(error) {
        this.#failure ??= { error };
    }
    #report() {
        const { files, bytes, failureCount } = this.#tally;
        this.#progress?.update({ files, bytes, hashedFiles: 0, hashedBytes: 0, uploadedBytes: 0, errors: failureCount });
    }
    #asRestoreError(error) {
        if ((0,fs_errors/* errnoOf */.UQ)(error) === undefined || (0,errors/* isCairnError */.qN)(error))
            return error;
        return new errors/* CairnError */.eb('CAIRN_RESTORE_WRITE_FAILED', `Restoring into "${this.#plan.target}" stopped: ${(0,errors/* messageOf */.bD)(error)}.`, {
            hint: 'Free space or mend the disk, then restore again.',
            cause: error,
        });
    }
}

// EXTERNAL MODULE: ./lib/util/format.js
var format = __webpack_require__(4849);
;// CONCATENATED MODULE: ./lib/commands/restore.js
/** Restores a snapshot, or anything below it, into a folder. */








/** What the name of a target asks for. */
function modeOf(target) {
    if (target.endsWith('.zip'))
        return 'zip';
    if (target.endsWith('.tar'))
        return 'tar';
    return target.endsWith('.tar.gz') || target.endsWith('.tgz') ? 'tgz' : 'local';
}
/** Restores `request.from` to `request.target`; what could not be restored is in the report, and the rest is there. */
async function restore(context, repository, request) {
    const { placeholder } = request;
    const entry = placeholder === undefined
        ? (await (0,resolve/* resolveEntry */.T)(repository, request.from, context.signal)).entry
        : readPlaceholder((0,external_node_path_.resolve)(context.cwd, placeholder));
    const plan = planRestore(entry, (0,external_node_path_.resolve)(context.cwd, request.target));
    const mode = request.mode === undefined || request.mode === 'auto' ? modeOf(plan.target) : request.mode;
    if (mode !== 'local') {
        const { progress, random, signal } = context;
        return await restoreArchive(repository.objects, plan, { kind: mode, progress, random, signal });
    }
    return await executeRestore(repository.objects, plan, {
        ...request.options,
        isExpanding: placeholder !== undefined,
        platform: context.platform,
        random: context.random,
        progress: context.progress,
        signal: context.signal,
    });
}
/** The error of a restore from which something is missing: CAIRN_RESTORE_DAMAGED when the repository is at fault, else CAIRN_RESTORE_INCOMPLETE. */
function incompleteRestore(report) {
    if (report.failureCount === 0)
        return undefined;
    const isDamage = report.failures.some((failure) => errors/* ERROR_CODES */.OQ[failure.code] === 'damage');
    return new errors/* CairnError */.eb(isDamage ? 'CAIRN_RESTORE_DAMAGED' : 'CAIRN_RESTORE_INCOMPLETE', `${(0,format/* formatQuantity */.VZ)(report.failureCount, 'entry', 'entries')} could not be restored.`, {
        hint: isDamage
            ? 'Everything else was restored. The lines above name what is damaged or missing in the repository; another snapshot may still have it.'
            : 'Everything else was restored. The lines above name what is missing and why.',
    });
}

// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
;// CONCATENATED MODULE: ./lib/cli/verbs/restore.js
/** `cairn restore` and `cairn snapshot restore`. */







/** Values of --mode; without one of them the name of the target decides. */
const MODES = ['local', 'tar', 'tgz', 'zip', 'zip-nocompress'];
async function restore_restore(context, input) {
    const requests = requestsOf(input.arguments('sources'));
    const isExpanding = requests.some(({ placeholder }) => placeholder !== undefined);
    const mode = MODES.find((each) => each === input.text('mode'));
    const options = {
        overwriteDirectories: input.choice('overwrite-directories') !== false,
        overwriteFiles: input.choice('overwrite-files') !== false,
        overwriteSymlinks: input.choice('overwrite-symlinks') !== false,
        skipExisting: input.isOn('skip-existing'),
        deleteExtra: input.isOn('delete-extra'),
        skipOwners: input.isOn('skip-owners'),
        skipPermissions: input.isOn('skip-permissions'),
        skipTimes: input.isOn('skip-times'),
        ignorePermissionErrors: input.choice('ignore-permission-errors') !== false,
        writeFilesAtomically: input.isOn('write-files-atomically'),
        writeSparseFiles: input.isOn('write-sparse-files'),
        flushFiles: input.isOn('flush-files'),
        shallowAtDepth: (0,flag_values/* integerFlag */.tB)(input, 'shallow') ?? (isExpanding ? 0 : Number.POSITIVE_INFINITY),
        shallowMinSizeBytes: (0,flag_values/* integerFlag */.tB)(input, 'shallow-minsize') ?? 0,
        parallel: (0,flag_values/* countFlag */.GN)(input, 'parallel') ?? 8,
    };
    for (const request of requests) {
        if ((mode ?? modeOf(request.target)) !== 'local')
            refuseFolderFlags(input, request);
    }
    await (0,commands_open/* withRepository */.Bq)(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
        for (const request of requests) {
            const target = (0,external_node_path_.resolve)(context.cwd, request.target);
            const isArchive = (mode ?? modeOf(target)) !== 'local';
            context.log.info(isArchive
                ? `Restoring to an archive (${target})...`
                : `Restoring to local filesystem (${target}) with parallelism=${options.parallel}...`);
            const report = await restore(context, repository, { ...request, mode, options });
            for (const line of failureLines(report))
                context.log.error(line);
            for (const line of resultLines(report))
                context.log.info(line);
            for (const line of lossLines(report))
                context.log.warning(line);
            const error = incompleteRestore(report);
            if (error !== undefined && !input.isOn('ignore-errors'))
                throw error;
        }
    });
    return 0;
}
/** Switches that say something about files and folders that are written, when they are on, and when they are off. */
const FOLDER_SWITCHES = [
    'skip-existing',
    'delete-extra',
    'skip-owners',
    'skip-permissions',
    'skip-times',
    'write-files-atomically',
    'write-sparse-files',
    'flush-files',
];
const FOLDER_REFUSALS = ['overwrite-directories', 'overwrite-files', 'overwrite-symlinks', 'ignore-permission-errors'];
const FOLDER_VALUES = ['shallow', 'shallow-minsize'];
/** Throws CAIRN_USAGE for what an archive cannot follow. */
function refuseFolderFlags(input, { target, placeholder }) {
    const flags = [
        ...FOLDER_SWITCHES.filter((name) => input.isOn(name)),
        ...FOLDER_REFUSALS.filter((name) => input.choice(name) === false).map((name) => `no-${name}`),
        ...FOLDER_VALUES.filter((name) => input.text(name) !== undefined),
    ].map((name) => `--${name}`);
    const what = placeholder === undefined ? flags.join(', ') : 'A placeholder';
    if (what === '')
        return;
    throw new errors/* CairnError */.eb('CAIRN_USAGE', `${what} cannot be used with an archive: "${target}".`, {
        hint: 'Restore into a folder with --mode local, or leave it out: an archive is new, and has all entries with their attributes.',
    });
}
/** An ID and a target, or placeholders only. */
function requestsOf(sources) {
    if (sources.length > 0 && sources.every(isPlaceholderPath)) {
        return sources.map((placeholder) => ({ from: '', target: withoutSuffix(placeholder), placeholder }));
    }
    const [from, target] = sources;
    if (sources.length === 2 && from !== undefined && target !== undefined && !sources.some(isPlaceholderPath))
        return [{ from, target }];
    throw new errors/* CairnError */.eb('CAIRN_USAGE', 'A restore takes an ID and a target, or placeholders.', {
        hint: 'Write "cairn restore ID TARGET" or "cairn restore NAME.kopia-entry".',
    });
}
/** Failures that are shown one by one. */
const SHOWN_FAILURES = 100;
function failureLines(report) {
    const lines = report.failures.slice(0, SHOWN_FAILURES).map(({ path, code, message }) => `${path || '.'}: ${code} ${message}`);
    const rest = report.failureCount - lines.length;
    return rest > 0 ? [...lines, `and ${(0,format/* formatQuantity */.VZ)(rest, 'more entry', 'more entries')}`] : lines;
}
function resultLines(report) {
    const { files, directories, symlinks, deletedFiles, deletedDirectories, deletedSymlinks } = report;
    let more = report.skipped > 0 ? `, skipped ${report.skipped} (${(0,format/* formatBytes */.z3)(report.skippedBytes)})` : '';
    if (deletedDirectories > 0)
        more += `, deleted directories ${deletedDirectories}`;
    if (deletedFiles > 0)
        more += `, deleted files ${deletedFiles}`;
    if (deletedSymlinks > 0)
        more += `, deleted symbolic links ${deletedSymlinks}`;
    if (report.failureCount > 0)
        more += `, ${(0,format/* formatQuantity */.VZ)(report.failureCount, 'error')}`;
    return [`Restored ${files} files, ${directories} directories and ${symlinks} symbolic links (${(0,format/* formatBytes */.z3)(report.bytes)})${more}.`];
}
/** What a restore could not give back, each said once. */
function lossLines({ losses }) {
    const lines = [];
    if (losses.owners > 0) {
        lines.push(`The owners of ${(0,format/* formatQuantity */.VZ)(losses.owners, 'entry', 'entries')} were not restored: this user may not give files to others. Run as root to restore owners, or use --skip-owners.`);
    }
    if (losses.specialBits > 0) {
        const named = losses.specialBitPaths.map((path) => path || '.').join(', ');
        const more = losses.specialBits > losses.specialBitPaths.length ? ', …' : '';
        lines.push(`Setuid, setgid and sticky bits were left off ${(0,format/* formatQuantity */.VZ)(losses.specialBits, 'entry', 'entries')}, because their owner is another: ${named}${more}`);
    }
    if (losses.permissionErrors > 0) {
        lines.push(`Modes or times of ${(0,format/* formatQuantity */.VZ)(losses.permissionErrors, 'entry', 'entries')} could not be set.`);
    }
    return lines;
}
/** `cairn mount`: always ends with CAIRN_NOT_SUPPORTED. */
async function mount(input) {
    const from = input.argument('path') ?? 'ID';
    throw new errors/* CairnError */.eb('CAIRN_NOT_SUPPORTED', 'Mounting a repository is out of the scope of Cairn.', {
        hint: `Restore what is needed with "cairn restore ${from} TARGET", or run "kopia mount": stock Kopia opens the same repository and connection file.`,
    });
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
