/** The folder in which relative paths start, also when somebody has deleted it meanwhile. */
import { isAbsolute, parse } from 'node:path'

export interface WorkingDirectory {
  readonly path: string
  /** Somebody has deleted it; `path` is where it was, as far as the shell said. */
  readonly isGone: boolean
}

/** The working directory of `process`, which is in `told` as the shell says. No thread can start in one that is gone: the process leaves it then. */
export function workingDirectory(process: Pick<NodeJS.Process, 'cwd' | 'chdir' | 'execPath'>, told: string | undefined): WorkingDirectory {
  try {
    return { path: process.cwd(), isGone: false }
  } catch {
    const { root } = parse(process.execPath)
    process.chdir(root)
    return { path: told !== undefined && isAbsolute(told) ? told : root, isGone: true }
  }
}
