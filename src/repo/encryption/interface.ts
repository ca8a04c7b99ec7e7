/** Authenticated encryption of contents and whole blobs (docs/repository-format.md, "Content encryption"). */
import type { RandomSource } from '../../util/random.ts'

/**
 * sealed: nonce(12) | ciphertext(n) | tag(16), with parity around it in repositories with error correction
 */
export interface Encryptor {
  seal(plain: Uint8Array, iv: Uint8Array, random: RandomSource): Uint8Array
  /** Throws CAIRN_CONTENT_DAMAGED when the bytes were not sealed with this key and iv. */
  open(sealed: Uint8Array, iv: Uint8Array): Uint8Array
}

export type EncryptorFactory = (masterKey: Uint8Array) => Encryptor
