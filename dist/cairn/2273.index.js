export const id = 2273;
export const ids = [2273];
export const modules = {

/***/ 52273:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  snapshotPin: () => (/* binding */ snapshotPin)
});

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/snapshot/pins.js
var snapshot_pins = __webpack_require__(19370);
// EXTERNAL MODULE: ./lib/snapshot/store.js
var store = __webpack_require__(52541);
// EXTERNAL MODULE: ./lib/commands/snapshot-delete.js
var snapshot_delete = __webpack_require__(13966);
;// CONCATENATED MODULE: ./lib/commands/snapshot-pin.js
/** `snapshot pin`: adds pins to snapshots and takes them away. */




/** Replaces the manifests whose pins change, in one commit; `onEach` hears of every snapshot. Throws CAIRN_SNAPSHOT_NOT_FOUND. */
async function pinSnapshots(repository, { ids, add, remove }, onEach, signal) {
    for (const snapshot of await (0,snapshot_delete/* selectByIds */.K1)(repository, ids, signal)) {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        const pins = (0,snapshot_pins/* changedPins */.F)(snapshot.pins, add, remove);
        onEach(snapshot, pins !== undefined);
        if (pins !== undefined)
            await (0,store/* replaceSnapshot */.fg)(repository, { ...snapshot, pins });
    }
    await repository.flush(signal);
}

// EXTERNAL MODULE: ./lib/commands/writable.js
var writable = __webpack_require__(53048);
// EXTERNAL MODULE: ./lib/policy/target.js
var target = __webpack_require__(95181);
;// CONCATENATED MODULE: ./lib/cli/verbs/snapshot-pin.js
/** `cairn snapshot pin`: Kopia's messages. */





async function snapshotPin(context, input) {
    const request = { ids: input.arguments('id'), add: input.list('add'), remove: input.list('remove') };
    if (request.add.length + request.remove.length === 0) {
        throw new errors/* CairnError */.eb('CAIRN_USAGE', 'Nothing is to be pinned or unpinned.', { hint: 'Give --add or --remove with the name of a pin.' });
    }
    await (0,commands_open/* withRepository */.B)(context, {}, async (repository) => {
        (0,writable/* requireWritable */.i)(repository);
        const say = context.log.info;
        await pinSnapshots(repository, request, ({ source, startTimeNs }, isChanged) => say(`${isChanged ? 'Updating' : 'No change for'} snapshot at ${context.times.text(startTimeNs)} of ${(0,target/* formatSource */.j2)(source)}`), context.signal);
    });
    return 0;
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

/***/ 19370:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ changedPins)
/* harmony export */ });
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56495);
/** Pins: names that keep a snapshot from being expired. */

/** The pins after adding and removing some, sorted; undefined when nothing changes by that. */
function changedPins(pins, add, remove) {
    const before = new Set(pins);
    const after = new Set([...pins, ...add]);
    for (const pin of remove)
        after.delete(pin);
    if (after.size === before.size && [...after].every((pin) => before.has(pin)))
        return undefined;
    return [...after].sort(_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .compareUtf8 */ .zq);
}


/***/ })

};
