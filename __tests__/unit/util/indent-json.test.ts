import { expect, test } from 'vitest'
import { indentJson, indentJsonWide } from '../../../src/util/indent-json.ts'

test.each([
  ['{"a":1,"b":[1,2],"c":{}}', '{\n  "a": 1,\n  "b": [\n    1,\n    2\n  ],\n  "c": {}\n}'],
  ['[]', '[]'],
  [' {"a" : "x, {y}: \\"z\\"" }\n', '{\n  "a": "x, {y}: \\"z\\""\n}\n'],
  ['[{},[],[[]]]', '[\n  {},\n  [],\n  [\n    []\n  ]\n]'],
  ['"plain"', '"plain"'],
])('%j gets a line for each member', (json, indented) => {
  expect(indentJson(json)).toBe(indented)
})

test('numbers and escapes stay as they are written', () => {
  expect(indentJson('{"n":12345678901234567890.10,"s":"\\u003c"}')).toBe('{\n  "n": 12345678901234567890.10,\n  "s": "\\u003c"\n}')
})

test('indents by four spaces, with two in front of all lines but the first, as Kopia does for single values', () => {
  expect(indentJsonWide('{"a":{"b":"  c"},"d":[]}')).toBe('{\n      "a": {\n          "b": "  c"\n      },\n      "d": []\n  }')
})
