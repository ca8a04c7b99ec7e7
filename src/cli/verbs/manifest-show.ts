/** `cairn manifest show`: what a manifest says, with its labels as comments before it. */
import { withRepository } from '../../commands/open.ts'
import { CairnError } from '../../errors.ts'
import { compareUtf8 } from '../../util/go-json.ts'
import { indentJson } from '../../util/indent-json.ts'
import { visibleText } from '../../util/plain-text.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'

export async function manifestShow(context: CliContext, input: CommandInput): Promise<number> {
  await withRepository(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
    for (const id of input.arguments('item')) {
      const found = await repository.manifests.get(id)
      if (found === undefined) {
        throw new CairnError('CAIRN_MANIFEST_NOT_FOUND', `There is no manifest ${JSON.stringify(id)} in the repository.`, {
          hint: 'List the manifests with "cairn manifest list".',
        })
      }
      const { length, modifiedNs, labels } = found.entry
      context.print(`// id: ${id}`)
      context.print(`// length: ${length}`)
      context.print(`// modified: ${context.times.recorded(modifiedNs)}`)
      for (const name of Object.keys(labels).sort(compareUtf8)) context.print(`// label ${visibleText(`${name}:${labels[name]}`)}`)
      context.print(indentJson(found.json))
    }
  })
  return 0
}
