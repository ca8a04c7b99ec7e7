/** A small file in the place of what cannot be read, which says what was there and why it is gone (docs/repository-format.md, "Mending snapshots"). */
import type { ObjectManager } from '../../repo/api.ts'
import { utf8 } from '../../util/bytes.ts'
import { encodeGoString } from '../../util/go-json.ts'
import { indentJsonWide } from '../../util/indent-json.ts'
import { type DirEntry, encodeDirEntry } from '../dir-entry.ts'

/** Part of the format: programs tell stubs from ordinary files by it. */
const INFO = 'Kopia replaced the original entry with this stub because of an error.'

/** Stores the stub of an entry; `reason` is the text of the error. */
export async function writeStub(objects: ObjectManager, entry: DirEntry, reason: string, signal?: AbortSignal): Promise<DirEntry> {
  const written = await objects.writeBytes(utf8(stubText(entry, reason)), { signal })
  const { mode, mtimeNs, uid, gid } = entry
  return { name: `.INVALID.${entry.name}`, type: 'f', mode, size: written.length, mtimeNs, uid, gid, objectId: written.id }
}

/**
 * {
 *       "info": …,
 *       "error": …,
 *       "entry": {
 *           …
 *       }
 *   }
 */
function stubText(entry: DirEntry, reason: string): string {
  const json = `{"info":${encodeGoString(INFO)},"error":${encodeGoString(reason)},"entry":${encodeDirEntry(entry)}}`
  return `${indentJsonWide(json)}\n`
}
