/** Lists a folder and looks at its entries; what is found can be kept and sent. Knows nothing of threads. */
import { CairnError } from '../../../errors.ts'
import { type Rows, rowsOf } from '../../../fs/entry-rows.ts'
import { type LocalPath, listNames, lookAt, replacedFolder } from '../../../fs/local.ts'
import { type FaultText, SCOUTED_ENTRIES } from './protocol.ts'

/** What a folder has to be. */
export interface FolderPlace {
  readonly path: LocalPath
  readonly device: bigint
  readonly inode: bigint
}

export type Survey =
  | {
      readonly kind: 'seen'
      readonly rows: Rows
      readonly failures: readonly { readonly name: string; readonly error: FaultText }[]
      /** Entries that went away between being listed and being looked at. */
      readonly vanished: number
    }
  /** Too many entries, or names that are not valid UTF-8. */
  | { readonly kind: 'unsuited' }
  | { readonly kind: 'failed'; readonly error: FaultText }

/** Looks at the folder now. */
export function surveyFolder(place: FolderPlace): Survey {
  const { path } = place
  try {
    const names = listNames(path)
    if (names.length > SCOUTED_ENTRIES || names.some((name) => typeof name !== 'string')) return { kind: 'unsuited' }
    const { entries, failures, vanished } = lookAt(path, names)
    // Before anything is made of them: the entries may be those of another folder.
    const replaced = replacedFolder(path, place)
    if (replaced !== undefined) return { kind: 'failed', error: faultText(replaced) }
    const faults = failures.map(({ name, error }) => ({ name, error: faultText(error) }))
    return { kind: 'seen', rows: rowsOf(entries), failures: faults, vanished }
  } catch (error) {
    return { kind: 'failed', error: faultText(error) }
  }
}

function faultText(error: unknown): FaultText {
  if (!(error instanceof CairnError)) throw error
  const { code, message, hint } = error
  if (code !== 'CAIRN_FILE_VANISHED' && code !== 'CAIRN_FILE_UNREADABLE' && code !== 'CAIRN_FILE_CHANGED') throw error
  return { code, message, hint }
}
