/** Flags that several commands share. */
import type { FlagSpec } from '../command-spec.ts'

export const JSON_FLAG: FlagSpec = { name: 'json', help: 'Print the result as JSON.' }

export const JSON_INDENT_FLAG: FlagSpec = {
  name: 'json-indent',
  isNegatable: true,
  isHidden: true,
  help: 'With --json: a line for each member.',
}

/** Kopia's flags of commands whose JSON has no part that is left out. */
export const JSON_FLAGS: readonly FlagSpec[] = [
  JSON_FLAG,
  JSON_INDENT_FLAG,
  { name: 'json-verbose', isHidden: true, help: 'Nothing to add here: the JSON is complete. Taken for scripts written for Kopia.' },
]
