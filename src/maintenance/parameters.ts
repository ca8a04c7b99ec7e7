/**
 * Who maintains a repository, and how often: the manifest of type `maintenance` (docs/repository-format.md, "Maintenance").
 *
 * {"owner":…,"quick":{"enabled","interval"},"full":{…},"logRetention":{"maxTotalSize","maxCount","maxAge"},"extendObjectLocks","listParallelism"}
 */
import { CairnError } from '../errors.ts'
import type { Repository } from '../repo/api.ts'
import { encodeGoJson } from '../util/go-json.ts'
import { isJsonObject, type JsonObject, memberNames, pickMembers } from '../util/json-read.ts'

const LABELS = { type: 'maintenance' } as const
const HOUR_NS = 3_600_000_000_000n

export interface CycleParameters {
  readonly isEnabled: boolean
  readonly intervalNs: bigint
}

/** Zero means no limit of that kind. */
export interface LogRetention {
  readonly maxTotalBytes: number
  readonly maxCount: number
  readonly maxAgeNs: bigint
}

export interface MaintenanceParameters {
  /** `user@host`; empty when nobody owns maintenance. */
  readonly owner: string
  readonly quick: CycleParameters
  readonly full: CycleParameters
  readonly logRetention: LogRetention
  readonly extendObjectLocks: boolean
  /** Listings at the same time; 0 leaves the choice to the program. */
  readonly listParallelism: number
}

const DEFAULT_LOG_RETENTION: LogRetention = { maxTotalBytes: 2 ** 30, maxCount: 10_000, maxAgeNs: 30n * 24n * HOUR_NS }

/** What holds when the repository says nothing. */
export const DEFAULT_PARAMETERS: MaintenanceParameters = {
  owner: '',
  quick: { isEnabled: true, intervalNs: HOUR_NS },
  full: { isEnabled: true, intervalNs: 24n * HOUR_NS },
  logRetention: DEFAULT_LOG_RETENTION,
  extendObjectLocks: false,
  listParallelism: 0,
}

/** Limits of which at least one is set, else the usual ones. */
export function effectiveLogRetention(retention: LogRetention): LogRetention {
  const isEmpty = retention.maxTotalBytes === 0 && retention.maxCount === 0 && retention.maxAgeNs === 0n
  return isEmpty ? DEFAULT_LOG_RETENTION : retention
}

/** The parameters of the repository; of several manifests the latest counts. Errors: CAIRN_MANIFEST_DAMAGED. */
export async function loadParameters(repository: Repository): Promise<MaintenanceParameters> {
  const latest = (await repository.manifests.find(LABELS)).at(-1)
  const found = latest === undefined ? undefined : await repository.manifests.get(latest.id)
  return found === undefined ? DEFAULT_PARAMETERS : decodeParameters(found.json, found.entry.id)
}

/** Replaces the parameters; they are visible to others after the next flush. */
export async function saveParameters(repository: Repository, parameters: MaintenanceParameters): Promise<void> {
  for (const { id } of await repository.manifests.find(LABELS)) await repository.manifests.delete(id)
  await repository.manifests.put(LABELS, encodeParameters(parameters))
}

/** The JSON of the manifest, and of `maintenance info --json` without the schedule. */
export function encodeParameters(parameters: MaintenanceParameters): string {
  const cycle = ({ isEnabled, intervalNs }: CycleParameters) => ({ enabled: isEnabled, interval: intervalNs })
  const { maxTotalBytes, maxCount, maxAgeNs } = parameters.logRetention
  return encodeGoJson({
    owner: parameters.owner,
    quick: cycle(parameters.quick),
    full: cycle(parameters.full),
    logRetention: { maxTotalSize: maxTotalBytes, maxCount, maxAge: maxAgeNs },
    extendObjectLocks: parameters.extendObjectLocks,
    listParallelism: parameters.listParallelism,
  })
}

const NAMES = memberNames('owner', 'quick', 'full', 'logRetention', 'extendObjectLocks', 'listParallelism')
const CYCLE_NAMES = memberNames('enabled', 'interval')
const LOG_NAMES = memberNames('maxTotalSize', 'maxCount', 'maxAge')

/** Reads the JSON of the manifest `id`; absent members are zero, as for Go. Errors: CAIRN_MANIFEST_DAMAGED. */
export function decodeParameters(json: string, id: string): MaintenanceParameters {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (cause) {
    throw damaged(id, cause)
  }
  if (!isJsonObject(value)) throw damaged(id)
  const { owner = '', quick = {}, full = {}, logRetention = {}, extendObjectLocks = false, listParallelism = 0 } = pickMembers(value, NAMES)
  if (typeof owner !== 'string' || typeof extendObjectLocks !== 'boolean' || !isJsonObject(logRetention)) throw damaged(id)
  if (!isJsonObject(quick) || !isJsonObject(full)) throw damaged(id)
  const { maxTotalSize = 0, maxCount = 0, maxAge = 0 } = pickMembers(logRetention, LOG_NAMES)
  return {
    owner,
    quick: cycleOf(quick, id),
    full: cycleOf(full, id),
    logRetention: { maxTotalBytes: whole(maxTotalSize, id), maxCount: whole(maxCount, id), maxAgeNs: BigInt(whole(maxAge, id)) },
    extendObjectLocks,
    listParallelism: whole(listParallelism, id),
  }
}

function cycleOf(json: JsonObject, id: string): CycleParameters {
  const { enabled = false, interval = 0 } = pickMembers(json, CYCLE_NAMES)
  if (typeof enabled !== 'boolean') throw damaged(id)
  return { isEnabled: enabled, intervalNs: BigInt(whole(interval, id)) }
}

function whole(value: unknown, id: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2 ** 63) return value
  throw damaged(id)
}

function damaged(id: string, cause?: unknown): CairnError {
  return new CairnError('CAIRN_MANIFEST_DAMAGED', `The maintenance parameters ${id} cannot be read.`, {
    hint: `Set them again: "cairn maintenance set --owner=me".`,
    ...(cause === undefined ? {} : { cause }),
  })
}
