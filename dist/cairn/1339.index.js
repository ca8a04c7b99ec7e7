export const id = 1339;
export const ids = [1339];
export const modules = {

/***/ 51339:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   logIn: () => (/* binding */ logIn)
/* harmony export */ });
/* harmony import */ var google_auth_library__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(492);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _cloud_call_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52812);
/* harmony import */ var _cloud_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(555);
/* harmony import */ var _login_time_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95289);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78294);
/* harmony import */ var _slim_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7214);
/** Credentials of a plan -> a client of Google's library that has a token. */







const GOOGLE = { tokens: 'https://sts.googleapis.com', accounts: 'https://iamcredentials.googleapis.com' };
/**
 * Logs in with the first candidate that is there, so that a login that cannot work is known before any other work.
 *
 * Errors: CAIRN_CREDENTIALS_MISSING when none is there, CAIRN_CREDENTIALS_REFUSED, CAIRN_STORAGE_UNREACHABLE, CAIRN_STORAGE_UNAVAILABLE,
 * CAIRN_CANCELLED.
 */
async function logIn(plans, scope, context, hosts = GOOGLE) {
    const reasons = [];
    const remainingMs = (0,_login_time_js__WEBPACK_IMPORTED_MODULE_4__/* .sharedLimit */ .L4)(context);
    for (const plan of plans) {
        if (plan.kind === 'none')
            return { source: plan.source, client: undefined };
        try {
            return { source: plan.source, client: await (0,_login_time_js__WEBPACK_IMPORTED_MODULE_4__/* .inTime */ .RN)(remainingMs(), context, () => clientOf(plan, scope, context, hosts)) };
        }
        catch (error) {
            const explained = explain(plan, error);
            if (explained.code !== 'CAIRN_CREDENTIALS_MISSING' || plans.length === 1)
                throw explained;
            reasons.push(explained.message);
        }
    }
    throw missing(`Tried ${reasons.join('; ')}.`, context);
}
async function clientOf(plan, scope, context, hosts) {
    const client = await unprovenClient(plan, scope, context, hosts);
    const agents = await (0,_proxy_js__WEBPACK_IMPORTED_MODULE_5__.agentsFor)(context.env);
    if (agents !== undefined)
        connectThrough(client, agents);
    await client.getAccessToken();
    return client;
}
/** Parts of the library's clients that ask hosts; it takes no agent for some of them. */
const ASKING = ['transporter', 'stsCredential', 'sourceClient'];
/** Makes all requests of a client use these agents: the library has its own reading of the variables about proxies. */
function connectThrough(part, agents) {
    for (const [name, asking] of Object.entries(part)) {
        if (!ASKING.includes(name) || typeof asking !== 'object' || asking === null)
            continue;
        if (name === 'transporter')
            Object.assign(asking, { defaults: { agent: agents } });
        else
            connectThrough(asking, agents);
    }
}
async function unprovenClient(plan, scope, context, hosts) {
    switch (plan.kind) {
        case 'json':
            // The library reads every member itself and refuses what it cannot use.
            return new google_auth_library__WEBPACK_IMPORTED_MODULE_0__/* .GoogleAuth */ .kF({ scopes: [scope] }).fromJSON(plan.json);
        case 'file':
            return await new google_auth_library__WEBPACK_IMPORTED_MODULE_0__/* .GoogleAuth */ .kF({ scopes: [scope], keyFilename: plan.path }).getClient();
        case 'workflow':
            return workflowClient(plan, scope, context, hosts);
        case 'machine':
            // Asked first whether there is such a server at all, which takes three seconds at most.
            if (!(await google_auth_library__WEBPACK_IMPORTED_MODULE_0__.gcpMetadata.isAvailable())) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_CREDENTIALS_MISSING', `${plan.source}: there is no such server`);
            }
            return new google_auth_library__WEBPACK_IMPORTED_MODULE_0__/* .Compute */ .Qo({ scopes: [scope] });
    }
}
/** Exchanges the token of the workflow, each time a new one is needed. */
function workflowClient({ provider, serviceAccount }, scope, { identityToken }, hosts) {
    const name = provider.replace(/^(?:https:)?\/\/iam\.googleapis\.com\//, '');
    const client = new google_auth_library__WEBPACK_IMPORTED_MODULE_0__/* .IdentityPoolClient */ .sE({
        type: 'external_account',
        audience: `//iam.googleapis.com/${name}`,
        subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
        token_url: `${hosts.tokens}/v1/token`,
        ...(serviceAccount !== undefined && {
            service_account_impersonation_url: `${hosts.accounts}/v1/projects/-/serviceAccounts/${encodeURIComponent(serviceAccount)}:generateAccessToken`,
        }),
        subject_token_supplier: {
            async getSubjectToken() {
                if (identityToken === undefined)
                    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_CREDENTIALS_MISSING', 'This workflow has no OIDC token.');
                return await identityToken(`https://iam.googleapis.com/${name}`);
            },
        },
    });
    client.scopes = [scope];
    return client;
}
function explain(plan, error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb)
        return error;
    const systemCode = (0,_cloud_call_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeAlong */ .c4)(error);
    const cause = (0,_slim_error_js__WEBPACK_IMPORTED_MODULE_6__/* .slimError */ .sk)(error, (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error));
    if (plan.kind === 'file' &&
        (systemCode === 'ENOENT' || systemCode === 'EACCES' || systemCode === 'EISDIR' || /not a file/.test((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)))) {
        if (plan.mayBeAbsent && systemCode === 'ENOENT')
            return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_CREDENTIALS_MISSING', `${plan.source}: there is none`);
        const reason = systemCode === undefined ? 'it is no file' : systemCode;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_CREDENTIALS_MISSING', `Cannot log in to Google Cloud with ${plan.source}: ${plan.path} cannot be read (${reason}).`, { hint: 'Check the path, and that the step which makes the file has run.', cause });
    }
    const status = error instanceof google_auth_library__WEBPACK_IMPORTED_MODULE_0__.gaxios.GaxiosError ? error.response?.status : undefined;
    const reason = wordsOf(error, systemCode);
    if (status !== undefined && (status === 429 || status >= 500)) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_STORAGE_UNAVAILABLE', `Cannot log in to Google Cloud with ${plan.source}: ${reason}.`, {
            hint: 'Run again later. What was saved before is intact.',
            cause,
        });
    }
    if (plan.kind === 'machine')
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_CREDENTIALS_MISSING', `${plan.source}: ${reason}`, { cause });
    if (status === undefined && (0,_cloud_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .isOfProxy */ .CI)(systemCode))
        return unreachable(plan, reason, cause, _cloud_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PROXY_HINT */ .Lx);
    if (error instanceof _login_time_js__WEBPACK_IMPORTED_MODULE_4__/* .LoginTimeout */ .$N || (status === undefined && (0,_cloud_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .isOfNetwork */ .cC)(systemCode)))
        return unreachable(plan, reason, cause);
    const file = plan.kind === 'file' ? ` (${plan.path})` : '';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_CREDENTIALS_REFUSED', `Cannot log in to Google Cloud with ${plan.source}${file}: ${reason}.`, {
        hint: plan.kind === 'workflow'
            ? 'Check the provider, and that its conditions and the service account admit this repository (docs/backends/gcs.md).'
            : 'Check that they are valid, have not expired, and that the service account still exists.',
        // It would be shown with --verbose, and quotes what could not be read.
        ...(error instanceof SyntaxError ? {} : { cause }),
    });
}
function wordsOf(error, systemCode) {
    // Its message quotes what it could not read, which may be a key.
    if (error instanceof SyntaxError)
        return 'they are not in JSON form';
    // What the library trips over when it is JSON of some other kind.
    if (error instanceof TypeError)
        return 'they are no credentials of Google';
    if (systemCode?.startsWith('ERR_OSSL_') === true)
        return 'the private key in them cannot be read';
    const [line = ''] = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error).trim().split(/\r?\n/);
    return (0,_cloud_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .plainReason */ .JH)(line).slice(0, 400);
}
function unreachable(plan, reason, cause, hint = REACH_HINT) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_STORAGE_UNREACHABLE', `Cannot log in to Google Cloud with ${plan.source}: ${reason}.`, {
        hint,
        ...(cause !== undefined && { cause }),
    });
}
const REACH_HINT = 'Check that this machine may reach the hosts of Google that give tokens: oauth2, sts and iamcredentials.googleapis.com.';
function missing(tried, { env, identityToken }) {
    const hasProvider = (env['GOOGLE_WORKLOAD_IDENTITY_PROVIDER'] ?? '') !== '';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_CREDENTIALS_MISSING', `There are no credentials for Google Cloud. ${tried}`, {
        hint: hasProvider && identityToken === undefined
            ? 'GOOGLE_WORKLOAD_IDENTITY_PROVIDER is set, but there is no OIDC token to go with it: in a workflow add "permissions: id-token: write".'
            : 'In a workflow run google-github-actions/auth before, or set GOOGLE_WORKLOAD_IDENTITY_PROVIDER with "permissions: id-token: write". Elsewhere run "gcloud auth application-default login", or name a file in GOOGLE_APPLICATION_CREDENTIALS.',
    });
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
