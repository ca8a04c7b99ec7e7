/**
 * Arithmetic of bytes as elements of GF(2^8): addition is XOR, multiplication is that of polynomials modulo
 * x^8 + x^4 + x^3 + x^2 + 1 (docs/repository-format.md, "Error correction").
 */
import { CairnError } from '../../errors.ts'

const POLYNOMIAL = 0x11d
const ORDER = 255

/** 2^i for i below 510, so that sums of two logarithms need no reduction; and the logarithm of every byte but 0. */
const EXP = new Uint8Array(2 * ORDER)
const LOG = new Uint8Array(256)
for (let i = 0, power = 1; i < ORDER; i++) {
  EXP[i] = power
  EXP[i + ORDER] = power
  LOG[power] = i
  power <<= 1
  if (power > 255) power ^= POLYNOMIAL
}

/** Rows of equal length. */
export type Matrix = readonly Uint8Array[]

/** The product of two bytes. */
export function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (EXP[(LOG[a] ?? 0) + (LOG[b] ?? 0)] ?? 0)
}

/** The quotient of two bytes; `b` is not 0. */
export function divide(a: number, b: number): number {
  return a === 0 ? 0 : (EXP[(LOG[a] ?? 0) + ORDER - (LOG[b] ?? 0)] ?? 0)
}

/** The product of two matrices. */
export function multiplyMatrices(a: Matrix, b: Matrix): Uint8Array[] {
  const width = b[0]?.length ?? 0
  return a.map((row) => {
    const product = new Uint8Array(width)
    row.forEach((factor, k) => {
      const other = b[k]
      if (factor === 0 || other === undefined) return
      for (let c = 0; c < width; c++) product[c] = (product[c] ?? 0) ^ multiply(factor, other[c] ?? 0)
    })
    return product
  })
}

/** The inverse of a square matrix, by elimination; CAIRN_INTERNAL when there is none, which the codes here never ask for. */
export function invert(matrix: Matrix): Uint8Array[] {
  const size = matrix.length
  // Each row with a row of the identity behind it, which becomes the inverse.
  const rows = matrix.map((row, r) => {
    const extended = new Uint8Array(2 * size)
    extended.set(row)
    extended[size + r] = 1
    return extended
  })
  for (let column = 0; column < size; column++) {
    const pivotAt = rows.findIndex((row, r) => r >= column && row[column] !== 0)
    const pivot = rows[pivotAt]
    if (pivot === undefined) throw new CairnError('CAIRN_INTERNAL', 'A matrix of the error correction has no inverse.')
    rows[pivotAt] = rows[column] ?? pivot
    rows[column] = pivot
    scale(pivot, divide(1, pivot[column] ?? 0))
    for (const row of rows) if (row !== pivot) subtract(row, pivot, row[column] ?? 0)
  }
  return rows.map((row) => row.slice(size))
}

function scale(row: Uint8Array, factor: number): void {
  for (let c = 0; c < row.length; c++) row[c] = multiply(row[c] ?? 0, factor)
}

/** Takes `factor` times `other` off `row`; adding and subtracting are the same here. */
function subtract(row: Uint8Array, other: Uint8Array, factor: number): void {
  if (factor === 0) return
  for (let c = 0; c < row.length; c++) row[c] = (row[c] ?? 0) ^ multiply(other[c] ?? 0, factor)
}
