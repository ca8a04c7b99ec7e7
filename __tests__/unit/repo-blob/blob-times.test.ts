/** Blobs that are given a time of their own. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openFilesystemStorage } from '../../../src/repo/blob/filesystem.ts'
import { blobTimeNs } from '../../../src/repo/blob/storage.ts'
import { makeTempDir, removeDir } from '../../support/temp-dir.ts'

let dir: string
beforeAll(async () => {
  dir = await makeTempDir('cairn-times')
})
afterAll(() => removeDir(dir))

it.each([1_767_323_045_000_000_000n, 1_767_323_045_123_456_789n, 1_000_000_000_999_999_999n])(
  'a file gets the time %s, at most two microseconds later and never earlier',
  async (modifiedNs) => {
    const storage = await openFilesystemStorage({ path: dir }, { create: true })
    const put = await storage.putBlob('p1', [Buffer.from('x')], { modifiedNs })
    const stat = await storage.statBlob('p1')
    if (stat === undefined) throw new Error('The blob is not there.')
    const lateNs = blobTimeNs(stat) - modifiedNs
    expect(lateNs >= 0n && lateNs <= 2000n).toBe(true)
    expect(put).toEqual(stat)
  },
)
