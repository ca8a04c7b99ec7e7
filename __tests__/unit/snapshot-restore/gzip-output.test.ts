/** What of a compressed archive is taken back stays away, whatever is on its way to the file at that moment. */
import { PassThrough } from 'node:stream'
import { expect, it, vi } from 'vitest'
import { GzipOutput } from '../../../src/snapshot/restore/gzip-output.ts'

// Gives its bytes at once, so that the test knows when they are on their way.
vi.mock('node:zlib', async (original) => ({ ...(await original<typeof import('node:zlib')>()), createGzip: () => new PassThrough() }))

const PIECE = new Uint8Array(64 * 1024)

/** Rolls back `turns` turns of the queue of promises after a piece was compressed; the bytes that the file has in the end. */
async function rolledBackAfter(turns: number): Promise<number> {
  let size = 0
  const output = new GzipOutput({
    append({ length }) {
      size += length
    },
    mark: () => size,
    rollback(mark) {
      size = mark
    },
    finish: () => {},
  })
  const mark = await output.mark()
  void output.append(PIECE)
  await new Promise<void>((resolve) => process.nextTick(resolve))
  for (let turn = 0; turn < turns; turn++) await undefined
  output.rollback(mark)
  await new Promise((resolve) => setImmediate(resolve))
  return size
}

it('takes back also what was on its way to the file', async () => {
  for (let turns = 0; turns < 20; turns++) expect(await rolledBackAfter(turns), `${turns} turns`).toBe(0)
})
