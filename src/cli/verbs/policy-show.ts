/** `cairn policy show`, `cairn policy list`: Kopia's text and JSON. */
import { withRepository } from '../../commands/open.ts'
import { showPolicies, sortedPolicies, targetMembers } from '../../commands/policy/show.ts'
import { encodePolicy, policyToJson } from '../../policy/native-json.ts'
import { formatTarget } from '../../policy/target.ts'
import { sizeTextOf } from '../../report/kopia-numbers.ts'
import { policyText } from '../../report/policy-text.ts'
import { indentJson } from '../../util/indent-json.ts'
import { visibleText } from '../../util/plain-text.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { printText, withoutCommands } from '../harmless.ts'
import { targetsOf } from '../policy-targets.ts'
import { printListing } from '../print-lines.ts'

export async function policyShow(context: CliContext, input: CommandInput): Promise<number> {
  await withRepository(context, { isReadOnly: true }, async (repository) => {
    const shown = await showPolicies(repository, await targetsOf(context, input, repository), context.signal)
    for (const { target, effective } of shown) {
      const json = encodePolicy(effective.policy)
      if (input.isOn('json')) context.print(input.isOn('json-indent') ? indentJson(json) : json)
      else for (const line of policyText(target, effective, sizeTextOf(context.env)).trimEnd().split('\n')) printText(context, line)
    }
  })
  return 0
}

export async function policyList(context: CliContext, input: CommandInput): Promise<number> {
  await withRepository(context, { isReadOnly: true }, async (repository) => {
    await printListing(context, input, await sortedPolicies(repository, context.signal), {
      json: ({ id, target, policy }) => ({ id, target: { ...targetMembers(target) }, ...policyToJson(policy) }),
      text: ({ id, target }) => withoutCommands(`${id} ${visibleText(formatTarget(target))}`),
    })
  })
  return 0
}
