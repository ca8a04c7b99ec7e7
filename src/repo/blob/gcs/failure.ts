/** What the JSON API answers -> the parts of a failure that count (docs/backends/gcs.md, "When it fails"). */
import { fromUtf8 } from '../../../util/bytes.ts'
import { isJsonObject, type JsonObject } from '../../../util/json-read.ts'
import type { CloudMeaning } from '../cloud-errors.ts'
import type { GcsAnswer } from './http.ts'

export interface GcsFailure {
  /** What the store said. */
  readonly reason: string
  readonly meaning: CloudMeaning | undefined
}

/** Reasons that the API gives beside a status. */
const MEANINGS: Readonly<Record<string, CloudMeaning>> = {
  authError: 'credentials-refused',
  required: 'credentials-refused',
  forbidden: 'forbidden',
  insufficientPermissions: 'forbidden',
  accountDisabled: 'forbidden',
  userProjectMissing: 'forbidden',
  rateLimitExceeded: 'transient',
  userRateLimitExceeded: 'transient',
  backendError: 'transient',
  internalError: 'transient',
  conditionNotMet: 'exists',
  requestedRangeNotSatisfiable: 'range',
}

/** Reads an answer that is no success; `absent` is what "not found" means for what was asked. */
export function readFailure({ status, body, headers }: GcsAnswer, absent: 'blob-missing' | 'bucket-missing'): GcsFailure {
  const text = fromUtf8(body.subarray(0, 16_384)) ?? ''
  const error = errorIn(text)
  const reason = reasonIn(error)
  const message = typeof error['message'] === 'string' ? error['message'] : ''
  // The object itself is answered in plain words; whoever answers with a page is somebody else.
  const isPage = /^\s*<(?:!doctype|html)/i.test(text) || (headers['content-type'] ?? '').includes('text/html')
  return {
    reason: words(status, reason, message || (Object.keys(error).length > 0 || isPage ? '' : text)),
    meaning: isPage && isOfSomebodyElse(status) ? 'wrong-endpoint' : meaningOf(status, reason, message || text, absent),
  }
}

function isOfSomebodyElse(status: number): boolean {
  return status < 500 && ![401, 403, 407, 408, 429].includes(status)
}

function meaningOf(
  status: number,
  reason: string | undefined,
  message: string,
  absent: 'blob-missing' | 'bucket-missing',
): CloudMeaning | undefined {
  if (status >= 300 && status < 400 && status !== 304) return 'wrong-endpoint'
  if (status === 404) return /bucket (?:does not exist|not found)/i.test(message) ? 'bucket-missing' : absent
  if (status === 412) return 'exists'
  if (status === 416) return 'range'
  if (status === 400 && /invalid bucket name/i.test(message)) return 'bucket-missing'
  if (status === 401 && /expired/i.test(message)) return 'expired'
  return status < 500 && reason !== undefined ? MEANINGS[reason] : undefined
}

function words(status: number, reason: string | undefined, message: string): string {
  const [line = ''] = message.trim().split(/\r?\n/)
  const said = line.slice(0, 300).replace(/\.$/, '')
  return `it answered ${status}${reason === undefined ? '' : ` ${reason}`}${said === '' ? '' : `: ${said}`}`
}

/** `error` of `{"error": {"message": …, "errors": [{"reason": …}]}}`; empty for anything else. */
function errorIn(text: string): JsonObject {
  try {
    const parsed: unknown = JSON.parse(text)
    return isJsonObject(parsed) && isJsonObject(parsed['error']) ? parsed['error'] : {}
  } catch {
    return {}
  }
}

function reasonIn({ errors }: JsonObject): string | undefined {
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined
  return isJsonObject(first) && typeof first['reason'] === 'string' && first['reason'] !== '' ? first['reason'] : undefined
}
