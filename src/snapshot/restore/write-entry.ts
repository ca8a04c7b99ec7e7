/** Writes one file or link under a temporary name and renames it: what has its final name is complete (docs/threat-model.md, "Restore"). */
import { lstatSync, renameSync, symlinkSync, unlinkSync } from 'node:fs'
import { CairnError, throwIfCancelled } from '../../errors.ts'
import { NewFile, writeAt } from '../../fs/new-file.ts'
import type { ObjectManager, ObjectReader } from '../../repo/api.ts'
import { toHex } from '../../util/bytes.ts'
import type { FileTarget, WriteRules } from '../../util/file-target.ts'
import type { RandomSource } from '../../util/random.ts'
import type { DirEntry } from '../dir-entry.ts'
import { type AttributeSetter, attributesOf } from './attributes.ts'
import type { TargetDirectory } from './safe-path.ts'

/** The longest link target that any supported system takes. */
export const LONGEST_LINK_BYTES = 64 * 1024
/** Kopia's name for a file that a checkpoint cut short: its stored size is that of the whole file. */
const CHECKPOINTED = '.checkpointed.'

/** Whether the object of a file is a part of it, because a checkpoint came in between. */
export function isCheckpointed(entry: DirEntry): boolean {
  return entry.name.startsWith(CHECKPOINTED)
}

/** What writing needs to know beside the entry. */
export interface WriteContext {
  readonly objects: ObjectManager
  readonly attributes: AttributeSetter
  readonly rules: WriteRules
  /** Files may be written by worker threads, where directories are held by descriptors. */
  readonly usesWorkers: boolean
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
  if (reader.length !== entry.size && !isCheckpointed(entry)) throw sizeDiffers(path, entry.size, reader.length)
  throwIfCancelled(context.signal)
  const temporary = parent.at(context.temporaryName())
  const target = { temporary, final: parent.at(name), attributes: attributesOf(entry) }
  const isForWorkers = context.usesWorkers && parent.fd !== undefined && reader.extract !== undefined
  const lost = isForWorkers
    ? await reader.extract(target, context.rules, context.signal)
    : await writeHere(context, reader, parent, name, path, target)
  context.attributes.count(lost, path)
  return reader.length
}

/** Reads and writes in this thread; a directory without a descriptor is looked at again before each use of its path. */
async function writeHere(
  context: WriteContext,
  reader: ObjectReader,
  parent: TargetDirectory,
  name: string,
  path: string,
  target: FileTarget,
): Promise<number> {
  const file = new NewFile(target, context.rules, reader.length)
  try {
    let length = 0
    for await (const chunk of reader.chunks(context.signal)) {
      throwIfCancelled(context.signal)
      if (length + chunk.length > reader.length) throw sizeDiffers(path, reader.length, length + chunk.length)
      writeAt(file.descriptor, chunk, length, context.rules.isSparse)
      length += chunk.length
    }
    if (length !== reader.length) throw sizeDiffers(path, reader.length, length)
    parent.at(name)
    return file.finish(context.attributes.writer)
  } finally {
    file.discard()
  }
}

/** Restores a symbolic link as `name` in `parent`; its target is stored text that is never followed. */
export async function writeLinkEntry(
  context: WriteContext,
  parent: TargetDirectory,
  name: string,
  path: string,
  entry: DirEntry,
): Promise<void> {
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
    context.attributes.setLink(temporary, path, entry, lstatSync(temporary))
    renameSync(temporary, parent.at(name))
    isDone = true
  } finally {
    if (!isDone) unlinkQuietly(temporary)
  }
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
