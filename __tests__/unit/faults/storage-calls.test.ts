/** A small sample of what `npm run test:faults` does in full (docs/reliability.md, "How it is tested"). */
import { expect, test } from 'vitest'
import { everyCase, faultSeed, runCases, sampleOf } from '../../support/fault-loop.ts'
import { FaultWorld } from '../../support/fault-world.ts'
import { tempDir } from '../../support/temp-dir.ts'

test('whatever call to the storage fails, what was committed stays and the next snapshot works', async () => {
  const seed = faultSeed()
  const world = await FaultWorld.create(await tempDir('faults'), Date.now())
  const cases = sampleOf(await everyCase(world, async () => world.map()), 45, seed)
  const inMemory = await runCases(world, cases.slice(0, 35), async () => world.map())
  const inFiles = await runCases(world, cases.slice(35), () => world.files())
  expect([...inMemory.wrong, ...inFiles.wrong], `CAIRN_FAULT_SEED=${seed}`).toEqual([])
})
