/** Erases packs that no index entry names, and the markers of sessions that ended (docs/repository-format.md, "Erasing packs"). */
import { isCairnError, throwIfCancelled } from '../../errors.ts'
import type { BlobMetadata } from '../../repo/blob/storage.ts'
import { BLOB_PREFIXES } from '../../repo/content/blob-names.ts'
import { ContentIndex } from '../../repo/content/index/content-index.ts'
import { loadIndex } from '../../repo/content/index/load.ts'
import { emptyRow } from '../../repo/content/index/rows.ts'
import { collectBlobs } from '../../repo/content/list-blobs.ts'
import { readSessionMarker, sessionIdOfBlob } from '../../repo/content/session.ts'
import type { RepositoryCare } from '../../repo/repository.ts'
import { mapConcurrent } from '../../util/async.ts'
import { mayDeletePacks, wasLastRewriteFull } from '../safety.ts'
import { CountSum, type MaintenanceStep, type MaintenanceTools, type StepReport } from '../step.ts'

const NS_PER_MS = 1_000_000n
/** Clocks of storages may be coarse. */
const CUTOFF_SLACK_NS = 1_000_000_000n
const READ_CONCURRENCY = 8
const DELETE_CONCURRENCY = 8
const HEX = [...'0123456789abcdef']

export const deletePacks: MaintenanceStep = {
  task: 'full-delete-blobs',
  title: 'Erasing packs that nothing refers to',
  skip: tooEarly,
  run: (tools) => erasePacks(tools, [BLOB_PREFIXES.dataPack, BLOB_PREFIXES.metadataPack, BLOB_PREFIXES.session]),
}

/** Completes what quick maintenance moved; after a full one, packs of all kinds must be erased, or they never would be. */
export const deletePacksAfterFull: MaintenanceStep = {
  ...deletePacks,
  skip: (runs, tools) => (wasLastRewriteFull(runs) ? tooEarly(runs, tools) : 'only metadata packs have been rewritten'),
}

export const deleteMetadataPacks: MaintenanceStep = {
  task: 'quick-delete-blobs',
  title: 'Erasing metadata packs that nothing refers to',
  skip: (runs, tools) => (wasLastRewriteFull(runs) ? 'packs of all kinds are looked at' : tooEarly(runs, tools)),
  run: (tools) => erasePacks(tools, [BLOB_PREFIXES.metadataPack]),
}

function tooEarly(runs: Parameters<typeof mayDeletePacks>[0], { safety, repository }: MaintenanceTools): string | undefined {
  return mayDeletePacks(runs, safety, repository.clock.nowNs()) ? undefined : 'other clients may not know yet where contents were moved'
}

/** What erasing needs of a run of maintenance. */
export type EraseTools = Omit<MaintenanceTools, 'parameters' | 'runs'> & {
  readonly parameters: Pick<MaintenanceTools['parameters'], 'listParallelism'>
}

/** Erases the blobs with one of the prefixes that nothing refers to and that are old enough; a dry run only counts them. */
export async function erasePacks(tools: EraseTools, prefixes: readonly string[], isDryRun = false): Promise<StepReport> {
  const { repository, safety, startNs, log, size, signal } = tools
  const { storage } = repository.care
  // Sessions first, then the index: a writer that commits in between has its packs in the index when its marker is gone.
  const sessions = await readSessions(repository.care, signal)
  const used = await usedPacks(tools)
  await tools.confirm()
  const cutoffNs = startNs + CUTOFF_SLACK_NS
  const [unreferenced, retained, deleted] = [new CountSum(), new CountSum(), new CountSum()]
  const isKept = ({ id, timestampMs }: BlobMetadata): boolean => {
    const ageNs = cutoffNs - BigInt(Math.round(timestampMs)) * NS_PER_MS
    const checkpointNs = sessions.get(sessionIdOfBlob(id) ?? '')
    return ageNs < 0n || ageNs < safety.packMinAgeNs || (checkpointNs !== undefined && cutoffNs - checkpointNs < safety.sessionExpiryNs)
  }
  for (const prefix of spreadPrefixes(prefixes, tools.parameters.listParallelism)) {
    const due: BlobMetadata[] = []
    for await (const blob of storage.listBlobs(prefix, signal)) {
      if (used.has(blob.id)) continue
      if (isKept(blob)) retained.add(blob.length)
      else due.push(blob)
    }
    await mapConcurrent(due, DELETE_CONCURRENCY, async ({ id, length }) => {
      throwIfCancelled(signal)
      await tools.keep()
      unreferenced.add(length)
      if (isDryRun) return
      await storage.deleteBlob(id)
      deleted.add(length)
    })
  }
  if (deleted.count > 0) log.info(`Erased ${deleted.count} blobs (${size(deleted.bytes)}) that nothing refers to.`)
  return {
    kind: 'deleteUnreferencedPacksStats',
    data: {
      unreferencedPackCount: unreferenced.count,
      unreferencedTotalSize: unreferenced.bytes,
      deletedPackCount: deleted.count,
      deletedTotalSize: deleted.bytes,
      retainedPackCount: retained.count,
      retainedTotalSize: retained.bytes,
    },
  }
}

/** Session -> when it last gave a sign of life; a marker that cannot be read counts from when it was written. */
async function readSessions(care: RepositoryCare, signal: AbortSignal | undefined): Promise<Map<string, bigint>> {
  const { storage, contents } = care
  const sessions = new Map<string, bigint>()
  // What one listing leaves out would lose its protection.
  const markers = new Map<string, BlobMetadata>()
  for (const _ of ['first', 'second']) {
    for (const marker of await collectBlobs(storage, BLOB_PREFIXES.session, signal)) markers.set(marker.id, marker)
  }
  await mapConcurrent([...markers.values()], READ_CONCURRENCY, async ({ id, timestampMs }) => {
    const sessionId = sessionIdOfBlob(id)
    if (sessionId === undefined) return
    let checkpointNs = BigInt(Math.round(timestampMs)) * NS_PER_MS
    try {
      checkpointNs = (await readSessionMarker(storage, contents.codec, id, signal)).checkpointNs
    } catch (error) {
      // A marker that vanished protected packs which are in the index by now, and that is read later.
      if (isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) return
      if (!isCairnError(error, 'CAIRN_INDEX_DAMAGED')) throw error
    }
    const known = sessions.get(sessionId)
    if (known === undefined || checkpointNs > known) sessions.set(sessionId, checkpointNs)
  })
  return sessions
}

/** Names of the packs that any entry refers to, deleted entries included, by an index that is read now and from the storage. */
async function usedPacks({ repository, signal }: EraseTools): Promise<Set<string>> {
  const { storage, contents } = repository.care
  const index = new ContentIndex(contents.codec.hasher.sizeBytes)
  const options = { clock: repository.clock, ...(signal === undefined ? {} : { signal }) }
  await loadIndex(storage, contents.indexBlobs, contents.codec, index, options)
  const used = new Set<string>()
  const isSeen: boolean[] = []
  const row = emptyRow()
  for (let number = 0; number < index.count; number++) {
    if (index.isHidden(number)) continue
    index.readRow(number, row)
    if (isSeen[row.pack] === true) continue
    isSeen[row.pack] = true
    used.add(index.packName(row.pack))
  }
  return used
}

/** More listings of fewer blobs when the repository asks for more than there are prefixes. */
function spreadPrefixes(prefixes: readonly string[], parallelism: number): readonly string[] {
  return parallelism <= prefixes.length ? prefixes : prefixes.flatMap((prefix) => HEX.map((digit) => prefix + digit))
}
