/** Reads one hook in any of its forms and compiles it (docs/policy.md, "Hooks"). */
import type { Hook, HookList, HookMode } from '../policy/hook.ts'
import { NATIVE_TIMEOUT_SECONDS } from '../policy/native-hooks.ts'
import { splitCommandString } from './command-string.ts'
import { readCondition, readMode, readNames, readTimeout, readVariables, readWhen } from './hook-options.ts'
import { readProgram } from './hook-programs.ts'
import { type JoinedSteps, joinSteps } from './hook-steps.ts'
import { type KnownEntry, readKeys } from './names.ts'
import type { Span } from './positions.ts'
import { type Reading, reportExtension } from './reading.ts'
import { readText, readTexts, readWord, wrongType } from './scalars.ts'
import { type FieldTable, HOOK_FIELDS, PROGRAM_FIELDS, STREAM_FIELDS } from './schema.ts'
import { checkPipes, checkScript, MAX_SCRIPT_BYTES } from './script-checks.ts'
import type { MapNode, ScalarNode, YamlNode } from './yaml-tree.ts'

/** Where a hook stands. */
export interface HookPlace {
  readonly kind: 'before-root' | 'after-root' | 'before-folder' | 'after-folder' | 'job-before' | 'job-after' | 'stream'
  /** The hook's key, where what is missing is reported. */
  readonly keySpan: Span
  readonly path: string
  /** The policy's target as written; `job` or the stream's name elsewhere. */
  readonly target: string
}

/** Timeout of a hook that names none, in seconds. */
export const DEFAULT_TIMEOUT_SECONDS = 300

const NATIVE_KEYS = ['path', 'args', 'script', 'timeout', 'mode']
const NATIVE_FIELDS: FieldTable = Object.fromEntries(Object.entries(HOOK_FIELDS).filter(([name]) => NATIVE_KEYS.includes(name)))

/** A hook under `actions`; undefined when it is wrong, after reporting. */
export function readHook(node: YamlNode, place: HookPlace, reading: Reading): HookList | undefined {
  if (node.kind === 'map') {
    const hook = readHookMap(node, place, reading)
    return hook === undefined ? undefined : [hook]
  }
  if (node.kind === 'list' && !reading.isNative) return readSteps(node.items, node.span, place, reading)
  if (node.kind === 'scalar' && typeof node.value === 'string') return readWordHook(node, node.value, place, reading)
  return wrongType(node, place.path, 'a hook', reading, 'Write a map with `run`, `file` or `command`.')
}

/** One entry of `job.before` or `job.after`. */
export function readJobStep(node: YamlNode, place: HookPlace, reading: Reading): Hook | undefined {
  if (node.kind === 'map') return readHookMap(node, place, reading)
  if (node.kind === 'scalar' && typeof node.value === 'string') {
    readWordHook(node, node.value, place, reading)
    return undefined
  }
  return wrongType(node, place.path, 'a hook', reading, 'Write a map with `run`, `file` or `command`.')
}

function readWordHook(node: ScalarNode, word: string, place: HookPlace, reading: Reading): HookList | undefined {
  const isRoot = place.kind === 'before-root' || place.kind === 'after-root'
  if (word === 'none' && isRoot && !reading.isNative)
    return [{ ...baseOf(place, reading), program: { kind: 'none' }, mode: 'optional', capturesRedirect: false }]
  if (word === 'none' || word === 'inherit') {
    const message =
      word === 'none'
        ? '`none` switches off an inherited hook, and only root hooks are inherited.'
        : 'A hook that is not set is inherited; there is no word for it.'
    reading.findings.add('P033', node.span, place.path, message, { hint: 'Delete this hook.' })
    return undefined
  }
  reading.findings.add('P031', node.span, place.path, `A string is not a command: ${describeSplit(word)}.`, { hint: rewrites(word) })
  return undefined
}

function describeSplit(text: string): string {
  const split = splitCommandString(text)
  if (!split.ok) return split.problem === 'empty' ? 'it is empty' : 'Kopia refuses its quotes'
  const shown = split.argv
    .map((item) => `‹${item}›`)
    .join(' ')
    .slice(0, 300)
  return `Kopia would split it into ${shown}${split.dropped === '' ? '' : ' and drop what follows the line end'}`
}

function rewrites(text: string): string {
  const split = splitCommandString(text)
  const argv = split.ok ? split.argv : text.split(' ')
  const run = text.includes('\n')
    ? '`run: |` with these lines below it'
    : `\`run: ${/^[\w./ $-]+$/.test(text) ? text : JSON.stringify(text)}\``
  return `Write ${run}, or \`command: ${JSON.stringify(argv)}\`.`.slice(0, 600)
}

function readSteps(items: readonly YamlNode[], span: Span, place: HookPlace, reading: Reading): HookList | undefined {
  if (items.length === 0) {
    reading.findings.add('P032', span, place.path, 'The list of steps is empty.')
    return undefined
  }
  const joined = joinSteps(items, place.path, reading)
  if (joined !== undefined) return readJoined(joined, span, place, reading)
  if (items.length > 1) reportExtension(reading, place.keySpan, place.path, 'a list of steps that are not lines of one script')
  const hooks: Hook[] = []
  for (const [index, item] of items.entries()) {
    const stepPlace = { ...place, path: `${place.path}[${index}]` }
    if (item.kind === 'map') {
      const hook = readHookMap(item, stepPlace, reading)
      if (hook !== undefined) hooks.push(hook)
    } else if (item.kind === 'scalar' && typeof item.value === 'string') {
      readWordHook(item, item.value, { ...stepPlace, kind: 'before-folder' }, reading)
    } else wrongType(item, stepPlace.path, 'a step', reading, 'Write a map with `run`, `file` or `command`.')
  }
  const [first, ...rest] = hooks
  return first === undefined || hooks.length !== items.length ? undefined : [first, ...rest]
}

function readJoined(joined: JoinedSteps, span: Span, place: HookPlace, reading: Reading): HookList | undefined {
  const hook = readHookMap(joined.map, { ...place, path: `${place.path}[0]` }, reading)
  let isUsable = hook !== undefined
  for (const { node, path } of joined.others) {
    reading.scripts.add(node)
    const script = String(node.value)
    if (!checkScript({ node, path, script, stored: script, isInline: true }, reading)) isUsable = false
    else if (hook?.program.kind === 'script' && (hook.program.shell ?? 'sh') === 'sh') checkPipes(node, script, path, reading)
  }
  if (!isUsable || hook?.program.kind !== 'script') return undefined
  const parts = [hook.program.script, ...joined.others.map(({ node }) => String(node.value))]
  const script = parts.map((part) => (part.endsWith('\n') ? part : `${part}\n`)).join('')
  if (Buffer.byteLength(script) > MAX_SCRIPT_BYTES) {
    reading.findings.add('P034', span, place.path, `The steps together have more than ${MAX_SCRIPT_BYTES} bytes.`, {
      hint: 'Keep the script in the repository and start it from a short one.',
    })
  }
  return [{ ...hook, program: { ...hook.program, script } }]
}

/** Reads a hook written as a map. */
export function readHookMap(map: MapNode, place: HookPlace, reading: Reading): Hook | undefined {
  const table = reading.isNative ? NATIVE_FIELDS : place.kind === 'stream' ? STREAM_FIELDS : HOOK_FIELDS
  const entries = readKeys(map, table, place.path, reading.findings)
  for (const entry of entries.values()) {
    // `capture: none` before a folder only promises that the hook does not redirect; kopia loses nothing by it.
    const isPromise = entry.name === 'capture' && place.kind === 'before-folder'
    if (entry.field.isExtension && place.kind !== 'stream' && !isPromise)
      reportExtension(reading, entry.keySpan, entry.path, `"${entry.name}"`)
  }
  const chosen = chooseProgram(entries, place, reading)
  const read = chosen === undefined ? undefined : readProgram(chosen, entries, reading.defaults.shell, reading)
  const mode = place.kind === 'stream' ? 'essential' : readModeOrDefault(entries, place, reading)
  const timeoutSeconds = readTimeout(entries, reading) ?? defaultTimeout(chosen?.name, place, reading)
  const options = readOptions(entries, place, reading)
  if (read === undefined) return undefined
  return { ...baseOf(place, reading), ...options, program: read.program, mode, timeoutSeconds }
}

function chooseProgram(entries: ReadonlyMap<string, KnownEntry>, place: HookPlace, reading: Reading): KnownEntry | undefined {
  const present = PROGRAM_FIELDS.flatMap((name) => entries.get(name) ?? [])
  const [first] = present
  const hint = 'Use exactly one of run, file and command.'
  if (first === undefined) {
    reading.findings.add('P030', place.keySpan, place.path, 'The hook says nothing to run.', { hint })
    return undefined
  }
  const script = entries.get('script')
  if (reading.isNative && present.length === 2 && script !== undefined) {
    reading.findings.add('P030', place.keySpan, place.path, 'The hook has both path and script; the script is run.', {
      severity: 'warning',
    })
    return script
  }
  if (present.length > 1) {
    reading.findings.add('P030', place.keySpan, place.path, `The hook has ${present.map((entry) => entry.name).join(' and ')}.`, { hint })
    for (const entry of present)
      if ((entry.name === 'run' || entry.name === 'script') && entry.value.kind === 'scalar') reading.scripts.add(entry.value)
    return undefined
  }
  if (entries.has('args') && first.name !== 'path' && !reading.isNative) {
    reading.findings.add('P030', place.keySpan, place.path, '`args` belongs to `path`.', { hint: 'Write `command: [program, argument]`.' })
  }
  return first
}

function readModeOrDefault(entries: ReadonlyMap<string, KnownEntry>, place: HookPlace, reading: Reading): HookMode {
  const mode = readMode(entries, reading)
  if (mode !== undefined) return mode
  const assumed = reading.isNative ? 'optional' : 'essential'
  const isAbsent = !(entries.has('mode') || entries.has('continue-on-error'))
  const isEmpty = reading.isNative && entries.get('mode')?.value.kind === 'scalar'
  if (isAbsent || isEmpty) {
    reading.findings.add('P037', place.keySpan, place.path, `The hook names no mode; it is ${assumed}.`, {
      severity: 'notice',
      hint: reading.isNative
        ? 'Kopia takes a missing mode as optional. Write "mode": "essential" if a failure must stop the snapshot.'
        : `Write mode: ${assumed} to say so.`,
    })
  }
  return assumed
}

function defaultTimeout(program: string | undefined, place: HookPlace, reading: Reading): number {
  if (reading.isNative) return NATIVE_TIMEOUT_SECONDS
  const isJob = place.kind === 'job-before' || place.kind === 'job-after'
  const fromFile = isJob || program === 'run' ? reading.defaults.timeoutSeconds : undefined
  return fromFile ?? DEFAULT_TIMEOUT_SECONDS
}

function readOptions(
  entries: ReadonlyMap<string, KnownEntry>,
  place: HookPlace,
  reading: Reading,
): Partial<Hook> & { capturesRedirect: boolean } {
  const isAfter = place.kind === 'after-root' || place.kind === 'after-folder' || place.kind === 'job-after'
  const optional = <T>(name: string, read: (entry: KnownEntry) => T | undefined): T | undefined => {
    const entry = entries.get(name)
    return entry === undefined ? undefined : read(entry)
  }
  const name = optional('name', (entry) => readText(entry.value, entry.path, reading))
  const when = optional('when', (entry) => readWhen(entry, isAfter, reading))
  const condition = optional('if', (entry) => readCondition(entry, place.kind === 'job-after', reading))
  const env = optional('env', (entry) => readVariables(entry, reading))
  const ownAllow = optional('env-allow', (entry) => readNames(entry, reading))
  const envAllow =
    ownAllow === undefined && reading.defaults.envAllow === undefined
      ? undefined
      : [...new Set([...(reading.defaults.envAllow ?? []), ...(ownAllow ?? [])])]
  const secrets = optional('secrets', (entry) => readNames(entry, reading))
  const requires = optional('requires', (entry) => readTexts(entry.value, entry.path, reading))
  const workingDirectory = optional('working-directory', (entry) => readWorkingDirectory(entry, reading))
  const capture = optional('capture', (entry) => readWord(entry.value, entry.path, ['none'], 'P012', reading))
  const capturesAtAll = place.kind === 'before-root' || place.kind === 'before-folder'
  return {
    ...(name === undefined ? {} : { name }),
    ...(when === undefined ? {} : { when }),
    ...(condition === undefined ? {} : { if: condition }),
    ...(env === undefined ? {} : { env }),
    ...(envAllow === undefined ? {} : { envAllow }),
    ...(secrets === undefined ? {} : { secrets }),
    ...(requires === undefined ? {} : { requires }),
    ...(workingDirectory === undefined ? {} : { workingDirectory }),
    capturesRedirect: capturesAtAll && capture !== 'none',
  }
}

function readWorkingDirectory(entry: KnownEntry, reading: Reading): string | undefined {
  const text = readText(entry.value, entry.path, reading)
  if (text === undefined) return undefined
  if (text !== '' && !/^(?:[\\/]|[A-Za-z]:)/.test(text) && !text.split(/[\\/]/).includes('..')) return text
  reading.findings.add('P012', entry.value.span, entry.path, 'A working directory is a path below the workspace root.', {
    hint: 'Write such as `data/db`.',
  })
  return undefined
}

function baseOf(place: HookPlace, reading: Reading): Pick<Hook, 'origin' | 'timeoutSeconds'> {
  return {
    timeoutSeconds: DEFAULT_TIMEOUT_SECONDS,
    origin: { kind: 'policy-file', target: place.target, line: reading.lines.locate(place.keySpan.start).line },
  }
}
