import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, type TestContext } from 'vitest'
import type { HookServices } from '../../../src/hooks/call.ts'
import { CleanupTime } from '../../../src/hooks/cleanup-time.ts'
import type { OwedHook } from '../../../src/hooks/journal.ts'
import { RunHooks, type RunHooksOptions } from '../../../src/hooks/lifecycle.ts'
import { isPrivateDir, makePrivateDir, mountPoints, removePrivateDir } from '../../../src/hooks/private-dir.ts'
import { nullLogger } from '../../../src/log.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { alive, command, eventually, hookRun, script } from '../../support/hook-run.ts'

function scene(
  onTestFinished: TestContext['onTestFinished'],
  options: Partial<RunHooksOptions> = {},
  services: Partial<HookServices> = {},
) {
  const run = hookRun(services)
  onTestFinished(() => run.remove())
  const events: string[] = []
  const owed = new Map<string, OwedHook>()
  const journal = {
    owed: (hook: OwedHook) => {
      events.push(`owed ${hook.phase}`)
      owed.set(hook.id, hook)
    },
    paid: (id: string) => {
      events.push(`paid ${id.split('/')[1]}`)
      owed.delete(id)
    },
  }
  const hooks = new RunHooks({
    services: run.services,
    log: nullLogger,
    journal,
    random: (length) => new Uint8Array(length).fill(7),
    ...options,
  })
  return { run, hooks, events, owed, source: join(run.dir, 'source'), path: (name: string) => join(run.dir, name) }
}

const UPLOADED = { status: 'uploaded' } as const
let unique = 1000 + (process.pid % 900) * 10
const duration = () => `7${unique++}.5`

describe.skipIf(process.platform !== 'linux')('a pair of hooks', () => {
  it.concurrent('is written down before it starts and crossed out when it is done', async ({ onTestFinished }) => {
    const { run, hooks, events, owed, source, path } = scene(onTestFinished)
    const session = hooks.openSession({
      level: 'root',
      sourcePath: source,
      label: '.',
      hooks: { beforeSnapshotRoot: [script('echo KOPIA_SNAPSHOT_PATH=source')], afterSnapshotRoot: [script(`echo ran >> ${path('out')}`)] },
    })
    await session.before()
    expect(events).toEqual(['owed after-snapshot-root', 'owed after-snapshot-root'])
    expect([...owed.values()]).toEqual([
      {
        id: '0707070707070707/after-snapshot-root',
        phase: 'after-snapshot-root',
        sessionId: '0707070707070707',
        label: '.',
        sourcePath: source,
        snapshotPath: 'source',
        privateDir: expect.stringContaining(run.tempDir),
      },
    ])
    await session.after(UPLOADED)
    expect(events.at(-1)).toBe('paid after-snapshot-root')
    expect(await session.after(UPLOADED)).toEqual({ results: [] })
    expect(readFileSync(path('out'), 'utf8')).toBe('ran\n')
  })

  it.concurrent('can be finished by another process, in the same folder and with the same variables', async ({ onTestFinished }) => {
    const { run, hooks, owed, source, path } = scene(onTestFinished)
    const set = {
      beforeFolder: [script('echo state > mine; echo KOPIA_SNAPSHOT_PATH=source')] as const,
      afterFolder: [script(`echo "$(cat mine) $KOPIA_SNAPSHOT_ID $KOPIA_SNAPSHOT_PATH $CAIRN_STATUS" > ${path('out')}`)] as const,
    }
    await hooks.openSession({ level: 'folder', sourcePath: source, label: '.', hooks: set }).before()
    const [debt] = owed.values()
    const later = new RunHooks({ services: run.services, log: nullLogger })
    const resumed = later.openSession({
      level: 'folder',
      sourcePath: source,
      label: '.',
      hooks: set,
      ...(debt === undefined ? {} : { resume: debt }),
    })
    expect((await resumed.after({ status: 'cancelled' })).results).toMatchObject([{ status: 'ok' }])
    expect(readFileSync(path('out'), 'utf8')).toBe('state 0707070707070707 source cancelled\n')
    expect(run.leftovers()).toEqual([])
  })

  it.concurrent('tells the outcome of the upload and obeys when', async ({ onTestFinished }) => {
    const { hooks, source, path } = scene(onTestFinished)
    const note = `echo "$CAIRN_STATUS|$CAIRN_ROOT_OBJECT_ID|$CAIRN_FILES|$CAIRN_BYTES|\${CAIRN_ERROR-none}" >> ${path('out')}`
    const hooksOf = { afterSnapshotRoot: [script(note), script('exit 1', { when: 'failure' }), script(note, { when: 'success' })] as const }
    const session = hooks.openSession({ level: 'root', sourcePath: source, label: '.', hooks: hooksOf })
    await session.before()
    const { results } = await session.after({ status: 'uploaded', rootObjectId: 'k1', files: 3, bytes: 12 })
    expect(results.map(({ status, reason }) => [status, reason])).toEqual([
      ['ok', undefined],
      ['not-run', 'status is created'],
      ['ok', undefined],
    ])
    expect(readFileSync(path('out'), 'utf8')).toBe('uploaded|k1|3|12|none\n'.repeat(2))
  })

  it.concurrent('skips the source when the before-hook of the root says so with exit code 75', async ({ onTestFinished }) => {
    const { hooks, source, path } = scene(onTestFinished)
    const session = hooks.openSession({
      level: 'root',
      sourcePath: source,
      label: '.',
      hooks: { beforeSnapshotRoot: [script('exit 75')], afterSnapshotRoot: [script(`echo $CAIRN_STATUS > ${path('out')}`)] },
    })
    expect(await session.before()).toMatchObject({ status: 'skipped' })
    await session.after(UPLOADED)
    expect(readFileSync(path('out'), 'utf8')).toBe('skipped\n')
    const folder = hooks.openSession({ level: 'folder', sourcePath: source, label: '.', hooks: { beforeFolder: [script('exit 75')] } })
    expect(await folder.before()).toMatchObject({ status: 'failed' })
    await folder.after(UPLOADED)
  })

  it.concurrent('runs nothing when a later hook of the pair cannot run', async ({ onTestFinished }) => {
    const { hooks, source, path } = scene(onTestFinished)
    const touch = script(`touch ${path('ran')}`)
    const missing = { requires: ['no-such-program-xyz'] }
    for (const hooksOf of [
      { beforeSnapshotRoot: [touch], afterSnapshotRoot: [touch, script('true', missing)] },
      { beforeSnapshotRoot: [touch, script('true', missing)] },
      { beforeSnapshotRoot: [touch], afterSnapshotRoot: [script('true', { secrets: ['NOT_ALLOWED'] })] },
    ] as const) {
      const session = hooks.openSession({ level: 'root', sourcePath: source, label: '.', hooks: hooksOf })
      expect(await session.before()).toMatchObject({ status: 'failed', results: [{ status: 'failed', hasStarted: false }] })
      expect((await session.after({ status: 'failed' })).results).toEqual([])
    }
    expect(existsSync(path('ran'))).toBe(false)
    expect(hooks.results.map(({ errorCode }) => errorCode)).toEqual([
      'CAIRN_HOOK_REQUIREMENT_MISSING',
      'CAIRN_HOOK_REQUIREMENT_MISSING',
      'CAIRN_HOOK_SECRET_REFUSED',
    ])
  })

  it.concurrent('leaves out a hook that may fail, or is not to run, and lacks something', async ({ onTestFinished }) => {
    const { hooks, source } = scene(onTestFinished)
    const missing = { requires: ['no-such-program-xyz'] }
    const session = hooks.openSession({
      level: 'root',
      sourcePath: source,
      label: '.',
      hooks: {
        beforeSnapshotRoot: [script('true')],
        afterSnapshotRoot: [script('true', { ...missing, mode: 'optional' }), script('true', { ...missing, if: { os: ['windows'] } })],
      },
    })
    expect(await session.before()).toMatchObject({ status: 'ok' })
    const { results, failure } = await session.after(UPLOADED)
    expect(results.map(({ status }) => status)).toEqual(['failed', 'not-run'])
    expect(failure).toBeUndefined()
  })

  it.concurrent('stops at the first step that fails, and takes the last redirect of the steps', async ({ onTestFinished }) => {
    const { hooks, source, path } = scene(onTestFinished)
    const first = hooks.openSession({
      level: 'root',
      sourcePath: source,
      label: '.',
      hooks: {
        beforeSnapshotRoot: [script('echo KOPIA_SNAPSHOT_PATH=/'), script('echo KOPIA_SNAPSHOT_PATH=source', { mode: 'optional' })],
      },
    })
    expect(await first.before()).toMatchObject({ status: 'ok', redirect: { path: source } })
    await first.after(UPLOADED)
    const second = hooks.openSession({
      level: 'root',
      sourcePath: source,
      label: '.',
      hooks: { beforeSnapshotRoot: [script('exit 1'), script(`touch ${path('never')}`)] },
    })
    expect((await second.before()).results).toHaveLength(1)
    await second.after(UPLOADED)
    expect(existsSync(path('never'))).toBe(false)
  })

  it.concurrent('does not start once the run is cancelled', async ({ onTestFinished }) => {
    const { hooks, events, source, path } = scene(onTestFinished, {}, { signal: AbortSignal.abort() })
    const session = hooks.openSession({
      level: 'root',
      sourcePath: source,
      label: '.',
      hooks: { beforeSnapshotRoot: [script(`touch ${path('never')}`)], afterSnapshotRoot: [script(`touch ${path('never')}`)] },
    })
    expect(await session.before()).toMatchObject({ status: 'cancelled' })
    expect(await session.after({ status: 'cancelled' })).toEqual({ results: [] })
    expect(existsSync(path('never'))).toBe(false)
    expect(events).toEqual([])
  })

  it.concurrent('stays owed when a cancel leaves its cleanup no time', async ({ onTestFinished }) => {
    const controller = new AbortController()
    const { hooks, owed, source } = scene(
      onTestFinished,
      { cleanup: { hookMs: 200, totalMs: 400, graceMs: 100 } },
      { signal: controller.signal },
    )
    const time = duration()
    const session = hooks.openSession({
      level: 'root',
      sourcePath: source,
      label: '.',
      hooks: { afterSnapshotRoot: [script(`sleep ${time}`)] },
    })
    await session.before()
    const running = session.after(UPLOADED)
    expect(await eventually(() => alive(time).length === 1)).toBe(true)
    controller.abort()
    expect(await running).toMatchObject({ failure: { kind: 'cancelled' } })
    expect(owed.size).toBe(1)
    expect(alive(time)).toEqual([])
  })

  it.concurrent('ends what it left running at a cancel', async ({ onTestFinished }) => {
    const controller = new AbortController()
    const { hooks, source } = scene(onTestFinished, {}, { signal: controller.signal })
    const time = duration()
    await hooks
      .openSession({
        level: 'root',
        sourcePath: source,
        label: '.',
        hooks: { beforeSnapshotRoot: [script(`sleep ${time} > /dev/null 2>&1 &`)] },
      })
      .before()
    expect(alive(time)).toHaveLength(1)
    controller.abort()
    expect(await eventually(() => alive(time).length === 0)).toBe(true)
    await hooks.finish()
  })
})

describe.skipIf(process.platform !== 'linux')('job steps', () => {
  it.concurrent('run in the workspace, see no KOPIA_SNAPSHOT variables, and stop at an essential failure', async ({ onTestFinished }) => {
    const { run, hooks, path } = scene(onTestFinished)
    const report = await hooks.runJobBefore([
      script(`pwd > ${path('out')}; env | grep ^KOPIA_ | sort >> ${path('out')}`),
      script('exit 4', { mode: 'optional' }),
      script('exit 5', { name: 'Wake' }),
      script(`touch ${path('never')}`),
    ])
    expect(report.results.map((result) => result.exitCode)).toEqual([0, 4, 5])
    expect(report.failure?.message).toMatch(/^job-before step "Wake" failed: exit code 5/)
    expect(readFileSync(path('out'), 'utf8')).toMatch(new RegExp(`^${run.dir}\nKOPIA_ACTION=job-before\nKOPIA_VERSION=[0-9.]+\n$`))
    expect(run.leftovers()).toEqual([])
  })

  it.concurrent('after the run are all run, know its status and the result file, also after a cancel', async ({ onTestFinished }) => {
    const { hooks, path } = scene(onTestFinished, {}, { signal: AbortSignal.abort() })
    const report = await hooks.runJobAfter(
      [
        script('exit 1'),
        script(`echo $CAIRN_RESULT_FILE > ${path('out')}`, { if: { status: ['failure'] } }),
        script('exit 1', { if: { status: ['success'] } }),
        script('exit 1', { when: 'success' }),
        script('true', { when: 'partial' }),
      ],
      {
        status: 'partial',
        variables: { CAIRN_RESULT_FILE: '/tmp/result.json' },
      },
    )
    expect(report.results.map((result) => result.status)).toEqual(['failed', 'ok', 'not-run', 'not-run', 'ok'])
    expect(report.results[3]?.reason).toBe('status is partial')
    expect(report.failure?.code).toBe('CAIRN_HOOK_FAILED')
    expect(readFileSync(path('out'), 'utf8')).toBe('/tmp/result.json\n')
  })

  it.concurrent('are refused when they ask for a secret that the caller does not allow', async ({ onTestFinished }) => {
    const { hooks } = scene(onTestFinished, {}, { environment: { PATH: process.env['PATH'], PGPASSWORD: 'x' } })
    const report = await hooks.runJobBefore([script('true', { secrets: ['PGPASSWORD'] })])
    expect(report.failure?.code).toBe('CAIRN_HOOK_SECRET_REFUSED')
  })

  it.concurrent('have the secrets that they were given masked', async ({ onTestFinished }) => {
    const environment = { PATH: process.env['PATH'], PGPASSWORD: 'very-secret' }
    const { run, hooks } = scene(onTestFinished, {}, { environment, allowedSecrets: new Set(['PGPASSWORD']) })
    const report = await hooks.runJobBefore([script('echo "it is $PGPASSWORD"; exit 1', { secrets: ['PGPASSWORD'] })])
    expect(run.shown).toContain('│ it is ***')
    expect(report.failure?.message).not.toContain('very-secret')
  })

  it.concurrent('use the shell they name', async ({ onTestFinished }) => {
    const { hooks } = scene(onTestFinished)
    const shell = (text: string) => ({ ...script(''), program: { kind: 'script' as const, script: text, shell: 'bash' as const } })
    const report = await hooks.runJobBefore([shell('[[ -n $BASH_VERSION ]]'), shell('false | true')])
    expect(report.results.map((result) => result.exitCode)).toEqual([0, 1])
  })
})

describe('the time for cleanup', () => {
  it('is not counted before a cancel, then for one hook, then for all', async () => {
    const clock = new FakeClock()
    const controller = new AbortController()
    const cleanup = new CleanupTime(clock, controller.signal, { hookMs: 3_000, totalMs: 6_000 })
    const first = cleanup.open()
    await Promise.resolve()
    expect(first.signal.aborted).toBe(false)
    controller.abort()
    await new Promise(setImmediate)
    expect(first.signal.aborted).toBe(true)
    expect(clock.sleeps).toEqual([3_000])
    cleanup.open()
    await new Promise(setImmediate)
    expect(clock.sleeps).toEqual([3_000, 3_000])
    expect(cleanup.open().signal.aborted).toBe(true)
  })

  it('is given back when the hook ends in time', async () => {
    const controller = new AbortController()
    const cleanup = new CleanupTime(new FakeClock(), controller.signal)
    const turn = cleanup.open()
    turn.close()
    controller.abort()
    await new Promise(setImmediate)
    expect(turn.signal.aborted).toBe(false)
  })
})

describe('the private folder', () => {
  it('is for its owner only, recognised by name, place and mode, and removed', ({ onTestFinished }) => {
    const run = hookRun()
    onTestFinished(() => run.remove())
    const folder = makePrivateDir(run.tempDir)
    expect(isPrivateDir(folder, run.tempDir)).toBe(true)
    expect(isPrivateDir(folder, run.dir)).toBe(false)
    expect(isPrivateDir(join(run.dir, 'source'), run.dir)).toBe(false)
    chmodSync(folder, 0o755)
    expect(isPrivateDir(folder, run.tempDir)).toBe(false)
    writeFileSync(join(folder, 'x'), '')
    expect(removePrivateDir(folder)).toBeUndefined()
    expect(removePrivateDir(folder)).toBeUndefined()
    expect(run.leftovers()).toEqual([])
  })

  it('is kept as it is when something is mounted below it', ({ onTestFinished }) => {
    const run = hookRun()
    onTestFinished(() => run.remove())
    const folder = makePrivateDir(run.tempDir)
    mkdirSync(join(folder, 'a b'))
    const line = `36 35 98:0 / ${folder}/a\\040b rw,noatime master:1 - ext3 /dev/root rw`
    expect(mountPoints(line)).toEqual([`${folder}/a b`])
    expect(removePrivateDir(folder, line)).toBe(`${folder}/a b is still mounted`)
    expect(existsSync(join(folder, 'a b'))).toBe(true)
    expect(removePrivateDir(folder, `36 35 98:0 / ${folder}-other rw - ext3 x rw`)).toBeUndefined()
  })
})

describe.skipIf(process.platform !== 'linux')('a hook that is hostile to its own run', () => {
  it.concurrent('cannot make the next step write through a link', async ({ onTestFinished }) => {
    const { hooks, source, path } = scene(onTestFinished)
    writeFileSync(path('victim'), 'safe')
    const session = hooks.openSession({
      level: 'root',
      sourcePath: source,
      label: '.',
      hooks: { beforeSnapshotRoot: [script(`ln -s ${path('victim')} after-snapshot-root.sh`)], afterSnapshotRoot: [script('true')] },
    })
    await session.before()
    expect((await session.after(UPLOADED)).results).toMatchObject([{ status: 'ok' }])
    expect(readFileSync(path('victim'), 'utf8')).toBe('safe')
  })

  it.concurrent('cannot keep its after-hook from running by removing the private folder', async ({ onTestFinished }) => {
    const { hooks, source, path } = scene(onTestFinished)
    const session = hooks.openSession({
      level: 'root',
      sourcePath: source,
      label: '.',
      hooks: { beforeSnapshotRoot: [script('rm -rf "$PWD"')], afterSnapshotRoot: [command(['touch', path('ran')])] },
    })
    await session.before()
    await session.after(UPLOADED)
    expect(existsSync(path('ran'))).toBe(true)
  })

  it.concurrent('is found out when it kills its supervisor, and takes nothing along', async ({ onTestFinished }) => {
    const { hooks } = scene(onTestFinished)
    const time = duration()
    const report = await hooks.runJobBefore([script(`sleep ${time} & kill -9 $PPID; sleep ${time}`)])
    expect(report.failure?.code).toBe('CAIRN_HOOK_NOT_STARTED')
    expect(report.failure?.message).toMatch(/supervisor ended with a signal without a report/)
    expect(await eventually(() => alive(time).length === 0)).toBe(true)
  })
})

describe.skipIf(process.platform !== 'linux')('a stream of a run', () => {
  it.concurrent('is among its results and leaves no folder', async ({ onTestFinished }) => {
    const { run, hooks, source } = scene(onTestFinished)
    const call = { phase: 'stream' as const, sessionId: '00', label: 'shop.sql', sourcePath: source, snapshotPath: source }
    const { bytes, result } = hooks.openStream(script('touch mine; echo data'), call, 1)
    let text = ''
    for await (const chunk of bytes) text += Buffer.from(chunk).toString()
    expect(text).toBe('data\n')
    expect(await result).toMatchObject({ status: 'ok' })
    await hooks.finish()
    expect(hooks.results).toHaveLength(1)
    expect(run.leftovers()).toEqual([])
  })
})

describe.skipIf(process.platform !== 'linux')('the files by which a step commands the runner', () => {
  it.concurrent.for(['essential', 'optional', 'async'] as const)(
    'are put back when an %s hook guesses where they are',
    async (mode, { onTestFinished }) => {
      const folder = hookRun()
      onTestFinished(() => folder.remove())
      const [paths, output] = [join(folder.dir, 'add_path_1'), join(folder.dir, 'set_output_1')]
      writeFileSync(paths, '')
      writeFileSync(output, 'mine=1\n')
      const { hooks, source } = scene(
        onTestFinished,
        {},
        { environment: { PATH: process.env['PATH'], GITHUB_PATH: paths, GITHUB_OUTPUT: output } },
      )
      const evil = script(
        `for file in ${folder.dir}/add_pat*; do echo /evil >> "$file"; done; rm ${output}; ln -s ${source} ${output}; env | grep -c GITHUB_ && exit 9; true`,
        { mode },
      )
      const report = await hooks.runJobBefore([evil])
      const late = await hooks.finish()
      expect(hooks.results).toMatchObject([
        {
          status: 'failed',
          exitCode: 0,
          errorCode: 'CAIRN_HOOK_COMMAND_FILE',
          message: expect.stringMatching(/wrote to GITHUB_PATH, GITHUB_OUTPUT,/),
        },
      ])
      expect((mode === 'async' ? late : report).failure?.code).toBe('CAIRN_HOOK_COMMAND_FILE')
      expect(readFileSync(paths, 'utf8')).toBe('')
      expect(readFileSync(output, 'utf8')).toBe('mine=1\n')
    },
  )

  it.concurrent('are put back when a process that a hook left running writes to them later', async ({ onTestFinished }) => {
    const folder = hookRun()
    onTestFinished(() => folder.remove())
    const paths = join(folder.dir, 'add_path_1')
    writeFileSync(paths, 'mine\n')
    const { hooks, path } = scene(onTestFinished, {}, { environment: { PATH: process.env['PATH'], GITHUB_PATH: paths } })
    const sleeper = `(while ! test -e ${path('go')}; do sleep 0.02; done; echo /evil >> ${paths}; touch ${path('done')}; sleep 60) > /dev/null 2>&1 &`
    const before = await hooks.runJobBefore([script(sleeper)])
    expect(before.failure).toBeUndefined()
    writeFileSync(path('go'), '')
    expect(await eventually(() => existsSync(path('done')))).toBe(true)
    // Another hook begins after the change: it must not be taken for one of ours.
    const after = await hooks.runJobAfter([script('true')])
    const late = await hooks.finish()
    expect([after.failure?.code, late.failure?.code]).toContain('CAIRN_HOOK_COMMAND_FILE')
    expect(readFileSync(paths, 'utf8')).toBe('mine\n')
  })

  it.concurrent('keep what the journal of owed hooks writes while an async hook runs', async ({ onTestFinished }) => {
    const folder = hookRun()
    onTestFinished(() => folder.remove())
    const state = join(folder.dir, 'save_state_1')
    writeFileSync(state, 'main=started\n')
    const { hooks, source, path } = scene(
      onTestFinished,
      { journal: { owed: () => writeFileSync(state, 'main=started\nowed=here\n'), paid: () => {} } },
      { environment: { PATH: process.env['PATH'], GITHUB_STATE: state } },
    )
    await hooks.runJobBefore([script(`while ! test -e ${path('go')}; do sleep 0.02; done`, { mode: 'async' })])
    const session = hooks.openSession({ level: 'root', sourcePath: source, label: '.', hooks: { afterSnapshotRoot: [script('true')] } })
    await session.before()
    writeFileSync(path('go'), '')
    await session.after(UPLOADED)
    const late = await hooks.finish()
    expect(late.failure).toBeUndefined()
    expect(hooks.results.map((result) => result.status)).toEqual(['ok', 'ok'])
    expect(readFileSync(state, 'utf8')).toBe('main=started\nowed=here\n')
  })
})
