export const id = 4957;
export const ids = [4957];
export const modules = {

/***/ 17185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


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
function nativeCodec() {
    if (!("zstdCompressSync" in external_node_zlib_namespaceObject))
        return undefined;
    // The types are those of Node 20, which lacks these functions; their presence was just checked.
    const { zstdCompressSync, zstdDecompressSync } = external_node_zlib_namespaceObject;
    const levelParameter = 100; // ZSTD_c_compressionLevel
    return {
        compress: (plain, level) => zstdCompressSync(plain, { params: { [levelParameter]: level } }),
        decompressFrame: (frame, maxLength) => zstdDecompressSync(frame, { maxOutputLength: Math.max(1, maxLength) }),
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


/***/ }),

/***/ 34068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SW: () => (/* binding */ DEFAULT_ERROR_CORRECTION),
  Bh: () => (/* binding */ ERROR_CORRECTIONS),
  B6: () => (/* binding */ createErrorCorrection)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/util/crc32.js
var crc32 = __webpack_require__(79559);
;// CONCATENATED MODULE: ./lib/repo/ecc/layout.js
/** How many shards of which size a byte string is cut into (docs/repository-format.md, "Error correction"). */
/** Bytes of the checksum before every shard, and of the length before the input. */
const CRC_BYTES = 4;
const LENGTH_BYTES = 4;
const SMALL_DATA = 6;
const SMALL_PARITY = 2;
/** The layout rules for an overhead of `percent`, 1..100. All of this is single-precision arithmetic in the format, so it is here too. */
function eccParameters(percent) {
    const maxShard = percent === 1 ? 1024 : percent === 2 ? 512 : percent === 3 ? 256 : percent <= 6 ? 128 : 64;
    const { fround } = Math;
    const checksumShare = fround((100 * CRC_BYTES) / maxShard);
    const free = Math.max(fround(percent - checksumShare), fround(0.01));
    let data = 128;
    let parity = clamp(Math.floor(data * fround(free / 100)), 1, 128);
    if (parity === 1) {
        parity = 2;
        data = clamp(Math.floor(parity * fround(100 / free)), 128, 254);
    }
    const shards = data + parity;
    const smallInput = 2 * CRC_BYTES * shards;
    const smallStored = (SMALL_DATA + SMALL_PARITY) * (CRC_BYTES + Math.ceil(smallInput / SMALL_DATA));
    const oneBlockInput = data * maxShard;
    const oneBlockStored = shards * (CRC_BYTES + maxShard);
    const small = (shardBytes) => {
        return { isSmall: true, data: SMALL_DATA, parity: SMALL_PARITY, blocks: 1, shardBytes, storesPadding: true };
    };
    const oneBlock = (shardBytes) => ({ isSmall: false, data, parity, blocks: 1, shardBytes, storesPadding: true });
    const manyBlocks = (blocks) => {
        return { isSmall: false, data, parity, blocks, shardBytes: maxShard, storesPadding: false };
    };
    return {
        data,
        parity,
        ofInput(inputBytes) {
            const length = LENGTH_BYTES + inputBytes;
            if (length <= smallInput)
                return small(Math.ceil(length / SMALL_DATA));
            if (length <= oneBlockInput)
                return oneBlock(Math.ceil(length / data));
            return manyBlocks(Math.ceil(length / oneBlockInput));
        },
        ofStored(storedBytes) {
            const shardOf = (count) => Math.max(Math.ceil(storedBytes / count), CRC_BYTES + 1) - CRC_BYTES;
            if (storedBytes <= smallStored)
                return small(shardOf(SMALL_DATA + SMALL_PARITY));
            if (storedBytes <= oneBlockStored)
                return oneBlock(shardOf(shards));
            return manyBlocks(Math.ceil(storedBytes / oneBlockStored));
        },
    };
}
function clamp(value, least, most) {
    return Math.min(Math.max(value, least), most);
}

;// CONCATENATED MODULE: ./lib/repo/ecc/galois.js
/**
 * Arithmetic of bytes as elements of GF(2^8): addition is XOR, multiplication is that of polynomials modulo
 * x^8 + x^4 + x^3 + x^2 + 1 (docs/repository-format.md, "Error correction").
 */

const POLYNOMIAL = 0x11d;
const ORDER = 255;
/** 2^i for i below 510, so that sums of two logarithms need no reduction; and the logarithm of every byte but 0. */
const EXP = new Uint8Array(2 * ORDER);
const LOG = new Uint8Array(256);
for (let i = 0, power = 1; i < ORDER; i++) {
    EXP[i] = power;
    EXP[i + ORDER] = power;
    LOG[power] = i;
    power <<= 1;
    if (power > 255)
        power ^= POLYNOMIAL;
}
/** The product of two bytes. */
function multiply(a, b) {
    return a === 0 || b === 0 ? 0 : (EXP[(LOG[a] ?? 0) + (LOG[b] ?? 0)] ?? 0);
}
/** The quotient of two bytes; `b` is not 0. */
function divide(a, b) {
    return a === 0 ? 0 : (EXP[(LOG[a] ?? 0) + ORDER - (LOG[b] ?? 0)] ?? 0);
}
/** The product of two matrices. */
function multiplyMatrices(a, b) {
    const width = b[0]?.length ?? 0;
    return a.map((row) => {
        const product = new Uint8Array(width);
        row.forEach((factor, k) => {
            const other = b[k];
            if (factor === 0 || other === undefined)
                return;
            for (let c = 0; c < width; c++)
                product[c] = (product[c] ?? 0) ^ multiply(factor, other[c] ?? 0);
        });
        return product;
    });
}
/** The inverse of a square matrix, by elimination; CAIRN_INTERNAL when there is none, which the codes here never ask for. */
function invert(matrix) {
    const size = matrix.length;
    // Each row with a row of the identity behind it, which becomes the inverse.
    const rows = matrix.map((row, r) => {
        const extended = new Uint8Array(2 * size);
        extended.set(row);
        extended[size + r] = 1;
        return extended;
    });
    for (let column = 0; column < size; column++) {
        const pivotAt = rows.findIndex((row, r) => r >= column && row[column] !== 0);
        const pivot = rows[pivotAt];
        if (pivot === undefined)
            throw new errors/* CairnError */.eb('CAIRN_INTERNAL', 'A matrix of the error correction has no inverse.');
        rows[pivotAt] = rows[column] ?? pivot;
        rows[column] = pivot;
        scale(pivot, divide(1, pivot[column] ?? 0));
        for (const row of rows)
            if (row !== pivot)
                subtract(row, pivot, row[column] ?? 0);
    }
    return rows.map((row) => row.slice(size));
}
function scale(row, factor) {
    for (let c = 0; c < row.length; c++)
        row[c] = multiply(row[c] ?? 0, factor);
}
/** Takes `factor` times `other` off `row`; adding and subtracting are the same here. */
function subtract(row, other, factor) {
    if (factor === 0)
        return;
    for (let c = 0; c < row.length; c++)
        row[c] = (row[c] ?? 0) ^ multiply(other[c] ?? 0, factor);
}

;// CONCATENATED MODULE: ./lib/repo/ecc/reed-solomon.js
/**
 * Reed-Solomon codes: `parity` shards made of `data` shards, any `data` of which give all of them back
 * (docs/repository-format.md, "Error correction").
 *
 * code = V x inverse(top of V), V[r][c] = r^c        the top is the identity: data shards stay as they are
 *
 * The bytes at one place of the data shards are the values of a polynomial at 0, 1, 2, ...; those of the parity shards are its values further on.
 * So the factors below the identity are Lagrange's, and no large matrix has to be inverted.
 */

/** Rows of the code that are computed together: their products with one byte fit a 32-bit word. */
const LANES = 4;
/** Makes the code of `data` and `parity` shards, together at most 256. Tables of 1 KiB per data shard are built at the first use. */
function reedSolomon(data, parity) {
    const parityRows = Array.from({ length: parity }, (_, i) => parityRow(data, data + i));
    let tables;
    return {
        data,
        parity,
        encode(bytes, starts, size) {
            tables ??= productTables(parityRows);
            return combineAll(tables, parity, bytes, starts, size);
        },
        restore(shards, size) {
            const missing = Array.from({ length: data }, (_, i) => i).filter((i) => shards[i] === undefined);
            if (missing.length === 0)
                return true;
            const helpers = parityRows
                .flatMap((row, i) => (shards[data + i] === undefined ? [] : [{ row, at: data + i }]))
                .slice(0, missing.length);
            if (helpers.length < missing.length)
                return false;
            // helper = sum over present + sum over missing, so missing = inverse x (helpers + sums over present).
            const present = Array.from({ length: data }, (_, i) => i).filter((i) => shards[i] !== undefined);
            const inverse = invert(helpers.map(({ row }) => row.filter((_, i) => shards[i] === undefined)));
            const ofPresent = helpers.map(({ row }) => row.filter((_, i) => shards[i] !== undefined));
            const fromPresent = multiplyMatrices(inverse, ofPresent);
            const rows = inverse.map((row, i) => Uint8Array.from([...row, ...(fromPresent[i] ?? [])]));
            const sources = [...helpers.map(({ at }) => at), ...present];
            const bytes = new Uint8Array(data * size);
            for (const [i, source] of sources.entries())
                bytes.set(shards[source] ?? [], i * size);
            const starts = sources.map((_, i) => i * size);
            const restored = combineAll(productTables(rows), rows.length, bytes, starts, size);
            missing.forEach((i, at) => {
                shards[i] = restored[at];
            });
            return true;
        },
    };
}
/** The factors that give parity shard `point` (counted after the data shards): Lagrange's, for the points 0 to `data` - 1. */
function parityRow(data, point) {
    return Uint8Array.from({ length: data }, (_, c) => {
        let factor = 1;
        for (let k = 0; k < data; k++)
            if (k !== c)
                factor = divide(multiply(factor, point ^ k), c ^ k);
        return factor;
    });
}
/** For every four rows a table: entry `column * 256 + byte` holds the products of that byte with the four factors of the column. */
function productTables(rows) {
    const tables = [];
    for (let first = 0; first < rows.length; first += LANES) {
        const group = rows.slice(first, first + LANES);
        const columns = group[0]?.length ?? 0;
        const table = new Uint32Array(columns * 256);
        for (let column = 0; column < columns; column++) {
            for (let byte = 0; byte < 256; byte++) {
                let word = 0;
                group.forEach((row, lane) => {
                    word |= multiply(row[column] ?? 0, byte) << (8 * lane);
                });
                table[column * 256 + byte] = word;
            }
        }
        tables.push(table);
    }
    return tables;
}
function combineAll(tables, rows, bytes, starts, size) {
    return tables.flatMap((table, group) => combine(table, bytes, starts, size, Math.min(LANES, rows - group * LANES)));
}
/** The sums of products of one table with the shards: `lanes` new shards. */
function combine(table, bytes, starts, size, lanes) {
    const words = new Uint32Array(size);
    for (let shard = 0; shard < starts.length; shard++) {
        const start = starts[shard] ?? 0;
        // What is beyond the end counts as zeros, which add nothing.
        const length = Math.min(size, bytes.length - start);
        const base = shard * 256;
        // Indexes are within the arrays by construction; this is the inner loop of writing.
        for (let i = 0; i < length; i++)
            words[i] = words[i] ^ table[base + bytes[start + i]];
    }
    return Array.from({ length: lanes }, (_, lane) => {
        const made = new Uint8Array(size);
        // A byte array keeps the low eight bits only.
        for (let i = 0; i < size; i++)
            made[i] = words[i] >>> (8 * lane);
        return made;
    });
}

;// CONCATENATED MODULE: ./lib/repo/ecc/shards.js
/**
 * Byte strings with parity shards, so that changed bytes can be put right (docs/repository-format.md, "Error correction").
 *
 * stored: for every block its parity shards | all data shards in order
 * shard:  CRC-32 of the whole shard (4) | bytes
 * data shards together: input length n (4) | input (n) | zeros
 *
 * Where the zeros are not stored, the last shard is cut short; its CRC still covers them.
 */




/** Reed-Solomon codes over shards that carry a CRC-32, with an overhead of at most `percent` (1..100). */
function reedSolomonCrc32(percent) {
    const parameters = eccParameters(percent);
    // Building a code takes milliseconds, so that is left until it is needed.
    const codes = new Map();
    const codeOf = ({ isSmall, data, parity }) => {
        const code = codes.get(isSmall) ?? reedSolomon(data, parity);
        codes.set(isSmall, code);
        return code;
    };
    return {
        encode(input) {
            const layout = parameters.ofInput(input.length);
            return encodeShards(input, layout, codeOf(layout));
        },
        decode(stored) {
            const layout = parameters.ofStored(stored.length);
            return decodeShards(stored, layout, () => codeOf(layout));
        },
    };
}
function encodeShards(input, layout, code) {
    const { data, parity, blocks, shardBytes, storesPadding } = layout;
    const stride = CRC_BYTES + shardBytes;
    const payload = new Uint8Array(blocks * data * shardBytes);
    new DataView(payload.buffer).setUint32(0, input.length);
    payload.set(input, LENGTH_BYTES);
    const payloadStored = storesPadding ? payload.length : LENGTH_BYTES + input.length;
    const dataStart = blocks * parity * stride;
    // From memory of its own, because the result may be transferred to another thread.
    const stored = new Uint8Array(dataStart + payloadStored + CRC_BYTES * Math.ceil(payloadStored / shardBytes));
    const view = new DataView(stored.buffer);
    let at = 0;
    for (let block = 0; block < blocks; block++) {
        const starts = Array.from({ length: data }, (_, i) => (block * data + i) * shardBytes);
        for (const shard of code.encode(payload, starts, shardBytes)) {
            view.setUint32(at, (0,crc32/* crc32 */.Q)(shard));
            stored.set(shard, at + CRC_BYTES);
            at += stride;
        }
    }
    for (let start = 0; start < payloadStored; start += shardBytes) {
        view.setUint32(at, (0,crc32/* crc32 */.Q)(payload.subarray(start, start + shardBytes)));
        stored.set(payload.subarray(start, Math.min(start + shardBytes, payloadStored)), at + CRC_BYTES);
        at += stride;
    }
    return stored;
}
function decodeShards(stored, layout, code) {
    const { data, parity, blocks, shardBytes } = layout;
    const stride = CRC_BYTES + shardBytes;
    const dataStart = blocks * parity * stride;
    if (stored.length <= dataStart)
        throw beyondRepair(`has ${stored.length} bytes, too few to hold any data`);
    const payload = new Uint8Array(blocks * data * shardBytes);
    const damaged = new Set();
    const count = Math.ceil((stored.length - dataStart) / stride);
    for (let shard = 0; shard < Math.min(count, blocks * data); shard++) {
        const place = payload.subarray(shard * shardBytes, (shard + 1) * shardBytes);
        if (!readShard(stored, dataStart + shard * stride, place))
            damaged.add(Math.floor(shard / data));
    }
    for (const block of damaged)
        restoreBlock(stored, layout, block, payload, code());
    const length = new DataView(payload.buffer).getUint32(0);
    if (length > payload.length - LENGTH_BYTES)
        throw beyondRepair(`claims to hold ${length} bytes in ${stored.length}`);
    return payload.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
}
/** Copies a shard to its place, which holds zeros, and tells whether it is whole. */
function readShard(stored, at, place) {
    place.set(stored.subarray(Math.min(at + CRC_BYTES, stored.length), Math.min(at + CRC_BYTES + place.length, stored.length)));
    // The last checksum may be cut short by damage; then it cannot fit.
    if (at + CRC_BYTES > stored.length)
        return false;
    return new DataView(stored.buffer, stored.byteOffset + at, CRC_BYTES).getUint32(0) === (0,crc32/* crc32 */.Q)(place);
}
/** Computes the data shards of a block whose CRC does not fit from those that do, and from its parity shards. */
function restoreBlock(stored, layout, block, payload, code) {
    const { data, parity, blocks, shardBytes } = layout;
    const stride = CRC_BYTES + shardBytes;
    const dataStart = blocks * parity * stride;
    const shards = [];
    for (let i = 0; i < data; i++) {
        const at = dataStart + (block * data + i) * stride;
        const shard = new Uint8Array(shardBytes);
        // Beyond the end there are only zeros, without a checksum.
        shards.push(at >= stored.length || readShard(stored, at, shard) ? shard : undefined);
    }
    const lost = shards.flatMap((shard, i) => (shard === undefined ? [i] : []));
    for (let i = 0; i < parity; i++) {
        const shard = new Uint8Array(shardBytes);
        shards.push(readShard(stored, (block * parity + i) * stride, shard) ? shard : undefined);
    }
    if (!code.restore(shards, shardBytes)) {
        throw beyondRepair(`has ${lost.length} damaged shards in one block, more than its error correction can restore`);
    }
    for (const i of lost) {
        const shard = shards[i];
        if (shard !== undefined)
            payload.set(shard, (block * data + i) * shardBytes);
    }
}
function beyondRepair(what) {
    return new errors/* CairnError */.eb('CAIRN_CONTENT_DAMAGED', `A byte string with error correction ${what}.`, {
        hint: 'The stored bytes were changed or cut. Check the storage, then run "cairn snapshot verify".',
    });
}

;// CONCATENATED MODULE: ./lib/repo/ecc/index.js
/** The table of error corrections. */


/** Name in the format payload -> error correction for an overhead in percent (docs/repository-format.md, "Error correction"). */
const ERROR_CORRECTIONS = {
    'REED-SOLOMON-CRC32': reedSolomonCrc32,
};
/** The error correction of a new repository that asks for some overhead. */
const DEFAULT_ERROR_CORRECTION = 'REED-SOLOMON-CRC32';
/** The error correction called `name`; CAIRN_FORMAT_UNSUPPORTED for an unknown name. It has no state but tables. */
function createErrorCorrection(name, overheadPercent) {
    const create = Object.hasOwn(ERROR_CORRECTIONS, name) ? ERROR_CORRECTIONS[name] : undefined;
    if (create !== undefined)
        return create(overheadPercent);
    throw new errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `The error correction ${JSON.stringify(name)} is not supported.`, {
        hint: `Supported is ${Object.keys(ERROR_CORRECTIONS).join(', ')}.`,
    });
}


/***/ }),

/***/ 10617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y0: () => (/* binding */ DEFAULT_ENCRYPTION),
  $d: () => (/* binding */ ENCRYPTIONS),
  Dm: () => (/* binding */ createEncryptor)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/util/hmac.js
var hmac = __webpack_require__(85913);
;// CONCATENATED MODULE: ./lib/repo/encryption/aead.js
/**
 * The two authenticated ciphers; every byte string is sealed with a key of its own, derived from its iv
 * (docs/repository-format.md, "Content encryption").
 *
 * secret = HKDF(masterKey, salt "encryption", no info, 32)     once per repository
 * key    = HMAC-SHA256(secret, iv)                             once per byte string
 * sealed = nonce(12) | ciphertext(n) | tag(16)                 additional data = iv
 */




const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const OVERHEAD_BYTES = NONCE_BYTES + TAG_BYTES;
const SECRET_BYTES = 32;
const STEP_BYTES = 128 * 1024;
/** Makes the encryptor of one cipher; `seal` and `open` return fresh arrays. */
function aeadEncryption(cipherName) {
    // The types know an overload per cipher mode; both ciphers here take the same calls, so the GCM one stands for them.
    const name = cipherName;
    return (masterKey) => {
        // The purpose is the salt here, unlike the keys of the format blob: a peculiarity of the format.
        const keyOf = (0,hmac/* hmacSha256 */.T)((0,hmac/* hkdfSha256 */.H)(masterKey, (0,bytes/* utf8 */.As)('encryption'), new Uint8Array(0), SECRET_BYTES));
        return {
            seal(plain, iv, random) {
                const nonce = random(NONCE_BYTES);
                const cipher = (0,external_node_crypto_.createCipheriv)(name, keyOf(iv), nonce, { authTagLength: TAG_BYTES });
                cipher.setAAD(iv, { plaintextLength: plain.length });
                // Not from the shared pool, so that its memory may be transferred; not cleared, because every byte is set below.
                const sealed = viewOf(Buffer.allocUnsafeSlow(OVERHEAD_BYTES + plain.length));
                sealed.set(nonce);
                // In steps: a second array as long as a large content costs a third of the time, and memory until it is collected.
                for (let at = 0; at < plain.length; at += STEP_BYTES) {
                    const step = cipher.update(plain.subarray(at, at + STEP_BYTES));
                    sealed.set(step, NONCE_BYTES + at);
                    if (step.length === STEP_BYTES)
                        (0,bytes/* release */._r)(step);
                }
                cipher.final();
                sealed.set(cipher.getAuthTag(), NONCE_BYTES + plain.length);
                return sealed;
            },
            open(sealed, iv) {
                if (sealed.length < OVERHEAD_BYTES) {
                    throw damaged(iv, `has ${sealed.length} bytes, fewer than a nonce and a tag`);
                }
                const tagStart = sealed.length - TAG_BYTES;
                const decipher = (0,external_node_crypto_.createDecipheriv)(name, keyOf(iv), sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
                decipher.setAuthTag(sealed.subarray(tagStart));
                decipher.setAAD(iv, { plaintextLength: tagStart - NONCE_BYTES });
                const plain = decipher.update(sealed.subarray(NONCE_BYTES, tagStart));
                try {
                    decipher.final();
                }
                catch (cause) {
                    throw damaged(iv, 'does not match its authentication tag', cause);
                }
                return viewOf(plain);
            },
        };
    };
}
/** A plain array over the same memory: `slice` of a Buffer does not copy, which surprises. */
function viewOf(buffer) {
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}
function damaged(iv, what, cause) {
    return new errors/* CairnError */.eb('CAIRN_CONTENT_DAMAGED', `An encrypted byte string (iv ${(0,bytes/* toHex */.nj)(iv)}) ${what}.`, {
        hint: 'The stored bytes were changed, cut or written with other keys. Check the storage, then run "cairn snapshot verify".',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/repo/encryption/index.js
/** The table of content encryptions. */


/** Name in the format payload -> encryption (docs/repository-format.md, "Content encryption"). */
const ENCRYPTIONS = {
    'AES256-GCM-HMAC-SHA256': aeadEncryption('aes-256-gcm'),
    'CHACHA20-POLY1305-HMAC-SHA256': aeadEncryption('chacha20-poly1305'),
};
/** The encryption of a new repository (docs/repository-format.md, "New repositories"). */
const DEFAULT_ENCRYPTION = 'AES256-GCM-HMAC-SHA256';
/** Makes the encryptor called `name`; CAIRN_FORMAT_UNSUPPORTED for an unknown name, such as those kopia dropped before 0.7. */
function createEncryptor(name, masterKey) {
    const factory = Object.hasOwn(ENCRYPTIONS, name) ? ENCRYPTIONS[name] : undefined;
    if (factory === undefined) {
        throw new errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `The content encryption ${JSON.stringify(name)} is not supported.`, {
            hint: `Supported are ${Object.keys(ENCRYPTIONS).join(' and ')}.`,
        });
    }
    return factory(masterKey);
}


/***/ }),

/***/ 9170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Lo: () => (/* binding */ DEFAULT_HASH),
  Rj: () => (/* binding */ HASHERS),
  qj: () => (/* binding */ createHasher)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/repo/hashing/blake.js
/** Keyed BLAKE2 and BLAKE3, from WebAssembly because the runtime's own BLAKE2 takes no key. */

const BLAKE3_KEY_BYTES = 32;
/** BLAKE2b with the native key parameter and 32 bytes of output, cut to `sizeBytes`. Keys are at most 64 bytes. */
function blake2bHash(sizeBytes) {
    return async (key) => {
        refuseLongKey('BLAKE2b', key, 64);
        const { createBLAKE2b } = await __webpack_require__.e(/* import() */ 608).then(__webpack_require__.t.bind(__webpack_require__, 70608, 19));
        return hasherOf(await createBLAKE2b(256, key), sizeBytes);
    };
}
/** BLAKE2s whose output parameter is `sizeBytes`: 16 bytes are another function than the first half of 32. Keys are at most 32 bytes. */
function blake2sHash(sizeBytes) {
    return async (key) => {
        refuseLongKey('BLAKE2s', key, 32);
        // docs/repository-format.md, "Content hashing": kopia refuses the 128-bit form without a key, so no repository has it.
        if (sizeBytes === 16 && key.length === 0) {
            throw new errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', 'The hash BLAKE2S-128 does not work with an empty hash secret.');
        }
        const { createBLAKE2s } = await __webpack_require__.e(/* import() */ 608).then(__webpack_require__.t.bind(__webpack_require__, 70608, 19));
        return hasherOf(await createBLAKE2s(sizeBytes * 8, key), sizeBytes);
    };
}
/** BLAKE3 keyed with the first 32 bytes of the key, cut to `sizeBytes`. */
function blake3Hash(sizeBytes) {
    return async (key) => {
        if (key.length < BLAKE3_KEY_BYTES) {
            throw new errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `The hash secret of this repository has ${key.length} bytes; Cairn supports BLAKE3 only with secrets of ${BLAKE3_KEY_BYTES} bytes or more.`, { hint: 'No released version of kopia creates such a repository. Open it with kopia and copy its snapshots to a new one.' });
        }
        const { createBLAKE3 } = await __webpack_require__.e(/* import() */ 608).then(__webpack_require__.t.bind(__webpack_require__, 70608, 19));
        return hasherOf(await createBLAKE3(256, key.subarray(0, BLAKE3_KEY_BYTES)), sizeBytes);
    };
}
function hasherOf(state, sizeBytes) {
    return {
        sizeBytes,
        hash: (...parts) => {
            state.init();
            for (const part of parts)
                state.update(part);
            const digest = state.digest('binary');
            return digest.length === sizeBytes ? digest : digest.slice(0, sizeBytes);
        },
    };
}
function refuseLongKey(name, key, maxBytes) {
    if (key.length <= maxBytes)
        return;
    throw new errors/* CairnError */.eb('CAIRN_FORMAT_DAMAGED', `The hash secret has ${key.length} bytes, ${name} takes at most ${maxBytes}.`);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/util/hmac.js
var hmac = __webpack_require__(85913);
;// CONCATENATED MODULE: ./lib/repo/hashing/hmac.js
/** Hashes made of HMAC by the runtime's own crypto. */


/** HMAC-SHA-256, cut to its first `sizeBytes` bytes: the fastest hash there is here, so it has a path of its own. */
function hmacSha256Hash(sizeBytes) {
    return async (key) => {
        const mac = (0,hmac/* hmacSha256 */.T)(key);
        return {
            sizeBytes,
            hash: sizeBytes === 32 ? mac : (...parts) => mac(...parts).subarray(0, sizeBytes),
        };
    };
}
/** HMAC over another digest of OpenSSL. */
function hmacHash(digest, sizeBytes) {
    return async (key) => {
        const ownKey = key.slice();
        return {
            sizeBytes,
            hash: (...parts) => {
                const hmac = (0,external_node_crypto_.createHmac)(digest, ownKey);
                for (const part of parts)
                    hmac.update(part);
                return new Uint8Array(hmac.digest());
            },
        };
    };
}

;// CONCATENATED MODULE: ./lib/repo/hashing/index.js
/** The table of content hashes. */



/** Name in the format payload -> hash (docs/repository-format.md, "Content hashing"). */
const HASHERS = {
    'BLAKE2B-256': blake2bHash(32),
    'BLAKE2B-256-128': blake2bHash(16),
    'BLAKE2S-128': blake2sHash(16),
    'BLAKE2S-256': blake2sHash(32),
    'BLAKE3-256': blake3Hash(32),
    'BLAKE3-256-128': blake3Hash(16),
    'HMAC-SHA224': hmacHash('sha224', 28),
    'HMAC-SHA256': hmacSha256Hash(32),
    'HMAC-SHA256-128': hmacSha256Hash(16),
    'HMAC-SHA3-224': hmacHash('sha3-224', 28),
    'HMAC-SHA3-256': hmacHash('sha3-256', 32),
};
/** The hash of a new repository: native in every supported runtime, and the fastest (docs/repository-format.md, "New repositories"). */
const DEFAULT_HASH = 'HMAC-SHA256-128';
/**
 * Makes the hasher called `name`, keyed with the hash secret of the repository.
 *
 * Errors: CAIRN_FORMAT_UNSUPPORTED for an unknown name or a key the algorithm cannot take.
 */
async function createHasher(name, key) {
    const factory = Object.hasOwn(HASHERS, name) ? HASHERS[name] : undefined;
    if (factory === undefined) {
        throw new errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `The content hash ${JSON.stringify(name)} is not supported.`, {
            hint: `Supported are ${Object.keys(HASHERS).join(', ')}.`,
        });
    }
    return await factory(key);
}


/***/ }),

/***/ 4297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  me: () => (/* binding */ DEFAULT_SPLITTER),
  DO: () => (/* binding */ SPLITTERS),
  W3: () => (/* binding */ createSplitter)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/repo/splitter/buzhash-table.js
/** The 256 constants of the rolling hash; every kopia client has the same (docs/repository-format.md, "Splitters"). */
// biome-ignore format: eight to a line
const BUZHASH_TABLE = Int32Array.of(0x07fcfd52, 0x5f3f164f, 0x6695721d, 0x7b4d7c03, 0x49c6e2d1, 0x0d1d68d8, 0x7916001e, 0x22c4d294, 0x392907a0, 0x189deb99, 0xf3875d04, 0x95e94627, 0xba517936, 0x83c471d4, 0x7cb3ad0b, 0xa42655d9, 0x7c4e0b68, 0xd4491d1b, 0x25632186, 0xa9d78d73, 0x169c1121, 0xbb158644, 0xb68e6a3f, 0x759805f5, 0x2cdf5b8a, 0x57d29245, 0xc5d6d268, 0x6b83d0e2, 0x7674cb74, 0xb068d9db, 0xbb9457d8, 0xa15d523b, 0x794209ff, 0x9da1d7eb, 0x5a25e0cb, 0xf840ec4b, 0x36d4ff9b, 0xf4a5ee3b, 0x5ad145f4, 0xf6740304, 0x3f71f8cb, 0x91018d7c, 0xfccae224, 0xb186b51f, 0x7d9e8fbc, 0x93f93f33, 0xf63a5b6f, 0x19476c36, 0xbc897d06, 0x169873f5, 0x724c7af1, 0x581eeb39, 0x2257bb7d, 0x6f269a28, 0xbe8e9981, 0x7039374b, 0x25416fed, 0xded7e411, 0x6678e7aa, 0x244fcd36, 0x56aa6b86, 0xde4561ad, 0x3e99b0a8, 0xbed80a3a, 0xe58348b0, 0xaf63e58d, 0x406aec9d, 0xc233f007, 0xa5ead0bd, 0x050143a6, 0x738b6829, 0x3699caf3, 0x967cd710, 0x06f665a6, 0x25fd3d7f, 0x0fd6e479, 0x26fbf29b, 0x16de4c35, 0x2bf3394b, 0x4af864ba, 0x1cb9e6c6, 0x41439089, 0x69a39144, 0xc34f182d, 0x421657ff, 0xf9fc6568, 0x8b02c917, 0x6c9c64b7, 0x83d17909, 0xea3d4ca5, 0xaf635d47, 0x7fc78769, 0xbe14186f, 0x3539b1ea, 0xe9174548, 0xc051e18a, 0x07b73658, 0x29ec300c, 0xa250bf34, 0xa7ed5d97, 0xfe3dea79, 0xb8b352f7, 0xc9b344e9, 0x8e5f0475, 0x1941e52a, 0x2694763d, 0x6b40eabc, 0x8485d68b, 0x336eacca, 0x4399a363, 0x67149b9c, 0xae10a901, 0x5a5ffefb, 0x563b26de, 0x6f00f02b, 0x9f06397d, 0x545836c4, 0x31d6416b, 0x12f4128d, 0x752f33ff, 0x4a305605, 0x0c8dc214, 0x72521a90, 0x8eb3e4a1, 0x83efc6c6, 0x090ec04f, 0xc1540864, 0xec2c8aaa, 0x70ab53ba, 0x38d3b494, 0x878d4063, 0xa317ae3f, 0x3cb62f07, 0xf360412c, 0x4ffbf3a9, 0x22d554b4, 0x3f190476, 0x0796a710, 0xf5c353cf, 0x04f59bb7, 0x2d230176, 0xe2d6a9ce, 0x3f1d7427, 0xafd915bb, 0xb01aa47d, 0xcde2c269, 0x7417bf38, 0x1e094f9a, 0x55ece0ea, 0xcb94539b, 0x13d346b5, 0x54e0c0c1, 0x6db30e37, 0xdc02b390, 0xa6e222f5, 0xe2f8c1fe, 0x2e166bdf, 0x67588a74, 0x21898f34, 0x4c330f1d, 0x19af53ba, 0x70658b94, 0x133c9673, 0x4efeeadd, 0x0f212551, 0x070f0914, 0x6f241c57, 0xf13e41b7, 0x3be70cb0, 0xf4b6f47f, 0x20f31127, 0x6551cb89, 0x289cbd2c, 0x8946f23d, 0x40a79c3b, 0x03c6d982, 0x0365790c, 0x0cf52517, 0x0bb131e8, 0x3da5475c, 0x139efcca, 0xbcd44eb4, 0xa54af747, 0xb73c32ed, 0x9f6c47ac, 0xe8ba8f22, 0x54043a66, 0x3b0a7f20, 0xb4926431, 0xe17c02d5, 0x8f0d2558, 0x014fbff2, 0x7f803594, 0x79b76fbe, 0x33fe2656, 0x792c8ee8, 0x6b41292d, 0xfdff9c32, 0x82093298, 0x59483870, 0xb2d5a113, 0x2dd96e5a, 0x5b8e56a9, 0xebd9dda9, 0x04f9ce92, 0xcb440950, 0xa67e52b1, 0x49f6d261, 0x92417fc3, 0x1c3b6bd9, 0xb027b7e0, 0x1f765a41, 0x44c9ab40, 0x45d99121, 0xfd7a84af, 0x99b75788, 0xe3abff4a, 0xa88aa67f, 0x736e41cc, 0x9cbcbe5e, 0x7b3ccebc, 0xe1b7fa93, 0x315ae6af, 0x9cced2e2, 0x19ea0f2f, 0xa9770722, 0x84a6bfdc, 0x88f03f07, 0xa44a03a4, 0x27a6b885, 0xb580c8ba, 0x018153da, 0xb648e604, 0x51180278, 0x893a310f, 0x728f5f4c, 0x37f5198b, 0x3cc0ea9b, 0xe39d02db, 0x13883142, 0xca599392, 0xc12d154e, 0xc176163d, 0x5c92e2b8, 0xf9f95ede, 0xb802bdfc, 0x8a928585, 0xdca6e10b, 0x887953e8, 0x48b9e962, 0xe533e9a3, 0x5e0ce6e5, 0x1dba77ae, 0xc8214b8a, 0x53b428d7, 0x4cf20a65);

;// CONCATENATED MODULE: ./lib/repo/splitter/buzhash-wasm.js
/**
 * The long loop of the buzhash as WebAssembly, over bytes that were read into its memory: half again as fast as the same in JavaScript, where
 * every read is checked and every word taken apart.
 *
 * memory   table(256 * 4) | bytes
 * scan(at, end, hash, mask): where the first cut is, 0 when there is none; `end - at` is a multiple of 8, and 64 bytes lie before `at`
 *
 *   do {
 *     old = i64 at [at - 64]; young = i64 at [at]
 *     8 times, k = 0..7:
 *       hash = rotl(hash, 1) ^ (table[byte k of old] ^ table[byte k of young])
 *       if ((hash & mask) == 0) return at + k + 1
 *     at += 8
 *   } while (at < end)
 *   return 0
 */

const TABLE_BYTES = BUZHASH_TABLE.byteLength;
const PAGE_BYTES = 64 * 1024;
/** What one turn of the loop looks at. */
const STEP_BYTES = 8;
// Instructions (WebAssembly core specification, "Instructions").
const I32 = 0x7f;
const I64 = 0x7e;
const get = (local) => [0x20, local];
const set = (local) => [0x21, local];
const tee = (local) => [0x22, local];
const i32 = (value) => [0x41, ...signed(value)];
const i64 = (value) => [0x42, ...signed(value)];
const loadI32 = [0x28, 2, 0];
const loadI64 = [0x29, 0, 0];
const [eqz, lessThan, add, subtract, and, xor, shiftLeft, rotateLeft] = [0x45, 0x49, 0x6a, 0x6b, 0x71, 0x73, 0x74, 0x77];
const shiftRightI64 = 0x88;
const wrap = 0xa7;
const [loop, branchIf, returns, end] = [0x03, 0x0d, 0x0f, 0x0b];
const [ifs, nothing] = [0x04, 0x40];
// Locals of `scan`.
const [AT, END, HASH, MASK, OLD, YOUNG] = [0, 1, 2, 3, 4, 5];
/** LEB128, signed. */
function signed(value) {
    const out = [];
    for (let rest = value;; rest >>= 7) {
        const low = rest & 0x7f;
        const isLast = (rest >> 7 === 0 && (low & 0x40) === 0) || (rest >> 7 === -1 && (low & 0x40) !== 0);
        out.push(isLast ? low : low | 0x80);
        if (isLast)
            return out;
    }
}
/** LEB128, unsigned. */
function unsigned(value) {
    const out = [];
    for (let rest = value;; rest >>>= 7) {
        out.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
        if (rest <= 0x7f)
            return out;
    }
}
function tableEntry(word, k) {
    const byte = k === 0 ? [...get(word), wrap] : [...get(word), ...i64(8 * k), shiftRightI64, wrap];
    return [...byte, ...i32(255), and, ...i32(2), shiftLeft, ...loadI32];
}
function step(k) {
    const next = [...get(HASH), ...i32(1), rotateLeft, ...tableEntry(OLD, k), ...tableEntry(YOUNG, k), xor, xor, ...tee(HASH)];
    return [...next, ...get(MASK), and, eqz, ifs, nothing, ...get(AT), ...i32(k + 1), add, returns, end];
}
function moduleBytes() {
    const words = [...get(AT), ...i32(64), subtract, ...loadI64, ...set(OLD), ...get(AT), ...loadI64, ...set(YOUNG)];
    const steps = Array.from({ length: STEP_BYTES }, (_, k) => step(k)).flat();
    const again = [...get(AT), ...i32(STEP_BYTES), add, ...tee(AT), ...get(END), lessThan, branchIf, 0];
    const body = [1, 2, I64, loop, nothing, ...words, ...steps, ...again, end, ...i32(0), end];
    const section = (id, content) => [id, ...unsigned(content.length), ...content];
    return Uint8Array.from([
        ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
        // One type: four i32 give one i32.
        ...section(1, [1, 0x60, 4, I32, I32, I32, I32, 1, I32]),
        // Import "" "m": a memory of at least one page.
        ...section(2, [1, 0, 1, 0x6d, 2, 0, 1]),
        ...section(3, [1, 0]),
        // Export "s": function 0.
        ...section(7, [1, 1, 0x73, 0, 0]),
        ...section(10, [1, ...unsigned(body.length), ...body]),
    ]);
}
let compiled;
/** Memory for `sizeBytes` bytes; undefined where there is no WebAssembly, or no room for it. */
function fastMemory(sizeBytes) {
    try {
        compiled ??= new WebAssembly.Module(moduleBytes());
        const memory = new WebAssembly.Memory({ initial: Math.ceil((TABLE_BYTES + sizeBytes) / PAGE_BYTES) });
        const { s: scan } = new WebAssembly.Instance(compiled, { '': { m: memory } }).exports;
        new Int32Array(memory.buffer, 0, BUZHASH_TABLE.length).set(BUZHASH_TABLE);
        return {
            bytes: new Uint8Array(memory.buffer, TABLE_BYTES, sizeBytes),
            scan(from, to, hash, mask) {
                const length = (to - from) & -STEP_BYTES;
                if (length <= 0)
                    return -1;
                const cut = scan(TABLE_BYTES + from, TABLE_BYTES + from + length, hash, mask);
                return cut === 0 ? -1 : cut - TABLE_BYTES;
            },
        };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/repo/splitter/buzhash.js
/** Content-defined cuts by a 32-bit buzhash over a window of 64 bytes (docs/repository-format.md, "Splitters"). */


const WINDOW_BYTES = 64;
/** A constant of this module, unlike an imported name: the engine then knows its length and drops the bounds checks of bytes as indexes. */
const TABLE = BUZHASH_TABLE;
/** Words are taken apart from their low end, which is the first byte on every machine but a few mainframes. */
const IS_LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
/**
 * A splitter with segments of about `averageBytes` (a power of two), at least half and at most twice that.
 *
 * The hash of a candidate depends on the 64 bytes before it only, hence the search starts 64 bytes before the shortest allowed cut: a third
 * of typical bytes is never looked at.
 */
function buzhashSplitter(averageBytes) {
    const minBytes = averageBytes / 2;
    const maxBytes = averageBytes * 2;
    const mask = averageBytes - 1;
    return {
        minBytes,
        maxBytes,
        lend: (sizeBytes) => lend(sizeBytes),
        giveBack: (bytes) => giveBack(bytes),
        findCut(bytes, start, end, searchedBytes = 0) {
            const available = end - start;
            const shortest = Math.max(minBytes, searchedBytes + 1);
            if (available < shortest)
                return -1;
            const firstCut = start + shortest;
            const hash = hashOfWindow(bytes, firstCut);
            if ((hash & mask) === 0)
                return shortest;
            const lastCut = start + Math.min(available, maxBytes);
            const cut = lent !== undefined && lent.bytes === bytes
                ? fastScan(lent, firstCut, lastCut, hash, mask)
                : scan(bytes, firstCut, lastCut, hash, mask);
            if (cut !== -1)
                return cut - start;
            return lastCut - start === maxBytes ? maxBytes : -1;
        },
    };
}
/** Memory for fast scanning, one of it in each thread; kept, because the engine reserves far more addresses than bytes for each. */
let kept;
/** The same while somebody has it. */
let lent;
function lend(sizeBytes) {
    if (lent !== undefined)
        return new Uint8Array(sizeBytes);
    lent = kept !== undefined && kept.bytes.length >= sizeBytes ? kept : fastMemory(sizeBytes);
    kept = lent;
    return lent?.bytes ?? new Uint8Array(sizeBytes);
}
function giveBack(bytes) {
    if (lent?.bytes === bytes)
        lent = undefined;
}
/** As `scan`, in memory that was lent. */
function fastScan(memory, from, to, hash, mask) {
    const cut = memory.scan(from, to, hash, mask);
    const rest = from + ((to - from) & -STEP_BYTES);
    return cut !== -1 || rest === to ? cut : scan(memory.bytes, rest, to, hashOfWindow(memory.bytes, rest), mask);
}
/** Hash of the 64 bytes before `end`. A function of its own: inside the one with the long loop, the engine makes that loop a third slower. */
function hashOfWindow(bytes, end) {
    let hash = 0;
    for (let i = end - WINDOW_BYTES; i < end; i++)
        hash = ((hash << 1) | (hash >>> 31)) ^ TABLE[bytes[i]];
    return hash;
}
/**
 * The first place after `from` and up to `to` where the low bits of the hash under `mask` are zero; -1 when there is none.
 *
 * Every byte of every file passes through here, so the speed of a snapshot hangs on this loop. It reads words of four bytes, which saves a
 * third of the time: most of it is spent on checking that reads are within bounds. A byte that leaves the window would have been rotated by
 * 64 mod 32 = 0 places since it came, so it leaves as it entered. Casts: every index is inside its array by the bounds of the loops.
 */
function scan(bytes, from, to, hashBefore, mask) {
    const table = TABLE;
    let hash = hashBefore;
    let cut = from;
    // Byte by byte up to the first one that lies on a word of the memory.
    for (; cut < to && (!IS_LITTLE_ENDIAN || ((bytes.byteOffset + cut) & 3) !== 0); cut++) {
        hash = ((hash << 1) | (hash >>> 31)) ^ table[bytes[cut - 64]] ^ table[bytes[cut]];
        if ((hash & mask) === 0)
            return cut + 1;
    }
    // A shift, because a division would make it, and then the loop, a matter of floating-point numbers.
    const wordCount = (to - cut) >> 2;
    if (wordCount > 0) {
        const words = new Int32Array(bytes.buffer, bytes.byteOffset + cut - 64, wordCount + 16);
        for (let i = 0; i < wordCount; i++) {
            const old = words[i];
            const young = words[i + 16];
            hash = ((hash << 1) | (hash >>> 31)) ^ table[old & 255] ^ table[young & 255];
            if ((hash & mask) === 0)
                return cut + i * 4 + 1;
            hash = ((hash << 1) | (hash >>> 31)) ^ table[(old >>> 8) & 255] ^ table[(young >>> 8) & 255];
            if ((hash & mask) === 0)
                return cut + i * 4 + 2;
            hash = ((hash << 1) | (hash >>> 31)) ^ table[(old >>> 16) & 255] ^ table[(young >>> 16) & 255];
            if ((hash & mask) === 0)
                return cut + i * 4 + 3;
            hash = ((hash << 1) | (hash >>> 31)) ^ table[old >>> 24] ^ table[young >>> 24];
            if ((hash & mask) === 0)
                return cut + i * 4 + 4;
        }
        cut += wordCount * 4;
    }
    for (; cut < to; cut++) {
        hash = ((hash << 1) | (hash >>> 31)) ^ table[bytes[cut - 64]] ^ table[bytes[cut]];
        if ((hash & mask) === 0)
            return cut + 1;
    }
    return -1;
}

;// CONCATENATED MODULE: ./lib/repo/splitter/fixed.js
/** A splitter whose segments all have `sizeBytes` bytes, except the last of an object. */
function fixedSplitter(sizeBytes) {
    return {
        minBytes: sizeBytes,
        maxBytes: sizeBytes,
        findCut: (_bytes, start, end) => (end - start >= sizeBytes ? sizeBytes : -1),
    };
}

;// CONCATENATED MODULE: ./lib/repo/splitter/rabin-karp.js
const rabin_karp_WINDOW_BYTES = 64;
const POLYNOMIAL = 0x2e3e3e4a305605n;
const DEGREE = 53n;
const HIGH_MASK = 0x1fffff;
let tables;
/** A splitter with segments of about `averageBytes` (a power of two), at least half and at most twice that. */
function rabinKarpSplitter(averageBytes) {
    const minBytes = averageBytes / 2;
    const maxBytes = averageBytes * 2;
    const mask = averageBytes - 1;
    return {
        minBytes,
        maxBytes,
        findCut(bytes, start, end, searchedBytes = 0) {
            const available = end - start;
            const shortest = Math.max(minBytes, searchedBytes + 1);
            if (available < shortest)
                return -1;
            tables ??= makeTables();
            const { high: outHigh, low: outLow } = tables.out;
            const { high: modHigh, low: modLow } = tables.mod;
            const firstCut = start + shortest;
            const lastCut = start + Math.min(available, maxBytes);
            let high = 0;
            let low = 0;
            for (let i = firstCut - rabin_karp_WINDOW_BYTES; i < lastCut; i++) {
                if (i >= firstCut) {
                    if ((low & mask) === 0)
                        return i - start;
                    const leaving = bytes[i - rabin_karp_WINDOW_BYTES];
                    high ^= outHigh[leaving];
                    low ^= outLow[leaving];
                }
                const over = high >>> 13;
                high = (((high << 8) | (low >>> 24)) & HIGH_MASK) ^ modHigh[over];
                low = ((low << 8) | bytes[i]) ^ modLow[over];
            }
            return (low & mask) === 0 || lastCut - start === maxBytes ? lastCut - start : -1;
        },
    };
}
// The casts above: every index is inside its array by the bounds of the loop; bytes index tables of 256 entries, and `high` has 21 bits, so
// `high >>> 13` is a byte as well.
function makeTables() {
    return {
        out: wideTable((byte) => remainder(byte << BigInt(8 * (rabin_karp_WINDOW_BYTES - 1)))),
        mod: wideTable((byte) => remainder(byte << DEGREE)),
    };
}
function wideTable(entryOf) {
    const high = new Int32Array(256);
    const low = new Int32Array(256);
    for (let byte = 0; byte < 256; byte++) {
        const value = entryOf(BigInt(byte));
        high[byte] = Number(value >> 32n);
        low[byte] = Number(BigInt.asIntN(32, value));
    }
    return { high, low };
}
/** Remainder of a division of polynomials over GF(2). */
function remainder(value) {
    let rest = value;
    for (let degree = BigInt(rest.toString(2).length - 1); degree >= DEGREE; degree = BigInt(rest.toString(2).length - 1)) {
        rest ^= POLYNOMIAL << (degree - DEGREE);
    }
    return rest;
}

;// CONCATENATED MODULE: ./lib/repo/splitter/index.js
/** The table of splitters. */




const KiB = 1024;
const MiB = 1024 * KiB;
/** Name in the format payload or a policy -> splitter (docs/repository-format.md, "Splitters"). */
const SPLITTERS = {
    'FIXED-128K': fixedSplitter(128 * KiB),
    'FIXED-256K': fixedSplitter(256 * KiB),
    'FIXED-512K': fixedSplitter(512 * KiB),
    'FIXED-1M': fixedSplitter(1 * MiB),
    'FIXED-2M': fixedSplitter(2 * MiB),
    'FIXED-4M': fixedSplitter(4 * MiB),
    'FIXED-8M': fixedSplitter(8 * MiB),
    'DYNAMIC-128K-BUZHASH': buzhashSplitter(128 * KiB),
    'DYNAMIC-256K-BUZHASH': buzhashSplitter(256 * KiB),
    'DYNAMIC-512K-BUZHASH': buzhashSplitter(512 * KiB),
    'DYNAMIC-1M-BUZHASH': buzhashSplitter(1 * MiB),
    'DYNAMIC-2M-BUZHASH': buzhashSplitter(2 * MiB),
    'DYNAMIC-4M-BUZHASH': buzhashSplitter(4 * MiB),
    'DYNAMIC-8M-BUZHASH': buzhashSplitter(8 * MiB),
    'DYNAMIC-128K-RABINKARP': rabinKarpSplitter(128 * KiB),
    'DYNAMIC-256K-RABINKARP': rabinKarpSplitter(256 * KiB),
    'DYNAMIC-512K-RABINKARP': rabinKarpSplitter(512 * KiB),
    'DYNAMIC-1M-RABINKARP': rabinKarpSplitter(1 * MiB),
    'DYNAMIC-2M-RABINKARP': rabinKarpSplitter(2 * MiB),
    'DYNAMIC-4M-RABINKARP': rabinKarpSplitter(4 * MiB),
    'DYNAMIC-8M-RABINKARP': rabinKarpSplitter(8 * MiB),
    // Names of repositories made before sizes were part of the name.
    FIXED: fixedSplitter(4 * MiB),
    DYNAMIC: buzhashSplitter(4 * MiB),
};
/** The splitter of a new repository, and kopia's own default. */
const DEFAULT_SPLITTER = 'DYNAMIC-4M-BUZHASH';
/** The splitter called `name`; CAIRN_FORMAT_UNSUPPORTED for an unknown name. It has no state, so one value serves all. */
function createSplitter(name) {
    const splitter = Object.hasOwn(SPLITTERS, name) ? SPLITTERS[name] : undefined;
    if (splitter === undefined) {
        throw new errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `The splitter ${JSON.stringify(name)} is not supported.`, {
            hint: `Supported are ${Object.keys(SPLITTERS).join(', ')}.`,
        });
    }
    return splitter;
}


/***/ }),

/***/ 79559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

var node_zlib__WEBPACK_IMPORTED_MODULE_0___namespace_cache;
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ crc32)
/* harmony export */ });
/* unused harmony export tableCrc32 */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/** CRC-32 as in zip and PNG: of pack postambles and of error-corrected shards (docs/repository-format.md, "Packs", "Error correction"). */

/** CRC-32 (IEEE polynomial, reflected) of `bytes`, as an unsigned 32-bit number; behind other bytes with theirs as `before`. */
const crc32 = nativeCrc32() ?? tableCrc32;
/** The runtime's own from Node 20.15 and 22.2 on. */
function nativeCrc32() {
    if (!("crc32" in /*#__PURE__*/ (node_zlib__WEBPACK_IMPORTED_MODULE_0___namespace_cache || (node_zlib__WEBPACK_IMPORTED_MODULE_0___namespace_cache = __webpack_require__.t(node_zlib__WEBPACK_IMPORTED_MODULE_0__, 2)))))
        return undefined;
    // The types are those of the oldest Node, which lacks this function; its presence was just checked.
    const { crc32: native } = /*#__PURE__*/ (node_zlib__WEBPACK_IMPORTED_MODULE_0___namespace_cache || (node_zlib__WEBPACK_IMPORTED_MODULE_0___namespace_cache = __webpack_require__.t(node_zlib__WEBPACK_IMPORTED_MODULE_0__, 2)));
    return (bytes, before = 0) => native(bytes, before);
}
let table;
/** The same in plain JavaScript, one table look-up per byte. */
function tableCrc32(bytes, before = 0) {
    table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
        let value = byte;
        for (let bit = 0; bit < 8; bit++)
            value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
        return value >>> 0;
    });
    let crc = ~before >>> 0;
    for (const byte of bytes)
        crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
    return ~crc >>> 0;
}


/***/ }),

/***/ 85913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ hkdfSha256),
/* harmony export */   T: () => (/* binding */ hmacSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/** HMAC-SHA-256 with one key over millions of short messages. */


const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;
/** Up to here two one-shot digests over a reused buffer beat the set-up cost of an Hmac object; above, copying costs more than it saves. */
const SHORT_BYTES = 4096;
/** Prepares HMAC-SHA-256 for `key`, which is copied. Not to be shared between threads. */
function hmacSha256(key) {
    const ownKey = key.slice();
    const blockKey = new Uint8Array(BLOCK_BYTES);
    blockKey.set(key.length > BLOCK_BYTES ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', key, 'buffer') : key);
    // inner: (key ^ 0x36..)(64) | message(n)        outer: (key ^ 0x5c..)(64) | inner digest(32)
    const inner = new Uint8Array(BLOCK_BYTES + SHORT_BYTES);
    const outer = new Uint8Array(BLOCK_BYTES + DIGEST_BYTES);
    for (let i = 0; i < BLOCK_BYTES; i++) {
        inner[i] = (blockKey[i] ?? 0) ^ 0x36;
        outer[i] = (blockKey[i] ?? 0) ^ 0x5c;
    }
    return (...parts) => {
        let length = 0;
        for (const part of parts)
            length += part.length;
        if (length > SHORT_BYTES) {
            const hmac = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', ownKey);
            for (const part of parts)
                hmac.update(part);
            return viewOf(hmac.digest());
        }
        let end = BLOCK_BYTES;
        for (const part of parts) {
            inner.set(part, end);
            end += part.length;
        }
        outer.set((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', inner.subarray(0, end), 'buffer'), BLOCK_BYTES);
        return viewOf((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', outer, 'buffer'));
    };
}
/** HKDF-SHA-256 of RFC 5869, extract and expand; at most 8160 bytes. */
function hkdfSha256(keyMaterial, salt, purpose, lengthBytes) {
    const expand = hmacSha256(hmacSha256(salt)(keyMaterial));
    const blocks = [];
    let block = new Uint8Array(0);
    for (let made = 0; made < lengthBytes; made += DIGEST_BYTES) {
        block = expand(block, purpose, Uint8Array.of(blocks.length + 1));
        blocks.push(block);
    }
    return (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .concatBytes */ .Id)(blocks).slice(0, lengthBytes);
}
/** A plain array over the same memory: `slice` of a Buffer does not copy, which surprises. */
function viewOf(buffer) {
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}


/***/ })

};
