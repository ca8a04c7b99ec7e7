/** Keyed hash that names contents (docs/repository-format.md, "Content hashing"). */

/** Hashes one byte string at a time; not to be shared between threads. */
export interface Hasher {
  /** Length of the result in bytes: 16, 28 or 32. */
  readonly sizeBytes: number
  /** The hash of `parts` taken as one byte string; a fresh array each time. */
  hash(...parts: readonly Uint8Array[]): Uint8Array
}

/** Makes a hasher for a key; asynchronous because some algorithms are WebAssembly. */
export type HasherFactory = (key: Uint8Array) => Promise<Hasher>
