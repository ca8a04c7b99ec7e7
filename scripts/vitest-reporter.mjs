// Gathers what a run came to for scripts/test.mjs, which prints it last; or prints it itself.
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { linesOf } from './test-result.mjs'

export default class LastLineReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const outside = unhandledErrors.map((error) => `outside of a test: ${firstLine(error)}`)
    if (modules.length === 0) outside.push('no test file was found')
    const files = modules.map((module) => {
      const file = relative(process.cwd(), module.moduleId)
      const failures = []
      const skipped = []
      let passed = 0
      for (const test of module.children.allTests()) {
        const { state, errors, note } = test.result()
        if (state === 'passed') passed++
        else if (state === 'failed') failures.push(`${file} > ${test.fullName}: ${firstLine(errors?.[0])}`)
        else skipped.push(note ?? test.fullName)
      }
      // A file that cannot be loaded, or whose preparation fails, has no failed test; its error would otherwise be counted nowhere.
      if (failures.length === 0 && !module.ok()) failures.push(`${file}: ${firstLine(module.errors()[0])}`)
      return { file, passed, failures, skipped }
    })
    const result = { files, outside, unsteady: [] }
    const target = process.env['CAIRN_TEST_RESULT']
    if (target === undefined) process.on('exit', () => console.log(linesOf(result)))
    else writeFileSync(target, JSON.stringify(result))
  }
}

function firstLine(error) {
  return `${error?.message ?? 'no reason was given'}`.split('\n', 1)[0]
}
