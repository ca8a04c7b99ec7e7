/** `cairn index recover`. */
import { recoverIndex } from '../../commands/inspect/index-recover.ts'
import { withRepository } from '../../commands/open.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { requireDangerousCommands } from '../dangerous.ts'
import { integerFlag } from '../flag-values.ts'

export async function indexRecover(context: CliContext, input: CommandInput): Promise<number> {
  requireDangerousCommands(context, 'index recover')
  const commits = input.isOn('commit')
  const parallel = integerFlag(input, 'parallel') ?? 1
  await withRepository(
    context,
    { checksStorage: true, isReadOnly: !commits, mendsIndexes: true, mayBePartial: true },
    async (repository) => {
      const { entryCount, packCount } = await recoverIndex(repository, {
        packs: input.list('blobs'),
        prefixes: input.list('blob-prefixes'),
        parallel,
        ignoresErrors: input.isOn('ignore-errors'),
        deletesIndexes: input.isOn('delete-indexes'),
        commits,
        log: context.log,
        signal: context.signal,
      })
      if (entryCount === 0) context.log.info('No contents recovered.')
      else if (commits) context.log.info(`Recovered ${entryCount} contents from ${packCount}.`)
      else context.log.info(`Found ${entryCount} contents to recover from ${packCount} blobs, but not committed. Re-run with --commit`)
      for (const { what } of await repository.care.damage()) {
        context.log.notice(`The ${what} is still there and damaged. Once nothing in it is missed, remove it with "cairn blob delete".`)
      }
    },
  )
  return 0
}
