/** What the SDK throws -> the parts of a failure that count (docs/backends/azure.md, "When it fails"). */
import { RestError } from '@azure/storage-blob'
import { messageOf } from '../../../errors.ts'
import { systemCodeAlong } from '../cloud-call.ts'
import type { CloudMeaning } from '../cloud-errors.ts'
import { retryAfterMs } from '../cloud-headers.ts'

export interface AzureFailure {
  /** What the store or the network said; never holds a secret. */
  readonly reason: string
  /** Undefined when no answer came. */
  readonly status: number | undefined
  /** The store's own word, such as `BlobNotFound`. */
  readonly code: string | undefined
  readonly systemCode: string | undefined
  readonly meaning: CloudMeaning | undefined
  readonly retryAfterMs: number | undefined
}

/** What was answered looks like a success, and is none of Azure's. */
export class ForeignAnswer extends Error {
  constructor() {
    super('the answer is none of Azure Blob Storage')
  }
}

const MEANINGS: Readonly<Record<string, CloudMeaning>> = {
  BlobNotFound: 'blob-missing',
  ContainerNotFound: 'bucket-missing',
  ContainerBeingDeleted: 'bucket-missing',
  ContainerDisabled: 'bucket-missing',
  InvalidResourceName: 'bucket-missing',
  AuthenticationFailed: 'credentials-refused',
  InvalidAuthenticationInfo: 'credentials-refused',
  NoAuthenticationInformation: 'credentials-refused',
  KeyBasedAuthenticationNotPermitted: 'forbidden',
  AuthorizationFailure: 'forbidden',
  AuthorizationPermissionMismatch: 'forbidden',
  AuthorizationProtocolMismatch: 'forbidden',
  AuthorizationResourceTypeMismatch: 'forbidden',
  AuthorizationServiceMismatch: 'forbidden',
  AuthorizationSourceIPMismatch: 'forbidden',
  InsufficientAccountPermissions: 'forbidden',
  AccountIsDisabled: 'forbidden',
  PublicAccessNotPermitted: 'forbidden',
  BlobAlreadyExists: 'exists',
  // A token that may create but not replace says it like this.
  UnauthorizedBlobOverwrite: 'exists',
  InvalidRange: 'range',
  ServerBusy: 'transient',
  OperationTimedOut: 'transient',
  InternalError: 'transient',
}

/** Reads an error of the SDK; `nowMs` is for dates in `Retry-After`. */
export function readFailure(error: unknown, nowMs: number): AzureFailure {
  const answer = error instanceof RestError ? error : undefined
  const status = answer?.statusCode
  if (isForeign(error)) {
    const { message } = new ForeignAnswer()
    return { reason: message, status: 200, code: undefined, systemCode: undefined, meaning: 'wrong-endpoint', retryAfterMs: undefined }
  }
  if (answer === undefined || status === undefined) {
    const systemCode = systemCodeAlong(error)
    return {
      reason: lineOf(messageOf(error)) || 'no answer',
      status: undefined,
      code: undefined,
      systemCode,
      meaning: undefined,
      retryAfterMs: undefined,
    }
  }
  const headers = answer.response?.headers
  const code = headers?.get('x-ms-error-code') ?? detailsCode(answer)
  // Every answer of the service, and of its emulator, carries one of these.
  const isAzure = headers?.get('x-ms-request-id') !== undefined || headers?.get('x-ms-version') !== undefined
  return {
    reason: reasonOf(status, code, answer),
    status,
    code,
    systemCode: undefined,
    meaning: meaningOf(status, code, isAzure, answer),
    retryAfterMs: retryAfterMs(headers?.get('retry-after'), nowMs),
  }
}

/** Azure gives the length and the tag of each blob; of whoever does not, the SDK says it in its own way. */
function isForeign(error: unknown): boolean {
  return (
    error instanceof ForeignAnswer ||
    (error instanceof RangeError && /doesn't contain valid (?:content length|etag) header/.test(error.message))
  )
}

function meaningOf(status: number, code: string | undefined, isAzure: boolean, error: RestError): CloudMeaning | undefined {
  if (!isAzure && status < 500 && status !== 407 && status !== 408 && status !== 429) return 'wrong-endpoint'
  if (code === 'AuthenticationFailed') {
    const detail = `${error.message} ${error.response?.bodyAsText ?? ''}`
    if (/date header too old|is not within the allowed|time skew/i.test(detail)) return 'clock'
    if (/specified time frame|expired/i.test(detail)) return 'expired'
  }
  // The emulator says it with the other word.
  if (code === 'AuthorizationFailure' && /failed to authenticate/i.test(error.message)) return 'credentials-refused'
  return code === undefined ? undefined : MEANINGS[code]
}

function reasonOf(status: number, code: string | undefined, error: RestError): string {
  if (code === undefined) return `it answered with status ${status}`
  const words = lineOf(error.message)
  return `it answered ${status} ${code}${words === '' || words === code ? '' : `: ${words}`}`
}

/** The first line: what follows are numbers for tracing. Signatures of a URL are left out. */
function lineOf(message: unknown): string {
  // The library gives what the answer held, whatever that was.
  const [line = ''] = (typeof message === 'string' ? message : '').trim().split(/\r?\n/)
  return line
    .replace(/\b(sig|se|st|sp|sv|sr|skoid|sktid)=[^&\s"]+/g, '$1=…')
    .replace(/\.$/, '')
    .slice(0, 300)
}

function detailsCode(error: RestError): string | undefined {
  const { details, code } = error
  const detail = typeof details === 'object' && details !== null && 'errorCode' in details ? details.errorCode : undefined
  if (typeof detail === 'string' && detail !== '') return detail
  return code !== undefined && /^[A-Z][A-Za-z]+$/.test(code) ? code : undefined
}
