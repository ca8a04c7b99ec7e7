import { expect, test } from 'vitest'
import { splitCommandString } from '../../../src/policyfile/command-string.ts'

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['case 1: double quotes around a whole field keep its blanks', 'H "a b" c', ['H', 'a b', 'c']],
  ['case 2: single quotes are plain characters', "H 'a b'", ['H', "'a", "b'"]],
  ['case 3: every further blank is an empty argument', 'H  a ', ['H', '', 'a', '']],
  ['case 5: two quotes inside a quoted field are one', 'H "a ""q"" b"', ['H', 'a "q" b']],
  ['case 7: nothing is expanded and no shell is started', 'H $HOME && x', ['H', '$HOME', '&&', 'x']],
  ['case 8: a leading blank makes an empty program', ' H a', ['', 'H', 'a']],
  ['a tab does not separate', 'H\ta', ['H\ta']],
  ['a backslash is a plain character', 'H a\\ b', ['H', 'a\\', 'b']],
  ['a line end inside quotes is kept', 'H "a\nb"', ['H', 'a\nb']],
  ['a quoted empty field is an empty argument', 'H ""', ['H', '']],
  ['a carriage return at the end belongs to the line end', 'H a\r', ['H', 'a']],
  ['line ends in front are passed over', '\n\nH a', ['H', 'a']],
]

for (const [name, text, argv] of CASES) {
  test(name, () => {
    expect(splitCommandString(text)).toEqual({ ok: true, argv, dropped: '' })
  })
}

test('case 4: a quote inside a field is refused', () => {
  expect(splitCommandString('H --x="a b"')).toEqual({ ok: false, problem: 'bare-quote' })
  expect(splitCommandString('H "a"b')).toEqual({ ok: false, problem: 'bare-quote' })
})

test('case 6: text behind a line end is dropped, and told', () => {
  expect(splitCommandString('H a\nrm b')).toEqual({ ok: true, argv: ['H', 'a'], dropped: 'rm b' })
  expect(splitCommandString('H a\r\nrm b')).toEqual({ ok: true, argv: ['H', 'a'], dropped: 'rm b' })
})

test('an open quote and an empty text are refused', () => {
  expect(splitCommandString('H "a')).toEqual({ ok: false, problem: 'open-quote' })
  expect(splitCommandString('\r')).toEqual({ ok: false, problem: 'empty' })
  expect(splitCommandString('')).toEqual({ ok: false, problem: 'empty' })
})
