/**
 * Object IDs (docs/repository-format.md, "Object IDs").
 *
 * { "I" } , [ "Z" ] , [ "D" ] , content ID        I: a list of parts, once per level; Z: the content is a compressed payload
 */
import { CairnError } from '../../errors.ts'
import type { ContentId, ObjectId } from '../api.ts'
import { isContentId } from '../content/content-id.ts'

/** Levels of lists that are followed; each holds tens of thousands of parts, so real objects have one or two. */
const MAX_LEVELS = 16

/** The parts of an object ID. */
export interface ParsedObjectId {
  /** Number of `I`: 0 is a single content. */
  readonly levels: number
  readonly isCompressed: boolean
  readonly contentId: ContentId
}

/** Parses an object ID; undefined when it is none. `D`, a letter without meaning from early versions, is dropped. */
export function parseObjectId(text: string): ParsedObjectId | undefined {
  const match = /^(I*)(Z?)D?([g-z]?[0-9a-f]+)$/.exec(text)
  const [, levels = '', compressed = '', contentId = ''] = match ?? []
  if (!isContentId(contentId) || levels.length > MAX_LEVELS) return undefined
  if (levels !== '' && compressed !== '') return undefined
  return { levels: levels.length, isCompressed: compressed !== '', contentId }
}

/** Parses an object ID that a user or a directory gave; CAIRN_OBJECT_ID_INVALID when it is none. */
export function requireObjectId(text: string): ParsedObjectId {
  const parsed = parseObjectId(text)
  if (parsed !== undefined) return parsed
  throw new CairnError('CAIRN_OBJECT_ID_INVALID', `${JSON.stringify(text)} is no object ID.`, {
    hint: 'Object IDs look like "k5f0c…" and are shown by "cairn ls -l" and "cairn snapshot list".',
  })
}

/** The text form. */
export function formatObjectId(id: ParsedObjectId): ObjectId {
  return `${'I'.repeat(id.levels)}${id.isCompressed ? 'Z' : ''}${id.contentId}`
}
