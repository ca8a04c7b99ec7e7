/** Removes what is in the target and not in the snapshot, without ever following a link (docs/threat-model.md, "Restore"). */
import { readdirSync, rmdirSync, unlinkSync } from 'node:fs'
import { throwIfCancelled } from '../../errors.ts'
import type { ObjectManager } from '../../repo/api.ts'
import type { DirEntry } from '../dir-entry.ts'
import { readDirectory } from '../directory-stream.ts'
import { statOf } from './existing.ts'
import type { RestoreTally } from './report.ts'
import { endsRestore } from './report.ts'
import { makeWritable, openChild, type TargetDirectory } from './safe-path.ts'

/**
 * Removes from `target` what the stored directory does not have, or has as another kind of thing.
 * What cannot be removed is counted as a failure. Throws what reading the directory throws: nothing is removed then.
 */
export async function deleteExtra(
  objects: ObjectManager,
  target: TargetDirectory,
  path: string,
  entry: DirEntry,
  tally: RestoreTally,
  signal?: AbortSignal,
): Promise<void> {
  const directories = new Set<string>()
  const others = new Set<string>()
  for await (const { entries } of readDirectory(objects, entry.objectId, signal)) {
    for (const { name, type } of entries) (type === 'd' ? directories : others).add(name)
  }
  for (const name of namesIn(target)) {
    throwIfCancelled(signal)
    try {
      const found = statOf(target, name)
      if (found === undefined || (found.isDirectory() ? directories : others).has(name)) continue
      removeTree(target, name)
      if (found.isDirectory()) tally.deletedDirectories++
      else if (found.isSymbolicLink()) tally.deletedSymlinks++
      else tally.deletedFiles++
    } catch (error) {
      if (endsRestore(error)) throw error
      tally.fail(path === '' ? name : `${path}/${name}`, error)
    }
  }
}

/** Removes `name` and, of a directory, all that is below it; what is not there is fine. Throws errors of the system. */
export function removeTree(parent: TargetDirectory, name: string): void {
  const found = statOf(parent, name)
  if (found === undefined) return
  if (!found.isDirectory()) {
    unlinkSync(parent.at(name))
    return
  }
  const { directory } = openChild(parent, name)
  try {
    makeWritable(directory)
    for (const child of namesIn(directory)) removeTree(directory, child)
  } finally {
    directory.close()
  }
  rmdirSync(parent.at(name))
}

function namesIn(directory: TargetDirectory): string[] {
  return readdirSync(directory.fd === undefined ? directory.path : `/proc/self/fd/${directory.fd}`)
}
