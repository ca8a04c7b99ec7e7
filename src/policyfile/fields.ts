/** Reads the fields of one policy by the tables of schema.ts. */
import { cronProblem } from './cron.ts'
import { type KnownEntry, nearestWord, readKeys } from './names.ts'
import { type Reading, reportExtension } from './reading.ts'
import {
  isTruthTrap,
  readBoolean,
  readCount,
  readDuration,
  readMap,
  readSize,
  readText,
  readTexts,
  readWord,
  wrongType,
} from './scalars.ts'
import type { Field, FieldTable, Shape } from './schema.ts'
import { childPath, type MapNode, type YamlNode } from './yaml-tree.ts'

const MOST = Number.MAX_SAFE_INTEGER

/** A group of values under their native names; groups inside are such records again. */
export type Values = Record<string, unknown>

/** Called for each hook below `actions`; hooks are read by hook-set.ts. */
export type OnHook = (entry: KnownEntry) => void

/** Reads a group; empty groups are left out of the result. */
export function readGroup(map: MapNode, table: FieldTable, path: string, reading: Reading, onHook?: OnHook): Values {
  const values: Values = {}
  for (const entry of readKeys(map, table, path, reading.findings).values()) {
    if (entry.field.isExtension) {
      if (reading.isNative) reading.findings.add('P011', entry.keySpan, entry.path, `"${entry.name}" is not a key of a Kopia policy.`)
      reportExtension(reading, entry.keySpan, entry.path, `"${entry.name}"`)
    }
    if (entry.field.shape.kind === 'hook') {
      onHook?.(entry)
      continue
    }
    const value = readField(entry, reading, onHook)
    if (value !== undefined) values[entry.field.into ?? entry.name] = value
  }
  if (Object.hasOwn(table, 'manual')) checkManual(map, table, path, reading)
  return values
}

function readField(entry: KnownEntry, reading: Reading, onHook: OnHook | undefined): unknown {
  const { shape } = entry.field
  if (shape.kind === 'group') return readGroupValue(entry.value, shape, entry.path, reading, onHook)
  return readShape(entry.value, shape, entry.path, reading)
}

function readGroupValue(
  node: YamlNode,
  shape: Extract<Shape, { kind: 'group' }>,
  path: string,
  reading: Reading,
  onHook: OnHook | undefined,
): Values | undefined {
  const field: Field | undefined = shape.short === undefined ? undefined : shape.fields[shape.short]
  if (shape.short !== undefined && field !== undefined && node.kind === 'scalar' && node.value !== null) {
    const value = readShape(node, field.shape, path, reading)
    return value === undefined ? undefined : { [shape.short]: value }
  }
  const map = readMap(node, path, reading)
  if (map === undefined) return undefined
  const values = readGroup(map, shape.fields, path, reading, onHook)
  return Object.keys(values).length === 0 ? undefined : values
}

function readShape(node: YamlNode, shape: Shape, path: string, reading: Reading): unknown {
  switch (shape.kind) {
    case 'boolean':
      return readBoolean(node, path, reading)
    case 'count':
      return readCount(node, path, shape.least ?? 0, shape.most ?? MOST, reading)
    case 'size':
      return readSize(node, path, reading)
    case 'duration':
      return readDuration(node, path, reading)
    case 'text':
      return readText(node, path, reading)
    case 'texts':
      return readTexts(node, path, reading)
    case 'words':
      return readName(node, path, shape.words, reading)
    case 'numbered':
      return readNumbered(node, path, shape.words, reading)
    case 'times':
      return readTimes(node, path, reading)
    case 'crons':
      return readCrons(node, path, reading)
    default:
      return undefined
  }
}

/** Names that Kopia would store whatever they are; a wrong one is P050, except for our own words. */
function readName(node: YamlNode, path: string, words: readonly string[], reading: Reading): string | undefined {
  if (node.kind === 'scalar' && node.value === '') return undefined
  if (node.kind === 'scalar' && node.value === 'lz4' && words.includes('none')) {
    reading.findings.add('P050', node.span, path, 'Nothing can be written with lz4 any more.', { hint: 'Write zstd-fastest.' })
    return undefined
  }
  return readWord(node, path, words, words.length === 1 ? 'P012' : 'P050', reading)
}

function readNumbered(node: YamlNode, path: string, words: readonly string[], reading: Reading): number | undefined {
  if (node.kind === 'scalar' && typeof node.value === 'string') {
    const index = words.indexOf(node.value)
    if (index >= 0) return index
    const nearest = nearestWord(node.value, words)
    reading.findings.add('P012', node.span, path, `"${node.value.slice(0, 40)}" is not known here.`, {
      hint: nearest === undefined ? `Known here: ${words.join(', ')}.` : `Did you mean "${nearest}"?`,
    })
    return undefined
  }
  return readCount(node, path, 0, words.length - 1, reading)
}

const TIME_FIELDS: FieldTable = {
  hour: { doc: 'Hour, 0 to 23.', shape: { kind: 'count', most: 23 } },
  min: { doc: 'Minute, 0 to 59.', shape: { kind: 'count', most: 59 } },
}

function readTimes(node: YamlNode, path: string, reading: Reading): { hour: number; min: number }[] | undefined {
  if (node.kind !== 'list') return wrongType(node, path, 'a list of times', reading, 'Write ["03:30"].')
  const times: { hour: number; min: number }[] = []
  for (const [index, item] of node.items.entries()) {
    const time = readTime(item, `${path}[${index}]`, reading)
    if (time !== undefined) times.push(time)
  }
  return times.sort((a, b) => a.hour - b.hour || a.min - b.min)
}

function readTime(node: YamlNode, path: string, reading: Reading): { hour: number; min: number } | undefined {
  if (node.kind === 'map') {
    const entries = readKeys(node, TIME_FIELDS, path, reading.findings)
    const part = (name: string, most: number) => {
      const entry = entries.get(name)
      return entry === undefined ? 0 : readCount(entry.value, entry.path, 0, most, reading)
    }
    const hour = part('hour', 23)
    const min = part('min', 59)
    return hour === undefined || min === undefined ? undefined : { hour, min }
  }
  if (node.kind === 'scalar' && node.style === 'plain' && /^\d{1,2}:\d{1,2}(?::\d+)?$/.test(node.text)) {
    reading.findings.add('P013', node.span, path, `${node.text} without quotes is a number in YAML 1.1.`, { hint: `Write "${node.text}".` })
    return undefined
  }
  if (node.kind === 'scalar' && isTruthTrap(node, path, 'Write "HH:MM".', reading)) return undefined
  const text = readText(node, path, reading)
  if (text === undefined) return undefined
  const match = /^(\d{1,2}):(\d{2})$/.exec(text)
  if (match === null) {
    reading.findings.add('P012', node.span, path, `"${text.slice(0, 40)}" is not a time of day.`, { hint: 'Write "HH:MM".' })
    return undefined
  }
  const time = { hour: Number(match[1]), min: Number(match[2]) }
  if (time.hour <= 23 && time.min <= 59) return time
  reading.findings.add('P050', node.span, path, `There is no time ${text}.`, { hint: 'Hours go to 23, minutes to 59.' })
  return undefined
}

function readCrons(node: YamlNode, path: string, reading: Reading): string[] | undefined {
  const texts = readTexts(node, path, reading)
  if (texts === undefined || node.kind !== 'list') return texts
  for (const [index, item] of node.items.entries()) {
    const problem = item.kind === 'scalar' && typeof item.value === 'string' ? cronProblem(item.value) : undefined
    if (problem !== undefined) {
      reading.findings.add('P051', item.span, `${path}[${index}]`, `Kopia does not take this cron expression: ${problem}.`)
    }
  }
  return texts
}

/** Kopia refuses `manual: true` beside any other scheduling field; the one that comes second is named. */
function checkManual(map: MapNode, table: FieldTable, path: string, reading: Reading): void {
  const isSet = (node: YamlNode) =>
    node.kind === 'list' ? node.items.length > 0 : node.kind === 'scalar' && node.value !== false && node.value !== 0 && node.value !== null
  // An explicit false for runMissed is a value of its own.
  const set = map.entries.filter((entry) => isSet(entry.value) || /^run-?missed$/i.test(entry.name))
  const manual = set.find((entry) => entry.name === 'manual' && entry.value.kind === 'scalar' && entry.value.value === true)
  const other = set.find((entry) => entry !== manual && (Object.hasOwn(table, entry.name) || /-/.test(entry.name)))
  if (manual === undefined || other === undefined) return
  const second = map.entries.indexOf(manual) > map.entries.indexOf(other) ? manual : other
  reading.findings.add('P051', second.keySpan, childPath(path, second.name), 'Kopia refuses manual beside other scheduling fields.', {
    hint: 'Keep manual: true alone, or delete it.',
  })
}
