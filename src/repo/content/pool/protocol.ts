/**
 * What the main thread and a lane say to each other. A lane is a worker thread, or the calling thread itself.
 *
 * files -> hashed -> seal -> sealed          a batch of small files; `drop` instead of `seal` when nothing in it is new
 * folders -> hashed -> seal -> sealed        folders with their small files, which are listed and looked at as well
 * piece -> hashed -> seal -> sealed          one content
 * cut   -> cut-off, more, cut-off, more ...  a large file, cut into pieces that are sent back as `piece`
 *
 * Hashing and sealing are two steps because only the main thread knows what is stored already; a lane has several jobs at a time, so it
 * never waits for the answer.
 */
import { BATCH_LIMITS } from '../../api.ts'
import type { CodecSettings } from '../content-codec.ts'

/** What a lane has to know to start with. */
export interface LaneSettings {
  readonly codec: CodecSettings
  /** Old repositories compress file data before hashing it (docs/repository-format.md, "Object IDs"). */
  readonly compressesBeforeHashing: boolean
}

/** A file to open: it must still be the one that lstat saw. */
export interface FileToOpen {
  readonly path: string | Uint8Array
  readonly device: bigint
  readonly inode: bigint
}

/** A folder to read as a whole: it must still be the one that lstat saw. */
export interface FolderToRead {
  readonly path: string
  readonly device: bigint
  readonly inode: bigint
}

/** How folders are read. */
export interface FolderRules {
  /** A folder with an entry of such a name or inode takes a closer look. */
  readonly avoid: { readonly names: readonly string[]; readonly inodes: readonly bigint[] }
  /** Longer files are written alone. */
  readonly maxFileBytes: number
}

/** What was found in a folder: so many of the rows; undefined when it takes a closer look. */
export type FolderFinding = { readonly count: number; readonly vanished: number } | undefined

/** What was found in some folders; those that are missing at the end were not begun. */
export interface FolderFindings {
  readonly findings: readonly FolderFinding[]
  /** Names of all entries, each followed by a zero character, and their rows (`fs/entry-rows.ts`): the mark is the number of a hash, from 1 on. */
  readonly names: string
  readonly facts: ArrayBuffer
}

export type LaneRequest =
  | {
      readonly kind: 'folders'
      readonly job: number
      readonly folders: readonly FolderToRead[]
      readonly rules: FolderRules
      readonly compressor: string | undefined
    }
  | {
      readonly kind: 'files'
      readonly job: number
      readonly paths: readonly (string | Uint8Array)[]
      /** Device and inode of each file, one after the other. */
      readonly identities: BigUint64Array
      readonly compressor: string | undefined
    }
  | { readonly kind: 'piece'; readonly job: number; readonly bytes: Uint8Array; readonly compressor: string | undefined }
  | {
      readonly kind: 'cut'
      readonly job: number
      readonly file: FileToOpen
      readonly startByte: number
      /** Undefined means to the end of the file. */
      readonly endByte: number | undefined
      readonly splitter: string
    }
  | { readonly kind: 'more'; readonly job: number; readonly spare: ArrayBuffer | undefined }
  | { readonly kind: 'seal'; readonly job: number; readonly wanted: Uint32Array }
  | { readonly kind: 'drop'; readonly job: number }

/** Why a file could not be read; `too-long` means that it no longer fits a batch and must be cut instead. */
export type FileFailureReason = 'unreadable' | 'vanished' | 'changed' | 'too-long'

export interface FileFailure {
  /** Position in the batch. */
  readonly index: number
  readonly reason: FileFailureReason
  readonly text: string
}

export type LaneReply =
  | {
      readonly kind: 'hashed'
      readonly job: number
      /** Hashes one after the other, zeros for failed files. */
      readonly hashes: Uint8Array
      /** Bytes read of each. */
      readonly lengths: Float64Array
      /** 1 where the content is a compressed payload, when the format compresses before hashing. */
      readonly compressedFirst: Uint8Array | undefined
      readonly failures: readonly FileFailure[]
      /** In answer to `folders`. */
      readonly folders?: FolderFindings | undefined
    }
  | {
      readonly kind: 'sealed'
      readonly job: number
      /** The wanted contents one after the other. */
      readonly bytes: Uint8Array
      /** Where each ends in `bytes`. */
      readonly ends: Uint32Array
      readonly compressionIds: Uint32Array
      /** Plain length of each. */
      readonly originalLengths: Uint32Array
      /** Memory of a large piece that is not needed any more; the next `more` takes it back. */
      readonly spare: ArrayBuffer | undefined
    }
  /** Memory of a large piece that turned out to be stored already. */
  | { readonly kind: 'spare'; readonly job: number; readonly spare: ArrayBuffer }
  | { readonly kind: 'cut-off'; readonly job: number; readonly bytes: Uint8Array; readonly isLast: boolean }
  | { readonly kind: 'cut-failed'; readonly job: number; readonly failure: FileFailure }

/** Sends a reply; `transfer` lists memory that changes hands. */
export type PostReply = (reply: LaneReply, transfer?: ArrayBuffer[]) => void

/** Largest file that goes into a batch, in bytes. */
export const SMALL_FILE_BYTES = 512 * 1024
/** Expected bytes in a batch, and files in it. */
export const { bytes: BATCH_BYTES, files: BATCH_FILES } = BATCH_LIMITS
