/** The completion script of fish. */
import type { CompletionFlag, CompletionNode, CompletionTree } from './tree.ts'

/** The script, for a file named `cairn.fish` in a folder of completions. */
export function fishScript({ nodes, globals }: CompletionTree): string {
  return `# Completion of cairn for fish. Write it to ~/.config/fish/completions/cairn.fish

# Prints the path of the command that the words name, without its other names.
function __cairn_canonical
  switch "$argv[1]"
${nodes.flatMap(canonicalCase).join('\n')}
  end
  return 1
end

# Prints the flags of a path that take a value.
function __cairn_valued
  printf '%s\\n' ${valued(globals)}
  switch "$argv[1]"
${nodes.flatMap(valuedCase).join('\n')}
  end
end

# Prints the path of the command that is on the command line so far.
function __cairn_path
  set -l path ''
  set -l skip ''
  for word in (commandline -opc)[2..-1]
    if test -n "$skip"
      set skip ''
      continue
    end
    if string match -q -- '-*' $word
      contains -- $word (__cairn_valued "$path"); and set skip 1
      continue
    end
    set -l longer $word
    test -n "$path"; and set longer "$path $word"
    set -l found (__cairn_canonical "$longer"); and set path $found
  end
  echo $path
end

function __cairn_at
  test (__cairn_path) = "$argv[1]"
end

complete -c cairn -e
${globals.map((flag) => `complete -c cairn ${flagWords(flag)} -d ${quoted(flag.help)}`).join('\n')}
${nodes.flatMap(completions).join('\n')}
`
}

function canonicalCase({ path, otherPaths }: CompletionNode): string[] {
  if (path === '') return []
  return [`    case ${[path, ...otherPaths].map(quoted).join(' ')}\n      echo ${quoted(path)}\n      return 0`]
}

function valuedCase({ path, flags }: CompletionNode): string[] {
  const words = valued(flags)
  return words === '' ? [] : [`    case ${quoted(path)}\n      printf '%s\\n' ${words}`]
}

function valued(flags: readonly CompletionFlag[]): string {
  return flags
    .filter(({ takesValue }) => takesValue)
    .map(({ text }) => quoted(text))
    .join(' ')
}

function completions({ path, children, flags, argumentChoices }: CompletionNode): string[] {
  const at = `complete -c cairn -n ${quoted(`__cairn_at ${quoted(path)}`)}`
  return [
    ...children.map(({ name, help }) => `${at} -f -a ${quoted(name)} -d ${quoted(help)}`),
    ...(argumentChoices.length === 0 ? [] : [`${at} -f -a ${quoted(argumentChoices.join(' '))}`]),
    ...flags.map((flag) => `${at} ${flagWords(flag)} -d ${quoted(flag.help)}`),
  ]
}

function flagWords({ text, takesValue, choices }: CompletionFlag): string {
  const name = text.startsWith('--') ? `-l ${quoted(text.slice(2))}` : `-s ${quoted(text.slice(1))}`
  if (!takesValue) return name
  return choices.length === 0 ? `${name} -r` : `${name} -x -a ${quoted(choices.join(' '))}`
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
