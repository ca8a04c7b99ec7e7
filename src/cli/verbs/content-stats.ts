/** `cairn content stats`. */
import { contentStats } from '../../commands/inspect/content-stats.ts'
import { selectContents } from '../../commands/inspect/contents.ts'
import { withRepository } from '../../commands/open.ts'
import { savingText, sizeTextOf } from '../../report/kopia-numbers.ts'
import type { CommandInput } from '../command-spec.ts'
import { contentRangeOf } from '../content-range.ts'
import type { CliContext } from '../context.ts'
import { histogramLines } from '../histogram-lines.ts'

export async function contentStatsVerb(context: CliContext, input: CommandInput): Promise<number> {
  const sizeText = input.isOn('raw') ? String : sizeTextOf(context.env)
  const selection = { range: contentRangeOf(input), deleted: 'without' } as const
  await withRepository(context, { isReadOnly: true }, async ({ care }) => {
    const stats = contentStats(selectContents(care.contents, selection, context.signal))
    const { count, originalBytes, packedBytes } = stats
    context.print(`Count: ${count}`)
    context.print(`Total Bytes: ${sizeText(originalBytes)}`)
    if (packedBytes < originalBytes) {
      context.print(`Total Packed: ${sizeText(packedBytes)} (compression ${savingText(originalBytes, packedBytes)})`)
    }
    if (stats.methodCount > 1) {
      context.print('By Method:')
      for (const [name, method] of stats.methods) {
        const size = `count: ${method.count} size: ${sizeText(method.originalBytes)}`
        const saved = `packed: ${sizeText(method.packedBytes)} compression: ${savingText(method.originalBytes, method.packedBytes)}`
        context.print(name === '' ? `  ${'(uncompressed)'.padEnd(22)} ${size}` : `  ${name.padEnd(22)} ${size} ${saved}`)
      }
    }
    if (count === 0) return
    context.print(`Average: ${sizeText(Math.floor(originalBytes / count))}`)
    for (const line of histogramLines(stats.histogram, sizeText)) context.print(line)
  })
  return 0
}
