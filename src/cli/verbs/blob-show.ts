/** `cairn blob show`: the bytes of blobs, decrypted when that is possible and asked for. */
import { withRepository } from '../../commands/open.ts'
import { openSealedBlob } from '../../repo/content/sealed-blob.ts'
import { fromUtf8, utf8 } from '../../util/bytes.ts'
import { indentJson } from '../../util/indent-json.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'

/** First characters of blobs that are sealed as a whole, as Kopia sees it: logs, and the three kinds of legacy indexes. */
const SEALED = ['_', 'n', 'm', 'l']
/** Of these, those that hold JSON; they are always shown indented, so they must be decrypted. */
const JSON_INSIDE = ['m', 'l']

export async function blobShow(context: CliContext, input: CommandInput): Promise<number> {
  await withRepository(context, { checksStorage: true, isReadOnly: true, mayBePartial: true }, async ({ care: { storage, contents } }) => {
    for (const id of input.arguments('blobID')) {
      let bytes = await storage.getBlob(id, { signal: context.signal })
      if (input.isOn('decrypt') && SEALED.includes(id.charAt(0))) bytes = openSealedBlob(contents.codec, id, bytes)
      const text = JSON_INSIDE.includes(id.charAt(0)) ? fromUtf8(bytes) : undefined
      await context.write(text === undefined ? bytes : utf8(indentJson(text)))
    }
  })
  return 0
}
