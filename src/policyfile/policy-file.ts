/** The typed value of a policy file: what the rest of Cairn works with. */
import type { Hook, HookSet } from '../policy/hook.ts'
import type { Policy } from '../policy/policy.ts'
import type { PolicyTarget } from '../policy/target.ts'
import type { Diagnostic, SourceRange } from './diagnostic.ts'

/** A target as typed: absolute, or below `source.root` (`.` is the root itself, parts joined by `/`, no `./` in front). */
export type FileTarget = PolicyTarget | { readonly kind: 'relative'; readonly path: string }

/** One entry of `policies`. `policy.actions` is never set: `hooks` holds the same, converted. */
export interface FileLayer {
  readonly target: FileTarget
  /** The key as written, for messages. */
  readonly targetText: string
  readonly policy: Policy
  readonly hooks: HookSet
  readonly includeGit?: boolean
  readonly keepTimes?: 'unchanged'
  readonly range: SourceRange
}

/** A folder or file to snapshot; relative paths start at the workspace root. */
export interface PathSource {
  readonly kind: 'path'
  /** As written, without trailing slashes. */
  readonly path: string
  readonly range: SourceRange
}

/** A command whose standard output becomes the file `name` of a snapshot of its own. */
export interface StreamSource {
  readonly kind: 'stream'
  readonly name: string
  /** Mode is always essential; a stream hook captures no redirect. */
  readonly hook: Hook
  /** Fewer bytes than this are a failure. */
  readonly minSizeBytes: number
  readonly range: SourceRange
}

export type FileSource = PathSource | StreamSource

/** Parts of the source identity that the file fixes. */
export interface FileIdentity {
  readonly user?: string
  readonly host?: string
  /** Absolute, `/` between parts, no trailing slash except for the root. */
  readonly root?: string
}

/** The identity that relative targets are resolved with. */
export interface ResolvedIdentity {
  readonly userName: string
  readonly host: string
  readonly root: string
}

export interface FileDefaults {
  readonly shell?: NonNullable<Extract<Hook['program'], { kind: 'script' }>['shell']>
  readonly timeoutSeconds?: number
  readonly envAllow?: readonly string[]
}

/** A policy file that was read and has no error. */
export interface PolicyFile {
  readonly version: 1
  /** As given by the caller, for messages. */
  readonly path: string
  /** Lower-case hexadecimal SHA-256 of the file's bytes. */
  readonly sha256: string
  /** The file is a Kopia export, without `version`. */
  readonly isNative: boolean
  readonly source: FileIdentity
  /** Location text of the store. */
  readonly repository?: string
  /** Undefined when the file does not list any. */
  readonly sources?: readonly FileSource[]
  readonly layers: readonly FileLayer[]
  readonly job: { readonly before: readonly Hook[]; readonly after: readonly Hook[] }
  readonly defaults: FileDefaults
}

/** The file, unless there is an error in it, and every finding in order. */
export interface ParsedPolicyFile {
  readonly file: PolicyFile | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** What reading a hook's `file:` gave. */
export type HookFileResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: 'missing' | 'outside' | 'not-a-file' | 'too-large' | 'unreadable' }

export interface ParsePolicyFileOptions {
  /** For messages. */
  readonly path: string
  /** Reads a hook's file; `relativePath` starts at the policy file. Absent: every `file:` is missing. */
  readonly readHookFile?: (relativePath: string) => HookFileResult
  /** Identity when the file does not set it whole; without it, absolute and relative targets are not compared. */
  readonly identity?: Partial<ResolvedIdentity>
  /** Raises warnings to errors. */
  readonly strict?: boolean
  /** Makes everything that a Kopia policy cannot hold an error. */
  readonly strictKopia?: boolean
  /** Names that `secrets:` may use; absent means not known, and nothing is said. */
  readonly availableSecrets?: readonly string[]
  /** Names that the caller allows but that are not set, so that the finding can say so. */
  readonly unsetSecrets?: readonly string[]
  /** A secret that is not available is a notice in `validate` (the default) and an error in `run`. */
  readonly purpose?: 'validate' | 'run'
  /** What a path of `sources` is on disk; absent means not known. */
  readonly sourceKind?: (path: string) => 'directory' | 'file' | 'symlink' | 'missing'
  /** Imported Kopia JSON may be larger (16 MiB instead of 1 MiB). */
  readonly isImport?: boolean
}
