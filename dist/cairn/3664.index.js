export const id = 3664;
export const ids = [3664];
export const modules = {

/***/ 452:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KW: () => (/* binding */ cancelled),
/* harmony export */   OQ: () => (/* binding */ ERROR_CODES),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   dZ: () => (/* binding */ throwIfCancelled),
/* harmony export */   eb: () => (/* binding */ CairnError),
/* harmony export */   qN: () => (/* binding */ isCairnError)
/* harmony export */ });
/**
 * Typed errors: every failure a user can meet has a stable code, a message, a hint and an exit code.
 *
 * The table is the single list of codes; `docs/errors.md` has one section for each of them and a test keeps the two equal.
 * Only the faces (`action/`, `cli/`) turn an error into text.
 */
/** Code -> kind. Keep it sorted by code within a block; each code has a section in docs/errors.md. */
const ERROR_CODES = {
    // our own mistakes
    CAIRN_INTERNAL: 'bug',
    // arguments, environment, policy file
    CAIRN_USAGE: 'usage',
    CAIRN_NODE_TOO_OLD: 'usage',
    CAIRN_NOT_SUPPORTED: 'usage',
    // snapshots, policies, the tree that is read
    CAIRN_DIRECTORY_DAMAGED: 'damage',
    CAIRN_IGNORE_RULE_INVALID: 'usage',
    CAIRN_POLICY_DAMAGED: 'damage',
    CAIRN_POLICY_IMPORT_INVALID: 'usage',
    CAIRN_POLICY_NOT_FOUND: 'usage',
    CAIRN_POLICY_REFUSED: 'usage',
    CAIRN_SNAPSHOT_AMBIGUOUS: 'usage',
    CAIRN_SNAPSHOT_DAMAGED: 'damage',
    CAIRN_SNAPSHOT_NOT_FOUND: 'usage',
    CAIRN_SOURCE_MISSING: 'failed',
    CAIRN_SOURCE_UNREADABLE: 'failed',
    CAIRN_TARGET_INVALID: 'usage',
    // commands: what was asked for, and where
    CAIRN_EDITOR_FAILED: 'failed',
    CAIRN_EXPORT_EXISTS: 'usage',
    CAIRN_EXPORT_UNWRITABLE: 'failed',
    CAIRN_LOCATION_MISSING: 'usage',
    CAIRN_LOG_UNWRITABLE: 'failed',
    CAIRN_NOT_A_DIRECTORY: 'usage',
    CAIRN_OUTPUT_UNWRITABLE: 'failed',
    CAIRN_PASSWORD_MISMATCH: 'usage',
    CAIRN_PASSWORD_MISSING: 'password',
    CAIRN_REPORT_UNWRITABLE: 'failed',
    CAIRN_SOURCE_DUPLICATE: 'usage',
    CAIRN_SOURCE_OUTSIDE: 'usage',
    // commands: how a run ended
    CAIRN_HOOKS_CHANGED: 'hook',
    CAIRN_SNAPSHOT_PARTIAL: 'partial',
    // looking into a repository and mending it by hand
    CAIRN_DANGEROUS_COMMAND: 'usage',
    CAIRN_LOG_NOT_FOUND: 'usage',
    CAIRN_MANIFEST_NOT_FOUND: 'usage',
    CAIRN_PACK_INDEX_DAMAGED: 'damage',
    // commands: verifying, mending and moving snapshots
    CAIRN_HISTORY_COLLISION: 'usage',
    CAIRN_MIGRATE_INCOMPLETE: 'partial',
    CAIRN_PATTERN_INVALID: 'usage',
    CAIRN_VERIFY_DAMAGED: 'damage',
    CAIRN_VERIFY_INCOMPLETE: 'storage',
    // cancelling
    CAIRN_CANCELLED: 'cancelled',
    // repository: format, keys, algorithms
    CAIRN_CONTENT_DAMAGED: 'damage',
    CAIRN_FORMAT_DAMAGED: 'damage',
    CAIRN_FORMAT_REPLICA_MISSING: 'damage',
    CAIRN_FORMAT_UNSUPPORTED: 'failed',
    CAIRN_PASSWORD_EMPTY: 'usage',
    CAIRN_PASSWORD_WRONG: 'password',
    CAIRN_REPOSITORY_LOCKED: 'busy',
    // blob storage, locations, the client's config file
    CAIRN_BLOB_EXISTS: 'failed',
    CAIRN_BUCKET_MISSING: 'no-repository',
    CAIRN_BLOB_ID_INVALID: 'damage',
    CAIRN_BLOB_NOT_FOUND: 'damage',
    CAIRN_BLOB_RANGE: 'damage',
    CAIRN_CACHE_CONFLICT: 'storage',
    CAIRN_CACHE_DAMAGED: 'damage',
    CAIRN_CACHE_SEGMENT_LOST: 'damage',
    CAIRN_CONFIG_INVALID: 'usage',
    CAIRN_CONFIG_UNREADABLE: 'failed',
    CAIRN_CONFIG_UNWRITABLE: 'failed',
    CAIRN_CREDENTIALS_MISSING: 'storage',
    CAIRN_CREDENTIALS_REFUSED: 'storage',
    CAIRN_LOCATION_INVALID: 'usage',
    CAIRN_LOCATION_SECRET: 'usage',
    CAIRN_NOT_CONNECTED: 'no-repository',
    CAIRN_PASSWORD_FILE_INVALID: 'password',
    CAIRN_STORAGE_EMPTY: 'no-repository',
    CAIRN_STORAGE_ENDPOINT: 'storage',
    CAIRN_STORAGE_FORBIDDEN: 'storage',
    CAIRN_STORAGE_FOREIGN: 'no-repository',
    CAIRN_STORAGE_FULL: 'storage',
    CAIRN_STORAGE_IO: 'storage',
    CAIRN_STORAGE_READONLY: 'usage',
    CAIRN_STORAGE_REGION: 'storage',
    CAIRN_STORAGE_ROOT_MISSING: 'no-repository',
    CAIRN_STORAGE_SHARDS_INVALID: 'damage',
    CAIRN_STORAGE_UNAVAILABLE: 'storage',
    CAIRN_STORAGE_UNFIT: 'storage',
    CAIRN_STORAGE_UNREACHABLE: 'storage',
    CAIRN_SYNC_OTHER_REPOSITORY: 'usage',
    CAIRN_TOKEN_INVALID: 'usage',
    // index, epochs, sessions
    CAIRN_INDEX_DAMAGED: 'damage',
    CAIRN_INDEX_UNSTABLE: 'storage',
    CAIRN_INDEX_WRITE_TOO_SLOW: 'storage',
    CAIRN_REPOSITORY_UPGRADED: 'failed',
    // contents, objects, files being read (the contract in repo/api.ts)
    CAIRN_CONTENT_MISSING: 'damage',
    CAIRN_FILE_CHANGED: 'failed',
    CAIRN_FILE_UNREADABLE: 'failed',
    CAIRN_FILE_VANISHED: 'failed',
    CAIRN_OBJECT_DAMAGED: 'damage',
    CAIRN_OBJECT_TOO_LARGE: 'damage',
    // trees: walking, uploading, restoring
    CAIRN_RESTORE_BAD_LINK: 'damage',
    CAIRN_RESTORE_DAMAGED: 'damage',
    CAIRN_RESTORE_DUPLICATE_NAME: 'damage',
    CAIRN_RESTORE_EXISTS: 'failed',
    CAIRN_RESTORE_INCOMPLETE: 'failed',
    CAIRN_RESTORE_PLACEHOLDER: 'failed',
    CAIRN_RESTORE_SIZE_DIFFERS: 'damage',
    CAIRN_RESTORE_TARGET: 'failed',
    CAIRN_RESTORE_UNKNOWN_TYPE: 'damage',
    CAIRN_RESTORE_UNSAFE_NAME: 'damage',
    CAIRN_RESTORE_UNSAFE_TARGET: 'failed',
    CAIRN_RESTORE_WRITE_FAILED: 'failed',
    CAIRN_ENTRY_NOT_FOUND: 'usage',
    CAIRN_TREE_LOOP: 'damage',
    CAIRN_TREE_TOO_DEEP: 'damage',
    // hooks
    CAIRN_HOOK_COMMAND_FILE: 'hook',
    CAIRN_HOOK_FAILED: 'hook',
    CAIRN_HOOK_INTERPRETER_MISSING: 'hook',
    CAIRN_HOOK_KILLED: 'hook',
    CAIRN_HOOK_NOT_EXECUTABLE: 'hook',
    CAIRN_HOOK_NOT_STARTED: 'hook',
    CAIRN_HOOK_PROGRAM_MISSING: 'hook',
    CAIRN_HOOK_REDIRECT_MISSING: 'hook',
    CAIRN_HOOK_REQUIREMENT_MISSING: 'hook',
    CAIRN_HOOK_SECRET_REFUSED: 'hook',
    CAIRN_HOOK_TIMED_OUT: 'hook',
    CAIRN_STREAM_TOO_SMALL: 'hook',
    // blobs of packs, manifests, creating and opening
    CAIRN_BLOB_MISSING: 'damage',
    CAIRN_MANIFEST_DAMAGED: 'damage',
    CAIRN_OBJECT_ID_INVALID: 'usage',
    CAIRN_REPOSITORY_EXISTS: 'usage',
    CAIRN_REPOSITORY_MISSING: 'no-repository',
    CAIRN_REPOSITORY_READONLY: 'usage',
    // maintenance
    CAIRN_CLOCK_SKEW: 'failed',
    CAIRN_MAINTENANCE_BUSY: 'busy',
    CAIRN_MAINTENANCE_LEASE_LOST: 'busy',
    CAIRN_MAINTENANCE_NOT_OWNER: 'failed',
    CAIRN_MAINTENANCE_UNREADABLE: 'damage',
    // policy file, trust and consent
    CAIRN_HOOKS_NEED_CONSENT: 'usage',
    CAIRN_HOOKS_REFUSED_UNTRUSTED_EVENT: 'usage',
    CAIRN_POLICY_FILE_INVALID: 'usage',
    CAIRN_POLICY_FILE_MISSING: 'usage',
    CAIRN_POLICY_FILE_UNREADABLE: 'usage',
    CAIRN_REPOSITORY_HOOKS_REFUSED: 'usage',
};
/** An error that a user may see: `code` is stable API, `message` says what happened, `hint` what to do. */
class CairnError extends Error {
    code;
    hint;
    /** How long the other side asked us to wait before the next try, in ms. */
    retryAfterMs;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'CairnError';
        this.code = code;
        this.hint = options.hint;
        this.retryAfterMs = options.retryAfterMs;
    }
    /** The kind of failure, from the table of codes. */
    get kind() {
        return ERROR_CODES[this.code];
    }
}
/** Whether `error` is a CairnError, of the given code when one is named. */
function isCairnError(error, code) {
    return error instanceof CairnError && (code === undefined || error.code === code);
}
/** Text of anything that was thrown, for use inside a message. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/** Throws CAIRN_CANCELLED when `signal` has been aborted. */
function throwIfCancelled(signal) {
    if (signal?.aborted)
        throw cancelled();
}
/** The error of a run that was stopped by a signal. */
function cancelled() {
    return new CairnError('CAIRN_CANCELLED', 'The run was cancelled.', {
        hint: 'Snapshots saved earlier are untouched. Run the same command again to continue.',
    });
}


/***/ }),

/***/ 34695:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ utf8),
/* harmony export */   Id: () => (/* binding */ concatBytes),
/* harmony export */   Xo: () => (/* binding */ compareBytes),
/* harmony export */   _r: () => (/* binding */ release),
/* harmony export */   aD: () => (/* binding */ fromHex),
/* harmony export */   ar: () => (/* binding */ fromUtf8),
/* harmony export */   ex: () => (/* binding */ equalBytes),
/* harmony export */   nj: () => (/* binding */ toHex)
/* harmony export */ });
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75919);
/** Small operations on byte arrays. */

/** Lower-case hexadecimal text. */
function toHex(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
/** Bytes of hexadecimal text; undefined when the text has odd length or another character than 0-9 a-f. */
function fromHex(text) {
    if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text))
        return undefined;
    return new Uint8Array(Buffer.from(text, 'hex'));
}
/** One array holding all parts in order (copies). */
function concatBytes(parts) {
    let length = 0;
    for (const part of parts)
        length += part.length;
    const all = new Uint8Array(length);
    let offset = 0;
    for (const part of parts) {
        all.set(part, offset);
        offset += part.length;
    }
    return all;
}
/** Byte order of two arrays: negative, zero or positive. */
function compareBytes(a, b) {
    return Buffer.compare(a, b);
}
/** Whether two arrays hold the same bytes. Not constant-time: never for secrets. */
function equalBytes(a, b) {
    return a.length === b.length && Buffer.compare(a, b) === 0;
}
/**
 * Gives the memory of `bytes` back at once when nothing else lies in it; the array is empty afterwards.
 *
 * The collector does not see how much memory large arrays hold: on Node 24 a snapshot of 512 MiB had 100 MB of them waiting to be collected.
 */
function release(bytes) {
    if (bytes.byteLength === 0 || bytes.byteLength !== bytes.buffer.byteLength)
        return;
    // The types are those of Node 20, which lacks this function.
    const buffer = bytes.buffer;
    if (buffer.transfer !== undefined)
        buffer.transfer(0);
    else if (buffer instanceof ArrayBuffer)
        discard(buffer);
}
let nobody;
/** Memory that is sent to a closed port is given back with the message. */
function discard(buffer) {
    if (nobody === undefined) {
        const { port1, port2 } = new node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.MessageChannel();
        port1.close();
        port2.close();
        nobody = port1;
    }
    nobody.postMessage(undefined, [buffer]);
}
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** UTF-8 bytes of text. */
function utf8(text) {
    return encoder.encode(text);
}
/** Text of UTF-8 bytes; undefined when the bytes are not valid UTF-8. A byte order mark is kept. */
function fromUtf8(bytes) {
    try {
        return decoder.decode(bytes);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 56495:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O6: () => (/* binding */ encodeGoTime),
/* harmony export */   b3: () => (/* binding */ encodeGoMap),
/* harmony export */   gN: () => (/* binding */ encodeGoString),
/* harmony export */   kN: () => (/* binding */ encodeGoBytes),
/* harmony export */   pl: () => (/* binding */ encodeGoJson),
/* harmony export */   sl: () => (/* binding */ goTextOfBytes),
/* harmony export */   vR: () => (/* binding */ encodeGoInteger),
/* harmony export */   zq: () => (/* binding */ compareUtf8)
/* harmony export */ });
/* harmony import */ var _timestamp_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99252);
/** JSON text byte for byte as Go's standard encoder prints it, because object IDs are hashes of it (docs/repository-format.md, "JSON"). */

// Everything that is not copied as it stands: control characters, quote, backslash, the HTML three, line separators, surrogates.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what has to be found
const SPECIAL = /[\u0000-\u001f"\\<>&\u2028\u2029\ud800-\udfff]/;
const SHORT_ESCAPES = {
    8: '\\b',
    9: '\\t',
    10: '\\n',
    12: '\\f',
    13: '\\r',
    34: '\\"',
    92: '\\\\',
};
const REPLACEMENT = '\\ufffd';
/** The quoted JSON form of text; a lone surrogate becomes the six characters `\ufffd`. */
function encodeGoString(text) {
    if (!SPECIAL.test(text))
        return `"${text}"`;
    let out = '"';
    let copied = 0;
    for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        let escaped;
        if (code >= 0xd800 && code <= 0xdfff) {
            const next = text.charCodeAt(i + 1);
            if (code < 0xdc00 && next >= 0xdc00 && next <= 0xdfff) {
                i++;
                continue;
            }
            escaped = REPLACEMENT;
        }
        else if (code < 32 || code === 34 || code === 92) {
            escaped = SHORT_ESCAPES[code] ?? `\\u00${code.toString(16).padStart(2, '0')}`;
        }
        else if (code === 60 || code === 62 || code === 38) {
            escaped = `\\u00${code.toString(16)}`;
        }
        else if (code === 0x2028 || code === 0x2029) {
            escaped = `\\u${code.toString(16)}`;
        }
        if (escaped === undefined)
            continue;
        out += text.slice(copied, i) + escaped;
        copied = i + 1;
    }
    return `${out}${text.slice(copied)}"`;
}
/**
 * The quoted JSON form of bytes: valid UTF-8 as text, and each byte that is not part of it as the six characters `\ufffd`.
 * A genuine U+FFFD stays raw, so the text form of such bytes must never be encoded instead.
 */
function encodeGoBytes(bytes) {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let out = '"';
    let start = 0;
    let at = 0;
    while (at < view.length) {
        const length = sequenceLength(view, at);
        if (length > 0) {
            at += length;
            continue;
        }
        out += encodeGoString(view.toString('utf8', start, at)).slice(1, -1) + REPLACEMENT;
        at++;
        start = at;
    }
    return `${out}${encodeGoString(view.toString('utf8', start, at)).slice(1, -1)}"`;
}
/** Text as Go reads it from bytes: each byte outside valid UTF-8 becomes one U+FFFD. */
function goTextOfBytes(bytes) {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let out = '';
    let start = 0;
    let at = 0;
    while (at < view.length) {
        const length = sequenceLength(view, at);
        if (length > 0) {
            at += length;
            continue;
        }
        out += `${view.toString('utf8', start, at)}\ufffd`;
        at++;
        start = at;
    }
    return out + view.toString('utf8', start, at);
}
/** Length of the valid UTF-8 sequence that starts at `at`, or 0: no overlong forms, no surrogates, nothing above U+10FFFF. */
function sequenceLength(bytes, at) {
    const first = bytes[at] ?? 0;
    if (first < 0x80)
        return 1;
    const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
    if (length === 0 || at + length > bytes.length)
        return 0;
    const second = bytes[at + 1] ?? 0;
    const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high)
        return 0;
    for (let i = 2; i < length; i++)
        if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80)
            return 0;
    return length;
}
/** Decimal text of an integer; throws RangeError for a fraction or a number that lost precision. */
function encodeGoInteger(value) {
    if (typeof value === 'number' && !Number.isSafeInteger(value))
        throw new RangeError(`${value} cannot be written as an exact integer`);
    return String(value);
}
/** The quoted RFC 3339 form of nanoseconds since 1970. */
function encodeGoTime(ns) {
    return `"${(0,_timestamp_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTimestamp */ .E)(ns)}"`;
}
/** Compact JSON of a value, members in the order they stand in. */
function encodeGoJson(value) {
    if (value === null)
        return 'null';
    switch (typeof value) {
        case 'string':
            return encodeGoString(value);
        case 'number':
        case 'bigint':
            return encodeGoInteger(value);
        case 'boolean':
            return value ? 'true' : 'false';
    }
    if (isList(value))
        return `[${value.map(encodeGoJson).join(',')}]`;
    const members = [];
    for (const [key, member] of Object.entries(value)) {
        if (member !== undefined)
            members.push(`${encodeGoString(key)}:${encodeGoJson(member)}`);
    }
    return `{${members.join(',')}}`;
}
/** Compact JSON of a map of texts, keys in byte order. */
function encodeGoMap(map) {
    const keys = Object.keys(map).sort(compareUtf8);
    return `{${keys.map((key) => `${encodeGoString(key)}:${encodeGoString(map[key] ?? '')}`).join(',')}}`;
}
/** Order of two texts by their UTF-8 bytes, which differs from `<` only where surrogates meet U+E000 and above. */
function compareUtf8(a, b) {
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) {
        const x = a.charCodeAt(i);
        const y = b.charCodeAt(i);
        if (x === y)
            continue;
        const isSurrogateX = x >= 0xd800 && x <= 0xdfff;
        const isSurrogateY = y >= 0xd800 && y <= 0xdfff;
        return isSurrogateX === isSurrogateY ? x - y : isSurrogateX ? 1 : -1;
    }
    return a.length - b.length;
}
// Array.isArray does not narrow a readonly array out of a union.
function isList(value) {
    return Array.isArray(value);
}


/***/ }),

/***/ 99252:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ formatTimestamp),
/* harmony export */   l: () => (/* binding */ parseTimestamp)
/* harmony export */ });
/** RFC 3339 text <-> int64 nanoseconds, exactly as Go prints them (docs/repository-format.md, "JSON"). */
const NS_PER_SECOND = 1000000000n;
const PATTERN = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:([Zz])|([+-])(\d\d):(\d\d))$/;
/** What was formatted last: files that were written together share their second. */
const latest = { seconds: Number.NaN, text: '' };
function secondsText(seconds) {
    if (seconds !== latest.seconds) {
        latest.text = new Date(seconds * 1000).toISOString().slice(0, 19);
        latest.seconds = seconds;
    }
    return latest.text;
}
/** Text in UTC with up to nine fractional digits, trailing zeros removed: `2023-11-14T22:13:20.5Z`. */
function formatTimestamp(ns) {
    let seconds = ns / NS_PER_SECOND;
    let fraction = ns % NS_PER_SECOND;
    if (fraction < 0n) {
        seconds -= 1n;
        fraction += NS_PER_SECOND;
    }
    const text = secondsText(Number(seconds));
    if (fraction === 0n)
        return `${text}Z`;
    const digits = (1_000_000_000 + Number(fraction)).toString();
    let end = digits.length;
    while (digits.charCodeAt(end - 1) === 0x30)
        end--;
    return `${text}.${digits.slice(1, end)}Z`;
}
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/**
 * The form that is always written, UTC with `T` and `Z`, and a day that every year has; undefined for anything else.
 * Directories hold a time for each entry, and this takes a seventh of the time of the general way.
 */
function parseWritten(text) {
    const end = text.length - 1;
    if (end < 19 || end === 20 || end > 29 || text.charCodeAt(end) !== 0x5a || text.charCodeAt(10) !== 0x54)
        return undefined;
    if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d || text.charCodeAt(13) !== 0x3a || text.charCodeAt(16) !== 0x3a) {
        return undefined;
    }
    const year = digits(text, 0, 4);
    const month = digits(text, 5, 7);
    const day = digits(text, 8, 10);
    const hour = digits(text, 11, 13);
    const minute = digits(text, 14, 16);
    const second = digits(text, 17, 19);
    if (year < 100 || day < 1 || day > (DAYS_OF_MONTH[month - 1] ?? 0) || hour < 0 || hour > 23)
        return undefined;
    if (minute < 0 || minute > 59 || second < 0 || second > 59)
        return undefined;
    let fraction = 0;
    if (end > 19) {
        if (text.charCodeAt(19) !== 0x2e)
            return undefined;
        fraction = digits(text, 20, end);
        if (fraction < 0)
            return undefined;
        for (let count = end - 20; count < 9; count++)
            fraction *= 10;
    }
    return BigInt(Date.UTC(year, month - 1, day, hour, minute, second)) * 1000000n + BigInt(fraction);
}
/** The number in `text` from `start` to `end`, or -1 when there is something else than digits. */
function digits(text, start, end) {
    let value = 0;
    for (let i = start; i < end; i++) {
        const digit = text.charCodeAt(i) - 0x30;
        if (digit < 0 || digit > 9)
            return -1;
        value = value * 10 + digit;
    }
    return value;
}
/** Nanoseconds since 1970, or undefined when `text` is not RFC 3339. */
function parseTimestamp(text) {
    const written = parseWritten(text);
    if (written !== undefined)
        return written;
    const match = PATTERN.exec(text);
    if (match === null)
        return undefined;
    const [, year, month, day, hour, minute, second, fraction, , sign, zoneHour, zoneMinute] = match;
    const ms = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
    // Date.UTC reads years 0..99 as 1900..1999, and rolls over day 31 of a short month: both are refused.
    const back = new Date(ms);
    if (back.getUTCFullYear() !== Number(year) || back.getUTCMonth() !== Number(month) - 1 || back.getUTCDate() !== Number(day))
        return undefined;
    let seconds = BigInt(ms / 1000);
    if (sign !== undefined) {
        const offset = BigInt(Number(zoneHour) * 3600 + Number(zoneMinute) * 60);
        seconds += sign === '-' ? offset : -offset;
    }
    return seconds * NS_PER_SECOND + BigInt((fraction ?? '').padEnd(9, '0') || '0');
}


/***/ })

};
