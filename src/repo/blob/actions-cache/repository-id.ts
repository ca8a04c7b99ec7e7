/** Telling two repositories apart that were made under the same name. */
import { fromUtf8 } from '../../../util/bytes.ts'
import type { CacheView } from './view.ts'

/** The unique ID in the format blob; undefined when there is none. */
export function repositoryIdOf({ blobs }: CacheView): string | undefined {
  const bytes = blobs.get('kopia.repository')?.bytes
  try {
    const value: unknown = JSON.parse((bytes && fromUtf8(bytes)) ?? '')
    const id = typeof value === 'object' && value !== null && 'uniqueID' in value ? value.uniqueID : undefined
    return typeof id === 'string' ? id : undefined
  } catch {
    return undefined
  }
}
