/** Each kind of damaged blob, manifest or directory: what is intact is listed, verified and restored, and the error names what is not. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { restore } from '../../src/commands/restore.ts'
import { fixSnapshots } from '../../src/commands/snapshot-fix.ts'
import { listSnapshotGroups } from '../../src/commands/snapshot-list.ts'
import { type SnapshotVerifyReport, verifyError, verifySnapshots } from '../../src/commands/snapshot-verify.ts'
import type { CairnError } from '../../src/errors.ts'
import type { OpenedRepository } from '../../src/repo/repository.ts'
import { testContext } from '../support/command-context.ts'
import { DamagedRepository, sampleTree } from '../support/damaged-repository.ts'
import { FaultyStorage } from '../support/faulty-storage.ts'
import { tempDir } from '../support/temp-dir.ts'

const ALL_FILES = ['a.txt', 'docs/b.txt', 'docs/deep/c.txt', 'large.bin', 'link']

let sound: DamagedRepository

beforeAll(async () => {
  sound = await DamagedRepository.create()
  await sound.save('first', sampleTree())
  await sound.save('second', { 'a.txt': 'alpha\n', 'z.txt': 'zeta\n' })
})

async function verified(repository: OpenedRepository, readPercent = 0): Promise<SnapshotVerifyReport> {
  return await verifySnapshots(testContext(await tempDir()), repository, {
    isAll: true,
    snapshotIds: [],
    sources: [],
    directories: [],
    files: [],
    readPercent,
    maxErrors: 0,
    parallel: 3,
    fileParallel: 2,
    queueLength: 2,
    nameOf: ({ description }) => description,
  })
}

const found = (report: SnapshotVerifyReport) => report.findings.map(({ path, error }) => `${path} ${error.code}`).sort()
const messages = (report: SnapshotVerifyReport) => report.findings.map(({ error }) => error.message).join('\n')

/** Paths that a restore of the snapshot gives back, and the codes of what it could not. */
async function restored(repository: OpenedRepository, from: string): Promise<{ files: string[]; codes: string[] }> {
  const target = join(await tempDir(), 'out')
  const report = await restore(testContext(target.slice(0, -4)), repository, { from, target, options: { parallel: 2 } })
  return { files: filesBelow(target), codes: [...new Set(report.failures.map(({ code }) => code))] }
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .filter((name) => (name === 'link' ? readlinkSync(join(path, name)) === 'a.txt' : readFileSync(join(path, name)).length > 0))
    .sort()
}

async function listed(repository: OpenedRepository): Promise<{ names: string[]; damaged: string[] }> {
  const damaged: CairnError[] = []
  const options = { tags: {}, maxResults: 0, isReversed: false }
  const { groups } = await listSnapshotGroups(repository, options, (error) => damaged.push(error))
  return {
    names: groups.flatMap((group) => group.snapshots.map(({ manifest }) => manifest.description)),
    damaged: damaged.map(({ code }) => code),
  }
}

/** Mends everything in place, and answers with what a full verification finds afterwards. */
async function mended(damaged: DamagedRepository): Promise<string[]> {
  const writer = await damaged.open()
  await fixed(writer)
  await writer.close()
  return found(await verified(await damaged.reader(), 100))
}

async function fixed(writer: OpenedRepository): Promise<void> {
  await fixSnapshots(testContext(await tempDir()), writer, {
    manifestIds: [],
    sources: [],
    isCommitted: true,
    parallel: 2,
    invalidDirectories: 'stub',
    fix: { kind: 'invalid-files', invalidFiles: 'stub', readPercent: 100 },
    onEvent: () => {},
  })
}

describe('a repository without damage', () => {
  it('is verified, listed and restored in full', async () => {
    const damaged = sound.copy()
    const repository = await damaged.reader()
    const report = await verified(repository, 100)
    expect(report).toMatchObject({ errorCount: 0, findings: [], damagedSnapshots: [], intactSnapshots: 2 })
    // Objects that both snapshots hold are looked at once; what is expected counts them twice.
    expect(report.counts).toMatchObject({ processedObjects: 11, readFiles: 6, expectedObjects: 12, expectedFiles: 6 })
    expect(await listed(repository)).toEqual({ names: ['first', 'second'], damaged: [] })
    expect(await restored(repository, damaged.snapshots['first']?.id ?? '')).toEqual({ files: ALL_FILES, codes: [] })
  })
})

describe('a data pack', () => {
  it('that is missing costs the file in it', async () => {
    const damaged = sound.copy()
    damaged.remove(damaged.pack('first/docs/b.txt'))
    const repository = await damaged.reader()
    const report = await verified(repository)
    expect(found(report)).toEqual(['first/docs/b.txt CAIRN_BLOB_MISSING'])
    expect(messages(report)).toBe(`object ${damaged.ids['first/docs/b.txt']} is backed by missing blob ${damaged.pack('first/docs/b.txt')}`)
    expect(report).toMatchObject({ intactSnapshots: 1, damagedSnapshots: [{ losses: { files: 1, directories: 0 } }] })
    const { files, codes } = await restored(repository, damaged.snapshots['first']?.id ?? '')
    expect(files).toEqual(ALL_FILES.filter((name) => name !== 'docs/b.txt'))
    expect(codes).toEqual(['CAIRN_BLOB_MISSING'])
    expect(await mended(damaged)).toEqual([])
  })

  it('that two snapshots share costs both the file', async () => {
    const damaged = sound.copy()
    damaged.remove(damaged.pack('first/a.txt'))
    const report = await verified(await damaged.reader())
    expect(found(report)).toHaveLength(1)
    expect(report.damagedSnapshots.map(({ manifest, losses }) => [manifest.description, losses.files])).toEqual([
      ['first', 1],
      ['second', 1],
    ])
    expect(report.intactSnapshots).toBe(0)
    expect(await mended(damaged)).toEqual([])
  })

  it('that is cut short is found without reading it', async () => {
    const damaged = sound.copy()
    const pack = damaged.packs['first/large.bin']?.find((id) => id.startsWith('p')) ?? ''
    damaged.truncate(pack)
    const repository = await damaged.reader()
    const report = await verified(repository)
    expect(found(report)).toEqual(['first/large.bin CAIRN_BLOB_RANGE'])
    expect(messages(report)).toContain(pack)
    expect((await restored(repository, damaged.snapshots['first']?.id ?? '')).files).toEqual(
      ALL_FILES.filter((name) => name !== 'large.bin'),
    )
    expect(await mended(damaged)).toEqual([])
  })

  it('with other bytes is found by reading it', async () => {
    const damaged = sound.copy()
    damaged.corrupt(damaged.pack('first/a.txt'))
    const repository = await damaged.reader()
    expect(found(await verified(repository))).toEqual([])
    const report = await verified(repository, 100)
    expect(found(report)).toEqual(['first/a.txt CAIRN_CONTENT_DAMAGED'])
    expect(messages(report)).toContain(damaged.pack('first/a.txt'))
    const { files, codes } = await restored(repository, damaged.snapshots['second']?.id ?? '')
    expect([files, codes]).toEqual([['z.txt'], ['CAIRN_CONTENT_DAMAGED']])
    expect(await mended(damaged)).toEqual([])
  })
})

describe('a pack of directories', () => {
  it.each(['remove', 'corrupt', 'truncate'] as const)('costs what is below: %s', async (way) => {
    const damaged = sound.copy()
    const pack = damaged.pack('first/docs')
    damaged[way](pack)
    const repository = await damaged.reader()
    const report = await verified(repository)
    expect(report.findings.map(({ path }) => path)).toEqual(['first/docs'])
    expect(messages(report)).toContain(pack)
    expect(report.damagedSnapshots).toMatchObject([{ losses: { files: 2, directories: 2 } }])
    const { files } = await restored(repository, damaged.snapshots['first']?.id ?? '')
    expect(files).toEqual(['a.txt', 'large.bin', 'link'])
    // What is below is still there, for whoever knows its ID.
    expect((await restored(repository, damaged.ids['first/docs/deep'] ?? '')).files).toEqual(['c.txt'])
    expect(await mended(damaged)).toEqual([])
  })

  it('of a root costs that snapshot only, and a stub takes its place', async () => {
    const damaged = sound.copy()
    damaged.remove(damaged.pack('first'))
    const repository = await damaged.reader()
    const report = await verified(repository)
    expect(found(report)).toEqual(['first CAIRN_BLOB_MISSING'])
    expect(report).toMatchObject({ intactSnapshots: 1, damagedSnapshots: [{ losses: { files: 5, directories: 4 } }] })
    expect((await restored(repository, damaged.snapshots['second']?.id ?? '')).files).toEqual(['a.txt', 'z.txt'])
    expect(await mended(damaged)).toEqual([])
    const { names } = await listed(await damaged.reader())
    expect(names).toEqual(['first', 'second'])
  })
})

describe('a pack of manifests', () => {
  it.each(['remove', 'corrupt', 'truncate'] as const)('hides only the snapshots in it: %s', async (way) => {
    const damaged = sound.copy()
    const pack = damaged.pack('manifest of first')
    damaged[way](pack)
    const warnings: string[] = []
    const log = { ...testContext(await tempDir()).log, warning: (text: string) => void warnings.push(text) }
    const repository = await damaged.reader({ log })
    const report = await verified(repository)
    expect(report.findings).toHaveLength(1)
    expect(report.findings[0]?.path).toMatch(/^manifests m[0-9a-f]{32}$/)
    expect(messages(report)).toContain(pack)
    expect(warnings).toHaveLength(1)
    expect(await listed(repository)).toEqual({ names: ['second'], damaged: [] })
    expect((await restored(repository, damaged.snapshots['second']?.id ?? '')).files).toEqual(['a.txt', 'z.txt'])
    // The tree is still there, for whoever knows its ID.
    expect((await restored(repository, damaged.ids['first'] ?? '')).files).toEqual(ALL_FILES)
  })

  it('stops those that write, because what is missing is not deleted', async () => {
    const damaged = sound.copy()
    damaged.remove(damaged.pack('manifest of first'))
    const writer = await damaged.open()
    await expect(writer.manifests.find({ type: 'snapshot' })).rejects.toMatchObject({ code: 'CAIRN_BLOB_MISSING' })
  })
})

describe('an index blob', () => {
  it.each(['corrupt', 'truncate'] as const)('hides only what it names: %s', async (way) => {
    const damaged = sound.copy()
    const [blob = ''] = damaged.indexes['first/docs/b.txt'] ?? []
    damaged[way](blob)
    const repository = await damaged.reader()
    const report = await verified(repository)
    expect(found(report)).toEqual([`first/docs/b.txt CAIRN_CONTENT_MISSING`, `index blob ${blob} CAIRN_INDEX_DAMAGED`])
    expect(messages(report)).toContain(blob)
    expect((await restored(repository, damaged.snapshots['first']?.id ?? '')).files).toEqual(
      ALL_FILES.filter((name) => name !== 'docs/b.txt'),
    )
    expect((await listed(repository)).names).toEqual(['first', 'second'])
    await expect(damaged.open()).rejects.toMatchObject({ code: 'CAIRN_INDEX_DAMAGED', message: expect.stringContaining(blob) })
  })

  it('that is gone leaves contents without a place', async () => {
    const damaged = sound.copy()
    for (const blob of damaged.indexes['first/docs/b.txt'] ?? []) damaged.remove(blob)
    const repository = await damaged.reader()
    const report = await verified(repository)
    expect(found(report)).toEqual(['first/docs/b.txt CAIRN_CONTENT_MISSING'])
    expect(messages(report)).toContain(damaged.ids['first/docs/b.txt'])
    expect(await mended(damaged)).toEqual([])
  })
})

describe('a snapshot manifest', () => {
  it.each([
    ['with a number for a mode', (json: string) => json.replace('"mode":"0755"', '"mode":493')],
    ['without a start', (json: string) => json.replace(/"startTime":"[^"]*"/, '"startTime":"yesterday"')],
    ['that is a list', () => '[]'],
  ])('%s is named, and the others are there', async (_, change) => {
    const damaged = sound.copy()
    const writer = await damaged.open()
    const first = damaged.snapshots['first']?.id ?? ''
    const stored = await writer.manifests.get(first)
    const damagedId = await writer.manifests.put(stored?.entry.labels ?? {}, change(stored?.json ?? ''))
    await writer.manifests.delete(first)
    await writer.flush()
    await writer.close()
    const repository = await damaged.reader()
    const report = await verified(repository)
    expect(found(report)).toEqual(['snapshots CAIRN_SNAPSHOT_DAMAGED'])
    expect(messages(report)).toContain(damagedId)
    expect(report.intactSnapshots).toBe(1)
    expect(await listed(repository)).toEqual({ names: ['second'], damaged: ['CAIRN_SNAPSHOT_DAMAGED'] })
    expect((await restored(repository, damaged.snapshots['second']?.id ?? '')).files).toEqual(['a.txt', 'z.txt'])
    expect((await restored(repository, damaged.ids['second'] ?? '')).files).toEqual(['a.txt', 'z.txt'])
    await expect(mended(damaged)).rejects.toMatchObject({ code: 'CAIRN_SNAPSHOT_DAMAGED' })
  })
})

describe('a blob that the storage does not hand out', () => {
  const unreadable = (damaged: DamagedRepository, path: string) =>
    new FaultyStorage(damaged.storage, [{ method: 'getBlob', prefix: damaged.pack(path), sticky: true }])

  it('is named by a verification, which goes on and does not call it damage', async () => {
    const damaged = sound.copy()
    const report = await verified(await damaged.reader({ storage: unreadable(damaged, 'first/docs/b.txt') }), 100)
    expect(found(report)).toEqual(['first/docs/b.txt CAIRN_STORAGE_IO'])
    expect(report.counts.processedObjects).toBe(11)
    expect(verifyError(report)).toMatchObject({ code: 'CAIRN_VERIFY_INCOMPLETE' })
  })

  it('is no reason to give a file up', async () => {
    const damaged = sound.copy()
    const before = [...damaged.storage.blobs.keys()]
    const writer = await damaged.open({ storage: unreadable(damaged, 'first/docs/b.txt') })
    await expect(fixed(writer)).rejects.toMatchObject({ code: 'CAIRN_STORAGE_IO' })
    await writer.close()
    expect([...damaged.storage.blobs.keys()].filter((id) => /^[pqx]/.test(id))).toEqual(before.filter((id) => /^[pqx]/.test(id)))
  })
})
