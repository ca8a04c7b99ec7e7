/** `cairn snapshot fix invalid-files` and `remove-files`: Kopia's lines. */
import { availableParallelism } from 'node:os'
import { withRepository } from '../../commands/open.ts'
import { type FixEvent, fixSnapshots, type SnapshotFixRequest } from '../../commands/snapshot-fix.ts'
import { requireWritable } from '../../commands/writable.ts'
import { formatSource } from '../../policy/target.ts'
import { type SizeText, sizeTextOf } from '../../report/kopia-numbers.ts'
import type { InvalidHandling } from '../../snapshot/fix/rules.ts'
import type { SnapshotManifest } from '../../snapshot/manifest.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { countFlag, percentFlag } from '../flag-values.ts'
import { parseSourceArgument } from '../source-argument.ts'
import type { TimeTexts } from '../time-text.ts'

export async function fixInvalidFiles(context: CliContext, input: CommandInput): Promise<number> {
  return await fix(context, input, {
    kind: 'invalid-files',
    invalidFiles: handlingOf(input, 'invalid-file-handling'),
    readPercent: percentFlag(input, 'verify-files-percent') ?? 0,
  })
}

export async function fixRemoveFiles(context: CliContext, input: CommandInput): Promise<number> {
  return await fix(context, input, { kind: 'remove-files', objectIds: input.list('object-id'), fileNames: input.list('filename') })
}

async function fix(context: CliContext, input: CommandInput, choice: SnapshotFixRequest['fix']): Promise<number> {
  const isCommitted = input.isOn('commit')
  const parallel = countFlag(input, 'parallel') ?? availableParallelism()
  const size = sizeTextOf(context.env)
  await withRepository(context, { mayIgnoreDamage: true, maintains: true }, async (repository) => {
    if (isCommitted) requireWritable(repository)
    const count = await fixSnapshots(context, repository, {
      manifestIds: input.list('manifest-id'),
      sources: input.list('source').map((text) => parseSourceArgument(text, context, repository.identity)),
      isCommitted,
      parallel,
      invalidDirectories: handlingOf(input, 'invalid-directory-handling'),
      fix: choice,
      onEvent: (event) => {
        for (const line of linesOf(event, size, context.times)) context.log.info(line)
      },
    })
    context.log.info(resultLine(count, isCommitted))
  })
  return 0
}

/** The table allows only these words. */
function handlingOf(input: CommandInput, name: string): InvalidHandling {
  const word = input.text(name)
  return word === 'fail' || word === 'keep' || word === 'remove' ? word : 'stub'
}

function linesOf(event: FixEvent, size: SizeText, times: TimeTexts): string[] {
  if (event.kind === 'source') return [`Processing snapshot ${formatSource(event.source)}`]
  if (event.kind === 'unchanged') return [`  ${times.text(event.manifest.startTimeNs)} unchanged (${event.manifest.id})`]
  const { old, manifest } = event
  const delta = deltaText(old, manifest, size)
  return [
    `  ${times.text(manifest.startTimeNs)} replaced manifest from ${old.id} to ${manifest.id}`,
    `    diff ${old.rootEntry?.objectId ?? ''} ${manifest.rootEntry?.objectId ?? ''}`,
    ...(delta === '' ? [] : [`    delta:${delta}`]),
  ]
}

function deltaText(old: SnapshotManifest, manifest: SnapshotManifest, size: SizeText): string {
  const [before, after] = [old.rootEntry?.summary, manifest.rootEntry?.summary]
  const delta = before === undefined || after === undefined ? 0 : after.size - before.size
  return delta === 0 ? '' : `${delta < 0 ? '-' : '+'}${size(Math.abs(delta))}`
}

function resultLine(count: number, isCommitted: boolean): string {
  if (count === 0) return 'No changes.'
  return isCommitted
    ? `Fixed and committed ${count} snapshots.`
    : `Fixed ${count} snapshots, but snapshot manifests were not updated. Pass --commit to update snapshots.`
}
