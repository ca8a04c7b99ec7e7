/** Whole runs over a real repository in a temporary folder: what is saved, what is counted, what the status is. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { eventOf } from '../../../src/commands/run/event.ts'
import type { SourceInfo } from '../../../src/policy/target.ts'
import { listSnapshots } from '../../../src/snapshot/store.ts'
import { removeWorkspaces, TEST_PASSWORD, type Workspace, workspace } from '../../support/command-context.ts'
import { eventually } from '../../support/hook-run.ts'

afterAll(removeWorkspaces)

const script = (text: string) => `{run: ${JSON.stringify(`${text}\n`)}}`

/** Writes every file again with a time of its own, as a fresh checkout does. */
function checkOutAgain(folder: string, second: number): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) writeFileSync(path, readFileSync(path))
    utimesSync(path, second, second)
  }
  utimesSync(folder, second, second)
}

async function snapshotsOf(work: Workspace): Promise<string[]> {
  const repository = await work.repository()
  try {
    return (await listSnapshots(repository)).map(({ source, id }) => `${source.path} ${id}`)
  } finally {
    await repository.close()
  }
}

const FILES = { 'data/a.txt': 'alpha', 'data/b/c.txt': 'gamma', 'data/big': 'x'.repeat(50_000) }

describe('incremental runs', () => {
  it.concurrent('stores nothing again and is unchanged after a fresh checkout', async () => {
    const work = await workspace(FILES)
    const first = await work.run({ sources: ['data'] })
    checkOutAgain(work.path('data'), 2_000_000_000)
    const second = await work.run({ sources: ['data'] })
    expect(first).toMatchObject({ status: 'created', exitCode: 0 })
    expect(second).toMatchObject({ status: 'unchanged', exitCode: 0 })
    const [before, after] = [first.sources[0], second.sources[0]]
    expect(after).toMatchObject({ filesNew: 0, filesChanged: 0, filesRemoved: 0, changes: [], files: 3, directories: 2 })
    expect(after?.matchedSnapshotId).toBe(before?.snapshotId)
    // Only directories are new: they hold the times.
    expect(after?.newBytes).toBeLessThan(2_000)
    expect(after?.rootObjectId).not.toBe(before?.rootObjectId)
  })

  it.concurrent('gives the same root object after a fresh checkout with keep-times: unchanged', async () => {
    const work = await workspace(FILES)
    work.policy('sources: [data]\npolicies:\n  ./data: {keep-times: unchanged}\n')
    const first = await work.run()
    checkOutAgain(work.path('data'), 2_000_000_000)
    const second = await work.run()
    expect(second.sources[0]).toMatchObject({ status: 'unchanged', newBytes: 0, rootObjectId: first.sources[0]?.rootObjectId })
  })

  it.concurrent('counts folders that are not as they were', async () => {
    const work = await workspace(FILES)
    await work.run({ sources: ['data'] })
    mkdirSync(work.path('data/b/empty'))
    const { sources, status } = await work.run({ sources: ['data'] })
    expect(status).toBe('created')
    expect(sources[0]).toMatchObject({ filesNew: 0, filesChanged: 0, filesRemoved: 0, directoriesChanged: 1 })
  })

  it.concurrent('counts what is new, changed and removed, and names it', async () => {
    const work = await workspace(FILES)
    await work.run({ sources: ['data'] })
    work.write('data/a.txt', 'ALPHA')
    work.write('data/new', 'new')
    renameSync(work.path('data/b/c.txt'), work.path('data/b/d.txt'))
    const { sources, status } = await work.run({ sources: ['data'] })
    expect(status).toBe('created')
    expect(sources[0]).toMatchObject({ filesNew: 2, filesChanged: 1, filesRemoved: 1 })
    expect([...(sources[0]?.changes ?? [])].map(({ kind, path }) => `${kind} ${path}`).sort()).toEqual([
      'changed a.txt',
      'new b/d.txt',
      'new new',
      'removed b/c.txt',
    ])
  })

  it.concurrent('takes the newest snapshot of the base branch as a base for a pull request', async () => {
    const work = await workspace(FILES)
    const env = {
      PATH: process.env['PATH'],
      KOPIA_PASSWORD: TEST_PASSWORD,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: work.root,
      GITHUB_REPOSITORY: 'Acme/Shop',
    }
    const push = eventOf({ ...env, GITHUB_EVENT_NAME: 'push' }, {})
    const own = { full_name: 'Acme/Shop', fork: false }
    const pull = eventOf(
      { ...env, GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' },
      { pull_request: { head: { repo: own }, base: { repo: own } }, repository: own },
    )
    const base = await work.run({ sources: ['data'] }, { env }, push)
    checkOutAgain(work.path('data'), 2_000_000_000)
    work.write('data/a.txt', 'changed in the pull request')
    const report = await work.run({ sources: ['data'] }, { env }, pull)
    expect(base.sources[0]?.source).toBe('cairn@acme.shop:/acme/shop/data')
    expect(report.sources[0]?.source).toBe('cairn@acme.shop:/acme/shop/pull/7/data')
    expect(report.sources[0]).toMatchObject({ matchedSnapshotId: base.sources[0]?.snapshotId, filesChanged: 1, filesNew: 0 })
    expect(report.sources[0]?.newBytes).toBeLessThan(2_000)
  })

  it.concurrent('appends the source suffix to the identity, as a history of its own', async () => {
    const work = await workspace(FILES)
    await work.run({ sources: ['data'] })
    const report = await work.run({ sources: ['data'], sourceSuffix: 'node-20' })
    expect(report.sources[0]).toMatchObject({ source: `builder@ci:${work.root}/node-20/data`, matchedSnapshotId: '', status: 'created' })
  })
})

describe('retention', () => {
  it.concurrent('removes what no rule keeps after each save, with the reasons for the rest', async () => {
    const work = await workspace(FILES)
    const none = 'keepHourly: 0, keepDaily: 0, keepWeekly: 0, keepMonthly: 0, keepAnnual: 0'
    work.policy(`sources: [data]\npolicies:\n  ./data: {retention: {keepLatest: 2, ${none}}}\n`)
    const ids: string[] = []
    for (let index = 0; index < 3; index++) {
      work.write('data/a.txt', `version ${index}`)
      ids.push((await work.run()).sources[0]?.snapshotId ?? '')
    }
    const [first, second, third] = ids
    expect(await snapshotsOf(work)).toEqual([`${work.path('data')} ${second}`, `${work.path('data')} ${third}`])
    work.write('data/a.txt', 'last')
    const { retention, snapshotId } = (await work.run()).sources[0] ?? {}
    expect(retention?.removed.map(({ id }) => id)).toEqual([second])
    expect(retention?.kept.map(({ id, reasons }) => [id, reasons])).toEqual([
      [snapshotId, ['latest-1']],
      [third, ['latest-2']],
    ])
    expect(ids).toContain(first)
  })

  it.concurrent('saves no identical snapshot when the policy says so', async () => {
    const work = await workspace(FILES)
    work.policy('sources: [data]\npolicies:\n  ./data: {retention: {ignoreIdenticalSnapshots: true}}\n')
    await work.run()
    expect(await work.run()).toMatchObject({ status: 'unchanged', exitCode: 0, sources: [{ snapshotId: '' }] })
    expect(await snapshotsOf(work)).toHaveLength(1)
  })
})

describe('several sources', () => {
  it.concurrent('goes on after one that fails, and reports both', async () => {
    const work = await workspace(FILES)
    const report = await work.run({ sources: ['missing', 'data'] })
    expect(report).toMatchObject({ status: 'failed', exitCode: 1 })
    expect(report.sources).toMatchObject([{ status: 'failed', error: { code: 'CAIRN_SOURCE_MISSING' } }, { status: 'created' }])
    expect(await snapshotsOf(work)).toHaveLength(1)
  })

  it.concurrent('leaves a missing source out when told to', async () => {
    const work = await workspace(FILES)
    const warned = await work.run({ sources: ['missing', 'data'], onMissingSource: 'warn' })
    expect(warned).toMatchObject({ status: 'created', exitCode: 0, warnings: [expect.stringContaining('missing')] })
    const alone = await work.run({ sources: ['missing'], onMissingSource: 'ignore' })
    expect(alone).toMatchObject({ status: 'skipped', exitCode: 0, warnings: [] })
  })

  it.concurrent('refuses the same source twice before anything happens', async () => {
    const work = await workspace(FILES)
    expect(await work.run({ sources: ['data', './data/'] })).toMatchObject({ exitCode: 2, errors: [{ code: 'CAIRN_SOURCE_DUPLICATE' }] })
    expect(readdirSync(work.root)).toEqual(['data'])
  })

  it.concurrent('takes a source outside the workspace in Actions only when that is allowed', async () => {
    const work = await workspace(FILES)
    mkdirSync(work.path('../outside'))
    writeFileSync(work.path('../outside/file'), 'outside')
    const env = {
      PATH: process.env['PATH'],
      KOPIA_PASSWORD: TEST_PASSWORD,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: work.root,
      GITHUB_REPOSITORY: 'acme/shop',
    }
    const event = eventOf({ ...env, GITHUB_EVENT_NAME: 'push' }, {})
    const refused = await work.run({ sources: ['../outside'] }, { env }, event)
    expect(refused).toMatchObject({ exitCode: 2, sources: [{ error: { code: 'CAIRN_SOURCE_OUTSIDE' } }] })
    const allowed = await work.run({ sources: ['../outside'], allowOutsideWorkspace: true }, { env }, event)
    expect(allowed).toMatchObject({ status: 'created', exitCode: 0 })
    expect(allowed.sources[0]?.source).toBe(`cairn@acme.shop:${join(work.root, '..', 'outside')}`)
  })

  it.concurrent('notes what maxFileSize leaves out', async () => {
    const work = await workspace(FILES)
    work.policy('sources: [data]\npolicies:\n  ./data: {files: {maxFileSize: 10000}}\n')
    const { notices, sources } = await work.run()
    expect(sources[0]?.files).toBe(2)
    expect(notices.filter((text) => text.includes('maxFileSize'))).toEqual(['Left out of data by maxFileSize or oneFileSystem: 1 entry.'])
  })

  it.concurrent('leaves its own repository and .git out', async () => {
    const work = await workspace({ ...FILES, '.git/config': 'git' })
    const report = await work.run()
    expect(Object.keys(await work.stored(report.sources[0]?.snapshotId ?? '')).filter((path) => path.startsWith('.'))).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('streams', () => {
  const stream = async (keys: string) => {
    const work = await workspace()
    work.policy(`sources: [{stream: dump.sql, ${keys}}]\n`)
    return { work, report: await work.run() }
  }

  it.concurrent('stores the output of a command as one file', async () => {
    const { work, report } = await stream('command: [printf, "a\\\\nb"]')
    expect(report).toMatchObject({ status: 'created', exitCode: 0, sources: [{ files: 1, bytes: 3, label: 'dump.sql' }] })
    expect(await work.stored(report.sources[0]?.snapshotId ?? '')).toEqual({ 'dump.sql': 'a\nb' })
    expect(await work.run()).toMatchObject({ status: 'unchanged', sources: [{ filesChanged: 0 }] })
  })

  it.concurrent('saves nothing when the command fails after half of its output', async () => {
    const { work, report } = await stream('run: "echo half; exit 3\\n"')
    expect(report).toMatchObject({ status: 'failed', exitCode: 6, sources: [{ snapshotId: '', error: { code: 'CAIRN_HOOK_FAILED' } }] })
    expect(await snapshotsOf(work)).toEqual([])
  })

  it.concurrent('saves nothing when the output is smaller than min-size', async () => {
    const { work, report } = await stream('run: "echo x\\n", min-size: 1 KiB')
    expect(report).toMatchObject({
      status: 'failed',
      exitCode: 6,
      sources: [{ snapshotId: '', error: { code: 'CAIRN_STREAM_TOO_SMALL' } }],
    })
    expect(await snapshotsOf(work)).toEqual([])
  })

  it.concurrent('saves nothing when the command is too slow, and ends it', async () => {
    const { work, report } = await stream('run: "echo begun; exec sleep 600\\n", timeout: 1s')
    expect(report).toMatchObject({ status: 'failed', exitCode: 6, sources: [{ snapshotId: '', error: { code: 'CAIRN_HOOK_TIMED_OUT' } }] })
    expect(await snapshotsOf(work)).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('the job', () => {
  it.concurrent('does nothing when job.before fails, but runs job.after with what it knows', async () => {
    const work = await workspace(FILES)
    work.policy(`sources: [data]
job:
  before: [${script('exit 4')}]
  after: [{run: 'echo "$CAIRN_STATUS $CAIRN_SNAPSHOT_IDS" > told'}]
`)
    const report = await work.run()
    expect(report).toMatchObject({ status: 'failed', exitCode: 6, sources: [], repository: null })
    expect(work.lines('told')).toEqual(['failed '])
    expect(readdirSync(work.root)).not.toContain('.cairn')
  })

  it.concurrent('fails when an essential job.after step fails, and keeps the snapshot', async () => {
    const work = await workspace(FILES)
    work.policy(`sources: [data]\njob: {after: [${script('exit 5')}]}\n`)
    const report = await work.run()
    expect(report).toMatchObject({ status: 'failed', exitCode: 6, sources: [{ status: 'created' }] })
    expect(await snapshotsOf(work)).toHaveLength(1)
  })

  it.concurrent('obeys when in job.after', async () => {
    const work = await workspace(FILES)
    work.policy(`sources: [data]
job:
  after: [{when: failure, run: 'echo failure >> told'}, {when: success, run: 'echo success >> told'}, {when: unchanged, run: 'echo unchanged >> told'}]
`)
    const { hooks } = await work.run()
    await work.run()
    expect(work.lines('told')).toEqual(['success', 'success', 'unchanged'])
    expect(hooks.map(({ status, reason }) => [status, reason])).toEqual([
      ['not-run', 'status is created'],
      ['ok', undefined],
      ['not-run', 'status is created'],
    ])
  })

  it.concurrent('reports what was saved although no hook of job.after can be run', async () => {
    const work = await workspace(FILES)
    work.policy(`sources: [data]\njob: {after: [${script('true')}]}\n`)
    const { os } = (await work.run()).context
    const report = await work.run({}, { os: { ...os, temporaryDirectory: '/no/such/folder' } })
    expect(report).toMatchObject({
      status: 'failed',
      exitCode: 6,
      sources: [{ status: 'unchanged' }],
      errors: [{ code: 'CAIRN_HOOK_NOT_STARTED' }],
    })
    expect(report.sources[0]?.snapshotId).not.toBe('')
  })

  it.concurrent('tells root after-hooks by when how the source ended', async () => {
    const work = await workspace(FILES)
    const told = (word: string) => `{when: ${word}, run: 'echo ${word} >> "$KOPIA_SOURCE_PATH/../told"'}`
    const after = `[${['created', 'unchanged', 'partial', 'success', 'failure'].map(told).join(', ')}]`
    work.policy(`sources: [data]\npolicies:\n  ./data: {actions: {afterSnapshotRoot: ${after}}}\n`)
    await work.run()
    await work.run()
    expect(work.lines('told')).toEqual(['created', 'success', 'unchanged', 'success'])
    work.policy(`sources: [data]
policies:
  ./data: {actions: {afterSnapshotRoot: ${after}}}
  ./data/b: {actions: {beforeFolder: ${script('exit 1')}}}
`)
    expect(await work.run()).toMatchObject({ status: 'partial' })
    expect(work.lines('told').slice(4)).toEqual(['partial', 'failure'])
  })

  it.concurrent('reports an after-hook that fails beside what failed before it, and the graver exit code', async () => {
    const work = await workspace(FILES)
    work.policy(`sources: [data]
policies:
  ./data:
    actions:
      beforeSnapshotRoot: ${script('mv "$KOPIA_SOURCE_PATH" "$KOPIA_SOURCE_PATH.away"')}
      afterSnapshotRoot: ${script('mv "$KOPIA_SOURCE_PATH.away" "$KOPIA_SOURCE_PATH"; exit 9')}
`)
    const report = await work.run()
    expect(report).toMatchObject({ status: 'failed', exitCode: 6 })
    expect(report.sources[0]?.error?.code).toBe('CAIRN_SOURCE_MISSING')
    expect(report.sources[0]?.furtherErrors?.map(({ code }) => code)).toEqual(['CAIRN_HOOK_FAILED'])
  })

  it.concurrent('is failed by the after-hook of a source that was skipped', async () => {
    const work = await workspace(FILES)
    work.policy(`sources: [data, {stream: dump.sql, run: 'echo 1'}]
policies:
  ./data: {actions: {beforeSnapshotRoot: ${script('exit 75')}, afterSnapshotRoot: ${script('exit 9')}}}
  ./dump.sql: {actions: {beforeSnapshotRoot: ${script('exit 75')}, afterSnapshotRoot: ${script('exit 9')}}}
`)
    const report = await work.run()
    expect(report.sources.map(({ status, error }) => [status, error?.code])).toEqual([
      ['failed', 'CAIRN_HOOK_FAILED'],
      ['failed', 'CAIRN_HOOK_FAILED'],
    ])
    expect(report.exitCode).toBe(6)
  })

  it.concurrent('skips the source when its before-hook exits with 75', async () => {
    const work = await workspace(FILES)
    work.policy(`sources: [data]\npolicies:\n  ./data: {actions: {beforeSnapshotRoot: ${script('exit 75')}}}\n`)
    expect(await work.run()).toMatchObject({ status: 'skipped', exitCode: 0, sources: [{ status: 'skipped', snapshotId: '' }] })
    expect(await snapshotsOf(work)).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('cancelling', () => {
  /** A run that is cancelled when the hook output `now` is seen. */
  const cancelledBy = async (policy: string) => {
    const work = await workspace(FILES)
    work.policy(policy)
    const stop = new AbortController()
    const hookSink = { openGroup: () => {}, closeGroup: () => {}, line: (text: string) => void (text.includes('now') && stop.abort()) }
    return { work, report: await work.run({}, { signal: stop.signal, hookSink }) }
  }
  it.concurrent('in a before-hook of the root: no manifest, its after-hook ran', async () => {
    const { work, report } = await cancelledBy(`sources: [data]
policies:
  ./data: {actions: {beforeSnapshotRoot: ${script('echo now; exec sleep 600')}, afterSnapshotRoot: ${script('echo "$CAIRN_STATUS" > "$HOME/after"')}}}
`)
    expect(report).toMatchObject({ status: 'cancelled', exitCode: 130 })
    expect(work.lines('after')).toEqual(['cancelled'])
    expect(await snapshotsOf(work)).toEqual([])
  })

  it.concurrent('in a before-hook of a folder: no manifest, the after-hooks of folder and root ran', async () => {
    const { work, report } = await cancelledBy(`sources: [data]
policies:
  ./data: {actions: {afterSnapshotRoot: ${script('echo root >> "$HOME/after"')}}}
  ./data/b: {actions: {beforeFolder: ${script('echo now; exec sleep 600')}, afterFolder: ${script('echo folder >> "$HOME/after"')}}}
`)
    expect(report).toMatchObject({ status: 'cancelled', exitCode: 130 })
    expect(work.lines('after')).toEqual(['folder', 'root'])
    expect(await snapshotsOf(work)).toEqual([])
  })

  it.concurrent('in a stream: no manifest', async () => {
    const work = await workspace()
    work.policy(`sources: [{stream: dump, run: "touch $HOME/begun; exec sleep 600\\n"}]\n`)
    const stop = new AbortController()
    const [report, hasBegun] = await Promise.all([
      work.run({}, { signal: stop.signal }),
      eventually(() => existsSync(work.path('begun')), 20_000).finally(() => stop.abort()),
    ])
    expect(hasBegun).toBe(true)
    expect(report).toMatchObject({ status: 'cancelled', exitCode: 130, sources: [{ status: 'cancelled', snapshotId: '' }] })
    expect(await snapshotsOf(work)).toEqual([])
  })

  it.concurrent('in job.before: no source is run, job.after is', async () => {
    const { work, report } = await cancelledBy(`sources: [data]
job: {before: [${script('echo now; exec sleep 600')}], after: [${script('echo "$CAIRN_STATUS" > "$HOME/after"')}]}
`)
    expect(report).toMatchObject({ status: 'cancelled', exitCode: 130, sources: [] })
    expect(work.lines('after')).toEqual(['cancelled'])
  })

  it.concurrent('between two sources: what was saved stays, the rest is cancelled', async () => {
    const work = await workspace(FILES)
    work.write('other/x', 'x')
    work.policy(`sources: [other, data]
policies:
  ./other: {actions: {afterSnapshotRoot: ${script('echo now')}}}
`)
    const first = await work.run()
    const stop = new AbortController()
    const report = await work.run(
      {},
      { signal: stop.signal, hookSink: { openGroup: () => {}, closeGroup: () => {}, line: () => stop.abort() } },
    )
    expect(first.status).toBe('created')
    expect(report).toMatchObject({ status: 'cancelled', exitCode: 130 })
    expect(report.sources.at(-1)).toMatchObject({ status: 'cancelled', snapshotId: '' })
    expect((await snapshotsOf(work)).filter((line) => line.startsWith(work.path('data')))).toHaveLength(1)
  })

  it.concurrent('before anything: no repository is made', async () => {
    const work = await workspace(FILES)
    const report = await work.run({ sources: ['data'] }, { signal: AbortSignal.abort() })
    expect(report).toMatchObject({ status: 'cancelled', exitCode: 130 })
    expect(readdirSync(work.root)).toEqual(['data'])
  })
})

describe('a hook that comes only from a policy stored in the repository', () => {
  async function storeHook(work: Workspace, source: SourceInfo, path: string): Promise<void> {
    const repository = await work.repository()
    const { userName: username, host: hostname } = source
    const hook = { script: `touch ${work.path('ran')}`, mode: 'essential', timeout: 20 }
    await repository.manifests.put(
      { type: 'policy', policyType: 'path', username, hostname, path },
      JSON.stringify({ actions: { beforeFolder: hook } }),
    )
    await repository.flush()
    await repository.close()
  }

  it.concurrent('does not run without allow-repository-hooks, however its target is written', async () => {
    const work = await workspace(FILES)
    const first = await work.run({ sources: ['data'] })
    expect(first.status).toBe('created')
    const repository = await work.repository()
    const source = (await listSnapshots(repository))[0]?.source ?? { userName: '', host: '', path: '' }
    await repository.close()
    await storeHook(work, source, `${source.path}\\b`)
    const odd = await work.run({ sources: ['data'], enableActions: true })
    expect(existsSync(work.path('ran'))).toBe(false)
    expect(odd.status).toBe('unchanged')
    await storeHook(work, source, `${source.path}/b`)
    const plain = await work.run({ sources: ['data'], enableActions: true })
    expect(plain).toMatchObject({ status: 'failed', errors: [{ code: 'CAIRN_REPOSITORY_HOOKS_REFUSED' }] })
    expect(existsSync(work.path('ran'))).toBe(false)
  })
})
