/** How many shards of which size a byte string is cut into (docs/repository-format.md, "Error correction"). */

/** Bytes of the checksum before every shard, and of the length before the input. */
export const CRC_BYTES = 4
export const LENGTH_BYTES = 4

const SMALL_DATA = 6
const SMALL_PARITY = 2

/** Shards of one byte string. */
export interface ShardLayout {
  readonly isSmall: boolean
  readonly data: number
  readonly parity: number
  readonly blocks: number
  readonly shardBytes: number
  /** Whether the zeros that fill the last shards are stored. */
  readonly storesPadding: boolean
}

/** What follows from the overhead that a repository allows. */
export interface EccParameters {
  readonly data: number
  readonly parity: number
  ofInput(inputBytes: number): ShardLayout
  ofStored(storedBytes: number): ShardLayout
}

/** The layout rules for an overhead of `percent`, 1..100. All of this is single-precision arithmetic in the format, so it is here too. */
export function eccParameters(percent: number): EccParameters {
  const maxShard = percent === 1 ? 1024 : percent === 2 ? 512 : percent === 3 ? 256 : percent <= 6 ? 128 : 64
  const { fround } = Math
  const checksumShare = fround((100 * CRC_BYTES) / maxShard)
  const free = Math.max(fround(percent - checksumShare), fround(0.01))
  let data = 128
  let parity = clamp(Math.floor(data * fround(free / 100)), 1, 128)
  if (parity === 1) {
    parity = 2
    data = clamp(Math.floor(parity * fround(100 / free)), 128, 254)
  }
  const shards = data + parity
  const smallInput = 2 * CRC_BYTES * shards
  const smallStored = (SMALL_DATA + SMALL_PARITY) * (CRC_BYTES + Math.ceil(smallInput / SMALL_DATA))
  const oneBlockInput = data * maxShard
  const oneBlockStored = shards * (CRC_BYTES + maxShard)
  const small = (shardBytes: number): ShardLayout => {
    return { isSmall: true, data: SMALL_DATA, parity: SMALL_PARITY, blocks: 1, shardBytes, storesPadding: true }
  }
  const oneBlock = (shardBytes: number): ShardLayout => ({ isSmall: false, data, parity, blocks: 1, shardBytes, storesPadding: true })
  const manyBlocks = (blocks: number): ShardLayout => {
    return { isSmall: false, data, parity, blocks, shardBytes: maxShard, storesPadding: false }
  }
  return {
    data,
    parity,
    ofInput(inputBytes) {
      const length = LENGTH_BYTES + inputBytes
      if (length <= smallInput) return small(Math.ceil(length / SMALL_DATA))
      if (length <= oneBlockInput) return oneBlock(Math.ceil(length / data))
      return manyBlocks(Math.ceil(length / oneBlockInput))
    },
    ofStored(storedBytes) {
      const shardOf = (count: number) => Math.max(Math.ceil(storedBytes / count), CRC_BYTES + 1) - CRC_BYTES
      if (storedBytes <= smallStored) return small(shardOf(SMALL_DATA + SMALL_PARITY))
      if (storedBytes <= oneBlockStored) return oneBlock(shardOf(shards))
      return manyBlocks(Math.ceil(storedBytes / oneBlockStored))
    },
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
