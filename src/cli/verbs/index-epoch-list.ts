/** `cairn index epoch list`. */
import { epochOverview } from '../../commands/inspect/epochs.ts'
import { withRepository } from '../../commands/open.ts'
import { type BlobMetadata, blobTimeNs } from '../../repo/blob/storage.ts'
import { type SizeText, sizeTextOf } from '../../report/kopia-numbers.ts'
import { durationText } from '../../report/kopia-text.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'

export async function indexEpochList(context: CliContext, _input: CommandInput): Promise<number> {
  const sizeText = sizeTextOf(context.env)
  const timeText = context.times.text
  await withRepository(context, { isReadOnly: true, mayBePartial: true }, async ({ care }) => {
    const { writeEpoch, startedNs, epochs, ranges } = await epochOverview(care, context.signal)
    context.print(`Current Epoch: ${writeEpoch}`)
    if (startedNs !== undefined) context.print(`Epoch Started  ${timeText(startedNs)}`)
    for (const { epoch, uncompacted, compacted } of epochs) {
      if (uncompacted.length > 0) context.print(openEpochLine(epoch, uncompacted, sizeText, timeText))
      const first = compacted?.[0]
      if (compacted === undefined || first === undefined) continue
      context.print(`${epoch}: ${timeText(blobTimeNs(first))} single-epoch ${compacted.length} blobs, ${sizeText(bytesOf(compacted))}`)
    }
    for (const { first, last, blobs } of ranges) {
      context.print(`${first}-${last}: range, ${blobs.length} blobs, ${sizeText(bytesOf(blobs))}`)
    }
  })
  return 0
}

function openEpochLine(epoch: number, blobs: readonly BlobMetadata[], sizeText: SizeText, timeText: (ns: bigint) => string): string {
  const times = blobs.map(blobTimeNs).sort((a, b) => (a < b ? -1 : 1))
  const [from = 0n, to = 0n] = [times[0], times.at(-1)]
  const spanSeconds = (to - from + 500_000_000n) / 1_000_000_000n
  const facts = `${blobs.length} blobs, ${sizeText(bytesOf(blobs))}, span ${durationText(spanSeconds * 1_000_000_000n)}`
  return `${epoch} ${timeText(from)} ... ${timeText(to)}, ${facts}`
}

function bytesOf(blobs: readonly BlobMetadata[]): number {
  return blobs.reduce((sum, { length }) => sum + length, 0)
}
