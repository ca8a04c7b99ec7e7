/** A small repository in memory whose every object lies in a pack of its own, so that single things can be damaged. */
import { nullLogger } from '../../src/log.ts'
import type { SourceInfo } from '../../src/policy/target.ts'
import type { Repository } from '../../src/repo/api.ts'
import type { ContentFormat, OpenedFormat } from '../../src/repo/format/index.ts'
import { type OpenedRepository, type OpenOptions, repositoryOf } from '../../src/repo/repository.ts'
import type { DirEntry } from '../../src/snapshot/dir-entry.ts'
import { encodeDirectory, sortEntries } from '../../src/snapshot/directory.ts'
import type { SnapshotManifest } from '../../src/snapshot/manifest.ts'
import { EMPTY_STATS } from '../../src/snapshot/stats.ts'
import { saveSnapshot } from '../../src/snapshot/store.ts'
import { summarize } from '../../src/snapshot/summary.ts'
import { utf8 } from '../../src/util/bytes.ts'
import { FakeClock } from './fake-clock.ts'
import { MapStorage } from './map-storage.ts'
import { seededBytes, seededRandom, TEST_IDENTITY, testFormat } from './test-repository.ts'

export const DAMAGE_SOURCE: SourceInfo = { ...TEST_IDENTITY, path: '/data' }

/** 2023-11-14T22:13:20Z. */
const TIME_NS = 1_700_000_000_000_000_000n

/** Text of a file, bytes of one, or a folder; a link is `-> target`. */
export interface Tree {
  readonly [name: string]: string | Uint8Array | Tree
}

/** Each client has a seed of its own, or two of them would write blobs of the same names. */
let clients = 0

let base: Promise<OpenedFormat> | undefined

export class DamagedRepository {
  readonly storage: MapStorage
  readonly clock = new FakeClock(Date.UTC(2026, 0, 1))
  readonly #format: OpenedFormat
  /** Object ID of each path. */
  readonly ids: Record<string, string> = {}
  /** Packs that hold the object, its parts included, and the index blob and pack of each manifest by `manifest of NAME`. */
  readonly packs: Record<string, readonly string[]> = {}
  readonly indexes: Record<string, readonly string[]> = {}
  readonly snapshots: Record<string, SnapshotManifest> = {}

  private constructor(format: OpenedFormat, storage: MapStorage) {
    this.#format = format
    this.storage = storage
  }

  /** An empty repository, with other settings than usual when some are given. */
  static async create(changes: Partial<ContentFormat> = {}): Promise<DamagedRepository> {
    // Making a key from a password takes long: it is made once.
    base ??= testFormat({ splitter: 'DYNAMIC-128K-BUZHASH' })
    const opened = await base
    const format = { ...opened, content: { ...opened.content, ...changes } }
    return new DamagedRepository(format, new MapStorage({ clock: new FakeClock() }))
  }

  /** The same repository, to be damaged in another way. */
  copy(): DamagedRepository {
    const copy = new DamagedRepository(this.#format, this.storage.snapshot())
    copy.clock.setMs(this.clock.nowMs())
    Object.assign(copy.ids, this.ids)
    Object.assign(copy.packs, this.packs)
    Object.assign(copy.indexes, this.indexes)
    Object.assign(copy.snapshots, this.snapshots)
    return copy
  }

  /** A new client of the repository. */
  async open(options: Partial<OpenOptions> = {}): Promise<OpenedRepository> {
    const { storage, clock } = this
    const random = seededRandom(`damage ${clients++}`)
    const defaults = { storage, identity: TEST_IDENTITY, clock, random, workers: 0, log: nullLogger }
    return await repositoryOf({ ...defaults, ...options }, this.#format)
  }

  /** A client that reads what is intact, as commands that only read do. */
  async reader(options: Partial<OpenOptions> = {}): Promise<OpenedRepository> {
    return await this.open({ readonly: true, tolerates: 'indexes', ...options })
  }

  /** Stores a snapshot called `name`; every object is flushed by itself. */
  async save(name: string, tree: Tree, facts: Partial<SnapshotManifest> = {}): Promise<SnapshotManifest> {
    const repository = await this.open()
    const rootEntry = await this.#directory(repository, name, 'data', tree)
    this.clock.advance(60_000)
    const startTimeNs = this.clock.nowNs()
    const manifest = await this.#tracked(repository, `manifest of ${name}`, () =>
      saveSnapshot(repository, {
        id: '',
        source: DAMAGE_SOURCE,
        description: name,
        startTimeNs,
        endTimeNs: startTimeNs + 1n,
        stats: EMPTY_STATS,
        rootEntry,
        tags: {},
        pins: [],
        ...facts,
      }),
    )
    await repository.close()
    this.snapshots[name] = manifest
    return manifest
  }

  /** Stores a snapshot whose root is whatever these bytes are. */
  async saveRoot(name: string, bytes: Uint8Array): Promise<SnapshotManifest> {
    const repository = await this.open()
    const { id } = await repository.objects.writeBytes(bytes, { prefix: 'k' })
    await repository.flush()
    await repository.close()
    this.ids[name] = id
    const rootEntry: DirEntry = { name: 'data', type: 'd', mode: 0o755, size: 0, mtimeNs: TIME_NS, ...OWNER, objectId: id }
    return await this.save(name, {}, { rootEntry })
  }

  /** Takes a blob away. */
  remove(blobId: string): void {
    if (!this.storage.blobs.delete(blobId)) throw new Error(`There is no blob ${blobId}.`)
  }

  /** Turns over every bit of a blob. */
  corrupt(blobId: string): void {
    this.#change(blobId, (bytes) => bytes.map((byte) => byte ^ 0xff))
  }

  /** Leaves only the first bytes of a blob. */
  truncate(blobId: string): void {
    this.#change(blobId, (bytes) => bytes.slice(0, 10))
  }

  /** The only pack of an object. */
  pack(path: string): string {
    const [pack, ...others] = this.packs[path] ?? []
    if (pack === undefined || others.length > 0) throw new Error(`${path} is in ${others.length + (pack === undefined ? 0 : 1)} packs.`)
    return pack
  }

  #change(blobId: string, change: (bytes: Uint8Array) => Uint8Array): void {
    const blob = this.storage.blobs.get(blobId)
    if (blob === undefined) throw new Error(`There is no blob ${blobId}.`)
    this.storage.blobs.set(blobId, { ...blob, bytes: change(blob.bytes) })
  }

  async #directory(repository: Repository, path: string, name: string, tree: Tree): Promise<DirEntry> {
    const entries: DirEntry[] = []
    for (const [child, value] of Object.entries(tree)) {
      const childPath = `${path}/${child}`
      if (typeof value === 'string' || value instanceof Uint8Array) entries.push(await this.#file(repository, childPath, child, value))
      else entries.push(await this.#directory(repository, childPath, child, value))
    }
    const summary = summarize(entries, TIME_NS)
    const bytes = encodeDirectory(sortEntries(entries), summary)
    const written = await this.#tracked(repository, path, () => repository.objects.writeBytes(bytes, { prefix: 'k' }))
    this.ids[path] = written.id
    return { name, type: 'd', mode: 0o755, size: summary.size, mtimeNs: TIME_NS, ...OWNER, objectId: written.id, summary }
  }

  async #file(repository: Repository, path: string, name: string, value: string | Uint8Array): Promise<DirEntry> {
    const target = typeof value === 'string' && value.startsWith('-> ') ? value.slice(3) : undefined
    const bytes = typeof value === 'string' ? utf8(target ?? value) : value
    const written = await this.#tracked(repository, path, () => repository.objects.writeBytes(bytes))
    this.ids[path] = written.id
    const [type, mode] = target === undefined ? (['f', 0o644] as const) : (['s', 0o777] as const)
    return { name, type, mode, size: bytes.length, mtimeNs: TIME_NS, ...OWNER, objectId: written.id }
  }

  /** Runs `work`, flushes, and notes the packs and index blobs that are new. */
  async #tracked<R>(repository: Repository, name: string, work: () => Promise<R>): Promise<R> {
    const before = new Set(this.storage.blobs.keys())
    const result = await work()
    await repository.flush()
    const added = [...this.storage.blobs.keys()].filter((id) => !before.has(id))
    this.packs[name] = added.filter((id) => /^[pq]/.test(id))
    this.indexes[name] = added.filter((id) => id.startsWith('xn'))
    return result
  }
}

const OWNER = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }

/** A tree with something of each kind; `large.bin` is made of several contents. */
export function sampleTree(): Tree {
  return {
    'a.txt': 'alpha\n',
    'large.bin': seededBytes('large', 600_000),
    link: '-> a.txt',
    docs: { 'b.txt': 'beta\n', deep: { 'c.txt': 'gamma\n' } },
    empty: {},
  }
}
