/**
 * Byte strings with parity shards, so that changed bytes can be put right (docs/repository-format.md, "Error correction").
 *
 * stored: for every block its parity shards | all data shards in order
 * shard:  CRC-32 of the whole shard (4) | bytes
 * data shards together: input length n (4) | input (n) | zeros
 *
 * Where the zeros are not stored, the last shard is cut short; its CRC still covers them.
 */
import { CairnError } from '../../errors.ts'
import { crc32 } from '../../util/crc32.ts'
import { CRC_BYTES, eccParameters, LENGTH_BYTES, type ShardLayout } from './layout.ts'
import { type ReedSolomon, reedSolomon } from './reed-solomon.ts'

/** Adds parity to byte strings, and takes it off again, repairing what was changed. */
export interface ErrorCorrection {
  encode(input: Uint8Array): Uint8Array
  /** The input of `encode`; CAIRN_CONTENT_DAMAGED when too much of `stored` was changed. */
  decode(stored: Uint8Array): Uint8Array
}

/** Reed-Solomon codes over shards that carry a CRC-32, with an overhead of at most `percent` (1..100). */
export function reedSolomonCrc32(percent: number): ErrorCorrection {
  const parameters = eccParameters(percent)
  // Building a code takes milliseconds, so that is left until it is needed.
  const codes = new Map<boolean, ReedSolomon>()
  const codeOf = ({ isSmall, data, parity }: ShardLayout): ReedSolomon => {
    const code = codes.get(isSmall) ?? reedSolomon(data, parity)
    codes.set(isSmall, code)
    return code
  }
  return {
    encode(input) {
      const layout = parameters.ofInput(input.length)
      return encodeShards(input, layout, codeOf(layout))
    },
    decode(stored) {
      const layout = parameters.ofStored(stored.length)
      return decodeShards(stored, layout, () => codeOf(layout))
    },
  }
}

function encodeShards(input: Uint8Array, layout: ShardLayout, code: ReedSolomon): Uint8Array {
  const { data, parity, blocks, shardBytes, storesPadding } = layout
  const stride = CRC_BYTES + shardBytes
  const payload = new Uint8Array(blocks * data * shardBytes)
  new DataView(payload.buffer).setUint32(0, input.length)
  payload.set(input, LENGTH_BYTES)
  const payloadStored = storesPadding ? payload.length : LENGTH_BYTES + input.length
  const dataStart = blocks * parity * stride
  // From memory of its own, because the result may be transferred to another thread.
  const stored = new Uint8Array(dataStart + payloadStored + CRC_BYTES * Math.ceil(payloadStored / shardBytes))
  const view = new DataView(stored.buffer)
  let at = 0
  for (let block = 0; block < blocks; block++) {
    const starts = Array.from({ length: data }, (_, i) => (block * data + i) * shardBytes)
    for (const shard of code.encode(payload, starts, shardBytes)) {
      view.setUint32(at, crc32(shard))
      stored.set(shard, at + CRC_BYTES)
      at += stride
    }
  }
  for (let start = 0; start < payloadStored; start += shardBytes) {
    view.setUint32(at, crc32(payload.subarray(start, start + shardBytes)))
    stored.set(payload.subarray(start, Math.min(start + shardBytes, payloadStored)), at + CRC_BYTES)
    at += stride
  }
  return stored
}

function decodeShards(stored: Uint8Array, layout: ShardLayout, code: () => ReedSolomon): Uint8Array {
  const { data, parity, blocks, shardBytes } = layout
  const stride = CRC_BYTES + shardBytes
  const dataStart = blocks * parity * stride
  if (stored.length <= dataStart) throw beyondRepair(`has ${stored.length} bytes, too few to hold any data`)
  const payload = new Uint8Array(blocks * data * shardBytes)
  const damaged = new Set<number>()
  const count = Math.ceil((stored.length - dataStart) / stride)
  for (let shard = 0; shard < Math.min(count, blocks * data); shard++) {
    const place = payload.subarray(shard * shardBytes, (shard + 1) * shardBytes)
    if (!readShard(stored, dataStart + shard * stride, place)) damaged.add(Math.floor(shard / data))
  }
  for (const block of damaged) restoreBlock(stored, layout, block, payload, code())
  const length = new DataView(payload.buffer).getUint32(0)
  if (length > payload.length - LENGTH_BYTES) throw beyondRepair(`claims to hold ${length} bytes in ${stored.length}`)
  return payload.subarray(LENGTH_BYTES, LENGTH_BYTES + length)
}

/** Copies a shard to its place, which holds zeros, and tells whether it is whole. */
function readShard(stored: Uint8Array, at: number, place: Uint8Array): boolean {
  place.set(stored.subarray(Math.min(at + CRC_BYTES, stored.length), Math.min(at + CRC_BYTES + place.length, stored.length)))
  // The last checksum may be cut short by damage; then it cannot fit.
  if (at + CRC_BYTES > stored.length) return false
  return new DataView(stored.buffer, stored.byteOffset + at, CRC_BYTES).getUint32(0) === crc32(place)
}

/** Computes the data shards of a block whose CRC does not fit from those that do, and from its parity shards. */
function restoreBlock(stored: Uint8Array, layout: ShardLayout, block: number, payload: Uint8Array, code: ReedSolomon): void {
  const { data, parity, blocks, shardBytes } = layout
  const stride = CRC_BYTES + shardBytes
  const dataStart = blocks * parity * stride
  const shards: (Uint8Array | undefined)[] = []
  for (let i = 0; i < data; i++) {
    const at = dataStart + (block * data + i) * stride
    const shard = new Uint8Array(shardBytes)
    // Beyond the end there are only zeros, without a checksum.
    shards.push(at >= stored.length || readShard(stored, at, shard) ? shard : undefined)
  }
  const lost = shards.flatMap((shard, i) => (shard === undefined ? [i] : []))
  for (let i = 0; i < parity; i++) {
    const shard = new Uint8Array(shardBytes)
    shards.push(readShard(stored, (block * parity + i) * stride, shard) ? shard : undefined)
  }
  if (!code.restore(shards, shardBytes)) {
    throw beyondRepair(`has ${lost.length} damaged shards in one block, more than its error correction can restore`)
  }
  for (const i of lost) {
    const shard = shards[i]
    if (shard !== undefined) payload.set(shard, (block * data + i) * shardBytes)
  }
}

function beyondRepair(what: string): CairnError {
  return new CairnError('CAIRN_CONTENT_DAMAGED', `A byte string with error correction ${what}.`, {
    hint: 'The stored bytes were changed or cut. Check the storage, then run "cairn snapshot verify".',
  })
}
