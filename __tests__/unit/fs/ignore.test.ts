import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dotFileRules, IgnoreContext, type OwnRules } from '../../../src/fs/ignore.ts'
import { matchesPattern } from '../../../src/fs/ignore-match.ts'
import { codePoints, compilePattern } from '../../../src/fs/ignore-pattern.ts'
import vectors from '../../vectors/ignore-vectors.json' with { type: 'json' }

const NONE: OwnRules = { policyRules: [], dotFiles: [] }
const isIgnoredPath = (own: Readonly<Record<string, OwnRules>>, path: string, isDirectory: boolean): boolean => {
  const parts = path.split('/')
  let context = IgnoreContext.root(own[''] ?? NONE)
  for (let depth = 0; depth < parts.length; depth++) {
    const name = parts[depth] ?? ''
    const isLast = depth === parts.length - 1
    if (context.isIgnored(name, isLast ? isDirectory : true)) return true
    context = context.child(name, own[parts.slice(0, depth + 1).join('/')])
  }
  return false
}
const policy = (...policyRules: string[]): OwnRules => ({ policyRules, dotFiles: [] })
const dotFile = (text: string): OwnRules => ({ policyRules: [], dotFiles: [{ name: '.kopiaignore', text }] })

/** Kept entries of the vectors' tree, directories with a slash at the end. */
function kept(own: Readonly<Record<string, OwnRules>>, withDotFile: string | undefined): string[] {
  const files = withDotFile === undefined ? vectors.allPaths.filter((path) => path !== '.kopiaignore') : [...vectors.allPaths, withDotFile]
  const all = [...files.map((path) => [path, false] as const), ...vectors.allDirs.map((path) => [path.slice(0, -1), true] as const)]
  return [
    ...new Set(all.filter(([path, isDirectory]) => !isIgnoredPath(own, path, isDirectory)).map(([path, d]) => (d ? `${path}/` : path))),
  ]
}

describe('dot-ignore files as stock kopia reads them', () => {
  test.each(vectors.dotFileCases.map((one) => [one.case, one] as const))('%s', (_, one) => {
    const place = one.file.split('/').slice(0, -1).join('/')
    const own = { [place]: dotFile(one.rules) }
    if (one.exitCode !== 0) expect(() => kept(own, one.file)).toThrow(/cannot be used/)
    else expect(kept(own, one.file).sort()).toEqual([...one.kept].sort())
  })
})

describe('policy patterns as stock kopia reads them', () => {
  test.each(vectors.policyCases.map((one) => [one.case, one] as const))('%s', (_, one) => {
    expect(kept({ '': policy(...one.policyIgnoreStored) }, undefined).sort()).toEqual([...one.kept].sort())
  })
})

describe('precedence', () => {
  test('a nested rule re-includes what an upper rule ignores', () => {
    const own = { '': policy('*.log'), sub: dotFile('!keep.log\n') }
    expect(isIgnoredPath(own, 'sub/keep.log', false)).toBe(false)
    expect(isIgnoredPath(own, 'sub/other.log', false)).toBe(true)
    expect(isIgnoredPath(own, 'keep.log', false)).toBe(true)
  })

  test('rules of a nested directory are anchored there', () => {
    const own = { 'a/b': policy('/x', 'c/y') }
    expect(isIgnoredPath(own, 'a/b/x', false)).toBe(true)
    expect(isIgnoredPath(own, 'a/b/d/x', false)).toBe(false)
    expect(isIgnoredPath(own, 'a/b/c/y', false)).toBe(true)
    expect(isIgnoredPath(own, 'x', false)).toBe(false)
  })

  test('the policy comes before the dot-ignore files, and those in their order', () => {
    const own = {
      '': {
        policyRules: ['*'],
        dotFiles: [
          { name: '.a', text: '!x' },
          { name: '.b', text: 'x' },
        ],
      },
    }
    expect(isIgnoredPath(own, 'x', false)).toBe(true)
  })

  test('characters of a directory name are never wildcards', () => {
    const own = { 'a[*]b': policy('/x') }
    expect(isIgnoredPath(own, 'a[*]b/x', false)).toBe(true)
    expect(isIgnoredPath(own, 'a*b/x', false)).toBe(false)
  })
})

describe('oddities that are kept', () => {
  test.each([
    ['a*b', 'ax/b', true],
    ['/a*b', 'ax/b', true],
    ['/a*b', 'a/b', false],
    ['/a*b', 'ax/y/b', false],
    ['f?o', 'f🦀o', true],
    ['[[:upper:]]', 'É', true],
    ['[[:digit:]]', 'x', false],
    ['[^a]', '^', true],
    ['[!a]', 'b', true],
    ['[!a]', 'a', false],
    ['[]', 'x', false],
    ['[a-c-]', '-', true],
    ['abcdef[[:digit:]]', 'abcdef1', false],
    ['abc[[:digit:]]', 'abc1', true],
    ['**', 'deep/er', true],
    ['!**/x', 'x', false],
    ['\u0085x\u0085', 'x', true],
  ])('%s against %s: %s', (rule, path, expected) => {
    expect(isIgnoredPath({ '': policy(rule) }, path, false)).toBe(expected)
  })
})

test('comments and blank lines of a dot-ignore file are no rules, carriage returns are cut', () => {
  expect(dotFileRules('.kopiaignore', '# a\r\n\r\n  \n  # b\r\n\\#c\nlast')).toEqual(['  # b', '\\#c', 'last'])
})

test.each(['[a', '[a\\', 'x\\', '[[:nope:]]', '[[:constructor:]]', '*a'.repeat(65)])('the rule %s is refused', (rule) => {
  expect(() => IgnoreContext.root(policy(rule))).toThrow(/cannot be used/)
})

test('the message of a bad line names the file', () => {
  expect(() => IgnoreContext.root().child('sub', dotFile('ok\n[bad'))).toThrow(/\/sub\/\.kopiaignore: .*"\[bad"/)
})

test('many double stars do not make matching slow', () => {
  const own = { '': policy(`/${'**/a/'.repeat(30)}b`) }
  const context = IgnoreContext.root(own[''])
  const deep = Array.from({ length: 200 }).reduce<IgnoreContext>((at) => at.child('a'), context)
  // Without remembering, this takes longer than the age of the universe.
  expect(deep.isIgnored('b', false)).toBe(true)
  expect(deep.child('c').isIgnored('b', false)).toBe(false)
})

test('remembering results changes none of them', () => {
  const piece = fc.constantFrom('a', 'b', '/', '*', '**', '?', '**/', '/**', '[ab]')
  const path = fc.array(fc.constantFrom('a', 'b', 'ab', 'ba'), { minLength: 1, maxLength: 7 })
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), path, (pieces, parts) => {
      const pattern = compilePattern(pieces.join(''), '')
      const codes = codePoints(`/${parts.join('/')}`)
      return matchesPattern(pattern, codes, codes.length, 0) === matchesPattern(pattern, codes, codes.length, Number.POSITIVE_INFINITY)
    }),
    { numRuns: 1000 },
  )
})
