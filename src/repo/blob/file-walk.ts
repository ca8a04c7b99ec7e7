/** Finds the files of a filesystem repository by what their paths spell. */
import { join } from 'node:path'
import { throwIfCancelled } from '../../errors.ts'
import { mapConcurrent } from '../../util/async.ts'
import type { FileOperations, FileStatus } from './file-operations.ts'
import { isAbsent } from './filesystem-errors.ts'
import { mayHoldPrefix } from './sharding.ts'

/** Directories read, and in each of them files looked at, at the same time. */
const CONCURRENCY = 8

export interface FoundFile {
  readonly path: string
  /** Directory names and file name, one after the other: `q`, `397`, `72f1.f` spell `q39772f1.f`. */
  readonly spelled: string
  readonly status: FileStatus
}

export interface WalkOptions {
  readonly root: string
  /** Only directories that can hold names with this prefix are entered. */
  readonly prefix: string
  /** Which files are looked at, by their own name. */
  readonly wanted: (fileName: string) => boolean
  readonly signal: AbortSignal | undefined
}

interface Directory {
  readonly path: string
  readonly spelled: string
}

/** Files below the root, in no particular order. What goes away meanwhile is left out; a missing root is the system's ENOENT. */
export async function* walkFiles(files: FileOperations, options: WalkOptions): AsyncIterable<FoundFile> {
  let directories: Directory[] = [{ path: options.root, spelled: '' }]
  while (directories.length > 0) {
    throwIfCancelled(options.signal)
    // Depth first keeps the queue short: what a batch finds goes before the rest.
    const batch = directories.splice(0, CONCURRENCY)
    const results = await mapConcurrent(batch, CONCURRENCY, (directory) => readOne(files, directory, options))
    directories = [...results.flatMap((result) => result.directories), ...directories]
    for (const result of results) yield* result.found
  }
}

async function readOne(files: FileOperations, directory: Directory, options: WalkOptions) {
  const directories: Directory[] = []
  const names: string[] = []
  try {
    for (const entry of await files.readDirectory(directory.path)) {
      const spelled = directory.spelled + entry.name
      if (!mayHoldPrefix(spelled, options.prefix)) continue
      if (entry.isDirectory) directories.push({ path: join(directory.path, entry.name), spelled })
      else if (options.wanted(entry.name)) names.push(entry.name)
    }
  } catch (error) {
    if (!isAbsent(error) || directory.spelled === '') throw error
  }
  const found = await mapConcurrent(names, CONCURRENCY, async (name): Promise<FoundFile | undefined> => {
    throwIfCancelled(options.signal)
    const path = join(directory.path, name)
    try {
      return { path, spelled: directory.spelled + name, status: await files.status(path) }
    } catch (error) {
      if (isAbsent(error)) return undefined
      throw error
    }
  })
  return { directories, found: found.filter((file) => file !== undefined) }
}
