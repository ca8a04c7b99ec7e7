export const id = 6892;
export const ids = [6892];
export const modules = {

/***/ 76892:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  copyHistory: () => (/* binding */ copyHistory),
  moveHistory: () => (/* binding */ moveHistory)
});

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/policy/target.js
var target = __webpack_require__(95181);
// EXTERNAL MODULE: ./lib/snapshot/readable.js
var readable = __webpack_require__(85450);
// EXTERNAL MODULE: ./lib/snapshot/source.js
var source = __webpack_require__(78267);
// EXTERNAL MODULE: ./lib/snapshot/store.js
var store = __webpack_require__(52541);
// EXTERNAL MODULE: ./lib/util/format.js
var format = __webpack_require__(4849);
// EXTERNAL MODULE: ./lib/commands/epoch.js
var epoch = __webpack_require__(6583);
;// CONCATENATED MODULE: ./lib/commands/snapshot-history.js
/** Copies or moves the snapshots of one user, host or path to another: their manifests only, data stay where they are. */







/**
 * Copies or moves what the request names; all of it becomes visible at once.
 *
 * Errors: CAIRN_HISTORY_COLLISION when the destination names a user or a path that the source leaves open, CAIRN_USAGE for a target
 * without host, and when everything else is done CAIRN_SNAPSHOT_DAMAGED for manifests that cannot be read.
 */
async function transferHistory(context, repository, request) {
    const { signal, log } = context;
    const from = partsOf(request.from);
    const to = request.to === undefined ? { ...repository.identity, path: '' } : partsOf(request.to);
    refuseCollisions(request, from, to);
    const { snapshots, damaged } = await (0,readable/* readSnapshots */.y)(repository, from, signal);
    const present = (await (0,readable/* readSnapshots */.y)(repository, to, signal)).snapshots;
    for (const manifest of snapshots) {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        const destination = overridden(manifest.source, to);
        if ((0,source/* isSameSource */.E6)(destination, manifest.source))
            continue;
        if (present.some((other) => (0,source/* isSameSource */.E6)(other.source, destination) && isSameSnapshot(other, manifest))) {
            const isDropped = request.isMove && !request.isDryRun;
            request.onEvent({ kind: isDropped ? 'dropped' : 'exists', manifest, destination });
            if (isDropped)
                await (0,store/* deleteSnapshot */.Cj)(repository, manifest.id);
            continue;
        }
        request.onEvent({ kind: 'transferred', manifest, destination });
        if (request.isDryRun)
            continue;
        await (0,store/* saveSnapshot */.Os)(repository, { ...manifest, id: '', source: destination });
        if (request.isMove)
            await (0,store/* deleteSnapshot */.Cj)(repository, manifest.id);
    }
    await repository.flush(signal);
    if (!request.isDryRun)
        await (0,epoch/* beginEpochWhenDue */.T)(repository, log, signal);
    for (const error of damaged)
        log.error(error.message);
    const [first] = damaged;
    if (first !== undefined) {
        throw new errors/* CairnError */.eb('CAIRN_SNAPSHOT_DAMAGED', `${(0,format/* formatQuantity */.VZ)(damaged.length, 'snapshot')} could not be read, and stayed where they are.`, {
            hint: 'All others were looked at.',
            cause: first,
        });
    }
}
function partsOf(target) {
    switch (target.kind) {
        case 'global':
            throw new errors/* CairnError */.eb('CAIRN_USAGE', 'A history belongs to a host, a user or a path; "(global)" is none of them.');
        case 'host':
            return { host: target.host, userName: '', path: '' };
        case 'user':
            return { host: target.host, userName: target.userName, path: '' };
        case 'path':
            return { host: target.host, userName: target.userName, path: target.path };
    }
}
function refuseCollisions(request, from, to) {
    const what = to.path !== '' && from.path === '' ? 'path' : to.userName !== '' && from.userName === '' ? 'user' : undefined;
    if (what === undefined)
        return;
    const destination = request.to === undefined ? 'this client' : (0,target/* formatTarget */.P4)(request.to);
    throw new errors/* CairnError */.eb('CAIRN_HISTORY_COLLISION', `The destination (${destination}) names a ${what}, but the source names none.`, {
        hint: `Several histories would become one. Name the ${what} of the source as well.`,
    });
}
function overridden(source, to) {
    return { host: to.host || source.host, userName: to.userName || source.userName, path: to.path || source.path };
}
function isSameSnapshot(a, b) {
    return a.startTimeNs === b.startTimeNs && a.rootEntry?.objectId === b.rootEntry?.objectId;
}

// EXTERNAL MODULE: ./lib/commands/writable.js
var writable = __webpack_require__(53048);
// EXTERNAL MODULE: ./lib/snapshot/target-parse.js
var target_parse = __webpack_require__(86137);
;// CONCATENATED MODULE: ./lib/cli/verbs/snapshot-history.js
/** `cairn snapshot copy-history` and `move-history`: Kopia's lines. */





async function copyHistory(context, input) {
    return await transfer(context, input, false);
}
async function moveHistory(context, input) {
    return await transfer(context, input, true);
}
async function transfer(context, input, isMove) {
    const isDryRun = input.isOn('dry-run');
    const action = `${isMove ? 'moving' : 'copying'}${isDryRun ? ' (dry run)' : ''}`;
    await (0,commands_open/* withRepository */.B)(context, { mayIgnoreDamage: true, maintains: true }, async (repository) => {
        if (!isDryRun)
            (0,writable/* requireWritable */.i)(repository);
        const local = { ...repository.identity, workingDirectory: context.cwd };
        const to = input.argument('destination');
        await transferHistory(context, repository, {
            // The table makes it required.
            from: (0,target_parse/* parseTarget */.h)(input.argument('source') ?? '', local),
            to: to === undefined || to === '' ? undefined : (0,target_parse/* parseTarget */.h)(to, local),
            isMove,
            isDryRun,
            onEvent: (event) => context.log.info(lineOf(event, action, context.times.text)),
        });
    });
    return 0;
}
function lineOf({ kind, manifest, destination }, action, timeText) {
    const time = timeText(manifest.startTimeNs);
    switch (kind) {
        case 'transferred':
            return `${action} ${(0,target/* formatSource */.j2)(manifest.source)} (${time}) => ${(0,target/* formatSource */.j2)(destination)}`;
        case 'exists':
            return `${(0,target/* formatSource */.j2)(destination)} (${time}) already exists`;
        case 'dropped':
            return `${(0,target/* formatSource */.j2)(destination)} (${time}) already exists - deleting source`;
    }
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

/***/ 53048:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ requireWritable)
/* harmony export */ });
/* harmony import */ var _repo_content_content_manager_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46081);
/** Refuses to begin what could not be written. */

/** Throws CAIRN_REPOSITORY_READONLY before a command says what it is about to change. */
function requireWritable({ isReadOnly }) {
    if (isReadOnly)
        throw (0,_repo_content_content_manager_js__WEBPACK_IMPORTED_MODULE_0__/* .readOnly */ .T)();
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


/***/ })

};
