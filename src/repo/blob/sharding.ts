/** Where a blob lies below the root of a filesystem repository (docs/repository-format.md, "Filesystem layout"). */
import { invalidBlobId } from './blob-id.ts'
import type { BlobId } from './storage.ts'

/** Ending of a complete blob's file; every other file is none of ours. */
export const BLOB_SUFFIX = '.f'

export interface ShardOverride {
  readonly prefix: string
  readonly shards: readonly number[]
}

/** How names are cut into directories; the content of the file `.shards`. */
export interface Sharding {
  /** Lengths of the directory names, outermost first. */
  readonly shards: readonly number[]
  /** Names up to this length lie in the root. */
  readonly maxNonShardedLength: number
  /** The first one whose prefix starts the name replaces `shards`. */
  readonly overrides: readonly ShardOverride[]
}

/** Names up to 20 characters lie in the root, the others in `shards`. */
export function defaultSharding(shards: readonly number[]): Sharding {
  return { shards, maxNonShardedLength: 20, overrides: [] }
}

/** Layout of repositories made now. */
export const SHARDS_OF_NEW_REPOSITORIES: readonly number[] = [1, 3]

/** Layout of repositories that have no `.shards`: those made before that file existed. */
export const SHARDS_WHEN_UNKNOWN: readonly number[] = [3, 3]

/**
 * Directories and file name of a blob, relative to the root. The last element is the file.
 *
 *   q39772f18-s9a2 with [1,3]  ->  ['q', '397', '72f18-s9a2.f']
 *
 * A name that would make a directory `.` or `..` fails with CAIRN_BLOB_ID_INVALID.
 */
export function blobPath(sharding: Sharding, id: BlobId): string[] {
  const segments: string[] = []
  let rest = id
  if (id.length > sharding.maxNonShardedLength) {
    const shards = sharding.overrides.find((override) => id.startsWith(override.prefix))?.shards ?? sharding.shards
    for (const length of shards) {
      if (rest.length <= length) break
      const directory = rest.slice(0, length)
      if (directory === '.' || directory === '..') throw invalidBlobId(id)
      if (directory !== '') segments.push(directory)
      rest = rest.slice(length)
    }
  }
  segments.push(rest + BLOB_SUFFIX)
  return segments
}

/** Whether a directory whose path spells `name` can hold names that start with `prefix`. */
export function mayHoldPrefix(name: string, prefix: string): boolean {
  return name.length < prefix.length ? prefix.startsWith(name) : name.startsWith(prefix)
}
