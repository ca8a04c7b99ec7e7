import { describe, expect, it } from 'vitest'
import { BoundedQueue } from '../../../src/util/bounded-queue.ts'
import { SpareHands } from '../../../src/util/spare-hands.ts'

describe('a bounded queue', () => {
  it('gives items in their order and makes who fills it wait for who empties it', async () => {
    const queue = new BoundedQueue<number>(2)
    const pushed: number[] = []
    const filling = (async () => {
      for (let item = 0; item < 10; item++) {
        await queue.push(item)
        pushed.push(item)
      }
      queue.close()
    })()
    await new Promise((resolve) => setImmediate(resolve))
    expect(pushed).toEqual([0, 1])
    const taken: number[] = []
    for (let item = await queue.take(); item !== undefined; item = await queue.take()) taken.push(item)
    await filling
    expect(taken).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('wakes everybody when it is closed', async () => {
    const empty = new BoundedQueue<number>(1)
    const waiting = Promise.all([empty.take(), empty.take()])
    empty.close()
    expect(await waiting).toEqual([undefined, undefined])
    const full = new BoundedQueue<number>(1)
    await full.push(1)
    const late = full.push(2)
    full.close()
    expect(await late).toBe(false)
    expect(await full.take()).toBe(1)
    expect(await full.take()).toBeUndefined()
  })
})

describe('spare hands', () => {
  it('never do more at a time than there are, however deep the work nests', async () => {
    const hands = new SpareHands(3)
    let running = 0
    let most = 0
    const work = async (depth: number): Promise<number> => {
      if (depth > 0) return (await hands.each([1, 2, 3], () => work(depth - 1))).reduce((sum, each) => sum + each, 0)
      running++
      most = Math.max(most, running)
      await new Promise((resolve) => setImmediate(resolve))
      running--
      return 1
    }
    expect(await work(4)).toBe(81)
    expect(most).toBe(3)
  })

  it('keep the order of results', async () => {
    const hands = new SpareHands(4)
    const doubled = await hands.each([3, 1, 2], async (item) => {
      for (let turn = 0; turn < item; turn++) await new Promise((resolve) => setImmediate(resolve))
      return item * 2
    })
    expect(doubled).toEqual([6, 2, 4])
  })

  it('end what was begun before the first failure is thrown, and begin no more', async () => {
    const hands = new SpareHands(2)
    const ended: number[] = []
    const all = hands.each([1, 2, 3, 4, 5], async (item) => {
      await new Promise((resolve) => setImmediate(resolve))
      if (item === 2) throw new Error('two')
      ended.push(item)
    })
    await expect(all).rejects.toThrow('two')
    expect(ended).toContain(1)
    expect(ended).not.toContain(5)
    expect(hands.share(async () => 'free again')).toBeDefined()
  })
})
