import { describe, expect, test } from 'vitest'
import { compressorForFile, compressorForMetadata } from '../../../src/policy/compressor-choice.ts'
import { formatSource, formatTarget, hasTrailingSeparator, parentPath, relativeBelow } from '../../../src/policy/target.ts'
import { parseSource, parseTarget } from '../../../src/snapshot/target-parse.ts'
import { local } from './support.ts'

describe('compressor of a file', () => {
  const zstd = { compressorName: 'zstd' }
  test.each([
    [undefined, 'a.txt', 10, undefined],
    [{}, 'a.txt', 10, undefined],
    [{ compressorName: 'none' }, 'a.txt', 10, undefined],
    [zstd, 'a.txt', 10, 'zstd'],
    [{ ...zstd, minSize: 10 }, 'a', 9, undefined],
    [{ ...zstd, minSize: 10 }, 'a', 10, 'zstd'],
    [{ ...zstd, maxSize: 10 }, 'a', 11, undefined],
    [{ ...zstd, maxSize: 10 }, 'a', 10, 'zstd'],
    [{ ...zstd, neverCompress: ['.gz', '.zip'] }, 'a.tar.gz', 1, undefined],
    [{ ...zstd, neverCompress: ['.gz', '.zip'] }, 'a.GZ', 1, 'zstd'],
    [{ ...zstd, neverCompress: ['.bashrc'] }, '.bashrc', 1, undefined],
    [{ ...zstd, onlyCompress: ['.txt'] }, 'a.other', 1, 'zstd'],
    [{ ...zstd, onlyCompress: ['.txt'], neverCompress: ['.txt'] }, 'a.txt', 1, 'zstd'],
    [{ ...zstd, neverCompress: ['.z', '.b', '.a'] }, 'x.z', 1, 'zstd'],
  ])('%j gives %s of %i bytes the compressor %s', (policy, name, size, expected) => {
    expect(compressorForFile(policy, name, size)).toBe(expected)
  })

  test('metadata has its own, and none and nothing turn it off', () => {
    expect(compressorForMetadata({ metadataCompression: { compressorName: 'zstd-fastest' } })).toBe('zstd-fastest')
    expect(compressorForMetadata({ metadataCompression: { compressorName: 'none' } })).toBeUndefined()
    expect(compressorForMetadata({})).toBeUndefined()
  })
})

describe('targets', () => {
  test.each([
    ['(global)', '(global)'],
    ['@host', '@host'],
    ['user@host', 'user@host'],
    ['user@host:/a/b', 'user@host:/a/b'],
    ['user@host:C:\\x', 'user@host:C:\\x'],
    ['a@b@c:/x', 'a@b@c:/x'],
    ['sub/../dir/', 'builder@ci-runner:/srv/dir'],
    ['/abs//x/.', 'builder@ci-runner:/abs/x'],
    ['./mail@home', 'builder@ci-runner:/srv/mail@home'],
    ['@h:/x', 'builder@ci-runner:/srv/@h:/x'],
  ])('%s means %s', (text, expected) => {
    expect(formatTarget(parseTarget(text, local))).toBe(expected)
  })

  test.each(['@', 'user@'])('%s names no host', (text) => {
    expect(() => parseTarget(text, local)).toThrow(/names no host/)
  })

  test('a source is a path, with or without an identity in front', () => {
    expect(formatSource(parseSource('u@h:/p', local))).toBe('u@h:/p')
    expect(formatSource(parseSource('mail@home', local))).toBe('builder@ci-runner:/srv/mail@home')
    expect(formatSource(parseSource('./mail@home:old', local))).toBe('builder@ci-runner:/srv/mail@home:old')
  })

  test.each([
    ['/a/b', '/a'],
    ['/a', '/'],
    ['/', undefined],
    ['C:\\a\\b', 'C:\\a'],
    ['C:\\a', 'C:\\'],
    ['C:\\', undefined],
    ['relative', undefined],
  ])('the path above %s is %s', (path, expected) => {
    expect(parentPath(path)).toBe(expected)
  })

  test.each([
    ['/a', '/a/b/c', 'b/c'],
    ['/', '/b', 'b'],
    ['/a', '/ab', undefined],
    ['/a', '/a', undefined],
    ['/a', '/a\\b', undefined],
    ['C:\\a', 'C:\\a\\b\\c', 'b/c'],
  ])('below %s, %s is %s', (parent, child, expected) => {
    expect(relativeBelow(parent, child)).toBe(expected)
  })

  test('only roots may end in a separator', () => {
    expect(['/a/', 'C:\\a\\', '/', 'C:\\', '/a'].map(hasTrailingSeparator)).toEqual([true, true, false, false, false])
  })
})
