/** Reads single values: each function returns the value, or undefined after it has reported what is wrong. */
import { parseByteSize, parseDuration } from './durations.ts'
import { nearestWord } from './names.ts'
import type { Reading } from './reading.ts'
import { describeNode, type MapNode, type ScalarNode, type YamlNode } from './yaml-tree.ts'

/** Reports P012: another type than the place needs. */
export function wrongType(node: YamlNode, path: string, expected: string, reading: Reading, hint?: string): undefined {
  if (node.kind === 'invalid') return undefined
  const extras = hint === undefined ? {} : { hint }
  reading.findings.add('P012', node.span, path, `Here must be ${expected}, not ${describeNode(node)}.`, extras)
  return undefined
}

/** Any text; a number or a boolean is P012. */
export function readText(node: YamlNode, path: string, reading: Reading): string | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') {
    const hint = node.kind === 'scalar' && node.value !== null ? `Write ${JSON.stringify(node.text)}.` : undefined
    return wrongType(node, path, 'text', reading, hint)
  }
  return node.value
}

/** true or false; the words of YAML 1.1 are P013. */
export function readBoolean(node: YamlNode, path: string, reading: Reading): boolean | undefined {
  if (node.kind === 'scalar') {
    if (typeof node.value === 'boolean') return node.value
    if (isTruthTrap(node, path, `Write ${/^(?:y|yes|on)$/i.test(node.text)}.`, reading)) return undefined
  }
  return wrongType(node, path, 'true or false', reading)
}

/** Whether the node is a word that YAML 1.1 takes for a truth value (P013, reported). */
export function isTruthTrap(node: ScalarNode, path: string, hint: string, reading: Reading): boolean {
  if (node.style !== 'plain' || !/^(?:y|n|yes|no|on|off)$/i.test(node.text)) return false
  reading.findings.add('P013', node.span, path, `"${node.text}" is text in YAML 1.2 and a truth value in YAML 1.1.`, { hint })
  return true
}

/** Whether the node stands for a number and is one that YAML versions read differently (P013, reported); `hint` says what is written here. */
function isNumberTrap(node: ScalarNode, path: string, hint: string, reading: Reading): boolean {
  if (node.style !== 'plain') return false
  if (isTruthTrap(node, path, hint, reading)) return true
  if (/^[-+]?0\d+$/.test(node.text)) {
    reading.findings.add('P013', node.span, path, `"${node.text}" is octal in YAML 1.1 and decimal in YAML 1.2.`, {
      hint: `Write ${Number(node.text)}.`,
    })
    return true
  }
  if (/^\d+(?::\d+)+$/.test(node.text)) {
    reading.findings.add('P013', node.span, path, `"${node.text}" is a number to the base 60 in YAML 1.1 and text in YAML 1.2.`, {
      hint: 'Write a plain number, or a time in quotes.',
    })
    return true
  }
  return false
}

/** A whole number in the given limits; outside is P050. */
export function readCount(node: YamlNode, path: string, least: number, most: number, reading: Reading): number | undefined {
  if (node.kind !== 'scalar') return wrongType(node, path, 'a whole number', reading)
  if (isNumberTrap(node, path, 'Write a whole number.', reading)) return undefined
  if (typeof node.value !== 'number') return wrongType(node, path, 'a whole number', reading)
  if (!Number.isInteger(node.value) || (/[.e]/i.test(node.text) && !/^0x/i.test(node.text))) {
    reading.findings.add('P012', node.span, path, `Here must be a whole number in digits, not ${node.text.slice(0, 40)}.`, {
      ...(Number.isSafeInteger(node.value) && { hint: `Write ${node.value}.` }),
    })
    return undefined
  }
  if (node.value < least || node.value > most) {
    const limits = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `between ${least} and ${most}`
    reading.findings.add('P050', node.span, path, `${node.text} has no meaning here; the value must be ${limits}.`)
    return undefined
  }
  return node.value
}

const SIZE_HINT = 'Write a whole number of bytes, or such as 512 KiB, 20 MB, 2 GiB.'

/** Bytes. */
export function readSize(node: YamlNode, path: string, reading: Reading): number | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return readCount(node, path, 0, Number.MAX_SAFE_INTEGER, reading)
  if (isNumberTrap(node, path, SIZE_HINT, reading)) return undefined
  const bytes = parseByteSize(node.value)
  if (bytes !== undefined) return bytes
  if (/^-\d+ ?[KMGT]?i?B?$/.test(node.value)) {
    reading.findings.add('P050', node.span, path, 'A size cannot be negative.')
    return undefined
  }
  reading.findings.add('P012', node.span, path, `"${node.value.slice(0, 40)}" is not a size.`, {
    hint: SIZE_HINT,
  })
  return undefined
}

const DURATION_HINT = 'Write seconds, or such as 90s, 5m, 1h30m.'

/** Seconds; anything but a duration is P039. Limits are the caller's. */
export function readDuration(node: YamlNode, path: string, reading: Reading): number | undefined {
  if (node.kind !== 'scalar' || node.value === null || typeof node.value === 'boolean') return wrongType(node, path, 'a duration', reading)
  if (isNumberTrap(node, path, DURATION_HINT, reading)) return undefined
  const seconds = typeof node.value === 'number' && Number.isInteger(node.value) ? node.value : parseDuration(String(node.value))
  if (seconds !== undefined) return seconds
  reading.findings.add('P039', node.span, path, `"${String(node.value).slice(0, 40)}" is not a whole number of seconds.`, {
    hint: DURATION_HINT,
  })
  return undefined
}

/** One of the words; another one is reported under `code`. */
export function readWord(
  node: YamlNode,
  path: string,
  words: readonly string[],
  code: 'P012' | 'P037' | 'P043' | 'P050',
  reading: Reading,
): string | undefined {
  const text = readText(node, path, reading)
  if (text === undefined || words.includes(text)) return text
  const nearest = nearestWord(text, words)
  const hint = nearest === undefined ? `Known here: ${words.join(', ')}.` : `Did you mean "${nearest}"?`
  reading.findings.add(code, node.span, path, `"${text.slice(0, 40)}" is not known here.`, { hint })
  return undefined
}

/** A list of texts; a single text is P012. */
export function readTexts(node: YamlNode, path: string, reading: Reading): string[] | undefined {
  if (node.kind !== 'list')
    return wrongType(node, path, 'a list', reading, node.kind === 'scalar' && node.text !== '' ? `Write [${node.text}].` : undefined)
  return node.items.flatMap((item, index) => readText(item, `${path}[${index}]`, reading) ?? [])
}

/** A map; null is an empty one, anything else P012. */
export function readMap(node: YamlNode, path: string, reading: Reading): MapNode | undefined {
  if (node.kind === 'map') return node
  if (node.kind === 'scalar' && node.value === null) return { kind: 'map', entries: [], span: node.span }
  return wrongType(node, path, 'a map', reading)
}
