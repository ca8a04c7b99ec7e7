/** Files that are being restored: made new, removed again when they do not become whole (docs/threat-model.md, "Restore"). */
import { closeSync, constants, fsyncSync, ftruncateSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs'
import type { FileTarget, WriteRules } from '../util/file-target.ts'
import { WRITE_PIECE_BYTES } from '../util/write-piece.ts'
import type { AttributeWriter } from './attributes.ts'

const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = constants
/** Zeros are left out of sparse files in units of this size, the usual block of a file system. */
const BLOCK_BYTES = 4096
const ZEROS = new Uint8Array(BLOCK_BYTES)

/** Writes one whole file and returns what was lost of its attributes (bits of `LOST`). Throws errors of the system; nothing is left behind then. */
export function writeNewFile(bytes: Uint8Array, target: FileTarget, rules: WriteRules, attributes: AttributeWriter): number {
  const file = new NewFile(target, rules, bytes.length)
  try {
    writeAt(file.descriptor, bytes, 0, rules.isSparse)
    return file.finish(attributes)
  } finally {
    file.discard()
  }
}

/** A file that is not complete yet. */
export class NewFile {
  readonly descriptor: number
  readonly #target: FileTarget
  readonly #rules: WriteRules
  #isOpen = true
  #isFinished = false

  /** Makes it, so that nothing had the name before; a sparse one gets its length at once. Throws errors of the system. */
  constructor(target: FileTarget, rules: WriteRules, length: number) {
    this.#target = target
    this.#rules = rules
    this.descriptor = openSync(target.temporary ?? target.final, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
    if (!rules.isSparse) return
    try {
      ftruncateSync(this.descriptor, length)
    } catch (error) {
      this.discard()
      throw error
    }
  }

  /** Sets the attributes and gives the complete file its final name; returns bits of `LOST`. Throws errors of the system. */
  finish(attributes: AttributeWriter): number {
    const lost = attributes.applyOpen(this.descriptor, this.#target.attributes)
    if (this.#rules.isFlushed) fsyncSync(this.descriptor)
    this.#close()
    const { temporary, final } = this.#target
    if (temporary !== undefined) renameSync(temporary, final)
    this.#isFinished = true
    return lost
  }

  /** Takes it away unless it is finished. Errors are swallowed, because the one that led here says more. */
  discard(): void {
    if (this.#isFinished) return
    try {
      this.#close()
      unlinkSync(this.#target.temporary ?? this.#target.final)
    } catch {
      // See above.
    }
  }

  /** Once only: the number may belong to another thread's file right after. */
  #close(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    closeSync(this.descriptor)
  }
}

/** Writes all of `bytes` at `position`; in a sparse file, which has its full length already, blocks of zeros are left out. */
export function writeAt(descriptor: number, bytes: Uint8Array, position: number, isSparse: boolean): void {
  if (!isSparse) {
    writeFully(descriptor, bytes, position)
    return
  }
  let start = 0
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
    const end = Math.min(at + BLOCK_BYTES, bytes.length)
    if (!isZero(bytes.subarray(at, end))) continue
    writeFully(descriptor, bytes.subarray(start, at), position + start)
    start = end
  }
  writeFully(descriptor, bytes.subarray(start), position + start)
}

function writeFully(descriptor: number, bytes: Uint8Array, position: number): void {
  for (let at = 0; at < bytes.length; )
    at += writeSync(descriptor, bytes, at, Math.min(WRITE_PIECE_BYTES, bytes.length - at), position + at)
}

function isZero(block: Uint8Array): boolean {
  return block[0] === 0 && Buffer.compare(block, block.length === BLOCK_BYTES ? ZEROS : ZEROS.subarray(0, block.length)) === 0
}
