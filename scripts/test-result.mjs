// What a test run came to, as the last lines of its output: the end of a log is often all that is kept of it.
// A result is {files: [{file, passed, failures, skipped}], outside, unsteady}; all but `passed` and `file` are lists of texts.

/** The lines: what failed, what passed only at a second try, what was skipped and why, then `N passed, N failed`. */
export function linesOf({ files, outside, unsteady }) {
  const failures = [...outside, ...files.flatMap((each) => each.failures)]
  const passed = files.reduce((sum, each) => sum + each.passed, 0)
  return [
    ...failures.map((failure) => `failed: ${failure}`),
    ...unsteady.map((failure) => `passed only when tried again: ${failure}`),
    `skipped: ${[...new Set(files.flatMap(({ skipped }) => skipped))].join('; ') || 'none'}`,
    `${passed} passed, ${failures.length} failed`,
  ].join('\n')
}

/** The files to try again: none when something failed outside of them, or when so many did that it is no accident. */
export function filesToRepeat({ files, outside }) {
  const failed = files.filter((each) => each.failures.length > 0).map(({ file }) => file)
  return outside.length > 0 || failed.length > 5 ? [] : failed
}

/** `first` with what a second run of some of its files came to in their place. */
export function withSecondRun(first, second) {
  const again = new Map(second.files.map((each) => [each.file, each]))
  return {
    files: first.files.map((each) => again.get(each.file) ?? each),
    outside: second.outside,
    unsteady: first.files.flatMap((each) => (again.get(each.file)?.failures.length === 0 ? each.failures : [])),
  }
}
