import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { storageStats } from '../../../src/snapshot/storage-stats.ts'
import { fakeRepository } from '../../support/fake-repository.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { manifestOf, upload } from '../../support/upload.ts'

test('counts objects and contents once, and each snapshot only by what it adds', async () => {
  const path = await tempDir()
  mkdirSync(join(path, 'dir'))
  writeFileSync(join(path, 'dir/a'), 'aaa')
  writeFileSync(join(path, 'same'), 'aaa')
  const repository = fakeRepository()
  const first = await upload(repository, path)
  const second = await upload(repository, path)
  writeFileSync(join(path, 'b'), 'bbbbb')
  const third = await upload(repository, path)
  const lengthsOf = async (id: string) => ({ originalLength: repository.contents.get(id)?.length ?? 0, packedLength: 100 })
  const usages = []
  for await (const usage of storageStats({ objects: repository.objects, lengthsOf }, [first, second, third].map(toManifest)))
    usages.push(usage)
  const nothing = { objectBytes: 0, originalContentBytes: 0, packedContentBytes: 0, fileObjects: 0, dirObjects: 0, contents: 0 }
  const one = { objectBytes: 3, originalContentBytes: 3, packedContentBytes: 100, fileObjects: 1, dirObjects: 2, contents: 3 }
  const added = { objectBytes: 5, originalContentBytes: 5, packedContentBytes: 100, fileObjects: 1, dirObjects: 1, contents: 2 }
  const sum = { objectBytes: 8, originalContentBytes: 8, packedContentBytes: 200, fileObjects: 2, dirObjects: 3, contents: 5 }
  expect(usages).toEqual([
    { newData: one, runningTotal: one },
    { newData: nothing, runningTotal: one },
    { newData: added, runningTotal: sum },
  ])
})

const toManifest = (result: Parameters<typeof manifestOf>[0]) => manifestOf(result)
