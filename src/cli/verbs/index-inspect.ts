/** `cairn index inspect`: the entries of index blobs. */
import { activeIndexBlobs, allIndexBlobs, inspectIndexBlob } from '../../commands/inspect/index-blobs.ts'
import { withRepository } from '../../commands/open.ts'
import { CairnError } from '../../errors.ts'
import type { BlobId } from '../../repo/blob/storage.ts'
import { blobTimeNs } from '../../repo/blob/storage.ts'
import type { RepositoryCare } from '../../repo/repository.ts'
import { readAhead } from '../../util/read-ahead.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { integerFlag } from '../flag-values.ts'
import { printLines } from '../print-lines.ts'

export async function indexInspect(context: CliContext, input: CommandInput): Promise<number> {
  const parallel = Math.max(1, integerFlag(input, 'parallel') ?? 8)
  const wanted = new Set(input.list('content-id'))
  if (!input.isOn('all') && !input.isOn('active') && input.arguments('blobs').length === 0) {
    throw new CairnError('CAIRN_USAGE', 'Nothing to inspect: give --all, --active, or the names of index blobs.')
  }
  await withRepository(context, { checksStorage: true, isReadOnly: true, mayBePartial: true }, async ({ care }) => {
    await printLines(context, linesOf(care, await blobsOf(care, context, input), wanted, parallel, context))
  })
  return 0
}

async function blobsOf(care: RepositoryCare, context: CliContext, input: CommandInput): Promise<readonly BlobId[]> {
  if (!input.isOn('all') && !input.isOn('active')) return input.arguments('blobs')
  const list = input.isOn('all') ? allIndexBlobs : activeIndexBlobs
  return (await list(care, context.signal)).map(({ id }) => id)
}

async function* linesOf(
  care: RepositoryCare,
  ids: readonly BlobId[],
  wanted: ReadonlySet<string>,
  parallel: number,
  { signal, times }: CliContext,
): AsyncGenerator<string> {
  for await (const { blob, entries } of readAhead(ids, parallel, (id) => inspectIndexBlob(care, id, signal))) {
    const written = times.precise(blobTimeNs(blob))
    for (const entry of entries) {
      if (wanted.size > 0 && !wanted.has(entry.id)) continue
      const time = times.precise(BigInt(entry.timestampSeconds) * 1_000_000_000n)
      const state = entry.isDeleted ? 'deleted' : 'created'
      yield `${written} ${blob.id} ${entry.id} ${state} ${time} ${entry.packBlobId} ${entry.packOffset} ${entry.packedLength}`
    }
  }
}
