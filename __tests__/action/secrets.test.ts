import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fakeRunner, PASSWORD } from '../support/fake-runner.ts'

/** Ways in which a password turns up in output that somebody did not mean to print. */
function derivations(secret: string): readonly string[] {
  const bytes = Buffer.from(secret)
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    Buffer.concat([Buffer.from('x'), bytes])
      .toString('base64')
      .slice(4, -4),
    Buffer.concat([Buffer.from('xy'), bytes])
      .toString('base64')
      .slice(4, -4),
    Buffer.from(`user:${secret}`).toString('base64').slice(8, -4),
  ]
}

it('shows the password in no form: not in the log, the outputs, the state, the summary, the report or the environment', async () => {
  const runner = fakeRunner()
  runner.file(`src/${PASSWORD.replaceAll('/', '-')}.txt`, 'a')
  runner.file('src/leak.txt', PASSWORD)
  // The hook learns the password from a file of the workspace, and prints it in the forms above.
  const printed = derivations(PASSWORD).map((form) => `printf '%s\\n' 'here: ${form}'`)
  runner.file('.github/leak.sh', `#!/bin/sh\n${printed.join('\n')}\nexit 7\n`, 0o755)
  runner.policy('version: 1\nsources: [./src]\njob:\n  before: [{file: leak.sh, mode: optional}]\n')
  const result = await runner.run({ inputs: { 'enable-actions': 'true', password: ` ${PASSWORD}\n` } })
  expect(result.exitCode).toBe(0)
  expect(result.log).toContain('here: ***')
  const log = result.lines.filter((line) => !line.startsWith('::add-mask::')).join('\n')
  const report = readFileSync(result.outputs['report-json'] ?? '', 'utf8')
  const written = { log, report, summary: result.summary, ...result.files }
  for (const [place, text] of Object.entries(written)) {
    for (const form of derivations(PASSWORD))
      expect.soft({ place, form, isShown: text.includes(form) }).toEqual({ place, form, isShown: false })
  }
  // Masked before anything else was printed.
  const firstOther = result.lines.findIndex((line) => !line.startsWith('::add-mask::'))
  expect(result.lines.slice(0, firstOther)).toContain(`::add-mask::${PASSWORD}`)
  expect(result.lines.slice(firstOther).filter((line) => line === `::add-mask::${PASSWORD}`)).toEqual([])
})

it('masks the password also when another input is wrong', async () => {
  const result = await fakeRunner().run({ inputs: { summary: 'perhaps' } })
  expect(result.lines[0]).toBe(`::add-mask::${PASSWORD}`)
})

const FORGED = [
  '::set-output name=status::forged',
  '::SET-OUTPUT name=status::forged',
  '   ::set-output name=snapshot-id::forged',
  '\\t::save-state name=main::forged',
  '##[set-output name=status]forged',
  'text before ##[set-output name=status]forged',
  '##[SAVE-STATE name=owed]forged',
  '::set-env name=PATH::forged',
  '::add-path::forged',
  '##[add-path]forged',
  '::error file=a,line=1::forged',
  '::warning::forged',
  '::notice::forged',
  '::group::forged',
  '::endgroup::',
  '::stop-commands::forged',
  '::add-matcher::forged.json',
  '::echo::on',
  'progress\\r::set-output name=status::forged',
  '\\033[31m::error::forged\\033[0m',
  '\\302\\205::warning::forged',
  '\\342\\200\\250::warning::forged',
]

it('lets nothing that a hook prints act on the runner', async () => {
  const runner = fakeRunner()
  runner.file('src/a.txt', 'a')
  runner.file(
    '.github/forge.sh',
    `#!/bin/sh\n${FORGED.map((line) => `printf '${line}\\n'; printf '${line}\\n' >&2`).join('\n')}\nexit 5\n`,
    0o755,
  )
  runner.policy('version: 1\nsources: [./src]\njob:\n  after: [{file: forge.sh}]\n')
  const result = await runner.run({ inputs: { 'enable-actions': 'true' } })
  expect(result.exitCode).toBe(6)
  const names = new Set(result.commands.map((command) => command.name))
  for (const name of ['set-output', 'save-state', 'set-env', 'add-path', 'stop-commands', 'add-matcher', 'echo', 'warning'])
    expect([...names]).not.toContain(name)
  expect(result.annotations).toHaveLength(1)
  expect(result.commands.filter((command) => command.name === 'group').map((command) => command.value)).not.toContain('forged')
  const groups = result.commands.filter(({ name }) => name === 'group').length
  expect(result.commands.filter(({ name }) => name === 'endgroup')).toHaveLength(groups)
  expect(result.outputs['status']).toBe('failed')
  expect(result.state['main']).toBe('started')
  expect([result.files['ENV'], result.files['PATH']]).toEqual(['', ''])
})

it('lets no file name, hook name or policy text act on the runner or on the summary', async () => {
  const runner = fakeRunner()
  const names = [
    '::error::forged',
    'a\n::error::forged',
    '##[error]forged',
    '<img src=x onerror=forged>',
    '[x](javascript:forged)',
    '| pipe `tick`',
    '\r::warning::forged',
  ]
  for (const name of names) runner.file(`src/${name.replaceAll('/', '-')}`, 'a')
  runner.policy(`version: 1
sources: [./src]
policies:
  ./src:
    actions:
      beforeSnapshotRoot: {name: "::error::forged <script>", run: "exit 0"}
job:
  after: [{name: "##[error]forged @octo | x", mode: optional, run: "exit 1"}]
`)
  await runner.run({ inputs: { 'enable-actions': 'true' } })
  for (const name of names) runner.file(`src/${name.replaceAll('/', '-')}`, 'b')
  const result = await runner.run({ inputs: { 'enable-actions': 'true' } })
  expect(result.exitCode).toBe(0)
  expect(result.commands.filter(({ name }) => name === 'error')).toEqual([])
  expect(result.annotations.map(({ name }) => name)).toEqual(['warning'])
  expect(result.summary).not.toMatch(/<img|<script|\]\(javascript|^::/m)
  expect(readdirSync(join(runner.workspace, 'src'))).toHaveLength(names.length)
})
