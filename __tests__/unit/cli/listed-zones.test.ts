/** Times in listings, in the zone of the machine and with `--timezone`: the same as stock kopia's. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { connectionFile, runInProcess } from '../../support/cli-in-process.ts'
import { extractGolden } from '../../support/golden.ts'
import { makeTempDir, removeDir } from '../../support/temp-dir.ts'

const recorded: readonly { readonly tz: string; readonly command: string; readonly stdout: readonly string[] }[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../golden/zones-06.json'), 'utf8'),
)

let dir: string
let run: (tz: string, ...argv: string[]) => ReturnType<typeof runInProcess>

beforeAll(async () => {
  // The day of the recording: what was still to come then must not be due.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-23T12:00:00Z') })
  dir = await makeTempDir('zones')
  const { password } = await extractGolden('06-after-maintenance', dir)
  const configPath = connectionFile(dir, join(dir, 'repo'))
  run = (TZ, ...argv) => runInProcess(argv, { dir: join(dir, 'repo'), configPath, password, env: { TZ } })
})
afterAll(async () => {
  vi.useRealTimers()
  await removeDir(dir)
})

describe('prints the same times as stock kopia:', () => {
  test.each(recorded)('$command in $tz', async ({ tz, command, stdout }) => {
    const { stdout: text } = await run(tz, ...command.split(' '))
    // How long that takes depends on the time of day, and kopia's order of tasks and entries changes from run to run.
    expect(text.trimEnd().split('\n').map(withoutRest).sort()).toEqual(stdout.map(withoutRest).sort())
  })
})

const withoutRest = (line: string) => line.replace(/ \(in .*\)$/, '')

test('a zone that nobody knows is refused', async () => {
  await expect(run('UTC', 'snapshot', 'list', '--timezone', 'Mars/Base')).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
})

test('a time is taken as listings print it, and only in the zone they print it in', async () => {
  const create = (time: string) =>
    run('Europe/Berlin', 'snapshot', 'create', '/', '--start-time', time, '--end-time', '2020-01-01T00:00:00Z')
  // Refused for being after the end: it was understood.
  await expect(create('2026-07-01 10:00:00 CEST')).rejects.toThrow('--start-time is after --end-time')
  await expect(create('2026-07-01 10:00:00 CET')).rejects.toThrow('is not a time')
  await expect(create('2026-07-01 10:00:00 PST')).rejects.toThrow('is not a time')
})
