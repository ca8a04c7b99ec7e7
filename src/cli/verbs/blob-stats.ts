/** `cairn blob stats`. */
import { listBlobs } from '../../commands/inspect/blobs.ts'
import { SizeHistogram } from '../../commands/inspect/histogram.ts'
import { withRepository } from '../../commands/open.ts'
import { sizeTextOf } from '../../report/kopia-numbers.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { histogramLines } from '../histogram-lines.ts'

export async function blobStats(context: CliContext, input: CommandInput): Promise<number> {
  const sizeText = input.isOn('raw') ? String : sizeTextOf(context.env)
  const filter = { prefix: input.text('prefix') ?? '', excludedPrefixes: [], minSize: 0, maxSize: 0, isDataOnly: false }
  const histogram = new SizeHistogram()
  let [count, total] = [0, 0]
  await withRepository(context, { isReadOnly: true, mayBePartial: true }, async ({ care }) => {
    for await (const { length } of listBlobs(care.storage, filter, context.signal)) {
      count++
      total += length
      histogram.add(length)
    }
  })
  context.print(`Count: ${count}`)
  context.print(`Total: ${sizeText(total)}`)
  if (count === 0) return 0
  context.print(`Average: ${sizeText(Math.floor(total / count))}`)
  for (const line of histogramLines(histogram, sizeText)) context.print(line)
  return 0
}
