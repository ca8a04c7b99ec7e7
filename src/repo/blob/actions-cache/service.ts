/** What a job is told about its cache: the service, the token, and what may be done (docs/backends/actions-cache.md, "Permissions"). */
import { CairnError } from '../../../errors.ts'
import type { RunOfWorkflow } from './entry-names.ts'

type Environment = Readonly<Record<string, string | undefined>>

export interface ServiceAccess {
  /** `v1` on GitHub Enterprise Server and in act, else `v2`. */
  readonly protocol: 'v1' | 'v2'
  /** With a slash at its end. */
  readonly url: string
  /** The variable that named it. */
  readonly urlVariable: string
  readonly token: string
  readonly run: RunOfWorkflow
}

export interface CacheRights {
  readonly mayWrite: boolean
  /** Whether the workflow or the token tells; else only the service can. */
  readonly isCertain: boolean
  /** Why nothing may be written; empty when it may. */
  readonly reason: string
}

const WRITE_PERMISSION = 2

/** Errors: CAIRN_CREDENTIALS_MISSING outside of actions, CAIRN_STORAGE_FORBIDDEN where the workflow closed the cache for reading. */
export function readService(env: Environment): ServiceAccess {
  const token = env['ACTIONS_RUNTIME_TOKEN'] ?? ''
  const protocol = !isEnterpriseServer(env) && (env['ACTIONS_CACHE_SERVICE_V2'] ?? '') !== '' ? 'v2' : 'v1'
  const names = protocol === 'v2' ? ['ACTIONS_RESULTS_URL'] : ['ACTIONS_CACHE_URL', 'ACTIONS_RESULTS_URL']
  const urlVariable = names.find((name) => (env[name] ?? '') !== '')
  if (token === '' || urlVariable === undefined) throw missing(token === '' ? 'ACTIONS_RUNTIME_TOKEN' : names.join(' or '))
  const mode = cacheMode(env)
  if (mode === 'none' || mode === 'write-only') {
    throw new CairnError(
      'CAIRN_STORAGE_FORBIDDEN',
      `The workflow does not let this job read the Actions cache: its cache-mode is ${mode}.`,
      {
        hint: 'Set "cache-mode: write" for the job: a repository has to be read before it can be added to.',
      },
    )
  }
  const url = env[urlVariable] ?? ''
  return {
    protocol,
    url: url.endsWith('/') ? url : `${url}/`,
    urlVariable,
    token,
    run: { id: wordOf(env['GITHUB_RUN_ID']), attempt: wordOf(env['GITHUB_RUN_ATTEMPT']) },
  }
}

/** What the workflow and the token say about writing. */
export function rightsOf(env: Environment): CacheRights {
  if (cacheMode(env) === 'read') {
    return { mayWrite: false, isCertain: true, reason: 'the cache-mode of this job is "read"' }
  }
  const permissions = permissionsOf(env['ACTIONS_RUNTIME_TOKEN'] ?? '')
  if (permissions === undefined) return { mayWrite: true, isCertain: false, reason: '' }
  const mayWrite = permissions.some((permission) => (permission & WRITE_PERMISSION) !== 0)
  return { mayWrite, isCertain: true, reason: mayWrite ? '' : 'the token of this job may only read the cache' }
}

function cacheMode(env: Environment): string {
  return (env['ACTIONS_CACHE_MODE'] ?? '').trim().toLowerCase()
}

/** As the official client judges. */
function isEnterpriseServer(env: Environment): boolean {
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com'
  const host = URL.canParse(server) ? new URL(server).hostname.toLowerCase() : ''
  return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost')
}

/** Permissions on cache scopes in the claim `ac` of the token: 1 reads, 2 writes. Undefined when the token does not tell. */
function permissionsOf(token: string): number[] | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
    const text = typeof claims === 'object' && claims !== null && 'ac' in claims ? claims.ac : undefined
    const scopes: unknown = typeof text === 'string' ? JSON.parse(text) : undefined
    if (!Array.isArray(scopes)) return undefined
    const permissions = scopes.map((scope: unknown) =>
      typeof scope === 'object' && scope !== null && 'Permission' in scope ? scope.Permission : undefined,
    )
    return permissions.every((one) => typeof one === 'number') ? permissions : undefined
  } catch {
    return undefined
  }
}

function wordOf(text: string | undefined): string {
  return (
    (text ?? '')
      .toLowerCase()
      .replace(/[^0-9a-z]/g, '')
      .slice(0, 40) || '0'
  )
}

function missing(variable: string): CairnError {
  return new CairnError('CAIRN_CREDENTIALS_MISSING', `There is no access to the Actions cache here: ${variable} is not set.`, {
    hint: 'GitHub gives it to actions only, not to "run:" steps: use the action of Cairn in the workflow, or another repository.',
  })
}
