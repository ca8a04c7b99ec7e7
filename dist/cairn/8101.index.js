export const id = 8101;
export const ids = [8101];
export const modules = {

/***/ 34946:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ parseSourcePattern)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _snapshot_target_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86137);
/** What stands for one source or for all of a user: as Kopia reads it where it looks for snapshots. */


/** `user@host:/path`, a local path, or `user@host` and `@host` with an empty path. Errors: CAIRN_USAGE, CAIRN_TARGET_INVALID. */
function parseSourcePattern(text, context, identity) {
    if (text === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', 'A source is empty.');
    const target = (0,_snapshot_target_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTarget */ .h)(text, { ...identity, workingDirectory: context.cwd });
    switch (target.kind) {
        case 'global':
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', 'A source is user@host:/path, a local path, or user@host.');
        case 'host':
            return { userName: '', host: target.host, path: '' };
        case 'user':
            return { userName: target.userName, host: target.host, path: '' };
        case 'path':
            return { userName: target.userName, host: target.host, path: target.path };
    }
}


/***/ }),

/***/ 38101:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restore: () => (/* binding */ restore_restore)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/policy/target.js
var target = __webpack_require__(95181);
// EXTERNAL MODULE: ./lib/snapshot/manifest.js
var manifest = __webpack_require__(7135);
// EXTERNAL MODULE: ./lib/snapshot/readable.js
var readable = __webpack_require__(85450);
// EXTERNAL MODULE: ./lib/snapshot/resolve.js
var resolve = __webpack_require__(97068);
// EXTERNAL MODULE: ./lib/snapshot/tree.js
var tree = __webpack_require__(51290);
;// CONCATENATED MODULE: ./lib/snapshot/path-version.js
/** A file or folder by its path on the machine it was taken from: the snapshot to take it from, and the entry there. */






/**
 * The version of `source` that `choice` means, out of all complete snapshots of its path and of the paths above that have it.
 * Undefined when there is none.
 */
async function findPathVersion(repository, source, choice, { onPassedOver, signal }) {
    const path = source.path.replace(/(?<=[^/\\:])[/\\]+$/, '');
    const snapshots = [];
    for (let above = path; above !== undefined; above = (0,target/* parentPath */.yl)(above)) {
        const found = await (0,readable/* readSnapshots */.y)(repository, { ...source, path: above }, signal);
        snapshots.push(...found.snapshots);
        for (const error of found.damaged)
            onPassedOver(error);
    }
    const complete = snapshots.filter(({ incomplete }) => incomplete === undefined).sort(manifest/* compareByTime */.YP);
    for (const snapshot of choice.kind === 'oldest' ? complete : complete.reverse()) {
        if (snapshot.rootEntry === undefined || (choice.kind === 'before' && snapshot.startTimeNs >= choice.ns))
            continue;
        const relative = (0,target/* relativeAt */.Qz)(snapshot.source.path, path) ?? '';
        try {
            const entry = await (0,resolve/* entryBelow */.Kg)(repository, snapshot.rootEntry, snapshot.id, relative.split('/').filter((part) => part !== ''), signal);
            return { snapshot, entry, path: relative };
        }
        catch (error) {
            if ((0,errors/* isCairnError */.qN)(error, 'CAIRN_ENTRY_NOT_FOUND'))
                continue;
            if (!(0,tree/* isObjectError */.EX)(error))
                throw error;
            onPassedOver(error, snapshot);
        }
    }
    return undefined;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/fs/errors.js
var fs_errors = __webpack_require__(92680);
// EXTERNAL MODULE: ./lib/util/random.js
var util_random = __webpack_require__(75073);
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
/** The error that a restore into `target` ends with: errors of the system are named CAIRN_RESTORE_WRITE_FAILED. */
function asRestoreError(target, error) {
    if ((0,fs_errors/* errnoOf */.UQ)(error) === undefined || (0,errors/* isCairnError */.qN)(error))
        return error;
    return new errors/* CairnError */.eb('CAIRN_RESTORE_WRITE_FAILED', `Restoring into "${target}" stopped: ${(0,errors/* messageOf */.bD)(error)}.`, {
        hint: 'Free space or mend the disk, then restore again.',
        cause: error,
    });
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




/** Files up to this size are read whole; what was written of a larger one is taken back when it is damaged. */
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
            if (step.path === '')
                tally.directories++;
            else
                yield { type: 'directory', path: step.path, entry: step.entry, size: 0, content: NOTHING, link: NOTHING };
        }
        else if (step.kind !== 'leave') {
            const path = step.path === '' ? step.name : step.path;
            const read = await readEntry(objects, path, step, options.signal).catch((error) => {
                if (!isEntryError(error))
                    throw error;
                tally.fail(step.path, error);
            });
            if (read !== undefined)
                yield read;
        }
    }
}
async function readEntry(objects, path, { kind, entry }, signal) {
    const reader = await objects.open(entry.objectId);
    if (kind === 'symlink')
        return { type: kind, path, entry, size: 0, content: NOTHING, link: await reader.readAll(LONGEST_LINK_BYTES) };
    const size = reader.length;
    if (size !== entry.size && !isCheckpointed(entry))
        throw new errors/* CairnError */.eb('CAIRN_RESTORE_SIZE_DIFFERS', `"${path}" should have ${entry.size} bytes, but its object has ${size}.`);
    const content = size <= WHOLE_BYTES ? await reader.readAll(WHOLE_BYTES) : reader.chunks(signal);
    return { type: kind, path, entry, size, content, link: NOTHING };
}

;// CONCATENATED MODULE: ./lib/snapshot/restore/archive-file.js
/** The file that an archive grows in: what was appended can be taken back, when the entry it belongs to turns out damaged. */

const BUFFER_BYTES = 256 * 1024;
/** A new file, written through a buffer. Its methods throw errors of the system. */
class ArchiveFile {
    #fd;
    #buffer = Buffer.allocUnsafe(BUFFER_BYTES);
    #used = 0;
    /** Bytes before those in the buffer. */
    #written = 0;
    constructor(path) {
        this.#fd = (0,external_node_fs_.openSync)(path, 'wx', 0o600);
    }
    /** Bytes appended so far. */
    get offset() {
        return this.#written + this.#used;
    }
    append(bytes) {
        if (bytes.length > BUFFER_BYTES - this.#used)
            this.#flush();
        if (bytes.length > BUFFER_BYTES) {
            this.#write(bytes, this.#written);
            this.#written += bytes.length;
        }
        else {
            this.#buffer.set(bytes, this.#used);
            this.#used += bytes.length;
        }
    }
    /** Writes over what was appended at `offset`. */
    patch(offset, bytes) {
        this.#flush();
        this.#write(bytes, offset);
    }
    mark() {
        return this.offset;
    }
    rollback(mark) {
        this.#used = Math.max(0, mark - this.#written);
        if (mark >= this.#written)
            return;
        (0,external_node_fs_.ftruncateSync)(this.#fd, mark);
        this.#written = mark;
    }
    finish() {
        this.#flush();
    }
    close() {
        (0,external_node_fs_.closeSync)(this.#fd);
    }
    #flush() {
        this.#write(this.#buffer.subarray(0, this.#used), this.#written);
        this.#written += this.#used;
        this.#used = 0;
    }
    #write(bytes, offset) {
        for (let at = 0; at < bytes.length;)
            at += (0,external_node_fs_.writeSync)(this.#fd, bytes, at, bytes.length - at, offset + at);
    }
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/snapshot/restore/gzip-output.js
/** Compresses an archive while it grows. Every mark begins a new member (RFC 1952, 2.2), so that the file can be cut off there. */



/** Smaller pieces are compressed together. */
const PIECE_BYTES = 64 * 1024;
class GzipOutput {
    #file;
    #member;
    #pieces = [];
    #pieceBytes = 0;
    constructor(file) {
        this.#file = file;
    }
    async append(bytes) {
        this.#pieces.push(new Uint8Array(bytes));
        this.#pieceBytes += bytes.length;
        if (this.#pieceBytes >= PIECE_BYTES)
            await this.#compress();
    }
    async mark() {
        await this.#endMember();
        return await this.#file.mark();
    }
    rollback(mark) {
        this.discard();
        this.#pieces = [];
        this.#pieceBytes = 0;
        this.#file.rollback(mark);
    }
    async finish() {
        await this.#endMember();
        await this.#file.finish();
    }
    /** Leaves the member that was begun as it is. */
    discard() {
        this.#member?.drop();
        this.#member = undefined;
    }
    async #compress() {
        const bytes = (0,util_bytes/* concatBytes */.Id)(this.#pieces);
        this.#pieces = [];
        this.#pieceBytes = 0;
        this.#member ??= this.#beginMember();
        const { gzip, done } = this.#member;
        if (!gzip.write(bytes))
            await Promise.race([(0,external_node_events_.once)(gzip, 'drain'), done]);
    }
    async #endMember() {
        if (this.#pieceBytes > 0)
            await this.#compress();
        const member = this.#member;
        this.#member = undefined;
        member?.gzip.end();
        await member?.done;
    }
    #beginMember() {
        const gzip = (0,external_node_zlib_.createGzip)();
        const file = this.#file;
        let isDropped = false;
        const move = async () => {
            for await (const chunk of gzip) {
                // What was read already when the member was given up belongs behind no mark.
                if (isDropped)
                    return;
                await file.append(chunk);
            }
        };
        const drop = () => {
            isDropped = true;
            gzip.destroy();
        };
        const done = move();
        // Whoever waits hears of it; a member that is given up has nobody waiting.
        done.catch(() => { });
        return { gzip, done, drop };
    }
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
/** Writes a tar archive. */
class TarFormat {
    #output;
    constructor(output) {
        this.#output = output;
    }
    /** Passes on what reading the entry throws; nothing of it is in the archive then. */
    async add({ type, path, entry, size, content, link }) {
        const output = this.#output;
        const header = tarHeader({ ...entry, type, size, link, name: type === 'directory' ? `${path}/` : path });
        if (content instanceof Uint8Array) {
            await output.append(header);
            if (content.length > 0)
                await output.append(content);
        }
        else {
            const mark = await output.mark();
            try {
                await output.append(header);
                for await (const chunk of content)
                    await output.append(chunk);
            }
            catch (error) {
                output.rollback(mark);
                throw error;
            }
        }
        await output.append(tarPadding(size));
    }
    async end() {
        await this.#output.append(tarEnd());
    }
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

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./lib/util/crc32.js
var crc32 = __webpack_require__(79559);
;// CONCATENATED MODULE: ./lib/snapshot/restore/zip-records.js
/**
 * Records of zip archives (PKWARE's APPNOTE), for files of any size and any number of them. Integers are little-endian.
 *
 *   local file header    "PK\3\4" | needed(2) flags(2) method(2) time(2) date(2) crc(4) stored(4) size(4) nameLength(2) extraLength(2) | name | extra
 *   central directory    "PK\1\2" | madeBy(2) needed(2) flags(2) method(2) time(2) date(2) crc(4) stored(4) size(4)
 *                        nameLength(2) extraLength(2) commentLength(2) disk(2) internal(2) external(4) offset(4) | name | extra
 *   end, 64 bits         "PK\6\6" | rest(8) madeBy(2) needed(2) disk(4) disk(4) entries(8) entries(8) size(8) offset(8)
 *   its locator          "PK\6\7" | disk(4) offset(8) disks(4)
 *   end                  "PK\5\6" | disk(2) disk(2) entries(2) entries(2) size(4) offset(4) commentLength(2)
 *   extra fields         time: 0x5455 5(2) 1(1) mtime(4) | 64 bits: 1(2) length(2) size(8) stored(8) [offset(8)]
 */

const UTF8_NAMES = 0x800;
const UNIX = 3;
const MAX_16 = 0xffff;
const MAX_32 = 0xffffffff;
/** A file that may not fit into 32 bits, compressed or not, says so before its compressed length is known. */
const LARGE_BYTES = 0xf0000000;
/** The header before the bytes of an entry; it has the same length whatever `body` says. */
function zipLocalHeader(entry, { crc, stored }) {
    const isLarge = entry.size >= LARGE_BYTES;
    const name = (0,util_bytes/* utf8 */.As)(entry.name);
    const extra = (0,util_bytes/* concatBytes */.Id)([timeField(entry), ...(isLarge ? [field64([entry.size, stored])] : [])]);
    const header = new Record(30, 'PK\u0003\u0004');
    header.u16(isLarge ? 45 : 20);
    putCommon(header, entry, { crc, stored: isLarge ? MAX_32 : stored, size: isLarge ? MAX_32 : entry.size }, name, extra);
    return (0,util_bytes/* concatBytes */.Id)([header.bytes, name, extra]);
}
/** The row of the central directory for an entry whose local header is at `offset`. */
function zipDirectoryRow(entry, { crc, stored }, offset) {
    const isLarge = entry.size >= LARGE_BYTES || offset >= MAX_32;
    const name = (0,util_bytes/* utf8 */.As)(entry.name);
    const extra = (0,util_bytes/* concatBytes */.Id)([timeField(entry), ...(isLarge ? [field64([entry.size, stored, offset])] : [])]);
    const row = new Record(46, 'PK\u0001\u0002');
    row.u16((UNIX << 8) | (isLarge ? 45 : 20));
    row.u16(isLarge ? 45 : 20);
    putCommon(row, entry, { crc, stored: isLarge ? MAX_32 : stored, size: isLarge ? MAX_32 : entry.size }, name, extra);
    for (let field = 0; field < 3; field++)
        row.u16(0);
    const directoryOfDos = entry.name.endsWith('/') ? 0x10 : 0;
    row.u32(entry.mode * 0x10000 + directoryOfDos);
    row.u32(isLarge ? MAX_32 : offset);
    return (0,util_bytes/* concatBytes */.Id)([row.bytes, name, extra]);
}
/** What follows the central directory, which has `count` rows in `size` bytes at `offset`. */
function zipEnd(count, size, offset) {
    const end = new Record(22, 'PK\u0005\u0006');
    const isLarge = count >= MAX_16 || size >= MAX_32 || offset >= MAX_32;
    for (const value of [0, 0, Math.min(count, MAX_16), Math.min(count, MAX_16)])
        end.u16(value);
    for (const value of [Math.min(size, MAX_32), Math.min(offset, MAX_32)])
        end.u32(value);
    if (!isLarge)
        return end.bytes;
    const end64 = new Record(56, 'PK\u0006\u0006');
    end64.u64(44);
    for (const value of [(UNIX << 8) | 45, 45])
        end64.u16(value);
    for (const value of [0, 0])
        end64.u32(value);
    for (const value of [count, count, size, offset])
        end64.u64(value);
    const locator = new Record(20, 'PK\u0006\u0007');
    locator.u32(0);
    locator.u64(offset + size);
    locator.u32(1);
    return (0,util_bytes/* concatBytes */.Id)([end64.bytes, locator.bytes, end.bytes]);
}
function putCommon(record, { method, mtimeMs }, { crc, stored, size }, name, extra) {
    record.u16(UTF8_NAMES);
    record.u16(method);
    for (const value of dosTime(mtimeMs))
        record.u16(value);
    for (const value of [crc, stored, size])
        record.u32(value);
    for (const { length } of [name, extra])
        record.u16(length);
}
/** Local time in steps of two seconds, from 1980 to 2107: what programs without the extra field go by. */
function dosTime(ms) {
    const date = new Date(ms);
    const year = date.getFullYear();
    if (!(year >= 1980))
        return [0, (1 << 5) | 1];
    if (year > 2107)
        return [(23 << 11) | (59 << 5) | 29, (127 << 9) | (12 << 5) | 31];
    const time = (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1);
    return [time, ((year - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate()];
}
/** Nothing where the time does not fit. */
function timeField({ mtimeMs }) {
    const seconds = Math.floor(mtimeMs / 1000);
    if (seconds !== (seconds | 0))
        return new Uint8Array(0);
    const bytes = new Uint8Array(9);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, 0x5455, true);
    view.setUint16(2, 5, true);
    view.setUint8(4, 1);
    view.setInt32(5, seconds, true);
    return bytes;
}
function field64(values) {
    const bytes = new Uint8Array(4 + 8 * values.length);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, 1, true);
    view.setUint16(2, 8 * values.length, true);
    for (const [index, value] of values.entries())
        view.setBigUint64(4 + 8 * index, BigInt(value), true);
    return bytes;
}
/** A record of fixed length that is filled from its start. */
class Record {
    bytes;
    #view;
    #at;
    constructor(length, signature) {
        this.bytes = new Uint8Array(length);
        this.bytes.set((0,util_bytes/* utf8 */.As)(signature));
        this.#view = new DataView(this.bytes.buffer);
        this.#at = signature.length;
    }
    u16(value) {
        this.#view.setUint16(this.#at, value, true);
        this.#at += 2;
    }
    u32(value) {
        this.#view.setUint32(this.#at, value, true);
        this.#at += 4;
    }
    u64(value) {
        this.#view.setBigUint64(this.#at, BigInt(value), true);
        this.#at += 8;
    }
}

;// CONCATENATED MODULE: ./lib/snapshot/restore/zip.js
/** Zip archives: files as Kopia puts them there, and the folders and links that it leaves out. */




const FILE_TYPES = { file: 0o100000, symlink: 0o120000, directory: 0o040000 };
const zip_LONGEST_NAME_BYTES = 0xffff;
/** Rows of the central directory are kept together in blocks of at least this size. */
const zip_BLOCK_BYTES = 64 * 1024;
const NO_BODY = { crc: 0, stored: 0 };
/** Why a zip archive cannot have `path`: many programs take a backslash for a slash, and a letter with a colon for a disk. */
function refuseZipPath(path) {
    if (Buffer.byteLength(path) >= zip_LONGEST_NAME_BYTES)
        return 'its path is too long for a zip archive';
    return path.includes('\\') || /^[a-zA-Z]:/.test(path) ? 'programs that read zip archives would put it elsewhere' : undefined;
}
/** Writes a zip archive; its central directory is kept in memory, about 70 bytes and the path for each entry. */
class ZipFormat {
    #file;
    #isCompressed;
    #blocks = [];
    #rows = [];
    #rowBytes = 0;
    #count = 0;
    constructor(file, isCompressed) {
        this.#file = file;
        this.#isCompressed = isCompressed;
    }
    /** Passes on what reading the entry throws; nothing of it is in the archive then. */
    async add(item) {
        const { type, path, entry, size, content, link } = item;
        const isDeflated = type === 'file' && this.#isCompressed;
        const record = {
            name: type === 'directory' ? `${path}/` : path,
            method: isDeflated ? 8 : 0,
            mode: FILE_TYPES[type] | (entry.mode & 0o7777),
            mtimeMs: Number(entry.mtimeNs / 1000000n),
            size: type === 'symlink' ? link.length : size,
        };
        const offset = this.#file.offset;
        const whole = type === 'file' ? content : link;
        const body = whole instanceof Uint8Array ? this.#putWhole(record, whole) : await this.#putStream(record, whole);
        this.#addRow(zipDirectoryRow(record, body, offset));
    }
    end() {
        this.#closeBlock();
        const offset = this.#file.offset;
        for (const block of this.#blocks)
            this.#file.append(block);
        this.#file.append(zipEnd(this.#count, this.#file.offset - offset, offset));
    }
    #putWhole(record, bytes) {
        const stored = record.method === 8 ? (0,external_node_zlib_.deflateRawSync)(bytes) : bytes;
        const body = { crc: (0,crc32/* crc32 */.Q)(bytes), stored: stored.length };
        this.#file.append(zipLocalHeader(record, body));
        this.#file.append(stored);
        return body;
    }
    /** The header says what only the last byte tells: it is written twice. */
    async #putStream(record, chunks) {
        const mark = this.#file.mark();
        try {
            this.#file.append(zipLocalHeader(record, NO_BODY));
            const start = this.#file.offset;
            let crc = 0;
            const checked = async function* () {
                for await (const chunk of chunks) {
                    crc = (0,crc32/* crc32 */.Q)(chunk, crc);
                    yield chunk;
                }
            };
            if (record.method === 0)
                for await (const chunk of checked())
                    this.#file.append(chunk);
            else
                await this.#deflate(checked());
            const body = { crc, stored: this.#file.offset - start };
            this.#file.patch(mark, zipLocalHeader(record, body));
            return body;
        }
        catch (error) {
            this.#file.rollback(mark);
            throw error;
        }
    }
    async #deflate(chunks) {
        const deflate = (0,external_node_zlib_.createDeflateRaw)();
        const source = external_node_stream_.Readable.from(chunks, { objectMode: false });
        source.once('error', (error) => deflate.destroy(error));
        try {
            for await (const chunk of source.pipe(deflate))
                this.#file.append(chunk);
        }
        finally {
            source.destroy();
        }
    }
    #addRow(row) {
        this.#count++;
        this.#rows.push(row);
        this.#rowBytes += row.length;
        if (this.#rowBytes >= zip_BLOCK_BYTES)
            this.#closeBlock();
    }
    #closeBlock() {
        this.#blocks.push(Buffer.concat(this.#rows));
        this.#rows = [];
        this.#rowBytes = 0;
    }
}

;// CONCATENATED MODULE: ./lib/snapshot/restore/archive.js
/** Restores into an archive, entry by entry and with bounded memory. */












const ENTRIES_PER_TURN = 64;
/**
 * Writes `plan` as an archive to its target, under a temporary name until it is complete. What cannot be read is in the report and not in the
 * archive. Throws CAIRN_RESTORE_TARGET when it cannot be written, storage errors, CAIRN_CANCELLED.
 */
async function restoreArchive(objects, plan, options) {
    const { progress, signal, random = util_random/* systemRandom */.v } = options;
    const { files, bytes } = plan.expected;
    const tally = new RestoreTally();
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(plan.target), temporaryNames(random)());
    progress?.start('restore', { files, bytes });
    try {
        const file = new ArchiveFile(temporary);
        try {
            await fill(objects, plan, file, tally, options);
        }
        finally {
            file.close();
        }
        (0,external_node_fs_.renameSync)(temporary, plan.target);
    }
    catch (cause) {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        signal?.throwIfAborted();
        if (cause instanceof errors/* CairnError */.eb || (0,fs_errors/* errnoOf */.UQ)(cause) === undefined)
            throw cause;
        throw new errors/* CairnError */.eb('CAIRN_RESTORE_TARGET', `Cannot write the archive "${plan.target}": ${(0,errors/* messageOf */.bD)(cause)}.`, {
            hint: 'Name a file in a folder that exists, that you may write to and that has room.',
            cause,
        });
    }
    finally {
        progress?.finish();
    }
    return tally.report({ owners: 0, specialBits: 0, specialBitPaths: [], permissionErrors: 0 });
}
async function fill(objects, plan, file, tally, { kind, progress, signal }) {
    const isZip = kind === 'zip' || kind === 'zip-nocompress';
    const gzip = kind === 'tgz' ? new GzipOutput(file) : undefined;
    const format = isZip ? new ZipFormat(file, kind === 'zip') : new TarFormat(gzip ?? file);
    const choices = { ...(signal && { signal }), ...(isZip && { refusePath: refuseZipPath }) };
    let turn = 0;
    try {
        for await (const entry of archiveEntries(objects, plan, tally, choices)) {
            // Without a turn of the event loop no signal would be heard while everything comes out of memory.
            if (++turn % ENTRIES_PER_TURN === 0)
                await new Promise((resolve) => setImmediate(resolve));
            (0,errors/* throwIfCancelled */.dZ)(signal);
            try {
                await format.add(entry);
                if (entry.type === 'file')
                    tally.files++;
                else if (entry.type === 'symlink')
                    tally.symlinks++;
                else
                    tally.directories++;
                tally.bytes += entry.size;
            }
            catch (error) {
                if (!isEntryError(error))
                    throw error;
                tally.fail(entry.path, error);
            }
            const { files, bytes, failureCount } = tally;
            progress?.update({ files, bytes, hashedFiles: 0, hashedBytes: 0, uploadedBytes: 0, errors: failureCount });
        }
        await format.end();
        await (gzip ?? file).finish();
    }
    finally {
        gzip?.discard();
    }
}

// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(85416);
// EXTERNAL MODULE: ./lib/util/breath.js
var util_breath = __webpack_require__(23872);
// EXTERNAL MODULE: ./lib/util/clock.js
var clock = __webpack_require__(58394);
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
/** Up to this size files go into batches. */
const SMALL_BYTES = 512 * 1024;
/** Whether a file goes to a worker with others: small ones do, where their directory is held by a descriptor. */
function canBatch(step, parent, context) {
    return (step.kind === 'file' &&
        step.entry.size <= SMALL_BYTES &&
        context.usesWorkers &&
        context.objects.extractFiles !== undefined &&
        parent?.target.fd !== undefined &&
        !isCheckpointed(step.entry));
}
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

// EXTERNAL MODULE: ./lib/fs/placeholder.js
var placeholder = __webpack_require__(4658);
// EXTERNAL MODULE: ./lib/snapshot/dir-entry.js + 1 modules
var dir_entry = __webpack_require__(88669);
// EXTERNAL MODULE: ./lib/snapshot/placeholder-entry.js
var placeholder_entry = __webpack_require__(19868);
;// CONCATENATED MODULE: ./lib/snapshot/restore/placeholder.js
/**
 * Placeholders of a shallow restore (docs/repository-format.md, "Placeholders").
 *
 *   NAME.kopia-entry                 of a file: the JSON of its entry
 *   NAME.kopia-entry/.kopia-entry    of a directory: the same
 */












const placeholder_LONGEST_NAME_BYTES = 255;
const WRITE_BITS = 0o222;
/** Whether a path names a placeholder. */
function isPlaceholderPath(path) {
    return path.endsWith(placeholder/* PLACEHOLDER_SUFFIX */.Ic) && (0,external_node_path_.basename)(path) !== placeholder/* PLACEHOLDER_SUFFIX */.Ic;
}
/** The path that a placeholder stands for. */
function withoutSuffix(path) {
    return path.slice(0, -placeholder/* PLACEHOLDER_SUFFIX */.Ic.length);
}
/** The name of the placeholder of `name`, or undefined when it would be too long. */
function placeholderName(name) {
    return Buffer.byteLength(name) + placeholder/* PLACEHOLDER_SUFFIX */.Ic.length <= placeholder_LONGEST_NAME_BYTES ? name + placeholder/* PLACEHOLDER_SUFFIX */.Ic : undefined;
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
            writeOne(context, directory, path, placeholder/* PLACEHOLDER_SUFFIX */.Ic, entry);
        }
        finally {
            directory.close();
        }
    }
    else
        writeOne(context, parent, path, name, entry);
}
function writeOne(context, parent, path, name, entry) {
    const bytes = (0,util_bytes/* utf8 */.As)(`${(0,dir_entry/* encodeLoneEntry */.fp)(entry)}\n`);
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
        const file = (0,external_node_fs_.lstatSync)(path).isDirectory() ? (0,external_node_path_.join)(path, placeholder/* PLACEHOLDER_SUFFIX */.Ic) : path;
        const { size } = (0,external_node_fs_.lstatSync)(file);
        if (size > placeholder/* LONGEST_PLACEHOLDER_BYTES */.VD)
            throw damaged(path, `it has ${size} bytes`);
        text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (cause) {
        if (cause instanceof errors/* CairnError */.eb)
            throw cause;
        throw damaged(path, (0,fs_errors/* errnoOf */.UQ)(cause) === 'ENOENT' ? 'it does not exist' : String((0,fs_errors/* errnoOf */.UQ)(cause) ?? cause), cause);
    }
    const entry = (0,placeholder_entry/* decodePlaceholder */.m)(text);
    if (typeof entry === 'string')
        throw damaged(path, entry);
    return entry;
}
function damaged(path, why, cause) {
    return new errors/* CairnError */.eb('CAIRN_RESTORE_PLACEHOLDER', `The placeholder "${path}" cannot be read: ${why}.`, {
        hint: 'Restore what it stood for by the ID of the snapshot and the path in it.',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/snapshot/restore/shallow.js



class ShallowRestore {
    #run;
    constructor(run) {
        this.#run = run;
    }
    /** Whether a placeholder is put instead of the entry. */
    isDue(step, parent) {
        const { shallowAtDepth, shallowMinSizeBytes } = this.#run.options;
        if (parent === undefined || step.kind === 'symlink' || placeholderName(step.entry.name) === undefined)
            return false;
        if (step.path.split('/').length <= shallowAtDepth)
            return false;
        return step.kind === 'enter' || step.entry.size >= shallowMinSizeBytes;
    }
    /** Puts the placeholder and counts it as what it stands for. Throws CAIRN_RESTORE_EXISTS, and errors of the system. */
    put({ kind, path, entry }, parent) {
        const { context, tally } = this.#run;
        writePlaceholder(context, parent.target, path, placeholderName(entry.name) ?? entry.name, entry);
        if (kind === 'enter')
            tally.directories++;
        else
            tally.files++;
        if (kind !== 'enter')
            tally.bytes += entry.size;
    }
    /** A placeholder goes when what it stands for is there: of an earlier shallow restore, or the one that is being expanded. */
    drop(parent, name) {
        const { target: root, useDescriptors, options } = this.#run;
        const placeholder = placeholderName(name);
        if (placeholder === undefined || parent?.isFresh || (parent === undefined && !options.isExpanding))
            return;
        const target = parent?.target ?? openTargetParent(root, useDescriptors);
        try {
            removeTree(target, placeholder);
        }
        finally {
            if (parent === undefined)
                target.close();
        }
    }
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

















/** Batches of small files that are under way at a time. */
const BATCHES = 8;
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
    #shallow;
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
        this.#shallow = new ShallowRestore({
            target: plan.target,
            useDescriptors,
            options: this.#options,
            context: this.#context,
            tally: this.#tally,
        });
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
            onComplete: ({ parent, path, entry }) => this.#shallow.drop(parent, path === '' ? (0,external_node_path_.basename)(plan.target) : entry.name),
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
            throw asRestoreError(this.#plan.target, this.#failure.error);
        return this.#tally.report(this.#attributes.losses);
    }
    async #walk() {
        let current;
        const breath = new util_breath/* Breath */.l(clock/* systemClock */.m);
        const steps = restoreSteps(this.#objects, this.#plan, this.#platform, this.#signal);
        for await (const step of steps) {
            if (this.#failure !== undefined)
                return;
            // Without a turn of the event loop no signal would be heard while everything comes out of memory.
            await breath.take();
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
            else if (this.#shallow.isDue(step, current))
                this.#putPlaceholder(step, current);
            else if (canBatch(step, current, this.#context)) {
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
        if (this.#shallow.isDue(step, parent)) {
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
    #putPlaceholder(step, parent) {
        try {
            this.#shallow.put(step, parent);
        }
        catch (error) {
            this.#fail(step.path, error);
        }
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
            this.#shallow.drop(parent, name);
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
                this.#shallow.drop(parent, name);
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
    const entry = placeholder === undefined ? await entryOf(context, repository, request) : readPlaceholder((0,external_node_path_.resolve)(context.cwd, placeholder));
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
async function entryOf({ log, signal }, repository, { from, source, choice = { kind: 'latest' }, consistentAttributes, onVersion }) {
    if (source === undefined)
        return (await (0,resolve/* resolveEntry */.Tp)(repository, from, signal, { consistentAttributes })).entry;
    const onPassedOver = (error, snapshot) => log.warning(snapshot === undefined ? error.message : `Passing over snapshot ${snapshot.id}: ${error.message}`);
    const version = await findPathVersion(repository, source, choice, { onPassedOver, signal });
    if (version === undefined) {
        const when = choice.kind === 'before' ? ' from before that time' : '';
        throw new errors/* CairnError */.eb('CAIRN_SNAPSHOT_NOT_FOUND', `No snapshot${when} has data of "${(0,target/* formatSource */.j2)(source)}".`, {
            hint: 'List the snapshots with "cairn snapshot list --all". A path of another machine or user is written user@host:/path.',
        });
    }
    if (consistentAttributes)
        await (0,resolve/* assertConsistentRoots */.Qv)(repository, version.entry.objectId, signal);
    onVersion?.(version);
    return version.entry;
}
/** Entries that cannot be restored as they are stored: no byte of them is damaged. */
const UNFIT = new Set([
    'CAIRN_RESTORE_BAD_LINK',
    'CAIRN_RESTORE_DUPLICATE_NAME',
    'CAIRN_RESTORE_UNKNOWN_TYPE',
    'CAIRN_RESTORE_UNSAFE_NAME',
]);
/** The error of a restore from which something is missing: CAIRN_RESTORE_DAMAGED when the repository is at fault, else CAIRN_RESTORE_INCOMPLETE. */
function incompleteRestore(report) {
    if (report.failureCount === 0)
        return undefined;
    const faults = report.failures.filter(({ code }) => errors/* ERROR_CODES */.OQ[code] === 'damage');
    return new errors/* CairnError */.eb(faults.length > 0 ? 'CAIRN_RESTORE_DAMAGED' : 'CAIRN_RESTORE_INCOMPLETE', `${(0,format/* formatQuantity */.VZ)(report.failureCount, 'entry', 'entries')} could not be restored.`, { hint: `Everything else was restored. ${adviceOn(faults)}` });
}
function adviceOn(faults) {
    if (faults.length === 0)
        return 'The lines above name what is missing and why.';
    if (faults.every(({ code }) => code === 'CAIRN_RESTORE_DUPLICATE_NAME'))
        return 'The lines above name entries that have the name of another one; restore each by its object ID, which "cairn ls -lo" shows.';
    if (faults.every(({ code }) => UNFIT.has(code)))
        return 'The lines above name entries that cannot be restored as they are stored, and why.';
    return 'The lines above name what is damaged or missing in the repository; another snapshot may still have it.';
}

// EXTERNAL MODULE: ./lib/report/kopia-numbers.js
var kopia_numbers = __webpack_require__(49873);
// EXTERNAL MODULE: ./lib/util/plain-text.js
var plain_text = __webpack_require__(11610);
;// CONCATENATED MODULE: ./lib/report/restore-text.js



/** As Kopia says what it makes of a target. */
function kindLine(kind, target, parallel) {
    if (kind === 'local')
        return `Restoring to local filesystem (${target}) with parallelism=${parallel}...`;
    if (kind === 'tar')
        return `Restoring to an uncompressed tar file (${target})...`;
    return `Restoring to a ${kind === 'tgz' ? 'tar+gzip' : 'zip'} file (${target})...`;
}
/** As Kopia says where a path is restored from; `timeText` prints nanoseconds since 1970. */
function versionLines({ snapshot, entry, path }, timeText) {
    return [
        'Restoring from',
        `   Snapshot source: ${(0,plain_text/* visibleText */.Q)((0,target/* formatSource */.j2)(snapshot.source))}`,
        `   Snapshot time: ${timeText(snapshot.startTimeNs)}`,
        `   Relative path: ${(0,plain_text/* visibleText */.Q)(path)}`,
        `   Object ID: ${entry.objectId}`,
    ];
}
/** Failures that are shown one by one. */
const SHOWN_FAILURES = 100;
/** One line for each entry that is missing, up to a hundred, by its path. */
function failureLines(report) {
    const lines = report.failures.slice(0, SHOWN_FAILURES).map(({ path, code, message }) => `${path || '.'}: ${code} ${message}`);
    const rest = report.failureCount - lines.length;
    return rest > 0 ? [...lines, `and ${(0,format/* formatQuantity */.VZ)(rest, 'more entry', 'more entries')}`] : lines;
}
/** What was restored, as Kopia sums it up. */
function resultLine(report, size, ignoresErrors) {
    const { files, directories, symlinks, deletedFiles, deletedDirectories, deletedSymlinks } = report;
    let more = report.skipped > 0 ? `, skipped ${report.skipped} (${size(report.skippedBytes)})` : '';
    if (deletedDirectories > 0)
        more += `, deleted directories ${deletedDirectories}`;
    if (deletedFiles > 0)
        more += `, deleted files ${deletedFiles}`;
    if (deletedSymlinks > 0)
        more += `, deleted symbolic links ${deletedSymlinks}`;
    if (report.failureCount > 0)
        more += ignoresErrors ? `, ignored ${report.failureCount} errors` : `, ${(0,format/* formatQuantity */.VZ)(report.failureCount, 'error')}`;
    return `Restored ${files} files, ${directories} directories and ${symlinks} symbolic links (${size(report.bytes)})${more}.`;
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

;// CONCATENATED MODULE: ./lib/snapshot/time-spec.js
/** Which snapshot of a path is meant, as `--snapshot-time` says it (docs/repository-format.md, "Naming what to restore"). */

/**
 * `latest`, `oldest`, `yesterday`, `last-month`, `last-year`, `1y-2mo-3d-ago`, or a date with as much of a time as is known.
 * A moment stands for all of the year, month, day, hour, minute or second that it names. Throws CAIRN_USAGE for anything else.
 */
function parseSnapshotChoice(text, context) {
    if (text === '' || text === 'latest')
        return { kind: 'latest' };
    if (text === 'oldest')
        return { kind: 'oldest' };
    const seconds = relativeEnd(text, context) ?? absoluteEnd(text, context);
    if (seconds !== undefined)
        return { kind: 'before', ns: BigInt(Math.round(seconds * 1000)) * 1000000n };
    throw new errors/* CairnError */.eb('CAIRN_USAGE', `--snapshot-time "${text}" is not a time.`, {
        hint: 'Write latest, oldest, yesterday, last-month, last-year, 2mo-3d-ago, 2026-01-31 or "2026-01-31 15:04:05 UTC".',
    });
}
const AGO = /^(?:(\d{1,3})(?:y|years?)-)?(?:(\d{1,3})(?:m|mo|months?)-)?(?:(\d{1,3})(?:d|days?)-)?ago$/;
function relativeEnd(text, { nowMs, zone }) {
    const now = Math.floor(nowMs / 1000);
    const today = new Date((now + zone(now).offsetSeconds) * 1000);
    const [year, month, day] = [today.getUTCFullYear(), today.getUTCMonth() + 1, today.getUTCDate()];
    if (text === 'yesterday')
        return moment([year, month, day], zone);
    if (text === 'last-month')
        return moment([year, month, 1], zone);
    if (text === 'last-year')
        return moment([year, 1, 1], zone);
    const ago = text.endsWith('-ago') ? AGO.exec(text) : null;
    if (ago === null)
        return undefined;
    const [years, months, days] = [ago[1], ago[2], ago[3]].map((part) => Number(part ?? 0));
    // To the end of that day.
    return moment([year - (years ?? 0), month - (months ?? 0), day - (days ?? 0) + 1], zone);
}
const DATE = String.raw `(?<year>\d{4})-(?<month>\d\d?)-(?<day>\d\d?)`;
const MINUTES = String.raw `(?<hour>\d\d?):(?<minute>\d\d)`;
const SECONDS = String.raw `${MINUTES}:(?<second>\d\d)(?<fraction>[.,]\d+)?`;
const FORMS = [
    // As listings print a time, with the short name of a zone.
    String.raw `(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d) ${SECONDS} (?<name>[A-Za-z]{3,5}|GMT[+-]\d\d?|[+-]\d\d(?:\d\d)?)`,
    String.raw `${DATE}T${SECONDS}(?<offset>Z|[+-]\d\d(?::?\d\d)?)?`,
    String.raw `${DATE} ${SECONDS}(?<offset>Z|[+-]\d\d(?:\d\d)?)?`,
    String.raw `${DATE}[T ]${MINUTES}(?<offset>Z|[+-]\d\d)?`,
    String.raw `${DATE}[T ](?<hour>\d\d?)`,
    DATE,
    String.raw `(?<year>\d{4})-(?<month>\d\d?)`,
    String.raw `(?<year>\d{4})`,
].map((form) => new RegExp(`^${form}$`));
function absoluteEnd(text, { zone }) {
    const groups = FORMS.map((form) => form.exec(text)?.groups).find((found) => found !== undefined);
    if (groups === undefined)
        return undefined;
    const { year, month, day, hour, minute, second, fraction = '' } = groups;
    const wall = [year, month ?? 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0].map(Number);
    const [y = 0, mo = 1, d = 1, h = 0, mi = 0, s = 0] = wall;
    // What does not come back as it was put in is no date.
    const date = new Date(0);
    date.setUTCFullYear(y, mo - 1, d);
    if (date.getUTCMonth() !== mo - 1 || date.getUTCDate() !== d || h > 23 || mi > 59 || s > 59)
        return undefined;
    if (month === undefined)
        return moment([y + 1, 1, 1], zone);
    if (day === undefined)
        return moment([y, mo + 1, 1], zone);
    if (hour === undefined)
        return moment([y, mo, d + 1], zone);
    const begin = begins([y, mo, d, h, mi, s], groups, zone);
    if (begin === undefined)
        return undefined;
    return begin + Number(`0${fraction.replace(',', '.')}`) + (second !== undefined ? 1 : minute !== undefined ? 60 : 3600);
}
function begins(wall, { name, offset }, zone) {
    if (offset !== undefined)
        return utcSeconds(wall) - offsetSeconds(offset);
    if (name === undefined)
        return moment(wall, zone);
    if (name === 'UTC' || name === 'GMT')
        return utcSeconds(wall);
    if (name.startsWith('GMT'))
        return utcSeconds(wall) - Number(name.slice(3)) * 3600;
    if (/^[+-]/.test(name))
        return utcSeconds(wall) - offsetSeconds(name);
    // Short names mean something only where they are in use; a summer time may be named in winter.
    const near = [utcSeconds(wall), utcSeconds([wall[0], 1, 1]), utcSeconds([wall[0], 7, 1])];
    const known = near.map(zone).find((time) => time.name === name);
    return known === undefined ? undefined : utcSeconds(wall) - known.offsetSeconds;
}
/** `Z`, `+02`, `+0230` or `+02:30`. */
function offsetSeconds(text) {
    if (text === 'Z')
        return 0;
    const digits = text.slice(1).replace(':', '');
    const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2) || 0) * 60;
    return text.startsWith('-') ? -seconds : seconds;
}
/** When clocks of the zone show `wall`; its parts may be out of their range, and carry over. */
function moment(wall, zone) {
    const local = utcSeconds(wall);
    const guess = local - zone(local).offsetSeconds;
    return local - zone(guess).offsetSeconds;
}
function utcSeconds([year, month, day, hour = 0, minute = 0, second = 0]) {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    date.setUTCHours(hour, minute, second);
    return date.getTime() / 1000;
}

// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
// EXTERNAL MODULE: ./lib/cli/source-pattern.js
var source_pattern = __webpack_require__(34946);
// EXTERNAL MODULE: ./lib/cli/zone.js + 1 modules
var zone = __webpack_require__(469);
;// CONCATENATED MODULE: ./lib/cli/verbs/restore.js
/** `cairn restore` and `cairn snapshot restore`. */












/** Values of --mode; without one of them the name of the target decides. */
const MODES = ['local', 'tar', 'tgz', 'zip', 'zip-nocompress'];
async function restore_restore(context, input) {
    const wanted = wantedOf(input.arguments('sources'));
    const isExpanding = wanted.some(({ placeholder }) => placeholder !== undefined);
    const choice = parseSnapshotChoice(input.text('snapshot-time') ?? 'latest', {
        nowMs: context.clock.nowMs(),
        zone: (0,zone/* machineZone */.sT)(context.env['TZ']),
    });
    const consistentAttributes = input.isOn('consistent-attributes');
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
    for (const each of wanted) {
        if (each.target !== undefined && (mode ?? modeOf(each.target)) !== 'local')
            refuseFolderFlags(input, each.target, each);
    }
    await (0,commands_open/* withRepository */.B)(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
        for (const each of wanted) {
            const located = locate(context, repository.identity, each);
            const target = (0,external_node_path_.resolve)(context.cwd, located.target);
            // What is in its own place is no archive, whatever it is called.
            const kind = mode ?? (each.target === undefined ? 'local' : modeOf(target));
            if (each.target === undefined && kind !== 'local')
                refuseFolderFlags(input, target, each);
            // Whoever names the mode need not be told.
            if (mode === undefined)
                context.log.info(kindLine(kind, target, options.parallel));
            const onVersion = (version) => {
                for (const line of versionLines(version, context.times.text))
                    context.log.info(line);
            };
            const report = await restore(context, repository, { ...located, choice, onVersion, consistentAttributes, mode: kind, options });
            for (const line of failureLines(report))
                context.log.error(line);
            context.log.info(resultLine(report, (0,kopia_numbers/* sizeTextOf */.Ym)(context.env), input.isOn('ignore-errors')));
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
function refuseFolderFlags(input, target, { placeholder }) {
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
/** A source with a target, one to be restored in place, or placeholders only. */
function wantedOf(sources) {
    if (sources.length > 0 && sources.every(isPlaceholderPath)) {
        return sources.map((placeholder) => ({ from: '', target: withoutSuffix(placeholder), placeholder }));
    }
    const [from, target] = sources;
    if ((sources.length === 1 || sources.length === 2) && from !== undefined && !sources.some(isPlaceholderPath))
        return [{ from, target }];
    throw new errors/* CairnError */.eb('CAIRN_USAGE', 'A restore takes an ID or a path and a target, a path alone, or placeholders.', {
        hint: 'Write "cairn restore ID TARGET", "cairn restore PATH TARGET", "cairn restore PATH" or "cairn restore NAME.kopia-entry".',
    });
}
/** Where a path that is no ID points to, and what is its own target. Errors: CAIRN_USAGE, CAIRN_TARGET_INVALID. */
function locate(context, identity, { from, target, placeholder }) {
    if (placeholder !== undefined && target !== undefined)
        return { from, target, placeholder };
    if (from === '' || (target !== undefined && (0,resolve/* namesObject */.Mf)(from)))
        return { from, target: target ?? '' };
    const source = (0,source_pattern/* parseSourcePattern */.l)(from, context, identity);
    if (source.path === '')
        throw new errors/* CairnError */.eb('CAIRN_USAGE', `The source "${from}" has no path.`, { hint: 'Write user@host:/path.' });
    if (target === undefined && (source.userName !== identity.userName || source.host !== identity.host)) {
        throw new errors/* CairnError */.eb('CAIRN_USAGE', `"${from}" is of another user or machine, and needs a target to be restored to.`, {
            hint: `Write "cairn restore ${from} TARGET".`,
        });
    }
    return (0,resolve/* namesObject */.Mf)(from) ? { from, target: target ?? source.path } : { from, source, target: target ?? source.path };
}


/***/ }),

/***/ 49873:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ savingText),
/* harmony export */   Ym: () => (/* reexport safe */ _util_format_js__WEBPACK_IMPORTED_MODULE_0__.Ym),
/* harmony export */   lT: () => (/* reexport safe */ _util_format_js__WEBPACK_IMPORTED_MODULE_0__.lT)
/* harmony export */ });
/* harmony import */ var _util_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4849);
/** Sizes, counts and shares exactly as Kopia's listings print them. */


/** By how much `packed` is smaller: `53.6%`, or `0%` when it is not. */
function savingText(original, packed) {
    return packed >= original || original === 0 ? '0%' : `${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_0__/* .tenths */ .TP)(100 * (1 - packed / original))}%`;
}


/***/ }),

/***/ 19868:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ decodePlaceholder)
/* harmony export */ });
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1873);
/* harmony import */ var _dir_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88669);
/** What a placeholder of a shallow restore describes (docs/repository-format.md, "Placeholders"). */


/** The entry that the text of a placeholder describes, or why it describes none. */
function decodePlaceholder(text) {
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        return 'it is not JSON';
    }
    const entry = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(parsed) ? (0,_dir_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeDirEntry */ .gY)(parsed) : 'it is not an object';
    if (typeof entry === 'string')
        return entry;
    return entry.objectId === '' || (entry.type !== 'd' && entry.type !== 'f') ? 'it describes no file and no directory' : entry;
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

/***/ 97068:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kg: () => (/* binding */ entryBelow),
/* harmony export */   Mf: () => (/* binding */ namesObject),
/* harmony export */   Qv: () => (/* binding */ assertConsistentRoots),
/* harmony export */   Tp: () => (/* binding */ resolveEntry)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _dir_entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88669);
/* harmony import */ var _readable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85450);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52541);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51290);
/**
 * What a person means by `ID` or `ID/path/below`: a snapshot, or an object, and an entry below it
 * (docs/repository-format.md, "Naming what to restore").
 */





const OBJECT_ID = /^I*(?:Z|D)?D?([g-z]?)((?:[0-9a-f]{2}){8,64})$/;
/** Whether `text` has the form of an ID, perhaps with a path below; everything else can only be a path. */
function namesObject(text) {
    return OBJECT_ID.test(text.split('/', 1)[0] ?? '');
}
/**
 * The entry that `text` names: the ID of a snapshot or of an object, then perhaps `/` and a path.
 * Throws CAIRN_SNAPSHOT_NOT_FOUND for an unknown ID, CAIRN_ENTRY_NOT_FOUND for a path that is not there, CAIRN_SNAPSHOT_AMBIGUOUS, and what reading
 * objects throws.
 */
async function resolveEntry(repository, text, signal, options = {}) {
    const [id = '', ...below] = text.split('/');
    const parts = below.filter((part) => part !== '');
    const needsConsistency = options.consistentAttributes === true && below.length === 0;
    if (id === '' && text !== '')
        throw notAnId(text);
    const root = (await snapshotRoot(repository, id)) ?? (await objectRoot(repository, id, needsConsistency, signal));
    const entry = await entryBelow(repository, root.entry, id, parts, signal);
    return { entry, snapshot: root.snapshot, path: parts.join('/') };
}
/** The entry at `parts` below `root`, which messages call `name`. Throws CAIRN_ENTRY_NOT_FOUND, and what reading objects throws. */
async function entryBelow(repository, root, name, parts, signal) {
    let entry = root;
    let parent = name;
    for (const part of parts) {
        if (entry.type !== 'd')
            throw notFound(`"${parent}" is not a directory.`);
        const child = await (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .findChild */ .cf)(repository.objects, entry, part, signal);
        if (child === undefined)
            throw notFound(`There is no "${part}" in "${parent}".`);
        entry = child;
        parent = `${parent}/${part}`;
    }
    return entry;
}
/** Throws CAIRN_SNAPSHOT_AMBIGUOUS when snapshots with the root object `id` have roots with other attributes. */
async function assertConsistentRoots(repository, id, signal) {
    refuseInconsistent(id, await snapshotsWithRoot(repository, id, signal));
}
function refuseInconsistent(id, snapshots) {
    const roots = new Set(snapshots.map(({ rootEntry }) => rootEntry && (0,_dir_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeDirEntry */ .sK)(rootEntry)));
    if (roots.size <= 1)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_SNAPSHOT_AMBIGUOUS', `${snapshots.length} snapshots have the root ${id}, with different attributes.`, {
        hint: 'Name one of the snapshots by its own ID, or leave out --consistent-attributes to take the newest.',
    });
}
async function snapshotsWithRoot(repository, id, signal) {
    return (await readableSnapshots(repository, signal)).filter((one) => one.rootEntry?.objectId === id);
}
async function snapshotRoot(repository, id) {
    const snapshot = await (0,_store_js__WEBPACK_IMPORTED_MODULE_3__/* .findSnapshot */ .Cb)(repository, id);
    if (snapshot === undefined)
        return undefined;
    if (snapshot.rootEntry === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_SNAPSHOT_DAMAGED', `Snapshot ${id} has no root entry.`, {
            hint: 'Use another snapshot of the same source.',
        });
    return { entry: snapshot.rootEntry, snapshot };
}
async function objectRoot(repository, id, needsConsistency, signal) {
    const match = OBJECT_ID.exec(id);
    if (match === null)
        throw unknownId(id);
    const snapshots = await snapshotsWithRoot(repository, id, signal);
    if (needsConsistency)
        refuseInconsistent(id, snapshots);
    const snapshot = snapshots.at(-1);
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
        return (await (0,_readable_js__WEBPACK_IMPORTED_MODULE_2__/* .readSnapshots */ .y)(repository, undefined, signal)).snapshots;
    }
    catch (error) {
        if ((0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .isObjectError */ .EX)(error))
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
function notAnId(text) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_SNAPSHOT_NOT_FOUND', `"${text}" is a path, where the ID of a snapshot or object is needed.`, {
        hint: `"cairn snapshot list ${text}" shows IDs; write ID or ID/path/below.`,
    });
}
function notFound(message) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_ENTRY_NOT_FOUND', message, { hint: 'List what is there with "cairn ls".' });
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

/***/ 23872:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ Breath)
/* harmony export */ });
/* harmony import */ var _heap_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56088);

/** The event loop gets a turn at least this often, so that signals are heard. */
const BREATH_MS = 25;
class Breath {
    #clock;
    #takenMs;
    constructor(clock) {
        this.#clock = clock;
        this.#takenMs = clock.monotonicMs();
    }
    /** Waits for a turn of the event loop when the last one is long ago. */
    async take() {
        const now = this.#clock.monotonicMs();
        if (now - this.#takenMs < BREATH_MS)
            return;
        (0,_heap_js__WEBPACK_IMPORTED_MODULE_0__/* .boundYoungHeap */ .l9)();
        await new Promise((resolve) => setImmediate(resolve));
        this.#takenMs = this.#clock.monotonicMs();
    }
}


/***/ })

};
