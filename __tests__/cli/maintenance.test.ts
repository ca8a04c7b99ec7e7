/** Maintenance on the command line, as a user of kopia types it; in this process, because what matters is what is printed and stored. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectionFile, runInProcess } from '../support/cli-in-process.ts'
import { makeTempDir, removeDir } from '../support/temp-dir.ts'

const PASSWORD = 'a password for tests'
let dir: string
let configPath: string

const cairn = (...argv: string[]) => runInProcess(argv, { dir, configPath, password: PASSWORD })

beforeAll(async () => {
  dir = join(await makeTempDir('cairn-care'), 'work')
  mkdirSync(join(dir, 'data'), { recursive: true })
  writeFileSync(join(dir, 'data', 'a.txt'), 'alpha\n')
  configPath = join(dir, 'connection.config')
  const names = ['--override-username', 'user', '--override-hostname', 'host']
  expect((await cairn('repository', 'create', 'filesystem', '--path', join(dir, 'repo'), ...names)).code).toBe(0)
  connectionFile(dir, join(dir, 'repo'))
  expect((await cairn('snapshot', 'create', 'data')).code).toBe(0)
})

afterAll(() => removeDir(join(dir, '..')))

describe('maintenance info', () => {
  test('is what kopia prints', async () => {
    const { stdout } = await cairn('maintenance', 'info')
    expect(stdout.replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/g, '<time>').replace(/\(in \S+\)/g, '(in <duration>)')).toBe(
      [
        'Owner: user@host',
        'Quick Cycle:',
        '  scheduled: true',
        '  interval: 1h0m0s',
        '  next run: <time> (in <duration>)',
        'Full Cycle:',
        '  scheduled: true',
        '  interval: 24h0m0s',
        '  next run: <time> (in <duration>)',
        'Log Retention:',
        '  max count:       10000',
        '  max age of logs: 720h0m0s',
        '  max total size:  1.1 GB',
        'Object Lock Extension: disabled',
        'Recent Maintenance Runs:',
        '',
      ].join('\n'),
    )
  })

  test('has the members of kopia as JSON', async () => {
    const { stdout } = await cairn('maintenance', 'info', '--json')
    const json = JSON.parse(stdout)
    expect(Object.keys(json)).toEqual(['owner', 'quick', 'full', 'logRetention', 'extendObjectLocks', 'listParallelism', 'schedule'])
    expect(json.quick).toEqual({ enabled: true, interval: 3_600_000_000_000 })
    expect(Object.keys(json.schedule)).toEqual(['nextFullMaintenance', 'nextQuickMaintenance', 'runs'])
    expect(json.schedule.runs).toEqual({})
  })
})

describe('maintenance run', () => {
  test('says what it found, and the history shows it', async () => {
    const { code, messages } = await cairn('maintenance', 'run', '--full', '--safety=none')
    expect(code).toBe(0)
    expect(messages[0]).toBe('info Running full maintenance...')
    expect(messages).toContain('info GC found 0 unused contents (0 B)')
    expect(messages.at(-1)).toBe('info Finished full maintenance.')
    const { stdout } = await cairn('maintenance', 'info')
    expect(stdout).toMatch(
      / {2}snapshot-gc:\n {4}.* UTC \(\d+s\) SUCCESS: Found 0\(0\) unreferenced contents and marked 0\(0\) for deletion\. Found 2\(\d+\) in-use/,
    )
    expect(stdout).toMatch(/ {2}advance-epoch:\n {4}.* SUCCESS: Stayed at epoch 0\n/)
    const runs = JSON.parse((await cairn('maintenance', 'info', '--json')).stdout).schedule.runs
    expect(runs['cleanup-logs'][0]).toMatchObject({ success: true, extra: [{ kind: 'cleanupLogsStats', data: { retainedBlobCount: 0 } }] })
  })

  test('without --full is quick, and takes the alias of kopia', async () => {
    expect((await cairn('gc', 'run')).messages).toEqual(['info Running quick maintenance...', 'info Finished quick maintenance.'])
  })

  test('refuses another safety level', async () => {
    await expect(cairn('maintenance', 'run', '--safety=some')).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
  })

  test('is for the owner', async () => {
    await cairn('maintenance', 'set', '--owner=somebody@else')
    await expect(cairn('maintenance', 'run')).rejects.toMatchObject({
      code: 'CAIRN_MAINTENANCE_NOT_OWNER',
      message: 'maintenance must be run by designated user: somebody@else',
    })
    expect((await cairn('maintenance', 'run', '--force')).code).toBe(0)
    expect((await cairn('maintenance', 'set', '--owner=me')).messages).toEqual(['info Setting maintenance owner to user@host'])
  })
})

describe('maintenance set', () => {
  test('changes everything that kopia changes, and says so in its words', async () => {
    const flags = [
      '--enable-quick=false',
      '--quick-interval=90m',
      '--full-interval=12h',
      '--pause-full=1h',
      '--max-retained-log-size-mb=5',
      '--max-retained-log-age=48h',
      '--max-retained-log-count=3',
      '--list-parallelism=33',
      '--extend-object-locks=true',
    ]
    const { messages } = await cairn('maintenance', 'set', ...flags)
    expect(messages.slice(0, -1)).toEqual([
      'info Periodic quick maintenance disabled.',
      'info Interval for quick maintenance set to 1h30m0s.',
      'info Interval for full maintenance set to 12h0m0s.',
      'info Setting max retained log count to 3.',
      'info Setting max retained log age to 48h0m0s.',
      'info Setting total retained log size to 5.2 MB.',
      'info Setting list parallelism to 33.',
      'info Object Lock extension maintenance enabled.',
    ])
    expect(messages.at(-1)).toMatch(/^info Full maintenance paused until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/)
    const { stdout } = await cairn('maintenance', 'info')
    expect(stdout).toContain('Quick Cycle:\n  scheduled: false\nFull Cycle:\n  scheduled: true\n  interval: 12h0m0s\n')
    expect(stdout).toMatch(/\(in (59m\d+s|1h0m0s)\)/)
    expect(stdout).toContain(
      '  max count:       3\n  max age of logs: 48h0m0s\n  max total size:  5.2 MB\nObject Lock Extension: enabled\nList parallelism: 33\n',
    )
  })

  test('of nothing is a mistake, as is a value that cannot be read', async () => {
    await expect(cairn('maintenance', 'set')).rejects.toMatchObject({ code: 'CAIRN_USAGE', message: 'no changes specified' })
    await expect(cairn('maintenance', 'set', '--enable-quick=maybe')).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
    await expect(cairn('maintenance', 'set', '--quick-interval=3')).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
    await expect(cairn('maintenance', 'set', '--full-interval=-1h')).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
  })
})

test('a snapshot brings the maintenance that is due, unless --no-auto-maintenance is given', async () => {
  await cairn('maintenance', 'set', '--enable-quick=true', '--pause-quick=0s', '--pause-full=24h')
  expect((await cairn('snapshot', 'create', 'data', '--no-auto-maintenance')).messages.join('\n')).not.toContain('maintenance')
  expect((await cairn('snapshot', 'create', 'data')).messages.slice(-2)).toEqual([
    'info Running quick maintenance...',
    'info Finished quick maintenance.',
  ])
  expect((await cairn('snapshot', 'create', 'data')).messages.join('\n')).not.toContain('maintenance')
})
