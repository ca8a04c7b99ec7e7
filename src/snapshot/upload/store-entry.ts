/**
 * Turns one file or link into an entry: the earlier object when its metadata are the same, else by reading it
 * (docs/repository-format.md, "Incremental snapshots").
 */
import { isCairnError } from '../../errors.ts'
import type { Entry } from '../../fs/entry.ts'
import { type LocalPath, readLocalSymlink } from '../../fs/local.ts'
import { compressorForFile, compressorForMetadata } from '../../policy/compressor-choice.ts'
import type { Policy } from '../../policy/policy.ts'
import type { FileRead, ObjectManager, StoreSoFar, WriteOptions, WrittenObject } from '../../repo/api.ts'
import type { DirEntry } from '../dir-entry.ts'
import type { OpenFile, OpenFolders } from './checkpoint.ts'
import { standsAt } from './replaced.ts'
import { isSame } from './same.ts'
import type { UploadStop } from './stop.ts'
import type { UploadTally } from './tally.ts'

/** What storing needs beside the entry. */
export interface StoreContext {
  readonly objects: ObjectManager
  readonly tally: UploadTally
  readonly keepsTimes: boolean
  /** Aborted when the upload fails. */
  readonly signal: AbortSignal
  /** Says when nothing more is to be begun. */
  readonly stop: UploadStop
  readonly openFolders: OpenFolders
}

/** Whether an entry is missing because the upload was ended, which is no failure. */
export function isCutShort({ stop, signal }: StoreContext, error: unknown): boolean {
  return stop.reason !== undefined && !signal.aborted && isCairnError(error, 'CAIRN_CANCELLED')
}

/** The stored form of `entry` with the given object. */
export function dirEntryOf(entry: Entry, objectId: string, size: number): DirEntry {
  const { name, rawName, mode, mtimeNs, uid, gid } = entry
  const stored: DirEntry = { name, type: entry.kind === 'symlink' ? 's' : 'f', mode, size, mtimeNs, uid, gid, objectId }
  return rawName === undefined ? stored : { ...stored, rawName }
}

/**
 * Reads and stores a regular file; `path` is where it is, `relativePath` what it is called in messages.
 * Errors: CAIRN_FILE_VANISHED, CAIRN_FILE_UNREADABLE, CAIRN_FILE_CHANGED when it was replaced by something else, and what storing throws.
 */
export async function storeFile(
  context: StoreContext,
  path: LocalPath,
  relativePath: string,
  entry: Entry,
  policy: Policy,
): Promise<DirEntry> {
  const { tally } = context
  let current = entry
  let written: WrittenObject
  const begun: OpenFile[] = []
  const onLargeFile = (storeSoFar: StoreSoFar) => void begun.push(context.openFolders.openFile(relativePath, current, storeSoFar))
  try {
    written = await writeFile(context, path, current, policy, onLargeFile)
  } catch (error) {
    // Editors replace files by renaming: what stands there now is read once.
    if (!isCairnError(error, 'CAIRN_FILE_CHANGED')) throw error
    const now = standsAt(path, entry)
    if (now?.kind !== 'file') throw error
    current = now
    written = await writeFile(context, path, current, policy, onLargeFile)
  } finally {
    for (const file of begun) context.openFolders.closeFile(file)
  }
  return fileEntry(tally, relativePath, current, written, policy)
}

/** Stores a file or link, or what has taken its place meanwhile. Errors: as `storeFile`. */
export async function storeEntry(
  context: StoreContext,
  path: LocalPath,
  relativePath: string,
  entry: Entry,
  policy: Policy,
): Promise<DirEntry> {
  const store = async (current: Entry) =>
    current.kind === 'symlink'
      ? await storeLink(context, path, current, policy)
      : await storeFile(context, path, relativePath, current, policy)
  try {
    return await store(entry)
  } catch (error) {
    if (!isCairnError(error, 'CAIRN_FILE_CHANGED')) throw error
    const now = standsAt(path, entry)
    if (now === undefined || now.kind === entry.kind || (now.kind !== 'file' && now.kind !== 'symlink')) throw error
    return await store(now)
  }
}

/** The entry of a file that was written, and its part in the totals. */
export function fileEntry(tally: UploadTally, relativePath: string, entry: Entry, written: WrittenObject, policy: Policy): DirEntry {
  if (written.length !== entry.size) tally.odd('size', relativePath)
  const sectionSize = sectionSizeOf(policy)
  tally.newBytes += written.newBytes
  tally.hashed(written.length, sectionSize > 0 && entry.size > sectionSize ? Math.floor(entry.size / sectionSize) + 1 : 1)
  return dirEntryOf(entry, written.id, written.length)
}

/** What a worker has to know of a file. */
export function fileRead(path: LocalPath, { device, inode, size }: Entry, policy: Policy): FileRead {
  return { path, device, inode, size, sectionSize: sectionSizeOf(policy) }
}

async function writeFile(
  context: StoreContext,
  path: LocalPath,
  entry: Entry,
  policy: Policy,
  onLargeFile: WriteOptions['onLargeFile'],
): Promise<WrittenObject> {
  const compressor = compressorForFile(policy.compression, entry.name, entry.size)
  return await context.objects.writeFile(fileRead(path, entry, policy), {
    ...writeOptions(policy, compressor, context.stop.signal),
    onLargeFile,
  })
}

/** How files with this compressor are written. */
export function writeOptions(policy: Policy, compressor: string | undefined, signal: AbortSignal): WriteOptions {
  const metadataCompressor = compressorForMetadata(policy) ?? 'none'
  return { compressor, metadataCompressor, splitter: policy.splitter?.algorithm || undefined, signal }
}

/** Stores the target of a link, byte for byte. Errors: as `readLocalSymlink`, and what storing throws. */
export async function storeLink(context: StoreContext, path: LocalPath, entry: Entry, policy: Policy): Promise<DirEntry> {
  const target = readLocalSymlink(path)
  const metadataCompressor = compressorForMetadata(policy) ?? 'none'
  const written = await context.objects.writeBytes(target, { metadataCompressor, signal: context.signal })
  context.tally.newBytes += written.newBytes
  return dirEntryOf(entry, written.id, target.length)
}

/** `entry`, with the earlier mtime when it is the same thing as `compared` and times are kept. */
export function withKeptTime(context: StoreContext, entry: DirEntry, compared: DirEntry | undefined): DirEntry {
  if (!context.keepsTimes || compared === undefined || !isSame(entry, compared)) return entry
  return entry.mtimeNs === compared.mtimeNs ? entry : { ...entry, mtimeNs: compared.mtimeNs }
}

/** Above this many bytes a file is stored in sections; 0 means never. */
export function sectionSizeOf(policy: Policy): number {
  // Kopia divides by zero when 0 is stored; it means never here.
  return Math.max(0, policy.upload?.parallelUploadAboveSize ?? 0)
}
