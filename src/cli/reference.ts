/** The part of docs/cli.md that lists commands and flags, made from the command table. */
import type { CommandSpec, FlagSpec } from './command-spec.ts'
import { COMMANDS as ALL_COMMANDS } from './command-table.ts'
import { GLOBAL_FLAGS } from './global-flags.ts'

const COMMANDS = ALL_COMMANDS.filter(({ isRefused }) => isRefused !== true)

/** Markdown: a table of commands, a section for each with its arguments and flags, and the flags that every command takes. */
export function cliReference(): string {
  return [
    markdownTable(['Command', 'What it does'], COMMANDS.map(commandRow)),
    ...COMMANDS.map(section),
    `### Flags of every command\n\n${flagTable(GLOBAL_FLAGS)}`,
  ].join('\n\n')
}

const name = (spec: CommandSpec) => spec.path.join(' ')

function commandRow(spec: CommandSpec): string[] {
  const title = `cairn ${name(spec)}`
  const anchor = title.replaceAll(' ', '-')
  const aliases = (spec.aliases ?? []).map((alias) => `, \`${[...spec.path.slice(0, -1), alias].join(' ')}\``).join('')
  return [`[\`${name(spec)}\`](#${anchor})${aliases}`, spec.summary]
}

function section(spec: CommandSpec): string {
  const parts = [`### cairn ${name(spec)}`, spec.summary]
  if (spec.details !== undefined) parts.push(spec.details)
  const words = (spec.arguments ?? []).map(({ name: word, isRequired, isRepeated }) => {
    const text = isRepeated ? `${word}...` : word
    return isRequired ? `<${text}>` : `[${text}]`
  })
  parts.push(['```sh', ...(spec.examples ?? [['cairn', name(spec), ...words].join(' ')]), '```'].join('\n'))
  if (spec.arguments !== undefined)
    parts.push(
      markdownTable(
        ['Argument', 'Meaning'],
        spec.arguments.map((argument) => [`\`${argument.name}\``, argument.help]),
      ),
    )
  if (spec.flags.length > 0) parts.push(flagTable(spec.flags))
  return parts.join('\n\n')
}

function flagTable(flags: readonly FlagSpec[]): string {
  return markdownTable(
    ['Flag', 'Meaning'],
    flags.filter(({ isHidden }) => isHidden !== true).map((flag) => [flagText(flag), meaning(flag)]),
  )
}

function flagText(flag: FlagSpec): string {
  const long = `--${flag.isNegatable ? '[no-]' : ''}${flag.name}${flag.value === undefined ? '' : ` ${flag.value}`}`
  return flag.short === undefined ? `\`${long}\`` : `\`-${flag.short}\`, \`${long}\``
}

function meaning(flag: FlagSpec): string {
  const notes: string[] = []
  if (flag.choices !== undefined) notes.push(flag.choices.map((word) => `\`${word}\``).join(', '))
  if (flag.default !== undefined) notes.push(`default: ${flag.default === true ? 'on' : `\`${flag.default}\``}`)
  if (flag.env !== undefined) notes.push(`variable \`${flag.env}\``)
  if (flag.isRepeated) notes.push('may be given several times')
  return notes.length === 0 ? flag.help : `${flag.help.replace(/\.$/, '')} (${notes.join('; ')}).`
}

/** A Markdown table. */
export function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(titles), `|${titles.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}
