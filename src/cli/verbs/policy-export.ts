/** `cairn policy export`: Kopia's JSON, or a policy file. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { identityOf, withRepository } from '../../commands/open.ts'
import { byTargetText, mergedPolicyFile, newPolicyFile, storedPolicies } from '../../commands/policy/export.ts'
import { fileIdentity, readPolicyFile, translatedPolicies } from '../../commands/policy/file.ts'
import { usageError } from '../../commands/policy/usage.ts'
import { DEFAULT_RUN_OPTIONS } from '../../commands/run/options.ts'
import { encodePolicyMap } from '../../policy/native-map.ts'
import type { Policy } from '../../policy/policy.ts'
import { repositoryLayers } from '../../snapshot/policies.ts'
import { indentJson } from '../../util/indent-json.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { readEvent } from '../event.ts'
import { refuseExisting, writeExport } from '../export-file.ts'
import { namesTargets, targetsOf } from '../policy-targets.ts'

export async function policyExport(context: CliContext, input: CommandInput): Promise<number> {
  const given = input.text('to-file')
  const path = given === undefined ? undefined : resolve(context.cwd, given)
  checkFlags(input)
  if (path !== undefined) refuseExisting(path, input.isOn('overwrite'))
  const text = await exportedText(context, input, path)
  if (path === undefined) context.print(text.replace(/\n$/, ''))
  else writeExport(path, text, input.isOn('overwrite'))
  return 0
}

function checkFlags(input: CommandInput): void {
  if (input.isOn('overwrite') && input.text('to-file') === undefined) throw usageError('--overwrite has a meaning only with --to-file.')
  if (input.isOn('yaml') && input.isOn('kopia')) throw usageError('--yaml and --kopia do not go together.')
  if (input.isOn('yaml') && input.isOn('json-indent')) throw usageError('--yaml and --json-indent do not go together.')
  if (input.isOn('kopia')) {
    if (namesTargets(input)) throw usageError('--kopia exports the whole policy file; targets have no meaning beside it.')
    return
  }
  for (const flag of ['policy-file', 'strict-kopia'])
    if (input.text(flag) !== undefined || input.isOn(flag)) throw usageError(`--${flag} has a meaning only with --kopia.`)
}

async function exportedText(context: CliContext, input: CommandInput, path: string | undefined): Promise<string> {
  if (input.isOn('kopia')) return jsonText(input, policiesOfFile(context, input))
  return await withRepository(context, { isReadOnly: true }, async (repository) => {
    const targets = namesTargets(input) ? await targetsOf(context, input, repository) : undefined
    const stored = await storedPolicies(repository, targets, context.signal)
    if (!input.isOn('yaml')) return jsonText(input, byTargetText(stored))
    const event = readEvent(context.env)
    if (path !== undefined && existsSync(path)) {
      const read = readPolicyFile(context, { path, strictKopia: false, event, client: repository.identity })
      return mergedPolicyFile(read, stored, await repositoryLayers(repository, context.signal), context.log)
    }
    const place = { path: path ?? DEFAULT_RUN_OPTIONS.policyFile, event, client: repository.identity }
    return newPolicyFile(stored, fileIdentity(context, place, {}), context.log)
  })
}

/** The policy file of the workspace, which needs no repository. */
function policiesOfFile(context: CliContext, input: CommandInput): Map<string, Policy> {
  const read = readPolicyFile(context, {
    path: input.text('policy-file') ?? DEFAULT_RUN_OPTIONS.policyFile,
    strictKopia: input.isOn('strict-kopia'),
    event: readEvent(context.env),
    client: identityOf(context),
  })
  return byTargetText(translatedPolicies(context, read, []).policies)
}

function jsonText(input: CommandInput, policies: ReadonlyMap<string, Policy>): string {
  const json = encodePolicyMap(policies)
  return `${input.isOn('json-indent') ? indentJson(json) : json}\n`
}
