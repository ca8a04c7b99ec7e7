import { beforeAll, describe, expect, it } from 'vitest'
import { type MigrateEvent, migrateSnapshots, type SnapshotMigrateRequest } from '../../../src/commands/snapshot-migrate.ts'
import type { DirEntry } from '../../../src/snapshot/dir-entry.ts'
import { findPolicy, setPolicy } from '../../../src/snapshot/policies.ts'
import { listSnapshots } from '../../../src/snapshot/store.ts'
import { walkTree } from '../../../src/snapshot/tree.ts'
import { testContext } from '../../support/command-context.ts'
import { DAMAGE_SOURCE, DamagedRepository, sampleTree, type Tree } from '../../support/damaged-repository.ts'
import { tempDir } from '../../support/temp-dir.ts'

let sound: DamagedRepository

beforeAll(async () => {
  sound = await DamagedRepository.create()
  await sound.save('first', sampleTree(), { tags: { 'tag:a': 'b' }, pins: ['keep'] })
  await sound.save('cut', { 'part.txt': 'part' }, { incomplete: 'checkpoint' })
  await sound.save('second', { ...sampleTree(), 'z.txt': 'zeta\n' })
})

/** Another hash, so that no ID is the same by chance. */
const emptyTarget = () => DamagedRepository.create({ hash: 'BLAKE2B-256-128' })

async function migrate(from: DamagedRepository, to: DamagedRepository, request: Partial<SnapshotMigrateRequest> = {}) {
  const events: string[] = []
  const [source, target] = [await from.reader(), await to.open()]
  let failure: unknown
  try {
    await migrateSnapshots(testContext(await tempDir()), source, target, {
      sources: 'all',
      policies: 'all',
      overwritesPolicies: false,
      isLatestOnly: false,
      appliesIgnoreRules: false,
      parallel: 1,
      onEvent: (event) => events.push(lineOf(event)),
      ...request,
    })
  } catch (error) {
    failure = error
  }
  const hashed = target.counters().hashedBytes
  await target.close()
  return { events, failure, hashed }
}

function lineOf(event: MigrateEvent): string {
  if (event.kind === 'failure') return `failure ${event.what}`
  return 'manifest' in event ? `${event.kind} ${event.manifest.description}` : `${event.kind} ${event.target.kind}`
}

/** Facts of every entry of each snapshot, without object IDs. */
async function treesOf(damaged: DamagedRepository): Promise<Record<string, string[]>> {
  const reader = await damaged.reader()
  const all: Record<string, string[]> = {}
  for (const { description, rootEntry } of await listSnapshots(reader)) {
    const lines: string[] = []
    // Each was saved with one.
    for await (const event of walkTree(reader.objects, rootEntry as DirEntry)) {
      if (event.kind !== 'entry' && event.kind !== 'enter') continue
      const { type, mode, size, mtimeNs, uid, gid, objectId, summary } = event.entry
      const bytes =
        type === 'd'
          ? summary?.files
          : Buffer.from(await (await reader.objects.open(objectId)).readAll())
              .toString('base64')
              .slice(-20)
      lines.push([event.path, type, mode, size, mtimeNs, uid, gid, bytes].join(' '))
    }
    all[description] = lines
  }
  return all
}

describe('bringing snapshots over', () => {
  it('gives the same trees with the same facts, and leaves incomplete ones out', async () => {
    const target = await emptyTarget()
    const { events, failure } = await migrate(sound, target)
    expect([events, failure]).toEqual([['snapshot first', 'snapshot second'], undefined])
    const { cut, ...complete } = await treesOf(sound)
    expect(cut).toHaveLength(2)
    expect(await treesOf(target)).toEqual(complete)
    const [first] = await listSnapshots(await target.reader())
    const { startTimeNs, endTimeNs } = sound.snapshots['first'] ?? {}
    expect(first).toMatchObject({ startTimeNs, endTimeNs, tags: { 'tag:a': 'b' }, pins: ['keep'], source: DAMAGE_SOURCE })
  })

  it('copies what two snapshots share once, and nothing the second time', async () => {
    const target = await emptyTarget()
    const { hashed } = await migrate(sound, target)
    // The large file is in both.
    expect(hashed).toBeLessThan(700_000)
    expect((await migrate(sound, target)).events).toEqual(['present first', 'present second'])
    expect(await listSnapshots(await target.reader())).toHaveLength(2)
  })

  it('goes on from what an earlier run brought over', async () => {
    const target = await emptyTarget()
    const source = await DamagedRepository.create()
    await source.save('first', sampleTree())
    await migrate(source, target)
    await source.save('second', { ...sampleTree(), 'z.txt': 'zeta\n' })
    const { events, hashed } = await migrate(source, target)
    expect(events).toEqual(['present first', 'snapshot second'])
    expect(hashed).toBeLessThan(10_000)
    expect(await treesOf(target)).toEqual(await treesOf(source))
  })

  it('takes only the latest when asked', async () => {
    const target = await emptyTarget()
    expect((await migrate(sound, target, { isLatestOnly: true })).events).toEqual(['snapshot second'])
  })

  it('brings over what is intact, records what is not, and says so', async () => {
    const source = sound.copy()
    source.corrupt(source.pack('first/docs/b.txt'))
    source.remove(source.pack('first/docs/deep'))
    const target = await emptyTarget()
    const { events, failure } = await migrate(source, target)
    const lost = ['failure builder@ci-runner:/data/docs/deep', 'failure builder@ci-runner:/data/docs/b.txt']
    expect([...events].sort()).toEqual(['snapshot first', 'snapshot second', ...lost].sort())
    expect(failure).toMatchObject({ code: 'CAIRN_MIGRATE_INCOMPLETE', kind: 'partial' })
    const { first } = await treesOf(target)
    expect(first?.map((line) => line.split(' ')[0])).toEqual(['', 'docs', 'empty', 'a.txt', 'large.bin', 'link'])
    const [manifest] = await listSnapshots(await target.reader())
    expect(manifest?.rootEntry?.summary).toMatchObject({ numFailed: 2, errors: [{ path: 'docs/b.txt' }, { path: 'docs/deep' }] })
  })

  it('skips a snapshot whose root is lost, and takes the others', async () => {
    const source = sound.copy()
    source.remove(source.pack('first'))
    const target = await emptyTarget()
    const { events, failure } = await migrate(source, target)
    expect(events).toEqual(['snapshot first', expect.stringContaining('failure snapshot of'), 'snapshot second'])
    expect(failure).toMatchObject({ code: 'CAIRN_MIGRATE_INCOMPLETE' })
    expect(Object.keys(await treesOf(target))).toEqual(['second'])
  })
})

describe('ignore rules of the repository', () => {
  const TREE: Tree = {
    '.kopiaignore': '*.log\n/sub/x\n',
    'a.log': 'a',
    'b.txt': 'b',
    'c.tmp': 'c',
    cache: { 'CACHEDIR.TAG': 'Signature: 8a477f597d28d172789f06886806bc55\n', data: 'd' },
    sub: { '.kopiaignore': '!keep.log\n', 'keep.log': 'k', 'other.log': 'l', x: 'x', deep: { 'd.log': 'd', e: 'e' } },
  }

  it('apply only when asked', async () => {
    const source = await DamagedRepository.create()
    await source.save('all', TREE)
    const target = await emptyTarget()
    const writer = await target.open()
    await setPolicy(writer, { kind: 'path', ...DAMAGE_SOURCE }, { files: { ignore: ['*.tmp'], ignoreDotFiles: ['.kopiaignore'] } })
    await writer.flush()
    const plain = target.copy()
    await migrate(source, plain)
    expect(await treesOf(plain)).toEqual(await treesOf(source))
    await migrate(source, target, { appliesIgnoreRules: true })
    const paths = (await treesOf(target))['all']?.map((line) => line.split(' ')[0])
    expect(paths).toEqual(['', 'cache', 'sub', 'sub/deep', 'sub/deep/e', 'sub/.kopiaignore', 'sub/keep.log', '.kopiaignore', 'b.txt'])
  })
})

describe('policies', () => {
  const PATH = { kind: 'path', ...DAMAGE_SOURCE } as const
  const HOST = { kind: 'host', host: DAMAGE_SOURCE.host } as const

  async function withPolicies(): Promise<DamagedRepository> {
    const source = sound.copy()
    const writer = await source.open()
    await setPolicy(writer, PATH, { retention: { keepLatest: 3 } })
    await setPolicy(writer, HOST, { retention: { keepLatest: 4 } })
    await writer.flush()
    return source
  }

  it.each([
    ['all', ['policy host', 'policy path']],
    ['sources', ['policy path']],
    ['none', []],
  ] as const)('come along: %s', async (policies, expected) => {
    const target = await emptyTarget()
    const { events } = await migrate(await withPolicies(), target, { policies })
    expect(events.filter((line) => line.startsWith('policy')).sort()).toEqual(expected)
    const reader = await target.reader()
    expect((await findPolicy(reader, PATH))?.policy).toEqual(policies === 'none' ? undefined : { retention: { keepLatest: 3 } })
  })

  it('that are there already stay, unless they are to be overwritten', async () => {
    const source = await withPolicies()
    const target = await emptyTarget()
    const writer = await target.open()
    await setPolicy(writer, PATH, { retention: { keepLatest: 9 } })
    await writer.flush()
    const kept = await migrate(source, target, { isLatestOnly: true })
    expect(kept.events.sort()).toEqual(['policy host', 'policy-kept path', 'snapshot second'])
    expect((await findPolicy(await target.reader(), PATH))?.policy.retention?.keepLatest).toBe(9)
    await migrate(source, target, { overwritesPolicies: true })
    expect((await findPolicy(await target.reader(), PATH))?.policy.retention?.keepLatest).toBe(3)
  })
})
