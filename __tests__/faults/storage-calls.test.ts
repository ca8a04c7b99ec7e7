/**
 * Every call to the storage fails once and for good, in a snapshot, a restore and full maintenance: nothing that was committed is ever lost.
 *
 * With CAIRN_FAULT_SECONDS, each of the tests ends after so many seconds, with as many of its cases, drawn by CAIRN_FAULT_SEED, as fit.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyCase, faultSeed, runCases, sampleOf } from '../support/fault-loop.ts'
import { FaultWorld } from '../support/fault-world.ts'
import { makeTempDir, removeDir } from '../support/temp-dir.ts'

const seed = faultSeed()
const limitMs = Number(process.env['CAIRN_FAULT_SECONDS'] ?? 'Infinity') * 1000

describe.each(['memory', 'files'] as const)('in %s', (place) => {
  let world: FaultWorld
  let folder: string
  const make = async () => (place === 'memory' ? world.map() : await world.files())

  beforeAll(async () => {
    folder = await makeTempDir('faults')
    world = await FaultWorld.create(folder, Date.now())
  }, 120_000)

  afterAll(() => removeDir(folder))

  test.each(['snapshot', 'restore', 'maintenance'] as const)('%s', async (operation) => {
    world.clock.setMs(Date.now())
    const cases = (await everyCase(world, make)).filter((each) => each.operation === operation)
    expect(cases.length).toBeGreaterThan(300)
    const { wrong, done } = await runCases(world, sampleOf(cases, cases.length, seed), make, limitMs)
    console.log(`${place}, ${operation}: ${done} of ${cases.length} cases, CAIRN_FAULT_SEED=${seed}`)
    expect(done).toBeGreaterThan(0)
    expect(wrong, `CAIRN_FAULT_SEED=${seed}`).toEqual([])
  })
})
