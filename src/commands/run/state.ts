/** What the steps of one run share while the repository is open. */
import type { CairnError } from '../../errors.ts'
import type { RunHooks } from '../../hooks/lifecycle.ts'
import type { PolicyLayer } from '../../policy/layer.ts'
import type { SourceInfo } from '../../policy/target.ts'
import type { Repository } from '../../repo/api.ts'
import type { SnapshotManifest } from '../../snapshot/manifest.ts'
import type { LogDetails } from '../../snapshot/upload/entry-log.ts'
import type { FileIdentity, UploadLimits } from '../../snapshot/upload/request.ts'
import type { FolderScout } from '../../snapshot/upload/scout/scout.ts'
import type { CommandContext } from '../context.ts'
import type { RunOptions } from './options.ts'

/** Notices and warnings of a run, kept for the report. */
export interface Remarks {
  readonly notices: string[]
  readonly warnings: string[]
}

export interface OpenRun {
  readonly context: CommandContext
  readonly options: Pick<RunOptions, 'allowOutsideWorkspace' | 'onMissingSource' | 'onUnreadableFile'>
  /** How the user says that entries may be missing, when it is not `on-unreadable-file`: the end of a hint. */
  readonly tolerance?: string
  readonly repository: Repository
  /** Looks at folders in a thread of its own. */
  readonly scout?: FolderScout | undefined
  readonly hooks: RunHooks
  /** Policies of the file and of the repository, without the hooks that may not run. */
  readonly layers: readonly PolicyLayer[]
  readonly isInsideActions: boolean
  readonly workspaceRealPath: string
  /** Ours, by device and inode: never part of a snapshot. */
  readonly leaveOut: readonly FileIdentity[]
  /** Folders whose hooks may run at the same time. */
  readonly parallel: number
  /** Files that are read at the same time, whatever the policies say. */
  readonly fileReads?: number | undefined
  /** Recorded with every snapshot; keys carry the prefix `tag:`. */
  readonly tags: Readonly<Record<string, string>>
  readonly description: string
  readonly pins: readonly string[]
  /** The source of the base branch, for a pull request: its newest snapshot serves as a further base. */
  readonly baseOf: (source: SourceInfo) => SourceInfo | undefined
  /** Keep `.git` whatever the policy says, as Kopia does. */
  readonly keepsGit?: boolean
  /** Times to record instead of the real ones. */
  readonly times?: { readonly startTimeNs: bigint | undefined; readonly endTimeNs: bigint | undefined }
  /** How an upload may end early with a snapshot of what is stored. */
  readonly limits?: Omit<UploadLimits, 'checkpoint'> | undefined
  /** How often what is stored so far is saved as an incomplete snapshot; 45 minutes when absent, as in Kopia. */
  readonly checkpointIntervalMs?: number | undefined
  readonly isHashForced?: ((relativePath: string) => boolean) | undefined
  /** What is told of single folders and files, instead of what policies say. */
  readonly logDetails?: LogDetails | undefined
  /** Told of what was saved, before retention. */
  readonly onSaved?: ((manifest: SnapshotManifest) => void) | undefined
  /** Failures of before-folder hooks below a root, by `folderKey`. */
  readonly beforeFolderFailures: Map<string, CairnError>
  /** First failure of an after-folder hook of each source, by label. */
  readonly afterFolderFailures: Map<string, CairnError>
  note(message: string): void
  warn(message: string): void
}

/** A folder of a source, as a key. */
export function folderKey(label: string, relativePath: string): string {
  return `${label}\0${relativePath}`
}
