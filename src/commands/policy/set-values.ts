/** How the values of `policy set` are read: the same words and numbers that Kopia takes. */
import type { ValueReader } from './set-row.ts'

const INT32 = 2 ** 31
const MiB = 1024 * 1024

/** A whole number with an optional sign that fits in 32 bits. */
export const INTEGER: ValueReader = { read: (text) => integerOf(text, INT32), expected: 'a whole number' }

/** The same without the limit. */
export const BYTES: ValueReader = { read: (text) => integerOf(text, Number.MAX_SAFE_INTEGER), expected: 'a whole number of bytes' }

/** MiB on the command line, bytes in the policy. */
export const MEBIBYTES: ValueReader = {
  read(text) {
    const value = integerOf(text, INT32)
    return value === undefined ? undefined : value * MiB
  },
  expected: 'a whole number of MiB',
}

/** 0, nothing, to 10, everything. */
export const LOG_LEVEL: ValueReader = {
  read(text) {
    const value = integerOf(text, INT32)
    return value !== undefined && value >= 0 && value <= 10 ? value : undefined
  },
  expected: 'a log level from 0 to 10',
}

/** One of the three words, as Kopia writes them in its help. */
export const BOOLEAN_WORD: ValueReader = {
  read: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  expected: 'true or false',
  choices: ['true', 'false', 'inherit'],
}

/** Every spelling of a truth value that Go reads. */
export const BOOLEAN: ValueReader = { read: goBoolean, expected: 'true or false' }

const SHADOW_COPY_WORDS: readonly string[] = ['never', 'always', 'when-available']

/** The number that stands for a word. */
export const SHADOW_COPY: ValueReader = {
  read(text) {
    const mode = SHADOW_COPY_WORDS.indexOf(text)
    return mode < 0 ? undefined : mode
  },
  expected: 'a mode',
  choices: [...SHADOW_COPY_WORDS, 'inherit'],
}

/** One of these names. */
export function nameOf(names: readonly string[]): ValueReader {
  return { read: (text) => (names.includes(text) ? text : undefined), expected: 'a name of the list', choices: ['inherit', ...names] }
}

/** `1`, `t`, `TRUE`, `0`, `False`, …; undefined for anything else. */
export function goBoolean(text: string): boolean | undefined {
  if (/^(1|t|T|TRUE|true|True)$/.test(text)) return true
  return /^(0|f|F|FALSE|false|False)$/.test(text) ? false : undefined
}

function integerOf(text: string, limit: number): number | undefined {
  if (!/^[+-]?\d+$/.test(text)) return undefined
  const value = Number(text)
  // Minus zero is zero.
  return Number.isSafeInteger(value) && value >= -limit && value < limit ? value + 0 : undefined
}
