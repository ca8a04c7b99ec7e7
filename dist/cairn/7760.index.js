export const id = 7760;
export const ids = [7760];
export const modules = {

/***/ 62542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ requireDangerousCommands)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** The switch in front of commands that can make a repository unreadable. */

/** CAIRN_DANGEROUS_COMMAND unless the user enabled dangerous commands (docs/cli.md, "Dangerous commands"). */
function requireDangerousCommands(context, command) {
    if (context.dangerousCommands === 'enabled')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_DANGEROUS_COMMAND', `"cairn ${command}" can damage the repository and lose snapshots, so it is off.`, {
        hint: 'Nobody needs it in normal use: "cairn maintenance run" does such work safely. To run it all the same, add --dangerous-commands=enabled.',
    });
}


/***/ }),

/***/ 57760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  repositoryRepair: () => (/* binding */ repositoryRepair),
  repositoryRepairConfig: () => (/* binding */ repositoryRepairConfig)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/blob/open.js + 2 modules
var blob_open = __webpack_require__(40362);
// EXTERNAL MODULE: ./lib/repo/blob/throttle-limits.js
var throttle_limits = __webpack_require__(56177);
// EXTERNAL MODULE: ./lib/repo/blob/throttling.js
var throttling = __webpack_require__(43155);
// EXTERNAL MODULE: ./lib/repo/format/index.js + 11 modules
var format = __webpack_require__(35267);
// EXTERNAL MODULE: ./lib/repo/content/pack-layout.js
var pack_layout = __webpack_require__(72472);
;// CONCATENATED MODULE: ./lib/repo/recover-format.js
/** Bringing back `kopia.repository` from a copy in a pack (docs/repository-format.md, "Packs"); only old repositories have such copies. */



/** The first copy in blobs whose names begin with one of `prefixes`; undefined when there is none. `look` hears of every blob. */
async function findFormatReplica(storage, prefixes, look, signal) {
    for (const prefix of prefixes) {
        for await (const { id, length } of storage.listBlobs(prefix, signal)) {
            (0,errors/* throwIfCancelled */.dZ)(signal);
            look(id);
            const size = Math.min(length, pack_layout/* REPLICA_SEARCH_BYTES */.Iz);
            for (const end of ['start', 'end']) {
                const bytes = await storage.getBlob(id, { offset: end === 'start' ? 0 : length - size, length: size, signal });
                const formatBlob = (0,pack_layout/* decodeFormatReplica */.ET)(bytes, end);
                if (formatBlob !== undefined && isFormatBlob(formatBlob))
                    return { blobId: id, formatBlob };
            }
        }
    }
    return undefined;
}
/** The seal of a replica has no secret, so what it holds is looked at as well. */
function isFormatBlob(bytes) {
    try {
        (0,format/* decodeFormatBlob */.jK)(bytes);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
;// CONCATENATED MODULE: ./lib/commands/repository-repair.js
/** Brings back the lost format blob of an old repository from a copy in one of its packs. */







/** Resolves to the pack the copy was found in; undefined when nothing had to be done. Errors: CAIRN_FORMAT_REPLICA_MISSING, those of the storage. */
async function repairRepository(context, request) {
    if (request.recover === 'no')
        return undefined;
    const opened = await (0,blob_open/* openStorage */.G)(request.storage, { ...(0,commands_open/* storageOptions */.Ep)(context), mode: 'repair', readonly: request.isDryRun });
    const storage = (0,throttling/* throttling */.A)(opened, (0,throttle_limits/* limitsOf */.Af)(request), context.clock);
    try {
        if (request.recover === 'auto' && (await storage.statBlob(format/* FORMAT_BLOB_ID */.YP)) !== undefined)
            return undefined;
        const prefixes = request.prefixes.length === 0 ? ['p', 'q'] : request.prefixes;
        const look = (blobId) => context.log.debug(`Looking for a copy of the format blob in ${blobId}.`);
        const found = await findFormatReplica(storage, prefixes, look, context.signal);
        if (found === undefined) {
            throw new errors/* CairnError */.eb('CAIRN_FORMAT_REPLICA_MISSING', `No pack in ${storage.displayName} holds a copy of the format blob.`, {
                hint: 'Only repositories of kopia before 0.9 have such copies. Bring the blob kopia.repository back from a copy of the repository.',
            });
        }
        if (!request.isDryRun) {
            await storage.putBlob(format/* FORMAT_BLOB_ID */.YP, [found.formatBlob]);
            await storage.flush?.({ signal: context.signal });
        }
        return found.blobId;
    }
    finally {
        await storage.close();
    }
}

// EXTERNAL MODULE: ./lib/cli/dangerous.js
var dangerous = __webpack_require__(62542);
// EXTERNAL MODULE: ./lib/cli/storage-flags.js + 6 modules
var storage_flags = __webpack_require__(52606);
;// CONCATENATED MODULE: ./lib/cli/verbs/repository-repair.js
/** `cairn repository repair`. */



async function repositoryRepair(context, input, kind) {
    (0,dangerous/* requireDangerousCommands */.o)(context, 'repository repair');
    return await repair(context, input, await (0,storage_flags/* storageOfFlags */.C)(kind, context, input));
}
async function repositoryRepairConfig(context, input) {
    (0,dangerous/* requireDangerousCommands */.o)(context, 'repository repair');
    return await repair(context, input, (await (0,storage_flags/* storageOfConfig */.n)(context, input)).storage);
}
async function repair(context, input, storage) {
    const when = input.text('recover-format');
    const isDryRun = input.isOn('dry-run');
    const pack = await repairRepository(context, {
        storage,
        recover: when === 'yes' || when === 'no' ? when : 'auto',
        prefixes: input.list('recover-format-block-prefixes'),
        isDryRun,
    });
    if (pack === undefined)
        context.log.info('Nothing to recover. To replace a format blob that is there, add --recover-format=yes.');
    else
        context.log.info(isDryRun ? `Found a copy of the format blob in ${pack}.` : `Recovered the format blob from ${pack}.`);
    return 0;
}


/***/ })

};
