/**
 * Carries out a restore plan (docs/threat-model.md, "Restore").
 *
 *  1. Directories are made in walking order with mode 0700, each reached through the descriptor of its parent.
 *  2. Files and links are written at the same time, up to `parallel`, each under a temporary name first.
 *  3. A directory gets its owner, mode and time when everything in it is done.
 *
 * An entry that fails is named in the report and the rest goes on.
 */
import { lstatSync, type Stats } from 'node:fs'
import { basename } from 'node:path'
import { CairnError, messageOf, throwIfCancelled } from '../../errors.ts'
import type { Progress } from '../../log.ts'
import type { ObjectManager } from '../../repo/api.ts'
import { Semaphore } from '../../util/async.ts'
import { type RandomSource, systemRandom } from '../../util/random.ts'
import type { DirEntry } from '../dir-entry.ts'
import { AttributeSetter } from './attributes.ts'
import { DEFAULT_RESTORE_OPTIONS, type RestoreOptions } from './options.ts'
import { type RestorePlan, type RestoreStep, restoreSteps } from './plan.ts'
import { endsRestore, type RestoreReport, RestoreTally } from './report.ts'
import { errnoOf, isEmptyDirectory, makeWritable, openChild, openTarget, openTargetParent, type TargetDirectory } from './safe-path.ts'
import { temporaryNames, type WriteContext, writeFileEntry, writeLinkEntry } from './write-entry.ts'

const STEPS_PER_TURN = 64

export interface ExecuteRestoreOptions extends Partial<RestoreOptions> {
  readonly progress?: Progress
  readonly signal?: AbortSignal
  readonly random?: RandomSource
  /** For tests: the rules for names of another system, and paths instead of descriptors. */
  readonly platform?: NodeJS.Platform
  readonly useDescriptors?: boolean
}

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

/** A directory that is being filled. */
interface OpenDirectory {
  readonly target: TargetDirectory
  readonly path: string
  readonly entry: DirEntry
  readonly parent: OpenDirectory | undefined
  /** Made by us: nothing can be in the way. */
  readonly isFresh: boolean
  /** Things in it that are not finished, and one for the walk itself. */
  pending: number
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
  readonly #slots: Semaphore
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
    this.#attributes = new AttributeSetter(this.#options)
    this.#context = { objects, attributes: this.#attributes, temporaryName: temporaryNames(random), signal }
    this.#slots = new Semaphore(Math.max(1, this.#options.parallel))
  }

  async execute(): Promise<RestoreReport> {
    const { files, bytes } = this.#plan.expected
    this.#progress?.start('restore', { files, bytes })
    const open = new Set<OpenDirectory>()
    const parallel = Math.max(1, this.#options.parallel)
    let current: OpenDirectory | undefined
    let turn = 0
    try {
      const steps = restoreSteps(this.#objects, this.#plan, this.#platform, this.#signal)
      for await (const step of steps) {
        if (this.#failure !== undefined) break
        // Without a turn of the event loop no signal would be heard while everything comes out of memory.
        if (++turn % STEPS_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve))
        throwIfCancelled(this.#signal)
        if (step.kind === 'enter') current = this.#enter(step, current, open) ?? current
        else if (step.kind === 'leave') {
          const left: OpenDirectory | undefined = current
          current = left?.parent
          if (left !== undefined) this.#release(left, open)
        } else if (step.kind === 'refused') this.#tally.refuse(step.path, step.code, `"${step.path}" was not restored: ${step.reason}.`)
        else if (step.kind === 'unreadable') this.#tally.fail(step.path, step.error)
        else {
          await this.#slots.acquire()
          this.#write(step, current, open)
        }
      }
    } catch (error) {
      this.#failure ??= { error }
    } finally {
      // All slots are free only when no file is being written any more.
      await this.#slots.acquire(parallel)
      for (const directory of open) directory.target.close()
      this.#progress?.finish()
    }
    if (this.#failure !== undefined) throw this.#asRestoreError(this.#failure.error)
    return this.#tally.report(this.#attributes.losses)
  }

  #enter(step: RestoreStep & { kind: 'enter' }, parent: OpenDirectory | undefined, open: Set<OpenDirectory>): OpenDirectory | undefined {
    let opened: ReturnType<typeof openChild>
    try {
      opened = parent === undefined ? openTarget(this.#plan.target, this.#useDescriptors) : openChild(parent.target, step.name)
    } catch (error) {
      if (parent === undefined || endsRestore(error)) throw error
      this.#tally.fail(step.path, error)
      step.skip()
      return undefined
    }
    const directory: OpenDirectory = {
      target: opened.directory,
      path: step.path,
      entry: step.entry,
      parent,
      isFresh: opened.isCreated,
      pending: 1,
    }
    open.add(directory)
    if (!opened.isCreated && !this.#options.overwriteDirectories && !isEmptyDirectory(opened.directory)) {
      const error = new CairnError('CAIRN_RESTORE_EXISTS', `The directory "${opened.directory.displayPath}" exists and is not empty.`)
      if (parent === undefined) throw error
      this.#tally.fail(step.path, error)
      step.skip()
      open.delete(directory)
      opened.directory.close()
      return undefined
    }
    if (!opened.isCreated && !this.#options.skipPermissions) makeWritable(opened.directory)
    if (parent !== undefined) parent.pending++
    return directory
  }

  /** Starts writing one file or link; the slot is held until it is done. */
  #write(step: RestoreStep & { kind: 'file' | 'symlink' }, parent: OpenDirectory | undefined, open: Set<OpenDirectory>): void {
    if (parent !== undefined) parent.pending++
    const work = async () => {
      try {
        await this.#writeEntry(step, parent)
      } catch (error) {
        if (endsRestore(error)) this.#failure ??= { error }
        else this.#tally.fail(step.path, error)
      } finally {
        if (parent !== undefined) this.#release(parent, open)
        this.#slots.release()
        this.#report()
      }
    }
    void work()
  }

  async #writeEntry(step: RestoreStep & { kind: 'file' | 'symlink' }, parent: OpenDirectory | undefined): Promise<void> {
    const { entry, path } = step
    const isFile = step.kind === 'file'
    const target = parent?.target ?? openTargetParent(this.#plan.target, this.#useDescriptors)
    try {
      const name = parent === undefined ? basename(this.#plan.target) : step.name
      // Only where names may fold together can something be in a directory that was made by us.
      const isChecked = parent === undefined || !parent.isFresh || this.#platform !== 'linux'
      if (isChecked && this.#isLeftAlone(target, name, entry, isFile)) {
        this.#tally.skipped++
        return
      }
      if (isFile) {
        const length = await writeFileEntry(this.#context, target, name, path === '' ? name : path, entry)
        this.#tally.bytes += length
        this.#tally.files++
      } else {
        await writeLinkEntry(this.#context, target, name, entry)
        this.#tally.symlinks++
      }
    } finally {
      if (parent === undefined) target.close()
    }
  }

  /** Looks at what has the name already: true leaves it, an error refuses, false replaces. */
  #isLeftAlone(target: TargetDirectory, name: string, entry: DirEntry, isFile: boolean): boolean {
    let found: Stats
    try {
      found = lstatSync(target.at(name))
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return false
      throw error
    }
    const display = `${target.displayPath}/${name}`
    if (isFile ? !found.isFile() : !found.isSymbolicLink())
      throw new CairnError('CAIRN_RESTORE_EXISTS', `"${display}" exists and is not a ${isFile ? 'regular file' : 'symbolic link'}.`)
    if (this.#options.skipExisting) {
      if (!isFile) return true
      const ageMs = Math.abs(found.mtimeMs - Number(entry.mtimeNs / 1_000_000n))
      if (found.size === entry.size && ageMs < 2000) return true
    }
    if (isFile ? this.#options.overwriteFiles : this.#options.overwriteSymlinks) return false
    throw new CairnError('CAIRN_RESTORE_EXISTS', `"${display}" exists.`, { hint: 'Allow overwriting, or restore into a new folder.' })
  }

  /** One thing in `directory` is finished; the last one finishes the directory itself. */
  #release(directory: OpenDirectory, open: Set<OpenDirectory>): void {
    if (--directory.pending > 0) return
    open.delete(directory)
    const { target, entry, path, parent } = directory
    try {
      if (this.#failure === undefined) {
        if (target.fd === undefined) this.#attributes.setByPath(target.path, path, entry, target.stat())
        else this.#attributes.setOpen(target.fd, path, entry, target.stat())
        this.#tally.directories++
      }
    } catch (error) {
      if (endsRestore(error)) this.#failure ??= { error }
      else this.#tally.fail(path, error)
    } finally {
      target.close()
    }
    if (parent !== undefined) this.#release(parent, open)
  }

  #report(): void {
    const { files, bytes, failureCount } = this.#tally
    this.#progress?.update({ files, bytes, hashedFiles: 0, hashedBytes: 0, uploadedBytes: 0, errors: failureCount })
  }

  #asRestoreError(error: unknown): unknown {
    if (errnoOf(error) === undefined || error instanceof CairnError) return error
    return new CairnError('CAIRN_RESTORE_WRITE_FAILED', `Restoring into "${this.#plan.target}" stopped: ${messageOf(error)}.`, {
      hint: 'Files that have their final name are complete. Free space or mend the disk, then restore again.',
      cause: error,
    })
  }
}
