export const id = 8294;
export const ids = [8294];
export const modules = {

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


/***/ })

};
