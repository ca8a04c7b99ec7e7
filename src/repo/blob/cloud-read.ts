/** A part of a blob by one ranged request, as stores answer such requests. */
import { CairnError } from '../../errors.ts'
import { MAX_READ_BYTES, resolveRange } from './range.ts'
import type { BlobId, GetOptions } from './storage.ts'

/** What came for a ranged request. */
export interface RangeAnswer {
  readonly bytes: Uint8Array
  /** Length of the whole blob. */
  readonly totalBytes: number
}

/** The two requests that a read may need. */
export interface RangeSource {
  /** `length` undefined: to the end. Undefined: the store says that nothing is there at `offset`. Errors: CAIRN_BLOB_NOT_FOUND, storage kinds. */
  read(offset: number, length: number | undefined): Promise<RangeAnswer | undefined>
  /** Length of the blob. Errors: CAIRN_BLOB_NOT_FOUND, storage kinds. */
  size(): Promise<number>
}

/**
 * What `BlobStorage.getBlob` gives: one request, and a second one for its size where the store cannot answer the first.
 *
 * Errors: CAIRN_BLOB_RANGE, those of the source; CAIRN_STORAGE_UNAVAILABLE when the store gave another number of bytes than it should.
 */
export async function readRange(id: BlobId, asked: GetOptions, source: RangeSource): Promise<Uint8Array> {
  const { offset = 0, length } = asked
  // Stores have no words for a part of no bytes, nor for one that begins before the blob.
  const isAskable = Number.isSafeInteger(offset) && offset >= 0 && (length === undefined || (Number.isSafeInteger(length) && length > 0))
  const isWithinNumbers = isAskable && Number.isSafeInteger(offset + (length ?? 0))
  const answer = isWithinNumbers ? await source.read(offset, length) : undefined
  const range = resolveRange(id, asked, answer === undefined ? await source.size() : answer.totalBytes)
  // The blob is longer than when the store had nothing at `offset`: somebody replaced it in between.
  if (answer === undefined && range.length > 0) throw cutOff(id, 0, range.length)
  const bytes = answer?.bytes ?? new Uint8Array(0)
  if (bytes.length !== range.length) throw cutOff(id, bytes.length, range.length)
  return bytes
}

/** Collects the body of an answer into one array; `expectedBytes` is what the store announced. Errors: CAIRN_BLOB_RANGE when it is too long for memory. */
export async function collectBody(id: BlobId, body: AsyncIterable<Uint8Array>, expectedBytes: number): Promise<Uint8Array> {
  if (!(expectedBytes <= MAX_READ_BYTES)) {
    throw new CairnError('CAIRN_BLOB_RANGE', `Blob ${id} is too long to be read at once: ${expectedBytes} bytes.`)
  }
  const bytes = new Uint8Array(expectedBytes)
  let filled = 0
  for await (const chunk of body) {
    if (filled + chunk.length > expectedBytes) throw cutOff(id, filled + chunk.length, expectedBytes)
    bytes.set(chunk, filled)
    filled += chunk.length
  }
  return filled === expectedBytes ? bytes : bytes.subarray(0, filled)
}

/** Length of the whole in a `Content-Range` such as `bytes 0-4/10`; undefined when there is none. */
export function totalOfContentRange(header: string | undefined): number | undefined {
  const total = /^bytes [\d*]+(?:-\d+)?\/(\d{1,15})$/.exec(header ?? '')?.[1]
  return total === undefined ? undefined : Number(total)
}

function cutOff(id: BlobId, got: number, expected: number): CairnError {
  return new CairnError('CAIRN_STORAGE_UNAVAILABLE', `The store gave ${got} bytes of blob ${id} instead of ${expected}.`, {
    hint: 'Run again later. What was saved before is intact.',
  })
}

/** Whether what came for the blob that is read first of a store is a page for people: that blob begins with a brace. */
export function isPage(id: BlobId, bytes: Uint8Array): boolean {
  return id === 'kopia.repository' && bytes[0] === LESS_THAN
}

const LESS_THAN = 0x3c
