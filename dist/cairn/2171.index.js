export const id = 2171;
export const ids = [2171,8294];
export const modules = {

/***/ 85688:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ totalOfContentRange),
/* harmony export */   Px: () => (/* binding */ collectBody),
/* harmony export */   qX: () => (/* binding */ readRange),
/* harmony export */   yp: () => (/* binding */ isPage)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _range_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34895);
/** A part of a blob by one ranged request, as stores answer such requests. */


/**
 * What `BlobStorage.getBlob` gives: one request, and a second one for its size where the store cannot answer the first.
 *
 * Errors: CAIRN_BLOB_RANGE, those of the source; CAIRN_STORAGE_UNAVAILABLE when the store gave another number of bytes than it should.
 */
async function readRange(id, asked, source) {
    const { offset = 0, length } = asked;
    // Stores have no words for a part of no bytes, nor for one that begins before the blob.
    const isAskable = Number.isSafeInteger(offset) && offset >= 0 && (length === undefined || (Number.isSafeInteger(length) && length > 0));
    const isWithinNumbers = isAskable && Number.isSafeInteger(offset + (length ?? 0));
    const answer = isWithinNumbers ? await source.read(offset, length) : undefined;
    const range = (0,_range_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveRange */ .S)(id, asked, answer === undefined ? await source.size() : answer.totalBytes);
    // The blob is longer than when the store had nothing at `offset`: somebody replaced it in between.
    if (answer === undefined && range.length > 0)
        throw cutOff(id, 0, range.length);
    const bytes = answer?.bytes ?? new Uint8Array(0);
    if (bytes.length !== range.length)
        throw cutOff(id, bytes.length, range.length);
    return bytes;
}
/** Collects the body of an answer into one array; `expectedBytes` is what the store announced. Errors: CAIRN_BLOB_RANGE when it is too long for memory. */
async function collectBody(id, body, expectedBytes) {
    if (!(expectedBytes <= _range_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_READ_BYTES */ .q)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_BLOB_RANGE', `Blob ${id} is too long to be read at once: ${expectedBytes} bytes.`);
    }
    const bytes = new Uint8Array(expectedBytes);
    let filled = 0;
    for await (const chunk of body) {
        if (filled + chunk.length > expectedBytes)
            throw cutOff(id, filled + chunk.length, expectedBytes);
        bytes.set(chunk, filled);
        filled += chunk.length;
    }
    return filled === expectedBytes ? bytes : bytes.subarray(0, filled);
}
/** Length of the whole in a `Content-Range` such as `bytes 0-4/10`; undefined when there is none. */
function totalOfContentRange(header) {
    const total = /^bytes [\d*]+(?:-\d+)?\/(\d{1,15})$/.exec(header ?? '')?.[1];
    return total === undefined ? undefined : Number(total);
}
function cutOff(id, got, expected) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_STORAGE_UNAVAILABLE', `The store gave ${got} bytes of blob ${id} instead of ${expected}.`, {
        hint: 'Run again later. What was saved before is intact.',
    });
}
/** Whether what came for the blob that is read first of a store is a page for people: that blob begins with a brace. */
function isPage(id, bytes) {
    return id === 'kopia.repository' && bytes[0] === LESS_THAN;
}
const LESS_THAN = 0x3c;


/***/ }),

/***/ 46670:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ invalidMember),
/* harmony export */   Y: () => (/* binding */ connectionMembers)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_timestamp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99252);
/** Members of a cloud store's connection, each read with its shape (docs/repository-format.md, "Client configuration"). */


/** The members of a connection. */
function connectionMembers({ config }) {
    const text = (name) => {
        const value = config[name] ?? '';
        if (typeof value !== 'string')
            throw invalidMember(name, 'a text');
        return value;
    };
    return {
        text,
        textLike(name, shape, words) {
            const value = text(name);
            if (!shape.test(value))
                throw invalidMember(name, words);
            return value;
        },
        flag(name) {
            const value = config[name] ?? false;
            if (typeof value !== 'boolean')
                throw invalidMember(name, 'true or false');
            return value;
        },
        pointInTime() {
            const value = text('pointInTime');
            // The zero time of Go means that there is none.
            if (value === '' || value.startsWith('0001-01-01T00:00:00'))
                return '';
            if ((0,_util_timestamp_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTimestamp */ .l)(value) === undefined)
                throw invalidMember('pointInTime', 'a time');
            return value;
        },
    };
}
/** The error for a member of another shape; `words` say what it is not, such as `a duration`. */
function invalidMember(name, words) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_CONFIG_INVALID', `The connection cannot be used: "storage.config.${name}" is not ${words}.`, {
        hint: 'Connect to the repository again, or correct its location.',
    });
}


/***/ }),

/***/ 53015:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ sayCredentials),
/* harmony export */   j: () => (/* binding */ heldWords)
/* harmony export */ });
/** What was said already by a command, which may open the same store several times. */
const said = new WeakMap();
/** Says it once in a run; `source` is words such as `the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY`, never a value. */
function sayCredentials({ log, onCredentials }, displayName, source) {
    onCredentials?.(source);
    const message = `Credentials for ${displayName}: ${source}.`;
    const messages = said.get(log) ?? new Set();
    said.set(log, messages);
    if (!messages.has(message))
        log.info(message);
    messages.add(message);
}
/**
 * Words for what a connection holds: `connect` and `create` take it from a flag or else from a variable, and nothing tells later which it was.
 *
 * `isSame`: whether the variable has the same value now.
 */
function heldWords(what, flag, variable, isSame) {
    return isSame
        ? `${what} of the connection, the same as in ${variable}`
        : `${what} of the connection (${flag}, or ${variable} when it was made)`;
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

/***/ 95289:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ LoginTimeout),
/* harmony export */   L4: () => (/* binding */ sharedLimit),
/* harmony export */   RN: () => (/* binding */ inTime),
/* harmony export */   dB: () => (/* binding */ LOGIN_MS)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Limits of time for logins to a cloud: whoever waits for one that does not come should not wait long. */

/** For all that is tried before the first call to a store. */
const LOGIN_MS = 9_000;
/** Each of several candidates gets as much, though others took long. */
const LEAST_MS = 1_000;
/** Says that the limit was reached; `words` are such as `no answer in 9 seconds`. */
class LoginTimeout extends Error {
}
/** A limit that several attempts share, from now on: each call tells what is left of it, in ms. */
function sharedLimit({ clock }) {
    const endMs = clock.monotonicMs() + LOGIN_MS;
    return () => Math.max(LEAST_MS, endMs - clock.monotonicMs());
}
/** Runs `work`; what comes too late is not waited for. Errors: those of `work`, LoginTimeout, CAIRN_CANCELLED. */
async function inTime(limitMs, { clock, signal }, work) {
    const stop = new AbortController();
    const onAbort = () => stop.abort();
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted === true)
        onAbort();
    const end = clock.sleep(limitMs, stop.signal).then(() => new LoginTimeout(`no answer in ${Math.round(limitMs / 1000)} seconds`), () => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)());
    const result = work();
    // Nobody may be left to hear of it.
    result.catch(() => undefined);
    try {
        const first = await Promise.race([result.then((value) => ({ value })), end]);
        if (first instanceof Error)
            throw first;
        return first.value;
    }
    finally {
        signal?.removeEventListener('abort', onAbort);
        stop.abort();
    }
}


/***/ }),

/***/ 54442:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ storageAt)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _blob_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57465);
/* harmony import */ var _readonly_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37042);
/** A store that keeps old versions of its blobs, as it was at a time: for reading only. */



/** The store at `atNs` (nanoseconds since 1970); what was read once is remembered, for it cannot change any more. */
function storageAt(store, atNs) {
    const known = new Map();
    const find = async (id, signal) => {
        (0,_blob_id_js__WEBPACK_IMPORTED_MODULE_1__/* .checkBlobId */ .r)(id);
        if (!known.has(id)) {
            let newest;
            for await (const version of store.listVersions(id, signal))
                if (version.blob.id === id)
                    newest = newerOf(newest, version, atNs);
            known.set(id, present(newest, atNs));
        }
        return known.get(id);
    };
    return (0,_readonly_js__WEBPACK_IMPORTED_MODULE_2__/* .readOnly */ .T)({
        displayName: store.displayName,
        async getBlob(id, options = {}) {
            const found = await find(id, options.signal);
            if (found === undefined)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_BLOB_NOT_FOUND', `Blob ${id} was not in ${store.displayName} at that time.`);
            return await store.readVersion(id, found.version, options);
        },
        statBlob: async (id) => (await find(id))?.blob,
        putBlob: refuse,
        deleteBlob: refuse,
        async *listBlobs(prefix, signal) {
            let newest;
            let current;
            const finish = () => {
                const found = present(newest, atNs);
                if (current !== undefined)
                    known.set(current, found);
                return found?.blob;
            };
            for await (const version of store.listVersions(prefix, signal)) {
                if (version.blob.id !== current) {
                    const finished = finish();
                    if (finished !== undefined)
                        yield finished;
                    current = version.blob.id;
                    newest = undefined;
                }
                newest = newerOf(newest, version, atNs);
            }
            const last = finish();
            if (last !== undefined)
                yield last;
        },
        close: () => store.close(),
    });
}
/** Of two versions the one that counted last at `atNs`. */
function newerOf(best, version, atNs) {
    if (version.fromNs > atNs)
        return best;
    return best === undefined || version.fromNs >= best.fromNs ? version : best;
}
function present(version, atNs) {
    if (version === undefined || version.isDeletion === true)
        return undefined;
    return version.untilNs !== undefined && version.untilNs <= atNs ? undefined : version;
}
/** `readOnly` stands before it. */
async function refuse() {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_STORAGE_READONLY', 'An earlier state of a store is only for reading.');
}


/***/ }),

/***/ 78294:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ProxyError: () => (/* binding */ ProxyError),
/* harmony export */   agentFor: () => (/* binding */ agentFor),
/* harmony export */   agentsFor: () => (/* binding */ agentsFor),
/* harmony export */   proxyFor: () => (/* binding */ proxyFor),
/* harmony export */   proxyWords: () => (/* binding */ proxyWords)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _cloud_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(555);
/** Connections to a cloud store, through the proxy that the variables everybody reads name. */




/** In the order in which they count. */
const VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];
/** What the SDKs would read beside them. */
const OTHER_VARIABLES = ['http_proxy', 'HTTP_PROXY'];
/** What a proxy did instead of passing a connection on. SDKs keep nothing but code and message of an error, so the message says it all. */
class ProxyError extends Error {
    code;
    constructor(message, code) {
        super(message);
        this.code = code;
    }
}
/** The proxy for an `https:` origin; undefined for a direct way, which is also the only one without TLS. Errors: CAIRN_CONFIG_INVALID. */
function proxyFor(origin, env) {
    const { protocol, hostname, port } = new URL(origin);
    const variable = VARIABLES.find((name) => env[name]);
    if (protocol !== 'https:' || variable === undefined)
        return undefined;
    const exempt = (env['no_proxy'] || env['NO_PROXY'] || '').split(/[\s,]+/).filter((rule) => rule !== '');
    return exempt.some((rule) => matches(rule, hostname, port || '443')) ? undefined : parseProxy(variable, env[variable] ?? '');
}
/** To be added to what names an endpoint; empty for a direct way. */
function proxyWords(origin, env) {
    const proxy = proxyFor(origin, env);
    return proxy === undefined ? '' : ` and ${proxy.words}`;
}
/** A host alone is one that is spoken to without TLS, as curl has it. */
function parseProxy(variable, value) {
    const text = value.trim();
    const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
    const url = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol) || !isDecodable(url.username + url.password)) {
        // The value itself may hold a password.
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CairnError */ .eb('CAIRN_CONFIG_INVALID', `The variable ${variable} names no proxy that can be used.`, {
            hint: `Write ${variable} as http://HOST:PORT, or http://NAME:PASSWORD@HOST:PORT with special characters of the password as %XX. Hosts in NO_PROXY are reached without it.`,
        });
    }
    return { url, words: `the proxy in ${variable} (${url.host})` };
}
function isDecodable(text) {
    try {
        decodeURIComponent(text);
        return true;
    }
    catch {
        return false;
    }
}
/** `*`, a host, or the end of one, each perhaps with a port. */
function matches(rule, hostname, port) {
    const [, name = '', itsPort] = /^(.*?)(?::(\d+))?$/.exec(rule.toLowerCase()) ?? [];
    if (itsPort !== undefined && itsPort !== port)
        return false;
    const end = name.replace(/^\*?\./, '');
    return name === '*' || hostname === end || hostname.endsWith(`.${end}`);
}
/** Keeps connections to `origin` for the next request; what goes wrong at a proxy is a ProxyError. Errors: CAIRN_CONFIG_INVALID. */
async function agentFor(origin, env, tls = {}, sockets = {}) {
    const proxy = proxyFor(origin, env);
    if (proxy === undefined)
        return directAgent(origin, tls, sockets);
    return proxyAgent(await __webpack_require__.e(/* import() */ 3669).then(__webpack_require__.t.bind(__webpack_require__, 3669, 19)), proxy, tls, sockets);
}
/**
 * The agent for any URL that an SDK asks for; undefined where no variable names a proxy, and the SDK has its own way.
 *
 * SDKs read the variables too, each with rules of its own: the agent given here takes their place. Errors: CAIRN_CONFIG_INVALID.
 */
async function agentsFor(env) {
    if (![...VARIABLES, ...OTHER_VARIABLES].some((name) => env[name]))
        return undefined;
    // Said here: an SDK would take it for a failure of the network.
    const variable = VARIABLES.find((name) => env[name]);
    if (variable !== undefined)
        parseProxy(variable, env[variable] ?? '');
    const library = await __webpack_require__.e(/* import() */ 3669).then(__webpack_require__.t.bind(__webpack_require__, 3669, 19));
    const agents = new Map();
    return ({ href }) => {
        const { origin } = new URL(href);
        const known = agents.get(origin);
        if (known !== undefined)
            return known;
        const proxy = proxyFor(origin, env);
        const agent = proxy === undefined ? directAgent(origin, {}, {}) : proxyAgent(library, proxy, {}, {});
        agents.set(origin, agent);
        return agent;
    };
}
function directAgent(origin, tls, sockets) {
    return origin.startsWith('https:')
        ? new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({ keepAlive: true, ...tls, ...sockets })
        : new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent({ keepAlive: true, ...sockets });
}
function proxyAgent(library, proxy, tls, sockets) {
    const agent = new library.HttpsProxyAgent(proxy.url, { keepAlive: true, ...sockets });
    // What it is made with is for the proxy; what stands here is for the store behind it.
    Object.assign(agent.options, tls);
    const connect = agent.connect.bind(agent);
    agent.connect = async (request, options) => await throughProxy(proxy, request, () => connect(request, options));
    return agent;
}
/** The library hands on what a proxy answers as if the store had: here it becomes an error that names the proxy. */
async function throughProxy(proxy, request, connect) {
    let status = 0;
    request.once('proxyConnect', (answer) => {
        status = answer.statusCode;
    });
    const socket = await connect().catch((error) => {
        throw new ProxyError(`${proxy.words} cannot be used: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, _cloud_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PROXY_UNREACHABLE */ .kI);
    });
    if (status === 200)
        return socket;
    socket.destroy();
    const reason = status === 407 ? 'asks for a user name and a password that it knows' : 'does not let the connection through';
    throw new ProxyError(`${proxy.words} ${reason}: it answered with status ${status}`, status >= 500 ? _cloud_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PROXY_UNREACHABLE */ .kI : _cloud_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PROXY_REFUSED */ .WA);
}


/***/ }),

/***/ 37042:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readOnly)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** A storage that refuses to write. */

/** The same storage, except that `putBlob` and `deleteBlob` fail with CAIRN_STORAGE_READONLY. */
function readOnly(storage) {
    const refuse = async () => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_STORAGE_READONLY', `${storage.displayName} is connected for reading only.`, {
            hint: 'Run "cairn repository set-client --read-write", or connect again without --readonly.',
        });
    };
    return {
        displayName: storage.displayName,
        getBlob: (id, options) => storage.getBlob(id, options),
        statBlob: (id) => storage.statBlob(id),
        putBlob: refuse,
        deleteBlob: refuse,
        listBlobs: (prefix, signal) => storage.listBlobs(prefix, signal),
        close: () => storage.close(),
    };
}


/***/ }),

/***/ 15531:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ parseS3Config),
/* harmony export */   mD: () => (/* binding */ s3StorageConfig),
/* harmony export */   mP: () => (/* binding */ DEFAULT_ENDPOINT)
/* harmony export */ });
/* harmony import */ var _util_go_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26517);
/* harmony import */ var _connection_members_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46670);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86937);
/* harmony import */ var _throttle_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56177);
/** Options of an S3 store <-> the `storage` member of a connection file (docs/repository-format.md, "Client configuration"). */




const DEFAULT_ENDPOINT = 's3.amazonaws.com';
/** What is written for an S3 store: members in the order other programs write them. */
function s3StorageConfig(options) {
    const { prefix = '', region = '', pointInTime = '', rootCa = new Uint8Array(0) } = options;
    return {
        type: 's3',
        config: {
            bucket: options.bucket,
            ...(prefix !== '' && { prefix }),
            endpoint: options.endpoint ?? DEFAULT_ENDPOINT,
            ...(options.hasTls === false && { doNotUseTLS: true }),
            ...(options.verifiesTls === false && { doNotVerifyTLS: true }),
            ...(rootCa.length > 0 && { rootCA: Buffer.from(rootCa).toString('base64') }),
            accessKeyID: options.accessKeyId ?? '',
            secretAccessKey: options.secretAccessKey ?? '',
            sessionToken: options.sessionToken ?? '',
            // Roles are for connections that were written by hand: no flag sets them.
            roleARN: '',
            sessionName: '',
            duration: '0s',
            roleEndpoint: '',
            roleRegion: '',
            ...(region !== '' && { region }),
            ...(0,_throttle_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .limitsMember */ .jW)(options.limits ?? _throttle_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .UNLIMITED */ .Mp),
            ...(pointInTime !== '' && { pointInTime }),
        },
    };
}
/** The options in a connection; CAIRN_CONFIG_INVALID when a member has another shape. */
function parseS3Config(storage) {
    const { text, textLike, flag, pointInTime } = (0,_connection_members_js__WEBPACK_IMPORTED_MODULE_1__/* .connectionMembers */ .Y)(storage);
    return {
        bucket: textLike('bucket', /^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/, 'the name of a bucket'),
        prefix: text('prefix'),
        endpoint: textLike('endpoint', ENDPOINT, 'a host with or without a port') || DEFAULT_ENDPOINT,
        hasTls: !flag('doNotUseTLS'),
        verifiesTls: !flag('doNotVerifyTLS'),
        rootCa: new Uint8Array(Buffer.from(text('rootCA'), 'base64')),
        accessKeyId: text('accessKeyID'),
        secretAccessKey: text('secretAccessKey'),
        sessionToken: text('sessionToken'),
        webIdentityToken: text('webIdentityToken'),
        webIdentityTokenFile: text('webIdentityTokenFile'),
        roleArn: text('roleARN'),
        sessionName: text('sessionName'),
        roleDurationNs: durationOf(storage.config['duration'] ?? '0s'),
        roleEndpoint: textLike('roleEndpoint', ROLE_ENDPOINT, 'a URL that begins with https:// or http://'),
        roleRegion: text('roleRegion'),
        region: textLike('region', /^[A-Za-z0-9-]*$/, 'the name of a region'),
        limits: (0,_throttle_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .readLimits */ .BU)(storage.config),
        pointInTime: pointInTime(),
    };
}
/** Empty means the default one, here and below. */
const ENDPOINT = { test: (text) => text === '' || (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .isHost */ .jU)(text) };
const ROLE_ENDPOINT = { test: (text) => text === '' || (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .isEndpointUrl */ .xe)(text) };
function durationOf(value) {
    const duration = typeof value === 'string' ? (0,_util_go_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseGoDuration */ .Q)(value) : undefined;
    if (duration === undefined || duration < 0n)
        throw (0,_connection_members_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidMember */ .M)('duration', 'a duration');
    return duration;
}


/***/ }),

/***/ 12171:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openS3: () => (/* binding */ openS3),
  openS3With: () => (/* binding */ openS3With)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(99252);
// EXTERNAL MODULE: ./lib/repo/blob/credential-source.js
var credential_source = __webpack_require__(53015);
// EXTERNAL MODULE: ./lib/repo/blob/point-in-time.js
var point_in_time = __webpack_require__(54442);
// EXTERNAL MODULE: ./lib/repo/blob/proxy.js
var proxy = __webpack_require__(78294);
// EXTERNAL MODULE: ./lib/node_modules/@aws-sdk/client-s3/dist-es/S3Client.js + 46 modules
var S3Client = __webpack_require__(78432);
;// CONCATENATED MODULE: ./lib/repo/blob/s3/ambient-chain.js
/** Profiles, containers and machines: places of credentials that the SDK knows by itself. */

/** Why the profile gave nothing, which the error of the whole chain does not say. */
class ProfileError extends Error {
}
/** Asks these places; what they gave is kept until it expires. Errors: ProfileError where a profile was looked at, those of the SDK. */
function ambientChain(region) {
    // Made once: it remembers what it found.
    let client;
    const reasons = new ProfileReasons();
    return async (isFresh) => {
        // With a logger of its own the SDK does not warn on standard error that a profile and keys are set: which one counts is said by us.
        if (client === undefined || isFresh)
            client = new S3Client/* S3Client */.Y({ region, logger: reasons });
        reasons.reason = undefined;
        try {
            return await client.config.credentials();
        }
        catch (error) {
            throw reasons.reason === undefined ? error : new ProfileError(reasons.reason, { cause: error });
        }
    };
}
/** Listens to the SDK, which says only in its log why it goes on from a profile to the next place. */
class ProfileReasons {
    reason;
    #isAtProfile = false;
    debug(line) {
        if (typeof line !== 'string')
            return;
        if (line.endsWith('credential-provider-ini - fromIni'))
            this.#isAtProfile = true;
        const failure = /^@smithy\/property-provider (?:->|\(!\)) (.*)$/s.exec(line)?.[1];
        if (failure === undefined || !this.#isAtProfile)
            return;
        this.#isAtProfile = false;
        this.reason = wordsOf(failure);
    }
    info() { }
    warn() { }
    error() { }
}
/** One line of it; the command of a profile may hold a key, and is left out. */
function wordsOf(failure) {
    const [first = '', second = ''] = failure.trim().split(/\s*[\r\n]+\s*/);
    const words = first.startsWith('Command failed:') ? `its credential_process failed${second === '' ? '' : `: ${second}`}` : first;
    return words.replace(/\.$/, '').slice(0, 300);
}

// EXTERNAL MODULE: ./lib/repo/blob/s3/config.js
var s3_config = __webpack_require__(15531);
// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(85416);
// EXTERNAL MODULE: ./lib/repo/blob/cloud-errors.js
var cloud_errors = __webpack_require__(555);
// EXTERNAL MODULE: ./lib/repo/blob/unless-aborted.js
var unless_aborted = __webpack_require__(97480);
// EXTERNAL MODULE: ./lib/util/json-read.js
var json_read = __webpack_require__(1873);
// EXTERNAL MODULE: ./lib/repo/blob/cloud-headers.js
var cloud_headers = __webpack_require__(96428);
// EXTERNAL MODULE: ./lib/repo/blob/slim-error.js
var slim_error = __webpack_require__(7214);
;// CONCATENATED MODULE: ./lib/repo/blob/s3/failure.js
/** What the SDK throws -> the parts of a failure that count (docs/backends/s3.md, "When it fails"). */



/** What is kept of an error of the SDK; it can be read again. */
class S3Error extends slim_error/* SlimError */.Q2 {
    failure;
    constructor(name, failure) {
        super(name, failure.reason);
        this.failure = failure;
    }
}
/** The same error without its request. */
function slimS3Error(error, failure) {
    return error instanceof S3Error ? error : new S3Error((0,slim_error/* nameOf */.Vb)(error), failure);
}
/** The error of an answer that is a page for people. */
function webPage() {
    return new S3Error('WebPage', {
        reason: 'it answered with a web page',
        status: 200,
        systemCode: undefined,
        meaning: 'wrong-endpoint',
        retryAfterMs: undefined,
        isAborted: false,
        region: undefined,
        hasCode: false,
    });
}
const MEANINGS = {
    NoSuchKey: 'blob-missing',
    NoSuchVersion: 'blob-missing',
    NoSuchBucket: 'bucket-missing',
    InvalidBucketName: 'bucket-missing',
    InvalidAccessKeyId: 'credentials-refused',
    SignatureDoesNotMatch: 'credentials-refused',
    InvalidToken: 'credentials-refused',
    InvalidClientTokenId: 'credentials-refused',
    UnrecognizedClientException: 'credentials-refused',
    NotSignedUp: 'credentials-refused',
    ExpiredToken: 'expired',
    ExpiredTokenException: 'expired',
    TokenRefreshRequired: 'expired',
    RequestExpired: 'expired',
    AccessDenied: 'forbidden',
    AllAccessDisabled: 'forbidden',
    AccountProblem: 'forbidden',
    PermanentRedirect: 'wrong-region',
    Redirect: 'wrong-region',
    TemporaryRedirect: 'wrong-region',
    AuthorizationHeaderMalformed: 'wrong-region',
    IllegalLocationConstraintException: 'wrong-region',
    RequestTimeTooSkewed: 'clock',
    PreconditionFailed: 'exists',
    InvalidRange: 'range',
    SlowDown: 'transient',
    RequestTimeout: 'transient',
    OperationAborted: 'transient',
    BadDigest: 'transient',
    IncompleteBody: 'transient',
    XAmzContentSHA256Mismatch: 'transient',
    XMinioServerNotInitialized: 'transient',
};
/** Reads an error of the SDK. */
function readFailure(error) {
    if (error instanceof S3Error)
        return error.failure;
    const thrown = (0,json_read/* isJsonObject */.OW)(error) ? error : {};
    const name = failure_text(thrown, 'name') ?? '';
    const metadata = objectIn(thrown, '$metadata');
    const response = objectIn(thrown, '$response');
    const headers = objectIn(response, 'headers');
    const statusNumber = metadata['httpStatusCode'] ?? response['statusCode'];
    const status = typeof statusNumber === 'number' ? statusNumber : undefined;
    const message = failure_text(thrown, 'message') ?? String(error);
    const isS3 = status !== undefined && thrown['$fault'] !== undefined && !/Deserialization error/.test(message);
    const hasCode = isS3 && !UNSPOKEN.test(name);
    return {
        reason: status === undefined ? silenceOf(message) : reasonOf(status, hasCode ? name : undefined, message),
        status,
        systemCode: status === undefined ? systemCodeOf(thrown, message) : undefined,
        meaning: isStrange(status, hasCode, headers) || ofConsole(message) ? 'wrong-endpoint' : meaningOf(name, status, isS3),
        retryAfterMs: (0,cloud_headers/* retryAfterMs */.V)(failure_text(headers, 'retry-after'), Date.parse(failure_text(headers, 'date') ?? '')),
        isAborted: name === 'AbortError',
        region: failure_text(headers, 'x-amz-bucket-region') ?? failure_text(thrown, 'Region'),
        hasCode,
    };
}
/** Names that the SDK makes up when the store gave no code. */
const UNSPOKEN = /^(?:UnknownError|Unknown|Error|\d+|NotFound|Forbidden|)$/;
/** A redirect that is not the store's own, as to a page where people log in. */
function isStrange(status, hasCode, headers) {
    if (status === undefined || status < 300 || status >= 400 || status === 304)
        return false;
    return !hasCode && headers['x-amz-bucket-region'] === undefined && headers['x-amz-request-id'] === undefined;
}
/** MinIO shows its pages on a port of their own, and says so in the words of S3. */
function ofConsole(message) {
    return /must be made to API port/i.test(message);
}
function meaningOf(name, status, isS3) {
    if (status === undefined)
        return undefined;
    // An answer that is no answer of S3: a web page, or the words of a server that waits for TLS.
    if (!isS3 && status < 500 && status !== 401 && status !== 403 && status !== 429)
        return 'wrong-endpoint';
    // A store says what is missing; whoever looks with HEAD, where it cannot, does not ask for a meaning.
    if (status === 404 && UNSPOKEN.test(name))
        return 'wrong-endpoint';
    return MEANINGS[name];
}
function reasonOf(status, code, message) {
    const words = code === undefined || message === code || message === '' ? '' : `: ${message}`;
    return code === undefined ? `it answered with status ${status}` : `it answered ${status} ${code}${words}`;
}
/** What the SDK says of an answer that did not come, without its own name. */
function silenceOf(message) {
    const idleMs = /timed out after (\d+) ms of inactivity/.exec(message)?.[1];
    if (idleMs !== undefined)
        return `nothing moved on the connection for ${Number(idleMs) / 1000} seconds`;
    const connectMs = /did not establish a connection .* of (\d+) ms/.exec(message)?.[1];
    if (connectMs !== undefined)
        return `there was no connection within ${Number(connectMs) / 1000} seconds`;
    const answerMs = /exceeded the configured (\d+) ms requestTimeout/.exec(message)?.[1];
    if (answerMs !== undefined)
        return `there was no answer in ${Number(answerMs) / 1000} seconds`;
    return message.replace(/^@smithy\/node-http-handler - /, '') || 'no answer';
}
function systemCodeOf(thrown, message) {
    const code = failure_text(thrown, 'code') ?? failure_text(objectIn(thrown, 'cause'), 'code');
    if (code !== undefined)
        return code;
    return message.includes('did not establish a connection') ? 'ETIMEDOUT' : undefined;
}
function failure_text(object, name) {
    const value = object[name];
    return typeof value === 'string' ? value : undefined;
}
function objectIn(object, name) {
    const value = object[name];
    return (0,json_read/* isJsonObject */.OW)(value) ? value : {};
}

;// CONCATENATED MODULE: ./lib/repo/blob/s3/handler-agent.js
/** The member by which the SDK takes an agent. */
function handlerAgent(agent, hasTls) {
    // Whatever makes connections will do; the type only knows one kind.
    return hasTls ? { httpsAgent: agent } : { httpAgent: agent };
}

;// CONCATENATED MODULE: ./lib/repo/blob/s3/connection.js







/** A host that does not even take the call within this time is not there. */
const CONNECT_TIMEOUT_MS = 5000;
const USUAL_PATIENCE = { idleMs: 30_000, firstAnswerMs: 9_000 };
/** Requests that run at the same time; further ones wait for their turn. */
const MAX_REQUESTS = 32;
class S3Connection {
    place;
    #credentials;
    #agent;
    #turns = new util_async/* Semaphore */.j(MAX_REQUESTS);
    #patience;
    #region;
    #client;
    /** Whether the store ever answered: from then on, silence is an outage and not a typing error. */
    #hasAnswered = false;
    constructor({ place, credentials, agent, patience }) {
        this.place = place;
        this.#credentials = credentials;
        this.#patience = patience;
        this.#agent = agent;
        this.#region = place.region;
        this.#client = this.#newClient(false);
    }
    /**
     * Makes a call, which may be made twice: with the right region when nobody gave one, or with fresh credentials.
     *
     * `what` is what the user reads, such as `write blob p12`. Errors: those of `cloudError`; `call` throws what is no failure of the store.
     */
    async run(what, signal, call) {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        await this.#takeTurn(signal);
        try {
            const options = signal === undefined ? {} : { abortSignal: signal };
            const client = this.#client;
            const limit = this.#hasAnswered ? undefined : AbortSignal.timeout(this.#patience.firstAnswerMs);
            try {
                return await this.#answered(call(client, limit === undefined ? options : { abortSignal: anyOf(signal, limit) }));
            }
            catch (error) {
                const failure = this.#read(error);
                (0,errors/* throwIfCancelled */.dZ)(signal);
                // Who gives the keys has limits of his own.
                if (limit?.aborted === true && !this.#hasAnswered && failure !== undefined)
                    throw this.#noAnswer(what);
                if (failure === undefined || !this.#mends(failure, client))
                    throw this.error(what, error);
            }
            return await this.#answered(call(this.#client, options)).catch((error) => {
                (0,errors/* throwIfCancelled */.dZ)(signal);
                throw this.error(what, error);
            });
        }
        finally {
            this.#turns.release();
        }
    }
    /** Waits for a turn, which `run` gives back; whoever is cancelled in the queue leaves it at once. */
    async #takeTurn(signal) {
        const turn = this.#turns.acquire();
        if (signal === undefined)
            return await turn;
        try {
            await (0,unless_aborted/* unlessAborted */.W)(turn, signal);
        }
        catch {
            // The turn still comes, and is for the next in the queue.
            void turn.then(() => this.#turns.release());
            throw (0,errors/* cancelled */.KW)();
        }
    }
    /** The error for what a call threw. */
    error(what, error) {
        if ((0,errors/* isCairnError */.qN)(error))
            return error;
        const failure = readFailure(error);
        const { settings, displayName } = this.place;
        return (0,cloud_errors/* cloudError */.EF)({
            ...failure,
            what: `${what} in ${displayName}`,
            ...this.#withoutAnswer(error, failure),
            credentials: this.#credentials.words,
            settings: {
                ...settings,
                endpoint: this.#endpointWords(failure),
                region: failure.region === undefined ? settings.region : `${settings.region}: the bucket is in "${failure.region}"`,
            },
            cause: slimS3Error(error, failure),
        });
    }
    #endpointWords({ systemCode = '' }) {
        const { settings, url, isRegionGiven } = this.place;
        if (isUntrusted(systemCode))
            return `${settings.endpoint} and, for a certificate of its own, --root-ca-pem-path`;
        // At AWS the region is part of the name of the host.
        return url === undefined && isRegionGiven && NO_SUCH_NAME.test(systemCode)
            ? `${settings.region} and ${settings.endpoint}`
            : settings.endpoint;
    }
    #noAnswer(what) {
        return (0,cloud_errors/* cloudError */.EF)({
            what: `${what} in ${this.place.displayName}`,
            reason: `there was no answer in ${this.#patience.firstAnswerMs / 1000} seconds`,
            meaning: 'unreachable',
            credentials: this.#credentials.words,
            settings: this.place.settings,
        });
    }
    async close() {
        this.#client.destroy();
        this.#agent.destroy();
    }
    async #answered(call) {
        const result = await call;
        this.#hasAnswered = true;
        return result;
    }
    #read(error) {
        if ((0,errors/* isCairnError */.qN)(error))
            return undefined;
        const failure = readFailure(error);
        if (failure.status !== undefined)
            this.#hasAnswered = true;
        return failure;
    }
    /** Before the first answer nobody is there; afterwards the network is at fault, and it may come back. */
    #withoutAnswer(error, { status, systemCode }) {
        if (status !== undefined)
            return {};
        if (error instanceof Error && error.name === 'CredentialsProviderError')
            return { meaning: 'credentials-refused' };
        if (this.#hasAnswered && systemCode !== undefined && NETWORK.has(systemCode))
            return { meaning: 'transient' };
        return systemCode === 'ETIMEDOUT' || systemCode === 'EAI_AGAIN' ? { meaning: 'unreachable' } : {};
    }
    /** Whether another client, in use from now on, may do better than `used` did. */
    #mends(failure, used) {
        if (failure.meaning === 'wrong-region') {
            if (this.place.isRegionGiven || failure.region === undefined)
                return false;
            // Another call may have found the region in the meantime.
            if (used !== this.#client)
                return true;
            if (failure.region === this.#region)
                return false;
            this.#region = failure.region;
        }
        else if (failure.meaning === 'expired' || failure.meaning === 'credentials-refused') {
            if (!this.#credentials.canRefresh)
                return false;
            if (used !== this.#client)
                return true;
        }
        else {
            return false;
        }
        this.#client = this.#newClient(failure.meaning !== 'wrong-region');
        return true;
    }
    #newClient(needsFreshKeys) {
        const { url, hasTls, isPathStyle } = this.place;
        let isFresh = needsFreshKeys;
        return new S3Client/* S3Client */.Y({
            region: this.#region,
            ...(url === undefined ? { tls: hasTls } : { endpoint: url, ...SETTINGS_ELSEWHERE }),
            forcePathStyle: isPathStyle,
            credentials: async () => {
                const keys = await this.#credentials.keys(isFresh);
                isFresh = false;
                return keys;
            },
            // The retrying decorator is the only one that tries again.
            maxAttempts: 1,
            // Newer checksums are unknown to many stores; blobs are sent with Content-MD5.
            requestChecksumCalculation: 'WHEN_REQUIRED',
            responseChecksumValidation: 'WHEN_REQUIRED',
            expectContinueHeader: false,
            requestHandler: { ...handlerAgent(this.#agent, hasTls), connectionTimeout: CONNECT_TIMEOUT_MS, socketTimeout: this.#patience.idleMs },
            logger: SILENT,
        });
    }
}
/**
 * What the SDK would otherwise look for in variables and in files of the user before its first request; all of it is about AWS itself. Where the
 * store is at AWS, it does.
 */
const SETTINGS_ELSEWHERE = {
    retryMode: 'standard',
    authSchemePreference: [],
    disableClockSkewCorrection: false,
    disableS3ExpressSessionAuth: false,
    sigv4aSigningRegionSet: async () => undefined,
    useArnRegion: false,
    useDualstackEndpoint: false,
    useFipsEndpoint: false,
    userAgentAppId: async () => undefined,
};
const NETWORK = new Set([
    'ECONNREFUSED',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EAI_NODATA',
    'EAI_NONAME',
    'ETIMEDOUT',
    cloud_errors/* PROXY_UNREACHABLE */.kI,
]);
function anyOf(signal, limit) {
    return signal === undefined ? limit : AbortSignal.any([signal, limit]);
}
/** Whether the server showed a certificate that nobody here vouches for. */
function isUntrusted(systemCode) {
    return /CERT|SELF_SIGNED|UNABLE_TO_/.test(systemCode);
}
const NO_SUCH_NAME = /^(?:ENOTFOUND|EAI_[A-Z]+)$/;
const SILENT = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };

// EXTERNAL MODULE: ./lib/repo/blob/endpoint.js
var endpoint = __webpack_require__(86937);
// EXTERNAL MODULE: ./lib/repo/blob/login-time.js
var login_time = __webpack_require__(95289);
;// CONCATENATED MODULE: ./lib/repo/blob/s3/sts.js





/** Two calls at most end before the store counts as silent. */
const sts_USUAL_PATIENCE = { connectMs: 2000, answerMs: 3500 };
/**
 * Asks with a token that proves who runs, each time keys are needed.
 *
 * Errors: CAIRN_CREDENTIALS_REFUSED, CAIRN_STORAGE_UNREACHABLE when the service never answered, CAIRN_STORAGE_UNAVAILABLE, CAIRN_CANCELLED, those
 * of `token`.
 */
function roleWithToken(request, token, patience = sts_USUAL_PATIENCE) {
    return asking(request, patience, async (sts, config) => {
        const input = { ...inputOf(request), WebIdentityToken: await token() };
        const client = new sts.STSClient({ ...config, credentials: { accessKeyId: 'none', secretAccessKey: 'none' } });
        try {
            return (await client.send(new sts.AssumeRoleWithWebIdentityCommand(input), sendOptions(request))).Credentials;
        }
        finally {
            client.destroy();
        }
    });
}
/** The same with other keys. */
function roleWithKeys(request, keys) {
    return asking(request, sts_USUAL_PATIENCE, async (sts, config) => {
        const client = new sts.STSClient({ ...config, credentials: keys });
        try {
            return (await client.send(new sts.AssumeRoleCommand(inputOf(request)), sendOptions(request))).Credentials;
        }
        finally {
            client.destroy();
        }
    });
}
function asking(request, patience, ask) {
    let hasAnswered = false;
    return async () => {
        try {
            const credentials = await ask(await __webpack_require__.e(/* import() */ 3585).then(__webpack_require__.bind(__webpack_require__, 83585)), await clientConfig(request, patience));
            hasAnswered = true;
            return keysOf(credentials, request);
        }
        catch (error) {
            if ((0,errors/* isCairnError */.qN)(error))
                throw error;
            const failure = readFailure(error);
            if (failure.status !== undefined)
                hasAnswered = true;
            throw roleError(error, failure, request, hasAnswered);
        }
    };
}
function sendOptions({ signal }) {
    return signal === undefined ? {} : { abortSignal: signal };
}
function urlOf({ region, endpoint }) {
    return endpoint?.url ?? `https://sts.${region}.amazonaws.com`;
}
async function clientConfig(request, { connectMs, answerMs }) {
    const { region, endpoint, env } = request;
    const origin = urlOf(request);
    const agent = handlerAgent(await (0,proxy.agentFor)(origin, env), origin.startsWith('https:'));
    return {
        region,
        ...(endpoint === undefined ? {} : { endpoint: endpoint.url }),
        maxAttempts: 2,
        requestHandler: { ...agent, connectionTimeout: connectMs, requestTimeout: answerMs, throwOnRequestTimeout: true },
    };
}
function inputOf({ roleArn, sessionName, durationSeconds }) {
    return { RoleArn: roleArn, RoleSessionName: sessionName, ...(durationSeconds > 0 && { DurationSeconds: durationSeconds }) };
}
function keysOf(credentials, { words }) {
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = credentials ?? {};
    if (!AccessKeyId || !SecretAccessKey)
        throw refused(`AWS gave no keys for the role (${words}).`, undefined);
    return {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        ...(SessionToken && { sessionToken: SessionToken }),
        ...(Expiration !== undefined && { expiration: Expiration }),
    };
}
function roleError(error, failure, request, hasAnswered) {
    const { roleArn, words, region, regionOrigin, endpoint } = request;
    if (failure.status !== undefined && failure.status < 500 && failure.status !== 429 && failure.meaning !== 'wrong-endpoint') {
        return refused(`AWS gave no credentials for the role ${roleArn} (${words}): ${(0,errors/* messageOf */.bD)(error)}.`, slimS3Error(error, failure));
    }
    const host = URL.canParse(urlOf(request)) ? new URL(urlOf(request)).host : urlOf(request);
    return (0,cloud_errors/* cloudError */.EF)({
        ...failure,
        what: `get credentials for the role ${roleArn} from ${host}`,
        ...(failure.status === undefined && withoutAnswer(failure, hasAnswered)),
        credentials: words,
        settings: {
            bucket: 'the bucket',
            endpoint: endpoint === undefined ? `the region "${region}" (${regionOrigin})` : `the endpoint "${host}" (${endpoint.origin})`,
        },
        cause: slimS3Error(error, failure),
    });
}
/** A service that answered before is away for a moment; silence of one that never did means that nobody is there. */
function withoutAnswer({ systemCode }, hasAnswered) {
    if (hasAnswered)
        return { meaning: 'transient' };
    return systemCode === 'ETIMEDOUT' || systemCode === 'EAI_AGAIN' ? { meaning: 'unreachable' } : {};
}
function refused(message, cause) {
    return new errors/* CairnError */.eb('CAIRN_CREDENTIALS_REFUSED', message.replace(/\.\.$/, '.'), {
        hint: "Check the role's name, and that its trust policy allows this repository and branch: see docs/backends/s3.md.",
        ...(cause === undefined ? {} : { cause }),
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./lib/repo/blob/s3/token-file.js
/** The file in which a cloud or a login step leaves the token of a workload. */


/** The token in the file that `origin` names. Errors: CAIRN_CREDENTIALS_MISSING. */
async function readTokenFile(path, origin) {
    let text;
    try {
        text = await (0,promises_.readFile)(path, 'utf8');
    }
    catch (cause) {
        throw missing(`The token file of ${origin} cannot be read: ${(0,errors/* messageOf */.bD)(cause)}.`, cause);
    }
    if (text.trim() === '')
        throw missing(`The token file of ${origin} is empty: ${path}.`, undefined);
    return text.trim();
}
function missing(message, cause) {
    const hint = 'The step that logs in to the cloud makes this file: it has to run before, in the same job.';
    return new errors/* CairnError */.eb('CAIRN_CREDENTIALS_MISSING', message, { hint, ...(cause === undefined ? {} : { cause }) });
}

;// CONCATENATED MODULE: ./lib/repo/blob/s3/credentials.js
/** Where the credentials of an S3 store come from: the first source that has any (docs/backends/s3.md, "Credentials"). */







/** No place of the chain is worth a longer wait. */
const CHAIN_TIMEOUT_MS = 8000;
const AUDIENCE = 'sts.amazonaws.com';
/** The first source that has credentials. Errors: CAIRN_CREDENTIALS_MISSING, naming every place; those of roles. */
async function s3Credentials(options, context, ambient) {
    const source = ofConnection(options, context) ?? ofWorkload(context) ?? (isSet(context, 'AWS_PROFILE') ? undefined : ofVariables(context));
    if (source !== undefined)
        return masking(source, context);
    return await ofChain(options, context, ambient);
}
/** Keys or a role that the connection itself names. */
function ofConnection(options, context) {
    const { accessKeyId, secretAccessKey, sessionToken, roleArn, webIdentityToken, webIdentityTokenFile } = options;
    const isStatic = accessKeyId !== '' && secretAccessKey !== '';
    const keys = { accessKeyId, secretAccessKey, ...(sessionToken !== '' && { sessionToken }) };
    if (roleArn !== '' && (webIdentityToken !== '' || webIdentityTokenFile !== '')) {
        const words = 'the role and the identity token of the connection';
        const token = async () => (webIdentityTokenFile === '' ? webIdentityToken : await readTokenFile(webIdentityTokenFile, 'the connection'));
        return { words, canRefresh: true, keys: roleWithToken(roleOf(options, context, words), token) };
    }
    if (roleArn !== '') {
        const words = 'the role of the connection';
        const base = isStatic ? keys : variablesOf(context);
        if (base === undefined) {
            throw new errors/* CairnError */.eb('CAIRN_CREDENTIALS_MISSING', `The connection names the role ${roleArn}, but no keys to ask for it with.`, {
                hint: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or connect again with --access-key and --secret-access-key.',
            });
        }
        return { words, canRefresh: true, keys: roleWithKeys(roleOf(options, context, words), base) };
    }
    if (!isStatic)
        return undefined;
    const current = variablesOf(context);
    const isSame = current?.accessKeyId === accessKeyId && current.secretAccessKey === secretAccessKey;
    const words = (0,credential_source/* heldWords */.j)('the keys', '--access-key', 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY', isSame);
    return { words, canRefresh: false, keys: async () => keys };
}
/** The identity of the workload that runs, as a role. */
function ofWorkload(context) {
    const { env, identityToken } = context;
    const roleArn = env['AWS_ROLE_ARN'] ?? '';
    if (roleArn === '')
        return undefined;
    const file = env['AWS_WEB_IDENTITY_TOKEN_FILE'] ?? '';
    if (file !== '') {
        const words = 'AWS_ROLE_ARN and the token of AWS_WEB_IDENTITY_TOKEN_FILE';
        const token = () => readTokenFile(file, 'AWS_WEB_IDENTITY_TOKEN_FILE');
        return { words, canRefresh: true, keys: roleWithToken(roleOfEnvironment(roleArn, context, words), token) };
    }
    if (identityToken === undefined)
        return undefined;
    const words = 'AWS_ROLE_ARN and the identity of this workflow (OIDC)';
    const token = async () => await workflowToken(identityToken);
    return { words, canRefresh: true, keys: roleWithToken(roleOfEnvironment(roleArn, context, words), token) };
}
async function workflowToken(identityToken) {
    try {
        return await identityToken(AUDIENCE);
    }
    catch (cause) {
        if ((0,errors/* isCairnError */.qN)(cause))
            throw cause;
        throw new errors/* CairnError */.eb('CAIRN_CREDENTIALS_MISSING', `GitHub gave no identity token for AWS_ROLE_ARN: ${(0,errors/* messageOf */.bD)(cause)}.`, {
            hint: 'The job needs "permissions: id-token: write".',
            cause,
        });
    }
}
function ofVariables(context) {
    const keys = variablesOf(context);
    const words = 'the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY';
    return keys === undefined ? undefined : { words, canRefresh: false, keys: async () => keys };
}
function variablesOf({ env }) {
    const [accessKeyId, secretAccessKey, sessionToken] = [env['AWS_ACCESS_KEY_ID'], env['AWS_SECRET_ACCESS_KEY'], env['AWS_SESSION_TOKEN']];
    return accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) } : undefined;
}
async function ofChain(options, context, ambient) {
    const ask = inTimeOf(context, ambient);
    try {
        const { $source } = await ask(false);
        const words = chainWords(context, $source);
        const keys = async (isFresh = false) => {
            try {
                return await ask(isFresh);
            }
            catch (error) {
                throw explainLate(error, words);
            }
        };
        return masking({ words, canRefresh: true, keys }, context);
    }
    catch (cause) {
        if ((0,errors/* isCairnError */.qN)(cause, 'CAIRN_CANCELLED'))
            throw cause;
        throw noCredentials(options, context, cause);
    }
}
/** The same chain with a limit of time for each answer, in the middle of a run as at its start. */
function inTimeOf(context, ambient) {
    let isStuck = false;
    return async (isFresh) => {
        try {
            // Whoever waits for a question that is stuck gets no answer either.
            const keys = await (0,login_time/* inTime */.RN)(CHAIN_TIMEOUT_MS, context, () => ambient(isFresh || isStuck));
            isStuck = false;
            return keys;
        }
        catch (error) {
            isStuck = error instanceof login_time/* LoginTimeout */.$N;
            throw error;
        }
    };
}
/** A place that gave keys before and is silent now may answer again. */
function explainLate(error, words) {
    if (!(error instanceof login_time/* LoginTimeout */.$N))
        return error;
    return new errors/* CairnError */.eb('CAIRN_STORAGE_UNAVAILABLE', `Cannot get new credentials from ${words}: ${error.message}.`, {
        hint: 'Run again later. What was saved before is intact.',
        cause: error,
    });
}
/** The same; what is secret never appears in any output, and a cancelled run does not wait. */
function masking(source, { mask, signal }) {
    return {
        ...source,
        keys: async (isFresh) => {
            const keys = await (signal === undefined ? source.keys(isFresh) : unlessCancelled(source.keys(isFresh), signal));
            mask?.(keys.secretAccessKey);
            if (keys.sessionToken !== undefined)
                mask?.(keys.sessionToken);
            return keys;
        },
    };
}
async function unlessCancelled(keys, signal) {
    try {
        return await (0,unless_aborted/* unlessAborted */.W)(keys, signal);
    }
    catch (error) {
        throw signal.aborted ? (0,errors/* cancelled */.KW)() : error;
    }
}
function roleOf(options, context, words) {
    const { roleArn, sessionName, roleDurationNs, roleEndpoint, roleRegion } = options;
    const ofEnvironment = roleOfEnvironment(roleArn, context, words);
    return {
        ...ofEnvironment,
        sessionName: sessionName || ofEnvironment.sessionName,
        durationSeconds: Number(roleDurationNs / 1000000000n),
        ...(roleRegion !== '' && { region: roleRegion, regionOrigin: 'the connection' }),
        ...(roleEndpoint !== '' && { endpoint: { url: roleEndpoint, origin: 'the connection' } }),
    };
}
function roleOfEnvironment(roleArn, { env, signal }, words) {
    const regionOrigin = ['AWS_REGION', 'AWS_DEFAULT_REGION'].find((name) => env[name]);
    return {
        roleArn,
        words,
        env,
        signal,
        sessionName: env['AWS_ROLE_SESSION_NAME'] || 'cairn',
        durationSeconds: 0,
        region: (regionOrigin && env[regionOrigin]) || 'us-east-1',
        regionOrigin: regionOrigin ?? 'AWS_REGION is not set',
        endpoint: (0,endpoint/* endpointIn */.BT)(env, ['AWS_ENDPOINT_URL_STS', 'AWS_ENDPOINT_URL']),
    };
}
function chainWords(context, source) {
    const kinds = Object.keys(source ?? {});
    if (kinds.includes('CREDENTIALS_HTTP'))
        return 'the role of this container (AWS_CONTAINER_CREDENTIALS_FULL_URI or _RELATIVE_URI)';
    // The SDK names every kind of profile, and nothing else.
    if (kinds.some((kind) => /PROFILE|SSO|PROCESS/.test(kind))) {
        return isSet(context, 'AWS_PROFILE') ? 'the profile that AWS_PROFILE names' : 'the default profile of the AWS configuration files';
    }
    return 'the role of this machine (instance metadata)';
}
function isSet({ env }, name) {
    return (env[name] ?? '') !== '';
}
function keysState(context) {
    return ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].some((name) => isSet(context, name)) ? 'only one is set' : 'not set';
}
function noCredentials(options, context, cause) {
    if (isSet(context, 'AWS_PROFILE'))
        return failedProfile(options, context, cause);
    const state = (name) => `${name} (${isSet(context, name) ? 'set' : 'not set'})`;
    const places = [
        `AWS_ROLE_ARN (${isSet(context, 'AWS_ROLE_ARN') ? 'set, but this is no workflow with "id-token: write"' : 'not set'})`,
        state('AWS_WEB_IDENTITY_TOKEN_FILE'),
        state('AWS_PROFILE'),
        `AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY (${keysState(context)})`,
        'the files ~/.aws/config and ~/.aws/credentials',
        `the container (AWS_CONTAINER_CREDENTIALS_FULL_URI ${isSet(context, 'AWS_CONTAINER_CREDENTIALS_FULL_URI') ? 'is set' : 'is not set'})`,
        'the metadata service of the machine',
    ];
    return new errors/* CairnError */.eb('CAIRN_CREDENTIALS_MISSING', `There are no credentials for the bucket ${options.bucket}. These places were looked at: ${places.join(', ')}.`, {
        hint: 'In a workflow, give the job "permissions: id-token: write" and set AWS_ROLE_ARN, or log in to AWS in an earlier step: see docs/backends/s3.md.',
        cause,
    });
}
/** A profile that is named is what the user has to look at, not the places that were looked at after it. */
function failedProfile(options, context, cause) {
    const profile = context.env['AWS_PROFILE'] ?? '';
    const reason = (0,errors/* messageOf */.bD)(cause).replace(/\.$/, '');
    const ofKeys = variablesOf(context) === undefined ? '' : ' The keys in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY count only without it.';
    return new errors/* CairnError */.eb('CAIRN_CREDENTIALS_MISSING', `The profile "${profile}" (AWS_PROFILE) gave no credentials for the bucket ${options.bucket}: ${reason}.`, {
        hint: `Check it in ~/.aws/config and ~/.aws/credentials, log in with "aws sso login --profile ${profile}" if it is one of IAM Identity Center, or unset AWS_PROFILE.${ofKeys}`,
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/repo/blob/s3/place.js
/** Where an S3 store is: host, region and form of its URLs, and the words that name what was read. */



const REGION_OF_HOST = /^s3[.-](?:dualstack\.)?([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com(?:\.cn)?$/;
const FIRST_GUESS = 'us-east-1';
/** Stores that take the bucket as part of the host name, and some of them nothing else. */
const HOST_STYLE = /\.(?:amazonaws\.com(?:\.cn)?|aliyuncs\.com)$/;
/** The place that a connection and the environment name. Errors: CAIRN_CONFIG_INVALID for a variable that names none. */
function placeOf(options, env) {
    const given = endpointOf(options, env);
    const host = new URL(given.url).host;
    const isAws = host === s3_config/* DEFAULT_ENDPOINT */.mP;
    const region = regionOf(options, env, host);
    const [name] = host.split(':');
    const hasTls = given.url.toLowerCase().startsWith('https:');
    const origin = isAws ? `${hasTls ? 'https' : 'http'}://s3.${region?.value ?? FIRST_GUESS}.amazonaws.com` : given.url;
    return {
        displayName: `S3: ${host} ${options.bucket}`,
        url: isAws ? undefined : given.url,
        origin,
        hasTls,
        // The certificate of a host does not cover names with further dots.
        isPathStyle: !(isAws || HOST_STYLE.test(name ?? '')) || options.bucket.includes('.') || /[A-Z_]/.test(options.bucket),
        region: region?.value ?? FIRST_GUESS,
        isRegionGiven: region !== undefined,
        settings: {
            bucket: `the bucket "${options.bucket}" (--bucket or the location)`,
            endpoint: `the endpoint "${host}" (${given.origin})${(0,proxy.proxyWords)(origin, env)}`,
            region: region === undefined
                ? 'the region: none was given with --region, "region=" in the location, AWS_REGION or AWS_DEFAULT_REGION'
                : `the region "${region.value}" (${region.origin})`,
        },
    };
}
function endpointOf(options, env) {
    const ofVariable = options.endpoint === s3_config/* DEFAULT_ENDPOINT */.mP ? (0,endpoint/* endpointIn */.BT)(env, ['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL']) : undefined;
    if (ofVariable !== undefined)
        return ofVariable;
    const isUsual = options.endpoint === s3_config/* DEFAULT_ENDPOINT */.mP;
    return {
        url: `${options.hasTls ? 'https' : 'http'}://${options.endpoint}`,
        origin: isUsual ? 'the usual one: no other was given' : '--endpoint or "endpoint=" in the location',
    };
}
function regionOf(options, env, host) {
    if (options.region !== '')
        return { value: options.region, origin: '--region or "region=" in the location' };
    const ofHost = REGION_OF_HOST.exec(host)?.[1];
    if (ofHost !== undefined)
        return { value: ofHost, origin: 'the endpoint' };
    for (const origin of ['AWS_REGION', 'AWS_DEFAULT_REGION']) {
        const value = env[origin];
        if (value !== undefined && value !== '')
            return { value, origin };
    }
    return undefined;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./lib/node_modules/@aws-sdk/client-s3/dist-es/commands/GetObjectCommand.js
var GetObjectCommand = __webpack_require__(43452);
// EXTERNAL MODULE: ./lib/node_modules/@aws-sdk/client-s3/dist-es/commands/HeadObjectCommand.js
var HeadObjectCommand = __webpack_require__(36856);
// EXTERNAL MODULE: ./lib/node_modules/@aws-sdk/client-s3/dist-es/commands/ListObjectsV2Command.js
var ListObjectsV2Command = __webpack_require__(68401);
// EXTERNAL MODULE: ./lib/node_modules/@aws-sdk/client-s3/dist-es/commands/PutObjectCommand.js
var PutObjectCommand = __webpack_require__(51567);
// EXTERNAL MODULE: ./lib/node_modules/@aws-sdk/client-s3/dist-es/commands/DeleteObjectCommand.js
var DeleteObjectCommand = __webpack_require__(89071);
// EXTERNAL MODULE: ./lib/node_modules/@aws-sdk/client-s3/dist-es/commands/PutObjectRetentionCommand.js
var PutObjectRetentionCommand = __webpack_require__(17671);
// EXTERNAL MODULE: ./lib/node_modules/@aws-sdk/client-s3/dist-es/commands/ListObjectVersionsCommand.js
var ListObjectVersionsCommand = __webpack_require__(30737);
// EXTERNAL MODULE: ./lib/node_modules/@aws-sdk/client-s3/dist-es/commands/GetBucketVersioningCommand.js
var GetBucketVersioningCommand = __webpack_require__(77527);
// EXTERNAL MODULE: ./lib/repo/blob/blob-id.js
var blob_id = __webpack_require__(57465);
// EXTERNAL MODULE: ./lib/repo/blob/range.js
var range = __webpack_require__(34895);
// EXTERNAL MODULE: ./lib/repo/blob/cloud-read.js
var cloud_read = __webpack_require__(85688);
;// CONCATENATED MODULE: ./lib/repo/blob/s3/body.js



/** Whether a range can be asked for in a header: it has a first byte and a last one. */
function isSendable({ offset = 0, length }) {
    const last = length === undefined ? offset : offset + length - 1;
    return Number.isSafeInteger(offset) && offset >= 0 && Number.isSafeInteger(last) && (length === undefined || length >= 1);
}
/** The header for a range that `isSendable`; undefined for a whole blob. */
function rangeHeader({ offset = 0, length }) {
    if (length !== undefined)
        return `bytes=${offset}-${offset + length - 1}`;
    return offset === 0 ? undefined : `bytes=${offset}-`;
}
/** Whether the body is that of a web page; what was looked at is still there afterwards. */
async function beginsPage({ Body }) {
    // The SDK for Node gives a stream; its type has the browser's kinds as well.
    const stream = Body;
    await new Promise((resolve, reject) => {
        stream.once('readable', resolve).once('close', resolve).once('error', reject);
    });
    const chunk = stream.read();
    if (!(chunk instanceof Uint8Array))
        return false;
    stream.unshift(chunk);
    return chunk[0] === LESS_THAN;
}
const LESS_THAN = 0x3c;
/**
 * The bytes of an answer to a request for these options.
 *
 * Errors: CAIRN_BLOB_RANGE when the blob ends before the range does, CAIRN_STORAGE_UNFIT when the answer is for another range,
 * CAIRN_STORAGE_UNAVAILABLE when it was cut off.
 */
async function readBody(id, options, { Body, ContentLength, ContentRange }) {
    // The SDK for Node gives a stream; its type has the browser's kinds as well.
    const stream = Body;
    try {
        const expected = expectedLength(id, options, ContentLength, ContentRange);
        return await collect(id, stream, expected);
    }
    catch (error) {
        // What is not read to its end keeps a connection busy.
        stream.destroy?.();
        throw error;
    }
}
function expectedLength(id, options, contentLength, contentRange) {
    const asked = rangeHeader(options);
    if (asked === undefined) {
        if (contentLength === undefined || !Number.isSafeInteger(contentLength))
            throw unfit(id, 'its answer does not say how long the blob is');
        return (0,range/* resolveRange */.S)(id, {}, contentLength).length;
    }
    if (contentRange === undefined)
        throw unfit(id, 'it sends whole blobs where a part is asked for');
    const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(contentRange) ?? [];
    if (first === undefined || last === undefined || total === undefined)
        throw unfit(id, `it answers with the range ${JSON.stringify(contentRange)}`);
    const { offset, length } = (0,range/* resolveRange */.S)(id, options, Number(total));
    if (Number(first) !== offset || Number(last) !== offset + length - 1) {
        throw unfit(id, `it answers with the bytes ${first}-${last}, not ${offset}-${offset + length - 1}`);
    }
    if (contentLength === undefined || contentLength === length)
        return length;
    // Something on the way has taken a part for the whole: that passes, where more than was asked for does not.
    if (contentLength < length)
        throw cutOff(id, contentLength, length);
    throw unfit(id, `it announces ${contentLength} bytes for a range of ${length}`);
}
async function collect(id, stream, length) {
    const bytes = await (0,cloud_read/* collectBody */.Px)(id, stream, length);
    if (bytes.length === length)
        return bytes;
    throw cutOff(id, bytes.length, length);
}
function cutOff(id, came, length) {
    return new errors/* CairnError */.eb('CAIRN_STORAGE_UNAVAILABLE', `Blob ${id} was cut off in transit: ${came} of ${length} bytes came.`, {
        hint: 'Run again later. What was saved before is intact.',
    });
}
function unfit(id, reason) {
    return new errors/* CairnError */.eb('CAIRN_STORAGE_UNFIT', `The store cannot be used to read blob ${id}: ${reason}.`, {
        hint: 'A proxy or a store between that changes answers has to be taken out of the way.',
    });
}

;// CONCATENATED MODULE: ./lib/repo/blob/s3/keys.js
/** Keys and times of a bucket <-> names and times of blobs. */

/** The blob that a key of a listing names; undefined for what others keep in the bucket. */
function blobIdOfKey(key, prefix, isEncoded) {
    const plain = isEncoded ? decoded(key) : key;
    if (plain?.startsWith(prefix) !== true)
        return undefined;
    const id = plain.slice(prefix.length);
    try {
        (0,blob_id/* checkBlobId */.r)(id);
        return id;
    }
    catch {
        return undefined;
    }
}
function decoded(key) {
    try {
        return decodeURIComponent(key.replaceAll('+', ' '));
    }
    catch {
        return undefined;
    }
}
/** The time of an object: whole seconds, which is all that every kind of answer tells, and what a listing says more exactly. */
function s3Time(modified) {
    const ms = modified?.getTime() ?? 0;
    const timestampMs = Math.floor(ms / 1000) * 1000;
    return timestampMs === ms ? { timestampMs } : { timestampMs, timestampNs: BigInt(ms) * 1000000n };
}

;// CONCATENATED MODULE: ./lib/repo/blob/s3/retention.js

/** Members of a request that writes an object. Errors: CAIRN_NOT_SUPPORTED for a mode that S3 does not know. */
function retentionOf(retention, clock) {
    return { ObjectLockMode: modeOf(retention), ObjectLockRetainUntilDate: untilDate(retention, clock) };
}
/** The same for an object that exists. */
function untilOf(retention, clock) {
    return { Mode: modeOf(retention), RetainUntilDate: untilDate(retention, clock) };
}
function modeOf({ retentionMode }) {
    if (retentionMode === 'GOVERNANCE' || retentionMode === 'COMPLIANCE')
        return retentionMode;
    throw new errors/* CairnError */.eb('CAIRN_NOT_SUPPORTED', `S3 has no retention mode ${JSON.stringify(retentionMode.slice(0, 40))}.`, {
        hint: 'Use GOVERNANCE or COMPLIANCE.',
    });
}
function untilDate({ retentionPeriodNs }, clock) {
    return new Date(clock.nowMs() + Number(retentionPeriodNs / 1000000n));
}

;// CONCATENATED MODULE: ./lib/repo/blob/s3/storage-classes.js
/** Classes of storage by the first characters of a blob's name, kept in the bucket itself. */


/** Holds `{"blobOptions":[{"prefix":"p","storageClass":"STANDARD_IA"}]}`; no listing shows it. */
const STORAGE_CONFIG_BLOB_ID = '.storageconfig';
/** Reads the file. Errors: CAIRN_CONFIG_INVALID. */
function parseStorageClasses(bytes, place) {
    const invalid = (reason) => new errors/* CairnError */.eb('CAIRN_CONFIG_INVALID', `The object ${STORAGE_CONFIG_BLOB_ID} in ${place} cannot be used: ${reason}.`, {
        hint: 'Correct it or remove it: it only chooses storage classes.',
    });
    let value;
    try {
        value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch {
        throw invalid('it is not JSON');
    }
    if (!(0,json_read/* isJsonObject */.OW)(value))
        throw invalid('it is not an object');
    const { blobOptions = [] } = value;
    if (!Array.isArray(blobOptions))
        throw invalid('"blobOptions" is not a list');
    return blobOptions.map((option) => {
        const { prefix = '', storageClass = '' } = (0,json_read/* isJsonObject */.OW)(option) ? option : {};
        if (typeof prefix !== 'string' || typeof storageClass !== 'string')
            throw invalid('a prefix or a storage class is not a text');
        return { prefix, storageClass };
    });
}
/** The class for a blob: that of the first prefix that fits; undefined for the usual one of the bucket. */
function storageClassOf(classes, id) {
    const found = classes.find(({ prefix }) => id.startsWith(prefix))?.storageClass;
    // The store knows its classes, which are more than the SDK's types name.
    return found === undefined || found === '' ? undefined : found;
}

;// CONCATENATED MODULE: ./lib/repo/blob/s3/versions.js


/** What a page of versions holds, those of one blob after each other. */
function versionsOf({ Versions = [], DeleteMarkers = [] }, prefix) {
    const found = [];
    // Of a mark and a version of the same second the later one in this order counts: nobody deletes a blob right after making it.
    const entries = [
        ...DeleteMarkers.map((mark) => ({ ...mark, Size: 0, isDeletion: true })),
        ...Versions.map((version) => ({ ...version, isDeletion: false })),
    ];
    for (const { Key = '', VersionId = 'null', LastModified, Size = 0, isDeletion } of entries) {
        const id = blobIdOfKey(Key, prefix, false);
        if (id === undefined || id === STORAGE_CONFIG_BLOB_ID)
            continue;
        const blob = { id, length: Size, ...s3Time(LastModified) };
        found.push({ blob, version: VersionId, fromNs: BigInt(LastModified?.getTime() ?? 0) * 1000000n, isDeletion });
    }
    return found.sort((a, b) => (a.blob.id < b.blob.id ? -1 : a.blob.id > b.blob.id ? 1 : 0));
}

;// CONCATENATED MODULE: ./lib/repo/blob/s3/storage.js
/** Blobs as objects of a bucket: the key is the prefix and the name, nothing else (docs/backends/s3.md, "Layout"). */












const CONTENT_TYPE = 'application/x-kopia';
/** What is read first of a bucket, and begins with a brace. */
const JSON_BLOBS = new Set(['kopia.repository', STORAGE_CONFIG_BLOB_ID]);
class S3Storage {
    displayName;
    #connection;
    #bucket;
    #prefix;
    #readClasses;
    #clock;
    #signsBytes;
    #classes;
    constructor(options) {
        this.displayName = options.connection.place.displayName;
        this.#connection = options.connection;
        this.#bucket = options.bucket;
        this.#prefix = options.prefix;
        this.#readClasses = options.readClasses;
        this.#clock = options.clock;
        this.#signsBytes = options.signsBytes;
    }
    async getBlob(id, options = {}) {
        return await this.#read(this.#target(id), id, options);
    }
    async readVersion(id, version, options) {
        return await this.#read({ ...this.#target(id), VersionId: version }, id, options);
    }
    async #read(target, id, options) {
        if (!isSendable(options))
            return await this.#getNothing(target, id, options);
        const range = rangeHeader(options);
        try {
            return await this.#connection.run(`read blob ${id}`, options.signal, async (client, send) => {
                const answer = await client.send(new GetObjectCommand/* GetObjectCommand */.j({ ...target, ...(range !== undefined && { Range: range }) }), send);
                // A server of web pages has one for everything, and never a part of one.
                const isPage = JSON_BLOBS.has(id) && answer.ContentRange === undefined && (await beginsPage(answer));
                if (isPage)
                    throw this.#connection.error(`read blob ${id}`, webPage());
                return await readBody(id, options, answer);
            });
        }
        catch (error) {
            // Nothing is at `offset`, says the store: only the length tells whether nothing was asked for.
            if ((0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_RANGE') && error.cause !== undefined)
                return await this.#getNothing(target, id, options);
            throw error;
        }
    }
    async statBlob(id) {
        return await this.#stat(this.#target(id), id);
    }
    async #stat(target, id) {
        return await this.#connection.run(`look at blob ${id}`, undefined, async (client, send) => {
            try {
                const { ContentLength = 0, LastModified } = await client.send(new HeadObjectCommand/* HeadObjectCommand */.l(target), send);
                return { id, length: ContentLength, ...s3Time(LastModified) };
            }
            catch (error) {
                const { status, hasCode, isAborted } = readFailure(error);
                if (status === 404)
                    return undefined;
                // An answer to HEAD has no body that says why: ask again in a way that has one.
                if (status !== undefined && status < 500 && !hasCode && !isAborted) {
                    await client.send(new ListObjectsV2Command/* ListObjectsV2Command */.u({ Bucket: this.#bucket, Prefix: target.Key, MaxKeys: 1 }), send);
                }
                throw error;
            }
        });
    }
    async putBlob(id, parts, options = {}) {
        const target = this.#target(id);
        if (options.modifiedNs !== undefined)
            throw unsupported(`${this.displayName} cannot keep the time of a copied blob.`);
        const length = parts.reduce((sum, part) => sum + part.length, 0);
        const storageClass = storageClassOf(await this.#knownClasses(), id);
        const input = {
            ...target,
            ContentType: CONTENT_TYPE,
            ContentLength: length,
            ContentMD5: digest('md5', parts).toString('base64'),
            ...(options.onlyIfAbsent === true && { IfNoneMatch: '*' }),
            ...(storageClass !== undefined && { StorageClass: storageClass }),
            ...(options.retention !== undefined && retentionOf(options.retention, this.#clock)),
        };
        const sha256 = this.#signsBytes ? digest('sha256', parts).toString('hex') : undefined;
        try {
            await this.#connection.run(`write blob ${id}`, options.signal, async (client, send) => {
                const command = new PutObjectCommand/* PutObjectCommand */.w({
                    ...input,
                    Body: length === 0 ? new Uint8Array(0) : external_node_stream_.Readable.from(parts, { objectMode: false }),
                });
                if (sha256 !== undefined)
                    signBytes(command, sha256);
                await client.send(command, send);
            });
        }
        catch (error) {
            throw await this.#putError(id, options, error);
        }
        if (options.needsTime === false)
            return { id, length, timestampMs: this.#clock.nowMs() };
        const stored = await this.statBlob(id);
        if (stored !== undefined)
            return stored;
        throw new errors/* CairnError */.eb('CAIRN_STORAGE_UNAVAILABLE', `Blob ${id} is not in ${this.displayName} although it was just written.`, {
            hint: 'A store that shows new objects late cannot hold a repository.',
        });
    }
    async deleteBlob(id) {
        const target = this.#target(id);
        try {
            await this.#connection.run(`delete blob ${id}`, undefined, (client, send) => client.send(new DeleteObjectCommand/* DeleteObjectCommand */.k(target), send));
        }
        catch (error) {
            if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
                throw error;
        }
    }
    async extendRetention(id, retention) {
        const target = this.#target(id);
        const Retention = untilOf(retention, this.#clock);
        await this.#connection.run(`keep blob ${id} for longer`, undefined, (client, send) => client.send(new PutObjectRetentionCommand/* PutObjectRetentionCommand */.E({ ...target, Retention }), send));
    }
    async *listBlobs(prefix, signal) {
        let token;
        do {
            const input = { Bucket: this.#bucket, Prefix: this.#prefix + prefix, Delimiter: '/', EncodingType: 'url' };
            const page = await this.#connection.run('list blobs', signal, (client, send) => client.send(new ListObjectsV2Command/* ListObjectsV2Command */.u({ ...input, ...(token !== undefined && { ContinuationToken: token }) }), send));
            for (const { Key = '', Size = 0, LastModified } of page.Contents ?? []) {
                const id = blobIdOfKey(Key, this.#prefix, page.EncodingType === 'url');
                if (id !== undefined && id !== STORAGE_CONFIG_BLOB_ID)
                    yield { id, length: Size, ...s3Time(LastModified) };
            }
            if (page.IsTruncated === true && (page.NextContinuationToken === undefined || page.NextContinuationToken === token)) {
                throw new errors/* CairnError */.eb('CAIRN_STORAGE_UNFIT', `${this.displayName} cuts a listing off and does not say how it goes on.`);
            }
            token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
        } while (token !== undefined);
    }
    async *listVersions(prefix, signal) {
        let marker = {};
        while (marker !== undefined) {
            const input = { Bucket: this.#bucket, Prefix: this.#prefix + prefix, Delimiter: '/', ...marker };
            const page = await this.#connection.run('list versions of blobs', signal, (client, send) => client.send(new ListObjectVersionsCommand/* ListObjectVersionsCommand */.u(input), send));
            yield* versionsOf(page, this.#prefix);
            const { IsTruncated, NextKeyMarker, NextVersionIdMarker } = page;
            marker =
                IsTruncated === true && NextKeyMarker !== undefined
                    ? { KeyMarker: NextKeyMarker, ...(NextVersionIdMarker !== undefined && { VersionIdMarker: NextVersionIdMarker }) }
                    : undefined;
        }
    }
    /** Whether the bucket keeps old versions of its objects. */
    async keepsVersions() {
        const { Status } = await this.#connection.run('look at the versions of the bucket', undefined, (client, send) => client.send(new GetBucketVersioningCommand/* GetBucketVersioningCommand */._({ Bucket: this.#bucket }), send));
        return Status === 'Enabled';
    }
    async prepareWrites() {
        await this.#knownClasses();
    }
    #knownClasses() {
        this.#classes ??= this.#readClasses().catch((error) => {
            this.#classes = undefined;
            throw error;
        });
        return this.#classes;
    }
    async close() {
        await this.#connection.close();
    }
    /** Reads no byte: what is wrong with the range, or that it is empty, follows from the length. */
    async #getNothing(target, id, options) {
        const stored = await this.#stat(target, id);
        if (stored === undefined)
            throw new errors/* CairnError */.eb('CAIRN_BLOB_NOT_FOUND', `Blob ${id} is not in ${this.displayName}.`);
        const { length } = (0,range/* resolveRange */.S)(id, options, stored.length);
        if (length === 0)
            return new Uint8Array(0);
        throw new errors/* CairnError */.eb('CAIRN_STORAGE_UNAVAILABLE', `${this.displayName} gave nothing of blob ${id}, which has ${stored.length} bytes.`);
    }
    /** Failures of a put in the words of the contract. Of two creators at once one is told to try again, and the other has won by then. */
    async #putError(id, { onlyIfAbsent, retention }, error) {
        if (!(error instanceof errors/* CairnError */.eb) || error.cause === undefined)
            return error;
        const { status, reason } = readFailure(error.cause);
        if (retention !== undefined && status === 400 && /object ?lock/i.test(reason)) {
            return unsupported(`${this.displayName} cannot lock blobs: ${reason}.`, error.cause);
        }
        if (onlyIfAbsent !== true)
            return error;
        if (status === 501)
            return unsupported(`${this.displayName} cannot create a blob only if it is absent: ${reason}.`, error.cause);
        if (status !== 409)
            return error;
        const isThere = (await this.statBlob(id)) !== undefined;
        return new errors/* CairnError */.eb(isThere ? 'CAIRN_BLOB_EXISTS' : 'CAIRN_STORAGE_UNAVAILABLE', `Blob ${id} in ${this.displayName} is being created by somebody else: ${reason}.`, { cause: error.cause });
    }
    #target(id) {
        (0,blob_id/* checkBlobId */.r)(id);
        return { Bucket: this.#bucket, Key: this.#prefix + id };
    }
}
function digest(algorithm, parts) {
    const hash = (0,external_node_crypto_.createHash)(algorithm);
    for (const part of parts)
        hash.update(part);
    return hash.digest();
}
/** Puts the hash of the bytes where the signature looks for it: a stream is signed without its bytes, which plain HTTP does not protect. */
function signBytes(command, sha256) {
    command.middlewareStack.add((next) => async (args) => {
        // What a request is in this step.
        const { headers } = args.request;
        headers['x-amz-content-sha256'] = sha256;
        return await next(args);
    }, { step: 'build', name: 'signBytes' });
}
function unsupported(message, cause) {
    return new errors/* CairnError */.eb('CAIRN_NOT_SUPPORTED', message, cause === undefined ? {} : { cause });
}

;// CONCATENATED MODULE: ./lib/repo/blob/s3/open.js
/** Connection -> S3 store, with the credentials that were found said and the storage classes of the bucket read. */












/** Opens the bucket of a connection. Errors: CAIRN_CONFIG_INVALID, CAIRN_CREDENTIALS_MISSING, CAIRN_CREDENTIALS_REFUSED, those of the store. */
const openS3 = async (config, context) => await openS3With(config, context, USUAL_PATIENCE);
/** The same, waiting no longer than `patience` says. */
async function openS3With(config, context, patience) {
    const options = (0,s3_config/* parseS3Config */.Cy)(config);
    if (options.rootCa.length > 0 && !new TextDecoder().decode(options.rootCa).includes('-----BEGIN CERTIFICATE-----')) {
        throw new errors/* CairnError */.eb('CAIRN_CONFIG_INVALID', 'The certificate authority of the connection is not in PEM form.', {
            hint: 'Connect again with --root-ca-pem-path.',
        });
    }
    const place = placeOf(options, context.env);
    const credentials = await s3Credentials(options, context, ambientChain(place.region));
    (0,credential_source/* sayCredentials */.K)(context, place.displayName, credentials.words);
    const tls = { rejectUnauthorized: options.verifiesTls, ...(options.rootCa.length > 0 && { ca: Buffer.from(options.rootCa) }) };
    const agent = await (0,proxy.agentFor)(place.origin, context.env, tls, { maxFreeSockets: MAX_REQUESTS });
    const connection = new S3Connection({ place, credentials, agent, patience });
    const { bucket, prefix } = options;
    const storage = new S3Storage({
        connection,
        bucket,
        prefix,
        clock: context.clock,
        signsBytes: !place.hasTls,
        readClasses: () => readClasses(storage, context),
    });
    try {
        return options.pointInTime === '' ? storage : await bucketAt(storage, options);
    }
    catch (error) {
        await connection.close();
        throw error;
    }
}
async function bucketAt(storage, { bucket, pointInTime }) {
    const atNs = (0,timestamp/* parseTimestamp */.l)(pointInTime);
    if (atNs === undefined)
        throw new errors/* CairnError */.eb('CAIRN_CONFIG_INVALID', `"storage.config.pointInTime" is not a time: ${pointInTime}.`);
    if (await storage.keepsVersions())
        return (0,point_in_time/* storageAt */.Z)(storage, atNs);
    throw new errors/* CairnError */.eb('CAIRN_NOT_SUPPORTED', `The bucket ${bucket} keeps no versions: it cannot be seen as it was at ${pointInTime}.`, {
        hint: 'Connect again without --point-in-time.',
    });
}
async function readClasses(storage, { signal }) {
    try {
        const bytes = await storage.getBlob(STORAGE_CONFIG_BLOB_ID, signal === undefined ? {} : { signal });
        return parseStorageClasses(bytes, storage.displayName);
    }
    catch (error) {
        if ((0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
            return [];
        throw error;
    }
}


/***/ }),

/***/ 7214:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q2: () => (/* binding */ SlimError),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   sk: () => (/* binding */ slimError)
/* harmony export */ });
/** Errors of an SDK without what they carry: whole requests with their signatures and tokens. */
/** What is kept of such an error. */
class SlimError extends Error {
    constructor(name, reason) {
        super(reason);
        this.name = name;
    }
}
/** The same error without its request: its name, and `reason`, which holds no secret. */
function slimError(error, reason) {
    return error instanceof SlimError ? error : new SlimError(nameOf(error), reason);
}
/** The kind of an error, such as `RestError`. */
function nameOf(error) {
    return error instanceof Error ? error.name : 'Error';
}


/***/ })

};
