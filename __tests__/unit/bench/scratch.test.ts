/** What a measurement leaves behind: nothing. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { alive, eventually } from '../../support/hook-run.ts'
import { tempDir } from '../../support/temp-dir.ts'

const MODULE = pathToFileURL(join(import.meta.dirname, '../../../bench/scratch.mjs')).href

/** Fills its folder, starts a program that starts another with the argument `mark`, says where the folder is, and waits. */
const measurement = (mark: string) => `
import { run, scratch } from '${MODULE}'
import { existsSync, writeFileSync } from 'node:fs'
writeFileSync(scratch + '/file', 'text')
run('sh', ['-c', 'sleep 600 ${mark} & : > started; wait'], { cwd: scratch })
const timer = setInterval(() => {
  if (!existsSync(scratch + '/started')) return
  console.log(scratch)
  clearInterval(timer)
}, 10)
`

it.skipIf(process.platform !== 'linux').each([
  ['SIGINT', 130, '0.11731'],
  ['SIGTERM', 143, '0.11732'],
] as const)('a measurement that %s ends exits with %i, without its folder and its programs', async (signal, exitCode, mark) => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', measurement(mark)], {
    env: { PATH: process.env['PATH'], BENCH_DIR: await tempDir() },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const scratch = await new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').once('data', (line: string) => resolve(line.trim()))
  })
  expect(existsSync(join(scratch, 'file'))).toBe(true)
  expect(await eventually(() => alive(mark).length === 1)).toBe(true)
  const code = new Promise((resolve) => child.once('close', resolve))
  child.kill(signal)
  expect(await code).toBe(exitCode)
  expect(existsSync(scratch)).toBe(false)
  expect(await eventually(() => alive(mark).length === 0)).toBe(true)
})
