import { execFileSync } from 'node:child_process'
import { lstatSync } from 'node:fs'
import { chmod, mkdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { FileRead, Repository } from '../../../src/repo/api.ts'
import { compileWorker } from '../../support/compiled-worker.ts'
import { FaultyStorage } from '../../support/faulty-storage.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { makeTempDir, removeDir, tempDir } from '../../support/temp-dir.ts'
import { openTestRepository, seededBytes, type TestRepositoryOptions, testFormat } from '../../support/test-repository.ts'

const format = await testFormat({ splitter: 'FIXED-128K' })
let workerUrl: URL
let workerDir: string
const CRASHING = new URL('../../support/crashing-worker.mjs', import.meta.url)

beforeAll(async () => {
  workerDir = await makeTempDir('worker')
  workerUrl = await compileWorker(workerDir)
})
afterAll(() => removeDir(workerDir))

async function open(options: Partial<TestRepositoryOptions> = {}): Promise<Repository> {
  const repository = await openTestRepository({ storage: new MapStorage(), format, ...options })
  onTestFinished(() => repository.close())
  return repository
}

function fileAt(path: string, more: Partial<FileRead> = {}): FileRead {
  const stat = lstatSync(path, { bigint: true })
  return { path, device: stat.dev, inode: stat.ino, size: Number(stat.size), ...more }
}

async function treeOf(files: Readonly<Record<string, Uint8Array>>): Promise<(name: string) => string> {
  const dir = await tempDir('pool')
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(dir, name), bytes)
  return (name) => join(dir, name)
}

async function readBack(repository: Repository, id: string): Promise<Uint8Array> {
  return (await repository.objects.open(id)).readAll()
}

/** Every case runs in the calling thread and in two real workers. */
describe.each([
  ['in the calling thread', 0],
  ['in two workers', 2],
])('%s', (_, workers) => {
  test('small files of all kinds come back as they were, equal ones stored once', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, number) => [`file ${number}`, seededBytes(`small ${number % 200}`, (number % 200) * 37)]),
    )
    const at = await treeOf(files)
    const repository = await open({ workers, workerUrl })
    const names = Object.keys(files)
    const written = await Promise.all(
      names.map((name, number) => repository.objects.writeFile(fileAt(at(name)), number % 3 === 0 ? { compressor: 'gzip' } : {})),
    )
    await repository.flush()
    expect(repository.counters().newContents).toBe(200)
    for (const [number, name] of names.entries()) {
      expect(written[number]?.length).toBe(files[name]?.length)
      expect(Buffer.compare(await readBack(repository, written[number]?.id ?? ''), files[name] ?? new Uint8Array(1))).toBe(0)
    }
    const newBytes = written.reduce((sum, each) => sum + each.newBytes, 0)
    expect(newBytes).toBe(Array.from({ length: 200 }, (_, number) => number * 37).reduce((a, b) => a + b))
  })

  test('a large file gets the object ID that the same bytes from memory and from a stream get', async () => {
    const bytes = seededBytes('large', 3 * 128 * 1024 + 5)
    const at = await treeOf({ large: bytes })
    const repository = await open({ workers, workerUrl })
    const fromFile = await repository.objects.writeFile(fileAt(at('large')))
    async function* chunks() {
      for (let start = 0; start < bytes.length; start += 50_000) yield bytes.subarray(start, start + 50_000)
    }
    const fromMemory = await repository.objects.writeBytes(bytes)
    const fromStream = await repository.objects.writeStream(chunks())
    expect(fromFile.id).toMatch(/^Ix/)
    expect(fromFile.newBytes).toBeGreaterThan(bytes.length)
    expect([fromMemory, fromStream]).toEqual([
      { id: fromFile.id, length: bytes.length, newBytes: 0 },
      { id: fromFile.id, length: bytes.length, newBytes: 0 },
    ])
    expect(Buffer.compare(await readBack(repository, fromFile.id), bytes)).toBe(0)
    expect(bytes.length).toBe(3 * 128 * 1024 + 5)
  })

  test.each([100_000, 128 * 1024, 400_000])('a Buffer of %d bytes is stored whole and left to its owner', async (length) => {
    const repository = await open({ workers, workerUrl })
    const bytes = Buffer.from(seededBytes('buffer', length))
    const written = await repository.objects.writeBytes(bytes)
    expect(written.length).toBe(length)
    expect(Buffer.compare(bytes, seededBytes('buffer', length))).toBe(0)
    expect(Buffer.compare(await readBack(repository, written.id), bytes)).toBe(0)
    async function* chunks() {
      yield bytes
    }
    expect((await repository.objects.writeStream(chunks())).id).toBe(written.id)
    expect(bytes.length).toBe(length)
  })

  test('a file that has become longer, shorter or empty since it was seen is stored as it was read', async () => {
    const at = await treeOf({ longer: seededBytes('l', 100), shorter: seededBytes('s', 300_000), empty: seededBytes('e', 10) })
    const [longer, shorter, empty] = [fileAt(at('longer')), fileAt(at('shorter')), fileAt(at('empty'))]
    const grown = seededBytes('grown', 2_000_000)
    await writeFile(at('longer'), grown)
    await truncate(at('shorter'), 1000)
    await truncate(at('empty'), 0)
    const repository = await open({ workers, workerUrl })
    const written = await Promise.all([longer, shorter, empty].map((file) => repository.objects.writeFile(file)))
    expect(written.map(({ length }) => length)).toEqual([2_000_000, 1000, 0])
    expect(Buffer.compare(await readBack(repository, written[0]?.id ?? ''), grown)).toBe(0)
  })

  test('a compression that does not exist is named, whatever is stored, and the next object is stored', async () => {
    const at = await treeOf({ small: seededBytes('small', 100), large: seededBytes('large', 2_000_000) })
    const repository = await open({ workers, workerUrl })
    const { objects } = repository
    const refused = { code: 'CAIRN_NOT_SUPPORTED', message: expect.stringContaining('"lz5"') }
    const bad = { compressor: 'lz5' }
    await expect(objects.writeFile(fileAt(at('small')), bad)).rejects.toMatchObject(refused)
    await expect(objects.writeFile(fileAt(at('large')), bad)).rejects.toMatchObject(refused)
    await expect(objects.writeBytes(seededBytes('memory', 200_000), bad)).rejects.toMatchObject(refused)
    expect((await objects.writeFile(fileAt(at('large')))).length).toBe(2_000_000)
  })

  test('files that cannot be read are reported one by one, and the others of the batch are stored', async () => {
    const at = await treeOf({
      good: seededBytes('g', 10),
      gone: seededBytes('x', 10),
      swapped: seededBytes('y', 10),
      linked: seededBytes('z', 9),
    })
    const files = ['good', 'gone', 'swapped', 'linked'].map((name) => fileAt(at(name)))
    await rm(at('gone'))
    await writeFile(at('other'), 'other')
    await rename(at('other'), at('swapped'))
    await rm(at('linked'))
    await symlink('/etc/passwd', at('linked'))
    const repository = await open({ workers, workerUrl })
    // From here on workers are used, if there are any.
    await repository.objects.writeBytes(seededBytes('long', 70_000))
    const settled = await Promise.allSettled(files.map((file) => repository.objects.writeFile(file)))
    expect(settled.map((each) => (each.status === 'rejected' ? each.reason.code : each.status))).toEqual([
      'fulfilled',
      'CAIRN_FILE_VANISHED',
      'CAIRN_FILE_CHANGED',
      'CAIRN_FILE_CHANGED',
    ])
    expect(settled[1]).toMatchObject({ reason: { message: expect.stringContaining(at('gone')) } })
    await repository.flush()
    expect(repository.counters().newContents).toBe(2)
  })

  test('a large file that is gone is reported', async () => {
    const at = await treeOf({ gone: seededBytes('x', 600_000) })
    const file = fileAt(at('gone'))
    await rm(at('gone'))
    const repository = await open({ workers, workerUrl })
    await expect(repository.objects.writeFile(file)).rejects.toMatchObject({ code: 'CAIRN_FILE_VANISHED' })
    await repository.flush()
  })

  test('what is cancelled is rejected at once, and the repository can still be used', async () => {
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, number) => [`f${number}`, seededBytes(`c ${number}`, 1000)]))
    const at = await treeOf({ ...files, large: seededBytes('large', 2_000_000) })
    const repository = await open({ workers, workerUrl })
    const abort = new AbortController()
    const names = [...Object.keys(files), 'large']
    const all = Promise.allSettled(names.map((name) => repository.objects.writeFile(fileAt(at(name)), { signal: abort.signal })))
    abort.abort()
    const codes = (await all).map((each) => (each.status === 'rejected' ? each.reason.code : each.status))
    expect(new Set(codes)).toEqual(new Set(['CAIRN_CANCELLED']))
    const { id } = await repository.objects.writeFile(fileAt(at('f1')))
    await repository.flush()
    expect(Buffer.compare(await readBack(repository, id), files['f1'] ?? new Uint8Array(0))).toBe(0)
  })
})

describe('sections', () => {
  test('of a very large file are cut on their own, listed in one list, and end with an empty one when the size is a multiple', async () => {
    const bytes = seededBytes('sections', 400_000)
    const at = await treeOf({ file: bytes })
    const repository = await open()
    const { id } = await repository.objects.writeFile(fileAt(at('file'), { sectionSize: 200_000 }))
    expect(Buffer.compare(await readBack(repository, id), bytes)).toBe(0)
    const list = new TextDecoder().decode(await readBack(repository, id.slice(1)))
    const entries: { s?: number; l?: number }[] = JSON.parse(list).entries
    expect(entries.map(({ s, l }) => [s, l])).toEqual([
      [undefined, 131_072],
      [131_072, 68_928],
      [200_000, 131_072],
      [331_072, 68_928],
      [400_000, undefined],
    ])
  })

  test('are not made of a file of exactly their size', async () => {
    const at = await treeOf({ file: seededBytes('exact', 100_000) })
    const repository = await open()
    const { id } = await repository.objects.writeFile(fileAt(at('file'), { sectionSize: 100_000 }))
    expect(id).not.toMatch(/^I/)
  })
})

describe('special files', () => {
  test('in place of the file are refused without waiting for them', async () => {
    const at = await treeOf({ pipe: new Uint8Array(0) })
    const file = fileAt(at('pipe'))
    await rm(at('pipe'))
    execFileSync('mkfifo', [at('pipe')])
    const repository = await open()
    await expect(repository.objects.writeFile(file)).rejects.toMatchObject({ code: 'CAIRN_FILE_CHANGED' })
    await expect(repository.objects.writeFile(fileAt(at('pipe')))).rejects.toMatchObject({ code: 'CAIRN_FILE_CHANGED' })
  })

  test.skipIf(process.getuid?.() === 0)('that may not be read say why', async () => {
    const at = await treeOf({ locked: seededBytes('l', 10) })
    await chmod(at('locked'), 0)
    const repository = await open()
    await expect(repository.objects.writeFile(fileAt(at('locked')))).rejects.toMatchObject({
      code: 'CAIRN_FILE_UNREADABLE',
      message: expect.stringContaining('EACCES'),
    })
  })

  test('with names that are not UTF-8 can be read', async () => {
    const dir = await tempDir('pool')
    const path = Buffer.concat([Buffer.from(`${dir}/`), Buffer.from([0xff, 0x41])])
    await mkdir(dir, { recursive: true })
    await writeFile(path, 'odd')
    const stat = lstatSync(path, { bigint: true })
    const repository = await open()
    const { id } = await repository.objects.writeFile({ path, device: stat.dev, inode: stat.ino, size: 3 })
    expect(new TextDecoder().decode(await readBack(repository, id))).toBe('odd')
  })
})

describe('a few small files', () => {
  test('are read without starting a worker', async () => {
    const at = await treeOf({ a: seededBytes('a', 10), b: seededBytes('b', 10) })
    const repository = await open({ workers: 1, workerUrl: CRASHING })
    const written = await Promise.all(['a', 'b'].map((name) => repository.objects.writeFile(fileAt(at(name)))))
    expect(written.map(({ newBytes }) => newBytes)).toEqual([10, 10])
  })
})

describe('failures of the pool', () => {
  test('a worker that crashes rejects everything, now and later', async () => {
    // Long enough for a worker: a few small files are read without one.
    const at = await treeOf({ a: seededBytes('a', 600_000) })
    const repository = await open({ workers: 1, workerUrl: CRASHING })
    await expect(repository.objects.writeFile(fileAt(at('a')))).rejects.toMatchObject({ code: 'CAIRN_INTERNAL' })
    await expect(repository.objects.writeFile(fileAt(at('a')))).rejects.toMatchObject({ code: 'CAIRN_INTERNAL' })
    await expect(repository.flush()).rejects.toMatchObject({ code: 'CAIRN_INTERNAL' })
  })

  test('an upload that fails rejects the files that are still to be read', async () => {
    const small = await testFormat({ maxPackSizeBytes: 10_000 })
    const storage = new FaultyStorage(new MapStorage(), [{ method: 'putBlob', prefix: 'p' }])
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, number) => [`f${number}`, seededBytes(`u ${number}`, 5000)]))
    const at = await treeOf(files)
    const repository = await open({ storage, format: small })
    const settled = await Promise.allSettled(Object.keys(files).map((name) => repository.objects.writeFile(fileAt(at(name)))))
    const last = settled.at(-1)
    expect(last).toMatchObject({ status: 'rejected', reason: { code: 'CAIRN_STORAGE_IO' } })
    await expect(repository.flush()).rejects.toMatchObject({ code: 'CAIRN_STORAGE_IO' })
  })

  test('closing rejects what still waits', async () => {
    const at = await treeOf({ a: seededBytes('a', 10) })
    const repository = await openTestRepository({ storage: new MapStorage(), format })
    const waiting = repository.objects.writeFile(fileAt(at('a')))
    const outcome = expect(waiting).rejects.toMatchObject({ code: 'CAIRN_INTERNAL' })
    await repository.close()
    await outcome
  })
})

describe('old repositories', () => {
  test('compress file data before it is hashed, which the object ID tells', async () => {
    const old = await testFormat({ indexVersion: 1, version: 1, splitter: 'FIXED-128K' })
    const text = new TextEncoder().encode('again and again '.repeat(1000))
    const mixed = new Uint8Array(200_000)
    mixed.set(seededBytes('noise', 131_072))
    const at = await treeOf({ text, mixed })
    const repository = await open({ format: old })
    const [small, large] = await Promise.all(
      ['text', 'mixed'].map((name) => repository.objects.writeFile(fileAt(at(name)), { compressor: 'gzip' })),
    )
    expect(small?.id).toMatch(/^Z/)
    expect(await repository.objects.writeBytes(text, { compressor: 'gzip' })).toMatchObject({ id: small?.id, newBytes: 0 })
    expect(Buffer.compare(await readBack(repository, small?.id ?? ''), text)).toBe(0)
    expect(Buffer.compare(await readBack(repository, large?.id ?? ''), mixed)).toBe(0)
    const directory = await repository.objects.writeBytes(text, { prefix: 'k', compressor: 'gzip' })
    expect(directory.id).toMatch(/^k/)
  })
})
