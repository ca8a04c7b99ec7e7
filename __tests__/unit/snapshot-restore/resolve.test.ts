import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { resolveEntry } from '../../../src/snapshot/resolve.ts'
import { saveSnapshot } from '../../../src/snapshot/store.ts'
import { fakeRepository } from '../../support/fake-repository.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { manifestOf, treeOf, upload } from '../../support/upload.ts'

async function savedSnapshot() {
  const path = await tempDir()
  mkdirSync(join(path, 'dir/sub'), { recursive: true })
  writeFileSync(join(path, 'dir/sub/file'), 'text')
  const repository = fakeRepository()
  const result = await upload(repository, path)
  const snapshot = await saveSnapshot(repository, manifestOf(result, ''))
  return { repository, snapshot, tree: await treeOf(repository, result.rootEntry) }
}

test('a snapshot ID is its root entry', async () => {
  const { repository, snapshot } = await savedSnapshot()
  const found = await resolveEntry(repository, snapshot.id)
  expect(found).toMatchObject({ path: '', snapshot: { id: snapshot.id } })
  expect(found.entry).toEqual(snapshot.rootEntry)
})

test.each(['dir/sub/file', '/dir//sub/file/'])('a path below an ID is found: %s', async (below) => {
  const { repository, snapshot, tree } = await savedSnapshot()
  const found = await resolveEntry(repository, `${snapshot.id}/${below}`)
  expect(found.path).toBe('dir/sub/file')
  expect(found.entry).toEqual(tree.get('dir/sub/file'))
})

test('the object ID of a root has the attributes of its newest snapshot', async () => {
  const { repository, snapshot } = await savedSnapshot()
  const found = await resolveEntry(repository, `${snapshot.rootEntry?.objectId}/dir`)
  expect(found).toMatchObject({ path: 'dir', snapshot: { id: snapshot.id }, entry: { name: 'dir', mode: 0o755 } })
})

test('another object ID is a directory of mode 0555 or a file of mode 0644', async () => {
  const { repository, tree } = await savedSnapshot()
  const directory = await resolveEntry(repository, `${tree.get('dir')?.objectId}`)
  expect(directory).toMatchObject({ snapshot: undefined, entry: { type: 'd', mode: 0o555 } })
  const file = await resolveEntry(repository, `${tree.get('dir/sub/file')?.objectId}`)
  expect(file.entry).toMatchObject({ type: 'f', mode: 0o644, size: 4 })
})

test.each(['00'.repeat(16), `k${'ab'.repeat(16)}`, 'nonsense', '', '../etc'])(
  'an ID that is not there is a named error: %j',
  async (text) => {
    const { repository } = await savedSnapshot()
    await expect(resolveEntry(repository, text)).rejects.toMatchObject({ code: 'CAIRN_SNAPSHOT_NOT_FOUND' })
  },
)

test.each(['absent', 'dir/absent', 'dir/sub/file/below', 'dir/..'])('a path that is not there is a named error: %s', async (below) => {
  const { repository, snapshot } = await savedSnapshot()
  await expect(resolveEntry(repository, `${snapshot.id}/${below}`)).rejects.toMatchObject({ code: 'CAIRN_ENTRY_NOT_FOUND' })
})

test('a path where an ID is needed is said to be one', async () => {
  const { repository } = await savedSnapshot()
  const error = resolveEntry(repository, '/home/anna')
  await expect(error).rejects.toMatchObject({
    code: 'CAIRN_SNAPSHOT_NOT_FOUND',
    message: expect.stringContaining('"/home/anna" is a path'),
  })
})
