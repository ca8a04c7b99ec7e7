export const id = 7972;
export const ids = [7972,8294];
export const modules = {

/***/ 10798:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ pipelineFor),
/* harmony export */   Y: () => (/* binding */ loginAgents)
/* harmony export */ });
/* harmony import */ var _azure_storage_blob__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56568);
/* harmony import */ var _cloud_call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52812);
/* harmony import */ var _cloud_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(555);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78294);




/** Given so that the SDK reads no variable itself. Nobody asks there: the SDK leaves a request alone that has an agent. */
const proxyOptions = { host: 'http://proxy.invalid', port: 1 };
/** What requests to the store go through. */
async function pipelineFor(credential, options, { env }) {
    const agents = await (0,_proxy_js__WEBPACK_IMPORTED_MODULE_3__.agentsFor)(env);
    if (agents === undefined)
        return (0,_azure_storage_blob__WEBPACK_IMPORTED_MODULE_0__/* .newPipeline */ .vC)(credential, options);
    const pipeline = (0,_azure_storage_blob__WEBPACK_IMPORTED_MODULE_0__/* .newPipeline */ .vC)(credential, { ...options, proxyOptions });
    pipeline.factories.push({
        create: (next) => ({
            async sendRequest(request) {
                request.agent = agents(new URL(request.url));
                return await next.sendRequest(request);
            },
        }),
    });
    return pipeline;
}
/** What requests of a login go through. */
async function loginAgents({ env }) {
    const agents = await (0,_proxy_js__WEBPACK_IMPORTED_MODULE_3__.agentsFor)(env);
    if (agents === undefined)
        return { options: {}, proxyFailure: () => undefined };
    let failure;
    const policy = {
        name: 'cairnAgent',
        async sendRequest(request, next) {
            request.agent = agents(new URL(request.url));
            failure = undefined;
            try {
                return await next(request);
            }
            catch (error) {
                if (error instanceof Error && (0,_cloud_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isOfProxy */ .CI)((0,_cloud_call_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeAlong */ .c4)(error)))
                    failure = error.message;
                throw error;
            }
        },
    };
    return { options: { proxyOptions, additionalPolicies: [{ policy, position: 'perRetry' }] }, proxyFailure: () => failure };
}


/***/ }),

/***/ 44630:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseAzureConfig),
/* harmony export */   h: () => (/* binding */ azureStorageConfig)
/* harmony export */ });
/* harmony import */ var _connection_members_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46670);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86937);
/* harmony import */ var _throttle_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56177);
/** Options of an Azure store <-> the `storage` member of a connection file (docs/repository-format.md, "Client configuration"). */



/** Option -> name in the file, in the order other programs write them. */
const TEXTS = [
    ['prefix', 'prefix'],
    ['account', 'storageAccount'],
    ['storageKey', 'storageKey'],
    ['sasToken', 'sasToken'],
    ['tenantId', 'TenantID'],
    ['clientId', 'ClientID'],
    ['clientSecret', 'ClientSecret'],
    ['clientCertificate', 'clientCertificate'],
    ['federatedTokenFile', 'azureFederatedTokenFile'],
    ['domain', 'storageDomain'],
];
/** What is written for an Azure store. */
function azureStorageConfig(options) {
    const texts = TEXTS.flatMap(([option, name]) => (options[option] ? [[name, options[option]]] : []));
    return {
        type: 'azureBlob',
        config: {
            container: options.container,
            ...Object.fromEntries(texts),
            ...(options.hasTls === false && { doNotUseTLS: true }),
            ...(0,_throttle_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limitsMember */ .jW)(options.limits ?? _throttle_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .UNLIMITED */ .Mp),
            ...(options.pointInTime && { pointInTime: options.pointInTime }),
        },
    };
}
/** The options in a connection; CAIRN_CONFIG_INVALID when a member has another shape. */
function parseAzureConfig(storage) {
    const { text, textLike, flag, pointInTime } = (0,_connection_members_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionMembers */ .Y)(storage);
    return {
        container: textLike('container', CONTAINER, 'the name of a container: 3 to 63 small letters, digits and single dashes'),
        prefix: text('prefix'),
        account: textLike('storageAccount', /^[a-z0-9]{0,24}$/, 'the name of a storage account: 3 to 24 small letters and digits'),
        storageKey: text('storageKey'),
        sasToken: text('sasToken').replace(/^\?/, ''),
        tenantId: text('TenantID'),
        clientId: text('ClientID'),
        clientSecret: text('ClientSecret'),
        clientCertificate: text('clientCertificate'),
        federatedTokenFile: text('azureFederatedTokenFile'),
        domain: textLike('storageDomain', DOMAIN, 'a host with or without a port'),
        hasTls: !flag('doNotUseTLS'),
        limits: (0,_throttle_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .readLimits */ .BU)(storage.config),
        pointInTime: pointInTime(),
    };
}
const CONTAINER = /^(?:\$root|[a-z0-9](?:-?[a-z0-9]){2,62})$/;
/** Empty means the default one. */
const DOMAIN = { test: (text) => text === '' || (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .isHost */ .jU)(text) };


/***/ }),

/***/ 17972:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openAzure: () => (/* binding */ openAzure)
});

// EXTERNAL MODULE: ./node_modules/@azure/storage-blob/dist/esm/index.js + 181 modules
var esm = __webpack_require__(56568);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(99252);
// EXTERNAL MODULE: ./lib/repo/blob/credential-source.js
var credential_source = __webpack_require__(53015);
// EXTERNAL MODULE: ./lib/repo/blob/point-in-time.js
var point_in_time = __webpack_require__(54442);
// EXTERNAL MODULE: ./lib/repo/blob/azure/agents.js
var agents = __webpack_require__(10798);
// EXTERNAL MODULE: ./lib/repo/blob/azure/config.js
var azure_config = __webpack_require__(44630);
;// CONCATENATED MODULE: ./lib/repo/blob/azure/credential-plan.js
/** Which credentials to use for Azure: a plan without any request, so that it can be read and tested (docs/backends/azure.md, "Credentials"). */

/**
 * Credentials to try, best first. What the connection or a variable names is the only candidate: a login found elsewhere must not step in
 * silently when it is refused. Only where nothing is named are the login of the Azure CLI and the identity of the machine looked for.
 */
function planCredentials(options, env, hasIdentityToken) {
    const named = ofConnection(options, env) ?? ofEnvironment(options, env, hasIdentityToken);
    if (named !== undefined)
        return [named];
    return [
        { kind: 'cli', source: 'the login of the Azure CLI (az login, azure/login)' },
        { kind: 'managed', clientId: options.clientId || credential_plan_text(env, 'AZURE_CLIENT_ID'), source: 'the managed identity of this machine' },
    ];
}
/** In the order of other programs that read the same file. */
function ofConnection(options, env) {
    const { tenantId, clientId, sasToken, storageKey, clientSecret, clientCertificate, federatedTokenFile } = options;
    const held = (what, flag, variable, value) => (0,credential_source/* heldWords */.j)(what, flag, variable, credential_plan_text(env, variable)?.replace(/^\?/, '') === value);
    if (sasToken !== '') {
        return { kind: 'sas', token: sasToken, source: held('the SAS token', '--sas-token', 'AZURE_STORAGE_SAS_TOKEN', sasToken) };
    }
    if (storageKey !== '') {
        return { kind: 'key', key: storageKey, source: held('the storage key', '--storage-key', 'AZURE_STORAGE_KEY', storageKey) };
    }
    if (tenantId === '' || clientId === '')
        return undefined;
    const principal = { tenantId, clientId };
    if (clientSecret !== '') {
        const source = held('the client secret', '--client-secret', 'AZURE_CLIENT_SECRET', clientSecret);
        return { kind: 'secret', ...principal, secret: clientSecret, source };
    }
    if (clientCertificate !== '') {
        const source = held('the client certificate', '--client-cert', 'AZURE_CLIENT_CERTIFICATE', clientCertificate);
        return { kind: 'certificate', ...principal, pem: clientCertificate, source };
    }
    if (federatedTokenFile === '')
        return undefined;
    const source = held('the federated token file', '--azure-federated-token-file', 'AZURE_FEDERATED_TOKEN_FILE', federatedTokenFile);
    return { kind: 'token-file', ...principal, path: federatedTokenFile, source };
}
/** What changes with every run comes first, what stays for ever last. */
function ofEnvironment(options, env, hasIdentityToken) {
    const tenantId = options.tenantId || credential_plan_text(env, 'AZURE_TENANT_ID');
    const clientId = options.clientId || credential_plan_text(env, 'AZURE_CLIENT_ID');
    if (tenantId !== undefined && clientId !== undefined) {
        const principal = { tenantId, clientId };
        const and = `with ${options.clientId === '' ? 'AZURE_CLIENT_ID' : '--client-id'} and ${options.tenantId === '' ? 'AZURE_TENANT_ID' : '--tenant-id'}`;
        if (hasIdentityToken)
            return { kind: 'workflow', ...principal, source: `the OIDC token of this workflow ${and}` };
        const tokenFile = credential_plan_text(env, 'AZURE_FEDERATED_TOKEN_FILE');
        if (tokenFile !== undefined)
            return { kind: 'token-file', ...principal, path: tokenFile, source: `AZURE_FEDERATED_TOKEN_FILE ${and}` };
        const path = credential_plan_text(env, 'AZURE_CLIENT_CERTIFICATE_PATH');
        if (path !== undefined)
            return { kind: 'certificate-file', ...principal, path, source: `AZURE_CLIENT_CERTIFICATE_PATH ${and}` };
        const pem = credential_plan_text(env, 'AZURE_CLIENT_CERTIFICATE');
        if (pem !== undefined)
            return { kind: 'certificate', ...principal, pem, source: `AZURE_CLIENT_CERTIFICATE ${and}` };
        const secret = credential_plan_text(env, 'AZURE_CLIENT_SECRET');
        if (secret !== undefined)
            return { kind: 'secret', ...principal, secret, source: `AZURE_CLIENT_SECRET ${and}` };
    }
    const token = credential_plan_text(env, 'AZURE_STORAGE_SAS_TOKEN');
    if (token !== undefined)
        return { kind: 'sas', token: token.replace(/^\?/, ''), source: 'AZURE_STORAGE_SAS_TOKEN' };
    const key = credential_plan_text(env, 'AZURE_STORAGE_KEY');
    return key === undefined ? undefined : { kind: 'key', key, source: 'AZURE_STORAGE_KEY' };
}
function credential_plan_text(env, name) {
    const value = env[name];
    return value === undefined || value === '' ? undefined : value;
}

// EXTERNAL MODULE: ./lib/repo/blob/azure/place.js
var azure_place = __webpack_require__(1241);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./lib/repo/blob/blob-id.js
var blob_id = __webpack_require__(57465);
// EXTERNAL MODULE: ./lib/repo/blob/cloud-call.js
var cloud_call = __webpack_require__(52812);
// EXTERNAL MODULE: ./lib/repo/blob/cloud-errors.js
var cloud_errors = __webpack_require__(555);
// EXTERNAL MODULE: ./lib/repo/blob/cloud-read.js
var cloud_read = __webpack_require__(85688);
// EXTERNAL MODULE: ./lib/repo/blob/slim-error.js
var slim_error = __webpack_require__(7214);
// EXTERNAL MODULE: ./lib/repo/blob/cloud-headers.js
var cloud_headers = __webpack_require__(96428);
;// CONCATENATED MODULE: ./lib/repo/blob/azure/failure.js
/** What the SDK throws -> the parts of a failure that count (docs/backends/azure.md, "When it fails"). */




/** What was answered looks like a success, and is none of Azure's. */
class ForeignAnswer extends Error {
    constructor() {
        super('the answer is none of Azure Blob Storage');
    }
}
const MEANINGS = {
    BlobNotFound: 'blob-missing',
    ContainerNotFound: 'bucket-missing',
    ContainerBeingDeleted: 'bucket-missing',
    ContainerDisabled: 'bucket-missing',
    InvalidResourceName: 'bucket-missing',
    AuthenticationFailed: 'credentials-refused',
    InvalidAuthenticationInfo: 'credentials-refused',
    NoAuthenticationInformation: 'credentials-refused',
    KeyBasedAuthenticationNotPermitted: 'forbidden',
    AuthorizationFailure: 'forbidden',
    AuthorizationPermissionMismatch: 'forbidden',
    AuthorizationProtocolMismatch: 'forbidden',
    AuthorizationResourceTypeMismatch: 'forbidden',
    AuthorizationServiceMismatch: 'forbidden',
    AuthorizationSourceIPMismatch: 'forbidden',
    InsufficientAccountPermissions: 'forbidden',
    AccountIsDisabled: 'forbidden',
    PublicAccessNotPermitted: 'forbidden',
    BlobAlreadyExists: 'exists',
    // A token that may create but not replace says it like this.
    UnauthorizedBlobOverwrite: 'exists',
    InvalidRange: 'range',
    ServerBusy: 'transient',
    OperationTimedOut: 'transient',
    InternalError: 'transient',
};
/** Reads an error of the SDK; `nowMs` is for dates in `Retry-After`. */
function readFailure(error, nowMs) {
    const answer = error instanceof esm/* RestError */.pj ? error : undefined;
    const status = answer?.statusCode;
    if (isForeign(error)) {
        const { message } = new ForeignAnswer();
        return { reason: message, status: 200, code: undefined, systemCode: undefined, meaning: 'wrong-endpoint', retryAfterMs: undefined };
    }
    if (answer === undefined || status === undefined) {
        const systemCode = (0,cloud_call/* systemCodeAlong */.c4)(error);
        return {
            reason: lineOf((0,errors/* messageOf */.bD)(error)) || 'no answer',
            status: undefined,
            code: undefined,
            systemCode,
            meaning: undefined,
            retryAfterMs: undefined,
        };
    }
    const headers = answer.response?.headers;
    const code = headers?.get('x-ms-error-code') ?? detailsCode(answer);
    // Every answer of the service, and of its emulator, carries one of these.
    const isAzure = headers?.get('x-ms-request-id') !== undefined || headers?.get('x-ms-version') !== undefined;
    return {
        reason: reasonOf(status, code, answer),
        status,
        code,
        systemCode: undefined,
        meaning: meaningOf(status, code, isAzure, answer),
        retryAfterMs: (0,cloud_headers/* retryAfterMs */.V)(headers?.get('retry-after'), nowMs),
    };
}
/** Azure gives the length and the tag of each blob; of whoever does not, the SDK says it in its own way. */
function isForeign(error) {
    return (error instanceof ForeignAnswer ||
        (error instanceof RangeError && /doesn't contain valid (?:content length|etag) header/.test(error.message)));
}
function meaningOf(status, code, isAzure, error) {
    if (!isAzure && status < 500 && status !== 407 && status !== 408 && status !== 429)
        return 'wrong-endpoint';
    if (code === 'AuthenticationFailed') {
        const detail = `${error.message} ${error.response?.bodyAsText ?? ''}`;
        if (/date header too old|is not within the allowed|time skew/i.test(detail))
            return 'clock';
        if (/specified time frame|expired/i.test(detail))
            return 'expired';
    }
    // The emulator says it with the other word.
    if (code === 'AuthorizationFailure' && /failed to authenticate/i.test(error.message))
        return 'credentials-refused';
    return code === undefined ? undefined : MEANINGS[code];
}
function reasonOf(status, code, error) {
    if (code === undefined)
        return `it answered with status ${status}`;
    const words = lineOf(error.message);
    return `it answered ${status} ${code}${words === '' || words === code ? '' : `: ${words}`}`;
}
/** The first line: what follows are numbers for tracing. Signatures of a URL are left out. */
function lineOf(message) {
    // The library gives what the answer held, whatever that was.
    const [line = ''] = (typeof message === 'string' ? message : '').trim().split(/\r?\n/);
    return line
        .replace(/\b(sig|se|st|sp|sv|sr|skoid|sktid)=[^&\s"]+/g, '$1=…')
        .replace(/\.$/, '')
        .slice(0, 300);
}
function detailsCode(error) {
    const { details, code } = error;
    const detail = typeof details === 'object' && details !== null && 'errorCode' in details ? details.errorCode : undefined;
    if (typeof detail === 'string' && detail !== '')
        return detail;
    return code !== undefined && /^[A-Z][A-Za-z]+$/.test(code) ? code : undefined;
}

;// CONCATENATED MODULE: ./lib/repo/blob/azure/protected-delete.js
/** Deleting a blob that a policy protects: its version stays as long as promised, and the name is free (docs/backends/azure.md, "Retention"). */

/** Longer than the steps below take. */
const MARK_MS = 60_000;
/** Whether an error says that a policy keeps the blob. */
function isProtected(error) {
    return error instanceof esm/* RestError */.pj && error.response?.headers.get('x-ms-error-code') === 'BlobImmutableDueToPolicy';
}
/**
 * Puts an empty version over the protected one, protected loosely as the container demands of new versions, lifts that, and deletes it.
 *
 * What is left are versions: the protected one until its time has come, which only whoever looks for versions sees.
 */
async function deleteProtected(client, clock, abortSignal) {
    const { versionId } = await client.getBlockBlobClient().upload('', 0, {
        abortSignal,
        immutabilityPolicy: { expiriesOn: new Date(clock.nowMs() + MARK_MS), policyMode: 'Unlocked' },
    });
    await client.deleteImmutabilityPolicy({ abortSignal });
    await client.delete({ abortSignal });
    if (versionId === undefined)
        return;
    try {
        await client.withVersion(versionId).delete({ abortSignal });
    }
    catch {
        // The empty version costs nothing and means nothing.
    }
}

;// CONCATENATED MODULE: ./lib/repo/blob/azure/versions.js


/**
 * One item of a listing with versions. The ID of a version is the time it was made; an item with versions only says when the blob was deleted.
 *
 * Errors: CAIRN_NOT_SUPPORTED when the account keeps no versions.
 */
function versionOf(item, blob, displayName) {
    const { versionId } = item;
    const fromNs = versionId === undefined ? undefined : (0,timestamp/* parseTimestamp */.l)(versionId);
    if (versionId === undefined || fromNs === undefined) {
        throw new errors/* CairnError */.eb('CAIRN_NOT_SUPPORTED', `${displayName} keeps no versions of its blobs, so its earlier state is not known.`, {
            hint: 'Versioning is a setting of the storage account; it keeps what is replaced or deleted from then on. Leave out --point-in-time.',
        });
    }
    return { blob, version: versionId, fromNs, isDeletion: item.hasVersionsOnly === true };
}

;// CONCATENATED MODULE: ./lib/repo/blob/azure/storage.js
/** Blobs in a container of Azure (docs/backends/azure.md): block blobs, named like other programs name them. */










/** Metadata of a blob that was given another time of writing: nanoseconds since 1970, as other programs write and read it. */
const TIME_KEY = 'Kopiamtime';
/** More than any blob that is read without its length being known. */
const UNKNOWN_BYTES = 64 * 1024 * 1024;
/** Made by `openAzure`. */
class AzureStorage {
    displayName;
    #parts;
    #calls;
    constructor(parts) {
        this.displayName = parts.place.displayName;
        this.#parts = parts;
        this.#calls = new cloud_call/* CloudCalls */.FV(parts.clock);
    }
    async getBlob(id, options = {}) {
        return await this.#get(id, this.#client(id), options);
    }
    async readVersion(id, version, options) {
        return await this.#get(id, this.#client(id).withVersion(version), options);
    }
    async statBlob(id) {
        return await this.#stat(id, this.#client(id), undefined);
    }
    async putBlob(id, parts, options = {}) {
        const client = this.#client(id).getBlockBlobClient();
        const length = parts.reduce((sum, part) => sum + part.length, 0);
        const { onlyIfAbsent, retention, modifiedNs } = options;
        return await this.#call(`write blob ${id}`, options.signal, { sent: length }, async (abortSignal) => {
            const { lastModified } = await client.upload(() => external_node_stream_.Readable.from(parts.filter((part) => part.length > 0)), length, {
                abortSignal,
                ...(onlyIfAbsent === true && { conditions: { ifNoneMatch: '*' } }),
                ...(modifiedNs !== undefined && { metadata: { [TIME_KEY]: String(modifiedNs) } }),
                ...(retention !== undefined && { immutabilityPolicy: this.#policyOf(retention) }),
            });
            return metadataOf(id, length, lastModified, modifiedNs);
        });
    }
    async deleteBlob(id) {
        const client = this.#client(id);
        try {
            await this.#call(`delete blob ${id}`, undefined, {}, async (abortSignal) => {
                try {
                    await client.delete({ abortSignal });
                }
                catch (error) {
                    if (!isProtected(error))
                        throw error;
                    await deleteProtected(client, this.#parts.clock, abortSignal);
                }
            });
        }
        catch (error) {
            if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
                throw error;
        }
    }
    async extendRetention(id, retention) {
        const client = this.#client(id);
        const { expiriesOn, policyMode } = this.#policyOf(retention);
        await this.#call(`keep blob ${id} for longer`, undefined, {}, async (abortSignal) => {
            await client.setImmutabilityPolicy({ expiriesOn, policyMode }, { abortSignal });
        });
    }
    async *listBlobs(prefix, signal) {
        const { container, prefix: before } = this.#parts;
        // Only what lies directly below the prefix: other folders of the container are none of ours.
        const pages = (token, abortSignal) => container.listBlobsByHierarchy('/', { prefix: before + prefix, includeMetadata: true, abortSignal }).byPage(this.#pageFrom(token));
        for await (const item of this.#items(prefix, signal, pages))
            yield listedMetadata(item.name.slice(before.length), item);
    }
    async *listVersions(prefix, signal) {
        const { container, prefix: before } = this.#parts;
        const include = { includeMetadata: true, includeVersions: true, includeDeletedWithVersions: true };
        const pages = (token, abortSignal) => container.listBlobsFlat({ prefix: before + prefix, ...include, abortSignal }).byPage(this.#pageFrom(token));
        for await (const item of this.#items(prefix, signal, pages)) {
            const id = item.name.slice(before.length);
            if (!id.includes('/'))
                yield versionOf(item, listedMetadata(id, item), this.displayName);
        }
    }
    async close() { }
    #client(id) {
        (0,blob_id/* checkBlobId */.r)(id);
        const { container, prefix } = this.#parts;
        // URLs take such a name for a step to another folder.
        if (/(?:^|\/)\.{1,2}$/.test(prefix + id))
            throw (0,blob_id/* invalidBlobId */.e)(id);
        return container.getBlobClient(prefix + id);
    }
    /** Items of a listing, page after page, each page a call of its own. */
    async *#items(prefix, signal, pages) {
        const what = prefix === '' ? 'list blobs' : `list blobs that start with ${prefix}`;
        let token;
        do {
            const from = token;
            const page = await this.#call(what, signal, {}, async (abortSignal) => {
                const { done, value } = await pages(from, abortSignal).next();
                return done === true ? undefined : value;
            });
            for (const item of page?.segment.blobItems ?? [])
                if (!isFolder(item))
                    yield item;
            token = page?.continuationToken;
            if (token !== undefined && token !== '' && token === from)
                throw this.#endless();
        } while (token !== undefined && token !== '');
    }
    async #get(id, client, options) {
        return await (0,cloud_read/* readRange */.qX)(id, options, {
            read: (offset, length) => this.#read(id, client, offset, length, options.signal),
            size: async () => {
                const found = await this.#stat(id, client, options.signal);
                if (found === undefined)
                    throw new errors/* CairnError */.eb('CAIRN_BLOB_NOT_FOUND', `Blob ${id} is not in ${this.displayName}.`);
                return found.length;
            },
        });
    }
    async #stat(id, client, signal) {
        try {
            return await this.#call(`look at blob ${id}`, signal, {}, async (abortSignal) => {
                const { contentLength = 0, lastModified, metadata } = await client.getProperties({ abortSignal });
                return metadataOf(id, contentLength, lastModified, timeIn(metadata));
            });
        }
        catch (error) {
            if ((0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
                return undefined;
            throw error;
        }
    }
    async #read(id, client, offset, length, signal) {
        try {
            return await this.#call(`read blob ${id}`, signal, { fetched: length ?? UNKNOWN_BYTES }, async (abortSignal) => {
                const answer = await client.download(offset, length, { abortSignal, maxRetryRequests: 0 });
                const expected = answer.contentLength ?? 0;
                const body = answer.readableStreamBody;
                const bytes = body === undefined ? new Uint8Array(0) : await (0,cloud_read/* collectBody */.Px)(id, chunksOf(body), expected);
                if ((0,cloud_read/* isPage */.yp)(id, bytes))
                    throw new ForeignAnswer();
                return { bytes, totalBytes: (0,cloud_read/* totalOfContentRange */.AQ)(answer.contentRange) ?? expected };
            });
        }
        catch (error) {
            if ((0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_RANGE') && error.cause !== undefined)
                return undefined;
            throw error;
        }
    }
    #pageFrom(continuationToken) {
        return { maxPageSize: this.#parts.pageSize ?? 5000, ...(continuationToken !== undefined && { continuationToken }) };
    }
    #endless() {
        return new errors/* CairnError */.eb('CAIRN_STORAGE_UNFIT', `${this.displayName} cuts a listing off and does not say how it goes on.`);
    }
    #policyOf({ retentionPeriodNs }) {
        const untilMs = this.#parts.clock.nowMs() + Number(retentionPeriodNs / 1000000n);
        // Azure knows one mode that nobody can lift.
        return { expiriesOn: new Date(untilMs), policyMode: 'Locked' };
    }
    async #call(what, signal, moved, call) {
        return await this.#calls.run(signal, moved, call, (end) => this.#explain(`${what} in ${this.displayName}`, end));
    }
    #explain(what, end) {
        const { clock, credentials, place } = this.#parts;
        if ((0,errors/* isCairnError */.qN)(end.error) && end.timedOut === undefined && !end.isAborted)
            return end.error;
        const failure = readFailure(end.error, clock.nowMs());
        const { status, meaning, reason, retryAfterMs } = failure;
        if (status !== undefined)
            this.#calls.answered();
        return (0,cloud_errors/* cloudError */.EF)({
            what,
            reason,
            status,
            meaning,
            credentials,
            settings: place.settings,
            retryAfterMs,
            cause: (0,slim_error/* slimError */.sk)(end.error, reason),
            ...(status === undefined && (0,cloud_call/* withoutAnswer */.BU)(end, reason, failure.systemCode)),
            isAborted: end.isAborted,
        });
    }
}
function metadataOf(id, length, lastModified, modifiedNs) {
    if (modifiedNs !== undefined)
        return { id, length, timestampMs: Number(modifiedNs / 1000000n), timestampNs: modifiedNs };
    return { id, length, timestampMs: lastModified?.getTime() ?? 0 };
}
/** What a listing says of a blob. */
function listedMetadata(id, { properties, metadata }) {
    return metadataOf(id, properties.contentLength ?? 0, properties.lastModified, timeIn(metadata));
}
/** Nanoseconds since 1970 in the metadata of a blob; their key comes back in small letters or as it was written. */
function timeIn(metadata) {
    const value = Object.entries(metadata ?? {}).find(([key]) => key.toLowerCase() === TIME_KEY.toLowerCase())?.[1];
    return value !== undefined && /^-?\d{1,19}$/.test(value) ? BigInt(value) : undefined;
}
/** Accounts with real folders list them as empty blobs. */
function isFolder({ metadata }) {
    return metadata?.['hdi_isfolder'] === 'true';
}
async function* chunksOf(body) {
    for await (const chunk of body)
        yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

;// CONCATENATED MODULE: ./lib/repo/blob/azure/open.js
/** Connection -> container: credentials first, so that what is wrong with them is known before any work. */










/** The SDK never repeats a call and never waits on its own: that is the place of the retrying decorator. */
const PIPELINE = { retryOptions: { maxTries: 1 }, userAgentOptions: { userAgentPrefix: 'cairn' } };
const openAzure = async (config, context) => {
    const options = (0,azure_config/* parseAzureConfig */.F)(config);
    const place = (0,azure_place/* azurePlaceOf */.km)(options, context.env);
    const plans = planCredentials(options, context.env, context.identityToken !== undefined);
    const { credential, query, source } = await credentialOf(plans, place, context);
    (0,credential_source/* sayCredentials */.K)(context, place.displayName, source);
    const url = `${place.accountUrl}/${options.container}${query}`;
    const storage = new AzureStorage({
        container: new esm/* ContainerClient */.bM(url, await (0,agents/* pipelineFor */.S)(credential, PIPELINE, context)),
        prefix: options.prefix,
        place,
        credentials: source,
        clock: context.clock,
    });
    const atNs = (0,timestamp/* parseTimestamp */.l)(options.pointInTime);
    return atNs === undefined ? storage : (0,point_in_time/* storageAt */.Z)(storage, atNs);
};
async function credentialOf(plans, { account, accountUrl }, context) {
    const [first] = plans;
    maskSecret(first, context);
    if (first?.kind === 'sas')
        return { credential: new esm/* AnonymousCredential */.tv(), query: `?${first.token}`, source: first.source };
    if (first?.kind === 'key') {
        // Anything is base64 for the library, and the store would then only say that a signature is wrong.
        if (!/^[A-Za-z0-9+/]{16,}={0,2}$/.test(first.key)) {
            throw new errors/* CairnError */.eb('CAIRN_CREDENTIALS_REFUSED', 'The key of the storage account is not base64.', {
                hint: `It came from ${first.source}: copy the whole key, with the "=" at its end.`,
            });
        }
        return { credential: new esm/* StorageSharedKeyCredential */.Z3(account, first.key), query: '', source: first.source };
    }
    if (accountUrl.startsWith('http:')) {
        throw new errors/* CairnError */.eb('CAIRN_CONFIG_INVALID', 'A login of Microsoft Entra ID is never sent without TLS, and the connection says not to use it.', {
            hint: 'For an emulator without TLS use its storage key.',
        });
    }
    const { logIn } = await __webpack_require__.e(/* import() */ 7723).then(__webpack_require__.bind(__webpack_require__, 97723));
    return {
        ...(await logIn(plans.filter((plan) => plan.kind !== 'sas' && plan.kind !== 'key'), context)),
        query: '',
    };
}
/** Whatever is printed from now on, it is not the secret itself. */
function maskSecret(plan, { mask }) {
    if (plan?.kind === 'key')
        mask?.(plan.key);
    if (plan?.kind === 'secret')
        mask?.(plan.secret);
    // What identifies a signed token is its signature; the rest are times and permissions.
    if (plan?.kind === 'sas')
        mask?.(new URLSearchParams(plan.token).get('sig') || plan.token);
}


/***/ }),

/***/ 1241:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rx: () => (/* binding */ splitDomain),
/* harmony export */   km: () => (/* binding */ azurePlaceOf)
/* harmony export */ });
/* unused harmony export DEFAULT_DOMAIN */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86937);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78294);
/** Where a container is: its URL, and the words that name what was read. */



const DEFAULT_DOMAIN = 'blob.core.windows.net';
/** The place that a connection and the environment name. Errors: CAIRN_CONFIG_INVALID without an account, or for a domain that is none. */
function azurePlaceOf(options, env) {
    const account = options.account !== '' ? options.account : (env['AZURE_STORAGE_ACCOUNT'] ?? '');
    const accountOrigin = options.account !== '' ? '--storage-account or "account=" in the location' : 'AZURE_STORAGE_ACCOUNT';
    if (!/^[a-z0-9]{3,24}$/.test(account)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_CONFIG_INVALID', `The storage account of the container "${options.container}" is not known.`, {
            hint: 'Write its name (3 to 24 small letters and digits) as azblob://container/folder?account=NAME, with --storage-account, or in AZURE_STORAGE_ACCOUNT.',
        });
    }
    const { domain, hasTls, origin } = domainOf(options, env);
    const scheme = hasTls ? 'https' : 'http';
    // An emulator on an address has no host names of accounts.
    const accountUrl = isAddress(domain) ? `${scheme}://${domain}/${account}` : `${scheme}://${account}.${domain}`;
    if (!URL.canParse(accountUrl))
        throw invalidDomain(origin ?? '--storage-domain');
    const { host } = new URL(accountUrl);
    return {
        account,
        accountUrl,
        displayName: `Azure: ${isAddress(domain) ? `${host}/${account}` : host} ${options.container}`,
        settings: {
            bucket: `the container "${options.container}" (--container or the location)`,
            endpoint: `the storage account "${account}" (${accountOrigin})${origin === undefined ? '' : ` and the domain "${domain}" (${origin})`}${(0,_proxy_js__WEBPACK_IMPORTED_MODULE_2__.proxyWords)(accountUrl, env)}`,
        },
    };
}
function domainOf(options, env) {
    if (options.domain !== '')
        return { domain: options.domain, hasTls: options.hasTls, origin: '--storage-domain' };
    const value = env[VARIABLE] ?? '';
    if (value.trim() === '')
        return { domain: DEFAULT_DOMAIN, hasTls: options.hasTls, origin: undefined };
    const { domain, hasTls } = splitDomain(value);
    if (!(0,_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .isHost */ .jU)(domain))
        throw invalidDomain(VARIABLE);
    return { domain, hasTls: hasTls && options.hasTls, origin: VARIABLE };
}
const VARIABLE = 'AZURE_STORAGE_DOMAIN';
function invalidDomain(origin) {
    const hint = 'Write a host alone, such as blob.core.windows.net, or an emulator as http://127.0.0.1:10000: the account is named elsewhere.';
    if (origin === VARIABLE)
        return (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidEndpoint */ .rl)(VARIABLE, 'a domain with or without a port', hint);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_CONFIG_INVALID', `The domain that ${origin} names is not one with or without a port.`, { hint });
}
/** The parts of a domain as people write it: `http://` before it turns TLS off, which is for emulators. */
function splitDomain(text) {
    const [, scheme = 'https', domain = ''] = /^(?:(https?):\/\/)?(.*?)\/*$/i.exec(text.trim()) ?? [];
    return { domain, hasTls: scheme.toLowerCase() === 'https' };
}
function isAddress(domain) {
    return /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9A-Fa-f:.]+\])(?::\d+)?$/.test(domain);
}


/***/ }),

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
