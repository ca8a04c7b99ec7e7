import {
  chmodSync,
  chownSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { executeRestore } from '../../../src/snapshot/restore/execute.ts'
import { planRestore } from '../../../src/snapshot/restore/plan.ts'
import { fakeRepository } from '../../support/fake-repository.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { upload } from '../../support/upload.ts'

const asRoot = process.getuid?.() === 0

/** What a person would compare: kind, mode, owner, time to the microsecond, bytes. */
function describeTree(path: string, relative = ''): Record<string, unknown> {
  const stat = lstatSync(path, { bigint: true })
  const facts = { mode: Number(stat.mode), uid: Number(stat.uid), gid: Number(stat.gid), us: stat.mtimeNs / 1000n }
  if (stat.isSymbolicLink()) return { [relative]: { ...facts, target: readlinkSync(path) } }
  if (stat.isFile()) return { [relative]: { ...facts, content: readFileSync(path).toString('base64') } }
  const below = readdirSync(path).map((name) => describeTree(join(path, name), `${relative}/${name}`))
  return Object.assign({ [relative]: facts }, ...below)
}

async function roundTrip(path: string, choices = {}) {
  const repository = fakeRepository()
  const { rootEntry } = await upload(repository, path)
  const target = join(await removableDir(), 'new/target')
  const plan = planRestore(rootEntry, target)
  const report = await executeRestore(repository.objects, plan, choices)
  return { repository, rootEntry, target, report, plan }
}

/** A temporary directory that can be removed although read-only directories are made in it. */
async function removableDir(): Promise<string> {
  const path = await tempDir()
  onTestFinished(() => {
    for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), 0o700)
    }
  })
  return path
}

async function oddTree(): Promise<string> {
  const path = await removableDir()
  mkdirSync(join(path, 'deep/er/est'), { recursive: true })
  mkdirSync(join(path, 'empty'))
  writeFileSync(join(path, 'deep/er/est/file'), 'deep')
  writeFileSync(join(path, 'zero'), '')
  writeFileSync(join(path, 'large'), Buffer.alloc(3 * 1024 * 1024 + 17, 'large '))
  writeFileSync(join(path, 'line\nbreak ü 😀'), 'odd')
  writeFileSync(join(path, 'setuid'), '#!')
  chmodSync(join(path, 'setuid'), 0o6755)
  writeFileSync(join(path, 'none'), 'no permissions')
  chmodSync(join(path, 'none'), asRoot ? 0 : 0o400)
  symlinkSync('deep', join(path, 'link'))
  symlinkSync('/does/not/exist', join(path, 'dangling'))
  mkdirSync(join(path, 'readonly'))
  writeFileSync(join(path, 'readonly/inside'), 'x')
  utimesSync(join(path, 'zero'), '-300000000.5', '-300000000.5')
  utimesSync(join(path, 'setuid'), '1700000000.123456', '1700000000.123456')
  utimesSync(join(path, 'none'), '4102444800', '4102444800')
  lutimesSync(join(path, 'link'), '-1', '-1')
  utimesSync(join(path, 'readonly'), '-86400.25', '-86400.25')
  chmodSync(join(path, 'readonly'), 0o1555)
  for (const name of ['deep/er/est', 'deep/er', 'deep', 'empty']) utimesSync(join(path, name), '1234567890.75', '1234567890.75')
  utimesSync(path, '1000000000.5', '1000000000.5')
  return path
}

test('what is restored equals what was uploaded: bytes, modes, links, and times to the microsecond, also before 1970', async () => {
  const path = await oddTree()
  const { target, report, plan } = await roundTrip(path)
  expect(report).toMatchObject({ failureCount: 0, files: 7, symlinks: 2, directories: 6 })
  expect(plan.expected).toMatchObject({ files: 7, symlinks: 2, directories: 6, bytes: report.bytes })
  expect(describeTree(target)).toEqual(describeTree(path))
})

test('the same without descriptors', async () => {
  const path = await oddTree()
  const { target, report } = await roundTrip(path, { useDescriptors: false })
  expect(report.failureCount).toBe(0)
  expect(describeTree(target)).toEqual(describeTree(path))
})

test.runIf(asRoot)('restores owners, and setuid after the owner (needs root)', async () => {
  const path = await tempDir()
  writeFileSync(join(path, 'file'), 'x')
  chownSync(join(path, 'file'), 1001, 1002)
  chmodSync(join(path, 'file'), 0o4711)
  mkdirSync(join(path, 'dir'))
  chownSync(join(path, 'dir'), 1003, 0)
  const { target, report } = await roundTrip(path)
  expect(lstatSync(join(target, 'file'))).toMatchObject({ uid: 1001, gid: 1002 })
  expect(lstatSync(join(target, 'file')).mode & 0o7777).toBe(0o4711)
  expect(lstatSync(join(target, 'dir')).uid).toBe(1003)
  expect(report.losses).toMatchObject({ owners: 0, specialBits: 0 })
})

test('restoring over an earlier restore replaces changed files and keeps others', async () => {
  const path = await oddTree()
  const { repository, rootEntry, target } = await roundTrip(path)
  writeFileSync(join(target, 'zero'), 'changed')
  writeFileSync(join(target, 'mine'), 'mine')
  const report = await executeRestore(repository.objects, planRestore(rootEntry, target))
  expect(report.failureCount).toBe(0)
  expect(readFileSync(join(target, 'zero'), 'utf8')).toBe('')
  expect(readFileSync(join(target, 'mine'), 'utf8')).toBe('mine')
})

test('skipExisting leaves files of the same size and time, and links', async () => {
  const path = await oddTree()
  const { repository, rootEntry, target } = await roundTrip(path)
  writeFileSync(join(target, 'setuid'), 'longer')
  const report = await executeRestore(repository.objects, planRestore(rootEntry, target), { skipExisting: true })
  expect(report).toMatchObject({ files: 1, skipped: 8, failureCount: 0 })
})

test.each([
  ['overwriteFiles', 7],
  ['overwriteSymlinks', 2],
] as const)('without %s each existing one is a failure', async (option, count) => {
  const path = await oddTree()
  const { repository, rootEntry, target } = await roundTrip(path)
  const report = await executeRestore(repository.objects, planRestore(rootEntry, target), { [option]: false })
  expect(report.failureCount).toBe(count)
  expect(new Set(report.failures.map((failure) => failure.code))).toEqual(new Set(['CAIRN_RESTORE_EXISTS']))
})

test('without overwriteDirectories a target that is not empty is refused', async () => {
  const path = await oddTree()
  const { repository, rootEntry, target } = await roundTrip(path)
  const plan = planRestore(rootEntry, target)
  await expect(executeRestore(repository.objects, plan, { overwriteDirectories: false })).rejects.toMatchObject({
    code: 'CAIRN_RESTORE_EXISTS',
  })
})

test('skipTimes and skipPermissions leave what the system gives', async () => {
  const path = await oddTree()
  const before = Date.now() - 5000
  const { target } = await roundTrip(path, { skipTimes: true, skipPermissions: true })
  expect(lstatSync(join(target, 'zero')).mtimeMs).toBeGreaterThan(before)
  expect(lstatSync(join(target, 'setuid')).mode & 0o7777).toBe(0o600)
})

test('restores a single file under the name of the target', async () => {
  const path = await tempDir()
  writeFileSync(join(path, 'file'), 'hello')
  const { target, report } = await roundTrip(join(path, 'file'))
  expect(report).toMatchObject({ files: 1, bytes: 5 })
  expect(readFileSync(target, 'utf8')).toBe('hello')
})

test('cancelling leaves no temporary file and nothing half written under its final name', async () => {
  const path = await oddTree()
  const repository = fakeRepository()
  const { rootEntry } = await upload(repository, path)
  const cancel = new AbortController()
  const { open } = repository.objects
  let count = 0
  repository.objects.open = async (id) => {
    if (++count === 8) cancel.abort()
    return await open(id)
  }
  const target = join(await removableDir(), 'target')
  const running = executeRestore(repository.objects, planRestore(rootEntry, target), { signal: cancel.signal, parallel: 3 })
  await expect(running).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
  expect(readdirSync(target, { recursive: true }).filter((name) => name.toString().includes('.cairn-restore'))).toEqual([])
})
