/** `cairn snapshot list`: Kopia's text and JSON. */

import { withRepository } from '../../commands/open.ts'
import type { ListedSnapshot, SnapshotGroup } from '../../commands/snapshot-list.ts'
import { listSnapshotGroups } from '../../commands/snapshot-list.ts'
import { CairnError } from '../../errors.ts'
import { formatSource } from '../../policy/target.ts'
import { modeText, timeText } from '../../report/kopia-text.ts'
import { encodeSnapshotManifest, type SnapshotManifest } from '../../snapshot/manifest.ts'
import { compactReasons } from '../../snapshot/retention.ts'
import { formatBytes } from '../../util/format.ts'
import { visibleText } from '../../util/plain-text.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { parseSourceArgument } from '../source-argument.ts'

export async function snapshotList(context: CliContext, input: CommandInput): Promise<number> {
  const maxResults = Number(input.text('max-results') ?? '0')
  if (!Number.isSafeInteger(maxResults) || maxResults < 0) throw new CairnError('CAIRN_USAGE', '--max-results takes a whole number.')
  await withRepository(context, { isReadOnly: true }, async (repository) => {
    const path = input.argument('source')
    const source = path === undefined ? undefined : parseSourceArgument(path, context, repository.identity)
    const options = { source, tags: parseTags(input.list('tags')), maxResults, isReversed: input.isOn('reverse') }
    const groups = await listSnapshotGroups(repository, options, context.signal)
    if (input.isOn('json')) return printJson(context, groups, input.choice('retention') !== false)
    const { userName, host } = repository.identity
    const shown = groups.filter(({ source: { userName: user, host: from } }) => input.isOn('all') || (user === userName && from === host))
    for (const [index, group] of shown.entries()) printGroup(context, input, group, index > 0)
    if (shown.length === 0 && groups.length > 0) context.log.info('No snapshots found. Pass --all to show snapshots from all users/hosts.')
  })
  return 0
}

/** Tags given as `key:value`, split at the first colon. */
export function parseTags(texts: readonly string[]): Record<string, string> {
  const tags: Record<string, string> = {}
  for (const text of texts) {
    const colon = text.indexOf(':')
    if (colon <= 0) throw new CairnError('CAIRN_USAGE', `The tag "${text}" is not of the form key:value.`)
    const key = text.slice(0, colon)
    if (Object.hasOwn(tags, key)) throw new CairnError('CAIRN_USAGE', `The tag "${key}" is given twice.`)
    tags[key] = text.slice(colon + 1)
  }
  return tags
}

function printJson(context: CliContext, groups: readonly SnapshotGroup[], withReasons: boolean): void {
  const items = groups
    .flatMap((group) => group.snapshots)
    .map(({ manifest, reasons }) => ` ${manifestJson(manifest, withReasons ? reasons : [])}`)
  context.print(items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n]`)
}

/** The stored JSON of a manifest with its real ID and the reasons for which it is kept. */
export function manifestJson(manifest: SnapshotManifest, reasons: readonly string[]): string {
  const stored = encodeSnapshotManifest(manifest).replace('{"id":""', `{"id":${JSON.stringify(manifest.id)}`)
  return reasons.length === 0 ? stored : `${stored.slice(0, -1)},"retentionReason":${JSON.stringify(reasons)}}`
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
  context.print(visibleText(formatSource(group.source)))
  const rows: Row[] = []
  let lastBytes = 0
  for (const listed of group.snapshots) {
    const { manifest, entry } = listed
    if (entry === undefined) context.print(`  ${timeText(manifest.startTimeNs)} <ERROR> entry not found`)
    if (entry === undefined || (manifest.incomplete !== undefined && !input.isOn('incomplete'))) continue
    const row: Row = {
      firstNs: manifest.startTimeNs,
      lastNs: manifest.startTimeNs,
      count: 1,
      objectId: entry.objectId,
      bits: bitsOf(input, listed, lastBytes),
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
    if (input.choice('retention') !== false && row.reasons.length > 0) bits.push(`(${compactReasons(row.reasons).join(',')})`)
    if (row.pins.length > 0) bits.push(`pins:${row.pins.map(visibleText).join(',')}`)
    context.print(`  ${timeText(row.firstNs)} ${row.objectId} ${bits.join(' ')}`)
    if (row.count > 1) context.print(`  + ${row.count - 1} identical snapshots until ${timeText(row.lastNs)}`)
  }
}

function bitsOf(input: CommandInput, { manifest, entry }: ListedSnapshot, lastBytes: number): string[] {
  const bits: string[] = []
  if (entry === undefined) return bits
  const size = entry.summary?.size ?? entry.size
  if (manifest.incomplete !== undefined) bits.push(`incomplete:${visibleText(manifest.incomplete)}`)
  bits.push(input.choice('human-readable') === false ? String(size) : formatBytes(size), modeText(entry.type, entry.mode))
  if (input.isOn('owner')) bits.push(`uid:${entry.uid}`, `gid:${entry.gid}`)
  if (input.isOn('mtime')) bits.push(`modified:${timeText(entry.mtimeNs)}`)
  if (input.isOn('manifest-id')) bits.push(`manifest:${manifest.id}`)
  if (input.isOn('delta')) bits.push(size > lastBytes ? `(+${formatBytes(size - lastBytes)})` : '')
  const summary = entry.type === 'd' ? entry.summary : undefined
  if (summary !== undefined) {
    bits.push(`files:${summary.files}`, `dirs:${summary.dirs}`)
    if (summary.numFailed > 0) bits.push(`errors:${summary.numFailed}`)
  }
  return bits
}
