/** `cairn policy set`, `cairn policy delete`. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { withRepository } from '../../commands/open.ts'
import { deletePolicies } from '../../commands/policy/delete.ts'
import { setPolicies } from '../../commands/policy/set.ts'
import { requireWritable } from '../../commands/writable.ts'
import { CairnError, messageOf } from '../../errors.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { targetsOf } from '../policy-targets.ts'

export async function policySet(context: CliContext, input: CommandInput): Promise<number> {
  await withRepository(context, {}, async (repository) => {
    requireWritable(repository)
    const targets = await targetsOf(context, input, repository)
    await setPolicies(repository, targets, input, { log: context.log, readScript: (path) => readScript(resolve(context.cwd, path)) })
  })
  return 0
}

export async function policyDelete(context: CliContext, input: CommandInput): Promise<number> {
  const isDryRun = input.isOn('dry-run')
  await withRepository(context, { isReadOnly: isDryRun }, async (repository) => {
    if (!isDryRun) requireWritable(repository)
    await deletePolicies(repository, { targets: await targetsOf(context, input, repository), isDryRun }, context.log)
  })
  return 0
}

function readScript(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new CairnError('CAIRN_USAGE', `The script ${path} cannot be read: ${messageOf(cause)}.`, {
      hint: 'With --persist-action-script the value of a hook is the path of a script, without arguments.',
      cause,
    })
  }
}
