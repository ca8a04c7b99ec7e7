import { afterEach, expect, it, vi } from 'vitest'
import { CairnError } from '../../../src/errors.ts'
import { workflowIdentity } from '../../../src/repo/blob/workflow-identity.ts'
import { systemClock } from '../../../src/util/clock.ts'
import { type Answer, scriptedServer } from '../../support/scripted-server.ts'

const KEY = 'key-of-the-job'
const TOKEN: Answer = { body: '{"value":"a.b.c"}' }

afterEach(() => vi.restoreAllMocks())

/** A service that gives these answers, the last one for good. */
async function service(...answers: Answer[]) {
  let count = 0
  const { host, asked } = await scriptedServer(() => answers[Math.min(count++, answers.length - 1)] ?? {})
  const masked: string[] = []
  const stop = new AbortController()
  const env = { ACTIONS_ID_TOKEN_REQUEST_URL: `http://${host}/token?api-version=2`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: KEY }
  const pauses: number[] = []
  const clock = { ...systemClock, sleep: async (ms: number) => void pauses.push(ms) }
  const ask = workflowIdentity({ env, clock, mask: (secret) => void masked.push(secret), signal: stop.signal })
  if (ask === undefined) throw new Error('there is no identity')
  const failure = async (): Promise<CairnError> =>
    await ask('x').then(
      () => Promise.reject(new Error('it gave a token')),
      (thrown) => thrown,
    )
  return { ask, failure, asked, masked, env, stop, pauses, host }
}

it('asks GitHub for a token of the audience, and hides it', async () => {
  const { ask, asked, masked } = await service(TOKEN)
  expect(await ask('sts.amazonaws.com')).toBe('a.b.c')
  expect(asked).toMatchObject([
    { method: 'GET', path: '/token?api-version=2&audience=sts.amazonaws.com', headers: { authorization: `Bearer ${KEY}` } },
  ])
  expect(masked).toEqual(['a.b.c'])
})

it('tells a missing permission, a wrong address and a service in trouble apart, without the key', async () => {
  for (const [answer, code, words, hint] of [
    [{ status: 403, body: 'no' }, 'CAIRN_CREDENTIALS_MISSING', 'answered with status 403', 'id-token: write'],
    [{ body: '{"count":1}' }, 'CAIRN_STORAGE_ENDPOINT', 'gave no token', 'ACTIONS_ID_TOKEN_REQUEST_URL'],
    [{ body: '<html>' }, 'CAIRN_STORAGE_ENDPOINT', 'gave no token', 'ACTIONS_ID_TOKEN_REQUEST_URL'],
    [{ status: 302 }, 'CAIRN_STORAGE_ENDPOINT', 'answered with status 302', 'ACTIONS_ID_TOKEN_REQUEST_URL'],
    [{ status: 429 }, 'CAIRN_STORAGE_UNAVAILABLE', 'answered with status 429', 'Run again later'],
    [{ status: 503 }, 'CAIRN_STORAGE_UNAVAILABLE', 'answered with status 503', 'Run again later'],
    [{ fault: 'reset' }, 'CAIRN_STORAGE_UNAVAILABLE', 'socket hang up', 'Run again later'],
  ] as const) {
    const { failure, host } = await service(answer)
    const error = await failure()
    expect(error).toMatchObject({ code, hint: expect.stringContaining(hint) })
    expect(error.message).toContain(host)
    expect(error.message).toContain(words)
    expect(error.message).not.toContain(KEY)
  }
})

it('asks again after a hiccup, three times at most, and leaves longer pauses to others', async () => {
  const { ask, asked, pauses } = await service({ status: 503 }, { fault: 'reset' }, TOKEN)
  expect(await ask('x')).toBe('a.b.c')
  expect(asked).toHaveLength(3)
  expect(pauses).toEqual([500, 1000])
  const away = await service({ status: 503 })
  await away.failure()
  expect(away.asked).toHaveLength(3)
  const busy = await service({ status: 429, headers: { 'retry-after': '20' } })
  expect(await busy.failure()).toMatchObject({ retryAfterMs: 20_000 })
  expect(busy.asked).toHaveLength(1)
})

it('says that nobody answers, and takes who answered before for one that is away for a moment', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const limit = new AbortController()
    setTimeout(() => limit.abort(), 50)
    return limit.signal
  })
  const silent = await service({ fault: 'silence' })
  expect(await silent.failure()).toMatchObject({
    code: 'CAIRN_STORAGE_UNREACHABLE',
    message: `Cannot get an identity token of this workflow from ${silent.host}: there was no answer in 8 seconds.`,
    hint: expect.stringContaining('ACTIONS_ID_TOKEN_REQUEST_URL'),
  })
  expect(timeout).toHaveBeenCalledWith(8000)
  const later = await service(TOKEN, { fault: 'silence' })
  await later.ask('x')
  expect(await later.failure()).toMatchObject({ code: 'CAIRN_STORAGE_UNAVAILABLE' })
  const env = { ...silent.env, ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:1/' }
  await expect(workflowIdentity({ env, clock: systemClock, mask: () => {} })?.('x')).rejects.toMatchObject({
    code: 'CAIRN_STORAGE_UNREACHABLE',
    message: expect.stringContaining('ECONNREFUSED'),
  })
})

it('ends at once when the run is cancelled', async () => {
  const { failure, stop, asked } = await service({ fault: 'silence' })
  const failed = failure()
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  stop.abort()
  expect(await failed).toMatchObject({ code: 'CAIRN_CANCELLED' })
})

it('goes the way of the proxy that the variables name', async () => {
  const { env } = await service({})
  const proxied = { ...env, ACTIONS_ID_TOKEN_REQUEST_URL: 'https://tokens.invalid/', HTTPS_PROXY: 'http://127.0.0.1:1' }
  const error: unknown = await workflowIdentity({ env: proxied, clock: systemClock, mask: () => {} })?.('x').catch((thrown) => thrown)
  expect(error).toBeInstanceOf(CairnError)
  expect(String(error)).toContain('127.0.0.1:1')
})

it('is not there outside of jobs that may ask', async () => {
  const { env } = await service({})
  const context = { clock: systemClock, mask: () => {} }
  expect(workflowIdentity({ ...context, env: {} })).toBeUndefined()
  expect(workflowIdentity({ ...context, env: { ...env, ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' } })).toBeUndefined()
  expect(workflowIdentity({ ...context, env: { ...env, ACTIONS_ID_TOKEN_REQUEST_URL: 'not a URL' } })).toBeUndefined()
})
