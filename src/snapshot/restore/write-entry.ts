/** Writes one file or link under a temporary name and renames it: what has its final name is complete (docs/threat-model.md, "Restore"). */
import { closeSync, constants, fstatSync, lstatSync, openSync, renameSync, symlinkSync, unlinkSync, write, writeSync } from 'node:fs'
import { promisify } from 'node:util'
import { CairnError, throwIfCancelled } from '../../errors.ts'
import type { ObjectManager } from '../../repo/api.ts'
import { toHex } from '../../util/bytes.ts'
import type { RandomSource } from '../../util/random.ts'
import type { DirEntry } from '../dir-entry.ts'
import type { AttributeSetter } from './attributes.ts'
import type { TargetDirectory } from './safe-path.ts'

/** Objects up to this size are read whole and written with one call. */
const SMALL_BYTES = 1024 * 1024
/** The longest link target that any supported system takes. */
const LONGEST_LINK_BYTES = 64 * 1024
/** Kopia's name for a file that a checkpoint cut short: its stored size is that of the whole file. */
const CHECKPOINTED = '.checkpointed.'

const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = constants
const writeAsync = promisify(write)

/** What writing needs to know beside the entry. */
export interface WriteContext {
  readonly objects: ObjectManager
  readonly attributes: AttributeSetter
  readonly temporaryName: () => string
  readonly signal: AbortSignal | undefined
}

/** Names such as `.cairn-1f6e…-17`: random once, then counted. */
export function temporaryNames(random: RandomSource): () => string {
  const prefix = `.cairn-restore-${toHex(random(8))}-`
  let next = 0
  return () => prefix + (next++).toString(36)
}

/** Restores a regular file as `name` in `parent`, replacing what has that name; returns its length in bytes. */
export async function writeFileEntry(
  context: WriteContext,
  parent: TargetDirectory,
  name: string,
  path: string,
  entry: DirEntry,
): Promise<number> {
  const reader = await context.objects.open(entry.objectId)
  const isCutShort = entry.name.startsWith(CHECKPOINTED)
  if (reader.length !== entry.size && !isCutShort) throw sizeDiffers(path, entry.size, reader.length)
  const whole = reader.length <= SMALL_BYTES ? await reader.readAll(SMALL_BYTES) : undefined
  throwIfCancelled(context.signal)
  const temporary = parent.at(context.temporaryName())
  const fd = openSync(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
  let isDone = false
  try {
    let length = 0
    try {
      if (whole !== undefined) length = writeAll(fd, whole)
      else
        for await (const chunk of reader.chunks(context.signal)) {
          throwIfCancelled(context.signal)
          for (let at = 0; at < chunk.length; ) at += (await writeAsync(fd, chunk, at, chunk.length - at)).bytesWritten
          length += chunk.length
          if (length > reader.length) break
        }
      if (length !== reader.length) throw sizeDiffers(path, reader.length, length)
      context.attributes.setOpen(fd, path, entry, fstatSync(fd))
    } finally {
      closeSync(fd)
    }
    renameSync(temporary, parent.at(name))
    isDone = true
    return length
  } finally {
    if (!isDone) unlinkQuietly(temporary)
  }
}

/** Restores a symbolic link as `name` in `parent`; its target is stored text that is never followed. */
export async function writeLinkEntry(context: WriteContext, parent: TargetDirectory, name: string, entry: DirEntry): Promise<void> {
  const reader = await context.objects.open(entry.objectId)
  const target = await reader.readAll(LONGEST_LINK_BYTES)
  throwIfCancelled(context.signal)
  if (target.length === 0 || target.includes(0))
    throw new CairnError(
      'CAIRN_RESTORE_BAD_LINK',
      `The stored target of the link "${name}" is ${target.length === 0 ? 'empty' : 'no path'}.`,
    )
  const temporary = parent.at(context.temporaryName())
  symlinkSync(Buffer.from(target), temporary)
  let isDone = false
  try {
    context.attributes.setLink(temporary, entry, lstatSync(temporary))
    renameSync(temporary, parent.at(name))
    isDone = true
  } finally {
    if (!isDone) unlinkQuietly(temporary)
  }
}

function writeAll(fd: number, bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) at += writeSync(fd, bytes, at)
  return at
}

function unlinkQuietly(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // The error that brought us here says more.
  }
}

function sizeDiffers(path: string, expected: number, actual: number): CairnError {
  return new CairnError('CAIRN_RESTORE_SIZE_DIFFERS', `"${path}" should have ${expected} bytes, but its object has ${actual}.`, {
    hint: 'The snapshot is damaged here; restore the file from another snapshot.',
  })
}
