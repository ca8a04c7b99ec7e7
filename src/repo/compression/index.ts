/** The table of compressors. */
import { CairnError } from '../../errors.ts'
import { headerIdOf } from './frame.ts'
import type { Compressor } from './interface.ts'
import { lz4Compressor } from './lz4.ts'
import { s2Compressor } from './s2.ts'
import { deflateCompressor, gzipCompressor } from './zlib.ts'
import { loadZstd, zstdCompressor } from './zstd.ts'

export { HEADER_BYTES, headerIdOf } from './frame.ts'
export type { Compressor } from './interface.ts'

/**
 * Every compressor that can be read (docs/repository-format.md, "Compression").
 *
 * The levels of the zstd family are those whose speed and ratio come closest to what the names mean in kopia.
 */
const ALL: readonly Compressor[] = [
  zstdCompressor('zstd', 0x1100, 3),
  zstdCompressor('zstd-fastest', 0x1101, 1),
  zstdCompressor('zstd-better-compression', 0x1102, 7),
  zstdCompressor('zstd-best-compression', 0x1103, 11),
  gzipCompressor('gzip', 0x1000),
  gzipCompressor('gzip-best-speed', 0x1001, 1),
  gzipCompressor('gzip-best-compression', 0x1002, 9),
  gzipCompressor('pgzip', 0x1300),
  gzipCompressor('pgzip-best-speed', 0x1301, 1),
  gzipCompressor('pgzip-best-compression', 0x1302, 9),
  s2Compressor('s2-default', 0x1200, 'fast'),
  s2Compressor('s2-better', 0x1201, 'better'),
  s2Compressor('s2-parallel-4', 0x1202, 'fast'),
  s2Compressor('s2-parallel-8', 0x1203, 'fast'),
  deflateCompressor('deflate-default', 0x1500),
  deflateCompressor('deflate-best-speed', 0x1501, 1),
  deflateCompressor('deflate-best-compression', 0x1502, 9),
  lz4Compressor('lz4', 0x1400),
]

/** Name in a policy -> compressor. */
export const COMPRESSORS: Readonly<Record<string, Compressor>> = Object.fromEntries(ALL.map((each) => [each.name, each]))

const BY_ID: ReadonlyMap<number, Compressor> = new Map(ALL.map((each) => [each.headerId, each]))

/** Must be awaited once in every thread before contents are compressed or decompressed; idempotent, 10 ms on Node 20, nothing later. */
export async function loadCompression(): Promise<void> {
  await loadZstd()
}

/** The name of the compressor with this header ID; undefined when it has none. */
export function compressorNameOf(headerId: number): string | undefined {
  return BY_ID.get(headerId)?.name
}

/** The compressor called `name`; CAIRN_NOT_SUPPORTED for an unknown name. Its `compress` is absent when it is only read. */
export function compressorByName(name: string): Compressor {
  const compressor = Object.hasOwn(COMPRESSORS, name) ? COMPRESSORS[name] : undefined
  if (compressor !== undefined) return compressor
  throw new CairnError('CAIRN_NOT_SUPPORTED', `The compression ${JSON.stringify(name)} is not supported.`, {
    hint: `Cairn writes ${Object.keys(COMPRESSORS)
      .filter((each) => COMPRESSORS[each]?.compress !== undefined)
      .join(', ')}.`,
  })
}

/** The compressor with this header ID; CAIRN_FORMAT_UNSUPPORTED for an unknown one. */
export function compressorById(headerId: number): Compressor {
  const compressor = BY_ID.get(headerId)
  if (compressor !== undefined) return compressor
  throw new CairnError('CAIRN_FORMAT_UNSUPPORTED', `A content uses the compression 0x${headerId.toString(16)}, which Cairn cannot read.`, {
    hint: 'Read this repository with the version of kopia that wrote it.',
  })
}

/**
 * The plain bytes of a stored payload, header included; the header must carry `headerId` when one is given.
 *
 * Errors: CAIRN_CONTENT_DAMAGED, CAIRN_FORMAT_UNSUPPORTED.
 */
export function decompressPayload(stored: Uint8Array, maxLength: number, headerId?: number): Uint8Array {
  const found = headerIdOf(stored)
  if (found === undefined || (headerId !== undefined && found !== headerId)) {
    throw new CairnError('CAIRN_CONTENT_DAMAGED', 'A compressed content does not begin with the compression it is listed with.')
  }
  return compressorById(found).decompress(stored.subarray(4), maxLength)
}
