import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareUtf8, encodeGoBytes, encodeGoJson, encodeGoMap, encodeGoString, goTextOfBytes } from '../../../src/util/go-json.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)

describe('text in Go form', () => {
  test.each([
    ['plain', '"plain"'],
    ['<a> & "b" \\ /', '"\\u003ca\\u003e \\u0026 \\"b\\" \\\\ /"'],
    ['\b\f\n\r\t\u0000\u001f\u007f', '"\\b\\f\\n\\r\\t\\u0000\\u001f\u007f"'],
    ['line\u2028para\u2029', '"line\\u2028para\\u2029"'],
    ['žluťoučký 日本語 🦀', '"žluťoučký 日本語 🦀"'],
    ['genuine \ufffd', '"genuine \ufffd"'],
    ['lone \ud800 and \udc00!', '"lone \\ufffd and \\ufffd!"'],
  ])('%j becomes %s', (text, json) => {
    expect(encodeGoString(text)).toBe(json)
  })

  test('every text without lone surrogates reads back as itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => JSON.parse(encodeGoString(text)) === text))
  })

  test('nothing that HTML or JavaScript could misread is left raw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[<>&\u2028\u2029]/.test(encodeGoString(text))))
  })
})

describe('raw bytes in Go form', () => {
  test.each([
    [bytes(0x61, 0xff, 0x62), '"a\\ufffdb"'],
    [bytes(0xe2, 0x82), '"\\ufffd\\ufffd"'],
    [bytes(0xef, 0xbf, 0xbd), '"\ufffd"'],
    [bytes(0xc0, 0x80), '"\\ufffd\\ufffd"'],
    [bytes(0xed, 0xa0, 0x80), '"\\ufffd\\ufffd\\ufffd"'],
    [bytes(0xf4, 0x90, 0x80, 0x80), '"\\ufffd\\ufffd\\ufffd\\ufffd"'],
    [bytes(0xf0, 0x9f, 0xa6, 0x80), '"🦀"'],
    [bytes(0x3c, 0x0a), '"\\u003c\\n"'],
  ])('%j becomes %s', (raw, json) => {
    expect(encodeGoBytes(raw)).toBe(json)
  })

  test('valid UTF-8 is written exactly as the text it holds', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => encodeGoBytes(Buffer.from(text)) === encodeGoString(text)))
  })

  test('reading back what was written gives the text that Go sees in the bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (raw) => JSON.parse(encodeGoBytes(raw)) === goTextOfBytes(raw)))
  })
})

test('members keep their order, absent ones vanish, integers are exact', () => {
  expect(encodeGoJson({ z: 1, a: undefined, list: [true, null, 'x'], big: 9223372036854775807n })).toBe(
    '{"z":1,"list":[true,null,"x"],"big":9223372036854775807}',
  )
})

test('a number that is no exact integer is refused', () => {
  expect(() => encodeGoJson(0.5)).toThrow(RangeError)
  expect(() => encodeGoJson(2 ** 53)).toThrow(RangeError)
})

test('maps are sorted by the bytes of their keys', () => {
  expect(encodeGoMap({ b: '1', '\u{1f600}': '2', '\uffee': '3', a: '4' })).toBe('{"a":"4","b":"1","\uffee":"3","\u{1f600}":"2"}')
})

test('the order of texts is the order of their UTF-8 bytes', () => {
  const text = fc.string({ unit: 'binary' })
  fc.assert(fc.property(text, text, (a, b) => Math.sign(compareUtf8(a, b)) === Buffer.compare(Buffer.from(a), Buffer.from(b))))
})
