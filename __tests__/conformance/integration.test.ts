/** Cases of Kopia's hook behaviour that need policies, an upload and a whole run; hooks are real processes. */
import { mkdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { removeWorkspaces, workspace } from '../support/command-context.ts'

/** A hook that writes one line with its phase, the folder and what it is told. */
const LOG = `echo "$KOPIA_ACTION $(basename "$KOPIA_SOURCE_PATH") $CAIRN_STATUS" >> "$GITHUB_WORKSPACE/../log"`
const env = (root: string) => ({ PATH: process.env['PATH'], HOME: root, GITHUB_WORKSPACE: root, KOPIA_PASSWORD: 'a password for tests' })

/** `{run: …}` with a script on one line. */
const script = (text: string) => `{run: ${JSON.stringify(`${text}\n`)}}`

afterAll(removeWorkspaces)

describe.skipIf(process.platform === 'win32')('runs with hooks', () => {
  it.concurrent('case 34: below a redirected root, hooks of folders see the original path, and files and ignore rules are right', async () => {
    const work = await workspace({ 'data/sub/live.txt': 'live', 'frozen/sub/frozen.txt': 'frozen', 'frozen/sub/skip.tmp': 'x' })
    work.policy(`sources: [data]
policies:
  ./data:
    files: {ignore: ['*.tmp']}
    actions:
      beforeSnapshotRoot: ${script('echo "KOPIA_SNAPSHOT_PATH=$(dirname "$KOPIA_SOURCE_PATH")/frozen"')}
  ./data/sub:
    actions:
      beforeFolder: ${script('echo "$KOPIA_SOURCE_PATH" > "$GITHUB_WORKSPACE/../seen"')}
`)
    const report = await work.run({}, { env: env(work.root) })
    expect(report.sources[0]?.error).toBeUndefined()
    expect(work.lines('../seen')).toEqual([work.path('data/sub')])
    expect(await work.stored(report.sources[0]?.snapshotId ?? '')).toEqual({ 'sub/': '', 'sub/frozen.txt': 'frozen' })
  })

  it.concurrent('cases 35, 36, 37: redirected folders keep their own names and the ignore rules above them', async () => {
    const work = await workspace({
      'data/a/x': '1',
      'data/b/x': '2',
      'one/mnt/from-a': 'A',
      'two/mnt/from-b': 'B',
      'two/mnt/left.tmp': 'x',
    })
    const redirect = (to: string) => script(`echo "KOPIA_SNAPSHOT_PATH=$GITHUB_WORKSPACE/${to}"`)
    work.policy(`sources: [data]
policies:
  global: {files: {ignore: ['*.tmp']}}
  ./data/a: {actions: {beforeFolder: ${redirect('one/mnt')}}}
  ./data/b: {actions: {beforeFolder: ${redirect('two/mnt')}}}
`)
    const report = await work.run({}, { env: env(work.root) })
    expect(report).toMatchObject({ status: 'created', exitCode: 0 })
    const stored = await work.stored(report.sources[0]?.snapshotId ?? '')
    expect(stored).toEqual({ 'a/': '', 'a/from-a': 'A', 'b/': '', 'b/from-b': 'B' })
  })

  it.concurrent('case 40: a second run without changes runs all hooks again, and is unchanged', async () => {
    const work = await workspace({ 'data/sub/a': '1' })
    work.policy(`sources: [data]
policies:
  ./data: {actions: {beforeSnapshotRoot: ${script(LOG)}, afterSnapshotRoot: ${script(LOG)}}}
  ./data/sub: {actions: {beforeFolder: ${script(LOG)}, afterFolder: ${script(LOG)}}}
`)
    const once = ['before-snapshot-root data ', 'before-folder sub ', 'after-folder sub uploaded', 'after-snapshot-root data uploaded']
    const first = await work.run({}, { env: env(work.root) })
    expect(work.lines('../log')).toEqual(once)
    const second = await work.run({}, { env: env(work.root) })
    expect(work.lines('../log')).toEqual([...once, ...once])
    expect([first.status, second.status]).toEqual(['created', 'unchanged'])
    expect(second.sources[0]?.rootObjectId).toBe(first.sources[0]?.rootObjectId)
  })

  it.concurrent('case 41: a folder below as the source inherits the root hooks and is their source path', async () => {
    const work = await workspace({ 'data/sub/a': '1' })
    work.policy(`policies:
  ./data: {actions: {beforeSnapshotRoot: ${script(LOG)}}}
`)
    await work.run({ sources: ['data/sub'] }, { env: env(work.root) })
    expect(work.lines('../log')).toEqual(['before-snapshot-root sub '])
  })

  it.concurrent('case 42: hooks of a single file do not run, with a warning', async () => {
    const work = await workspace({ 'data/a': '1' })
    work.policy(`sources: [data/a]
policies:
  ./data: {actions: {beforeSnapshotRoot: ${script(LOG)}}}
`)
    const report = await work.run({}, { env: env(work.root) })
    expect(report).toMatchObject({ status: 'created', exitCode: 0 })
    expect(work.lines('../log')).toEqual([])
    expect(report.warnings.join()).toContain('data/a')
  })

  it.concurrent('case 43: root hooks of a stream run around its command', async () => {
    const work = await workspace()
    work.policy(`sources: [{stream: dump.sql, run: 'echo dumped; echo stream >> "$GITHUB_WORKSPACE/../log"'}]
policies:
  ./dump.sql: {actions: {beforeSnapshotRoot: ${script(LOG)}, afterSnapshotRoot: ${script(LOG)}}}
`)
    const report = await work.run({}, { env: env(work.root) })
    expect(report.errors).toEqual([])
    expect(work.lines('../log').map((line) => line.split(' ')[0])).toEqual(['before-snapshot-root', 'stream', 'after-snapshot-root'])
    expect(await work.stored(report.sources[0]?.snapshotId ?? '')).toEqual({ 'dump.sql': 'dumped\n' })
  })

  it.concurrent('case 44: the hook of an ignored folder does not run', async () => {
    const work = await workspace({ 'data/cache/a': '1', 'data/b': '2' })
    work.policy(`sources: [data]
policies:
  ./data: {files: {ignore: [cache]}}
  ./data/cache: {actions: {beforeFolder: ${script(LOG)}}}
`)
    const report = await work.run({}, { env: env(work.root) })
    expect(report.exitCode).toBe(0)
    expect(work.lines('../log')).toEqual([])
  })

  it.concurrent('case 45: noParent on the root does not switch its folder hooks off', async () => {
    const work = await workspace({ 'data/a': '1' })
    work.policy(`sources: [data]
policies:
  ./data: {noParent: true, actions: {beforeFolder: ${script(LOG)}, beforeSnapshotRoot: ${script(LOG)}}}
`)
    await work.run({}, { env: env(work.root) })
    expect(work.lines('../log')).toEqual(['before-snapshot-root data ', 'before-folder data '])
  })

  it.concurrent('case 46: hooks follow the virtual identity, and see the real path', async () => {
    const work = await workspace({ 'data/sub/a': '1' })
    work.policy(`source: {user: cairn, host: acme.shop, root: /acme/shop}
sources: [data]
policies:
  cairn@acme.shop:/acme/shop/data: {actions: {beforeSnapshotRoot: ${script('echo "$KOPIA_SOURCE_PATH" >> "$GITHUB_WORKSPACE/../log"')}}}
  cairn@acme.shop:/acme/shop/data/sub: {actions: {beforeFolder: ${script('echo "$KOPIA_SOURCE_PATH" >> "$GITHUB_WORKSPACE/../log"')}}}
`)
    const report = await work.run({}, { env: env(work.root) })
    expect(report.sources[0]?.source).toBe('cairn@acme.shop:/acme/shop/data')
    expect(work.lines('../log')).toEqual([work.path('data'), work.path('data/sub')])
  })

  it.concurrent('case 48: a folder whose before-hook fails is left out, the rest is saved, and the run is red and names the hook', async () => {
    const work = await workspace({ 'data/bad/a': '1', 'data/good/b': '2' })
    work.policy(`sources: [data]
policies:
  ./data/bad: {actions: {beforeFolder: {name: quiesce, run: "exit 3\\n"}, afterFolder: ${script(LOG)}}}
`)
    const report = await work.run({ onUnreadableFile: 'ignore' }, { env: env(work.root) })
    expect(report).toMatchObject({ status: 'partial', exitCode: 6 })
    expect(report.sources[0]?.error).toMatchObject({ code: 'CAIRN_HOOK_FAILED', message: expect.stringContaining('quiesce') })
    expect(report.sources[0]?.failures[0]).toMatchObject({ path: 'bad', error: expect.stringContaining('quiesce') })
    expect(work.lines('../log')).toEqual(['after-folder bad failed'])
    expect(await work.stored(report.sources[0]?.snapshotId ?? '')).toEqual({ 'good/': '', 'good/b': '2' })
  })

  it.concurrent('case 49: with ignored directory errors on that folder the run is green', async () => {
    const work = await workspace({ 'data/bad/a': '1', 'data/good/b': '2' })
    work.policy(`sources: [data]
policies:
  ./data/bad: {errorHandling: {ignoreDirectoryErrors: true}, actions: {beforeFolder: {run: "exit 3\\n"}}}
`)
    const report = await work.run({}, { env: env(work.root) })
    expect(report).toMatchObject({ status: 'created', exitCode: 0 })
    expect(report.sources[0]?.failures).toMatchObject([{ path: 'bad', isIgnored: true }])
  })

  it.concurrent('case 47 and 50 in a run: nothing is saved after a failed before-hook, a failed after-hook keeps the snapshot', async () => {
    const work = await workspace({ 'a/x': '1', 'b/x': '2' })
    work.policy(`sources: [a, b]
policies:
  ./a: {actions: {beforeSnapshotRoot: {run: "exit 3\\n"}, afterSnapshotRoot: ${script(LOG)}}}
  ./b: {actions: {afterSnapshotRoot: {run: "exit 9\\n"}}}
`)
    const report = await work.run({}, { env: env(work.root) })
    expect(report).toMatchObject({ status: 'failed', exitCode: 6 })
    const [a, b] = report.sources
    expect(a).toMatchObject({ status: 'failed', snapshotId: '', error: { code: 'CAIRN_HOOK_FAILED' } })
    expect(work.lines('../log')).toEqual(['after-snapshot-root a failed'])
    expect(b).toMatchObject({ status: 'failed', error: { code: 'CAIRN_HOOK_FAILED' } })
    expect(await work.stored(b?.snapshotId ?? '')).toEqual({ x: '2' })
  })

  it.concurrent('case 56: hooks without consent are an error that names the flag, an explicit no skips each with a notice', async () => {
    const work = await workspace({ 'data/a': '1' })
    work.policy(`sources: [data]
policies:
  ./data: {actions: {beforeSnapshotRoot: ${script(LOG)}}}
`)
    const refused = await work.run({ enableActions: undefined }, { env: env(work.root) })
    expect(refused).toMatchObject({ status: 'failed', exitCode: 2, errors: [{ code: 'CAIRN_HOOKS_NEED_CONSENT' }] })
    const skipped = await work.run({ enableActions: false }, { env: env(work.root) })
    expect(skipped).toMatchObject({ status: 'created', exitCode: 0 })
    expect(skipped.notices.join('\n')).toContain('beforeSnapshotRoot')
    expect(work.lines('../log')).toEqual([])
  })

  it.concurrent('case 59: after-hooks run although the snapshot is identical and not saved', async () => {
    const work = await workspace({ 'data/a': '1' })
    work.policy(`sources: [data]
policies:
  ./data: {retention: {ignoreIdenticalSnapshots: true}, actions: {afterSnapshotRoot: ${script(LOG)}}}
`)
    const first = await work.run({}, { env: env(work.root) })
    const second = await work.run({}, { env: env(work.root) })
    expect(second).toMatchObject({ status: 'unchanged', exitCode: 0 })
    expect(second.sources[0]).toMatchObject({ snapshotId: '', matchedSnapshotId: first.sources[0]?.snapshotId })
    expect(work.lines('../log')).toHaveLength(2)
  })

  it.concurrent('case 60: an after-hook runs before the manifest is saved, job.after when it is', async () => {
    const work = await workspace({ 'data/a': '1' })
    // The first flush of a run is that of the manifest: until then the repository has no index blob of it.
    const count = 'find "$GITHUB_WORKSPACE/.cairn/repository/x" -type f | wc -l | tr -d " " >> "$GITHUB_WORKSPACE/../log"'
    work.policy(`sources: [data]
policies:
  ./data: {actions: {beforeSnapshotRoot: ${script(count)}, afterSnapshotRoot: ${script(count)}}}
job:
  after: [${script(`${count}; echo "$CAIRN_SNAPSHOT_IDS $CAIRN_STATUS" >> "$GITHUB_WORKSPACE/../log"; cp "$CAIRN_RESULT_FILE" "$GITHUB_WORKSPACE/../result"`)}]
`)
    const report = await work.run({}, { env: env(work.root) })
    const [before = '', after = '', atEnd = '', told] = work.lines('../log')
    expect(after).toBe(before)
    expect(Number(atEnd)).toBeGreaterThan(Number(before))
    expect(told).toBe(`${report.sources[0]?.snapshotId} created`)
    expect(JSON.parse(readFileSync(work.path('../result'), 'utf8'))).toMatchObject({ schema: 1, status: 'created' })
  })

  it.concurrent('a hook may make the source only before the job', async () => {
    const work = await workspace()
    mkdirSync(work.path('.github'))
    work.policy(`sources: [made]
job: {before: [${script('mkdir made && echo made > made/file')}]}
`)
    const report = await work.run({}, { env: env(work.root) })
    expect(await work.stored(report.sources[0]?.snapshotId ?? '')).toEqual({ file: 'made\n' })
  })
})
