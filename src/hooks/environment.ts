/** Which variables a hook sees; pure (docs/hooks.md, "Environment"). */
import type { Hook } from '../policy/hook.ts'
import { isCredentialLike, isDoorKey, isNeverAllowed } from '../policy/variable-names.ts'

export type Variables = Readonly<Record<string, string | undefined>>

/** The Kopia release whose hook behaviour is met; hooks read it as KOPIA_VERSION. */
export const KOPIA_VERSION_MET = '0.23.1'

export interface EnvironmentRequest {
  readonly base: Variables
  /** `allow-list`: only what is named here or by the hook. `pass-through`: everything less what opens doors, as Kopia's users expect. */
  readonly mode: 'allow-list' | 'pass-through'
  readonly platform: NodeJS.Platform
  readonly hook: Pick<Hook, 'env' | 'envAllow' | 'secrets'>
  /** Names that the caller lets hooks ask for with `secrets`. */
  readonly allowedSecrets: ReadonlySet<string>
  /** KOPIA_ and CAIRN_ variables of this call; they win over everything. */
  readonly own: Variables
}

export interface HookEnvironment {
  readonly variables: Readonly<Record<string, string>>
  /** Names that the hook asked for and did not get, with the reason. */
  readonly refused: readonly { readonly name: string; readonly reason: 'never' | 'not-allowed-by-caller' | 'absent' | 'needs-secrets' }[]
}

const POSIX_NAMES = ['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'LANG', 'TZ', 'TMPDIR', 'CI']
const GITHUB_NAMES = [
  ...['ACTIONS', 'WORKSPACE', 'REPOSITORY', 'SHA', 'REF', 'REF_NAME', 'HEAD_REF', 'BASE_REF', 'RUN_ID', 'RUN_NUMBER', 'RUN_ATTEMPT'],
  ...['EVENT_NAME', 'JOB', 'ACTOR', 'SERVER_URL'],
].map((name) => `GITHUB_${name}`)
const RUNNER_NAMES = ['RUNNER_OS', 'RUNNER_ARCH', 'RUNNER_TEMP']
const WINDOWS_NAMES = ['SYSTEMROOT', 'WINDIR', 'COMSPEC', 'PATHEXT', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'PROGRAMDATA', 'TEMP', 'TMP']

const ALLOWED = new Set([...POSIX_NAMES, ...GITHUB_NAMES, ...RUNNER_NAMES])
const ALLOWED_ON_WINDOWS = new Set(WINDOWS_NAMES)

/** The variables of one hook call. */
export function hookEnvironment(request: EnvironmentRequest): HookEnvironment {
  const { base, hook, platform } = request
  const key = (name: string) => (platform === 'win32' ? name.toUpperCase() : name)
  const variables = new Map<string, { name: string; value: string }>()
  const set = (name: string, value: string) => variables.set(key(name), { name, value })
  const refused: { name: string; reason: 'never' | 'not-allowed-by-caller' | 'absent' | 'needs-secrets' }[] = []
  const baseValues = new Map<string, string>()
  for (const [name, value] of Object.entries(base)) if (value !== undefined) baseValues.set(key(name), value)

  for (const [name, value] of Object.entries(base)) {
    if (value === undefined || isNeverAllowed(name)) continue
    if (request.mode === 'pass-through' ? !isDoorKey(name) : isInBase(name, platform)) set(name, value)
  }
  for (const name of hook.envAllow ?? []) {
    const value = baseValues.get(key(name))
    if (isNeverAllowed(name)) refused.push({ name, reason: 'never' })
    else if (isCredentialLike(name)) refused.push({ name, reason: 'needs-secrets' })
    else if (value !== undefined) set(name, value)
  }
  for (const name of hook.secrets ?? []) {
    const value = baseValues.get(key(name))
    if (isNeverAllowed(name)) refused.push({ name, reason: 'never' })
    else if (!request.allowedSecrets.has(name)) refused.push({ name, reason: 'not-allowed-by-caller' })
    else if (value === undefined) refused.push({ name, reason: 'absent' })
    else set(name, value)
  }
  for (const [name, value] of Object.entries(hook.env ?? {})) {
    if (isNeverAllowed(name) || name.startsWith('KOPIA_')) refused.push({ name, reason: 'never' })
    else set(name, value)
  }
  // A variable of ours that has no value in this call must not be left over from outside.
  for (const [name, value] of Object.entries(request.own)) {
    if (value === undefined) variables.delete(key(name))
    else set(name, value)
  }
  return { variables: Object.fromEntries([...variables.values()].map(({ name, value }) => [name, value])), refused }
}

function isInBase(name: string, platform: NodeJS.Platform): boolean {
  if (platform !== 'win32') return ALLOWED.has(name) || name.startsWith('LC_')
  const upper = name.toUpperCase()
  return ALLOWED.has(upper) || upper.startsWith('LC_') || ALLOWED_ON_WINDOWS.has(upper) || upper.startsWith('PROGRAMFILES')
}
