/** Which credentials to use for Azure: a plan without any request, so that it can be read and tested (docs/backends/azure.md, "Credentials"). */
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
  const named = ofConnection(options) ?? ofEnvironment(options, env, hasIdentityToken)
  if (named !== undefined) return [named]
  return [
    { kind: 'cli', source: 'the login of the Azure CLI (az login, azure/login)' },
    { kind: 'managed', clientId: options.clientId || text(env, 'AZURE_CLIENT_ID'), source: 'the managed identity of this machine' },
  ]
}

/** In the order of other programs that read the same file. */
function ofConnection(options: AzureOptions): AzureCredential | undefined {
  const { tenantId, clientId, sasToken, storageKey, clientSecret, clientCertificate, federatedTokenFile } = options
  if (sasToken !== '') return { kind: 'sas', token: sasToken, source: 'the SAS token of the connection (--sas-token)' }
  if (storageKey !== '') return { kind: 'key', key: storageKey, source: 'the storage key of the connection (--storage-key)' }
  if (tenantId === '' || clientId === '') return undefined
  const principal = { tenantId, clientId }
  if (clientSecret !== '') {
    return { kind: 'secret', ...principal, secret: clientSecret, source: 'the client secret of the connection (--client-secret)' }
  }
  if (clientCertificate !== '') {
    return { kind: 'certificate', ...principal, pem: clientCertificate, source: 'the client certificate of the connection (--client-cert)' }
  }
  if (federatedTokenFile === '') return undefined
  const source = 'the federated token file of the connection (--azure-federated-token-file)'
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
