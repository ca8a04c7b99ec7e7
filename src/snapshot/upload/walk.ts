/**
 * Walks the source depth first and stores what it meets (docs/repository-format.md, "Walking a source").
 *
 *  1. Folder hooks run before a directory is read; the directory's own metadata are those from before.
 *  2. Its files are stored at the same time, up to a limit over the whole walk; its sub-directories are walked meanwhile.
 *  3. When all of them are done, the directory object is written.
 */
import { CairnError, isCairnError, messageOf, throwIfCancelled } from '../../errors.ts'
import type { Entry } from '../../fs/entry.ts'
import { isVanished } from '../../fs/errors.ts'
import type { IgnoreContext } from '../../fs/ignore.ts'
import { type LocalName, type LocalPath, listNames, lookAt, openLocalSource, pathOfEntry, showPath, statLocal } from '../../fs/local.ts'
import { filterEntries, type ParentSelection, selectEntries } from '../../fs/selection.ts'
import { isSpecialName } from '../../fs/special-files.ts'
import type { PolicyNode } from '../../policy/tree.ts'
import { mapConcurrent, Semaphore } from '../../util/async.ts'
import type { DirEntry } from '../dir-entry.ts'
import { finishFolder } from './finish-folder.ts'
import { FolderContent } from './folder-content.ts'
import { type LeaveOut, leaveOut } from './leave-out.ts'
import { openPrevious, type PreviousDirectory, type PreviousFolders } from './previous.ts'
import type { FileIdentity, FolderOutcome, FolderSession, UploadRequest } from './request.ts'
import { dirEntryOf, type StoreContext, storeFile, storeLink, withKeptTime } from './store-entry.ts'
import { TaskGroup } from './tasks.ts'
import { WalkGate } from './walk-gate.ts'

/** Files that are being read over the whole walk: enough to fill the batches of the workers. */
const OPEN_FILES = 256
/** Sub-directories of one directory that are under way at the same time, when no policy stands among them. */
const OPEN_FOLDERS = 64
/** Listed entries that directories hold before others have to wait. */
const HELD_ENTRIES = 20_000
/** Entries of one directory whose facts are in memory at the same time, beside those being read. */
const NAMES_PER_LOOK = 512
/** The event loop gets a turn at least this often, so that signals are heard. */
const BREATH_MS = 25

/** One directory to store. */
export interface FolderTask {
  readonly path: LocalPath
  /** With `/`; empty for the root. */
  readonly relativePath: string
  /** Metadata that are stored, taken before any hook of the folder. */
  readonly entry: Entry
  readonly policy: PolicyNode
  /** Undefined for the root. */
  readonly parent: ParentSelection | undefined
  readonly previous: PreviousFolders
}

/** A folder could not be stored; the walk goes on without it. */
export class FolderFailure extends Error {
  readonly reason: unknown

  constructor(reason: unknown) {
    super(messageOf(reason), { cause: reason })
    this.name = 'FolderFailure'
    this.reason = reason
  }
}

/** What is known while the entries of one directory are stored. */
interface OpenFolder {
  readonly task: FolderTask
  /** Where it is read: the redirect of its hook, or its own path. */
  readonly path: LocalPath
  /** What the directory must still be while its entries are looked at. */
  readonly identity: FileIdentity
  readonly content: FolderContent
  readonly previous: PreviousDirectory
  readonly ignore: IgnoreContext
}

export class TreeWalk {
  readonly #request: UploadRequest
  readonly #context: StoreContext
  readonly #leaveOut: LeaveOut
  readonly #gate = new WalkGate(HELD_ENTRIES, OPEN_FOLDERS)
  readonly #fileSlots = new Semaphore(OPEN_FILES)
  readonly #hookSlots: Semaphore
  readonly #abort: (error: unknown) => void
  #breathedMs: number

  /** `abort` is called with the first error that ends the whole walk; it must abort the signal of `context`. */
  constructor(request: UploadRequest, context: StoreContext, abort: (error: unknown) => void) {
    this.#request = request
    this.#context = context
    this.#abort = abort
    this.#leaveOut = leaveOut(request.leaveOut ?? [], request.includeGit, context.tally)
    this.#hookSlots = new Semaphore(Math.max(1, request.parallel))
    this.#breathedMs = request.clock.monotonicMs()
  }

  /** Stores the folder, with its hooks. Throws FolderFailure when only this folder failed. */
  async storeFolder(task: FolderTask): Promise<DirEntry> {
    const { onFolder } = this.#request
    const { beforeFolder, afterFolder } = task.policy.hooks
    if (onFolder === undefined || (beforeFolder === undefined && afterFolder === undefined)) {
      return await this.#readFolder(task, task.path, task.entry)
    }
    throwIfCancelled(this.#context.signal)
    const { relativePath } = task
    const isRoot = relativePath === ''
    const session = await this.#hookSlots.use(async () => {
      try {
        return await onFolder({ relativePath, realPath: showPath(task.path), isRoot })
      } catch (error) {
        throw isCairnError(error, 'CAIRN_CANCELLED') ? error : new FolderFailure(error)
      }
    })
    let outcome: FolderOutcome = { status: 'failed' }
    try {
      const stored = await this.#readHookedFolder(task, session?.redirect)
      outcome = { status: 'uploaded', entry: stored }
      return stored
    } catch (error) {
      const status = this.#request.signal?.aborted === true ? 'cancelled' : 'failed'
      outcome = { status, error: error instanceof FolderFailure ? error.reason : error }
      throw error
    } finally {
      if (session !== undefined) await this.#hookSlots.use(() => this.#endSession(session, relativePath, outcome))
    }
  }

  /** What the after-hook of a folder does never undoes the folder. */
  async #endSession(session: FolderSession, relativePath: string, outcome: FolderOutcome): Promise<void> {
    try {
      await session.after(outcome)
    } catch (error) {
      this.#context.tally.warn(`The after-hook of "${relativePath || '.'}" failed: ${messageOf(error)}`)
    }
  }

  /** The hook may have mounted something on the folder, or named another directory to read under the folder's name. */
  async #readHookedFolder(task: FolderTask, redirect: string | undefined): Promise<DirEntry> {
    let source: { readonly path: LocalPath; readonly entry: Entry }
    try {
      source = redirect === undefined ? { path: task.path, entry: statLocal(task.path) } : openLocalSource(redirect)
      if (source.entry.kind !== 'directory') throw notADirectory(showPath(source.path))
    } catch (error) {
      throw new FolderFailure(error)
    }
    // As for Kopia the root takes name and metadata of the directory that is really read.
    const isRenamed = redirect !== undefined && task.relativePath === ''
    return await this.#readFolder(isRenamed ? { ...task, entry: source.entry } : task, source.path, source.entry)
  }

  async #readFolder(task: FolderTask, path: LocalPath, identity: FileIdentity): Promise<DirEntry> {
    const { signal } = this.#context
    await this.#gate.enter()
    let held = 0
    let isWorking = true
    const rest = () => {
      if (isWorking) this.#gate.rest()
      isWorking = false
    }
    try {
      await this.#breathe()
      throwIfCancelled(signal)
      const content = new FolderContent(task.relativePath, this.#context.tally)
      const { names, ignore } = this.#open(task, path, identity)
      held = names.length
      this.#gate.hold(held)
      const previous = await openPrevious(this.#context.objects, task.previous, this.#request.log, signal)
      await this.#storeEntries({ task, path, identity, content, previous, ignore }, names, rest)
      throwIfCancelled(signal)
      const finished = { entry: task.entry, policy: task.policy.policy, compared: task.previous.compared }
      return await finishFolder(this.#context, finished, content, previous)
    } finally {
      rest()
      this.#gate.drop(held)
    }
  }

  /** Names of the entries and the rules that hold for them; a cache directory has none. */
  #open(task: FolderTask, path: LocalPath, identity: FileIdentity) {
    const { policy } = task
    this.#context.tally.stats.dirCount++
    return entryFailures(() => {
      const names = listNames(path)
      const special = lookAt(
        path,
        names.filter((name) => isSpecialName(name, policy.ignoreDotFiles)),
      )
      const { context, isCache } = selectEntries(path, special.entries, identity.device, policy, task.parent)
      if (isCache) this.#context.tally.stats.excludedDirCount++
      return { names: isCache ? [] : names, ignore: context }
    })
  }

  /** Facts of some entries, without those that are not stored. */
  #look({ task, path, identity, content, ignore }: OpenFolder, names: readonly LocalName[]): readonly Entry[] {
    const { tally } = this.#context
    return entryFailures(() => {
      const listing = lookAt(path, names)
      // Replaced by a link to somewhere else since it was first looked at: what was seen is not ours.
      const now = statLocal(path)
      if (now.device !== identity.device || now.inode !== identity.inode) throw replaced(showPath(path))
      tally.leftOut.vanished += listing.vanished
      for (const { name, error } of listing.failures) {
        content.fail(name, error.message, task.policy.child(name).policy.errorHandling?.ignoreFileErrors ?? false)
      }
      const entries = this.#leaveOut(listing.entries, content)
      const filtered = filterEntries(entries, identity.device, task.policy, ignore)
      tally.filtered(entries.length, filtered)
      return filtered.entries
    })
  }

  /** Stores everything in the directory and calls `rest` when only sub-directories are left to wait for. */
  async #storeEntries(folder: OpenFolder, names: readonly LocalName[], rest: () => void): Promise<void> {
    const files = new TaskGroup(this.#abort)
    const folders = new TaskGroup(this.#abort)
    const directories: Entry[] = []
    try {
      // In parts: the facts of a million files are not all in memory at once.
      for (let at = 0; at < names.length; at += NAMES_PER_LOOK) {
        await this.#breathe()
        throwIfCancelled(this.#context.signal)
        for (const entry of this.#look(folder, names.slice(at, at + NAMES_PER_LOOK))) {
          if (!folder.content.claim(entry.name)) folder.content.fail(entry.name, SAME_NAME, this.#ignoresFileErrors(folder))
          else if (entry.kind === 'directory') directories.push(entry)
          else await this.#startEntry(folder, entry, files)
          if (entry.rawName !== undefined) this.#context.tally.odd('name', folder.content.pathOf(entry.name))
        }
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

  /** Uses the earlier object of a file or link at once, or starts reading it when a slot is free. */
  async #startEntry(folder: OpenFolder, entry: Entry, files: TaskGroup): Promise<void> {
    const { tally } = this.#context
    const { content, previous, task } = folder
    const policy = task.policy.child(entry.name).policy
    if (entry.kind === 'other') {
      if (policy.errorHandling?.ignoreUnknownTypes ?? true) tally.leftOut.special++
      else content.fail(entry.name, 'It is neither a file nor a directory nor a link.', false)
      return
    }
    const compared = previous.take(entry.name)
    const relativePath = content.pathOf(entry.name)
    const isForced = this.#request.isHashForced?.(relativePath) ?? false
    const earlier = isForced ? undefined : previous.reusable(entry, compared)
    if (earlier !== undefined) {
      tally.reused(entry.size)
      this.#add(
        folder,
        earlier === compared && entry.rawName === undefined ? earlier : dirEntryOf(entry, earlier.objectId, entry.size),
        compared,
      )
      return
    }
    await this.#fileSlots.acquire()
    files.start(async () => {
      try {
        const path = pathOfEntry(folder.path, entry)
        const stored =
          entry.kind === 'symlink'
            ? await storeLink(this.#context, path, entry, policy)
            : await storeFile(this.#context, path, relativePath, entry, policy)
        this.#add(folder, stored, compared)
      } catch (error) {
        if (!isEntryError(error)) throw error
        if (isVanished(error)) tally.leftOut.vanished++
        else content.fail(entry.name, error.message, this.#ignoresFileErrors(folder))
      } finally {
        this.#fileSlots.release()
      }
    })
  }

  #add(folder: OpenFolder, stored: DirEntry, compared: DirEntry | undefined): void {
    this.#context.tally.compare(folder.content.pathOf(stored.name), stored, compared)
    folder.content.add(withKeptTime(this.#context, stored, compared), compared)
  }

  /** Walks the sub-directories: those with policies of their own at most `parallel` at once, so that their hooks keep Kopia's order. */
  async #storeFolders(folder: OpenFolder, directories: readonly Entry[]): Promise<void> {
    const { policy } = folder.task
    const [plain, special] = partition(directories, ({ name }) => isPlain(policy.child(name)))
    const store = async (entry: Entry) => await this.#storeSubfolder(folder, entry)
    await Promise.all([mapConcurrent(plain, OPEN_FOLDERS, store), mapConcurrent(special, Math.max(1, this.#request.parallel), store)])
  }

  async #storeSubfolder(folder: OpenFolder, entry: Entry): Promise<void> {
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
    }
    try {
      content.add(await this.storeFolder(child), compared)
    } catch (error) {
      if (!(error instanceof FolderFailure)) {
        this.#abort(error)
        throw error
      }
      if (isVanished(error.reason)) this.#context.tally.leftOut.vanished++
      else content.fail(entry.name, error.message, policy.policy.errorHandling?.ignoreDirectoryErrors ?? false)
    }
  }

  #ignoresFileErrors(folder: OpenFolder): boolean {
    return folder.task.policy.policy.errorHandling?.ignoreFileErrors ?? false
  }

  async #breathe(): Promise<void> {
    const now = this.#request.clock.monotonicMs()
    if (now - this.#breathedMs < BREATH_MS) return
    await new Promise((resolve) => setImmediate(resolve))
    this.#breathedMs = this.#request.clock.monotonicMs()
  }
}

const SAME_NAME = 'Its name is stored like that of another entry, because neither is valid UTF-8.'

/** Errors that concern one file or directory of the source. */
function isEntryError(error: unknown): error is CairnError {
  return (
    isCairnError(error, 'CAIRN_FILE_UNREADABLE') || isCairnError(error, 'CAIRN_FILE_VANISHED') || isCairnError(error, 'CAIRN_FILE_CHANGED')
  )
}

/** Runs `work`; what it throws about the directory becomes the failure of this folder alone. */
function entryFailures<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw isEntryError(error) ? new FolderFailure(error) : error
  }
}

/** Whether no policy stands at the directory or below it; such a node is its own child. */
function isPlain(node: PolicyNode): boolean {
  return !node.isDefined && node.child('\0') === node
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  const yes: T[] = []
  const no: T[] = []
  for (const item of items) (test(item) ? yes : no).push(item)
  return [yes, no]
}

function replaced(path: string): CairnError {
  return new CairnError('CAIRN_FILE_CHANGED', `${path} was replaced while it was being listed.`, {
    hint: 'Stop what changes the files during the snapshot.',
  })
}

function notADirectory(path: string): CairnError {
  return new CairnError('CAIRN_FILE_UNREADABLE', `${path} is not a directory.`, { hint: 'A hook may only name a directory to read.' })
}
