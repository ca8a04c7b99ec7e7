import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createErrorCorrection, DEFAULT_ERROR_CORRECTION, ERROR_CORRECTIONS, type ErrorCorrection } from '../../../src/repo/ecc/index.ts'
import { eccParameters } from '../../../src/repo/ecc/layout.ts'
import { reedSolomon } from '../../../src/repo/ecc/reed-solomon.ts'
import { equalBytes, toHex } from '../../../src/util/bytes.ts'
import { counterStream, readVectors, sha256Hex } from '../../support/vectors.ts'

interface EccVectors {
  readonly cases: readonly {
    overheadPercent: number
    inputLength: number
    encodedLength: number
    encodedSha256: string
    encodedHex?: string
  }[]
}

const { cases } = readVectors<EccVectors>('ecc')
const corrections = new Map<number, ErrorCorrection>()
function correction(percent: number): ErrorCorrection {
  const made = corrections.get(percent) ?? createErrorCorrection(DEFAULT_ERROR_CORRECTION, percent)
  corrections.set(percent, made)
  return made
}
const damaged = expect.objectContaining({ code: 'CAIRN_CONTENT_DAMAGED' })

/** A copy with the bytes from `start` on changed. */
function changed(bytes: Uint8Array, start: number, length = 1): Uint8Array {
  const copy = bytes.slice()
  for (let at = start; at < Math.min(start + length, copy.length); at++) copy[at] = (copy[at] ?? 0) ^ 0x55
  return copy
}

describe('error correction', () => {
  it('has the one algorithm of kopia, and refuses others by name', () => {
    expect(Object.keys(ERROR_CORRECTIONS)).toEqual(['REED-SOLOMON-CRC32'])
    for (const name of ['REED-SOLOMON', '', 'toString']) {
      expect(() => createErrorCorrection(name, 5)).toThrow(expect.objectContaining({ code: 'CAIRN_FORMAT_UNSUPPORTED' }))
    }
  })

  it.each(cases)('makes the bytes of kopia from $inputLength bytes at $overheadPercent percent, and reads them', (each) => {
    const input = counterStream('ecc', each.inputLength)
    const stored = correction(each.overheadPercent).encode(input)
    expect(stored.length).toBe(each.encodedLength)
    if (each.encodedHex !== undefined) expect(toHex(stored)).toBe(each.encodedHex)
    expect(sha256Hex(stored)).toBe(each.encodedSha256)
    expect(equalBytes(correction(each.overheadPercent).decode(stored), input)).toBe(true)
  })

  it.each([1, 5, 10, 25, 100])('repairs any byte that was changed, at %d percent', (percent) => {
    for (const length of [1, 100, 3000, 40_000]) {
      const input = counterStream('ecc', length)
      const stored = correction(percent).encode(input)
      const step = Math.max(1, Math.floor(stored.length / 97))
      for (let at = 0; at < stored.length; at += step) {
        expect(equalBytes(correction(percent).decode(changed(stored, at)), input), `byte ${at} of ${stored.length}`).toBe(true)
      }
      expect(equalBytes(correction(percent).decode(changed(stored, stored.length - 1)), input)).toBe(true)
    }
  })

  it('repairs as many shards of a block as there are parity shards, and not one more', () => {
    const { data, parity } = eccParameters(10)
    const input = counterStream('ecc', 3 * data * 64)
    const stored = correction(10).encode(input)
    const stride = 64 + 4
    const dataStart = 4 * parity * stride
    const lose = (count: number, from: number) => {
      const copy = stored.slice()
      for (let i = 0; i < count; i++) copy.fill(0xee, from + 3 * i * stride, from + 3 * i * stride + stride)
      return copy
    }
    const secondBlock = dataStart + data * stride
    expect(equalBytes(correction(10).decode(lose(parity, secondBlock)), input)).toBe(true)
    expect(() => correction(10).decode(lose(parity + 1, secondBlock))).toThrow(damaged)
    // One lost parity shard leaves room for one lost data shard less.
    expect(() => correction(10).decode(changed(lose(parity, secondBlock), parity * stride))).toThrow(damaged)
  })

  it('repairs a few changed bytes in strings of every length', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0, max: 0.999 }),
        (length, percent, where) => {
          const input = counterStream('any', length)
          const stored = correction(percent).encode(input)
          expect(equalBytes(correction(percent).decode(stored), input)).toBe(true)
          expect(equalBytes(correction(percent).decode(changed(stored, Math.floor(where * stored.length), 2)), input)).toBe(true)
        },
      ),
      { numRuns: 40, verbose: 1 },
    )
  })

  it('gives an error or bytes for whatever is stored, never anything else', () => {
    for (const percent of [1, 10, 100]) {
      const stored = correction(percent).encode(counterStream('ecc', 9000))
      for (let length = 0; length < stored.length; length += 1 + Math.floor(length / 9)) {
        try {
          expect(correction(percent).decode(stored.subarray(0, length)).length).toBeLessThanOrEqual(9000)
        } catch (error) {
          expect(error).toEqual(damaged)
        }
      }
      expect(() => correction(percent).decode(counterStream('noise', 5000))).toThrow(damaged)
    }
  })

  it('refuses a length that its shards cannot hold', () => {
    // Six shards of one byte with sound checksums: the length says 0xffffffff.
    const stored = correction(10).encode(new Uint8Array(0))
    const shard = stored.subarray(2 * 5, 3 * 5)
    expect(toHex(shard)).toBe('d202ef8d00')
    const hostile = stored.slice()
    for (let i = 0; i < 4; i++) hostile.set([0xff, 0, 0, 0, 0xff], (2 + i) * 5)
    const crcOfFf = [0xff, 0x00, 0x00, 0x00]
    for (let i = 0; i < 4; i++) hostile.set([...crcOfFf, 0xff], (2 + i) * 5)
    expect(() => correction(10).decode(hostile)).toThrow(damaged)
  })
})

describe('Reed-Solomon codes', () => {
  it('give the data back from any shards of the same number', () => {
    const code = reedSolomon(6, 2)
    const data = counterStream('rs', 60)
    const starts = [0, 10, 20, 30, 40, 50]
    const all = [...starts.map((start) => data.slice(start, start + 10)), ...code.encode(data, starts, 10)]
    for (let a = 0; a < 8; a++) {
      for (let b = a + 1; b < 8; b++) {
        const shards: (Uint8Array | undefined)[] = all.map((shard, i) => (i === a || i === b ? undefined : shard))
        expect(code.restore(shards, 10)).toBe(true)
        expect(shards.slice(0, 6).map((shard) => toHex(shard ?? new Uint8Array(0)))).toEqual(all.slice(0, 6).map(toHex))
      }
    }
    expect(code.restore([undefined, undefined, undefined, ...all.slice(3)], 10)).toBe(false)
  })
})
