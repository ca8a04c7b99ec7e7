/** Reads what a hook runs: `run`, `file`, `command`, or Kopia's `path`, `args` and `script`. */
import type { HookProgram, HookShell } from '../policy/hook.ts'
import { fromUtf8 } from '../util/bytes.ts'
import type { Entries } from './hook-options.ts'
import type { KnownEntry } from './names.ts'
import { type Reading, reportExtension } from './reading.ts'
import { readText, readTexts, readWord, wrongType } from './scalars.ts'
import { SHELLS } from './schema.ts'
import { checkPipes, checkScript, SECRET_HINT } from './script-checks.ts'
import { findSecret } from './secrets.ts'
import type { YamlNode } from './yaml-tree.ts'

/** What stands in front of `run` so that Kopia starts the same interpreter; absent for a shell that needs nothing or cannot be told. */
export const PROLOGUES: Readonly<Partial<Record<HookShell, string>>> = {
  bash: '#!/usr/bin/env bash\nset -e -o pipefail\n',
  pwsh: '#!/usr/bin/env pwsh\n',
  python: '#!/usr/bin/env python3\n',
}

/** A program as read, with the key it came from. */
export interface ReadProgram {
  readonly program: HookProgram
  readonly kind: 'run' | 'file' | 'command' | 'path' | 'script'
}

/** `shell`, or undefined when it is absent or wrong. */
export function readShell(entry: KnownEntry | undefined, reading: Reading): HookShell | undefined {
  if (entry === undefined) return undefined
  const word = readWord(entry.value, entry.path, SHELLS, 'P043', reading)
  const shell = SHELLS.find((known) => known === word)
  if (shell === 'powershell' || shell === 'cmd') reportExtension(reading, entry.keySpan, entry.path, `the shell ${shell}`)
  return shell
}

/** The script of `run` as stored. */
export function withPrologue(script: string, shell: HookShell | undefined): string {
  return shell === undefined ? script : `${PROLOGUES[shell] ?? ''}${script}`
}

/** Reads the one program key; undefined when it is wrong, after reporting. */
export function readProgram(
  entry: KnownEntry,
  entries: Entries,
  defaultShell: HookShell | undefined,
  reading: Reading,
): ReadProgram | undefined {
  const shellEntry = entries.get('shell')
  const shell = readShell(shellEntry, reading)
  if (shellEntry !== undefined && entry.name !== 'run' && entry.name !== 'file') {
    const second = shellEntry.keySpan.start > entry.keySpan.start ? shellEntry : entry
    reading.findings.add('P030', second.keySpan, second.path, `\`shell\` and \`${entry.name}\` do not go together.`, {
      hint: 'Use `run` for a script in a shell.',
    })
  }
  switch (entry.name) {
    case 'run':
      return readRun(entry, shellEntry === undefined ? defaultShell : shell, reading)
    case 'script':
      return readRun(entry, undefined, reading)
    case 'file':
      return readFile(entry, shellEntry, shell, reading)
    case 'command':
      return readCommand(entry, reading)
    default:
      return readPath(entry, entries.get('args'), reading)
  }
}

function readRun(entry: KnownEntry, shell: HookShell | undefined, reading: Reading): ReadProgram | undefined {
  const { value: node, path } = entry
  const script = readText(node, path, reading)
  if (script === undefined || node.kind !== 'scalar') return undefined
  reading.scripts.add(node)
  const stored = withPrologue(script, shell)
  if (!checkScript({ node, path, script, stored, isInline: true }, reading)) return undefined
  if (shell === undefined || shell === 'sh') checkPipes(node, script, path, reading)
  return { kind: entry.name === 'run' ? 'run' : 'script', program: scriptProgram(stored, shell) }
}

function scriptProgram(script: string, shell: HookShell | undefined): HookProgram {
  return shell === undefined ? { kind: 'script', script } : { kind: 'script', script, shell }
}

const FILE_PROBLEMS = {
  missing: 'There is no such file.',
  outside: 'The file is outside the repository, or is reached through a link that leads outside.',
  'not-a-file': 'This is not a regular file.',
  'too-large': 'The file is too large for a script.',
  unreadable: 'The file cannot be read.',
} as const

function readFile(
  entry: KnownEntry,
  shellEntry: KnownEntry | undefined,
  shell: HookShell | undefined,
  reading: Reading,
): ReadProgram | undefined {
  const { value: node, path } = entry
  const relative = readText(node, path, reading)
  if (relative === undefined || node.kind !== 'scalar') return undefined
  const refuse = (code: 'P034' | 'P035', message: string, hint: string): undefined => {
    reading.findings.add(code, node.span, path, message, { hint })
    return undefined
  }
  if (shellEntry !== undefined && shell !== undefined)
    reportExtension(reading, shellEntry.keySpan, shellEntry.path, '`shell` beside `file`')
  const placeHint = 'The path starts at the policy file and must stay inside the repository.'
  if (relative === '' || relative.includes('\0')) return refuse('P035', 'There is no such file.', placeHint)
  if (/^[\\/]|^[A-Za-z]:/.test(relative)) return refuse('P035', 'The path of a script file is relative.', placeHint)
  const result = reading.options.readHookFile?.(relative) ?? { ok: false, reason: 'missing' }
  if (!result.ok) return refuse(result.reason === 'too-large' ? 'P034' : 'P035', FILE_PROBLEMS[result.reason], placeHint)
  if (result.bytes.includes(0)) return refuse('P035', 'The file is not text: it holds a NUL byte.', 'Start a program with `command`.')
  const script = fromUtf8(result.bytes)
  if (script === undefined) return refuse('P034', 'The file is not valid UTF-8.', 'Save it as UTF-8.')
  if (!checkScript({ node, path, script, stored: script, isInline: false }, reading)) return undefined
  return { kind: 'file', program: scriptProgram(script, shell) }
}

function readCommand(entry: KnownEntry, reading: Reading): ReadProgram | undefined {
  const { value: node, path } = entry
  if (node.kind === 'scalar' && typeof node.value === 'string' && /\S\s+\S/.test(node.value)) {
    // Only words that mean the same with and without a shell are split for the user.
    const isPlain = /^[\w\s./=-]+$/.test(node.value)
    const hint = isPlain ? `Write [${node.value.trim().split(/\s+/).join(', ')}].` : 'Write [program, argument].'
    wrongType(node, path, 'a list', reading, hint)
    return undefined
  }
  const argv = readTexts(node, path, reading)
  if (argv === undefined || node.kind !== 'list') return undefined
  const [first, ...rest] = argv
  const firstNode = node.items[0]
  if (firstNode === undefined) {
    reading.findings.add('P032', node.span, path, 'The command is empty.', { hint: 'Write [program, argument].' })
    return undefined
  }
  checkSecrets(node.items, path, reading)
  if (first === undefined || argv.length !== node.items.length) return undefined
  if (!checkProgramName(first, firstNode, `${path}[0]`, 'error', reading)) return undefined
  return { kind: 'command', program: { kind: 'command', argv: [first, ...rest] } }
}

function readPath(entry: KnownEntry, args: KnownEntry | undefined, reading: Reading): ReadProgram | undefined {
  const { value: node, path } = entry
  const program = readText(node, path, reading)
  const rest = args === undefined ? [] : readTexts(args.value, args.path, reading)
  if (args?.value.kind === 'list') checkSecrets(args.value.items, args.path, reading)
  if (program === undefined || rest === undefined) return undefined
  if (!checkProgramName(program, node, path, 'warning', reading)) return undefined
  if (/[\s"']/.test(program)) {
    reading.findings.add('P031', node.span, path, 'Kopia runs a program with exactly this name; it does not split it.', {
      severity: 'warning',
      hint: 'Put arguments into `args`.',
    })
  }
  return { kind: 'path', program: { kind: 'command', argv: [program, ...rest] } }
}

/** P032, P033 and P036 of a program's name; returns whether it can be used. */
function checkProgramName(name: string, node: YamlNode, path: string, relative: 'error' | 'warning', reading: Reading): boolean {
  const { findings } = reading
  if (name === '' || /^\s/.test(name)) {
    findings.add('P032', node.span, path, name === '' ? 'The program has no name.' : 'The name of the program starts with a blank.')
    return false
  }
  if (name === 'none' || name === 'inherit') {
    findings.add('P033', node.span, path, `"${name}" would be run as a command.`, {
      hint: 'Write `none` in place of the whole hook to switch an inherited one off.',
    })
    return false
  }
  if (/[\\/]/.test(name) && !/^(?:[\\/]|[A-Za-z]:[\\/])/.test(name)) {
    findings.add('P036', node.span, path, 'A relative program is looked up in the temporary folder that the hook runs in.', {
      severity: relative,
      hint: 'Use `file` for a script of the repository, or an absolute path.',
    })
    return relative === 'warning'
  }
  return true
}

function checkSecrets(items: readonly YamlNode[], path: string, reading: Reading): void {
  for (const [index, item] of items.entries()) {
    const secret = item.kind === 'scalar' ? findSecret(String(item.value)) : undefined
    if (secret !== undefined)
      reading.findings.add('P041', item.span, `${path}[${index}]`, `This looks like ${secret.what}.`, { hint: SECRET_HINT })
  }
}
