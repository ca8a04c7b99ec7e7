/** Reading the repository that snapshots come from: its damage must not be taken for a failure of the one that is written. */
import { CairnError } from '../../errors.ts'
import type { ObjectManager } from '../../repo/api.ts'
import type { DirEntry } from '../dir-entry.ts'
import { readDirectory } from '../directory-stream.ts'
import { isFinding } from '../verify/verify.ts'

/** An error of the repository that is read: one entry is missing from the copy, and the rest goes on. */
export class SourceError extends Error {
  readonly reason: CairnError

  constructor(reason: CairnError) {
    super(reason.message)
    this.reason = reason
  }
}

/** Runs `work` on the repository that is read; what is damaged there comes as a SourceError. */
export async function readingSource<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await work()
  } catch (error) {
    // A storage that does not answer now may answer later: then nothing should be missing from what was saved.
    throw isFinding(error) && error.kind !== 'storage' ? new SourceError(error) : error
  }
}

/** The chunks of an object of that repository. */
export async function* sourceChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  for (;;) {
    const next = await readingSource(() => iterator.next())
    if (next.done) return
    yield next.value
  }
}

/** All entries of a directory of that repository, and those that cannot be taken over. */
export async function readSourceDirectory(objects: ObjectManager, directory: DirEntry, signal: AbortSignal) {
  const entries: DirEntry[] = []
  const malformed: { name: string; error: CairnError }[] = []
  await readingSource(async () => {
    for await (const batch of readDirectory(objects, directory.objectId, signal)) {
      for (const entry of batch.entries) entries.push(entry)
      for (const { name, reason } of batch.rejected)
        malformed.push({ name, error: new CairnError('CAIRN_DIRECTORY_DAMAGED', `the entry is refused: ${reason}`) })
    }
  })
  return { entries, malformed }
}
