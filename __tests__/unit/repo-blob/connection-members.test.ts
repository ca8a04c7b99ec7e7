import { expect, it } from 'vitest'
import { parseAzureConfig } from '../../../src/repo/blob/azure/config.ts'
import { connectionMembers } from '../../../src/repo/blob/connection-members.ts'
import { parseGcsConfig } from '../../../src/repo/blob/gcs/config.ts'
import { parseS3Config } from '../../../src/repo/blob/s3/config.ts'

it('takes a member that is left out or null for an empty text, and for false', () => {
  const { text, textLike, flag, pointInTime } = connectionMembers({ config: { region: null, doNotUseTLS: null } })
  expect([text('region'), text('prefix'), textLike('region', /^$/, 'empty'), pointInTime()]).toEqual(['', '', '', ''])
  expect([flag('doNotUseTLS'), flag('readOnly')]).toEqual([false, false])
})

it('names the member that has another shape, and says what it should be', () => {
  const { text, textLike, flag } = connectionMembers({ config: { region: 'eu west', prefix: 7, readOnly: 'no' } })
  const refused = (words: string) =>
    expect.objectContaining({ code: 'CAIRN_CONFIG_INVALID', message: `The connection cannot be used: "storage.config.${words}.` })
  expect(() => text('prefix')).toThrow(refused('prefix" is not a text'))
  expect(() => textLike('region', /^[a-z-]*$/, 'the name of a region')).toThrow(refused('region" is not the name of a region'))
  expect(() => flag('readOnly')).toThrow(refused('readOnly" is not true or false'))
})

it('reads the zero time of Go as none, for every store', () => {
  const pointInTime = '0001-01-01T00:00:00Z'
  expect(parseS3Config({ type: 's3', config: { bucket: 'backups', pointInTime } }).pointInTime).toBe('')
  expect(parseAzureConfig({ type: 'azureBlob', config: { container: 'backups', pointInTime } }).pointInTime).toBe('')
  expect(parseGcsConfig({ type: 'gcs', config: { bucket: 'backups', pointInTime } }).pointInTime).toBe('')
})
