/** The items of one job, from what is sent to a lane to what is done with its answers. */
import { type FileGroup, fileError, type PieceItem, type SmallFileOutcome, type StoredPart } from './jobs.ts'
import type { FileFailure, LaneReply } from './protocol.ts'
import type { ClaimedContent, ContentSink } from './sink.ts'

/** The items of a job, whatever they are. */
export interface Batch {
  readonly length: number
  /** Whether anybody waits for the item. */
  isOpenAt(index: number): boolean
  store(index: number, part: StoredPart): void
  /** The item could not be read. */
  fail(index: number, failure: FileFailure): void
  /** Nothing can be written any more. */
  reject(error: unknown): void
}

/** One piece as a batch. */
export function pieceBatch({ waiter }: PieceItem): Batch {
  return {
    length: 1,
    isOpenAt: () => !waiter.isSettled,
    store: (_, part) => waiter.resolve(part),
    // A piece is in memory already: reading it cannot fail.
    fail: () => {},
    reject: (error) => waiter.reject(error),
  }
}

/** The files of some groups as a batch, with their paths, and device and inode of each. */
export function fileBatch(groups: readonly FileGroup[]): {
  readonly batch: Batch
  readonly paths: readonly (string | Buffer)[]
  readonly identities: BigUint64Array
} {
  const items = groups.flatMap((group) => group.files.map((file, at) => ({ group, at, file })))
  const identities = new BigUint64Array(2 * items.length)
  const paths = items.map(({ file }, index) => {
    identities[2 * index] = file.device
    identities[2 * index + 1] = file.inode
    return file.path
  })
  const settle = (index: number, outcome: SmallFileOutcome) => {
    const item = items[index]
    item?.group.settle(item.at, outcome)
  }
  const batch: Batch = {
    length: items.length,
    isOpenAt: (index) => items[index]?.group.waiter.isSettled === false,
    store: settle,
    fail: (index, failure) => settle(index, failure.reason === 'too-long' ? undefined : fileError(paths[index] ?? '', failure)),
    reject: (error) => {
      for (const { waiter } of groups) waiter.reject(error)
    },
  }
  return { batch, paths, identities }
}

/** An item whose content is new, so that the lane has to seal it. */
export interface ClaimedItem {
  readonly index: number
  readonly content: ClaimedContent
  readonly part: StoredPart
}

/** Decides which items are new; settles the others. `hashBytes` is the length of a hash. */
export function claimItems(
  reply: Extract<LaneReply, { kind: 'hashed' }>,
  batch: Batch,
  sink: ContentSink,
  hashBytes: number,
): readonly ClaimedItem[] {
  const claimed: ClaimedItem[] = []
  const failures = new Map(reply.failures.map((failure) => [failure.index, failure]))
  const hex = Buffer.from(reply.hashes.buffer, reply.hashes.byteOffset, reply.hashes.byteLength).toString('hex')
  for (let index = 0; index < batch.length; index++) {
    if (!batch.isOpenAt(index)) continue
    const failure = failures.get(index)
    if (failure !== undefined) {
      batch.fail(index, failure)
      continue
    }
    const id = hex.slice(2 * index * hashBytes, 2 * (index + 1) * hashBytes)
    const hash = reply.hashes.subarray(index * hashBytes, (index + 1) * hashBytes)
    const length = reply.lengths[index] ?? 0
    const isNew = sink.claim(id, 0, hash, length)
    const part: StoredPart = { id, length, isNew, isCompressed: reply.compressedFirst?.[index] === 1 }
    if (isNew) claimed.push({ content: { id, prefixByte: 0, hash }, index, part })
    else batch.store(index, part)
  }
  return claimed
}

/** Hands the sealed contents over and settles their items. */
export function deliverItems(
  reply: Extract<LaneReply, { kind: 'sealed' }>,
  claimed: readonly ClaimedItem[],
  batch: Batch,
  sink: ContentSink,
): void {
  let start = 0
  for (const [at, { content, part, index }] of claimed.entries()) {
    const end = reply.ends[at] ?? start
    sink.deliver(content, reply.originalLengths[at] ?? 0, reply.bytes.subarray(start, end), reply.compressionIds[at] ?? 0)
    start = end
    batch.store(index, part)
  }
}
