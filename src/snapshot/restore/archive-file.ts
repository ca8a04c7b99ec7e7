/** The file that an archive grows in: what was appended can be taken back, when the entry it belongs to turns out damaged. */
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs'

const BUFFER_BYTES = 256 * 1024

/** Where the bytes of an archive go, in order. */
export interface ArchiveOutput {
  /** Takes bytes, which may be used again as soon as it is done. */
  append(bytes: Uint8Array): void | Promise<void>
  /** A place that `rollback` can come back to. */
  mark(): number | Promise<number>
  /** Takes back everything since `mark`. */
  rollback(mark: number): void
  /** Everything appended is in the file. */
  finish(): void | Promise<void>
}

/** A new file, written through a buffer. Its methods throw errors of the system. */
export class ArchiveFile implements ArchiveOutput {
  readonly #fd: number
  readonly #buffer = Buffer.allocUnsafe(BUFFER_BYTES)
  #used = 0
  /** Bytes before those in the buffer. */
  #written = 0

  constructor(path: string) {
    this.#fd = openSync(path, 'wx', 0o600)
  }

  /** Bytes appended so far. */
  get offset(): number {
    return this.#written + this.#used
  }

  append(bytes: Uint8Array): void {
    if (bytes.length > BUFFER_BYTES - this.#used) this.#flush()
    if (bytes.length > BUFFER_BYTES) {
      this.#write(bytes, this.#written)
      this.#written += bytes.length
    } else {
      this.#buffer.set(bytes, this.#used)
      this.#used += bytes.length
    }
  }

  /** Writes over what was appended at `offset`. */
  patch(offset: number, bytes: Uint8Array): void {
    this.#flush()
    this.#write(bytes, offset)
  }

  mark(): number {
    return this.offset
  }

  rollback(mark: number): void {
    this.#used = Math.max(0, mark - this.#written)
    if (mark >= this.#written) return
    ftruncateSync(this.#fd, mark)
    this.#written = mark
  }

  finish(): void {
    this.#flush()
  }

  close(): void {
    closeSync(this.#fd)
  }

  #flush(): void {
    this.#write(this.#buffer.subarray(0, this.#used), this.#written)
    this.#written += this.#used
    this.#used = 0
  }

  #write(bytes: Uint8Array, offset: number): void {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#fd, bytes, at, bytes.length - at, offset + at)
  }
}
