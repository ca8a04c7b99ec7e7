import { expect, it } from 'vitest'
import { withoutSecrets } from '../../../src/repo/blob/storage-config.ts'

it('shows a connection with a star for each byte of a secret, and says nothing of other secrets', () => {
  const azure = {
    container: 'c',
    storageKey: 'käy',
    sasToken: 'sv=1',
    TenantID: 't',
    ClientSecret: 'xyz',
    clientCertificate: 'pem',
    doNotUseTLS: true,
  }
  expect(withoutSecrets({ type: 'azureBlob', config: azure }).config).toEqual({
    container: 'c',
    storageKey: '****',
    sasToken: '****',
    TenantID: 't',
    ClientSecret: '***',
    clientCertificate: '***',
    doNotUseTLS: true,
  })
  const s3 = { bucket: 'b', accessKeyID: 'AK', secretAccessKey: 'secret', sessionToken: '', webIdentityToken: 'jwt' }
  expect(withoutSecrets({ type: 's3', config: s3 }).config).toEqual({ ...s3, secretAccessKey: '******', webIdentityToken: '***' })
  const gcs = { bucket: 'b', credentials: { private_key: 'key' }, credentialsFile: '/f' }
  expect(withoutSecrets({ type: 'gcs', config: gcs }).config).toEqual({ bucket: 'b', credentialsFile: '/f' })
  expect(withoutSecrets({ type: 'filesystem', config: { path: '/p' } }).config).toEqual({ path: '/p' })
})
