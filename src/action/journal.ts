/** The journal of owed after-hooks: a file of identifiers in the runner's temporary folder, written before each effect. */
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { CairnError, messageOf } from '../errors.ts'
import type { HookJournal, OwedHook } from '../hooks/journal.ts'

/** Larger journals are not read, in bytes. */
const MAX_BYTES = 16 * 1024 * 1024
const NAME = 'owed-hooks.jsonl'
const FOLDER_PREFIX = 'cairn-journal-'

type Line = { readonly owed: OwedHook } | { readonly paid: string }

/** A journal in a new folder with mode 0700, made when there is first something to write; `onCreate` is told its path before that. */
export function lazyJournal(temporaryDirectory: string, onCreate: (path: string) => void): HookJournal {
  let journal: HookJournal | undefined
  const open = () => {
    if (journal !== undefined) return journal
    const path = join(makeFolder(temporaryDirectory), NAME)
    onCreate(path)
    journal = journalAt(path)
    return journal
  }
  return { owed: (hook) => open().owed(hook), paid: (id) => open().paid(id) }
}

function makeFolder(temporaryDirectory: string): string {
  try {
    mkdirSync(temporaryDirectory, { recursive: true })
    return mkdtempSync(join(temporaryDirectory, FOLDER_PREFIX))
  } catch (error) {
    throw new CairnError('CAIRN_HOOK_NOT_STARTED', `No hook can be run: its journal cannot be written: ${messageOf(error)}`, {
      cause: error,
      hint: 'Look at RUNNER_TEMP, its free space and permissions.',
    })
  }
}

/** Removes a journal that has nothing more to tell. */
export function removeJournal(path: string): void {
  if (basename(path) === NAME && basename(dirname(path)).startsWith(FOLDER_PREFIX)) rmSync(dirname(path), { recursive: true, force: true })
}

/** A journal that continues the file at `path`. */
export function journalAt(path: string): HookJournal {
  const append = (line: Line) => appendFileSync(path, `${JSON.stringify(line)}\n`, { mode: 0o600 })
  return { owed: (hook) => append({ owed: hook }), paid: (id) => append({ paid: id }) }
}

/** After-hooks that were owed and not paid, the last begun first. A line that was cut short by a kill is passed over. */
export function readOwed(path: string): OwedHook[] {
  if (!existsSync(path)) return []
  const text = readFileSync(path, 'utf8')
  if (text.length > MAX_BYTES) return []
  const owed = new Map<string, OwedHook>()
  for (const line of text.split('\n')) {
    const entry = parseLine(line)
    if (entry === undefined) continue
    if ('paid' in entry) owed.delete(entry.paid)
    else {
      // Later facts of the same hook replace the earlier ones, and keep its place.
      owed.set(entry.owed.id, entry.owed)
    }
  }
  return [...owed.values()].reverse()
}

const OWED_KEYS = ['id', 'sessionId', 'label', 'sourcePath', 'snapshotPath', 'privateDir'] as const

function parseLine(line: string): Line | undefined {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  if ('paid' in value && typeof value.paid === 'string') return { paid: value.paid }
  if (!('owed' in value) || typeof value.owed !== 'object' || value.owed === null) return undefined
  const owed: object = value.owed
  const texts = OWED_KEYS.map((key): unknown => Reflect.get(owed, key))
  const [id, sessionId, label, sourcePath, snapshotPath, privateDir] = texts
  const phase: unknown = Reflect.get(owed, 'phase')
  if (phase !== 'after-snapshot-root' && phase !== 'after-folder') return undefined
  if (!isText(id) || !isText(sessionId) || !isText(label) || !isText(sourcePath) || !isText(snapshotPath) || !isText(privateDir))
    return undefined
  return { owed: { id, phase, sessionId, label, sourcePath, snapshotPath, privateDir } }
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
