/** `cairn index list`. */
import { activeIndexBlobs, allIndexBlobs } from '../../commands/inspect/index-blobs.ts'
import { withRepository } from '../../commands/open.ts'
import { type BlobMetadata, blobTimeNs } from '../../repo/blob/storage.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { printListing } from '../print-lines.ts'
import type { TimeTexts } from '../time-text.ts'
import { blobJson } from './blob-list.ts'

export async function indexList(context: CliContext, input: CommandInput): Promise<number> {
  await withRepository(context, { isReadOnly: true, mayBePartial: true }, async ({ care }) => {
    const list = input.isOn('superseded') ? allIndexBlobs : activeIndexBlobs
    const blobs = [...(await list(care, context.signal))].sort(orderOf(input.text('sort')))
    // Neither program fills this list any more.
    await printListing(context, input, blobs, {
      json: (blob) => ({ ...blobJson(blob), Superseded: null }),
      text: (blob) => lineOf(blob, context.times),
    })
    if (input.isOn('summary') && !input.isOn('json')) context.print(`total ${blobs.length} indexes`)
  })
  return 0
}

function lineOf(blob: BlobMetadata, times: TimeTexts): string {
  return `${blob.id.padEnd(60)} ${String(blob.length).padStart(10)} ${times.precise(blobTimeNs(blob))} []`
}

function orderOf(sort: string | undefined): (a: BlobMetadata, b: BlobMetadata) => number {
  const byName = (a: BlobMetadata, b: BlobMetadata) => (a.id < b.id ? -1 : 1)
  if (sort === 'name') return byName
  if (sort === 'size') return (a, b) => a.length - b.length || byName(a, b)
  return (a, b) => Number(blobTimeNs(a) - blobTimeNs(b)) || byName(a, b)
}
