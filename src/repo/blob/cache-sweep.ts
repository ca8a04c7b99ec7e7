/** Keeping a folder of copies small: what it holds, and removing what was not used for longest. */
import { join } from 'node:path'
import { mapConcurrent } from '../../util/async.ts'
import type { Clock } from '../../util/clock.ts'
import type { FileOperations } from './file-operations.ts'
import { isAbsent } from './filesystem-errors.ts'

const PLACE_NAME = /^[0-9a-f]{16}$/
const FOLDER_NAME = /^[0-9a-f]{2}$/
const ENTRY_NAME = /^[0-9a-f]{40}-[0-9a-z]+$/
const TEMPORARY_NAME = /^[0-9a-f]{40}-[0-9a-z]+\.tmp\.[0-9a-f]{16}$/
/** A file that was not completed in this time never will be. */
const ABANDONED_MS = 24 * 60 * 60_000
/** An entry that nobody used for so long is of a time that is over. */
const UNUSED_MS = 60 * 24 * 60 * 60_000
/** Down to this part of the limit, so that not every run has to sweep. */
const SWEPT_PART = 0.8
const CONCURRENCY = 8

export interface CacheEntry {
  readonly path: string
  readonly bytes: number
  readonly usedMs: number
}

/** The entries below a folder, of one place or of all; files that Cairn did not put there are left out. */
export async function cacheEntries(files: FileOperations, directory: string, place?: string): Promise<CacheEntry[]> {
  return (await filesBelow(files, directory, place)).filter(({ isTemporary }) => !isTemporary)
}

/** Removes entries, those that were used longest ago first, until the rest is well below `limitBytes`; and what crashes left behind. */
export async function sweepCache(options: {
  readonly files: FileOperations
  readonly directory: string
  readonly limitBytes: number
  readonly clock: Clock
}): Promise<void> {
  const { files, limitBytes, clock } = options
  const nowMs = clock.nowMs()
  const found = await filesBelow(files, options.directory)
  const isOver = ({ isTemporary, usedMs }: FoundFile) => nowMs - usedMs > (isTemporary ? ABANDONED_MS : UNUSED_MS)
  const kept = found.filter((file) => !isOver(file) && !file.isTemporary).sort((a, b) => a.usedMs - b.usedMs)
  let total = kept.reduce((sum, { bytes }) => sum + bytes, 0)
  const removed = found.filter(isOver)
  if (total > limitBytes) {
    for (const entry of kept) {
      if (total <= limitBytes * SWEPT_PART) break
      removed.push(entry)
      total -= entry.bytes
    }
  }
  await mapConcurrent(removed, CONCURRENCY, ({ path }) => removeFile(files, path))
}

/** Removes the entries of a place, or of all; returns how many there were. */
export async function clearCache(files: FileOperations, directory: string, place?: string): Promise<number> {
  const found = await filesBelow(files, directory, place)
  await mapConcurrent(found, CONCURRENCY, ({ path }) => removeFile(files, path))
  return found.length
}

interface FoundFile extends CacheEntry {
  readonly isTemporary: boolean
}

async function filesBelow(files: FileOperations, directory: string, place?: string): Promise<FoundFile[]> {
  const places = place === undefined ? await foldersIn(files, directory, PLACE_NAME) : [join(directory, place)]
  const folders = (await mapConcurrent(places, CONCURRENCY, (path) => foldersIn(files, path, FOLDER_NAME))).flat()
  const found = await mapConcurrent(folders, CONCURRENCY, async (folder) => {
    const names = (await entriesIn(files, folder)).filter(({ name }) => ENTRY_NAME.test(name) || TEMPORARY_NAME.test(name))
    return await mapConcurrent(names, CONCURRENCY, async ({ name }): Promise<FoundFile[]> => {
      try {
        const path = join(folder, name)
        const { sizeBytes, modifiedMs } = await files.status(path)
        return [{ path, bytes: sizeBytes, usedMs: modifiedMs, isTemporary: TEMPORARY_NAME.test(name) }]
      } catch (error) {
        if (isAbsent(error)) return []
        throw error
      }
    })
  })
  return found.flat(2)
}

async function foldersIn(files: FileOperations, path: string, wanted: RegExp): Promise<string[]> {
  return (await entriesIn(files, path))
    .filter(({ name, isDirectory }) => isDirectory && wanted.test(name))
    .map(({ name }) => join(path, name))
}

async function entriesIn(files: FileOperations, path: string) {
  try {
    return await files.readDirectory(path)
  } catch (error) {
    // Others may remove it at any time.
    if (isAbsent(error)) return []
    throw error
  }
}

async function removeFile(files: FileOperations, path: string): Promise<void> {
  try {
    await files.remove(path)
  } catch (error) {
    if (!isAbsent(error)) throw error
  }
}
