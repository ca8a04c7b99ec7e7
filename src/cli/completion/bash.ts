/** The completion script of bash 4 and later. */
import type { CompletionFlag, CompletionNode, CompletionTree } from './tree.ts'

/** The script; every word in it comes from the command table, which has no quotes in its names. */
export function bashScript({ nodes, globals }: CompletionTree): string {
  return `# Completion of cairn for bash. Load it with: source <(cairn completion bash)

# Sets path to that of the command the words name, without its other names.
_cairn_canonical() {
  case "$1" in
${nodes.flatMap(canonicalCase).join('\n')}
    *) return 1 ;;
  esac
}

# Sets commands, flags and valued (flags that take a value) for a path.
_cairn_node() {
  case "$1" in
${nodes.map(nodeCase).join('\n')}
  esac
  flags+=${quoted(` ${names(globals)}`)}
  valued+=${quoted(` ${names(globals.filter(takesValue))}`)}
}

# Sets choices for a path and a flag, or a path and "" for its argument.
_cairn_choices() {
  choices=
  case "$2" in
${choiceCases('', globals).join('\n')}
  esac
  case "$1 $2" in
${nodes.flatMap(nodeChoices).join('\n')}
  esac
}

_cairn() {
  local cur prev word path= commands= flags= valued= choices= skip= i
  COMPREPLY=()
  cur=\${COMP_WORDS[COMP_CWORD]}
  _cairn_node ''
  prev=
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    # bash makes three words of --flag=value.
    if [[ $word == '=' ]]; then skip=; continue; fi
    if [[ -n $skip ]]; then skip=; prev=; continue; fi
    prev=
    if [[ $word == -* ]]; then
      if [[ " $valued " == *" $word "* ]]; then skip=1; prev=$word; fi
    elif _cairn_canonical "\${path:+$path }$word"; then
      _cairn_node "$path"
    fi
    if [[ \${COMP_WORDS[i + 1]-} == '=' && -n $skip ]]; then
      # The value behind the sign of equality.
      if ((i + 2 == COMP_CWORD || i + 1 == COMP_CWORD)); then break; fi
      skip=; prev=; ((i += 2))
    fi
  done
  [[ $cur == '=' ]] && cur=
  if [[ -n $prev ]]; then
    _cairn_choices "$path" "$prev"
    if [[ -n $choices ]]; then COMPREPLY=($(compgen -W "$choices" -- "$cur")); else COMPREPLY=($(compgen -f -- "$cur")); fi
  elif [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$cur"))
  elif [[ -n $commands ]]; then
    COMPREPLY=($(compgen -W "$commands" -- "$cur"))
  else
    _cairn_choices "$path" ''
    if [[ -n $choices ]]; then COMPREPLY=($(compgen -W "$choices" -- "$cur")); else COMPREPLY=($(compgen -f -- "$cur")); fi
  fi
}

complete -o filenames -F _cairn cairn
`
}

function canonicalCase({ path, otherPaths }: CompletionNode): string[] {
  if (path === '') return []
  return [`    ${[path, ...otherPaths].map(quoted).join(' | ')}) path=${quoted(path)} ;;`]
}

function nodeCase({ path, children, flags }: CompletionNode): string {
  return `    ${quoted(path)})
      commands=${quoted(children.map(({ name }) => name).join(' '))}
      flags=${quoted(names(flags))}
      valued=${quoted(names(flags.filter(takesValue)))}
      ;;`
}

function nodeChoices({ path, flags, argumentChoices }: CompletionNode): string[] {
  const lines = choiceCases(`${path} `, flags)
  if (argumentChoices.length > 0) lines.push(`    ${quoted(`${path} `)}) choices=${quoted(argumentChoices.join(' '))} ;;`)
  return lines
}

function choiceCases(prefix: string, flags: readonly CompletionFlag[]): string[] {
  return flags
    .filter(({ choices }) => choices.length > 0)
    .map(({ text, choices }) => `    ${quoted(prefix + text)}) choices=${quoted(choices.join(' '))} ;;`)
}

function names(flags: readonly CompletionFlag[]): string {
  return flags.map(({ text }) => text).join(' ')
}

function takesValue(flag: CompletionFlag): boolean {
  return flag.takesValue
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
