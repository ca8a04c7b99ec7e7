/** Flags that several commands share. */
import type { FlagSpec } from '../command-spec.ts'

export const JSON_FLAG: FlagSpec = { name: 'json', help: 'Print the result as JSON.' }
