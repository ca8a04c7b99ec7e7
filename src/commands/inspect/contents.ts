/** Which contents of a repository to look at. */
import { throwIfCancelled } from '../../errors.ts'
import type { ContentManager } from '../../repo/content/content-manager.ts'
import type { IndexEntry } from '../../repo/content/index/interface.ts'

/** A part of all content IDs: `any` prefix letter, `none`, or a text that the ID begins with. */
export type ContentRange = { readonly kind: 'prefixed' | 'unprefixed' } | { readonly kind: 'starts'; readonly prefix: string }

export interface ContentSelection {
  readonly range: ContentRange
  readonly deleted: 'without' | 'with' | 'only'
}

/** The entries of the selection in the order of their IDs. */
export function* selectContents(contents: ContentManager, selection: ContentSelection, signal: AbortSignal): Generator<IndexEntry> {
  const { range, deleted } = selection
  const isInRange = rangeTest(range)
  const letter = range.kind === 'starts' && /^[g-z]/.test(range.prefix) ? { prefix: range.prefix.charAt(0) } : undefined
  for (const entry of contents.entries(range.kind === 'unprefixed' ? { prefix: '' } : letter)) {
    throwIfCancelled(signal)
    if (deleted === 'without' ? entry.isDeleted : deleted === 'only' && !entry.isDeleted) continue
    if (isInRange(entry.id)) yield entry
  }
}

function rangeTest(range: ContentRange): (id: string) => boolean {
  if (range.kind === 'starts') return (id) => id.startsWith(range.prefix)
  return range.kind === 'prefixed' ? (id) => id >= 'g' : (id) => id < 'g'
}
