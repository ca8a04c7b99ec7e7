import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openStorage } from '../../../src/repo/blob/open.ts'
import { type OpenedRepository, openRepository } from '../../../src/repo/repository.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { GOLDEN_NAMES, type GoldenFacts, unpackGolden } from '../../support/golden.ts'
import { seededBytes, seededRandom, TEST_IDENTITY } from '../../support/test-repository.ts'

/** What the policies of some folders say about cutting, in 02-multichunk; files of `parallel` are written in sections. */
const SPLITTERS: Readonly<Record<string, string>> = {
  dyn128k: 'DYNAMIC-128K-BUZHASH',
  dyn1m: 'DYNAMIC-1M-BUZHASH',
  fixed1m: 'FIXED-1M',
  'not-inherited': 'FIXED-256K',
  rk128k: 'DYNAMIC-128K-RABINKARP',
}
const IN_SECTIONS = 'parallel/'
const LONGEST_BYTES = 8 * 1024 * 1024

let opened = 0

async function open(dir: string, facts: GoldenFacts): Promise<OpenedRepository> {
  opened++
  const clock = new FakeClock(Date.UTC(2027, 0, 1))
  const random = seededRandom(`append ${opened}`)
  const storage = await openStorage(
    { kind: 'filesystem', path: join(dir, 'repo') },
    { mode: 'existing', clock, platform: process.platform },
  )
  const repository = await openRepository({ storage, password: facts.password, identity: TEST_IDENTITY, clock, random, workers: 0 })
  onTestFinished(() => repository.close())
  return repository
}

describe.each(GOLDEN_NAMES)('the repository %s of stock kopia', (name) => {
  it('gives its own files and folders the object IDs that kopia gave them, and takes new ones', async () => {
    const { dir, facts } = await unpackGolden(name)
    const repository = await open(dir, facts)
    const manifests = (await repository.manifests.find({})).length
    const seen = new Set<string>()
    for (const { obj, type, size, path } of Object.values(facts.trees).flat()) {
      // What was compressed before it was hashed (Z) has an ID that depends on the compressor.
      if (seen.has(obj) || !(type === 'f' || type === 'd') || size > LONGEST_BYTES || obj.startsWith('Z') || path.startsWith(IN_SECTIONS))
        continue
      seen.add(obj)
      const reader = await repository.objects.open(obj)
      if (reader.length > LONGEST_BYTES) continue
      const bytes = await reader.readAll()
      const again = await repository.objects.writeBytes(
        bytes,
        type === 'd' ? { prefix: 'k' } : { splitter: SPLITTERS[path.split('/')[0] ?? ''] },
      )
      const parts = await repository.objects.contentsOf(obj)
      // A list may name compressed parts.
      if (name === '04-format-v1' && parts.length > 1) continue
      expect(again, obj).toMatchObject({ id: obj, newBytes: 0 })
    }
    expect(seen.size).toBeGreaterThan(1)

    const fresh = seededBytes('fresh', 3_000_000)
    const written = await repository.objects.writeBytes(fresh)
    const text = utf8('a line that repeats\n'.repeat(20_000))
    const packed = await repository.objects.writeBytes(text, { compressor: 's2-default' })
    await repository.manifests.put({ type: 'test' }, '{}')
    await repository.flush()

    const again = await open(dir, facts)
    expect(Buffer.compare(await (await again.objects.open(written.id)).readAll(), fresh)).toBe(0)
    expect(Buffer.compare(await (await again.objects.open(packed.id)).readAll(), text)).toBe(0)
    expect((await again.manifests.find({})).length).toBe(manifests + 1)
    for (const id of seen) expect((await again.objects.open(id)).length).toBeGreaterThanOrEqual(0)
  }, 60_000)
})
