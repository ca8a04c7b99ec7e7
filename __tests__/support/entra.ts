/** A stand-in for Microsoft Entra ID on this machine, which gives tokens for what a workflow says of itself; and the certificate that it needs. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { TestContext } from 'vitest'
import { needPeer } from './peers.ts'

export interface Certificate {
  /** Paths of PEM files. */
  readonly cert: string
  readonly key: string
}

/** A certificate for this machine that nobody trusts but who is told to. */
export function makeCertificate(folder: string, context: Pick<TestContext, 'skip'>): Certificate {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  const kind = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2']
  execFileSync(needPeer('openssl', context), [...kind, ...names, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  return { cert, key }
}

export interface Entra {
  /** What AZURE_AUTHORITY_HOST takes. */
  readonly authority: string
  /** The forms that were sent for tokens. */
  readonly asked: Readonly<Record<string, string>>[]
  stop(): Promise<void>
}

/** Gives tokens for Azure Storage to `clientId` of `tenantId` whose assertion is `assertion`; refuses all others as Entra ID does. */
export async function startEntra(
  certificate: Certificate,
  known: { readonly tenantId: string; readonly clientId: string; readonly assertion: string },
): Promise<Entra> {
  const asked: Record<string, string>[] = []
  let authority = ''
  const tls = { cert: readFileSync(certificate.cert), key: readFileSync(certificate.key) }
  const server = createServer(tls, (incoming, outgoing) => {
    const answer = (status: number, value: unknown) =>
      outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    const tenant = `${authority}/${known.tenantId}`
    if (incoming.method === 'GET') {
      answer(200, {
        token_endpoint: `${tenant}/oauth2/v2.0/token`,
        authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
        issuer: `${tenant}/v2.0`,
        jwks_uri: `${tenant}/keys`,
      })
      return
    }
    let body = ''
    incoming.setEncoding('utf8').on('data', (text: string) => {
      body += text
    })
    incoming.on('end', () => {
      const form = Object.fromEntries(new URLSearchParams(body))
      asked.push(form)
      const isKnown = form['client_id'] === known.clientId && form['client_assertion'] === known.assertion
      if (isKnown) answer(200, { token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600, access_token: storageToken(known.tenantId) })
      else
        answer(400, {
          error: 'invalid_client',
          error_description: 'AADSTS700213: No matching federated identity record found.',
          error_codes: [700213],
        })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has this kind of address.
  authority = `https://localhost:${(server.address() as AddressInfo).port}`
  return {
    authority,
    asked,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A token with the claims that Azurite looks at; it does not look at who signed it. */
function storageToken(tenantId: string): string {
  const seconds = Math.floor(Date.now() / 1000)
  const claims = {
    aud: 'https://storage.azure.com',
    iss: `https://sts.windows.net/${tenantId}/`,
    iat: seconds,
    nbf: seconds - 60,
    exp: seconds + 3600,
  }
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.${part('signature')}`
}
