export const id = 394;
export const ids = [394,5618];
export const modules = {

/***/ 92163:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ entryVersion),
/* harmony export */   i: () => (/* binding */ findCompression)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77598);
/* harmony import */ var _entry_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98012);
/** The identity that the official client gives to entries besides their key (docs/backends/actions-cache.md, "Entries"). */



/** How the client compresses on this machine: with zstd when there is such a program. */
async function findCompression(env) {
    return await new Promise((resolve) => {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('zstd', ['--quiet', '--version'], { env }, (_error, stdout, stderr) => {
            resolve(`${stdout}${stderr}`.trim() === '' ? 'gzip' : 'zstd-without-long');
        });
    });
}
/** An entry is only found by the version it was saved with. */
function entryVersion(compression) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)('sha256').update([_entry_names_js__WEBPACK_IMPORTED_MODULE_2__/* .ENTRY_FILE */ .wO, compression, '1.0'].join('|')).digest('hex');
}


/***/ }),

/***/ 98012:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KS: () => (/* binding */ olderHeads),
/* harmony export */   N: () => (/* binding */ isSegmentKey),
/* harmony export */   PO: () => (/* binding */ timeOfHead),
/* harmony export */   Qo: () => (/* binding */ headKey),
/* harmony export */   aF: () => (/* binding */ MAX_KEYS),
/* harmony export */   j6: () => (/* binding */ headPrefix),
/* harmony export */   jX: () => (/* binding */ newerHeads),
/* harmony export */   wO: () => (/* binding */ ENTRY_FILE),
/* harmony export */   zT: () => (/* binding */ segmentKey)
/* harmony export */ });
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34695);
/**
 * Names of cache entries (docs/backends/actions-cache.md, "Entries").
 *
 * head      cairn/<name>/head/<ms since 1970, 13 digits>-<run id>-<attempt>
 * segment   cairn/<name>/segment/<SHA-256 of its bytes, hex>
 *
 * The service finds the newest entry whose key begins with what is asked for. With the time in front, a handful of beginnings covers
 * everything before or after a moment, so that heads can be found one after the other without a right to list entries. All keys are in lower
 * case, because some services change it.
 */

/** The one file of every entry. It is part of an entry's identity: another path would be another cache. */
const ENTRY_FILE = 'cairn-entry';
/** The service takes no more keys in one question. */
const MAX_KEYS = 10;
const TIME_DIGITS = 13;
/** What the key of every head of this name begins with. */
function headPrefix(name) {
    return `cairn/${name.toLowerCase()}/head/`;
}
/** Key of a head that is written at `timeMs`. */
function headKey(name, timeMs, run) {
    return `${headPrefix(name)}${digitsOf(timeMs)}-${run.id}-${run.attempt}`;
}
/** When a head was written, in ms since 1970; undefined when the key is not that of a head of this name. */
function timeOfHead(name, key) {
    const prefix = headPrefix(name);
    const match = key.startsWith(prefix) ? /^(\d{13})-[0-9a-z]{1,40}-[0-9a-z]{1,40}$/.exec(key.slice(prefix.length)) : null;
    return match === null ? undefined : Number(match[1]);
}
/** Key of a segment with these 32 bytes of SHA-256. */
function segmentKey(name, sha256) {
    return `cairn/${name.toLowerCase()}/segment/${(0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .toHex */ .nj)(sha256)}`;
}
/** Whether `key` can be that of a segment, of any name. */
function isSegmentKey(key) {
    return /^cairn\/[a-z0-9._-]{1,100}\/segment\/[0-9a-f]{64}$/.test(key);
}
/** Beginnings of the keys of heads written after `timeMs` and up to `latestMs`, later ones first. */
function newerHeads(name, timeMs, latestMs) {
    const digits = digitsOf(timeMs);
    const prefixes = [];
    for (let at = 0; at < TIME_DIGITS; at++) {
        for (let digit = 9; digit > Number(digits[at]); digit--) {
            const beginning = `${digits.slice(0, at)}${digit}`;
            if (Number(beginning.padEnd(TIME_DIGITS, '0')) <= latestMs)
                prefixes.push(headPrefix(name) + beginning);
        }
    }
    return prefixes;
}
/** Beginnings of the keys of heads written before `timeMs` and not before `earliestMs`, later ones first. */
function olderHeads(name, timeMs, earliestMs) {
    const digits = digitsOf(timeMs);
    const prefixes = [];
    for (let at = TIME_DIGITS - 1; at >= 0; at--) {
        for (let digit = Number(digits[at]) - 1; digit >= 0; digit--) {
            const beginning = `${digits.slice(0, at)}${digit}`;
            if (Number(beginning.padEnd(TIME_DIGITS, '9')) >= earliestMs)
                prefixes.push(headPrefix(name) + beginning);
        }
    }
    return prefixes;
}
function digitsOf(timeMs) {
    return String(Math.max(0, Math.floor(timeMs))).padStart(TIME_DIGITS, '0');
}


/***/ }),

/***/ 60394:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openActionsCache: () => (/* binding */ openActionsCache)
});

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/blob/actions-cache/compression.js
var actions_cache_compression = __webpack_require__(92163);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(85416);
// EXTERNAL MODULE: ./lib/repo/blob/cloud-errors.js
var cloud_errors = __webpack_require__(555);
// EXTERNAL MODULE: ./lib/repo/blob/actions-cache/entry-names.js
var entry_names = __webpack_require__(98012);
// EXTERNAL MODULE: ./lib/repo/blob/actions-cache/wire.js
var wire = __webpack_require__(56540);
;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/save-failure.js
/** Why the official client could not save an entry, from what it printed: it returns the same number for everything. */



/**
 * The error of a save that failed: CAIRN_STORAGE_READONLY, CAIRN_STORAGE_FULL, CAIRN_CACHE_CONFLICT when the key is taken,
 * CAIRN_STORAGE_UNAVAILABLE for rate limits and outages, or those of `cloudError`.
 */
function saveFailure(key, lines, access, thrown) {
    const text = [...lines, ...(thrown === undefined ? [] : [thrown])].join('\n');
    const reason = reasonIn(lines, thrown);
    if ((0,wire/* isDenied */.G)(text))
        return writeRefused('the service answered that the token of this job may only read');
    if (/quota has been hit|insufficient usage|over the (?:10GB|data cap) limit/i.test(text)) {
        return new errors/* CairnError */.eb('CAIRN_STORAGE_FULL', `The Actions cache took no entry ${key}: its quota is used up.`, {
            hint: 'Delete entries on the page "Caches" of the repository, raise the limit in its settings, or use another store.',
        });
    }
    const status = Number(/\((\d{3})\)|responded with (\d{3})|status ?code:? (\d{3})/i.exec(text)?.slice(1).find(Boolean)) || undefined;
    if (status === 409 || /already_exists|already exists/i.test(text))
        return keyTaken(key);
    const seconds = Number(/rate limit will reset in (\d+) seconds/.exec(text)?.[1]);
    const isRateLimit = status === 429 || /rate limited/i.test(text);
    const systemCode = /\b(ECONNRESET|ENOTFOUND|ETIMEDOUT|ECONNREFUSED|EHOSTUNREACH)\b/.exec(text)?.[1];
    if (status === undefined && systemCode === undefined && !isRateLimit) {
        if (/another job may be creating this cache/.test(text))
            return keyTaken(key);
        return new errors/* CairnError */.eb('CAIRN_STORAGE_IO', `The Actions cache took no entry ${key}: ${reason}.`, {
            hint: 'What was saved before is intact. Run again; the log with debug lines says more.',
        });
    }
    return (0,cloud_errors/* cloudError */.EF)({
        what: `save ${key} in the Actions cache`,
        reason: isRateLimit ? 'this repository uploads too often, and GitHub asked it to wait' : reason,
        status: isRateLimit ? 429 : status,
        systemCode,
        meaning: status === 404 ? 'wrong-endpoint' : undefined,
        credentials: 'the variable ACTIONS_RUNTIME_TOKEN',
        settings: { bucket: 'the name of the cache', endpoint: `the variable ${access.urlVariable}` },
        retryAfterMs: seconds > 0 ? seconds * 1000 : undefined,
    });
}
/** The error of a write where only reading is allowed. */
function writeRefused(reason) {
    return new errors/* CairnError */.eb('CAIRN_STORAGE_READONLY', `Nothing can be written to the Actions cache: ${reason}.`, {
        hint: 'GitHub lets runs of untrusted events only read the cache. Restores work; save snapshots on push or schedule.',
    });
}
function keyTaken(key) {
    return new errors/* CairnError */.eb('CAIRN_CACHE_CONFLICT', `The Actions cache took no entry ${key}: another job has reserved this key.`, {
        hint: 'Run again. If it stays, an interrupted upload holds the key until GitHub cleans it up.',
    });
}
/** The last thing the client said about it, without the marks of workflow commands. */
function reasonIn(lines, thrown) {
    const told = lines.findLast((line) => /^::(?:warning|error)/.test(line)) ??
        lines.findLast((line) => /fail|error|denied|unable|refused/i.test(line) && !line.startsWith('[command]'));
    const text = (thrown ?? told ?? 'the client gave no reason').replace(/^::[a-z-]+[^:]*::/, '').replaceAll('%0A', ' ');
    return text
        .replace(/https?:\/\/\S+/g, '<url>')
        .slice(0, 300)
        .trim()
        .replace(/\.$/, '');
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./lib/util/format.js
var format = __webpack_require__(4849);
// EXTERNAL MODULE: ./lib/repo/blob/actions-cache/transfer-protocol.js
var transfer_protocol = __webpack_require__(97935);
;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/transfers.js
/** Transfers of cache entries, one after the other, in a process of their own (docs/backends/actions-cache.md, "Transfers"). */






/** No transfer gets less time. */
const LEAST_MS = 10 * 60_000;
/** Whatever is slower than 1 MiB in a second stands still. */
const MS_PER_MIB = 1000;
/** Variables that the process has no use for. */
const WITHHELD = /^(KOPIA_|CAIRN_|INPUT_|GITHUB_TOKEN$|GH_TOKEN$|ACTIONS_ID_TOKEN_|NODE_OPTIONS$|GITHUB_(ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$)/;
class Transfers {
    #options;
    #turn = new util_async/* Semaphore */.j(1);
    #child;
    constructor(options) {
        this.#options = options;
    }
    /**
     * Has the official client transfer an entry of about `bytes` bytes; 0 when nobody knows.
     *
     * An aborted signal ends the process and fails with CAIRN_CANCELLED. So does the time that an entry of this size gets at most, with
     * CAIRN_STORAGE_UNAVAILABLE.
     */
    async run(request, bytes, signal) {
        return await this.#turn.use(async () => {
            (0,errors/* throwIfCancelled */.dZ)(signal);
            const child = this.#start();
            const limitMs = LEAST_MS + Math.ceil(bytes / 1024 ** 2) * MS_PER_MIB;
            const timer = new AbortController();
            return await new Promise((resolve, reject) => {
                const onAbort = () => {
                    this.#kill();
                    settle(() => reject((0,errors/* cancelled */.KW)()));
                };
                const onLate = () => {
                    this.#kill();
                    settle(() => reject(tooLate(request, limitMs)));
                };
                const onExit = () => settle(() => reject(ended('it ended by itself')));
                const onError = (error) => settle(() => reject(ended((0,errors/* messageOf */.bD)(error))));
                const onMessage = (result) => settle(() => resolve(result));
                const settle = (act) => {
                    timer.abort();
                    signal?.removeEventListener('abort', onAbort);
                    child.off('exit', onExit).off('error', onError).off('message', onMessage);
                    child.channel?.unref();
                    act();
                };
                signal?.addEventListener('abort', onAbort, { once: true });
                child.on('exit', onExit).on('error', onError).on('message', onMessage);
                child.channel?.ref();
                child.send(request);
                // Rejects when the timer is no longer needed.
                this.#options.clock.sleep(limitMs, timer.signal).then(onLate, () => undefined);
            });
        });
    }
    /** Ends the process. */
    close() {
        this.#kill();
    }
    #start() {
        if (this.#child !== undefined)
            return this.#child;
        const { entryPath, folder, env, platform } = this.#options;
        const child = (0,external_node_child_process_.fork)(entryPath, [transfer_protocol/* CACHE_TRANSFER_ARGUMENT */.V], {
            cwd: folder,
            env: transferEnvironment(this.#options, env),
            execArgv: [],
            stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
            // The leader of its own group, so that it goes together with the programs it started.
            detached: platform !== 'win32',
        });
        child.on('exit', () => {
            if (this.#child === child)
                this.#child = undefined;
        });
        // Without a listener the failure of a process that cannot be started would end ours.
        child.on('error', () => { });
        child.unref();
        child.channel?.unref();
        this.#child = child;
        return child;
    }
    #kill() {
        const child = this.#child;
        this.#child = undefined;
        if (child?.pid === undefined || child.exitCode !== null)
            return;
        try {
            process.kill(this.#options.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
        }
        catch {
            // It has just ended.
        }
    }
}
/**
 * What the process gets: the runner's variables, and its own folders in place of the workspace.
 *
 * Archives are unpacked with absolute names allowed, and come from whoever may write to the cache. GNU tar is therefore told to write every
 * member under the one name that an entry has, wherever the archive wants it.
 */
function transferEnvironment({ folder, temporaryFolder }, env) {
    const kept = Object.entries(env).filter(([name]) => !WITHHELD.test(name));
    return {
        ...Object.fromEntries(kept),
        GITHUB_WORKSPACE: folder,
        RUNNER_TEMP: temporaryFolder,
        TAR_OPTIONS: `--transform=s,.*,${entry_names/* ENTRY_FILE */.wO}, --no-same-owner`,
    };
}
function tooLate({ kind, key }, limitMs) {
    const what = kind === 'save' ? `saving ${key} in` : `fetching ${key} from`;
    return new errors/* CairnError */.eb('CAIRN_STORAGE_UNAVAILABLE', `The transfer was stopped: ${what} the Actions cache took longer than ${(0,format/* formatDuration */.a3)(limitMs)}.`, {
        hint: 'Run again. If it stays, look at https://www.githubstatus.com and at the network of the runner.',
    });
}
function ended(reason) {
    return new errors/* CairnError */.eb('CAIRN_STORAGE_IO', `The process that transfers cache entries failed: ${reason}.`, {
        hint: 'It runs on the same Node as Cairn and needs tar: check that this machine allows both, and that its memory did not run out.',
    });
}

;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/entries.js
/** Whole entries of the cache as files in a folder of ours: looked up, fetched, saved. */









const PARALLEL_QUESTIONS = 8;
class Entries {
    #options;
    #folder;
    #transfers;
    /** The folder for packing and unpacking holds one entry at a time. */
    #turn = new util_async/* Semaphore */.j(1);
    #count = 0;
    constructor(options, folder) {
        this.#options = options;
        this.#folder = folder;
        this.#transfers = new Transfers({ ...options, folder: this.#workFolder, temporaryFolder: this.#archiveFolder });
    }
    /** Makes the folder, readable by nobody else. */
    static async create(options) {
        // The real path: the client compares paths as text.
        const folder = await (0,promises_.realpath)(await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.temporaryDirectory ?? (0,external_node_os_.tmpdir)(), 'cairn-cache-')));
        await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'work'));
        await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'archives'));
        return new Entries(options, folder);
    }
    get #workFolder() {
        return (0,external_node_path_.join)(this.#folder, 'work');
    }
    get #archiveFolder() {
        return (0,external_node_path_.join)(this.#folder, 'archives');
    }
    /** A path in the folder that nothing has yet. */
    newPath() {
        return (0,external_node_path_.join)(this.#folder, `entry-${this.#count++}`);
    }
    /** Whether there is an entry of exactly this key. Errors: those of `CacheService.lookup`. */
    async has(key, signal) {
        return (await this.newest([key], signal)) === key;
    }
    /** The key of the newest entry that begins with the first of these beginnings that any entry has. */
    async newest(beginnings, signal) {
        const { service, version } = this.#options;
        const starts = Array.from({ length: Math.ceil(beginnings.length / entry_names/* MAX_KEYS */.aF) }, (_, index) => index * entry_names/* MAX_KEYS */.aF);
        const found = await (0,util_async/* mapConcurrent */._)(starts, PARALLEL_QUESTIONS, (at) => service.lookup(beginnings.slice(at, at + entry_names/* MAX_KEYS */.aF), version, signal));
        return found.find((key) => key !== undefined);
    }
    /**
     * The entry of about `bytes` bytes, 0 when nobody knows, as a file; undefined when the service says that there is none.
     *
     * Errors: CAIRN_CACHE_DAMAGED, those of `CacheService.lookup` and `Transfers.run`.
     */
    async fetch(key, bytes, signal) {
        return await this.#turn.use(async () => {
            await this.#clear();
            this.#options.onTransfer?.('restore', key);
            const { restored, thrown, lines } = await this.#transfers.run({ kind: 'restore', key }, bytes, signal);
            if (restored === key)
                return await this.#takeEntry(key);
            // Another entry that begins with this key, or nothing: the client cannot tell an outage from a miss.
            if (!(await this.has(key, signal)))
                return undefined;
            const reason = thrown ?? lines.findLast((line) => /fail|error/i.test(line)) ?? 'the client gave no reason';
            throw (0,cloud_errors/* cloudError */.EF)({
                what: `fetch ${key} from the Actions cache`,
                reason: reason
                    .replace(/^::[a-z-]+[^:]*::/, '')
                    .replace(/https?:\/\/\S+/g, '<url>')
                    .slice(0, 300),
                meaning: 'transient',
                credentials: 'the variable ACTIONS_RUNTIME_TOKEN',
                settings: { bucket: 'the name of the cache', endpoint: 'the service' },
            });
        });
    }
    /**
     * Saves a file as an entry; the file stays. A key that is taken fails with CAIRN_CACHE_CONFLICT, unless `isSameContent` says that an entry
     * with this key can only hold these bytes. Errors: those of `saveFailure` and `Transfers.run`.
     */
    async save(path, key, isSameContent, signal) {
        await this.#turn.use(async () => {
            await this.#clear();
            const entry = (0,external_node_path_.join)(this.#workFolder, entry_names/* ENTRY_FILE */.wO);
            // A second name: whoever reads the file at its own path goes on.
            await (0,promises_.link)(path, entry);
            try {
                this.#options.onTransfer?.('save', key);
                const { saved, thrown, lines } = await this.#transfers.run({ kind: 'save', key }, (await (0,promises_.stat)(entry)).size, signal);
                if (saved === true)
                    return;
                const failure = saveFailure(key, lines, this.#options.service.access, thrown);
                // An attempt whose answer was lost, or another job with the same bytes: either way they are there.
                if (isSameContent && (0,errors/* isCairnError */.qN)(failure, 'CAIRN_CACHE_CONFLICT') && (await this.has(key, signal)))
                    return;
                throw failure;
            }
            finally {
                await (0,promises_.rm)(entry, { force: true });
            }
        });
    }
    /** Ends the process and removes the folder. */
    async close() {
        this.#transfers.close();
        await (0,promises_.rm)(this.#folder, { recursive: true, force: true, maxRetries: 3 });
    }
    async #clear() {
        // A transfer that was stopped leaves its archive behind.
        for (const folder of [this.#workFolder, this.#archiveFolder]) {
            await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
            await (0,promises_.mkdir)(folder);
        }
    }
    /** Nothing else may have come out of the archive. */
    async #takeEntry(key) {
        const names = await (0,promises_.readdir)(this.#workFolder);
        const entry = (0,external_node_path_.join)(this.#workFolder, entry_names/* ENTRY_FILE */.wO);
        if (names.length !== 1 || names[0] !== entry_names/* ENTRY_FILE */.wO || !(await (0,promises_.lstat)(entry)).isFile()) {
            throw new errors/* CairnError */.eb('CAIRN_CACHE_DAMAGED', `The cache entry ${key} cannot be used: it holds other files than one named ${entry_names/* ENTRY_FILE */.wO}.`, {
                hint: 'Cairn did not make it. Delete it on the page "Caches" of the repository and find out who may write to the cache.',
            });
        }
        const path = this.newPath();
        await (0,promises_.rename)(entry, path);
        return path;
    }
}

// EXTERNAL MODULE: ./lib/repo/blob/read-checked.js
var read_checked = __webpack_require__(31716);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/util/bytes.js
var util_bytes = __webpack_require__(34695);
;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/view.js
/** A repository without a blob. */
const EMPTY_VIEW = { segments: new Map(), blobs: new Map(), deleted: new Map() };
/** Accounts of deletions are kept so long: an entry that nobody used for that time is gone. */
const KEPT_DELETIONS_MS = 60 * 24 * 3_600_000;
/** Both accounts as one; where a blob was only moved, it lies where `a` says. */
function mergeViews(a, b) {
    const deleted = new Map(a.deleted);
    for (const [id, stampMs] of b.deleted)
        deleted.set(id, Math.max(stampMs, deleted.get(id) ?? 0));
    const blobs = new Map();
    for (const id of new Set([...a.blobs.keys(), ...b.blobs.keys()])) {
        const row = later(a.blobs.get(id), b.blobs.get(id));
        if (row === undefined || (deleted.get(id) ?? -1) >= row.stampMs)
            continue;
        blobs.set(id, row);
        deleted.delete(id);
    }
    return withLiveSegments({ segments: new Map([...b.segments, ...a.segments]), blobs, deleted });
}
function later(a, b) {
    if (a === undefined || b === undefined)
        return a ?? b;
    if (a.stampMs !== b.stampMs)
        return a.stampMs > b.stampMs ? a : b;
    return a.bytes === undefined && b.bytes !== undefined && a.length === b.length ? { ...a, bytes: b.bytes } : a;
}
/** The same without segments in which nothing lives. */
function withLiveSegments(view) {
    const live = liveBytes(view);
    return { ...view, segments: new Map([...view.segments].filter(([key]) => live.has(key))) };
}
/** Bytes of blobs in each segment that has any. */
function liveBytes(view) {
    const live = new Map();
    for (const { place, length } of view.blobs.values()) {
        if (place !== undefined)
            live.set(place.segment, (live.get(place.segment) ?? 0) + length);
    }
    return live;
}

;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/head-table.js


const VERSION = 1;
/** The table of a head, ready for JSON. */
function encodeTable({ writtenMs, run, snapshots, ancestors, view }) {
    const segments = [...view.segments.values()];
    const numbers = new Map(segments.map(({ key }, index) => [key, index]));
    return {
        version: VERSION,
        written: writtenMs,
        run,
        snapshots,
        ancestors,
        segments: segments.map((one) => ({ key: one.key, length: one.length, sha256: one.sha256, written: one.writtenMs, run: one.run })),
        blobs: [...view.blobs.values()].map((row) => [
            row.id,
            row.length,
            row.stampMs,
            String(row.writtenNs),
            row.place === undefined ? -1 : (numbers.get(row.place.segment) ?? -1),
            row.place?.offset ?? 0,
            row.bytes === undefined ? 0 : 1,
        ]),
        deleted: [...view.deleted],
    };
}
/** The head of a parsed table, with its blobs as views of `stored`; a text says what is wrong. */
function readTable(table, stored) {
    if (!isRecord(table) || table['version'] !== VERSION)
        return 'its table is of another version';
    const { written, run, snapshots, ancestors, segments, blobs, deleted } = table;
    if (!isCount(written) || typeof run !== 'string' || !isTexts(snapshots))
        return 'its table does not say who wrote it';
    if (!Array.isArray(ancestors) || !ancestors.every(isAncestor))
        return 'its list of earlier heads is damaged';
    if (!Array.isArray(segments) || !segments.every(isSegment))
        return 'its list of segments is damaged';
    if (!Array.isArray(blobs) || !Array.isArray(deleted) || !deleted.every(isDeletion))
        return 'its list of blobs is damaged';
    const list = segments.map((one) => ({
        key: one.key,
        length: one.length,
        sha256: one.sha256,
        writtenMs: one.written,
        run: one.run,
    }));
    const rows = new Map();
    let start = 0;
    for (const value of blobs) {
        const row = readRow(value, list, stored, start);
        if (row === undefined || rows.has(row.id))
            return `entry ${rows.size} of its list of blobs is damaged`;
        rows.set(row.id, row);
        start += row.bytes?.length ?? 0;
    }
    if (start !== stored.length)
        return `it holds ${stored.length} bytes of blobs, but its table names ${start}`;
    const view = withLiveSegments({ segments: new Map(list.map((one) => [one.key, one])), blobs: rows, deleted: new Map(deleted) });
    return { writtenMs: written, run, snapshots, ancestors, view };
}
function readRow(value, segments, stored, start) {
    if (!Array.isArray(value))
        return undefined;
    const [id, length, stampMs, writtenNs, number, offset, isStored] = value;
    if (!isBlobId(id) || !isCount(length) || !isCount(stampMs) || !isCount(offset))
        return undefined;
    if (typeof writtenNs !== 'string' || !/^-?\d{1,19}$/.test(writtenNs))
        return undefined;
    if (isStored === 1 && start + length > stored.length)
        return undefined;
    const segment = typeof number === 'number' ? segments[number] : undefined;
    if (segment === undefined ? number !== -1 || isStored !== 1 : offset + length > segment.length)
        return undefined;
    return {
        id,
        length,
        stampMs,
        writtenNs: BigInt(writtenNs),
        place: segment && { segment: segment.key, offset },
        bytes: isStored === 1 ? stored.subarray(start, start + length) : undefined,
    };
}
function isSegment(value) {
    if (!isRecord(value))
        return false;
    const { key, length, sha256, written, run } = value;
    const isNamed = typeof key === 'string' && (0,entry_names/* isSegmentKey */.N)(key) && typeof sha256 === 'string' && key.endsWith(`/${sha256}`);
    return isNamed && isCount(length) && isCount(written) && typeof run === 'string';
}
function isAncestor(value) {
    return isRecord(value) && typeof value['key'] === 'string' && isTexts(value['segments']) && isTexts(value['snapshots']);
}
function isDeletion(value) {
    return Array.isArray(value) && value.length === 2 && isBlobId(value[0]) && isCount(value[1]);
}
function isBlobId(value) {
    return typeof value === 'string' && /^[\x20-\x7e]{1,240}$/.test(value) && !/[/\\]/.test(value);
}
function isTexts(value) {
    return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
function isCount(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/head.js
/**
 * A head: the entry that makes a repository out of segments (docs/backends/actions-cache.md, "Head").
 *
 *   0                "cairnhd1"
 *   8                length of the table, 4 bytes, big-endian
 *   12               the table: JSON, see docs/backends/actions-cache.md
 *   12 + table       blobs, back to back, in the order of the table
 *   last 32          SHA-256 of everything before
 */




const MAGIC = (0,util_bytes/* utf8 */.As)('cairnhd1');
const TABLE_START = 12;
const HASH_BYTES = 32;
/** The bytes of a head, in parts; blobs of its view that have bytes are part of it. */
function encodeHead(head) {
    const table = (0,util_bytes/* utf8 */.As)(JSON.stringify(encodeTable(head)));
    const start = new Uint8Array(TABLE_START);
    start.set(MAGIC);
    new DataView(start.buffer).setUint32(MAGIC.length, table.length);
    const blobs = [...head.view.blobs.values()].flatMap(({ bytes }) => (bytes === undefined ? [] : [bytes]));
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const parts = [start, table, ...blobs];
    for (const part of parts)
        hash.update(part);
    return [...parts, new Uint8Array(hash.digest())];
}
/** Reads a head; blobs are views of `bytes`. Errors: CAIRN_CACHE_DAMAGED names `key`. */
function decodeHead(bytes, key) {
    if (bytes.length < TABLE_START + HASH_BYTES || !(0,util_bytes/* equalBytes */.ex)(bytes.subarray(0, MAGIC.length), MAGIC)) {
        throw headDamaged(key, 'it is no head');
    }
    const end = bytes.length - HASH_BYTES;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(bytes.subarray(0, end)).digest();
    if (!(0,util_bytes/* equalBytes */.ex)(new Uint8Array(hash), bytes.subarray(end)))
        throw headDamaged(key, 'its checksum does not match');
    const tableLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length);
    if (tableLength > end - TABLE_START)
        throw headDamaged(key, `it claims a table of ${tableLength} bytes`);
    const blobsStart = TABLE_START + tableLength;
    let table;
    try {
        table = JSON.parse((0,util_bytes/* fromUtf8 */.ar)(bytes.subarray(TABLE_START, blobsStart)) ?? '');
    }
    catch (cause) {
        throw headDamaged(key, 'its table is no JSON', cause);
    }
    const result = readTable(table, bytes.subarray(blobsStart, end));
    if (typeof result === 'string')
        throw headDamaged(key, result);
    return result;
}
function headDamaged(key, reason, cause) {
    return new errors/* CairnError */.eb('CAIRN_CACHE_DAMAGED', `The cache entry ${key} cannot be used: ${reason}.`, {
        hint: 'Delete the entry on the page "Caches" of the repository; the next older one is used then.',
        ...(cause !== undefined && { cause }),
    });
}

;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/heads.js
/** Finding the heads that count (docs/backends/actions-cache.md, "Finding the head"). */






const DAY_MS = 24 * 3_600_000;
/** How far clocks of runners may be ahead of ours. */
const CLOCK_SLACK_MS = DAY_MS;
/** Older heads are not looked for: nothing has used them for longer than any entry is kept unused. */
const SEARCH_MS = 60 * DAY_MS;
/** Two heads that are no further apart may have been written without knowledge of each other. */
const OVERLAP_MS = 10 * 60_000;
/** So many heads are fetched at most: each costs a transfer. */
const MAX_HEADS = 8;
/** Known heads that the search goes past at most. */
const MAX_PASSED = 4;
const PARALLEL_LOOKUPS = 8;
/**
 * The heads of this name that count; none at all when the service says that there is no head.
 *
 * 1. the newest head the service gives; it looks in the run's own branch first, so
 * 2. heads with a later time, which other branches may have, until there is none
 * 3. back in time, past heads that are known, until one is known and too old to have been written at the same time as the newest
 *
 * Errors: those of `Entries`.
 */
async function findHeads(search, isKnown = () => false) {
    const whole = [];
    const broken = [];
    const damaged = new Map();
    const isKnownHead = (key) => isKnown(key) || whole.some(({ ancestors }) => ancestors.some((one) => one.key === key));
    let key = await newestHead(search);
    const isAnyThere = key !== undefined;
    const newestMs = timeOf(search, key);
    let fetches = 0;
    for (let passed = 0; key !== undefined && fetches < MAX_HEADS; key = await olderHead(search, timeOf(search, key))) {
        if (isKnownHead(key)) {
            // Whoever wrote it joined what was there before, save what was being written at the same time.
            if (++passed > MAX_PASSED || timeOf(search, key) < newestMs - OVERLAP_MS)
                break;
            continue;
        }
        fetches++;
        const head = await fetchHead(search, key).catch((error) => {
            if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_CACHE_DAMAGED'))
                throw error;
            return error;
        });
        if ((0,errors/* isCairnError */.qN)(head))
            damaged.set(key, head);
        else if (head !== undefined)
            (head.lost.length === 0 ? whole : broken).push(head);
    }
    return { whole, broken, damaged, isAnyThere };
}
/** Which of these segments are gone. Errors: those of `CacheService.lookup`. */
async function lostSegments(entries, view, signal) {
    const keys = [...view.segments.keys()];
    const isThere = await (0,util_async/* mapConcurrent */._)(keys, PARALLEL_LOOKUPS, (key) => entries.has(key, signal));
    return keys.filter((_, index) => isThere[index] === false);
}
/** The key of the newest head of all branches that this run may read. */
async function newestHead({ entries, name, nowMs, signal }) {
    let newest = await entries.newest([(0,entry_names/* headPrefix */.j6)(name)], signal);
    for (let count = 0; newest !== undefined && count < MAX_HEADS; count++) {
        const timeMs = (0,entry_names/* timeOfHead */.PO)(name, newest);
        if (timeMs === undefined)
            break;
        const later = await entries.newest((0,entry_names/* newerHeads */.jX)(name, timeMs, nowMs + CLOCK_SLACK_MS), signal);
        if (later === undefined)
            break;
        newest = later;
    }
    return newest;
}
function timeOf({ name }, key) {
    return key === undefined ? 0 : ((0,entry_names/* timeOfHead */.PO)(name, key) ?? 0);
}
async function olderHead({ entries, name, nowMs, signal }, timeMs) {
    return await entries.newest((0,entry_names/* olderHeads */.KS)(name, timeMs, Math.min(timeMs, nowMs - SEARCH_MS)), signal);
}
/** Undefined when it went away between the question and the answer. */
async function fetchHead({ entries, log, signal }, key) {
    const head = await (0,read_checked/* readChecked */.Y)(() => fetchBytes(entries, key, signal), (bytes) => bytes && decodeHead(bytes, key));
    if (head === undefined)
        return undefined;
    const lost = await lostSegments(entries, head.view, signal);
    log.debug(`Actions cache: head ${key}, ${head.view.blobs.size} blobs, ${head.view.segments.size} segments.`);
    return { ...head, key, lost };
}
async function fetchBytes(entries, key, signal) {
    const path = await entries.fetch(key, 0, signal);
    if (path === undefined)
        return undefined;
    const bytes = new Uint8Array(await (0,promises_.readFile)(path));
    await (0,promises_.rm)(path);
    return bytes;
}

// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(99252);
;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/lost.js
/** What is said when cached data is gone (docs/backends/actions-cache.md, "Lost segments"). */


const MAX_NAMES = 20;
/** IDs of the snapshots that only heads with lost segments know, oldest first. */
function lostSnapshots(broken, whole) {
    const kept = new Set(whole.flatMap(snapshotsOf));
    return [...new Set(broken.toReversed().flatMap(snapshotsOf))].filter((id) => !kept.has(id));
}
function snapshotsOf({ snapshots, ancestors }) {
    return [...ancestors.toReversed().flatMap((one) => [...one.snapshots]), ...snapshots];
}
/** Each lost segment with when and by which run it was written. */
function lostSegmentWords(broken) {
    const words = new Map();
    for (const { lost, view } of broken) {
        for (const key of lost) {
            const segment = view.segments.get(key);
            const origin = segment === undefined ? '' : `, written ${timeWords(segment.writtenMs)} by run ${segment.run}`;
            words.set(key, `${shortKey(key)}${origin}`);
        }
    }
    return some([...words.values()], 'more');
}
/** The sentence about a fall back to an older state. */
function fallbackWords(broken, whole) {
    const used = whole[0];
    const snapshots = lostSnapshots(broken, whole);
    const cost = snapshots.length === 0 ? 'Whatever was saved since then is lost.' : `Lost are these snapshots: ${some(snapshots, 'more')}.`;
    const since = used === undefined ? '' : ` The state of ${timeWords(used.writtenMs)} is used.`;
    return `The Actions cache has dropped data of this repository: ${lostSegmentWords(broken)}.${since} ${cost}`;
}
/** The error when no state of the repository is whole any more. */
function nothingWhole(name, broken) {
    const snapshots = lostSnapshots(broken, []);
    const cost = snapshots.length === 0 ? '' : ` These snapshots may need it: ${some(snapshots, 'more')}.`;
    return new errors/* CairnError */.eb('CAIRN_CACHE_SEGMENT_LOST', `The Actions cache has dropped data that the repository ${name} needs: ${lostSegmentWords(broken)}.${cost}`, {
        hint: 'Nothing more can be saved on top of it. Restore what is left, then begin anew under another name or delete the entries of this one.',
    });
}
function shortKey(key) {
    return `segment ${key.slice(key.lastIndexOf('/') + 1).slice(0, 12)}`;
}
function timeWords(timeMs) {
    return (0,timestamp/* formatTimestamp */.E)(BigInt(timeMs) * 1000000n).replace(/\.\d+/, '');
}
function some(words, more) {
    const shown = words.slice(0, MAX_NAMES).join(', ');
    return words.length > MAX_NAMES ? `${shown} and ${words.length - MAX_NAMES} ${more}` : shown;
}

;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/clean-up.js
/** Which entries nobody needs any more, as a plan (docs/backends/actions-cache.md, "Cleaning up"). */

const clean_up_DAY_MS = 24 * 3_600_000;
/** A job may still work with what was in effect so long ago. */
const HEADS_KEPT_MS = clean_up_DAY_MS;
const HEADS_KEPT = 2;
/** Segments of earlier states are kept so long for branches at rest: GitHub drops the head of such a branch when nobody used it for that time. */
const SEGMENTS_KEPT_MS = 7 * clean_up_DAY_MS;
/** The same where room is short. */
const SEGMENTS_KEPT_TIGHT_MS = clean_up_DAY_MS;
/** Above this share of the limit, what else uses the cache begins to push our entries out. */
const COMFORTABLE_SHARE = 0.6;
/**
 * The entries to delete; `heads` are those that the newest one knows, itself included.
 *
 * Kept are the two newest heads, every head that was in effect within a day, every head that is not known, all segments that a kept known head
 * or one in effect within `segmentsKeptMs` names, whatever is younger than that, and whatever belongs to another branch or another name.
 */
function planCleanUp(name, ref, entries, heads, nowMs, segmentsKeptMs) {
    const known = heads.toSorted((a, b) => (a.key < b.key ? 1 : -1));
    const timeOf = ({ key }) => (0,entry_names/* timeOfHead */.PO)(name, key) ?? Number.POSITIVE_INFINITY;
    // A head is in effect until the next one is written.
    const inEffectWithin = (ms) => known.filter((head, index) => index < HEADS_KEPT || timeOf(head) >= nowMs - ms || timeOf(known[index - 1] ?? head) >= nowMs - ms);
    const keptKeys = new Set(inEffectWithin(HEADS_KEPT_MS).map(({ key }) => key));
    const knownKeys = new Set(known.map(({ key }) => key));
    const needed = new Set(inEffectWithin(segmentsKeptMs).flatMap(({ segments }) => [...segments]));
    // Segments that no known head ever named may belong to a head of another job.
    const named = new Set(known.flatMap(({ segments }) => [...segments]));
    return entries.filter(({ key, ref: branch, createdMs }) => {
        if (branch !== ref)
            return false;
        if ((0,entry_names/* timeOfHead */.PO)(name, key) !== undefined)
            return createdMs < nowMs - HEADS_KEPT_MS && knownKeys.has(key) && !keptKeys.has(key);
        return (0,entry_names/* isSegmentKey */.N)(key) && createdMs < nowMs - segmentsKeptMs && named.has(key) && !needed.has(key);
    });
}
/**
 * The plan without segments that a head of any branch may need; `listed` are the entries of all branches that the service still has.
 *
 * What a head that is not known needs is not known either: it may be every segment that is older than itself.
 */
function withoutShared(plan, name, listed, heads) {
    const known = new Set(heads.map(({ key }) => key));
    const strange = listed.filter(({ key }) => (0,entry_names/* timeOfHead */.PO)(name, key) !== undefined && !known.has(key));
    const latestMs = strange.reduce((latest, { createdMs }) => Math.max(latest, createdMs), Number.NEGATIVE_INFINITY);
    return plan.filter(({ key, createdMs }) => !(0,entry_names/* isSegmentKey */.N)(key) || createdMs > latestMs);
}

;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/compaction.js
/** Which segments are written anew, as a plan (docs/backends/actions-cache.md, "Compaction"). */

/** More segments than this are gathered: each is looked up in every run. */
const MAX_SEGMENTS = 16;
/** So many are left then, the new one included. */
const SEGMENTS_LEFT = 8;
/** Where less than half of all bytes lives, segments that are not nearly full are written anew. */
const FULL_SHARE = 0.75;
/**
 * Keys of the segments whose blobs go into the next segment; `hasNew` tells whether there is one anyway.
 *
 * With too many segments the smallest are gathered, so that a large one is not carried over again and again.
 */
function planCompaction(view, hasNew) {
    const live = liveBytes(view);
    const segments = [...view.segments.values()].map(({ key, length }) => ({ key, length, live: live.get(key) ?? 0 }));
    const chosen = new Set();
    const total = segments.reduce((sum, { length }) => sum + length, 0);
    if (segments.reduce((sum, one) => sum + one.live, 0) * 2 < total) {
        for (const one of segments)
            if (one.live < one.length * FULL_SHARE)
                chosen.add(one.key);
    }
    if (segments.length - chosen.size + (hasNew || chosen.size > 0 ? 1 : 0) > MAX_SEGMENTS) {
        const rest = segments.filter(({ key }) => !chosen.has(key)).sort((a, b) => a.live - b.live || (a.key < b.key ? -1 : 1));
        for (const { key } of rest.slice(0, rest.length - (SEGMENTS_LEFT - 1)))
            chosen.add(key);
    }
    return segments.map(({ key }) => key).filter((key) => chosen.has(key));
}

;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/delete-superseded.js
/** Deleting entries that nobody needs any more, where the job may (docs/backends/actions-cache.md, "Cleaning up"). */




/** Carries the plan out; `heads` are those that the newest one knows, itself included. What goes wrong costs room, not data: a debug line. */
async function deleteSuperseded({ name, limitBytes, clock, log, rest }, heads, signal) {
    if (rest === undefined)
        return;
    const skip = (reason) => log.debug(`Actions cache: old entries stay until GitHub drops them: ${reason}.`);
    try {
        const listed = await rest.list(`cairn/${name.toLowerCase()}/`, rest.ref, signal);
        if (typeof listed === 'string')
            return skip(listed);
        const total = listed.reduce((sum, { bytes }) => sum + bytes, 0);
        const isTight = total > limitBytes * COMFORTABLE_SHARE;
        const keptMs = isTight ? SEGMENTS_KEPT_TIGHT_MS : SEGMENTS_KEPT_MS;
        let plan = planCleanUp(name, rest.ref, listed, heads, clock.nowMs(), keptMs);
        const segments = plan.filter(({ key }) => (0,entry_names/* isSegmentKey */.N)(key));
        if (segments.length > 0 && !isTight) {
            const everywhere = await rest.list((0,entry_names/* headPrefix */.j6)(name), undefined, signal);
            if (typeof everywhere === 'string')
                skip(`the heads of other branches cannot be listed, ${everywhere}`);
            plan = typeof everywhere === 'string' ? plan.filter((one) => !segments.includes(one)) : withoutShared(plan, name, everywhere, heads);
        }
        if (segments.length > 0 && isTight) {
            log.notice(`The entries of Actions cache ${name} take up ${(0,format/* formatBytes */.z3)(total)}, ${(0,format/* formatShare */.T1)(total, limitBytes)} of the limit. Therefore Cairn ` +
                `deletes ${(0,format/* formatQuantity */.VZ)(segments.length, 'segment')} of earlier states that branches at rest for more than a day may need: their next ` +
                'run may fall back to an earlier state.');
        }
        for (const { id, key } of plan) {
            (0,errors/* throwIfCancelled */.dZ)(signal);
            const failure = await rest.delete(id, signal);
            if (failure !== undefined)
                return skip(failure);
            log.debug(`Actions cache: deleted ${key}.`);
        }
    }
    catch (error) {
        skip((0,errors/* messageOf */.bD)(error));
    }
}

;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/next-head.js

/** Metadata packs that a head holds at most: those written last, which an incremental run reads. */
const METADATA_BYTES = 16 * 1024 * 1024;
/** Heads that a head names. */
const MAX_ANCESTORS = 64;
/** Whether a blob is stored in segments; everything else is in the head alone. */
function isPack(id) {
    return id.startsWith('p') || id.startsWith('q');
}
/** The view as a head holds it: with the bytes of the latest metadata packs and of everything that is no pack, without old deletions. */
async function viewOfHead(view, nowMs, readHere) {
    const latest = [...view.blobs.values()]
        .filter(({ id }) => id.startsWith('q'))
        .sort((a, b) => (a.writtenNs === b.writtenNs ? 0 : a.writtenNs < b.writtenNs ? 1 : -1));
    const held = new Map();
    let room = METADATA_BYTES;
    for (const row of latest) {
        if (row.length > room)
            break;
        const bytes = row.bytes ?? (await readHere(row));
        if (bytes === undefined)
            continue;
        held.set(row.id, bytes);
        room -= row.length;
    }
    const rows = [...view.blobs.values()].map((row) => (isPack(row.id) ? { ...row, bytes: held.get(row.id) } : row));
    return {
        segments: view.segments,
        blobs: new Map(rows.map((row) => [row.id, row])),
        deleted: new Map([...view.deleted].filter(([, stampMs]) => stampMs > nowMs - KEPT_DELETIONS_MS)),
    };
}
/** Both lists as one without doubles, by key, newest first. */
function joinAncestors(a, b) {
    const joined = new Map([...b, ...a].map((one) => [one.key, one]));
    return [...joined.values()].sort((one, other) => (one.key < other.key ? 1 : -1)).slice(0, MAX_ANCESTORS);
}

;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/repository-id.js
/** Telling two repositories apart that were made under the same name. */

/** The unique ID in the format blob; undefined when there is none. */
function repositoryIdOf({ blobs }) {
    const bytes = blobs.get('kopia.repository')?.bytes;
    try {
        const value = JSON.parse((bytes && (0,util_bytes/* fromUtf8 */.ar)(bytes)) ?? '');
        const id = typeof value === 'object' && value !== null && 'uniqueID' in value ? value.uniqueID : undefined;
        return typeof id === 'string' ? id : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/segment.js
/**
 * A segment: blobs that were uploaded together, in the one file of an entry (docs/backends/actions-cache.md, "Segments").
 *
 *   0    "cairnsg1"
 *   8    blobs, back to back; heads know where each begins and how long it is
 *
 * Its key is its SHA-256, so that whoever unpacked one can tell whether it is whole.
 */




const segment_MAGIC = (0,util_bytes/* utf8 */.As)('cairnsg1');
const CHUNK_BYTES = 4 * 1024 * 1024;
/** A segment that is being filled. */
class SegmentWriter {
    path;
    #handle;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #length;
    constructor(path, handle, length) {
        this.path = path;
        this.#handle = handle;
        this.#length = length;
    }
    /** Begins a segment in a new file. */
    static async create(path) {
        const writer = new SegmentWriter(path, await (0,promises_.open)(path, 'wx+', 0o600), 0);
        await writer.append([segment_MAGIC]);
        return writer;
    }
    get length() {
        return this.#length;
    }
    get isEmpty() {
        return this.#length === segment_MAGIC.length;
    }
    /** Adds a blob and returns where it begins. One call at a time. */
    async append(parts) {
        const offset = this.#length;
        let at = offset;
        for (const part of parts) {
            for (let done = 0; done < part.length;) {
                const { bytesWritten } = await this.#handle.write(part, done, part.length - done, at);
                done += bytesWritten;
                at += bytesWritten;
            }
        }
        // Only now: what a failed write left behind is written over by the next one.
        for (const part of parts)
            this.#hash.update(part);
        this.#length = at;
        return offset;
    }
    async read(offset, length) {
        return await readExactly(this.#handle, this.path, offset, length);
    }
    /** Closes the file and returns the SHA-256 of it. */
    async finish() {
        await this.#handle.truncate(this.#length);
        await this.#handle.close();
        return new Uint8Array(this.#hash.digest());
    }
    /** Closes the file without use for it. */
    async drop() {
        await this.#handle.close();
    }
}
/** Reads `length` bytes of a file from `offset` on. Errors: CAIRN_CACHE_DAMAGED when it ends before. */
async function readRange(path, offset, length) {
    const handle = await (0,promises_.open)(path, 'r');
    try {
        return await readExactly(handle, path, offset, length);
    }
    finally {
        await handle.close();
    }
}
/** Checks that a file is the segment `key`, with this length and SHA-256. Errors: CAIRN_CACHE_DAMAGED. */
async function checkSegment(path, { key, length, sha256 }, signal) {
    const handle = await (0,promises_.open)(path, 'r');
    try {
        const { size } = await handle.stat();
        if (size !== length)
            throw segmentDamaged(key, `it has ${size} bytes instead of ${length}`);
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const buffer = new Uint8Array(Math.min(CHUNK_BYTES, Math.max(1, size)));
        for (;;) {
            (0,errors/* throwIfCancelled */.dZ)(signal);
            const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
            if (bytesRead === 0)
                break;
            hash.update(buffer.subarray(0, bytesRead));
        }
        if (hash.digest('hex') !== sha256)
            throw segmentDamaged(key, 'its checksum does not match');
    }
    finally {
        await handle.close();
    }
}
async function readExactly(handle, path, offset, length) {
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length;) {
        const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
        if (bytesRead === 0)
            throw segmentDamaged(path, `it ends ${length - done} bytes too early`);
        done += bytesRead;
    }
    return bytes;
}
function segmentDamaged(key, reason) {
    return new errors/* CairnError */.eb('CAIRN_CACHE_DAMAGED', `The cache entry ${key} cannot be used: ${reason}.`, {
        hint: 'Delete the entry on the page "Caches" of the repository. The next run falls back to what is left and names what was lost.',
    });
}

;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/segment-files.js
/** Segments on this machine: each is fetched whole when one of its blobs is read, and checked before anything of it is used. */



class SegmentFiles {
    #entries;
    #paths = new Map();
    #fetches = new Map();
    constructor(entries) {
        this.#entries = entries;
    }
    /** Takes a file that is known to be this segment. */
    add(key, path) {
        this.#paths.set(key, path);
    }
    /** The file of a segment when it is here. */
    pathOf(key) {
        return this.#paths.get(key);
    }
    /** Bytes of a segment. Errors: CAIRN_CACHE_SEGMENT_LOST, CAIRN_CACHE_DAMAGED, those of `Entries.fetch`. */
    async read(segment, offset, length, signal) {
        return await readRange(this.#paths.get(segment.key) ?? (await this.#fetch(segment, signal)), offset, length);
    }
    /** Reads of one segment share a fetch. */
    async #fetch(segment, signal) {
        let fetch = this.#fetches.get(segment.key);
        if (fetch === undefined) {
            fetch = this.#fetchSound(segment, signal).finally(() => this.#fetches.delete(segment.key));
            this.#fetches.set(segment.key, fetch);
        }
        return await fetch;
    }
    /** Once more when it is not whole: it may have been damaged on the way. */
    async #fetchSound(segment, signal) {
        try {
            return await this.#fetchNow(segment, signal);
        }
        catch (error) {
            if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_CACHE_DAMAGED'))
                throw error;
        }
        return await this.#fetchNow(segment, signal);
    }
    async #fetchNow(segment, signal) {
        const path = await this.#entries.fetch(segment.key, segment.length, signal);
        if (path === undefined) {
            throw new errors/* CairnError */.eb('CAIRN_CACHE_SEGMENT_LOST', `The Actions cache has dropped ${segment.key}, written by run ${segment.run}.`, {
                hint: 'What needs it cannot be read. Take a new snapshot of the same files; the next run falls back to what is left.',
            });
        }
        try {
            await checkSegment(path, segment, signal);
        }
        catch (error) {
            await (0,promises_.rm)(path, { force: true });
            throw error;
        }
        this.#paths.set(segment.key, path);
        return path;
    }
}

;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/publisher.js
/** The state of a repository in the Actions cache: what the newest heads say, what this client adds, and making that the next head. */
















/** The place of blobs that are in no entry yet. */
const STAGE = '';
/** Two jobs that write a head in the same millisecond are told apart by trying the next. */
const HEAD_ATTEMPTS = 3;
class Publisher {
    displayName;
    #options;
    #files;
    /** Keys of heads that are part of the view, or given up. */
    #known = new Set();
    /** Keys of heads that are damaged. What lies behind them was looked for when they were found, so this client needs no second look. */
    #damaged = new Set();
    /** What differs from the newest head, and whether the blob was in it. */
    #changes = new Map();
    /** Session markers of this client. They guard packs that nobody else sees yet anyway, so no head has them. */
    #markers = new Set();
    /** Segments that are named by the view but not uploaded. */
    #unsent = new Set();
    #blobs = new Map();
    #deleted = new Map();
    #segments = new Map();
    #ancestors = [];
    #stage;
    #newestMs = 0;
    #isTightSaid = false;
    constructor(options, heads) {
        this.#options = options;
        this.#files = new SegmentFiles(options.entries);
        this.displayName = `Actions cache ${options.name}`;
        this.#take(heads);
    }
    get view() {
        return { segments: this.#segments, blobs: this.#blobs, deleted: this.#deleted };
    }
    get hasChanges() {
        return this.#changes.size > 0;
    }
    /** Bytes of a blob. Errors: CAIRN_BLOB_NOT_FOUND when its segment is known to be lost, those of `SegmentFiles.read`. */
    async read({ id, place, bytes }, offset, length, signal) {
        if (bytes !== undefined)
            return bytes.slice(offset, offset + length);
        if (place?.segment === STAGE && this.#stage !== undefined)
            return await readRange(this.#stage.path, place.offset + offset, length);
        const segment = place && this.#segments.get(place.segment);
        if (place === undefined || segment === undefined)
            throw new errors/* CairnError */.eb('CAIRN_INTERNAL', `Blob ${id} has no place.`);
        return await this.#files.read(segment, place.offset + offset, length, signal);
    }
    /** Keeps a blob for the next segment. One call at a time, and none during `publish`. */
    async stage(parts) {
        this.#stage ??= await SegmentWriter.create(this.#options.entries.newPath());
        return { segment: STAGE, offset: await this.#stage.append(parts) };
    }
    put(row) {
        if (row.id.startsWith('s') && !this.#blobs.has(row.id))
            this.#markers.add(row.id);
        this.#note(row.id);
        this.#blobs.set(row.id, row);
        this.#deleted.delete(row.id);
    }
    delete(id, stampMs) {
        if (!this.#blobs.has(id))
            return;
        this.#note(id);
        this.#blobs.delete(id);
        this.#markers.delete(id);
        if (this.#changes.get(id) === true)
            this.#deleted.set(id, stampMs);
        // Nobody else ever saw what came and went between two heads.
        else
            this.#changes.delete(id);
    }
    /** Takes in heads that others have written since. Errors: those of `findHeads`, CAIRN_REPOSITORY_EXISTS. */
    async join(signal) {
        const { entries, name, clock, log } = this.#options;
        const isNew = this.#known.size === 0;
        const heads = await findHeads({ entries, name, nowMs: clock.nowMs(), log, signal }, (key) => this.#known.has(key) || this.#damaged.has(key));
        const ours = repositoryIdOf(this.view);
        const others = heads.whole.filter((head) => repositoryIdOf(head.view) !== ours);
        if (isNew && ours !== undefined && others[0] !== undefined)
            throw createdMeanwhile(this.displayName, others[0]);
        for (const error of heads.damaged.values())
            log.warning(error.message);
        if (heads.broken.length > 0)
            log.warning(fallbackWords(heads.broken, heads.whole));
        const [first] = heads.whole.filter((head) => !others.includes(head));
        this.#take(heads, ours);
        if (first === undefined || isNew)
            return;
        log.notice(`Run ${first.run} has written to ${this.displayName} at the same time; both states were joined. Give such jobs one "concurrency" group ` +
            'in the workflow: of two that end in the same moment, the next run may see only one.');
    }
    /**
     * Makes everything that changed part of a new head. What was done stays done when it fails: the next call goes on from there.
     *
     * heads of others -> compaction -> segment -> head -> clean-up
     */
    async publish(snapshots, signal) {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        await this.join(signal);
        const hasNew = [...this.#blobs.values()].some(({ place }) => place?.segment === STAGE);
        for (const key of planCompaction(this.view, hasNew))
            await this.#moveToStage(key, signal);
        this.#checkRoom();
        await this.#closeStage();
        for (const key of [...this.#unsent])
            await this.#send(key, signal);
        await this.#writeHead(snapshots, signal);
        this.#changes.clear();
        await deleteSuperseded(this.#options, this.#ancestors, signal);
    }
    /** Drops what was not published. */
    async close() {
        await this.#stage?.drop();
        this.#stage = undefined;
    }
    #note(id) {
        if (!this.#changes.has(id) && !this.#markers.has(id))
            this.#changes.set(id, this.#blobs.has(id));
    }
    /** Heads of another repository with the same name are left alone. */
    #take({ whole, broken, damaged }, id = repositoryIdOf((whole[0] ?? broken[0])?.view ?? EMPTY_VIEW)) {
        const own = (head) => id === undefined || repositoryIdOf(head.view) === id;
        const { log } = this.#options;
        const foreign = whole.filter((head) => !own(head));
        if (foreign[0] !== undefined) {
            log.warning(`Run ${foreign[0].run} has made another repository in ${this.displayName}, in another branch. It is left alone.`);
        }
        const used = whole.length > 0 ? whole.filter(own) : this.#known.size === 0 ? broken.slice(0, 1) : [];
        for (const { key, writtenMs, ancestors, snapshots, view } of [...whole, ...broken]) {
            this.#known.add(key);
            this.#newestMs = Math.max(this.#newestMs, writtenMs);
            this.#ancestors = joinAncestors(this.#ancestors, [{ key, segments: [...view.segments.keys()], snapshots }, ...ancestors]);
        }
        for (const { key } of this.#ancestors)
            this.#known.add(key);
        for (const key of damaged.keys())
            this.#damaged.add(key);
        for (const { view } of used)
            this.#setView(mergeViews(this.view, view));
    }
    #setView({ segments, blobs, deleted }) {
        this.#segments = segments;
        this.#blobs = new Map(blobs);
        this.#deleted = new Map(deleted);
    }
    async #moveToStage(key, signal) {
        for (const row of [...this.#blobs.values()]) {
            if (row.place?.segment !== key)
                continue;
            (0,errors/* throwIfCancelled */.dZ)(signal);
            const bytes = await this.read(row, 0, row.length, signal);
            this.#blobs.set(row.id, { ...row, place: await this.stage([bytes]) });
        }
        this.#setView(withLiveSegments(this.view));
        this.#unsent.delete(key);
    }
    /** Turns the staged blobs into a segment of the view that is still to be sent, and returns its key. */
    async #closeStage() {
        const { name, clock, run } = this.#options;
        const stage = this.#stage;
        if (stage === undefined)
            return undefined;
        const sha256 = await stage.finish();
        // Not before: blobs are read from it until they have another place, and without one no head may be written.
        this.#stage = undefined;
        const staged = [...this.#blobs.values()].filter(({ place }) => place?.segment === STAGE);
        if (staged.length === 0) {
            await (0,promises_.rm)(stage.path);
            return undefined;
        }
        const key = (0,entry_names/* segmentKey */.zT)(name, sha256);
        const segment = { key, length: stage.length, sha256: (0,util_bytes/* toHex */.nj)(sha256), writtenMs: clock.nowMs(), run: runWords(run) };
        this.#files.add(key, stage.path);
        this.#segments = new Map(this.#segments).set(key, segment);
        for (const row of staged)
            this.#blobs.set(row.id, { ...row, place: { segment: key, offset: row.place?.offset ?? 0 } });
        this.#unsent.add(key);
        return key;
    }
    async #send(key, signal) {
        const path = this.#files.pathOf(key);
        try {
            if (path !== undefined && this.#segments.has(key))
                await this.#options.entries.save(path, key, true, signal);
        }
        catch (error) {
            if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_CACHE_CONFLICT'))
                throw error;
            // An earlier attempt was broken off: its key stays reserved and never becomes an entry.
            const other = await this.#renamed(key, signal);
            const otherPath = other && this.#files.pathOf(other);
            if (other === undefined || otherPath === undefined)
                throw error;
            await this.#options.entries.save(otherPath, other, true, signal);
            this.#unsent.delete(other);
        }
        this.#unsent.delete(key);
    }
    /** Puts the blobs of a segment into another one, which has another key because of a few bytes more. */
    async #renamed(key, signal) {
        await this.#moveToStage(key, signal);
        await this.#stage?.append([(0,util_bytes/* utf8 */.As)(`instead of ${key} at ${this.#options.clock.nowMs()}`)]);
        return await this.#closeStage();
    }
    async #writeHead(snapshots, signal) {
        const { entries, name, clock, run } = this.#options;
        const blobs = new Map([...this.#blobs].filter(([id]) => !this.#markers.has(id)));
        const view = await viewOfHead(withLiveSegments({ ...this.view, blobs }), clock.nowMs(), async ({ place, length }) => {
            const path = place && this.#files.pathOf(place.segment);
            return path === undefined || place === undefined ? undefined : await readRange(path, place.offset, length);
        });
        for (let attempt = 1;; attempt++) {
            const writtenMs = Math.max(clock.nowMs(), this.#newestMs + 1);
            const key = (0,entry_names/* headKey */.Qo)(name, writtenMs, run);
            const path = entries.newPath();
            const parts = encodeHead({ writtenMs, run: runWords(run), snapshots, ancestors: this.#ancestors, view });
            await (0,promises_.writeFile)(path, parts, { mode: 0o600, flag: 'wx' });
            this.#newestMs = writtenMs;
            try {
                await entries.save(path, key, false, signal);
            }
            catch (error) {
                if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_CACHE_CONFLICT') || attempt === HEAD_ATTEMPTS)
                    throw error;
                continue;
            }
            finally {
                await (0,promises_.rm)(path, { force: true });
            }
            this.#known.add(key);
            this.#ancestors = joinAncestors(this.#ancestors, [{ key, segments: [...view.segments.keys()], snapshots }]);
            this.#options.log.info(`Saved in ${this.displayName} as ${key}: ${(0,format/* formatBytes */.z3)(parts.reduce((sum, { length }) => sum + length, 0))}.`);
            return;
        }
    }
    #checkRoom() {
        const { limitBytes, log } = this.#options;
        const inSegments = [...this.#segments.values()].reduce((sum, { length }) => sum + length, this.#stage?.length ?? 0);
        const bytes = [...this.#blobs.values()].reduce((sum, row) => sum + (row.bytes?.length ?? 0), inSegments);
        const words = `${(0,format/* formatBytes */.z3)(bytes)}, ${(0,format/* formatShare */.T1)(bytes, limitBytes)} of the ${(0,format/* formatBytes */.z3)(limitBytes)} that all caches may have`;
        if (bytes > limitBytes) {
            throw new errors/* CairnError */.eb('CAIRN_STORAGE_FULL', `The repository in ${this.displayName} would need ${words}.`, {
                hint: 'GitHub would drop parts of it at once. Expire snapshots and run maintenance, raise the limit of the cache and say so ("?limit-gib="), or use another store.',
            });
        }
        if (bytes <= limitBytes * COMFORTABLE_SHARE || this.#isTightSaid)
            return;
        this.#isTightSaid = true;
        log.warning(`The repository in ${this.displayName} needs ${words}: other caches may push parts of it out. Keep fewer snapshots or use another store.`);
    }
}
function runWords({ id, attempt }) {
    return `${id}-${attempt}`;
}
function createdMeanwhile(place, other) {
    return new errors/* CairnError */.eb('CAIRN_REPOSITORY_EXISTS', `Run ${other.run} has just made a repository in ${place}, at the same time as this one.`, {
        hint: 'Run again to add to it. Give jobs that write to the same repository one "concurrency" group in the workflow.',
    });
}

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(44942);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/auth.js
var auth = __webpack_require__(92145);
;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/rest.js
/** Listing and deleting entries through GitHub's REST interface, where the workflow grants it (docs/backends/actions-cache.md, "Permissions"). */



const TIMEOUT_MS = 30_000;
const PAGE = 100;
const MAX_PAGES = 20;
/** The interface for this job; undefined when the job was given no token for it. */
function restApi(env) {
    const token = env['GITHUB_TOKEN'] || env['GH_TOKEN'];
    const repository = env['GITHUB_REPOSITORY'] ?? '';
    const ref = env['GITHUB_REF'] ?? '';
    if (!token || !/^[\w.-]+\/[\w.-]+$/.test(repository) || ref === '')
        return undefined;
    const base = `${(env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/$/, '')}/repos/${repository}/actions/caches`;
    const call = async (verb, url, signal) => {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        const client = new lib/* HttpClient */.Qq('cairn', [new auth/* BearerCredentialHandler */.tZ(token)], { socketTimeout: TIMEOUT_MS });
        const stop = () => client.dispose();
        signal?.addEventListener('abort', stop, { once: true });
        try {
            const response = await client.request(verb, url, null, { accept: 'application/vnd.github+json' });
            return { status: response.message.statusCode ?? 0, body: await response.readBody() };
        }
        catch (error) {
            if (signal?.aborted)
                throw (0,errors/* cancelled */.KW)();
            throw error;
        }
        finally {
            signal?.removeEventListener('abort', stop);
            client.dispose();
        }
    };
    return {
        ref,
        async list(prefix, branch, signal) {
            const found = [];
            const ofBranch = branch === undefined ? '' : `&ref=${encodeURIComponent(branch)}`;
            for (let page = 1; page <= MAX_PAGES; page++) {
                const query = `key=${encodeURIComponent(prefix)}${ofBranch}&per_page=${PAGE}&page=${page}`;
                const { status, body } = await call('GET', `${base}?${query}`, signal);
                if (status !== 200)
                    return `GitHub answered ${status}`;
                const entries = entriesIn(body);
                if (entries === undefined)
                    return 'GitHub answered something else than a list';
                found.push(...entries);
                if (entries.length < PAGE)
                    return found;
            }
            // Of one branch a part will do; what all branches need has to be known as a whole.
            return branch === undefined ? `there are more than ${MAX_PAGES * PAGE}` : found;
        },
        async delete(id, signal) {
            const { status } = await call('DELETE', `${base}/${id}`, signal);
            // Whoever deleted it before did what was asked for.
            return (status >= 200 && status < 300) || status === 404 ? undefined : `GitHub answered ${status}`;
        },
    };
}
function entriesIn(body) {
    let parsed;
    try {
        parsed = JSON.parse(body);
    }
    catch {
        return undefined;
    }
    const list = typeof parsed === 'object' && parsed !== null && 'actions_caches' in parsed ? parsed.actions_caches : undefined;
    if (!Array.isArray(list))
        return undefined;
    return list.flatMap((one) => {
        if (typeof one !== 'object' || one === null)
            return [];
        const { id, key, ref, created_at: created, size_in_bytes: size } = { ...one };
        const createdMs = typeof created === 'string' ? Date.parse(created) : Number.NaN;
        if (typeof id !== 'number' || typeof key !== 'string' || typeof ref !== 'string' || Number.isNaN(createdMs))
            return [];
        return [{ id, key, ref, createdMs, bytes: typeof size === 'number' ? size : 0 }];
    });
}

// EXTERNAL MODULE: ./lib/repo/blob/actions-cache/rights.js
var rights = __webpack_require__(25618);
// EXTERNAL MODULE: ./lib/repo/blob/actions-cache/service.js
var actions_cache_service = __webpack_require__(52770);
// EXTERNAL MODULE: ./lib/repo/blob/blob-id.js
var blob_id = __webpack_require__(57465);
// EXTERNAL MODULE: ./lib/repo/blob/range.js
var range = __webpack_require__(34895);
;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/storage.js
/**
 * A repository in the Actions cache (docs/backends/actions-cache.md).
 *
 * What is put is gathered in a folder and seen by this client alone, until `flush` uploads it: one segment with the new packs, then the head
 * that makes them count.
 */







/** A flush that may wait does so until this long after the last one. */
const FLUSH_INTERVAL_MS = 45 * 60_000;
/** Listings look for newer heads when the last look is older. */
const REFRESH_MS = 10 * 60_000;
class ActionsCacheStorage {
    displayName;
    #options;
    #load;
    /** Puts, deletions and flushes, one at a time. */
    #turn = new util_async/* Semaphore */.j(1);
    #flushedMs;
    #lookedMs;
    #loading;
    /** `load` finds the heads; it is called at the first use, and again when it failed. */
    constructor(options, load) {
        this.#options = options;
        this.#load = load;
        this.displayName = `Actions cache ${options.name}`;
        this.#flushedMs = options.clock.monotonicMs();
        this.#lookedMs = this.#flushedMs;
    }
    async getBlob(id, options = {}) {
        (0,errors/* throwIfCancelled */.dZ)(options.signal);
        (0,blob_id/* checkBlobId */.r)(id);
        const publisher = await this.#publisher();
        const row = publisher.view.blobs.get(id);
        if (row === undefined)
            throw new errors/* CairnError */.eb('CAIRN_BLOB_NOT_FOUND', `Blob ${id} is not in ${this.displayName}.`);
        const { offset, length } = (0,range/* resolveRange */.S)(id, options, row.length);
        return await publisher.read(row, offset, length, options.signal);
    }
    async statBlob(id) {
        (0,blob_id/* checkBlobId */.r)(id);
        const row = (await this.#publisher()).view.blobs.get(id);
        return row && metadataOf(row);
    }
    async putBlob(id, parts, options = {}) {
        (0,errors/* throwIfCancelled */.dZ)(options.signal);
        (0,blob_id/* checkBlobId */.r)(id);
        this.#checkMayWrite();
        if (options.onlyIfAbsent === true)
            throw unsupported('create a blob only if it is absent');
        if (options.retention !== undefined)
            throw unsupported('keep a blob from being deleted');
        const publisher = await this.#publisher();
        return await this.#turn.use(async () => {
            (0,errors/* throwIfCancelled */.dZ)(options.signal);
            const row = {
                id,
                length: parts.reduce((sum, part) => sum + part.length, 0),
                stampMs: nextStamp(publisher.view, id, this.#options.clock),
                writtenNs: options.modifiedNs ?? this.#options.clock.nowNs(),
                place: isPack(id) ? await publisher.stage(parts) : undefined,
                bytes: isPack(id) ? undefined : (0,util_bytes/* concatBytes */.Id)(parts).slice(),
            };
            (0,errors/* throwIfCancelled */.dZ)(options.signal);
            publisher.put(row);
            return metadataOf(row);
        });
    }
    async deleteBlob(id) {
        (0,blob_id/* checkBlobId */.r)(id);
        this.#checkMayWrite();
        const publisher = await this.#publisher();
        await this.#turn.use(async () => publisher.delete(id, nextStamp(publisher.view, id, this.#options.clock)));
    }
    async *listBlobs(prefix, signal) {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        if (this.#options.clock.monotonicMs() - this.#lookedMs >= REFRESH_MS)
            await this.refresh(signal);
        for (const row of [...(await this.#publisher()).view.blobs.values()]) {
            (0,errors/* throwIfCancelled */.dZ)(signal);
            if (row.id.startsWith(prefix))
                yield metadataOf(row);
        }
    }
    /** Joins what other jobs have written since. Errors: those of `findHeads`, CAIRN_REPOSITORY_EXISTS. */
    async refresh(signal) {
        const publisher = await this.#publisher();
        await this.#turn.use(async () => {
            await publisher.join(signal);
            this.#lookedMs = this.#options.clock.monotonicMs();
        });
    }
    /** Errors: those of `refresh`, `saveFailure` and `SegmentFiles.read`; CAIRN_STORAGE_FULL. Calling it again goes on where it failed. */
    async flush({ mayWait = false, snapshots = [], signal } = {}) {
        const { clock } = this.#options;
        if (mayWait && clock.monotonicMs() - this.#flushedMs < FLUSH_INTERVAL_MS)
            return;
        const publisher = await this.#publisher();
        await this.#turn.use(async () => {
            if (!publisher.hasChanges)
                return;
            this.#checkMayWrite();
            await publisher.publish(snapshots, signal);
            this.#flushedMs = clock.monotonicMs();
            this.#lookedMs = this.#flushedMs;
        });
    }
    async close() {
        const publisher = await this.#loading?.catch(() => undefined);
        await publisher?.close();
        await this.#options.entries.close();
    }
    #checkMayWrite() {
        if (this.#options.refusal !== '')
            throw writeRefused(this.#options.refusal);
    }
    async #publisher() {
        this.#loading ??= this.#load().catch((error) => {
            this.#loading = undefined;
            throw error;
        });
        return await this.#loading;
    }
}
/** Later than anything known of this blob: the clock of another runner may be ahead. */
function nextStamp({ blobs, deleted }, id, clock) {
    return Math.max(clock.nowMs(), (blobs.get(id)?.stampMs ?? 0) + 1, (deleted.get(id) ?? 0) + 1);
}
function metadataOf({ id, length, writtenNs }) {
    return { id, length, timestampMs: Number(writtenNs / 1000000n), timestampNs: writtenNs };
}
function unsupported(what) {
    return new errors/* CairnError */.eb('CAIRN_NOT_SUPPORTED', `The Actions cache cannot ${what}.`, {
        hint: 'Use a folder, S3, Azure Blob or Google Cloud Storage where that matters.',
    });
}

;// CONCATENATED MODULE: ./lib/repo/blob/actions-cache/open.js
/** Opens a repository in the Actions cache (docs/backends/actions-cache.md). */













/** What GitHub lets a repository keep without paying. */
const DEFAULT_LIMIT_BYTES = 10 * 1024 ** 3;
/**
 * Opens the store; the heads that count are fetched when it is first used.
 *
 * Errors: CAIRN_CONFIG_INVALID, CAIRN_CREDENTIALS_MISSING, CAIRN_STORAGE_FORBIDDEN. The first use of the storage fails with
 * CAIRN_CACHE_SEGMENT_LOST when something may be written but no state is whole, with CAIRN_CACHE_DAMAGED, CAIRN_STORAGE_UNFIT and those of
 * `CacheService.lookup`.
 */
async function openActionsCache(config, context) {
    const { name, limitBytes } = readConfig(config);
    const { env, platform, clock, log, signal, entryUrl } = context;
    if (entryUrl === undefined)
        throw new errors/* CairnError */.eb('CAIRN_INTERNAL', 'The Actions cache needs to know how Cairn is started.');
    const service = (0,wire/* cacheService */.q)((0,actions_cache_service/* readService */.u)(env));
    const compression = await (0,actions_cache_compression/* findCompression */.i)(env);
    const version = (0,actions_cache_compression/* entryVersion */.R)(compression);
    const entries = await Entries.create({
        service,
        version,
        entryPath: (0,external_node_url_.fileURLToPath)(entryUrl),
        env,
        platform,
        clock,
        temporaryDirectory: context.temporaryDirectory,
        onTransfer: (kind, key) => log.debug(`Actions cache: ${kind} ${key}.`),
    });
    const refusal = context.isReadOnly ? '' : await refusalOf(config, context, entries);
    const options = { name, limitBytes, entries, run: service.access.run, clock, log, refusal, rest: restApi(env) };
    return new ActionsCacheStorage(options, async () => {
        const search = { entries, name, nowMs: clock.nowMs(), log, signal };
        const heads = await findHeads(search);
        const tellLoss = context.onLostData ?? ((words) => log.warning(words));
        await checkHeads(search, heads, { service, compression, mayWrite: !context.isReadOnly && refusal === '', tellLoss });
        return new Publisher(options, heads);
    });
}
async function refusalOf(config, context, entries) {
    try {
        return (await (0,rights.writeRefusal)(config, context)) ?? '';
    }
    catch (error) {
        await entries.close();
        throw error;
    }
}
/** Whether work can go on with what was found; says what is lost. */
async function checkHeads({ name, log, signal }, heads, { service, compression, mayWrite, tellLoss }) {
    const { whole, broken, damaged } = heads;
    for (const error of damaged.values())
        log.warning(error.message);
    if (whole.length > 0) {
        if (broken.length > 0)
            tellLoss(fallbackWords(broken, whole));
        return;
    }
    if (broken.length > 0) {
        if (mayWrite)
            throw nothingWhole(name, broken);
        return tellLoss(`The Actions cache has dropped data of this repository: ${lostSegmentWords(broken)}. What needs it cannot be read.`);
    }
    const [damage] = damaged.values();
    if (damage !== undefined)
        throw damage;
    if (heads.isAnyThere) {
        throw new errors/* CairnError */.eb('CAIRN_STORAGE_UNAVAILABLE', `The Actions cache named a head of ${name}, but it was gone when it was fetched.`, {
            hint: 'Run again.',
        });
    }
    const other = compression === 'gzip' ? 'zstd-without-long' : 'gzip';
    if ((await service.lookup([(0,entry_names/* headPrefix */.j6)(name)], (0,actions_cache_compression/* entryVersion */.R)(other), signal)) !== undefined) {
        throw new errors/* CairnError */.eb('CAIRN_STORAGE_UNFIT', `The repository ${name} in the Actions cache was written by a machine that ${abilityWords(other)}.`, {
            hint: 'GitHub keeps entries of both kinds apart. Install zstd on every runner that uses the repository.',
        });
    }
}
function abilityWords(compression) {
    return compression === 'gzip' ? 'has no zstd, and this one has it' : 'has zstd, and this one has not';
}
function readConfig({ config }) {
    const { name, limitBytes = DEFAULT_LIMIT_BYTES } = config;
    if (typeof name !== 'string' || !/^[A-Za-z0-9._-]{1,100}$/.test(name))
        throw invalid('"storage.config.name" is not the name of a cache');
    if (typeof limitBytes !== 'number' || !Number.isSafeInteger(limitBytes) || limitBytes < 1) {
        throw invalid('"storage.config.limitBytes" is not a number of bytes');
    }
    return { name, limitBytes };
}
function invalid(reason) {
    return new errors/* CairnError */.eb('CAIRN_CONFIG_INVALID', `The configuration file cannot be used: ${reason}.`, {
        hint: 'Connect to the repository again.',
    });
}


/***/ }),

/***/ 25618:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   writeRefusal: () => (/* binding */ writeRefusal)
/* harmony export */ });
/* harmony import */ var _compression_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92163);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52770);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56540);



/**
 * Why nothing may be written, such as `the cache-mode of this job is "read"`; undefined when it may.
 *
 * The workflow and the token mostly tell; `isThorough` asks the service as well, for a place that is never used, which is also done where the
 * token does not tell.
 * Errors: those of `readService` and `CacheService.mayReserve`.
 */
async function writeRefusal({ config }, { env, clock, signal }, isThorough = false) {
    const access = (0,_service_js__WEBPACK_IMPORTED_MODULE_1__/* .readService */ .u)(env);
    const rights = (0,_service_js__WEBPACK_IMPORTED_MODULE_1__/* .rightsOf */ .D)(env);
    if (!rights.mayWrite)
        return rights.reason;
    if ((rights.isCertain && !isThorough) || access.protocol === 'v1')
        return undefined;
    const { id, attempt } = access.run;
    const key = `cairn/${String(config['name']).toLowerCase()}/question/${clock.nowMs()}-${id}-${attempt}`;
    const mayWrite = await (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .cacheService */ .q)(access).mayReserve(key, (0,_compression_js__WEBPACK_IMPORTED_MODULE_0__/* .entryVersion */ .R)('gzip'), signal);
    return mayWrite ? undefined : 'the service answered that the token of this job may only read';
}


/***/ }),

/***/ 52770:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ rightsOf),
/* harmony export */   u: () => (/* binding */ readService)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** What a job is told about its cache: the service, the token, and what may be done (docs/backends/actions-cache.md, "Permissions"). */

const WRITE_PERMISSION = 2;
/** Errors: CAIRN_CREDENTIALS_MISSING outside of actions, CAIRN_STORAGE_FORBIDDEN where the workflow closed the cache for reading. */
function readService(env) {
    const token = env['ACTIONS_RUNTIME_TOKEN'] ?? '';
    const protocol = !isEnterpriseServer(env) && (env['ACTIONS_CACHE_SERVICE_V2'] ?? '') !== '' ? 'v2' : 'v1';
    const names = protocol === 'v2' ? ['ACTIONS_RESULTS_URL'] : ['ACTIONS_CACHE_URL', 'ACTIONS_RESULTS_URL'];
    const urlVariable = names.find((name) => (env[name] ?? '') !== '');
    if (token === '' || urlVariable === undefined)
        throw missing(token === '' ? 'ACTIONS_RUNTIME_TOKEN' : names.join(' or '));
    const mode = cacheMode(env);
    if (mode === 'none' || mode === 'write-only') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_STORAGE_FORBIDDEN', `The workflow does not let this job read the Actions cache: its cache-mode is ${mode}.`, {
            hint: 'Set "cache-mode: write" for the job: a repository has to be read before it can be added to.',
        });
    }
    const url = env[urlVariable] ?? '';
    return {
        protocol,
        url: url.endsWith('/') ? url : `${url}/`,
        urlVariable,
        token,
        run: { id: wordOf(env['GITHUB_RUN_ID']), attempt: wordOf(env['GITHUB_RUN_ATTEMPT']) },
    };
}
/** What the workflow and the token say about writing. */
function rightsOf(env) {
    if (cacheMode(env) === 'read') {
        return { mayWrite: false, isCertain: true, reason: 'the cache-mode of this job is "read"' };
    }
    const permissions = permissionsOf(env['ACTIONS_RUNTIME_TOKEN'] ?? '');
    if (permissions === undefined)
        return { mayWrite: true, isCertain: false, reason: '' };
    const mayWrite = permissions.some((permission) => (permission & WRITE_PERMISSION) !== 0);
    return { mayWrite, isCertain: true, reason: mayWrite ? '' : 'the token of this job may only read the cache' };
}
function cacheMode(env) {
    return (env['ACTIONS_CACHE_MODE'] ?? '').trim().toLowerCase();
}
/** As the official client judges. */
function isEnterpriseServer(env) {
    const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
    const host = URL.canParse(server) ? new URL(server).hostname.toLowerCase() : '';
    return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}
/** Permissions on cache scopes in the claim `ac` of the token: 1 reads, 2 writes. Undefined when the token does not tell. */
function permissionsOf(token) {
    try {
        const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
        const text = typeof claims === 'object' && claims !== null && 'ac' in claims ? claims.ac : undefined;
        const scopes = typeof text === 'string' ? JSON.parse(text) : undefined;
        if (!Array.isArray(scopes))
            return undefined;
        const permissions = scopes.map((scope) => typeof scope === 'object' && scope !== null && 'Permission' in scope ? scope.Permission : undefined);
        return permissions.every((one) => typeof one === 'number') ? permissions : undefined;
    }
    catch {
        return undefined;
    }
}
function wordOf(text) {
    return ((text ?? '')
        .toLowerCase()
        .replace(/[^0-9a-z]/g, '')
        .slice(0, 40) || '0');
}
function missing(variable) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_CREDENTIALS_MISSING', `There is no access to the Actions cache here: ${variable} is not set.`, {
        hint: 'GitHub gives it to actions only, not to "run:" steps: use the action of Cairn in the workflow, or another repository.',
    });
}


/***/ }),

/***/ 56540:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isDenied),
/* harmony export */   q: () => (/* binding */ cacheService)
/* harmony export */ });
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44942);
/* harmony import */ var _actions_http_client_lib_auth__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92145);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _cloud_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(555);
/* harmony import */ var _unless_aborted_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(97480);
/* harmony import */ var _entry_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98012);
/**
 * Questions to the cache service, with its true answers (docs/backends/actions-cache.md, "Misses and outages").
 *
 * The official client tells "not there", "not allowed", "too many requests" and "broken" all as a miss. So whether an entry exists is asked
 * here, and only transfers go through that client.
 */






const TIMEOUT_MS = 60_000;
/** A service that never answered gets no more than this: whoever was given a wrong address should not wait longer. */
const FIRST_ANSWER_MS = 9_000;
const SERVICE = 'twirp/github.actions.results.api.v1.CacheService';
/** The service of this job. */
function cacheService(access) {
    let hasAnswered = false;
    const ask = async (what, call, signal) => {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .throwIfCancelled */ .dZ)(signal);
        const limitMs = hasAnswered ? TIMEOUT_MS : FIRST_ANSWER_MS;
        const limit = AbortSignal.timeout(limitMs);
        const client = new _actions_http_client__WEBPACK_IMPORTED_MODULE_0__/* .HttpClient */ .Qq('cairn', [new _actions_http_client_lib_auth__WEBPACK_IMPORTED_MODULE_1__/* .BearerCredentialHandler */ .tZ(access.token)], { socketTimeout: limitMs, allowRedirects: false });
        try {
            // The client hears no signal, and waits for the rest of an answer for ever.
            const { status, text, seconds } = await (0,_unless_aborted_js__WEBPACK_IMPORTED_MODULE_5__/* .unlessAborted */ .W)(exchange(client, call), anyOf(signal, limit));
            hasAnswered = true;
            const body = jsonOf(text);
            if (status >= 200 && status < 300 && (body !== undefined || status === 204))
                return { status, body };
            throw failure(access, what, { status, body, retryAfterMs: seconds > 0 ? seconds * 1000 : undefined });
        }
        catch (error) {
            if (signal?.aborted)
                throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .cancelled */ .KW)();
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb)
                throw error;
            const isLate = limit.aborted;
            throw failure(access, what, { error, hasAnswered, ...(isLate && { silentMs: limitMs }) });
        }
        finally {
            client.dispose();
        }
    };
    const call = (method, request, what, signal) => ask(what, (client) => client.post(new URL(`/${SERVICE}/${method}`, access.url).href, JSON.stringify(request), { 'content-type': 'application/json' }), signal);
    return {
        access,
        async lookup(keys, version, signal) {
            if (keys.length === 0 || keys.length > _entry_names_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_KEYS */ .aF)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_INTERNAL', `${keys.length} keys in one question.`);
            const [first = '', ...rest] = keys;
            const what = `look for ${first} in the Actions cache`;
            if (access.protocol === 'v1') {
                const query = `cache?keys=${encodeURIComponent(keys.join(','))}&version=${version}`;
                const accept = { accept: 'application/json;api-version=6.0-preview.1' };
                const { status, body } = await ask(what, (client) => client.get(`${access.url}_apis/artifactcache/${query}`, accept), signal);
                return status === 204 ? undefined : keyIn(body, 'cacheKey', keys, what, access);
            }
            const { body } = await call('GetCacheEntryDownloadURL', { key: first, restore_keys: rest, version }, what, signal);
            if (member(body, 'ok') === false)
                return undefined;
            return keyIn(body, member(body, 'matched_key') === undefined ? 'matchedKey' : 'matched_key', keys, what, access);
        },
        async mayReserve(key, version, signal) {
            try {
                const { body } = await call('CreateCacheEntry', { key, version }, `ask to write to the Actions cache`, signal);
                return !isDenied(member(body, 'message'));
            }
            catch (error) {
                if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isCairnError */ .qN)(error))
                    throw error;
                // That the place is taken, the quota used up or the request too early says nothing about the right: the upload will tell.
                if (/insufficient usage/.test(error.message))
                    return true;
                if (['CAIRN_BLOB_EXISTS', 'CAIRN_STORAGE_UNAVAILABLE'].includes(error.code))
                    return true;
                if (error.code === 'CAIRN_STORAGE_FORBIDDEN' || isDenied(error.message))
                    return false;
                throw error;
            }
        },
    };
}
/** One request and the whole of its answer. */
async function exchange(client, call) {
    const response = await call(client);
    const text = await response.readBody();
    return { status: response.message.statusCode ?? 0, text, seconds: Number(response.message.headers['retry-after']) };
}
function anyOf(signal, limit) {
    return signal === undefined ? limit : AbortSignal.any([signal, limit]);
}
/** Whether the service says that this job may not write. */
function isDenied(text) {
    return typeof text === 'string' && text.includes('cache write denied');
}
/** The answer of a service is trusted no further than that it answers what was asked. */
function keyIn(body, name, keys, what, access) {
    const key = member(body, name);
    if (typeof key === 'string' && keys.some((one) => key.startsWith(one)))
        return key;
    throw failure(access, what, { status: 200, body: { msg: 'the answer names no entry that was asked for' } });
}
function failure(access, what, failed) {
    const { status, error, retryAfterMs } = failed;
    const systemCode = member(error, 'code');
    return (0,_cloud_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cloudError */ .EF)({
        what,
        reason: reasonOf(access, failed),
        status,
        systemCode: typeof systemCode === 'string' ? systemCode : undefined,
        meaning: meaningOf(failed),
        credentials: 'the variable ACTIONS_RUNTIME_TOKEN',
        settings: { bucket: 'the name of the cache', endpoint: `the variable ${access.urlVariable}` },
        retryAfterMs,
        cause: error,
    });
}
function reasonOf({ url }, { status, body, error, silentMs }) {
    if (silentMs !== undefined) {
        return `there was no answer from ${URL.canParse(url) ? new URL(url).host : 'the service'} in ${silentMs / 1000} seconds`;
    }
    if (status === undefined)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error);
    const told = member(body, 'msg') ?? member(body, 'message');
    if (status === 200 && body === undefined)
        return 'the service answered with something else than JSON';
    return `the service answered ${status}${typeof told === 'string' ? `, ${told.slice(0, 300)}` : ''}`;
}
/** Redirects and pages are of somebody else. Silence of a service that never answered means that nobody is there. */
function meaningOf({ status, body, error, hasAnswered, silentMs }) {
    if (status !== undefined) {
        const isOfSomebodyElse = status === 404 || (status >= 300 && status < 400) || (status === 200 && body === undefined);
        return isOfSomebodyElse ? 'wrong-endpoint' : status === 409 ? 'exists' : undefined;
    }
    if (hasAnswered === true)
        return 'transient';
    return silentMs !== undefined || member(error, 'code') === 'ETIMEDOUT' ? 'unreachable' : undefined;
}
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function member(value, name) {
    return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}


/***/ }),

/***/ 31716:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ readChecked)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/** Reading what can be checked (docs/reliability.md, "Damage on the way"). */


/**
 * Gives what `read` brings to `open`; when that finds it damaged, or the password wrong, once more: the damage may have happened on the way.
 *
 * The second time `isFresh` asks `read` to go around every copy on this machine. Bytes that come again as they were are not opened twice. Errors: those of `read` and of `open`.
 */
async function readChecked(read, open) {
    const bytes = await read(false);
    try {
        return await open(bytes);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error) || !mayBeDamage(error))
            throw error;
        const again = await read(true);
        if (isSame(bytes, again))
            throw error;
        return await open(again);
    }
}
/** A format blob that was changed may also seem to be of a password or a version that is not ours. */
function mayBeDamage({ kind, code }) {
    return kind === 'damage' || kind === 'password' || code === 'CAIRN_FORMAT_UNSUPPORTED';
}
/** An absent blob is the same as an absent one. */
function isSame(a, b) {
    return a === undefined || b === undefined ? a === b : (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .equalBytes */ .ex)(a, b);
}


/***/ })

};
