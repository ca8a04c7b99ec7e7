/** What the command line prints in a step of a workflow: names that others chose never act as workflow commands. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { jsonWithoutCommands, printText } from '../../../src/cli/harmless.ts'
import { terminalLog } from '../../../src/cli/terminal-log.ts'
import { MaskSet } from '../../../src/hooks/masks.ts'
import { runInProcess } from '../../support/cli-in-process.ts'
import { runnerCommands } from '../../support/runner-commands.ts'
import { tempDir } from '../../support/temp-dir.ts'

const NAMES = [
  '::error::pwn',
  '  ::set-output name=x::pwn',
  'a##[error]pwn',
  'a\n::add-mask::pwn',
  'a\r##[group]pwn',
  '\t::stop-commands::pwn',
]

describe('a text that others chose', () => {
  it.each(NAMES)('is a command for the runner, and none when printed or logged: %j', (name) => {
    expect(runnerCommands(name)).not.toEqual([])
    const written: string[] = []
    const log = (isJson: boolean, hasColour: boolean) =>
      terminalLog({ level: 'debug', hasColour, isJson, beforeLine: () => {}, write: (text) => written.push(text) }, new MaskSet())
    for (const isJson of [true, false]) {
      for (const level of ['debug', 'info', 'notice', 'warning', 'error'] as const) log(isJson, !isJson)[level](name)
    }
    printText({ print: (line) => written.push(`${line}\n`) }, name)
    written.push(jsonWithoutCommands(JSON.stringify({ [name]: name }, null, 2)))
    expect(runnerCommands(written.join(''))).toEqual([])
  })

  it.each(NAMES)('is the same in JSON: %j', (name) => {
    const value = { [name]: [name, `#${name}`, `\\${name}`, `#${'##[x]'.repeat(3)}`] }
    expect(JSON.parse(jsonWithoutCommands(JSON.stringify(value)))).toEqual(value)
  })

  it('is none where hiding a secret joins what was apart', () => {
    const masks = new MaskSet()
    masks.add('SECRETVALUE')
    const written: string[] = []
    const log = terminalLog({ level: 'info', hasColour: false, beforeLine: () => {}, write: (text) => written.push(text) }, masks)
    log.info('##SECRETVALUE##[error]pwn')
    expect(runnerCommands(written.join(''))).toEqual([])
  })
})

describe('the report of a run', () => {
  it('begins with no command, whatever its sources and files are called', async () => {
    const dir = join(await tempDir(), '::error::pwn')
    const sources = ['::error::pwn', 'x##[error]pwn', 'x\n::warning::pwn', '::notice::missing']
    const names = ['::error::file', 'y##[set-output name=x]pwn']
    for (const path of sources.slice(0, 3).flatMap((source) => names.map((name) => join(dir, source, name)))) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, 'text')
    }
    const place = ['--repository', join(dir, 'repository'), '--create-repository']
    const cli = (verb: string, ...argv: string[]) =>
      runInProcess([verb, ...place, ...argv], { dir, configPath: join(dir, 'none.config'), password: 'a password' })
    const given = sources.flatMap((source) => ['--source', source])
    const planned = await cli('plan', ...given.slice(0, 6))
    const first = await cli('run', ...given)
    writeFileSync(join(dir, '::error::pwn', '::error::file'), 'another text')
    const second = await cli('run', '--source', '::error::pwn')
    const json = await cli('run', '--json', ...given)
    for (const { stdout } of [planned, first, second, json]) expect(runnerCommands(stdout)).toEqual([])
    expect(first.stdout).toContain(': :error::pwn: snapshot created\n')
    expect(JSON.parse(json.stdout).sources.map(({ label }: { label: string }) => label)).toEqual(sources)
  })
})

describe('a finding in a policy file', () => {
  it('shows the line of the file, and no command in it', async () => {
    const dir = await tempDir()
    mkdirSync(join(dir, '.github'))
    writeFileSync(join(dir, '.github/cairn.yml'), 'version: 1\npolicies:\n  "x##[error]pwn": {}\n')
    const options = { dir, configPath: join(dir, 'none.config'), password: 'a password' }
    const text = await runInProcess(['validate'], options)
    expect(text.stdout).toContain('P020')
    const json = await runInProcess(['validate', '--json'], options)
    expect(JSON.parse(json.stdout).diagnostics[0].path).toContain('x##[error]pwn')
    for (const { stdout } of [text, json]) expect(runnerCommands(stdout)).toEqual([])
  })
})
