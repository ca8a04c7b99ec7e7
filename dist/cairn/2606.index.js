export const id = 2606;
export const ids = [2606,8294];
export const modules = {

/***/ 52606:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ storageOfConfig),
  C: () => (/* binding */ storageOfFlags)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/blob/storage-config.js
var storage_config = __webpack_require__(7014);
// EXTERNAL MODULE: ./lib/repo/config.js
var config = __webpack_require__(45160);
// EXTERNAL MODULE: ./lib/repo/connection-token.js
var connection_token = __webpack_require__(44998);
// EXTERNAL MODULE: ./lib/repo/blob/location.js
var blob_location = __webpack_require__(80459);
;// CONCATENATED MODULE: ./lib/cli/actions-cache-storage-flags.js
/** The Actions cache as the place of a repository, from ACTIONS_CACHE_FLAGS. */



/** Errors: CAIRN_USAGE, CAIRN_LOCATION_INVALID. */
function actionsCacheStorage(context, input) {
    const name = input.text('name');
    if (name === undefined)
        throw new errors/* CairnError */.eb('CAIRN_USAGE', '--name is missing.', { hint: 'Name the repository: --name backups' });
    const limit = input.text('limit-gib');
    const location = `actions-cache:${name}${limit === undefined ? '' : `?limit-gib=${limit}`}`;
    return (0,storage_config/* storageConfigOf */.t4)((0,blob_location/* parseLocation */.z)(location, { workspaceRoot: context.cwd, platform: context.platform }));
}

// EXTERNAL MODULE: ./lib/repo/blob/azure/config.js
var azure_config = __webpack_require__(44630);
// EXTERNAL MODULE: ./lib/repo/blob/azure/place.js
var place = __webpack_require__(1241);
;// CONCATENATED MODULE: ./lib/cli/point-in-time-flag.js
/** The time at which a store that keeps versions is seen. */

/** `--point-in-time` as the connection file has it; undefined when it is not given. Errors: CAIRN_USAGE. */
function pointInTimeFlag(input) {
    const text = input.text('point-in-time') ?? '';
    if (text === '')
        return undefined;
    const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/.exec(text);
    const [, time = '', fraction = '', zone = ''] = match ?? [];
    if (match === null || Number.isNaN(Date.parse(text))) {
        throw new errors/* CairnError */.eb('CAIRN_USAGE', `--point-in-time takes a time such as 2026-11-23T13:00:00Z, not ${JSON.stringify(text)}.`);
    }
    return time + fraction.replace(/\.?0+$/, '') + (zone === '+00:00' || zone === '-00:00' ? 'Z' : zone);
}

// EXTERNAL MODULE: ./lib/repo/blob/throttle-limits.js
var throttle_limits = __webpack_require__(56177);
// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
;// CONCATENATED MODULE: ./lib/cli/speed-flags.js
/** Limits of speed that belong to a storage. */



/** Reads `--max-download-speed` and `--max-upload-speed`. Errors: CAIRN_USAGE. */
function speedLimits(input) {
    return {
        ...throttle_limits/* UNLIMITED */.Mp,
        downloadBytesPerSecond: speed(input, 'max-download-speed'),
        uploadBytesPerSecond: speed(input, 'max-upload-speed'),
    };
}
function speed(input, name) {
    const value = (0,flag_values/* numberFlag */.C$)(input, name) ?? 0;
    if (value >= 0)
        return value;
    throw new errors/* CairnError */.eb('CAIRN_USAGE', `--${name} takes a number of bytes; 0 is unlimited.`);
}

;// CONCATENATED MODULE: ./lib/cli/azure-storage-flags.js
/** A container of Azure, from its flags. */





/** Reads AZURE_FLAGS. Errors: CAIRN_USAGE. */
function azureStorage(context, input) {
    const text = (name) => input.text(name) ?? '';
    if (text('container') === '') {
        throw new errors/* CairnError */.eb('CAIRN_USAGE', '--container is missing.', { hint: 'Give the name of the container: --container backups' });
    }
    if (text('storage-account') === '') {
        throw new errors/* CairnError */.eb('CAIRN_USAGE', '--storage-account is missing.', {
            hint: 'Give the name of the storage account with it, or in AZURE_STORAGE_ACCOUNT.',
        });
    }
    const { domain, hasTls } = (0,place/* splitDomain */.Rx)(text('storage-domain'));
    if (domain.includes('/')) {
        throw new errors/* CairnError */.eb('CAIRN_USAGE', `--storage-domain takes a host, not ${JSON.stringify(domain)}.`, {
            hint: 'Leave out the path. An emulator is named by its address only, such as http://127.0.0.1:10000.',
        });
    }
    const secrets = {
        storageKey: text('storage-key'),
        sasToken: text('sas-token').replace(/^\?/, ''),
        clientSecret: text('client-secret'),
        clientCertificate: text('client-cert'),
    };
    for (const secret of Object.values(secrets))
        if (secret !== '')
            context.mask(secret);
    return (0,azure_config/* azureStorageConfig */.h)({
        container: text('container'),
        prefix: text('prefix'),
        account: text('storage-account'),
        ...secrets,
        tenantId: text('tenant-id'),
        clientId: text('client-id'),
        federatedTokenFile: text('azure-federated-token-file'),
        domain,
        hasTls,
        limits: speedLimits(input),
        pointInTime: pointInTimeFlag(input) ?? '',
    });
}

// EXTERNAL MODULE: ./lib/repo/blob/gcs/config.js
var gcs_config = __webpack_require__(55782);
// EXTERNAL MODULE: ./lib/util/json-read.js
var json_read = __webpack_require__(1873);
;// CONCATENATED MODULE: ./lib/cli/gcs-storage-flags.js
/** A bucket of Google Cloud Storage, from its flags. */







/** Reads GCS_FLAGS. Errors: CAIRN_USAGE. */
function gcsStorage(context, input) {
    const bucket = input.text('bucket') ?? '';
    if (bucket === '')
        throw usage('--bucket is missing.', 'Give the name of the bucket: --bucket team-backups');
    const given = input.text('credentials-file') ?? '';
    const path = given === '' ? '' : (0,external_node_path_.resolve)(context.cwd, given);
    if (path !== '' && !isFile(path))
        throw usage(`The file of --credentials-file, ${path}, does not exist.`);
    const isEmbedded = input.isOn('embed-credentials');
    if (isEmbedded && path === '')
        throw usage('--embed-credentials needs --credentials-file.');
    return (0,gcs_config/* gcsStorageConfig */.h)({
        bucket,
        prefix: input.text('prefix') ?? '',
        ...(isEmbedded ? { credentials: embedded(context, path) } : { credentialsFile: path }),
        isReadOnly: input.isOn('read-only'),
        limits: speedLimits(input),
        pointInTime: pointInTimeFlag(input) ?? '',
    });
}
function embedded(context, path) {
    let parsed;
    try {
        parsed = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch (cause) {
        // The message of the parser quotes the file, which holds a key.
        throw usage(`The file of --credentials-file cannot be read: ${cause instanceof SyntaxError ? 'it is not JSON' : (0,errors/* messageOf */.bD)(cause)}.`);
    }
    if (!(0,json_read/* isJsonObject */.OW)(parsed))
        throw usage('The file of --credentials-file is not a JSON object.');
    const key = parsed['private_key'];
    if (typeof key === 'string')
        for (const line of key.split('\n'))
            if (line.length > 16)
                context.mask(line);
    return parsed;
}
function isFile(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() === true;
}
function usage(message, hint) {
    return new errors/* CairnError */.eb('CAIRN_USAGE', message, hint === undefined ? {} : { hint });
}

// EXTERNAL MODULE: ./lib/repo/blob/s3/config.js
var s3_config = __webpack_require__(15531);
;// CONCATENATED MODULE: ./lib/cli/s3-storage-flags.js
/** A bucket of S3, from its flags. */






/** Reads S3_FLAGS. Errors: CAIRN_USAGE. */
function s3Storage(context, input) {
    const bucket = input.text('bucket') ?? '';
    if (bucket === '')
        throw s3_storage_flags_usage('--bucket is missing.', 'Give the name of the bucket: --bucket team-backups');
    const endpoint = input.text('endpoint');
    if (endpoint !== undefined && /:\/\/|\//.test(endpoint)) {
        throw s3_storage_flags_usage(`--endpoint takes a host, not ${JSON.stringify(endpoint)}.`, 'Leave out https:// and the path. For plain HTTP add --disable-tls.');
    }
    const secretAccessKey = input.text('secret-access-key') ?? '';
    const accessKeyId = input.text('access-key') ?? '';
    if ((accessKeyId === '') !== (secretAccessKey === '')) {
        const [given, other] = accessKeyId === '' ? ['--secret-access-key', '--access-key'] : ['--access-key', '--secret-access-key'];
        throw s3_storage_flags_usage(`${given} is given, but ${other} is not.`, 'Give both or none, also in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.');
    }
    const sessionToken = accessKeyId === '' ? '' : (input.text('session-token') ?? '');
    for (const secret of [secretAccessKey, sessionToken])
        if (secret !== '')
            context.mask(secret);
    const rootCa = rootCaOf(context, input);
    return (0,s3_config/* s3StorageConfig */.mD)({
        bucket,
        ...(endpoint !== undefined && endpoint !== '' && { endpoint }),
        region: input.text('region') ?? '',
        accessKeyId,
        secretAccessKey,
        sessionToken,
        prefix: input.text('prefix') ?? '',
        hasTls: !input.isOn('disable-tls'),
        verifiesTls: !input.isOn('disable-tls-verification'),
        limits: speedLimits(input),
        pointInTime: pointInTimeFlag(input) ?? '',
        ...(rootCa !== undefined && { rootCa }),
    });
}
function rootCaOf(context, input) {
    const [text = '', path = ''] = [input.text('root-ca-pem-base64'), input.text('root-ca-pem-path')];
    if (text !== '' && path !== '')
        throw s3_storage_flags_usage('Only one of --root-ca-pem-base64 (ROOT_CA_PEM_BASE64) and --root-ca-pem-path can be given.');
    if (text !== '') {
        if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text))
            throw s3_storage_flags_usage('--root-ca-pem-base64 is not base64.');
        return new Uint8Array(Buffer.from(text, 'base64'));
    }
    if (path === '')
        return undefined;
    try {
        return new Uint8Array((0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(context.cwd, path)));
    }
    catch (cause) {
        throw s3_storage_flags_usage(`The file of --root-ca-pem-path cannot be read: ${(0,errors/* messageOf */.bD)(cause)}.`);
    }
}
function s3_storage_flags_usage(message, hint) {
    return new errors/* CairnError */.eb('CAIRN_USAGE', message, hint === undefined ? {} : { hint });
}

;// CONCATENATED MODULE: ./lib/cli/storage-flags.js
/** Where a repository is, from the flags of a folder or of a token. */











const MAX_TOKEN_BYTES = 1024 * 1024;
/** Reads FILESYSTEM_FLAGS; the path as it was typed. Errors: CAIRN_USAGE. */
function filesystemOptions(input) {
    const path = input.text('path');
    if (path === undefined)
        throw new errors/* CairnError */.eb('CAIRN_USAGE', '--path is missing.', { hint: 'Give the folder of the repository: --path /backup/repository' });
    const number = (name, radix) => {
        const text = input.text(name);
        if (text === undefined)
            return undefined;
        const value = Number.parseInt(text, radix);
        if (!(radix === 8 ? /^[0-7]{3,5}$/ : /^\d{1,9}$/).test(text))
            throw new errors/* CairnError */.eb('CAIRN_USAGE', `--${name} "${text}" is not a number.`);
        return value;
    };
    const [fileMode, dirMode, uid, gid] = [number('file-mode', 8), number('dir-mode', 8), number('owner-uid', 10), number('owner-gid', 10)];
    return {
        path,
        ...(fileMode === undefined ? {} : { fileMode }),
        ...(dirMode === undefined ? {} : { dirMode }),
        ...(uid === undefined ? {} : { uid }),
        ...(gid === undefined ? {} : { gid }),
        ...(input.isOn('flat') ? { shards: [] } : {}),
        limits: speedLimits(input),
    };
}
/** What the flags of a kind of storage say, as a connection file has it. */
const READERS = {
    filesystem: async (context, input) => filesystemStorage(context, input),
    s3: async (context, input) => s3Storage(context, input),
    azure: async (context, input) => azureStorage(context, input),
    gcs: async (context, input) => gcsStorage(context, input),
    'actions-cache': async (context, input) => actionsCacheStorage(context, input),
};
/** The storage that the flags of this kind name. Errors: CAIRN_USAGE. */
async function storageOfFlags(kind, context, input) {
    return await READERS[kind](context, input);
}
/** The folder of FILESYSTEM_FLAGS. */
function filesystemStorage(context, input) {
    const options = filesystemOptions(input);
    return (0,storage_config/* filesystemStorageConfig */.fR)({ ...options, path: (0,external_node_path_.resolve)(context.cwd, options.path) });
}
/** Reads FROM_CONFIG_FLAGS: a token, or the storage of another connection file. Errors: CAIRN_USAGE, CAIRN_TOKEN_INVALID, those of that file. */
async function storageOfConfig(context, input) {
    const names = ['file', 'token', 'token-file', 'token-stdin'];
    const given = names.filter((name) => input.text(name) !== undefined || input.isOn(name));
    if (given.length !== 1) {
        const words = names.map((name) => `--${name}`).join(', ');
        throw new errors/* CairnError */.eb('CAIRN_USAGE', given.length === 0 ? `One of ${words} is needed.` : `Only one of ${words} can be given.`);
    }
    const file = input.text('file');
    if (file !== undefined)
        return { storage: (await (0,config/* readClientConfig */.Kg)((0,external_node_path_.resolve)(context.cwd, file))).storage };
    const token = (0,connection_token/* decodeToken */.o)(await tokenText(context, input));
    if (token.password !== undefined)
        context.mask(token.password);
    return token;
}
async function tokenText(context, input) {
    const text = input.text('token');
    if (text !== undefined)
        return text;
    const path = input.text('token-file');
    if (path === undefined)
        return Buffer.from(await context.readInput(MAX_TOKEN_BYTES)).toString('latin1');
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(context.cwd, path), 'latin1');
    }
    catch (cause) {
        throw new errors/* CairnError */.eb('CAIRN_USAGE', `The file of --token-file cannot be read: ${(0,errors/* messageOf */.bD)(cause)}.`, { cause });
    }
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

/***/ 44998:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ encodeToken),
/* harmony export */   o: () => (/* binding */ decodeToken)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1873);
/* harmony import */ var _config_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82226);
/**
 * The text that carries a connection to another machine (docs/repository-format.md, "Connection tokens"): unpadded base64url of
 *
 * {"version":"1","storage":{"type":…,"config":{…}},"password":…}
 */




const VERSION = '1';
/** The token; whoever has it can read the password in it. */
function encodeToken({ storage, password }) {
    const json = (0,_config_format_js__WEBPACK_IMPORTED_MODULE_2__/* .compactGoJson */ .wI)({ version: VERSION, storage, password: password === '' ? undefined : password });
    return Buffer.from((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(json)).toString('base64url');
}
/** Reads a token, white space around it aside; CAIRN_TOKEN_INVALID for anything else. The message never repeats the token. */
function decodeToken(text) {
    const token = text.trim();
    if (!/^[A-Za-z0-9_-]+$/.test(token))
        throw invalid('it has characters that no token has');
    let value;
    try {
        value = JSON.parse((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .fromUtf8 */ .ar)(new Uint8Array(Buffer.from(token, 'base64url'))) ?? '');
    }
    catch {
        throw invalid('it is cut off or damaged');
    }
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(value))
        throw invalid('it is cut off or damaged');
    if (value['version'] !== VERSION)
        throw invalid('it is of another version');
    const { storage, password } = value;
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(storage) || typeof storage['type'] !== 'string' || !(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(storage['config'])) {
        throw invalid('it does not name a storage');
    }
    if (password !== undefined && password !== null && typeof password !== 'string')
        throw invalid('its password is no text');
    return {
        storage: { type: storage['type'], config: storage['config'] },
        ...(typeof password === 'string' && password !== '' ? { password } : {}),
    };
}
function invalid(reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_TOKEN_INVALID', `The connection token cannot be used: ${reason}.`, {
        hint: 'Copy all of it, as "repository status --reconnect-token" printed it.',
    });
}


/***/ })

};
