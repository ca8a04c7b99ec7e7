/** Requests to the JSON API of Google Cloud Storage, with tokens of Google's library: each sent once, and its answer whole or an error. */
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { Readable } from 'node:stream'
import type { AuthClient } from 'google-auth-library'
import { concatBytes } from '../../../util/bytes.ts'
import { agentFor } from '../proxy.ts'
import { MAX_READ_BYTES } from '../range.ts'
import { unlessAborted } from '../unless-aborted.ts'

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

/** Sends a request once; rejects only when no whole answer came. */
export interface GcsHttp {
  send(request: GcsRequest, signal: AbortSignal): Promise<GcsAnswer>
  close(): void
}

type Environment = Readonly<Record<string, string | undefined>>

/** Talks to `origin`, such as `https://storage.googleapis.com`; without `client`, as to an emulator, requests carry no token. */
export async function gcsHttp(origin: string, client: AuthClient | undefined, env: Environment): Promise<GcsHttp> {
  const agent = await agentFor(origin, env)
  return {
    async send({ method, path, headers = {}, body = [] }, signal) {
      // Google's library waits for a new token as long as it takes.
      const token = client === undefined ? {} : plainHeaders(await unlessAborted(client.getRequestHeaders(origin), signal))
      const length = body.reduce((sum, part) => sum + part.length, 0)
      const all = {
        // Nothing on the way may pack what is read.
        'Accept-Encoding': 'identity',
        'User-Agent': 'cairn',
        ...(method === 'GET' || method === 'DELETE' ? {} : { 'Content-Length': String(length) }),
        ...headers,
        ...token,
      }
      return await new Promise((resolve, reject) => {
        const options = { method, headers: all, agent, signal }
        const request = (origin.startsWith('https:') ? httpsRequest : httpRequest)(origin + path, options, (response) => {
          whole(response).then(resolve, reject)
        })
        request.on('error', reject)
        Readable.from(body.filter((part) => part.length > 0)).pipe(request)
      })
    },
    close() {
      agent.destroy()
    },
  }
}

async function whole(response: IncomingMessage): Promise<GcsAnswer> {
  const chunks: Uint8Array[] = []
  let length = 0
  // A connection that breaks in the middle ends this with an error.
  for await (const chunk of response) {
    length += chunk.length
    if (length > MAX_READ_BYTES) throw new Error('the answer is longer than any blob can be')
    chunks.push(chunk)
  }
  return { status: response.statusCode ?? 0, headers: plainHeaders(response.headers), body: concatBytes(chunks) }
}

function plainHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}
