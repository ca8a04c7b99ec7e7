/** `cairn cache info | set | clear`: what Kopia and Cairn keep on this machine for a connection. */
import { resolve } from 'node:path'
import { clearReadCache, keptFor, readCacheFor } from '../../commands/read-cache.ts'
import { changeConnection } from '../../commands/repository-settings.ts'
import { CairnError } from '../../errors.ts'
import { readClientConfig } from '../../repo/config.ts'
import { type CachingSettings, cachingMember, readCaching } from '../../repo/config-caching.ts'
import { sizeTextOf } from '../../report/kopia-numbers.ts'
import { durationText } from '../../report/kopia-text.ts'
import { type CachePart, cacheParts, clearKopiaCache, emptyCacheParts } from '../cache-directory.ts'
import { cacheChanges } from '../cache-flags.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'

const BYTES_PER_MB = 1e6
const NS_PER_SECOND = 1e9
/** What Kopia takes when nothing is set. */
const SWEEP_SECONDS = { contents: 600, metadata: 86_400, indexes: 3600 }

export async function cacheInfo(context: CliContext, input: CommandInput): Promise<number> {
  const settings = await settingsOf(context)
  if (input.isOn('path')) {
    context.print(settings.directory)
    return 0
  }
  const size = sizeTextOf(context.env)
  const own = await ownText(context, size)
  if (own === undefined || settings.directory !== '') printKopiaCache(context, requireDirectory(settings), settings, size)
  if (own !== undefined) context.log.info(own)
  return 0
}

function printKopiaCache(context: CliContext, directory: string, settings: CachingSettings, size: (bytes: number) => string): void {
  const found = cacheParts(directory)
  if (found === undefined) context.log.info(`Kopia has kept nothing in ${directory} so far.`)
  // Kopia makes its folders when it opens a repository, and so has always something to show.
  const parts = found ?? emptyCacheParts(directory)
  for (const part of parts) context.print(`${part.path}: ${part.files} files ${size(part.bytes)}${limitsText(part, settings, size)}`)
  context.log.info('This is the cache of Kopia. To change its size use "cairn cache set", to empty it "cairn cache clear".')
}

/** What Cairn keeps of the connected repository; undefined when it keeps nothing. */
async function ownText(context: CliContext, size: (bytes: number) => string): Promise<string | undefined> {
  const { storage } = await readClientConfig(context.configPath)
  const own = readCacheFor(context, storage)
  if (own === undefined) return undefined
  const entries = await keptFor(own, storage)
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  const limit = `all repositories together at most ${size(own.limitBytes)}, see --read-cache-size-mb`
  return `Cairn keeps copies of this repository in ${own.directory}: ${entries.length} files ${size(bytes)} (${limit}).`
}

export async function cacheSet(context: CliContext, input: CommandInput): Promise<number> {
  const directory = input.text('cache-directory')
  const changes = {
    ...cacheChanges(input, BYTES_PER_MB),
    ...(directory === undefined ? {} : { directory: resolve(context.cwd, directory) }),
  }
  if (Object.keys(changes).length === 0) throw new CairnError('CAIRN_USAGE', 'Nothing to change was asked for.')
  await changeConnection(context, (config) => {
    const settings = { ...readCaching(config.caching, context.configPath, context.platform), ...changes }
    return { ...config, caching: cachingMember(settings, context.configPath, context.platform) }
  })
  context.log.info('Changed the settings of the cache.')
  return 0
}

export async function cacheClear(context: CliContext, input: CommandInput): Promise<number> {
  const settings = await settingsOf(context)
  const part = input.text('partial')
  const { storage } = await readClientConfig(context.configPath)
  const own = part === undefined ? readCacheFor(context, storage) : undefined
  if (own !== undefined) {
    await clearReadCache(own, storage)
    context.log.info(`Emptied what Cairn keeps of this repository in ${own.directory}.`)
    if (settings.directory === '') return 0
  }
  const directory = requireDirectory(settings)
  clearKopiaCache(directory, part)
  context.log.info(`Emptied the ${part === undefined ? 'cache' : `part "${part}" of the cache`} in ${directory}.`)
  return 0
}

async function settingsOf(context: CliContext): Promise<CachingSettings> {
  const config = await readClientConfig(context.configPath)
  return readCaching(config.caching, context.configPath, context.platform)
}

function requireDirectory({ directory }: CachingSettings): string {
  if (directory !== '') return directory
  throw new CairnError('CAIRN_USAGE', 'Kopia keeps no cache for this connection.', {
    hint: 'Run "cairn cache set --content-cache-size-mb 5000 --cache-directory PATH" to give it one.',
  })
}

function limitsText({ name }: CachePart, settings: CachingSettings, size: (bytes: number) => string): string {
  const limits = (soft: number, hard: number, sweepSeconds: number) =>
    ` (soft limit: ${size(soft)}, hard limit: ${hard > 0 ? size(hard) : 'none'}, min sweep age: ${seconds(sweepSeconds)})`
  switch (name) {
    case 'contents':
    case 'server-contents':
      return limits(settings.contentBytes, settings.contentLimitBytes, settings.contentSweepSeconds || SWEEP_SECONDS.contents)
    case 'metadata':
      return limits(settings.metadataBytes, settings.metadataLimitBytes, settings.metadataSweepSeconds || SWEEP_SECONDS.metadata)
    case 'blob-list':
      return ` (duration: ${seconds(settings.listSeconds)})`
    default:
      return ''
  }
}

function seconds(value: number): string {
  return durationText(BigInt(Math.round(value * NS_PER_SECOND)))
}
