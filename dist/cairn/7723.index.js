export const id = 7723;
export const ids = [7723];
export const modules = {

/***/ 97723:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   logIn: () => (/* binding */ logIn)
/* harmony export */ });
/* unused harmony export STORAGE_SCOPE */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _cloud_call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52812);
/* harmony import */ var _cloud_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(555);
/* harmony import */ var _login_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95289);
/* harmony import */ var _slim_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7214);
/* harmony import */ var _agents_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10798);






/** What a service principal of Entra ID accepts tokens of workflows for. */
const WORKFLOW_AUDIENCE = 'api://AzureADTokenExchange';
const STORAGE_SCOPE = 'https://storage.azure.com/.default';
/**
 * Logs in with the first candidate that is there, so that a login that cannot work is known before any other work.
 *
 * Errors: CAIRN_CREDENTIALS_MISSING when none is there, CAIRN_CREDENTIALS_REFUSED, CAIRN_STORAGE_UNREACHABLE, CAIRN_CANCELLED, those of the
 * identity of the workflow.
 */
async function logIn(plans, context) {
    const reasons = [];
    const remainingMs = (0,_login_time_js__WEBPACK_IMPORTED_MODULE_3__/* .sharedLimit */ .L4)(context);
    const agents = await (0,_agents_js__WEBPACK_IMPORTED_MODULE_5__/* .loginAgents */ .Y)(context);
    for (const plan of plans) {
        const credential = explained(plan, await credentialOf(plan, context, agents), { ...context, ...agents }, remainingMs());
        try {
            await credential.getToken(STORAGE_SCOPE, context.signal === undefined ? {} : { abortSignal: context.signal });
            return { source: plan.source, credential };
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb) || error.code !== 'CAIRN_CREDENTIALS_MISSING')
                throw error;
            reasons.push(error.message);
        }
    }
    throw missing(reasons, context);
}
async function credentialOf(plan, context, agents) {
    const library = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(3324), __webpack_require__.e(3952)]).then(__webpack_require__.bind(__webpack_require__, 23952));
    // Whoever names an authority runs a cloud that the public list of authorities does not know.
    const isOwnAuthority = (context.env['AZURE_AUTHORITY_HOST'] ?? '') !== '';
    const options = {
        retryOptions: { maxRetries: 1, retryDelayInMs: 500 },
        disableInstanceDiscovery: isOwnAuthority,
        ...agents.options,
    };
    try {
        switch (plan.kind) {
            case 'secret':
                return new library.ClientSecretCredential(plan.tenantId, plan.clientId, plan.secret, options);
            case 'certificate':
                return new library.ClientCertificateCredential(plan.tenantId, plan.clientId, { certificate: plan.pem }, options);
            case 'certificate-file':
                return new library.ClientCertificateCredential(plan.tenantId, plan.clientId, { certificatePath: plan.path }, options);
            case 'token-file':
                return new library.WorkloadIdentityCredential({
                    tenantId: plan.tenantId,
                    clientId: plan.clientId,
                    tokenFilePath: plan.path,
                    ...options,
                });
            case 'workflow':
                return keepingFailure(async () => {
                    if (context.identityToken === undefined)
                        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_CREDENTIALS_MISSING', 'This workflow has no OIDC token.');
                    return await context.identityToken(WORKFLOW_AUDIENCE);
                }, (assertion) => new library.ClientAssertionCredential(plan.tenantId, plan.clientId, assertion, options));
            case 'cli':
                return new library.AzureCliCredential({ processTimeoutInMs: _login_time_js__WEBPACK_IMPORTED_MODULE_3__/* .LOGIN_MS */ .dB });
            case 'managed': {
                // Asked first whether there is such a service at all, which takes a second at most.
                const probing = { ...options, sendProbeRequest: true, ...(plan.clientId !== undefined && { clientId: plan.clientId }) };
                return new library.ManagedIdentityCredential(probing);
            }
        }
    }
    catch (cause) {
        throw refused(plan, (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause), cause);
    }
}
/** A credential made with `assertion`; of what that throws the library hands on the words alone. */
function keepingFailure(assertion, make) {
    let failure;
    const credential = make(async () => {
        try {
            return await assertion();
        }
        catch (error) {
            failure = error;
            throw error;
        }
    });
    return {
        async getToken(scopes, options) {
            failure = undefined;
            try {
                return await credential.getToken(scopes, options);
            }
            catch (error) {
                throw failure instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb ? failure : error;
            }
        },
    };
}
/** The same credential with a limit of time, and with errors that name where it came from. */
function explained(plan, credential, context, firstLimitMs) {
    let hasWorked = false;
    return {
        async getToken(scopes, options) {
            try {
                const token = await (0,_login_time_js__WEBPACK_IMPORTED_MODULE_3__/* .inTime */ .RN)(hasWorked ? _login_time_js__WEBPACK_IMPORTED_MODULE_3__/* .LOGIN_MS */ .dB : firstLimitMs, context, () => credential.getToken(scopes, options));
                hasWorked = true;
                return token;
            }
            catch (error) {
                throw explain(plan, error, context, hasWorked);
            }
        },
    };
}
function explain(plan, error, context, hasWorked) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb)
        return error;
    if (context.signal?.aborted === true || (error instanceof Error && error.name === 'AbortError')) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
    }
    const ofProxy = context.proxyFailure();
    const reason = ofProxy ?? wordsOf(error);
    const cause = (0,_slim_error_js__WEBPACK_IMPORTED_MODULE_4__/* .slimError */ .sk)(error, (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
    const status = statusOf(error);
    const isSilent = error instanceof _login_time_js__WEBPACK_IMPORTED_MODULE_3__/* .LoginTimeout */ .$N;
    // A host that gave a token before is away for a moment.
    if ((status !== undefined && (status === 429 || status >= 500)) ||
        (hasWorked && (isSilent || ofProxy !== undefined || (0,_cloud_call_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeAlong */ .c4)(error) !== undefined))) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_STORAGE_UNAVAILABLE', `Cannot log in to Azure with ${plan.source}: ${reason}.`, {
            hint: 'Run again later. What was saved before is intact.',
            cause,
        });
    }
    if (plan.kind === 'cli' || plan.kind === 'managed') {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_CREDENTIALS_MISSING', `${plan.source}: ${reason}`, { cause });
    }
    if (ofProxy !== undefined)
        return unreachable(plan, reason, cause, _cloud_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PROXY_HINT */ .Lx);
    if (isSilent)
        return unreachable(plan, reason, cause);
    const systemCode = (0,_cloud_call_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeAlong */ .c4)(error);
    if (systemCode === 'ENOENT' || systemCode === 'EACCES' || systemCode === 'EISDIR')
        return refused(plan, reason, cause);
    if (systemCode !== undefined || /network_error|ENOTFOUND|ECONNREFUSED/.test(reason))
        return unreachable(plan, reason, cause);
    return refused(plan, reason, cause);
}
/** The first line says it; the rest are numbers for tracing. */
function wordsOf(error) {
    const [line = ''] = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error).trim().split(/\r?\n/);
    return (0,_cloud_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .plainReason */ .JH)(line).slice(0, 400);
}
function statusOf(error) {
    return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
function refused(plan, reason, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_CREDENTIALS_REFUSED', `Cannot log in to Azure with ${plan.source}: ${reason}.`, {
        hint: plan.kind === 'workflow'
            ? 'Check AZURE_CLIENT_ID and AZURE_TENANT_ID, and that a federated credential of the application names this repository and its branch, environment or event (docs/backends/azure.md).'
            : 'Check that they are valid, have not expired, and belong to this tenant and application.',
        cause,
    });
}
function unreachable(plan, reason, cause, hint = REACH_HINT) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_STORAGE_UNREACHABLE', `Cannot log in to Azure with ${plan.source}: ${reason}.`, {
        hint,
        ...(cause !== undefined && { cause }),
    });
}
const REACH_HINT = 'Check that this machine may reach login.microsoftonline.com, or the host in AZURE_AUTHORITY_HOST.';
function missing(reasons, { env, identityToken }) {
    const hasPrincipal = (env['AZURE_CLIENT_ID'] ?? '') !== '' && (env['AZURE_TENANT_ID'] ?? '') !== '';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_CREDENTIALS_MISSING', `There are no credentials for Azure. Tried ${reasons.join('; ')}.`, {
        hint: hasPrincipal && identityToken === undefined
            ? 'AZURE_CLIENT_ID and AZURE_TENANT_ID are set, but there is no OIDC token to go with them: in a workflow add "permissions: id-token: write".'
            : 'In a workflow set AZURE_CLIENT_ID and AZURE_TENANT_ID with "permissions: id-token: write", or run azure/login before. Elsewhere run az login, or set AZURE_STORAGE_SAS_TOKEN or AZURE_STORAGE_KEY.',
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


/***/ })

};
