/**
 * Tables of a time zone as Unix systems keep them (RFC 9636), for what JavaScript cannot tell: the short name of local time.
 *
 *     header, version 1    magic "TZif"(4) | version(1) | reserved(15) | six counts(4 each, BE):
 *                          isUt, isStandard, leapSecond, transition, type, nameByte
 *     data, version 1      times(4 x transitions) | type indices(1 x transitions) | types(6 each) | names | leap(8 each) | flags
 *     header, version 2    the same again, for 64-bit times
 *     data, version 2      times(8 x transitions) | type indices | types: offset(4) isDst(1) nameIndex(1) | names | …
 *     footer               "\n" rule for later times "\n", such as CET-1CEST,M3.5.0,M10.5.0/3
 */

/** What a clock shows at a moment: seconds ahead of UTC, and the name of that, such as `CEST`. */
export interface ZoneTime {
  readonly offsetSeconds: number
  readonly name: string
}

export interface ZoneTable {
  /** Moments, in seconds since 1970, from which the entry of `types` at the same place counts; ascending. */
  readonly transitions: readonly number[]
  readonly types: readonly ZoneTime[]
  /** Before the first transition. */
  readonly first: ZoneTime
  /** Names of the rule that counts after the last transition; empty without one. */
  readonly rule: readonly ZoneTime[]
}

const HEADER_BYTES = 44

/** Reads version 2 and later; undefined for anything else, since whoever asks has another source. */
export function decodeZoneTable(bytes: Uint8Array): ZoneTable | undefined {
  const head = readHeader(bytes, 0)
  if (head === undefined || head.version < 0x32) return undefined
  const start = HEADER_BYTES + dataBytes(head, 4)
  const { transitions: count, types: typeCount, nameBytes, ...rest } = readHeader(bytes, start) ?? NO_HEADER
  const end = start + HEADER_BYTES + dataBytes({ transitions: count, types: typeCount, nameBytes, ...rest }, 8)
  if (typeCount === 0 || end > bytes.length) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const at = { times: start + HEADER_BYTES, indices: 0, types: 0, names: 0 }
  at.indices = at.times + 8 * count
  at.types = at.indices + count
  at.names = at.types + 6 * typeCount
  const types = Array.from({ length: typeCount }, (_, index) => {
    const nameAt = at.names + view.getUint8(at.types + 6 * index + 5)
    const nameEnd = bytes.indexOf(0, nameAt)
    const name = latin1(bytes.subarray(nameAt, nameEnd < 0 || nameEnd > at.names + nameBytes ? nameAt : nameEnd))
    return { offsetSeconds: view.getInt32(at.types + 6 * index), name, isDst: view.getUint8(at.types + 6 * index + 4) !== 0 }
  })
  const first = types.find(({ isDst }) => !isDst) ?? types[0]
  const used = Array.from({ length: count }, (_, index) => types[view.getUint8(at.indices + index)])
  if (first === undefined || used.some((type) => type === undefined)) return undefined
  return {
    transitions: Array.from({ length: count }, (_, index) => Number(view.getBigInt64(at.times + 8 * index))),
    types: used.filter((type) => type !== undefined),
    first,
    rule: decodeRule(latin1(bytes.subarray(end))),
  }
}

/** What the table says of a moment; undefined after its last transition when a rule goes on from there. */
export function zoneTimeAt({ transitions, types, first, rule }: ZoneTable, seconds: number): ZoneTime | undefined {
  let low = 0
  let high = transitions.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((transitions[middle] ?? 0) <= seconds) low = middle + 1
    else high = middle
  }
  if (low === transitions.length && rule.length > 0) return undefined
  return low === 0 ? first : types[low - 1]
}

interface Header {
  readonly version: number
  readonly flags: number
  readonly leaps: number
  readonly transitions: number
  readonly types: number
  readonly nameBytes: number
}

const NO_HEADER: Header = { version: 0, flags: 0, leaps: 0, transitions: 0, types: 0, nameBytes: 0 }

function readHeader(bytes: Uint8Array, at: number): Header | undefined {
  if (at + HEADER_BYTES > bytes.length || latin1(bytes.subarray(at, at + 4)) !== 'TZif') return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, HEADER_BYTES)
  const count = (index: number) => view.getUint32(20 + 4 * index)
  return {
    version: view.getUint8(4),
    flags: count(0) + count(1),
    leaps: count(2),
    transitions: count(3),
    types: count(4),
    nameBytes: count(5),
  }
}

function dataBytes({ flags, leaps, transitions, types, nameBytes }: Omit<Header, 'version'>, timeBytes: number): number {
  return transitions * (timeBytes + 1) + types * 6 + nameBytes + leaps * (timeBytes + 4) + flags
}

const RULE = /^\n(?:<([^>]+)>|([A-Za-z]+))([+-]?[\d:]+)(?:(?:<([^>]+)>|([A-Za-z]+))([+-]?[\d:]+)?,[^\n]*)?\n/

/** The names of the rule with their offsets, which it writes with the sign turned round; summer time is an hour ahead unless it says otherwise. */
function decodeRule(footer: string): ZoneTime[] {
  const match = RULE.exec(footer)
  if (match === null) return []
  const standard = { name: match[1] ?? match[2] ?? '', offsetSeconds: ruleOffset(match[3] ?? '0') }
  const summer = match[4] ?? match[5]
  if (summer === undefined) return [standard]
  return [standard, { name: summer, offsetSeconds: match[6] === undefined ? standard.offsetSeconds + 3600 : ruleOffset(match[6]) }]
}

function ruleOffset(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.replace(/^[+-]/, '').split(':').map(Number)
  const size = hours * 3600 + minutes * 60 + seconds
  return text.startsWith('-') ? size : -size
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
