/** A store that acknowledges what it does not keep: out of reach when it happens, and found by verification. */
import { expect, test } from 'vitest'
import { FaultWorld } from '../../support/fault-world.ts'
import { FaultyStorage } from '../../support/faulty-storage.ts'
import { tempDir } from '../../support/temp-dir.ts'

test('a pack or an index blob that was acknowledged and not kept costs no earlier snapshot, and is found', async () => {
  const world = await FaultWorld.create(await tempDir('lie'), Date.now())
  const counting = new FaultyStorage(world.map())
  await world.perform('snapshot', counting)
  const puts = counting.calls.filter(({ method }) => method === 'putBlob').map(({ id }) => id)
  let found = 0
  for (const [at, id] of puts.entries()) {
    if (!/^(p|q|xn)/.test(id)) continue
    const storage = world.map()
    const liar = new FaultyStorage(storage, [{ method: 'putBlob', call: at + 1, does: 'lie' }])
    await world.perform('snapshot', liar)
    const wrong = await world.findings(storage, true)
    expect(
      wrong.filter((line) => [...world.base.model.keys()].some((base) => line.startsWith(`Snapshot ${base}`))),
      id,
    ).toEqual([])
    expect(wrong, id).not.toEqual([])
    found++
  }
  expect(found).toBeGreaterThanOrEqual(3)
})
