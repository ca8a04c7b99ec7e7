/** The logs of a run, as its flags ask for them. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { COMMANDS } from '../../../src/cli/command-table.ts'
import { parseCommandLine } from '../../../src/cli/program.ts'
import { openLogs } from '../../../src/cli/run-logs.ts'
import { timeTexts } from '../../../src/cli/time-text.ts'
import { MaskSet } from '../../../src/hooks/masks.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { tempDir } from '../../support/temp-dir.ts'

let dir: string
beforeEach(async () => {
  dir = await tempDir()
})

async function open(...flags: string[]) {
  const parsed = await parseCommandLine(COMMANDS, ['repository', 'status', ...flags], {}, 'cairn')
  if (parsed.kind !== 'command') throw new Error('no command')
  const written: string[] = []
  const logs = openLogs(
    {
      globals: parsed.globals,
      command: 'repository status',
      level: 'info',
      hasColour: false,
      times: timeTexts(undefined, 'Asia/Tokyo'),
      clock: new FakeClock(),
      process: { cwd: dir, id: 7 },
      beforeLine: () => {},
      write: (text) => written.push(text),
    },
    new MaskSet(),
  )
  return { ...logs, written }
}

const NAME = 'cairn-20260102-030405-7-repository-status.0.log'
const inFolder = () => readdirSync(join(dir, 'logs', 'cli-logs')).sort()
const logged = (name = NAME) => readFileSync(join(dir, 'logs', 'cli-logs', name), 'utf8').split('\n')

it('go to the terminal alone when nothing is asked for', async () => {
  const { log, failed, close, written } = await open()
  log.debug('unseen')
  log.info('seen')
  failed('said elsewhere')
  close()
  expect(written).toEqual(['seen\n'])
  expect(log.showsDebug).toBe(false)
  expect(existsSync(join(dir, 'logs'))).toBe(false)
})

it('have local times on the terminal and UTC in the file, unless that is to be local too', async () => {
  const { log, written } = await open('--log-dir=logs', '--console-timestamps')
  log.info('a')
  expect(written).toEqual(['12:04:05.000 a\n'])
  expect(logged()[0]).toBe('2026-01-02T03:04:05.000000Z INFO a')
  ;(await open('--log-dir=logs', '--file-log-local-tz')).log.info('b')
  expect(logged('cairn-20260102-120405-7-repository-status.0.log')[0]).toBe('2026-01-02T12:04:05.000000+09:00 INFO b')
})

it('are JSON where that is asked for, and hold why the command failed', async () => {
  const { log, failed, written } = await open('--log-dir=logs', '--json-log-console', '--json-log-file', '--console-timestamps')
  log.info('a')
  failed('CAIRN_USAGE  no')
  expect(written).toEqual(['{"t":"2026-01-02T12:04:05.000000+09:00","n":"cairn","m":"a"}\n'])
  expect(logged().slice(0, 2)).toEqual([
    '{"l":"INFO","t":"2026-01-02T03:04:05.000000Z","n":"cairn","m":"a"}',
    '{"l":"ERROR","t":"2026-01-02T03:04:05.000000Z","n":"cairn","m":"CAIRN_USAGE  no"}',
  ])
})

it('leave out calls to the storage when told so, and nothing else', async () => {
  const { log } = await open('--log-file=all.log', '--no-trace-storage')
  log.debug('storage: get p1: 7 bytes, 0 ms')
  log.debug('something else')
  log.info('storage: this is for everyone')
  expect(log.showsDebug).toBe(true)
  const lines = readFileSync(join(dir, 'all.log'), 'utf8').trimEnd().split('\n')
  expect(lines.map((line) => line.slice(28))).toEqual(['DEBUG something else', 'INFO storage: this is for everyone'])
})

it('are swept at the end, or before the command when it is not to be waited for; never beside a file that was named', async () => {
  await mkdir(join(dir, 'logs', 'cli-logs'), { recursive: true })
  const old = () => writeFileSync(join(dir, 'logs', 'cli-logs', 'cairn-old.log'), 'old')
  old()
  const { close } = await open('--log-dir=logs', '--log-dir-max-files=1')
  expect(inFolder()).toContain('cairn-old.log')
  close()
  expect(inFolder()).toHaveLength(2)
  old()
  await open('--log-dir=logs', '--log-dir-max-files=1', '--no-wait-for-log-sweep')
  expect(inFolder()).toHaveLength(2)
  old()
  const named = await open('--log-file=logs/cli-logs/named.log', '--log-dir-max-files=1')
  named.close()
  expect(inFolder()).toContain('cairn-old.log')
})

it('are none when file logging is disabled', async () => {
  await open('--log-dir=logs', '--log-file=a.log', '--disable-file-logging')
  expect(readdirSync(dir)).toEqual([])
})
