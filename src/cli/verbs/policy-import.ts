/** `cairn policy import`: what `policy export` writes, or a policy file. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { stdin } from 'node:process'
import { withRepository } from '../../commands/open.ts'
import { isYamlName, readPolicyFile, translatedPolicies } from '../../commands/policy/file.ts'
import { importPolicies, policiesOfJson } from '../../commands/policy/import.ts'
import type { TargetPolicy } from '../../commands/policy/save.ts'
import { requestedTargets } from '../../commands/policy/targets.ts'
import { usageError } from '../../commands/policy/usage.ts'
import { requireWritable } from '../../commands/writable.ts'
import { CairnError, messageOf } from '../../errors.ts'
import type { Repository } from '../../repo/api.ts'
import { repositoryLayers } from '../../snapshot/policies.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { readEvent } from '../event.ts'

const MAX_BYTES = 16 * 1024 * 1024

export async function policyImport(context: CliContext, input: CommandInput): Promise<number> {
  const { path, targets } = argumentsOf(input)
  const isYaml = path !== undefined && isYamlName(path)
  if (isYaml && input.isOn('allow-unknown-fields')) throw usageError('--allow-unknown-fields has no meaning for a policy file.')
  if (!isYaml && input.isOn('strict-kopia')) throw usageError('--strict-kopia has a meaning only for a policy file.')
  const json = isYaml ? '' : await readJson(context, path)
  await withRepository(context, {}, async (repository) => {
    requireWritable(repository)
    const isLimited = input.isOn('global') || targets.length > 0
    const limit = isLimited ? await requestedTargets(repository, { isGlobal: input.isOn('global'), targets }, context.cwd) : undefined
    const policies = isYaml ? await policiesOfFile(context, input, repository, path) : policiesOfText(context, input, repository, json)
    await importPolicies(repository, { policies, limit, deletesOthers: input.isOn('delete-other-policies') }, context.log)
  })
  return 0
}

/** The file may be an argument too when its name says that it is a policy file. */
function argumentsOf(input: CommandInput): { readonly path: string | undefined; readonly targets: readonly string[] } {
  const path = input.text('from-file')
  const [first = '', ...rest] = input.arguments('target')
  return path === undefined && isYamlName(first) ? { path: first, targets: rest } : { path, targets: input.arguments('target') }
}

async function policiesOfFile(
  context: CliContext,
  input: CommandInput,
  repository: Repository,
  path: string,
): Promise<readonly TargetPolicy[]> {
  const request = { path, strictKopia: input.isOn('strict-kopia'), event: readEvent(context.env), client: repository.identity }
  const read = readPolicyFile(context, request)
  return translatedPolicies(context, read, await repositoryLayers(repository, context.signal)).policies
}

function policiesOfText(context: CliContext, input: CommandInput, repository: Repository, json: string): readonly TargetPolicy[] {
  const local = { ...repository.identity, workingDirectory: context.cwd }
  return policiesOfJson(json, { allowsUnknownFields: input.isOn('allow-unknown-fields'), local }, context.log)
}

async function readJson(context: CliContext, path: string | undefined): Promise<string> {
  const bytes = path === undefined ? await readStandardInput() : readNamed(resolve(context.cwd, path))
  if (bytes.length > MAX_BYTES) throw new CairnError('CAIRN_POLICY_IMPORT_INVALID', 'The policies to import have more than 16 MiB.')
  return bytes.toString('utf8')
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk)
    chunks.push(bytes)
    length += bytes.length
    if (length > MAX_BYTES) break
  }
  return Buffer.concat(chunks)
}

function readNamed(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new CairnError('CAIRN_USAGE', `The file ${path} cannot be read: ${messageOf(cause)}.`, { cause })
  }
}
