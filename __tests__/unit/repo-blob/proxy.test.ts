/** What a proxy does wrong is never said of the store behind it. */
import { generateKeyPairSync } from 'node:crypto'
import { type AddressInfo, createServer } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { CairnError } from '../../../src/errors.ts'
import { azureStorageConfig } from '../../../src/repo/blob/azure/config.ts'
import { gcsStorageConfig } from '../../../src/repo/blob/gcs/config.ts'
import { openStorage } from '../../../src/repo/blob/open.ts'
import { proxyFor } from '../../../src/repo/blob/proxy.ts'
import { s3StorageConfig } from '../../../src/repo/blob/s3/config.ts'
import { systemClock } from '../../../src/util/clock.ts'
import { hurriedClock } from '../../support/hurried-clock.ts'

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})

const STORES = {
  s3: s3StorageConfig({ bucket: 'backups', endpoint: 'store.test', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' }),
  azure: azureStorageConfig({ container: 'backups', account: 'teambackups', storageKey: Buffer.alloc(32, 1).toString('base64') }),
  'azure login': azureStorageConfig({
    container: 'backups',
    account: 'teambackups',
    tenantId: '00000000-0000-0000-0000-000000000001',
    clientId: '00000000-0000-0000-0000-000000000002',
    clientSecret: 'secret',
  }),
  gcs: gcsStorageConfig({ bucket: 'backups', credentials: { type: 'service_account', client_email: 'ci@team', private_key: privateKey } }),
}

async function failure(store: keyof typeof STORES, env: Readonly<Record<string, string>>): Promise<CairnError> {
  // The SDKs read the environment of the process too.
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
  const opening = openStorage(STORES[store], {
    mode: 'existing',
    clock: store === 'gcs' ? systemClock : hurriedClock(),
    platform: 'linux',
    backend: { env },
  })
  return await opening.then(
    () => Promise.reject(new Error('it opened')),
    (thrown) => thrown,
  )
}

/** A proxy that gives every CONNECT this answer; `asked` has the first lines. */
async function proxyThatSays(answer: string) {
  const asked: string[] = []
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (first) => {
      asked.push(first.toString('latin1').split('\r\n')[0] ?? '')
      socket.end(`HTTP/1.1 ${answer}\r\n\r\n`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  onTestFinished(stop)
  return { host, asked, stop }
}

const HINT = expect.stringContaining('Check the proxy that the message names')

for (const store of Object.keys(STORES) as (keyof typeof STORES)[]) {
  it(`names the variable of a proxy that lets nobody through (${store})`, async () => {
    for (const [answer, words] of [
      ['407 Proxy Authentication Required', 'asks for a user name and a password that it knows: it answered with status 407'],
      ['403 Forbidden', 'does not let the connection through: it answered with status 403'],
      ['502 Bad Gateway', 'does not let the connection through: it answered with status 502'],
    ] as const) {
      const proxy = await proxyThatSays(answer)
      const error = await failure(store, { HTTPS_PROXY: `http://me:hunter2@${proxy.host}` })
      expect(error, answer).toMatchObject({ code: 'CAIRN_STORAGE_UNREACHABLE', hint: HINT })
      expect(error.message).toContain(`the proxy in HTTPS_PROXY (${proxy.host}) ${words}`)
      expect(`${error.message} ${error.hint}`).not.toContain('hunter2')
      expect(proxy.asked[0]).toMatch(/^CONNECT \S+:443 HTTP/)
    }
  })

  it(`names the variable of a proxy that is not there (${store})`, async () => {
    const { host, stop } = await proxyThatSays('')
    await stop()
    const error = await failure(store, { https_proxy: host })
    expect(error).toMatchObject({ code: 'CAIRN_STORAGE_UNREACHABLE', hint: HINT })
    expect(error.message).toContain(`the proxy in https_proxy (${host}) cannot be used: connect ECONNREFUSED`)
  })

  it(`takes a proxy without a scheme, and none of what an SDK would read beside (${store})`, async () => {
    const [proxy, other] = [await proxyThatSays('403 Forbidden'), await proxyThatSays('403 Forbidden')]
    await failure(store, { ALL_PROXY: proxy.host, HTTP_PROXY: `http://${other.host}` })
    expect(proxy.asked).not.toEqual([])
    expect(other.asked).toEqual([])
  })
}

it('refuses a variable that names no proxy, without its value', async () => {
  for (const value of [
    'http://',
    'my proxy',
    'socks5://me:hunter2@127.0.0.1:1080',
    'http://127.0.0.1:99999',
    'http://me:100%hunter2@proxy:3128',
  ]) {
    for (const store of ['s3', 'azure', 'gcs'] as const) {
      const error = await failure(store, { HTTPS_PROXY: value })
      expect(error, `${store} ${value}`).toMatchObject({
        code: 'CAIRN_CONFIG_INVALID',
        message: 'The variable HTTPS_PROXY names no proxy that can be used.',
      })
      expect(error.hint).not.toContain('hunter2')
    }
  }
})

it('reads the common forms of a proxy', () => {
  for (const [value, href] of [
    ['127.0.0.1:3128', 'http://127.0.0.1:3128/'],
    ['localhost:3128', 'http://localhost:3128/'],
    ['me:pass@proxy:3128', 'http://me:pass@proxy:3128/'],
    [' https://proxy ', 'https://proxy/'],
  ] as const) {
    expect(proxyFor('https://store.test', { HTTPS_PROXY: value })?.url.href).toBe(href)
  }
})
