/** A thing in the tree that is being snapshotted. */

export type EntryKind = 'directory' | 'file' | 'symlink' | 'other'

/** Facts from lstat. `name` is the text that is stored; `rawName` is set when the system's bytes are not valid UTF-8. */
export interface Entry {
  readonly name: string
  readonly rawName?: Buffer
  readonly kind: EntryKind
  /** The name in the folder when it is a placeholder of a shallow restore; `name` is that of what it stands for. */
  readonly placeholder?: string | Buffer
  /** Permission bits with setuid, setgid and sticky: 0..0o7777. */
  readonly mode: number
  /** Length of a file, byte length of a symlink's target, 0 for directories. */
  readonly size: number
  /** Nanoseconds since 1970. */
  readonly mtimeNs: bigint
  readonly uid: number
  readonly gid: number
  readonly device: bigint
  readonly inode: bigint
}
