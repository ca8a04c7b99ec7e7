/**
 * Questions to the cache service, with its true answers (docs/backends/actions-cache.md, "Misses and outages").
 *
 * The official client tells "not there", "not allowed", "too many requests" and "broken" all as a miss. So whether an entry exists is asked
 * here, and only transfers go through that client.
 */
import { HttpClient } from '@actions/http-client'
import { BearerCredentialHandler } from '@actions/http-client/lib/auth'
import { CairnError, cancelled, isCairnError, messageOf, throwIfCancelled } from '../../../errors.ts'
import { type CloudMeaning, cloudError } from '../cloud-errors.ts'
import { unlessAborted } from '../unless-aborted.ts'
import { MAX_KEYS } from './entry-names.ts'
import type { ServiceAccess } from './service.ts'

const TIMEOUT_MS = 60_000
/** A service that never answered gets no more than this: whoever was given a wrong address should not wait longer. */
const FIRST_ANSWER_MS = 9_000
const SERVICE = 'twirp/github.actions.results.api.v1.CacheService'

export interface CacheService {
  readonly access: ServiceAccess
  /**
   * The key of the newest entry of this version that equals the first of `keys` or begins with one of them, in their order; undefined when the
   * service says that there is none. Errors: those of `cloudError`.
   */
  lookup(keys: readonly string[], version: string, signal?: AbortSignal): Promise<string | undefined>
  /** Asks for a place for an entry that is never uploaded: false when the service refuses any writing. Only in protocol v2. */
  mayReserve(key: string, version: string, signal?: AbortSignal): Promise<boolean>
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

/** The service of this job. */
export function cacheService(access: ServiceAccess): CacheService {
  let hasAnswered = false
  const ask = async (what: string, call: (client: HttpClient) => ReturnType<HttpClient['get']>, signal?: AbortSignal): Promise<Answer> => {
    throwIfCancelled(signal)
    const limitMs = hasAnswered ? TIMEOUT_MS : FIRST_ANSWER_MS
    const limit = AbortSignal.timeout(limitMs)
    const client = new HttpClient('cairn', [new BearerCredentialHandler(access.token)], { socketTimeout: limitMs, allowRedirects: false })
    try {
      // The client hears no signal, and waits for the rest of an answer for ever.
      const { status, text, seconds } = await unlessAborted(exchange(client, call), anyOf(signal, limit))
      hasAnswered = true
      const body = jsonOf(text)
      if (status >= 200 && status < 300 && (body !== undefined || status === 204)) return { status, body }
      throw failure(access, what, { status, body, retryAfterMs: seconds > 0 ? seconds * 1000 : undefined })
    } catch (error) {
      if (signal?.aborted) throw cancelled()
      if (error instanceof CairnError) throw error
      const isLate = limit.aborted
      throw failure(access, what, { error, hasAnswered, ...(isLate && { silentMs: limitMs }) })
    } finally {
      client.dispose()
    }
  }
  const call = (method: string, request: unknown, what: string, signal?: AbortSignal) =>
    ask(
      what,
      (client) =>
        client.post(new URL(`/${SERVICE}/${method}`, access.url).href, JSON.stringify(request), { 'content-type': 'application/json' }),
      signal,
    )
  return {
    access,
    async lookup(keys, version, signal) {
      if (keys.length === 0 || keys.length > MAX_KEYS) throw new CairnError('CAIRN_INTERNAL', `${keys.length} keys in one question.`)
      const [first = '', ...rest] = keys
      const what = `look for ${first} in the Actions cache`
      if (access.protocol === 'v1') {
        const query = `cache?keys=${encodeURIComponent(keys.join(','))}&version=${version}`
        const accept = { accept: 'application/json;api-version=6.0-preview.1' }
        const { status, body } = await ask(what, (client) => client.get(`${access.url}_apis/artifactcache/${query}`, accept), signal)
        return status === 204 ? undefined : keyIn(body, 'cacheKey', keys, what, access)
      }
      const { body } = await call('GetCacheEntryDownloadURL', { key: first, restore_keys: rest, version }, what, signal)
      if (member(body, 'ok') === false) return undefined
      return keyIn(body, member(body, 'matched_key') === undefined ? 'matchedKey' : 'matched_key', keys, what, access)
    },
    async mayReserve(key, version, signal) {
      try {
        const { body } = await call('CreateCacheEntry', { key, version }, `ask to write to the Actions cache`, signal)
        return !isDenied(member(body, 'message'))
      } catch (error) {
        if (!isCairnError(error)) throw error
        // That the place is taken, the quota used up or the request too early says nothing about the right: the upload will tell.
        if (/insufficient usage/.test(error.message)) return true
        if (['CAIRN_BLOB_EXISTS', 'CAIRN_STORAGE_UNAVAILABLE'].includes(error.code)) return true
        if (error.code === 'CAIRN_STORAGE_FORBIDDEN' || isDenied(error.message)) return false
        throw error
      }
    },
  }
}

/** One request and the whole of its answer. */
async function exchange(client: HttpClient, call: (client: HttpClient) => ReturnType<HttpClient['get']>) {
  const response = await call(client)
  const text = await response.readBody()
  return { status: response.message.statusCode ?? 0, text, seconds: Number(response.message.headers['retry-after']) }
}

function anyOf(signal: AbortSignal | undefined, limit: AbortSignal): AbortSignal {
  return signal === undefined ? limit : AbortSignal.any([signal, limit])
}

/** Whether the service says that this job may not write. */
export function isDenied(text: unknown): boolean {
  return typeof text === 'string' && text.includes('cache write denied')
}

/** The answer of a service is trusted no further than that it answers what was asked. */
function keyIn(body: unknown, name: string, keys: readonly string[], what: string, access: ServiceAccess): string {
  const key = member(body, name)
  if (typeof key === 'string' && keys.some((one) => key.startsWith(one))) return key
  throw failure(access, what, { status: 200, body: { msg: 'the answer names no entry that was asked for' } })
}

interface Failed {
  readonly status?: number
  readonly body?: unknown
  readonly error?: unknown
  readonly retryAfterMs?: number | undefined
  /** Whether the service answered anything before. */
  readonly hasAnswered?: boolean
  /** How long nothing came. */
  readonly silentMs?: number
}

function failure(access: ServiceAccess, what: string, failed: Failed): CairnError {
  const { status, error, retryAfterMs } = failed
  const systemCode = member(error, 'code')
  return cloudError({
    what,
    reason: reasonOf(access, failed),
    status,
    systemCode: typeof systemCode === 'string' ? systemCode : undefined,
    meaning: meaningOf(failed),
    credentials: 'the variable ACTIONS_RUNTIME_TOKEN',
    settings: { bucket: 'the name of the cache', endpoint: `the variable ${access.urlVariable}` },
    retryAfterMs,
    cause: error,
  })
}

function reasonOf({ url }: ServiceAccess, { status, body, error, silentMs }: Failed): string {
  if (silentMs !== undefined) {
    return `there was no answer from ${URL.canParse(url) ? new URL(url).host : 'the service'} in ${silentMs / 1000} seconds`
  }
  if (status === undefined) return messageOf(error)
  const told = member(body, 'msg') ?? member(body, 'message')
  if (status === 200 && body === undefined) return 'the service answered with something else than JSON'
  return `the service answered ${status}${typeof told === 'string' ? `, ${told.slice(0, 300)}` : ''}`
}

/** Redirects and pages are of somebody else. Silence of a service that never answered means that nobody is there. */
function meaningOf({ status, body, error, hasAnswered, silentMs }: Failed): CloudMeaning | undefined {
  if (status !== undefined) {
    const isOfSomebodyElse = status === 404 || (status >= 300 && status < 400) || (status === 200 && body === undefined)
    return isOfSomebodyElse ? 'wrong-endpoint' : status === 409 ? 'exists' : undefined
  }
  if (hasAnswered === true) return 'transient'
  return silentMs !== undefined || member(error, 'code') === 'ETIMEDOUT' ? 'unreachable' : undefined
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined
}
