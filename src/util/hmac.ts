/** HMAC-SHA-256 with one key over millions of short messages. */
import { createHmac, hash } from 'node:crypto'
import { concatBytes } from './bytes.ts'
import { asSecretKey } from './secret-key.ts'

const BLOCK_BYTES = 64
const DIGEST_BYTES = 32
/** Up to here two one-shot digests over a reused buffer beat the set-up cost of an Hmac object; above, copying costs more than it saves. */
const SHORT_BYTES = 4096

/** Computes HMAC-SHA-256 of `parts` taken as one message; a fresh 32-byte array each time. */
export type HmacSha256 = (...parts: readonly Uint8Array[]) => Uint8Array

/** Prepares HMAC-SHA-256 for `key`, which is copied. Not to be shared between threads. */
export function hmacSha256(key: Uint8Array): HmacSha256 {
  const ownKey = asSecretKey(key.slice())
  const blockKey = new Uint8Array(BLOCK_BYTES)
  blockKey.set(key.length > BLOCK_BYTES ? hash('sha256', key, 'buffer') : key)
  // inner: (key ^ 0x36..)(64) | message(n)        outer: (key ^ 0x5c..)(64) | inner digest(32)
  const inner = new Uint8Array(BLOCK_BYTES + SHORT_BYTES)
  const outer = new Uint8Array(BLOCK_BYTES + DIGEST_BYTES)
  for (let i = 0; i < BLOCK_BYTES; i++) {
    inner[i] = (blockKey[i] ?? 0) ^ 0x36
    outer[i] = (blockKey[i] ?? 0) ^ 0x5c
  }
  return (...parts) => {
    let length = 0
    for (const part of parts) length += part.length
    if (length > SHORT_BYTES) {
      const hmac = createHmac('sha256', ownKey)
      for (const part of parts) hmac.update(part)
      return viewOf(hmac.digest())
    }
    let end = BLOCK_BYTES
    for (const part of parts) {
      inner.set(part, end)
      end += part.length
    }
    outer.set(hash('sha256', inner.subarray(0, end), 'buffer'), BLOCK_BYTES)
    return viewOf(hash('sha256', outer, 'buffer'))
  }
}

/** HKDF-SHA-256 of RFC 5869, extract and expand; at most 8160 bytes. */
export function hkdfSha256(keyMaterial: Uint8Array, salt: Uint8Array, purpose: Uint8Array, lengthBytes: number): Uint8Array {
  const expand = hmacSha256(hmacSha256(salt)(keyMaterial))
  const blocks: Uint8Array[] = []
  let block: Uint8Array = new Uint8Array(0)
  for (let made = 0; made < lengthBytes; made += DIGEST_BYTES) {
    block = expand(block, purpose, Uint8Array.of(blocks.length + 1))
    blocks.push(block)
  }
  return concatBytes(blocks).slice(0, lengthBytes)
}

/** A plain array over the same memory: `slice` of a Buffer does not copy, which surprises. */
function viewOf(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length)
}
