/** Files of the tree as objects: small ones in batches, large ones cut by a worker, very large ones in sections. */
import { mapConcurrent } from '../../util/async.ts'
import type { FileRead, WriteOptions, WrittenObject } from '../api.ts'
import type { ContentManager } from '../content/content-manager.ts'
import type { StoredPart } from '../content/pool/jobs.ts'
import { SMALL_FILE_BYTES } from '../content/pool/protocol.ts'
import { assertCompressor, splitterOf, writePartList, writeParts } from './object-writer.ts'

/** Reads and stores a file. Errors: CAIRN_FILE_UNREADABLE, CAIRN_FILE_VANISHED, CAIRN_FILE_CHANGED, CAIRN_NOT_SUPPORTED, storage kinds. */
export async function writeFile(contents: ContentManager, file: FileRead, options: WriteOptions): Promise<WrittenObject> {
  const { name, splitter } = splitterOf(contents, options)
  const { signal } = options
  const compressor = options.compressor
  assertCompressor(compressor)
  const sectionSize = file.sectionSize ?? 0
  if (file.size <= Math.min(SMALL_FILE_BYTES, splitter.minBytes) && (sectionSize <= 0 || file.size <= sectionSize)) {
    const part = await contents.pool.writeSmallFile(file, compressor, signal)
    // A batch has room for a file that grew; it counts as small only while a splitter would not cut it.
    if (part !== undefined && part.length <= splitter.minBytes) return await writeParts(contents, [part], options)
  }
  const cut = (startByte: number, endByte: number | undefined): Promise<StoredPart[]> =>
    contents.pool.cutFile({ file, startByte, endByte, splitter: name, compressor }, signal)
  if (sectionSize <= 0 || file.size <= sectionSize) return await writeParts(contents, await cut(0, undefined), options)
  // The last section goes to the end of the file, wherever that is by then, and may be empty.
  const count = Math.floor(file.size / sectionSize) + 1
  const numbers = Array.from({ length: count }, (_, number) => number)
  const sections = await mapConcurrent(numbers, contents.pool.laneCount, (number) =>
    cut(number * sectionSize, number === count - 1 ? undefined : (number + 1) * sectionSize),
  )
  return await writePartList(contents, sections.flat(), options)
}
