import { describe, expect, it } from 'vitest'
import { compilePathPattern } from '../../../src/util/path-match.ts'

describe('a pattern of names', () => {
  it.each([
    ['abc', 'abc', true],
    ['*', 'abc', true],
    ['*', '', true],
    ['*c', 'abc', true],
    ['a*', 'a', true],
    ['a*', 'ab/c', false],
    ['a*/b', 'abc/b', true],
    ['a*/b', 'a/c/b', false],
    ['a*b*c*d*e*/f', 'axbxcxdxexxx/f', true],
    ['a*b*c*d*e*/f', 'axbxcxdxe/xxx/f', false],
    ['a*b*c*d*e*/f', 'axbxcxdxexxx/fff', false],
    ['a*b?c*x', 'abxbbxdbxebxczzx', true],
    ['a*b?c*x', 'abxbbxdbxebxczzy', false],
    ['*x', 'xxx', true],
    ['ab[c]', 'abc', true],
    ['ab[b-d]', 'abc', true],
    ['ab[e-g]', 'abc', false],
    ['ab[^c]', 'abc', false],
    ['ab[^e-g]', 'abc', true],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'ab', false],
    ['a?b', 'a☺b', true],
    ['a???b', 'a☺b', false],
    ['[a-ζ]*', 'α', true],
    ['*[a-ζ]', 'A', false],
    ['a?b', 'a/b', false],
    ['a*b', 'a/b', false],
    ['[\\]a]', ']', true],
    ['[\\-x]', '-', true],
    ['[x\\-]', 'z', false],
    ['*.key', 'server.key', true],
    ['*.key', 'server.keys', false],
    ['', '', true],
    ['', 'a', false],
  ])('%s and %s: %s', (pattern, name, isMatch) => {
    expect(compilePathPattern(pattern)?.(name)).toBe(isMatch)
  })

  it.each(['[]a]', '[-]', '[x-]', '[-x]', '\\', '[a-b-c]', '[', '[^', '[^bc', 'a[', '[a', 'ab\\'])('%s is not complete', (pattern) => {
    expect(compilePathPattern(pattern)).toBeUndefined()
  })

  it('with many stars takes no time', () => {
    expect(compilePathPattern(`${'a*'.repeat(50)}b`)?.('a'.repeat(5000))).toBe(false)
  })
})
