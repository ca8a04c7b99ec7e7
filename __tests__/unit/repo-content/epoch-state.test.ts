import { describe, expect, it } from 'vitest'
import type { BlobMetadata } from '../../../src/repo/blob/storage.ts'
import { completeSets, numberOfEpochBlob, rangeOfEpochBlob, uncompactedPrefix } from '../../../src/repo/content/epoch.ts'
import { activeIndexBlobs, epochStateOf, epochsToList } from '../../../src/repo/content/epoch-state.ts'

const blobsOf = (...ids: string[]): BlobMetadata[] => ids.map((id) => ({ id, length: 1, timestampMs: 0 }))
const H = '0123456789abcdef0123456789abcdef'

/** State and active blobs of a repository that holds exactly these blobs. */
function read(...ids: string[]) {
  const having = (prefix: string) => blobsOf(...ids.filter((id) => id.startsWith(prefix)))
  const state = epochStateOf({
    markers: having('xe'),
    watermarks: having('xw'),
    compactedEpochs: having('xs'),
    compactedRanges: having('xr'),
  })
  const epochs = epochsToList(state)
  const uncompacted = epochs === undefined ? having('xn') : epochs.flatMap((epoch) => having(uncompactedPrefix(epoch)))
  const active = activeIndexBlobs(state, uncompacted)
  // Listing more than needed must not change the result.
  expect(
    activeIndexBlobs(state, having('xn'))
      .map(({ id }) => id)
      .sort(),
  ).toEqual(active.map(({ id }) => id).sort())
  return { state, epochs, active: active.map(({ id }) => id).sort() }
}

describe('the state of epochs', () => {
  it('of an empty repository is epoch 0 without entries', () => {
    const { state, epochs, active } = read()
    expect(state).toEqual({ writeEpoch: 0, watermarkSeconds: 0, ranges: [], firstUncovered: 0, compactedEpochs: new Map() })
    expect(epochs).toEqual([0, 1])
    expect(active).toEqual([])
  })

  it('takes the highest epoch and watermark by number, not by name, and ignores other names', () => {
    const { state } = read('xe9', 'xe10', 'xe2', 'xe', 'xefoo', 'xe11x', `xe${'9'.repeat(40)}`, 'xw999', 'xw1000', 'xw')
    expect(state.writeEpoch).toBe(10)
    expect(state.watermarkSeconds).toBe(1000)
  })

  it('reads the write epoch, the one before and the one after uncompacted, and no later one', () => {
    const all = [0, 1, 2, 3, 4].map((epoch) => `xn${epoch}_${H}-s1-c1`)
    expect(read('xe2', `xs1_${H}-s2-c1`, `xs2_${H}-s3-c1`, ...all).active).toEqual([all[0], all[1], all[2], all[3]])
  })

  it('reads a settled epoch from its compaction', () => {
    expect(read('xe2', `xs0_${H}-s2-c1`, `xn0_${H}-s1-c1`, `xn1_${H}-s1-c1`).active).toEqual([`xn1_${H}-s1-c1`, `xs0_${H}-s2-c1`])
  })

  it('does not take epoch 10 for epoch 1', () => {
    expect(read(`xn1_${H}-s1-c1`, `xn10_${H}-s1-c1`).active).toEqual([`xn1_${H}-s1-c1`])
  })

  it('ignores a compaction of which a part is missing', () => {
    const entries = `xn0_${H}-s1-c1`
    expect(read('xe2', entries, `xs0_${H}-s2-c2`).active).toEqual([entries])
    const parts = [`xs0_${H}-s2-c2`, `xs0_${H.replace('0', '1')}-s2-c2`]
    expect(read('xe2', entries, ...parts).active).toEqual(parts)
  })

  it('takes one of two complete compactions, passing over an incomplete one', () => {
    const first = `xs0_${H}-saa-c1`
    const second = `xs0_${H}-sbb-c1`
    const { active } = read('xe2', `xn0_${H}-s1-c1`, `xs0_${H}-s99-c2`, second, first)
    expect(active).toHaveLength(1)
    expect([first, second]).toContain(active[0])
  })

  it('takes a compaction whose name has no set as complete', () => {
    expect(completeSets(blobsOf('xs0_ff', 'xs0_ee')).map((set) => set.map(({ id }) => id))).toEqual([['xs0_ee'], ['xs0_ff']])
  })
})

describe('ranges of epochs', () => {
  it('replace everything below them: write epoch 7, two ranges, single compactions and leftovers of old epochs', () => {
    const ranges = [`xr0_2_${H}-sa1-c1`, `xr3_4_${H}-sa2-c1`]
    const singles = [0, 1, 2, 3, 4, 5].map((epoch) => `xs${epoch}_${H}-sb${epoch}-c1`)
    const added = [3, 4, 5, 6, 7, 8].map((epoch) => `xn${epoch}_${H}-sc${epoch}-c1`)
    const watermarks = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `xw179539761${n}`)
    const { state, epochs, active } = read('xe5', 'xe6', 'xe7', ...ranges, ...singles, ...added, ...watermarks)
    expect(state).toMatchObject({ writeEpoch: 7, watermarkSeconds: 1795397619, firstUncovered: 5 })
    expect(epochs).toEqual([6, 7, 8])
    expect(active).toEqual([added[3], added[4], added[5], ...ranges, singles[5]])
  })

  it('form the chain that reaches farthest, and of those the shortest', () => {
    const chainOf = (...ranges: [number, number][]) =>
      read('xe99', ...ranges.map(([first, last], i) => `xr${first}_${last}_${H}-s${i}-c1`)).state.ranges.map(({ first, last }) => [
        first,
        last,
      ])
    expect(chainOf([0, 2], [3, 5], [0, 4])).toEqual([
      [0, 2],
      [3, 5],
    ])
    expect(chainOf([0, 2], [3, 5], [0, 5])).toEqual([[0, 5]])
    expect(chainOf([0, 9], [3, 20])).toEqual([[0, 9]])
    expect(chainOf([1, 9])).toEqual([])
    expect(chainOf([0, 1], [2, 3], [4, 5], [4, 9], [10, 11])).toEqual([
      [0, 1],
      [2, 3],
      [4, 9],
      [10, 11],
    ])
  })

  it('are ignored when incomplete', () => {
    expect(read('xe9', `xr0_2_${H}-s1-c2`, `xr0_1_${H}-s2-c1`).state.ranges).toMatchObject([{ first: 0, last: 1 }])
  })
})

describe('names made to hurt', () => {
  it('cannot make the reader list a billion epochs', () => {
    const entries = `xn5_${H}-s1-c1`
    const { epochs, active } = read('xe999999999999999', entries, `xn999999999999999_${H}-s1-c1`)
    expect(epochs).toBeUndefined()
    expect(active).toEqual([entries, `xn999999999999999_${H}-s1-c1`])
  })

  it('give no number or range', () => {
    for (const id of ['xn', 'xn_', 'xn1', 'xq1_', 'n1_', 'xn1.5_', 'xn-1_', `xn${'1'.repeat(16)}_`]) {
      expect(numberOfEpochBlob(id), id).toBe(id === 'xn1' ? 1 : undefined)
    }
    for (const id of ['xr0_', 'xr0_1', 'xr2_1_ff', 'xr_1_ff', 'xs0_1_ff']) expect(rangeOfEpochBlob(id), id).toBeUndefined()
    expect(rangeOfEpochBlob('xr2_10_ff')).toEqual({ first: 2, last: 10 })
  })
})
