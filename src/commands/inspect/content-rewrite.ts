/** Moves contents to new packs: chosen ones, those of short packs, or those of a format version. */
import { CairnError, isCairnError, messageOf, throwIfCancelled } from '../../errors.ts'
import type { Logger } from '../../log.ts'
import { SAFETY, type SafetyLevel } from '../../maintenance/safety.ts'
import type { ContentId } from '../../repo/api.ts'
import { keyOfContentId } from '../../repo/content/content-id.ts'
import type { IndexEntry } from '../../repo/content/index/interface.ts'
import { type PackUse, packsToMerge, withContent } from '../../repo/content/pack-group.ts'
import type { RepositoryCare } from '../../repo/repository.ts'
import { mapConcurrent } from '../../util/async.ts'
import { type ContentRange, selectContents } from './contents.ts'

/** Packs that are used for less than this share of their full size are short. */
const SHORT_PERCENT = 60
const NS_PER_SECOND = 1_000_000_000n

export interface ContentRewriteOptions {
  readonly ids: readonly ContentId[]
  readonly range: ContentRange
  /** Only packs whose name begins with this, for short packs and format versions. */
  readonly packPrefix: string
  /** Also the contents of short packs. */
  readonly shortPacks: boolean
  /** Also the contents of this format version; 0 and below mean none. */
  readonly formatVersion: number
  readonly parallel: number
  readonly isDryRun: boolean
  readonly safety: SafetyLevel
  readonly log: Logger
  readonly signal: AbortSignal
}

export interface ContentRewriteResult {
  /** Contents that are old enough, and of these those that were moved. */
  readonly toRewrite: number
  readonly rewritten: number
  /** Contents that are too young. */
  readonly retained: number
}

/** Moves them and commits; CAIRN_CONTENT_DAMAGED when some could not be moved, which commits none. */
export async function rewriteContents(care: RepositoryCare, nowNs: bigint, options: ContentRewriteOptions): Promise<ContentRewriteResult> {
  const { contents } = care
  const { signal, log, isDryRun } = options
  const oldestNs = nowNs - SAFETY[options.safety].rewriteMinAgeNs
  let [toRewrite, rewritten, retained, failed] = [0, 0, 0, 0]
  await mapConcurrent(await chosenContents(care, options), Math.max(1, options.parallel), async (entry) => {
    throwIfCancelled(signal)
    if (BigInt(entry.timestampSeconds) * NS_PER_SECOND > oldestNs) {
      retained++
      return
    }
    toRewrite++
    if (isDryRun) return log.info(`would rewrite ${entry.id} (${entry.packedLength} bytes) of ${entry.packBlobId}`)
    try {
      if (await contents.rewrite(entry.id, signal)) rewritten++
    } catch (error) {
      if (!isCairnError(error) || error.kind !== 'damage') throw error
      failed++
      log.warning(`unable to rewrite content ${entry.id}: ${messageOf(error)}`)
    }
  })
  if (failed > 0) {
    throw new CairnError('CAIRN_CONTENT_DAMAGED', `${failed} contents could not be rewritten; nothing was changed.`, {
      hint: 'Find out what is damaged with "cairn content verify --full".',
    })
  }
  await contents.flush(signal)
  return { toRewrite, rewritten, retained }
}

/** Every live content once: those of the IDs, then all others. Deleted contents are left to be erased where they are. */
async function chosenContents(care: RepositoryCare, options: ContentRewriteOptions): Promise<readonly IndexEntry[]> {
  const chosen = new Map<ContentId, IndexEntry>()
  for (const id of options.ids) chosen.set(id, await care.contents.find(id))
  const { packPrefix, formatVersion, signal } = options
  if (options.shortPacks) {
    const isShort = shortPacks(care, options)
    // As in kopia, the range of IDs does not matter here.
    for (const entry of allContents(care, { kind: 'starts', prefix: '' }, signal)) {
      if (isShort.has(entry.packBlobId)) chosen.set(entry.id, entry)
    }
  }
  if (formatVersion > 0) {
    for (const entry of allContents(care, options.range, signal)) {
      if (entry.formatVersion === formatVersion && entry.packBlobId.startsWith(packPrefix)) chosen.set(entry.id, entry)
    }
  }
  return [...chosen.values()].filter(({ isDeleted }) => !isDeleted)
}

/** Names of short packs that can be put together. */
function shortPacks(care: RepositoryCare, { packPrefix, signal }: ContentRewriteOptions): ReadonlySet<string> {
  const uses = new Map<string, PackUse>()
  for (const { id, packBlobId, packedLength } of allContents(care, { kind: 'starts', prefix: '' }, signal)) {
    if (packBlobId.startsWith(packPrefix))
      uses.set(packBlobId, withContent(uses.get(packBlobId), keyOfContentId(id)?.[0] !== 0, packedLength))
  }
  const threshold = Math.floor((care.format.content.maxPackSizeBytes * SHORT_PERCENT) / 100)
  return packsToMerge([...uses].filter(([, { bytes }]) => bytes < threshold))
}

function allContents(care: RepositoryCare, range: ContentRange, signal: AbortSignal): Iterable<IndexEntry> {
  return selectContents(care.contents, { range, deleted: 'with' }, signal)
}
