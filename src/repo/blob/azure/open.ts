/** Connection -> container: credentials first, so that what is wrong with them is known before any work. */
import { AnonymousCredential, ContainerClient, StorageSharedKeyCredential } from '@azure/storage-blob'
import { CairnError } from '../../../errors.ts'
import { parseTimestamp } from '../../../util/timestamp.ts'
import type { BackendContext, OpenBackend } from '../backends.ts'
import { sayCredentials } from '../credential-source.ts'
import { storageAt } from '../point-in-time.ts'
import { pipelineFor } from './agents.ts'
import { parseAzureConfig } from './config.ts'
import { type AzureCredential, planCredentials } from './credential-plan.ts'
import { type AzurePlace, azurePlaceOf } from './place.ts'
import { AzureStorage } from './storage.ts'

/** The SDK never repeats a call and never waits on its own: that is the place of the retrying decorator. */
const PIPELINE = { retryOptions: { maxTries: 1 }, userAgentOptions: { userAgentPrefix: 'cairn' } }

export const openAzure: OpenBackend = async (config, context) => {
  const options = parseAzureConfig(config)
  const place = azurePlaceOf(options, context.env)
  const plans = planCredentials(options, context.env, context.identityToken !== undefined)
  const { credential, query, source } = await credentialOf(plans, place, context)
  sayCredentials(context, place.displayName, source)
  const url = `${place.accountUrl}/${options.container}${query}`
  const storage = new AzureStorage({
    container: new ContainerClient(url, await pipelineFor(credential, PIPELINE, context)),
    prefix: options.prefix,
    place,
    credentials: source,
    clock: context.clock,
  })
  const atNs = parseTimestamp(options.pointInTime)
  return atNs === undefined ? storage : storageAt(storage, atNs)
}

async function credentialOf(plans: readonly AzureCredential[], { account, accountUrl }: AzurePlace, context: BackendContext) {
  const [first] = plans
  maskSecret(first, context)
  if (first?.kind === 'sas') return { credential: new AnonymousCredential(), query: `?${first.token}`, source: first.source }
  if (first?.kind === 'key') {
    // Anything is base64 for the library, and the store would then only say that a signature is wrong.
    if (!/^[A-Za-z0-9+/]{16,}={0,2}$/.test(first.key)) {
      throw new CairnError('CAIRN_CREDENTIALS_REFUSED', 'The key of the storage account is not base64.', {
        hint: `It came from ${first.source}: copy the whole key, with the "=" at its end.`,
      })
    }
    return { credential: new StorageSharedKeyCredential(account, first.key), query: '', source: first.source }
  }
  if (accountUrl.startsWith('http:')) {
    throw new CairnError(
      'CAIRN_CONFIG_INVALID',
      'A login of Microsoft Entra ID is never sent without TLS, and the connection says not to use it.',
      {
        hint: 'For an emulator without TLS use its storage key.',
      },
    )
  }
  const { logIn } = await import('./login.ts')
  return {
    ...(await logIn(
      plans.filter((plan) => plan.kind !== 'sas' && plan.kind !== 'key'),
      context,
    )),
    query: '',
  }
}

/** Whatever is printed from now on, it is not the secret itself. */
function maskSecret(plan: AzureCredential | undefined, { mask }: BackendContext): void {
  if (plan?.kind === 'key') mask?.(plan.key)
  if (plan?.kind === 'secret') mask?.(plan.secret)
  // What identifies a signed token is its signature; the rest are times and permissions.
  if (plan?.kind === 'sas') mask?.(new URLSearchParams(plan.token).get('sig') || plan.token)
}
