/** Cases of Kopia's hook behaviour with policies that are stored in the repository, as `snapshot create` and Kopia run them. */
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createSnapshots, type SnapshotCreateRequest } from '../../src/commands/snapshot-create.ts'
import type { NativeActions, Policy } from '../../src/policy/policy.ts'
import { findPolicy, setPolicy } from '../../src/snapshot/policies.ts'
import { removeWorkspaces, storedFiles, testContext, type Workspace, workspace } from '../support/command-context.ts'
import { MapStorage } from '../support/map-storage.ts'
import { openTestRepository, TEST_IDENTITY, testFormat } from '../support/test-repository.ts'

afterAll(removeWorkspaces)

const NEW: Omit<SnapshotCreateRequest, 'sources'> = {
  tags: {},
  description: '',
  pins: [],
  mayRunHooks: true,
  parallel: 1,
  forceHashPercent: 0,
  repositoryPath: undefined,
}

/** A stored hook that appends a line to `../log`. */
const log = (work: Workspace, text: string): NonNullable<NativeActions['beforeFolder']> => ({
  script: `echo "${text}" >> ${work.path('../log')}\n`,
  mode: 'essential',
  timeout: 20,
})

async function scene(files: Record<string, string>, policies: (work: Workspace) => Record<string, Policy>) {
  const work = await workspace(files)
  const repository = await openTestRepository({ storage: new MapStorage(), format: await testFormat() })
  for (const [path, policy] of Object.entries(policies(work))) {
    await setPolicy(repository, { kind: 'path', ...TEST_IDENTITY, path: join(work.root, path) }, policy)
  }
  await repository.flush()
  const context = testContext(work.root)
  const create = async (options: Partial<SnapshotCreateRequest> = {}) => {
    const { created, failure } = await createSnapshots(context, repository, {
      ...NEW,
      sources: [{ path: work.path('data'), source: { ...TEST_IDENTITY, path: work.path('data') } }],
      ...options,
    })
    if (failure !== undefined) throw failure
    const [first] = created
    if (first === undefined) throw new Error('Nothing was created.')
    return first
  }
  return { work, repository, context, create }
}

describe.skipIf(process.platform === 'win32')('snapshots with stored policies', () => {
  it('case 38: with parallel 1 hooks run around the root, then around each folder in order', async () => {
    const { work, create } = await scene({ 'data/a/x': '1', 'data/b/y': '2' }, (it) => ({
      data: {
        actions: {
          beforeSnapshotRoot: log(it, '$KOPIA_ACTION'),
          afterSnapshotRoot: log(it, '$KOPIA_ACTION'),
          beforeFolder: log(it, '$KOPIA_ACTION data'),
          afterFolder: log(it, '$KOPIA_ACTION data'),
        },
      },
      'data/a': { actions: { beforeFolder: log(it, '$KOPIA_ACTION a'), afterFolder: log(it, '$KOPIA_ACTION a') } },
      'data/b': { actions: { beforeFolder: log(it, '$KOPIA_ACTION b'), afterFolder: log(it, '$KOPIA_ACTION b') } },
    }))
    const { report } = await create()
    expect(report.error).toBeUndefined()
    expect(work.lines('../log')).toEqual([
      'before-snapshot-root',
      'before-folder data',
      'before-folder a',
      'after-folder a',
      'before-folder b',
      'after-folder b',
      'after-folder data',
      'after-snapshot-root',
    ])
  })

  it('case 39: with parallel 3 the hooks of three folders run at the same time', async () => {
    const { create } = await scene({ 'data/a/x': '1', 'data/b/x': '2', 'data/c/x': '3' }, (it) => {
      // Each hook waits for the other two: one after the other would end in the timeout.
      const meet = {
        script: `mkdir -p ${it.path('../met')}; touch ${it.path('../met')}/$$; while [ $(ls ${it.path('../met')} | wc -l) -lt 3 ]; do sleep 0.05; done\n`,
        mode: 'essential',
        timeout: 15,
      }
      return {
        'data/a': { actions: { beforeFolder: meet } },
        'data/b': { actions: { beforeFolder: meet } },
        'data/c': { actions: { beforeFolder: meet } },
      }
    })
    const { report } = await create({ parallel: 3 })
    expect(report.failures).toEqual([])
    expect(report.status).toBe('created')
  })

  it('case 46: an override takes the policies of the virtual source, keeps it out of schedules, and hooks see the real path', async () => {
    const { work, repository, create } = await scene({ 'data/sub/x': '1' }, () => ({}))
    const virtual = { userName: 'app', host: 'prod', path: '/srv/app' }
    await setPolicy(repository, { kind: 'path', ...virtual }, { actions: { beforeSnapshotRoot: log(work, '$KOPIA_SOURCE_PATH') } })
    await setPolicy(
      repository,
      { kind: 'path', ...virtual, path: '/srv/app/sub' },
      { actions: { beforeFolder: log(work, '$KOPIA_SOURCE_PATH') } },
    )
    const { manifest } = await create({ sources: [{ path: work.path('data'), source: virtual }], isManual: true })
    expect(manifest?.source).toEqual(virtual)
    expect(work.lines('../log')).toEqual([work.path('data'), work.path('data/sub')])
    const policy = (await findPolicy(repository, { kind: 'path', ...virtual }))?.policy
    expect(policy).toMatchObject({ scheduling: { manual: true }, actions: { beforeSnapshotRoot: { mode: 'essential' } } })
  })

  it('case 48: without the folder whose hook fails, and with its name in the error', async () => {
    const { repository, create } = await scene({ 'data/bad/x': '1', 'data/good/y': '2' }, () => ({
      'data/bad': { actions: { beforeFolder: { script: 'exit 3\n', mode: 'essential', timeout: 20 } } },
    }))
    const { report, manifest } = await create()
    expect(report).toMatchObject({ status: 'partial', error: { code: 'CAIRN_HOOK_FAILED' }, failures: [{ path: 'bad' }] })
    expect(manifest?.rootEntry?.summary?.numFailed).toBe(1)
    expect(await storedFiles(repository, report.snapshotId)).toEqual({ 'good/': '', 'good/y': '2' })
  })

  it('case 56: hooks that are not enabled are skipped with one line each', async () => {
    const { work, context, create } = await scene({ 'data/x': '1' }, (it) => ({
      data: { actions: { beforeSnapshotRoot: log(it, 'ran'), afterFolder: log(it, 'ran') } },
    }))
    const { report } = await create({ mayRunHooks: false })
    expect(report.status).toBe('created')
    expect(work.lines('../log')).toEqual([])
    expect(context.messages.filter((line) => line.includes('is skipped'))).toHaveLength(2)
  })

  it('case 16: a stored hook without a mode is optional', async () => {
    const { create } = await scene({ 'data/x': '1' }, () => ({
      data: { actions: { beforeSnapshotRoot: { script: 'exit 1\n', timeout: 20 } } },
    }))
    expect((await create()).report).toMatchObject({ status: 'created' })
  })

  it('tells of a snapshot that retention removes at once, because of the time it is given', async () => {
    const { create } = await scene({ 'data/x': '1' }, () => ({ data: { retention: { keepLatest: 1, keepAnnual: 0, keepMonthly: 0 } } }))
    const first = await create()
    const old = await create({ startTimeNs: 1_577_836_800_000_000_000n })
    expect(old.manifest).toMatchObject({ id: old.report.snapshotId, startTimeNs: 1_577_836_800_000_000_000n })
    expect(old.report.retention?.kept.map(({ id }) => id)).toEqual([first.manifest?.id])
  })

  it('gives a hook its whole environment as Kopia does, without passwords', async () => {
    const { work, repository } = await scene({ 'data/x': '1' }, (it) => ({
      data: { actions: { beforeSnapshotRoot: log(it, '[$MY_OWN] [$KOPIA_PASSWORD] [$GITHUB_TOKEN]') } },
    }))
    const context = testContext(work.root, {
      env: { PATH: process.env['PATH'], MY_OWN: 'mine', KOPIA_PASSWORD: 'secret-one', GITHUB_TOKEN: 'secret-two' },
    })
    const source = { path: work.path('data'), source: { ...TEST_IDENTITY, path: work.path('data') } }
    await createSnapshots(context, repository, { ...NEW, sources: [source] })
    expect(work.lines('../log')).toEqual(['[mine] [] []'])
  })
})
