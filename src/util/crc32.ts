/** CRC-32 as in zip and PNG: of pack postambles and of error-corrected shards (docs/repository-format.md, "Packs", "Error correction"). */
import * as zlib from 'node:zlib'

/** CRC-32 (IEEE polynomial, reflected) of `bytes`, as an unsigned 32-bit number; behind other bytes with theirs as `before`. */
export const crc32: (bytes: Uint8Array, before?: number) => number = nativeCrc32() ?? tableCrc32

/** The runtime's own from Node 20.15 and 22.2 on. */
function nativeCrc32(): ((bytes: Uint8Array, before?: number) => number) | undefined {
  if (!('crc32' in zlib)) return undefined
  // The types are those of the oldest Node, which lacks this function; its presence was just checked.
  const { crc32: native } = zlib as unknown as { readonly crc32: (bytes: Uint8Array, before?: number) => number }
  return (bytes, before = 0) => native(bytes, before)
}

let table: Uint32Array | undefined

/** The same in plain JavaScript, one table look-up per byte. */
export function tableCrc32(bytes: Uint8Array, before = 0): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    return value >>> 0
  })
  let crc = ~before >>> 0
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0)
  return ~crc >>> 0
}
