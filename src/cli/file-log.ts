/** The log file of a command: every message with its time and level, whatever the terminal shows. */
import { mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CairnError, messageOf } from '../errors.ts'
import type { MaskSet } from '../hooks/masks.ts'
import type { Logger } from '../log.ts'
import type { Clock } from '../util/clock.ts'
import { visibleText } from '../util/plain-text.ts'
import { LEVEL_RANK, type LogLevel } from './terminal-log.ts'

export interface FileLogOptions {
  readonly path: string
  readonly level: LogLevel
  readonly clock: Clock
}

/** Path of the log file: `file` as given, else a new one below `folder`; undefined when neither is named. */
export function logFilePath(
  given: { readonly file: string | undefined; readonly folder: string | undefined },
  run: { readonly cwd: string; readonly command: string; readonly nowMs: number; readonly processId: number },
): string | undefined {
  if (given.file !== undefined && given.file !== '') return resolve(run.cwd, given.file)
  if (given.folder === undefined || given.folder === '') return undefined
  const stamp = new Date(run.nowMs).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
  return resolve(run.cwd, join(given.folder, 'cli-logs', `cairn-${stamp}-${run.processId}-${run.command.replaceAll(' ', '-')}.log`))
}

/** A logger that appends to a file, readable by its owner only. Errors: CAIRN_LOG_UNWRITABLE when the file cannot be opened. */
export function fileLog(options: FileLogOptions, mask: MaskSet): Logger {
  const file = openLog(options.path)
  const line = (level: LogLevel, word: string, message: string) => {
    if (LEVEL_RANK[level] < LEVEL_RANK[options.level]) return
    const text = mask.apply(message.split('\n').map(visibleText).join('\n  '))
    try {
      writeSync(file, `${new Date(options.clock.nowMs()).toISOString()} ${word} ${text}\n`)
    } catch {
      // A full disk must not end what the command is there for, and the terminal has the message.
    }
  }
  return {
    debug: (message) => line('debug', 'DEBUG', message),
    info: (message) => line('info', 'INFO', message),
    notice: (message) => line('info', 'NOTICE', message),
    warning: (message) => line('warning', 'WARN', message),
    error: (message) => line('error', 'ERROR', message),
  }
}

function openLog(path: string): number {
  try {
    mkdirSync(dirname(path), { recursive: true })
    return openSync(path, 'a', 0o600)
  } catch (cause) {
    throw new CairnError('CAIRN_LOG_UNWRITABLE', `The log file ${path} cannot be written: ${messageOf(cause)}.`, {
      hint: 'Name another one with --log-file or --log-dir, or add --disable-file-logging.',
      cause,
    })
  }
}

/** Says everything to both. */
export function bothLogs(first: Logger, second: Logger): Logger {
  const both = (level: keyof Logger) => (message: string) => {
    first[level](message)
    second[level](message)
  }
  return { debug: both('debug'), info: both('info'), notice: both('notice'), warning: both('warning'), error: both('error') }
}
