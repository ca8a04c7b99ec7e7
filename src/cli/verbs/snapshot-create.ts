/** `cairn snapshot create`: Kopia's messages and JSON. */
import { resolve } from 'node:path'
import { withRepository } from '../../commands/open.ts'
import { MAX_CHECKPOINT_INTERVAL_MS } from '../../commands/run/checkpoint.ts'
import { combineExitCodes, EXIT_CODES, reportedError } from '../../commands/run/outcome.ts'
import type { ReportedError } from '../../commands/run/report.ts'
import { withScout } from '../../commands/scout.ts'
import { type CreatedSnapshot, createSnapshots, ownPaths } from '../../commands/snapshot-create.ts'
import { CairnError, ERROR_CODES } from '../../errors.ts'
import type { SourceInfo } from '../../policy/target.ts'
import type { ClientIdentity } from '../../repo/api.ts'
import { storagePath } from '../../repo/blob/storage-config.ts'
import type { ClientConfig } from '../../repo/config-format.ts'
import type { OpenedRepository } from '../../repo/repository.ts'
import { durationText } from '../../report/kopia-text.ts'
import { type SnapshotManifest, showSnapshotManifest } from '../../snapshot/manifest.ts'
import { changedPins } from '../../snapshot/pins.ts'
import { assertDescription } from '../../snapshot/store.ts'
import type { FolderScout } from '../../snapshot/upload/scout/scout.ts'
import { formatQuantity } from '../../util/format.ts'
import { indentJsonWide } from '../../util/indent-json.ts'
import { parseTimestamp } from '../../util/timestamp.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { logError } from '../error-lines.ts'
import { durationFlagNs, integerFlag, percentFlag } from '../flag-values.ts'
import { parseSourceArgument } from '../source-argument.ts'
import type { TimeTexts } from '../time-text.ts'
import { parseTags } from './snapshot-list.ts'

const NS_PER_MS = 1_000_000n
const NS_PER_SECOND = 1_000_000_000n
const MIB = 1024 * 1024

export async function snapshotCreate(context: CliContext, input: CommandInput): Promise<number> {
  const given = input.arguments('source')
  const isAll = input.isOn('all')
  if (isAll && given.length > 0) throw new CairnError('CAIRN_USAGE', '--all and sources do not go together.')
  if (!isAll && given.length === 0) {
    throw new CairnError('CAIRN_USAGE', 'A source is missing.', { hint: 'Name folders or files, or use --all.' })
  }
  // Kopia takes the current folder, which a script whose variable is not set did not mean.
  if (given.includes('')) {
    throw new CairnError('CAIRN_USAGE', 'A source is empty.', {
      hint: 'Write . for the current folder. A variable that is not set gives an empty source too.',
    })
  }
  const options = optionsOf(context, input)
  const stdin = stdinOf(context, input, given.length)
  const override = input.text('override-source')
  if (override !== undefined && (isAll || given.length > 1)) throw new CairnError('CAIRN_USAGE', '--override-source takes one source only.')
  const { parallel } = options
  const connection = parallel === 0 ? context : { ...context, workers: parallel }
  const snapshot = async (scout: FolderScout | undefined, repository: OpenedRepository, config: ClientConfig): Promise<number> => {
    const paths = (isAll ? await ownPaths(repository, context.signal) : given).map((path) => resolve(context.cwd, path))
    if (paths.length === 0) {
      throw new CairnError('CAIRN_USAGE', 'There is nothing to snapshot: this user has no snapshots of this machine yet.', {
        hint: 'Name folders or files.',
      })
    }
    const request = {
      ...options,
      sources: paths.map((path) => ({ path, source: sourceOf(context, override, path, repository.identity) })),
      mayRunHooks: !input.isOn('force-disable-actions') && (config.enableActions || input.isOn('force-enable-actions')),
      skipReason: input.isOn('force-disable-actions') ? '--force-disable-actions is given' : undefined,
      parallel: parallel === 0 ? undefined : parallel,
      stdin,
      isManual: override !== undefined || stdin !== undefined,
      repositoryPath: storagePath(config.storage),
      scout,
    }
    const { created, failure } = await createSnapshots(context, repository, request, (one) => show(context, input, one))
    const errors: ReportedError[] = created.flatMap(({ report }) => report.error ?? [])
    if (failure !== undefined) {
      errors.push(reportedError(failure))
      logError(context.log, reportedError(failure))
    }
    return combineExitCodes(errors.map(({ code }) => EXIT_CODES[ERROR_CODES[code]]))
  }
  const [first] = stdin === undefined && !isAll ? given : []
  return await withScout(
    connection,
    first === undefined ? undefined : resolve(context.cwd, first),
    async (scout) => await withRepository(connection, { maintains: true }, (repository, config) => snapshot(scout, repository, config)),
  )
}

/** Everything that the flags alone say. */
function optionsOf(context: CliContext, input: CommandInput) {
  const startTimeNs = timeOf(context, input, 'start-time')
  const endTimeNs = timeOf(context, input, 'end-time')
  if (startTimeNs !== undefined && endTimeNs !== undefined && startTimeNs > endTimeNs)
    throw new CairnError('CAIRN_USAGE', '--start-time is after --end-time.')
  const tags = Object.entries(parseTags(input.list('tags')))
  const description = input.text('description') ?? ''
  assertDescription(description)
  return {
    tags: Object.fromEntries(tags.map(([key, value]) => [`tag:${key}`, value])),
    description,
    pins: changedPins([], input.list('pin'), []) ?? [],
    startTimeNs,
    endTimeNs,
    forceHashPercent: percentFlag(input, 'force-hash') ?? 0,
    logDetails: { directories: detailOf(input, 'log-dir-detail'), entries: detailOf(input, 'log-entry-detail') },
    isFailFast: input.isOn('fail-fast'),
    maxReadBytes: Math.max(0, integerFlag(input, 'upload-limit-mb') ?? 0) * MIB,
    checkpointIntervalMs: checkpointIntervalOf(input),
    parallel: Math.max(0, integerFlag(input, 'parallel') ?? 0),
  }
}

function sourceOf(context: CliContext, override: string | undefined, path: string, identity: ClientIdentity): SourceInfo {
  return override === undefined ? { ...identity, path } : parseSourceArgument(override, context, identity)
}

function stdinOf(context: CliContext, input: CommandInput, sourceCount: number) {
  const name = input.text('stdin-file')
  if (name === undefined) return undefined
  if (sourceCount !== 1) throw new CairnError('CAIRN_USAGE', '--stdin-file takes exactly one source.')
  if (/^$|^\.\.?$|[/\0]/.test(name)) throw new CairnError('CAIRN_USAGE', `--stdin-file "${name}" is not the name of a file.`)
  if (integerFlag(input, 'upload-limit-mb')) throw new CairnError('CAIRN_USAGE', '--stdin-file and --upload-limit-mb do not go together.')
  return { name, bytes: context.input() }
}

/** Undefined leaves it at the usual interval, and so does 0, as in Kopia. */
function checkpointIntervalOf(input: CommandInput): number | undefined {
  const ns = durationFlagNs(input, 'checkpoint-interval') ?? 0n
  if (ns === 0n) return undefined
  const ms = Number(ns / NS_PER_MS)
  if (ms < 1 || ms > MAX_CHECKPOINT_INTERVAL_MS)
    throw new CairnError('CAIRN_USAGE', `--checkpoint-interval must be from 1ms to ${MAX_CHECKPOINT_INTERVAL_MS / 60_000}m.`)
  return ms
}

function show(context: CliContext, input: CommandInput, { report, manifest }: CreatedSnapshot): void {
  const { log } = context
  if (manifest !== undefined) {
    if (input.isOn('json')) context.print(jsonOf(input, manifest))
    else {
      const durationNs = manifest.endTimeNs - manifest.startTimeNs
      const partial = manifest.incomplete === undefined ? '' : ' partial'
      const time = durationText(durationNs - (durationNs % NS_PER_SECOND))
      log.info(`Created${partial} snapshot with root ${report.rootObjectId} and ID ${manifest.id} in ${time}`)
    }
    const ignored = manifest.rootEntry?.summary?.numIgnoredErrors ?? 0
    if (ignored > 0) log.warning(`Ignored ${formatQuantity(ignored, 'error')} while snapshotting ${report.source}.`)
  } else if (report.error === undefined && report.status !== 'skipped') {
    log.info(`Not saving a snapshot: nothing has changed since ${report.matchedSnapshotId}.`)
  }
  if (report.error !== undefined) logError(context.log, report.error)
}

function jsonOf(input: CommandInput, manifest: SnapshotManifest): string {
  const json = showSnapshotManifest(manifest, { hidesStats: !input.isOn('json-verbose') })
  return input.isOn('json-indent') ? indentJsonWide(json) : json
}

/** Minus one leaves it to the policy, as in Kopia. */
function detailOf(input: CommandInput, name: string): number | undefined {
  const detail = integerFlag(input, name)
  return detail === -1 ? undefined : detail
}

/** RFC 3339, or a time as listings print it, such as `2026-01-31 15:04:05 CET` where that is the zone. */
function timeOf({ times }: CliContext, input: CommandInput, name: string): bigint | undefined {
  const text = input.text(name)?.trim()
  if (text === undefined || text === '') return undefined
  const ns =
    parseTimestamp(text.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?) (?:UTC|GMT)$/, '$1T$2Z')) ?? printedMoment(text, times)
  if (ns === undefined) {
    throw new CairnError('CAIRN_USAGE', `--${name} "${text}" is not a time.`, {
      hint: 'Write 2026-01-31T15:04:05Z or "2026-01-31 15:04:05 UTC".',
    })
  }
  return ns
}

const QUARTER_NS = 900_000_000_000n

/** The moment that is printed like this; clocks are whole quarters of an hour away from UTC, at most fourteen hours. */
function printedMoment(text: string, times: TimeTexts): bigint | undefined {
  const asUtc = parseTimestamp(text.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) \S+$/, '$1T$2Z'))
  if (asUtc === undefined) return undefined
  for (let quarters = -56n; quarters <= 56n; quarters++) {
    if (times.text(asUtc - quarters * QUARTER_NS) === text) return asUtc - quarters * QUARTER_NS
  }
  return undefined
}
