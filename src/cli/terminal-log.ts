/** Messages on standard error, with a word for their level and colour where the terminal wants it. */
import type { HookSink } from '../hooks/console.ts'
import type { MaskSet } from '../hooks/masks.ts'
import type { Logger } from '../log.ts'
import { jsonWithoutCommands, shownText, withoutCommands } from './harmless.ts'

export type LogLevel = 'debug' | 'info' | 'warning' | 'error'

/** A message is shown when its rank is not below that of the chosen level. */
export const LEVEL_RANK: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warning: 2, error: 3 }
const COLOURS = { debug: '90', notice: '36', warning: '33', error: '31' } as const

export interface TerminalLogOptions {
  readonly level: LogLevel
  readonly hasColour: boolean
  /** One object in a line, with the members that Kopia writes, instead of text. */
  readonly isJson?: boolean
  /** The time to begin a message with, RFC 3339; the text shows the time of day. */
  readonly stamp?: () => string
  /** Called before a line is written, so that a progress line can be taken away. */
  readonly beforeLine: () => void
  readonly write: (text: string) => void
}

/** A logger for a terminal or a pipe. */
export function terminalLog(options: TerminalLogOptions, mask: MaskSet): Logger {
  const line = (level: LogLevel, word: keyof typeof COLOURS | undefined, message: string) => {
    if (LEVEL_RANK[level] < LEVEL_RANK[options.level]) return
    const stamp = options.stamp?.()
    options.beforeLine()
    if (options.isJson === true) {
      options.write(jsonLine(mask.apply(message), { stamp }))
      return
    }
    const label = word === undefined ? '' : options.hasColour ? `\u001b[${COLOURS[word]}m${word}\u001b[0m  ` : `${word}  `
    options.write(
      `${stamp === undefined ? '' : `${stamp.slice(11, 23)} `}${withoutCommands(`${label}${mask.apply(shownText(message))}`)}\n`,
    )
  }
  return {
    showsDebug: options.level === 'debug',
    debug: (message) => line('debug', 'debug', message),
    info: (message) => line('info', undefined, message),
    notice: (message) => line('info', 'notice', message),
    warning: (message) => line('warning', 'warning', message),
    error: (message) => line('error', 'error', message),
  }
}

/** A message as a line of JSON, its members as Kopia writes them: level, time, who says it, and what. A terminal does not obey it. */
export function jsonLine(message: string, facts: { readonly level?: string; readonly stamp?: string | undefined }): string {
  const json = JSON.stringify({ l: facts.level, t: facts.stamp, n: 'cairn', m: message })
  return `${jsonWithoutCommands(json).replace(/[\u007f-\u009f\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
}

/** Output of hooks between a line with the title and what the hook says last; the lines are harmless and masked already. */
export function hookSink(log: Logger): HookSink {
  return { openGroup: (title) => log.info(title), line: (text) => log.info(text), closeGroup: () => {} }
}
