/** Options of an Azure store <-> the `storage` member of a connection file (docs/repository-format.md, "Client configuration"). */
import { connectionMembers } from '../connection-members.ts'
import { isHost } from '../endpoint.ts'
import type { StorageConfig } from '../storage-config.ts'
import { limitsMember, readLimits, type ThrottleLimits, UNLIMITED } from '../throttle-limits.ts'

/** What a connection says; texts that it leaves out are empty. */
export interface AzureOptions {
  readonly container: string
  /** Before the name of every blob; with its slash, if it is to be a folder. */
  readonly prefix: string
  readonly account: string
  readonly storageKey: string
  readonly sasToken: string
  readonly tenantId: string
  readonly clientId: string
  readonly clientSecret: string
  /** Certificate and private key in PEM form. */
  readonly clientCertificate: string
  readonly federatedTokenFile: string
  /** What follows the account in the host name, with a port where it is not the usual one; an IP address or `localhost` for an emulator. */
  readonly domain: string
  readonly hasTls: boolean
  readonly limits: ThrottleLimits
  /** The container as it was then, as text of RFC 3339; empty means now. */
  readonly pointInTime: string
}

/** Option -> name in the file, in the order other programs write them. */
const TEXTS = [
  ['prefix', 'prefix'],
  ['account', 'storageAccount'],
  ['storageKey', 'storageKey'],
  ['sasToken', 'sasToken'],
  ['tenantId', 'TenantID'],
  ['clientId', 'ClientID'],
  ['clientSecret', 'ClientSecret'],
  ['clientCertificate', 'clientCertificate'],
  ['federatedTokenFile', 'azureFederatedTokenFile'],
  ['domain', 'storageDomain'],
] as const

/** What is written for an Azure store. */
export function azureStorageConfig(options: Pick<AzureOptions, 'container'> & Partial<AzureOptions>): StorageConfig {
  const texts = TEXTS.flatMap(([option, name]) => (options[option] ? [[name, options[option]]] : []))
  return {
    type: 'azureBlob',
    config: {
      container: options.container,
      ...Object.fromEntries(texts),
      ...(options.hasTls === false && { doNotUseTLS: true }),
      ...limitsMember(options.limits ?? UNLIMITED),
      ...(options.pointInTime && { pointInTime: options.pointInTime }),
    },
  }
}

/** The options in a connection; CAIRN_CONFIG_INVALID when a member has another shape. */
export function parseAzureConfig(storage: StorageConfig): AzureOptions {
  const { text, textLike, flag, pointInTime } = connectionMembers(storage)
  return {
    container: textLike('container', CONTAINER, 'the name of a container: 3 to 63 small letters, digits and single dashes'),
    prefix: text('prefix'),
    account: textLike('storageAccount', /^[a-z0-9]{0,24}$/, 'the name of a storage account: 3 to 24 small letters and digits'),
    storageKey: text('storageKey'),
    sasToken: text('sasToken').replace(/^\?/, ''),
    tenantId: text('TenantID'),
    clientId: text('ClientID'),
    clientSecret: text('ClientSecret'),
    clientCertificate: text('clientCertificate'),
    federatedTokenFile: text('azureFederatedTokenFile'),
    domain: textLike('storageDomain', DOMAIN, 'a host with or without a port'),
    hasTls: !flag('doNotUseTLS'),
    limits: readLimits(storage.config),
    pointInTime: pointInTime(),
  }
}

const CONTAINER = /^(?:\$root|[a-z0-9](?:-?[a-z0-9]){2,62})$/
/** Empty means the default one. */
const DOMAIN = { test: (text: string) => text === '' || isHost(text) }
