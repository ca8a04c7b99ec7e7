import { afterEach, expect, test } from 'vitest'
import { parsePolicyFile } from '../../../src/policyfile/parse.ts'
import { utf8 } from '../../../src/util/bytes.ts'

function codesOf(text: string | Uint8Array): string[] {
  const { diagnostics } = parsePolicyFile(typeof text === 'string' ? utf8(text) : text, { path: 'cairn.yml' })
  return [...new Set(diagnostics.map(({ code }) => code))]
}

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

const bomb = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(', ')}]`),
]

const HOSTILE: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['a bomb of nine levels of aliases', `version: 1\n${bomb.join('\n')}\n`, 'P004'],
  ['100,000 opening brackets', '['.repeat(100_000), 'P004'],
  ['100,000 opening braces with keys', '{a: '.repeat(100_000), 'P004'],
  ['100,000 dashes in a line', '- '.repeat(100_000), 'P004'],
  ['100,000 question marks in a line', '? '.repeat(100_000), 'P004'],
  ['maps nested 1,000 deep by indentation', Array.from({ length: 1000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'), 'P004'],
  ['250,000 items', '- a\n'.repeat(250_000), 'P004'],
  ['200,000 anchors on one value', `a: ${'&a '.repeat(200_000)}`, 'P004'],
  ['200,000 tags on one value', `a: ${'!a '.repeat(200_000)}`, 'P004'],
  ['a file above 1 MiB', `# ${'x'.repeat(1024 * 1024)}`, 'P004'],
  ['an open quote in front of 300 KiB', `version: 1\nrepository: "${'x\n'.repeat(150_000)}`, 'P001'],
  ['random bytes', Uint8Array.from({ length: 20_000 }, (_, n) => (n * 7919 + (n >> 3) * 31) & 0xff), 'P001'],
  ['UTF-16 text', new Uint8Array(Buffer.from('\ufeffversion: 1\n', 'utf16le')), 'P001'],
  ['a tag of the host language', 'version: 1\nsources: [!!js/function "x"]\n', 'P012'],
  ['a polluting key', 'version: 1\npolicies: {__proto__: {polluted: 1}, global: {__proto__: {polluted: 1}}}\n', 'P011'],
  ['a polluting variable', 'version: 1\njob: {before: [{run: echo, env: {__proto__: {polluted: 1}, constructor: x}}]}\n', 'P011'],
  ['a polluting native key', '{"__proto__": {"polluted": {}}, "(global)": {"prototype": {}}}', 'P011'],
]

for (const [what, text, code] of HOSTILE) {
  test(`${what} ends in ${code}`, () => {
    expect(codesOf(text)).toContain(code)
  })
}

test('a script of 30,000 nested substitutions is read without a crash', () => {
  const script = '$('.repeat(15_000)
  expect(codesOf(`version: 1\njob: {before: [{run: '${script}', mode: optional}]}\n`)).toEqual([])
})

test('names of object members are unknown keys like any other', () => {
  const { diagnostics } = parsePolicyFile(utf8('version: 1\ntoString: 1\npolicies: {global: {hasOwnProperty: {}}}\n'), {
    path: 'cairn.yml',
  })
  expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
    ['P011', 'toString'],
    ['P011', 'policies.global.hasOwnProperty'],
  ])
})

test('an alias as key and a map as key are refused', () => {
  expect(codesOf('version: 1\npolicies:\n  &k global: {}\n  *k : {}\n')).toEqual(['P003'])
  expect(codesOf('version: 1\npolicies:\n  {a: 1}: {}\n')).toEqual(['P012'])
})

test('a file in the middle of a value keeps the findings in front of the break', () => {
  const { diagnostics } = parsePolicyFile(utf8('version: 1\nsource: {rooot: /x}\npolicies:\n  global: {compression: "zs'), {
    path: 'cairn.yml',
  })
  expect(diagnostics.map(({ code, range }) => [code, range.startLine, range.startColumn])).toEqual([
    ['P011', 2, 10],
    ['P001', 4, 25],
  ])
})

test('500 mutations of a good file never throw and never touch Object.prototype', () => {
  const good =
    'version: 1\nsource: {user: a, host: b, root: /c}\nsources: [., {stream: d, run: e}]\npolicies:\n  global: &g {retention: {keepDaily: 3}}\n  ./x: {actions: {beforeFolder: {run: "a | b", env: {A: b}, if: {os: [linux]}}}}\njob: {after: [{command: [/f, g], when: failed}]}\n'
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ':',
    ' ',
    '\n',
    '"',
    "'",
    '*g',
    '&',
    '|',
    '>',
    '__proto__',
    '<<',
    '-',
    '\t',
    '@',
    '#',
    '\u0000',
    '!!',
    '\ud800',
    '%',
  ]
  let seed = 1
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return seed % below
  }
  for (let round = 0; round < 500; round++) {
    let text = good
    for (let edit = random(4); edit >= 0; edit--) {
      const at = random(text.length)
      text = text.slice(0, at) + (pieces[random(pieces.length)] ?? '') + text.slice(at + random(3))
    }
    try {
      parsePolicyFile(utf8(text), { path: 'cairn.yml' })
    } catch (error) {
      throw new Error(`round ${round}: ${JSON.stringify(text)}`, { cause: error })
    }
  }
})

test('text of the file cannot break out of a message', () => {
  const { diagnostics } = parsePolicyFile(utf8('version: 1\n"a\\n::add-mask::x\\u202e": 1\n'), { path: 'cairn.yml' })
  const unknown = diagnostics.find(({ code }) => code === 'P011')
  expect(unknown?.message).toBe('"a?::add-mask::x?" is not a key of this place.')
})
