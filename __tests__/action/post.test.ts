import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type FakeRunner, fakeRunner, type StepResult } from '../support/fake-runner.ts'

const CONSENT = { 'enable-actions': 'true' }
const POLICY = `version: 1
sources: [./src]
policies:
  ./src:
    actions:
      beforeSnapshotRoot: {run: 'echo "root $KOPIA_SNAPSHOT_ID" >> "$GITHUB_WORKSPACE/told.txt"'}
      afterSnapshotRoot: {run: 'echo "after root $KOPIA_SNAPSHOT_ID $CAIRN_STATUS" >> "$GITHUB_WORKSPACE/told.txt"'}
  ./src/lib:
    actions:
      beforeFolder: {run: 'touch held; echo "folder $PWD" >> "$GITHUB_WORKSPACE/told.txt"; echo begun; sleep 300'}
      afterFolder: {file: hooks/thaw.sh}
`

/** A step that was killed while the before-hook of a nested folder ran. */
async function killedStep(): Promise<{ runner: FakeRunner; main: StepResult }> {
  const runner = fakeRunner()
  runner.file('src/lib/a.txt', 'a')
  runner.file(
    '.github/hooks/thaw.sh',
    '#!/bin/sh\nls > "$GITHUB_WORKSPACE/listing.txt"\necho "after folder" >> "$GITHUB_WORKSPACE/told.txt"\n',
    0o755,
  )
  runner.policy(POLICY)
  const step = runner.start({ inputs: CONSENT })
  await step.waitFor('begun')
  step.child.kill('SIGKILL')
  return { runner, main: await step.result }
}

function told(runner: FakeRunner): string[] {
  return readFileSync(join(runner.workspace, 'told.txt'), 'utf8').trim().split('\n')
}

it('runs the after-hooks that a killed step owes, the innermost first and once', async () => {
  const { runner, main } = await killedStep()
  expect(main.signal).toBe('SIGKILL')
  expect(main.outputs['status']).toBe('failed')
  const before = told(runner)
  const post = await runner.run({ inputs: CONSENT, state: main.state })
  expect(post.exitCode).toBe(0)
  expect(post.log).toContain('The step was ended before it could clean up.')
  const id = before[0]?.split(' ')[1]
  expect(told(runner).slice(before.length)).toEqual(['after folder', `after root ${id} cancelled`])
  // The same private folder, with what the before-hook left in it.
  expect(readFileSync(join(runner.workspace, 'listing.txt'), 'utf8').split('\n')).toContain('held')
  expect(readdirSync(runner.temp).filter((name) => name.startsWith('cairn-'))).toEqual([])
  const again = await runner.run({ inputs: CONSENT, state: main.state })
  expect([again.exitCode, told(runner).length]).toEqual([0, before.length + 2])
  expect(await runner.snapshots()).toEqual([])
})

it('keeps identifiers and digests in state and journal, and never a script', async () => {
  const { runner, main } = await killedStep()
  expect(Object.keys(main.state).sort()).toEqual(['main', 'owed'])
  const owed: Record<string, string> = JSON.parse(main.state['owed'] ?? '')
  expect(Object.keys(owed).sort()).toEqual(['hooksSha256', 'journalPath', 'policySha256'])
  expect([owed['policySha256'], owed['hooksSha256']].join()).toMatch(/^[0-9a-f]{64},[0-9a-f]{64}$/)
  const journal = readFileSync(owed['journalPath'] ?? '', 'utf8')
  for (const line of journal.trim().split('\n')) {
    expect(Object.keys(JSON.parse(line).owed).sort()).toEqual([
      'id',
      'label',
      'phase',
      'privateDir',
      'sessionId',
      'snapshotPath',
      'sourcePath',
    ])
  }
  expect(journal).not.toContain('echo')
  await runner.run({ inputs: CONSENT, state: main.state })
})

it.each([
  ['the policy file', '.github/cairn.yml', `${POLICY}# edited\n`],
  ['a script', '.github/hooks/thaw.sh', '#!/bin/sh\ntouch "$GITHUB_WORKSPACE/forged"\n'],
  ['the policy file, which is no longer valid,', '.github/cairn.yml', 'version: [\n'],
])('refuses to run anything when %s changed meanwhile', async (_what, path, content) => {
  const { runner, main } = await killedStep()
  const before = told(runner)
  runner.file(path, content, 0o755)
  const post = await runner.run({ inputs: CONSENT, state: main.state })
  expect(post.exitCode).toBe(6)
  expect(post.annotations).toContainEqual({ name: 'error', value: expect.stringContaining('CAIRN_HOOKS_CHANGED') })
  expect(post.log).toContain('after-folder of ./src/lib, after-snapshot-root of ./src')
  expect(told(runner)).toEqual(before)
  expect(existsSync(join(runner.workspace, 'forged'))).toBe(false)
})

it('does nothing after a step that ended by itself', async () => {
  const runner = fakeRunner()
  runner.file('src/a.txt', 'a')
  const main = await runner.run()
  const post = await runner.run({ state: main.state })
  expect([post.exitCode, post.outputs, post.summary]).toEqual([0, {}, ''])
  expect(post.annotations).toEqual([])
})
