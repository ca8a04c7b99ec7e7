/** Many writers and readers of one storage at the same time: nobody may ever see a part of a blob, or lose one that was written. */
import { createHash } from 'node:crypto'
import { CairnError, isCairnError } from '../errors.ts'
import type { BlobStorage } from '../repo/blob/storage.ts'
import { toHex } from '../util/bytes.ts'
import type { CommandContext } from './context.ts'

export interface ConcurrencyOptions {
  readonly durationMs: number
  readonly putWorkers: number
  readonly getWorkers: number
  readonly metadataWorkers: number
}

const MAX_BLOB_BYTES = 2_000_000
const MAX_PAUSE_MS = 250

interface TestBlob {
  readonly id: string
  readonly length: number
  readonly sha256: string
  isWritten: boolean
}

/** Errors: CAIRN_STORAGE_UNFIT, those of the storage. */
export async function runConcurrencyTest(
  context: CommandContext,
  storage: () => BlobStorage,
  prefix: string,
  options: ConcurrencyOptions,
): Promise<void> {
  const { clock, random, signal } = context
  const blobs: TestBlob[] = []
  const until = clock.monotonicMs() + options.durationMs
  const number = (below: number) => {
    const [a = 0, b = 0, c = 0] = random(3)
    return Math.floor(((a * 65_536 + b * 256 + c) / 2 ** 24) * below)
  }
  const loop = async (step: () => Promise<void>) => {
    while (clock.monotonicMs() < until) {
      await clock.sleep(number(MAX_PAUSE_MS), signal)
      await step()
    }
  }
  const put = async () => {
    const bytes = random(1 + number(MAX_BLOB_BYTES))
    const blob: TestBlob = { id: `${prefix}${toHex(random(8))}`, length: bytes.length, sha256: digest(bytes), isWritten: false }
    blobs.push(blob)
    // Readers may look for it before it is there.
    await clock.sleep(number(MAX_PAUSE_MS), signal)
    await storage().putBlob(blob.id, [bytes], { signal })
    blob.isWritten = true
  }
  const pick = () => blobs[number(blobs.length)]
  const get = async () => {
    const blob = pick()
    if (blob === undefined) return
    const { isWritten } = blob
    try {
      const bytes = await storage().getBlob(blob.id, { signal })
      if (digest(bytes) !== blob.sha256) throw unfit('a blob is read that is not the one written')
    } catch (error) {
      if (!isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) throw error
      if (isWritten) throw unfit('a blob that was written cannot be found')
    }
  }
  const look = async () => {
    const blob = pick()
    if (blob === undefined) return
    const { isWritten } = blob
    const found = await storage().statBlob(blob.id)
    if (found === undefined && isWritten) throw unfit('a blob that was written cannot be found')
    if (found !== undefined && found.length !== blob.length) throw unfit('a part of a blob can be seen while it is written')
  }
  const workers = [
    ...Array.from({ length: options.putWorkers }, () => loop(put)),
    ...Array.from({ length: options.getWorkers }, () => loop(get)),
    ...Array.from({ length: options.metadataWorkers }, () => loop(look)),
  ]
  // All of them end before the first failure counts: what they write is removed afterwards.
  const ended = await Promise.allSettled(workers)
  for (const end of ended) if (end.status === 'rejected') throw end.reason
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The error of a broken promise. */
export function unfit(what: string): CairnError {
  return new CairnError('CAIRN_STORAGE_UNFIT', `The storage cannot hold a repository: ${what}.`, {
    hint: 'A repository there could lose data. Use another storage, or other settings of this one.',
  })
}
