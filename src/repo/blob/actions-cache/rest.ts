/** Listing and deleting entries through GitHub's REST interface, where the workflow grants it (docs/backends/actions-cache.md, "Permissions"). */
import { HttpClient } from '@actions/http-client'
import { BearerCredentialHandler } from '@actions/http-client/lib/auth'
import { cancelled, throwIfCancelled } from '../../../errors.ts'
import type { ListedEntry } from './clean-up.ts'

const TIMEOUT_MS = 30_000
const PAGE = 100
const MAX_PAGES = 20

export interface RestApi {
  /** The branch of this run, such as `refs/heads/main`. */
  readonly ref: string
  /** Entries of one branch, or with `undefined` of all, whose key begins with `prefix`; a text says why they cannot be listed. */
  list(prefix: string, branch: string | undefined, signal?: AbortSignal): Promise<ListedEntry[] | string>
  /** Undefined, or why the entry could not be deleted. */
  delete(id: number, signal?: AbortSignal): Promise<string | undefined>
}

/** The interface for this job; undefined when the job was given no token for it. */
export function restApi(env: Readonly<Record<string, string | undefined>>): RestApi | undefined {
  const token = env['GITHUB_TOKEN'] || env['GH_TOKEN']
  const repository = env['GITHUB_REPOSITORY'] ?? ''
  const ref = env['GITHUB_REF'] ?? ''
  if (!token || !/^[\w.-]+\/[\w.-]+$/.test(repository) || ref === '') return undefined
  const base = `${(env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/$/, '')}/repos/${repository}/actions/caches`
  const call = async (verb: string, url: string, signal?: AbortSignal): Promise<{ status: number; body: string }> => {
    throwIfCancelled(signal)
    const client = new HttpClient('cairn', [new BearerCredentialHandler(token)], { socketTimeout: TIMEOUT_MS })
    const stop = () => client.dispose()
    signal?.addEventListener('abort', stop, { once: true })
    try {
      const response = await client.request(verb, url, null, { accept: 'application/vnd.github+json' })
      return { status: response.message.statusCode ?? 0, body: await response.readBody() }
    } catch (error) {
      if (signal?.aborted) throw cancelled()
      throw error
    } finally {
      signal?.removeEventListener('abort', stop)
      client.dispose()
    }
  }
  return {
    ref,
    async list(prefix, branch, signal) {
      const found: ListedEntry[] = []
      const ofBranch = branch === undefined ? '' : `&ref=${encodeURIComponent(branch)}`
      for (let page = 1; page <= MAX_PAGES; page++) {
        const query = `key=${encodeURIComponent(prefix)}${ofBranch}&per_page=${PAGE}&page=${page}`
        const { status, body } = await call('GET', `${base}?${query}`, signal)
        if (status !== 200) return `GitHub answered ${status}`
        const entries = entriesIn(body)
        if (entries === undefined) return 'GitHub answered something else than a list'
        found.push(...entries)
        if (entries.length < PAGE) return found
      }
      // Of one branch a part will do; what all branches need has to be known as a whole.
      return branch === undefined ? `there are more than ${MAX_PAGES * PAGE}` : found
    },
    async delete(id, signal) {
      const { status } = await call('DELETE', `${base}/${id}`, signal)
      // Whoever deleted it before did what was asked for.
      return (status >= 200 && status < 300) || status === 404 ? undefined : `GitHub answered ${status}`
    },
  }
}

function entriesIn(body: string): ListedEntry[] | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    return undefined
  }
  const list: unknown = typeof parsed === 'object' && parsed !== null && 'actions_caches' in parsed ? parsed.actions_caches : undefined
  if (!Array.isArray(list)) return undefined
  return list.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null) return []
    const { id, key, ref, created_at: created, size_in_bytes: size }: Partial<Record<string, unknown>> = { ...one }
    const createdMs = typeof created === 'string' ? Date.parse(created) : Number.NaN
    if (typeof id !== 'number' || typeof key !== 'string' || typeof ref !== 'string' || Number.isNaN(createdMs)) return []
    return [{ id, key, ref, createdMs, bytes: typeof size === 'number' ? size : 0 }]
  })
}
