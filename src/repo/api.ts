/**
 * What the rooms above the repository may use: types of the front door.
 *
 * `repository.ts` creates and opens; everything else about a repository is reached through the value it returns.
 */
import type { CairnError } from '../errors.ts'
import type { Clock } from '../util/clock.ts'
import type { FileTarget, WriteRules } from '../util/file-target.ts'

/** Text form of an object ID: `I`s of indirection, optional `Z`, optional prefix letter, hex (docs/repository-format.md, "Object IDs"). */
export type ObjectId = string

/** Text form of a content ID: optional prefix letter g-z, then the hash in hex. */
export type ContentId = string

export interface WriteOptions {
  /** `k` for directories, `m` for manifests; empty for file data. */
  readonly prefix?: '' | 'k' | 'm'
  /** Name from the compression table; absent or `none` stores plain. */
  readonly compressor?: string | undefined
  /** Compressor of the indirect lists of a large object; absent means that of directories, `zstd-fastest`. */
  readonly metadataCompressor?: string | undefined
  /** Overrides the splitter of the repository. */
  readonly splitter?: string | undefined
  /** Told when a large file, or a section of it, is begun how to store what there is of it meanwhile. */
  readonly onLargeFile?: ((storeSoFar: StoreSoFar) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** Makes an object of the first pieces of a file that is still being read; undefined while there is none. */
export type StoreSoFar = () => Promise<WrittenObject | undefined>

/** A regular file to be read by a worker. */
export interface FileRead {
  /** Absolute path as the system gave it; a Buffer when the name is not valid UTF-8. */
  readonly path: string | Buffer
  /** From lstat: the file that is opened must be this one. */
  readonly device: bigint
  readonly inode: bigint
  /** Expected length in bytes, only used to plan the work. */
  readonly size: number
  /** Above this size the file is cut in sections (docs/repository-format.md, "Concatenation"); 0 means never. */
  readonly sectionSize?: number
}

export interface WrittenObject {
  readonly id: ObjectId
  /** Bytes that were really read. */
  readonly length: number
  /** Bytes of contents that were not in the repository before. */
  readonly newBytes: number
}

/** What became of one of several files; undefined means that it has to be written alone. */
export type FileOutcome = WrittenObject | CairnError | undefined

/** What `writeFiles` takes at once. */
export const BATCH_LIMITS = { files: 128, bytes: 1024 * 1024 } as const

/** A folder to be read by a worker as a whole. */
export interface FolderRead {
  /** Absolute path. */
  readonly path: string
  /** From lstat: the folder that is opened must be this one. */
  readonly device: bigint
  readonly inode: bigint
  /** A folder with an entry of such a name or inode is not read. The same value for all folders of an upload, as far as possible. */
  readonly avoid: { readonly names: readonly string[]; readonly inodes: readonly bigint[] }
}

/** What a folder holds. */
export interface FolderOutcome {
  readonly names: readonly string[]
  /** Facts of the entries in rows (`fs/entry-rows.ts`). */
  readonly facts: BigInt64Array<ArrayBuffer>
  /** The object of each entry; undefined where it is no file, or a file that is to be written alone. */
  readonly objects: readonly (WrittenObject | undefined)[]
  /** Entries that went away between being listed and being looked at. */
  readonly vanished: number
}

/** A small object and the file that it becomes. */
export interface FileExtraction {
  readonly id: ObjectId
  /** Expected length in bytes. */
  readonly size: number
  readonly target: FileTarget
}

/**
 * What became of one of several files: what was lost of its attributes (bits of `LOST`), an error of the system, or undefined when it has to be
 * written alone, because it is not small, of another length, or could not be read.
 */
export type ExtractOutcome = number | Error | undefined

export interface ObjectReader {
  readonly length: number
  /** Contents in order, each at most a few MiB. Errors: CAIRN_CONTENT_MISSING, CAIRN_CONTENT_DAMAGED, CAIRN_OBJECT_DAMAGED. */
  chunks(signal?: AbortSignal): AsyncIterable<Uint8Array>
  /** The whole object; refuses with CAIRN_OBJECT_TOO_LARGE above `limit` bytes (default 256 MiB). */
  readAll(limit?: number): Promise<Uint8Array>
  /**
   * Writes the object to a file in a worker and resolves to what was lost of the attributes (bits of `LOST`). Nothing of `target` is touched any
   * more once it has settled. Absent where the object has to be read and written by the caller. Errors: those of `chunks` and of the system.
   */
  readonly extract?: (target: FileTarget, rules: WriteRules, signal?: AbortSignal) => Promise<number>
}

export interface ObjectManager {
  writeBytes(bytes: Uint8Array, options?: WriteOptions): Promise<WrittenObject>
  writeStream(chunks: AsyncIterable<Uint8Array>, options?: WriteOptions): Promise<WrittenObject>
  /** Read, hash, compress and encrypt in a worker. Errors: CAIRN_FILE_UNREADABLE, CAIRN_FILE_VANISHED, CAIRN_FILE_CHANGED. */
  writeFile(file: FileRead, options?: WriteOptions): Promise<WrittenObject>
  /**
   * Like `writeFile` for small files, which together fit a batch (`BATCH_LIMITS`): one answer for all. A file that is not small, or no longer,
   * has the outcome undefined and is to be written alone; an error that concerns one file is its outcome.
   */
  writeFiles(files: readonly FileRead[], options?: WriteOptions): Promise<readonly FileOutcome[]>
  /**
   * Lists a folder, looks at its entries and stores its small files, all in a worker: one answer for all; for where every file has to be read.
   * Undefined when the folder has anything that is not plain, so that it has to be looked at. Absent where files are read one by one.
   */
  readonly readFolder?: (folder: FolderRead, options?: WriteOptions) => Promise<FolderOutcome | undefined>
  open(id: ObjectId): Promise<ObjectReader>
  /**
   * Writes small objects, which together fit a batch (`BATCH_LIMITS`), to files in a worker: one answer for all. Nothing of the targets is touched
   * any more once it has come. Absent where objects have to be read and written by the caller.
   */
  readonly extractFiles?: (files: readonly FileExtraction[], rules: WriteRules) => Promise<readonly ExtractOutcome[]>
  /** Contents that make up the object, index contents included; CAIRN_CONTENT_MISSING when one is not in the index. */
  contentsOf(id: ObjectId): Promise<ContentId[]>
}

export interface ManifestEntry {
  readonly id: string
  readonly labels: Readonly<Record<string, string>>
  readonly modifiedNs: bigint
  /** Length of the payload JSON in bytes. */
  readonly length: number
}

export interface ManifestManager {
  /** Manifests whose labels contain all of `labels`, ascending by time. */
  find(labels: Readonly<Record<string, string>>): Promise<ManifestEntry[]>
  /** The payload as JSON text exactly as stored, with its entry; undefined when there is none. */
  get(id: string): Promise<{ readonly entry: ManifestEntry; readonly json: string } | undefined>
  /** `json` is stored as it stands; it becomes durable at the next flush. Returns the new ID. */
  put(labels: Readonly<Record<string, string>>, json: string): Promise<string>
  delete(id: string): Promise<void>
  /** Forget what was loaded and read the manifests again when next asked. */
  refresh(): Promise<void>
}

/** Totals since the repository was opened. */
export interface RepositoryCounters {
  readonly hashedBytes: number
  readonly hashedContents: number
  /** Contents that were new, their plain size and what was stored for them. */
  readonly newContents: number
  readonly newBytes: number
  readonly storedBytes: number
  readonly uploadedBytes: number
  readonly uploadedBlobs: number
}

/** `user@host` of the client, as recorded in sessions, snapshots and maintenance ownership. */
export interface ClientIdentity {
  readonly userName: string
  readonly host: string
}

/** When index blobs are gathered (docs/repository-format.md, "Epochs"). */
export interface EpochFacts {
  readonly refreshFrequencyNs: bigint
  readonly fullCheckpointFrequency: number
  readonly cleanupSafetyMarginNs: bigint
  readonly minEpochDurationNs: bigint
  readonly advanceOnCount: number
  readonly advanceOnTotalSizeBytes: number
  readonly deleteParallelism: number
}

/** For how long nobody may delete a blob. */
export interface BlobRetentionFacts {
  /** `GOVERNANCE`, `COMPLIANCE` or, on Azure, `Locked`. */
  readonly retentionMode: string
  readonly retentionPeriodNs: bigint
}

/** Facts of the format that other rooms and `repository status` show. */
export interface RepositoryFormatFacts {
  readonly formatVersion: number
  readonly hash: string
  readonly encryption: string
  readonly splitter: string
  readonly ecc: string
  readonly eccOverheadPercent: number
  readonly maxPackSizeBytes: number
  readonly indexVersion: number
  readonly epochsEnabled: boolean
  readonly epochs: EpochFacts
  readonly isPasswordChangeSupported: boolean
  /** 32 bytes as hex. */
  readonly uniqueId: string
  readonly keyDerivation: string
  /** How long the storage has to keep the blobs; undefined when it need not. */
  readonly blobRetention?: BlobRetentionFacts | undefined
}

export interface Repository {
  readonly facts: RepositoryFormatFacts
  readonly identity: ClientIdentity
  readonly clock: Clock
  readonly isReadOnly: boolean
  readonly objects: ObjectManager
  readonly manifests: ManifestManager
  counters(): RepositoryCounters
  /**
   * Makes everything written so far durable and visible: packs, then index blobs, then the session marker goes.
   * A flush that fails or is cancelled ends writing: what comes later fails with the same error, and reading still works.
   */
  flush(signal?: AbortSignal): Promise<void>
  /**
   * Makes what was flushed durable in a store that gathers, such as the Actions cache; does nothing in others. `snapshots` are the IDs of those
   * that count as saved from then on. Needed only where the repository was opened with `gathersFlushes`, or where blobs were changed directly.
   * One that failed can be repeated.
   */
  publish(snapshots: readonly string[], signal?: AbortSignal): Promise<void>
  /**
   * Begins the next index epoch when the present one is old and large enough, so that maintenance can compact it (docs/repository-format.md,
   * "Epochs"); returns its number, or undefined. For the end of a run.
   */
  advanceEpoch(signal?: AbortSignal): Promise<number | undefined>
  /** Sees what other writers have committed since. */
  refresh(): Promise<void>
  /** Ends the workers and closes the storage; what was not flushed is dropped. */
  close(): Promise<void>
}
