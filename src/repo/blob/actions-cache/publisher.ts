/** The state of a repository in the Actions cache: what the newest heads say, what this client adds, and making that the next head. */
import { rm, writeFile } from 'node:fs/promises'
import { CairnError, isCairnError, throwIfCancelled } from '../../../errors.ts'
import type { Logger } from '../../../log.ts'
import { toHex, utf8 } from '../../../util/bytes.ts'
import type { Clock } from '../../../util/clock.ts'
import { formatBytes, formatShare } from '../../../util/format.ts'
import type { BlobId } from '../storage.ts'
import { COMFORTABLE_SHARE } from './clean-up.ts'
import { planCompaction } from './compaction.ts'
import { deleteSuperseded } from './delete-superseded.ts'
import type { Entries } from './entries.ts'
import { headKey, type RunOfWorkflow, segmentKey } from './entry-names.ts'
import { type Ancestor, encodeHead } from './head.ts'
import { type FoundHead, findHeads, type Heads } from './heads.ts'
import { fallbackWords } from './lost.ts'
import { joinAncestors, viewOfHead } from './next-head.ts'
import { repositoryIdOf } from './repository-id.ts'
import type { RestApi } from './rest.ts'
import { readRange, SegmentWriter } from './segment.ts'
import { SegmentFiles } from './segment-files.ts'
import { type BlobRow, type CacheView, EMPTY_VIEW, mergeViews, type Segment, withLiveSegments } from './view.ts'

/** The place of blobs that are in no entry yet. */
const STAGE = ''
/** Two jobs that write a head in the same millisecond are told apart by trying the next. */
const HEAD_ATTEMPTS = 3

export interface ActionsCacheOptions {
  readonly name: string
  /** What all caches of the GitHub repository may take up together, in bytes. */
  readonly limitBytes: number
  readonly entries: Entries
  readonly run: RunOfWorkflow
  readonly clock: Clock
  readonly log: Logger
  /** Why nothing may be written; empty when it may. */
  readonly refusal: string
  /** Lists and deletes entries; undefined without permission. */
  readonly rest?: RestApi | undefined
}

export class Publisher {
  readonly displayName: string
  readonly #options: ActionsCacheOptions
  readonly #files: SegmentFiles
  /** Keys of heads that are part of the view, or given up. */
  readonly #known = new Set<string>()
  /** Keys of heads that are damaged. What lies behind them was looked for when they were found, so this client needs no second look. */
  readonly #damaged = new Set<string>()
  /** What differs from the newest head, and whether the blob was in it. */
  readonly #changes = new Map<BlobId, boolean>()
  /** Session markers of this client. They guard packs that nobody else sees yet anyway, so no head has them. */
  readonly #markers = new Set<BlobId>()
  /** Segments that are named by the view but not uploaded. */
  readonly #unsent = new Set<string>()
  #blobs: Map<BlobId, BlobRow> = new Map()
  #deleted: Map<BlobId, number> = new Map()
  #segments: ReadonlyMap<string, Segment> = new Map()
  #ancestors: readonly Ancestor[] = []
  #stage: SegmentWriter | undefined
  #newestMs = 0
  #isTightSaid = false

  constructor(options: ActionsCacheOptions, heads: Heads) {
    this.#options = options
    this.#files = new SegmentFiles(options.entries)
    this.displayName = `Actions cache ${options.name}`
    this.#take(heads)
  }

  get view(): CacheView {
    return { segments: this.#segments, blobs: this.#blobs, deleted: this.#deleted }
  }

  get hasChanges(): boolean {
    return this.#changes.size > 0
  }

  /** Bytes of a blob. Errors: CAIRN_BLOB_NOT_FOUND when its segment is known to be lost, those of `SegmentFiles.read`. */
  async read({ id, place, bytes }: BlobRow, offset: number, length: number, signal?: AbortSignal): Promise<Uint8Array> {
    if (bytes !== undefined) return bytes.slice(offset, offset + length)
    if (place?.segment === STAGE && this.#stage !== undefined) return await readRange(this.#stage.path, place.offset + offset, length)
    const segment = place && this.#segments.get(place.segment)
    if (place === undefined || segment === undefined) throw new CairnError('CAIRN_INTERNAL', `Blob ${id} has no place.`)
    return await this.#files.read(segment, place.offset + offset, length, signal)
  }

  /** Keeps a blob for the next segment. One call at a time, and none during `publish`. */
  async stage(parts: readonly Uint8Array[]): Promise<{ readonly segment: string; readonly offset: number }> {
    this.#stage ??= await SegmentWriter.create(this.#options.entries.newPath())
    return { segment: STAGE, offset: await this.#stage.append(parts) }
  }

  put(row: BlobRow): void {
    if (row.id.startsWith('s') && !this.#blobs.has(row.id)) this.#markers.add(row.id)
    this.#note(row.id)
    this.#blobs.set(row.id, row)
    this.#deleted.delete(row.id)
  }

  delete(id: BlobId, stampMs: number): void {
    if (!this.#blobs.has(id)) return
    this.#note(id)
    this.#blobs.delete(id)
    this.#markers.delete(id)
    if (this.#changes.get(id) === true) this.#deleted.set(id, stampMs)
    // Nobody else ever saw what came and went between two heads.
    else this.#changes.delete(id)
  }

  /** Takes in heads that others have written since. Errors: those of `findHeads`, CAIRN_REPOSITORY_EXISTS. */
  async join(signal?: AbortSignal): Promise<void> {
    const { entries, name, clock, log } = this.#options
    const isNew = this.#known.size === 0
    const heads = await findHeads(
      { entries, name, nowMs: clock.nowMs(), log, signal },
      (key) => this.#known.has(key) || this.#damaged.has(key),
    )
    const ours = repositoryIdOf(this.view)
    const others = heads.whole.filter((head) => repositoryIdOf(head.view) !== ours)
    if (isNew && ours !== undefined && others[0] !== undefined) throw createdMeanwhile(this.displayName, others[0])
    for (const error of heads.damaged.values()) log.warning(error.message)
    if (heads.broken.length > 0) log.warning(fallbackWords(heads.broken, heads.whole))
    const [first] = heads.whole.filter((head) => !others.includes(head))
    this.#take(heads, ours)
    if (first === undefined || isNew) return
    log.notice(
      `Run ${first.run} has written to ${this.displayName} at the same time; both states were joined. Give such jobs one "concurrency" group ` +
        'in the workflow: of two that end in the same moment, the next run may see only one.',
    )
  }

  /**
   * Makes everything that changed part of a new head. What was done stays done when it fails: the next call goes on from there.
   *
   * heads of others -> compaction -> segment -> head -> clean-up
   */
  async publish(snapshots: readonly string[], signal?: AbortSignal): Promise<void> {
    throwIfCancelled(signal)
    await this.join(signal)
    const hasNew = [...this.#blobs.values()].some(({ place }) => place?.segment === STAGE)
    for (const key of planCompaction(this.view, hasNew)) await this.#moveToStage(key, signal)
    this.#checkRoom()
    await this.#closeStage()
    for (const key of [...this.#unsent]) await this.#send(key, signal)
    await this.#writeHead(snapshots, signal)
    this.#changes.clear()
    await deleteSuperseded(this.#options, this.#ancestors, signal)
  }

  /** Drops what was not published. */
  async close(): Promise<void> {
    await this.#stage?.drop()
    this.#stage = undefined
  }

  #note(id: BlobId): void {
    if (!this.#changes.has(id) && !this.#markers.has(id)) this.#changes.set(id, this.#blobs.has(id))
  }

  /** Heads of another repository with the same name are left alone. */
  #take({ whole, broken, damaged }: Heads, id = repositoryIdOf((whole[0] ?? broken[0])?.view ?? EMPTY_VIEW)): void {
    const own = (head: FoundHead) => id === undefined || repositoryIdOf(head.view) === id
    const { log } = this.#options
    const foreign = whole.filter((head) => !own(head))
    if (foreign[0] !== undefined) {
      log.warning(`Run ${foreign[0].run} has made another repository in ${this.displayName}, in another branch. It is left alone.`)
    }
    const used = whole.length > 0 ? whole.filter(own) : this.#known.size === 0 ? broken.slice(0, 1) : []
    for (const { key, writtenMs, ancestors, snapshots, view } of [...whole, ...broken]) {
      this.#known.add(key)
      this.#newestMs = Math.max(this.#newestMs, writtenMs)
      this.#ancestors = joinAncestors(this.#ancestors, [{ key, segments: [...view.segments.keys()], snapshots }, ...ancestors])
    }
    for (const { key } of this.#ancestors) this.#known.add(key)
    for (const key of damaged.keys()) this.#damaged.add(key)
    for (const { view } of used) this.#setView(mergeViews(this.view, view))
  }

  #setView({ segments, blobs, deleted }: CacheView): void {
    this.#segments = segments
    this.#blobs = new Map(blobs)
    this.#deleted = new Map(deleted)
  }

  async #moveToStage(key: string, signal: AbortSignal | undefined): Promise<void> {
    for (const row of [...this.#blobs.values()]) {
      if (row.place?.segment !== key) continue
      throwIfCancelled(signal)
      const bytes = await this.read(row, 0, row.length, signal)
      this.#blobs.set(row.id, { ...row, place: await this.stage([bytes]) })
    }
    this.#setView(withLiveSegments(this.view))
    this.#unsent.delete(key)
  }

  /** Turns the staged blobs into a segment of the view that is still to be sent, and returns its key. */
  async #closeStage(): Promise<string | undefined> {
    const { name, clock, run } = this.#options
    const stage = this.#stage
    if (stage === undefined) return undefined
    const sha256 = await stage.finish()
    // Not before: blobs are read from it until they have another place, and without one no head may be written.
    this.#stage = undefined
    const staged = [...this.#blobs.values()].filter(({ place }) => place?.segment === STAGE)
    if (staged.length === 0) {
      await rm(stage.path)
      return undefined
    }
    const key = segmentKey(name, sha256)
    const segment = { key, length: stage.length, sha256: toHex(sha256), writtenMs: clock.nowMs(), run: runWords(run) }
    this.#files.add(key, stage.path)
    this.#segments = new Map(this.#segments).set(key, segment)
    for (const row of staged) this.#blobs.set(row.id, { ...row, place: { segment: key, offset: row.place?.offset ?? 0 } })
    this.#unsent.add(key)
    return key
  }

  async #send(key: string, signal: AbortSignal | undefined): Promise<void> {
    const path = this.#files.pathOf(key)
    try {
      if (path !== undefined && this.#segments.has(key)) await this.#options.entries.save(path, key, true, signal)
    } catch (error) {
      if (!isCairnError(error, 'CAIRN_CACHE_CONFLICT')) throw error
      // An earlier attempt was broken off: its key stays reserved and never becomes an entry.
      const other = await this.#renamed(key, signal)
      const otherPath = other && this.#files.pathOf(other)
      if (other === undefined || otherPath === undefined) throw error
      await this.#options.entries.save(otherPath, other, true, signal)
      this.#unsent.delete(other)
    }
    this.#unsent.delete(key)
  }

  /** Puts the blobs of a segment into another one, which has another key because of a few bytes more. */
  async #renamed(key: string, signal: AbortSignal | undefined): Promise<string | undefined> {
    await this.#moveToStage(key, signal)
    await this.#stage?.append([utf8(`instead of ${key} at ${this.#options.clock.nowMs()}`)])
    return await this.#closeStage()
  }

  async #writeHead(snapshots: readonly string[], signal: AbortSignal | undefined): Promise<void> {
    const { entries, name, clock, run } = this.#options
    const blobs = new Map([...this.#blobs].filter(([id]) => !this.#markers.has(id)))
    const view = await viewOfHead(withLiveSegments({ ...this.view, blobs }), clock.nowMs(), async ({ place, length }) => {
      const path = place && this.#files.pathOf(place.segment)
      return path === undefined || place === undefined ? undefined : await readRange(path, place.offset, length)
    })
    for (let attempt = 1; ; attempt++) {
      const writtenMs = Math.max(clock.nowMs(), this.#newestMs + 1)
      const key = headKey(name, writtenMs, run)
      const path = entries.newPath()
      const parts = encodeHead({ writtenMs, run: runWords(run), snapshots, ancestors: this.#ancestors, view })
      await writeFile(path, parts, { mode: 0o600, flag: 'wx' })
      this.#newestMs = writtenMs
      try {
        await entries.save(path, key, false, signal)
      } catch (error) {
        if (!isCairnError(error, 'CAIRN_CACHE_CONFLICT') || attempt === HEAD_ATTEMPTS) throw error
        continue
      } finally {
        await rm(path, { force: true })
      }
      this.#known.add(key)
      this.#ancestors = joinAncestors(this.#ancestors, [{ key, segments: [...view.segments.keys()], snapshots }])
      this.#options.log.info(`Saved in ${this.displayName} as ${key}: ${formatBytes(parts.reduce((sum, { length }) => sum + length, 0))}.`)
      return
    }
  }

  #checkRoom(): void {
    const { limitBytes, log } = this.#options
    const inSegments = [...this.#segments.values()].reduce((sum, { length }) => sum + length, this.#stage?.length ?? 0)
    const bytes = [...this.#blobs.values()].reduce((sum, row) => sum + (row.bytes?.length ?? 0), inSegments)
    const words = `${formatBytes(bytes)}, ${formatShare(bytes, limitBytes)} of the ${formatBytes(limitBytes)} that all caches may have`
    if (bytes > limitBytes) {
      throw new CairnError('CAIRN_STORAGE_FULL', `The repository in ${this.displayName} would need ${words}.`, {
        hint: 'GitHub would drop parts of it at once. Expire snapshots and run maintenance, raise the limit of the cache and say so ("?limit-gib="), or use another store.',
      })
    }
    if (bytes <= limitBytes * COMFORTABLE_SHARE || this.#isTightSaid) return
    this.#isTightSaid = true
    log.warning(
      `The repository in ${this.displayName} needs ${words}: other caches may push parts of it out. Keep fewer snapshots or use another store.`,
    )
  }
}

function runWords({ id, attempt }: RunOfWorkflow): string {
  return `${id}-${attempt}`
}

function createdMeanwhile(place: string, other: FoundHead): CairnError {
  return new CairnError(
    'CAIRN_REPOSITORY_EXISTS',
    `Run ${other.run} has just made a repository in ${place}, at the same time as this one.`,
    {
      hint: 'Run again to add to it. Give jobs that write to the same repository one "concurrency" group in the workflow.',
    },
  )
}
