/**
 * Logs that Kopia keeps in a repository, a sealed gzip stream in each blob:
 *
 * _log_<session: date and time>_<session: random>_<start>_<end>_<chunk>_<hash>      start and end in Unix seconds
 */
import { gunzipSync } from 'node:zlib'
import type { Logger } from '../../log.ts'
import { type BlobMetadata, type BlobStorage, blobTimeNs } from '../../repo/blob/storage.ts'
import { collectBlobs } from '../../repo/content/list-blobs.ts'
import { readSealedBlob } from '../../repo/content/sealed-blob.ts'
import type { RepositoryCare } from '../../repo/repository.ts'

/** First characters of the names of logs. */
export const LOG_PREFIX = '_log_'
const MAX_LOG_BYTES = 256 * 1024 * 1024

/** What one run of Kopia logged. */
export interface LogSession {
  readonly id: string
  startNs: bigint
  endNs: bigint
  /** In the order in which they were written. */
  readonly segments: BlobMetadata[]
  totalBytes: number
}

/** Which sessions to take; zero or false is no condition. */
export interface LogCriteria {
  readonly isAll: boolean
  readonly latest: number
  readonly youngerThanNs: bigint
  readonly olderThanNs: bigint
}

/** The log sessions of a repository, oldest first; blobs with other names are named and left out. */
export async function logSessions(storage: BlobStorage, log: Logger, signal: AbortSignal): Promise<LogSession[]> {
  const sessions = new Map<string, LogSession>()
  for (const blob of await collectBlobs(storage, LOG_PREFIX, signal)) {
    const parts = blob.id.split('_')
    const [start, end] = [parts[4] ?? '', parts[5] ?? '']
    if (parts.length < 8 || !/^\d{1,15}$/.test(start) || !/^\d{1,15}$/.test(end)) {
      log.warning(`The name of the log ${blob.id} is of another form. It is left out.`)
      continue
    }
    const [startNs, endNs] = [BigInt(start) * 1_000_000_000n, BigInt(end) * 1_000_000_000n]
    const id = `${parts[2]}_${parts[3]}`
    const session = sessions.get(id) ?? { id, startNs, endNs, segments: [], totalBytes: 0 }
    sessions.set(id, session)
    if (startNs < session.startNs) session.startNs = startNs
    if (endNs > session.endNs) session.endNs = endNs
    session.segments.push(blob)
    session.totalBytes += blob.length
  }
  const all = [...sessions.values()]
  for (const { segments } of all) segments.sort(byTime)
  return all.sort((a, b) => byTime(a.segments[0], b.segments[0]))
}

/** The sessions that fit, in the same order. */
export function filterSessions(sessions: readonly LogSession[], criteria: LogCriteria, nowNs: bigint): readonly LogSession[] {
  if (criteria.isAll) return sessions
  const { latest, youngerThanNs, olderThanNs } = criteria
  const fitting = sessions.filter(({ startNs }) => {
    const ageNs = nowNs - startNs
    return !(youngerThanNs > 0n && ageNs >= youngerThanNs) && !(olderThanNs > 0n && ageNs <= olderThanNs)
  })
  return latest > 0 ? fitting.slice(-latest) : fitting
}

/** The plain text of a log blob. Errors: CAIRN_INDEX_DAMAGED naming it, CAIRN_BLOB_NOT_FOUND, storage kinds. */
export async function readLog(care: RepositoryCare, blob: BlobMetadata, signal: AbortSignal): Promise<Uint8Array> {
  const gunzip = (plain: Uint8Array) => gunzipSync(plain, { maxOutputLength: MAX_LOG_BYTES })
  return await readSealedBlob(care.storage, care.contents.codec, blob.id, gunzip, signal)
}

function byTime(a: BlobMetadata | undefined, b: BlobMetadata | undefined): number {
  if (a === undefined || b === undefined) return 0
  const [left, right] = [blobTimeNs(a), blobTimeNs(b)]
  return left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1
}
