/** Compresses an archive while it grows. Every mark begins a new member (RFC 1952, 2.2), so that the file can be cut off there. */
import { once } from 'node:events'
import { createGzip, type Gzip } from 'node:zlib'
import { concatBytes } from '../../util/bytes.ts'
import type { ArchiveOutput } from './archive-file.ts'

/** Smaller pieces are compressed together. */
const PIECE_BYTES = 64 * 1024

interface Member {
  readonly gzip: Gzip
  /** Settles when all its bytes are in the file, or one of them could not be written. */
  readonly done: Promise<void>
  /** From now on nothing more of it gets into the file. */
  drop(): void
}

export class GzipOutput implements ArchiveOutput {
  readonly #file: ArchiveOutput
  #member: Member | undefined
  #pieces: Uint8Array[] = []
  #pieceBytes = 0

  constructor(file: ArchiveOutput) {
    this.#file = file
  }

  async append(bytes: Uint8Array): Promise<void> {
    this.#pieces.push(new Uint8Array(bytes))
    this.#pieceBytes += bytes.length
    if (this.#pieceBytes >= PIECE_BYTES) await this.#compress()
  }

  async mark(): Promise<number> {
    await this.#endMember()
    return await this.#file.mark()
  }

  rollback(mark: number): void {
    this.discard()
    this.#pieces = []
    this.#pieceBytes = 0
    this.#file.rollback(mark)
  }

  async finish(): Promise<void> {
    await this.#endMember()
    await this.#file.finish()
  }

  /** Leaves the member that was begun as it is. */
  discard(): void {
    this.#member?.drop()
    this.#member = undefined
  }

  async #compress(): Promise<void> {
    const bytes = concatBytes(this.#pieces)
    this.#pieces = []
    this.#pieceBytes = 0
    this.#member ??= this.#beginMember()
    const { gzip, done } = this.#member
    if (!gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), done])
  }

  async #endMember(): Promise<void> {
    if (this.#pieceBytes > 0) await this.#compress()
    const member = this.#member
    this.#member = undefined
    member?.gzip.end()
    await member?.done
  }

  #beginMember(): Member {
    const gzip = createGzip()
    const file = this.#file
    let isDropped = false
    const move = async () => {
      for await (const chunk of gzip) {
        // What was read already when the member was given up belongs behind no mark.
        if (isDropped) return
        await file.append(chunk)
      }
    }
    const drop = () => {
      isDropped = true
      gzip.destroy()
    }
    const done = move()
    // Whoever waits hears of it; a member that is given up has nobody waiting.
    done.catch(() => {})
    return { gzip, done, drop }
  }
}
