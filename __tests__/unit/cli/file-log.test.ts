/** The log file of a command. */
import { lstatSync, readdirSync, readFileSync, readlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bothLogs, fileLog, logFilePlace } from '../../../src/cli/file-log.ts'
import { sweepLogs } from '../../../src/cli/log-sweep.ts'
import { terminalLog } from '../../../src/cli/terminal-log.ts'
import { timeTexts } from '../../../src/cli/time-text.ts'
import { MaskSet } from '../../../src/hooks/masks.ts'
import { nullLogger } from '../../../src/log.ts'
import { FakeClock, TEST_START_MS } from '../../support/fake-clock.ts'
import { makeTempDir, removeDir } from '../../support/temp-dir.ts'

let dir: string
beforeAll(async () => {
  dir = await makeTempDir('cairn-log')
})
afterAll(() => removeDir(dir))

const clock = new FakeClock()
const options = {
  level: 'debug',
  stamp: () => timeTexts('utc', 'UTC').stamp(clock.nowNs()),
  isJson: false,
  maxSegmentBytes: Number.POSITIVE_INFINITY,
} as const
const at = (...names: string[]) => ({ path: join(dir, ...names), latest: undefined })

it('has every message with time and level, without secrets and control characters', () => {
  const place = at('new', 'cairn.log')
  const mask = new MaskSet()
  mask.add('tell-nobody')
  const said: string[] = []
  const log = bothLogs({ ...nullLogger, info: (message) => said.push(message) }, fileLog({ ...options, place, level: 'info' }, mask))
  log.debug('unseen')
  log.info('first: tell-nobody')
  log.warning('two\nlines\u001b[31m')
  log.notice('third')
  expect(said).toEqual(['first: tell-nobody'])
  const lines = readFileSync(place.path, 'utf8').split('\n')
  expect(lines[0]).toBe('2026-01-02T03:04:05.000000Z INFO first: ***')
  expect(lines[1]).toBe('2026-01-02T03:04:05.000000Z WARN two')
  expect(lines[2]).toMatch(/^ {2}lines\\u\{1b\}\[31m$/)
  expect(lines[3]).toBe('2026-01-02T03:04:05.000000Z NOTICE third')
})

it('is JSON with the members that Kopia writes when that is asked for, here and on the terminal', () => {
  const place = at('json.log')
  const mask = new MaskSet()
  mask.add('tell-nobody')
  const log = fileLog({ ...options, place, isJson: true }, mask)
  log.warning('two\nlines\u001b[31m \u009b of tell-nobody')
  log.notice('third')
  const text = readFileSync(place.path, 'utf8')
  expect(text).toMatch(/^[\n -~]*$/)
  expect(
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { l: 'WARN', t: '2026-01-02T03:04:05.000000Z', n: 'cairn', m: 'two\nlines\u001b[31m \u009b of ***' },
    { l: 'INFO', t: '2026-01-02T03:04:05.000000Z', n: 'cairn', m: 'third' },
  ])
  let written = ''
  const write = (part: string) => {
    written += part
  }
  terminalLog({ level: 'info', hasColour: true, isJson: true, beforeLine: () => {}, write }, mask).info('a "word"')
  terminalLog({ level: 'info', hasColour: true, isJson: true, beforeLine: () => {}, write, stamp: options.stamp }, mask).info('b')
  expect(written).toBe('{"n":"cairn","m":"a \\"word\\""}\n{"t":"2026-01-02T03:04:05.000000Z","n":"cairn","m":"b"}\n')
})

it('lies where it was asked for, or below the folder with a name of its own and a link to it', () => {
  const run = { cwd: '/work', command: 'repository status', stamp: new Date(TEST_START_MS).toISOString(), processId: 7 }
  expect(logFilePlace({ file: 'a.log', folder: '/logs' }, run)).toEqual({ path: '/work/a.log', latest: undefined })
  expect(logFilePlace({ file: undefined, folder: '/logs' }, run)).toEqual({
    path: '/logs/cli-logs/cairn-20260102-030405-7-repository-status.0.log',
    latest: '/logs/cli-logs/latest.log',
  })
  expect(logFilePlace({ file: undefined, folder: undefined }, run)).toBeUndefined()
})

it.each([
  ['named.log', ['named.1.log', 'named.2.log', 'named.log']],
  ['cairn-x.0.log', ['cairn-x.0.log', 'cairn-x.1.log', 'cairn-x.2.log']],
  ['plain', ['plain', 'plain.1', 'plain.2']],
])('goes on in another file before %s grows too large', async (name, files) => {
  const folder = join(dir, `segments-${name}`)
  const latest = join(folder, 'latest.log')
  const log = fileLog({ ...options, place: { path: join(folder, name), latest }, maxSegmentBytes: 100 }, new MaskSet())
  for (const word of ['first', 'second', 'third']) log.info(word.padEnd(60, '.'))
  expect(readdirSync(folder).sort()).toEqual([...files, 'latest.log'].sort())
  expect(readlinkSync(latest)).toBe(files.find((file) => /2/.test(file)))
  expect(readFileSync(latest, 'utf8')).toContain('third')
  expect(lstatSync(join(folder, name)).mode & 0o777).toBe(0o600)
})

it('that cannot be opened is said before the command begins', () => {
  const open = () => fileLog({ ...options, place: at('new', 'cairn.log', 'below-a-file') }, new MaskSet())
  expect(open).toThrow(expect.objectContaining({ code: 'CAIRN_LOG_UNWRITABLE' }))
})

describe('old log files', () => {
  const NOW_MS = TEST_START_MS
  const HOUR_MS = 3_600_000
  let count = 0

  /** Files of 100 bytes, the first an hour old, the next two hours, and so on. */
  async function folderOf(...names: string[]): Promise<string> {
    const folder = join(dir, `sweep-${count++}`)
    await mkdir(folder)
    for (const [index, name] of names.entries()) {
      writeFileSync(join(folder, name), '.'.repeat(100))
      const seconds = (NOW_MS - (index + 1) * HOUR_MS) / 1000
      utimesSync(join(folder, name), seconds, seconds)
    }
    return folder
  }

  const NAMES = ['cairn-c.log', 'cairn-b.log', 'cairn-a.log', 'kopia-a.log', 'latest.log', 'cairn-notes.txt']
  const limits = { maxFiles: 0, maxAgeMs: 0, maxTotalBytes: 1e9 }
  const ours = (folder: string) => readdirSync(folder).filter((name) => /^cairn-.\.log$/.test(name))
  const refuse = (message: string) => {
    throw new Error(message)
  }

  it.each([
    ['beyond the number', { ...limits, maxFiles: 2 }, ['cairn-b.log', 'cairn-c.log']],
    ['older than the age', { ...limits, maxAgeMs: 1.5 * HOUR_MS }, ['cairn-c.log']],
    ['beyond the size', { ...limits, maxFiles: 9, maxTotalBytes: 250 }, ['cairn-b.log', 'cairn-c.log']],
    ['of no limit at all', { ...limits, maxTotalBytes: 0 }, ['cairn-a.log', 'cairn-b.log', 'cairn-c.log']],
  ])('%s go, the oldest first, and nothing that Cairn did not write', async (_, sweep, kept) => {
    const folder = await folderOf(...NAMES)
    sweepLogs(folder, sweep, NOW_MS, refuse)
    expect(ours(folder)).toEqual(kept)
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['kopia-a.log', 'latest.log', 'cairn-notes.txt']))
  })

  it('are not missed where there is no folder', () => {
    expect(() => sweepLogs(join(dir, 'none'), { ...limits, maxFiles: 1 }, NOW_MS, refuse)).not.toThrow()
  })
})
