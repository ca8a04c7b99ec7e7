/** The labelled JSON documents of a repository: snapshots, policies and the like (docs/repository-format.md, "Manifests"). */
import { CairnError, isCairnError } from '../../errors.ts'
import { type Logger, nullLogger } from '../../log.ts'
import { mapConcurrent } from '../../util/async.ts'
import { toHex, utf8 } from '../../util/bytes.ts'
import type { Clock } from '../../util/clock.ts'
import type { RandomSource } from '../../util/random.ts'
import type { ContentId, ManifestEntry, ManifestManager } from '../api.ts'
import type { ContentManager } from '../content/content-manager.ts'
import { readOnly } from '../content/content-manager.ts'
import { decodeEnvelope, encodeEnvelope, type Gzip, type StoredManifest } from './envelope.ts'

const LOAD_CONCURRENCY = 8
const MAX_LOADS = 3

export interface ManifestManagerOptions {
  readonly contents: ContentManager
  readonly clock: Clock
  readonly random: RandomSource
  readonly isReadOnly: boolean
  readonly gzip?: Gzip | undefined
  /** Go on without contents that are damaged, for reading what the others hold; told to `log`. */
  readonly toleratesDamage?: boolean | undefined
  readonly log?: Logger | undefined
}

/** Manifests that were put are seen at once by this value, and by others after the flush. */
export class Manifests implements ManifestManager {
  readonly #options: ManifestManagerOptions
  /** Winners of the merge, tombstones included. */
  #loaded: Promise<Map<string, StoredManifest>> | undefined
  /** Not yet in a content, newest last. */
  #pending: StoredManifest[] = []
  /** By the ID of the content. */
  readonly #damaged = new Map<ContentId, CairnError>()

  constructor(options: ManifestManagerOptions) {
    this.#options = options
  }

  async find(labels: Readonly<Record<string, string>>): Promise<ManifestEntry[]> {
    const wanted = Object.entries(labels)
    const found: StoredManifest[] = []
    for (const manifest of (await this.#current()).values()) {
      if (manifest.json !== undefined && wanted.every(([name, value]) => manifest.labels[name] === value)) found.push(manifest)
    }
    // Times may be equal: the ID makes the order the same everywhere.
    found.sort((a, b) => (a.modifiedNs < b.modifiedNs ? -1 : a.modifiedNs > b.modifiedNs ? 1 : a.id < b.id ? -1 : 1))
    return found.map(entryOf)
  }

  async get(id: string): Promise<{ readonly entry: ManifestEntry; readonly json: string } | undefined> {
    const manifest = (await this.#current()).get(id)
    return manifest?.json === undefined ? undefined : { entry: entryOf(manifest), json: manifest.json }
  }

  async put(labels: Readonly<Record<string, string>>, json: string): Promise<string> {
    this.#checkWritable()
    checkPayload(labels, json)
    const id = toHex(this.#options.random(16))
    this.#pending.push({ id, labels: { ...labels }, modifiedNs: this.#options.clock.nowNs(), json })
    return id
  }

  async delete(id: string): Promise<void> {
    this.#checkWritable()
    const manifest = (await this.#current()).get(id)
    if (manifest?.json === undefined) return
    const nowNs = this.#options.clock.nowNs()
    // A tombstone must be later than what it buries: on equal times either may win.
    const modifiedNs = nowNs > manifest.modifiedNs ? nowNs : manifest.modifiedNs + 1n
    this.#pending.push({ id, labels: {}, modifiedNs, json: undefined })
  }

  async refresh(): Promise<void> {
    this.#loaded = undefined
  }

  /** Contents whose manifests are unknown because they are damaged, as far as manifests have been read; only with `toleratesDamage`. */
  get damaged(): ReadonlyMap<ContentId, CairnError> {
    return this.#damaged
  }

  /** Reads the manifests unless that was done before. */
  async load(): Promise<void> {
    await this.#current()
  }

  /** Writes what was put and deleted to a content, which the next flush of the contents commits. */
  writePending(): void {
    if (this.#pending.length === 0) return
    const pending = this.#pending
    this.#pending = []
    // Gzip leaves nothing for the compression of contents to gain.
    this.#options.contents.write(encodeEnvelope(pending, this.#options.gzip), 'm', undefined)
    if (this.#loaded === undefined) return
    this.#loaded = this.#loaded.then((loaded) => merge(new Map(loaded), pending))
    this.#loaded.catch(() => undefined)
  }

  /**
   * Puts all manifests together into one content when they are spread over at least `minContents`, and returns over how many they were, else 0.
   * Tombstones from before `tombstonesSinceNs` are left out. For maintenance only: nothing else may write through these contents meanwhile.
   */
  async compact(minContents: number, tombstonesSinceNs: bigint, signal?: AbortSignal): Promise<number> {
    this.#checkWritable()
    const { contents, gzip } = this.#options
    this.writePending()
    await contents.flush(signal)
    // Fewer than are worth it, as far as is known: not worth looking again either.
    if (this.#contentIds().length < minContents) return 0
    await contents.refresh(signal)
    const { ids, loaded } = await this.#load()
    // What could not be read would be deleted unseen.
    if (ids.length < minContents || this.#damaged.size > 0) return 0
    const kept = [...loaded.values()].filter(({ json, modifiedNs }) => json !== undefined || modifiedNs >= tombstonesSinceNs)
    kept.sort((a, b) => (a.id < b.id ? -1 : 1))
    // In one go, so that one index blob commits both: the new content, and that the old ones are deleted.
    const written = kept.length === 0 ? undefined : contents.write(encodeEnvelope(kept, gzip), 'm', undefined).id
    for (const id of ids) if (id !== written) contents.markDeleted(id)
    await contents.flush(signal)
    await this.refresh()
    return ids.length
  }

  async #current(): Promise<Map<string, StoredManifest>> {
    if (this.#loaded === undefined) {
      const loading = this.#load().then(({ loaded }) => loaded)
      this.#loaded = loading
      // A failed load is tried again by whoever asks next.
      loading.catch(() => {
        if (this.#loaded === loading) this.#loaded = undefined
      })
    }
    const loaded = await this.#loaded
    return this.#pending.length === 0 ? loaded : merge(new Map(loaded), this.#pending)
  }

  /** The contents that hold manifests, and the winners of their merge. */
  async #load(): Promise<{ readonly ids: readonly string[]; readonly loaded: Map<string, StoredManifest> }> {
    const { contents } = this.#options
    for (let attempt = 1; ; attempt++) {
      const ids = this.#contentIds()
      try {
        const lists = await mapConcurrent(ids, LOAD_CONCURRENCY, (id) => this.#read(id, attempt >= MAX_LOADS))
        const loaded = new Map<string, StoredManifest>()
        for (const list of lists) merge(loaded, list)
        return { ids, loaded }
      } catch (error) {
        // Another client may have put the manifests together into a new content.
        if (!isGone(error) || attempt >= MAX_LOADS) throw error
        await contents.refresh()
      }
    }
  }

  #contentIds(): ContentId[] {
    const ids: ContentId[] = []
    for (const entry of this.#options.contents.entries({ prefix: 'm' })) if (!entry.isDeleted) ids.push(entry.id)
    return ids
  }

  async #read(id: ContentId, isLastTry: boolean): Promise<StoredManifest[]> {
    const { contents, toleratesDamage = false, log = nullLogger } = this.#options
    try {
      return await decodeEnvelope(await contents.read(id), id)
    } catch (error) {
      if (!toleratesDamage || !isCairnError(error) || error.kind !== 'damage' || (isGone(error) && !isLastTry)) throw error
      if (!this.#damaged.has(id)) log.warning(`${error.message} The snapshots and policies that only content ${id} holds are missing.`)
      this.#damaged.set(id, error)
      return []
    }
  }

  #checkWritable(): void {
    if (this.#options.isReadOnly) throw readOnly()
  }
}

function isGone(error: unknown): boolean {
  return isCairnError(error, 'CAIRN_BLOB_MISSING') || isCairnError(error, 'CAIRN_CONTENT_MISSING')
}

/** Adds versions of manifests: the later one wins, on equal times a tombstone. */
function merge(into: Map<string, StoredManifest>, manifests: readonly StoredManifest[]): Map<string, StoredManifest> {
  for (const manifest of manifests) {
    const present = into.get(manifest.id)
    if (present === undefined || manifest.modifiedNs > present.modifiedNs || isTombstoneOf(manifest, present)) {
      into.set(manifest.id, manifest)
    }
  }
  return into
}

function isTombstoneOf(manifest: StoredManifest, present: StoredManifest): boolean {
  return manifest.modifiedNs === present.modifiedNs && manifest.json === undefined
}

function entryOf(manifest: StoredManifest): ManifestEntry {
  const { id, labels, modifiedNs, json = '' } = manifest
  return { id, labels, modifiedNs, length: utf8(json).length }
}

function checkPayload(labels: Readonly<Record<string, string>>, json: string): void {
  try {
    JSON.parse(json)
  } catch (cause) {
    throw new CairnError('CAIRN_INTERNAL', 'A manifest was to be stored that is not JSON.', { cause })
  }
  if (labels['type'] === undefined) throw new CairnError('CAIRN_INTERNAL', 'A manifest was to be stored that has no type.')
}
