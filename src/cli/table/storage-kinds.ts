/** The kinds of storage that a repository can be created in, connected to and copied to by name: one row each. */
import type { FlagSpec } from '../command-spec.ts'
import { FILESYSTEM_FLAGS } from './connect-flags.ts'

export interface StorageKindSpec {
  /** The word after `create`, `connect`, `sync-to` and `repair`, as in Kopia. */
  readonly word: StorageKind
  /** Words such as `a folder`. */
  readonly place: string
  readonly flags: readonly FlagSpec[]
  /** Flags of an example. */
  readonly example: string
}

export type StorageKind = 'filesystem'

export const STORAGE_KINDS: readonly StorageKindSpec[] = [
  { word: 'filesystem', place: 'a folder', flags: FILESYSTEM_FLAGS, example: '--path /backup/repository' },
]
