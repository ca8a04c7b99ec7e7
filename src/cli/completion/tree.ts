/** What can follow what on the command line, for the scripts of all shells: made from the command table. */
import type { CommandSpec, FlagSpec } from '../command-spec.ts'
import { GLOBAL_FLAGS } from '../global-flags.ts'
import { GROUPS } from '../groups.ts'

export interface CompletionFlag {
  /** As typed: `--json`, `--no-progress`, `-p`. */
  readonly text: string
  readonly takesValue: boolean
  /** The only values; empty when any will do. */
  readonly choices: readonly string[]
  readonly help: string
}

/** A word of the command line with everything that can follow it. */
export interface CompletionNode {
  /** `''`, `repository`, `repository status`. */
  readonly path: string
  /** The same with every other name of its words. */
  readonly otherPaths: readonly string[]
  readonly children: readonly { readonly name: string; readonly help: string }[]
  readonly flags: readonly CompletionFlag[]
  /** Words that the first argument can be; empty when there is no such list. */
  readonly argumentChoices: readonly string[]
}

/** All that the scripts are made from. */
export interface CompletionTree {
  /** The root first. */
  readonly nodes: readonly CompletionNode[]
  /** Flags that can stand everywhere. */
  readonly globals: readonly CompletionFlag[]
}

/** A flag that is always refused is not offered. */
function isOffered({ refusal }: FlagSpec): boolean {
  return refusal === undefined || refusal.allows !== undefined
}

/** Flags that the parser itself gives every command. */
const HELP: FlagSpec = { name: 'help', help: 'Show the help of the command.' }
const VERSION: FlagSpec = { name: 'version', help: 'Show version and commit.' }
const HELP_FULL: FlagSpec = { name: 'help-full', help: 'Show the help of every command.' }

/** The tree of a table. Hidden flags complete too: whoever knows their first letters may have the rest. */
export function completionTree(commands: readonly CommandSpec[]): CompletionTree {
  const table = commands.filter(({ isRefused }) => isRefused !== true)
  const paths = [...new Set(['', ...table.flatMap(({ path }) => path.map((_, depth) => path.slice(0, depth + 1).join(' ')))])]
  return { nodes: paths.map((path) => nodeOf(path, table, paths)), globals: [...GLOBAL_FLAGS.filter(isOffered), HELP].flatMap(flagForms) }
}

function nodeOf(path: string, table: readonly CommandSpec[], paths: readonly string[]): CompletionNode {
  const spec = table.find((each) => each.path.join(' ') === path)
  const prefix = path === '' ? '' : `${path} `
  const below = paths.filter((other) => other !== '' && other.startsWith(prefix) && !other.slice(prefix.length).includes(' '))
  const own = path === '' ? [VERSION, HELP_FULL] : (spec?.flags ?? [])
  return {
    path,
    otherPaths: otherPaths(path, table),
    children: below.filter((other) => other !== path).map((other) => ({ name: other.slice(prefix.length), help: helpOf(other, table) })),
    flags: own.flatMap(flagForms),
    argumentChoices: spec?.arguments?.[0]?.choices ?? [],
  }
}

function helpOf(path: string, table: readonly CommandSpec[]): string {
  const spec = table.find((each) => each.path.join(' ') === path)
  return spec?.summary ?? GROUPS[path.split(' ').at(-1) ?? '']?.summary ?? ''
}

/** Every way to write the path when each word may be one of its other names. */
function otherPaths(path: string, table: readonly CommandSpec[]): string[] {
  if (path === '') return []
  const words = path.split(' ')
  let written: string[] = ['']
  for (const [depth, word] of words.entries()) {
    const upTo = words.slice(0, depth + 1).join(' ')
    const spec = table.find((each) => each.path.join(' ') === upTo)
    const group = spec === undefined ? GROUPS[word]?.alias : undefined
    const names = [word, ...(spec?.aliases ?? []), ...(group === undefined ? [] : [group])]
    written = written.flatMap((before) => names.map((name) => (before === '' ? name : `${before} ${name}`)))
  }
  return written.filter((each) => each !== path)
}

function flagForms(flag: FlagSpec): CompletionFlag[] {
  const base = { takesValue: flag.value !== undefined, choices: flag.choices ?? [], help: flag.help }
  const forms = [{ ...base, text: `--${flag.name}` }]
  if (flag.isNegatable) forms.push({ ...base, text: `--no-${flag.name}` })
  if (flag.short !== undefined) forms.push({ ...base, text: `-${flag.short}` })
  return forms
}
