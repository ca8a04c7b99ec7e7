/** Where an S3 store is: host, region and form of its URLs, and the words that name what was read. */
import { endpointIn } from '../endpoint.ts'
import { proxyWords } from '../proxy.ts'
import type { S3Options } from './config.ts'
import { DEFAULT_ENDPOINT } from './config.ts'

export interface S3Place {
  /** As other programs name it: `S3: s3.amazonaws.com backups`. */
  readonly displayName: string
  /** Undefined at AWS itself, where the host follows from the region. */
  readonly url: string | undefined
  /** The same as it counts for proxies, at AWS too. */
  readonly origin: string
  readonly hasTls: boolean
  /** Whether the bucket is the first folder of the path, not the first part of the host name. */
  readonly isPathStyle: boolean
  /** What requests are signed for; a first guess when nobody gave one. */
  readonly region: string
  readonly isRegionGiven: boolean
  /** For messages: what names the bucket, the endpoint and the region. */
  readonly settings: { readonly bucket: string; readonly endpoint: string; readonly region: string }
}

type Environment = Readonly<Record<string, string | undefined>>

const REGION_OF_HOST = /^s3[.-](?:dualstack\.)?([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com(?:\.cn)?$/
const FIRST_GUESS = 'us-east-1'
/** Stores that take the bucket as part of the host name, and some of them nothing else. */
const HOST_STYLE = /\.(?:amazonaws\.com(?:\.cn)?|aliyuncs\.com)$/

/** The place that a connection and the environment name. Errors: CAIRN_CONFIG_INVALID for a variable that names none. */
export function placeOf(options: S3Options, env: Environment): S3Place {
  const given = endpointOf(options, env)
  const host = new URL(given.url).host
  const isAws = host === DEFAULT_ENDPOINT
  const region = regionOf(options, env, host)
  const [name] = host.split(':')
  const hasTls = given.url.toLowerCase().startsWith('https:')
  const origin = isAws ? `${hasTls ? 'https' : 'http'}://s3.${region?.value ?? FIRST_GUESS}.amazonaws.com` : given.url
  return {
    displayName: `S3: ${host} ${options.bucket}`,
    url: isAws ? undefined : given.url,
    origin,
    hasTls,
    // The certificate of a host does not cover names with further dots.
    isPathStyle: !(isAws || HOST_STYLE.test(name ?? '')) || options.bucket.includes('.') || /[A-Z_]/.test(options.bucket),
    region: region?.value ?? FIRST_GUESS,
    isRegionGiven: region !== undefined,
    settings: {
      bucket: `the bucket "${options.bucket}" (--bucket or the location)`,
      endpoint: `the endpoint "${host}" (${given.origin})${proxyWords(origin, env)}`,
      region:
        region === undefined
          ? 'the region: none was given with --region, "region=" in the location, AWS_REGION or AWS_DEFAULT_REGION'
          : `the region "${region.value}" (${region.origin})`,
    },
  }
}

function endpointOf(options: S3Options, env: Environment): { readonly url: string; readonly origin: string } {
  const ofVariable = options.endpoint === DEFAULT_ENDPOINT ? endpointIn(env, ['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL']) : undefined
  if (ofVariable !== undefined) return ofVariable
  const isUsual = options.endpoint === DEFAULT_ENDPOINT
  return {
    url: `${options.hasTls ? 'https' : 'http'}://${options.endpoint}`,
    origin: isUsual ? 'the usual one: no other was given' : '--endpoint or "endpoint=" in the location',
  }
}

function regionOf(options: S3Options, env: Environment, host: string) {
  if (options.region !== '') return { value: options.region, origin: '--region or "region=" in the location' }
  const ofHost = REGION_OF_HOST.exec(host)?.[1]
  if (ofHost !== undefined) return { value: ofHost, origin: 'the endpoint' }
  for (const origin of ['AWS_REGION', 'AWS_DEFAULT_REGION']) {
    const value = env[origin]
    if (value !== undefined && value !== '') return { value, origin }
  }
  return undefined
}
