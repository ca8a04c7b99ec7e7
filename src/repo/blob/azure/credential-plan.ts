/** Which credentials to use for Azure: a plan without any request, so that it can be read and tested (docs/backends/azure.md, "Credentials"). */
import { heldWords } from '../credential-source.ts'
import type { AzureOptions } from './config.ts'

/** `source` names where it came from, never a value. */
export type AzureCredential = { readonly source: string } & (
  | { readonly kind: 'sas'; readonly token: string }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'secret'; readonly tenantId: string; readonly clientId: string; readonly secret: string }
  | { readonly kind: 'certificate'; readonly tenantId: string; readonly clientId: string; readonly pem: string }
  | { readonly kind: 'certificate-file'; readonly tenantId: string; readonly clientId: string; readonly path: string }
  | { readonly kind: 'token-file'; readonly tenantId: string; readonly clientId: string; readonly path: string }
  | { readonly kind: 'workflow'; readonly tenantId: string; readonly clientId: string }
  | { readonly kind: 'cli' }
  | { readonly kind: 'managed'; readonly clientId: string | undefined }
)

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Credentials to try, best first. What the connection or a variable names is the only candidate: a login found elsewhere must not step in
 * silently when it is refused. Only where nothing is named are the login of the Azure CLI and the identity of the machine looked for.
 */
export function planCredentials(options: AzureOptions, env: Environment, hasIdentityToken: boolean): readonly AzureCredential[] {
  const named = ofConnection(options, env) ?? ofEnvironment(options, env, hasIdentityToken)
  if (named !== undefined) return [named]
  return [
    { kind: 'cli', source: 'the login of the Azure CLI (az login, azure/login)' },
    { kind: 'managed', clientId: options.clientId || text(env, 'AZURE_CLIENT_ID'), source: 'the managed identity of this machine' },
  ]
}

/** In the order of other programs that read the same file. */
function ofConnection(options: AzureOptions, env: Environment): AzureCredential | undefined {
  const { tenantId, clientId, sasToken, storageKey, clientSecret, clientCertificate, federatedTokenFile } = options
  const held = (what: string, flag: string, variable: string, value: string) =>
    heldWords(what, flag, variable, text(env, variable)?.replace(/^\?/, '') === value)
  if (sasToken !== '') {
    return { kind: 'sas', token: sasToken, source: held('the SAS token', '--sas-token', 'AZURE_STORAGE_SAS_TOKEN', sasToken) }
  }
  if (storageKey !== '') {
    return { kind: 'key', key: storageKey, source: held('the storage key', '--storage-key', 'AZURE_STORAGE_KEY', storageKey) }
  }
  if (tenantId === '' || clientId === '') return undefined
  const principal = { tenantId, clientId }
  if (clientSecret !== '') {
    const source = held('the client secret', '--client-secret', 'AZURE_CLIENT_SECRET', clientSecret)
    return { kind: 'secret', ...principal, secret: clientSecret, source }
  }
  if (clientCertificate !== '') {
    const source = held('the client certificate', '--client-cert', 'AZURE_CLIENT_CERTIFICATE', clientCertificate)
    return { kind: 'certificate', ...principal, pem: clientCertificate, source }
  }
  if (federatedTokenFile === '') return undefined
  const source = held('the federated token file', '--azure-federated-token-file', 'AZURE_FEDERATED_TOKEN_FILE', federatedTokenFile)
  return { kind: 'token-file', ...principal, path: federatedTokenFile, source }
}

/** What changes with every run comes first, what stays for ever last. */
function ofEnvironment(options: AzureOptions, env: Environment, hasIdentityToken: boolean): AzureCredential | undefined {
  const tenantId = options.tenantId || text(env, 'AZURE_TENANT_ID')
  const clientId = options.clientId || text(env, 'AZURE_CLIENT_ID')
  if (tenantId !== undefined && clientId !== undefined) {
    const principal = { tenantId, clientId }
    const and = `with ${options.clientId === '' ? 'AZURE_CLIENT_ID' : '--client-id'} and ${options.tenantId === '' ? 'AZURE_TENANT_ID' : '--tenant-id'}`
    if (hasIdentityToken) return { kind: 'workflow', ...principal, source: `the OIDC token of this workflow ${and}` }
    const tokenFile = text(env, 'AZURE_FEDERATED_TOKEN_FILE')
    if (tokenFile !== undefined) return { kind: 'token-file', ...principal, path: tokenFile, source: `AZURE_FEDERATED_TOKEN_FILE ${and}` }
    const path = text(env, 'AZURE_CLIENT_CERTIFICATE_PATH')
    if (path !== undefined) return { kind: 'certificate-file', ...principal, path, source: `AZURE_CLIENT_CERTIFICATE_PATH ${and}` }
    const pem = text(env, 'AZURE_CLIENT_CERTIFICATE')
    if (pem !== undefined) return { kind: 'certificate', ...principal, pem, source: `AZURE_CLIENT_CERTIFICATE ${and}` }
    const secret = text(env, 'AZURE_CLIENT_SECRET')
    if (secret !== undefined) return { kind: 'secret', ...principal, secret, source: `AZURE_CLIENT_SECRET ${and}` }
  }
  const token = text(env, 'AZURE_STORAGE_SAS_TOKEN')
  if (token !== undefined) return { kind: 'sas', token: token.replace(/^\?/, ''), source: 'AZURE_STORAGE_SAS_TOKEN' }
  const key = text(env, 'AZURE_STORAGE_KEY')
  return key === undefined ? undefined : { kind: 'key', key, source: 'AZURE_STORAGE_KEY' }
}

function text(env: Environment, name: string): string | undefined {
  const value = env[name]
  return value === undefined || value === '' ? undefined : value
}
