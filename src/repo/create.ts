/** Creating a repository (docs/repository-format.md, "New repositories"). */
import { CairnError, isCairnError, messageOf } from '../errors.ts'
import { type Logger, nullLogger } from '../log.ts'
import { NEW_REPOSITORY_POLICY } from '../policy/defaults.ts'
import { encodePolicy } from '../policy/native-json.ts'
import { retaining } from './blob/retaining.ts'
import type { BlobRetention, BlobStorage, PutOptions } from './blob/storage.ts'
import {
  BLOB_CONFIG_BLOB_ID,
  checkRetention,
  createFormat,
  encodeMaintenanceSchedule,
  FORMAT_BLOB_ID,
  MAINTENANCE_BLOB_ID,
  type OpenedFormat,
} from './format/index.ts'
import { type OpenedRepository, type OpenOptions, repositoryOf } from './repository.ts'

/** Algorithms of the new repository; absent means the default. */
export interface CreateFormat {
  readonly hash?: string | undefined
  readonly encryption?: string | undefined
  readonly splitter?: string | undefined
  readonly keyDerivation?: string | undefined
  /** 1, 2 or 3. */
  readonly formatVersion?: number | undefined
  readonly ecc?: string | undefined
  /** Space for error correction, 0 to 100; 0 is none. */
  readonly eccOverheadPercent?: number | undefined
  /** How long the storage has to keep the blobs of the repository; an empty mode and no period mean not at all. */
  readonly retention?: BlobRetention | undefined
}

export type CreateOptions = Omit<OpenOptions, 'readonly'> & CreateFormat

const NS_PER_HOUR = 3_600_000_000_000n
const QUICK_INTERVAL_NS = NS_PER_HOUR
const FULL_INTERVAL_NS = 24n * NS_PER_HOUR

/**
 * Creates a repository and opens it.
 *
 * Errors: CAIRN_REPOSITORY_EXISTS, CAIRN_PASSWORD_EMPTY, CAIRN_FORMAT_UNSUPPORTED, storage kinds. The storage stays open when this fails.
 */
export async function createRepository(options: CreateOptions): Promise<OpenedRepository> {
  const { clock, random, retention, log = nullLogger } = options
  if (retention !== undefined) checkRetention(retention)
  const isRetained = retention !== undefined && retention.retentionMode !== ''
  const storage = isRetained ? retaining(options.storage, retention) : options.storage
  await checkEmpty(storage)
  const { formatBlob, blobcfg, opened } = await createFormat({ ...options, retention: isRetained ? retention : undefined })
  const put = options.signal === undefined ? {} : { signal: options.signal }
  try {
    await putNew(storage, BLOB_CONFIG_BLOB_ID, blobcfg, put)
    // From here on the repository exists.
    await putNew(storage, FORMAT_BLOB_ID, formatBlob, put)
  } catch (error) {
    if (isCairnError(error, 'CAIRN_BLOB_EXISTS')) throw repositoryExists(storage, error)
    await removeOrphan(storage, log)
    throw error
  }
  await storage.putBlob(MAINTENANCE_BLOB_ID, [firstSchedule(options, opened)], put)
  const repository = await repositoryOf({ ...options, clock, random }, opened, isRetained ? retention : undefined)
  await repository.manifests.put({ policyType: 'global', type: 'policy' }, encodePolicy(NEW_REPOSITORY_POLICY))
  await repository.manifests.put({ type: 'maintenance' }, maintenanceParameters(options))
  await repository.flush(options.signal)
  return repository
}

/** Two clients that create at the same time must not both succeed, nor one of them replace what the other wrote, where the storage can tell. */
async function putNew(storage: BlobStorage, id: string, bytes: Uint8Array, options: PutOptions): Promise<void> {
  try {
    await storage.putBlob(id, [bytes], { ...options, onlyIfAbsent: true })
  } catch (error) {
    if (!isCairnError(error, 'CAIRN_NOT_SUPPORTED')) throw error
    await storage.putBlob(id, [bytes], options)
  }
}

/** A configuration blob without a repository would be in the way of the next attempt; when the outcome is unknown it stays. */
async function removeOrphan(storage: BlobStorage, log: Logger): Promise<void> {
  try {
    if ((await storage.statBlob(FORMAT_BLOB_ID)) === undefined) await storage.deleteBlob(BLOB_CONFIG_BLOB_ID)
  } catch (error) {
    log.warning(`The blob ${BLOB_CONFIG_BLOB_ID} could not be removed: ${messageOf(error)}`)
  }
}

async function checkEmpty(storage: BlobStorage): Promise<void> {
  if ((await storage.statBlob(FORMAT_BLOB_ID)) !== undefined) {
    throw repositoryExists(storage)
  }
  if ((await storage.statBlob(BLOB_CONFIG_BLOB_ID)) !== undefined) {
    throw new CairnError('CAIRN_REPOSITORY_EXISTS', `${storage.displayName} holds the blob ${BLOB_CONFIG_BLOB_ID} of a repository.`, {
      hint: `If creating a repository there was interrupted, remove that blob and try again. Otherwise the blob ${FORMAT_BLOB_ID} was lost.`,
    })
  }
}

function repositoryExists(storage: BlobStorage, cause?: unknown): CairnError {
  return new CairnError('CAIRN_REPOSITORY_EXISTS', `There is a repository in ${storage.displayName} already.`, {
    hint: 'Connect to it with "cairn repository connect", or choose another place.',
    cause,
  })
}

/** Without a schedule everything counts as due, and the owner's first snapshot with kopia would run full maintenance. */
function firstSchedule(options: CreateOptions, format: OpenedFormat): Uint8Array {
  const nowNs = options.clock.nowNs()
  const schedule = { nextFullNs: nowNs + FULL_INTERVAL_NS, nextQuickNs: nowNs + QUICK_INTERVAL_NS, runs: {} }
  return encodeMaintenanceSchedule(schedule, format, options.random)
}

/** The creator is the owner: without an owner the first client of kopia to come along makes itself one. */
function maintenanceParameters(options: CreateOptions): string {
  const { userName, host } = options.identity
  const cycle = (intervalNs: bigint) => `{"enabled":true,"interval":${intervalNs}}`
  return (
    `{"owner":${JSON.stringify(`${userName}@${host}`)},"quick":${cycle(QUICK_INTERVAL_NS)},"full":${cycle(FULL_INTERVAL_NS)},` +
    '"logRetention":{"maxTotalSize":1073741824,"maxCount":10000,"maxAge":2592000000000000},"extendObjectLocks":false,"listParallelism":0}'
  )
}
