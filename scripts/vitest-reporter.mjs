// Names what failed, what passed only at a second try, and what was skipped and why, then `N passed, N failed`: as the last lines,
// or to scripts/test.mjs, which prints them last. The end of a log is often all that is kept of it.
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'

export default class LastLineReporter {
  onTestRunEnd(modules, unhandledErrors) {
    let passed = 0
    const failures = unhandledErrors.map((error) => `outside of a test: ${firstLine(error)}`)
    const unsteady = []
    const skipped = []
    for (const module of modules) {
      const file = relative(process.cwd(), module.moduleId)
      let failedHere = 0
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') {
          passed++
          if (test.diagnostic()?.flaky) unsteady.push(`${file} > ${test.fullName}`)
        } else if (result.state === 'failed') {
          failedHere++
          failures.push(`${file} > ${test.fullName}: ${firstLine(result.errors?.[0])}`)
        } else skipped.push(result.note ?? test.fullName)
      }
      // A file that cannot be loaded, or whose preparation fails, has no failed test; its error would otherwise be counted nowhere.
      if (failedHere === 0 && !module.ok()) failures.push(`${file}: ${firstLine(module.errors()[0])}`)
    }
    if (modules.length === 0) failures.push('no test file was found')
    const lines = [
      ...failures.map((failure) => `failed: ${failure}`),
      ...unsteady.map((name) => `passed only when tried again: ${name}`),
      `skipped: ${[...new Set(skipped)].join('; ') || 'none'}`,
      `${passed} passed, ${failures.length} failed`,
    ].join('\n')
    const target = process.env['CAIRN_TEST_RESULT']
    if (target === undefined) process.on('exit', () => console.log(lines))
    else writeFileSync(target, lines)
  }
}

function firstLine(error) {
  return `${error?.message ?? 'no reason was given'}`.split('\n', 1)[0]
}
