/** What a run heeds when its repository is in the Actions cache (docs/backends/actions-cache.md). */
import { isCairnError } from '../../errors.ts'
import type { PolicyLayer } from '../../policy/layer.ts'
import type { RetentionPolicy } from '../../policy/policy.ts'
import { writeRefusalOf } from '../../repo/blob/backends.ts'
import { type StorageConfig, storageConfigOf } from '../../repo/blob/storage-config.ts'
import { readClientConfig } from '../../repo/config.ts'
import type { CommandContext } from '../context.ts'
import type { RunLocation } from './prepare.ts'

/** GitHub drops entries that nobody used for so long, unless the repository says otherwise. */
const EVICTION_DAYS = 7

const DAYS = { keepHourly: 1 / 24, keepDaily: 1, keepWeekly: 7, keepMonthly: 30, keepAnnual: 365 } as const satisfies Partial<
  Record<keyof RetentionPolicy, number>
>

/** Why the run can only read, as a sentence for people; undefined when it may write. Errors: those of `writeRefusalOf`. */
export async function restoreOnlyReason(context: CommandContext, location: RunLocation): Promise<string | undefined> {
  const config = await configOf(location)
  const reason = config && (await writeRefusalOf(config, context))
  if (reason === undefined) return undefined
  return `Nothing can be saved in the Actions cache by this run: ${reason}. No snapshot was taken; restoring works.`
}

/** A warning when the policy file wants to keep snapshots for longer than a cache does. */
export function retentionWarning(location: RunLocation, layers: readonly PolicyLayer[]): string | undefined {
  if (location.kind !== 'location' || location.location.kind !== 'actions-cache') return undefined
  for (const { origin, policy } of layers) {
    if (origin !== 'policy-file') continue
    for (const key of ['keepAnnual', 'keepMonthly', 'keepWeekly', 'keepDaily', 'keepHourly'] as const) {
      const count = policy.retention?.[key] ?? 0
      if (count * DAYS[key] <= EVICTION_DAYS) continue
      return (
        `The policy file keeps snapshots for longer than the Actions cache does (${key}: ${count}): GitHub drops what nobody used for ` +
        `${EVICTION_DAYS} days. It is a cache and no backup; use another store for snapshots that have to last.`
      )
    }
  }
  return undefined
}

/** A connection file that cannot be read is told when the repository is opened. */
async function configOf(location: RunLocation): Promise<StorageConfig | undefined> {
  if (location.kind === 'location') return storageConfigOf(location.location)
  try {
    return (await readClientConfig(location.path)).storage
  } catch (error) {
    if (isCairnError(error)) return undefined
    throw error
  }
}
