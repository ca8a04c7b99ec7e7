/** What has been stored of one directory, and what could not be. */
import type { DirEntry } from '../dir-entry.ts'
import type { EntryFailure } from '../summary.ts'
import { isIdentical } from './same.ts'
import type { UploadTally } from './tally.ts'

/** U+FFFD: stands for bytes that are not valid UTF-8, so that two names can become one. */
const REPLACEMENT = '\ufffd'

export class FolderContent {
  readonly entries: DirEntry[] = []
  /** How many of the entries are exactly what the earlier snapshot has. */
  identical = 0
  /** Further entries that are exactly what the earlier snapshot has, and were not loaded. */
  unread = 0
  /** The earlier directory whose files and links these are. */
  unreadIn: DirEntry | undefined
  readonly fatal: EntryFailure[] = []
  readonly ignored: EntryFailure[] = []
  readonly #relativePath: string
  readonly #tally: UploadTally
  /** Only names that could be equal to another one. */
  readonly #ambiguousNames = new Set<string>()

  constructor(relativePath: string, tally: UploadTally) {
    this.#relativePath = relativePath
    this.#tally = tally
  }

  /** Path of an entry relative to the root. */
  pathOf(name: string): string {
    return this.#relativePath === '' ? name : `${this.#relativePath}/${name}`
  }

  /** Whether the name is still free; of two names that are stored alike the second is not. */
  claim(name: string): boolean {
    if (!name.includes(REPLACEMENT)) return true
    if (this.#ambiguousNames.has(name)) return false
    this.#ambiguousNames.add(name)
    return true
  }

  add(entry: DirEntry, compared: DirEntry | undefined): void {
    this.entries.push(entry)
    if (compared !== undefined && isIdentical(entry, compared)) this.identical++
  }

  fail(name: string, error: string, isIgnored: boolean): void {
    const failure = { path: this.pathOf(name), error }
    if (isIgnored) this.ignored.push(failure)
    else this.fatal.push(failure)
    this.#tally.failed(failure, isIgnored)
  }
}
