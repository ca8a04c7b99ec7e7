/** A logger that keeps its lines for a test. */
import type { Logger } from '../../src/log.ts'

/** Lines such as `info text`, in the order in which they came. */
export function recordingLogger(): Logger & { readonly lines: readonly string[] } {
  const lines: string[] = []
  const keep = (level: string) => (message: string) => void lines.push(`${level} ${message}`)
  return {
    lines,
    debug: keep('debug'),
    info: keep('info'),
    notice: keep('notice'),
    warning: keep('warning'),
    error: keep('error'),
  }
}
