import { describe, expect, it } from 'vitest'
import { ContentIndex } from '../../../src/repo/content/index/content-index.ts'
import { loadIndex } from '../../../src/repo/content/index/load.ts'
import { openIndexManager } from '../../../src/repo/content/index/open-manager.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { REPO_VECTORS, readRepoVector } from '../../support/repo-vectors.ts'
import { DEFAULT_EPOCHS } from './epoch-parameters.ts'

async function open(name: (typeof REPO_VECTORS)[number]) {
  const vector = await readRepoVector(name)
  const clock = new FakeClock()
  const parameters = { ...DEFAULT_EPOCHS, enabled: vector.usesEpochs }
  const manager = openIndexManager({ storage: vector.storage, keys: vector.keys, parameters, clock })
  return { ...vector, clock, manager }
}

describe.each(REPO_VECTORS)('the kopia repository %s', (name) => {
  it('has the index blobs and the watermark that kopia uses', async () => {
    const { manager, activeIndexBlobs, watermarkSeconds } = await open(name)
    const active = await manager.loadActive()
    expect(active.blobs.map(({ id }) => id).sort()).toEqual(activeIndexBlobs)
    expect(active.watermarkSeconds).toBe(watermarkSeconds)
  })

  it('lists every content as kopia does, deleted ones included', async () => {
    const { storage, manager, keys, clock, entries, activeIndexBlobs } = await open(name)
    const index = new ContentIndex(keys.hasher.sizeBytes)
    const loaded = await loadIndex(storage, manager, keys, index, { clock })
    expect(loaded).toEqual({ activeBlobs: activeIndexBlobs.length, loadedBlobs: activeIndexBlobs.length, damaged: [] })
    expect([...index.entries()]).toEqual(entries)
  })
})
