import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RestApi, restApi } from '../../../src/repo/blob/actions-cache/rest.ts'
import { FakeActionsCache } from '../../support/fake-actions-cache.ts'

let service: FakeActionsCache
let rest: RestApi
beforeEach(async () => {
  service = await FakeActionsCache.start()
  const api = restApi(service.environment({ GITHUB_TOKEN: 'rest-token', GITHUB_API_URL: service.url }))
  if (api === undefined) throw new Error('the job may not list entries')
  rest = api
})
afterEach(() => service.stop())

function add(key: string, scope: string): void {
  const id = service.entries.size + 1
  service.entries.set(id, { id, key, scope, version: 'v', createdMs: 1000, used: 0, bytes: Buffer.alloc(7) })
}

test('lists the entries of one branch, and those of all', async () => {
  add('cairn/shop/head/1', 'refs/heads/main')
  add('cairn/shop/head/2', 'refs/pull/7/merge')
  add('npm-cache', 'refs/heads/main')
  const own = { id: 1, key: 'cairn/shop/head/1', ref: 'refs/heads/main', createdMs: 1000, bytes: 7 }
  expect(await rest.list('cairn/shop/', rest.ref)).toEqual([own])
  expect(await rest.list('cairn/shop/', undefined)).toEqual([own, { ...own, id: 2, key: 'cairn/shop/head/2', ref: 'refs/pull/7/merge' }])
})

test('gives a part of the entries of one branch, but not of those of all', async () => {
  for (let count = 0; count < 2000; count++) add(`cairn/shop/head/${count}`, 'refs/heads/main')
  expect(await rest.list('cairn/shop/', rest.ref)).toHaveLength(2000)
  expect(await rest.list('cairn/shop/', undefined)).toBe('there are more than 2000')
})
