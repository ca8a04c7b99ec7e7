/** `cairn show`: the bytes of an object on standard output. */
import { withRepository } from '../../commands/open.ts'
import { resolveEntry } from '../../snapshot/resolve.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'

export async function show(context: CliContext, input: CommandInput): Promise<number> {
  await withRepository(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
    const { entry } = await resolveEntry(repository, input.argument('object-path') ?? '', context.signal)
    const object = await repository.objects.open(entry.objectId)
    for await (const chunk of object.chunks(context.signal)) await context.write(chunk)
  })
  return 0
}
