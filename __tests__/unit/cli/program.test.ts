/** Parsing of the command line from the table of commands. */
import { describe, expect, it } from 'vitest'
import type { CommandSpec } from '../../../src/cli/command-spec.ts'
import { COMMANDS } from '../../../src/cli/command-table.ts'
import { GLOBAL_FLAGS } from '../../../src/cli/global-flags.ts'
import { parseCommandLine } from '../../../src/cli/program.ts'
import { CairnError } from '../../../src/errors.ts'

const parse = (argv: readonly string[], env: Record<string, string> = {}) => parseCommandLine(COMMANDS, argv, env, 'cairn 1.2.3')

async function command(argv: readonly string[], env?: Record<string, string>) {
  const parsed = await parse(argv, env)
  if (parsed.kind !== 'command') throw new Error('That is no command.')
  return parsed
}

async function failure(argv: readonly string[]): Promise<CairnError> {
  const error = await parse(argv).catch((thrown: unknown) => thrown)
  if (error instanceof CairnError) return error
  throw new Error('That was accepted.')
}

const words = (spec: CommandSpec) => spec.path.join(' ')

describe('parsing', () => {
  it('finds commands by their words and their aliases', async () => {
    expect(words((await command(['snapshot', 'list'])).spec)).toBe('snapshot list')
    expect(words((await command(['snapshot', 'ls'])).spec)).toBe('snapshot list')
    expect(words((await command(['ls', 'k1'])).spec)).toBe('list')
    expect(words((await command(['cat', 'k1'])).spec)).toBe('show')
    expect(words((await command(['snap', 'ls'])).spec)).toBe('snapshot list')
    expect(words((await command(['repo', 'status'])).spec)).toBe('repository status')
  })

  it('means the same by words that are names of other commands as well', async () => {
    expect(words((await command(['restore', 'snapshot', 'list'])).spec)).toBe('restore')
    expect(words((await command(['snapshot', 'list', 'restore'])).spec)).toBe('snapshot list')
    expect(words((await command(['--config-file', 'list', 'snapshot', 'verify'])).spec)).toBe('snapshot verify')
    expect((await failure(['snapshot', 'lst', 'list'])).message).toBe("Unknown command 'lst'.")
  })

  it('takes flags of every command before and behind its name', async () => {
    for (const argv of [
      ['--config-file', 'x', 'repository', 'status'],
      ['repository', 'status', '--config-file=x'],
    ]) {
      expect((await command(argv)).globals.text('config-file')).toBe('x')
    }
  })

  it('prefers a flag to its variable, and the variable to nothing', async () => {
    const env = { KOPIA_CONFIG_PATH: 'from-variable', KOPIA_PERSIST_CREDENTIALS_ON_CONNECT: 'true' }
    expect((await command(['repository', 'status'], env)).globals.text('config-file')).toBe('from-variable')
    expect((await command(['repository', 'status', '--config-file', 'flag'], env)).globals.text('config-file')).toBe('flag')
    expect((await command(['repository', 'status'], env)).globals.choice('persist-credentials')).toBe(true)
    expect((await command(['repository', 'status', '--no-persist-credentials'], env)).globals.choice('persist-credentials')).toBe(false)
  })

  it('keeps three states of a switch apart: on, off, not given', async () => {
    expect((await command(['run'])).input.choice('enable-actions')).toBeUndefined()
    expect((await command(['run', '--enable-actions'])).input.choice('enable-actions')).toBe(true)
    expect((await command(['run', '--no-enable-actions'])).input.choice('enable-actions')).toBe(false)
    expect((await command(['snapshot', 'list'])).input.choice('retention')).toBe(true)
    expect((await command(['snapshot', 'list', '--no-retention'])).input.choice('retention')).toBe(false)
  })

  it('collects repeated flags and arguments in order', async () => {
    const { input } = await command(['snapshot', 'create', 'a', 'b', '--tags', 'x:1', '--tags=y:2'])
    expect(input.arguments('source')).toEqual(['a', 'b'])
    expect(input.list('tags')).toEqual(['x:1', 'y:2'])
  })

  it('takes short flags together, and a value that starts with a dash behind an equals sign', async () => {
    const { input } = await command(['ls', '-lro', 'k1'])
    expect([input.isOn('long'), input.isOn('recursive'), input.isOn('show-object-id')]).toEqual([true, true, true])
    expect((await command(['run', '--source-suffix=-x'])).input.text('source-suffix')).toBe('-x')
  })
})

describe('what cannot be parsed', () => {
  it.each([
    [['run', '--enable-action'], '--enable-actions'],
    [['snapshto', 'list'], 'snapshot'],
    [['snapshot', 'lst'], 'list'],
    [['restore', 'k1', 'target', '--skip-owner'], '--skip-owners'],
  ])('suggests what was meant by %j', async (argv, meant) => {
    const error = await failure(argv)
    expect(error.code).toBe('CAIRN_USAGE')
    expect(error.hint).toContain(meant)
  })

  it.each([
    [['show'], "Missing required argument 'object-path'."],
    [['show', 'a', 'b'], 'Too many arguments'],
    [['run', '--on-missing-source', 'maybe'], 'Allowed choices are error, warn, ignore.'],
    [['run', '--repository'], 'argument missing'],
    [[], 'A command is missing.'],
    [['repository', 'create'], 'A command is missing.'],
  ])('says what is wrong with %j', async (argv, message) => {
    const error = await failure(argv)
    expect(error.message).toContain(message)
    expect(error.hint).toBeTruthy()
  })
})

describe('hints', () => {
  it.each([
    [['show'], 'Run "cairn show --help".'],
    [['snap', 'create', '--bogus'], 'Run "cairn snapshot create --help".'],
    [['repository', 'create'], 'Run "cairn repository create --help".'],
    [['cache', 'prefetch'], 'Stock "kopia" does it'],
    [['help', 'snapshto'], 'snapshot'],
  ])('of %j lead on', async (argv, hint) => {
    expect((await failure(argv)).hint).toContain(hint)
  })
})

describe('help', () => {
  it('of a command of a group is the same with the word in front', async () => {
    expect(await parse(['help', 'snapshot', 'create'])).toEqual(await parse(['snapshot', 'create', '--help']))
  })

  it('prints the version', async () => {
    expect(await parse(['--version'])).toEqual({ kind: 'text', text: 'cairn 1.2.3\n' })
  })

  it.each(COMMANDS.map((spec) => [words(spec), spec] as const))(
    'of %s names every flag, both forms of a switch, and every argument',
    async (_, spec) => {
      const parsed = await parse([...spec.path, '--help'])
      if (parsed.kind !== 'text') throw new Error('That is no help.')
      for (const flag of spec.flags.filter(({ isHidden }) => isHidden !== true))
        expect(parsed.text).toContain(`--${flag.isNegatable ? '[no-]' : ''}${flag.name}`)
      for (const argument of spec.arguments ?? []) expect(parsed.text).toContain(argument.name)
      for (const example of spec.examples ?? []) expect(parsed.text).toContain(example)
    },
  )

  it('is printed for every command at once with --help-full, and with --help-long without hidden flags', async () => {
    const parsed = await parse(['--help-full'])
    const long = await parse(['--help-long'])
    for (const spec of COMMANDS) {
      for (const text of [parsed, long]) expect(text).toMatchObject({ text: expect.stringContaining(`Usage: cairn ${words(spec)}`) })
    }
    expect(long).toMatchObject({ text: expect.not.stringContaining('--timezone') })
  })

  it('shows a form with --no- only of switches that this very command can turn off', async () => {
    expect(await parse(['repository', 'sync-to', 'filesystem', '--help'])).toMatchObject({
      text: expect.stringMatching(/--\[no-\]update [\s\S]* --delete /),
    })
  })

  it('takes every switch back with --no-, as Kopia does', async () => {
    expect((await command(['repository', 'sync-to', 'filesystem', '--delete', '--no-delete'])).input.isOn('delete')).toBe(false)
    expect((await command(['repository', 'sync-to', 'filesystem'])).input.choice('delete')).toBeUndefined()
  })

  it('of the program names the flags of every command, and hidden ones only with --help-full', async () => {
    const parsed = await parse(['--help'])
    const full = await parse(['--help-full'])
    if (parsed.kind !== 'text' || full.kind !== 'text') throw new Error('That is no help.')
    for (const { name, isHidden } of GLOBAL_FLAGS) {
      const form = new RegExp(`--(?:\\[no-\\])?${name}[ \\n]`)
      expect(form.test(parsed.text), name).toBe(isHidden !== true)
      expect(full.text).toMatch(form)
    }
  })
})
