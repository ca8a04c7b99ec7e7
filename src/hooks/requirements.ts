/** Looks programs up before anything runs, as the system would (docs/hooks.md, "Programs"). */
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

export interface LookupPlace {
  /** The hook's PATH. */
  readonly path: string | undefined
  readonly platform: NodeJS.Platform
  /** %PATHEXT% of a Windows system. */
  readonly pathExtensions?: string | undefined
}

/** Those of `programs` that are not found as executable files. */
export function missingPrograms(programs: readonly string[], place: LookupPlace): readonly string[] {
  return programs.filter((program) => !isFound(program, place))
}

function isFound(program: string, place: LookupPlace): boolean {
  const folders = isAbsolute(program) ? [''] : (place.path ?? '').split(delimiter).filter((folder) => folder !== '')
  const extensions = place.platform === 'win32' ? ['', ...(place.pathExtensions ?? '.COM;.EXE;.BAT;.CMD').split(';')] : ['']
  return folders.some((folder) =>
    extensions.some((extension) => isExecutable((folder === '' ? program : join(folder, program)) + extension)),
  )
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
