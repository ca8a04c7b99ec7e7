/** The format that the flags of `repository create` ask for. */
import type { CreateFormat } from '../../repo/repository.ts'
import type { CommandInput } from '../command-spec.ts'
import { durationFlagNs, integerFlag } from '../flag-values.ts'

/** Reads the flags of `FORMAT_FLAGS`. Errors: CAIRN_USAGE. */
export function newFormatOf(input: CommandInput): CreateFormat {
  const mode = input.text('retention-mode')
  const periodNs = durationFlagNs(input, 'retention-period')
  return {
    hash: input.text('block-hash'),
    encryption: input.text('encryption'),
    ecc: input.text('ecc'),
    eccOverheadPercent: integerFlag(input, 'ecc-overhead-percent'),
    splitter: input.text('object-splitter'),
    // Kopia takes 0 for its default.
    formatVersion: integerFlag(input, 'format-version') || undefined,
    retention: mode === undefined && periodNs === undefined ? undefined : { retentionMode: mode ?? '', retentionPeriodNs: periodNs ?? 0n },
    keyDerivation: input.text('format-block-key-derivation-algorithm'),
  }
}
