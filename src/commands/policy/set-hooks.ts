/** The flags of `policy set` about hooks (docs/hooks.md, "Command strings"). */
import type { NativeAction, Policy } from '../../policy/policy.ts'
import { splitCommandString } from '../../policyfile/command-string.ts'
import { MAX_TIMEOUT_SECONDS } from '../../policyfile/durations.ts'
import { actionFromHook } from '../../policyfile/native.ts'
import { MAX_SCRIPT_BYTES } from '../../policyfile/script-checks.ts'
import { fromUtf8 } from '../../util/bytes.ts'
import { parseGoDuration } from '../../util/go-duration.ts'
import type { ChangeSurroundings, GivenFlags, PolicyFlag, SetRow } from './set-row.ts'
import { usageError } from './usage.ts'

/** In the order in which Kopia sets them. */
const HOOKS = [
  { name: 'before-folder', key: 'beforeFolder', when: 'before this folder is read', isRoot: false },
  { name: 'after-folder', key: 'afterFolder', when: 'after this folder was read', isRoot: false },
  { name: 'before-snapshot-root', key: 'beforeSnapshotRoot', when: 'before a source is read', isRoot: true },
  { name: 'after-snapshot-root', key: 'afterSnapshotRoot', when: 'after a source was read', isRoot: true },
] as const

type HookRow = (typeof HOOKS)[number]

const NS_PER_SECOND = 1_000_000_000n

/** Stands for "not given" in Kopia's flags, also when somebody writes it. */
const UNCHANGED = '-'

/** The four hooks, which share mode, timeout and kind when they are given in one command. */
export const HOOKS_ROW: SetRow = {
  flags: [
    ...HOOKS.map(
      ({ name, when, isRoot }): PolicyFlag => ({
        name: `${name}-action`,
        value: 'COMMAND',
        help: `Program to run ${when}, with arguments as Kopia splits them; an empty text removes it${isRoot ? ', none switches off an inherited one' : ''}.`,
      }),
    ),
    { name: 'action-command-timeout', value: 'DURATION', default: '5m', help: 'How long the hooks of this command may run, 1s to 24h.' },
    {
      name: 'action-command-mode',
      value: 'MODE',
      choices: ['essential', 'optional', 'async'],
      default: 'essential',
      help: 'What a failure of the hooks of this command means.',
    },
    { name: 'persist-action-script', isNegatable: true, help: 'COMMAND is a script file: its text is stored in the policy.' },
  ],
  apply(policy, given, surroundings) {
    let changes = 0
    for (const hook of HOOKS) changes += applyHook(hook, policy, given, surroundings)
    return changes
  },
}

function applyHook(hook: HookRow, policy: Policy, given: GivenFlags, { log, readScript }: ChangeSurroundings): number {
  const { name, key, isRoot } = hook
  const flag = `${name}-action`
  const text = given.text(flag) ?? UNCHANGED
  if (text === UNCHANGED) return 0
  policy.actions ??= {}
  if (text === 'inherit' && !isRoot)
    throw usageError(
      `--${flag}=inherit has no meaning: hooks of folders are never inherited.`,
      `To remove it, write --${flag}= with nothing behind it.`,
    )
  if (text === '' || text === 'inherit' || (text === 'none' && !isRoot)) {
    delete policy.actions[key]
    log.info(` - removing the ${name} hook`)
    return 1
  }
  const timeoutSeconds = timeoutOf(given)
  if (text === 'none') {
    const hookless = {
      program: { kind: 'none' },
      mode: 'optional',
      timeoutSeconds,
      origin: { kind: 'repository', target: '' },
      capturesRedirect: false,
    } as const
    policy.actions[key] = actionFromHook(hookless).action
    log.info(` - switching the ${name} hook off, an inherited one too`)
    return 1
  }
  const program = given.isOn('persist-action-script') ? { script: scriptOf(flag, text, readScript) } : commandOf(flag, text, log)
  const mode = given.text('action-command-mode') ?? 'essential'
  policy.actions[key] = { ...program, timeout: timeoutSeconds, mode }
  const shown = 'script' in program ? `the script ${text}` : [program.path, ...(program.args ?? [])].map((part) => `"${part}"`).join(' ')
  log.info(` - setting the ${name} hook to ${shown} (${mode}, ${timeoutSeconds} s)`)
  return 1
}

function commandOf(flag: string, text: string, log: ChangeSurroundings['log']): Pick<NativeAction, 'path' | 'args'> {
  const split = splitCommandString(text)
  const hint = 'Quote a whole argument with double quotes, as in \'program "one argument"\'; a shell is not involved.'
  if (!split.ok)
    throw usageError(`The command of --${flag} ${split.problem === 'empty' ? 'is empty' : 'has a quote in a wrong place'}.`, hint)
  if (split.dropped.trim() !== '')
    throw usageError(
      `The command of --${flag} has several lines, of which Kopia would keep the first.`,
      'Put the lines into a file and add --persist-action-script.',
    )
  const [path = '', ...args] = split.argv
  if (path === '' || /^\s/.test(path)) throw usageError(`The command of --${flag} starts with a blank.`, 'Write the program first.')
  const empty = args.filter((argument) => argument === '').length
  if (empty > 0 && !text.includes('""'))
    log.warning(`The command of --${flag} has blanks that follow each other or end it: each is an empty argument.`)
  return args.length === 0 ? { path } : { path, args }
}

function scriptOf(flag: string, path: string, readScript: ChangeSurroundings['readScript']): string {
  const bytes = readScript(path)
  const refuse = (why: string) => usageError(`The script ${path} of --${flag} ${why}.`)
  if (bytes.length > MAX_SCRIPT_BYTES) throw refuse(`has ${bytes.length} bytes; a policy takes ${MAX_SCRIPT_BYTES}`)
  if (bytes.length === 0) throw refuse('is empty')
  if (bytes.includes(0)) throw refuse('is not text: it holds a NUL byte')
  const script = fromUtf8(bytes)
  if (script === undefined) throw refuse('is not valid UTF-8')
  return script
}

function timeoutOf(given: GivenFlags): number {
  const text = given.text('action-command-timeout') ?? '5m'
  const ns = parseGoDuration(text)
  const hint = 'Write such as 90s, 5m or 1h30m.'
  if (ns === undefined) throw usageError(`--action-command-timeout "${text}" is not a duration.`, hint)
  if (ns % NS_PER_SECOND !== 0n || ns < NS_PER_SECOND || ns > BigInt(MAX_TIMEOUT_SECONDS) * NS_PER_SECOND)
    throw usageError(`--action-command-timeout "${text}" is not a whole number of seconds from 1s to 24h.`, hint)
  return Number(ns / NS_PER_SECOND)
}
