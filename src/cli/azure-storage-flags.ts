/** A container of Azure, from its flags. */
import { CairnError } from '../errors.ts'
import { azureStorageConfig } from '../repo/blob/azure/config.ts'
import { splitDomain } from '../repo/blob/azure/place.ts'
import type { StorageConfig } from '../repo/blob/storage-config.ts'
import type { CommandInput } from './command-spec.ts'
import type { CliContext } from './context.ts'
import { pointInTimeFlag } from './point-in-time-flag.ts'
import { speedLimits } from './speed-flags.ts'

/** Reads AZURE_FLAGS. Errors: CAIRN_USAGE. */
export function azureStorage(context: CliContext, input: CommandInput): StorageConfig {
  const text = (name: string) => input.text(name) ?? ''
  if (text('container') === '') {
    throw new CairnError('CAIRN_USAGE', '--container is missing.', { hint: 'Give the name of the container: --container backups' })
  }
  if (text('storage-account') === '') {
    throw new CairnError('CAIRN_USAGE', '--storage-account is missing.', {
      hint: 'Give the name of the storage account with it, or in AZURE_STORAGE_ACCOUNT.',
    })
  }
  const { domain, hasTls } = splitDomain(text('storage-domain'))
  if (domain.includes('/')) {
    throw new CairnError('CAIRN_USAGE', `--storage-domain takes a host, not ${JSON.stringify(domain)}.`, {
      hint: 'Leave out the path. An emulator is named by its address only, such as http://127.0.0.1:10000.',
    })
  }
  const secrets = {
    storageKey: text('storage-key'),
    sasToken: text('sas-token').replace(/^\?/, ''),
    clientSecret: text('client-secret'),
    clientCertificate: text('client-cert'),
  }
  for (const secret of Object.values(secrets)) if (secret !== '') context.mask(secret)
  return azureStorageConfig({
    container: text('container'),
    prefix: text('prefix'),
    account: text('storage-account'),
    ...secrets,
    tenantId: text('tenant-id'),
    clientId: text('client-id'),
    federatedTokenFile: text('azure-federated-token-file'),
    domain,
    hasTls,
    limits: speedLimits(input),
    pointInTime: pointInTimeFlag(input) ?? '',
  })
}
