/**
 * Carries out a restore plan (docs/threat-model.md, "Restore").
 *
 *  1. Directories are made in walking order with mode 0700, each reached through the descriptor of its parent.
 *  2. Files are written by workers, small ones in batches; links, and everything where directories have no descriptors, by this thread.
 *  3. A directory gets its owner, mode and time when everything in it is done.
 *
 * An entry that fails is named in the report and the rest goes on.
 */
import { basename } from 'node:path'
import { throwIfCancelled } from '../../errors.ts'
import type { Progress } from '../../log.ts'
import type { ExtractOutcome, ObjectManager } from '../../repo/api.ts'
import { Semaphore } from '../../util/async.ts'
import { Breath } from '../../util/breath.ts'
import { systemClock } from '../../util/clock.ts'
import { systemRandom } from '../../util/random.ts'
import type { DirEntry } from '../dir-entry.ts'
import { AttributeSetter } from './attributes.ts'
import { deleteExtra } from './delete-extra.ts'
import { isLeftAlone } from './existing.ts'
import { type BatchedFile, canBatch, FileBatch } from './file-batch.ts'
import { OpenDirectories, type OpenDirectory } from './open-directories.ts'
import { DEFAULT_RESTORE_OPTIONS, type ExecuteRestoreOptions, type RestoreOptions } from './options.ts'
import { type EntryStep, type RestorePlan, type RestoreStep, restoreSteps } from './plan.ts'
import { asRestoreError, endsRestore, isEntryError, type RestoreReport, RestoreTally } from './report.ts'
import { openTargetParent } from './safe-path.ts'
import { ShallowRestore } from './shallow.ts'
import { temporaryNames, type WriteContext, writeFileEntry, writeLinkEntry } from './write-entry.ts'

/** Batches of small files that are under way at a time. */
const BATCHES = 8
/**
 * Restores `plan`. Failures of single entries are in the report; the caller decides what they mean.
 * Throws CAIRN_RESTORE_TARGET when the target cannot be used, CAIRN_RESTORE_WRITE_FAILED when it is full or broken, storage errors, CAIRN_CANCELLED.
 */
export async function executeRestore(
  objects: ObjectManager,
  plan: RestorePlan,
  options: ExecuteRestoreOptions = {},
): Promise<RestoreReport> {
  const run = new RestoreRun(objects, plan, options)
  return await run.execute()
}

class RestoreRun {
  readonly #objects: ObjectManager
  readonly #plan: RestorePlan
  readonly #options: RestoreOptions
  readonly #progress: Progress | undefined
  readonly #signal: AbortSignal | undefined
  readonly #platform: NodeJS.Platform
  readonly #useDescriptors: boolean | undefined
  readonly #attributes: AttributeSetter
  readonly #tally = new RestoreTally()
  readonly #context: WriteContext
  readonly #directories: OpenDirectories
  readonly #shallow: ShallowRestore
  readonly #batch = new FileBatch<OpenDirectory>()
  readonly #batches = new Semaphore(BATCHES)
  readonly #singles: Semaphore
  #failure: { readonly error: unknown } | undefined

  constructor(objects: ObjectManager, plan: RestorePlan, options: ExecuteRestoreOptions) {
    const { progress, signal, random = systemRandom, platform = process.platform, useDescriptors, ...choices } = options
    this.#objects = objects
    this.#plan = plan
    this.#options = { ...DEFAULT_RESTORE_OPTIONS, ...choices }
    this.#progress = progress
    this.#signal = signal
    this.#platform = platform
    this.#useDescriptors = useDescriptors
    const { writeSparseFiles: isSparse, flushFiles: isFlushed, parallel, ...rest } = this.#options
    const { skipOwners, skipPermissions, skipTimes, ignorePermissionErrors, overwriteDirectories } = rest
    const rules = { skipOwners, skipPermissions, skipTimes, ignorePermissionErrors, isSparse, isFlushed }
    this.#attributes = new AttributeSetter(rules)
    const temporaryName = temporaryNames(random)
    this.#context = { objects, attributes: this.#attributes, temporaryName, signal, rules, usesWorkers: parallel > 1 }
    this.#shallow = new ShallowRestore({
      target: plan.target,
      useDescriptors,
      options: this.#options,
      context: this.#context,
      tally: this.#tally,
    })
    this.#singles = new Semaphore(Math.max(1, parallel))
    this.#directories = new OpenDirectories({
      target: plan.target,
      useDescriptors,
      overwriteDirectories,
      skipPermissions,
      attributes: this.#attributes,
      tally: this.#tally,
      isOver: () => this.#failure !== undefined,
      onHopeless: (error) => this.#end(error),
      onComplete: ({ parent, path, entry }) => this.#shallow.drop(parent, path === '' ? basename(plan.target) : entry.name),
    })
  }

  async execute(): Promise<RestoreReport> {
    const { files, bytes } = this.#plan.expected
    this.#progress?.start('restore', { files, bytes })
    try {
      await this.#walk()
      await this.#sendBatch()
    } catch (error) {
      this.#end(error)
    } finally {
      // All are free only when no file is being written any more.
      await this.#batches.acquire(BATCHES)
      await this.#singles.acquire(Math.max(1, this.#options.parallel))
      this.#directories.close()
      this.#progress?.finish()
    }
    if (this.#failure !== undefined) throw asRestoreError(this.#plan.target, this.#failure.error)
    return this.#tally.report(this.#attributes.losses)
  }

  async #walk(): Promise<void> {
    let current: OpenDirectory | undefined
    const breath = new Breath(systemClock)
    const steps = restoreSteps(this.#objects, this.#plan, this.#platform, this.#signal)
    for await (const step of steps) {
      if (this.#failure !== undefined) return
      // Without a turn of the event loop no signal would be heard while everything comes out of memory.
      await breath.take()
      throwIfCancelled(this.#signal)
      if (step.kind === 'enter') current = (await this.#enter(step, current)) ?? current
      else if (step.kind === 'leave') {
        const left: OpenDirectory | undefined = current
        current = left?.parent
        if (left !== undefined) this.#directories.release(left)
      } else if (step.kind === 'refused') this.#tally.refuse(step.path, step.code, `"${step.path}" was not restored: ${step.reason}.`)
      else if (step.kind === 'unreadable') this.#tally.fail(step.path, step.error)
      else if (this.#shallow.isDue(step, current)) this.#putPlaceholder(step, current)
      else if (canBatch(step, current, this.#context)) {
        this.#enqueue(step, current)
        if (this.#batch.isFull) await this.#sendBatch()
      } else {
        await this.#singles.acquire()
        this.#start(step, current)
      }
    }
  }

  async #enter(step: RestoreStep & { kind: 'enter' }, parent: OpenDirectory | undefined): Promise<OpenDirectory | undefined> {
    if (this.#shallow.isDue(step, parent)) {
      step.skip()
      this.#putPlaceholder(step, parent)
      return undefined
    }
    const directory = this.#directories.enter(step, parent)
    if (directory !== undefined && this.#options.deleteExtra && !directory.isFresh) {
      try {
        await deleteExtra(this.#objects, directory.target, step.path, step.entry, this.#tally, this.#signal)
      } catch (error) {
        // The walk meets the same damage, and says so.
        if (!isEntryError(error)) throw error
      }
    }
    return directory
  }

  #putPlaceholder(step: RestoreStep & { entry: DirEntry }, parent: OpenDirectory): void {
    try {
      this.#shallow.put(step, parent)
    } catch (error) {
      this.#fail(step.path, error)
    }
  }

  #enqueue(step: EntryStep, parent: OpenDirectory): void {
    const { path, name, entry } = step
    try {
      if (this.#isSkipped(parent, name, step)) return
      const isDirect = parent.isFresh && !this.#options.writeFilesAtomically
      this.#batch.add({ path, name, entry, parent }, isDirect ? undefined : this.#context.temporaryName())
      parent.pending++
    } catch (error) {
      this.#fail(path, error)
    }
  }

  /** Sends what waits; the batch holds its place until all its files are done. */
  async #sendBatch(): Promise<void> {
    const files = this.#batch.take()
    if (files.length === 0) return
    await this.#batches.acquire()
    const work = async () => {
      const alone: BatchedFile<OpenDirectory>[] = []
      try {
        throwIfCancelled(this.#signal)
        const extractions = files.map(({ extraction }) => extraction)
        const outcomes = this.#failure === undefined ? await this.#objects.extractFiles?.(extractions, this.#context.rules) : undefined
        for (const [index, file] of files.entries()) if (!this.#settle(file, outcomes?.[index])) alone.push(file)
        for (const { path, name, entry, parent } of alone) {
          if (this.#failure === undefined) await this.#write({ kind: 'file', path, name, entry }, parent)
        }
      } catch (error) {
        this.#end(error)
      } finally {
        for (const { parent } of files) this.#directories.release(parent)
        this.#batches.release()
        this.#report()
      }
    }
    void work()
  }

  /** Counts what became of a file; false when it has to be written alone. */
  #settle({ path, name, entry, parent }: BatchedFile<OpenDirectory>, outcome: ExtractOutcome): boolean {
    if (outcome === undefined) return false
    try {
      if (outcome instanceof Error) throw outcome
      this.#attributes.count(outcome, path)
      this.#tally.files++
      this.#tally.bytes += entry.size
      this.#shallow.drop(parent, name)
    } catch (error) {
      this.#fail(path, error)
    }
    return true
  }

  /** Starts writing one file or link; it holds its place until it is done. */
  #start(step: EntryStep, parent: OpenDirectory | undefined): void {
    if (parent !== undefined) parent.pending++
    const work = async () => {
      try {
        await this.#write(step, parent)
      } finally {
        if (parent !== undefined) this.#directories.release(parent)
        this.#singles.release()
        this.#report()
      }
    }
    void work()
  }

  async #write(step: EntryStep, parent: OpenDirectory | undefined): Promise<void> {
    const { kind, entry, path } = step
    const target = parent?.target ?? openTargetParent(this.#plan.target, this.#useDescriptors)
    try {
      const name = parent === undefined ? basename(this.#plan.target) : step.name
      if (this.#isSkipped(parent, name, step)) return
      const shown = path === '' ? name : path
      if (kind === 'file') {
        const length = await writeFileEntry(this.#context, target, name, shown, entry)
        this.#tally.bytes += length
        this.#tally.files++
        this.#shallow.drop(parent, name)
      } else {
        await writeLinkEntry(this.#context, target, name, shown, entry)
        this.#tally.symlinks++
      }
    } catch (error) {
      this.#fail(path, error)
    } finally {
      if (parent === undefined) target.close()
    }
  }

  /** Whether what is there already is left alone. Only where names may fold together can something be in a directory that was made by us. */
  #isSkipped(parent: OpenDirectory | undefined, name: string, { entry }: EntryStep): boolean {
    if (parent?.isFresh && this.#platform === 'linux') return false
    const target = parent?.target ?? openTargetParent(this.#plan.target, this.#useDescriptors)
    try {
      if (!isLeftAlone(target, name, entry, this.#options)) return false
      this.#tally.skipped++
      if (entry.type !== 's') this.#tally.skippedBytes += entry.size
      return true
    } finally {
      if (parent === undefined) target.close()
    }
  }

  #fail(path: string, error: unknown): void {
    if (endsRestore(error)) this.#end(error)
    else this.#tally.fail(path, error)
  }

  #end(error: unknown): void {
    this.#failure ??= { error }
  }

  #report(): void {
    const { files, bytes, failureCount } = this.#tally
    this.#progress?.update({ files, bytes, hashedFiles: 0, hashedBytes: 0, uploadedBytes: 0, errors: failureCount })
  }
}
