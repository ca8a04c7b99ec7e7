/** A small repository whose every byte is fixed: clock, random source and gzip are the test's own. */
import { createHash } from 'node:crypto'
import type { BlobStorage } from '../../src/repo/blob/storage.ts'
import { type CreateFormat, createRepository } from '../../src/repo/repository.ts'
import { concatBytes, utf8 } from '../../src/util/bytes.ts'
import { crc32 } from '../../src/util/crc32.ts'
import { FakeClock } from './fake-clock.ts'
import { seededBytes, seededRandom, TEST_IDENTITY } from './test-repository.ts'

export const WRITTEN_PASSWORD = 'written-by-cairn'

/** 2026-11-23T08:00:00Z. */
const START_MS = Date.UTC(2026, 10, 23, 8)

/** The formats whose bytes are held: what is not said is the default. */
export const WRITTEN_FORMATS: Readonly<Record<string, CreateFormat>> = {
  default: {},
  'format version 1': { formatVersion: 1, hash: 'BLAKE2B-256-128', splitter: 'FIXED-1M' },
  'error correction': { formatVersion: 2, hash: 'BLAKE3-256', encryption: 'CHACHA20-POLY1305-HMAC-SHA256', eccOverheadPercent: 5 },
}

/** Creates the repository, then writes three contents, a directory and a manifest in a second flush. */
export async function writeFixedRepository(storage: BlobStorage, format: CreateFormat = {}): Promise<void> {
  const clock = new FakeClock(START_MS)
  const repository = await createRepository({
    storage,
    password: WRITTEN_PASSWORD,
    identity: TEST_IDENTITY,
    clock,
    random: seededRandom('written'),
    workers: 0,
    gzip: storedGzip,
    ...format,
  })
  clock.advance(90_500)
  await repository.objects.writeBytes(new Uint8Array(0))
  await repository.objects.writeBytes(utf8('a short content\n'))
  await repository.objects.writeBytes(seededBytes('content', 3_000_000))
  await repository.objects.writeBytes(
    utf8(
      '{"stream":"kopia:directory","entries":null,"summary":{"size":0,"files":0,"symlinks":0,"dirs":1,"maxTime":"2026-11-23T08:00:00Z","numFailed":0}}\n',
    ),
    {
      prefix: 'k',
    },
  )
  await repository.manifests.put({ type: 'policy', policyType: 'host', hostname: 'ci-runner' }, '{"retention":{"keepLatest":3}}')
  await repository.flush()
  await repository.close()
}

/** Blob ID -> length and SHA-256, in the order of the IDs. */
export function digestsOf(blobs: ReadonlyMap<string, { readonly bytes: Uint8Array }>): Record<string, string> {
  const ids = [...blobs.keys()].sort()
  return Object.fromEntries(
    ids.map((id) => {
      const bytes = blobs.get(id)?.bytes ?? new Uint8Array(0)
      return [id, `${bytes.length} ${createHash('sha256').update(bytes).digest('hex')}`]
    }),
  )
}

// gzip: 1f 8b 08 | flags 0 | time 0 (4) | 0 | OS 255 || stored block: 01 | length (2, LE) | ~length (2, LE) | bytes || CRC-32 (4, LE) | length (4, LE)

/** Gzip without compression: real encoders give other bytes from one version of the runtime to the next. */
function storedGzip(bytes: Uint8Array): Uint8Array {
  const head = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 1, 0, 0, 0, 0)
  const tail = new Uint8Array(8)
  new DataView(head.buffer).setUint16(11, bytes.length, true)
  new DataView(head.buffer).setUint16(13, ~bytes.length & 0xffff, true)
  new DataView(tail.buffer).setUint32(0, crc32(bytes), true)
  new DataView(tail.buffer).setUint32(4, bytes.length, true)
  return concatBytes([head, bytes, tail])
}
