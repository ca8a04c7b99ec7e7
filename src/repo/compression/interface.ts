/** Compression of contents (docs/repository-format.md, "Compression"). */

/** stored: headerId(4, BE) | stream */
export interface Compressor {
  readonly name: string
  readonly headerId: number
  /** Header and stream, or undefined when that is not shorter than `plain`. Absent when Cairn only reads this format. */
  readonly compress?: (plain: Uint8Array) => Uint8Array | undefined
  /** The plain bytes of `stream` (header already removed); fails with CAIRN_CONTENT_DAMAGED when it would exceed `maxLength`. */
  readonly decompress: (stream: Uint8Array, maxLength: number) => Uint8Array
}
