/** The stream between a supervisor and the runner: what the hook printed and what became of it, kept apart and in order. */
import { CairnError } from '../errors.ts'
import { concatBytes } from '../util/bytes.ts'

/** `o` standard output of the hook, `e` its standard error, `m` a message of the supervisor in JSON. */
export type FrameKind = 'o' | 'e' | 'm'

export interface Frame {
  readonly kind: FrameKind
  readonly payload: Uint8Array
}

/** Largest payload of an output frame, in bytes. */
export const MAX_OUTPUT_PAYLOAD = 65_536
const MAX_MESSAGE_PAYLOAD = 1_048_576
const MAX_HEADER = 9
const LF = 0x0a
// The exec toolkit joins its line buffer anew for every chunk until it sees the system's line end: quadratic without one. CR LF is a line
// end on every system.
const TRAILER = new Uint8Array([0x0d, 0x0a])

// frame: kind(1) | length(decimal digits) | LF | payload(length) | CR LF
/** Bytes of one frame. */
export function encodeFrame(frame: Frame): Uint8Array {
  return concatBytes([Buffer.from(`${frame.kind}${frame.payload.length}\n`), frame.payload, TRAILER])
}

/** Output cut into frames of at most MAX_OUTPUT_PAYLOAD bytes. */
export function encodeOutput(kind: 'o' | 'e', bytes: Uint8Array): Uint8Array {
  if (bytes.length <= MAX_OUTPUT_PAYLOAD) return encodeFrame({ kind, payload: bytes })
  const parts: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += MAX_OUTPUT_PAYLOAD)
    parts.push(encodeFrame({ kind, payload: bytes.subarray(at, at + MAX_OUTPUT_PAYLOAD) }))
  return concatBytes(parts)
}

/** Puts frames together again from chunks of any size; at most one frame is held. */
export class FrameDecoder {
  #rest: Uint8Array = new Uint8Array(0)

  /** Takes the next bytes and returns the frames they complete. Throws CAIRN_INTERNAL on bytes that no supervisor writes. */
  push(chunk: Uint8Array): Frame[] {
    let bytes = this.#rest.length === 0 ? chunk : concatBytes([this.#rest, chunk])
    const frames: Frame[] = []
    for (;;) {
      const headerEnd = bytes.subarray(0, MAX_HEADER).indexOf(LF)
      if (headerEnd < 0) {
        if (bytes.length >= MAX_HEADER) throw malformed()
        break
      }
      const { kind, length } = decodeHeader(bytes.subarray(0, headerEnd))
      const end = headerEnd + 1 + length
      if (bytes.length < end + TRAILER.length) break
      frames.push({ kind, payload: bytes.subarray(headerEnd + 1, end) })
      bytes = bytes.subarray(end + TRAILER.length)
    }
    // A copy: the chunk belongs to the caller once this returns.
    this.#rest = bytes.length === 0 ? new Uint8Array(0) : bytes.slice()
    return frames
  }
}

function decodeHeader(header: Uint8Array): { kind: FrameKind; length: number } {
  const text = Buffer.from(header).toString('latin1')
  const match = /^([oem])(\d{1,7})$/.exec(text)
  const kind = match?.[1]
  const length = Number(match?.[2])
  if (kind === 'm' && length <= MAX_MESSAGE_PAYLOAD) return { kind, length }
  if ((kind === 'o' || kind === 'e') && length <= MAX_OUTPUT_PAYLOAD) return { kind, length }
  throw malformed()
}

function malformed(): CairnError {
  return new CairnError('CAIRN_INTERNAL', 'The hook supervisor sent bytes that are not a frame.')
}
