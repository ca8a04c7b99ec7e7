/**
 * Reads whole folders: lists one, looks at its entries and reads its small files in one go, where every file has to be read anyway.
 *
 * Everything is opened below a descriptor of the folder and without following links, so the folder is checked once and nothing outside of it can
 * be met. What is not plain is left to the walk, which looks at it again and knows what to say.
 */
import { lstatSync, readdirSync } from 'node:fs'
import type { Entry } from '../../../fs/entry.ts'
import { RowWriter } from '../../../fs/entry-rows.ts'
import { errnoOf } from '../../../fs/errors.ts'
import { entryOf } from '../../../fs/local.ts'
import { isPlaceholderName } from '../../../fs/placeholder.ts'
import { closeQuietly, FileReadFailure, openFolder, openPlain, readSmallFile, statOpen } from './open-file.ts'
import { BATCH_BYTES, type FolderFinding, type FolderRules, type FolderToRead } from './protocol.ts'

/** Entries of a folder that is read as a whole. */
const MAX_ENTRIES = 1024
/** Files after which no further folder is begun. */
const MANY_FILES = 256

export class FolderReading {
  /** The entries of all folders; the mark of those that were read is their number among `items`, from 1 on. */
  readonly rows = new RowWriter()
  /** The bytes of the files that were read, in the arena. */
  readonly items: Uint8Array[] = []
  readonly #arena: Uint8Array
  readonly #rules: FolderRules
  readonly #stopNames: ReadonlySet<string>
  readonly #stopInodes: ReadonlySet<bigint>
  #used = 0

  constructor(arena: Uint8Array, rules: FolderRules) {
    this.#arena = arena
    this.#rules = rules
    this.#stopNames = new Set(rules.avoid.names)
    this.#stopInodes = new Set(rules.avoid.inodes)
  }

  /** Whether there is enough for one job. */
  get isFull(): boolean {
    return this.items.length >= MANY_FILES || this.#used >= BATCH_BYTES
  }

  /** Reads a folder; undefined when it takes a closer look, and then nothing of it is kept. */
  read(folder: FolderToRead): FolderFinding {
    const descriptor = openFolder(folder.path, folder.device, folder.inode)
    if (descriptor === undefined) return undefined
    const before = { rows: this.rows.count, items: this.items.length, used: this.#used }
    let finding: FolderFinding
    try {
      finding = this.#readOpen(`/proc/self/fd/${descriptor}`)
    } finally {
      closeQuietly(descriptor)
    }
    if (finding === undefined) {
      this.rows.cut(before.rows)
      this.items.length = before.items
      this.#used = before.used
    }
    return finding
  }

  #readOpen(folder: string): FolderFinding {
    let vanished = 0
    let listed: readonly { readonly name: string; isFile(): boolean }[]
    try {
      listed = readdirSync(folder, { withFileTypes: true })
    } catch {
      return undefined
    }
    if (listed.length > MAX_ENTRIES || listed.some(({ name }) => this.#isOdd(name))) return undefined
    for (const item of listed) {
      const path = `${folder}/${item.name}`
      const entry = (item.isFile() ? this.#readFile(path, item.name) : undefined) ?? this.#look(path, item.name)
      if (entry === 'vanished') vanished++
      else if (entry === 'failed' || this.#stopInodes.has(entry.inode)) return undefined
    }
    return { count: listed.length - vanished, vanished }
  }

  /** Whether an entry of this name takes a closer look. */
  #isOdd(name: string): boolean {
    return this.#stopNames.has(name) || name.includes('\ufffd') || isPlaceholderName(name)
  }

  /** Facts of an entry that is not read here. */
  #look(path: string, name: string): Entry | 'vanished' | 'failed' {
    try {
      const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false })
      if (stats === undefined) return 'vanished'
      const entry = entryOf(name, undefined, stats)
      this.rows.add(entry)
      return entry
    } catch (error) {
      return errnoOf(error) === 'ENOENT' ? 'vanished' : 'failed'
    }
  }

  /** Reads a file that is small; undefined when it could not be opened or read. */
  #readFile(path: string, name: string): Entry | undefined {
    const descriptor = openPlain(path)
    if (descriptor === undefined) return undefined
    try {
      const entry = entryOf(name, undefined, statOpen(descriptor))
      if (entry.kind !== 'file') return undefined
      const room = Math.min(this.#rules.maxFileBytes, this.#arena.length - this.#used - 1)
      let mark = 0
      if (entry.size <= room) {
        const length = readSmallFile(descriptor, this.#arena, this.#used, entry.size)
        if (length <= room) {
          mark = this.items.push(this.#arena.subarray(this.#used, this.#used + length))
          this.#used += length
        }
      }
      this.rows.add(entry, mark)
      return entry
    } catch (error) {
      if (error instanceof FileReadFailure) return undefined
      throw error
    } finally {
      closeQuietly(descriptor)
    }
  }
}
