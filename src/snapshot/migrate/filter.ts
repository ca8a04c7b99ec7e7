/** Ignore rules applied to a tree that is in a repository instead of on a disk (docs/repository-format.md, "Ignore rules"). */
import { throwIfCancelled } from '../../errors.ts'
import type { Entry } from '../../fs/entry.ts'
import { IgnoreContext, type OwnRules } from '../../fs/ignore.ts'
import { filterEntries } from '../../fs/selection.ts'
import { CACHE_SIGNATURE, CACHE_TAG, MAX_DOT_FILE_BYTES } from '../../fs/special-files.ts'
import type { PolicyNode } from '../../policy/tree.ts'
import type { ObjectManager } from '../../repo/api.ts'
import type { DirEntry } from '../dir-entry.ts'

/** Everything in a repository counts as one file system. */
const DEVICE = 0n

const KINDS = { d: 'directory', f: 'file', s: 'symlink', unknown: 'other' } as const

export interface FilteredDirectory {
  readonly entries: readonly DirEntry[]
  /** For the directories below. */
  readonly here: { child(name: string): SnapshotFilter }
}

/** The rules that hold in one directory because of those above it. */
export class SnapshotFilter {
  readonly #above: { readonly context: IgnoreContext; readonly name: string } | undefined

  private constructor(above?: { readonly context: IgnoreContext; readonly name: string }) {
    this.#above = above
  }

  /** The filter of the root of a source. */
  static root(): SnapshotFilter {
    return new SnapshotFilter()
  }

  /** The entries that a snapshot with this policy would hold. Errors: CAIRN_IGNORE_RULE_INVALID, and those of reading a file with rules. */
  async choose(objects: ObjectManager, entries: readonly DirEntry[], policy: PolicyNode, signal: AbortSignal): Promise<FilteredDirectory> {
    const isCache = policy.ignoresCacheDirs && (await isCacheDirectory(objects, entries))
    const own = isCache ? undefined : { policyRules: policy.ignoreRules, dotFiles: await dotFilesOf(objects, entries, policy, signal) }
    const context = this.#above === undefined ? IgnoreContext.root(own) : this.#above.context.child(this.#above.name, own)
    const here = { child: (name: string) => new SnapshotFilter({ context, name }) }
    if (isCache) return { entries: [], here }
    const kept = new Set(filterEntries(entries.map(factsOf), DEVICE, policy, context).entries.map(({ inode }) => inode))
    return { entries: entries.filter((_, index) => kept.has(BigInt(index))), here }
  }
}

/** Two entries may have the same name: their place tells them apart. */
function factsOf({ name, type, mode, size, mtimeNs, uid, gid }: DirEntry, index: number): Entry {
  return { name, kind: KINDS[type], mode, size: type === 'd' ? 0 : size, mtimeNs, uid, gid, device: DEVICE, inode: BigInt(index) }
}

async function isCacheDirectory(objects: ObjectManager, entries: readonly DirEntry[]): Promise<boolean> {
  const tag = entries.find(({ name }) => name === CACHE_TAG)
  if (tag?.type !== 'f' || tag.size < CACHE_SIGNATURE.length) return false
  try {
    for await (const chunk of (await objects.open(tag.objectId)).chunks()) {
      return CACHE_SIGNATURE.equals(chunk.subarray(0, CACHE_SIGNATURE.length))
    }
  } catch {
    // A tag that cannot be read does not count.
  }
  return false
}

async function dotFilesOf(
  objects: ObjectManager,
  entries: readonly DirEntry[],
  { ignoreDotFiles }: PolicyNode,
  signal: AbortSignal,
): Promise<OwnRules['dotFiles']> {
  const found: { name: string; text: string }[] = []
  for (const name of new Set(ignoreDotFiles)) {
    throwIfCancelled(signal)
    const file = entries.find((entry) => entry.name === name && entry.type === 'f')
    if (file === undefined) continue
    const bytes = await (await objects.open(file.objectId)).readAll(MAX_DOT_FILE_BYTES)
    found.push({ name, text: Buffer.from(bytes).toString('utf8') })
  }
  return found
}
