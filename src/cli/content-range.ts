/** The flags that choose contents by their IDs. */
import type { ContentRange } from '../commands/inspect/contents.ts'
import { CairnError } from '../errors.ts'
import { isContentId } from '../repo/content/content-id.ts'
import type { CommandInput } from './command-spec.ts'

/** What --prefixed, --non-prefixed or --prefix ask for, in this order; all contents without any. */
export function contentRangeOf(input: CommandInput): ContentRange {
  if (input.isOn('prefixed')) return { kind: 'prefixed' }
  if (input.isOn('non-prefixed')) return { kind: 'unprefixed' }
  return { kind: 'starts', prefix: input.text('prefix') ?? '' }
}

/** Content IDs given as arguments; CAIRN_USAGE for text that is none. */
export function contentIdsOf(texts: readonly string[]): readonly string[] {
  for (const text of texts) {
    if (!isContentId(text)) throw new CairnError('CAIRN_USAGE', `${JSON.stringify(text)} is no content ID.`)
  }
  return texts
}
