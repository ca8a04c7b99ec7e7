import { createHash } from 'node:crypto'
import { createReadStream, lstatSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { executeRestore } from '../../../src/snapshot/restore/execute.ts'
import { planRestore } from '../../../src/snapshot/restore/plan.ts'
import { loadSnapshot } from '../../../src/snapshot/store.ts'
import { GOLDEN_NAMES, type GoldenEntry, isCutShort, openGolden } from '../../support/golden.ts'
import { tempDir } from '../../support/temp-dir.ts'

const isRoot = process.getuid?.() === 0
const NS_PER_US = 1000n
/** 1901-12-13, where 32-bit times begin. */
const OLDEST_NS = -(2n ** 31n) * 1_000_000_000n

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk)
  return hash.digest('hex')
}

/** What is on disk, in the words of the expected entry. */
async function restored(root: string, expected: GoldenEntry): Promise<Partial<GoldenEntry>> {
  const path = join(root, expected.path)
  const stats = lstatSync(path, { bigint: true })
  const type = stats.isDirectory() ? 'd' : stats.isSymbolicLink() ? 's' : stats.isFile() ? 'f' : '?'
  return {
    path: expected.path,
    type,
    ...(type === 's'
      ? { linkTarget: readlinkSync(path) }
      : {
          mode: Number(stats.mode & 0o7777n)
            .toString(8)
            .padStart(4, '0'),
        }),
    ...(type === 'f' ? { ...(isCutShort(expected) ? {} : { size: Number(stats.size) }), sha256: await sha256(path) } : {}),
    ...(isRoot ? { uid: Number(stats.uid), gid: Number(stats.gid) } : {}),
    ...timeOf(expected, stats.mtimeNs),
  }
}

/** No time where the snapshot has one that was never set: file systems cannot hold it. */
function timeOf({ mtimeNs }: GoldenEntry, ns: bigint): Pick<Partial<GoldenEntry>, 'mtimeNs'> {
  return BigInt(mtimeNs) < OLDEST_NS ? {} : { mtimeNs: String(microseconds(ns)) }
}

/** Times are exact to the microsecond (docs/repository-format.md, "Restoring times"). */
function microseconds(ns: bigint): bigint {
  return ns / NS_PER_US - (ns % NS_PER_US < 0n ? 1n : 0n)
}

function wanted(entry: GoldenEntry): Partial<GoldenEntry> {
  const { path, type, linkTarget, mode, size, sha256: hash, uid, gid, mtimeNs } = entry
  // As another user the special bits of files that belong to root are dropped.
  const kept = isRoot ? mode : `0${mode.slice(1)}`
  return {
    path,
    type,
    ...(type === 's' ? { ...(linkTarget === undefined ? {} : { linkTarget }) } : { mode: kept }),
    ...(type === 'f' ? { ...(isCutShort(entry) ? {} : { size }), ...(hash === undefined ? {} : { sha256: hash }) } : {}),
    ...(isRoot ? { uid, gid } : {}),
    ...timeOf(entry, BigInt(mtimeNs)),
  }
}

/** Entries below a directory; links are not followed. */
function countBelow(path: string): number {
  const entries = readdirSync(path, { withFileTypes: true })
  return entries.reduce((sum, entry) => sum + 1 + (entry.isDirectory() ? countBelow(join(path, entry.name)) : 0), 0)
}

describe.each(GOLDEN_NAMES)('every snapshot of %s, made by stock kopia', (name) => {
  test('is restored bit for bit: bytes, modes, owners, links, and times to the microsecond', async () => {
    const { repository, facts } = await openGolden(name)
    for (const [id, tree] of Object.entries(facts.trees)) {
      const target = join(await tempDir('golden-restore'), 'out')
      const { rootEntry } = await loadSnapshot(repository, id)
      if (rootEntry === undefined) throw new Error(`snapshot ${id} has no root`)
      const report = await executeRestore(repository.objects, planRestore(rootEntry, target))
      expect(report.failures).toEqual([])
      for (const entry of tree) expect(await restored(target, entry)).toEqual(wanted(entry))
      expect(countBelow(target), 'nothing but what is in the snapshot').toBe(tree.length - 1)
    }
  }, 120_000)
})
