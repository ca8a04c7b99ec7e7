/** Requests to the JSON API of Google Cloud Storage, with what Google's library does for them: tokens, proxies, TLS. */
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { Readable } from 'node:stream'
import { type AuthClient, gaxios } from 'google-auth-library'
import { MAX_READ_BYTES } from '../range.ts'

export interface GcsRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Path and query below the origin. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: readonly Uint8Array[]
}

export interface GcsAnswer {
  readonly status: number
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** Sends a request once; rejects only when no answer came. */
export interface GcsHttp {
  send(request: GcsRequest, signal: AbortSignal): Promise<GcsAnswer>
  close(): void
}

type Environment = Readonly<Record<string, string | undefined>>

const PROXY_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']

/** Talks to `origin`, such as `https://storage.googleapis.com`; without `client`, as to an emulator, requests carry no token. */
export function gcsHttp(origin: string, client: AuthClient | undefined, env: Environment): GcsHttp {
  // The library finds the way through a proxy itself, but closes every connection unless it is given an agent.
  const hasProxy = PROXY_VARIABLES.some((name) => (env[name] ?? '') !== '')
  const agent = hasProxy ? undefined : new (origin.startsWith('https:') ? HttpsAgent : HttpAgent)({ keepAlive: true })
  const transport = new gaxios.Gaxios({
    retry: false,
    responseType: 'arraybuffer',
    validateStatus: () => true,
    maxContentLength: MAX_READ_BYTES,
    maxRedirects: 0,
    ...(agent !== undefined && { agent }),
  })
  return {
    async send({ method, path, headers = {}, body }, signal) {
      const token = client === undefined ? {} : plainHeaders(await client.getRequestHeaders(origin))
      const length = body?.reduce((sum, part) => sum + part.length, 0)
      const {
        status,
        headers: answered,
        data,
      } = await transport.request<ArrayBuffer>({
        method,
        url: origin + path,
        headers: {
          // Nothing on the way may pack what is read.
          'Accept-Encoding': 'identity',
          'User-Agent': 'cairn',
          ...(length !== undefined && { 'Content-Length': String(length) }),
          ...headers,
          ...token,
        },
        signal,
        ...(body !== undefined && { data: Readable.from(body.filter((part) => part.length > 0)) }),
      })
      return { status, headers: plainHeaders(answered), body: new Uint8Array(data) }
    },
    close() {
      agent?.destroy()
    },
  }
}

function plainHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}
