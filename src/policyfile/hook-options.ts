/** Reads the options of a hook: time, mode, conditions, variables. */
import type { HookCondition, HookMode, StatusSelector } from '../policy/hook.ts'
import { isCredentialLike, isNeverAllowed } from '../policy/variable-names.ts'
import { MAX_TIMEOUT_SECONDS } from './durations.ts'
import { type KnownEntry, readKeys } from './names.ts'
import type { Reading } from './reading.ts'
import { isTruthTrap, readBoolean, readDuration, readMap, readTexts, readWord, wrongType } from './scalars.ts'
import { CONDITION_FIELDS, MODES, STATUSES } from './schema.ts'
import { SECRET_HINT } from './script-checks.ts'
import { findSecret } from './secrets.ts'
import { childPath, type YamlNode } from './yaml-tree.ts'

export type Entries = ReadonlyMap<string, KnownEntry>

/** Whole seconds of `timeout` or `timeout-minutes`; undefined when neither is there or it is wrong. */
export function readTimeout(entries: Entries, reading: Reading): number | undefined {
  const timeout = entries.get('timeout')
  const minutes = entries.get('timeout-minutes')
  if (timeout !== undefined && minutes !== undefined) {
    const second = timeout.keySpan.start > minutes.keySpan.start ? timeout : minutes
    reading.findings.add('P039', second.keySpan, second.path, 'timeout and timeout-minutes are not used together.', {
      hint: 'Keep one of them.',
    })
  }
  const fromMinutes = minutes === undefined ? undefined : readMinutes(minutes, reading)
  return timeout === undefined ? fromMinutes : readTimeoutValue(timeout, reading)
}

function readTimeoutValue(entry: KnownEntry, reading: Reading): number | undefined {
  const { value, path } = entry
  if (reading.isNative && value.kind === 'scalar' && typeof value.value !== 'number')
    return wrongType(value, path, 'a whole number of seconds', reading)
  return withinLimits(readDuration(value, path, reading), value, path, reading)
}

function readMinutes(entry: KnownEntry, reading: Reading): number | undefined {
  const { value, path } = entry
  if (value.kind === 'scalar' && isTruthTrap(value, path, 'Write a whole number of minutes.', reading)) return undefined
  if (value.kind !== 'scalar' || typeof value.value !== 'number') return wrongType(value, path, 'a whole number of minutes', reading)
  if (/^0\d/.test(value.text)) {
    readDuration(value, path, reading)
    return undefined
  }
  if (!Number.isInteger(value.value)) {
    reading.findings.add('P039', value.span, path, 'The timeout is not a whole number of minutes.')
    return undefined
  }
  return withinLimits(value.value * 60, value, path, reading)
}

function withinLimits(seconds: number | undefined, node: YamlNode, path: string, reading: Reading): number | undefined {
  if (seconds === undefined || (seconds >= 1 && seconds <= MAX_TIMEOUT_SECONDS)) return seconds
  reading.findings.add('P039', node.span, path, 'A timeout is at least 1 second and at most 24 hours.')
  return undefined
}

/** The mode that `mode` or `continue-on-error` asks for; undefined when neither is there or it is wrong. */
export function readMode(entries: Entries, reading: Reading): HookMode | undefined {
  const mode = entries.get('mode')
  const flag = entries.get('continue-on-error')
  const fromFlag = flag === undefined ? undefined : readBoolean(flag.value, flag.path, reading)
  const asked: HookMode | undefined = fromFlag === undefined ? undefined : fromFlag ? 'optional' : 'essential'
  if (mode === undefined) return asked
  if (reading.isNative && mode.value.kind === 'scalar' && mode.value.value === '') return undefined
  const word = readWord(mode.value, mode.path, MODES, 'P037', reading)
  if (word === undefined) return undefined
  if (word === 'async') {
    reading.findings.add(
      'P038',
      mode.value.span,
      mode.path,
      'kopia kills an async hook as soon as it has started it; Cairn lets it finish and waits for it at the end.',
      {
        hint: 'Use essential or optional unless only Cairn runs this hook.',
      },
    )
  }
  if (asked !== undefined && asked !== word && flag !== undefined) {
    const second = mode.keySpan.start > flag.keySpan.start ? mode : flag
    reading.findings.add('P037', second.keySpan, second.path, `mode: ${word} and continue-on-error: ${fromFlag} disagree.`, {
      hint: 'Keep one of them.',
    })
  }
  return MODES.find((known) => known === word)
}

/** The outcomes of `when`. */
export function readWhen(entry: KnownEntry, isAfterHook: boolean, reading: Reading): StatusSelector | undefined {
  const word = readWord(entry.value, entry.path, STATUSES, 'P043', reading)
  if (word !== undefined && !isAfterHook) {
    reading.findings.add('P043', entry.value.span, entry.path, 'A before-hook runs before there is an outcome.', {
      hint: 'Delete `when`, or move it to the after-hook.',
    })
    return undefined
  }
  return STATUSES.find((known) => known === word)
}

/** The conditions of `if`. */
export function readCondition(entry: KnownEntry, hasStatus: boolean, reading: Reading): HookCondition | undefined {
  const map = readMap(entry.value, entry.path, reading)
  if (map === undefined) return undefined
  const entries = readKeys(map, CONDITION_FIELDS, entry.path, reading.findings)
  const list = (name: string) => {
    const condition = entries.get(name)
    return condition === undefined ? undefined : readConditionList(condition, reading)
  }
  const status = entries.get('status')
  if (status !== undefined && !hasStatus) {
    reading.findings.add('P043', status.value.span, status.path, 'The status of the run is known only in job.after.', {
      hint: 'Use `when` in an after-hook.',
    })
  }
  const os = list('os')
  const event = list('event')
  const ref = list('ref')
  const exists = list('exists')
  const statuses = list('status')
  return {
    ...(os === undefined ? {} : { os }),
    ...(event === undefined ? {} : { event }),
    ...(ref === undefined ? {} : { ref }),
    ...(exists === undefined ? {} : { exists }),
    ...(statuses === undefined ? {} : { status: statuses.flatMap((word) => STATUSES.find((known) => known === word) ?? []) }),
  }
}

/** A list of texts; allowed words are checked. */
function readConditionList(entry: KnownEntry, reading: Reading): readonly string[] | undefined {
  const { value, path, field } = entry
  const texts = readTexts(value, path, reading)
  if (texts === undefined || value.kind !== 'list' || field.shape.kind !== 'wordList') return texts
  const { words } = field.shape
  return value.items.flatMap((item, index) =>
    item.kind === 'scalar' && typeof item.value === 'string' ? (readWord(item, `${path}[${index}]`, words, 'P043', reading) ?? []) : [],
  )
}

/** What is wrong with a variable's name, or undefined. */
export function variableNameProblem(name: string): string | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return `"${name.slice(0, 40)}" is not a name of a variable.`
  if (/^KOPIA_/i.test(name)) return 'Names that start with KOPIA_ are set by Cairn.'
  if (isNeverAllowed(name)) return `${name} never reaches a hook.`
  return undefined
}

/** Names of `env-allow`, `secrets`; a bad one is P042 at the item. */
export function readNames(entry: KnownEntry, reading: Reading): readonly string[] | undefined {
  const names = readTexts(entry.value, entry.path, reading)
  if (names === undefined || entry.value.kind !== 'list') return names
  for (const [index, item] of entry.value.items.entries()) {
    if (item.kind !== 'scalar' || typeof item.value !== 'string') continue
    const problem = variableNameProblem(item.value)
    if (problem !== undefined) reading.findings.add('P042', item.span, `${entry.path}[${index}]`, problem)
    else if (entry.name === 'secrets') checkSecretName(item.value, item, `${entry.path}[${index}]`, reading)
    else if (isCredentialLike(item.value)) {
      reading.findings.add(
        'P042',
        item.span,
        `${entry.path}[${index}]`,
        `${item.value} may be a credential, and env-allow does not pass those.`,
        {
          hint: 'Name it under "secrets", and have the caller allow it with hook-secrets (--hook-secret).',
        },
      )
    }
  }
  return names.filter((name) => variableNameProblem(name) === undefined)
}

function checkSecretName(name: string, node: YamlNode, path: string, reading: Reading): void {
  const { availableSecrets, unsetSecrets, purpose } = reading.options
  if (availableSecrets === undefined || availableSecrets.includes(name)) return
  if (unsetSecrets?.includes(name)) {
    reading.findings.add('P041', node.span, path, `The secret ${name} is allowed, but this variable is not set.`, {
      severity: purpose === 'run' ? 'error' : 'notice',
      hint: 'Set it in the environment of the command, in a workflow under `env:` of the step.',
    })
    return
  }
  reading.findings.add('P041', node.span, path, `The caller does not allow the secret ${name}.`, {
    severity: purpose === 'run' ? 'error' : 'notice',
    hint: `Name it in the input hook-secrets, or with --hook-secret ${name}.`,
  })
}

/** Variables of `env`; numbers and truth values are written as text. */
export function readVariables(entry: KnownEntry, reading: Reading): Readonly<Record<string, string>> | undefined {
  const map = readMap(entry.value, entry.path, reading)
  if (map === undefined) return undefined
  // No prototype: the names are the user's.
  const variables: Record<string, string> = Object.create(null)
  for (const { name, keySpan, value } of map.entries) {
    const path = childPath(entry.path, name)
    const problem = variableNameProblem(name)
    if (problem !== undefined) reading.findings.add('P042', keySpan, path, problem)
    const text = readVariable(value, path, reading)
    if (text === undefined || problem !== undefined) continue
    const secret = findSecret(text)
    if (secret !== undefined) reading.findings.add('P041', value.span, path, `This looks like ${secret.what}.`, { hint: SECRET_HINT })
    variables[name] = text
  }
  return variables
}

function readVariable(node: YamlNode, path: string, reading: Reading): string | undefined {
  if (node.kind !== 'scalar') return wrongType(node, path, 'text, a whole number, or true or false', reading)
  if (typeof node.value === 'string') return node.value
  if (typeof node.value === 'boolean') return String(node.value)
  if (typeof node.value === 'number' && Number.isSafeInteger(node.value) && /^-?(?:0|[1-9]\d*)$/.test(node.text)) return String(node.value)
  return wrongType(
    node,
    path,
    'text, a whole number, or true or false',
    reading,
    node.value === null ? 'Write "" for an empty value.' : `Write "${node.text}".`,
  )
}
