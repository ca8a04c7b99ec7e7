/** The command table as a commander program: parsing, help and "did you mean". */
import { Argument, Command, CommanderError, Option } from 'commander'
import { CairnError } from '../errors.ts'
import { type CommandInput, type CommandSpec, type FlagSpec, CommandInput as Input } from './command-spec.ts'
import { GLOBAL_FLAGS } from './global-flags.ts'

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
  let parsed: Parsed | undefined
  let text = ''
  const negatable = new Set(
    [...GLOBAL_FLAGS, ...table.flatMap((spec) => spec.flags)].filter((flag) => flag.isNegatable).map((flag) => flag.name),
  )
  const configure = (command: Command) =>
    command
      .exitOverride()
      .showSuggestionAfterError(true)
      .helpOption('--help', 'Show this help.')
      .configureHelp({ optionTerm: (option) => flagTerm(option, negatable) })
      .configureOutput({
        writeOut: (chunk) => {
          text += chunk
        },
        writeErr: () => {},
      })
  const root = configure(new Command('cairn'))
    .description('Snapshots in a genuine Kopia repository, with hooks from a policy file.')
    .version(version, '--version', 'Show version and commit.')
    .helpCommand('help [command]', 'Show the help of a command.')
  for (const flag of GLOBAL_FLAGS) addFlag(root, flag, env)
  for (const spec of table) {
    const command = descend(root, spec, configure)
    for (const flag of spec.flags) addFlag(command, flag, env)
    for (const argument of spec.arguments ?? []) {
      const name = argument.isRepeated ? `${argument.name}...` : argument.name
      command.addArgument(new Argument(argument.isRequired ? `<${name}>` : `[${name}]`, argument.help))
    }
    for (const flag of GLOBAL_FLAGS) addFlag(command, flag, env, true)
    const examples = spec.examples === undefined ? '' : `\nExamples:\n${spec.examples.map((line) => `  $ ${line}`).join('\n')}\n`
    command.addHelpText('after', `${examples}\nFlags that every command takes: cairn --help`)
    command.action((...received: unknown[]) => {
      const names = spec.arguments ?? []
      const values = Object.fromEntries(names.map((argument, index) => [argument.name, readArgument(received[index])]))
      parsed = {
        kind: 'command',
        spec,
        input: new Input(values, readFlags(command, spec.flags)),
        globals: new Input({}, { ...readFlags(root, GLOBAL_FLAGS), ...givenFlags(command, GLOBAL_FLAGS) }),
      }
    })
  }
  try {
    await root.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return { kind: 'text', text }
    if (error.code === 'commander.help') return usage('A command is missing.', text)
    return usage(error.message.replace(/^error: /, ''))
  }
  return parsed ?? usage('A command is missing.')
}

function usage(message: string, help?: string): never {
  const [first = '', ...rest] = message.split('\n')
  const suggestion = rest.join(' ').replace(/^\((.*)\)$/, '$1')
  const hint = suggestion === '' ? 'Run "cairn --help" for the list of commands, or "cairn COMMAND --help".' : suggestion
  const sentence = first.charAt(0).toUpperCase() + first.slice(1)
  throw new CairnError('CAIRN_USAGE', sentence.endsWith('.') ? sentence : `${sentence}.`, {
    hint: help === undefined ? hint : `${hint}\n\n${help}`,
  })
}

/** Finds or makes the groups above a command, then the command itself. */
function descend(root: Command, spec: CommandSpec, configure: (command: Command) => Command): Command {
  let at = root
  for (const [depth, word] of spec.path.entries()) {
    const known = at.commands.find((command) => command.name() === word)
    const next = known ?? configure(at.command(word))
    if (depth === spec.path.length - 1) {
      next.summary(spec.summary).description(spec.details === undefined ? spec.summary : `${spec.summary}\n\n${spec.details}`)
      for (const alias of spec.aliases ?? []) next.alias(alias)
    } else if (known === undefined) {
      next.description(GROUP_SUMMARIES[word] ?? word)
    }
    at = next
  }
  return at
}

const GROUP_SUMMARIES: Readonly<Record<string, string>> = {
  repository: 'Create, connect and look at repositories.',
  create: 'Create a repository.',
  connect: 'Connect to a repository.',
  snapshot: 'Make, list and restore snapshots.',
}

function addFlag(command: Command, flag: FlagSpec, env: Readonly<Record<string, string | undefined>>, isHidden = false): void {
  const short = flag.short === undefined ? '' : `-${flag.short}, `
  const option = new Option(`${short}--${flag.name}${flag.value === undefined ? '' : ` <${flag.value}>`}`, helpText(flag))
  if (flag.choices !== undefined) option.choices([...flag.choices])
  if (flag.isRepeated) option.argParser((value: string, before: unknown) => [...(Array.isArray(before) ? before : []), value])
  if (isHidden) option.hideHelp()
  const given = flag.env === undefined ? undefined : env[flag.env]
  if (!isHidden) {
    if (given !== undefined && given !== '') option.default(flag.value === undefined ? isTrue(given) : given)
    else if (flag.default === true) option.default(true, 'on')
    else if (flag.default !== undefined) option.default(flag.default, String(flag.default))
  }
  command.addOption(option)
  if (flag.isNegatable) command.addOption(new Option(`--no-${flag.name}`).hideHelp())
}

function helpText(flag: FlagSpec): string {
  return `${flag.help}${flag.env === undefined ? '' : ` ($${flag.env})`}`
}

/** `-l, --[no-]long`, as Kopia writes switches that have both forms. */
function flagTerm(option: Option, negatable: ReadonlySet<string>): string {
  const name = option.long?.slice(2) ?? ''
  return negatable.has(name) ? option.flags.replace(`--${name}`, `--[no-]${name}`) : option.flags
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
