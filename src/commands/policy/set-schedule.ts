/** The flags of `policy set` about the times of snapshots (docs/policy.md, "Policies of the repository"). */
import { sortTimes } from '../../policy/merge.ts'
import type { Policy, SchedulingPolicy } from '../../policy/policy.ts'
import { parseGoDuration } from '../../util/go-duration.ts'
import { type ChangeSurroundings, type GivenFlags, RESET_WORDS, type SetRow, valueRow } from './set-row.ts'
import { BOOLEAN_WORD } from './set-values.ts'
import { usageError } from './usage.ts'

const NS_PER_SECOND = 1_000_000_000n
const RUN_MISSED = valueRow(
  'run-missed',
  'scheduling.runMissed',
  'WHAT',
  BOOLEAN_WORD,
  'Make up for a time that was missed: true, false or inherit.',
)

/** `--manual` excludes every other schedule and removes them; any other set of flags takes a stored `manual` away, as in Kopia. */
export const SCHEDULE_ROW: SetRow = {
  flags: [
    { name: 'snapshot-interval', value: 'DURATION', isRepeated: true, help: 'Time between snapshots, such as 6h; 0s removes it.' },
    {
      name: 'snapshot-time',
      value: 'TIMES',
      isRepeated: true,
      help: 'Times of the day, HH:MM with commas between them, or inherit.',
    },
    { name: 'snapshot-time-crontab', value: 'CRON', help: 'Cron expressions with semicolons between them, or inherit.' },
    ...RUN_MISSED.flags,
    { name: 'manual', isNegatable: true, help: 'Only snapshots that somebody asks for.' },
  ],
  apply(policy, given, surroundings) {
    policy.scheduling ??= {}
    return given.isOn('manual')
      ? applyManual(policy.scheduling, given, surroundings)
      : applySchedule(policy, policy.scheduling, given, surroundings)
  },
}

function applyManual(scheduling: SchedulingPolicy, given: GivenFlags, { log }: ChangeSurroundings): number {
  if (
    given.list('snapshot-interval').length > 0 ||
    given.list('snapshot-time').length > 0 ||
    (given.text('snapshot-time-crontab') ?? '') !== ''
  )
    throw usageError('--manual and times for snapshots do not go together.')
  if ((given.text('run-missed') ?? '') !== '') throw usageError('--manual and --run-missed do not go together.')
  // Kopia refuses every policy that holds one of these beside `manual`.
  for (const name of ['intervalSeconds', 'timeOfDay', 'cron', 'runMissed'] as const) {
    if (scheduling[name] === undefined) continue
    delete scheduling[name]
    log.info(` - removing ${name}`)
  }
  scheduling.manual = true
  log.info(' - setting manual to true')
  return 1
}

function applySchedule(policy: Policy, scheduling: SchedulingPolicy, given: GivenFlags, surroundings: ChangeSurroundings): number {
  const { log } = surroundings
  let changes = 0
  const [interval] = given.list('snapshot-interval')
  if (interval !== undefined) {
    scheduling.intervalSeconds = secondsOf(interval)
    log.info(` - setting snapshot-interval to ${interval}`)
    changes++
  }
  const texts = given.list('snapshot-time')
  if (texts.length > 0) {
    const times = timesOf(texts)
    if (times.length === 0) delete scheduling.timeOfDay
    else scheduling.timeOfDay = times
    log.info(times.length === 0 ? ' - snapshot-time is inherited again' : ` - setting snapshot-time to ${texts.join(',')}`)
    changes++
  }
  const cron = given.text('snapshot-time-crontab') ?? ''
  if (cron !== '') {
    const expressions = RESET_WORDS.includes(cron) ? [] : splitCron(cron)
    if (expressions.length === 0) delete scheduling.cron
    else scheduling.cron = expressions
    log.info(expressions.length === 0 ? ' - snapshot-time-crontab is inherited again' : ` - setting snapshot-time-crontab to ${cron}`)
    changes++
  }
  changes += RUN_MISSED.apply(policy, given, surroundings)
  if (scheduling.manual === true) {
    delete scheduling.manual
    log.info(' - setting manual to false')
    changes++
  }
  return changes
}

function secondsOf(text: string): number {
  const ns = parseGoDuration(text)
  if (ns === undefined) throw usageError(`--snapshot-interval "${text}" is not a duration.`, 'Write 90m or 6h.')
  if (ns < 0n || ns % NS_PER_SECOND !== 0n) throw usageError(`--snapshot-interval "${text}" is not a whole number of seconds.`)
  return Number(ns / NS_PER_SECOND)
}

function timesOf(texts: readonly string[]): { hour: number; min: number }[] {
  let times: { hour: number; min: number }[] = []
  for (const text of texts) {
    for (const part of text.split(',')) {
      if (RESET_WORDS.includes(part)) {
        times = []
        break
      }
      const match = /^(\d{1,2}):(\d{1,2})$/.exec(part)
      const time = { hour: Number(match?.[1]), min: Number(match?.[2]) }
      if (match === null || time.hour > 23 || time.min > 59)
        throw usageError(`--snapshot-time "${part}" is not a time of day.`, 'Write HH:MM, such as 03:30.')
      times.push(time)
    }
  }
  return sortTimes(times)
}

function splitCron(text: string): string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
