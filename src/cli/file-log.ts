/** The log file of a command: every message with its time and level, whatever the terminal shows. */
import { closeSync, fstatSync, mkdirSync, openSync, rmSync, symlinkSync, writeSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { CairnError, messageOf } from '../errors.ts'
import type { MaskSet } from '../hooks/masks.ts'
import type { Logger } from '../log.ts'
import { shownText } from './harmless.ts'
import { jsonLine, LEVEL_RANK, type LogLevel } from './terminal-log.ts'

/** Where the messages of a command go. */
export interface LogFilePlace {
  readonly path: string
  /** Name of a link to the latest file, in the folder that Cairn keeps tidy; undefined for a file that was named. */
  readonly latest: string | undefined
}

const JSON_LEVELS: Readonly<Record<LogLevel, string>> = { debug: 'DEBUG', info: 'INFO', warning: 'WARN', error: 'ERROR' }

export interface FileLogOptions {
  readonly place: LogFilePlace
  readonly level: LogLevel
  /** Begins each line. */
  readonly stamp: () => string
  readonly isJson: boolean
  /** Before a file would be longer, another one is begun. */
  readonly maxSegmentBytes: number
}

/** Folder below `--log-dir`, as Kopia calls it. */
export const LOG_FOLDER = 'cli-logs'
export const LOG_PREFIX = 'cairn-'

/** The log file: `file` as given, else a new one below `folder`; undefined when neither is named. `stamp` is RFC 3339. */
export function logFilePlace(
  given: { readonly file: string | undefined; readonly folder: string | undefined },
  run: { readonly cwd: string; readonly command: string; readonly stamp: string; readonly processId: number },
): LogFilePlace | undefined {
  if (given.file !== undefined && given.file !== '') return { path: resolve(run.cwd, given.file), latest: undefined }
  if (given.folder === undefined || given.folder === '') return undefined
  const folder = resolve(run.cwd, given.folder, LOG_FOLDER)
  const name = `${LOG_PREFIX}${stampInName(run.stamp)}-${run.processId}-${run.command.replaceAll(' ', '-')}.0.log`
  return { path: join(folder, name), latest: join(folder, 'latest.log') }
}

/** `20260131-150405`, of a time in RFC 3339. */
export function stampInName(stamp: string): string {
  return stamp.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
}

/** A logger that appends to a file, readable by its owner only. Errors: CAIRN_LOG_UNWRITABLE when the file cannot be opened. */
export function fileLog(options: FileLogOptions, mask: MaskSet): Logger {
  const { place, stamp, isJson, maxSegmentBytes } = options
  let segment = 0
  let file = openLog(place)
  let bytes = fstatSync(file).size
  const write = (line: string) => {
    const length = Buffer.byteLength(line)
    if (bytes > 0 && bytes + length > maxSegmentBytes) {
      closeSync(file)
      file = openLog({ ...place, path: segmentPath(place.path, ++segment) })
      bytes = fstatSync(file).size
    }
    bytes += length
    writeSync(file, line)
  }
  const line = (level: LogLevel, word: string, message: string) => {
    if (LEVEL_RANK[level] < LEVEL_RANK[options.level]) return
    try {
      write(
        isJson
          ? jsonLine(mask.apply(message), { level: JSON_LEVELS[level], stamp: stamp() })
          : `${stamp()} ${word} ${textOf(mask.apply(message))}\n`,
      )
    } catch {
      // A full disk must not end what the command is there for, and the terminal has the message.
    }
  }
  return {
    showsDebug: options.level === 'debug',
    debug: (message) => line('debug', 'DEBUG', message),
    info: (message) => line('info', 'INFO', message),
    notice: (message) => line('info', 'NOTICE', message),
    warning: (message) => line('warning', 'WARN', message),
    error: (message) => line('error', 'ERROR', message),
  }
}

function textOf(message: string): string {
  return shownText(message).replaceAll('\n', '\n  ')
}

/** `a.log` -> `a.1.log`, `a.0.log` -> `a.1.log`. */
function segmentPath(path: string, segment: number): string {
  const name = basename(path)
  const dot = name.lastIndexOf('.')
  const [stem, extension] = dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)]
  return join(dirname(path), `${stem.replace(/\.0$/, '')}.${segment}${extension}`)
}

function openLog({ path, latest }: LogFilePlace): number {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const file = openSync(path, 'a', 0o600)
    if (latest !== undefined) pointTo(latest, basename(path))
    return file
  } catch (cause) {
    throw new CairnError('CAIRN_LOG_UNWRITABLE', `The log file ${path} cannot be written: ${messageOf(cause)}.`, {
      hint: 'Name another one with --log-file or --log-dir, or add --disable-file-logging.',
      cause,
    })
  }
}

function pointTo(link: string, name: string): void {
  try {
    rmSync(link, { force: true })
    symlinkSync(name, link)
  } catch {
    // A convenience: not every system lets everyone make links, and another run may be faster.
  }
}

type LoggerLevel = Exclude<keyof Logger, 'showsDebug'>

/** Says everything to both. */
export function bothLogs(first: Logger, second: Logger): Logger {
  const both = (level: LoggerLevel) => (message: string) => {
    first[level](message)
    second[level](message)
  }
  const showsDebug = first.showsDebug === true || second.showsDebug === true
  return { showsDebug, debug: both('debug'), info: both('info'), notice: both('notice'), warning: both('warning'), error: both('error') }
}
