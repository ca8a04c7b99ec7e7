/**
 * Looks at folders ahead of the walk, on another core: half of the time of an unchanged snapshot is spent on that
 * (docs/architecture.md, "Scout").
 */
import { CairnError } from '../../../errors.ts'
import type { Entry } from '../../../fs/entry.ts'
import { RowReader } from '../../../fs/entry-rows.ts'
import type { LocalListing, LocalPath } from '../../../fs/local.ts'
import { isJsonObject } from '../../../util/json-read.ts'
import { type DirEntry, decodeDirEntry } from '../../dir-entry.ts'
import { inlineLane, type ScoutLane, type ScoutListener, threadLane } from './lane.ts'
import type { EarlierFolder, FaultText, ScoutFinding, ScoutReport, ScoutRequest } from './protocol.ts'

/** What a folder is found to be; undefined when the walk has to look at it itself. */
export type Scouted = ListedFolder | SameFolder | WholeFolder | undefined

export interface ListedFolder {
  readonly kind: 'listed'
  readonly listing: LocalListing
}

/** Files and links are exactly those of the earlier directory. */
export interface SameFolder {
  readonly kind: 'same'
  /** How many files and links, and their bytes. */
  readonly files: number
  readonly bytes: number
  readonly folders: readonly { readonly entry: Entry; readonly earlier: DirEntry }[]
}

/** Everything in the folder and below it is as it was. */
export interface WholeFolder {
  readonly kind: 'whole'
  /** Entries of the folder itself. */
  readonly entries: number
  /** Files and links, their bytes, and folders of the whole tree. */
  readonly files: number
  readonly bytes: number
  readonly folders: number
}

interface Waiting {
  resolve(found: Scouted): void
  reject(error: unknown): void
}

/** Requests that are sent without waiting for more: the scout shall never wait while the walk is at work. */
const REQUESTS_PER_MESSAGE = 16

export class FolderScout {
  readonly #open: () => ScoutLane
  #lane: ScoutLane | undefined
  /** Resolves when the lanes that stood down have ended. */
  #ended: Promise<unknown> = Promise.resolve()
  readonly #waiting = new Map<number, Waiting>()
  #nextId = 1
  #unsent: ScoutRequest[] = []
  #failure: CairnError | undefined

  constructor(open: (listener: ScoutListener) => ScoutLane = inlineLane) {
    this.#open = () => open({ onReport: (report) => this.#take(report), onCrash: (error) => this.#fail(error) })
    this.#lane = this.#open()
  }

  /** A scout in a thread that runs `url`. */
  static inThread(url: URL): FolderScout {
    return new FolderScout((listener) => threadLane(url, listener))
  }

  /** Looks at a folder; some requests of one turn of the event loop travel together. Errors: CAIRN_FILE_*, CAIRN_INTERNAL. */
  look(path: LocalPath, device: bigint, inode: bigint, earlier?: EarlierFolder): Promise<Scouted> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure)
      const id = this.#nextId++
      if (this.#waiting.size === 0) this.#openLane().setBusy(true)
      this.#waiting.set(id, { resolve, reject })
      if (this.#unsent.length === 0) setImmediate(() => this.#send())
      this.#unsent.push({ id, path, device, inode, earlier })
      if (this.#unsent.length >= REQUESTS_PER_MESSAGE) this.#send()
    })
  }

  /**
   * Says that this folder will be walked soon: it is looked at ahead, as long as nobody asks for anything.
   * Only where nothing changes files on purpose before the walk, or `forget` follows.
   */
  lookAhead(path: string, device: bigint, inode: bigint): void {
    if (this.#failure === undefined) this.#openLane().send({ kind: 'ahead', path, device, inode })
  }

  /** Gives its thread and what was seen ahead back until it is asked again; not while somebody waits for an answer, and then false. */
  standDown(): boolean {
    if (this.#waiting.size > 0) return false
    if (this.#lane !== undefined) this.#ended = Promise.all([this.#ended, this.#lane.close()])
    this.#lane = undefined
    return true
  }

  /** What was seen ahead is not used: something may have changed the files. */
  forget(): void {
    if (this.#failure === undefined) this.#lane?.send({ kind: 'forget' })
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    this.#fail(new CairnError('CAIRN_INTERNAL', 'The scout was closed while it was asked.'))
    await this.#lane?.close()
    await this.#ended
  }

  #openLane(): ScoutLane {
    this.#lane ??= this.#open()
    return this.#lane
  }

  #send(): void {
    const requests = this.#unsent
    this.#unsent = []
    if (requests.length > 0 && this.#failure === undefined) this.#openLane().send({ kind: 'look', requests })
  }

  #take({ findings, names, facts, earlier }: ScoutReport): void {
    const rows = new RowReader(names, facts)
    const folders = earlierFolders(earlier)
    for (const finding of findings) {
      const waiting = this.#waiting.get(finding.id)
      this.#waiting.delete(finding.id)
      if (finding.kind === 'failed') waiting?.reject(errorOf(finding.error))
      else waiting?.resolve(scoutedOf(finding, rows, folders))
    }
    if (this.#waiting.size === 0) this.#lane?.setBusy(false)
  }

  #fail(error: CairnError): void {
    this.#failure ??= error
    for (const waiting of this.#waiting.values()) waiting.reject(error)
    this.#waiting.clear()
    this.#lane?.setBusy(false)
  }
}

function scoutedOf(finding: Exclude<ScoutFinding, { kind: 'failed' }>, rows: RowReader, earlier: Iterator<DirEntry>): Scouted {
  if (finding.kind === 'unsuited') return undefined
  if (finding.kind === 'whole') return finding
  const entries = rows.take(finding.count)
  if (finding.kind === 'listed') {
    const failures = finding.failures.map(({ name, error }) => ({ name, error: errorOf(error) }))
    return { kind: 'listed', listing: { entries, failures, vanished: finding.vanished } }
  }
  const { files, bytes } = finding
  const folders = entries.map((entry) => {
    const before = earlier.next()
    if (before.done) throw new CairnError('CAIRN_INTERNAL', 'A scout reported fewer earlier folders than folders.')
    return { entry, earlier: before.value }
  })
  return { kind: 'same', files, bytes, folders }
}

/** The scout wrote them from what it had decoded: they are well formed. */
function* earlierFolders(text: string): Generator<DirEntry> {
  const list: unknown = JSON.parse(text)
  for (const item of Array.isArray(list) ? list : []) {
    const entry = isJsonObject(item) ? decodeDirEntry(item) : ''
    if (typeof entry === 'string') throw new CairnError('CAIRN_INTERNAL', 'A scout reported an earlier folder that is none.')
    yield entry
  }
}

function errorOf({ code, message, hint }: FaultText): CairnError {
  return new CairnError(code, message, hint === undefined ? {} : { hint })
}
