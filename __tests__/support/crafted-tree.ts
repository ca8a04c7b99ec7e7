/** Writes trees that no honest writer would write, straight into a fake repository. */
import type { DirEntry, DirEntryType } from '../../src/snapshot/dir-entry.ts'
import { encodeDirectory } from '../../src/snapshot/directory.ts'
import { summarize } from '../../src/snapshot/summary.ts'
import { utf8 } from '../../src/util/bytes.ts'
import type { FakeRepository } from './fake-repository.ts'

/** A second after 2023-11-14T22:13:20Z. */
export const TREE_TIME_NS = 1_700_000_000_000_000_000n

type EntryFacts = Partial<Omit<DirEntry, 'name' | 'type'>>

function entry(name: string, type: DirEntryType, facts: EntryFacts): DirEntry {
  const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  return { name, type, mode: type === 'd' ? 0o755 : 0o644, size: 0, mtimeNs: TREE_TIME_NS, ...owner, objectId: '', ...facts }
}

export function craftedFile(repository: FakeRepository, name: string, content: string, facts: EntryFacts = {}): DirEntry {
  const bytes = utf8(content)
  return entry(name, 'f', { objectId: repository.put(bytes), size: bytes.length, ...facts })
}

export function craftedLink(repository: FakeRepository, name: string, target: string, facts: EntryFacts = {}): DirEntry {
  const bytes = utf8(target)
  return entry(name, 's', { objectId: repository.put(bytes), size: bytes.length, mode: 0o777, ...facts })
}

/** Entries are stored as they are given: in this order, with these names. */
export function craftedDirectory(repository: FakeRepository, name: string, entries: readonly DirEntry[], facts: EntryFacts = {}): DirEntry {
  const summary = summarize(entries, TREE_TIME_NS)
  return entry(name, 'd', { objectId: repository.put(encodeDirectory(entries, summary), 'k'), summary, size: summary.size, ...facts })
}
