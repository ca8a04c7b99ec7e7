import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { BUZHASH_TABLE } from '../../../src/repo/splitter/buzhash-table.ts'
import { createSplitter, DEFAULT_SPLITTER, SPLITTERS, type Splitter } from '../../../src/repo/splitter/index.ts'
import { counterStream, readVectors, sha256Hex } from '../../support/vectors.ts'

interface SplitterVectors {
  readonly algorithms: readonly string[]
  readonly default: string
  readonly inputSha256: Readonly<Record<string, string>>
  readonly cases: readonly { splitter: string; input: string; count: number; cutsEndOffsets: readonly number[]; truncated?: boolean }[]
}

const LENGTH = 20 * 1024 * 1024
const vectors = readVectors<SplitterVectors>('splitters')
const inputs: Record<string, Uint8Array> = {}

beforeAll(() => {
  inputs['stream'] = counterStream('split', LENGTH)
  inputs['zeros'] = new Uint8Array(LENGTH)
  inputs['periodic'] = periodic()
})

function periodic(): Uint8Array {
  const period = Buffer.from(Array.from({ length: 5000 }, (_, i) => `line ${i} of the periodic test input\n`).join(''))
  return new Uint8Array(Buffer.alloc(LENGTH, period))
}

function cutsOf(splitter: Splitter, bytes: Uint8Array): number[] {
  const cuts: number[] = []
  for (let start = 0; ; ) {
    const length = splitter.findCut(bytes, start, bytes.length)
    if (length === -1) return cuts
    start += length
    cuts.push(start)
  }
}

describe('splitters', () => {
  it('are the 23 names that kopia has', () => {
    expect(Object.keys(SPLITTERS).sort()).toEqual([...vectors.algorithms].sort())
    expect(DEFAULT_SPLITTER).toBe(vectors.default)
  })

  it('work on the inputs that the vectors were made from', () => {
    for (const [name, sha256] of Object.entries(vectors.inputSha256)) expect(sha256Hex(inputs[name] ?? new Uint8Array(0))).toBe(sha256)
  })

  it.each(vectors.algorithms)('%s cuts where kopia cuts', (name) => {
    const cases = vectors.cases.filter((each) => each.splitter === name)
    expect(cases.length).toBe(3)
    for (const { input, count, cutsEndOffsets, truncated } of cases) {
      const cuts = cutsOf(createSplitter(name), inputs[input] ?? new Uint8Array(0))
      expect(cuts.length, input).toBe(count)
      expect(truncated ? cuts.slice(0, cutsEndOffsets.length) : cuts, input).toEqual(cutsEndOffsets)
    }
  })

  it('refuse an unknown name and say which', () => {
    for (const name of ['DYNAMIC-3M-BUZHASH', '', 'hasOwnProperty']) {
      expect(() => createSplitter(name)).toThrow(
        expect.objectContaining({ code: 'CAIRN_FORMAT_UNSUPPORTED', message: expect.stringContaining(JSON.stringify(name)) }),
      )
    }
  })

  it('never wait for more than the longest segment, nor cut before the shortest', () => {
    for (const name of vectors.algorithms) {
      const { minBytes, maxBytes, findCut } = createSplitter(name)
      const bytes = inputs['periodic'] ?? new Uint8Array(0)
      expect(findCut(bytes, 0, minBytes - 1), name).toBe(-1)
      if (maxBytes > LENGTH) continue
      const cut = findCut(bytes, 0, maxBytes)
      expect(cut, name).toBeGreaterThanOrEqual(minBytes)
      expect(cut, name).toBeLessThanOrEqual(maxBytes)
    }
  })

  it.each(['DYNAMIC-128K-BUZHASH', 'DYNAMIC-128K-RABINKARP', 'FIXED-128K'])(
    '%s cuts at the same places whatever surrounds the bytes and however few are shown at a time',
    (name) => {
      const splitter = createSplitter(name)
      const total = 800_000
      const bytes = (inputs['stream'] ?? new Uint8Array(0)).subarray(0, total)
      const expected = cutsOf(splitter, bytes)
      fc.assert(
        fc.property(fc.nat(100), fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 8 }), (lead, reads) => {
          const shifted = new Uint8Array(lead + total + 50).fill(0xa5)
          shifted.set(bytes, lead)
          const cuts: number[] = []
          let start = lead
          for (let end = lead, i = 0; end < lead + total; i++) {
            end = Math.min(lead + total, end + (reads[i % reads.length] ?? 1) + 20_000)
            for (let cut = splitter.findCut(shifted, start, end); cut !== -1; cut = splitter.findCut(shifted, start, end)) {
              start += cut
              cuts.push(start - lead)
            }
          }
          expect(cuts).toEqual(expected)
        }),
        { numRuns: 6, verbose: 1 },
      )
    },
  )
})

describe('memory that a splitter lends', () => {
  it('is cut at the same places as any other, in one look or in many', () => {
    const splitter = createSplitter('DYNAMIC-128K-BUZHASH')
    const total = 1_500_000
    for (const input of ['stream', 'zeros', 'periodic']) {
      const bytes = (inputs[input] ?? new Uint8Array(0)).subarray(0, total)
      const lent = splitter.lend?.(total) ?? new Uint8Array(0)
      try {
        lent.set(bytes)
        expect(lent.buffer.byteLength).toBeGreaterThan(lent.length)
        const whole = lent.length === total ? lent : lent.subarray(0, total)
        expect(cutsOf(splitter, whole), input).toEqual(cutsOf(splitter, bytes))
        const cuts: number[] = []
        for (let start = 0, end = 0; end < total; ) {
          const searched = end - start
          end = Math.min(total, end + 30_011)
          for (let cut = splitter.findCut(lent, start, end, searched); cut !== -1; cut = splitter.findCut(lent, start, end)) {
            start += cut
            cuts.push(start)
          }
        }
        expect(cuts, input).toEqual(cutsOf(splitter, bytes))
      } finally {
        splitter.giveBack?.(lent)
      }
    }
  })

  it('is ordinary memory for the second who asks, until the first gives it back', () => {
    const { lend, giveBack } = createSplitter('DYNAMIC-128K-BUZHASH')
    const first = lend?.(1000)
    expect(lend?.(1000)).not.toBe(first)
    giveBack?.(first ?? new Uint8Array(0))
    expect(lend?.(1000)).toBe(first)
    giveBack?.(first ?? new Uint8Array(0))
  })
})

describe('what is known to hold no cut', () => {
  it.each(['DYNAMIC-128K-BUZHASH', 'DYNAMIC-128K-RABINKARP', 'FIXED-128K'])('is not looked at again by %s', (name) => {
    const splitter = createSplitter(name)
    const bytes = (inputs['stream'] ?? new Uint8Array(0)).subarray(0, 600_000)
    const cut = splitter.findCut(bytes, 0, bytes.length)
    expect(splitter.findCut(bytes, 0, bytes.length, cut - 1)).toBe(cut)
    expect(splitter.findCut(bytes, 0, cut - 1, cut - 2)).toBe(-1)
  })
})

describe('the buzhash table', () => {
  it('is the one of kopia', () => {
    const { table } = readVectors<{ table: number[] }>('buzhash-table')
    expect(Array.from(BUZHASH_TABLE, (each) => each >>> 0)).toEqual(table)
  })
})
