/** What a cloud store answered -> typed error: each way to fail has its own code and names what was read (docs/errors.md). */
import { CairnError, cancelled, type ErrorCode } from '../../errors.ts'

/** A failed call, in words common to all cloud stores. */
export interface CloudFailure {
  /** What was tried, such as `write blob p12 in S3: s3.amazonaws.com backups`. */
  readonly what: string
  /** What the store or the network said, without any secret. */
  readonly reason: string
  /** HTTP status; undefined when no answer came. */
  readonly status?: number | undefined
  /** The system's code when no answer came: `ENOTFOUND`, `ECONNREFUSED`, ... */
  readonly systemCode?: string | undefined
  /** What the store's own error code says, where it is finer than the status. */
  readonly meaning?: CloudMeaning | undefined
  /** Where the credentials came from, such as `the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY`. */
  readonly credentials: string
  /** What names the bucket, the region and the endpoint, such as `--endpoint` or `AWS_REGION`. */
  readonly settings: { readonly bucket: string; readonly endpoint: string; readonly region?: string }
  readonly retryAfterMs?: number | undefined
  readonly isAborted?: boolean
  readonly cause?: unknown
}

/** `clock`: the store refused the request because the two clocks differ too much. */
export type CloudMeaning =
  | 'blob-missing'
  | 'bucket-missing'
  | 'credentials-refused'
  | 'expired'
  | 'forbidden'
  | 'wrong-region'
  | 'wrong-endpoint'
  | 'clock'
  | 'exists'
  | 'range'
  | 'transient'
  | 'unreachable'

/** Codes of a ProxyError: a proxy that is not there or finds nobody, and one that lets nobody through. */
export const PROXY_UNREACHABLE = 'ERR_PROXY_UNREACHABLE'
export const PROXY_REFUSED = 'ERR_PROXY_REFUSED'
/** What to do about either; the message names the variable. */
export const PROXY_HINT =
  'Check the proxy that the message names, and its user name and password. Hosts in NO_PROXY are reached without it.'

/** Whether a system code is that of a ProxyError. */
export function isOfProxy(systemCode: string | undefined): boolean {
  return systemCode === PROXY_UNREACHABLE || systemCode === PROXY_REFUSED
}

/** Nobody is there, and a second call will not find anybody either. */
const UNREACHABLE = new Set(['ENOTFOUND', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_NONAME', 'EAI_NODATA'])
/** Someone is there who does not speak the protocol, or whose certificate is not trusted. */
const WRONG_PARTNER = /^(EPROTO|ERR_SSL|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HPE_|ERR_INVALID_URL)/

/** A connection that was there, or almost. */
const BROKEN = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EHOSTDOWN',
  'ENETDOWN',
  'ERR_STREAM_PREMATURE_CLOSE',
])

/** Whether a code says that no answer came, and not that something here could not be read. */
export function isOfNetwork(systemCode: string | undefined): boolean {
  if (systemCode === undefined) return false
  return UNREACHABLE.has(systemCode) || BROKEN.has(systemCode) || WRONG_PARTNER.test(systemCode) || isOfProxy(systemCode)
}

/** One line of what was said, without the places in the sources of OpenSSL that it names. */
export function plainReason(reason: string): string {
  const ofTls = /:error:[0-9A-F]+:[^:]*:[^:]*:([^:]+):/i.exec(reason)?.[1]
  return (ofTls === undefined ? reason.trim().replace(/\s*[\r\n]+\s*/g, ' ') : `the TLS handshake failed (${ofTls})`).replace(/\.$/, '')
}

/** The error for a failed call; only CAIRN_STORAGE_UNAVAILABLE is worth another try. */
export function cloudError(failure: CloudFailure): CairnError {
  if (failure.isAborted === true) return cancelled()
  const code = codeOf(failure)
  const hint = code === 'CAIRN_STORAGE_UNREACHABLE' && isOfProxy(failure.systemCode) ? PROXY_HINT : hintOf(code, failure)
  return new CairnError(code, `Cannot ${failure.what}: ${plainReason(failure.reason)}.`, {
    ...(hint !== undefined && { hint }),
    ...(failure.cause !== undefined && { cause: failure.cause }),
    ...(failure.retryAfterMs !== undefined && { retryAfterMs: failure.retryAfterMs }),
  })
}

const MEANINGS: Readonly<Record<CloudMeaning, ErrorCode>> = {
  'blob-missing': 'CAIRN_BLOB_NOT_FOUND',
  'bucket-missing': 'CAIRN_BUCKET_MISSING',
  'credentials-refused': 'CAIRN_CREDENTIALS_REFUSED',
  expired: 'CAIRN_CREDENTIALS_REFUSED',
  forbidden: 'CAIRN_STORAGE_FORBIDDEN',
  'wrong-region': 'CAIRN_STORAGE_REGION',
  'wrong-endpoint': 'CAIRN_STORAGE_ENDPOINT',
  clock: 'CAIRN_CLOCK_SKEW',
  exists: 'CAIRN_BLOB_EXISTS',
  range: 'CAIRN_BLOB_RANGE',
  transient: 'CAIRN_STORAGE_UNAVAILABLE',
  unreachable: 'CAIRN_STORAGE_UNREACHABLE',
}

function codeOf({ meaning, status, systemCode }: CloudFailure): ErrorCode {
  if (meaning !== undefined) return MEANINGS[meaning]
  if (status === undefined) {
    if (systemCode !== undefined && (UNREACHABLE.has(systemCode) || isOfProxy(systemCode))) return 'CAIRN_STORAGE_UNREACHABLE'
    if (systemCode !== undefined && WRONG_PARTNER.test(systemCode)) return 'CAIRN_STORAGE_ENDPOINT'
    return 'CAIRN_STORAGE_UNAVAILABLE'
  }
  if (status === 401) return 'CAIRN_CREDENTIALS_REFUSED'
  if (status === 403) return 'CAIRN_STORAGE_FORBIDDEN'
  if (status === 404) return 'CAIRN_BUCKET_MISSING'
  if (status === 301 || status === 307) return 'CAIRN_STORAGE_REGION'
  if (status === 408 || status === 425 || status === 429 || status >= 500) return 'CAIRN_STORAGE_UNAVAILABLE'
  return 'CAIRN_STORAGE_IO'
}

function hintOf(code: ErrorCode, { credentials, settings }: CloudFailure): string | undefined {
  switch (code) {
    case 'CAIRN_CREDENTIALS_REFUSED':
      return `The credentials came from ${credentials}: check that they are valid and have not expired.`
    case 'CAIRN_STORAGE_FORBIDDEN':
      return `The credentials from ${credentials} are known but not allowed to do this: see the least permissions in docs/backends.md.`
    case 'CAIRN_BUCKET_MISSING':
      return `Check ${settings.bucket} for a typo. Cairn never makes a bucket.`
    case 'CAIRN_STORAGE_REGION':
      return `Check ${settings.region ?? 'the region'}.`
    case 'CAIRN_STORAGE_ENDPOINT':
      return `Check ${settings.endpoint}: host, port, and whether it speaks TLS.`
    case 'CAIRN_STORAGE_UNREACHABLE':
      return `Check ${settings.endpoint} for a typo, and that this machine may reach it.`
    case 'CAIRN_STORAGE_UNAVAILABLE':
      return 'Run again later. What was saved before is intact.'
    case 'CAIRN_CLOCK_SKEW':
      return 'Set the clock of this machine.'
    default:
      return undefined
  }
}
