/** Finding the heads that count (docs/backends/actions-cache.md, "Finding the head"). */
import { readFile, rm } from 'node:fs/promises'
import { type CairnError, isCairnError } from '../../../errors.ts'
import type { Logger } from '../../../log.ts'
import { mapConcurrent } from '../../../util/async.ts'
import { readChecked } from '../read-checked.ts'
import type { Entries } from './entries.ts'
import { headPrefix, newerHeads, olderHeads, timeOfHead } from './entry-names.ts'
import { decodeHead, type Head } from './head.ts'
import type { CacheView } from './view.ts'

const DAY_MS = 24 * 3_600_000
/** How far clocks of runners may be ahead of ours. */
const CLOCK_SLACK_MS = DAY_MS
/** Older heads are not looked for: nothing has used them for longer than any entry is kept unused. */
const SEARCH_MS = 60 * DAY_MS
/** Two heads that are no further apart may have been written without knowledge of each other. */
const OVERLAP_MS = 10 * 60_000
/** So many heads are fetched at most: each costs a transfer. */
const MAX_HEADS = 8
/** Known heads that the search goes past at most. */
const MAX_PASSED = 4
const PARALLEL_LOOKUPS = 8

export interface FoundHead extends Head {
  readonly key: string
  /** Segments of it that are gone. */
  readonly lost: readonly string[]
}

/** What the search for heads came to. */
export interface Heads {
  /** Newest first; those that are part of a newer whole one are left out. */
  readonly whole: readonly FoundHead[]
  /** Newer than the first whole one, but segments of them are gone. */
  readonly broken: readonly FoundHead[]
  /** Keys of heads that could not be read, and why. */
  readonly damaged: ReadonlyMap<string, CairnError>
  /** Whether the service named a head, readable or not, that was not known. */
  readonly isAnyThere: boolean
}

export interface HeadSearch {
  readonly entries: Entries
  readonly name: string
  readonly nowMs: number
  readonly log: Logger
  readonly signal?: AbortSignal | undefined
}

/**
 * The heads of this name that count; none at all when the service says that there is no head.
 *
 * 1. the newest head the service gives; it looks in the run's own branch first, so
 * 2. heads with a later time, which other branches may have, until there is none
 * 3. back in time, past heads that are known, until one is known and too old to have been written at the same time as the newest
 *
 * Errors: those of `Entries`.
 */
export async function findHeads(search: HeadSearch, isKnown: (key: string) => boolean = () => false): Promise<Heads> {
  const whole: FoundHead[] = []
  const broken: FoundHead[] = []
  const damaged = new Map<string, CairnError>()
  const isKnownHead = (key: string) => isKnown(key) || whole.some(({ ancestors }) => ancestors.some((one) => one.key === key))
  let key = await newestHead(search)
  const isAnyThere = key !== undefined
  const newestMs = timeOf(search, key)
  let fetches = 0
  for (let passed = 0; key !== undefined && fetches < MAX_HEADS; key = await olderHead(search, timeOf(search, key))) {
    if (isKnownHead(key)) {
      // Whoever wrote it joined what was there before, save what was being written at the same time.
      if (++passed > MAX_PASSED || timeOf(search, key) < newestMs - OVERLAP_MS) break
      continue
    }
    fetches++
    const head = await fetchHead(search, key).catch((error: unknown) => {
      if (!isCairnError(error, 'CAIRN_CACHE_DAMAGED')) throw error
      return error
    })
    if (isCairnError(head)) damaged.set(key, head)
    else if (head !== undefined) (head.lost.length === 0 ? whole : broken).push(head)
  }
  return { whole, broken, damaged, isAnyThere }
}

/** Which of these segments are gone. Errors: those of `CacheService.lookup`. */
export async function lostSegments(entries: Entries, view: CacheView, signal: AbortSignal | undefined): Promise<string[]> {
  const keys = [...view.segments.keys()]
  const isThere = await mapConcurrent(keys, PARALLEL_LOOKUPS, (key) => entries.has(key, signal))
  return keys.filter((_, index) => isThere[index] === false)
}

/** The key of the newest head of all branches that this run may read. */
async function newestHead({ entries, name, nowMs, signal }: HeadSearch): Promise<string | undefined> {
  let newest = await entries.newest([headPrefix(name)], signal)
  for (let count = 0; newest !== undefined && count < MAX_HEADS; count++) {
    const timeMs = timeOfHead(name, newest)
    if (timeMs === undefined) break
    const later = await entries.newest(newerHeads(name, timeMs, nowMs + CLOCK_SLACK_MS), signal)
    if (later === undefined) break
    newest = later
  }
  return newest
}

function timeOf({ name }: HeadSearch, key: string | undefined): number {
  return key === undefined ? 0 : (timeOfHead(name, key) ?? 0)
}

async function olderHead({ entries, name, nowMs, signal }: HeadSearch, timeMs: number): Promise<string | undefined> {
  return await entries.newest(olderHeads(name, timeMs, Math.min(timeMs, nowMs - SEARCH_MS)), signal)
}

/** Undefined when it went away between the question and the answer. */
async function fetchHead({ entries, log, signal }: HeadSearch, key: string): Promise<FoundHead | undefined> {
  const head = await readChecked(
    () => fetchBytes(entries, key, signal),
    (bytes) => bytes && decodeHead(bytes, key),
  )
  if (head === undefined) return undefined
  const lost = await lostSegments(entries, head.view, signal)
  log.debug(`Actions cache: head ${key}, ${head.view.blobs.size} blobs, ${head.view.segments.size} segments.`)
  return { ...head, key, lost }
}

async function fetchBytes(entries: Entries, key: string, signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
  const path = await entries.fetch(key, 0, signal)
  if (path === undefined) return undefined
  const bytes = new Uint8Array(await readFile(path))
  await rm(path)
  return bytes
}
