import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { CairnError } from '../../../src/errors.ts'
import { restoreArchive } from '../../../src/snapshot/restore/archive.ts'
import { planRestore } from '../../../src/snapshot/restore/plan.ts'
import { tarHeader } from '../../../src/snapshot/restore/tar.ts'
import { fakeRepository } from '../../support/fake-repository.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { upload } from '../../support/upload.ts'

const LONG = 'ü'.repeat(80)

test.each([false, true])('an archive has all files, links and times, also with long names (compressed: %s)', async (isCompressed) => {
  const path = join(await tempDir(), 'source')
  mkdirSync(join(path, 'sub', LONG), { recursive: true })
  writeFileSync(join(path, 'sub', LONG, 'file'), 'deep')
  writeFileSync(join(path, 'large'), Buffer.alloc(5 * 1024 * 1024 + 1, 'large '))
  writeFileSync(join(path, 'empty'), '')
  utimesSync(join(path, 'empty'), 1_000_000_000, 1_000_000_000)
  symlinkSync('x'.repeat(150), join(path, 'link'))
  const repository = fakeRepository()
  const { rootEntry } = await upload(repository, path)
  const folder = await tempDir()
  const plan = planRestore(rootEntry, join(folder, 'out.tar'))
  const report = await restoreArchive(repository.objects, plan, { kind: isCompressed ? 'tgz' : 'tar' })
  expect(report).toMatchObject({ failureCount: 0, files: 3, symlinks: 1, directories: 3 })
  expect(readdirSync(folder)).toEqual(['out.tar'])
  const out = await tempDir()
  execFileSync('tar', [isCompressed ? 'xzf' : 'xf', join(folder, 'out.tar'), '-C', out])
  expect(readFileSync(join(out, 'sub', LONG, 'file'), 'utf8')).toBe('deep')
  expect(readFileSync(join(out, 'large')).equals(readFileSync(join(path, 'large')))).toBe(true)
  expect(readlinkSync(join(out, 'link'))).toBe('x'.repeat(150))
})

test.each(['zip', 'zip-nocompress'] as const)('a %s archive has files, folders and links with modes and times', async (kind) => {
  const path = join(await tempDir(), 'source')
  mkdirSync(join(path, 'sub'), { recursive: true })
  writeFileSync(join(path, 'sub', 'ü'), 'deep')
  writeFileSync(join(path, 'large'), Buffer.alloc(5 * 1024 * 1024 + 1, 'large '))
  writeFileSync(join(path, 'empty'), '')
  chmodSync(join(path, 'empty'), 0o640)
  utimesSync(join(path, 'empty'), 1_000_000_000, 1_000_000_000)
  symlinkSync('large', join(path, 'link'))
  const repository = fakeRepository()
  const { rootEntry } = await upload(repository, path)
  const target = join(await tempDir(), 'out.zip')
  const report = await restoreArchive(repository.objects, planRestore(rootEntry, target), { kind })
  expect(report).toMatchObject({ failureCount: 0, files: 3, symlinks: 1, directories: 2 })
  const entries = centralDirectory(readFileSync(target))
  expect(entries.map(({ name, mode, method }) => `${name} ${mode} ${method}`).sort()).toEqual([
    `empty 100640 ${kind === 'zip' ? 8 : 0}`,
    `large 100644 ${kind === 'zip' ? 8 : 0}`,
    'link 120777 0',
    'sub/ 40755 0',
    `sub/ü 100644 ${kind === 'zip' ? 8 : 0}`,
  ])
  expect(entries.find(({ name }) => name === 'empty')?.seconds).toBe(1_000_000_000)
  const large = entries.find(({ name }) => name === 'large')
  expect(large?.bytes.equals(readFileSync(join(path, 'large')))).toBe(true)
  expect(entries.find(({ name }) => name === 'link')?.bytes.toString()).toBe('large')
})

/** What a zip archive says of its entries, and their bytes. */
function centralDirectory(zip: Buffer) {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const entries: { name: string; mode: string; method: number; seconds: number; bytes: Buffer }[] = []
  for (let at = zip.readUInt32LE(end + 16); entries.length < zip.readUInt16LE(end + 10); ) {
    const nameLength = zip.readUInt16LE(at + 28)
    const extraLength = zip.readUInt16LE(at + 30)
    const local = zip.readUInt32LE(at + 42)
    const method = zip.readUInt16LE(at + 10)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const stored = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      mode: zip.readUInt16LE(at + 40).toString(8),
      method,
      seconds: zip.readUInt32LE(at + 46 + nameLength + 5),
      bytes: method === 8 ? inflateRawSync(stored) : stored,
    })
    at += 46 + nameLength + extraLength + zip.readUInt16LE(at + 32)
  }
  return entries
}

test('a damaged file is left out and named, and the archive is complete without it', async () => {
  const path = join(await tempDir(), 'source')
  mkdirSync(path)
  writeFileSync(join(path, 'bad'), 'bad')
  writeFileSync(join(path, 'good'), 'good')
  const repository = fakeRepository()
  const { rootEntry } = await upload(repository, path)
  const bad = [...repository.contents].find(([, bytes]) => Buffer.from(bytes).toString() === 'bad')?.[0] ?? ''
  repository.contents.delete(bad)
  const target = join(await tempDir(), 'out.tar')
  const report = await restoreArchive(repository.objects, planRestore(rootEntry, target), { kind: 'tar' })
  expect(report.failures).toMatchObject([{ path: 'bad', code: 'CAIRN_CONTENT_MISSING' }])
  expect(execFileSync('tar', ['tf', target], { encoding: 'utf8' })).toBe('good\n')
})

const SIZE = 5_000_000

test.each(['tar', 'tgz', 'zip', 'zip-nocompress'] as const)(
  'a large file that is damaged near its end is left out of a %s archive and named, and all others are whole',
  async (kind) => {
    const path = join(await tempDir(), 'source')
    mkdirSync(path)
    const noise = (seed: number) => {
      const bytes = Buffer.alloc(SIZE)
      for (let at = 0; at < bytes.length; at += 4) bytes.writeInt32LE(Math.imul(at + seed, 2654435761), at)
      return bytes
    }
    for (const [index, name] of ['a-large', 'b-bad', 'c-large'].entries()) writeFileSync(join(path, name), noise(index))
    writeFileSync(join(path, 'd-small'), 'small')
    const repository = fakeRepository()
    const { rootEntry } = await upload(repository, path)
    const open = repository.objects.open.bind(repository.objects)
    const bad = [...repository.contents].find(([, bytes]) => noise(1).equals(bytes))?.[0]
    repository.objects.open = async (id) => {
      const reader = await open(id)
      if (id !== bad) return reader
      const chunks = async function* () {
        for await (const chunk of reader.chunks()) yield chunk.subarray(0, SIZE - 7)
        throw new CairnError('CAIRN_CONTENT_MISSING', 'The last content is missing.')
      }
      return { length: reader.length, readAll: reader.readAll.bind(reader), chunks }
    }
    const target = join(await tempDir(), `out.${kind}`)
    const report = await restoreArchive(repository.objects, planRestore(rootEntry, target), { kind })
    expect(report.failures).toMatchObject([{ path: 'b-bad', code: 'CAIRN_CONTENT_MISSING' }])
    expect(report).toMatchObject({ files: 3, bytes: 2 * SIZE + 5, failureCount: 1 })
    const found = kind.startsWith('zip') ? centralDirectory(readFileSync(target)) : tarFiles(target, await tempDir())
    expect(found.map(({ name }) => name).sort()).toEqual(['a-large', 'c-large', 'd-small'])
    expect(found.find(({ name }) => name === 'a-large')?.bytes.equals(noise(0))).toBe(true)
    expect(found.find(({ name }) => name === 'c-large')?.bytes.equals(noise(2))).toBe(true)
    expect(found.find(({ name }) => name === 'd-small')?.bytes.toString()).toBe('small')
    expect(readFileSync(target).includes('b-bad')).toBe(false)
  },
)

function tarFiles(archive: string, folder: string) {
  execFileSync('tar', ['xf', archive, '-C', folder], { stdio: 'pipe' })
  return readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
}

test('a folder that does not exist is named, and nothing is left behind', async () => {
  const repository = fakeRepository()
  const path = join(await tempDir(), 'source')
  mkdirSync(path)
  const { rootEntry } = await upload(repository, path)
  const target = join(await tempDir(), 'absent/out.tar')
  await expect(restoreArchive(repository.objects, planRestore(rootEntry, target), { kind: 'tar' })).rejects.toMatchObject({
    code: 'CAIRN_RESTORE_TARGET',
  })
  expect(existsSync(target)).toBe(false)
})

test('numbers that do not fit the header are in a pax record', () => {
  const entry = {
    name: 'x',
    type: 'file',
    mode: 0o644,
    uid: 5_000_000,
    gid: 0,
    size: 2 ** 40,
    mtimeNs: -1_500_000_000n,
    link: new Uint8Array(0),
  } as const
  const text = Buffer.from(tarHeader(entry)).toString('latin1')
  expect(text).toContain('22 size=1099511627776\n')
  expect(text).toContain('15 uid=5000000\n')
  expect(text).toContain('12 mtime=-1\n')
})

test('a name that zip programs would put elsewhere is left out of a zip and named, and is in a tar', async () => {
  const path = join(await tempDir(), 'source')
  mkdirSync(path)
  for (const name of ['..\\..\\up', 'C:disk', 'good']) writeFileSync(join(path, name), name)
  const repository = fakeRepository()
  const { rootEntry } = await upload(repository, path)
  const folder = await tempDir()
  const zip = await restoreArchive(repository.objects, planRestore(rootEntry, join(folder, 'out.zip')), { kind: 'zip' })
  expect(zip.failures.map(({ path: name, code }) => `${name} ${code}`).sort()).toEqual([
    '..\\..\\up CAIRN_RESTORE_UNSAFE_NAME',
    'C:disk CAIRN_RESTORE_UNSAFE_NAME',
  ])
  expect(centralDirectory(readFileSync(join(folder, 'out.zip'))).map(({ name }) => name)).toEqual(['good'])
  const tar = await restoreArchive(repository.objects, planRestore(rootEntry, join(folder, 'out.tar')), { kind: 'tar' })
  expect(tar).toMatchObject({ files: 3, failureCount: 0 })
})
