/** Kopia's caching settings in the connection file. */
import { expect, it } from 'vitest'
import { cachingMember, DEFAULT_CACHING, readCaching } from '../../../src/repo/config-caching.ts'

it('the folder is absolute here and relative to the file there', () => {
  const settings = readCaching({ cacheDirectory: '../cache', maxCacheSize: 10 }, '/home/me/.config/kopia.config', 'linux')
  expect(settings).toMatchObject({ directory: '/home/me/cache', contentBytes: 10, listSeconds: 0 })
  expect(cachingMember(settings, '/home/me/.config/kopia.config', 'linux')).toEqual({ cacheDirectory: '../cache', maxCacheSize: 10 })
})

it('members stand in the order of kopia, those that say nothing left out', () => {
  const member = cachingMember({ ...DEFAULT_CACHING, directory: '/c', contentLimitBytes: 1, indexSweepSeconds: 1.5 }, '/k.config', 'linux')
  const said = Object.entries(member).filter(([, value]) => value !== undefined)
  expect(said).toEqual([
    ['cacheDirectory', 'c'],
    ['maxCacheSize', 5_242_880_000],
    ['contentCacheSizeLimitBytes', 1],
    ['maxMetadataCacheSize', 5_242_880_000],
    ['maxListCacheDuration', 30],
    ['minIndexSweepAge', 1.5],
  ])
})

it('a cache of size zero is none', () => {
  expect(cachingMember({ ...DEFAULT_CACHING, directory: '/c', contentBytes: 0 }, '/k.config', 'linux')).toEqual({})
})
