/** The log file of a command. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bothLogs, fileLog, logFilePath } from '../../../src/cli/file-log.ts'
import { MaskSet } from '../../../src/hooks/masks.ts'
import { nullLogger } from '../../../src/log.ts'
import { FakeClock, TEST_START_MS } from '../../support/fake-clock.ts'
import { makeTempDir, removeDir } from '../../support/temp-dir.ts'

let dir: string
beforeAll(async () => {
  dir = await makeTempDir('cairn-log')
})
afterAll(() => removeDir(dir))

it('has every message with time and level, without secrets and control characters', () => {
  const path = join(dir, 'new', 'cairn.log')
  const mask = new MaskSet()
  mask.add('tell-nobody')
  const said: string[] = []
  const log = bothLogs(
    { ...nullLogger, info: (message) => said.push(message) },
    fileLog({ path, level: 'info', clock: new FakeClock() }, mask),
  )
  log.debug('unseen')
  log.info('first: tell-nobody')
  log.warning('two\nlines\u001b[31m')
  log.notice('third')
  expect(said).toEqual(['first: tell-nobody'])
  const lines = readFileSync(path, 'utf8').split('\n')
  expect(lines[0]).toBe('2026-01-02T03:04:05.000Z INFO first: ***')
  expect(lines[1]).toBe('2026-01-02T03:04:05.000Z WARN two')
  expect(lines[2]).toMatch(/^ {2}lines\\u\{1b\}\[31m$/)
  expect(lines[3]).toBe('2026-01-02T03:04:05.000Z NOTICE third')
})

it('lies where it was asked for, or below the folder with a name of its own', () => {
  const run = { cwd: '/work', command: 'repository status', nowMs: TEST_START_MS, processId: 7 }
  expect(logFilePath({ file: 'a.log', folder: '/logs' }, run)).toBe('/work/a.log')
  expect(logFilePath({ file: undefined, folder: '/logs' }, run)).toBe('/logs/cli-logs/cairn-20260102-030405-7-repository-status.log')
  expect(logFilePath({ file: undefined, folder: undefined }, run)).toBeUndefined()
})

it('that cannot be opened is said before the command begins', () => {
  const open = () => fileLog({ path: join(dir, 'new', 'cairn.log', 'below-a-file'), level: 'debug', clock: new FakeClock() }, new MaskSet())
  expect(open).toThrow(expect.objectContaining({ code: 'CAIRN_LOG_UNWRITABLE' }))
})
