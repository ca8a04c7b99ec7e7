import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Logger } from '../../src/log.ts'
import { nullLogger } from '../../src/log.ts'
import { retrying } from '../../src/repo/blob/retrying.ts'
import type { BlobStorage } from '../../src/repo/blob/storage.ts'
import { utf8 } from '../../src/util/bytes.ts'
import { cacheClients } from '../support/actions-cache.ts'
import { FakeActionsCache } from '../support/fake-actions-cache.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { tempDir } from '../support/temp-dir.ts'

const clients = cacheClients(true)
let service: FakeActionsCache
let clock: FakeClock
let said: string[]
let log: Logger
beforeEach(async () => {
  service = await FakeActionsCache.start()
  clock = new FakeClock()
  said = []
  const say = (message: string) => void said.push(message)
  log = { ...nullLogger, notice: say, warning: say }
})
afterEach(() => service.stop())

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const MINUTE = 60_000

async function ids(storage: BlobStorage): Promise<string[]> {
  const found: string[] = []
  for await (const { id } of storage.listBlobs('')) found.push(id)
  return found.sort()
}

/** A run an hour later that puts a pack and an index blob. */
async function addRun(name: string, snapshots: readonly string[] = []): Promise<void> {
  clock.advance(60 * MINUTE)
  const storage = await clients.open(service, { clock, log })
  await storage.putBlob('kopia.repository', [utf8('{"uniqueID":"one"}')])
  await storage.putBlob(`p${name}`, [utf8(`pack of ${name}`)])
  await storage.putBlob(`xn${name}`, [utf8(`index of ${name}`)])
  await storage.flush({ snapshots })
}

test('calls a head that cannot be fetched an outage and not a miss', async () => {
  await addRun('1')
  service.fault = { on: 'downloads', status: 403 }
  const storage = await clients.open(service, { clock })
  await expect(storage.statBlob('kopia.repository')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNAVAILABLE' })
  service.fault = undefined
  expect(await ids(storage)).toContain('p1')
})

test.each([
  [
    { on: 'reservations', status: 429, retryAfterSeconds: 20 },
    { code: 'CAIRN_STORAGE_UNAVAILABLE', retryAfterMs: 20_000 },
  ],
  [{ on: 'reservations', status: 403, body: { msg: 'insufficient usage' } }, { code: 'CAIRN_STORAGE_FULL' }],
  [{ on: 'reservations', status: 409, body: { code: 'already_exists', msg: 'taken' } }, { code: 'CAIRN_CACHE_CONFLICT' }],
  [{ on: 'reservations', status: 200, body: { ok: false, message: 'cache write denied: no' } }, { code: 'CAIRN_STORAGE_READONLY' }],
] as const)('names why a save was refused, and goes on from there when it is asked again: %o', async (fault, error) => {
  const storage = await clients.open(service, { clock })
  await storage.putBlob('p1', [utf8('pack')])
  service.fault = fault
  await expect(storage.flush()).rejects.toMatchObject(error)
  service.fault = undefined
  await storage.flush()
  expect(service.keys().map((key) => key.split('/')[2])).toEqual(['segment', 'head'])
})

test('takes the next millisecond when another job has a head of this one', async () => {
  await addRun('1')
  const storage = await clients.open(service, { clock })
  await storage.putBlob('xn2', [])
  clock.setMs(Number(service.keys('head')[0]?.slice(-18, -5)))
  await storage.flush()
  expect(new Set(service.keys('head')).size).toBe(2)
})

const TOKEN = (permission: number) =>
  `ey.${Buffer.from(JSON.stringify({ ac: JSON.stringify([{ Scope: 'x', Permission: permission }]) })).toString('base64url')}.z`

test.each([
  ['the mode of the job', { ACTIONS_CACHE_MODE: 'read' }, false],
  ['the token', { ACTIONS_RUNTIME_TOKEN: TOKEN(1) }, false],
  ['the service', {}, true],
])('knows from %s that it may only read, and reads', async (_, env, isReadOnly) => {
  await addRun('1')
  service.isReadOnly = isReadOnly
  const storage = await clients.open(service, { clock, env })
  expect(await ids(storage)).toContain('p1')
  await expect(storage.putBlob('p2', [])).rejects.toMatchObject({ code: 'CAIRN_STORAGE_READONLY' })
  await expect(storage.deleteBlob('p1')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_READONLY' })
})

test('joins what two jobs wrote at the same time, whichever was last', async () => {
  await addRun('1')
  const [one, two] = [await clients.open(service, { clock, log }), await clients.open(service, { clock, log })]
  for (const storage of [one, two]) await storage.statBlob('p1')
  await one.putBlob('p2', [utf8('two')])
  await two.putBlob('p3', [utf8('three')])
  await one.deleteBlob('xn1')
  await one.flush()
  expect(said).toEqual([])
  await two.flush()
  expect(said).toEqual([expect.stringContaining('"concurrency" group')])
  const third = await clients.open(service, { clock })
  expect(await ids(third)).toEqual(['kopia.repository', 'p1', 'p2', 'p3'])
})

test('sees a newer head of the default branch behind the own one of a pull request', async () => {
  await addRun('1')
  service.scopes = ['refs/pull/7/merge', 'refs/heads/main']
  await addRun('2')
  service.scopes = ['refs/heads/main']
  await addRun('3')
  expect(await ids(await clients.open(service, { clock }))).toEqual(['kopia.repository', 'p1', 'p3', 'xn1', 'xn3'])
  service.scopes = ['refs/pull/7/merge', 'refs/heads/main']
  expect(await ids(await clients.open(service, { clock }))).toEqual(['kopia.repository', 'p1', 'p2', 'p3', 'xn1', 'xn2', 'xn3'])
})

test('falls back to the state before a lost segment, and names the snapshots that this costs', async () => {
  await addRun('1', ['snapshot-one'])
  await addRun('2', ['snapshot-two'])
  const lost = service.keys('segment')[1] ?? ''
  service.drop(lost)
  clock.advance(MINUTE)
  const storage = await clients.open(service, { clock, log })
  expect(await ids(storage)).toEqual(['kopia.repository', 'p1', 'xn1'])
  expect(said).toEqual([expect.stringMatching(/dropped data .*by run 71-1.*snapshot-two\.$/)])
  expect(said[0]).not.toContain('snapshot-one')
  expect(said[0]).toContain(lost.slice(-64).slice(0, 12))
  await storage.putBlob('p3', [])
  await storage.flush()
  said = []
  expect(await ids(await clients.open(service, { clock, log }))).toEqual(['kopia.repository', 'p1', 'p3', 'xn1'])
  expect(said).toEqual([])
})

test('lets nobody write on top of data that is lost for good, and reads what is left', async () => {
  await addRun('1', ['snapshot-one'])
  await addRun('2')
  service.drop(service.keys('segment')[0] ?? '')
  const writer = await clients.open(service, { clock })
  const error = { code: 'CAIRN_CACHE_SEGMENT_LOST', message: expect.stringContaining('snapshot-one') }
  await expect(writer.statBlob('kopia.repository')).rejects.toMatchObject(error)
  const reader = await clients.open(service, { clock, log, isReadOnly: true })
  expect(text(await reader.getBlob('p2'))).toBe('pack of 2')
  await expect(reader.getBlob('p1')).rejects.toMatchObject({ code: 'CAIRN_CACHE_SEGMENT_LOST' })
  expect(said).toEqual([expect.stringContaining('cannot be read')])
})

test('refuses to join two repositories that were made under one name', async () => {
  const [one, two] = [await clients.open(service, { clock, log }), await clients.open(service, { clock, log })]
  await two.putBlob('kopia.repository', [utf8('{"uniqueID":"two"}')])
  await one.putBlob('kopia.repository', [utf8('{"uniqueID":"one"}')])
  await one.flush()
  await expect(two.flush()).rejects.toMatchObject({ code: 'CAIRN_REPOSITORY_EXISTS' })
  expect(service.keys('head')).toHaveLength(1)
})

test('warns above six tenths of the limit and refuses to go over it', async () => {
  const storage = await clients.open(service, { clock, log, limitBytes: 1000 })
  await storage.putBlob('p1', [new Uint8Array(650)])
  await storage.flush()
  expect(said).toEqual([expect.stringContaining('65.8 %')])
  await storage.putBlob('p2', [new Uint8Array(400)])
  await expect(storage.flush()).rejects.toMatchObject({ code: 'CAIRN_STORAGE_FULL', hint: expect.stringContaining('"?limit-gib="') })
})

test('deletes superseded entries where the job may', async () => {
  await addRun('1')
  await addRun('2')
  for (const entry of service.entries.values()) entry.createdMs = clock.nowMs()
  clock.advance(50 * 60 * MINUTE)
  const storage = await clients.open(service, { clock, env: { GITHUB_TOKEN: 'rest-token', GITHUB_API_URL: service.url } })
  await storage.putBlob('xn3', [])
  await storage.flush()
  expect(service.log.filter((line) => line.startsWith('delete'))).toEqual([expect.stringMatching(/^delete cairn\/backups\/head\//)])
  expect(service.keys('head')).toHaveLength(2)
  expect(service.keys('segment')).toHaveLength(2)
})

test('goes on without a word where the job may not list entries', async () => {
  service.hasRest = false
  const storage = await clients.open(service, { clock, log, env: { GITHUB_TOKEN: 'rest-token', GITHUB_API_URL: service.url } })
  await storage.putBlob('xn3', [])
  await storage.flush()
  expect(said).toEqual([])
})

/** An archive as the official client makes it, of what `tar` is told. */
async function archive(...args: readonly string[]): Promise<Buffer> {
  return execFileSync('tar', ['--use-compress-program', 'zstdmt', '-P', '-cf', '-', ...args], { maxBuffer: 1 << 26 })
}

function newest(part: string) {
  const found = [...service.entries.values()].filter(({ key }) => key.includes(part)).at(-1)
  if (found === undefined) throw new Error(`no entry ${part}`)
  return found
}

test('writes nothing where a hostile archive wants it, and falls back to the state before', async () => {
  const folder = await tempDir()
  const victim = join(folder, 'victim')
  await writeFile(victim, 'evil')
  await symlink(victim, join(folder, 'cairn-entry'))
  await mkdir(join(folder, 'sub'))
  await addRun('1')
  await addRun('2')
  const archives = [
    await archive(victim),
    await archive('-C', folder, 'cairn-entry'),
    await archive('-C', folder, '--transform=s,^,../../,', 'victim'),
    await archive('-C', folder, 'cairn-entry', 'victim', 'sub'),
  ]
  await writeFile(victim, 'untouched')
  for (const bytes of archives) {
    newest('head').bytes = bytes
    said = []
    expect(await ids(await clients.open(service, { clock, log }))).toEqual(['kopia.repository', 'p1', 'xn1'])
    expect(said).toEqual([expect.stringContaining('cannot be used')])
  }
  expect(await readFile(victim, 'utf8')).toBe('untouched')
  expect(await readdir(folder)).toHaveLength(3)
})

test('uses nothing of a segment that was changed, and says so', async () => {
  await addRun('1')
  const folder = await tempDir()
  await writeFile(join(folder, 'cairn-entry'), `cairnsg1${'x'.repeat('pack of 1'.length)}`)
  newest('segment').bytes = await archive('-C', folder, 'cairn-entry')
  const storage = await clients.open(service, { clock })
  await expect(storage.getBlob('p1')).rejects.toMatchObject({ code: 'CAIRN_CACHE_DAMAGED', message: expect.stringContaining('checksum') })
})

test.each(['segment', 'head'] as const)('fetches a %s once more that was changed on the way', async (kind) => {
  await addRun('1')
  const folder = await tempDir()
  await writeFile(join(folder, 'cairn-entry'), 'cairn: other bytes than those that were stored')
  const changed = await archive('-C', folder, 'cairn-entry')
  const entry = newest(kind)
  const { bytes } = entry
  const start = service.log.length
  const transfers = () => service.log.slice(start).filter((line) => line === `restore ${entry.key}`).length
  Object.defineProperty(entry, 'bytes', { get: () => (transfers() === 0 ? changed : bytes) })
  const storage = await clients.open(service, { clock, log })
  expect(text(await storage.getBlob('p1'))).toBe('pack of 1')
  expect(transfers()).toBe(2)
})

test('says so and begins nothing anew when every head is damaged', async () => {
  await addRun('1')
  newest('head').bytes = Buffer.from('no archive')
  const storage = await clients.open(service, { clock })
  await expect(storage.statBlob('kopia.repository')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNAVAILABLE' })
})

test('writes a segment anew of which little lives, together with what is new', async () => {
  const first = await clients.open(service, { clock })
  for (const [id, size] of [
    ['pa', 90_000],
    ['pb', 10_000],
  ] as const)
    await first.putBlob(id, [new Uint8Array(size).fill(7)])
  await first.flush()
  const second = await clients.open(service, { clock })
  await second.deleteBlob('pa')
  await second.putBlob('pc', [utf8('new')])
  const start = service.log.length
  await second.flush()
  expect(service.transfersFrom(start)).toEqual([
    expect.stringContaining('restore cairn/backups/segment'),
    expect.stringContaining('save cairn/backups/segment'),
    expect.stringContaining('save cairn/backups/head'),
  ])
  service.drop(service.keys('segment')[0] ?? '')
  const third = await clients.open(service, { clock })
  expect(await third.getBlob('pb')).toEqual(new Uint8Array(10_000).fill(7))
  expect(text(await third.getBlob('pc'))).toBe('new')
})

test('stops a transfer at once when it is cancelled, and can begin it again', async () => {
  const storage = await clients.open(service, { clock })
  await storage.putBlob('p1', [utf8('pack')])
  const stop = new AbortController()
  service.hold = () => stop.abort()
  await expect(storage.flush({ signal: stop.signal })).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
  service.hold = undefined
  service.entries.clear()
  await storage.flush()
  expect(service.keys()).toHaveLength(2)
})

test('does not take the repository for missing on a machine that packs in another way', async () => {
  await addRun('1')
  const bin = await tempDir()
  for (const program of ['tar', 'gzip']) await symlink(findProgram(program), join(bin, program))
  const storage = await clients.open(service, { clock, env: { PATH: bin } })
  await expect(storage.statBlob('kopia.repository')).rejects.toMatchObject({
    code: 'CAIRN_STORAGE_UNFIT',
    hint: expect.stringContaining('zstd'),
  })
})

function findProgram(name: string): string {
  return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim()
}

test('names what was pushed out when other caches fill the limit', async () => {
  await addRun('1', ['snapshot-one'])
  await addRun('2', ['snapshot-two'])
  service.limitBytes = [...service.entries.values()].reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0)
  const other = await clients.open(service, { clock, name: 'other' })
  await other.putBlob('p9', [new Uint8Array(100)])
  await other.flush()
  expect(service.log.filter((line) => line.startsWith('evict cairn/backups/segment')).length).toBeGreaterThan(0)
  const storage = await clients.open(service, { clock })
  const error = { code: 'CAIRN_CACHE_SEGMENT_LOST', message: expect.stringContaining('snapshot-one') }
  await expect(storage.statBlob('p1')).rejects.toMatchObject(error)
})

test('is flushed again by the decorator that retries, after the pause that GitHub asked for', async () => {
  const storage = retrying(await clients.open(service, { clock }), { clock })
  await storage.putBlob('p1', [utf8('pack')])
  service.fault = { on: 'reservations', status: 429, retryAfterSeconds: 20, times: 1 }
  await storage.flush?.()
  expect(clock.sleeps).toEqual([20_000])
  expect(service.keys()).toHaveLength(2)
})
