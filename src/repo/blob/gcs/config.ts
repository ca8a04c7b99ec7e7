/** Options of a GCS store <-> the `storage` member of a connection file (docs/repository-format.md, "Client configuration"). */
import { CairnError } from '../../../errors.ts'
import { isJsonObject, type JsonObject } from '../../../util/json-read.ts'
import { parseTimestamp } from '../../../util/timestamp.ts'
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
export function parseGcsConfig({ config }: StorageConfig): GcsOptions {
  const text = (name: string): string => {
    const value = config[name] ?? ''
    if (typeof value !== 'string') throw invalid(`"storage.config.${name}" is not a text`)
    return value
  }
  const bucket = text('bucket')
  if (!/^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/.test(bucket)) {
    throw invalid('"storage.config.bucket" is not the name of a bucket: small letters, digits, dots, dashes and underscores')
  }
  const credentials = config['credentials'] ?? undefined
  if (credentials !== undefined && !isJsonObject(credentials)) throw invalid('"storage.config.credentials" is not a JSON object')
  const isReadOnly = config['readOnly'] ?? false
  if (typeof isReadOnly !== 'boolean') throw invalid('"storage.config.readOnly" is not true or false')
  const pointInTime = text('pointInTime')
  if (pointInTime !== '' && parseTimestamp(pointInTime) === undefined) throw invalid('"storage.config.pointInTime" is not a time')
  return {
    bucket,
    prefix: text('prefix'),
    credentialsFile: text('credentialsFile'),
    credentials,
    isReadOnly,
    limits: readLimits(config),
    // The zero time of Go means that there is none.
    pointInTime: pointInTime.startsWith('0001-01-01T00:00:00') ? '' : pointInTime,
  }
}

function invalid(reason: string): CairnError {
  return new CairnError('CAIRN_CONFIG_INVALID', `The connection cannot be used: ${reason}.`, {
    hint: 'Connect to the repository again, or correct its location.',
  })
}
