/** One hook from its start to the end of the last process it left behind; no system calls of its own, so that tests can play it. */
import type { Clock } from '../util/clock.ts'
import type { EndReason, SupervisorMessage, SupervisorRequest } from './messages.ts'
import { type Member, memberName, type ProcessTable } from './processes.ts'

/** The hook's process and its output, as the supervisor sees them. */
export interface SupervisedHook {
  readonly exited: Promise<{ readonly code: number | null; readonly signal: string | null }>
  /** Resolves when everybody has closed the hook's standard output and standard error. */
  readonly outputClosed: Promise<void>
  /** Resolves when everybody has closed its standard output. */
  readonly stdoutClosed: Promise<void>
  /** Milliseconds without new output. */
  idleMs(): number
  /** Whether output waits for the runner to take it. */
  isBlocked(): boolean
  /** From now on output is thrown away. */
  discardOutput(): void
}

/** What may end a hook from outside. */
export interface StopSignals {
  readonly cancel: AbortSignal
  readonly parentGone: AbortSignal
  readonly release: AbortSignal
}

export interface SuperviseParts {
  readonly hook: SupervisedHook
  readonly table: ProcessTable
  readonly clock: Clock
  readonly stops: StopSignals
  readonly send: (message: SupervisorMessage) => void
}

/** Quiet this long after the hook's end, its output is complete; what it left running has had time to turn its own output elsewhere. */
const SETTLE_IDLE_MS = 400
const SETTLE_LIMIT_MS = 1_500
const POLL_MS = 50
/** After KILL a process can only be kept by the kernel: then it is named, not waited for. */
const KILL_LIMIT_MS = 2_000

/** Enforces the timeout, ends what must end, and reports; resolves when nothing of the hook is left to look after. */
export async function supervise(request: SupervisorRequest, parts: SuperviseParts): Promise<void> {
  const { hook, table, clock, stops, send } = parts
  const startMs = clock.monotonicMs()
  const deadline = new AbortController()
  const over = new AbortController()
  if (request.timeoutMs > 0)
    clock.sleep(request.timeoutMs, over.signal).then(
      () => deadline.abort(),
      () => {},
    )
  const stopped = Promise.race([
    whenAborted(stops.cancel, 'cancelled' as const),
    whenAborted(stops.parentGone, 'parent-gone' as const),
    whenAborted(deadline.signal, 'timed-out' as const),
  ])

  let reason: EndReason = await Promise.race([hook.exited.then(() => 'exited' as const), stopped])
  // The output of a stream is its product: it is complete when closed, not when the first process of a pipeline exits.
  if (reason === 'exited' && request.isStream) reason = await Promise.race([hook.stdoutClosed.then(() => 'exited' as const), stopped])
  over.abort()

  const exit = reason === 'exited' ? await hook.exited : undefined
  const isSuccess = exit?.code === 0
  let ended: Ended = { killed: [], survivors: [] }
  if (!isSuccess)
    ended = await endMembers(parts, () => true, reason === 'exited' || reason === 'timed-out' ? request.graceMs : request.cancelGraceMs)
  const isOutputClosed = await settleOutput(parts)
  const final = exit ?? (await within(clock, KILL_LIMIT_MS, hook.exited)) ?? { code: null, signal: null }

  const left = isSuccess ? table.members() : []
  const kept = new Set(request.keepsBackground ? left.filter((member) => !member.holdsOutput).map((member) => member.pid) : [])
  hook.discardOutput()
  send({
    type: 'ended',
    reason,
    exitCode: final.code,
    signal: final.signal,
    durationMs: Math.round(clock.monotonicMs() - startMs),
    isOutputClosed,
    killed: isSuccess ? left.filter((member) => !kept.has(member.pid)).map(memberName) : ended.killed,
    leftRunning: left.filter((member) => kept.has(member.pid)).map(memberName),
    survivors: ended.survivors,
  })
  if (left.length === 0) return

  // Holding the output must not prolong the hook, so its end was told first.
  // What is kept may have started a child since the look above: only that which holds the output is not kept.
  const isDoomed = (member: Member) => kept.size === 0 || (!kept.has(member.pid) && member.holdsOutput)
  let after = await endMembers(parts, isDoomed, request.graceMs, kept.size > 0)
  if (kept.size > 0) {
    await Promise.race([
      whenAborted(stops.release, undefined),
      whenAborted(stops.cancel, undefined),
      whenAborted(stops.parentGone, undefined),
    ])
    after = await endMembers(parts, () => true, stops.release.aborted ? request.graceMs : request.cancelGraceMs)
  }
  send({ type: 'released', ended: after.killed, survivors: after.survivors })
}

interface Ended {
  readonly killed: readonly string[]
  readonly survivors: readonly string[]
}

/** TERM, grace, KILL until nothing is left. With `isOnce`, only the members of the first look are ended: kept processes may have children later. */
async function endMembers(parts: SuperviseParts, isDoomed: (member: Member) => boolean, graceMs: number, isOnce = false): Promise<Ended> {
  const { table, clock } = parts
  const names = new Map<number, string>()
  let first: ReadonlySet<number> | undefined
  const doomed = () => {
    const members = table.members().filter((member) => isDoomed(member) && (first === undefined || first.has(member.pid)))
    for (const member of members) names.set(member.pid, memberName(member))
    if (isOnce) first ??= new Set(members.map((member) => member.pid))
    return members
  }
  // One by one when some of the group stay.
  const signal = (members: readonly Member[], name: 'SIGTERM' | 'SIGKILL') =>
    table.signal(isOnce ? members.map((member) => ({ ...member, isInGroup: false })) : members, name)

  let members = doomed()
  if (members.length === 0) return { killed: [], survivors: [] }
  signal(members, 'SIGTERM')
  const termMs = clock.monotonicMs()
  for (let pauseMs = 10; members.length > 0 && clock.monotonicMs() - termMs < graceMs; pauseMs = Math.min(200, pauseMs * 2)) {
    await clock.sleep(Math.min(pauseMs, graceMs))
    members = doomed()
  }
  const killMs = clock.monotonicMs()
  while (members.length > 0 && clock.monotonicMs() - killMs < KILL_LIMIT_MS) {
    signal(members, 'SIGKILL')
    await clock.sleep(10)
    members = doomed()
  }
  return { killed: [...names.values()], survivors: members.map(memberName) }
}

/** Waits for the last output; a process that keeps the pipe open gains nothing by it. Tells whether the pipes were closed. */
async function settleOutput(parts: SuperviseParts): Promise<boolean> {
  const { hook, clock } = parts
  const closed = hook.outputClosed.then(() => true)
  const startMs = clock.monotonicMs()
  for (;;) {
    if (await Promise.race([closed, clock.sleep(POLL_MS).then(() => false)])) return true
    if (parts.stops.parentGone.aborted) return false
    // A slow reader is our own slowness, not the hook's: no limit then.
    if (hook.isBlocked()) continue
    const waitedMs = clock.monotonicMs() - startMs
    if (Math.min(waitedMs, hook.idleMs()) >= SETTLE_IDLE_MS || waitedMs >= SETTLE_LIMIT_MS) return false
  }
}

/** The value, or undefined when it takes longer than `ms`; leaves no timer behind that would keep the process alive. */
async function within<T>(clock: Clock, ms: number, value: Promise<T>): Promise<T | undefined> {
  const settled = new AbortController()
  const late = clock.sleep(ms, settled.signal).catch(() => undefined)
  const first = await Promise.race([value, late.then(() => undefined)])
  settled.abort()
  return first
}

function whenAborted<T>(signal: AbortSignal, value: T): Promise<T> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(value)
    else signal.addEventListener('abort', () => resolve(value), { once: true })
  })
}
