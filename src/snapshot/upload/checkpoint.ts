/**
 * Stores the tree as far as it got, from time to time: what is stored survives an upload that does not come to its end
 * (docs/repository-format.md, "Incomplete snapshots").
 */
import type { Entry } from '../../fs/entry.ts'
import { nullLogger } from '../../log.ts'
import { compressorForMetadata } from '../../policy/compressor-choice.ts'
import type { Policy } from '../../policy/policy.ts'
import type { StoreSoFar } from '../../repo/api.ts'
import type { Clock } from '../../util/clock.ts'
import type { DirEntry } from '../dir-entry.ts'
import { summarize } from '../summary.ts'
import type { FolderContent } from './folder-content.ts'
import { openPrevious } from './previous.ts'
import { storeDirectory } from './store-directory.ts'
import type { StoreContext } from './store-entry.ts'

/** A directory that is under way. */
interface OpenFolder {
  readonly entry: Entry
  readonly policy: Policy
  readonly content: FolderContent
}

/** A large file, or a section of one, that is being read. */
export interface OpenFile {
  readonly relativePath: string
  readonly entry: Entry
  readonly storeSoFar: StoreSoFar
}

/** The directories that are under way, by their path relative to the root; the root has the empty one. */
export class OpenFolders {
  readonly #folders = new Map<string, OpenFolder>()
  readonly #files = new Set<OpenFile>()

  open(relativePath: string, entry: Entry, policy: Policy, content: FolderContent): void {
    this.#folders.set(relativePath, { entry, policy, content })
  }

  close(relativePath: string): void {
    this.#folders.delete(relativePath)
  }

  /** Large files whose first pieces a checkpoint is to hold. */
  get files(): Iterable<OpenFile> {
    return this.#files
  }

  openFile(relativePath: string, entry: Entry, storeSoFar: StoreSoFar): OpenFile {
    const file = { relativePath, entry, storeSoFar }
    this.#files.add(file)
    return file
  }

  closeFile(file: OpenFile): void {
    this.#files.delete(file)
  }

  /** What every open directory holds at this moment, those below before those above. */
  freeze(): FrozenFolder[] {
    const frozen = [...this.#folders].map(([relativePath, { entry, policy, content }]) => ({
      relativePath,
      entry,
      policy,
      entries: [...content.entries],
      unreadIn: content.unread > 0 ? content.unreadIn : undefined,
      fatal: [...content.fatal],
      ignored: [...content.ignored],
    }))
    return frozen.sort((a, b) => depth(b.relativePath) - depth(a.relativePath))
  }
}

/** A directory at the moment of a checkpoint. */
export interface FrozenFolder extends Pick<FolderContent, 'fatal' | 'ignored'> {
  readonly relativePath: string
  readonly entry: Entry
  readonly policy: Policy
  readonly entries: DirEntry[]
  /** The earlier directory whose files and links belong to it as well. */
  readonly unreadIn: DirEntry | undefined
}

/** Stores the open directories up to the root, and returns its entry; undefined when the root is not open. */
export async function storeCheckpoint(context: StoreContext, folders: OpenFolders): Promise<DirEntry | undefined> {
  const openFiles = [...folders.files]
  const frozen = folders.freeze()
  const byPath = new Map(frozen.map((folder) => [folder.relativePath, folder]))
  for (const file of openFiles) {
    const stored = await storeOpenFile(file)
    if (stored !== undefined) byPath.get(parentOf(file.relativePath))?.entries.push(stored)
  }
  for (const { relativePath, entry, policy, entries, unreadIn, fatal, ignored } of frozen) {
    if (unreadIn !== undefined) entries.push(...(await filesOf(context, unreadIn)))
    const summary = summarize(entries, entry.mtimeNs, { fatal, ignored, incomplete: 'checkpoint' })
    const written = await storeDirectory(context.objects, entries, summary, compressorForMetadata(policy), context.signal)
    const { name, rawName, mode, mtimeNs, uid, gid } = entry
    const stored: DirEntry = { name, type: 'd', mode, size: summary.size, mtimeNs, uid, gid, objectId: written.id, summary }
    if (relativePath === '') return stored
    // A directory that waits for its turn above is no part of this checkpoint, nor is what is below it.
    byPath.get(parentOf(relativePath))?.entries.push(rawName === undefined ? stored : { ...stored, rawName })
  }
  return undefined
}

/** Files and links of an earlier directory; none when it cannot be read, which the walk finds out for itself. */
async function filesOf({ objects, signal }: StoreContext, earlier: DirEntry): Promise<DirEntry[]> {
  const directory = await openPrevious(objects, { compared: earlier, others: [] }, nullLogger, signal)
  return [...directory.remaining()].filter(({ type }) => type !== 'd')
}

/** The first pieces of a file under a name of their own, so that no later upload takes them for the file; the size is that of the file. */
async function storeOpenFile({ entry, storeSoFar }: OpenFile): Promise<DirEntry | undefined> {
  const written = await storeSoFar()
  if (written === undefined) return undefined
  const { name, mode, size, mtimeNs, uid, gid } = entry
  return { name: `.checkpointed.${name}.${written.id}`, type: 'f', mode, size, mtimeNs, uid, gid, objectId: written.id }
}

/** Calls `checkpoint` again and again, this long after the last one ended, until the signal is aborted. */
export async function everyInterval(clock: Clock, intervalMs: number, signal: AbortSignal, checkpoint: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    try {
      await clock.sleep(intervalMs, signal)
    } catch {
      return
    }
    if (!signal.aborted) await checkpoint()
  }
}

function depth(relativePath: string): number {
  return relativePath === '' ? 0 : relativePath.split('/').length
}

function parentOf(relativePath: string): string {
  return relativePath.slice(0, Math.max(0, relativePath.lastIndexOf('/')))
}
