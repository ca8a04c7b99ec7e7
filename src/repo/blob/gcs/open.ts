/** Connection -> bucket: credentials first, so that what is wrong with them is known before any work. */
import { CairnError } from '../../../errors.ts'
import { parseTimestamp } from '../../../util/timestamp.ts'
import type { OpenBackend } from '../backends.ts'
import { sayCredentials } from '../credential-source.ts'
import { storageAt } from '../point-in-time.ts'
import { proxyWords } from '../proxy.ts'
import { parseGcsConfig } from './config.ts'
import { emulatorIn, planCredentials } from './credential-plan.ts'
import { quietKnownWarnings } from './quiet-warnings.ts'

const SCOPES = {
  reading: 'https://www.googleapis.com/auth/devstorage.read_only',
  all: 'https://www.googleapis.com/auth/devstorage.full_control',
}

/** Opens the bucket of a connection. Errors: CAIRN_CONFIG_INVALID, CAIRN_NOT_SUPPORTED for a time in a bucket without versions, those of a login. */
export const openGcs: OpenBackend = async (config, context) => {
  const options = parseGcsConfig(config)
  quietKnownWarnings()
  const [{ logIn }, { gcsHttp }, { GcsStorage }] = await Promise.all([import('./login.ts'), import('./http.ts'), import('./storage.ts')])
  const emulator = emulatorIn(context.env)
  if (emulator !== undefined && !URL.canParse(emulator)) {
    throw new CairnError('CAIRN_CONFIG_INVALID', 'STORAGE_EMULATOR_HOST is not a host with or without a port.')
  }
  const scope = options.isReadOnly || context.isReadOnly ? SCOPES.reading : SCOPES.all
  const { client, source } = await logIn(planCredentials(options, context), scope, context)
  const origin = emulator ?? `https://storage.${client?.universeDomain ?? 'googleapis.com'}`
  const host = new URL(origin).host
  const displayName = `GCS: ${emulator === undefined ? '' : `${host} `}${options.bucket}`
  sayCredentials(context, displayName, source)
  const storage = new GcsStorage({
    http: await gcsHttp(origin, client, context.env),
    bucket: options.bucket,
    prefix: options.prefix,
    displayName,
    credentials: source,
    settings: {
      bucket: `the bucket "${options.bucket}" (--bucket or the location)`,
      endpoint: `the endpoint "${host}"${emulator === undefined ? '' : ' (STORAGE_EMULATOR_HOST)'}${proxyWords(origin, context.env)}`,
    },
    clock: context.clock,
    random: context.random,
  })
  const atNs = parseTimestamp(options.pointInTime)
  if (atNs === undefined) return storage
  if (!(await storage.hasVersions(context.signal))) {
    throw new CairnError('CAIRN_NOT_SUPPORTED', `${displayName} keeps no versions of its blobs, so its earlier state is not known.`, {
      hint: 'Versioning is a setting of the bucket; it keeps what is replaced or deleted from then on. Leave out --point-in-time.',
    })
  }
  return storageAt(storage, atNs)
}
