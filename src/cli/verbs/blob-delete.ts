/** `cairn blob delete`. */
import { withRepository } from '../../commands/open.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { requireDangerousCommands } from '../dangerous.ts'

export async function blobDelete(context: CliContext, input: CommandInput): Promise<number> {
  requireDangerousCommands(context, 'blob delete')
  await withRepository(context, { mendsIndexes: true }, async ({ care }) => {
    for (const id of input.arguments('blobIDs')) await care.storage.deleteBlob(id)
  })
  return 0
}
