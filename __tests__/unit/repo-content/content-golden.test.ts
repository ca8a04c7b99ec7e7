import { describe, expect, test } from 'vitest'
import { parseTimestamp } from '../../../src/util/timestamp.ts'
import { digestOf, GOLDEN_NAMES, isCutShort, openGolden } from '../../support/golden.ts'

describe.each(GOLDEN_NAMES)('the repository %s of stock kopia', (name) => {
  test('gives every file with its length and hash, and only contents that kopia lists', async () => {
    const { repository, facts } = await openGolden(name)
    const listed = new Set(facts.contentsIncludingDeleted.map((content) => content.contentID))
    let files = 0
    for (const entry of Object.values(facts.trees).flat()) {
      for (const content of await repository.objects.contentsOf(entry.obj)) expect(listed).toContain(content)
      if (entry.type !== 'f' || entry.sha256 === undefined) continue
      files++
      const reader = await repository.objects.open(entry.obj)
      if (!isCutShort(entry)) expect(reader.length, entry.path).toBe(entry.size)
      expect(await digestOf(reader), entry.path).toEqual({ length: reader.length, sha256: entry.sha256 })
    }
    expect(files).toBeGreaterThan(0)
  }, 60_000)

  test('gives every content with its length', async () => {
    const { repository, facts } = await openGolden(name)
    for (const content of facts.contentsIncludingDeleted) {
      const bytes = await (await repository.objects.open(content.contentID)).readAll()
      expect(bytes.length, content.contentID).toBe(content.originalLength)
    }
  })

  test('gives its manifests with labels, times and lengths', async () => {
    const { repository, facts } = await openGolden(name)
    const found = await repository.manifests.find({})
    const expected = facts.manifests.map(({ id, length, labels, mtime }) => ({ id, length, labels, modifiedNs: parseTimestamp(mtime) }))
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    expect(found.map((each) => ({ ...each, labels: { ...each.labels } })).sort(byId)).toEqual(expected.sort(byId))
    for (const { id, length } of expected) expect(Buffer.byteLength((await repository.manifests.get(id))?.json ?? '')).toBe(length)
  })
})
