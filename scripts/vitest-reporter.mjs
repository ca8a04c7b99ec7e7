// Prints what was skipped and why, then `N passed, N failed` as the very last line.
export default class LastLineReporter {
  onTestRunEnd(modules, unhandledErrors) {
    let passed = 0
    let failed = unhandledErrors.length
    const skipped = []
    for (const module of modules) {
      let tests = 0
      for (const test of module.children.allTests()) {
        tests++
        const state = test.result().state
        if (state === 'passed') passed++
        else if (state === 'failed') failed++
        else skipped.push(test.result().note ?? test.fullName)
      }
      if (tests === 0 && !module.ok()) failed++
    }
    process.on('exit', () => {
      const names = [...new Set(skipped)]
      console.log(names.length === 0 ? 'skipped: none' : `skipped: ${names.join('; ')}`)
      console.log(`${passed} passed, ${failed} failed`)
    })
  }
}
