import { mkdir, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Logger, nullLogger } from '../../../src/log.ts'
import { CacheFolder } from '../../../src/repo/blob/cache-folder.ts'
import { cacheEntries, clearCache } from '../../../src/repo/blob/cache-sweep.ts'
import { caching } from '../../../src/repo/blob/caching.ts'
import { nodeFileOperations } from '../../../src/repo/blob/filesystem.ts'
import { READ_AHEAD_BYTES, readUpTo } from '../../../src/repo/blob/read-up-to.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { FaultyFiles, type FileFault } from '../../support/faulty-files.ts'
import { FaultyStorage } from '../../support/faulty-storage.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { seededBytes, seededRandom } from '../../support/test-repository.ts'

const INDEX = 'xn0_374aad8f6963d5d1df37e5bb2343a1e6-sab747a322b46216a147-c1'
const PACK = 'qdd1289754c8e13a7b3f0da425a468d2d-sa2a9bb461b0ff324147'
const DATA = 'pdd1289754c8e13a7b3f0da425a468d2d-sa2a9bb461b0ff324147'
const PLACE = '0123456789abcdef'
const DAY_MS = 86_400_000

interface Setting {
  readonly limitBytes?: number
  readonly faults?: readonly FileFault[]
  readonly directory?: string
}

/** One store, and runs on one machine that use it one after the other. */
async function machine(setting: Setting = {}) {
  const directory = setting.directory ?? join(await tempDir(), 'cache')
  const map = new MapStorage()
  const notices: string[] = []
  const log: Logger = { ...nullLogger, notice: (message) => notices.push(message) }
  const run = (faults: readonly FileFault[] = setting.faults ?? []) => {
    const counted = new FaultyStorage(map)
    const clock = new FakeClock(Date.now())
    const random = seededRandom(`${Math.random()}`)
    const limitBytes = setting.limitBytes ?? 1e9
    const folder = new CacheFolder({ directory, place: PLACE, limitBytes, files: new FaultyFiles(faults), clock, random, log })
    return { storage: caching(counted, folder), counted }
  }
  const files = async () => (await cacheEntries(nodeFileOperations, directory)).map(({ path }) => path).sort()
  return { directory, map, notices, run, files }
}

/** What a run gives and asks the store for. */
async function readIn({ storage, counted }: Awaited<ReturnType<typeof machine>>['run'] extends () => infer Run ? Run : never, id: string) {
  const bytes = id.startsWith('q') ? await readUpTo(storage, id, 0, READ_AHEAD_BYTES) : await storage.getBlob(id)
  await storage.close()
  return { bytes, asked: counted.calls.length }
}

describe('a second run on the same machine', () => {
  it.each([INDEX, PACK, 'n00e1cbc3bf5f3bd1ca9cdbe1bfd8b2a6', 'xs1_374aad8f6963d5d1df37e5bb2343a1e6-s0f-c1'])(
    'has %s already',
    async (id) => {
      const { map, run } = await machine()
      await map.putBlob(id, [seededBytes(id, 5000)])
      expect(await readIn(run(), id)).toEqual({ bytes: seededBytes(id, 5000), asked: 1 })
      expect(await readIn(run(), id)).toEqual({ bytes: seededBytes(id, 5000), asked: 0 })
    },
  )

  it('has what the first one wrote', async () => {
    const { map, run } = await machine()
    const long = new Uint8Array(READ_AHEAD_BYTES + 10).map((_, i) => i % 251)
    const first = run()
    await first.storage.putBlob(INDEX, [utf8('one '), utf8('index')])
    await first.storage.putBlob(PACK, [long])
    await first.storage.close()
    const { storage, counted } = run()
    expect(await storage.getBlob(INDEX)).toEqual(utf8('one index'))
    expect(await readUpTo(storage, PACK, READ_AHEAD_BYTES, READ_AHEAD_BYTES)).toEqual(long.subarray(READ_AHEAD_BYTES))
    expect(counted.calls).toEqual([])
    expect(map.blobs.size).toBe(2)
  })

  it.each([DATA, 'kopia.repository', 'kopia.blobcfg', 'kopia.maintenance', 'cairn.lease', 'xe1', 'xw1795397619', 's1f0c'])(
    'asks the store for %s',
    async (id) => {
      const { map, run, files } = await machine()
      await map.putBlob(id, [utf8('now')])
      await readIn(run(), id)
      expect(await readIn(run(), id)).toMatchObject({ asked: 1 })
      expect(await files()).toEqual([])
    },
  )

  it('asks the store what there is: a copy counts for nothing when its blob is gone', async () => {
    const { map, run } = await machine()
    await map.putBlob(INDEX, [utf8('index')])
    await readIn(run(), INDEX)
    await map.deleteBlob(INDEX)
    const { storage } = run()
    expect(await storage.statBlob(INDEX)).toBeUndefined()
    const listed: string[] = []
    for await (const { id } of storage.listBlobs('x')) listed.push(id)
    expect(listed).toEqual([])
  })

  it('drops the copies of what it deletes, and of what it is told to read afresh', async () => {
    const { map, run, files } = await machine()
    for (const id of [INDEX, PACK]) await map.putBlob(id, [utf8('old')])
    await readIn(run(), INDEX)
    await readIn(run(), PACK)
    expect(await files()).toHaveLength(2)
    await map.putBlob(PACK, [utf8('new')])
    const { storage } = run()
    await storage.deleteBlob(INDEX)
    expect(await storage.getBlob(PACK, { offset: 0, length: 3, isFresh: true })).toEqual(utf8('new'))
    expect(await files()).toEqual([])
    expect(await readIn(run(), PACK)).toMatchObject({ bytes: utf8('new'), asked: 1 })
  })
})

describe('an entry that is not what was written', () => {
  const flip = async (path: string, at: number) => {
    const bytes = await readFile(path)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    await writeFile(path, bytes)
  }
  it.each<[string, (path: string, other: string) => Promise<unknown>]>([
    ['has a flipped bit in its bytes', (path) => flip(path, 60)],
    ['has a flipped bit in its checksum', (path) => flip(path, 20)],
    ['was cut off', (path) => truncate(path, 50)],
    ['is empty', (path) => truncate(path, 0)],
    ['has become endless', (path) => truncate(path, 2 ** 40)],
    ['is a foreign file', (path) => writeFile(path, 'something else entirely')],
    ['is another entry under this name', async (path, other) => writeFile(path, await readFile(other))],
  ])('%s: it is removed, and the store is asked', async (_, harm) => {
    const { map, run, files, notices } = await machine()
    const [first, second] = [INDEX, `${INDEX}0`]
    await map.putBlob(second, [seededBytes('second', 100)])
    await readIn(run(), second)
    const [other = ''] = await files()
    await map.putBlob(first, [seededBytes('first', 100)])
    await readIn(run(), first)
    const [path = ''] = (await files()).filter((file) => file !== other)
    await harm(path, other)
    expect(await readIn(run(), first)).toEqual({ bytes: seededBytes('first', 100), asked: 1 })
    expect(await readIn(run(), first)).toEqual({ bytes: seededBytes('first', 100), asked: 0 })
    expect(notices).toEqual([])
  })
})

describe('the folder', () => {
  it('may be deleted at any time, also while it is used', async () => {
    const { map, run, directory, notices } = await machine()
    for (const id of [INDEX, PACK]) await map.putBlob(id, [utf8(id)])
    await readIn(run(), INDEX)
    const { storage } = run()
    expect(await storage.getBlob(INDEX)).toEqual(utf8(INDEX))
    await rm(directory, { recursive: true })
    expect(await storage.getBlob(INDEX)).toEqual(utf8(INDEX))
    expect(await readUpTo(storage, PACK, 0, READ_AHEAD_BYTES)).toEqual(utf8(PACK))
    await storage.close()
    expect(await readIn(run(), PACK)).toMatchObject({ asked: 0 })
    expect(notices).toEqual([])
  })

  it('says to backup programs what it is, and is for its owner only', async () => {
    const { map, run, directory } = await machine()
    await map.putBlob(INDEX, [utf8('index')])
    await readIn(run(), INDEX)
    expect(await readFile(join(directory, 'CACHEDIR.TAG'), 'utf8')).toMatch(/^Signature: 8a477f597d28d172789f06886806bc55\n/)
    if (process.platform !== 'win32') expect((await stat(directory)).mode & 0o777).toBe(0o700)
  })

  it('stays below its limit: what was used longest ago goes first', async () => {
    const { map, run, files, directory } = await machine({ limitBytes: 10_000 })
    const ids = Array.from({ length: 4 }, (_, i) => `xn${i}_374aad8f6963d5d1df37e5bb2343a1e6-s0f-c1`)
    for (const [age, id] of ids.entries()) {
      await map.putBlob(id, [seededBytes(id, 3000)])
      const before = await files()
      await readIn(run(), id)
      const [path = ''] = (await files()).filter((file) => !before.includes(file))
      const usedSeconds = Date.now() / 1000 - (10 - age) * 86_400
      if (path !== '') await utimes(path, usedSeconds, usedSeconds)
      // The oldest one is used again.
      if (age === 2) expect(await readIn(run(), ids[0] ?? '')).toMatchObject({ asked: 0 })
    }
    expect(await files()).toHaveLength(2)
    expect(await readIn(run(), ids[0] ?? '')).toMatchObject({ asked: 0 })
    expect(await readIn(run(), ids[3] ?? '')).toMatchObject({ asked: 0 })
    await map.putBlob(PACK, [seededBytes('large', 20_000)])
    await readIn(run(), PACK)
    expect(await files()).toHaveLength(2)
    await writeFile(join(directory, 'mine.txt'), 'not an entry')
    await mkdir(join(directory, PLACE, 'notes'))
    expect(await clearCache(nodeFileOperations, directory)).toBe(2)
    expect((await readdir(directory)).sort()).toEqual([PLACE, 'CACHEDIR.TAG', 'mine.txt'])
  })

  it('loses what crashes left behind after a day, and what nobody used for two months', async () => {
    const { map, run, files, directory } = await machine()
    await map.putBlob(INDEX, [utf8('index')])
    await readIn(run(), INDEX)
    const [path = ''] = await files()
    const makeOld = async (file: string, days: number) => {
      await writeFile(file, 'x')
      const seconds = (Date.now() - days * DAY_MS) / 1000
      await utimes(file, seconds, seconds)
    }
    const folder = join(directory, PLACE, 'aa')
    await mkdir(folder)
    const name = 'aa'.repeat(20)
    await makeOld(join(folder, `${name}-0.tmp.0123456789abcdef`), 2)
    await makeOld(join(folder, `${name}-1.tmp.0123456789abcdef`), 0)
    await makeOld(join(folder, `${name}-2`), 61)
    await makeOld(join(folder, `${name}-3`), 50)
    await makeOld(join(folder, 'mine'), 100)
    await map.putBlob(PACK, [utf8('pack')])
    await readIn(run(), PACK)
    expect((await readdir(folder)).sort()).toEqual([`${name}-1.tmp.0123456789abcdef`, `${name}-3`, 'mine'])
    expect(await files()).toContain(path)
  })
})

describe('a folder that cannot be used costs one notice and nothing else', () => {
  it.each<[string, FileFault]>([
    ['a full disk', { step: 'write', code: 'ENOSPC' }],
    ['a quota', { step: 'close', code: 'EDQUOT' }],
    ['a folder for reading only', { step: 'createNew', code: 'EROFS' }],
    ['a folder of somebody else', { step: 'makeDirectory', code: 'EACCES' }],
    ['a rename that fails', { step: 'rename', code: 'EIO' }],
    ['a folder that cannot be listed', { step: 'readDirectory', code: 'EACCES' }],
  ])('%s', async (_, fault) => {
    const { map, run, notices } = await machine()
    for (const id of [INDEX, PACK]) await map.putBlob(id, [utf8(id)])
    const { storage } = run([fault])
    expect(await storage.getBlob(INDEX)).toEqual(utf8(INDEX))
    expect(await storage.getBlob(INDEX)).toEqual(utf8(INDEX))
    expect(await readUpTo(storage, PACK, 0, READ_AHEAD_BYTES)).toEqual(utf8(PACK))
    await storage.putBlob(PACK, [utf8('new')])
    await storage.close()
    expect(notices).toEqual([expect.stringContaining(fault.code)])
  })

  it.each(['openForReading', 'read'] as const)('one that cannot be read: %s', async (step) => {
    const { map, run, notices } = await machine()
    await map.putBlob(INDEX, [utf8('index')])
    await readIn(run(), INDEX)
    expect(await readIn(run([{ step, code: 'EIO' }]), INDEX)).toEqual({ bytes: utf8('index'), asked: 1 })
    expect(notices).toEqual([expect.stringContaining('EIO')])
  })

  it('still serves what it holds when nothing can be added', async () => {
    const { map, run, notices } = await machine()
    for (const id of [INDEX, PACK]) await map.putBlob(id, [utf8(id)])
    await readIn(run(), INDEX)
    const { storage, counted } = run([{ step: 'createNew', code: 'EROFS' }])
    await readUpTo(storage, PACK, 0, READ_AHEAD_BYTES)
    expect(await storage.getBlob(INDEX)).toEqual(utf8(INDEX))
    expect(counted.calls).toHaveLength(1)
    await storage.close()
    expect(notices).toHaveLength(1)
  })
})
