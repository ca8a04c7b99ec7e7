/** `cairn content delete`. */
import { withRepository } from '../../commands/open.ts'
import type { CommandInput } from '../command-spec.ts'
import { contentIdsOf } from '../content-range.ts'
import type { CliContext } from '../context.ts'
import { requireDangerousCommands } from '../dangerous.ts'

export async function contentDelete(context: CliContext, input: CommandInput): Promise<number> {
  requireDangerousCommands(context, 'content delete')
  const ids = contentIdsOf(input.arguments('id'))
  await withRepository(context, {}, async ({ care }) => {
    for (const id of ids) {
      await care.contents.find(id)
      care.contents.markDeleted(id)
    }
    await care.contents.flush(context.signal)
  })
  return 0
}
