import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findPathVersion } from '../../../src/snapshot/path-version.ts'
import { assertConsistentRoots, resolveEntry } from '../../../src/snapshot/resolve.ts'
import { saveSnapshot } from '../../../src/snapshot/store.ts'
import type { SnapshotChoice } from '../../../src/snapshot/time-spec.ts'
import { fakeRepository } from '../../support/fake-repository.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { manifestOf, TEST_SOURCE, upload } from '../../support/upload.ts'

const latest: SnapshotChoice = { kind: 'latest' }

/** Snapshots, in order of time: 1 of /src, 2 of /src/sub with another file, 3 of /src without sub/old, 4 of /src that is incomplete. */
async function history() {
  const dir = await tempDir()
  const repository = fakeRepository()
  const put = (path: string, text: string) => {
    mkdirSync(join(dir, path, '..'), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  const save = async (root: string, path: string, second: bigint, extra: object = {}) => {
    const uploaded = manifestOf(await upload(repository, join(dir, root)), '')
    const source = { ...TEST_SOURCE, path }
    return await saveSnapshot(repository, { ...uploaded, source, startTimeNs: second * 10n ** 9n, endTimeNs: second * 10n ** 9n, ...extra })
  }
  put('a/sub/file', 'one')
  put('a/sub/old', 'old')
  const first = await save('a', '/src', 1n)
  put('b/file', 'two')
  const second = await save('b', '/src/sub', 2n)
  put('c/sub/file', 'three')
  const third = await save('c', '/src', 3n)
  await save('a', '/src', 4n, { incomplete: 'canceled' })
  const passedOver: string[] = []
  const find = async (path: string, choice: SnapshotChoice = latest, who = {}) => {
    const onPassedOver = (error: Error) => void passedOver.push(error.message)
    return await findPathVersion(repository, { ...TEST_SOURCE, ...who, path }, choice, { onPassedOver })
  }
  return { repository, first, second, third, find, passedOver }
}

test('a path is that of the last complete snapshot of it, or of a folder above, that has it', async () => {
  const { find, first, third } = await history()
  expect(await find('/src')).toMatchObject({ snapshot: { id: third.id }, path: '', entry: { objectId: third.rootEntry?.objectId } })
  expect(await find('/src/sub/file')).toMatchObject({ snapshot: { id: third.id }, path: 'sub/file', entry: { size: 5, type: 'f' } })
  expect(await find('/src/sub/old')).toMatchObject({ snapshot: { id: first.id }, path: 'sub/old' })
  expect(await find('/src/sub/')).toMatchObject({ snapshot: { id: third.id }, path: 'sub', entry: { type: 'd' } })
})

test('the oldest, and the last before a moment, go by the beginning of the snapshots of all folders above', async () => {
  const { find, first, second } = await history()
  expect(await find('/src/sub/file', { kind: 'oldest' })).toMatchObject({ snapshot: { id: first.id } })
  expect(await find('/src/sub/file', { kind: 'before', ns: 3_000_000_000n })).toMatchObject({ snapshot: { id: second.id }, path: 'file' })
  expect(await find('/src/sub/file', { kind: 'before', ns: 1_000_000_000n })).toBeUndefined()
})

test('what nobody has, or somebody else, is not found', async () => {
  const { find } = await history()
  expect(await find('/src/absent')).toBeUndefined()
  expect(await find('/src/sub/file/below')).toBeUndefined()
  expect(await find('/srcs')).toBeUndefined()
  expect(await find('/src', latest, { userName: 'other' })).toBeUndefined()
})

test('a snapshot whose folder cannot be read is passed over, and said so', async () => {
  const { find, passedOver, repository, first, third } = await history()
  const root = third.rootEntry?.objectId ?? ''
  const open = repository.objects.open.bind(repository.objects)
  repository.objects.open = async (id) => {
    if (id === root) throw new (await import('../../../src/errors.ts')).CairnError('CAIRN_CONTENT_MISSING', `${id} is missing.`)
    return await open(id)
  }
  expect(await find('/src/sub/old')).toMatchObject({ snapshot: { id: first.id } })
  expect(passedOver).toEqual([`${root} is missing.`])
})

test('a root with other attributes in another snapshot is refused when they have to be consistent', async () => {
  const { repository, first } = await history()
  const { rootEntry, ...rest } = first
  if (rootEntry === undefined) throw new Error('a snapshot without root')
  const id = rootEntry.objectId
  await saveSnapshot(repository, { ...rest, id: '' })
  await expect(resolveEntry(repository, id, undefined, { consistentAttributes: true })).resolves.toMatchObject({ entry: rootEntry })
  await saveSnapshot(repository, { ...rest, id: '', rootEntry: { ...rootEntry, mode: 0o700 } })
  const ambiguous = { code: 'CAIRN_SNAPSHOT_AMBIGUOUS' }
  await expect(resolveEntry(repository, id, undefined, { consistentAttributes: true })).rejects.toMatchObject(ambiguous)
  await expect(assertConsistentRoots(repository, id)).rejects.toMatchObject(ambiguous)
  await expect(resolveEntry(repository, id)).resolves.toMatchObject({ path: '' })
  for (const clear of [first.id, `${id}/sub`]) {
    await expect(resolveEntry(repository, clear, undefined, { consistentAttributes: true })).resolves.toBeDefined()
  }
})
