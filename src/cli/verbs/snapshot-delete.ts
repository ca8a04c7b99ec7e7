/** `cairn snapshot delete`: only shows what it would do without `--delete`. */
import { withRepository } from '../../commands/open.ts'
import { deleteSnapshots, selectByIds, selectBySources } from '../../commands/snapshot-delete.ts'
import { requireWritable } from '../../commands/writable.ts'
import { formatSource } from '../../policy/target.ts'
import type { SnapshotManifest } from '../../snapshot/manifest.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { parseSourcePattern } from '../source-pattern.ts'
import type { TimeTexts } from '../time-text.ts'

export async function snapshotDelete(context: CliContext, input: CommandInput): Promise<number> {
  const isConfirmed = input.isOn('delete') || input.isOn('unsafe-ignore-source')
  const ids = input.arguments('id')
  await withRepository(context, { maintains: true }, async (repository) => {
    if (isConfirmed) requireWritable(repository)
    const { signal } = context
    const selected = input.isOn('all-snapshots-for-source')
      ? await selectBySources(
          repository,
          ids.map((text) => parseSourcePattern(text, context, repository.identity)),
          signal,
        )
      : await selectByIds(repository, ids, signal)
    if (isConfirmed)
      await deleteSnapshots(repository, selected, (one) => context.log.info(`Deleting ${words(one, context.times)}...`), signal)
    else for (const one of selected) context.log.info(`Would delete ${words(one, context.times)} (pass --delete to confirm)`)
  })
  return 0
}

function words({ id, source, startTimeNs }: SnapshotManifest, times: TimeTexts): string {
  return `snapshot ${id} of ${formatSource(source)} at ${times.text(startTimeNs)}`
}
