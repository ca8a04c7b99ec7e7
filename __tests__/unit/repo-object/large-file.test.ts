import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { StoreSoFar, WrittenObject } from '../../../src/repo/api.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { openTestRepository, seededBytes, testFormat } from '../../support/test-repository.ts'

const LENGTH = 3_000_000

test('a large file can be stored as far as it is read, at any time and without ending it', async () => {
  const path = join(await tempDir(), 'large')
  const bytes = seededBytes('large', LENGTH)
  writeFileSync(path, bytes)
  const { dev, ino } = statSync(path, { bigint: true })
  const repository = await openTestRepository({ storage: new MapStorage(), format: await testFormat({ splitter: 'FIXED-1M' }) })
  const stored: (WrittenObject | undefined)[] = []
  let store: StoreSoFar | undefined
  let isOver = false
  const onLargeFile = (storeSoFar: StoreSoFar) => {
    store = storeSoFar
  }
  const writing = repository.objects.writeFile({ path, device: dev, inode: ino, size: LENGTH }, { onLargeFile }).finally(() => {
    isOver = true
  })
  while (!isOver) {
    stored.push(await store?.())
    await new Promise((resolve) => setImmediate(resolve))
  }
  const whole = await writing
  expect(await store?.()).toMatchObject({ id: whole.id, length: LENGTH })
  expect(stored[0]).toBeUndefined()
  const parts = new Map(stored.filter((part) => part !== undefined).map((part) => [part.id, part.length]))
  for (const [id, length] of parts) {
    const read = await (await repository.objects.open(id)).readAll()
    expect(Buffer.compare(read, bytes.subarray(0, length))).toBe(0)
  }
})

test('a small file is never stored in part', async () => {
  const path = join(await tempDir(), 'small')
  writeFileSync(path, 'small')
  const { dev, ino } = statSync(path, { bigint: true })
  const repository = await openTestRepository({ storage: new MapStorage(), format: await testFormat() })
  let isTold = false
  const onLargeFile = () => {
    isTold = true
  }
  await repository.objects.writeFile({ path, device: dev, inode: ino, size: 5 }, { onLargeFile })
  expect(isTold).toBe(false)
})
