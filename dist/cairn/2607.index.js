export const id = 2607;
export const ids = [2607];
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

/***/ 12607:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   snapshotDelete: () => (/* binding */ snapshotDelete)
/* harmony export */ });
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3364);
/* harmony import */ var _commands_snapshot_delete_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13966);
/* harmony import */ var _commands_writable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53048);
/* harmony import */ var _policy_target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95181);
/* harmony import */ var _source_pattern_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34946);
/** `cairn snapshot delete`: only shows what it would do without `--delete`. */





async function snapshotDelete(context, input) {
    const isConfirmed = input.isOn('delete') || input.isOn('unsafe-ignore-source');
    const ids = input.arguments('id');
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_0__/* .withRepository */ .B)(context, { maintains: true }, async (repository) => {
        if (isConfirmed)
            (0,_commands_writable_js__WEBPACK_IMPORTED_MODULE_2__/* .requireWritable */ .i)(repository);
        const { signal } = context;
        const selected = input.isOn('all-snapshots-for-source')
            ? await (0,_commands_snapshot_delete_js__WEBPACK_IMPORTED_MODULE_1__/* .selectBySources */ .IC)(repository, ids.map((text) => (0,_source_pattern_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSourcePattern */ .l)(text, context, repository.identity)), signal)
            : await (0,_commands_snapshot_delete_js__WEBPACK_IMPORTED_MODULE_1__/* .selectByIds */ .K1)(repository, ids, signal);
        if (isConfirmed)
            await (0,_commands_snapshot_delete_js__WEBPACK_IMPORTED_MODULE_1__/* .deleteSnapshots */ .BB)(repository, selected, (one) => context.log.info(`Deleting ${words(one, context.times)}...`), signal);
        else
            for (const one of selected)
                context.log.info(`Would delete ${words(one, context.times)} (pass --delete to confirm)`);
    });
    return 0;
}
function words({ id, source, startTimeNs }, times) {
    return `snapshot ${id} of ${(0,_policy_target_js__WEBPACK_IMPORTED_MODULE_4__/* .formatSource */ .j2)(source)} at ${times.text(startTimeNs)}`;
}


/***/ }),

/***/ 13966:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ deleteSnapshots),
/* harmony export */   IC: () => (/* binding */ selectBySources),
/* harmony export */   K1: () => (/* binding */ selectByIds)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _policy_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95181);
/* harmony import */ var _snapshot_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52541);
/** `snapshot delete`: which snapshots are meant, and forgetting them. */



/** Snapshots by the IDs of their manifests or root objects, each once. Throws CAIRN_SNAPSHOT_NOT_FOUND. */
async function selectByIds(repository, ids, signal) {
    const selected = new Map();
    for (const id of ids)
        for (const snapshot of await (0,_snapshot_store_js__WEBPACK_IMPORTED_MODULE_1__/* .snapshotsNamed */ .xz)(repository, id, signal))
            selected.set(snapshot.id, snapshot);
    return [...selected.values()];
}
/** All snapshots of some sources; an empty path stands for all paths of the user. Throws CAIRN_SNAPSHOT_NOT_FOUND when one has none. */
async function selectBySources(repository, sources, signal) {
    const selected = new Map();
    for (const source of sources) {
        const snapshots = await (0,_snapshot_store_js__WEBPACK_IMPORTED_MODULE_1__/* .listSnapshots */ .jQ)(repository, source, signal);
        if (snapshots.length === 0) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_SNAPSHOT_NOT_FOUND', `There are no snapshots of ${(0,_policy_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSource */ .j2)(source)} in the repository.`, {
                hint: 'List the sources with "cairn snapshot list --all".',
            });
        }
        for (const snapshot of snapshots)
            selected.set(snapshot.id, snapshot);
    }
    return [...selected.values()];
}
/** Deletes the manifests in one commit; data stays until maintenance. `onDelete` hears of each before. */
async function deleteSnapshots(repository, snapshots, onDelete, signal) {
    for (const snapshot of snapshots) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        onDelete(snapshot);
        await (0,_snapshot_store_js__WEBPACK_IMPORTED_MODULE_1__/* .deleteSnapshot */ .Cj)(repository, snapshot.id);
    }
    if (snapshots.length > 0)
        await repository.flush(signal);
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
