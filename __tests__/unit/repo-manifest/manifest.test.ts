import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decodeEnvelope, encodeEnvelope } from '../../../src/repo/manifest/envelope.ts'
import { memberSpans } from '../../../src/repo/manifest/json-spans.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { openTestContents, openTestRepository, seededBytes, testFormat } from '../../support/test-repository.ts'

const format = await testFormat()
const ID = 'cfb6ce637b8c40a003d577eb3e604386'
const noGzip = (bytes: Uint8Array) => bytes

function damage(text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? gzipSync(text) : text
  return () => decodeEnvelope(bytes, 'm123')
}

async function fresh() {
  const clock = new FakeClock()
  const storage = new MapStorage({ clock })
  const open = () => openTestRepository({ storage, format, clock })
  return { storage, clock, open, repository: await open() }
}

describe('the envelope', () => {
  test('has the form that kopia writes, labels in byte order and payloads as they are', () => {
    const bytes = encodeEnvelope(
      [
        {
          id: ID,
          labels: { type: 'snapshot', path: '/a<b>', hostname: 'ci' },
          modifiedNs: 1_500_000_000n,
          json: '{"x": 12345678901234567890}',
        },
        { id: 'dead', labels: {}, modifiedNs: 2_000_000_001n, json: undefined },
      ],
      noGzip,
    )
    expect(new TextDecoder().decode(bytes)).toBe(
      `{"entries":[{"id":"${ID}","labels":{"hostname":"ci","path":"/a\\u003cb\\u003e","type":"snapshot"},"modified":"1970-01-01T00:00:01.5Z","data":{"x": 12345678901234567890}},` +
        '{"id":"dead","labels":null,"modified":"1970-01-01T00:00:02.000000001Z","deleted":true,"data":null}]}\n',
    )
  })

  test('comes back, numbers beyond JavaScript included', async () => {
    const json = '{"size": 9223372036854775807, "s":"}]\\"{", "list":[1,[2,{"a":null}]] }'
    const manifest = { id: ID, labels: { type: 'x' }, modifiedNs: 7n, json }
    const [back] = await decodeEnvelope(encodeEnvelope([manifest]), 'm1')
    expect({ ...back, labels: { ...back?.labels } }).toEqual(manifest)
  })

  test('is read in any order, with spaces, unknown fields and other capitals', async () => {
    const text = `\n{ "Other" : [1] , "Entries" : [ { "Data" : [ 1 ] , "extra":{"data":2}, "MODIFIED":"1970-01-01T00:00:00Z","ID":"a","labels":{"type":"t","__proto__":"p"}} ] }`
    const [back] = await decodeEnvelope(gzipSync(text), 'm1')
    expect(back).toMatchObject({ id: 'a', json: '[ 1 ]', modifiedNs: 0n })
    expect(Object.entries(back?.labels ?? {})).toEqual([
      ['type', 't'],
      ['__proto__', 'p'],
    ])
  })

  test('without entries holds nothing', async () => {
    expect(await decodeEnvelope(gzipSync('{"entries":null}'), 'm1')).toEqual([])
  })

  test.each([
    ['bytes that are not gzip', damage(utf8('plain'))],
    ['an empty content', damage(new Uint8Array(0))],
    ['gzip that is cut off', damage(gzipSync('{"entries":[]}').subarray(0, 20))],
    ['text that is not JSON', damage('{"entries":[')],
    ['a list instead of an object', damage('[]')],
    ['entries that are no list', damage('{"entries":5}')],
    ['an entry that is no object', damage('{"entries":[5]}')],
    ['an entry without ID', damage('{"entries":[{"modified":"1970-01-01T00:00:00Z"}]}')],
    ['an entry without time', damage('{"entries":[{"id":"a"}]}')],
    ['an impossible time', damage('{"entries":[{"id":"a","modified":"1970-13-01T00:00:00Z"}]}')],
    ['labels that are not text', damage('{"entries":[{"id":"a","modified":"1970-01-01T00:00:00Z","labels":{"a":1}}]}')],
    ['labels that are a list', damage('{"entries":[{"id":"a","modified":"1970-01-01T00:00:00Z","labels":[]}]}')],
  ])('with %s is damaged, which names the content', async (_, decode) => {
    await expect(decode()).rejects.toMatchObject({ code: 'CAIRN_MANIFEST_DAMAGED', message: expect.stringContaining('m123') })
  })
})

describe('an envelope larger than one piece', () => {
  const MiB = 1024 * 1024
  const entryOf = (i: number) =>
    `{"id":"${i}","labels":{"type":"t"},"modified":"1970-01-01T00:00:00Z","data":{"i":${i},"text":"${'x'.repeat(400)}"}}`

  test('is read to the same manifests', async () => {
    const count = 6000
    const text = `{"entries":[${Array.from({ length: count }, (_, i) => entryOf(i)).join(',')}]}`
    expect(text.length).toBeGreaterThan(2 * MiB)
    const manifests = await decodeEnvelope(gzipSync(text), 'm1')
    expect(manifests.map(({ id }) => id)).toEqual(Array.from({ length: count }, (_, i) => String(i)))
    expect(JSON.parse(manifests[4321]?.json ?? '')).toMatchObject({ i: 4321 })
  })

  test('may hold much space, which takes no memory', async () => {
    const blank = ' '.repeat(3 * MiB)
    const text = `${blank}{${blank}"entries":[${blank}${entryOf(1)}${blank},${entryOf(2)}]}${blank}`
    expect((await decodeEnvelope(gzipSync(text), 'm1')).map(({ id }) => id)).toEqual(['1', '2'])
  })

  test.each([
    ['far more than its bytes can honestly hold', `{"entries":[]}${' '.repeat(20 * MiB)}`, /stand for more than/],
    ['an entry that is too long', `{"entries":[{"id":"${randomText(17 * MiB)}"}]}`, /one of its entries is too long/],
    ['too much beside its entries', `{"x":"${randomText(2 * MiB)}","entries":[]}`, /too much beside its entries/],
    ['an end that is cut off', `{"entries":[${entryOf(1).repeat(1)},"${'x'.repeat(2 * MiB)}`, /not compressed JSON/],
  ])('with %s is damaged', async (_, text, message) => {
    await expect(damage(text)()).rejects.toMatchObject({ code: 'CAIRN_MANIFEST_DAMAGED', message: expect.stringMatching(message) })
  })

  test('whose gzip stream is cut off is damaged', async () => {
    const text = `{"entries":[${Array.from({ length: 6000 }, (_, i) => entryOf(i)).join(',')}]}`
    await expect(damage(gzipSync(text).subarray(0, -100))()).rejects.toMatchObject({ code: 'CAIRN_MANIFEST_DAMAGED' })
  })
})

/** Text that does not shrink to nothing. */
function randomText(length: number): string {
  return Buffer.from(seededBytes('text', length / 2)).toString('hex')
}

describe('spans of JSON values', () => {
  test('are those of the last member of a name, whatever the values look like', () => {
    const text = ' {"a":1,"b" : "x\\\\\\"}" , "A": -1.5e3 ,"c":{"d":[1,"]"]},"e":[] }'
    const spans = memberSpans(text)
    expect([...spans].map(([name, { start, end }]) => [name, text.slice(start, end)])).toEqual([
      ['a', '-1.5e3'],
      ['b', '"x\\\\\\"}"'],
      ['c', '{"d":[1,"]"]}'],
      ['e', '[]'],
    ])
    expect(memberSpans('{}').size).toBe(0)
  })
})

describe('manifests', () => {
  test('are found by labels, oldest first, before and after the flush', async () => {
    const { repository, clock, open } = await fresh()
    const ids: string[] = []
    for (const path of ['/a', '/b', '/a']) {
      clock.advance(1000)
      ids.push(await repository.manifests.put({ type: 'snapshot', path }, `{"path":"${path}"}`))
    }
    const found = async (labels: Record<string, string>) => (await repository.manifests.find(labels)).map(({ id }) => id)
    expect(await found({ type: 'snapshot', path: '/a' })).toEqual([ids[0], ids[2]])
    await repository.flush()
    expect(await found({ path: '/a' })).toEqual([ids[0], ids[2]])
    expect(await found({ type: 'snapshot' })).toEqual(ids)
    expect(await found({ type: 'policy' })).toEqual([])
    const other = await open()
    expect(await other.manifests.get(ids[1] ?? '')).toMatchObject({ json: '{"path":"/b"}', entry: { labels: { path: '/b' }, length: 13 } })
    expect(await other.manifests.get('unknown')).toBeUndefined()
  })

  test('that are deleted within the same instant stay deleted', async () => {
    const { repository, open } = await fresh()
    const id = await repository.manifests.put({ type: 't' }, '{}')
    await repository.flush()
    await repository.manifests.delete(id)
    expect(await repository.manifests.get(id)).toBeUndefined()
    await repository.flush()
    const other = await open()
    expect(await other.manifests.get(id)).toBeUndefined()
    expect(await other.manifests.find({})).toEqual([])
  })

  test('of another client are seen after a refresh', async () => {
    const { repository, open } = await fresh()
    expect(await repository.manifests.find({})).toEqual([])
    const other = await open()
    const id = await other.manifests.put({ type: 't' }, '{}')
    await other.flush()
    expect(await repository.manifests.find({})).toEqual([])
    await repository.refresh()
    expect((await repository.manifests.find({})).map((entry) => entry.id)).toEqual([id])
  })

  test('of one flush share a content', async () => {
    const { repository, storage } = await fresh()
    for (let number = 0; number < 5; number++) await repository.manifests.put({ type: 't' }, `${number}`)
    await repository.flush()
    const contents = await openTestContents({ storage, format })
    expect([...contents.entries({ prefix: 'm' })].length).toBe(1)
  })

  test('that cannot be read are reported with the name of their content', async () => {
    const { repository, storage, open } = await fresh()
    await repository.flush()
    const contents = await openTestContents({ storage, format })
    const { id } = contents.write(utf8('no gzip'), 'm', undefined)
    await contents.flush()
    await expect((await open()).manifests.find({})).rejects.toMatchObject({
      code: 'CAIRN_MANIFEST_DAMAGED',
      message: expect.stringContaining(id),
    })
  })

  test('must be JSON and have a type', async () => {
    const { repository } = await fresh()
    await expect(repository.manifests.put({ type: 't' }, '{')).rejects.toMatchObject({ code: 'CAIRN_INTERNAL' })
    await expect(repository.manifests.put({}, '{}')).rejects.toMatchObject({ code: 'CAIRN_INTERNAL' })
  })
})
