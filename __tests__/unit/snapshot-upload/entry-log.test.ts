/** What is told of single folders and files, by the detail that policies and flags ask for. */
import { symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { nullLogger } from '../../../src/log.ts'
import type { LoggingPolicy } from '../../../src/policy/policy.ts'
import type { SnapshotManifest } from '../../../src/snapshot/manifest.ts'
import type { LogDetails } from '../../../src/snapshot/upload/entry-log.ts'
import { type FakeRepository, fakeRepository } from '../../support/fake-repository.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { manifestOf, policiesOf, upload } from '../../support/upload.ts'

const TIME_S = 1_600_000_000

let repository: FakeRepository
let dir: string
const at = (...names: string[]) => join(dir, ...names)
const settle = (...names: string[]) => utimesSync(at(...names), TIME_S, TIME_S)

beforeEach(async () => {
  repository = fakeRepository()
  dir = await tempDir()
  await mkdir(at('sub'))
  await mkdir(at('left'))
  writeFileSync(at('a'), 'alpha\n')
  writeFileSync(at('b.tmp'), 'left out')
  writeFileSync(at('sub', 'deep'), 'deep\n')
  symlinkSync('a', at('link'))
  for (const names of [['a'], ['sub', 'deep']]) settle(...names)
})

async function told(logging: LoggingPolicy, options: { previous?: SnapshotManifest; logDetails?: LogDetails; showsDebug?: boolean } = {}) {
  const lines: string[] = []
  const { previous, logDetails, showsDebug = true } = options
  const result = await upload(repository, dir, {
    log: { ...nullLogger, showsDebug, debug: (text) => lines.push(text) },
    policies: policiesOf({ '': { logging, files: { ignore: ['*.tmp', 'left/'] } } }),
    previous: previous === undefined ? [] : [previous],
    logDetails,
  })
  return { manifest: manifestOf(result), lines: lines.map((line) => line.replace('\t', ' ')).sort() }
}

const NONE: LoggingPolicy = {
  directories: { snapshotted: 0, ignored: 0 },
  entries: { snapshotted: 0, ignored: 0, cacheHit: 0, cacheMiss: 0 },
}

it('is what Kopia tells when nobody says otherwise: folders, and what rules leave out', async () => {
  expect((await told({})).lines).toEqual([
    'ignored directory {"path":"left","dur":"0ms"}',
    'ignored {"path":"b.tmp","dur":"0ms"}',
    'snapshotted directory {"path":".","dur":"0ms","size":11,"files":2,"dirs":2,"errors":0}',
    'snapshotted directory {"path":"sub","dur":"0ms","size":5,"files":1,"dirs":1,"errors":0}',
  ])
})

it('is nothing at detail 0, and where nobody reads it', async () => {
  expect((await told(NONE)).lines).toEqual([])
  expect((await told({ entries: { snapshotted: 10 } }, { showsDebug: false })).lines).toEqual([])
})

it.each([
  [1, '{"path":"a","dur":"0ms"}'],
  [3, '{"path":"a","dur":"0ms","size":6}'],
  [6, '{"path":"a","dur":"0ms","size":6,"mtime":"2020-09-13T12:26:40Z"}'],
])('has more facts of a file with more detail: %d', async (snapshotted, facts) => {
  const { lines } = await told({ ...NONE, entries: { ...NONE.entries, snapshotted } })
  expect(lines).toContain(`snapshotted file ${facts}`)
  expect(lines).toHaveLength(3)
  expect(lines.some((line) => line.startsWith('snapshotted symlink {"path":"link"'))).toBe(true)
})

it('names what is as it was only where that is asked for, and why an earlier file does not serve', async () => {
  const { manifest } = await told(NONE)
  expect((await told(NONE, { previous: manifest })).lines).toEqual([])
  writeFileSync(at('a'), 'longer than before\n')
  const { lines } = await told({ ...NONE, entries: { ...NONE.entries, cacheHit: 7, cacheMiss: 5 } }, { previous: manifest })
  expect(lines.map((line) => line.replace(/"oid":"[^"]+"/, '"oid":…'))).toEqual([
    expect.stringMatching(/^cache miss \{"path":"a","mode":"0\d{3}","size":6,"mtime":"2020-09-13T12:26:40Z"\}$/),
    expect.stringMatching(/^cached \{"path":"link","dur":"0ms","size":1,"mtime":".*","oid":…\}$/),
    'cached {"path":"sub/deep","dur":"0ms","size":5,"mtime":"2020-09-13T12:26:40Z","oid":…}',
  ])
})

it('is what the flags say instead of the policy, but for what rules leave out', async () => {
  const { lines, manifest } = await told({}, { logDetails: { directories: 1, entries: 0 } })
  expect(lines.filter((line) => !line.startsWith('ignored'))).toEqual([
    'snapshotted directory {"path":".","dur":"0ms"}',
    'snapshotted directory {"path":"sub","dur":"0ms"}',
  ])
  const again = await told({}, { logDetails: { directories: 0, entries: 1 }, previous: manifest })
  expect(again.lines.filter((line) => line.startsWith('cached')).map((line) => /"path":"([^"]+)"/.exec(line)?.[1])).toEqual([
    'a',
    'link',
    'sub/deep',
  ])
})
