import { describe, expect, it } from 'vitest'
import { hookEnvironment } from '../../../src/hooks/environment.ts'
import { PLANTED } from '../../support/planted-credentials.ts'

const usual = {
  PATH: '/bin',
  HOME: '/home/u',
  LANG: 'C',
  LC_ALL: 'C',
  TZ: 'UTC',
  CI: 'true',
  GITHUB_SHA: 'abc',
  RUNNER_TEMP: '/tmp',
  PAGER: 'less',
}
const planted = Object.fromEntries(PLANTED.map((name) => [name, 'planted']))

function build(fields: Partial<Parameters<typeof hookEnvironment>[0]> = {}) {
  return hookEnvironment({
    base: { ...usual, ...planted },
    mode: 'allow-list',
    platform: 'linux',
    hook: {},
    allowedSecrets: new Set(),
    own: {},
    ...fields,
  })
}

describe('the environment of a hook', () => {
  it('is the short list of the base and nothing else', () => {
    expect(build().variables).toEqual({
      PATH: '/bin',
      HOME: '/home/u',
      LANG: 'C',
      LC_ALL: 'C',
      TZ: 'UTC',
      CI: 'true',
      GITHUB_SHA: 'abc',
      RUNNER_TEMP: '/tmp',
    })
  })

  it('gets declared values and allowed names', () => {
    const { variables, refused } = build({ hook: { env: { PGSERVICE: 'shop', PATH: '/opt/bin' }, envAllow: ['PAGER', 'ABSENT'] } })
    expect(variables).toMatchObject({ PGSERVICE: 'shop', PATH: '/opt/bin', PAGER: 'less' })
    expect(refused).toEqual([])
  })

  it('gets a secret only when hook and caller both say so', () => {
    const base = { ...usual, PGPASSWORD: 'x', AWS_ACCESS_KEY_ID: 'y' }
    expect(build({ base, hook: { secrets: ['PGPASSWORD'] } }).refused).toEqual([{ name: 'PGPASSWORD', reason: 'not-allowed-by-caller' }])
    expect(build({ base, hook: {}, allowedSecrets: new Set(['PGPASSWORD']) }).variables['PGPASSWORD']).toBeUndefined()
    expect(build({ base, hook: { secrets: ['PGPASSWORD'] }, allowedSecrets: new Set(['PGPASSWORD']) }).variables['PGPASSWORD']).toBe('x')
    expect(build({ base, hook: { secrets: ['ABSENT'] }, allowedSecrets: new Set(['ABSENT']) }).refused).toEqual([
      { name: 'ABSENT', reason: 'absent' },
    ])
  })

  it('never gets the repository password, the tokens and the command files of the runner, whoever asks', () => {
    for (const name of [
      'KOPIA_PASSWORD',
      'CAIRN_PASSWORD',
      'ACTIONS_RUNTIME_TOKEN',
      'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
      'GITHUB_ENV',
      'GITHUB_OUTPUT',
      'GITHUB_PATH',
      'INPUT_PASSWORD',
    ]) {
      const base = { [name]: 'x' }
      for (const mode of ['allow-list', 'pass-through'] as const) {
        const { variables, refused } = build({ base, mode, hook: { secrets: [name], envAllow: [name] }, allowedSecrets: new Set([name]) })
        expect(variables).toEqual({})
        expect(refused.map((each) => each.reason)).toEqual(['never', 'never'])
      }
    }
  })

  it('does not get a credential by env-allow, which a pull request can write', () => {
    const { variables, refused } = build({ hook: { envAllow: PLANTED } })
    expect(Object.values(variables)).not.toContain('planted')
    expect(refused).toHaveLength(PLANTED.length)
  })

  it('passes everything through but keys, tokens and passwords of repositories when asked to behave as Kopia', () => {
    const { variables } = build({ base: { ...usual, ...planted, MYSQL_HOST: 'db', PGPASSWORD: 'own' }, mode: 'pass-through' })
    expect(variables).toMatchObject({ ...usual, MYSQL_HOST: 'db', PGPASSWORD: 'own' })
    for (const name of [
      'KOPIA_PASSWORD',
      'AWS_SECRET_ACCESS_KEY',
      'AZURE_STORAGE_KEY',
      'GOOGLE_APPLICATION_CREDENTIALS',
      'GITHUB_TOKEN',
      'ACTIONS_RUNTIME_TOKEN',
    ])
      expect(variables[name]).toBeUndefined()
  })

  it('lets our own variables win, and an absent one hides what was set outside', () => {
    const base = { KOPIA_SNAPSHOT_ID: 'old', KOPIA_ACTION: 'old', CAIRN_ERROR: 'old' }
    const { variables } = build({ base, mode: 'pass-through', own: { KOPIA_ACTION: 'before-folder', CAIRN_ERROR: undefined } })
    expect(variables).toEqual({ KOPIA_SNAPSHOT_ID: 'old', KOPIA_ACTION: 'before-folder' })
  })

  it('compares names without case on Windows', () => {
    const base = { Path: 'C:\\bin', SystemRoot: 'C:\\Windows', kopia_password: 'x', ProgramFiles: 'C:\\P', Other: '1' }
    expect(build({ base, platform: 'win32' }).variables).toEqual({ Path: 'C:\\bin', SystemRoot: 'C:\\Windows', ProgramFiles: 'C:\\P' })
    expect(build({ base, platform: 'win32', hook: { envAllow: ['OTHER'] } }).variables['OTHER']).toBe('1')
  })
})
