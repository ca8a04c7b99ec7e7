/** From a hook and its call to a command line, its variables and its limits; decides first whether it runs at all (docs/hooks.md, "Running"). */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { messageOf } from '../errors.ts'
import type { Hook } from '../policy/hook.ts'
import type { HookInvocation, HookServices } from './call.ts'
import { unmetCondition } from './conditions.ts'
import { hookEnvironment, KOPIA_VERSION_MET, type Variables } from './environment.ts'
import type { Verdict } from './judge.ts'
import { type ProgramPlan, planProgram, type RunnableProgram, writeProgram } from './program.ts'
import { missingPrograms } from './requirements.ts'
import { type AnyPhase, type HookResult, hookTitle } from './result.ts'
import type { Launch } from './supervised.ts'

export interface PreparedHook {
  readonly hook: Hook
  readonly invocation: HookInvocation
  readonly services: HookServices
  readonly title: string
  readonly plan: ProgramPlan
  readonly launch: Launch
}

/** What a call lacks that could be known before anything runs: a secret or a program. Undefined when it lacks nothing, or is not to run. */
export function lackOf(hook: Hook, invocation: HookInvocation, services: HookServices): HookResult | undefined {
  const judged = judgeCall(hook, invocation, services)
  return 'refused' in judged && judged.refused.status === 'failed' ? judged.refused : undefined
}

/** Judges conditions and requirements and writes the script; nothing has run yet. */
export function prepareHook(
  hook: Hook,
  invocation: HookInvocation,
  services: HookServices,
): PreparedHook | { readonly refused: HookResult } {
  const judged = judgeCall(hook, invocation, services)
  if ('refused' in judged) return judged
  const { title, program, signal, variables } = judged
  const { phase } = invocation
  for (const name of hook.secrets ?? []) maskSecret(variables[name], services)
  const plan = planProgram(program, {
    name: invocation.step === undefined ? phase : `${phase}-${invocation.step}`,
    privateDir: invocation.privateDir,
    platform: services.platform,
    comspec: services.environment['COMSPEC'] ?? services.environment['ComSpec'],
  })
  try {
    writeProgram(plan, invocation.privateDir)
  } catch (error) {
    const verdict: Verdict = {
      status: 'failed',
      message: `${title} could not be started: ${messageOf(error)}.`,
      errorCode: 'CAIRN_HOOK_NOT_STARTED',
      hint: 'Look at free space and permissions of the temporary folder (TMPDIR, RUNNER_TEMP).',
    }
    return { refused: { ...resultBase(hook, invocation), ...verdict } }
  }
  return {
    hook,
    invocation,
    services,
    title,
    plan,
    launch: {
      supervisorEntry: services.supervisorEntry,
      nodePath: services.nodePath ?? process.execPath,
      tempDir: services.tempDir,
      environment: variables,
      platform: services.platform,
      nodeEnvironment: pick(services.environment, NODE_NAMES),
      clock: services.clock,
      ...(signal === undefined ? {} : { signal }),
      request: {
        argv: plan.argv,
        cwd: workingDirectory(hook, invocation, services),
        timeoutMs: hook.timeoutSeconds * 1000,
        graceMs: services.graceMs ?? 5_000,
        cancelGraceMs: invocation.cancelGraceMs ?? services.cancelGraceMs ?? 3_000,
        keepsBackground: isBefore(phase) && hook.mode !== 'async',
        isStream: phase === 'stream',
      },
    },
  }
}

/** A call that may run. */
interface JudgedCall {
  readonly title: string
  readonly program: RunnableProgram
  readonly signal: AbortSignal | undefined
  readonly variables: Readonly<Record<string, string>>
}

function judgeCall(hook: Hook, invocation: HookInvocation, services: HookServices): JudgedCall | { readonly refused: HookResult } {
  const title = hookTitle(invocation.phase, hook.name, invocation.label)
  const refuse = (verdict: Verdict) => ({ refused: { ...resultBase(hook, invocation), ...verdict } })
  const { program } = hook
  if (program.kind === 'none') return refuse({ status: 'not-run', message: `${title} is set to none.`, reason: 'set to none' })
  const signal = invocation.signal === null ? undefined : (invocation.signal ?? services.signal)
  if (signal?.aborted)
    return refuse({ status: 'cancelled', message: `${title} was not started: the run is cancelled.`, errorCode: 'CAIRN_CANCELLED' })
  const unmet =
    invocation.unwanted ??
    unmetCondition(hook.if, {
      platform: services.platform,
      event: services.event,
      ref: services.ref,
      status: invocation.status,
      exists: (path) => existsSync(resolve(services.workspaceRoot, path)),
    })
  if (unmet !== undefined) return refuse({ status: 'not-run', message: `${title} was not run: ${unmet}.`, reason: unmet })

  const environment = hookEnvironment({
    base: services.environment,
    mode: services.environmentMode,
    platform: services.platform,
    hook,
    allowedSecrets: services.allowedSecrets,
    own: ownVariables(invocation, services),
  })
  const lost = environment.refused.find((each) => hook.secrets?.includes(each.name))
  if (lost !== undefined)
    return refuse({
      status: 'failed',
      message: `${title} asks for the secret ${lost.name}, which ${lost.reason === 'absent' ? 'is not set' : 'is not allowed'}.`,
      errorCode: 'CAIRN_HOOK_SECRET_REFUSED',
      hint:
        lost.reason === 'never'
          ? 'This variable is never given to hooks.'
          : 'Set the variable for this step and name it in "hook-secrets" (--hook-secret).',
    })
  const missing = missingPrograms(hook.requires ?? [], {
    path: environment.variables['PATH'] ?? environment.variables['Path'],
    platform: services.platform,
    pathExtensions: environment.variables['PATHEXT'],
  })
  if (missing.length > 0)
    return refuse({
      status: 'failed',
      message: `${title} requires ${missing.join(', ')}, not found on PATH.`,
      errorCode: 'CAIRN_HOOK_REQUIREMENT_MISSING',
      hint: 'Install what is missing in a step before this one.',
    })
  return { title, program, signal, variables: environment.variables }
}

// What a hook was given as a secret it may print by mistake.
function maskSecret(value: string | undefined, services: HookServices): void {
  if (value !== undefined && services.masks.add(value)) services.onMask?.(value)
}

/** A result in which nothing has happened yet. */
export function resultBase(hook: Hook, invocation: HookInvocation) {
  return {
    phase: invocation.phase,
    name: hook.name,
    label: invocation.label,
    mode: hook.mode,
    hasStarted: false,
    exitCode: null,
    signal: null,
    durationMs: 0,
    tail: [],
    killed: [],
    leftRunning: [],
    survivors: [],
  }
}

/** The result of an async hook that has started, and of whose end nothing is known. */
export function startedResult(hook: Hook, invocation: HookInvocation): HookResult {
  return { ...resultBase(hook, invocation), status: 'ok', hasStarted: true, message: 'started' }
}

/** Whether `phase` comes before what it belongs to. */
export function isBefore(phase: AnyPhase): boolean {
  return phase === 'before-snapshot-root' || phase === 'before-folder' || phase === 'job-before'
}

function isJob(phase: AnyPhase): boolean {
  return phase === 'job-before' || phase === 'job-after'
}

function ownVariables(invocation: HookInvocation, services: HookServices): Variables {
  const { phase } = invocation
  const kopia = isJob(phase)
    ? { KOPIA_SNAPSHOT_ID: undefined, KOPIA_SOURCE_PATH: undefined, KOPIA_SNAPSHOT_PATH: undefined }
    : { KOPIA_SNAPSHOT_ID: invocation.sessionId, KOPIA_SOURCE_PATH: invocation.sourcePath, KOPIA_SNAPSHOT_PATH: invocation.snapshotPath }
  return { ...kopia, KOPIA_ACTION: phase, KOPIA_VERSION: KOPIA_VERSION_MET, CAIRN_VERSION: services.cairnVersion, ...invocation.variables }
}

function workingDirectory(hook: Hook, invocation: HookInvocation, services: HookServices): string {
  if (hook.workingDirectory !== undefined) return resolve(services.workspaceRoot, hook.workingDirectory)
  return isJob(invocation.phase) ? services.workspaceRoot : invocation.privateDir
}

// Windows cannot start a program without the first two; a Node from a package may need its own library path. Never seen by the hook.
const NODE_NAMES = ['SystemRoot', 'SYSTEMROOT', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH']

function pick(variables: Variables, names: readonly string[]): Record<string, string> {
  const picked: Record<string, string> = {}
  for (const name of names) {
    const value = variables[name]
    if (value !== undefined) picked[name] = value
  }
  return picked
}
