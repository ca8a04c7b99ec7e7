import { expect, it } from 'vitest'
import { secretsIn, withoutSecrets } from '../../../src/repo/blob/storage-config.ts'

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

it('names the secrets that a connection holds', () => {
  expect(secretsIn({ type: 's3', config: { accessKeyID: '', secretAccessKey: '', sessionToken: '' } })).toEqual([])
  expect(secretsIn({ type: 's3', config: { accessKeyID: 'AK', secretAccessKey: 's', sessionToken: 't' } })).toEqual([
    'secretAccessKey',
    'sessionToken',
  ])
  expect(secretsIn({ type: 'azureBlob', config: { sasToken: 'sv=1', TenantID: 't' } })).toEqual(['sasToken'])
  expect(secretsIn({ type: 'gcs', config: { credentials: { private_key: 'key' } } })).toEqual(['credentials'])
  expect(secretsIn({ type: 'gcs', config: { credentials: null, credentialsFile: '/f' } })).toEqual([])
  expect(secretsIn({ type: 'filesystem', config: { path: '/p', credentials: 'x' } })).toEqual([])
})
