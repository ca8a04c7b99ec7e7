/** What the pool needs of the writer: which contents are new, and where sealed ones go. */
import type { ContentId } from '../../api.ts'

/** A content that was claimed, with what the index has to know. */
export interface ClaimedContent {
  readonly id: ContentId
  readonly prefixByte: number
  readonly hash: Uint8Array
}

export interface ContentSink {
  /** True when the content is neither stored nor on its way: the caller must deliver it. Counts it as hashed. */
  claim(id: ContentId, prefixByte: number, hash: Uint8Array, plainLength: number): boolean
  /** Hands over a claimed content; `sealed` must not change any more. */
  deliver(content: ClaimedContent, originalLength: number, sealed: Uint8Array, compressionId: number): void
  /** Whether packs leave fast enough for more work to be started. */
  hasRoom(): boolean
}
