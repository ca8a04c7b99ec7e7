/** The copy of the format blob that packs of old repositories hold. */
import { describe, expect, it } from 'vitest'
import { decodeFormatReplica, encodeFormatReplica } from '../../../src/repo/content/pack-layout.ts'
import { createFormat } from '../../../src/repo/format/index.ts'
import { findFormatReplica } from '../../../src/repo/recover-format.ts'
import { concatBytes } from '../../../src/util/bytes.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { seededBytes, seededRandom } from '../../support/test-repository.ts'

const { signal } = new AbortController()
const made = await createFormat({ password: 'x', random: seededRandom('replica') })
const replica = encodeFormatReplica(made.formatBlob) ?? new Uint8Array()

describe('a replica', () => {
  it('is read at the start and at the end of a pack', () => {
    const noise = seededBytes('noise', 70_000)
    expect(decodeFormatReplica(concatBytes([replica, noise]), 'start')).toEqual(made.formatBlob)
    expect(decodeFormatReplica(concatBytes([noise, replica]).subarray(-65_536), 'end')).toEqual(made.formatBlob)
  })

  it('counts only when every byte of it is right and there', () => {
    for (let at = 0; at < replica.length; at += 97) {
      const damaged = replica.slice()
      damaged[at] = (damaged[at] ?? 0) ^ 1
      // The mark at the far end is not looked at.
      if (at < replica.length - 2) expect(decodeFormatReplica(damaged, 'start')).toBeUndefined()
    }
    for (const length of [0, 1, 2, 34, replica.length - 3])
      expect(decodeFormatReplica(replica.subarray(0, length), 'start')).toBeUndefined()
  })
})

describe('looking for it', () => {
  it('goes through packs until one has it', async () => {
    const storage = new MapStorage()
    await storage.putBlob('p1', [seededBytes('a pack', 5000)])
    await storage.putBlob('q1', [replica, seededBytes('another', 5000)])
    const seen: string[] = []
    expect(await findFormatReplica(storage, ['p', 'q'], (id) => seen.push(id), signal)).toEqual({
      blobId: 'q1',
      formatBlob: made.formatBlob,
    })
    expect(seen).toEqual(['p1', 'q1'])
    expect(await findFormatReplica(storage, ['p'], () => {}, signal)).toBeUndefined()
  })

  it('does not take sealed nonsense for a format blob: the seal has no secret', async () => {
    const storage = new MapStorage()
    await storage.putBlob('p1', [encodeFormatReplica(Buffer.from('{"tool":"none"}')) ?? new Uint8Array()])
    expect(await findFormatReplica(storage, ['p'], () => {}, signal)).toBeUndefined()
  })
})
