import { appendFileSync, chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CairnError } from '../../../src/errors.ts'
import { inlineLane } from '../../../src/snapshot/upload/scout/lane.ts'
import { FolderScout } from '../../../src/snapshot/upload/scout/scout.ts'
import { fakeRepository } from '../../support/fake-repository.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { policiesOf, treeOf, type UploadChoices, upload } from '../../support/upload.ts'

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

test('a file that is replaced by a link to a secret is stored as the link, and the secret never', async () => {
  const secret = join(await tempDir(), 'secret')
  writeFileSync(secret, 'the canary')
  const { result, tree, repository } = await changing((file) => {
    rmSync(file)
    symlinkSync(secret, file)
  })
  expect(result).toMatchObject({ isComplete: true, failures: [], summary: { files: 1, symlinks: 1 } })
  expect(tree.get('two')).toMatchObject({ type: 's', size: secret.length })
  for (const bytes of repository.contents.values()) expect(Buffer.from(bytes).toString()).not.toContain('canary')
})

test('a file that is replaced by a folder fails', async () => {
  const { result, tree } = await changing((file) => {
    rmSync(file)
    mkdirSync(file)
  })
  expect([...tree.keys()]).toEqual(['', 'one'])
  expect(result.failures).toMatchObject([{ path: 'two' }])
})

test('a link that is replaced by a file is stored as the file', async () => {
  const path = await tempDir()
  const link = join(path, 'link')
  symlinkSync('nowhere', link)
  const { scout } = changingScout(
    '',
    (folder) => {
      rmSync(join(folder, 'link'))
      writeFileSync(join(folder, 'link'), 'a file now')
    },
    'after',
  )
  const repository = fakeRepository()
  const result = await upload(repository, path, { scout })
  const stored = (await treeOf(repository, result.rootEntry)).get('link')
  expect(result).toMatchObject({ isComplete: true, failures: [] })
  expect(stored).toMatchObject({ type: 'f', size: 10 })
  expect(Buffer.from(repository.contents.get(stored?.objectId ?? '') ?? []).toString()).toBe('a file now')
})

/** A scout that changes the folder called `name` right before it is looked at for the first time, or the first few, or after that. */
function changingScout(name: string, change: (folder: string) => void, when: 'before' | 'after' = 'before', most = 1) {
  let times = 0
  const scout = new FolderScout((listener) => {
    const lane = inlineLane(listener)
    return {
      ...lane,
      send(message) {
        const looked = message.kind === 'look' ? message.requests.find(({ path }) => path.toString().endsWith(name)) : undefined
        const isNow = looked !== undefined && times++ < most
        if (isNow && when === 'before') change(looked.path.toString())
        lane.send(message)
        if (isNow && when === 'after') change(looked.path.toString())
      },
    }
  })
  return { scout }
}

/** Folder `sub` with a file, replaced when it is about to be listed. */
async function replacing(change: (folder: string) => void, choices: UploadChoices = {}) {
  const path = await tempDir()
  mkdirSync(join(path, 'sub/below'), { recursive: true })
  writeFileSync(join(path, 'sub/old'), 'old')
  writeFileSync(join(path, 'other'), 'other')
  const repository = fakeRepository()
  const result = await upload(repository, path, { ...changingScout('/sub', change), ...choices })
  return { result, tree: await treeOf(repository, result.rootEntry), repository, path }
}

function newFolder(folder: string): void {
  // Moved away first: a folder that is made after another was removed may get its inode.
  renameSync(folder, `${folder}.old`)
  mkdirSync(folder)
  chmodSync(folder, 0o711)
  writeFileSync(join(folder, 'fresh'), 'fresh')
  rmSync(`${folder}.old`, { recursive: true })
}

test('a folder that is replaced by another before it is listed is stored as it is now', async () => {
  const { result, tree } = await replacing(newFolder)
  expect([...tree.keys()].sort()).toEqual(['', 'other', 'sub', 'sub/fresh'])
  expect(tree.get('sub')).toMatchObject({ type: 'd', mode: 0o711 })
  expect(result).toMatchObject({ isComplete: true, failures: [], leftOut: { vanished: 0 }, stats: { dirCount: 2, fileCount: 2 } })
})

test('a folder that is replaced whenever somebody is asked about it is stored, for the second time nobody is', async () => {
  const path = await tempDir()
  mkdirSync(join(path, 'sub'))
  const { scout } = changingScout('/sub', newFolder, 'before', 10)
  const repository = fakeRepository()
  const result = await upload(repository, path, { scout })
  expect(result).toMatchObject({ isComplete: true, failures: [] })
  expect([...(await treeOf(repository, result.rootEntry)).keys()].sort()).toEqual(['', 'sub', 'sub/fresh'])
})

test('a folder that is replaced by a file is stored as that file', async () => {
  const { result, tree } = await replacing((folder) => {
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'a file now')
  })
  expect([...tree.keys()].sort()).toEqual(['', 'other', 'sub'])
  expect(tree.get('sub')).toMatchObject({ type: 'f', size: 10 })
  expect(result).toMatchObject({ isComplete: true, leftOut: { vanished: 0 }, stats: { dirCount: 1, fileCount: 2 } })
})

test.each([
  ['another folder', '.'],
  ['nothing', 'nowhere'],
])('a folder that is replaced by a link to %s is stored as that link', async (_, to) => {
  const elsewhere = await tempDir()
  writeFileSync(join(elsewhere, 'secret'), 'the canary')
  const { result, tree, repository } = await replacing((folder) => {
    rmSync(folder, { recursive: true })
    symlinkSync(join(elsewhere, to), folder)
  })
  expect([...tree.keys()].sort()).toEqual(['', 'other', 'sub'])
  expect(tree.get('sub')?.type).toBe('s')
  expect(result).toMatchObject({ isComplete: true, failures: [], leftOut: { vanished: 0 } })
  for (const bytes of repository.contents.values()) expect(Buffer.from(bytes).toString()).not.toContain('canary')
})

test('what has taken the place of a folder is under the rules of files', async () => {
  const policies = policiesOf({ '': { files: { maxFileSize: 5 } } })
  const { tree } = await replacing(
    (folder) => {
      rmSync(folder, { recursive: true })
      writeFileSync(folder, 'a file now')
    },
    { policies },
  )
  expect([...tree.keys()].sort()).toEqual(['', 'other'])
})

test('a folder that vanishes before it is listed is left out and counted', async () => {
  const { result, tree } = await replacing((folder) => rmSync(folder, { recursive: true }))
  expect([...tree.keys()].sort()).toEqual(['', 'other'])
  expect(result).toMatchObject({ isComplete: true, leftOut: { vanished: 1 }, stats: { dirCount: 1 } })
})

test('a folder with too many entries for a scout that is replaced meanwhile is stored as it is now', async () => {
  const path = await tempDir()
  mkdirSync(join(path, 'sub'))
  for (let i = 0; i < 1500; i++) writeFileSync(join(path, 'sub', `${i}`), `${i}`)
  const repository = fakeRepository()
  let isDone = false
  repository.beforeFile = () => {
    if (isDone) return
    isDone = true
    newFolder(join(path, 'sub'))
  }
  const result = await upload(repository, path)
  const tree = await treeOf(repository, result.rootEntry)
  expect([...tree.keys()].sort()).toEqual(['', 'sub', 'sub/fresh'])
  expect(result.isComplete).toBe(true)
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
