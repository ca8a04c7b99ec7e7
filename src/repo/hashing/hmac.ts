/** Hashes made of HMAC by the runtime's own crypto. */
import { createHmac } from 'node:crypto'
import { hmacSha256 } from '../../util/hmac.ts'
import { asSecretKey } from '../../util/secret-key.ts'
import type { HasherFactory } from './interface.ts'

/** HMAC-SHA-256, cut to its first `sizeBytes` bytes: the fastest hash there is here, so it has a path of its own. */
export function hmacSha256Hash(sizeBytes: 16 | 32): HasherFactory {
  return async (key) => {
    const mac = hmacSha256(key)
    return {
      sizeBytes,
      hash: sizeBytes === 32 ? mac : (...parts) => mac(...parts).subarray(0, sizeBytes),
    }
  }
}

/** HMAC over another digest of OpenSSL. */
export function hmacHash(digest: 'sha224' | 'sha3-224' | 'sha3-256', sizeBytes: 28 | 32): HasherFactory {
  return async (key) => {
    const ownKey = asSecretKey(key.slice())
    return {
      sizeBytes,
      hash: (...parts) => {
        const hmac = createHmac(digest, ownKey)
        for (const part of parts) hmac.update(part)
        return new Uint8Array(hmac.digest())
      },
    }
  }
}
