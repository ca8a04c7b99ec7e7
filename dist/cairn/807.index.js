export const id = 807;
export const ids = [807];
export const modules = {

/***/ 7807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restore: () => (/* binding */ restore_restore)
});

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/snapshot/resolve.js
var resolve = __webpack_require__(7068);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(5416);
// EXTERNAL MODULE: ./lib/util/random.js
var util_random = __webpack_require__(5073);
// EXTERNAL MODULE: ./lib/snapshot/directory.js
var directory = __webpack_require__(3883);
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
        if (errnoOf(error) === 'ENOENT' && !(0,external_node_fs_.existsSync)((0,external_node_path_.dirname)(path))) {
            makeWithParents((0,external_node_path_.dirname)(path));
            (0,external_node_fs_.mkdirSync)(path, 0o700);
        }
        else if (errnoOf(error) !== 'EEXIST' || !(0,external_node_fs_.statSync)(path).isDirectory())
            throw error;
    }
}
function makeDirectory(path) {
    try {
        (0,external_node_fs_.mkdirSync)(path, 0o700);
        return true;
    }
    catch (error) {
        if (errnoOf(error) === 'EEXIST')
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
        const code = errnoOf(error);
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
/** The system's code of an error, such as `ENOENT`. */
function errnoOf(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
function unsafeTarget(message) {
    return new errors/* CairnError */.eb('CAIRN_RESTORE_UNSAFE_TARGET', message, { hint: 'Restore into a new folder that nobody else writes to.' });
}
function targetError(path, cause) {
    if (cause instanceof errors/* CairnError */.eb)
        return cause;
    const code = errnoOf(cause);
    if (code === undefined)
        return cause;
    const why = code === 'ENOTDIR' || code === 'EEXIST' ? 'it is not a directory' : cause instanceof Error ? cause.message : code;
    return new errors/* CairnError */.eb('CAIRN_RESTORE_TARGET', `Cannot restore into "${path}": ${why}.`, {
        hint: 'Name a folder that you may write to; it is made when it does not exist.',
        cause,
    });
}

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
/**
 * Owner, mode and times of restored entries, in the order chown, chmod, utimes: changing the owner clears setuid
 * (docs/threat-model.md, "Restore").
 */



const SPECIAL_BITS = 0o7000;
const NAMED_PATHS = 20;
/** Sets attributes; remembers which owners the system refused, to ask only once for each. */
class AttributeSetter {
    losses = { owners: 0, specialBits: 0, specialBitPaths: [], permissionErrors: 0 };
    #options;
    #refusedOwners = new Set();
    constructor(options) {
        this.#options = options;
    }
    /** An open file or directory. `owner` is its present owner. */
    setOpen(fd, path, entry, owner) {
        const isOwned = this.#own(entry, owner, (uid, gid) => (0,external_node_fs_.fchownSync)(fd, uid, gid));
        const mode = this.#mode(path, entry, isOwned);
        if (mode !== undefined)
            this.#tolerate(() => (0,external_node_fs_.fchmodSync)(fd, mode));
        if (!this.#options.skipTimes) {
            const time = timeText(entry.mtimeNs);
            this.#tolerate(() => (0,external_node_fs_.futimesSync)(fd, time, time));
        }
    }
    /** A directory that is only known by its checked path. */
    setByPath(target, path, entry, owner) {
        const isOwned = this.#own(entry, owner, (uid, gid) => (0,external_node_fs_.chownSync)(target, uid, gid));
        const mode = this.#mode(path, entry, isOwned);
        if (mode !== undefined)
            this.#tolerate(() => (0,external_node_fs_.chmodSync)(target, mode));
        if (!this.#options.skipTimes) {
            const time = timeText(entry.mtimeNs);
            this.#tolerate(() => (0,external_node_fs_.utimesSync)(target, time, time));
        }
    }
    /** A symbolic link; it has no mode of its own. */
    setLink(target, entry, owner) {
        this.#own(entry, owner, (uid, gid) => (0,external_node_fs_.lchownSync)(target, uid, gid));
        if (!this.#options.skipTimes) {
            const time = timeText(entry.mtimeNs);
            this.#tolerate(() => (0,external_node_fs_.lutimesSync)(target, time, time));
        }
    }
    /** Whether the entry belongs to its stored owner afterwards. */
    #own(entry, owner, chown) {
        if (owner.uid === entry.uid && owner.gid === entry.gid)
            return true;
        if (this.#options.skipOwners)
            return false;
        const key = `${entry.uid}:${entry.gid}`;
        if (!this.#refusedOwners.has(key)) {
            try {
                chown(entry.uid, entry.gid);
                return true;
            }
            catch (error) {
                const code = errnoOf(error);
                if (code !== 'EPERM' && code !== 'EINVAL' && code !== 'ENOSYS' && code !== 'ENOTSUP')
                    throw error;
                this.#refusedOwners.add(key);
            }
        }
        this.losses.owners++;
        return false;
    }
    #mode(path, entry, isOwned) {
        if (this.#options.skipPermissions)
            return undefined;
        const isUnsafe = !isOwned && (entry.mode & SPECIAL_BITS) !== 0;
        if (!isUnsafe)
            return entry.mode;
        this.losses.specialBits++;
        if (this.losses.specialBitPaths.length < NAMED_PATHS)
            this.losses.specialBitPaths.push(path);
        return entry.mode & ~SPECIAL_BITS;
    }
    #tolerate(action) {
        try {
            action();
        }
        catch (error) {
            const code = errnoOf(error);
            if (!this.#options.ignorePermissionErrors || (code !== 'EPERM' && code !== 'EACCES'))
                throw error;
            this.losses.permissionErrors++;
        }
    }
}

;// CONCATENATED MODULE: ./lib/snapshot/restore/options.js
const DEFAULT_RESTORE_OPTIONS = {
    overwriteFiles: true,
    overwriteDirectories: true,
    overwriteSymlinks: true,
    skipExisting: false,
    skipOwners: false,
    skipPermissions: false,
    skipTimes: false,
    ignorePermissionErrors: true,
    parallel: 8,
};

// EXTERNAL MODULE: ./lib/snapshot/tree.js
var tree = __webpack_require__(1290);
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
    for await (const event of (0,tree/* walkTree */.Ir)(objects, plan.root, signal)) {
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
        const { files, directories, symlinks, bytes, skipped, failureCount, failures } = this;
        return { files, directories, symlinks, bytes, skipped, failureCount, failures, losses };
    }
}
/** Errors of the file system that every following file would meet as well. */
const HOPELESS = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);
/** Whether the restore has to end with `error` instead of going on with the next entry. */
function endsRestore(error) {
    if ((0,errors/* isCairnError */.qN)(error))
        return error.kind !== 'damage' && error.kind !== 'failed';
    return !(error instanceof Error && 'code' in error && typeof error.code === 'string') || HOPELESS.has(error.code);
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(4695);
;// CONCATENATED MODULE: ./lib/snapshot/restore/write-entry.js
/** Writes one file or link under a temporary name and renames it: what has its final name is complete (docs/threat-model.md, "Restore"). */




/** Objects up to this size are read whole and written with one call. */
const SMALL_BYTES = 1024 * 1024;
/** The longest link target that any supported system takes. */
const LONGEST_LINK_BYTES = 64 * 1024;
/** Kopia's name for a file that a checkpoint cut short: its stored size is that of the whole file. */
const CHECKPOINTED = '.checkpointed.';
const { O_CREAT, O_EXCL, O_NOFOLLOW: write_entry_O_NOFOLLOW, O_WRONLY } = external_node_fs_.constants;
const writeAsync = (0,external_node_util_.promisify)(external_node_fs_.write);
/** Names such as `.cairn-1f6e…-17`: random once, then counted. */
function temporaryNames(random) {
    const prefix = `.cairn-restore-${(0,bytes/* toHex */.nj)(random(8))}-`;
    let next = 0;
    return () => prefix + (next++).toString(36);
}
/** Restores a regular file as `name` in `parent`, replacing what has that name; returns its length in bytes. */
async function writeFileEntry(context, parent, name, path, entry) {
    const reader = await context.objects.open(entry.objectId);
    const isCutShort = entry.name.startsWith(CHECKPOINTED);
    if (reader.length !== entry.size && !isCutShort)
        throw sizeDiffers(path, entry.size, reader.length);
    const whole = reader.length <= SMALL_BYTES ? await reader.readAll(SMALL_BYTES) : undefined;
    (0,errors/* throwIfCancelled */.dZ)(context.signal);
    const temporary = parent.at(context.temporaryName());
    const fd = (0,external_node_fs_.openSync)(temporary, O_WRONLY | O_CREAT | O_EXCL | write_entry_O_NOFOLLOW, 0o600);
    let isDone = false;
    try {
        let length = 0;
        try {
            if (whole !== undefined)
                length = writeAll(fd, whole);
            else
                for await (const chunk of reader.chunks(context.signal)) {
                    (0,errors/* throwIfCancelled */.dZ)(context.signal);
                    for (let at = 0; at < chunk.length;)
                        at += (await writeAsync(fd, chunk, at, chunk.length - at)).bytesWritten;
                    length += chunk.length;
                    if (length > reader.length)
                        break;
                }
            if (length !== reader.length)
                throw sizeDiffers(path, reader.length, length);
            context.attributes.setOpen(fd, path, entry, (0,external_node_fs_.fstatSync)(fd));
        }
        finally {
            (0,external_node_fs_.closeSync)(fd);
        }
        (0,external_node_fs_.renameSync)(temporary, parent.at(name));
        isDone = true;
        return length;
    }
    finally {
        if (!isDone)
            unlinkQuietly(temporary);
    }
}
/** Restores a symbolic link as `name` in `parent`; its target is stored text that is never followed. */
async function writeLinkEntry(context, parent, name, entry) {
    const reader = await context.objects.open(entry.objectId);
    const target = await reader.readAll(LONGEST_LINK_BYTES);
    (0,errors/* throwIfCancelled */.dZ)(context.signal);
    if (target.length === 0 || target.includes(0))
        throw new errors/* CairnError */.eb('CAIRN_RESTORE_BAD_LINK', `The stored target of the link "${name}" is ${target.length === 0 ? 'empty' : 'no path'}.`);
    const temporary = parent.at(context.temporaryName());
    (0,external_node_fs_.symlinkSync)(Buffer.from(target), temporary);
    let isDone = false;
    try {
        context.attributes.setLink(temporary, entry, (0,external_node_fs_.lstatSync)(temporary));
        (0,external_node_fs_.renameSync)(temporary, parent.at(name));
        isDone = true;
    }
    finally {
        if (!isDone)
            unlinkQuietly(temporary);
    }
}
function writeAll(fd, bytes) {
    let at = 0;
    while (at < bytes.length)
        at += (0,external_node_fs_.writeSync)(fd, bytes, at);
    return at;
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

;// CONCATENATED MODULE: ./lib/snapshot/restore/execute.js
/**
 * Carries out a restore plan (docs/threat-model.md, "Restore").
 *
 *  1. Directories are made in walking order with mode 0700, each reached through the descriptor of its parent.
 *  2. Files and links are written at the same time, up to `parallel`, each under a temporary name first.
 *  3. A directory gets its owner, mode and time when everything in it is done.
 *
 * An entry that fails is named in the report and the rest goes on.
 */











const STEPS_PER_TURN = 64;
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
    #slots;
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
        this.#attributes = new AttributeSetter(this.#options);
        this.#context = { objects, attributes: this.#attributes, temporaryName: temporaryNames(random), signal };
        this.#slots = new util_async/* Semaphore */.j(Math.max(1, this.#options.parallel));
    }
    async execute() {
        const { files, bytes } = this.#plan.expected;
        this.#progress?.start('restore', { files, bytes });
        const open = new Set();
        const parallel = Math.max(1, this.#options.parallel);
        let current;
        let turn = 0;
        try {
            const steps = restoreSteps(this.#objects, this.#plan, this.#platform, this.#signal);
            for await (const step of steps) {
                if (this.#failure !== undefined)
                    break;
                // Without a turn of the event loop no signal would be heard while everything comes out of memory.
                if (++turn % STEPS_PER_TURN === 0)
                    await new Promise((resolve) => setImmediate(resolve));
                (0,errors/* throwIfCancelled */.dZ)(this.#signal);
                if (step.kind === 'enter')
                    current = this.#enter(step, current, open) ?? current;
                else if (step.kind === 'leave') {
                    const left = current;
                    current = left?.parent;
                    if (left !== undefined)
                        this.#release(left, open);
                }
                else if (step.kind === 'refused')
                    this.#tally.refuse(step.path, step.code, `"${step.path}" was not restored: ${step.reason}.`);
                else if (step.kind === 'unreadable')
                    this.#tally.fail(step.path, step.error);
                else {
                    await this.#slots.acquire();
                    this.#write(step, current, open);
                }
            }
        }
        catch (error) {
            this.#failure ??= { error };
        }
        finally {
            // All slots are free only when no file is being written any more.
            await this.#slots.acquire(parallel);
            for (const directory of open)
                directory.target.close();
            this.#progress?.finish();
        }
        if (this.#failure !== undefined)
            throw this.#asRestoreError(this.#failure.error);
        return this.#tally.report(this.#attributes.losses);
    }
    #enter(step, parent, open) {
        let opened;
        try {
            opened = parent === undefined ? openTarget(this.#plan.target, this.#useDescriptors) : openChild(parent.target, step.name);
        }
        catch (error) {
            if (parent === undefined || endsRestore(error))
                throw error;
            this.#tally.fail(step.path, error);
            step.skip();
            return undefined;
        }
        const directory = {
            target: opened.directory,
            path: step.path,
            entry: step.entry,
            parent,
            isFresh: opened.isCreated,
            pending: 1,
        };
        open.add(directory);
        if (!opened.isCreated && !this.#options.overwriteDirectories && !isEmptyDirectory(opened.directory)) {
            const error = new errors/* CairnError */.eb('CAIRN_RESTORE_EXISTS', `The directory "${opened.directory.displayPath}" exists and is not empty.`);
            if (parent === undefined)
                throw error;
            this.#tally.fail(step.path, error);
            step.skip();
            open.delete(directory);
            opened.directory.close();
            return undefined;
        }
        if (!opened.isCreated && !this.#options.skipPermissions)
            makeWritable(opened.directory);
        if (parent !== undefined)
            parent.pending++;
        return directory;
    }
    /** Starts writing one file or link; the slot is held until it is done. */
    #write(step, parent, open) {
        if (parent !== undefined)
            parent.pending++;
        const work = async () => {
            try {
                await this.#writeEntry(step, parent);
            }
            catch (error) {
                if (endsRestore(error))
                    this.#failure ??= { error };
                else
                    this.#tally.fail(step.path, error);
            }
            finally {
                if (parent !== undefined)
                    this.#release(parent, open);
                this.#slots.release();
                this.#report();
            }
        };
        void work();
    }
    async #writeEntry(step, parent) {
        const { entry, path } = step;
        const isFile = step.kind === 'file';
        const target = parent?.target ?? openTargetParent(this.#plan.target, this.#useDescriptors);
        try {
            const name = parent === undefined ? (0,external_node_path_.basename)(this.#plan.target) : step.name;
            // Only where names may fold together can something be in a directory that was made by us.
            const isChecked = parent === undefined || !parent.isFresh || this.#platform !== 'linux';
            if (isChecked && this.#isLeftAlone(target, name, entry, isFile)) {
                this.#tally.skipped++;
                return;
            }
            if (isFile) {
                const length = await writeFileEntry(this.#context, target, name, path === '' ? name : path, entry);
                this.#tally.bytes += length;
                this.#tally.files++;
            }
            else {
                await writeLinkEntry(this.#context, target, name, entry);
                this.#tally.symlinks++;
            }
        }
        finally {
            if (parent === undefined)
                target.close();
        }
    }
    /** Looks at what has the name already: true leaves it, an error refuses, false replaces. */
    #isLeftAlone(target, name, entry, isFile) {
        let found;
        try {
            found = (0,external_node_fs_.lstatSync)(target.at(name));
        }
        catch (error) {
            if (errnoOf(error) === 'ENOENT')
                return false;
            throw error;
        }
        const display = `${target.displayPath}/${name}`;
        if (isFile ? !found.isFile() : !found.isSymbolicLink())
            throw new errors/* CairnError */.eb('CAIRN_RESTORE_EXISTS', `"${display}" exists and is not a ${isFile ? 'regular file' : 'symbolic link'}.`);
        if (this.#options.skipExisting) {
            if (!isFile)
                return true;
            const ageMs = Math.abs(found.mtimeMs - Number(entry.mtimeNs / 1000000n));
            if (found.size === entry.size && ageMs < 2000)
                return true;
        }
        if (isFile ? this.#options.overwriteFiles : this.#options.overwriteSymlinks)
            return false;
        throw new errors/* CairnError */.eb('CAIRN_RESTORE_EXISTS', `"${display}" exists.`, { hint: 'Allow overwriting, or restore into a new folder.' });
    }
    /** One thing in `directory` is finished; the last one finishes the directory itself. */
    #release(directory, open) {
        if (--directory.pending > 0)
            return;
        open.delete(directory);
        const { target, entry, path, parent } = directory;
        try {
            if (this.#failure === undefined) {
                if (target.fd === undefined)
                    this.#attributes.setByPath(target.path, path, entry, target.stat());
                else
                    this.#attributes.setOpen(target.fd, path, entry, target.stat());
                this.#tally.directories++;
            }
        }
        catch (error) {
            if (endsRestore(error))
                this.#failure ??= { error };
            else
                this.#tally.fail(path, error);
        }
        finally {
            target.close();
        }
        if (parent !== undefined)
            this.#release(parent, open);
    }
    #report() {
        const { files, bytes, failureCount } = this.#tally;
        this.#progress?.update({ files, bytes, hashedFiles: 0, hashedBytes: 0, uploadedBytes: 0, errors: failureCount });
    }
    #asRestoreError(error) {
        if (errnoOf(error) === undefined || error instanceof errors/* CairnError */.eb)
            return error;
        return new errors/* CairnError */.eb('CAIRN_RESTORE_WRITE_FAILED', `Restoring into "${this.#plan.target}" stopped: ${(0,errors/* messageOf */.bD)(error)}.`, {
            hint: 'Files that have their final name are complete. Free space or mend the disk, then restore again.',
            cause: error,
        });
    }
}

// EXTERNAL MODULE: ./lib/util/format.js
var format = __webpack_require__(4849);
;// CONCATENATED MODULE: ./lib/commands/restore.js
/** Restores a snapshot, or anything below it, into a folder. */






/** Restores `request.from` to `request.target`; what could not be restored is in the report, and the rest is there. */
async function restore(context, repository, request) {
    const { entry } = await (0,resolve/* resolveEntry */.T)(repository, request.from, context.signal);
    const plan = planRestore(entry, (0,external_node_path_.resolve)(context.cwd, request.target));
    return await executeRestore(repository.objects, plan, {
        ...request.options,
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

;// CONCATENATED MODULE: ./lib/cli/verbs/restore.js
/** `cairn restore` and `cairn snapshot restore`. */




async function restore_restore(context, input) {
    // The table makes both required.
    const [from, target] = [input.argument('source') ?? '', input.argument('target') ?? ''];
    const parallel = Number(input.text('parallel') ?? '8');
    if (!Number.isSafeInteger(parallel) || parallel < 1)
        throw new errors/* CairnError */.eb('CAIRN_USAGE', '--parallel takes a whole number above zero.');
    const options = {
        overwriteDirectories: input.choice('overwrite-directories') !== false,
        overwriteFiles: input.choice('overwrite-files') !== false,
        overwriteSymlinks: input.choice('overwrite-symlinks') !== false,
        skipExisting: input.isOn('skip-existing'),
        skipOwners: input.isOn('skip-owners'),
        skipPermissions: input.isOn('skip-permissions'),
        skipTimes: input.isOn('skip-times'),
        ignorePermissionErrors: input.choice('ignore-permission-errors') !== false,
        parallel,
    };
    await (0,commands_open/* withRepository */.Bq)(context, { isReadOnly: true }, async (repository) => {
        context.log.info(`Restoring to ${target}...`);
        const report = await restore(context, repository, { from, target, options });
        for (const line of failureLines(report))
            context.log.error(line);
        for (const line of resultLines(report))
            context.log.info(line);
        for (const line of lossLines(report))
            context.log.warning(line);
        const error = incompleteRestore(report);
        if (error !== undefined && !input.isOn('ignore-errors'))
            throw error;
    });
    return 0;
}
/** Failures that are shown one by one. */
const SHOWN_FAILURES = 100;
function failureLines(report) {
    const lines = report.failures.slice(0, SHOWN_FAILURES).map(({ path, code, message }) => `${path || '.'}: ${code} ${message}`);
    const rest = report.failureCount - lines.length;
    return rest > 0 ? [...lines, `and ${(0,format/* formatQuantity */.VZ)(rest, 'more entry', 'more entries')}`] : lines;
}
function resultLines(report) {
    const skipped = report.skipped > 0 ? `, skipped ${(0,format/* formatCount */.B4)(report.skipped)}` : '';
    const failed = report.failureCount > 0 ? `, ${(0,format/* formatQuantity */.VZ)(report.failureCount, 'error')}` : '';
    return [
        `Restored ${report.files} files, ${report.directories} directories and ${report.symlinks} symbolic links (${(0,format/* formatBytes */.z3)(report.bytes)})${skipped}${failed}.`,
    ];
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


/***/ }),

/***/ 7068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ resolveEntry)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2541);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1290);
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
        const child = await (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .findChild */ .cf)(repository.objects, entry, part, signal);
        if (child === undefined)
            throw notFound(`There is no "${part}" in "${parent}".`);
        entry = child;
        path = path === '' ? part : `${path}/${part}`;
    }
    return { entry, snapshot: root.snapshot, path };
}
async function snapshotRoot(repository, id) {
    const snapshot = await (0,_store_js__WEBPACK_IMPORTED_MODULE_1__/* .findSnapshot */ .Cb)(repository, id);
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
        return await (0,_store_js__WEBPACK_IMPORTED_MODULE_1__/* .listSnapshots */ .jQ)(repository, undefined, signal);
    }
    catch (error) {
        if ((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .isObjectError */ .EX)(error))
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
