/** Writes directory objects, large ones as a stream (docs/repository-format.md, "Directory objects"). */
import { throwIfCancelled } from '../../errors.ts'
import type { ObjectManager, WriteOptions, WrittenObject } from '../../repo/api.ts'
import { utf8 } from '../../util/bytes.ts'
import { type DirEntry, encodeDirEntry } from '../dir-entry.ts'
import { encodeDirectory, sortEntries } from '../directory.ts'
import { type DirSummary, encodeSummary } from '../summary.ts'

/** Directories with more entries are never in memory as one text. */
const STREAMED_ENTRIES = 20_000
const ENTRIES_PER_CHUNK = 2000

/** Stores the directory with these entries, in any order. */
export async function storeDirectory(
  objects: ObjectManager,
  entries: readonly DirEntry[],
  summary: DirSummary,
  metadataCompressor: string | undefined,
  signal: AbortSignal,
): Promise<WrittenObject> {
  const options: WriteOptions = { prefix: 'k', compressor: metadataCompressor, metadataCompressor: metadataCompressor ?? 'none', signal }
  const sorted = sortEntries(entries)
  if (sorted.length <= STREAMED_ENTRIES) return await objects.writeBytes(encodeDirectory(sorted, summary), options)
  return await objects.writeStream(directoryChunks(sorted, summary, signal), options)
}

/** The bytes of `encodeDirectory`, a part at a time. */
async function* directoryChunks(sorted: readonly DirEntry[], summary: DirSummary, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let text = '{"stream":"kopia:directory","entries":['
  for (let at = 0; at < sorted.length; at += ENTRIES_PER_CHUNK) {
    throwIfCancelled(signal)
    const part = sorted.slice(at, at + ENTRIES_PER_CHUNK).map(encodeDirEntry)
    yield utf8(`${text}${at === 0 ? '' : ','}${part.join(',')}`)
    text = ''
  }
  yield utf8(`],"summary":${encodeSummary(summary)}}\n`)
}
