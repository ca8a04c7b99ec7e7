/** Small operations on byte arrays. */
import { MessageChannel, type MessagePort } from 'node:worker_threads'

/** Lower-case hexadecimal text. */
export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}

/** Bytes of hexadecimal text; undefined when the text has odd length or another character than 0-9 a-f. */
export function fromHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return undefined
  return new Uint8Array(Buffer.from(text, 'hex'))
}

/** One array holding all parts in order (copies). */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const part of parts) length += part.length
  const all = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    all.set(part, offset)
    offset += part.length
  }
  return all
}

/** Byte order of two arrays: negative, zero or positive. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  return Buffer.compare(a, b)
}

/** Whether two arrays hold the same bytes. Not constant-time: never for secrets. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0
}

/** The part of ArrayBuffer that exists from Node 22 on. */
interface Transferring {
  readonly transfer?: (byteLength: number) => ArrayBuffer
}

/**
 * Gives the memory of `bytes` back at once when nothing else lies in it; the array is empty afterwards.
 *
 * The collector does not see how much memory large arrays hold: on Node 24 a snapshot of 512 MiB had 100 MB of them waiting to be collected.
 */
export function release(bytes: Uint8Array): void {
  if (bytes.byteLength === 0 || bytes.byteLength !== bytes.buffer.byteLength) return
  // The types are those of Node 20, which lacks this function.
  const buffer = bytes.buffer as ArrayBufferLike & Transferring
  if (buffer.transfer !== undefined) buffer.transfer(0)
  else if (buffer instanceof ArrayBuffer) discard(buffer)
}

let nobody: MessagePort | undefined

/** Memory that is sent to a closed port is given back with the message. */
function discard(buffer: ArrayBuffer): void {
  if (nobody === undefined) {
    const { port1, port2 } = new MessageChannel()
    port1.close()
    port2.close()
    nobody = port1
  }
  nobody.postMessage(undefined, [buffer])
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** UTF-8 bytes of text. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/** Text of UTF-8 bytes; undefined when the bytes are not valid UTF-8. A byte order mark is kept. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}
