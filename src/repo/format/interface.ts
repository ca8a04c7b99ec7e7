/** What the format blob says about a repository (docs/repository-format.md, "Format blob"). */

/** Durations are nanoseconds, as stored. */
export interface EpochParameters {
  readonly enabled: boolean
  readonly refreshFrequencyNs: bigint
  readonly fullCheckpointFrequency: number
  readonly cleanupSafetyMarginNs: bigint
  readonly minEpochDurationNs: bigint
  readonly advanceOnCount: number
  readonly advanceOnTotalSizeBytes: number
  readonly deleteParallelism: number
}

/** The decrypted format payload, checked. */
export interface ContentFormat {
  readonly hash: string
  readonly encryption: string
  /** Empty when off. */
  readonly ecc: string
  readonly eccOverheadPercent: number
  readonly hashSecret: Uint8Array
  readonly masterKey: Uint8Array
  readonly version: 1 | 2 | 3
  readonly maxPackSizeBytes: number
  readonly indexVersion: 1 | 2
  readonly epochs: EpochParameters
  readonly enablePasswordChange: boolean
  readonly splitter: string
}

/** An opened format: the settings, and the keys that belong to them. */
export interface OpenedFormat {
  readonly uniqueId: Uint8Array
  readonly keyDerivation: string
  readonly content: ContentFormat
  /** HKDF of the root key (master key, or format key in repositories without password change) for `purpose`. */
  deriveKey(purpose: string, lengthBytes: number): Uint8Array
  /** Exact bytes of `kopia.repository`, for the replica in packs of old repositories. */
  readonly formatBlobBytes: Uint8Array
}
