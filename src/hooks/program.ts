/** From a hook's program to a command line: Kopia's rule for scripts, the interpreters of `shell`, and the command form (docs/hooks.md, "Programs"). */
import { lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HookProgram, HookShell } from '../policy/hook.ts'

export type Argv = readonly [string, ...string[]]

/** A command line, with the script file that it expects in the private folder. */
export interface ProgramPlan {
  readonly argv: Argv
  readonly file?: { readonly name: string; readonly text: string }
}

export interface ProgramPlace {
  /** Base name of the script file, such as `before-folder`. */
  readonly name: string
  readonly privateDir: string
  readonly platform: NodeJS.Platform
  /** %COMSPEC% of a Windows system. */
  readonly comspec?: string | undefined
}

/** A program that is run: anything but none. */
export type RunnableProgram = Exclude<HookProgram, { readonly kind: 'none' }>

/** What to execute for `program`; writes nothing. */
export function planProgram(program: RunnableProgram, place: ProgramPlace): ProgramPlan {
  if (program.kind === 'command') return { argv: program.argv }
  const isWindows = place.platform === 'win32'
  if (program.shell !== undefined) return planShell(program.shell, program.script, place)
  if (isWindows) return scriptPlan(place, '.cmd', program.script, (path) => [place.comspec ?? 'cmd.exe', '/c', path])
  if (program.script.startsWith('#!')) return scriptPlan(place, '.sh', program.script, (path) => [path])
  return scriptPlan(place, '.sh', program.script, (path) => ['sh', '-e', path])
}

/** Writes the script of a plan, mode 0700, into the private folder, which is made again when the hook before took it away. */
export function writeProgram(plan: ProgramPlan, privateDir: string): void {
  mkdirSync(privateDir, { recursive: true, mode: 0o700 })
  if (!lstatSync(privateDir).isDirectory()) throw new Error(`${privateDir} is not a directory`)
  if (plan.file === undefined) return
  const path = join(privateDir, plan.file.name)
  // A hook before this one may have put something else under the name: never write through it.
  rmSync(path, { force: true, recursive: true })
  writeFileSync(path, plan.file.text, { mode: 0o700, flag: 'wx' })
}

// The options are those that a workflow's `run:` step gives the same shells.
function planShell(shell: HookShell, script: string, place: ProgramPlace): ProgramPlan {
  switch (shell) {
    case 'sh':
      return scriptPlan(place, '.sh', script, (path) => ['sh', '-e', path])
    case 'bash':
      return scriptPlan(place, '.sh', script, (path) => ['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail', path])
    case 'python':
      return scriptPlan(place, '.py', script, (path) => [place.platform === 'win32' ? 'python' : 'python3', path])
    case 'pwsh':
      return scriptPlan(place, '.ps1', STOP_ON_ERROR + script + PASS_EXIT_CODE, (path) => [
        'pwsh',
        '-NoProfile',
        '-NonInteractive',
        '-File',
        path,
      ])
    case 'powershell':
      return scriptPlan(place, '.ps1', STOP_ON_ERROR + script + PASS_EXIT_CODE, (path) => [
        'powershell',
        '-NoProfile',
        '-NonInteractive',
        '-ExecutionPolicy',
        'Bypass',
        '-File',
        path,
      ])
    case 'cmd':
      return scriptPlan(place, '.cmd', script, (path) => [place.comspec ?? 'cmd.exe', '/D', '/E:ON', '/V:OFF', '/S', '/C', path])
  }
}

const STOP_ON_ERROR = "$ErrorActionPreference = 'stop'\n"
const PASS_EXIT_CODE = '\nif ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }\n'

function scriptPlan(place: ProgramPlace, extension: string, text: string, argv: (path: string) => Argv): ProgramPlan {
  const name = place.name + extension
  return { argv: argv(join(place.privateDir, name)), file: { name, text } }
}
