import { describe, expect, it } from 'vitest'
import { parseLocation } from '../../../src/repo/blob/location.ts'
import { parseS3Config, s3StorageConfig } from '../../../src/repo/blob/s3/config.ts'
import { blobIdOfKey } from '../../../src/repo/blob/s3/keys.ts'
import { placeOf } from '../../../src/repo/blob/s3/place.ts'
import { storageConfigOf } from '../../../src/repo/blob/storage-config.ts'

const place = (text: string, env: Record<string, string> = {}) =>
  placeOf(parseS3Config(storageConfigOf(parseLocation(text, { workspaceRoot: '/w', platform: 'linux' }))), env)

describe('where an S3 store is', () => {
  it('is AWS itself without an endpoint, with the bucket in the name of the host', () => {
    expect(place('s3://backups/shop')).toMatchObject({
      displayName: 'S3: s3.amazonaws.com backups',
      url: undefined,
      hasTls: true,
      isPathStyle: false,
      region: 'us-east-1',
      isRegionGiven: false,
    })
  })

  it('is where the location says, with the bucket in the path, with or without TLS', () => {
    expect(place('s3://backups?endpoint=127.0.0.1:9000')).toMatchObject({ url: 'https://127.0.0.1:9000', hasTls: true, isPathStyle: true })
    expect(place('s3://backups?endpoint=http://minio:9000')).toMatchObject({ url: 'http://minio:9000', hasTls: false, isPathStyle: true })
    expect(place('s3://backups?endpoint=oss-eu.aliyuncs.com')).toMatchObject({ isPathStyle: false })
  })

  it('is where a variable of AWS says when the location says nothing', () => {
    const env = { AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9000', AWS_ENDPOINT_URL: 'https://all.example' }
    expect(place('s3://backups', env)).toMatchObject({
      url: 'http://127.0.0.1:9000',
      hasTls: false,
      displayName: 'S3: 127.0.0.1:9000 backups',
    })
    expect(place('s3://backups', { AWS_ENDPOINT_URL: 'https://all.example' }).settings.endpoint).toContain('(AWS_ENDPOINT_URL)')
    expect(place('s3://backups?endpoint=other.example', env)).toMatchObject({ url: 'https://other.example' })
  })

  it('is nowhere when a variable holds something else, and the variable is named', () => {
    for (const value of ['127.0.0.1:9000', 'https://', 'http://127.0.0.1:99999', 'ftp://host', 'https://key:secret@host', 'my store']) {
      for (const name of ['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL']) {
        expect(() => place('s3://backups', { [name]: value }), value).toThrow(
          expect.objectContaining({ code: 'CAIRN_CONFIG_INVALID', message: `The variable ${name} is not the URL of a host.` }),
        )
      }
    }
    expect(place('s3://backups', { AWS_ENDPOINT_URL_S3: '' })).toMatchObject({ url: undefined })
  })

  it('is no place when the endpoint of a location is no host', () => {
    for (const endpoint of ['http://', 'https:///', '127.0.0.1:99999', 'my store', 'host/path']) {
      expect(() => place(`s3://backups?endpoint=${endpoint}`), endpoint).toThrow(
        expect.objectContaining({ code: 'CAIRN_LOCATION_INVALID', message: expect.stringContaining('The parameter endpoint') }),
      )
    }
  })

  it('takes the region from the location, the name of the host, and the variables, in this order', () => {
    const env = { AWS_REGION: 'eu-west-3', AWS_DEFAULT_REGION: 'eu-west-2' }
    expect(place('s3://backups?region=sa-east-1', env)).toMatchObject({ region: 'sa-east-1', isRegionGiven: true })
    expect(place('s3://backups?endpoint=s3.eu-central-1.amazonaws.com', env)).toMatchObject({ region: 'eu-central-1', isPathStyle: false })
    expect(place('s3://backups?endpoint=s3.dualstack.ap-south-1.amazonaws.com', env)).toMatchObject({ region: 'ap-south-1' })
    expect(place('s3://backups', env)).toMatchObject({ region: 'eu-west-3', isRegionGiven: true })
    expect(place('s3://backups', { AWS_DEFAULT_REGION: 'eu-west-2' })).toMatchObject({ region: 'eu-west-2' })
  })

  it('puts a bucket into the path whose name no certificate covers', () => {
    expect(place('s3://my.backups')).toMatchObject({ isPathStyle: true })
  })
})

describe('the connection of an S3 store', () => {
  it('is refused when a member has another shape, and names the member', () => {
    const { config } = s3StorageConfig({ bucket: 'backups' })
    for (const [member, value] of [
      ['bucket', '../other'],
      ['bucket', undefined],
      ['endpoint', 'host/path'],
      ['endpoint', 'user@host'],
      ['endpoint', '127.0.0.1:99999'],
      ['roleEndpoint', 'sts.example'],
      ['region', 'eu west'],
      ['doNotUseTLS', 'yes'],
      ['secretAccessKey', 7],
      ['duration', 'soon'],
      ['pointInTime', 'yesterday'],
      ['pointInTime', '2026-11-23'],
    ] as const) {
      expect(() => parseS3Config({ type: 's3', config: { ...config, [member]: value } }), member).toThrow(`storage.config.${member}`)
    }
  })
})

it('takes for a blob only what lies right under the prefix and has a name that blobs can have', () => {
  expect(blobIdOfKey('shop/p1', 'shop/', false)).toBe('p1')
  expect(blobIdOfKey('x-p1', 'x-', false)).toBe('p1')
  expect(blobIdOfKey('shop/a%2Bb+c', 'shop/', true)).toBe('a+b c')
  for (const key of ['shop/', 'shop/sub/p1', 'other/p1', 'shop/gr\u00fcn', 'shop/a\\b', `shop/${'x'.repeat(300)}`]) {
    expect(blobIdOfKey(key, 'shop/', false), key).toBeUndefined()
  }
  expect(blobIdOfKey('shop/%E0%A4%A', 'shop/', true)).toBeUndefined()
})
