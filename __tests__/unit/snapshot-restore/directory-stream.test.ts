import { expect, test } from 'vitest'
import type { DirEntry } from '../../../src/snapshot/dir-entry.ts'
import { encodeDirectory } from '../../../src/snapshot/directory.ts'
import { readDirectory } from '../../../src/snapshot/directory-stream.ts'
import { summarize } from '../../../src/snapshot/summary.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { TREE_TIME_NS } from '../../support/crafted-tree.ts'
import { fakeRepository } from '../../support/fake-repository.ts'

/** Entries whose names hold everything that could confuse a scanner, enough of them to be read in parts. */
function manyEntries(count: number): DirEntry[] {
  return Array.from({ length: count }, (_, i) => ({
    name: `${i} "entries":[{ \\ ]},{ é😀 ${'x'.repeat(i % 97)}`,
    type: 'f' as const,
    mode: 0o644,
    size: i,
    mtimeNs: TREE_TIME_NS + BigInt(i),
    uid: 0,
    gid: 0,
    objectId: i.toString(16).padStart(32, '0'),
  }))
}

async function readAll(bytes: Uint8Array) {
  const repository = fakeRepository()
  const entries: DirEntry[] = []
  const rejected: { readonly name: string; readonly reason: string }[] = []
  let batches = 0
  for await (const batch of readDirectory(repository.objects, repository.put(bytes, 'k'), undefined, WHOLE_LIMIT)) {
    entries.push(...batch.entries)
    rejected.push(...batch.rejected)
    batches++
  }
  return { entries, rejected, batches }
}

/** Far more bytes than are parsed in one piece here. */
const LARGE = 2000
const WHOLE_LIMIT = 1000

test('a directory too large for one piece is read in parts to the same entries', async () => {
  const entries = manyEntries(LARGE)
  const bytes = encodeDirectory(entries, summarize(entries, 0n))
  const read = await readAll(bytes)
  expect(read.batches).toBeGreaterThan(3)
  expect(read.rejected).toEqual([])
  expect(read.entries).toEqual(entries)
})

test('unsafe and malformed entries of a large directory are rejected one by one', async () => {
  const entries = manyEntries(LARGE)
  const text = Buffer.from(encodeDirectory(entries, summarize(entries, 0n))).toString()
  const bad = text.replace('"entries":[', '"entries":[{"name":"..","type":"f","obj":"00"},{"name":5},null,7,')
  const read = await readAll(utf8(bad))
  expect(read.rejected.map(({ name }) => name)).toEqual(['..', '', ''])
  expect(read.entries).toHaveLength(LARGE)
})

test.each([
  ['is cut off', (text: string) => text.slice(0, -500)],
  ['has another kind', (text: string) => text.replace('kopia:directory', 'kopia:indirect')],
  ['holds an entry that is no JSON', (text: string) => text.replace('"entries":[{', '"entries":[{{')],
])('a large directory that %s is damaged', async (_, damage) => {
  const entries = manyEntries(LARGE)
  const text = Buffer.from(encodeDirectory(entries, summarize(entries, 0n))).toString()
  await expect(readAll(utf8(damage(text)))).rejects.toMatchObject({ code: 'CAIRN_DIRECTORY_DAMAGED' })
})
