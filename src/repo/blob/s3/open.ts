/** Connection -> S3 store, with the credentials that were found said and the storage classes of the bucket read. */
import { CairnError, isCairnError } from '../../../errors.ts'
import { parseTimestamp } from '../../../util/timestamp.ts'
import type { BackendContext, OpenBackend } from '../backends.ts'
import { sayCredentials } from '../credential-source.ts'
import { storageAt } from '../point-in-time.ts'
import { agentFor } from '../proxy.ts'
import type { BlobStorage } from '../storage.ts'
import type { StorageConfig } from '../storage-config.ts'
import { ambientChain } from './ambient-chain.ts'
import { parseS3Config, type S3Options } from './config.ts'
import { MAX_REQUESTS, type Patience, S3Connection, USUAL_PATIENCE } from './connection.ts'
import { s3Credentials } from './credentials.ts'
import { placeOf } from './place.ts'
import { S3Storage } from './storage.ts'
import { parseStorageClasses, STORAGE_CONFIG_BLOB_ID, type StorageClasses } from './storage-classes.ts'

/** Opens the bucket of a connection. Errors: CAIRN_CONFIG_INVALID, CAIRN_CREDENTIALS_MISSING, CAIRN_CREDENTIALS_REFUSED, those of the store. */
export const openS3: OpenBackend = async (config, context) => await openS3With(config, context, USUAL_PATIENCE)

/** The same, waiting no longer than `patience` says. */
export async function openS3With(config: StorageConfig, context: BackendContext, patience: Patience): Promise<BlobStorage> {
  const options = parseS3Config(config)
  if (options.rootCa.length > 0 && !new TextDecoder().decode(options.rootCa).includes('-----BEGIN CERTIFICATE-----')) {
    throw new CairnError('CAIRN_CONFIG_INVALID', 'The certificate authority of the connection is not in PEM form.', {
      hint: 'Connect again with --root-ca-pem-path.',
    })
  }
  const place = placeOf(options, context.env)
  const credentials = await s3Credentials(options, context, ambientChain(place.region))
  sayCredentials(context, place.displayName, credentials.words)
  const tls = { rejectUnauthorized: options.verifiesTls, ...(options.rootCa.length > 0 && { ca: Buffer.from(options.rootCa) }) }
  const agent = await agentFor(place.origin, context.env, tls, { maxFreeSockets: MAX_REQUESTS })
  const connection = new S3Connection({ place, credentials, agent, patience })
  const { bucket, prefix } = options
  const storage: S3Storage = new S3Storage({
    connection,
    bucket,
    prefix,
    clock: context.clock,
    signsBytes: !place.hasTls,
    readClasses: () => readClasses(storage, context),
  })
  try {
    return options.pointInTime === '' ? storage : await bucketAt(storage, options)
  } catch (error) {
    await connection.close()
    throw error
  }
}

async function bucketAt(storage: S3Storage, { bucket, pointInTime }: S3Options): Promise<BlobStorage> {
  const atNs = parseTimestamp(pointInTime)
  if (atNs === undefined) throw new CairnError('CAIRN_CONFIG_INVALID', `"storage.config.pointInTime" is not a time: ${pointInTime}.`)
  if (await storage.keepsVersions()) return storageAt(storage, atNs)
  throw new CairnError('CAIRN_NOT_SUPPORTED', `The bucket ${bucket} keeps no versions: it cannot be seen as it was at ${pointInTime}.`, {
    hint: 'Connect again without --point-in-time.',
  })
}

async function readClasses(storage: BlobStorage, { signal }: BackendContext): Promise<StorageClasses> {
  try {
    const bytes = await storage.getBlob(STORAGE_CONFIG_BLOB_ID, signal === undefined ? {} : { signal })
    return parseStorageClasses(bytes, storage.displayName)
  } catch (error) {
    if (isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) return []
    throw error
  }
}
