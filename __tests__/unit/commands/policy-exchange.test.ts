/** Policies between JSON of Kopia, the policy file and the repository, in every direction. */
import { describe, expect, it, test } from 'vitest'
import { editorText, editPolicies } from '../../../src/commands/policy/edit.ts'
import { byTargetText, mergedPolicyFile, newPolicyFile, storedPolicies } from '../../../src/commands/policy/export.ts'
import { importPolicies, policiesOfJson } from '../../../src/commands/policy/import.ts'
import type { TargetPolicy } from '../../../src/commands/policy/save.ts'
import { encodePolicy } from '../../../src/policy/native-json.ts'
import { encodePolicyMap } from '../../../src/policy/native-map.ts'
import type { Policy } from '../../../src/policy/policy.ts'
import { kopiaPolicies } from '../../../src/policyfile/kopia.ts'
import { parsePolicyFile } from '../../../src/policyfile/parse.ts'
import { findPolicy, storedLayer } from '../../../src/snapshot/policies.ts'
import { parseTarget } from '../../../src/snapshot/target-parse.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { fakeRepository } from '../../support/fake-repository.ts'
import { randomPolicies } from '../../support/random-policies.ts'

const local = { userName: 'ci', host: 'shop', workingDirectory: '/workspace' }
const identity = { userName: 'ci', host: 'shop', root: '/workspace' }

function recorder() {
  const messages: string[] = []
  const say = (text: string) => void messages.push(text)
  return { messages, info: say, warning: say, error: say }
}

const at = (target: string, policy: Policy): TargetPolicy => ({ target: parseTarget(target, local), policy })

/** The file as `policy import` reads it. */
function read(text: string) {
  const { file, diagnostics } = parsePolicyFile(utf8(text), { path: 'cairn.yml', identity })
  if (file === undefined) throw new Error(JSON.stringify(diagnostics))
  return { file, text, path: 'cairn.yml', identity, readHookFile: () => ({ ok: false, reason: 'missing' }) as const }
}

function translated(text: string, stored: readonly TargetPolicy[] = []) {
  const { file } = read(text)
  return kopiaPolicies(
    file,
    text,
    identity,
    stored.map(({ target, policy }) => storedLayer(target, policy)),
  )
}

function merged(text: string, stored: readonly TargetPolicy[], log = recorder()): string {
  const layers = stored.map(({ target, policy }) => storedLayer(target, policy))
  return mergedPolicyFile(read(text), stored, layers, log)
}

describe('JSON to YAML to JSON', () => {
  it.each(Array.from({ length: 30 }, (_, seed) => seed))('is the identity for random policies, seed %i', (seed) => {
    const policies = [...randomPolicies(seed)].map(([target, policy]) => at(target, policy))
    const text = newPolicyFile(policies, identity, recorder())
    expect(encodePolicyMap(byTargetText(translated(text).policies))).toBe(encodePolicyMap(byTargetText(policies)))
  })

  test('is tried with both forms', () => {
    const forms = Array.from({ length: 30 }, (_, seed) => {
      const policies = [...randomPolicies(seed)].map(([target, policy]) => at(target, policy))
      return newPolicyFile(policies, identity, recorder()).startsWith('version: 1')
    })
    expect(forms.filter(Boolean).length).toBeGreaterThan(5)
    expect(forms.filter((isOurs) => !isOurs).length).toBeGreaterThan(5)
  })

  test('writes the short forms of the policy file, and folds our prologue back', () => {
    const policy: Policy = {
      files: { maxFileSize: 2 ** 31 },
      scheduling: { intervalSeconds: 5400, timeOfDay: [{ hour: 3, min: 5 }] },
      compression: { compressorName: 'zstd' },
      actions: {
        beforeSnapshotRoot: { script: '#!/usr/bin/env bash\nset -e -o pipefail\ndump\n', timeout: 600, mode: 'essential' },
        afterSnapshotRoot: { script: ':', timeout: 300, mode: 'optional' },
        beforeFolder: { path: '/bin/freeze', args: ['a b'], timeout: 90, mode: 'optional' },
      },
      osSnapshots: { volumeShadowCopy: { enable: 2 } },
    }
    expect(newPolicyFile([at('(global)', {}), at('ci@shop:/x', policy)], identity, recorder())).toBe(`version: 1
policies:
  global: {}
  ci@shop:/x:
    files:
      maxFileSize: 2 GiB
    scheduling:
      interval: 90m
      timeOfDay:
        - "03:05"
    compression: zstd
    osSnapshots:
      volumeShadowCopy: when-available
    actions:
      beforeSnapshotRoot:
        shell: bash
        run: |
          dump
        timeout: 10m
        mode: essential
      afterSnapshotRoot: none
      beforeFolder:
        command:
          - /bin/freeze
          - a b
        timeout: 90s
        mode: optional
`)
  })

  test("takes Kopia's own form where a nested folder would inherit something, and says why", () => {
    const policies = [
      at('ci@shop:/srv', { compression: { compressorName: 'zstd' } }),
      at('ci@shop:/srv/n', { splitter: { algorithm: 'FIXED-1M' } }),
    ]
    const text = newPolicyFile(policies, identity, recorder())
    expect(text).toMatch(/^# Policies in Kopia's own form/)
    expect(text).not.toContain('version: 1\n')
    expect(encodePolicyMap(byTargetText(translated(text).policies))).toBe(encodePolicyMap(byTargetText(policies)))
  })

  test('names what the validator will not take', () => {
    const log = recorder()
    newPolicyFile([at('@h', { retention: { keepDaily: -3 } })], identity, log)
    expect(log.messages).toEqual([expect.stringContaining('P050')])
  })
})

const FILE = `version: 1
# who we are
source: {user: ci, host: shop, root: /workspace}
sources: [./data]
policies:
  global:
    retention: {keepDaily: 14} # two weeks
    compression: zstd
  ./data:
    # not these
    files:
      ignore:
      - "*.tmp"
    keep-times: unchanged
    actions:
      beforeSnapshotRoot:
        name: Dump
        shell: bash
        timeout-minutes: 10
        env: {PGSERVICE: shop}
        run: |
          dump
  ./data/sub:
    splitter: FIXED-1M
`

describe('the policy file to the repository', () => {
  test('writes out what a nested folder inherits, and names what is left out', () => {
    const { policies, dropped } = translated(FILE, [at('@shop', { files: { maxFileSize: 7 } })])
    const byText = byTargetText(policies)
    expect([...byText.keys()]).toEqual(['(global)', 'ci@shop:/workspace/data', 'ci@shop:/workspace/data/sub'])
    expect(byText.get('ci@shop:/workspace/data')).toEqual({
      files: { ignore: ['*.tmp'] },
      actions: { beforeSnapshotRoot: { script: '#!/usr/bin/env bash\nset -e -o pipefail\ndump\n', timeout: 600, mode: 'essential' } },
    })
    expect(byText.get('ci@shop:/workspace/data/sub')).toMatchObject({
      splitter: { algorithm: 'FIXED-1M' },
      compression: { compressorName: 'zstd' },
      files: { maxFileSize: 7, ignoreDotFiles: ['.kopiaignore'] },
    })
    expect(dropped.map(({ path, what }) => `${path} ${what}`)).toEqual([
      'policies["./data"].actions.beforeSnapshotRoot name',
      'policies["./data"].actions.beforeSnapshotRoot env',
      'policies["./data"] keep-times',
    ])
  })

  test('leaves out hooks of several steps, job hooks and streams, each by name', () => {
    const { policies, dropped } = translated(`version: 1
sources: [{stream: dump, run: "true"}]
policies:
  global: {actions: {afterSnapshotRoot: [{run: a}, {command: [b]}], beforeSnapshotRoot: {run: c, capture: none}}}
job: {before: [{run: d}]}
`)
    expect(policies[0]?.policy.actions).toEqual({ beforeSnapshotRoot: { script: 'c', timeout: 300, mode: 'essential' } })
    expect(dropped.map(({ path }) => path)).toEqual([
      'policies.global.actions.beforeSnapshotRoot',
      'policies.global.actions.afterSnapshotRoot',
      'job.before',
      'sources[0]',
    ])
  })
})

describe('the repository into an existing policy file', () => {
  const present = translated(FILE).policies

  test('changes nothing when both say the same', () => {
    expect(merged(FILE, present)).toBe(FILE)
  })

  test('changes only what differs: comments, order, extensions and styles stay', () => {
    const wanted = present.map(({ target, policy }) => ({ target, policy: structuredClone(policy) }))
    const [global, data] = wanted
    if (global === undefined || data?.policy.actions === undefined) throw new Error('the file has them')
    global.policy.retention = { keepDaily: 30, keepLatest: 2 }
    data.policy.files = { ignore: ['*.tmp', 'core'] }
    data.policy.actions = { beforeSnapshotRoot: { script: 'other\n', timeout: 60, mode: 'optional' } }
    const log = recorder()
    const text = merged(FILE, [...wanted, at('ci@shop:/workspace/new', { files: { maxFileSize: 1024 } })], log)
    expect(text).toBe(
      FILE.replace('{keepDaily: 14} # two weeks', '{keepDaily: 30, keepLatest: 2} # two weeks')
        .replace('      - "*.tmp"\n', '      - "*.tmp"\n      - core\n')
        .replace('        shell: bash\n        timeout-minutes: 10\n', '')
        .replace('        run: |\n          dump\n', '        run: |\n          other\n        timeout: 1m\n        mode: optional\n')
        .concat('  ./new:\n    files:\n      maxFileSize: 1 KiB\n'),
    )
    expect(log.messages).toEqual([])
  })

  test('takes away what the repository does not have, and an empty group with it', () => {
    const text = merged(FILE, [at('(global)', { retention: { keepDaily: 14 } }), at('ci@shop:/workspace/data', {})])
    expect(text).not.toContain('ignore')
    expect(text).not.toContain('actions')
    expect(text).not.toContain('compression')
    expect(text).toContain('keep-times: unchanged')
  })

  test('says a value of a nested folder that the folder above no longer gives', () => {
    const wanted = present.map(({ target, policy }) => ({ target, policy: structuredClone(policy) }))
    const [global] = wanted
    if (global !== undefined) global.policy.compression = { compressorName: 'pgzip' }
    const text = merged(FILE, wanted)
    expect(text).toContain('    compression: pgzip\n')
    expect(text).toContain('    splitter: FIXED-1M\n    compression: zstd\n')
    expect(encodePolicyMap(byTargetText(translated(text).policies))).toBe(encodePolicyMap(byTargetText(wanted)))
  })

  test('names what is only in the file, and what a folder inherits there beyond the repository', () => {
    const log = recorder()
    merged(FILE, [at('ci@shop:/workspace/data/sub', { splitter: { algorithm: 'FIXED-1M' } })], log)
    expect(log.messages).toEqual([
      'Kept as it is, because nothing was exported for it: (global)',
      'Kept as it is, because nothing was exported for it: ci@shop:/workspace/data',
      expect.stringMatching(/says more about ci@shop:\/workspace\/data\/sub .*compression\.compressorName/),
    ])
  })

  test('does not let defaults.shell change a hook, nor an alias another policy', () => {
    const text = `version: 1
defaults: {shell: bash}
policies:
  "@a": &same
    compression: zstd
  "@b": *same
`
    const out = merged(text, [
      at('@a', { compression: { compressorName: 'zstd' } }),
      at('@b', { actions: { beforeFolder: { script: 'x', timeout: 9, mode: 'async' } } }),
    ])
    const policies = byTargetText(translated(out).policies)
    expect(policies.get('@a')).toEqual({ compression: { compressorName: 'zstd' } })
    expect(policies.get('@b')).toEqual({ actions: { beforeFolder: { script: 'x', timeout: 9, mode: 'async' } } })
  })

  test("refuses a file in Kopia's form", () => {
    expect(() => merged('(global): {}\n', [at('@a', {})])).toThrow(/Kopia's form/)
  })
})

describe('JSON into the repository', () => {
  const parse = (value: unknown, allowsUnknownFields = false, log = recorder()) =>
    policiesOfJson(JSON.stringify(value), { allowsUnknownFields, local }, log)

  it('case 14: a script of 40,000 bytes is taken with a warning', () => {
    const log = recorder()
    const [read] = parse({ '@h': { actions: { beforeFolder: { script: 'x'.repeat(40_000), mode: 'essential' } } } }, false, log)
    expect(read?.policy.actions?.beforeFolder?.script).toHaveLength(40_000)
    expect(log.messages).toEqual([expect.stringContaining('40000 bytes')])
  })

  it('case 15: path and script are both kept, and the script is run', () => {
    const [read] = parse({ '@h': { actions: { beforeFolder: { path: 'p', script: 's', mode: 'essential' } } } })
    expect(read?.policy.actions?.beforeFolder).toMatchObject({ path: 'p', script: 's' })
    expect(read === undefined ? undefined : storedLayer(read.target, read.policy).hooks.beforeFolder?.[0].program).toEqual({
      kind: 'script',
      script: 's',
    })
  })

  it('case 16: a hook without a mode stays one of kopia, optional, with a warning', () => {
    const log = recorder()
    const [read] = parse({ '@h': { actions: { beforeFolder: { path: 'p' } } } }, false, log)
    expect(encodePolicy(read?.policy ?? {})).toContain('"beforeFolder":{"path":"p"}')
    expect(log.messages).toEqual([expect.stringContaining('names no mode')])
  })

  it('case 17: an unknown field is refused, and left out when that is allowed', () => {
    const value = { '@h': { retention: { keepDaily: 1, keepDayly: 2 } } }
    expect(() => parse(value)).toThrow(/retention\.keepDayly/)
    expect(parse(value, true)[0]?.policy).toEqual({ retention: { keepDaily: 1 } })
  })

  it('names the place of a wrong value', () => {
    expect(() => parse({ '@h': { retention: { keepDaily: '1' } } })).toThrow('@h.retention.keepDaily is not a whole number')
    expect(() => policiesOfJson('{', { allowsUnknownFields: true, local }, recorder())).toThrow(/valid JSON/)
  })

  it('stores all or none, only the targets asked for, and deletes the others when told to', async () => {
    const repository = fakeRepository()
    const request = (policies: readonly TargetPolicy[]) => ({ policies, limit: undefined, deletesOthers: false })
    const bad = [at('@a', {}), at('u@h:/x', { scheduling: { manual: true, runMissed: true } })]
    await expect(importPolicies(repository, request(bad), recorder())).rejects.toMatchObject({ code: 'CAIRN_POLICY_REFUSED' })
    expect(await storedPolicies(repository, undefined)).toEqual([])
    await importPolicies(repository, request([at('@a', {}), at('@b', {})]), recorder())
    await importPolicies(
      repository,
      { policies: [at('@c', {}), at('@d', {})], limit: [{ kind: 'host', host: 'c' }], deletesOthers: true },
      recorder(),
    )
    expect([...byTargetText(await storedPolicies(repository, undefined)).keys()]).toEqual(['@c'])
    await expect(storedPolicies(repository, [{ kind: 'host', host: 'a' }])).rejects.toMatchObject({ code: 'CAIRN_POLICY_NOT_FOUND' })
  })
})

describe('an editor', () => {
  const target = { kind: 'host', host: 'h' } as const

  it('gets JSON with comments, and what it leaves is saved after a yes', async () => {
    const repository = fakeRepository()
    const asked: string[] = []
    const edit = async (text: string) => {
      expect(text).toBe(editorText(target, {}))
      return text.replace('"retention": {}', '"retention": {"keepLatest": 4}')
    }
    const ask = async (question: string) => {
      asked.push(question)
      return 'yes'
    }
    await editPolicies(repository, [target], { log: recorder(), edit, ask })
    expect((await findPolicy(repository, target))?.policy).toEqual({ retention: { keepLatest: 4 } })
    expect(asked).toHaveLength(1)
  })

  it('changes nothing without a yes, or when nothing was changed', async () => {
    const repository = fakeRepository()
    const edit = async (text: string) => text.replace('"retention": {}', '"retention": {"keepLatest": 4}')
    await editPolicies(repository, [target], { log: recorder(), edit, ask: async () => '' })
    const log = recorder()
    await editPolicies(repository, [target], { log, edit: async (text) => text, ask: async () => 'y' })
    expect(log.messages).toEqual(['The policy of @h is unchanged'])
    expect(await findPolicy(repository, target)).toBeUndefined()
  })

  it('is opened again with the same text after a mistake, and given up when nobody answers', async () => {
    const texts: string[] = []
    const edits = ['{"retention": {"keepLatst": 1}}', '{"scheduling": {"cron": ["x"]}}', '{']
    const edit = async (text: string) => {
      texts.push(text)
      return edits[texts.length - 1] ?? ''
    }
    const log = recorder()
    const answers = ['y', '', undefined]
    const editing = { log, edit, ask: async () => answers.shift() }
    await expect(editPolicies(fakeRepository(), [target], editing)).rejects.toMatchObject({ code: 'CAIRN_EDITOR_FAILED' })
    expect(texts.slice(1)).toEqual(edits.slice(0, 2))
    expect(log.messages).toEqual([
      expect.stringContaining('keepLatst'),
      expect.stringContaining('no cron expression'),
      expect.stringContaining('valid JSON'),
    ])
  })
})
