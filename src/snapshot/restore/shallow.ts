/** Which entries of a restore become placeholders, and which placeholders go (docs/repository-format.md, "Placeholders"). */
import type { DirEntry } from '../dir-entry.ts'
import { removeTree } from './delete-extra.ts'
import type { OpenDirectory } from './open-directories.ts'
import type { RestoreOptions } from './options.ts'
import { placeholderName, writePlaceholder } from './placeholder.ts'
import type { RestoreStep } from './plan.ts'
import type { RestoreTally } from './report.ts'
import { openTargetParent } from './safe-path.ts'
import type { WriteContext } from './write-entry.ts'

export interface ShallowRestoreOptions {
  /** The target of the whole restore. */
  readonly target: string
  readonly useDescriptors: boolean | undefined
  readonly options: RestoreOptions
  readonly context: WriteContext
  readonly tally: RestoreTally
}

export class ShallowRestore {
  readonly #run: ShallowRestoreOptions

  constructor(run: ShallowRestoreOptions) {
    this.#run = run
  }

  /** Whether a placeholder is put instead of the entry. */
  isDue(step: RestoreStep & { entry: DirEntry }, parent: OpenDirectory | undefined): parent is OpenDirectory {
    const { shallowAtDepth, shallowMinSizeBytes } = this.#run.options
    if (parent === undefined || step.kind === 'symlink' || placeholderName(step.entry.name) === undefined) return false
    if (step.path.split('/').length <= shallowAtDepth) return false
    return step.kind === 'enter' || step.entry.size >= shallowMinSizeBytes
  }

  /** Puts the placeholder and counts it as what it stands for. Throws CAIRN_RESTORE_EXISTS, and errors of the system. */
  put({ kind, path, entry }: RestoreStep & { entry: DirEntry }, parent: OpenDirectory): void {
    const { context, tally } = this.#run
    writePlaceholder(context, parent.target, path, placeholderName(entry.name) ?? entry.name, entry)
    if (kind === 'enter') tally.directories++
    else tally.files++
    if (kind !== 'enter') tally.bytes += entry.size
  }

  /** A placeholder goes when what it stands for is there: of an earlier shallow restore, or the one that is being expanded. */
  drop(parent: OpenDirectory | undefined, name: string): void {
    const { target: root, useDescriptors, options } = this.#run
    const placeholder = placeholderName(name)
    if (placeholder === undefined || parent?.isFresh || (parent === undefined && !options.isExpanding)) return
    const target = parent?.target ?? openTargetParent(root, useDescriptors)
    try {
      removeTree(target, placeholder)
    } finally {
      if (parent === undefined) target.close()
    }
  }
}
