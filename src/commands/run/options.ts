/** What a caller may ask of a run: the action's inputs and the flags of `cairn run`, one to one (docs/cli.md, "run"). */

export type OnProblem = 'error' | 'warn' | 'ignore'

export interface RunOptions {
  /** Relative to the workspace root, or absolute. */
  readonly policyFile: string
  /** Whether the caller named the policy file: then it must exist. */
  readonly isPolicyFileGiven: boolean
  /** Location text; undefined leaves it to the policy file. */
  readonly repository: string | undefined
  readonly password: string | undefined
  /** Undefined: hooks without consent are an error. */
  readonly enableActions: boolean | undefined
  readonly allowRepositoryHooks: boolean
  /** Names of variables that hooks may receive when the policy file asks for them. */
  readonly hookSecrets: readonly string[]
  /** Replaces `sources:` of the policy file when not empty. */
  readonly sources: readonly string[]
  readonly sourceSuffix: string
  readonly createRepository: boolean
  readonly allowOutsideWorkspace: boolean
  readonly onMissingSource: OnProblem
  readonly onUnreadableFile: OnProblem
  /** A connection file, when the caller named one. */
  readonly configFile: string | undefined
}

/** The values that the table of inputs in action.yml shows. */
export const DEFAULT_RUN_OPTIONS: RunOptions = {
  policyFile: '.github/cairn.yml',
  isPolicyFileGiven: false,
  repository: undefined,
  password: undefined,
  enableActions: undefined,
  allowRepositoryHooks: false,
  hookSecrets: [],
  sources: [],
  sourceSuffix: '',
  createRepository: false,
  allowOutsideWorkspace: false,
  onMissingSource: 'error',
  onUnreadableFile: 'error',
  configFile: undefined,
}
