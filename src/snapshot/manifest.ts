/**
 * The snapshot manifest: one finished or cut-short snapshot (docs/repository-format.md, "Snapshot manifest").
 *
 *   {"id":"","source":{"host":…,"userName":…,"path":…},"description":…,"startTime":…,"endTime":…,"stats":{…},
 *    "incomplete":…,"rootEntry":{…},"tags":{…},"pins":[…]}      the last four only when they hold something
 */
import { CairnError } from '../errors.ts'
import type { SourceInfo } from '../policy/target.ts'
import { encodeGoJson, encodeGoMap, encodeGoString, encodeGoTime, type GoJsonValue } from '../util/go-json.ts'
import { isJsonObject, type JsonObject, memberNames, pickMembers, wellFormed } from '../util/json-read.ts'
import { parseTimestamp } from '../util/timestamp.ts'
import { type DirEntry, decodeDirEntry, encodeDirEntry } from './dir-entry.ts'
import { decodeStats, EMPTY_STATS, encodeStats, type SnapshotStats } from './stats.ts'

/** Why a snapshot was cut short: Kopia's three words, or another program's text. */
export type IncompleteReason = 'checkpoint' | 'canceled' | 'limit reached' | (string & {})

export interface SnapshotManifest {
  /** ID of the manifest in the repository; empty before it is saved, and always empty inside the stored JSON. */
  readonly id: string
  readonly source: SourceInfo
  readonly description: string
  /** Nanoseconds since 1970. */
  readonly startTimeNs: bigint
  readonly endTimeNs: bigint
  readonly stats: SnapshotStats
  readonly incomplete?: IncompleteReason
  /** Absent only in damaged or foreign manifests. */
  readonly rootEntry?: DirEntry
  /** Keys carry the prefix `tag:`; they are repeated in the labels. */
  readonly tags: Readonly<Record<string, string>>
  /** Sorted; a snapshot with pins is never expired. */
  readonly pins: readonly string[]
}

/** JSON text of the manifest, as it is stored. */
export function encodeSnapshotManifest(manifest: SnapshotManifest): string {
  return encodeManifest(manifest, '', {})
}

/** What a listing shows beside the members that are stored. */
export interface ShownManifest {
  /** Leave out the counters. */
  readonly hidesStats?: boolean
  /** Value of `storageStats`. */
  readonly storageStats?: GoJsonValue | undefined
  readonly retentionReasons?: readonly string[]
}

/** JSON text of the manifest as listings show it: with its ID, and what else is known of it. */
export function showSnapshotManifest(manifest: SnapshotManifest, shown: ShownManifest = {}): string {
  return encodeManifest(manifest, manifest.id, shown)
}

function encodeManifest(manifest: SnapshotManifest, id: string, shown: ShownManifest): string {
  const { source } = manifest
  let out = `{"id":${encodeGoString(id)},"source":${encodeGoJson({ host: source.host, userName: source.userName, path: source.path })}`
  out += `,"description":${encodeGoString(manifest.description)}`
  out += `,"startTime":${encodeGoTime(manifest.startTimeNs)},"endTime":${encodeGoTime(manifest.endTimeNs)}`
  if (shown.hidesStats !== true) out += `,"stats":${encodeStats(manifest.stats)}`
  if (manifest.incomplete) out += `,"incomplete":${encodeGoString(manifest.incomplete)}`
  out += `,"rootEntry":${manifest.rootEntry === undefined ? 'null' : encodeDirEntry(manifest.rootEntry)}`
  if (Object.keys(manifest.tags).length > 0) out += `,"tags":${encodeGoMap(manifest.tags)}`
  if (shown.storageStats !== undefined) out += `,"storageStats":${encodeGoJson(shown.storageStats)}`
  if (manifest.pins.length > 0) out += `,"pins":${encodeGoJson(manifest.pins)}`
  const { retentionReasons = [] } = shown
  if (retentionReasons.length > 0) out += `,"retentionReason":${encodeGoJson(retentionReasons)}`
  return `${out}}`
}

const MANIFEST_NAMES = memberNames('source', 'description', 'startTime', 'endTime', 'stats', 'incomplete', 'rootEntry', 'tags', 'pins')
const SOURCE_NAMES = memberNames('host', 'userName', 'path')

/** The manifest `id` from its JSON text. Throws CAIRN_SNAPSHOT_DAMAGED when a member has a wrong type. */
export function decodeSnapshotManifest(id: string, json: string): SnapshotManifest {
  const fail = (why: string, cause?: unknown): CairnError =>
    new CairnError('CAIRN_SNAPSHOT_DAMAGED', `Snapshot ${id} cannot be read: ${why}.`, {
      hint: `Delete it with "cairn snapshot delete ${id} --delete" when it is not needed.`,
      cause,
    })
  let parsed: unknown
  try {
    parsed = JSON.parse(json)
  } catch (cause) {
    throw fail('it is not JSON', cause)
  }
  if (!isJsonObject(parsed)) throw fail('it is not a JSON object')
  const picked = pickMembers(parsed, MANIFEST_NAMES)
  const source = decodeSource(picked.source ?? {})
  if (source === undefined) throw fail('source has a wrong type')
  const startTimeNs = decodeTime(picked.startTime)
  const endTimeNs = decodeTime(picked.endTime)
  if (startTimeNs === undefined || endTimeNs === undefined) throw fail('startTime or endTime is not a time')
  const { description = '', incomplete = '' } = picked
  if (typeof description !== 'string' || typeof incomplete !== 'string') throw fail('description or incomplete is not text')
  const stats = picked.stats === undefined ? EMPTY_STATS : decodeStats(picked.stats)
  if (stats === undefined) throw fail('stats has a wrong type')
  const tags = decodeTags(picked.tags)
  const pins = decodePins(picked.pins)
  if (tags === undefined || pins === undefined) throw fail('tags or pins has a wrong type')
  let rootEntry: DirEntry | undefined
  if (picked.rootEntry !== undefined) {
    const entry = isJsonObject(picked.rootEntry) ? decodeDirEntry(picked.rootEntry) : 'it is not an object'
    if (typeof entry === 'string') throw fail(`rootEntry: ${entry}`)
    rootEntry = entry
  }
  return {
    id,
    source,
    description: wellFormed(description),
    startTimeNs,
    endTimeNs,
    stats,
    ...(incomplete === '' ? {} : { incomplete }),
    ...(rootEntry === undefined ? {} : { rootEntry }),
    tags,
    pins,
  }
}

/** Order of snapshots everywhere: by start, then by end. */
export function compareByTime(a: SnapshotManifest, b: SnapshotManifest): number {
  const difference = a.startTimeNs - b.startTimeNs || a.endTimeNs - b.endTimeNs
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

function decodeSource(value: unknown): SourceInfo | undefined {
  if (!isJsonObject(value)) return undefined
  const { host = '', userName = '', path = '' } = pickMembers(value, SOURCE_NAMES)
  if (typeof host !== 'string' || typeof userName !== 'string' || typeof path !== 'string') return undefined
  return { host: wellFormed(host), userName: wellFormed(userName), path: wellFormed(path) }
}

function decodeTime(value: unknown): bigint | undefined {
  if (value === undefined) return 0n
  return typeof value === 'string' ? parseTimestamp(value) : undefined
}

function decodeTags(value: unknown): Record<string, string> | undefined {
  const tags: Record<string, string> = {}
  if (value === undefined) return tags
  if (!isJsonObject(value)) return undefined
  return copyTexts(value, tags) ? tags : undefined
}

function copyTexts(from: JsonObject, to: Record<string, string>): boolean {
  for (const [key, value] of Object.entries(from)) {
    if (typeof value !== 'string') return false
    // defineProperty, because a key such as __proto__ must stay an ordinary key.
    Object.defineProperty(to, key, { value, enumerable: true, configurable: true, writable: true })
  }
  return true
}

function decodePins(value: unknown): string[] | undefined {
  if (value === undefined) return []
  if (!Array.isArray(value)) return undefined
  const pins: unknown[] = value
  return pins.every((pin) => typeof pin === 'string') ? pins : undefined
}
