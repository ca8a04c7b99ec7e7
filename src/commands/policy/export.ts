/** `policy export`: policies of the repository as Kopia's JSON or as a policy file (docs/policy.md, "Between the file and the repository"). */
import { CairnError } from '../../errors.ts'
import type { Logger } from '../../log.ts'
import type { PolicyLayer } from '../../policy/layer.ts'
import { encodePolicy } from '../../policy/native-json.ts'
import type { Policy } from '../../policy/policy.ts'
import { formatTarget, type PolicyTarget } from '../../policy/target.ts'
import { formatDiagnostic } from '../../policyfile/diagnostic.ts'
import { kopiaPolicies } from '../../policyfile/kopia.ts'
import { editPolicyFile, normalized, type PolicyEdit, policyDifferences } from '../../policyfile/merge-yaml.ts'
import { parsePolicyFile } from '../../policyfile/parse.ts'
import type { PolicyFile, ResolvedIdentity } from '../../policyfile/policy-file.ts'
import { nativeFileText, policyFileText } from '../../policyfile/write-yaml.ts'
import type { Repository } from '../../repo/api.ts'
import { findPolicy, listPolicies } from '../../snapshot/policies.ts'
import { utf8 } from '../../util/bytes.ts'
import type { ReadPolicyFile } from './file.ts'
import type { TargetPolicy } from './save.ts'

/** The stored policies of some targets, or all of them. Throws CAIRN_POLICY_NOT_FOUND, CAIRN_POLICY_DAMAGED. */
export async function storedPolicies(
  repository: Repository,
  targets: readonly PolicyTarget[] | undefined,
  signal?: AbortSignal,
): Promise<TargetPolicy[]> {
  if (targets === undefined) return await listPolicies(repository, signal)
  const found: TargetPolicy[] = []
  for (const target of targets) {
    const stored = await findPolicy(repository, target)
    if (stored === undefined) {
      throw new CairnError('CAIRN_POLICY_NOT_FOUND', `No policy is stored for ${formatTarget(target)}.`, {
        hint: '"cairn policy list" shows for which targets there is one.',
      })
    }
    found.push(stored)
  }
  return found
}

/** Policies by the text of their targets; of two at one target the newest. */
export function byTargetText(policies: readonly TargetPolicy[]): Map<string, Policy> {
  return new Map(policies.map(({ target, policy }) => [formatTarget(target), policy]))
}

const NATIVE_REMARK = [
  "Policies in Kopia's own form, because with `version: 1` not all of them could come back the same:",
  'there a nested folder inherits from the one above, and a hook always has a mode and a timeout.',
].join('\n')

/**
 * A new policy file that means the same to `policy import` as the stored policies, field for field. Where the form with `version: 1` cannot
 * say that, it is Kopia's own.
 */
export function newPolicyFile(policies: readonly TargetPolicy[], identity: ResolvedIdentity, log: Pick<Logger, 'warning'>): string {
  const byText = byTargetText(policies)
  const text = policyFileText(byText)
  if (isExact(text, byText, identity, 'cairn.yml')) return text
  const native = nativeFileText(byText, NATIVE_REMARK)
  const { diagnostics } = parsePolicyFile(utf8(native), { path: 'cairn.yml', identity, isImport: true })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  for (const error of errors) log.warning(`The exported file will not be accepted as it stands: ${formatDiagnostic(error, 'line', native)}`)
  return native
}

function isExact(text: string, wanted: ReadonlyMap<string, Policy>, identity: ResolvedIdentity, path: string): boolean {
  const { file, diagnostics } = parsePolicyFile(utf8(text), { path, identity, isImport: true })
  if (file === undefined || diagnostics.some(({ severity }) => severity === 'error')) return false
  const { policies, dropped } = kopiaPolicies(file, text, identity)
  const read = byTargetText(policies)
  if (dropped.length > 0 || read.size !== wanted.size) return false
  return [...wanted].every(([target, policy]) => {
    const same = read.get(target)
    return same !== undefined && encodePolicy(same) === encodePolicy(policy)
  })
}

/** One change can give a folder below another value to inherit, which takes a second look; more looks find nothing. */
const MAX_LOOKS = 3

/**
 * The text of an existing policy file, changed where the stored policies say something else; `layers` are all policies of the repository.
 * What the file cannot be made to say, and targets that only the file has, are named in the log.
 */
export function mergedPolicyFile(
  read: ReadPolicyFile,
  stored: readonly TargetPolicy[],
  layers: readonly PolicyLayer[],
  log: Pick<Logger, 'warning' | 'info'>,
): string {
  if (read.file.isNative) {
    throw new CairnError('CAIRN_USAGE', `The file ${read.path} is in Kopia's form, so nothing can be merged into it.`, {
      hint: 'Export to a new file, or give the file "version: 1" first.',
    })
  }
  const wanted = byTargetText(stored)
  const { identity, path, readHookFile } = read
  let { file, text } = read
  for (let look = 0; look < MAX_LOOKS; look++) {
    const edited = editPolicyFile(text, editsOf(file, text, identity, layers, wanted), file.defaults.shell !== undefined)
    if (edited === text) break
    text = edited
    const parsed = parsePolicyFile(utf8(text), { path, identity, readHookFile, isImport: true })
    if (parsed.file === undefined) {
      const error = parsed.diagnostics.find(({ severity }) => severity === 'error')
      log.warning(`The file will not be accepted as it stands: ${error === undefined ? '' : formatDiagnostic(error, path, text)}`)
      return text
    }
    file = parsed.file
  }
  const now = byTargetText(kopiaPolicies(file, text, identity, layers).policies)
  for (const target of now.keys()) if (!wanted.has(target)) log.info(`Kept as it is, because nothing was exported for it: ${target}`)
  for (const [target, policy] of wanted) {
    const differences = policyDifferences(normalized(policy), normalized(now.get(target) ?? {}))
    if (differences.length > 0)
      log.warning(`The file says more about ${target} than the repository, by what it inherits: ${differences.join(', ')}`)
  }
  return text
}

function editsOf(
  file: PolicyFile,
  text: string,
  identity: ResolvedIdentity,
  layers: readonly PolicyLayer[],
  wanted: ReadonlyMap<string, Policy>,
): PolicyEdit[] {
  const { policies } = kopiaPolicies(file, text, identity, layers)
  const present = byTargetText(policies)
  const keys = new Map(policies.map(({ target }, index) => [formatTarget(target), file.layers[index]?.targetText]))
  return [...wanted].map(([target, policy]) => ({
    key: keys.get(target) ?? newKey(target, identity),
    wanted: policy,
    present: present.get(target),
  }))
}

/** The shortest key for a target that the file does not have. */
function newKey(target: string, { userName, host, root }: ResolvedIdentity): string {
  const own = `${userName}@${host}:`
  if (target === '(global)') return 'global'
  if (target === `${own}${root}`) return '.'
  const prefix = root.endsWith('/') ? `${own}${root}` : `${own}${root}/`
  return target.startsWith(prefix) ? `./${target.slice(prefix.length)}` : target
}
