/** `cairn snapshot create`: Kopia's messages and JSON. */
import { resolve } from 'node:path'
import { withRepository } from '../../commands/open.ts'
import { combineExitCodes, EXIT_CODES } from '../../commands/run/outcome.ts'
import { type CreatedSnapshot, createSnapshots } from '../../commands/snapshot-create.ts'
import { CairnError, ERROR_CODES } from '../../errors.ts'
import type { Repository } from '../../repo/api.ts'
import { storagePath } from '../../repo/blob/storage-config.ts'
import { encodeSnapshotManifest } from '../../snapshot/manifest.ts'
import { listSources } from '../../snapshot/store.ts'
import { formatDuration } from '../../util/format.ts'
import { parseTimestamp } from '../../util/timestamp.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { parseSourceArgument } from '../source-argument.ts'
import { parseTags } from './snapshot-list.ts'

export async function snapshotCreate(context: CliContext, input: CommandInput): Promise<number> {
  const given = input.arguments('source')
  const isAll = input.isOn('all')
  if (isAll && given.length > 0) throw new CairnError('CAIRN_USAGE', '--all and sources do not go together.')
  if (!isAll && given.length === 0) {
    throw new CairnError('CAIRN_USAGE', 'A source is missing.', { hint: 'Name folders or files, or use --all.' })
  }
  const forceHashPercent = percentOf(input)
  const override = input.text('override-source')
  if (override !== undefined && given.length + Number(isAll) > 1)
    throw new CairnError('CAIRN_USAGE', '--override-source takes one source only.')
  return await withRepository(context, {}, async (repository, config) => {
    const paths = isAll ? await ownPaths(repository) : given
    const request = {
      sources: paths.map((path) => ({
        path: resolve(context.cwd, path),
        source: parseSourceArgument(override ?? path, context, repository.identity),
      })),
      tags: Object.fromEntries(Object.entries(parseTags(input.list('tags'))).map(([key, value]) => [`tag:${key}`, value])),
      description: input.text('description') ?? '',
      pins: [...new Set(input.list('pin'))].sort(),
      mayRunHooks: !input.isOn('force-disable-actions') && (config.enableActions || input.isOn('force-enable-actions')),
      skipReason: input.isOn('force-disable-actions') ? '--force-disable-actions is given' : undefined,
      parallel: parallelOf(input),
      startTimeNs: timeOf(input, 'start-time'),
      endTimeNs: timeOf(input, 'end-time'),
      forceHashPercent,
      isManual: override !== undefined,
      repositoryPath: storagePath(config.storage),
    }
    const created = await createSnapshots(context, repository, request, (one) => show(context, input, one))
    return combineExitCodes(
      created.flatMap(({ report }) => (report.error === undefined ? [] : [EXIT_CODES[ERROR_CODES[report.error.code]]])),
    )
  })
}

function show(context: CliContext, input: CommandInput, { report, manifest }: CreatedSnapshot): void {
  if (manifest !== undefined) {
    if (input.isOn('json')) {
      const json = encodeSnapshotManifest(manifest).replace('{"id":""', `{"id":${JSON.stringify(manifest.id)}`)
      context.print(json.replace(/,"stats":\{[^}]*\}/, ''))
    } else {
      context.log.info(`Created snapshot with root ${report.rootObjectId} and ID ${manifest.id} in ${formatDuration(report.durationMs)}`)
    }
  } else if (report.error === undefined) context.log.info(`Not saved: identical to snapshot ${report.matchedSnapshotId}`)
  if (report.error !== undefined) {
    const { code, message, hint } = report.error
    context.log.error(`${code}  ${message}${hint === undefined ? '' : `\nhint  ${hint}`}`)
  }
}

/** Everything that this user has snapshotted on this machine, by path. */
async function ownPaths(repository: Repository): Promise<string[]> {
  const { userName, host } = repository.identity
  const own = (await listSources(repository)).filter((source) => source.userName === userName && source.host === host)
  return own.map((source) => source.path)
}

function percentOf(input: CommandInput): number {
  const percent = Number(input.text('force-hash') ?? '0')
  if (!(percent >= 0 && percent <= 100)) throw new CairnError('CAIRN_USAGE', '--force-hash takes a number from 0 to 100.')
  return percent
}

function parallelOf(input: CommandInput): number | undefined {
  const text = input.text('parallel')
  if (text === undefined) return undefined
  const parallel = Number(text)
  if (!Number.isSafeInteger(parallel) || parallel < 1) throw new CairnError('CAIRN_USAGE', '--parallel takes a whole number above zero.')
  return parallel
}

/** RFC 3339, or Kopia's `2006-01-02 15:04:05 UTC`. */
function timeOf(input: CommandInput, name: string): bigint | undefined {
  const text = input.text(name)
  if (text === undefined) return undefined
  const ns = parseTimestamp(text.trim().replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?) UTC$/, '$1T$2Z'))
  if (ns === undefined) {
    throw new CairnError('CAIRN_USAGE', `--${name} "${text}" is not a time.`, {
      hint: 'Write 2026-01-31T15:04:05Z or "2026-01-31 15:04:05 UTC".',
    })
  }
  return ns
}
