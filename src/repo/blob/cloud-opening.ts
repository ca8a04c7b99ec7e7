/** Opening a cloud store, which can begin before it is known what for. */
import { CairnError, isCairnError } from '../../errors.ts'
import { type Logger, nullLogger } from '../../log.ts'
import type { Clock } from '../../util/clock.ts'
import { type RandomSource, systemRandom } from '../../util/random.ts'
import { type BackendContext, backendOf } from './backends.ts'
import { withFirstRead } from './first-read.ts'
import { readUpTo } from './read-up-to.ts'
import { retrying } from './retrying.ts'
import type { BlobStorage } from './storage.ts'
import type { StorageConfig } from './storage-config.ts'

/** The blob that makes a storage a repository. */
export const FORMAT_BLOB_ID = 'kopia.repository'

/** More than a format blob can have: one that is longer is damaged, and is left to whoever reads it. */
const MAX_KEPT_BYTES = 128 * 1024

/** What the store is opened for; see `OpenStorageOptions`. */
export type OpenMode = 'existing' | 'create' | 'repair'

export interface CloudOptions {
  readonly mode: OpenMode
  readonly readonly?: boolean
  readonly clock: Clock
  readonly log?: Logger
  readonly random?: RandomSource
  /** As in `process.platform`, for paths in a configuration. */
  readonly platform: string
  /** What cloud stores may use: the environment, folders, identity tokens. */
  readonly backend?: Partial<Omit<BackendContext, 'clock' | 'log' | 'random' | 'platform' | 'isReadOnly'>>
}

export interface CloudOpening {
  /** Settles when the store has been asked, or cannot be. Never fails. */
  readonly asked: Promise<void>
  /** The format blob; undefined when there is none to be read early. Errors: those of `finish`. */
  readonly formatBlob: Promise<Uint8Array | undefined>
  /** The store, when what is there is what `mode` expects. Errors: those of `openStorage`; the store is closed then. */
  finish(): Promise<BlobStorage>
  /** For whoever does not want it any more. */
  abandon(): Promise<void>
}

/** Begins to open a cloud store and to read its format blob. */
export function beginCloud(config: StorageConfig, options: CloudOptions): CloudOpening {
  const opened = openBackend(config, options)
  const signal = options.backend?.signal
  const formatBlob = opened.then((storage) => checkPresence(retryingAs(storage, options), options.mode, signal))
  formatBlob.catch(() => undefined)
  return {
    asked: opened.then(
      () => undefined,
      () => undefined,
    ),
    formatBlob,
    async finish() {
      const storage = await opened
      try {
        const bytes = await formatBlob
        return bytes === undefined ? storage : withFirstRead(storage, FORMAT_BLOB_ID, bytes)
      } catch (error) {
        await storage.close()
        throw error
      }
    },
    async abandon() {
      await opened.then(
        (storage) => storage.close(),
        () => undefined,
      )
    },
  }
}

/** The same storage with retries, as every storage gets them. */
export function retryingAs(storage: BlobStorage, options: Pick<CloudOptions, 'clock' | 'random' | 'log' | 'backend'>): BlobStorage {
  const { clock, random = systemRandom, log = nullLogger, backend } = options
  return retrying(storage, { clock, random, log, signal: backend?.signal })
}

async function openBackend(config: StorageConfig, options: CloudOptions): Promise<BlobStorage> {
  const open = await backendOf(config.type)
  return await open(config, {
    ...options.backend,
    env: options.backend?.env ?? {},
    platform: options.platform,
    clock: options.clock,
    random: options.random ?? systemRandom,
    log: options.log ?? nullLogger,
    isReadOnly: options.readonly === true,
  })
}

/** The format blob, where opening is going to read it; undefined for a place that may do without. */
async function checkPresence(storage: BlobStorage, mode: OpenMode, signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
  const formatBlob = await readFormatBlob(storage, signal)
  if (formatBlob !== undefined) return mode === 'existing' && formatBlob.length < MAX_KEPT_BYTES ? formatBlob : undefined
  if (mode === 'repair') return undefined
  for await (const { id } of storage.listBlobs('', signal)) {
    if (!NOT_COUNTED_BLOBS.has(id)) throw foreignBlobs(storage.displayName, id)
  }
  if (mode !== 'create') throw nothingThere(storage.displayName)
  return undefined
}

async function readFormatBlob(storage: BlobStorage, signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
  try {
    return await readUpTo(storage, FORMAT_BLOB_ID, 0, MAX_KEPT_BYTES, signal)
  } catch (error) {
    if (isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) return undefined
    throw error
  }
}

/** A create that was interrupted before the format blob leaves this one, and can be repeated. */
const NOT_COUNTED_BLOBS = new Set(['kopia.blobcfg', '.storageconfig'])

function nothingThere(place: string): CairnError {
  return new CairnError('CAIRN_STORAGE_EMPTY', `There is no repository in ${place}.`, {
    hint: 'Check the location and its prefix for a typo, or create a repository there: "cairn repository create", or --create-repository in a run.',
  })
}

function foreignBlobs(place: string, example: string): CairnError {
  return new CairnError('CAIRN_STORAGE_FOREIGN', `There is no repository in ${place}, but there is something else, such as ${example}.`, {
    hint: `Check the location and its prefix for a typo. If it was a repository, its blob ${FORMAT_BLOB_ID} is lost: bring it back from a copy.`,
  })
}
