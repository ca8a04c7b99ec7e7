/** Tells of single folders and files in the log, as much as the policy asks for (docs/repository-format.md, "Log details"). */
import type { Entry } from '../../fs/entry.ts'
import type { Logger } from '../../log.ts'
import type { LoggingPolicy, Policy } from '../../policy/policy.ts'
import type { Clock } from '../../util/clock.ts'
import { formatTimestamp } from '../../util/timestamp.ts'
import type { DirEntry } from '../dir-entry.ts'

/** Replaces what policies say; 0 to 10. */
export interface LogDetails {
  readonly directories?: number | undefined
  readonly entries?: number | undefined
}

/** From which detail on a fact is told. */
const FROM = { duration: 1, size: 3, counts: 5, time: 6, objectId: 7 } as const
/** From which detail on it is told that an earlier file does not serve any more. */
const MISS = 5

export class EntryLog {
  /** Whether anybody reads what is told: nothing needs to be found out otherwise. */
  readonly isOn: boolean
  readonly #log: Logger
  readonly #clock: Clock
  readonly #details: LogDetails

  constructor(log: Logger, clock: Clock, details: LogDetails = {}) {
    this.isOn = log.showsDebug === true
    this.#log = log
    this.#clock = clock
    this.#details = details
  }

  /** The time to hand in when something ends that begins now. */
  beginMs(): number {
    return this.isOn ? this.#clock.monotonicMs() : 0
  }

  /** A folder and everything in it is stored; the root has an empty path. */
  folder(path: string, stored: DirEntry, { logging }: Policy, beganMs: number): void {
    if (!this.isOn) return
    this.#tell(this.#details.directories ?? logging?.directories?.snapshotted, 'snapshotted directory', path || '.', beganMs, stored)
  }

  /** A file or link was read and is stored. */
  stored(path: string, stored: DirEntry, { logging }: Policy, beganMs: number): void {
    if (!this.isOn) return
    const what = stored.type === 's' ? 'snapshotted symlink' : 'snapshotted file'
    this.#tell(this.#details.entries ?? logging?.entries?.snapshotted, what, path, beganMs, stored)
  }

  /** A file or link is as it was, and was not read. */
  cached(path: string, stored: DirEntry, { logging }: Policy): void {
    if (this.isOn) this.#tell(this.cachedDetail(logging), 'cached', path, this.beginMs(), stored)
  }

  /** How much is told of what is as it was. */
  cachedDetail(logging: LoggingPolicy | undefined): number {
    return this.#details.entries ?? logging?.entries?.cacheHit ?? 0
  }

  /** The earlier snapshot has a file or link of this name, but not this one. */
  missed(path: string, earlier: DirEntry, { logging }: Policy): void {
    if (!this.isOn || (logging?.entries?.cacheMiss ?? 0) < MISS) return
    const mode = `0${earlier.mode.toString(8).padStart(3, '0')}`
    this.#say('cache miss', { path, mode, size: earlier.size, mtime: formatTimestamp(earlier.mtimeNs) })
  }

  /** A rule leaves it out. */
  ignored(path: string, { kind }: Entry, { logging }: Policy): void {
    if (!this.isOn) return
    if (kind === 'directory') this.#tell(logging?.directories?.ignored, 'ignored directory', path, this.beginMs())
    else this.#tell(logging?.entries?.ignored, 'ignored', path, this.beginMs())
  }

  #tell(detail: number | undefined, what: string, path: string, beganMs: number, stored?: DirEntry): void {
    if (detail === undefined || detail <= 0) return
    const { summary } = stored ?? {}
    const timeNs = summary?.maxTimeNs ?? stored?.mtimeNs
    this.#say(what, {
      path,
      dur: detail < FROM.duration ? undefined : durationText(this.#clock.monotonicMs() - beganMs),
      size: detail < FROM.size ? undefined : (summary?.size ?? stored?.size),
      files: detail < FROM.counts ? undefined : summary?.files,
      dirs: detail < FROM.counts ? undefined : summary?.dirs,
      errors: detail < FROM.counts || summary === undefined ? undefined : summary.numFailed + summary.numIgnoredErrors,
      mtime: detail < FROM.time || timeNs === undefined ? undefined : `${formatTimestamp(timeNs).slice(0, 19)}Z`,
      oid: detail < FROM.objectId ? undefined : stored?.objectId,
    })
  }

  #say(what: string, facts: Readonly<Record<string, string | number | undefined>>): void {
    this.#log.debug(`${what}\t${JSON.stringify(facts)}`)
  }
}

/** `1.234ms`, `2.5s`. */
function durationText(ms: number): string {
  const [value, unit] = ms < 1000 ? [ms, 'ms'] : [ms / 1000, 's']
  return `${Number(value.toFixed(3))}${unit}`
}
