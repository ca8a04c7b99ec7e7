/** Which credentials to use for Google Cloud: a plan without any request, so that it can be read and tested (docs/backends/gcs.md, "Credentials"). */
import { posix, win32 } from 'node:path'
import type { JsonObject } from '../../../util/json-read.ts'
import type { BackendContext } from '../backends.ts'
import type { GcsOptions } from './config.ts'

/** `source` names where it came from, never a value. */
export type GcsCredential = { readonly source: string } & (
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly json: JsonObject }
  | { readonly kind: 'file'; readonly path: string; readonly mayBeAbsent: boolean }
  | { readonly kind: 'workflow'; readonly provider: string; readonly serviceAccount: string | undefined }
  | { readonly kind: 'machine' }
)

type Surroundings = Pick<BackendContext, 'env' | 'homeDirectory' | 'identityToken' | 'platform'>

/**
 * Credentials to try, best first. What the connection or a variable names is the only candidate: a login found elsewhere must not step in
 * silently when it is refused.
 */
export function planCredentials(options: GcsOptions, surroundings: Surroundings): readonly GcsCredential[] {
  const named = ofEmulator(surroundings) ?? ofConnection(options) ?? ofEnvironment(surroundings)
  if (named !== undefined) return [named]
  const path = gcloudFile(surroundings)
  const machine = { kind: 'machine', source: 'the service account of this machine (metadata server)' } as const
  if (path === undefined) return [machine]
  return [{ kind: 'file', path, mayBeAbsent: true, source: 'the login of gcloud (gcloud auth application-default login)' }, machine]
}

function ofEmulator({ env }: Surroundings): GcsCredential | undefined {
  return emulatorIn(env) === undefined ? undefined : { kind: 'none', source: 'none, as for every emulator (STORAGE_EMULATOR_HOST)' }
}

function ofConnection({ credentials, credentialsFile }: GcsOptions): GcsCredential | undefined {
  if (credentials !== undefined) {
    return { kind: 'json', json: credentials, source: 'the credentials inside the connection (--embed-credentials)' }
  }
  if (credentialsFile === '') return undefined
  return { kind: 'file', path: credentialsFile, mayBeAbsent: false, source: 'the file of the connection (--credentials-file)' }
}

/** What changes with every run comes first. */
function ofEnvironment({ env, identityToken }: Surroundings): GcsCredential | undefined {
  const provider = text(env, 'GOOGLE_WORKLOAD_IDENTITY_PROVIDER')
  if (provider !== undefined && identityToken !== undefined) {
    const serviceAccount = text(env, 'GOOGLE_SERVICE_ACCOUNT')
    const and = serviceAccount === undefined ? '' : ' and GOOGLE_SERVICE_ACCOUNT'
    return {
      kind: 'workflow',
      provider,
      serviceAccount,
      source: `the OIDC token of this workflow with GOOGLE_WORKLOAD_IDENTITY_PROVIDER${and}`,
    }
  }
  const path = text(env, 'GOOGLE_APPLICATION_CREDENTIALS')
  return path === undefined ? undefined : { kind: 'file', path, mayBeAbsent: false, source: 'GOOGLE_APPLICATION_CREDENTIALS' }
}

/** Origin of an emulator that takes the place of the service, as every client of Google's honours it. */
export function emulatorIn(env: BackendContext['env']): string | undefined {
  const host = text(env, 'STORAGE_EMULATOR_HOST')
  if (host === undefined) return undefined
  return (/^https?:\/\//i.test(host) ? host : `http://${host}`).replace(/\/+$/, '')
}

/** Where gcloud keeps the login that it made for programs. */
function gcloudFile({ env, homeDirectory, platform }: Surroundings): string | undefined {
  const name = 'application_default_credentials.json'
  const { join } = platform === 'win32' ? win32 : posix
  const folder = text(env, 'CLOUDSDK_CONFIG')
  if (folder !== undefined) return join(folder, name)
  if (platform === 'win32') {
    const appData = text(env, 'APPDATA')
    return appData === undefined ? undefined : join(appData, 'gcloud', name)
  }
  return homeDirectory === undefined ? undefined : join(homeDirectory, '.config', 'gcloud', name)
}

function text(env: BackendContext['env'], name: string): string | undefined {
  const value = env[name]
  return value === undefined || value === '' ? undefined : value
}
