/**
 * What the main thread and a lane say to each other when files are restored.
 *
 * extract       -> extracted     sealed contents, each a whole file: opened and written
 * extract-piece -> extracted     one sealed content of a larger file: opened and written at its place in the open file
 *
 * Descriptors and `/proc/self/fd/…` belong to the process, so a lane reaches what the main thread has opened.
 */
import type { FileTarget, WriteRules } from '../../../util/file-target.ts'

/** What opening a sealed content takes. */
export interface SealedContent {
  readonly sealed: Uint8Array
  readonly hash: Uint8Array
  readonly originalLength: number
  readonly compressionId: number
}

export type ExtractRequest =
  | {
      readonly kind: 'extract'
      readonly job: number
      /** The sealed contents one after the other; goes back as `spare`. */
      readonly sealed: Uint8Array
      /** Where each ends in `sealed`. */
      readonly ends: Uint32Array
      /** Hashes one after the other, all of one length. */
      readonly hashes: Uint8Array
      readonly originalLengths: Uint32Array
      readonly compressionIds: Uint32Array
      readonly targets: readonly FileTarget[]
      readonly rules: WriteRules
    }
  | {
      readonly kind: 'extract-piece'
      readonly job: number
      readonly content: SealedContent
      readonly descriptor: number
      readonly position: number
      readonly isSparse: boolean
    }

/** Why a file could not be written. */
export interface ExtractFailure {
  /** Position in the batch. */
  readonly index: number
  /** The content is at fault, not the file system. */
  readonly isContent: boolean
  /** The system's code of the error. */
  readonly errno: string | undefined
  readonly text: string
}

export interface ExtractReply {
  readonly kind: 'extracted'
  readonly job: number
  /** Bits of `LOST` for each file. */
  readonly losses: Uint8Array
  readonly failures: readonly ExtractFailure[]
  /** Memory of a batch, to be used again. */
  readonly spare: ArrayBuffer | undefined
}

/** Whether a request is one of those above. */
export function isExtractRequest(request: { readonly kind: string }): request is ExtractRequest {
  return request.kind === 'extract' || request.kind === 'extract-piece'
}
