/** `policy import`: policies from what `policy export` writes, or from a policy file (docs/policy.md, "Between the file and the repository"). */
import { CairnError } from '../../errors.ts'
import type { Logger } from '../../log.ts'
import { isMapProblem, parsePolicyMap } from '../../policy/native-map.ts'
import type { Policy } from '../../policy/policy.ts'
import { formatTarget, type PolicyTarget } from '../../policy/target.ts'
import { MAX_SCRIPT_BYTES } from '../../policyfile/script-checks.ts'
import type { Repository } from '../../repo/api.ts'
import { listPolicies, removePolicy } from '../../snapshot/policies.ts'
import { type LocalIdentity, parseTarget } from '../../snapshot/target-parse.ts'
import { checkPolicy, savePolicies, type TargetPolicy } from './save.ts'

export interface ImportRequest {
  readonly policies: readonly TargetPolicy[]
  /** Import only these; undefined means all. */
  readonly limit: readonly PolicyTarget[] | undefined
  /** Delete every policy that was not imported. */
  readonly deletesOthers: boolean
}

/** Stores the policies, all or none. Throws CAIRN_POLICY_REFUSED, CAIRN_TARGET_INVALID, CAIRN_POLICY_DAMAGED. */
export async function importPolicies(repository: Repository, request: ImportRequest, log: Pick<Logger, 'info'>): Promise<void> {
  const limit = request.limit === undefined ? undefined : new Set(request.limit.map(formatTarget))
  const imported = request.policies.filter(({ target }) => limit?.has(formatTarget(target)) !== false)
  for (const { target, policy } of imported) checkPolicy(target, policy)
  for (const { target } of imported) log.info(`Importing the policy of ${formatTarget(target)}`)
  if (request.deletesOthers) {
    const kept = new Set(imported.map(({ target }) => formatTarget(target)))
    for (const { target } of await listPolicies(repository)) {
      if (kept.has(formatTarget(target))) continue
      log.info(`Deleting the policy of ${formatTarget(target)}`)
      await removePolicy(repository, target)
    }
  }
  await savePolicies(repository, imported)
}

export interface JsonOptions {
  readonly allowsUnknownFields: boolean
  /** For targets that are paths. */
  readonly local: LocalIdentity
}

/** The policies in exported JSON; says what Kopia reads in another way than people expect. Throws CAIRN_POLICY_IMPORT_INVALID. */
export function policiesOfJson(text: string, options: JsonOptions, log: Pick<Logger, 'warning'>): TargetPolicy[] {
  const parsed = parsePolicyMap(text)
  if (isMapProblem(parsed)) {
    const where = parsed.path === '' ? 'It' : parsed.path
    throw new CairnError('CAIRN_POLICY_IMPORT_INVALID', `The policies cannot be read: ${where} is not ${parsed.expected}.`)
  }
  const unknown = [...parsed].flatMap(([target, { unknownMembers }]) => unknownMembers.map((member) => `${target}: ${member}`))
  if (unknown.length > 0 && !options.allowsUnknownFields) {
    throw new CairnError('CAIRN_POLICY_IMPORT_INVALID', `No Kopia policy has the field ${unknown.join(', ')}.`, {
      hint: 'Correct the name, or leave unknown fields out with --allow-unknown-fields.',
    })
  }
  for (const field of unknown) log.warning(`Left out, because no Kopia policy has it: ${field}`)
  return [...parsed].map(([text, { policy }]) => {
    warnOfHooks(text, policy, log)
    return { target: parseTarget(text, options.local), policy }
  })
}

function warnOfHooks(target: string, { actions = {} }: Policy, log: Pick<Logger, 'warning'>): void {
  for (const [name, { mode, script = '' }] of Object.entries(actions)) {
    const where = `${target}: actions.${name}`
    if (mode === undefined || mode === '')
      log.warning(`${where} names no mode, so a failure of it is no failure of the snapshot; "essential" makes it one.`)
    const bytes = Buffer.byteLength(script)
    if (bytes > MAX_SCRIPT_BYTES) log.warning(`${where} has a script of ${bytes} bytes; "policy set" takes at most ${MAX_SCRIPT_BYTES}.`)
  }
}
