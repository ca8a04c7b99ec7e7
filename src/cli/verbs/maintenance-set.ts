/** `cairn maintenance set`: each change is said in Kopia's words. */
import { type MaintenanceChange, setMaintenance } from '../../commands/maintenance-set.ts'
import { withRepository } from '../../commands/open.ts'
import { CairnError } from '../../errors.ts'
import { type SizeText, sizeTextOf } from '../../report/kopia-numbers.ts'
import { durationText } from '../../report/kopia-text.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { durationFlagNs, integerFlag } from '../flag-values.ts'

const MiB = 2 ** 20

export async function maintenanceSet(context: CliContext, input: CommandInput): Promise<number> {
  const change = changeOf(input)
  await withRepository(context, {}, async (repository) => {
    const { owner, quickPausedUntilNs, fullPausedUntilNs } = await setMaintenance(context, repository, change)
    for (const line of changeLines(change, owner, sizeTextOf(context.env))) context.log.info(line)
    if (quickPausedUntilNs !== undefined) context.log.info(`Quick maintenance paused until ${context.times.text(quickPausedUntilNs)}`)
    if (fullPausedUntilNs !== undefined) context.log.info(`Full maintenance paused until ${context.times.text(fullPausedUntilNs)}`)
  })
  return 0
}

function changeOf(input: CommandInput): MaintenanceChange {
  const maxLogMb = number(input, 'max-retained-log-size-mb')
  const cycle = (name: 'quick' | 'full') => ({
    isEnabled: truth(input, `enable-${name}`),
    intervalNs: duration(input, `${name}-interval`),
    pauseNs: duration(input, `pause-${name}`),
  })
  return {
    // Kopia takes an empty owner as none given.
    owner: input.text('owner') || undefined,
    quick: cycle('quick'),
    full: cycle('full'),
    maxLogCount: number(input, 'max-retained-log-count'),
    maxLogAgeNs: duration(input, 'max-retained-log-age'),
    maxLogBytes: maxLogMb === undefined ? undefined : maxLogMb * MiB,
    extendObjectLocks: truth(input, 'extend-object-locks'),
    listParallelism: number(input, 'list-parallelism'),
  }
}

function changeLines(change: MaintenanceChange, owner: string, size: SizeText): string[] {
  const lines: string[] = []
  const say = <T>(value: T | undefined, line: (value: T) => string) => {
    if (value !== undefined) lines.push(line(value))
  }
  say(change.owner, () => `Setting maintenance owner to ${owner}`)
  for (const name of ['quick', 'full'] as const) {
    say(change[name].isEnabled, (isEnabled) => `Periodic ${name} maintenance ${isEnabled ? 'enabled' : 'disabled'}.`)
    say(change[name].intervalNs, (ns) => `Interval for ${name} maintenance set to ${durationText(ns)}.`)
  }
  say(change.maxLogCount, (value) => `Setting max retained log count to ${value}.`)
  say(change.maxLogAgeNs, (ns) => `Setting max retained log age to ${durationText(ns)}.`)
  say(change.maxLogBytes, (bytes) => `Setting total retained log size to ${size(bytes)}.`)
  say(change.listParallelism, (value) => `Setting list parallelism to ${value}.`)
  say(change.extendObjectLocks, (isOn) => `Object Lock extension maintenance ${isOn ? 'enabled' : 'disabled'}.`)
  return lines
}

/** The last of several counts; CAIRN_USAGE when one is neither true nor false. */
function truth(input: CommandInput, name: string): boolean | undefined {
  const values = input.list(name).map((text) => {
    if (/^(?:1|t|T|true|TRUE|True)$/.test(text)) return true
    if (/^(?:0|f|F|false|FALSE|False)$/.test(text)) return false
    throw new CairnError('CAIRN_USAGE', `--${name} takes true or false, not "${text}".`)
  })
  return values.at(-1)
}

function duration(input: CommandInput, name: string): bigint | undefined {
  const ns = durationFlagNs(input, name)
  if (ns === undefined || ns >= 0n) return ns
  throw new CairnError('CAIRN_USAGE', `--${name} cannot be negative.`)
}

function number(input: CommandInput, name: string): number | undefined {
  const value = integerFlag(input, name)
  if (value === undefined || value >= 0) return value
  throw new CairnError('CAIRN_USAGE', `--${name} cannot be negative.`)
}
