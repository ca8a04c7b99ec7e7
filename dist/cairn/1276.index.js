export const id = 1276;
export const ids = [1276,8294];
export const modules = {

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

/***/ 55782:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseGcsConfig),
/* harmony export */   h: () => (/* binding */ gcsStorageConfig)
/* harmony export */ });
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1873);
/* harmony import */ var _connection_members_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46670);
/* harmony import */ var _throttle_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56177);
/** Options of a GCS store <-> the `storage` member of a connection file (docs/repository-format.md, "Client configuration"). */



/** What is written for a GCS store: members in the order other programs write them. */
function gcsStorageConfig(options) {
    return {
        type: 'gcs',
        config: {
            bucket: options.bucket,
            ...(options.prefix && { prefix: options.prefix }),
            ...(options.credentialsFile && { credentialsFile: options.credentialsFile }),
            ...(options.credentials !== undefined && { credentials: options.credentials }),
            ...(options.isReadOnly === true && { readOnly: true }),
            ...(0,_throttle_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limitsMember */ .jW)(options.limits ?? _throttle_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .UNLIMITED */ .Mp),
            ...(options.pointInTime && { pointInTime: options.pointInTime }),
        },
    };
}
/** The options in a connection; CAIRN_CONFIG_INVALID when a member has another shape. */
function parseGcsConfig(storage) {
    const { text, textLike, flag, pointInTime } = (0,_connection_members_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionMembers */ .Y)(storage);
    const credentials = storage.config['credentials'] ?? undefined;
    if (credentials !== undefined && !(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(credentials))
        throw (0,_connection_members_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidMember */ .M)('credentials', 'a JSON object');
    return {
        bucket: textLike('bucket', BUCKET, 'the name of a bucket: small letters, digits, dots, dashes and underscores'),
        prefix: text('prefix'),
        credentialsFile: text('credentialsFile'),
        credentials,
        isReadOnly: flag('readOnly'),
        limits: (0,_throttle_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .readLimits */ .BU)(storage.config),
        pointInTime: pointInTime(),
    };
}
const BUCKET = /^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/;


/***/ }),

/***/ 91276:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGcs: () => (/* binding */ openGcs)
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
// EXTERNAL MODULE: ./lib/repo/blob/gcs/config.js
var gcs_config = __webpack_require__(55782);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/repo/blob/gcs/credential-plan.js
/** Which credentials to use for Google Cloud: a plan without any request, so that it can be read and tested (docs/backends/gcs.md, "Credentials"). */

/**
 * Credentials to try, best first. What the connection or a variable names is the only candidate: a login found elsewhere must not step in
 * silently when it is refused.
 */
function planCredentials(options, surroundings) {
    const named = ofEmulator(surroundings) ?? ofConnection(options) ?? ofEnvironment(surroundings);
    if (named !== undefined)
        return [named];
    const path = gcloudFile(surroundings);
    const machine = { kind: 'machine', source: 'the service account of this machine (metadata server)' };
    if (path === undefined)
        return [machine];
    return [{ kind: 'file', path, mayBeAbsent: true, source: 'the login of gcloud (gcloud auth application-default login)' }, machine];
}
function ofEmulator({ env }) {
    return emulatorIn(env) === undefined ? undefined : { kind: 'none', source: 'none, as for every emulator (STORAGE_EMULATOR_HOST)' };
}
function ofConnection({ credentials, credentialsFile }) {
    if (credentials !== undefined) {
        return { kind: 'json', json: credentials, source: 'the credentials inside the connection (--embed-credentials)' };
    }
    if (credentialsFile === '')
        return undefined;
    return { kind: 'file', path: credentialsFile, mayBeAbsent: false, source: 'the file of the connection (--credentials-file)' };
}
/** What changes with every run comes first. */
function ofEnvironment({ env, identityToken }) {
    const provider = credential_plan_text(env, 'GOOGLE_WORKLOAD_IDENTITY_PROVIDER');
    if (provider !== undefined && identityToken !== undefined) {
        const serviceAccount = credential_plan_text(env, 'GOOGLE_SERVICE_ACCOUNT');
        const and = serviceAccount === undefined ? '' : ' and GOOGLE_SERVICE_ACCOUNT';
        return {
            kind: 'workflow',
            provider,
            serviceAccount,
            source: `the OIDC token of this workflow with GOOGLE_WORKLOAD_IDENTITY_PROVIDER${and}`,
        };
    }
    const path = credential_plan_text(env, 'GOOGLE_APPLICATION_CREDENTIALS');
    return path === undefined ? undefined : { kind: 'file', path, mayBeAbsent: false, source: 'GOOGLE_APPLICATION_CREDENTIALS' };
}
/** Origin of an emulator that takes the place of the service, as every client of Google's honours it. */
function emulatorIn(env) {
    const host = credential_plan_text(env, 'STORAGE_EMULATOR_HOST');
    if (host === undefined)
        return undefined;
    return (/^https?:\/\//i.test(host) ? host : `http://${host}`).replace(/\/+$/, '');
}
/** Where gcloud keeps the login that it made for programs. */
function gcloudFile({ env, homeDirectory, platform }) {
    const name = 'application_default_credentials.json';
    const { join } = platform === 'win32' ? external_node_path_.win32 : external_node_path_.posix;
    const folder = credential_plan_text(env, 'CLOUDSDK_CONFIG');
    if (folder !== undefined)
        return join(folder, name);
    if (platform === 'win32') {
        const appData = credential_plan_text(env, 'APPDATA');
        return appData === undefined ? undefined : join(appData, 'gcloud', name);
    }
    return homeDirectory === undefined ? undefined : join(homeDirectory, '.config', 'gcloud', name);
}
function credential_plan_text(env, name) {
    const value = env[name];
    return value === undefined || value === '' ? undefined : value;
}

;// CONCATENATED MODULE: ./lib/repo/blob/gcs/quiet-warnings.js
/** Node 24 says that parts which Google's library still uses are deprecated; nobody who runs Cairn can do anything about that. */
const KNOWN = new Set(['DEP0040', 'DEP0169']);
/** Keeps these two warnings, and no others, from standard error from now on. To be called before the library is loaded. */
function quietKnownWarnings() {
    const emit = process.emitWarning;
    if (isQuiet.has(emit))
        return;
    const quiet = (...args) => {
        if (!args.some((argument) => KNOWN.has(codeIn(argument))))
            emit.apply(process, args);
    };
    isQuiet.add(quiet);
    // The overloads of the original take the same arguments.
    process.emitWarning = quiet;
}
const isQuiet = new WeakSet();
function codeIn(argument) {
    if (typeof argument === 'string')
        return argument;
    return typeof argument === 'object' && argument !== null && 'code' in argument && typeof argument.code === 'string' ? argument.code : '';
}

;// CONCATENATED MODULE: ./lib/repo/blob/gcs/open.js
/** Connection -> bucket: credentials first, so that what is wrong with them is known before any work. */








const SCOPES = {
    reading: 'https://www.googleapis.com/auth/devstorage.read_only',
    all: 'https://www.googleapis.com/auth/devstorage.full_control',
};
/** Opens the bucket of a connection. Errors: CAIRN_CONFIG_INVALID, CAIRN_NOT_SUPPORTED for a time in a bucket without versions, those of a login. */
const openGcs = async (config, context) => {
    const options = (0,gcs_config/* parseGcsConfig */.D)(config);
    quietKnownWarnings();
    const [{ logIn }, { gcsHttp }, { GcsStorage }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(3669), __webpack_require__.e(3324), __webpack_require__.e(492), __webpack_require__.e(1339)]).then(__webpack_require__.bind(__webpack_require__, 51339)), __webpack_require__.e(/* import() */ 6036).then(__webpack_require__.bind(__webpack_require__, 66036)), __webpack_require__.e(/* import() */ 8020).then(__webpack_require__.bind(__webpack_require__, 28020))]);
    const emulator = emulatorIn(context.env);
    if (emulator !== undefined && !URL.canParse(emulator)) {
        throw new errors/* CairnError */.eb('CAIRN_CONFIG_INVALID', 'STORAGE_EMULATOR_HOST is not a host with or without a port.');
    }
    const scope = options.isReadOnly || context.isReadOnly ? SCOPES.reading : SCOPES.all;
    const { client, source } = await logIn(planCredentials(options, context), scope, context);
    const origin = emulator ?? `https://storage.${client?.universeDomain ?? 'googleapis.com'}`;
    const host = new URL(origin).host;
    const displayName = `GCS: ${emulator === undefined ? '' : `${host} `}${options.bucket}`;
    (0,credential_source/* sayCredentials */.K)(context, displayName, source);
    const storage = new GcsStorage({
        http: await gcsHttp(origin, client, context.env),
        bucket: options.bucket,
        prefix: options.prefix,
        displayName,
        credentials: source,
        settings: {
            bucket: `the bucket "${options.bucket}" (--bucket or the location)`,
            endpoint: `the endpoint "${host}"${emulator === undefined ? '' : ' (STORAGE_EMULATOR_HOST)'}${(0,proxy.proxyWords)(origin, context.env)}`,
        },
        clock: context.clock,
        random: context.random,
    });
    const atNs = (0,timestamp/* parseTimestamp */.l)(options.pointInTime);
    if (atNs === undefined)
        return storage;
    if (!(await storage.hasVersions(context.signal))) {
        throw new errors/* CairnError */.eb('CAIRN_NOT_SUPPORTED', `${displayName} keeps no versions of its blobs, so its earlier state is not known.`, {
            hint: 'Versioning is a setting of the bucket; it keeps what is replaced or deleted from then on. Leave out --point-in-time.',
        });
    }
    return (0,point_in_time/* storageAt */.Z)(storage, atNs);
};


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


/***/ })

};
