import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { HookConsole, SHOWN_LIMIT } from '../../../src/hooks/console.ts'
import { LINE_LIMIT, LineSplitter } from '../../../src/hooks/lines.ts'
import { MaskSet } from '../../../src/hooks/masks.ts'
import { HookReader } from '../../../src/hooks/output.ts'

function read(text: string | Uint8Array, stream: 'o' | 'e' = 'o', masks = new MaskSet(), chunk = 7) {
  const lines: string[] = []
  const console = new HookConsole({ openGroup: () => {}, line: (line) => lines.push(line), closeGroup: () => {} })
  const log = console.open('a hook', false)
  const reader = new HookReader({ capturesRedirect: true, masks, log })
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  for (let at = 0; at < bytes.length; at += chunk) reader.push(stream, bytes.subarray(at, at + chunk))
  reader.end()
  return { redirect: reader.redirect, lines, tail: reader.tail }
}

describe('the redirect line', () => {
  it.each([
    ['the last one wins', 'KOPIA_SNAPSHOT_PATH=/a\nKOPIA_SNAPSHOT_PATH=/b\n', '/b'],
    ['an empty last one means no redirect', 'KOPIA_SNAPSHOT_PATH=/a\nKOPIA_SNAPSHOT_PATH=\n', undefined],
    ['a trailing blank belongs to the name', 'KOPIA_SNAPSHOT_PATH=/a \n', '/a '],
    ['a trailing carriage return does not', 'KOPIA_SNAPSHOT_PATH=/a\r\n', '/a'],
    ['a leading blank turns it off', ' KOPIA_SNAPSHOT_PATH=/a\n', undefined],
    ['so does export', 'export KOPIA_SNAPSHOT_PATH=/a\n', undefined],
    ['and lower case', 'kopia_snapshot_path=/a\n', undefined],
    ['and blanks around the sign', 'KOPIA_SNAPSHOT_PATH = /a\n', undefined],
    ['quotes belong to the path', 'KOPIA_SNAPSHOT_PATH="/a"\n', '"/a"'],
    ['the value may hold the sign', 'KOPIA_SNAPSHOT_PATH=/a=b\n', '/a=b'],
    ['the last line needs no line end', 'x\nKOPIA_SNAPSHOT_PATH=/ä', '/ä'],
    ['other keys mean nothing', 'KOPIA_SNAPSHOT_ID=1\n', undefined],
  ])('%s', (_rule, text, redirect) => {
    expect(read(text).redirect).toBe(redirect)
  })

  it('counts on standard output only', () => {
    expect(read('KOPIA_SNAPSHOT_PATH=/a\n', 'e').redirect).toBeUndefined()
  })

  it('is the only line that is not shown', () => {
    expect(read('one\nKOPIA_SNAPSHOT_PATH=/a\ntwo').lines).toEqual(['│ one', '│ two'])
  })

  it('is read up to 65,535 bytes and ignored beyond, without any harm to the lines after it', () => {
    const key = 'KOPIA_SNAPSHOT_PATH='
    const fits = '/'.padEnd(65_535 - key.length, 'x')
    expect(read(`${key}${fits}\n`, 'o', new MaskSet(), 4096).redirect).toBe(fits)
    expect(read(`${key}${fits}x\n`, 'o', new MaskSet(), 4096).redirect).toBeUndefined()
    expect(read(`${key}/a\n${'y'.repeat(70_000)}\n${key}/b`, 'o', new MaskSet(), 4096).redirect).toBe('/b')
    // What follows the limit within a long line is not a line of its own.
    expect(read(`${'y'.repeat(LINE_LIMIT)}${key}/evil\n`, 'o', new MaskSet(), 4096).redirect).toBeUndefined()
  })
})

describe('lines', () => {
  it('are the same however the bytes arrive', () => {
    const bytes = Buffer.from('a\n\nlonger line\nlast')
    for (let size = 1; size <= bytes.length; size++) {
      const splitter = new LineSplitter()
      const lines: string[] = []
      for (let at = 0; at < bytes.length; at += size)
        for (const piece of splitter.push(bytes.subarray(at, at + size))) lines.push(Buffer.from(piece.bytes).toString())
      for (const piece of splitter.end()) lines.push(Buffer.from(piece.bytes).toString())
      expect(lines).toEqual(['a', '', 'longer line', 'last'])
    }
  })

  it('keep characters whose bytes arrive apart, also across the line limit', () => {
    expect(read('größe €\n', 'o', new MaskSet(), 1).lines).toEqual(['│ größe €'])
    const text = '€'.repeat(30_000)
    expect(
      read(text, 'o', new MaskSet(), 10_000)
        .lines.map((line) => line.slice(2))
        .join(''),
    ).toBe(text)
  })

  it('show bytes that are no text', () => {
    expect(read(new Uint8Array([0x61, 0xff, 0x00, 0x0a])).lines).toEqual(['│ a\ufffd\\u{0}'])
  })
})

describe('masks', () => {
  it('hide the value and the forms in which it turns up', () => {
    const masks = new MaskSet()
    const secret = 'p@ss/word "1"'
    masks.add(secret)
    const forms = [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret),
      Buffer.from(secret).toString('hex'),
      Buffer.from(`u:${secret}`).toString('base64'),
    ]
    const { lines } = read(`${forms.join('\n')}\n`, 'o', masks, 100)
    expect(lines[0]).toBe('│ ***')
    for (const form of forms) expect(lines.join('\n')).not.toContain(form)
  })

  it('hide each line of a value of several lines', () => {
    const masks = new MaskSet()
    masks.add('first line\nsecond line')
    expect(read('second line\n', 'o', masks).lines).toEqual(['│ ***'])
  })

  it('hide a value that lies across the line limit', () => {
    const masks = new MaskSet()
    masks.add('a-long-secret-value')
    for (const before of [LINE_LIMIT - 5, LINE_LIMIT - 18, LINE_LIMIT - 1, LINE_LIMIT]) {
      const { lines } = read(`${'x'.repeat(before)}a-long-secret-value${'y'.repeat(70_000)}\n`, 'o', masks, 5000)
      const all = lines.map((line) => line.slice(2)).join('')
      expect(all).not.toContain('secret')
      expect(all).toContain('***')
    }
  })

  it('refuse values too short to be hidden', () => {
    expect(new MaskSet().add('abc')).toBe(false)
    expect(new MaskSet().add('abcd')).toBe(true)
  })
})

describe('the log of hooks', () => {
  function consoleOf(options = {}) {
    const shown: string[] = []
    const console = new HookConsole(
      { openGroup: (title) => shown.push(`[${title}]`), line: (text) => shown.push(text), closeGroup: () => shown.push('[end]') },
      options,
    )
    return { shown, console }
  }

  it('streams a hook that runs alone', () => {
    const { shown, console } = consoleOf()
    const log = console.open('one', false)
    log.line('a')
    expect(shown).toEqual(['[one]', 'a'])
    log.close('└')
    expect(shown).toEqual(['[one]', 'a', '└', '[end]'])
  })

  it('holds a second hook until the first has ended, and prints it as one group', () => {
    const { shown, console } = consoleOf()
    const one = console.open('one', false)
    const two = console.open('two', false)
    two.line('b')
    one.line('a')
    two.close('└2')
    expect(shown).toEqual(['[one]', 'a'])
    one.close('└1')
    expect(shown).toEqual(['[one]', 'a', '└1', '[end]', '[two]', 'b', '└2', '[end]'])
  })

  it('shows a bounded beginning and end of endless output and keeps the middle in a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cairn-test-'))
    try {
      const { shown, console } = consoleOf({ overflowDir: join(folder, 'hooks') })
      const log = console.open('one', false)
      for (let at = 0; at < 60_000; at++) log.line(`line ${at} ${'.'.repeat(40)}`)
      log.close('└')
      const size = shown.reduce((sum, line) => sum + line.length + 1, 0)
      expect(size).toBeLessThan(SHOWN_LIMIT + 1_000)
      expect(size).toBeGreaterThan(SHOWN_LIMIT * 0.9)
      expect(shown[1]).toMatch(/^line 0 /)
      expect(shown.at(-3)).toMatch(/^line 59999 /)
      const file = join(folder, 'hooks', 'hook-1.log')
      expect(existsSync(file)).toBe(true)
      const all = [...shown.filter((line) => line.startsWith('line ')), ...readFileSync(file, 'utf8').trim().split('\n')]
      expect(new Set(all).size).toBe(60_000)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
