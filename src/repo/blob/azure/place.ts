/** Where a container is: its URL, and the words that name what was read. */
import { CairnError } from '../../../errors.ts'
import { invalidEndpoint, isHost } from '../endpoint.ts'
import { proxyWords } from '../proxy.ts'
import type { AzureOptions } from './config.ts'

export const DEFAULT_DOMAIN = 'blob.core.windows.net'

export interface AzurePlace {
  readonly account: string
  /** Without a slash at its end. */
  readonly accountUrl: string
  readonly displayName: string
  /** For messages: what names the container and the endpoint. */
  readonly settings: { readonly bucket: string; readonly endpoint: string }
}

type Environment = Readonly<Record<string, string | undefined>>

/** The place that a connection and the environment name. Errors: CAIRN_CONFIG_INVALID without an account, or for a domain that is none. */
export function azurePlaceOf(options: AzureOptions, env: Environment): AzurePlace {
  const account = options.account !== '' ? options.account : (env['AZURE_STORAGE_ACCOUNT'] ?? '')
  const accountOrigin = options.account !== '' ? '--storage-account or "account=" in the location' : 'AZURE_STORAGE_ACCOUNT'
  if (!/^[a-z0-9]{3,24}$/.test(account)) {
    throw new CairnError('CAIRN_CONFIG_INVALID', `The storage account of the container "${options.container}" is not known.`, {
      hint: 'Write its name (3 to 24 small letters and digits) as azblob://container/folder?account=NAME, with --storage-account, or in AZURE_STORAGE_ACCOUNT.',
    })
  }
  const { domain, hasTls, origin } = domainOf(options, env)
  const scheme = hasTls ? 'https' : 'http'
  // An emulator on an address has no host names of accounts.
  const accountUrl = isAddress(domain) ? `${scheme}://${domain}/${account}` : `${scheme}://${account}.${domain}`
  if (!URL.canParse(accountUrl)) throw invalidDomain(origin ?? '--storage-domain')
  const { host } = new URL(accountUrl)
  return {
    account,
    accountUrl,
    displayName: `Azure: ${isAddress(domain) ? `${host}/${account}` : host} ${options.container}`,
    settings: {
      bucket: `the container "${options.container}" (--container or the location)`,
      endpoint: `the storage account "${account}" (${accountOrigin})${origin === undefined ? '' : ` and the domain "${domain}" (${origin})`}${proxyWords(accountUrl, env)}`,
    },
  }
}

function domainOf(options: AzureOptions, env: Environment) {
  if (options.domain !== '') return { domain: options.domain, hasTls: options.hasTls, origin: '--storage-domain' }
  const value = env[VARIABLE] ?? ''
  if (value.trim() === '') return { domain: DEFAULT_DOMAIN, hasTls: options.hasTls, origin: undefined }
  const { domain, hasTls } = splitDomain(value)
  if (!isHost(domain)) throw invalidDomain(VARIABLE)
  return { domain, hasTls: hasTls && options.hasTls, origin: VARIABLE }
}

const VARIABLE = 'AZURE_STORAGE_DOMAIN'

function invalidDomain(origin: string): CairnError {
  const hint =
    'Write a host alone, such as blob.core.windows.net, or an emulator as http://127.0.0.1:10000: the account is named elsewhere.'
  if (origin === VARIABLE) return invalidEndpoint(VARIABLE, 'a domain with or without a port', hint)
  return new CairnError('CAIRN_CONFIG_INVALID', `The domain that ${origin} names is not one with or without a port.`, { hint })
}

/** The parts of a domain as people write it: `http://` before it turns TLS off, which is for emulators. */
export function splitDomain(text: string): { readonly domain: string; readonly hasTls: boolean } {
  const [, scheme = 'https', domain = ''] = /^(?:(https?):\/\/)?(.*?)\/*$/i.exec(text.trim()) ?? []
  return { domain, hasTls: scheme.toLowerCase() === 'https' }
}

function isAddress(domain: string): boolean {
  return /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9A-Fa-f:.]+\])(?::\d+)?$/.test(domain)
}
