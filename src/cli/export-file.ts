/** Writes what was exported to the file that the user named. */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { CairnError, messageOf } from '../errors.ts'

/** The file is whole or not there at all; one that is replaced keeps its mode. Errors: CAIRN_EXPORT_EXISTS, CAIRN_EXPORT_UNWRITABLE. */
export function writeExport(path: string, text: string, mayOverwrite: boolean): void {
  refuseExisting(path, mayOverwrite)
  let part: string | undefined
  try {
    if (!existsSync(path)) {
      writeFileSync(path, text, { mode: 0o600, flag: 'wx', flush: true })
      return
    }
    const target = realpathSync(path)
    part = `${target}.tmp.${randomBytes(8).toString('hex')}`
    writeFileSync(part, text, { mode: 0o600, flag: 'wx', flush: true })
    chmodSync(part, statSync(target).mode & 0o777)
    renameSync(part, target)
  } catch (cause) {
    if (part !== undefined) rmSync(part, { force: true })
    throw new CairnError('CAIRN_EXPORT_UNWRITABLE', `${path} cannot be written: ${messageOf(cause)}.`, { cause })
  }
}

/** Errors: CAIRN_EXPORT_EXISTS. */
export function refuseExisting(path: string, mayOverwrite: boolean): void {
  if (mayOverwrite || !existsSync(path)) return
  throw new CairnError('CAIRN_EXPORT_EXISTS', `${path} exists.`, { hint: 'Name another file, or add --overwrite.' })
}
