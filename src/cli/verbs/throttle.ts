/** `cairn repository throttle get | set`. */
import { changeConnection, withLimits } from '../../commands/repository-settings.ts'
import { CairnError } from '../../errors.ts'
import { limitsMember, limitsOf, type ThrottleLimits } from '../../repo/blob/throttle-limits.ts'
import { readClientConfig } from '../../repo/config.ts'
import { compactGoJson } from '../../repo/config-format.ts'
import { sizeTextOf } from '../../report/kopia-numbers.ts'
import { indentJson } from '../../util/indent-json.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'

interface Row {
  readonly limit: keyof ThrottleLimits
  readonly flag: string
  readonly label: string
  readonly kind: 'speed' | 'rate' | 'count'
}

const ROWS: readonly Row[] = [
  { limit: 'downloadBytesPerSecond', flag: 'download-bytes-per-second', label: 'Max Download Speed:', kind: 'speed' },
  { limit: 'uploadBytesPerSecond', flag: 'upload-bytes-per-second', label: 'Max Upload Speed:', kind: 'speed' },
  { limit: 'readsPerSecond', flag: 'read-requests-per-second', label: 'Max Read Requests Per Second:', kind: 'rate' },
  { limit: 'writesPerSecond', flag: 'write-requests-per-second', label: 'Max Write Requests Per Second:', kind: 'rate' },
  { limit: 'listsPerSecond', flag: 'list-requests-per-second', label: 'Max List Requests Per Second:', kind: 'rate' },
  { limit: 'concurrentReads', flag: 'concurrent-reads', label: 'Max Concurrent Reads:', kind: 'count' },
  { limit: 'concurrentWrites', flag: 'concurrent-writes', label: 'Max Concurrent Writes:', kind: 'count' },
]

const LABEL_WIDTH = 30

export async function throttleGet(context: CliContext, input: CommandInput): Promise<number> {
  const limits = limitsOf(await readClientConfig(context.configPath))
  if (input.isOn('json')) {
    const json = compactGoJson(limitsMember(limits))
    context.print(input.isOn('json-indent') ? indentJson(json) : json)
    return 0
  }
  for (const { limit, label, kind } of ROWS) context.print(`${label.padEnd(LABEL_WIDTH)} ${valueText(context, limits[limit], kind)}`)
  return 0
}

export async function throttleSet(context: CliContext, input: CommandInput): Promise<number> {
  const changes = ROWS.flatMap((row) => {
    const text = input.text(row.flag)
    return text === undefined || text === '' ? [] : [{ row, value: limitOf(row, text) }]
  })
  if (changes.length === 0) {
    context.log.info('No changes made.')
    return 0
  }
  await changeConnection(context, (config) => {
    const changed = Object.fromEntries(changes.map(({ row, value }) => [row.limit, value]))
    return withLimits(config, { ...limitsOf(config), ...changed })
  })
  for (const { row, value } of changes) context.log.info(`${row.label.padEnd(LABEL_WIDTH)} ${valueText(context, value, row.kind)}`)
  return 0
}

function valueText(context: CliContext, value: number, kind: Row['kind']): string {
  if (value === 0) return '(unlimited)'
  return kind === 'speed' ? `${sizeTextOf({ ...context.env, KOPIA_BYTES_STRING_BASE_2: '' })(value)}/s` : value.toFixed(0)
}

function limitOf({ flag, kind }: Row, text: string): number {
  if (text === 'unlimited' || text === '-') return 0
  const value = Number(text)
  const isRight = kind === 'count' ? Number.isSafeInteger(value) : Number.isFinite(value)
  if (text.trim() !== '' && isRight && value >= 0) return value
  throw new CairnError('CAIRN_USAGE', `--${flag} "${text}" is no limit.`, { hint: 'Give a number, or "unlimited".' })
}
