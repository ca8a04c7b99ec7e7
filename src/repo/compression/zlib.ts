/** gzip and raw DEFLATE, from the runtime. */
import { constants, deflateRawSync, gunzipSync, gzipSync, inflateRawSync } from 'node:zlib'
import { damagedStream, frameOf, tooLong } from './frame.ts'
import type { Compressor } from './interface.ts'

/** A compressor whose stream is gzip: of kopia's `gzip` family, and of `pgzip`, which makes one member in blocks on several cores. */
export function gzipCompressor(name: string, headerId: number, level: number = constants.Z_DEFAULT_COMPRESSION): Compressor {
  return {
    name,
    headerId,
    compress: (plain) => frameOf(headerId, gzipSync(plain, { level }), plain.length),
    decompress: bounded(name, gunzipSync),
  }
}

/** A compressor whose stream is DEFLATE without any header. */
export function deflateCompressor(name: string, headerId: number, level: number = constants.Z_DEFAULT_COMPRESSION): Compressor {
  return {
    name,
    headerId,
    compress: (plain) => frameOf(headerId, deflateRawSync(plain, { level }), plain.length),
    decompress: bounded(name, inflateRawSync),
  }
}

type Inflate = (stream: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array

function bounded(name: string, inflate: Inflate): Compressor['decompress'] {
  return (stream, maxLength) => {
    let plain: Uint8Array
    try {
      // The runtime refuses a limit of zero.
      plain = inflate(stream, { maxOutputLength: Math.max(1, maxLength) })
    } catch (error) {
      if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLong(name, maxLength)
      throw damagedStream(name, 'cannot be decompressed', error)
    }
    if (plain.length > maxLength) throw tooLong(name, maxLength)
    return plain
  }
}
