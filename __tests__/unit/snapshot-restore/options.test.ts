import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { executeRestore } from '../../../src/snapshot/restore/execute.ts'
import { placeholderName, readPlaceholder } from '../../../src/snapshot/restore/placeholder.ts'
import { planRestore } from '../../../src/snapshot/restore/plan.ts'
import { fakeRepository } from '../../support/fake-repository.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { upload } from '../../support/upload.ts'

async function stored() {
  const path = join(await tempDir(), 'source')
  mkdirSync(join(path, 'sub/deep'), { recursive: true })
  writeFileSync(join(path, 'a.txt'), 'hello')
  writeFileSync(join(path, 'sub/deep/d.txt'), 'deep')
  writeFileSync(join(path, 'sub/long'), 'x'.repeat(5000))
  symlinkSync('a.txt', join(path, 'link'))
  const repository = fakeRepository()
  const { rootEntry } = await upload(repository, path)
  const target = join(await tempDir(), 'target')
  return { repository, rootEntry, target, plan: planRestore(rootEntry, target) }
}

test('a shallow restore writes placeholders below the depth, and links and short files as they are', async () => {
  const { repository, target, plan } = await stored()
  const report = await executeRestore(repository.objects, plan, { shallowAtDepth: 1, shallowMinSizeBytes: 10 })
  expect(report).toMatchObject({ failureCount: 0, files: 2, directories: 3, symlinks: 1 })
  expect(readdirSync(target).sort()).toEqual(['a.txt', 'link', 'sub'])
  expect(readdirSync(join(target, 'sub')).sort()).toEqual(['deep.kopia-entry', 'long.kopia-entry'])
  expect(readPlaceholder(join(target, 'sub/long.kopia-entry'))).toMatchObject({ name: 'long', type: 'f', size: 5000 })
  expect(lstatSync(join(target, 'sub/long.kopia-entry')).mode & 0o222).toBe(0)
  expect(readPlaceholder(join(target, 'sub/deep.kopia-entry'))).toMatchObject({ name: 'deep', type: 'd' })
  // As Kopia writes it, with the size that directory objects leave out.
  const { size, summ } = JSON.parse(readFileSync(join(target, 'sub/deep.kopia-entry/.kopia-entry'), 'utf8'))
  expect(size).toBe(summ.size)
})

test('expanding a placeholder restores what it stands for and removes it', async () => {
  const { repository, target, plan } = await stored()
  await executeRestore(repository.objects, plan, { shallowAtDepth: 0 })
  const entry = readPlaceholder(join(target, 'sub.kopia-entry'))
  const report = await executeRestore(repository.objects, planRestore(entry, join(target, 'sub')), { shallowAtDepth: 0, isExpanding: true })
  expect(report.failureCount).toBe(0)
  expect(existsSync(join(target, 'sub.kopia-entry'))).toBe(false)
  expect(readdirSync(join(target, 'sub')).sort()).toEqual(['deep.kopia-entry', 'long.kopia-entry'])
})

test('no placeholder is put beside what it stands for', async () => {
  const { repository, target, plan } = await stored()
  mkdirSync(target)
  writeFileSync(join(target, 'a.txt'), 'mine')
  const report = await executeRestore(repository.objects, plan, { shallowAtDepth: 0 })
  expect(report.failures).toMatchObject([{ path: 'a.txt', code: 'CAIRN_RESTORE_EXISTS' }])
  expect(existsSync(join(target, 'a.txt.kopia-entry'))).toBe(false)
})

test('names that would become too long have no placeholder', () => {
  expect(placeholderName('x'.repeat(243))).toBe(`${'x'.repeat(243)}.kopia-entry`)
  expect(placeholderName('x'.repeat(244))).toBeUndefined()
})

test.each([{ useDescriptors: true }, { useDescriptors: false }])(
  'delete-extra removes what is not in the snapshot, and no target of a link',
  async (choice) => {
    const { repository, target, plan } = await stored()
    await executeRestore(repository.objects, plan, choice)
    const outside = join(await tempDir(), 'outside')
    mkdirSync(outside)
    writeFileSync(join(outside, 'precious'), 'p')
    mkdirSync(join(target, 'extra/below'), { recursive: true })
    writeFileSync(join(target, 'extra/below/file'), '1')
    symlinkSync(outside, join(target, 'extra/below/out'))
    symlinkSync(outside, join(target, 'sub/out'))
    writeFileSync(join(target, 'sub/more'), '2')
    const report = await executeRestore(repository.objects, plan, { ...choice, deleteExtra: true })
    expect(report).toMatchObject({ failureCount: 0, deletedDirectories: 1, deletedFiles: 1, deletedSymlinks: 1 })
    expect(readdirSync(target).sort()).toEqual(['a.txt', 'link', 'sub'])
    expect(readdirSync(join(target, 'sub')).sort()).toEqual(['deep', 'long'])
    expect(readFileSync(join(outside, 'precious'), 'utf8')).toBe('p')
  },
)

test('delete-extra makes room where the snapshot has another kind of thing', async () => {
  const { repository, target, plan } = await stored()
  mkdirSync(join(target, 'a.txt'), { recursive: true })
  writeFileSync(join(target, 'sub'), 'a file')
  const report = await executeRestore(repository.objects, plan, { deleteExtra: true })
  expect(report.failureCount).toBe(0)
  expect(readFileSync(join(target, 'a.txt'), 'utf8')).toBe('hello')
  expect(lstatSync(join(target, 'sub')).isDirectory()).toBe(true)
})

test('a sparse file has all its bytes and fewer blocks', async () => {
  const path = join(await tempDir(), 'source')
  mkdirSync(path)
  const bytes = Buffer.alloc(1024 * 1024)
  bytes.write('middle', 500_000)
  writeFileSync(join(path, 'holes'), bytes)
  const repository = fakeRepository()
  const { rootEntry } = await upload(repository, path)
  const target = join(await tempDir(), 'target')
  await executeRestore(repository.objects, planRestore(rootEntry, target), { writeSparseFiles: true, flushFiles: true })
  expect(readFileSync(join(target, 'holes')).equals(bytes)).toBe(true)
  expect(lstatSync(join(target, 'holes')).blocks * 512).toBeLessThan(bytes.length / 2)
})
