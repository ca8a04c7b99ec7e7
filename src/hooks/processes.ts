/** Finds and signals every process of one hook: its process group, what left the group but carries the hook's id, and their children. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { HOOK_ID_VARIABLE } from './messages.ts'

export interface Member {
  readonly pid: number
  readonly name: string
  readonly isInGroup: boolean
  /** Whether it has the hook's standard output open; true when that cannot be known. */
  readonly holdsOutput: boolean
}

/** The processes of one hook, as the operating system shows them. */
export interface ProcessTable {
  /** Living members (zombies do not count). */
  members(): readonly Member[]
  /** Signals the group and each member outside of it; one that is gone already is no error. */
  signal(members: readonly Member[], signal: 'SIGTERM' | 'SIGKILL'): void
}

export interface HookProcesses {
  /** Process id of the hook, which is also its group's. */
  readonly pid: number
  readonly hookId: string
  /** What /proc/PID/fd shows for the hook's standard output. */
  readonly outputLink: string | undefined
}

export interface ProcessRow {
  readonly pid: number
  readonly parent: number
  readonly group: number
  readonly isZombie: boolean
  readonly name: string
  readonly isMarked: boolean
}

/** Text of a member for people: `sleep (4711)`. */
export function memberName(member: Member): string {
  return `${member.name} (${member.pid})`
}

/** The table for a system: /proc on Linux, `ps` on other POSIX systems (best effort), `taskkill` on Windows. */
export function processTable(platform: NodeJS.Platform, hook: HookProcesses, run: RunTool = runTool): ProcessTable {
  if (platform === 'win32') return windowsTable(hook, run)
  const isLinux = platform === 'linux'
  return {
    members() {
      const rows = isLinux ? readProc(hook.hookId) : parsePs(run('ps', PS_ARGUMENTS), hook.hookId)
      return belonging(rows, hook.pid).map((row) => ({
        pid: row.pid,
        name: row.name,
        isInGroup: row.group === hook.pid,
        holdsOutput: isLinux && hook.outputLink !== undefined ? holds(row.pid, hook.outputLink) : true,
      }))
    },
    signal(members, signal) {
      if (members.some((member) => member.isInGroup)) kill(-hook.pid, signal)
      for (const member of members) if (!member.isInGroup) kill(member.pid, signal)
    },
  }
}

/** Rows that belong to the hook: in its group, marked, or below one that does. */
export function belonging(rows: readonly ProcessRow[], group: number): readonly ProcessRow[] {
  const found = new Map<number, ProcessRow>()
  for (const row of rows) if (row.group === group || row.isMarked || row.pid === group) found.set(row.pid, row)
  for (let grew = found.size > 0; grew; ) {
    grew = false
    for (const row of rows) {
      if (!found.has(row.pid) && found.has(row.parent)) {
        found.set(row.pid, row)
        grew = true
      }
    }
  }
  return [...found.values()].filter((row) => !row.isZombie && row.pid !== process.pid)
}

type RunTool = (program: string, args: readonly string[]) => string

const PS_ARGUMENTS = ['-axEww', '-o', 'pid=,ppid=,pgid=,stat=,command=']

/** Rows of `ps -axEww -o pid=,ppid=,pgid=,stat=,command=`: the environment follows the command on systems that show it. */
export function parsePs(text: string, hookId: string): ProcessRow[] {
  const rows: ProcessRow[] = []
  for (const line of text.split('\n')) {
    const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line)
    if (match === null) continue
    const [, pid, parent, group, state = '', command = ''] = match
    const program = command.split(' ', 1)[0] ?? ''
    rows.push({
      pid: Number(pid),
      parent: Number(parent),
      group: Number(group),
      isZombie: state.startsWith('Z'),
      name: program.slice(program.lastIndexOf('/') + 1) || 'process',
      isMarked: command.includes(` ${HOOK_ID_VARIABLE}=${hookId}`),
    })
  }
  return rows
}

/** One row of /proc/PID/stat: `pid (name, may hold blanks and brackets) state ppid pgrp …`; undefined when it is cut short. */
export function parseStat(text: string): Omit<ProcessRow, 'isMarked'> | undefined {
  const open = text.indexOf('(')
  const close = text.lastIndexOf(')')
  if (open < 0 || close < open) return undefined
  const [state, parent, group] = text.slice(close + 2).split(' ')
  if (state === undefined || group === undefined) return undefined
  return {
    pid: Number(text.slice(0, open)),
    parent: Number(parent),
    group: Number(group),
    isZombie: state === 'Z' || state === 'X',
    name: text.slice(open + 1, close),
  }
}

function readProc(hookId: string): ProcessRow[] {
  const mark = `${HOOK_ID_VARIABLE}=${hookId}`
  const rows: ProcessRow[] = []
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const stat = readQuietly(`/proc/${entry}/stat`)
    const row = stat === undefined ? undefined : parseStat(stat)
    if (row === undefined) continue
    const environ = row.isZombie ? undefined : readQuietly(`/proc/${entry}/environ`)
    rows.push({ ...row, isMarked: environ?.split('\0').includes(mark) ?? false })
  }
  return rows
}

function holds(pid: number, outputLink: string): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((descriptor) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${descriptor}`) === outputLink
      } catch {
        return false
      }
    })
  } catch (error) {
    // One that has just ended holds nothing; one that may not be looked at is taken for a holder.
    return !(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
  }
}

// A process may end between listing and reading, and others' processes may not be read: both are "not ours".
function readQuietly(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return undefined
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // gone already
  }
}

function runTool(program: string, args: readonly string[]): string {
  return spawnSync(program, [...args], { encoding: 'utf8', windowsHide: true, maxBuffer: 64 * 1024 * 1024 }).stdout ?? ''
}

// Windows has neither groups nor TERM for a process without a window: the tree below the hook is ended at once. What lost its parent
// is not found (docs/hooks.md, "Processes left behind").
function windowsTable(hook: HookProcesses, run: RunTool): ProcessTable {
  return {
    members() {
      const listed = run('tasklist', ['/FI', `PID eq ${hook.pid}`, '/FO', 'CSV', '/NH'])
      const name = new RegExp(`^"([^"]+)","${hook.pid}"`, 'm').exec(listed)?.[1]
      return name === undefined ? [] : [{ pid: hook.pid, name, isInGroup: true, holdsOutput: true }]
    },
    signal(members) {
      for (const member of members) run('taskkill', ['/T', '/F', '/PID', String(member.pid)])
    },
  }
}
