/** Options of an S3 store <-> the `storage` member of a connection file (docs/repository-format.md, "Client configuration"). */
import { parseGoDuration } from '../../../util/go-duration.ts'
import { connectionMembers, invalidMember } from '../connection-members.ts'
import { isEndpointUrl, isHost } from '../endpoint.ts'
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
export function parseS3Config(storage: StorageConfig): S3Options {
  const { text, textLike, flag, pointInTime } = connectionMembers(storage)
  return {
    bucket: textLike('bucket', /^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/, 'the name of a bucket'),
    prefix: text('prefix'),
    endpoint: textLike('endpoint', ENDPOINT, 'a host with or without a port') || DEFAULT_ENDPOINT,
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
    roleDurationNs: durationOf(storage.config['duration'] ?? '0s'),
    roleEndpoint: textLike('roleEndpoint', ROLE_ENDPOINT, 'a URL that begins with https:// or http://'),
    roleRegion: text('roleRegion'),
    region: textLike('region', /^[A-Za-z0-9-]*$/, 'the name of a region'),
    limits: readLimits(storage.config),
    pointInTime: pointInTime(),
  }
}

/** Empty means the default one, here and below. */
const ENDPOINT = { test: (text: string) => text === '' || isHost(text) }
const ROLE_ENDPOINT = { test: (text: string) => text === '' || isEndpointUrl(text) }

function durationOf(value: unknown): bigint {
  const duration = typeof value === 'string' ? parseGoDuration(value) : undefined
  if (duration === undefined || duration < 0n) throw invalidMember('duration', 'a duration')
  return duration
}
