/** Cases of Kopia's hook behaviour that concern one hook or one pair of them, as real processes. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, type TestContext } from 'vitest'
import type { HookServices } from '../../src/hooks/call.ts'
import { RunHooks } from '../../src/hooks/lifecycle.ts'
import type { Hook, HookSet } from '../../src/policy/hook.ts'
import { alive, command, eventually, type HookRun, hookRun, script } from '../support/hook-run.ts'
import { PLANTED } from '../support/planted-credentials.ts'

interface Scene {
  readonly run: HookRun
  readonly hooks: RunHooks
  readonly warnings: string[]
  /** Path below the scene's folder. */
  path(name: string): string
  read(name: string): string
  /** Before and after of the root, with the outcome of the upload in between. */
  root(set: HookSet): ReturnType<typeof pair>
  folder(set: HookSet, label?: string): ReturnType<typeof pair>
}

async function pair(hooks: RunHooks, level: 'root' | 'folder', set: HookSet, source: string, label: string) {
  const session = hooks.openSession({ level, hooks: set, sourcePath: source, label })
  const before = await session.before()
  const after = await session.after({ status: before.status === 'ok' ? 'uploaded' : 'failed' })
  return { before, after }
}

type OnTestFinished = TestContext['onTestFinished']

function scene(onTestFinished: OnTestFinished, overrides: Partial<HookServices> = {}): Scene {
  const run = hookRun(overrides)
  onTestFinished(() => run.remove())
  const warnings: string[] = []
  const log = { debug: () => {}, info: () => {}, notice: () => {}, warning: (text: string) => warnings.push(text), error: () => {} }
  const hooks = new RunHooks({ services: run.services, log })
  const source = join(run.dir, 'source')
  return {
    run,
    hooks,
    warnings,
    path: (name) => join(run.dir, name),
    read: (name) => readFileSync(join(run.dir, name), 'utf8'),
    root: (set) => pair(hooks, 'root', set, source, './source'),
    folder: (set, label = './source') => pair(hooks, 'folder', set, source, label),
  }
}

const before = (...steps: [Hook, ...Hook[]]): HookSet => ({ beforeSnapshotRoot: steps })
const after = (...steps: [Hook, ...Hook[]]): HookSet => ({ afterSnapshotRoot: steps })

let unique = 1000 + (process.pid % 900) * 10
const duration = () => `8${unique++}.75`

describe.skipIf(process.platform !== 'linux')('hooks as Kopia runs them', () => {
  it.concurrent('case 7: arguments of the command form are literal', async ({ onTestFinished }) => {
    const { path, read, root } = scene(onTestFinished)
    await root(before(command(['sh', '-c', 'printf "%s|" "$@" > "$0"', path('out'), '$HOME', '&&', 'x *'])))
    expect(read('out')).toBe('$HOME|&&|x *|')
  })

  it.concurrent('case 9: the word none turns a hook off, and the inherited after-hook with it', async ({ onTestFinished }) => {
    const { root } = scene(onTestFinished)
    const none: Hook = { ...script(''), program: { kind: 'none' }, mode: 'optional' }
    const inherited = script('exit 1', { origin: { kind: 'policy-file', target: 'global', line: 9 } })
    const { before: first, after: last } = await root({ beforeSnapshotRoot: [none], afterSnapshotRoot: [inherited] })
    expect(first).toMatchObject({ status: 'ok', results: [{ status: 'not-run' }] })
    expect(last).toEqual({ results: [] })
  })

  it.concurrent('case 18: a plain script stops at the first command that fails', async ({ onTestFinished }) => {
    const { run, root } = scene(onTestFinished)
    const result = await root(before(script('echo 1; false; echo 2')))
    expect(result.before.results[0]).toMatchObject({ status: 'failed', exitCode: 1 })
    expect(run.shown).toContain('│ 1')
    expect(run.shown).not.toContain('│ 2')
  })

  it.concurrent('case 19: a script with an interpreter line does not', async ({ onTestFinished }) => {
    const { run, root } = scene(onTestFinished)
    const result = await root(before(script('#!/bin/sh\necho 1; false; echo 2\n')))
    expect(result.before.status).toBe('ok')
    expect(run.shown.filter((line) => line.startsWith('│'))).toEqual(['│ 1', '│ 2'])
  })

  it.concurrent('case 20: a hook sees five variables, a folder of its own below the temporary one, and no input', async ({
    onTestFinished,
  }) => {
    const { run, path, read, root } = scene(onTestFinished)
    const text = `{ env | grep ^KOPIA_ | sort; pwd; cat | wc -c; echo $#; ls; stat -c %a . "$0"; } > ${path('out')}`
    await root(before(script(text)))
    const lines = read('out').trim().split('\n')
    expect(lines.slice(0, 5)).toEqual([
      'KOPIA_ACTION=before-snapshot-root',
      expect.stringMatching(/^KOPIA_SNAPSHOT_ID=[0-9a-f]{16}$/),
      `KOPIA_SNAPSHOT_PATH=${path('source')}`,
      `KOPIA_SOURCE_PATH=${path('source')}`,
      expect.stringMatching(/^KOPIA_VERSION=\d+\.\d+\.\d+$/),
    ])
    expect(lines[5]?.startsWith(`${run.tempDir}/`)).toBe(true)
    expect(lines.slice(6)).toEqual(['0', '0', 'before-snapshot-root.sh', '700', '700'])
  })

  it.concurrent('case 21: no password, key or token of the environment reaches a hook', async ({ onTestFinished }) => {
    expect(PLANTED.length).toBeGreaterThanOrEqual(60)
    const planted = Object.fromEntries(PLANTED.map((name) => [name, `planted-${name}`]))
    const { path, read, root } = scene(onTestFinished, { environment: { PATH: process.env['PATH'], ...planted } })
    await root(before(script(`env -0 > ${path('env')}; cat /proc/self/environ /proc/$PPID/environ > ${path('proc')}`)))
    for (const file of ['env', 'proc']) {
      expect(read(file)).toContain('PATH=')
      expect(PLANTED.filter((name) => read(file).includes(`${name}=`))).toEqual([])
      expect(read(file)).not.toContain('planted-')
    }
  })

  it.concurrent('case 22: before and after share id and folder; root and folder do not', async ({ onTestFinished }) => {
    const { path, read, root, folder } = scene(onTestFinished)
    const note = (name: string) => script(`echo "$KOPIA_SNAPSHOT_ID $PWD" > ${path(name)}`)
    await root({ beforeSnapshotRoot: [note('a')], afterSnapshotRoot: [note('b')] })
    await folder({ beforeFolder: [note('c')], afterFolder: [note('d')] })
    expect(read('a')).toBe(read('b'))
    expect(read('c')).toBe(read('d'))
    expect(read('a').split(' ')[0]).not.toBe(read('c').split(' ')[0])
    expect(read('a').split(' ')[1]).not.toBe(read('c').split(' ')[1])
  })

  it.concurrent('case 23: no temporary folder is left, whatever the hooks do', async ({ onTestFinished }) => {
    const { run, hooks, root } = scene(onTestFinished)
    await root({ beforeSnapshotRoot: [script('mkdir -p a/b; echo > a/b/c; chmod 500 a/b')], afterSnapshotRoot: [script('true')] })
    await root({ beforeSnapshotRoot: [script('exit 1')], afterSnapshotRoot: [script('exit 1')] })
    await root(before(script('rm -rf "$PWD"')))
    await root(before(command(['no-such-program-xyz'])))
    await root(after(script('sleep 0.1', { mode: 'async' })))
    await hooks.finish()
    expect(run.leftovers()).toEqual([])
  })

  it.concurrent('case 24: output and errors are both shown, prefixed and masked, without the redirect line', async ({ onTestFinished }) => {
    const { run, path, root } = scene(onTestFinished)
    run.services.masks.add('hunter2222')
    await root(before(script(`echo out; echo err >&2; echo hunter2222; echo KOPIA_SNAPSHOT_PATH=${path('source')}; printf last`)))
    expect(run.shown.filter((line) => line.startsWith('│')).sort()).toEqual(['│ ***', '│ err', '│ last', '│ out'])
  })

  it.concurrent.for([
    ['case 25: of two redirects the last wins', 'echo KOPIA_SNAPSHOT_PATH=/nowhere; echo "KOPIA_SNAPSHOT_PATH=$PWD/mnt"', 'mnt'],
    ['case 26: an empty last redirect means the source', 'echo "KOPIA_SNAPSHOT_PATH=$PWD/mnt"; echo KOPIA_SNAPSHOT_PATH=', undefined],
    ['case 27: a blank at the end of a redirect is kept', 'mkdir "mnt "; echo "KOPIA_SNAPSHOT_PATH=$PWD/mnt "', 'mnt '],
    ['case 27: a carriage return at the end of a redirect is cut', 'printf "KOPIA_SNAPSHOT_PATH=$PWD/mnt\\r\\n"', 'mnt'],
    [
      'case 28: a blank before, export and lower case are no redirect',
      'echo " KOPIA_SNAPSHOT_PATH=/a"; echo "export KOPIA_SNAPSHOT_PATH=/a"; echo "kopia_snapshot_path=/a"',
      undefined,
    ],
    [
      'case 32: a line of 65,535 bytes does no harm',
      'head -c 65535 /dev/zero | tr "\\0" x; echo; echo "KOPIA_SNAPSHOT_PATH=$PWD/mnt"',
      'mnt',
    ],
    ['case 33: a line of 65,536 bytes neither', 'head -c 65536 /dev/zero | tr "\\0" x; echo; echo "KOPIA_SNAPSHOT_PATH=$PWD/mnt"', 'mnt'],
  ])('%s', async ([_name, text, expected], { onTestFinished }) => {
    const { root } = scene(onTestFinished)
    const { before: report } = await root(before(script(`mkdir mnt\n${text}`)))
    expect(report.status).toBe('ok')
    expect(report.redirect?.path.split('/').at(-1)).toBe(expected)
  })

  it.concurrent("case 29: a relative redirect starts at Cairn's directory, and after-hooks see it as printed", async ({
    onTestFinished,
  }) => {
    const { path, read, root } = scene(onTestFinished)
    const { before: report } = await root({
      beforeSnapshotRoot: [script('echo KOPIA_SNAPSHOT_PATH=source')],
      afterSnapshotRoot: [script(`echo "$KOPIA_SNAPSHOT_PATH|$KOPIA_SOURCE_PATH" > ${path('out')}`)],
    })
    expect(report.redirect).toEqual({ text: 'source', path: path('source') })
    expect(read('out')).toBe(`source|${path('source')}\n`)
  })

  it.concurrent('case 30: the redirect of an optional hook that fails is used, with a warning', async ({ onTestFinished }) => {
    const { path, warnings, root } = scene(onTestFinished)
    const { before: report } = await root(before(script('echo KOPIA_SNAPSHOT_PATH=source; exit 3', { mode: 'optional' })))
    expect(report).toMatchObject({ status: 'ok', redirect: { path: path('source') } })
    expect(warnings).toEqual([expect.stringMatching(/before-snapshot-root hook of \.\/source failed: exit code 3 .* redirect is used/)])
  })

  it.concurrent('case 31: a redirect to nowhere fails and names hook and path', async ({ onTestFinished }) => {
    const { root } = scene(onTestFinished)
    const { before: report } = await root(before(script('echo KOPIA_SNAPSHOT_PATH=/no/such/place', { mode: 'optional', name: 'Dump' })))
    expect(report.status).toBe('failed')
    expect(report.failure?.code).toBe('CAIRN_HOOK_REDIRECT_MISSING')
    expect(report.failure?.message).toBe(
      'before-snapshot-root hook "Dump" of ./source redirected to /no/such/place, which is not a directory.',
    )
  })

  it.concurrent('case 39: hooks of three folders run at the same time, and their output stays apart', async ({ onTestFinished }) => {
    const { run, path, folder } = scene(onTestFinished)
    // Each waits until all three have begun: together they end only when they really run side by side.
    const meet = (name: string) =>
      script(
        `echo begin ${name}; touch ${path(name)}; until [ -e ${path('a')} ] && [ -e ${path('b')} ] && [ -e ${path('c')} ]; do sleep 0.05; done; echo end ${name}`,
      )
    const reports = await Promise.all(['a', 'b', 'c'].map((name) => folder({ beforeFolder: [meet(name)] }, `./${name}`)))
    expect(reports.map((report) => report.before.status)).toEqual(['ok', 'ok', 'ok'])
    const order = run.shown.filter((line) => line.startsWith('│')).map((line) => line.split(' ').at(-1))
    expect(order).toHaveLength(6)
    for (const at of [0, 2, 4]) expect(order[at]).toBe(order[at + 1])
  })

  it.concurrent('case 47: a failing before-hook stops the source, and its after-hook cleans up and knows why', async ({
    onTestFinished,
  }) => {
    const { path, read, root } = scene(onTestFinished)
    const { before: report, after: cleanup } = await root({
      beforeSnapshotRoot: [script('echo no space >&2; exit 3', { name: 'Dump' })],
      afterSnapshotRoot: [script(`echo "$CAIRN_STATUS|$CAIRN_FAILED_HOOK|$CAIRN_ERROR" > ${path('out')}`)],
    })
    expect(report).toMatchObject({ status: 'failed', failure: { code: 'CAIRN_HOOK_FAILED', kind: 'hook' } })
    expect(cleanup.results).toMatchObject([{ status: 'ok' }])
    expect(read('out')).toMatch(/^failed\|before-snapshot-root hook "Dump" of \.\/source\|.*exit code 3.*no space/)
  })

  it.concurrent('case 47: an after-hook is not run for a before-hook that never came to be', async ({ onTestFinished }) => {
    const { root } = scene(onTestFinished)
    const { before: report, after: cleanup } = await root({
      beforeSnapshotRoot: [command(['no-such-program-xyz'])],
      afterSnapshotRoot: [script('true')],
    })
    expect(report.failure?.code).toBe('CAIRN_HOOK_PROGRAM_MISSING')
    expect(cleanup.results).toEqual([])
  })

  it.concurrent('case 50: an essential after-hook that fails is a failure', async ({ onTestFinished }) => {
    const { root } = scene(onTestFinished)
    const essential = await root(after(script('exit 9')))
    expect(essential.before.status).toBe('ok')
    expect(essential.after.failure).toMatchObject({ code: 'CAIRN_HOOK_FAILED', kind: 'hook' })
    const optional = await root(after(script('exit 9', { mode: 'optional' })))
    expect(optional.after.failure).toBeUndefined()
  })

  it.concurrent.for([
    ['exec sleep', (time: string) => `exec sleep ${time}`],
    ['a child', (time: string) => `sleep ${time}`],
  ])('case 51: the timeout bounds a script with %s', async ([_name, text], { onTestFinished }) => {
    const { root } = scene(onTestFinished)
    const time = duration()
    const { before: report } = await root(before(script(text(time), { timeoutSeconds: 0.3 })))
    expect(report).toMatchObject({ status: 'failed', failure: { code: 'CAIRN_HOOK_TIMED_OUT' } })
    expect(report.results[0]?.durationMs).toBeLessThan(4_000)
    expect(alive(time)).toEqual([])
  })

  it.concurrent('case 52: a child that redirected its output does not survive the timeout', async ({ onTestFinished }) => {
    const { root } = scene(onTestFinished)
    const time = duration()
    await root(before(script(`sleep ${time} > /dev/null 2>&1 & sleep ${time}`, { timeoutSeconds: 0.3 })))
    expect(alive(time)).toEqual([])
  })

  it.concurrent('case 53: an async hook is not waited for, finishes, and is awaited at the end of the run', async ({ onTestFinished }) => {
    const { run, hooks, path, read, root } = scene(onTestFinished)
    const text = `until [ -e ${path('go')} ]; do sleep 0.05; done; echo KOPIA_SNAPSHOT_PATH=/x; echo done > ${path('out')}`
    const { before: report } = await root(before(script(text, { mode: 'async' })))
    expect(report).toMatchObject({ status: 'ok', results: [{ mode: 'async', hasStarted: true }] })
    expect(report.redirect).toBeUndefined()
    writeFileSync(path('go'), '')
    const { results } = await hooks.finish()
    expect(results).toMatchObject([{ mode: 'async', status: 'ok', exitCode: 0 }])
    expect(read('out')).toBe('done\n')
    expect(run.leftovers()).toEqual([])
  })

  it.concurrent('case 54: an async hook whose program is missing fails', async ({ onTestFinished }) => {
    const { root } = scene(onTestFinished)
    const { before: report } = await root(before(command(['no-such-program-xyz'], { mode: 'async' })))
    expect(report).toMatchObject({ status: 'failed', failure: { code: 'CAIRN_HOOK_PROGRAM_MISSING' } })
  })

  it.concurrent('case 55: a cancel ends the running hook, its after-hook still runs, and the result is cancelled', async ({
    onTestFinished,
  }) => {
    const controller = new AbortController()
    const { hooks, path, read, root } = scene(onTestFinished, { signal: controller.signal })
    const time = duration()
    const running = root({
      beforeSnapshotRoot: [script(`sleep ${time}`)],
      afterSnapshotRoot: [script(`echo "$CAIRN_STATUS" > ${path('out')}`)],
    })
    expect(await eventually(() => alive(time).length === 1)).toBe(true)
    controller.abort()
    const { before: report, after: cleanup } = await running
    expect(report).toMatchObject({ status: 'cancelled', failure: { kind: 'cancelled' } })
    expect(cleanup.results).toMatchObject([{ status: 'ok' }])
    expect(read('out')).toBe('cancelled\n')
    expect(alive(time)).toEqual([])
    await hooks.finish()
  })
})

describe.skipIf(process.platform !== 'linux')('what hooks leave behind', () => {
  it.concurrent('lives until the after-hook has ended, is then ended and named', async ({ onTestFinished }) => {
    const { hooks, path, read, root } = scene(onTestFinished)
    const time = duration()
    const { after: cleanup } = await root({
      beforeSnapshotRoot: [script(`sleep ${time} > /dev/null 2>&1 &\necho $! > pid`)],
      afterSnapshotRoot: [script(`kill -0 "$(cat pid)" && echo alive > ${path('out')}`)],
    })
    expect(cleanup.results).toMatchObject([{ status: 'ok' }])
    expect(read('out')).toBe('alive\n')
    expect(alive(time)).toEqual([])
    expect((await hooks.finish()).ended).toEqual([expect.stringMatching(/^sleep \(\d+\)$/)])
  })

  it.concurrent('lives to the end of the run when there is no after-hook, and its folder with it', async ({ onTestFinished }) => {
    const { run, hooks, root } = scene(onTestFinished)
    const time = duration()
    await root(before(script(`sleep ${time} > /dev/null 2>&1 &`)))
    expect(alive(time)).toHaveLength(1)
    expect(run.leftovers().filter((name) => name.startsWith('cairn-hook-'))).toHaveLength(1)
    expect((await hooks.finish()).ended).toHaveLength(1)
    expect(alive(time)).toEqual([])
    expect(run.leftovers()).toEqual([])
  })

  it.concurrent('is a file system that could not be unmounted: its files are not deleted', async ({ onTestFinished, skip }) => {
    const { run, path, hooks, root, warnings } = scene(onTestFinished)
    const canMount = process.getuid?.() === 0
    const { before: report } = await root(
      before(
        script(canMount ? 'mkdir mnt; mount --bind "$KOPIA_SOURCE_PATH" mnt || exit 77; echo keep > mnt/keep' : 'exit 77', {
          mode: 'optional',
        }),
      ),
    )
    skip(report.results[0]?.exitCode === 77, 'mounting is not permitted here')
    await hooks.finish()
    try {
      expect(statSync(path('source/keep')).isFile()).toBe(true)
      expect(warnings).toEqual([expect.stringMatching(/still mounted/)])
    } finally {
      const mounted = run.leftovers().find((name) => name.startsWith('cairn-hook-'))
      await root(before(command(['umount', join(run.tempDir, mounted ?? '', 'mnt')])))
    }
  })
})
