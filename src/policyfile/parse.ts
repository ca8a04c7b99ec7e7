/** From the bytes of a policy file to its typed value and findings: one pass, every finding. */
import { createHash } from 'node:crypto'
import { checkCharacters } from './control-characters.ts'
import { Findings } from './findings.ts'
import { type InterpretedFile, interpretFile, interpretNative, isNativeForm, readDefaults } from './interpret.ts'
import type { ParsedPolicyFile, ParsePolicyFileOptions } from './policy-file.ts'
import { decodeText, LineIndex } from './positions.ts'
import type { Reading } from './reading.ts'
import { FILE_LIMITS, IMPORT_LIMITS, readYaml } from './yaml-document.ts'
import { describeNode, type YamlNode } from './yaml-tree.ts'

const START = { start: 0, end: 0 }

/**
 * Reads a policy file, or a Kopia export as a policy file.
 * Never throws for what the bytes hold; `file` is undefined when there is an error among the diagnostics.
 */
export function parsePolicyFile(bytes: Uint8Array, options: ParsePolicyFileOptions): ParsedPolicyFile {
  const strict = options.strict ?? false
  const limits = options.isImport ? IMPORT_LIMITS : FILE_LIMITS
  if (bytes.length > limits.bytes) return refuseTooLarge(bytes.length, limits.bytes)
  const { text, firstBadOffset } = decodeText(bytes)
  const lines = new LineIndex(text)
  const findings = new Findings(lines)
  if (firstBadOffset !== undefined) {
    findings.add('P001', { start: firstBadOffset, end: firstBadOffset + 1 }, '', 'The file is not valid UTF-8.', {
      hint: 'Save it as UTF-8.',
    })
  }
  const yaml = readYaml(text, limits, findings)
  if (!yaml.wasRead) return { file: undefined, diagnostics: findings.sorted(strict) }
  const reading: Reading = { findings, text, lines, options, isNative: false, defaults: {}, scripts: new Set() }
  const interpreted = interpretRoot(yaml.root, yaml.brokenAt !== undefined, reading)
  checkCharacters(text, yaml.root, reading.scripts, findings)
  if (yaml.brokenAt !== undefined) findings.keepBefore(yaml.brokenAt)
  const diagnostics = findings.sorted(strict)
  const isUsable = interpreted !== undefined && !diagnostics.some(({ severity }) => severity === 'error')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { file: isUsable ? { ...interpreted, path: options.path, sha256 } : undefined, diagnostics }
}

/** The finding for a file that is not read because of its size. */
export function refuseTooLarge(sizeBytes: number, limitBytes: number): ParsedPolicyFile {
  const findings = new Findings(new LineIndex(''))
  findings.add('P004', START, '', `The file has ${sizeBytes} bytes; at most ${limitBytes} are read.`)
  return { file: undefined, diagnostics: findings.sorted(false) }
}

function interpretRoot(root: YamlNode | undefined, isBroken: boolean, reading: Reading): InterpretedFile | undefined {
  if (root === undefined) {
    if (!isBroken) reading.findings.add('P010', START, '', 'The file is empty.', { hint: 'Write version: 1.' })
    return undefined
  }
  if (root.kind !== 'map') {
    if (root.kind !== 'invalid') reading.findings.add('P012', root.span, '', `A policy file is a map, not ${describeNode(root)}.`)
    return undefined
  }
  if (isNativeForm(root)) return interpretNative(root, { ...reading, isNative: true })
  return interpretFile(root, { ...reading, defaults: readDefaults(root, reading) })
}
