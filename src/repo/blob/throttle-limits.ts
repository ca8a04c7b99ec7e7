/** Limits of speed for a connection, as the connection file has them (docs/repository-format.md, "Client configuration"). */
import type { JsonObject } from '../../util/json-read.ts'
import type { StorageConfig } from './storage-config.ts'

/** Zero means unlimited. */
export interface ThrottleLimits {
  readonly readsPerSecond: number
  readonly writesPerSecond: number
  readonly listsPerSecond: number
  readonly uploadBytesPerSecond: number
  readonly downloadBytesPerSecond: number
  readonly concurrentReads: number
  readonly concurrentWrites: number
}

/** Limit -> name in the file, in the order of the file. */
const MEMBERS: readonly (readonly [keyof ThrottleLimits, string])[] = [
  ['readsPerSecond', 'readsPerSecond'],
  ['writesPerSecond', 'writesPerSecond'],
  ['listsPerSecond', 'listsPerSecond'],
  ['uploadBytesPerSecond', 'maxUploadSpeedBytesPerSecond'],
  ['downloadBytesPerSecond', 'maxDownloadSpeedBytesPerSecond'],
  ['concurrentReads', 'concurrentReads'],
  ['concurrentWrites', 'concurrentWrites'],
]

export const UNLIMITED: ThrottleLimits = {
  readsPerSecond: 0,
  writesPerSecond: 0,
  listsPerSecond: 0,
  uploadBytesPerSecond: 0,
  downloadBytesPerSecond: 0,
  concurrentReads: 0,
  concurrentWrites: 0,
}

/** The limits in a member of the file; what is no number above zero limits nothing. `UNLIMITED` itself when nothing is limited. */
export function readLimits(member: JsonObject): ThrottleLimits {
  const value = (name: string) => {
    const number = member[name]
    return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : 0
  }
  const limits: ThrottleLimits = Object.assign({ ...UNLIMITED }, ...MEMBERS.map(([limit, name]) => ({ [limit]: value(name) })))
  return Object.values(limits).every((limit) => limit === 0) ? UNLIMITED : limits
}

/** The limits that count for a connection: its own, else those that are part of its storage. */
export function limitsOf(connection: {
  readonly storage: StorageConfig
  readonly throttlingLimits?: JsonObject | undefined
}): ThrottleLimits {
  return readLimits(connection.throttlingLimits ?? connection.storage.config)
}

/** The member for these limits; those that limit nothing are left out. */
export function limitsMember(limits: ThrottleLimits): JsonObject {
  return Object.fromEntries(MEMBERS.filter(([limit]) => limits[limit] !== 0).map(([limit, name]) => [name, limits[limit]]))
}
