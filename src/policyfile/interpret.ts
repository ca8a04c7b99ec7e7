/** Reads the top level of a policy file into its typed value. */
import { checkSurroundings } from './cross-checks.ts'
import { MAX_TIMEOUT_SECONDS } from './durations.ts'
import { readNames, readTimeout } from './hook-options.ts'
import { readShell } from './hook-programs.ts'
import { readJobStep } from './hooks.ts'
import { type KnownEntry, readKeys } from './names.ts'
import { readPolicies } from './policies.ts'
import type { FileDefaults, FileIdentity, PolicyFile } from './policy-file.ts'
import { type Reading, reportExtension } from './reading.ts'
import { readMap, readText, wrongType } from './scalars.ts'
import { type FieldTable, TOP_FIELDS } from './schema.ts'
import { findSecret, userInfoOf } from './secrets.ts'
import { readSources } from './sources.ts'
import { isAbsolute, mergeIdentity, normalizePath } from './targets.ts'
import { childPath, type MapNode, type YamlNode } from './yaml-tree.ts'

/** The value of a file, but for what only its bytes know. */
export type InterpretedFile = Omit<PolicyFile, 'path' | 'sha256'>

/** A Kopia export: no `version`, no other key of ours, every value a map. */
export function isNativeForm(root: MapNode): boolean {
  return root.entries.length > 0 && root.entries.every(({ name, value }) => !Object.hasOwn(TOP_FIELDS, name) && value.kind === 'map')
}

/** Reads a native file: the whole document is the map of policies. */
export function interpretNative(root: MapNode, reading: Reading): InterpretedFile {
  const layers = readPolicies(root, '', reading)
  const identity = mergeIdentity({}, reading.options.identity)
  checkSurroundings({ layers, sources: undefined, identity }, reading)
  return { version: 1, isNative: true, source: {}, layers: layers.map(({ layer }) => layer), job: { before: [], after: [] }, defaults: {} }
}

/** Reads a policy file of our own form. `reading.defaults` must be those of `readDefaults`. */
export function interpretFile(root: MapNode, reading: Reading): InterpretedFile {
  const entries = readKeys(root, TOP_FIELDS, '', reading.findings)
  checkVersion(root, entries.get('version'), reading)
  const sourceEntry = entries.get('source')
  const source = sourceEntry === undefined ? {} : readIdentity(sourceEntry, reading)
  const repositoryEntry = entries.get('repository')
  const repository = repositoryEntry === undefined ? undefined : readLocation(repositoryEntry, reading)
  const sourcesEntry = entries.get('sources')
  const sources = sourcesEntry === undefined ? undefined : readSources(sourcesEntry.value, sourcesEntry.path, reading)
  const policiesEntry = entries.get('policies')
  const policies = policiesEntry === undefined ? undefined : readMap(policiesEntry.value, policiesEntry.path, reading)
  const layers = policies === undefined ? [] : readPolicies(policies, 'policies', reading)
  const jobEntry = entries.get('job')
  const job = jobEntry === undefined ? { before: [], after: [] } : readJob(jobEntry, reading)
  checkSurroundings({ layers, sources, identity: mergeIdentity(source, reading.options.identity) }, reading)
  return {
    version: 1,
    isNative: false,
    source,
    ...(repository === undefined ? {} : { repository }),
    ...(sources === undefined ? {} : { sources }),
    layers: layers.map(({ layer }) => layer),
    job,
    defaults: reading.defaults,
  }
}

function checkVersion(root: MapNode, entry: KnownEntry | undefined, reading: Reading): void {
  const hint = 'Write version: 1.'
  if (entry === undefined) {
    reading.findings.add('P010', root.entries[0]?.keySpan ?? root.span, '', 'The file does not say its version.', { hint })
    return
  }
  const { value } = entry
  const isOne = value.kind === 'scalar' && value.value === 1 && value.text === '1' && value.style === 'plain'
  if (!isOne && value.kind !== 'invalid') reading.findings.add('P010', value.span, 'version', 'This version is not known.', { hint })
}

/** `defaults`, which hooks anywhere in the file need. */
export function readDefaults(root: MapNode, reading: Reading): FileDefaults {
  const entry = root.entries.find(({ name }) => name === 'defaults')
  const map = entry === undefined ? undefined : readMap(entry.value, 'defaults', reading)
  const shape = TOP_FIELDS['defaults']?.shape
  if (map === undefined || shape?.kind !== 'group') return {}
  const entries = readKeys(map, shape.fields, 'defaults', reading.findings)
  const shell = readShell(entries.get('shell'), { ...reading, options: { ...reading.options, strictKopia: false } })
  const timeoutSeconds = readTimeout(entries, reading)
  const allowEntry = entries.get('env-allow')
  const envAllow = allowEntry === undefined ? undefined : readNames(allowEntry, reading)
  return {
    ...(shell === undefined ? {} : { shell }),
    ...(timeoutSeconds === undefined || timeoutSeconds > MAX_TIMEOUT_SECONDS ? {} : { timeoutSeconds }),
    ...(envAllow === undefined ? {} : { envAllow }),
  }
}

function fieldsOf(name: string): FieldTable {
  const shape = TOP_FIELDS[name]?.shape
  return shape?.kind === 'group' ? shape.fields : {}
}

function readIdentity(entry: KnownEntry, reading: Reading): FileIdentity {
  const map = readMap(entry.value, entry.path, reading)
  if (map === undefined) return {}
  const entries = readKeys(map, fieldsOf('source'), entry.path, reading.findings)
  const part = (name: string, isFine: (text: string) => boolean, expected: string) => {
    const known = entries.get(name)
    const text = known === undefined ? undefined : readText(known.value, known.path, reading)
    if (known === undefined || text === undefined) return undefined
    if (isFine(text)) return text
    reading.findings.add('P012', known.value.span, known.path, `This is not ${expected}.`)
    return undefined
  }
  const user = part('user', (text) => /^[^\s@:/\\]+$/.test(text), 'a user name')
  const host = part('host', (text) => /^[^\s@:/\\]+$/.test(text), 'a host name')
  const root = part('root', (text) => isAbsolute(text) && !/\p{Cc}/u.test(text), 'an absolute path')
  return {
    ...(user === undefined ? {} : { user }),
    ...(host === undefined ? {} : { host }),
    ...(root === undefined ? {} : { root: normalizePath(root) }),
  }
}

function readLocation(entry: KnownEntry, reading: Reading): string | undefined {
  const location = readText(entry.value, entry.path, reading)
  if (location === undefined) return undefined
  if (location.trim() === '') {
    reading.findings.add('P012', entry.value.span, entry.path, 'The location is empty.', {
      hint: 'Leave `repository` out, or write such as s3://bucket/prefix.',
    })
    return undefined
  }
  if (userInfoOf(location) !== undefined || findSecret(location) !== undefined) {
    reading.findings.add('P041', entry.value.span, entry.path, 'A location never holds a user, a password or a key.', {
      severity: 'error',
      hint: 'Pass credentials in the environment of the step.',
    })
    return undefined
  }
  return location
}

function readJob(entry: KnownEntry, reading: Reading): InterpretedFile['job'] {
  reportExtension(reading, entry.keySpan, entry.path, '`job`')
  const map = readMap(entry.value, entry.path, reading)
  if (map === undefined) return { before: [], after: [] }
  const entries = readKeys(map, fieldsOf('job'), entry.path, reading.findings)
  const steps = (name: 'before' | 'after') => {
    const known = entries.get(name)
    if (known === undefined) return []
    if (known.value.kind !== 'list') {
      wrongType(known.value, known.path, 'a list of hooks', reading, 'Start each hook with a dash.')
      return []
    }
    return known.value.items.flatMap((item, index) => readStep(item, name, index, reading) ?? [])
  }
  return { before: steps('before'), after: steps('after') }
}

function readStep(item: YamlNode, name: 'before' | 'after', index: number, reading: Reading) {
  const path = `${childPath('job', name)}[${index}]`
  const keySpan = item.kind === 'map' ? (item.entries[0]?.keySpan ?? item.span) : item.span
  return readJobStep(item, { kind: name === 'before' ? 'job-before' : 'job-after', keySpan, path, target: 'job' }, reading)
}
