/** The work of one lane when files are restored: opening contents and writing them. Knows nothing of threads. */
import { messageOf } from '../../../errors.ts'
import { AttributeWriter } from '../../../fs/attributes.ts'
import { errnoOf } from '../../../fs/errors.ts'
import { writeAt, writeNewFile } from '../../../fs/new-file.ts'
import { release } from '../../../util/bytes.ts'
import type { WriteRules } from '../../../util/file-target.ts'
import type { ContentCodec } from '../content-codec.ts'
import type { ExtractFailure, ExtractReply, ExtractRequest, SealedContent } from './extract-protocol.ts'

export class ExtractEngine {
  readonly #codec: ContentCodec
  #attributes: { readonly rules: WriteRules; readonly writer: AttributeWriter } | undefined

  constructor(codec: ContentCodec) {
    this.#codec = codec
  }

  /** Does what is asked; failures of files are in the reply. */
  handle(request: ExtractRequest): ExtractReply {
    const { job } = request
    const failures: ExtractFailure[] = []
    const attempt = (index: number, content: SealedContent, write: (plain: Uint8Array) => void) => {
      let plain: Uint8Array | undefined
      try {
        plain = this.#codec.open(content.sealed, content.hash, content.originalLength, content.compressionId)
        write(plain)
      } catch (error) {
        failures.push({ index, isContent: plain === undefined, errno: errnoOf(error), text: messageOf(error) })
      }
    }
    if (request.kind === 'extract-piece') {
      const { content, descriptor, position, isSparse } = request
      attempt(0, content, (plain) => {
        writeAt(descriptor, plain, position, isSparse)
        release(plain)
      })
      release(content.sealed)
      return { kind: 'extracted', job, losses: new Uint8Array(1), failures, spare: undefined }
    }
    const { sealed, ends, hashes, originalLengths, compressionIds, targets, rules } = request
    const attributes = this.#attributesFor(rules)
    const losses = new Uint8Array(targets.length)
    const hashBytes = hashes.length / targets.length
    let start = 0
    targets.forEach((target, index) => {
      const end = ends[index] ?? start
      const content = {
        sealed: sealed.subarray(start, end),
        hash: hashes.subarray(index * hashBytes, (index + 1) * hashBytes),
        originalLength: originalLengths[index] ?? 0,
        compressionId: compressionIds[index] ?? 0,
      }
      start = end
      attempt(index, content, (plain) => {
        losses[index] = writeNewFile(plain, target, rules, attributes)
      })
    })
    return { kind: 'extracted', job, losses, failures, spare: memoryOf(sealed) }
  }

  /** One writer for all batches with the same rules, because it remembers what the system refused. */
  #attributesFor(rules: WriteRules): AttributeWriter {
    const known = this.#attributes
    if (known !== undefined && sameRules(known.rules, rules)) return known.writer
    const writer = new AttributeWriter(rules)
    this.#attributes = { rules, writer }
    return writer
  }
}

/** Rules arrive as a copy with each message. */
function sameRules(a: WriteRules, b: WriteRules): boolean {
  return (
    a.skipOwners === b.skipOwners &&
    a.skipPermissions === b.skipPermissions &&
    a.skipTimes === b.skipTimes &&
    a.ignorePermissionErrors === b.ignorePermissionErrors
  )
}

function memoryOf(bytes: Uint8Array): ArrayBuffer | undefined {
  return bytes.buffer instanceof ArrayBuffer ? bytes.buffer : undefined
}
