/**
 * Names of cache entries (docs/backends/actions-cache.md, "Entries").
 *
 * head      cairn/<name>/head/<ms since 1970, 13 digits>-<run id>-<attempt>
 * segment   cairn/<name>/segment/<SHA-256 of its bytes, hex>
 *
 * The service finds the newest entry whose key begins with what is asked for. With the time in front, a handful of beginnings covers
 * everything before or after a moment, so that heads can be found one after the other without a right to list entries. All keys are in lower
 * case, because some services change it.
 */
import { toHex } from '../../../util/bytes.ts'

/** The one file of every entry. It is part of an entry's identity: another path would be another cache. */
export const ENTRY_FILE = 'cairn-entry'

/** The service takes no more keys in one question. */
export const MAX_KEYS = 10

const TIME_DIGITS = 13

/** Which run of a workflow writes. */
export interface RunOfWorkflow {
  readonly id: string
  readonly attempt: string
}

/** What the key of every head of this name begins with. */
export function headPrefix(name: string): string {
  return `cairn/${name.toLowerCase()}/head/`
}

/** Key of a head that is written at `timeMs`. */
export function headKey(name: string, timeMs: number, run: RunOfWorkflow): string {
  return `${headPrefix(name)}${digitsOf(timeMs)}-${run.id}-${run.attempt}`
}

/** When a head was written, in ms since 1970; undefined when the key is not that of a head of this name. */
export function timeOfHead(name: string, key: string): number | undefined {
  const prefix = headPrefix(name)
  const match = key.startsWith(prefix) ? /^(\d{13})-[0-9a-z]{1,40}-[0-9a-z]{1,40}$/.exec(key.slice(prefix.length)) : null
  return match === null ? undefined : Number(match[1])
}

/** Key of a segment with these 32 bytes of SHA-256. */
export function segmentKey(name: string, sha256: Uint8Array): string {
  return `cairn/${name.toLowerCase()}/segment/${toHex(sha256)}`
}

/** Whether `key` can be that of a segment, of any name. */
export function isSegmentKey(key: string): boolean {
  return /^cairn\/[a-z0-9._-]{1,100}\/segment\/[0-9a-f]{64}$/.test(key)
}

/** Beginnings of the keys of heads written after `timeMs` and up to `latestMs`, later ones first. */
export function newerHeads(name: string, timeMs: number, latestMs: number): string[] {
  const digits = digitsOf(timeMs)
  const prefixes: string[] = []
  for (let at = 0; at < TIME_DIGITS; at++) {
    for (let digit = 9; digit > Number(digits[at]); digit--) {
      const beginning = `${digits.slice(0, at)}${digit}`
      if (Number(beginning.padEnd(TIME_DIGITS, '0')) <= latestMs) prefixes.push(headPrefix(name) + beginning)
    }
  }
  return prefixes
}

/** Beginnings of the keys of heads written before `timeMs` and not before `earliestMs`, later ones first. */
export function olderHeads(name: string, timeMs: number, earliestMs: number): string[] {
  const digits = digitsOf(timeMs)
  const prefixes: string[] = []
  for (let at = TIME_DIGITS - 1; at >= 0; at--) {
    for (let digit = Number(digits[at]) - 1; digit >= 0; digit--) {
      const beginning = `${digits.slice(0, at)}${digit}`
      if (Number(beginning.padEnd(TIME_DIGITS, '9')) >= earliestMs) prefixes.push(headPrefix(name) + beginning)
    }
  }
  return prefixes
}

function digitsOf(timeMs: number): string {
  return String(Math.max(0, Math.floor(timeMs))).padStart(TIME_DIGITS, '0')
}
