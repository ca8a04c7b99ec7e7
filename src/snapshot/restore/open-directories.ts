/** Directories that are being filled: each is finished when everything in it is (docs/threat-model.md, "Restore"). */
import { CairnError } from '../../errors.ts'
import type { DirEntry } from '../dir-entry.ts'
import type { AttributeSetter } from './attributes.ts'
import type { RestoreStep } from './plan.ts'
import { endsRestore, type RestoreTally } from './report.ts'
import { isEmptyDirectory, makeWritable, openChild, openTarget, type TargetDirectory } from './safe-path.ts'

/** A directory that is being filled. */
export interface OpenDirectory {
  readonly target: TargetDirectory
  readonly path: string
  readonly entry: DirEntry
  readonly parent: OpenDirectory | undefined
  /** Made by us: nothing can be in the way. */
  readonly isFresh: boolean
  /** Things in it that are not finished, and one for the walk itself. */
  pending: number
}

export interface OpenDirectoriesOptions {
  readonly target: string
  readonly useDescriptors: boolean | undefined
  readonly overwriteDirectories: boolean
  readonly skipPermissions: boolean
  readonly attributes: AttributeSetter
  readonly tally: RestoreTally
  /** Whether the restore has failed: directories stay as they are then. */
  readonly isOver: () => boolean
  /** Called with errors that end the restore, and with each directory that is complete. */
  readonly onHopeless: (error: unknown) => void
  readonly onComplete: (directory: OpenDirectory) => void
}

export class OpenDirectories {
  readonly #options: OpenDirectoriesOptions
  readonly #open = new Set<OpenDirectory>()

  constructor(options: OpenDirectoriesOptions) {
    this.#options = options
  }

  /** Opens or makes the directory of a step; undefined when it could not be, and the step was skipped. Throws for the root, and what ends a restore. */
  enter(step: RestoreStep & { kind: 'enter' }, parent: OpenDirectory | undefined): OpenDirectory | undefined {
    const { target, useDescriptors, tally } = this.#options
    try {
      const opened = parent === undefined ? openTarget(target, useDescriptors) : openChild(parent.target, step.name)
      const directory: OpenDirectory = {
        target: opened.directory,
        path: step.path,
        entry: step.entry,
        parent,
        isFresh: opened.isCreated,
        pending: 1,
      }
      this.#open.add(directory)
      if (!opened.isCreated) this.#admit(directory)
      if (parent !== undefined) parent.pending++
      return directory
    } catch (error) {
      if (parent === undefined || endsRestore(error)) throw error
      tally.fail(step.path, error)
      step.skip()
      return undefined
    }
  }

  /** One thing in `directory` is finished; the last one finishes the directory itself. */
  release(directory: OpenDirectory): void {
    if (--directory.pending > 0) return
    const { tally, isOver, onHopeless, onComplete } = this.#options
    const { target, path, parent } = directory
    this.#open.delete(directory)
    try {
      if (!isOver()) {
        this.#finish(directory)
        tally.directories++
        onComplete(directory)
      }
    } catch (error) {
      if (endsRestore(error)) onHopeless(error)
      else tally.fail(path, error)
    } finally {
      target.close()
    }
    if (parent !== undefined) this.release(parent)
  }

  #finish({ target, entry, path }: OpenDirectory): void {
    const { attributes } = this.#options
    if (target.fd === undefined) attributes.setByPath(target.path, path, entry, target.stat())
    else attributes.setOpen(target.fd, path, entry)
  }

  /** Lets go of all directories as they are. Nothing may be written to them any more. */
  close(): void {
    for (const { target } of this.#open) target.close()
    this.#open.clear()
  }

  /** Whether a directory that was there already may be filled. */
  #admit(directory: OpenDirectory): void {
    const { overwriteDirectories, skipPermissions } = this.#options
    const { target } = directory
    if (!overwriteDirectories && !isEmptyDirectory(target)) {
      this.#open.delete(directory)
      target.close()
      throw new CairnError('CAIRN_RESTORE_EXISTS', `The directory "${target.displayPath}" exists and is not empty.`)
    }
    if (!skipPermissions) makeWritable(target)
  }
}
