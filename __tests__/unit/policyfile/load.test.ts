import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isCairnError } from '../../../src/errors.ts'
import { loadPolicyFile, readHookFile, requirePolicyFile, workspaceRootOf } from '../../../src/policyfile/load.ts'

let top: string
let root: string
let policyPath: string

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'cairn-load-'))
  root = join(top, 'work')
  policyPath = join(root, '.github', 'cairn.yml')
  mkdirSync(join(root, '.github', 'hooks'), { recursive: true })
  writeFileSync(join(top, 'secret'), 'echo secret\n')
})

afterEach(() => {
  rmSync(top, { recursive: true, force: true })
})

function codeOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return isCairnError(error) ? error.code : String(error)
  }
  return 'no error'
}

test('a policy file is read with its script files, which start at the policy file', () => {
  writeFileSync(join(root, '.github', 'hooks', 'x.sh'), 'echo x\n')
  writeFileSync(policyPath, 'version: 1\njob: {before: [{file: hooks/x.sh, mode: optional}]}\n')
  const loaded = loadPolicyFile(policyPath, { workspaceRoot: root })
  expect(loaded.diagnostics).toEqual([])
  expect(requirePolicyFile(loaded).job.before[0]?.program).toEqual({ kind: 'script', script: 'echo x\n' })
})

test('a missing file, a folder and a bad file are three errors', () => {
  expect(codeOf(() => loadPolicyFile(policyPath, { workspaceRoot: root }))).toBe('CAIRN_POLICY_FILE_MISSING')
  expect(codeOf(() => loadPolicyFile(join(root, '.github'), { workspaceRoot: root }))).toBe('CAIRN_POLICY_FILE_UNREADABLE')
  writeFileSync(policyPath, 'version: 2\n')
  const loaded = loadPolicyFile(policyPath, { workspaceRoot: root })
  expect(codeOf(() => requirePolicyFile(loaded))).toBe('CAIRN_POLICY_FILE_INVALID')
})

test('a sparse file of 1 GiB is refused by its size', () => {
  writeFileSync(policyPath, '')
  truncateSync(policyPath, 2 ** 30)
  const { diagnostics, file } = loadPolicyFile(policyPath, { workspaceRoot: root })
  expect(file).toBeUndefined()
  expect(diagnostics.map(({ code }) => code)).toEqual(['P004'])
})

test('a script file outside the repository is refused, however it is reached', () => {
  symlinkSync(join(top, 'secret'), join(root, '.github', 'link.sh'))
  symlinkSync(top, join(root, '.github', 'up'))
  const reason = (path: string) => {
    const result = readHookFile(policyPath, path, root)
    return result.ok ? 'read' : result.reason
  }
  expect(reason('../../secret')).toBe('outside')
  expect(reason('../../missing')).toBe('outside')
  expect(reason('link.sh')).toBe('outside')
  expect(reason('up/secret')).toBe('outside')
  expect(reason('missing.sh')).toBe('missing')
  expect(reason('hooks')).toBe('not-a-file')
})

test('a link that stays inside the repository is followed, and the file may lie above the policy file', () => {
  writeFileSync(join(root, 'tool.sh'), 'echo tool\n')
  symlinkSync(join(root, 'tool.sh'), join(root, '.github', 'link.sh'))
  expect(readHookFile(policyPath, '../tool.sh', root).ok).toBe(true)
  expect(readHookFile(policyPath, 'link.sh', root).ok).toBe(true)
})

test('a script file that is far too large is not read', () => {
  writeFileSync(join(root, 'big.sh'), '')
  truncateSync(join(root, 'big.sh'), 2 ** 30)
  expect(readHookFile(policyPath, '../big.sh', root)).toEqual({ ok: false, reason: 'too-large' })
})

test('the kind of a source is looked up below the workspace root', () => {
  writeFileSync(join(root, 'a.txt'), '')
  writeFileSync(
    policyPath,
    'version: 1\nsources: [a.txt]\npolicies: {./a.txt: {actions: {afterFolder: {command: [/x], mode: optional}}}}\n',
  )
  expect(loadPolicyFile(policyPath, { workspaceRoot: root }).diagnostics.map(({ code }) => code)).toEqual(['P055'])
})

test('hooks of a link run here, and the finding says so', () => {
  mkdirSync(join(root, 'folder'))
  symlinkSync('folder', join(root, 'link'))
  writeFileSync(
    policyPath,
    'version: 1\nsources: [link]\npolicies: {./link: {actions: {afterSnapshotRoot: {command: [/x], mode: optional}}}}\n',
  )
  const [finding] = loadPolicyFile(policyPath, { workspaceRoot: root }).diagnostics
  expect(finding).toMatchObject({ code: 'P055', severity: 'warning' })
  expect(finding?.message).toContain('Cairn runs the hook')
})

test('the workspace root is told by GitHub, else by the .github folder, else by the current folder', () => {
  expect(workspaceRootOf('.github/cairn.yml', '/gh', '/here')).toBe('/gh')
  expect(workspaceRootOf('/repo/.github/cairn.yml', undefined, '/here')).toBe('/repo')
  expect(workspaceRootOf('.github/cairn.yml', '', '/here')).toBe('/here')
  expect(workspaceRootOf('/etc/cairn.yml', undefined, '/here')).toBe('/here')
})
