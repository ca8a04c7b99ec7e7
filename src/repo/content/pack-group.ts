/** Which contents share packs (docs/repository-format.md, "Packs"). */

/**
 * Large contents, mostly pieces of large files, lie apart: among them small ones would be spread over many packs, of which reading takes parts.
 */
export type PackGroup = 'small' | 'large' | 'metadata'

/** From here on a sealed content is large; such contents are read alone (`pack-reader.ts`). */
const LARGE_BYTES = 1024 * 1024

/** Where a content goes: one with a prefix letter to the metadata, every other by its sealed length. */
export function packGroupOf(hasPrefix: boolean, packedBytes: number): PackGroup {
  if (hasPrefix) return 'metadata'
  return packedBytes < LARGE_BYTES ? 'small' : 'large'
}

/** What is known of a pack while the contents in it are gone through. */
export interface PackUse {
  /** Bytes of contents that the index knows in it. */
  bytes: number
  /** Its contents, as a new pack would take them: small when only one is. */
  group: PackGroup
}

/** Counts one more content of a pack; `use` is undefined for the first. */
export function withContent(use: PackUse | undefined, hasPrefix: boolean, packedBytes: number): PackUse {
  const group = packGroupOf(hasPrefix, packedBytes)
  if (use === undefined) return { bytes: packedBytes, group }
  use.bytes += packedBytes
  if (group === 'small') use.group = group
  return use
}

/** The packs of which there are at least two of a group: the contents of one alone would only become another such pack. */
export function packsToMerge<Pack>(short: Iterable<readonly [pack: Pack, use: PackUse]>): Set<Pack> {
  const groups = new Map<PackGroup, Pack[]>()
  for (const [pack, { group }] of short) groups.set(group, [...(groups.get(group) ?? []), pack])
  return new Set([...groups.values()].filter((packs) => packs.length > 1).flat())
}
