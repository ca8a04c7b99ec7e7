/** Moves what is still needed out of short packs into full ones (docs/repository-format.md, "Moving contents"). */
import type { ContentIndex } from '../../repo/content/index/content-index.ts'
import { emptyRow, type IndexRow } from '../../repo/content/index/rows.ts'
import { type PackUse, packsToMerge, withContent } from '../../repo/content/pack-group.ts'
import { mapConcurrent } from '../../util/async.ts'
import { mayRewrite } from '../safety.ts'
import { CountSum, type MaintenanceStep, type MaintenanceTools, type StepReport } from '../step.ts'

/** Packs that are used for less than this share of their full size are short. */
const SHORT_SHARE = 0.6
const REWRITE_CONCURRENCY = 4
const NS_PER_SECOND = 1_000_000_000n
const MANIFEST_PREFIX = 0x6d
/** Offsets in packs are smaller. */
const MAX_PACK_BYTES = 2 ** 31

/** Short packs of both kinds. */
export const rewriteAll: MaintenanceStep = {
  task: 'full-rewrite-contents',
  title: 'Moving contents out of short packs',
  skip: (runs, { safety }) => (mayRewrite(runs, safety, 'full') ? undefined : WAITING),
  run: (tools) => rewrite(tools, ['p', 'q']),
}

/** Short packs of metadata only. */
export const rewriteMetadata: MaintenanceStep = {
  task: 'quick-rewrite-contents',
  title: 'Moving contents out of short metadata packs',
  skip: (runs, { safety }) => (mayRewrite(runs, safety, 'quick') ? undefined : WAITING),
  run: (tools) => rewrite(tools, ['q']),
}

const WAITING = 'the packs that contents were moved out of last time are still to be erased'

async function rewrite(tools: MaintenanceTools, kinds: readonly string[]): Promise<StepReport> {
  const { contents, format } = tools.repository.care
  const { index } = contents
  const plan = planRewrite(index, {
    kinds,
    shortBelowBytes: Math.floor(format.content.maxPackSizeBytes * SHORT_SHARE),
    olderThanSeconds: tools.startNs - tools.safety.rewriteMinAgeNs,
  })
  const rewritten = new CountSum()
  const row = emptyRow()
  await mapConcurrent(plan.rows, REWRITE_CONCURRENCY, async (number) => {
    await tools.keep()
    index.readRow(number, row)
    const { packedLength } = row
    if (await contents.rewrite(index.idOfRow(number), tools.signal)) rewritten.add(packedLength)
  })
  await contents.flush(tools.signal)
  return {
    kind: 'rewriteContentsStats',
    data: {
      toRewriteContentCount: plan.due.count,
      toRewriteContentSize: plan.due.bytes,
      rewrittenContentCount: rewritten.count,
      rewrittenContentSize: rewritten.bytes,
      retainedContentCount: plan.tooYoung.count,
      retainedContentSize: plan.tooYoung.bytes,
    },
  }
}

export interface RewritePlan {
  /** Rows of the index to move, pack by pack in the order in which they lie there. */
  readonly rows: Uint32Array
  readonly due: CountSum
  /** Contents of the same packs that stay because they are too young. */
  readonly tooYoung: CountSum
}

/**
 * Chooses the contents to move: live ones, old enough, in short packs of which there are at least two that would become one.
 *
 * Deleted contents are left to be erased where they are. Contents of manifests are left alone: another client may be putting manifests together
 * and delete them, and a newer entry would bring back what they hold.
 */
export function planRewrite(
  index: ContentIndex,
  options: { readonly kinds: readonly string[]; readonly shortBelowBytes: number; readonly olderThanSeconds: bigint },
): RewritePlan {
  const uses: PackUse[] = []
  const movable: number[] = []
  const row = emptyRow()
  const isMovable = (): boolean => !row.isDeleted && row.source[row.keyOffset] !== MANIFEST_PREFIX
  const isOld = (): boolean => BigInt(row.timestampSeconds) * NS_PER_SECOND <= options.olderThanSeconds
  forEachRow(index, row, () => {
    uses[row.pack] = withContent(uses[row.pack], row.source[row.keyOffset] !== 0, row.packedLength)
    if (isMovable() && isOld()) movable[row.pack] = (movable[row.pack] ?? 0) + 1
  })
  const isShort = (pack: number, use: PackUse): boolean =>
    use.bytes < options.shortBelowBytes && (movable[pack] ?? 0) > 0 && options.kinds.some((kind) => index.packName(pack).startsWith(kind))
  const chosen = packsToMerge([...uses.entries()].filter(([pack, use]) => use !== undefined && isShort(pack, use)))
  const due = new CountSum()
  const tooYoung = new CountSum()
  const numbers: number[] = []
  const places: number[] = []
  forEachRow(index, row, (number) => {
    if (!chosen.has(row.pack) || !isMovable()) return
    if (!isOld()) tooYoung.add(row.packedLength)
    else {
      due.add(row.packedLength)
      numbers.push(number)
      places.push(row.pack * MAX_PACK_BYTES + row.packOffset)
    }
  })
  const order = Uint32Array.from(places.keys()).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
  return { rows: order.map((at) => numbers[at] ?? 0), due, tooYoung }
}

function forEachRow(index: ContentIndex, row: IndexRow, visit: (number: number) => void): void {
  for (let number = 0; number < index.count; number++) {
    if (index.isHidden(number)) continue
    index.readRow(number, row)
    visit(number)
  }
}
