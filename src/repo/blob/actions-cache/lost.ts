/** What is said when cached data is gone (docs/backends/actions-cache.md, "Lost segments"). */
import { CairnError } from '../../../errors.ts'
import { formatTimestamp } from '../../../util/timestamp.ts'
import type { FoundHead } from './heads.ts'

const MAX_NAMES = 20

/** IDs of the snapshots that only heads with lost segments know, oldest first. */
export function lostSnapshots(broken: readonly FoundHead[], whole: readonly FoundHead[]): string[] {
  const kept = new Set(whole.flatMap(snapshotsOf))
  return [...new Set(broken.toReversed().flatMap(snapshotsOf))].filter((id) => !kept.has(id))
}

function snapshotsOf({ snapshots, ancestors }: FoundHead): string[] {
  return [...ancestors.toReversed().flatMap((one) => [...one.snapshots]), ...snapshots]
}

/** Each lost segment with when and by which run it was written. */
export function lostSegmentWords(broken: readonly FoundHead[]): string {
  const words = new Map<string, string>()
  for (const { lost, view } of broken) {
    for (const key of lost) {
      const segment = view.segments.get(key)
      const origin = segment === undefined ? '' : `, written ${timeWords(segment.writtenMs)} by run ${segment.run}`
      words.set(key, `${shortKey(key)}${origin}`)
    }
  }
  return some([...words.values()], 'more')
}

/** The sentence about a fall back to an older state. */
export function fallbackWords(broken: readonly FoundHead[], whole: readonly FoundHead[]): string {
  const used = whole[0]
  const snapshots = lostSnapshots(broken, whole)
  const cost = snapshots.length === 0 ? 'Whatever was saved since then is lost.' : `Lost are these snapshots: ${some(snapshots, 'more')}.`
  const since = used === undefined ? '' : ` The state of ${timeWords(used.writtenMs)} is used.`
  return `The Actions cache has dropped data of this repository: ${lostSegmentWords(broken)}.${since} ${cost}`
}

/** The error when no state of the repository is whole any more. */
export function nothingWhole(name: string, broken: readonly FoundHead[]): CairnError {
  const snapshots = lostSnapshots(broken, [])
  const cost = snapshots.length === 0 ? '' : ` These snapshots may need it: ${some(snapshots, 'more')}.`
  return new CairnError(
    'CAIRN_CACHE_SEGMENT_LOST',
    `The Actions cache has dropped data that the repository ${name} needs: ${lostSegmentWords(broken)}.${cost}`,
    {
      hint: 'Nothing more can be saved on top of it. Restore what is left, then begin anew under another name or delete the entries of this one.',
    },
  )
}

function shortKey(key: string): string {
  return `segment ${key.slice(key.lastIndexOf('/') + 1).slice(0, 12)}`
}

function timeWords(timeMs: number): string {
  return formatTimestamp(BigInt(timeMs) * 1_000_000n).replace(/\.\d+/, '')
}

function some(words: readonly string[], more: string): string {
  const shown = words.slice(0, MAX_NAMES).join(', ')
  return words.length > MAX_NAMES ? `${shown} and ${words.length - MAX_NAMES} ${more}` : shown
}
