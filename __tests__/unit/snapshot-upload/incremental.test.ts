import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type FakeRepository, fakeRepository } from '../../support/fake-repository.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { manifestOf, treeOf, upload } from '../../support/upload.ts'

/** Two files, a link, a directory with a file, and an empty directory, all with the time `seconds`. */
function checkout(path: string, seconds: number): void {
  mkdirSync(join(path, 'dir'), { recursive: true })
  mkdirSync(join(path, 'empty'), { recursive: true })
  writeFileSync(join(path, 'a'), 'aaaa')
  writeFileSync(join(path, 'b'), 'bbbb')
  writeFileSync(join(path, 'dir/c'), 'cccc')
  symlinkSync('a', join(path, 'link'))
  setTimes(path, seconds)
}

function setTimes(path: string, seconds: number): void {
  for (const name of ['a', 'b', 'dir/c', 'dir', 'empty', '.']) utimesSync(join(path, name), seconds, seconds)
}

function filesRead(repository: FakeRepository, from: number): string[] {
  return repository.writes
    .slice(from)
    .flatMap(({ path }) => (path === undefined ? [] : [path.split('/').at(-1) ?? '']))
    .sort()
}

test('reads nothing when nothing changed and gives the same root object', async () => {
  const path = await tempDir()
  checkout(path, 1000)
  const repository = fakeRepository()
  const first = await upload(repository, path)
  expect(first.changes).toEqual({ added: 4, changed: 0, removed: 0, unchanged: 0, directories: 3 })
  const before = repository.writes.length
  const second = await upload(repository, path, { previous: [manifestOf(first)] })
  expect(filesRead(repository, before)).toEqual([])
  expect(second.rootEntry.objectId).toBe(first.rootEntry.objectId)
  expect(second.changes).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 4, directories: 0 })
  expect(second.stats).toMatchObject({ fileCount: 0, cachedFiles: 4, nonCachedFiles: 0, totalSize: 13 })
  expect(second).toMatchObject({ newBytes: 0, comparedWith: 'm1' })
})

test('reads again what has another time, size, mode or owner, and counts only real changes', async () => {
  const path = await tempDir()
  checkout(path, 1000)
  const repository = fakeRepository()
  const first = await upload(repository, path)
  const before = repository.writes.length
  chmodSync(join(path, 'a'), 0o600)
  utimesSync(join(path, 'b'), 2000, 2000)
  writeFileSync(join(path, 'dir/c'), 'CCCC!')
  const second = await upload(repository, path, { previous: [manifestOf(first)] })
  expect(filesRead(repository, before)).toEqual(['a', 'b', 'c'])
  expect(second.changes).toEqual({ added: 0, changed: 2, removed: 0, unchanged: 2, directories: 0 })
})

test('counts added and removed entries, also in directories that came and went', async () => {
  const path = await tempDir()
  checkout(path, 1000)
  const repository = fakeRepository()
  const first = await upload(repository, path)
  rmSync(join(path, 'b'))
  renameSync(join(path, 'dir'), join(path, 'moved'))
  rmSync(join(path, 'link'))
  mkdirSync(join(path, 'link'))
  writeFileSync(join(path, 'link/new'), 'x')
  const second = await upload(repository, path, { previous: [manifestOf(first)] })
  expect(second.changes).toEqual({ added: 2, changed: 0, removed: 3, unchanged: 1, directories: 3 })
})

test('a fresh checkout reads all files, stores no content again and counts nothing as changed', async () => {
  const [old, fresh] = [await tempDir(), await tempDir()]
  checkout(old, 1000)
  checkout(fresh, 5000)
  const repository = fakeRepository()
  const first = await upload(repository, old)
  const second = await upload(repository, fresh, { previous: [manifestOf(first)] })
  expect(second.changes).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 4, directories: 0 })
  expect(second.rootEntry.objectId).not.toBe(first.rootEntry.objectId)
  expect(second.newBytes).toBe(0)
  const tree = await treeOf(repository, second.rootEntry)
  expect(tree.get('a')).toMatchObject({ mtimeNs: 5_000_000_000_000n })
})

test('keeping times gives a fresh checkout the same root object', async () => {
  const [old, fresh] = [await tempDir(), await tempDir()]
  checkout(old, 1000)
  checkout(fresh, 5000)
  const repository = fakeRepository()
  const first = await upload(repository, old)
  const second = await upload(repository, fresh, { previous: [manifestOf(first)], keepTimes: 'unchanged' })
  expect(second.rootEntry).toMatchObject({ objectId: first.rootEntry.objectId, mtimeNs: first.rootEntry.mtimeNs })
  expect(second.newBytes).toBe(0)
})

test('keeping times still stores the new time of what changed, and of the directories above it', async () => {
  const [old, fresh] = [await tempDir(), await tempDir()]
  checkout(old, 1000)
  checkout(fresh, 5000)
  writeFileSync(join(fresh, 'dir/c'), 'CCCC')
  utimesSync(join(fresh, 'dir/c'), 6000, 6000)
  utimesSync(join(fresh, 'dir'), 6000, 6000)
  const repository = fakeRepository()
  const first = await upload(repository, old)
  const second = await upload(repository, fresh, { previous: [manifestOf(first)], keepTimes: 'unchanged' })
  const tree = await treeOf(repository, second.rootEntry)
  expect(tree.get('a')?.mtimeNs).toBe(1_000_000_000_000n)
  expect(tree.get('empty')?.mtimeNs).toBe(1_000_000_000_000n)
  expect(tree.get('dir/c')?.mtimeNs).toBe(6_000_000_000_000n)
  expect(tree.get('dir')?.mtimeNs).toBe(6_000_000_000_000n)
})

test('reuses entries of any previous tree and of a base, and compares with the first', async () => {
  const path = await tempDir()
  checkout(path, 1000)
  const repository = fakeRepository()
  const base = await upload(repository, path)
  const empty = await upload(repository, await tempDir())
  const before = repository.writes.length
  const result = await upload(repository, path, { previous: [manifestOf(empty, 'm0')], bases: [base.rootEntry] })
  expect(filesRead(repository, before)).toEqual([])
  expect(result.comparedWith).toBe('m0')
  expect(result.changes).toMatchObject({ added: 4, unchanged: 0 })
  const alone = await upload(repository, path, { bases: [base.rootEntry] })
  expect(alone.comparedWith).toBe(base.rootEntry.objectId)
  expect(alone.changes).toMatchObject({ added: 0, unchanged: 4 })
})

test('a previous directory that is damaged counts as absent', async () => {
  const path = await tempDir()
  checkout(path, 1000)
  const repository = fakeRepository()
  const first = await upload(repository, path)
  const dir = (await treeOf(repository, first.rootEntry)).get('dir')
  repository.contents.delete(dir?.objectId ?? '')
  const before = repository.writes.length
  const second = await upload(repository, path, { previous: [manifestOf(first)] })
  expect(filesRead(repository, before)).toEqual(['c'])
  expect(second.rootEntry.objectId).toBe(first.rootEntry.objectId)
})

test('hashes what could be reused when it is told to', async () => {
  const path = await tempDir()
  checkout(path, 1000)
  const repository = fakeRepository()
  const first = await upload(repository, path)
  const before = repository.writes.length
  await upload(repository, path, { previous: [manifestOf(first)], isHashForced: (name) => name === 'dir/c' })
  expect(filesRead(repository, before)).toEqual(['c'])
})
