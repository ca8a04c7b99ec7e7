/** The files that name the inputs and outputs of the action agree. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { outputsOf } from '../../src/action/outputs.ts'
import { STATUS_WORDS } from '../../src/report/words.ts'

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

interface Part {
  readonly description?: string
  readonly default?: string
  readonly type?: string
  readonly 'allowed-values'?: readonly string[]
}
interface ActionFile {
  readonly inputs: Readonly<Record<string, Part>>
  readonly outputs: Readonly<Record<string, Part>>
  readonly runs?: Readonly<Record<string, string>>
}

const action: ActionFile = parse(read('action.yml'))
const types: ActionFile = parse(read('action-types.yml'))
const docs = read('docs/action.md')

/** Names in the first column of the table below a heading, with the second column. */
function table(heading: string): Map<string, string> {
  const section = docs.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return new Map([...section.matchAll(/^\| `([\w-]+)` \|([^|]*)\|/gm)].map(([, name = '', second = '']) => [name, second.trim()]))
}

describe('inputs', () => {
  it('are the same in action.yml, action-types.yml, docs/action.md and the code', () => {
    const names = Object.keys(action.inputs)
    expect(Object.keys(types.inputs)).toEqual(names)
    expect([...table('Inputs').keys()]).toEqual(names)
    const code = [...read('src/action/inputs.ts').matchAll(/(?:getInput|getMultilineInput|readSwitch|readWord(?:<\w+>)?)\('([\w-]+)'/g)]
    expect([...new Set(code.map((match) => match[1]))].sort()).toEqual([...names].sort())
  })

  it('have the documented defaults', () => {
    for (const [name, fallback] of table('Inputs')) {
      expect({ name, fallback }).toEqual({
        name,
        fallback: action.inputs[name]?.default === undefined ? '' : `\`${action.inputs[name].default}\``,
      })
    }
  })

  it('have one sentence or two for a description', () => {
    for (const [name, { description }] of Object.entries({ ...action.inputs, ...action.outputs }))
      expect({ name, length: description?.length }).toMatchObject({
        length: expect.toSatisfy((length: number) => length > 20 && length < 260),
      })
  })
})

describe('outputs', () => {
  it('are the same in action.yml, action-types.yml, docs/action.md and the code', () => {
    const names = Object.keys(action.outputs)
    expect(Object.keys(types.outputs)).toEqual(names)
    expect([...table('Outputs').keys()]).toEqual(names)
    const report = { sources: [], status: 'failed' }
    // Only what decides the names is filled in.
    expect(Object.keys(outputsOf(report as unknown as Parameters<typeof outputsOf>[0], ''))).toEqual(names)
  })

  it('list every status', () => {
    const words = Object.keys(STATUS_WORDS)
    expect(types.outputs['status']?.['allowed-values']).toEqual(words)
    expect([...table('Statuses').keys()]).toEqual(words)
    for (const word of words) expect(action.outputs['status']?.description).toContain(`\`${word}\``)
  })
})

it('runs the same bundle as main and, always, as post', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/action/index.js', post: 'dist/action/index.js', 'post-if': 'always()' })
})
