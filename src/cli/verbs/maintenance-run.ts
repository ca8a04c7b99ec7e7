/** `cairn maintenance run`. */
import { maintain } from '../../commands/maintenance-run.ts'
import { withRepository } from '../../commands/open.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'

export async function maintenanceRun(context: CliContext, input: CommandInput): Promise<number> {
  await withRepository(context, {}, async (repository) => {
    await maintain(context, repository, {
      mode: input.isOn('full') ? 'full' : 'quick',
      safety: input.text('safety') === 'none' ? 'none' : 'full',
      isForced: input.isOn('force'),
    })
  })
  return 0
}
