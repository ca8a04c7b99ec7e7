/** Zstandard: from the runtime where it has it (Node 22.15 and later), from WebAssembly elsewhere. */
import * as zlib from 'node:zlib'
import { CairnError } from '../../errors.ts'
import { concatBytes } from '../../util/bytes.ts'
import { damagedStream, frameOf, tooLong } from './frame.ts'
import type { Compressor } from './interface.ts'
import { zstdFrames } from './zstd-frames.ts'

/** What is needed of a Zstandard library. */
interface ZstdCodec {
  compress(plain: Uint8Array, level: number): Uint8Array
  /** Decompresses one frame that is known to hold at most `maxLength` bytes, or must not. */
  decompressFrame(frame: Uint8Array, maxLength: number): Uint8Array
}

let codec: ZstdCodec | undefined = nativeCodec()
let loading: Promise<void> | undefined

/** Makes Zstandard usable in this thread; costs nothing where the runtime has it, and little when called again. */
export async function loadZstd(): Promise<void> {
  if (codec !== undefined) return
  loading ??= wasmCodec().then((loaded) => {
    codec = loaded
  })
  await loading
}

/** A compressor whose stream is one Zstandard frame; reading accepts several. */
export function zstdCompressor(name: string, headerId: number, level: number): Compressor {
  return {
    name,
    headerId,
    compress: (plain) => frameOf(headerId, loadedCodec().compress(plain, level), plain.length),
    decompress(stream, maxLength) {
      // kopia's encoder makes nothing at all of empty input, so an empty stream is an empty content.
      const parts: Uint8Array[] = []
      let room = maxLength
      for (const { bytes, maxPlainBytes, declaresSize } of zstdFrames(name, stream)) {
        // The WebAssembly library allocates what a frame declares, so such a frame must be refused before.
        if (declaresSize && maxPlainBytes > room) throw tooLong(name, maxLength)
        let part: Uint8Array
        try {
          part = loadedCodec().decompressFrame(bytes, Math.min(room, maxPlainBytes))
        } catch (error) {
          if (error instanceof CairnError) throw error
          throw damagedStream(name, `cannot be decompressed to at most ${maxLength} bytes`, error)
        }
        if (part.length > room) throw tooLong(name, maxLength)
        room -= part.length
        parts.push(part)
      }
      return parts.length === 1 && parts[0] !== undefined ? parts[0] : concatBytes(parts)
    },
  }
}

function loadedCodec(): ZstdCodec {
  if (codec === undefined) throw new CairnError('CAIRN_INTERNAL', 'Zstandard was used before loadCompression() was awaited.')
  return codec
}

/** The part of node:zlib that exists from Node 22.15 on. */
interface NativeZstd {
  readonly zstdCompressSync: (plain: Uint8Array, options: { readonly params: Readonly<Record<number, number>> }) => Uint8Array
  readonly zstdDecompressSync: (stream: Uint8Array, options: { readonly maxOutputLength: number; readonly chunkSize: number }) => Uint8Array
}

/** The runtime takes no smaller ones. */
const MIN_CHUNK_BYTES = 64
const MAX_CHUNK_BYTES = 256 * 1024

function nativeCodec(): ZstdCodec | undefined {
  if (!('zstdCompressSync' in zlib)) return undefined
  // The types are those of Node 20, which lacks these functions; their presence was just checked.
  const { zstdCompressSync, zstdDecompressSync } = zlib as unknown as NativeZstd
  const levelParameter = 100 // ZSTD_c_compressionLevel
  return {
    compress: (plain, level) => zstdCompressSync(plain, { params: { [levelParameter]: level } }),
    decompressFrame(frame, maxLength) {
      const maxOutputLength = Math.max(1, maxLength)
      // The result is a view of so much memory, and may be kept: by default a directory of 1 KiB would keep 16. One more byte, because
      // the runtime takes another piece when one is full.
      const chunkSize = Math.min(Math.max(MIN_CHUNK_BYTES, maxLength + 1), MAX_CHUNK_BYTES)
      return zstdDecompressSync(frame, { maxOutputLength, chunkSize })
    },
  }
}

async function wasmCodec(): Promise<ZstdCodec> {
  const wasm = await import('@bokuweb/zstd-wasm')
  await wasm.init()
  const noDictionary = new Uint8Array(0)
  // One context each, kept for the life of the thread: making one costs more than compressing a small content.
  const compressing = wasm.createCCtx()
  const decompressing = wasm.createDCtx()
  return {
    compress: (plain, level) => wasm.compressUsingDict(compressing, plain, noDictionary, level),
    // The limit is for frames that declare no size.
    decompressFrame: (frame, maxLength) => wasm.decompressUsingDict(decompressing, frame, noDictionary, { defaultHeapSize: maxLength }),
  }
}
