/** The completion script of PowerShell 5.1 and later. */
import type { CompletionNode } from './tree.ts'

/** The script, to be run at the start of a session. */
export function powershellScript(nodes: readonly CompletionNode[]): string {
  return `# Completion of cairn for PowerShell. Load it with: cairn completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName cairn -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)

  # Path of a command as typed -> its path without other names.
  $canonical = @{
${nodes.flatMap(canonicalLines).join('\n')}
  }
  # Path -> what can follow: commands and flags as name and help, flags that take a value, and values to choose from.
  $nodes = @{
${nodes.map(nodeLines).join('\n')}
  }

  $path = ''
  $previous = ''
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
  foreach ($word in $words) {
    if ($previous -ne '') { $previous = ''; continue }
    if ($word.StartsWith('-')) {
      if ($nodes[$path].Valued -ccontains $word) { $previous = $word }
      continue
    }
    $longer = if ($path -eq '') { $word } else { "$path $word" }
    if ($canonical.ContainsKey($longer)) { $path = $canonical[$longer] }
  }

  $node = $nodes[$path]
  $found = if ($previous -ne '') {
    @($node.Choices[$previous] | Where-Object { $_ } | ForEach-Object { , @($_, $_) })
  } elseif ($wordToComplete.StartsWith('-')) {
    $node.Flags
  } elseif ($node.Commands.Count -gt 0) {
    $node.Commands
  } else {
    @($node.Choices[''] | Where-Object { $_ } | ForEach-Object { , @($_, $_) })
  }
  $found | Where-Object { $_ -and $_[0].StartsWith($wordToComplete, [StringComparison]::Ordinal) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
  }
}
`
}

function canonicalLines({ path, otherPaths }: CompletionNode): string[] {
  if (path === '') return []
  return [path, ...otherPaths].map((written) => `    ${quoted(written)} = ${quoted(path)}`)
}

function nodeLines({ path, children, flags, argumentChoices }: CompletionNode): string {
  const pairs = (list: readonly (readonly [string, string])[]) =>
    list.map(([name, help]) => `, @(${quoted(name)}, ${quoted(help)})`).join('; ')
  const choices = [
    ...(argumentChoices.length === 0 ? [] : [`'' = @(${argumentChoices.map(quoted).join(', ')})`]),
    ...distinct(flags.filter((flag) => flag.choices.length > 0)).map(
      (flag) => `${quoted(flag.text)} = @(${flag.choices.map(quoted).join(', ')})`,
    ),
  ]
  return `    ${quoted(path)} = @{
      Commands = @(${pairs(children.map(({ name, help }) => [name, help]))})
      Flags = @(${pairs(flags.map(({ text, help }) => [text, help]))})
      Valued = @(${flags
        .filter(({ takesValue }) => takesValue)
        .map(({ text }) => quoted(text))
        .join(', ')})
      Choices = @{ ${choices.join('; ')} }
    }`
}

/** Keys of a table do not differ by letter case alone. */
function distinct<Flag extends { readonly text: string }>(flags: readonly Flag[]): Flag[] {
  const seen = new Set<string>()
  return flags.filter(({ text }) => !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase()))
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
