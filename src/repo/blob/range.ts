/** Which bytes of a blob a read asks for. */
import { CairnError } from '../../errors.ts'
import type { BlobId, GetOptions } from './storage.ts'

/** No blob of the format comes near this; a longer one is refused before memory is taken for it. */
export const MAX_READ_BYTES = 1024 * 1024 * 1024

export interface ByteRange {
  readonly offset: number
  readonly length: number
}

/** The range asked for inside a blob of `size` bytes; CAIRN_BLOB_RANGE when it does not lie inside. */
export function resolveRange(id: BlobId, asked: GetOptions, size: number): ByteRange {
  const offset = asked.offset ?? 0
  const isCut = asked.mayBeShorter === true && asked.length !== undefined && offset < size
  const length = isCut ? Math.min(asked.length, size - offset) : (asked.length ?? size - offset)
  const isInside = Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0 && length >= 0 && offset + length <= size
  if (!isInside) {
    throw new CairnError(
      'CAIRN_BLOB_RANGE',
      `Blob ${id} has ${size} bytes, but ${asked.length ?? 'all'} from byte ${offset} were asked for.`,
      {
        hint: 'The blob is shorter than the index says: it was cut off or replaced.',
      },
    )
  }
  if (length > MAX_READ_BYTES) throw new CairnError('CAIRN_BLOB_RANGE', `Blob ${id} is too long to be read at once: ${length} bytes.`)
  return { offset, length }
}
