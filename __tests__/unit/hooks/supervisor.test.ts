import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runHook } from '../../../src/hooks/runner.ts'
import { alive, command, eventually, type HookRun, hookRun, invocation, script, supervisorEntry } from '../../support/hook-run.ts'

let run: HookRun
const made: HookRun[] = []
function newRun(services: Parameters<typeof hookRun>[0] = {}): HookRun {
  const one = hookRun(services)
  made.push(one)
  return one
}
beforeEach(() => {
  run = newRun()
})
afterEach(() => {
  for (const one of made.splice(0)) one.remove()
})

// A sleep time that nobody else uses finds the processes of one test.
let unique = 1000 + (process.pid % 900) * 10
const duration = () => `9${unique++}.25`

describe.skipIf(process.platform !== 'linux')('a hook under its supervisor', () => {
  it('tells exit code, duration and output', async () => {
    const result = await runHook(script('echo hello; echo oops >&2; exit 5'), invocation(run), run.services)
    expect(result).toMatchObject({
      status: 'failed',
      exitCode: 5,
      signal: null,
      hasStarted: true,
      errorCode: 'CAIRN_HOOK_FAILED',
      killed: [],
    })
    expect(result.message).toMatch(/^before-snapshot-root hook of \.\/source failed: exit code 5 after .* Last output: .*oops/)
    expect(run.shown[0]).toBe('[before-snapshot-root hook of ./source]')
    expect(run.shown).toContain('│ hello')
    expect(run.shown).toContain('│ oops')
    expect(run.shown.at(-2)).toMatch(/^└ exit code 5 after /)
    expect(run.leftovers()).toEqual(['private'])
  })

  it('lets scripts reopen their output by name, as with a real pipe', async () => {
    await runHook(script('echo one > /dev/stderr; echo two | tee /dev/stdout'), invocation(run), run.services)
    expect(run.shown.filter((line) => line.startsWith('│')).sort()).toEqual(['│ one', '│ two', '│ two'])
  })

  it('ends the whole tree when the time is over', async () => {
    const time = duration()
    const result = await runHook(script(`sleep ${time} & sleep ${time}`, { timeoutSeconds: 0.3 }), invocation(run), run.services)
    expect(result).toMatchObject({ status: 'timed-out', errorCode: 'CAIRN_HOOK_TIMED_OUT', survivors: [] })
    expect(result.killed.length).toBe(3)
    // Well below the grace: TERM was enough.
    expect(result.durationMs).toBeLessThan(4_000)
    expect(alive(time)).toEqual([])
  })

  it('kills what ignores TERM once the grace is over', async () => {
    run = newRun({ graceMs: 300 })
    const time = duration()
    const result = await runHook(
      script(`trap '' TERM; while :; do sleep ${time}; done`, { timeoutSeconds: 0.3 }),
      invocation(run),
      run.services,
    )
    expect(result.status).toBe('timed-out')
    expect(result.durationMs).toBeGreaterThanOrEqual(500)
    expect(alive(time)).toEqual([])
  })

  it('finds a daemon that left the process group', async () => {
    run = newRun({ graceMs: 200 })
    const time = duration()
    const daemon = `setsid sh -c "trap '' TERM; sleep ${time}; sleep ${time}" > /dev/null 2>&1 &`
    const result = await runHook(script(`${daemon}\nsleep ${time}`, { timeoutSeconds: 0.3 }), invocation(run), run.services)
    expect(result.status).toBe('timed-out')
    expect(alive(time)).toEqual([])
  })

  it('ends what a failed hook leaves behind', async () => {
    const time = duration()
    const result = await runHook(script(`sleep ${time} > /dev/null 2>&1 &\nexit 4`), invocation(run), run.services)
    expect(result).toMatchObject({ status: 'failed', exitCode: 4, leftRunning: [] })
    // A copy of the shell until it has become the other program.
    expect(result.killed).toEqual([expect.stringMatching(/^(sh|sleep) \(\d+\)$/)])
    expect(alive(time)).toEqual([])
  })

  it('ends at a cancel', async () => {
    const controller = new AbortController()
    run = newRun({ signal: controller.signal })
    const time = duration()
    const running = runHook(script(`sleep ${time}`), invocation(run), run.services)
    expect(await eventually(() => alive(time).length === 1)).toBe(true)
    controller.abort()
    expect(await running).toMatchObject({ status: 'cancelled', errorCode: 'CAIRN_CANCELLED' })
    expect(alive(time)).toEqual([])
  })

  it('ends when the process that started it is killed', async () => {
    const time = duration()
    const control = join(run.dir, 'control')
    const request = {
      argv: ['sleep', time],
      cwd: run.dir,
      hookId: 'feedc0de',
      timeoutMs: 60_000,
      graceMs: 200,
      cancelGraceMs: 200,
      keepsBackground: false,
      isStream: false,
    }
    const parent = `
      const fs = require('fs'), cp = require('child_process')
      fs.mkdirSync(${JSON.stringify(control)})
      fs.writeFileSync(${JSON.stringify(join(control, 'request.json'))}, ${JSON.stringify(JSON.stringify(request))})
      cp.spawn(process.execPath, [${JSON.stringify(supervisorEntry())}, '--cairn-supervisor', ${JSON.stringify(control)}], { env: { CAIRN_HELD_PATH: process.env.PATH } })
      setInterval(() => {}, 1000)`
    writeFileSync(join(run.dir, 'parent.cjs'), parent)
    const started = spawn(process.execPath, [join(run.dir, 'parent.cjs')], { stdio: 'ignore' })
    expect(await eventually(() => alive(time).length === 1)).toBe(true)
    started.kill('SIGKILL')
    expect(await eventually(() => alive(time).length === 0)).toBe(true)
    expect(await eventually(() => !existsSync(control))).toBe(true)
  })

  it('is not prolonged by a process that holds its output', async () => {
    const time = duration()
    const startMs = performance.now()
    const result = await runHook(script(`sleep ${time} &\necho ready`), invocation(run), run.services)
    expect(result).toMatchObject({ status: 'ok', exitCode: 0, leftRunning: [] })
    expect(result.killed).toEqual([expect.stringMatching(/^sleep /)])
    expect(performance.now() - startMs).toBeLessThan(4_500)
    expect(await eventually(() => alive(time).length === 0)).toBe(true)
  })

  it('keeps a process that let go of the output until it is released', async () => {
    const time = duration()
    const result = await runHook(script(`sleep ${time} > /dev/null 2>&1 &`), invocation(run), run.services)
    expect(result).toMatchObject({ status: 'ok', killed: [], leftRunning: [expect.stringMatching(/^sleep /)] })
    expect(alive(time)).toHaveLength(1)
    expect(await result.background?.release()).toEqual(result.leftRunning)
    expect(alive(time)).toEqual([])
    expect(run.leftovers()).toEqual(['private'])
  })

  it('reads 50 MB without a line end fast and in bounded memory', async () => {
    const before = process.memoryUsage().rss
    const startMs = performance.now()
    const result = await runHook(script("head -c 50000000 /dev/zero | tr '\\0' x; exit 3"), invocation(run), run.services)
    expect(result.exitCode).toBe(3)
    expect(performance.now() - startMs).toBeLessThan(8_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1024 * 1024)
    const shown = run.shown.reduce((sum, line) => sum + line.length, 0)
    expect(shown).toBeLessThan(1_100_000)
    expect(run.shown.some((line) => /lines not shown/.test(line))).toBe(true)
  })

  it.each([
    ['a missing program', command(['no-such-program-xyz']), 'CAIRN_HOOK_PROGRAM_MISSING'],
    ['a program that may not be executed', command(['/etc/passwd']), 'CAIRN_HOOK_NOT_EXECUTABLE'],
    ['a missing interpreter', script('#!/no/such/interpreter\n'), 'CAIRN_HOOK_INTERPRETER_MISSING'],
    ['a first line with a carriage return', script('#!/bin/sh\r\nexit 0\r\n'), 'CAIRN_HOOK_INTERPRETER_MISSING'],
    ['a missing working directory', script('exit 0', { workingDirectory: 'nowhere' }), 'CAIRN_HOOK_NOT_STARTED'],
    ['a missing requirement', script('exit 0', { requires: ['sh', 'no-such-program-xyz'] }), 'CAIRN_HOOK_REQUIREMENT_MISSING'],
  ])('names %s', async (_what, hook, errorCode) => {
    const result = await runHook(hook, invocation(run), run.services)
    expect(result).toMatchObject({ status: 'failed', hasStarted: false, errorCode })
    expect(result.message).toContain('before-snapshot-root hook of ./source')
  })

  it('names the signal that killed a hook', async () => {
    const result = await runHook(script('kill -9 $$'), invocation(run), run.services)
    expect(result).toMatchObject({ status: 'failed', exitCode: null, signal: 'SIGKILL', errorCode: 'CAIRN_HOOK_KILLED' })
  })
})
