import { expect, test } from 'vitest'
import { utf8 } from '../../../src/util/bytes.ts'
import { ElementScanner } from '../../../src/util/json-elements.ts'

const LIMITS = { elementBytes: 64, restBytes: 64 }

function scan(text: string, pieceBytes: number, limits = LIMITS) {
  const scanner = new ElementScanner('Entries', limits, (what) => new Error(`${what} too long`))
  const bytes = utf8(text)
  const elements: string[] = []
  for (let at = 0; at < bytes.length; at += pieceBytes) elements.push(...scanner.push(bytes.subarray(at, at + pieceBytes)))
  return { elements, rest: scanner.finish() }
}

const TEXT = ' { "a" : "entries\\":[" , "ENTRIES" : [ {"x":[1,"]"]} ,  2, "a,b\\"" ,[ [] ], é ] , "z" : [ { } ] }\n'

test.each([1, 2, 3, 7, 1000])('elements are the same in pieces of %d bytes', (pieceBytes) => {
  const { elements, rest } = scan(TEXT, pieceBytes)
  expect(elements).toEqual(['{"x":[1,"]"]}', '2', '"a,b\\""', '[ [] ]', 'é'])
  expect(rest).toBe('{"a":"entries\\":[","ENTRIES":[],"z":[{}]}')
})

test('space takes no room, before, between and after elements', () => {
  const blank = ' \n\r\t'.repeat(1000)
  const { elements, rest } = scan(
    `${blank}{${blank}"entries"${blank}:${blank}[${blank}1${blank.slice(0, 40)},${blank}2]${blank}}${blank}`,
    100,
  )
  expect(elements).toEqual(['1', '2'])
  expect(rest).toBe('{"entries":[]}')
})

test('what is longer than its limit is refused', () => {
  expect(() => scan(`{"entries":["${'x'.repeat(100)}"]}`, 10)).toThrow('element too long')
  expect(() => scan(`{"entries":[],"x":"${'x'.repeat(100)}"}`, 10)).toThrow('rest too long')
})

test('a list of another name, or deeper down, stays in the rest', () => {
  expect(scan('{"other":[1],"in":{"entries":[2]}}', 5)).toEqual({ elements: [], rest: '{"other":[1],"in":{"entries":[2]}}' })
})
