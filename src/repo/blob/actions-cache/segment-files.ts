/** Segments on this machine: each is fetched whole when one of its blobs is read, and checked before anything of it is used. */
import { rm } from 'node:fs/promises'
import { CairnError, isCairnError } from '../../../errors.ts'
import type { Entries } from './entries.ts'
import { checkSegment, readRange } from './segment.ts'
import type { Segment } from './view.ts'

export class SegmentFiles {
  readonly #entries: Entries
  readonly #paths = new Map<string, string>()
  readonly #fetches = new Map<string, Promise<string>>()

  constructor(entries: Entries) {
    this.#entries = entries
  }

  /** Takes a file that is known to be this segment. */
  add(key: string, path: string): void {
    this.#paths.set(key, path)
  }

  /** The file of a segment when it is here. */
  pathOf(key: string): string | undefined {
    return this.#paths.get(key)
  }

  /** Bytes of a segment. Errors: CAIRN_CACHE_SEGMENT_LOST, CAIRN_CACHE_DAMAGED, those of `Entries.fetch`. */
  async read(segment: Segment, offset: number, length: number, signal?: AbortSignal): Promise<Uint8Array> {
    return await readRange(this.#paths.get(segment.key) ?? (await this.#fetch(segment, signal)), offset, length)
  }

  /** Reads of one segment share a fetch. */
  async #fetch(segment: Segment, signal: AbortSignal | undefined): Promise<string> {
    let fetch = this.#fetches.get(segment.key)
    if (fetch === undefined) {
      fetch = this.#fetchSound(segment, signal).finally(() => this.#fetches.delete(segment.key))
      this.#fetches.set(segment.key, fetch)
    }
    return await fetch
  }

  /** Once more when it is not whole: it may have been damaged on the way. */
  async #fetchSound(segment: Segment, signal: AbortSignal | undefined): Promise<string> {
    try {
      return await this.#fetchNow(segment, signal)
    } catch (error) {
      if (!isCairnError(error, 'CAIRN_CACHE_DAMAGED')) throw error
    }
    return await this.#fetchNow(segment, signal)
  }

  async #fetchNow(segment: Segment, signal: AbortSignal | undefined): Promise<string> {
    const path = await this.#entries.fetch(segment.key, segment.length, signal)
    if (path === undefined) {
      throw new CairnError('CAIRN_CACHE_SEGMENT_LOST', `The Actions cache has dropped ${segment.key}, written by run ${segment.run}.`, {
        hint: 'What needs it cannot be read. Take a new snapshot of the same files; the next run falls back to what is left.',
      })
    }
    try {
      await checkSegment(path, segment, signal)
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
    this.#paths.set(segment.key, path)
    return path
  }
}
