/** Finds a pipeline in a shell script, as `sh` would read it: quotes, comments, here-documents and case patterns are told apart. */

/** Offset of the first `|` that joins two commands; undefined when there is none. */
export function findPipe(script: string): number | undefined {
  const state: Scan = { script, at: 0, depth: 0, hereDocuments: [], openCases: [] }
  return scan(state, '')
}

interface Scan {
  readonly script: string
  at: number
  /** Substitutions that are open around `at`. */
  depth: number
  /** Here-documents that start at the next line end. */
  readonly hereDocuments: { readonly word: string; readonly stripsTabs: boolean }[]
  /** For each open `case`: whether a pattern is being read. */
  openCases: { isPattern: boolean; sawIn: boolean }[]
}

/** Scans until the closing character of a substitution, or to the end; returns the offset of a pipe. */
function scan(state: Scan, closing: string): number | undefined {
  const { script } = state
  let atWordStart = true
  let parentheses = 0
  while (state.at < script.length) {
    const char = script[state.at] ?? ''
    const next = script[state.at + 1]
    const openCase = state.openCases.at(-1)
    if (char === closing && parentheses === 0) {
      state.at++
      return undefined
    }
    if (char === '#' && atWordStart) {
      const end = script.indexOf('\n', state.at)
      state.at = end === -1 ? script.length : end
    } else if (char === '\n') {
      state.at++
      skipHereDocuments(state)
      atWordStart = true
    } else if (char === '|') {
      if (next === '|') state.at += 2
      else if (openCase?.isPattern) state.at++
      else return state.at
      atWordStart = true
    } else if (char === '>' && next === '|') {
      state.at += 2
    } else if (char === '<' && next === '<' && script[state.at + 2] !== '<') {
      readHereWord(state)
    } else if (char === ';' && (next === ';' || next === '&')) {
      state.at += 2
      if (openCase !== undefined) openCase.isPattern = true
      atWordStart = true
    } else if (char === '(' || char === ')') {
      state.at++
      if (char === ')' && openCase?.isPattern) openCase.isPattern = false
      else if (!(char === '(' && openCase?.isPattern)) parentheses = Math.max(0, parentheses + (char === '(' ? 1 : -1))
      atWordStart = true
    } else if (atWordStart && /[a-z]/.test(char)) {
      readWord(state)
      atWordStart = false
    } else {
      const pipe = readQuoted(state)
      if (pipe !== undefined) return pipe
      atWordStart = /[\s;&]/.test(char)
    }
  }
  return undefined
}

/** A bare word at the start of a command or argument; `case`, `in` and `esac` are followed. */
function readWord(state: Scan): void {
  const word = /^[A-Za-z0-9_]*/.exec(state.script.slice(state.at, state.at + 64))?.[0] ?? ''
  const openCase = state.openCases.at(-1)
  if (word === 'case') state.openCases.push({ isPattern: false, sawIn: false })
  else if (word === 'in' && openCase !== undefined && !openCase.sawIn) {
    openCase.sawIn = true
    openCase.isPattern = true
  } else if (word === 'esac' && openCase !== undefined) state.openCases.pop()
  state.at += Math.max(1, word.length)
}

/** One character, or a whole quoted piece or substitution. */
function readQuoted(state: Scan): number | undefined {
  const { script } = state
  const char = script[state.at]
  if (char === '\\') {
    state.at += 2
  } else if (char === "'") {
    const end = script.indexOf("'", state.at + 1)
    state.at = end === -1 ? script.length : end + 1
  } else if (char === '"') {
    state.at++
    while (state.at < script.length && script[state.at] !== '"') {
      const pipe = readSubstitution(state)
      if (pipe !== undefined) return pipe
    }
    state.at++
  } else {
    return readSubstitution(state)
  }
  return undefined
}

/** `$(…)`, backquotes, `${…}` and `$((…))`; any other character is passed. */
function readSubstitution(state: Scan): number | undefined {
  const { script } = state
  const char = script[state.at]
  if (char === '\\') {
    state.at += 2
  } else if (char === '$' && script.startsWith('((', state.at + 1)) {
    skipTo(state, '))', 3)
  } else if (char === '$' && script[state.at + 1] === '(') {
    state.at += 2
    return scanInside(state, ')')
  } else if (char === '$' && script[state.at + 1] === '{') {
    skipTo(state, '}', 2)
  } else if (char === '`') {
    state.at++
    return scanInside(state, '`')
  } else {
    state.at++
  }
  return undefined
}

/** Deeper substitutions are read as plain text. */
const MAX_DEPTH = 50

function scanInside(state: Scan, closing: string): number | undefined {
  if (state.depth >= MAX_DEPTH) return undefined
  const outer = state.openCases
  state.openCases = []
  state.depth++
  const pipe = scan(state, closing)
  state.depth--
  state.openCases = outer
  return pipe
}

function skipTo(state: Scan, end: string, from: number): void {
  const found = state.script.indexOf(end, state.at + from)
  state.at = found === -1 ? state.script.length : found + end.length
}

function readHereWord(state: Scan): void {
  const match = /^<<(-?)[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|\\?([^\s;&|<>()'"]+))/.exec(state.script.slice(state.at, state.at + 256))
  state.at += match?.[0].length ?? 2
  const word = match?.[2] ?? match?.[3] ?? match?.[4]
  if (word !== undefined) state.hereDocuments.push({ word, stripsTabs: match?.[1] === '-' })
}

function skipHereDocuments(state: Scan): void {
  for (const document of state.hereDocuments.splice(0)) {
    while (state.at < state.script.length) {
      const lineEnd = state.script.indexOf('\n', state.at)
      const end = lineEnd === -1 ? state.script.length : lineEnd
      const line = state.script.slice(state.at, end)
      state.at = Math.min(end + 1, state.script.length)
      if ((document.stripsTabs ? line.replace(/^\t+/, '') : line) === document.word) break
    }
  }
}
