/**
 * What the walk and a scout say to each other. A scout lists folders and looks at their entries, in a thread of its own.
 *
 * A report holds the findings of several folders: their names as one text, their facts as rows (`fs/entry-rows.ts`).
 */
/** A folder to look at. */
export interface ScoutRequest {
  readonly id: number
  readonly path: string | Uint8Array
  /** What the folder must still be when its entries were looked at. */
  readonly device: bigint
  readonly inode: bigint
  /** Compare with this earlier directory. */
  readonly earlier: EarlierFolder | undefined
}

export interface EarlierFolder {
  readonly objectId: string
  /** The directory object. */
  readonly bytes: Uint8Array
  /** The same value for all folders of an upload, as far as possible: within a message it is sent once. */
  readonly avoid: Avoided
  /** The directories below it, when they are few: then the whole tree is compared at once. */
  readonly below?: EarlierBelow | undefined
}

/** Directory objects one after the other, under their object IDs. */
export interface EarlierBelow {
  readonly ids: readonly string[]
  /** Where each ends in `bytes`. */
  readonly ends: Uint32Array
  readonly bytes: Uint8Array
}

/** A folder with an entry of such a name or inode is not compared: it needs a closer look. */
export interface Avoided {
  readonly names: readonly string[]
  readonly inodes: readonly bigint[]
}

export type ScoutMessage =
  | { readonly kind: 'look'; readonly requests: readonly ScoutRequest[] }
  /** Nothing is to be done at present: look at this folder and what lies below it, for when somebody asks. */
  | { readonly kind: 'ahead'; readonly path: string; readonly device: bigint; readonly inode: bigint }
  /** What was seen ahead does not count any more. */
  | { readonly kind: 'forget' }

export type ScoutFinding =
  /** `count` entries of the report; a folder that changed has no other answer. */
  | {
      readonly kind: 'listed'
      readonly id: number
      readonly count: number
      readonly vanished: number
      readonly failures: readonly { readonly name: string; readonly error: FaultText }[]
    }
  /** Files and links are exactly those of the earlier directory; `count` entries of the report, and of `earlier`, are the sub-folders. */
  | {
      readonly kind: 'same'
      readonly id: number
      readonly count: number
      readonly files: number
      readonly bytes: number
    }
  /** The folder has `entries` entries, and everything in it and below is as it was: so many files and links, their bytes, and folders. */
  | {
      readonly kind: 'whole'
      readonly id: number
      readonly entries: number
      readonly files: number
      readonly bytes: number
      readonly folders: number
    }
  /** Too many entries, or names that are not valid UTF-8: the walk looks at it itself. */
  | { readonly kind: 'unsuited'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly error: FaultText }

/** An error of the file system, by which it is made again on the other side. */
export interface FaultText {
  readonly code: 'CAIRN_FILE_VANISHED' | 'CAIRN_FILE_UNREADABLE' | 'CAIRN_FILE_CHANGED'
  readonly message: string
  readonly hint: string | undefined
}

export interface ScoutReport {
  readonly findings: readonly ScoutFinding[]
  /** Names of all entries of all findings, each followed by a zero character. */
  readonly names: string
  readonly facts: ArrayBuffer
  /** Earlier entries of the sub-folders of all findings that are the same, as directory objects hold them; text crosses threads cheaply. */
  readonly earlier: string
}

/** Entries of a folder that are looked at ahead of the walk. */
export const SCOUTED_ENTRIES = 1024
/** Bytes of an earlier directory that is worth being sent. */
export const SCOUTED_BYTES = 1024 * 1024
