/** The front door of a repository: opening it, and what is reached through it. */
import type { CairnError } from '../errors.ts'
import { type Logger, nullLogger } from '../log.ts'
import { toHex } from '../util/bytes.ts'
import type { Clock } from '../util/clock.ts'
import type { RandomSource } from '../util/random.ts'
import type { ClientIdentity, Repository, RepositoryFormatFacts } from './api.ts'
import { anticipating } from './blob/anticipating.ts'
import { readChecked } from './blob/read-checked.ts'
import { retaining } from './blob/retaining.ts'
import { steadyListing } from './blob/steady-listing.ts'
import type { BlobRetention, BlobStorage } from './blob/storage.ts'
import { loadCompression } from './compression/index.ts'
import { ContentManager } from './content/content-manager.ts'
import { activeOf, EPOCH_PREFIX } from './content/epoch-manager.ts'
import { type OpenedFormat, openFormat } from './format/index.ts'
import type { KeysAhead } from './format/keys-ahead.ts'
import { readBlobConfig, readFormatBlob, readRetention } from './format-blobs.ts'
import { watchingFormat } from './format-watch.ts'
import type { Gzip } from './manifest/envelope.ts'
import { Manifests } from './manifest/manifest-manager.ts'
import { objectManager } from './object/object-manager.ts'

export { type CreateFormat, type CreateOptions, createRepository } from './create.ts'

export interface OpenOptions {
  /** Belongs to the repository from now on: closing the repository closes it. */
  readonly storage: BlobStorage
  readonly password: string
  /** Keys that are being made from the password already. */
  readonly keys?: KeysAhead | undefined
  readonly identity: ClientIdentity
  readonly clock: Clock
  readonly random: RandomSource
  /** Every write fails with CAIRN_REPOSITORY_READONLY. */
  readonly readonly?: boolean | undefined
  /** Number of worker threads; 0 does everything in this thread. Default: what the machine has, at most 8. */
  readonly workers?: number | undefined
  /** The file that a worker runs; without it there are no workers. */
  readonly workerUrl?: URL | undefined
  readonly log?: Logger | undefined
  /**
   * What may be damaged without keeping the rest from being read: nothing, contents with manifests, or index blobs as well. Only who deletes
   * and rewrites nothing on the strength of what is missing may tolerate it.
   */
  readonly tolerates?: 'manifests' | 'indexes' | undefined
  readonly signal?: AbortSignal | undefined
  /** In a store that gathers what is put, a flush may wait for `publish`. */
  readonly gathersFlushes?: boolean | undefined
  /** How manifests are compressed; only for tests that need the same bytes everywhere. */
  readonly gzip?: Gzip | undefined
}

/** The inside of a repository, for maintenance and for commands that inspect it; snapshots never need it. */
export interface RepositoryCare {
  readonly storage: BlobStorage
  readonly format: OpenedFormat
  readonly contents: ContentManager
  readonly manifests: Manifests
  /** What is damaged and was tolerated: without it, more could be read. */
  damage(): Promise<readonly ToleratedDamage[]>
  /** The same, without reading manifests for it. */
  damageSoFar(): readonly ToleratedDamage[]
}

export interface ToleratedDamage {
  /** `index blob …` or `manifests …`. */
  readonly what: string
  readonly error: CairnError
}

/** A repository as `openRepository` gives it. */
export interface OpenedRepository extends Repository {
  readonly care: RepositoryCare
}

/**
 * Opens a repository.
 *
 * Errors: CAIRN_REPOSITORY_MISSING, CAIRN_PASSWORD_WRONG, CAIRN_FORMAT_DAMAGED, CAIRN_FORMAT_UNSUPPORTED, CAIRN_REPOSITORY_LOCKED,
 * CAIRN_INDEX_DAMAGED, storage kinds. The storage stays open when this fails.
 */
export async function openRepository(options: OpenOptions): Promise<OpenedRepository> {
  const { storage, password, clock } = options
  const log = options.log ?? nullLogger
  // Asked for at once: each waits for the store and not for the other.
  let early: Promise<Uint8Array | undefined> | undefined = readBlobConfig(storage, options.signal)
  // A repository that is not there, or a password that is wrong, is what is told first.
  early.catch(() => undefined)
  const prepared = options.readonly === true ? undefined : storage.prepareWrites?.()
  prepared?.catch(() => undefined)
  const blobConfig = (): Promise<Uint8Array | undefined> => {
    const asked = early ?? readBlobConfig(storage, options.signal)
    early = undefined
    return asked
  }
  let ahead: BlobStorage | undefined
  const format = await readChecked(
    async () => {
      const bytes = await readFormatBlob(storage, options.signal)
      // Making the key from the password takes as long as several requests, and as loading the compression.
      loadCompression().catch(() => undefined)
      ahead ??= anticipating(storage, { prefix: EPOCH_PREFIX, choose: activeOf, signal: options.signal }, clock)
      return bytes
    },
    (bytes) => openFormat(bytes, password, clock.nowNs(), (message) => log.warning(message), options.keys),
  )
  await prepared
  const watched = { ...options, storage: watchingFormat(ahead ?? storage, format, clock) }
  return await repositoryOf(watched, format, await readRetention({ blobConfig, isReadOnly: options.readonly === true, log }, format))
}

/** The repository behind a format that is open already; blobs that it needs are put with `retention`. */
export async function repositoryOf(
  given: Omit<OpenOptions, 'password'>,
  format: OpenedFormat,
  retention?: BlobRetention,
): Promise<OpenedRepository> {
  const isReadOnly = given.readonly === true
  const kept = retention === undefined ? given.storage : retaining(given.storage, retention)
  const storage = isReadOnly ? kept : steadyListing(kept)
  const options = { ...given, storage }
  const { identity, clock, random, gzip, tolerates, log } = options
  const contents = await ContentManager.open({ ...options, format, toleratesDamage: tolerates === 'indexes' })
  const manifests = new Manifests({ contents, clock, random, isReadOnly, gzip, toleratesDamage: tolerates !== undefined, log })
  return {
    care: {
      storage,
      format,
      contents,
      manifests,
      damageSoFar: () => damageOf(contents, manifests),
      async damage() {
        await manifests.load()
        return damageOf(contents, manifests)
      },
    },
    facts: factsOf(format, retention),
    identity,
    clock,
    isReadOnly,
    objects: objectManager(contents, isReadOnly),
    manifests,
    counters: () => contents.counters(),
    async flush(signal) {
      if (isReadOnly) return
      manifests.writePending()
      await contents.flush(signal)
      await storage.flush?.({ mayWait: options.gathersFlushes === true, signal })
    },
    async publish(snapshots, signal) {
      if (!isReadOnly) await storage.flush?.({ snapshots, signal })
    },
    async advanceEpoch(signal) {
      return isReadOnly ? undefined : await contents.advanceEpoch(signal)
    },
    async refresh() {
      await contents.refresh()
      await manifests.refresh()
    },
    async close() {
      await contents.close()
      await storage.close()
    },
  }
}

function damageOf(contents: ContentManager, manifests: Manifests): ToleratedDamage[] {
  const ofIndex = [...contents.damagedIndexBlobs].map(([id, error]) => ({ what: `index blob ${id}`, error }))
  return [...ofIndex, ...[...manifests.damaged].map(([id, error]) => ({ what: `manifests ${id}`, error }))]
}

function factsOf(format: OpenedFormat, retention: BlobRetention | undefined): RepositoryFormatFacts {
  const { content, uniqueId, keyDerivation } = format
  return {
    formatVersion: content.version,
    hash: content.hash,
    encryption: content.encryption,
    splitter: content.splitter,
    ecc: content.ecc,
    eccOverheadPercent: content.eccOverheadPercent,
    maxPackSizeBytes: content.maxPackSizeBytes,
    indexVersion: content.indexVersion,
    epochsEnabled: content.epochs.enabled,
    epochs: content.epochs,
    isPasswordChangeSupported: content.enablePasswordChange,
    uniqueId: toHex(uniqueId),
    keyDerivation,
    blobRetention: retention,
  }
}
