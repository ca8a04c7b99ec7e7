/** Reading JSON written by others: every field is checked for its type, an absent field and `null` count as the zero value, as in Go. */
import { CairnError } from '../../errors.ts'
import { fromUtf8 } from '../../util/bytes.ts'
import { parseTimestamp } from '../../util/timestamp.ts'

/** The text Go writes for a time that was never set. */
export const NEVER = '0001-01-01T00:00:00Z'

/** A JSON object whose fields are read with their expected types; errors name `where` and the field. */
export interface CheckedObject {
  text(name: string): string
  flag(name: string): boolean
  /** A non-negative safe integer. */
  count(name: string): number
  /** An int64 number of nanoseconds; digits beyond 2^53 are rounded, so such a value is for looking at, never for writing back. */
  duration(name: string): bigint
  /** Nanoseconds since 1970; undefined when absent or never set. */
  time(name: string): bigint | undefined
  /** Base64 with padding; empty when absent. */
  bytes(name: string): Uint8Array
  /** Undefined when absent. */
  object(name: string): CheckedObject | undefined
  /** Empty when absent. */
  list(name: string): readonly unknown[]
  names(): string[]
}

/** Parses UTF-8 JSON whose top is an object; CAIRN_FORMAT_DAMAGED otherwise. */
export function parseCheckedObject(bytes: Uint8Array, where: string): CheckedObject {
  const text = fromUtf8(bytes)
  if (text === undefined) throw damagedFormat(where, 'is not UTF-8 text')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw damagedFormat(where, 'is not JSON', cause)
  }
  return checkedObject(value, where)
}

/** Gives checked access to the fields of `value`; CAIRN_FORMAT_DAMAGED when it is not an object. */
export function checkedObject(value: unknown, where: string): CheckedObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw damagedFormat(where, 'is not a JSON object')
  const fields = new Map<string, unknown>(Object.entries(value))
  const read = <T>(name: string, zero: T, expected: string, convert: (value: unknown) => T | undefined): T => {
    const field = fields.get(name)
    if (field === undefined || field === null) return zero
    const converted = convert(field)
    if (converted === undefined) throw damagedFormat(where, `has a field "${name}" that is not ${expected}`)
    return converted
  }
  return {
    text: (name) => read(name, '', 'text', (field) => (typeof field === 'string' ? field : undefined)),
    flag: (name) => read(name, false, 'true or false', (field) => (typeof field === 'boolean' ? field : undefined)),
    count: (name) => read(name, 0, 'a whole number', (field) => (isCount(field) ? field : undefined)),
    duration: (name) => read(name, 0n, 'a duration', (field) => (isWhole(field) ? BigInt(field) : undefined)),
    time: (name) =>
      read<{ ns: bigint | undefined }>(name, { ns: undefined }, 'a time', (field) => {
        if (field === NEVER) return { ns: undefined }
        const ns = typeof field === 'string' ? parseTimestamp(field) : undefined
        return ns === undefined ? undefined : { ns }
      }).ns,
    bytes: (name) => read(name, new Uint8Array(0), 'base64', (field) => (typeof field === 'string' ? fromBase64(field) : undefined)),
    object: (name) =>
      read<CheckedObject | undefined>(name, undefined, 'an object', (field) => checkedObject(field, `"${name}" of ${where}`)),
    list: (name) => read<readonly unknown[]>(name, [], 'a list', (field) => (Array.isArray(field) ? field : undefined)),
    names: () => [...fields.keys()],
  }
}

/** The error of format bytes that cannot be what a backup program wrote. */
export function damagedFormat(where: string, what: string, cause?: unknown): CairnError {
  return new CairnError('CAIRN_FORMAT_DAMAGED', `The ${where} ${what}.`, {
    hint: 'Check that the location is the right one. Packs of repositories from before kopia 0.9 hold a copy: try "cairn repository repair filesystem".',
    cause,
  })
}

/** Base64 of the standard alphabet, with padding. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
}

function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined
  return new Uint8Array(Buffer.from(text, 'base64'))
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2 ** 63
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
