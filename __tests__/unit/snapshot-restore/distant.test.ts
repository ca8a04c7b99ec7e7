import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { OpenedRepository } from '../../../src/repo/repository.ts'
import { executeRestore } from '../../../src/snapshot/restore/execute.ts'
import { planRestore } from '../../../src/snapshot/restore/plan.ts'
import { DistantStorage } from '../../support/distant-storage.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { openTestRepository, seededBytes, testFormat } from '../../support/test-repository.ts'
import { upload } from '../../support/upload.ts'

const FILES = 400
const FOLDERS = 20
const bytesOf = (file: number) => seededBytes(`file ${file}`, 2000 + file)

async function manySmallFiles(): Promise<string> {
  const path = await tempDir()
  for (let folder = 0; folder < FOLDERS; folder++) mkdirSync(join(path, `folder-${folder}`))
  for (let file = 0; file < FILES; file++) writeFileSync(join(path, `folder-${file % FOLDERS}`, `file-${file}`), bytesOf(file))
  return path
}

test('a tree of many small files crosses a long line a few times, not once a file', async () => {
  const map = new MapStorage()
  const format = await testFormat({ maxPackSizeBytes: 300_000 })
  const opened = async (): Promise<{ line: DistantStorage; repository: OpenedRepository }> => {
    const line = new DistantStorage(map)
    return { line, repository: await openTestRepository({ storage: line, format }) }
  }
  const source = await manySmallFiles()
  const writer = await opened()
  const { rootEntry } = await upload(writer.repository, source)
  await writer.repository.flush()
  await writer.repository.close()
  const packs = [...map.blobs.keys()].filter((id) => id.startsWith('p')).length
  expect(packs).toBeGreaterThan(2)
  expect(writer.line.count('put p')).toBe(packs)
  expect(writer.line.count('put')).toBe(map.blobs.size + writer.line.count('delete'))
  // Opening: the listing, once more because it was empty. Writing: whether the epoch of the index is still the one.
  expect(writer.line.count('list')).toBe(3)
  expect(writer.line.count('stat')).toBe(0)

  const reader = await opened()
  expect(reader.line.requests).toHaveLength(2)
  const target = join(await tempDir(), 'restored')
  const report = await executeRestore(reader.repository.objects, planRestore(rootEntry, target))
  expect(report.files).toBe(FILES)
  for (const file of [0, 199, 399]) {
    expect(Buffer.compare(readFileSync(join(target, `folder-${file % FOLDERS}`, `file-${file}`)), bytesOf(file))).toBe(0)
  }
  // Two contents of a pack alone before all of it.
  expect(reader.line.count('get p')).toBeLessThanOrEqual(3 * packs)
  expect(reader.line.trips).toBeLessThan(15)
  await reader.repository.close()
})
