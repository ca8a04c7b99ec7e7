/** The table of content hashes. */
import { CairnError } from '../../errors.ts'
import { blake2bHash, blake2sHash, blake3Hash } from './blake.ts'
import { hmacHash, hmacSha256Hash } from './hmac.ts'
import type { Hasher, HasherFactory } from './interface.ts'

export type { Hasher, HasherFactory } from './interface.ts'

/** Name in the format payload -> hash (docs/repository-format.md, "Content hashing"). */
export const HASHERS: Readonly<Record<string, HasherFactory>> = {
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
}

/** The hash of a new repository: native in every supported runtime, and the fastest (docs/repository-format.md, "New repositories"). */
export const DEFAULT_HASH = 'HMAC-SHA256-128'

/**
 * Makes the hasher called `name`, keyed with the hash secret of the repository.
 *
 * Errors: CAIRN_FORMAT_UNSUPPORTED for an unknown name or a key the algorithm cannot take.
 */
export async function createHasher(name: string, key: Uint8Array): Promise<Hasher> {
  const factory = Object.hasOwn(HASHERS, name) ? HASHERS[name] : undefined
  if (factory === undefined) {
    throw new CairnError('CAIRN_FORMAT_UNSUPPORTED', `The content hash ${JSON.stringify(name)} is not supported.`, {
      hint: `Supported are ${Object.keys(HASHERS).join(', ')}.`,
    })
  }
  return await factory(key)
}
