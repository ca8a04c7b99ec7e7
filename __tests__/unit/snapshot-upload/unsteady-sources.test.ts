import { appendFileSync, chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CairnError } from '../../../src/errors.ts'
import { fakeRepository } from '../../support/fake-repository.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { policiesOf, treeOf, upload } from '../../support/upload.ts'

const asRoot = process.getuid?.() === 0

/** Files `one` and `two`; `change` runs when `two` is about to be read. */
async function changing(change: (file: string) => void) {
  const path = await tempDir()
  writeFileSync(join(path, 'one'), '1111')
  writeFileSync(join(path, 'two'), '2222')
  const repository = fakeRepository()
  let isDone = false
  repository.beforeFile = (file) => {
    if (isDone || !file.path.toString().endsWith('/two')) return
    isDone = true
    change(file.path.toString())
  }
  const result = await upload(repository, path)
  return { result, tree: await treeOf(repository, result.rootEntry), repository, path }
}

test('a file that vanishes before it is read is left out and counted', async () => {
  const { result, tree } = await changing((file) => rmSync(file))
  expect([...tree.keys()]).toEqual(['', 'one'])
  expect(result).toMatchObject({ isComplete: true, leftOut: { vanished: 1 }, failures: [] })
})

test.each([
  ['grows', (file: string) => appendFileSync(file, '33'), 6],
  ['shrinks', (file: string) => truncateSync(file, 1), 1],
])('a file that %s while it is read gets the size of the stored bytes and a warning', async (_, change, size) => {
  const { result, tree, repository } = await changing(change)
  const stored = tree.get('two')
  expect(stored?.size).toBe(size)
  expect(repository.contents.get(stored?.objectId ?? '')).toHaveLength(size)
  expect(result.summary.size).toBe(4 + size)
  expect(result.warnings).toEqual(['1 files changed their size while they were read: "two"'])
})

test('a file that is replaced by another file is read as it is now', async () => {
  const { tree, repository } = await changing((file) => {
    writeFileSync(`${file}.new`, 'newer bytes')
    chmodSync(`${file}.new`, 0o600)
    renameSync(`${file}.new`, file)
  })
  const stored = tree.get('two')
  expect(stored).toMatchObject({ size: 11, mode: 0o600, name: 'two' })
  expect(Buffer.from(repository.contents.get(stored?.objectId ?? '') ?? []).toString()).toBe('newer bytes')
})

test('a file that is replaced by a link to a secret fails and the secret is never stored', async () => {
  const secret = join(await tempDir(), 'secret')
  writeFileSync(secret, 'the canary')
  const { result, tree, repository } = await changing((file) => {
    rmSync(file)
    symlinkSync(secret, file)
  })
  expect([...tree.keys()]).toEqual(['', 'one'])
  expect(result.failures).toMatchObject([{ path: 'two' }])
  for (const bytes of repository.contents.values()) expect(Buffer.from(bytes).toString()).not.toContain('canary')
})

test('a file that cannot be read fails, or is an ignored error when the policy of its folder says so', async () => {
  const path = await tempDir()
  mkdirSync(join(path, 'sub'))
  writeFileSync(join(path, 'bad'), '')
  writeFileSync(join(path, 'sub/bad'), '')
  writeFileSync(join(path, 'sub/good'), '')
  const repository = fakeRepository()
  repository.beforeFile = ({ path: file }) => {
    if (file.toString().endsWith('/bad')) throw new CairnError('CAIRN_FILE_UNREADABLE', 'permission denied')
  }
  const policies = policiesOf({ sub: { errorHandling: { ignoreFileErrors: true } } })
  const result = await upload(repository, path, { policies })
  expect([...(await treeOf(repository, result.rootEntry)).keys()]).toEqual(['', 'sub', 'sub/good'])
  expect(result.failures).toEqual([{ path: 'bad', error: 'permission denied' }])
  expect(result.ignoredFailures).toEqual([{ path: 'sub/bad', error: 'permission denied' }])
  expect(result.summary).toMatchObject({ numFailed: 1, numIgnoredErrors: 1, errors: [{ path: 'bad' }, { path: 'sub/bad' }] })
  expect(result.stats).toMatchObject({ errorCount: 1, ignoredErrorCount: 1 })
})

test.skipIf(asRoot)(
  'a directory that cannot be listed fails by its own policy and its siblings stay (needs an ordinary user)',
  async () => {
    const path = await tempDir()
    for (const name of ['locked', 'ignored', 'open']) mkdirSync(join(path, name))
    chmodSync(join(path, 'locked'), 0)
    chmodSync(join(path, 'ignored'), 0)
    const policies = policiesOf({ ignored: { errorHandling: { ignoreDirectoryErrors: true } } })
    const repository = fakeRepository()
    const result = await upload(repository, path, { policies })
    expect([...(await treeOf(repository, result.rootEntry)).keys()]).toEqual(['', 'open'])
    expect(result.failures).toMatchObject([{ path: 'locked' }])
    expect(result.ignoredFailures).toMatchObject([{ path: 'ignored' }])
  },
)

test('an error of the storage ends the upload with that error', async () => {
  const path = await tempDir()
  for (let i = 0; i < 50; i++) {
    mkdirSync(join(path, `d${i}`))
    writeFileSync(join(path, `d${i}/file`), `${i}`)
  }
  const repository = fakeRepository()
  let count = 0
  repository.beforeFile = () => {
    if (++count === 10) throw new CairnError('CAIRN_STORAGE_FULL', 'The store is full.')
  }
  await expect(upload(repository, path)).rejects.toMatchObject({ code: 'CAIRN_STORAGE_FULL' })
})

test('an upload that was cancelled before it began does nothing', async () => {
  const repository = fakeRepository()
  await expect(upload(repository, await tempDir(), { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
  expect(repository.writes).toEqual([])
})
