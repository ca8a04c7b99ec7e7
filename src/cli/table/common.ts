/** Flags that several commands share. */
import type { FlagSpec } from '../command-spec.ts'

export const JSON_FLAG: FlagSpec = { name: 'json', help: 'Print the result as JSON.' }

export const JSON_INDENT_FLAG: FlagSpec = { name: 'json-indent', isHidden: true, help: 'With --json: a line for each member.' }
