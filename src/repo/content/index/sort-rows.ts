/** Brings rows into key order without a comparator call for each pair. */
import type { RowColumns } from './columns.ts'

/**
 * The row numbers of `rows` in ascending key order (sorted in a fresh array).
 *
 * A double holds 53 bits: the leading bits of the key above, the position in `rows` below. The native numeric sort orders those, and
 * only rows whose leading bits are equal are compared byte by byte.
 */
export function sortRows(columns: RowColumns, rows: Uint32Array): Uint32Array {
  const count = rows.length
  const positions = 2 ** Math.ceil(Math.log2(Math.max(2, count)))
  const leadingLimit = 2 ** 53 / positions
  const sortable = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    sortable[i] = leadingBits(columns, rows[i] ?? 0, leadingLimit) * positions + i
  }
  sortable.sort()
  const sorted = new Uint32Array(count)
  let runStart = 0
  let runLeading = -1
  for (let i = 0; i < count; i++) {
    const value = sortable[i] ?? 0
    const leading = Math.floor(value / positions)
    if (leading !== runLeading) {
      orderRun(columns, sorted, runStart, i)
      runStart = i
      runLeading = leading
    }
    sorted[i] = rows[value - leading * positions] ?? 0
  }
  orderRun(columns, sorted, runStart, count)
  return sorted
}

function orderRun(columns: RowColumns, sorted: Uint32Array, start: number, end: number): void {
  if (end - start > 1) sorted.subarray(start, end).sort((a, b) => columns.compareKeys(a, b))
}

/** As many whole leading bits of the key as stay below `limit`: 5 for the prefix (none, g..z), then those of the hash. */
function leadingBits(columns: RowColumns, row: number, limit: number): number {
  const prefix = columns.keyByte(row, 0)
  // 48 bits of hash hold any limit; the division drops those that do not fit.
  let hash = 0
  for (let i = 1; i <= 6; i++) hash = hash * 256 + columns.keyByte(row, i)
  const hashLimit = limit / 32
  return (prefix === 0 ? 0 : prefix - 0x66) * hashLimit + Math.floor((hash / 2 ** 48) * hashLimit)
}
