/** A web server of this machine that answers as a test says, and remembers what it was asked. */
import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface AskedRequest {
  readonly method: string
  /** With the query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** What happens instead of an answer, or after half of the body. */
  readonly fault?: 'silence' | 'reset' | 'reset after half'
}

export interface ScriptedServer {
  /** `127.0.0.1:PORT`. */
  readonly host: string
  readonly asked: AskedRequest[]
}

/** Starts a server that stops with the test. */
export async function scriptedServer(
  answer: (request: AskedRequest) => Answer,
  tls?: { readonly key: string; readonly cert: string },
): Promise<ScriptedServer> {
  const asked: AskedRequest[] = []
  const listen: RequestListener = (incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('error', () => {})
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const request = {
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString('latin1'),
      }
      asked.push(request)
      send(outgoing, answer(request))
    })
  }
  const server = tls === undefined ? createServer(listen) : createTlsServer(tls, listen)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  // A server that listens on a port has this kind of address.
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

function send(outgoing: ServerResponse, { status = 200, headers = {}, body = '', fault }: Answer): void {
  if (fault === 'silence') return
  if (fault === 'reset') {
    outgoing.destroy()
    return
  }
  outgoing.writeHead(status, { 'content-length': String(Buffer.byteLength(body)), ...headers })
  if (fault === undefined) {
    outgoing.end(outgoing.req.method === 'HEAD' ? undefined : body)
    return
  }
  outgoing.write(body.slice(0, body.length / 2))
  setImmediate(() => outgoing.destroy())
}
