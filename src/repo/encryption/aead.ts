/**
 * The two authenticated ciphers; every byte string is sealed with a key of its own, derived from its iv
 * (docs/repository-format.md, "Content encryption").
 *
 * secret = HKDF(masterKey, salt "encryption", no info, 32)     once per repository
 * key    = HMAC-SHA256(secret, iv)                             once per byte string
 * sealed = nonce(12) | ciphertext(n) | tag(16)                 additional data = iv
 */
import { createCipheriv, createDecipheriv } from 'node:crypto'
import { CairnError } from '../../errors.ts'
import { release, toHex, utf8 } from '../../util/bytes.ts'
import { hkdfSha256, hmacSha256 } from '../../util/hmac.ts'
import { asSecretKey } from '../../util/secret-key.ts'
import type { EncryptorFactory } from './interface.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const OVERHEAD_BYTES = NONCE_BYTES + TAG_BYTES
const SECRET_BYTES = 32
const STEP_BYTES = 128 * 1024

/** OpenSSL's name of the cipher. */
type AeadName = 'aes-256-gcm' | 'chacha20-poly1305'

/** Makes the encryptor of one cipher; `seal` and `open` return fresh arrays. */
export function aeadEncryption(cipherName: AeadName): EncryptorFactory {
  // The types know an overload per cipher mode; both ciphers here take the same calls, so the GCM one stands for them.
  const name = cipherName as 'aes-256-gcm'
  return (masterKey) => {
    // The purpose is the salt here, unlike the keys of the format blob: a peculiarity of the format.
    const keyOf = hmacSha256(hkdfSha256(masterKey, utf8('encryption'), new Uint8Array(0), SECRET_BYTES))
    return {
      seal(plain, iv, random) {
        const nonce = random(NONCE_BYTES)
        const cipher = createCipheriv(name, asSecretKey(keyOf(iv)), nonce, { authTagLength: TAG_BYTES })
        cipher.setAAD(iv, { plaintextLength: plain.length })
        // Not from the shared pool, so that its memory may be transferred; not cleared, because every byte is set below.
        const sealed = viewOf(Buffer.allocUnsafeSlow(OVERHEAD_BYTES + plain.length))
        sealed.set(nonce)
        // In steps: a second array as long as a large content costs a third of the time, and memory until it is collected.
        for (let at = 0; at < plain.length; at += STEP_BYTES) {
          const step = cipher.update(plain.subarray(at, at + STEP_BYTES))
          sealed.set(step, NONCE_BYTES + at)
          if (step.length === STEP_BYTES) release(step)
        }
        cipher.final()
        sealed.set(cipher.getAuthTag(), NONCE_BYTES + plain.length)
        return sealed
      },
      open(sealed, iv) {
        if (sealed.length < OVERHEAD_BYTES) {
          throw damaged(iv, `has ${sealed.length} bytes, fewer than a nonce and a tag`)
        }
        const tagStart = sealed.length - TAG_BYTES
        const decipher = createDecipheriv(name, asSecretKey(keyOf(iv)), sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
        decipher.setAuthTag(sealed.subarray(tagStart))
        decipher.setAAD(iv, { plaintextLength: tagStart - NONCE_BYTES })
        const plain = decipher.update(sealed.subarray(NONCE_BYTES, tagStart))
        try {
          decipher.final()
        } catch (cause) {
          throw damaged(iv, 'does not match its authentication tag', cause)
        }
        return viewOf(plain)
      },
    }
  }
}

/** A plain array over the same memory: `slice` of a Buffer does not copy, which surprises. */
function viewOf(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length)
}

function damaged(iv: Uint8Array, what: string, cause?: unknown): CairnError {
  return new CairnError('CAIRN_CONTENT_DAMAGED', `An encrypted byte string (iv ${toHex(iv)}) ${what}.`, {
    hint: 'The stored bytes were changed, cut or written with other keys. Check the storage, then run "cairn snapshot verify".',
    cause,
  })
}
