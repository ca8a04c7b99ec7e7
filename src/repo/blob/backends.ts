/** The cloud stores: one literal table from the type in a connection file to what opens it, each loaded only when it is used. */
import type { Logger } from '../../log.ts'
import type { Clock } from '../../util/clock.ts'
import type { RandomSource } from '../../util/random.ts'
import type { BlobStorage } from './storage.ts'
import { type StorageConfig, unsupportedStorage } from './storage-config.ts'

/** What a cloud store may use beside its configuration. */
export interface BackendContext {
  /** A copy of the environment: where credentials come from. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** As in `process.platform`. */
  readonly platform: string
  readonly clock: Clock
  readonly random: RandomSource
  readonly log: Logger
  /** Hears which source of credentials is used, in words, never their value. */
  readonly onCredentials?: ((source: string) => void) | undefined
  /** Hears what the store has lost of a repository, as sentences; without it they are warnings. */
  readonly onLostData?: ((words: string) => void) | undefined
  readonly isReadOnly: boolean
  /** Folders of the user and for temporary files; undefined where nothing may touch them. */
  readonly homeDirectory?: string | undefined
  readonly temporaryDirectory?: string | undefined
  /** A token that proves which workflow runs, for this audience; undefined where none can be had. */
  readonly identityToken?: ((audience: string) => Promise<string>) | undefined
  /** Hides a value from every later line of output. */
  readonly mask?: ((secret: string) => void) | undefined
  /** File URL of the bundle's entry, for stores that need a process of their own. */
  readonly entryUrl?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Opens a store. It asks nothing of the store yet beyond what credentials need: whether a repository is there is the caller's question.
 *
 * It never tries a call again: that is the place of the retrying decorator. Errors: CAIRN_CONFIG_INVALID, CAIRN_CREDENTIALS_MISSING.
 */
export type OpenBackend = (config: StorageConfig, context: BackendContext) => Promise<BlobStorage>

const BACKENDS: Readonly<Record<string, () => Promise<OpenBackend>>> = {
  s3: async () => (await import('./s3/open.ts')).openS3,
  'actions-cache': async () => (await import('./actions-cache/open.ts')).openActionsCache,
  azureBlob: async () => (await import('./azure/open.ts')).openAzure,
  gcs: async () => (await import('./gcs/open.ts')).openGcs,
}

/**
 * Why this run may only read a store of this type, told by what GitHub grants before anything is done; undefined when it may write, or when only
 * trying tells. Errors: CAIRN_CREDENTIALS_MISSING, CAIRN_STORAGE_FORBIDDEN, those of `cloudError`.
 */
export async function writeRefusalOf(
  config: StorageConfig,
  context: Pick<BackendContext, 'env' | 'clock' | 'signal'>,
): Promise<string | undefined> {
  if (config.type !== 'actions-cache') return undefined
  const { writeRefusal } = await import('./actions-cache/rights.ts')
  return await writeRefusal(config, context, true)
}

/** Whether a store of this type is opened for reading as it is for writing, so that it can be opened before it is known what for. */
export function opensAlike(type: string): boolean {
  return type === 's3' || type === 'azureBlob'
}

/** What opens stores of this type; CAIRN_NOT_SUPPORTED for a type that Cairn does not know. */
export async function backendOf(type: string): Promise<OpenBackend> {
  const load = Object.hasOwn(BACKENDS, type) ? BACKENDS[type] : undefined
  if (load === undefined) throw unsupportedStorage(type)
  return await load()
}
