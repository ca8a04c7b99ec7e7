/** The file in which a cloud or a login step leaves the token of a workload. */
import { readFile } from 'node:fs/promises'
import { CairnError, messageOf } from '../../../errors.ts'

/** The token in the file that `origin` names. Errors: CAIRN_CREDENTIALS_MISSING. */
export async function readTokenFile(path: string, origin: string): Promise<string> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    throw missing(`The token file of ${origin} cannot be read: ${messageOf(cause)}.`, cause)
  }
  if (text.trim() === '') throw missing(`The token file of ${origin} is empty: ${path}.`, undefined)
  return text.trim()
}

function missing(message: string, cause: unknown): CairnError {
  const hint = 'The step that logs in to the cloud makes this file: it has to run before, in the same job.'
  return new CairnError('CAIRN_CREDENTIALS_MISSING', message, { hint, ...(cause === undefined ? {} : { cause }) })
}
