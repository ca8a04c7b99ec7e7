/** Lets the user change a text in an editor of their own. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CairnError, messageOf } from '../errors.ts'
import type { CliContext } from './context.ts'

/** Opens `text` as a file of that name and resolves to what was saved. Errors: CAIRN_EDITOR_FAILED. */
export async function editText(context: CliContext, fileName: string, text: string): Promise<string> {
  const folder = mkdtempSync(join(context.os.temporaryDirectory, 'cairn-edit-'))
  const path = join(folder, fileName)
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' })
    const [program, ...args] = editorCommand(context.env, context.platform)
    await runEditor(program, [...args, path])
    return readFileSync(path, 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** VISUAL, then EDITOR: a program, in double quotes when its path has blanks, and arguments between blanks. */
export function editorCommand(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): [string, ...string[]] {
  const text = (env['VISUAL'] || env['EDITOR'] || '').trim()
  if (text === '') return [platform === 'win32' ? 'notepad.exe' : 'vi']
  const quoted = /^"([^"]+)"(.*)$/.exec(text)
  const [program = '', rest = ''] = quoted === null ? [text.split(/\s+/, 1)[0], text.replace(/^\S+/, '')] : quoted.slice(1)
  return [program, ...rest.split(/\s+/).filter((part) => part !== '')]
}

async function runEditor(program: string, args: readonly string[]): Promise<void> {
  const hint = 'Name an editor in VISUAL or EDITOR.'
  const code = await new Promise<number | string>((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit' })
    child.on('error', (error) => resolve(messageOf(error)))
    child.on('exit', (exitCode, signal) => resolve(exitCode ?? signal ?? 'unknown'))
  })
  if (code === 0) return
  const why = typeof code === 'number' ? `ended with exit code ${code}` : `could not be run: ${code}`
  throw new CairnError('CAIRN_EDITOR_FAILED', `The editor "${program}" ${why}. The policy is unchanged.`, { hint })
}
