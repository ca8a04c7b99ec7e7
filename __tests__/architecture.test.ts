import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('../src', import.meta.url))

/** Bottom first. A room may import its own files and rooms in lower rows, nothing else. */
const ROWS = [
  ['util'],
  ['errors.ts', 'log.ts', 'build-facts.ts', 'policy'],
  ['repo/hashing', 'repo/encryption', 'repo/compression', 'repo/splitter', 'repo/ecc', 'repo/blob', 'fs', 'repo/api.ts'],
  ['repo/format'],
  ['repo/content'],
  ['repo/object', 'repo/manifest'],
  ['repo'],
  ['snapshot', 'policyfile', 'hooks'],
  ['maintenance'],
  ['commands'],
  ['report'],
  ['action', 'cli'],
  ['entry.ts'],
]
const rowOf = new Map(ROWS.flatMap((rooms, row) => rooms.map((room) => [room, row] as const)))

/** External packages and built-ins that only some places may import. */
const RESERVED: { readonly module: RegExp; readonly places: readonly string[] }[] = [
  { module: /^@actions\//, places: ['action/', 'hooks/runner.ts', 'repo/blob/actions-cache/'] },
  { module: /^yaml$/, places: ['policyfile/'] },
  { module: /^commander$/, places: ['cli/'] },
  { module: /^hash-wasm$/, places: ['repo/hashing/'] },
  { module: /^@bokuweb\/zstd-wasm$/, places: ['repo/compression/'] },
  { module: /^@aws-sdk\//, places: ['repo/blob/s3/'] },
  { module: /^@azure\//, places: ['repo/blob/azure/'] },
  { module: /^google-auth-library$/, places: ['repo/blob/gcs/'] },
  { module: /^https-proxy-agent$/, places: ['repo/blob/proxy.ts'] },
  {
    module: /^node:fs(\/promises)?$/,
    places: [
      'fs/',
      'repo/blob/actions-cache/',
      'repo/blob/filesystem',
      'repo/blob/s3/token-file.ts',
      'repo/config',
      'repo/content/pool/',
      'snapshot/restore/',
      'hooks/',
      'policyfile/load.ts',
      'action/',
      'cli/',
    ],
  },
]

/** Text that only some files may hold. */
const WORDS: { readonly word: RegExp; readonly places: readonly string[] }[] = [
  { word: /\bprocess\.(env|exit)\b/, places: ['action/', 'cli/', 'hooks/supervisor'] },
  { word: /\bDate\.now\b|\bnew Date\(\)/, places: ['util/clock.ts'] },
]

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(src, join(entry.parentPath, entry.name)).split(sep).join('/'))

function roomOf(path: string): string {
  const rooms = [...rowOf.keys()].filter((room) => path === room || path.startsWith(`${room}/`))
  return rooms.sort((a, b) => b.length - a.length)[0] ?? path
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

test('every file belongs to a room', () => {
  expect(files.filter((file) => !rowOf.has(roomOf(file)))).toEqual([])
})

test('imports point down the layers', () => {
  const upward: string[] = []
  for (const file of files) {
    const from = roomOf(file)
    for (const target of importsOf(file).filter((name) => name.startsWith('.'))) {
      const to = roomOf(posix.normalize(posix.join(dirname(file).split(sep).join('/'), target)))
      const [fromRow, toRow] = [rowOf.get(from) ?? -1, rowOf.get(to) ?? 99]
      if (from !== to && toRow >= fromRow) upward.push(`${file} imports ${target} (${from} -> ${to})`)
    }
  }
  expect(upward).toEqual([])
})

test('packages and the file system are imported only where they belong', () => {
  const strays = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => RESERVED.some(({ module, places }) => module.test(name) && !places.some((place) => file.startsWith(place))))
      .map((name) => `${file} imports ${name}`),
  )
  expect(strays).toEqual([])
})

test('the environment, the exit code and the clock are touched only where they belong', () => {
  const strays = files.flatMap((file) => {
    const text = withoutComments(readFileSync(join(src, file), 'utf8'))
    return WORDS.filter(({ word, places }) => word.test(text) && !places.some((place) => file.startsWith(place))).map(
      ({ word }) => `${file}: ${word}`,
    )
  })
  expect(strays).toEqual([])
})
