/**
 * The `mode` text of entries: octal of Go's FileMode, whose special bits differ from POSIX (docs/repository-format.md, "Directory entries").
 *
 *   POSIX            Go
 *   0o4000 setuid    1 << 23
 *   0o2000 setgid    1 << 22
 *   0o1000 sticky    1 << 20
 *   0o0777           the same
 */

const SETUID = 1 << 23
const SETGID = 1 << 22
const STICKY = 1 << 20

const encoded = new Map<number, string>()

/** Text of a POSIX mode (0..0o7777) such as `0644` or `040000755`; undefined for 0, which is not stored. */
export function encodeMode(mode: number): string | undefined {
  if (mode === 0) return undefined
  let text = encoded.get(mode)
  if (text === undefined) {
    let go = mode & 0o777
    if ((mode & 0o4000) !== 0) go |= SETUID
    if ((mode & 0o2000) !== 0) go |= SETGID
    if ((mode & 0o1000) !== 0) go |= STICKY
    text = `0${go.toString(8)}`
    encoded.set(mode, text)
  }
  return text
}

const decoded = new Map<string, number>()
/** Far more than there are modes in use; hostile text must not fill the memory. */
const MAX_DECODED = 1000

/** POSIX mode (0..0o7777) of stored text, or undefined when it is no number; bits without a POSIX meaning are dropped. */
export function decodeMode(text: string): number | undefined {
  const known = decoded.get(text)
  if (known !== undefined) return known
  const mode = parseMode(text)
  if (mode !== undefined && decoded.size < MAX_DECODED) decoded.set(text, mode)
  return mode
}

function parseMode(text: string): number | undefined {
  const go = parseInteger(text)
  if (go === undefined) return undefined
  let mode = go & 0o777
  if ((go & SETUID) !== 0) mode |= 0o4000
  if ((go & SETGID) !== 0) mode |= 0o2000
  if ((go & STICKY) !== 0) mode |= 0o1000
  return mode
}

/** Go's integer grammar with base prefixes: `0755`, `0o755`, `0x1ed`, `0b1`, `493`; 31 bits. */
function parseInteger(text: string): number | undefined {
  const match = /^(?:0[xX]([0-9a-fA-F]{1,8})|0[bB]([01]{1,31})|0[oO]?([0-7]{0,11})|([1-9][0-9]{0,9}))$/.exec(text)
  if (match === null) return undefined
  const [, hex, binary, octal, decimal] = match
  if (text === '0o' || text === '0O') return undefined
  const value =
    hex !== undefined
      ? Number.parseInt(hex, 16)
      : binary !== undefined
        ? Number.parseInt(binary, 2)
        : decimal !== undefined
          ? Number(decimal)
          : Number.parseInt(octal || '0', 8)
  return value <= 0x7fffffff ? value : undefined
}
