/** The token by which a workflow proves who it is, from the toolkit. */
import { getIDToken } from '@actions/core'
import { messageOf } from '../errors.ts'
import type { MaskSet } from '../hooks/masks.ts'

/** Asks for a token; rejects with what went wrong, as one line. The toolkit hides it in the log, `masks` in what hooks print. */
export function workflowIdentity(masks: MaskSet): (audience: string) => Promise<string> {
  return async (audience) => {
    try {
      const token = await getIDToken(audience)
      masks.add(token)
      return token
    } catch (cause) {
      throw new Error(messageOf(cause).replace(/\s+/g, ' '), { cause })
    }
  }
}
