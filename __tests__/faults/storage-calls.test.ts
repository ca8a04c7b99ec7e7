/** Every call to the storage fails once and for good, in a snapshot, a restore and full maintenance: nothing that was committed is ever lost. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyCase, FAULT_KINDS, type FaultCase, runCase } from '../support/fault-loop.ts'
import { FaultWorld } from '../support/fault-world.ts'
import { makeTempDir, removeDir } from '../support/temp-dir.ts'

let world: FaultWorld
let folder: string
let cases: FaultCase[]

beforeAll(async () => {
  folder = await makeTempDir('faults')
  world = await FaultWorld.create(folder, Date.now())
  cases = await everyCase(world, async () => world.map())
}, 120_000)

afterAll(() => removeDir(folder))

describe('in memory', () => {
  test.each(FAULT_KINDS.map(({ name }) => name))('%s', { timeout: 3_600_000 }, async (name) => {
    const wrong: string[] = []
    for (const each of cases.filter(({ kind }) => kind.name === name)) wrong.push(...(await runCase(world, each, async () => world.map())))
    expect(wrong).toEqual([])
  })
})
