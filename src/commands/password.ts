/** Where the repository password comes from, in order (docs/cli.md, "Password"). */
import { CairnError } from '../errors.ts'
import type { CommandContext } from './context.ts'

export interface PasswordSources {
  /** From an input or a flag; never printed. */
  readonly given?: string | undefined
  /** From the password file beside a configuration. */
  readonly stored?: string | undefined
  /** Ask twice, because the password is about to be set. */
  readonly isNew?: boolean
}

export interface ResolvedPassword {
  readonly password: string
  /** Words for a message: `KOPIA_PASSWORD`, `the password file`. */
  readonly origin: string
}

/**
 * Finds the password: given, KOPIA_PASSWORD, CAIRN_PASSWORD, the password file, the terminal.
 *
 * White space around it is removed, as Kopia does, with a notice when that changed it.
 * Errors: CAIRN_PASSWORD_MISSING, CAIRN_PASSWORD_MISMATCH.
 */
export async function resolvePassword(context: CommandContext, sources: PasswordSources = {}): Promise<ResolvedPassword> {
  const given = givenPassword(context, sources)
  if (given !== undefined) return { password: trimmed(context, given.value, given.origin), origin: given.origin }
  if (context.promptPassword !== undefined) {
    const password = await ask(context.promptPassword, sources.isNew ?? false)
    if (password.trim() !== '') return { password: trimmed(context, password, 'the terminal'), origin: 'the terminal' }
  }
  throw new CairnError('CAIRN_PASSWORD_MISSING', 'No repository password was given.', {
    hint: 'Set KOPIA_PASSWORD (or CAIRN_PASSWORD) in the environment, or the "password" input of the action.',
  })
}

/** The password that can be had without asking, with the white space around it. */
export function givenPassword({ env }: Pick<CommandContext, 'env'>, { given, stored }: PasswordSources) {
  const candidates = [
    { origin: 'the password input', value: given },
    { origin: 'KOPIA_PASSWORD', value: env['KOPIA_PASSWORD'] },
    { origin: 'CAIRN_PASSWORD', value: env['CAIRN_PASSWORD'] },
    { origin: 'the password file', value: stored },
  ]
  for (const { origin, value } of candidates) if (value !== undefined && value.trim() !== '') return { origin, value }
  return undefined
}

/** Where the password of a run will come from, as words for a message; undefined when none was given. */
export function passwordOrigin(env: CommandContext['env'], given: string | undefined): string | undefined {
  if (given !== undefined && given.trim() !== '') return 'the password input'
  return ['KOPIA_PASSWORD', 'CAIRN_PASSWORD'].find((name) => (env[name] ?? '').trim() !== '')
}

async function ask(prompt: (question: string) => Promise<string>, isNew: boolean): Promise<string> {
  const first = await prompt(isNew ? 'New repository password: ' : 'Repository password: ')
  if (isNew && (await prompt('The same again: ')) !== first) {
    throw new CairnError('CAIRN_PASSWORD_MISMATCH', 'The two passwords are not the same.', { hint: 'Run the command again.' })
  }
  return first
}

function trimmed(context: CommandContext, value: string, origin: string): string {
  const password = value.trim()
  context.mask(value)
  context.mask(password)
  if (password !== value) context.log.notice(`White space around the password from ${origin} was removed, as Kopia does.`)
  return password
}
