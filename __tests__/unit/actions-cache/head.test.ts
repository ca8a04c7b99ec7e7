import { expect, test } from 'vitest'
import { decodeHead, encodeHead, type Head } from '../../../src/repo/blob/actions-cache/head.ts'
import { type BlobRow, KEPT_DELETIONS_MS, mergeViews } from '../../../src/repo/blob/actions-cache/view.ts'
import { concatBytes, utf8 } from '../../../src/util/bytes.ts'

const SHA = 'ab'.repeat(32)
const SEGMENT = { key: `cairn/shop/segment/${SHA}`, length: 1000, sha256: SHA, writtenMs: 5, run: '7-1' }

const headBytes = (head: Head) => concatBytes(encodeHead(head))

function row(id: string, more: Partial<BlobRow> = {}): BlobRow {
  return { id, length: 3, stampMs: 10, writtenNs: 10_000_001n, place: undefined, bytes: utf8('abc'), ...more }
}

function head(rows: readonly BlobRow[], deleted: readonly [string, number][] = []): Head {
  const view = { segments: new Map([[SEGMENT.key, SEGMENT]]), blobs: new Map(rows.map((one) => [one.id, one])), deleted: new Map(deleted) }
  return { writtenMs: 12, run: '7-1', snapshots: ['aa'], ancestors: [{ key: 'older', segments: [SEGMENT.key], snapshots: ['bb'] }], view }
}

const SAMPLE = head(
  [
    row('kopia.repository'),
    row('q1', { place: { segment: SEGMENT.key, offset: 8 } }),
    row('p1', { length: 900, bytes: undefined, place: { segment: SEGMENT.key, offset: 100 } }),
    row('xe1', { length: 0, bytes: new Uint8Array(0) }),
  ],
  [['p0', 9]],
)

test('gives back a head as it was written', () => {
  expect(decodeHead(headBytes(SAMPLE), 'k')).toEqual(SAMPLE)
})

test('finds every flipped bit and every missing byte', () => {
  const bytes = headBytes(SAMPLE)
  for (let at = 0; at < bytes.length; at++) {
    const broken = bytes.slice()
    broken[at] = (broken[at] ?? 0) ^ 1
    expect(() => decodeHead(broken, 'k')).toThrow(/k cannot be used/)
    expect(() => decodeHead(bytes.subarray(0, at), 'k')).toThrow(/k cannot be used/)
  }
})

test.each([
  ['a blob beyond the end of its segment', head([row('p1', { bytes: undefined, place: { segment: SEGMENT.key, offset: 998 } })])],
  ['a blob that is nowhere', head([row('p1', { bytes: undefined })])],
  ['a name that is a path', head([row('../../etc/passwd')])],
  ['a name with a line break', head([row('a\nb')])],
  ['a negative length', head([row('xn1', { length: -1 })])],
  ['a time that is none', head([row('xn1', { stampMs: Number.NaN })])],
  ['more bytes than the head has', head([row('xn1', { length: 4 })])],
  ['a segment whose key is not its checksum', withSegment({ ...SEGMENT, sha256: 'cd'.repeat(32) })],
  ['a segment with another name', withSegment({ ...SEGMENT, key: '/etc/passwd' })],
])('refuses a head that names %s', (_, bad) => {
  expect(() => decodeHead(headBytes(bad), 'k')).toThrow(expect.objectContaining({ code: 'CAIRN_CACHE_DAMAGED' }))
})

function withSegment(segment: typeof SEGMENT): Head {
  const made = head([row('p1', { bytes: undefined, place: { segment: segment.key, offset: 8 } })])
  return { ...made, view: { ...made.view, segments: new Map([[segment.key, segment]]) } }
}

test('joins two accounts to the same whatever the order, the later word on each blob holding', () => {
  const a = head([row('kopia.maintenance', { stampMs: 20 }), row('xn1'), row('xn2')], [['xn3', 30]]).view
  const b = head(
    [row('kopia.maintenance', { stampMs: 25, bytes: utf8('new') }), row('xn1'), row('xn3', { stampMs: 29 }), row('xn4')],
    [['xn2', 11]],
  ).view
  const joined = mergeViews(a, b)
  expect([...joined.blobs.keys()].sort()).toEqual(['kopia.maintenance', 'xn1', 'xn4'])
  expect(joined.blobs.get('kopia.maintenance')?.bytes).toEqual(utf8('new'))
  const other = mergeViews(b, a)
  expect(new Map([...other.blobs].sort())).toEqual(new Map([...joined.blobs].sort()))
  expect(new Map([...other.deleted].sort())).toEqual(new Map([...joined.deleted].sort()))
  expect(mergeViews(joined, a)).toEqual(joined)
  expect(KEPT_DELETIONS_MS).toBeGreaterThan(30 * 86_400_000)
})
