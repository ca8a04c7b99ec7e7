export const id = 5618;
export const ids = [5618];
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


/***/ })

};
