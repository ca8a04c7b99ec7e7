/** A stream of bytes as a snapshot: a folder with the one file (docs/repository-format.md, "Stream sources"). */
import { compressorForFile, compressorForMetadata } from '../../policy/compressor-choice.ts'
import type { PolicyTree } from '../../policy/tree.ts'
import type { Repository } from '../../repo/api.ts'
import type { Clock } from '../../util/clock.ts'
import type { DirEntry } from '../dir-entry.ts'
import type { SnapshotManifest } from '../manifest.ts'
import { EMPTY_STATS } from '../stats.ts'
import { summarize } from '../summary.ts'
import { findChild } from '../tree.ts'
import type { UploadResult } from './request.ts'
import { storeDirectory } from './store-directory.ts'

/** Mode of the folder and the file, as Kopia gives them. */
const MODE = 0o777

export interface StreamRequest {
  readonly repository: Repository
  /** Name of the file. */
  readonly name: string
  /** Name of the folder; that of the file when absent. */
  readonly rootName?: string | undefined
  readonly bytes: AsyncIterable<Uint8Array>
  readonly policies: PolicyTree
  readonly previous: readonly SnapshotManifest[]
  readonly clock: Clock
  readonly signal: AbortSignal
}

/** Stores the stream; the caller saves a manifest only when it knows that the bytes are whole. */
export async function uploadStream(request: StreamRequest): Promise<UploadResult> {
  const { repository, name, signal } = request
  const { objects } = repository
  const { policy } = request.policies.root
  const mtimeNs = request.clock.nowNs()
  const metadataCompressor = compressorForMetadata(policy)
  const written = await objects.writeStream(request.bytes, {
    // The length is not known before the end: only the limits by name can apply.
    compressor: compressorForFile({ ...policy.compression, minSize: 0, maxSize: 0 }, name, 0),
    metadataCompressor: metadataCompressor ?? 'none',
    splitter: policy.splitter?.algorithm || undefined,
    signal,
  })
  const file: DirEntry = { name, type: 'f', mode: MODE, size: written.length, mtimeNs, uid: 0, gid: 0, objectId: written.id }
  const summary = summarize([file], mtimeNs)
  const directory = await storeDirectory(objects, [file], summary, metadataCompressor, signal)
  const previous = request.previous[0]
  const before = previous?.rootEntry?.type === 'd' ? await findChild(objects, previous.rootEntry, name, signal) : undefined
  const isSame = before?.objectId === written.id
  return {
    rootEntry: { name: request.rootName ?? name, type: 'd', mode: MODE, size: 0, mtimeNs, uid: 0, gid: 0, objectId: directory.id, summary },
    summary,
    stats: { ...EMPTY_STATS, totalSize: written.length, fileCount: 1, nonCachedFiles: 1, dirCount: 1 },
    changes: {
      added: before === undefined ? 1 : 0,
      changed: before !== undefined && !isSame ? 1 : 0,
      removed: 0,
      unchanged: isSame ? 1 : 0,
      directories: 0,
    },
    changedPaths: isSame ? [] : [{ kind: before === undefined ? 'new' : 'changed', path: name }],
    comparedWith: previous?.id,
    newBytes: written.newBytes,
    isComplete: true,
    failures: [],
    ignoredFailures: [],
    leftOut: { special: 0, vanished: 0, byPolicy: 0, git: 0, own: [] },
    warnings: [],
  }
}
