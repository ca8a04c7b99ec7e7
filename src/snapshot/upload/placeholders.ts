/** Stores what placeholders of a shallow restore stand for (docs/repository-format.md, "Placeholders"). */
import { CairnError, isCairnError } from '../../errors.ts'
import type { Entry } from '../../fs/entry.ts'
import { isVanished } from '../../fs/errors.ts'
import { joinLocal, type LocalPath, pathOfEntry, showPath, statLocal } from '../../fs/local.ts'
import { asPlaceholder, PLACEHOLDER_SUFFIX, readPlaceholderText } from '../../fs/placeholder.ts'
import type { ObjectManager } from '../../repo/api.ts'
import { Semaphore } from '../../util/async.ts'
import type { DirEntry } from '../dir-entry.ts'
import { decodePlaceholder } from '../placeholder-entry.ts'
import { isObjectError } from '../tree.ts'
import type { EntryLog } from './entry-log.ts'
import { ignoresFileErrors } from './file-storing.ts'
import { isEntryError, type OpenFolder } from './folder.ts'
import { type StoreContext, withKeptTime } from './store-entry.ts'
import type { TaskGroup } from './tasks.ts'

/** Placeholders whose objects are looked up at the same time over the whole walk. */
const OPEN_PLACEHOLDERS = 64

/** Why a placeholder cannot be stored. */
class PlaceholderFailure extends Error {}

export class PlaceholderStoring {
  readonly #context: StoreContext
  readonly #entryLog: EntryLog
  readonly #slots = new Semaphore(OPEN_PLACEHOLDERS)

  constructor(context: StoreContext, entryLog: EntryLog) {
    this.#context = context
    this.#entryLog = entryLog
  }

  /** Stores the entry that a placeholder describes; what takes time runs among `tasks`. */
  async start(folder: OpenFolder, entry: Entry, tasks: TaskGroup): Promise<void> {
    await this.#slots.acquire()
    tasks.start(async () => {
      try {
        await this.#store(folder, entry)
      } finally {
        this.#slots.release()
      }
    })
  }

  async #store(folder: OpenFolder, entry: Entry): Promise<void> {
    const { tally, objects } = this.#context
    const { content, previous, task } = folder
    const { policy } = task.policy.child(entry.name)
    const beganMs = this.#entryLog.beginMs()
    try {
      if (entry.name === '') throw new PlaceholderFailure('It is a placeholder of a shallow restore for nothing.')
      if (isThere(joinLocal(folder.path, entry.rawName ?? entry.name))) {
        throw new PlaceholderFailure('What the placeholder stands for is there as well: restore it again, or remove the placeholder.')
      }
      const described = await describedBy(objects, pathOfEntry(folder.path, entry), entry)
      const compared = previous.take(entry.name)
      const path = content.pathOf(entry.name)
      tally.described(path, described, compared)
      if (described.type === 'd') this.#entryLog.folder(path, described, policy, beganMs)
      else this.#entryLog.stored(path, described, policy, beganMs)
      content.add(withKeptTime(this.#context, described, compared), compared)
    } catch (error) {
      if (isVanished(error)) tally.leftOut.vanished++
      else if (error instanceof PlaceholderFailure || isEntryError(error)) {
        const isIgnored = entry.kind === 'directory' ? (policy.errorHandling?.ignoreDirectoryErrors ?? false) : ignoresFileErrors(folder)
        content.fail(entry.name || PLACEHOLDER_SUFFIX, error.message, isIgnored)
      } else throw error
    }
  }
}

/**
 * The entry that the placeholder at `path` describes, under the name of `entry`: a placeholder may have been renamed.
 * Throws PlaceholderFailure, CAIRN_FILE_VANISHED, CAIRN_FILE_UNREADABLE.
 */
async function describedBy(objects: ObjectManager, path: LocalPath, entry: Entry): Promise<DirEntry> {
  const isFolder = entry.kind === 'directory'
  let text: string
  try {
    text = readPlaceholderText(path, isFolder)
  } catch (error) {
    // The folder is there, or was: it is not left out without a word.
    if (isFolder && isVanished(error) && isThere(path)) throw new PlaceholderFailure(`${showPath(path)} has no file ${PLACEHOLDER_SUFFIX}.`)
    throw error
  }
  const described = decodePlaceholder(text)
  if (typeof described === 'string') {
    throw new PlaceholderFailure(`${showPath(path)} is no placeholder of a shallow restore: ${described}. Rename it, or ignore the path.`)
  }
  try {
    await objects.contentsOf(described.objectId)
  } catch (error) {
    if (!isObjectError(error)) throw error
    throw new PlaceholderFailure(`What ${showPath(path)} stands for is not in this repository: ${error.message}`)
  }
  const { name, rawName } = entry
  return rawName === undefined ? { ...described, name } : { ...described, name, rawName }
}

/** A source that is itself a placeholder. Throws CAIRN_SOURCE_UNREADABLE, and as `describedBy`. */
export async function storeRootPlaceholder(
  { objects, tally }: StoreContext,
  { path, entry }: { readonly path: string; readonly entry: Entry },
  compared: DirEntry | undefined,
): Promise<DirEntry> {
  try {
    const described = await describedBy(objects, path, asPlaceholder(entry))
    tally.described(described.name, described, compared)
    return described
  } catch (error) {
    if (!(error instanceof PlaceholderFailure)) throw error
    throw new CairnError('CAIRN_SOURCE_UNREADABLE', error.message, { hint: 'Restore what the placeholder stands for.', cause: error })
  }
}

function isThere(path: LocalPath): boolean {
  try {
    statLocal(path)
    return true
  } catch (error) {
    if (isCairnError(error)) return !isVanished(error)
    throw error
  }
}
