/** Splits very large indexes into several files (docs/repository-format.md, "Index shards"). */
import { emptyRow, type IndexRow, type IndexRows } from './rows.ts'

/** Most entries that one index file gets. */
export const MAX_ENTRIES_PER_SHARD = 16_000_000

const HEX = new Uint8Array(Buffer.from('0123456789abcdef', 'latin1'))

/** The shard of the content ID that a row's key stands for: FNV-1a (32 bits) of its text form, modulo the number of shards. */
export function shardOfRow(row: IndexRow, keySizeBytes: number, shardCount: number): number {
  let hash = 0x811c9dc5
  const prefix = row.source[row.keyOffset] ?? 0
  if (prefix !== 0) hash = Math.imul(hash ^ prefix, 0x01000193)
  for (let i = row.keyOffset + 1; i < row.keyOffset + keySizeBytes; i++) {
    const byte = row.source[i] ?? 0
    hash = Math.imul(hash ^ (HEX[byte >>> 4] ?? 0), 0x01000193)
    hash = Math.imul(hash ^ (HEX[byte & 15] ?? 0), 0x01000193)
  }
  return (hash >>> 0) % shardCount
}

/** The rows in shards of about `maxEntries`, each in the given order; empty shards are left out. */
export function shardRows(rows: IndexRows, maxEntries: number = MAX_ENTRIES_PER_SHARD): IndexRows[] {
  if (rows.count === 0) return []
  const shardCount = Math.ceil(rows.count / maxEntries)
  if (shardCount === 1) return [rows]
  const members: number[][] = Array.from({ length: shardCount }, () => [])
  const row = emptyRow()
  for (let i = 0; i < rows.count; i++) {
    rows.read(i, row)
    members[shardOfRow(row, rows.keySizeBytes, shardCount)]?.push(i)
  }
  return members.filter((shard) => shard.length > 0).map((shard) => subset(rows, shard))
}

function subset(rows: IndexRows, members: readonly number[]): IndexRows {
  return {
    count: members.length,
    keySizeBytes: rows.keySizeBytes,
    packName: (pack) => rows.packName(pack),
    read: (at, row) => rows.read(members[at] ?? 0, row),
  }
}
