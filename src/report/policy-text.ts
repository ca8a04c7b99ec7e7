/** The text of `policy show`, in Kopia's layout: a line for each value with where it was set. */
import type { EffectivePolicy } from '../policy/effective.ts'
import { fieldOf, getField } from '../policy/fields.ts'
import type { PolicyOrigin } from '../policy/merge.ts'
import type { NativeAction } from '../policy/policy.ts'
import { formatTarget, type PolicyTarget } from '../policy/target.ts'
import type { SizeText } from './kopia-numbers.ts'
import { durationText } from './kopia-text.ts'

/** A line: its name, perhaps a value, which is aligned at the right, perhaps where the value comes from. */
interface Row {
  readonly name: string
  readonly value?: string
  readonly origin?: string
}

/** What the rows are made from. */
interface Shown {
  /** Value of a field such as `retention.keepDaily`. */
  readonly value: (key: string) => unknown
  readonly texts: (key: string) => readonly string[]
  readonly number: (key: string) => number
  /** Where a field was set, in words. */
  readonly origin: (key: string) => string
  readonly size: SizeText
}

const EMPTY: Row = { name: '' }

/** The lines of `policy show` for one target. */
export function policyText(target: PolicyTarget, effective: EffectivePolicy, size: SizeText): string {
  const shown = shownOf(target, effective, size)
  const groups = [
    retentionRows(shown),
    fileRows(shown),
    errorRows(shown),
    schedulingRows(shown),
    uploadRows(shown),
    compressionRows(shown),
    metadataCompressionRows(shown),
    splitterRows(shown),
    actionRows(shown, effective),
    shadowCopyRows(shown),
    loggingRows(shown),
  ]
  const rows = groups.flatMap((group, index) => (index === 0 ? group : [EMPTY, ...group]))
  return `Policy for ${formatTarget(target)}:\n\n${alignRows(rows)}\n`
}

/** Whether a value was set for the target itself; what nobody set counts as set by the global policy, as in Kopia. */
export function originText(target: PolicyTarget, origin: PolicyOrigin | undefined): string {
  const from = origin !== undefined && 'target' in origin ? origin.target : '(global)'
  return from === formatTarget(target) ? '(defined for this target)' : `inherited from ${from}`
}

function shownOf(target: PolicyTarget, { policy, origins }: EffectivePolicy, size: SizeText): Shown {
  const value = (key: string) => getField(policy, fieldOf(key))
  return {
    value,
    texts(key) {
      const list = value(key)
      // Fields of this type hold lists of texts.
      return Array.isArray(list) ? (list as string[]) : []
    },
    number(key) {
      const number = value(key)
      return typeof number === 'number' ? number : 0
    },
    origin: (key) => originText(target, origins.get(key)),
    size,
  }
}

function alignRows(rows: readonly Row[]): string {
  const length = (text: string) => Buffer.byteLength(text)
  const withValue = rows.filter((row) => row.value !== undefined && row.value !== '')
  const width = Math.max(0, ...withValue.map((row) => length(`${row.name}   ${row.value}`)))
  return rows
    .map(({ name, value = '', origin = '' }) => {
      const padding = value === '' && origin === '' ? '' : ' '.repeat(Math.max(0, width - length(name) - length(value)))
      return `${name}${padding}${value}${origin === '' ? '' : `   ${origin}`}`
    })
    .join('\n')
}

const heading = (name: string): Row => ({ name })

/** A field that is shown as it is, `absent` when nothing sets it. */
function row(shown: Shown, name: string, key: string, absent: string): Row {
  return { name: `  ${name}:`, value: String(shown.value(key) ?? absent), origin: shown.origin(key) }
}

function list(shown: Shown, title: string, key: string, indent: string): Row[] {
  return [{ name: `  ${title}`, origin: shown.origin(key) }, ...shown.texts(key).map((text) => heading(`${indent}${text}`))]
}

function retentionRows(shown: Shown): Row[] {
  const kept = (['Annual', 'Monthly', 'Weekly', 'Daily', 'Hourly', 'Latest'] as const).map((unit) =>
    row(shown, `${unit} snapshots`, `retention.keep${unit}`, '-'),
  )
  return [heading('Retention:'), ...kept, row(shown, 'Ignore identical snapshots', 'retention.ignoreIdenticalSnapshots', 'false')]
}

function fileRows(shown: Shown): Row[] {
  const rows = [heading('Files policy:'), row(shown, 'Ignore cache directories', 'files.ignoreCacheDirs', 'true')]
  if (shown.texts('files.ignore').length > 0) rows.push(...list(shown, 'Ignore rules:', 'files.ignore', '    '))
  else rows.push(heading('  No ignore rules:'))
  if (shown.texts('files.ignoreDotFiles').length > 0)
    rows.push(...list(shown, 'Read ignore rules from files:', 'files.ignoreDotFiles', '    '))
  const maxFileSize = shown.number('files.maxFileSize')
  if (maxFileSize > 0)
    rows.push({ name: '  Ignore files above:', value: shown.size(maxFileSize), origin: shown.origin('files.maxFileSize') })
  return [...rows, row(shown, 'Scan one filesystem only', 'files.oneFileSystem', 'false')]
}

function errorRows(shown: Shown): Row[] {
  return [
    heading('Error handling policy:'),
    row(shown, 'Ignore file read errors', 'errorHandling.ignoreFileErrors', 'false'),
    row(shown, 'Ignore directory read errors', 'errorHandling.ignoreDirectoryErrors', 'false'),
    row(shown, 'Ignore unknown types', 'errorHandling.ignoreUnknownTypes', 'true'),
  ]
}

function schedulingRows(shown: Shown): Row[] {
  const rows: Row[] = []
  const seconds = shown.number('scheduling.intervalSeconds')
  if (seconds !== 0)
    rows.push({ name: '    Snapshot interval:', value: secondsText(seconds), origin: shown.origin('scheduling.intervalSeconds') })
  const times = shown.value('scheduling.timeOfDay')
  if (Array.isArray(times) && times.length > 0) {
    rows.push(row(shown, 'Run missed snapshots', 'scheduling.runMissed', 'false'))
    rows.push({ name: '  Snapshot times:', origin: shown.origin('scheduling.timeOfDay') })
    // Fields of this type hold times of the day.
    for (const { hour, min } of times as { hour: number; min: number }[]) rows.push(heading(`    ${hour}:${String(min).padStart(2, '0')}`))
  }
  if (shown.texts('scheduling.cron').length > 0) rows.push(...list(shown, 'Crontab expressions:', 'scheduling.cron', '    '))
  if (rows.length === 0) rows.push(heading('    None.'))
  return [
    heading('Scheduling policy:'),
    heading('  Scheduled snapshots:'),
    ...rows,
    row(shown, 'Manual snapshot', 'scheduling.manual', 'false'),
  ]
}

function uploadRows(shown: Shown): Row[] {
  const above = shown.value('upload.parallelUploadAboveSize')
  return [
    heading('Uploads:'),
    row(shown, 'Max parallel snapshots (server/UI)', 'upload.maxParallelSnapshots', '-'),
    row(shown, 'Max parallel file reads', 'upload.maxParallelFileReads', '-'),
    {
      name: '  Parallel upload above size:',
      value: typeof above === 'number' ? shown.size(above) : '-',
      origin: shown.origin('upload.parallelUploadAboveSize'),
    },
  ]
}

function compressionRows(shown: Shown): Row[] {
  const name = shown.value('compression.compressorName') ?? 'none'
  if (name === 'none') return [heading('Compression disabled.')]
  const rows = [heading('Compression:'), row(shown, 'Compressor', 'compression.compressorName', '')]
  if (shown.texts('compression.onlyCompress').length > 0)
    rows.push(...list(shown, 'Only compress files with the following extensions:', 'compression.onlyCompress', '     - '))
  else if (shown.texts('compression.neverCompress').length > 0)
    rows.push(...list(shown, 'Compress all files except the following extensions:', 'compression.neverCompress', '    '))
  else rows.push(heading('  Compress files regardless of extensions.'))
  const [least, most] = [shown.number('compression.minSize'), shown.number('compression.maxSize')]
  if (most > 0) rows.push(heading(`  Only compress files between ${shown.size(least)} and ${shown.size(most)}.`))
  else if (least > 0) rows.push(heading(`  Only compress files bigger than ${shown.size(least)}.`))
  else rows.push(heading('  Compress files of all sizes.'))
  return rows
}

function metadataCompressionRows(shown: Shown): Row[] {
  const key = 'metadataCompression.compressorName'
  if ((shown.value(key) ?? 'none') === 'none') return [heading('Metadata compression disabled.')]
  return [heading('Metadata compression:'), row(shown, 'Compressor', key, '')]
}

function splitterRows(shown: Shown): Row[] {
  return [heading('Splitter:'), row(shown, 'Algorithm override', 'splitter.algorithm', '(repository default)')]
}

const HOOKS = [
  { key: 'beforeSnapshotRoot', title: 'Run command before snapshot root:', isInherited: true },
  { key: 'afterSnapshotRoot', title: 'Run command after snapshot root:', isInherited: true },
  { key: 'beforeFolder', title: 'Run command before this folder:', isInherited: false },
  { key: 'afterFolder', title: 'Run command after this folder:', isInherited: false },
] as const

function actionRows(shown: Shown, { policy }: EffectivePolicy): Row[] {
  const rows = HOOKS.flatMap(({ key, title, isInherited }) => {
    const action = policy.actions?.[key]
    if (action === undefined) return []
    return [{ name: title, origin: isInherited ? shown.origin(`actions.${key}`) : '(non-inheritable)' }, ...commandRows(action)]
  })
  return rows.length === 0 ? [heading('No actions defined.')] : rows
}

function commandRows({ path = '', args = [], script = '', mode = '', timeout = 0 }: NativeAction): Row[] {
  const program =
    script === ''
      ? [heading('  Command:'), heading(`    ${path} ${args.join(' ')}`)]
      : [heading('  Embedded script (stored in repository):'), heading(indented(script))]
  // Kopia's word for a hook without a mode.
  return [...program, { name: '  Mode:', value: mode === '' ? 'sync' : mode }, { name: '  Timeout:', value: secondsText(timeout) }, EMPTY]
}

/** Every line of a script by four blanks; an end of line at the very end is none of them. */
function indented(script: string): string {
  const lines = script.replace(/\n$/, '').split('\n')
  return lines.map((line) => `    ${line.replace(/\r$/, '')}`).join('\n')
}

function shadowCopyRows(shown: Shown): Row[] {
  const key = 'osSnapshots.volumeShadowCopy.enable'
  const word = ['never', 'always', 'when-available'][shown.number(key)] ?? 'never'
  return [heading('OS-level snapshot support:'), { name: '  Volume Shadow Copy:', value: word, origin: shown.origin(key) }]
}

function loggingRows(shown: Shown): Row[] {
  return [
    heading('Logging details (0-none, 10-maximum):'),
    row(shown, 'Directory snapshotted', 'logging.directories.snapshotted', '0'),
    row(shown, 'Directory ignored', 'logging.directories.ignored', '0'),
    row(shown, 'Entry snapshotted', 'logging.entries.snapshotted', '0'),
    row(shown, 'Entry ignored', 'logging.entries.ignored', '0'),
    row(shown, 'Entry cache hit', 'logging.entries.cacheHit', '0'),
    row(shown, 'Entry cache miss', 'logging.entries.cacheMiss', '0'),
  ]
}

function secondsText(seconds: number): string {
  const ns = BigInt(Math.abs(seconds)) * 1_000_000_000n
  return `${seconds < 0 ? '-' : ''}${durationText(ns)}`
}
