/** Keys in the form in which the runtime takes them fastest. */
import { createSecretKey, type KeyObject } from 'node:crypto'

/** From Node 24 on, a key that is no KeyObject makes it throw and catch two errors with their stacks: three times the time of a short HMAC. */
const PREFERS_OBJECTS = Number(process.versions.node.split('.', 1)[0]) >= 24

/** `key` as an HMAC or a cipher takes it with the least work; a copy, or the same bytes where an object would only cost time. */
export function asSecretKey(key: Uint8Array): KeyObject | Uint8Array {
  return PREFERS_OBJECTS ? createSecretKey(key) : key
}
