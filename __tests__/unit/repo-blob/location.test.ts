import { describe, expect, it } from 'vitest'
import { isCairnError } from '../../../src/errors.ts'
import { formatLocation, type LocationContext, parseLocation } from '../../../src/repo/blob/location.ts'

const linux: LocationContext = { workspaceRoot: '/work/space', platform: 'linux', home: '/home/me' }
const windows: LocationContext = { workspaceRoot: 'D:\\work', platform: 'win32', home: 'C:\\Users\\me' }

describe('the location of a repository', () => {
  it.each([
    ['backups/demo', '/work/space/backups/demo'],
    ['./backups:2024', '/work/space/backups:2024'],
    ['/srv/backups/', '/srv/backups'],
    ['../elsewhere', '/work/elsewhere'],
    ['  /srv/x ', '/srv/x'],
    ['~/backups', '/home/me/backups'],
    ['~other', '/work/space/~other'],
    ['me@host', '/work/space/me@host'],
    ['file:///srv/my%20backups', '/srv/my backups'],
    ['file:/srv/x', '/srv/x'],
    ['FILE://localhost/srv/x', '/srv/x'],
  ])('reads %s as a folder', (text, path) => {
    expect(parseLocation(text, linux)).toEqual({ kind: 'filesystem', path })
  })

  it.each([
    ['C:\\backups', 'C:\\backups'],
    ['c:/backups', 'c:\\backups'],
    ['backups\\demo', 'D:\\work\\backups\\demo'],
    ['\\\\server\\share\\x', '\\\\server\\share\\x'],
    ['file:///E:/backups', 'E:\\backups'],
    ['~\\x', 'C:\\Users\\me\\x'],
  ])('reads %s as a folder on Windows', (text, path) => {
    expect(parseLocation(text, windows)).toEqual({ kind: 'filesystem', path })
  })

  it.each([
    ['s3://bucket', { kind: 's3', bucket: 'bucket', prefix: '' }],
    ['s3://bucket/', { kind: 's3', bucket: 'bucket', prefix: '' }],
    ['S3://bucket/a/b//', { kind: 's3', bucket: 'bucket', prefix: 'a/b/' }],
    [
      's3://bucket/a%20b?endpoint=http://127.0.0.1:9000&region=eu-west-1',
      { kind: 's3', bucket: 'bucket', prefix: 'a b/', endpoint: 'http://127.0.0.1:9000', region: 'eu-west-1' },
    ],
    ['azblob://container/x?account=me', { kind: 'azblob', container: 'container', prefix: 'x/', account: 'me' }],
    ['gs://bucket/x', { kind: 'gcs', bucket: 'bucket', prefix: 'x/' }],
    ['actions-cache:main', { kind: 'actions-cache', name: 'main' }],
    ['actions-cache:main?limit-gib=50', { kind: 'actions-cache', name: 'main', limitGib: 50 }],
  ])('reads %s', (text, location) => {
    const parsed = parseLocation(text, linux)
    expect(parsed).toEqual(location)
    expect(parseLocation(formatLocation(parsed), linux)).toEqual(location)
  })

  it.each([
    '',
    '  ',
    'a\0b',
    'C:\\backups',
    'C:backups',
    'sftp://host/x',
    'https://host/x',
    'backups:2024',
    's3:bucket',
    's3://',
    's3://bu cket/x',
    's3://b/x#y',
    's3://b/%zz',
    's3://b?region=',
    's3://b?secretAccessKey=hunter2',
    'azblob://c?sig=hunter2',
    'gs://b?x=1',
    'actions-cache:',
    'actions-cache:a/b',
    'actions-cache:a?limit-gib=0',
    'actions-cache:a?limit-gib=1e3',
    'actions-cache:a?token=hunter2',
    'file:',
    'file://host/x',
    'file:///a?b',
    'file:///a#b',
    'file:///a%00b',
  ])('refuses %j and never shows a value of it', (text) => {
    const error = errorOf(() => parseLocation(text, linux))
    expect(error).toMatchObject({ code: 'CAIRN_LOCATION_INVALID' })
    expect(JSON.stringify(error)).not.toContain('hunter2')
  })

  it('needs the folder of a drive on Windows', () => {
    expect(errorOf(() => parseLocation('C:backups', windows))).toMatchObject({ code: 'CAIRN_LOCATION_INVALID' })
  })

  it.each([
    's3://AKIA0:hunter2@bucket/x',
    's3:AKIA0:hunter2@bucket',
    's3://hunter2@bucket',
    'https://me:hunter2@host/x',
    'azblob://me:hunter2@c/x',
    's3://b/x?endpoint=https://me:hunter2@host',
    's3://b/x?endpoint=me:hunter2@host',
  ])('refuses credentials in %s and never prints them', (text) => {
    const error = errorOf(() => parseLocation(text, linux))
    expect(error).toMatchObject({ code: 'CAIRN_LOCATION_SECRET' })
    if (isCairnError(error)) expect(`${error.message} ${error.hint} ${error.stack}`).not.toMatch(/hunter2|AKIA0/)
  })
})

function errorOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
