/** Counters stored with a snapshot; informational, never used for decisions (docs/repository-format.md, "Snapshot manifest"). */
import { encodeGoJson } from '../util/go-json.ts'
import { isJsonObject, memberNames, pickMembers } from '../util/json-read.ts'

const NAMES = [
  'totalSize',
  'excludedTotalSize',
  'fileCount',
  'cachedFiles',
  'nonCachedFiles',
  'dirCount',
  'excludedFileCount',
  'excludedDirCount',
  'ignoredErrorCount',
  'errorCount',
] as const

/** Kopia's names and meanings, sizes in bytes. */
export type SnapshotStats = Readonly<Record<(typeof NAMES)[number], number>>

/** All zero, as in a checkpoint. */
export const EMPTY_STATS: SnapshotStats = {
  totalSize: 0,
  excludedTotalSize: 0,
  fileCount: 0,
  cachedFiles: 0,
  nonCachedFiles: 0,
  dirCount: 0,
  excludedFileCount: 0,
  excludedDirCount: 0,
  ignoredErrorCount: 0,
  errorCount: 0,
}

/** JSON text with the members in stored order. */
export function encodeStats(stats: SnapshotStats): string {
  return encodeGoJson(Object.fromEntries(NAMES.map((name) => [name, stats[name]])))
}

const TABLE = memberNames(...NAMES)

/** The counters in a parsed value, or undefined when one is no integer. */
export function decodeStats(value: unknown): SnapshotStats | undefined {
  if (!isJsonObject(value)) return undefined
  const picked = pickMembers(value, TABLE)
  const stats: Record<string, number> = { ...EMPTY_STATS }
  for (const name of NAMES) {
    const count = picked[name] ?? 0
    if (typeof count !== 'number' || !Number.isSafeInteger(count)) return undefined
    stats[name] = count
  }
  // Every name was set above.
  return stats as SnapshotStats
}
