/**
 * Reed-Solomon codes: `parity` shards made of `data` shards, any `data` of which give all of them back
 * (docs/repository-format.md, "Error correction").
 *
 * code = V x inverse(top of V), V[r][c] = r^c        the top is the identity: data shards stay as they are
 *
 * The bytes at one place of the data shards are the values of a polynomial at 0, 1, 2, ...; those of the parity shards are its values further on.
 * So the factors below the identity are Lagrange's, and no large matrix has to be inverted.
 */
import { divide, invert, type Matrix, multiply, multiplyMatrices } from './galois.ts'

/** Rows of the code that are computed together: their products with one byte fit a 32-bit word. */
const LANES = 4

/** A code of fixed numbers of shards; has no state but tables, so one value serves all. */
export interface ReedSolomon {
  readonly data: number
  readonly parity: number
  /** The parity shards of data shards, all `size` bytes long; shard i is read at `starts[i]` of `bytes`, as far as `bytes` goes. */
  encode(bytes: Uint8Array, starts: readonly number[], size: number): Uint8Array[]
  /** Fills the data shards that are undefined from the others; false when fewer than `data` shards are there. */
  restore(shards: (Uint8Array | undefined)[], size: number): boolean
}

/** Makes the code of `data` and `parity` shards, together at most 256. Tables of 1 KiB per data shard are built at the first use. */
export function reedSolomon(data: number, parity: number): ReedSolomon {
  const parityRows = Array.from({ length: parity }, (_, i) => parityRow(data, data + i))
  let tables: readonly Uint32Array[] | undefined
  return {
    data,
    parity,
    encode(bytes, starts, size) {
      tables ??= productTables(parityRows)
      return combineAll(tables, parity, bytes, starts, size)
    },
    restore(shards, size) {
      const missing = Array.from({ length: data }, (_, i) => i).filter((i) => shards[i] === undefined)
      if (missing.length === 0) return true
      const helpers = parityRows
        .flatMap((row, i) => (shards[data + i] === undefined ? [] : [{ row, at: data + i }]))
        .slice(0, missing.length)
      if (helpers.length < missing.length) return false
      // helper = sum over present + sum over missing, so missing = inverse x (helpers + sums over present).
      const present = Array.from({ length: data }, (_, i) => i).filter((i) => shards[i] !== undefined)
      const inverse = invert(helpers.map(({ row }) => row.filter((_, i) => shards[i] === undefined)))
      const ofPresent = helpers.map(({ row }) => row.filter((_, i) => shards[i] !== undefined))
      const fromPresent = multiplyMatrices(inverse, ofPresent)
      const rows = inverse.map((row, i) => Uint8Array.from([...row, ...(fromPresent[i] ?? [])]))
      const sources = [...helpers.map(({ at }) => at), ...present]
      const bytes = new Uint8Array(data * size)
      for (const [i, source] of sources.entries()) bytes.set(shards[source] ?? [], i * size)
      const starts = sources.map((_, i) => i * size)
      const restored = combineAll(productTables(rows), rows.length, bytes, starts, size)
      missing.forEach((i, at) => {
        shards[i] = restored[at]
      })
      return true
    },
  }
}

/** The factors that give parity shard `point` (counted after the data shards): Lagrange's, for the points 0 to `data` - 1. */
function parityRow(data: number, point: number): Uint8Array {
  return Uint8Array.from({ length: data }, (_, c) => {
    let factor = 1
    for (let k = 0; k < data; k++) if (k !== c) factor = divide(multiply(factor, point ^ k), c ^ k)
    return factor
  })
}

/** For every four rows a table: entry `column * 256 + byte` holds the products of that byte with the four factors of the column. */
function productTables(rows: Matrix): Uint32Array[] {
  const tables: Uint32Array[] = []
  for (let first = 0; first < rows.length; first += LANES) {
    const group = rows.slice(first, first + LANES)
    const columns = group[0]?.length ?? 0
    const table = new Uint32Array(columns * 256)
    for (let column = 0; column < columns; column++) {
      for (let byte = 0; byte < 256; byte++) {
        let word = 0
        group.forEach((row, lane) => {
          word |= multiply(row[column] ?? 0, byte) << (8 * lane)
        })
        table[column * 256 + byte] = word
      }
    }
    tables.push(table)
  }
  return tables
}

function combineAll(
  tables: readonly Uint32Array[],
  rows: number,
  bytes: Uint8Array,
  starts: readonly number[],
  size: number,
): Uint8Array[] {
  return tables.flatMap((table, group) => combine(table, bytes, starts, size, Math.min(LANES, rows - group * LANES)))
}

/** The sums of products of one table with the shards: `lanes` new shards. */
function combine(table: Uint32Array, bytes: Uint8Array, starts: readonly number[], size: number, lanes: number): Uint8Array[] {
  const words = new Uint32Array(size)
  for (let shard = 0; shard < starts.length; shard++) {
    const start = starts[shard] ?? 0
    // What is beyond the end counts as zeros, which add nothing.
    const length = Math.min(size, bytes.length - start)
    const base = shard * 256
    // Indexes are within the arrays by construction; this is the inner loop of writing.
    for (let i = 0; i < length; i++) words[i] = (words[i] as number) ^ (table[base + (bytes[start + i] as number)] as number)
  }
  return Array.from({ length: lanes }, (_, lane) => {
    const made = new Uint8Array(size)
    // A byte array keeps the low eight bits only.
    for (let i = 0; i < size; i++) made[i] = (words[i] as number) >>> (8 * lane)
    return made
  })
}
