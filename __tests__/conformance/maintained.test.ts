/** Repositories of stock kopia, maintained here: everything that kopia says is in them can still be restored. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nullLogger } from '../../src/log.ts'
import { runMaintenance } from '../../src/maintenance/run.ts'
import { openStorage } from '../../src/repo/blob/open.ts'
import { type OpenedRepository, openRepository } from '../../src/repo/repository.ts'
import { listSnapshots } from '../../src/snapshot/store.ts'
import { walkTree } from '../../src/snapshot/tree.ts'
import { systemClock } from '../../src/util/clock.ts'
import { systemRandom } from '../../src/util/random.ts'
import { digestOf, type GoldenName, unpackGolden } from '../support/golden.ts'

async function open(dir: string, password: string): Promise<OpenedRepository> {
  const storage = await openStorage(
    { kind: 'filesystem', path: join(dir, 'repo') },
    { mode: 'existing', clock: systemClock, platform: process.platform },
  )
  const identity = { userName: 'maintainer', host: 'test' }
  return await openRepository({ storage, password, identity, clock: systemClock, random: systemRandom, workers: 0 })
}

/** Path -> length and hash of every file of every snapshot. */
async function everything(repository: OpenedRepository): Promise<string[]> {
  const lines: string[] = []
  for (const { id, rootEntry } of await listSnapshots(repository)) {
    if (rootEntry === undefined) continue
    for await (const event of walkTree(repository.objects, rootEntry)) {
      if (event.kind === 'unreadable') throw event.error
      if (event.kind !== 'entry') continue
      const { length, sha256 } = await digestOf(await repository.objects.open(event.entry.objectId))
      lines.push(`${id} ${event.path} ${length} ${sha256}`)
    }
  }
  return lines
}

describe.each<GoldenName>(['01-default', '03-hmac-chacha', '04-format-v1', '06-after-maintenance'])('%s', (name) => {
  test('keeps every file of every snapshot through two runs without margins', async () => {
    const { dir, facts } = await unpackGolden(name)
    const before = await open(dir, facts.password)
    const expected = await everything(before)
    expect(expected.length).toBeGreaterThan(0)
    for (let run = 0; run < 2; run++) {
      expect(await runMaintenance(before, { mode: 'full', safety: 'none', isForced: true, log: nullLogger })).toBe('full')
    }
    await before.close()
    const after = await open(dir, facts.password)
    expect(await everything(after)).toEqual(expected)
    await after.close()
  })
})
