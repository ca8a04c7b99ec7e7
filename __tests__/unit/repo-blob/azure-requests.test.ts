/** What the Azure backend asks of the store, and what it makes of the answers. */
import { expect, it } from 'vitest'
import { nullLogger } from '../../../src/log.ts'
import { azureStorageConfig } from '../../../src/repo/blob/azure/config.ts'
import { openAzure } from '../../../src/repo/blob/azure/open.ts'
import type { BlobStorage } from '../../../src/repo/blob/storage.ts'
import { systemClock } from '../../../src/util/clock.ts'
import { systemRandom } from '../../../src/util/random.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { type Answer, type AskedRequest, scriptedServer } from '../../support/scripted-server.ts'

const KEY = Buffer.alloc(32, 1).toString('base64')
const WRITTEN = { 'x-ms-request-id': '1', 'last-modified': 'Mon, 23 Nov 2026 13:00:07 GMT', etag: '"1"' }

async function open(
  answer: (request: AskedRequest) => Answer,
  more: { readonly pointInTime?: string } = {},
  env: Readonly<Record<string, string>> = {},
) {
  const server = await scriptedServer(answer)
  const options = { container: 'backups', prefix: 'ci/', account: 'teambackups', domain: server.host, hasTls: false, ...more }
  const fixed = new FakeClock()
  const storage: BlobStorage = await openAzure(azureStorageConfig(options), {
    env: { AZURE_STORAGE_KEY: KEY, ...env },
    platform: 'linux',
    clock: { ...systemClock, nowMs: () => fixed.nowMs(), nowNs: () => fixed.nowNs() },
    random: systemRandom,
    log: nullLogger,
    isReadOnly: false,
  })
  return { storage, asked: server.asked }
}

it('names a blob like other programs do, and says what kind it is', async () => {
  const { storage, asked } = await open(() => ({ status: 201, headers: WRITTEN }))
  const written = await storage.putBlob('p1', [Buffer.from('ab'), Buffer.from('c')], { onlyIfAbsent: true })
  expect(written).toEqual({ id: 'p1', length: 3, timestampMs: Date.UTC(2026, 10, 23, 13, 0, 7) })
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatchObject({ method: 'PUT', path: '/teambackups/backups/ci/p1', body: 'abc' })
  expect(asked[0]?.headers).toMatchObject({ 'x-ms-blob-type': 'BlockBlob', 'if-none-match': '*', 'content-length': '3' })
})

it('reads, writes and lists in the same way where a proxy is named, and goes around it without TLS', async () => {
  const whole = { headers: { ...WRITTEN, 'content-range': 'bytes 0-2/3' }, status: 206, body: 'abc' }
  const { storage, asked } = await open(
    ({ method, path }) =>
      method === 'PUT' ? { status: 201, headers: WRITTEN } : path.includes('comp=list') ? listing([item('ci/p1')], '') : whole,
    {},
    { HTTPS_PROXY: '127.0.0.1:1', HTTP_PROXY: 'http://127.0.0.1:1' },
  )
  expect(await storage.putBlob('p1', [Buffer.from('ab'), Buffer.from('c')])).toMatchObject({ length: 3 })
  expect(Buffer.from(await storage.getBlob('p1', { offset: 0, length: 3 })).toString()).toBe('abc')
  const listed = []
  for await (const { id } of storage.listBlobs('')) listed.push(id)
  expect(listed).toEqual(['p1'])
  expect(asked[0]).toMatchObject({ method: 'PUT', body: 'abc' })
})

it('keeps a time of writing where other programs look for it', async () => {
  const { storage, asked } = await open(() => ({ status: 201, headers: WRITTEN }))
  await storage.putBlob('p1', [], { modifiedNs: 1_577_934_245_000_000_000n })
  expect(asked[0]?.headers['x-ms-meta-kopiamtime']).toBe('1577934245000000000')
})

it('has blobs kept that nobody may delete, for whatever mode was asked', async () => {
  const { storage, asked } = await open(({ path }) => ({ status: path.includes('comp=') ? 200 : 201, headers: WRITTEN }))
  const retention = { retentionMode: 'GOVERNANCE', retentionPeriodNs: 86_400_000_000_000n }
  await storage.putBlob('p1', [], { retention })
  await storage.extendRetention?.('p1', retention)
  const until = new Date(new FakeClock().nowMs() + 86_400_000).toUTCString()
  for (const { headers } of asked) {
    expect(headers).toMatchObject({ 'x-ms-immutability-policy-mode': 'Locked', 'x-ms-immutability-policy-until-date': until })
  }
  expect(asked[1]?.path).toBe('/teambackups/backups/ci/p1?comp=immutabilityPolicies')
})

it('frees the name of a blob that a policy protects, and leaves its version', async () => {
  let isProtected = true
  const { storage, asked } = await open(({ method, path }) => {
    if (method === 'PUT') {
      isProtected = false
      return { status: 201, headers: { ...WRITTEN, 'x-ms-version-id': '2026-11-23T13:00:07.0000001Z' } }
    }
    if (path.includes('immutabilityPolicies')) return { headers: WRITTEN }
    if (isProtected) return { status: 409, headers: { ...WRITTEN, 'x-ms-error-code': 'BlobImmutableDueToPolicy' } }
    return { status: 202, headers: WRITTEN }
  })
  await storage.deleteBlob('p1')
  expect(asked.map(({ method, path }) => `${method} ${path.replace('/teambackups/backups/ci/p1', '')}`)).toEqual([
    'DELETE ',
    'PUT ',
    'DELETE ?comp=immutabilityPolicies',
    'DELETE ',
    'DELETE ?versionid=2026-11-23T13%3A00%3A07.0000001Z',
  ])
  expect(asked[1]?.headers['x-ms-immutability-policy-mode']).toBe('Unlocked')
})

it('takes "you may not replace" for "it exists"', async () => {
  const { storage } = await open(() => ({ status: 403, headers: { ...WRITTEN, 'x-ms-error-code': 'UnauthorizedBlobOverwrite' } }))
  await expect(storage.putBlob('p1', [], { onlyIfAbsent: true })).rejects.toMatchObject({ code: 'CAIRN_BLOB_EXISTS' })
})

it('lists ten thousand blobs over pages, and asks for each page once', async () => {
  const { storage, asked } = await open(({ path }) => {
    const from = Number(new URL(path, 'http://x').searchParams.get('marker') ?? 0)
    const blobs = Array.from({ length: 500 }, (_, i) => item(`ci/p${from + i}`))
    return listing(blobs, from + 500 < 10_000 ? String(from + 500) : '')
  })
  const seen = new Set<string>()
  for await (const { id, length } of storage.listBlobs('p')) {
    expect(length).toBe(4)
    seen.add(id)
  }
  expect(seen.size).toBe(10_000)
  expect(seen).toContain('p9999')
  expect(asked).toHaveLength(20)
})

it('shows no folder of an account that has real ones', async () => {
  const { storage } = await open(() => listing([item('ci/sub', '<hdi_isfolder>true</hdi_isfolder>'), item('ci/p1')], ''))
  const seen: string[] = []
  for await (const { id } of storage.listBlobs('')) seen.push(id)
  expect(seen).toEqual(['p1'])
})

it('refuses to go on for ever with a listing that does not move', async () => {
  const { storage } = await open(() => listing([item('ci/p1')], 'again'))
  const all = async () => {
    for await (const _ of storage.listBlobs(''));
  }
  await expect(all()).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNFIT' })
})

it('calls half an answer a passing failure', async () => {
  const { storage } = await open(() => ({ headers: WRITTEN, body: 'x'.repeat(1000), fault: 'reset after half' }))
  await expect(storage.getBlob('p1')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNAVAILABLE' })
})

it('calls a connection that breaks after the store had answered a passing failure', async () => {
  let calls = 0
  const { storage } = await open(() => (++calls === 1 ? { headers: { ...WRITTEN }, body: 'abc' } : { fault: 'reset' }))
  await storage.getBlob('p1')
  await expect(storage.getBlob('p1')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNAVAILABLE' })
})

it('shows a container with versions as it was', async () => {
  const versions = [
    version('ci/kopia.repository', '2026-11-01T00:00:00.0000000Z', 5),
    version('ci/kopia.repository', '2026-11-20T00:00:00.0000000Z', 9),
    version('ci/p1', '2026-11-02T00:00:00.0000000Z', 4),
    version('ci/p1', '2026-11-05T00:00:00.0000000Z', 4, '<HasVersionsOnly>true</HasVersionsOnly>'),
    version('ci/p2', '2026-11-03T00:00:00.0000000Z', 7),
    version('ci/p2', '2026-11-18T00:00:00.0000000Z', 7, '<HasVersionsOnly>true</HasVersionsOnly>'),
    version('ci/p3', '2026-11-19T00:00:00.0000000Z', 1),
  ]
  const { storage, asked } = await open(
    ({ path }) =>
      path.includes('comp=list')
        ? listing(
            versions.filter((xml) => xml.includes(`<Name>${new URL(path, 'http://x').searchParams.get('prefix')}`)),
            '',
          )
        : { headers: WRITTEN, body: '1234567' },
    { pointInTime: '2026-11-10T00:00:00Z' },
  )
  const seen: [string, number][] = []
  for await (const { id, length } of storage.listBlobs('')) seen.push([id, length])
  expect(seen).toEqual([
    ['kopia.repository', 5],
    ['p2', 7],
  ])
  expect(await storage.statBlob('p1')).toBeUndefined()
  expect(await storage.statBlob('p3')).toBeUndefined()
  await storage.getBlob('p2')
  expect(asked.at(-1)?.path).toBe('/teambackups/backups/ci/p2?versionid=2026-11-03T00%3A00%3A00.0000000Z')
  await expect(storage.deleteBlob('p2')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_READONLY' })
})

it('says that an account keeps no versions when an earlier state is asked for', async () => {
  const { storage } = await open(() => listing([item('ci/kopia.repository')], ''), { pointInTime: '2026-11-10T00:00:00Z' })
  await expect(storage.statBlob('kopia.repository')).rejects.toMatchObject({ code: 'CAIRN_NOT_SUPPORTED' })
})

function item(name: string, metadata = ''): string {
  return `<Blob><Name>${name}</Name><Properties><Last-Modified>Mon, 23 Nov 2026 13:00:07 GMT</Last-Modified><Content-Length>4</Content-Length></Properties><Metadata>${metadata}</Metadata></Blob>`
}

function version(name: string, id: string, length: number, more = ''): string {
  return `<Blob><Name>${name}</Name><VersionId>${id}</VersionId>${more}<Properties><Last-Modified>${new Date(id).toUTCString()}</Last-Modified><Content-Length>${length}</Content-Length></Properties></Blob>`
}

function listing(blobs: readonly string[], next: string): Answer {
  const body = `<?xml version="1.0" encoding="utf-8"?><EnumerationResults><Blobs>${blobs.join('')}</Blobs><NextMarker>${next}</NextMarker></EnumerationResults>`
  return { headers: { 'x-ms-request-id': '1', 'content-type': 'application/xml' }, body }
}
