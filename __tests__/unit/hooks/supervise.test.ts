import { describe, expect, it } from 'vitest'
import type { SupervisorMessage, SupervisorRequest } from '../../../src/hooks/messages.ts'
import type { Member, ProcessTable } from '../../../src/hooks/processes.ts'
import { supervise } from '../../../src/hooks/supervise.ts'
import type { Clock } from '../../../src/util/clock.ts'

/** Time in steps: sleepers wake in the order of their times, and everything that happens is written down. */
class Stage implements Clock {
  nowNow = 0
  readonly events: string[] = []
  readonly #sleepers: { readonly atMs: number; readonly wake: () => void }[] = []
  nowNs = () => BigInt(this.nowNow) * 1_000_000n
  nowMs = () => this.nowNow
  monotonicMs = () => this.nowNow

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#sleepers.push({ atMs: this.nowNow + ms, wake: resolve })
      signal?.addEventListener('abort', () => reject(signal.reason))
    })
  }

  at(ms: number, act: () => void): void {
    this.#sleepers.push({ atMs: ms, wake: act })
  }

  /** Plays until `until` resolves or nothing is left to happen. */
  async play(until: Promise<void>): Promise<void> {
    let isOver = false
    const watched = until.then(() => {
      isOver = true
    })
    for (let step = 0; step < 10_000; step++) {
      await new Promise(setImmediate)
      if (isOver) return await watched
      this.#sleepers.sort((a, b) => a.atMs - b.atMs)
      const next = this.#sleepers.shift()
      if (next === undefined) break
      this.nowNow = Math.max(this.nowNow, next.atMs)
      next.wake()
    }
    throw new Error('the supervision never ended')
  }
}

interface Actor {
  readonly pid: number
  readonly holdsOutput?: boolean
  readonly ignoresTerm?: boolean
  readonly cannotDie?: boolean
}

const HOOK = 100

function play(
  fields: Partial<SupervisorRequest> & {
    readonly exitsAtMs?: number
    readonly exitCode?: number
    readonly actors?: readonly Actor[]
    readonly bornLater?: Actor
  } = {},
) {
  const stage = new Stage()
  const request: SupervisorRequest = {
    argv: ['x'],
    cwd: '/',
    hookId: 'id',
    timeoutMs: 10_000,
    graceMs: 5_000,
    cancelGraceMs: 3_000,
    keepsBackground: true,
    isStream: false,
    ...fields,
  }
  const living = new Map<number, Actor>([[HOOK, { pid: HOOK, holdsOutput: true }]])
  for (const actor of fields.actors ?? []) living.set(actor.pid, actor)
  let exit: (end: { code: number | null; signal: string | null }) => void = () => {}
  let close: () => void = () => {}
  const exited = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    exit = resolve
  })
  const closed = new Promise<void>((resolve) => {
    close = resolve
  })
  const remove = (pid: number, end: { code: number | null; signal: string | null }) => {
    living.delete(pid)
    if (pid === HOOK) exit(end)
    if (![...living.values()].some((actor) => actor.holdsOutput)) close()
  }
  const { exitsAtMs } = fields
  if (exitsAtMs !== undefined) stage.at(exitsAtMs, () => living.has(HOOK) && remove(HOOK, { code: fields.exitCode ?? 0, signal: null }))
  let unborn = fields.bornLater
  const table: ProcessTable = {
    members: () => {
      const seen = [...living.values()].map(
        (actor): Member => ({
          pid: actor.pid,
          name: actor.pid === HOOK ? 'hook' : 'p',
          isInGroup: true,
          holdsOutput: actor.holdsOutput === true,
        }),
      )
      if (unborn !== undefined) living.set(unborn.pid, unborn)
      unborn = undefined
      return seen
    },
    signal(members, signal) {
      stage.events.push(`${stage.nowNow} ${signal} ${members.map((member) => member.pid).join(',')}`)
      for (const member of members) {
        const actor = living.get(member.pid)
        if (actor === undefined || actor.cannotDie || (signal === 'SIGTERM' && actor.ignoresTerm)) continue
        remove(member.pid, { code: null, signal })
      }
    },
  }
  const cancel = new AbortController()
  const parentGone = new AbortController()
  const release = new AbortController()
  const messages: (SupervisorMessage & { readonly atMs: number })[] = []
  const over = supervise(request, {
    hook: { exited, outputClosed: closed, stdoutClosed: closed, idleMs: () => 1_000, isBlocked: () => false, discardOutput: () => {} },
    table,
    clock: stage,
    stops: { cancel: cancel.signal, parentGone: parentGone.signal, release: release.signal },
    send: (message) => messages.push({ ...message, atMs: stage.nowNow }),
  })
  return { stage, over, messages, living, cancel, parentGone, release }
}

describe('the supervision of a hook', () => {
  it('reports a success at once when nothing is left', async () => {
    const { stage, over, messages } = play({ exitsAtMs: 700 })
    await stage.play(over)
    expect(messages).toEqual([
      expect.objectContaining({
        type: 'ended',
        reason: 'exited',
        exitCode: 0,
        durationMs: 700,
        isOutputClosed: true,
        killed: [],
        leftRunning: [],
      }),
    ])
    expect(stage.events).toEqual([])
  })

  it('sends TERM when the time is over and KILL after the grace', async () => {
    const { stage, over, messages } = play({ actors: [{ pid: 101, ignoresTerm: true }] })
    await stage.play(over)
    expect(stage.events[0]).toBe('10000 SIGTERM 100,101')
    expect(stage.events[1]).toMatch(/^15\d\d\d SIGKILL 101$/)
    expect(messages).toEqual([expect.objectContaining({ reason: 'timed-out', killed: ['hook (100)', 'p (101)'], survivors: [] })])
  })

  it('gives a cancelled hook the shorter grace', async () => {
    const { stage, over, messages, cancel } = play({ actors: [{ pid: 101, ignoresTerm: true }] })
    stage.at(1_000, () => cancel.abort())
    await stage.play(over)
    expect(stage.events).toEqual(['1000 SIGTERM 100,101', expect.stringMatching(/^4[0-2]\d\d SIGKILL 101$/)])
    expect(messages[0]).toMatchObject({ reason: 'cancelled' })
  })

  it('names what even KILL does not end, and does not wait for it', async () => {
    const { stage, over, messages } = play({ actors: [{ pid: 101, cannotDie: true }] })
    await stage.play(over)
    expect(messages[0]).toMatchObject({ survivors: ['p (101)'] })
    expect(stage.nowNow).toBeLessThan(20_000)
  })

  it('tells the end of a successful hook before it ends what holds the output', async () => {
    const { stage, over, messages } = play({ exitsAtMs: 100, actors: [{ pid: 101, holdsOutput: true, ignoresTerm: true }] })
    await stage.play(over)
    expect(messages.map((message) => [message.type, message.atMs])).toEqual([
      ['ended', expect.toSatisfy((ms: number) => ms < 700)],
      ['released', expect.toSatisfy((ms: number) => ms >= 5_000)],
    ])
    expect(messages[0]).toMatchObject({ killed: ['p (101)'], leftRunning: [], isOutputClosed: false })
  })

  it('keeps what let go of the output until the release, and ends only the holder before', async () => {
    const { stage, over, messages, release, living } = play({ exitsAtMs: 100, actors: [{ pid: 101 }, { pid: 102, holdsOutput: true }] })
    stage.at(60_000, () => {
      expect([...living.keys()]).toEqual([101])
      release.abort()
    })
    await stage.play(over)
    expect(messages[0]).toMatchObject({ type: 'ended', killed: ['p (102)'], leftRunning: ['p (101)'] })
    expect(messages[1]).toMatchObject({ type: 'released', ended: ['p (101)'] })
    expect(stage.events).toEqual([expect.stringMatching(/SIGTERM 102$/), '60000 SIGTERM 101'])
  })

  it('keeps the child that a kept process starts between two looks', async () => {
    const { stage, over, release, living } = play({ exitsAtMs: 100, actors: [{ pid: 101 }], bornLater: { pid: 102 } })
    stage.at(60_000, () => {
      expect([...living.keys()]).toEqual([101, 102])
      release.abort()
    })
    await stage.play(over)
    expect(stage.events[0]).toMatch(/^60000 SIGTERM/)
  })

  it('keeps nothing when the hook is not one that may leave things', async () => {
    const { stage, over, messages } = play({ exitsAtMs: 100, keepsBackground: false, actors: [{ pid: 101 }] })
    await stage.play(over)
    expect(messages[0]).toMatchObject({ killed: ['p (101)'], leftRunning: [] })
  })

  it('ends what a failed hook left before it tells the end', async () => {
    const { stage, over, messages } = play({ exitsAtMs: 100, exitCode: 4, actors: [{ pid: 101, ignoresTerm: true }] })
    await stage.play(over)
    expect(messages).toEqual([expect.objectContaining({ reason: 'exited', exitCode: 4, killed: ['p (101)'] })])
    expect(messages[0]?.atMs).toBeGreaterThanOrEqual(5_100)
  })

  it.each(['running', 'keeping'] as const)('ends everything when the parent is gone while %s', async (when) => {
    const { stage, over, parentGone, living } = play({ ...(when === 'keeping' ? { exitsAtMs: 100 } : {}), actors: [{ pid: 101 }] })
    stage.at(5_000, () => parentGone.abort())
    await stage.play(over)
    expect([...living.keys()]).toEqual([])
  })

  it('has no limit when the timeout is zero', async () => {
    const { stage, over, messages } = play({ timeoutMs: 0, exitsAtMs: 90_000_000 })
    await stage.play(over)
    expect(messages[0]).toMatchObject({ reason: 'exited', durationMs: 90_000_000 })
  })

  it('takes the end of the output for the end of a stream, within the timeout', async () => {
    const { stage, over, messages } = play({
      isStream: true,
      keepsBackground: false,
      exitsAtMs: 100,
      actors: [{ pid: 101, holdsOutput: true }],
    })
    await stage.play(over)
    expect(messages[0]).toMatchObject({ reason: 'timed-out', killed: ['p (101)'] })
  })
})
