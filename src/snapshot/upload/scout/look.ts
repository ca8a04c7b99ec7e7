/** The work of a scout: looking at folders and comparing them with an earlier directory. Knows nothing of threads. */
import { RowWriter } from '../../../fs/entry-rows.ts'
import { joinLocal, type LocalPath } from '../../../fs/local.ts'
import type { Clock } from '../../../util/clock.ts'
import { encodeDirEntry } from '../../dir-entry.ts'
import { isSameFolder } from '../same.ts'
import { compare, isEmptyDirectory, type SameFolder } from './compare.ts'
import { LookAhead } from './look-ahead.ts'
import type { Avoided, EarlierBelow, ScoutFinding, ScoutMessage, ScoutReport, ScoutRequest } from './protocol.ts'
import { type FolderPlace, type Survey, surveyFolder } from './survey.ts'

/** Entries or folders after which a report is sent although more requests wait: the walk goes on meanwhile. */
const REPORT_ENTRIES = 512
const REPORT_FOLDERS = 16

/** One scout, with what it has seen ahead. */
export class ScoutEngine {
  readonly #ahead: LookAhead

  constructor(clock: Clock) {
    this.#ahead = new LookAhead(clock)
  }

  /** Whether `idle` has anything to do. */
  get looksAhead(): boolean {
    return this.#ahead.hasMore
  }

  /** Looks at one folder that nobody asked about yet. */
  idle(): void {
    this.#ahead.step()
  }

  /** Answers requests in order, in reports of a few hundred entries. */
  *handle(message: ScoutMessage): Generator<ScoutReport> {
    if (message.kind === 'ahead') this.#ahead.begin(message)
    else if (message.kind === 'forget') this.#ahead.forget()
    else yield* this.#answer(message.requests)
  }

  *#answer(requests: readonly ScoutRequest[]): Generator<ScoutReport> {
    const rows = new RowWriter()
    let findings: ScoutFinding[] = []
    let earlier: string[] = []
    for (const [index, request] of requests.entries()) {
      const finding = this.#lookAt(request, rows, earlier)
      findings.push(finding)
      const isFull = finding.kind === 'whole' || rows.count >= REPORT_ENTRIES || findings.length >= REPORT_FOLDERS
      if (!isFull && index + 1 < requests.length) continue
      yield { findings, ...rows.take(), earlier: `[${earlier.join(',')}]` }
      findings = []
      earlier = []
    }
  }

  #lookAt(request: ScoutRequest, rows: RowWriter, earlierFolders: string[]): ScoutFinding {
    const { id, device, inode, earlier } = request
    const place = { path: localPath(request.path), device, inode }
    // What the walk compares is under no rule, and what lies ahead is what it asks about next. Otherwise it says what it needs from now on: what
    // lies ahead of it may be ignored.
    if (earlier?.below !== undefined) this.#ahead.pass(place)
    const isAhead = earlier !== undefined && earlier.below === undefined && this.#ahead.passAlone(place)
    if (earlier === undefined && !this.#ahead.isRoot(place)) this.#ahead.stop()
    const survey = this.#survey(place)
    if (survey.kind !== 'seen') return { ...survey, id }
    const same = earlier !== undefined && isUndisturbed(survey) ? compare(survey.rows, earlier) : undefined
    // A folder that is not as it was may have got rules of its own.
    if (earlier !== undefined && same === undefined) this.#ahead.pass(place)
    else if (isAhead) this.#ahead.goOn(place, survey)
    if (earlier === undefined || same === undefined) {
      const { failures, vanished } = survey
      rows.addAll(survey.rows)
      return { kind: 'listed', id, count: survey.rows.names.length, vanished, failures }
    }
    const { files, bytes, folders } = same
    if (earlier.below !== undefined) {
      const totals = this.#sumBelow(place.path, same, { avoid: earlier.avoid, directories: byId(earlier.below) })
      if (totals !== undefined) return { kind: 'whole', id, entries: survey.rows.names.length, ...totals }
    }
    for (const folder of folders) {
      rows.add(folder.entry)
      earlierFolders.push(encodeDirEntry(folder.earlier))
    }
    return { kind: 'same', id, count: folders.length, files, bytes }
  }

  #survey(place: FolderPlace): Survey {
    return this.#ahead.take(place) ?? surveyFolder(place)
  }

  /** What a folder and everything below it amount to; undefined as soon as anything is not as it was. */
  #sumBelow(path: LocalPath, same: SameFolder, earlier: EarlierTree): Totals | undefined {
    let { files, bytes } = same
    let folders = 1
    for (const { entry, earlier: before } of same.folders) {
      const object = earlier.directories.get(before.objectId)
      if (object === undefined || !isSameFolder(before, entry)) return undefined
      const place = { path: joinLocal(path, entry.name), device: entry.device, inode: entry.inode }
      const survey = this.#survey(place)
      if (survey.kind !== 'seen' || !isUndisturbed(survey)) return undefined
      let totals: Totals | undefined
      if (survey.rows.names.length > 0) {
        const inner = compare(survey.rows, { objectId: before.objectId, bytes: object, avoid: earlier.avoid })
        totals = inner === undefined ? undefined : this.#sumBelow(place.path, inner, earlier)
      } else if (before.summary?.maxTimeNs === entry.mtimeNs && isEmptyDirectory(object, before.objectId)) {
        // An empty directory has its own time in its object.
        totals = { files: 0, bytes: 0, folders: 1 }
      }
      if (totals === undefined) {
        this.#ahead.keep(place, survey)
        return undefined
      }
      files += totals.files
      bytes += totals.bytes
      folders += totals.folders
    }
    return { files, bytes, folders }
  }
}

/** What a tree amounts to. */
interface Totals {
  readonly files: number
  readonly bytes: number
  readonly folders: number
}

interface EarlierTree {
  readonly avoid: Avoided
  readonly directories: ReadonlyMap<string, Uint8Array>
}

function byId({ ids, ends, bytes }: EarlierBelow): ReadonlyMap<string, Uint8Array> {
  return new Map(ids.map((id, index) => [id, bytes.subarray(ends[index - 1] ?? 0, ends[index])]))
}

function isUndisturbed({ failures, vanished }: Extract<Survey, { kind: 'seen' }>): boolean {
  return failures.length + vanished === 0
}

function localPath(path: string | Uint8Array): LocalPath {
  return typeof path === 'string' ? path : Buffer.from(path.buffer, path.byteOffset, path.byteLength)
}
