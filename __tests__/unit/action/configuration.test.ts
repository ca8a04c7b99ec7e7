/** What the log says about a run before it starts. */
import { expect, it } from 'vitest'
import { configurationLines } from '../../../src/action/configuration.ts'
import { DEFAULT_RUN_OPTIONS } from '../../../src/commands/run/options.ts'

it('never repeats a location that was not taken: it may hold a secret', () => {
  const options = { ...DEFAULT_RUN_OPTIONS, repository: 's3://key:secret-part@bucket/prefix' }
  const lines = configurationLines({ env: {}, options, event: undefined, prepared: undefined, isReady: false })
  expect(lines.join('\n')).not.toContain('secret-part')
  expect(lines).toContainEqual(expect.stringMatching(/^repository +from the input/))
})

it('does not claim that the policy file names a location when nothing does', () => {
  const lines = configurationLines({ env: {}, options: DEFAULT_RUN_OPTIONS, event: undefined, prepared: undefined, isReady: false })
  expect(lines).toContainEqual(expect.stringMatching(/^repository +not known$/))
})
