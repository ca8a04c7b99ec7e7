/**
 * Questions to the cache service, with its true answers (docs/backends/actions-cache.md, "Misses and outages").
 *
 * The official client tells "not there", "not allowed", "too many requests" and "broken" all as a miss. So whether an entry exists is asked
 * here, and only transfers go through that client.
 */
import { HttpClient } from '@actions/http-client'
import { BearerCredentialHandler } from '@actions/http-client/lib/auth'
import { CairnError, cancelled, isCairnError, messageOf, throwIfCancelled } from '../../../errors.ts'
import { cloudError } from '../cloud-errors.ts'
import { MAX_KEYS } from './entry-names.ts'
import type { ServiceAccess } from './service.ts'

const TIMEOUT_MS = 60_000
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
  const ask = async (what: string, call: (client: HttpClient) => ReturnType<HttpClient['get']>, signal?: AbortSignal): Promise<Answer> => {
    throwIfCancelled(signal)
    const options = { socketTimeout: TIMEOUT_MS, allowRedirects: false }
    const client = new HttpClient('cairn', [new BearerCredentialHandler(access.token)], options)
    const stop = () => client.dispose()
    signal?.addEventListener('abort', stop, { once: true })
    try {
      const response = await call(client)
      const text = await response.readBody()
      const status = response.message.statusCode ?? 0
      const body = jsonOf(text)
      if (status >= 200 && status < 300) return { status, body }
      const seconds = Number(response.message.headers['retry-after'])
      throw failure(access, what, { status, body, retryAfterMs: seconds > 0 ? seconds * 1000 : undefined })
    } catch (error) {
      if (signal?.aborted) throw cancelled()
      throw error instanceof CairnError ? error : failure(access, what, { error })
    } finally {
      signal?.removeEventListener('abort', stop)
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
}

function failure(access: ServiceAccess, what: string, { status, body, error, retryAfterMs }: Failed): CairnError {
  const told = member(body, 'msg') ?? member(body, 'message')
  const reason =
    error === undefined ? `the service answered ${status}${typeof told === 'string' ? `, ${told.slice(0, 300)}` : ''}` : messageOf(error)
  const systemCode = member(error, 'code')
  return cloudError({
    what,
    reason,
    status,
    systemCode: typeof systemCode === 'string' ? systemCode : undefined,
    meaning: status === 404 ? 'wrong-endpoint' : status === 409 ? 'exists' : undefined,
    credentials: 'the variable ACTIONS_RUNTIME_TOKEN',
    settings: { bucket: 'the name of the cache', endpoint: `the variable ${access.urlVariable}` },
    retryAfterMs,
    cause: error,
  })
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
