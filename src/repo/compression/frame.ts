/** What all compressed payloads share: the header that names the compressor, and the limits of reading. */
import { CairnError } from '../../errors.ts'

/** Length of the header ID before the stream. */
export const HEADER_BYTES = 4

// stored: headerId(4, BE) | stream

/** Header and stream as one array, or undefined when that is not shorter than the `plainLength` bytes it stands for. */
export function frameOf(headerId: number, stream: Uint8Array, plainLength: number): Uint8Array | undefined {
  const length = HEADER_BYTES + stream.length
  if (length >= plainLength) return undefined
  const framed = new Uint8Array(length)
  new DataView(framed.buffer).setUint32(0, headerId)
  framed.set(stream, HEADER_BYTES)
  return framed
}

/** The header ID of a stored payload; undefined when it is too short to have one. */
export function headerIdOf(stored: Uint8Array): number | undefined {
  if (stored.length < HEADER_BYTES) return undefined
  return new DataView(stored.buffer, stored.byteOffset, HEADER_BYTES).getUint32(0)
}

/** The error of a stream that cannot be decompressed. */
export function damagedStream(name: string, what: string, cause?: unknown): CairnError {
  return new CairnError('CAIRN_CONTENT_DAMAGED', `A ${name} stream ${what}.`, {
    hint: 'The stored bytes are not what a backup program wrote. Run "cairn snapshot verify" to see what is affected.',
    cause,
  })
}

/** The error of a stream that decompresses to more than its content may hold. */
export function tooLong(name: string, maxLength: number): CairnError {
  return damagedStream(name, `decompresses to more than the ${maxLength} bytes expected`)
}
