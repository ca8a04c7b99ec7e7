/** Pins: names that keep a snapshot from being expired. */
import { compareUtf8 } from '../util/go-json.ts'

/** The pins after adding and removing some, sorted; undefined when nothing changes by that. */
export function changedPins(pins: readonly string[], add: readonly string[], remove: readonly string[]): string[] | undefined {
  const before = new Set(pins)
  const after = new Set([...pins, ...add])
  for (const pin of remove) after.delete(pin)
  if (after.size === before.size && [...after].every((pin) => before.has(pin))) return undefined
  return [...after].sort(compareUtf8)
}
