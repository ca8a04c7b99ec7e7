/** `cairn manifest delete`. */
import { withRepository } from '../../commands/open.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { requireDangerousCommands } from '../dangerous.ts'

export async function manifestDelete(context: CliContext, input: CommandInput): Promise<number> {
  requireDangerousCommands(context, 'manifest delete')
  await withRepository(context, {}, async (repository) => {
    // One that is not there is deleted already, as in kopia.
    for (const id of input.arguments('item')) await repository.manifests.delete(id)
    await repository.flush(context.signal)
  })
  return 0
}
