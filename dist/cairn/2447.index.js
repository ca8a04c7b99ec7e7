export const id = 2447;
export const ids = [2447];
export const modules = {

/***/ 62447:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  blobShardsModify: () => (/* binding */ blobShardsModify)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/util/random.js
var random = __webpack_require__(75073);
// EXTERNAL MODULE: ./lib/repo/blob/file-directories.js
var file_directories = __webpack_require__(25576);
// EXTERNAL MODULE: ./lib/repo/blob/file-walk.js
var file_walk = __webpack_require__(86906);
// EXTERNAL MODULE: ./lib/repo/blob/file-writer.js
var file_writer = __webpack_require__(37276);
// EXTERNAL MODULE: ./lib/repo/blob/filesystem.js
var filesystem = __webpack_require__(53011);
// EXTERNAL MODULE: ./lib/repo/blob/filesystem-errors.js
var filesystem_errors = __webpack_require__(45047);
// EXTERNAL MODULE: ./lib/repo/blob/sharding.js
var blob_sharding = __webpack_require__(94232);
// EXTERNAL MODULE: ./lib/repo/blob/shards-file.js
var shards_file = __webpack_require__(20000);
;// CONCATENATED MODULE: ./lib/repo/blob/filesystem-reshard.js
/**
 * Moves the blobs of a filesystem repository into other folders (docs/repository-format.md, "Filesystem layout").
 *
 * rename every blob that lies elsewhere -> remove folders that are empty -> write `.shards`
 *
 * No program finds all blobs meanwhile. When it is interrupted, the same call goes on where it ended.
 */












const FILE_MODE = 0o600;
const DIRECTORY_MODE = 0o700;
/** Does it. Errors: CAIRN_STORAGE_ROOT_MISSING, CAIRN_STORAGE_SHARDS_INVALID, storage kinds. */
async function reshard(options) {
    const { root, isDryRun, signal } = options;
    const present = await (0,filesystem/* readShards */.OG)(filesystem/* nodeFileOperations */.zh, root);
    if (present === undefined)
        throw (0,shards_file/* missingShards */.Q0)((0,external_node_path_.join)(root, shards_file/* SHARDS_FILE */.D6));
    const sharding = options.change(present);
    let [unchanged, removed] = [0, 0];
    // All are found before the first one moves, or some would be found twice.
    const moves = [];
    try {
        const wanted = (name) => name.endsWith(blob_sharding/* BLOB_SUFFIX */.a9);
        for await (const { path, spelled } of (0,file_walk/* walkFiles */.F)(filesystem/* nodeFileOperations */.zh, { root, prefix: '', wanted, signal })) {
            const to = (0,external_node_path_.join)(root, ...(0,blob_sharding/* blobPath */.nD)(sharding, spelled.slice(0, -blob_sharding/* BLOB_SUFFIX */.a9.length)));
            if (path === to)
                unchanged++;
            else
                moves.push({ from: path, to });
        }
        for (const { from, to } of moves) {
            (0,errors/* throwIfCancelled */.dZ)(signal);
            options.onMove(from, to);
            if (!isDryRun)
                await move(from, to);
        }
        if (isDryRun)
            return { moved: moves.length, unchanged, removed };
        removed = await removeEmptyFolders(root, options);
        const writer = { files: filesystem/* nodeFileOperations */.zh, random: random/* systemRandom */.v, root, fileMode: FILE_MODE, dirMode: DIRECTORY_MODE };
        await (0,file_writer/* writeFileWhole */.tG)(writer, [shards_file/* SHARDS_FILE */.D6], [(0,bytes/* utf8 */.As)((0,shards_file/* formatShardsFile */.ZW)(sharding))], {});
    }
    catch (error) {
        if ((0,filesystem_errors/* isAbsent */.W0)(error))
            throw (0,filesystem_errors/* rootMissing */.fi)(root);
        throw (0,filesystem_errors/* filesystemError */.ic)(error, 'move blobs', root);
    }
    return { moved: moves.length, unchanged, removed };
}
async function move(from, to) {
    try {
        await filesystem/* nodeFileOperations */.zh.rename(from, to);
    }
    catch (error) {
        if (!(0,filesystem_errors/* isAbsent */.W0)(error))
            throw error;
        await (0,file_directories/* makeDirectories */.K)(filesystem/* nodeFileOperations */.zh, (0,external_node_path_.dirname)(to), DIRECTORY_MODE);
        await filesystem/* nodeFileOperations */.zh.rename(from, to);
    }
}
/** Removes empty folders below `folder`, deepest first; returns how many. */
async function removeEmptyFolders(folder, options) {
    (0,errors/* throwIfCancelled */.dZ)(options.signal);
    let removed = 0;
    for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true })) {
        if (!entry.isDirectory())
            continue;
        const path = (0,external_node_path_.join)(folder, entry.name);
        removed += await removeEmptyFolders(path, options);
        if ((await (0,promises_.readdir)(path)).length > 0)
            continue;
        options.onRemove(path);
        await (0,promises_.rmdir)(path);
        removed++;
    }
    return removed;
}

// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
;// CONCATENATED MODULE: ./lib/cli/verbs/blob-shards-modify.js
/** `cairn blob shards modify`. */




async function blobShardsModify(context, input) {
    const { log, signal } = context;
    const path = input.text('path');
    if (path === undefined)
        throw new errors/* CairnError */.eb('CAIRN_USAGE', 'The folder of the repository is missing: give --path.');
    if (!input.isOn('i-am-sure-kopia-is-not-running')) {
        throw new errors/* CairnError */.eb('CAIRN_USAGE', 'Nothing else may use the repository meanwhile: confirm it with --i-am-sure-kopia-is-not-running.');
    }
    const isDryRun = input.isOn('dry-run');
    const change = changeOf(input);
    log.info('Moving files...');
    const { moved, unchanged, removed } = await reshard({
        root: (0,external_node_path_.resolve)(context.cwd, path),
        change,
        isDryRun,
        onMove: (from, to) => context.print(`mv ${from} ${to}`),
        onRemove: (folder) => context.print(`rmdir ${folder}`),
        signal,
    });
    if (isDryRun)
        log.info(`Would move ${moved} file, ${unchanged} unchanged.`);
    else {
        log.info(`Moved ${moved} files, ${unchanged} unchanged.`);
        log.info(`Removed ${removed} empty directories...`);
    }
    return 0;
}
function changeOf(input) {
    const shards = input.text('default-shards');
    const added = input.list('override').map((text) => {
        const [prefix = '', lengths, ...rest] = text.split('=');
        if (lengths === undefined || rest.length > 0)
            throw new errors/* CairnError */.eb('CAIRN_USAGE', `--override "${text}" is not of the form prefix=n1,n2.`);
        return { prefix, shards: lengthsOf(lengths, 'override') };
    });
    const replaced = new Set([...input.list('remove-override'), ...added.map(({ prefix }) => prefix)]);
    const unsharded = (0,flag_values/* integerFlag */.tB)(input, 'unsharded-length');
    if (unsharded !== undefined && unsharded < -1)
        throw new errors/* CairnError */.eb('CAIRN_USAGE', '--unsharded-length is a length.');
    const defaults = shards === undefined ? undefined : lengthsOf(shards, 'default-shards');
    return (present) => ({
        shards: defaults ?? present.shards,
        maxNonShardedLength: unsharded === undefined || unsharded === -1 ? present.maxNonShardedLength : unsharded,
        overrides: [...present.overrides.filter(({ prefix }) => !replaced.has(prefix)), ...added],
    });
}
/** `1,3`, or `flat` for none. */
function lengthsOf(text, flag) {
    if (text === 'flat')
        return [];
    const parts = text.split(',').filter((part) => part !== '');
    if (parts.every((part) => /^\d{1,3}$/.test(part)))
        return parts.map(Number);
    throw new errors/* CairnError */.eb('CAIRN_USAGE', `--${flag} takes lengths such as 1,3, or "flat".`);
}


/***/ })

};
