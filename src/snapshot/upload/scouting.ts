/** What the walk asks its scout about a folder, and which folders are compared together with all that is below them. */
import type { LocalPath } from '../../fs/local.ts'
import { Semaphore } from '../../util/async.ts'
import type { EntryLog } from './entry-log.ts'
import { entryFailuresOf, type FolderTask } from './folder.ts'
import type { FileIdentity, UploadRequest } from './request.ts'
import { comparableDirectory, earlierFolder, entriesOf, isSmallTree, TREE_ENTRIES } from './scout/earlier.ts'
import { FolderScout, type Scouted } from './scout/scout.ts'
import type { StoreContext } from './store-entry.ts'

/** Earlier trees that a scout has to compare at the same time until one of them is found as it was: reading them may be in vain. */
const FIRST_TREES = 4
/** Each that is found so lets some more be under way: walk and scout are never as fast as each other for long, and neither shall wait. */
const MORE_TREES = 4
const OPEN_TREES = 64
/** Entries of the trees that are under way, for their memory; the smallest count as so many that 64 of them fit. */
const OPEN_ENTRIES = 4 * TREE_ENTRIES
const LEAST_ENTRIES = OPEN_ENTRIES / OPEN_TREES
/** Trees that may turn out to be changed before the others; in a fresh checkout all are, and reading them was in vain. */
const CHANGED_TREES = 3

export interface ScoutedFolder {
  readonly scouted: Scouted
  /** Whether the folders below may be compared as trees: not when this one was, and is changed. */
  readonly mayHoldTrees: boolean
}

export class Scouting {
  readonly #request: UploadRequest
  readonly #context: StoreContext
  readonly #entryLog: EntryLog
  readonly #scout: FolderScout
  readonly #trees = new Semaphore(FIRST_TREES)
  readonly #entries = new Semaphore(OPEN_ENTRIES)
  #openTrees = FIRST_TREES
  #wholeTrees = 0
  /** Once it has stood down, whoever asks shall keep it. */
  #isNeeded: boolean
  #changedTrees = 0

  constructor(request: UploadRequest, context: StoreContext, entryLog: EntryLog) {
    this.#request = request
    this.#context = context
    this.#entryLog = entryLog
    this.#scout = request.scout ?? new FolderScout()
    this.#isNeeded = request.previous.length + (request.bases?.length ?? 0) > 0
  }

  /** Workers have read a folder as a whole: where there is no earlier snapshot they will read nearly all, and the scout is not needed. */
  folderWasRead(): void {
    if (!this.#isNeeded) this.#isNeeded = this.#scout.standDown()
  }

  /** What the scout finds. Throws FolderFailure, and CAIRN_INTERNAL when the scout ended. */
  async look(task: FolderTask, path: LocalPath, { device, inode }: FileIdentity): Promise<ScoutedFolder> {
    return await entryFailuresOf(async () => {
      // The scout only says that files are as they were, not which.
      const isEachTold = this.#entryLog.isOn && this.#entryLog.cachedDetail(task.policy.policy.logging) > 0
      const compared = isEachTold ? undefined : comparableDirectory(this.#request, task)
      if (compared === undefined) return { scouted: await this.#scout.look(path, device, inode), mayHoldTrees: task.mayHoldTrees }
      const look = async (isTree: boolean) =>
        await this.#scout.look(path, device, inode, await earlierFolder(this.#request, this.#context, task, compared, isTree))
      const scouted =
        task.mayHoldTrees && !this.#entryLog.isOn && isSmallTree(compared)
          ? await this.#trees.use(() => this.#lookAtTree(look, entriesOf(compared)))
          : undefined
      return scouted ?? { scouted: await look(false), mayHoldTrees: task.mayHoldTrees }
    })
  }

  /** Undefined when too many trees were changed; asked when it is the turn of this one. */
  async #lookAtTree(look: (isTree: boolean) => Promise<Scouted>, entries: number): Promise<ScoutedFolder | undefined> {
    if (this.#changedTrees > CHANGED_TREES + this.#wholeTrees) return undefined
    const scouted = await this.#entries.use(() => look(true), Math.max(LEAST_ENTRIES, entries))
    if (scouted?.kind !== 'whole') this.#changedTrees++
    else {
      this.#wholeTrees++
      if (this.#openTrees < OPEN_TREES) {
        this.#openTrees += MORE_TREES
        this.#trees.release(MORE_TREES)
      }
    }
    return { scouted, mayHoldTrees: false }
  }
}
