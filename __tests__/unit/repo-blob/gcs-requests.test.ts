/** What the GCS backend asks of the store, and what it makes of the answers. */
import { Compute } from 'google-auth-library'
import { expect, it } from 'vitest'
import { nullLogger } from '../../../src/log.ts'
import { gcsStorageConfig } from '../../../src/repo/blob/gcs/config.ts'
import { gcsHttp } from '../../../src/repo/blob/gcs/http.ts'
import { openGcs } from '../../../src/repo/blob/gcs/open.ts'
import type { BlobStorage } from '../../../src/repo/blob/storage.ts'
import { systemClock } from '../../../src/util/clock.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { type Answer, type AskedRequest, scriptedServer } from '../../support/scripted-server.ts'

async function open(answer: (request: AskedRequest) => Answer) {
  const server = await scriptedServer(answer)
  const fixed = new FakeClock()
  const storage: BlobStorage = await openGcs(gcsStorageConfig({ bucket: 'team-backups', prefix: 'ci/' }), {
    env: { STORAGE_EMULATOR_HOST: `http://${server.host}/` },
    platform: 'linux',
    clock: { ...systemClock, nowMs: () => fixed.nowMs(), nowNs: () => fixed.nowNs() },
    random: (length) => new Uint8Array(length),
    log: nullLogger,
    isReadOnly: false,
  })
  return { storage, asked: server.asked }
}

const object = (name: string, size = 3) => ({ name, size: String(size), timeCreated: '2026-11-23T13:00:07.125Z' })
const json = (value: unknown): Answer => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })

it('names a blob like other programs do, and says what kind it is', async () => {
  const { storage, asked } = await open(() => json(object('ci/p1')))
  const written = await storage.putBlob('p1', [Buffer.from('ab'), Buffer.from('c')], { onlyIfAbsent: true })
  expect(written).toMatchObject({ id: 'p1', length: 3, timestampMs: Date.UTC(2026, 10, 23, 13, 0, 7, 125) })
  expect(asked).toHaveLength(1)
  const { method, path, headers, body } = asked[0] ?? {}
  expect(method).toBe('POST')
  expect(path).toBe('/upload/storage/v1/b/team-backups/o?uploadType=multipart&fields=name,size,timeCreated,metadata&ifGenerationMatch=0')
  expect(headers?.['content-length']).toBe(String(body?.length))
  expect(body).toContain('\r\n\r\n{"name":"ci/p1","contentType":"application/x-kopia"}\r\n')
  expect(body).toContain('Content-Type: application/x-kopia\r\n\r\nabc\r\n--')
})

it('keeps a time of writing where other programs look for it, and reads it there', async () => {
  const { storage, asked } = await open(() => json({ ...object('ci/p1', 0), metadata: { 'Kopia-Mtime': '1577934245000000001' } }))
  expect(await storage.putBlob('p1', [], { modifiedNs: 1_577_934_245_000_000_001n })).toMatchObject({
    timestampNs: 1_577_934_245_000_000_001n,
  })
  expect(asked[0]?.body).toContain('"metadata":{"Kopia-Mtime":"1577934245000000001"}')
})

it('has blobs kept that nobody may delete, for whatever mode was asked', async () => {
  const { storage, asked } = await open(() => json(object('ci/p1')))
  const retention = { retentionMode: 'GOVERNANCE', retentionPeriodNs: 86_400_000_000_000n }
  await storage.putBlob('p1', [Buffer.from('abc')], { retention })
  await storage.extendRetention?.('p1', retention)
  for (const { body } of asked) expect(body).toContain('"retention":{"mode":"Locked","retainUntilTime":"2026-01-03T03:04:05Z"}')
  expect(asked[1]).toMatchObject({ method: 'PATCH', path: '/storage/v1/b/team-backups/o/ci%2Fp1?fields=name' })
})

it('asks for exactly the part that is read', async () => {
  const { storage, asked } = await open(() => ({ status: 206, headers: { 'content-range': 'bytes 5-7/20' }, body: 'abc' }))
  expect(Buffer.from(await storage.getBlob('p1', { offset: 5, length: 3 })).toString()).toBe('abc')
  expect(asked[0]).toMatchObject({ method: 'GET', path: '/storage/v1/b/team-backups/o/ci%2Fp1?alt=media' })
  expect(asked[0]?.headers).toMatchObject({ range: 'bytes=5-7', 'accept-encoding': 'identity' })
})

it('lists twelve thousand blobs over pages, and asks for each page once', async () => {
  const { storage, asked } = await open(({ path }) => {
    const from = Number(new URL(path, 'http://x').searchParams.get('pageToken') ?? 0)
    const items = Array.from({ length: 1000 }, (_, i) => object(`ci/p${from + i}`))
    return json({ items, ...(from + 1000 < 12_000 && { nextPageToken: String(from + 1000) }) })
  })
  const seen = new Set<string>()
  for await (const { id } of storage.listBlobs('p')) seen.add(id)
  expect(seen.size).toBe(12_000)
  expect(asked).toHaveLength(12)
  const asks = new URL(asked[0]?.path ?? '', 'http://x').searchParams
  expect([asks.get('prefix'), asks.get('delimiter')]).toEqual(['ci/p', '/'])
})

it('refuses to go on for ever with a listing that does not move', async () => {
  const { storage } = await open(() => json({ items: [object('ci/p1')], nextPageToken: 'again' }))
  const all = async () => {
    for await (const _ of storage.listBlobs(''));
  }
  await expect(all()).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNFIT' })
})

it('takes an object without size or time for an answer of somebody else', async () => {
  const { storage } = await open(() => json({ name: 'ci/p1', size: '-3', timeCreated: 'yesterday' }))
  await expect(storage.statBlob('p1')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_ENDPOINT' })
})

it('calls half an answer, or a part that is too short, a passing failure', async () => {
  const { storage } = await open(({ headers }) =>
    headers.range === undefined
      ? { body: 'x'.repeat(1000), fault: 'reset after half' }
      : { status: 206, headers: { 'content-range': 'bytes 0-9/20' }, body: 'abc' },
  )
  await expect(storage.getBlob('p1', { length: 10 })).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNAVAILABLE' })
  await expect(storage.getBlob('p1')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNAVAILABLE' })
})

it('asks for the bucket once, however many blobs are missing', async () => {
  const { storage, asked } = await open(({ path }) =>
    path.includes('/o?')
      ? json({})
      : { status: 404, headers: { 'content-type': 'application/json' }, body: '{"error":{"code":404,"message":"No such object"}}' },
  )
  for (let i = 0; i < 3; i++) expect(await storage.statBlob(`p${i}`)).toBeUndefined()
  await storage.deleteBlob('p1')
  expect(asked.filter(({ path }) => path.includes('/o?'))).toHaveLength(1)
})

it('does not wait for a token that does not come when the call is given up', async () => {
  const client = new Compute()
  client.getRequestHeaders = () => new Promise(() => {})
  const http = await gcsHttp('https://127.0.0.1:9', client, {})
  const stop = new AbortController()
  const sent = http.send({ method: 'GET', path: '/' }, stop.signal)
  stop.abort(new Error('given up'))
  await expect(sent).rejects.toThrow('given up')
  await expect(http.send({ method: 'GET', path: '/' }, stop.signal)).rejects.toThrow('given up')
  http.close()
})
