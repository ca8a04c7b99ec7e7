import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
  const report = await restoreArchive(repository.objects, plan, { isCompressed })
  expect(report).toMatchObject({ failureCount: 0, files: 3, symlinks: 1, directories: 3 })
  expect(readdirSync(folder)).toEqual(['out.tar'])
  const out = await tempDir()
  execFileSync('tar', [isCompressed ? 'xzf' : 'xf', join(folder, 'out.tar'), '-C', out])
  expect(readFileSync(join(out, 'sub', LONG, 'file'), 'utf8')).toBe('deep')
  expect(readFileSync(join(out, 'large')).equals(readFileSync(join(path, 'large')))).toBe(true)
  expect(readlinkSync(join(out, 'link'))).toBe('x'.repeat(150))
})

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
  const report = await restoreArchive(repository.objects, planRestore(rootEntry, target), { isCompressed: false })
  expect(report.failures).toMatchObject([{ path: 'bad', code: 'CAIRN_CONTENT_MISSING' }])
  expect(execFileSync('tar', ['tf', target], { encoding: 'utf8' })).toBe('good\n')
})

test('a folder that does not exist is named, and nothing is left behind', async () => {
  const repository = fakeRepository()
  const path = join(await tempDir(), 'source')
  mkdirSync(path)
  const { rootEntry } = await upload(repository, path)
  const target = join(await tempDir(), 'absent/out.tar')
  await expect(restoreArchive(repository.objects, planRestore(rootEntry, target), { isCompressed: false })).rejects.toMatchObject({
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
