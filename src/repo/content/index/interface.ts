/** Where a content is: one entry of an index (docs/repository-format.md, "Index files"). */
import type { ContentId } from '../../api.ts'

export interface IndexEntry {
  readonly id: ContentId
  readonly packBlobId: string
  /** Absolute offset of the sealed bytes in the pack, and their length. */
  readonly packOffset: number
  readonly packedLength: number
  /** Length of the plain content. */
  readonly originalLength: number
  /** Unix seconds. */
  readonly timestampSeconds: number
  readonly isDeleted: boolean
  /** 0 means stored plain. */
  readonly compressionId: number
  readonly formatVersion: number
  readonly encryptionKeyId: number
}
