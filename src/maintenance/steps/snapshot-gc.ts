/** Marks contents that no snapshot uses as deleted, and takes marks back where one does (docs/repository-format.md, "Snapshot garbage collection"). */
import { emptyRow } from '../../repo/content/index/rows.ts'
import { mapConcurrent } from '../../util/async.ts'
import { markReachable } from '../mark.ts'
import { CountSum, type MaintenanceStep, type MaintenanceTools, type StepReport } from '../step.ts'

const FLUSH_MARKS = 100_000
const UNDELETE_CONCURRENCY = 4
const NS_PER_SECOND = 1_000_000_000n
/** `m`: contents of manifests belong to those who put manifests together. */
const MANIFEST_PREFIX = 0x6d

export const snapshotGc: MaintenanceStep = {
  task: 'snapshot-gc',
  title: 'Looking for contents that no snapshot uses',
  run: collect,
}

async function collect(tools: MaintenanceTools): Promise<StepReport> {
  const { repository, safety, startNs, log, size, signal } = tools
  const { contents } = repository.care
  const { index } = contents
  // What is loaded later was not there when the snapshots were listed.
  const examined = index.count
  const marks = await markReachable(tools)
  const [unused, recent, used, system, undeleted, deleted] = Array.from({ length: 6 }, () => new CountSum()) as [
    CountSum,
    CountSum,
    CountSum,
    CountSum,
    CountSum,
    CountSum,
  ]
  const wronglyMarked: number[] = []
  const row = emptyRow()
  for (let number = 0; number < examined; number++) {
    if (index.isHidden(number)) continue
    index.readRow(number, row)
    const { packedLength } = row
    if (row.source[row.keyOffset] === MANIFEST_PREFIX) system.add(packedLength)
    else if (marks.isUsed(number)) {
      used.add(packedLength)
      if (row.isDeleted) wronglyMarked.push(number)
    } else if (startNs - BigInt(row.timestampSeconds) * NS_PER_SECOND < safety.contentMinAgeNs) recent.add(packedLength)
    else {
      unused.add(packedLength)
      deleted.add(packedLength)
      if (!row.isDeleted) contents.markDeleted(index.idOfRow(number))
      if (unused.count % FLUSH_MARKS === 0) {
        await tools.keep()
        await contents.flush(signal)
      }
    }
  }
  await mapConcurrent(wronglyMarked, UNDELETE_CONCURRENCY, async (number) => {
    await tools.keep()
    index.readRow(number, row)
    const { packedLength } = row
    if (await contents.undelete(index.idOfRow(number), signal)) undeleted.add(packedLength)
  })
  await contents.flush(signal)
  for (const [what, sum] of [
    ['unused contents', unused],
    ['unused contents that are too recent to delete', recent],
    ['in-use contents', used],
    ['in-use system-contents', system],
  ] as const) {
    log.info(`GC found ${sum.count} ${what} (${size(sum.bytes)})`)
  }
  log.info(`GC undeleted ${undeleted.count} contents (${size(undeleted.bytes)})`)
  return {
    kind: 'snapshotGCStats',
    data: {
      unreferencedContentCount: unused.count,
      unreferencedContentSize: unused.bytes,
      deletedContentCount: deleted.count,
      deletedContentSize: deleted.bytes,
      unreferencedRecentContentCount: recent.count,
      unreferencedRecentContentSize: recent.bytes,
      inUseContentCount: used.count,
      inUseContentSize: used.bytes,
      inUseSystemContentCount: system.count,
      inUseSystemContentSize: system.bytes,
      recoveredContentCount: undeleted.count,
      recoveredContentSize: undeleted.bytes,
    },
  }
}
