/** Policies of the policy file in a form that stock kopia understands the same way (docs/policy.md, "Nested folders"). */
import { effectiveAt, indexLayers, layersAt } from './effective.ts'
import { getField, isSet, POLICY_FIELDS, setField } from './fields.ts'
import type { PolicyLayer } from './layer.ts'
import type { Policy } from './policy.ts'
import { formatTarget, type PolicyTarget } from './target.ts'

/** What is asked of every folder of a walk; the other sections are only ever asked of the source as a whole, where Kopia merges too. */
const WALKED = new Set(['files', 'errorHandling', 'compression', 'metadataCompression', 'splitter', 'logging', 'upload'])

/**
 * Ignore patterns of the folders above apply below anyway and would be anchored in the wrong place; the number of snapshots at a time
 * cannot be stored on a path.
 */
const LEFT_OUT = new Set(['files.ignore', 'upload.maxParallelSnapshots'])

/** The policy of a nested folder with everything of a walk written out that it inherits, because Kopia merges nothing there. Hooks are not part of it. */
export function writtenOutPolicy(target: PolicyTarget, layers: readonly PolicyLayer[]): Policy {
  const index = indexLayers(layers)
  const { policy, origins } = effectiveAt(target, index, {})
  const key = formatTarget(target)
  const written: Policy = {}
  for (const field of POLICY_FIELDS) {
    const value = getField(policy, field)
    if (!isSet(value, field)) continue
    const origin = origins.get(field.key)
    const isOwn = origin !== undefined && 'target' in origin && origin.target === key
    const isWalked = WALKED.has(field.section[0] ?? '') && !LEFT_OUT.has(field.key)
    if (isOwn || isWalked) setField(written, field, value)
  }
  if (layersAt(target, index)[0]?.policy.noParent === true) written.noParent = true
  return written
}
