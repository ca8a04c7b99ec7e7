import { beforeAll, describe, expect, it } from 'vitest'
import { type FixEvent, fixSnapshots, type SnapshotFixRequest } from '../../../src/commands/snapshot-fix.ts'
import type { DirEntry } from '../../../src/snapshot/dir-entry.ts'
import { summaryAfterChange } from '../../../src/snapshot/fix/carry-over.ts'
import { writeStub } from '../../../src/snapshot/fix/stub.ts'
import { listSnapshots } from '../../../src/snapshot/store.ts'
import { listDirectory, walkTree } from '../../../src/snapshot/tree.ts'
import { testContext } from '../../support/command-context.ts'
import { DAMAGE_SOURCE, DamagedRepository, sampleTree } from '../../support/damaged-repository.ts'
import { fakeRepository } from '../../support/fake-repository.ts'
import { tempDir } from '../../support/temp-dir.ts'

let sound: DamagedRepository

beforeAll(async () => {
  sound = await DamagedRepository.create()
  await sound.save('first', sampleTree())
  await sound.save('second', { ...sampleTree(), 'z.txt': 'zeta\n' }, { tags: { 'tag:a': 'b' }, pins: ['keep'] })
})

const REMOVE_TEXTS: SnapshotFixRequest['fix'] = { kind: 'remove-files', objectIds: [], fileNames: ['*.txt'] }
const REPLACE: SnapshotFixRequest['fix'] = { kind: 'invalid-files', invalidFiles: 'stub', readPercent: 0 }

async function fix(
  damaged: DamagedRepository,
  request: Partial<SnapshotFixRequest>,
): Promise<{ count: number; events: FixEvent[]; messages: string[] }> {
  const writer = await damaged.open()
  const events: FixEvent[] = []
  const context = testContext(await tempDir())
  try {
    const count = await fixSnapshots(context, writer, {
      manifestIds: [],
      sources: [],
      isCommitted: true,
      parallel: 2,
      invalidDirectories: 'stub',
      fix: REPLACE,
      onEvent: (event) => events.push(event),
      ...request,
    })
    return { count, events, messages: context.messages }
  } finally {
    await writer.close()
  }
}

/** Paths of each snapshot, by its description. */
async function contentsOf(damaged: DamagedRepository): Promise<Record<string, string[]>> {
  const reader = await damaged.reader()
  const all: Record<string, string[]> = {}
  for (const { description, rootEntry } of await listSnapshots(reader)) {
    const paths: string[] = []
    // Each was saved with one.
    for await (const event of walkTree(reader.objects, rootEntry as DirEntry)) {
      if (event.kind === 'entry' || (event.kind === 'enter' && event.path !== '')) paths.push(event.path)
    }
    all[description] = paths
  }
  return all
}

describe('a stub', () => {
  it('has the bytes that Kopia writes', async () => {
    const fake = fakeRepository()
    const entry: DirEntry = {
      name: 'link',
      type: 's',
      mode: 0o777,
      size: 5,
      mtimeNs: 1_795_429_992_296_801_019n,
      uid: 0,
      gid: 0,
      objectId: '0bab4a411ff2988de9f8f9e7888c11eb',
    }
    const reason =
      'object 0bab4a411ff2988de9f8f9e7888c11eb is backed by missing blob p8ddec5ee56d210e659ae8ca927f9a430-sf1a247636d216c01147'
    const stub = await writeStub(fake.objects, entry, reason)
    expect(stub).toMatchObject({ name: '.INVALID.link', type: 'f', mode: 0o777, size: 458, mtimeNs: entry.mtimeNs })
    expect(Buffer.from(fake.contents.get(stub.objectId) ?? []).toString()).toBe(`{
      "info": "Kopia replaced the original entry with this stub because of an error.",
      "error": "${reason}",
      "entry": {
          "name": "link",
          "type": "s",
          "mode": "0777",
          "size": 5,
          "mtime": "2026-11-23T10:33:12.296801019Z",
          "obj": "0bab4a411ff2988de9f8f9e7888c11eb"
      }
  }
`)
  })
})

describe('leaving files out', () => {
  it('changes every snapshot that has them, and keeps their times, tags and pins', async () => {
    const damaged = sound.copy()
    const { count, events, messages } = await fix(damaged, { fix: REMOVE_TEXTS })
    expect(count).toBe(2)
    expect(await contentsOf(damaged)).toEqual({
      first: ['docs', 'docs/deep', 'empty', 'large.bin', 'link'],
      second: ['docs', 'docs/deep', 'empty', 'large.bin', 'link'],
    })
    expect(messages).toContain('info will remove file docs/deep/c.txt')
    const second = (await listSnapshots(await damaged.reader())).find(({ description }) => description === 'second')
    const before = damaged.snapshots['second']
    expect(second).toMatchObject({ tags: { 'tag:a': 'b' }, pins: ['keep'], startTimeNs: before?.startTimeNs, endTimeNs: before?.endTimeNs })
    expect(second?.id).not.toBe(before?.id)
    expect(second?.rootEntry?.summary).toMatchObject({ files: 1, dirs: 4, symlinks: 1, size: 600_000 })
    // Both trees are the same now, and so are their objects.
    const changed = events.flatMap((event) => (event.kind === 'changed' ? [event.manifest.rootEntry?.objectId] : []))
    expect(changed[0]).toBe(changed[1])
  })

  it('by object ID also takes directories', async () => {
    const damaged = sound.copy()
    await fix(damaged, { fix: { kind: 'remove-files', objectIds: [damaged.ids['first/docs'] ?? ''], fileNames: [] } })
    expect((await contentsOf(damaged))['first']).toEqual(['empty', 'a.txt', 'large.bin', 'link'])
  })

  it('without --commit only stores the new directories', async () => {
    const damaged = sound.copy()
    const before = await contentsOf(damaged)
    const { count, events } = await fix(damaged, { fix: REMOVE_TEXTS, isCommitted: false })
    expect(count).toBe(2)
    expect(await contentsOf(damaged)).toEqual(before)
    const changed = events.find((event) => event.kind === 'changed')
    const id = changed?.kind === 'changed' ? (changed.manifest.rootEntry?.objectId ?? '') : ''
    const reader = await damaged.reader()
    expect((await listDirectory(reader.objects, id)).map(({ name }) => name)).toEqual(['docs', 'empty', 'large.bin', 'link'])
  })

  it('of named snapshots leaves the others alone', async () => {
    const damaged = sound.copy()
    const { events } = await fix(damaged, { fix: REMOVE_TEXTS, manifestIds: [damaged.snapshots['second']?.id ?? ''] })
    expect(events.map(({ kind }) => kind)).toEqual(['source', 'changed'])
    expect((await contentsOf(damaged))['first']).toContain('a.txt')
  })

  it('puts a stub in the place of a root that would be left out', async () => {
    const damaged = sound.copy()
    await fix(damaged, { fix: { kind: 'remove-files', objectIds: [], fileNames: ['data'] } })
    const roots = (await listSnapshots(await damaged.reader())).map(({ rootEntry }) => [rootEntry?.name, rootEntry?.type])
    expect(roots).toEqual([
      ['.INVALID.data', 'f'],
      ['.INVALID.data', 'f'],
    ])
  })

  it('refuses to begin without anything to remove, with half a pattern, and for snapshots that are not there', async () => {
    const fails = (request: Partial<SnapshotFixRequest>, code: string) => expect(fix(sound.copy(), request)).rejects.toMatchObject({ code })
    await fails({ fix: { kind: 'remove-files', objectIds: [], fileNames: [] } }, 'CAIRN_USAGE')
    await fails({ fix: { kind: 'remove-files', objectIds: [], fileNames: ['[a'] } }, 'CAIRN_PATTERN_INVALID')
    await fails({ fix: REMOVE_TEXTS, manifestIds: ['0123456789abcdef0123456789abcdef'] }, 'CAIRN_SNAPSHOT_NOT_FOUND')
    await fails({ fix: REMOVE_TEXTS, sources: [{ ...DAMAGE_SOURCE, path: '/nowhere' }] }, 'CAIRN_SNAPSHOT_NOT_FOUND')
  })
})

describe('replacing what cannot be read', () => {
  it('changes nothing when everything can be', async () => {
    const damaged = sound.copy()
    const blobs = [...damaged.storage.blobs.keys()]
    const { count, events } = await fix(damaged, {})
    expect([count, events.map(({ kind }) => kind)]).toEqual([0, ['source', 'unchanged', 'unchanged']])
    expect([...damaged.storage.blobs.keys()]).toEqual(blobs)
  })

  it('can keep it, leave it out, or fail before anything is replaced', async () => {
    const damaged = sound.copy()
    damaged.remove(damaged.pack('first/docs/b.txt'))
    const before = await contentsOf(damaged)
    expect((await fix(damaged, { fix: { ...REPLACE, invalidFiles: 'keep' } })).count).toBe(0)
    await expect(fix(damaged, { fix: { ...REPLACE, invalidFiles: 'fail' } })).rejects.toMatchObject({ code: 'CAIRN_BLOB_MISSING' })
    expect(await contentsOf(damaged)).toEqual(before)
    await fix(damaged, { fix: { ...REPLACE, invalidFiles: 'remove' } })
    expect((await contentsOf(damaged))['second']).toEqual(before['second']?.filter((path) => path !== 'docs/b.txt'))
  })

  it('treats directories as it is told', async () => {
    const damaged = sound.copy()
    damaged.remove(damaged.pack('first/docs'))
    await expect(fix(damaged, { invalidDirectories: 'fail' })).rejects.toMatchObject({ code: 'CAIRN_BLOB_MISSING' })
    expect((await fix(damaged, { invalidDirectories: 'keep' })).count).toBe(0)
    expect((await fix(damaged, { fix: REMOVE_TEXTS, invalidDirectories: 'stub' })).count).toBe(2)
    expect((await contentsOf(damaged))['first']).toEqual(['empty', '.INVALID.docs', 'large.bin', 'link'])
  })
})

describe('the summary of a changed directory', () => {
  const summary = { size: 1, files: 1, symlinks: 0, dirs: 1, maxTimeNs: 5n, numFailed: 0, numIgnoredErrors: 0, errors: [] }
  const facts = { mode: 0o755, size: 0, mtimeNs: 5n, uid: 0, gid: 0, objectId: 'k00' }
  const sub = (name: string, changes: object = {}): DirEntry => ({ ...facts, name, type: 'd', summary: { ...summary, ...changes } })

  it('keeps the failures of the directory itself, and takes those below from the new entries', () => {
    const below = { path: 'sub/x', error: 'below' }
    const own = { path: 'y', error: 'own' }
    const directory = sub('root', { numFailed: 2, numIgnoredErrors: 1, errors: [below, own], incomplete: 'checkpoint' })
    const before = [sub('sub', { numFailed: 1, errors: [below] })]
    expect(summaryAfterChange(directory, before, [])).toMatchObject({
      numFailed: 1,
      numIgnoredErrors: 1,
      errors: [own],
      incomplete: 'checkpoint',
      dirs: 1,
      maxTimeNs: 5n,
    })
    expect(summaryAfterChange(directory, before, before)).toMatchObject({
      numFailed: 2,
      numIgnoredErrors: 1,
      errors: [below, own],
      dirs: 2,
    })
  })
})
