/**
 * What is in a pack besides contents (docs/repository-format.md, "Packs").
 *
 * [format replica]            only in repositories without password change
 * random bytes (32)           preamble
 * sealed content ...          one after the other, nothing in between
 * random padding (1..4096)    so that the local index starts at a multiple of 4096
 * sealed local index
 * postamble
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { concatBytes, utf8 } from '../../util/bytes.ts'
import { crc32 } from '../../util/crc32.ts'

/** Random bytes before the first content. */
export const PREAMBLE_BYTES = 32
/** Random bytes at the end of the plain local index, so that no two are equal. */
export const INDEX_SUFFIX_BYTES = 32
const ALIGNMENT = 4096
const CRC_BYTES = 4
const MAX_VARINT_BYTES = 5

/** Where the local index of a pack is, and the iv it was sealed with. */
export interface Postamble {
  readonly indexIv: Uint8Array
  readonly indexOffset: number
  readonly indexLength: number
}

/** Number of padding bytes before the local index of a pack that is `size` bytes long: 1..4096, never 0. */
export function paddingBytes(size: number): number {
  return ALIGNMENT - (size % ALIGNMENT)
}

// postamble: uvarint 1 | uvarint iv length | iv | uvarint index offset | uvarint index length
//            | CRC-32 of the above (4, BE) | length of everything above (1)

/** The last bytes of a pack. */
export function encodePostamble(postamble: Postamble): Uint8Array {
  const body = concatBytes([
    encodeUvarint(1),
    encodeUvarint(postamble.indexIv.length),
    postamble.indexIv,
    encodeUvarint(postamble.indexOffset),
    encodeUvarint(postamble.indexLength),
  ])
  const bytes = new Uint8Array(body.length + CRC_BYTES + 1)
  bytes.set(body)
  new DataView(bytes.buffer).setUint32(body.length, crc32(body))
  bytes[bytes.length - 1] = body.length + CRC_BYTES
  return bytes
}

/** The postamble at the end of `tail`, the last bytes of a pack; undefined when there is none that is whole. */
export function decodePostamble(tail: Uint8Array): Postamble | undefined {
  const length = tail[tail.length - 1]
  if (length === undefined || length <= CRC_BYTES || length + 1 > tail.length) return undefined
  const start = tail.length - 1 - length
  const body = tail.subarray(start, start + length - CRC_BYTES)
  const view = new DataView(tail.buffer, tail.byteOffset + start + body.length, CRC_BYTES)
  if (view.getUint32(0) !== crc32(body)) return undefined
  const cursor = { at: 0 }
  if (decodeUvarint(body, cursor) !== 1) return undefined
  const ivLength = decodeUvarint(body, cursor)
  if (ivLength === undefined || ivLength > body.length - cursor.at) return undefined
  const indexIv = body.slice(cursor.at, cursor.at + ivLength)
  cursor.at += ivLength
  const indexOffset = decodeUvarint(body, cursor)
  const indexLength = decodeUvarint(body, cursor)
  if (indexOffset === undefined || indexLength === undefined) return undefined
  return { indexIv, indexOffset, indexLength }
}

/** Seven bits to a byte, low bits first, the top bit set on all but the last; values below 2^35. */
function encodeUvarint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80)
    rest = Math.floor(rest / 0x80)
  }
  bytes.push(rest)
  return Uint8Array.from(bytes)
}

function decodeUvarint(bytes: Uint8Array, cursor: { at: number }): number | undefined {
  let value = 0
  for (let i = 0; i < MAX_VARINT_BYTES; i++) {
    const byte = bytes[cursor.at++]
    if (byte === undefined) return undefined
    value += (byte & 0x7f) * 2 ** (7 * i)
    if (byte < 0x80) return value
  }
  return undefined
}

const REPLICA_KEY = 'kopia-repository'
const MAX_REPLICA_BYTES = 65_000
const REPLICA_MAC_BYTES = 32

// replica: L (2, little-endian) | json | HMAC-SHA256(json) (32) | L (2, little-endian)        L = json length + 32

/** The copy of `kopia.repository` at the start of a pack; undefined when it is too long to have one. */
export function encodeFormatReplica(json: Uint8Array): Uint8Array | undefined {
  const mac = createHmac('sha256', utf8(REPLICA_KEY)).update(json).digest()
  const length = json.length + mac.length
  if (length > MAX_REPLICA_BYTES) return undefined
  const mark = Uint8Array.of(length & 0xff, length >>> 8)
  return concatBytes([mark, json, mac, mark])
}

/** How many bytes at either end of a pack can hold a replica. */
export const REPLICA_SEARCH_BYTES = 65_536

/** The format blob in the first bytes of a pack, or in the last ones; undefined when there is none that is whole. */
export function decodeFormatReplica(bytes: Uint8Array, end: 'start' | 'end'): Uint8Array | undefined {
  if (bytes.length < 2) return undefined
  const markAt = end === 'start' ? 0 : bytes.length - 2
  const length = (bytes[markAt] ?? 0) | ((bytes[markAt + 1] ?? 0) << 8)
  if (length > MAX_REPLICA_BYTES || length <= REPLICA_MAC_BYTES || length + 2 > bytes.length) return undefined
  const body = end === 'start' ? bytes.subarray(2, 2 + length) : bytes.subarray(markAt - length, markAt)
  const json = body.subarray(0, length - REPLICA_MAC_BYTES)
  const mac = createHmac('sha256', utf8(REPLICA_KEY)).update(json).digest()
  return timingSafeEqual(mac, body.subarray(json.length)) ? json : undefined
}
