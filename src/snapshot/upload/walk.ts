/**
 * Walks the source depth first and stores what it meets (docs/repository-format.md, "Walking a source").
 *
 *  1. Folder hooks run before a directory is read; the directory's own metadata are those from before.
 *  2. Its files are stored at the same time, up to a limit over the whole walk; its sub-directories are walked meanwhile.
 *  3. When all of them are done, the directory object is written.
 */
import { throwIfCancelled } from '../../errors.ts'
import type { Entry } from '../../fs/entry.ts'
import { isVanished } from '../../fs/errors.ts'
import { type LocalPath, pathOfEntry } from '../../fs/local.ts'
import { isPlain } from '../../policy/tree.ts'
import { mapConcurrent, Semaphore } from '../../util/async.ts'
import { Breath } from '../../util/breath.ts'
import { collectOldHeapEarlier } from '../../util/heap.ts'
import type { DirEntry } from '../dir-entry.ts'
import { EntryLog } from './entry-log.ts'
import { FileBatches } from './file-batch.ts'
import { FileStoring, ignoresFileErrors } from './file-storing.ts'
import { finishFolder, isUnchanged } from './finish-folder.ts'
import { FolderFailure, type FolderTask, isEntryError, type OpenFolder } from './folder.ts'
import { FolderContent } from './folder-content.ts'
import { type HookContext, type ReadFolder, withFolderHooks } from './folder-hooks.ts'
import { leaveOut } from './leave-out.ts'
import { NewFolders } from './new-folder.ts'
import { PlaceholderStoring } from './placeholders.ts'
import { knownSame, openPrevious, PreviousDirectory } from './previous.ts'
import { type EntryReader, type OpenedFolder, openFolder, openRules, readEntries, selectListed } from './read-folder.ts'
import { readTwice, standsAt } from './replaced.ts'
import type { FileIdentity, UploadRequest } from './request.ts'
import type { SameFolder } from './scout/scout.ts'
import { type ScoutedFolder, Scouting } from './scouting.ts'
import { isCutShort, type StoreContext } from './store-entry.ts'
import { TaskGroup } from './tasks.ts'
import { WalkGate } from './walk-gate.ts'

/** The entries of such a directory take hundreds of megabytes. */
const HUGE_DIRECTORY = 200_000

/** Sub-directories of one directory that are under way at the same time, when no policy stands among them. */
const OPEN_FOLDERS = 64
/** Directories that a scout or the workers are asked about at the same time. */
const SCOUTED_FOLDERS = 64
/** Directories that are under way over the whole walk, beside those that wait for their sub-directories. More of them take longer: entries that wait outlive the young heap. */
const WORKING_FOLDERS = 128
/** What a folder is compared with that no earlier snapshot has. */
const NOTHING_EARLIER = new PreviousDirectory(undefined, [])
/** Listed entries that directories hold before others have to wait. */
const HELD_ENTRIES = 20_000

/** What is known of a folder that nobody was asked about. */
const UNSCOUTED: ScoutedFolder = { scouted: undefined, mayHoldTrees: false }

export class TreeWalk {
  readonly #request: UploadRequest
  readonly #context: StoreContext
  readonly #reader: EntryReader
  readonly #entryLog: EntryLog
  readonly #gate = new WalkGate(HELD_ENTRIES, WORKING_FOLDERS, SCOUTED_FOLDERS)
  readonly #scouting: Scouting
  readonly #storing: FileStoring
  readonly #placeholders: PlaceholderStoring
  readonly #newFolders: NewFolders
  readonly #hooks: HookContext
  readonly #abort: (error: unknown) => void
  readonly #breath: Breath

  /** `abort` is called with the first error that ends the whole walk; it must abort the signal of `context`. */
  constructor(request: UploadRequest, context: StoreContext, abort: (error: unknown) => void) {
    this.#request = request
    this.#context = context
    this.#abort = abort
    this.#entryLog = new EntryLog(request.log, request.clock, request.logDetails)
    this.#scouting = new Scouting(request, context, this.#entryLog)
    this.#storing = new FileStoring(request, context, this.#entryLog)
    this.#placeholders = new PlaceholderStoring(context, this.#entryLog)
    this.#newFolders = new NewFolders(request, context, this.#entryLog)
    const { tally } = context
    this.#reader = { tally, leaveOut: leaveOut(request.leaveOut ?? [], request.includeGit, tally), entryLog: this.#entryLog }
    this.#hooks = {
      onFolder: request.onFolder,
      slots: new Semaphore(Math.max(1, request.parallel)),
      tally: context.tally,
      signal: context.signal,
      isCancelled: () => request.signal?.aborted === true,
    }
    this.#breath = new Breath(request.clock)
  }

  /** Stores the folder, with its hooks. Throws FolderFailure when only this folder failed. */
  async storeFolder(task: FolderTask): Promise<DirEntry> {
    this.#context.tally.stats.dirCount++
    const read: ReadFolder = (folder, path, identity) => this.#readFolder(folder, path, identity)
    return await withFolderHooks(this.#hooks, task, (...folder) => readTwice(read, ...folder))
  }

  async #readFolder(task: FolderTask, path: LocalPath, identity: FileIdentity): Promise<DirEntry> {
    const { signal, tally, openFolders } = this.#context
    const beganMs = this.#entryLog.beginMs()
    const finish = async (content: FolderContent, previous: PreviousDirectory) => {
      const finished = { entry: task.entry, policy: task.policy.policy, compared: task.previous.compared }
      const stored = await finishFolder(this.#context, finished, content, previous)
      this.#entryLog.folder(task.relativePath, stored, task.policy.policy, beganMs)
      return stored
    }
    await this.#gate.enter()
    let held: number | undefined
    let isWorking = true
    const hold = (count: number) => {
      held = count
      this.#gate.hold(count)
    }
    const rest = () => {
      if (isWorking) this.#gate.rest()
      isWorking = false
    }
    try {
      await this.#breath.take()
      throwIfCancelled(signal)
      const content = new FolderContent(task.relativePath, tally)
      openFolders.open(task.relativePath, task.entry, task.policy.policy, content)
      const read = task.isReadAgain ? undefined : await this.#newFolders.read(task, path, identity)
      if (read !== undefined) {
        this.#scouting.folderWasRead()
        throwIfCancelled(signal)
        hold(read.names.length)
        const { ignore } = openRules(tally, task, path, identity, [])
        const folder: OpenFolder = { task, path, identity, content, previous: NOTHING_EARLIER, ignore, mayHoldTrees: false }
        const entries = this.#newFolders.take(folder, read, beganMs)
        await this.#storeEntries(folder, { names: [], listing: { entries, failures: [], vanished: read.vanished }, ignore }, rest)
        throwIfCancelled(signal)
        return await finish(content, folder.previous)
      }
      const { scouted, mayHoldTrees } = task.isReadAgain ? UNSCOUTED : await this.#scouting.look(task, path, identity)
      throwIfCancelled(signal)
      if (scouted?.kind === 'whole') {
        hold(0)
        tally.reusedAll(scouted.files, scouted.bytes)
        tally.stats.dirCount += scouted.folders - 1
        content.unread = scouted.entries
        return await finish(content, knownSame([], scouted.entries))
      }
      if (scouted?.kind === 'same') {
        hold(scouted.folders.length)
        const { ignore } = openRules(tally, task, path, identity, [])
        const previous = await this.#storeSame(
          { task, path, identity, content, previous: knownSame(scouted.folders, scouted.files), ignore, mayHoldTrees },
          scouted,
          rest,
        )
        return await finish(content, previous)
      }
      const opened = openFolder(tally, task, path, identity, scouted?.listing)
      hold(opened.names.length)
      const previous = await openPrevious(this.#context.objects, task.previous, this.#request.log, signal)
      await this.#storeEntries({ task, path, identity, content, previous, ignore: opened.ignore, mayHoldTrees }, opened, rest)
      throwIfCancelled(signal)
      return await finish(content, previous)
    } finally {
      openFolders.close(task.relativePath)
      if (held === undefined) this.#gate.hold(0)
      rest()
      this.#gate.drop(held ?? 0)
    }
  }

  /** Stores a folder whose files are all as they were: only its sub-folders are walked. Returns what it is to be compared with. */
  async #storeSame(folder: OpenFolder, scouted: SameFolder, rest: () => void): Promise<PreviousDirectory> {
    const { content, task } = folder
    const { tally, objects, signal } = this.#context
    tally.reusedAll(scouted.files, scouted.bytes)
    content.unread = scouted.files
    content.unreadIn = task.previous.compared
    rest()
    const directories = scouted.folders.map(({ entry }) => entry)
    if (directories.length > 0) await this.#storeFolders(folder, directories)
    throwIfCancelled(signal)
    if (isUnchanged(content, folder.previous, task.previous.compared)) return folder.previous
    // Something below has changed: the directory is written anew, with all that it has.
    content.unread = 0
    const previous = await openPrevious(objects, task.previous, this.#request.log, signal)
    for (const { entry } of scouted.folders) previous.take(entry.name)
    for (const earlier of [...previous.remaining()]) {
      previous.take(earlier.name)
      content.add(earlier, earlier)
    }
    return previous
  }

  /** Stores everything in the directory and calls `rest` when only sub-directories are left to wait for. */
  async #storeEntries(folder: OpenFolder, opened: OpenedFolder, rest: () => void): Promise<void> {
    const files = new TaskGroup(this.#abort)
    const folders = new TaskGroup(this.#abort)
    const batches = new FileBatches()
    const directories: Entry[] = []
    if (opened.names.length > HUGE_DIRECTORY) collectOldHeapEarlier()
    try {
      for (const entries of readEntries(this.#reader, folder, opened)) {
        if (this.#isStopped) break
        await this.#breath.take()
        throwIfCancelled(this.#context.signal)
        for (const entry of entries) {
          if (this.#isStopped) break
          if (!folder.content.claim(entry.name)) folder.content.fail(entry.name, SAME_NAME, ignoresFileErrors(folder))
          else if (entry.placeholder !== undefined) await this.#placeholders.start(folder, entry, files)
          else if (entry.kind === 'directory') directories.push(entry)
          else await this.#storing.start(folder, entry, files, batches)
          if (entry.rawName !== undefined) this.#context.tally.odd('name', folder.content.pathOf(entry.name))
        }
        for (const batch of batches.takeRest()) await this.#storing.startBatch(folder, batch, files)
      }
      if (directories.length > 0) folders.start(() => this.#storeFolders(folder, directories))
      await files.idle()
      rest()
      await folders.idle()
    } finally {
      // After an error as well nothing of this directory may still be running.
      await Promise.allSettled([files.idle(), folders.idle()])
    }
  }

  /** Walks the sub-directories: those with policies of their own at most `parallel` at once, so that their hooks keep Kopia's order. */
  async #storeFolders(folder: OpenFolder, directories: readonly Entry[]): Promise<void> {
    const { policy } = folder.task
    const [plain, special] = partition(directories, ({ name }) => isPlain(policy.child(name)))
    const store = async (entry: Entry) => await this.#storeSubfolder(folder, entry)
    await Promise.all([mapConcurrent(plain, OPEN_FOLDERS, store), mapConcurrent(special, Math.max(1, this.#request.parallel), store)])
  }

  async #storeSubfolder(folder: OpenFolder, entry: Entry): Promise<void> {
    if (this.#isStopped) return
    const { content, previous, task } = folder
    const compared = previous.take(entry.name)
    if (compared !== undefined && compared.type !== 'd') this.#context.tally.removed(content.pathOf(entry.name), compared)
    const policy = task.policy.child(entry.name)
    const child: FolderTask = {
      path: pathOfEntry(folder.path, entry),
      relativePath: content.pathOf(entry.name),
      entry,
      policy,
      parent: { context: folder.ignore, name: entry.name },
      previous: previous.folders(entry.name, compared),
      mayHoldTrees: folder.mayHoldTrees,
    }
    try {
      content.add(await this.storeFolder(child), compared)
    } catch (error) {
      // Its hook was ended with the upload.
      if (isCutShort(this.#context, error)) return
      if (!(error instanceof FolderFailure)) {
        this.#abort(error)
        throw error
      }
      if (isEntryError(error.reason) && (await this.#storeInstead(folder, child, compared))) return
      if (isVanished(error.reason)) {
        this.#context.tally.stats.dirCount--
        this.#context.tally.leftOut.vanished++
      } else content.fail(entry.name, error.message, policy.policy.errorHandling?.ignoreDirectoryErrors ?? false)
    }
  }

  /** Stores the file or link that has taken the place of a folder; false when there is none. */
  async #storeInstead(folder: OpenFolder, { path, entry }: FolderTask, compared: DirEntry | undefined): Promise<boolean> {
    const { tally } = this.#context
    const now = standsAt(path, entry)
    if (now === undefined || now.kind === 'directory') return false
    tally.stats.dirCount--
    if (compared?.type === 'd') tally.removed(folder.content.pathOf(entry.name), compared)
    const files = new TaskGroup(this.#abort)
    const batches = new FileBatches()
    for (const kept of selectListed(this.#reader, folder, { entries: [now], failures: [], vanished: 0 })) {
      await this.#storing.start(folder, kept, files, batches)
    }
    for (const batch of batches.takeRest()) await this.#storing.startBatch(folder, batch, files)
    await files.idle()
    return true
  }

  /** Whether nothing more is to be begun. */
  get #isStopped(): boolean {
    return this.#context.stop.reason !== undefined
  }
}

const SAME_NAME = 'Its name is stored like that of another entry, because neither is valid UTF-8.'

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  const yes: T[] = []
  const no: T[] = []
  for (const item of items) (test(item) ? yes : no).push(item)
  return [yes, no]
}
