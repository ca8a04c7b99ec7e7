import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type FakeRunner, fakeRunner, PASSWORD } from '../support/fake-runner.ts'

/** The summary with everything that differs from run to run replaced by words. */
function stable(summary: string, runner: FakeRunner): string {
  return summary
    .replaceAll(runner.folder, '/runner')
    .replace(/\b[0-9a-f]{32}\b/g, 'ID')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, 'TIME')
    .replace(/\d+\.\d s/g, 'SECONDS')
    .replace(/Uploaded: .*/, 'Uploaded: SIZE')
    .replace(/Cairn \d+\.\d+\.\d+/, 'Cairn VERSION')
}

it('says in the summary what was saved, what is new, how the hooks went and what is kept', async () => {
  const runner = fakeRunner()
  runner.file('src/app.js', 'console.log("shop")\n')
  runner.file('src/pictures/logo.gif', 'GIF89a')
  runner.policy(`version: 1
sources: [./src]
policies:
  ./src:
    retention: {keepLatest: 2, keepHourly: 0, keepDaily: 0, keepWeekly: 0, keepMonthly: 0, keepAnnual: 0}
    actions:
      beforeSnapshotRoot: {name: Dump the shop, mode: essential, run: 'cp "$KOPIA_SOURCE_PATH/app.js" "$KOPIA_SOURCE_PATH/dump.txt"'}
job:
  after:
    - {name: Tell the team, mode: optional, run: 'echo no network >&2; exit 7'}
`)
  await runner.run({ inputs: { 'enable-actions': 'true' } })
  await runner.run({ inputs: { 'enable-actions': 'true' } })
  appendFileSync(join(runner.workspace, 'src/app.js'), 'more\n')
  const { summary } = await runner.run({ inputs: { 'enable-actions': 'true' } })
  expect(stable(summary, runner)).toMatchSnapshot()
})

it('says in the summary why a run failed and where to look', async () => {
  const runner = fakeRunner()
  runner.file('src/app.js', 'x')
  runner.policy(`version: 1
sources: [./src, ./absent]
policies:
  ./src:
    actions:
      beforeSnapshotRoot: {name: Dump the shop, mode: essential, run: 'echo "connection refused for ${PASSWORD}" >&2; exit 9'}
`)
  const { summary } = await runner.run({ inputs: { 'enable-actions': 'true' } })
  expect(stable(summary, runner)).toMatchSnapshot()
})

it('lists the findings of a policy file with errors', async () => {
  const runner = fakeRunner()
  runner.policy('version: 1\npolicies:\n  .:\n    compresion: zstd\n    retention: {keepDaily: many}\n')
  const { summary } = await runner.run()
  expect(stable(summary, runner)).toMatchSnapshot()
})
