/** Kopia's cache on this machine: looking at it, and emptying it without touching anything else. */
import { readdirSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Folders that Kopia makes in its cache. */
const CACHE_PARTS = ['blob-list', 'contents', 'index-blobs', 'indexes', 'metadata', 'own-writes', 'server-contents'] as const

/** Files that it keeps beside them. */
const CACHE_FILES = ['kopia.repository', 'kopia.blobcfg', 'CACHEDIR.TAG']

export interface CachePart {
  readonly name: string
  readonly path: string
  readonly files: number
  readonly bytes: number
}

/** The folders that Kopia makes when it opens a repository, as they are before. */
export function emptyCacheParts(directory: string): CachePart[] {
  return CACHE_PARTS.filter((name) => name !== 'server-contents').map((name) => ({ name, path: join(directory, name), files: 0, bytes: 0 }))
}

/** The folders of the cache, by name; undefined when there is no cache. */
export function cacheParts(directory: string): CachePart[] | undefined {
  const names = namesIn(directory)
  if (names === undefined) return undefined
  return names
    .filter(({ isFolder }) => isFolder)
    .map(({ name }) => ({ name, path: join(directory, name), ...sizeBelow(join(directory, name)) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * Removes what Kopia keeps in its cache, or one part of it. The path comes from a file that anybody may have written, so only folders and files
 * that Kopia names are removed, and the directory itself only when nothing else is in it.
 */
export function clearKopiaCache(directory: string, part?: string): void {
  if (directory === '') return
  const names = part === undefined ? [...CACHE_PARTS, ...CACHE_FILES] : [part]
  for (const name of names) rmSync(join(directory, name), { recursive: true, force: true })
  try {
    if (part === undefined) rmdirSync(directory)
  } catch {
    // Something else is in it, or it never was there.
  }
}

/** Kopia's copies of the two blobs of the format: after a change it would go on with them for a while. */
export function forgetFormatCopies(directory: string): void {
  if (directory === '') return
  for (const name of ['kopia.repository', 'kopia.blobcfg']) rmSync(join(directory, name), { force: true })
}

function sizeBelow(directory: string): { files: number; bytes: number } {
  let files = 0
  let bytes = 0
  for (const { name, isFolder } of namesIn(directory) ?? []) {
    const path = join(directory, name)
    if (isFolder) {
      const below = sizeBelow(path)
      files += below.files
      bytes += below.bytes
    } else {
      // Kopia may be at work: a file that is gone by now counts for nothing.
      const size = statSync(path, { throwIfNoEntry: false })?.size
      if (size !== undefined) files++
      bytes += size ?? 0
    }
  }
  return { files, bytes }
}

function namesIn(directory: string): { name: string; isFolder: boolean }[] | undefined {
  try {
    return readdirSync(directory, { withFileTypes: true }).map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined
    throw error
  }
}
