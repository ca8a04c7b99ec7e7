/** Index files made by stock kopia, with the entries it lists for them. */
import { createHash } from 'node:crypto'
import type { IndexEntry } from '../../../src/repo/content/index/interface.ts'
import vectors from '../../vectors/index.json' with { type: 'json' }

interface VectorEntry {
  readonly packFile: string
  readonly time: number
  readonly originalLength: number
  readonly length: number
  readonly packOffset: number
  readonly contentID: string
  readonly deleted: boolean
  readonly formatVersion: number
  readonly compression?: number
}

export interface IndexVector {
  readonly name: string
  readonly version: 1 | 2
  readonly bytes: Uint8Array
  readonly entries: IndexEntry[]
}

export function entryOfVector(entry: VectorEntry): IndexEntry {
  return {
    id: entry.contentID,
    packBlobId: entry.packFile,
    packOffset: entry.packOffset,
    packedLength: entry.length,
    originalLength: entry.originalLength,
    timestampSeconds: entry.time,
    isDeleted: entry.deleted,
    compressionId: entry.compression ?? 0,
    formatVersion: entry.formatVersion,
    encryptionKeyId: 0,
  }
}

/** Every case with bytes in the file. */
export const indexVectors: IndexVector[] = vectors.cases.flatMap((vector) =>
  vector.indexHex === undefined || vector.entriesInFileOrder === undefined
    ? []
    : [
        {
          name: vector.name,
          version: vector.version === 1 ? 1 : 2,
          bytes: new Uint8Array(Buffer.from(vector.indexHex, 'hex')),
          entries: vector.entriesInFileOrder.map(entryOfVector),
        },
      ],
)

export const shardingExample = vectors.shardingExample

/** The case too large for the file: 65537 packs with one content each. */
export function manyPacksVector() {
  const vector = vectors.cases.find(({ name }) => name === 'v2-65537-packs')
  const entries: IndexEntry[] = []
  for (let n = 0; n <= 65536; n++) {
    entries.push({
      id: createHash('sha256').update(`id${n}`).digest('hex').slice(0, 32),
      packBlobId: `p${n}`,
      packOffset: 1,
      packedLength: 30,
      originalLength: 2,
      timestampSeconds: 1795395462,
      isDeleted: false,
      compressionId: 0,
      formatVersion: 3,
      encryptionKeyId: 0,
    })
  }
  return { entries, length: vector?.length, sha256: vector?.sha256 }
}
