/**
 * Makes a line of hook output safe to print: it can never act as a workflow command (docs/hooks.md, "Output").
 *
 * The runner reads `::name::` at the start of a line, blanks before it not counted, and the older `##[name]` anywhere in a line, on both
 * streams and in any case.
 */

/** Stands before every shown line, so that none of them begins with a command. */
export const LINE_PREFIX = '│ '

/** Splits at every character that some reader of logs takes for a line end. */
export function displayLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
}

// Escape sequences of terminals: CSI (colours, cursor), then strings such as OSC (titles, links), then the two-character ones.
const TERMINAL = [
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]/g,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  /(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?/g,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  /\u001b[ -/]*[0-~]/g,
]
// Control characters, invisible and direction-changing ones: a log must show what is there.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const INVISIBLE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** Terminal sequences removed, other control and direction characters made visible as `\u{..}`. */
export function stripControls(text: string): string {
  const plain = TERMINAL.reduce((rest, pattern) => rest.replace(pattern, ''), text)
  return plain.replace(INVISIBLE, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
}

/** Workflow commands broken up so that they are text, also for a reader that cuts our prefix off. */
export function defuse(text: string): string {
  return text.replace(/#(?=#(?:\[|vso\[))/gi, '# ').replace(/^(\s*:)(?=:)/, '$1 ')
}

/** The value of an `add-mask` command in either form; undefined for other lines. Values are unescaped as the runner does. */
export function addMaskValue(text: string): string | undefined {
  const modern = /^\s*::add-mask(?:\s[^:]*)?::(.*)$/is.exec(text)
  if (modern?.[1] !== undefined) return unescapeCommand(modern[1])
  const legacy = /##\[add-mask(?:\s[^\]]*)?\](.*)$/is.exec(text)
  return legacy?.[1]
}

function unescapeCommand(value: string): string {
  return value.replace(/%0d/gi, '\r').replace(/%0a/gi, '\n').replace(/%25/g, '%')
}
