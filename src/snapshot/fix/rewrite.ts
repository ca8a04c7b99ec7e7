/** Makes changed copies of trees: entries are replaced or left out, and the directories above them are written anew. */
import { createHash } from 'node:crypto'
import { CairnError, throwIfCancelled } from '../../errors.ts'
import type { ObjectManager } from '../../repo/api.ts'
import { SpareHands } from '../../util/spare-hands.ts'
import { type DirEntry, encodeDirEntry } from '../dir-entry.ts'
import { readDirectory } from '../directory-stream.ts'
import { MAX_TREE_DEPTH } from '../tree.ts'
import { storeDirectory } from '../upload/store-directory.ts'
import { isFinding } from '../verify/verify.ts'
import { summaryAfterChange } from './carry-over.ts'

/** What becomes of entries. Each answers with the entry to store in the place, the same one to keep it, or undefined to leave it out. */
export interface RewriteRules {
  /** Files, links and directories; the path is relative to the root, which is `.`. */
  entry(path: string, entry: DirEntry): Promise<DirEntry | undefined>
  /** A directory that cannot be read. */
  unreadable(path: string, entry: DirEntry, error: CairnError): Promise<DirEntry | undefined>
  /** An entry of which only the name is known; keeping it means keeping the whole directory as it is. */
  malformed(path: string, name: string, error: CairnError): Promise<DirEntry | 'keep' | undefined>
}

export interface RewriteOptions {
  readonly objects: ObjectManager
  readonly rules: RewriteRules
  /** Entries that are looked at at a time. */
  readonly parallel: number
  readonly signal: AbortSignal
}

/** Rewrites tree after tree; a directory entry that several of them share is rewritten once. */
export class TreeRewriter {
  readonly #options: RewriteOptions
  readonly #hands: SpareHands
  /** Digest of an old directory entry -> its replacement, or `same`. */
  readonly #known = new Map<string, DirEntry | 'same'>()

  constructor(options: RewriteOptions) {
    this.#options = options
    this.#hands = new SpareHands(options.parallel)
  }

  /** The replacement of a root; `metadataCompressor` is for the directories that are written. What the rules throw ends the rewriting. */
  async rewrite(root: DirEntry, metadataCompressor: string | undefined): Promise<DirEntry | undefined> {
    return await this.#rewrite('.', root, metadataCompressor, 0)
  }

  async #rewrite(path: string, entry: DirEntry, compressor: string | undefined, depth: number): Promise<DirEntry | undefined> {
    throwIfCancelled(this.#options.signal)
    if (entry.type !== 'd') return await this.#options.rules.entry(path, entry)
    const key = `${compressor}/${createHash('sha1').update(encodeDirEntry(entry)).digest('base64')}`
    const known = this.#known.get(key)
    if (known !== undefined) return known === 'same' ? entry : known
    const chosen = await this.#options.rules.entry(path, entry)
    const replacement = chosen?.type === 'd' ? await this.#rewriteDirectory(path, chosen, compressor, depth) : chosen
    if (replacement !== undefined) this.#known.set(key, replacement === entry ? 'same' : replacement)
    return replacement
  }

  async #rewriteDirectory(path: string, directory: DirEntry, compressor: string | undefined, depth: number): Promise<DirEntry | undefined> {
    const { objects, rules, signal } = this.#options
    let children: ReadChildren
    try {
      if (depth >= MAX_TREE_DEPTH) throw tooDeep()
      children = await this.#read(directory)
    } catch (error) {
      if (!isFinding(error)) throw error
      return await rules.unreadable(path, directory, error)
    }
    const { entries, malformed } = children
    const replaced = await this.#hands.each(entries, (entry) => this.#rewrite(childPath(path, entry.name), entry, compressor, depth + 1))
    const stored = replaced.filter((entry) => entry !== undefined)
    for (const { name, error } of malformed) {
      const replacement = await rules.malformed(childPath(path, name), name, error)
      if (replacement === 'keep') return directory
      if (replacement !== undefined) stored.push(replacement)
    }
    if (malformed.length === 0 && replaced.every((entry, index) => entry === entries[index])) return directory
    const summary = summaryAfterChange(directory, entries, stored)
    const written = await storeDirectory(objects, stored, summary, compressor, signal)
    return { ...directory, size: summary.size, summary, objectId: written.id }
  }

  async #read(directory: DirEntry): Promise<ReadChildren> {
    const entries: DirEntry[] = []
    const malformed: { name: string; error: CairnError }[] = []
    for await (const batch of readDirectory(this.#options.objects, directory.objectId, this.#options.signal)) {
      for (const entry of batch.entries) entries.push(entry)
      for (const { name, reason, entry } of batch.rejected) {
        // With a bad name alone it stays what it is: who restores it chooses another name.
        if (entry !== undefined) entries.push(entry)
        else malformed.push({ name, error: new CairnError('CAIRN_DIRECTORY_DAMAGED', `the entry is malformed: ${reason}`) })
      }
    }
    return { entries, malformed }
  }
}

interface ReadChildren {
  readonly entries: readonly DirEntry[]
  readonly malformed: readonly { readonly name: string; readonly error: CairnError }[]
}

function childPath(path: string, name: string): string {
  return path === '.' ? name : `${path}/${name}`
}

function tooDeep(): CairnError {
  return new CairnError('CAIRN_TREE_TOO_DEEP', `A directory is nested more than ${MAX_TREE_DEPTH} levels deep.`)
}
