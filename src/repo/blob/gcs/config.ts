/** Options of a GCS store <-> the `storage` member of a connection file (docs/repository-format.md, "Client configuration"). */
import { isJsonObject, type JsonObject } from '../../../util/json-read.ts'
import { connectionMembers, invalidMember } from '../connection-members.ts'
import type { StorageConfig } from '../storage-config.ts'
import { limitsMember, readLimits, type ThrottleLimits, UNLIMITED } from '../throttle-limits.ts'

/** What a connection says; texts that it leaves out are empty. */
export interface GcsOptions {
  readonly bucket: string
  /** Before the name of every blob; with its slash, if it is to be a folder. */
  readonly prefix: string
  /** Path of a file with credentials. */
  readonly credentialsFile: string
  /** The content of such a file. */
  readonly credentials: JsonObject | undefined
  /** Ask for a token that cannot write. */
  readonly isReadOnly: boolean
  readonly limits: ThrottleLimits
  /** The bucket as it was then, as text of RFC 3339; empty means now. */
  readonly pointInTime: string
}

/** What is written for a GCS store: members in the order other programs write them. */
export function gcsStorageConfig(options: Pick<GcsOptions, 'bucket'> & Partial<GcsOptions>): StorageConfig {
  return {
    type: 'gcs',
    config: {
      bucket: options.bucket,
      ...(options.prefix && { prefix: options.prefix }),
      ...(options.credentialsFile && { credentialsFile: options.credentialsFile }),
      ...(options.credentials !== undefined && { credentials: options.credentials }),
      ...(options.isReadOnly === true && { readOnly: true }),
      ...limitsMember(options.limits ?? UNLIMITED),
      ...(options.pointInTime && { pointInTime: options.pointInTime }),
    },
  }
}

/** The options in a connection; CAIRN_CONFIG_INVALID when a member has another shape. */
export function parseGcsConfig(storage: StorageConfig): GcsOptions {
  const { text, textLike, flag, pointInTime } = connectionMembers(storage)
  const credentials = storage.config['credentials'] ?? undefined
  if (credentials !== undefined && !isJsonObject(credentials)) throw invalidMember('credentials', 'a JSON object')
  return {
    bucket: textLike('bucket', BUCKET, 'the name of a bucket: small letters, digits, dots, dashes and underscores'),
    prefix: text('prefix'),
    credentialsFile: text('credentialsFile'),
    credentials,
    isReadOnly: flag('readOnly'),
    limits: readLimits(storage.config),
    pointInTime: pointInTime(),
  }
}

const BUCKET = /^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/
