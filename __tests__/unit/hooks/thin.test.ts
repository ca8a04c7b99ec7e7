import { describe, expect, it } from 'vitest'
import { HookConsole } from '../../../src/hooks/console.ts'
import { MaskSet } from '../../../src/hooks/masks.ts'
import { HookReader } from '../../../src/hooks/output.ts'
import { OutputThinner } from '../../../src/hooks/thin.ts'

const MIB = 1024 * 1024

/** What a reader makes of output that was thinned in chunks of `size` bytes. */
function through(text: string, size: number) {
  const thinner = new OutputThinner()
  const lines: string[] = []
  const asked: string[] = []
  const log = new HookConsole({ openGroup: () => {}, line: (line) => lines.push(line), closeGroup: () => {} }).open('a hook', false)
  const reader = new HookReader({ capturesRedirect: true, masks: new MaskSet(), log, onMask: (value) => asked.push(value) })
  const bytes = Buffer.from(text)
  let handedOn = 0
  let passedOver = 0
  const take = (pieces: ReturnType<OutputThinner['push']>) => {
    for (const piece of pieces) {
      if (piece.gapBytes > 0) reader.gap('o', piece.gapBytes)
      reader.push('o', piece.bytes)
      handedOn += piece.bytes.length
      passedOver += piece.gapBytes
    }
  }
  for (let at = 0; at < bytes.length; at += size) take(thinner.push(bytes.subarray(at, at + size)))
  take(thinner.end())
  reader.end()
  log.close('└')
  return { redirect: reader.redirect, asked, lines, handedOn, passedOver, total: bytes.length }
}

const filler = (bytes: number) => 'all work and no play\n'.repeat(Math.ceil(bytes / 21))

describe('endless output', () => {
  it('is handed on whole while it is short', () => {
    const { handedOn, passedOver, total } = through(filler(2 * MIB), 65_536)
    expect([handedOn, passedOver]).toEqual([total, 0])
  })

  it('loses its middle, and every byte is accounted for', () => {
    const { handedOn, passedOver, total, lines } = through(`first\n${filler(20 * MIB)}last`, 65_536)
    expect(handedOn + passedOver).toBe(total)
    expect(handedOn).toBeLessThan(4 * MIB)
    expect(lines[0]).toBe('│ first')
    expect(lines.at(-2)).toBe('│ last')
  })

  it.each([7_001, 65_536])('keeps redirects and masks wherever they stand, in chunks of %i bytes', (size) => {
    for (const before of [MIB, 2 * MIB - 10, 2 * MIB + 5, 5 * MIB, 5 * MIB + 65_530]) {
      const start = filler(before).slice(0, before - 1)
      const { redirect, asked, handedOn } = through(
        `${start}\nKOPIA_SNAPSHOT_PATH=/a b/${'x'.repeat(9_000)}\n::add-mask::secret-value\n${filler(6 * MIB)}`,
        size,
      )
      expect(redirect).toBe(`/a b/${'x'.repeat(9_000)}`)
      expect(asked).toEqual(['secret-value'])
      expect(handedOn).toBeLessThan(6 * MIB)
    }
  })

  it('takes nothing for a redirect because of a gap before or behind it', () => {
    for (const size of [4_096, 65_536]) {
      const inside = through(`${filler(3 * MIB)}${'y'.repeat(3 * MIB)}KOPIA_SNAPSHOT_PATH=/evil\n${filler(4 * MIB)}`, size)
      expect(inside.redirect).toBeUndefined()
      const cut = through(`${filler(2 * MIB)}KOPIA_SNAPSHOT_PATH=/cut${'z'.repeat(4 * MIB)}\n${filler(4 * MIB)}`, size)
      expect(cut.redirect).toBeUndefined()
    }
  })

  it('shows no half of a line at a gap, since half a secret is not masked', () => {
    const secretLine = `${'s'.repeat(90)}\n`
    const { lines } = through(secretLine.repeat(80_000), 65_536)
    expect(new Set(lines.filter((line) => !line.includes('…')).slice(0, -1))).toEqual(new Set([`│ ${'s'.repeat(90)}`]))
  })
})
