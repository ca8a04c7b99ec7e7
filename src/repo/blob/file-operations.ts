/** What the filesystem storage asks of the operating system, as an interface so that tests can fail any step. */

export interface FileStatus {
  readonly isFile: boolean
  readonly isDirectory: boolean
  readonly sizeBytes: number
  readonly modifiedMs: number
  /** The same in nanoseconds, where the system tells it so exactly. */
  readonly modifiedNs?: bigint
}

export interface OpenedFile {
  /** Bytes read into `target` from its start; fewer than its length only at the end of the file. */
  read(target: Uint8Array, position: number): Promise<number>
  /** Appends; returns how many bytes were taken, which may be fewer than given. */
  write(parts: readonly Uint8Array[]): Promise<number>
  sync(): Promise<void>
  status(): Promise<FileStatus>
  changeOwner(uid: number, gid: number): Promise<void>
  /** Sets the time of modification; the system may round it up by a microsecond, never down. */
  changeTime(modifiedNs: bigint): Promise<void>
  close(): Promise<void>
}

/** Failures are the system's errors with a `code` such as `ENOENT`. */
export interface FileOperations {
  openForReading(path: string): Promise<OpenedFile>
  /** Creates and opens for writing; fails with EEXIST. */
  createNew(path: string, mode: number): Promise<OpenedFile>
  /** Names of a directory's entries. */
  readDirectory(path: string): Promise<{ readonly name: string; readonly isDirectory: boolean }[]>
  status(path: string): Promise<FileStatus>
  /** One directory, whose parent exists; `makeDirectories` makes several. */
  makeDirectory(path: string, mode: number): Promise<void>
  rename(from: string, to: string): Promise<void>
  /** A second name for a file; fails with EEXIST. */
  link(existing: string, name: string): Promise<void>
  remove(path: string): Promise<void>
  /** Makes the entries of a directory durable; does nothing where the system has no such call. */
  syncDirectory(path: string): Promise<void>
}
