/** What is wrong with the text of a script, whatever key it came from. */
import type { Span } from './positions.ts'
import type { Reading } from './reading.ts'
import { spanInScript } from './script-places.ts'
import { findSecret } from './secrets.ts'
import { findPipe } from './shell-pipes.ts'
import type { ScalarNode } from './yaml-tree.ts'

/** Largest script that a policy can hold, in bytes. */
export const MAX_SCRIPT_BYTES = 32_000

export interface ScriptText {
  /** The value in the file: the script itself, or the path of `file:`. */
  readonly node: ScalarNode
  readonly path: string
  /** The script as written, without prologue. */
  readonly script: string
  /** The script as stored, with prologue. */
  readonly stored: string
  /** The script stands in the policy file. */
  readonly isInline: boolean
}

/** Reports P032, P033, P034 and P041; returns whether the script can be used. */
export function checkScript(text: ScriptText, reading: Reading): boolean {
  const { node, path, script } = text
  const { findings } = reading
  const place = (from: number, to: number): Span => (text.isInline ? spanInScript(node, from, to, reading.text, reading.lines) : node.span)
  if (isEmptyScript(script)) {
    findings.add('P032', node.span, path, 'The script is empty.', { hint: 'Write a command, or delete the hook.' })
    return false
  }
  if (/^(?:none|inherit)$/.test(script.trim())) {
    findings.add('P033', node.span, path, `"${script.trim()}" would be run as a command.`)
    return false
  }
  let isUsable = true
  const refuse = (span: Span, message: string, hint: string) => {
    findings.add('P034', span, path, message, { hint })
    isUsable = false
  }
  const bytes = Buffer.byteLength(text.stored)
  if (bytes > MAX_SCRIPT_BYTES) {
    refuse(
      node.span,
      `The script has ${bytes} bytes; a policy holds at most ${MAX_SCRIPT_BYTES}.`,
      'Keep the script in the repository and start it from a short one.',
    )
  }
  const zero = script.indexOf('\0')
  if (zero !== -1) refuse(place(zero, zero + 1), 'A script cannot hold a NUL character.', 'Delete it.')
  const lone = /\p{Surrogate}/u.exec(script)
  if (lone !== null) refuse(place(lone.index, lone.index + 1), 'Half of a surrogate pair cannot be stored as UTF-8.', 'Delete it.')
  const late = /^[\s\uFEFF]+(?=#!)/.exec(script)
  if (late !== null) refuse(place(0, late[0].length), 'The first line must start with #! itself.', 'Delete what stands in front of #!.')
  const carriageReturn = /^#![^\n]*?\r/.exec(script)
  if (carriageReturn !== null) {
    const at = carriageReturn[0].length - 1
    refuse(
      place(at, at + 1),
      'The first line ends with a carriage return, so its interpreter is not found.',
      'Save the script with LF line ends.',
    )
  }
  const secret = findSecret(script)
  if (secret !== undefined) {
    const where = text.isInline ? '' : `, in line ${script.slice(0, secret.start).split('\n').length} of the file`
    findings.add('P041', place(secret.start, secret.end), path, `This looks like ${secret.what}${where}.`, { hint: SECRET_HINT })
  }
  return isUsable
}

export const SECRET_HINT = 'Pass it by name with `secrets:`, and delete it from the history.'

/** Reports P057: a pipeline whose first command may fail unseen. */
export function checkPipes(node: ScalarNode, script: string, path: string, reading: Reading): void {
  if (script.startsWith('#!') && !readsAsShell(script)) return
  if (/^set\s[^#\n]*\bpipefail\b/m.test(script) && /^#!.*bash/.test(script)) return
  const pipe = findPipe(script)
  if (pipe === undefined) return
  reading.findings.add(
    'P057',
    spanInScript(node, pipe, pipe + 1, reading.text, reading.lines),
    path,
    'A command that fails in front of this pipe goes unseen.',
    {
      hint: 'Add `shell: bash`, which stops at any failed part.',
    },
  )
}

function readsAsShell(script: string): boolean {
  return /^#!\s*\S*?(?:\/env\s+(?:-\S+\s+)*)?(?:\S*\/)?(?:ba|da|k|z|a)?sh\b/.test(script.split('\n', 1)[0] ?? '')
}

/** Whether a script has only blanks and comments; a line with an interpreter alone is empty as well. */
export function isEmptyScript(script: string): boolean {
  return script.split(/\r\n|\r|\n/).every((line) => /^\s*(?:#.*)?$/.test(line.replace(/^\uFEFF/, '')))
}
