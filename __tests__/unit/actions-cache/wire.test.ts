import { afterEach, expect, it, vi } from 'vitest'
import type { CairnError } from '../../../src/errors.ts'
import { cacheService } from '../../../src/repo/blob/actions-cache/wire.ts'
import { type Answer, scriptedServer } from '../../support/scripted-server.ts'

const HIT: Answer = { body: '{"ok":true,"matched_key":"cairn/shop/head/1"}' }

afterEach(() => vi.restoreAllMocks())

/** Questions to a service that gives these answers, the last one for good. */
async function asking(...answers: Answer[]) {
  let count = 0
  const { host, asked } = await scriptedServer(() => answers[Math.min(count++, answers.length - 1)] ?? {})
  const run = { id: '1', attempt: '1' }
  const service = cacheService({ protocol: 'v2', url: `http://${host}/`, urlVariable: 'ACTIONS_RESULTS_URL', token: 't', run })
  const lookup = async (signal?: AbortSignal) => await service.lookup(['cairn/shop/'], 'v', signal)
  const failure = async (signal?: AbortSignal): Promise<CairnError> =>
    await lookup(signal).then(
      () => Promise.reject(new Error('it answered')),
      (thrown) => thrown,
    )
  return { host, asked, lookup, failure }
}

/** Limits of time pass soon; gives how long they would have been. */
function hurriedLimits() {
  return vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const limit = new AbortController()
    setTimeout(() => limit.abort(), 50)
    return limit.signal
  })
}

it('finds a service that never answers missing within ten seconds, and names its variable', async () => {
  const limits = hurriedLimits()
  const { host, failure } = await asking({ fault: 'silence' })
  expect(await failure()).toMatchObject({
    code: 'CAIRN_STORAGE_UNREACHABLE',
    message: expect.stringContaining(`there was no answer from ${host} in 9 seconds`),
    hint: 'Check the variable ACTIONS_RESULTS_URL for a typo, and that this machine may reach it.',
  })
  expect(limits).toHaveBeenLastCalledWith(9000)
})

it('waits longer for a service that answered before, and takes its silence for an outage', async () => {
  const { lookup, failure } = await asking(HIT, { fault: 'silence' })
  await lookup()
  const limits = hurriedLimits()
  expect(await failure()).toMatchObject({ code: 'CAIRN_STORAGE_UNAVAILABLE' })
  expect(limits).toHaveBeenLastCalledWith(60_000)
})

it('does not wait for the rest of an answer that does not come', async () => {
  hurriedLimits()
  const { failure } = await asking({ ...HIT, headers: { 'content-length': '4000' } })
  expect(await failure()).toMatchObject({ code: 'CAIRN_STORAGE_UNREACHABLE' })
})

it.each([
  [{ status: 302, headers: { location: 'https://login.example/' } }, 'the service answered 302'],
  [{ body: '<html>Welcome</html>' }, 'the service answered with something else than JSON'],
] as const)('names the variable of the address when somebody else answers: %j', async (answer, words) => {
  const { failure } = await asking(answer)
  expect(await failure()).toMatchObject({
    code: 'CAIRN_STORAGE_ENDPOINT',
    message: expect.stringContaining(words),
    hint: expect.stringContaining('ACTIONS_RESULTS_URL'),
  })
})

it('ends at once when the run is cancelled', async () => {
  const { failure, asked } = await asking({ fault: 'silence' })
  const stop = new AbortController()
  const failed = failure(stop.signal)
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  stop.abort()
  expect(await failed).toMatchObject({ code: 'CAIRN_CANCELLED' })
})
