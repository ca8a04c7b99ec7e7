/** One directory on its way through the walk, and what it means when it fails. */
import { type CairnError, isCairnError, messageOf } from '../../errors.ts'
import type { Entry } from '../../fs/entry.ts'
import type { IgnoreContext } from '../../fs/ignore.ts'
import type { LocalPath } from '../../fs/local.ts'
import type { ParentSelection } from '../../fs/selection.ts'
import { isPlain, type PolicyNode } from '../../policy/tree.ts'
import type { FolderContent } from './folder-content.ts'
import type { PreviousDirectory, PreviousFolders } from './previous.ts'
import type { FileIdentity } from './request.ts'

/** One directory to store. */
export interface FolderTask {
  readonly path: LocalPath
  /** With `/`; empty for the root. */
  readonly relativePath: string
  /** Metadata that are stored, taken before any hook of the folder. */
  readonly entry: Entry
  readonly policy: PolicyNode
  /** Undefined for the root. */
  readonly parent: ParentSelection | undefined
  readonly previous: PreviousFolders
  /** Whether it may be compared with all that is below it at once. */
  readonly mayHoldTrees: boolean
  /** It was replaced while it was being read: nobody is asked about it any more, so that it is listed at once. */
  readonly isReadAgain?: true
}

/** Whether nothing treats a file in the folder, or below it, in another way than the rest: no rule, no limit, no policy of its own. */
export function treatsAllAlike({ policy, parent }: FolderTask): boolean {
  if (parent === undefined || !isPlain(policy) || policy.maxFileSizeBytes > 0 || policy.isOneFileSystem) return false
  return policy.ignoreRules.length === 0 && parent.context.child(parent.name).isEmpty
}

/** A folder could not be stored; the walk goes on without it. */
export class FolderFailure extends Error {
  readonly reason: unknown

  constructor(reason: unknown) {
    super(messageOf(reason), { cause: reason })
    this.name = 'FolderFailure'
    this.reason = reason
  }
}

/** What is known while the entries of one directory are stored. */
export interface OpenFolder {
  readonly task: FolderTask
  /** Where it is read: the redirect of its hook, or its own path. */
  readonly path: LocalPath
  /** What the directory must still be while its entries are looked at. */
  readonly identity: FileIdentity
  readonly content: FolderContent
  readonly previous: PreviousDirectory
  readonly ignore: IgnoreContext
  /** Whether folders in it may be compared with all that is below them at once. */
  readonly mayHoldTrees: boolean
}

const ENTRY_ERRORS = ['CAIRN_FILE_UNREADABLE', 'CAIRN_FILE_VANISHED', 'CAIRN_FILE_CHANGED', 'CAIRN_IGNORE_RULE_INVALID'] as const

/** Errors that concern one file or directory of the source; a rule that is no pattern concerns the directory in which it starts to apply. */
export function isEntryError(error: unknown): error is CairnError {
  return ENTRY_ERRORS.some((code) => isCairnError(error, code))
}

/** Runs `work`; what it throws about the directory becomes the failure of this folder alone. */
export function entryFailures<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw isEntryError(error) ? new FolderFailure(error) : error
  }
}

/** The same for work that takes time. */
export async function entryFailuresOf<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isEntryError(error) ? new FolderFailure(error) : error
  }
}
