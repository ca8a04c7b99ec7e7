/**
 * A model of how the GitHub runner finds commands in what a step prints.
 *
 * Lines end at CR, LF or CR LF. A line whose first characters, blanks not counted, are `::` and that holds a second `::` is a command;
 * failing that, `##[name]` anywhere in the line is one. Names are compared without case, properties follow after a blank. Both
 * streams are read alike.
 */
export interface RunnerCommand {
  readonly name: string
  readonly value: string
}

const NAMES = new Set([
  ...['set-output', 'save-state', 'set-env', 'add-path', 'add-mask', 'add-matcher', 'remove-matcher', 'stop-commands', 'echo'],
  ...['debug', 'notice', 'warning', 'error', 'group', 'endgroup', 'section', 'command', 'internal-set-repo-path'],
])

/** Commands that the runner would execute. */
export function runnerCommands(text: string): RunnerCommand[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => modern(line) ?? legacy(line) ?? [])
}

function modern(line: string): RunnerCommand | undefined {
  const start = line.trimStart()
  if (!start.startsWith('::')) return undefined
  const end = start.indexOf('::', 2)
  if (end < 0) return undefined
  return named(start.slice(2, end), start.slice(end + 2))
}

function legacy(line: string): RunnerCommand | undefined {
  const start = line.indexOf('##[')
  const end = line.indexOf(']', start)
  if (start < 0 || end < 0) return undefined
  return named(line.slice(start + 3, end), line.slice(end + 1))
}

function named(head: string, value: string): RunnerCommand | undefined {
  const name = head.trim().split(/\s/, 1)[0]?.toLowerCase() ?? ''
  return NAMES.has(name) ? { name, value } : undefined
}
