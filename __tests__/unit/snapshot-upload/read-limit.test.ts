import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fakeRepository } from '../../support/fake-repository.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { treeOf, upload } from '../../support/upload.ts'

/** A repository that counts the files that are read at the same time, and waits in between. */
function watchedRepository() {
  const repository = fakeRepository()
  const { objects } = repository
  const seen = { now: 0, most: 0 }
  const watch = async <T>(read: () => Promise<T>): Promise<T> => {
    seen.most = Math.max(seen.most, ++seen.now)
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
    return await read().finally(() => seen.now--)
  }
  const { writeFile } = objects
  objects.writeFile = (...args) => watch(() => writeFile.apply(objects, args))
  return { repository, seen }
}

/** Files that fill a batch alone. */
async function largeFiles(): Promise<string> {
  const dir = await tempDir()
  for (const name of ['a', 'b', 'c', 'd']) writeFileSync(join(dir, name), name.repeat(1_100_000))
  return dir
}

test('without a limit several files are read at once, and with one no more than that', async () => {
  const dir = await largeFiles()
  const free = watchedRepository()
  const { rootEntry } = await upload(free.repository, dir)
  expect(free.seen.most).toBeGreaterThan(2)
  for (const limit of [1, 2]) {
    const limited = watchedRepository()
    const result = await upload(limited.repository, dir, { fileReads: limit })
    expect(limited.seen.most).toBe(limit)
    expect(result.rootEntry.objectId).toBe(rootEntry.objectId)
    expect((await treeOf(limited.repository, result.rootEntry)).size).toBe(5)
  }
})
