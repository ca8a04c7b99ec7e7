import { expect, test } from 'vitest'
import { failureLines, kindLine, resultLine } from '../../../src/report/restore-text.ts'
import { RestoreTally } from '../../../src/snapshot/restore/report.ts'
import { formatBytes } from '../../../src/util/format.ts'

const NO_LOSSES = { owners: 0, specialBits: 0, specialBitPaths: [], permissionErrors: 0 }

test.each([
  ['local', 'Restoring to local filesystem (/t) with parallelism=4...'],
  ['zip', 'Restoring to a zip file (/t)...'],
  ['tar', 'Restoring to an uncompressed tar file (/t)...'],
  ['tgz', 'Restoring to a tar+gzip file (/t)...'],
] as const)('what is made of a target is said as by kopia: %s', (kind, line) => expect(kindLine(kind, '/t', 4)).toBe(line))

test('the summary counts what was left out, removed and missing, and calls it ignored where that was asked for', () => {
  const tally = Object.assign(new RestoreTally(), {
    files: 2,
    directories: 1,
    bytes: 994_500,
    skipped: 1,
    skippedBytes: 950,
    deletedFiles: 3,
  })
  for (let each = 0; each < 101; each++) tally.refuse(`f${each}`, 'CAIRN_RESTORE_EXISTS', 'It exists.')
  const report = tally.report(NO_LOSSES)
  const counted = 'Restored 2 files, 1 directories and 0 symbolic links (1 MB), skipped 1 (0.9 KB), deleted files 3'
  expect(resultLine(report, formatBytes, false)).toBe(`${counted}, 101 errors.`)
  expect(resultLine(report, formatBytes, true)).toBe(`${counted}, ignored 101 errors.`)
  const lines = failureLines(report)
  expect(lines).toHaveLength(101)
  expect([lines[0], lines[100]]).toEqual(['f0: CAIRN_RESTORE_EXISTS It exists.', 'and 1 more entry'])
})
