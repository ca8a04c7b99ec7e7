/**
 * Looks at folders before anybody asks: while the key of the repository is derived there is nothing else to do (docs/adr/0008).
 *
 * It only saves time. What it has seen is used within seconds or not at all, and it stays on the file system of the root, so that nothing is
 * touched that rules would have kept from being entered for good reasons.
 */

import { entriesOf } from '../../../fs/entry-rows.ts'
import { joinLocal } from '../../../fs/local.ts'
import type { Clock } from '../../../util/clock.ts'
import { type FolderPlace, type Survey, surveyFolder } from './survey.ts'

/** Entries that are kept for being asked about. */
const MAX_ENTRIES = 100_000
/** What was seen longer ago is looked at again. */
const MAX_AGE_MS = 5000

interface Sighting {
  readonly place: FolderPlace
  readonly survey: Survey
  readonly atMs: number
}

export class LookAhead {
  readonly #clock: Clock
  readonly #seen = new Map<string, Sighting>()
  /** The next one is the last. */
  #pending: (FolderPlace & { readonly path: string })[] = []
  #device = 0n
  #root: string | undefined
  #entries = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Whether there is anything to look at. */
  get hasMore(): boolean {
    return this.#pending.length > 0
  }

  /** Begins with this folder, and goes on with what lies below it. */
  begin(root: FolderPlace & { readonly path: string }): void {
    this.forget()
    this.#device = root.device
    this.#root = root.path
    this.#pending.push(root)
  }

  /** Looks at one more folder. */
  step(): void {
    const place = this.#pending.pop()
    if (place === undefined) return
    const survey = surveyFolder(place)
    // Whoever asks meets the same error, or not any more.
    if (survey.kind !== 'seen') return
    const { path } = place
    this.keep(place, survey)
    this.#entries += survey.rows.names.length
    if (this.#entries >= MAX_ENTRIES) this.#pending = []
    else this.#addFolders(path, survey)
  }

  /** Looks no further. */
  stop(): void {
    this.#pending = []
  }

  /** What the walk asks about a folder shows where it is: what lies in that folder is not looked at ahead any more. */
  pass({ path }: Pick<FolderPlace, 'path'>): void {
    if (this.#pending.length === 0) return
    const below = `${path}/`
    this.#pending = this.#pending.filter((place) => place.path !== path && !place.path.startsWith(below))
  }

  /** The walk asks about this folder alone; whether it was still to be looked at. */
  passAlone({ path }: Pick<FolderPlace, 'path'>): boolean {
    const at = this.#pending.findLastIndex((place) => place.path === path)
    if (at >= 0) this.#pending.splice(at, 1)
    return at >= 0
  }

  /** Goes on with the folders of this one. */
  goOn({ path }: FolderPlace, survey: Extract<Survey, { kind: 'seen' }>): void {
    if (typeof path === 'string') this.#addFolders(path, survey)
  }

  /** Whether this is the folder that it began with. */
  isRoot({ path }: Pick<FolderPlace, 'path'>): boolean {
    return path === this.#root
  }

  /** What was seen of a folder, once; undefined when it has to be looked at. */
  take({ path, device, inode }: FolderPlace): Survey | undefined {
    if (typeof path !== 'string') return undefined
    const sighting = this.#seen.get(path)
    if (sighting === undefined) return undefined
    this.#seen.delete(path)
    const isSame = sighting.place.device === device && sighting.place.inode === inode
    return isSame && this.#clock.monotonicMs() - sighting.atMs <= MAX_AGE_MS ? sighting.survey : undefined
  }

  /** Keeps what was just seen of a folder for the next who asks. */
  keep(place: FolderPlace, survey: Survey): void {
    if (typeof place.path === 'string') this.#seen.set(place.path, { place, survey, atMs: this.#clock.monotonicMs() })
  }

  /** Drops everything: something may have changed the files on purpose. */
  forget(): void {
    this.#pending = []
    this.#seen.clear()
    this.#entries = 0
  }

  /** The first of them is the next one. */
  #addFolders(path: string, { rows }: Extract<Survey, { kind: 'seen' }>): void {
    const folders: (FolderPlace & { readonly path: string })[] = []
    for (const { kind, name, device, inode } of entriesOf(rows)) {
      const below = joinLocal(path, name)
      if (kind === 'directory' && device === this.#device && typeof below === 'string') folders.push({ path: below, device, inode })
    }
    this.#pending.push(...folders.reverse())
  }
}
