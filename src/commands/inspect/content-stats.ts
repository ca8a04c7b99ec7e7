/** How many contents there are, how large, and what compression saves. */
import { compressorNameOf } from '../../repo/compression/index.ts'
import type { IndexEntry } from '../../repo/content/index/interface.ts'
import { SizeHistogram } from './histogram.ts'

export interface ContentTotals {
  count: number
  originalBytes: number
  packedBytes: number
}

export interface ContentStats extends ContentTotals {
  /** By name of the compressor; the empty name is those stored plain. Compressors without a name are left out. */
  readonly methods: ReadonlyMap<string, ContentTotals>
  /** How many methods there are, those without a name included. */
  readonly methodCount: number
  /** By packed size. */
  readonly histogram: SizeHistogram
}

/** Adds up `entries`. */
export function contentStats(entries: Iterable<IndexEntry>): ContentStats {
  const all: ContentTotals = { count: 0, originalBytes: 0, packedBytes: 0 }
  const byId = new Map<number, ContentTotals>()
  const histogram = new SizeHistogram()
  for (const { compressionId, originalLength, packedLength } of entries) {
    let method = byId.get(compressionId)
    if (method === undefined) {
      method = { count: 0, originalBytes: 0, packedBytes: 0 }
      byId.set(compressionId, method)
    }
    for (const totals of [all, method]) {
      totals.count++
      totals.originalBytes += originalLength
      totals.packedBytes += packedLength
    }
    histogram.add(packedLength)
  }
  const methods = new Map<string, ContentTotals>()
  for (const [id, totals] of [...byId].sort(([a], [b]) => a - b)) {
    const name = id === 0 ? '' : compressorNameOf(id)
    if (name !== undefined) methods.set(name, totals)
  }
  return { ...all, methods, methodCount: byId.size, histogram }
}
