/**
 * Content IDs: an optional letter g-z and a keyed hash (docs/repository-format.md, "Content IDs").
 *
 * text:       [prefix letter] hex(hash)
 * binary key: prefix byte (0 when there is none) | hash(16..32)
 *
 * Both forms sort the same way: unprefixed contents first, then by letter, then by hash.
 */
import { toHex } from '../../util/bytes.ts'
import type { ContentId } from '../api.ts'

const PATTERN = /^[g-z]?(?:[0-9a-f]{2}){16,32}$/

/** Whether `text` is a well-formed content ID. */
export function isContentId(text: string): boolean {
  return PATTERN.test(text)
}

/** Whether `byte` may stand first in a binary key: 0, or a letter g-z. */
export function isPrefixByte(byte: number): boolean {
  return byte === 0 || (byte >= 0x67 && byte <= 0x7a)
}

/** The binary key of a content ID, prefix byte first; undefined when `id` is malformed. */
export function keyOfContentId(id: ContentId): Uint8Array | undefined {
  if (!isContentId(id)) return undefined
  const hasPrefix = id.length % 2 === 1
  const key = new Uint8Array(1 + (id.length >>> 1))
  key[0] = hasPrefix ? id.charCodeAt(0) : 0
  key.set(Buffer.from(hasPrefix ? id.slice(1) : id, 'hex'), 1)
  return key
}

/** The content ID of a hash; `prefixByte` is 0 for contents without a prefix. */
export function formatContentId(prefixByte: number, hash: Uint8Array): ContentId {
  const hex = toHex(hash)
  return prefixByte === 0 ? hex : String.fromCharCode(prefixByte) + hex
}

/** The prefix byte of a prefix letter: 0 for the empty string. */
export function prefixByteOf(prefix: string): number {
  return prefix === '' ? 0 : prefix.charCodeAt(0)
}

/** What a content is encrypted with beside the key: the last 16 bytes of its hash. */
export function contentIv(hash: Uint8Array): Uint8Array {
  return hash.subarray(hash.length - 16)
}
