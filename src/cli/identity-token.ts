/** The token by which a workflow of GitHub proves who it is, for a command that runs in a step of its own. */
import { messageOf } from '../errors.ts'

const TIMEOUT_MS = 8000

type Environment = Readonly<Record<string, string | undefined>>

/** Asks GitHub for a token; undefined outside of jobs with `permissions: id-token: write`. Rejects with what went wrong, as one sentence. */
export function identityTokenOf(env: Environment, mask: (secret: string) => void): ((audience: string) => Promise<string>) | undefined {
  const [url, key] = [env['ACTIONS_ID_TOKEN_REQUEST_URL'], env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']]
  if (!url || !key || !URL.canParse(url)) return undefined
  return async (audience) => {
    const target = new URL(url)
    target.searchParams.set('audience', audience)
    let response: Response
    try {
      response = await fetch(target, { headers: { authorization: `Bearer ${key}` }, signal: AbortSignal.timeout(TIMEOUT_MS) })
    } catch (error) {
      const { cause } = error instanceof Error ? error : {}
      throw new Error(`the service of ACTIONS_ID_TOKEN_REQUEST_URL cannot be reached: ${messageOf(cause ?? error)}`, { cause: error })
    }
    if (!response.ok) throw new Error(`the service of ACTIONS_ID_TOKEN_REQUEST_URL answered with status ${response.status}`)
    const answer: unknown = await response.json().catch(() => undefined)
    const value = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined
    if (typeof value !== 'string' || value === '') throw new Error('the service of ACTIONS_ID_TOKEN_REQUEST_URL gave no token')
    mask(value)
    return value
  }
}
