/** The long version of what __tests__/peers/many-writers.test.ts does: minutes of eight writers and maintenance, and every snapshot restored. */
import { expect, it } from 'vitest'
import { runManyWriters } from '../support/many-writers.ts'
import { startMinio } from '../support/minio.ts'
import { tempDir } from '../support/temp-dir.ts'

const ROUNDS = Number(process.env['CAIRN_WRITER_ROUNDS'] ?? 12)

it(`eight processes make ${ROUNDS} snapshots each while maintenance runs`, async (context) => {
  const minio = await startMinio(context)
  try {
    await runManyWriters({
      minio,
      scratch: await tempDir('writers'),
      writers: 8,
      rounds: ROUNDS,
      restores: 'all',
      seed: `${ROUNDS} rounds`,
    })
  } finally {
    await minio.stop()
  }
  expect(ROUNDS).toBeGreaterThan(0)
})
