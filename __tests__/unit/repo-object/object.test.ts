import { describe, expect, test } from 'vitest'
import type { ContentManager } from '../../../src/repo/content/content-manager.ts'
import { decodeIndirect, encodeIndirect } from '../../../src/repo/object/indirect.ts'
import { formatObjectId, parseObjectId } from '../../../src/repo/object/object-id.ts'
import { objectManager } from '../../../src/repo/object/object-manager.ts'
import { concatBytes, utf8 } from '../../../src/util/bytes.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { openTestContents, seededBytes, testFormat } from '../../support/test-repository.ts'

const HASH = '482c033704fbd317870bb5f042e5c3f7'
const KiB = 1024

async function open(splitter = 'FIXED-128K'): Promise<ContentManager> {
  return await openTestContents({ storage: new MapStorage(), format: await testFormat({ splitter }) })
}

/** An object of any form, from a list that no writer would make. */
function indirectOf(contents: ContentManager, text: string): string {
  return `I${contents.write(utf8(text), 'x', undefined).id}`
}

describe('object IDs', () => {
  test.each([HASH, `k${HASH}`, `Ix${HASH}`, `IIIk${HASH}`, `Z${HASH}`, `I${HASH}${HASH}`])('%s is read and printed again', (text) => {
    const parsed = parseObjectId(text)
    expect(parsed && formatObjectId(parsed)).toBe(text)
  })

  test('lose a D, which means nothing', () => {
    expect(parseObjectId(`D${HASH}`)).toEqual({ levels: 0, isCompressed: false, contentId: HASH })
  })

  test.each([
    '',
    'I',
    HASH.slice(1),
    HASH.toUpperCase(),
    `f${HASH}`,
    `IZ${HASH}`,
    `ZI${HASH}`,
    `${HASH} `,
    `../${HASH}`,
    `${'I'.repeat(17)}x${HASH}`,
  ])('%j is none', (text) => {
    expect(parseObjectId(text)).toBeUndefined()
  })
})

describe('lists of parts', () => {
  test('are the bytes that kopia writes', () => {
    const parts = [
      { start: 0, length: 131072, id: HASH },
      { start: 131072, length: 131072, id: `Z${HASH}` },
      { start: 262144, length: 0, id: HASH },
    ]
    const text = `{"stream":"kopia:indirect","entries":[{"l":131072,"o":"${HASH}"},{"s":131072,"l":131072,"o":"Z${HASH}"},{"s":262144,"o":"${HASH}"}]}\n`
    expect(encodeIndirect(parts)).toEqual(utf8(text))
    expect(decodeIndirect(utf8(text), 'Ix')).toEqual(parts)
  })

  test.each([
    ['not JSON', 'hello'],
    ['another stream', '{"stream":"kopia:directory","entries":[]}'],
    ['no list', '{"stream":"kopia:indirect"}'],
    ['a gap', `{"stream":"kopia:indirect","entries":[{"l":5,"o":"${HASH}"},{"s":6,"l":5,"o":"${HASH}"}]}`],
    ['an overlap', `{"stream":"kopia:indirect","entries":[{"l":5,"o":"${HASH}"},{"s":4,"l":5,"o":"${HASH}"}]}`],
    ['a negative length', `{"stream":"kopia:indirect","entries":[{"l":-5,"o":"${HASH}"}]}`],
    ['a fraction', `{"stream":"kopia:indirect","entries":[{"l":0.5,"o":"${HASH}"}]}`],
    ['a length beyond all numbers', `{"stream":"kopia:indirect","entries":[{"l":9e15,"o":"${HASH}"},{"s":9e15,"l":9e15,"o":"${HASH}"}]}`],
    ['a part that is no object', '{"stream":"kopia:indirect","entries":[{"l":5,"o":"../x"}]}'],
    ['a part that is null', '{"stream":"kopia:indirect","entries":[null]}'],
  ])('with %s are damaged', (_, text) => {
    expect(() => decodeIndirect(utf8(text), `Ix${HASH}`)).toThrow(expect.objectContaining({ code: 'CAIRN_OBJECT_DAMAGED' }))
    expect(() => decodeIndirect(utf8(text), `Ix${HASH}`)).toThrow(`Ix${HASH}`)
  })

  test('of many tiny values are refused before they take many times their size in memory', () => {
    const text = `{"stream":"kopia:indirect","entries":[${'{},'.repeat(1_000_000)}{}]}`
    // Parsing it would fail as well, at its first part: what counts is that it is not parsed.
    expect(() => decodeIndirect(utf8(text), `Ix${HASH}`)).toThrow('its list of parts has another form')
  })

  test('of many parts are read, however short their numbers are', () => {
    const parts = Array.from({ length: 20_000 }, (_, at) => ({ start: at, length: 1, id: HASH }))
    expect(decodeIndirect(encodeIndirect(parts), 'Ix')).toHaveLength(20_000)
    expect(decodeIndirect(encodeIndirect(parts.map(({ id }) => ({ start: 0, length: 0, id }))), 'Ix')).toHaveLength(20_000)
  })
})

describe('writing', () => {
  test('an empty object, one of a single piece and one of an exact number of pieces', async () => {
    const contents = await open()
    const objects = objectManager(contents, false)
    const empty = await objects.writeBytes(new Uint8Array(0))
    const single = await objects.writeBytes(seededBytes('single', 128 * KiB))
    const double = await objects.writeBytes(seededBytes('double', 256 * KiB))
    expect(empty).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{32}$/), length: 0, newBytes: 0 })
    expect(single.id).toMatch(/^[0-9a-f]{32}$/)
    expect(double.id).toMatch(/^Ix[0-9a-f]{32}$/)
    expect((await objects.contentsOf(double.id)).length).toBe(3)
    async function* nothing() {}
    expect((await objects.writeStream(nothing())).id).toBe(empty.id)
  })

  test('lists that are long themselves makes lists of lists, each with one more I', async () => {
    const contents = await open()
    const objects = objectManager(contents, false)
    const bytes = new Uint8Array(250 * 1024 * KiB)
    for (let piece = 0; piece < 2000; piece++) bytes[piece * 128 * KiB] = piece % 7
    const { id, newBytes } = await objects.writeBytes(bytes)
    expect(id).toMatch(/^IIx/)
    expect(newBytes).toBeLessThan(2 * 1024 * KiB)
    const reader = await objects.open(id)
    expect(reader.length).toBe(bytes.length)
    let offset = 0
    for await (const chunk of reader.chunks()) {
      expect(Buffer.compare(chunk, bytes.subarray(offset, offset + chunk.length))).toBe(0)
      offset += chunk.length
    }
    expect(offset).toBe(bytes.length)
    expect((await objects.contentsOf(id)).filter((each) => each.startsWith('x')).length).toBe(3)
  })

  test('long directories keeps the letter in their lists', async () => {
    const contents = await open()
    const { id } = await objectManager(contents, false).writeBytes(seededBytes('dir', 300 * KiB), { prefix: 'k' })
    expect(id).toMatch(/^Ik/)
    expect((await objectManager(contents, false).contentsOf(id)).every((each) => each.startsWith('k'))).toBe(true)
  })

  test('with another splitter cuts the object by it and the list by that of the repository', async () => {
    const contents = await open('FIXED-4M')
    const objects = objectManager(contents, false)
    const { id } = await objects.writeBytes(seededBytes('override', 300 * KiB), { splitter: 'FIXED-128K' })
    expect((await objects.contentsOf(id)).length).toBe(4)
  })

  test('is refused when the repository is open for reading', async () => {
    const objects = objectManager(await open(), true)
    await expect(objects.writeBytes(new Uint8Array(1))).rejects.toMatchObject({ code: 'CAIRN_REPOSITORY_READONLY' })
  })

  test('leaves the bytes of the caller alone', async () => {
    const bytes = seededBytes('mine', 100 * KiB)
    await objectManager(await open(), false).writeBytes(bytes)
    expect(bytes.length).toBe(100 * KiB)
  })
})

describe('reading', () => {
  test('parts that are lists themselves', async () => {
    const contents = await open()
    const objects = objectManager(contents, false)
    const inner = await objects.writeBytes(seededBytes('inner', 300 * KiB))
    const tail = await objects.writeBytes(utf8('tail'))
    const list = encodeIndirect([
      { start: 0, length: 300 * KiB, id: inner.id },
      { start: 300 * KiB, length: 4, id: tail.id },
    ])
    const id = indirectOf(contents, new TextDecoder().decode(list))
    expect(Buffer.compare(await (await objects.open(id)).readAll(), concatBytes([seededBytes('inner', 300 * KiB), utf8('tail')]))).toBe(0)
  })

  test('refuses a part of another length than its list says', async () => {
    const contents = await open()
    const objects = objectManager(contents, false)
    const { id } = await objects.writeBytes(utf8('five!'))
    const outer = indirectOf(contents, `{"stream":"kopia:indirect","entries":[{"l":6,"o":"${id}"}]}`)
    const reader = await objects.open(outer)
    await expect(reader.readAll()).rejects.toMatchObject({ code: 'CAIRN_OBJECT_DAMAGED', message: expect.stringContaining(outer) })
  })

  test('refuses a compressed part that unpacks to more than its list says', async () => {
    const contents = await open()
    const objects = objectManager(contents, false)
    const { gzipSync } = await import('node:zlib')
    const bomb = concatBytes([Uint8Array.of(0, 0, 0x10, 0), gzipSync(new Uint8Array(1000))])
    const { id } = contents.write(bomb, '', undefined)
    expect((await (await objects.open(`Z${id}`)).readAll()).length).toBe(1000)
    const outer = indirectOf(contents, `{"stream":"kopia:indirect","entries":[{"l":999,"o":"Z${id}"}]}`)
    await expect((await objects.open(outer)).readAll()).rejects.toMatchObject({ code: 'CAIRN_CONTENT_DAMAGED' })
  })

  test('refuses to hold more than the limit in memory', async () => {
    const objects = objectManager(await open(), false)
    const { id } = await objects.writeBytes(seededBytes('long', 1000))
    const reader = await objects.open(id)
    await expect(reader.readAll(999)).rejects.toMatchObject({ code: 'CAIRN_OBJECT_TOO_LARGE' })
    expect((await reader.readAll(1000)).length).toBe(1000)
  })

  test('names what is missing and what is no object', async () => {
    const objects = objectManager(await open(), false)
    await expect(objects.open(HASH)).rejects.toMatchObject({ code: 'CAIRN_CONTENT_MISSING', message: expect.stringContaining(HASH) })
    await expect(objects.contentsOf(`k${HASH}`)).rejects.toMatchObject({ code: 'CAIRN_CONTENT_MISSING' })
    await expect(objects.open('nonsense')).rejects.toMatchObject({ code: 'CAIRN_OBJECT_ID_INVALID' })
  })

  test('stops when it is cancelled', async () => {
    const objects = objectManager(await open(), false)
    const { id } = await objects.writeBytes(seededBytes('cancel', 1000 * KiB))
    const abort = new AbortController()
    const read = async () => {
      for await (const _ of (await objects.open(id)).chunks(abort.signal)) abort.abort()
    }
    await expect(read()).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
  })
})
