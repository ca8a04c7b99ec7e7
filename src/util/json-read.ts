/** Reading JSON that somebody else wrote: typed access to members, keys in any letter case (docs/repository-format.md, "JSON"). */

/** A parsed object, its members still unknown. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Whether `value` is an object and not an array or null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The members of `object` that `names` lists, found regardless of letter case; of two that fold together the later one counts.
 * Null counts as absent, as it does for Go's decoder. Unknown members are dropped.
 */
export function pickMembers<N extends string>(object: JsonObject, names: ReadonlyMap<string, N>): Partial<Record<N, unknown>> {
  // Nearly always: then nothing need be copied. The cast holds because every key is one of the names.
  if (isWrittenExactly(object, names)) return object as Partial<Record<N, unknown>>
  const picked: Partial<Record<N, unknown>> = {}
  for (const key of Object.keys(object)) {
    const name = names.get(key) ?? names.get(key.toLowerCase())
    const value = object[key]
    if (name !== undefined && value !== null) picked[name] = value
  }
  return picked
}

/** Whether all members are known, spelled as they are written, and not null. */
function isWrittenExactly(object: JsonObject, names: ReadonlyMap<string, string>): boolean {
  for (const key in object) if (object[key] === null || names.get(key) !== key) return false
  return true
}

/** The lookup table of `pickMembers`: exact spelling first, then lower case. */
export function memberNames<const N extends string>(...names: readonly N[]): ReadonlyMap<string, N> {
  const table = new Map<string, N>()
  for (const name of names) {
    table.set(name, name)
    table.set(name.toLowerCase(), name)
  }
  return table
}

/** Text without lone surrogates: each one becomes U+FFFD, as Go reads them. */
export function wellFormed(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? text.replace(/\p{Surrogate}/gu, '\ufffd') : text
}
