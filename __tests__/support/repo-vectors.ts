/** Whole small repositories made by stock kopia, with what kopia says is in them. */

import type { IndexEntry } from '../../src/repo/content/index/interface.ts'
import type { BlobKeys } from '../../src/repo/content/sealed-blob.ts'
import { createContentEncryptor } from '../../src/repo/format/index.ts'
import { createHasher } from '../../src/repo/hashing/index.ts'
import { systemRandom } from '../../src/util/random.ts'
import { MapStorage, type StoredBlob } from './map-storage.ts'
import { readVectors } from './vectors.ts'

interface RepoVector {
  readonly password: string
  readonly decryptedFormatJSON: string
  readonly activeIndexBlobs: readonly string[]
  readonly writeEpoch?: number
  readonly deletionWatermark?: number
  readonly contents: readonly VectorContent[]
  readonly blobTimesUnix?: Readonly<Record<string, number>>
  readonly files: Readonly<Record<string, string>>
}

interface VectorContent {
  readonly packFile: string
  readonly time: number
  readonly originalLength: number
  readonly length: number
  readonly packOffset: number
  readonly compression?: number
  readonly contentID: string
  readonly deleted: boolean
  readonly formatVersion: number
  readonly plaintextSha256?: string
}

/** Every name that `readRepoVector` knows. */
export const REPO_VECTORS = [
  'repo-v1-kopia-0.6.4',
  'repo-v1-legacy',
  'repo-v3-blake3-256',
  'repo-v3-default',
  'repo-v3-ecc10',
  'repo-v3-epochs',
  'repo-v3-hmac-chacha-pbkdf2',
  'repo-v3-lz4-old-kopia',
] as const

/** A repository in memory; `entries` are those kopia lists, deleted ones included, in the order of their IDs. */
export async function readRepoVector(name: (typeof REPO_VECTORS)[number]) {
  const vector = readVectors<RepoVector>(name)
  const blobs = new Map<string, StoredBlob>()
  for (const [path, base64] of Object.entries(vector.files)) {
    if (!path.endsWith('.f')) continue
    const id = path.slice(0, -2).replaceAll('/', '')
    blobs.set(id, { bytes: new Uint8Array(Buffer.from(base64, 'base64')), timestampMs: (vector.blobTimesUnix?.[id] ?? 0) * 1000 })
  }
  const { format } = JSON.parse(vector.decryptedFormatJSON)
  const bytesOf = (text: string | undefined) => new Uint8Array(Buffer.from(text ?? '', 'base64'))
  const hasher = await createHasher(format.hash, bytesOf(format.secret))
  const encryptor = createContentEncryptor({
    encryption: format.encryption,
    masterKey: bytesOf(format.masterKey),
    ecc: format.ecc ?? '',
    eccOverheadPercent: format.eccOverheadPercent ?? 0,
  })
  const keys: BlobKeys = { hasher, encryptor, random: systemRandom }
  const entries = vector.contents.map(
    (content): IndexEntry => ({
      id: content.contentID,
      packBlobId: content.packFile,
      packOffset: content.packOffset,
      packedLength: content.length,
      originalLength: content.originalLength,
      timestampSeconds: content.time,
      isDeleted: content.deleted,
      compressionId: content.compression ?? 0,
      formatVersion: content.formatVersion,
      encryptionKeyId: 0,
    }),
  )
  entries.sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    storage: new MapStorage({ blobs }),
    password: vector.password,
    /** Content ID -> SHA-256 of the plain bytes, of those that could still be read when the vector was made. */
    plainSha256: new Map(
      vector.contents.flatMap((each) => (each.plaintextSha256 === undefined ? [] : [[each.contentID, each.plaintextSha256]])),
    ),
    keys,
    usesEpochs: format.epochParameters?.Enabled === true,
    activeIndexBlobs: [...vector.activeIndexBlobs].sort(),
    writeEpoch: vector.writeEpoch ?? 0,
    watermarkSeconds: vector.deletionWatermark ?? 0,
    entries,
  }
}
