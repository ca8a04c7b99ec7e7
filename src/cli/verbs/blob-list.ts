/** `cairn blob list`. */
import { type BlobFilter, listBlobs } from '../../commands/inspect/blobs.ts'
import { withRepository } from '../../commands/open.ts'
import { type BlobMetadata, blobTimeNs } from '../../repo/blob/storage.ts'
import type { GoJsonValue } from '../../util/go-json.ts'
import { formatTimestamp } from '../../util/timestamp.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { integerFlag } from '../flag-values.ts'
import { printListing } from '../print-lines.ts'
import type { TimeTexts } from '../time-text.ts'

export async function blobList(context: CliContext, input: CommandInput): Promise<number> {
  const filter: BlobFilter = {
    prefix: input.text('prefix') ?? '',
    excludedPrefixes: input.list('exclude-prefix'),
    minSize: integerFlag(input, 'min-size') ?? 0,
    maxSize: integerFlag(input, 'max-size') ?? 0,
    isDataOnly: input.isOn('data-only'),
  }
  await withRepository(context, { isReadOnly: true, mayBePartial: true }, async ({ care }) => {
    await printListing(context, input, listBlobs(care.storage, filter, context.signal), {
      json: blobJson,
      text: (blob) => blobLine(blob, context.times),
    })
  })
  return 0
}

function blobLine(blob: BlobMetadata, times: TimeTexts): string {
  return `${blob.id.padEnd(70)} ${String(blob.length).padStart(10)} ${times.text(blobTimeNs(blob))}`
}

/** The members that Kopia prints of every blob. */
export function blobJson(blob: BlobMetadata): { readonly [name: string]: GoJsonValue } {
  return { id: blob.id, length: blob.length, timestamp: formatTimestamp(blobTimeNs(blob)) }
}
