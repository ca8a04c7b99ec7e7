/** From a supervisor's report to a verdict with a sentence; pure. */
import type { ErrorCode } from '../errors.ts'
import type { EndedMessage } from './messages.ts'
import type { Argv } from './program.ts'
import { type AnyPhase, type HookStatus, seconds } from './result.ts'

/** Exit code of a before-snapshot-root hook that means: leave this source out, this is no failure (docs/hooks.md, "Status words"). */
export const SKIP_EXIT_CODE = 75

export interface Verdict {
  readonly status: HookStatus
  readonly message: string
  readonly reason?: string
  readonly errorCode?: ErrorCode
  readonly hint?: string
}

export interface JudgeFacts {
  readonly title: string
  readonly phase: AnyPhase
  readonly timeoutSeconds: number
  readonly argv: Argv
  readonly script: string | undefined
  readonly cwd: string
  readonly cwdExists: boolean
  readonly tail: readonly string[]
}

/** What a report means. */
export function judge(report: EndedMessage, facts: JudgeFacts): Verdict {
  const { title } = facts
  switch (report.reason) {
    case 'not-started':
      return notStarted(report.startError ?? 'UNKNOWN', facts)
    case 'cancelled':
    case 'parent-gone':
      return {
        status: 'cancelled',
        message: `${title} was cancelled after ${seconds(report.durationMs)}${ending(report)}.`,
        errorCode: 'CAIRN_CANCELLED',
      }
    case 'timed-out':
      return {
        status: 'timed-out',
        message: `${title} timed out after ${facts.timeoutSeconds} s${ending(report)}.${lastOutput(facts)}`,
        errorCode: 'CAIRN_HOOK_TIMED_OUT',
        hint: 'Raise the timeout of the hook, or find out what it waits for in its output above.',
      }
    case 'exited':
      return exited(report, facts)
  }
}

function exited(report: EndedMessage, facts: JudgeFacts): Verdict {
  const { title } = facts
  const after = `after ${seconds(report.durationMs)}`
  if (report.exitCode === 0) return { status: 'ok', message: `${title} succeeded ${after}${leaving(report)}.` }
  if (report.exitCode === SKIP_EXIT_CODE && facts.phase === 'before-snapshot-root')
    return { status: 'skipped', message: `${title} asked to skip ${after} (exit code 75).` }
  if (report.exitCode === null)
    return {
      status: 'failed',
      message: `${title} was killed by ${report.signal ?? 'an unknown signal'} ${after}.${lastOutput(facts)}`,
      errorCode: 'CAIRN_HOOK_KILLED',
      hint: 'Something outside of Cairn sent the signal; SIGKILL often means that memory ran out.',
    }
  return {
    status: 'failed',
    message: `${title} failed: exit code ${report.exitCode} ${after}${ending(report)}.${lastOutput(facts)}`,
    errorCode: 'CAIRN_HOOK_FAILED',
    hint: exitHint(report.exitCode, facts.phase),
  }
}

function exitHint(exitCode: number, phase: AnyPhase): string {
  if (exitCode === 127)
    return 'Exit code 127 of a shell: a program was not found. Hooks get a short PATH and environment; list programs in "requires".'
  if (exitCode === 126) return 'Exit code 126 of a shell: a program was found but may not be executed.'
  if (phase === 'stream')
    return 'Read the output of the command above. What it wrote before is not kept: without a good end there is no snapshot.'
  return 'Read the output of the hook above. A hook that may fail is given "mode: optional".'
}

function notStarted(startError: string, facts: JudgeFacts): Verdict {
  const { title, argv, script } = facts
  const shebang = script?.startsWith('#!') === true ? (script.split('\n', 1)[0] ?? '') : undefined
  if (!facts.cwdExists)
    return {
      status: 'failed',
      message: `${title} could not be started: its working directory ${facts.cwd} is not a directory.`,
      errorCode: 'CAIRN_HOOK_NOT_STARTED',
      hint: 'Create the directory in job.before, or change "working-directory".',
    }
  if (startError === 'ENOENT' && shebang !== undefined)
    return {
      status: 'failed',
      message: `${title} could not be started: the interpreter of its first line, ${JSON.stringify(shebang)}, was not found.`,
      errorCode: 'CAIRN_HOOK_INTERPRETER_MISSING',
      hint: shebang.endsWith('\r')
        ? 'The line ends with a carriage return: save the script with LF line ends.'
        : 'Install the interpreter or correct the line.',
    }
  if (startError === 'ENOENT')
    return {
      status: 'failed',
      message: `${title} could not be started: the program ${argv[0]} was not found.`,
      errorCode: 'CAIRN_HOOK_PROGRAM_MISSING',
      hint: `Give an absolute path or a program on PATH; relative paths start in ${facts.cwd}.`,
    }
  if (startError === 'EACCES')
    return {
      status: 'failed',
      message: `${title} could not be started: ${argv[0]} may not be executed.`,
      errorCode: 'CAIRN_HOOK_NOT_EXECUTABLE',
      hint: 'Set the execute bit. A script with a "#!" line also fails so when the temporary folder is mounted noexec.',
    }
  return { status: 'failed', message: `${title} could not be started: ${startError}.`, errorCode: 'CAIRN_HOOK_NOT_STARTED' }
}

function ending(report: EndedMessage): string {
  const killed = report.killed.length === 0 ? '' : `; ended ${report.killed.join(', ')}`
  return report.survivors.length === 0 ? killed : `${killed}; could not end ${report.survivors.join(', ')}`
}

function leaving(report: EndedMessage): string {
  const left = report.leftRunning.length === 0 ? '' : `; left running: ${report.leftRunning.join(', ')}`
  return report.killed.length === 0 ? left : `${left}; ended what it left behind: ${report.killed.join(', ')}`
}

function lastOutput(facts: JudgeFacts): string {
  const lines = facts.tail.slice(-3)
  return lines.length === 0 ? '' : ` Last output: ${lines.join(' / ')}`
}
