/**
 * A stand-in for GitHub's cache service in its second form: questions as JSON posts, archives at signed addresses.
 *
 * Rules as GitHub describes them: a key is written once; the run's own branch is searched first, then the default branch; in each the first of
 * the keys that any entry equals or begins with, newest entry first; over the budget the entries used longest ago go. Loopback only.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface CacheEntry {
  readonly id: number
  readonly scope: string
  readonly key: string
  readonly version: string
  createdMs: number
  used: number
  bytes: Buffer | undefined
}

/** What the service does instead of its work: to questions, to questions for a place, to downloads, or when an upload ends. */
export interface CacheFault {
  readonly on: 'questions' | 'reservations' | 'downloads' | 'commits'
  readonly status: number
  readonly body?: unknown
  readonly retryAfterSeconds?: number
  /** How often; default for ever. */
  times?: number
}

export class FakeActionsCache {
  readonly entries = new Map<number, CacheEntry>()
  /** `save KEY`, `restore KEY`, `look KEY`, `evict KEY`, `delete KEY` in their order. */
  readonly log: string[] = []
  /** Branches that may be read, the run's own first. */
  scopes: string[] = ['refs/heads/main']
  isReadOnly = false
  limitBytes = Number.POSITIVE_INFINITY
  fault: CacheFault | undefined
  /** Whether the REST interface lists and deletes. */
  hasRest = true
  /** Told of each transfer, which then never ends. */
  hold: (() => void) | undefined
  url = ''
  readonly #blocks = new Map<string, Buffer>()
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  #sequence = 0
  #uses = 0

  static async start(port = 0): Promise<FakeActionsCache> {
    const service = new FakeActionsCache()
    await new Promise<void>((resolve) => service.#server.listen(port, '127.0.0.1', resolve))
    // A TCP server has an address of this shape.
    service.url = `http://127.0.0.1:${(service.#server.address() as AddressInfo).port}/`
    return service
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** Variables of a job that uses it. */
  environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      GITHUB_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'octo/shop',
      GITHUB_REF: this.scopes[0] ?? '',
      GITHUB_RUN_ID: '71',
      GITHUB_RUN_ATTEMPT: '1',
      ACTIONS_CACHE_SERVICE_V2: 'True',
      ACTIONS_RESULTS_URL: this.url,
      ACTIONS_RUNTIME_TOKEN: 'runtime-token-of-a-job',
      ...more,
    }
  }

  /** Keys of complete entries, oldest first. */
  keys(part = ''): string[] {
    return [...this.entries.values()].filter((entry) => entry.bytes !== undefined && entry.key.includes(part)).map(({ key }) => key)
  }

  /** What was logged since, less questions. */
  transfersFrom(start: number): string[] {
    return this.log.slice(start).filter((line) => !line.startsWith('look '))
  }

  drop(part: string): void {
    for (const { id, key } of this.entries.values()) if (key.includes(part)) this.entries.delete(id)
  }

  #find(keys: readonly string[], version: string): CacheEntry | undefined {
    for (const scope of this.scopes) {
      const there = [...this.entries.values()].filter((one) => one.bytes !== undefined && one.scope === scope && one.version === version)
      for (const key of keys) {
        const found = there.find((one) => one.key === key) ?? there.filter((one) => one.key.startsWith(key)).sort((a, b) => b.id - a.id)[0]
        if (found !== undefined) return found
      }
    }
    return undefined
  }

  #evict(): void {
    const complete = [...this.entries.values()].filter(({ bytes }) => bytes !== undefined).sort((a, b) => a.used - b.used)
    let total = complete.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0)
    for (const { id, key, bytes } of complete) {
      if (total <= this.limitBytes) return
      total -= bytes?.length ?? 0
      this.entries.delete(id)
      this.log.push(`evict ${key}`)
    }
  }

  #faultOn(kind: CacheFault['on']): CacheFault | undefined {
    const { fault } = this
    if (fault === undefined || fault.on !== kind || fault.times === 0) return undefined
    if (fault.times !== undefined) fault.times--
    return fault
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<ServerResponse> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const url = new URL(request.url ?? '/', this.url)
    const method = /^\/twirp\/github\.actions\.results\.api\.v1\.CacheService\/(\w+)$/.exec(url.pathname)?.[1]
    const blob = /^\/blob\/(\d+)$/.exec(url.pathname)?.[1]
    if (method !== undefined) return this.#question(method, request, response, body)
    if (blob !== undefined) return this.#transfer(Number(blob), request, response, url, body)
    if (url.pathname.startsWith('/repos/')) return this.#rest(request, response, url)
    if (url.pathname === '/_state') return send(response, 200, { log: this.log, keys: this.keys() })
    return send(response, 404, { code: 'bad_route', msg: url.pathname })
  }

  #question(method: string, request: IncomingMessage, response: ServerResponse, body: Buffer): ServerResponse {
    if (request.headers.authorization !== 'Bearer runtime-token-of-a-job' && !request.headers.authorization?.startsWith('Bearer ey'))
      return send(response, 401, { code: 'unauthenticated', msg: 'no token' })
    const asked: { key: string; version: string; restore_keys?: string[] } = JSON.parse(body.toString())
    const fault = this.#faultOn(method === 'CreateCacheEntry' ? 'reservations' : 'questions')
    if (fault !== undefined) {
      const headers = fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) }
      return send(response, fault.status, fault.body ?? { code: 'unavailable', msg: 'out of order' }, headers)
    }
    const scope = this.scopes[0] ?? ''
    switch (method) {
      case 'GetCacheEntryDownloadURL': {
        this.log.push(`look ${asked.key}`)
        const found = this.#find([asked.key, ...(asked.restore_keys ?? [])], asked.version)
        if (found === undefined) return send(response, 200, { ok: false, matched_key: '', signed_download_url: '' })
        found.used = ++this.#uses
        return send(response, 200, { ok: true, matched_key: found.key, signed_download_url: this.#signed(found) })
      }
      case 'CreateCacheEntry': {
        if (this.isReadOnly)
          return send(response, 200, { ok: false, signed_upload_url: '', message: 'cache write denied: the token is read-only' })
        const isTaken = [...this.entries.values()].some(
          (one) => one.scope === scope && one.key === asked.key && one.version === asked.version,
        )
        if (isTaken)
          return send(response, 409, { code: 'already_exists', msg: 'cache entry with the same key, version, and scope already exists' })
        const id = ++this.#sequence
        const entry: CacheEntry = { ...asked, id, scope, createdMs: Date.now(), used: ++this.#uses, bytes: undefined }
        this.entries.set(id, entry)
        return send(response, 200, { ok: true, signed_upload_url: this.#signed(entry), message: '' })
      }
      case 'FinalizeCacheEntryUpload': {
        const refusal = this.#faultOn('commits')
        if (refusal !== undefined) return send(response, refusal.status, refusal.body)
        const entry = [...this.entries.values()].find(
          (one) => one.scope === scope && one.key === asked.key && one.version === asked.version,
        )
        const bytes = entry && this.#blocks.get(`${entry.id}`)
        if (entry === undefined || bytes === undefined)
          return send(response, 200, { ok: false, entry_id: '0', message: 'no such reservation' })
        entry.bytes = bytes
        this.log.push(`save ${entry.key}`)
        this.#evict()
        return send(response, 200, { ok: true, entry_id: String(entry.id), message: '' })
      }
      default:
        return send(response, 404, { code: 'bad_route', msg: method })
    }
  }

  #signed(entry: CacheEntry): string {
    return `${this.url}blob/${entry.id}?sig=${randomUUID()}`
  }

  #transfer(id: number, request: IncomingMessage, response: ServerResponse, url: URL, body: Buffer): ServerResponse {
    if (this.hold !== undefined) {
      this.hold()
      return response
    }
    const headers = {
      'x-ms-version': '2024-11-04',
      etag: '"1"',
      'last-modified': new Date(0).toUTCString(),
      'x-ms-request-id': randomUUID(),
    }
    if (request.method === 'PUT') {
      const part = url.searchParams.get('comp')
      if (part === 'block') this.#blocks.set(`${id} ${url.searchParams.get('blockid')}`, body)
      else if (part === 'blocklist') {
        const names = [...body.toString().matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]+)</g)].map((match) => match[1])
        this.#blocks.set(`${id}`, Buffer.concat(names.map((name) => this.#blocks.get(`${id} ${name}`) ?? Buffer.alloc(0))))
      } else this.#blocks.set(`${id}`, body)
      return response.writeHead(201, headers).end()
    }
    const fault = this.#faultOn('downloads')
    if (fault !== undefined) return send(response, fault.status, {})
    const entry = this.entries.get(id)
    if (entry?.bytes === undefined) return send(response, 404, {})
    const { bytes } = entry
    if (request.method === 'GET') this.log.push(`restore ${entry.key}`)
    return response.writeHead(200, { ...headers, 'content-length': bytes.length }).end(request.method === 'HEAD' ? undefined : bytes)
  }

  #rest(request: IncomingMessage, response: ServerResponse, url: URL): ServerResponse {
    if (!this.hasRest || request.headers.authorization !== 'Bearer rest-token')
      return send(response, 403, { message: 'Resource not accessible by integration' })
    const id = /\/actions\/caches\/(\d+)$/.exec(url.pathname)?.[1]
    if (request.method === 'DELETE' && id !== undefined) {
      this.log.push(`delete ${this.entries.get(Number(id))?.key}`)
      this.entries.delete(Number(id))
      return response.writeHead(204).end()
    }
    const [key, ref] = [url.searchParams.get('key') ?? '', url.searchParams.get('ref')]
    const found = [...this.entries.values()].filter(
      (one) => one.bytes !== undefined && one.key.startsWith(key) && (ref === null || one.scope === ref),
    )
    const page = Number(url.searchParams.get('page') ?? 1)
    const list = found.slice((page - 1) * 100, page * 100)
    const shown = list.map((one) => ({
      id: one.id,
      key: one.key,
      ref: one.scope,
      created_at: new Date(one.createdMs).toISOString(),
      size_in_bytes: one.bytes?.length ?? 0,
    }))
    return send(response, 200, { total_count: found.length, actions_caches: shown })
  }
}

function send(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): ServerResponse {
  return response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
