/** Ends an upload before its end, so that what is stored by then becomes an incomplete snapshot (docs/repository-format.md, "Incomplete snapshots"). */
import type { IncompleteReason } from '../manifest.ts'

export class UploadStop {
  readonly #files = new AbortController()
  readonly #limitBytes: number
  #reservedBytes = 0
  #reason: IncompleteReason | undefined

  /** `limitBytes` is how much may be read; 0 means any amount. */
  constructor(limitBytes = 0) {
    this.#limitBytes = limitBytes
  }

  /** Why nothing more is begun; undefined while the upload goes on. */
  get reason(): IncompleteReason | undefined {
    return this.#reason
  }

  /** Aborted when a large file that is being read is not to be finished. */
  get signal(): AbortSignal {
    return this.#files.signal
  }

  /** Begins nothing more; the first reason counts. */
  stop(reason: IncompleteReason): void {
    this.#reason ??= reason
    this.#files.abort()
  }

  /** The upload is over, or has failed as a whole: large files are let go as well. */
  end(): void {
    this.#files.abort()
  }

  /** Whether a file of this size may be read. As for Kopia the file that goes beyond the limit is not part of the snapshot. */
  reserve(sizeBytes: number): boolean {
    if (this.#reason !== undefined) return false
    this.#reservedBytes += sizeBytes
    if (this.#limitBytes === 0 || this.#reservedBytes <= this.#limitBytes) return true
    // Files that were begun before are within the limit, and end.
    this.#reason = 'limit reached'
    return false
  }
}
