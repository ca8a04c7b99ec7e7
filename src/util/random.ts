/** Randomness by argument, so that tests can fix the bytes that are written. */
import { randomBytes } from 'node:crypto'

/** Returns `length` random bytes. */
export type RandomSource = (length: number) => Uint8Array

/** The operating system's generator. */
export const systemRandom: RandomSource = (length) => new Uint8Array(randomBytes(length))
