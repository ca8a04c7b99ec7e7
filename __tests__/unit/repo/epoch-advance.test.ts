import { expect, test } from 'vitest'
import { FakeClock } from '../../support/fake-clock.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { openTestRepository, testFormat } from '../../support/test-repository.ts'

const HOUR_MS = 3_600_000

test('a new epoch begins after a day with twenty index blobs, and everything written before and after it is read', async () => {
  const clock = new FakeClock()
  const storage = new MapStorage({ clock })
  const format = await testFormat()
  const repository = await openTestRepository({ storage, clock, format })
  const ids: string[] = []
  const write = async (text: string) => {
    ids.push((await repository.objects.writeBytes(new TextEncoder().encode(text))).id)
    await repository.flush()
  }
  for (let hour = 0; hour < 25; hour++) {
    expect(await repository.advanceEpoch()).toBe(undefined)
    await write(`hour ${hour}`)
    clock.advance(HOUR_MS)
  }
  expect(await repository.advanceEpoch()).toBe(1)
  expect(await repository.advanceEpoch()).toBe(undefined)
  await write('in the new epoch')
  await repository.close()

  const blobs = [...storage.blobs.keys()]
  expect(blobs.filter((id) => id.startsWith('xe'))).toEqual(['xe1'])
  expect(blobs.some((id) => id.startsWith('xn1_'))).toBe(true)
  const reopened = await openTestRepository({ storage, clock, format })
  for (const id of ids) expect((await reopened.objects.open(id)).length).toBeGreaterThan(0)
  await reopened.close()
})
