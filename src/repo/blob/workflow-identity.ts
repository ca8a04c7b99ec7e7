/** The token by which a workflow of GitHub proves who it is (docs/backends.md, "Credentials"). */
import type { IncomingMessage } from 'node:http'
import { CairnError, isCairnError, messageOf, throwIfCancelled } from '../../errors.ts'
import type { Clock } from '../../util/clock.ts'
import { systemCodeAlong } from './cloud-call.ts'
import { type CloudFailure, cloudError } from './cloud-errors.ts'
import { retryAfterMs } from './cloud-headers.ts'

/** For all that is tried: below the limit of a whole login, so that it is this service that gets the blame. */
const LIMIT_MS = 8000
const ATTEMPTS = 3
const FIRST_PAUSE_MS = 500
/** A service that wants a longer pause gets it from whoever asks for the token. */
const MAX_PAUSE_MS = 2000
const MAX_ANSWER_BYTES = 64 * 1024

const URL_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_URL'
const KEY_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'

export interface IdentityContext {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly clock: Clock
  readonly mask: (secret: string) => void
  readonly signal?: AbortSignal | undefined
}

/**
 * Asks GitHub for a token; undefined outside of jobs with `permissions: id-token: write`.
 *
 * Errors: CAIRN_CREDENTIALS_MISSING, CAIRN_STORAGE_UNREACHABLE when the service never answered, CAIRN_STORAGE_UNAVAILABLE,
 * CAIRN_STORAGE_ENDPOINT, CAIRN_CANCELLED.
 */
export function workflowIdentity(context: IdentityContext): ((audience: string) => Promise<string>) | undefined {
  const { env, clock, mask, signal } = context
  const [url, key] = [env[URL_VARIABLE], env[KEY_VARIABLE]]
  if (!url || !key || !URL.canParse(url)) return undefined
  let hasAnswered = false
  return async (audience) => {
    const target = new URL(url)
    target.searchParams.set('audience', audience)
    const limit = AbortSignal.timeout(LIMIT_MS)
    const either = signal === undefined ? limit : AbortSignal.any([signal, limit])
    for (let attempt = 1; ; attempt++) {
      try {
        const answer = await request(target, key, env, either)
        hasAnswered = true
        const token = tokenIn(answer, target.host, clock)
        mask(token)
        return token
      } catch (error) {
        throwIfCancelled(signal)
        const failure = isCairnError(error) ? error : silence(error, target.host, limit.aborted, hasAnswered)
        const pauseMs = Math.max(FIRST_PAUSE_MS * attempt, failure.retryAfterMs ?? 0)
        const isWorthwhile = failure.code === 'CAIRN_STORAGE_UNAVAILABLE' && attempt < ATTEMPTS && pauseMs <= MAX_PAUSE_MS
        if (!isWorthwhile || limit.aborted) throw failure
        await clock.sleep(pauseMs, either).catch(() => undefined)
        throwIfCancelled(signal)
      }
    }
  }
}

interface Answer {
  readonly status: number
  readonly retryAfter: string | undefined
  readonly text: string
}

async function request(target: URL, key: string, env: IdentityContext['env'], signal: AbortSignal): Promise<Answer> {
  // Loaded here: most commands need no token.
  const [{ agentFor }, http, https] = await Promise.all([import('./proxy.ts'), import('node:http'), import('node:https')])
  const agent = await agentFor(target.origin, env)
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const options = { agent, signal, headers: { authorization: `Bearer ${key}`, accept: 'application/json' } }
      const send = target.protocol === 'https:' ? https.request : http.request
      send(target, options, resolve).on('error', reject).end()
    })
    let text = ''
    for await (const chunk of response.setEncoding('utf8')) {
      text += chunk
      if (text.length > MAX_ANSWER_BYTES) break
    }
    return { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'], text }
  } finally {
    agent.destroy()
  }
}

function tokenIn({ status, retryAfter, text }: Answer, host: string, clock: Clock): string {
  if (status === 200) {
    const token = valueIn(text)
    if (token === undefined) throw failed(host, { reason: 'it gave no token', meaning: 'wrong-endpoint' })
    return token
  }
  const reason = `it answered with status ${status}`
  if (status === 408 || status === 429 || status >= 500) {
    throw failed(host, { reason, meaning: 'transient', retryAfterMs: retryAfterMs(retryAfter, clock.nowMs()) })
  }
  if (status < 400 || status === 404) throw failed(host, { reason, meaning: 'wrong-endpoint' })
  throw new CairnError(
    'CAIRN_CREDENTIALS_MISSING',
    `GitHub gave no identity token of this workflow: ${host} answered with status ${status}.`,
    {
      hint: 'The job needs "permissions: id-token: write".',
    },
  )
}

function valueIn(text: string): string | undefined {
  try {
    const answer: unknown = JSON.parse(text)
    const value = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined
    return typeof value === 'string' && value !== '' ? value : undefined
  } catch {
    return undefined
  }
}

/** A service that answered before is away for a moment; silence of one that never did means that nobody is there. */
function silence(error: unknown, host: string, isLate: boolean, hasAnswered: boolean): CairnError {
  const reason = isLate ? `there was no answer in ${LIMIT_MS / 1000} seconds` : messageOf(error) || 'no answer'
  const systemCode = systemCodeAlong(error)
  const isNobody = isLate || systemCode === 'ETIMEDOUT' || systemCode === 'EAI_AGAIN'
  const meaning = hasAnswered ? 'transient' : isNobody ? 'unreachable' : undefined
  return failed(host, { reason, systemCode, meaning, cause: error })
}

function failed(host: string, failure: Pick<CloudFailure, 'reason'> & Partial<CloudFailure>): CairnError {
  return cloudError({
    what: `get an identity token of this workflow from ${host}`,
    credentials: `the variable ${KEY_VARIABLE}`,
    settings: { bucket: 'the bucket', endpoint: `the variable ${URL_VARIABLE}` },
    ...failure,
  })
}
