/** One row of the table of `policy set`: what the command line takes, and what it changes (docs/policy.md, "Policies of the repository"). */
import type { Logger } from '../../log.ts'
import { fieldOf, getField, isSet, setField } from '../../policy/fields.ts'
import { sortTexts } from '../../policy/merge.ts'
import type { Policy } from '../../policy/policy.ts'
import { usageError } from './usage.ts'

/** A flag, in the form that the command table takes. */
export interface PolicyFlag {
  readonly name: string
  readonly value?: string
  readonly isRepeated?: boolean
  readonly isNegatable?: boolean
  readonly choices?: readonly string[]
  readonly default?: string
  readonly help: string
}

/** Flags as given. */
export interface GivenFlags {
  text(name: string): string | undefined
  list(name: string): readonly string[]
  isOn(name: string): boolean
}

/** What a change needs beside the flags. */
export interface ChangeSurroundings {
  readonly log: Pick<Logger, 'info' | 'warning'>
  /** Bytes of a script file that the user named. */
  readonly readScript: (path: string) => Uint8Array
}

export interface SetRow {
  readonly flags: readonly PolicyFlag[]
  /** Changes the policy as the flags say; returns how many changes were asked for. Throws CAIRN_USAGE for a value that cannot be read. */
  readonly apply: (policy: Policy, given: GivenFlags, surroundings: ChangeSurroundings) => number
}

/** How the text of a flag becomes a value; undefined means that it cannot be read. */
export interface ValueReader {
  readonly read: (text: string) => unknown
  readonly expected: string
  readonly choices?: readonly string[]
}

/** Words that remove a value, so that it is inherited again. */
export const RESET_WORDS: readonly string[] = ['inherit', 'default']

/** A flag that sets one field, or resets it with `inherit`; an empty value changes nothing. */
export function valueRow(name: string, key: string, value: string, reader: ValueReader, help: string): SetRow {
  const field = fieldOf(key)
  const { choices } = reader
  return {
    flags: [{ name, value, help, ...(choices === undefined ? {} : { choices }) }],
    apply(policy, given, { log }) {
      const text = given.text(name)
      if (text === undefined || text === '') return 0
      if (RESET_WORDS.includes(text)) {
        setField(policy, field, undefined)
        log.info(` - ${name} is inherited again`)
        return 1
      }
      const read = reader.read(text)
      if (read === undefined) throw usageError(`--${name} "${text}" is not ${reader.expected}.`)
      setField(policy, field, read)
      log.info(` - setting ${name} to ${text}`)
      return 1
    },
  }
}

/** The three flags of a list: `--add-x`, `--remove-x` and `--clear-x`, which wins over the others. */
export function listRow(name: string, key: string, value: string, what: string): SetRow {
  const field = fieldOf(key)
  return {
    flags: [
      { name: `add-${name}`, value, isRepeated: true, help: `Add to ${what}.` },
      { name: `remove-${name}`, value, isRepeated: true, help: `Remove from ${what}.` },
      { name: `clear-${name}`, isNegatable: true, help: `Empty ${what}.` },
    ],
    apply(policy, given, { log }) {
      if (given.isOn(`clear-${name}`)) {
        setField(policy, field, undefined)
        log.info(` - removing everything from ${name}`)
        return 1
      }
      const added = given.list(`add-${name}`)
      const removed = given.list(`remove-${name}`)
      // Kopia sorts the list whenever the policy is set, whatever is set in it.
      const before = getField(policy, field)
      const items = new Set(Array.isArray(before) ? (before as string[]) : [])
      for (const item of added) {
        items.add(item)
        log.info(` - adding "${item}" to ${name}`)
      }
      for (const item of removed) {
        items.delete(item)
        log.info(` - removing "${item}" from ${name}`)
      }
      if (isSet(before, field) || items.size > 0) setField(policy, field, items.size === 0 ? undefined : sortTexts([...items]))
      return added.length + removed.length
    },
  }
}
