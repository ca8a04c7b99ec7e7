/**
 * AES-256-GCM for the few blobs that are sealed with keys of their own instead of content encryption
 * (docs/repository-format.md, "Format blob").
 *
 * sealed: nonce(12) | ciphertext(n) | tag(16)
 */
import { createCipheriv, createDecipheriv } from 'node:crypto'
import { utf8 } from '../../util/bytes.ts'
import { hkdfSha256 } from '../../util/hmac.ts'
import type { RandomSource } from '../../util/random.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** Bytes that sealing adds. */
export const SEAL_OVERHEAD_BYTES = NONCE_BYTES + TAG_BYTES

/** A key with the additional data that goes with it. */
export interface SealingKey {
  readonly key: Uint8Array
  readonly additionalData: Uint8Array
}

/** The key of the format payload and of `kopia.blobcfg`; even its additional data is secret. */
export function formatSealingKey(formatKey: Uint8Array, uniqueId: Uint8Array): SealingKey {
  return {
    key: hkdfSha256(formatKey, uniqueId, utf8('AES'), KEY_BYTES),
    additionalData: hkdfSha256(formatKey, uniqueId, utf8('CHECKSUM'), KEY_BYTES),
  }
}

/** Seals `plain` with a fresh nonce. */
export function seal(sealingKey: SealingKey, plain: Uint8Array, random: RandomSource): Uint8Array {
  const nonce = random(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', sealingKey.key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(sealingKey.additionalData)
  const ciphertext = cipher.update(plain)
  cipher.final()
  const sealed = new Uint8Array(SEAL_OVERHEAD_BYTES + plain.length)
  sealed.set(nonce)
  sealed.set(ciphertext, NONCE_BYTES)
  sealed.set(cipher.getAuthTag(), NONCE_BYTES + plain.length)
  return sealed
}

/** The plain bytes; undefined when `sealed` was not made with this key. */
export function unseal(sealingKey: SealingKey, sealed: Uint8Array): Uint8Array | undefined {
  if (sealed.length < SEAL_OVERHEAD_BYTES) return undefined
  const tagStart = sealed.length - TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', sealingKey.key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAuthTag(sealed.subarray(tagStart))
  decipher.setAAD(sealingKey.additionalData)
  const plain = new Uint8Array(decipher.update(sealed.subarray(NONCE_BYTES, tagStart)))
  try {
    decipher.final()
  } catch {
    return undefined
  }
  return plain
}
