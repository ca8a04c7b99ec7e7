/** The work of a scout: listing a folder, looking at its entries, comparing them with an earlier directory. Knows nothing of threads. */
import { CairnError } from '../../../errors.ts'
import type { Entry } from '../../../fs/entry.ts'
import { type LocalPath, listNames, lookAt, replacedFolder } from '../../../fs/local.ts'
import { type DirEntry, encodeDirEntry } from '../../dir-entry.ts'
import { decodeDirectory } from '../../directory.ts'
import { isReusable } from '../same.ts'
import { type EarlierFolder, type FaultText, SCOUTED_ENTRIES, type ScoutFinding, type ScoutReport, type ScoutRequest } from './protocol.ts'
import { RowWriter } from './rows.ts'

/** Entries or folders after which a report is sent although more requests wait: the walk goes on meanwhile. */
const REPORT_ENTRIES = 512
const REPORT_FOLDERS = 16

/** Answers the requests in order, in reports of a few hundred entries. */
export function* scout(requests: readonly ScoutRequest[]): Generator<ScoutReport> {
  const rows = new RowWriter()
  let findings: ScoutFinding[] = []
  let earlier: string[] = []
  for (const [index, request] of requests.entries()) {
    findings.push(lookAtFolder(request, rows, earlier))
    const isFull = rows.count >= REPORT_ENTRIES || findings.length >= REPORT_FOLDERS
    if (!isFull && index + 1 < requests.length) continue
    yield { findings, ...rows.take(), earlier: `[${earlier.join(',')}]` }
    findings = []
    earlier = []
  }
}

function lookAtFolder(request: ScoutRequest, rows: RowWriter, earlierFolders: string[]): ScoutFinding {
  const { id, device, inode, earlier } = request
  const path = localPath(request.path)
  try {
    const names = listNames(path)
    if (names.length > SCOUTED_ENTRIES || names.some((name) => typeof name !== 'string')) return { kind: 'unsuited', id }
    const { entries, failures, vanished } = lookAt(path, names)
    // Before anything is made of them: the entries may be those of another folder.
    const replaced = replacedFolder(path, { device, inode })
    if (replaced !== undefined) return { kind: 'failed', id, error: faultText(replaced) }
    const isWhole = failures.length + vanished === 0
    const same = earlier === undefined || !isWhole ? undefined : compare(entries, earlier)
    if (same !== undefined) {
      const { files, bytes, folders } = same
      for (const folder of folders) {
        rows.add(folder.entry)
        earlierFolders.push(encodeDirEntry(folder.earlier))
      }
      return { kind: 'same', id, count: folders.length, files, bytes }
    }
    for (const entry of entries) rows.add(entry)
    const faults = failures.map(({ name, error }) => ({ name, error: faultText(error) }))
    return { kind: 'listed', id, count: entries.length, vanished, failures: faults }
  } catch (error) {
    return { kind: 'failed', id, error: faultText(error) }
  }
}

interface SameFolder {
  readonly files: number
  readonly bytes: number
  readonly folders: readonly { readonly entry: Entry; readonly earlier: DirEntry }[]
}

/** Undefined unless every file and link is what the earlier directory holds, and every sub-folder was one then. */
function compare(entries: readonly Entry[], { objectId, bytes, avoid }: EarlierFolder): SameFolder | undefined {
  const byName = earlierByName(bytes, objectId)
  if (byName === undefined || byName.size !== entries.length || entries.length === 0) return undefined
  const folders: { entry: Entry; earlier: DirEntry }[] = []
  let size = 0
  for (const entry of entries) {
    const earlier = byName.get(entry.name)
    // A name with U+FFFD may stand for other bytes.
    if (earlier === undefined || entry.name.includes('\ufffd')) return undefined
    if (avoid.names.includes(entry.name) || avoid.inodes.includes(entry.inode)) return undefined
    if (entry.kind === 'directory') {
      if (earlier.type !== 'd') return undefined
      folders.push({ entry, earlier })
    } else if (isReusable(earlier, entry)) size += entry.size
    else return undefined
  }
  return { files: entries.length - folders.length, bytes: size, folders }
}

/** Undefined when the object is damaged, or holds anything that cannot be compared one to one. */
function earlierByName(bytes: Uint8Array, objectId: string): Map<string, DirEntry> | undefined {
  try {
    const { entries, rejected } = decodeDirectory(bytes, objectId)
    const byName = new Map(entries.map((entry) => [entry.name, entry]))
    return rejected.length > 0 || byName.size !== entries.length ? undefined : byName
  } catch (error) {
    // The walk reads it again and says what is wrong with it.
    if (error instanceof CairnError) return undefined
    throw error
  }
}

function localPath(path: string | Uint8Array): LocalPath {
  return typeof path === 'string' ? path : Buffer.from(path.buffer, path.byteOffset, path.byteLength)
}

function faultText(error: unknown): FaultText {
  if (!(error instanceof CairnError)) throw error
  const { code, message, hint } = error
  if (code !== 'CAIRN_FILE_VANISHED' && code !== 'CAIRN_FILE_UNREADABLE' && code !== 'CAIRN_FILE_CHANGED') throw error
  return { code, message, hint }
}
