/** Values of flags that are numbers, durations and the like; what cannot be read is CAIRN_USAGE and names the flag. */
import { CairnError } from '../errors.ts'
import { parseGoDuration } from '../util/go-duration.ts'
import type { CommandInput, FlagSpec } from './command-spec.ts'

const NS_PER_MS = 1_000_000n

/** A duration such as `1h30m` in nanoseconds; undefined when the flag was not given. */
export function durationFlagNs(input: CommandInput, name: string): bigint | undefined {
  const text = input.text(name)
  if (text === undefined) return undefined
  const ns = parseGoDuration(text)
  if (ns !== undefined) return ns
  throw new CairnError('CAIRN_USAGE', `--${name} "${text}" is not a duration.`, { hint: 'Write 90s, 15m or 24h.' })
}

/** The same in milliseconds, for waiting: at least one. */
export function durationFlagMs(input: CommandInput, name: string): number | undefined {
  const ns = durationFlagNs(input, name)
  if (ns === undefined) return undefined
  // Whatever is longer than a timer can take is as good as for ever.
  return Math.min(Math.max(1, Number(ns / NS_PER_MS)), 2 ** 31 - 1)
}

/** A whole number, perhaps negative. */
export function integerFlag(input: CommandInput, name: string): number | undefined {
  const text = input.text(name)
  if (text === undefined) return undefined
  const value = Number(text)
  if (/^[+-]?\d+$/.test(text) && Number.isSafeInteger(value)) return value
  throw new CairnError('CAIRN_USAGE', `--${name} "${text}" is not a whole number.`)
}

/** A size such as `64KB` or `1MB` in bytes; as in Kopia, units are powers of 1024. */
export function sizeFlag(input: CommandInput, name: string): number | undefined {
  const text = input.text(name)
  if (text === undefined) return undefined
  const match = /^(\d+(?:\.\d+)?)(|[KMG])(?:i?B)?$/i.exec(text.trim())
  const bytes = Math.floor(Number(match?.[1]) * 1024 ** ' KMG'.indexOf(match?.[2]?.toUpperCase() || ' '))
  if (bytes > 0 && bytes <= MAX_SIZE) return bytes
  throw new CairnError('CAIRN_USAGE', `--${name} "${text}" is not a size from 1 byte to 1 GB.`, { hint: 'Write 64KB or 32MB.' })
}

const MAX_SIZE = 2 ** 30

/** A number, perhaps with a fraction. */
export function numberFlag(input: CommandInput, name: string): number | undefined {
  const text = input.text(name)
  if (text === undefined) return undefined
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value)) return value
  throw new CairnError('CAIRN_USAGE', `--${name} "${text}" is not a number.`)
}

/** A whole number above zero, such as how many things to do at a time. */
export function countFlag(input: CommandInput, name: string): number | undefined {
  const value = integerFlag(input, name)
  if (value === undefined || value > 0) return value
  throw new CairnError('CAIRN_USAGE', `--${name} takes a whole number above zero.`)
}

/** A share from 0 to 100, perhaps with a fraction. */
export function percentFlag(input: CommandInput, name: string): number | undefined {
  const value = numberFlag(input, name)
  if (value === undefined || (value >= 0 && value <= 100)) return value
  throw new CairnError('CAIRN_USAGE', `--${name} takes a number from 0 to 100.`)
}

/** Reads the durations and numbers among `flags`, so that a mistake is said even where nothing uses the value. */
export function checkValues(flags: readonly FlagSpec[], input: CommandInput): void {
  for (const { name, value } of flags) {
    if (value === 'DURATION') durationFlagNs(input, name)
    else if (value === 'N' || value === 'BYTES') integerFlag(input, name)
    else if (value === 'MB') numberFlag(input, name)
  }
}
