/**
 * Placeholders of a shallow restore (docs/repository-format.md, "Placeholders").
 *
 *   NAME.kopia-entry                 of a file: the JSON of its entry
 *   NAME.kopia-entry/.kopia-entry    of a directory: the same
 */
import { lstatSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { CairnError } from '../../errors.ts'
import { errnoOf } from '../../fs/errors.ts'
import { NewFile, writeAt } from '../../fs/new-file.ts'
import { LONGEST_PLACEHOLDER_BYTES, PLACEHOLDER_SUFFIX } from '../../fs/placeholder.ts'
import { utf8 } from '../../util/bytes.ts'
import { type DirEntry, encodeLoneEntry } from '../dir-entry.ts'
import { decodePlaceholder } from '../placeholder-entry.ts'
import { attributesOf } from './attributes.ts'
import { statOf } from './existing.ts'
import { openChild, type TargetDirectory } from './safe-path.ts'
import type { WriteContext } from './write-entry.ts'

const LONGEST_NAME_BYTES = 255
const WRITE_BITS = 0o222

/** Whether a path names a placeholder. */
export function isPlaceholderPath(path: string): boolean {
  return path.endsWith(PLACEHOLDER_SUFFIX) && basename(path) !== PLACEHOLDER_SUFFIX
}

/** The path that a placeholder stands for. */
export function withoutSuffix(path: string): string {
  return path.slice(0, -PLACEHOLDER_SUFFIX.length)
}

/** The name of the placeholder of `name`, or undefined when it would be too long. */
export function placeholderName(name: string): string | undefined {
  return Buffer.byteLength(name) + PLACEHOLDER_SUFFIX.length <= LONGEST_NAME_BYTES ? name + PLACEHOLDER_SUFFIX : undefined
}

/** Writes the placeholder `name` of an entry. Throws CAIRN_RESTORE_EXISTS when the entry itself is there, and errors of the system. */
export function writePlaceholder(context: WriteContext, parent: TargetDirectory, path: string, name: string, entry: DirEntry): void {
  if (statOf(parent, entry.name) !== undefined)
    throw new CairnError('CAIRN_RESTORE_EXISTS', `"${parent.displayPath}/${entry.name}" exists; no placeholder is put beside it.`, {
      hint: 'Restore into a new folder, or remove it first.',
    })
  if (entry.type === 'd') {
    const { directory } = openChild(parent, name)
    try {
      writeOne(context, directory, path, PLACEHOLDER_SUFFIX, entry)
    } finally {
      directory.close()
    }
  } else writeOne(context, parent, path, name, entry)
}

function writeOne(context: WriteContext, parent: TargetDirectory, path: string, name: string, entry: DirEntry): void {
  const bytes = utf8(`${encodeLoneEntry(entry)}\n`)
  const attributes = attributesOf({ ...entry, mode: entry.mode & ~WRITE_BITS })
  const file = new NewFile(
    { temporary: parent.at(context.temporaryName()), final: parent.at(name), attributes },
    context.rules,
    bytes.length,
  )
  try {
    writeAt(file.descriptor, bytes, 0, false)
    context.attributes.count(file.finish(context.attributes.writer), path)
  } finally {
    file.discard()
  }
}

/** The entry that the placeholder at `path` describes. Throws CAIRN_RESTORE_PLACEHOLDER. */
export function readPlaceholder(path: string): DirEntry {
  let text: string
  try {
    const file = lstatSync(path).isDirectory() ? join(path, PLACEHOLDER_SUFFIX) : path
    const { size } = lstatSync(file)
    if (size > LONGEST_PLACEHOLDER_BYTES) throw damaged(path, `it has ${size} bytes`)
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    if (cause instanceof CairnError) throw cause
    throw damaged(path, errnoOf(cause) === 'ENOENT' ? 'it does not exist' : String(errnoOf(cause) ?? cause), cause)
  }
  const entry = decodePlaceholder(text)
  if (typeof entry === 'string') throw damaged(path, entry)
  return entry
}

function damaged(path: string, why: string, cause?: unknown): CairnError {
  return new CairnError('CAIRN_RESTORE_PLACEHOLDER', `The placeholder "${path}" cannot be read: ${why}.`, {
    hint: 'Restore what it stood for by the ID of the snapshot and the path in it.',
    cause,
  })
}
