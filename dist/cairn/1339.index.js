export const id = 1339;
export const ids = [1339];
export const modules = {

/***/ 52812:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ withoutAnswer),
/* harmony export */   FV: () => (/* binding */ CloudCalls),
/* harmony export */   c4: () => (/* binding */ systemCodeAlong)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Time limits of calls to a cloud store, and how an abort becomes an error. */

/** A store that never answered yet gets no more than this: whoever typed a wrong address should not wait longer. */
const FIRST_CALL_MS = 9_000;
/** A call that moves nothing. */
const CALL_MS = 60_000;
/** What a call moves may take so long for each KiB: 32 KiB a second is slower than any line that is of use. */
const MS_PER_KIB = 1000 / 32;
/** What is read first of a store is short, so that its silence is known soon. */
function limitOf({ sent = 0, fetched = 0 }, isFirst) {
    const movedKiB = (isFirst ? sent : sent + fetched) / 1024;
    return (isFirst ? FIRST_CALL_MS : CALL_MS) + Math.ceil(movedKiB * MS_PER_KIB);
}
/** Runs calls of one store: each with a limit of time, told apart from an abort. */
class CloudCalls {
    #clock;
    #hasAnswered = false;
    constructor(clock) {
        this.#clock = clock;
    }
    /** The store answered, be it with an error: from now on it counts as reachable. */
    answered() {
        this.#hasAnswered = true;
    }
    /**
     * Runs `call` with a signal that is aborted with the caller's, and when the time is up.
     *
     * Whatever it throws goes through `explain`.
     */
    async run(signal, moved, call, explain) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        const isFirst = !this.#hasAnswered;
        const limitMs = limitOf(moved, isFirst);
        const stop = new AbortController();
        const timer = new AbortController();
        let isLate = false;
        const onAbort = () => stop.abort();
        signal?.addEventListener('abort', onAbort, { once: true });
        const late = this.#clock.sleep(limitMs, timer.signal).then(() => {
            isLate = true;
            stop.abort();
        }, () => undefined);
        try {
            const result = await call(stop.signal);
            this.#hasAnswered = true;
            return result;
        }
        catch (error) {
            const timedOut = isLate ? `no answer in ${Math.round(limitMs / 1000)} seconds` : undefined;
            throw explain({ error, isAborted: signal?.aborted === true, timedOut, isFirst: !this.#hasAnswered });
        }
        finally {
            signal?.removeEventListener('abort', onAbort);
            timer.abort();
            await late;
        }
    }
}
/**
 * What `cloudError` should be told of a call without an answer.
 *
 * A host that answered before is not missing: a name that cannot be resolved for a moment is then worth another try, as is silence.
 */
function withoutAnswer(end, reason, systemCode) {
    if (end.timedOut !== undefined) {
        return end.isFirst ? { reason: end.timedOut, systemCode: 'EHOSTUNREACH' } : { reason: end.timedOut, meaning: 'transient' };
    }
    return end.isFirst ? { reason, systemCode } : { reason, meaning: 'transient' };
}
/** The first system code, such as `ENOTFOUND`, along the causes of an error. */
function systemCodeAlong(error) {
    for (let current = error, depth = 0; current instanceof Error && depth < 5; current = current.cause, depth++) {
        if ('code' in current &&
            typeof current.code === 'string' &&
            /^[A-Z][A-Z0-9_]+$/.test(current.code) &&
            current.code !== 'REQUEST_SEND_ERROR') {
            return current.code;
        }
        // Several addresses were tried: the first failure stands for all.
        if (current instanceof AggregateError && current.errors.length > 0)
            return systemCodeAlong(current.errors[0]);
    }
    return undefined;
}


/***/ }),

/***/ 51339:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   logIn: () => (/* binding */ logIn)
/* harmony export */ });
/* harmony import */ var google_auth_library__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(492);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _cloud_call_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52812);
/* harmony import */ var _login_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95289);
/* harmony import */ var _slim_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7214);
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
    const remainingMs = (0,_login_time_js__WEBPACK_IMPORTED_MODULE_3__/* .sharedLimit */ .L4)(context);
    for (const plan of plans) {
        if (plan.kind === 'none')
            return { source: plan.source, client: undefined };
        try {
            return { source: plan.source, client: await (0,_login_time_js__WEBPACK_IMPORTED_MODULE_3__/* .inTime */ .RN)(remainingMs(), context, () => clientOf(plan, scope, context, hosts)) };
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
    await client.getAccessToken();
    return client;
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
    const cause = (0,_slim_error_js__WEBPACK_IMPORTED_MODULE_4__/* .slimError */ .sk)(error, (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error));
    if (plan.kind === 'file' &&
        (systemCode === 'ENOENT' || systemCode === 'EACCES' || systemCode === 'EISDIR' || /not a file/.test((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)))) {
        if (plan.mayBeAbsent && systemCode === 'ENOENT')
            return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_CREDENTIALS_MISSING', `${plan.source}: there is none`);
        const reason = systemCode === undefined ? 'it is no file' : systemCode;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_CREDENTIALS_MISSING', `Cannot log in to Google Cloud with ${plan.source}: ${plan.path} cannot be read (${reason}).`, { hint: 'Check the path, and that the step which makes the file has run.', cause });
    }
    const status = error instanceof google_auth_library__WEBPACK_IMPORTED_MODULE_0__.gaxios.GaxiosError ? error.response?.status : undefined;
    const reason = wordsOf(error);
    if (status !== undefined && (status === 429 || status >= 500)) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_STORAGE_UNAVAILABLE', `Cannot log in to Google Cloud with ${plan.source}: ${reason}.`, {
            hint: 'Run again later. What was saved before is intact.',
            cause,
        });
    }
    if (plan.kind === 'machine')
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_CREDENTIALS_MISSING', `${plan.source}: ${reason}`, { cause });
    if (error instanceof _login_time_js__WEBPACK_IMPORTED_MODULE_3__/* .LoginTimeout */ .$N || (status === undefined && systemCode !== undefined))
        return unreachable(plan, reason, cause);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_CREDENTIALS_REFUSED', `Cannot log in to Google Cloud with ${plan.source}: ${reason}.`, {
        hint: plan.kind === 'workflow'
            ? 'Check the provider, and that its conditions and the service account admit this repository (docs/backends/gcs.md).'
            : 'Check that they are valid, have not expired, and that the service account still exists.',
        // It would be shown with --verbose, and quotes what could not be read.
        ...(error instanceof SyntaxError ? {} : { cause }),
    });
}
function wordsOf(error) {
    // Its message quotes what it could not read, which may be a key.
    if (error instanceof SyntaxError)
        return 'they are not in JSON form';
    const [line = ''] = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error).trim().split(/\r?\n/);
    return line.replace(/\.$/, '').slice(0, 400);
}
function unreachable(plan, reason, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_STORAGE_UNREACHABLE', `Cannot log in to Google Cloud with ${plan.source}: ${reason}.`, {
        hint: 'Check that this machine may reach the hosts of Google that give tokens: oauth2, sts and iamcredentials.googleapis.com.',
        ...(cause !== undefined && { cause }),
    });
}
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
