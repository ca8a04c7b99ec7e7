/** The summary of a directory that was changed after its snapshot was made. */
import { compareUtf8 } from '../../util/go-json.ts'
import type { DirEntry } from '../dir-entry.ts'
import { type DirSummary, type EntryFailure, MAX_SUMMARY_ERRORS, summarize } from '../summary.ts'

/**
 * Totals of the new entries, with the failures that happened in the directory itself when it was snapshotted: those that its summary counts
 * beyond what its old sub-directories had.
 */
export function summaryAfterChange(directory: DirEntry, before: readonly DirEntry[], entries: readonly DirEntry[]): DirSummary {
  const old = directory.summary
  const incomplete = old?.incomplete
  const fresh = summarize(entries, directory.mtimeNs, { fatal: [], ignored: [], incomplete })
  if (old === undefined) return fresh
  let { numFailed, numIgnoredErrors } = old
  const ofOthers = new Set<string>()
  for (const { summary } of before) {
    numFailed -= summary?.numFailed ?? 0
    numIgnoredErrors -= summary?.numIgnoredErrors ?? 0
    for (const failure of summary?.errors ?? []) ofOthers.add(keyOf(failure))
  }
  return {
    ...fresh,
    numFailed: fresh.numFailed + Math.max(0, numFailed),
    numIgnoredErrors: fresh.numIgnoredErrors + Math.max(0, numIgnoredErrors),
    errors: topFailures([...fresh.errors, ...old.errors.filter((failure) => !ofOthers.has(keyOf(failure)))]),
  }
}

/** As many failures as a summary holds, in its order. */
export function topFailures(failures: readonly EntryFailure[]): EntryFailure[] {
  return failures.toSorted((a, b) => compareUtf8(a.path, b.path)).slice(0, MAX_SUMMARY_ERRORS)
}

function keyOf({ path, error }: EntryFailure): string {
  return `${path}\0${error}`
}
