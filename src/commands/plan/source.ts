/** The plan for one source: what is in it, what holds for it, what would be kept. */
import { CairnError, isCairnError } from '../../errors.ts'
import { openLocalSource, statLocal } from '../../fs/local.ts'
import type { EffectivePolicy } from '../../policy/effective.ts'
import { getField, isSet, POLICY_FIELDS } from '../../policy/fields.ts'
import type { PolicyLayer } from '../../policy/layer.ts'
import type { PolicyOrigin } from '../../policy/merge.ts'
import { formatSource, type SourceInfo } from '../../policy/target.ts'
import { policyTree } from '../../policy/tree.ts'
import { estimateTree } from '../../snapshot/estimate.ts'
import { planRetention } from '../../snapshot/retention.ts'
import { listSnapshots } from '../../snapshot/store.ts'
import type { GoJsonValue } from '../../util/go-json.ts'
import { formatTimestamp } from '../../util/timestamp.ts'
import type { CommandContext } from '../context.ts'
import type { OpenedForRun } from '../run/open-for-run.ts'
import type { RunOptions } from '../run/options.ts'
import { reportedError } from '../run/outcome.ts'
import type { PreparedRun } from '../run/prepare.ts'
import type { RetentionReport } from '../run/report.ts'
import { isInside, type PathRunSource, type RunSource } from '../run/sources.ts'
import { foldersBelow, hooksOfSource, nodeAt, plannedHooks } from './hooks.ts'
import type { PlannedContent, PlannedSource, PlannedValue } from './plan.ts'

/** What the plans of all sources share. */
export interface PlanFacts {
  readonly context: CommandContext
  readonly options: RunOptions
  readonly prepared: PreparedRun
  /** Policies of the file and of the repository. */
  readonly layers: readonly PolicyLayer[]
  /** Undefined when the run would make the repository. */
  readonly opened: OpenedForRun | undefined
  readonly isInsideActions: boolean
}

/** Stands for the snapshot that the run would save. */
export const NEXT_ID = 'next'

/** Looks at one source; a source that is not there is part of the plan. Errors: CAIRN_CANCELLED and those of damaged manifests. */
export async function planSource(facts: PlanFacts, source: RunSource): Promise<PlannedSource> {
  const tree = policyTree(source.source, facts.layers)
  const { effective } = tree
  const folders = foldersBelow(source.source, facts.layers)
  const looked = source.kind === 'path' ? await lookAt(facts, source) : { content: null, problem: null }
  const stream = source.kind === 'stream' ? plannedHooks([source.stream.hook], 'stream', '') : []
  return {
    source: formatSource(source.source),
    label: source.label,
    kind: source.kind,
    ...looked,
    policy: valuesOf(effective),
    folders: folders.map((folder) => ({ folder, policy: valuesOf(nodeAt(tree.root, folder)) })),
    includeGit: effective.includeGit,
    keepTimes: effective.keepTimes ?? null,
    hooks: [...stream, ...hooksOfSource(tree, folders)],
    retention: await retentionOf(facts, source.source, effective),
  }
}

async function lookAt(facts: PlanFacts, source: PathRunSource): Promise<Pick<PlannedSource, 'content' | 'problem'>> {
  try {
    return { content: await contentOf(facts, source), problem: null }
  } catch (error) {
    if (!(error instanceof CairnError) || isCairnError(error, 'CAIRN_CANCELLED')) throw error
    return { content: null, problem: reportedError(error) }
  }
}

async function contentOf(facts: PlanFacts, source: PathRunSource): Promise<PlannedContent> {
  const { options, prepared, context } = facts
  const opened = openLocalSource(source.path)
  if (facts.isInsideActions && !options.allowOutsideWorkspace && !isInside(opened.path, prepared.workspaceRealPath)) {
    throw new CairnError('CAIRN_SOURCE_OUTSIDE', `The source ${source.label} is outside the workspace.`, {
      hint: 'Set "allow-outside-workspace: true" if that is meant.',
    })
  }
  const nothing = { files: 0, directories: 0, bytes: 0 }
  if (opened.entry.kind === 'file') return { files: 1, directories: 0, bytes: opened.entry.size, excluded: nothing, unreadable: 0 }
  const { root, effective } = policyTree(source.source, facts.layers)
  const own = new Set((facts.opened?.ownPaths ?? []).flatMap(identityOfPath))
  const estimate = await estimateTree(source.path, root, {
    maxExamples: 0,
    signal: context.signal,
    // As in a run: `.git` unless it is wanted, and our own folders.
    isPassedOver: ({ name, device, inode }) => (name === '.git' && !effective.includeGit) || own.has(`${device}:${inode}`),
  })
  const { files, directories, bytes, excludedFiles, excludedDirectories, excludedBytes, errors } = estimate
  return {
    files,
    directories,
    bytes,
    excluded: { files: excludedFiles, directories: excludedDirectories, bytes: excludedBytes },
    unreadable: errors,
  }
}

function identityOfPath(path: string): string[] {
  try {
    const { device, inode } = statLocal(path)
    return [`${device}:${inode}`]
  } catch {
    return []
  }
}

function valuesOf({ policy, origins }: Pick<EffectivePolicy, 'policy' | 'origins'>): PlannedValue[] {
  return POLICY_FIELDS.flatMap((field) => {
    const value = getField(policy, field)
    if (!isSet(value, field)) return []
    const origin: PolicyOrigin = origins.get(field.key) ?? { kind: 'default' }
    // Values of policies are numbers, truth values, texts and lists of them.
    return [{ key: field.key, value: value as GoJsonValue, from: origin.kind, target: 'target' in origin ? origin.target : '' }]
  })
}

/** What retention would do after a snapshot that is taken now. */
async function retentionOf({ context, opened }: PlanFacts, source: SourceInfo, effective: EffectivePolicy): Promise<RetentionReport> {
  const stored = opened === undefined ? [] : await listSnapshots(opened.repository, source, context.signal)
  const nowNs = context.clock.nowNs()
  const next = { id: NEXT_ID, startTimeNs: nowNs, endTimeNs: nowNs, pins: [] }
  const decisions = planRetention([...stored, next], effective.policy.retention)
  const row = (snapshot: { id: string; startTimeNs: bigint }) => ({ id: snapshot.id, startTime: formatTimestamp(snapshot.startTimeNs) })
  return {
    kept: decisions
      .filter(({ isExpired }) => !isExpired)
      .map(({ snapshot, reasons }) => ({ ...row(snapshot), reasons: [...reasons, ...snapshot.pins.map((pin) => `pin:${pin}`)] })),
    removed: decisions.filter(({ isExpired }) => isExpired).map(({ snapshot }) => row(snapshot)),
  }
}
