/** Which compressor a file gets (docs/repository-format.md, "Compressor of a file"). */
import { compareUtf8 } from '../util/go-json.ts'
import type { CompressionPolicy, Policy } from './policy.ts'

/** Name of the compressor for a file of `sizeBytes`, or undefined for none. */
export function compressorForFile(policy: CompressionPolicy | undefined, fileName: string, sizeBytes: number): string | undefined {
  const name = policy?.compressorName
  if (policy === undefined || name === undefined || name === '' || name === 'none') return undefined
  if (policy.minSize !== undefined && policy.minSize > 0 && sizeBytes < policy.minSize) return undefined
  if (policy.maxSize !== undefined && policy.maxSize > 0 && sizeBytes > policy.maxSize) return undefined
  const dot = fileName.lastIndexOf('.')
  const extension = dot < 0 ? '' : fileName.slice(dot)
  // `onlyCompress` does not switch the others off: it only wins over `neverCompress`.
  if (contains(policy.onlyCompress, extension)) return name
  return contains(policy.neverCompress, extension) ? undefined : name
}

/** The one compressor of all files, undefined for none, or `varies` when it depends on their names or sizes. */
export function compressorForAll(policy: CompressionPolicy | undefined): { readonly name: string | undefined } | 'varies' {
  const { compressorName, minSize = 0, maxSize = 0, neverCompress = [] } = policy ?? {}
  if (compressorName === undefined || compressorName === '' || compressorName === 'none') return { name: undefined }
  return minSize > 0 || maxSize > 0 || neverCompress.length > 0 ? 'varies' : { name: compressorName }
}

/** Name of the compressor for directories and indirect lists, or undefined for none. */
export function compressorForMetadata(policy: Policy): string | undefined {
  const name = policy.metadataCompression?.compressorName
  return name === undefined || name === '' || name === 'none' ? undefined : name
}

/** Binary search, not `includes`: in a stored list that is not sorted Kopia misses entries, and the choice must be the same. */
function contains(list: readonly string[] | undefined, wanted: string): boolean {
  if (list === undefined) return false
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareUtf8(list[middle] ?? '', wanted) < 0) low = middle + 1
    else high = middle
  }
  return list[low] === wanted
}
