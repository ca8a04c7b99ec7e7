/** `cairn snapshot list`: Kopia's text and JSON. */
import { withRepository } from '../../commands/open.ts'
import { EXIT_CODES, reportedError } from '../../commands/run/outcome.ts'
import type { ListedSnapshot, SnapshotGroup } from '../../commands/snapshot-list.ts'
import { listSnapshotGroups } from '../../commands/snapshot-list.ts'
import { CairnError } from '../../errors.ts'
import { formatSource } from '../../policy/target.ts'
import type { OpenedRepository } from '../../repo/repository.ts'
import { type SizeText, savingText, sizeTextOf } from '../../report/kopia-numbers.ts'
import { modeText } from '../../report/kopia-text.ts'
import type { DirEntry } from '../../snapshot/dir-entry.ts'
import { showSnapshotManifest } from '../../snapshot/manifest.ts'
import { compactReasons } from '../../snapshot/retention.ts'
import type { StorageStats, UsageSources } from '../../snapshot/storage-stats.ts'
import type { GoJsonValue } from '../../util/go-json.ts'
import { indentJson } from '../../util/indent-json.ts'
import { visibleText } from '../../util/plain-text.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { logError } from '../error-lines.ts'
import { integerFlag } from '../flag-values.ts'
import { printText } from '../harmless.ts'
import { parseSourcePattern } from '../source-pattern.ts'
import type { TimeTexts } from '../time-text.ts'

export async function snapshotList(context: CliContext, input: CommandInput): Promise<number> {
  const maxResults = Math.max(0, integerFlag(input, 'max-results') ?? 0)
  const tags = parseTags(input.list('tags'))
  let damaged = 0
  await withRepository(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
    const path = input.argument('source')
    const isJson = input.isOn('json')
    const options = {
      source: path === undefined ? undefined : parseSourcePattern(path, context, repository.identity),
      owner: isJson || input.isOn('all') ? undefined : repository.identity,
      tags,
      maxResults,
      isReversed: input.isOn('reverse'),
      retainsOnlyShown: isJson,
      findsEntries: !isJson,
      usage: input.isOn('storage-stats') ? usageSources(repository) : undefined,
    }
    const onDamaged = (error: CairnError) => {
      damaged++
      logError(context.log, reportedError(error))
    }
    const { groups, foundCount } = await listSnapshotGroups(repository, options, onDamaged, context.signal)
    for (const { error } of await repository.care.damage()) onDamaged(error)
    if (isJson) return printJson(context, input, groups)
    for (const [index, group] of groups.entries()) printGroup(context, input, group, index > 0)
    if (groups.length === 0 && foundCount > 0) context.log.info('No snapshots found. Pass --all to show snapshots from all users/hosts.')
  })
  return damaged > 0 ? EXIT_CODES.damage : 0
}

/** Tags given as `key:value`, split at the first colon. */
export function parseTags(texts: readonly string[]): Record<string, string> {
  const tags = new Map<string, string>()
  for (const text of texts) {
    const colon = text.indexOf(':')
    if (colon < 0) throw new CairnError('CAIRN_USAGE', `The tag "${text}" is not of the form key:value.`)
    const key = text.slice(0, colon)
    if (tags.has(key)) throw new CairnError('CAIRN_USAGE', `The tag "${key}" is given twice.`)
    tags.set(key, text.slice(colon + 1))
  }
  return Object.fromEntries(tags)
}

function usageSources({ objects, care }: OpenedRepository): UsageSources {
  return { objects, lengthsOf: (id) => care.contents.find(id) }
}

function printJson(context: CliContext, input: CommandInput, groups: readonly SnapshotGroup[]): void {
  const isIndented = input.isOn('json-indent')
  const items = groups
    .flatMap((group) => group.snapshots)
    .map(({ manifest, reasons, usage }) => {
      const retentionReasons = input.choice('retention') === false ? [] : reasons
      const json = showSnapshotManifest(manifest, { retentionReasons, storageStats: usage === undefined ? undefined : usageJson(usage) })
      return isIndented ? indentJson(json) : `\n ${json}`
    })
  context.print(`[${items.join(',')}${isIndented ? '' : '\n'}]`)
}

function usageJson({ newData, runningTotal }: StorageStats): GoJsonValue {
  return { newData: { ...newData }, runningTotal: { ...runningTotal } }
}

interface Row {
  readonly firstNs: bigint
  lastNs: bigint
  count: number
  readonly objectId: string
  readonly bits: readonly string[]
  reasons: readonly string[]
  pins: readonly string[]
}

function printGroup(context: CliContext, input: CommandInput, group: SnapshotGroup, isSeparated: boolean): void {
  if (isSeparated) context.print('')
  printText(context, visibleText(formatSource(group.source)))
  const sizeText = sizeTextOf(context.env)
  const rows: Row[] = []
  let lastBytes = 0
  for (const listed of group.snapshots) {
    const { manifest, entry } = listed
    if (typeof entry === 'string') printText(context, `  ${context.times.text(manifest.startTimeNs)} <ERROR> ${visibleText(entry)}`)
    if (typeof entry === 'string' || (manifest.incomplete !== undefined && !input.isOn('incomplete'))) continue
    const row: Row = {
      firstNs: manifest.startTimeNs,
      lastNs: manifest.startTimeNs,
      count: 1,
      objectId: entry.objectId,
      bits: bitsOf(input, listed, entry, sizeText, lastBytes, context.times),
      reasons: listed.reasons,
      pins: manifest.pins,
    }
    if (manifest.incomplete === undefined) lastBytes = manifest.stats.totalSize
    const last = rows.at(-1)
    if (last !== undefined && last.objectId === row.objectId && !input.isOn('show-identical')) {
      last.count++
      last.lastNs = row.lastNs
      last.reasons = [...last.reasons, ...row.reasons]
      last.pins = [...new Set([...last.pins, ...row.pins])].sort()
    } else rows.push(row)
  }
  for (const row of rows) {
    const bits = [...row.bits]
    const reasons = input.isOn('show-identical') ? row.reasons : compactReasons(row.reasons)
    if (input.choice('retention') !== false && reasons.length > 0) bits.push(`(${reasons.join(',')})`)
    if (row.pins.length > 0) bits.push(`pins:${row.pins.map(visibleText).join(',')}`)
    printText(context, `  ${context.times.text(row.firstNs)} ${row.objectId} ${bits.join(' ')}`)
    if (row.count > 1) context.print(`  + ${row.count - 1} identical snapshots until ${context.times.text(row.lastNs)}`)
  }
}

function bitsOf(
  input: CommandInput,
  { manifest, usage }: ListedSnapshot,
  entry: DirEntry,
  sizeText: SizeText,
  lastBytes: number,
  times: TimeTexts,
): string[] {
  const bits: string[] = []
  const size = entry.summary?.size ?? entry.size
  if (manifest.incomplete !== undefined) bits.push(`incomplete:${visibleText(manifest.incomplete)}`)
  bits.push(input.choice('human-readable') === false ? String(size) : sizeText(size), modeText(entry.type, entry.mode))
  if (input.isOn('owner')) bits.push(`uid:${entry.uid}`, `gid:${entry.gid}`)
  if (input.isOn('mtime')) bits.push(`modified:${times.text(entry.mtimeNs)}`)
  if (input.isOn('manifest-id')) bits.push(`manifest:${manifest.id}`)
  // To Kopia a root folder has no size of its own, while one below takes that of its summary.
  const deltaBytes = (entry === manifest.rootEntry && entry.type === 'd' ? 0 : size) - lastBytes
  if (input.isOn('delta')) bits.push(deltaBytes > 0 ? `(+${sizeText(deltaBytes)})` : '')
  const summary = entry.type === 'd' ? entry.summary : undefined
  if (summary !== undefined) {
    bits.push(`files:${summary.files}`, `dirs:${summary.dirs}`)
    if (summary.numFailed > 0) bits.push(`errors:${summary.numFailed}`)
  }
  if (usage !== undefined) {
    const { packedContentBytes, originalContentBytes, fileObjects, dirObjects } = usage.newData
    bits.push(`new-data:${sizeText(packedContentBytes)}`, `new-files:${fileObjects}`, `new-dirs:${dirObjects}`)
    bits.push(`compression:${savingText(originalContentBytes, packedContentBytes)}`)
  }
  return bits
}
