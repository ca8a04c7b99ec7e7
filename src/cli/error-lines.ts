/** An error that does not end the command, as the lines that a user sees. */
import type { ReportedError } from '../commands/run/report.ts'
import type { Logger } from '../log.ts'

/** Logs code, message and hint, as the error that ends a command is printed. */
export function logError(log: Logger, { code, message, hint }: ReportedError): void {
  log.error(`${code}  ${message}${hint === undefined ? '' : `\nhint  ${hint}`}`)
}
