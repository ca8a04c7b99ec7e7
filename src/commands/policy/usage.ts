/** What is wrong with the arguments of a policy command. */
import { CairnError } from '../../errors.ts'

/** CAIRN_USAGE with a message of whole sentences. */
export function usageError(message: string, hint?: string): CairnError {
  return new CairnError('CAIRN_USAGE', message, hint === undefined ? {} : { hint })
}
