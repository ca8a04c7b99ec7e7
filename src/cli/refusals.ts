/** Flags and commands of Kopia that Cairn knows by name and does not do: they are refused, never ignored. */
import { CairnError } from '../errors.ts'
import type { CommandInput, FlagSpec } from './command-spec.ts'

/** Fails with CAIRN_NOT_SUPPORTED when one of `flags` that are refused is in use, typed or by its variable. */
export function refuseFlags(flags: readonly FlagSpec[], input: CommandInput): void {
  for (const { name, env, value, isRepeated, refusal } of flags) {
    if (refusal === undefined) continue
    const given = value === undefined ? (input.isOn(name) ? ['on'] : []) : isRepeated ? input.list(name) : [input.text(name) ?? '']
    if (given.every((text) => text === '' || refusal.allows?.includes(text) === true)) continue
    const variable = env === undefined ? '' : ` or ${env}`
    throw new CairnError('CAIRN_NOT_SUPPORTED', `--${name} is a flag of Kopia that Cairn does not have: ${refusal.why}.`, {
      hint: `Leave out --${name}${variable}, or run this command with "kopia": it opens the same repository.`,
    })
  }
}

/** Always fails with CAIRN_NOT_SUPPORTED, saying why there is no such command and what has it. */
export function refuseCommand(words: string, why: string): never {
  throw new CairnError('CAIRN_NOT_SUPPORTED', `"${words}" is out of the scope of Cairn. ${why}`, {
    hint: `Run "kopia ${words}": stock Kopia opens the same repository with the same connection file.`,
  })
}
