/** What goes into an archive, in order: each entry read so far that a damaged one can still be left out. */
import { CairnError } from '../../errors.ts'
import type { ObjectManager } from '../../repo/api.ts'
import type { DirEntry } from '../dir-entry.ts'
import { type RestorePlan, restoreSteps } from './plan.ts'
import { isEntryError, type RestoreTally } from './report.ts'
import { isCheckpointed, LONGEST_LINK_BYTES } from './write-entry.ts'

/** Files up to this size are read whole; what was written of a larger one is taken back when it is damaged. */
const WHOLE_BYTES = 4 * 1024 * 1024

/** An entry of an archive; the root directory has none. */
export interface ArchiveEntry {
  readonly type: 'file' | 'symlink' | 'directory'
  /** Parts joined by `/`, without one at the end. */
  readonly path: string
  readonly entry: DirEntry
  /** Bytes of a file; 0 for others. */
  readonly size: number
  /** Bytes of a file, whole when it is small; read once and while the next entry is not asked for. */
  readonly content: Uint8Array | AsyncIterable<Uint8Array>
  /** Target of a symlink; empty for others. */
  readonly link: Uint8Array
}

/** A kind of archive, being written. */
export interface ArchiveFormat {
  /** Appends an entry. Passes on what reading it throws; nothing of it is in the archive then. */
  add(entry: ArchiveEntry): Promise<void>
  /** Appends what ends the archive. */
  end(): void | Promise<void>
}

const NOTHING = new Uint8Array(0)

/** The entries of `plan`; what cannot be read is counted in `tally`. Throws storage errors, CAIRN_CANCELLED. */
export async function* archiveEntries(
  objects: ObjectManager,
  plan: RestorePlan,
  tally: RestoreTally,
  options: {
    readonly signal?: AbortSignal
    /** Why the archive cannot have a path, or undefined. */
    readonly refusePath?: (path: string) => string | undefined
  },
): AsyncGenerator<ArchiveEntry> {
  // Names are those of the archive, which every system may read later.
  for await (const step of restoreSteps(objects, plan, 'linux', options.signal)) {
    if (step.kind === 'refused') tally.refuse(step.path, step.code, `"${step.path}" was not restored: ${step.reason}.`)
    else if (step.kind === 'unreadable') tally.fail(step.path, step.error)
    else if (step.kind !== 'leave' && options.refusePath?.(step.path) !== undefined) {
      tally.refuse(step.path, 'CAIRN_RESTORE_UNSAFE_NAME', `"${step.path}" was not restored: ${options.refusePath(step.path)}.`)
    } else if (step.kind === 'enter') {
      if (step.path === '') tally.directories++
      else yield { type: 'directory', path: step.path, entry: step.entry, size: 0, content: NOTHING, link: NOTHING }
    } else if (step.kind !== 'leave') {
      const path = step.path === '' ? step.name : step.path
      const read = await readEntry(objects, path, step, options.signal).catch((error) => {
        if (!isEntryError(error)) throw error
        tally.fail(step.path, error)
      })
      if (read !== undefined) yield read
    }
  }
}

async function readEntry(
  objects: ObjectManager,
  path: string,
  { kind, entry }: { readonly kind: 'file' | 'symlink'; readonly entry: DirEntry },
  signal: AbortSignal | undefined,
): Promise<ArchiveEntry> {
  const reader = await objects.open(entry.objectId)
  if (kind === 'symlink') return { type: kind, path, entry, size: 0, content: NOTHING, link: await reader.readAll(LONGEST_LINK_BYTES) }
  const size = reader.length
  if (size !== entry.size && !isCheckpointed(entry))
    throw new CairnError('CAIRN_RESTORE_SIZE_DIFFERS', `"${path}" should have ${entry.size} bytes, but its object has ${size}.`)
  const content = size <= WHOLE_BYTES ? await reader.readAll(WHOLE_BYTES) : reader.chunks(signal)
  return { type: kind, path, entry, size, content, link: NOTHING }
}
