/** What snapshots take up in the repository: what each adds to those before it, and their sum. */
import { throwIfCancelled } from '../errors.ts'
import type { ContentId, ObjectManager } from '../repo/api.ts'
import type { DirEntry } from './dir-entry.ts'
import type { SnapshotManifest } from './manifest.ts'
import { walkTree } from './tree.ts'

/** Sizes in bytes; objects and contents are counted once. */
export interface StorageUsage {
  readonly objectBytes: number
  readonly originalContentBytes: number
  readonly packedContentBytes: number
  readonly fileObjects: number
  readonly dirObjects: number
  /** Those of directories included, whose bytes are not counted. */
  readonly contents: number
}

export interface StorageStats {
  readonly newData: StorageUsage
  readonly runningTotal: StorageUsage
}

/** Where objects are read, and how long a content is, plain and as it is stored. */
export interface UsageSources {
  readonly objects: ObjectManager
  lengthsOf(id: ContentId): Promise<{ readonly originalLength: number; readonly packedLength: number }>
}

const NAMES = ['objectBytes', 'originalContentBytes', 'packedContentBytes', 'fileObjects', 'dirObjects', 'contents'] as const

/** The statistics of each snapshot, in the given order. Throws what reading objects throws. */
export async function* storageStats(
  sources: UsageSources,
  snapshots: Iterable<SnapshotManifest>,
  signal?: AbortSignal,
): AsyncGenerator<StorageStats> {
  const seen = { objects: new Set<string>(), contents: new Set<ContentId>() }
  const total = nothing()
  for (const { rootEntry } of snapshots) {
    const newData = nothing()
    if (rootEntry !== undefined) await addTree(sources, rootEntry, seen, newData, signal)
    for (const name of NAMES) total[name] += newData[name]
    yield { newData, runningTotal: { ...total } }
  }
}

type Counters = { -readonly [K in keyof StorageUsage]: number }

function nothing(): Counters {
  return { objectBytes: 0, originalContentBytes: 0, packedContentBytes: 0, fileObjects: 0, dirObjects: 0, contents: 0 }
}

interface Seen {
  readonly objects: Set<string>
  readonly contents: Set<ContentId>
}

async function addTree(sources: UsageSources, root: DirEntry, seen: Seen, usage: Counters, signal: AbortSignal | undefined): Promise<void> {
  for await (const event of walkTree(sources.objects, root, signal)) {
    if (event.kind === 'unreadable') throw event.error
    if (event.kind !== 'enter' && event.kind !== 'entry') continue
    const { objectId, size } = event.entry
    if (seen.objects.has(objectId)) {
      if (event.kind === 'enter') event.skip()
      continue
    }
    seen.objects.add(objectId)
    if (event.kind === 'enter') usage.dirObjects++
    else {
      usage.fileObjects++
      usage.objectBytes += size
    }
    await addContents(sources, objectId, event.kind === 'entry', seen, usage, signal)
  }
}

async function addContents(
  { objects, lengthsOf }: UsageSources,
  objectId: string,
  countsBytes: boolean,
  seen: Seen,
  usage: Counters,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const id of await objects.contentsOf(objectId)) {
    throwIfCancelled(signal)
    if (seen.contents.has(id)) continue
    seen.contents.add(id)
    usage.contents++
    if (!countsBytes) continue
    const { originalLength, packedLength } = await lengthsOf(id)
    usage.originalContentBytes += originalLength
    usage.packedContentBytes += packedLength
  }
}
