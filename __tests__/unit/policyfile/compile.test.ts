import { describe, expect, test } from 'vitest'
import { nativeHooks } from '../../../src/policy/native-hooks.ts'
import { formatDiagnostic } from '../../../src/policyfile/diagnostic.ts'
import { actionFromHook, foldPrologue } from '../../../src/policyfile/native.ts'
import { parsePolicyFile } from '../../../src/policyfile/parse.ts'
import type { ParsePolicyFileOptions, PolicyFile } from '../../../src/policyfile/policy-file.ts'
import { resolveTargets } from '../../../src/policyfile/targets.ts'
import { utf8 } from '../../../src/util/bytes.ts'

function parse(text: string, options: Partial<ParsePolicyFileOptions> = {}): PolicyFile {
  const { file, diagnostics } = parsePolicyFile(utf8(text), { path: 'cairn.yml', ...options })
  if (file === undefined) throw new Error(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, 'cairn.yml', text)).join('\n'))
  return file
}

function hookOf(yaml: string, key = 'beforeSnapshotRoot', head = '') {
  const body = yaml.includes('\n') || !yaml.startsWith('{') ? `\n${yaml.replace(/^/gm, '        ')}` : ` ${yaml}`
  const file = parse(`version: 1\n${head}policies:\n  .:\n    actions:\n      ${key}:${body}\n`, {
    readHookFile: () => ({ ok: true, bytes: utf8('#!/bin/sh\necho file\n') }),
  })
  return Object.values(file.layers[0]?.hooks ?? {})[0]
}

describe('what a hook runs', () => {
  test('run is stored byte for byte', () => {
    expect(hookOf('run: |\n  echo "a"\n\n  b  \n')?.[0].program).toEqual({ kind: 'script', script: 'echo "a"\n\nb  \n' })
  })

  test('bash gets a prologue that stops at any failure, and keeps its name for every system', () => {
    expect(hookOf('{run: a | b, shell: bash}')?.[0].program).toEqual({
      kind: 'script',
      script: '#!/usr/bin/env bash\nset -e -o pipefail\na | b',
      shell: 'bash',
    })
  })

  test('pwsh and python get their interpreter line, sh, cmd and powershell none', () => {
    const first = (shell: string) => {
      const program = hookOf(`{run: x, shell: ${shell}}`)?.[0].program
      return program?.kind === 'script' ? program.script : undefined
    }
    expect(['pwsh', 'python', 'sh', 'cmd', 'powershell'].map(first)).toEqual([
      '#!/usr/bin/env pwsh\nx',
      '#!/usr/bin/env python3\nx',
      'x',
      'x',
      'x',
    ])
  })

  test('a file becomes its text', () => {
    expect(hookOf('{file: hooks/x.sh}')?.[0].program).toEqual({ kind: 'script', script: '#!/bin/sh\necho file\n' })
  })

  test('a command is a program with its arguments', () => {
    expect(hookOf('{command: [/bin/x, "a b", ""]}')?.[0].program).toEqual({ kind: 'command', argv: ['/bin/x', 'a b', ''] })
  })

  test('path and args are the same, script is left alone', () => {
    expect(hookOf('{path: /bin/x, args: [a]}')?.[0].program).toEqual({ kind: 'command', argv: ['/bin/x', 'a'] })
    expect(hookOf('{script: a}', 'beforeSnapshotRoot', 'defaults: {shell: bash}\n')?.[0].program).toEqual({ kind: 'script', script: 'a' })
  })

  test('case 9: none is an optional hook that does nothing', () => {
    const file = parse('version: 1\npolicies: {.: {actions: {beforeSnapshotRoot: none}}}\n')
    expect(file.layers[0]?.hooks.beforeSnapshotRoot?.[0]).toMatchObject({ program: { kind: 'none' }, mode: 'optional' })
  })

  test('steps that only run lines of one shell are one script', () => {
    expect(hookOf('- run: a\n- run: |\n    b\n- run: c')).toMatchObject([{ program: { script: 'a\nb\nc\n' } }])
    expect(hookOf('- {run: a, shell: bash}\n- {run: b, shell: bash}')).toMatchObject([
      { program: { script: '#!/usr/bin/env bash\nset -e -o pipefail\na\nb\n' } },
    ])
  })

  test('steps with options of their own stay apart', () => {
    expect(hookOf('- {run: a, timeout: 5s}\n- {run: b}')).toMatchObject([{ timeoutSeconds: 5 }, { timeoutSeconds: 300 }])
    expect(hookOf('- {run: a}\n- {run: b, shell: bash}')).toHaveLength(2)
  })
})

describe('options of a hook', () => {
  test('timeout and mode are written out', () => {
    expect(hookOf('{run: a}')?.[0]).toMatchObject({
      timeoutSeconds: 300,
      mode: 'essential',
      capturesRedirect: true,
      origin: { kind: 'policy-file', target: '.', line: 5 },
    })
    expect(hookOf('{run: a, timeout-minutes: 2, continue-on-error: true}')?.[0]).toMatchObject({ timeoutSeconds: 120, mode: 'optional' })
    expect(hookOf('{run: a, timeout: 1h30m, mode: async, capture: none}')?.[0]).toMatchObject({
      timeoutSeconds: 5400,
      mode: 'async',
      capturesRedirect: false,
    })
  })

  test('defaults hold for run and for job steps, never for file, command or script', () => {
    const head = 'defaults: {timeout: 7s, shell: bash, env-allow: [A]}\n'
    expect(hookOf('{run: a}', 'beforeFolder', head)?.[0]).toMatchObject({ timeoutSeconds: 7, program: { shell: 'bash' }, envAllow: ['A'] })
    expect(hookOf('{command: [/a], env-allow: [B, A]}', 'beforeFolder', head)?.[0]).toMatchObject({
      timeoutSeconds: 300,
      envAllow: ['A', 'B'],
    })
    expect(hookOf('{file: x}', 'beforeFolder', head)?.[0].program).toEqual({ kind: 'script', script: '#!/bin/sh\necho file\n' })
    const file = parse(`version: 1\n${head}job: {before: [{command: [/a]}]}\n`)
    expect(file.job.before[0]).toMatchObject({ timeoutSeconds: 7, mode: 'essential', capturesRedirect: false })
  })

  test('every extension reaches the hook', () => {
    const hook = hookOf(
      'name: N\nwhen: failure\nif: {os: [linux, macos], event: [push], ref: [refs/heads/*], exists: [a]}\nenv: {A: 1, B: true, C: x, D: ""}\nenv-allow: [E]\nsecrets: [F]\nrequires: [g]\nworking-directory: a/b\nrun: x',
      'afterFolder',
    )?.[0]
    expect(hook).toMatchObject({
      name: 'N',
      when: 'failure',
      if: { os: ['linux', 'macos'], event: ['push'], ref: ['refs/heads/*'], exists: ['a'] },
      envAllow: ['E'],
      secrets: ['F'],
      requires: ['g'],
      workingDirectory: 'a/b',
      capturesRedirect: false,
    })
    expect({ ...hook?.env }).toEqual({ A: '1', B: 'true', C: 'x', D: '' })
    expect(Object.getPrototypeOf(hook?.env)).toBeNull()
  })

  test('job.after may ask for the status', () => {
    const file = parse('version: 1\njob: {after: [{run: a, if: {status: [failed, partial]}}]}\n')
    expect(file.job.after[0]?.if).toEqual({ status: ['failed', 'partial'] })
  })
})

describe('policies', () => {
  test('short forms are folded into native fields and searched lists are sorted', () => {
    const file = parse(
      'version: 1\npolicies:\n  global:\n    compression: {compressor-name: zstd, never-compress: [.zip, .gz, .Z]}\n    metadata-compression: none\n    splitter: FIXED-1M\n    scheduling: {interval: 6h, timeOfDay: ["23:15", {hour: 3}]}\n    files: {maxFileSize: 2 GiB}\n    osSnapshots: {volumeShadowCopy: when-available}\n    retention: {keepLatest: 0}\n    upload:\n',
    )
    expect(file.layers[0]?.policy).toEqual({
      compression: { compressorName: 'zstd', neverCompress: ['.Z', '.gz', '.zip'] },
      metadataCompression: { compressorName: 'none' },
      splitter: { algorithm: 'FIXED-1M' },
      scheduling: {
        intervalSeconds: 21600,
        timeOfDay: [
          { hour: 3, min: 0 },
          { hour: 23, min: 15 },
        ],
      },
      files: { maxFileSize: 2 ** 31 },
      osSnapshots: { volumeShadowCopy: { enable: 2 } },
      retention: { keepLatest: 0 },
    })
  })

  test('our own fields stand beside the policy', () => {
    expect(parse('version: 1\npolicies: {.: {include-git: true, keep-times: unchanged}}\n').layers[0]).toMatchObject({
      policy: {},
      includeGit: true,
      keepTimes: 'unchanged',
    })
  })

  test('relative targets are resolved below the root of the identity', () => {
    const file = parse('version: 1\npolicies: {.: {}, ./a//b: {}, "@h": {}, u@h: {}, "u@h:/x/./y": {}, global: {}}\n')
    expect(resolveTargets(file, { userName: 'ci', host: 'shop', root: '/w' }).map(({ target }) => target)).toEqual([
      { kind: 'path', userName: 'ci', host: 'shop', path: '/w' },
      { kind: 'path', userName: 'ci', host: 'shop', path: '/w/a/b' },
      { kind: 'host', host: 'h' },
      { kind: 'user', userName: 'u', host: 'h' },
      { kind: 'path', userName: 'u', host: 'h', path: '/x/y' },
      { kind: 'global' },
    ])
    expect(resolveTargets(file, { userName: 'ci', host: 'shop', root: '/' })[1]?.target).toMatchObject({ path: '/a/b' })
  })

  test('sources are paths and streams', () => {
    const file = parse('version: 1\nsources: [., ./a/, /abs, {stream: d.sql, run: x, min-size: 1 KiB}]\n')
    expect(file.sources).toMatchObject([
      { kind: 'path', path: '.' },
      { kind: 'path', path: './a' },
      { kind: 'path', path: '/abs' },
      { kind: 'stream', name: 'd.sql', minSizeBytes: 1024, hook: { mode: 'essential', capturesRedirect: false } },
    ])
    expect(parse('version: 1\n').sources).toBeUndefined()
  })

  test('the identity, the location and the digest are kept', () => {
    const file = parse('version: 1\nsource: {user: a, host: b, root: /c//d/}\nrepository: s3://bucket/x\n')
    expect(file).toMatchObject({
      source: { user: 'a', host: 'b', root: '/c/d' },
      repository: 's3://bucket/x',
      isNative: false,
      path: 'cairn.yml',
    })
    expect(parse('version: 1\n').sha256).toBe('09bfcc6a14b83e2192b8673677725c84883ee9cd0c70e45c9ec09daa8f2b2847')
  })
})

describe('native form', () => {
  const exported = {
    '(global)': {
      retention: { keepLatest: 10 },
      files: {},
      actions: {},
      osSnapshots: { volumeShadowCopy: {} },
      logging: { directories: {}, entries: {} },
    },
    'ci@h:/x': {
      actions: { beforeSnapshotRoot: { script: 'echo', timeout: 5, mode: 'essential' }, afterFolder: { path: '/a', args: ['b'] } },
    },
  }

  test('an export is read as it is, with the limits of kopia', () => {
    const file = parse(JSON.stringify(exported, undefined, 2))
    expect(file.isNative).toBe(true)
    expect(file.layers.map(({ policy }) => policy)).toEqual([{ retention: { keepLatest: 10 } }, {}])
    expect(file.layers[1]?.hooks).toMatchObject({
      beforeSnapshotRoot: [{ timeoutSeconds: 5, mode: 'essential', program: { kind: 'script', script: 'echo' } }],
      afterFolder: [{ timeoutSeconds: 180, mode: 'optional', program: { kind: 'command', argv: ['/a', 'b'] } }],
    })
    expect(resolveTargets(file, { userName: 'a', host: 'b', root: '/' })[0]?.isNative).toBe(true)
  })

  test('case 15: of path and script the script is run', () => {
    const file = parse('{"ci@h:/x": {"actions": {"beforeFolder": {"path": "/a", "script": "echo", "mode": "optional"}}}}')
    expect(file.layers[0]?.hooks.beforeFolder?.[0].program).toEqual({ kind: 'script', script: 'echo' })
  })

  test('case 17: an unknown field is refused', () => {
    const { diagnostics } = parsePolicyFile(utf8('{"ci@h:/x": {"retentions": {}}}'), { path: 'x.json' })
    expect(diagnostics).toMatchObject([{ code: 'P011', hint: 'Did you mean "retention"?', path: '["ci@h:/x"].retentions' }])
  })

  test('stored actions become hooks, and hooks become actions again', () => {
    const origin = { kind: 'repository', target: 'ci@h:/x' } as const
    const action = { script: 'echo', timeout: 9, mode: 'essential' }
    const hook = nativeHooks({ beforeFolder: action }, origin).beforeFolder?.[0]
    expect(hook).toEqual({
      program: { kind: 'script', script: 'echo' },
      mode: 'essential',
      timeoutSeconds: 9,
      origin,
      capturesRedirect: true,
    })
    expect(hook === undefined ? undefined : actionFromHook(hook)).toEqual({ action, dropped: [] })
    expect(nativeHooks({ afterFolder: { path: '/a', mode: 'Essential' } }, origin).afterFolder?.[0]).toMatchObject({
      mode: 'optional',
      timeoutSeconds: 180,
      capturesRedirect: false,
    })
  })

  test('what a kopia policy cannot hold is listed', () => {
    const hook = hookOf('{run: x, shell: cmd, name: N, env: {A: b}}')?.[0]
    expect(hook === undefined ? undefined : actionFromHook(hook)).toEqual({
      action: { script: 'x', timeout: 300, mode: 'essential' },
      dropped: ['name', 'env', 'shell'],
    })
  })

  test('the prologue is taken off again', () => {
    expect(foldPrologue('#!/usr/bin/env bash\nset -e -o pipefail\na\n')).toEqual({ shell: 'bash', run: 'a\n' })
    expect(foldPrologue('#!/bin/bash\na\n')).toBeUndefined()
  })
})

describe('messages', () => {
  test('a string as a hook shows how kopia splits it, and both ways to write it', () => {
    const { diagnostics } = parsePolicyFile(utf8(`version: 1\npolicies: {.: {actions: {beforeFolder: "x --a='b c'"}}}\n`), { path: 'x' })
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]?.message).toContain("‹x› ‹--a='b› ‹c'›")
    expect(diagnostics[0]?.hint).toContain('run:')
    expect(diagnostics[0]?.hint).toContain('command: ["x"')
  })

  test('strict raises warnings and leaves notices', () => {
    const text = 'version: 1\npolicies: {.: {actions: {beforeFolder: {run: a | b}}}}\n'
    const severities = (strict: boolean) =>
      parsePolicyFile(utf8(text), { path: 'x', strict }).diagnostics.map(({ code, severity }) => [code, severity])
    expect(severities(false)).toEqual([
      ['P057', 'warning'],
      ['P037', 'notice'],
    ])
    expect(severities(true)).toEqual([
      ['P057', 'error'],
      ['P037', 'notice'],
    ])
  })

  test('an excerpt shows the line with carets below the token', () => {
    const text = 'version: 1\npolicies:\n  global:\n    compresion: zstd\n'
    const [diagnostic] = parsePolicyFile(utf8(text), { path: 'x' }).diagnostics
    expect(diagnostic === undefined ? '' : formatDiagnostic(diagnostic, 'cairn.yml', text)).toBe(
      [
        'cairn.yml:4:5 error P011 "compresion" is not a key of this place.',
        '  4 |     compresion: zstd',
        '    |     ^^^^^^^^^^',
        '  Did you mean "compression"?',
      ].join('\n'),
    )
  })

  test('a finding names its place in the document', () => {
    const { diagnostics } = parsePolicyFile(
      utf8(
        'version: 1\npolicies:\n  ./data:\n    actions:\n      beforeFolder: {run: a, mode: no}\njob:\n  after:\n    - {run: a, mode: x}\n',
      ),
      { path: 'x' },
    )
    expect(diagnostics.map(({ path }) => path)).toEqual(['policies["./data"].actions.beforeFolder.mode', 'job.after[0].mode'])
  })
})
