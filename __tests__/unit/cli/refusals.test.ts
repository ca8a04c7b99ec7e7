/** What only Kopia has is refused by name, whatever is given with it, and never by a usage error. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../../src/cli/command-table.ts'
import type { KopiaNames } from '../../../src/cli/compatibility.ts'
import { completionTree } from '../../../src/cli/completion/tree.ts'
import type { CliContext } from '../../../src/cli/context.ts'
import { parseCommandLine } from '../../../src/cli/program.ts'

// The file is ours, so its shape is known.
const names = JSON.parse(readFileSync(join(import.meta.dirname, '../../../scripts/kopia-commands.json'), 'utf8')) as KopiaNames
const parse = (argv: readonly string[], env: Record<string, string> = {}) => parseCommandLine(COMMANDS, argv, env, 'cairn')

describe('commands', () => {
  const refused = names.commands.filter(({ command }) => COMMANDS.some(({ path, isRefused }) => isRefused && path.join(' ') === command))

  it.each(refused.map(({ command, flags, aliases }) => [command, flags, aliases ?? []] as const))(
    '%s takes flags and arguments of Kopia and says that it is out of scope',
    async (command, flags, aliases) => {
      const words = command.split(' ')
      for (const last of [words.at(-1) ?? '', ...aliases]) {
        const given = flags.flatMap(({ name }) => [`--${name}`, 'value'])
        const parsed = await parse([...words.slice(0, -1), last, ...given, 'argument', 'another'])
        if (parsed.kind !== 'command') throw new Error('no command')
        // Nothing of the context is looked at.
        const run = parsed.spec.run({} as CliContext, parsed.input)
        await expect(run).rejects.toMatchObject({ code: 'CAIRN_NOT_SUPPORTED', hint: expect.stringContaining(`"kopia ${command}"`) })
      }
    },
  )

  it('are not offered, by the help or by completion, where the rest of their group is', async () => {
    expect(await parse(['--help'])).toMatchObject({ text: expect.not.stringMatching(/^ {2}(server|notification|mount)/m) })
    expect(await parse(['repository', '--help'])).toMatchObject({ text: expect.not.stringContaining('upgrade [') })
    await expect(parse(['repository'])).rejects.toMatchObject({ hint: expect.not.stringContaining('upgrade') })
    expect(completionTree(COMMANDS).nodes.some(({ path }) => /^(server|mount|notification)/.test(path))).toBe(false)
  })
})

describe('flags', () => {
  it.each([
    [['--use-keyring'], {}, 'KOPIA_USE_KEYRING'],
    [[], { KOPIA_USE_KEYRING: 'true' }, 'KOPIA_USE_KEYRING'],
    [['--error-notifications=always'], {}, 'KOPIA_SEND_ERROR_NOTIFICATIONS'],
    [[], { KOPIA_SEND_ERROR_NOTIFICATIONS: 'non-interactive' }, '--error-notifications'],
    [['--profile-mutex-fraction=3'], {}, '--profile-mutex-fraction'],
    [['--track-releasable=x'], {}, '--track-releasable'],
    [[], { KOPIA_TRACK_RELEASABLE: 'a\nb' }, '--track-releasable'],
    [['--metrics-push-addr=http://x'], {}, '--metrics-push-addr'],
    [['--content-log-file=x'], {}, '--content-log-file'],
    [['--upgrade-owner-id=x'], {}, '--upgrade-owner-id'],
    [['--otlp-trace'], {}, '--otlp-trace'],
    [['--enable-pprof'], {}, '--enable-pprof'],
  ])('%j with %j is refused', async (argv, env, hint) => {
    const error = { code: 'CAIRN_NOT_SUPPORTED', hint: expect.stringContaining(hint) }
    await expect(parse(['repository', 'status', ...argv], env)).rejects.toMatchObject(error)
    await expect(parse([...argv, 'repository', 'status'], env)).rejects.toMatchObject(error)
  })

  it.each([
    [['--no-use-keyring'], { KOPIA_USE_KEYRING: 'true' }],
    [[], { KOPIA_USE_KEYRING: 'false', KOPIA_TRACK_RELEASABLE: '' }],
    [['--error-notifications=never'], {}],
    [['--profile-blocking-rate=0', '--no-otlp-trace', '--no-enable-pprof'], {}],
    [['--metrics-push-grouping=a:b', '--metrics-push-interval=1m', '--update-check-interval=1h', '--upgrade-no-block'], {}],
  ])('%j with %j ask for nothing that is not here', async (argv, env) => {
    expect(await parse(['repository', 'status', ...argv], env)).toMatchObject({ kind: 'command' })
  })

  it('with nothing to do must still be written well', async () => {
    for (const argv of [['--update-check-interval=soon'], ['--content-log-dir-max-files=x'], ['--log-dir-max-total-size-mb=much']]) {
      await expect(parse(['repository', 'status', ...argv])).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
    }
    await expect(parse(['repository', 'status'], { KOPIA_METRICS_FORMAT: 'word' })).rejects.toThrow(
      'KOPIA_METRICS_FORMAT "word" is invalid',
    )
  })

  it('that are repeated take the lines of their variable, and what is typed instead of them', async () => {
    const groupings = async (...argv: string[]) => {
      const parsed = await parse(['repository', 'status', ...argv], { KOPIA_METRICS_PUSH_GROUPING: 'a:1\nb:2' })
      return parsed.kind === 'command' ? parsed.globals.list('metrics-push-grouping') : []
    }
    expect(await groupings()).toEqual(['a:1', 'b:2'])
    expect(await groupings('--metrics-push-grouping=c:3', '--metrics-push-grouping=d:4')).toEqual(['c:3', 'd:4'])
  })
})
