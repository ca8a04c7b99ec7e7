import { expect, it } from 'vitest'
import { inTime, LoginTimeout, sharedLimit } from '../../../src/repo/blob/login-time.ts'
import { systemClock } from '../../../src/util/clock.ts'
import { FakeClock } from '../../support/fake-clock.ts'

const never = () => new Promise<string>(() => undefined)

it('gives up what does not come in time, and says how long that was', async () => {
  const late = inTime(9_000, { clock: new FakeClock() }, never)
  await expect(late).rejects.toThrow(LoginTimeout)
  await expect(late).rejects.toThrow('no answer in 9 seconds')
})

it('ends at once when the run is cancelled, before and in the middle', async () => {
  const stop = new AbortController()
  const waiting = inTime(9_000, { clock: systemClock, signal: stop.signal }, never)
  stop.abort()
  await expect(waiting).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
  await expect(inTime(9_000, { clock: systemClock, signal: stop.signal }, never)).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
})

it('hands on what came, and what failed', async () => {
  expect(await inTime(9_000, { clock: systemClock }, async () => 'token')).toBe('token')
  await expect(inTime(9_000, { clock: systemClock }, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
})

it('shares one limit among several candidates, and leaves each a second', () => {
  const clock = new FakeClock()
  const remainingMs = sharedLimit({ clock })
  expect(remainingMs()).toBe(9_000)
  clock.advance(2_500)
  expect(remainingMs()).toBe(6_500)
  clock.advance(60_000)
  expect(remainingMs()).toBe(1_000)
})
