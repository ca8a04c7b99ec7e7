/** Randomness by argument, so that tests can fix the bytes that are written. */
import { createHash, randomBytes } from 'node:crypto'

/** Returns `length` random bytes. */
export type RandomSource = (length: number) => Uint8Array

/** The operating system's generator. */
export const systemRandom: RandomSource = (length) => new Uint8Array(randomBytes(length))

/** Bytes that look random and are the same for the same seed: for work that is to be repeated, never for secrets. */
export function repeatableRandom(seed: number): RandomSource {
  let calls = 0
  return (length) => new Uint8Array(createHash('shake256', { outputLength: length }).update(`${seed} ${calls++}`).digest())
}
