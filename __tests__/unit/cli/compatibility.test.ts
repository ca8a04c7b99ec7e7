/** docs/kopia-compatibility.md holds what the command table and the list of Kopia's names say. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../../src/cli/command-table.ts'
import { type KopiaNames, kopiaCompatibility } from '../../../src/cli/compatibility.ts'
import { KNOWN_DIFFERENCES, MISSING_REASONS } from '../../../src/cli/compatibility-notes.ts'
import { GLOBAL_FLAGS } from '../../../src/cli/global-flags.ts'

const root = join(import.meta.dirname, '../../..')
// The file is ours, so its shape is known.
const names = JSON.parse(readFileSync(join(root, 'scripts/kopia-commands.json'), 'utf8')) as KopiaNames
const text = readFileSync(join(root, 'docs/kopia-compatibility.md'), 'utf8')
const table = kopiaCompatibility(names)

describe('docs/kopia-compatibility.md', () => {
  it('says what is here; after a change run `npx tsc && node scripts/kopia-compatibility.mjs`', () => {
    expect(text.split('<!-- table -->\n\n')[1]).toBe(`${table}\n`)
  })

  it('names every command and every flag of Kopia once', () => {
    for (const { command, flags } of names.commands) {
      const rows = table.split('\n').filter((line) => line.startsWith(`| \`${command}\``))
      expect(rows, command).toHaveLength(1)
      const isHere = COMMANDS.some(({ path }) => path.join(' ') === command)
      const isRefused = COMMANDS.some((spec) => spec.isRefused === true && spec.path.join(' ') === command)
      if (isHere && !isRefused) for (const { name } of flags) expect(rows[0], command).toMatch(new RegExp(`\`--${name}[,\`]`))
    }
    for (const { name } of names.globalFlags) expect(table).toMatch(new RegExp(`^\\| \`--${name}[,\`]`, 'm'))
  })

  it('counts what is here, what is refused by name and what is missing', () => {
    const specOf = (command: string) => COMMANDS.find(({ path }) => path.join(' ') === command)
    const here = names.commands.filter(({ command }) => specOf(command) !== undefined && specOf(command)?.isRefused !== true)
    const refused = names.commands.filter(({ command }) => specOf(command)?.isRefused === true)
    const missing = names.commands.length - here.length - refused.length
    const counted = /^Cairn has (\d+) of the (\d+) commands of Kopia, refuses (\d+) by name, and misses (\d+)\./.exec(table)
    expect(counted?.slice(1).map(Number)).toEqual([here.length, names.commands.length, refused.length, missing])
    expect(refused.length).toBeGreaterThan(30)
  })

  it('says of a flag that is refused why, of one with nothing to do what that means, and of no other more than that it is here', () => {
    const rowOf = (name: string) => table.split('\n').find((line) => line.startsWith(`| \`--${name}\``))
    expect(rowOf('use-keyring')).toMatch(/KOPIA_USE_KEYRING` \| Refused: there is no keyring here/)
    expect(rowOf('update-check-interval')).toMatch(/\| Here\. Nothing to wait for/)
    expect(rowOf('log-dir-max-age')).toMatch(/\| Here \|$/)
    expect(table).not.toMatch(/^\| `--.*\| Missing \|$/m)
  })

  it('explains only commands that exist', () => {
    const known = (word: string) => names.commands.some(({ command }) => command === word || command.startsWith(`${word} `))
    expect(Object.keys(KNOWN_DIFFERENCES).filter((command) => !known(command))).toEqual([])
    expect(Object.keys(MISSING_REASONS).filter((word) => !known(word))).toEqual([])
  })
})

describe('flags that Kopia has too', () => {
  it('have the short form and the variable that Kopia gives them', () => {
    const pairs = names.commands.flatMap(({ command, flags }) => {
      const spec = COMMANDS.find(({ path }) => path.join(' ') === command)
      return flags.flatMap((flag) => {
        const ours = spec?.flags.find(({ name }) => name === flag.name)
        return ours === undefined ? [] : [{ where: `${command} --${flag.name}`, flag, ours }]
      })
    })
    const globals = names.globalFlags.flatMap((flag) => {
      const ours = GLOBAL_FLAGS.find(({ name }) => name === flag.name)
      return ours === undefined ? [] : [{ where: `--${flag.name}`, flag, ours }]
    })
    const wrong = [...pairs, ...globals].filter(({ flag, ours }) => flag.short !== ours.short || flag.env !== ours.env)
    // The variable of the password has its own place in an order of five.
    expect(wrong.map(({ where }) => where)).toEqual(['--password'])
    expect(pairs.length).toBeGreaterThan(50)
  })
})
