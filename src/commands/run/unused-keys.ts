/** Keys of the policy file that no run acts on: said, so that nobody relies on them. */
import type { PolicyLayer } from '../../policy/layer.ts'
import type { Policy } from '../../policy/policy.ts'

interface UnusedKey {
  readonly name: string
  readonly isSet: (policy: Policy) => boolean
  /** What holds instead, as the end of a sentence. */
  readonly instead: string
}

const UNUSED_KEYS: readonly UnusedKey[] = [
  {
    name: 'scheduling',
    isSet: ({ scheduling }) => Object.keys(scheduling ?? {}).length > 0,
    instead: 'when a run starts is up to the workflow, or to whoever starts it.',
  },
  {
    name: 'osSnapshots',
    isSet: ({ osSnapshots }) => (osSnapshots?.volumeShadowCopy?.enable ?? 0) > 0,
    instead: 'files are read as they are. A before-hook can make a shadow copy and say where it is (docs/hooks.md, "Redirect").',
  },
  {
    name: 'upload.maxParallelSnapshots',
    // One at a time is what a run does, and what Kopia writes into the policy of every new repository.
    isSet: ({ upload }) => (upload?.maxParallelSnapshots ?? 1) !== 1,
    instead: 'a run snapshots its sources one after the other.',
  },
]

/** One notice for each such key that a policy of the file sets. */
export function unusedKeyNotices(layers: readonly PolicyLayer[]): string[] {
  const policies = layers.filter(({ origin }) => origin === 'policy-file').map(({ policy }) => policy)
  return UNUSED_KEYS.filter(({ isSet }) => policies.some(isSet)).map(
    ({ name, instead }) => `This version does not act on "${name}" of the policy file: ${instead}`,
  )
}
