/** A storage that fails to read one blob: everything else is restored. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { incompleteRestore, restore } from '../../src/commands/restore.ts'
import { testContext } from '../support/command-context.ts'
import { DamagedRepository } from '../support/damaged-repository.ts'
import { FaultyStorage } from '../support/faulty-storage.ts'
import { tempDir } from '../support/temp-dir.ts'
import { seededBytes } from '../support/test-repository.ts'

const TREE = { 'a.txt': 'alpha\n', sub: { 'b.txt': 'beta\n' }, 'large.bin': seededBytes('large', 900_000), 'z.txt': 'zeta\n' }

async function restoreWithout(path: string, target: string, parallel: number) {
  const sound = await DamagedRepository.create()
  const { id } = await sound.save('first', TREE)
  const faults = (sound.packs[path] ?? []).map((prefix) => ({ method: 'getBlob', prefix, sticky: true }) as const)
  expect(faults).not.toEqual([])
  const repository = await sound.reader({ storage: new FaultyStorage(sound.storage, faults) })
  const dir = await tempDir()
  const report = await restore(testContext(dir), repository, { from: id, target: join(dir, target), options: { parallel } })
  return { report, at: join(dir, target) }
}

test.each([
  ['first/a.txt', 'a.txt', 8],
  ['first/a.txt', 'a.txt', 1],
  ['first/large.bin', 'large.bin', 8],
  ['first/large.bin', 'large.bin', 1],
  ['first/sub', 'sub', 8],
])('%s cannot be read: "%s" is named and the rest is there (parallel: %d)', async (path, name, parallel) => {
  const { report, at } = await restoreWithout(path, 'out', parallel)
  expect(report.failures).toMatchObject([{ path: name, code: 'CAIRN_STORAGE_IO' }])
  expect(incompleteRestore(report)?.code).toBe('CAIRN_RESTORE_INCOMPLETE')
  expect(readFileSync(join(at, 'z.txt'), 'utf8')).toBe('zeta\n')
  expect(existsSync(join(at, 'a.txt'))).toBe(name !== 'a.txt')
  expect(existsSync(join(at, 'large.bin'))).toBe(name !== 'large.bin')
  expect(existsSync(join(at, 'sub/b.txt'))).toBe(name !== 'sub')
})

test.each(['out.tar', 'out.zip'])('%s has the rest too', async (target) => {
  const { report, at } = await restoreWithout('first/a.txt', target, 8)
  expect(report).toMatchObject({ files: 3, failures: [{ path: 'a.txt', code: 'CAIRN_STORAGE_IO' }] })
  expect(readFileSync(at).includes('a.txt')).toBe(false)
  expect(readFileSync(at).includes('sub/b.txt')).toBe(true)
})
