/** The part of a run before anything happens: policy file, event, identity, sources, location, consent for the file's hooks. */
import { resolve } from 'node:path'
import { CairnError, isCairnError } from '../../errors.ts'
import { openLocalSource } from '../../fs/local.ts'
import type { Hook, HookList, HookSet } from '../../policy/hook.ts'
import type { PolicyLayer } from '../../policy/layer.ts'
import { formatSource, formatTarget, type SourceInfo } from '../../policy/target.ts'
import { type ConsentDecision, type ConsentQuestion, decideConsent, type HookUse } from '../../policyfile/consent.ts'
import type { Diagnostic } from '../../policyfile/diagnostic.ts'
import { type LoadedPolicyFile, loadPolicyFile, policyFileAbove, requirePolicyFile, workspaceRootOf } from '../../policyfile/load.ts'
import type { PolicyFile } from '../../policyfile/policy-file.ts'
import { resolveTargets } from '../../policyfile/targets.ts'
import { judgeTrust } from '../../policyfile/trust.ts'
import { type Location, parseLocation } from '../../repo/blob/location.ts'
import { workspaceIdentity } from '../../snapshot/source.ts'
import type { CommandContext } from '../context.ts'
import { identityOf } from '../open.ts'
import type { EventFacts } from './event.ts'
import type { RunOptions } from './options.ts'
import { PreparationFailure } from './preparation-failure.ts'
import { type RunSource, resolveSources } from './sources.ts'
import type { Remarks } from './state.ts'

export interface PreparedRun {
  readonly workspaceRoot: string
  /** The same with symbolic links resolved. */
  readonly workspaceRealPath: string
  readonly file: PolicyFile | undefined
  readonly policyPath: string
  readonly diagnostics: readonly Diagnostic[]
  /** Identity of the workspace root, suffix included. */
  readonly root: SourceInfo
  /** The same without the suffix of a pull request; undefined when there is none. */
  readonly baseRoot: SourceInfo | undefined
  /** Policies of the file; hooks are left out when the caller said so. */
  readonly layers: readonly PolicyLayer[]
  readonly jobBefore: readonly Hook[]
  readonly jobAfter: readonly Hook[]
  readonly sources: readonly RunSource[]
  readonly location: RunLocation
  /** Run, attempt and job of a workflow, recorded with each snapshot. */
  readonly runTag: string | undefined
  /** Set when there is nothing to do, and why. */
  readonly skip?: string
}

/** Where the repository is, and whether a run may make it. */
export type RunLocation =
  | { readonly kind: 'location'; readonly location: Location; readonly isWorkspaceDefault: boolean; readonly mayCreate: boolean }
  /** A connection file, named by the caller. */
  | { readonly kind: 'config'; readonly path: string }

const PASSWORD_VARIABLES = ['KOPIA_PASSWORD', 'CAIRN_PASSWORD']
const DEFAULT_FOLDER = '.cairn/repository'

/**
 * Prepares a run; writes nothing and runs nothing. For a plan, which only names hooks, nobody need agree to them.
 *
 * Throws PreparationFailure around what is known so far: policy file errors, refused events, missing consent, bad locations.
 */
export function prepareRun(
  context: CommandContext,
  options: RunOptions,
  event: EventFacts | undefined,
  remarks: Remarks,
  purpose: 'run' | 'plan' = 'run',
): PreparedRun {
  const workspaceRoot = resolve(
    workspaceRootOf(options.policyFile, event === undefined ? undefined : context.env['GITHUB_WORKSPACE'], context.cwd),
  )
  // On a terminal a relative path starts where the user stands, as everywhere.
  const policyPath = resolve(event === undefined ? context.cwd : workspaceRoot, options.policyFile)
  const local = localRoot(context, workspaceRoot)
  const loaded = load(context, options, policyPath, workspaceRoot, event, local)
  const draft: PreparedRun = {
    workspaceRoot,
    workspaceRealPath: openLocalSource(workspaceRoot).path,
    runTag: event?.run,
    file: loaded?.file,
    policyPath,
    diagnostics: loaded?.diagnostics ?? [],
    root: local,
    baseRoot: undefined,
    layers: [],
    jobBefore: [],
    jobAfter: [],
    sources: [],
    location: { kind: 'config', path: '' },
  }
  try {
    if (loaded === undefined)
      note(context, remarks, `There is no policy file ${options.policyFile}: the workspace is snapshotted with defaults.`)
    for (const finding of loaded?.diagnostics ?? []) logFinding(context, options, finding)
    const file = loaded === undefined ? undefined : requirePolicyFile(loaded)
    return complete(context, options, event, remarks, { ...draft, file }, purpose)
  } catch (error) {
    if (error instanceof CairnError) throw new PreparationFailure(error, draft)
    throw error
  }
}

function complete(
  context: CommandContext,
  options: RunOptions,
  event: EventFacts | undefined,
  remarks: Remarks,
  draft: PreparedRun,
  purpose: 'run' | 'plan',
): PreparedRun {
  const { file, workspaceRoot } = draft
  const identity = identityInputs(draft.root, file, event)
  const whole = workspaceIdentity(identity)
  const pull = event?.pullRequest
  const root = workspaceIdentity({ ...identity, suffix: options.sourceSuffix, pullRequest: pull })
  const layers = file === undefined ? [] : resolveTargets(file, { userName: root.userName, host: root.host, root: root.path })
  const sources = resolveSources({ given: options.sources, file, workspaceRoot, root })
  const prepared: PreparedRun = { ...draft, root, baseRoot: pull === undefined || root.path === whole.path ? undefined : whole, sources }

  const trust = judgeTrust(event?.trust ?? { eventName: undefined })
  if (!trust.mayWrite) {
    const hasPassword = options.password !== undefined || PASSWORD_VARIABLES.some((name) => (context.env[name] ?? '').trim() !== '')
    if (event?.name === 'pull_request' && !hasPassword) {
      return { ...prepared, location: draft.location, skip: `${trust.reason} There is no password for it, so nothing was done.` }
    }
    throw new CairnError('CAIRN_HOOKS_REFUSED_UNTRUSTED_EVENT', `${trust.reason} Hooks do not run and nothing is written.`, {
      hint: 'Run the backup on push or schedule, and check policy files of pull requests with "cairn validate".',
    })
  }

  const jobBefore = file?.job.before ?? []
  const jobAfter = file?.job.after ?? []
  const consent: ConsentDecision =
    purpose === 'plan' ? { kind: 'run' } : decideConsent(consentQuestion(options, { layers, jobBefore, jobAfter, sources }))
  if (consent.kind === 'refuse') throw new CairnError(consent.code, consent.message, { hint: consent.hint })
  if (consent.kind === 'skip') for (const notice of consent.notices) note(context, remarks, notice)
  const location = locate(context, options, event, draft)
  const isSkipping = consent.kind === 'skip'
  return {
    ...prepared,
    location,
    layers: isSkipping ? layers.map((layer) => ({ ...layer, hooks: {} })) : layers,
    jobBefore: isSkipping ? [] : jobBefore,
    jobAfter: isSkipping ? [] : jobAfter,
    sources: isSkipping ? sources.filter((source) => source.kind === 'path') : sources,
  }
}

function load(
  context: CommandContext,
  options: RunOptions,
  path: string,
  workspaceRoot: string,
  event: EventFacts | undefined,
  local: SourceInfo,
): LoadedPolicyFile | undefined {
  const fallback = workspaceIdentity(identityInputs(local, undefined, event))
  try {
    return loadPolicyFile(path, {
      workspaceRoot,
      purpose: 'run',
      // Hooks that will not run, or whose consent or event is judged first, need no secrets.
      ...(options.enableActions === true && judgeTrust(event?.trust ?? { eventName: undefined }).mayWrite
        ? {
            availableSecrets: options.hookSecrets.filter((name) => context.env[name] !== undefined),
            unsetSecrets: options.hookSecrets.filter((name) => context.env[name] === undefined),
          }
        : {}),
      identity: { userName: fallback.userName, host: fallback.host, root: fallback.path },
    })
  } catch (error) {
    if (isCairnError(error, 'CAIRN_POLICY_FILE_MISSING') && !options.isPolicyFileGiven) {
      const above = event === undefined ? policyFileAbove(workspaceRoot, options.policyFile) : undefined
      if (above === undefined) return undefined
      const message = `There is no policy file in ${workspaceRoot}, but there is one above it: ${above}.`
      const hint = 'Run the command in that workspace, or name the file with --policy-file.'
      throw new PreparationFailure(new CairnError('CAIRN_POLICY_FILE_MISSING', message, { hint }), undefined)
    }
    if (error instanceof CairnError) throw new PreparationFailure(error, undefined)
    throw error
  }
}

function identityInputs(local: SourceInfo, file: PolicyFile | undefined, event: EventFacts | undefined) {
  return { user: file?.source.user, host: file?.source.host, root: file?.source.root, githubRepository: event?.repository, local }
}

function localRoot(context: CommandContext, workspaceRoot: string): SourceInfo {
  return { ...identityOf(context), path: context.platform === 'win32' ? workspaceRoot.replaceAll('\\', '/') : workspaceRoot }
}

function locate(
  context: CommandContext,
  options: RunOptions,
  event: EventFacts | undefined,
  { file, workspaceRoot }: PreparedRun,
): RunLocation {
  const text = options.repository ?? file?.repository
  const where = { workspaceRoot, platform: context.platform, home: context.os.homeDirectory }
  if (text !== undefined) {
    const location = parseLocation(text, where)
    // A cache is empty now and then, and nothing is lost when it begins anew.
    const mayCreate = options.createRepository || location.kind === 'actions-cache'
    return { kind: 'location', location, isWorkspaceDefault: false, mayCreate }
  }
  if (options.configFile !== undefined) return { kind: 'config', path: options.configFile }
  if (event?.isGitHubHosted) {
    throw new CairnError('CAIRN_LOCATION_MISSING', 'Nothing says where the repository is, and this machine will be gone after the job.', {
      hint: 'Set the input "repository" or "repository:" in the policy file to a location such as s3://bucket/folder, azblob://…, gs://… or actions-cache:name (docs/backends.md).',
    })
  }
  return { kind: 'location', location: parseLocation(DEFAULT_FOLDER, where), isWorkspaceDefault: true, mayCreate: true }
}

function note(context: CommandContext, remarks: Remarks, message: string): void {
  remarks.notices.push(message)
  context.log.notice(message)
}

/** Findings go to the log as they are; the action makes annotations of them afterwards. */
function logFinding(context: CommandContext, options: RunOptions, finding: Diagnostic): void {
  const line = `${options.policyFile}:${finding.range.startLine}:${finding.range.startColumn} ${finding.code} ${finding.message}`
  const text = finding.hint === undefined ? line : `${line} ${finding.hint}`
  if (finding.severity === 'notice') context.log.debug(text)
  else context.log.info(`${finding.severity} ${text}`)
}

const KEYS = ['beforeSnapshotRoot', 'afterSnapshotRoot', 'beforeFolder', 'afterFolder'] as const satisfies readonly (keyof HookSet)[]

/** Every hook of some layers, for the question of consent. */
export function usesOfLayers(layers: readonly PolicyLayer[]): HookUse[] {
  return layers.flatMap((layer) => KEYS.flatMap((key) => usesOf(layer.hooks[key], formatTarget(layer.target), key)))
}

/** What has to be agreed to before the hooks of the policy file may run. */
export function consentQuestion(
  options: RunOptions,
  { layers, jobBefore, jobAfter, sources }: Pick<PreparedRun, 'layers' | 'jobBefore' | 'jobAfter' | 'sources'>,
): ConsentQuestion {
  return {
    enableActions: options.enableActions,
    allowRepositoryHooks: options.allowRepositoryHooks,
    hooks: [...usesOfLayers(layers), ...usesOfJob(jobBefore, 'job.before'), ...usesOfJob(jobAfter, 'job.after'), ...usesOfStreams(sources)],
  }
}

function usesOf(hooks: HookList | undefined, target: string, key: string): HookUse[] {
  return (hooks ?? []).map((hook) => ({ target, key, hook }))
}

function usesOfJob(hooks: readonly Hook[], key: string): HookUse[] {
  return hooks.map((hook) => ({ target: 'the run', key, hook }))
}

function usesOfStreams(sources: readonly RunSource[]): HookUse[] {
  return sources.flatMap((source) =>
    source.kind === 'stream' ? [{ target: formatSource(source.source), key: 'stream', hook: source.stream.hook }] : [],
  )
}
