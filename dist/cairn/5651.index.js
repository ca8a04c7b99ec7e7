export const id = 5651;
export const ids = [5651];
export const modules = {

/***/ 25651:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/log.js
var log = __webpack_require__(97309);
// EXTERNAL MODULE: ./lib/repo/blob/backends.js
var backends = __webpack_require__(61345);
// EXTERNAL MODULE: ./lib/repo/blob/location.js
var blob_location = __webpack_require__(80459);
// EXTERNAL MODULE: ./lib/repo/blob/open.js + 1 modules
var blob_open = __webpack_require__(72144);
// EXTERNAL MODULE: ./lib/repo/blob/storage-config.js
var storage_config = __webpack_require__(7014);
// EXTERNAL MODULE: ./lib/repo/config.js
var config = __webpack_require__(45160);
// EXTERNAL MODULE: ./lib/repo/repository.js + 14 modules
var repo_repository = __webpack_require__(2371);
// EXTERNAL MODULE: ./lib/util/bytes.js
var util_bytes = __webpack_require__(34695);
;// CONCATENATED MODULE: ./lib/commands/doctor-probe.js
/** What a storage does with a blob of our own: writing, reading, creating, listing, deleting, and what time it is there. */



/** No program that keeps repositories gives a blob such a name, and none looks at it. */
const PROBE_PREFIX = 'zz-cairn-doctor-';
const PROBE_BYTES = 64 * 1024;
const RANGE = { offset: 1000, length: 777 };
/** A probe that is older was left by a doctor who was killed. */
const LEFT_OVER_MS = 3_600_000;
const LATENCY_CALLS = 5;
/** Maintenance refuses to run from here on, for it decides by ages. */
const MAX_SKEW_MS = 5 * 60_000;
const WARN_SKEW_MS = 60_000;
/** File systems stamp a file with the last tick of the kernel, which may be this long ago. */
const TICK_MS = 20;
const READ_ONLY = 'the connection is for reading only';
/** Puts the storage to the test, and leaves nothing in it. */
async function probeStorage(storage, context, examination) {
    const { clock, random, signal } = context;
    const id = PROBE_PREFIX + (0,util_bytes/* toHex */.nj)(random(8));
    const bytes = random(PROBE_BYTES);
    const why = context.isReadOnly ? READ_ONLY : storage.flush !== undefined ? 'a store that gathers is written once in a run' : undefined;
    const written = why === undefined ? await write(storage, id, bytes, clock, examination) : undefined;
    try {
        if (written !== undefined) {
            await read(storage, id, bytes, examination);
            await create(storage, id, examination);
        }
        else {
            if (context.isReadOnly)
                examination.skip('write', READ_ONLY);
            else if (why !== undefined)
                await mayWrite(storage, context, examination);
            await readFormat(storage, context, examination);
            examination.skip('create', why ?? 'there is nothing to create again');
        }
        await list(storage, written === undefined ? undefined : id, clock.nowMs(), { canDelete: why === undefined, signal }, examination);
        const latency = await measure(storage, written === undefined ? blob_open/* FORMAT_BLOB_ID */.Y : id, context, examination);
        const clockSkewMs = written === undefined ? undefined : await skew(written, examination);
        return { latency, clockSkewMs };
    }
    finally {
        if (written !== undefined)
            await remove(storage, id, examination);
    }
}
async function write(storage, id, bytes, clock, examination) {
    return await examination.look('write', async () => {
        const fromMs = clock.nowMs();
        const { timestampMs } = await storage.putBlob(id, [bytes]);
        return { detail: `a blob of ${PROBE_BYTES / 1024} KiB`, result: { storeMs: timestampMs, fromMs, toMs: clock.nowMs() } };
    });
}
async function read(storage, id, bytes, examination) {
    await examination.look('read', async () => {
        const whole = await storage.getBlob(id);
        const part = await storage.getBlob(id, RANGE);
        if (!(0,util_bytes/* equalBytes */.ex)(whole, bytes) || !(0,util_bytes/* equalBytes */.ex)(part, bytes.subarray(RANGE.offset, RANGE.offset + RANGE.length))) {
            throw new errors/* CairnError */.eb('CAIRN_STORAGE_UNFIT', `${storage.displayName} gives back other bytes than it was given.`);
        }
        return { detail: 'the same bytes, whole and in part' };
    });
}
/** What a store says without being written to. */
async function mayWrite(storage, { writeRefusal }, examination) {
    await examination.look('write', async () => {
        const refusal = await writeRefusal();
        if (refusal === undefined)
            return { detail: 'this job may write; a store that gathers is written once in a run' };
        throw new errors/* CairnError */.eb('CAIRN_STORAGE_FORBIDDEN', `Nothing can be written to ${storage.displayName}: ${refusal}.`, {
            hint: 'GitHub lets runs of untrusted events only read the cache. Restores work; save snapshots on push or schedule.',
        });
    });
}
/** Where nothing was written, the format blob is what there is to read. */
async function readFormat(storage, { signal }, examination) {
    await examination.look('read', async () => {
        try {
            const whole = await storage.getBlob(blob_open/* FORMAT_BLOB_ID */.Y, { isFresh: true, signal });
            const length = Math.ceil(whole.length / 2);
            const part = whole.length === 0 ? whole : await storage.getBlob(blob_open/* FORMAT_BLOB_ID */.Y, { length, isFresh: true, signal });
            if ((0,util_bytes/* equalBytes */.ex)(part, whole.subarray(0, length)))
                return { detail: `${blob_open/* FORMAT_BLOB_ID */.Y}, whole and in part` };
        }
        catch (error) {
            if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
                throw error;
            return { status: 'skipped', detail: 'there is nothing to read' };
        }
        throw new errors/* CairnError */.eb('CAIRN_STORAGE_UNFIT', `${storage.displayName} gives other bytes for a part than for the whole.`);
    });
}
async function create(storage, id, examination) {
    await examination.look('create', async () => {
        try {
            await storage.putBlob(id, [new Uint8Array(1)], { onlyIfAbsent: true });
        }
        catch (error) {
            if ((0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_EXISTS'))
                return { detail: 'a blob that exists is not created again: maintenance is protected' };
            if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_NOT_SUPPORTED'))
                throw error;
        }
        const detail = 'it cannot create a blob only if it is absent: maintenance from two machines at once is not protected';
        return { status: 'warning', detail };
    });
}
async function list(storage, id, nowMs, { canDelete, signal }, examination) {
    await examination.look('list', async () => {
        const found = [];
        for await (const blob of storage.listBlobs(PROBE_PREFIX, signal))
            found.push(blob);
        (0,errors/* throwIfCancelled */.dZ)(signal);
        for (const old of found)
            if (canDelete && old.id !== id && nowMs - old.timestampMs > LEFT_OVER_MS)
                await storage.deleteBlob(old.id);
        if (id === undefined)
            return { detail: 'listings are allowed' };
        if (found.some((blob) => blob.id === id))
            return { detail: 'what was written is listed' };
        throw new errors/* CairnError */.eb('CAIRN_STORAGE_UNFIT', `${storage.displayName} does not list a blob that was just written.`, {
            hint: 'A store that shows new objects late cannot hold a repository.',
        });
    });
}
async function measure(storage, id, { clock, signal }, examination) {
    return await examination.look('latency', async () => {
        const times = [];
        for (let call = 0; call < LATENCY_CALLS; call++) {
            (0,errors/* throwIfCancelled */.dZ)(signal);
            const start = clock.monotonicMs();
            await storage.statBlob(id);
            times.push(clock.monotonicMs() - start);
        }
        times.sort((a, b) => a - b);
        const [minimumMs = 0, medianMs = 0] = [times[0], times[LATENCY_CALLS >> 1]].map((ms = 0) => Math.round(ms * 10) / 10);
        return { detail: `${medianMs} ms a call (median of ${LATENCY_CALLS}; fastest ${minimumMs} ms)`, result: { minimumMs, medianMs } };
    });
}
async function skew({ storeMs, fromMs, toMs }, examination) {
    return await examination.look('clock', async () => {
        // Stores tell whole seconds, and the blob was written at some time between the two looks at our clock.
        const earliest = storeMs - toMs;
        const latest = storeMs + (storeMs % 1000 === 0 ? 999 : 0) - fromMs;
        const apart = earliest > 0 ? earliest : latest < 0 ? latest : 0;
        const result = Math.abs(apart) <= TICK_MS ? 0 : apart;
        if (result === 0)
            return { detail: 'the same as here, as far as can be told', result };
        const words = `${(Math.abs(result) / 1000).toFixed(1)} s ${result > 0 ? 'ahead of' : 'behind'} this machine`;
        if (Math.abs(result) > MAX_SKEW_MS) {
            throw new errors/* CairnError */.eb('CAIRN_CLOCK_SKEW', `The clock of the storage is ${words}.`, {
                hint: 'Set the clock of this machine: maintenance decides by ages and does not run like this.',
            });
        }
        return { ...(Math.abs(result) > WARN_SKEW_MS ? { status: 'warning' } : {}), detail: words, result };
    });
}
async function remove(storage, id, examination) {
    await examination.look('delete', async () => {
        await storage.deleteBlob(id);
        if ((await storage.statBlob(id)) === undefined)
            return { detail: 'nothing is left' };
        throw new errors/* CairnError */.eb('CAIRN_STORAGE_UNFIT', `${storage.displayName} still has a blob that was deleted: ${id}.`);
    });
}

;// CONCATENATED MODULE: ./lib/commands/examination.js
/** Checks that are made one after the other, each with its outcome; one that fails does not stop the next. */

class Examination {
    checks = [];
    #clock;
    constructor(clock) {
        this.#clock = clock;
    }
    /** Makes a check; resolves to what it found, undefined when it failed. Throws only CAIRN_CANCELLED. */
    async look(name, work) {
        const start = this.#clock.monotonicMs();
        const took = () => Math.round(this.#clock.monotonicMs() - start);
        try {
            const { status = 'ok', detail, result } = await work();
            this.checks.push({ name, status, detail, milliseconds: took() });
            return result;
        }
        catch (error) {
            if ((0,errors/* isCairnError */.qN)(error, 'CAIRN_CANCELLED'))
                throw error;
            const failure = error instanceof errors/* CairnError */.eb ? error : new errors/* CairnError */.eb('CAIRN_INTERNAL', (0,errors/* messageOf */.bD)(error), { cause: error });
            this.checks.push({ name, status: 'failed', detail: failure.message, milliseconds: took(), failure });
            return undefined;
        }
    }
    /** Records a check that could not be made. */
    skip(name, detail) {
        this.checks.push({ name, status: 'skipped', detail, milliseconds: 0 });
    }
}

// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/commands/password.js
var commands_password = __webpack_require__(16845);
// EXTERNAL MODULE: ./lib/commands/run/outcome.js
var outcome = __webpack_require__(62404);
// EXTERNAL MODULE: ./lib/commands/storage-options.js
var storage_options = __webpack_require__(62440);
;// CONCATENATED MODULE: ./lib/commands/doctor.js
/** Looks whether a storage can hold a repository, and whether one that is there opens (docs/cli.md, "Doctor"). */














/** Looks at the storage of `location`, else of the connection. Errors: only those of finding out which one is meant. */
async function examine(context, location) {
    const { storage: config, isReadOnly } = await subject(context, location);
    const examination = new Examination(context.clock);
    let credentials;
    const lost = [];
    const options = (0,storage_options/* storageOptions */.E)(context);
    const storage = await examination.look('reach', async () => {
        const opened = await (0,blob_open/* openStorage */.G)(config, {
            ...options,
            // The report says it.
            log: { ...context.log, info: log/* nullLogger */.G.info },
            mode: 'repair',
            readonly: isReadOnly,
            backend: { ...options.backend, onCredentials: (source) => (credentials = source), onLostData: (words) => void lost.push(words) },
        });
        return { detail: 'the storage answers', result: opened };
    });
    let probe;
    try {
        if (storage !== undefined) {
            for (const words of lost)
                await examination.look('data', () => Promise.reject(lostData(words)));
            const writeRefusal = async () => await (0,backends/* writeRefusalOf */.TT)(config, context);
            probe = await probeStorage(storage, { ...context, isReadOnly, writeRefusal }, examination);
            await lookAtRepository(context, storage, examination);
        }
    }
    finally {
        await storage?.close();
    }
    const { checks } = examination;
    return {
        place: placeOf(config, storage),
        credentials,
        checks,
        latency: probe?.latency,
        clockSkewMs: probe?.clockSkewMs,
        verdict: verdictOf(checks),
        exitCode: (0,outcome/* combineExitCodes */.Og)(checks.flatMap(({ failure }) => (failure === undefined ? [] : [outcome/* EXIT_CODES */.ai[failure.kind]]))),
    };
}
async function subject(context, location) {
    if (location === undefined) {
        const { storage, isReadOnly = false } = await (0,config/* readClientConfig */.Kg)(context.configPath);
        return { storage, isReadOnly };
    }
    const where = { workspaceRoot: context.cwd, platform: context.platform, home: context.os.homeDirectory };
    return { storage: (0,storage_config/* storageConfigOf */.t4)((0,blob_location/* parseLocation */.z)(location, where)), isReadOnly: false };
}
async function lookAtRepository(context, storage, examination) {
    await examination.look('repository', async () => {
        if ((await storage.statBlob(blob_open/* FORMAT_BLOB_ID */.Y)) === undefined) {
            throw new errors/* CairnError */.eb('CAIRN_REPOSITORY_MISSING', `There is no repository in ${storage.displayName}.`, {
                hint: 'Check the location and its prefix for a typo, or make one there with "cairn repository create".',
            });
        }
        let found;
        try {
            const stored = await (0,config/* readPassword */.kf)(context.configPath);
            // Whoever only wants to know about the storage is not asked.
            found = await (0,commands_password/* resolvePassword */.IM)({ ...context, promptPassword: undefined }, { given: context.passwordFlag, stored });
        }
        catch (error) {
            if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_PASSWORD_MISSING'))
                throw error;
            return { status: 'skipped', detail: 'it is there; no password was given to open it with (KOPIA_PASSWORD)' };
        }
        const { clock, random, log, signal } = context;
        const repository = await (0,repo_repository/* openRepository */.h_)({
            storage: { ...wrapped(storage), close: async () => { } },
            password: found.password,
            identity: (0,commands_open/* identityOf */.c)(context),
            clock,
            random,
            log,
            signal,
            readonly: true,
            workers: 0,
        });
        const { formatVersion, encryption } = repository.facts;
        await repository.close();
        return { detail: `opens with the password from ${found.origin}: format ${formatVersion}, ${encryption}` };
    });
}
/** The calls of a storage that only reads, without what it is made of. */
function wrapped(storage) {
    return {
        displayName: storage.displayName,
        getBlob: (id, options) => storage.getBlob(id, options),
        statBlob: (id) => storage.statBlob(id),
        putBlob: (id, parts, options) => storage.putBlob(id, parts, options),
        deleteBlob: (id) => storage.deleteBlob(id),
        listBlobs: (prefix, signal) => storage.listBlobs(prefix, signal),
    };
}
function lostData(words) {
    return new errors/* CairnError */.eb('CAIRN_CACHE_SEGMENT_LOST', words, {
        hint: 'Make a new snapshot of what is still there, and keep what has to last in a store that is no cache.',
    });
}
function placeOf(config, storage) {
    const place = storage?.displayName ?? (0,storage_config/* descriptionOf */.Kq)(config).replace(/^Repository in /, '');
    const prefix = config.config['prefix'];
    return typeof prefix === 'string' && prefix !== '' ? `${place}, prefix ${prefix}` : place;
}
function verdictOf(checks) {
    const failed = checks.filter(({ status }) => status === 'failed');
    const warnings = checks.filter(({ status }) => status === 'warning');
    const first = failed[0]?.failure;
    if (first !== undefined) {
        const hint = first.hint !== undefined ? ` ${first.hint}` : '';
        const hasOnly = (...names) => failed.every(({ name }) => names.includes(name));
        if (hasOnly('repository'))
            return `The storage works, but the repository in it does not open.${hint}`;
        if (hasOnly('repository', 'data'))
            return `The storage works, but data of the repository in it is lost.${hint}`;
        // Reading is what some jobs are for.
        const isReadable = checks.some(({ name, status }) => (name === 'read' || name === 'repository') && status === 'ok');
        if (hasOnly('write') && isReadable)
            return `What is in this storage can be read, but nothing can be saved in it.${hint}`;
        return `This storage cannot be used as it is.${hint}`;
    }
    const isOpened = checks.some(({ name, status }) => name === 'repository' && status === 'ok');
    const fine = isOpened ? 'The storage works, and the repository in it opens.' : 'The storage works.';
    return warnings.length === 0 ? fine : `${fine} Look at the warnings above.`;
}

// EXTERNAL MODULE: ./lib/cli/harmless.js
var harmless = __webpack_require__(53807);
;// CONCATENATED MODULE: ./lib/cli/verbs/doctor.js
/** `cairn doctor`. */


const MARKS = { ok: 'ok', warning: 'warning', failed: 'FAILED', skipped: 'skipped' };
const MARK_WIDTH = 7;
async function doctor(context, input) {
    const report = await examine(context, input.text('repository'));
    if (input.isOn('json'))
        context.print((0,harmless/* jsonWithoutCommands */.Dw)(JSON.stringify(jsonOf(report))));
    else
        for (const line of linesOf(report))
            (0,harmless/* printText */.n)(context, line);
    return report.exitCode;
}
function linesOf({ place, credentials, checks, verdict }) {
    const width = Math.max(...checks.map(({ name }) => name.length));
    return [
        `Repository   ${place}`,
        ...(credentials === undefined ? [] : [`Credentials  ${credentials}`]),
        '',
        ...checks.flatMap(({ name, status, detail, failure }) => [
            `  ${MARKS[status].padEnd(MARK_WIDTH)}  ${name.padEnd(width)}  ${failure === undefined ? detail : `${failure.code}  ${detail}`}`,
        ]),
        '',
        verdict,
    ];
}
function jsonOf({ place, credentials, checks, latency, clockSkewMs, verdict, exitCode }) {
    return {
        place,
        credentials: credentials ?? null,
        checks: checks.map(({ name, status, detail, milliseconds, failure }) => ({
            name,
            status,
            detail,
            milliseconds,
            ...(failure === undefined ? {} : { code: failure.code, ...(failure.hint === undefined ? {} : { hint: failure.hint }) }),
        })),
        latency: latency ?? null,
        clockSkewMs: clockSkewMs ?? null,
        verdict,
        isHealthy: exitCode === 0,
    };
}


/***/ }),

/***/ 86937:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ endpointIn),
/* harmony export */   jU: () => (/* binding */ isHost),
/* harmony export */   rl: () => (/* binding */ invalidEndpoint),
/* harmony export */   xe: () => (/* binding */ isEndpointUrl)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Hosts and URLs of stores, as settings and variables name them. */

/** A host with or without a port, and nothing else. */
function isHost(text) {
    return /^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/.test(text) && URL.canParse(`https://${text}`);
}
/** Whether it is a URL that requests can be sent to. */
function isEndpointUrl(text) {
    return /^https?:\/\/[^/?#@]+(?:\/[^?#]*)?$/i.test(text) && URL.canParse(text);
}
/** The first of these variables that is set. Errors: CAIRN_CONFIG_INVALID when it is no URL: what was named is never passed over. */
function endpointIn(env, names) {
    const origin = names.find((name) => env[name]);
    if (origin === undefined)
        return undefined;
    const url = env[origin]?.trim() ?? '';
    if (isEndpointUrl(url))
        return { url, origin };
    throw invalidEndpoint(origin, 'the URL of a host', `Write ${origin} as https://HOST or https://HOST:PORT; http:// means no TLS.`);
}
/** The error for a variable that holds something else than `words`. Its value is not shown: whoever mixes variables up may have put a key there. */
function invalidEndpoint(variable, words, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_CONFIG_INVALID', `The variable ${variable} is not ${words}.`, { hint });
}


/***/ }),

/***/ 80459:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ formatLocation),
/* harmony export */   z: () => (/* binding */ parseLocation)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86937);
/** Text of a location -> typed value: where a repository is, without any secret (docs/policy.md, "Locations"). */



/**
 * Location of a path, a `file:` URL, or one of `s3://`, `azblob://`, `gs://`, `actions-cache:`.
 *
 * One letter before a colon is a Windows drive, never a scheme. Messages about URLs name the scheme only, since the rest may hold a secret.
 * Errors: CAIRN_LOCATION_INVALID, CAIRN_LOCATION_SECRET.
 */
function parseLocation(text, context) {
    const trimmed = text.trim();
    if (trimmed === '')
        throw invalid('The location of the repository is empty.');
    if (trimmed.includes('\0'))
        throw invalid('The location of the repository contains a zero byte.');
    const match = /^([A-Za-z][A-Za-z0-9+.-]+):(.*)$/s.exec(trimmed);
    if (match === null)
        return { kind: 'filesystem', path: parsePath(trimmed, context) };
    const [, scheme = '', rest = ''] = match;
    return parseUrl(scheme.toLowerCase(), rest, context);
}
/** The location as text that `parseLocation` reads back; a path for a filesystem. */
function formatLocation(location) {
    switch (location.kind) {
        case 'filesystem':
            return location.path;
        case 's3':
            return `s3://${location.bucket}/${encodePrefix(location.prefix)}${query({ endpoint: location.endpoint, region: location.region })}`;
        case 'azblob':
            return `azblob://${location.container}/${encodePrefix(location.prefix)}${query({ account: location.account })}`;
        case 'gcs':
            return `gs://${location.bucket}/${encodePrefix(location.prefix)}`;
        case 'actions-cache':
            return `actions-cache:${location.name}${query({ 'limit-gib': location.limitGib?.toString() })}`;
    }
}
function parsePath(text, { workspaceRoot, platform, home }) {
    const isWindows = platform === 'win32';
    const path = isWindows ? node_path__WEBPACK_IMPORTED_MODULE_0__.win32 : node_path__WEBPACK_IMPORTED_MODULE_0__.posix;
    const drive = /^[A-Za-z]:(.?)/s.exec(text);
    if (drive !== null) {
        if (!isWindows) {
            throw invalid(`${text} is a path of Windows, and this is not Windows.`, 'Write ./ in front if a folder really has this name.');
        }
        if (drive[1] !== '\\' && drive[1] !== '/') {
            throw invalid(`${text} does not say which folder of the drive is meant.`, 'Write a backslash after the colon, such as C:\\backup.');
        }
    }
    if (home !== undefined && (text === '~' || text.startsWith('~/') || (isWindows && text.startsWith('~\\')))) {
        return path.join(home, text.slice(1));
    }
    return path.resolve(workspaceRoot, text);
}
function parseUrl(scheme, rest, context) {
    const authority = rest.startsWith('//') ? (/^\/\/([^/?#]*)/.exec(rest)?.[1] ?? '') : '';
    if (scheme !== 'file' && (authority.includes('@') || /^[^/?#]*:[^/?#]*@/.test(rest)))
        throw secret(scheme);
    switch (scheme) {
        case 'file':
            return { kind: 'filesystem', path: parseFileUrl(rest, authority, context) };
        case 's3': {
            const { name, prefix, parameters } = parseBucket(scheme, rest, ['endpoint', 'region']);
            const { endpoint, region } = parameters;
            if (endpoint !== undefined && /^([a-z]+:\/\/)?[^/]*@/i.test(endpoint))
                throw secret(scheme);
            if (endpoint !== undefined && !(0,_endpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .isHost */ .jU)(endpoint.replace(/^https?:\/\//i, '').replace(/\/$/, ''))) {
                throw invalid('The parameter endpoint of the location is not a host with or without a port.', 'Write endpoint=HOST or endpoint=HOST:PORT; http:// in front of it means no TLS.');
            }
            return { kind: 's3', bucket: name, prefix, ...(endpoint !== undefined && { endpoint }), ...(region !== undefined && { region }) };
        }
        case 'azblob': {
            const { name, prefix, parameters } = parseBucket(scheme, rest, ['account']);
            const { account } = parameters;
            return { kind: 'azblob', container: name, prefix, ...(account !== undefined && { account }) };
        }
        case 'gs': {
            const { name, prefix } = parseBucket(scheme, rest, []);
            return { kind: 'gcs', bucket: name, prefix };
        }
        case 'actions-cache':
            return parseCache(rest);
        default:
            throw invalid(`Cairn knows no location that starts with ${scheme}:.`, 'Use a path, file:, s3://, azblob://, gs:// or actions-cache:. Write ./ in front of a folder whose name has a colon.');
    }
}
function parseCache(rest) {
    const [, name = '', limit] = /^([^?]*)(?:\?limit-gib=([1-9]\d{0,5}))?$/.exec(rest) ?? [];
    if (!/^[A-Za-z0-9._-]{1,100}$/.test(name)) {
        throw invalid('The name after actions-cache: is 1 to 100 letters, digits, dots, dashes and underscores.', 'Only ?limit-gib= with a whole number may follow: what all caches of the GitHub repository may take up together.');
    }
    return { kind: 'actions-cache', name, ...(limit !== undefined && { limitGib: Number(limit) }) };
}
function parseFileUrl(rest, authority, context) {
    if (authority !== '' && authority.toLowerCase() !== 'localhost') {
        throw invalid('A file: location cannot name another host.', 'Write file:///folder/repository.');
    }
    const encoded = rest.startsWith('//') ? rest.slice(2 + authority.length) : rest;
    if (/[?#]/.test(encoded))
        throw invalid('A file: location has neither ? nor #.', 'Write %3F and %23 for these characters of a folder name.');
    const path = decode('file', encoded);
    if (path === '' || path.includes('\0'))
        throw invalid('A file: location needs the path of a folder.', 'Write file:///folder/repository.');
    // file:///C:/backup has a slash before the drive.
    return parsePath(context.platform === 'win32' ? path.replace(/^\/([A-Za-z]:)/, '$1') : path, context);
}
function parseBucket(scheme, rest, allowed) {
    const match = /^\/\/([^/?#]+)(?:\/([^?#]*))?(?:\?([^#]*))?$/.exec(rest);
    const name = match?.[1];
    if (match === null || name === undefined || !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) {
        throw invalid(`A location that starts with ${scheme}: names a bucket and a folder in it.`, `Write ${scheme}://bucket/folder.`);
    }
    const parameters = {};
    for (const [key, value] of new URLSearchParams(match[3] ?? '')) {
        // Names only: the value of an unknown parameter is most often a key that does not belong here.
        if (!allowed.includes(key)) {
            throw invalid(`A location that starts with ${scheme}: has no parameter ${JSON.stringify(key.slice(0, 40))}.`, 'Keys and tokens come from the environment, never from the location.');
        }
        if (value === '')
            throw invalid(`The parameter ${key} of the location is empty.`);
        parameters[key] = value;
    }
    const trimmed = decode(scheme, match[2] ?? '').replace(/^\/+|\/+$/g, '');
    return { name, prefix: trimmed === '' ? '' : `${trimmed}/`, parameters };
}
function decode(scheme, text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        throw invalid(`The location that starts with ${scheme}: has a % that is not followed by two hexadecimal digits.`, 'Write %25 for a percent sign.');
    }
}
function encodePrefix(prefix) {
    return prefix.split('/').map(encodeURIComponent).join('/');
}
function query(parameters) {
    const text = new URLSearchParams();
    for (const [key, value] of Object.entries(parameters))
        if (value !== undefined)
            text.set(key, value);
    return text.size === 0 ? '' : `?${text}`;
}
function invalid(message, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_LOCATION_INVALID', message, hint === undefined ? {} : { hint });
}
function secret(scheme) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_LOCATION_SECRET', `The location that starts with ${scheme}: contains a user name or a password.`, {
        hint: 'Remove everything up to the @, change that secret if it was ever committed or printed, and give credentials by the environment.',
    });
}


/***/ })

};
