import { describe, expect, it } from 'vitest'
import { HookConsole } from '../../../src/hooks/console.ts'
import { MaskSet } from '../../../src/hooks/masks.ts'
import { HookReader } from '../../../src/hooks/output.ts'
import { addMaskValue, defuse, LINE_PREFIX } from '../../../src/hooks/sanitize.ts'
import { runnerCommands } from '../../support/runner-commands.ts'

const PAYLOADS = [
  '::set-output name=x::stolen',
  '  ::set-output name=x::stolen',
  '\t::save-state name=x::stolen',
  '\u00a0::set-env name=PATH::/evil',
  '\u3000::add-path::/evil',
  '\ufeff::add-path::/evil',
  '::SET-OUTPUT name=x::stolen',
  '::Add-Path::/evil',
  '::error file=a,line=1::boo',
  '::warning::boo',
  '::notice title=x::boo',
  '::debug::boo',
  '::group::x',
  '::endgroup::',
  '::stop-commands::token',
  '::echo::on',
  '::add-matcher::/evil.json',
  '::remove-matcher owner=x::',
  '::add-mask::abc',
  '##[set-output name=x]stolen',
  'text before ##[set-env name=PATH]/evil',
  '###[add-path]/evil',
  '####[add-path]/evil',
  '##[[add-path]]##[add-path]/evil',
  '##[command]whoami',
  '##[error]boo',
  '##[group]x',
  '##[SECTION]x',
  'a\r::set-output name=x::stolen',
  'a\r\n::set-output name=x::stolen',
  'a\u2028::set-output name=x::stolen',
  'a\u0085::set-output name=x::stolen',
  'a\v::set-output name=x::stolen',
  'a\f::set-output name=x::stolen',
  'progress 1%\rprogress 2%\r##[add-path]/evil',
  '\u001b[31m::set-output name=x::stolen',
  '\u001b]0;title\u0007::set-output name=x::stolen',
  '#\u001b[0m#[add-path]/evil',
  ':\u001b[0m:set-output name=x::stolen',
  '#\u200b#[add-path]/evil',
  '\u0000::set-output name=x::stolen',
  '\b\b::add-path::/evil',
  '%0A::set-output name=x::stolen',
  '%0D%0A##[add-path]/evil',
  '::set-output name=x::a::b',
  '::::set-output name=x::stolen',
  ':: set-output name=x::stolen',
  '##vso[task.setvariable variable=x]stolen',
  'SECRETVALUE::set-output name=x::stolen',
  '##SECRETVALUE[add-path]/evil',
]

function shownOf(
  chunks: readonly (readonly ['o' | 'e', string | Uint8Array])[],
  masks = new MaskSet(),
  onMask?: (value: string) => void,
): string[] {
  const lines: string[] = []
  const console = new HookConsole({ openGroup: () => {}, line: (text) => lines.push(text), closeGroup: () => {} })
  const log = console.open('a hook', false)
  const reader = new HookReader({ capturesRedirect: false, masks, log, ...(onMask === undefined ? {} : { onMask }) })
  for (const [stream, text] of chunks) reader.push(stream, typeof text === 'string' ? Buffer.from(text) : text)
  reader.end()
  log.close('└ end')
  return lines
}

describe('output that looks like a workflow command', () => {
  it('is recognised by the model of the runner, or the tests below prove nothing', () => {
    expect(runnerCommands('::set-output name=x::v')).toEqual([{ name: 'set-output', value: 'v' }])
    expect(runnerCommands('x ##[Add-Path]v')).toEqual([{ name: 'add-path', value: 'v' }])
    expect(PAYLOADS.filter((payload) => runnerCommands(payload).length > 0).length).toBeGreaterThan(30)
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(40)
  })

  it.each(PAYLOADS)('does nothing when printed at once: %j', (payload) => {
    for (const stream of ['o', 'e'] as const) {
      const lines = shownOf([[stream, `${payload}\n`]])
      expect(runnerCommands(lines.join('\n'))).toEqual([])
      // Also when a reader of the log cuts our prefix off.
      expect(runnerCommands(lines.map((line) => line.replace(LINE_PREFIX, '')).join('\n'))).toEqual([])
    }
  })

  it.each(PAYLOADS)('does nothing when printed in two parts, wherever it is cut: %j', (payload) => {
    const bytes = Buffer.from(payload)
    for (let at = 1; at < bytes.length; at++) {
      const lines = shownOf([
        ['o', bytes.subarray(0, at)],
        ['o', bytes.subarray(at)],
      ])
      expect(runnerCommands(lines.join('\n'))).toEqual([])
    }
  })

  it('does nothing where a secret is masked in the middle of it', () => {
    const masks = new MaskSet()
    masks.add('SECRETVALUE')
    const lines = shownOf(
      PAYLOADS.map((payload) => ['o', `${payload}\n`] as const),
      masks,
    )
    expect(runnerCommands(lines.join('\n'))).toEqual([])
    expect(lines.join('\n')).not.toContain('SECRETVALUE')
  })

  it('does nothing behind a line longer than the limit', () => {
    for (const length of [65_530, 65_535, 65_536, 65_540, 131_072]) {
      const lines = shownOf([['o', `${'x'.repeat(length)}::add-path::/evil\n::add-path::/evil\n${'y'.repeat(length)}##[add-path]/evil`]])
      expect(runnerCommands(lines.join('\n'))).toEqual([])
    }
  })

  it('stays readable', () => {
    expect(shownOf([['o', 'std::vector at ::1, 100% #1 ##\n']])[0]).toBe('│ std::vector at ::1, 100% #1 ##')
    expect(defuse('##[error]')).toBe('# #[error]')
    expect(shownOf([['o', '\u001b[1;32mgreen\u001b[0m \u0007 \u202e\ttab\n']])[0]).toBe('│ green \\u{7} \\u{202e}\ttab')
  })
})

describe('a hook that asks for a mask', () => {
  it('gets it, and the value is not shown', () => {
    const asked: string[] = []
    const lines = shownOf(
      [
        ['o', '::ADD-MASK::hunter22%25\n'],
        ['e', 'it is hunter22% now\n'],
        ['o', 'x ##[add-mask]legacy-value\nlegacy-value\n'],
      ],
      new MaskSet(),
      (value) => asked.push(value),
    )
    expect(asked).toEqual(['hunter22%', 'legacy-value'])
    expect(lines.join('\n')).not.toMatch(/hunter22|legacy-value/)
    expect(lines[1]).toBe('│ it is *** now')
  })

  it('does not get one that would ruin the log', () => {
    const asked: string[] = []
    const lines = shownOf([['o', '::add-mask::e\nhello there\n']], new MaskSet(), (value) => asked.push(value))
    expect(asked).toEqual([])
    expect(lines[1]).toBe('│ hello there')
  })

  it('is found with properties and blanks', () => {
    expect(addMaskValue('  ::add-mask name=x::value')).toBe('value')
    expect(addMaskValue('::add-masks::value')).toBeUndefined()
    expect(addMaskValue('say ::add-mask::value')).toBeUndefined()
  })
})
