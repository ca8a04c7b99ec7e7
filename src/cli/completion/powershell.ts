/** The completion script of PowerShell 5.1 and later. */
import type { CompletionFlag, CompletionNode, CompletionTree } from './tree.ts'

/** The script, to be run at the start of a session. */
export function powershellScript({ nodes, globals }: CompletionTree): string {
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

  $globals = @{
    Flags = @(${pairs(globals)})
    Valued = @(${valued(globals)})
    Choices = @{ ${choices(globals).join('; ')} }
  }

  $path = ''
  $previous = ''
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
  foreach ($word in $words) {
    if ($previous -ne '') { $previous = ''; continue }
    if ($word.StartsWith('-')) {
      if ($nodes[$path].Valued -ccontains $word -or $globals.Valued -ccontains $word) { $previous = $word }
      continue
    }
    $longer = if ($path -eq '') { $word } else { "$path $word" }
    if ($canonical.ContainsKey($longer)) { $path = $canonical[$longer] }
  }

  $node = $nodes[$path]
  $found = if ($previous -ne '') {
    @(@($node.Choices[$previous]) + @($globals.Choices[$previous]) | Where-Object { $_ } | ForEach-Object { , @($_, $_) })
  } elseif ($wordToComplete.StartsWith('-')) {
    @($node.Flags) + @($globals.Flags)
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
  const argument = argumentChoices.length === 0 ? [] : [`'' = @(${argumentChoices.map(quoted).join(', ')})`]
  return `    ${quoted(path)} = @{
      Commands = @(${pairs(children.map(({ name, help }) => ({ text: name, help })))})
      Flags = @(${pairs(flags)})
      Valued = @(${valued(flags)})
      Choices = @{ ${[...argument, ...choices(flags)].join('; ')} }
    }`
}

function pairs(list: readonly { readonly text: string; readonly help: string }[]): string {
  return list.map(({ text, help }) => `, @(${quoted(text)}, ${quoted(help)})`).join('; ')
}

function valued(flags: readonly CompletionFlag[]): string {
  return flags
    .filter(({ takesValue }) => takesValue)
    .map(({ text }) => quoted(text))
    .join(', ')
}

function choices(flags: readonly CompletionFlag[]): string[] {
  const some = distinct(flags.filter((flag) => flag.choices.length > 0))
  return some.map((flag) => `${quoted(flag.text)} = @(${flag.choices.map(quoted).join(', ')})`)
}

/** Keys of a table do not differ by letter case alone. */
function distinct<Flag extends { readonly text: string }>(flags: readonly Flag[]): Flag[] {
  const seen = new Set<string>()
  return flags.filter(({ text }) => !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase()))
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
