// What all measurements share: a folder for everything they make, and the programs they start. Both are gone at the end, also when a signal is the end.
//
// BENCH_DIR says where the folder is made.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'

export const scratch = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'cairn-bench-'))
const running = new Set()

process.on('exit', () => {
  for (const child of running) end(child)
  rmSync(scratch, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(128 + constants.signals[signal]))

/** Starts a program with a group of its own: whatever it starts can be ended with it. */
export function start(command, args, options) {
  const child = spawn(command, args, { ...options, detached: true })
  if (child.pid !== undefined) running.add(child)
  child.once('close', () => running.delete(child))
  return child
}

/** Ends a program that was started here, with all that it started. */
export function end(child) {
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/** Runs a program to its end: standard output and wall seconds. Any exit code but 0 is an error. */
export async function run(command, args, options) {
  const started = process.hrtime.bigint()
  const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors = (errors + text).slice(-3000)
  })
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${errors}`)
  return { output, seconds }
}
