/** Bodies of answers: exactly the bytes that were asked for, or an error that says what is wrong. */
import type { Readable } from 'node:stream'
import type { GetObjectCommandOutput } from '@aws-sdk/client-s3'
import { CairnError } from '../../../errors.ts'
import { collectBody } from '../cloud-read.ts'
import { resolveRange } from '../range.ts'
import type { BlobId, GetOptions } from '../storage.ts'

/** Whether a range can be asked for in a header: it has a first byte and a last one. */
export function isSendable({ offset = 0, length }: GetOptions): boolean {
  const last = length === undefined ? offset : offset + length - 1
  return Number.isSafeInteger(offset) && offset >= 0 && Number.isSafeInteger(last) && (length === undefined || length >= 1)
}

/** The header for a range that `isSendable`; undefined for a whole blob. */
export function rangeHeader({ offset = 0, length }: GetOptions): string | undefined {
  if (length !== undefined) return `bytes=${offset}-${offset + length - 1}`
  return offset === 0 ? undefined : `bytes=${offset}-`
}

/** Whether the body is that of a web page; what was looked at is still there afterwards. */
export async function beginsPage({ Body }: Pick<GetObjectCommandOutput, 'Body'>): Promise<boolean> {
  // The SDK for Node gives a stream; its type has the browser's kinds as well.
  const stream = Body as Readable
  await new Promise((resolve, reject) => {
    stream.once('readable', resolve).once('close', resolve).once('error', reject)
  })
  const chunk: unknown = stream.read()
  if (!(chunk instanceof Uint8Array)) return false
  stream.unshift(chunk)
  return chunk[0] === LESS_THAN
}

const LESS_THAN = 0x3c

/**
 * The bytes of an answer to a request for these options.
 *
 * Errors: CAIRN_BLOB_RANGE when the blob ends before the range does, CAIRN_STORAGE_UNFIT when the answer is for another range,
 * CAIRN_STORAGE_UNAVAILABLE when it was cut off.
 */
export async function readBody(
  id: BlobId,
  options: GetOptions,
  { Body, ContentLength, ContentRange }: Pick<GetObjectCommandOutput, 'Body' | 'ContentLength' | 'ContentRange'>,
): Promise<Uint8Array> {
  // The SDK for Node gives a stream; its type has the browser's kinds as well.
  const stream = Body as AsyncIterable<Uint8Array> & { destroy?: () => void }
  try {
    const expected = expectedLength(id, options, ContentLength, ContentRange)
    return await collect(id, stream, expected)
  } catch (error) {
    // What is not read to its end keeps a connection busy.
    stream.destroy?.()
    throw error
  }
}

function expectedLength(id: BlobId, options: GetOptions, contentLength: number | undefined, contentRange: string | undefined): number {
  const asked = rangeHeader(options)
  if (asked === undefined) {
    if (contentLength === undefined || !Number.isSafeInteger(contentLength)) throw unfit(id, 'its answer does not say how long the blob is')
    return resolveRange(id, {}, contentLength).length
  }
  if (contentRange === undefined) throw unfit(id, 'it sends whole blobs where a part is asked for')
  const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(contentRange) ?? []
  if (first === undefined || last === undefined || total === undefined)
    throw unfit(id, `it answers with the range ${JSON.stringify(contentRange)}`)
  const { offset, length } = resolveRange(id, options, Number(total))
  if (Number(first) !== offset || Number(last) !== offset + length - 1) {
    throw unfit(id, `it answers with the bytes ${first}-${last}, not ${offset}-${offset + length - 1}`)
  }
  if (contentLength === undefined || contentLength === length) return length
  // Something on the way has taken a part for the whole: that passes, where more than was asked for does not.
  if (contentLength < length) throw cutOff(id, contentLength, length)
  throw unfit(id, `it announces ${contentLength} bytes for a range of ${length}`)
}

async function collect(id: BlobId, stream: AsyncIterable<Uint8Array>, length: number): Promise<Uint8Array> {
  const bytes = await collectBody(id, stream, length)
  if (bytes.length === length) return bytes
  throw cutOff(id, bytes.length, length)
}

function cutOff(id: BlobId, came: number, length: number): CairnError {
  return new CairnError('CAIRN_STORAGE_UNAVAILABLE', `Blob ${id} was cut off in transit: ${came} of ${length} bytes came.`, {
    hint: 'Run again later. What was saved before is intact.',
  })
}

function unfit(id: BlobId, reason: string): CairnError {
  return new CairnError('CAIRN_STORAGE_UNFIT', `The store cannot be used to read blob ${id}: ${reason}.`, {
    hint: 'A proxy or a store between that changes answers has to be taken out of the way.',
  })
}
