/**
 * The one table of policy fields: reading, writing and merging all walk it (docs/repository-format.md, "Policies").
 *
 * A `pointer` field is set as soon as it is present, even as 0 or false; any other field is set when it is neither zero nor empty.
 */
import type { Policy } from './policy.ts'

export type FieldType = 'integer' | 'boolean' | 'text' | 'texts' | 'times'

export interface PolicyField {
  /** Sections from the outside in, as `['logging', 'entries']`. */
  readonly section: readonly string[]
  readonly name: string
  /** Section and name with dots, as `logging.entries.cacheHit`. */
  readonly key: string
  readonly type: FieldType
  readonly isPointer: boolean
  /** Lists that are united over the levels: the boolean field of the same section that ends the union. */
  readonly unionEnds?: string
}

interface Shape {
  readonly type: FieldType
  readonly isPointer?: true
  readonly unionEnds?: string
}

const optionalInteger: Shape = { type: 'integer', isPointer: true }
const optionalBoolean: Shape = { type: 'boolean', isPointer: true }
const integer: Shape = { type: 'integer' }
const boolean: Shape = { type: 'boolean' }
const text: Shape = { type: 'text' }
const texts: Shape = { type: 'texts' }

/** Sections in stored order; `actions` stands between `splitter` and `osSnapshots` and is handled by itself. */
const SECTIONS: readonly (readonly [string, Readonly<Record<string, Shape>>])[] = [
  [
    'retention',
    {
      keepLatest: optionalInteger,
      keepHourly: optionalInteger,
      keepDaily: optionalInteger,
      keepWeekly: optionalInteger,
      keepMonthly: optionalInteger,
      keepAnnual: optionalInteger,
      ignoreIdenticalSnapshots: optionalBoolean,
    },
  ],
  [
    'files',
    {
      ignore: texts,
      noParentIgnore: boolean,
      ignoreDotFiles: texts,
      noParentDotFiles: boolean,
      ignoreCacheDirs: optionalBoolean,
      maxFileSize: integer,
      oneFileSystem: optionalBoolean,
    },
  ],
  ['errorHandling', { ignoreFileErrors: optionalBoolean, ignoreDirectoryErrors: optionalBoolean, ignoreUnknownTypes: optionalBoolean }],
  [
    'scheduling',
    {
      intervalSeconds: integer,
      timeOfDay: { type: 'times', unionEnds: 'noParentTimeOfDay' },
      noParentTimeOfDay: boolean,
      manual: boolean,
      cron: texts,
      runMissed: optionalBoolean,
    },
  ],
  [
    'compression',
    {
      compressorName: text,
      onlyCompress: { type: 'texts', unionEnds: 'noParentOnlyCompress' },
      noParentOnlyCompress: boolean,
      neverCompress: { type: 'texts', unionEnds: 'noParentNeverCompress' },
      noParentNeverCompress: boolean,
      minSize: integer,
      maxSize: integer,
    },
  ],
  ['metadataCompression', { compressorName: text }],
  ['splitter', { algorithm: text }],
  ['actions', {}],
  ['osSnapshots.volumeShadowCopy', { enable: optionalInteger }],
  ['logging.directories', { snapshotted: optionalInteger, ignored: optionalInteger }],
  ['logging.entries', { snapshotted: optionalInteger, ignored: optionalInteger, cacheHit: optionalInteger, cacheMiss: optionalInteger }],
  ['upload', { maxParallelSnapshots: optionalInteger, maxParallelFileReads: optionalInteger, parallelUploadAboveSize: optionalInteger }],
]

/** Names of the sections in stored order, nested ones with a dot. */
export const POLICY_SECTIONS: readonly string[] = SECTIONS.map(([section]) => section)

/** Every field but `actions` and `noParent`, in stored order. */
export const POLICY_FIELDS: readonly PolicyField[] = SECTIONS.flatMap(([section, fields]) =>
  Object.entries(fields).map(([name, shape]) => ({
    section: section.split('.'),
    name,
    key: `${section}.${name}`,
    type: shape.type,
    isPointer: shape.isPointer === true,
    ...(shape.unionEnds === undefined ? {} : { unionEnds: shape.unionEnds }),
  })),
)

/** The field of a key such as `retention.keepDaily`; a key that the table does not have is a defect and throws. */
export function fieldOf(key: string): PolicyField {
  const field = POLICY_FIELDS.find((one) => one.key === key)
  if (field === undefined) throw new RangeError(`no policy field ${key}`)
  return field
}

/** Value of a field, undefined when a section on the way is absent. */
export function getField(policy: Policy, field: Pick<PolicyField, 'section' | 'name'>): unknown {
  let at: unknown = policy
  for (const part of field.section) {
    if (at === undefined) return undefined
    // The table names only sections of Policy, and those hold objects.
    at = (at as Record<string, unknown>)[part]
  }
  return at === undefined ? undefined : (at as Record<string, unknown>)[field.name]
}

/** Sets a field, making the sections on the way. */
export function setField(policy: Policy, field: Pick<PolicyField, 'section' | 'name'>, value: unknown): void {
  // The same: every section is an object, and `value` has the type that the table says.
  let at = policy as Record<string, unknown>
  for (const part of field.section) {
    at[part] ??= {}
    at = at[part] as Record<string, unknown>
  }
  at[field.name] = value
}

/** Whether a value counts as set in Kopia's sense. */
export function isSet(value: unknown, field: Pick<PolicyField, 'isPointer'>): boolean {
  if (value === undefined || value === null) return false
  if (field.isPointer) return true
  return Array.isArray(value) ? value.length > 0 : value !== 0 && value !== false && value !== ''
}
