/** `cairn validate`: every finding in a policy file, with its place. */
import { relative, resolve } from 'node:path'
import { DEFAULT_RUN_OPTIONS } from '../../commands/run/options.ts'
import { EXIT_CODES } from '../../commands/run/outcome.ts'
import { formatDiagnostic, hasErrors } from '../../policyfile/diagnostic.ts'
import { loadPolicyFile, workspaceRootOf } from '../../policyfile/load.ts'
import { formatQuantity } from '../../util/format.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'

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
    context.print(JSON.stringify({ path: shown, isValid: !isBad, diagnostics: loaded.diagnostics }, null, 2))
  } else {
    for (const diagnostic of loaded.diagnostics) context.print(formatDiagnostic(diagnostic, shown, loaded.text))
    const count = (severity: string) => loaded.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
    context.print(
      `${shown}: ${isBad ? 'not valid' : 'valid'} (${formatQuantity(count('error'), 'error')}, ${formatQuantity(count('warning'), 'warning')}, ${formatQuantity(count('notice'), 'notice')})`,
    )
  }
  return isBad ? EXIT_CODES.usage : 0
}
