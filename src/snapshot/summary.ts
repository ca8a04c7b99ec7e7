/** Totals of a directory and everything below it (docs/repository-format.md, "Directory summary"). */
import { compareUtf8, encodeGoInteger, encodeGoString, encodeGoTime } from '../util/go-json.ts'
import { isJsonObject, type JsonObject, memberNames, pickMembers, wellFormed } from '../util/json-read.ts'
import { parseTimestamp } from '../util/timestamp.ts'

/** At most this many failed entries are written into one summary. */
export const MAX_SUMMARY_ERRORS = 10

/** One entry that could not be stored; `path` is relative to the snapshot root, with `/`. */
export interface EntryFailure {
  readonly path: string
  readonly error: string
}

export interface DirSummary {
  /** Bytes of all files below. */
  readonly size: number
  readonly files: number
  readonly symlinks: number
  /** Directories below, this one included. */
  readonly dirs: number
  /** Newest mtime of all entries below, in nanoseconds since 1970. */
  readonly maxTimeNs: bigint
  /** Why the directory was cut short; absent when it is complete. */
  readonly incomplete?: string
  readonly numFailed: number
  readonly numIgnoredErrors: number
  readonly errors: readonly EntryFailure[]
}

/** What the sum needs to know of an entry. */
export interface SummarizedEntry {
  readonly type: string
  readonly size: number
  readonly mtimeNs: bigint
  readonly summary?: DirSummary
}

/** What went wrong directly in the directory, beside its entries. */
export interface DirectFailures {
  readonly fatal: readonly EntryFailure[]
  readonly ignored: readonly EntryFailure[]
  readonly incomplete?: string | undefined
}

/**
 * The summary of a directory from its stored entries and its direct failures.
 * A directory without entries takes `ownMtimeNs` as its newest time.
 */
export function summarize(entries: Iterable<SummarizedEntry>, ownMtimeNs: bigint, failures?: DirectFailures): DirSummary {
  let size = 0
  let files = 0
  let symlinks = 0
  let dirs = 1
  // Kopia starts from zero: a directory that holds only entries from before 1970 has 1970 as its newest time.
  let maxTimeNs = 0n
  let isEmpty = true
  let numFailed = failures?.fatal.length ?? 0
  let numIgnoredErrors = failures?.ignored.length ?? 0
  const incomplete = failures?.incomplete
  const errors: EntryFailure[] = failures === undefined ? [] : [...failures.fatal, ...failures.ignored]
  for (const entry of entries) {
    isEmpty = false
    if (entry.mtimeNs > maxTimeNs) maxTimeNs = entry.mtimeNs
    if (entry.type === 'f') {
      files++
      size += entry.size
    } else if (entry.type === 's') {
      symlinks++
    } else if (entry.type === 'd' && entry.summary !== undefined) {
      const below = entry.summary
      size += below.size
      files += below.files
      symlinks += below.symlinks
      dirs += below.dirs
      numFailed += below.numFailed
      numIgnoredErrors += below.numIgnoredErrors
      if (below.maxTimeNs > maxTimeNs) maxTimeNs = below.maxTimeNs
      if (below.errors.length > 0) errors.push(...below.errors)
    }
  }
  errors.sort((a, b) => compareUtf8(a.path, b.path))
  errors.length = Math.min(errors.length, MAX_SUMMARY_ERRORS)
  const summary = { size, files, symlinks, dirs, maxTimeNs: isEmpty ? ownMtimeNs : maxTimeNs, numFailed, numIgnoredErrors, errors }
  return incomplete === undefined || incomplete === '' ? summary : { ...summary, incomplete }
}

/** JSON text of a summary. */
export function encodeSummary(summary: DirSummary): string {
  let out = `{"size":${encodeGoInteger(summary.size)},"files":${encodeGoInteger(summary.files)}`
  out += `,"symlinks":${encodeGoInteger(summary.symlinks)},"dirs":${encodeGoInteger(summary.dirs)}`
  out += `,"maxTime":${encodeGoTime(summary.maxTimeNs)}`
  if (summary.incomplete) out += `,"incomplete":${encodeGoString(summary.incomplete)}`
  out += `,"numFailed":${encodeGoInteger(summary.numFailed)}`
  if (summary.numIgnoredErrors !== 0) out += `,"numIgnoredErrors":${encodeGoInteger(summary.numIgnoredErrors)}`
  if (summary.errors.length > 0) out += `,"errors":[${summary.errors.map(encodeFailure).join(',')}]`
  return `${out}}`
}

function encodeFailure(failure: EntryFailure): string {
  return `{"path":${encodeGoString(failure.path)},"error":${encodeGoString(failure.error)}}`
}

const SUMMARY_NAMES = memberNames('size', 'files', 'symlinks', 'dirs', 'maxTime', 'incomplete', 'numFailed', 'numIgnoredErrors', 'errors')
const FAILURE_NAMES = memberNames('path', 'error')

/** The summary in a parsed object, or the name of the member that has a wrong type. */
export function decodeSummary(object: JsonObject): DirSummary | string {
  const picked = pickMembers(object, SUMMARY_NAMES)
  const counts = { size: 0, files: 0, symlinks: 0, dirs: 0, numFailed: 0, numIgnoredErrors: 0 }
  for (const name of ['size', 'files', 'symlinks', 'dirs', 'numFailed', 'numIgnoredErrors'] as const) {
    const value = picked[name] ?? 0
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) return name
    counts[name] = value
  }
  const maxTimeNs = picked.maxTime === undefined ? 0n : typeof picked.maxTime === 'string' ? parseTimestamp(picked.maxTime) : undefined
  if (maxTimeNs === undefined) return 'maxTime'
  const incomplete = picked.incomplete ?? ''
  if (typeof incomplete !== 'string') return 'incomplete'
  const errors = decodeFailures(picked.errors)
  if (errors === undefined) return 'errors'
  const summary = { ...counts, maxTimeNs, errors }
  return incomplete === '' ? summary : { ...summary, incomplete: wellFormed(incomplete) }
}

function decodeFailures(list: unknown): EntryFailure[] | undefined {
  if (list === undefined) return []
  if (!Array.isArray(list)) return undefined
  const failures: EntryFailure[] = []
  for (const item of list as unknown[]) {
    if (item === null) continue
    if (!isJsonObject(item)) return undefined
    const { path = '', error = '' } = pickMembers(item, FAILURE_NAMES)
    if (typeof path !== 'string' || typeof error !== 'string') return undefined
    failures.push({ path: wellFormed(path), error: wellFormed(error) })
  }
  return failures
}
