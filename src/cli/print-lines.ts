/** Listings of any length on standard output, without holding more than a piece of them. */
import { throwIfCancelled } from '../errors.ts'
import { encodeGoJson, type GoJsonValue } from '../util/go-json.ts'
import { indentJson } from '../util/indent-json.ts'
import type { CommandInput } from './command-spec.ts'
import type { CliContext } from './context.ts'

const PIECE_CHARACTERS = 64 * 1024

/** Values or texts that may have to be read first. */
export type Lines<T = string> = Iterable<T> | AsyncIterable<T>

/** Prints the lines in pieces and waits for a slow reader. */
export async function printLines(context: CliContext, lines: Lines): Promise<void> {
  let piece = ''
  const write = async () => {
    const text = piece
    piece = ''
    if (text !== '') await context.write(Buffer.from(text, 'utf8'))
  }
  try {
    for await (const line of lines) {
      throwIfCancelled(context.signal)
      piece += `${line}\n`
      if (piece.length >= PIECE_CHARACTERS) await write()
    }
  } finally {
    await write()
  }
}

/**
 * The lines of a JSON list in Kopia's layout: an element on each line.
 *
 * [
 *  {…},
 *  {…}
 * ]
 *
 * Indented, the elements follow each other as `[{`, members, `},{`, members, `}]`.
 */
export async function* jsonListLines(values: Lines<GoJsonValue>, isIndented = false): AsyncGenerator<string> {
  let pending = '['
  let isFirst = true
  for await (const value of values) {
    const json = encodeGoJson(value)
    const separator = isFirst ? '' : ','
    isFirst = false
    const [head = '', ...rest] = isIndented
      ? `${pending}${separator}${indentJson(json)}`.split('\n')
      : [`${pending}${separator}`, ` ${json}`]
    yield head
    for (const line of rest.slice(0, -1)) yield line
    pending = rest.at(-1) ?? ''
  }
  if (isIndented) return yield `${pending}]`
  yield pending
  yield ']'
}

/** How to print one thing of a listing. */
export interface ListingFormat<T> {
  readonly json: (item: T) => GoJsonValue | { readonly [name: string]: GoJsonValue | undefined }
  readonly text: (item: T) => string
}

/** Prints a listing as its flags --json and --json-indent ask for, or a line for each item. */
export async function printListing<T>(context: CliContext, input: CommandInput, items: Lines<T>, format: ListingFormat<T>): Promise<void> {
  const lines = input.isOn('json') ? jsonListLines(mapped(items, format.json), input.isOn('json-indent')) : mapped(items, format.text)
  await printLines(context, lines)
}

async function* mapped<T, R>(items: Lines<T>, change: (item: T) => R): AsyncGenerator<R> {
  for await (const item of items) yield change(item)
}
