import { existsSync, readdirSync, readFileSync, renameSync, truncateSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type FakeRunner, fakeRunner } from '../support/fake-runner.ts'

function shop(): FakeRunner {
  const runner = fakeRunner()
  runner.file('src/app.js', 'console.log("shop")\n')
  runner.file('src/lib/prices.json', '{"apple": 3}\n')
  runner.file('README.md', '# Shop\n')
  return runner
}

it('creates the first snapshot of the workspace and sets every output', async () => {
  const runner = shop()
  const result = await runner.run()
  expect(result.log).toContain('There is no policy file .github/cairn.yml')
  expect(result.exitCode).toBe(0)
  expect(result.outputs).toMatchObject({ status: 'created', 'snapshot-count': '1', 'files-changed': '3', 'matched-snapshot': '' })
  expect(result.outputs['bytes-total']).toBe('40')
  expect(result.outputs['bytes-new']).toBe('40')
  const report: unknown = JSON.parse(readFileSync(result.outputs['report-json'] ?? '', 'utf8'))
  expect(report).toMatchObject({ status: 'created', exitCode: 0, identity: 'cairn@octo.shop:/octo/shop', sources: [{ files: 3 }] })
  const [saved] = await runner.snapshots()
  expect(saved).toMatchObject({ id: result.outputs['snapshot-id'], source: { userName: 'cairn', host: 'octo.shop', path: '/octo/shop' } })
  const restored = await runner.restore(result.outputs['snapshot-id'] ?? '')
  expect(readFileSync(join(restored, 'src/lib/prices.json'), 'utf8')).toBe('{"apple": 3}\n')
})

it('prints the configuration first and the result last, in groups that are closed and never nested', async () => {
  const runner = shop()
  runner.policy('version: 1\npolicies:\n  .:\n    actions:\n      beforeSnapshotRoot: {run: "echo hello", mode: essential}\n')
  const result = await runner.run({ inputs: { 'enable-actions': 'true' } })
  const lines = result.lines.filter((line) => !/^::(add-mask|debug)::/.test(line) && line !== '')
  expect(lines[0]).toBe('::group::Configuration')
  const configuration = lines.slice(1, lines.indexOf('::endgroup::')).join('\n')
  expect(configuration).toMatch(/policy file +\.github\/cairn\.yml \(SHA-256 /)
  expect(configuration).toMatch(/trigger +push on refs\/heads\/main/)
  expect(configuration).toMatch(/source +\., kept as cairn@octo\.shop:\/octo\/shop/)
  expect(configuration).toContain(`repository   ${runner.repository}`)
  expect(configuration).toMatch(/hooks +1 in the policy file/)
  expect(configuration).toMatch(/password +from the input "password"/)
  expect(lines.at(-1)).toMatch(/^Snapshot [0-9a-f]{32} of the workspace \(4 files, .*\) - .* new, /)
  let open = 0
  for (const line of lines) {
    if (line.startsWith('::group::')) open += 1
    if (line.startsWith('::endgroup::')) open -= 1
    expect([0, 1]).toContain(open)
  }
  expect(open).toBe(0)
  expect(lines).toContain('::group::before-snapshot-root hook of .')
})

it('finds nothing changed in the second run, and names what changed in the third', async () => {
  const runner = shop()
  const first = await runner.run()
  const second = await runner.run()
  expect(second.outputs).toMatchObject({
    status: 'unchanged',
    'files-changed': '0',
    'bytes-new': '0',
    'matched-snapshot': first.outputs['snapshot-id'],
  })
  runner.file('src/app.js', 'console.log("shop 2")\n')
  const third = await runner.run()
  expect(third.outputs).toMatchObject({
    status: 'created',
    'files-changed': '1',
    'bytes-new': '22',
    'matched-snapshot': second.outputs['snapshot-id'],
  })
  expect(third.log).toContain('~ src/app.js')
  expect(third.summary).toContain('<code>src/app.js</code>')
})

it.each([
  ['with keep-times', 'version: 1\npolicies:\n  .: {keep-times: unchanged}\n'],
  ['without keep-times', 'version: 1\n'],
])('calls a fresh checkout, in which every time is new, unchanged %s', async (_name, policy) => {
  const runner = shop()
  runner.policy(policy)
  const first = await runner.run()
  for (const path of ['src/app.js', 'src/lib/prices.json', 'README.md', '.github/cairn.yml', 'src/lib', 'src', '.github', '.'])
    utimesSync(join(runner.workspace, path), 1_800_000_000, 1_800_000_000 + path.length)
  const second = await runner.run()
  expect(second.outputs).toMatchObject({ status: 'unchanged', 'files-changed': '0', 'bytes-new': '0', 'snapshot-count': '1' })
  const roots = [first, second].map(
    (result) => JSON.parse(readFileSync(result.outputs['report-json'] ?? '', 'utf8')).sources[0].rootObjectId,
  )
  if (policy.includes('keep-times')) expect(roots[1]).toBe(roots[0])
  else expect(roots[1]).not.toBe(roots[0])
})

it('snapshots what a hook staged, with hooks of nested folders around their folders', async () => {
  const runner = shop()
  runner.policy(`version: 1
sources: [./src]
policies:
  ./src:
    actions:
      beforeSnapshotRoot:
        run: |
          mkdir stage
          cp -R "$KOPIA_SOURCE_PATH/." stage/
          echo staged > stage/staged.txt
          echo "KOPIA_SNAPSHOT_PATH=$PWD/stage"
      afterSnapshotRoot: {run: 'echo "root $CAIRN_STATUS $CAIRN_FILES" >> "$GITHUB_WORKSPACE/order.txt"'}
  ./src/lib:
    actions:
      beforeFolder: {run: 'echo "before $(basename "$KOPIA_SOURCE_PATH")" >> "$GITHUB_WORKSPACE/order.txt"'}
      afterFolder: {run: 'echo "after $CAIRN_STATUS" >> "$GITHUB_WORKSPACE/order.txt"'}
`)
  const result = await runner.run({ inputs: { 'enable-actions': 'true' } })
  expect(result.outputs['status']).toBe('created')
  expect(readFileSync(join(runner.workspace, 'order.txt'), 'utf8')).toBe('before lib\nafter uploaded\nroot uploaded 3\n')
  const restored = await runner.restore(result.outputs['snapshot-id'] ?? '')
  expect(readdirSync(restored).sort()).toEqual(['app.js', 'lib', 'staged.txt'])
  expect(readdirSync(runner.temp).filter((name) => name.startsWith('cairn-hook-'))).toEqual([])
})

it('stores what a command prints as a snapshot of its own, and nothing when the command fails', async () => {
  const runner = shop()
  const policy = (command: string) => `version: 1\nsources:\n  - stream: shop.sql\n    run: ${command}\n`
  runner.policy(policy('"echo create table shop"'))
  const good = await runner.run({ inputs: { 'enable-actions': 'true' } })
  expect(good.outputs).toMatchObject({ status: 'created', 'bytes-total': '18' })
  const restored = await runner.restore(good.outputs['snapshot-id'] ?? '')
  expect(readFileSync(join(restored, 'shop.sql'), 'utf8')).toBe('create table shop\n')
  runner.policy(policy('"echo half a dump; exit 3"'))
  const bad = await runner.run({ inputs: { 'enable-actions': 'true' } })
  expect(bad.exitCode).toBe(6)
  expect(bad.outputs).toMatchObject({ status: 'failed', 'snapshot-id': '', 'snapshot-count': '0' })
  expect(await runner.snapshots()).toHaveLength(1)
})

it('tells the steps of the job how the run ended, in variables and in a file that is gone afterwards', async () => {
  const runner = shop()
  runner.policy(`version: 1
sources: [./src, ./made]
job:
  before:
    - run: mkdir made && echo 1 > made/one.txt
  after:
    - run: |
        cp "$CAIRN_RESULT_FILE" result.json
        echo "$CAIRN_RESULT_FILE" > result-path.txt
        echo "status=$CAIRN_STATUS ids=$CAIRN_SNAPSHOT_IDS" > told.txt
`)
  const result = await runner.run({ inputs: { 'enable-actions': 'true' } })
  expect(result.outputs).toMatchObject({ status: 'created', 'snapshot-count': '2' })
  const told: unknown = JSON.parse(readFileSync(join(runner.workspace, 'result.json'), 'utf8'))
  expect(told).toMatchObject({
    status: 'created',
    sources: [
      { label: './src', status: 'created' },
      { label: './made', status: 'created' },
    ],
  })
  const ids = (await runner.snapshots()).map((snapshot) => snapshot.id)
  const [, words] = readFileSync(join(runner.workspace, 'told.txt'), 'utf8').trim().split('ids=')
  expect((words ?? '').split(' ').sort()).toEqual(ids.sort())
  expect(existsSync(readFileSync(join(runner.workspace, 'result-path.txt'), 'utf8').trim())).toBe(false)
})

it('keeps matrix legs and pull requests apart, and compares a pull request with the base branch', async () => {
  const runner = shop()
  const base = await runner.run()
  await runner.run({ inputs: { 'source-suffix': 'node-20' } })
  const payload = { pull_request: { head: { repo: { full_name: 'octo/shop' } }, base: { repo: { full_name: 'octo/shop' } } } }
  const pull = await runner.run({ event: { name: 'pull_request', ref: 'refs/pull/7/merge', payload } })
  expect(pull.outputs).toMatchObject({ 'matched-snapshot': base.outputs['snapshot-id'], 'bytes-new': '0' })
  const paths = (await runner.snapshots()).map((snapshot) => snapshot.source.path)
  expect(paths.sort()).toEqual(['/octo/shop', '/octo/shop/node-20', '/octo/shop/pull/7'])
})

it.each([
  ['error', 1, 'failed'],
  ['warn', 0, 'created'],
  ['ignore', 0, 'created'],
])('goes on with the other sources when one is missing and on-missing-source is %s', async (word, exitCode, status) => {
  const runner = shop()
  const result = await runner.run({ inputs: { sources: 'absent\nsrc', 'on-missing-source': word } })
  expect([result.exitCode, result.outputs['status'], result.outputs['snapshot-count']]).toEqual([exitCode, status, '1'])
  const annotations = result.annotations.filter((annotation) => annotation.value.includes('absent')).map(({ name }) => name)
  expect(annotations).toEqual([{ error: 'error', warn: 'warning', ignore: 'notice' }[word]])
})

it('saves the snapshot without a file that cannot be read, and ends with 3', async ({ skip }) => {
  skip(process.getuid?.() === 0, 'unreadable files: root reads every file')
  const runner = shop()
  runner.file('secret.key', 'x', 0o000)
  const result = await runner.run()
  expect([result.exitCode, result.outputs['status'], result.outputs['snapshot-count']]).toEqual([3, 'partial', '1'])
  expect(result.log).toContain('CAIRN_SNAPSHOT_PARTIAL: 1 entry of . could not be stored: secret.key')
})

it.each([
  ['error', 3, 'partial'],
  ['warn', 0, 'created'],
  ['ignore', 0, 'created'],
])('saves what it can when one of two names cannot be kept apart and on-unreadable-file is %s', async (word, exitCode, status) => {
  const runner = shop()
  for (const byte of [0xfe, 0xff]) {
    const plain = runner.file(`plain-${byte}`, 'x')
    renameSync(plain, Buffer.concat([Buffer.from(`${runner.workspace}/name-`), Buffer.from([byte])]))
  }
  const result = await runner.run({ inputs: { 'on-unreadable-file': word } })
  expect([result.exitCode, result.outputs['status'], result.outputs['snapshot-count']]).toEqual([exitCode, status, '1'])
  expect(result.annotations.some(({ value }) => value.includes('could not be stored'))).toBe(word !== 'ignore')
  expect(result.annotations.some(({ name }) => name === 'error')).toBe(word === 'error')
})

it('stops an upload at once on SIGINT, without a snapshot, and the next run starts anew', async () => {
  const runner = shop()
  // 8 GiB without blocks on the disk: much longer to read than the test may take.
  const large = runner.file('large.img', '')
  truncateSync(large, 8 * 1024 ** 3)
  const step = runner.start()
  await step.waitFor('Snapshotting .')
  const startedMs = performance.now()
  step.child.kill('SIGINT')
  const result = await step.result
  expect(performance.now() - startedMs).toBeLessThan(7_500)
  expect([result.exitCode, result.outputs['status'], result.outputs['snapshot-count']]).toEqual([130, 'cancelled', '0'])
  expect(result.lines.filter((line) => line !== '').at(-1)).toMatch(/^Cancelled/)
  expect(await runner.snapshots()).toEqual([])
  truncateSync(large, 0)
  expect((await runner.run()).outputs['status']).toBe('created')
})

it('keeps copies of what it read in the folder of cache-path, which is no part of the snapshot', async () => {
  const runner = shop()
  const inputs = { 'cache-path': '.kept/cairn' }
  expect((await runner.run({ inputs })).exitCode).toBe(0)
  await runner.run({ inputs })
  // The folder that holds it is there by now.
  const third = await runner.run({ inputs })
  expect(readdirSync(join(runner.workspace, '.kept/cairn'))).toContain('CACHEDIR.TAG')
  expect(third.outputs).toMatchObject({ status: 'unchanged', 'files-changed': '0' })
  expect(third.log).not.toContain('The cache in')
  expect(existsSync(join(await runner.restore(third.outputs['snapshot-id'] ?? ''), '.kept/cairn'))).toBe(false)
})

it('uses the connection that KOPIA_CONFIG_PATH names when no input says where the repository is', async () => {
  const runner = shop()
  await runner.run()
  // Connects with a file of its own.
  await runner.cairn('snapshot', 'list')
  const env = { KOPIA_CONFIG_PATH: join(runner.folder, 'look/repository.config'), RUNNER_ENVIRONMENT: 'github-hosted' }
  const result = await runner.run({ inputs: { repository: '' }, env })
  expect([result.exitCode, result.outputs['status']]).toEqual([0, 'unchanged'])
  expect(await runner.snapshots()).toHaveLength(2)
  const lost = await runner.run({ inputs: { repository: '' }, env: { ...env, KOPIA_CONFIG_PATH: join(runner.folder, 'no.config') } })
  expect([lost.exitCode, lost.log.includes('CAIRN_NOT_CONNECTED')]).toEqual([10, true])
})
