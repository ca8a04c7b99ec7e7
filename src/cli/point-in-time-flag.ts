/** The time at which a store that keeps versions is seen. */
import { CairnError } from '../errors.ts'
import type { CommandInput } from './command-spec.ts'

/** `--point-in-time` as the connection file has it; undefined when it is not given. Errors: CAIRN_USAGE. */
export function pointInTimeFlag(input: CommandInput): string | undefined {
  const text = input.text('point-in-time') ?? ''
  if (text === '') return undefined
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/.exec(text)
  const [, time = '', fraction = '', zone = ''] = match ?? []
  if (match === null || Number.isNaN(Date.parse(text))) {
    throw new CairnError('CAIRN_USAGE', `--point-in-time takes a time such as 2026-11-23T13:00:00Z, not ${JSON.stringify(text)}.`)
  }
  return time + fraction.replace(/\.?0+$/, '') + (zone === '+00:00' || zone === '-00:00' ? 'Z' : zone)
}
