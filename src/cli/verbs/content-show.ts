/** `cairn content show`: the plain bytes of contents. */
import { createGunzip, gunzipSync } from 'node:zlib'
import { withRepository } from '../../commands/open.ts'
import { CairnError } from '../../errors.ts'
import { fromUtf8, utf8 } from '../../util/bytes.ts'
import { indentJson } from '../../util/indent-json.ts'
import type { CommandInput } from '../command-spec.ts'
import { contentIdsOf } from '../content-range.ts'
import type { CliContext } from '../context.ts'

/** JSON that is indented is held as a whole. */
const MAX_JSON_BYTES = 256 * 1024 * 1024

export async function contentShow(context: CliContext, input: CommandInput): Promise<number> {
  const ids = contentIdsOf(input.arguments('id'))
  await withRepository(context, { isReadOnly: true, mayBePartial: true }, async ({ care }) => {
    for (const id of ids) {
      const plain = await care.contents.read(id)
      try {
        await showBytes(context, plain, { unzip: input.isOn('unzip'), json: input.isOn('json') })
      } catch (cause) {
        if (context.signal.aborted || !isFormatError(cause)) throw cause
        throw new CairnError('CAIRN_USAGE', `Content ${id} is not ${input.isOn('unzip') ? 'a gzip stream' : 'JSON'}.`, { cause })
      }
    }
  })
  return 0
}

interface ShowOptions {
  readonly unzip: boolean
  readonly json: boolean
}

async function showBytes(context: CliContext, plain: Uint8Array, { unzip, json }: ShowOptions): Promise<void> {
  if (json) {
    const text = fromUtf8(unzip ? gunzipSync(plain, { maxOutputLength: MAX_JSON_BYTES }) : plain)
    // Checked by parsing, but shown as it is written.
    JSON.parse(text ?? '')
    return await context.write(utf8(indentJson(text ?? '')))
  }
  if (!unzip) return await context.write(plain)
  const stream = createGunzip()
  stream.end(plain)
  for await (const chunk of stream) await context.write(chunk)
}

/** Zlib and JSON.parse complain about what the bytes are. */
function isFormatError(error: unknown): boolean {
  return error instanceof SyntaxError || (error instanceof Error && 'code' in error && /^(Z_|ERR_BUFFER)/.test(String(error.code)))
}
