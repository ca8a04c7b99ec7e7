/** Settings of Kopia's cache from flags. */
import { CairnError } from '../errors.ts'
import type { CachingSettings } from '../repo/config-caching.ts'
import type { CommandInput } from './command-spec.ts'
import { durationFlagNs, integerFlag } from './flag-values.ts'

const NS_PER_SECOND = 1e9

type Setting = Exclude<keyof CachingSettings, 'directory'>

const SIZES: readonly (readonly [string, Setting])[] = [
  ['content-cache-size-mb', 'contentBytes'],
  ['content-cache-size-limit-mb', 'contentLimitBytes'],
  ['metadata-cache-size-mb', 'metadataBytes'],
  ['metadata-cache-size-limit-mb', 'metadataLimitBytes'],
]
const AGES: readonly (readonly [string, Setting])[] = [
  ['max-list-cache-duration', 'listSeconds'],
  ['metadata-min-sweep-age', 'metadataSweepSeconds'],
  ['content-min-sweep-age', 'contentSweepSeconds'],
  ['index-min-sweep-age', 'indexSweepSeconds'],
]

/** Only the settings that were given; Kopia counts a megabyte as `bytesPerMb` here. Errors: CAIRN_USAGE. */
export function cacheChanges(input: CommandInput, bytesPerMb: number): Partial<Record<Setting, number>> {
  const changes: Partial<Record<Setting, number>> = {}
  for (const [flag, setting] of SIZES) {
    const size = integerFlag(input, flag)
    if (size !== undefined) changes[setting] = notNegative(flag, size) * bytesPerMb
  }
  for (const [flag, setting] of AGES) {
    const ns = durationFlagNs(input, flag)
    if (ns !== undefined) changes[setting] = notNegative(flag, Number(ns) / NS_PER_SECOND)
  }
  return changes
}

function notNegative(flag: string, value: number): number {
  if (value >= 0) return value
  throw new CairnError('CAIRN_USAGE', `--${flag} cannot be negative.`)
}
