/** Members of a cloud store's connection, each read with its shape (docs/repository-format.md, "Client configuration"). */
import { CairnError } from '../../errors.ts'
import { parseTimestamp } from '../../util/timestamp.ts'
import type { StorageConfig } from './storage-config.ts'

/** Every method throws CAIRN_CONFIG_INVALID, naming the member, when it has another shape. */
export interface ConnectionMembers {
  /** Empty when the member is left out. */
  text(name: string): string
  /** The same for a text that `shape` matches; `words` say what it should have been, such as `the name of a region`. */
  textLike(name: string, shape: Pick<RegExp, 'test'>, words: string): string
  /** False when the member is left out. */
  flag(name: string): boolean
  /** `pointInTime` as text of RFC 3339; empty means now. */
  pointInTime(): string
}

/** The members of a connection. */
export function connectionMembers({ config }: Pick<StorageConfig, 'config'>): ConnectionMembers {
  const text = (name: string): string => {
    const value = config[name] ?? ''
    if (typeof value !== 'string') throw invalidMember(name, 'a text')
    return value
  }
  return {
    text,
    textLike(name, shape, words) {
      const value = text(name)
      if (!shape.test(value)) throw invalidMember(name, words)
      return value
    },
    flag(name) {
      const value = config[name] ?? false
      if (typeof value !== 'boolean') throw invalidMember(name, 'true or false')
      return value
    },
    pointInTime() {
      const value = text('pointInTime')
      // The zero time of Go means that there is none.
      if (value === '' || value.startsWith('0001-01-01T00:00:00')) return ''
      if (parseTimestamp(value) === undefined) throw invalidMember('pointInTime', 'a time')
      return value
    },
  }
}

/** The error for a member of another shape; `words` say what it is not, such as `a duration`. */
export function invalidMember(name: string, words: string): CairnError {
  return new CairnError('CAIRN_CONFIG_INVALID', `The connection cannot be used: "storage.config.${name}" is not ${words}.`, {
    hint: 'Connect to the repository again, or correct its location.',
  })
}
