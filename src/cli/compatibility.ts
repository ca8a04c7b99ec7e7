/** docs/kopia-compatibility.md: every command and flag of Kopia with its state here, from the command table and the list of Kopia's names. */
import type { CommandSpec, FlagSpec } from './command-spec.ts'
import { COMMANDS } from './command-table.ts'
import { KNOWN_DIFFERENCES, MISSING_REASONS } from './compatibility-notes.ts'
import { GLOBAL_FLAGS } from './global-flags.ts'
import { markdownTable } from './reference.ts'

export interface KopiaFlag {
  readonly name: string
  readonly short?: string
  /** Variable that gives its value. */
  readonly env?: string
  /** Kopia does not show it in its help. */
  readonly hidden?: boolean
}

export interface KopiaCommand {
  readonly command: string
  readonly aliases?: readonly string[]
  readonly hidden?: boolean
  readonly flags: readonly KopiaFlag[]
}

/** The file scripts/kopia-commands.json: names only, taken from the program itself. */
export interface KopiaNames {
  readonly globalFlags: readonly KopiaFlag[]
  /** Words that only hold commands -> their other names. */
  readonly groups: Readonly<Record<string, readonly string[]>>
  readonly commands: readonly KopiaCommand[]
}

interface ComparedFlags {
  readonly present: readonly KopiaFlag[]
  /** Known by name, with an error of their own. */
  readonly refused: readonly KopiaFlag[]
  readonly absent: readonly KopiaFlag[]
}

interface Comparison extends ComparedFlags {
  readonly kopia: KopiaCommand
  /** Undefined when Cairn has no such command. */
  readonly spec: CommandSpec | undefined
}

/** The part of the document below its mark. */
export function kopiaCompatibility(names: KopiaNames): string {
  const compared = names.commands.map(compare)
  const here = compared.filter(isHere)
  const refused = compared.filter(isRefused)
  const missing = compared.filter(({ spec }) => spec === undefined)
  const flags = compareFlags(names.globalFlags, GLOBAL_FLAGS)
  const own = COMMANDS.filter(({ path }) => !names.commands.some(({ command }) => command === path.join(' ')))
  return [
    summary(compared, flags),
    `## Commands that Cairn has\n\n${markdownTable(['Command', 'Flags that work', 'Flags that are refused', 'Flags that are missing', 'Remarks'], here.map(hereRow))}`,
    `## Commands that Cairn refuses by name\n\nThey take whatever is given, and end with [CAIRN_NOT_SUPPORTED](errors.md#cairn_not_supported).\n\n${markdownTable(['Command', 'Why'], refused.map(refusedRow))}`,
    ...(missing.length === 0 ? [] : [`## Commands that are missing\n\n${markdownTable(['Command', 'Why'], missing.map(missingRow))}`]),
    `## Flags of every command in Kopia\n\n${markdownTable(['Flag', 'State'], globalRows(names.globalFlags))}`,
    `## Variables\n\n${markdownTable(['Variable', 'Gives', 'State'], variableRows(names))}`,
    `## Only in Cairn\n\n${own.map(({ path, summary: text }) => `- \`${path.join(' ')}\`: ${text}`).join('\n')}`,
    `## Flags only in Cairn\n\n${ownFlags(compared, names).join('\n')}`,
  ].join('\n\n')
}

function compare(kopia: KopiaCommand): Comparison {
  const spec = COMMANDS.find(({ path }) => path.join(' ') === kopia.command)
  return { kopia, spec, ...compareFlags(kopia.flags, spec?.flags ?? []) }
}

function isHere({ spec }: Comparison): boolean {
  return spec !== undefined && spec.isRefused !== true
}

function isRefused({ spec }: Comparison): boolean {
  return spec?.isRefused === true
}

function compareFlags(theirs: readonly KopiaFlag[], ours: readonly FlagSpec[]): ComparedFlags {
  const twin = (flag: KopiaFlag) =>
    ours.find(({ name, short }) => name === flag.name && (flag.short === undefined || short === flag.short)) ??
    (flag.name in GLOBAL_ELSEWHERE ? { refusal: undefined } : undefined)
  return {
    present: theirs.filter((flag) => twin(flag) !== undefined && twin(flag)?.refusal === undefined),
    refused: theirs.filter((flag) => twin(flag)?.refusal !== undefined),
    absent: theirs.filter((flag) => twin(flag) === undefined),
  }
}

function summary(compared: readonly Comparison[], globals: ComparedFlags): string {
  const here = compared.filter(isHere)
  const sum = (lists: readonly (readonly KopiaFlag[])[]) => lists.reduce((total, list) => total + list.length, 0)
  const present = sum(here.map((each) => each.present))
  const refused = sum(here.map((each) => each.refused))
  const absent = sum(here.map((each) => each.absent))
  const refusedCommands = compared.filter(isRefused).length
  return [
    `Cairn has ${here.length} of the ${compared.length} commands of Kopia, refuses ${refusedCommands} by name, and misses ${compared.length - here.length - refusedCommands}.`,
    `Of the ${present + refused + absent} flags of the ${here.length} it has ${present}, refuses ${refused} and misses ${absent};`,
    `of the ${globals.present.length + globals.refused.length + globals.absent.length} flags that every command of Kopia takes`,
    `it has ${globals.present.length}, refuses ${globals.refused.length} by name and misses ${globals.absent.length}.`,
  ].join(' ')
}

function hereRow({ kopia, spec, present, refused, absent }: Comparison): string[] {
  const aliases = (kopia.aliases ?? []).filter((alias) => spec?.aliases?.includes(alias) !== true)
  const remarks = [
    KNOWN_DIFFERENCES[kopia.command],
    aliases.length === 0 ? undefined : `Not under its other ${aliases.length === 1 ? 'name' : 'names'} ${aliases.map(code).join(', ')}.`,
  ]
  return [named(kopia), flagList(present), flagList(refused), flagList(absent), remarks.filter((text) => text !== undefined).join(' ')]
}

/** What the command says of itself. */
function refusedRow({ kopia, spec }: Comparison): string[] {
  return [named(kopia), (spec?.details ?? '').replaceAll('"', '`')]
}

function missingRow({ kopia }: Comparison): string[] {
  return [named(kopia), reasonOf(kopia.command)]
}

/** The reason of the longest beginning of the command that has one. */
function reasonOf(command: string): string {
  const words = command.split(' ')
  for (let count = words.length; count > 0; count--) {
    const reason = MISSING_REASONS[words.slice(0, count).join(' ')]
    if (reason !== undefined) return reason
  }
  return 'Not there yet.'
}

function globalRows(flags: readonly KopiaFlag[]): string[][] {
  return flags.map((flag) => {
    const spec = GLOBAL_FLAGS.find(({ name }) => name === flag.name)
    const state = GLOBAL_ELSEWHERE[flag.name] ?? (spec === undefined ? 'Missing' : globalState(spec))
    const env = flag.env === undefined ? '' : `, variable ${code(flag.env)}`
    return [`${flagName(flag)}${env}`, state]
  })
}

/** Where a flag is refused, or is taken without anything to do, its own help says so. */
function globalState({ refusal, help }: FlagSpec): string {
  if (refusal !== undefined) return help.replaceAll('"', '`')
  return /^(?:Nothing to|Means nothing|Always so)/.test(help) ? `Here. ${help}` : 'Here'
}

/** Every variable that gives the value of a flag in Kopia. */
function variableRows(names: KopiaNames): string[][] {
  const { globalFlags, commands } = names
  const given = new Map<string, string>()
  for (const { env, name } of [...globalFlags, ...commands.flatMap(({ flags }) => flags)]) if (env !== undefined) given.set(env, name)
  const all = [...GLOBAL_FLAGS, ...COMMANDS.flatMap(({ flags }) => flags)]
  const read = new Set(all.map(({ env }) => env))
  const refused = new Set(all.filter(({ refusal }) => refusal !== undefined).map(({ env }) => env))
  const kept = names.commands.filter(({ command }) => COMMANDS.find(({ path }) => path.join(' ') === command)?.isRefused !== true)
  const inUse = new Set([...names.globalFlags, ...kept.flatMap(({ flags }) => flags)].map(({ env }) => env))
  return [...given]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([env, name]) => {
      const isHere = read.has(env) || env === 'KOPIA_PASSWORD'
      const isOfRefused = !inUse.has(env)
      const state = isOfRefused
        ? 'Only of commands that are refused'
        : refused.has(env)
          ? 'Refused as the flag is'
          : isHere
            ? 'Here'
            : 'Missing'
      return [code(env), code(`--${name}`), state]
    })
}

/** Flags that commander itself or the parser knows. */
const GLOBAL_ELSEWHERE: Readonly<Record<string, string>> = {
  version: 'Here',
  'help-full': 'Here',
  'completion-script-bash': 'Here; also `completion bash`',
  'completion-script-zsh': 'Here; also `completion zsh`',
}

function ownFlags(compared: readonly Comparison[], names: KopiaNames): string[] {
  const lines = compared.flatMap(({ kopia, spec }) => {
    const own = (spec?.flags ?? []).filter(({ name }) => !kopia.flags.some((flag) => flag.name === name))
    return own.length === 0 ? [] : [`- ${code(kopia.command)}: ${own.map(({ name }) => code(`--${name}`)).join(', ')}`]
  })
  const globals = GLOBAL_FLAGS.filter(({ name }) => !names.globalFlags.some((flag) => flag.name === name))
  return [`- every command: ${globals.map(({ name }) => code(`--${name}`)).join(', ')}`, ...lines]
}

function named({ command, hidden }: KopiaCommand): string {
  return hidden === true ? `${code(command)} (hidden)` : code(command)
}

function flagList(flags: readonly KopiaFlag[]): string {
  return flags.map(flagName).join(', ')
}

function flagName({ name, short, hidden }: KopiaFlag): string {
  const text = code(short === undefined ? `--${name}` : `--${name}, -${short}`)
  return hidden === true ? `${text} (hidden)` : text
}

function code(text: string): string {
  return `\`${text}\``
}
