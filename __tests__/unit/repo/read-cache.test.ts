import { join } from 'node:path'
import { expect, it } from 'vitest'
import { nullLogger } from '../../../src/log.ts'
import { CacheFolder } from '../../../src/repo/blob/cache-folder.ts'
import { caching } from '../../../src/repo/blob/caching.ts'
import { nodeFileOperations } from '../../../src/repo/blob/filesystem.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { FaultyStorage } from '../../support/faulty-storage.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { openTestRepository, seededRandom, testFormat } from '../../support/test-repository.ts'

const format = await testFormat()

/** Opens the same repository again and again, each time as another run on this machine. */
async function machine(map: MapStorage) {
  const directory = join(await tempDir(), 'cache')
  let runs = 0
  return async (flipsFirst?: (id: string) => boolean) => {
    const clock = new FakeClock()
    const counted = new FaultyStorage(map)
    let isFlipDue = flipsFirst !== undefined
    // What comes over a bad line: the first read of a blob has a wrong bit.
    const line = Object.assign(Object.create(counted), {
      getBlob: async (...[id, options]: Parameters<MapStorage['getBlob']>) => {
        const bytes = await counted.getBlob(id, options)
        if (!isFlipDue || !flipsFirst?.(id)) return bytes
        isFlipDue = false
        return bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1)
      },
      statBlob: (id: string) => counted.statBlob(id),
      putBlob: (...args: Parameters<MapStorage['putBlob']>) => counted.putBlob(...args),
      deleteBlob: (id: string) => counted.deleteBlob(id),
      listBlobs: (prefix: string) => counted.listBlobs(prefix),
      close: async () => {},
    })
    const random = seededRandom(`cache ${runs++}`)
    const folder = new CacheFolder({
      directory,
      place: '0123456789abcdef',
      limitBytes: 1e8,
      files: nodeFileOperations,
      clock,
      random,
      log: nullLogger,
    })
    return { repository: await openTestRepository({ storage: caching(line, folder), format, clock }), counted }
  }
}

it('opens a repository and reads its manifests with listings alone, the second time', async () => {
  const map = new MapStorage()
  const run = await machine(map)
  const first = await run()
  const id = await first.repository.manifests.put({ type: 'snapshot' }, '{"a":1}')
  await first.repository.flush()
  await first.repository.close()
  const second = await run()
  expect((await second.repository.manifests.get(id))?.json).toBe('{"a":1}')
  expect(second.counted.count('getBlob')).toBe(0)
  expect(second.counted.count('listBlobs')).toBeGreaterThan(0)
  await second.repository.close()
})

it.each(['x', 'q'])('does not keep using a copy of %s that was wrong when it came', async (prefix) => {
  const map = new MapStorage()
  const writer = await openTestRepository({ storage: map, format })
  const id = await writer.manifests.put({ type: 'snapshot' }, JSON.stringify('text '.repeat(10)))
  await writer.flush()
  await writer.close()
  const run = await machine(map)
  for (const flips of [(blobId: string) => blobId.startsWith(prefix), undefined]) {
    const { repository } = await run(flips)
    expect((await repository.manifests.get(id))?.json).toBe(JSON.stringify('text '.repeat(10)))
    await repository.close()
  }
})

it('finds what others wrote meanwhile', async () => {
  const map = new MapStorage()
  const run = await machine(map)
  const first = await run()
  await first.repository.manifests.put({ type: 'snapshot' }, '"first"')
  await first.repository.flush()
  await first.repository.close()
  const other = await openTestRepository({ storage: map, format })
  await other.manifests.put({ type: 'snapshot' }, '"other"')
  await other.flush()
  await other.close()
  const second = await run()
  expect(await second.repository.manifests.find({ type: 'snapshot' })).toHaveLength(2)
  await second.repository.close()
})
