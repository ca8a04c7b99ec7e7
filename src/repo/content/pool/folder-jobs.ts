/** Folders that are read as a whole: those that wait for a lane, and what comes back of some of them. */
import { CairnError } from '../../../errors.ts'
import { ROW_WORDS } from '../../../fs/entry-rows.ts'
import type { Batch } from './batch.ts'
import type { StoredPart, Waiter } from './jobs.ts'
import type { FolderRules, FolderToRead, LaneReply } from './protocol.ts'

/** Folders of one message. */
export const FOLDERS_PER_JOB = 8

/** The entries of a folder as rows (`fs/entry-rows.ts`), and what its files are stored as. */
export interface StoredFolder {
  readonly names: readonly string[]
  readonly facts: BigInt64Array<ArrayBuffer>
  /** Of each entry; undefined where it is no file, or is to be written alone. */
  readonly parts: readonly (StoredPart | undefined)[]
  readonly vanished: number
}

/** One folder in the queue; it is answered with undefined when it takes a closer look. */
export interface FolderItem {
  readonly folder: FolderToRead
  /** Folders of one message have the same. */
  readonly rules: FolderRules
  readonly compressor: string | undefined
  readonly waiter: Waiter<StoredFolder | undefined>
}

export class FolderQueue {
  #items: FolderItem[] = []

  /** Folders that wait. */
  get length(): number {
    return this.#items.length
  }

  push(item: FolderItem): void {
    this.#items.push(item)
  }

  /** Puts back what was taken and not begun. */
  putBack(items: readonly FolderItem[]): void {
    this.#items.unshift(...items)
  }

  /** Takes at most `wanted` folders that go into one message, leaving out those nobody waits for any more. */
  take(wanted: number): FolderItem[] {
    const taken: FolderItem[] = []
    let count = 0
    for (const item of this.#items) {
      const [first = item] = taken
      if (taken.length >= wanted || item.rules !== first.rules || item.compressor !== first.compressor) break
      count++
      if (!item.waiter.isSettled) taken.push(item)
    }
    this.#items.splice(0, count)
    return taken
  }

  rejectAll(error: unknown): void {
    for (const item of this.#items.splice(0)) item.waiter.reject(error)
  }
}

/** The files that were read in some folders; the folders are answered when all of them are stored. */
export function folderBatch(items: readonly FolderItem[], reply: Extract<LaneReply, { kind: 'hashed' }>): Batch {
  const { folders, lengths } = reply
  if (folders === undefined) throw new CairnError('CAIRN_INTERNAL', 'A lane answered without the folders it was asked for.')
  const parts: StoredPart[] = []
  let missing = lengths.length
  const answer = () => {
    const names = folders.names.split('\0')
    const facts = new BigInt64Array(folders.facts)
    const marks = new Float64Array(folders.facts)
    let row = 0
    for (const [index, finding] of folders.findings.entries()) {
      const waiter = items[index]?.waiter
      if (finding === undefined) {
        waiter?.resolve(undefined)
        continue
      }
      const first = row
      row += finding.count
      const own: (StoredPart | undefined)[] = []
      for (let at = first; at < row; at++) own.push(parts[(marks[at * ROW_WORDS + 7] ?? 0) - 1])
      waiter?.resolve({
        names: names.slice(first, row),
        facts: facts.slice(first * ROW_WORDS, row * ROW_WORDS),
        parts: own,
        vanished: finding.vanished,
      })
    }
  }
  if (missing === 0) answer()
  return {
    length: lengths.length,
    isOpenAt: () => true,
    store(index, part) {
      parts[index] = part
      if (--missing === 0) answer()
    },
    // What could not be read is not among the items.
    fail: () => {},
    reject: (error) => {
      for (const { waiter } of items) waiter.reject(error)
    },
  }
}
