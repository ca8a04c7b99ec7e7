// Makes a repository with an index of a given size, in this process: the entries are random, their packs do not exist.
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

const CONTENTS_PER_PACK = 500
/** One in ten describes a directory. */
const DIRECTORY_PREFIX = 'k'.charCodeAt(0)

/** Sizes of the index blobs of a repository in use: most entries compacted, the last ones in a blob for each snapshot. */
function blobSizes(count) {
  const small = Math.min(100, Math.floor(count / 1000))
  const large = count - small * 1000
  const sizes = Array.from({ length: 9 }, () => Math.floor(large / 9))
  sizes[0] += large - sizes.reduce((sum, size) => sum + size, 0)
  return [...sizes, ...Array.from({ length: small }, () => 1000)].filter((size) => size > 0)
}

/** Creates the repository in the folder `path` and puts index blobs with `count` entries; `lib` is where the compiled sources are. */
export async function makeIndexedRepository(lib, path, password, count) {
  const load = (file) => import(join(lib, file))
  const { createRepository } = await load('repo/repository.js')
  const { openStorage } = await load('repo/blob/open.js')
  const { ContentIndex } = await load('repo/content/index/content-index.js')
  const { encodeIndexRows } = await load('repo/content/index/codec.js')
  const { emptyRow } = await load('repo/content/index/rows.js')
  const { systemClock: clock } = await load('util/clock.js')
  const { systemRandom: random } = await load('util/random.js')
  mkdirSync(path)
  const storage = await openStorage({ kind: 'filesystem', path }, { mode: 'create', clock, random, platform: process.platform })
  const identity = { userName: 'bench', host: 'bench' }
  const repository = await createRepository({ storage, password, identity, clock, random, workers: 0 })
  const nowSeconds = Math.floor(clock.nowMs() / 1000)
  const newSession = () => `s${randomBytes(8).toString('hex')}147`
  for (const size of blobSizes(count)) {
    const index = new ContentIndex(repository.care.contents.codec.hasher.sizeBytes)
    const row = emptyRow()
    row.source = randomBytes(size * index.keySizeBytes)
    const session = newSession()
    for (let i = 0; i < size; i++) {
      if (i % CONTENTS_PER_PACK === 0) row.pack = index.packNumber(`p${randomBytes(16).toString('hex')}-${session}`)
      row.keyOffset = i * index.keySizeBytes
      row.source[row.keyOffset] = i % 10 === 0 ? DIRECTORY_PREFIX : 0
      row.packOffset = 32 + (i % CONTENTS_PER_PACK) * 40_000
      row.packedLength = 30_000 + (i % 9_000)
      row.originalLength = 2 * row.packedLength
      row.timestampSeconds = nowSeconds - (i % 1_000_000)
      row.compressionId = i % 3 === 0 ? 0 : 0x1101
      row.formatVersion = 3
      index.insert(row)
    }
    await repository.care.contents.indexBlobs.writeIndexBlobs([encodeIndexRows(2, index.rows())], newSession())
  }
  await repository.close()
}
