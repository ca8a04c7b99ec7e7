/** What maintenance did, in Kopia's words: the lines of `maintenance info`. */
import type { SizeText } from '../util/format.ts'
import { isJsonObject, type JsonObject } from '../util/json-read.ts'

type Sum = (data: JsonObject, counted: string, bytes: string) => string
type Summary = (data: JsonObject, sum: Sum) => string

const count = (data: JsonObject, name: string): number => {
  const value = data[name]
  return typeof value === 'number' ? value : 0
}
/** `3(1.2 KB)`. */
const sumIn =
  (size: SizeText): Sum =>
  (data, counted, bytes) =>
    `${count(data, counted)}(${size(count(data, bytes))})`
const plainSum = sumIn(String)

const SUMMARIES: Readonly<Record<string, Summary>> = {
  advanceEpochStats: (data) => `${data['wasAdvanced'] === true ? 'Advanced epoch to' : 'Stayed at epoch'} ${count(data, 'currentEpoch')}`,
  cleanupLogsStats: (data, sum) =>
    `Found ${sum(data, 'toDeleteBlobCount', 'toDeleteBlobSize')} logs blobs for deletion and deleted ` +
    `${sum(data, 'deletedBlobCount', 'deletedBlobSize')} of them. Retained ${sum(data, 'retainedBlobCount', 'retainedBlobSize')} log blobs.`,
  cleanupMarkersStats: (data) =>
    `Cleaned up ${count(data, 'deletedEpochMarkerBlobCount')} epoch markers and ${count(data, 'deletedWatermarkBlobCount')} deletion watermarks`,
  cleanupSupersededIndexesStats: (data, sum) =>
    `Cleaned up ${sum(data, 'deletedBlobCount', 'deletedTotalSize')} superseded index blobs, max replacement time ${goTime(data['maxReplacementTime'])}`,
  compactIndexesStats: (data) => `Dropped contents deleted before ${goTime(data['droppedContentsDeletedBefore'])}`,
  compactSingleEpochStats: (data, sum) =>
    `Compacted ${sum(data, 'supersededIndexBlobCount', 'supersededIndexTotalSize')} index blobs for epoch ${count(data, 'epoch')}`,
  deleteUnreferencedPacksStats: (data, sum) =>
    `Found ${sum(data, 'unreferencedPackCount', 'unreferencedTotalSize')} unreferenced pack blobs to delete and deleted ` +
    `${sum(data, 'deletedPackCount', 'deletedTotalSize')}. Retained ${sum(data, 'retainedPackCount', 'retainedTotalSize')} unreferenced pack blobs.`,
  extendBlobRetentionStats: (data) =>
    `Blob retention extension found ${count(data, 'toExtendBlobCount')} blobs and extended for ${count(data, 'extendedBlobCount')} blobs, ` +
    `retention period ${typeof data['retentionPeriod'] === 'string' ? data['retentionPeriod'] : ''}`,
  generateRangeCheckpointStats: (data) =>
    `Generated a range checkpoint from epoch ${count(data, 'rangeMinEpoch')} to ${count(data, 'rangeMaxEpoch')} inclusive`,
  rewriteContentsStats: (data, sum) =>
    `Found ${sum(data, 'toRewriteContentCount', 'toRewriteContentSize')} contents to rewrite and rewrote ` +
    `${sum(data, 'rewrittenContentCount', 'rewrittenContentSize')}. Retained ${sum(data, 'retainedContentCount', 'retainedContentSize')} contents from rewrite`,
  snapshotGCStats: (data) =>
    `Found ${plainSum(data, 'unreferencedContentCount', 'unreferencedContentSize')} unreferenced contents and marked ` +
    `${plainSum(data, 'deletedContentCount', 'deletedContentSize')} for deletion. ` +
    `Found ${plainSum(data, 'inUseContentCount', 'inUseContentSize')} in-use contents and ` +
    `${plainSum(data, 'inUseSystemContentCount', 'inUseSystemContentSize')} in-use system contents. ` +
    `Retained ${plainSum(data, 'unreferencedRecentContentCount', 'unreferencedRecentContentSize')} recent contents. ` +
    `Recovered ${plainSum(data, 'recoveredContentCount', 'recoveredContentSize')} contents`,
}

/** The result of a run: `SUCCESS`, with a summary of what its task reported. Reports of an unknown kind are left out. */
export function runResultText(extra: readonly unknown[], size: SizeText): string {
  const summaries = extra.map((report) => {
    const { kind, data } = isJsonObject(report) ? report : { kind: undefined, data: undefined }
    const summary = typeof kind === 'string' && Object.hasOwn(SUMMARIES, kind) ? SUMMARIES[kind] : undefined
    // Kopia records "nothing done" as null and shows it as zeros.
    return summary?.(isJsonObject(data) ? data : {}, sumIn(size)) ?? ''
  })
  const text = summaries.join('')
  return text === '' ? 'SUCCESS' : `SUCCESS: ${text}`
}

/** `2026-11-23 06:48:13.8 +0000 UTC`: a recorded time as Go prints it. */
function goTime(value: unknown): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d+)?)Z$/.exec(typeof value === 'string' ? value : '0001-01-01T00:00:00Z')
  return match === null ? String(value) : `${match[1]} ${match[2]} +0000 UTC`
}
