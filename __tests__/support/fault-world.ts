/**
 * A genuine repository with a history, and what can be done to it while its storage misbehaves: a snapshot, a restore, full maintenance. The model is
 * independent of the repository: SHA-256 values of the files as they were on disk when each snapshot was made.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { restore } from '../../src/commands/restore.ts'
import { createSnapshots } from '../../src/commands/snapshot-create.ts'
import { verifySnapshots } from '../../src/commands/snapshot-verify.ts'
import { CairnError } from '../../src/errors.ts'
import { nullLogger } from '../../src/log.ts'
import { DEFAULT_PARAMETERS, saveParameters } from '../../src/maintenance/parameters.ts'
import { runMaintenance } from '../../src/maintenance/run.ts'
import type { SafetyLevel } from '../../src/maintenance/safety.ts'
import { openFilesystemStorage } from '../../src/repo/blob/filesystem.ts'
import { retrying } from '../../src/repo/blob/retrying.ts'
import { blobPath, defaultSharding, SHARDS_OF_NEW_REPOSITORIES } from '../../src/repo/blob/sharding.ts'
import { formatShardsFile, SHARDS_FILE } from '../../src/repo/blob/shards-file.ts'
import type { BlobStorage } from '../../src/repo/blob/storage.ts'
import { changeParameters, readFormat } from '../../src/repo/change-format.ts'
import { createRepository } from '../../src/repo/create.ts'
import type { UnlockedFormat } from '../../src/repo/format/index.ts'
import { type OpenedRepository, type OpenOptions, repositoryOf } from '../../src/repo/repository.ts'
import type { SnapshotManifest } from '../../src/snapshot/manifest.ts'
import { deleteSnapshot, listSnapshots } from '../../src/snapshot/store.ts'
import { walkTree } from '../../src/snapshot/tree.ts'
import type { Clock } from '../../src/util/clock.ts'
import { testContext } from './command-context.ts'
import { FakeClock } from './fake-clock.ts'
import { MapStorage, type StoredBlob } from './map-storage.ts'
import { seededBytes, seededRandom, TEST_IDENTITY } from './test-repository.ts'

export const FAULT_PASSWORD = 'a password for tests'
const OWNER = `${TEST_IDENTITY.userName}@${TEST_IDENTITY.host}`
const MINUTE_MS = 60_000
const MINUTE_NS = 60_000_000_000n

/** Path -> SHA-256 of a file or `-> target` of a link. */
export type TreeModel = ReadonlyMap<string, string>

export type Operation = 'snapshot' | 'restore' | 'maintenance'

/** A state of the repository that any number of runs can start from, and what must be restorable from it. */
export interface BaseState {
  readonly blobs: ReadonlyMap<string, StoredBlob>
  readonly model: ReadonlyMap<string, TreeModel>
  /** The newest snapshot. */
  readonly latest: string
}

/** Each client has a seed of its own, or two of them would write blobs of the same names. */
let clients = 0

export class FaultWorld {
  readonly clock: FakeClock
  readonly format: UnlockedFormat
  readonly folder: string
  readonly base: BaseState

  private constructor(parts: { clock: FakeClock; format: UnlockedFormat; folder: string; base: BaseState }) {
    this.clock = parts.clock
    this.format = parts.format
    this.folder = parts.folder
    this.base = parts.base
  }

  /**
   * Builds the history inside `folder`; it ends at `nowMs`. Small packs and quick epochs, so that a few snapshots reach every step of
   * maintenance.
   */
  static async create(folder: string, nowMs: number): Promise<FaultWorld> {
    const clock = new FakeClock(nowMs - 30 * 24 * 60 * MINUTE_MS)
    const storage = new MapStorage({ clock })
    const access = { storage, password: FAULT_PASSWORD, clock, random: seededRandom('change') }
    const options = { storage, password: FAULT_PASSWORD, identity: TEST_IDENTITY, clock, random: seededRandom('create'), workers: 0 }
    await (await createRepository({ ...options, splitter: 'DYNAMIC-128K-BUZHASH', keyDerivation: 'pbkdf2-sha256-600000' })).close()
    // As quick as the format allows.
    const epochs = {
      minEpochDurationNs: 10n * MINUTE_NS,
      advanceOnCount: 10,
      fullCheckpointFrequency: 2,
      cleanupSafetyMarginNs: 10n * MINUTE_NS,
      refreshFrequencyNs: 3n * MINUTE_NS,
    }
    await changeParameters(access, { epochs })
    const { format } = await readFormat(access)
    const world = new FaultWorld({ clock, format, folder, base: { blobs: storage.blobs, model: new Map(), latest: '' } })
    const model = new Map<string, TreeModel>()
    const owner = await world.open(storage)
    await saveParameters(owner, { ...DEFAULT_PARAMETERS, owner: OWNER })
    await owner.flush()
    await owner.close()
    let latest = ''
    for (let generation = 0; generation < 8; generation++) {
      clock.advance(45 * MINUTE_MS)
      world.write(generation)
      latest = await world.snapshot(storage)
      model.set(latest, world.source())
      for (let note = 0; note < 4; note++) await world.#note(storage, `${generation} ${note}`)
      if (generation === 4) await world.maintain(storage, 'none')
    }
    const remover = await world.open(storage)
    for (const id of [...model.keys()].filter((_, i) => i === 1 || i === 3 || i === 6)) {
      await deleteSnapshot(remover, id)
      model.delete(id)
    }
    await remover.flush()
    await remover.close()
    clock.setMs(nowMs)
    world.write(8)
    return new FaultWorld({ clock, format, folder, base: { blobs: storage.blobs, model, latest } })
  }

  /** A small commit, for one more index blob. */
  async #note(storage: BlobStorage, name: string): Promise<void> {
    const repository = await this.open(storage)
    this.clock.advance(MINUTE_MS)
    await repository.manifests.put({ type: 'note', name }, '{}')
    await repository.flush()
    await repository.close()
  }

  /** What the next snapshot is made of. */
  get sourcePath(): string {
    return join(this.folder, 'source')
  }

  /** A copy of the base in memory. */
  map(): MapStorage {
    return new MapStorage({ clock: this.clock, blobs: new Map(this.base.blobs) })
  }

  /** A copy of the base in a folder; the one before is removed. */
  async files(): Promise<BlobStorage> {
    const path = join(this.folder, 'repository')
    rmSync(path, { recursive: true, force: true })
    mkdirSync(path)
    const sharding = defaultSharding(SHARDS_OF_NEW_REPOSITORIES)
    writeFileSync(join(path, SHARDS_FILE), formatShardsFile(sharding))
    for (const [id, { bytes, timestampMs }] of this.base.blobs) {
      const file = join(path, ...blobPath(sharding, id))
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, bytes)
      utimesSync(file, timestampMs / 1000, timestampMs / 1000)
    }
    return await openFilesystemStorage({ path })
  }

  async open(storage: BlobStorage, options: Partial<OpenOptions> = {}): Promise<OpenedRepository> {
    const random = seededRandom(`${process.pid} ${this.folder} ${clients++}`)
    return await repositoryOf({ storage, identity: TEST_IDENTITY, clock: this.clock, random, workers: 0, ...options }, this.format)
  }

  /** Does it as a command does: the storage is tried again when it was away. Errors are those of the command. */
  async perform(operation: Operation, faulty: BlobStorage): Promise<void> {
    const storage = retrying(faulty, { clock: this.clock, attempts: 4 })
    if (operation === 'snapshot') await this.snapshot(storage)
    else if (operation === 'maintenance') await this.maintain(storage, 'none')
    else await this.restore(storage, this.base.latest)
  }

  /** Snapshots the source; its ID. */
  async snapshot(storage: BlobStorage): Promise<string> {
    const repository = await this.open(storage)
    try {
      const context = testContext(this.sourcePath, { clock: standing(this.clock) })
      const source = { ...TEST_IDENTITY, path: '/data' }
      const { created, failure } = await createSnapshots(context, repository, {
        sources: [{ path: this.sourcePath, source }],
        tags: {},
        description: '',
        pins: [],
        mayRunHooks: false,
        parallel: 2,
        forceHashPercent: 0,
        isFailFast: false,
        maxReadBytes: 0,
        repositoryPath: undefined,
      })
      if (failure !== undefined) throw failure
      const [{ report, manifest } = { report: undefined, manifest: undefined }] = created
      if (report?.error !== undefined) throw new CairnError(report.error.code, report.error.message)
      if (manifest === undefined) throw new Error('Nothing was saved, and no error was told.')
      return manifest.id
    } finally {
      await repository.close()
    }
  }

  async maintain(storage: BlobStorage, safety: SafetyLevel): Promise<void> {
    const repository = await this.open(storage)
    try {
      await runMaintenance(repository, { mode: 'full', safety, log: nullLogger })
    } finally {
      await repository.close()
    }
  }

  /** Restores a snapshot to disk, and compares what is there with the model whenever the restore says that it is whole. */
  async restore(storage: BlobStorage, id: string): Promise<void> {
    const target = join(this.folder, `restored-${clients}`)
    const repository = await this.open(storage, { readonly: true, tolerates: 'indexes' })
    try {
      const report = await restore(testContext(this.folder), repository, { from: id, target, options: { parallel: 2 } })
      const model = this.base.model.get(id) ?? new Map()
      const restored = treeOnDisk(target)
      const [failure] = report.failures
      const wrong = differences(model, restored).filter((line) => failure === undefined || line.endsWith('has other bytes'))
      if (wrong.length > 0) throw new Error(`The restore gave ${wrong.join(', ')}.`)
      if (failure !== undefined) throw new CairnError(failure.code, failure.message)
    } finally {
      await repository.close()
      rmSync(target, { recursive: true, force: true })
    }
  }

  /**
   * The oracle: everything committed restores bit for bit, whatever else is there is complete, verification finds nothing, and the next
   * snapshot works. Returns what is wrong.
   */
  async check(storage: BlobStorage, expectsNew = false): Promise<string[]> {
    const wrong = await this.findings(storage, expectsNew)
    try {
      const id = await this.snapshot(storage)
      const repository = await this.open(storage)
      try {
        wrong.push(...(await this.#compare(repository, id, this.source())))
      } finally {
        await repository.close()
      }
    } catch (error) {
      wrong.push(`The next snapshot fails: ${String(error)}`)
    }
    return wrong
  }

  /** The part of the oracle that writes nothing: what is wrong with the snapshots that are there. */
  async findings(storage: BlobStorage, expectsNew: boolean): Promise<string[]> {
    const wrong: string[] = []
    const repository = await this.open(storage, { readonly: true, tolerates: 'indexes' })
    try {
      const found = new Map((await listSnapshots(repository)).map((manifest) => [manifest.id, manifest]))
      for (const [id, model] of this.base.model) {
        if (found.has(id)) wrong.push(...(await this.#compare(repository, id, model)))
        else wrong.push(`Snapshot ${id} is gone.`)
      }
      const others = [...found.values()].filter(({ id }) => !this.base.model.has(id))
      if (expectsNew && !others.some(({ incomplete }) => incomplete === undefined)) wrong.push('The new snapshot is not there.')
      for (const { id, incomplete } of others) {
        if (incomplete === undefined) wrong.push(...(await this.#compare(repository, id, this.source())))
      }
      for (const { what, error } of await repository.care.damage()) wrong.push(`The ${what}: ${error.message}`)
      wrong.push(...(await this.#verify(repository)))
    } finally {
      await repository.close()
    }
    return wrong
  }

  async #verify(repository: OpenedRepository): Promise<string[]> {
    const report = await verifySnapshots(testContext(this.folder), repository, {
      isAll: true,
      snapshotIds: [],
      sources: [],
      directories: [],
      files: [],
      readPercent: 0,
      maxErrors: 0,
      parallel: 4,
      fileParallel: 2,
      queueLength: 100,
      nameOf: ({ id }: SnapshotManifest) => id,
    })
    return report.findings.map(({ path, error }) => `Verification: ${path}: ${error.message}`)
  }

  async #compare(repository: OpenedRepository, id: string, model: TreeModel): Promise<string[]> {
    const manifest = (await listSnapshots(repository)).find((snapshot) => snapshot.id === id)
    if (manifest?.rootEntry === undefined) return [`Snapshot ${id} has no root.`]
    const found = new Map<string, string>()
    try {
      for await (const event of walkTree(repository.objects, manifest.rootEntry)) {
        if (event.kind === 'unreadable') return [`Snapshot ${id}: ${event.error.message}`]
        if (event.kind !== 'entry') continue
        const bytes = await (await repository.objects.open(event.entry.objectId)).readAll()
        found.set(event.path, event.entry.type === 's' ? `-> ${Buffer.from(bytes).toString()}` : sha256(bytes))
      }
    } catch (error) {
      return [`Snapshot ${id}: ${String(error)}`]
    }
    return differences(model, found).map((line) => `Snapshot ${id}: ${line}`)
  }

  /** The source as it is on disk. */
  source(): TreeModel {
    return treeOnDisk(this.sourcePath)
  }

  /** Brings the source on disk to its state number `generation`: some files stay, some change, some come and go. */
  write(generation: number): void {
    rmSync(this.sourcePath, { recursive: true, force: true })
    const write = (path: string, bytes: Uint8Array | string) => {
      mkdirSync(dirname(join(this.sourcePath, path)), { recursive: true })
      writeFileSync(join(this.sourcePath, path), bytes)
    }
    write('same.txt', 'the same in each generation\n')
    write('empty', '')
    write('large.bin', seededBytes(`large ${Math.floor(generation / 3)}`, 300_000))
    write('changing.txt', `generation ${generation}\n`)
    write('docs/often.bin', seededBytes(`often ${generation}`, 3000))
    write(`docs/deep/only-${generation}.bin`, seededBytes(`only ${generation}`, 9000))
    for (let i = generation; i < generation + 4; i++) write(`passing/${i}.bin`, seededBytes(`passing ${i}`, 1500))
    symlinkSync('same.txt', join(this.sourcePath, 'link'))
  }
}

/** The same time; but who sleeps does not move it, and wakes only when told: checkpoints of long snapshots never come. */
function standing(clock: FakeClock): Clock {
  return {
    nowNs: () => clock.nowNs(),
    nowMs: () => clock.nowMs(),
    monotonicMs: () => clock.monotonicMs(),
    sleep: (_ms, signal) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true })),
  }
}

function treeOnDisk(folder: string): TreeModel {
  const tree = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(folder.length + 1)
    if (entry.isSymbolicLink()) tree.set(name, `-> ${readlinkSync(path)}`)
    else if (entry.isFile()) tree.set(name, sha256(readFileSync(path)))
  }
  return tree
}

function differences(expected: TreeModel, found: TreeModel): string[] {
  const wrong: string[] = []
  for (const [path, hash] of expected) {
    if (!found.has(path)) wrong.push(`${path} is missing`)
    else if (found.get(path) !== hash) wrong.push(`${path} has other bytes`)
  }
  for (const path of found.keys()) if (!expected.has(path)) wrong.push(`${path} was never stored`)
  return wrong
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
