/** Profiles and figures of a run. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CommandInput } from '../../../src/cli/command-spec.ts'
import { startDiagnostics } from '../../../src/cli/diagnostics.ts'
import { nullLogger } from '../../../src/log.ts'
import { tempDir } from '../../support/temp-dir.ts'

const FOLDER = /^20260102-030405-snapshot-list-[A-Za-z0-9]{6}$/

async function diagnose(flags: Record<string, unknown>, temporaryDirectory: string, userId = process.getuid?.()) {
  const owned = Object.assign(Object.create(process), { getuid: userId === undefined ? undefined : () => userId })
  const run = { command: 'snapshot list', temporaryDirectory, stamp: () => '2026-01-02T03:04:05Z', process: owned }
  const stop = await startDiagnostics(new CommandInput({}, flags), run)
  const said: string[] = []
  await stop({ ...nullLogger, info: (text) => said.push(text), warning: (text) => said.push(text) })
  return said
}

it('writes nothing and says nothing when nothing is asked for', async () => {
  const dir = await tempDir()
  expect(await diagnose({ 'profile-go-gc-before-dump': true, 'profile-memory-rate': '1' }, dir)).toEqual([])
  expect(readdirSync(dir)).toEqual([])
})

it('writes profiles and metrics to a folder of the run', async () => {
  const dir = await tempDir()
  const flags = { 'profile-cpu': true, 'profile-store-on-exit': true, 'metrics-store-on-exit': true, 'profile-go-gc-before-dump': true }
  const said = await diagnose({ ...flags, 'diagnostics-output-directory': join(dir, 'own') }, '/nowhere')
  const [folder = '', ...more] = readdirSync(join(dir, 'own'))
  expect([folder, more]).toEqual([expect.stringMatching(FOLDER), []])
  expect(said).toEqual([`Diagnostics are in ${join(dir, 'own', folder)}`])
  const read = (...names: string[]) => readFileSync(join(dir, 'own', folder, ...names), 'utf8')
  expect(JSON.parse(read('profiles', 'cpu.cpuprofile'))).toMatchObject({ nodes: expect.any(Array), startTime: expect.any(Number) })
  expect(JSON.parse(read('profiles', 'heap.heapprofile'))).toMatchObject({ head: expect.any(Object), samples: expect.any(Array) })
  const metrics = read('cairn-metrics.prom')
  expect(metrics).toMatch(/^# TYPE process_cpu_seconds_total counter\nprocess_cpu_seconds_total \d+(\.\d+)?$/m)
  for (const line of metrics.trimEnd().split('\n')) expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+ [\d.]+)$/)
})

it('writes no profile of the heap at the rate 0, and tells the use of memory', async () => {
  const dir = await tempDir()
  const said = await diagnose({ 'profile-store-on-exit': true, 'profile-memory-rate': '0', 'dump-allocator-stats': true }, dir)
  expect(said).toEqual([expect.stringMatching(/^Memory: .*B at most; now .*B of .*B heap/)])
  expect(readdirSync(dir)).toEqual([])
})

it('gives each of two runs in one second a folder that only its owner can read', async () => {
  const dir = await tempDir()
  for (let run = 0; run < 2; run++) await diagnose({ 'metrics-store-on-exit': true }, dir)
  const folders = readdirSync(join(dir, 'kopia-diagnostics'))
  expect(folders).toEqual([expect.stringMatching(FOLDER), expect.stringMatching(FOLDER)])
  for (const folder of process.platform === 'win32' ? [] : folders) {
    expect(statSync(join(dir, 'kopia-diagnostics', folder)).mode & 0o777).toBe(0o700)
  }
})

it.skipIf(process.platform === 'win32')('writes to no folder that somebody else has put into the temporary folder', async () => {
  const flags = { 'metrics-store-on-exit': true }
  const target = await tempDir()
  const linked = await tempDir()
  symlinkSync(target, join(linked, 'kopia-diagnostics'))
  await expect(diagnose(flags, linked)).rejects.toMatchObject({
    code: 'CAIRN_LOG_UNWRITABLE',
    message: `A folder for diagnostics cannot be made in ${join(linked, 'kopia-diagnostics')}: it is no folder.`,
  })
  expect(readdirSync(target)).toEqual([])

  const foreign = await tempDir()
  mkdirSync(join(foreign, 'kopia-diagnostics'))
  await expect(diagnose(flags, foreign, 424_242)).rejects.toThrow('it belongs to another user')
  chmodSync(join(foreign, 'kopia-diagnostics'), 0o777)
  await expect(diagnose(flags, foreign)).rejects.toThrow('other users may write to it')
  expect(readdirSync(join(foreign, 'kopia-diagnostics'))).toEqual([])
})

it('ends before the command when its folder cannot be made', async () => {
  const dir = await tempDir()
  writeFileSync(join(dir, 'file'), '')
  await expect(diagnose({ 'profile-cpu': true, 'diagnostics-output-directory': join(dir, 'file') }, dir)).rejects.toMatchObject({
    code: 'CAIRN_LOG_UNWRITABLE',
  })
  await expect(diagnose({ 'profile-cpu': true, 'diagnostics-output-directory': '' }, dir)).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
})
