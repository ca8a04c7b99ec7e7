/** `cairn policy edit`. */
import { withRepository } from '../../commands/open.ts'
import { editPolicies } from '../../commands/policy/edit.ts'
import { requireWritable } from '../../commands/writable.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { editText } from '../editor.ts'
import { targetsOf } from '../policy-targets.ts'
import { openQuestions } from '../prompt.ts'

export async function policyEdit(context: CliContext, input: CommandInput): Promise<number> {
  await withRepository(context, {}, async (repository) => {
    requireWritable(repository)
    const targets = await targetsOf(context, input, repository)
    const questions = openQuestions(process.stdin, process.stderr)
    try {
      await editPolicies(repository, targets, {
        log: context.log,
        edit: async (text) => await editText(context, 'policy.json', text),
        ask: questions.ask,
      })
    } finally {
      questions.close()
    }
  })
  return 0
}
