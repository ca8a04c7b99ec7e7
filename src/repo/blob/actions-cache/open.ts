/** Opens a repository in the Actions cache (docs/backends/actions-cache.md). */
import { fileURLToPath } from 'node:url'
import { CairnError } from '../../../errors.ts'
import type { BackendContext } from '../backends.ts'
import type { StorageConfig } from '../storage-config.ts'
import { type Compression, entryVersion, findCompression } from './compression.ts'
import { Entries } from './entries.ts'
import { headPrefix } from './entry-names.ts'
import { findHeads, type HeadSearch, type Heads } from './heads.ts'
import { fallbackWords, lostSegmentWords, nothingWhole } from './lost.ts'
import { Publisher } from './publisher.ts'
import { restApi } from './rest.ts'
import { writeRefusal } from './rights.ts'
import { readService } from './service.ts'
import { ActionsCacheStorage } from './storage.ts'
import { type CacheService, cacheService } from './wire.ts'

/** What GitHub lets a repository keep without paying. */
const DEFAULT_LIMIT_BYTES = 10 * 1024 ** 3

/**
 * Opens the store; the heads that count are fetched when it is first used.
 *
 * Errors: CAIRN_CONFIG_INVALID, CAIRN_CREDENTIALS_MISSING, CAIRN_STORAGE_FORBIDDEN. The first use of the storage fails with
 * CAIRN_CACHE_SEGMENT_LOST when something may be written but no state is whole, with CAIRN_CACHE_DAMAGED, CAIRN_STORAGE_UNFIT and those of
 * `CacheService.lookup`.
 */
export async function openActionsCache(config: StorageConfig, context: BackendContext): Promise<ActionsCacheStorage> {
  const { name, limitBytes } = readConfig(config)
  const { env, platform, clock, log, signal, entryUrl } = context
  if (entryUrl === undefined) throw new CairnError('CAIRN_INTERNAL', 'The Actions cache needs to know how Cairn is started.')
  const service = cacheService(readService(env))
  const compression = await findCompression(env)
  const version = entryVersion(compression)
  const entries = await Entries.create({
    service,
    version,
    entryPath: fileURLToPath(entryUrl),
    env,
    platform,
    clock,
    temporaryDirectory: context.temporaryDirectory,
    onTransfer: (kind, key) => log.debug(`Actions cache: ${kind} ${key}.`),
  })
  const refusal = context.isReadOnly ? '' : await refusalOf(config, context, entries)
  const options = { name, limitBytes, entries, run: service.access.run, clock, log, refusal, rest: restApi(env) }
  return new ActionsCacheStorage(options, async () => {
    const search = { entries, name, nowMs: clock.nowMs(), log, signal }
    const heads = await findHeads(search)
    const tellLoss = context.onLostData ?? ((words) => log.warning(words))
    await checkHeads(search, heads, { service, compression, mayWrite: !context.isReadOnly && refusal === '', tellLoss })
    return new Publisher(options, heads)
  })
}

async function refusalOf(config: StorageConfig, context: BackendContext, entries: Entries): Promise<string> {
  try {
    return (await writeRefusal(config, context)) ?? ''
  } catch (error) {
    await entries.close()
    throw error
  }
}

interface Circumstances {
  readonly service: CacheService
  readonly compression: Compression
  readonly mayWrite: boolean
  readonly tellLoss: (words: string) => void
}

/** Whether work can go on with what was found; says what is lost. */
async function checkHeads(
  { name, log, signal }: HeadSearch,
  heads: Heads,
  { service, compression, mayWrite, tellLoss }: Circumstances,
): Promise<void> {
  const { whole, broken, damaged } = heads
  for (const error of damaged.values()) log.warning(error.message)
  if (whole.length > 0) {
    if (broken.length > 0) tellLoss(fallbackWords(broken, whole))
    return
  }
  if (broken.length > 0) {
    if (mayWrite) throw nothingWhole(name, broken)
    return tellLoss(`The Actions cache has dropped data of this repository: ${lostSegmentWords(broken)}. What needs it cannot be read.`)
  }
  const [damage] = damaged.values()
  if (damage !== undefined) throw damage
  if (heads.isAnyThere) {
    throw new CairnError('CAIRN_STORAGE_UNAVAILABLE', `The Actions cache named a head of ${name}, but it was gone when it was fetched.`, {
      hint: 'Run again.',
    })
  }
  const other: Compression = compression === 'gzip' ? 'zstd-without-long' : 'gzip'
  if ((await service.lookup([headPrefix(name)], entryVersion(other), signal)) !== undefined) {
    throw new CairnError(
      'CAIRN_STORAGE_UNFIT',
      `The repository ${name} in the Actions cache was written by a machine that ${abilityWords(other)}.`,
      {
        hint: 'GitHub keeps entries of both kinds apart. Install zstd on every runner that uses the repository.',
      },
    )
  }
}

function abilityWords(compression: Compression): string {
  return compression === 'gzip' ? 'has no zstd, and this one has it' : 'has zstd, and this one has not'
}

function readConfig({ config }: StorageConfig): { readonly name: string; readonly limitBytes: number } {
  const { name, limitBytes = DEFAULT_LIMIT_BYTES } = config
  if (typeof name !== 'string' || !/^[A-Za-z0-9._-]{1,100}$/.test(name)) throw invalid('"storage.config.name" is not the name of a cache')
  if (typeof limitBytes !== 'number' || !Number.isSafeInteger(limitBytes) || limitBytes < 1) {
    throw invalid('"storage.config.limitBytes" is not a number of bytes')
  }
  return { name, limitBytes }
}

function invalid(reason: string): CairnError {
  return new CairnError('CAIRN_CONFIG_INVALID', `The configuration file cannot be used: ${reason}.`, {
    hint: 'Connect to the repository again.',
  })
}
