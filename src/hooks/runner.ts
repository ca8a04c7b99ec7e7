/** Runs one hook under a supervisor process and tells what became of it (docs/hooks.md, "Running"). */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { Writable } from 'node:stream'
import type { CairnError } from '../errors.ts'
import type { Hook } from '../policy/hook.ts'
import type { HookInvocation, HookServices } from './call.ts'
import type { HookLog } from './console.ts'
import { judge, type Verdict } from './judge.ts'
import type { EndedMessage } from './messages.ts'
import { HookReader } from './output.ts'
import { isBefore, type PreparedHook, prepareHook, resultBase } from './prepare.ts'
import { type BackgroundProcesses, type HookResult, seconds } from './result.ts'
import { type Spawn, superviseProcess } from './supervised.ts'

/** A hook on its way. */
export interface RunningHook {
  /** Whether a process came to be. */
  readonly started: Promise<boolean>
  readonly result: Promise<HookResult>
  /** Resolves when nothing of the hook is left, at the latest after a release of its background processes. */
  readonly over: Promise<void>
}

/** Runs a hook to its end; never rejects for what the hook does. Throws CAIRN_HOOK_NOT_STARTED when the supervisor cannot be run. */
export async function runHook(hook: Hook, invocation: HookInvocation, services: HookServices): Promise<HookResult> {
  return await startHook(hook, invocation, services).result
}

/** Starts a hook; `started` settles early for hooks that nobody waits for. */
export function startHook(hook: Hook, invocation: HookInvocation, services: HookServices): RunningHook {
  const prepared = prepareHook(hook, invocation, services)
  if ('refused' in prepared) return { started: Promise.resolve(false), result: Promise.resolve(prepared.refused), over: Promise.resolve() }
  const log = services.console.open(prepared.title, hook.mode === 'async')
  const reader = new HookReader({
    capturesRedirect: isBefore(invocation.phase) && hook.capturesRedirect && hook.mode !== 'async',
    masks: services.masks,
    log,
    ...(services.onMask === undefined ? {} : { onMask: services.onMask }),
  })
  const supervised = superviseProcess(prepared.launch, execToolkit, reader)
  const result = supervised.ended.then((report) => {
    reader.end()
    return finishHook(prepared, report, reader, log, supervised.background)
  })
  return { started: supervised.started, result, over: supervised.over }
}

/** Closes the log and puts report and output together. */
export function finishHook(
  prepared: PreparedHook,
  report: EndedMessage | CairnError,
  reader: Pick<HookReader, 'redirect' | 'tail'>,
  log: HookLog,
  background: BackgroundProcesses,
): HookResult {
  const { hook, invocation, services, title, plan, launch } = prepared
  const base = { ...resultBase(hook, invocation), tail: reader.tail }
  if (report instanceof Error) {
    log.close(`└ ${report.message}`)
    return {
      ...base,
      status: 'failed',
      message: `${title} failed: ${report.message}`,
      errorCode: report.code,
      ...(report.hint === undefined ? {} : { hint: report.hint }),
    }
  }
  const verdict = judge(report, {
    title,
    phase: invocation.phase,
    timeoutSeconds: launch.request.timeoutMs / 1000,
    argv: plan.argv,
    script: plan.file?.text,
    cwd: launch.request.cwd,
    cwdExists: isDirectory(launch.request.cwd),
    tail: reader.tail,
  })
  log.close(`└ ${verdict.status === 'ok' ? 'exit code 0' : outcomeWord(report, verdict)} after ${seconds(report.durationMs)}`)
  const { redirect } = reader
  return {
    ...base,
    ...verdict,
    hasStarted: report.reason !== 'not-started',
    exitCode: report.exitCode,
    signal: report.signal,
    durationMs: report.durationMs,
    killed: report.killed,
    leftRunning: report.leftRunning,
    survivors: report.survivors,
    ...(redirect === undefined ? {} : { redirect: { text: redirect, path: resolve(services.cwd, redirect) } }),
    ...(report.leftRunning.length === 0 ? {} : { background }),
  }
}

function outcomeWord(report: EndedMessage, verdict: Verdict): string {
  if (report.reason === 'exited')
    return report.exitCode === null ? `killed by ${report.signal ?? 'a signal'}` : `exit code ${report.exitCode}`
  return report.reason === 'not-started' ? 'not started' : verdict.status === 'timed-out' ? 'timed out' : 'cancelled'
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Starts a supervisor with the exec toolkit; resolves with its exit code. */
async function execToolkit({ nodePath, args, environment, cwd, onOutput, onErrors }: Spawn): Promise<number | null> {
  // Loaded when the first hook runs: most commands run none.
  const { exec } = await import('@actions/exec')
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  // The toolkit splits its first argument at blanks unless it is quoted. No `input`: standard input stays open until this process
  // dies, and its end tells the supervisor so.
  return await exec(`"${nodePath}"`, [...args], {
    env: { ...environment },
    cwd,
    silent: true,
    ignoreReturnCode: true,
    delay: 2_000,
    outStream: nowhere,
    errStream: nowhere,
    listeners: { stdout: onOutput, stderr: onErrors },
  })
}
