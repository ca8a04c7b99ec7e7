/**
 * The blob `kopia.maintenance`: when maintenance is due, and how it went before (docs/repository-format.md, "Maintenance schedule").
 *
 * sealed with its own key; {"nextFullMaintenance":time,"nextQuickMaintenance":time,"runs":{task:[{start,end,success?,error?,extra?}]}}
 */
import { utf8 } from '../../util/bytes.ts'
import { encodeGoJson, type GoJsonValue } from '../../util/go-json.ts'
import type { RandomSource } from '../../util/random.ts'
import { formatTimestamp } from '../../util/timestamp.ts'
import { checkedObject, damagedFormat, NEVER, parseCheckedObject } from './checked-json.ts'
import type { OpenedFormat } from './interface.ts'
import { type SealingKey, seal, unseal } from './sealed-payload.ts'

/** ID of the maintenance schedule. */
export const MAINTENANCE_BLOB_ID = 'kopia.maintenance'

const MAX_BYTES = 16 * 1024 * 1024
const MAX_RUNS_PER_TASK = 50

/** One run of one task; undefined times were never set. */
export interface MaintenanceRun {
  readonly startNs: bigint | undefined
  readonly endNs: bigint | undefined
  readonly success: boolean
  readonly error: string
  /** What the task reported, as the JSON it was. */
  readonly extra: readonly unknown[]
}

/** Nanoseconds since 1970; an undefined time means due at once. */
export interface MaintenanceSchedule {
  readonly nextFullNs: bigint | undefined
  readonly nextQuickNs: bigint | undefined
  /** Task -> its runs, newest first as kopia keeps them. */
  readonly runs: Readonly<Record<string, readonly MaintenanceRun[]>>
}

/** Opens the blob; CAIRN_FORMAT_DAMAGED when it is not one of this repository. */
export function decodeMaintenanceSchedule(sealed: Uint8Array, format: OpenedFormat): MaintenanceSchedule {
  const where = `blob ${MAINTENANCE_BLOB_ID}`
  if (sealed.length > MAX_BYTES) throw damagedFormat(where, `has ${sealed.length} bytes, more than ${MAX_BYTES}`)
  const plain = unseal(sealingKey(format), sealed)
  if (plain === undefined) throw damagedFormat(where, 'cannot be decrypted')
  const json = parseCheckedObject(plain, where)
  const runs = json.object('runs')
  const decoded: [string, MaintenanceRun[]][] = (runs?.names() ?? []).map((task) => [
    task,
    (runs?.list(task) ?? []).map((each) => {
      const run = checkedObject(each, `run of ${JSON.stringify(task)} in ${where}`)
      const times = { startNs: run.time('start'), endNs: run.time('end') }
      return { ...times, success: run.flag('success'), error: run.text('error'), extra: run.list('extra') }
    }),
  ])
  return {
    nextFullNs: json.time('nextFullMaintenance'),
    nextQuickNs: json.time('nextQuickMaintenance'),
    runs: Object.fromEntries(decoded),
  }
}

/** The sealed blob. */
export function encodeMaintenanceSchedule(schedule: MaintenanceSchedule, format: OpenedFormat, random: RandomSource): Uint8Array {
  return seal(sealingKey(format), utf8(encodeScheduleJson(schedule)), random)
}

/** The JSON in the blob; of every task the first 50 runs are kept, as kopia does. */
export function encodeScheduleJson(schedule: MaintenanceSchedule): string {
  const runs = Object.entries(schedule.runs)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([task, list]) => [task, list.slice(0, MAX_RUNS_PER_TASK).map(encodeRun)] as const)
  const json = {
    nextFullMaintenance: timeText(schedule.nextFullNs),
    nextQuickMaintenance: timeText(schedule.nextQuickNs),
    runs: Object.fromEntries(runs),
  }
  return encodeGoJson(json)
}

function encodeRun(run: MaintenanceRun): GoJsonValue {
  return {
    start: timeText(run.startNs),
    end: timeText(run.endNs),
    ...(run.success ? { success: true } : {}),
    ...(run.error === '' ? {} : { error: run.error }),
    // It was parsed from JSON or made by a step, which reports plain numbers and texts.
    ...(run.extra.length === 0 ? {} : { extra: run.extra as readonly GoJsonValue[] }),
  }
}

function timeText(ns: bigint | undefined): string {
  return ns === undefined ? NEVER : formatTimestamp(ns)
}

function sealingKey(format: OpenedFormat): SealingKey {
  return { key: format.deriveKey('maintenance schedule', 32), additionalData: utf8('maintenance') }
}
