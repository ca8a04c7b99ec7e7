/** Policies of the policy file in a form that stock kopia understands the same way (docs/policy.md, "Nested folders"). */
import { effectiveAt, indexLayers } from './effective.ts'
import type { PolicyLayer } from './layer.ts'
import type { Policy } from './policy.ts'
import { formatTarget, type PolicyTarget } from './target.ts'

/**
 * The policy of a nested folder with everything written out that it inherits, because Kopia merges nothing there.
 * Ignore patterns of the folders above are left out: they apply below anyway, and would be anchored in the wrong place.
 * Hooks are not part of it.
 */
export function writtenOutPolicy(target: PolicyTarget, layers: readonly PolicyLayer[]): Policy {
  const { policy, origins } = effectiveAt(target, indexLayers(layers), {})
  const { actions: _, ...fields } = policy
  const origin = origins.get('files.ignore')
  if (fields.files === undefined || origin === undefined) return fields
  if ('target' in origin && origin.target === formatTarget(target)) return fields
  const { ignore: __, ...files } = fields.files
  return { ...fields, files }
}
