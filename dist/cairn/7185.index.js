export const id = 7185;
export const ids = [7185];
export const modules = {

/***/ 17185:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vZ: () => (/* binding */ COMPRESSORS),
  q2: () => (/* reexport */ HEADER_BYTES),
  SN: () => (/* binding */ compressorByName),
  i5: () => (/* binding */ compressorNameOf),
  G8: () => (/* binding */ decompressPayload),
  Ng: () => (/* binding */ loadCompression)
});

// UNUSED EXPORTS: compressorById, headerIdOf

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/repo/compression/frame.js
/** What all compressed payloads share: the header that names the compressor, and the limits of reading. */

/** Length of the header ID before the stream. */
const HEADER_BYTES = 4;
// stored: headerId(4, BE) | stream
/** Header and stream as one array, or undefined when that is not shorter than the `plainLength` bytes it stands for. */
function frameOf(headerId, stream, plainLength) {
    const length = HEADER_BYTES + stream.length;
    if (length >= plainLength)
        return undefined;
    const framed = new Uint8Array(length);
    new DataView(framed.buffer).setUint32(0, headerId);
    framed.set(stream, HEADER_BYTES);
    return framed;
}
/** The header ID of a stored payload; undefined when it is too short to have one. */
function headerIdOf(stored) {
    if (stored.length < HEADER_BYTES)
        return undefined;
    return new DataView(stored.buffer, stored.byteOffset, HEADER_BYTES).getUint32(0);
}
/** The error of a stream that cannot be decompressed. */
function damagedStream(name, what, cause) {
    return new errors/* CairnError */.eb('CAIRN_CONTENT_DAMAGED', `A ${name} stream ${what}.`, {
        hint: 'The stored bytes are not what a backup program wrote. Run "cairn snapshot verify" to see what is affected.',
        cause,
    });
}
/** The error of a stream that decompresses to more than its content may hold. */
function tooLong(name, maxLength) {
    return damagedStream(name, `decompresses to more than the ${maxLength} bytes expected`);
}

;// CONCATENATED MODULE: ./lib/repo/compression/lz4-block.js
/**
 * One LZ4 block: sequences of plain bytes and a copy.
 *
 * sequence: token(1): literal length (upper 4 bits), match length - 4 (lower 4 bits) | more literal length? | literals
 *           | offset(2, LE) | more match length?
 *
 * A length field of 15 goes on in bytes that are added up, the last of which is below 255. The last sequence ends after its literals.
 */

const MIN_MATCH = 4;
/** The plain length of a block; CAIRN_CONTENT_DAMAGED, naming the compressor `name`, when it is malformed. */
function lz4BlockLength(name, block) {
    let length = 0;
    walk(name, block, (_, literals, __, match) => {
        length += literals + match;
    });
    return length;
}
/** Decompresses `block` into `target` from `from` on, and returns how many bytes it made; copies reach back to the start of `target`. */
function decodeLz4Block(name, block, target, from) {
    let made = from;
    walk(name, block, (at, literals, offset, match) => {
        if (literals + match > target.length - made)
            throw malformed(name);
        target.set(block.subarray(at, at + literals), made);
        made += literals;
        if (match === 0)
            return;
        if (offset === 0 || offset > made)
            throw malformed(name);
        if (match <= offset)
            target.copyWithin(made, made - offset, made - offset + match);
        // Overlapping: later bytes repeat what this very copy has written.
        else
            for (let i = made; i < made + match; i++)
                target[i] = target[i - offset] ?? 0;
        made += match;
    });
    return made - from;
}
/** Calls `visit` for every sequence: where its literals are, how many, and the offset and length of its copy (0 in the last one). */
function walk(name, block, visit) {
    let at = 0;
    while (at < block.length) {
        const token = byte();
        const literals = lengthOf(token >>> 4);
        const literalsAt = at;
        at += literals;
        if (at > block.length)
            throw malformed(name);
        if (at === block.length) {
            visit(literalsAt, literals, 0, 0);
            return;
        }
        const low = byte();
        const offset = low | (byte() << 8);
        visit(literalsAt, literals, offset, lengthOf(token & 15) + MIN_MATCH);
    }
    function lengthOf(field) {
        if (field < 15)
            return field;
        let length = field;
        for (let more = 255; more === 255;) {
            more = byte();
            length += more;
        }
        return length;
    }
    function byte() {
        const value = block[at++];
        if (value === undefined)
            throw malformed(name);
        return value;
    }
}
function malformed(name) {
    return damagedStream(name, 'has a malformed block');
}

;// CONCATENATED MODULE: ./lib/repo/compression/xxh32.js
/** XXH32: the checksum of LZ4 frames. */
const P1 = 0x9e3779b1;
const P2 = 0x85ebca77;
const P3 = 0xc2b2ae3d;
const P4 = 0x27d4eb2f;
const P5 = 0x165667b1;
/** XXH32 of `bytes` with seed 0, as an unsigned 32-bit number. */
function xxh32(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = 0;
    let hash = P5;
    if (bytes.length >= 16) {
        let [a, b, c, d] = [(P1 + P2) | 0, P2 | 0, 0, -P1 | 0];
        for (; at + 16 <= bytes.length; at += 16) {
            a = round(a, view.getInt32(at, true));
            b = round(b, view.getInt32(at + 4, true));
            c = round(c, view.getInt32(at + 8, true));
            d = round(d, view.getInt32(at + 12, true));
        }
        hash = rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18);
    }
    hash = (hash + bytes.length) | 0;
    for (; at + 4 <= bytes.length; at += 4)
        hash = Math.imul(rotate((hash + Math.imul(view.getInt32(at, true), P3)) | 0, 17), P4);
    for (; at < bytes.length; at++)
        hash = Math.imul(rotate((hash + Math.imul(view.getUint8(at), P5)) | 0, 11), P1);
    hash = Math.imul(hash ^ (hash >>> 15), P2);
    hash = Math.imul(hash ^ (hash >>> 13), P3);
    return (hash ^ (hash >>> 16)) >>> 0;
}
function round(lane, word) {
    return Math.imul(rotate((lane + Math.imul(word, P2)) | 0, 13), P1);
}
function rotate(value, bits) {
    return (value << bits) | (value >>> (32 - bits));
}

;// CONCATENATED MODULE: ./lib/repo/compression/lz4.js
/**
 * LZ4 frames, which kopia wrote up to version 0.22; only read (docs/repository-format.md, "Compression").
 *
 * frame: magic 04 22 4d 18 | flags(1) | block size(1) | content size(8, LE)? | dictionary(4)? | header checksum(1) | blocks | end
 * block: length(4, LE), bit 31: stored plain | bytes | checksum(4, LE)?
 * end  : 0 (4) | content checksum(4, LE)?
 * skip : magic 5x 2a 4d 18 | length(4, LE) | bytes to ignore
 */



const FRAME_MAGIC = 0x184d2204;
const SKIPPABLE_MAGIC = 0x184d2a50;
const STORED_PLAIN = 0x8000_0000;
const MAX_BLOCK_BYTES = 4 * 1024 * 1024;
/** A compressor that only reads. */
function lz4Compressor(name, headerId) {
    return { name, headerId, decompress: (stream, maxLength) => decodeLz4Stream(name, stream, maxLength) };
}
function decodeLz4Stream(name, stream, maxLength) {
    const frames = framesOf(name, stream);
    // The lengths first, so that the result is allocated once and never beyond the limit.
    let length = 0;
    for (const { isPlain, body } of frames.flatMap(({ blocks }) => blocks)) {
        const blockLength = isPlain ? body.length : lz4BlockLength(name, body);
        if (blockLength > MAX_BLOCK_BYTES)
            throw damagedStream(name, 'has a block of more than 4 MiB');
        length += blockLength;
        if (length > maxLength)
            throw tooLong(name, maxLength);
    }
    const plain = new Uint8Array(length);
    let made = 0;
    for (const { blocks, checksum } of frames) {
        const start = made;
        for (const { isPlain, body } of blocks) {
            if (isPlain) {
                plain.set(body, made);
                made += body.length;
            }
            else {
                // Blocks may refer to what earlier ones of their frame have made.
                made += decodeLz4Block(name, body, plain.subarray(start), made - start);
            }
        }
        if (checksum !== undefined && xxh32(plain.subarray(start, made)) !== checksum)
            throw damagedStream(name, 'does not match its checksum');
    }
    return plain;
}
function framesOf(name, stream) {
    const view = new DataView(stream.buffer, stream.byteOffset, stream.length);
    const frames = [];
    let at = 0;
    while (at < stream.length) {
        const magic = word();
        if ((magic & 0xffff_fff0) >>> 0 === SKIPPABLE_MAGIC)
            bytes(word());
        else if (magic === FRAME_MAGIC)
            frames.push(readFrame());
        else
            throw damagedStream(name, 'does not begin with a frame');
    }
    return frames;
    function readFrame() {
        const headerStart = at;
        const [flags = 0] = bytes(2);
        if (flags >>> 6 !== 1)
            throw damagedStream(name, `has frames of version ${flags >>> 6}`);
        if ((flags & 1) !== 0)
            throw damagedStream(name, 'needs a dictionary');
        if ((flags & 8) !== 0)
            bytes(8);
        const header = stream.subarray(headerStart, at);
        if (bytes(1)[0] !== ((xxh32(header) >>> 8) & 0xff))
            throw damagedStream(name, 'has a damaged header');
        const blocks = [];
        for (let length = word(); length !== 0; length = word()) {
            const body = bytes(length & ~STORED_PLAIN);
            if ((flags & 16) !== 0 && word() !== xxh32(body))
                throw damagedStream(name, 'has a damaged block');
            blocks.push({ isPlain: length >= STORED_PLAIN, body });
        }
        return { blocks, checksum: (flags & 4) === 0 ? undefined : word() };
    }
    function word() {
        const start = at;
        bytes(4);
        return view.getUint32(start, true);
    }
    function bytes(count) {
        if (count > stream.length - at)
            throw damagedStream(name, 'is cut short');
        at += count;
        return stream.subarray(at - count, at);
    }
}

;// CONCATENATED MODULE: ./lib/repo/compression/s2-block.js
/**
 * One S2 block: the plain length as uvarint, then elements told apart by the low two bits of their first byte.
 *
 *   00 literal  length-1 in the upper six bits, or (60..63) in the 1..4 bytes that follow
 *   01 copy     length 4..11, offset 11 bits; offset 0 repeats the last offset with a length of its own
 *   10 copy     length 1..64, offset(2, LE)
 *   11 copy     length 1..64, offset(4, LE)
 */

/** The plain length that a block declares; CAIRN_CONTENT_DAMAGED (naming the compressor `name`) when it has none. */
function s2BlockLength(name, block) {
    return readLength(name, block).length;
}
/** Decompresses `block` into `target`, which has exactly the length that the block declares. */
function decodeS2Block(name, block, target) {
    let at = readLength(name, block).end;
    let made = 0;
    let offset = 0;
    while (at < block.length) {
        const tag = byteAt(at++);
        const kind = tag & 3;
        if (kind === 0) {
            const length = literalLength(tag);
            if (length > block.length - at || length > target.length - made)
                throw malformed();
            target.set(block.subarray(at, at + length), made);
            at += length;
            made += length;
        }
        else {
            copy(copyLength(tag, kind));
        }
    }
    if (made !== target.length)
        throw malformed();
    function literalLength(tag) {
        const short = tag >>> 2;
        return 1 + (short < 60 ? short : littleEndian(short - 59));
    }
    /** Reads the rest of a copy element, sets `offset` unless it is repeated, and returns the length. */
    function copyLength(tag, kind) {
        if (kind !== 1) {
            offset = littleEndian(kind === 2 ? 2 : 4);
            return (tag >>> 2) + 1;
        }
        const field = (tag >>> 2) & 7;
        const near = ((tag & 0xe0) << 3) | littleEndian(1);
        if (near !== 0) {
            offset = near;
            return field + 4;
        }
        if (field < 5)
            return field + 4;
        if (field === 5)
            return littleEndian(1) + 8;
        return field === 6 ? littleEndian(2) + 260 : littleEndian(3) + 65540;
    }
    function copy(length) {
        if (offset === 0 || offset > made || length > target.length - made)
            throw malformed();
        if (length <= offset) {
            target.copyWithin(made, made - offset, made - offset + length);
            made += length;
            return;
        }
        // Overlapping: later bytes repeat what this very copy has written.
        for (const end = made + length; made < end; made++)
            target[made] = target[made - offset] ?? 0;
    }
    function littleEndian(bytes) {
        let value = 0;
        for (let i = 0; i < bytes; i++)
            value += byteAt(at++) * 2 ** (8 * i);
        return value;
    }
    function byteAt(index) {
        const byte = block[index];
        if (byte === undefined)
            throw malformed();
        return byte;
    }
    function malformed() {
        return damagedStream(name, 'has a malformed block');
    }
}
function readLength(name, block) {
    let length = 0;
    for (let i = 0; i < 5; i++) {
        const byte = block[i];
        if (byte === undefined)
            break;
        length += (byte & 0x7f) * 2 ** (7 * i);
        if (byte < 0x80)
            return { length, end: i + 1 };
    }
    throw damagedStream(name, 'has a block without length');
}

;// CONCATENATED MODULE: ./lib/repo/compression/s2-encode.js
/**
 * Writing S2 blocks: matches are found through tables of recent positions, by the hash of the bytes there
 * (docs/repository-format.md, "Compression").
 *
 * The table of the fast way knows four bytes at a position; the thorough way has a second one for eight, and looks one position further
 * before it takes a short match.
 */
const s2_encode_MIN_MATCH = 4;
/** Positions this near to the end begin no match, so that eight bytes can be read everywhere. */
const TAIL = 16;
const MIN_TABLE_BITS = 8;
const MAX_TABLE_BITS = 15;
const MAX_THOROUGH_TABLE_BITS = 17;
/** After so many positions without a match, written as a power of two, the search takes longer steps. */
const FAST_PATIENCE = 5;
const THOROUGH_PATIENCE = 7;
const MULTIPLIER = 0x9e3779b1;
const MULTIPLIER_HIGH = 0x85ebca6b;
/** Elements of a block as they are written. */
class ElementWriter {
    #target;
    #at;
    #lastOffset = 0;
    constructor(target, at) {
        this.#target = target;
        this.#at = at;
    }
    get length() {
        return this.#at;
    }
    /** The bytes of `source` from `from` to before `to`, as they are. */
    literal(source, from, to) {
        const count = to - from;
        if (count <= 0)
            return;
        const value = count - 1;
        if (value < 60)
            this.#put(value << 2);
        else {
            const bytes = value < 0x100 ? 1 : value < 0x1_0000 ? 2 : 3;
            this.#put((59 + bytes) << 2);
            this.#putLittleEndian(value, bytes);
        }
        this.#target.set(source.subarray(from, to), this.#at);
        this.#at += count;
    }
    /** `count` bytes, at least four, from `offset` bytes before. */
    copy(offset, count) {
        if (offset === this.#lastOffset)
            this.#repeat(count);
        else if (offset >= 0x1_0000)
            this.#copyFar(offset, count);
        else if (count > 64) {
            // One short copy sets the offset; the rest needs only a length.
            const first = offset < 2048 ? 8 : 60;
            this.#copyNear(offset, first);
            this.#repeat(count - first);
        }
        else
            this.#copyNear(offset, count);
        this.#lastOffset = offset;
    }
    #copyNear(offset, count) {
        if (count < 12 && offset < 2048) {
            this.#put(((offset >>> 8) << 5) | ((count - 4) << 2) | 1);
            this.#put(offset & 0xff);
        }
        else {
            this.#put(((count - 1) << 2) | 2);
            this.#putLittleEndian(offset, 2);
        }
    }
    #copyFar(offset, count) {
        // What is left over must be long enough to be a repeat.
        const first = count <= 64 ? count : Math.min(64, count - s2_encode_MIN_MATCH);
        this.#put(((first - 1) << 2) | 3);
        this.#putLittleEndian(offset, 4);
        if (count > first)
            this.#repeat(count - first);
    }
    #repeat(count) {
        const value = count - 4;
        const [field, bytes, base] = value <= 4 ? [value, 0, value] : value < 260 ? [5, 1, 4] : value < 65_792 ? [6, 2, 256] : [7, 3, 65_536];
        this.#put((field << 2) | 1);
        this.#put(0);
        this.#putLittleEndian(value - base, bytes);
    }
    #put(byte) {
        this.#target[this.#at++] = byte;
    }
    #putLittleEndian(value, bytes) {
        for (let i = 0, rest = value; i < bytes; i++, rest >>>= 8)
            this.#put(rest & 0xff);
    }
}
/** Longest block that `length` plain bytes can become. */
function maxS2BlockLength(length) {
    return length + Math.ceil(length / 6) + 32;
}
let shortTable = new Int32Array(0);
let longTable = new Int32Array(0);
/** Writes the block of `source` to `target` from `at` on and returns where it ends; `target` has room for `maxS2BlockLength`. */
function encodeS2Block(source, target, at, isThorough) {
    let end = at;
    let rest = source.length;
    for (; rest >= 0x80; rest >>>= 7)
        target[end++] = (rest & 0x7f) | 0x80;
    target[end++] = rest;
    const writer = new ElementWriter(target, end);
    const literalsFrom = source.length <= TAIL ? 0 : writeMatches(source, writer, isThorough);
    writer.literal(source, literalsFrom, source.length);
    return writer.length;
}
/** Writes everything up to the end of the last match, whose end it returns. */
function writeMatches(source, writer, isThorough) {
    const view = new DataView(source.buffer, source.byteOffset, source.length);
    const limit = source.length - TAIL;
    const bits = Math.min(isThorough ? MAX_THOROUGH_TABLE_BITS : MAX_TABLE_BITS, Math.max(MIN_TABLE_BITS, 32 - Math.clz32(source.length)));
    const shift = 32 - bits;
    const patience = isThorough ? THOROUGH_PATIENCE : FAST_PATIENCE;
    const short = emptied(shortTable, bits);
    shortTable = short;
    const long = isThorough ? emptied(longTable, bits) : longTable;
    longTable = long;
    let written = 0;
    let position = 0;
    let misses = 1 << patience;
    while (position < limit) {
        let start = position;
        let match = isThorough ? longMatch(start) : -1;
        if (match < 0) {
            match = shortMatch(start);
            if (match >= 0 && isThorough && start + 1 < limit) {
                const better = longMatch(start + 1);
                if (better >= 0) {
                    match = better;
                    start++;
                }
            }
        }
        if (match < 0) {
            position += misses++ >>> patience;
            continue;
        }
        misses = 1 << patience;
        while (start > written && match > 0 && source[start - 1] === source[match - 1]) {
            start--;
            match--;
        }
        const end = matchEnd(start, match);
        writer.literal(source, written, start);
        writer.copy(start - match, end - start);
        // A few positions within the match, for what comes later.
        for (let inside = start + 1; inside < Math.min(end, limit); inside += isThorough ? 2 : Math.max(1, end - start - 2))
            remember(inside);
        written = end;
        position = end;
    }
    return written;
    /** Where the eight bytes at `at` stood last, or -1; remembers `at`. */
    function longMatch(at) {
        const low = view.getInt32(at, true);
        const high = view.getInt32(at + 4, true);
        const slot = (Math.imul(low, MULTIPLIER) ^ Math.imul(high, MULTIPLIER_HIGH)) >>> shift;
        const candidate = long[slot];
        long[slot] = at;
        return candidate >= 0 && view.getInt32(candidate, true) === low && view.getInt32(candidate + 4, true) === high ? candidate : -1;
    }
    /** Where the four bytes at `at` stood last, or -1; remembers `at`. Slots are within the table by construction. */
    function shortMatch(at) {
        const word = view.getInt32(at, true);
        const slot = Math.imul(word, MULTIPLIER) >>> shift;
        const candidate = short[slot];
        short[slot] = at;
        return candidate >= 0 && view.getInt32(candidate, true) === word ? candidate : -1;
    }
    function remember(at) {
        shortMatch(at);
        if (isThorough)
            longMatch(at);
    }
    function matchEnd(start, match) {
        const distance = start - match;
        let end = start + s2_encode_MIN_MATCH;
        while (end + 4 <= source.length && view.getInt32(end, true) === view.getInt32(end - distance, true))
            end += 4;
        while (end < source.length && source[end] === source[end - distance])
            end++;
        return end;
    }
}
/** The table, made anew when it has another size, with no position in it. */
function emptied(table, bits) {
    const fitting = table.length === 1 << bits ? table : new Int32Array(1 << bits);
    return fitting.fill(-1);
}

;// CONCATENATED MODULE: ./lib/repo/compression/s2.js
/**
 * S2 streams: Snappy framing with longer copies and repeated offsets (docs/repository-format.md, "Compression").
 *
 * chunk : type(1) | length(3, LE) | body
 *   ff    stream identifier, S2sTwO or sNaPpY; comes first, may repeat
 *   00    masked CRC-32C of the plain bytes(4, LE) | block
 *   01    masked CRC-32C(4, LE) | plain bytes
 *   80-fe to be skipped
 */



const s2_MAX_BLOCK_BYTES = 4 * 1024 * 1024;
const CHUNK_HEADER_BYTES = 4;
const CHECKSUM_BYTES = 4;
/** Plain bytes of a block that is written: what kopia uses. */
const WRITTEN_BLOCK_BYTES = 1024 * 1024;
/** The chunk that begins a stream: S2sTwO. */
const IDENTIFIER = Uint8Array.of(0xff, 6, 0, 0, 0x53, 0x32, 0x73, 0x54, 0x77, 0x4f);
/** A compressor whose stream is S2. */
function s2Compressor(name, headerId, effort) {
    return {
        name,
        headerId,
        compress: (plain) => frameOf(headerId, encodeS2Stream(plain, effort === 'better'), plain.length),
        decompress: (stream, maxLength) => decodeS2Stream(name, stream, maxLength),
    };
}
function encodeS2Stream(plain, isThorough) {
    const blocks = Math.ceil(plain.length / WRITTEN_BLOCK_BYTES);
    const room = maxS2BlockLength(WRITTEN_BLOCK_BYTES) - WRITTEN_BLOCK_BYTES + CHUNK_HEADER_BYTES + CHECKSUM_BYTES;
    const stream = new Uint8Array(IDENTIFIER.length + plain.length + blocks * room);
    const view = new DataView(stream.buffer);
    stream.set(IDENTIFIER);
    let at = IDENTIFIER.length;
    for (let start = 0; start < plain.length; start += WRITTEN_BLOCK_BYTES) {
        const block = plain.subarray(start, start + WRITTEN_BLOCK_BYTES);
        const body = at + CHUNK_HEADER_BYTES + CHECKSUM_BYTES;
        let end = encodeS2Block(block, stream, body, isThorough);
        const isPlain = end - body >= block.length;
        if (isPlain) {
            stream.set(block, body);
            end = body + block.length;
        }
        view.setUint32(at, (end - at - CHUNK_HEADER_BYTES) << 8, true);
        stream[at] = isPlain ? 1 : 0;
        view.setUint32(at + CHUNK_HEADER_BYTES, maskedCrc32c(block), true);
        at = end;
    }
    return stream.subarray(0, at);
}
function decodeS2Stream(name, stream, maxLength) {
    const chunks = chunksOf(name, stream);
    // Two passes: the lengths first, so that the result is allocated once and never beyond the limit.
    let length = 0;
    for (const { isPlain, body } of chunks) {
        const chunkLength = isPlain ? body.length : s2BlockLength(name, body);
        if (chunkLength > s2_MAX_BLOCK_BYTES)
            throw damagedStream(name, 'has a block of more than 4 MiB');
        length += chunkLength;
        if (length > maxLength)
            throw tooLong(name, maxLength);
    }
    const plain = new Uint8Array(length);
    let offset = 0;
    for (const { isPlain, body, checksum } of chunks) {
        let target;
        if (isPlain) {
            target = plain.subarray(offset, offset + body.length);
            target.set(body);
        }
        else {
            target = plain.subarray(offset, offset + s2BlockLength(name, body));
            decodeS2Block(name, body, target);
        }
        if (maskedCrc32c(target) !== checksum)
            throw damagedStream(name, 'does not match its checksum');
        offset += target.length;
    }
    return plain;
}
function chunksOf(name, stream) {
    const chunks = [];
    let offset = 0;
    while (offset < stream.length) {
        if (stream.length - offset < CHUNK_HEADER_BYTES)
            throw damagedStream(name, 'is cut short');
        const view = new DataView(stream.buffer, stream.byteOffset + offset, stream.length - offset);
        const type = view.getUint8(0);
        const length = view.getUint16(1, true) | (view.getUint8(3) << 16);
        if (length > view.byteLength - CHUNK_HEADER_BYTES)
            throw damagedStream(name, 'is cut short');
        const body = stream.subarray(offset + CHUNK_HEADER_BYTES, offset + CHUNK_HEADER_BYTES + length);
        if (offset === 0 && type !== 0xff)
            throw damagedStream(name, 'does not begin with a stream identifier');
        if (type === 0xff) {
            const identifier = String.fromCharCode(...body.subarray(0, 7));
            if (identifier !== 'S2sTwO' && identifier !== 'sNaPpY')
                throw damagedStream(name, 'has an unknown stream identifier');
        }
        else if (type <= 1) {
            if (length < CHECKSUM_BYTES)
                throw damagedStream(name, 'has a block without checksum');
            chunks.push({ isPlain: type === 1, checksum: view.getUint32(CHUNK_HEADER_BYTES, true), body: body.subarray(CHECKSUM_BYTES) });
        }
        else if (type < 0x80) {
            throw damagedStream(name, `has a chunk of the unknown type ${type}`);
        }
        offset += CHUNK_HEADER_BYTES + length;
    }
    return chunks;
}
let crcTable;
function maskedCrc32c(bytes) {
    crcTable ??= makeCrcTable();
    const table = crcTable;
    let crc = -1;
    // Bytes index a table of 256 entries.
    for (const byte of bytes)
        crc = (crc >>> 8) ^ table[(crc ^ byte) & 255];
    const value = ~crc;
    return (((value >>> 15) | (value << 17)) + 0xa282ead8) >>> 0;
}
function makeCrcTable() {
    return Int32Array.from({ length: 256 }, (_, byte) => {
        let crc = byte;
        for (let bit = 0; bit < 8; bit++)
            crc = (crc & 1) !== 0 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
        return crc;
    });
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
var external_node_zlib_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_zlib_, 2);
;// CONCATENATED MODULE: ./lib/repo/compression/zlib.js
/** gzip and raw DEFLATE, from the runtime. */


/** A compressor whose stream is gzip: of kopia's `gzip` family, and of `pgzip`, which makes one member in blocks on several cores. */
function gzipCompressor(name, headerId, level = external_node_zlib_.constants.Z_DEFAULT_COMPRESSION) {
    return {
        name,
        headerId,
        compress: (plain) => frameOf(headerId, (0,external_node_zlib_.gzipSync)(plain, { level }), plain.length),
        decompress: bounded(name, external_node_zlib_.gunzipSync),
    };
}
/** A compressor whose stream is DEFLATE without any header. */
function deflateCompressor(name, headerId, level = external_node_zlib_.constants.Z_DEFAULT_COMPRESSION) {
    return {
        name,
        headerId,
        compress: (plain) => frameOf(headerId, (0,external_node_zlib_.deflateRawSync)(plain, { level }), plain.length),
        decompress: bounded(name, external_node_zlib_.inflateRawSync),
    };
}
function bounded(name, inflate) {
    return (stream, maxLength) => {
        let plain;
        try {
            // The runtime refuses a limit of zero.
            plain = inflate(stream, { maxOutputLength: Math.max(1, maxLength) });
        }
        catch (error) {
            if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
                throw tooLong(name, maxLength);
            throw damagedStream(name, 'cannot be decompressed', error);
        }
        if (plain.length > maxLength)
            throw tooLong(name, maxLength);
        return plain;
    };
}

// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
;// CONCATENATED MODULE: ./lib/repo/compression/zstd-frames.js
/**
 * The outline of a Zstandard stream, read before anything is decompressed, so that a hostile header never decides how much memory is taken.
 *
 * frame : magic 28 b5 2f fd | descriptor(1) | window(0..1) | dictionary(0..4) | content size(0..8) | blocks | checksum(0 or 4)
 * block : last(1 bit) type(2 bits) size(21 bits), together 3 bytes LE | body
 * skip  : magic 5x 2a 4d 18 | length(4, LE) | bytes to ignore
 */

const zstd_frames_FRAME_MAGIC = 0xfd2fb528;
const zstd_frames_SKIPPABLE_MAGIC = 0x184d2a50;
const zstd_frames_MAX_BLOCK_BYTES = 128 * 1024;
/** The frames of `stream` in order, skippable ones left out; CAIRN_CONTENT_DAMAGED (naming `name`) when it is malformed. */
function zstdFrames(name, stream) {
    const view = new DataView(stream.buffer, stream.byteOffset, stream.length);
    const frames = [];
    let offset = 0;
    while (offset < stream.length) {
        need(offset, 8);
        const magic = view.getUint32(offset, true);
        if ((magic & 0xfffffff0) >>> 0 === zstd_frames_SKIPPABLE_MAGIC) {
            const length = 8 + view.getUint32(offset + 4, true);
            need(offset, length);
            offset += length;
        }
        else if (magic === zstd_frames_FRAME_MAGIC) {
            const { end, ...size } = readFrame(offset);
            frames.push({ bytes: stream.subarray(offset, end), ...size });
            offset = end;
        }
        else {
            throw damagedStream(name, 'does not begin with the mark of a Zstandard frame');
        }
    }
    return frames;
    function readFrame(start) {
        const descriptor = view.getUint8(start + 4);
        const isSingleSegment = (descriptor & 0x20) !== 0;
        const sizeFlag = descriptor >>> 6;
        const sizeFieldBytes = sizeFlag === 0 ? (isSingleSegment ? 1 : 0) : 1 << sizeFlag;
        const dictionaryFieldBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
        const sizeField = start + 5 + (isSingleSegment ? 0 : 1) + dictionaryFieldBytes;
        need(start, sizeField + sizeFieldBytes - start);
        let end = sizeField + sizeFieldBytes;
        let maxPlainBytes = 0;
        for (let isLast = false; !isLast;) {
            need(end, 3);
            const header = view.getUint16(end, true) | (view.getUint8(end + 2) << 16);
            isLast = (header & 1) !== 0;
            const size = header >>> 3;
            const kind = (header >>> 1) & 3;
            if (kind === 3 || size > zstd_frames_MAX_BLOCK_BYTES)
                throw damagedStream(name, 'has a block of an unknown kind or size');
            // raw: `size` bytes as they are; run: one byte, repeated `size` times; else compressed
            maxPlainBytes += kind === 2 ? zstd_frames_MAX_BLOCK_BYTES : size;
            const bodyBytes = kind === 1 ? 1 : size;
            need(end, 3 + bodyBytes);
            end += 3 + bodyBytes;
        }
        if ((descriptor & 4) !== 0) {
            need(end, 4);
            end += 4;
        }
        return { end, maxPlainBytes: declaredSize(sizeField, sizeFieldBytes, maxPlainBytes), declaresSize: sizeFieldBytes > 0 };
    }
    function declaredSize(at, fieldBytes, limit) {
        if (fieldBytes === 0)
            return limit;
        let size = 0;
        if (fieldBytes === 1)
            size = view.getUint8(at);
        else if (fieldBytes === 2)
            size = view.getUint16(at, true) + 256;
        else if (fieldBytes === 4)
            size = view.getUint32(at, true);
        else
            size = Number(view.getBigUint64(at, true));
        if (size > limit)
            throw damagedStream(name, 'declares more bytes than its blocks can hold');
        return size;
    }
    function need(from, bytes) {
        if (bytes > stream.length - from)
            throw damagedStream(name, 'is cut short');
    }
}

;// CONCATENATED MODULE: ./lib/repo/compression/zstd.js
/** Zstandard: from the runtime where it has it (Node 22.15 and later), from WebAssembly elsewhere. */





let codec = nativeCodec();
let loading;
/** Makes Zstandard usable in this thread; costs nothing where the runtime has it, and little when called again. */
async function loadZstd() {
    if (codec !== undefined)
        return;
    loading ??= wasmCodec().then((loaded) => {
        codec = loaded;
    });
    await loading;
}
/** A compressor whose stream is one Zstandard frame; reading accepts several. */
function zstdCompressor(name, headerId, level) {
    return {
        name,
        headerId,
        compress: (plain) => frameOf(headerId, loadedCodec().compress(plain, level), plain.length),
        decompress(stream, maxLength) {
            // kopia's encoder makes nothing at all of empty input, so an empty stream is an empty content.
            const parts = [];
            let room = maxLength;
            for (const { bytes, maxPlainBytes, declaresSize } of zstdFrames(name, stream)) {
                // The WebAssembly library allocates what a frame declares, so such a frame must be refused before.
                if (declaresSize && maxPlainBytes > room)
                    throw tooLong(name, maxLength);
                let part;
                try {
                    part = loadedCodec().decompressFrame(bytes, Math.min(room, maxPlainBytes));
                }
                catch (error) {
                    if (error instanceof errors/* CairnError */.eb)
                        throw error;
                    throw damagedStream(name, `cannot be decompressed to at most ${maxLength} bytes`, error);
                }
                if (part.length > room)
                    throw tooLong(name, maxLength);
                room -= part.length;
                parts.push(part);
            }
            return parts.length === 1 && parts[0] !== undefined ? parts[0] : (0,bytes/* concatBytes */.Id)(parts);
        },
    };
}
function loadedCodec() {
    if (codec === undefined)
        throw new errors/* CairnError */.eb('CAIRN_INTERNAL', 'Zstandard was used before loadCompression() was awaited.');
    return codec;
}
/** The runtime takes no smaller ones. */
const MIN_CHUNK_BYTES = 64;
const MAX_CHUNK_BYTES = 256 * 1024;
function nativeCodec() {
    if (!("zstdCompressSync" in external_node_zlib_namespaceObject))
        return undefined;
    // The types are those of Node 20, which lacks these functions; their presence was just checked.
    const { zstdCompressSync, zstdDecompressSync } = external_node_zlib_namespaceObject;
    const levelParameter = 100; // ZSTD_c_compressionLevel
    return {
        compress: (plain, level) => zstdCompressSync(plain, { params: { [levelParameter]: level } }),
        decompressFrame(frame, maxLength) {
            const maxOutputLength = Math.max(1, maxLength);
            // The result is a view of so much memory, and may be kept: by default a directory of 1 KiB would keep 16. One more byte, because
            // the runtime takes another piece when one is full.
            const chunkSize = Math.min(Math.max(MIN_CHUNK_BYTES, maxLength + 1), MAX_CHUNK_BYTES);
            return zstdDecompressSync(frame, { maxOutputLength, chunkSize });
        },
    };
}
async function wasmCodec() {
    const wasm = await __webpack_require__.e(/* import() */ 7115).then(__webpack_require__.t.bind(__webpack_require__, 17115, 19));
    await wasm.init();
    const noDictionary = new Uint8Array(0);
    // One context each, kept for the life of the thread: making one costs more than compressing a small content.
    const compressing = wasm.createCCtx();
    const decompressing = wasm.createDCtx();
    return {
        compress: (plain, level) => wasm.compressUsingDict(compressing, plain, noDictionary, level),
        // The limit is for frames that declare no size.
        decompressFrame: (frame, maxLength) => wasm.decompressUsingDict(decompressing, frame, noDictionary, { defaultHeapSize: maxLength }),
    };
}

;// CONCATENATED MODULE: ./lib/repo/compression/index.js
/** The table of compressors. */







/**
 * Every compressor that can be read (docs/repository-format.md, "Compression").
 *
 * The levels of the zstd family are those whose speed and ratio come closest to what the names mean in kopia.
 */
const ALL = [
    zstdCompressor('zstd', 0x1100, 3),
    zstdCompressor('zstd-fastest', 0x1101, 1),
    zstdCompressor('zstd-better-compression', 0x1102, 7),
    zstdCompressor('zstd-best-compression', 0x1103, 11),
    gzipCompressor('gzip', 0x1000),
    gzipCompressor('gzip-best-speed', 0x1001, 1),
    gzipCompressor('gzip-best-compression', 0x1002, 9),
    gzipCompressor('pgzip', 0x1300),
    gzipCompressor('pgzip-best-speed', 0x1301, 1),
    gzipCompressor('pgzip-best-compression', 0x1302, 9),
    s2Compressor('s2-default', 0x1200, 'fast'),
    s2Compressor('s2-better', 0x1201, 'better'),
    s2Compressor('s2-parallel-4', 0x1202, 'fast'),
    s2Compressor('s2-parallel-8', 0x1203, 'fast'),
    deflateCompressor('deflate-default', 0x1500),
    deflateCompressor('deflate-best-speed', 0x1501, 1),
    deflateCompressor('deflate-best-compression', 0x1502, 9),
    lz4Compressor('lz4', 0x1400),
];
/** Name in a policy -> compressor. */
const COMPRESSORS = Object.fromEntries(ALL.map((each) => [each.name, each]));
const BY_ID = new Map(ALL.map((each) => [each.headerId, each]));
/** Must be awaited once in every thread before contents are compressed or decompressed; idempotent, 10 ms on Node 20, nothing later. */
async function loadCompression() {
    await loadZstd();
}
/** The name of the compressor with this header ID; undefined when it has none. */
function compressorNameOf(headerId) {
    return BY_ID.get(headerId)?.name;
}
/** The compressor called `name`; CAIRN_NOT_SUPPORTED for an unknown name. Its `compress` is absent when it is only read. */
function compressorByName(name) {
    const compressor = Object.hasOwn(COMPRESSORS, name) ? COMPRESSORS[name] : undefined;
    if (compressor !== undefined)
        return compressor;
    throw new errors/* CairnError */.eb('CAIRN_NOT_SUPPORTED', `The compression ${JSON.stringify(name)} is not supported.`, {
        hint: `Cairn writes ${Object.keys(COMPRESSORS)
            .filter((each) => COMPRESSORS[each]?.compress !== undefined)
            .join(', ')}.`,
    });
}
/** The compressor with this header ID; CAIRN_FORMAT_UNSUPPORTED for an unknown one. */
function compressorById(headerId) {
    const compressor = BY_ID.get(headerId);
    if (compressor !== undefined)
        return compressor;
    throw new errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `A content uses the compression 0x${headerId.toString(16)}, which Cairn cannot read.`, {
        hint: 'Read this repository with the version of kopia that wrote it.',
    });
}
/**
 * The plain bytes of a stored payload, header included; the header must carry `headerId` when one is given.
 *
 * Errors: CAIRN_CONTENT_DAMAGED, CAIRN_FORMAT_UNSUPPORTED.
 */
function decompressPayload(stored, maxLength, headerId) {
    const found = headerIdOf(stored);
    if (found === undefined || (headerId !== undefined && found !== headerId)) {
        throw new errors/* CairnError */.eb('CAIRN_CONTENT_DAMAGED', 'A compressed content does not begin with the compression it is listed with.');
    }
    return compressorById(found).decompress(stored.subarray(4), maxLength);
}


/***/ })

};
