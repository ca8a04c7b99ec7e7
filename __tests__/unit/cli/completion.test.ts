/** Completion scripts: what a shell that loads them offers, and for shells that are not here, that every name is in them. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMANDS } from '../../../src/cli/command-table.ts'
import { completionScript } from '../../../src/cli/completion/script.ts'
import { SHELLS } from '../../../src/cli/completion/shells.ts'
import { completionTree } from '../../../src/cli/completion/tree.ts'
import { GLOBAL_FLAGS } from '../../../src/cli/global-flags.ts'
import { needPeer } from '../../support/peers.ts'
import { makeTempDir, removeDir } from '../../support/temp-dir.ts'

let dir: string
beforeAll(async () => {
  dir = await makeTempDir('completion')
})
afterAll(() => removeDir(dir))

/** From a file: a script is longer than an argument may be. */
const run = (program: string, script: string, ...flags: readonly string[]) => {
  const path = join(dir, 'script')
  writeFileSync(path, script)
  const { status, stdout, stderr } = spawnSync(program, [...flags, path], { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return stdout
}

/** Command line, cut into words as the shell cuts it, the last one being typed -> what is offered for it. */
const CASES: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['cairn', 'resto'], ['restore']],
  [
    ['cairn', 'repository', 'set'],
    ['set-client', 'set-parameters'],
  ],
  [['cairn', 'repo', 'dis'], ['disconnect']],
  [
    ['cairn', 'repo', 'status', '--recon'],
    ['--reconnect-token', '--reconnect-token-with-password'],
  ],
  [['cairn', '--config-file', 'snapshot', 'repo', 'dis'], ['disconnect']],
  [['cairn', 'repository', 'set-params', '--retention-mode', 'G'], ['GOVERNANCE']],
  [['cairn', 'repository', 'status', '--log-level', 'de'], ['debug']],
  [['cairn', 'completion', 'f'], ['fish']],
  [['cairn', 'repository', 'sync-to', 'filesystem', '--no-up'], ['--no-update']],
]

describe('bash [bash]', () => {
  const script = completionScript('bash', COMMANDS)
  const offered = (words: readonly string[]) => {
    const list = words.map((word) => `'${word}'`).join(' ')
    const ask = `COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _cairn; printf '%s\\n' "\${COMPREPLY[@]}"`
    return run('bash', `${script}\n${ask}`, '--norc').split('\n').filter(Boolean)
  }

  it.for(CASES)('offers for %j what can follow', ([words, expected], context) => {
    needPeer('bash', context)
    expect(offered(words)).toEqual(expected)
  })

  it('understands a value behind a sign of equality, which bash makes a word of its own', (context) => {
    needPeer('bash', context)
    expect(offered(['cairn', 'repo', 'status', '--log-level', '=', 'w'])).toEqual(['warning'])
    expect(offered(['cairn', '--log-level', '=', 'debug', 'repo', 'dis'])).toEqual(['disconnect'])
  })

  it('offers every command of a group when nothing is typed yet', (context) => {
    needPeer('bash', context)
    expect(offered(['cairn', 'repo', 'throttle', ''])).toEqual(['get', 'set'])
  })
})

describe('fish [fish]', () => {
  const script = completionScript('fish', COMMANDS)

  it('offers what can follow', (context) => {
    needPeer('fish', context)
    for (const [words, expected] of CASES) {
      const lines = run('fish', `${script}\ncomplete -C '${words.join(' ')}'`, '--no-config')
        .split('\n')
        .filter(Boolean)
      expect(lines.map((line) => line.split('\t')[0])).toEqual([...expected].sort())
    }
  })
})

describe('zsh [zsh]', () => {
  const script = completionScript('zsh', COMMANDS)

  it('reads the script without complaint', (context) => {
    needPeer('zsh', context)
    expect(run('zsh', script, '-f', '-n')).toBe('')
  })

  // The functions of its completion system, which themselves leave what does not begin with the word being typed.
  const system = `
    compdef() { : }
    compset() { : }
    compadd() { print -l -- "\${(@P)2}" }
    _describe() { print -l -- "\${(@)\${(@P)@[-1]}%%:*}" }
    _files() { print files }`
  const offered = (words: readonly string[]) => {
    const list = words.map((word) => `'${word}'`).join(' ')
    const typed = words.at(-1)?.replace(/^--[^=]*=/, '') ?? ''
    return run('zsh', `${system}\n${script}\nwords=(${list}); CURRENT=${words.length}; _cairn`, '-f')
      .split('\n')
      .filter((line) => line !== '' && line.startsWith(typed))
  }

  it.for(CASES)('offers for %j what can follow', ([words, expected], context) => {
    needPeer('zsh', context)
    expect(offered(words)).toEqual(expected)
  })

  it('offers files where any word will do, and values behind a sign of equality', (context) => {
    needPeer('zsh', context)
    expect(offered(['cairn', 'repo', 'status', '--log-level=w'])).toEqual(['warning'])
    expect(offered(['cairn', 'snapshot', 'create', ''])).toEqual(['files'])
  })
})

describe.each(SHELLS)('the script for %s', (shell) => {
  const script = completionScript(shell, COMMANDS)
  /** The quoted words, unquoted as the shell does. */
  const quoted = (text: string) => {
    const pattern = { bash: /'(?:[^']|'\\'')*'/g, zsh: /'(?:[^']|'\\'')*'/g, fish: /'(?:[^'\\]|\\.)*'/g, powershell: /'(?:[^']|'')*'/g }[
      shell
    ]
    return text.match(pattern) ?? []
  }

  it('holds every command, every flag and every choice', () => {
    const words = new Set(quoted(script).flatMap((word) => word.slice(1, -1).split(/[ :]/)))
    const commands = COMMANDS.filter(({ isRefused }) => isRefused !== true)
    const flags = [...commands.flatMap((spec) => spec.flags), ...GLOBAL_FLAGS].filter(
      ({ refusal }) => refusal?.allows !== undefined || refusal === undefined,
    )
    const name = (flag: { name: string }) => (shell === 'fish' ? flag.name : `--${flag.name}`)
    expect(flags.filter((flag) => !words.has(name(flag))).map(name)).toEqual([])
    expect(flags.flatMap((flag) => flag.choices ?? []).filter((choice) => !words.has(choice))).toEqual([])
    expect(commands.flatMap(({ path }) => path).filter((word) => !words.has(word))).toEqual([])
  })

  it('has no quote outside of quoted words, so that no help text can end one', () => {
    const code = script
      .split('\n')
      .filter((line) => !line.trimStart().startsWith('#'))
      .join('\n')
    const quotes = quoted(code).reduce((rest, word) => rest.replace(word, ''), code)
    expect(quotes.match(/'/g)).toBeNull()
  })

  it('opens as many brackets as it closes', () => {
    const bare = quoted(script).reduce((rest, word) => rest.replace(word, ''), script)
    const count = (mark: string) => bare.split(mark).length - 1
    expect(count('{')).toBe(count('}'))
    if (shell === 'powershell') expect(count('(')).toBe(count(')'))
  })
})

it('knows the other names of every word of a path', () => {
  const node = completionTree(COMMANDS).nodes.find(({ path }) => path === 'repository set-parameters')
  expect(node?.otherPaths).toEqual(['repository set-params', 'repo set-parameters', 'repo set-params'])
})
