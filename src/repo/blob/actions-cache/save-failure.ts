/** Why the official client could not save an entry, from what it printed: it returns the same number for everything. */
import { CairnError } from '../../../errors.ts'
import { cloudError } from '../cloud-errors.ts'
import type { ServiceAccess } from './service.ts'
import { isDenied } from './wire.ts'

/**
 * The error of a save that failed: CAIRN_STORAGE_READONLY, CAIRN_STORAGE_FULL, CAIRN_CACHE_CONFLICT when the key is taken,
 * CAIRN_STORAGE_UNAVAILABLE for rate limits and outages, or those of `cloudError`.
 */
export function saveFailure(key: string, lines: readonly string[], access: ServiceAccess, thrown?: string): CairnError {
  const text = [...lines, ...(thrown === undefined ? [] : [thrown])].join('\n')
  const reason = reasonIn(lines, thrown)
  if (isDenied(text)) return writeRefused('the service answered that the token of this job may only read')
  if (/quota has been hit|insufficient usage|over the (?:10GB|data cap) limit/i.test(text)) {
    return new CairnError('CAIRN_STORAGE_FULL', `The Actions cache took no entry ${key}: its quota is used up.`, {
      hint: 'Delete entries on the page "Caches" of the repository, raise the limit in its settings, or use another store.',
    })
  }
  const status = Number(/\((\d{3})\)|responded with (\d{3})|status ?code:? (\d{3})/i.exec(text)?.slice(1).find(Boolean)) || undefined
  if (status === 409 || /already_exists|already exists/i.test(text)) return keyTaken(key)
  const seconds = Number(/rate limit will reset in (\d+) seconds/.exec(text)?.[1])
  const isRateLimit = status === 429 || /rate limited/i.test(text)
  const systemCode = /\b(ECONNRESET|ENOTFOUND|ETIMEDOUT|ECONNREFUSED|EHOSTUNREACH)\b/.exec(text)?.[1]
  if (status === undefined && systemCode === undefined && !isRateLimit) {
    if (/another job may be creating this cache/.test(text)) return keyTaken(key)
    return new CairnError('CAIRN_STORAGE_IO', `The Actions cache took no entry ${key}: ${reason}.`, {
      hint: 'What was saved before is intact. Run again; the log with debug lines says more.',
    })
  }
  return cloudError({
    what: `save ${key} in the Actions cache`,
    reason: isRateLimit ? 'this repository uploads too often, and GitHub asked it to wait' : reason,
    status: isRateLimit ? 429 : status,
    systemCode,
    meaning: status === 404 ? 'wrong-endpoint' : undefined,
    credentials: 'the variable ACTIONS_RUNTIME_TOKEN',
    settings: { bucket: 'the name of the cache', endpoint: `the variable ${access.urlVariable}` },
    retryAfterMs: seconds > 0 ? seconds * 1000 : undefined,
  })
}

/** The error of a write where only reading is allowed. */
export function writeRefused(reason: string): CairnError {
  return new CairnError('CAIRN_STORAGE_READONLY', `Nothing can be written to the Actions cache: ${reason}.`, {
    hint: 'GitHub lets runs of untrusted events only read the cache. Restores work; save snapshots on push or schedule.',
  })
}

function keyTaken(key: string): CairnError {
  return new CairnError('CAIRN_CACHE_CONFLICT', `The Actions cache took no entry ${key}: another job has reserved this key.`, {
    hint: 'Run again. If it stays, an interrupted upload holds the key until GitHub cleans it up.',
  })
}

/** The last thing the client said about it, without the marks of workflow commands. */
function reasonIn(lines: readonly string[], thrown: string | undefined): string {
  const told =
    lines.findLast((line) => /^::(?:warning|error)/.test(line)) ??
    lines.findLast((line) => /fail|error|denied|unable|refused/i.test(line) && !line.startsWith('[command]'))
  const text = (thrown ?? told ?? 'the client gave no reason').replace(/^::[a-z-]+[^:]*::/, '').replaceAll('%0A', ' ')
  return text
    .replace(/https?:\/\/\S+/g, '<url>')
    .slice(0, 300)
    .trim()
    .replace(/\.$/, '')
}
