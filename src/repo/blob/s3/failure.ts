/** What the SDK throws -> the parts of a failure that count (docs/backends/s3.md, "When it fails"). */
import { isJsonObject, type JsonObject } from '../../../util/json-read.ts'
import type { CloudMeaning } from '../cloud-errors.ts'
import { retryAfterMs } from '../cloud-headers.ts'
import { nameOf, SlimError } from '../slim-error.ts'

export interface S3Failure {
  /** What the store or the network said; never holds a secret. */
  readonly reason: string
  readonly status: number | undefined
  readonly systemCode: string | undefined
  readonly meaning: CloudMeaning | undefined
  readonly retryAfterMs: number | undefined
  readonly isAborted: boolean
  /** The region that the store says is the right one. */
  readonly region: string | undefined
  /** Whether the store gave a code of its own beside the status; answers to HEAD have none. */
  readonly hasCode: boolean
}

/** What is kept of an error of the SDK; it can be read again. */
export class S3Error extends SlimError {
  readonly failure: S3Failure

  constructor(name: string, failure: S3Failure) {
    super(name, failure.reason)
    this.failure = failure
  }
}

/** The same error without its request. */
export function slimS3Error(error: unknown, failure: S3Failure): S3Error {
  return error instanceof S3Error ? error : new S3Error(nameOf(error), failure)
}

/** The error of an answer that is a page for people. */
export function webPage(): S3Error {
  return new S3Error('WebPage', {
    reason: 'it answered with a web page',
    status: 200,
    systemCode: undefined,
    meaning: 'wrong-endpoint',
    retryAfterMs: undefined,
    isAborted: false,
    region: undefined,
    hasCode: false,
  })
}

const MEANINGS: Readonly<Record<string, CloudMeaning>> = {
  NoSuchKey: 'blob-missing',
  NoSuchVersion: 'blob-missing',
  NoSuchBucket: 'bucket-missing',
  InvalidBucketName: 'bucket-missing',
  InvalidAccessKeyId: 'credentials-refused',
  SignatureDoesNotMatch: 'credentials-refused',
  InvalidToken: 'credentials-refused',
  InvalidClientTokenId: 'credentials-refused',
  UnrecognizedClientException: 'credentials-refused',
  NotSignedUp: 'credentials-refused',
  ExpiredToken: 'expired',
  ExpiredTokenException: 'expired',
  TokenRefreshRequired: 'expired',
  RequestExpired: 'expired',
  AccessDenied: 'forbidden',
  AllAccessDisabled: 'forbidden',
  AccountProblem: 'forbidden',
  PermanentRedirect: 'wrong-region',
  Redirect: 'wrong-region',
  TemporaryRedirect: 'wrong-region',
  AuthorizationHeaderMalformed: 'wrong-region',
  IllegalLocationConstraintException: 'wrong-region',
  RequestTimeTooSkewed: 'clock',
  PreconditionFailed: 'exists',
  InvalidRange: 'range',
  SlowDown: 'transient',
  RequestTimeout: 'transient',
  OperationAborted: 'transient',
  BadDigest: 'transient',
  IncompleteBody: 'transient',
  XAmzContentSHA256Mismatch: 'transient',
  XMinioServerNotInitialized: 'transient',
}

/** Reads an error of the SDK. */
export function readFailure(error: unknown): S3Failure {
  if (error instanceof S3Error) return error.failure
  const thrown = isJsonObject(error) ? error : {}
  const name = text(thrown, 'name') ?? ''
  const metadata = objectIn(thrown, '$metadata')
  const response = objectIn(thrown, '$response')
  const headers = objectIn(response, 'headers')
  const statusNumber = metadata['httpStatusCode'] ?? response['statusCode']
  const status = typeof statusNumber === 'number' ? statusNumber : undefined
  const message = text(thrown, 'message') ?? String(error)
  const isS3 = status !== undefined && thrown['$fault'] !== undefined && !/Deserialization error/.test(message)
  const hasCode = isS3 && !UNSPOKEN.test(name)
  return {
    reason: status === undefined ? silenceOf(message) : reasonOf(status, hasCode ? name : undefined, message),
    status,
    systemCode: status === undefined ? systemCodeOf(thrown, message) : undefined,
    meaning: isStrange(status, hasCode, headers) || ofConsole(message) ? 'wrong-endpoint' : meaningOf(name, status, isS3),
    retryAfterMs: retryAfterMs(text(headers, 'retry-after'), Date.parse(text(headers, 'date') ?? '')),
    isAborted: name === 'AbortError',
    region: text(headers, 'x-amz-bucket-region') ?? text(thrown, 'Region'),
    hasCode,
  }
}

/** Names that the SDK makes up when the store gave no code. */
const UNSPOKEN = /^(?:UnknownError|Unknown|Error|\d+|NotFound|Forbidden|)$/

/** A redirect that is not the store's own, as to a page where people log in. */
function isStrange(status: number | undefined, hasCode: boolean, headers: JsonObject): boolean {
  if (status === undefined || status < 300 || status >= 400 || status === 304) return false
  return !hasCode && headers['x-amz-bucket-region'] === undefined && headers['x-amz-request-id'] === undefined
}

/** MinIO shows its pages on a port of their own, and says so in the words of S3. */
function ofConsole(message: string): boolean {
  return /must be made to API port/i.test(message)
}

function meaningOf(name: string, status: number | undefined, isS3: boolean): CloudMeaning | undefined {
  if (status === undefined) return undefined
  // An answer that is no answer of S3: a web page, or the words of a server that waits for TLS.
  if (!isS3 && status < 500 && status !== 401 && status !== 403 && status !== 429) return 'wrong-endpoint'
  // A store says what is missing; whoever looks with HEAD, where it cannot, does not ask for a meaning.
  if (status === 404 && UNSPOKEN.test(name)) return 'wrong-endpoint'
  return MEANINGS[name]
}

function reasonOf(status: number, code: string | undefined, message: string): string {
  const words = code === undefined || message === code || message === '' ? '' : `: ${message}`
  return code === undefined ? `it answered with status ${status}` : `it answered ${status} ${code}${words}`
}

/** What the SDK says of an answer that did not come, without its own name. */
function silenceOf(message: string): string {
  const idleMs = /timed out after (\d+) ms of inactivity/.exec(message)?.[1]
  if (idleMs !== undefined) return `nothing moved on the connection for ${Number(idleMs) / 1000} seconds`
  const connectMs = /did not establish a connection .* of (\d+) ms/.exec(message)?.[1]
  if (connectMs !== undefined) return `there was no connection within ${Number(connectMs) / 1000} seconds`
  const answerMs = /exceeded the configured (\d+) ms requestTimeout/.exec(message)?.[1]
  if (answerMs !== undefined) return `there was no answer in ${Number(answerMs) / 1000} seconds`
  return message.replace(/^@smithy\/node-http-handler - /, '') || 'no answer'
}

function systemCodeOf(thrown: JsonObject, message: string): string | undefined {
  const code = text(thrown, 'code') ?? text(objectIn(thrown, 'cause'), 'code')
  if (code !== undefined) return code
  return message.includes('did not establish a connection') ? 'ETIMEDOUT' : undefined
}

function text(object: JsonObject, name: string): string | undefined {
  const value = object[name]
  return typeof value === 'string' ? value : undefined
}

function objectIn(object: JsonObject, name: string): JsonObject {
  const value = object[name]
  return isJsonObject(value) ? value : {}
}
