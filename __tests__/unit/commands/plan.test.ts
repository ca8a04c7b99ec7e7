/** What a plan says, and that it writes nothing. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { planRun } from '../../../src/commands/plan/plan-run.ts'
import { eventOf } from '../../../src/commands/run/event.ts'
import { DEFAULT_RUN_OPTIONS, type RunOptions } from '../../../src/commands/run/options.ts'
import { planText } from '../../../src/report/plan-text.ts'
import { setPolicy } from '../../../src/snapshot/policies.ts'
import { removeWorkspaces, testContext, type Workspace, workspace } from '../../support/command-context.ts'

afterAll(removeWorkspaces)

const FILE = `sources: [data]
job: {before: [{run: "exit 1"}]}
policies:
  global: {retention: {keepLatest: 1, keepHourly: 0, keepDaily: 0, keepWeekly: 0, keepMonthly: 0, keepAnnual: 0}}
  ./data:
    files: {ignore: ["*.tmp", "/cache/"]}
    actions:
      beforeSnapshotRoot: {name: Dump, run: "touch ran\\ntrue\\n", mode: optional, timeout: 9}
  ./data/sub:
    compression: zstd
    actions: {afterFolder: {command: [thaw, "a b"], mode: essential}}
`
const FILES = { 'data/a': 'aaaa', 'data/b.tmp': 'bb', 'data/cache/c': 'c', 'data/sub/d': 'd', 'data/.git/config': 'secret' }

const plan = async (work: Workspace, options: Partial<RunOptions> = {}, env?: Readonly<Record<string, string | undefined>>) => {
  const context = testContext(work.root, env === undefined ? {} : { env })
  const event = env === undefined ? undefined : eventOf(env, {})
  return await planRun(context, { ...DEFAULT_RUN_OPTIONS, ...options }, event)
}

/** Everything below the parent of the workspace: kinds, modes, times, bytes. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name)
    const { mode, mtimeNs, ctimeNs } = statSync(path, { bigint: true })
    hash.update(`${name} ${mode} ${mtimeNs} ${ctimeNs}\n`)
    if (statSync(path).isFile()) hash.update(readFileSync(path))
    else if (!statSync(path).isDirectory()) hash.update(readlinkSync(path))
  }
  return hash.digest('hex')
}

describe('a plan', () => {
  it('counts what is there and what is left out, without .git, and names hooks with their origin', async () => {
    const work = await workspace(FILES)
    work.policy(FILE)
    const planned = await plan(work, { enableActions: true })
    expect(planned).toMatchObject({
      schema: 1,
      policyFile: { path: '.github/cairn.yml' },
      repository: { location: work.path('.cairn/repository'), exists: false, uniqueId: '' },
      consent: { kind: 'run' },
      jobHooks: [{ key: 'job.before', program: 'a script of 1 line' }],
    })
    const [source] = planned.sources
    expect(source).toMatchObject({
      label: 'data',
      content: { files: 2, directories: 2, bytes: 5, excluded: { files: 1, directories: 1, bytes: 2 }, unreadable: 0 },
      problem: null,
      retention: { kept: [{ id: 'next', reasons: ['latest-1'] }], removed: [] },
    })
    expect(source?.hooks).toMatchObject([
      {
        key: 'beforeSnapshotRoot',
        folder: '',
        name: 'Dump',
        mode: 'optional',
        timeoutSeconds: 9,
        program: 'a script of 2 lines',
        from: 'policy-file',
      },
      { key: 'afterFolder', folder: 'sub', mode: 'essential', program: 'thaw "a b"' },
    ])
    expect(source?.policy).toContainEqual({ key: 'errorHandling.ignoreUnknownTypes', value: true, from: 'default', target: '' })
    expect(source?.folders).toMatchObject([{ folder: 'sub', policy: expect.arrayContaining([expect.objectContaining({ value: 'zstd' })]) }])
  })

  it('gives every value of the policy with its origin, by the order of authority', async () => {
    const work = await workspace(FILES)
    work.policy(FILE)
    await work.run({ enableActions: false })
    const repository = await work.repository()
    const host = { kind: 'host', host: 'ci' } as const
    await setPolicy(repository, host, { retention: { keepLatest: 9 }, compression: { compressorName: 'pgzip' } })
    await repository.flush()
    await repository.close()
    const [source] = (await plan(work)).sources
    const of = (key: string) => source?.policy.find((value) => value.key === key)
    expect(of('retention.keepLatest')).toMatchObject({ value: 1, from: 'policy-file', target: '(global)' })
    expect(of('compression.compressorName')).toMatchObject({ value: 'pgzip', from: 'repository', target: '@ci' })
    expect(of('files.ignore')).toMatchObject({ value: ['*.tmp', '/cache/'], from: 'policy-file' })
    expect(of('upload.parallelUploadAboveSize')).toMatchObject({ from: 'repository', target: '(global)' })
  })

  it('says which snapshots the next one would push out, and writes nothing anywhere', async () => {
    const work = await workspace(FILES)
    work.policy(FILE.replace(/^job:.*\n/m, ''))
    const first = (await work.run({ enableActions: false })).sources[0]?.snapshotId
    expect(first).not.toBe('')
    const before = fingerprint(dirname(work.root))
    const planned = await plan(work, { enableActions: true })
    const [source] = planned.sources
    expect(planned.repository).toMatchObject({ exists: true, uniqueId: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(source?.retention).toMatchObject({ kept: [{ id: 'next' }], removed: [{ id: first }] })
    expect(fingerprint(dirname(work.root))).toBe(before)
    writeFileSync(work.path('changed'), '')
    expect(fingerprint(dirname(work.root))).not.toBe(before)
  })

  it('says whether there is consent for the hooks of the file and of the repository', async () => {
    const work = await workspace(FILES)
    work.policy(FILE)
    expect((await plan(work)).consent).toMatchObject({ kind: 'refuse', error: { code: 'CAIRN_HOOKS_NEED_CONSENT' } })
    expect((await plan(work, { enableActions: false })).consent).toEqual({ kind: 'skip' })
    const stored = await workspace({ 'data/a': 'a' })
    stored.policy('sources: [data]\n')
    await stored.run()
    const repository = await stored.repository()
    await setPolicy(repository, { kind: 'global' }, { actions: { beforeSnapshotRoot: { path: 'H', mode: 'essential', timeout: 5 } } })
    await repository.flush()
    await repository.close()
    const planned = await plan(stored, { enableActions: true })
    expect(planned.consent).toMatchObject({ kind: 'refuse', error: { code: 'CAIRN_REPOSITORY_HOOKS_REFUSED' } })
    expect(planned.sources[0]?.hooks).toMatchObject([{ from: 'repository', target: '(global)', program: 'H' }])
    expect((await plan(stored, { enableActions: true, allowRepositoryHooks: true })).consent).toEqual({ kind: 'run' })
  })

  it('has a place for a source that is missing, for a file and for a stream', async () => {
    const work = await workspace({ 'one.txt': 'abc' })
    work.policy('sources: [gone, one.txt, {stream: dump.sql, run: "true"}]\n')
    const { sources } = await plan(work, { enableActions: true })
    expect(sources).toMatchObject([
      { label: 'gone', content: null, problem: { code: 'CAIRN_SOURCE_MISSING' } },
      { label: 'one.txt', content: { files: 1, directories: 0, bytes: 3 }, problem: null },
      { label: 'dump.sql', kind: 'stream', content: null, problem: null, hooks: [{ key: 'stream' }] },
    ])
  })

  it('ends as the run would when that could not begin', async () => {
    const work = await workspace(FILES)
    work.policy('sources: 7\n')
    await expect(plan(work)).rejects.toMatchObject({ code: 'CAIRN_POLICY_FILE_INVALID' })
    work.policy('')
    mkdirSync(work.path('empty'))
    await expect(plan(work, { repository: './empty' })).rejects.toMatchObject({ code: 'CAIRN_STORAGE_EMPTY' })
    expect((await plan(work, { repository: './empty', createRepository: true })).repository.exists).toBe(false)
    expect(readdirSync(work.path('empty'))).toEqual([])
  })

  it('of a pull request from a fork without a password is that nothing is done', async () => {
    const work = await workspace(FILES)
    work.policy(FILE)
    const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: work.root, GITHUB_REPOSITORY: 'acme/shop', GITHUB_EVENT_NAME: 'pull_request' }
    const planned = await plan(work, {}, env)
    expect(planned.skip).toContain('nothing was done')
    expect(planText(planned)).toEqual([expect.stringMatching(/^The run would do nothing: /)])
  })
})

describe('the text of a plan', () => {
  it('says the same in lines', async () => {
    const work = await workspace(FILES)
    work.policy(FILE)
    const lines = planText(await plan(work))
    expect(lines.slice(0, 3)).toEqual([
      '  policy file  .github/cairn.yml',
      `  repository   ${work.path('.cairn/repository')}, which the run would make`,
      `  identity     builder@ci:${work.root}`,
    ])
    expect(lines).toContain('  content      2 files, 2 folders, 5 B')
    expect(lines).toContain('  left out     1 file (2 B) and 1 folder by ignore rules')
    expect(lines).toContain('  snapshots    after the run 1 kept, 0 removed')
    expect(lines).toContain('    kept       the new one (latest-1)')
    expect(lines).toContain('  folder       ./sub')
    expect(lines.filter((line) => line.includes('compression.compressorName'))).toEqual([
      expect.stringContaining('"none"  (default)'),
      expect.stringMatching(/"zstd" {2}\(the policy file, builder@ci:.*\/data\/sub\)$/),
    ])
    expect(lines.join('\n')).toContain('the run would end here: CAIRN_HOOKS_NEED_CONSENT')
    expect(lines.join('\n')).toContain('afterFolder of ./sub: thaw "a b", essential, at most 300 s, from the policy file, ./data/sub')
  })
})
