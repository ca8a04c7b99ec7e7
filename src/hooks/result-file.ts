/** The result file that `job.after` steps read (docs/hooks.md, "Job steps"). */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toHex } from '../util/bytes.ts'
import type { RandomSource } from '../util/random.ts'
import { makePrivateDir } from './private-dir.ts'

export interface ResultFile {
  readonly path: string
  remove(): void
}

/** Writes `text` to a new file that only the user of the run can read. */
export function writeResultFile(tempDir: string, text: string, random: RandomSource): ResultFile {
  const folder = makePrivateDir(tempDir)
  const path = join(folder, `result-${toHex(random(4))}.json`)
  writeFileSync(path, text, { mode: 0o600, flag: 'wx' })
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
