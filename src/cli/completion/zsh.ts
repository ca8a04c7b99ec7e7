/** The completion script of zsh. */
import type { CompletionFlag, CompletionNode, CompletionTree } from './tree.ts'

/** The script, for a file named `_cairn` in a folder of `fpath`, or to be read at start. */
export function zshScript({ nodes, globals }: CompletionTree): string {
  return `#compdef cairn
# Completion of cairn for zsh. Write it to a file named _cairn in a folder of $fpath, or load it with: source <(cairn completion zsh)

# Sets cairn_path to that of the command the words name, without its other names.
_cairn_canonical() {
  case "$1" in
${nodes.flatMap(canonicalCase).join('\n')}
    (*) return 1 ;;
  esac
}

# Sets cairn_commands, cairn_flags and cairn_valued for a path.
_cairn_node() {
  cairn_commands=() cairn_flags=() cairn_valued=()
  case "$1" in
${nodes.map(nodeCase).join('\n')}
  esac
  cairn_flags+=(${describedFlags(globals)})
  cairn_valued+=(${valuedFlags(globals)})
}

# Sets cairn_choices for a path and a flag, or a path and "" for its argument.
_cairn_choices() {
  cairn_choices=()
  case "$2" in
${choiceCases('', globals).join('\n')}
  esac
  case "$1 $2" in
${nodes.flatMap(nodeChoices).join('\n')}
  esac
}

_cairn() {
  local cairn_path= word cur=\${words[CURRENT]} prev= i skip=
  local -a cairn_commands cairn_flags cairn_valued cairn_choices
  _cairn_node ''
  for ((i = 2; i < CURRENT; i++)); do
    word=\${words[i]}
    if [[ -n $skip ]]; then skip=; prev=; continue; fi
    prev=
    if [[ $word == -* ]]; then
      if (( \${cairn_valued[(Ie)$word]} )); then skip=1; prev=$word; fi
    elif _cairn_canonical "\${cairn_path:+$cairn_path }$word"; then
      _cairn_node "$cairn_path"
    fi
  done
  if [[ -z $prev && $cur == --*=* ]]; then
    prev=\${cur%%=*}
    compset -P '*='
  fi
  if [[ -n $prev ]]; then
    _cairn_choices "$cairn_path" "$prev"
    if (( \${#cairn_choices} )); then compadd -a cairn_choices; else _files; fi
  elif [[ $cur == -* ]]; then
    _describe -o flag cairn_flags
  elif (( \${#cairn_commands} )); then
    _describe command cairn_commands
  else
    _cairn_choices "$cairn_path" ''
    if (( \${#cairn_choices} )); then compadd -a cairn_choices; else _files; fi
  fi
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _cairn "$@"
else
  compdef _cairn cairn
fi
`
}

function canonicalCase({ path, otherPaths }: CompletionNode): string[] {
  if (path === '') return []
  return [`    (${[path, ...otherPaths].map(quoted).join(' | ')}) cairn_path=${quoted(path)} ;;`]
}

function nodeCase({ path, children, flags }: CompletionNode): string {
  return `    (${quoted(path)})
      cairn_commands=(${children.map(({ name, help }) => described(name, help)).join(' ')})
      cairn_flags=(${describedFlags(flags)})
      cairn_valued=(${valuedFlags(flags)})
      ;;`
}

function nodeChoices({ path, flags, argumentChoices }: CompletionNode): string[] {
  const lines = choiceCases(`${path} `, flags)
  if (argumentChoices.length > 0) lines.push(`    (${quoted(`${path} `)}) cairn_choices=${list(argumentChoices)} ;;`)
  return lines
}

function choiceCases(prefix: string, flags: readonly CompletionFlag[]): string[] {
  return flags
    .filter(({ choices }) => choices.length > 0)
    .map(({ text, choices }) => `    (${quoted(prefix + text)}) cairn_choices=${list(choices)} ;;`)
}

function describedFlags(flags: readonly CompletionFlag[]): string {
  return flags.map(({ text, help }) => described(text, help)).join(' ')
}

function valuedFlags(flags: readonly CompletionFlag[]): string {
  return flags
    .filter(({ takesValue }) => takesValue)
    .map(({ text }) => quoted(text))
    .join(' ')
}

function described(name: string, help: string): string {
  return quoted(`${name.replaceAll(':', '\\:')}:${help}`)
}

function list(words: readonly string[]): string {
  return `(${words.map(quoted).join(' ')})`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
