/** `cairn validate`: every finding in a policy file, with its place. */
import { relative, resolve } from 'node:path'
import { DEFAULT_RUN_OPTIONS } from '../../commands/run/options.ts'
import { EXIT_CODES } from '../../commands/run/outcome.ts'
import { type Diagnostic, formatDiagnostic, hasErrors } from '../../policyfile/diagnostic.ts'
import { loadPolicyFile, workspaceRootOf } from '../../policyfile/load.ts'
import { formatQuantity } from '../../util/format.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { jsonWithoutCommands, printText } from '../harmless.ts'

export async function validate(context: CliContext, input: CommandInput): Promise<number> {
  const isInsideActions = context.env['GITHUB_ACTIONS'] === 'true'
  const given = input.argument('policy-file') ?? DEFAULT_RUN_OPTIONS.policyFile
  const workspaceRoot = workspaceRootOf(given, isInsideActions ? context.env['GITHUB_WORKSPACE'] : undefined, context.cwd)
  const path = resolve(context.cwd, given)
  const loaded = loadPolicyFile(path, {
    workspaceRoot,
    strict: input.isOn('strict'),
    strictKopia: input.isOn('strict-kopia'),
    purpose: 'validate',
  })
  const shown = relative(context.cwd, path).replaceAll('\\', '/') || given
  const isBad = hasErrors(loaded.diagnostics) || loaded.file === undefined
  if (input.isOn('json')) {
    context.print(jsonWithoutCommands(JSON.stringify({ path: shown, isValid: !isBad, diagnostics: loaded.diagnostics }, null, 2)))
  } else {
    for (const diagnostic of loaded.diagnostics) printText(context, formatDiagnostic(diagnostic, shown, loaded.text))
    if (isInsideActions) for (const diagnostic of loaded.diagnostics) annotate(context, diagnostic, relative(workspaceRoot, path))
    const count = (severity: string) => loaded.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
    printText(
      context,
      `${shown}: ${isBad ? 'not valid' : 'valid'} (${formatQuantity(count('error'), 'error')}, ${formatQuantity(count('warning'), 'warning')}, ${formatQuantity(count('notice'), 'notice')})`,
    )
  }
  return isBad ? EXIT_CODES.usage : 0
}

/** In a workflow: the finding at its line of the pull request. Notices would only be noise there. */
function annotate(context: CliContext, { severity, code, message, hint, range }: Diagnostic, file: string): void {
  if (severity === 'notice') return
  const properties = {
    file: file.replaceAll('\\', '/'),
    line: range.startLine,
    col: range.startColumn,
    endLine: range.endLine,
    title: code,
  }
  const list = Object.entries(properties).map(
    ([name, value]) => `${name}=${escaped(String(value)).replace(/:/g, '%3A').replace(/,/g, '%2C')}`,
  )
  context.print(`::${severity} ${list.join(',')}::${escaped(hint === undefined ? message : `${message} ${hint}`)}`)
}

/** As the runner wants the text of a workflow command. */
function escaped(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}
