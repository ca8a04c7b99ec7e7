/** Standard output that fails: what a command learns of it, and when. */
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { type Output, openOutput } from '../../../src/cli/output.ts'

/** A stream whose writes fail with `code` from the second on. */
function failing(code: string): { readonly output: Output; readonly arrived: string[]; readonly gone: string[] } {
  const arrived: string[] = []
  const gone: string[] = []
  const stream = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      if (arrived.length > 0) return done(Object.assign(new Error(`${code}: it failed`), { code }))
      arrived.push(String(chunk))
      done()
    },
  })
  const output = openOutput(stream as unknown as NodeJS.WriteStream, () => void gone.push('gone'))
  return { output, arrived, gone }
}

const UNWRITABLE = { code: 'CAIRN_OUTPUT_UNWRITABLE', message: 'Standard output cannot be written: ENOSPC: it failed.' }

describe('standard output that cannot be written', () => {
  it('fails at the end when it was printed to, with the first reason', async () => {
    const { output, arrived } = failing('ENOSPC')
    for (const text of ['one', 'two', 'three']) output.print(text)
    await expect(output.finish()).rejects.toMatchObject(UNWRITABLE)
    expect(arrived).toEqual(['one'])
  })

  it('fails at once when the command waits for it, and not again at the end', async () => {
    const { output } = failing('ENOSPC')
    await output.write(Buffer.from('one'))
    await expect(output.write(Buffer.from('two'))).rejects.toMatchObject(UNWRITABLE)
    await output.finish()
  })

  it('is no failure when its reader has gone', async () => {
    const { output, gone } = failing('EPIPE')
    output.print('one')
    output.print('two')
    await output.finish()
    expect(gone).toEqual(['gone'])
  })

  it('is not looked at when nothing is printed', async () => {
    const { output, arrived } = failing('ENOSPC')
    await output.finish()
    expect(arrived).toEqual([])
  })
})
