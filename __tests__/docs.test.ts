import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../src/cli/command-table.ts'
import { EXIT_CODES } from '../src/commands/run/outcome.ts'
import { ERROR_CODES, type ErrorKind } from '../src/errors.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Neither ours nor text: what is installed, built, or made by other programs to be read as it is. */
const NOT_OURS = new Set(['node_modules', 'dist', 'lib', '.git', '.cairn', 'coverage', 'fixtures', 'golden', 'vectors'])

const sources = filesBelow('src', '.ts').concat(filesBelow('scripts', '.mjs'))
const documents = filesBelow('.', '.md')

describe('docs/errors.md', () => {
  const sections = sectionsOf(read('docs/errors.md'))

  test('has exactly one section for each error code, and none for others', () => {
    const titles = sections.map(({ title }) => title).filter((title) => title.startsWith('CAIRN_'))
    expect(titles.toSorted()).toEqual(Object.keys(ERROR_CODES).toSorted())
  })

  test('ends each section with what to do and the right exit code', () => {
    const wrong = Object.entries(ERROR_CODES).filter(([code, kind]) => {
      const text = sections.find(({ title }) => title === code)?.text ?? ''
      return !/\n\nWhat to do: \S/.test(text) || /\nExit code (\d+)\.\s*$/.exec(text)?.[1] !== String(exitCodeOf(kind))
    })
    expect(wrong.map(([code]) => code)).toEqual([])
  })

  test('lists every exit code, and none that does not exist', () => {
    const table = sections.find(({ title }) => title === 'Exit codes')?.text ?? ''
    const listed = [...table.matchAll(/^\| (\d+) \|/gm)].map((match) => Number(match[1]))
    expect(listed).toEqual([...new Set([0, ...Object.values(EXIT_CODES), 143])].toSorted((a, b) => a - b))
  })
})

test('every section of a document that the code cites exists', () => {
  const broken: string[] = []
  let count = 0
  for (const file of sources) {
    for (const { document, titles } of citationsIn(read(file))) {
      if (!existsSync(join(root, document))) continue
      const known = new Set(sectionsOf(read(document)).map(({ title }) => title))
      for (const title of titles) {
        count++
        if (!known.has(title)) broken.push(`${file}: ${document}, "${title}"`)
      }
    }
  }
  expect(broken).toEqual([])
  expect(count).toBeGreaterThan(100)
})

test('every relative link in a document leads to a file, and to a heading when it names one', () => {
  const broken: string[] = []
  for (const file of documents) {
    for (const target of linksIn(read(file))) {
      const [path = '', anchor = ''] = target.split('#', 2)
      const full = path === '' ? join(root, file) : resolve(root, dirname(file), decodeURIComponent(path))
      if (!existsSync(full)) broken.push(`${file}: ${target}`)
      else if (anchor !== '' && full.endsWith('.md') && !anchorsOf(readFileSync(full, 'utf8')).has(anchor))
        broken.push(`${file}: ${target}`)
    }
  }
  expect(broken).toEqual([])
})

test('every command of cairn that a document shows exists', () => {
  const known = new Set(
    COMMANDS.flatMap(({ path, aliases = [] }) => [path, ...aliases.map((alias) => [...path.slice(0, -1), alias])]).map(String),
  )
  const isKnown = (words: readonly string[]) => words.some((_, index) => known.has(String(words.slice(0, index + 1))))
  const shown = documents.flatMap((file) => commandsIn(read(file)).map((words) => ({ file, words })))
  expect(shown.filter(({ words }) => !isKnown(words)).map(({ file, words }) => `${file}: cairn ${words.join(' ')}`)).toEqual([])
  expect(shown.length).toBeGreaterThan(10)
})

test('no document has a section title twice', () => {
  // A citation names a section by its title alone.
  const twice = filesBelow('docs', '.md').flatMap((file) => {
    const titles = sectionsOf(read(file)).map(({ title }) => title)
    return titles.filter((title, index) => titles.indexOf(title) !== index).map((title) => `${file}: ${title}`)
  })
  // The records of decisions all have the same sections, and nothing cites those.
  expect(twice.filter((line) => !line.startsWith('docs/adr/'))).toEqual([])
})

interface Section {
  /** Without its number. */
  readonly title: string
  readonly text: string
}

function sectionsOf(markdown: string): Section[] {
  const lines = withoutCode(markdown).split('\n')
  const starts = lines.flatMap((line, index) => (/^#{1,6} /.test(line) ? [index] : []))
  return starts.map((start, index) => ({
    title: titleOf(lines[start] ?? '').replace(/^\d+(?:\.\d+)*\.? /, ''),
    text: lines.slice(start + 1, starts[index + 1]).join('\n'),
  }))
}

function titleOf(heading: string): string {
  return heading.replace(/^#+ /, '').trim()
}

/** The same number of lines, those of code blocks empty. */
function withoutCode(markdown: string): string {
  let isCode = false
  const kept = markdown.split('\n').map((line) => {
    if (!/^\s*```/.test(line)) return isCode ? '' : line
    isCode = !isCode
    return ''
  })
  return kept.join('\n')
}

/** Citations of the form `docs/x.md, "Title" and "Other"`, also across the line ends of a comment. */
function citationsIn(code: string): { readonly document: string; readonly titles: readonly string[] }[] {
  const text = code.replace(/\s*\n\s*(?:\*|\/\/)\s*/g, ' ')
  return [...text.matchAll(/\b(docs\/[\w./-]+\.md),? ("[^"\n]+"(?:(?:,| and|, and) "[^"\n]+")*)/g)].map((match) => ({
    document: match[1] ?? '',
    titles: [...(match[2] ?? '').matchAll(/"([^"]+)"/g)].map((title) => title[1] ?? ''),
  }))
}

function linksIn(markdown: string): string[] {
  const text = withoutCode(markdown).replace(/`[^`\n]*`/g, '')
  return [...text.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)].map((match) => match[1] ?? '').filter((link) => !/^[a-z]+:/i.test(link))
}

/** The words after `cairn` up to the first argument, where code begins a command with it. */
function commandsIn(markdown: string): string[][] {
  const inline = [...markdown.matchAll(/`cairn ([^`\n]+)`/g)].map((match) => match[1] ?? '')
  const blocks = [...markdown.matchAll(/^(?:\s*(?:\$ |run: |- run: )?)(?:[A-Z_]+=\S+ )*cairn (.+)$/gm)].map((match) => match[1] ?? '')
  return [...inline, ...blocks].map((text) => text.split(' ')).filter(([first = '']) => /^[a-z]/.test(first))
}

/** Anchors as GitHub makes them: small letters, blanks as dashes, no punctuation. */
function anchorsOf(markdown: string): Set<string> {
  const headings = withoutCode(markdown)
    .split('\n')
    .filter((line) => /^#{1,6} /.test(line))
  return new Set(
    headings.map((line) =>
      titleOf(line)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}_\- ]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )
}

function exitCodeOf(kind: ErrorKind): number {
  return EXIT_CODES[kind]
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Paths relative to the root, with `/`. */
function filesBelow(folder: string, ending: string): string[] {
  const found: string[] = []
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) {
      if (!NOT_OURS.has(entry.name)) found.push(...filesBelow(path, ending))
    } else if (entry.name.endsWith(ending)) found.push(path)
  }
  return found
}
