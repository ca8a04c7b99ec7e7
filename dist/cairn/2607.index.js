export const id = 2607;
export const ids = [2607];
export const modules = {

/***/ 34946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   snapshotDelete: () => (/* binding */ snapshotDelete)
/* harmony export */ });
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3364);
/* harmony import */ var _commands_snapshot_delete_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13966);
/* harmony import */ var _policy_target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95181);
/* harmony import */ var _report_kopia_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12452);
/* harmony import */ var _source_pattern_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34946);
/** `cairn snapshot delete`: only shows what it would do without `--delete`. */





async function snapshotDelete(context, input) {
    const isConfirmed = input.isOn('delete') || input.isOn('unsafe-ignore-source');
    const ids = input.arguments('id');
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_0__/* .withRepository */ .Bq)(context, { maintains: true }, async (repository) => {
        const { signal } = context;
        const selected = input.isOn('all-snapshots-for-source')
            ? await (0,_commands_snapshot_delete_js__WEBPACK_IMPORTED_MODULE_1__/* .selectBySources */ .IC)(repository, ids.map((text) => (0,_source_pattern_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSourcePattern */ .l)(text, context, repository.identity)), signal)
            : await (0,_commands_snapshot_delete_js__WEBPACK_IMPORTED_MODULE_1__/* .selectByIds */ .K1)(repository, ids, signal);
        if (isConfirmed)
            await (0,_commands_snapshot_delete_js__WEBPACK_IMPORTED_MODULE_1__/* .deleteSnapshots */ .BB)(repository, selected, (one) => context.log.info(`Deleting ${words(one)}...`), signal);
        else
            for (const one of selected)
                context.log.info(`Would delete ${words(one)} (pass --delete to confirm)`);
    });
    return 0;
}
function words({ id, source, startTimeNs }) {
    return `snapshot ${id} of ${(0,_policy_target_js__WEBPACK_IMPORTED_MODULE_4__/* .formatSource */ .j2)(source)} at ${(0,_report_kopia_text_js__WEBPACK_IMPORTED_MODULE_2__/* .timeText */ .Tc)(startTimeNs)}`;
}


/***/ }),

/***/ 13966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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


/***/ })

};
