/** Which entries of a directory are stored: the policy of the directory applied to its listing (docs/repository-format.md, "Ignore rules"). */
import type { PolicyNode } from '../policy/tree.ts'
import type { Entry } from './entry.ts'
import { IgnoreContext, type OwnRules } from './ignore.ts'
import type { LocalPath } from './local.ts'
import { isCacheDirectory, readDotIgnoreFiles } from './special-files.ts'

/** What the selection knows of the directory above. */
export interface ParentSelection {
  readonly context: IgnoreContext
  /** Name of this directory in the one above. */
  readonly name: string
}

export interface Selection {
  /** Rules in force here, for the directories below. */
  readonly context: IgnoreContext
  readonly entries: readonly Entry[]
  /** The directory has a cache tag and is stored empty. */
  readonly isCache: boolean
  /** What name rules left out; a cache directory counts as one directory. */
  readonly excludedFiles: number
  readonly excludedDirs: number
  readonly excludedBytes: number
}

/**
 * Chooses among the entries of a directory on `device`; without `parent` it is the root of the source.
 * Throws CAIRN_IGNORE_RULE_INVALID, CAIRN_FILE_UNREADABLE for the rules found in the directory.
 */
export function selectEntries(
  path: LocalPath,
  entries: readonly Entry[],
  device: bigint,
  node: PolicyNode,
  parent?: ParentSelection,
): Selection {
  if (node.ignoresCacheDirs && isCacheDirectory(path, entries)) {
    const context = parent === undefined ? IgnoreContext.root() : parent.context.child(parent.name)
    return { context, entries: [], isCache: true, excludedFiles: 0, excludedDirs: 1, excludedBytes: 0 }
  }
  const own: OwnRules = { policyRules: node.ignoreRules, dotFiles: readDotIgnoreFiles(path, entries, node.ignoreDotFiles) }
  const context = parent === undefined ? IgnoreContext.root(own) : parent.context.child(parent.name, own)
  return { context, isCache: false, ...filterEntries(entries, device, node, context) }
}

/** The part of a selection that is about the entries themselves; for a large directory it is asked for in parts. */
export type FilteredEntries = Pick<Selection, 'entries' | 'excludedFiles' | 'excludedDirs' | 'excludedBytes'>

/** Chooses among some entries of a directory on `device` whose rules are known. */
export function filterEntries(entries: readonly Entry[], device: bigint, node: PolicyNode, context: IgnoreContext): FilteredEntries {
  const { maxFileSizeBytes, isOneFileSystem } = node
  if (context.isEmpty && maxFileSizeBytes <= 0 && !isOneFileSystem) return { entries, excludedFiles: 0, excludedDirs: 0, excludedBytes: 0 }
  let excludedFiles = 0
  let excludedDirs = 0
  let excludedBytes = 0
  const selected = entries.filter((entry) => {
    const isDirectory = entry.kind === 'directory'
    if (context.isIgnored(entry.name, isDirectory)) {
      if (isDirectory) excludedDirs++
      else {
        excludedFiles++
        excludedBytes += entry.size
      }
      return false
    }
    // Too large or on another device: left out without being counted, as Kopia does.
    if (maxFileSizeBytes > 0 && entry.size > maxFileSizeBytes) return false
    return !isOneFileSystem || entry.device === device
  })
  return { entries: selected, excludedFiles, excludedDirs, excludedBytes }
}
