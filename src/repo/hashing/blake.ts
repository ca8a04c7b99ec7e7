/** Keyed BLAKE2 and BLAKE3, from WebAssembly because the runtime's own BLAKE2 takes no key. */
import { CairnError } from '../../errors.ts'
import type { Hasher, HasherFactory } from './interface.ts'

const BLAKE3_KEY_BYTES = 32

/** The part of a hash-wasm object that is used; it holds one running state, so nothing may be interleaved on it. */
interface RunningHash {
  init(): unknown
  update(bytes: Uint8Array): unknown
  digest(outputType: 'binary'): Uint8Array
}

/** BLAKE2b with the native key parameter and 32 bytes of output, cut to `sizeBytes`. Keys are at most 64 bytes. */
export function blake2bHash(sizeBytes: 16 | 32): HasherFactory {
  return async (key) => {
    refuseLongKey('BLAKE2b', key, 64)
    const { createBLAKE2b } = await import('hash-wasm')
    return hasherOf(await createBLAKE2b(256, key), sizeBytes)
  }
}

/** BLAKE2s whose output parameter is `sizeBytes`: 16 bytes are another function than the first half of 32. Keys are at most 32 bytes. */
export function blake2sHash(sizeBytes: 16 | 32): HasherFactory {
  return async (key) => {
    refuseLongKey('BLAKE2s', key, 32)
    // docs/repository-format.md, "Content hashing": kopia refuses the 128-bit form without a key, so no repository has it.
    if (sizeBytes === 16 && key.length === 0) {
      throw new CairnError('CAIRN_FORMAT_UNSUPPORTED', 'The hash BLAKE2S-128 does not work with an empty hash secret.')
    }
    const { createBLAKE2s } = await import('hash-wasm')
    return hasherOf(await createBLAKE2s(sizeBytes * 8, key), sizeBytes)
  }
}

/** BLAKE3 keyed with the first 32 bytes of the key, cut to `sizeBytes`. */
export function blake3Hash(sizeBytes: 16 | 32): HasherFactory {
  return async (key) => {
    if (key.length < BLAKE3_KEY_BYTES) {
      throw new CairnError(
        'CAIRN_FORMAT_UNSUPPORTED',
        `The hash secret of this repository has ${key.length} bytes; Cairn supports BLAKE3 only with secrets of ${BLAKE3_KEY_BYTES} bytes or more.`,
        { hint: 'No released version of kopia creates such a repository. Open it with kopia and copy its snapshots to a new one.' },
      )
    }
    const { createBLAKE3 } = await import('hash-wasm')
    return hasherOf(await createBLAKE3(256, key.subarray(0, BLAKE3_KEY_BYTES)), sizeBytes)
  }
}

function hasherOf(state: RunningHash, sizeBytes: number): Hasher {
  return {
    sizeBytes,
    hash: (...parts) => {
      state.init()
      for (const part of parts) state.update(part)
      const digest = state.digest('binary')
      return digest.length === sizeBytes ? digest : digest.slice(0, sizeBytes)
    },
  }
}

function refuseLongKey(name: string, key: Uint8Array, maxBytes: number): void {
  if (key.length <= maxBytes) return
  throw new CairnError('CAIRN_FORMAT_DAMAGED', `The hash secret has ${key.length} bytes, ${name} takes at most ${maxBytes}.`)
}
