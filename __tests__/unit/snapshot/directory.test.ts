import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CairnError } from '../../../src/errors.ts'
import type { DirEntry } from '../../../src/snapshot/dir-entry.ts'
import { decodeDirectory, encodeDirectory, sortEntries } from '../../../src/snapshot/directory.ts'
import { decodeMode, encodeMode } from '../../../src/snapshot/go-mode.ts'
import { summarize } from '../../../src/snapshot/summary.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import vectors from '../../vectors/directories.json' with { type: 'json' }

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')
const summary = summarize([], 0n)
const file = (name: string, more: Partial<DirEntry> = {}): DirEntry => ({
  name,
  type: 'f',
  mode: 0o644,
  size: 1,
  mtimeNs: 1n,
  uid: 0,
  gid: 0,
  objectId: 'ab',
  ...more,
})
const directoryWith = (entries: string) =>
  utf8(`{"stream":"kopia:directory","entries":${entries},"summary":{"size":0,"files":0,"symlinks":0,"dirs":1,"numFailed":0}}`)

const stored = Object.entries(vectors.objects).flatMap(([golden, objects]) =>
  Object.entries(objects).map(([id, json]) => [`${golden} ${id}`, json] as const),
)

describe('directories made by stock kopia', () => {
  test.each(stored.filter(([, json]) => !json.includes('\\ufffd')))('%s is written back byte for byte', (id, json) => {
    const decoded = decodeDirectory(utf8(json), id)
    expect(decoded.rejected).toEqual([])
    expect(decoded.summary).toBeDefined()
    expect(text(encodeDirectory(decoded.entries, decoded.summary ?? summary))).toBe(json)
  })

  test.each(stored)('%s stands in our order already', (id, json) => {
    const { entries } = decodeDirectory(utf8(json), id)
    expect(sortEntries([...entries].reverse()).map((entry) => entry.name)).toEqual(entries.map((entry) => entry.name))
  })

  test.each(stored.filter(([, json]) => !json.includes('"errors"')))('the summary of %s follows from its entries', (id, json) => {
    const { entries, summary: expected } = decodeDirectory(utf8(json), id)
    expect(expected).toBeDefined()
    const own = expected?.maxTimeNs ?? 0n
    expect(summarize(entries, own, { fatal: [], ignored: [], incomplete: expected?.incomplete })).toEqual(expected)
  })

  test('a name that was not valid UTF-8 is written from its raw bytes', () => {
    const [, json] = stored.find(([, candidate]) => candidate.includes('\\ufffd')) ?? ['', '']
    const decoded = decodeDirectory(utf8(json), 'lossy')
    const entries = decoded.entries.map((entry) =>
      entry.name.includes('\ufffd') ? { ...entry, rawName: Buffer.from(entry.name.replaceAll('\ufffd', '\xff'), 'latin1') } : entry,
    )
    expect(decoded.summary).toBeDefined()
    expect(text(encodeDirectory(entries, decoded.summary ?? summary))).toBe(json)
  })
})

test('an empty directory has null entries and its own time as the newest', () => {
  expect(text(encodeDirectory([], summarize([], 1_700_000_011_000_000_000n)))).toBe(
    '{"stream":"kopia:directory","entries":null,"summary":{"size":0,"files":0,"symlinks":0,"dirs":1,"maxTime":"2023-11-14T22:13:31Z","numFailed":0}}\n',
  )
})

test('directories come first, and surrogates sort by their UTF-8 bytes', () => {
  const names = sortEntries([
    file('\u{1f600}'),
    file('\uffee'),
    file('a'),
    file('raw', { rawName: Buffer.from([0xfe]) }),
    file('zz', { type: 'd' }),
  ]).map((entry) => entry.name)
  expect(names).toEqual(['zz', 'a', '\uffee', '\u{1f600}', 'raw'])
})

test('the size of a directory is that of its summary and is never written', () => {
  const below = { ...summary, size: 77 }
  const bytes = encodeDirectory([file('sub', { type: 'd', size: 77, summary: below })], summary)
  expect(text(bytes)).not.toContain('"obj":"ab","size"')
  expect(text(bytes)).not.toContain('"mode":"0644","size"')
  expect(decodeDirectory(bytes, 'x').entries[0]?.size).toBe(77)
})

describe('hostile directories', () => {
  test.each(['', '.', '..', 'a/b', '/etc/passwd', 'nul\\u0000byte'])('the name %j is rejected and its object stays known', (name) => {
    const { entries, rejected } = decodeDirectory(directoryWith(`[{"name":"${name}","type":"f","obj":"ab"},{"name":"ok","obj":"cd"}]`), 'x')
    expect(entries.map((entry) => entry.name)).toEqual(['ok'])
    expect(rejected).toHaveLength(1)
    expect(rejected[0]?.entry?.objectId).toBe('ab')
  })

  test.each([
    ['{"name":1}', 'name'],
    ['{"name":"a","mode":420,"obj":"ab"}', 'mode'],
    ['{"name":"a","mode":"rw","obj":"ab"}', 'mode'],
    ['{"name":"a","size":-1,"obj":"ab"}', 'size'],
    ['{"name":"a","size":1e300,"obj":"ab"}', 'size'],
    ['{"name":"a","size":9007199254740993,"obj":"ab"}', 'size'],
    ['{"name":"a","size":1.5,"obj":"ab"}', 'size'],
    ['{"name":"a","mtime":"yesterday","obj":"ab"}', 'mtime'],
    ['{"name":"a","uid":4294967296,"obj":"ab"}', 'uid'],
    ['{"name":"a","obj":"../../x"}', 'obj'],
    ['{"name":"a","obj":["ab"]}', 'obj'],
    ['{"name":"a","type":"d","obj":"kab","summ":{"size":"x"}}', 'summ'],
    ['{"name":"a","type":"d","obj":"kab","summ":[]}', 'summ'],
    ['"text"', 'object'],
  ])('the entry %s is rejected without refusing the others', (entry, word) => {
    const { entries, rejected } = decodeDirectory(directoryWith(`[${entry},{"name":"ok","obj":"cd"}]`), 'x')
    expect(entries.map((one) => one.name)).toEqual(['ok'])
    expect(rejected[0]?.reason).toContain(word)
    expect(rejected[0]?.entry).toBeUndefined()
  })

  test.each([
    '',
    'null',
    '[]',
    '{}',
    '{"stream":"kopia:indirect","entries":[]}',
    '{"stream":"kopia:directory","entries":{}}',
    '{"stream":',
  ])('the bytes %j are no directory', (json) => {
    expect(() => decodeDirectory(utf8(json), 'kab')).toThrow(CairnError)
    expect(() => decodeDirectory(utf8(json), 'kab')).toThrow(/Directory kab cannot be read/)
  })

  test('arbitrary bytes give a typed error or a directory, never another failure', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        try {
          decodeDirectory(utf8(`{"stream":"kopia:directory","entries":[${json}],"summary":${json}}`), 'x')
        } catch (error) {
          return error instanceof CairnError
        }
        return true
      }),
    )
  })
})

test('unknown members are ignored and keys match in any letter case', () => {
  const bytes = directoryWith('[{"NAME":"a","Type":"f","future":{"x":1},"MODE":"0o644","size":3,"obj":"ab"}]')
  expect(decodeDirectory(bytes, 'x').entries).toEqual([file('a', { size: 3, mtimeNs: 0n })])
})

test('what is written reads back, for entries of every shape', () => {
  const entry = fc.record({
    name: fc.string({ unit: 'binary', minLength: 1 }).filter((name) => !/[/\0]/.test(name) && name !== '.' && name !== '..'),
    type: fc.constantFrom('f' as const, 's' as const, 'unknown' as const),
    mode: fc.integer({ min: 0, max: 0o7777 }),
    size: fc.maxSafeNat(),
    mtimeNs: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    uid: fc.integer({ min: 0, max: 0xffffffff }),
    gid: fc.integer({ min: 0, max: 0xffffffff }),
    objectId: fc.constantFrom('ab', 'kabcd', 'Ixab', 'Zab'),
  })
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      expect(decodeDirectory(encodeDirectory(entries, summary), 'x')).toEqual({ entries, rejected: [], summary })
    }),
  )
})

test('a large directory is written like a small one', () => {
  const entries = Array.from({ length: 1025 }, (_, index) => file(`file-${String(index).padStart(5, '0')}`, { size: index }))
  const bytes = encodeDirectory(entries, summary)
  expect(text(bytes)).toBe(`${JSON.stringify(JSON.parse(text(bytes)))}\n`)
  expect(decodeDirectory(bytes, 'x').entries).toEqual(entries)
})

test('a lone surrogate in a name reads as the replacement character', () => {
  expect(decodeDirectory(directoryWith('[{"name":"a\\ud800b","obj":"ab"}]'), 'x').entries[0]?.name).toBe('a\ufffdb')
})

test.each([
  ['0644', 0o644],
  ['040000755', 0o4755],
  ['020000750', 0o2750],
  ['04000777', 0o1777],
  ['0x1ed', 0o755],
  ['0b111', 0o7],
  ['493', 0o755],
  ['0', 0],
  ['08', undefined],
  ['0o', undefined],
  ['-1', undefined],
  ['020000000000', undefined],
])('the mode text %s means %s', (stored, mode) => {
  expect(decodeMode(stored)).toBe(mode)
})

test('every mode reads back', () => {
  for (let mode = 1; mode <= 0o7777; mode++) expect(decodeMode(encodeMode(mode) ?? '')).toBe(mode)
})
