/** How many things there are of which size, by powers of ten. */

const LIMITS = [10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000]

/** Sizes from the limit before up to `below`. */
export interface SizeClass {
  readonly from: number
  readonly below: number
  readonly count: number
  readonly totalBytes: number
}

/** Counts sizes; those of the last limit and above are in no class. */
export class SizeHistogram {
  readonly #counts = LIMITS.map(() => ({ count: 0, totalBytes: 0 }))

  add(sizeBytes: number): void {
    const found = this.#counts[LIMITS.findIndex((limit) => sizeBytes < limit)]
    if (found === undefined) return
    found.count++
    found.totalBytes += sizeBytes
  }

  classes(): SizeClass[] {
    return this.#counts.map((each, index) => ({ ...each, from: LIMITS[index - 1] ?? 0, below: LIMITS[index] ?? 0 }))
  }
}
