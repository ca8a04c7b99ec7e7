/** How `policy set` stores hooks: the cases 1 to 13 of the study of kopia's hooks, as typed on the command line. */
import { describe, expect, it } from 'vitest'
import { encodePolicy } from '../../src/policy/native-json.ts'
import type { Policy } from '../../src/policy/policy.ts'
import { findPolicy } from '../../src/snapshot/policies.ts'
import { utf8 } from '../../src/util/bytes.ts'
import { fakeRepository } from '../support/fake-repository.ts'
import { policySet, setFlags } from '../support/policy-command.ts'

const GLOBAL = { kind: 'global' } as const

/** The hook before the source that a command string becomes. */
async function stored(command: string, ...more: readonly string[]) {
  const { policy, messages } = await setFlags([`--before-snapshot-root-action=${command}`, ...more])
  return { hook: policy.actions?.beforeSnapshotRoot, messages }
}

describe('a command string', () => {
  it('case 1: double quotes around a whole field keep its blanks', async () => {
    expect((await stored('H "a b" c')).hook).toEqual({ path: 'H', args: ['a b', 'c'], timeout: 300, mode: 'essential' })
  })

  it('case 2: single quotes are plain characters', async () => {
    expect((await stored("H 'a b'")).hook?.args).toEqual(["'a", "b'"])
  })

  it('case 3: further blanks are empty arguments, with a warning', async () => {
    const { hook, messages } = await stored('H  a ')
    expect(hook?.args).toEqual(['', 'a', ''])
    expect(messages.filter((message) => message.startsWith('warning'))).toMatchObject([expect.stringContaining('empty argument')])
    expect((await stored('H ""')).messages.filter((message) => message.startsWith('warning'))).toEqual([])
  })

  it('case 4: a quote inside a field is refused, and the old policy stays', async () => {
    const repository = fakeRepository()
    await policySet(repository, ['--global', '--before-folder-action=old'])
    await expect(policySet(repository, ['--global', '--before-folder-action=H --x="a b"'])).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
    expect((await findPolicy(repository, GLOBAL))?.policy.actions?.beforeFolder?.path).toBe('old')
  })

  it('case 5: two quotes inside a quoted field are one', async () => {
    expect((await stored('H "a ""q"" b"')).hook?.args).toEqual(['a "q" b'])
  })

  it('case 6: a second line is refused, where kopia drops it', async () => {
    await expect(stored('H a\nrm b')).rejects.toThrow(/several lines/)
  })

  it('case 7: nothing is expanded', async () => {
    expect((await stored('H $HOME && x')).hook?.args).toEqual(['$HOME', '&&', 'x'])
  })

  it('case 8: a leading blank is refused, where kopia stores a hook that always fails', async () => {
    await expect(stored(' H a')).rejects.toThrow(/starts with a blank/)
  })
})

describe('removing and switching off', () => {
  const before: Policy = { actions: { beforeSnapshotRoot: { path: 'H' }, beforeFolder: { path: 'F' } } }

  it('case 9: none switches a root hook off, an inherited one too, and removes a folder hook', async () => {
    const { policy } = await setFlags(['--before-snapshot-root-action=none', '--before-folder-action=none'], before)
    expect(policy.actions).toEqual({ beforeSnapshotRoot: { script: ':', timeout: 300, mode: 'optional' } })
    expect((await setFlags(['--before-snapshot-root-action=inherit'], before)).policy.actions?.beforeSnapshotRoot).toBeUndefined()
    await expect(setFlags(['--before-folder-action=inherit'], before)).rejects.toThrow(/never inherited/)
  })

  it('case 10: an empty text removes a hook, and removing nothing is fine', async () => {
    const { policy } = await setFlags(['--before-snapshot-root-action=', '--after-folder-action='], before)
    expect(encodePolicy(policy)).toContain('"actions":{"beforeFolder":{"path":"F"}}')
    expect((await setFlags(['--before-snapshot-root-action', '-', '--keep-latest=1'], before)).policy.actions).toEqual(before.actions)
  })

  it('case 11: mode and timeout alone are no change', async () => {
    await expect(setFlags(['--action-command-mode=optional', '--action-command-timeout=9s'], before)).rejects.toThrow(
      /No changes are specified/,
    )
  })
})

describe('timeout, mode and script', () => {
  it('case 12: a timeout below a second, or of part of a second, is refused, where kopia stores none', async () => {
    for (const timeout of ['500ms', '1500ms', '0', '-5s', '5', '25h']) {
      await expect(stored('H', `--action-command-timeout=${timeout}`)).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
    }
    expect((await stored('H', '--action-command-timeout=1h1m', '--action-command-mode=async')).hook).toMatchObject({
      timeout: 3660,
      mode: 'async',
    })
    await expect(stored('H', '--action-command-mode=Essential')).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
  })

  it('case 13: a script of 32,000 bytes is stored and one of 32,001 is not, counted in bytes', async () => {
    const scripts = {
      fits: utf8(`#${'x'.repeat(31_998)}\n`),
      not: utf8(`#${'ä'.repeat(15_999)}\n\n`),
      empty: new Uint8Array(0),
      binary: Uint8Array.of(35, 0),
      latin: Uint8Array.of(35, 0xe4),
    }
    const persist = (path: string) => setFlags([`--after-folder-action=${path}`, '--persist-action-script'], {}, scripts)
    expect((await persist('fits')).policy.actions?.afterFolder).toMatchObject({ script: `#${'x'.repeat(31_998)}\n`, mode: 'essential' })
    expect(scripts.not).toHaveLength(32_001)
    for (const path of ['not', 'empty', 'binary', 'latin']) await expect(persist(path)).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
  })
})
