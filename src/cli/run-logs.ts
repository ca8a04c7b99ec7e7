/** The logs of one run of the command line, as its flags ask for them. */
import { dirname } from 'node:path'
import type { MaskSet } from '../hooks/masks.ts'
import type { Logger } from '../log.ts'
import type { Clock } from '../util/clock.ts'
import type { CommandInput } from './command-spec.ts'
import { bothLogs, fileLog, type LogFilePlace, logFilePlace } from './file-log.ts'
import { durationFlagNs, integerFlag, numberFlag } from './flag-values.ts'
import { sweepLogs } from './log-sweep.ts'
import { type LogLevel, terminalLog } from './terminal-log.ts'
import { type TimeTexts, timeTexts } from './time-text.ts'

export interface RunLogs {
  readonly log: Logger
  /** Writes to the log file, if there is one, why the command failed: the terminal hears of it anyway. */
  readonly failed: (text: string) => void
  /** To be called when the command has ended, however it did. */
  readonly close: () => void
}

export interface RunLogOptions {
  readonly globals: CommandInput
  /** Words of the command, for the name of the log file. */
  readonly command: string
  readonly level: LogLevel
  readonly hasColour: boolean
  readonly times: TimeTexts
  readonly clock: Clock
  readonly process: { readonly cwd: string; readonly id: number }
  readonly beforeLine: () => void
  readonly write: (text: string) => void
}

/** Opens the logs. Errors: CAIRN_LOG_UNWRITABLE, CAIRN_USAGE for flags that cannot be read. */
export function openLogs(options: RunLogOptions, mask: MaskSet): RunLogs {
  const { globals, times, clock } = options
  const localStamp = () => times.stamp(clock.nowNs())
  const terminal = terminalLog(
    {
      level: options.level,
      hasColour: options.hasColour,
      isJson: globals.isOn('json-log-console'),
      beforeLine: options.beforeLine,
      write: options.write,
      ...(globals.isOn('console-timestamps') ? { stamp: localStamp } : {}),
    },
    mask,
  )
  const fileStamp = globals.isOn('file-log-local-tz') ? localStamp : () => UTC_TIMES.stamp(clock.nowNs())
  const sweep = sweepOf(globals)
  const maxSegmentBytes = integerFlag(globals, 'max-log-file-segment-size') ?? 0
  const place = placeOf(options, fileStamp())
  const file =
    place === undefined
      ? undefined
      : fileLog(
          {
            place,
            level: toLevel(globals.text('file-log-level')),
            stamp: fileStamp,
            isJson: globals.isOn('json-log-file'),
            maxSegmentBytes: maxSegmentBytes > 0 ? maxSegmentBytes : Number.POSITIVE_INFINITY,
          },
          mask,
        )
  const log = tracing(globals, file === undefined ? terminal : bothLogs(terminal, file))
  const failed = (text: string) => file?.error(text)
  const close = () => {
    if (place?.latest !== undefined) sweepLogs(dirname(place.path), sweep, clock.nowMs(), terminal.warning)
  }
  if (globals.choice('wait-for-log-sweep') !== false) return { log, failed, close }
  close()
  return { log, failed, close: () => {} }
}

const UTC_TIMES = timeTexts('utc', 'UTC')

function placeOf({ globals, command, process }: RunLogOptions, stamp: string): LogFilePlace | undefined {
  if (globals.isOn('disable-file-logging')) return undefined
  const given = { file: globals.text('log-file'), folder: globals.text('log-dir') }
  return logFilePlace(given, { cwd: process.cwd, command, stamp, processId: process.id })
}

function sweepOf(globals: CommandInput) {
  return {
    maxFiles: integerFlag(globals, 'log-dir-max-files') ?? 0,
    maxAgeMs: Number((durationFlagNs(globals, 'log-dir-max-age') ?? 0n) / 1_000_000n),
    maxTotalBytes: (numberFlag(globals, 'log-dir-max-total-size-mb') ?? 0) * 1e6,
  }
}

/** How the layer around every storage begins what it says. */
const STORAGE_TRACE = 'storage: '

function tracing(globals: CommandInput, log: Logger): Logger {
  if (globals.choice('trace-storage') !== false) return log
  return {
    ...log,
    debug(message) {
      if (!message.startsWith(STORAGE_TRACE)) log.debug(message)
    },
  }
}

/** The level that a flag names; `info` for none. */
export function toLevel(text: string | undefined): LogLevel {
  return text === 'debug' || text === 'warning' || text === 'error' ? text : 'info'
}
