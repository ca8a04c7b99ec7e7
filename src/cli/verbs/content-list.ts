/** `cairn content list`. */
import { selectContents } from '../../commands/inspect/contents.ts'
import { withRepository } from '../../commands/open.ts'
import { compressorNameOf } from '../../repo/compression/index.ts'
import type { IndexEntry } from '../../repo/content/index/interface.ts'
import { countText, savingText, sizeTextOf } from '../../report/kopia-numbers.ts'
import type { GoJsonValue } from '../../util/go-json.ts'
import type { CommandInput } from '../command-spec.ts'
import { contentRangeOf } from '../content-range.ts'
import type { CliContext } from '../context.ts'
import { printListing } from '../print-lines.ts'
import type { TimeTexts } from '../time-text.ts'

export async function contentList(context: CliContext, input: CommandInput): Promise<number> {
  const selection = {
    range: contentRangeOf(input),
    deleted: input.isOn('deleted-only') ? 'only' : input.isOn('deleted') ? 'with' : 'without',
  } as const
  const isHuman = input.isOn('human')
  const sizeText = isHuman ? sizeTextOf(context.env) : String
  const totals = { count: 0, bytes: 0 }
  await withRepository(context, { isReadOnly: true }, async ({ care }) => {
    const entries = counted(selectContents(care.contents, selection, context.signal), totals)
    const text = input.isOn('compression')
      ? (entry: IndexEntry) => compressionLine(entry, sizeText)
      : input.isOn('long')
        ? (entry: IndexEntry) => longLine(entry, sizeText, context.times)
        : (entry: IndexEntry) => entry.id
    await printListing(context, input, entries, { json: entryJson, text })
    if (!input.isOn('summary')) return
    const count = isHuman ? countText(totals.count) : String(totals.count)
    context.print(`Total: ${count} contents, ${sizeText(totals.bytes)} total size`)
  })
  return 0
}

function* counted(entries: Iterable<IndexEntry>, totals: { count: number; bytes: number }): Generator<IndexEntry> {
  for (const entry of entries) {
    totals.count++
    totals.bytes += entry.packedLength
    yield entry
  }
}

function longLine(entry: IndexEntry, sizeText: (bytes: number) => string, times: TimeTexts): string {
  const time = times.text(BigInt(entry.timestampSeconds) * 1_000_000_000n)
  const place = `${entry.packBlobId} ${entry.packOffset}+${sizeText(entry.packedLength)}${deletedText(entry)}`
  return `${entry.id} ${entry.originalLength} ${time} ${place} ${compressionText(entry)}`
}

function compressionLine(entry: IndexEntry, sizeText: (bytes: number) => string): string {
  const sizes = `length ${sizeText(entry.originalLength)} packed ${sizeText(entry.packedLength)}`
  return `${entry.id} ${sizes} ${compressionText(entry)} ${deletedText(entry)}`
}

function deletedText(entry: IndexEntry): string {
  return entry.isDeleted ? ' (deleted)' : ''
}

function compressionText({ compressionId, originalLength, packedLength }: IndexEntry): string {
  if (compressionId === 0) return '-'
  const name = compressorNameOf(compressionId) ?? `compression-${compressionId.toString(16)}`
  return originalLength > 0 ? `${name} ${savingText(originalLength, packedLength)}` : name
}

/** The members that Kopia prints; those that are zero are left out where it leaves them out. */
function entryJson(entry: IndexEntry): { readonly [name: string]: GoJsonValue | undefined } {
  return {
    packFile: entry.packBlobId === '' ? undefined : entry.packBlobId,
    time: entry.timestampSeconds,
    originalLength: entry.originalLength,
    length: entry.packedLength,
    packOffset: entry.packOffset === 0 ? undefined : entry.packOffset,
    compression: entry.compressionId === 0 ? undefined : entry.compressionId,
    contentID: entry.id,
    deleted: entry.isDeleted,
    formatVersion: entry.formatVersion,
    encryptionKeyID: entry.encryptionKeyId === 0 ? undefined : entry.encryptionKeyId,
  }
}
