/** The policy file of a workspace as the policy commands read it: which file, whose identity, what it means to Kopia. */
import { resolve } from 'node:path'
import type { PolicyLayer } from '../../policy/layer.ts'
import { formatDiagnostic } from '../../policyfile/diagnostic.ts'
import { type KopiaTranslation, kopiaPolicies } from '../../policyfile/kopia.ts'
import { type LoadedPolicyFile, loadPolicyFile, readHookFile, requirePolicyFile, workspaceRootOf } from '../../policyfile/load.ts'
import type { FileIdentity, HookFileResult, PolicyFile, ResolvedIdentity } from '../../policyfile/policy-file.ts'
import type { ClientIdentity } from '../../repo/api.ts'
import { workspaceIdentity } from '../../snapshot/source.ts'
import type { CommandContext } from '../context.ts'
import type { EventFacts } from '../run/event.ts'

export interface FileRequest {
  /** As typed. */
  readonly path: string
  /** What Kopia cannot hold is an error. */
  readonly strictKopia: boolean
  /** Undefined outside GitHub Actions. */
  readonly event: EventFacts | undefined
  /** Who we are where neither the file nor GitHub says. */
  readonly client: ClientIdentity
}

/** A policy file without errors, with what belongs to it. */
export interface ReadPolicyFile {
  readonly file: PolicyFile
  readonly path: string
  readonly text: string
  readonly identity: ResolvedIdentity
  /** Reads a script that a hook names. */
  readonly readHookFile: (relativePath: string) => HookFileResult
}

/** Reads and checks a policy file; findings go to the log. Throws CAIRN_POLICY_FILE_MISSING, _UNREADABLE, _INVALID. */
export function readPolicyFile(context: CommandContext, request: FileRequest): ReadPolicyFile {
  const { strictKopia } = request
  const workspaceRoot = workspaceOf(context, request)
  const path = resolve(context.cwd, request.path)
  const identity = fileIdentity(context, request, {})
  const loaded = loadPolicyFile(path, { workspaceRoot, strictKopia, identity, isImport: true })
  logFindings(context, loaded, request.path)
  const file = requirePolicyFile(loaded)
  const readScript = (relativePath: string) => readHookFile(path, relativePath, workspaceRoot)
  return { file, path, text: loaded.text, identity: fileIdentity(context, request, file.source), readHookFile: readScript }
}

/** Whom the relative targets of a file at this place belong to, as in a run: what the file says, else GitHub, else the client. */
export function fileIdentity(
  context: CommandContext,
  request: Pick<FileRequest, 'path' | 'event' | 'client'>,
  { user, host, root }: FileIdentity,
): ResolvedIdentity {
  const folder = workspaceOf(context, request)
  const local = { ...request.client, path: context.platform === 'win32' ? folder.replaceAll('\\', '/') : folder }
  const source = workspaceIdentity({ user, host, root, githubRepository: request.event?.repository, local })
  return { userName: source.userName, host: source.host, root: source.path }
}

function workspaceOf(context: CommandContext, { path, event }: Pick<FileRequest, 'path' | 'event'>): string {
  return resolve(workspaceRootOf(path, event === undefined ? undefined : context.env['GITHUB_WORKSPACE'], context.cwd))
}

/** The file's policies as Kopia stores them; what is lost by that goes to the log. */
export function translatedPolicies(context: CommandContext, read: ReadPolicyFile, stored: readonly PolicyLayer[]): KopiaTranslation {
  const translation = kopiaPolicies(read.file, read.text, read.identity, stored)
  for (const { path, what } of translation.dropped) context.log.warning(`Left out, because a Kopia policy cannot hold it: ${path}: ${what}`)
  return translation
}

function logFindings(context: CommandContext, { diagnostics, text }: LoadedPolicyFile, path: string): void {
  for (const diagnostic of diagnostics) {
    const line = formatDiagnostic(diagnostic, path, text)
    if (diagnostic.severity === 'notice') context.log.debug(line)
    else context.log.info(line)
  }
}

/** Whether a file is read as a policy file and not as JSON. */
export function isYamlName(path: string): boolean {
  return /\.ya?ml$/i.test(path)
}
