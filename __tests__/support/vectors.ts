/** Test vectors made by stock kopia, and the deterministic inputs they speak of. */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The parsed JSON of `__tests__/vectors/<name>.json`, trusted to have the shape `T`. */
export function readVectors<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8')) as T
}

/** The first `length` bytes of SHA-256(label, 0), SHA-256(label, 1), ... with the number as uint64 LE. */
export function counterStream(label: string, length: number): Uint8Array {
  const stream = new Uint8Array(Math.ceil(length / 32) * 32)
  const input = Buffer.alloc(label.length + 8)
  input.write(label, 'latin1')
  for (let i = 0; i * 32 < length; i++) {
    input.writeBigUInt64LE(BigInt(i), label.length)
    stream.set(hash('sha256', input, 'buffer'), i * 32)
  }
  return stream.subarray(0, length)
}

/** SHA-256 in hex. */
export function sha256Hex(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}
