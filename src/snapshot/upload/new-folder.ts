/**
 * Folders that earlier snapshots do not have: every file in them has to be read, so that a worker lists, looks and reads in one go, and the walk
 * gets only the entries that are left.
 */
import type { Entry } from '../../fs/entry.ts'
import { RowView } from '../../fs/entry-rows.ts'
import type { LocalPath } from '../../fs/local.ts'
import { compressorForAll } from '../../policy/compressor-choice.ts'
import { BATCH_LIMITS, type FolderOutcome, type FolderRead } from '../../repo/api.ts'
import type { DirEntry } from '../dir-entry.ts'
import type { EntryLog } from './entry-log.ts'
import { type FolderTask, type OpenFolder, treatsAllAlike } from './folder.ts'
import type { FileIdentity, UploadRequest } from './request.ts'
import { avoidedBy } from './scout/earlier.ts'
import { type StoreContext, sectionSizeOf, writeOptions } from './store-entry.ts'

export class NewFolders {
  readonly #request: UploadRequest
  readonly #context: StoreContext
  readonly #entryLog: EntryLog

  constructor(request: UploadRequest, context: StoreContext, entryLog: EntryLog) {
    this.#request = request
    this.#context = context
    this.#entryLog = entryLog
  }

  /** Reads the folder as a whole; undefined when it is not new, or when anything in it could be treated in another way than the rest. */
  async read(task: FolderTask, path: LocalPath, { device, inode }: FileIdentity): Promise<FolderOutcome | undefined> {
    const { objects, signal, stop } = this.#context
    const { policy, previous } = task
    if (objects.readFolder === undefined || typeof path !== 'string' || stop.reason !== undefined) return undefined
    if (previous.compared !== undefined || previous.others.length > 0 || (this.#request.limits?.maxReadBytes ?? 0) > 0) return undefined
    if (!treatsAllAlike(task)) return undefined
    const compressor = compressorForAll(policy.policy.compression)
    const sectionSize = sectionSizeOf(policy.policy)
    if (compressor === 'varies' || (sectionSize > 0 && sectionSize < BATCH_LIMITS.bytes)) return undefined
    const folder: FolderRead = { path, device, inode, avoid: avoidedBy(this.#request, policy.ignoreDotFiles) }
    return await objects.readFolder(folder, writeOptions(policy.policy, compressor.name, signal))
  }

  /** Adds the files that were read to the folder, and returns the other entries. */
  take({ content, task }: OpenFolder, { names, facts, objects }: FolderOutcome, beganMs: number): Entry[] {
    const { tally } = this.#context
    const rows = new RowView(facts)
    const others: Entry[] = []
    let files = 0
    let bytes = 0
    for (const [row, name] of names.entries()) {
      const object = objects[row]
      if (object === undefined) {
        others.push(rows.entry(row, name))
        continue
      }
      const { id: objectId, length: size, newBytes } = object
      const stored: DirEntry = {
        name,
        type: 'f',
        mode: rows.mode(row),
        size,
        mtimeNs: rows.mtimeNs(row),
        uid: rows.uid(row),
        gid: rows.gid(row),
        objectId,
      }
      const path = content.pathOf(name)
      if (size !== rows.size(row)) tally.odd('size', path)
      files++
      bytes += size
      tally.newBytes += newBytes
      tally.compare(path, stored, undefined)
      this.#entryLog.stored(path, stored, task.policy.policy, beganMs)
      content.add(stored, undefined)
    }
    if (files > 0) tally.hashedAll(files, bytes)
    return others
  }
}
