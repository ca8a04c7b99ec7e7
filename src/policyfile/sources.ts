/** Reads `sources`: paths, and commands whose output is stored. */
import { readHookMap } from './hooks.ts'
import { readKeys } from './names.ts'
import type { FileSource, StreamSource } from './policy-file.ts'
import { type Reading, reportExtension } from './reading.ts'
import { readSize, readText, wrongType } from './scalars.ts'
import { STREAM_FIELDS } from './schema.ts'
import type { MapNode, YamlNode } from './yaml-tree.ts'

/** The list, or undefined when it is wrong; bad items are reported and left out. */
export function readSources(node: YamlNode, path: string, reading: Reading): FileSource[] | undefined {
  if (node.kind !== 'list') return wrongType(node, path, 'a list', reading, 'Write [.] for the workspace.')
  if (node.items.length === 0) {
    reading.findings.add('P012', node.span, path, 'The list of sources is empty.', {
      hint: 'Leave `sources` out to snapshot the workspace.',
    })
    return undefined
  }
  return node.items.flatMap((item, index) => readSource(item, `${path}[${index}]`, reading) ?? [])
}

function readSource(node: YamlNode, path: string, reading: Reading): FileSource | undefined {
  if (node.kind === 'map') return readStream(node, path, reading)
  const text = readText(node, path, reading)
  if (text === undefined) return undefined
  const problem = text.trim() === '' ? 'A source cannot be empty.' : /\0/.test(text) ? 'A path cannot hold a NUL character.' : undefined
  if (problem !== undefined) {
    reading.findings.add('P020', node.span, path, problem, { hint: 'Write . for the workspace root.' })
    return undefined
  }
  const isRoot = /^(?:[/\\]+|[A-Za-z]:[/\\])$/.test(text)
  return { kind: 'path', path: isRoot ? text : text.replace(/[/\\]+$/, ''), range: reading.lines.rangeOf(node.span) }
}

function readStream(map: MapNode, path: string, reading: Reading): StreamSource | undefined {
  const keys = map.entries.find((entry) => entry.name === 'stream')
  const first = map.entries[0]
  if (keys === undefined) {
    reading.findings.add('P012', first?.keySpan ?? map.span, path, 'A source is a path, or a map with `stream`.', {
      hint: 'Write `- stream: NAME` with `run` or `command`.',
    })
  }
  const keySpan = keys?.keySpan ?? first?.keySpan ?? map.span
  reportExtension(reading, keySpan, path, 'a stream source')
  const name = keys === undefined ? undefined : readText(keys.value, `${path}.stream`, reading)
  if (name !== undefined && keys !== undefined && !isFileName(name)) {
    reading.findings.add('P020', keys.value.span, `${path}.stream`, 'A stream is named like one file.', {
      hint: 'Use letters, digits, dots and dashes, without a slash.',
    })
  }
  const hook = readHookMap(map, { kind: 'stream', keySpan, path, target: name ?? 'stream' }, reading)
  // The keys were checked by readHookMap; the same findings at the same places are kept once.
  const minSize = readKeys(map, STREAM_FIELDS, path, reading.findings).get('min-size')
  const minSizeBytes = minSize === undefined ? 1 : readSize(minSize.value, minSize.path, reading)
  if (hook === undefined || name === undefined || minSizeBytes === undefined) return undefined
  return { kind: 'stream', name, hook, minSizeBytes, range: reading.lines.rangeOf(map.span) }
}

function isFileName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\\\p{Cc}]/u.test(name) && Buffer.byteLength(name) <= 255
}
