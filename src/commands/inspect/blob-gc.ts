/** Finds packs and session markers that nothing refers to, and erases them by hand. */
import type { Logger } from '../../log.ts'
import { takeLease } from '../../maintenance/lease.ts'
import { SAFETY, type SafetyLevel } from '../../maintenance/safety.ts'
import { EMPTY_SCHEDULE, loadSchedule, longestStepMs } from '../../maintenance/schedule.ts'
import { type EraseTools, erasePacks } from '../../maintenance/steps/delete-packs.ts'
import { BLOB_PREFIXES } from '../../repo/content/blob-names.ts'
import type { OpenedRepository } from '../../repo/repository.ts'
import type { SizeText } from '../../util/format.ts'

export interface BlobGcOptions {
  /** Empty means packs and session markers. */
  readonly prefix: string
  readonly isDryRun: boolean
  readonly parallel: number
  readonly safety: SafetyLevel
  readonly log: Logger
  /** How sizes are printed in the log. */
  readonly size: SizeText
  readonly signal: AbortSignal
}

/** What is or would be erased. */
export interface BlobGcResult {
  readonly count: number
  readonly bytes: number
}

const NS_PER_MS = 1_000_000n

/**
 * Does it. Erasing holds the lease on maintenance, so that no other client maintains meanwhile.
 *
 * Errors: CAIRN_MAINTENANCE_BUSY, CAIRN_MAINTENANCE_LEASE_LOST, storage kinds.
 */
export async function collectGarbageBlobs(repository: OpenedRepository, options: BlobGcOptions): Promise<BlobGcResult> {
  const { care, identity, clock } = repository
  const { log, size, signal, prefix, isDryRun } = options
  const { dataPack, metadataPack, session } = BLOB_PREFIXES
  const prefixes = prefix === '' ? [dataPack, metadataPack, session] : [prefix]
  const erase = async (startNs: bigint, guard: Pick<EraseTools, 'keep' | 'confirm'>): Promise<BlobGcResult> => {
    const safety = SAFETY[options.safety]
    const tools: EraseTools = {
      repository,
      safety,
      startNs,
      log,
      size,
      signal,
      parameters: { listParallelism: options.parallel },
      ...guard,
    }
    const { data } = await erasePacks(tools, prefixes, isDryRun)
    return { count: Number(data['unreferencedPackCount']), bytes: Number(data['unreferencedTotalSize']) }
  }
  if (isDryRun) return await erase(clock.nowNs(), { keep: async () => {}, confirm: async () => {} })
  const lease = await takeLease({
    storage: care.storage,
    format: care.format,
    identity,
    clock,
    random: care.contents.codec.random,
    log,
    longestStepMs: longestStepMs((await loadSchedule(care)) ?? EMPTY_SCHEDULE),
  })
  try {
    const startNs = lease.takenMs === undefined ? clock.nowNs() : BigInt(Math.round(lease.takenMs)) * NS_PER_MS
    return await erase(startNs, { keep: () => lease.keep(), confirm: () => lease.confirm() })
  } finally {
    await lease.release()
  }
}
