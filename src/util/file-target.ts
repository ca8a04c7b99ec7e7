/** Files to be written: where, with which owner, mode and times, and what could not be given to them. */

/** The attributes of one thing. */
export interface FileAttributes {
  readonly uid: number
  readonly gid: number
  /** POSIX bits 0..0o7777. */
  readonly mode: number
  /** Seconds since 1970 as decimal text, for both times: Node takes a negative number for "now". */
  readonly mtime: string
}

/** Which attributes are set at all, and how bravely. */
export interface AttributeRules {
  readonly skipOwners: boolean
  readonly skipPermissions: boolean
  readonly skipTimes: boolean
  /** Errors of chmod and utimes are counted instead of thrown. */
  readonly ignorePermissionErrors: boolean
}

/** What could not be given back to one thing: the sum of these bits. */
export const LOST = { owner: 1, specialBits: 2, mode: 4, time: 8 } as const

/** What the files of one restore have in common. */
export interface WriteRules extends AttributeRules {
  /** Blocks of zeros take no space. */
  readonly isSparse: boolean
  /** The bytes are on the disk before the file gets its name. */
  readonly isFlushed: boolean
}

/** A file to be written. */
export interface FileTarget {
  /** It is written under this name, which nothing has, and renamed to `final` when it is whole; undefined writes `final` itself, which is new too. */
  readonly temporary: string | undefined
  readonly final: string
  readonly attributes: FileAttributes
}
