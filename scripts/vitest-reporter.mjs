// Says what was skipped and why, then `N passed, N failed`: as the last lines, or to scripts/test.mjs, which prints them last.
import { writeFileSync } from 'node:fs'

export default class LastLineReporter {
  onTestRunEnd(modules, unhandledErrors) {
    let passed = 0
    let failed = unhandledErrors.length
    const skipped = []
    for (const module of modules) {
      let failedHere = 0
      for (const test of module.children.allTests()) {
        const state = test.result().state
        if (state === 'passed') passed++
        else if (state === 'failed') failedHere++
        else skipped.push(test.result().note ?? test.fullName)
      }
      // A file that cannot be loaded, or whose preparation fails, has no failed test; its error would otherwise be counted nowhere.
      failed += failedHere === 0 && !module.ok() ? 1 : failedHere
    }
    if (modules.length === 0) failed++
    const names = [...new Set(skipped)]
    const lines = `${names.length === 0 ? 'skipped: none' : `skipped: ${names.join('; ')}`}\n${passed} passed, ${failed} failed`
    const target = process.env['CAIRN_TEST_RESULT']
    if (target === undefined) process.on('exit', () => console.log(lines))
    else writeFileSync(target, lines)
  }
}
