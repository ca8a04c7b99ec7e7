// `npm test`: Node new enough, sources compiled, every test run. Whatever happens, the last two lines say what was skipped and how it went.
// With CAIRN_TEST_RETRY=1, as in CI, the few files in which something failed are run once more: a machine that is shared may stall.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import './check-node.mjs'
import { filesToRepeat, linesOf, withSecondRun } from './test-result.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'cairn-test-result-'))
const run = (script, args, env = process.env) =>
  spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit', env }).status ?? 1

/** Exit code and result of the test runner; the result is undefined when it did not come to its end. */
function runTests(name, files = []) {
  const target = join(folder, name)
  const env = { ...process.env, CAIRN_TEST_RESULT: target }
  const code = run('node_modules/vitest/vitest.mjs', ['run', ...process.argv.slice(2), ...files], env)
  try {
    return { code, result: JSON.parse(readFileSync(target, 'utf8')) }
  } catch {
    return { code: code === 0 ? 1 : code, result: undefined }
  }
}

let lines = 'skipped: every test, because the sources do not compile\n0 passed, 1 failed'
let code = 0
try {
  code = run('node_modules/typescript/bin/tsc', [])
  if (code === 0) {
    let { code: ended, result } = runTests('first')
    const repeated = process.env['CAIRN_TEST_RETRY'] === '1' && result !== undefined ? filesToRepeat(result) : []
    if (repeated.length > 0) {
      console.log(`Once more, because something failed in them: ${repeated.join(', ')}`)
      const second = runTests('second', repeated)
      ended = second.code
      result = second.result === undefined ? result : withSecondRun(result, second.result)
    }
    lines =
      result === undefined ? 'skipped: every test, because the test runner did not come to its end\n0 passed, 1 failed' : linesOf(result)
    code = ended === 0 && !lines.endsWith(' 0 failed') ? 1 : ended
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(lines)
process.exitCode = code
