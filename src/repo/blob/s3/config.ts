/** Options of an S3 store <-> the `storage` member of a connection file (docs/repository-format.md, "Client configuration"). */
import { CairnError } from '../../../errors.ts'
import { parseGoDuration } from '../../../util/go-duration.ts'
import type { StorageConfig } from '../storage-config.ts'
import { limitsMember, readLimits, type ThrottleLimits, UNLIMITED } from '../throttle-limits.ts'

export const DEFAULT_ENDPOINT = 's3.amazonaws.com'

/** What a connection says; texts that it leaves out are empty. */
export interface S3Options {
  readonly bucket: string
  /** Before the name of every blob; with its slash, if it is to be a folder. */
  readonly prefix: string
  /** Host, with a port where it is not the usual one. */
  readonly endpoint: string
  readonly hasTls: boolean
  readonly verifiesTls: boolean
  /** Certificates in PEM form that are trusted instead of the usual ones; empty means none. */
  readonly rootCa: Uint8Array
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  readonly webIdentityToken: string
  readonly webIdentityTokenFile: string
  readonly roleArn: string
  readonly sessionName: string
  readonly roleDurationNs: bigint
  readonly roleEndpoint: string
  readonly roleRegion: string
  readonly region: string
  readonly limits: ThrottleLimits
  /** The bucket as it was then, as text of RFC 3339; empty means now. */
  readonly pointInTime: string
}

/** What flags can say of a store. */
export type S3FlagOptions = Pick<S3Options, 'bucket'> &
  Partial<
    Pick<
      S3Options,
      | 'prefix'
      | 'endpoint'
      | 'hasTls'
      | 'verifiesTls'
      | 'rootCa'
      | 'accessKeyId'
      | 'secretAccessKey'
      | 'sessionToken'
      | 'region'
      | 'limits'
      | 'pointInTime'
    >
  >

/** What is written for an S3 store: members in the order other programs write them. */
export function s3StorageConfig(options: S3FlagOptions): StorageConfig {
  const { prefix = '', region = '', pointInTime = '', rootCa = new Uint8Array(0) } = options
  return {
    type: 's3',
    config: {
      bucket: options.bucket,
      ...(prefix !== '' && { prefix }),
      endpoint: options.endpoint ?? DEFAULT_ENDPOINT,
      ...(options.hasTls === false && { doNotUseTLS: true }),
      ...(options.verifiesTls === false && { doNotVerifyTLS: true }),
      ...(rootCa.length > 0 && { rootCA: Buffer.from(rootCa).toString('base64') }),
      accessKeyID: options.accessKeyId ?? '',
      secretAccessKey: options.secretAccessKey ?? '',
      sessionToken: options.sessionToken ?? '',
      // Roles are for connections that were written by hand: no flag sets them.
      roleARN: '',
      sessionName: '',
      duration: '0s',
      roleEndpoint: '',
      roleRegion: '',
      ...(region !== '' && { region }),
      ...limitsMember(options.limits ?? UNLIMITED),
      ...(pointInTime !== '' && { pointInTime }),
    },
  }
}

/** The options in a connection; CAIRN_CONFIG_INVALID when a member has another shape. */
export function parseS3Config({ config }: StorageConfig): S3Options {
  const text = (name: string): string => {
    const value = config[name] ?? ''
    if (typeof value !== 'string') throw invalid(`"storage.config.${name}" is not a text`)
    return value
  }
  const flag = (name: string): boolean => {
    const value = config[name] ?? false
    if (typeof value !== 'boolean') throw invalid(`"storage.config.${name}" is not true or false`)
    return value
  }
  const bucket = text('bucket')
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/.test(bucket)) throw invalid('"storage.config.bucket" is not the name of a bucket')
  const endpoint = text('endpoint') || DEFAULT_ENDPOINT
  if (!/^[A-Za-z0-9._-]+(:\d{1,5})?$|^\[[0-9A-Fa-f:.]+\](:\d{1,5})?$/.test(endpoint)) {
    throw invalid('"storage.config.endpoint" is not a host with or without a port')
  }
  const region = text('region')
  if (!/^[A-Za-z0-9-]*$/.test(region)) throw invalid('"storage.config.region" is not the name of a region')
  const pointInTime = text('pointInTime')
  if (pointInTime !== '' && Number.isNaN(Date.parse(pointInTime))) throw invalid('"storage.config.pointInTime" is not a time')
  return {
    bucket,
    prefix: text('prefix'),
    endpoint,
    hasTls: !flag('doNotUseTLS'),
    verifiesTls: !flag('doNotVerifyTLS'),
    rootCa: new Uint8Array(Buffer.from(text('rootCA'), 'base64')),
    accessKeyId: text('accessKeyID'),
    secretAccessKey: text('secretAccessKey'),
    sessionToken: text('sessionToken'),
    webIdentityToken: text('webIdentityToken'),
    webIdentityTokenFile: text('webIdentityTokenFile'),
    roleArn: text('roleARN'),
    sessionName: text('sessionName'),
    roleDurationNs: durationOf(config['duration'] ?? '0s'),
    roleEndpoint: text('roleEndpoint'),
    roleRegion: text('roleRegion'),
    region,
    limits: readLimits(config),
    // The zero time of Go means that there is none.
    pointInTime: pointInTime.startsWith('0001-01-01T00:00:00') ? '' : pointInTime,
  }
}

function durationOf(value: unknown): bigint {
  const duration = typeof value === 'string' ? parseGoDuration(value) : undefined
  if (duration === undefined || duration < 0n) throw invalid('"storage.config.duration" is not a duration')
  return duration
}

function invalid(reason: string): CairnError {
  return new CairnError('CAIRN_CONFIG_INVALID', `The connection cannot be used: ${reason}.`, {
    hint: 'Connect to the repository again, or correct its location.',
  })
}
