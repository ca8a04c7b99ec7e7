/** A run that could not be prepared, with what is known of it all the same: the report then still shows the findings of the policy file. */
import { type CairnError, messageOf } from '../../errors.ts'
import type { PreparedRun } from './prepare.ts'

export class PreparationFailure extends Error {
  readonly error: CairnError
  readonly prepared: PreparedRun | undefined

  constructor(error: CairnError, prepared?: PreparedRun) {
    super(messageOf(error))
    this.error = error
    this.prepared = prepared
  }
}
