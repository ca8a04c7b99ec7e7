/** A repository in memory with writers and maintainers, a clock that is told when to move, and a model of what must be restorable. */

import { isCairnError } from '../../../src/errors.ts'
import { nullLogger } from '../../../src/log.ts'
import { DEFAULT_PARAMETERS, saveParameters } from '../../../src/maintenance/parameters.ts'
import { runMaintenance } from '../../../src/maintenance/run.ts'
import type { SafetyLevel } from '../../../src/maintenance/safety.ts'
import type { MaintenanceMode } from '../../../src/maintenance/schedule.ts'
import type { BlobStorage } from '../../../src/repo/blob/storage.ts'
import type { ContentFormat, OpenedFormat } from '../../../src/repo/format/index.ts'
import type { OpenedRepository } from '../../../src/repo/repository.ts'
import type { DirEntry } from '../../../src/snapshot/dir-entry.ts'
import { encodeDirectory } from '../../../src/snapshot/directory.ts'
import { EMPTY_STATS } from '../../../src/snapshot/stats.ts'
import { deleteSnapshot, listSnapshots, saveSnapshot } from '../../../src/snapshot/store.ts'
import { summarize } from '../../../src/snapshot/summary.ts'
import { walkTree } from '../../../src/snapshot/tree.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { openTestRepository, seededBytes, TEST_IDENTITY, testFormat } from '../../support/test-repository.ts'
import { DEFAULT_EPOCHS } from '../repo-content/epoch-parameters.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
const MINUTE_NS = 60_000_000_000n
/** A writer commits what it has at least this often. */
const MAX_DRAFT_MINUTES = 45

/** Small packs and quick epochs, so that short histories reach every step. */
export const SMALL: Partial<ContentFormat> = {
  maxPackSizeBytes: 12_000,
  epochs: {
    ...DEFAULT_EPOCHS,
    minEpochDurationNs: 60n * MINUTE_NS,
    advanceOnCount: 2,
    fullCheckpointFrequency: 2,
    cleanupSafetyMarginNs: 60n * MINUTE_NS,
  },
}
export const LEGACY: Partial<ContentFormat> = { ...SMALL, version: 1, indexVersion: 1, epochs: { ...DEFAULT_EPOCHS, enabled: false } }

interface Draft {
  readonly rootEntry: DirEntry
  readonly files: readonly number[]
  readonly sinceMs: number
}

interface Writer {
  readonly repository: OpenedRepository
  draft: Draft | undefined
}

/** The bytes of file number `file`, some longer than others. */
export function bytesOfFile(file: number): Uint8Array {
  return seededBytes(`file ${file}`, 400 + (file % 5) * 900)
}

/** Deriving the keys of a format takes longer than many histories. */
const unchanged = testFormat()

export class World {
  readonly clock = new FakeClock()
  readonly storage = new MapStorage({ clock: this.clock })
  readonly format: OpenedFormat
  /** ID of a snapshot -> the files in it. */
  readonly model = new Map<string, readonly number[]>()
  readonly #writers: (Writer | undefined)[] = []
  #deleted = new Set<string>()

  private constructor(format: OpenedFormat) {
    this.format = format
  }

  static async create(changes: Partial<ContentFormat> = SMALL): Promise<World> {
    const { content, ...format } = await unchanged
    const world = new World({ ...format, content: { ...content, ...changes } })
    const repository = await world.open()
    const owner = `${TEST_IDENTITY.userName}@${TEST_IDENTITY.host}`
    await saveParameters(repository, { ...DEFAULT_PARAMETERS, owner })
    await repository.flush()
    await repository.close()
    return world
  }

  async open(storage: BlobStorage = this.storage): Promise<OpenedRepository> {
    return await openTestRepository({ storage, format: this.format, clock: this.clock })
  }

  /** Moves the clock; writers whose draft gets too old commit first, as a real one saves a checkpoint. */
  async advance(minutes: number): Promise<void> {
    for (const number of this.#writers.keys()) {
      const draft = this.#writers[number]?.draft
      if (draft !== undefined && this.clock.nowMs() - draft.sinceMs + minutes * MINUTE_MS > MAX_DRAFT_MINUTES * MINUTE_MS) {
        await this.commit(number)
      }
    }
    this.clock.advance(minutes * MINUTE_MS)
  }

  /** A writer stores files and their directory, without committing; what it knows of the index may be as old as a real one lets it become. */
  async begin(number: number, files: readonly number[]): Promise<void> {
    const writer = await this.#writer(number)
    if (writer.draft !== undefined) return
    const { repository } = writer
    const entries: DirEntry[] = []
    for (const file of new Set(files)) {
      const bytes = bytesOfFile(file)
      const { id } = await repository.objects.writeBytes(bytes)
      entries.push(entryOf(`file-${file}`, 'f', id, bytes.length))
    }
    const summary = summarize(entries, 0n)
    const { id } = await repository.objects.writeBytes(encodeDirectory(entries, summary), { prefix: 'k' })
    writer.draft = { rootEntry: { ...entryOf('root', 'd', id, 0), summary }, files: [...new Set(files)], sinceMs: this.clock.nowMs() }
  }

  async commit(number: number): Promise<void> {
    const writer = this.#writers[number]
    if (writer?.draft === undefined) return
    const { rootEntry, files } = writer.draft
    writer.draft = undefined
    const nowNs = this.clock.nowNs()
    const source = { userName: 'builder', host: 'ci', path: `/${number}` }
    const manifest = {
      id: '',
      source,
      description: '',
      startTimeNs: nowNs,
      endTimeNs: nowNs,
      stats: EMPTY_STATS,
      rootEntry,
      tags: {},
      pins: [],
    }
    const { id } = await saveSnapshot(writer.repository, manifest)
    await writer.repository.flush()
    this.model.set(id, files)
  }

  /** The process of a writer ends at once. */
  async crash(number: number): Promise<void> {
    await this.#writers[number]?.repository.close()
    this.#writers[number] = undefined
  }

  async deleteSnapshot(number: number): Promise<void> {
    const id = [...this.model.keys()][number % Math.max(1, this.model.size)]
    if (id === undefined) return
    const repository = await this.open()
    await deleteSnapshot(repository, id)
    await repository.flush()
    await repository.close()
    this.model.delete(id)
    this.#deleted.add(id)
  }

  /** Runs maintenance through `storage`; that somebody else is at it, or that the storage fails as told, is fine. */
  async maintain(mode: MaintenanceMode, storage: BlobStorage = this.storage, safety: SafetyLevel = 'full'): Promise<void> {
    let repository: OpenedRepository | undefined
    try {
      repository = await this.open(storage)
      await runMaintenance(repository, { mode, safety, log: nullLogger })
    } catch (error) {
      if (!isCairnError(error, 'CAIRN_MAINTENANCE_BUSY') && !isCairnError(error, 'CAIRN_STORAGE_IO')) throw error
    } finally {
      await repository?.close()
    }
  }

  /** Reads every snapshot that must be there with a new client; returns what is wrong. */
  async check(): Promise<string[]> {
    const repository = await this.open()
    const wrong: string[] = []
    try {
      const snapshots = new Map((await listSnapshots(repository)).map((snapshot) => [snapshot.id, snapshot]))
      for (const id of snapshots.keys()) if (this.#deleted.has(id)) wrong.push(`${id} is back`)
      for (const [id, files] of this.model) {
        const root = snapshots.get(id)?.rootEntry
        if (root === undefined) wrong.push(`${id} is gone`)
        else wrong.push(...(await this.#checkTree(repository, id, root, files)))
      }
    } finally {
      await repository.close()
    }
    return wrong
  }

  /** How many blobs there are whose names start with a prefix. */
  countBlobs(prefix: string): number {
    return [...this.storage.blobs.keys()].filter((id) => id.startsWith(prefix)).length
  }

  async close(): Promise<void> {
    for (const number of this.#writers.keys()) await this.crash(number)
  }

  async #writer(number: number): Promise<Writer> {
    const present = this.#writers[number]
    if (present !== undefined) return present
    const writer = { repository: await this.open(), draft: undefined }
    this.#writers[number] = writer
    return writer
  }

  async #checkTree(repository: OpenedRepository, id: string, root: DirEntry, files: readonly number[]): Promise<string[]> {
    const wrong: string[] = []
    const missing = new Set(files.map((file) => `file-${file}`))
    for await (const event of walkTree(repository.objects, root)) {
      if (event.kind === 'unreadable') wrong.push(`${id}: ${event.error.message}`)
      if (event.kind !== 'entry') continue
      missing.delete(event.path)
      try {
        const bytes = await (await repository.objects.open(event.entry.objectId)).readAll()
        if (Buffer.compare(bytes, bytesOfFile(Number(event.path.slice(5)))) !== 0) wrong.push(`${id}: ${event.path} has other bytes`)
      } catch (error) {
        wrong.push(`${id}: ${event.path}: ${String(error)}`)
      }
    }
    for (const path of missing) wrong.push(`${id}: ${path} is missing`)
    return wrong
  }
}

function entryOf(name: string, type: 'f' | 'd', objectId: string, size: number): DirEntry {
  return { name, type, mode: type === 'd' ? 0o755 : 0o644, size, mtimeNs: 1n, uid: 0, gid: 0, objectId }
}
