/**
 * Preloaded into a program (`node --import`), ends it with SIGKILL at one of the steps in which it changes files below a folder: before the n-th of
 * making a directory, opening a new file, writing, syncing, renaming, linking and removing, or in the middle of a write.
 *
 * CAIRN_KILL_ROOT  the folder
 * CAIRN_KILL_AT    number of the step, from 1; without it nothing is killed
 * CAIRN_KILL_LOG   file that gets one line for each step
 */
import fs, { promises } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const root = process.env['CAIRN_KILL_ROOT'] ?? ''
const at = Number(process.env['CAIRN_KILL_AT'] ?? 0)
const log = process.env['CAIRN_KILL_LOG']
const { appendFileSync } = fs
let steps = 0

/** @param {string} what @param {unknown} path @param {() => void} [half] What is done of the step before the end. */
function step(what, path, half) {
  if (!String(path).startsWith(root)) return
  steps++
  if (log !== undefined) appendFileSync(log, `${what} ${String(path).slice(root.length)}\n`)
  if (steps !== at) return
  half?.()
  process.kill(process.pid, 'SIGKILL')
}

for (const name of /** @type {const} */ (['mkdir', 'rename', 'link', 'unlink'])) {
  const real = promises[name]
  promises[name] = async (...args) => {
    // Of two paths, the second is the one that comes to be.
    step(name, name === 'rename' || name === 'link' ? args[1] : args[0])
    return await real(...args)
  }
}

const realOpen = promises.open
promises.open = async (path, flags, ...rest) => {
  const isNew = flags === 'wx'
  if (isNew) step('open', path)
  const handle = await realOpen(path, flags, ...rest)
  const { sync, writev } = handle
  handle.sync = async () => {
    step('sync', path)
    return await sync.call(handle)
  }
  if (isNew) {
    handle.writev = async (parts, ...position) => {
      step('write', path)
      step('half of write', path, () => {
        const bytes = Buffer.concat(parts)
        fs.writeSync(handle.fd, bytes, 0, Math.floor(bytes.length / 2))
      })
      return await writev.call(handle, parts, ...position)
    }
  }
  return handle
}
syncBuiltinESMExports()
