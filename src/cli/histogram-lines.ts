/** A histogram of sizes in Kopia's layout. */
import type { SizeHistogram } from '../commands/inspect/histogram.ts'
import type { SizeText } from '../report/kopia-numbers.ts'

/** A title, an empty line, and a line for each class. */
export function histogramLines(histogram: SizeHistogram, sizeText: SizeText): string[] {
  const classes = histogram.classes().map(({ count, from, below, totalBytes }) => {
    return `${String(count).padStart(9)} between ${sizeText(from)} and ${sizeText(below)} (total ${sizeText(totalBytes)})`
  })
  return ['Histogram:', '', ...classes]
}
