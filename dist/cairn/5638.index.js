export const id = 5638;
export const ids = [5638];
export const modules = {

/***/ 48169:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  snapshotEstimate: () => (/* binding */ snapshotEstimate)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/commands/run/outcome.js
var outcome = __webpack_require__(62404);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/fs/local.js
var local = __webpack_require__(48844);
// EXTERNAL MODULE: ./lib/policy/tree.js
var policy_tree = __webpack_require__(93304);
// EXTERNAL MODULE: ./lib/snapshot/estimate.js
var estimate = __webpack_require__(34296);
// EXTERNAL MODULE: ./lib/snapshot/policies.js
var policies = __webpack_require__(36472);
;// CONCATENATED MODULE: ./lib/commands/snapshot-estimate.js
/** `snapshot estimate`: what a snapshot of a folder would hold, under the policies stored in the repository. */





/** Errors: CAIRN_SOURCE_MISSING, CAIRN_SOURCE_UNREADABLE, CAIRN_NOT_A_DIRECTORY, CAIRN_IGNORE_RULE_INVALID. */
async function estimateSnapshot(repository, source, options) {
    if ((0,local/* openLocalSource */.N_)(source.path).entry.kind !== 'directory') {
        throw new errors/* CairnError */.eb('CAIRN_NOT_A_DIRECTORY', `${source.path} is not a directory.`, { hint: 'Name a folder to estimate.' });
    }
    const tree = (0,policy_tree/* policyTree */.N)(source, await (0,policies/* repositoryLayers */.Nj)(repository, options.signal));
    return await (0,estimate/* estimateTree */.D)(source.path, tree.root, options);
}

// EXTERNAL MODULE: ./lib/report/kopia-numbers.js
var kopia_numbers = __webpack_require__(49873);
// EXTERNAL MODULE: ./lib/report/kopia-text.js
var kopia_text = __webpack_require__(12452);
// EXTERNAL MODULE: ./lib/util/plain-text.js
var plain_text = __webpack_require__(11610);
// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
// EXTERNAL MODULE: ./lib/cli/harmless.js
var harmless = __webpack_require__(53807);
;// CONCATENATED MODULE: ./lib/cli/verbs/snapshot-estimate.js
/** `cairn snapshot estimate`: Kopia's text. */










async function snapshotEstimate(context, input) {
    const megabitsPerSecond = (0,flag_values/* numberFlag */.C$)(input, 'upload-speed') ?? 10;
    if (megabitsPerSecond <= 0)
        throw new errors/* CairnError */.eb('CAIRN_USAGE', '--upload-speed takes a number above zero.');
    const maxExamples = Math.max(0, (0,flag_values/* integerFlag */.tB)(input, 'max-examples-per-bucket') ?? 10);
    const path = input.argument('source') ?? '';
    if (path === '')
        throw new errors/* CairnError */.eb('CAIRN_USAGE', 'A source is empty.');
    const { log, signal } = context;
    const estimate = await (0,commands_open/* withRepository */.B)(context, { isReadOnly: true }, async (repository) => estimateSnapshot(repository, { ...repository.identity, path: (0,external_node_path_.resolve)(context.cwd, path) }, {
        maxExamples,
        onDirectory: (directory) => (input.isOn('quiet') ? undefined : log.info(`Analyzing ${(0,plain_text/* visibleText */.Q)(directory)}...`)),
        onError: (where, message) => log.error(`Error in ${(0,plain_text/* visibleText */.Q)(where)}: ${message}`),
        signal,
    }));
    print(context, estimate, input.isOn('show-files'), megabitsPerSecond);
    return estimate.errors > 0 ? outcome/* EXIT_CODES */.ai.partial : 0;
}
function print(context, estimate, showsFiles, megabitsPerSecond) {
    const sizeText = (0,kopia_numbers/* sizeTextOf */.Ym)(context.env);
    const { files, bytes, excludedFiles, excludedBytes, excludedDirectories, errors } = estimate;
    context.print(`Snapshot includes ${files} file(s), total size ${sizeText(bytes)}`);
    printBuckets(context, estimate.included, showsFiles, sizeText);
    context.print('');
    if (excludedFiles > 0) {
        context.print(`Snapshot excludes ${excludedFiles} file(s), total size ${sizeText(excludedBytes)}`);
        printBuckets(context, estimate.excluded, true, sizeText);
    }
    else
        context.print('Snapshot excludes no files.');
    if (excludedDirectories > 0) {
        context.print(`Snapshot excludes ${excludedDirectories} directories. Examples:`);
        for (const directory of estimate.excludedDirectoryExamples)
            (0,harmless/* printText */.n)(context, ` - ${(0,plain_text/* visibleText */.Q)(directory)}`);
    }
    else
        context.print('Snapshot excludes no directories.');
    if (errors > 0)
        context.print(`Encountered ${errors} error(s).`);
    const seconds = Math.trunc((bytes * 8) / 1_000_000 / megabitsPerSecond);
    context.print('');
    context.print(`Estimated upload time: ${(0,kopia_text/* durationText */.S)(BigInt(seconds) * 1000000000n)} at ${megabitsPerSecond} Mbit/s`);
}
function printBuckets(context, buckets, showsFiles, sizeText) {
    for (const [index, bucket] of buckets.entries()) {
        if (bucket.files === 0)
            continue;
        const from = sizeText(bucket.minBytes).padEnd(6);
        const above = buckets[index - 1];
        const range = above === undefined ? `< ${from}` : `${from}...${sizeText(above.minBytes).padStart(6)}`;
        context.print(`${range.padStart(18)}: ${String(bucket.files).padStart(7)} files, total size ${sizeText(bucket.bytes)}`);
        if (showsFiles)
            for (const example of bucket.examples)
                (0,harmless/* printText */.n)(context, ` - ${(0,plain_text/* visibleText */.Q)(example.path)} - ${sizeText(example.bytes)}`);
    }
}


/***/ }),

/***/ 18942:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ nativeHooks),
/* harmony export */   M: () => (/* binding */ NATIVE_TIMEOUT_SECONDS)
/* harmony export */ });
/** Seconds that a stored hook without a timeout may take. */
const NATIVE_TIMEOUT_SECONDS = 180;
/** The hooks of a stored policy: a mode that is absent or unknown is optional, a timeout that is absent or 0 is 180 s. */
function nativeHooks(actions, origin) {
    const set = {};
    for (const name of ['beforeSnapshotRoot', 'afterSnapshotRoot', 'beforeFolder', 'afterFolder']) {
        const action = actions?.[name];
        if (action !== undefined)
            set[name] = [nativeHook(action, origin, name.startsWith('before'))];
    }
    return set;
}
function nativeHook(action, origin, isBefore) {
    const mode = action.mode === 'essential' || action.mode === 'async' ? action.mode : 'optional';
    return {
        program: nativeProgram(action),
        mode,
        timeoutSeconds: action.timeout || NATIVE_TIMEOUT_SECONDS,
        origin,
        // Nobody waits for the output of an async hook.
        capturesRedirect: isBefore && mode !== 'async',
    };
}
/** A script wins over a path; an action with neither is the empty command, which fails when it runs. */
function nativeProgram(action) {
    if (action.script !== undefined && action.script !== '')
        return { kind: 'script', script: action.script };
    return { kind: 'command', argv: [action.path ?? '', ...(action.args ?? [])] };
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

/***/ 12452:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* reexport safe */ _util_go_duration_js__WEBPACK_IMPORTED_MODULE_0__.I),
/* harmony export */   z: () => (/* binding */ modeText)
/* harmony export */ });
/* harmony import */ var _util_go_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26517);

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


/***/ }),

/***/ 34296:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ estimateTree)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _fs_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92680);
/* harmony import */ var _fs_local_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48844);
/* harmony import */ var _fs_placeholder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4658);
/* harmony import */ var _fs_selection_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58613);
/* harmony import */ var _upload_folder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38950);
/** Looks at a folder without storing anything: what a snapshot of it would hold and what its rules leave out. */






/** Directories between two turns of the event loop. */
const DIRECTORIES_PER_TURN = 32;
/** Looks at everything below `path`. Errors: those of the root, also CAIRN_IGNORE_RULE_INVALID for its rules; CAIRN_CANCELLED. */
async function estimateTree(path, policy, options) {
    const root = (0,_fs_local_js__WEBPACK_IMPORTED_MODULE_2__/* .openLocalSource */ .N_)(path);
    const counts = { files: 0, bytes: 0, directories: 0, excludedFiles: 0, excludedBytes: 0, excludedDirectories: 0, errors: 0 };
    const included = new BucketCounter(options.maxExamples);
    const excluded = new BucketCounter(options.maxExamples);
    const excludedDirectoryExamples = [];
    const leaveOutDirectory = (relativePath) => {
        counts.excludedDirectories++;
        if (excludedDirectoryExamples.length < options.maxExamples)
            excludedDirectoryExamples.push(relativePath);
    };
    const fail = (relativePath, error) => {
        counts.errors++;
        options.onError?.(relativePath, error.message);
    };
    const leaveOut = ({ kind, size }, relativePath) => {
        if (kind === 'directory')
            return leaveOutDirectory(relativePath);
        counts.excludedFiles++;
        counts.excludedBytes += size;
        excluded.add(relativePath, size);
    };
    // Not by recursion: trees may be deeper than the stack.
    const waiting = [{ path: root.path, relativePath: '', entry: root.entry, policy, parent: undefined }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(options.signal);
        const { relativePath } = next;
        counts.directories++;
        if (counts.directories % DIRECTORIES_PER_TURN === 0)
            await new Promise((resolve) => setImmediate(resolve));
        options.onDirectory?.(relativePath === '' ? '.' : relativePath);
        const pathOf = (name) => (relativePath === '' ? name : `${relativePath}/${name}`);
        const below = [];
        try {
            const listing = (0,_fs_local_js__WEBPACK_IMPORTED_MODULE_2__/* .listDirectory */ .KG)(next.path);
            for (const { name, error } of listing.failures)
                fail(pathOf(name), error);
            const seen = (0,_fs_placeholder_js__WEBPACK_IMPORTED_MODULE_3__/* .withPlaceholders */ .rk)(listing.entries).filter((entry) => options.isPassedOver?.(entry) !== true);
            const { context, entries, isCache } = (0,_fs_selection_js__WEBPACK_IMPORTED_MODULE_4__/* .selectEntries */ .X)(next.path, seen, next.entry.device, next.policy, next.parent);
            if (isCache)
                leaveOutDirectory(relativePath === '' ? '.' : relativePath);
            else
                for (const entry of seen)
                    if (context.isIgnored(entry.name, entry.kind === 'directory'))
                        leaveOut(entry, pathOf(entry.name));
            for (const entry of entries) {
                if (entry.kind === 'directory') {
                    // As for Kopia nothing is known of what the placeholder of a folder stands for.
                    if (entry.placeholder !== undefined)
                        continue;
                    const { name } = entry;
                    const child = { path: (0,_fs_local_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOfEntry */ .le)(next.path, entry), relativePath: pathOf(name), entry, policy: next.policy.child(name) };
                    below.push({ ...child, parent: { context, name } });
                }
                else if (entry.kind === 'file') {
                    counts.files++;
                    counts.bytes += entry.size;
                    included.add(pathOf(entry.name), entry.size);
                }
            }
        }
        catch (error) {
            if (relativePath === '' || !(0,_upload_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .isEntryError */ .P0)(error))
                throw error;
            if (!(0,_fs_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isVanished */ .no)(error))
                fail(relativePath, error);
        }
        waiting.push(...below.reverse());
    }
    return { ...counts, included: included.buckets, excluded: excluded.buckets, excludedDirectoryExamples };
}
const MIN_SIZES = [1e15, 1e14, 1e13, 1e12, 1e11, 1e10, 1e9, 1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 0];
class BucketCounter {
    buckets = MIN_SIZES.map((minBytes) => ({
        minBytes,
        files: 0,
        bytes: 0,
        examples: [],
    }));
    #maxExamples;
    constructor(maxExamples) {
        this.#maxExamples = maxExamples;
    }
    add(path, bytes) {
        const bucket = this.buckets.find(({ minBytes }) => bytes >= minBytes);
        if (bucket === undefined)
            return;
        bucket.files++;
        bucket.bytes += bytes;
        if (bucket.examples.length < this.#maxExamples)
            bucket.examples.push({ path, bytes });
    }
}


/***/ })

};
