/** Progress of a snapshot or restore: one line that is rewritten on a terminal, a line every half minute elsewhere. */
import type { Progress, ProgressCounters } from '../log.ts'
import type { Clock } from '../util/clock.ts'
import { formatBytes, formatCount, formatDuration } from '../util/format.ts'

const TTY_INTERVAL_MS = 100
const LINE_INTERVAL_MS = 30_000

export interface ProgressOutput {
  readonly isTty: boolean
  columns(): number
  /** Between two updates; default 100 ms on a terminal, 30 s elsewhere. */
  readonly intervalMs?: number | undefined
  write(text: string): void
}

/** A progress listener, and a way to take its line away before other output. */
export interface TerminalProgress extends Progress {
  clear(): void
}

/** Shows progress on `output`. */
export function terminalProgress(output: ProgressOutput, clock: Clock): TerminalProgress {
  const intervalMs = output.intervalMs ?? (output.isTty ? TTY_INTERVAL_MS : LINE_INTERVAL_MS)
  let phase = ''
  let expected: { readonly files: number; readonly bytes: number } | undefined
  let unit: string | undefined
  let startedMs = 0
  let shownMs = 0
  let isShown = false
  const clear = () => {
    if (isShown) output.write('\r\u001b[2K')
    isShown = false
  }
  return {
    start(name, total, counted) {
      unit = counted
      phase = name
      expected = total
      startedMs = clock.monotonicMs()
      shownMs = startedMs
    },
    update(counters) {
      const now = clock.monotonicMs()
      if (now - shownMs < intervalMs) return
      shownMs = now
      const line = describe({ phase, unit, expected, elapsedMs: now - startedMs }, counters)
      if (output.isTty) {
        output.write(`\r\u001b[2K${line.slice(0, Math.max(20, output.columns() - 1))}`)
        isShown = true
      } else output.write(`${line}\n`)
    },
    finish: clear,
    clear,
  }
}

interface Operation {
  readonly phase: string
  readonly unit: string | undefined
  readonly expected: { readonly files: number; readonly bytes: number } | undefined
  readonly elapsedMs: number
}

function describe({ phase, unit, expected, elapsedMs }: Operation, counters: ProgressCounters): string {
  const share =
    expected === undefined || expected.bytes === 0 ? '' : `${Math.min(100, Math.floor((counters.bytes / expected.bytes) * 100))} %, `
  const errors = counters.errors === 0 ? '' : `, ${formatCount(counters.errors)} errors`
  // Of what is no file, nothing is known but how many and how large.
  const details =
    unit === undefined ? `; ${formatBytes(counters.hashedBytes)} read, ${formatBytes(counters.uploadedBytes)} uploaded${errors}` : errors
  return `${phase}: ${share}${formatCount(counters.files)} ${unit ?? 'files'}, ${formatBytes(counters.bytes)}${details}, ${formatDuration(elapsedMs)}`
}
