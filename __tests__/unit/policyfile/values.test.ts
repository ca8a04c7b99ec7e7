import { describe, expect, test } from 'vitest'
import { cronProblem } from '../../../src/policyfile/cron.ts'
import { parseByteSize, parseDuration } from '../../../src/policyfile/durations.ts'
import { nearestWord } from '../../../src/policyfile/names.ts'
import { findSecret, userInfoOf } from '../../../src/policyfile/secrets.ts'
import { findPipe } from '../../../src/policyfile/shell-pipes.ts'

describe('durations and sizes', () => {
  test('durations are seconds, or units that follow each other', () => {
    expect(['90', '90s', '5m', '1h30m', '1h1m1s'].map(parseDuration)).toEqual([90, 90, 300, 5400, 3661])
  })

  test('anything else is not a duration', () => {
    expect(['', '500ms', '1.5m', '5 m', '-5', '1d', 'm5', '5mm5'].map(parseDuration)).toEqual(Array(8).fill(undefined))
  })

  test('sizes take decimal and binary units', () => {
    expect(['512', '2 GiB', '10MB', '1 B', '3TiB'].map(parseByteSize)).toEqual([512, 2 ** 31, 10_000_000, 1, 3 * 2 ** 40])
  })

  test('anything else is not a size', () => {
    expect(['', '2 gigs', '1.5 GiB', '-1', '2  GiB', '1 iB', '9999999999999999'].map(parseByteSize)).toEqual(Array(7).fill(undefined))
  })
})

describe('cron', () => {
  test.each([
    '@daily',
    '* * * * *',
    '*/15 0-6 1,15 jan-jun mon',
    '0 0 l * 5l',
    '0 0 15w * ?',
    '0 30 4 * * 1 2030',
    '5 4 * * SUN # note',
    '',
    '# only a note',
    '0 5/2 * * *',
    '@daily and more',
    '* * * * * 2030/1970',
  ])('%s is taken', (expression) => {
    expect(cronProblem(expression)).toBeUndefined()
  })

  test.each([
    '* * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * * 13 *',
    '* * * * 8',
    '*/0 * * * *',
    '*/99 * * * *',
    'a b c d e',
    '1-2-3 * * * *',
    '@reboot',
    '* * * * * */60',
    '0 0 * * 1/2/3',
  ])('%s is refused', (expression) => {
    expect(cronProblem(expression)).toBeTypeOf('string')
  })
})

describe('nearest word', () => {
  test('a slip finds the word that was meant', () => {
    expect(nearestWord('beforeFoldr', ['beforeFolder', 'afterFolder'])).toBe('beforeFolder')
    expect(nearestWord('keep_daily', ['keepDaily', 'keepWeekly'])).toBe('keepDaily')
    expect(nearestWord('tiemout', ['timeout', 'mode'])).toBe('timeout')
  })

  test('a stranger finds nothing', () => {
    expect(nearestWord('banana', ['timeout', 'mode'])).toBeUndefined()
  })
})

describe('pipes in shell scripts', () => {
  test.each([
    ['a | b', 2],
    ['a|b', 1],
    ['x="$(a | b)"', 7],
    ['x=`a | b`', 5],
    ['case $x in\n  a|b) c ;;\nesac\nd | e', 30],
    ['cat <<EOF | b\nx\nEOF', 10],
    ['( a ) | b', 6],
    ['echo \\\\ | b', 8],
    ['a |& b', 2],
  ])('%j has a pipe at %i', (script, offset) => {
    expect(findPipe(script)).toBe(offset)
  })

  test.each([
    'a || b',
    "echo 'a | b'",
    'echo "a | b"',
    'a # b | c',
    'echo \\| b',
    'case "$x" in\n  a|b) c ;;\n  (d | e) f ;;\nesac',
    'cat <<EOF\na | b\nEOF\necho',
    "cat <<-'END'\n\ta | b\n\tEND\necho",
    'echo $((1 | 2))',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's own parameter expansion
    'echo ${x#a|b}',
    'a >| b',
    'echo a#b',
  ])('%j has none', (script) => {
    expect(findPipe(script)).toBeUndefined()
  })
})

describe('secrets', () => {
  test.each([
    '-----BEGIN RSA PRIVATE KEY-----',
    'AKIAABCDEFGHIJKLMNOP',
    'x ghs_0123456789abcdefghij y',
    'github_pat_11ABCDEFG0123456789',
    'xoxb-123456789012-abc',
    'https://user:hunter2@example.com/',
  ])('%s is seen', (text) => {
    expect(findSecret(text)).toBeDefined()
  })

  test.each([
    'https://user@example.com',
    'postgres://app:$PASSWORD@db',
    'AKIA',
    'ghp_short',
    'git@github.com:a/b',
    'a6f3e1d9c0b2'.repeat(4),
    'http://localhost:8080/@x',
  ])('%s is left alone', (text) => {
    expect(findSecret(text)).toBeUndefined()
  })

  test('user information is found in a location, and a drive is not a scheme', () => {
    expect(userInfoOf('s3://key@bucket/x')).toEqual({ start: 5, end: 9 })
    expect(userInfoOf('s3://bucket/a@b')).toBeUndefined()
    expect(userInfoOf('C:\\a@b')).toBeUndefined()
  })
})
