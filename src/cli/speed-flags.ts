/** Limits of speed that belong to a storage. */
import { CairnError } from '../errors.ts'
import { type ThrottleLimits, UNLIMITED } from '../repo/blob/throttle-limits.ts'
import type { CommandInput } from './command-spec.ts'
import { numberFlag } from './flag-values.ts'

/** Reads `--max-download-speed` and `--max-upload-speed`. Errors: CAIRN_USAGE. */
export function speedLimits(input: CommandInput): ThrottleLimits {
  return {
    ...UNLIMITED,
    downloadBytesPerSecond: speed(input, 'max-download-speed'),
    uploadBytesPerSecond: speed(input, 'max-upload-speed'),
  }
}

function speed(input: CommandInput, name: string): number {
  const value = numberFlag(input, name) ?? 0
  if (value >= 0) return value
  throw new CairnError('CAIRN_USAGE', `--${name} takes a number of bytes; 0 is unlimited.`)
}
