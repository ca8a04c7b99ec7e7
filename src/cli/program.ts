/** The command table as a commander program: parsing, help and "did you mean". */
import { Argument, Command, CommanderError, Option } from 'commander'
import { CairnError } from '../errors.ts'
import { type CommandInput, type CommandSpec, type FlagSpec, CommandInput as Input } from './command-spec.ts'
import type { Shell } from './completion/shells.ts'
import { checkValues } from './flag-values.ts'
import { GLOBAL_FLAGS } from './global-flags.ts'
import { GROUPS } from './groups.ts'
import { refuseFlags } from './refusals.ts'

/** What was asked for: a command with its input, or text to print. */
export type Parsed =
  | { readonly kind: 'command'; readonly spec: CommandSpec; readonly input: CommandInput; readonly globals: CommandInput }
  | { readonly kind: 'text'; readonly text: string }

/**
 * Parses arguments (without `node` and the script).
 *
 * Errors: CAIRN_USAGE with commander's message, and the nearest name where there is one.
 */
export async function parseCommandLine(
  table: readonly CommandSpec[],
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  version: string,
): Promise<Parsed> {
  // To make all commands takes longer than to run a short one. Words that mean a command mean the same among few.
  const meant = table.filter((spec) => mayMean(spec, argv))
  const asked = await parseAmong(meant, argv, env, version).catch(() => undefined)
  // Help and what is wrong is told with all commands in sight.
  return asked?.kind === 'command' ? asked : await parseAmong(table, argv, env, version)
}

async function parseAmong(
  table: readonly CommandSpec[],
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  version: string,
): Promise<Parsed> {
  const showsHidden = argv.includes('--help-full')
  const isFull = showsHidden || argv.includes('--help-long')
  let parsed: Parsed | undefined
  let text = ''
  const configure = (command: Command, flags: readonly FlagSpec[] = []) =>
    command
      .exitOverride()
      .showSuggestionAfterError(true)
      .helpOption('--help', 'Show this help.')
      .configureHelp(helpOf(flags, showsHidden))
      .configureOutput({
        writeOut: (chunk) => {
          text += chunk
        },
        writeErr: () => {},
      })
  const root = configure(new Command('cairn'), GLOBAL_FLAGS)
    .description('Snapshots in a genuine Kopia repository, with hooks from a policy file.')
    .version(version, '--version', 'Show version and commit.')
    .addOption(new Option('--help-full', 'Show the help of every command, with hidden flags.'))
    .helpCommand('help [command]', 'Show the help of a command.')
  for (const flag of GLOBAL_FLAGS) addFlag(root, flag, env)
  for (const spec of table) {
    const command = configure(descend(root, spec, table, configure), spec.flags)
    if (!isFull && !mayMean(spec, argv)) continue
    for (const flag of spec.flags) addFlag(command, flag, env)
    for (const argument of spec.arguments ?? []) {
      const name = argument.isRepeated ? `${argument.name}...` : argument.name
      command.addArgument(new Argument(argument.isRequired ? `<${name}>` : `[${name}]`, argument.help))
    }
    for (const flag of GLOBAL_FLAGS) addFlag(command, flag, env, true)
    const examples = spec.examples === undefined ? '' : `\nExamples:\n${spec.examples.map((line) => `  $ ${line}`).join('\n')}\n`
    command.addHelpText('after', `${examples}\nFlags that every command takes: cairn --help`)
    if (spec.isRefused === true) command.allowUnknownOption().allowExcessArguments()
    command.action((...received: unknown[]) => {
      const names = spec.arguments ?? []
      const values = Object.fromEntries(names.map((argument, index) => [argument.name, readArgument(received[index])]))
      const input = new Input(values, readFlags(command, spec.flags))
      const globals = new Input({}, { ...readFlags(root, GLOBAL_FLAGS), ...givenFlags(command, GLOBAL_FLAGS) })
      checkValues(GLOBAL_FLAGS, globals)
      refuseFlags(GLOBAL_FLAGS, globals)
      refuseFlags(spec.flags, input)
      parsed = { kind: 'command', spec, input, globals }
    })
  }
  // `help snapshot list` is `snapshot list --help`, at every depth.
  const asked = argv[0] === 'help' ? argv.slice(1) : []
  const isKnown = asked.length > 0 && nearestCommand(root, asked).depth === asked.length
  const words = asked.length === 0 ? [...argv] : isKnown ? [...asked, '--help'] : asked
  const script = COMPLETION_FLAGS[argv[0] ?? '']
  if (script !== undefined) return { kind: 'text', text: (await import('./completion/script.ts')).completionScript(script, table) }
  if (isFull) return { kind: 'text', text: fullHelp(root, table) }
  try {
    await root.parseAsync(words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return { kind: 'text', text }
    const named = nearestCommand(root, argv).command
    if (error.code === 'commander.help') return usage('A command is missing.', named)
    return usage(error.message.replace(/^error: /, ''), named)
  }
  return parsed ?? usage('A command is missing.', root)
}

/** Kopia's flags for what "completion" prints. */
const COMPLETION_FLAGS: Readonly<Record<string, Shell>> = { '--completion-script-bash': 'bash', '--completion-script-zsh': 'zsh' }

/** Whether the words of a command are all there: the others, and their flags, some thousands, need not be made. */
function mayMean({ path, aliases }: CommandSpec, argv: readonly string[]): boolean {
  return path.every((word, index) => {
    const others = index === path.length - 1 ? (aliases ?? []) : [GROUPS[word]?.alias ?? word]
    return argv.includes(word) || others.some((other) => argv.includes(other))
  })
}

/** How the help shows flags; that of `--help-full` has hidden ones as well, as in Kopia. */
function helpOf(flags: readonly FlagSpec[], showsHidden: boolean) {
  const optionTerm = (option: Option) => flagTerm(option, flags)
  if (!showsHidden) return { optionTerm }
  const names = new Set(flags.map(({ name }) => `--${name}`))
  return { optionTerm, visibleOptions: ({ options }: Command) => options.filter(({ hidden, long }) => !hidden || names.has(long ?? '')) }
}

/** The help of the program and of every command. */
function fullHelp(root: Command, table: readonly CommandSpec[]): string {
  const commands = table.map(({ path }) => nearestCommand(root, path).command)
  return [root, ...commands].map((command) => command.helpInformation()).join('\n')
}

/** The deepest command that the words name, for the hint; values of flags in front of it may hide it, then it is a group or the root. */
function nearestCommand(root: Command, argv: readonly string[]): { command: Command; depth: number } {
  let at = root
  let depth = 0
  for (const word of argv) {
    if (word.startsWith('-')) continue
    const next = at.commands.find((command) => command.name() === word || command.aliases().includes(word))
    if (next === undefined) break
    at = next
    depth++
  }
  return { command: at, depth }
}

function usage(message: string, command: Command): never {
  const [first = '', ...rest] = message.split('\n')
  const suggestion = rest.join(' ').replace(/^\((.*)\)$/, '$1')
  const sentence = first.charAt(0).toUpperCase() + first.slice(1)
  const unknown = /^unknown command '(.*)'$/.exec(first)?.[1]
  throw new CairnError('CAIRN_USAGE', sentence.endsWith('.') ? sentence : `${sentence}.`, {
    hint: (unknown === undefined ? undefined : kopiaHint(unknown)) ?? (suggestion === '' ? helpHint(command) : suggestion),
  })
}

/** For what only Kopia has: it works on the same repository. */
function kopiaHint(word: string): string | undefined {
  return KOPIA_COMMANDS.has(word)
    ? 'Cairn does not have it. Stock "kopia" does it with the same repository and the same connection file.'
    : undefined
}

const KOPIA_COMMANDS = new Set(['prefetch', 'sync'])

/** Commands that are refused, and groups with nothing else in them: the help does not offer them. */
const REFUSED_WORDS = new WeakSet<Command>()

/** Where to read on: a group names its commands. */
function helpHint(command: Command): string {
  const words: string[] = []
  for (let at: Command | null = command; at !== null; at = at.parent) words.unshift(at.name())
  const below = command.commands.filter((each) => !REFUSED_WORDS.has(each)).map((each) => each.name())
  return `${below.length === 0 ? '' : `Commands: ${below.join(', ')}. `}Run "${words.join(' ')} --help".`
}

/** Finds or makes the groups above a command, then the command itself. */
function descend(root: Command, spec: CommandSpec, table: readonly CommandSpec[], configure: (command: Command) => Command): Command {
  let at = root
  for (const [depth, word] of spec.path.entries()) {
    const known = at.commands.find((command) => command.name() === word)
    const path = spec.path.slice(0, depth + 1)
    const isHidden = table.every((each) => each.isRefused === true || !path.every((part, index) => each.path[index] === part))
    const next = known ?? configure(at.command(word, { hidden: isHidden }))
    if (isHidden) REFUSED_WORDS.add(next)
    if (depth === spec.path.length - 1) {
      next.summary(spec.summary).description(spec.details === undefined ? spec.summary : `${spec.summary}\n\n${spec.details}`)
      for (const alias of spec.aliases ?? []) next.alias(alias)
    } else if (known === undefined) {
      const group = GROUPS[word]
      next.description(group?.summary ?? word)
      if (group?.alias !== undefined) next.alias(group.alias)
    }
    at = next
  }
  return at
}

function addFlag(command: Command, flag: FlagSpec, env: Readonly<Record<string, string | undefined>>, isHidden = false): void {
  const short = flag.short === undefined ? '' : `-${flag.short}, `
  const option = new Option(`${short}--${flag.name}${flag.value === undefined ? '' : ` <${flag.value}>`}`, helpText(flag))
  if (flag.choices !== undefined) option.choices([...flag.choices])
  const given = flag.env === undefined ? undefined : env[flag.env]
  const lines = given?.split(/\r?\n/)
  // What is typed replaces the variable, and adds to what else is typed.
  if (flag.isRepeated)
    option.argParser((value: string, before: unknown) => [...(Array.isArray(before) && before !== lines ? before : []), value])
  if (isHidden || flag.isHidden === true) option.hideHelp()
  if (!isHidden) {
    if (given !== undefined && given !== '') option.default(flag.value === undefined ? isTrue(given) : flag.isRepeated ? lines : given)
    else if (flag.default === true) option.default(true, 'on')
    else if (flag.default !== undefined) option.default(flag.default, String(flag.default))
  }
  command.addOption(option)
  // As in Kopia, every switch can be taken back; the help shows that form only where it says something.
  if (flag.value === undefined) command.addOption(new Option(`--no-${flag.name}`).hideHelp())
}

function helpText(flag: FlagSpec): string {
  return `${flag.help}${flag.env === undefined ? '' : ` ($${flag.env})`}`
}

/** `-l, --[no-]long`, as Kopia writes switches that have both forms. */
function flagTerm(option: Option, flags: readonly FlagSpec[]): string {
  const name = option.long?.slice(2) ?? ''
  return flags.some((flag) => flag.name === name && flag.isNegatable === true)
    ? option.flags.replace(`--${name}`, `--[no-]${name}`)
    : option.flags
}

function isTrue(text: string): boolean {
  return /^(1|t|true|y|yes|on)$/i.test(text)
}

const camel = (name: string) => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

function readFlags(command: Command, flags: readonly FlagSpec[]): Record<string, unknown> {
  const values = command.opts()
  return Object.fromEntries(
    flags.map((flag) => {
      const value: unknown = values[camel(flag.name)]
      // A `--no-` option alone makes commander default the switch to true: what was not given stays undefined here.
      const isDefaulted = command.getOptionValueSource(camel(flag.name)) === 'default'
      if (
        flag.choices !== undefined &&
        typeof value === 'string' &&
        isDefaulted &&
        value !== flag.default &&
        !flag.choices.includes(value)
      ) {
        throw new CairnError('CAIRN_USAGE', `${flag.env} "${value}" is invalid. Allowed choices are ${flag.choices.join(', ')}.`)
      }
      return [flag.name, isDefaulted && flag.default === undefined && flag.env === undefined ? undefined : value]
    }),
  )
}

/** Only the flags that were really typed at this command. */
function givenFlags(command: Command, flags: readonly FlagSpec[]): Record<string, unknown> {
  const values = command.opts()
  const typed = flags.filter((flag) => command.getOptionValueSource(camel(flag.name)) === 'cli')
  return Object.fromEntries(typed.map((flag) => [flag.name, values[camel(flag.name)]]))
}

function readArgument(value: unknown): string | readonly string[] | undefined {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : undefined
}
