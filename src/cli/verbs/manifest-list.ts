/** `cairn manifest list`. */
import { listManifests } from '../../commands/inspect/manifests.ts'
import { withRepository } from '../../commands/open.ts'
import { CairnError } from '../../errors.ts'
import type { ManifestEntry } from '../../repo/api.ts'
import { compareUtf8, type GoJsonValue } from '../../util/go-json.ts'
import { visibleText } from '../../util/plain-text.ts'
import { formatTimestamp } from '../../util/timestamp.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { printListing } from '../print-lines.ts'
import type { TimeTexts } from '../time-text.ts'

export async function manifestList(context: CliContext, input: CommandInput): Promise<number> {
  const labels: Record<string, string> = {}
  for (const text of input.list('filter')) {
    const colon = text.indexOf(':')
    if (colon <= 0) throw new CairnError('CAIRN_USAGE', `The filter "${text}" is not of the form key:value.`)
    labels[text.slice(0, colon)] = text.slice(colon + 1)
  }
  await withRepository(context, { isReadOnly: true }, async (repository) => {
    const manifests = await listManifests(repository, { labels, sortBy: input.list('sort') })
    await printListing(context, input, manifests, { json: manifestJson, text: (entry) => manifestLine(entry, context.times) })
  })
  return 0
}

function manifestLine({ id, length, modifiedNs, labels }: ManifestEntry, times: TimeTexts): string {
  const others = Object.keys(labels).filter((name) => name !== 'type')
  const texts = others.map((name) => `${name}:${labels[name]}`).sort(compareUtf8)
  const shown = visibleText(`type:${labels['type'] ?? ''} ${texts.join(' ')}`)
  return `${id} ${String(length).padStart(10)} ${times.text(modifiedNs)} ${shown}`
}

function manifestJson({ id, length, modifiedNs, labels }: ManifestEntry): { readonly [name: string]: GoJsonValue } {
  const sorted = Object.fromEntries(Object.entries(labels).sort(([a], [b]) => compareUtf8(a, b)))
  return { id, length, labels: sorted, mtime: formatTimestamp(modifiedNs) }
}
