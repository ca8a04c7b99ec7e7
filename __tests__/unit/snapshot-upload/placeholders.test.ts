import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { estimateTree } from '../../../src/snapshot/estimate.ts'
import { executeRestore } from '../../../src/snapshot/restore/execute.ts'
import { planRestore } from '../../../src/snapshot/restore/plan.ts'
import { type FakeRepository, fakeRepository } from '../../support/fake-repository.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { openTestRepository, testFormat } from '../../support/test-repository.ts'
import { manifestOf, policiesOf, treeOf, type UploadChoices, upload } from '../../support/upload.ts'

/** A tree and what a shallow restore makes of it: `d/q` and `d/e` are placeholders, `t` is a file. */
async function shallow() {
  const root = await tempDir()
  mkdirSync(join(root, 'd/e'), { recursive: true })
  writeFileSync(join(root, 'd/q'), 'the real bytes of q')
  chmodSync(join(root, 'd/q'), 0o640)
  writeFileSync(join(root, 'd/e/w'), 'hi\n')
  writeFileSync(join(root, 't'), 'top')
  // Whole seconds: a restore sets no nanoseconds.
  for (const name of ['d/e/w', 'd/e', 'd/q', 'd', 't', '']) utimesSync(join(root, name), 1_700_000_000, 1_700_000_000)
  const repository = fakeRepository()
  const full = await upload(repository, root)
  const path = join(await tempDir(), 'sh')
  await executeRestore(repository.objects, planRestore(full.rootEntry, path), { shallowAtDepth: 1 })
  expect(existsSync(join(path, 'd/q.kopia-entry'))).toBe(true)
  return { repository, full, path, before: await treeOf(repository, full.rootEntry) }
}

async function uploaded(repository: FakeRepository, path: string, choices: UploadChoices = {}) {
  const result = await upload(repository, path, choices)
  return { result, tree: await treeOf(repository, result.rootEntry) }
}

test('placeholders of a shallow restore are stored as the entries that they describe', async () => {
  const { repository, path, before } = await shallow()
  const { result, tree } = await uploaded(repository, path)
  expect([...tree.keys()].sort()).toEqual(['', 'd', 'd/e', 'd/e/w', 'd/q', 't'])
  expect(tree.get('d/q')).toEqual(before.get('d/q'))
  expect(tree.get('d/e')?.objectId).toBe(before.get('d/e')?.objectId)
  expect(result).toMatchObject({ isComplete: true, failures: [], summary: { files: 3, dirs: 3, size: 25 } })
  expect(result.stats).toMatchObject({ dirCount: 3, fileCount: 1, nonCachedFiles: 2 })
})

test('the placeholder of a folder is stored with its size, as Kopia does', async () => {
  const { repository, path, before } = await shallow()
  const entry = `{"name":"e","type":"d","mode":"0755","size":3,"mtime":"2023-11-14T22:13:20Z","obj":"${before.get('d/e')?.objectId}","summ":{"size":3,"files":1,"symlinks":0,"dirs":1,"maxTime":"2023-11-14T22:13:20Z","numFailed":0}}`
  rmSync(join(path, 'd/e.kopia-entry/.kopia-entry'))
  writeFileSync(join(path, 'd/e.kopia-entry/.kopia-entry'), `${entry}\n`)
  const { tree } = await uploaded(repository, path)
  const bytes = repository.contents.get(tree.get('d')?.objectId ?? '')
  expect(Buffer.from(bytes ?? []).toString()).toContain(`{"stream":"kopia:directory","entries":[${entry},{"name":"q",`)
})

test('an unchanged folder of placeholders is stored alike the next time, and is no change', async () => {
  const { repository, path } = await shallow()
  const first = await uploaded(repository, path)
  const second = await uploaded(repository, path, { previous: [manifestOf(first.result)] })
  expect(second.result.rootEntry).toEqual(first.result.rootEntry)
  expect(second.result.changes).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 3, directories: 0 })
})

test('a folder that an older Cairn stored with its placeholder as a file is not taken to be the same', async () => {
  const { repository, path } = await shallow()
  const placeholder = join(path, 'd/q.kopia-entry')
  const aside = join(path, 'd/plain')
  renameSync(placeholder, aside)
  rmSync(join(path, 'd/e.kopia-entry'), { recursive: true })
  const old = await uploaded(repository, path)
  renameSync(aside, placeholder)
  const folder = old.tree.get('d')
  const bytes = Buffer.from(repository.contents.get(folder?.objectId ?? '') ?? [])
  const objectId = repository.put(Buffer.from(bytes.toString().replace('"plain"', '"q.kopia-entry"')), 'k')
  const root = Buffer.from(repository.contents.get(old.result.rootEntry.objectId) ?? [])
  const rootId = repository.put(Buffer.from(root.toString().replace(folder?.objectId ?? '', objectId)), 'k')
  const rootEntry = { ...old.result.rootEntry, objectId: rootId }
  const { tree } = await uploaded(repository, path, { previous: [{ ...manifestOf(old.result), rootEntry }] })
  expect([...tree.keys()].sort()).toEqual(['', 'd', 'd/q', 't'])
})

test('a folder that stood as a placeholder and is restored since is written anew', async () => {
  const { repository, path, full } = await shallow()
  const first = await uploaded(repository, path)
  rmSync(path, { recursive: true })
  await executeRestore(repository.objects, planRestore(full.rootEntry, path))
  const again = await uploaded(repository, path, { previous: [manifestOf(first.result)] })
  const fresh = await uploaded(repository, path)
  expect(again.result.rootEntry.objectId).toBe(fresh.result.rootEntry.objectId)
  expect(again.tree.get('d/e')?.writtenSize).toBeUndefined()
})

test('rules and policies know a placeholder by the name of what it stands for', async () => {
  const { repository, path } = await shallow()
  const { tree, result } = await uploaded(repository, path, { policies: policiesOf({ '': { files: { ignore: ['q', '*.kopia-entry'] } } }) })
  expect([...tree.keys()].sort()).toEqual(['', 'd', 'd/e', 'd/e/w', 't'])
  expect(result.stats.excludedFileCount).toBe(1)
})

test('a renamed placeholder is stored under its new name', async () => {
  const { repository, path, before } = await shallow()
  renameSync(join(path, 'd/q.kopia-entry'), join(path, 'd/r.kopia-entry'))
  const { tree } = await uploaded(repository, path)
  expect(tree.get('d/r')).toEqual({ ...before.get('d/q'), name: 'r' })
})

test.each<[string, (folder: string, repository: FakeRepository) => void]>([
  ['holds no JSON', (folder) => writeFileSync(join(folder, 'x.kopia-entry'), 'junk\n')],
  ['describes a link', (folder) => writeFileSync(join(folder, 'x.kopia-entry'), '{"name":"x","type":"s","obj":"aa"}')],
  ['names no object', (folder) => writeFileSync(join(folder, 'x.kopia-entry'), '{"name":"x","type":"f","obj":""}')],
  [
    'names an object of another repository',
    (folder) => writeFileSync(join(folder, 'x.kopia-entry'), `{"type":"f","obj":"${'ab'.repeat(16)}"}`),
  ],
  ['is a folder without an entry', (folder) => mkdirSync(join(folder, 'x.kopia-entry'))],
  [
    'leads to another file',
    (folder) => {
      mkdirSync(join(folder, 'x.kopia-entry'))
      symlinkSync('../q.kopia-entry', join(folder, 'x.kopia-entry/.kopia-entry'))
    },
  ],
])('a placeholder that %s is a failed entry', async (_, build) => {
  const { repository, path } = await shallow()
  build(join(path, 'd'), repository)
  const { result, tree } = await uploaded(repository, path)
  expect(result.failures).toMatchObject([{ path: 'd/x' }])
  expect(result.isComplete).toBe(false)
  expect([...tree.keys()].sort()).toEqual(['', 'd', 'd/e', 'd/e/w', 'd/q', 't'])
})

test('a placeholder beside what it stands for fails, and what is there is stored', async () => {
  const { repository, path } = await shallow()
  writeFileSync(join(path, 'd/q'), 'new')
  const { result, tree } = await uploaded(repository, path)
  expect(result.failures).toMatchObject([{ path: 'd/q' }])
  expect(tree.get('d/q')?.size).toBe(3)
})

test('errors of placeholders are ignored where the policy says so', async () => {
  const { repository, path } = await shallow()
  writeFileSync(join(path, 'd/x.kopia-entry'), 'junk')
  mkdirSync(join(path, 'd/y.kopia-entry'))
  const errorHandling = { ignoreFileErrors: true, ignoreDirectoryErrors: true }
  const { result } = await uploaded(repository, path, { policies: policiesOf({ d: { errorHandling } }) })
  expect(result).toMatchObject({ isComplete: true, failures: [] })
  expect(result.ignoredFailures.map(({ path: failed }) => failed).sort()).toEqual(['d/x', 'd/y'])
})

test('a link with the name of a placeholder is of no known type', async () => {
  const { repository, path } = await shallow()
  symlinkSync('q', join(path, 'd/l.kopia-entry'))
  const { result, tree } = await uploaded(repository, path)
  expect(result).toMatchObject({ isComplete: true, leftOut: { special: 1 } })
  expect(tree.has('d/l')).toBe(false)
  const strict = await uploaded(repository, path, { policies: policiesOf({ '': { errorHandling: { ignoreUnknownTypes: false } } }) })
  expect(strict.result.failures).toEqual([{ path: 'd/l', error: 'unknown or unsupported entry type' }])
})

test.each([
  ['d/q', 'd/q.kopia-entry', 'f'],
  ['d/e', 'd/e.kopia-entry', 'd'],
])('a source that is the placeholder of %s has its object', async (original, placeholder, type) => {
  const { repository, path, before } = await shallow()
  const { result } = await uploaded(repository, join(path, placeholder))
  expect(result.rootEntry).toMatchObject({ type, objectId: before.get(original)?.objectId, summary: { files: 1 } })
})

test('an estimate counts the placeholder of a file and passes over that of a folder', async () => {
  const { path } = await shallow()
  const size = readFileSync(join(path, 'd/q.kopia-entry')).length
  const estimate = await estimateTree(path, policiesOf({}).root, { maxExamples: 10 })
  expect(estimate).toMatchObject({ files: 2, bytes: 3 + size, directories: 2, errors: 0 })
})

test('a folder with placeholders is not read as a whole by a worker', async () => {
  const { path } = await shallow()
  const repository = await openTestRepository({ storage: new MapStorage(), format: await testFormat() })
  onTestFinished(() => repository.close())
  const result = await upload(repository, path)
  expect(result.failures.map(({ path: failed }) => failed).sort()).toEqual(['d/e', 'd/q'])
})
