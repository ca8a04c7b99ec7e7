/** `cairn snapshot pin`: Kopia's messages. */
import { withRepository } from '../../commands/open.ts'
import { pinSnapshots } from '../../commands/snapshot-pin.ts'
import { requireWritable } from '../../commands/writable.ts'
import { CairnError } from '../../errors.ts'
import { formatSource } from '../../policy/target.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'

export async function snapshotPin(context: CliContext, input: CommandInput): Promise<number> {
  const request = { ids: input.arguments('id'), add: input.list('add'), remove: input.list('remove') }
  if (request.add.length + request.remove.length === 0) {
    throw new CairnError('CAIRN_USAGE', 'Nothing is to be pinned or unpinned.', { hint: 'Give --add or --remove with the name of a pin.' })
  }
  await withRepository(context, {}, async (repository) => {
    requireWritable(repository)
    const say = context.log.info
    await pinSnapshots(
      repository,
      request,
      ({ source, startTimeNs }, isChanged) =>
        say(`${isChanged ? 'Updating' : 'No change for'} snapshot at ${context.times.text(startTimeNs)} of ${formatSource(source)}`),
      context.signal,
    )
  })
  return 0
}
