/** The kinds of storage that a repository can be created in, connected to and copied to by name: one row each. */
import type { FlagSpec } from '../command-spec.ts'
import { ACTIONS_CACHE_FLAGS } from './actions-cache-flags.ts'
import { AZURE_FLAGS } from './azure-flags.ts'
import { FILESYSTEM_FLAGS } from './connect-flags.ts'
import { GCS_FLAGS } from './gcs-flags.ts'
import { S3_FLAGS } from './s3-flags.ts'

export interface StorageKindSpec {
  /** The word after `create`, `connect`, `sync-to` and `repair`, as in Kopia. */
  readonly word: StorageKind
  /** Words such as `a folder`. */
  readonly place: string
  readonly flags: readonly FlagSpec[]
  /** Flags of an example. */
  readonly example: string
}

export type StorageKind = 'filesystem' | 's3' | 'azure' | 'gcs' | 'actions-cache'

export const STORAGE_KINDS: readonly StorageKindSpec[] = [
  { word: 'filesystem', place: 'a folder', flags: FILESYSTEM_FLAGS, example: '--path /backup/repository' },
  { word: 's3', place: 'a bucket of S3', flags: S3_FLAGS, example: '--bucket team-backups --prefix shop/' },
  {
    word: 'azure',
    place: 'a container of Azure Blob Storage',
    flags: AZURE_FLAGS,
    example: '--container backups --storage-account teambackups --prefix shop/',
  },
  { word: 'gcs', place: 'a bucket of Google Cloud Storage', flags: GCS_FLAGS, example: '--bucket team-backups --prefix shop/' },
  { word: 'actions-cache', place: 'the cache of GitHub Actions', flags: ACTIONS_CACHE_FLAGS, example: '--name backups' },
]
