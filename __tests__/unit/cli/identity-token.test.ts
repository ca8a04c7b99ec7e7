import { expect, it } from 'vitest'
import { identityTokenOf } from '../../../src/cli/identity-token.ts'
import { type Answer, scriptedServer } from '../../support/scripted-server.ts'

const KEY = 'key-of-the-job'

async function service(answer: Answer) {
  const { host, asked } = await scriptedServer(() => answer)
  const masked: string[] = []
  const env = { ACTIONS_ID_TOKEN_REQUEST_URL: `http://${host}/token?api-version=2`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: KEY }
  const ask = identityTokenOf(env, (secret) => void masked.push(secret))
  return { ask, asked, masked, env }
}

it('asks GitHub for a token of the audience, and hides it', async () => {
  const { ask, asked, masked } = await service({ body: '{"value":"a.b.c"}' })
  expect(await ask?.('sts.amazonaws.com')).toBe('a.b.c')
  expect(asked).toMatchObject([
    { method: 'GET', path: '/token?api-version=2&audience=sts.amazonaws.com', headers: { authorization: `Bearer ${KEY}` } },
  ])
  expect(masked).toEqual(['a.b.c'])
})

it('says in a sentence what went wrong, without the key', async () => {
  for (const [answer, words] of [
    [{ status: 403, body: 'no' }, 'answered with status 403'],
    [{ body: '{"count":1}' }, 'gave no token'],
    [{ body: '<html>' }, 'gave no token'],
    [{ fault: 'reset' }, 'cannot be reached'],
  ] as const) {
    const { ask } = await service(answer)
    const error: Error = await (ask?.('x') ?? Promise.resolve()).then(
      () => Promise.reject(new Error('it gave a token')),
      (thrown) => thrown,
    )
    expect(error.message).toContain(words)
    expect(error.message).not.toContain(KEY)
  }
})

it('is not there outside of jobs that may ask', async () => {
  const { env } = await service({})
  const mask = () => {}
  expect(identityTokenOf({}, mask)).toBeUndefined()
  expect(identityTokenOf({ ...env, ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }, mask)).toBeUndefined()
  expect(identityTokenOf({ ...env, ACTIONS_ID_TOKEN_REQUEST_URL: 'not a URL' }, mask)).toBeUndefined()
})
