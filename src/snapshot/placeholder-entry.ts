/** What a placeholder of a shallow restore describes (docs/repository-format.md, "Placeholders"). */
import { isJsonObject } from '../util/json-read.ts'
import { type DirEntry, decodeDirEntry } from './dir-entry.ts'

/** The entry that the text of a placeholder describes, or why it describes none. */
export function decodePlaceholder(text: string): DirEntry | string {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return 'it is not JSON'
  }
  const entry = isJsonObject(parsed) ? decodeDirEntry(parsed) : 'it is not an object'
  if (typeof entry === 'string') return entry
  return entry.objectId === '' || (entry.type !== 'd' && entry.type !== 'f') ? 'it describes no file and no directory' : entry
}
