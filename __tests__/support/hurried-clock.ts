/** A clock on which waiting takes no time, but is counted; limits of time of calls to a store end when nothing else happens. */
import { type Clock, systemClock } from '../../src/util/clock.ts'

export interface HurriedClock extends Clock {
  /** How long was waited in all, by what was asked for; a limit of time that was not reached counts nothing. */
  waitedMs(): number
}

/** Pauses below `limitMs` pass at once, longer ones are limits of time: they pass after 300 ms, by when a server of this machine has answered. */
export function hurriedClock(limitMs = 8_000): HurriedClock {
  let waitedMs = 0
  return {
    ...systemClock,
    waitedMs: () => waitedMs,
    async sleep(ms, signal) {
      if (ms >= limitMs) await systemClock.sleep(300, signal)
      waitedMs += ms
    },
  }
}
