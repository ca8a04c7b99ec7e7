/** The `caching` member of the connection file: where kopia keeps its cache and how large it may grow (docs/repository-format.md, "Client configuration"). */
import { posix, win32 } from 'node:path'
import type { JsonObject } from '../util/json-read.ts'

/** Zero means that nothing is said. */
export interface CachingSettings {
  /** Absolute; empty when nothing is cached. */
  readonly directory: string
  readonly contentBytes: number
  readonly contentLimitBytes: number
  readonly metadataBytes: number
  readonly metadataLimitBytes: number
  /** Seconds, perhaps with a fraction, here and below. */
  readonly listSeconds: number
  readonly metadataSweepSeconds: number
  readonly contentSweepSeconds: number
  readonly indexSweepSeconds: number
}

/** What kopia takes when a connection says nothing else. */
export const DEFAULT_CACHING: Omit<CachingSettings, 'directory'> = {
  contentBytes: 5_242_880_000,
  contentLimitBytes: 0,
  metadataBytes: 5_242_880_000,
  metadataLimitBytes: 0,
  listSeconds: 30,
  metadataSweepSeconds: 0,
  contentSweepSeconds: 0,
  indexSweepSeconds: 0,
}

/** The settings in the connection file at `configPath`; what has another shape counts as not there. */
export function readCaching(caching: JsonObject | undefined, configPath: string, platform: string): CachingSettings {
  const path = platform === 'win32' ? win32 : posix
  const number = (name: string) => {
    const value = caching?.[name]
    return typeof value === 'number' && Number.isFinite(value) ? value : 0
  }
  const directory = caching?.['cacheDirectory']
  return {
    directory: typeof directory === 'string' && directory !== '' ? path.resolve(path.dirname(configPath), directory) : '',
    contentBytes: number('maxCacheSize'),
    contentLimitBytes: number('contentCacheSizeLimitBytes'),
    metadataBytes: number('maxMetadataCacheSize'),
    metadataLimitBytes: number('metadataCacheSizeLimitBytes'),
    listSeconds: number('maxListCacheDuration'),
    metadataSweepSeconds: number('minMetadataSweepAge'),
    contentSweepSeconds: number('minContentSweepAge'),
    indexSweepSeconds: number('minIndexSweepAge'),
  }
}

/** The member for these settings; without a size for contents kopia caches nothing at all, and the member is empty. */
export function cachingMember(settings: CachingSettings, configPath: string, platform: string): JsonObject {
  if (settings.contentBytes === 0) return {}
  const path = platform === 'win32' ? win32 : posix
  const some = (value: number) => (value === 0 ? undefined : value)
  return {
    cacheDirectory: path.relative(path.dirname(configPath), settings.directory) || '.',
    maxCacheSize: settings.contentBytes,
    contentCacheSizeLimitBytes: some(settings.contentLimitBytes),
    maxMetadataCacheSize: some(settings.metadataBytes),
    metadataCacheSizeLimitBytes: some(settings.metadataLimitBytes),
    maxListCacheDuration: some(settings.listSeconds),
    minMetadataSweepAge: some(settings.metadataSweepSeconds),
    minContentSweepAge: some(settings.contentSweepSeconds),
    minIndexSweepAge: some(settings.indexSweepSeconds),
  }
}
