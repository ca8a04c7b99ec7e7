/** Flags that say which container of Azure holds a repository, and how it is reached: those of Kopia. */
import type { FlagSpec } from '../command-spec.ts'
import { SPEED_FLAGS } from './connect-flags.ts'

export const AZURE_FLAGS: readonly FlagSpec[] = [
  { name: 'container', value: 'NAME', help: 'Name of the container.' },
  { name: 'storage-account', value: 'NAME', env: 'AZURE_STORAGE_ACCOUNT', help: 'Name of the storage account.' },
  {
    name: 'storage-key',
    value: 'KEY',
    env: 'AZURE_STORAGE_KEY',
    help: 'Key of the storage account; kept in the connection file. Without any credentials those of the workflow or of the machine are used.',
  },
  {
    name: 'storage-domain',
    value: 'HOST',
    env: 'AZURE_STORAGE_DOMAIN',
    help: 'What follows the account in the host name; default blob.core.windows.net. For an emulator http:// and its address.',
  },
  { name: 'sas-token', value: 'TOKEN', env: 'AZURE_STORAGE_SAS_TOKEN', help: 'Shared access signature; kept in the connection file.' },
  { name: 'prefix', value: 'TEXT', help: 'What the names of all blobs begin with; end it with a slash to have a folder.' },
  { name: 'tenant-id', value: 'ID', env: 'AZURE_TENANT_ID', help: 'Tenant of a service principal.' },
  { name: 'client-id', value: 'ID', env: 'AZURE_CLIENT_ID', help: 'Application of a service principal.' },
  { name: 'client-secret', value: 'SECRET', env: 'AZURE_CLIENT_SECRET', help: 'Its secret; kept in the connection file.' },
  {
    name: 'client-cert',
    value: 'PEM',
    env: 'AZURE_CLIENT_CERTIFICATE',
    help: 'Its certificate with the private key, as PEM text; kept in the connection file.',
  },
  {
    name: 'azure-federated-token-file',
    value: 'PATH',
    env: 'AZURE_FEDERATED_TOKEN_FILE',
    help: 'File with a token that the service principal trusts.',
  },
  ...SPEED_FLAGS,
  {
    name: 'point-in-time',
    value: 'TIME',
    help: 'See the container, which has to keep versions, as it was then (2026-11-23T13:00:00Z). Not for create.',
  },
]
