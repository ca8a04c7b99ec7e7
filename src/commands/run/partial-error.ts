/** The error of a snapshot from which entries are missing: what to do depends on why they are, and on what was asked for. */
import { CairnError } from '../../errors.ts'
import type { EntryFailure } from '../../snapshot/summary.ts'

/** Ends of the messages of `fsError` for what the user of the run may not read. */
const DENIED = /: (permission denied|operation not permitted)\.$/

/** How the user says that entries may be missing, when the command has no option of its own. */
export const TOLERANCE_BY_POLICY = 'let the policy of the source ignore such errors ("cairn policy set")'

export interface PartialUpload {
  readonly failures: readonly EntryFailure[]
  /** Why the upload ended early; absent when it did not. */
  readonly incomplete?: string
}

/** `tolerance` says how such entries become no errors, as the end of a sentence. */
export function partialError(message: string, { failures, incomplete }: PartialUpload, tolerance: string): CairnError {
  const saved = incomplete === undefined ? 'The snapshot is saved without them.' : 'The snapshot ended early and is incomplete.'
  const remedy = failures.some(({ error }) => DENIED.test(error))
    ? 'Fix the permissions, ignore the files in the policy'
    : 'What was said of each tells why. Mend that, ignore the paths in the policy'
  return new CairnError('CAIRN_SNAPSHOT_PARTIAL', `${message}.`, { hint: `${saved} ${remedy}, or ${tolerance}.` })
}
