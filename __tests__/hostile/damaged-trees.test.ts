/** Directories that are authentic, yet hold what no honest writer would write: verified, mended and compared without harm. */
import { beforeAll, describe, expect, it } from 'vitest'
import { fixSnapshots } from '../../src/commands/snapshot-fix.ts'
import { type SnapshotVerifyRequest, verifySnapshots } from '../../src/commands/snapshot-verify.ts'
import { diffTrees } from '../../src/snapshot/diff.ts'
import type { DirEntry } from '../../src/snapshot/dir-entry.ts'
import type { InvalidHandling } from '../../src/snapshot/fix/rules.ts'
import { loadSnapshot } from '../../src/snapshot/store.ts'
import { listDirectory, walkTree } from '../../src/snapshot/tree.ts'
import { ObjectCheck, type VerifiableRepository } from '../../src/snapshot/verify/object-check.ts'
import { type VerifyFinding, verifyTrees } from '../../src/snapshot/verify/verify.ts'
import { utf8 } from '../../src/util/bytes.ts'
import { testContext } from '../support/command-context.ts'
import { craftedDirectory, craftedFile } from '../support/crafted-tree.ts'
import { DamagedRepository } from '../support/damaged-repository.ts'
import { type FakeRepository, fakeRepository } from '../support/fake-repository.ts'
import { tempDir } from '../support/temp-dir.ts'
import { seededRandom } from '../support/test-repository.ts'

let sound: DamagedRepository

beforeAll(async () => {
  sound = await DamagedRepository.create()
  await sound.save('good', { 'a.txt': 'alpha\n' })
})

const directory = (...entries: string[]) =>
  utf8(
    `{"stream":"kopia:directory","entries":[${entries.join(',')}],"summary":{"size":0,"files":0,"symlinks":0,"dirs":1,"maxTime":"2026-01-01T00:00:00Z","numFailed":0}}\n`,
  )

async function found(damaged: DamagedRepository, readPercent = 0, choice: Partial<SnapshotVerifyRequest> = {}): Promise<string[]> {
  const report = await verifySnapshots(testContext(await tempDir()), await damaged.reader(), {
    isAll: true,
    snapshotIds: [],
    sources: [],
    directories: [],
    files: [],
    readPercent,
    maxErrors: 0,
    parallel: 2,
    fileParallel: 2,
    queueLength: 10,
    nameOf: ({ description }) => description,
    ...choice,
  })
  return report.findings.map(({ path, error }) => `${path} ${error.code}`)
}

async function fix(damaged: DamagedRepository, invalidFiles: InvalidHandling, readPercent = 0): Promise<string[]> {
  const writer = await damaged.open()
  const ids: string[] = []
  await fixSnapshots(testContext(await tempDir()), writer, {
    manifestIds: [],
    sources: [],
    isCommitted: true,
    parallel: 2,
    invalidDirectories: 'stub',
    fix: { kind: 'invalid-files', invalidFiles, readPercent },
    onEvent: (event) => {
      if (event.kind === 'changed') ids.push(event.manifest.id)
    },
  })
  await writer.close()
  const reader = await damaged.reader()
  const [first] = ids
  if (first === undefined) return []
  const root = (await loadSnapshot(reader, first)).rootEntry
  return root?.type === 'd' ? (await listDirectory(reader.objects, root.objectId)).map(({ name }) => name) : [root?.name ?? '']
}

describe('a directory', () => {
  it.each([
    ['is not JSON', utf8('{"stream":"kopia:directory","entries":[')],
    ['is another kind of stream', utf8('{"stream":"kopia:indirect","entries":[]}\n')],
    ['has no bytes', new Uint8Array(0)],
    ['nests brackets without end', utf8('['.repeat(200_000))],
  ])('that %s is one finding, and a stub takes its place', async (_, bytes) => {
    const damaged = sound.copy()
    await damaged.saveRoot('bad', bytes)
    expect(await found(damaged)).toEqual(['bad CAIRN_DIRECTORY_DAMAGED'])
    expect(await fix(damaged, 'stub')).toEqual(['.INVALID.data'])
    expect(await found(damaged, 100)).toEqual([])
  })

  it('with a malformed entry keeps the others', async () => {
    const damaged = sound.copy()
    const good = `{"name":"a.txt","type":"f","mode":"0644","size":6,"obj":"${damaged.ids['good/a.txt']}"}`
    await damaged.saveRoot('bad', directory(good, '{"name":"b","type":"f","mode":420,"obj":""}'))
    expect(await found(damaged)).toEqual(['bad/b CAIRN_DIRECTORY_DAMAGED'])
    expect(await fix(damaged.copy(), 'remove')).toEqual(['a.txt'])
    expect(await fix(damaged.copy(), 'keep')).toEqual([])
    expect(await fix(damaged, 'stub')).toEqual(['.INVALID.b', 'a.txt'])
    expect(await found(damaged, 100)).toEqual([])
  })

  it('with an unsafe name still has its object looked at, and is mended without losing it', async () => {
    const damaged = sound.copy()
    const bad = `{"name":"../../etc/passwd","type":"f","mode":"0644","size":6,"obj":"${damaged.ids['good/a.txt']}"}`
    const lost = `{"name":"lost","type":"f","mode":"0644","size":6,"obj":"${'0'.repeat(32)}"}`
    await damaged.saveRoot('bad', directory(bad, lost))
    expect(await found(damaged)).toEqual(['bad/../../etc/passwd CAIRN_DIRECTORY_DAMAGED', 'bad/lost CAIRN_CONTENT_MISSING'])
    expect(await fix(damaged, 'remove')).toEqual([])
    // The safe listing leaves it out, the directory still has it.
    expect(await found(damaged)).toEqual(['bad/../../etc/passwd CAIRN_DIRECTORY_DAMAGED'])
  })

  it('with another size than its object is found when the object is read', async () => {
    const damaged = sound.copy()
    const entry = (name: string) => `{"name":"${name}","type":"f","mode":"0644","size":7,"obj":"${damaged.ids['good/a.txt']}"}`
    await damaged.saveRoot('bad', directory(entry('longer')))
    await damaged.saveRoot('checkpoint', directory(entry('.checkpointed.longer.0123')))
    const only = { snapshotIds: [damaged.snapshots['bad']?.id ?? ''], isAll: false }
    expect(await found(damaged, 0, only)).toEqual([])
    expect(await found(damaged, 100, only)).toEqual(['bad/longer CAIRN_OBJECT_DAMAGED'])
    // Part of a large file: it has the size of the whole.
    expect(await found(damaged, 100, { snapshotIds: [damaged.snapshots['checkpoint']?.id ?? ''], isAll: false })).toEqual([])
  })

  it('with entries that have no object names each of them', async () => {
    const damaged = sound.copy()
    const entries = ['{"name":"d","type":"d","obj":""}', '{"name":"e","type":"d","obj":"kab"}', '{"name":"f","type":"f","obj":""}']
    await damaged.saveRoot('bad', directory(...entries, '{"name":"g","type":"f","obj":"abcd"}'))
    expect((await found(damaged)).sort()).toEqual([
      'bad/d CAIRN_DIRECTORY_DAMAGED',
      'bad/e CAIRN_OBJECT_ID_INVALID',
      'bad/f CAIRN_OBJECT_DAMAGED',
      'bad/g CAIRN_OBJECT_ID_INVALID',
    ])
    const { rootEntry } = damaged.snapshots['bad'] ?? {}
    const intact: string[] = []
    const reader = await damaged.reader()
    // It was saved with one.
    for await (const event of walkTree(reader.objects, rootEntry as DirEntry)) intact.push(`${event.kind} ${event.path}`)
    expect(intact).toEqual([
      'enter ',
      'enter d',
      'unreadable d',
      'leave d',
      'enter e',
      'unreadable e',
      'leave e',
      'entry f',
      'entry g',
      'leave ',
    ])
    expect((await fix(damaged, 'stub')).sort()).toEqual(['.INVALID.d', '.INVALID.e', '.INVALID.f', '.INVALID.g'])
    expect(await found(damaged, 100)).toEqual([])
  })
})

/** A fake repository with as much of an inside as verifying needs. */
function verifiable(fake: FakeRepository): VerifiableRepository {
  const contents = { find: async (id: string) => ({ id, packBlobId: 'p0', packOffset: 0, packedLength: 1 }) }
  const storage = {
    async *listBlobs(prefix: string) {
      if (prefix === 'p') yield { id: 'p0', length: 1, timestampMs: 0 }
    },
    statBlob: async () => undefined,
  }
  // Only what is above is ever asked for.
  return { ...fake, care: { contents, storage, damage: async () => [] } } as unknown as VerifiableRepository
}

async function walked(fake: FakeRepository, entry: DirEntry, options: { maxErrors?: number; signal?: AbortSignal } = {}) {
  const repository = verifiable(fake)
  const findings: VerifyFinding[] = []
  const counts = await verifyTrees(repository, [{ entry, path: 'root' }], {
    check: await ObjectCheck.open(repository, { readPercent: 100, random: seededRandom('walk') }),
    parallel: 4,
    fileParallel: 2,
    queueLength: 1,
    maxErrors: 0,
    onFinding: (finding) => findings.push(finding),
    onProgress: () => {},
    ...options,
  })
  return { counts, found: findings.map(({ path, error }) => `${path} ${error.code}`).sort() }
}

describe('a tree', () => {
  it('that contains itself ends', async () => {
    const fake = fakeRepository()
    const inner = craftedDirectory(fake, 'inner', [craftedFile(fake, 'f', 'text')])
    const root = craftedDirectory(fake, 'root', [{ ...inner, name: 'again' }])
    // The bytes of the inner directory now name the root: no hash could do that, a faulty storage can.
    const rootBytes = fake.contents.get(root.objectId)
    fake.contents.set(
      inner.objectId,
      utf8(
        Buffer.from(rootBytes ?? [])
          .toString()
          .replaceAll(inner.objectId, root.objectId),
      ),
    )
    expect(await walked(fake, root)).toMatchObject({ found: ['root/again/again CAIRN_TREE_LOOP'], counts: { processedObjects: 2 } })
  })

  it('that is deeper than any file system ends, and its upper part is verified', async () => {
    const fake = fakeRepository()
    let at = craftedDirectory(fake, 'd', [craftedFile(fake, 'bottom', 'text')])
    for (let depth = 0; depth < 4100; depth++) at = craftedDirectory(fake, 'd', [at, craftedFile(fake, 'f', String(depth))])
    const { found, counts } = await walked(fake, at)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/CAIRN_TREE_TOO_DEEP$/)
    expect(counts.processedObjects).toBeGreaterThan(8000)
  })

  it('whose damage is everywhere names every place, or stops where it is told to', async () => {
    const fake = fakeRepository()
    const files = Array.from({ length: 50 }, (_, index) => craftedFile(fake, `f${index}`, String(index)))
    const root = craftedDirectory(fake, 'root', files)
    for (const { objectId } of files) fake.contents.delete(objectId)
    expect((await walked(fake, root)).found).toHaveLength(50)
    expect((await walked(fake, root, { maxErrors: 3 })).found).toHaveLength(3)
  })

  it('is left when the command is cancelled', async () => {
    const fake = fakeRepository()
    const root = craftedDirectory(fake, 'root', [craftedFile(fake, 'f', 'text')])
    await expect(walked(fake, root, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
  })

  it('is compared as far as it can be read', async () => {
    const fake = fakeRepository()
    const sub = craftedDirectory(fake, 'sub', [craftedFile(fake, 'x', 'one')])
    const changed = craftedDirectory(fake, 'sub', [craftedFile(fake, 'x', 'two')])
    const old = craftedDirectory(fake, 'root', [sub, craftedFile(fake, 'f', 'old')])
    const entry = craftedDirectory(fake, 'root', [changed, craftedFile(fake, 'f', 'new!')])
    fake.contents.delete(changed.objectId)
    const events: string[] = []
    await diffTrees(fake.objects, old, entry, async (event) => void events.push(`${event.kind} ${event.path}`))
    expect(events).toEqual(['field .', 'unreadable ./sub', 'field ./f', 'changed ./f'])
  })
})
