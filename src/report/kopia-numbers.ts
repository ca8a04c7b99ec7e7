/** Sizes, counts and shares exactly as Kopia's listings print them. */
import { tenths } from '../util/format.ts'

export { countText, type SizeText, sizeTextOf } from '../util/format.ts'

/** By how much `packed` is smaller: `53.6%`, or `0%` when it is not. */
export function savingText(original: number, packed: number): string {
  return packed >= original || original === 0 ? '0%' : `${tenths(100 * (1 - packed / original))}%`
}
