import { mkdirSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { nullLogger } from '../../src/log.ts'
import { openFilesystemStorage } from '../../src/repo/blob/filesystem.ts'
import { logging } from '../../src/repo/blob/logging.ts'
import { retrying } from '../../src/repo/blob/retrying.ts'
import { blobPath, defaultSharding, type Sharding } from '../../src/repo/blob/sharding.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { FaultyStorage } from '../support/faulty-storage.ts'
import { MapStorage } from '../support/map-storage.ts'
import { tempDir } from '../support/temp-dir.ts'
import { describeBlobStorage } from './blob-storage.ts'

describeBlobStorage('memory', async () => {
  const clock = new FakeClock()
  const storage = new MapStorage({ clock })
  return { storage, other: storage, storeNowMs: () => clock.nowMs(), manyBlobs: 10_000 }
})

describeBlobStorage('memory behind all decorators', async () => {
  const clock = new FakeClock()
  const storage = new MapStorage({ clock })
  return {
    storage: retrying(logging(new FaultyStorage(storage), nullLogger, clock), { clock }),
    other: storage,
    storeNowMs: () => clock.nowMs(),
  }
})

for (const shards of [[1, 3], [3, 3], [], [2, 2, 2]]) {
  describeBlobStorage(`filesystem with shards [${shards}]`, async () => {
    const path = await tempDir()
    return {
      storage: await openFilesystemStorage({ path, shards }, { create: true }),
      other: await openFilesystemStorage({ path, shards }),
      largeBytes: 1024 * 1024,
      ...(shards.length === 0 ? { manyBlobs: 10_000, fill: (ids) => placeFiles(path, defaultSharding(shards), ids) } : { manyBlobs: 200 }),
    }
  })
}

describeBlobStorage('filesystem with overrides', async () => {
  const path = await tempDir()
  const shards = {
    default: [3, 2],
    maxNonShardedLength: 2,
    overrides: [
      { prefix: 'p', shards: [2, 2] },
      { prefix: 'x', shards: [1, 1, 1] },
    ],
  }
  await writeFile(join(path, '.shards'), JSON.stringify(shards))
  return { storage: await openFilesystemStorage({ path }), other: await openFilesystemStorage({ path }), manyBlobs: 200 }
})

/** Files where the blobs would be, without the care that makes them last. */
async function placeFiles(path: string, sharding: Sharding, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const file = join(path, ...blobPath(sharding, id))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, 'x')
  }
}
