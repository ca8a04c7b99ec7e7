import { describe, expect, it } from 'vitest'
import { type DiffEvent, type DiffStats, diffTrees } from '../../../src/snapshot/diff.ts'
import type { DirEntry } from '../../../src/snapshot/dir-entry.ts'
import { craftedDirectory, craftedFile, craftedLink, TREE_TIME_NS } from '../../support/crafted-tree.ts'
import { type FakeRepository, fakeRepository } from '../../support/fake-repository.ts'

async function compared(fake: FakeRepository, old: DirEntry, entry: DirEntry): Promise<{ lines: string[]; stats: DiffStats }> {
  const lines: string[] = []
  const stats = await diffTrees(fake.objects, old, entry, async (event) => void lines.push(lineOf(event)))
  return { lines, stats }
}

function lineOf(event: DiffEvent): string {
  return event.kind === 'field' ? `${event.field} ${event.path}` : `${event.kind} ${event.path}`
}

const LATER = { mtimeNs: TREE_TIME_NS + 1n }

describe('two trees', () => {
  it('that are the same object have no differences', async () => {
    const fake = fakeRepository()
    const root = craftedDirectory(fake, 'root', [craftedFile(fake, 'a', 'text')])
    const { lines, stats } = await compared(fake, root, root)
    expect(lines).toEqual([])
    expect(
      Object.values(stats.fileEntries)
        .concat(Object.values(stats.directoryEntries))
        .every((count) => count === 0),
    ).toBe(true)
  })

  it('show what came, what went and what changed, with everything below', async () => {
    const fake = fakeRepository()
    const old = craftedDirectory(fake, 'root', [
      craftedDirectory(fake, 'gone', [craftedFile(fake, 'x', 'x'), craftedDirectory(fake, 'y', [])]),
      craftedFile(fake, 'changed', 'old'),
      craftedFile(fake, 'same', 'same'),
      craftedLink(fake, 'link', 'a'),
    ])
    const entry = craftedDirectory(fake, 'root', [
      craftedDirectory(fake, 'new', [craftedFile(fake, 'n', 'n')]),
      craftedFile(fake, 'changed', 'newer'),
      craftedFile(fake, 'same', 'same'),
      craftedLink(fake, 'link', 'b'),
    ])
    const { lines, stats } = await compared(fake, old, entry)
    expect(lines).toEqual([
      'size .',
      'added ./new',
      'added ./new/n',
      'size ./changed',
      'changed ./changed',
      'removed ./gone',
      'removed ./gone/x',
      'removed ./gone/y',
    ])
    expect(stats.fileEntries).toMatchObject({ added: 1, removed: 1, modified: 2 })
    expect(stats.directoryEntries).toMatchObject({ added: 1, removed: 2, modified: 1 })
  })

  it('count metadata of entries with the same object, and show them for the others', async () => {
    const fake = fakeRepository()
    const old = craftedDirectory(fake, 'root', [craftedFile(fake, 'a', 'same'), craftedFile(fake, 'b', 'old')])
    const other = { mode: 0o600, uid: 4711, gid: 4712, ...LATER }
    const entry = craftedDirectory(fake, 'root', [craftedFile(fake, 'a', 'same', other), craftedFile(fake, 'b', 'new', other)])
    const { lines, stats } = await compared(fake, old, entry)
    expect(lines.filter((line) => line.endsWith('./a'))).toEqual([])
    expect(lines.filter((line) => line.endsWith('./b'))).toEqual(['mode ./b', 'mtime ./b', 'uid ./b', 'gid ./b', 'changed ./b'])
    expect(stats.fileEntries).toEqual({
      added: 0,
      removed: 0,
      // Once for the metadata, once for the bytes.
      modified: 2,
      sameContentButDifferentMetadata: 1,
      sameContentButDifferentMode: 1,
      sameContentButDifferentModificationTime: 1,
      sameContentButDifferentUserOwner: 1,
      sameContentButDifferentGroupOwner: 1,
    })
  })

  it('that differ in the kind of an entry say so and go no deeper', async () => {
    const fake = fakeRepository()
    const old = craftedDirectory(fake, 'root', [craftedDirectory(fake, 'a', [craftedFile(fake, 'x', 'x')]), craftedFile(fake, 'b', 'b')])
    const entry = craftedDirectory(fake, 'root', [craftedDirectory(fake, 'b', []), craftedFile(fake, 'a', 'a')])
    const { lines } = await compared(fake, old, entry)
    expect(lines.filter((line) => !line.endsWith(' .'))).toEqual(['mode ./b', 'size ./b', 'retyped ./b', 'mode ./a', 'retyped ./a'])
  })

  it('compare the newest time below a nested directory, not its own', async () => {
    const fake = fakeRepository()
    const old = craftedDirectory(fake, 'root', [craftedDirectory(fake, 'd', [craftedFile(fake, 'x', 'x')])])
    const touched = craftedDirectory(fake, 'root', [craftedDirectory(fake, 'd', [craftedFile(fake, 'x', 'x')], LATER)])
    expect((await compared(fake, old, touched)).lines).toEqual([])
    const newer = craftedDirectory(fake, 'root', [craftedDirectory(fake, 'd', [craftedFile(fake, 'x', 'x', LATER)])])
    expect((await compared(fake, old, newer)).lines).toEqual(['mtime ./d'])
  })
})

describe('two files', () => {
  it('are compared as the root', async () => {
    const fake = fakeRepository()
    const { lines, stats } = await compared(fake, craftedFile(fake, 'a', 'one'), craftedFile(fake, 'b', 'three'))
    expect(lines).toEqual(['size .', 'changed .'])
    expect(stats.fileEntries.modified).toBe(2)
  })
})
