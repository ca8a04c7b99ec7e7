export const id = 8020;
export const ids = [8020];
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

/***/ 28020:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GcsStorage: () => (/* binding */ GcsStorage)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/util/json-read.js
var json_read = __webpack_require__(1873);
// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(99252);
// EXTERNAL MODULE: ./lib/repo/blob/blob-id.js
var blob_id = __webpack_require__(57465);
// EXTERNAL MODULE: ./lib/repo/blob/cloud-read.js
var cloud_read = __webpack_require__(85688);
// EXTERNAL MODULE: ./lib/repo/blob/cloud-call.js
var cloud_call = __webpack_require__(52812);
// EXTERNAL MODULE: ./lib/repo/blob/cloud-errors.js
var cloud_errors = __webpack_require__(555);
// EXTERNAL MODULE: ./lib/repo/blob/cloud-headers.js
var cloud_headers = __webpack_require__(96428);
// EXTERNAL MODULE: ./lib/repo/blob/slim-error.js
var slim_error = __webpack_require__(7214);
;// CONCATENATED MODULE: ./lib/repo/blob/gcs/failure.js
/** What the JSON API answers -> the parts of a failure that count (docs/backends/gcs.md, "When it fails"). */


/** Reasons that the API gives beside a status. */
const MEANINGS = {
    authError: 'credentials-refused',
    required: 'credentials-refused',
    forbidden: 'forbidden',
    insufficientPermissions: 'forbidden',
    accountDisabled: 'forbidden',
    userProjectMissing: 'forbidden',
    rateLimitExceeded: 'transient',
    userRateLimitExceeded: 'transient',
    backendError: 'transient',
    internalError: 'transient',
    conditionNotMet: 'exists',
    requestedRangeNotSatisfiable: 'range',
};
/** Reads an answer that is no success; `absent` is what "not found" means for what was asked. */
function readFailure({ status, body, headers }, absent) {
    const text = (0,bytes/* fromUtf8 */.ar)(body.subarray(0, 16_384)) ?? '';
    const error = errorIn(text);
    const reason = reasonIn(error);
    const message = typeof error['message'] === 'string' ? error['message'] : '';
    // The object itself is answered in plain words; whoever answers with a page is somebody else.
    const isPage = /^\s*<(?:!doctype|html)/i.test(text) || (headers['content-type'] ?? '').includes('text/html');
    return {
        reason: words(status, reason, message || (Object.keys(error).length > 0 || isPage ? '' : text)),
        meaning: isPage && isOfSomebodyElse(status) ? 'wrong-endpoint' : meaningOf(status, reason, message || text, absent),
    };
}
function isOfSomebodyElse(status) {
    return status < 500 && ![401, 403, 407, 408, 429].includes(status);
}
function meaningOf(status, reason, message, absent) {
    if (status >= 300 && status < 400 && status !== 304)
        return 'wrong-endpoint';
    if (status === 404)
        return /bucket (?:does not exist|not found)/i.test(message) ? 'bucket-missing' : absent;
    if (status === 412)
        return 'exists';
    if (status === 416)
        return 'range';
    if (status === 400 && /invalid bucket name/i.test(message))
        return 'bucket-missing';
    if (status === 401 && /expired/i.test(message))
        return 'expired';
    return status < 500 && reason !== undefined ? MEANINGS[reason] : undefined;
}
function words(status, reason, message) {
    const [line = ''] = message.trim().split(/\r?\n/);
    const said = line.slice(0, 300).replace(/\.$/, '');
    return `it answered ${status}${reason === undefined ? '' : ` ${reason}`}${said === '' ? '' : `: ${said}`}`;
}
/** `error` of `{"error": {"message": …, "errors": [{"reason": …}]}}`; empty for anything else. */
function errorIn(text) {
    try {
        const parsed = JSON.parse(text);
        return (0,json_read/* isJsonObject */.OW)(parsed) && (0,json_read/* isJsonObject */.OW)(parsed['error']) ? parsed['error'] : {};
    }
    catch {
        return {};
    }
}
function reasonIn({ errors }) {
    const first = Array.isArray(errors) ? errors[0] : undefined;
    return (0,json_read/* isJsonObject */.OW)(first) && typeof first['reason'] === 'string' && first['reason'] !== '' ? first['reason'] : undefined;
}

;// CONCATENATED MODULE: ./lib/repo/blob/gcs/requests.js
/** Requests about one bucket of Google Cloud Storage, and what their failures mean. */








/** An answer that is no success, on its way to the error that it becomes. */
class Refusal extends Error {
    answer;
    failure;
    constructor(answer, failure) {
        super(failure.reason);
        this.answer = answer;
        this.failure = failure;
    }
}
/** Sends requests with a limit of time, and remembers whether the bucket was ever seen. */
class GcsRequests {
    #bucket;
    #calls;
    /** The bucket answered with something: from then on "not found" is about the object. */
    #isBucketSeen = false;
    constructor(bucket) {
        this.#bucket = bucket;
        this.#calls = new cloud_call/* CloudCalls */.FV(bucket.clock);
    }
    /** The answer to a request, which is a success. `what` reads like `write blob p12`. Errors: those of `cloudError`. */
    async send(what, signal, moved, request) {
        const send = async (limited) => {
            const answer = await this.#bucket.http.send(request, limited);
            if (answer.status >= 200 && answer.status < 300)
                return answer;
            throw new Refusal(answer, readFailure(answer, request.path.includes('/o/') ? 'blob-missing' : 'bucket-missing'));
        };
        const answer = await this.#calls.run(signal, moved, send, (end) => this.#explain(what, end));
        this.#isBucketSeen = true;
        return answer;
    }
    /** The same for a request whose answer is JSON. */
    async json(what, signal, moved, request) {
        const { body } = await this.send(what, signal, moved, request);
        try {
            const parsed = JSON.parse((0,bytes/* fromUtf8 */.ar)(body) ?? '');
            if ((0,json_read/* isJsonObject */.OW)(parsed))
                return parsed;
        }
        catch {
            // Said below.
        }
        throw this.strange(what);
    }
    /** Passes on every error but that of an absent blob; a bucket that was never seen is asked for first, for it is answered in the same way. */
    async onlyTheBlobIsMissing(error, what, signal) {
        if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
            throw error;
        if (this.#isBucketSeen)
            return;
        const path = `/storage/v1/b/${this.#bucket.bucket}/o?prefix=cairn-looks-for-the-bucket&maxResults=1&fields=nextPageToken`;
        await this.json(what, signal, {}, { method: 'GET', path });
    }
    /** The error for an answer that Google would not give. */
    strange(what) {
        return this.#error(what, { reason: 'the answer is none of Google Cloud Storage', meaning: 'wrong-endpoint' });
    }
    #explain(what, end) {
        const { error } = end;
        if ((0,errors/* isCairnError */.qN)(error) && end.timedOut === undefined && !end.isAborted)
            return error;
        const refusal = error instanceof Refusal ? error : undefined;
        if (refusal !== undefined)
            this.#calls.answered();
        const reason = refusal?.failure.reason ?? (0,errors/* messageOf */.bD)(error);
        return this.#error(what, {
            reason,
            status: refusal?.answer.status,
            meaning: refusal?.failure.meaning,
            retryAfterMs: (0,cloud_headers/* retryAfterMs */.V)(refusal?.answer.headers['retry-after'], this.#bucket.clock.nowMs()),
            cause: (0,slim_error/* slimError */.sk)(error, reason),
            ...(refusal === undefined && (0,cloud_call/* withoutAnswer */.BU)(end, reason, (0,cloud_call/* systemCodeAlong */.c4)(error))),
            isAborted: end.isAborted,
        });
    }
    #error(what, failure) {
        const { credentials, settings, displayName } = this.#bucket;
        return (0,cloud_errors/* cloudError */.EF)({ what: `${what} in ${displayName}`, credentials, settings, ...failure });
    }
}

;// CONCATENATED MODULE: ./lib/repo/blob/gcs/resource.js
/** The JSON of the API about objects (docs/backends/gcs.md): what is asked for, and what is read of the answer. */


/** Members of an object that are asked for; nothing else is sent. */
const OBJECT_FIELDS = 'name,size,timeCreated,metadata';
const VERSION_FIELDS = `${OBJECT_FIELDS},generation,timeDeleted`;
/** Metadata of a blob that was given another time of writing: nanoseconds since 1970, as other programs write and read it. */
const TIME_KEY = 'Kopia-Mtime';
/** What an object says of its blob; undefined when a member is missing. */
function metadataOf(id, object) {
    const length = integerIn(object['size']);
    const createdNs = timeIn(object['timeCreated']);
    if (length === undefined || createdNs === undefined)
        return undefined;
    const metadata = object['metadata'];
    const given = (0,json_read/* isJsonObject */.OW)(metadata) ? metadata[TIME_KEY] : undefined;
    const isGiven = typeof given === 'string' && /^-?\d{1,19}$/.test(given);
    const timestampNs = isGiven ? BigInt(given) : createdNs;
    return { id, length, timestampMs: Number(timestampNs / 1000000n), timestampNs };
}
/** One generation of an object; undefined when a member is missing. */
function versionOf(id, object) {
    const blob = metadataOf(id, object);
    const fromNs = timeIn(object['timeCreated']);
    const version = object['generation'];
    if (blob === undefined || fromNs === undefined || typeof version !== 'string' || !/^\d{1,20}$/.test(version))
        return undefined;
    return { blob, version, fromNs, untilNs: timeIn(object['timeDeleted']) };
}
/** The body of a multipart upload: what the object is to say of itself, and its bytes. */
function multipartBody(resource, parts, boundary) {
    const type = 'application/x-kopia';
    const head = `--${boundary}\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n${JSON.stringify({ ...resource, contentType: type })}\r\n` +
        `--${boundary}\r\nContent-Type: ${type}\r\n\r\n`;
    return [Buffer.from(head), ...parts, Buffer.from(`\r\n--${boundary}--\r\n`)];
}
function integerIn(value) {
    const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : undefined;
    return Number.isSafeInteger(number) ? number : undefined;
}
function timeIn(value) {
    return typeof value === 'string' ? (0,timestamp/* parseTimestamp */.l)(value) : undefined;
}

;// CONCATENATED MODULE: ./lib/repo/blob/gcs/storage.js
/** Blobs as objects of a bucket of Google Cloud Storage (docs/backends/gcs.md), named like other programs name them. */








/** More than any blob that is read without its length being known. */
const UNKNOWN_BYTES = 64 * 1024 * 1024;
/** Made by `openGcs`. */
class GcsStorage {
    displayName;
    #parts;
    #requests;
    constructor(parts) {
        this.displayName = parts.displayName;
        this.#parts = parts;
        this.#requests = new GcsRequests(parts);
    }
    async getBlob(id, options = {}) {
        return await this.#get(id, '', options);
    }
    async readVersion(id, version, options) {
        return await this.#get(id, `&generation=${version}`, options);
    }
    async statBlob(id) {
        return await this.#stat(id, '', undefined);
    }
    async putBlob(id, parts, options = {}) {
        const { onlyIfAbsent, retention, modifiedNs } = options;
        const resource = {
            name: this.#nameOf(id),
            ...(modifiedNs !== undefined && { metadata: { [TIME_KEY]: String(modifiedNs) } }),
            ...(retention !== undefined && { retention: this.#retentionOf(retention) }),
        };
        const boundary = `cairn-${(0,bytes/* toHex */.nj)(this.#parts.random(16))}`;
        const body = multipartBody(resource, parts, boundary);
        const query = `uploadType=multipart&fields=${OBJECT_FIELDS}${onlyIfAbsent === true ? '&ifGenerationMatch=0' : ''}`;
        const what = `write blob ${id}`;
        const request = {
            method: 'POST',
            path: `/upload/storage/v1/b/${this.#parts.bucket}/o?${query}`,
            headers: { 'Content-Type': `multipart/related; boundary=${boundary}` },
            body,
        };
        const written = metadataOf(id, await this.#requests.json(what, options.signal, { sent: bytesOf(body) }, request));
        if (written === undefined)
            throw this.#requests.strange(what);
        return written;
    }
    async deleteBlob(id) {
        const what = `delete blob ${id}`;
        try {
            await this.#requests.send(what, undefined, {}, { method: 'DELETE', path: this.#objectPath(id) });
        }
        catch (error) {
            await this.#requests.onlyTheBlobIsMissing(error, what, undefined);
        }
    }
    async extendRetention(id, retention) {
        await this.#requests.send(`keep blob ${id} for longer`, undefined, {}, {
            method: 'PATCH',
            path: `${this.#objectPath(id)}?fields=name`,
            headers: { 'Content-Type': 'application/json' },
            body: [Buffer.from(JSON.stringify({ retention: this.#retentionOf(retention) }))],
        });
    }
    async *listBlobs(prefix, signal) {
        // Only what lies directly below the prefix: other folders of the bucket are none of ours.
        for await (const { id, object } of this.#list(prefix, `items(${OBJECT_FIELDS})`, '&delimiter=%2F', signal)) {
            const blob = metadataOf(id, object);
            if (blob === undefined)
                throw this.#requests.strange('list blobs');
            yield blob;
        }
    }
    async *listVersions(prefix, signal) {
        for await (const { id, object } of this.#list(prefix, `items(${VERSION_FIELDS})`, '&versions=true', signal)) {
            const version = versionOf(id, object);
            if (version === undefined)
                throw this.#requests.strange('list versions of blobs');
            yield version;
        }
    }
    /** Whether the bucket keeps what is replaced or deleted. */
    async hasVersions(signal) {
        const path = `/storage/v1/b/${this.#parts.bucket}?fields=versioning`;
        const { versioning } = await this.#requests.json('look at the bucket', signal, {}, { method: 'GET', path });
        return (0,json_read/* isJsonObject */.OW)(versioning) && versioning['enabled'] === true;
    }
    async close() {
        this.#parts.http.close();
    }
    async #get(id, version, options) {
        return await (0,cloud_read/* readRange */.qX)(id, options, {
            read: (offset, length) => this.#read(id, version, offset, length, options.signal),
            size: async () => {
                const found = await this.#stat(id, version, options.signal);
                if (found === undefined)
                    throw this.#notFound(id);
                return found.length;
            },
        });
    }
    async #read(id, version, offset, length, signal) {
        const what = `read blob ${id}`;
        const isWhole = offset === 0 && length === undefined;
        const range = `bytes=${offset}-${length === undefined ? '' : offset + length - 1}`;
        try {
            const { body, headers } = await this.#requests.send(what, signal, { fetched: length ?? UNKNOWN_BYTES }, {
                method: 'GET',
                path: `${this.#objectPath(id)}?alt=media${version}`,
                ...(!isWhole && { headers: { Range: range } }),
            });
            if ((0,cloud_read/* isPage */.yp)(id, body))
                throw this.#requests.strange(what);
            const announced = Number(headers['content-length'] ?? body.length);
            return { bytes: body, totalBytes: (0,cloud_read/* totalOfContentRange */.AQ)(headers['content-range']) ?? announced };
        }
        catch (error) {
            if ((0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_RANGE'))
                return undefined;
            await this.#requests.onlyTheBlobIsMissing(error, what, signal);
            throw this.#notFound(id);
        }
    }
    async #stat(id, version, signal) {
        const what = `look at blob ${id}`;
        try {
            const path = `${this.#objectPath(id)}?fields=${OBJECT_FIELDS}${version}`;
            const found = metadataOf(id, await this.#requests.json(what, signal, {}, { method: 'GET', path }));
            if (found === undefined)
                throw this.#requests.strange(what);
            return found;
        }
        catch (error) {
            await this.#requests.onlyTheBlobIsMissing(error, what, signal);
            return undefined;
        }
    }
    async *#list(prefix, fields, query, signal) {
        const { bucket, prefix: before } = this.#parts;
        const what = prefix === '' ? 'list blobs' : `list blobs that start with ${prefix}`;
        const asked = `prefix=${encodeURIComponent(before + prefix)}&maxResults=1000&fields=nextPageToken,${encodeURIComponent(fields)}${query}`;
        let token;
        do {
            const page = token === undefined ? '' : `&pageToken=${encodeURIComponent(token)}`;
            const path = `/storage/v1/b/${bucket}/o?${asked}${page}`;
            const { items, nextPageToken } = await this.#requests.json(what, signal, {}, { method: 'GET', path });
            for (const object of Array.isArray(items) ? items : []) {
                if (!(0,json_read/* isJsonObject */.OW)(object) || typeof object['name'] !== 'string')
                    throw this.#requests.strange(what);
                const id = object['name'].slice(before.length);
                // Consoles make an empty object to show a folder.
                if (id !== '' && !id.includes('/'))
                    yield { id, object };
            }
            const next = typeof nextPageToken === 'string' && nextPageToken !== '' ? nextPageToken : undefined;
            if (next !== undefined && next === token) {
                throw new errors/* CairnError */.eb('CAIRN_STORAGE_UNFIT', `${this.displayName} cuts a listing off and does not say how it goes on.`);
            }
            token = next;
        } while (token !== undefined);
    }
    #nameOf(id) {
        (0,blob_id/* checkBlobId */.r)(id);
        const name = this.#parts.prefix + id;
        if (name === '.' || name === '..')
            throw (0,blob_id/* invalidBlobId */.e)(id);
        return name;
    }
    #objectPath(id) {
        return `/storage/v1/b/${this.#parts.bucket}/o/${encodeURIComponent(this.#nameOf(id))}`;
    }
    #retentionOf({ retentionPeriodNs }) {
        const untilNs = this.#parts.clock.nowNs() + retentionPeriodNs;
        // There is one mode that nobody can lift.
        return { mode: 'Locked', retainUntilTime: (0,timestamp/* formatTimestamp */.E)(untilNs - (untilNs % 1000000n)) };
    }
    #notFound(id) {
        return new errors/* CairnError */.eb('CAIRN_BLOB_NOT_FOUND', `Blob ${id} is not in ${this.displayName}.`);
    }
}
function bytesOf(parts) {
    return parts.reduce((sum, part) => sum + part.length, 0);
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
