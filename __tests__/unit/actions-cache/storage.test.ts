import { afterEach, beforeEach, expect, test } from 'vitest'
import { utf8 } from '../../../src/util/bytes.ts'
import { cacheClients } from '../../support/actions-cache.ts'
import { FakeActionsCache } from '../../support/fake-actions-cache.ts'

const clients = cacheClients()
let service: FakeActionsCache
beforeEach(async () => {
  service = await FakeActionsCache.start()
})
afterEach(() => service.stop())

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('uploads what was put as one segment and one head, and another run sees it', async () => {
  const first = await clients.open(service)
  await first.putBlob('kopia.repository', [utf8('{"uniqueID":"one"}')])
  await first.putBlob('p1', [utf8('data of one pack')])
  await first.putBlob('q1', [utf8('metadata')])
  await first.putBlob('xn0_1', [utf8('index')])
  expect(service.keys()).toEqual([])
  await first.flush()
  expect(service.transfersFrom(0)).toEqual([
    expect.stringMatching(/^save cairn\/backups\/segment\/[0-9a-f]{64}$/),
    expect.stringMatching(/^save cairn\/backups\/head\/\d{13}-71-1$/),
  ])
  const start = service.log.length
  const second = await clients.open(service)
  expect(text(await second.getBlob('xn0_1'))).toBe('index')
  expect(text(await second.getBlob('q1'))).toBe('metadata')
  expect(service.transfersFrom(start)).toEqual([expect.stringContaining('restore cairn/backups/head/')])
  expect(text(await second.getBlob('p1', { offset: 5, length: 2 }))).toBe('of')
  expect(service.transfersFrom(start)).toHaveLength(2)
})
