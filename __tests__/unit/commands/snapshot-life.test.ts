/** Deleting, expiring and pinning snapshots, and listing them, on a repository in memory. */
import { describe, expect, it } from 'vitest'
import { deleteSnapshots, selectByIds, selectBySources } from '../../../src/commands/snapshot-delete.ts'
import { type ExpirePlan, expireSnapshots } from '../../../src/commands/snapshot-expire.ts'
import { listSnapshotGroups, type SnapshotListOptions } from '../../../src/commands/snapshot-list.ts'
import { pinSnapshots } from '../../../src/commands/snapshot-pin.ts'
import type { CairnError } from '../../../src/errors.ts'
import { setPolicy } from '../../../src/snapshot/policies.ts'
import { EMPTY_STATS } from '../../../src/snapshot/stats.ts'
import { listSnapshots, saveSnapshot } from '../../../src/snapshot/store.ts'
import { type FakeRepository, fakeRepository } from '../../support/fake-repository.ts'

const signal = new AbortController().signal
const OWNER = { userName: 'tester', host: 'here' }
const HOUR_NS = 3_600_000_000_000n

/** Snapshots of `/src`, an hour apart, whose root objects are given. */
async function history(roots: readonly string[], path = '/src'): Promise<{ repository: FakeRepository; ids: string[] }> {
  const repository = fakeRepository()
  const ids = await addHistory(repository, roots, path)
  return { repository, ids }
}

async function addHistory(repository: FakeRepository, roots: readonly string[], path: string): Promise<string[]> {
  const ids: string[] = []
  for (const [hour, objectId] of roots.entries()) {
    const startTimeNs = BigInt(hour) * HOUR_NS
    const rootEntry = { name: 'src', type: 'f', mode: 0o644, size: 1, mtimeNs: 0n, uid: 0, gid: 0, objectId } as const
    const times = { startTimeNs, endTimeNs: startTimeNs }
    const saved = await saveSnapshot(repository, {
      id: '',
      source: { ...OWNER, path },
      description: '',
      ...times,
      stats: EMPTY_STATS,
      rootEntry,
      tags: {},
      pins: [],
    })
    ids.push(saved.id)
  }
  return ids
}

const damage = (repository: FakeRepository) =>
  repository.manifests.put({ type: 'snapshot', hostname: 'here', username: 'tester', path: '/src' }, '{"source":7}')

describe('deleting', () => {
  it('takes manifest IDs and root object IDs, and deletes each snapshot once', async () => {
    const { repository, ids } = await history(['aa', 'bb', 'aa'])
    const [first = '', second = ''] = ids
    const selected = await selectByIds(repository, ['aa', first], signal)
    expect(selected.map(({ id }) => id)).toEqual([ids[0], ids[2]])
    const named: string[] = []
    await deleteSnapshots(repository, selected, ({ id }) => named.push(id), signal)
    expect(named).toEqual([ids[0], ids[2]])
    expect((await listSnapshots(repository)).map(({ id }) => id)).toEqual([second])
  })

  it('deletes nothing when one of the IDs is unknown', async () => {
    const { repository, ids } = await history(['aa'])
    await expect(selectByIds(repository, [...ids, 'ff'], signal)).rejects.toMatchObject({ code: 'CAIRN_SNAPSHOT_NOT_FOUND' })
    await expect(selectByIds(repository, [''], signal)).rejects.toMatchObject({ code: 'CAIRN_SNAPSHOT_NOT_FOUND' })
  })

  it('takes sources, of one path or of a user, and refuses one without snapshots', async () => {
    const { repository, ids } = await history(['aa', 'bb'])
    const others = await addHistory(repository, ['cc'], '/other')
    const select = async (path: string) => (await selectBySources(repository, [{ ...OWNER, path }], signal)).map(({ id }) => id)
    expect(await select('/src')).toEqual(ids)
    expect((await select('')).sort()).toEqual([...ids, ...others].sort())
    await expect(select('/none')).rejects.toMatchObject({ code: 'CAIRN_SNAPSHOT_NOT_FOUND' })
  })
})

describe('expiring', () => {
  async function expire(repository: FakeRepository, isDeleting: boolean, sources?: readonly string[]) {
    const plans: ExpirePlan[] = []
    const damaged: CairnError[] = []
    const asked = sources?.map((path) => ({ ...OWNER, path }))
    await expireSnapshots(
      repository,
      { sources: asked, isDeleting },
      (plan) => plans.push(plan),
      (error) => damaged.push(error),
      signal,
    )
    const rows = plans.map(({ source, decisions }) => [
      source.path,
      decisions.map(({ reasons, isExpired }) => (isExpired ? '' : reasons.join())),
    ])
    return { rows, damaged }
  }

  it('shows why each stays and deletes only when asked to', async () => {
    const { repository, ids } = await history(['aa', 'bb', 'cc'])
    await setPolicy(repository, { kind: 'global' }, { retention: { keepLatest: 1, keepHourly: 2, keepDaily: 0, keepWeekly: 0 } })
    const rows = [['/src', ['latest-1,hourly-1,monthly-1,annual-1', 'hourly-2', '']]]
    expect((await expire(repository, false)).rows).toEqual(rows)
    expect(await listSnapshots(repository)).toHaveLength(3)
    expect((await expire(repository, true)).rows).toEqual(rows)
    expect((await listSnapshots(repository)).map(({ id }) => id)).toEqual(ids.slice(1))
  })

  it('takes all sources or those asked for, in the order of their text; none without snapshots', async () => {
    const { repository } = await history(['aa'], '/b')
    await addHistory(repository, ['bb'], '/a')
    expect((await expire(repository, true)).rows.map(([path]) => path)).toEqual(['/a', '/b'])
    expect((await expire(repository, true, ['/none', '/b'])).rows.map(([path]) => path)).toEqual(['/b', '/none'])
    expect((await expire(repository, true, [])).rows).toEqual([])
    expect((await expire(repository, true, [''])).rows.map(([path]) => path)).toEqual(['/a', '/b'])
  })

  it('goes on beside a manifest that cannot be read, and leaves that alone', async () => {
    const { repository } = await history(['aa'])
    const bad = await damage(repository)
    const { damaged, rows } = await expire(repository, true)
    expect(damaged.map(({ message }) => message)).toEqual([expect.stringContaining(bad)])
    expect(rows).toHaveLength(1)
    expect(await repository.manifests.get(bad)).toBeDefined()
  })
})

describe('pinning', () => {
  it('replaces the manifests whose pins change and tells of those that do not', async () => {
    const { repository, ids } = await history(['aa', 'aa'])
    const told: boolean[] = []
    await pinSnapshots(repository, { ids: ids.slice(0, 1), add: ['b', 'a'], remove: [] }, (_, isChanged) => told.push(isChanged), signal)
    await pinSnapshots(repository, { ids: ['aa'], add: ['a', 'b'], remove: [] }, (_, isChanged) => told.push(isChanged), signal)
    expect(told.sort()).toEqual([false, true, true])
    const after = await listSnapshots(repository)
    expect(after.map(({ pins }) => pins)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ])
    expect(after.some(({ id }) => ids.includes(id))).toBe(false)
  })
})

describe('listing', () => {
  const options: SnapshotListOptions = { tags: {}, maxResults: 0, isReversed: false, retainsOnlyShown: false, findsEntries: false }
  const list = async (repository: FakeRepository, more: Partial<SnapshotListOptions> = {}) => {
    const damaged: string[] = []
    const { groups, foundCount } = await listSnapshotGroups(
      repository,
      { ...options, ...more },
      (error) => damaged.push(error.message),
      signal,
    )
    const rows = groups.flatMap(({ snapshots }) => snapshots.map(({ manifest, reasons }) => [manifest.rootEntry?.objectId, reasons.join()]))
    return { rows, foundCount, damaged }
  }

  it('counts all snapshots for retention, or only those shown', async () => {
    const { repository } = await history(['aa', 'bb', 'cc'])
    await setPolicy(repository, { kind: 'global' }, { retention: { keepLatest: 2, keepHourly: 0, keepDaily: 0, keepWeekly: 0 } })
    await setPolicy(repository, { kind: 'host', host: 'here' }, { retention: { keepMonthly: 0, keepAnnual: 0 } })
    const shown = { isReversed: true, maxResults: 2 }
    expect((await list(repository, shown)).rows).toEqual([
      ['bb', 'latest-2'],
      ['aa', ''],
    ])
    expect((await list(repository, { ...shown, retainsOnlyShown: true })).rows).toEqual([
      ['bb', 'latest-1'],
      ['aa', 'latest-2'],
    ])
  })

  it('takes a path, those above it, and nothing for a user without path', async () => {
    const { repository } = await history(['aa'], '/src')
    await addHistory(repository, ['bb'], '/src/below')
    await addHistory(repository, ['cc'], '/srcery')
    const of = async (path: string) => (await list(repository, { source: { ...OWNER, path } })).rows.map(([id]) => id)
    expect(await of('/src/below/file')).toEqual(['aa', 'bb'])
    expect(await of('/src')).toEqual(['aa'])
    expect(await of('')).toEqual([])
  })

  it('shows the others beside one that cannot be read, and says how many belong to somebody else', async () => {
    const { repository } = await history(['aa'])
    await damage(repository)
    const own = await list(repository)
    expect(own.rows.map(([id]) => id)).toEqual(['aa'])
    expect(own.damaged).toHaveLength(1)
    expect(await list(repository, { owner: { userName: 'x', host: 'y' } })).toMatchObject({ rows: [], foundCount: 1 })
  })
})
